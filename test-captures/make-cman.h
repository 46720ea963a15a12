/* make-cman.h
 * Builders for cman messages.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef TEST_MAKE_CMAN_H
#define TEST_MAKE_CMAN_H

#include "capture.h"

enum { CMAN_UDP_PORT = 6809, CMAN_HEADER = 20 };
enum { CMAN_NOACK = 0x00010000, CMAN_QUEUE = 0x00020000, CMAN_MULTICAST = 0x00080000,
       CMAN_ALLINT = 0x00100000, CMAN_REPLYEXP = 0x00200000, CMAN_BCASTSELF = 0x00400000,
       CMAN_DONTWAIT = 0x40, CMAN_NOSIGNAL = 0x4000 };
#define CMAN_COMPAT 0x80000000u
enum { CMAN_CLUSTER = 6463 }; /* the number of most messages here */

/** The header of cnxman-private.h, in its order. */
typedef struct {
    uint8_t tgtport;
    uint8_t srcport;
    uint16_t seq;
    uint16_t ack;
    uint16_t cluster;
    uint32_t flags;
    int32_t srcid;
    int32_t tgtid;
} cman_header_t;

/** Begin a packet with this header; the message's payload is appended next. */
void cman_header(packet_t *p, const cman_header_t *header);
/** The cluster number that a cluster name gives. */
uint16_t cman_cluster_number(const char *name);

void make_cman_stories(const char *folder);

#endif
