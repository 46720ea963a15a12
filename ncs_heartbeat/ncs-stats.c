/* ncs-stats.c
 * Tables over all heartbeats: counts, nodes, conversations.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs_heartbeat.h"

#include "capture_point.h"

#include <math.h>

#include <epan/conversation_table.h>
#include <epan/stat_tap_ui.h>
#include <epan/stats_tree.h>
#include <epan/tap.h>
#include <epan/to_str.h>

#define NS_PER_S 1e9

static int ncs_tap = -1;

/* --- Conversations and endpoints --------------------------------------------- */

static const char *
ncs_address_filter(const address *addr, conv_filter_type_e filter)
{
    bool ipv6 = addr->type == AT_IPv6;

    switch (filter) {
    case CONV_FT_SRC_ADDRESS:
        return ipv6 ? "ipv6.src" : "ip.src";
    case CONV_FT_DST_ADDRESS:
        return ipv6 ? "ipv6.dst" : "ip.dst";
    case CONV_FT_ANY_ADDRESS:
        return ipv6 ? "ipv6.addr" : "ip.addr";
    default:
        return CONV_FILTER_INVALID;
    }
}

static const char *
ncs_conversation_filter(conv_item_t *conversation, conv_filter_type_e filter)
{
    return ncs_address_filter(&conversation->src_address, filter);
}

static const char *
ncs_endpoint_filter(endpoint_item_t *endpoint, conv_filter_type_e filter)
{
    return ncs_address_filter(&endpoint->myaddress, filter);
}

static tap_packet_status
ncs_conversation_packet(void *table, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                        tap_flags_t flags)
{
    static ct_dissector_info_t info = { ncs_conversation_filter };
    const ncs_tap_t *tap = (const ncs_tap_t *)data;
    conv_hash_t *hash = (conv_hash_t *)table;

    hash->flags = flags;
    add_conversation_table_data(hash, &tap->source, &tap->destination, 0, 0, 1,
                                (int)pinfo->fd->pkt_len, &pinfo->rel_ts, &pinfo->abs_ts, &info,
                                CONVERSATION_NONE);
    return TAP_PACKET_REDRAW;
}

static tap_packet_status
ncs_endpoint_packet(void *table, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                    tap_flags_t flags)
{
    static et_dissector_info_t info = { ncs_endpoint_filter };
    const ncs_tap_t *tap = (const ncs_tap_t *)data;
    conv_hash_t *hash = (conv_hash_t *)table;

    hash->flags = flags;
    add_endpoint_table_data(hash, &tap->source, 0, true, 1, (int)pinfo->fd->pkt_len, &info,
                            ENDPOINT_NONE);
    add_endpoint_table_data(hash, &tap->destination, 0, false, 1, (int)pinfo->fd->pkt_len, &info,
                            ENDPOINT_NONE);
    return TAP_PACKET_REDRAW;
}

/* --- Counts: ncs_heartbeat,tree ------------------------------------------------- */

static const char ncs_tree_heartbeats[] = "Heartbeats";
static const char ncs_tree_roles[] = "Heartbeats by role";
static const char ncs_tree_senders[] = "Heartbeats by sender";
static const char ncs_tree_rhythm[] = "Intervals";
static const char ncs_tree_duplicates[] = "Duplicates";

static int ncs_tree_roles_id;
static int ncs_tree_senders_id;
static int ncs_tree_rhythm_id;

static void
ncs_tree_init(stats_tree *tree)
{
    stats_tree_create_node(tree, ncs_tree_heartbeats, 0, STAT_DT_INT, false);
    ncs_tree_roles_id = stats_tree_create_pivot(tree, ncs_tree_roles, 0);
    ncs_tree_senders_id = stats_tree_create_node(tree, ncs_tree_senders, 0, STAT_DT_INT, true);
    ncs_tree_rhythm_id = stats_tree_create_pivot(tree, ncs_tree_rhythm, 0);
    stats_tree_create_node(tree, ncs_tree_duplicates, 0, STAT_DT_INT, false);
}

static void
ncs_tree_count_sender(stats_tree *tree, packet_info *pinfo, const ncs_tap_t *tap)
{
    const char *cluster = "Without panning ID";
    const char *sender = "Senders that are not followed";
    int id;

    if (tap->has_panning_id) {
        cluster = wmem_strdup_printf(pinfo->pool, "Panning ID 0x%08x", tap->panning_id);
    }
    if (tap->node == 0 && ncs_preferences.analysis) {
        cluster = "Others"; /* forged sources must not fill the table */
    } else {
        sender = address_to_str(pinfo->pool, &tap->source);
    }
    tick_stat_node(tree, ncs_tree_senders, 0, true);
    id = tick_stat_node(tree, cluster, ncs_tree_senders_id, true);
    tick_stat_node(tree, sender, id, false);
}

static tap_packet_status
ncs_tree_packet(stats_tree *tree, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                tap_flags_t flags _U_)
{
    static const char *const verdicts[] = {
        [CADENCE_IN_TIME] = "In time",
        [CADENCE_LATE] = "Late",
        [CADENCE_LOST] = "Lost",
    };
    const ncs_tap_t *tap = (const ncs_tap_t *)data;

    if (tap->duplicate) {
        tick_stat_node(tree, ncs_tree_duplicates, 0, false);
        return TAP_PACKET_REDRAW;
    }
    tick_stat_node(tree, ncs_tree_heartbeats, 0, false);
    stats_tree_tick_pivot(tree, ncs_tree_roles_id,
                          tap->role == NCS_ROLE_MASTER ? "Master" : "Slave");
    ncs_tree_count_sender(tree, pinfo, tap);
    if (tap->has_interval) {
        stats_tree_tick_pivot(tree, ncs_tree_rhythm_id, verdicts[tap->verdict]);
    }
    return TAP_PACKET_REDRAW;
}

/* --- Intervals of one node ------------------------------------------------------- */

/* The jitter is the mean absolute deviation of the intervals from their mean,
 * which is known only after the last one.  So intervals are kept, as bins with
 * an exact sum and count, in ascending order; where there are too many, the
 * nearest two become one.  The result is exact as long as the bins suffice,
 * and after that all bins but the one that the mean falls into still count
 * exactly. */
#define NCS_BINS 256

typedef struct {
    int64_t sum; /* ns */
    int64_t count;
} ncs_bin_t;

typedef struct {
    ncs_bin_t bins[NCS_BINS + 1];
    unsigned used;
    int64_t count;
    int64_t sum;
    int64_t min;
    int64_t max;
    uint32_t max_frame; /* that ended the longest */
} ncs_intervals_t;

static double
ncs_bin_mean(const ncs_bin_t *bin)
{
    return (double)bin->sum / (double)bin->count;
}

static void
ncs_merge_nearest(ncs_intervals_t *intervals)
{
    ncs_bin_t *bins = intervals->bins;
    double nearest = INFINITY;
    unsigned at = 0;

    for (unsigned i = 0; i + 1 < intervals->used; i++) {
        double distance = ncs_bin_mean(&bins[i + 1]) - ncs_bin_mean(&bins[i]);

        if (distance < nearest) {
            nearest = distance;
            at = i;
        }
    }
    bins[at].sum += bins[at + 1].sum;
    bins[at].count += bins[at + 1].count;
    intervals->used--;
    memmove(&bins[at + 1], &bins[at + 2], (intervals->used - at - 1) * sizeof *bins);
}

/* Where an interval belongs among the bins. */
static unsigned
ncs_find_bin(const ncs_intervals_t *intervals, int64_t interval)
{
    unsigned low = 0, high = intervals->used;

    while (low < high) {
        unsigned middle = low + (high - low) / 2;

        if (ncs_bin_mean(&intervals->bins[middle]) < (double)interval) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void
ncs_bin_interval(ncs_intervals_t *intervals, int64_t interval)
{
    unsigned at = ncs_find_bin(intervals, interval);
    ncs_bin_t *bin = &intervals->bins[at];

    if (at < intervals->used && ncs_bin_mean(bin) == (double)interval) {
        bin->sum += interval;
        bin->count++;
        return;
    }
    memmove(bin + 1, bin, (intervals->used - at) * sizeof *bin);
    *bin = (ncs_bin_t){ interval, 1 };
    if (++intervals->used > NCS_BINS) {
        ncs_merge_nearest(intervals);
    }
}

static void
ncs_add_interval(ncs_intervals_t *intervals, int64_t interval, uint32_t frame)
{
    if (intervals->count == 0 || interval < intervals->min) {
        intervals->min = interval;
    }
    if (intervals->count == 0 || interval > intervals->max) {
        intervals->max = interval;
        intervals->max_frame = frame;
    }
    intervals->count++;
    intervals->sum += interval;
    ncs_bin_interval(intervals, interval);
}

static double
ncs_mean(const ncs_intervals_t *intervals)
{
    return intervals->count > 0 ? (double)intervals->sum / (double)intervals->count : 0;
}

static double
ncs_jitter(const ncs_intervals_t *intervals)
{
    double mean = ncs_mean(intervals), deviations = 0;

    for (unsigned i = 0; i < intervals->used; i++) {
        const ncs_bin_t *bin = &intervals->bins[i];

        deviations += fabs((double)bin->sum - (double)bin->count * mean);
    }
    return intervals->count > 0 ? deviations / (double)intervals->count : 0;
}

/* --- Nodes: ncs_heartbeat,nodes ----------------------------------------------------- */

enum {
    NCS_COLUMN_CLUSTER,
    NCS_COLUMN_NODE,
    NCS_COLUMN_ROLE,
    NCS_COLUMN_PACKETS,
    NCS_COLUMN_MIN,
    NCS_COLUMN_AVG,
    NCS_COLUMN_MAX,
    NCS_COLUMN_JITTER,
    NCS_COLUMN_MISSED,
    NCS_COLUMN_GAP,
    NCS_COLUMN_GAP_FRAME,
    NCS_COLUMN_LAST_SEEN,
    NCS_COLUMN_POINT,
    NCS_COLUMNS
};

static stat_tap_table_item ncs_columns[NCS_COLUMNS] = {
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Cluster", "%-10s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Node", "%-15s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Role", "%-6s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Packets", "%u" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Min interval (s)", "%.6f" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Avg interval (s)", "%.6f" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Max interval (s)", "%.6f" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Jitter (s)", "%.6f" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Missed", "%u" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Longest gap (s)", "%.6f" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Ended by frame", "%u" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Last seen (s)", "%.6f" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Capture point", "%s" },
};

/* What a row of the table is computed from; the row's first item owns it. */
typedef struct {
    GHashTable *rows; /* of the whole table: node number -> row; the first row owns it */
    ncs_intervals_t intervals;
} ncs_row_t;

static const char ncs_nodes_title[] = "NCS heartbeat nodes";

static void
ncs_free_row(stat_tap_table *table, unsigned row)
{
    stat_tap_table_item_type *items = stat_tap_get_field_data(table, row, 0);
    ncs_row_t *values = (ncs_row_t *)items[0].user_data.ptr_value;

    for (unsigned i = 0; i < NCS_COLUMNS; i++) {
        if (items[i].type == TABLE_ITEM_STRING) {
            g_free((char *)items[i].value.string_value);
        }
        items[i].type = TABLE_ITEM_NONE;
    }
    if (row == 0 && values != NULL) {
        g_hash_table_destroy(values->rows);
    }
    g_free(values);
    items[0].user_data.ptr_value = NULL;
}

/* Called for each item; the first one takes its row along. */
static void
ncs_nodes_free_item(stat_tap_table *table, unsigned row, unsigned column,
                    stat_tap_table_item_type *item _U_)
{
    if (column == 0) {
        ncs_free_row(table, row);
    }
}

static void
ncs_nodes_reset(stat_tap_table *table)
{
    for (unsigned row = 0; row < table->num_elements; row++) {
        ncs_free_row(table, row);
        g_free(table->elements[row]);
    }
    table->num_elements = 0;
}

static void
ncs_nodes_init(stat_tap_table_ui *ui)
{
    stat_tap_table *table = stat_tap_find_table(ui, ncs_nodes_title);

    if (table != NULL) {
        ncs_nodes_reset(table);
        return;
    }
    stat_tap_add_table(ui, stat_tap_init_table(ncs_nodes_title, NCS_COLUMNS, 0, NULL));
}

/* The nodes of merged files tend to call their interfaces the same. */
static char *
ncs_point_text(const packet_info *pinfo)
{
    const char *name = capture_point_name(pinfo);
    uint32_t number = capture_point(pinfo);

    return name != NULL ? g_strdup_printf("%u (%s)", number, name) : g_strdup_printf("%u", number);
}

static void
ncs_label_row(stat_tap_table_item_type *items, packet_info *pinfo, const ncs_tap_t *tap)
{
    for (unsigned i = 0; i < NCS_COLUMNS; i++) {
        items[i].type = ncs_columns[i].type;
    }
    items[NCS_COLUMN_CLUSTER].value.string_value =
        tap->has_panning_id ? g_strdup_printf("0x%08x", tap->panning_id) : g_strdup("none");
    items[NCS_COLUMN_NODE].value.string_value =
        g_strdup(address_to_str(pinfo->pool, &tap->source));
    items[NCS_COLUMN_ROLE].value.string_value = g_strdup("");
    items[NCS_COLUMN_POINT].value.string_value = ncs_point_text(pinfo);
}

static stat_tap_table_item_type *
ncs_new_row(stat_tap_table *table, packet_info *pinfo, const ncs_tap_t *tap)
{
    stat_tap_table_item_type items[NCS_COLUMNS] = { 0 };
    unsigned row = table->num_elements;
    ncs_row_t *values = g_new0(ncs_row_t, 1);

    if (row == 0) {
        values->rows = g_hash_table_new(g_direct_hash, g_direct_equal);
    } else {
        values->rows = ((ncs_row_t *)table->elements[0][0].user_data.ptr_value)->rows;
    }
    g_hash_table_insert(values->rows, GUINT_TO_POINTER(tap->node), GUINT_TO_POINTER(row));
    ncs_label_row(items, pinfo, tap);
    items[0].user_data.ptr_value = values;
    stat_tap_init_table_row(table, row, NCS_COLUMNS, items);
    return table->elements[row];
}

static stat_tap_table_item_type *
ncs_find_row(const stat_tap_table *table, uint32_t node)
{
    const ncs_row_t *first;
    void *row;

    if (table->num_elements == 0) {
        return NULL;
    }
    first = (const ncs_row_t *)table->elements[0][0].user_data.ptr_value;
    if (!g_hash_table_lookup_extended(first->rows, GUINT_TO_POINTER(node), NULL, &row)) {
        return NULL;
    }
    return table->elements[GPOINTER_TO_UINT(row)];
}

/* The role is the latest one. */
static void
ncs_set_role(stat_tap_table_item_type *items, ncs_role_t role)
{
    const char *text = role == NCS_ROLE_MASTER ? "master" : "slave";

    if (strcmp(items[NCS_COLUMN_ROLE].value.string_value, text) != 0) {
        g_free((char *)items[NCS_COLUMN_ROLE].value.string_value);
        items[NCS_COLUMN_ROLE].value.string_value = g_strdup(text);
    }
}

static void
ncs_count_interval(stat_tap_table_item_type *items, const ncs_tap_t *tap, uint32_t frame)
{
    ncs_intervals_t *intervals = &((ncs_row_t *)items[0].user_data.ptr_value)->intervals;

    ncs_add_interval(intervals, tap->interval, frame);
    items[NCS_COLUMN_MIN].value.float_value = (double)intervals->min / NS_PER_S;
    items[NCS_COLUMN_AVG].value.float_value = ncs_mean(intervals) / NS_PER_S;
    items[NCS_COLUMN_MAX].value.float_value = (double)intervals->max / NS_PER_S;
    items[NCS_COLUMN_JITTER].value.float_value = ncs_jitter(intervals) / NS_PER_S;
    items[NCS_COLUMN_MISSED].value.uint_value += tap->missed;
    items[NCS_COLUMN_GAP].value.float_value = (double)intervals->max / NS_PER_S;
    items[NCS_COLUMN_GAP_FRAME].value.uint_value = intervals->max_frame;
}

static tap_packet_status
ncs_nodes_packet(void *data_, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                 tap_flags_t flags _U_)
{
    const stat_data_t *stat = (const stat_data_t *)data_;
    stat_tap_table *table = g_array_index(stat->stat_tap_data->tables, stat_tap_table *, 0);
    const ncs_tap_t *tap = (const ncs_tap_t *)data;
    stat_tap_table_item_type *items;

    if (tap->node == 0 || tap->duplicate) {
        return TAP_PACKET_DONT_REDRAW;
    }
    items = ncs_find_row(table, tap->node);
    if (items == NULL) {
        items = ncs_new_row(table, pinfo, tap);
    }
    items[NCS_COLUMN_PACKETS].value.uint_value++;
    items[NCS_COLUMN_LAST_SEEN].value.float_value = nstime_to_sec(&pinfo->rel_ts);
    ncs_set_role(items, tap->role);
    if (tap->has_interval) {
        ncs_count_interval(items, tap, pinfo->num);
    }
    return TAP_PACKET_REDRAW;
}

/* --- Registration ---------------------------------------------------------------------- */

void
ncs_stats_queue(packet_info *pinfo, const ncs_tap_t *tap)
{
    tap_queue_packet(ncs_tap, pinfo, tap);
}

/* Stats trees of plugins make submenus of their path, tables do not: their
 * titles stand in the Statistics menu as they are. */
void
ncs_stats_register(int proto)
{
    static tap_param parameters[] = { { PARAM_FILTER, "filter", "Filter", NULL, true } };
    static stat_tap_table_ui nodes = {
        .group = REGISTER_PACKET_STAT_GROUP_UNSORTED,
        .title = ncs_nodes_title,
        .tap_name = "ncs_heartbeat",
        .cli_string = "ncs_heartbeat,nodes",
        .stat_tap_init_cb = ncs_nodes_init,
        .packet_func = ncs_nodes_packet,
        .stat_tap_reset_table_cb = ncs_nodes_reset,
        .stat_tap_free_table_item_cb = ncs_nodes_free_item,
        .nfields = NCS_COLUMNS,
        .fields = ncs_columns,
        .nparams = array_length(parameters),
        .params = parameters,
    };

    ncs_tap = register_tap("ncs_heartbeat");
    register_stat_tap_table_ui(&nodes);
    register_conversation_table(proto, true, ncs_conversation_packet, ncs_endpoint_packet);
    stats_tree_register_plugin(
        "ncs_heartbeat", "ncs_heartbeat",
        "Cluster heartbeats" WS_STATS_SEPARATOR "NCS" WS_STATS_SEPARATOR "Heartbeats", 0,
        ncs_tree_packet, ncs_tree_init, NULL);
}
