/* make-carriers.c
 * One message of each protocol over everything that may carry it: the carrier
 * must make no difference to what is decoded.
 *
 * There is one capture per protocol and link type; each frame in it wraps the
 * same message differently, once alone and once with two bytes behind it that
 * belong to nobody.  The marks 0xbe 0xef must never turn up in the message.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture.h"
#include "make-cman.h"
#include "make-nisca.h"

#include <stdio.h>

/** A field that every carrier must lead to. */
typedef struct {
    const char *field;
    const char *value;
} value_t;

/** Something to carry: a datagram without its link header. */
typedef struct {
    uint16_t ethertype;
    endpoint_t from;
    endpoint_t to;
    const value_t *values; /* NULL: a fragment that is not the last */
    packet_t packet;
} cargo_t;

/** Datagrams that follow each other: one message, or its fragments. */
typedef struct {
    const cargo_t *cargoes;
    unsigned count;
} load_t;

typedef void wrap_t(packet_t *p, const cargo_t *cargo);

/* --- Link layers --------------------------------------------------------------- */

static void
wrap_plain(packet_t *p, const cargo_t *cargo)
{
    wrap_ethernet(p, &cargo->from, &cargo->to, cargo->ethertype);
}

static void
wrap_one_tag(packet_t *p, const cargo_t *cargo)
{
    wrap_vlan(p, 100, cargo->ethertype);
    wrap_ethernet(p, &cargo->from, &cargo->to, ETHERTYPE_VLAN);
}

static void
wrap_two_tags(packet_t *p, const cargo_t *cargo)
{
    wrap_vlan(p, 100, cargo->ethertype);
    wrap_vlan(p, 200, ETHERTYPE_VLAN);
    wrap_ethernet(p, &cargo->from, &cargo->to, ETHERTYPE_QINQ);
}

static void
wrap_llc_snap(packet_t *p, const cargo_t *cargo)
{
    wrap_snap(p, cargo->ethertype);
    wrap_ieee8023(p, &cargo->from, &cargo->to);
}

static void
wrap_sll(packet_t *p, const cargo_t *cargo)
{
    wrap_cooked(p, &cargo->from, COOKED_BROADCAST, cargo->ethertype);
}

static void
wrap_sll2(packet_t *p, const cargo_t *cargo)
{
    wrap_cooked2(p, &cargo->from, COOKED_BROADCAST, cargo->ethertype, 2);
}

static void
wrap_nothing(packet_t *p, const cargo_t *cargo)
{
    (void)p;
    (void)cargo;
}

/** The captures that each protocol gets. */
static const struct {
    const char *name;
    int linktype;
    wrap_t *wraps[5];
} links[] = {
    { "ethernet", LINK_ETHERNET, { wrap_plain, wrap_one_tag, wrap_two_tags, wrap_llc_snap } },
    { "sll", LINK_COOKED, { wrap_sll } },
    { "sll2", LINK_COOKED2, { wrap_sll2 } },
    { "raw", LINK_RAW_IP, { wrap_nothing } },
};

/* Far enough apart that no frame is a repetition of the one before. */
static int64_t
next_time(const capture_t *capture)
{
    return CAPTURE_START + capture_frames(capture) * 20 * SECOND;
}

static void
ship(capture_t *capture, const cargo_t *cargo, wrap_t *wrap, bool stray)
{
    static packet_t p;
    unsigned frame;

    packet_clear(&p);
    packet_append(&p, &cargo->packet);
    wrap(&p, cargo);
    if (stray)
        packet_hex(&p, "be ef");
    frame = capture_add(capture, next_time(capture), &p);
    for (const value_t *v = cargo->values; v != NULL && v->field != NULL; v++)
        capture_expect(capture, frame, v->field, "%s", v->value);
}

static void
ship_all(capture_t *capture, wrap_t *const *wraps, const load_t *load)
{
    for (wrap_t *const *wrap = wraps; *wrap != NULL; wrap++)
        for (unsigned i = 0; i < 2 * load->count; i++)
            ship(capture, &load->cargoes[i % load->count], *wrap, i >= load->count);
}

/* Every load over every link type.  `only` names fields that no frame may
 * have beyond those that were told to. */
static void
carry(const char *folder, const char *protocol, const load_t *loads, const char *const *only)
{
    bool over_ip = loads[0].cargoes[0].ethertype != ETHERTYPE_NISCA;

    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        char name[64];
        capture_t *capture;

        if (links[i].linktype == LINK_RAW_IP && !over_ip)
            continue;
        snprintf(name, sizeof name, "carriers-%s-%s", protocol, links[i].name);
        capture = capture_open(folder, name, links[i].linktype);
        for (const load_t *load = loads; load->count > 0; load++)
            ship_all(capture, links[i].wraps, load);
        for (const char *const *field = only; *field != NULL; field++)
            capture_expect_only(capture, *field);
        capture_expect_only(capture, "_ws.malformed");
        capture_close(capture);
    }
}

/* Fill two cargoes with the fragments of an IPv4 cargo, cut after `first`
 * bytes of its data. */
static void
fragment(cargo_t fragments[2], const cargo_t *whole, unsigned first)
{
    unsigned data = whole->packet.length - 20;

    for (unsigned i = 0; i < 2; i++) {
        fragments[i].ethertype = whole->ethertype;
        fragments[i].from = whole->from;
        fragments[i].to = whole->to;
        fragments[i].values = i == 1 ? whole->values : NULL;
    }
    packet_ipv4_fragment(&fragments[0].packet, &whole->packet, 0, first);
    packet_ipv4_fragment(&fragments[1].packet, &whole->packet, first, data - first);
}

/* --- cman ------------------------------------------------------------------------ */

static const value_t cman_hello_values[] = {
    { "cman.tgtport", "1" },       { "cman.srcport", "1" },
    { "cman.seq", "4660" },        { "cman.ack", "0" },
    { "cman.cluster", "11111" },   { "cman.flags", "0x00190000" },
    { "cman.flags.noack", "1" },   { "cman.flags.queue", "0" },
    { "cman.flags.multicast", "1" }, { "cman.flags.allint", "1" },
    { "cman.flags.replyexp", "0" }, { "cman.flags.bcastself", "0" },
    { "cman.srcid", "2" },         { "cman.tgtid", "0" },
    { "cman.cmd", "4" },           { "cman.hello.flags.master", "1" },
    { "cman.hello.flags.quorate", "1" }, { "cman.hello.members", "3" },
    { "cman.generation", "77" },   { NULL, NULL }
};

enum { APPLICATION_BYTE = 0x5a, APPLICATION_SIZE = 1500 };
static char application_digits[2 * APPLICATION_SIZE + 1];

static const value_t cman_application_values[] = {
    { "cman.tgtport", "14" }, { "cman.srcport", "14" }, { "cman.seq", "4661" },
    { "cman.srcid", "2" },    { "cman.tgtid", "3" },    { "cman.payload", application_digits },
    { NULL, NULL }
};

static void
build_cman_hello(packet_t *p)
{
    cman_header(p, &(cman_header_t){ .tgtport = 1, .srcport = 1, .seq = 4660, .cluster = 11111,
                                     .flags = CMAN_NOACK | CMAN_MULTICAST | CMAN_ALLINT,
                                     .srcid = 2 });
    packet_u8(p, 4); /* HELLO */
    packet_u8(p, 3); /* master, quorate */
    packet_le16(p, 3);
    packet_le32(p, 77);
}

/* The largest payload that a sender accepts: more than one Ethernet frame. */
static void
build_cman_application(packet_t *p)
{
    cman_header(p, &(cman_header_t){ .tgtport = 14, .srcport = 14, .seq = 4661, .cluster = 11111,
                                     .srcid = 2, .tgtid = 3 });
    packet_fill(p, APPLICATION_BYTE, APPLICATION_SIZE);
    for (unsigned i = 0; i < APPLICATION_SIZE; i++)
        snprintf(application_digits + 2 * i, 3, "%02x", APPLICATION_BYTE);
}

static void
send_cman4(cargo_t *cargo, const value_t *values)
{
    cargo->ethertype = ETHERTYPE_IP4;
    cargo->from = endpoint_node(2);
    cargo->to = endpoint_broadcast();
    cargo->values = values;
    wrap_udp4(&cargo->packet, &cargo->from, &cargo->to, CMAN_UDP_PORT, CMAN_UDP_PORT);
    wrap_ipv4(&cargo->packet, &cargo->from, &cargo->to, PROTOCOL_UDP, 0x4321, 64);
}

static void
send_cman6(cargo_t *cargo, const value_t *values)
{
    cargo->ethertype = ETHERTYPE_IP6;
    cargo->from = endpoint_node(2);
    cargo->to = endpoint_multicast(1);
    cargo->values = values;
    wrap_udp6(&cargo->packet, &cargo->from, &cargo->to, CMAN_UDP_PORT, CMAN_UDP_PORT);
    wrap_ipv6(&cargo->packet, &cargo->from, &cargo->to, PROTOCOL_UDP, 10);
}

static void
carry_cman(const char *folder)
{
    static const char *const only[] = { "cman.seq", "cman.payload", "cman.trailer", NULL };
    static cargo_t hello, hello6, application, hello_fragments[2], application_fragments[2];
    static const load_t loads[] = {
        { &hello, 1 }, { &hello6, 1 }, { hello_fragments, 2 }, { application_fragments, 2 },
        { NULL, 0 }
    };

    build_cman_hello(&hello.packet);
    send_cman4(&hello, cman_hello_values);
    build_cman_hello(&hello6.packet);
    send_cman6(&hello6, cman_hello_values);
    build_cman_application(&application.packet);
    send_cman4(&application, cman_application_values);
    fragment(hello_fragments, &hello, 16);
    fragment(application_fragments, &application, 1472); /* fits Ethernet with LLC and SNAP too */
    carry(folder, "cman", loads, only);
}

/* --- NISCA ----------------------------------------------------------------------- */

enum { NISCA_GROUP = 257, NISCA_ALPHA = 1030 };

static const value_t nisca_hello_values[] = {
    { "nisca.length", "112" },
    { "nisca.dx.dst", "ab:00:04:01:01:02" },
    { "nisca.dx.src", "aa:00:04:00:06:04" },
    { "nisca.dx.src_id", "1030" },
    { "nisca.dx.group", "257" },
    { "nisca.flags", "0xa0" },
    { "nisca.flags.cc", "1" },
    { "nisca.cc.type", "0" },
    { "nisca.cc.flags.authorize", "0" },
    { "nisca.cc.version_minor", "3" },
    { "nisca.cc.version_major", "1" },
    { "nisca.cc.nodename", "ALPHA" },
    { "nisca.cc.port_fcn", "0x83ff0180" },
    { "nisca.cc.sta_info", "0x00000400" },
    { "nisca.cc.pipe_quota", "24" },
    { "nisca.cc.p_srv.xchk", "1" },
    { "nisca.cc.p_srv.rchk", "1" },
    { "nisca.cc.bus_buffer_size", "1426" },
    { "nisca.cc.device_name", "EIA" },
    { "nisca.cc.lan_hw_addr", "08:00:2b:11:22:33" },
    { NULL, NULL }
};

static const value_t nisca_ack_values[] = {
    { "nisca.length", "39" },
    { "nisca.dx.dst", "aa:00:04:00:07:04" },
    { "nisca.dx.src", "aa:00:04:00:06:04" },
    { "nisca.dx.dst_id", "1031" },
    { "nisca.flags.cc", "0" },
    { "nisca.tr.flags.ack", "1" },
    { "nisca.tr.flags.seq", "0" },
    { "nisca.tr.ack", "2345" },
    { "nisca.tr.chan_seq", "6" },
    { "nisca.tr.ext_ack", "2345" },
    { "nisca.ack", "2345" },
    { NULL, NULL }
};

/* A HELLO with the header of NISCA 1.3, the one of OpenVMS V5.5. */
static void
build_nisca_hello(cargo_t *cargo)
{
    packet_t *p = &cargo->packet;

    cargo->ethertype = ETHERTYPE_NISCA;
    cargo->from = nisca_node(NISCA_ALPHA);
    cargo->to = nisca_group(NISCA_GROUP);
    cargo->values = nisca_hello_values;
    nisca_dx(p, &cargo->from, &cargo->to, NISCA_GROUP);
    packet_u8(p, 0xa0);                     /* channel control, OK_XMT, HELLO */
    packet_u8(p, 0);                        /* reason */
    packet_le32(p, 0x80000008);             /* maintenance id */
    packet_u8(p, 3);                        /* minor, major, ECO version */
    packet_u8(p, 1);
    packet_le16(p, 0);
    packet_counted(p, "ALPHA", 8, ' ');
    packet_le32(p, 0x83ff0180);             /* port functions */
    packet_le32(p, 0x400);                  /* state */
    packet_zeros(p, 6 + 1);                 /* resetting port, reserved */
    packet_u8(p, 24);                       /* pipe quota */
    packet_le16(p, 3);                      /* services: both checksums */
    packet_le16(p, 0);
    packet_zeros(p, 8 + 16 + 2);            /* password, service, channel number */
    packet_le16(p, 1426);                   /* buffer of the bus */
    packet_le64(p, 0x00bc9a8765432100);     /* time: some day in 2026 */
    packet_counted(p, "EIA", 16, '\0');
    packet_hex(p, "08 00 2b 11 22 33");     /* hardware address */
    packet_u8(p, 33);                       /* device and node type */
    packet_u8(p, 1);
    nisca_set_length(p);
}

/* An acknowledgement of the length that needs Ethernet padding. */
static void
build_nisca_ack(cargo_t *cargo)
{
    packet_t *p = &cargo->packet;

    cargo->ethertype = ETHERTYPE_NISCA;
    cargo->from = nisca_node(NISCA_ALPHA);
    cargo->to = nisca_node(NISCA_ALPHA + 1);
    cargo->values = nisca_ack_values;
    nisca_dx(p, &cargo->from, &cargo->to, NISCA_GROUP);
    packet_u8(p, 0x48);                     /* CTL, ACK */
    packet_u8(p, 0x13);
    packet_le16(p, 2345);                   /* ack, seq */
    packet_le16(p, 0);
    packet_le16(p, 6);                      /* channel sequence number */
    packet_u8(p, 0x12);
    packet_u8(p, 0);
    packet_le32(p, 2345);                   /* the extended pair */
    packet_le32(p, 0);
    packet_le32(p, 2345);
    packet_le16(p, 1);
    packet_u8(p, 0);
    nisca_set_length(p);
}

static void
carry_nisca(const char *folder)
{
    static const char *const only[] = { "nisca.length", "nisca.data", "nisca.cc.padding",
                                        "nisca.cc.extension", NULL };
    static cargo_t hello, ack, padded;
    static const load_t loads[] = { { &hello, 1 }, { &ack, 1 }, { &padded, 1 }, { NULL, 0 } };

    build_nisca_hello(&hello);
    build_nisca_ack(&ack);
    build_nisca_ack(&padded);
    packet_pad(&padded.packet, 60 - 14); /* what an Ethernet adapter makes of it */
    carry(folder, "nisca", loads, only);
}

/* --- NCS heartbeat ----------------------------------------------------------------- */

static const value_t ncs_values[] = {
    { "ncs_heartbeat.upper_protocol", "10202" },
    { "ncs_heartbeat.panning_id", "0x4a3b2c1c" },
    { "ncs_heartbeat.directory_id", "1245391899" },
    { "ncs_heartbeat.incarnation", "0x00000102" },
    { "ncs_heartbeat.data", "000027db00000005c0000204" },
    { "ncs_heartbeat.role", "1" },
    { NULL, NULL }
};

/* 24 bytes, which is the shortest message: it needs Ethernet padding too. */
static void
build_ncs_heartbeat(cargo_t *cargo)
{
    packet_t *p = &cargo->packet;

    cargo->ethertype = ETHERTYPE_IP4;
    cargo->from = endpoint_node(4);
    cargo->to = endpoint_broadcast();
    cargo->to.ipv4 = 0xffffffff;
    cargo->values = ncs_values;
    packet_be32(p, 10202);
    packet_be32(p, 0x4a3b2c1c);
    packet_be32(p, 0x102);
    packet_be32(p, 10203);
    packet_be32(p, 5);
    packet_be32(p, cargo->from.ipv4);
    wrap_ipv4(p, &cargo->from, &cargo->to, PROTOCOL_NCS, 0x0137, 128);
}

static void
carry_ncs_heartbeat(const char *folder)
{
    static const char *const only[] = { "ncs_heartbeat.panning_id", "ncs_heartbeat.data", NULL };
    static cargo_t whole, padded, fragments[2];
    static const load_t loads[] = { { &whole, 1 }, { &padded, 1 }, { fragments, 2 }, { NULL, 0 } };

    build_ncs_heartbeat(&whole);
    build_ncs_heartbeat(&padded);
    packet_pad(&padded.packet, 60 - 14);
    fragment(fragments, &whole, 8);
    carry(folder, "ncs_heartbeat", loads, only);
}

void
make_carriers(const char *folder)
{
    carry_cman(folder);
    carry_nisca(folder);
    carry_ncs_heartbeat(folder);
}
