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

#include "places.h"

/* Frames that are this much older than the one before were not just captured
 * in another order: the clock was set back, or files were joined. */
#define NCS_SET_BACK NS_PER_S

/* What is asked of a silence: so many of the nodes heard last, at so many places. */
#define NCS_OTHERS_ASKED 64
#define NCS_PLACES_ASKED 32

/* A clock that was set back by more than a tolerance has the same effect as a
 * silence of all: nobody's silence is known. */
void
ncs_follow_silence_of_all(const ncs_message_t *message, ncs_cluster_t *cluster, int64_t when)
{
    int64_t tolerance = MAX(ncs_cadence_rules(NCS_ROLE_MASTER).lost_from,
                            ncs_cadence_rules(NCS_ROLE_SLAVE).lost_from);
    unsigned awake = cluster->awake[0].length + cluster->awake[1].length;

    if (awake >= 2 && ABS(when - cluster->last_time) >= tolerance) {
        cluster->resumed_frame = message->pinfo->num;
        cluster->resumed_time = when;
    }
    if (cluster->last_time - when >= NCS_SET_BACK) {
        cluster->set_back_frame = message->pinfo->num;
    }
    cluster->last_time = when;
}

static void
ncs_node_rest(ncs_node_t *node)
{
    if (!node->silent) {
        g_queue_unlink(ncs_awake(node->cluster, node->role), &node->awake);
        node->silent = true;
    }
}

void
ncs_node_leave(ncs_node_t *node)
{
    ncs_node_rest(node);
    cadence_reset(&node->cadence);
    node->in_rhythm = 0;
    node->told_silent = false;
    node->silent_with_others = 0;
    node->has_left = true;
}

/* It fell silent with all others, and was not heard since. */
static bool
ncs_is_away_with_others(const ncs_node_t *node)
{
    return node->silent_with_others != 0
           && node->cadence.last_frame < node->silent_with_others;
}

bool
ncs_is_still_silent(const ncs_node_t *node)
{
    return node->told_silent || ncs_is_away_with_others(node);
}

static void
ncs_node_wake(ncs_node_t *node, ncs_role_t role)
{
    ncs_node_rest(node);
    node->role = role;
    node->silent = false;
    node->has_left = false;
    g_queue_push_tail_link(ncs_awake(node->cluster, role), &node->awake);
}

static void
ncs_note_destination(const ncs_message_t *message, ncs_node_t *node, int64_t when)
{
    ncs_hearing_t *heard = &node->cluster->heard;
    uint32_t from = ncs_ipv4(&node->address);
    uint32_t before = node->sends_to;

    node->sends_to = message->role == NCS_ROLE_SLAVE ? ncs_ipv4(&message->pinfo->net_dst) : 0;
    if (node->sends_to != before) {
        node->sends_to_since = when;
        node->moved_frame = message->pinfo->num;
        node->is_outdated = false;
    }
    if (node->sends_to == 0) {
        return;
    }
    node->sent_to = node->sends_to;
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

/* Where no broadcasts are shown, a slave that others send to now has become their master. */
static bool
ncs_was_elected(ncs_cluster_t *cluster, const ncs_node_t *node)
{
    unsigned left = NCS_OTHERS_ASKED;

    for (const GList *at = ncs_awake(cluster, NCS_ROLE_SLAVE)->tail; at != NULL && left > 0;
         at = at->prev, left--) {
        if (((const ncs_node_t *)at->data)->sends_to == ncs_ipv4(&node->address)) {
            return true;
        }
    }
    return false;
}

/* A master that another one followed at once, or that yielded to it after a split, is a slave
 * now, or it left.  A place that showed nothing of what the new one sent to it, and what one
 * slave sends at most, may be that slave's own port: it does not show what the old one sends. */
static bool
ncs_has_yielded(const ncs_cluster_t *cluster, const ncs_node_t *node)
{
    const ncs_node_t *master = cluster->master.node;

    return node->sends_to == 0 && master != node
           && cluster->master_since - node->cadence.last_time < ncs_tolerance(NCS_ROLE_MASTER)
           && master->sent_to != ncs_ipv4(&node->address)
           && !(cluster->heard.several && cluster->heard.to == ncs_ipv4(&master->address));
}

bool
ncs_is_out_of_sight(ncs_cluster_t *cluster, const ncs_node_t *node)
{
    const ncs_node_t *master = cluster->master.node;
    uint32_t to = master != NULL && !cluster->contested ? ncs_ipv4(&master->address) : 0;

    if (master == NULL) {
        return ncs_was_elected(cluster, node);
    }
    return ncs_has_yielded(cluster, node)
           || (to != 0 && node->sends_to != 0 && node->sends_to != to
               && !ncs_is_in_sight(cluster, node, to));
}

/* The two masters of a split do not hear each other: where the place that showed one of
 * them ended, nobody knows of its silence. */
bool
ncs_is_unwatched(const ncs_node_t *node, const moment_t *at)
{
    return node->in_split && node->last_feed != at->feed;
}

/* Whether a place that showed `rhythm` lost another node at that time, which lives: then its
 * path broke, and nothing follows from what it shows no more. */
static bool
ncs_lost_too(const ncs_node_t *node, const ncs_rhythm_t *rhythm, const ncs_node_t *other,
             uint32_t place)
{
    int64_t period = ncs_cadence_rules(other->role).period;
    const ncs_rhythm_t *shown = ncs_rhythm_find(other, place);

    return other != node && shown != NULL
           && ABS(shown->cadence.last_time - rhythm->cadence.last_time) <= 2 * period
           && other->cadence.last_time - node->cadence.last_time > 3 * period;
}

static bool
ncs_lost_its_path(const ncs_node_t *node, const ncs_rhythm_t *rhythm, uint32_t place)
{
    unsigned left = NCS_OTHERS_ASKED;

    for (unsigned role = 0; role < 2; role++) {
        for (const GList *at = node->cluster->awake[role].tail; at != NULL && left > 0;
             at = at->prev, left--) {
            if (ncs_lost_too(node, rhythm, (const ncs_node_t *)at->data, place)) {
                return true;
            }
        }
    }
    return false;
}

/* Whether each place that showed the node's last heartbeat lost more than this node. */
static bool
ncs_has_lost_paths(const ncs_node_t *node)
{
    uint32_t places = MIN(places_count(), NCS_PLACES_ASKED);

    for (uint32_t place = 0; place < places; place++) {
        const ncs_rhythm_t *rhythm = ncs_rhythm_find(node, place);

        if (rhythm != NULL && rhythm->cadence.last_frame >= node->cadence.last_frame
            && !ncs_lost_its_path(node, rhythm, place)) {
            return false;
        }
    }
    return places > 1;
}

/* One that was not missed although it is silent, was out of sight, or heard too briefly. */
bool
ncs_may_go_on(const ncs_node_t *node, const moment_t *at)
{
    if (ncs_is_still_silent(node) || node->has_left) {
        return false;
    }
    return node->silent || ncs_is_out_of_sight(node->cluster, node) || ncs_is_unwatched(node, at)
           || ncs_has_lost_paths(node);
}

/* Nobody gives up a node that was silent for less than two periods: where the others have
 * a new view sooner than that, for no other reason, it was asked to go, or went. */
static bool
ncs_has_left(const ncs_node_t *node)
{
    const ncs_view_t *view = &node->cluster->view;
    int64_t behind = view->when - node->cadence.last_time;

    return view->by != NULL && view->by != node && !view->was_explained
           && node->incarnation_frame != 0 && node->incarnation != view->latest && behind > 0
           && behind < 2 * ncs_cadence_rules(node->role).period;
}

/* Another node that was last heard when this one was. */
static bool
ncs_ended_with_others(ncs_cluster_t *cluster, const ncs_node_t *node, int64_t when)
{
    for (unsigned role = 0; role < 2; role++) {
        for (const GList *at = cluster->awake[role].head; at != NULL; at = at->next) {
            const ncs_node_t *other = (const ncs_node_t *)at->data;

            if (other != node
                && when - other->cadence.last_time > 3 * ncs_cadence_rules(other->role).period) {
                return true;
            }
        }
    }
    return false;
}

/* --- Silences of one node ---------------------------------------------------------- */

/* A node that falls silent again and again has no row for each silence that is shorter. */
#define NCS_SHORT_SILENCE (30 * NS_PER_S)

const ncs_silence_t *
ncs_silence_at(uint32_t idx)
{
    return (const ncs_silence_t *)wmem_array_index(ncs_state()->silences, idx);
}

static void
ncs_report_silence(ncs_node_t *node, int64_t when, int64_t since)
{
    ncs_silence_t silence = { .node = node->idx, .last_frame = node->cadence.last_frame };

    repeats_add(&node->silences, node->cadence.last_frame, node->cadence.last_time);
    repeats_lasts(&node->silences, node->cadence.last_frame, when - node->cadence.last_time);
    silence.silences = node->silences;
    node->silence = wmem_array_get_count(ncs_state()->silences);
    wmem_array_append_one(ncs_state()->silences, silence);
    ncs_found(NCS_FOUND_SILENT_NODE, node->idx, since);
    ncs_found(NCS_FOUND_SILENT_TOLD, node->silence, since);
}

static void
ncs_report_end(ncs_node_t *node, int64_t when)
{
    int64_t since = ncs_since(node->cadence.last_frame, when - node->cadence.last_time);

    node->told_left = ncs_has_left(node) && !ncs_ended_with_others(node->cluster, node, when);
    if (node->told_left) {
        ncs_found(NCS_FOUND_LEFT, node->idx, since);
    } else {
        ncs_report_silence(node, when, since);
    }
    node->told_silent = true;
}

/* That it is silent was worth a row until now: nobody knew that it comes back. */
static void
ncs_end_silence(ncs_node_t *node, int64_t lasted)
{
    ncs_silence_t *silence = (ncs_silence_t *)wmem_array_index(ncs_state()->silences,
                                                               node->silence);

    repeats_lasts(&node->silences, node->cadence.last_frame, lasted);
    silence->is_one_of_many = !repeats_is_told(&node->silences) && lasted < NCS_SHORT_SILENCE;
    ncs_found(NCS_FOUND_SILENCE_OVER, node->silence, lasted);
}

static void
ncs_node_end_hearing(ncs_node_t *node, const observation_t *seen)
{
    node->cluster->view.has_reason = true;
    if (ncs_is_out_of_sight(node->cluster, node)) {
        cadence_reset(&node->cadence);
        node->absences++;
    } else if (node->in_rhythm >= NCS_IN_RHYTHM && !ncs_is_unwatched(node, &seen->at)
               && !ncs_has_lost_paths(node)) {
        ncs_report_end(node, seen->at.when);
    }
    node->in_rhythm = 0;
    ncs_node_rest(node);
}

/* --- All others at once ----------------------------------------------------------- */

/* Nodes besides `sender`, if none of them was heard since `since`; else 0. */
static unsigned
ncs_count_unheard(ncs_cluster_t *cluster, const ncs_node_t *sender, int64_t since)
{
    unsigned count = 0;

    for (unsigned role = 0; role < 2; role++) {
        for (const GList *at = cluster->awake[role].tail; at != NULL; at = at->prev) {
            const ncs_node_t *node = (const ncs_node_t *)at->data;

            if (node == sender) {
                continue;
            }
            if (node->cadence.last_time > since || node->in_rhythm < NCS_IN_RHYTHM
                || ncs_is_out_of_sight(cluster, node)) {
                return 0;
            }
            count++;
        }
    }
    return count;
}

static void
ncs_rest_others(ncs_cluster_t *cluster, const ncs_node_t *sender, uint32_t frame)
{
    for (unsigned role = 0; role < 2; role++) {
        for (GList *at = cluster->awake[role].head, *next; at != NULL; at = next) {
            ncs_node_t *node = (ncs_node_t *)at->data;

            next = at->next;
            if (node != sender) {
                node->silent_with_others = frame;
                node->in_rhythm = 0;
                ncs_node_rest(node);
            }
        }
    }
}

const ncs_named_t *
ncs_others_at(uint32_t idx)
{
    return (const ncs_named_t *)wmem_array_index(ncs_state()->others, idx);
}

/* Those that ncs_rest_others() has just found.  Returns the index. */
static uint32_t
ncs_keep_others(const ncs_cluster_t *cluster, uint32_t frame)
{
    ncs_named_t others = { .count = 0 };

    for (uint32_t i = 0; i < wmem_array_get_count(ncs_state()->in_order); i++) {
        const ncs_node_t *node = ncs_node_at(i);

        if (node->cluster == cluster && node->silent_with_others == frame) {
            if (others.count < NCS_NAMED_MAX) {
                others.nodes[others.count] = i;
            }
            others.count++;
        }
    }
    wmem_array_append_one(ncs_state()->others, others);
    return wmem_array_get_count(ncs_state()->others) - 1;
}

/* Where a port is blocked, its own node is heard alone: two or more others that end
 * within two periods did not all die.  True if that is said. */
static bool
ncs_report_all_others(ncs_cluster_t *cluster, const ncs_node_t *sender, const ncs_node_t *first,
                      uint32_t frame, int64_t when)
{
    int64_t period = ncs_cadence_rules(first->role).period, since;
    unsigned others;

    if (first == sender || first->cadence.last_frame < cluster->resumed_frame) {
        return false;
    }
    others = ncs_count_unheard(cluster, sender, first->cadence.last_time + 2 * period);
    if (others < 2) {
        return false;
    }
    since = ncs_since(first->cadence.last_frame, when - first->cadence.last_time);
    ncs_rest_others(cluster, sender, frame);
    ncs_found(NCS_FOUND_ALL_OTHERS_SILENT, ncs_keep_others(cluster, frame), since);
    cluster->others_silent = frame;
    cluster->view.has_reason = true;
    return true;
}

/* Where the feeds of a cluster come one behind the other in the file, by clocks that are
 * apart, what one of them shows of a node may still come. */
static void
ncs_report_silent(ncs_cluster_t *cluster, const ncs_node_t *sender, ncs_role_t role,
                  const observation_t *seen)
{
    int64_t when = seen->at.when;
    const GQueue *awake = ncs_awake(cluster, role);
    int64_t tolerance = ncs_cadence_rules(role).lost_from;

    while (awake->head != NULL) {
        ncs_node_t *node = (ncs_node_t *)awake->head->data;
        bool resumed = node->cadence.last_frame < cluster->resumed_frame;
        int64_t heard = resumed ? cluster->resumed_time : node->cadence.last_time;

        if (when - heard - cluster->lag < tolerance) { /* INT64_MAX: never */
            return;
        }
        if (ncs_report_all_others(cluster, sender, node, seen->at.frame, when)) {
            return;
        }
        ncs_node_end_hearing(node, seen);
    }
}

/* The first of them is told, and who comes later than a tolerance behind it. */
static void
ncs_return_of_others(const ncs_node_t *node, int64_t when)
{
    ncs_cluster_t *cluster = node->cluster;
    bool is_first = cluster->others_silent == node->silent_with_others;

    if (is_first) {
        cluster->others_silent = 0;
        cluster->others_back = when;
    }
    if (is_first || when - cluster->others_back >= ncs_tolerance(NCS_ROLE_SLAVE)) {
        ncs_found(is_first ? NCS_FOUND_OTHERS_BACK : NCS_FOUND_BACK, node->cadence.last_frame,
                  when - node->cadence.last_time);
    }
}

void
ncs_follow_return(ncs_node_t *node, int64_t when)
{
    if (node->told_silent && node->told_left) {
        ncs_found(NCS_FOUND_BACK, node->cadence.last_frame, when - node->cadence.last_time);
    } else if (node->told_silent) {
        ncs_end_silence(node, when - node->cadence.last_time);
    }
    node->told_silent = false;
    if (ncs_is_away_with_others(node)) {
        ncs_return_of_others(node, when);
    }
}

void
ncs_follow_silence(const ncs_message_t *message, ncs_node_t *node, const observation_t *seen)
{
    ncs_node_wake(node, message->role);
    ncs_note_destination(message, node, seen->at.when);
    ncs_report_silent(node->cluster, node, NCS_ROLE_SLAVE, seen);
    ncs_report_silent(node->cluster, node, NCS_ROLE_MASTER, seen);
}
