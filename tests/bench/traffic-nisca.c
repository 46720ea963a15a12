/* traffic-nisca.c
 * Two OpenVMS V7.3 nodes with two LAN adapters each: a circuit of two
 * channels, messages both ways, acknowledged by those of the other node.
 *
 * What follows what is that of "OpenVMS Cluster Systems", appendix F, and of
 * frames of real nodes.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "traffic.h"

enum { NODES = 2, CHANNELS = 2, GROUP = 4000, SYSTEMID = 1025, ETHERNET_MINIMUM = 60 };
enum { CC_HELLO, CC_CCSTART = 2, CC_VERF, CC_VACK };
enum { CC_AUTHORIZE = 0x10, CC_OK_XMT = 0x20, CC_FLAG = 0x80 };
enum { TR_DATA = 0x01, TR_SEQ = 0x02, TR_ACK = 0x08, TR_CTL = 0x40, TR_PAD_DATA_LEN = 18 };
enum { PPC_SNT_DG = 0, PPC_SNT_SEQ = 2 };
enum { PPD_START, PPD_STACK, PPD_ACK, PPD_SCS_MSG = 4, START_SIZE = 60 };
enum { SCS_CONNECT_REQ, SCS_CONNECT_RSP, SCS_ACCEPT_REQ, SCS_ACCEPT_RSP, SCS_APPL_MSG = 10,
       SCS_SIZE = 12, CONNECT_SIZE = 52 };
enum { AT_DX = 14 + 2, AT_FLAGS = AT_DX + 14 };
enum { AT_TRANSMIT_TIME = AT_FLAGS + 66 };
enum { AT_TR_ACK = AT_FLAGS + 2, AT_TR_SEQ = AT_FLAGS + 4, AT_EXT_ACK = AT_FLAGS + 10,
       AT_EXT_SEQ = AT_FLAGS + 14, AT_EXT_3 = AT_FLAGS + 18 };

#define HOP (300 * MICROSECOND)
#define ROUND (10 * MILLISECOND)
enum { HELLO_ROUNDS = 220, ACK_ROUNDS = 8, TEST_ROUNDS = 500 };

typedef struct {
    traffic_t *traffic;
    int64_t time;
    uint32_t seq[NODES];
    packet_t hello[NODES][CHANNELS];
    packet_t verf[NODES][CHANNELS];
    packet_t vack[NODES][CHANNELS];
    packet_t data[NODES][CHANNELS];
    packet_t ack[NODES][CHANNELS];
} circuit_t;

/* --- Templates ------------------------------------------------------------------ */

static const char *const names[NODES] = { "ALPHA", "BETA" };

static endpoint_t
adapter(unsigned node, unsigned channel)
{
    return endpoint_node((uint8_t)(10 * (node + 1) + channel));
}

/* The addresses of a system and of the group end in their little-endian numbers. */
static endpoint_t
system_of(unsigned node)
{
    uint16_t id = (uint16_t)(SYSTEMID + node);

    return (endpoint_t){ .ether = { 0xaa, 0x00, 0x04, 0x00, id & 0xff, id >> 8 } };
}

static endpoint_t
the_group(void)
{
    enum { LAST = GROUP + 256 };

    return (endpoint_t){ .ether = { 0xab, 0x00, 0x04, 0x01, LAST & 0xff, LAST >> 8 } };
}

/* From a node to the other one, or with `group` to all. */
static void
begin(packet_t *p, unsigned node, bool group)
{
    endpoint_t from = system_of(node), to = group ? the_group() : system_of(!node);

    packet_clear(p);
    packet_le16(p, 0); /* Length */
    packet_bytes(p, to.ether, 6);
    packet_le16(p, GROUP);
    packet_bytes(p, from.ether, 6);
}

static void
finish(packet_t *p, unsigned node, unsigned channel, bool group)
{
    endpoint_t from = adapter(node, channel);
    endpoint_t to = group ? the_group() : adapter(!node, channel);

    packet_patch_le16(p, 0, (uint16_t)(p->length - 2));
    wrap_ethernet(p, &from, &to, ETHERTYPE_NISCA);
    packet_pad(p, ETHERNET_MINIMUM);
}

/* 100 ns since 17-NOV-1858. */
static uint64_t
vms_time(int64_t time)
{
    const uint64_t days_to_1970 = 40587;

    return days_to_1970 * 86400 * 10000000 + (uint64_t)time / 100;
}

/* The part of NISCA 1.1: flags to AUTHORIZE. */
static void
control_header(packet_t *p, uint8_t flags, const char *name)
{
    packet_u8(p, CC_FLAG | CC_OK_XMT | flags);
    packet_u8(p, 0);
    packet_hex(p, "08000080 05 01 0000"); /* maintenance, version 1.5 */
    packet_counted(p, name, 8, '\0');
    packet_hex(p, "8001ff83 00040000 000000000000 00 18 0300 0000");
    packet_le32(p, flags & CC_AUTHORIZE ? 0x44332211 : 0);
    packet_le32(p, 0);
}

static void
channel_control(packet_t *p, uint8_t type, unsigned node, unsigned channel)
{
    bool group = type == CC_HELLO;
    endpoint_t from = adapter(node, channel);

    begin(p, node, group);
    control_header(p, group ? type : type | CC_AUTHORIZE, names[node]);
    packet_counted(p, "", 16, '\0'); /* service */
    packet_le16(p, group ? 0 : 2);   /* number of the channel */
    packet_le16(p, 1426);
    packet_le64(p, vms_time(CAPTURE_START));
    packet_counted(p, channel == 0 ? "EWA" : "EWB", 16, '\0');
    packet_bytes(p, from.ether, 6);
    packet_hex(p, "4c 01");
    packet_le16(p, group ? 0 : 31);
    packet_hex(p, "6400 0000");
    finish(p, node, channel, group);
}

/* Numbers are of 32 bits, from NISCA 1.4 on; send_message() and send_ack() set them. */
static void
begin_transport(packet_t *p, uint8_t flags, unsigned node)
{
    begin(p, node, false);
    packet_u8(p, flags | TR_CTL);
    packet_hex(p, "13 0000 0000 0200");
    packet_u8(p, TR_PAD_DATA_LEN);
    packet_hex(p, "00 00000000 00000000 00000000 0100 00");
}

/* PPC opcode; PPD length, of the type and `body` bytes; PPD type. */
static void
begin_datagram(packet_t *p, uint8_t opcode, uint16_t type, unsigned body)
{
    packet_u8(p, opcode);
    packet_le16(p, (uint16_t)(2 + body));
    packet_le16(p, type);
}

static void
begin_scs(packet_t *p, unsigned node, uint16_t type, unsigned body)
{
    begin_transport(p, TR_DATA | TR_SEQ | TR_ACK, node);
    begin_datagram(p, PPC_SNT_SEQ, PPD_SCS_MSG, SCS_SIZE + body);
    packet_le16(p, type);
    packet_le16(p, 1); /* credit */
    packet_le32(p, type == SCS_CONNECT_REQ ? 0 : 0x00020001 + !node);
    packet_le32(p, 0x00020001 + node);
}

static void
make_templates(circuit_t *c)
{
    enum { DATA = 40 };

    for (unsigned i = 0; i < NODES * CHANNELS; i++) {
        unsigned node = i / CHANNELS, channel = i % CHANNELS;

        channel_control(&c->hello[node][channel], CC_HELLO, node, channel);
        channel_control(&c->verf[node][channel], CC_VERF, node, channel);
        channel_control(&c->vack[node][channel], CC_VACK, node, channel);
        begin_scs(&c->data[node][channel], node, SCS_APPL_MSG, DATA);
        packet_fill(&c->data[node][channel], 0x5a, DATA);
        finish(&c->data[node][channel], node, channel, false);
        begin_transport(&c->ack[node][channel], TR_ACK, node);
        finish(&c->ack[node][channel], node, channel, false);
    }
}

/* --- Sending ---------------------------------------------------------------------- */

static void
write(circuit_t *c, const packet_t *p)
{
    traffic_add(c->traffic, c->time, p);
    c->time += HOP;
}

static void
set_ack(circuit_t *c, packet_t *p, unsigned node)
{
    packet_patch_le16(p, AT_TR_ACK, (uint16_t)c->seq[!node]);
    packet_patch_le32(p, AT_EXT_ACK, c->seq[!node]);
    packet_patch_le32(p, AT_EXT_3, c->seq[!node]);
    packet_patch_le32(p, AT_EXT_SEQ, c->seq[node]);
}

static void
send_message(circuit_t *c, packet_t *p, unsigned node)
{
    c->seq[node]++;
    set_ack(c, p, node);
    packet_patch_le16(p, AT_TR_SEQ, (uint16_t)c->seq[node]);
    write(c, p);
}

static void
send_ack(circuit_t *c, unsigned node, unsigned channel)
{
    set_ack(c, &c->ack[node][channel], node);
    write(c, &c->ack[node][channel]);
}

static void
send_control(circuit_t *c, packet_t *p)
{
    uint64_t now = vms_time(c->time);

    packet_patch_le32(p, AT_TRANSMIT_TIME, (uint32_t)now);
    packet_patch_le32(p, AT_TRANSMIT_TIME + 4, (uint32_t)(now >> 32));
    write(c, p);
}

/* --- Opening the circuit ------------------------------------------------------------- */

static void
open_channel(circuit_t *c, unsigned channel)
{
    static packet_t ccstart;

    send_control(c, &c->hello[0][channel]);
    send_control(c, &c->hello[1][channel]);
    channel_control(&ccstart, CC_CCSTART, 0, channel);
    send_control(c, &ccstart);
    send_control(c, &c->verf[1][channel]);
    send_control(c, &c->vack[0][channel]);
}

static void
start_body(packet_t *p, unsigned node, int64_t time)
{
    packet_le32(p, SYSTEMID + node);
    packet_hex(p, "0000 01 00 4002 d800"); /* protocol 1, messages of 576 and 216 bytes */
    packet_text(p, "VMS", 4, ' ');
    packet_text(p, "V7.3", 4, ' ');
    packet_le64(p, vms_time(CAPTURE_START));
    packet_text(p, "VAX", 4, ' ');
    packet_zeros(p, 12);
    packet_text(p, names[node], 8, ' ');
    packet_le64(p, vms_time(time));
}

static void
send_start(circuit_t *c, uint16_t type, unsigned node)
{
    static packet_t p;

    begin_transport(&p, TR_DATA, node);
    begin_datagram(&p, PPC_SNT_DG, type, type == PPD_ACK ? 0 : START_SIZE);
    if (type != PPD_ACK)
        start_body(&p, node, c->time);
    finish(&p, node, 0, false);
    write(c, &p);
}

static void
send_connect(circuit_t *c, uint16_t type, unsigned node)
{
    static packet_t p;

    begin_scs(&p, node, type, CONNECT_SIZE);
    packet_le16(&p, 1); /* minimum credit */
    packet_le16(&p, 0);
    packet_text(&p, "VMS$VAXcluster", 16, ' ');
    packet_text(&p, "VMS$VAXcluster", 16, ' ');
    packet_text(&p, "0123456789abcdef", 16, ' ');
    finish(&p, node, 0, false);
    send_message(c, &p, node);
}

/* Real nodes leave four bytes of the request in a CONNECT_RSP. */
static void
send_response(circuit_t *c, uint16_t type, unsigned node)
{
    static packet_t p;
    unsigned residue = type == SCS_CONNECT_RSP ? 4 : 0;

    begin_scs(&p, node, type, 4 + residue);
    packet_le16(&p, 0);
    packet_le16(&p, 1); /* normal */
    packet_fill(&p, 'V', residue);
    finish(&p, node, 0, false);
    send_message(c, &p, node);
}

static void
open_circuit(circuit_t *c)
{
    for (unsigned channel = 0; channel < CHANNELS; channel++)
        open_channel(c, channel);
    send_start(c, PPD_START, 0);
    send_start(c, PPD_STACK, 1);
    send_start(c, PPD_ACK, 0);
    send_connect(c, SCS_CONNECT_REQ, 0);
    send_response(c, SCS_CONNECT_RSP, 1);
    send_connect(c, SCS_ACCEPT_REQ, 1);
    send_response(c, SCS_ACCEPT_RSP, 0);
    send_ack(c, 1, 0);
}

/* --- Everyday traffic ------------------------------------------------------------------- */

/* Adapters say HELLO in turn; now and then a channel is tested. */
static void
keep_channels(circuit_t *c, int64_t round)
{
    int64_t turn = round % HELLO_ROUNDS * NODES * CHANNELS;
    unsigned i = (unsigned)(turn / HELLO_ROUNDS);

    if (turn % HELLO_ROUNDS == 0)
        send_control(c, &c->hello[i / CHANNELS][i % CHANNELS]);
    if (round % TEST_ROUNDS == 0) {
        unsigned channel = (unsigned)(round / TEST_ROUNDS % CHANNELS);

        send_control(c, &c->verf[0][channel]);
        send_control(c, &c->vack[1][channel]);
    }
}

/* Two messages one way, over both channels, then an answer that acknowledges
 * both; mostly the next message acknowledges that, sometimes a mere ACK. */
static void
exchange(circuit_t *c, int64_t round)
{
    unsigned node = (unsigned)(round / 16 % NODES);

    send_message(c, &c->data[node][0], node);
    send_message(c, &c->data[node][1], node);
    send_message(c, &c->data[!node][round % CHANNELS], !node);
    if (round % ACK_ROUNDS == ACK_ROUNDS - 1)
        send_ack(c, node, 0);
}

void
traffic_nisca_steady(traffic_t *traffic)
{
    static circuit_t c;

    c.traffic = traffic;
    c.time = CAPTURE_START;
    make_templates(&c);
    open_circuit(&c);
    for (int64_t round = 1; traffic_wants_more(traffic); round++) {
        c.time = CAPTURE_START + round * ROUND;
        keep_channels(&c, round);
        exchange(&c, round);
    }
}
