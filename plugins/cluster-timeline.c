/* cluster-timeline.c
 * The story of an incident in one table: what packets and logs tell, in the order of time.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cluster-timeline.h"

#include "endings.h"
#include "first_pass.h"
#include "log_clocks.h"
#include "places.h"
#include "stat_rows.h"

#include <epan/tap.h>

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
    bool is_ending; /* behind all others; those of one cluster have one time */
    uint64_t topic; /* what the row is about, or 0 */
    const observed_cluster_t *seen; /* its cluster, or NULL; as long as the file, */
    size_t name_length;             /* and its name, without a VLAN */
} timeline_place_t;

/* So many rows are looked through for the one of a topic: it is among the latest. */
#define TOPIC_ROWS 64

static stat_rows_t timeline;

/* The rows that were told before a second place was known. */
static bool first_place_is_named;

/* What was seen is told when the table is drawn; this stands there until then. */
static bool awaits_ending;

/* The last row is about to be written again. */
static bool ends_with_none;

/* Not NULL: the open file has a frame of ours. */
static void *seen_any;

static bool
timeline_is_before(const stat_tap_table_item_type *a, const stat_tap_table_item_type *b)
{
    const timeline_place_t *x = a[0].user_data.ptr_value, *y = b[0].user_data.ptr_value;

    if (x->is_ending != y->is_ending) {
        return y->is_ending;
    }
    return x->when != y->when ? x->when < y->when : !x->is_ending && x->frame < y->frame;
}

/* True if rows `i` and `i + 1` were in the wrong order. */
static bool
timeline_swap(const stat_tap_table *table, unsigned i)
{
    stat_tap_table_item_type *first = table->elements[i];

    if (!timeline_is_before(table->elements[i + 1], first)) {
        return false;
    }
    table->elements[i] = table->elements[i + 1];
    table->elements[i + 1] = first;
    return true;
}

/* Clocks of merged files differ, so that rows come a little out of order; a row that was told
 * again has a later time, and one that is proven later than it began an earlier one. */
static void
timeline_sort(const stat_tap_table *table, unsigned number)
{
    for (unsigned i = number; i > 0 && timeline_swap(table, i - 1); i--) {
    }
    for (unsigned i = number; i + 1 < table->num_elements && timeline_swap(table, i); i++) {
    }
}

/* "-" where the event is about no cluster, or no node of its own. */
static void
timeline_name(const stat_row_t *row, unsigned column, const char *name)
{
    stat_row_text(row, column, name != NULL && *name != '\0' ? name : "-");
}

/* The number of the row of a topic, or that of none: how many rows there are. */
static unsigned
timeline_find(uint64_t topic)
{
    unsigned count = timeline.table->num_elements;

    for (unsigned i = 1; topic != 0 && i <= MIN(count, TOPIC_ROWS); i++) {
        const timeline_place_t *place = stat_rows_at(&timeline, count - i).data;

        if (place->topic == topic) {
            return count - i;
        }
    }
    return count;
}

/* The row of a topic that another one tells, too. */
static void
timeline_drop(uint64_t topic)
{
    unsigned count = timeline.table->num_elements, found = timeline_find(topic);
    stat_tap_table_item_type **rows = timeline.table->elements;

    if (found < count) {
        stat_tap_table_item_type *row = rows[found];

        for (unsigned i = found; i + 1 < count; i++) {
            rows[i] = rows[i + 1];
        }
        rows[count - 1] = row;
        stat_rows_drop_last(&timeline, count - 1);
    }
}

/* The number of a new row, or of the one that is to be written again. */
static unsigned
timeline_new(void)
{
    unsigned count = timeline.table->num_elements;

    if (ends_with_none) {
        ends_with_none = false;
        return count - 1;
    }
    stat_rows_get(&timeline, count);
    return count;
}

static void
timeline_set_place(const stat_row_t *row, const event_told_t *told, bool is_ending)
{
    const event_begin_t *begin = &told->event.begin;
    timeline_place_t *place = row->data;

    *place = (timeline_place_t){ .when = told->when - begin->ago,
                                 .frame = begin->frame != 0 ? begin->frame : told->frame,
                                 .is_ending = is_ending, .topic = told->event.topic };
    if (told->when != 0) {
        stat_row_moment(row, TIMELINE_TIME, place->when);
    }
    stat_row_text(row, TIMELINE_PLACE, told->place);
    stat_row_count(row, TIMELINE_FRAME, place->frame);
}

/* A place is set before it. */
static void
timeline_set_cluster(const stat_row_t *row, const event_t *event)
{
    wmem_allocator_t *pool = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);
    timeline_place_t *place = row->data;

    timeline_name(row, TIMELINE_CLUSTER, event->cluster);
    place->seen = event->seen;
    place->name_length = event->seen != NULL ? strlen(event->cluster)
                                                   - strlen(observation_lan(pool, event->seen))
                                             : 0;
    wmem_destroy_allocator(pool);
}

/* Where the words are not of the frame of their row, the row names that one. */
static void
timeline_set_words(const stat_row_t *row, const event_told_t *told, bool is_known_later)
{
    event_t event = told->event;
    timeline_place_t *place = row->data;

    if (is_known_later) {
        event_say(&event, "; known from frame %u", told->frame);
        if (told->when > place->when) {
            event_say(&event, ", ");
            event_say_time(&event, told->when - place->when);
            event_say(&event, " later");
        }
    }
    timeline_set_cluster(row, &event);
    timeline_name(row, TIMELINE_NODE, event.node);
    stat_row_text(row, TIMELINE_WORDS, event.words);
}

/* A filter of the table may leave out the row that is to have other words. */
static bool
timeline_amends_none(const event_told_t *told, unsigned number)
{
    const timeline_place_t *place = number < timeline.table->num_elements
                                        ? stat_rows_at(&timeline, number).data
                                        : NULL;

    return told->event.amends != 0 && (place == NULL || place->frame != told->event.amends);
}

static void
timeline_add(const event_told_t *told, bool is_ending)
{
    unsigned count = timeline.table->num_elements, found = timeline_find(told->event.topic);
    bool stays = (told->event.keeps_place || told->event.amends != 0) && found < count;
    stat_row_t row;

    if (told->event.is_step) {
        timeline_drop(told->event.folds);
        return;
    }
    if (timeline_amends_none(told, found)) {
        return;
    }
    if (found == count) {
        found = timeline_new();
    }
    row = stat_rows_at(&timeline, found);
    if (!stays) {
        timeline_set_place(&row, told, is_ending);
    }
    timeline_set_words(&row, told, stays || told->event.begin.frame != 0);
    timeline_sort(timeline.table, found);
    timeline_drop(told->event.folds);
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

    if (!first_place_is_named && places_count() > 1) {
        timeline_name_first_place(pinfo->pool);
    }
    timeline_add(told, false);
    if (log_clocks_note(&told->event, told->when, told->frame, &proposal.event)) {
        timeline_add(&proposal, false);
    }
    return TAP_PACKET_REDRAW;
}

/* --- The end of the file ------------------------------------------------------------ */

static void
timeline_add_ending(const event_told_t *told)
{
    timeline_add(told, true);
}

/* Nothing was seen, or nothing was analyzed. */
static void
timeline_add_nothing(void)
{
    event_told_t told = { .event = { .node = "" }, .place = "-" };

    endings_say_none(&told);
    event_say(&told.event, seen_any == NULL ? " in this file" : " of this file was analyzed");
    timeline_add_ending(&told);
}

/* Wireshark has read the file when it opens the table; tshark reads it afterwards. */
static void
timeline_begin(void)
{
    log_clocks_reset();
    first_place_is_named = places_count() > 1;
    awaits_ending = !endings_tell(timeline_add_ending);
    if (awaits_ending) {
        timeline_add_nothing();
    }
}

/* That another cluster has its number may be known only behind the first rows of a cluster, which
 * is named without its VLAN there. */
static void
timeline_name_clusters(void)
{
    wmem_allocator_t *pool = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);

    for (unsigned i = 0; i < timeline.table->num_elements; i++) {
        stat_row_t row = stat_rows_at(&timeline, i);
        const timeline_place_t *place = row.data;
        const char *name = row.cells[TIMELINE_CLUSTER].value.string_value;

        if (place->seen != NULL) {
            stat_row_text(&row, TIMELINE_CLUSTER,
                          wmem_strdup_printf(pool, "%.*s%s", (int)place->name_length, name,
                                             observation_lan(pool, place->seen)));
        }
    }
    wmem_destroy_allocator(pool);
}

static void
timeline_draw(void *unused _U_)
{
    if (awaits_ending && stat_tap_find_table(&timeline.ui, timeline.title) != NULL) {
        awaits_ending = false;
        ends_with_none = true;
        if (!first_place_is_named && places_count() > 1) {
            timeline_name_first_place(wmem_file_scope());
        }
        timeline_name_clusters();
        if (!endings_tell(timeline_add_ending)) {
            timeline_add_nothing();
        }
    }
}

void
cluster_timeline_note_frame(void)
{
    static bool is_listening;

    seen_any = &timeline;
    if (!awaits_ending || is_listening) {
        return;
    }
    /* What listens last is drawn first: before the table. */
    is_listening = register_tap_listener("cluster_ending", &is_listening, NULL, 0, NULL, NULL,
                                         timeline_draw, NULL) == NULL;
}

static stat_rows_t timeline = {
    .title = "Cluster timeline",
    .name = "cluster,timeline",
    .tap = EVENT_TAP,
    .begin = timeline_begin,
    .packet = timeline_packet,
    .columns = timeline_columns,
    .column_count = TIMELINE_COLUMNS,
    .data_size = sizeof(timeline_place_t),
};

void
cluster_timeline_register(void)
{
    register_tap("cluster_ending");
    first_pass_forget_with_file(&seen_any);
    stat_rows_register(&timeline);
}
