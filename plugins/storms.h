/* storms.h
 * Runs of copies: one message that a feed shows again and again, as bridges that loop make
 * it.
 *
 * Up to COPIES_SHOWN showings may be the way that a feed was captured (copies.h); more than
 * that is a storm.  observation.c counts them for all protocols, cluster-storms.c shows them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_STORMS_H
#define CLUSTER_STORMS_H

#include "feeds.h"

/** More storms than this in a file are not told apart. */
#define STORMS_MAX 4096

/** So often a message was on one wire, from which on it is a storm: the original and its
 *  copies. */
#define STORM_FROM (COPIES_SHOWN + 1)

/** One of them; lives as long as the capture file.  Frame numbers, 0: none (yet); times in
 *  ns by the feed's own clock. */
typedef struct storm {
    uint32_t idx;          /**< in order of appearance, from 0 */
    const feed_t *feed;
    uint32_t original;
    uint32_t first, last;  /**< copies */
    uint32_t copies;
    int64_t from, to;      /**< of the original, and of the last copy */
    uint32_t begin_frame;  /**< that made it a storm */
    uint32_t end_frame;    /**< that came so late that it is over */
    int64_t begin_span;    /**< from the original to `begin_frame` */
    const char *cluster, *sender, *address, *message; /**< what they are called */
    uint32_t after_frame;  /**< what its sender sent next, behind the last copy */
    int64_t after_delay;
    const char *after;     /**< what that is called */
    bool is_told;          /**< another feed has not told the same */
    bool is_also;          /**< it is on another VLAN, too, and told there */
    bool is_quiet;         /**< longer than between its copies, others were heard since */

    /* This module's: */
    int64_t within;        /**< after so long nobody takes a frame for a copy any more */
    uint64_t sender_key;
    bool is_open;          /**< waits for what its sender sends next */
    uint32_t changed_frame;
    struct storm *older, *newer;         /**< of those that are not over, by their last copy */
    struct storm *next_open, *next_changed;
    struct storm *next_told;             /**< of the same transmission */
} storm_t;

/** A copy that belongs to a storm: the `count`-th time on the wire, of what `original` showed
 *  first on this feed and `first_sighting` first of all. */
typedef struct {
    const packet_info *pinfo;
    const feed_t *feed;
    uint32_t original, first_sighting;
    uint32_t count;
    int64_t raw;           /**< capture time */
    uint64_t sender_key;
} storm_copy_t;

/** Count a copy; from STORM_FROM times on.  Returns a storm that begins with it, which the
 *  caller describes (`first`, `from`, `begin_span`, `within` and the names), or NULL.
 *  O(1). */
storm_t *storms_count(const storm_copy_t *copy);

/** A sender has sent something new. */
void storms_note_sent(uint64_t sender_key, const packet_info *pinfo, const feed_t *feed,
                      const char *what);

/** Notice which storms are over; each frame that is analyzed, before it is counted. */
void storms_follow(const packet_info *pinfo, const feed_t *feed, int64_t raw);

/** Whether the file has any storm so far. */
bool storms_are_there(void);

/** On any pass, the storm that begins with a frame, or NULL; and one that is over there. */
const storm_t *storms_begun(uint32_t frame);
const storm_t *storms_over(uint32_t frame);

/** On the first pass, the storms that the frame has changed, linked by `next_changed`. */
const storm_t *storms_changed(uint32_t frame);

/** Make this module forget a file when it is closed; once. */
void storms_register(void);

#endif
