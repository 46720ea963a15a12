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

/* Frames, numbers and time that a rhythm is known from. */
#define FRAMES_NEEDED 8
#define STEPS_NEEDED 4
#define SPAN_NEEDED (5 * NS_PER_S)

/* A jump that nothing explains for so long is time that passed. */
#define UNDECIDED_FOR (30 * NS_PER_S)

/* Numbers that would have been used in the time of the jump. */
#define NUMBERS_MISSED 4

/* Mean intervals between numbers after which a sender may have stopped. */
#define SILENT_FOR 8

/* --- Steps ------------------------------------------------------------------------------- */

static void
clock_was_set(subject_t *subject, int64_t by)
{
    clock_step(&subject->feed->clock->track, by);
    subject_read_clock(subject);
}

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

/* What was shown of the frame's transmission so far, or NULL. */
static const transmission_t *
known_of(const subject_t *subject)
{
    const cluster_t *cluster = subject->member->cluster;
    const transmission_t *known =
        cluster != NULL ? transmissions_find(&subject->observer->memory,
                                             transmission_key(cluster, subject->sender,
                                                              subject->identity))
                        : NULL;

    return known != NULL && !content_differs(known, subject->identity) ? known : NULL;
}

/* Time goes back, and so do the senders' numbers: they were shown here before. */
static bool
is_other_file(const subject_t *subject, const transmission_t *known, const counter_t *counter)
{
    const identity_t *identity = subject->identity;

    if (counter == NULL || !identity->has_number) {
        return false;
    }
    if (known != NULL) {
        return is_of_clock(subject, known->feed)
               && known->variant == identity->variant /* else it is sent again */
               && (identity->count != 0
                   || transmission_apart(subject, known) > OBSERVED_TOGETHER);
    }
    return identity->count != 0 && counter->started && is_of_clock(subject, counter->feed)
           && number_step(counter->number, identity->number, identity->count) <= 0;
}

/* The clock was set by about so much; how much exactly is learned from the next
 * transmission that another clock shows. */
static void
clock_was_set_about(subject_t *subject, int64_t by)
{
    clock_was_set(subject, by);
    subject->feed->clock->guessed = subject->pinfo->num;
    feed_clock_part(subject->feed->clock);
}

static void
clock_goes_back(subject_t *subject)
{
    const counter_t *counter = counter_of(subject);
    const transmission_t *known = known_of(subject);
    int64_t by;

    if (is_other_file(subject, known, counter)) {
        subject->feed = feed_begin_part(subject->feed, subject->pinfo);
        membership_obtain(subject);
        subject_read_clock(subject);
    } else if (step_by_own_time(subject, counter, &by) && by <= 0) {
        clock_was_set(subject, by);
    } else {
        clock_was_set_about(subject, subject->raw - subject->feed->clock->latest);
    }
}

/* --- Jumps ahead ------------------------------------------------------------------------- */

/* Numbers that a sender would have used in `when`, by its rhythm so far. */
static int64_t
counter_expects(const counter_t *counter, int64_t when)
{
    int64_t span = counter->when - counter->since;

    if (!counter->started || counter->steps < STEPS_NEEDED || span < SPAN_NEEDED) {
        return 0;
    }
    return (int64_t)((double)when * counter->steps / (double)span);
}

/* It was not silent since long before. */
static bool
is_at_work(const counter_t *counter, int64_t when)
{
    double interval = (double)(counter->when - counter->since) / MAX(counter->steps, 1);

    return counter->when <= when && (double)(when - counter->when) <= SILENT_FOR * interval;
}

/* One node alone may have stood still. */
static bool
others_were_due(const subject_t *subject, const counter_t *counter)
{
    const feed_clock_t *clock = subject->feed->clock;

    for (unsigned i = 0; i < FEED_CLOCK_SENDERS; i++) {
        const counter_t *other = clock->senders[i];

        if (other != NULL && other->machine != counter->machine && is_of_clock(subject, other->feed)
            && is_at_work(other, clock->jump_from)
            && counter_expects(other, clock->jump) >= NUMBERS_MISSED) {
            return true;
        }
    }
    return false;
}

/* How far the clock was set ahead: less than the jump, as some time did pass. */
static int64_t
clock_set_by(const feed_clock_t *clock)
{
    int64_t usual = (clock->jump_from - clock->start) / MAX((int64_t)clock->frames, 1);

    return clock->jump - MIN(usual, clock->jump);
}

typedef enum {
    CLOCK_UNKNOWN,
    CLOCK_IS_RIGHT,
    CLOCK_WAS_SET
} clock_verdict_t;

static const transmission_t *
known_elsewhere(const subject_t *subject)
{
    const transmission_t *known = known_of(subject);

    return known != NULL && !is_of_clock(subject, known->feed)
                   && transmission_is_comparable(subject, known)
               ? known
               : NULL;
}

/* By what another clock says of the transmission, if it has shown it once. */
static clock_verdict_t
compare_jump(const subject_t *subject, const transmission_t *known, int64_t *by)
{
    *by = transmission_distance(subject, known);
    if (is_answer(subject) || known->attempt != 1 || known->variant != subject->identity->variant
        || transmission_is_shown(subject->observer, known, subject->feed->idx)) {
        return CLOCK_UNKNOWN;
    }
    if (ABS(*by) <= transmission_tolerance(subject, known)) {
        return CLOCK_IS_RIGHT;
    }
    return *by > 0 && *by <= subject->feed->clock->jump + OBSERVED_TOGETHER ? CLOCK_WAS_SET
                                                                            : CLOCK_UNKNOWN;
}

/* A sender that sends a message again did not wait for so long. */
static bool
is_sent_again_too_late(const subject_t *subject)
{
    int64_t within = subject->observer->rules->resent_within;
    const transmission_t *known =
        within > 0 && subject->identity->variant != 0 && subject->identity->content != 0
            ? known_of(subject)
            : NULL;

    return known != NULL && known->content != 0 && is_of_clock(subject, known->latest_feed)
           && known->latest <= subject->feed->clock->jump_from
           && subject->raw - known->latest > within;
}

/* Whether the sender's numbers went on as if there had been no jump. */
static clock_verdict_t
weigh_jump(const subject_t *subject, int64_t *by)
{
    const identity_t *identity = subject->identity;
    const feed_clock_t *clock = subject->feed->clock;
    const counter_t *counter = counter_of(subject);
    const transmission_t *known = known_elsewhere(subject);
    int64_t expected, step;

    if (known != NULL) {
        return compare_jump(subject, known, by);
    }
    *by = clock_set_by(clock);
    if (is_sent_again_too_late(subject)) {
        return CLOCK_WAS_SET;
    }
    if (counter == NULL || !counter->started || identity->count == 0 || !identity->has_number
        || !is_of_clock(subject, counter->feed) || counter->when > clock->jump_from) {
        return CLOCK_UNKNOWN;
    }
    expected = counter_expects(counter, clock->jump);
    step = number_step(counter->number, identity->number, identity->count);
    if (expected == 0 || step < 0) {
        return CLOCK_UNKNOWN;
    }
    return expected >= NUMBERS_MISSED * MAX(step, 1) && others_were_due(subject, counter)
               ? CLOCK_WAS_SET
               : CLOCK_IS_RIGHT;
}

/* By the sender's own clock, if that is known; true if it decides. */
static bool
decide_by_own_time(subject_t *subject, int64_t jump)
{
    int64_t by;

    if (!step_by_own_time(subject, counter_of(subject), &by)) {
        return false;
    }
    if (by > jump / 2 && by <= jump) {
        clock_was_set(subject, by);
    }
    return true;
}

static void
decide_jump(subject_t *subject)
{
    feed_clock_t *clock = subject->feed->clock;
    int64_t by;
    clock_verdict_t verdict;

    if (decide_by_own_time(subject, clock->jump)) {
        clock->jump = 0;
        return;
    }
    verdict = weigh_jump(subject, &by);
    clock->answers_only &= is_answer(subject);
    if (verdict == CLOCK_WAS_SET) {
        clock_was_set_about(subject, by);
        feed_clock_doubt(clock, clock->jump_frame, subject->pinfo->num);
    } else if (clock->answers_only) {
        subject->assumed = clock_set_by(clock);
        subject_read_clock(subject); /* nobody acknowledges what was sent so long ago */
        return;
    }
    if (verdict != CLOCK_UNKNOWN || subject->raw > clock->jump_from + clock->jump + UNDECIDED_FOR) {
        clock->jump = 0;
    }
}

static void
clock_jumps(subject_t *subject, int64_t gap)
{
    feed_clock_t *clock = subject->feed->clock;

    if (decide_by_own_time(subject, gap)) {
        return;
    }
    clock->jump = gap;
    clock->jump_from = clock->latest;
    clock->jump_frame = subject->pinfo->num;
    clock->answers_only = true;
}

void
clock_steps_notice(subject_t *subject)
{
    feed_clock_t *clock = subject->feed->clock;
    int64_t gap = subject->raw - clock->latest;

    if (clock->frames == 0) {
        return;
    }
    if (gap < -OBSERVED_TOGETHER) {
        clock_goes_back(subject);
    } else if (clock->jump == 0 && gap > JUMP_FROM && gap > clock->longest_gap * JUMP_FACTOR
               && clock->frames >= FRAMES_NEEDED) {
        clock_jumps(subject, gap);
    }
    if (clock->jump != 0) {
        decide_jump(subject);
    }
}
