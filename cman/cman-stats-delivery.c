/* cman-stats-delivery.c
 * Who saw whose messages: the table that finds a bad network card.
 *
 * A broadcast should be seen at every capture point.  Each pair of sender
 * and capture point has a row: transmissions seen there, seen anywhere, and lost there.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-stats.h"
#include "cman-tap.h"
#include "point_labels.h"
#include "stat_rows.h"

enum {
    DELIVERY_CLUSTER,
    DELIVERY_SENDER,
    DELIVERY_POINT,
    DELIVERY_HERE,
    DELIVERY_ANYWHERE,
    DELIVERY_LOST,
    DELIVERY_COLUMNS
};

static stat_tap_table_item cman_delivery_columns[DELIVERY_COLUMNS] = {
    [DELIVERY_CLUSTER] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Cluster", "%7u" },
    [DELIVERY_SENDER] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Sender", "%-24s" },
    [DELIVERY_POINT] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Capture point", "%-16s" },
    [DELIVERY_HERE] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Seen there", "%10u" },
    [DELIVERY_ANYWHERE] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Seen anywhere", "%13u" },
    [DELIVERY_LOST] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Lost there", "%10u" },
};

static stat_rows_t cman_delivery;

static point_labels_t cman_points = { .rows = &cman_delivery, .column = DELIVERY_POINT };

static stat_row_t
cman_delivery_row(packet_info *pinfo, const cman_message_t *message, unsigned number)
{
    uint64_t key = sightings_mix(cman_sender_key(pinfo, message), number);
    stat_row_t row = stat_rows_get(&cman_delivery, key);

    if (row.is_new) {
        stat_row_count(&row, DELIVERY_CLUSTER, message->cluster);
        point_labels_enter(&cman_points, &row, number);
    }
    if (row.is_new || message->src_name != NULL) {
        stat_row_text(&row, DELIVERY_SENDER, cman_sender_label(pinfo, message));
    }
    return row;
}

/* Only a message to the broadcast address should be seen everywhere.  What goes to
 * one address has neither an addressee nor MULTICAST. */
static bool
cman_is_for_all_to_see(const cman_tap_t *tap)
{
    const cman_message_t *message = &tap->message;

    return message->seq != 0 && (message->tgtid != 0 || (message->flags & CMAN_FLAG_MULTICAST))
           && !found_has(&tap->found, CMAN_FOUND_DUPLICATE);
}

static tap_packet_status
cman_delivery_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_,
                     const void *data, tap_flags_t flags _U_)
{
    const cman_tap_t *tap = data;
    unsigned here, anywhere;

    if (!cman_is_for_all_to_see(tap)) {
        return TAP_PACKET_DONT_REDRAW;
    }
    here = point_labels_number(&cman_points, pinfo);
    anywhere = cman_delivery_row(pinfo, &tap->message, 0).cells[DELIVERY_ANYWHERE].value.uint_value
               + !tap->head.is_copy;
    for (unsigned i = 0; i < cman_points.count; i++) {
        stat_row_t row = cman_delivery_row(pinfo, &tap->message, i);
        unsigned seen = row.cells[DELIVERY_HERE].value.uint_value + (i == here);

        stat_row_count(&row, DELIVERY_HERE, seen);
        stat_row_count(&row, DELIVERY_ANYWHERE, anywhere);
        stat_row_count(&row, DELIVERY_LOST, anywhere - MIN(seen, anywhere));
    }
    return TAP_PACKET_REDRAW;
}

static stat_rows_t cman_delivery = {
    .title = "cman delivery",
    .name = "cman,delivery",
    .tap = "cman",
    .packet = cman_delivery_packet,
    .columns = cman_delivery_columns,
    .column_count = DELIVERY_COLUMNS,
    .data_size = sizeof(unsigned), /* the number of the row's capture point */
};

void
cman_delivery_table_register(void)
{
    stat_rows_register(&cman_delivery);
}
