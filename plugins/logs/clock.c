/* clock.c
 * The clock that a log was written by.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "clock.h"

enum {
    DAY = 86400,
    LEAP_CYCLE = 8, /* years without 29 February, at most (1896 to 1904) */
    /* Lines of several processes are out of order by less; clocks are put back by more. */
    OUT_OF_ORDER = 60,
};
static const int64_t NANOS = 1000000000;

/* The year of a file's first line: the latest in which it is not newer than the file. */
static int
year_of_first(const clock_state_t *clock, const stamp_t *stamp)
{
    int latest = 1970 + (int)(clock->newest / (365 * (int64_t)DAY)) + 1;

    for (int year = latest; year > latest - LEAP_CYCLE - 3 && year > 0; year--) {
        if (stamp_day_exists(year, stamp->month, stamp->day)
            && stamp_civil(stamp, year) <= clock->newest + DAY)
            return year;
    }
    return 0;
}

/* The year in which a line is nearest to the line before. */
static int
year_nearest(const clock_state_t *clock, const stamp_t *stamp)
{
    int nearest = 0;
    int64_t least = INT64_MAX;

    for (int year = clock->last_year - 1; year <= clock->last_year + 1; year++) {
        int64_t distance = stamp_civil(stamp, year) - clock->last_civil;

        distance = distance < 0 ? -distance : distance;
        if (year > 0 && distance < least && stamp_day_exists(year, stamp->month, stamp->day)) {
            least = distance;
            nearest = year;
        }
    }
    return nearest;
}

static int
year_of(clock_state_t *clock, const stamp_t *stamp)
{
    if (stamp->year != 0)
        return stamp->year;
    if (clock->started)
        return year_nearest(clock, stamp);
    if (clock->year != 0)
        return stamp_day_exists(clock->year, stamp->month, stamp->day) ? clock->year : 0;
    clock->guessed_year = year_of_first(clock, stamp);
    return clock->guessed_year;
}

/* Seconds since 1970 of a time without a zone. */
static int64_t
utc_of(clock_state_t *clock, int64_t civil)
{
    int64_t first, second;
    shown_t shown = zone_to_utc(&clock->zone, civil, &first, &second);

    clock->without_zone++;
    clock->shown_twice += shown == SHOWN_TWICE;
    clock->shown_never += shown == SHOWN_NEVER;
    if (shown == SHOWN_TWICE && clock->started && first < clock->last_utc - OUT_OF_ORDER)
        return second;
    return first;
}

/* pcap has 32 bits for seconds, without a sign. */
static bool
correct(const clock_state_t *clock, int64_t utc, uint32_t nanos, instant_t *instant)
{
    int64_t seconds = utc + clock->correction / NANOS;
    int64_t rest = (int64_t)nanos + clock->correction % NANOS;

    if (rest < 0) {
        rest += NANOS;
        seconds--;
    } else if (rest >= NANOS) {
        rest -= NANOS;
        seconds++;
    }
    if (seconds < 0 || seconds > UINT32_MAX)
        return false;
    *instant = (instant_t){ seconds, (uint32_t)rest };
    return true;
}

bool
clock_read(clock_state_t *clock, const stamp_t *stamp, instant_t *instant)
{
    int year = year_of(clock, stamp);

    if (year == 0)
        return false;
    int64_t civil = stamp_civil(stamp, year);
    int64_t utc = stamp->has_offset ? civil - stamp->offset : utc_of(clock, civil);

    if (!correct(clock, utc, stamp->nanos, instant))
        return false;
    clock->started = true;
    clock->last_year = year;
    clock->last_civil = civil;
    clock->last_utc = utc;
    return true;
}

bool
instant_before(const instant_t *a, const instant_t *b)
{
    return a->seconds < b->seconds || (a->seconds == b->seconds && a->nanos < b->nanos);
}
