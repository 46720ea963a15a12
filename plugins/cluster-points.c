/* cluster-points.c
 * The table of the places of a capture file: who watched, how long, by which clock.
 *
 * A row is rewritten for each frame of its place from what the first pass knows by
 * then, but for the frames, which are those that the table's filter lets through.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cluster-points.h"

#include "places.h"
#include "stat_rows.h"

#include <epan/tap.h>

enum {
    POINTS_PLACE,
    POINTS_FEEDS,
    POINTS_FROM,
    POINTS_TO,
    POINTS_FRAMES,
    POINTS_SNAP,
    POINTS_OFFSET,
    POINTS_SPREAD,
    POINTS_STEPS,
    POINTS_SHOWN,
    POINTS_SENDERS,
    POINTS_ONE_WAY,
    POINTS_COLUMNS
};

static stat_tap_table_item points_columns[POINTS_COLUMNS] = {
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Place", "%-20s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Feeds", "%5u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "From", "%-18s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "To", "%-18s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Frames", "%8u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Cut at", "%10s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Clock ahead by", "%14s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Give or take", "%14s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Clock set", "%9u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Shown", "%5u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Senders", "%7u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "One way only", "%12u" },
};

static int points_tap = -1;
static stat_rows_t points;

/* What all feeds of a place have in sum. */
typedef struct {
    const feed_t *first, *last;
    uint32_t feeds, snap, steps, shown, senders, one_way;
} point_t;

static void
point_add(point_t *point, const feed_t *feed)
{
    point->first = point->first == NULL ? feed : point->first;
    point->last = feed;
    point->feeds++;
    point->snap = MAX(point->snap, feed->snap);
    point->steps = MAX(point->steps, feed->clock->track.steps);
    point->shown = MAX(point->shown, copies_most(&feed->copies));
    point->senders = MAX(point->senders, feed->senders);
    point->one_way = MAX(point->one_way, feed->one_way);
}

static point_t
point_of(uint32_t place)
{
    point_t point = { .first = NULL };

    for (uint32_t i = 0; i < feeds_count(); i++) {
        if (feed_at(i)->place == place) {
            point_add(&point, feed_at(i));
        }
    }
    return point;
}

static void
points_write(packet_info *pinfo, const stat_row_t *row, const point_t *point)
{
    const clock_track_t *clock = &point->last->clock->track;

    stat_row_text(row, POINTS_PLACE, places_label(pinfo->pool, point->first->place));
    stat_row_count(row, POINTS_FEEDS, point->feeds);
    stat_row_moment(row, POINTS_FROM, point->first->raw_start);
    stat_row_moment(row, POINTS_TO, point->last->raw_end);
    if (point->snap != 0) {
        stat_row_number(row, POINTS_SNAP, point->snap);
    }
    stat_row_seconds(row, POINTS_OFFSET, clock->shift + clock->offset);
    stat_row_seconds(row, POINTS_SPREAD, clock->spread + clock->rough);
    stat_row_count(row, POINTS_STEPS, point->steps);
    stat_row_count(row, POINTS_SHOWN, point->shown);
    stat_row_count(row, POINTS_SENDERS, point->senders);
    stat_row_count(row, POINTS_ONE_WAY, point->one_way);
}

static tap_packet_status
points_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
              tap_flags_t flags _U_)
{
    const feed_t *feed = data;
    point_t point = point_of(feed->place);
    stat_row_t row;

    if (point.last == NULL) {
        return TAP_PACKET_DONT_REDRAW; /* its feed is another's place by now */
    }
    row = stat_rows_get(&points, feed->place);
    points_write(pinfo, &row, &point);
    stat_row_add(&row, POINTS_FRAMES, 1);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t points = {
    .title = "Cluster points",
    .name = "cluster,points",
    .tap = "cluster_points",
    .packet = points_packet,
    .columns = points_columns,
    .column_count = POINTS_COLUMNS,
};

bool
cluster_points_are_open(void)
{
    return have_tap_listener(points_tap);
}

void
cluster_points_queue(packet_info *pinfo, const feed_t *feed)
{
    if (cluster_points_are_open()) {
        tap_queue_packet(points_tap, pinfo, feed);
    }
}

void
cluster_points_register(void)
{
    points_tap = register_tap("cluster_points");
    stat_rows_register(&points);
}
