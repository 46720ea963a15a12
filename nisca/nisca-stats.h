/* nisca-stats.h
 * What the statistics of NISCA share.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_STATS_H
#define CLUSTER_NISCA_STATS_H

#include "nisca-analysis.h"

/** A frame, as the statistics get it. */
typedef struct {
    nisca_message_t message;
    nisca_summary_t summary;
} nisca_tap_t;

/** True for the copy of a frame that another capture point saw, too: it is
 *  one transmission. */
static inline bool
nisca_is_copy(const nisca_tap_t *tap)
{
    return tap->summary.copy_of != 0;
}

/** An SCS address, with its DECnet form if it has one. */
const char *nisca_node_label(packet_info *pinfo, const uint8_t *bytes);

void nisca_conversations_register(int proto);

#endif
