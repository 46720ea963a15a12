/* ncs-stats.c
 * Tables over all heartbeats: counts, nodes.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture_point.h"
#include "ncs-tap.h"
#include "stat_rows.h"

#include <math.h>

#include <epan/stats_tree.h>
#include <epan/tap.h>
#include <epan/to_str.h>

/* --- Counts: ncs_heartbeat,tree ------------------------------------------------- */

static const char ncs_tree_heartbeats[] = "Heartbeats";
static const char ncs_tree_roles[] = "Heartbeats by role";
static const char ncs_tree_senders[] = "Heartbeats by sender";
static const char ncs_tree_rhythm[] = "Intervals";
static const char ncs_tree_duplicates[] = "Duplicates by sender";

static int ncs_tree_roles_id;
static int ncs_tree_senders_id;
static int ncs_tree_rhythm_id;
static int ncs_tree_duplicates_id;

static void
ncs_tree_init(stats_tree *tree)
{
    stats_tree_create_node(tree, ncs_tree_heartbeats, 0, STAT_DT_INT, false);
    ncs_tree_roles_id = stats_tree_create_pivot(tree, ncs_tree_roles, 0);
    ncs_tree_senders_id = stats_tree_create_node(tree, ncs_tree_senders, 0, STAT_DT_INT, true);
    ncs_tree_rhythm_id = stats_tree_create_pivot(tree, ncs_tree_rhythm, 0);
    ncs_tree_duplicates_id = stats_tree_create_pivot(tree, ncs_tree_duplicates, 0);
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
    if (tap->node == NULL && ncs_preferences.analysis) {
        cluster = "Others"; /* forged sources must not fill the table */
    } else {
        sender = address_to_str(pinfo->pool, &tap->head.source);
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
        stats_tree_tick_pivot(tree, ncs_tree_duplicates_id,
                              address_to_str(pinfo->pool, &tap->head.source));
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
    double sum; /* ns */
    double count;
} ncs_bin_t;

typedef struct {
    ncs_bin_t bins[NCS_BINS + 1];
    unsigned used;
    stat_times_t times;
    bool has_namesake; /* that the cluster has, as the row says */
} ncs_intervals_t;

static double
ncs_bin_mean(const ncs_bin_t *bin)
{
    return bin->sum / bin->count;
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
        bin->sum += (double)interval;
        bin->count++;
        return;
    }
    memmove(bin + 1, bin, (intervals->used - at) * sizeof *bin);
    *bin = (ncs_bin_t){ (double)interval, 1 };
    if (++intervals->used > NCS_BINS) {
        ncs_merge_nearest(intervals);
    }
}

/* In ns; there is at least one interval. */
static double
ncs_jitter(const ncs_intervals_t *intervals)
{
    double count = intervals->times.count;
    double mean = intervals->times.sum / count, deviations = 0;

    for (unsigned i = 0; i < intervals->used; i++) {
        const ncs_bin_t *bin = &intervals->bins[i];

        deviations += fabs(bin->sum - bin->count * mean);
    }
    return deviations / count;
}

/* --- Nodes: ncs_heartbeat,nodes ----------------------------------------------------- */

enum {
    NCS_COLUMN_NODE,
    NCS_COLUMN_ROLE,
    NCS_COLUMN_SILENT,
    NCS_COLUMN_PACKETS,
    NCS_COLUMN_COPIES,
    NCS_COLUMN_MIN,
    NCS_COLUMN_AVG,
    NCS_COLUMN_MAX,
    NCS_COLUMN_JITTER,
    NCS_COLUMN_MISSED,
    NCS_COLUMN_GAP,
    NCS_COLUMN_GAP_FRAME,
    NCS_COLUMN_LAST_SEEN,
    NCS_COLUMN_LAST_FRAME,
    NCS_COLUMN_CLUSTER,
    NCS_COLUMNS
};

static stat_tap_table_item ncs_columns[NCS_COLUMNS] = {
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Node", "%-15s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Role", "%-6s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Silent since", "%-30s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Packets", "%8u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Copies", "%7u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Min interval (s)", "%16s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Avg interval (s)", "%16s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Max interval (s)", "%16s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Jitter (s)", "%14s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Missed", "%6u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Longest gap (s)", "%15s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Ended by frame", "%14s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Last seen", "%-18s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "In frame", "%8u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Cluster", "%-10s" },
};

static stat_rows_t ncs_nodes;

/* That another cluster has the same panning id is known only when it appears. */
static bool
ncs_row_is_named(const stat_row_t *row, const ncs_cluster_t *cluster)
{
    ncs_intervals_t *intervals = row->data;
    bool was_known = intervals->has_namesake;

    intervals->has_namesake = cluster != NULL && cluster->seen->has_namesake;
    return !row->is_new && was_known == intervals->has_namesake;
}

static void
ncs_label_row(const stat_row_t *row, packet_info *pinfo, const ncs_tap_t *tap)
{
    stat_row_text(row, NCS_COLUMN_CLUSTER,
                  tap->has_panning_id
                      ? ncs_cluster_name(pinfo->pool, tap->node->cluster, tap->panning_id)
                      : "none");
    stat_row_text(row, NCS_COLUMN_NODE, address_to_str(pinfo->pool, &tap->head.source));
}

static void
ncs_count_interval(const stat_row_t *row, const ncs_tap_t *tap, uint32_t frame)
{
    ncs_intervals_t *intervals = row->data;

    if (intervals->times.count == 0 || tap->interval > intervals->times.max) {
        stat_row_seconds(row, NCS_COLUMN_GAP, tap->interval);
        stat_row_number(row, NCS_COLUMN_GAP_FRAME, frame);
    }
    stat_row_time(row, &intervals->times, NCS_COLUMN_MIN, tap->interval);
    ncs_bin_interval(intervals, tap->interval);
    stat_row_seconds(row, NCS_COLUMN_JITTER, (int64_t)ncs_jitter(intervals));
    stat_row_add(row, NCS_COLUMN_MISSED, tap->missed);
}

/* The rows of nodes of whom it is found here that they are heard no more: since when. */
static void
ncs_note_end(packet_info *pinfo, const ncs_tap_t *tap, unsigned kind, const char *left)
{
    const finding_t *finding;
    uint32_t next = 0;

    while ((finding = found_next(&tap->found, kind, &next)) != NULL) {
        stat_row_t row = stat_rows_get(&ncs_nodes, (uintptr_t)ncs_node_at(finding->ref));

        if (!row.is_new) {
            stat_row_text(&row, NCS_COLUMN_SILENT,
                          wmem_strdup_printf(pinfo->pool, "%s, frame %u%s",
                                             row.cells[NCS_COLUMN_LAST_SEEN].value.string_value,
                                             ncs_since_frame(finding), left));
        }
    }
}

static void
ncs_count_heartbeat(const stat_row_t *row, packet_info *pinfo, const ncs_tap_t *tap)
{
    stat_row_text(row, NCS_COLUMN_SILENT, "-");
    stat_row_add(row, NCS_COLUMN_PACKETS, 1);
    stat_row_moment(row, NCS_COLUMN_LAST_SEEN, capture_time(pinfo));
    stat_row_count(row, NCS_COLUMN_LAST_FRAME, pinfo->num);
    stat_row_text(row, NCS_COLUMN_ROLE, tap->role == NCS_ROLE_MASTER ? "master" : "slave");
    if (tap->has_interval) {
        ncs_count_interval(row, tap, pinfo->num);
    }
}

static tap_packet_status
ncs_nodes_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                 tap_flags_t flags _U_)
{
    const ncs_tap_t *tap = (const ncs_tap_t *)data;
    stat_row_t row;

    if (tap->node == NULL || found_has(&tap->found, NCS_FOUND_COPY)) {
        return TAP_PACKET_DONT_REDRAW;
    }
    row = stat_rows_get(&ncs_nodes, (uintptr_t)tap->node);
    if (!ncs_row_is_named(&row, tap->node->cluster)) {
        ncs_label_row(&row, pinfo, tap);
    }
    if (tap->duplicate) {
        stat_row_add(&row, NCS_COLUMN_COPIES, 1);
        return TAP_PACKET_REDRAW;
    }
    ncs_note_end(pinfo, tap, NCS_FOUND_SILENT_NODE, "");
    ncs_note_end(pinfo, tap, NCS_FOUND_LEFT, " (left)");
    ncs_count_heartbeat(&row, pinfo, tap);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t ncs_nodes = {
    .title = "NCS heartbeat nodes",
    .name = "ncs_heartbeat,nodes",
    .tap = "ncs_heartbeat",
    .packet = ncs_nodes_packet,
    .columns = ncs_columns,
    .column_count = NCS_COLUMNS,
    .data_size = sizeof(ncs_intervals_t),
};

/* --- Registration ---------------------------------------------------------------------- */

void
ncs_stats_register(void)
{
    stat_rows_register(&ncs_nodes);
    ncs_delivery_table_register();
    stats_tree_register_plugin("ncs_heartbeat", "ncs_heartbeat",
                               WS_TREE_MENU "NCS heartbeat messages", 0, ncs_tree_packet,
                               ncs_tree_init, NULL);
}
