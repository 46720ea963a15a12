/* ncs-analysis.c
 * What several heartbeats mean together: the order in which the first pass
 * follows its subjects.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-analysis.h"

#include "ncs-subjects.h"

/* Frames that come so far behind others of their cluster, on another feed, are of a file
 * that was appended: what they tell was over by then. */
#define FAR_BEHIND NS_PER_S

static bool
ncs_is_appended(ncs_cluster_t *cluster, const observation_t *seen)
{
    if (seen->behind == 0) {
        cluster->last_feed = seen->at.feed;
    }
    return seen->behind > FAR_BEHIND && cluster->last_feed != seen->at.feed;
}

/* What concerns the wire, at the first sighting of a heartbeat. */
static void
ncs_follow_wire(const ncs_message_t *message, ncs_node_t *node, const observation_t *seen,
                int64_t here)
{
    ncs_cluster_t *cluster = node->cluster;
    int64_t time = seen->at.time;

    if (cluster != NULL && ncs_is_appended(cluster, seen)) {
        return;
    }
    if (cluster != NULL) {
        ncs_follow_return(node, time);
    }
    ncs_follow_wire_rhythm(node, seen, here);
    if (cluster != NULL) {
        ncs_follow_silence(message, node, seen);
        ncs_follow_mastership(message, node, time);
    }
    ncs_follow_incarnation(message, node, time);
    node->role = message->role;
    if (cluster != NULL) {
        ncs_follow_view(node, time);
    }
}

static void
ncs_follow_node(const ncs_message_t *message, ncs_node_t *node, const observation_t *seen)
{
    ncs_cluster_t *cluster = node->cluster;
    int64_t here = -1;

    if (cluster != NULL && seen->is_first) {
        ncs_follow_clusters(message, node, seen);
        ncs_follow_silence_of_all(message, cluster, seen->at.time);
    }
    if (seen->is_first_here) {
        here = ncs_follow_rhythm(message, node, seen);
    }
    if (seen->is_first) {
        ncs_follow_wire(message, node, seen, here);
    }
}

void
ncs_analyse(const ncs_message_t *message)
{
    ncs_state_t *state = ncs_state_obtain();
    observation_t seen;
    ncs_node_t *node;

    first_pass_begin_frame(&state->pass, message->pinfo->num);
    if (!ncs_observe(message, &seen)) {
        first_pass_tell_limit(&state->pass);
        return;
    }
    node = ncs_node_obtain(message, &seen);
    if (node != NULL) {
        ncs_follow_node(message, node, &seen);
    }
}
