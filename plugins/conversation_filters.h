/* conversation_filters.h
 * Analyze > Conversation Filter: from one packet to all of its two nodes, of its
 * circuit, of its cluster.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CONVERSATION_FILTERS_H
#define CLUSTER_CONVERSATION_FILTERS_H

#include "node_tables.h"

/** One entry of the menu: static. */
typedef struct {
    const char *title; /**< in the menu; unique */

    /** The display filter, in the packet's pool; NULL where the frame is in no such
     *  conversation.  `frame` is the head of the protocol's tap structure. */
    const char *(*build)(packet_info *pinfo, const node_tap_t *frame);
} filter_row_t;

/** Entries over all protocols. */
#define FILTER_ROWS_MAX 8

/** Add the entries of a protocol; *Go > Next Packet in Conversation* follows the first. */
void conversation_filters_register(int proto, const filter_row_t *rows, unsigned count);

/** Keep a frame, which lives as long as the packet, for the menu.  To be called for frames
 *  whose tree is shown: on no other can the menu be opened. */
void conversation_filters_keep(packet_info *pinfo, node_tap_t *frame);

#endif
