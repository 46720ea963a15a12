/* node_tables.h
 * Conversations and endpoints by the nodes of a cluster.
 *
 * Wireshark gives the callbacks of these tables nothing of ours but the tap's
 * data, so each tap structure of a protocol with such tables begins with a
 * node_tap_t.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NODE_TABLES_H
#define CLUSTER_NODE_TABLES_H

#include "ws-compat.h"

#include <epan/conversation_table.h>

/** The tables of one protocol: static, with the names of the fields that their
 *  filters ask for; none where nodes are IP addresses. */
typedef struct {
    const char *source_field;
    const char *destination_field;
    const char *any_field;
    int proto; /**< from here on: this module's, but for reading this */
    ct_dissector_info_t conversation;
    et_dissector_info_t endpoint;
} node_tables_t;

/** The head of a tap structure.  The bytes of the addresses live as long as the
 *  packet; the tables copy them. */
typedef struct {
    node_tables_t *tables;
    address source, destination;
    bool is_copy; /**< another capture point's sighting of a frame: not counted */
} node_tap_t;

/** Register both tables of a protocol, whose tap has the protocol's filter name.
 *  `tables` must be static. */
void node_tables_register(int proto, node_tables_t *tables);

#endif
