/* observation-own-times.c
 * How far clocks are apart that show no frame in common, by the senders' own times.
 *
 * Two LANs that are captured by a machine each have no frame in common.  A node's HELLOs go out
 * on both, and say when by its own clock.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "observation-state.h"

/* A tick of the clock of OpenVMS; less is no reason to doubt the times of the file. */
#define OWN_TICK (10 * NS_PER_MS)

/* So many HELLOs tell the distance, as each came at some time of a tick. */
#define OWN_SAMPLES 5

/* Nothing delays a HELLO for so long: the first one that both show tells that a clock is wrong. */
#define OWN_FAR (50 * NS_PER_MS)

/* Clocks do not drift by a tick in this time.  Own times further apart may be a clone's. */
#define OWN_WITHIN (60 * NS_PER_S)

/* Two clocks drift by a second in 2000 at most. */
#define OWN_DRIFT 2000

/* Between the sender's HELLO before it and this frame, by the sender's clock. */
static int64_t
own_time_since(const subject_t *subject, const counter_t *sender)
{
    return subject->identity->own_time - (sender->when - sender->own_offset);
}

/* While both LANs are captured, clocks that far apart may be those of two clones. */
static bool
has_ended(const subject_t *subject, const feed_clock_t *clock)
{
    return subject->when - (clock->latest - clock->track.offset) > OWN_WITHIN;
}

/* Whether the frame, and the sender's HELLO before it, went out by adapters of two LANs. */
static bool
is_by_another_lan(const subject_t *subject, const counter_t *sender, const counter_t *adapter)
{
    return sender->has_own && sender->own_feed != subject->feed->idx
           && (adapter->feeds & feed_bit(sender->own_feed)) == 0;
}

/* Whether the time between both HELLOs says how far the clocks are apart. */
static bool
tells_distance(const subject_t *subject, const counter_t *sender)
{
    const feed_clock_t *here = subject->feed->clock;
    const feed_clock_t *there = feed_at(sender->own_feed)->clock;

    return here != there && !clocks_are_compared(&here->track, &there->track) && here->jump == 0
           && there->jump == 0
           && (ABS(own_time_since(subject, sender)) <= OWN_WITHIN || has_ended(subject, there));
}

/* Nothing has told yet how far it is from others. */
static bool
is_unknown(const feed_clock_t *clock)
{
    const clock_track_t *track = &clock->by_own_times;

    return clock->track.rough == 0 && track->sample_count == 0 && track->odd_count == 0;
}

/* The first HELLO of a clock of which nothing is known may say that it is far ahead of an older
 * one, within `rough`. */
static bool
correct_far_clock(feed_clock_t *clock, int64_t ahead, int64_t rough)
{
    bool is_far = is_unknown(clock) && ABS(ahead) > OWN_FAR + rough;

    if (is_far) {
        feed_clocks_shift(clock, ahead, rough);
    }
    return is_far;
}

/* One more HELLO says the same. */
static void
sample_own_time(feed_clock_t *clock, int64_t ahead, int64_t rough)
{
    clock_track_t *track = &clock->by_own_times;
    uint32_t needed = track->steps > 0 ? CLOCK_STEP_PROOF : OWN_SAMPLES;
    int64_t by;

    if (correct_far_clock(clock, ahead, rough)) {
        return;
    }
    clock_sample(track, ahead);
    by = track->shift + track->offset;
    if (track->sample_count >= needed && ABS(by) > OWN_TICK) {
        feed_clocks_shift(clock, by, rough);
        *track = (clock_track_t){ 0 };
    }
}

/* Both HELLOs say that the clock of the frame is so far ahead of the other one. */
static int64_t
own_times_apart(const subject_t *subject, const counter_t *sender)
{
    int64_t own_offset = subject->raw - subject->identity->own_time;

    return own_offset - subject->feed->clock->track.offset
           - (sender->own_offset - feed_at(sender->own_feed)->clock->track.offset);
}

/* What seemed to be the next file of one machine, by one clock, is of another one. */
static void
refute_continuation(const subject_t *subject, const counter_t *sender, int64_t rough)
{
    const feed_t *before = subject->feed->continues;
    int64_t ahead = own_times_apart(subject, sender);

    if (before != NULL && before->idx == sender->own_feed && ABS(ahead) > OWN_FAR + rough) {
        feed_discontinue(subject->pinfo, feed_at(sender->own_feed));
    }
}

static int64_t
own_time_roughness(const subject_t *subject, const counter_t *sender)
{
    return OWN_TICK + ABS(own_time_since(subject, sender)) / OWN_DRIFT;
}

static void
compare_lans(const subject_t *subject, const counter_t *sender)
{
    feed_clock_t *here = subject->feed->clock;
    feed_clock_t *there = feed_at(sender->own_feed)->clock;
    int64_t rough = own_time_roughness(subject, sender);
    int64_t ahead;

    refute_continuation(subject, sender, rough);
    if (!tells_distance(subject, sender)) {
        return;
    }
    ahead = own_times_apart(subject, sender);
    if (here->track.base > there->track.base) {
        sample_own_time(here, ahead, rough);
    } else {
        sample_own_time(there, -ahead, rough);
    }
}

/* Whether the clock was set by nobody knows how much since the sender's HELLO before. */
static bool
was_set_about(const subject_t *subject, const counter_t *sender)
{
    const feed_clock_t *clock = subject->feed->clock;

    return clock == feed_at(sender->own_feed)->clock && clock->guessed != 0 && clock->jump == 0;
}

/* Places of one LAN are compared by what both show.  Before that HELLOs tell a tick. */
static void
compare_places(const subject_t *subject, const counter_t *sender)
{
    feed_clock_t *here = subject->feed->clock;
    feed_clock_t *there = feed_at(sender->own_feed)->clock;
    int64_t rough = own_time_roughness(subject, sender);
    int64_t ahead;

    if (!was_set_about(subject, sender) && !tells_distance(subject, sender)) {
        return;
    }
    ahead = own_times_apart(subject, sender);
    if (here == there || here->track.base > there->track.base) {
        correct_far_clock(here, ahead, rough);
    } else {
        correct_far_clock(there, -ahead, rough);
    }
}

void
compare_own_times(const subject_t *subject, counter_t *sender, counter_t *adapter)
{
    bool is_hello = is_to_all(subject);

    if (is_hello && is_by_another_lan(subject, sender, adapter)) {
        compare_lans(subject, sender);
    } else if (sender->has_own && is_unknown(subject->feed->clock)) {
        compare_places(subject, sender);
    }
    if (is_hello) {
        adapter->feeds |= feed_bit(subject->feed->idx);
        counter_note_own_time(sender, subject);
    }
}
