/* point_labels.c
 * What a table calls the capture points of a file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "point_labels.h"

#include "capture_point.h"

static bool
point_is_alone(const point_labels_t *labels, unsigned number)
{
    for (unsigned i = 0; i < labels->count; i++) {
        if (i != number && g_strcmp0(labels->names[i], labels->names[number]) == 0) {
            return false;
        }
    }
    return true;
}

/* Sections are pcapng files that were joined end to end; they count anew. */
static char *
point_place(uint32_t point)
{
    unsigned section = point >> 16, interface = point & 0xffff;

    return section == 0 ? g_strdup_printf("interface %u", interface)
                        : g_strdup_printf("section %u, interface %u", section + 1, interface);
}

/* Every node may have an eth0, and pcap files name none: the number, that of
 * frame.interface_id, tells them apart.  mergecap counts its files so. */
static char *
point_text(const point_labels_t *labels, unsigned number)
{
    const char *name = labels->names[number];
    char *place, *text;

    if (name != NULL && point_is_alone(labels, number)) {
        return g_strdup(name);
    }
    place = point_place(labels->points[number]);
    if (name == NULL) {
        return place;
    }
    text = g_strdup_printf("%s (%s)", name, place);
    g_free(place);
    return text;
}

static void
point_labels_renew(point_labels_t *labels)
{
    for (unsigned i = 0; i < labels->count; i++) {
        g_free(labels->texts[i]);
        labels->texts[i] = point_text(labels, i);
    }
    for (unsigned i = 0; i < labels->rows->table->num_elements; i++) {
        stat_row_t row = stat_rows_at(labels->rows, i);
        const unsigned *number = row.data;

        stat_row_text(&row, labels->column, labels->texts[*number]);
    }
}

unsigned
point_labels_number(point_labels_t *labels, const packet_info *pinfo)
{
    uint32_t point = capture_point(pinfo);
    unsigned number = 0;

    if (g_hash_table_size(labels->rows->rows) == 0) {
        labels->count = 0;
    }
    while (number < labels->count && labels->points[number] != point) {
        number++;
    }
    if (number < labels->count) {
        return number;
    }
    if (number == POINT_LABELS_MAX) {
        return POINT_LABELS_MAX - 1;
    }
    labels->points[number] = point;
    g_free(labels->names[number]);
    labels->names[number] = g_strdup(capture_point_name(pinfo));
    labels->count++;
    point_labels_renew(labels);
    return number;
}

void
point_labels_enter(const point_labels_t *labels, const stat_row_t *row, unsigned number)
{
    *(unsigned *)row->data = number;
    stat_row_text(row, labels->column, labels->texts[number]);
}
