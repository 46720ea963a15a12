/* ncs-inferred.c
 * The bytes that no vendor document describes.
 *
 * IP protocol 224 was the "panning" layer of the Open Software Foundation's
 * x-kernel group communication stack, and Novell's module names its layers
 * with that stack's words.  A panning header (12 bytes) and a sequencer header
 * (44) make 56 bytes, the documented payload length.  Nobody has published a
 * payload to prove it, so this layout is shown only where the bytes support
 * it, and always beside the raw bytes.
 *
 * The ancestor copies these headers in host byte order, hence WIRE_HOST.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs.h"

static int hf_ncs_inferred = -1;
static int hf_ncs_inferred_client = -1;
static int hf_ncs_inferred_group = -1;
static int hf_ncs_inferred_group_incarnation = -1;
static int hf_ncs_inferred_sender = -1;
static int hf_ncs_inferred_initiator = -1;
static int hf_ncs_inferred_master = -1;
static int hf_ncs_inferred_head_count = -1;
static int hf_ncs_inferred_operation = -1;
static int hf_ncs_inferred_sequence = -1;
static int hf_ncs_inferred_message_id = -1;
static int hf_ncs_inferred_next_sequence = -1;
static int hf_ncs_inferred_generation = -1;

static int ett_ncs_inferred = -1;

static const value_string ncs_operations[] = {
    { 0, "broadcast request" },   /* slave to master */
    { 1, "sequencer broadcast" }, /* master to group */
    { 2, "acknowledge" },         /* slave to master */
    { 3, "accept" },              /* master to group */
    { 4, "sync request" },
    { 5, "sync reply" },
    { 6, "master alive" },
    { 0, NULL }
};

/* Sequencer header, payload offsets 12 to 55. */
static const wire_field_t ncs_sequencer_fields[] = {
    { .hf = &hf_ncs_inferred_client, .kind = WIRE_HOST, .size = 4 },
    { .hf = &hf_ncs_inferred_group, .kind = WIRE_HOST, .size = 4 },
    { .hf = &hf_ncs_inferred_group_incarnation, .kind = WIRE_HOST, .size = 4 },
    { .hf = &hf_ncs_inferred_sender, .kind = WIRE_BYTES, .size = 4 },
    { .hf = &hf_ncs_inferred_initiator, .kind = WIRE_BYTES, .size = 4 },
    { .hf = &hf_ncs_inferred_master, .kind = WIRE_BYTES, .size = 4 },
    { .hf = &hf_ncs_inferred_head_count, .kind = WIRE_HOST, .size = 4 },
    { .hf = &hf_ncs_inferred_operation, .kind = WIRE_HOST, .size = 4 },
    { .hf = &hf_ncs_inferred_sequence, .kind = WIRE_HOST, .size = 4 },
    { .hf = &hf_ncs_inferred_message_id, .kind = WIRE_HOST, .size = 4 },
    { .hf = &hf_ncs_inferred_next_sequence, .kind = WIRE_HOST, .size = 4 },
    { .hf = NULL }
};

/* Heartbeat header, payload offsets 12 to 23. */
static const wire_field_t ncs_heartbeat_fields[] = {
    { .hf = &hf_ncs_inferred_client, .kind = WIRE_BE, .size = 4 },
    { .hf = &hf_ncs_inferred_generation, .kind = WIRE_BE, .size = 4 },
    { .hf = &hf_ncs_inferred_sender, .kind = WIRE_BYTES, .size = 4 },
    { .hf = NULL }
};

/* Where the sequencer header repeats what is known otherwise. */
#define NCS_SEQUENCER_LENGTH 56
#define NCS_HEARTBEAT_LENGTH 24
#define NCS_GROUP_INCARNATION_OFFSET 20
#define NCS_SENDER_OFFSET 24

static bool
ncs_sender_is_source(const ncs_message_t *message)
{
    address sender;

    set_address_tvb(&sender, AT_IPv4, 4, message->tvb, NCS_SENDER_OFFSET);
    return addresses_equal(&sender, &message->pinfo->net_src);
}

static bool
ncs_repeats_incarnation_little_endian(const ncs_message_t *message)
{
    return tvb_get_letohl(message->tvb, NCS_GROUP_INCARNATION_OFFSET) == message->incarnation;
}

static bool
ncs_repeats_incarnation_big_endian(const ncs_message_t *message)
{
    return tvb_get_ntohl(message->tvb, NCS_GROUP_INCARNATION_OFFSET) == message->incarnation;
}

/* The checks that must hold before the layout is shown unasked: the length,
 * the incarnation repeated in one byte order, and the sender's address. */
static bool
ncs_bytes_support_sequencer(const ncs_message_t *message)
{
    return message->length == NCS_SEQUENCER_LENGTH
           && (ncs_repeats_incarnation_little_endian(message)
               || ncs_repeats_incarnation_big_endian(message))
           && ncs_sender_is_source(message);
}

/* x86 servers would send little-endian; only equality proves big-endian. */
static void
ncs_show_layout(const ncs_message_t *message, proto_tree *tree, const wire_field_t *fields)
{
    unsigned size = wire_size(fields);
    proto_item *item;
    wire_t w;

    if (!wire_is_wanted(tree, hf_ncs_inferred) && !wire_table_is_wanted(tree, fields)) {
        return;
    }
    item = proto_tree_add_item(tree, hf_ncs_inferred, message->tvb, NCS_PANNING_HEADER_LENGTH,
                               (int)size, ENC_NA);
    wire_begin(&w, message->tvb, message->pinfo, proto_item_add_subtree(item, ett_ncs_inferred),
               NCS_PANNING_HEADER_LENGTH, NCS_PANNING_HEADER_LENGTH + size);
    w.big_endian_sender = fields == ncs_sequencer_fields
                          && !ncs_repeats_incarnation_little_endian(message)
                          && ncs_repeats_incarnation_big_endian(message);
    wire_fields(&w, fields, NULL);
}

void
ncs_inferred_show(const ncs_message_t *message, proto_tree *tree)
{
    bool always = ncs_preferences.inferred_layout == NCS_INFERRED_ALWAYS;

    if (ncs_preferences.inferred_layout == NCS_INFERRED_OFF || message->pinfo->fragmented) {
        return; /* the length of a fragment says nothing */
    }
    if (message->captured >= NCS_SEQUENCER_LENGTH) {
        if (always || ncs_bytes_support_sequencer(message)) {
            ncs_show_layout(message, tree, ncs_sequencer_fields);
        }
    } else if (always && message->captured >= NCS_HEARTBEAT_LENGTH
               && message->length == NCS_HEARTBEAT_LENGTH) {
        ncs_show_layout(message, tree, ncs_heartbeat_fields);
    }
}

void
ncs_inferred_register(int proto)
{
    static hf_register_info hf[] = {
        { &hf_ncs_inferred,
          { "Inferred layout (not vendor documented)", "ncs_heartbeat.inferred", FT_NONE, BASE_NONE,
            NULL, 0, "Layout of the protocol's ancestor, the x-kernel sequencer", HFILL } },
        { &hf_ncs_inferred_client,
          { "Client protocol", "ncs_heartbeat.inferred.client", FT_UINT32, BASE_DEC, NULL, 0,
            "Protocol above the heartbeat; seen in captures, not documented", HFILL } },
        { &hf_ncs_inferred_group,
          { "Group ID", "ncs_heartbeat.inferred.group", FT_UINT32, BASE_DEC, NULL, 0,
            "Group that the message is for; seen in captures, not documented", HFILL } },
        { &hf_ncs_inferred_group_incarnation,
          { "Group incarnation", "ncs_heartbeat.inferred.group_incarnation", FT_UINT32, BASE_HEX,
            NULL, 0,
            "Count of the group's views; seen in captures, not documented", HFILL } },
        { &hf_ncs_inferred_sender,
          { "Sender", "ncs_heartbeat.inferred.sender", FT_IPv4, BASE_NONE, NULL, 0,
            "Node that sent the message, by its own account; not documented", HFILL } },
        { &hf_ncs_inferred_initiator,
          { "Initiator", "ncs_heartbeat.inferred.initiator", FT_IPv4, BASE_NONE, NULL, 0,
            "Node that began the exchange; seen in captures, not documented", HFILL } },
        { &hf_ncs_inferred_master,
          { "Master", "ncs_heartbeat.inferred.master", FT_IPv4, BASE_NONE, NULL, 0,
            "Node that the sender takes for the master; not documented", HFILL } },
        { &hf_ncs_inferred_head_count,
          { "Members in view", "ncs_heartbeat.inferred.head_count", FT_UINT32, BASE_DEC, NULL, 0,
            "How many members the sender counts; not documented", HFILL } },
        { &hf_ncs_inferred_operation,
          { "Operation", "ncs_heartbeat.inferred.operation", FT_UINT32, BASE_DEC,
            VALS(ncs_operations), 0,
            "Step of the group protocol; seen in captures, not documented", HFILL } },
        { &hf_ncs_inferred_sequence,
          { "Sequence number", "ncs_heartbeat.inferred.sequence", FT_UINT32, BASE_DEC, NULL, 0,
            "Number of the message in its group; not documented", HFILL } },
        { &hf_ncs_inferred_message_id,
          { "Message ID", "ncs_heartbeat.inferred.message_id", FT_UINT32, BASE_DEC, NULL, 0,
            "Number by which an exchange is known; not documented", HFILL } },
        { &hf_ncs_inferred_next_sequence,
          { "Next expected sequence number", "ncs_heartbeat.inferred.next_sequence", FT_UINT32,
            BASE_DEC, NULL, 0,
            "Number that the sender waits for; not documented", HFILL } },
        { &hf_ncs_inferred_generation,
          { "Heartbeat generation", "ncs_heartbeat.inferred.generation", FT_UINT32, BASE_DEC, NULL,
            0,
            "Counts up with each heartbeat; seen in captures, not documented", HFILL } },
    };
    static int *ett[] = { &ett_ncs_inferred };

    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
}
