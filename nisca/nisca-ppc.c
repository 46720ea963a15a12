/* nisca-ppc.c
 * What the transport carries: the PPC opcode, then a PPD message (START,
 * STACK, ACK, SCS) or a block transfer with its descriptor.
 *
 * Sources: definitions for opcodes and layouts; captures of opcodes 0 and 2
 * and of the PPD types START, STACK, ACK and SCS message.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca.h"

#define NODENAME_SIZE 8

static int hf_nisca_ppc_opcode = -1;
static int hf_nisca_ppd = -1;
static int hf_nisca_ppd_length = -1;
static int hf_nisca_ppd_type = -1;
static int hf_nisca_start = -1;
static int hf_nisca_start_systemid = -1;
static int hf_nisca_start_protocol = -1;
static int hf_nisca_start_fill = -1;
static int hf_nisca_start_maxdg = -1;
static int hf_nisca_start_maxmsg = -1;
static int hf_nisca_start_swtype = -1;
static int hf_nisca_start_swvers = -1;
static int hf_nisca_start_swincarn = -1;
static int hf_nisca_start_hwtype = -1;
static int hf_nisca_start_hwvers = -1;
static int hf_nisca_start_nodename = -1;
static int hf_nisca_start_curtime = -1;
static int hf_nisca_blk = -1;
static int hf_nisca_blk_conid = -1;
static int hf_nisca_blk_rspid = -1;
static int hf_nisca_blk_length = -1;
static int hf_nisca_blk_sname = -1;
static int hf_nisca_blk_soff = -1;
static int hf_nisca_blk_rname = -1;
static int hf_nisca_blk_roff = -1;

static int ett_nisca_ppd = -1;
static int ett_nisca_start = -1;
static int ett_nisca_blk = -1;

static expert_field ei_nisca_ppd_continues = EI_INIT;

static const wire_field_t ppc_opcode[] = {
    { .hf = &hf_nisca_ppc_opcode, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_message_t, ppc_opcode) },
    { .hf = NULL }
};

static const wire_field_t ppd_length[] = {
    { .hf = &hf_nisca_ppd_length, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_message_t, ppd_length) },
    { .hf = NULL }
};

static const wire_field_t ppd_type[] = {
    { .hf = &hf_nisca_ppd_type, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_message_t, ppd_type) },
    { .hf = NULL }
};

/* START and STACK, around the name and the times. */
static const wire_field_t start_software[] = {
    { .hf = &hf_nisca_start_systemid, .kind = WIRE_LE, .size = 6 },
    { .hf = &hf_nisca_start_protocol, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_start_fill, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_start_maxdg, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_start_maxmsg, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_start_swtype, .kind = WIRE_PADDED, .size = 4 },
    { .hf = &hf_nisca_start_swvers, .kind = WIRE_PADDED, .size = 4 },
    { .hf = NULL }
};

static const wire_field_t start_hardware[] = {
    { .hf = &hf_nisca_start_hwtype, .kind = WIRE_PADDED, .size = 4 },
    { .hf = &hf_nisca_start_hwvers, .kind = WIRE_BYTES, .size = 12 },
    { .hf = NULL }
};

/* Block transfers: who, and (not in confirmations) what goes where. */
static const wire_field_t blk_transaction[] = {
    { .hf = &hf_nisca_blk_conid, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_blk_rspid, .kind = WIRE_LE, .size = 4 },
    { .hf = NULL }
};

static const wire_field_t blk_buffers[] = {
    { .hf = &hf_nisca_blk_length, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_blk_sname, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_blk_soff, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_blk_rname, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_blk_roff, .kind = WIRE_LE, .size = 4 },
    { .hf = NULL }
};

static bool
nisca_start_node(wire_t *w, nisca_message_t *m)
{
    m->node_name = nisca_printable(w, wire_peek_text(w, WIRE_PADDED, NODENAME_SIZE));
    return wire_sized(w, hf_nisca_start_nodename, WIRE_PADDED, NODENAME_SIZE);
}

static void
nisca_start_time(wire_t *w, nisca_message_t *m)
{
    if (nisca_vms_time(w, hf_nisca_start_curtime)) {
        m->transmit_time = tvb_get_letoh64(w->tvb, w->offset - sizeof m->transmit_time);
    }
}

static bool
nisca_start_incarnation(wire_t *w, nisca_message_t *m)
{
    if (!nisca_vms_time(w, hf_nisca_start_swincarn)) {
        return false;
    }
    m->incarnation = tvb_get_letoh64(w->tvb, w->offset - sizeof m->incarnation);
    return true;
}

static void
nisca_start(wire_t *w, void *message)
{
    proto_tree *outer = nisca_open(w, hf_nisca_start, ett_nisca_start);

    if (wire_fields(w, start_software, message) && nisca_start_incarnation(w, message)
        && wire_fields(w, start_hardware, message) && nisca_start_node(w, message)) {
        nisca_start_time(w, message);
    }
    nisca_close(w, outer);
}

static const wire_command_t ppd_types[] = {
    { NISCA_PPD_START, "START", NULL, nisca_start, NULL },
    { NISCA_PPD_STACK, "STACK", NULL, nisca_start, NULL },
    { NISCA_PPD_ACK, "ACK", NULL, NULL, NULL },
    { 3, "SCS_DG", NULL, nisca_scs, NULL },
    { 4, "SCS_MSG", NULL, nisca_scs, NULL },
    { 5, "ERROR_LOG", NULL, NULL, NULL },
    { 6, "NODE_STOP", NULL, NULL, NULL },
    { 0, NULL, NULL, NULL, NULL }
};

static value_string ppd_type_names[array_length(ppd_types)];

/* No segmentation is known: a PPD message that is longer than the frame is
 * not put together, only noted. */
static void
nisca_ppd_check(wire_t *w, nisca_message_t *m, unsigned start)
{
    if (m->ppd_length <= wire_left(w) || m->explained) {
        return;
    }
    m->explained = true;
    proto_tree_add_expert_format(w->tree, w->pinfo, &ei_nisca_ppd_continues, w->tvb, start,
                                 w->offset - start,
                                 "The message continues or is truncated: %u bytes, %u here",
                                 m->ppd_length, wire_left(w));
}

/* Length and type; the cursor's end is that of the PPD message then. */
static bool
nisca_ppd_header(wire_t *w, nisca_message_t *m)
{
    proto_tree *outer = nisca_open(w, hf_nisca_ppd, ett_nisca_ppd);
    unsigned start = w->offset;
    bool whole = wire_fields(w, ppd_length, m);

    if (whole) {
        nisca_ppd_check(w, m, start);
        wire_narrow(w, m->ppd_length);
        whole = wire_fields(w, ppd_type, m);
    }
    nisca_close(w, outer);
    return whole;
}

static void
nisca_ppd(wire_t *w, void *message)
{
    nisca_message_t *m = message;
    unsigned end = w->end;

    if (nisca_ppd_header(w, m)) {
        m->has_ppd = true;
        nisca_dispatch(w, m, ppd_types, m->ppd_type, "PPD type");
    }
    nisca_finish(w, m);
    wire_widen(w, end);
}

static void
nisca_block(wire_t *w, void *message)
{
    proto_tree *outer = nisca_open(w, hf_nisca_blk, ett_nisca_blk);

    if (wire_fields(w, blk_transaction, message)) {
        wire_fields(w, blk_buffers, message);
    }
    nisca_close(w, outer);
}

static void
nisca_block_confirmed(wire_t *w, void *message)
{
    proto_tree *outer = nisca_open(w, hf_nisca_blk, ett_nisca_blk);

    wire_fields(w, blk_transaction, message);
    nisca_close(w, outer);
}

/* Data with message: an SCS message, then the descriptor and its data.  That
 * the descriptor follows the message at once is inferred from frame sizes. */
static void
nisca_ppd_and_block(wire_t *w, void *message)
{
    nisca_ppd(w, message);
    if (wire_left(w) > 0 && !w->cut) {
        nisca_block(w, message);
    }
}

static const wire_command_t ppc_opcodes[] = {
    { 0, "SNT_DG", NULL, nisca_ppd, NULL },
    { 1, "SNT_LB", NULL, NULL, NULL },
    { 2, "SNT_SEQ", NULL, nisca_ppd, NULL },
    { 3, "SNT_DATM", NULL, nisca_block, NULL },
    { 4, "SNT_DAT", NULL, nisca_block, NULL },
    { 5, "SNT_DAT_LP", NULL, nisca_block, NULL },
    { 6, "REQ_ID", NULL, NULL, NULL },
    { 7, "REQ_DATM", NULL, nisca_block, NULL },
    { 8, "REQ_DAT0", NULL, nisca_block, NULL },
    { 9, "REQ_DAT1", NULL, nisca_block, NULL },
    { 10, "REQ_DAT2", NULL, nisca_block, NULL },
    { 11, "RET_DATM", NULL, nisca_block, NULL },
    { 12, "RET_DAT", NULL, nisca_block, NULL },
    { 13, "RET_DAT_LP", NULL, nisca_block, NULL },
    { 14, "RET_CNFM", NULL, nisca_block_confirmed, NULL },
    { 15, "RET_CNF", NULL, nisca_block_confirmed, NULL },
    { 16, "RET_ID", NULL, NULL, NULL },
    { 17, "RET_LB", NULL, NULL, NULL },
    { 18, "RESET", NULL, NULL, NULL },
    { 19, "START", NULL, NULL, NULL },
    { 20, "SNT_DATWM", NULL, nisca_ppd_and_block, NULL },
    { 21, "SNT_DATWM_LP", NULL, nisca_ppd_and_block, NULL },
    { 22, "RET_CNFWM", NULL, nisca_block_confirmed, NULL },
    { 0, NULL, NULL, NULL, NULL }
};

static value_string ppc_opcode_names[array_length(ppc_opcodes)];

void
nisca_ppc(wire_t *w, nisca_message_t *m)
{
    if (wire_fields(w, ppc_opcode, m)) {
        nisca_dispatch(w, m, ppc_opcodes, m->ppc_opcode, "PPC opcode");
    }
}

static hf_register_info hf[] = {
    { &hf_nisca_ppc_opcode,
      { "PPC opcode", "nisca.ppc.opcode", FT_UINT8, BASE_DEC, VALS(ppc_opcode_names), 0x0,
        "What the port-to-port message does: a datagram, a message, a block transfer", HFILL } },
    { &hf_nisca_ppd, { "PPD header", "nisca.ppd", FT_NONE, BASE_NONE, NULL, 0x0,
        "Length and type of what the port driver hands to SCS", HFILL } },
    { &hf_nisca_ppd_length,
      { "Length", "nisca.ppd.length", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Bytes of the message after this field", HFILL } },
    { &hf_nisca_ppd_type,
      { "Type", "nisca.ppd.type", FT_UINT16, BASE_DEC, VALS(ppd_type_names), 0x0,
        "Start of a circuit, its acknowledgment, or an SCS message", HFILL } },
    { &hf_nisca_start,
      { "Circuit start", "nisca.start", FT_NONE, BASE_NONE, NULL, 0x0,
        "How a node introduces itself when a virtual circuit begins: in START and STACK", HFILL } },
    { &hf_nisca_start_systemid,
      { "System ID", "nisca.start.systemid", FT_UINT48, BASE_DEC, NULL, 0x0,
        "SCSSYSTEMID of the sender, a number that no other node of the cluster may have", HFILL } },
    { &hf_nisca_start_protocol,
      { "Protocol", "nisca.start.protocol", FT_UINT8, BASE_DEC, NULL, 0x0,
        "Level of the port-to-port protocol; 0 or 1 are known", HFILL } },
    { &hf_nisca_start_fill,
      { "Fill", "nisca.start.fill", FT_UINT8, BASE_HEX, NULL, 0x0,
        "Not used; 0 in the documents", HFILL } },
    { &hf_nisca_start_maxdg,
      { "Largest datagram", "nisca.start.maxdg", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Bytes of the largest SCS datagram that the sender takes: SCSMAXDG", HFILL } },
    { &hf_nisca_start_maxmsg,
      { "Largest message", "nisca.start.maxmsg", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Bytes of the largest SCS message that the sender takes: SCSMAXMSG", HFILL } },
    { &hf_nisca_start_swtype,
      { "Software type", "nisca.start.swtype", FT_STRING, BASE_NONE, NULL, 0x0,
        "Operating system of the sender, as SHOW CLUSTER tells it", HFILL } },
    { &hf_nisca_start_swvers,
      { "Software version", "nisca.start.swvers", FT_STRING, BASE_NONE, NULL, 0x0,
        "Version of the operating system, as SHOW CLUSTER tells it", HFILL } },
    { &hf_nisca_start_swincarn,
      { "Software incarnation", "nisca.start.swincarn", FT_ABSOLUTE_TIME, ABSOLUTE_TIME_UTC, NULL,
        0x0, "Boot time, local time of the sender", HFILL } },
    { &hf_nisca_start_hwtype,
      { "Hardware type", "nisca.start.hwtype", FT_STRING, BASE_NONE, NULL, 0x0,
        "Kind of machine, as SHOW CLUSTER tells it", HFILL } },
    { &hf_nisca_start_hwvers,
      { "Hardware version", "nisca.start.hwvers", FT_BYTES, BASE_NONE, NULL, 0x0,
        "Revisions of the machine, as the sender fills them in", HFILL } },
    { &hf_nisca_start_nodename,
      { "Node name", "nisca.start.nodename", FT_STRING, BASE_NONE, NULL, 0x0,
        "SCS node name of the sender: SYSGEN parameter SCSNODE", HFILL } },
    { &hf_nisca_start_curtime,
      { "Current time", "nisca.start.curtime", FT_ABSOLUTE_TIME, ABSOLUTE_TIME_UTC, NULL, 0x0,
        "Local time of the sender", HFILL } },
    { &hf_nisca_blk,
      { "Block transfer", "nisca.blk", FT_NONE, BASE_NONE, NULL, 0x0,
        "Data or a request of a block transfer, which bypasses the messages of SCS", HFILL } },
    { &hf_nisca_blk_conid,
      { "Connection ID", "nisca.blk.conid", FT_UINT32, BASE_HEX, NULL, 0x0,
        "SCS connection that the block transfer belongs to", HFILL } },
    { &hf_nisca_blk_rspid,
      { "Response ID", "nisca.blk.rspid", FT_UINT32, BASE_HEX, NULL, 0x0,
        "Number by which the requester finds what it asked for", HFILL } },
    { &hf_nisca_blk_length,
      { "Transaction length", "nisca.blk.length", FT_UINT32, BASE_DEC, NULL, 0x0,
        "Bytes that remain, with this frame", HFILL } },
    { &hf_nisca_blk_sname,
      { "Sender buffer name", "nisca.blk.sname", FT_UINT32, BASE_HEX, NULL, 0x0,
        "Named buffer that the data come from", HFILL } },
    { &hf_nisca_blk_soff,
      { "Sender buffer offset", "nisca.blk.soff", FT_UINT32, BASE_DEC, NULL, 0x0,
        "By definitions; another source takes the two offsets the other way round", HFILL } },
    { &hf_nisca_blk_rname,
      { "Receiver buffer name", "nisca.blk.rname", FT_UINT32, BASE_HEX, NULL, 0x0,
        "Named buffer that the data go to", HFILL } },
    { &hf_nisca_blk_roff,
      { "Receiver buffer offset", "nisca.blk.roff", FT_UINT32, BASE_DEC, NULL, 0x0,
        "By definitions; another source takes the two offsets the other way round", HFILL } },
};

static ei_register_info ei[] = {
    { &ei_nisca_ppd_continues,
      { "nisca.ppd.continues", PI_UNDECODED, PI_NOTE, "The message continues or is truncated",
        EXPFILL } },
};

void
nisca_ppc_register(int proto)
{
    static int *ett[] = { &ett_nisca_ppd, &ett_nisca_start, &ett_nisca_blk };

    wire_command_names(ppc_opcode_names, ppc_opcodes);
    wire_command_names(ppd_type_names, ppd_types);
    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
}
