/* ncs-analysis.c
 * What several heartbeats mean together: the order in which the first pass
 * follows its subjects.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-analysis.h"

#include "ncs-subjects.h"

static void
ncs_follow_node(const ncs_message_t *message, ncs_node_t *node, int64_t time)
{
    ncs_cluster_t *cluster = node->cluster;

    if (cluster != NULL) {
        ncs_follow_clusters(message, cluster);
        ncs_follow_silence_of_all(message, cluster, time);
    }
    ncs_follow_rhythm(message, node, time);
    if (cluster != NULL) {
        ncs_follow_silence(message, node, time);
        ncs_follow_mastership(message, node, time);
    }
    ncs_follow_incarnation(message, node);
    node->role = message->role;
}

void
ncs_analyse(const ncs_message_t *message)
{
    int64_t time = capture_time(message->pinfo);
    ncs_node_t *node;

    first_pass_begin_frame(&ncs_state_obtain()->pass, message->pinfo->num);
    node = ncs_node_obtain(message);
    if (node != NULL && !ncs_follow_copies(message, node, time)) {
        ncs_follow_node(message, node, time);
    }
}
