/* ncs-silence.c
 * Nodes that are not heard any more.
 *
 * Silence.  A node that was heard and then is not, is reported once, on the
 * first frame of another node at or after the end of its tolerance.  Nodes
 * that were never heard are never missed: a switch port that is not mirrored
 * shows the master's broadcasts only.  The port of a master also shows what
 * slaves send to it, and no longer shows that after another node became
 * master: such slaves are not silent, but out of sight.
 *
 * Silence of all.  Where every known node of a cluster (two or more) was
 * silent for a whole tolerance, no single node died: the LAN was out, by
 * spanning tree for instance, which Novell says can block heartbeats for over
 * 30 s ("Planning the LAN Connectivity").  The first frame after it resumes
 * the traffic.  It says so of its own gap, the other nodes are not reported
 * silent but get another tolerance from there, and those that return within
 * it say so of their own gaps.  A node that stays away longer is a silent node.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-subjects.h"

/* Frames that are this much older than the one before were not just captured
 * in another order: the clock was set back, or files were joined. */
#define NCS_SET_BACK NS_PER_S

/* A clock that was set back by more than a tolerance has the same effect as a
 * silence of all: nobody's silence is known. */
void
ncs_follow_silence_of_all(const ncs_message_t *message, ncs_cluster_t *cluster, int64_t time)
{
    int64_t tolerance = MAX(ncs_cadence_rules(NCS_ROLE_MASTER).lost_from,
                            ncs_cadence_rules(NCS_ROLE_SLAVE).lost_from);
    unsigned awake = cluster->awake[0].length + cluster->awake[1].length;

    if (awake >= 2 && ABS(time - cluster->last_time) >= tolerance) {
        cluster->resumed_frame = message->pinfo->num;
        cluster->resumed_time = time;
    }
    if (cluster->last_time - time >= NCS_SET_BACK) {
        cluster->set_back_frame = message->pinfo->num;
    }
    cluster->last_time = time;
}

static void
ncs_node_rest(ncs_node_t *node)
{
    if (!node->silent) {
        g_queue_unlink(ncs_awake(node->cluster, node->role), &node->awake);
        node->silent = true;
    }
}

static void
ncs_node_wake(ncs_node_t *node, ncs_role_t role)
{
    ncs_node_rest(node);
    node->role = role;
    node->silent = false;
    g_queue_push_tail_link(ncs_awake(node->cluster, role), &node->awake);
}

static void
ncs_note_destination(const ncs_message_t *message, ncs_node_t *node)
{
    ncs_hearing_t *heard = &node->cluster->heard;
    uint32_t from = ncs_ipv4(&node->address);

    node->sends_to = message->role == NCS_ROLE_SLAVE ? ncs_ipv4(&message->pinfo->net_dst) : 0;
    if (node->sends_to == 0) {
        return;
    }
    if (heard->to != node->sends_to) {
        *heard = (ncs_hearing_t){ .to = node->sends_to, .from = from };
    }
    heard->several |= heard->from != from;
}

/* Whether this capture point shows what slaves send to this master.  If the only
 * sender that it shows is the node that the silent slave sent to, it is that
 * node's own port, which shows nothing of the kind. */
static bool
ncs_is_in_sight(const ncs_cluster_t *cluster, const ncs_node_t *slave, uint32_t master)
{
    return cluster->heard.to == master
           && (cluster->heard.several || cluster->heard.from != slave->sends_to);
}

/* After a change of master a slave sends to the new one, and this capture point
 * may not show that. */
static bool
ncs_is_out_of_sight(const ncs_cluster_t *cluster, const ncs_node_t *node)
{
    const ncs_node_t *master = cluster->master.node;
    uint32_t to = master != NULL && !cluster->contested ? ncs_ipv4(&master->address) : 0;

    return to != 0 && node->sends_to != 0 && node->sends_to != to
           && !ncs_is_in_sight(cluster, node, to);
}

static void
ncs_node_end_hearing(ncs_node_t *node)
{
    if (ncs_is_out_of_sight(node->cluster, node)) {
        cadence_reset(&node->cadence);
    } else {
        ncs_found(NCS_FOUND_SILENT_NODE, node->index, node->cadence.last_frame);
    }
    ncs_node_rest(node);
}

static void
ncs_report_silent(ncs_cluster_t *cluster, ncs_role_t role, int64_t time)
{
    const GQueue *awake = ncs_awake(cluster, role);
    int64_t tolerance = ncs_cadence_rules(role).lost_from;

    while (awake->head != NULL) {
        ncs_node_t *node = (ncs_node_t *)awake->head->data;
        bool resumed = node->cadence.last_frame < cluster->resumed_frame;
        int64_t heard = resumed ? cluster->resumed_time : node->cadence.last_time;

        if (time - heard < tolerance) {
            return;
        }
        ncs_node_end_hearing(node);
    }
}

void
ncs_follow_silence(const ncs_message_t *message, ncs_node_t *node, int64_t time)
{
    ncs_node_wake(node, message->role);
    ncs_note_destination(message, node);
    ncs_report_silent(node->cluster, NCS_ROLE_SLAVE, time);
    ncs_report_silent(node->cluster, NCS_ROLE_MASTER, time);
}
