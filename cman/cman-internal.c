/* cman-internal.c
 * Cluster port 0: acknowledgments, listeners and barriers ("cnxman-private.h").
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman.h"

#define BARRIER_NAME_SIZE 33
#define BARRIER_PADDING 3

static int hf_cman_internal_cmd = -1;
static int hf_cman_ack_remport = -1;
static int hf_cman_ack_flags = -1;
static int hf_cman_ack_flags_nolistener = -1;
static int hf_cman_ack_unused = -1;
static int hf_cman_listen_port = -1;
static int hf_cman_listen_listening = -1;
static int hf_cman_listen_unused = -1;
static int hf_cman_listen_tag = -1;
static int hf_cman_portclosed_port = -1;
static int hf_cman_barrier_subcmd = -1;
static int hf_cman_barrier_flags = -1;
static int hf_cman_barrier_nodes = -1;
static int hf_cman_barrier_name = -1;
static int hf_cman_barrier_unused = -1;

static int ett_cman_ack_flags = -1;

static const value_string cman_listening_names[] = {
    { 0, "NO" },
    { 1, "YES" },
    { 0, NULL }
};

static const value_string cman_barrier_names[] = {
    { CMAN_BARRIER_REGISTER, "REGISTER" },
    { CMAN_BARRIER_CHANGE, "CHANGE" },
    { CMAN_BARRIER_WAIT, "WAIT" },
    { CMAN_BARRIER_COMPLETE, "COMPLETE" },
    { 0, NULL }
};

static int *const cman_ack_bits[] = { &hf_cman_ack_flags_nolistener, NULL };
static const wire_bits_t cman_ack_flags = { &ett_cman_ack_flags, cman_ack_bits };

static const wire_field_t cman_internal_head[] = {
    { .hf = &hf_cman_internal_cmd, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, number) },
    { .hf = NULL }
};

/* struct cl_ackmsg */
static const wire_field_t cman_ack_fields[] = {
    { .hf = &hf_cman_ack_remport, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, port) },
    { .hf = &hf_cman_ack_flags, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, ack_flags), .bits = &cman_ack_flags },
    { .hf = &hf_cman_ack_unused, .kind = WIRE_BYTES, .size = 1 },
    { .hf = NULL }
};

/* struct cl_listenmsg.  The tag is in the asker's byte order, which nobody
 * else needs to know. */
static const wire_field_t cman_listen_fields[] = {
    { .hf = &hf_cman_listen_port, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, port) },
    { .hf = &hf_cman_listen_listening, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, listening) },
    { .hf = &hf_cman_listen_unused, .kind = WIRE_BYTES, .size = 1 },
    { .hf = &hf_cman_listen_tag, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(cman_message_t, tag) },
    { .hf = NULL }
};

/* struct cl_closemsg */
static const wire_field_t cman_portclosed_fields[] = {
    { .hf = &hf_cman_portclosed_port, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, port) },
    { .hf = NULL }
};

/* struct cl_barriermsg.  WAIT never sets `flags` and no message sets `nodes`,
 * so no bits are read from them. */
static const wire_field_t cman_barrier_fields[] = {
    { .hf = &hf_cman_barrier_subcmd, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, barrier_command) },
    { .hf = &hf_cman_barrier_unused, .kind = WIRE_BYTES, .size = 2 },
    { .hf = &hf_cman_barrier_flags, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_cman_barrier_nodes, .kind = WIRE_LE, .size = 4 },
    { .hf = NULL }
};

static void
cman_ack_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    info_name(info, cman_port_names, message->port);
    if (message->ack_flags & CMAN_ACK_NOLISTENER) {
        info_text(info, " NOLISTENER");
    }
}

static void
cman_port_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    info_text(info, " port");
    info_name(info, cman_port_names, message->port);
}

static void
cman_listenresp_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    cman_port_detail(info, message);
    info_name(info, cman_listening_names, message->listening);
}

static void
cman_barrier_rest(wire_t *w, void *data)
{
    cman_message_t *message = data;

    message->name = wire_slot(w, hf_cman_barrier_name, hf_cman_barrier_unused, BARRIER_NAME_SIZE);
    wire_padding(w, hf_cman_barrier_unused, BARRIER_PADDING);
}

static void
cman_barrier_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    info_name(info, cman_barrier_names, message->barrier_command);
    info_wire_text(info, " ", message->name, "");
}

static const wire_command_t cman_internal_commands[] = {
    { CMAN_ACK, "ACK", cman_ack_fields, NULL, cman_ack_detail },
    { CMAN_LISTENREQ, "LISTENREQ", cman_listen_fields, NULL, cman_port_detail },
    { CMAN_LISTENRESP, "LISTENRESP", cman_listen_fields, NULL, cman_listenresp_detail },
    { CMAN_PORTCLOSED, "PORTCLOSED", cman_portclosed_fields, NULL, cman_port_detail },
    { CMAN_BARRIER, "BARRIER", cman_barrier_fields, cman_barrier_rest, cman_barrier_detail },
    { .name = NULL }
};

static value_string cman_internal_names[array_length(cman_internal_commands)];

const cman_layer_t cman_internal = { cman_internal_head, cman_internal_commands };

void
cman_internal_register(int proto)
{
    static hf_register_info hf[] = {
        { &hf_cman_internal_cmd,
          { "Command", "cman.internal.cmd", FT_UINT8, BASE_DEC, VALS(cman_internal_names), 0,
            "Message of the connection manager itself (port 0)", HFILL } },
        { &hf_cman_ack_remport,
          { "Port of acknowledged message", "cman.ack.remport", FT_UINT8, BASE_DEC,
            VALS(cman_port_names), 0,
            "Cluster port on which the message arrived that is acknowledged here", HFILL } },
        { &hf_cman_ack_flags,
          { "Acknowledgment flags", "cman.ack.flags", FT_UINT8, BASE_HEX, NULL, 0,
            "Bit 0: nobody listens on the port at the receiver, the message was dropped", HFILL } },
        { &hf_cman_ack_flags_nolistener,
          { "NOLISTENER", "cman.ack.flags.nolistener", FT_BOOLEAN, 8, TFS(&wire_set_notset),
            CMAN_ACK_NOLISTENER, "Nobody listens on that port: the message was dropped", HFILL } },
        { &hf_cman_ack_unused,
          { "Unused", "cman.ack.unused", FT_BYTES, BASE_NONE, NULL, 0,
            "Not set by the sender", HFILL } },
        { &hf_cman_listen_port,
          { "Port asked about", "cman.listen.port", FT_UINT8, BASE_DEC, VALS(cman_port_names), 0,
            "Asks whether somebody listens on this port; LISTENRESP answers", HFILL } },
        { &hf_cman_listen_listening,
          { "Listening", "cman.listen.listening", FT_UINT8, BASE_DEC, VALS(cman_listening_names),
            0, "Whether a program is bound to the port; always 0 in a LISTENREQ", HFILL } },
        { &hf_cman_listen_unused,
          { "Unused", "cman.listen.unused", FT_BYTES, BASE_NONE, NULL, 0,
            "Not set by the sender", HFILL } },
        { &hf_cman_listen_tag,
          { "Tag", "cman.listen.tag", FT_UINT16, BASE_HEX, NULL, 0,
            "Chosen by the asker, repeated in the LISTENRESP", HFILL } },
        { &hf_cman_portclosed_port,
          { "Closed port", "cman.portclosed.port", FT_UINT8, BASE_DEC, VALS(cman_port_names), 0,
            "Port that nobody listens on any more at the sender", HFILL } },
        { &hf_cman_barrier_subcmd,
          { "Barrier command", "cman.barrier.subcmd", FT_UINT8, BASE_DEC,
            VALS(cman_barrier_names), 0,
            "A node waits at the barrier, or saw that all have come", HFILL } },
        { &hf_cman_barrier_flags,
          { "Barrier flags", "cman.barrier.flags", FT_UINT32, BASE_HEX, NULL, 0,
            "0 in COMPLETE, not set by the sender in WAIT", HFILL } },
        { &hf_cman_barrier_nodes,
          { "Barrier nodes", "cman.barrier.nodes", FT_UINT32, BASE_HEX, NULL, 0,
            "Not set by the sender", HFILL } },
        { &hf_cman_barrier_name,
          { "Barrier name", "cman.barrier.name", FT_STRING, BASE_NONE, NULL, 0,
            "Barriers of a transition are called TRANSITION and its generation", HFILL } },
        { &hf_cman_barrier_unused,
          { "Unused", "cman.barrier.unused", FT_BYTES, BASE_NONE, NULL, 0,
            "Not set by the sender", HFILL } },
    };
    static int *ett[] = { &ett_cman_ack_flags };

    wire_command_names(cman_internal_names, cman_internal_commands);
    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
}
