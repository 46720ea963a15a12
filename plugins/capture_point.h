/* capture_point.h
 * Which interface saw a frame, when, and hashes of what it shows.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CAPTURE_POINT_H
#define CLUSTER_CAPTURE_POINT_H

#include "ws-compat.h"

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

/** Hash of `size` bytes of `tvb` from `offset`, as far as captured, mixed with `seed`. */
uint64_t sightings_hash(tvbuff_t *tvb, unsigned offset, unsigned size, uint64_t seed);

/** Mix another number into a hash. */
uint64_t sightings_mix(uint64_t hash, uint64_t number);

#endif
