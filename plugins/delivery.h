/* delivery.h
 * One sender's numbered messages, as one capture point saw them: which numbers
 * were seen, which were skipped, and the recent messages that may still be
 * acknowledged or repeated.
 *
 * The numbers on the wire wrap; here they are unwrapped into 64 bits around
 * the sender's latest one, so that a number that comes back after a full turn
 * is a new message.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_DELIVERY_H
#define CLUSTER_DELIVERY_H

#include "findings.h"

/** The numbers a protocol uses. */
typedef struct {
    uint32_t lowest;     /**< 1 where 0 is not a number, else 0 */
    uint64_t count;      /**< how many there are before they wrap */
    uint32_t max_recent; /**< messages remembered a sender, at most; a power of 2 */
    int64_t keep_for;    /**< ns that a message should be remembered; memory grows
                              up to max_recent only as far as this needs */
} delivery_rules_t;

/** A message that is remembered. */
typedef struct {
    int64_t number;    /**< unwrapped */
    int64_t when;      /**< of the first transmission, ns */
    uint32_t frame;    /**< of the first transmission; 0: empty slot */
    uint32_t tag;      /**< the caller's: what a repetition must have in common */
    /* The caller's: where acknowledgments are noted. */
    union {
        finding_t *acked;    /**< or NULL */
        struct {
            uint32_t opened; /**< by links_open() */
            uint32_t feed;   /**< that showed it first */
        };
    };
} delivery_message_t;

/** A range of numbers that were skipped. */
typedef struct {
    int64_t from, to; /**< both included */
} delivery_gap_t;

/** One sender; zeroed memory is a sender that was not seen yet. */
typedef struct {
    bool started;
    int64_t origin;              /**< first number seen */
    int64_t known_from;          /**< below this, gaps have been forgotten */
    int64_t last;                /**< highest number seen */
    delivery_message_t *recent;  /**< slots, by number modulo recent_size */
    uint32_t recent_size;
    uint32_t recent_used;        /**< slots that are not empty */
    delivery_gap_t *gaps;        /**< ascending */
    uint32_t gap_count;
} delivery_t;

/** How a number relates to those seen before. */
typedef enum {
    DELIVERY_FIRST,     /**< the sender's first number */
    DELIVERY_NEXT,      /**< the number that was due */
    DELIVERY_SKIPPED,   /**< numbers are missing in front of it */
    DELIVERY_BACKWARDS, /**< lower than the latest, and not seen before */
    DELIVERY_SEEN       /**< this number was seen before */
} delivery_step_t;

/** Forget everything: the sender counts afresh. */
void delivery_reset(delivery_t *delivery);

/** The unwrapped form of a number on the wire: the one nearest to the latest
 *  number, at most half the number space away. */
int64_t delivery_number(const delivery_t *delivery, const delivery_rules_t *rules, uint32_t wire);

/** Record that a number was sent.  Stores the count of numbers skipped in
 *  front of it in `skipped` (0 unless DELIVERY_SKIPPED). */
delivery_step_t delivery_see(delivery_t *delivery, int64_t number, int64_t *skipped);

/** True if the number was seen, or may have been seen and was forgotten. */
bool delivery_has_seen(const delivery_t *delivery, int64_t number);

/** How many of the numbers from `from` to `to` were surely not seen. */
int64_t delivery_unseen(const delivery_t *delivery, int64_t from, int64_t to);

/** Remember a message; a message that already has its number is replaced.
 *  O(1), memory is bounded by the rules. */
delivery_message_t *delivery_keep(delivery_t *delivery, const delivery_rules_t *rules,
                                  int64_t number, uint32_t frame, int64_t when);

/** The remembered message with this number, or NULL. */
delivery_message_t *delivery_find(const delivery_t *delivery, int64_t number);

#endif
