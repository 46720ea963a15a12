/* nisca-stats.c
 * Statistics: tables of messages, nodes, channels and circuits.
 *
 * A transmission counts once, whichever places saw it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-stats.h"

#include "nisca-paths.h"
#include "capture_point.h"
#include "stat_rows.h"

#include <epan/stats_tree.h>

static uint64_t
nisca_row_key(packet_info *pinfo, uint32_t group, uint64_t first, uint64_t second)
{
    uint64_t realm = nisca_realm(nisca_clone_of(pinfo, group), group);

    return sightings_mix(sightings_mix(sightings_mix(realm, first), second), 0);
}

/* That a clone is one is known only when it contradicts the other. */
void
nisca_row_group(const stat_row_t *row, unsigned column, packet_info *pinfo,
                const observed_cluster_t *cluster, uint32_t group)
{
    if (row->is_new || (cluster != NULL && (cluster->is_apart || cluster->has_twin))) {
        stat_row_text(row, column, nisca_realm_text(pinfo->pool, cluster, group));
    }
}

/* --- nisca,tree --------------------------------------------------------------- */

static const char nisca_tree_messages[] = "Messages";
static const char nisca_tree_senders[] = "Senders";

static int nisca_tree_messages_id;
static int nisca_tree_senders_id;

static void
nisca_tree_init(stats_tree *tree)
{
    nisca_tree_messages_id = stats_tree_create_pivot(tree, nisca_tree_messages, 0);
    nisca_tree_senders_id = stats_tree_create_pivot(tree, nisca_tree_senders, 0);
}

/* Names of unknown messages hold their number: one line for all of them. */
static const char *
nisca_tree_label(const nisca_message_t *message)
{
    return g_str_has_prefix(message->name, "Unknown") ? "Unknown" : message->name;
}

static tap_packet_status
nisca_tree_packet(stats_tree *tree, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                  tap_flags_t flags _U_)
{
    const nisca_tap_t *tap = data;

    if (nisca_is_copy(tap)) {
        return TAP_PACKET_DONT_REDRAW;
    }
    stats_tree_tick_pivot(tree, nisca_tree_messages_id, nisca_tree_label(&tap->message));
    stats_tree_tick_pivot(tree, nisca_tree_senders_id,
                          nisca_address_label(pinfo, tap->message.src.bytes));
    return TAP_PACKET_REDRAW;
}

/* --- nisca,nodes -------------------------------------------------------------- */

enum {
    NODE_NAME,
    NODE_DEVICE,
    NODE_LOST,
    NODE_LATE,
    NODE_MISSED,
    NODE_LAN,
    NODE_MESSAGES,
    NODE_HELLOS,
    NODE_MIN,
    NODE_AVG,
    NODE_MAX,
    NODE_BYES,
    NODE_LAST_SEEN,
    NODE_LAST_FRAME,
    NODE_ADDRESS,
    NODE_VERSION,
    NODE_GROUP,
    NODE_COLUMNS
};

static stat_tap_table_item nisca_node_columns[NODE_COLUMNS] = {
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Node", "%-8s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Adapter", "%-7s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Lost", "%4u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Late", "%4u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Missed", "%6u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "LAN address", "%-17s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Messages", "%8u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "HELLOs", "%6u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Min interval (s)", "%16s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Avg interval (s)", "%16s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Max interval (s)", "%16s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "BYEs", "%4u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Last seen", "%-18s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "In frame", "%8u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Address", "%-27s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "NISCA", "%-5s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Group", "%5s" },
};

/* Where a place missed HELLOs, what the sender did is another finding. */
static void
nisca_count_hello(const stat_row_t *row, const found_t *found)
{
    const finding_t *sent = found_get(found, NISCA_FOUND_HELLO_SENT);
    const finding_t *hello = sent != NULL ? sent : found_get(found, NISCA_FOUND_HELLO);
    cadence_verdict_t verdict;

    stat_row_add(row, NODE_HELLOS, 1);
    if (hello != NULL) {
        verdict = cadence_judge(&nisca_hello_rules, hello->value);
        stat_row_time(row, row->data, NODE_MIN, hello->value);
        stat_row_add(row, NODE_MISSED, cadence_missed(&nisca_hello_rules, hello->value));
        stat_row_add(row, NODE_LATE, verdict == CADENCE_LATE);
        stat_row_add(row, NODE_LOST, verdict == CADENCE_LOST);
    }
}

static void
nisca_begin_node(const stat_row_t *row, packet_info *pinfo, const nisca_message_t *message,
                 uint64_t lan)
{
    stat_row_text(row, NODE_LAN, lan != 0 ? nisca_lan_text(pinfo->pool, lan) : "-");
    stat_row_text(row, NODE_ADDRESS, nisca_address_label(pinfo, message->src.bytes));
}

static void
nisca_name_node(const stat_row_t *row, packet_info *pinfo, const nisca_message_t *message)
{
    if (message->src.name != NULL && (row->is_new || message->node_name != NULL)) {
        stat_row_text(row, NODE_NAME, message->src.name);
    }
    if (message->src.device != NULL) {
        stat_row_text(row, NODE_DEVICE, message->src.device);
    }
    if (message->has_cc) {
        stat_row_text(row, NODE_VERSION,
                      wmem_strdup_printf(pinfo->pool, "V%u.%u", message->version_major,
                                         message->version_minor));
    }
}

static stat_rows_t nisca_nodes;

/* A row a node and adapter: each has a rhythm of its own. */
static tap_packet_status
nisca_nodes_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                   tap_flags_t flags _U_)
{
    const nisca_tap_t *tap = data;
    const nisca_message_t *message = &tap->message;
    uint64_t lan = message->over_udp ? 0 : nisca_lan_address(&pinfo->dl_src);
    stat_row_t row;

    if (nisca_is_again(tap)) {
        return TAP_PACKET_DONT_REDRAW;
    }
    row = stat_rows_get(&nisca_nodes,
                        nisca_row_key(pinfo, message->group, message->src.number, lan));
    if (row.is_new) {
        nisca_begin_node(&row, pinfo, message, lan);
    }
    nisca_row_group(&row, NODE_GROUP, pinfo, nisca_clone_of(pinfo, message->group),
                    message->group);
    nisca_name_node(&row, pinfo, message);
    stat_row_add(&row, NODE_MESSAGES, 1);
    if (nisca_cc_is(message, NISCA_CC_HELLO)) {
        nisca_count_hello(&row, &tap->found);
    }
    stat_row_add(&row, NODE_BYES, nisca_cc_is(message, NISCA_CC_BYE));
    stat_row_moment(&row, NODE_LAST_SEEN, capture_time(pinfo));
    stat_row_count(&row, NODE_LAST_FRAME, pinfo->num);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t nisca_nodes = {
    .title = "NISCA nodes",
    .name = "nisca,nodes",
    .tap = "nisca",
    .packet = nisca_nodes_packet,
    .columns = nisca_node_columns,
    .column_count = NODE_COLUMNS,
    .data_size = sizeof(stat_times_t),
};

/* --- nisca,channels ----------------------------------------------------------- */

enum {
    CHANNEL_ONE_NODE,
    CHANNEL_OTHER_NODE,
    CHANNEL_ANSWERED,
    CHANNEL_LOST,
    CHANNEL_RETRANSMISSIONS,
    CHANNEL_NO_VERF,
    CHANNEL_NO_VACK,
    CHANNEL_FRAMES,
    CHANNEL_BYTES,
    CHANNEL_VERFS,
    CHANNEL_VACKS,
    CHANNEL_HANDSHAKES,
    CHANNEL_MIN,
    CHANNEL_AVG,
    CHANNEL_MAX,
    CHANNEL_ONE,
    CHANNEL_OTHER,
    CHANNEL_GROUP,
    CHANNEL_COLUMNS
};

static stat_tap_table_item nisca_channel_columns[CHANNEL_COLUMNS] = {
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Node", "%-12s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Node", "%-12s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Largest VERF answered", "%21s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Smallest not", "%12s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Messages sent again", "%19u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "No VERF", "%7u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "No VACK", "%7u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Frames", "%8u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Bytes", "%10s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "VERFs", "%6u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "VACKs", "%6u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Handshakes", "%10u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Min set-up (s)", "%14s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Avg set-up (s)", "%14s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Max set-up (s)", "%14s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "LAN address", "%-17s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "LAN address", "%-17s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Group", "%5s" },
};

/* Of one row. */
typedef struct {
    stat_times_t setup;
    uint32_t answered, lost; /* bytes; 0: none */
    bool has_device[2];
    int64_t bytes;
    int64_t no_vack; /* later frames take some back */
} nisca_channel_data_t;

static stat_rows_t nisca_channels;

static void
nisca_label_end(const stat_row_t *row, unsigned column, packet_info *pinfo,
                const nisca_node_t *node, bool *has_device)
{
    const char *name = node->name != NULL ? node->name : node->text;

    if (*has_device || (!row->is_new && node->device == NULL)) {
        return;
    }
    *has_device = node->device != NULL;
    stat_row_text(row, column,
                  *has_device ? wmem_strdup_printf(pinfo->pool, "%s (%s)", name, node->device)
                              : name);
}

/* The row of a channel, by the addresses that it is known by, the lower one first. */
static stat_row_t
nisca_channel_row(packet_info *pinfo, uint32_t group, uint64_t one, uint64_t other)
{
    stat_row_t row = stat_rows_get(&nisca_channels, nisca_row_key(pinfo, group, one, other));

    nisca_row_group(&row, CHANNEL_GROUP, pinfo, nisca_clone_of(pinfo, group), group);
    if (row.is_new) {
        stat_row_text(&row, CHANNEL_ONE, nisca_lan_text(pinfo->pool, one));
        stat_row_text(&row, CHANNEL_OTHER, nisca_lan_text(pinfo->pool, other));
    }
    return row;
}

static void
nisca_count_sizes(const stat_row_t *row, const found_t *found)
{
    nisca_channel_data_t *channel = row->data;
    const finding_t *answered = found_get(found, NISCA_FOUND_SIZE_ANSWERED);
    const finding_t *lost = found_get(found, NISCA_FOUND_SIZE_LOST);

    if (answered != NULL && answered->value > channel->answered) {
        channel->answered = (uint32_t)answered->value;
        stat_row_number(row, CHANNEL_ANSWERED, channel->answered);
    }
    if (lost != NULL && (channel->lost == 0 || lost->value < channel->lost)) {
        channel->lost = (uint32_t)lost->value;
        stat_row_number(row, CHANNEL_LOST, channel->lost);
    }
}

static void
nisca_count_channel(const stat_row_t *row, packet_info *pinfo, const nisca_tap_t *tap)
{
    nisca_channel_data_t *channel = row->data;
    const found_t *found = &tap->found;
    const finding_t *setup = found_get(found, NISCA_FOUND_CHANNEL_SETUP);

    stat_row_add(row, CHANNEL_FRAMES, 1);
    channel->bytes += pinfo->fd->pkt_len;
    stat_row_number(row, CHANNEL_BYTES, channel->bytes);
    stat_row_add(row, CHANNEL_VERFS, nisca_cc_is(&tap->message, NISCA_CC_VERF));
    stat_row_add(row, CHANNEL_VACKS, nisca_cc_is(&tap->message, NISCA_CC_VACK));
    stat_row_add(row, CHANNEL_NO_VERF, found_has(found, NISCA_FOUND_NO_VERF));
    channel->no_vack += found_has(found, NISCA_FOUND_NO_VACK)
                        + found_has(found, NISCA_FOUND_NO_VACK_BEFORE)
                        - found_has(found, NISCA_FOUND_VACK_AFTER_ALL);
    stat_row_count(row, CHANNEL_NO_VACK, (unsigned)MAX(channel->no_vack, 0));
    if (setup != NULL) {
        stat_row_add(row, CHANNEL_HANDSHAKES, 1);
        stat_row_time(row, &channel->setup, CHANNEL_MIN, setup->value);
    }
    nisca_count_sizes(row, found);
}

/* What is sent again was lost on the channel of the original, and may go over another. */
static void
nisca_count_lost_on(packet_info *pinfo, const nisca_tap_t *tap)
{
    const finding_t *lost = found_get(&tap->found, NISCA_FOUND_LOST_ON);
    const uint64_t *ends;
    stat_row_t row;

    if (lost != NULL && lost->value != 0) {
        ends = nisca_path_addresses((uint32_t)lost->value);
        row = nisca_channel_row(pinfo, tap->message.group, ends[0], ends[1]);
        stat_row_add(&row, CHANNEL_RETRANSMISSIONS, 1);
    }
}

/* Multicast belongs to no channel. */
static tap_packet_status
nisca_channels_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_,
                      const void *data, tap_flags_t flags _U_)
{
    const nisca_tap_t *tap = data;
    const nisca_message_t *message = &tap->message;
    nisca_channel_data_t *channel;
    uint64_t src, dst;
    stat_row_t row;

    if (nisca_is_again(tap) || !message->dst.is_node) {
        return TAP_PACKET_DONT_REDRAW;
    }
    nisca_channel_addresses(pinfo, message, &src, &dst);
    row = nisca_channel_row(pinfo, message->group, MIN(src, dst), MAX(src, dst));
    channel = row.data;
    nisca_label_end(&row, src < dst ? CHANNEL_ONE_NODE : CHANNEL_OTHER_NODE, pinfo,
                    &message->src, &channel->has_device[src > dst]);
    nisca_label_end(&row, src < dst ? CHANNEL_OTHER_NODE : CHANNEL_ONE_NODE, pinfo,
                    &message->dst, &channel->has_device[src < dst]);
    nisca_count_channel(&row, pinfo, tap);
    nisca_count_lost_on(pinfo, tap);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t nisca_channels = {
    .title = "NISCA channels",
    .name = "nisca,channels",
    .tap = "nisca",
    .packet = nisca_channels_packet,
    .columns = nisca_channel_columns,
    .column_count = CHANNEL_COLUMNS,
    .data_size = sizeof(nisca_channel_data_t),
};

/* --- nisca,circuits ----------------------------------------------------------- */

enum {
    CIRCUIT_FROM,
    CIRCUIT_TO,
    CIRCUIT_WAIT,
    CIRCUIT_WAIT_FRAME,
    CIRCUIT_BROKEN,
    CIRCUIT_RETRANSMISSIONS,
    CIRCUIT_MESSAGE_LOST,
    CIRCUIT_ACK_LOST,
    CIRCUIT_NO_ORIGINAL,
    CIRCUIT_DUPLICATES,
    CIRCUIT_GAPS,
    CIRCUIT_MESSAGES,
    CIRCUIT_ACKS,
    CIRCUIT_BYTES,
    CIRCUIT_MIN,
    CIRCUIT_AVG,
    CIRCUIT_MAX,
    CIRCUIT_STARTS,
    CIRCUIT_GROUP,
    CIRCUIT_COLUMNS
};

static stat_tap_table_item nisca_circuit_columns[CIRCUIT_COLUMNS] = {
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "From", "%-27s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "To", "%-27s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Longest wait for an ACK (s)", "%27s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "of frame", "%10s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Broken", "%6u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Retransmissions", "%15u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Message lost", "%12u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "ACK lost or late", "%16u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Original not captured", "%21u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Duplicates", "%10u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Missing numbers", "%15u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Messages", "%8u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "ACKs only", "%9u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Bytes", "%10s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Min RTT (s)", "%14s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Avg RTT (s)", "%14s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Max RTT (s)", "%14s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "STARTs", "%6u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Group", "%5s" },
};

/* What a row counts, and may take back. */
typedef struct {
    stat_times_t rtt;
    int64_t bytes;
    int64_t longest;
    int64_t causes[NISCA_CAUSE_UNCERTAIN + 1];
    int64_t missing;
    bool is_named[2]; /* from, to */
} nisca_circuit_data_t;

static stat_rows_t nisca_circuits;

/* A node may be named after its row was made. */
static void
nisca_label_node(const stat_row_t *row, unsigned column, packet_info *pinfo, uint32_t group,
                 const nisca_node_t *node, bool *is_named)
{
    if (!*is_named) {
        *is_named = nisca_name_of(nisca_observed_cluster(pinfo, group), node->number) != NULL;
        if (row->is_new || *is_named) {
            stat_row_text(row, column, nisca_node_label(pinfo, group, node));
        }
    }
}

static stat_row_t
nisca_circuit_row(packet_info *pinfo, const nisca_message_t *message, const nisca_node_t *from,
                  const nisca_node_t *to)
{
    stat_row_t row = stat_rows_get(&nisca_circuits,
                                   nisca_row_key(pinfo, message->group, from->number, to->number));
    nisca_circuit_data_t *circuit = row.data;

    nisca_row_group(&row, CIRCUIT_GROUP, pinfo, nisca_clone_of(pinfo, message->group),
                    message->group);
    nisca_label_node(&row, CIRCUIT_FROM, pinfo, message->group, from, &circuit->is_named[0]);
    nisca_label_node(&row, CIRCUIT_TO, pinfo, message->group, to, &circuit->is_named[1]);
    return row;
}

static void
nisca_count_cause(const stat_row_t *row, uint32_t cause, int64_t copies)
{
    static const unsigned columns[NISCA_CAUSE_UNCERTAIN + 1] = {
        [NISCA_CAUSE_MESSAGE_LOST] = CIRCUIT_MESSAGE_LOST,
        [NISCA_CAUSE_ACK_LOST] = CIRCUIT_ACK_LOST,
        [NISCA_CAUSE_NO_ORIGINAL] = CIRCUIT_NO_ORIGINAL,
    };
    nisca_circuit_data_t *counts = row->data;

    counts->causes[cause] += copies;
    if (columns[cause] != 0) {
        stat_row_count(row, columns[cause], (unsigned)MAX(counts->causes[cause], 0));
    }
}

/* Retransmissions and gaps as they were when they came: later frames take them back. */
static void
nisca_count_faults(const stat_row_t *row, const found_t *found)
{
    nisca_circuit_data_t *counts = row->data;
    const finding_t *rexmt = found_get(found, NISCA_FOUND_REXMT);
    const finding_t *gap = found_get(found, NISCA_FOUND_GAP);

    if (rexmt != NULL) {
        stat_row_add(row, CIRCUIT_RETRANSMISSIONS, 1);
        nisca_count_cause(row, rexmt->ref, 1);
    }
    counts->missing += gap != NULL ? gap->ref : 0;
    counts->missing -= found_has(found, NISCA_FOUND_FILLED);
    stat_row_count(row, CIRCUIT_GAPS, (unsigned)CLAMP(counts->missing, 0, (int64_t)UINT_MAX));
    stat_row_add(row, CIRCUIT_DUPLICATES, found_has(found, NISCA_FOUND_DUPLICATE));
}

/* START and STACK are datagrams, and an ACK alone carries no message. */
static void
nisca_count_circuit(const stat_row_t *row, packet_info *pinfo, const nisca_tap_t *tap)
{
    const nisca_message_t *message = &tap->message;
    nisca_circuit_data_t *circuit = row->data;
    bool is_again = (message->flags & NISCA_TR_REXMT) != 0
                    || found_has(&tap->found, NISCA_FOUND_DUPLICATE);

    stat_row_add(row, CIRCUIT_MESSAGES, message->has_seq && !is_again);
    stat_row_add(row, CIRCUIT_ACKS, !(message->flags & NISCA_TR_DATA));
    circuit->bytes += pinfo->fd->pkt_len;
    stat_row_number(row, CIRCUIT_BYTES, circuit->bytes);
    nisca_count_faults(row, &tap->found);
    stat_row_add(row, CIRCUIT_STARTS, message->has_ppd && message->ppd_type == NISCA_PPD_START
                                          && !nisca_is_again(tap));
}

static void
nisca_count_wait(const stat_row_t *row, uint32_t frame, int64_t wait)
{
    nisca_circuit_data_t *circuit = row->data;

    if (wait > circuit->longest) {
        circuit->longest = wait;
        stat_row_seconds(row, CIRCUIT_WAIT, wait);
        stat_row_number(row, CIRCUIT_WAIT_FRAME, frame);
    }
}

/* A round trip belongs to the direction of the message, not of its ACK. */
static void
nisca_count_acks(packet_info *pinfo, const nisca_tap_t *tap)
{
    static const nisca_found_kind_t waits[] = { NISCA_FOUND_ACKS, NISCA_FOUND_ACKS_NO_RTT,
                                                NISCA_FOUND_LONGEST_WAIT };
    const nisca_message_t *message = &tap->message;
    const finding_t *acks = found_get(&tap->found, NISCA_FOUND_ACKS), *proven;
    stat_row_t row = nisca_circuit_row(pinfo, message, &message->dst, &message->src);

    if (acks != NULL) { /* the round trip of a repeated message would contain a time-out */
        stat_row_time(&row, &((nisca_circuit_data_t *)row.data)->rtt, CIRCUIT_MIN, acks->value);
    }
    for (uint32_t next = 0;
         (proven = found_next(&tap->found, NISCA_FOUND_PROVEN, &next)) != NULL;) {
        nisca_count_cause(&row, proven->ref, proven->value);
    }
    for (unsigned i = 0; i < array_length(waits); i++) {
        const finding_t *wait = found_get(&tap->found, waits[i]);

        if (wait != NULL) {
            nisca_count_wait(&row, wait->ref, wait->value);
        }
    }
}

/* The circuit that broke may have no frame any more: any frame of its sender shows it. */
static void
nisca_count_breaks(packet_info *pinfo, const nisca_tap_t *tap)
{
    const finding_t *finding;
    uint32_t next = 0;

    while ((finding = found_next(&tap->found, NISCA_FOUND_BROKEN, &next)) != NULL) {
        const nisca_unacked_t *broken = nisca_break_at(finding->ref);
        nisca_node_t from, to;
        stat_row_t row;

        nisca_node_from_number(&from, broken->from);
        nisca_node_from_number(&to, broken->to);
        row = nisca_circuit_row(pinfo, &tap->message, &from, &to);
        nisca_count_wait(&row, broken->frame, finding->value);
        stat_row_add(&row, CIRCUIT_BROKEN, 1);
    }
}

static tap_packet_status
nisca_circuits_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_,
                      const void *data, tap_flags_t flags _U_)
{
    const nisca_tap_t *tap = data;
    const nisca_message_t *message = &tap->message;
    stat_row_t row;

    if (nisca_is_copy(tap)) {
        return TAP_PACKET_DONT_REDRAW;
    }
    nisca_count_breaks(pinfo, tap);
    if (!message->has_tr) {
        return TAP_PACKET_REDRAW;
    }
    row = nisca_circuit_row(pinfo, message, &message->src, &message->dst);
    nisca_count_circuit(&row, pinfo, tap);
    if (found_has(&tap->found, NISCA_FOUND_ACKS)
        || found_has(&tap->found, NISCA_FOUND_ACKS_NO_RTT)
        || found_has(&tap->found, NISCA_FOUND_LONGEST_WAIT)
        || found_has(&tap->found, NISCA_FOUND_PROVEN)) {
        nisca_count_acks(pinfo, tap);
    }
    return TAP_PACKET_REDRAW;
}

static stat_rows_t nisca_circuits = {
    .title = "NISCA circuits",
    .name = "nisca,circuits",
    .tap = "nisca",
    .packet = nisca_circuits_packet,
    .columns = nisca_circuit_columns,
    .column_count = CIRCUIT_COLUMNS,
    .data_size = sizeof(nisca_circuit_data_t),
};

/* --- Registration ------------------------------------------------------------- */

void
nisca_stats_register(int proto)
{
    nisca_tap_register();
    stat_rows_register(&nisca_nodes);
    stat_rows_register(&nisca_channels);
    stat_rows_register(&nisca_circuits);
    nisca_delivery_table_register();
    nisca_conversations_register(proto);
    stats_tree_register_plugin("nisca", "nisca",
                               WS_TREE_MENU "NISCA messages", 0, nisca_tree_packet,
                               nisca_tree_init, NULL);
}
