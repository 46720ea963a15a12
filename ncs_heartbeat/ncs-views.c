/* ncs-views.c
 * Who is in a new view of the membership.
 *
 * A heartbeat does not list the members, but a node that shows the number of a view is in it.
 * Nodes learn of a view one after the other, within a heartbeat of each: who shows it two periods
 * after the first one is told then, once a view.  A tap may not show what slaves send to a new
 * master: nothing follows from their silence.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-subjects.h"

#define NCS_LEARNT_WITHIN 2 /* periods */

/* Behind so many that are gone, the others are not asked where they are. */
#define NCS_ASKED 64

static bool
ncs_is_heard(const ncs_node_t *node, int64_t when)
{
    int64_t period = ncs_cadence_rules(node->role).period;

    return when - node->cadence.last_time <= NCS_LEARNT_WITHIN * period + node->cluster->lag;
}

static void
ncs_name_node(ncs_named_t *named, const ncs_node_t *node)
{
    if (named->count < NCS_NAMED_MAX) {
        named->nodes[named->count] = node->idx;
    }
    named->count++;
}

/* A node that is not heard. */
static void
ncs_place_unheard(ncs_members_t *members, const ncs_node_t *node, const moment_t *at)
{
    bool was_in = node->incarnation == node->cluster->view.followed;

    if (members->gone.count < NCS_ASKED && ncs_may_go_on(node, at)) {
        members->is_partial = true;
        if (was_in && ncs_is_out_of_sight(node->cluster, node)) {
            ncs_name_node(&members->unseen, node);
        }
    } else if (was_in) {
        ncs_name_node(&members->gone, node);
    }
}

static void
ncs_place_node(ncs_members_t *members, const ncs_view_t *view, const ncs_node_t *node,
               const moment_t *at)
{
    if (node->incarnation_frame == 0) {
        return;
    }
    if (node->incarnation == view->latest) {
        ncs_name_node(&members->in, node);
        if (node->incarnation_before != 0 && node->incarnation_before != view->followed) {
            ncs_name_node(&members->joined, node);
        }
    } else if (!ncs_is_heard(node, at->when)) {
        ncs_place_unheard(members, node, at);
    } else if (node->incarnation == view->followed) {
        ncs_name_node(&members->behind, node);
    } else if (node->incarnation != NCS_NO_VIEW) {
        ncs_name_node(&members->apart, node);
    }
}

const ncs_members_t *
ncs_members_at(uint32_t idx)
{
    return (const ncs_members_t *)wmem_array_index(ncs_state()->members, idx);
}

void
ncs_follow_members(ncs_cluster_t *cluster, const moment_t *at)
{
    ncs_view_t *view = &cluster->view;
    int64_t period = ncs_cadence_rules(NCS_ROLE_SLAVE).period;
    wmem_array_t *all = ncs_state()->members;
    ncs_members_t members = { .view = view->latest };

    if (!view->is_to_be_told
        || at->when - view->when <= NCS_LEARNT_WITHIN * period + cluster->lag) {
        return;
    }
    view->is_to_be_told = false;
    for (uint32_t i = 0; i < wmem_array_get_count(ncs_state()->in_order); i++) {
        const ncs_node_t *node = ncs_node_at(i);

        if (node->cluster == cluster) {
            ncs_place_node(&members, view, node, at);
        }
    }
    if (members.in.count == 0) {
        return;
    }
    wmem_array_append_one(all, members);
    ncs_found(NCS_FOUND_MEMBERS, wmem_array_get_count(all) - 1, 0);
}
