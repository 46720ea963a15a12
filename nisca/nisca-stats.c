/* nisca-stats.c
 * Statistics: tables of messages, nodes, channels and circuits.
 *
 * In files of several capture points a transmission counts once, whichever
 * point saw it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-stats.h"

#include "capture_point.h"
#include "stat_rows.h"

#include <epan/stats_tree.h>

static uint64_t
nisca_row_key(const nisca_message_t *message, uint64_t first, uint64_t second)
{
    return sightings_mix(sightings_mix(sightings_mix(message->group, first), second), 0);
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
    NODE_GROUP,
    NODE_NAME,
    NODE_DEVICE,
    NODE_LAN,
    NODE_ADDRESS,
    NODE_VERSION,
    NODE_MESSAGES,
    NODE_HELLOS,
    NODE_MIN,
    NODE_AVG,
    NODE_MAX,
    NODE_MISSED,
    NODE_LATE,
    NODE_LOST,
    NODE_BYES,
    NODE_LAST_SEEN,
    NODE_LAST_FRAME,
    NODE_COLUMNS
};

static stat_tap_table_item nisca_node_columns[NODE_COLUMNS] = {
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Group", "%5u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Node", "%-8s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Adapter", "%-7s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "LAN address", "%-17s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Address", "%-27s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "NISCA", "%-5s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Messages", "%8u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "HELLOs", "%6u" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Min interval (s)", "%16.6f" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Avg interval (s)", "%16.6f" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Max interval (s)", "%16.6f" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Missed", "%6u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Late", "%4u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Lost", "%4u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "BYEs", "%4u" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Last seen (s)", "%13.6f" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Last frame", "%10u" },
};

static void
nisca_count_hello(const stat_row_t *row, const found_t *found)
{
    const finding_t *hello = found_get(found, NISCA_FOUND_HELLO);
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
    stat_row_count(row, NODE_GROUP, message->group);
    stat_row_text(row, NODE_DEVICE, "-");
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

    if (nisca_is_copy(tap)) {
        return TAP_PACKET_DONT_REDRAW;
    }
    row = stat_rows_get(&nisca_nodes,
                        nisca_row_key(message, nisca_address_number(message->src.bytes), lan));
    if (row.is_new) {
        nisca_begin_node(&row, pinfo, message, lan);
    }
    nisca_name_node(&row, pinfo, message);
    stat_row_add(&row, NODE_MESSAGES, 1);
    if (nisca_cc_is(message, NISCA_CC_HELLO)) {
        nisca_count_hello(&row, &tap->found);
    }
    stat_row_add(&row, NODE_BYES, nisca_cc_is(message, NISCA_CC_BYE));
    row.cells[NODE_LAST_SEEN].value.float_value = nstime_to_sec(&pinfo->rel_ts);
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
    CHANNEL_GROUP,
    CHANNEL_ONE,
    CHANNEL_OTHER,
    CHANNEL_FRAMES,
    CHANNEL_BYTES,
    CHANNEL_HANDSHAKES,
    CHANNEL_MIN,
    CHANNEL_AVG,
    CHANNEL_MAX,
    CHANNEL_VERFS,
    CHANNEL_VACKS,
    CHANNEL_NO_VERF,
    CHANNEL_NO_VACK,
    CHANNEL_RETRANSMISSIONS,
    CHANNEL_COLUMNS
};

static stat_tap_table_item nisca_channel_columns[CHANNEL_COLUMNS] = {
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Group", "%5u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "LAN address", "%-17s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "LAN address", "%-17s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Frames", "%8u" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Bytes", "%10.0f" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Handshakes", "%10u" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Min set-up (s)", "%14.6f" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Avg set-up (s)", "%14.6f" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Max set-up (s)", "%14.6f" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "VERFs", "%6u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "VACKs", "%6u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "No VERF", "%7u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "No VACK", "%7u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Retransmissions", "%15u" },
};

static void
nisca_count_channel(const stat_row_t *row, packet_info *pinfo, const nisca_tap_t *tap)
{
    const found_t *found = &tap->found;
    const finding_t *setup = found_get(found, NISCA_FOUND_CHANNEL_SETUP);

    stat_row_add(row, CHANNEL_FRAMES, 1);
    stat_row_sum(row, CHANNEL_BYTES, pinfo->fd->pkt_len);
    stat_row_add(row, CHANNEL_VERFS, nisca_cc_is(&tap->message, NISCA_CC_VERF));
    stat_row_add(row, CHANNEL_VACKS, nisca_cc_is(&tap->message, NISCA_CC_VACK));
    stat_row_add(row, CHANNEL_NO_VERF, found_has(found, NISCA_FOUND_NO_VERF));
    stat_row_add(row, CHANNEL_NO_VACK, found_has(found, NISCA_FOUND_NO_VACK));
    stat_row_add(row, CHANNEL_RETRANSMISSIONS, found_has(found, NISCA_FOUND_REXMT));
    if (setup != NULL) {
        stat_row_add(row, CHANNEL_HANDSHAKES, 1);
        stat_row_time(row, row->data, CHANNEL_MIN, setup->value);
    }
}

static stat_rows_t nisca_channels;

/* Multicast belongs to no channel. */
static tap_packet_status
nisca_channels_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_,
                      const void *data, tap_flags_t flags _U_)
{
    const nisca_tap_t *tap = data;
    uint64_t src, dst;
    stat_row_t row;

    if (nisca_is_copy(tap) || !tap->message.dst.is_node) {
        return TAP_PACKET_DONT_REDRAW;
    }
    nisca_channel_addresses(pinfo, &tap->message, &src, &dst);
    row = stat_rows_get(&nisca_channels,
                        nisca_row_key(&tap->message, MIN(src, dst), MAX(src, dst)));
    if (row.is_new) {
        stat_row_count(&row, CHANNEL_GROUP, tap->message.group);
        stat_row_text(&row, CHANNEL_ONE, nisca_lan_text(pinfo->pool, MIN(src, dst)));
        stat_row_text(&row, CHANNEL_OTHER, nisca_lan_text(pinfo->pool, MAX(src, dst)));
    }
    nisca_count_channel(&row, pinfo, tap);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t nisca_channels = {
    .title = "NISCA channels",
    .name = "nisca,channels",
    .tap = "nisca",
    .packet = nisca_channels_packet,
    .columns = nisca_channel_columns,
    .column_count = CHANNEL_COLUMNS,
    .data_size = sizeof(stat_times_t),
};

/* --- nisca,circuits ----------------------------------------------------------- */

enum {
    CIRCUIT_GROUP,
    CIRCUIT_FROM,
    CIRCUIT_TO,
    CIRCUIT_MESSAGES,
    CIRCUIT_BYTES,
    CIRCUIT_RETRANSMISSIONS,
    CIRCUIT_MESSAGE_LOST,
    CIRCUIT_ACK_LOST,
    CIRCUIT_NO_ORIGINAL,
    CIRCUIT_DUPLICATES,
    CIRCUIT_GAPS,
    CIRCUIT_MIN,
    CIRCUIT_AVG,
    CIRCUIT_MAX,
    CIRCUIT_STARTS,
    CIRCUIT_COLUMNS
};

static stat_tap_table_item nisca_circuit_columns[CIRCUIT_COLUMNS] = {
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Group", "%5u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "From", "%-27s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "To", "%-27s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Messages", "%8u" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Bytes", "%10.0f" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Retransmissions", "%15u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Message lost", "%12u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "ACK lost or late", "%16u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Original not captured", "%21u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Duplicates", "%10u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Missing numbers", "%15u" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Min RTT (s)", "%11.6f" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Avg RTT (s)", "%11.6f" },
    { TABLE_ITEM_FLOAT, TAP_ALIGN_RIGHT, "Max RTT (s)", "%11.6f" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "STARTs", "%6u" },
};

/* Of one row. */
typedef struct {
    stat_times_t rtt;
    bool is_named[2]; /* from, to */
} nisca_circuit_data_t;

static stat_rows_t nisca_circuits;

/* A node may be named after its row was made. */
static void
nisca_label_node(const stat_row_t *row, unsigned column, packet_info *pinfo, uint32_t group,
                 const nisca_node_t *node, bool *is_named)
{
    if (!*is_named) {
        *is_named = nisca_name_of(group, nisca_address_number(node->bytes)) != NULL;
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
                                   nisca_row_key(message, nisca_address_number(from->bytes),
                                                 nisca_address_number(to->bytes)));
    nisca_circuit_data_t *circuit = row.data;

    stat_row_count(&row, CIRCUIT_GROUP, message->group);
    nisca_label_node(&row, CIRCUIT_FROM, pinfo, message->group, from, &circuit->is_named[0]);
    nisca_label_node(&row, CIRCUIT_TO, pinfo, message->group, to, &circuit->is_named[1]);
    return row;
}

static void
nisca_count_circuit(const stat_row_t *row, packet_info *pinfo, const nisca_tap_t *tap)
{
    const found_t *found = &tap->found;
    const finding_t *rexmt = found_get(found, NISCA_FOUND_REXMT);
    const finding_t *gap = found_get(found, NISCA_FOUND_GAP);

    stat_row_add(row, CIRCUIT_MESSAGES, 1);
    stat_row_sum(row, CIRCUIT_BYTES, pinfo->fd->pkt_len);
    if (rexmt != NULL) {
        stat_row_add(row, CIRCUIT_RETRANSMISSIONS, 1);
        stat_row_add(row, CIRCUIT_MESSAGE_LOST, rexmt->value == NISCA_CAUSE_MESSAGE_LOST);
        stat_row_add(row, CIRCUIT_ACK_LOST, rexmt->value == NISCA_CAUSE_ACK_LOST);
        stat_row_add(row, CIRCUIT_NO_ORIGINAL, rexmt->value == NISCA_CAUSE_NO_ORIGINAL);
    }
    stat_row_add(row, CIRCUIT_DUPLICATES, found_has(found, NISCA_FOUND_DUPLICATE));
    if (gap != NULL) {
        stat_row_add(row, CIRCUIT_GAPS, (unsigned)MIN(gap->value, (int64_t)UINT_MAX));
    }
    stat_row_add(row, CIRCUIT_STARTS,
                 tap->message.has_ppd && tap->message.ppd_type == NISCA_PPD_START);
}

/* A round trip belongs to the direction of the message, not of its ACK. */
static tap_packet_status
nisca_circuits_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_,
                      const void *data, tap_flags_t flags _U_)
{
    const nisca_tap_t *tap = data;
    const nisca_message_t *message = &tap->message;
    const finding_t *acks = found_get(&tap->found, NISCA_FOUND_ACKS);
    stat_row_t row;

    if (nisca_is_copy(tap) || !message->has_tr) {
        return TAP_PACKET_DONT_REDRAW;
    }
    row = nisca_circuit_row(pinfo, message, &message->src, &message->dst);
    nisca_count_circuit(&row, pinfo, tap);
    if (acks != NULL) { /* the round trip of a repeated message would contain a time-out */
        row = nisca_circuit_row(pinfo, message, &message->dst, &message->src);
        stat_row_time(&row, &((nisca_circuit_data_t *)row.data)->rtt, CIRCUIT_MIN, acks->value);
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
    nisca_conversations_register(proto);
    stats_tree_register_plugin("nisca", "nisca",
                               WS_TREE_MENU "NISCA messages", 0, nisca_tree_packet,
                               nisca_tree_init, NULL);
}
