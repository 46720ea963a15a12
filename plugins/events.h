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
#include "observation.h"

/** The tap that gets each event, and what it gets; as long as the packet. */
#define EVENT_TAP "cluster_event"

typedef struct {
    event_t event;
    const char *place; /**< of the frame of its row; "-" where the file has one */
    uint32_t frame;    /**< that tells it */
    int64_t when;      /**< ns since the epoch, by the clock of the file's first feed */
} event_told_t;

/** True if anybody looks at events: a filter, a column, the tree or the
 *  timeline. */
bool events_are_wanted(const proto_tree *tree);

/** A cluster as rows name it: "cman 6463" in the packet's pool, without its VLAN; and what was seen
 *  of it, or NULL. */
typedef struct {
    const char *name;
    const observed_cluster_t *seen;
} event_cluster_t;

/** Tell the events among a frame's findings: items in the tree, rows for the
 *  timeline.  To be called on every pass, after findings_show().  `cluster` is that
 *  of the frame; it is asked for only if there is an event. */
void events_tell(finding_view_t *view, const finding_row_t *rows, unsigned kinds,
                 event_cluster_t (*cluster)(const finding_view_t *view));

/** Tell one event that is no finding. */
void events_tell_one(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, const event_t *event);

/** Register the field and the tap; once. */
void events_register(int proto);

#endif
