/* ncs-analysis.h
 * What several heartbeats mean together.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NCS_ANALYSIS_H
#define CLUSTER_NCS_ANALYSIS_H

#include "ncs.h"

/** Follow a heartbeat that first_pass_is_due(); in frame order. */
void ncs_analyse(const ncs_message_t *message);

#endif
