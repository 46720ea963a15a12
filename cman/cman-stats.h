/* cman-stats.h
 * What the statistics files of this dissector share.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_STATS_H
#define CLUSTER_CMAN_STATS_H

#include "cman-analysis.h"

#include "capture_point.h"
#include "stat_rows.h"

#include <epan/tap.h>

/** What a frame tells the statistics; lives as long as the packet. */
typedef struct {
    cman_message_t message;
    cman_summary_t summary;
    uint32_t point;
} cman_tap_t;

/** Key of a sender: its id, or where it has none yet its address. */
uint64_t cman_sender_key(const packet_info *pinfo, const cman_message_t *message);

/** "name (id)", or "address (id)" while the name is not known; packet's pool. */
const char *cman_sender_label(packet_info *pinfo, const cman_message_t *message);

/** Register the table of cman-stats-delivery.c. */
void cman_delivery_register(void);

/** Register the tables of cman-conversations.c. */
void cman_conversations_register(int proto);

#endif
