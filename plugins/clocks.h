/* clocks.h
 * How far the clock of one observer is from that of another, learned from what both saw.
 *
 * A transmission that two feeds show is one sample of the distance of their clocks. The
 * offset is the median of the latest samples; a clock that is set makes several in a
 * row differ, and a new segment begins.  How far the samples lie apart is the error: the
 * order of two sightings that are closer than this is not known.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CLOCKS_H
#define CLUSTER_CLOCKS_H

#include "capture_point.h"

#define NS_PER_MS INT64_C(1000000)

/** Samples that the median is of. */
#define CLOCK_SAMPLES 15

/** Samples in a row that prove a step. */
#define CLOCK_STEP_PROOF 3

/** One clock; zeroed memory is one that was compared with no other.  Its times are those
 *  of the frames less `shift`: as if it had never been set. */
typedef struct {
    int64_t shift;    /**< ns by which it was set ahead so far */
    int64_t offset;   /**< ns by which it was ahead of the file's first clock before that */
    int64_t spread;   /**< ns; how far the samples lie apart */
    int64_t samples[CLOCK_SAMPLES];
    int64_t odd[CLOCK_STEP_PROOF]; /**< samples that contradict the others */
    int64_t rough;                 /**< ns by which it may be off against clocks of another base;
                                        0: nothing contradicts its times */
    uint32_t sample_count;         /**< in this segment, saturates at CLOCK_SAMPLES */
    uint32_t next;                 /**< of `samples`, to be overwritten */
    uint32_t odd_count;
    uint32_t steps;                /**< segments before this one */
    uint32_t rank;                 /**< 0: the file's first clock, which is right */
    uint32_t base;                 /**< clocks of one base were compared; a base of its own if it
                                        was not, since it was set by nobody knows how much */
} clock_track_t;

/** True if a sample says that the clock was set, or that one frame was late. */
bool clock_is_odd(const clock_track_t *clock, int64_t offset);

/** It is of another base from now on, where it is `by` ns further ahead. */
void clock_rebase(clock_track_t *clock, uint32_t base, int64_t by);

/** Learn from a sample: ns by which this clock is ahead of the first one. */
void clock_sample(clock_track_t *clock, int64_t offset);

/** The clock was set: it is `by` ns further ahead from now on. */
void clock_step(clock_track_t *clock, int64_t by);

/** True if the times of two clocks can be compared. */
static inline bool
clocks_are_compared(const clock_track_t *a, const clock_track_t *b)
{
    return a->base == b->base;
}

/** True if one comparison is confirmed by others, or needs none. */
static inline bool
clock_is_sure(const clock_track_t *clock)
{
    return clock->sample_count == 0 || clock->sample_count >= CLOCK_STEP_PROOF;
}

/** ns by which the distance of two clocks may be wrong, where only the senders' clocks tell it. */
static inline int64_t
clocks_roughness(const clock_track_t *a, const clock_track_t *b)
{
    return clocks_are_compared(a, b) ? 0 : a->rough + b->rough;
}

/** ns within which times by two clocks cannot be told apart; 0 for one clock. */
static inline int64_t
clocks_spread(const clock_track_t *a, const clock_track_t *b)
{
    return a == b ? 0 : a->spread + b->spread + clocks_roughness(a, b);
}

#endif
