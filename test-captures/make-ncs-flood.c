/* make-ncs-flood.c
 * 20,000 heartbeats in 20 s, each of a node that is never heard again, half of
 * them in a cluster of their own; then one after a minute.  Only to see that
 * it takes no time and memory beyond reason: no story for people to read.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture.h"

enum { HEARTBEATS = 20000, SEQUENCER = 10205 };
#define PANNING_ID 0x5d77a681u

void
make_ncs_flood(const char *folder)
{
    capture_t *capture = capture_open(folder, "ncs-flood", LINK_ETHERNET);
    endpoint_t from = endpoint_node(1), all = endpoint_broadcast();
    packet_t packet;

    capture_expect_only(capture, "_ws.malformed");
    all.ipv4 = 0xffffffff;
    for (uint32_t i = 0; i < HEARTBEATS; i++) {
        int64_t at = i < HEARTBEATS - 1 ? i * MILLISECOND : 60 * SECOND;

        from.ipv4 = 0x0a000001 + i;
        packet_clear(&packet);
        packet_be32(&packet, SEQUENCER);
        packet_be32(&packet, i % 2 == 0 ? PANNING_ID : i);
        packet_be32(&packet, i); /* incarnation */
        packet_zeros(&packet, 44);
        wrap_ipv4(&packet, &from, &all, PROTOCOL_NCS, (uint16_t)i, 128);
        wrap_ethernet(&packet, &from, &all, ETHERTYPE_IP4);
        capture_add(capture, CAPTURE_START + at, &packet);
    }
    capture_close(capture);
}
