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

/* Clocks do not drift by a tick in this time.  Own times further apart may be a clone's. */
#define OWN_WITHIN (60 * NS_PER_S)

/* Whether the frame, and the sender's HELLO before it, went out by adapters of two LANs, which
 * clocks show that were not compared. */
static bool
is_by_another_lan(const subject_t *subject, const counter_t *sender, const counter_t *adapter)
{
    const feed_clock_t *here = subject->feed->clock, *there;

    if (!sender->has_own || sender->own_feed == subject->feed->idx
        || (adapter->feeds & feed_bit(sender->own_feed)) != 0) {
        return false;
    }
    there = feed_at(sender->own_feed)->clock;
    return here != there && !clocks_are_compared(&here->track, &there->track) && here->jump == 0
           && there->jump == 0
           && ABS(subject->identity->own_time - (sender->when - sender->own_offset)) <= OWN_WITHIN;
}

/* One more HELLO says that `clock` is so far ahead of an older one. */
static void
sample_own_time(feed_clock_t *clock, int64_t ahead)
{
    clock_track_t *track = &clock->by_own_times;
    uint32_t needed = track->steps > 0 ? CLOCK_STEP_PROOF : OWN_SAMPLES;
    int64_t by;

    clock_sample(track, ahead);
    by = track->shift + track->offset;
    if (track->sample_count >= needed && ABS(by) > OWN_TICK) {
        feed_clocks_shift(clock, by, OWN_TICK);
        *track = (clock_track_t){ 0 };
    }
}

void
compare_own_times(const subject_t *subject, counter_t *sender, counter_t *adapter)
{
    int64_t own_offset = subject->raw - subject->identity->own_time;
    feed_clock_t *here = subject->feed->clock, *there;
    int64_t ahead;

    if (is_by_another_lan(subject, sender, adapter)) {
        there = feed_at(sender->own_feed)->clock;
        ahead = own_offset - here->track.offset - (sender->own_offset - there->track.offset);
        if (here->track.base > there->track.base) {
            sample_own_time(here, ahead);
        } else {
            sample_own_time(there, -ahead);
        }
    }
    adapter->feeds |= feed_bit(subject->feed->idx);
    counter_note_own_time(sender, subject);
}
