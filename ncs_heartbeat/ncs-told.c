/* ncs-told.c
 * What happened in a Novell cluster, for the story of the file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-told.h"

#include "feeds.h"
#include "places.h"

#include <epan/to_str.h>

const char *
ncs_address_text(const finding_view_t *view, const address *addr)
{
    return address_to_str(view->w->pinfo->pool, addr);
}

/* --- Masters ---------------------------------------------------------------------- */

const char *
ncs_both_masters_text(const finding_view_t *view, const finding_t *finding)
{
    const address *here = &view->w->pinfo->net_src, *other = ncs_node_address(finding->ref);
    bool ascending = cmp_address(here, other) < 0;

    return wmem_strdup_printf(view->w->pinfo->pool, "%s and %s",
                              ncs_address_text(view, ascending ? here : other),
                              ncs_address_text(view, ascending ? other : here));
}

/* The slaves elect the highest address; the old master is not among them. */
const char *
ncs_rank_text(const finding_view_t *view, int64_t elected)
{
    const address *highest = ncs_node_address(ncs_elected_highest(elected));

    switch (ncs_elected_rank(elected)) {
    case NCS_ELECTED_HIGHEST:
        return "the highest known address";
    case NCS_ELECTED_HIGHEST_LEFT:
        return "the highest known address besides the old master's";
    case NCS_ELECTED_LOWER_LEFT:
        return wmem_strdup_printf(
            view->w->pinfo->pool,
            "not the highest known address besides the old master's: that is %s",
            ncs_address_text(view, highest));
    default:
        return wmem_strdup_printf(
            view->w->pinfo->pool, "not the highest known address, which is %s",
            ncs_address_text(view, highest));
    }
}

/* --- Events ----------------------------------------------------------------------- */

static const char *
ncs_event_sender(const finding_view_t *view)
{
    return ncs_address_text(view, &view->w->pinfo->net_src);
}

void
ncs_tell_lost(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const finding_t *interval = found_get(view->found, NCS_FOUND_INTERVAL_OF_MASTER);

    if (interval == NULL) {
        interval = found_get(view->found, NCS_FOUND_INTERVAL_OF_SLAVE);
    }
    if (finding->value == NCS_LOST_ALL && interval != NULL) {
        event_say(event, "all nodes were silent for ");
        event_say_time(event, interval->value);
        event_say_frame(event, ", since", interval->ref, interval->value);
        event_say(event, ": LAN outage, spanning tree, a pause of the capture, or its clock was "
                         "set");
    }
}

static void
ncs_say_silent(const finding_view_t *view, uint32_t node, const finding_t *finding, event_t *event)
{
    event->node = ncs_address_text(view, ncs_node_address(node));
    event_say(event, "node %s is silent for ", event->node);
    event_say_time(event, ncs_since_ago(finding));
    event_say_frame(event, ", its last heartbeat is in", ncs_since_frame(finding),
                    ncs_since_ago(finding));
}

void
ncs_tell_silent(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    ncs_say_silent(view, finding->ref, finding, event);
}

/* What rows of the story are about (event_t.topic), with an index. */
#define NCS_TOPIC_SILENCE (UINT64_C(33) << 32)

void
ncs_tell_silence(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const ncs_silence_t *silence = ncs_silence_at(finding->ref);

    event->topic = NCS_TOPIC_SILENCE | finding->ref;
    ncs_say_silent(view, silence->node, finding, event);
    repeats_say(&silence->silences, silence->silences.latest + ncs_since_ago(finding), ",", event);
}

static void
ncs_say_back(const finding_view_t *view, uint32_t last_frame, int64_t silence, event_t *event)
{
    event->node = ncs_event_sender(view);
    event_say(event, "node %s is back after ", event->node);
    event_say_time(event, silence);
    event_say_frame(event, ", last heard in", last_frame, silence);
}

void
ncs_tell_back(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    ncs_say_back(view, finding->ref, finding->value, event);
}

/* A table has no row of one of many: it takes back what it said of its begin. */
void
ncs_tell_silence_over(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const ncs_silence_t *silence = ncs_silence_at(finding->ref);

    ncs_say_back(view, silence->last_frame, finding->value, event);
    event->is_step = silence->is_one_of_many;
    event->folds = silence->is_one_of_many ? NCS_TOPIC_SILENCE | finding->ref : 0;
}

void
ncs_tell_left(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    event->node = ncs_address_text(view, ncs_node_address(finding->ref));
    event_say(event, "node %s left: last heard ", event->node);
    event_say_ago(event, ncs_since_ago(finding));
    event_say(event, " in frame %u, and a view without it came at once",
              ncs_since_frame(finding));
}

void
ncs_tell_others_back(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    event->node = ncs_event_sender(view);
    event_say(event, "%s is heard again, the first of the others, after ", event->node);
    event_say_time(event, finding->value);
    event_say_frame(event, ", last heard in", finding->ref, finding->value);
}

void
ncs_tell_first(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    const ncs_message_t *message = (const ncs_message_t *)view->message;

    const char *role = message->role == NCS_ROLE_MASTER ? "the master" : "a slave";

    event->node = ncs_event_sender(view);
    event_say(event, "node %s is there, %s", event->node,
              message->incarnation == NCS_NO_VIEW ? "without a view" : role);
}

void
ncs_tell_master_change(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const char *old = ncs_address_text(view, ncs_node_address(finding->ref));
    int64_t ago = ncs_elected_ago(finding->value);

    event->node = ncs_event_sender(view);
    if (ago > ncs_cadence_rules(NCS_ROLE_MASTER).late_above) {
        event_say(event, "master changes from %s, whose last broadcast came ", old);
        event_say_ago(event, ago);
        event_say(event, ", to %s, %s", event->node, ncs_rank_text(view, finding->value));
    } else {
        event_say(event, "%s broadcasts as a master, ", event->node);
        if (ago > 0) {
            event_say_time(event, ago);
            event_say(event, " ");
        }
        event_say(event, "behind the master %s: a handover, or the begin of a split; it is %s",
                  old, ncs_rank_text(view, finding->value));
    }
}

void
ncs_tell_two_masters(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    event->node = ncs_event_sender(view);
    event_say(event, "two masters: %s both broadcast (split)",
              ncs_both_masters_text(view, finding));
    event_say_frame(event, ", since", ncs_since_frame(finding), ncs_since_ago(finding));
}

void
ncs_tell_one_master(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const ncs_split_t *split = ncs_split_at(finding->ref);

    event->node = ncs_address_text(view, ncs_node_address(split->master));
    event_say(event, "one master again, %s", event->node);
    if (split->lasted > 0) {
        event_say(event, "; there were two for ");
        event_say_time(event, split->lasted);
    }
    event_say(event, ": %s %s", ncs_address_text(view, ncs_node_address(split->other)),
              split->is_slave ? "is a slave now" : "is not heard as a master any more");
    event_say_frame(event, ", its last broadcast is", split->last_frame, split->ago);
}

void
ncs_tell_incarnation(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const ncs_message_t *message = (const ncs_message_t *)view->message;
    const finding_t *new_view = found_get(view->found, NCS_FOUND_NEW_VIEW);

    event->node = ncs_event_sender(view);
    if (message->incarnation == NCS_NO_VIEW) {
        event_say(event, "node %s has no view any more, as after a restart", event->node);
    } else if (finding->value == NCS_NO_VIEW) {
        event_say(event, "node %s has joined, view 0x%08x", event->node, message->incarnation);
    } else if (new_view != NULL) {
        event->node = ncs_address_text(view, ncs_node_address(new_view->ref));
        event_say(event, "a new view, 0x%08x after 0x%08x, first shown by node %s",
                  message->incarnation, (uint32_t)new_view->value, event->node);
    }
}

static void
ncs_say_named(const finding_view_t *view, const char *before, const ncs_named_t *named,
              const char *after, event_t *event)
{
    uint32_t shown = MIN(named->count, NCS_NAMED_MAX);

    if (named->count == 0) {
        return;
    }
    event_say(event, "%s", before);
    for (uint32_t i = 0; i < shown; i++) {
        event_say(event, "%s%s", i > 0 ? ", " : "",
                  ncs_address_text(view, ncs_node_address(named->nodes[i])));
    }
    if (named->count > shown) {
        event_say(event, " and %u more", named->count - shown);
    }
    event_say(event, "%s", after);
}

void
ncs_tell_all_others(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const ncs_named_t *others = ncs_others_at(finding->ref);

    event->node = ncs_event_sender(view);
    event_say(event, "all %u nodes but %s are silent for ", others->count, event->node);
    event_say_time(event, ncs_since_ago(finding));
    event_say_frame(event, ", since", ncs_since_frame(finding), ncs_since_ago(finding));
    event_say(event, ": look at the path (a blocked port, spanning tree)");
    ncs_say_named(view, "; silent are ", others, "", event);
}

/* Who comes and goes matters more than who stays, and comes first. */
void
ncs_tell_members(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const ncs_members_t *members = ncs_members_at(finding->ref);
    const ncs_named_t *about = members->gone.count > 0     ? &members->gone
                               : members->joined.count > 0 ? &members->joined
                                                           : &members->in;

    event->node = ncs_address_text(view, ncs_node_address(about->nodes[0]));
    ncs_say_named(view, "no longer heard: ", &members->gone, "; ", event);
    ncs_say_named(view, "joined: ", &members->joined, "; ", event);
    event_say(event, "%s%u member%s of view 0x%08x: ", members->is_partial ? "at least " : "",
              members->in.count, members->in.count == 1 ? "" : "s", members->view);
    ncs_say_named(view, "", &members->in, "", event);
    ncs_say_named(view, "; still in the view before: ", &members->behind, "", event);
    ncs_say_named(view, "; in another view: ", &members->apart, "", event);
    ncs_say_named(view, "; not seen here since the master changed: ", &members->unseen, "", event);
}

void
ncs_tell_panning_change(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const ncs_message_t *message = (const ncs_message_t *)view->message;

    event->node = ncs_event_sender(view);
    event_say(event, "node %s changed its panning ID from 0x%08x to 0x%08x", event->node,
              (uint32_t)finding->value, message->panning_id);
    if (finding->value != (uint32_t)finding->value) {
        event_say(event, "; it has no view any more, as after a restart");
    }
}

void
ncs_tell_joining(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const ncs_message_t *message = (const ncs_message_t *)view->message;
    const char *to = ncs_address_text(view, &view->w->pinfo->net_dst);

    event->node = ncs_event_sender(view);
    event_say(event, "node %s tries to join for ", event->node);
    event_say_time(event, finding->value);
    event_say(event, " and is not let in: ");
    if (message->role == NCS_ROLE_SLAVE) {
        event_say(event,
                  "it knows the master %s, but nothing shows that this hears it: look at "
                  "the path from %s to %s (a firewall?)",
                  to, event->node, to);
    } else {
        event_say(event, "nothing shows that the others hear it: look at the path from it to them "
                         "(a firewall?)");
    }
}

/* An old view is that of a node that was cast out while it was paused, or deaf. */
void
ncs_tell_outdated(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const ncs_message_t *message = (const ncs_message_t *)view->message;
    const char *master = ncs_address_text(view, ncs_node_address(finding->ref));
    bool by_destination = finding->value % 2 != 0;

    event->node = ncs_event_sender(view);
    if (by_destination) {
        event_say(event, "node %s sends to %s, not to the master %s, since ", event->node,
                  ncs_address_text(view, &view->w->pinfo->net_dst), master);
    } else {
        event_say(event, "node %s still has view 0x%08x, which the others left ", event->node,
                  message->incarnation);
    }
    event_say_ago(event, finding->value / 2);
    event_say(event, by_destination ? ": does it hear the master?"
                                    : ": cast out, and does not know it?");
}

/* --- Paths ------------------------------------------------------------------------- */

void
ncs_tell_unseen(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const ncs_unseen_t *unseen = ncs_unseen_at(finding->ref);
    uint32_t shown = MIN(unseen->places.count, NCS_NAMED_MAX);

    event->node = ncs_address_text(view, ncs_node_address(unseen->node));
    event_say(event, "node %s goes on, but is not seen at ", event->node);
    for (uint32_t i = 0; i < shown; i++) {
        event_say(event, "%s%s", i > 0 ? ", " : "",
                  places_label(view->w->pinfo->pool, unseen->places.nodes[i]));
    }
    if (unseen->places.count > shown) {
        event_say(event, " and %u more", unseen->places.count - shown);
    }
    event_say(event, " for ");
    event_say_time(event, finding->value);
    event_say_frame(event, ", since", unseen->last_frame, finding->value);
    event_say(event, ": look at the path there");
}

void
ncs_tell_seen_again(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const feed_t *feed = feeds_find(view->w->pinfo);
    wmem_allocator_t *pool = view->w->pinfo->pool;

    event->node = ncs_event_sender(view);
    event_say(event, "node %s is seen again at %s, after ", event->node,
              feed != NULL ? places_label(pool, feed->place) : "this place");
    event_say_time(event, finding->value);
    event_say_frame(event, ", last seen in", finding->ref, finding->value);
}

event_cluster_t
ncs_event_cluster(const finding_view_t *view)
{
    const ncs_message_t *message = (const ncs_message_t *)view->message;
    const ncs_cluster_t *cluster = ncs_cluster_find(message);

    return (event_cluster_t){
        wmem_strdup_printf(view->w->pinfo->pool, "NCS 0x%08x", message->panning_id),
        cluster != NULL ? cluster->seen : NULL,
    };
}
