/* ncs-subjects.h
 * The subjects of the first pass, which ncs-analysis.c puts in order.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NCS_SUBJECTS_H
#define CLUSTER_NCS_SUBJECTS_H

#include "ncs-state.h"

/* --- ncs-rhythm.c ------------------------------------------------------------ */

/** Find out whether a heartbeat is a copy of one just before. `time` in ns. */
bool ncs_follow_copies(const ncs_message_t *message, const ncs_node_t *node, int64_t time);

/** Measure the interval since the node's previous heartbeat, and judge it. */
void ncs_follow_rhythm(const ncs_message_t *message, ncs_node_t *node, int64_t time);

/* --- ncs-silence.c ----------------------------------------------------------- */

/** Find out whether a cluster was silent as a whole until now. To be called
 *  before the sender's rhythm is followed. */
void ncs_follow_silence_of_all(const ncs_message_t *message, ncs_cluster_t *cluster,
                               int64_t time);

/** The sender is awake; report the nodes of its cluster that are not. */
void ncs_follow_silence(const ncs_message_t *message, ncs_node_t *node, int64_t time);

/* --- ncs-mastership.c -------------------------------------------------------- */

/** Follow who is the master of the sender's cluster. */
void ncs_follow_mastership(const ncs_message_t *message, ncs_node_t *node, int64_t time);

/** IPv4 address of the cluster's master when `frame` was sent, in host byte
 *  order; 0: not known, or not IPv4. */
uint32_t ncs_master_at(const ncs_cluster_t *cluster, uint32_t frame);

/* --- ncs-membership.c -------------------------------------------------------- */

/** Notice another cluster at the same capture point. */
void ncs_follow_clusters(const ncs_message_t *message, ncs_cluster_t *cluster);

/** Follow the sender's view of the membership. */
void ncs_follow_incarnation(const ncs_message_t *message, ncs_node_t *node);

#endif
