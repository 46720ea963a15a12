/* cluster.h
 * The pseudo protocol "cluster": what the plugin says about the capture file rather than
 * about a message.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CLUSTER_H
#define CLUSTER_CLUSTER_H

#include "ws-compat.h"

/** Say where a frame was captured, and what is wrong with the way it was: in the tree of
 *  its message, and to the table cluster,points.  On every pass, once a frame, after its
 *  analysis. */
void cluster_show(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree);

/** Register the pseudo protocol; behind all others, as its tables are in the menu. */
void cluster_register(void);

/** To be called when all protocols are registered. */
void cluster_hand_off(void);

#endif
