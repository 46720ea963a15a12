/* nisca-findings.h
 * What is to be said of a frame, by what the first pass found.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_FINDINGS_H
#define CLUSTER_NISCA_FINDINGS_H

#include "nisca.h"

#include "findings.h"

/** Gather what the first pass found about a frame, and what can be looked up since, as far
 *  as somebody looks at it.  Nothing if analysis is off.  O(log n). */
void nisca_gather(const wire_t *w, const nisca_message_t *message, found_t *found);

/** Show the findings of a frame in a subtree of their own. */
void nisca_show_findings(const wire_t *w, const nisca_message_t *m, const found_t *found);

/** Append the verdicts of a frame to the Info column. */
void nisca_inform(info_t *info, const found_t *found);

void nisca_findings_register(int proto);

/* --- nisca-names.c --- */

/** Fill in what both ends are called, as known at this frame. */
void nisca_name_ends(const packet_info *pinfo, nisca_message_t *m);

/** Show that. */
void nisca_show_names(const wire_t *w, const nisca_message_t *m);

void nisca_names_register(int proto);

#endif
