/* cluster-timeline.h
 * The story of an incident in one table.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CLUSTER_TIMELINE_H
#define CLUSTER_CLUSTER_TIMELINE_H

/** Register the table; once, behind the events. */
void cluster_timeline_register(void);

#endif
