/* traffic-nisca.c
 * Two OpenVMS V7.3 nodes with two LAN adapters each: a circuit of two
 * channels, messages both ways, acknowledged by those of the other node.
 *
 * What follows what is that of "OpenVMS Cluster Systems", appendix F, and of
 * frames of real nodes.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-nisca.h"
#include "traffic.h"

enum { NODES = 2, CHANNELS = 2, GROUP = 4000, MINOR = 5, SYSTEMID = 1025 };
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

/* From a node to the other one, or with `group` to all. */
static void
begin(packet_t *p, unsigned node, bool group)
{
    endpoint_t from = nisca_node((uint16_t)(SYSTEMID + node));
    endpoint_t to = group ? nisca_group(GROUP) : nisca_node((uint16_t)(SYSTEMID + !node));

    nisca_dx(p, &from, &to, GROUP);
}

static void
finish(packet_t *p, unsigned node, unsigned channel, bool group)
{
    endpoint_t from = adapter(node, channel);
    endpoint_t to = group ? nisca_group(GROUP) : adapter(!node, channel);

    nisca_wrap(p, &from, &to);
}

static void
channel_control(packet_t *p, uint8_t type, unsigned node, unsigned channel)
{
    bool group = type == CC_HELLO;
    nisca_cc_t cc = nisca_cc_typical(group ? type : type | CC_AUTHORIZE, MINOR, names[node]);
    endpoint_t from = adapter(node, channel);

    cc.device_name = channel == 0 ? "EWA" : "EWB";
    cc.chan_seq = group ? 0 : 2;
    cc.extension[0] = group ? 0 : 31;
    for (unsigned i = 0; i < sizeof cc.lan_hw_addr; i++)
        cc.lan_hw_addr[i] = from.ether[i];
    begin(p, node, group);
    nisca_cc(p, &cc);
    finish(p, node, channel, group);
}

static void
begin_transport(packet_t *p, uint8_t flags, unsigned node)
{
    nisca_tr_t tr = nisca_tr_typical(flags | TR_CTL, 0, 0);

    begin(p, node, false);
    nisca_tr_extended(p, &tr);
}

static void
begin_scs(packet_t *p, unsigned node, uint16_t type, unsigned body)
{
    begin_transport(p, TR_DATA | TR_SEQ | TR_ACK, node);
    nisca_ppd(p, PPC_SNT_SEQ, PPD_SCS_MSG, SCS_SIZE + body);
    nisca_scs(p, type, 1, type == SCS_CONNECT_REQ ? 0 : 0x00020001 + !node, 0x00020001 + node);
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
    uint64_t now = nisca_time(c->time);

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
send_start(circuit_t *c, uint16_t type, unsigned node)
{
    static packet_t p;
    nisca_start_t start = {
        .systemid = SYSTEMID + node, .protocol = 1, .maxdg = 576, .maxmsg = 216, .swtype = "VMS",
        .swvers = "V7.3", .swincarn = nisca_time(CAPTURE_START), .hwtype = "VAX",
        .nodename = names[node], .curtime = nisca_time(c->time),
    };

    begin_transport(&p, TR_DATA, node);
    nisca_ppd(&p, PPC_SNT_DG, type, type == PPD_ACK ? 0 : START_SIZE);
    if (type != PPD_ACK)
        nisca_start(&p, &start);
    finish(&p, node, 0, false);
    write(c, &p);
}

static void
send_connect(circuit_t *c, uint16_t type, unsigned node)
{
    static packet_t p;

    begin_scs(&p, node, type, CONNECT_SIZE);
    nisca_connect(&p, 1, 0, "VMS$VAXcluster", "VMS$VAXcluster", "0123456789abcdef");
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
