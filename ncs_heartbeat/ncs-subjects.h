/* ncs-subjects.h
 * The subjects of the first pass, which ncs-analysis.c puts in order.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NCS_SUBJECTS_H
#define CLUSTER_NCS_SUBJECTS_H

#include "ncs-state.h"

/* --- ncs-sightings.c --------------------------------------------------------- */

/** Observe a heartbeat; false beyond the caps. */
bool ncs_observe(const ncs_message_t *message, observation_t *seen);

/* --- ncs-rhythm.c ------------------------------------------------------------ */

/** Heartbeats in time, one after the other, from which on a node is missed. */
#define NCS_IN_RHYTHM 3

/** Measure the interval since the node's previous heartbeat at this place, and judge it.
 *  Returns it in ns; -1 if it is not known. */
int64_t ncs_follow_rhythm(const ncs_message_t *message, const ncs_node_t *node,
                          const observation_t *seen);

/** Measure the interval over all feeds; `here` is what ncs_follow_rhythm() returned. */
void ncs_follow_wire_rhythm(ncs_node_t *node, const observation_t *seen, int64_t here);

/* --- ncs-silence.c ----------------------------------------------------------- */

/** Find out whether a cluster was silent as a whole until now. To be called
 *  before the sender's rhythm is followed. */
void ncs_follow_silence_of_all(const ncs_message_t *message, ncs_cluster_t *cluster,
                               int64_t when);

/** A node uses another panning id now: it will not be missed where it was. */
void ncs_node_leave(ncs_node_t *node);

/** The sender is awake; report the nodes of its cluster that are not. */
void ncs_follow_silence(const ncs_message_t *message, ncs_node_t *node,
                        const observation_t *seen);

/** Say that the sender is back after a silence. To be called before its rhythm on the
 *  wire is followed. */
void ncs_follow_return(ncs_node_t *node, int64_t when);

/** Whether it was said that the node fell silent, alone or with all others, and it was not heard
 *  again. */
bool ncs_is_still_silent(const ncs_node_t *node);

/** Whether nobody knows of its silence, as the place that showed it in a split shows nothing at
 *  this moment. */
bool ncs_is_unwatched(const ncs_node_t *node, const moment_t *at);

/** After a change of master a slave sends to the new one, and this capture point may not
 *  show that. */
bool ncs_is_out_of_sight(ncs_cluster_t *cluster, const ncs_node_t *node);

/** Whether a node that is not heard at that moment may go on where this file does not show it. */
bool ncs_may_go_on(const ncs_node_t *node, const moment_t *at);

/* --- ncs-paths.c --------------------------------------------------------------- */

/** Find out which places do not see the sender any more.  To be called when its rhythm is
 *  followed. */
void ncs_follow_paths(const ncs_message_t *message, const ncs_node_t *node,
                      const observation_t *seen);

/* --- ncs-mastership.c -------------------------------------------------------- */

/** Follow who is the master of the sender's cluster. */
void ncs_follow_mastership(const ncs_message_t *message, ncs_node_t *node, const moment_t *at);

/** The same of a heartbeat that comes so late in the file that it does not tell who the master is
 *  now; but there may have been two. */
void ncs_follow_late_broadcast(const ncs_message_t *message, ncs_node_t *node,
                               const moment_t *at);

/** IPv4 address of the cluster's master when `frame` was sent, in host byte
 *  order; 0: not known, or not IPv4. */
uint32_t ncs_master_at(const ncs_cluster_t *cluster, uint32_t frame);

/* --- ncs-membership.c -------------------------------------------------------- */

/** Notice another cluster on the same feed, and an address with another panning id. */
void ncs_follow_clusters(const ncs_message_t *message, ncs_node_t *node,
                         const observation_t *seen);

/** A node has come at `when`: no node need have left for the view that it is in, even the
 *  latest or the next one. */
void ncs_explain_view(ncs_cluster_t *cluster, int64_t when);

/** Follow the sender's view of the membership. `when` in ns, corrected. */
void ncs_follow_incarnation(const ncs_message_t *message, ncs_node_t *node, int64_t when);

/** Find out whether the sender has no view, or one that the others left. To be called
 *  when all else of it is followed. */
void ncs_follow_view(ncs_node_t *node, int64_t when);

/* --- ncs-views.c --------------------------------------------------------------- */

/** Say who is in the latest view, once all had the time to show it. */
void ncs_follow_members(ncs_cluster_t *cluster, const moment_t *at);

#endif
