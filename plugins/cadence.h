/* cadence.h
 * The rhythm of one sender's heartbeats.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CADENCE_H
#define CLUSTER_CADENCE_H

#include "ws-compat.h"

/** One sender's rhythm; zeroed memory is a rhythm that has not begun. */
typedef struct {
    int64_t last_time;   /**< ns since the epoch */
    int64_t latest_time; /**< above last_time after the clock went backwards */
    uint32_t last_frame; /**< 0: no heartbeat yet */
} cadence_t;

/** What counts as missed, late and lost; all in ns. */
typedef struct {
    int64_t period;     /**< expected interval; 0: nothing is ever missed */
    int64_t late_above; /**< an interval longer than this is late */
    int64_t lost_from;  /**< an interval of this or more is lost */
} cadence_rules_t;

typedef enum {
    CADENCE_IN_TIME,
    CADENCE_LATE,
    CADENCE_LOST
} cadence_verdict_t;

/** Record a heartbeat.  Returns the previous heartbeat's frame and stores the
 *  interval in `delta`.  Returns 0 where nothing can be said: for the first
 *  one, where time goes backwards, where it comes back from there and by
 *  `rules` less was missed since the latest time than since the previous
 *  heartbeat, and for an interval of more than a year. */
uint32_t cadence_beat(cadence_t *cadence, const cadence_rules_t *rules, uint32_t frame,
                      int64_t when, int64_t *delta);

/** The next heartbeat begins a new rhythm: the sender left, or was restarted. */
void cadence_reset(cadence_t *cadence);

/** Heartbeats that should have come within `delta` but did not:
 *  round(delta / period) - 1, at least 0. */
uint32_t cadence_missed(const cadence_rules_t *rules, int64_t delta);

/** Late or lost; a lost heartbeat is not also late. */
cadence_verdict_t cadence_judge(const cadence_rules_t *rules, int64_t delta);

#endif
