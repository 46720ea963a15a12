/* stat_rows.c
 * Statistics tables whose rows are found by a key.
 *
 * Wireshark's callbacks for tables carry no data of ours, so a table is found
 * by its title.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "stat_rows.h"

#include "capture_point.h"

/* Tables of log files: Wireshark has no menu for this group.  Ours are opened
 * from menu.c. */
#define MENU_GROUP REGISTER_LOG_STAT_GROUP_UNSORTED

static stat_rows_t *first_registered, *last_registered;

/* Only Wireshark asks, and only for what was registered. */
static stat_rows_t *
stat_rows_by_title(const char *title)
{
    stat_rows_t *rows = first_registered;

    while (rows->next != NULL && strcmp(rows->title, title) != 0) {
        rows = rows->next;
    }
    return rows;
}

/* --- Wireshark's callbacks -------------------------------------------------- */

static void
stat_rows_free_cell(stat_tap_table *table _U_, unsigned row _U_, unsigned column,
                    stat_tap_table_item_type *cell)
{
    if (cell->type == TABLE_ITEM_STRING) {
        g_free((char *)cell->value.string_value);
        cell->value.string_value = NULL;
    }
    if (column == 0) {
        g_free(cell->user_data.ptr_value);
        cell->user_data.ptr_value = NULL;
    }
}

/* Rows that were taken off a table, for as long as a window may show them. */
typedef struct {
    stat_tap_table_item_type **elements;
    unsigned count, fields;
} stat_rows_gone_t;

static void
stat_rows_free_gone(void *data)
{
    stat_rows_gone_t *gone = data;

    for (unsigned row = 0; row < gone->count; row++) {
        for (unsigned column = 0; column < gone->fields; column++) {
            stat_rows_free_cell(NULL, row, column, &gone->elements[row][column]);
        }
        g_free(gone->elements[row]);
    }
    g_free(gone->elements);
    g_free(gone);
}

static void
stat_rows_begin(const stat_rows_t *rows)
{
    if (rows->begin != NULL) {
        rows->begin();
    }
}

/* Wireshark makes the array as long as the rows are when one is added, so there may be no place
 * for rows that were dropped in front of that. */
static void
stat_rows_put_back_spare(stat_rows_t *rows, stat_tap_table *table)
{
    unsigned count = table->num_elements + g_slist_length(rows->spare);

    if (rows->spare != NULL) {
        table->elements = g_renew(stat_tap_table_item_type *, table->elements, count);
    }
    for (const GSList *spare = rows->spare; spare != NULL; spare = spare->next) {
        table->elements[table->num_elements++] = spare->data;
    }
    g_slist_free(rows->spare);
    rows->spare = NULL;
}

/* Empty the table: rows come back as their first frames do.  All windows of a
 * table share it, and sort by the cells themselves, so that the rows of an
 * earlier window must outlive this. */
static void
stat_rows_reset(stat_tap_table *table)
{
    stat_rows_t *rows = stat_rows_by_title(table->title);
    stat_rows_gone_t *gone = g_new(stat_rows_gone_t, 1);

    if (rows->ui.refcount <= 1) {
        g_slist_free_full(rows->gone, stat_rows_free_gone);
        rows->gone = NULL;
    }
    stat_rows_put_back_spare(rows, table);
    *gone = (stat_rows_gone_t){ table->elements, table->num_elements, table->num_fields };
    rows->gone = g_slist_prepend(rows->gone, gone);
    table->elements = NULL;
    table->num_elements = 0;
    g_hash_table_remove_all(rows->rows);
    stat_rows_begin(rows);
}

static void
stat_rows_init(stat_tap_table_ui *ui)
{
    stat_rows_t *rows = stat_rows_by_title(ui->title);

    rows->table = stat_tap_find_table(ui, ui->title);
    if (rows->rows == NULL) {
        rows->rows = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    }
    if (rows->table != NULL) {
        stat_rows_reset(rows->table);
        return;
    }
    g_hash_table_remove_all(rows->rows);
    rows->table = stat_tap_init_table(rows->title, (int)rows->column_count, 0, NULL);
    stat_tap_add_table(ui, rows->table);
    stat_rows_begin(rows);
}

void
stat_rows_register(stat_rows_t *rows)
{
    static tap_param parameters[] = { { PARAM_FILTER, "filter", "Filter", NULL, true } };

    *(last_registered != NULL ? &last_registered->next : &first_registered) = rows;
    last_registered = rows;
    rows->ui = (stat_tap_table_ui){
        .group = MENU_GROUP,
        .title = rows->title,
        .tap_name = rows->tap,
        .cli_string = rows->name,
        .stat_tap_init_cb = stat_rows_init,
        .packet_func = rows->packet,
        .stat_tap_reset_table_cb = stat_rows_reset,
        .stat_tap_free_table_item_cb = stat_rows_free_cell,
        .nfields = rows->column_count,
        .fields = rows->columns,
        .nparams = array_length(parameters),
        .params = parameters,
    };
    register_stat_tap_table_ui(&rows->ui);
}

const stat_rows_t *
stat_rows_first(void)
{
    return first_registered;
}

/* --- Rows ------------------------------------------------------------------- */

/* A new row gets the cells of one that was dropped. */
static void
stat_rows_reuse(stat_rows_t *rows, unsigned number)
{
    stat_tap_table_item_type *cells = rows->spare->data;

    rows->spare = g_slist_delete_link(rows->spare, rows->spare);
    for (unsigned i = 0; i < rows->column_count; i++) {
        stat_rows_free_cell(NULL, number, i, &cells[i]);
        cells[i] = rows->table->elements[number][i];
    }
    g_free(rows->table->elements[number]);
    rows->table->elements[number] = cells;
}

static void
stat_rows_add(stat_rows_t *rows, uint64_t key)
{
    stat_tap_table_item_type *cells = g_malloc0_n(rows->column_count, sizeof *cells);
    gint64 *kept_key = g_malloc(sizeof *kept_key);

    for (unsigned i = 0; i < rows->column_count; i++) {
        cells[i].type = rows->columns[i].type;
        if (cells[i].type == TABLE_ITEM_STRING) {
            cells[i].value.string_value = g_strdup("-");
        }
    }
    cells[0].user_data.ptr_value = g_malloc0(rows->data_size);
    stat_tap_init_table_row(rows->table, rows->table->num_elements, rows->column_count, cells);
    g_free(cells);
    if (rows->spare != NULL) {
        stat_rows_reuse(rows, rows->table->num_elements - 1);
    }
    *kept_key = (gint64)key;
    g_hash_table_insert(rows->rows, kept_key, GUINT_TO_POINTER(rows->table->num_elements));
}

stat_row_t
stat_rows_at(const stat_rows_t *rows, unsigned number)
{
    stat_row_t row = { .cells = rows->table->elements[number] };

    row.data = row.cells[0].user_data.ptr_value;
    return row;
}

stat_row_t
stat_rows_get(stat_rows_t *rows, uint64_t key)
{
    unsigned number = GPOINTER_TO_UINT(g_hash_table_lookup(rows->rows, &key));
    stat_row_t row;

    if (number != 0) {
        return stat_rows_at(rows, number - 1);
    }
    stat_rows_add(rows, key);
    row = stat_rows_at(rows, rows->table->num_elements - 1);
    row.is_new = true;
    return row;
}

void
stat_rows_drop_last(stat_rows_t *rows, uint64_t key)
{
    stat_tap_table *table = rows->table;

    table->num_elements--;
    rows->spare = g_slist_prepend(rows->spare, table->elements[table->num_elements]);
    g_hash_table_remove(rows->rows, &key);
}

void
stat_row_text(const stat_row_t *row, unsigned column, const char *text)
{
    stat_tap_table_item_type *cell = &row->cells[column];

    if (strcmp(cell->value.string_value, text) != 0) {
        g_free((char *)cell->value.string_value);
        cell->value.string_value = info_printable(NULL, text, SIZE_MAX);
    }
}

/* A text of ours: nothing to escape, and mostly as long as the one before it. */
static void
stat_row_overwrite(const stat_row_t *row, unsigned column, const char *text)
{
    char *cell = (char *)row->cells[column].value.string_value;
    size_t size = strlen(text) + 1;

    if (strlen(cell) + 1 == size) {
        memcpy(cell, text, size);
    } else {
        g_free(cell);
        row->cells[column].value.string_value = g_strdup(text);
    }
}

/* A number with its decimals, right in `width` characters: cells are sorted as texts, which
 * sorts numbers of one width rightly.  A number that needs more gets more. */
static void
stat_row_decimal(const stat_row_t *row, unsigned column, int64_t number, unsigned decimals,
                 unsigned width)
{
    char text[40];
    char *end = text + sizeof text - 1, *at = end;
    uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;

    *end = '\0';
    for (unsigned digits = 0; digits <= decimals || left > 0; digits++) {
        if (decimals > 0 && digits == decimals) {
            *--at = '.';
        }
        *--at = (char)('0' + left % 10);
        left /= 10;
    }
    if (number < 0) {
        *--at = '-';
    }
    while (end - at < (ptrdiff_t)width) {
        *--at = ' ';
    }
    stat_row_overwrite(row, column, at);
}

void
stat_row_count(const stat_row_t *row, unsigned column, unsigned number)
{
    row->cells[column].value.uint_value = number;
}

void
stat_row_seconds(const stat_row_t *row, unsigned column, int64_t ns)
{
    const int64_t us = NS_PER_S / 1000000;

    stat_row_decimal(row, column, ns / us + ns % us / (us / 2), 6, 14);
}

/* "12-02 15:04:26": most frames are of the second of the frame before. */
static const char *
moment_second(time_t seconds)
{
    static time_t latest;
    static char text[32];
    const struct tm *local;

    if (*text != '\0' && seconds == latest) {
        return text;
    }
    local = localtime(&seconds);
    latest = seconds;
    *text = '\0';
    if (local != NULL) {
        snprintf(text, sizeof text, "%02d-%02d %02d:%02d:%02d", local->tm_mon + 1,
                 local->tm_mday, local->tm_hour, local->tm_min, local->tm_sec);
    }
    return text;
}

void
stat_row_moment(const stat_row_t *row, unsigned column, int64_t when)
{
    const char *second = moment_second((time_t)(when / NS_PER_S));
    int ms = (int)(when % NS_PER_S / (NS_PER_S / 1000));
    char text[40];
    size_t size = g_strlcpy(text, second, sizeof text);

    if (size > 0 && ms >= 0) {
        text[size] = '.';
        text[size + 1] = (char)('0' + ms / 100);
        text[size + 2] = (char)('0' + ms / 10 % 10);
        text[size + 3] = (char)('0' + ms % 10);
        text[size + 4] = '\0';
    }
    stat_row_overwrite(row, column, text);
}

void
stat_row_add(const stat_row_t *row, unsigned column, unsigned number)
{
    unsigned *count = &row->cells[column].value.uint_value;

    *count += MIN(number, UINT_MAX - *count);
}

void
stat_row_number(const stat_row_t *row, unsigned column, int64_t number)
{
    stat_row_decimal(row, column, number, 0, 10);
}

void
stat_times_add(stat_times_t *times, int64_t ns)
{
    times->min = times->count == 0 ? ns : MIN(times->min, ns);
    times->max = times->count == 0 ? ns : MAX(times->max, ns);
    times->sum += (double)ns;
    times->count++;
}

void
stat_row_times(const stat_row_t *row, const stat_times_t *times, unsigned first)
{
    if (times->count == 0) {
        return;
    }
    stat_row_seconds(row, first, times->min);
    stat_row_seconds(row, first + 1, (int64_t)(times->sum / times->count));
    stat_row_seconds(row, first + 2, times->max);
}

void
stat_row_time(const stat_row_t *row, stat_times_t *times, unsigned first, int64_t ns)
{
    stat_times_add(times, ns);
    stat_row_times(row, times, first);
}
