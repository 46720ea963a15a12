/* make-nisca-stories-scs.c
 * Conversations above a circuit: SCS connections and their processes, what the
 * directory knows, MSCP commands and their end messages.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-nisca-story.h"

#include <string.h>

enum { NORMAL = 1, NO_SYSAP = 10 };

static member_t alpha, beta, gamma_;
static circuit_t c, other;

/* A connection between two processes; member 0 of its circuit asks for it. */
typedef struct {
    circuit_t *circuit;
    uint32_t id[2];
    const char *process[2];
} connection_t;

static story_t
begin(const char *folder, const char *name)
{
    story_t s = nisca_story_open(folder, name, BY_ETHERNET);

    alpha = nisca_member_new("VAX1", 1025);
    beta = nisca_member_new("VAX2", 1026);
    gamma_ = nisca_member_new("VAX3", 1027);
    nisca_circuit_new(&c, &alpha, &beta, 1);
    nisca_circuit_new(&other, &alpha, &gamma_, 1);
    nisca_circuit_begin(&s, &c);
    nisca_circuit_begin(&s, &other);
    return s;
}

/* --- SCS messages --------------------------------------------------------------------- */

/* PPC, PPD and SCS header of a message along `way` with `body` bytes after them. */
static packet_t *
begin_message(const connection_t *n, unsigned way, uint16_t type, unsigned body)
{
    static packet_t above;

    packet_clear(&above);
    nisca_ppd(&above, PPC_SNT_SEQ, PPD_SCS_MSG, SCS_SIZE + body);
    nisca_scs(&above, type, 1, n->id[!way], n->id[way]);
    return &above;
}

static unsigned
add(story_t *s, const connection_t *n, unsigned way, const packet_t *above, uint16_t type)
{
    unsigned frame = nisca_send_above(s, n->circuit, way, 0, above);

    nisca_expect_value(s, frame, "nisca.scs.type", type);
    if (type != SCS_CONNECT_REQ && type != SCS_ACCEPT_REQ)
        nisca_expect_there(s, frame, "nisca.scs.process");
    nisca_later(s, 400 * MICROSECOND);
    return frame;
}

/* CONNECT_REQ, which knows no id of the other side, or ACCEPT_REQ. */
static unsigned
add_connect(story_t *s, const connection_t *n, unsigned way, uint16_t type)
{
    connection_t known = *n;
    packet_t *above;
    unsigned frame;

    if (type == SCS_CONNECT_REQ)
        known.id[!way] = 0;
    above = begin_message(&known, way, type, CONNECT_SIZE);
    nisca_connect(above, 0, NORMAL, n->process[!way], n->process[way], "0123456789abcdef");
    frame = add(s, n, way, above, type);
    capture_expect(s->capture, frame, "nisca.scs.dst_process", "%s", n->process[!way]);
    capture_expect(s->capture, frame, "nisca.scs.src_process", "%s", n->process[way]);
    return frame;
}

/* A message that ends with a status (or the reason of a disconnect). */
static unsigned
add_status(story_t *s, const connection_t *n, unsigned way, uint16_t type, uint16_t status)
{
    packet_t *above = begin_message(n, way, type, type == SCS_CONNECT_RSP ? 8 : 4);
    unsigned frame;

    packet_le16(above, 0);
    packet_le16(above, status);
    if (type == SCS_CONNECT_RSP)
        packet_bytes(above, n->process[way], 4);
    frame = add(s, n, way, above, type);
    nisca_expect_value(s, frame, "nisca.scs.status", status);
    if (type == SCS_REJECT_REQ || (type != SCS_DISCONNECT_REQ && status != NORMAL))
        nisca_expect_there(s, frame, "nisca.scs.rejected");
    if (type == SCS_DISCONNECT_REQ)
        nisca_expect_there(s, frame, "nisca.scs.disconnect");
    return frame;
}

static unsigned
add_plain(story_t *s, const connection_t *n, unsigned way, uint16_t type)
{
    return add(s, n, way, begin_message(n, way, type, 0), type);
}

/* Bytes of an application that is not decoded. */
static void
add_data(story_t *s, const connection_t *n, unsigned way, const char *digits)
{
    packet_t *above = begin_message(n, way, SCS_APPL_MSG, (unsigned)strlen(digits) / 2);
    unsigned frame;

    packet_hex(above, digits);
    frame = add(s, n, way, above, SCS_APPL_MSG);
    capture_expect(s->capture, frame, "nisca.data", "%s", digits);
}

/* The response to CONNECT_REQ comes before the other side has an id. */
static void
add_connect_response(story_t *s, const connection_t *n, uint16_t status)
{
    connection_t known = *n;

    known.id[1] = 0;
    add_status(s, &known, 1, SCS_CONNECT_RSP, status);
}

static void
open_connection(story_t *s, const connection_t *n)
{
    add_connect(s, n, 0, SCS_CONNECT_REQ);
    add_connect_response(s, n, NORMAL);
    add_connect(s, n, 1, SCS_ACCEPT_REQ);
    add_status(s, n, 0, SCS_ACCEPT_RSP, NORMAL);
}

/* Both sides say good-bye. */
static void
close_connection(story_t *s, const connection_t *n, unsigned first)
{
    add_status(s, n, first, SCS_DISCONNECT_REQ, 0);
    add_plain(s, n, !first, SCS_DISCONNECT_RSP);
    add_status(s, n, !first, SCS_DISCONNECT_REQ, 1);
    add_plain(s, n, first, SCS_DISCONNECT_RSP);
}

static void
refuse_connection(story_t *s, const connection_t *n)
{
    add_connect(s, n, 0, SCS_CONNECT_REQ);
    add_connect_response(s, n, NORMAL);
    add_status(s, n, 1, SCS_REJECT_REQ, NO_SYSAP);
    add_plain(s, n, 0, SCS_REJECT_RSP);
}

/* --- The dialogue --------------------------------------------------------------------- */

static void
use_connection(story_t *s, const connection_t *n)
{
    for (unsigned way = 0; way < 2; way++) {
        add_data(s, n, way, "a1a2a3a4");
        add_data(s, n, way, "b1b2b3b4b5b6");
    }
    add_plain(s, n, 0, SCS_CREDIT_REQ);
    add_plain(s, n, 1, SCS_CREDIT_RSP);
    add_plain(s, n, 1, SCS_CREDIT_REQ);
    add_plain(s, n, 0, SCS_CREDIT_RSP);
}

/* Messages whose connection was made before the capture. */
static void
add_nameless(story_t *s, circuit_t *circuit)
{
    for (unsigned way = 0; way < 2; way++) {
        nisca_expect_not(s, nisca_send(s, circuit, way, 0), "nisca.scs.process");
        nisca_later(s, 1 * MILLISECOND);
    }
}

static void
make_dialogue(const char *folder)
{
    story_t s = begin(folder, "nisca-story-scs");
    const connection_t cluster = { &c, { 0x62c50009, 0x33580008 },
                                   { "VMS$VAXcluster", "VMS$VAXcluster" } };
    const connection_t transport = { &c, { 0x00010007, 0x00020007 },
                                     { "SCA$CLIENT", "SCA$TRANSPORT" } };
    const connection_t same_ids = { &other, { 0x00010007, 0x00020007 },
                                    { "ANOTHER$ONE", "ANOTHER$TWO" } };
    const connection_t refused = { &c, { 0x00030003, 0x00040004 }, { "ASKER", "NOT$THERE" } };
    connection_t reused = transport;

    add_nameless(&s, &c);
    open_connection(&s, &cluster);
    open_connection(&s, &transport);
    use_connection(&s, &transport);
    open_connection(&s, &same_ids);
    use_connection(&s, &same_ids);
    use_connection(&s, &cluster);
    use_connection(&s, &transport);
    add_nameless(&s, &c);
    refuse_connection(&s, &refused);
    add_connect(&s, &refused, 0, SCS_CONNECT_REQ); /* refused in the response itself */
    add_connect_response(&s, &refused, NO_SYSAP);
    close_connection(&s, &transport, 0);
    use_connection(&s, &same_ids);
    reused.process[0] = "LATER$CLIENT";
    reused.process[1] = "LATER$SERVER";
    open_connection(&s, &reused);
    use_connection(&s, &reused);
    close_connection(&s, &reused, 1);
    close_connection(&s, &cluster, 0);
    nisca_story_close(&s);
}

/* --- The directory -------------------------------------------------------------------- */

static packet_t *
begin_lookup(const connection_t *n, unsigned way, uint32_t status, const char *name)
{
    packet_t *above = begin_message(n, way, SCS_APPL_MSG, 36);

    packet_le32(above, status);
    packet_text(above, name, 16, ' ');
    return above;
}

static unsigned
add_lookup(story_t *s, const connection_t *n, unsigned way, packet_t *above, uint32_t status,
           const char *name)
{
    unsigned frame = add(s, n, way, above, SCS_APPL_MSG);

    nisca_expect_value(s, frame, "nisca.dir.status", status);
    capture_expect(s->capture, frame, "nisca.dir.name", "%s", name);
    return frame;
}

static void
look_up(story_t *s, const connection_t *n, const char *name, bool there)
{
    packet_t *above = begin_lookup(n, 0, 0, name);
    unsigned frame;

    packet_zeros(above, 16);
    add_lookup(s, n, 0, above, 0, name);
    above = begin_lookup(n, 1, there, name);
    packet_bytes(above, there ? "\1\2\3\4\5\6\7\10\11\12\13\14\15\16\17\20" : "NOT PRESENT HERE",
                 16);
    frame = add_lookup(s, n, 1, above, there, name);
    if (!there)
        capture_expect(s->capture, frame, "nisca.dir.result", "NOT PRESENT HERE");
}

/* A look-up's bytes on a connection that has nothing to do with the directory. */
static void
add_no_lookup(story_t *s, const connection_t *n)
{
    add_data(s, n, 0, "00000000" "4d534350244449534b20202020202020"
                      "00000000000000000000000000000000");
}

static void
make_directory(const char *folder)
{
    story_t s = begin(folder, "nisca-story-directory");
    const connection_t directory = { &c, { 0x63050008, 0x33590007 },
                                     { "SCS$DIR_LOOKUP", "SCS$DIRECTORY" } };
    const connection_t transport = { &c, { 0x62c50009, 0x33580008 },
                                     { "SCA$CLIENT", "SCA$TRANSPORT" } };

    open_connection(&s, &directory);
    open_connection(&s, &transport);
    look_up(&s, &directory, "MSCP$DISK", true);
    look_up(&s, &directory, "MSCP$TAPE", false);
    add_no_lookup(&s, &transport);
    look_up(&s, &directory, "VMS$VAXcluster", true);
    close_connection(&s, &directory, 0);
    capture_expect_only(s.capture, "nisca.dir.status");
    capture_expect_only(s.capture, "nisca.dir.name");
    nisca_story_close(&s);
}

/* --- MSCP ----------------------------------------------------------------------------- */

enum { SCC = 4, GUS = 3, ONLINE = 9, READ = 33, WRITE = 34, AVAILABLE_ATTENTION = 64, END = 0x80 };

/** A message, in the order of its bytes; what follows depends on the opcode. */
typedef struct {
    uint32_t cmdref;
    uint16_t unit;
    uint8_t opcode;
    uint8_t flags;
    uint16_t modifiers; /**< status in an end message */
    uint32_t byte_count;
    uint32_t lbn;
    unsigned size;
} mscp_t;

static void
append_mscp(packet_t *above, const mscp_t *m)
{
    unsigned start = above->length;

    packet_le32(above, m->cmdref);
    packet_le16(above, m->unit);
    packet_le16(above, 0);
    packet_u8(above, m->opcode);
    packet_u8(above, m->flags);
    packet_le16(above, m->modifiers);
    if ((m->opcode & ~END) == READ || (m->opcode & ~END) == WRITE) {
        packet_le32(above, m->byte_count);
        packet_hex(above, "00000000 05000200 09000362"); /* buffer descriptor */
        packet_le32(above, m->lbn);
    }
    packet_pad(above, start + m->size);
}

static bool
is_transfer(const mscp_t *m)
{
    return (m->opcode & ~END) == READ || (m->opcode & ~END) == WRITE;
}

static void
expect_mscp(story_t *s, unsigned frame, const mscp_t *m)
{
    nisca_expect_value(s, frame, "nisca.mscp.cmdref", m->cmdref);
    nisca_expect_value(s, frame, "nisca.mscp.unit", m->unit);
    nisca_expect_value(s, frame, "nisca.mscp.end", m->opcode >> 7);
    if (m->opcode & END) {
        nisca_expect_there(s, frame, "nisca.mscp.opcode");
        nisca_expect_value(s, frame, "nisca.mscp.flags", m->flags);
        nisca_expect_value(s, frame, "nisca.mscp.status", m->modifiers);
        nisca_expect_value(s, frame, "nisca.mscp.status.code", m->modifiers & 31);
        nisca_expect_value(s, frame, "nisca.mscp.status.subcode", m->modifiers >> 5);
        nisca_expect_not(s, frame, "nisca.mscp.modifiers");
    } else {
        nisca_expect_value(s, frame, "nisca.mscp.opcode", m->opcode);
        nisca_expect_value(s, frame, "nisca.mscp.modifiers", m->modifiers);
        nisca_expect_not(s, frame, "nisca.mscp.status");
    }
    if (is_transfer(m))
        nisca_expect_value(s, frame, "nisca.mscp.byte_count", m->byte_count);
    if (is_transfer(m) && !(m->opcode & END))
        nisca_expect_value(s, frame, "nisca.mscp.lbn", m->lbn);
}

static unsigned
add_mscp(story_t *s, const connection_t *n, unsigned way, const mscp_t *m)
{
    packet_t *above = begin_message(n, way, SCS_APPL_MSG, m->size);
    unsigned frame;

    append_mscp(above, m);
    frame = add(s, n, way, above, SCS_APPL_MSG);
    expect_mscp(s, frame, m);
    return frame;
}

/* A command that was sent, to be ended. */
typedef struct {
    mscp_t message;
    unsigned frame;
    int64_t time;
} command_t;

static command_t
command(story_t *s, const connection_t *n, mscp_t m)
{
    int64_t time = s->now;

    return (command_t){ m, add_mscp(s, n, 0, &m), time };
}

static void
expect_pair(story_t *s, const command_t *m, unsigned end, int64_t time)
{
    nisca_expect_frame(s, end, "nisca.mscp.command_frame", m->frame);
    nisca_expect_time(s, end, "nisca.mscp.response_time", time - m->time);
    nisca_expect_frame(s, m->frame, "nisca.mscp.end_frame", end);
}

static mscp_t
end_of(const command_t *m, uint16_t status, unsigned size)
{
    mscp_t e = m->message;

    e.opcode |= END;
    e.flags = status ? 0x20 : 0;
    e.modifiers = status;
    e.size = size;
    return e;
}

static void
end(story_t *s, const connection_t *n, const command_t *m, uint16_t status, unsigned size)
{
    mscp_t e = end_of(m, status, size);
    int64_t time = s->now;

    expect_pair(s, m, add_mscp(s, n, 1, &e), time);
}

/* The end of a READ with the last data in the same frame. */
static void
end_with_data(story_t *s, const connection_t *n, const command_t *m)
{
    static packet_t above;
    static const nisca_block_t block = { .conid = 0x62030009, .rspid = 9, .length = 4,
                                         .sname = 1, .rname = 2 };
    mscp_t e = end_of(m, 0, 32);
    int64_t time = s->now;
    unsigned frame;

    packet_clear(&above);
    nisca_ppd(&above, PPC_SNT_DATWM_LP, PPD_SCS_MSG, SCS_SIZE + e.size);
    nisca_scs(&above, SCS_APPL_MSG, 1, n->id[0], n->id[1]);
    append_mscp(&above, &e);
    nisca_block(&above, &block);
    packet_hex(&above, "d1d2d3d4");
    frame = add(s, n, 1, &above, SCS_APPL_MSG);
    expect_mscp(s, frame, &e);
    nisca_expect_value(s, frame, "nisca.blk.rspid", block.rspid);
    expect_pair(s, m, frame, time);
}

/* Disk traffic; command references are the client's own, small on purpose. */
static void
use_disk(story_t *s, const connection_t *n, uint32_t ref)
{
    command_t m = command(s, n, (mscp_t){ .cmdref = ref, .opcode = SCC, .size = 32 }), second;

    end(s, n, &m, 0, 28);
    m = command(s, n, (mscp_t){ .cmdref = ref + 1, .unit = 7, .opcode = GUS, .modifiers = 1,
                                .size = 12 });
    nisca_later(s, 3 * MILLISECOND);
    end(s, n, &m, 3 | 1 << 5, 52); /* offline, sub-code 1 */
    m = command(s, n, (mscp_t){ .cmdref = ref + 2, .unit = 7, .opcode = ONLINE, .size = 36 });
    end(s, n, &m, 256 << 5, 44); /* success, sub-code 256 */
    m = command(s, n, (mscp_t){ .cmdref = ref + 3, .unit = 7, .opcode = READ,
                                .byte_count = 0x10200, .lbn = 0x12345678, .size = 32 });
    second = command(s, n, (mscp_t){ .cmdref = ref + 4, .unit = 8, .opcode = WRITE,
                                     .modifiers = 0x8000, .byte_count = 512, .lbn = 99,
                                     .size = 32 });
    nisca_later(s, 10 * MILLISECOND);
    end(s, n, &second, 0, 36); /* the later command ends first */
    end(s, n, &m, 8 | 7 << 5, 32); /* a data error */
    m = command(s, n, (mscp_t){ .cmdref = ref + 3, .unit = 7, .opcode = READ, .byte_count = 4,
                                .lbn = 1, .size = 32 }); /* the reference is used again */
    end_with_data(s, n, &m);
}

static void
add_attention(story_t *s, const connection_t *n)
{
    mscp_t m = { .cmdref = 0, .unit = 7, .opcode = AVAILABLE_ATTENTION, .size = 28 };
    packet_t *above = begin_message(n, 1, SCS_APPL_MSG, m.size);
    unsigned frame;

    append_mscp(above, &m);
    frame = add(s, n, 1, above, SCS_APPL_MSG);
    nisca_expect_value(s, frame, "nisca.mscp.cmdref", m.cmdref);
    nisca_expect_value(s, frame, "nisca.mscp.opcode", m.opcode);
    nisca_expect_value(s, frame, "nisca.mscp.unit", m.unit);
}

/* Bytes of a READ command on a connection that is not known to speak MSCP. */
static const char READ_BYTES[] = "01000000" "0700" "0000" "21" "00" "0000" "00020000"
                                 "000000000500020009000362" "63000000";

static void
add_unbound(story_t *s)
{
    static packet_t above;
    unsigned frame;

    packet_clear(&above);
    nisca_ppd(&above, PPC_SNT_SEQ, PPD_SCS_MSG, SCS_SIZE + 32);
    nisca_scs(&above, SCS_APPL_MSG, 1, 0x62030009, 0x00010009);
    packet_hex(&above, READ_BYTES);
    frame = nisca_send_above(s, &other, 0, 0, &above);
    capture_expect(s->capture, frame, "nisca.data", "%s", READ_BYTES);
    nisca_expect_not(s, frame, "nisca.scs.process");
    nisca_later(s, 1 * MILLISECOND);
}

static void
bar_mscp(story_t *s)
{
    static const char *const fields[] = {
        "nisca.mscp.cmdref", "nisca.mscp.unit", "nisca.mscp.opcode", "nisca.mscp.command_frame",
        "nisca.mscp.end_frame", "nisca.mscp.response_time",
    };

    for (unsigned i = 0; i < sizeof fields / sizeof *fields; i++)
        capture_expect_only(s->capture, fields[i]);
    capture_expect_forward(s->capture, "nisca.mscp.end_frame");
}

static void
make_mscp(const char *folder)
{
    story_t s = begin(folder, "nisca-story-mscp");
    /* The ids are those of add_unbound(), on another circuit. */
    const connection_t disk = { &c, { 0x00010009, 0x62030009 },
                                { "VMS$DISK_CL_DRVR", "MSCP$DISK" } };
    const connection_t tape = { &c, { 0x0002000a, 0x6204000a },
                                { "VMS$TAPE_CL_DRVR", "MSCP$TAPE" } };
    const connection_t transport = { &c, { 0x62c50009, 0x33580008 },
                                     { "SCA$CLIENT", "SCA$TRANSPORT" } };
    /* Opened before the capture began, but for the last steps. */
    const connection_t accepted = { &other, { 0x0005000b, 0x6205000b },
                                    { "VMS$DISK_CL_DRVR", "MSCP$DISK" } };
    connection_t reused = disk;
    command_t first, second;

    add_unbound(&s);
    open_connection(&s, &disk);
    open_connection(&s, &tape);
    open_connection(&s, &transport);
    use_disk(&s, &disk, 1);
    add_attention(&s, &disk);
    add_data(&s, &transport, 0, READ_BYTES);
    add_unbound(&s);
    /* The same reference on two connections at a time. */
    first = command(&s, &disk, (mscp_t){ .cmdref = 77, .unit = 1, .opcode = ONLINE, .size = 36 });
    second = command(&s, &tape, (mscp_t){ .cmdref = 77, .unit = 2, .opcode = ONLINE, .size = 36 });
    nisca_later(&s, 5 * MILLISECOND);
    end(&s, &disk, &first, 0, 44);
    end(&s, &tape, &second, 3, 44);
    add_connect(&s, &accepted, 1, SCS_ACCEPT_REQ);
    add_status(&s, &accepted, 0, SCS_ACCEPT_RSP, NORMAL);
    use_disk(&s, &accepted, 500);
    command(&s, &disk, (mscp_t){ .cmdref = 78, .unit = 1, .opcode = ONLINE, .size = 36 });
    close_connection(&s, &disk, 0);
    reused.process[0] = "SCA$CLIENT"; /* the id serves somebody else now */
    reused.process[1] = "SCA$TRANSPORT";
    open_connection(&s, &reused);
    add_data(&s, &reused, 0, READ_BYTES);
    bar_mscp(&s);
    nisca_story_close(&s);
}

void
make_nisca_scs_stories(const char *folder)
{
    make_dialogue(folder);
    make_directory(folder);
    make_mscp(folder);
}
