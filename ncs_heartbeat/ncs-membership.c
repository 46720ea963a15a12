/* ncs-membership.c
 * Which clusters there are, and which view of its membership a node has.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-subjects.h"

/* A node without a view for longer than this many periods is not heard. */
#define NCS_JOINING_PERIODS 3

static bool
ncs_has_view(const ncs_node_t *node)
{
    return node != NULL && node->incarnation_frame != 0 && node->incarnation != NCS_NO_VIEW;
}

/* Clusters should have a VLAN each: another one on this LAN is worth a word. One
 * address with two panning ids is a mismatch of that node, not a second cluster
 * (TID 3075104). */
static void
ncs_follow_second_cluster(const ncs_message_t *message, ncs_cluster_t *cluster,
                          const observation_t *seen, bool changed)
{
    wmem_map_t *feeds = ncs_state()->feeds;
    state_key_t feed = { .third = seen->at.feed };
    const ncs_cluster_t *first;

    if (cluster->first_frame != 0) {
        return;
    }
    cluster->first_frame = message->pinfo->num;
    first = (const ncs_cluster_t *)state_find(feeds, feed);
    if (first == NULL) {
        state_insert(feeds, feed, cluster);
    } else if (!changed && first->panning_id != cluster->panning_id) {
        ncs_found(NCS_FOUND_SECOND_PANNING_ID, 0, first->panning_id);
    }
}

/* A node reads its panning id when it starts; one that goes on has a view. */
static bool
ncs_has_lost_view(const ncs_message_t *message, const ncs_node_t *before)
{
    return ncs_has_view(before) && ncs_has_incarnation(message)
           && message->incarnation == NCS_NO_VIEW;
}

/* Said once an address: two machines that share one would take turns. */
static bool
ncs_follow_panning(const ncs_message_t *message, ncs_node_t *node, const observation_t *seen)
{
    ncs_panning_t *before = ncs_panning_obtain(message, seen);
    bool changed;

    if (before == NULL) {
        return false;
    }
    changed = before->frame != 0 && before->panning_id != message->panning_id;
    if (changed && !before->told) {
        before->told = true;
        ncs_found(NCS_FOUND_PANNING_CHANGE, before->frame,
                  ncs_panning_before(before->panning_id,
                                     ncs_has_lost_view(message, before->node)));
    }
    if (changed) {
        ncs_node_leave(before->node);
    }
    before->panning_id = message->panning_id;
    before->frame = message->pinfo->num;
    before->node = node;
    return changed;
}

/* A new member may be heard a little behind the view that it is in. */
void
ncs_explain_view(ncs_cluster_t *cluster, int64_t when)
{
    ncs_view_t *view = &cluster->view;

    if (view->by != NULL && !view->was_explained
        && ABS(when - view->when) < 2 * ncs_cadence_rules(NCS_ROLE_SLAVE).period) {
        view->was_explained = true;
    } else {
        view->has_reason = true;
    }
}

/* Nodes that are heard when the file begins have been there before. */
static void
ncs_follow_first(const ncs_message_t *message, const ncs_node_t *node, int64_t when,
                 bool changed)
{
    ncs_cluster_t *cluster = node->cluster;

    if (node->first_frame != message->pinfo->num) {
        return;
    }
    if (cluster->first_frame == 0) {
        cluster->first_time = when;
    }
    if (when - cluster->first_time > 2 * ncs_cadence_rules(node->role).period) {
        ncs_explain_view(cluster, when);
    }
    if (!changed) {
        ncs_found(NCS_FOUND_FIRST_HEARD, 0, 0);
    }
}

void
ncs_follow_clusters(const ncs_message_t *message, ncs_node_t *node, const observation_t *seen)
{
    bool changed = ncs_follow_panning(message, node, seen);

    ncs_follow_first(message, node, seen->at.when, changed);

    ncs_follow_second_cluster(message, node->cluster, seen, changed);
}

/* A view that nobody had before, and the latest one before it.  In a split there are two, which
 * take turns: there it is the node's own. */
static void
ncs_find_new_view(const ncs_node_t *node, uint32_t view)
{
    ncs_view_t *known = &node->cluster->view;
    bool is_first = known->by == NULL || node->cluster->has_two_masters;

    known->followed = is_first ? node->incarnation : known->latest;
    known->is_to_be_told = true;
    ncs_found(NCS_FOUND_NEW_VIEW, known->brought == view ? known->brought_by : node->idx,
              known->followed);
}

/* The first node that shows it, of those that had another one. */
static void
ncs_follow_new_view(ncs_node_t *node, uint32_t view, int64_t when)
{
    ncs_cluster_t *cluster = node->cluster;

    if (cluster == NULL || view == NCS_NO_VIEW || view == cluster->view.latest
        || view == cluster->view.before) {
        return;
    }
    ncs_find_new_view(node, view);
    cluster->view.before = cluster->view.latest;
    cluster->view.latest = view;
    cluster->view.when = when;
    cluster->view.by = node;
    cluster->view.was_explained = cluster->view.has_reason;
    cluster->view.has_reason = false;
}

/* Whether that is a new view is not known before others leave theirs for it. */
static void
ncs_note_first_view(const ncs_node_t *node, uint32_t view)
{
    ncs_view_t *known = &node->cluster->view;

    if (known->brought != view && known->latest != view && view != NCS_NO_VIEW) {
        known->brought = view;
        known->brought_by = node->idx;
    }
}

/* Per sender: nodes learn of a new view one after the other. */
void
ncs_follow_incarnation(const ncs_message_t *message, ncs_node_t *node, int64_t when)
{
    if (!ncs_has_incarnation(message)) {
        return;
    }
    if (node->incarnation_frame != 0 && node->incarnation != message->incarnation) {
        ncs_found(NCS_FOUND_INCARNATION_CHANGE, node->incarnation_frame, node->incarnation);
        ncs_follow_new_view(node, message->incarnation, when);
        node->incarnation_before = node->incarnation;
    }
    if (node->incarnation_frame == 0 && node->cluster != NULL) {
        ncs_note_first_view(node, message->incarnation);
    }
    if (node->cluster != NULL && message->incarnation == NCS_NO_VIEW) {
        node->cluster->view.has_reason = true; /* it will be admitted, maybe */
    }
    if (node->incarnation_frame == 0 || node->incarnation != message->incarnation) {
        node->incarnation_since = when;
        node->incarnation_first = message->pinfo->num;
        node->is_joining = false;
        node->is_outdated = false;
    }
    node->incarnation = message->incarnation;
    node->incarnation_frame = message->pinfo->num;
}

/* Whether a master with a view was heard lately, and is the only one. */
static bool
ncs_has_living_master(const ncs_cluster_t *cluster, int64_t when)
{
    return ncs_has_view(cluster->master.node) && !cluster->contested
           && ABS(when - cluster->master.last.when) < ncs_cadence_rules(NCS_ROLE_MASTER).lost_from;
}

/* A node without a view beside a cluster that has one is not heard: a firewall that
 * drops protocol 224 does that (TID 7002738). */
static void
ncs_follow_joining(ncs_node_t *node, int64_t when)
{
    int64_t since = when - node->incarnation_since;

    if (!node->is_joining && since > NCS_JOINING_PERIODS * ncs_cadence_rules(node->role).period) {
        node->is_joining = true;
        ncs_found(NCS_FOUND_JOINING, node->incarnation_first, since);
    }
}

/* Since when a slave holds on to what the others left; INT64_MAX: it does not.  A feed that
 * comes too late in the file does not say who is master: then it may know better. */
static int64_t
ncs_outdated_since(const ncs_node_t *node, bool *by_destination)
{
    const ncs_cluster_t *cluster = node->cluster;
    const ncs_node_t *master = cluster->master.node;
    uint32_t to = ncs_ipv4(&master->address);

    if (ncs_has_view(node) && node->incarnation != master->incarnation
        && node->incarnation_since < master->incarnation_since
        && master->incarnation_first != master->first_frame) {
        *by_destination = false;
        return master->incarnation_since;
    }
    *by_destination = true;
    if (node->sends_to != 0 && to != 0 && node->sends_to != to
        && cluster->lag < ncs_tolerance(NCS_ROLE_MASTER) / 2) {
        return MAX(cluster->master_since, node->sends_to_since);
    }
    return INT64_MAX;
}

/* Such a node is out and does not know it: the poison pill follows (OES 2015, 17.5).  What the
 * others left it for may come later in the file. */
static void
ncs_follow_outdated(ncs_node_t *node, int64_t when)
{
    bool by_destination;
    int64_t since = ncs_outdated_since(node, &by_destination);

    if (!node->is_outdated && since != INT64_MAX
        && when - since > ncs_cadence_rules(NCS_ROLE_SLAVE).late_above + node->cluster->lag) {
        node->is_outdated = true;
        ncs_found(NCS_FOUND_OUTDATED_VIEW, node->cluster->master.node->idx,
                  ncs_outdated(when - since, by_destination));
    }
}

void
ncs_follow_view(ncs_node_t *node, int64_t when)
{
    if (node->cluster->master.node == node || !ncs_has_living_master(node->cluster, when)) {
        return;
    }
    if (node->incarnation_frame != 0 && node->incarnation == NCS_NO_VIEW) {
        ncs_follow_joining(node, when);
    } else if (node->role == NCS_ROLE_SLAVE) {
        ncs_follow_outdated(node, when);
    }
}
