/* showings.h
 * The frames that show what an earlier frame had shown: found by their own number, and
 * by the first frame and the feed.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_SHOWINGS_H
#define CLUSTER_SHOWINGS_H

#include "ws-compat.h"

/** One of them; 16 bytes. */
typedef struct {
    uint32_t frame;
    uint32_t first; /**< the frame that showed the transmission first */
    uint32_t count; /**< showings on this feed: with this one, or so far if it is the first */
    uint16_t feed;
    bool again : 1;   /**< not the first on its feed */
    bool is_copy : 1; /**< it comes again by the way the frames were captured */
    bool to_all : 1;  /**< it is for all nodes, or nobody knows for whom */
} showing_t;

/** All of one observer; zeroed memory is none.  Lives as long as the capture file. */
typedef struct {
    wmem_array_t *frames;    /**< of showing_t, by frame: */
    showing_t *all;
    uint32_t count;
    uint32_t *by_feed;       /**< hash table: index + 1 of the first on each feed */
    uint32_t by_feed_size, by_feed_used;
} showings_t;

/** Append one; its frame must not be below that of the one before. */
void showings_add(showings_t *showings, const showing_t *showing);

/** Forget that `frame`, the latest one, showed anything again: a read filter rejected
 *  it, and the next frame gets its number. */
void showings_forget(showings_t *showings, uint32_t frame);

/** Insert one about an earlier frame.  O(n). */
void showings_insert(showings_t *showings, const showing_t *showing);

/** The one with this number, or NULL.  O(log n). */
const showing_t *showings_at(const showings_t *showings, uint32_t frame);

/** The only one on `feed` that was taken to show what `first` showed, shows what `to` does.
 *  O(1). */
void showings_move(showings_t *showings, uint32_t first, uint32_t feed, uint32_t to);

/** The frame that came `count`-th on `feed`, of those that show what `first` showed, or 0:
 *  among the latest ones.  O(n), n bounded. */
uint32_t showings_counted(const showings_t *showings, uint32_t first, uint32_t feed,
                          uint32_t count);

/** The first on `feed` that shows what `first` showed, or NULL; valid until the next
 *  call that changes any.  O(1). */
showing_t *showings_on(const showings_t *showings, uint32_t first, uint32_t feed);

#endif
