/* event_words.h
 * What happened, in words: of an event, or of an expert item.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_EVENT_WORDS_H
#define CLUSTER_EVENT_WORDS_H

#include "ws-compat.h"

/** Bytes of an event's words, with the NUL; longer ones are cut. */
#define EVENT_WORDS_MAX 400

/** The frame with which something began that a later one proves; `frame` 0: it is the same. */
typedef struct {
    uint32_t frame;
    uint32_t feed; /**< that shows it, see feeds.h */
    int64_t ago;   /**< ns */
} event_begin_t;

/** One thing that happened. */
typedef struct event {
    int64_t now;                 /**< ns since the epoch, for a table of times; 0: the words name
                                      no time of day */
    const char *cluster;         /**< "cman 6463"; packet's pool or a constant */
    const struct observed_cluster *seen; /**< that cluster, whose VLAN or VNI stands behind its name
                                              where another one has its number; or NULL */
    const char *node;            /**< whom it is about: "3 (mark)"; "" if nobody in particular */
    char words[EVENT_WORDS_MAX]; /**< what happened, with names, numbers, durations; valid UTF-8
                                      without control bytes */
    const char *removed;         /**< who is put out of the cluster at this moment, which logs say,
                                      too: "3 (mark)", "VAX3"; or NULL */
    bool is_log;                 /**< a line of the log of `node` */
    uint64_t topic;              /**< a table of the story has one row for it: that which was told
                                      last; 0: a row of its own */
    event_begin_t begin;         /**< a table of the story has the row there, and it says which
                                      frame proves it */
    bool keeps_place;            /**< that row stays where the first one of its topic was */
    uint32_t amends;             /**< the frame whose row of this topic gets these words; 0: this is
                                      an event of its own */
    bool is_step;                /**< a table of the story has no row for it: others tell as much */
    uint64_t folds;              /**< a topic whose row goes, as these words say it, too; or 0 */
} event_t;

/** Append to the words; printf's format.  What does not fit is left out. */
void event_say(event_t *event, const char *format, ...) G_GNUC_PRINTF(2, 3);

/** Append a duration as people say it: "24.4 s", "3 min 5 s", "340 ms", "0.4 ms", "35 us". */
void event_say_time(event_t *event, int64_t ns);

/** Append how long ago something was, in ns: "23.0 s ago (03:04:27.0)".  There is no time of day
 *  in the words of the field `cluster.event`, nor for what was two seconds ago or less. */
void event_say_ago(event_t *event, int64_t ago);

/** Append words and a frame of so long ago: "<words> frame 12 (03:04:27.0)".  There is no time of
 *  day for the frame whose time the row has. */
void event_say_frame(event_t *event, const char *words, uint32_t frame, int64_t ago);

#endif
