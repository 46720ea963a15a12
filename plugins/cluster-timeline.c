/* cluster-timeline.c
 * The story of an incident in one table: what packets and logs tell, in the order of time.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cluster-timeline.h"

#include "log_clocks.h"
#include "places.h"
#include "stat_rows.h"

enum {
    TIMELINE_TIME,
    TIMELINE_FRAME,
    TIMELINE_PLACE,
    TIMELINE_CLUSTER,
    TIMELINE_NODE,
    TIMELINE_WORDS,
    TIMELINE_COLUMNS
};

static stat_tap_table_item timeline_columns[TIMELINE_COLUMNS] = {
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Time", "%-18s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Frame", "%7u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Place", "%-8s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Cluster", "%-12s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Node", "%-14s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "What happened", "%s" },
};

/* Rows are sorted by it. */
typedef struct {
    int64_t when;
    uint32_t frame;
} timeline_place_t;

static stat_rows_t timeline;

/* The rows that were told before a second place was known. */
static bool first_place_is_named;

static bool
timeline_is_before(const stat_tap_table_item_type *a, const stat_tap_table_item_type *b)
{
    const timeline_place_t *x = a[0].user_data.ptr_value, *y = b[0].user_data.ptr_value;

    return x->when < y->when;
}

/* Clocks of merged files differ, so that rows come a little out of order. */
static void
timeline_sort_last(const stat_tap_table *table)
{
    for (unsigned i = table->num_elements - 1;
         i > 0 && timeline_is_before(table->elements[i], table->elements[i - 1]); i--) {
        stat_tap_table_item_type *later = table->elements[i - 1];

        table->elements[i - 1] = table->elements[i];
        table->elements[i] = later;
    }
}

/* "-" where the event is about no cluster, or no node of its own. */
static void
timeline_name(const stat_row_t *row, unsigned column, const char *name)
{
    stat_row_text(row, column, name != NULL && *name != '\0' ? name : "-");
}

static void
timeline_add(const event_told_t *told)
{
    stat_row_t row = stat_rows_get(&timeline, timeline.table->num_elements);
    timeline_place_t *place = row.data;

    *place = (timeline_place_t){ told->when, told->frame };
    stat_row_moment(&row, TIMELINE_TIME, told->when);
    stat_row_text(&row, TIMELINE_PLACE, told->place);
    stat_row_count(&row, TIMELINE_FRAME, told->frame);
    timeline_name(&row, TIMELINE_CLUSTER, told->event.cluster);
    timeline_name(&row, TIMELINE_NODE, told->event.node);
    stat_row_text(&row, TIMELINE_WORDS, told->event.words);
    timeline_sort_last(timeline.table);
}

/* On the first pass that a file has several places is not known before the second one. */
static void
timeline_name_first_place(wmem_allocator_t *scope)
{
    const char *label = places_label(scope, 0);

    for (unsigned i = 0; i < timeline.table->num_elements; i++) {
        stat_row_t row = stat_rows_at(&timeline, i);

        if (strcmp(row.cells[TIMELINE_PLACE].value.string_value, "-") == 0) {
            stat_row_text(&row, TIMELINE_PLACE, label);
        }
    }
    first_place_is_named = true;
}

static tap_packet_status
timeline_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                tap_flags_t flags _U_)
{
    const event_told_t *told = data;
    event_told_t proposal = { .place = "log", .frame = told->frame, .when = told->when };

    if (timeline.table->num_elements == 0) {
        log_clocks_reset();
        first_place_is_named = false;
    }
    if (!first_place_is_named && places_count() > 1) {
        timeline_name_first_place(pinfo->pool);
    }
    timeline_add(told);
    if (log_clocks_note(&told->event, told->when, told->frame, &proposal.event)) {
        timeline_add(&proposal);
    }
    return TAP_PACKET_REDRAW;
}

static stat_rows_t timeline = {
    .title = "Cluster timeline",
    .name = "cluster,timeline",
    .tap = EVENT_TAP,
    .packet = timeline_packet,
    .columns = timeline_columns,
    .column_count = TIMELINE_COLUMNS,
    .data_size = sizeof(timeline_place_t),
};

void
cluster_timeline_register(void)
{
    stat_rows_register(&timeline);
}
