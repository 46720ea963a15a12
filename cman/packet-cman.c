/* packet-cman.c
 * The cluster manager of Red Hat Cluster Suite for RHEL 4 ("cman" and its
 * connection manager "cnxman"), UDP port 6809, protocol version 5.0.1.
 *
 *     0       1       2       4       6       8       12      16      20
 *     | target| source|  seq  |  ack  |cluster| flags | source| target| ...
 *     | port  | port  |       |       |       |       | id    | id    |
 *
 * A datagram holds one message; its cluster port says whose.  Everything is
 * little-endian ("cnxman-private.h": struct cl_protheader).
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-analysis.h"
#include "cman-ending.h"
#include "cman-findings.h"
#include "cman-info.h"
#include "cman-state.h"
#include "cman-stats.h"
#include "cman-tap.h"
#include "cluster.h"
#include "generated.h"
#include "log_words.h"

void proto_register_cman(void);
void proto_reg_handoff_cman(void);

#define CMAN_UDP_PORTS "6809"

static int proto_cman = -1;

static int hf_cman_tgtport = -1;
static int hf_cman_srcport = -1;
static int hf_cman_port = -1;
static int hf_cman_seq = -1;
static int hf_cman_ack = -1;
static int hf_cman_acked_seq = -1;
static int hf_cman_cluster = -1;
static int hf_cman_flags = -1;
static int hf_cman_flags_noack = -1;
static int hf_cman_flags_queue = -1;
static int hf_cman_flags_multicast = -1;
static int hf_cman_flags_allint = -1;
static int hf_cman_flags_replyexp = -1;
static int hf_cman_flags_bcastself = -1;
static int hf_cman_flags_compat = -1;
static int hf_cman_flags_msg = -1;
static int hf_cman_flags_msg_dontwait = -1;
static int hf_cman_flags_msg_nosignal = -1;
static int hf_cman_srcid = -1;
static int hf_cman_tgtid = -1;
static int hf_cman_id = -1;
static int hf_cman_trailer = -1;

static int ett_cman = -1;
static int ett_cman_flags = -1;

static expert_field ei_cman_unknown_command = EI_INIT;

static dissector_handle_t cman_handle;
static dissector_table_t cman_port_table;

static int *const cman_flag_bits[] = {
    &hf_cman_flags_compat, &hf_cman_flags_bcastself, &hf_cman_flags_replyexp,
    &hf_cman_flags_allint, &hf_cman_flags_multicast, &hf_cman_flags_queue,
    &hf_cman_flags_noack, &hf_cman_flags_msg, &hf_cman_flags_msg_nosignal,
    &hf_cman_flags_msg_dontwait, NULL
};
static const wire_bits_t cman_flags = { &ett_cman_flags, cman_flag_bits };

static const wire_field_t cman_header[] = {
    { .hf = &hf_cman_tgtport, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, tgtport), .also = &hf_cman_port },
    { .hf = &hf_cman_srcport, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, srcport), .also = &hf_cman_port },
    { .hf = &hf_cman_seq, .kind = WIRE_LE, .size = 2, .keep = WIRE_KEEP(cman_message_t, seq) },
    { .hf = &hf_cman_ack, .kind = WIRE_LE, .size = 2, .keep = WIRE_KEEP(cman_message_t, ack) },
    { .hf = &hf_cman_cluster, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(cman_message_t, cluster) },
    { .hf = &hf_cman_flags, .kind = WIRE_LE, .size = 4, .keep = WIRE_KEEP(cman_message_t, flags),
      .bits = &cman_flags },
    { .hf = &hf_cman_srcid, .kind = WIRE_LE, .size = 4, .keep = WIRE_KEEP(cman_message_t, srcid),
      .also = &hf_cman_id },
    { .hf = NULL }
};

/* The last field of the header, which is shown by itself: a name goes beside the
 * item of the field before it, and beside this. */
static const wire_field_t cman_addressee[] = {
    { .hf = &hf_cman_tgtid, .kind = WIRE_LE, .size = 4, .keep = WIRE_KEEP(cman_message_t, tgtid),
      .also = &hf_cman_id },
    { .hf = NULL }
};

static unsigned
cman_header_size(void)
{
    return wire_size(cman_header) + wire_size(cman_addressee);
}

/* Messages of these cluster ports start with a command byte. */
static const cman_layer_t *const cman_layers[] = {
    [CMAN_PORT_INTERNAL] = &cman_internal,
    [CMAN_PORT_MEMBERSHIP] = &cman_membership,
    [CMAN_PORT_SERVICES] = &cman_services,
};

/* --- What is cman, and what is not ------------------------------------------ */

#define CMAN_NODEID_MAX 4096 /* "config.c": the highest that can be configured */

/* An acknowledgment: the only message with sequence number 0.  A big-endian
 * sender does not swap its flags. */
static bool
cman_looks_like_ack(const cman_message_t *message, unsigned length)
{
    return message->tgtport == CMAN_PORT_INTERNAL && message->srcport == CMAN_PORT_INTERNAL
           && message->number == CMAN_ACK && length == cman_header_size() + 4
           && (message->flags == CMAN_FLAG_NOACK
               || message->flags == GUINT32_SWAP_LE_BE(CMAN_FLAG_NOACK));
}

static bool
cman_has_plausible_command(const cman_message_t *message, unsigned length)
{
    switch (message->tgtport) {
    case CMAN_PORT_INTERNAL:
        return message->number >= CMAN_ACK && message->number <= CMAN_BARRIER;
    case CMAN_PORT_MEMBERSHIP:
        return message->number >= CMAN_JOINCONF && message->number <= CMAN_NODEDOWN;
    case CMAN_PORT_SERVICES:
        return length >= cman_header_size() + 16;
    default:
        return true;
    }
}

/* Reads the header, and the command if there is one, without showing them. */
static bool
cman_peek(tvbuff_t *tvb, packet_info *pinfo, cman_message_t *message)
{
    wire_t w;

    wire_begin(&w, tvb, pinfo, NULL, 0, tvb_reported_length(tvb));
    return wire_fields(&w, cman_header, message) && wire_fields(&w, cman_addressee, message)
           && (message->tgtport >= array_length(cman_layers)
               || wire_fields(&w, cman_layers[message->tgtport]->head, message));
}

/* cman has no magic number; this is what every message of a correct sender has. */
static bool
cman_is_plausible(tvbuff_t *tvb, packet_info *pinfo, cman_message_t *message)
{
    unsigned length = tvb_reported_length(tvb);

    if (!cman_peek(tvb, pinfo, message) || !cman_has_plausible_command(message, length)) {
        return false;
    }
    if (message->seq == 0 && !cman_looks_like_ack(message, length)) {
        return false;
    }
    if ((message->flags & CMAN_FLAG_MULTICAST) && (message->tgtid != 0 || message->ack != 0)) {
        return false;
    }
    return (message->flags & CMAN_FLAGS_UNDEFINED) == 0 && message->srcid <= CMAN_NODEID_MAX
           && message->tgtid <= CMAN_NODEID_MAX;
}

/* corosync's totem, which later releases may be told to run on this port, has
 * an endian mark where cman has its sequence number, and a small type in front. */
#define TOTEM_MARK_OFFSET 2
#define TOTEM_MARK 0xff22
#define TOTEM_TYPE_MAX 5

static bool
cman_has_totem_mark(tvbuff_t *tvb)
{
    unsigned mark;

    if (tvb_captured_length(tvb) < TOTEM_MARK_OFFSET + 2) {
        return false;
    }
    mark = tvb_get_letohs(tvb, TOTEM_MARK_OFFSET);
    return (mark == TOTEM_MARK || mark == GUINT16_SWAP_LE_BE(TOTEM_MARK))
           && tvb_get_uint8(tvb, 0) <= TOTEM_TYPE_MAX;
}

/* 0xff22 is also a sequence number that every node reaches now and then, so a
 * message that is plausible as cman stays cman. */
static bool
cman_is_totem(tvbuff_t *tvb, packet_info *pinfo)
{
    cman_message_t message = { .command = NULL };

    return !cman_is_plausible(tvb, pinfo, &message) || message.tgtport != message.srcport
           || message.cluster == 0;
}

/* --- Dissection ---------------------------------------------------------------- */

static void
cman_show_body(wire_t *w, cman_message_t *message, const cman_layer_t *layer)
{
    const wire_command_t *command;

    if (!wire_fields(w, layer->head, message)) {
        return;
    }
    message->has_number = true;
    command = wire_command(layer->commands, message->number);
    message->command = command;
    if (command == NULL) {
        if (!cman_is_quoted(w)) {
            expert_add_info_format(w->pinfo, w->item, &ei_cman_unknown_command,
                                   "Unknown command %u: no known release sends it",
                                   message->number);
        }
        cman_opaque(w, message);
        return;
    }
    message->has_body = wire_command_show(w, command, message);
    if (message->has_body) {
        message->whole = UINT32_MAX;
    } else if (w->cut && layer == &cman_membership) {
        message->whole = w->offset - cman_header_size();
        cman_membership_cut(w, message);
    }
    wire_rest(w, hf_cman_trailer);
}

/* Other cluster ports belong to programs.  Their dissectors come last, because they
 * may throw an exception, or write a better Info. */
static void
cman_show_payload(wire_t *w, cman_message_t *message, proto_tree *root)
{
    tvbuff_t *payload;

    if (!message->has_header || message->tgtport < array_length(cman_layers)
        || wire_left(w) == 0) {
        return;
    }
    payload = tvb_new_subset_remaining(w->tvb, (int)w->offset);
    if (dissector_try_uint_with_data(cman_port_table, message->tgtport, payload, w->pinfo, root,
                                     true, message)
        == 0) {
        cman_opaque(w, message);
    }
}

/* For columns: a message that acknowledges nothing has no number there, and not 0. */
static void
cman_add_acked_seq(const wire_t *w, const cman_message_t *message)
{
    if (message->ack != 0 && wire_is_wanted(w->tree, hf_cman_acked_seq)) {
        proto_item_set_hidden(
            generated_number(w->tree, w->tvb, hf_cman_acked_seq, message->ack));
    }
}

/* The header, and the items of the two node ids, beside which names go. */
static bool
cman_show_header(wire_t *w, cman_message_t *message, proto_item *ids[2])
{
    message->length = w->end;
    message->has_header = wire_fields(w, cman_header, message);
    ids[CMAN_SOURCE] = w->item;
    message->has_header = message->has_header && wire_fields(w, cman_addressee, message);
    ids[CMAN_TARGET] = w->item;
    cman_add_acked_seq(w, message);
    return message->has_header;
}

/* What a message says on its own is told once, however often it is seen; and not at all
 * where the analysis knows more. */
static void
cman_tell_verdict(const wire_t *w, const cman_message_t *message, const found_t *found)
{
    bool again = found_has(found, CMAN_FOUND_COPY) || found_has(found, CMAN_FOUND_DUPLICATE)
                 || found_has(found, CMAN_FOUND_RETRANSMISSION)
                 || found_has(found, CMAN_FOUND_REFUSED)
                 || found_has(found, CMAN_FOUND_SAID_BEFORE);

    if (message->verdict != NULL && !again && !w->pinfo->flags.in_error_pkt) {
        expert_add_info_format(w->pinfo, message->verdict_item, message->verdict, "%s",
                               cman_verdict_words(w, message, found));
    }
}

/* Of most captures without a transition nobody knows a name. */
static void
cman_show_names(const wire_t *w, cman_message_t *message, proto_item *ids[2])
{
    if (!cman_has_names()) {
        return;
    }
    cman_name_ends(w->pinfo, message);
    cman_show_name(w, ids[CMAN_SOURCE], CMAN_SOURCE, message->src_name);
    cman_show_name(w, ids[CMAN_TARGET], CMAN_TARGET, message->tgt_name);
}

/* What this message means after earlier frames, and what follows from that. */
static void
cman_show_context(const wire_t *w, cman_message_t *message, proto_item *ids[2])
{
    found_t found;

    cman_analyse(w, message);
    cman_gather(w->pinfo, message, &found);
    cman_show_names(w, message, ids);
    cman_tell_verdict(w, message, &found);
    cman_show_findings(w, message, &found);
    cman_show_info(w, message, &found);
    cman_tap_queue(w, message, &found);
}

static int
dissect_cman(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, void *data _U_)
{
    cman_message_t message = { .command = NULL };
    proto_item *ids[2] = { NULL, NULL };
    proto_item *item;
    wire_t w;

    if (cman_has_totem_mark(tvb) && cman_is_totem(tvb, pinfo)) {
        return 0;
    }
    col_set_str(pinfo->cinfo, COL_PROTOCOL, "CMAN");
    item = proto_tree_add_item(tree, proto_cman, tvb, 0, -1, ENC_NA);
    wire_begin(&w, tvb, pinfo, proto_item_add_subtree(item, ett_cman), 0,
               tvb_reported_length(tvb));
    if (cman_show_header(&w, &message, ids) && message.tgtport < array_length(cman_layers)) {
        cman_show_body(&w, &message, cman_layers[message.tgtport]);
    }
    cman_show_context(&w, &message, ids);
    cluster_show(tvb, pinfo, w.tree);
    cman_show_payload(&w, &message, tree);
    wire_end(&w, &ei_cman_truncated_message);
    return (int)tvb_captured_length(tvb);
}

static ws_bool
dissect_cman_heur(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, void *data)
{
    cman_message_t message = { .command = NULL };

    return cman_is_plausible(tvb, pinfo, &message) && dissect_cman(tvb, pinfo, tree, data) > 0;
}

/* --- Registration ---------------------------------------------------------------- */

static void
cman_register_header(void)
{
    static hf_register_info hf[] = {
        { &hf_cman_tgtport,
          { "Target port", "cman.tgtport", FT_UINT8, BASE_DEC, VALS(cman_port_names), 0,
            "Cluster port that the message is for", HFILL } },
        { &hf_cman_srcport,
          { "Source port", "cman.srcport", FT_UINT8, BASE_DEC, VALS(cman_port_names), 0,
            "Cluster port of the sending socket", HFILL } },
        { &hf_cman_port,
          { "Source or target port", "cman.port", FT_UINT8, BASE_DEC, VALS(cman_port_names), 0,
            "Service of the cluster manager; 1 is membership, 0 acknowledgments and port messages",
            HFILL } },
        { &hf_cman_seq,
          { "Sequence number", "cman.seq", FT_UINT16, BASE_DEC, NULL, 0,
            "One count per sender, for all ports; 0 in acknowledgments only", HFILL } },
        { &hf_cman_ack,
          { "Acknowledgment", "cman.ack", FT_UINT16, BASE_DEC, NULL, 0,
            "Sequence number of the addressee's message that is acknowledged; 0: none", HFILL } },
        { &hf_cman_acked_seq,
          { "Acknowledged number", "cman.acked_seq", FT_UINT16, BASE_DEC, NULL, 0,
            "As cman.ack, but absent where nothing is acknowledged; made for columns", HFILL } },
        { &hf_cman_cluster,
          { "Cluster number", "cman.cluster", FT_UINT16, BASE_DEC, NULL, 0,
            "Made from the cluster's name", HFILL } },
        { &hf_cman_flags,
          { "Flags", "cman.flags", FT_UINT32, BASE_HEX, NULL, 0,
            "Kinds of sending of cnxman, and the flags of the sendmsg() call behind it", HFILL } },
        { &hf_cman_flags_noack,
          { "NOACK", "cman.flags.noack", FT_BOOLEAN, 32, TFS(&wire_set_notset), CMAN_FLAG_NOACK,
            "Must not be acknowledged", HFILL } },
        { &hf_cman_flags_queue,
          { "QUEUE", "cman.flags.queue", FT_BOOLEAN, 32, TFS(&wire_set_notset), CMAN_FLAG_QUEUE,
            "Local to the sender", HFILL } },
        { &hf_cman_flags_multicast,
          { "MULTICAST", "cman.flags.multicast", FT_BOOLEAN, 32, TFS(&wire_set_notset),
            CMAN_FLAG_MULTICAST, "For every node", HFILL } },
        { &hf_cman_flags_allint,
          { "ALLINT", "cman.flags.allint", FT_BOOLEAN, 32, TFS(&wire_set_notset),
            CMAN_FLAG_ALLINT, "Sent through every interface", HFILL } },
        { &hf_cman_flags_replyexp,
          { "REPLYEXP", "cman.flags.replyexp", FT_BOOLEAN, 32, TFS(&wire_set_notset),
            CMAN_FLAG_REPLYEXP,
            "The answer acknowledges the message; cleared in retransmissions", HFILL } },
        { &hf_cman_flags_bcastself,
          { "BCASTSELF", "cman.flags.bcastself", FT_BOOLEAN, 32, TFS(&wire_set_notset),
            CMAN_FLAG_BCASTSELF, "Delivered to the sender too", HFILL } },
        { &hf_cman_flags_compat,
          { "CMSG_COMPAT", "cman.flags.compat", FT_BOOLEAN, 32, TFS(&wire_set_notset), 0x80000000,
            "Sent by a 32-bit program on a 64-bit kernel", HFILL } },
        { &hf_cman_flags_msg,
          { "Linux MSG flags", "cman.flags.msg", FT_UINT32, BASE_HEX, NULL, CMAN_FLAGS_MSG,
            "Copied from the sender's socket call", HFILL } },
        { &hf_cman_flags_msg_dontwait,
          { "DONTWAIT", "cman.flags.msg.dontwait", FT_BOOLEAN, 32, TFS(&wire_set_notset),
            0x00000040,
            "MSG_DONTWAIT of the sender's sendmsg() call; no meaning on the wire", HFILL } },
        { &hf_cman_flags_msg_nosignal,
          { "NOSIGNAL", "cman.flags.msg.nosignal", FT_BOOLEAN, 32, TFS(&wire_set_notset),
            0x00004000,
            "MSG_NOSIGNAL of the sender's sendmsg() call; no meaning on the wire", HFILL } },
        { &hf_cman_srcid,
          { "Source node ID", "cman.srcid", FT_INT32, BASE_DEC, NULL, 0,
            "0: the sender has none yet", HFILL } },
        { &hf_cman_tgtid,
          { "Target node ID", "cman.tgtid", FT_INT32, BASE_DEC, NULL, 0,
            "0: every node, an acknowledgment, or a node that has none yet", HFILL } },
        { &hf_cman_id,
          { "Source or target node ID", "cman.id", FT_INT32, BASE_DEC, NULL, 0,
            "Either node of the header, for filters on all that a node says or is told", HFILL } },
        { &hf_cman_trailer,
          { "Trailer", "cman.trailer", FT_BYTES, BASE_NONE, NULL, 0,
            "Bytes after a complete message", HFILL } },
    };
    static int *ett[] = { &ett_cman, &ett_cman_flags };

    proto_register_field_array(proto_cman, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
}

static void
cman_register_experts(void)
{
    static ei_register_info ei[] = {
        { &ei_cman_unknown_command,
          { "cman.unknown_command", PI_UNDECODED, PI_WARN,
            "Unknown command: no known release sends this number", EXPFILL } },
    };

    expert_register_field_array(expert_register_protocol(proto_cman), ei, array_length(ei));
}

/* "CMAN: removing node mark from the cluster : Missed too many heartbeats" ("cnxman.c") */
static log_words_t cman_log_words = {
    .mark = "CMAN:",
    .removes = "CMAN: removing node ",
    .removes_end = " from the cluster",
};

void
proto_register_cman(void)
{
    log_words_register(&cman_log_words, 1);
    proto_cman = proto_register_protocol("Cluster Manager (RHEL 4 cman)", "CMAN", "cman");
    cman_register_header();
    cman_layer_register(proto_cman);
    cman_register_experts();
    cman_nodes_register(proto_cman);
    cman_internal_register(proto_cman);
    cman_membership_register(proto_cman);
    cman_services_register(proto_cman);
    cman_users_register();
    cman_findings_register(proto_cman);
    cman_tap_register(proto_cman);
    cman_ending_register();
    cman_stats_register();
    cman_delivery_table_register();
    cman_state_register(prefs_register_protocol(proto_cman, NULL));
    cman_handle = register_dissector("cman", dissect_cman, proto_cman);
    cman_port_table = register_dissector_table("cman.port", "cman cluster port", proto_cman,
                                               FT_UINT8, BASE_DEC);
}

void
proto_reg_handoff_cman(void)
{
    wire_know_fields(proto_cman);
    dissector_add_uint_range_with_preference("udp.port", CMAN_UDP_PORTS, cman_handle);
    heur_dissector_add("udp", dissect_cman_heur, "cman over UDP", "cman_udp", proto_cman,
                       HEURISTIC_DISABLE);
    cman_users_handoff();
}
