/* cman-stats.h
 * The tables in the Statistics menu.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_STATS_H
#define CLUSTER_CMAN_STATS_H

/** Register the tree of messages and the tables of nodes, transitions and
 *  barriers. */
void cman_stats_register(void);

/** Register the table of cman-stats-delivery.c. */
void cman_delivery_table_register(void);

#endif
