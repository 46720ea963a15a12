/* ncs-membership.c
 * Which clusters there are, and which view of its membership a node has.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-subjects.h"

/* Clusters should have a VLAN each: another one on this LAN is worth a word. */
void
ncs_follow_clusters(const ncs_message_t *message, ncs_cluster_t *cluster)
{
    wmem_map_t *points = ncs_state()->points;
    state_key_t point = { .third = capture_point(message->pinfo) };
    const ncs_cluster_t *first;

    if (cluster->first_frame != 0) {
        return;
    }
    cluster->first_frame = message->pinfo->num;
    first = (const ncs_cluster_t *)state_find(points, point);
    if (first == NULL) {
        state_insert(points, point, cluster);
    } else {
        ncs_found(NCS_FOUND_SECOND_PANNING_ID, 0, first->panning_id);
    }
}

/* Per sender: nodes learn of a new view one after the other. */
void
ncs_follow_incarnation(const ncs_message_t *message, ncs_node_t *node)
{
    if (!ncs_has_incarnation(message)) {
        return;
    }
    if (node->incarnation_frame != 0 && node->incarnation != message->incarnation) {
        ncs_found(NCS_FOUND_INCARNATION_CHANGE, node->incarnation_frame, node->incarnation);
    }
    node->incarnation = message->incarnation;
    node->incarnation_frame = message->pinfo->num;
}
