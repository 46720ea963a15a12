/* cluster-points.h
 * The table of the places of a capture file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CLUSTER_POINTS_H
#define CLUSTER_CLUSTER_POINTS_H

#include "feeds.h"

/** Whether the table is open. */
bool cluster_points_are_open(void);

/** Count a frame, if the table is open. */
void cluster_points_queue(packet_info *pinfo, const feed_t *feed);

/** Register the table; once. */
void cluster_points_register(void);

#endif
