/* carrier.c
 * Ethernet, IP and UDP around a payload: always sound, so that all of an
 * input's bytes are the dissectors' own.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "fuzz.h"

#include <wiretap/wtap.h>

#define CMAN_PORT 6809
#define HEURISTIC_PORT 6810
#define PROTOCOL_UDP 17
#define PROTOCOL_NCS 224
#define MORE_FRAGMENTS 0x2000
#define NODE_NOBODY 13
#define NODE_ALL_ONES 14
#define NODE_MULTICAST 15

static uint8_t *
put(uint8_t *at, unsigned bytes, uint64_t number)
{
    for (unsigned i = 0; i < bytes; i++) {
        at[i] = (uint8_t)(number >> 8 * (bytes - 1 - i));
    }
    return at + bytes;
}

/* The nodes are 192.0.2.1 to 192.0.2.15; receiver 0 is the broadcast, the last
 * three are others that go to all. */
static uint32_t
ipv4_receiver(uint8_t to)
{
    switch (to) {
    case 0:
        return 0xc00002ff;
    case NODE_NOBODY:
        return 0;
    case NODE_ALL_ONES:
        return 0xffffffff;
    case NODE_MULTICAST:
        return 0xe0000080;
    default:
        return 0xc0000200u + to;
    }
}

static bool
is_to_all(const fuzz_packet_t *packet)
{
    return packet->to == 0 || packet->to >= NODE_NOBODY;
}

static uint8_t *
put_ipv4(uint8_t *at, const fuzz_packet_t *packet, unsigned protocol, unsigned size)
{
    at = put(at, 2, 0x4500);
    at = put(at, 2, 20 + size);
    at = put(at, 2, packet->id);
    at = put(at, 2, packet->flags & FUZZ_FRAGMENT ? MORE_FRAGMENTS : 0);
    at = put(at, 2, 0x4000u | protocol);
    at = put(at, 2, 0);
    at = put(at, 4, 0xc0000200u + packet->from);
    return put(at, 4, ipv4_receiver(packet->to));
}

static uint8_t *
put_ipv6(uint8_t *at, const fuzz_packet_t *packet, unsigned protocol, unsigned size)
{
    bool to_all = is_to_all(packet);

    at = put(at, 4, 0x60000000);
    at = put(at, 2, size);
    at = put(at, 2, protocol << 8 | 64);
    at = put(at, 8, 0x20010db800000000);
    at = put(at, 8, packet->from);
    at = put(at, 8, to_all ? 0xff02000000000000 : 0x20010db800000000);
    return put(at, 8, to_all ? 1 : packet->to);
}

static uint8_t *
put_ip(uint8_t *at, const fuzz_packet_t *packet, unsigned protocol, unsigned size)
{
    return packet->flags & FUZZ_IPV6 ? put_ipv6(at, packet, protocol, size)
                                     : put_ipv4(at, packet, protocol, size);
}

static uint8_t *
put_udp(uint8_t *at, const fuzz_packet_t *packet, unsigned port)
{
    at = put_ip(at, packet, PROTOCOL_UDP, 8u + packet->size);
    at = put(at, 2, port);
    at = put(at, 2, port);
    at = put(at, 2, 8u + packet->size);
    return put(at, 2, 0);
}

/* The addresses of "OpenVMS Cluster Systems", appendix F. */
static uint8_t *
put_ethernet(uint8_t *at, const fuzz_packet_t *packet)
{
    const uint64_t node = 0xaa0004000004, everybody = 0xab0004010101;

    at = put(at, 6, packet->to == 0 ? everybody : node + packet->to * UINT64_C(0x100));
    at = put(at, 6, node + packet->from * UINT64_C(0x100));
    if (packet->flags & FUZZ_FRAGMENT) {
        at = put(at, 4, 0x81000007);
    }
    return put(at, 2, 0x6007);
}

/* As "any" interface of Linux shows it: what kind of receiver in place of its address. */
static uint8_t *
put_cooked(uint8_t *at, const fuzz_packet_t *packet)
{
    at = put(at, 2, packet->to == NODE_MULTICAST ? 2 : is_to_all(packet));
    at = put(at, 2, 1); /* Ethernet */
    at = put(at, 2, 6);
    at = put(at, 8, 0x0200000000000000 | (uint64_t)packet->from << 16);
    return put(at, 2, packet->flags & FUZZ_IPV6 ? 0x86dd : 0x0800);
}

static uint8_t *
put_lan(uint8_t *at, const fuzz_packet_t *packet)
{
    const uint64_t node = 0x020000000000, everybody = 0xffffffffffff;

    at = put(at, 6, is_to_all(packet) ? everybody : node + packet->to);
    at = put(at, 6, node + packet->from);
    return put(at, 2, packet->flags & FUZZ_IPV6 ? 0x86dd : 0x0800);
}

/* Who is the master is told by the receiver: of Ethernet, of a cooked header, or of IP alone. */
static uint8_t *
put_ncs(uint8_t *at, const fuzz_packet_t *packet, int *encapsulation)
{
    if (!(packet->flags & FUZZ_PORT)) {
        *encapsulation = WTAP_ENCAP_ETHERNET;
        at = put_lan(at, packet);
    } else if (packet->id & 1) {
        *encapsulation = WTAP_ENCAP_SLL;
        at = put_cooked(at, packet);
    }
    return put_ip(at, packet, PROTOCOL_NCS, packet->size);
}

static uint8_t *
put_carrier(uint8_t *at, const fuzz_packet_t *packet, int *encapsulation)
{
    bool other = (packet->flags & FUZZ_PORT) != 0;

    *encapsulation = WTAP_ENCAP_RAW_IP;
    switch (fuzz_protocol) {
    case FUZZ_CMAN:
        return put_udp(at, packet, other ? HEURISTIC_PORT : CMAN_PORT);
    case FUZZ_NCS:
        return put_ncs(at, packet, encapsulation);
    default:
        if (other) {
            return put_udp(at, packet, FUZZ_NISCA_PORT);
        }
        *encapsulation = WTAP_ENCAP_ETHERNET;
        return put_ethernet(at, packet);
    }
}

unsigned
fuzz_carry(const fuzz_packet_t *packet, uint8_t *frame, int *encapsulation)
{
    uint8_t *at = put_carrier(frame, packet, encapsulation);

    memcpy(at, packet->data, packet->size);
    return (unsigned)(at - frame) + packet->size;
}
