/* point_labels.h
 * What a table calls the capture points of a file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_POINT_LABELS_H
#define CLUSTER_POINT_LABELS_H

#include "stat_rows.h"

/** More points are not told apart from the last one. */
#define POINT_LABELS_MAX 64

/** The capture points of one table, in the order of their first frame.  The
 *  protocol fills in the first part, statically. */
typedef struct {
    stat_rows_t *rows; /**< whose data begins with the row's point, an unsigned */
    unsigned column;   /**< of the label, TABLE_ITEM_STRING */

    unsigned count;    /**< from here on: this module's, but for reading count */
    uint32_t points[POINT_LABELS_MAX];
    char *names[POINT_LABELS_MAX]; /**< as the file has them, or NULL */
    char *texts[POINT_LABELS_MAX]; /**< as the table shows them */
} point_labels_t;

/** Number of the frame's capture point, from 0; begins anew where the table is
 *  empty.  A new point may change the labels of others: in all rows, as there
 *  may be no further frame of their senders. */
unsigned point_labels_number(point_labels_t *labels, const packet_info *pinfo);

/** Put the label of its capture point into a new row. */
void point_labels_enter(const point_labels_t *labels, const stat_row_t *row, unsigned number);

#endif
