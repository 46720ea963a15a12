/* cadence.c
 * The rhythm of one sender's heartbeats.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cadence.h"

uint32_t
cadence_beat(cadence_t *cadence, uint32_t frame, int64_t time, int64_t *delta)
{
    uint32_t previous = cadence->last_frame;

    *delta = time - cadence->last_time;
    cadence->last_time = time;
    cadence->last_frame = frame;
    return *delta >= 0 ? previous : 0;
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
