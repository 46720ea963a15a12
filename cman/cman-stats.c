/* cman-stats.c
 * Statistics: tables of messages, nodes, transitions and barriers.
 *
 * A transmission counts once, whichever places saw it; only the delivery table asks
 * who saw it.  Intervals are those of the HELLOs as they were sent.
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
    NODE_NAME,
    NODE_SILENT_SINCE,
    NODE_SILENT_FRAME,
    NODE_MISSED,
    NODE_ADDRESS,
    NODE_MESSAGES,
    NODE_HELLOS,
    NODE_MIN,
    NODE_AVG,
    NODE_MAX,
    NODE_MAX_FRAME,
    NODE_RETRANSMISSIONS,
    NODE_ACKS_GIVEN,
    NODE_ACKS_ASKED,
    NODE_GAPS,
    NODE_LAST_SEEN,
    NODE_LAST_FRAME,
    NODE_CLUSTER,
    NODE_COLUMNS
};

static stat_tap_table_item cman_node_columns[NODE_COLUMNS] = {
    [NODE_NAME] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Node", "%-20s" },
    [NODE_SILENT_SINCE] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Silent since", "%-18s" },
    [NODE_SILENT_FRAME] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Since frame", "%11s" },
    [NODE_MISSED] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Missed", "%6u" },
    [NODE_ADDRESS] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Address", "%-15s" },
    [NODE_MESSAGES] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Messages", "%8u" },
    [NODE_HELLOS] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "HELLOs", "%6u" },
    [NODE_MIN] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Min interval (s)", "%16s" },
    [NODE_AVG] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Avg interval (s)", "%16s" },
    [NODE_MAX] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Max interval (s)", "%16s" },
    [NODE_MAX_FRAME] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Longest in frame", "%16s" },
    [NODE_RETRANSMISSIONS] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Retransmissions", "%15u" },
    [NODE_ACKS_GIVEN] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "ACKs given", "%10u" },
    [NODE_ACKS_ASKED] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "ACKs asked", "%10u" },
    [NODE_GAPS] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Numbers skipped", "%15u" },
    [NODE_LAST_SEEN] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Last seen", "%-18s" },
    [NODE_LAST_FRAME] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "In frame", "%8u" },
    [NODE_CLUSTER] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Cluster", "%7u" },
};

/* What a row remembers. */
typedef struct {
    stat_times_t intervals;
    uint32_t silent_frame;  /* its last HELLO, while it is silent; else 0 */
    uint32_t silent_missed; /* HELLOs that were counted as missed since */
} cman_node_row_t;

/* Where a place missed HELLOs, what the sender did is another finding. */
static void
cman_count_rhythm(const stat_row_t *row, uint32_t frame, const found_t *found)
{
    cadence_rules_t rules = cman_hello_rules();
    const finding_t *sent = found_get(found, CMAN_FOUND_HELLO_SENT);
    const finding_t *hello = sent != NULL ? sent : found_get(found, CMAN_FOUND_HELLO);
    const finding_t *skipped = found_get(found, CMAN_FOUND_GAP);

    if (hello != NULL) {
        cman_node_row_t *data = row->data;

        if (data->intervals.count == 0 || hello->value > data->intervals.max) {
            stat_row_number(row, NODE_MAX_FRAME, frame);
        }
        stat_row_time(row, &data->intervals, NODE_MIN, hello->value);
        stat_row_add(row, NODE_MISSED, cadence_missed(&rules, hello->value));
    }
    if (skipped != NULL) {
        stat_row_add(row, NODE_GAPS, (unsigned)skipped->value);
    }
}

static void
cman_count_delivery(const stat_row_t *row, const cman_message_t *message, const found_t *found)
{
    bool sent_again = found_has(found, CMAN_FOUND_RETRANSMISSION);
    bool asks = !sent_again && message->seq != 0 && !(message->flags & CMAN_FLAG_NOACK);
    const finding_t *acks = found_get(found, CMAN_FOUND_ACKS);

    stat_row_add(row, NODE_RETRANSMISSIONS, sent_again);
    stat_row_add(row, NODE_ACKS_GIVEN, acks != NULL);
    stat_row_add(row, NODE_ACKS_ASKED, asks);
}

static stat_rows_t cman_nodes;

/* Its HELLOs since then are missed; the others' interval is that of one that came. */
static void
cman_fill_silence(packet_info *pinfo, const cman_death_t *death)
{
    stat_row_t row = stat_rows_get(&cman_nodes, cman_member_key(death->member));
    cman_node_row_t *data = row.data;

    if (row.is_new) { /* what it sent did not pass the filter */
        stat_row_text(&row, NODE_NAME, wmem_strdup_printf(pinfo->pool, "%d", (int32_t)death->node));
    }
    if (data->silent_frame != death->heard.frame) {
        data->silent_frame = death->heard.frame;
        data->silent_missed = 0;
    }
    if (death->missed > data->silent_missed) {
        stat_row_add(&row, NODE_MISSED, death->missed - data->silent_missed);
        data->silent_missed = death->missed;
    }
    stat_row_moment(&row, NODE_SILENT_SINCE, death->heard.when);
    stat_row_number(&row, NODE_SILENT_FRAME, death->heard.frame);
}

/* The silence of a node shows on the frames of others. */
static void
cman_count_silence(packet_info *pinfo, const found_t *found)
{
    static const unsigned kinds[] = { CMAN_FOUND_SILENT, CMAN_FOUND_DEATH };
    const finding_t *finding;

    for (unsigned i = 0; i < array_length(kinds); i++) {
        uint32_t next = 0;

        while ((finding = found_next(found, kinds[i], &next)) != NULL) {
            const cman_death_t *death = cman_death_at(finding->ref);

            if (death->heard.frame != 0 && !death->is_open) {
                cman_fill_silence(pinfo, death);
            }
        }
    }
}

/* A HELLO ends a silence.  What was missed is in its own interval, unless the node was
 * away meanwhile. */
static void
cman_end_silence(const stat_row_t *row, const found_t *found)
{
    cman_node_row_t *data = row->data;

    if (data->silent_missed > 0
        && (found_has(found, CMAN_FOUND_HELLO) || found_has(found, CMAN_FOUND_HELLO_SENT))) {
        row->cells[NODE_MISSED].value.uint_value -= data->silent_missed;
    }
    data->silent_frame = data->silent_missed = 0;
    stat_row_text(row, NODE_SILENT_SINCE, "-");
    stat_row_text(row, NODE_SILENT_FRAME, "-");
}

static void
cman_fill_last_seen(const stat_row_t *row, packet_info *pinfo)
{
    stat_row_moment(row, NODE_LAST_SEEN, capture_time(pinfo));
    stat_row_count(row, NODE_LAST_FRAME, pinfo->num);
}

static tap_packet_status
cman_nodes_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                  tap_flags_t flags _U_)
{
    const cman_tap_t *tap = data;
    const cman_message_t *message = &tap->message;
    stat_row_t row;

    if (tap->head.is_copy) {
        return TAP_PACKET_DONT_REDRAW;
    }
    row = stat_rows_get(&cman_nodes, cman_sender_key(pinfo, message));
    if (row.is_new || message->src_name != NULL) {
        stat_row_text(&row, NODE_NAME, cman_sender_label(pinfo, message));
    }
    stat_row_count(&row, NODE_CLUSTER, message->cluster);
    stat_row_text(&row, NODE_ADDRESS, address_to_str(pinfo->pool, &pinfo->net_src));
    stat_row_add(&row, NODE_MESSAGES, 1);
    cman_fill_last_seen(&row, pinfo);
    if (!found_has(&tap->found, CMAN_FOUND_DUPLICATE)) {
        stat_row_add(&row, NODE_HELLOS, cman_is(message, CMAN_HELLO));
        cman_count_rhythm(&row, pinfo->num, &tap->found);
        cman_count_delivery(&row, message, &tap->found);
    }
    if (row.is_new || cman_is(message, CMAN_HELLO)) {
        cman_end_silence(&row, &tap->found);
    }
    cman_count_silence(pinfo, &tap->found);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t cman_nodes = {
    .title = "cman nodes",
    .name = "cman,nodes",
    .tap = "cman",
    .packet = cman_nodes_packet,
    .columns = cman_node_columns,
    .column_count = NODE_COLUMNS,
    .data_size = sizeof(cman_node_row_t),
};

/* --- cman,transitions --------------------------------------------------------- */

enum {
    TRANSITION_NUMBER,
    TRANSITION_REASON,
    TRANSITION_NODE,
    TRANSITION_OUTCOME,
    TRANSITION_DURATION,
    TRANSITION_RESTARTS,
    TRANSITION_MASTER,
    TRANSITION_GENERATION,
    TRANSITION_STARTED,
    TRANSITION_START_FRAME,
    TRANSITION_OUTCOME_AT,
    TRANSITION_OUTCOME_FRAME,
    TRANSITION_CLUSTER,
    TRANSITION_COLUMNS
};

static stat_tap_table_item cman_transition_columns[TRANSITION_COLUMNS] = {
    [TRANSITION_NUMBER] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Number", "%6u" },
    [TRANSITION_REASON] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Reason", "%-14s" },
    [TRANSITION_NODE] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Node", "%-20s" },
    [TRANSITION_OUTCOME] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Outcome", "%-34s" },
    [TRANSITION_DURATION] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Duration (s)", "%14s" },
    [TRANSITION_RESTARTS] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Restarts", "%8u" },
    [TRANSITION_MASTER] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Master", "%-20s" },
    [TRANSITION_GENERATION] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Generation", "%10u" },
    [TRANSITION_STARTED] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Started at", "%-18s" },
    [TRANSITION_START_FRAME] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Start frame", "%11s" },
    [TRANSITION_OUTCOME_AT] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Outcome at", "%-18s" },
    [TRANSITION_OUTCOME_FRAME] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Outcome frame", "%13s" },
    [TRANSITION_CLUSTER] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Cluster", "%7u" },
};

/* When something happened, and the frame that shows it, in this column and the next. */
static void
cman_fill_moment(const stat_row_t *row, unsigned column, int64_t when, uint32_t frame)
{
    if (frame != 0) {
        stat_row_moment(row, column, when);
        stat_row_number(row, column + 1, frame);
    } else {
        stat_row_text(row, column, "-");
        stat_row_text(row, column + 1, "-");
    }
}

static const char *
cman_id_label(packet_info *pinfo, uint32_t cluster, uint32_t id)
{
    const char *name = cman_name_at(pinfo, cluster, id, NULL);

    return name != NULL ? wmem_strdup_printf(pinfo->pool, "%s (%d)", name, (int32_t)id)
                        : wmem_strdup_printf(pinfo->pool, "%d", (int32_t)id);
}

static const char *
cman_outcome(packet_info *pinfo, const cman_transition_t *transition)
{
    const char *open = transition->given_up ? "given up" : "end not seen";

    if (transition->join_failed) {
        return "join failed";
    }
    if (cman_has_ended(transition)) {
        return transition->start_frame != 0 ? "ended" : "ended, start not seen";
    }
    return transition->missing == NULL
               ? open
               : wmem_strdup_printf(pinfo->pool, "%s: %s", open, transition->missing);
}

static void
cman_fill_proof(const stat_row_t *row, const cman_transition_t *transition)
{
    bool is_proven = transition->join_failed || transition->given_up
                     || transition->missing != NULL;

    if (!transition->join_failed && cman_has_ended(transition)) {
        cman_fill_moment(row, TRANSITION_OUTCOME_AT, transition->end_time,
                         transition->end_frame);
    } else {
        cman_fill_moment(row, TRANSITION_OUTCOME_AT, transition->proof_time,
                         is_proven ? transition->proof_frame : 0);
    }
}

static void
cman_fill_times(const stat_row_t *row, packet_info *pinfo, const cman_transition_t *transition)
{
    bool started = transition->start_frame != 0, ended = transition->end_frame != 0;
    int64_t duration = transition->end_time - transition->start_time;

    if (started && cman_has_ended(transition)) {
        stat_row_seconds(row, TRANSITION_DURATION, duration);
    }
    stat_row_count(row, TRANSITION_GENERATION,
                   ended ? transition->end_generation : transition->generation);
    stat_row_text(row, TRANSITION_OUTCOME, cman_outcome(pinfo, transition));
    cman_fill_moment(row, TRANSITION_STARTED, transition->start_time,
                     transition->start_frame);
    cman_fill_proof(row, transition);
}

/* The node concerned, and others that the transition removes. */
static const char *
cman_nodes_concerned(packet_info *pinfo, const cman_transition_t *transition)
{
    wmem_array_t *removed = transition->removed;
    const char *nodes = transition->node != 0
                            ? cman_id_label(pinfo, transition->cluster, transition->node) : NULL;

    for (unsigned i = 0; removed != NULL && i < wmem_array_get_count(removed); i++) {
        uint32_t id = *(uint32_t *)wmem_array_index(removed, i);

        nodes = wmem_strdup_printf(pinfo->pool, "%s%s%s", nodes != NULL ? nodes : "",
                                   nodes != NULL ? ", " : "",
                                   cman_id_label(pinfo, transition->cluster, id));
    }
    return nodes != NULL ? nodes : "-";
}

/* What the STARTTRANS says, or the ENDTRANS where no STARTTRANS was seen. */
static void
cman_fill_facts(const stat_row_t *row, packet_info *pinfo, const cman_transition_t *transition)
{
    uint32_t cluster = transition->cluster;
    bool started = transition->start_frame != 0;

    stat_row_text(row, TRANSITION_REASON,
                  started ? cman_trans_reason_name(transition->reason) : "-");
    stat_row_count(row, TRANSITION_RESTARTS, transition->restarts);
    stat_row_text(row, TRANSITION_NODE, cman_nodes_concerned(pinfo, transition));
    stat_row_text(row, TRANSITION_MASTER, cman_id_label(pinfo, cluster, transition->master));
}

static stat_rows_t cman_transitions;

static void
cman_fill_transition(packet_info *pinfo, const finding_t *part)
{
    const cman_transition_t *transition = cman_transition_at(part->ref);
    stat_row_t row = stat_rows_get(&cman_transitions, transition->idx);

    stat_row_count(&row, TRANSITION_CLUSTER, transition->cluster);
    stat_row_count(&row, TRANSITION_NUMBER, transition->number);
    cman_fill_facts(&row, pinfo, transition);
    cman_fill_times(&row, pinfo, transition);
}

/* A STARTTRANS may be part of one, and show that another is over. */
static tap_packet_status
cman_transitions_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_,
                        const void *data, tap_flags_t flags _U_)
{
    static const unsigned kinds[] = { CMAN_FOUND_TRANSITION_OVER, CMAN_FOUND_TRANSITION,
                                      CMAN_FOUND_TRANSITION_NEWS };
    const cman_tap_t *tap = data;
    tap_packet_status status = TAP_PACKET_DONT_REDRAW;

    for (unsigned i = 0; i < array_length(kinds); i++) {
        const finding_t *part = found_get(&tap->found, kinds[i]);

        if (part != NULL) {
            cman_fill_transition(pinfo, part);
            status = TAP_PACKET_REDRAW;
        }
    }
    return status;
}

static stat_rows_t cman_transitions = {
    .title = "cman transitions",
    .name = "cman,transitions",
    .tap = "cman",
    .packet = cman_transitions_packet,
    .columns = cman_transition_columns,
    .column_count = TRANSITION_COLUMNS,
};

/* --- cman,barriers ------------------------------------------------------------ */

enum {
    BARRIER_NAME,
    BARRIER_DURATION,
    BARRIER_NODES,
    BARRIER_WAIT_AT,
    BARRIER_WAIT_FRAME,
    BARRIER_COMPLETE_AT,
    BARRIER_COMPLETE_FRAME,
    BARRIER_CLUSTER,
    BARRIER_COLUMNS
};

static stat_tap_table_item cman_barrier_columns[BARRIER_COLUMNS] = {
    [BARRIER_NAME] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Barrier", "%-33s" },
    [BARRIER_DURATION] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Completed after (s)", "%19s" },
    [BARRIER_NODES] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Nodes", "%5u" },
    [BARRIER_WAIT_AT] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "First WAIT at", "%-18s" },
    [BARRIER_WAIT_FRAME] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "WAIT frame", "%10s" },
    [BARRIER_COMPLETE_AT] = { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "First COMPLETE at", "%-18s" },
    [BARRIER_COMPLETE_FRAME] = { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "COMPLETE frame", "%14s" },
    [BARRIER_CLUSTER] = { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Cluster", "%7u" },
};

static void
cman_fill_barrier(const stat_row_t *row, const cman_barrier_t *barrier)
{
    int64_t duration = barrier->complete_time - barrier->start_time;
    bool started = barrier->start_frame != 0;

    stat_row_count(row, BARRIER_NODES, barrier->waiting);
    if (barrier->complete_frame == 0) {
        stat_row_text(row, BARRIER_DURATION, "completion not seen");
    } else if (started) {
        stat_row_seconds(row, BARRIER_DURATION, duration);
    } else {
        stat_row_text(row, BARRIER_DURATION, "-");
    }
    cman_fill_moment(row, BARRIER_WAIT_AT, barrier->start_time, barrier->start_frame);
    cman_fill_moment(row, BARRIER_COMPLETE_AT, barrier->complete_time,
                     barrier->complete_frame);
}

static stat_rows_t cman_barriers;

static tap_packet_status
cman_barriers_packet(void *unused _U_, packet_info *pinfo _U_, epan_dissect_t *edt _U_,
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
    row = stat_rows_get(&cman_barriers, barrier->idx);
    stat_row_count(&row, BARRIER_CLUSTER, barrier->cluster);
    stat_row_text(&row, BARRIER_NAME, barrier->name);
    cman_fill_barrier(&row, barrier);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t cman_barriers = {
    .title = "cman barriers",
    .name = "cman,barriers",
    .tap = "cman",
    .packet = cman_barriers_packet,
    .columns = cman_barrier_columns,
    .column_count = BARRIER_COLUMNS,
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
