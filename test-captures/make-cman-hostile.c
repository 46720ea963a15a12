/* make-cman-hostile.c
 * Datagrams that no cman node sends: cut short, with numbers that lie, with
 * text that is none; and whole ones that a capture's snap length cut.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-cman.h"

#include <stddef.h>

enum { MEMBERSHIP = 1, SERVICES = 2 };

/* --- Numbers that lie ---------------------------------------------------------- */

static void
joinreq_start(script_t *s, uint16_t num_addrs, uint32_t major, uint32_t addr_len)
{
    script_begin_in(s, cman_cluster_number("alpha"), MEMBERSHIP, CMAN_NOACK, 0, 0);
    script_u8(s, "cman.cmd", 2);
    script_u8(s, NULL, 1);
    script_also(s, major == 5 ? "cman.votes" : NULL, 1, 1);
    script_le16(s, major == 5 ? "cman.num_addrs" : NULL, num_addrs);
    script_le32(s, major == 5 ? "cman.expected_votes" : NULL, 3);
    script_le32(s, major == 5 ? "cman.nodeid" : NULL, 3);
    script_le32(s, "cman.joinreq.version_major", major);
    script_le32(s, "cman.joinreq.version_minor", 0);
    script_le32(s, "cman.joinreq.version_patch", 1);
    script_le32(s, major == 5 ? "cman.joinreq.config_version" : NULL, 1);
    script_le32(s, major == 5 ? "cman.joinreq.addr_len" : NULL, addr_len);
    script_slot(s, major == 5 ? "cman.joinreq.cluster_name" : NULL, "alpha", 16);
}

static void
joinreq_many_addresses(script_t *s)
{
    joinreq_start(s, 65535, 5, 16);
    script_ipv4(s, 3, false);
    script_ipv4(s, 4, false);
    script_expert(s, "cman.truncated_message");
}

static void
joinreq_one_address_too_few(script_t *s)
{
    joinreq_start(s, 2, 5, 28);
    script_ipv6(s, 3, false);
    script_expert(s, "cman.truncated_message");
}

static void
view_start(script_t *s)
{
    script_begin(s, MEMBERSHIP, CMAN_MULTICAST, 1, 0);
    script_u8(s, "cman.cmd", 9);
    script_u8(s, "cman.view.flags", 3);
    script_also(s, "cman.view.flags.first", 1, 1);
    script_also(s, "cman.view.flags.last", 1, 1);
}

static void
record_start(script_t *s, uint16_t num_addrs)
{
    script_u8(s, NULL, 6);
    script_text(s, "cman.node.name", "ludwig", 6);
    script_u8(s, "cman.node.state", 2);
    script_le16(s, "cman.num_addrs", num_addrs);
}

static void
record_end(script_t *s)
{
    script_u8(s, "cman.votes", 1);
    script_le32(s, "cman.expected_votes", 3);
    script_le32(s, "cman.nodeid", 1);
}

static void
view_many_addresses(script_t *s)
{
    view_start(s);
    record_start(s, 65535);
    script_ipv4(s, 1, false);
    script_ipv4(s, 2, false);
    script_ipv4(s, 3, true);
    script_expert(s, "cman.truncated_message");
}

static void
view_long_name(script_t *s)
{
    view_start(s);
    record_start(s, 0);
    record_end(s);
    script_u8(s, NULL, 200);
    script_junk(s, "6a6f68616e6e");
    script_expert(s, "cman.truncated_message");
}

static void
view_record_runs_over(script_t *s)
{
    view_start(s);
    record_start(s, 1);
    script_ipv4(s, 1, false);
    script_u8(s, "cman.votes", 1);
    script_le32(s, "cman.expected_votes", 3);
    script_junk(s, "010000");
    script_expert(s, "cman.truncated_message");
}

static void
starttrans_many_addresses(script_t *s)
{
    script_begin(s, MEMBERSHIP, CMAN_MULTICAST | CMAN_REPLYEXP, 1, 0);
    script_u8(s, "cman.cmd", 10);
    script_u8(s, "cman.trans.reason", 1);
    script_u8(s, "cman.leave.reason", 0);
    script_also(s, "cman.leave.force", 1, 0);
    script_u8(s, "cman.votes", 1);
    script_le32(s, "cman.expected_votes", 3);
    script_le32(s, "cman.generation", 1);
    script_le32(s, "cman.nodeid", 3);
    script_le16(s, "cman.num_addrs", 65535);
    script_junk(s, "0000");
    script_ipv4(s, 3, false);
    script_expert(s, "cman.truncated_message");
}

static void
service_name(script_t *s, uint16_t length, const char *name, unsigned shown)
{
    script_begin(s, SERVICES, CMAN_MULTICAST, 1, 0);
    script_u8(s, "cman.sm.type", 1);
    script_u8(s, "cman.sm.status", 0);
    script_le16(s, "cman.sm.sevent_id", 1);
    script_le32(s, "cman.sm.sgid", 0);
    script_also(s, "cman.sm.sgid.level", 4, 0);
    script_le32(s, "cman.sm.lastid", 0);
    script_le16(s, "cman.sm.level", 1);
    script_le16(s, "cman.sm.length", length);
    if (shown > 0)
        script_text(s, "cman.sm.name", name, shown);
}

static void
service_length_too_long(script_t *s)
{
    service_name(s, 100, NULL, 0);
    script_junk(s, "64656661756c74");
    script_expert(s, "cman.truncated_message");
}

static void
service_length_65535(script_t *s)
{
    service_name(s, 65535, NULL, 0);
    script_junk(s, "64656661756c74");
    script_expert(s, "cman.truncated_message");
}

static void
service_length_too_short(script_t *s)
{
    service_name(s, 3, "def", 3);
    script_rest(s, "cman.trailer", "61756c74");
}

const cman_script_t cman_lying_messages[] = {
    joinreq_many_addresses, joinreq_one_address_too_few, view_many_addresses, view_long_name,
    view_record_runs_over, starttrans_many_addresses, service_length_too_long,
    service_length_65535, service_length_too_short, NULL,
};

/* --- Not everything is decided --------------------------------------------------- */

/* Only the version fields of another version can be relied on. */
static void
joinreq_version_4(script_t *s)
{
    joinreq_start(s, 1, 4, 16);
    script_junk(s, "02001a99c00002030000000000000000 6d61726b00");
    script_expert(s, "cman.version_unsupported");
}

/* The address ends where its length says, whatever it holds. */
static void
joinreq_addr_len_17(script_t *s)
{
    joinreq_start(s, 1, 5, 17);
    script_junk(s, "02001a99c0000203000000000000000000");
    script_string(s, "cman.node.name", "mark");
}

static void
joinreq_addr_len_0(script_t *s)
{
    joinreq_start(s, 65535, 5, 0);
    script_junk(s, "6d61726b00");
}

static void
joinreq_addr_len_huge(script_t *s)
{
    joinreq_start(s, 1, 5, 0xffffffff);
    script_junk(s, "02001a99c00002030000000000000000 6d61726b00");
    script_expert(s, "cman.truncated_message");
}

/* 65535 * 65537 is 0xffffffff: a product that a 32-bit number just holds, and
 * 16 * 0x10000001 is 16 again if it does not. */
static void
joinreq_addr_len_overflow(script_t *s)
{
    joinreq_start(s, 16, 5, 0x10000001);
    script_junk(s, "02001a99c00002030000000000000000 6d61726b00");
    script_expert(s, "cman.truncated_message");
}

static void
program(script_t *s, uint8_t port, const char *digits)
{
    script_begin(s, port, 0, 1, 2);
    script_junk(s, digits);
}

static void
sysman_request(script_t *s)
{
    program(s, 10, "00000005 ffffffff 01 a5a5a5 6c73202d6c00");
}

static void
sysman_too_short(script_t *s)
{
    program(s, 10, "000000");
}

static void
clvmd_lock(script_t *s)
{
    program(s, 11, "33 01 0102 aabbccdd 00000000 00000005 00 565f766700");
}

static void
clvmd_length_lies(script_t *s)
{
    program(s, 11, "33 01 0102 aabbccdd 00000000 ffffffff 00 565f766700");
}

static void
clvmd_too_short(script_t *s)
{
    program(s, 11, "33 01");
}

static void
unknown_command_with_body(script_t *s)
{
    script_begin(s, MEMBERSHIP, 0, 1, 2);
    script_u8(s, "cman.cmd", 99);
    script_junk(s, "0102030405060708");
    script_expert(s, "cman.unknown_command");
}

static void
unknown_internal_command_with_body(script_t *s)
{
    script_begin(s, 0, 0, 1, 2);
    script_u8(s, "cman.internal.cmd", 255);
    script_junk(s, "0102030405060708");
    script_expert(s, "cman.unknown_command");
}

static void
unknown_service_message(script_t *s)
{
    script_begin(s, SERVICES, 0, 1, 2);
    script_u8(s, "cman.sm.type", 13);
    script_junk(s, "00 0100 00000001 00000000 0100 0000");
    script_expert(s, "cman.unknown_command");
}

static void
unknown_service_message_0(script_t *s)
{
    script_begin(s, SERVICES, 0, 1, 2);
    script_u8(s, "cman.sm.type", 0);
    script_junk(s, "00 0100 00000001 00000000 0100 0000");
    script_expert(s, "cman.unknown_command");
}

/* Numbers without a name are no fault. */
static void
unknown_values(script_t *s)
{
    script_begin(s, MEMBERSHIP, CMAN_MULTICAST, 1, 0);
    script_u8(s, "cman.cmd", 10);
    script_u8(s, "cman.trans.reason", 99);
    script_u8(s, NULL, 0xe9);
    script_also(s, "cman.leave.reason", 1, 9);
    script_also(s, "cman.leave.force", 1, 0);
    script_u8(s, "cman.votes", 255);
    script_junk(s, "03000000 01000000 03000000 0000 0000");
}

static void
unknown_address_family(script_t *s)
{
    view_start(s);
    record_start(s, 1);
    script_junk(s, "07001a99c00002030000000000000000");
    script_junk(s, "01 03000000 01000000");
    /* Without an address length nobody can say whether it is complete. */
}

const cman_script_t cman_odd_messages[] = {
    joinreq_version_4, joinreq_addr_len_17, joinreq_addr_len_0, joinreq_addr_len_huge,
    joinreq_addr_len_overflow, sysman_request, clvmd_lock, unknown_command_with_body,
    unknown_internal_command_with_body, unknown_service_message, unknown_service_message_0,
    unknown_values, NULL,
};
/* Nothing is expected of these but that they do no harm. */
static const cman_script_t harmless_messages[] = {
    sysman_too_short, clvmd_too_short, clvmd_length_lies, unknown_address_family, NULL,
};

/* --- Text that is none ------------------------------------------------------------ */

/* An escape sequence, a new line, a tab, invalid UTF-8, a percent format. */
#define NASTY "\x1b[31mred\x07\n\t\r\xff\xc3%s%n\x9b\x7f"
enum { NASTY_SIZE = sizeof NASTY - 1 };

static void
nasty_names(script_t *s)
{
    static const uint8_t text[] = NASTY;

    joinreq_start(s, 1, 5, 16);
    packet_patch_bytes(&s->packet, 52, text, 14);
    packet_hex(&s->packet, "02001a99c00002030000000000000000");
    packet_bytes(&s->packet, text, NASTY_SIZE + 1);
}

static void
nasty_record(script_t *s)
{
    view_start(s);
    packet_u8(&s->packet, NASTY_SIZE);
    packet_bytes(&s->packet, NASTY, NASTY_SIZE);
    packet_hex(&s->packet, "02 0000 01 03000000 01000000");
}

static void
nasty_barrier(script_t *s)
{
    script_begin(s, 0, CMAN_MULTICAST, 1, 0);
    packet_hex(&s->packet, "0504 0000 00000000 00000000");
    packet_bytes(&s->packet, NASTY, NASTY_SIZE);
    packet_zeros(&s->packet, 36 - NASTY_SIZE);
}

static void
nasty_service(script_t *s)
{
    script_begin(s, SERVICES, CMAN_MULTICAST, 1, 0);
    packet_hex(&s->packet, "01 00 0100 00000000 00000000 0100");
    packet_le16(&s->packet, NASTY_SIZE);
    packet_bytes(&s->packet, NASTY, NASTY_SIZE);
}

static void
nasty_starttrans(script_t *s)
{
    script_begin(s, MEMBERSHIP, CMAN_MULTICAST, 1, 0);
    packet_hex(&s->packet, "0a010001 03000000 01000000 03000000 0000 0000");
    packet_bytes(&s->packet, NASTY, NASTY_SIZE + 1);
}

static const cman_script_t nasty_texts[] = {
    nasty_names, nasty_record, nasty_barrier, nasty_service, nasty_starttrans, NULL,
};

/* Packets without expectations. */
static void
write_payloads(capture_t *capture, const cman_script_t *messages)
{
    static script_t script;

    for (; *messages != NULL; messages++) {
        (*messages)(&script);
        cman_write_payload(capture, &script.packet);
    }
}

/* --- Totem on the same port -------------------------------------------------------- */

/* Clear-text totem of RHEL 5 and 6: type, encapsulated, endian mark, node. */
static void
write_totem(capture_t *capture)
{
    static packet_t packet;

    for (uint8_t type = 0; type <= 5; type++) {
        for (unsigned order = 0; order < 2; order++) {
            packet_clear(&packet);
            packet_u8(&packet, type);
            packet_u8(&packet, 0);
            packet_hex(&packet, order == 0 ? "22ff" : "ff22");
            packet_hex(&packet, "01000000 0a000001 0200 c0000201 00000000 00000000");
            packet_zeros(&packet, 40);
            cman_write_payload(capture, &packet);
        }
    }
}

/* --- Cut ------------------------------------------------------------------------ */

/* Some lengths of a message, among them all near its end. */
static bool
is_chosen(unsigned length, unsigned full)
{
    return length == CMAN_HEADER || length + 8 >= full || length % 3 == 0;
}

static void
write_cut(capture_t *capture, const cman_script_t *messages, bool snap_length)
{
    static script_t script;

    for (; *messages != NULL; messages++) {
        (*messages)(&script);
        for (unsigned length = CMAN_HEADER; length < script.packet.length; length++) {
            if (!is_chosen(length, script.packet.length)
                || !script_is_decided(&script, length, snap_length))
                continue;
            if (snap_length)
                script_write_cut(capture, &script, length);
            else
                script_write_short(capture, &script, length);
        }
    }
}

/* Datagrams that end inside the header or with it. */
static void
write_headers(capture_t *capture)
{
    static script_t script;

    for (uint8_t port = 0; port <= 2; port++) {
        for (unsigned length = 1; length <= CMAN_HEADER; length++) {
            script_begin(&script, port, CMAN_MULTICAST, 1, 0);
            script.needed = CMAN_HEADER + 1;
            script_write_short(capture, &script, length);
        }
    }
}

static void
make_short(const char *folder, const char *name, bool snap_length)
{
    capture_t *capture = capture_open(folder, name, LINK_ETHERNET);

    cman_expect_exactly(capture, false);
    if (snap_length)
        capture_expect_only(capture, "_ws.malformed");
    else
        write_headers(capture);
    write_cut(capture, cman_internal_messages, snap_length);
    write_cut(capture, cman_membership_messages, snap_length);
    write_cut(capture, cman_service_messages, snap_length);
    capture_close(capture);
}

void
make_cman_hostile(const char *folder)
{
    capture_t *capture = capture_open(folder, "cman-hostile", LINK_ETHERNET);
    static packet_t nothing;
    static script_t script;

    cman_expect_exactly(capture, true);
    for (const cman_script_t *message = cman_lying_messages; *message != NULL; message++) {
        (*message)(&script);
        script_write(capture, &script);
    }
    write_totem(capture);
    capture_close(capture);

    make_short(folder, "cman-short", false);
    make_short(folder, "cman-snap-length", true);

    capture = capture_open(folder, "cman-nasty", LINK_ETHERNET);
    write_payloads(capture, nasty_texts);
    write_payloads(capture, harmless_messages);
    cman_write_payload(capture, &nothing);
    capture_close(capture);
}
