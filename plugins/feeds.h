/* feeds.h
 * The feeds of a capture file: streams of frames, each by one clock.
 *
 * Shared by all protocols of the plugin: a clock is wrong for all of them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_FEEDS_H
#define CLUSTER_FEEDS_H

#include "clocks.h"
#include "copies.h"
#include "feed_key.h"

/** More feeds are not followed. */
#define FEEDS_MAX 4096

/** Senders that a clock has shown of late. */
#define FEED_CLOCK_SENDERS 4

struct counter;

/** The clock of an interface, which all of its VLANs share. */
typedef struct {
    clock_track_t track;
    clock_track_t by_own_times; /**< samples of how far it is ahead of clocks of another base */
    int64_t start;         /**< time of its first frame, ns; and of its latest: */
    int64_t latest;
    int64_t longest_gap;   /**< between two frames of this plugin's protocols */
    int64_t jump;          /**< ns that it went ahead by, while nothing tells whether it was
                                set; 0: no such jump */
    int64_t jump_from;     /**< its time before */
    uint32_t jump_frame;   /**< the first frame behind it */
    bool answers_only;     /**< came since */
    uint32_t sure_frame;   /**< the latest frame whose time is confirmed by another clock */
    uint32_t guessed;      /**< the latest frame since which it is set nobody knows by how much,
                                or 0 */
    wmem_array_t *doubts;  /**< of feed_doubt_t, ascending; NULL: none */
    uint32_t frames;
    uint32_t next_sender;
    struct counter *senders[FEED_CLOCK_SENDERS];
} feed_clock_t;

/** Frames in which a clock was set before that was known: intervals that end there may be
 *  over the step. */
typedef struct {
    uint32_t from, to;
} feed_doubt_t;

/** One stream of frames. */
typedef struct feed {
    feed_key_t key;
    uint32_t part;         /**< 0, or behind how many files in one interface it begins */
    uint32_t idx;          /**< in order of appearance, from 0 */
    uint32_t place;        /**< see places.h */
    feed_clock_t *clock;
    uint32_t first_frame, last_frame, frames;
    int64_t start, end;    /**< first and latest time, corrected */
    int64_t raw_start, raw_end; /**< the same by its own clock */
    uint32_t snap;         /**< bytes that were kept of the longest frame that was cut; 0: none */
    uint32_t senders;      /**< that it has shown; none above 63 feeds */
    uint32_t one_way;      /**< pairs of nodes of which it has shown one direction only */
    copies_t copies;
    struct feed *older;    /**< the part before this one, or NULL */
    struct feed *continued; /**< by another feed, so it seems: its file ended; or NULL */
    struct feed *continues; /**< the feed that it goes on with, or NULL */
} feed_t;

/** The feed of a frame on the first pass, made where it is new; NULL beyond the cap. */
feed_t *feeds_of_frame(const packet_info *pinfo);

/** Count a frame, whose clock may just have been mended.  Returns its corrected time. */
int64_t feed_count(feed_t *feed, const packet_info *pinfo, int64_t raw);

/** From this frame on the interface has the frames of another file: a new feed with a
 *  clock of its own.  `feed` itself beyond the cap. */
feed_t *feed_begin_part(feed_t *feed, const packet_info *pinfo);

/** The feed whose file seems to have ended before the first frame of `feed`, which is
 *  captured at the same place then: rotated files, or sections.  NULL: none. */
feed_t *feed_before(const feed_t *feed, int64_t raw);

/** `feed` goes on where `before` ended, by the same clock. */
void feed_continue(feed_t *feed, feed_t *before);

/** What seemed to go on with `feed` is another place after all. */
void feed_discontinue(const packet_info *pinfo, feed_t *feed);

/** The feed of a frame on any pass, or NULL if the first pass has not seen it. */
const feed_t *feeds_find(const packet_info *pinfo);

/** All feeds so far. */
uint32_t feeds_count(void);
feed_t *feed_at(uint32_t idx);

/** Nothing is known any more of how far the clock is from others. */
void feed_clock_part(feed_clock_t *clock);

/** `clock`, and all that were compared with it, can be compared with `other` now: they are `by`
 *  ns further ahead than was thought.  The older base of both remains. */
void feed_clocks_join(feed_clock_t *clock, feed_clock_t *other, int64_t by);

/** `clock`, and all that were compared with it, are about `by` ns further ahead of all others than
 *  was thought: within `rough`. */
void feed_clocks_shift(feed_clock_t *clock, int64_t by, int64_t rough);

/** The clock was set somewhere in these frames. */
void feed_clock_doubt(feed_clock_t *clock, uint32_t from, uint32_t to);

/** Whether a frame, on any pass, is one of those.  O(1) where there are none in the file. */
bool feed_is_in_doubt(const packet_info *pinfo);

/** A time of a feed's clock by the clock of the file's first feed, as far as is known. */
static inline int64_t
feed_time(const feed_t *feed, int64_t raw)
{
    return raw - feed->clock->track.offset;
}

/** Make this module forget a file when it is closed; once. */
void feeds_register(void);

#endif
