/* ncs-mastership.c
 * Who is the master of a cluster, since when, and whether it is the only one.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-subjects.h"

/* Nodes that are compared when a new master shows up. */
#define NCS_ELECTION_MAX 64

uint32_t
ncs_master_at(const ncs_cluster_t *cluster, uint32_t frame)
{
    return GPOINTER_TO_UINT(wmem_tree_lookup32_le(cluster->masters, frame));
}

static void
ncs_take_for_master(ncs_cluster_t *cluster, uint32_t frame, uint32_t ipv4)
{
    if (cluster->taken_for_master != ipv4) {
        cluster->taken_for_master = ipv4;
        wmem_tree_insert32(cluster->masters, frame, GUINT_TO_POINTER(ipv4));
    }
}

static bool
ncs_is_higher(const address *a, const address *b)
{
    return a->len != b->len ? a->len > b->len : memcmp(a->data, b->data, (size_t)a->len) > 0;
}

/* The slave with the highest address should become master ("Electing a Master
 * Node"): how does this one rank among the nodes that are not silent? */
static int64_t
ncs_rank(ncs_cluster_t *cluster, const ncs_node_t *elected, const ncs_node_t *old)
{
    bool old_is_higher = old != NULL && ncs_is_higher(&old->address, &elected->address);
    const ncs_node_t *highest = elected;
    unsigned left = NCS_ELECTION_MAX;

    for (unsigned i = 0; i < 2; i++) {
        for (const GList *at = cluster->awake[i].tail; at != NULL && left > 0; at = at->prev) {
            const ncs_node_t *node = (const ncs_node_t *)at->data;

            if (node != old && ncs_is_higher(&node->address, &highest->address)) {
                highest = node;
            }
            left--;
        }
    }
    if (highest != elected) {
        return (int64_t)highest->index << NCS_ELECTION_BITS | NCS_ELECTED_LOWER;
    }
    return old_is_higher ? NCS_ELECTED_HIGHEST_LEFT : NCS_ELECTED_HIGHEST;
}

/* Before the first broadcast the address that slaves send to is the master,
 * unless it sends unicast itself. */
static void
ncs_report_first_broadcast(const ncs_message_t *message, ncs_node_t *node)
{
    uint32_t ipv4 = node->cluster->taken_for_master;
    uint32_t big_endian = g_htonl(ipv4);
    address taken;

    if (ipv4 == 0 || ipv4 == ncs_ipv4(&node->address)) {
        return;
    }
    set_address(&taken, AT_IPv4, 4, &big_endian);
    if (ncs_node_find(message, &taken) == NULL) {
        ncs_found(NCS_FOUND_MASTER_TAKEN, ipv4, ncs_rank(node->cluster, node, NULL));
    }
}

static void
ncs_report_master_change(const ncs_message_t *message, ncs_node_t *node)
{
    const ncs_node_t *old = node->cluster->master.node;

    if (old != NULL) {
        ncs_found(NCS_FOUND_MASTER_CHANGE, old->index, ncs_rank(node->cluster, node, old));
    } else {
        ncs_report_first_broadcast(message, node);
    }
}

/* Two that broadcast within a tolerance are two masters, which is said once; that they
 * take turns then is no change of master. */
static void
ncs_follow_broadcast(const ncs_message_t *message, ncs_node_t *node, int64_t time)
{
    ncs_cluster_t *cluster = node->cluster;
    bool changed = cluster->master.node != node;
    ncs_broadcaster_t other = changed ? cluster->master : cluster->rival;
    bool contested = other.node != NULL && other.frame >= cluster->set_back_frame
                     && ABS(time - other.time) < ncs_tolerance(NCS_ROLE_MASTER);

    if (changed && !(contested && cluster->contested)) {
        ncs_report_master_change(message, node);
    }
    if (contested && !cluster->contested) {
        ncs_found(NCS_FOUND_TWO_MASTERS, other.node->index, 0);
    }
    node->in_split = contested;
    if (contested) {
        other.node->in_split = true;
    }
    if (changed) {
        cluster->master_since = time;
    }
    cluster->master = (ncs_broadcaster_t){ node, time, message->pinfo->num };
    cluster->rival = other;
    cluster->contested = contested;
    ncs_take_for_master(cluster, message->pinfo->num, ncs_ipv4(&node->address));
}

/* Before the first broadcast the address that slaves send to is the master, if anybody
 * sends from it: the broadcast address of a small subnet is none. */
void
ncs_follow_mastership(const ncs_message_t *message, ncs_node_t *node, int64_t time)
{
    if (ncs_has_incarnation(message) && message->incarnation == NCS_NO_VIEW
        && node->cluster->master.node != node) {
        return; /* it is joining, whatever it sends to */
    }
    if (message->role == NCS_ROLE_MASTER) {
        ncs_follow_broadcast(message, node, time);
    } else if (node->cluster->master.node == NULL
               && ncs_node_find(message, &message->pinfo->net_dst) != NULL) {
        ncs_take_for_master(node->cluster, message->pinfo->num,
                            ncs_ipv4(&message->pinfo->net_dst));
    }
}
