/* traffic-others.c
 * NCS heartbeats, foreign traffic, and the two protocols of Wireshark's own
 * that serve as yardsticks.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "traffic.h"

#include <string.h>

enum { SENDERS = 5, TTL = 64 };

/* --- NCS heartbeat ------------------------------------------------------------------ */

enum { AT_GENERATION = AT_IPV4_PAYLOAD + 16, AT_MESSAGE_ID = AT_IPV4_PAYLOAD + 48 };

static void
panning(packet_t *p, uint32_t upper)
{
    packet_clear(p);
    packet_be32(p, upper);
    packet_be32(p, 0x5d77a681);
    packet_be32(p, 0x00000102);
}

/* The master's message, in the layout of the protocol's ancestor. */
static void
ncs_master(packet_t *p)
{
    endpoint_t from = endpoint_node(1), all = endpoint_broadcast();

    all.ipv4 = 0xffffffff;
    panning(p, 10205);
    packet_le32(p, 16);
    packet_le32(p, 0);
    packet_le32(p, 0x00000102);
    for (unsigned i = 0; i < 3; i++)
        packet_be32(p, from.ipv4);
    packet_le32(p, SENDERS);
    packet_le32(p, 6);
    packet_le32(p, 0xffffffff);
    packet_le32(p, 0);
    packet_le32(p, 1);
    traffic_wrap_ipv4(p, &from, &all, PROTOCOL_NCS, 128);
}

static void
ncs_slave(packet_t *p, uint8_t node)
{
    endpoint_t from = endpoint_node(node), master = endpoint_node(1);

    panning(p, 10202);
    packet_be32(p, 10203);
    packet_be32(p, 0);
    packet_be32(p, from.ipv4);
    traffic_wrap_ipv4(p, &from, &master, PROTOCOL_NCS, 128);
}

/* Give the packet, which has none, an IP identification. */
static void
number_packet(packet_t *p, const packet_t *model, uint16_t id)
{
    enum { AT_IP_ID = AT_IPV4 + 4, AT_IP_CHECKSUM = AT_IPV4 + 10 };
    uint32_t sum = (uint32_t)(model->bytes[AT_IP_CHECKSUM] << 8 | model->bytes[AT_IP_CHECKSUM + 1]);

    sum = (~sum & 0xffff) + id;
    sum = (sum & 0xffff) + (sum >> 16);
    packet_patch_be16(p, AT_IP_ID, id);
    packet_patch_be16(p, AT_IP_CHECKSUM, (uint16_t)~sum);
}

void
traffic_ncs_steady(traffic_t *traffic)
{
    static packet_t node[SENDERS], model[SENDERS];

    ncs_master(&node[0]);
    for (unsigned i = 1; i < SENDERS; i++)
        ncs_slave(&node[i], (uint8_t)(i + 1));
    memcpy(model, node, sizeof model);
    for (uint32_t second = 1; traffic_wants_more(traffic); second++) {
        packet_patch_le32(&node[0], AT_MESSAGE_ID, second);
        for (unsigned i = 0; i < SENDERS; i++) {
            if (i > 0)
                packet_patch_be32(&node[i], AT_GENERATION, second);
            number_packet(&node[i], &model[i], (uint16_t)(second + 1000 * i));
            traffic_add(traffic, CAPTURE_START + second * SECOND + i * 20 * MILLISECOND, &node[i]);
        }
    }
}

/* --- Noise ------------------------------------------------------------------------------ */

enum { FLOWS = 1000, CMAN_EVERY = 100, PROTOCOL_TCP = 6, NOISE_SIZE = 96 };
enum { AT_FROM_PORT = AT_IPV4_PAYLOAD, AT_TO_PORT = AT_IPV4_PAYLOAD + 2,
       AT_TCP_SEQ = AT_IPV4_PAYLOAD + 4 };

static void
noise_payload(packet_t *p)
{
    packet_clear(p);
    packet_text(p, "The quick brown fox jumps over the lazy dog.", NOISE_SIZE, '~');
}

static void
make_noise(packet_t *udp, packet_t *tcp)
{
    endpoint_t from = endpoint_node(1), to = endpoint_node(2);

    noise_payload(udp);
    traffic_wrap_udp(udp, &from, &to, 0, 0, TTL);
    noise_payload(tcp);
    packet_prepend(tcp, 20);
    packet_patch_be32(tcp, 8, 1);     /* acknowledges */
    packet_patch_be16(tcp, 12, 0x5018); /* 20 bytes of header, PSH, ACK */
    packet_patch_be16(tcp, 14, 8192);
    traffic_wrap_ipv4(tcp, &from, &to, PROTOCOL_TCP, TTL);
}

/* A thousand pairs of ports that belong to nobody, in no particular order. */
static void
add_noise(traffic_t *traffic, int64_t time, packet_t *p, unsigned flow)
{
    packet_patch_be16(p, AT_FROM_PORT, (uint16_t)(35100 + flow));
    packet_patch_be16(p, AT_TO_PORT, (uint16_t)(52000 + flow * 7 % FLOWS));
    traffic_add(traffic, time, p);
}

void
traffic_noise(traffic_t *traffic)
{
    static packet_t udp, tcp, cman;
    static uint32_t tcp_seq[FLOWS];
    uint16_t seq = 1;

    make_noise(&udp, &tcp);
    traffic_cman_one_hello(&cman, 1);
    for (int64_t i = 0; traffic_wants_more(traffic); i++) {
        int64_t time = CAPTURE_START + i * 50 * MILLISECOND;
        unsigned flow = (unsigned)(i * 613 % FLOWS);

        if (i % CMAN_EVERY == 0) {
            traffic_cman_set_seq(&cman, seq);
            seq = seq == 0xffff ? 1 : seq + 1;
            traffic_add(traffic, time, &cman);
        } else if (i % 2 == 0) {
            add_noise(traffic, time, &udp, flow);
        } else {
            packet_patch_be32(&tcp, AT_TCP_SEQ, tcp_seq[flow]);
            tcp_seq[flow] += NOISE_SIZE;
            add_noise(traffic, time, &tcp, flow);
        }
    }
}

/* --- Yardsticks ----------------------------------------------------------------------------- */

static void
take_turns(traffic_t *traffic, const packet_t *packets, int64_t interval)
{
    for (int64_t turn = 0; traffic_wants_more(traffic); turn++)
        traffic_add(traffic, CAPTURE_START + turn * interval / SENDERS, &packets[turn % SENDERS]);
}

/* RFC 5880, section 4.1: a session that is up */
void
traffic_bfd(traffic_t *traffic)
{
    static packet_t sessions[SENDERS];

    for (unsigned i = 0; i < SENDERS; i++) {
        endpoint_t from = endpoint_node((uint8_t)(i + 1)), to = endpoint_node((uint8_t)(i + 2));
        packet_t *p = &sessions[i];

        packet_u8(p, 0x20);
        packet_u8(p, 0xc0);
        packet_u8(p, 3);
        packet_u8(p, 24);
        packet_be32(p, i + 1);
        packet_be32(p, i + 2);
        packet_be32(p, 1000000);
        packet_be32(p, 1000000);
        packet_be32(p, 0);
        traffic_wrap_udp(p, &from, &to, (uint16_t)(49200 + i), 3784, 255);
    }
    take_turns(traffic, sessions, SECOND);
}

static uint16_t
internet_checksum(const packet_t *p)
{
    uint32_t sum = 0;

    for (unsigned i = 0; i + 1 < p->length; i += 2)
        sum += (uint32_t)p->bytes[i] << 8 | p->bytes[i + 1];
    return (uint16_t)(0xffff - (sum & 0xffff) - (sum >> 16));
}

/* RFC 3768, section 5.1 */
void
traffic_vrrp(traffic_t *traffic)
{
    static packet_t routers[SENDERS];
    endpoint_t group = endpoint_multicast(18);

    group.ipv4 = 0xe0000012;
    group.ether[3] = group.ether[4] = 0;
    for (unsigned i = 0; i < SENDERS; i++) {
        endpoint_t from = endpoint_node((uint8_t)(i + 1));
        packet_t *p = &routers[i];

        packet_u8(p, 0x21);
        packet_u8(p, (uint8_t)(i + 1));
        packet_u8(p, 100);
        packet_u8(p, 1);
        packet_u8(p, 0);
        packet_u8(p, 1);
        packet_be16(p, 0);
        packet_be32(p, 0xc0000264u + i);
        packet_zeros(p, 8);
        packet_patch_be16(p, 6, internet_checksum(p));
        traffic_wrap_ipv4(p, &from, &group, 112, 255);
    }
    take_turns(traffic, routers, SECOND);
}
