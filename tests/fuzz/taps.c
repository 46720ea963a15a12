/* taps.c
 * Statistics and conversation tables, opened as their windows do it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "fuzz.h"

#include <epan/conversation_filter.h>
#include <epan/conversation_table.h>
#include <epan/dfilter/dfilter.h>
#include <epan/stat_tap_ui.h>
#include <epan/stats_tree_priv.h>
#include <epan/tap.h>

static const char *const table_names[] = {
    "cman,nodes",
    "cman,transitions",
    "cman,barriers",
    "cman,delivery",
    "nisca,nodes",
    "nisca,channels",
    "nisca,circuits",
    "nisca,delivery",
    "nisca,transitions",
    "nisca,locks",
    "ncs_heartbeat,nodes",
    "ncs_heartbeat,delivery",
    "cluster,timeline",
    "cluster,storms",
    "cluster,points",
};

static stat_data_t tables[array_length(table_names)];
static unsigned table_count;
static stats_tree *tree;
static conv_hash_t conversations, endpoints;

static void
listen(const char *tap, void *data, tap_reset_cb reset, tap_packet_cb packet)
{
    GString *error = register_tap_listener(tap, data, NULL, 0, reset, packet, NULL, NULL);

    if (error != NULL) {
        fuzz_fail("tap %s: %s", tap, error->str);
    }
}

static void
open_table(const char *name)
{
    stat_tap_table_ui *ui = stat_tap_by_name(name);

    if (ui == NULL) {
        fuzz_fail("there is no table %s", name);
    }
    tables[table_count].stat_tap_data = ui;
    listen(ui->tap_name, &tables[table_count], NULL, ui->packet_func);
    ui->stat_tap_init_cb(ui);
    table_count++;
}

static void
open_tree(void)
{
    stats_tree_cfg *config = stats_tree_get_cfg_by_abbr(fuzz_protocol_name);

    if (config == NULL) {
        fuzz_fail("there is no %s,tree", fuzz_protocol_name);
    }
    tree = stats_tree_new(config, NULL, NULL);
    listen(config->tapname, tree, NULL, stats_tree_packet);
    config->init(tree);
}

static void
open_conversations(void)
{
    register_ct_t *kind =
        get_conversation_by_proto_id(proto_get_id_by_filter_name(fuzz_protocol_name));

    if (kind == NULL) {
        fuzz_fail("there is no conv,%s", fuzz_protocol_name);
    }
    listen(fuzz_protocol_name, &conversations, NULL, get_conversation_packet_func(kind));
    listen(fuzz_protocol_name, &endpoints, NULL, get_endpoint_packet_func(kind));
}

/* The protocol's own, and what all three share. */
void
fuzz_taps_open(void)
{
    for (unsigned i = 0; i < array_length(table_names); i++) {
        if (g_str_has_prefix(table_names[i], fuzz_protocol_name)
            || g_str_has_prefix(table_names[i], "cluster,")) {
            open_table(table_names[i]);
        }
    }
    open_tree();
    open_conversations();
}

void
fuzz_taps_reset(void)
{
    for (unsigned i = 0; i < table_count; i++) {
        reset_stat_table(tables[i].stat_tap_data);
    }
    stats_tree_reset(tree);
    reset_conversation_table_data(&conversations);
    reset_endpoint_table_data(&endpoints);
}

static void
read_cell(const stat_tap_table_item_type *cell)
{
    if (cell->type == TABLE_ITEM_STRING && !g_utf8_validate(cell->value.string_value, -1, NULL)) {
        fuzz_fail("a table has text that is not UTF-8");
    }
    if (cell->type == TABLE_ITEM_FLOAT && cell->value.float_value != cell->value.float_value) {
        fuzz_fail("a table has a number that is none");
    }
}

static void
read_table(const stat_tap_table *table)
{
    for (unsigned row = 0; row < table->num_elements; row++) {
        for (unsigned column = 0; column < table->num_fields; column++) {
            read_cell(stat_tap_get_field_data(table, row, column));
        }
    }
}

void
fuzz_taps_read(void)
{
    for (unsigned i = 0; i < table_count; i++) {
        const GArray *all = tables[i].stat_tap_data->tables;

        for (unsigned j = 0; j < all->len; j++) {
            read_table(g_array_index(all, stat_tap_table *, j));
        }
    }
}

/* --- Conversation filters ---------------------------------------------------------- */

static void
check_filter(const char *filter)
{
    dfilter_t *compiled = NULL;
    void *error = NULL; /* its type differs between releases */

    if (!dfilter_compile(filter, &compiled, (void *)&error)) {
        fuzz_fail("not a filter: %s", filter);
    }
    dfilter_free(compiled);
}

void
fuzz_filters_build(packet_info *pinfo)
{
    for (const GList *at = packet_conv_filter_list; at != NULL; at = at->next) {
        const conversation_filter_t *filter = (const conversation_filter_t *)at->data;
        char *text;

        if (strcmp(filter->proto_name, fuzz_protocol_name) == 0 && ws_is_filter_valid(filter, pinfo)
            && (text = ws_build_filter(filter, pinfo)) != NULL) {
            check_filter(text);
            g_free(text);
        }
    }
}
