/* make-ncs_heartbeat.c
 * Generated captures of NCS heartbeats: single messages and their carriers.
 * The stories, in which several frames matter together, are in the other
 * files of this name.
 *
 * No payload of a real node was ever published, except one panning id; what
 * fills the rest is the layout of the protocol's ancestor.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-cluster.h"

#include <stdio.h>

enum { BROADCAST_TO_ALL = 1, UNICAST_TO_MASTER = 2 }; /* ncs_heartbeat.role */

static const char hint_ones[] = "consistent with NCS 1.01 (NetWare 5.1)";
static const char hint_zeros[] = "consistent with NCS 1.6 (NetWare 6)";

/* What must be right in every message by itself. */
static const char *const wire_fields[] = {
    "ncs_heartbeat.upper_protocol", "ncs_heartbeat.panning_id",  "ncs_heartbeat.directory_id",
    "ncs_heartbeat.incarnation",    "ncs_heartbeat.role",        "ncs_heartbeat.version_hint",
    "ncs_heartbeat.short_payload",  "ncs_heartbeat.inferred",    "_ws.malformed",
    "ncs_heartbeat.unexpected_panning_id",
};

static void
wire_rule(capture_t *capture)
{
    for (unsigned i = 0; i < sizeof wire_fields / sizeof wire_fields[0]; i++)
        capture_expect_only(capture, wire_fields[i]);
}

/* --- Expectations ------------------------------------------------------------ */

static void
expect_data(capture_t *capture, unsigned frame, const packet_t *payload)
{
    char digits[2 * 256 + 1] = "";

    for (unsigned i = 12; i < payload->length; i++)
        sprintf(digits + 2 * (i - 12), "%02x", payload->bytes[i]);
    if (payload->length > 12)
        capture_expect(capture, frame, "ncs_heartbeat.data", "%s", digits);
}

/* `directory` is the panning id as the directory stores it. */
static void
expect_panning(capture_t *capture, unsigned frame, uint32_t upper, uint32_t panning_id,
               const char *directory, uint32_t incarnation)
{
    capture_expect(capture, frame, "ncs_heartbeat.upper_protocol", "%u", upper);
    capture_expect(capture, frame, "ncs_heartbeat.panning_id", "0x%08x", panning_id);
    capture_expect(capture, frame, "ncs_heartbeat.directory_id", "%s", directory);
    capture_expect(capture, frame, "ncs_heartbeat.incarnation", "0x%08x", incarnation);
}

static void
expect_role(capture_t *capture, unsigned frame, unsigned role, const char *hint)
{
    capture_expect(capture, frame, "ncs_heartbeat.role", "%u", role);
    if (hint != NULL)
        capture_expect(capture, frame, "ncs_heartbeat.version_hint", "%s", hint);
}

static void
expect_inferred(capture_t *capture, unsigned frame, uint32_t incarnation, uint32_t sender,
                unsigned members, unsigned operation, unsigned number)
{
    capture_expect_present(capture, frame, "ncs_heartbeat.inferred");
    capture_expect(capture, frame, "ncs_heartbeat.inferred.client", "16");
    capture_expect(capture, frame, "ncs_heartbeat.inferred.group", "0");
    capture_expect(capture, frame, "ncs_heartbeat.inferred.group_incarnation", "0x%08x",
                   incarnation);
    expect_address(capture, frame, "ncs_heartbeat.inferred.sender", sender);
    expect_address(capture, frame, "ncs_heartbeat.inferred.initiator", sender);
    capture_expect(capture, frame, "ncs_heartbeat.inferred.head_count", "%u", members);
    capture_expect(capture, frame, "ncs_heartbeat.inferred.operation", "%u", operation);
    capture_expect(capture, frame, "ncs_heartbeat.inferred.sequence", "4294967295");
    capture_expect(capture, frame, "ncs_heartbeat.inferred.message_id", "%u", number);
}

/* --- Single messages ----------------------------------------------------------- */

/* The frame of Novell's TID 10071158; its payload was not published. */
static endpoint_t
published_sender(void)
{
    endpoint_t sender = { .ether = { 0x00, 0x60, 0x6d, 0x93, 0x7a, 0x3a }, .ipv4 = 0x9b7e1888 };

    return sender;
}

static void
add_published(capture_t *capture, uint32_t to_address, const char *hint, int64_t at)
{
    endpoint_t from = published_sender(), to = cluster_all();
    packet_t payload, packet;
    unsigned frame;

    to.ipv4 = to_address;
    ncs_master_alive(&payload, PANNING_ID, 0x2a, from.ipv4, 3, 7);
    packet = payload;
    wrap_ipv4(&packet, &from, &to, PROTOCOL_NCS, 0x0137, 128);
    wrap_ethernet(&packet, &from, &to, ETHERTYPE_IP4);
    frame = capture_add(capture, CAPTURE_START + at, &packet);
    capture_expect(capture, frame, "frame.len", "90");
    capture_expect(capture, frame, "ip.checksum", "0x8495");
    expect_panning(capture, frame, 10205, PANNING_ID, "1568122496", 0x2a);
    expect_data(capture, frame, &payload);
    expect_role(capture, frame, BROADCAST_TO_ALL, hint);
    expect_inferred(capture, frame, 0x2a, from.ipv4, 3, 6, 7);
    expect_address(capture, frame, "ncs_heartbeat.inferred.master", from.ipv4);
    capture_expect(capture, frame, "ncs_heartbeat.inferred.next_sequence", "43");
}

/* The first `length` bytes of a long payload, which fits no known layout. */
static void
add_length(capture_t *capture, unsigned length, int64_t at)
{
    endpoint_t from = endpoint_node(20), to = cluster_all();
    packet_t payload, packet;
    unsigned frame;

    packet_clear(&payload);
    packet_hex(&payload, "0000 27dd  5d77 a681  0000 002a");
    for (unsigned i = 12; i < 200; i++)
        packet_u8(&payload, (uint8_t)i);
    packet_shorten(&payload, length);
    packet = payload;
    ncs_wrap(&packet, &from, &to, (uint16_t)(0x1400 + length));
    frame = capture_add(capture, CAPTURE_START + at, &packet);
    capture_expect(capture, frame, "ip.len", "%u", 20 + length);
    if (length == 0) { /* Wireshark's IP dissector hands over no empty payload */
        capture_expect_absent(capture, frame, "ncs_heartbeat");
        return;
    }
    capture_expect_present(capture, frame, "ncs_heartbeat");
    expect_role(capture, frame, BROADCAST_TO_ALL, hint_ones);
    if (length >= 4)
        capture_expect(capture, frame, "ncs_heartbeat.upper_protocol", "10205");
    if (length >= 8) {
        capture_expect(capture, frame, "ncs_heartbeat.panning_id", "0x5d77a681");
        capture_expect(capture, frame, "ncs_heartbeat.directory_id", "1568122496");
    }
    if (length >= 12)
        capture_expect(capture, frame, "ncs_heartbeat.incarnation", "0x0000002a");
    else
        capture_expect_present(capture, frame, "ncs_heartbeat.short_payload");
    expect_data(capture, frame, &payload);
}

/* The directory stores the number on the wire minus one, as a signed number. */
static void
add_directory_ids(capture_t *capture, int64_t at)
{
    static const struct {
        uint32_t wire;
        const char *directory;
    } ids[] = {
        { 0x5d77a681, "1568122496" },  /* TID 3075104 */
        { 0x8762bf01, "-2023571712" }, /* the directory's value is in TID 10053468 */
        { 0x00000000, "-1" },
        { 0x00000001, "0" },
        { 0x80000000, "2147483647" },
        { 0x80000001, "-2147483648" },
        { 0xffffffff, "-2" },
    };

    for (unsigned i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        endpoint_t from = endpoint_node((uint8_t)(30 + i)), to = endpoint_node(29);
        packet_t packet;
        unsigned frame;

        ncs_slave_heartbeat(&packet, ids[i].wire, 0xfffffffe, from.ipv4, 1);
        ncs_wrap(&packet, &from, &to, 1);
        frame = capture_add(capture, CAPTURE_START + at + i * MILLISECOND, &packet);
        expect_panning(capture, frame, 10202, ids[i].wire, ids[i].directory, 0xfffffffe);
        expect_role(capture, frame, UNICAST_TO_MASTER, NULL);
        capture_expect(capture, frame, "ncs_heartbeat.data", "000027db00000001c00002%02x", 30 + i);
    }
}

/* One master message to `to`, without Ethernet. */
static void
master_message(packet_t *packet, const endpoint_t *from, const endpoint_t *to)
{
    ncs_master_alive(packet, PANNING_ID, 0x2a, from->ipv4, 3, 1);
    wrap_ipv4(packet, from, to, PROTOCOL_NCS, 1, 128);
}

static unsigned
add_to(capture_t *capture, const endpoint_t *from, const endpoint_t *to, unsigned role,
       const char *hint, int64_t at)
{
    packet_t packet;
    unsigned frame;

    master_message(&packet, from, to);
    wrap_ethernet(&packet, from, to, ETHERTYPE_IP4);
    frame = capture_add(capture, CAPTURE_START + at, &packet);
    expect_panning(capture, frame, 10205, PANNING_ID, "1568122496", 0x2a);
    expect_role(capture, frame, role, hint);
    expect_inferred(capture, frame, 0x2a, from->ipv4, 3, 6, 1);
    return frame;
}

static void
add_destinations(capture_t *capture, int64_t at)
{
    endpoint_t from = endpoint_node(40), to;

    to = endpoint_multicast(1);
    add_to(capture, &from, &to, BROADCAST_TO_ALL, NULL, at);
    to = endpoint_node(41);
    add_to(capture, &from, &to, UNICAST_TO_MASTER, NULL, at + SECOND);
    to = endpoint_broadcast(); /* 192.0.2.255: only Ethernet says that it is a broadcast */
    add_to(capture, &from, &to, BROADCAST_TO_ALL, NULL, at + 2 * SECOND);
    to = endpoint_node(42); /* all ones, but sent to one adapter */
    to.ipv4 = 0xffffffff;
    add_to(capture, &from, &to, BROADCAST_TO_ALL, hint_ones, at + 3 * SECOND);
}

static void
add_vlan(capture_t *capture, int64_t at)
{
    endpoint_t from = endpoint_node(43), to = cluster_all();
    packet_t packet;
    unsigned frame;

    master_message(&packet, &from, &to);
    wrap_vlan(&packet, 42, ETHERTYPE_IP4);
    wrap_ethernet(&packet, &from, &to, ETHERTYPE_VLAN);
    frame = capture_add(capture, CAPTURE_START + at, &packet);
    capture_expect(capture, frame, "vlan.id", "42");
    expect_panning(capture, frame, 10205, PANNING_ID, "1568122496", 0x2a);
    expect_role(capture, frame, BROADCAST_TO_ALL, hint_ones);
    expect_inferred(capture, frame, 0x2a, from.ipv4, 3, 6, 1);
}

static void
add_ipv6(capture_t *capture, int64_t at)
{
    endpoint_t from = endpoint_node(44), to = endpoint_multicast(1);
    packet_t packet;
    unsigned frame;

    ncs_master_alive(&packet, PANNING_ID, 0x2a, from.ipv4, 3, 1);
    wrap_ipv6(&packet, &from, &to, PROTOCOL_NCS, 64);
    wrap_ethernet(&packet, &from, &to, ETHERTYPE_IP6);
    frame = capture_add(capture, CAPTURE_START + at, &packet);
    expect_panning(capture, frame, 10205, PANNING_ID, "1568122496", 0x2a);
    expect_role(capture, frame, BROADCAST_TO_ALL, NULL);
    capture_expect_absent(capture, frame, "ncs_heartbeat.master"); /* no IPv4 address */
}

/* --- The inferred layout: where its checks hold, and where they do not ----------- */

/* The ancestor copies this header in the sender's own byte order. */
static void
turn_sequencer_header(packet_t *payload)
{
    static const unsigned numbers[] = { 12, 16, 20, 36, 40, 44, 48, 52 };

    for (unsigned i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        const uint8_t *b = payload->bytes + numbers[i];
        uint32_t value = b[0] | b[1] << 8 | b[2] << 16 | (uint32_t)b[3] << 24;

        packet_patch_be32(payload, numbers[i], value);
    }
}

static unsigned
add_sequencer(capture_t *capture, packet_t payload, uint32_t incarnation, int64_t at)
{
    endpoint_t from = endpoint_node(50), to = cluster_all();
    packet_t packet = payload;
    unsigned frame;

    ncs_wrap(&packet, &from, &to, (uint16_t)(at / SECOND));
    frame = capture_add(capture, CAPTURE_START + at, &packet);
    expect_panning(capture, frame, 10205, PANNING_ID, "1568122496", incarnation);
    expect_data(capture, frame, &payload);
    expect_role(capture, frame, BROADCAST_TO_ALL, hint_ones);
    return frame;
}

static void
add_inferred(capture_t *capture, int64_t at)
{
    endpoint_t from = endpoint_node(50);
    packet_t right, p;
    unsigned frame;

    ncs_master_alive(&right, PANNING_ID, 0x12345678, from.ipv4, 5, 9);
    frame = add_sequencer(capture, right, 0x12345678, at);
    expect_inferred(capture, frame, 0x12345678, from.ipv4, 5, 6, 9);

    p = right;
    turn_sequencer_header(&p);
    frame = add_sequencer(capture, p, 0x12345678, at += SECOND);
    expect_inferred(capture, frame, 0x12345678, from.ipv4, 5, 6, 9);

    p = right;
    packet_patch_le32(&p, 20, 0x12345679); /* another group incarnation */
    add_sequencer(capture, p, 0x12345678, at += SECOND);

    p = right;
    packet_patch_be32(&p, 24, from.ipv4 + 1); /* the sender is not the IP source */
    add_sequencer(capture, p, 0x12345678, at += SECOND);

    p = right;
    packet_zeros(&p, 24); /* 80 bytes: with a list of members, perhaps */
    add_sequencer(capture, p, 0x12345678, at += SECOND);

    /* Nothing tells the byte order here; the servers were x86. */
    ncs_master_alive(&p, PANNING_ID, NO_INCARNATION, from.ipv4, 5, 10);
    frame = add_sequencer(capture, p, NO_INCARNATION, at + SECOND);
    expect_inferred(capture, frame, NO_INCARNATION, from.ipv4, 5, 6, 10);
}

static void
make_messages(const char *folder)
{
    static const unsigned lengths[] = { 0, 3, 4, 5, 8, 11, 12, 24, 56, 80, 200 };
    capture_t *capture = capture_open(folder, "ncs-messages", LINK_ETHERNET);
    int64_t at = 10 * SECOND;

    wire_rule(capture);
    capture_expect_only(capture, "ncs_heartbeat.data");
    add_published(capture, 0xffffffff, hint_ones, 0);
    add_published(capture, 0, hint_zeros, SECOND);
    for (unsigned i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        add_length(capture, lengths[i], at += SECOND);
    add_directory_ids(capture, at += SECOND);
    add_inferred(capture, at + SECOND);
    capture_close(capture);
}

static void
make_destinations(const char *folder)
{
    capture_t *capture = capture_open(folder, "ncs-destinations", LINK_ETHERNET);

    wire_rule(capture);
    add_destinations(capture, 0);
    add_vlan(capture, 5 * SECOND);
    add_ipv6(capture, 6 * SECOND);
    capture_close(capture);
}

/* A capture without Ethernet addresses. */
static void
make_raw(const char *folder)
{
    static const struct {
        uint32_t to;
        unsigned role;
        const char *hint;
    } rows[] = {
        { 0xffffffff, BROADCAST_TO_ALL, hint_ones },
        { 0x00000000, BROADCAST_TO_ALL, hint_zeros },
        { 0xef000201, BROADCAST_TO_ALL, NULL },
        { 0xc0000209, UNICAST_TO_MASTER, NULL },
    };
    capture_t *capture = capture_open_micro(folder, "ncs-raw-ip", LINK_RAW_IP);
    endpoint_t from = endpoint_node(1);

    wire_rule(capture);
    for (unsigned i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        endpoint_t to = { .ipv4 = rows[i].to };
        packet_t packet;
        unsigned frame;

        master_message(&packet, &from, &to);
        frame = capture_add(capture, CAPTURE_START + i * SECOND, &packet);
        expect_panning(capture, frame, 10205, PANNING_ID, "1568122496", 0x2a);
        expect_role(capture, frame, rows[i].role, rows[i].hint);
        expect_inferred(capture, frame, 0x2a, from.ipv4, 3, 6, 1);
    }
    capture_close(capture);
}

/* --- What the capture or the network cut ------------------------------------------ */

/* A snap length is no fault of the sender: what is whole is shown. */
static void
make_cut(const char *folder)
{
    static const unsigned kept[] = { 0, 3, 4, 7, 8, 11, 12, 13, 24, 40, 55 };
    capture_t *capture = capture_open(folder, "ncs-cut", LINK_ETHERNET);

    wire_rule(capture);
    for (unsigned i = 0; i < sizeof kept / sizeof kept[0]; i++) {
        endpoint_t from = endpoint_node((uint8_t)(1 + i)), to = endpoint_node(99);
        packet_t packet;
        unsigned frame;

        master_message(&packet, &from, &to);
        wrap_ethernet(&packet, &from, &to, ETHERTYPE_IP4);
        frame = capture_add_cut(capture, CAPTURE_START + i * SECOND, &packet, 34 + kept[i]);
        capture_expect_present(capture, frame, "_ws.short");
        expect_role(capture, frame, UNICAST_TO_MASTER, NULL);
        if (kept[i] >= 4)
            capture_expect(capture, frame, "ncs_heartbeat.upper_protocol", "10205");
        if (kept[i] >= 8) {
            capture_expect(capture, frame, "ncs_heartbeat.panning_id", "0x5d77a681");
            capture_expect(capture, frame, "ncs_heartbeat.directory_id", "1568122496");
        }
        if (kept[i] >= 12)
            capture_expect(capture, frame, "ncs_heartbeat.incarnation", "0x0000002a");
    }
    capture_close(capture);
}

/* Frames 1 and 2 are one packet of 80 bytes; of the packet in frame 3 only the
 * first 8 bytes were captured. */
static void
make_fragments(const char *folder)
{
    capture_t *capture = capture_open(folder, "ncs-fragments", LINK_ETHERNET);
    endpoint_t from = endpoint_node(1), to = cluster_all();
    packet_t whole, fragment;
    unsigned frame = 0;

    wire_rule(capture);
    ncs_master_alive(&whole, PANNING_ID, 0x2a, from.ipv4, 3, 1);
    packet_zeros(&whole, 24);
    wrap_ipv4(&whole, &from, &to, PROTOCOL_NCS, 0x77, 128);
    for (unsigned offset = 0; offset < 80; offset += 56) {
        packet_ipv4_fragment(&fragment, &whole, offset, offset == 0 ? 56 : 24);
        wrap_ethernet(&fragment, &from, &to, ETHERTYPE_IP4);
        frame = capture_add(capture, CAPTURE_START + offset * MILLISECOND, &fragment);
    }
    expect_panning(capture, frame, 10205, PANNING_ID, "1568122496", 0x2a);
    expect_role(capture, frame, BROADCAST_TO_ALL, hint_ones);

    packet_patch_be16(&whole, 4, 0x78);
    packet_ipv4_fragment(&fragment, &whole, 0, 8);
    wrap_ethernet(&fragment, &from, &to, ETHERTYPE_IP4);
    capture_add(capture, CAPTURE_START + SECOND, &fragment);
    capture_close(capture);
}

void
make_ncs_heartbeat(const char *folder)
{
    make_messages(folder);
    make_destinations(folder);
    make_raw(folder);
    make_cut(folder);
    make_fragments(folder);
    make_ncs_cadence(folder);
    make_ncs_copies(folder);
    make_ncs_failures(folder);
}
