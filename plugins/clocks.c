/* clocks.c
 * How far the clock of one observer is from that of another.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "clocks.h"

/* Nothing on a LAN delays a frame for so long; further apart is another time. */
#define STEP_FROM (50 * NS_PER_MS)

/* What is not known better by fewer samples than these. */
#define SAMPLES_NEEDED 5
#define SPREAD_AT_FIRST NS_PER_MS

/* The median, and how far the samples lie apart.  There are at most 15 of them, nearly
 * in order after the first time. */
static void
clock_estimate(clock_track_t *clock)
{
    int64_t sorted[CLOCK_SAMPLES] = { 0 };
    uint32_t count = clock->sample_count;

    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = i;

        for (; at > 0 && sorted[at - 1] > clock->samples[i]; at--) {
            sorted[at] = sorted[at - 1];
        }
        sorted[at] = clock->samples[i];
    }
    clock->offset = sorted[count / 2];
    clock->spread = sorted[count - 1] - sorted[0];
    if (count < SAMPLES_NEEDED) {
        clock->spread = MAX(clock->spread, SPREAD_AT_FIRST);
    }
}

static void
clock_accept(clock_track_t *clock, int64_t offset)
{
    clock->samples[clock->next] = offset;
    clock->next = (clock->next + 1) % CLOCK_SAMPLES;
    clock->sample_count = MIN(clock->sample_count + 1, CLOCK_SAMPLES);
    clock->odd_count = 0;
    clock_estimate(clock);
}

/* A sample unlike those before: one frame was late, or the clock was set.  Returns true
 * when that is proven. */
static bool
clock_note_odd(clock_track_t *clock, int64_t offset)
{
    if (clock->odd_count > 0 && ABS(clock->odd[0] - offset) > STEP_FROM) {
        clock->odd_count = 0;
    }
    clock->odd[clock->odd_count++] = offset;
    return clock->odd_count == CLOCK_STEP_PROOF;
}

void
clock_step(clock_track_t *clock, int64_t by)
{
    clock->shift += by;
    clock->steps++;
    clock->odd_count = 0;
}

static void
clock_begin_segment(clock_track_t *clock)
{
    int64_t by = clock->odd[CLOCK_STEP_PROOF - 1] - clock->offset;

    clock_step(clock, by);
    clock->sample_count = 0;
    clock->next = 0;
    for (uint32_t i = 0; i < CLOCK_STEP_PROOF; i++) {
        clock->samples[clock->next++] = clock->odd[i] - by;
    }
    clock->sample_count = CLOCK_STEP_PROOF;
    clock_estimate(clock);
}

bool
clock_is_odd(const clock_track_t *clock, int64_t offset)
{
    return ABS(offset - clock->offset) > STEP_FROM;
}

void
clock_rebase(clock_track_t *clock, uint32_t base, int64_t by)
{
    clock->base = base;
    clock->offset += by;
    clock->odd_count = 0;
    for (uint32_t i = 0; i < clock->sample_count; i++) {
        clock->samples[i] += by;
    }
}

void
clock_sample(clock_track_t *clock, int64_t offset)
{
    if (!clock_is_odd(clock, offset)) {
        clock_accept(clock, offset);
    } else if (clock_note_odd(clock, offset)) {
        clock_begin_segment(clock);
    }
}
