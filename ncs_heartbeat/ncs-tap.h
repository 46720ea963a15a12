/* ncs-tap.h
 * What the statistics get of each heartbeat.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NCS_TAP_H
#define CLUSTER_NCS_TAP_H

#include "ncs-state.h"

#include "node_tables.h"

/** One heartbeat for statistics, as long as its dissection; what was found is
 *  only there if analyzed. */
typedef struct {
    node_tap_t head;        /**< first, see node_tables.h */
    const ncs_node_t *node; /**< NULL: not followed */
    uint32_t panning_id;
    uint64_t group; /**< for observation_vlans() */
    bool has_panning_id;
    bool duplicate;         /**< a copy, so no heartbeat of its own */
    found_t found;
    bool has_interval;
    ncs_role_t role;
    int64_t interval;       /**< ns */
    uint32_t missed;
    cadence_verdict_t verdict;
} ncs_tap_t;

/** Register the tap "ncs_heartbeat", conversations and endpoints. */
void ncs_tap_register(int proto);

/** Hand a heartbeat to the statistics, if any listen, and to the conversation filters. */
void ncs_tap_queue(const wire_t *w, const ncs_message_t *message, const found_t *found);

/* --- ncs-stats.c ------------------------------------------------------------ */

/** Register the other tables. */
void ncs_stats_register(void);

/* --- ncs-stats-delivery.c --- */

/** Register the table of who saw whose heartbeats. */
void ncs_delivery_table_register(void);

#endif
