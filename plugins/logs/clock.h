/* clock.h
 * The clock that a log was written by: what its lines leave out (year, zone)
 * and how wrong it is.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LOGS_CLOCK_H
#define CLUSTER_LOGS_CLOCK_H

#include "stamp.h"
#include "zone.h"

/** A point in time. */
typedef struct {
    int64_t seconds; /**< since 1970, UTC */
    uint32_t nanos;  /**< 0 to 999,999,999 */
} instant_t;

/** A clock.  Before the first line all is 0 but what the user said. */
typedef struct {
    /* What the user said. */
    zone_t zone;
    int year;             /**< of the first line; 0: not said */
    int64_t correction;   /**< ns to add to what lines say */
    int64_t newest;       /**< seconds since 1970: no line was written later than that */

    /* What came of it. */
    bool started;
    int guessed_year;     /**< the first line's, if nobody said it; 0: it was not needed */
    int last_year;        /**< the last line's */
    int64_t last_civil;   /**< the last line's, see stamp_civil() */
    int64_t last_utc;     /**< the last line's, uncorrected */
    uint64_t shown_twice; /**< lines whose time came twice */
    uint64_t shown_never; /**< lines whose time does not exist */
    uint64_t without_zone;
} clock_state_t;

/** When a line was written.  Lines are to come in the order of the file: the year is
 *  that in which a line is nearest to the line before, and a time that comes twice, when
 *  clocks are put back, is taken by what came before.
 *  False: there is no such day (29 February), or a capture file cannot hold its time; `instant` is
 *  as it was. */
bool clock_read(clock_state_t *clock, const stamp_t *stamp, instant_t *instant);

/** Whether a is before b. */
bool instant_before(const instant_t *a, const instant_t *b);

#endif
