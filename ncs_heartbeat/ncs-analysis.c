/* ncs-analysis.c
 * What several heartbeats mean together: the order in which the first pass
 * follows its subjects.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-analysis.h"

#include "ncs-subjects.h"

#include "feeds.h"

/* Frames that come so far behind others of their cluster, on another feed, are out of order. */
#define FAR_BEHIND NS_PER_S

/* Where a frame stands in the order of the wire. */
typedef enum {
    NCS_IN_ORDER,
    NCS_LATE,     /* of a feed whose clock is ahead: merged behind what others show */
    NCS_TOO_LATE, /* the same, by so much that who is master now cannot be told from it */
    NCS_APPENDED, /* of a file that follows another: what it tells was over by then */
} ncs_order_t;

/* Sightings that are not the first tell how far apart two feeds are in the file, too. */
static int64_t
ncs_read_behind(ncs_cluster_t *cluster, const observation_t *seen)
{
    if (!seen->is_first) {
        return cluster->last_time - seen->at.when;
    }
    if (seen->behind == 0) {
        cluster->last_feed = seen->at.feed;
        cluster->last_frame = seen->at.frame;
    }
    return seen->behind;
}

/* A feed that began before the latest heartbeat of another one runs beside it. */
static ncs_order_t
ncs_read_order(ncs_cluster_t *cluster, const observation_t *seen)
{
    int64_t behind = ncs_read_behind(cluster, seen);

    if (behind <= FAR_BEHIND || cluster->last_feed == seen->at.feed) {
        return NCS_IN_ORDER;
    }
    if (feed_at(seen->at.feed)->first_frame > cluster->last_frame) {
        return NCS_APPENDED;
    }
    cluster->lag = MAX(cluster->lag, behind);
    return behind < ncs_tolerance(NCS_ROLE_MASTER) / 2 ? NCS_LATE : NCS_TOO_LATE;
}

/* What a node sent before others of its heartbeats that were shown already. */
static bool
ncs_is_old(const ncs_node_t *node, const observation_t *seen, ncs_order_t order)
{
    return order == NCS_APPENDED
           || (order != NCS_IN_ORDER && seen->at.when < node->cadence.last_time);
}

/* Who is master, and which view there is. */
static void
ncs_follow_state(const ncs_message_t *message, ncs_node_t *node, const moment_t *at)
{
    if (node->cluster != NULL) {
        ncs_follow_mastership(message, node, at);
    }
    ncs_follow_incarnation(message, node, at->when);
    node->role = message->role;
    if (node->cluster != NULL) {
        ncs_follow_view(node, at->when);
        ncs_follow_members(node->cluster, at);
    }
}

/* What concerns the wire, at the first sighting of a heartbeat. */
static void
ncs_follow_wire(const ncs_message_t *message, ncs_node_t *node, const observation_t *seen,
                int64_t here, ncs_order_t order)
{
    if (ncs_is_old(node, seen, order)) {
        return;
    }
    if (node->cluster != NULL) {
        if (node->told_silent) {
            ncs_explain_view(node->cluster, seen->at.when);
        }
        ncs_follow_return(node, seen->at.when);
    }
    ncs_follow_wire_rhythm(node, seen, here);
    if (node->cluster != NULL) {
        ncs_follow_silence(message, node, seen);
    }
    if (order != NCS_TOO_LATE) {
        ncs_follow_state(message, node, &seen->at);
    } else if (node->cluster != NULL) {
        ncs_follow_late_broadcast(message, node, &seen->at);
    }
}

static void
ncs_follow_node(const ncs_message_t *message, ncs_node_t *node, const observation_t *seen)
{
    ncs_cluster_t *cluster = node->cluster;
    ncs_order_t order = NCS_IN_ORDER;
    int64_t here = -1;

    if (cluster != NULL) {
        order = ncs_read_order(cluster, seen);
    }
    if (cluster != NULL && seen->is_first) {
        ncs_follow_clusters(message, node, seen);
        if (order == NCS_IN_ORDER) {
            ncs_follow_silence_of_all(message, cluster, seen->at.when);
        }
    }
    if (seen->is_first_here) {
        here = ncs_follow_rhythm(message, node, seen);
    }
    if (seen->is_first) {
        ncs_follow_wire(message, node, seen, here, order);
    }
    ncs_follow_paths(message, node, seen);
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
