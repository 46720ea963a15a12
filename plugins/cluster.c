/* cluster.c
 * The pseudo protocol "cluster": what the plugin says about the capture file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cluster.h"

#include "cluster-logs.h"
#include "cluster-points.h"
#include "cluster-storms.h"
#include "cluster-timeline.h"
#include "events.h"
#include "feeds.h"
#include "places.h"
#include "storms.h"
#include "wire.h"

#include <epan/expert.h>

static int proto_cluster = -1;

static int hf_cluster_place = -1;
static expert_field ei_cluster_copies = EI_INIT;

static void
cluster_show_name(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, const feed_t *feed)
{
    proto_item *item;

    if (places_count() < 2 || !wire_is_wanted(tree, hf_cluster_place)) {
        return;
    }
    item = proto_tree_add_string(tree, hf_cluster_place, tvb, 0, 0,
                                 places_label(pinfo->pool, feed->place));
    proto_item_set_generated(item);
}

/* Once, on the feed's first frame. */
static void
cluster_show_copies(packet_info *pinfo, proto_tree *tree, const feed_t *feed)
{
    if (feed->first_frame != pinfo->num) {
        return;
    }
    if (feed->copies.late) {
        expert_add_info_format(pinfo, tree, &ei_cluster_copies,
                               "Two clocks in this interface: merge again with mergecap -I none");
    } else if (feed->copies.at_once) {
        expert_add_info_format(pinfo, tree, &ei_cluster_copies,
                               "Everything is shown %u times here, and counted once: a mirror of "
                               "both directions, \"any\" with a bond, or files of several places "
                               "in one interface (then merge again with mergecap -I none)",
                               copies_most(&feed->copies));
    }
}

static bool
is_first_of_feed(const packet_info *pinfo)
{
    return feeds_count() > 0 && feed_at(0)->first_frame == pinfo->num;
}

void
cluster_show(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree)
{
    const feed_t *feed;

    cluster_timeline_note_frame();
    if (storms_are_there()) {
        cluster_storms_show(tvb, pinfo, tree);
    }
    if (feeds_count() < 2 && !is_first_of_feed(pinfo) && !cluster_points_are_open()) {
        return; /* one feed: nothing to tell it from */
    }
    feed = feeds_find(pinfo);
    if (feed != NULL) {
        cluster_show_name(tvb, pinfo, tree, feed);
        cluster_show_copies(pinfo, tree, feed);
        cluster_points_queue(pinfo, feed);
    }
}

void
cluster_register(void)
{
    static hf_register_info hf[] = {
        { &hf_cluster_place,
          { "Place", "cluster.place", FT_STRING, BASE_NONE, NULL, 0,
            "Where the frame was captured; see the preference of this protocol", HFILL } },
    };
    static ei_register_info ei[] = {
        { &ei_cluster_copies,
          { "cluster.copies", PI_SEQUENCE, PI_NOTE, "Everything is shown more than once here",
            EXPFILL } },
    };

    proto_cluster = proto_register_protocol("Cluster heartbeats", "Cluster", "cluster");
    proto_register_field_array(proto_cluster, hf, array_length(hf));
    expert_register_field_array(expert_register_protocol(proto_cluster), ei, array_length(ei));
    places_register(prefs_register_protocol(proto_cluster, NULL));
    feeds_register();
    storms_register();
    events_register(proto_cluster);
    cluster_timeline_register();
    cluster_points_register();
    cluster_storms_register(proto_cluster);
}

void
cluster_hand_off(void)
{
    wire_know_fields(proto_cluster);
    feed_key_register();
    cluster_logs_hand_off();
}
