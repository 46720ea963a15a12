/* delivery_table.c
 * Who saw whose messages.
 *
 * A transmission counts for a place if it was sent between the place's first frame
 * and its latest: so each frame of a place takes over what all senders have sent by
 * then.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "delivery_table.h"

#include "feeds.h"
#include "places.h"

enum {
    DELIVERY_SENDER,
    DELIVERY_PLACE,
    DELIVERY_SENT,
    DELIVERY_SEEN,
    DELIVERY_LOST,
    DELIVERY_CLUSTER,
    DELIVERY_COLUMNS
};

static stat_tap_table_item delivery_columns[DELIVERY_COLUMNS] = {
    [DELIVERY_SENDER] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Sender", "%-24s" },
    [DELIVERY_PLACE] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Place", "%-16s" },
    [DELIVERY_SENT] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Sent meanwhile", "%14u" },
    [DELIVERY_SEEN] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Seen there", "%10u" },
    [DELIVERY_LOST] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Lost there", "%10u" },
    [DELIVERY_CLUSTER] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Cluster", "%-10s" },
};

/* What one place knows of a sender. */
typedef struct {
    uint32_t before;  /* sent before the place's first frame, */
    uint32_t by_now;  /* and by its latest one */
    uint32_t seen;    /* 0: the sender is not in sight */
} delivery_view_t;

typedef struct {
    uint64_t key;
    uint32_t sent;
    char *cluster, *label;
    delivery_view_t views[DELIVERY_PLACES_MAX];
} delivery_sender_t;

static void
delivery_free_sender(void *data)
{
    delivery_sender_t *sender = data;

    g_free(sender->cluster);
    g_free(sender->label);
    g_free(sender);
}

static void
delivery_begin(delivery_table_t *table)
{
    if (table->senders == NULL) {
        table->senders = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL,
                                               delivery_free_sender);
    }
    g_hash_table_remove_all(table->senders);
    table->places = 0;
}

/* --- Rows ------------------------------------------------------------------------ */

static void
delivery_write(delivery_table_t *table, packet_info *pinfo, const delivery_sender_t *sender,
               unsigned place)
{
    const delivery_view_t *view = &sender->views[place];
    uint32_t sent = MAX(view->by_now - view->before, view->seen);
    stat_row_t row = stat_rows_get(&table->rows, sender->key * DELIVERY_PLACES_MAX + place);

    stat_row_text(&row, DELIVERY_CLUSTER, sender->cluster);
    stat_row_text(&row, DELIVERY_SENDER, sender->label);
    stat_row_text(&row, DELIVERY_PLACE, places_label(pinfo->pool, table->numbers[place]));
    stat_row_count(&row, DELIVERY_SENT, sent);
    stat_row_count(&row, DELIVERY_SEEN, view->seen);
    stat_row_count(&row, DELIVERY_LOST, sent - view->seen);
}

/* --- Places ---------------------------------------------------------------------- */

/* The place sees its first frame: what was sent before does not count there.  A place
 * with the name of another changes what that one is called. */
static void
delivery_place_begins(delivery_table_t *table, packet_info *pinfo, unsigned place)
{
    GHashTableIter senders;
    void *data;

    g_hash_table_iter_init(&senders, table->senders);
    while (g_hash_table_iter_next(&senders, NULL, &data)) {
        delivery_sender_t *sender = data;

        sender->views[place] = (delivery_view_t){ .before = sender->sent };
        for (unsigned i = 0; i < place; i++) {
            if (sender->views[i].seen > 0) {
                delivery_write(table, pinfo, sender, i);
            }
        }
    }
}

static unsigned
delivery_place(delivery_table_t *table, packet_info *pinfo)
{
    const feed_t *feed = feeds_find(pinfo);
    uint32_t number = feed != NULL ? feed->place : 0;
    unsigned place = 0;

    while (place < table->places && table->numbers[place] != number) {
        place++;
    }
    if (place == DELIVERY_PLACES_MAX) {
        return DELIVERY_PLACES_MAX - 1;
    }
    if (place == table->places) {
        table->numbers[table->places++] = number;
        delivery_place_begins(table, pinfo, place);
    }
    return place;
}

/* The place is watching still. */
static void
delivery_place_watches(delivery_table_t *table, packet_info *pinfo, unsigned place)
{
    GHashTableIter senders;
    void *data;

    g_hash_table_iter_init(&senders, table->senders);
    while (g_hash_table_iter_next(&senders, NULL, &data)) {
        delivery_sender_t *sender = data;
        delivery_view_t *view = &sender->views[place];

        if (view->by_now != sender->sent) {
            view->by_now = sender->sent;
            if (view->seen > 0) {
                delivery_write(table, pinfo, sender, place);
            }
        }
    }
}

/* --- Frames ---------------------------------------------------------------------- */

static delivery_sender_t *
delivery_sender(const delivery_table_t *table, const delivery_sight_t *sight)
{
    delivery_sender_t *sender = g_hash_table_lookup(table->senders, &sight->sender);

    if (sender == NULL) {
        sender = g_new0(delivery_sender_t, 1);
        sender->key = sight->sender;
        g_hash_table_insert(table->senders, &sender->key, sender);
    }
    if (g_strcmp0(sender->label, sight->label) != 0) {
        g_free(sender->cluster);
        g_free(sender->label);
        sender->cluster = g_strdup(sight->cluster);
        sender->label = g_strdup(sight->label);
    }
    return sender;
}

void
delivery_table_count(delivery_table_t *table, packet_info *pinfo, const delivery_sight_t *sight)
{
    delivery_sender_t *sender = NULL;
    unsigned place, places;

    if (table->senders == NULL || g_hash_table_size(table->rows.rows) == 0) {
        delivery_begin(table);
    }
    places = table->places;
    place = delivery_place(table, pinfo);
    if (sight != NULL && !sight->is_again) {
        sender = delivery_sender(table, sight);
        sender->sent += sight->is_first;
        /* What the first frame of a place shows was not sent before it. */
        sender->views[place].before -= table->places > places && !sight->is_first
                                       && sender->views[place].before > 0;
        sender->views[place].seen++;
    }
    delivery_place_watches(table, pinfo, place);
    if (sender != NULL) {
        delivery_write(table, pinfo, sender, place);
    }
}

void
delivery_table_register(delivery_table_t *table)
{
    table->rows.columns = delivery_columns;
    table->rows.column_count = DELIVERY_COLUMNS;
    stat_rows_register(&table->rows);
}
