/* log_clocks.h
 * How far the clocks of logs are from those of the packets: by what both say, that a node
 * was declared dead.
 *
 * Nothing is corrected: what is found is proposed, in words.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LOG_CLOCKS_H
#define CLUSTER_LOG_CLOCKS_H

#include "events.h"

/** Forget all that was noted: a table starts over. */
void log_clocks_reset(void);

/** Note an event, at `when`, ns since the epoch, of `frame`.  True if it shows that the
 *  clock of a log is wrong: then `proposal` says so, once a log. */
bool log_clocks_note(const event_t *event, int64_t when, uint32_t frame, event_t *proposal);

#endif
