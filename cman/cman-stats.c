/* cman-stats.c
 * Statistics: tables of messages, nodes, transitions and barriers.
 *
 * In files of several capture points a transmission counts once, whichever
 * point saw it; only the delivery table asks who saw it.  Intervals and numbers
 * skipped are those of one point.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-stats.h"

#include "cman-tap.h"
#include "stat_rows.h"

#include <epan/stats_tree.h>
#include <epan/to_str.h>

/* --- cman,tree ---------------------------------------------------------------- */

static const char cman_tree_messages[] = "Messages";
static const char cman_tree_senders[] = "Senders";

static int cman_tree_messages_id;
static int cman_tree_senders_id;

static void
cman_tree_init(stats_tree *tree)
{
    cman_tree_messages_id = stats_tree_create_pivot(tree, cman_tree_messages, 0);
    cman_tree_senders_id = stats_tree_create_pivot(tree, cman_tree_senders, 0);
}

static const char *
cman_message_label(packet_info *pinfo, const cman_message_t *message)
{
    const char *port = try_val_to_str(message->tgtport, cman_port_names);

    if (message->command != NULL) {
        return message->command->name;
    }
    return port != NULL ? port : wmem_strdup_printf(pinfo->pool, "Port %u", message->tgtport);
}

static tap_packet_status
cman_tree_packet(stats_tree *tree, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                 tap_flags_t flags _U_)
{
    const cman_tap_t *tap = data;
    const cman_message_t *message = &tap->message;

    if (tap->head.is_copy) {
        return TAP_PACKET_DONT_REDRAW;
    }
    stats_tree_tick_pivot(tree, cman_tree_messages_id, cman_message_label(pinfo, message));
    stats_tree_tick_pivot(tree, cman_tree_senders_id,
                          wmem_strdup_printf(pinfo->pool, "%s (%d)",
                                             address_to_str(pinfo->pool, &pinfo->net_src),
                                             (int32_t)message->srcid));
    return TAP_PACKET_REDRAW;
}

/* --- cman,nodes --------------------------------------------------------------- */

enum {
    NODE_CLUSTER,
    NODE_NAME,
    NODE_ADDRESS,
    NODE_MESSAGES,
    NODE_HELLOS,
    NODE_MIN,
    NODE_AVG,
    NODE_MAX,
    NODE_MISSED,
    NODE_RETRANSMISSIONS,
    NODE_ACKS_GIVEN,
    NODE_ACKS_ASKED,
    NODE_GAPS,
    NODE_LAST_SEEN,
    NODE_COLUMNS
};

static stat_tap_table_item cman_node_columns[NODE_COLUMNS] = {
    [NODE_CLUSTER] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Cluster", "%7u" },
    [NODE_NAME] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Node", "%-20s" },
    [NODE_ADDRESS] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Address", "%-15s" },
    [NODE_MESSAGES] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Messages", "%8u" },
    [NODE_HELLOS] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "HELLOs", "%6u" },
    [NODE_MIN] = { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Min interval (s)", "%16.6f" },
    [NODE_AVG] = { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Avg interval (s)", "%16.6f" },
    [NODE_MAX] = { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Max interval (s)", "%16.6f" },
    [NODE_MISSED] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Missed", "%6u" },
    [NODE_RETRANSMISSIONS] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Retransmissions", "%15u" },
    [NODE_ACKS_GIVEN] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "ACKs given", "%10u" },
    [NODE_ACKS_ASKED] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "ACKs asked", "%10u" },
    [NODE_GAPS] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Numbers skipped", "%15u" },
    [NODE_LAST_SEEN] = { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Last seen (s)", "%13.6f" },
};

/* A node's rhythm as one capture point sees it: each has its own clock, and misses
 * other messages. */
typedef struct {
    uint32_t point;
    unsigned hellos;
    unsigned missed, skipped;
    stat_times_t intervals;
} cman_rhythm_t;

/* Capture points followed for each node; the table shows one of them. */
#define MAX_RHYTHMS 16

typedef struct {
    cman_rhythm_t rhythms[MAX_RHYTHMS];
    unsigned count;
    unsigned shown; /* the one with most HELLOs, or the first of several such */
} cman_node_data_t;

/* The place of a capture point; MAX_RHYTHMS if there is none left. */
static unsigned
cman_rhythm_at(cman_node_data_t *node, uint32_t point)
{
    unsigned i = 0;

    while (i < node->count && node->rhythms[i].point != point) {
        i++;
    }
    if (i == node->count && i < MAX_RHYTHMS) {
        node->rhythms[i].point = point;
        node->count++;
    }
    return i;
}

static void
cman_show_rhythm(const stat_row_t *row, const cman_rhythm_t *rhythm)
{
    stat_row_times(row, &rhythm->intervals, NODE_MIN);
    stat_row_count(row, NODE_MISSED, rhythm->missed);
    stat_row_count(row, NODE_GAPS, rhythm->skipped);
}

static bool
cman_is_hello(const cman_tap_t *tap)
{
    return tap->message.tgtport == CMAN_PORT_MEMBERSHIP && tap->message.number == CMAN_HELLO
           && !found_has(&tap->found, CMAN_FOUND_DUPLICATE);
}

/* Counts the frames of all capture points: each has its own rhythm. */
static void
cman_count_rhythm(const stat_row_t *row, const cman_tap_t *tap)
{
    cadence_rules_t rules = cman_hello_rules();
    cman_node_data_t *node = row->data;
    unsigned i = cman_rhythm_at(node, tap->point);
    cman_rhythm_t *rhythm = &node->rhythms[i];
    const finding_t *hello = found_get(&tap->found, CMAN_FOUND_HELLO);
    const finding_t *skipped = found_get(&tap->found, CMAN_FOUND_GAP);

    if (i == MAX_RHYTHMS) {
        return;
    }
    rhythm->hellos += cman_is_hello(tap);
    rhythm->skipped += skipped != NULL ? (unsigned)skipped->value : 0;
    if (hello != NULL) {
        stat_times_add(&rhythm->intervals, hello->value);
        rhythm->missed += cadence_missed(&rules, hello->value);
    }
    if (rhythm->hellos > node->rhythms[node->shown].hellos) {
        node->shown = i;
    }
    cman_show_rhythm(row, &node->rhythms[node->shown]);
}

static void
cman_count_delivery(const stat_row_t *row, const cman_message_t *message, const found_t *found)
{
    bool sent_again = found_has(found, CMAN_FOUND_RETRANSMISSION);
    bool asks = !sent_again && !found_has(found, CMAN_FOUND_DUPLICATE) && message->seq != 0
                && !(message->flags & CMAN_FLAG_NOACK);
    const finding_t *acks = found_get(found, CMAN_FOUND_ACKS);

    stat_row_add(row, NODE_RETRANSMISSIONS, sent_again);
    stat_row_add(row, NODE_ACKS_GIVEN, acks != NULL && acks->value >= 0);
    stat_row_add(row, NODE_ACKS_ASKED, asks);
}

static stat_rows_t cman_nodes;

static tap_packet_status
cman_nodes_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                  tap_flags_t flags _U_)
{
    const cman_tap_t *tap = data;
    const cman_message_t *message = &tap->message;
    stat_row_t row;

    row = stat_rows_get(&cman_nodes, cman_sender_key(pinfo, message));
    if (row.is_new || message->src_name != NULL) {
        stat_row_text(&row, NODE_NAME, cman_sender_label(pinfo, message));
    }
    stat_row_count(&row, NODE_CLUSTER, message->cluster);
    stat_row_text(&row, NODE_ADDRESS, address_to_str(pinfo->pool, &pinfo->net_src));
    cman_count_rhythm(&row, tap);
    if (tap->head.is_copy) {
        return TAP_PACKET_REDRAW;
    }
    stat_row_add(&row, NODE_MESSAGES, 1);
    stat_row_add(&row, NODE_HELLOS, cman_is_hello(tap));
    cman_count_delivery(&row, message, &tap->found);
    row.cells[NODE_LAST_SEEN].value.float_value = nstime_to_sec(&pinfo->rel_ts);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t cman_nodes = {
    .title = "cman nodes",
    .name = "cman,nodes",
    .tap = "cman",
    .packet = cman_nodes_packet,
    .columns = cman_node_columns,
    .column_count = NODE_COLUMNS,
    .data_size = sizeof(cman_node_data_t),
};

/* --- What several capture points tell of one transition or barrier ------------- */

/* All that they tell; times in ns. */
typedef struct {
    int64_t start, duration;
    unsigned waiting;
    bool started, ended, measured;
} cman_span_t;

/* What one capture point tells; frames are 0 where it did not see them. */
typedef struct {
    bool is_first; /* the others only fill in what the first one lacks */
    uint32_t start_frame, end_frame;
    int64_t start, end;
} cman_account_t;

/* Start and end of a duration are told by the same capture point, which has one
 * clock. */
static void
cman_add_account(cman_span_t *span, const cman_account_t *account)
{
    if (account->start_frame != 0 && (account->is_first || !span->started)) {
        span->started = true;
        span->start = account->start;
    }
    if (account->start_frame != 0 && account->end_frame != 0
        && (account->is_first || !span->measured)) {
        span->measured = true;
        span->duration = account->end - account->start;
    }
    span->ended = span->ended || account->end_frame != 0;
}

/* --- cman,transitions --------------------------------------------------------- */

enum {
    TRANSITION_CLUSTER,
    TRANSITION_NUMBER,
    TRANSITION_REASON,
    TRANSITION_NODE,
    TRANSITION_MASTER,
    TRANSITION_GENERATION,
    TRANSITION_START,
    TRANSITION_DURATION,
    TRANSITION_RESTARTS,
    TRANSITION_OUTCOME,
    TRANSITION_COLUMNS
};

static stat_tap_table_item cman_transition_columns[TRANSITION_COLUMNS] = {
    [TRANSITION_CLUSTER] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Cluster", "%7u" },
    [TRANSITION_NUMBER] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Number", "%6u" },
    [TRANSITION_REASON] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Reason", "%-14s" },
    [TRANSITION_NODE] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Node", "%-20s" },
    [TRANSITION_MASTER] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Master", "%-20s" },
    [TRANSITION_GENERATION] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Generation", "%10u" },
    [TRANSITION_START] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Start (s)", "%14s" },
    [TRANSITION_DURATION] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Duration (s)", "%14s" },
    [TRANSITION_RESTARTS] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Restarts", "%8u" },
    [TRANSITION_OUTCOME] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Outcome", "%s" },
};

static const char *
cman_id_label(packet_info *pinfo, uint32_t cluster, uint32_t id)
{
    const char *name = cman_node_name(cluster, id, NULL, pinfo->num);

    return name != NULL ? wmem_strdup_printf(pinfo->pool, "%s (%d)", name, (int32_t)id)
                        : wmem_strdup_printf(pinfo->pool, "%d", (int32_t)id);
}

/* Seconds for a column that may also be empty or hold words.  Its cells are sorted
 * as texts, which sorts numbers of the same width rightly. */
static const char *
cman_seconds_text(packet_info *pinfo, int64_t ns)
{
    return wmem_strdup_printf(pinfo->pool, "%14.6f", (double)ns / NS_PER_S);
}

/* Time since the first frame of the capture. */
static int64_t
cman_since_start(const packet_info *pinfo, int64_t time)
{
    int64_t elapsed = (int64_t)pinfo->rel_ts.secs * NS_PER_S + pinfo->rel_ts.nsecs;

    return time - capture_time(pinfo) + elapsed;
}

static void
cman_fill_times(const stat_row_t *row, packet_info *pinfo)
{
    const cman_span_t *span = row->data;

    if (span->started) {
        stat_row_text(row, TRANSITION_START,
                      cman_seconds_text(pinfo, cman_since_start(pinfo, span->start)));
    }
    if (span->measured) {
        stat_row_text(row, TRANSITION_DURATION, cman_seconds_text(pinfo, span->duration));
    }
    stat_row_text(row, TRANSITION_OUTCOME, !span->ended    ? "end not seen"
                                           : span->started ? "ended"
                                                           : "ended, start not seen");
}

/* What the STARTTRANS says, or the ENDTRANS where no STARTTRANS was seen. */
static void
cman_fill_facts(const stat_row_t *row, packet_info *pinfo, const cman_transition_t *transition)
{
    uint32_t cluster = transition->cluster;

    if (transition->start_frame != 0) {
        stat_row_text(row, TRANSITION_REASON, cman_trans_reason_name(transition->reason));
        stat_row_count(row, TRANSITION_RESTARTS, transition->restarts);
    }
    if (transition->node != 0) {
        stat_row_text(row, TRANSITION_NODE, cman_id_label(pinfo, cluster, transition->node));
    }
    stat_row_text(row, TRANSITION_MASTER, cman_id_label(pinfo, cluster, transition->master));
}

static void
cman_add_transition(const stat_row_t *row, const cman_transition_t *transition)
{
    cman_span_t *span = row->data;
    cman_account_t account = {
        .is_first = transition->told_by == NULL,
        .start_frame = transition->start_frame,
        .start = transition->start_time,
        .end_frame = transition->end_frame,
        .end = transition->end_time,
    };

    if (account.end_frame != 0) {
        stat_row_count(row, TRANSITION_GENERATION, transition->end_generation);
    } else if (!span->ended) {
        stat_row_count(row, TRANSITION_GENERATION, transition->generation);
    }
    cman_add_account(span, &account);
}

static stat_rows_t cman_transitions;

static tap_packet_status
cman_transitions_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_,
                        const void *data, tap_flags_t flags _U_)
{
    const cman_tap_t *tap = data;
    const finding_t *part = found_get(&tap->found, CMAN_FOUND_TRANSITION);
    const cman_transition_t *transition, *first;
    stat_row_t row;

    if (part == NULL) {
        return TAP_PACKET_DONT_REDRAW;
    }
    transition = cman_transition_at(part->ref);
    first = transition->told_by != NULL ? transition->told_by : transition;
    if (transition->master != first->master) { /* a cluster in two halves */
        return TAP_PACKET_DONT_REDRAW;
    }
    row = stat_rows_get(&cman_transitions, first->index);
    stat_row_count(&row, TRANSITION_CLUSTER, first->cluster);
    stat_row_count(&row, TRANSITION_NUMBER, first->number);
    if (row.is_new || transition == first || first->start_frame == 0) {
        cman_fill_facts(&row, pinfo, transition);
    }
    cman_add_transition(&row, transition);
    cman_fill_times(&row, pinfo);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t cman_transitions = {
    .title = "cman transitions",
    .name = "cman,transitions",
    .tap = "cman",
    .packet = cman_transitions_packet,
    .columns = cman_transition_columns,
    .column_count = TRANSITION_COLUMNS,
    .data_size = sizeof(cman_span_t),
};

/* --- cman,barriers ------------------------------------------------------------ */

enum {
    BARRIER_CLUSTER,
    BARRIER_NAME,
    BARRIER_NODES,
    BARRIER_FIRST_WAIT,
    BARRIER_DURATION,
    BARRIER_COLUMNS
};

static stat_tap_table_item cman_barrier_columns[BARRIER_COLUMNS] = {
    [BARRIER_CLUSTER] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Cluster", "%7u" },
    [BARRIER_NAME] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Barrier", "%-33s" },
    [BARRIER_NODES] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Nodes", "%5u" },
    [BARRIER_FIRST_WAIT] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "First WAIT (s)", "%14s" },
    [BARRIER_DURATION] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Completed after (s)", "%19s" },
};

static void
cman_add_barrier(cman_span_t *span, const cman_barrier_t *barrier)
{
    cman_account_t account = {
        .is_first = barrier->told_by == NULL,
        .start_frame = barrier->start_frame,
        .start = barrier->start_time,
        .end_frame = barrier->complete_frame,
        .end = barrier->complete_time,
    };

    span->waiting = MAX(span->waiting, barrier->waiting);
    cman_add_account(span, &account);
}

static void
cman_fill_barrier(const stat_row_t *row, packet_info *pinfo)
{
    const cman_span_t *span = row->data;

    stat_row_count(row, BARRIER_NODES, span->waiting);
    if (span->started) {
        stat_row_text(row, BARRIER_FIRST_WAIT,
                      cman_seconds_text(pinfo, cman_since_start(pinfo, span->start)));
    }
    if (!span->ended) {
        stat_row_text(row, BARRIER_DURATION, "completion not seen");
    } else {
        stat_row_text(row, BARRIER_DURATION,
                      span->measured ? cman_seconds_text(pinfo, span->duration) : "");
    }
}

static stat_rows_t cman_barriers;

static tap_packet_status
cman_barriers_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_,
                     const void *data, tap_flags_t flags _U_)
{
    const cman_tap_t *tap = data;
    const finding_t *part = found_get(&tap->found, CMAN_FOUND_BARRIER);
    const cman_barrier_t *barrier;
    stat_row_t row;

    if (part == NULL) {
        return TAP_PACKET_DONT_REDRAW;
    }
    barrier = cman_barrier_at(part->ref);
    row = stat_rows_get(&cman_barriers, barrier->told_by != NULL ? barrier->told_by->index
                                                                 : barrier->index);
    cman_add_barrier(row.data, barrier);
    stat_row_count(&row, BARRIER_CLUSTER, barrier->cluster);
    stat_row_text(&row, BARRIER_NAME, barrier->name);
    cman_fill_barrier(&row, pinfo);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t cman_barriers = {
    .title = "cman barriers",
    .name = "cman,barriers",
    .tap = "cman",
    .packet = cman_barriers_packet,
    .columns = cman_barrier_columns,
    .column_count = BARRIER_COLUMNS,
    .data_size = sizeof(cman_span_t),
};

/* --- Registration ------------------------------------------------------------- */

void
cman_stats_register(void)
{
    stat_rows_register(&cman_nodes);
    stat_rows_register(&cman_transitions);
    stat_rows_register(&cman_barriers);
    stats_tree_register_plugin("cman", "cman",
                               WS_TREE_MENU "cman messages", 0, cman_tree_packet, cman_tree_init,
                               NULL);
}
