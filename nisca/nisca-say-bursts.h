/* nisca-say-bursts.h
 * How many messages were sent again, in words.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_SAY_BURSTS_H
#define CLUSTER_NISCA_SAY_BURSTS_H

#include "nisca-paths.h"
#include "nisca-state.h"

/** The event of a burst that began, or is over. */
finding_say_t nisca_say_burst;

/** "20 of 160 messages from VAX1 to VAX2 were sent again, the last in frame 440; message lost
 *  20; ..."; `ago`: ns since the last.  Labels in `pool`. */
void nisca_say_resent(wmem_allocator_t *pool, const nisca_burst_t *burst, int64_t ago,
                      event_t *event);

#endif
