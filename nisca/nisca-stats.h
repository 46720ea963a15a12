/* nisca-stats.h
 * What the statistics of NISCA share.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_STATS_H
#define CLUSTER_NISCA_STATS_H

#include "nisca-tap.h"

#include "stat_rows.h"

/** An SCS address, with its DECnet form if it has one. */
const char *nisca_address_label(packet_info *pinfo, const uint8_t *bytes);

/** A node of a group: its latest name, with the DECnet form of its address; or the
 *  address. */
const char *nisca_node_label(packet_info *pinfo, uint32_t group, const nisca_node_t *node);

/** Say in a column of which group, and clone, a row is; of each frame that it counts. */
void nisca_row_group(const stat_row_t *row, unsigned column, packet_info *pinfo,
                     const observed_cluster_t *cluster, uint32_t group);

void nisca_conversations_register(int proto);
void nisca_delivery_table_register(void);
void nisca_stats_register(int proto);

#endif
