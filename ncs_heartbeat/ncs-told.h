/* ncs-told.h
 * What happened in a Novell cluster, for the story of the file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NCS_TOLD_H
#define CLUSTER_NCS_TOLD_H

#include "ncs-state.h"

#include "events.h"

/** The text of an address; packet's pool. */
const char *ncs_address_text(const finding_view_t *view, const address *addr);

/** "A and B", the sender and another master, the lower address first; packet's pool. */
const char *ncs_both_masters_text(const finding_view_t *view, const finding_t *finding);

/** How a new master ranks among the nodes, by ncs_elected(). */
const char *ncs_rank_text(const finding_view_t *view, int64_t elected);

/** The cluster of a message. */
event_cluster_t ncs_event_cluster(const finding_view_t *view);

/* Events, a function for each kind of finding; see finding_row_t. */
void ncs_tell_lost(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_silent(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_silence(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_silence_over(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_all_others(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_back(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_left(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_others_back(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_first(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_master_change(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_two_masters(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_one_master(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_incarnation(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_members(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_panning_change(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_joining(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_unseen(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_seen_again(const finding_view_t *view, const finding_t *finding, event_t *event);
void ncs_tell_outdated(const finding_view_t *view, const finding_t *finding, event_t *event);

#endif
