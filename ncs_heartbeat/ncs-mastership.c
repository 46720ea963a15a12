/* ncs-mastership.c
 * Who is the master of a cluster, since when, and whether it is the only one.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-subjects.h"

#include "feeds.h"

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
    const ncs_node_t *highest = elected;
    bool old_is_higher;
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
    old_is_higher = old != NULL && ncs_is_higher(&old->address, &highest->address);
    if (highest != elected) {
        return (int64_t)highest->idx << NCS_ELECTION_BITS
               | (old_is_higher ? NCS_ELECTED_LOWER_LEFT : NCS_ELECTED_LOWER);
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

/* 0: not known.  Of clocks that were never compared only a tolerance is long enough to tell, and a
 * place that comes too late in the file may yet show that less has passed. */
static int64_t
ncs_time_between(const ncs_cluster_t *cluster, const moment_t *from, const moment_t *to)
{
    int64_t between = to->when - from->when;
    bool is_known = observation_is_measured(from, to)
                    || between >= ncs_tolerance(NCS_ROLE_MASTER);
    bool is_late = cluster->lag > ncs_cadence_rules(NCS_ROLE_MASTER).period / 2;

    return is_known && !is_late ? between : 0;
}

static void
ncs_report_master_change(const ncs_message_t *message, ncs_node_t *node, const moment_t *at)
{
    const ncs_broadcaster_t *old = &node->cluster->master;

    if (old->node != NULL) {
        ncs_found(NCS_FOUND_MASTER_CHANGE, old->node->idx,
                  ncs_elected(ncs_rank(node->cluster, node, old->node),
                              ncs_time_between(node->cluster, &old->last, at)));
    } else {
        ncs_report_first_broadcast(message, node);
    }
}

/* --- Two masters -------------------------------------------------------------------- */

/* After a pause of half a tolerance, as a slave, or after the clock was set back, a node
 * starts over: it may be its turn again. */
static bool
ncs_goes_on(const ncs_cluster_t *cluster, const ncs_broadcaster_t *by, const ncs_node_t *node,
            const moment_t *at)
{
    return by->node == node && by->since.frame != 0
           && by->since.frame >= cluster->set_back_frame
           && ABS(at->when - by->last.when) < ncs_tolerance(NCS_ROLE_MASTER) / 2;
}

/* The node's broadcasts with this one, which may be older than others that were shown. */
static ncs_broadcaster_t
ncs_broadcasts_of(const ncs_cluster_t *cluster, ncs_node_t *node, const moment_t *at)
{
    const ncs_broadcaster_t *before =
        cluster->master.node == node ? &cluster->master : &cluster->rival;
    ncs_broadcaster_t by = { .node = node, .since = *at, .last = *at };

    if (ncs_goes_on(cluster, before, node, at)) {
        by.since = before->since.when <= at->when ? before->since : *at;
        by.last = before->last.when >= at->when ? before->last : *at;
    }
    return by;
}

/* Clocks that were never compared may be apart by less than a tolerance. */
static bool
ncs_was_before(const moment_t *a, const moment_t *b)
{
    observation_order_t order =
        clocks_are_compared(&feed_at(a->feed)->clock->track, &feed_at(b->feed)->clock->track)
            ? observation_order(a, b)
            : OBSERVATION_UNKNOWN;

    return order == OBSERVATION_BEFORE
           || (order == OBSERVATION_UNKNOWN
               && b->when - a->when > ncs_tolerance(NCS_ROLE_MASTER));
}

/* Where a new master follows the old one, each broadcasts in its own time; of two masters
 * each broadcasts again behind the other. */
static bool
ncs_are_both_masters(const ncs_cluster_t *cluster, const ncs_broadcaster_t *by,
                     const ncs_broadcaster_t *other)
{
    return other->since.frame != 0 && other->since.frame >= cluster->set_back_frame
           && ncs_was_before(&by->since, &other->last)
           && ncs_was_before(&other->since, &by->last);
}

const ncs_split_t *
ncs_split_at(uint32_t idx)
{
    return (const ncs_split_t *)wmem_array_index(ncs_state()->splits, idx);
}

static void
ncs_begin_split(ncs_cluster_t *cluster, const ncs_broadcaster_t *by,
                const ncs_broadcaster_t *other, const moment_t *at)
{
    const moment_t *later = by->since.when > other->since.when ? &by->since : &other->since;

    ncs_found(NCS_FOUND_TWO_MASTERS, other->node->idx,
              ncs_since(later->frame, at->when - later->when));
    cluster->has_two_masters = cluster->is_split_open = true;
    cluster->split_since = *later;
}

/* One of both is a slave now, or was not heard for a tolerance where it was heard before. */
static void
ncs_end_split(ncs_cluster_t *cluster, const ncs_broadcaster_t *left,
              const ncs_broadcaster_t *other, const moment_t *at, bool is_slave)
{
    ncs_split_t split = { .last_frame = other->last.frame, .ago = at->when - other->last.when,
                          .lasted = ncs_time_between(cluster, &cluster->split_since, &other->last),
                          .is_slave = is_slave };

    if (!cluster->is_split_open || left->node == NULL || other->node == NULL
        || (!is_slave && ncs_is_unwatched(other->node, at))) {
        return;
    }
    split.master = left->node->idx;
    split.other = other->node->idx;
    wmem_array_append_one(ncs_state()->splits, split);
    ncs_found(NCS_FOUND_ONE_MASTER, wmem_array_get_count(ncs_state()->splits) - 1, 0);
    cluster->is_split_open = false;
}

/* Said once, as long as both broadcast within a tolerance. */
static void
ncs_follow_rivals(ncs_cluster_t *cluster, const ncs_broadcaster_t *by,
                  const ncs_broadcaster_t *other, const moment_t *at)
{
    cluster->contested = other->node != NULL && other->last.frame >= cluster->set_back_frame
                         && ABS(at->when - other->last.when)
                                < ncs_tolerance(NCS_ROLE_MASTER) + cluster->lag;
    by->node->in_split = cluster->contested;
    if (!cluster->contested) {
        ncs_end_split(cluster, by, other, at, false);
        cluster->has_two_masters = false;
        return;
    }
    other->node->in_split = true;
    if (!cluster->has_two_masters && ncs_are_both_masters(cluster, by, other)) {
        ncs_begin_split(cluster, by, other, at);
    }
}

/* That two masters take turns is no change of master. */
static void
ncs_follow_latest_broadcast(const ncs_message_t *message, const ncs_broadcaster_t *by,
                            const moment_t *at)
{
    ncs_cluster_t *cluster = by->node->cluster;
    bool changed = cluster->master.node != by->node;
    ncs_broadcaster_t other = changed ? cluster->master : cluster->rival;

    if (changed && by->since.frame == at->frame && !cluster->has_two_masters) {
        ncs_report_master_change(message, by->node, at);
    }
    if (changed) {
        cluster->master_since = at->when;
    }
    ncs_follow_rivals(cluster, by, &other, at);
    cluster->master = *by;
    cluster->rival = other;
    ncs_take_for_master(cluster, at->frame, ncs_ipv4(&by->node->address));
}

/* True if that is so, and all that it tells. */
static bool
ncs_follow_broadcast_before(ncs_node_t *node, const moment_t *at)
{
    ncs_cluster_t *cluster = node->cluster;
    ncs_broadcaster_t by = ncs_broadcasts_of(cluster, node, at);

    if (cluster->master.node == NULL || cluster->master.node == node
        || !ncs_was_before(at, &cluster->master.last)) {
        return false;
    }
    ncs_follow_rivals(cluster, &by, &cluster->master, at);
    cluster->rival = by;
    return true;
}

/* Another place may show late what was sent before the master's latest broadcast: its sender
 * is the master no more, or it is another one. */
static void
ncs_follow_broadcast(const ncs_message_t *message, ncs_node_t *node, const moment_t *at)
{
    ncs_cluster_t *cluster = node->cluster;
    ncs_broadcaster_t by = ncs_broadcasts_of(cluster, node, at);

    if (!ncs_follow_broadcast_before(node, at)) {
        ncs_follow_latest_broadcast(message, &by, at);
    }
}

void
ncs_follow_late_broadcast(const ncs_message_t *message, ncs_node_t *node, const moment_t *at)
{
    if (message->role == NCS_ROLE_MASTER
        && !(ncs_has_incarnation(message) && message->incarnation == NCS_NO_VIEW)) {
        ncs_follow_broadcast_before(node, at);
    }
}

static void
ncs_end_broadcasts(ncs_cluster_t *cluster, const ncs_node_t *node, const moment_t *at)
{
    bool is_master = cluster->master.node == node;
    ncs_broadcaster_t *by = is_master ? &cluster->master : &cluster->rival;

    if (by->node == node) {
        by->since.frame = 0;
        if (at->when > by->last.when) {
            ncs_end_split(cluster, is_master ? &cluster->rival : &cluster->master, by, at, true);
        }
    }
}

/* Before the first broadcast the address that slaves send to is the master, if anybody
 * sends from it: the broadcast address of a small subnet is none. */
void
ncs_follow_mastership(const ncs_message_t *message, ncs_node_t *node, const moment_t *at)
{
    if (ncs_has_incarnation(message) && message->incarnation == NCS_NO_VIEW
        && node->cluster->master.node != node) {
        return; /* it is joining, whatever it sends to */
    }
    if (message->role == NCS_ROLE_MASTER) {
        ncs_follow_broadcast(message, node, at);
        return;
    }
    ncs_end_broadcasts(node->cluster, node, at);
    if (node->cluster->master.node == NULL
        && ncs_node_find(message, &message->pinfo->net_dst) != NULL) {
        ncs_take_for_master(node->cluster, message->pinfo->num,
                            ncs_ipv4(&message->pinfo->net_dst));
    }
}
