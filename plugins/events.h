/* events.h
 * The story of an incident: cluster.event on the frame that shows it, and what the table
 * cluster,timeline gets of it.
 *
 * An event is a finding whose row has words for it (finding_row_t.event), so
 * the first pass decides, and every pass tells the same.  Copies have no
 * findings of that kind, so that an event is told once.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_EVENTS_H
#define CLUSTER_EVENTS_H

#include "findings.h"

/** Bytes of an event's words, with the NUL; longer ones are cut. */
#define EVENT_WORDS_MAX 240

/** One thing that happened. */
struct event {
    const char *cluster;         /**< "cman 6463"; packet's pool or a constant */
    const char *node;            /**< whom it is about: "3 (mark)"; "" if nobody in particular */
    char words[EVENT_WORDS_MAX]; /**< what happened, with names, numbers, durations; valid UTF-8
                                      without control bytes */
    const char *removed;         /**< who is put out of the cluster at this moment, which logs say,
                                      too: "3 (mark)", "VAX3"; or NULL */
    bool is_log;                 /**< a line of the log of `node` */
};

/** The tap that gets each event, and what it gets; as long as the packet. */
#define EVENT_TAP "cluster_event"

typedef struct {
    event_t event;
    const char *place; /**< "-" where the file has one */
    uint32_t frame;
    int64_t when;      /**< ns since the epoch, by the clock of the file's first feed */
} event_told_t;

/** Append to the words; printf's format.  What does not fit is left out. */
void event_say(event_t *event, const char *format, ...) G_GNUC_PRINTF(2, 3);

/** Append a duration as people say it: "24.4 s", "3 min 5 s", "340 ms", "0.4 ms", "35 us". */
void event_say_time(event_t *event, int64_t ns);

/** True if anybody looks at events: a filter, a column, the tree or the
 *  timeline. */
bool events_are_wanted(const proto_tree *tree);

/** Tell the events among a frame's findings: items in the tree, rows for the
 *  timeline.  To be called on every pass, after findings_show().  `cluster` names
 *  the cluster of the frame; it is asked for only if there is an event. */
void events_tell(finding_view_t *view, const finding_row_t *rows, unsigned kinds,
                 const char *(*cluster)(const finding_view_t *view));

/** Tell one event that is no finding. */
void events_tell_one(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, const event_t *event);

/** Register the field and the tap; once. */
void events_register(int proto);

#endif
