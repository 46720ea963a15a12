/* transmissions.h
 * A memory of recent transmissions: who showed each first, and when.
 *
 * It grows with the first ones and then has a fixed size, so that a very busy capture
 * forgets early rather than grow.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_TRANSMISSIONS_H
#define CLUSTER_TRANSMISSIONS_H

#include "ws-compat.h"

/** The latest attempt to send a number; 56 bytes.  Times are those of the feed's own
 *  clock, in ns. */
typedef struct {
    uint64_t key;
    int64_t when;          /**< of its first sighting */
    int64_t latest;        /**< of its latest one */
    uint32_t frame;        /**< of its first sighting; 0: empty */
    uint32_t content;
    uint32_t serial;       /**< how many transmissions its feed had shown by then */
    uint32_t unasked;      /**< ... that are no answers */
    uint32_t count;        /**< showings on its feed, saturates */
    uint16_t feed;         /**< of its first sighting, */
    uint16_t address;      /**< and of the address that it came from, mixed */
    uint16_t latest_feed;
    uint8_t attempt;       /**< from 1; saturates */
    uint8_t variant;
} transmission_t;

/** Zeroed memory is an empty one; lives as long as the capture file. */
typedef struct {
    transmission_t *slots;
    uint64_t salt;
    uint32_t size; /**< a power of 2, or 0 */
    uint32_t used;
} transmissions_t;

/** What has this key, or NULL; valid until the next transmissions_add().  O(1). */
transmission_t *transmissions_find(const transmissions_t *memory, uint64_t key);

/** Remember `transmission` under its key, in place of what had it, else of the oldest
 *  near it.  O(1). */
void transmissions_add(transmissions_t *memory, const transmission_t *transmission);

#endif
