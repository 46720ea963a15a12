/* make-nisca-tr.c
 * The transport: both headers with every combination of flags, then every
 * PPC opcode, PPD type and SCS message above it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-nisca.h"

#include <string.h>

enum { GROUP = 4000, NODE_A = 7169, NODE_B = 7170, OLD_A = 6145, OLD_B = 6146 };
enum { CONID_A = 0x00030001, CONID_B = 0x00050002 };

/* Sequence numbers of the node that sends nearly everything here. */
static uint32_t next_seq = 1;

static void
expect_number(capture_t *capture, unsigned frame, const char *field, uint64_t value)
{
    capture_expect(capture, frame, field, "%llu", (unsigned long long)value);
}

static void
expect_none(capture_t *capture, unsigned frame, const char *const *fields)
{
    for (; *fields != NULL; fields++)
        capture_expect_absent(capture, frame, *fields);
}

static unsigned
add(capture_t *capture, packet_t *p, uint16_t from_id, uint16_t to_id)
{
    endpoint_t from = nisca_node(from_id), to = nisca_node(to_id);
    int64_t time = CAPTURE_START + capture_frames(capture) * 10 * MILLISECOND;
    unsigned length = p->length - 2, frame;

    nisca_wrap(p, &from, &to);
    frame = capture_add(capture, time, p);
    expect_number(capture, frame, "nisca.length", length);
    expect_number(capture, frame, "nisca.dx.group", GROUP);
    expect_number(capture, frame, "nisca.dx.src_id", from_id);
    expect_number(capture, frame, "nisca.dx.dst_id", to_id);
    return frame;
}

static void
begin(packet_t *p, uint16_t from_id, uint16_t to_id)
{
    endpoint_t from = nisca_node(from_id), to = nisca_node(to_id);

    nisca_dx(p, &from, &to, GROUP);
}

/* --- The TR header --------------------------------------------------------------- */

static void
expect_flags(capture_t *capture, unsigned frame, uint8_t flags)
{
    expect_number(capture, frame, "nisca.flags", flags);
    expect_number(capture, frame, "nisca.flags.cc", 0);
    expect_number(capture, frame, "nisca.tr.flags.data", (flags & TR_DATA) != 0);
    expect_number(capture, frame, "nisca.tr.flags.seq", (flags & TR_SEQ) != 0);
    expect_number(capture, frame, "nisca.tr.flags.nak", (flags & TR_NAK) != 0);
    expect_number(capture, frame, "nisca.tr.flags.ack", (flags & TR_ACK) != 0);
    expect_number(capture, frame, "nisca.tr.flags.rsvp", (flags & TR_RSVP) != 0);
    expect_number(capture, frame, "nisca.tr.flags.rexmt", (flags & TR_REXMT) != 0);
    expect_number(capture, frame, "nisca.tr.flags.ctl", (flags & TR_CTL) != 0);
    capture_expect_absent(capture, frame, "nisca.cc.type");
}

/* The pair in force, each number only if its flag is set. */
static void
expect_pair(capture_t *capture, unsigned frame, uint8_t flags, uint32_t ack, uint32_t seq)
{
    if (flags & TR_ACK)
        expect_number(capture, frame, "nisca.ack", ack);
    else
        capture_expect_absent(capture, frame, "nisca.ack");
    if (flags & TR_SEQ)
        expect_number(capture, frame, "nisca.seq", seq);
    else
        capture_expect_absent(capture, frame, "nisca.seq");
}

static void
expect_classic_part(capture_t *capture, unsigned frame, const nisca_tr_t *tr)
{
    expect_flags(capture, frame, tr->flags);
    expect_number(capture, frame, "nisca.tr.pad", tr->pad);
    expect_number(capture, frame, "nisca.tr.ack", tr->ack);
    expect_number(capture, frame, "nisca.tr.seq", tr->seq);
    expect_number(capture, frame, "nisca.tr.chan_seq", tr->chan_seq);
    expect_number(capture, frame, "nisca.tr.pad_data_len", tr->pad_data_len);
}

static void
expect_classic(capture_t *capture, unsigned frame, const nisca_tr_t *tr)
{
    static const char *const extended[] = {
        "nisca.tr.ext_ack", "nisca.tr.ext_seq", "nisca.tr.ext_unknown3", "nisca.tr.ext_unknown4",
        "nisca.tr.ext_unknown5", NULL
    };

    expect_classic_part(capture, frame, tr);
    expect_none(capture, frame, extended);
    expect_pair(capture, frame, tr->flags, tr->ack, tr->seq);
}

static void
expect_extended(capture_t *capture, unsigned frame, const nisca_tr_t *tr)
{
    expect_classic_part(capture, frame, tr);
    expect_number(capture, frame, "nisca.tr.ext_ack", tr->ext_ack);
    expect_number(capture, frame, "nisca.tr.ext_seq", tr->ext_seq);
    expect_number(capture, frame, "nisca.tr.ext_unknown3", tr->unknown3);
    expect_number(capture, frame, "nisca.tr.ext_unknown4", tr->unknown4);
    expect_number(capture, frame, "nisca.tr.ext_unknown5", tr->unknown5);
    expect_pair(capture, frame, tr->flags, tr->ext_ack, tr->ext_seq);
}

/* A frame that has no data: only the header. */
static void
add_bare(capture_t *capture, uint8_t flags, bool extended)
{
    static packet_t p;
    nisca_tr_t tr = nisca_tr_typical(flags, 0x00021234, 0x00035678);
    unsigned frame;

    begin(&p, extended ? NODE_B : OLD_B, extended ? NODE_A : OLD_A);
    if (extended)
        nisca_tr_extended(&p, &tr);
    else
        nisca_tr_classic(&p, &tr);
    frame = add(capture, &p, extended ? NODE_B : OLD_B, extended ? NODE_A : OLD_A);
    if (extended)
        expect_extended(capture, frame, &tr);
    else
        expect_classic(capture, frame, &tr);
    capture_expect_absent(capture, frame, "nisca.ppc.opcode");
    capture_expect_absent(capture, frame, "nisca.data");
}

/* A frame with `above` after the header, from node A. */
static unsigned
add_above(capture_t *capture, const nisca_tr_t *tr, bool extended, const packet_t *above)
{
    static packet_t p;
    uint16_t from = extended ? NODE_A : OLD_A, to = extended ? NODE_B : OLD_B;
    unsigned frame;

    begin(&p, from, to);
    if (extended)
        nisca_tr_extended(&p, tr);
    else
        nisca_tr_classic(&p, tr);
    packet_append(&p, above);
    frame = add(capture, &p, from, to);
    if (extended)
        expect_extended(capture, frame, tr);
    else
        expect_classic(capture, frame, tr);
    return frame;
}

static unsigned
add_message(capture_t *capture, const packet_t *above)
{
    nisca_tr_t tr = nisca_tr_typical(TR_CTL | TR_DATA | TR_SEQ | TR_ACK, 1, next_seq++);

    return add_above(capture, &tr, true, above);
}

static unsigned
add_datagram(capture_t *capture, const packet_t *above)
{
    nisca_tr_t tr = nisca_tr_typical(TR_CTL | TR_DATA, 0, next_seq);

    return add_above(capture, &tr, true, above);
}

/* --- START, STACK, ACK ------------------------------------------------------------- */

static const nisca_start_t START = {
    .systemid = 0x000500001c01, .protocol = 1, .maxdg = 577, .maxmsg = 217, .swtype = "VMS",
    .swvers = "V8.4", .hwtype = "ALPH", .hwvers = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 },
    .nodename = "ORION",
};

static void
expect_ppd(capture_t *capture, unsigned frame, uint8_t opcode, unsigned length, uint16_t type)
{
    expect_number(capture, frame, "nisca.ppc.opcode", opcode);
    expect_number(capture, frame, "nisca.ppd.length", length);
    expect_number(capture, frame, "nisca.ppd.type", type);
}

static void
expect_start(capture_t *capture, unsigned frame)
{
    expect_number(capture, frame, "nisca.start.systemid", START.systemid);
    expect_number(capture, frame, "nisca.start.protocol", START.protocol);
    expect_number(capture, frame, "nisca.start.maxdg", START.maxdg);
    expect_number(capture, frame, "nisca.start.maxmsg", START.maxmsg);
    capture_expect_present(capture, frame, "nisca.start.swtype");
    capture_expect(capture, frame, "nisca.start.swvers", "%s", START.swvers);
    capture_expect(capture, frame, "nisca.start.hwtype", "%s", START.hwtype);
    capture_expect(capture, frame, "nisca.start.hwvers", "0102030405060708090a0b0c");
    capture_expect(capture, frame, "nisca.start.nodename", "%s", START.nodename);
    capture_expect_absent(capture, frame, "nisca.data");
}

/* START, STACK and ACK, as the circuit is made; all from node A, which is odd
 * but keeps the capture simple. */
static void
add_circuit(capture_t *capture, bool extended)
{
    static packet_t above;
    nisca_tr_t tr = nisca_tr_typical(TR_DATA | (extended ? TR_CTL : 0), 0, 1);
    nisca_start_t start = START;

    start.swincarn = nisca_time(CAPTURE_START - 3600 * SECOND);
    start.curtime = nisca_time(CAPTURE_START);
    for (unsigned type = PPD_START; type <= PPD_ACK; type++) {
        unsigned body = type == PPD_ACK ? 0 : START_SIZE, frame;

        packet_clear(&above);
        nisca_ppd(&above, PPC_SNT_DG, (uint16_t)type, body);
        if (body != 0)
            nisca_start(&above, &start);
        frame = add_above(capture, &tr, extended, &above);
        expect_ppd(capture, frame, PPC_SNT_DG, 2 + body, (uint16_t)type);
        if (body != 0)
            expect_start(capture, frame);
        capture_expect_absent(capture, frame, "nisca.data");
        capture_expect_absent(capture, frame, "nisca.scs.type");
    }
}

/* --- SCS messages ------------------------------------------------------------------- */

static void
expect_scs(capture_t *capture, unsigned frame, uint16_t type, uint16_t credit, uint32_t dst,
           uint32_t src)
{
    expect_number(capture, frame, "nisca.scs.type", type);
    expect_number(capture, frame, "nisca.scs.credit", credit);
    expect_number(capture, frame, "nisca.scs.dst_conid", dst);
    expect_number(capture, frame, "nisca.scs.src_conid", src);
}

/* PPC, PPD and SCS header of a message with `body` bytes after them. */
static void
begin_scs(packet_t *above, uint16_t type, uint32_t dst, uint32_t src, unsigned body)
{
    uint16_t ppd_type = type == SCS_APPL_DG ? PPD_SCS_DG : PPD_SCS_MSG;

    packet_clear(above);
    nisca_ppd(above, type == SCS_APPL_DG ? PPC_SNT_DG : PPC_SNT_SEQ, ppd_type, SCS_SIZE + body);
    nisca_scs(above, type, 3, dst, src);
}

static unsigned
add_scs(capture_t *capture, const packet_t *above, uint16_t type, uint32_t dst, uint32_t src)
{
    bool datagram = type == SCS_APPL_DG;
    unsigned frame = datagram ? add_datagram(capture, above) : add_message(capture, above);

    expect_ppd(capture, frame, datagram ? PPC_SNT_DG : PPC_SNT_SEQ, above->length - 3,
               datagram ? PPD_SCS_DG : PPD_SCS_MSG);
    expect_scs(capture, frame, type, 3, dst, src);
    return frame;
}

static void
add_connect(capture_t *capture, uint16_t type, uint32_t dst, uint32_t src)
{
    static packet_t above;
    unsigned frame;

    begin_scs(&above, type, dst, src, CONNECT_SIZE);
    nisca_connect(&above, 4, 1, "SCA$TRANSPORT", "SIXTEEN_LETTERS_", "0123456789abcdef");
    frame = add_scs(capture, &above, type, dst, src);
    expect_number(capture, frame, "nisca.scs.min_credit", 4);
    expect_number(capture, frame, "nisca.scs.status", 1);
    capture_expect(capture, frame, "nisca.scs.dst_process", "SCA$TRANSPORT");
    capture_expect(capture, frame, "nisca.scs.src_process", "SIXTEEN_LETTERS_");
    capture_expect(capture, frame, "nisca.scs.connect_data", "30313233343536373839616263646566");
    capture_expect_absent(capture, frame, "nisca.data");
}

/* A message that ends with a status (or the reason of a disconnect). */
static unsigned
add_status(capture_t *capture, uint16_t type, uint16_t status)
{
    static packet_t above;
    unsigned residue = type == SCS_CONNECT_RSP ? 4 : 0, frame;

    begin_scs(&above, type, CONID_A, CONID_B, 4 + residue);
    packet_le16(&above, 0);
    packet_le16(&above, status);
    packet_bytes(&above, "SCA$", residue);
    frame = add_scs(capture, &above, type, CONID_A, CONID_B);
    expect_number(capture, frame, "nisca.scs.status", status);
    capture_expect_absent(capture, frame, "nisca.scs.min_credit");
    capture_expect_absent(capture, frame, "nisca.scs.connect_data");
    return frame;
}

static void
add_plain(capture_t *capture, uint16_t type)
{
    static packet_t above;
    unsigned frame;

    begin_scs(&above, type, CONID_A, CONID_B, 0);
    frame = add_scs(capture, &above, type, CONID_A, CONID_B);
    capture_expect_absent(capture, frame, "nisca.scs.status");
    capture_expect_absent(capture, frame, "nisca.data");
}

/* Data of a system application, or of a type that nobody knows. */
static void
add_opaque(capture_t *capture, uint16_t type)
{
    static packet_t above;
    unsigned frame;

    begin_scs(&above, type, CONID_A, CONID_B, 6);
    packet_hex(&above, "a1a2a3a4a5a6");
    frame = add_scs(capture, &above, type, CONID_A, CONID_B);
    capture_expect(capture, frame, "nisca.data", "a1a2a3a4a5a6");
}

static void
add_statuses(capture_t *capture)
{
    static const uint16_t bad[] = { 10, 18, 25, 26, 33, 41, 42, 77 };

    add_status(capture, SCS_CONNECT_RSP, 1);
    add_status(capture, SCS_ACCEPT_RSP, 1);
    for (unsigned i = 0; i < sizeof bad / sizeof *bad; i++)
        capture_expect_present(capture, add_status(capture, SCS_CONNECT_RSP, bad[i]),
                               "nisca.scs.rejected");
    capture_expect_present(capture, add_status(capture, SCS_ACCEPT_RSP, 18), "nisca.scs.rejected");
    capture_expect_present(capture, add_status(capture, SCS_REJECT_REQ, 10), "nisca.scs.rejected");
    add_plain(capture, SCS_REJECT_RSP);
    capture_expect_present(capture, add_status(capture, SCS_DISCONNECT_REQ, 0),
                           "nisca.scs.disconnect");
    capture_expect_present(capture, add_status(capture, SCS_DISCONNECT_REQ, 1),
                           "nisca.scs.disconnect");
    add_plain(capture, SCS_DISCONNECT_RSP);
}

static void
add_scs_types(capture_t *capture)
{
    add_connect(capture, SCS_CONNECT_REQ, 0, CONID_A);
    add_connect(capture, SCS_ACCEPT_REQ, CONID_A, CONID_B);
    add_opaque(capture, SCS_APPL_MSG);
    add_opaque(capture, SCS_APPL_DG);
    add_plain(capture, SCS_APPL_MSG);
    add_plain(capture, SCS_CREDIT_REQ);
    add_plain(capture, SCS_CREDIT_RSP);
    add_statuses(capture);
    add_opaque(capture, 12);
    add_opaque(capture, 500);
}

/* --- PPC opcodes and PPD types --------------------------------------------------------- */

static const nisca_block_t BLOCK = {
    .conid = 0x11000001, .rspid = 0x12000002, .length = 0x13000003, .sname = 0x14000004,
    .soff = 0x15000005, .rname = 0x16000006, .roff = 0x17000007,
};

static void
expect_block(capture_t *capture, unsigned frame)
{
    expect_number(capture, frame, "nisca.blk.conid", BLOCK.conid);
    expect_number(capture, frame, "nisca.blk.rspid", BLOCK.rspid);
    expect_number(capture, frame, "nisca.blk.length", BLOCK.length);
    expect_number(capture, frame, "nisca.blk.sname", BLOCK.sname);
    expect_number(capture, frame, "nisca.blk.soff", BLOCK.soff);
    expect_number(capture, frame, "nisca.blk.rname", BLOCK.rname);
    expect_number(capture, frame, "nisca.blk.roff", BLOCK.roff);
}

static void
expect_no_ppd(capture_t *capture, unsigned frame)
{
    static const char *const fields[] = { "nisca.ppd.length", "nisca.ppd.type", "nisca.scs.type",
                                          NULL };

    expect_none(capture, frame, fields);
}

/* A block transfer; 7 to 10 are requests, which have no data. */
static void
add_block(capture_t *capture, uint8_t opcode)
{
    static packet_t above;
    bool request = opcode >= 7 && opcode <= 10;
    unsigned frame;

    packet_clear(&above);
    packet_u8(&above, opcode);
    nisca_block(&above, &BLOCK);
    if (!request)
        packet_hex(&above, "b1b2b3b4b5");
    frame = add_message(capture, &above);
    expect_number(capture, frame, "nisca.ppc.opcode", opcode);
    expect_block(capture, frame);
    expect_no_ppd(capture, frame);
    if (request)
        capture_expect_absent(capture, frame, "nisca.data");
    else
        capture_expect(capture, frame, "nisca.data", "b1b2b3b4b5");
}

static void
add_confirmation(capture_t *capture, uint8_t opcode)
{
    static packet_t above;
    unsigned frame;

    packet_clear(&above);
    packet_u8(&above, opcode);
    packet_le32(&above, BLOCK.conid);
    packet_le32(&above, BLOCK.rspid);
    frame = add_message(capture, &above);
    expect_number(capture, frame, "nisca.ppc.opcode", opcode);
    expect_number(capture, frame, "nisca.blk.conid", BLOCK.conid);
    expect_number(capture, frame, "nisca.blk.rspid", BLOCK.rspid);
    capture_expect_absent(capture, frame, "nisca.blk.length");
    capture_expect_absent(capture, frame, "nisca.data");
    expect_no_ppd(capture, frame);
}

/* A message, then a descriptor and the last data of its transfer. */
static void
add_with_data(capture_t *capture, uint8_t opcode)
{
    static packet_t above;
    unsigned frame;

    packet_clear(&above);
    nisca_ppd(&above, opcode, PPD_SCS_MSG, SCS_SIZE + 4);
    nisca_scs(&above, SCS_APPL_MSG, 1, CONID_A, CONID_B);
    packet_hex(&above, "a1a2a3a4");
    nisca_block(&above, &BLOCK);
    packet_hex(&above, "b1b2b3b4b5");
    frame = add_message(capture, &above);
    expect_ppd(capture, frame, opcode, 2 + SCS_SIZE + 4, PPD_SCS_MSG);
    expect_scs(capture, frame, SCS_APPL_MSG, 1, CONID_A, CONID_B);
    expect_block(capture, frame);
    capture_expect(capture, frame, "nisca.data", "a1a2a3a4");
    capture_expect(capture, frame, "nisca.data", "b1b2b3b4b5");
}

/* An opcode without a known layout. */
static void
add_unknown_opcode(capture_t *capture, uint8_t opcode)
{
    static packet_t above;
    unsigned frame;

    packet_clear(&above);
    packet_u8(&above, opcode);
    packet_hex(&above, "d1d2d3d4d5d6d7");
    frame = add_message(capture, &above);
    expect_number(capture, frame, "nisca.ppc.opcode", opcode);
    expect_no_ppd(capture, frame);
    capture_expect_absent(capture, frame, "nisca.blk.conid");
    capture_expect(capture, frame, "nisca.data", "d1d2d3d4d5d6d7");
}

static void
add_opcodes(capture_t *capture)
{
    static const uint8_t unknown[] = { 1, 6, 16, 17, 18, 19, 23, 200 };

    for (uint8_t opcode = 3; opcode <= 13; opcode++) {
        if (opcode != 6)
            add_block(capture, opcode);
    }
    add_confirmation(capture, 14);
    add_confirmation(capture, 15);
    add_confirmation(capture, 22);
    add_with_data(capture, PPC_SNT_DATWM);
    add_with_data(capture, PPC_SNT_DATWM_LP);
    for (unsigned i = 0; i < sizeof unknown; i++)
        add_unknown_opcode(capture, unknown[i]);
}

/* PPD types without a layout of their own; 3 and 4 are among the SCS messages. */
static void
add_ppd_types(capture_t *capture)
{
    static const uint16_t types[] = { PPD_ERROR_LOG, PPD_NODE_STOP, 7, 300 };
    static packet_t above;

    for (unsigned i = 0; i < sizeof types / sizeof *types; i++) {
        unsigned frame;

        packet_clear(&above);
        nisca_ppd(&above, PPC_SNT_DG, types[i], 5);
        packet_hex(&above, "f1f2f3f4f5");
        frame = add_datagram(capture, &above);
        expect_ppd(capture, frame, PPC_SNT_DG, 7, types[i]);
        capture_expect(capture, frame, "nisca.data", "f1f2f3f4f5");
        capture_expect_absent(capture, frame, "nisca.scs.type");
        capture_expect_absent(capture, frame, "nisca.start.systemid");
    }
}

/* Bytes after the message that its PPD length does not cover: a checksum? */
static void
add_trailing(capture_t *capture)
{
    static packet_t above;
    unsigned frame;

    begin_scs(&above, SCS_APPL_MSG, CONID_A, CONID_B, 2);
    packet_hex(&above, "a1a2 c1c2c3c4");
    frame = add_message(capture, &above);
    expect_ppd(capture, frame, PPC_SNT_SEQ, 2 + SCS_SIZE + 2, PPD_SCS_MSG);
    expect_scs(capture, frame, SCS_APPL_MSG, 3, CONID_A, CONID_B);
    capture_expect(capture, frame, "nisca.data", "a1a2");
    capture_expect(capture, frame, "nisca.data", "c1c2c3c4");
}

/* --- Combinations of flags, and headers that only look extended ------------------------- */

/* DATA+SEQ+ACK, the same with RSVP, and its retransmission. */
static void
add_sequenced(capture_t *capture, bool extended)
{
    static const uint8_t flags[] = { 0x0b, 0x1b, 0x3b };
    static packet_t above;

    for (unsigned i = 0; i < sizeof flags; i++) {
        uint32_t seq = i == 2 ? 2 : i + 1;
        nisca_tr_t tr = nisca_tr_typical(flags[i] | (extended ? TR_CTL : 0), 0x00010001, seq);
        unsigned frame;

        begin_scs(&above, SCS_APPL_MSG, CONID_A, CONID_B, 2);
        packet_hex(&above, "a1a2");
        frame = add_above(capture, &tr, extended, &above);
        expect_ppd(capture, frame, PPC_SNT_SEQ, 2 + SCS_SIZE + 2, PPD_SCS_MSG);
        expect_scs(capture, frame, SCS_APPL_MSG, 3, CONID_A, CONID_B);
        capture_expect(capture, frame, "nisca.data", "a1a2");
    }
    if (extended)
        next_seq = 3;
}

/* An ACK with an extended header that lacks one of its marks is classic; what
 * follows the classic header is data that nobody knows. */
static void
add_wrong_shape(capture_t *capture, uint8_t flags, uint8_t pad_data_len, unsigned size)
{
    static packet_t p;
    nisca_tr_t tr = nisca_tr_typical(flags, 0x00021234, 0x00035678);
    static const char rest[] = "00" "34120200" "78560300" "34120200" "0100" "00";
    unsigned frame;

    tr.pad_data_len = pad_data_len;
    begin(&p, OLD_B, OLD_A);
    nisca_tr_extended(&p, &tr);
    packet_shorten(&p, 16 + size);
    frame = add(capture, &p, OLD_B, OLD_A);
    expect_classic(capture, frame, &tr);
    capture_expect_absent(capture, frame, "nisca.ppc.opcode");
    capture_expect(capture, frame, "nisca.data", "%.*s", (int)(2 * (size - 9)), rest);
}

void
nisca_tr_frames(capture_t *capture)
{
    add_circuit(capture, true);
    add_bare(capture, TR_CTL | TR_ACK, true);
    add_sequenced(capture, true);
    add_circuit(capture, false);
    add_bare(capture, TR_ACK, false);
    add_sequenced(capture, false);
    add_wrong_shape(capture, TR_CTL | TR_ACK, 17, 25);
    add_wrong_shape(capture, TR_ACK, TR_PAD_DATA_LEN, 25);
    add_wrong_shape(capture, TR_CTL | TR_ACK, TR_PAD_DATA_LEN, 24);
    add_bare(capture, TR_CTL | TR_NAK, true);
    add_bare(capture, TR_NAK, false);
    add_bare(capture, 0, false);
    add_scs_types(capture);
    add_opcodes(capture);
    add_ppd_types(capture);
    add_trailing(capture);
}
