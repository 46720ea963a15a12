/* ncs-layer.c
 * What the layers below say about a heartbeat: by its destination, who sent it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs.h"

#include <wiretap/wtap.h>

static const uint8_t all_ones[6] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
static const uint8_t all_zeros[4] = { 0, 0, 0, 0 };

static bool
ncs_is_ipv4(const address *addr, const uint8_t *bytes)
{
    return addr->type == AT_IPv4 && memcmp(addr->data, bytes, 4) == 0;
}

/* Types of a cooked header ("LINKTYPE_LINUX_SLL" and "LINKTYPE_LINUX_SLL2" of tcpdump.org). */
#define COOKED_BROADCAST 1
#define COOKED_MULTICAST 2

/* Whether a cooked header says that the packet was for all. */
static bool
ncs_is_cooked_broadcast(const packet_info *pinfo)
{
    int encapsulation = pinfo->rec->rec_header.packet_header.pkt_encap;
    tvbuff_t *frame;
    unsigned type;

    if (pinfo->data_src == NULL
        || (encapsulation != WTAP_ENCAP_SLL && encapsulation != WTAP_ENCAP_SLL2)) {
        return false;
    }
    frame = get_data_source_tvb(pinfo->data_src->data);
    type = encapsulation == WTAP_ENCAP_SLL ? tvb_get_ntohs(frame, 0) : tvb_get_uint8(frame, 10);
    return type == COOKED_BROADCAST || type == COOKED_MULTICAST;
}

/* Cooked and raw captures have no link-layer destination: the address of the
 * subnet's broadcast ends in 255, but for subnets below 256 addresses. */
static bool
ncs_looks_like_broadcast(const address *dst)
{
    return dst->type == AT_IPv4 && ((const uint8_t *)dst->data)[3] == 0xff;
}

/* NCS 1.01 broadcasts to all ones, NCS 1.6 to 0.0.0.0 (TID 10071158); later
 * products multicast or use the subnet's broadcast address. */
static bool
ncs_is_sent_to_all(const packet_info *pinfo)
{
    const address *dst = &pinfo->net_dst;

    if (ncs_is_ipv4(dst, all_ones) || ncs_is_ipv4(dst, all_zeros)) {
        return true;
    }
    if ((dst->type == AT_IPv4 && (*(const uint8_t *)dst->data & 0xf0) == 0xe0)
        || (dst->type == AT_IPv6 && *(const uint8_t *)dst->data == 0xff)) {
        return true;
    }
    if (pinfo->dl_dst.type == AT_ETHER) {
        return memcmp(pinfo->dl_dst.data, all_ones, 6) == 0;
    }
    return ncs_is_cooked_broadcast(pinfo) || ncs_looks_like_broadcast(dst);
}

ncs_role_t
ncs_role_of(const packet_info *pinfo)
{
    return ncs_is_sent_to_all(pinfo) ? NCS_ROLE_MASTER : NCS_ROLE_SLAVE;
}

const char *
ncs_version_hint(const packet_info *pinfo)
{
    if (ncs_is_ipv4(&pinfo->net_dst, all_ones)) {
        return "consistent with NCS 1.01 (NetWare 5.1)";
    }
    if (ncs_is_ipv4(&pinfo->net_dst, all_zeros)) {
        return "consistent with NCS 1.6 (NetWare 6)";
    }
    return NULL;
}
