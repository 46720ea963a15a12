/* cluster-timeline.h
 * The story of an incident in one table.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CLUSTER_TIMELINE_H
#define CLUSTER_CLUSTER_TIMELINE_H

/** Register the table; once, behind the events. */
void cluster_timeline_register(void);

/** A frame of one of the protocols is there; on every pass. */
void cluster_timeline_note_frame(void);

#endif
