/* ncs-findings.h
 * How findings about a heartbeat are shown.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NCS_FINDINGS_H
#define CLUSTER_NCS_FINDINGS_H

#include "ncs.h"

#include "findings.h"

/** Gather the findings of a frame, and what the observer remembers of it. */
void ncs_gather(const packet_info *pinfo, found_t *found);

/** Register the fields and expert items of the analysis. */
void ncs_findings_register(int proto);

/** Show the current master, and the findings as a subtree. */
void ncs_show_findings(const wire_t *w, const ncs_message_t *message, const found_t *found);

/** Append what is unusual to the Info column. */
void ncs_inform(info_t *info, const found_t *found);

#endif
