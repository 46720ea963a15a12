/* delivery_table.h
 * Who saw whose messages: the table that finds a bad network card.
 *
 * Each sender and place has a row: what the sender sent while the place was
 * watching, what was seen there, and what was lost on the way.  A place that never
 * shows a sender has no row for it: the sender is not in sight there.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_DELIVERY_TABLE_H
#define CLUSTER_DELIVERY_TABLE_H

#include "stat_rows.h"

/** More places are not told apart from the last one. */
#define DELIVERY_PLACES_MAX 64

/** One table; static.  The protocol fills in the first part. */
typedef struct {
    stat_rows_t rows;     /**< title, name, tap and packet; see delivery_table_register() */

    GHashTable *senders;  /**< from here on: this module's */
    unsigned places;      /**< of which a frame was seen */
    uint32_t numbers[DELIVERY_PLACES_MAX];
} delivery_table_t;

/** A frame that counts: of a message that every place should see. */
typedef struct {
    uint64_t sender;      /**< key of the sender, and of what of it is counted apart */
    const char *cluster;  /**< what the cluster is called */
    const char *label;    /**< what the sender is called */
    bool is_first;        /**< the first sighting of a transmission */
    bool is_again;        /**< ... seen before at this place: counts nowhere */
} delivery_sight_t;

/** Count a frame; `sight` is NULL for one that only tells that its place is watching. */
void delivery_table_count(delivery_table_t *table, packet_info *pinfo,
                          const delivery_sight_t *sight);

/** Make the table known to Wireshark. */
void delivery_table_register(delivery_table_t *table);

#endif
