/* lookup.h
 * Structures found by a mixed 64-bit key: what is looked up for every frame.
 *
 * A third of the instructions of a wmem_map with state_key_t.  Equal keys are taken
 * for the same thing, so that keys must be mixed of all that tells things apart
 * (sightings_mix()): of a million of them, two are equal once in 40 million files.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LOOKUP_H
#define CLUSTER_LOOKUP_H

#include "ws-compat.h"

/** One of its slots; a slot without a value is empty. */
typedef struct {
    uint64_t key;
    void *value;
} lookup_slot_t;

/** Zeroed memory is an empty one; what it refers to lives as long as the capture file. */
typedef struct {
    lookup_slot_t *slots;
    uint64_t salt; /**< no file can be made of keys that share a slot */
    uint32_t size; /**< a power of 2, or 0 */
    uint32_t used;
} lookup_t;

/** A factor that spreads keys over the upper half of 64 bits, different each time. */
uint64_t lookup_salt(void);

/** What has this key, or NULL.  O(1). */
void *lookup_find(const lookup_t *lookup, uint64_t key);

/** What has this key; `size` zero bytes are made where nothing has.  NULL beyond `cap`
 *  things.  What was found stays where it is.  O(1). */
void *lookup_obtain(lookup_t *lookup, uint64_t key, size_t size, uint32_t cap);

#endif
