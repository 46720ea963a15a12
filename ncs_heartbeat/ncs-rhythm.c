/* ncs-rhythm.c
 * One node's heartbeats: copies, intervals, what was lost.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-subjects.h"

bool
ncs_follow_copies(const ncs_message_t *message, const ncs_node_t *node, int64_t time)
{
    uint64_t hash = sightings_hash(message->tvb, 0, message->length, message->ip_id);
    uint32_t first;

    hash = sightings_mix(hash, ncs_address_key(&message->pinfo->net_dst));
    first = sightings_repeated(ncs_state()->sightings, sightings_mix(hash, node->index),
                               message->pinfo->num, time);
    if (first != 0) {
        ncs_found(NCS_FOUND_DUPLICATE, first, 0);
    }
    return first != 0;
}

static ncs_lost_t
ncs_read_silence(const ncs_message_t *message, const ncs_node_t *node)
{
    const ncs_cluster_t *cluster = node->cluster;

    if (cluster != NULL && !node->silent && node->cadence.last_frame < cluster->resumed_frame) {
        return NCS_LOST_ALL;
    }
    if (node->incarnation_frame != 0 && ncs_has_incarnation(message)
        && message->incarnation != node->incarnation) {
        return NCS_LOST_REJOINED;
    }
    return NCS_LOST_NODE;
}

void
ncs_follow_rhythm(const ncs_message_t *message, ncs_node_t *node, int64_t time)
{
    cadence_rules_t rules = ncs_cadence_rules(node->role);
    ncs_lost_t lost = ncs_read_silence(message, node);
    int64_t interval;
    uint32_t previous = cadence_beat(&node->cadence, &rules, message->pinfo->num, time,
                                     &interval);

    if (previous == 0) {
        return;
    }
    ncs_found(node->role == NCS_ROLE_MASTER ? NCS_FOUND_INTERVAL_OF_MASTER
                                            : NCS_FOUND_INTERVAL_OF_SLAVE,
              previous, interval);
    if (cadence_judge(&rules, interval) == CADENCE_LOST) {
        ncs_found(NCS_FOUND_LOST, 0, lost);
    }
}
