/* traffic.h
 * Traffic for benchmarks: as many frames of one kind as wanted.
 *
 * Frames are built once and patched for each use.  Nothing asks a clock or a
 * random source, so two runs write the same.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef BENCH_TRAFFIC_H
#define BENCH_TRAFFIC_H

#include "packet.h"

#define SECOND INT64_C(1000000000) /* times are in nanoseconds */
#define MILLISECOND INT64_C(1000000)
#define MICROSECOND INT64_C(1000)

/** A time to start from: 2 January 2024, 03:04:05 UTC. */
#define CAPTURE_START (INT64_C(1704164645) * SECOND)

/** Where frames go. */
typedef struct traffic traffic_t;

/** False when the file has all the frames it should have. */
bool traffic_wants_more(const traffic_t *traffic);
/** Write a frame; ignored when the file has enough.  Times must not fall. */
void traffic_add(traffic_t *traffic, int64_t time, const packet_t *packet);

/** Frames that the file should have in all. */
unsigned long long traffic_wanted(const traffic_t *traffic);
/** Frames have this VLAN's tag from now on. */
void traffic_tag(traffic_t *traffic, uint16_t vlan);

/** Where a payload starts in Ethernet frames with IPv4 without options. */
enum { AT_IPV4 = 14, AT_IPV4_PAYLOAD = AT_IPV4 + 20, AT_UDP_PAYLOAD = AT_IPV4_PAYLOAD + 8 };

/** Put headers in front of a payload.  The UDP checksum is left out, because
 *  the payload changes later. */
void traffic_wrap_udp(packet_t *p, const endpoint_t *from, const endpoint_t *to,
                      uint16_t from_port, uint16_t to_port, uint8_t ttl);
void traffic_wrap_ipv4(packet_t *p, const endpoint_t *from, const endpoint_t *to,
                       uint8_t protocol, uint8_t ttl);

/* The kinds; each ends when the traffic wants no more.  traffic-cman.c: */
void traffic_cman_steady(traffic_t *traffic);
void traffic_cman_hello(traffic_t *traffic);
void traffic_cman_storm(traffic_t *traffic);
void traffic_cman_incident(traffic_t *traffic);
void traffic_cman_senders(traffic_t *traffic);
/** A HELLO, for the noise. */
void traffic_cman_one_hello(packet_t *p, uint8_t node);
void traffic_cman_set_seq(packet_t *p, uint16_t seq);
/* traffic-nisca.c: */
void traffic_nisca_steady(traffic_t *traffic);
/* traffic-others.c: */
void traffic_ncs_steady(traffic_t *traffic);
void traffic_noise(traffic_t *traffic);
void traffic_bfd(traffic_t *traffic);
void traffic_vrrp(traffic_t *traffic);

#endif
