/* cman-users.c
 * Programs that send over cman: SYSMAN, the remote execution example of the
 * cman sources ("sysmand.c"), and CLVMD, the LVM2 daemon ("clvm.h").  They
 * are ordinary entries of the table cman.port and can be replaced there.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman.h"

#include <epan/column-utils.h>

static int proto_cman_sysman = -1;
static int hf_cman_sysman_fd = -1;
static int hf_cman_sysman_retcode = -1;
static int hf_cman_sysman_cmd = -1;
static int hf_cman_sysman_unused = -1;
static int hf_cman_sysman_text = -1;
static int ett_cman_sysman = -1;

static int proto_cman_clvmd = -1;
static int hf_cman_clvmd_cmd = -1;
static int hf_cman_clvmd_flags = -1;
static int hf_cman_clvmd_flags_local = -1;
static int hf_cman_clvmd_flags_systemlv = -1;
static int hf_cman_clvmd_flags_nodeerrs = -1;
static int hf_cman_clvmd_flags_remote = -1;
static int hf_cman_clvmd_xid = -1;
static int hf_cman_clvmd_clientid = -1;
static int hf_cman_clvmd_status = -1;
static int hf_cman_clvmd_arglen = -1;
static int hf_cman_clvmd_node = -1;
static int hf_cman_clvmd_args = -1;
static int hf_cman_clvmd_trailer = -1;
static int ett_cman_clvmd = -1;
static int ett_cman_clvmd_flags = -1;

static const value_string cman_sysman_commands[] = {
    { 1, "REQUEST" },
    { 2, "REPLY" },
    { 0, NULL }
};

static const value_string cman_clvmd_commands[] = {
    { 1, "REPLY" },
    { 2, "VERSION" },
    { 3, "GOAWAY" },
    { 4, "TEST" },
    { 30, "LOCK" },
    { 31, "UNLOCK" },
    { 40, "REFRESH" },
    { 41, "GET_CLUSTERNAME" },
    { 42, "SET_DEBUG" },
    { 43, "VG_BACKUP" },
    { 44, "RESTART" },
    { 45, "SYNC_NAMES" },
    { 50, "LOCK_LV" },
    { 51, "LOCK_VG" },
    { 52, "LOCK_QUERY" },
    { 0, NULL }
};

typedef struct {
    uint32_t command;
    uint32_t arglen;
} cman_user_message_t;

static const wire_field_t cman_sysman_fields[] = {
    { .hf = &hf_cman_sysman_fd, .kind = WIRE_BE, .size = 4 },
    { .hf = &hf_cman_sysman_retcode, .kind = WIRE_BE, .size = 4 },
    { .hf = &hf_cman_sysman_cmd, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_user_message_t, command) },
    { .hf = &hf_cman_sysman_unused, .kind = WIRE_BYTES, .size = 3 },
    { .hf = NULL }
};

static int *const cman_clvmd_bits[] = {
    &hf_cman_clvmd_flags_local, &hf_cman_clvmd_flags_systemlv, &hf_cman_clvmd_flags_nodeerrs,
    &hf_cman_clvmd_flags_remote, NULL
};
static const wire_bits_t cman_clvmd_flags = { &ett_cman_clvmd_flags, cman_clvmd_bits };

/* struct clvm_header, packed.  The client id is never swapped: opaque. */
static const wire_field_t cman_clvmd_fields[] = {
    { .hf = &hf_cman_clvmd_cmd, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_user_message_t, command) },
    { .hf = &hf_cman_clvmd_flags, .kind = WIRE_LE, .size = 1, .bits = &cman_clvmd_flags },
    { .hf = &hf_cman_clvmd_xid, .kind = WIRE_BE, .size = 2 },
    { .hf = &hf_cman_clvmd_clientid, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_cman_clvmd_status, .kind = WIRE_BE, .size = 4 },
    { .hf = &hf_cman_clvmd_arglen, .kind = WIRE_BE, .size = 4,
      .keep = WIRE_KEEP(cman_user_message_t, arglen) },
    { .hf = NULL }
};

static void
cman_user_begin(wire_t *w, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, int proto, int ett)
{
    proto_item *item = proto_tree_add_item(tree, proto, tvb, 0, -1, ENC_NA);

    wire_begin(w, tvb, pinfo, proto_item_add_subtree(item, ett), 0, tvb_reported_length(tvb));
}

static void
cman_user_end(wire_t *w, const cman_user_message_t *message, const value_string *commands)
{
    if (message->command != 0) {
        col_append_fstr(w->pinfo->cinfo, COL_INFO, ": %s",
                        val_to_str_const(message->command, commands, "unknown command"));
    }
    wire_end(w, &ei_cman_truncated_message);
}

static int
dissect_cman_sysman(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, void *data _U_)
{
    cman_user_message_t message = { .command = 0 };
    wire_t w;

    cman_user_begin(&w, tvb, pinfo, tree, proto_cman_sysman, ett_cman_sysman);
    if (wire_fields(&w, cman_sysman_fields, &message) && wire_left(&w) > 0) {
        wire_sized(&w, hf_cman_sysman_text, WIRE_TEXT, wire_left(&w));
    }
    cman_user_end(&w, &message, cman_sysman_commands);
    return (int)tvb_captured_length(tvb);
}

static int
dissect_cman_clvmd(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, void *data _U_)
{
    cman_user_message_t message = { .command = 0 };
    wire_t w;

    cman_user_begin(&w, tvb, pinfo, tree, proto_cman_clvmd, ett_cman_clvmd);
    if (wire_fields(&w, cman_clvmd_fields, &message)) {
        wire_text_to_end(&w, hf_cman_clvmd_node);
        if (message.arglen > 0) {
            wire_sized(&w, hf_cman_clvmd_args, WIRE_BYTES, message.arglen);
        }
        wire_rest(&w, hf_cman_clvmd_trailer);
    }
    cman_user_end(&w, &message, cman_clvmd_commands);
    return (int)tvb_captured_length(tvb);
}

static void
cman_sysman_register(void)
{
    static hf_register_info hf[] = {
        { &hf_cman_sysman_fd,
          { "File descriptor", "cman.sysman.fd", FT_INT32, BASE_DEC, NULL, 0,
            "Which program asked; the reply repeats it", HFILL } },
        { &hf_cman_sysman_retcode,
          { "Return code", "cman.sysman.retcode", FT_INT32, BASE_DEC, NULL, 0,
            "Not set in requests", HFILL } },
        { &hf_cman_sysman_cmd,
          { "Command", "cman.sysman.cmd", FT_UINT8, BASE_DEC, VALS(cman_sysman_commands), 0,
            "Whether this is a command to run, or what it printed", HFILL } },
        { &hf_cman_sysman_unused,
          { "Unused", "cman.sysman.unused", FT_BYTES, BASE_NONE, NULL, 0, "Not set by the sender",
            HFILL } },
        { &hf_cman_sysman_text,
          { "Text", "cman.sysman.text", FT_STRING, BASE_NONE, NULL, 0,
            "Command line, or its output", HFILL } },
    };
    static int *ett[] = { &ett_cman_sysman };

    proto_cman_sysman =
        proto_register_protocol("Cluster Manager SYSMAN", "CMAN SYSMAN", "cman.sysman");
    proto_register_field_array(proto_cman_sysman, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
}

static void
cman_clvmd_register(void)
{
    static hf_register_info hf[] = {
        { &hf_cman_clvmd_cmd,
          { "Command", "cman.clvmd.cmd", FT_UINT8, BASE_DEC, VALS(cman_clvmd_commands), 0,
            "What the cluster LVM daemon is asked to do, or that it answers", HFILL } },
        { &hf_cman_clvmd_flags,
          { "Flags", "cman.clvmd.flags", FT_UINT8, BASE_HEX, NULL, 0,
            "Which nodes are to act, and on what", HFILL } },
        { &hf_cman_clvmd_flags_local,
          { "LOCAL", "cman.clvmd.flags.local", FT_BOOLEAN, 8, TFS(&wire_set_notset), 0x01,
            "To be done on the sender's own node only", HFILL } },
        { &hf_cman_clvmd_flags_systemlv,
          { "SYSTEMLV", "cman.clvmd.flags.systemlv", FT_BOOLEAN, 8, TFS(&wire_set_notset), 0x02,
            "The arguments are in a volume of the system, under the name of the node", HFILL } },
        { &hf_cman_clvmd_flags_nodeerrs,
          { "NODEERRS", "cman.clvmd.flags.nodeerrs", FT_BOOLEAN, 8, TFS(&wire_set_notset), 0x04,
            "The reply has a status for each node", HFILL } },
        { &hf_cman_clvmd_flags_remote,
          { "REMOTE", "cman.clvmd.flags.remote", FT_BOOLEAN, 8, TFS(&wire_set_notset), 0x08,
            "To be done on all nodes but the sender's own", HFILL } },
        { &hf_cman_clvmd_xid,
          { "Transaction ID", "cman.clvmd.xid", FT_UINT16, BASE_DEC, NULL, 0,
            "Padding in very old versions", HFILL } },
        { &hf_cman_clvmd_clientid,
          { "Client ID", "cman.clvmd.clientid", FT_UINT32, BASE_HEX, NULL, 0,
            "Opaque: in the sender's byte order", HFILL } },
        { &hf_cman_clvmd_status,
          { "Status", "cman.clvmd.status", FT_INT32, BASE_DEC, NULL, 0, "Linux error number",
            HFILL } },
        { &hf_cman_clvmd_arglen,
          { "Argument length", "cman.clvmd.arglen", FT_UINT32, BASE_DEC, NULL, 0,
            "Bytes that follow the node's name", HFILL } },
        { &hf_cman_clvmd_node,
          { "Node", "cman.clvmd.node", FT_STRING, BASE_NONE, NULL, 0,
            "Whom the command is for; empty: all nodes", HFILL } },
        { &hf_cman_clvmd_args,
          { "Arguments", "cman.clvmd.args", FT_BYTES, BASE_NONE, NULL, 0,
            "What the command is about, such as the name of a volume; its form depends on the "
            "command", HFILL } },
        { &hf_cman_clvmd_trailer,
          { "Trailer", "cman.clvmd.trailer", FT_BYTES, BASE_NONE, NULL, 0,
            "Bytes behind the announced arguments", HFILL } },
    };
    static int *ett[] = { &ett_cman_clvmd, &ett_cman_clvmd_flags };

    proto_cman_clvmd =
        proto_register_protocol("Cluster Manager CLVMD", "CMAN CLVMD", "cman.clvmd");
    proto_register_field_array(proto_cman_clvmd, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
}

void
cman_users_register(void)
{
    cman_sysman_register();
    cman_clvmd_register();
    register_dissector("cman.sysman", dissect_cman_sysman, proto_cman_sysman);
    register_dissector("cman.clvmd", dissect_cman_clvmd, proto_cman_clvmd);
}

void
cman_users_handoff(void)
{
    wire_know_fields(proto_cman_sysman);
    wire_know_fields(proto_cman_clvmd);
    dissector_add_uint("cman.port", CMAN_PORT_SYSMAN, find_dissector("cman.sysman"));
    dissector_add_uint("cman.port", CMAN_PORT_CLVMD, find_dissector("cman.clvmd"));
}
