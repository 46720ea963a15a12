/* make-nisca-cc.c
 * Channel control of every type and header size, multicast groups, trailers
 * and the helper frames of LAN analyzers.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-nisca.h"

#include <string.h>

enum { GROUP = 4000, PEER = 5200, SIZE_TEST = 1500, ODD_SIZE_TEST = 745 };
static const uint16_t MULTICAST_UNCHECKED = 65300; /* + 256 does not fit into 16 bits */

static int64_t
next_time(const capture_t *capture)
{
    return CAPTURE_START + capture_frames(capture) * 10 * MILLISECOND;
}

static void
expect_number(capture_t *capture, unsigned frame, const char *field, uint64_t value)
{
    capture_expect(capture, frame, field, "%llu", (unsigned long long)value);
}

/* Counted strings are shown without trailing blanks; an empty one has no
 * value that could be compared. */
static void
expect_name(capture_t *capture, unsigned frame, const char *field, const char *text)
{
    int length = (int)strlen(text);

    while (length > 0 && text[length - 1] == ' ')
        length--;
    if (length > 0)
        capture_expect(capture, frame, field, "%.*s", length, text);
}

static void
expect_ether(capture_t *capture, unsigned frame, const char *field, const uint8_t *address)
{
    capture_expect(capture, frame, field, "%02x:%02x:%02x:%02x:%02x:%02x", address[0], address[1],
                   address[2], address[3], address[4], address[5]);
}

static void
expect_services(capture_t *capture, unsigned frame, const nisca_cc_t *cc)
{
    expect_number(capture, frame, "nisca.cc.p_srv", cc->p_srv);
    expect_number(capture, frame, "nisca.cc.p_srv.xchk", cc->p_srv & 1);
    expect_number(capture, frame, "nisca.cc.p_srv.rchk", cc->p_srv >> 1 & 1);
    expect_number(capture, frame, "nisca.cc.r_srv", cc->r_srv);
    expect_number(capture, frame, "nisca.cc.r_srv.xchk", cc->r_srv & 1);
    expect_number(capture, frame, "nisca.cc.r_srv.rchk", cc->r_srv >> 1 & 1);
}

static void
expect_1_1(capture_t *capture, unsigned frame, const nisca_cc_t *cc)
{
    expect_number(capture, frame, "nisca.flags", cc->flags);
    expect_number(capture, frame, "nisca.flags.cc", 1);
    expect_number(capture, frame, "nisca.cc.type", cc->flags & 15);
    expect_number(capture, frame, "nisca.cc.flags.authorize", (cc->flags & CC_AUTHORIZE) != 0);
    expect_number(capture, frame, "nisca.cc.flags.ok_xmt", (cc->flags & CC_OK_XMT) != 0);
    expect_number(capture, frame, "nisca.cc.flags.no_xmt", (cc->flags & CC_NO_XMT) != 0);
    expect_number(capture, frame, "nisca.cc.reason", cc->reason);
    expect_number(capture, frame, "nisca.cc.maint", cc->maint);
    expect_number(capture, frame, "nisca.cc.version_minor", cc->minor);
    expect_number(capture, frame, "nisca.cc.version_major", cc->major);
    expect_number(capture, frame, "nisca.cc.eco", cc->eco);
    expect_name(capture, frame, "nisca.cc.nodename", cc->nodename);
    expect_number(capture, frame, "nisca.cc.port_fcn", cc->port_fcn);
    expect_number(capture, frame, "nisca.cc.sta_info", cc->sta_info);
    expect_ether(capture, frame, "nisca.cc.rst_port", cc->rst_port);
    expect_number(capture, frame, "nisca.cc.pipe_quota", cc->pipe_quota);
    expect_services(capture, frame, cc);
    capture_expect_absent(capture, frame, "nisca.seq");
    capture_expect_absent(capture, frame, "nisca.ack");
    capture_expect_absent(capture, frame, "nisca.tr.pad");
}

static void
expect_bytes_of(capture_t *capture, unsigned frame, const char *field, const uint8_t *bytes,
                unsigned size)
{
    char digits[2 * 64 + 1];

    for (unsigned i = 0; i < size; i++) {
        digits[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
        digits[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
    }
    digits[2 * size] = '\0';
    capture_expect(capture, frame, field, "%s", digits);
}

/* The fields that the later versions added. */
static void
expect_later(capture_t *capture, unsigned frame, const nisca_cc_t *cc)
{
    if (cc->size < CC_SIZE_2)
        capture_expect_absent(capture, frame, "nisca.cc.service");
    else
        expect_name(capture, frame, "nisca.cc.service", cc->service);
    if (cc->size < CC_SIZE_3) {
        capture_expect_absent(capture, frame, "nisca.cc.chan_seq");
        capture_expect_absent(capture, frame, "nisca.cc.transmit_time");
        capture_expect_absent(capture, frame, "nisca.cc.node_hw_type");
    } else {
        expect_number(capture, frame, "nisca.cc.chan_seq", cc->chan_seq);
        expect_number(capture, frame, "nisca.cc.bus_buffer_size", cc->bus_buffer_size);
        expect_name(capture, frame, "nisca.cc.device_name", cc->device_name);
        expect_ether(capture, frame, "nisca.cc.lan_hw_addr", cc->lan_hw_addr);
        expect_number(capture, frame, "nisca.cc.device_type", cc->device_type);
        expect_number(capture, frame, "nisca.cc.node_hw_type", cc->node_hw_type);
    }
    if (cc->size < CC_SIZE_5)
        capture_expect_absent(capture, frame, "nisca.cc.extension");
}

/* The bytes of the password field and of the extension, as they lie in the frame. */
static void
expect_cc(capture_t *capture, unsigned frame, const nisca_cc_t *cc, const packet_t *p)
{
    expect_1_1(capture, frame, cc);
    expect_bytes_of(capture, frame, "nisca.cc.authorize", p->bytes + 68, 8);
    expect_later(capture, frame, cc);
    if (cc->size == CC_SIZE_5)
        expect_bytes_of(capture, frame, "nisca.cc.extension", p->bytes + 128, 6);
    if ((cc->flags & 15) == CC_BYE)
        capture_expect_present(capture, frame, "nisca.bye");
}

static bool
is_multicast_type(uint8_t type)
{
    return type == CC_HELLO || type == CC_BYE || type == CC_SOLICIT;
}

/* One CC frame of node `id` with `tail` after its header. */
static unsigned
add_cc(capture_t *capture, uint16_t id, const nisca_cc_t *cc, const packet_t *tail)
{
    static packet_t p;
    endpoint_t from = nisca_node(id);
    endpoint_t to = is_multicast_type(cc->flags & 15) ? nisca_group(GROUP) : nisca_node(PEER);
    unsigned frame;

    nisca_dx(&p, &from, &to, GROUP);
    nisca_cc(&p, cc);
    if (tail != NULL)
        packet_append(&p, tail);
    nisca_wrap(&p, &from, &to);
    frame = capture_add(capture, next_time(capture), &p);
    expect_number(capture, frame, "nisca.length", 14 + cc->size + (tail ? tail->length : 0));
    expect_number(capture, frame, "nisca.dx.group", GROUP);
    expect_ether(capture, frame, "nisca.dx.dst", to.ether);
    expect_ether(capture, frame, "nisca.dx.src", from.ether);
    expect_number(capture, frame, "nisca.dx.src_id", id);
    expect_cc(capture, frame, cc, &p);
    if (tail == NULL) {
        capture_expect_absent(capture, frame, "nisca.cc.padding");
        capture_expect_absent(capture, frame, "nisca.data");
    }
    return frame;
}

/* Each type that has a name, in an order that is natural for one node. */
static void
add_types(capture_t *capture, uint8_t minor, const char *nodename)
{
    static const uint8_t types[] = { CC_SOLICIT, CC_HELLO, CC_CCSTART, CC_VERF, CC_VACK, CC_BYE };

    for (unsigned i = 0; i < sizeof types; i++) {
        uint8_t authorize = types[i] == CC_HELLO ? 0 : CC_AUTHORIZE;
        nisca_cc_t cc = nisca_cc_typical(types[i] | authorize, minor, nodename);

        if (types[i] == CC_SOLICIT)
            cc.service = "$4$DUA12:";
        if (!is_multicast_type(types[i]))
            cc.chan_seq = 1;
        add_cc(capture, 5120 + minor, &cc, NULL);
    }
}

static void
add_reserved_types(capture_t *capture)
{
    for (uint8_t type = 5; type <= 15; type++) {
        nisca_cc_t cc = nisca_cc_typical(type, 6, "VEGA");

        if (type != CC_SOLICIT)
            add_cc(capture, 5140, &cc, NULL);
    }
}

/* Every field with a value of its own, unknown ones among them. */
static void
add_odd_values(capture_t *capture)
{
    static const uint8_t rst_port[] = { 0x02, 0, 0, 0, 0x33, 0x44 };
    nisca_cc_t cc = nisca_cc_typical(CC_VACK | CC_NO_XMT | CC_AUTHORIZE, 6, "SEVENCH");

    cc.flags &= ~CC_OK_XMT;
    cc.reason = 7;
    cc.maint = 0x01020304;
    cc.eco = 0x0506;
    cc.port_fcn = 0x0a0b0c0d;
    cc.sta_info = 0x12345678;
    memcpy(cc.rst_port, rst_port, sizeof rst_port);
    cc.pipe_quota = 255;
    cc.p_srv = 6;
    cc.r_srv = 0x8001;
    cc.authorize[0] = 0x44332211;
    cc.service = "FIFTEEN_LETTERS";
    cc.chan_seq = 0x1234;
    cc.bus_buffer_size = 65535;
    cc.device_name = "EW  ";
    cc.device_type = 200;
    cc.node_hw_type = 9;
    cc.extension[0] = 0x0102;
    cc.extension[1] = 0x0304;
    cc.extension[2] = 0x0506;
    add_cc(capture, 5141, &cc, NULL);
}

/* Headers that are not exactly what a version has. */
static void
add_other_versions(capture_t *capture)
{
    static packet_t tail;
    nisca_cc_t cc = nisca_cc_typical(CC_HELLO, 4, "CRUX");
    unsigned frame;

    cc.size = CC_SIZE_3;
    add_cc(capture, 5142, &cc, NULL);

    cc = nisca_cc_typical(CC_HELLO, 9, "CRUX9");
    packet_clear(&tail);
    packet_hex(&tail, "c1c2c3c4c5c6c7c8");
    frame = add_cc(capture, 5143, &cc, &tail);
    capture_expect(capture, frame, "nisca.data", "c1c2c3c4c5c6c7c8");
    capture_expect_absent(capture, frame, "nisca.cc.padding");
}

/* A size test: VERF, then zeros. */
static void
add_padded(capture_t *capture, uint8_t minor, unsigned content)
{
    static packet_t tail;
    nisca_cc_t cc = nisca_cc_typical(CC_VERF | CC_AUTHORIZE, minor, "PADDED");
    unsigned frame;

    packet_clear(&tail);
    packet_zeros(&tail, content - 16 - cc.size);
    frame = add_cc(capture, 5150, &cc, &tail);
    capture_expect_present(capture, frame, "nisca.cc.padding");
    capture_expect_absent(capture, frame, "nisca.data");
}

/* Seen once on a real LAN: bytes that are not zero between the zeros. */
static void
add_dirty_padding(capture_t *capture)
{
    static packet_t tail;
    nisca_cc_t cc = nisca_cc_typical(CC_VERF | CC_AUTHORIZE, 5, "PADDED");

    packet_clear(&tail);
    packet_zeros(&tail, 300);
    packet_fill(&tail, 0x5a, 55);
    packet_pad(&tail, ODD_SIZE_TEST - 16 - cc.size);
    add_cc(capture, 5150, &cc, &tail);
}

/* A HELLO of DX group `group` to the multicast address of group `sent_to`. */
static unsigned
add_group(capture_t *capture, uint16_t group, uint16_t sent_to)
{
    static packet_t p;
    endpoint_t from = nisca_node(5160), to = nisca_group(sent_to);
    nisca_cc_t cc = nisca_cc_typical(CC_HELLO, 5, "GEMINI");
    unsigned frame;

    nisca_dx(&p, &from, &to, group);
    nisca_cc(&p, &cc);
    nisca_wrap(&p, &from, &to);
    frame = capture_add(capture, next_time(capture), &p);
    expect_number(capture, frame, "nisca.dx.group", group);
    expect_ether(capture, frame, "nisca.dx.dst", to.ether);
    expect_cc(capture, frame, &cc, &p);
    return frame;
}

static void
add_groups(capture_t *capture)
{
    add_group(capture, 1, 1);
    add_group(capture, 257, 257);
    add_group(capture, 61440, 61440);
    add_group(capture, 65279, 65279);
    add_group(capture, MULTICAST_UNCHECKED, MULTICAST_UNCHECKED);
    add_group(capture, 65535, 17);
    capture_expect_present(capture, add_group(capture, 257, 1), "nisca.multicast_group_mismatch");
    /* AB-00-04-01-05-00, as if the last bytes were the group itself. */
    capture_expect_present(capture, add_group(capture, 5, 65285),
                           "nisca.multicast_group_mismatch");
    capture_expect_present(capture, add_group(capture, 4001, 4000),
                           "nisca.multicast_group_mismatch");
}

/* A frame that is longer than Length says, for no reason of Ethernet's. */
static void
add_trailer(capture_t *capture)
{
    static packet_t p;
    endpoint_t from = nisca_node(5170), to = nisca_group(GROUP);
    nisca_cc_t cc = nisca_cc_typical(CC_HELLO, 3, "TAURUS");
    unsigned frame;

    nisca_dx(&p, &from, &to, GROUP);
    nisca_cc(&p, &cc);
    nisca_wrap(&p, &from, &to);
    packet_hex(&p, "e1e2e3");
    frame = capture_add(capture, next_time(capture), &p);
    expect_cc(capture, frame, &cc, &p);
    capture_expect(capture, frame, "eth.trailer", "e1e2e3");
    capture_expect_absent(capture, frame, "nisca.data");
    capture_expect_absent(capture, frame, "nisca.cc.padding");
}

static void
add_analyzer_text(capture_t *capture, const endpoint_t *to, const char *text)
{
    static packet_t p;
    endpoint_t from = endpoint_node(9);
    unsigned frame;

    packet_clear(&p);
    packet_bytes(&p, text, (unsigned)strlen(text));
    wrap_ethernet(&p, &from, to, ETHERTYPE_NISCA);
    frame = capture_add(capture, next_time(capture), &p);
    capture_expect(capture, frame, "nisca.analyzer_trigger", "%s", text);
    capture_expect_absent(capture, frame, "nisca.length");
    capture_expect_absent(capture, frame, "nisca.dx.group");
    capture_expect_absent(capture, frame, "nisca.flags");
}

/* "OpenVMS Cluster Systems", appendix F: one analyzer starts the others. */
static void
add_analyzers(capture_t *capture)
{
    const endpoint_t trigger = { .ether = { 0x01, 0x4c, 0x41, 0x56, 0x63, 0x54 } };
    const endpoint_t enable = { .ether = { 0x01, 0x4c, 0x41, 0x56, 0x63, 0x45 } };
    const endpoint_t other = endpoint_node(8);

    add_analyzer_text(capture, &trigger, "Distributed trigger for troubleshooting the Local Area "
                                         "VMScluster Protocol: NISCA");
    add_analyzer_text(capture, &enable, "Distributed enable for troubleshooting the Local Area "
                                        "VMScluster Protocol: NISCA");
    add_analyzer_text(capture, &other, "Distributed trigger, sent to one analyzer only, for tests");
    add_analyzer_text(capture, &trigger, "Any other text of an analyzer, long enough for Ethernet");
}

void
nisca_cc_frames(capture_t *capture)
{
    add_types(capture, 1, "ANTLIA");
    add_types(capture, 2, "BOOTES");
    add_types(capture, 3, "CETUS ");
    add_types(capture, 5, "DRACO");
    add_types(capture, 6, "LYRA");
    add_reserved_types(capture);
    add_odd_values(capture);
    add_other_versions(capture);
    add_padded(capture, 5, SIZE_TEST);
    add_padded(capture, 3, 853);
    add_padded(capture, 2, 16 + CC_SIZE_3);
    add_dirty_padding(capture);
    add_groups(capture);
    add_trailer(capture);
    add_analyzers(capture);
}
