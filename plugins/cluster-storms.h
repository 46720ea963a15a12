/* cluster-storms.h
 * What is said of storms: events, an expert item, and the table cluster,storms.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CLUSTER_STORMS_H
#define CLUSTER_CLUSTER_STORMS_H

#include "wire.h"

/** Tell the storms that begin or are over with a frame, and count it if the table is open;
 *  on every pass, once a frame. */
void cluster_storms_show(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree);

/** Register the expert item and the table; once. */
void cluster_storms_register(int proto);

#endif
