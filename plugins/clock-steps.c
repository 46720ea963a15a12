/* clock-steps.c
 * A clock that is set while its feed is captured, and files that were appended in one
 * interface.
 *
 * Time that goes back over numbers that go on is a clock that was set back; if numbers go
 * back, too, another file begins.  Time that jumps ahead is a clock only if the senders
 * cannot have been silent for so long: one goes on with its next number, and others were
 * due as well.  Or the sender's own time says so.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "observation-state.h"

/* Shorter jumps change no verdict. */
#define JUMP_FROM (2 * NS_PER_S)

/* How much longer than any gap before a jump must be. */
#define JUMP_FACTOR 3

/* Frames and numbers that a rhythm is known from. */
#define FRAMES_NEEDED 16
#define STEPS_NEEDED 4

/* Numbers that would have been used in the time of the jump. */
#define NUMBERS_MISSED 4

/* --- Steps ------------------------------------------------------------------------------- */

static const counter_t *
counter_of(const subject_t *subject)
{
    const cluster_t *cluster = subject->member->cluster;

    return cluster == NULL ? NULL
                           : (const counter_t *)lookup_find(
                               &subject->observer->counters,
                               counter_key(cluster, subject->sender, subject->identity));
}

static bool
is_of_clock(const subject_t *subject, uint32_t feed)
{
    return feed_at(feed)->clock == subject->feed->clock;
}

/* How far the clock moved against the sender's own; false if that is not known. */
static bool
step_by_own_time(const subject_t *subject, const counter_t *counter, int64_t *by)
{
    if (subject->identity->own_time == 0 || counter == NULL || !counter->has_own
        || !is_of_clock(subject, counter->own_feed)) {
        return false;
    }
    *by = subject->raw - subject->identity->own_time - counter->own_offset;
    return true;
}

/* Time goes back, and so do the senders' numbers: they were shown here before. */
static bool
is_other_file(const subject_t *subject, const counter_t *counter)
{
    const identity_t *identity = subject->identity;
    const transmission_t *known;

    if (counter == NULL || !identity->has_number) {
        return false;
    }
    if (identity->count != 0) {
        return counter->started
               && number_step(counter->number, identity->number, identity->count) <= 0;
    }
    known = transmissions_find(&subject->observer->memory,
                               transmission_key(subject->member->cluster, subject->sender,
                                                identity));
    return known != NULL && !content_differs(known, identity)
           && ABS(transmission_distance(subject, known)) > OBSERVED_TOGETHER;
}

static void
clock_goes_back(subject_t *subject)
{
    feed_clock_t *clock = subject->feed->clock;
    const counter_t *counter = counter_of(subject);
    int64_t by;

    if (is_other_file(subject, counter)) {
        subject->feed = feed_begin_part(subject->feed, subject->pinfo);
        membership_obtain(subject);
        return;
    }
    if (!step_by_own_time(subject, counter, &by) || by > 0) {
        by = subject->raw - clock->latest;
    }
    clock_step(&clock->track, by);
}

/* Numbers that a sender would have used in `time`, by its rhythm so far. */
static int64_t
counter_expects(const counter_t *counter, int64_t time)
{
    int64_t span = counter->time - counter->since;

    if (!counter->started || counter->steps < STEPS_NEEDED || span <= 0) {
        return 0;
    }
    return (int64_t)((double)time * counter->steps / (double)span);
}

static bool
others_were_due(const subject_t *subject, const counter_t *counter, int64_t gap)
{
    const feed_clock_t *clock = subject->feed->clock;

    for (unsigned i = 0; i < FEED_CLOCK_SENDERS; i++) {
        if (clock->senders[i] != NULL && clock->senders[i] != counter
            && counter_expects(clock->senders[i], gap) >= NUMBERS_MISSED) {
            return true;
        }
    }
    return false;
}

static void
clock_jumps(const subject_t *subject, int64_t gap)
{
    const identity_t *identity = subject->identity;
    feed_clock_t *clock = subject->feed->clock;
    const counter_t *counter = counter_of(subject);
    int64_t usual = (clock->latest - clock->start) / clock->frames;
    int64_t by, step;

    if (step_by_own_time(subject, counter, &by)) {
        if (by > gap / 2 && by <= gap) {
            clock_step(&clock->track, by);
        }
        return;
    }
    if (counter == NULL || identity->count == 0 || !identity->has_number
        || !is_of_clock(subject, counter->feed)) {
        return;
    }
    step = number_step(counter->number, identity->number, identity->count);
    if (step > 0 && counter_expects(counter, gap) >= NUMBERS_MISSED * step
        && others_were_due(subject, counter, gap)) {
        clock_step(&clock->track, gap - MIN(usual, gap));
    }
}

void
clock_steps_notice(subject_t *subject)
{
    const feed_clock_t *clock = subject->feed->clock;
    int64_t gap = subject->raw - clock->latest;

    if (clock->frames == 0) {
        return;
    }
    if (gap < -OBSERVED_TOGETHER) {
        clock_goes_back(subject);
    } else if (gap > JUMP_FROM && gap > clock->longest_gap * JUMP_FACTOR
               && clock->frames >= FRAMES_NEEDED) {
        clock_jumps(subject, gap);
    }
}
