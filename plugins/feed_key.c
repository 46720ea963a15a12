/* feed_key.c
 * What tells one feed of a capture file from another.
 *
 * Wireshark hands down the interface and the innermost VLAN.  A tag in front of that stays
 * in the frame, as does the number of a tunnel: they are read here, only where there is a
 * tag, or a tunnel among the frame's layers.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "feed_key.h"

#include <wiretap/wtap.h>

/* A frame with fewer layers has no tunnel: "frame eth ethertype ip udp vxlan eth ...". */
#define TUNNEL_LAYERS 8

#define ETHERTYPE_AT 12
#define TYPE_IPV4 0x0800
#define TYPE_IPV6 0x86dd
#define TYPE_VLAN 0x8100
#define TYPE_QINQ 0x88a8
#define TYPE_OLD_QINQ 0x9100
#define VLAN_ID 0x0fff
#define IPV6_HEADER 40
#define UDP_HEADER 8
#define IPPROTO_IS_UDP 17
#define IPPROTO_IS_GRE 47
#define GRE_CHECKSUM 0x8000
#define GRE_KEY 0x2000
#define GRE_SEQUENCE 0x1000

/* linux/if_packet.h by way of the "LINKTYPE_LINUX_SLL2" page of tcpdump.org: protocol,
 * reserved, then the interface index. */
#define SLL2_INDEX_AT 4

typedef enum {
    TUNNEL_NONE,
    TUNNEL_VXLAN,
    TUNNEL_GENEVE,
    TUNNEL_ERSPAN
} tunnel_kind_t;

static const char *const tunnel_filters[] = {
    [TUNNEL_VXLAN] = "vxlan",
    [TUNNEL_GENEVE] = "geneve",
    [TUNNEL_ERSPAN] = "erspan",
};

static int tunnel_protocols[array_length(tunnel_filters)];

/* The outermost tunnel of a frame. */
static tunnel_kind_t
tunnel_kind(const packet_info *pinfo)
{
    const wmem_list_frame_t *layer;

    if (pinfo->curr_layer_num < TUNNEL_LAYERS || pinfo->layers == NULL) {
        return TUNNEL_NONE;
    }
    for (layer = wmem_list_head(pinfo->layers); layer != NULL;
         layer = wmem_list_frame_next(layer)) {
        int protocol = GPOINTER_TO_INT(wmem_list_frame_data(layer));

        for (unsigned kind = TUNNEL_VXLAN; kind < array_length(tunnel_filters); kind++) {
            if (tunnel_protocols[kind] == protocol) {
                return (tunnel_kind_t)kind;
            }
        }
    }
    return TUNNEL_NONE;
}

static bool
is_tag(unsigned type)
{
    return type == TYPE_VLAN || type == TYPE_QINQ || type == TYPE_OLD_QINQ;
}

/* Where the IP payload of an Ethernet frame begins, and its protocol; 0 if it is none. */
static int
ip_payload(tvbuff_t *frame, unsigned *protocol)
{
    int at = ETHERTYPE_AT;
    unsigned type = tvb_get_ntohs(frame, at);

    while (is_tag(type)) {
        at += 4;
        type = tvb_get_ntohs(frame, at);
    }
    at += 2;
    if (type == TYPE_IPV4) {
        *protocol = tvb_get_uint8(frame, at + 9);
        return at + (tvb_get_uint8(frame, at) & 0x0f) * 4;
    }
    *protocol = type == TYPE_IPV6 ? tvb_get_uint8(frame, at + 6) : 0;
    return type == TYPE_IPV6 ? at + IPV6_HEADER : 0;
}

/* The session of ERSPAN, behind a GRE header at `at`. */
static uint32_t
erspan_id(tvbuff_t *frame, int at)
{
    unsigned flags = tvb_get_ntohs(frame, at);

    at += 4;
    at += (flags & GRE_CHECKSUM ? 4 : 0) + (flags & GRE_KEY ? 4 : 0);
    if (!(flags & GRE_SEQUENCE)) {
        return 0; /* type I has no header of its own */
    }
    return tvb_get_ntohs(frame, at + 4 + 2) & 0x3ff;
}

/* All of this was dissected before this plugin was called, so it is there. */
static uint32_t
tunnel_id(const packet_info *pinfo, tunnel_kind_t kind)
{
    tvbuff_t *frame;
    unsigned protocol = 0;
    int at;

    if (pinfo->data_src == NULL
        || pinfo->rec->rec_header.packet_header.pkt_encap != WTAP_ENCAP_ETHERNET) {
        return 0;
    }
    frame = get_data_source_tvb(pinfo->data_src->data);
    at = ip_payload(frame, &protocol);
    if (at != 0 && protocol == IPPROTO_IS_GRE && kind == TUNNEL_ERSPAN) {
        return erspan_id(frame, at);
    }
    if (at != 0 && protocol == IPPROTO_IS_UDP && kind != TUNNEL_ERSPAN) {
        return tvb_get_ntohl(frame, at + UDP_HEADER + 4) >> 8;
    }
    return 0;
}

/* The first of two tags. */
static uint32_t
outer_vlan(const packet_info *pinfo)
{
    tvbuff_t *frame;
    unsigned type;

    if (pinfo->vlan_id == 0 || pinfo->data_src == NULL
        || pinfo->rec->rec_header.packet_header.pkt_encap != WTAP_ENCAP_ETHERNET) {
        return 0;
    }
    frame = get_data_source_tvb(pinfo->data_src->data);
    type = tvb_get_ntohs(frame, ETHERTYPE_AT);
    if (!is_tag(type) || !is_tag(tvb_get_ntohs(frame, ETHERTYPE_AT + 4))) {
        return 0;
    }
    return tvb_get_ntohs(frame, ETHERTYPE_AT + 2) & VLAN_ID;
}

static uint32_t
link_index(const packet_info *pinfo)
{
    if (pinfo->rec->rec_header.packet_header.pkt_encap != WTAP_ENCAP_SLL2
        || pinfo->data_src == NULL) {
        return 0;
    }
    return tvb_get_ntohl(get_data_source_tvb(pinfo->data_src->data), SLL2_INDEX_AT);
}

feed_key_t
feed_key(const packet_info *pinfo)
{
    const wtap_rec *rec = pinfo->rec;
    feed_key_t key = { .vlan = pinfo->vlan_id, .outer_vlan = outer_vlan(pinfo),
                       .link = link_index(pinfo) };
    tunnel_kind_t kind = tunnel_kind(pinfo);

    if (rec->presence_flags & WTAP_HAS_SECTION_NUMBER) {
        key.section = rec->section_number;
    }
    if (rec->presence_flags & WTAP_HAS_INTERFACE_ID) {
        key.interface = rec->rec_header.packet_header.interface_id;
    }
    if (kind != TUNNEL_NONE) {
        key.tunnel = (uint32_t)kind << FEED_TUNNEL_ID_BITS | tunnel_id(pinfo, kind);
    }
    return key;
}

bool
feed_key_is_lan(const feed_key_t *key)
{
    tunnel_kind_t kind = (tunnel_kind_t)(key->tunnel >> FEED_TUNNEL_ID_BITS);

    return kind == TUNNEL_VXLAN || kind == TUNNEL_GENEVE;
}

uint32_t
feed_key_vni(const feed_key_t *key)
{
    return feed_key_is_lan(key) ? key->tunnel & ((1U << FEED_TUNNEL_ID_BITS) - 1) : 0;
}

static bool
are_two(uint32_t a, uint32_t b)
{
    return a != 0 && b != 0 && a != b;
}

bool
feed_keys_are_two_lans(const feed_key_t *a, const feed_key_t *b)
{
    return are_two(a->vlan, b->vlan) || are_two(a->outer_vlan, b->outer_vlan)
           || (feed_key_is_lan(a) && feed_key_is_lan(b) && a->tunnel != b->tunnel);
}

void
feed_key_register(void)
{
    for (unsigned kind = TUNNEL_VXLAN; kind < array_length(tunnel_filters); kind++) {
        tunnel_protocols[kind] = proto_get_id_by_filter_name(tunnel_filters[kind]);
    }
}
