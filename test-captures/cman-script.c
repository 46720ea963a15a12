/* cman-script.c
 * cman messages that know what a dissector must find in them, also when they
 * are cut short.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-cman.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define CARRIER_SIZE 42u /* Ethernet, IPv4 and UDP headers */

/* --- Appending --------------------------------------------------------------- */

static piece_t *
add_piece(script_t *s, piece_kind_t kind, const char *field, unsigned size)
{
    piece_t *piece = &s->pieces[s->piece_count];

    if (s->piece_count == sizeof s->pieces / sizeof s->pieces[0])
        fail("a script of a cman message has too many pieces");
    s->piece_count++;
    *piece = (piece_t){ .kind = kind, .field = field };
    piece->end = s->packet.length;
    piece->start = s->packet.length - size;
    return piece;
}

static void __attribute__((format(printf, 4, 5)))
add_value(script_t *s, const char *field, unsigned size, const char *format, ...)
{
    va_list arguments;
    piece_t *piece;

    if (field == NULL)
        return;
    piece = add_piece(s, PIECE_WHOLE, field, size);
    va_start(arguments, format);
    vsnprintf(piece->text, sizeof piece->text, format, arguments);
    va_end(arguments);
}

void
script_also(script_t *s, const char *field, unsigned size, uint32_t value)
{
    add_value(s, field, size, "%" PRIu32, value);
}

void
script_u8(script_t *s, const char *field, uint8_t value)
{
    packet_u8(&s->packet, value);
    script_also(s, field, 1, value);
}

void
script_le16(script_t *s, const char *field, uint16_t value)
{
    packet_le16(&s->packet, value);
    script_also(s, field, 2, value);
}

void
script_be16(script_t *s, const char *field, uint16_t value)
{
    packet_be16(&s->packet, value);
    script_also(s, field, 2, value);
}

void
script_le32(script_t *s, const char *field, uint32_t value)
{
    packet_le32(&s->packet, value);
    script_also(s, field, 4, value);
}

void
script_be32(script_t *s, const char *field, uint32_t value)
{
    packet_be32(&s->packet, value);
    script_also(s, field, 4, value);
}

void
script_junk(script_t *s, const char *digits)
{
    packet_hex(&s->packet, digits);
}

void
script_text(script_t *s, const char *field, const char *text, unsigned length)
{
    packet_text(&s->packet, text, length, '\0');
    add_value(s, field, length, "%s", text);
}

void
script_slot(script_t *s, const char *field, const char *text, unsigned size)
{
    unsigned used = (unsigned)strlen(text) + 1;

    packet_string(&s->packet, text);
    script_open(s, s->packet.length + size - used);
    packet_fill(&s->packet, 0xa5, size - used);
    add_value(s, field, size, "%s", text);
}

void
script_string(script_t *s, const char *field, const char *text)
{
    piece_t *piece;

    packet_string(&s->packet, text);
    piece = add_piece(s, PIECE_TO_END, field, (unsigned)strlen(text) + 1);
    snprintf(piece->text, sizeof piece->text, "%s", text);
}

void
script_rest(script_t *s, const char *field, const char *digits)
{
    unsigned before = s->packet.length;

    packet_hex(&s->packet, digits);
    add_piece(s, PIECE_REST, field, s->packet.length - before);
}

static void
add_zeros(script_t *s, unsigned size)
{
    packet_zeros(&s->packet, size);
}

void
script_ipv4(script_t *s, uint8_t node, bool big_endian)
{
    endpoint_t endpoint = endpoint_node(node);

    (big_endian ? script_be16 : script_le16)(s, "cman.addr.family", 2);
    script_be16(s, "cman.addr.port", CMAN_UDP_PORT);
    packet_be32(&s->packet, endpoint.ipv4);
    add_value(s, "cman.addr.ipv4", 4, "192.0.2.%u", node);
    add_zeros(s, 8);
}

void
script_ipv6(script_t *s, uint8_t node, bool big_endian)
{
    endpoint_t endpoint = endpoint_node(node);

    (big_endian ? script_be16 : script_le16)(s, "cman.addr.family", 10);
    script_be16(s, "cman.addr.port", CMAN_UDP_PORT);
    script_be32(s, "cman.addr.flowinfo", 0x00012345);
    packet_bytes(&s->packet, endpoint.ipv6, sizeof endpoint.ipv6);
    add_value(s, "cman.addr.ipv6", 16, "2001:db8::%x", node);
    (big_endian ? script_be32 : script_le32)(s, "cman.addr.scope_id", 2);
}

/* --- The header -------------------------------------------------------------- */

static const struct {
    const char *field;
    uint32_t bit;
} flag_bits[] = {
    { "cman.flags.noack", CMAN_NOACK },         { "cman.flags.queue", CMAN_QUEUE },
    { "cman.flags.multicast", CMAN_MULTICAST }, { "cman.flags.allint", CMAN_ALLINT },
    { "cman.flags.replyexp", CMAN_REPLYEXP },   { "cman.flags.bcastself", CMAN_BCASTSELF },
    { "cman.flags.compat", CMAN_COMPAT },
};

void
script_header(script_t *s, const cman_header_t *header)
{
    memset(s, 0, sizeof *s);
    script_u8(s, "cman.tgtport", header->tgtport);
    script_u8(s, "cman.srcport", header->srcport);
    script_le16(s, "cman.seq", header->seq);
    script_le16(s, "cman.ack", header->ack);
    script_le16(s, "cman.cluster", header->cluster);
    script_le32(s, "cman.flags", header->flags);
    for (unsigned i = 0; i < sizeof flag_bits / sizeof flag_bits[0]; i++)
        script_also(s, flag_bits[i].field, 4, (header->flags & flag_bits[i].bit) != 0);
    script_also(s, "cman.flags.msg", 4, header->flags & 0xffff);
    packet_le32(&s->packet, (uint32_t)header->srcid);
    add_value(s, "cman.srcid", 4, "%" PRId32, header->srcid);
    packet_le32(&s->packet, (uint32_t)header->tgtid);
    add_value(s, "cman.tgtid", 4, "%" PRId32, header->tgtid);
}

void
script_begin_in(script_t *s, uint16_t cluster, uint8_t port, uint32_t flags, int32_t srcid,
                int32_t tgtid)
{
    static uint16_t seq;
    cman_header_t header = { .tgtport = port, .srcport = port, .cluster = cluster, .flags = flags,
                             .srcid = srcid, .tgtid = tgtid };

    header.seq = ++seq;
    script_header(s, &header);
}

void
script_begin(script_t *s, uint8_t port, uint32_t flags, int32_t srcid, int32_t tgtid)
{
    script_begin_in(s, CMAN_CLUSTER, port, flags, srcid, tgtid);
}

/* --- What may be missing ----------------------------------------------------- */

void
script_enough(script_t *s)
{
    s->needed = s->packet.length;
}

void
script_complete(script_t *s)
{
    s->complete[s->complete_count++] = s->packet.length;
}

void
script_open(script_t *s, unsigned to)
{
    s->open[s->open_count].from = s->packet.length;
    s->open[s->open_count].to = to;
    s->open_count++;
}

void
script_expert(script_t *s, const char *field)
{
    s->experts[s->experts[0] != NULL] = field;
}

static bool
is_truncated(const script_t *s, unsigned length)
{
    for (unsigned i = 0; i < s->complete_count; i++) {
        if (s->complete[i] == length)
            return false;
    }
    return length < (s->needed != 0 ? s->needed : s->packet.length);
}

bool
script_is_decided(const script_t *s, unsigned length, bool cut)
{
    for (unsigned i = 0; i < s->open_count; i++) {
        if (length >= s->open[i].from && length < s->open[i].to)
            return false;
    }
    for (unsigned i = 0; i < s->piece_count; i++) {
        const piece_t *piece = &s->pieces[i];
        bool inside = length > piece->start && length < piece->end;

        if (piece->kind == PIECE_TO_END && !cut && length == piece->start)
            return false; /* a text without text or NUL */
        if (piece->kind == PIECE_REST && cut && inside)
            return false;
    }
    return true;
}

/* --- Writing ----------------------------------------------------------------- */

static void
expect_rest(capture_t *capture, const script_t *s, unsigned frame, const piece_t *piece,
            unsigned length)
{
    char digits[2 * 64 + 1] = "";
    unsigned end = length < piece->end ? length : piece->end;

    for (unsigned i = piece->start; i < end; i++)
        snprintf(digits + 2 * (i - piece->start), 3, "%02x", s->packet.bytes[i]);
    if (end > piece->start)
        capture_expect(capture, frame, piece->field, "%s", digits);
}

static void
expect_piece(capture_t *capture, const script_t *s, unsigned frame, const piece_t *piece,
             unsigned length, bool cut)
{
    if (piece->kind == PIECE_REST)
        expect_rest(capture, s, frame, piece, length);
    else if (piece->end <= length)
        capture_expect(capture, frame, piece->field, "%s", piece->text);
    else if (piece->kind == PIECE_TO_END && !cut && length > piece->start)
        capture_expect(capture, frame, piece->field, "%.*s", (int)(length - piece->start),
                       piece->text);
}

static void
expect_pieces(capture_t *capture, const script_t *s, unsigned frame, unsigned length, bool cut)
{
    capture_expect_present(capture, frame, "cman");
    for (unsigned i = 0; i < s->piece_count; i++)
        expect_piece(capture, s, frame, &s->pieces[i], length, cut);
}

static void
expect_verdicts(capture_t *capture, const script_t *s, unsigned frame)
{
    for (unsigned i = 0; i < 2 && s->experts[i] != NULL; i++)
        capture_expect_present(capture, frame, s->experts[i]);
}

int64_t
cman_time(const capture_t *capture)
{
    return CAPTURE_START + 10 * MILLISECOND * capture_frames(capture);
}

static void
wrap(packet_t *packet, bool ipv6)
{
    endpoint_t from = endpoint_node(1), to = endpoint_broadcast();

    if (ipv6) {
        wrap_udp6(packet, &from, &to, CMAN_UDP_PORT, CMAN_UDP_PORT);
        wrap_ipv6(packet, &from, &to, PROTOCOL_UDP, 1);
    } else {
        wrap_udp4(packet, &from, &to, CMAN_UDP_PORT, CMAN_UDP_PORT);
        wrap_ipv4(packet, &from, &to, PROTOCOL_UDP, 0, 64);
    }
    wrap_ethernet(packet, &from, &to, ipv6 ? ETHERTYPE_IP6 : ETHERTYPE_IP4);
}

unsigned
cman_write_payload(capture_t *capture, packet_t *payload)
{
    wrap(payload, false);
    return capture_add(capture, cman_time(capture), payload);
}

void
script_write(capture_t *capture, const script_t *s)
{
    packet_t packet = s->packet;
    unsigned frame;

    wrap(&packet, s->ipv6);
    packet_pad(&packet, 60); /* Ethernet's padding is no part of the message */
    frame = capture_add(capture, cman_time(capture), &packet);
    expect_pieces(capture, s, frame, s->packet.length, false);
    expect_verdicts(capture, s, frame);
}

void
script_write_short(capture_t *capture, const script_t *s, unsigned length)
{
    packet_t packet = s->packet;
    unsigned frame;

    packet_shorten(&packet, length);
    frame = cman_write_payload(capture, &packet);
    expect_pieces(capture, s, frame, length, false);
    if (is_truncated(s, length))
        capture_expect_present(capture, frame, "cman.truncated_message");
}

void
script_write_cut(capture_t *capture, const script_t *s, unsigned kept)
{
    packet_t packet = s->packet;
    unsigned frame;

    wrap(&packet, false);
    frame = capture_add_cut(capture, cman_time(capture), &packet, CARRIER_SIZE + kept);
    expect_pieces(capture, s, frame, kept, true);
    capture_expect_present(capture, frame, "_ws.short");
}

/* Fields that stand only where a script has them. */
static const char *const exact_fields[] = {
    "cman", "cman.tgtport", "cman.srcport", "cman.seq", "cman.ack", "cman.cluster", "cman.flags",
    "cman.flags.noack", "cman.flags.queue", "cman.flags.multicast", "cman.flags.allint",
    "cman.flags.replyexp", "cman.flags.bcastself", "cman.flags.compat", "cman.flags.msg",
    "cman.srcid", "cman.tgtid", "cman.cmd", "cman.internal.cmd", "cman.sm.type",
    "cman.generation", "cman.nodeid", "cman.node.name", "cman.node.state", "cman.votes",
    "cman.expected_votes", "cman.quorum", "cman.total_votes", "cman.num_addrs",
    "cman.addr.family", "cman.addr.port", "cman.addr.ipv4", "cman.addr.ipv6",
    "cman.addr.flowinfo", "cman.addr.scope_id", "cman.joinreq.version_major",
    "cman.joinreq.version_minor", "cman.joinreq.version_patch", "cman.joinreq.config_version",
    "cman.joinreq.addr_len", "cman.joinreq.cluster_name", "cman.joinack.type",
    "cman.view.flags", "cman.view.flags.first", "cman.view.flags.last", "cman.trans.reason",
    "cman.leave.reason", "cman.leave.force", "cman.hello.flags", "cman.hello.flags.master",
    "cman.hello.flags.quorate", "cman.hello.members", "cman.viewack.result",
    "cman.reconfig.param", "cman.reconfig.value", "cman.newcluster.value", "cman.ack.remport",
    "cman.ack.flags", "cman.ack.flags.nolistener", "cman.listen.port", "cman.listen.listening",
    "cman.listen.tag", "cman.portclosed.port", "cman.barrier.subcmd", "cman.barrier.flags",
    "cman.barrier.nodes", "cman.barrier.name", "cman.sm.status", "cman.sm.sevent_id",
    "cman.sm.sgid", "cman.sm.sgid.level", "cman.sm.lastid", "cman.sm.level", "cman.sm.length",
    "cman.sm.name", "cman.sm.member_count", "cman.payload", "cman.trailer",
    "cman.version_unsupported", "cman.truncated_message", "cman.unknown_command",
    "_ws.short",
};
static const char *const command_experts[] = {
    "cman.kill", "cman.nodedown", "cman.leave", "cman.viewack_nak", "cman.joinack_nak",
    "cman.cluster_name_mismatch",
};

void
cman_expect_exactly(capture_t *capture, bool with_experts)
{
    for (unsigned i = 0; i < sizeof exact_fields / sizeof exact_fields[0]; i++)
        capture_expect_only(capture, exact_fields[i]);
    for (unsigned i = 0; with_experts && i < sizeof command_experts / sizeof *command_experts; i++)
        capture_expect_only(capture, command_experts[i]);
}
