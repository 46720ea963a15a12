/* events.c
 * The story of an incident.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "events.h"

#include "feeds.h"
#include "places.h"

#include <epan/tap.h>
#include <wsutil/bits_ctz.h>

static int hf_cluster_event = -1;
static int event_tap = -1;

/* --- Telling ------------------------------------------------------------------- */

bool
events_are_wanted(const proto_tree *tree)
{
    return wire_is_wanted(tree, hf_cluster_event) || have_tap_listener(event_tap);
}

static int64_t
event_time(const packet_info *pinfo)
{
    const feed_t *feed = feeds_find(pinfo);
    int64_t when = capture_time(pinfo);

    return feed != NULL ? feed_time(feed, when) : when;
}

static void
event_queue(packet_info *pinfo, const event_t *event)
{
    const feed_t *feed = event->begin.frame != 0 ? feed_at(event->begin.feed) : feeds_find(pinfo);
    event_told_t *told = wmem_new(pinfo->pool, event_told_t);

    *told = (event_told_t){ .event = *event, .place = "-", .frame = pinfo->num,
                            .when = event_time(pinfo) };
    if (event->is_log) {
        told->place = "log";
    } else if (feed != NULL && places_count() > 1) {
        told->place = places_label(pinfo->pool, feed->place);
    }
    tap_queue_packet(event_tap, pinfo, told);
}

static void
event_show(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, const event_t *event)
{
    if (event->amends == 0 && wire_is_wanted(tree, hf_cluster_event)) {
        proto_item_set_generated(
            proto_tree_add_string(tree, hf_cluster_event, tvb, 0, 0,
                                  info_printable(pinfo->pool, event->words, INFO_LABEL_MAX)));
    }
}

void
events_tell_one(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, const event_t *event)
{
    event_show(tvb, pinfo, tree, event);
    if (have_tap_listener(event_tap)) {
        event_queue(pinfo, event);
    }
}

static void
event_set_cluster(packet_info *pinfo, event_cluster_t cluster, event_t *event)
{
    event->seen = cluster.seen;
    event->cluster = wmem_strdup_printf(pinfo->pool, "%s%s", cluster.name,
                                        observation_lan(pinfo->pool, cluster.seen));
}

/* The table has times of day, so its words name some, too.  They are corrected by what is known
 * of the clocks so far, and those of the field are not to change with that. */
static void
event_of(finding_view_t *view, const finding_row_t *row, const finding_t *finding,
         event_cluster_t (*cluster)(const finding_view_t *view))
{
    event_t event = { .node = "" };

    if (finding->frame != view->w->pinfo->num) {
        return; /* told at the first sighting */
    }
    row->event(view, finding, &event);
    if (event.words[0] == '\0') {
        return;
    }
    event_show(view->w->tvb, view->w->pinfo, view->w->tree, &event);
    if (have_tap_listener(event_tap)) {
        event = (event_t){ .node = "", .now = event_time(view->w->pinfo) };
        row->event(view, finding, &event);
        event_set_cluster(view->w->pinfo, cluster(view), &event);
        event_queue(view->w->pinfo, &event);
    }
}

void
events_tell(finding_view_t *view, const finding_row_t *rows, unsigned kinds,
            event_cluster_t (*cluster)(const finding_view_t *view))
{
    if (view->found->kinds == 0 || view->found->is_idle || !events_are_wanted(view->w->tree)) {
        return;
    }
    for (uint64_t left = view->found->kinds; left != 0; left &= left - 1) {
        unsigned kind = (unsigned)ws_ctz(left);
        const finding_t *finding;
        uint32_t next = 0;

        while (kind < kinds && rows[kind].event != NULL
               && (finding = found_next(view->found, kind, &next)) != NULL) {
            event_of(view, &rows[kind], finding, cluster);
        }
    }
}

void
events_register(int proto)
{
    static hf_register_info hf[] = {
        { &hf_cluster_event,
          { "Event", "cluster.event", FT_STRING, BASE_NONE, NULL, 0,
            "What happened here, in words; all of them are the story of the file", HFILL } },
    };

    proto_register_field_array(proto, hf, array_length(hf));
    event_tap = register_tap(EVENT_TAP);
}
