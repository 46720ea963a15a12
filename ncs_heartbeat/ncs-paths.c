/* ncs-paths.c
 * Nodes that one place sees no more, though they go on: the path to that place broke.
 *
 * A place that showed a node's heartbeats one after the other, and then other frames only for
 * half a tolerance, while the node sent as many heartbeats as would fill that time, does not see
 * it any more.  What goes to one address may take another path once it has another destination,
 * so that nothing is said then.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-subjects.h"

#include "feeds.h"
#include "places.h"

/* Heartbeats in a row, before nothing follows from those that do not come.  A switch that does
 * not know yet where an address is shows some to all. */
#define NCS_SHOWN_FROM 10

/* Places that are asked. */
#define NCS_PLACES_ASKED 32

/* A node at one place. */
typedef struct {
    int64_t latest;    /* ns, by that place's clock; and the frame: */
    uint32_t frame;
    uint32_t to;       /* where that went: IPv4 address, 0: to all */
    uint32_t in_a_row; /* that came in time */
    uint32_t beats;    /* ncs_node_t.beats then */
    bool is_unseen;    /* was said */
} ncs_path_t;

static uint64_t
ncs_path_key(const ncs_node_t *node, uint32_t place)
{
    return sightings_mix(node->idx, place);
}

static uint32_t
ncs_destination(const ncs_message_t *message)
{
    return message->role == NCS_ROLE_SLAVE ? ncs_ipv4(&message->pinfo->net_dst) : 0;
}

/* The feed of a place that watched last. */
static const feed_t *
ncs_feed_at(uint32_t place)
{
    const feed_t *latest = NULL;

    for (uint32_t i = 0; i < feeds_count(); i++) {
        const feed_t *feed = feed_at(i);

        if (feed->place == place && (latest == NULL || feed->raw_end > latest->raw_end)) {
            latest = feed;
        }
    }
    return latest;
}

/* --- What is seen ------------------------------------------------------------------ */

static void
ncs_note_path(const ncs_message_t *message, const ncs_node_t *node, const observation_t *seen)
{
    ncs_path_t *path = ncs_obtain(&ncs_state()->paths, ncs_path_key(node, seen->place),
                                  sizeof *path, 4 * NCS_NODES_MAX);
    int64_t when = capture_time(message->pinfo);
    uint32_t to = ncs_destination(message);
    bool is_next;

    if (path == NULL) {
        return;
    }
    is_next = path->to == to
              && when - path->latest <= ncs_cadence_rules(message->role).late_above;
    if (path->is_unseen) {
        ncs_found(NCS_FOUND_SEEN_AGAIN, path->frame, when - path->latest);
    }
    *path = (ncs_path_t){ .latest = when, .frame = message->pinfo->num, .to = to,
                          .in_a_row = is_next ? path->in_a_row + 1 : 1, .beats = node->beats };
}

/* --- What is not ------------------------------------------------------------------- */

/* How long ago a place saw the node for the last time; 0: nothing follows from that. */
static int64_t
ncs_unseen_for(const ncs_message_t *message, const ncs_node_t *node, const observation_t *seen,
               const ncs_path_t *path, uint32_t place)
{
    cadence_rules_t rules = ncs_cadence_rules(message->role);
    int64_t limit = rules.lost_from / 2;
    const feed_t *feed;

    if (path == NULL || path->is_unseen || path->in_a_row < NCS_SHOWN_FROM
        || path->to != ncs_destination(message)
        || (node->beats - path->beats) * rules.period < limit + node->cluster->lag) {
        return 0;
    }
    feed = ncs_feed_at(place);
    return feed != NULL && feed->raw_end - path->latest >= limit
               ? seen->at.when - feed_time(feed, path->latest)
               : 0;
}

static void
ncs_look_at_paths(const ncs_message_t *message, const ncs_node_t *node,
                  const observation_t *seen)
{
    uint32_t places = MIN(places_count(), NCS_PLACES_ASKED);
    ncs_unseen_t unseen = { .node = node->idx };
    int64_t longest = 0;

    for (uint32_t place = 0; place < places; place++) {
        ncs_path_t *path = lookup_find(&ncs_state()->paths, ncs_path_key(node, place));
        int64_t since = ncs_unseen_for(message, node, seen, path, place);

        if (place == seen->place || since <= 0) {
            continue;
        }
        path->is_unseen = true;
        if (since > longest) {
            longest = since;
            unseen.last_frame = path->frame;
        }
        if (unseen.places.count < NCS_NAMED_MAX) {
            unseen.places.nodes[unseen.places.count] = place;
        }
        unseen.places.count++;
    }
    if (longest > 0) {
        wmem_array_append_one(ncs_state()->unseen, unseen);
        ncs_found(NCS_FOUND_UNSEEN, wmem_array_get_count(ncs_state()->unseen) - 1, longest);
    }
}

const ncs_unseen_t *
ncs_unseen_at(uint32_t idx)
{
    return (const ncs_unseen_t *)wmem_array_index(ncs_state()->unseen, idx);
}

void
ncs_follow_paths(const ncs_message_t *message, const ncs_node_t *node, const observation_t *seen)
{
    if (places_count() < 2 || node->cluster == NULL) {
        return;
    }
    if (seen->is_first_here) {
        ncs_note_path(message, node, seen);
    }
    if (seen->is_first && node->in_rhythm >= NCS_IN_RHYTHM) {
        ncs_look_at_paths(message, node, seen);
    }
}
