/* nisca-say-bursts.c
 * How many messages were sent again, why, and on which path they were lost.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-say-bursts.h"

#include "nisca-say.h"

/* Of fewer messages no share is said. */
#define SHARE_FROM 10

/* "message lost 3, ACK lost or late 1, cause not known 2".  Nobody knows a cause where what the
 * receiver sends is not in the file. */
static void
nisca_say_causes(const nisca_resent_t *resent, const char *receiver, event_t *event)
{
    static const struct {
        int cause;
        const char *words;
    } causes[] = {
        { NISCA_CAUSE_MESSAGE_LOST, "message lost" },
        { NISCA_CAUSE_ACK_LOST, "ACK lost or late" },
        { NISCA_CAUSE_NO_ORIGINAL, "original not captured" },
        { NISCA_CAUSE_UNACKED, "not acknowledged" },
    };
    uint32_t unknown = resent->messages;
    const char *before = "; ";

    for (unsigned i = 0; i < array_length(causes); i++) {
        uint32_t count = resent->causes[causes[i].cause];

        if (count > 0) {
            event_say(event, "%s%s %u", before, causes[i].words, count);
            before = ", ";
        }
        unknown -= MIN(unknown, count);
    }
    if (resent->causes[NISCA_CAUSE_UNPROVEN] == resent->messages) {
        event_say(event, "; no cause, as no ACK of %s was captured", receiver);
    } else if (unknown > 0) {
        event_say(event, "%scause not known %u", before, unknown);
    }
}

/* A row has no room for the addresses of several. */
static void
nisca_say_resent_adapter(wmem_allocator_t *pool, const nisca_resent_t *resent, uint64_t node,
                         uint32_t path, event_t *event)
{
    uint64_t lan = nisca_path_adapter(path, node);
    const char *device = nisca_device_of(resent->cluster, node, lan);

    if (device != NULL && resent->routes[1].tries > 0) {
        event_say(event, "%s", device);
    } else if (device != NULL) {
        event_say(event, "%s (%s)", device, nisca_lan_text(pool, lan));
    } else {
        event_say(event, "%s", nisca_lan_text(pool, lan));
    }
}

/* The cable to look at: that of the originals. */
static void
nisca_say_first_paths(wmem_allocator_t *pool, const nisca_resent_t *resent, event_t *event)
{
    for (unsigned i = 0; i < NISCA_ROUTES && resent->routes[i].tries > 0; i++) {
        const nisca_route_t *route = &resent->routes[i];

        if (route->path == 0 || nisca_path_adapter(route->path, resent->from) == 0) {
            continue;
        }
        if (route->tries < resent->messages) {
            event_say(event, "; %u", route->tries);
        } else {
            event_say(event, "; %s", route->tries > 1 ? "all" : "it");
        }
        event_say(event, " first went from ");
        nisca_say_resent_adapter(pool, resent, resent->from, route->path, event);
        event_say(event, " to ");
        nisca_say_resent_adapter(pool, resent, resent->to, route->path, event);
        nisca_say_lan(pool, route->feed, event);
    }
}

/* One of two is no half of what a node sends. */
static void
nisca_say_share(const nisca_burst_t *burst, event_t *event)
{
    uint32_t count = burst->resent.messages, sent = MAX(burst->sent, count);

    if (burst->is_file && sent < SHARE_FROM) {
        event_say(event, "%u message%s", count, count == 1 ? "" : "s");
    } else {
        event_say(event, "%u of %u message%s", count, sent, sent == 1 ? "" : "s");
    }
}

/* One message may have been sent again and again, and be all the trouble.  The event of a burst
 * says since when. */
static void
nisca_say_times(const nisca_burst_t *burst, int64_t ago, event_t *event)
{
    const nisca_resent_t *resent = &burst->resent;
    int64_t first_ago = ago + resent->last - resent->first;
    bool is_one = resent->messages == 1, is_often = resent->times > resent->messages;

    if (is_often) {
        event_say(event, ", %u times%s", resent->times, is_one ? "" : " in all");
    }
    if (is_one && resent->first_frame != resent->last_frame) {
        event_say_frame(event, ": that of", resent->first_frame, first_ago);
    }
    if (!is_one && burst->is_file) {
        event_say_frame(event, ", between", resent->first_frame, first_ago);
        event_say_frame(event, " and", resent->last_frame, ago);
    } else if (is_often || !is_one) {
        event_say_frame(event, ", the last in", resent->last_frame, ago);
    } else {
        event_say_frame(event, resent->first_frame != resent->last_frame ? " in" : ", in",
                        resent->last_frame, ago);
    }
}

void
nisca_say_resent(wmem_allocator_t *pool, const nisca_burst_t *burst, int64_t ago, event_t *event)
{
    const nisca_resent_t *resent = &burst->resent;
    const char *receiver = nisca_label_in(pool, resent->cluster, resent->to);

    nisca_say_share(burst, event);
    event_say(event, " from %s to %s", nisca_label_in(pool, resent->cluster, resent->from),
              receiver);
    event_say(event, " %s sent again", resent->messages == 1 ? "was" : "were");
    nisca_say_times(burst, ago, event);
    nisca_say_causes(resent, receiver, event);
    nisca_say_first_paths(pool, resent, event);
}

void
nisca_say_burst(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_burst_t *burst = nisca_burst_at(finding->ref);
    wmem_allocator_t *pool = view->w->pinfo->pool;
    int64_t now = burst->resent.first + finding->value;

    event->node = nisca_label_in(pool, burst->resent.cluster, burst->resent.from);
    if (!burst->is_over) {
        event_say(event, "burst of retransmissions");
        event_say_frame(event, " since", burst->resent.first_frame, finding->value);
    } else {
        event_say(event, "burst of retransmissions is over after ");
        event_say_time(event, burst->resent.last - burst->resent.first);
    }
    event_say(event, ": ");
    nisca_say_resent(pool, burst, now - burst->resent.last, event);
}
