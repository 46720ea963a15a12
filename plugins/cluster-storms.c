/* cluster-storms.c
 * What is said of storms.
 *
 * A row is rewritten for each copy while the file is read first; later passes write it,
 * whole, at the frame that the storm begins with.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cluster-storms.h"

#include "events.h"
#include "places.h"
#include "stat_rows.h"
#include "storms.h"

#include <epan/expert.h>
#include <epan/tap.h>

static expert_field ei_cluster_storm = EI_INIT;

static int storms_tap = -1;
static stat_rows_t storm_table;

/* --- Events ---------------------------------------------------------------------- */

static uint32_t
storm_rate(const storm_t *storm)
{
    int64_t span = storm->to - storm->from;

    return span > 0 ? (uint32_t)MIN((double)storm->copies * NS_PER_S / (double)span + 0.5,
                                    (double)UINT32_MAX)
                    : 0;
}

static void
storm_tell_begin(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, const storm_t *storm)
{
    event_t event = { .cluster = storm->cluster, .node = storm->sender };

    event_say(&event, "storm: the %s of frame %u comes again and again", storm->message,
              storm->original);
    if (storm->is_also && storm->feed->key.vlan != 0) {
        event_say(&event, " on VLAN %u, too", storm->feed->key.vlan);
    }
    event_say(&event, ", %u copies in ", STORM_FROM - 1);
    event_say_time(&event, storm->begin_span);
    expert_add_info_format(pinfo, tree, &ei_cluster_storm,
                           "Storm: the %s of frame %u comes again and again; the table "
                           "cluster,storms has all copies", storm->message, storm->original);
    events_tell_one(tvb, pinfo, tree, &event);
}

/* How fast is not known of copies that have one time. */
static void
storm_say_rate(event_t *event, const storm_t *storm)
{
    uint32_t rate = storm_rate(storm);

    if (rate >= 10) {
        event_say(event, ", %u a second", rate);
    } else if (rate > 0 || storm->to > storm->from) {
        event_say(event, ", one every ");
        event_say_time(event, (storm->to - storm->from) / storm->copies);
    }
}

static void
storm_tell_end(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, const storm_t *storm)
{
    const feed_t *feed = feeds_find(pinfo);
    int64_t ago = feed == storm->feed ? capture_time(pinfo) - storm->to : 0;
    event_t event = { .cluster = storm->cluster, .node = storm->sender };

    event_say(&event, "the storm of frame %u is over: %u copies in ", storm->original,
              storm->copies);
    event_say_time(&event, storm->to - storm->from);
    storm_say_rate(&event, storm);
    event_say(&event, ", the last in frame %u", storm->last);
    if (ago > 0) {
        event_say(&event, ", ");
        event_say_ago(&event, ago);
    }
    events_tell_one(tvb, pinfo, tree, &event);
}

/* --- cluster,storms ------------------------------------------------------------------ */

enum {
    STORMS_MESSAGE,
    STORMS_SENDER,
    STORMS_ADDRESS,
    STORMS_VLAN,
    STORMS_PLACE,
    STORMS_FROM,
    STORMS_ORIGINAL,
    STORMS_FIRST,
    STORMS_LAST,
    STORMS_COPIES,
    STORMS_SPAN,
    STORMS_RATE,
    STORMS_AFTER,
    STORMS_COLUMNS
};

static stat_tap_table_item storm_columns[STORMS_COLUMNS] = {
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Message", "%-10s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Sender", "%-10s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Address", "%-15s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "VLAN", "%4s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Place", "%-8s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "From", "%-18s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Original", "%8u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "First copy", "%10u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Last copy", "%9u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Copies", "%8u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Seconds", "%14s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Copies a second", "%15u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "What its sender sent afterwards", "%s" },
};

/* What of a row stays as it is. */
static void
storm_label(const stat_row_t *row, packet_info *pinfo, const storm_t *storm)
{
    uint32_t vlan = storm->feed->key.vlan;

    stat_row_text(row, STORMS_MESSAGE, storm->message);
    stat_row_text(row, STORMS_SENDER, storm->sender);
    stat_row_text(row, STORMS_ADDRESS, storm->address);
    stat_row_text(row, STORMS_VLAN,
                  vlan != 0 ? wmem_strdup_printf(pinfo->pool, "%u", vlan) : "-");
    stat_row_text(row, STORMS_PLACE,
                  places_count() > 1 ? places_label(pinfo->pool, storm->feed->place) : "-");
    stat_row_moment(row, STORMS_FROM, storm->from);
    stat_row_count(row, STORMS_ORIGINAL, storm->original);
    stat_row_count(row, STORMS_FIRST, storm->first);
}

static void
storm_write_after(const stat_row_t *row, packet_info *pinfo, const storm_t *storm)
{
    event_t words = { .node = "" };

    if (storm->after_frame == 0) {
        stat_row_text(row, STORMS_AFTER,
                      storm->is_quiet ? "nothing"
                                      : "not known: it lasts to the end of the capture");
        return;
    }
    event_say(&words, "%s in frame %u, after ", storm->after != NULL ? storm->after : "a message",
              storm->after_frame);
    event_say_time(&words, storm->after_delay);
    stat_row_text(row, STORMS_AFTER, info_printable(pinfo->pool, words.words, INFO_LABEL_MAX));
}

static tap_packet_status
storms_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
              tap_flags_t flags _U_)
{
    const storm_t *storm = data;
    stat_row_t row = stat_rows_get(&storm_table, storm->idx);

    if (row.is_new) {
        storm_label(&row, pinfo, storm);
    }
    stat_row_count(&row, STORMS_LAST, storm->last);
    stat_row_count(&row, STORMS_COPIES, storm->copies);
    stat_row_seconds(&row, STORMS_SPAN, storm->to - storm->from);
    stat_row_count(&row, STORMS_RATE, storm_rate(storm));
    storm_write_after(&row, pinfo, storm);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t storm_table = {
    .title = "Cluster storms",
    .name = "cluster,storms",
    .tap = "cluster_storms",
    .packet = storms_packet,
    .columns = storm_columns,
    .column_count = STORMS_COLUMNS,
};

static void
storms_queue(packet_info *pinfo, const storm_t *begun)
{
    const storm_t *storm = storms_changed(pinfo->num);

    if (PINFO_FD_VISITED(pinfo)) {
        if (begun != NULL) {
            tap_queue_packet(storms_tap, pinfo, begun);
        }
        return;
    }
    for (; storm != NULL; storm = storm->next_changed) {
        tap_queue_packet(storms_tap, pinfo, storm);
    }
}

/* --- Entry points -------------------------------------------------------------------- */

void
cluster_storms_show(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree)
{
    const storm_t *begun = storms_begun(pinfo->num), *over = storms_over(pinfo->num);

    if (over != NULL) {
        storm_tell_end(tvb, pinfo, tree, over);
    }
    if (begun != NULL && begun->is_told) {
        storm_tell_begin(tvb, pinfo, tree, begun);
    }
    if (have_tap_listener(storms_tap)) {
        storms_queue(pinfo, begun);
    }
}

void
cluster_storms_register(int proto)
{
    static ei_register_info ei[] = {
        { &ei_cluster_storm,
          { "cluster.storm", PI_SEQUENCE, PI_WARN, "Storm: one message comes again and again",
            EXPFILL } },
    };

    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
    storms_tap = register_tap("cluster_storms");
    stat_rows_register(&storm_table);
}
