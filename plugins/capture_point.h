/* capture_point.h
 * Which interface saw a frame, and whether the same datagram was seen before.
 *
 * A capture point is one interface of one section of a pcapng file; a plain
 * pcap file has one.  Files of several nodes, merged, have one a node, and the
 * same broadcast appears once at each.  State that follows sequence numbers or
 * intervals is kept per capture point; this module tells which one a frame
 * belongs to and links the copies.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CAPTURE_POINT_H
#define CLUSTER_CAPTURE_POINT_H

#include "ws-compat.h"

/** Number of a frame's capture point, from 0; the same for every protocol,
 *  stable for one reading of a file. */
uint32_t capture_point(const packet_info *pinfo);

/** Name of the interface that captured this frame, or NULL; owned by the
 *  capture file. */
const char *capture_point_name(const packet_info *pinfo);

#define NS_PER_S INT64_C(1000000000)

/** Whether a frame has a capture time at all: packets of pcapng's Simple Packet
 *  Blocks have none.  Nothing follows from frames without one. */
bool capture_has_time(const packet_info *pinfo);

/** Capture time in ns since the epoch; saturates, so that differences of two
 *  such times never overflow. */
int64_t capture_time(const packet_info *pinfo);

/** A memory of recent datagrams, for one protocol and one capture file: of
 *  fixed size, so that a very busy capture forgets early rather than grow. */
typedef struct sightings sightings_t;

/** What is known about a datagram's earlier sightings. */
typedef struct {
    uint32_t count;       /**< copies at this capture point so far, with this one */
    uint32_t first_frame; /**< first of them; this frame if count is 1 */
    uint32_t copy_of;     /**< earliest copy at another capture point, or 0 */
} sighting_t;

/** A memory that lives as long as the capture file.  Copies more than `window`
 *  ns after the first one are new datagrams. */
sightings_t *sightings_new(int64_t window);

/** Hash of a datagram for sightings_add(): `size` bytes of `tvb` from
 *  `offset`, as far as captured, mixed with `seed` (sender, addresses). */
uint64_t sightings_hash(tvbuff_t *tvb, unsigned offset, unsigned size, uint64_t seed);

/** Mix another number into a hash. */
uint64_t sightings_mix(uint64_t hash, uint64_t number);

/** Record a datagram.  The k-th copy at one capture point is a copy of the
 *  k-th at another.  O(1). */
sighting_t sightings_add(sightings_t *sightings, uint64_t hash, uint32_t point, uint32_t frame,
                         int64_t time);

#endif
