/* stat_rows.h
 * Statistics tables whose rows are found by a key: the common part of the
 * tables in the Statistics menu and of `tshark -q -z NAME`.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_STAT_ROWS_H
#define CLUSTER_STAT_ROWS_H

#include "info.h"

#include <epan/stat_tap_ui.h>

/** One table.  The protocol fills in the first part, statically. */
typedef struct stat_rows {
    const char *title;             /**< in the menu and above the table; unique */
    const char *name;              /**< behind `tshark -z` */
    const char *tap;
    void (*begin)(void);           /**< the table is empty and begins anew; or NULL */
    tap_packet_cb packet;          /**< counts one frame, see stat_rows_get() */
    stat_tap_table_item *columns;
    unsigned column_count;
    size_t data_size;              /**< bytes of the caller's data a row, may be 0 */

    struct stat_rows *next;        /**< from here on: this module's, but for reading this:
                                        registered after this one, or NULL */
    stat_tap_table_ui ui;
    GHashTable *rows;              /**< key -> row number + 1 */
    stat_tap_table *table;
    GSList *gone;                  /**< rows that open windows may still show, */
    GSList *spare;                 /**< and those of them that come again as others */
} stat_rows_t;

/** A row: its cells, and the caller's data (zeroed when the row is made). */
typedef struct {
    stat_tap_table_item_type *cells;
    void *data;
    bool is_new;
} stat_row_t;

/** Make the table known to Wireshark and to the plugin's menu; `rows` must be
 *  static. */
void stat_rows_register(stat_rows_t *rows);

/** The table that was registered first, or NULL; it leads to the others. */
const stat_rows_t *stat_rows_first(void);

/** The row with this key; made at the end of the table if there is none. */
stat_row_t stat_rows_get(stat_rows_t *rows, uint64_t key);

/** The row in line `number` of the table, which must have so many. */
stat_row_t stat_rows_at(const stat_rows_t *rows, unsigned number);

/** Take the last row, which has this key, off the table.  The next row that is made takes its
 *  place in windows, too, which know rows by their cells. */
void stat_rows_drop_last(stat_rows_t *rows, uint64_t key);

/** Put a text into a cell of a TABLE_ITEM_STRING column, which begins with "-"; the text is
 *  copied, see info_printable(). */
void stat_row_text(const stat_row_t *row, unsigned column, const char *text);

/** Put a number into a cell of a TABLE_ITEM_UINT column. */
void stat_row_count(const stat_row_t *row, unsigned column, unsigned number);

/** Add to a cell of a TABLE_ITEM_UINT column; saturates. */
void stat_row_add(const stat_row_t *row, unsigned column, unsigned number);

/** Put a number into a TABLE_ITEM_STRING column, for what may be unknown ("-", as the cell
 *  begins) or beyond 32 bits. */
void stat_row_number(const stat_row_t *row, unsigned column, int64_t number);

/** Put a time, given in ns, as seconds into a TABLE_ITEM_STRING column, which has "-"
 *  before: a column of numbers would say 0 where nothing was measured. */
void stat_row_seconds(const stat_row_t *row, unsigned column, int64_t ns);

/** Put a time, in ns since the epoch, into a TABLE_ITEM_STRING column: local time with
 *  month and day in front, so that text sorts as time does within a year. */
void stat_row_moment(const stat_row_t *row, unsigned column, int64_t when);

/** Times that were counted, in ns; part of a row's data. */
typedef struct {
    int64_t min, max;
    double sum; /**< beyond 292 years for a hostile clock */
    unsigned count;
} stat_times_t;

/** Count a time. */
void stat_times_add(stat_times_t *times, int64_t ns);

/** Show shortest, mean and longest in three columns of seconds from
 *  `first` on; nothing if no time was counted. */
void stat_row_times(const stat_row_t *row, const stat_times_t *times, unsigned first);

/** Count a time, and show them. */
void stat_row_time(const stat_row_t *row, stat_times_t *times, unsigned first, int64_t ns);

#endif
