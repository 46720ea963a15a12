/* cadence.c
 * The rhythm of one sender's heartbeats.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cadence.h"

#include "capture_point.h"

/* Longer than this is no silence: one of the two clocks was never set. */
#define LONGEST_INTERVAL (INT64_C(366) * 24 * 60 * 60 * NS_PER_S)

/* A single frame may be stamped too early, and files may be joined in the
 * wrong order: what is missing before the next frame is elsewhere then. */
static bool
cadence_is_proven(const cadence_rules_t *rules, int64_t delta, int64_t since_latest)
{
    return since_latest == delta || since_latest < 0
           || (cadence_missed(rules, delta) == cadence_missed(rules, since_latest)
               && cadence_judge(rules, delta) == cadence_judge(rules, since_latest));
}

uint32_t
cadence_beat(cadence_t *cadence, const cadence_rules_t *rules, uint32_t frame, int64_t when,
             int64_t *delta)
{
    cadence_t before = *cadence;

    *delta = when - before.last_time;
    *cadence = (cadence_t){ .last_time = when, .latest_time = when, .last_frame = frame };
    if (before.last_frame == 0) {
        return 0;
    }
    cadence->latest_time = MAX(when, before.latest_time);
    if (*delta < 0 || *delta > LONGEST_INTERVAL
        || !cadence_is_proven(rules, *delta, when - before.latest_time)) {
        return 0;
    }
    return before.last_frame;
}

void
cadence_reset(cadence_t *cadence)
{
    *cadence = (cadence_t){ 0 };
}

uint32_t
cadence_missed(const cadence_rules_t *rules, int64_t delta)
{
    int64_t periods;

    if (rules->period <= 0 || delta <= 0) {
        return 0;
    }
    periods = delta / rules->period + (delta % rules->period >= (rules->period + 1) / 2);
    return (uint32_t)CLAMP(periods - 1, 0, (int64_t)UINT32_MAX);
}

cadence_verdict_t
cadence_judge(const cadence_rules_t *rules, int64_t delta)
{
    if (delta >= rules->lost_from) {
        return CADENCE_LOST;
    }
    return delta > rules->late_above ? CADENCE_LATE : CADENCE_IN_TIME;
}
