/* traffic-cman.c
 * cman traffic of a healthy cluster, a storm, and very many senders.
 *
 * Messages, flags and what follows what are those of cman-kernel
 * ("cnxman.c", "membership.c"): one counter a node, every message without
 * NOACK acknowledged by each node that it is for, a message to one node
 * carries the number of the last one accepted from it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "traffic.h"

#include <stdio.h>
#include <string.h>

enum { NODES = 5, SENDERS = 65000, HELLO_EVERY = 5, TRANSITION_EVERY = 60, TTL = 64 };
enum { CMAN_UDP_PORT = 6809, CMAN_HEADER = 20, CLUSTER = 6463 };
enum { CMAN_NOACK = 0x00010000, CMAN_MULTICAST = 0x00080000, CMAN_ALLINT = 0x00100000,
       CMAN_REPLYEXP = 0x00200000 };
enum { PORT_INTERNAL = 0, PORT_MEMBERSHIP = 1, PORT_APPLICATION = 100 };
enum { AT_SEQ = AT_UDP_PAYLOAD + 2, AT_ACK = AT_UDP_PAYLOAD + 4, AT_FLAGS = AT_UDP_PAYLOAD + 8,
       AT_SRCID = AT_UDP_PAYLOAD + 12, AT_BODY = AT_UDP_PAYLOAD + CMAN_HEADER };
enum { AT_ACKED_PORT = AT_BODY + 1, AT_HELLO_GENERATION = AT_BODY + 4 };
enum { EVERYBODY = 0 }; /* nodes are numbered from 1 */

#define HOP (40 * MICROSECOND) /* from one frame of an exchange to the next */
#define STORM_HOP (3 * MICROSECOND)

/** The cluster: what its nodes know, and their messages as templates. */
typedef struct {
    traffic_t *traffic;
    int64_t time;
    uint32_t generation;
    uint16_t seq[NODES + 1];                 /**< last number used */
    uint16_t accepted[NODES + 1][NODES + 1]; /**< [by][from]: last that asked for an ACK */
    packet_t hello[NODES + 1];
    packet_t message[NODES + 1];
    packet_t ack[NODES + 1][NODES + 1];      /**< [from][to] */
    packet_t startack[NODES + 1];
} cluster_t;

/* --- Templates --------------------------------------------------------------- */

static void
begin(packet_t *p, uint8_t port, uint32_t flags, unsigned from, unsigned to)
{
    packet_clear(p);
    packet_u8(p, port);
    packet_u8(p, port);
    packet_zeros(p, 4); /* seq and ack, of each use */
    packet_le16(p, CLUSTER);
    packet_le32(p, flags);
    packet_le32(p, from);
    packet_le32(p, to);
}

/* Between members even a message to one node is broadcast. */
static void
finish(packet_t *p, unsigned from)
{
    endpoint_t source = endpoint_node((uint8_t)from), all = endpoint_broadcast();

    traffic_wrap_udp(p, &source, &all, CMAN_UDP_PORT, CMAN_UDP_PORT, TTL);
}

static void
hello(packet_t *p, unsigned from, uint32_t generation)
{
    begin(p, PORT_MEMBERSHIP, CMAN_NOACK | CMAN_MULTICAST | CMAN_ALLINT, from, EVERYBODY);
    packet_u8(p, 4);
    packet_u8(p, 2); /* quorate */
    packet_le16(p, NODES);
    packet_le32(p, generation);
    finish(p, from);
}

static void
application(packet_t *p, uint32_t flags, unsigned from, unsigned to)
{
    begin(p, PORT_APPLICATION, flags, from, to);
    packet_text(p, "lock resource group/3 exclusive", 40, '\0');
    finish(p, from);
}

/* A protocol ACK goes to its addressee alone. */
static void
ack(packet_t *p, unsigned from, unsigned to)
{
    endpoint_t source = endpoint_node((uint8_t)from), target = endpoint_node((uint8_t)to);

    begin(p, PORT_INTERNAL, CMAN_NOACK, from, EVERYBODY);
    packet_u8(p, 1);
    packet_zeros(p, 3);
    traffic_wrap_udp(p, &source, &target, CMAN_UDP_PORT, CMAN_UDP_PORT, TTL);
}

static cluster_t *
cluster_new(traffic_t *traffic)
{
    static cluster_t c;

    c.traffic = traffic;
    c.time = CAPTURE_START;
    c.generation = 10;
    for (unsigned from = 1; from <= NODES; from++) {
        c.seq[from] = (uint16_t)(1000 * from);
        hello(&c.hello[from], from, c.generation);
        application(&c.message[from], CMAN_MULTICAST, from, EVERYBODY);
        for (unsigned to = 1; to <= NODES; to++)
            ack(&c.ack[from][to], from, to);
    }
    return &c;
}

/* --- Sending ------------------------------------------------------------------ */

static void
write(cluster_t *c, const packet_t *p)
{
    traffic_add(c->traffic, c->time, p);
    c->time += HOP;
}

static void
send(cluster_t *c, packet_t *p, unsigned from, unsigned to)
{
    c->seq[from] = c->seq[from] == 0xffff ? 1 : c->seq[from] + 1;
    packet_patch_le16(p, AT_SEQ, c->seq[from]);
    packet_patch_le16(p, AT_ACK, to != EVERYBODY ? c->accepted[from][to] : 0);
    write(c, p);
}

static void
accept(cluster_t *c, unsigned by, unsigned from)
{
    c->accepted[by][from] = c->seq[from];
}

static void
send_ack(cluster_t *c, unsigned from, unsigned to, uint8_t port)
{
    packet_patch_le16(&c->ack[from][to], AT_ACK, c->accepted[from][to]);
    packet_patch_u8(&c->ack[from][to], AT_ACKED_PORT, port);
    write(c, &c->ack[from][to]);
}

/* A broadcast that every other node acknowledges, some way or another. */
static void
send_all(cluster_t *c, packet_t *p, unsigned from)
{
    send(c, p, from, EVERYBODY);
    for (unsigned by = 1; by <= NODES; by++)
        accept(c, by, from);
}

static void
send_all_acked(cluster_t *c, packet_t *p, unsigned from, uint8_t port)
{
    send_all(c, p, from);
    for (unsigned by = 1; by <= NODES; by++) {
        if (by != from)
            send_ack(c, by, from, port);
    }
}

static void
send_one_acked(cluster_t *c, packet_t *p, unsigned from, unsigned to, uint8_t port)
{
    send(c, p, from, to);
    accept(c, to, from);
    send_ack(c, to, from, port);
}

/* --- Everyday traffic ----------------------------------------------------------- */

static void
send_hello(cluster_t *c, unsigned from)
{
    packet_patch_le32(&c->hello[from], AT_HELLO_GENERATION, c->generation);
    send(c, &c->hello[from], from, EVERYBODY);
}

/* A request that its answer acknowledges; the answer gets an ACK of its own. */
static void
send_request(cluster_t *c, unsigned from, unsigned to)
{
    static packet_t request, answer;

    application(&request, CMAN_REPLYEXP, from, to);
    send(c, &request, from, to);
    accept(c, to, from);
    application(&answer, 0, to, from);
    send_one_acked(c, &answer, to, from, PORT_APPLICATION);
}

static unsigned
node_at(int64_t turn)
{
    return 1 + (unsigned)(turn % NODES);
}

static void
send_messages(cluster_t *c, int64_t second)
{
    for (int64_t i = 0; i < 3; i++) {
        unsigned from = node_at(second + i);

        c->time = CAPTURE_START + second * SECOND + (i + 1) * 150 * MILLISECOND;
        send_all_acked(c, &c->message[from], from, PORT_APPLICATION);
    }
    c->time = CAPTURE_START + second * SECOND + 700 * MILLISECOND;
    send_request(c, node_at(second), node_at(second + 1));
}

/* --- A transition ------------------------------------------------------------------ */

static void
send_starttrans(cluster_t *c, unsigned master)
{
    static packet_t p;

    begin(&p, PORT_MEMBERSHIP, CMAN_MULTICAST | CMAN_REPLYEXP, master, EVERYBODY);
    packet_u8(&p, 10);
    packet_u8(&p, 5); /* CHECK */
    packet_u8(&p, 0);
    packet_u8(&p, 1);
    packet_le32(&p, NODES);
    packet_le32(&p, c->generation);
    packet_le32(&p, node_at(master)); /* the node that is checked */
    packet_zeros(&p, 4);
    finish(&p, master);
    send_all(c, &p, master);
}

static void
send_startack(cluster_t *c, unsigned from, unsigned master)
{
    packet_t *p = &c->startack[from];

    begin(p, PORT_MEMBERSHIP, CMAN_REPLYEXP, from, master);
    packet_u8(p, 13);
    packet_zeros(p, 3);
    packet_le32(p, c->generation);
    finish(p, from);
    send(c, p, from, master);
    accept(c, master, from);
}

static void
view_record(packet_t *p, unsigned node)
{
    static const char name[] = "node-";
    endpoint_t address = endpoint_node((uint8_t)node);

    packet_u8(p, sizeof name);
    packet_text(p, name, sizeof name - 1, '\0');
    packet_u8(p, (uint8_t)('0' + node));
    packet_u8(p, 2); /* member */
    packet_le16(p, 1);
    packet_le16(p, 2); /* IPv4 */
    packet_be16(p, CMAN_UDP_PORT);
    packet_be32(p, address.ipv4);
    packet_zeros(p, 8);
    packet_u8(p, 1);
    packet_le32(p, NODES);
    packet_le32(p, node);
}

static void
send_masterview(cluster_t *c, unsigned master)
{
    static packet_t p;

    begin(&p, PORT_MEMBERSHIP, CMAN_MULTICAST | CMAN_REPLYEXP, master, EVERYBODY);
    packet_u8(&p, 9);
    packet_u8(&p, 3); /* first and last part */
    for (unsigned node = NODES; node >= 1; node--)
        view_record(&p, node);
    finish(&p, master);
    send_all(c, &p, master);
}

/* The first half: the members wait for an ACK of their STARTACK, which
 * MASTERVIEW is not. */
static void
begin_transition(cluster_t *c, unsigned master)
{
    c->generation++;
    send_starttrans(c, master);
    for (unsigned from = 1; from <= NODES; from++) {
        if (from != master)
            send_startack(c, from, master);
    }
    send_masterview(c, master);
}

static void
send_viewack(cluster_t *c, unsigned from, unsigned master)
{
    static packet_t p;

    begin(&p, PORT_MEMBERSHIP, 0, from, master);
    packet_u8(&p, 12);
    packet_u8(&p, 1);
    finish(&p, from);
    send_one_acked(c, &p, from, master, PORT_MEMBERSHIP);
}

/* So they send it again a second later, without REPLYEXP. */
static void
repeat_startack(cluster_t *c, unsigned from, unsigned master)
{
    packet_patch_le32(&c->startack[from], AT_FLAGS, 0);
    write(c, &c->startack[from]);
    send_ack(c, master, from, PORT_MEMBERSHIP);
    send_viewack(c, from, master);
}

static void
send_endtrans(cluster_t *c, unsigned master)
{
    static packet_t p;

    begin(&p, PORT_MEMBERSHIP, CMAN_MULTICAST, master, EVERYBODY);
    packet_u8(&p, 7);
    packet_zeros(&p, 3);
    packet_le32(&p, NODES / 2 + 1);
    packet_le32(&p, NODES);
    packet_le32(&p, c->generation);
    packet_le32(&p, 0);
    finish(&p, master);
    send_all_acked(c, &p, master, PORT_MEMBERSHIP);
}

static void
send_barrier(cluster_t *c, unsigned from, uint8_t command)
{
    static packet_t p;
    char name[33];

    snprintf(name, sizeof name, "TRANSITION.%u", c->generation);
    begin(&p, PORT_INTERNAL, CMAN_MULTICAST, from, EVERYBODY);
    packet_u8(&p, 5);
    packet_u8(&p, command);
    packet_zeros(&p, 10);
    packet_text(&p, name, sizeof name, '\0');
    packet_zeros(&p, 3);
    finish(&p, from);
    send_all_acked(c, &p, from, PORT_INTERNAL);
}

static void
end_transition(cluster_t *c, unsigned master)
{
    enum { WAIT = 4, COMPLETE = 5 };

    for (unsigned from = 1; from <= NODES; from++) {
        if (from != master)
            repeat_startack(c, from, master);
    }
    c->generation++;
    send_endtrans(c, master);
    for (unsigned from = 1; from <= NODES; from++)
        send_barrier(c, from, WAIT);
    for (unsigned from = 1; from <= NODES; from++)
        send_barrier(c, from, COMPLETE);
}

/* --- The kinds ------------------------------------------------------------------------ */

/* Applications are silent during a transition. */
void
traffic_cman_steady(traffic_t *traffic)
{
    cluster_t *c = cluster_new(traffic);

    for (int64_t second = 0; traffic_wants_more(traffic); second++) {
        unsigned master = node_at(second / TRANSITION_EVERY);

        c->time = CAPTURE_START + second * SECOND;
        send_hello(c, node_at(second));
        c->time = CAPTURE_START + second * SECOND + 500 * MILLISECOND;
        if (second % TRANSITION_EVERY == 2)
            begin_transition(c, master);
        else if (second % TRANSITION_EVERY == 3)
            end_transition(c, master);
        else
            send_messages(c, second);
    }
}

void
traffic_cman_hello(traffic_t *traffic)
{
    cluster_t *c = cluster_new(traffic);

    for (int64_t turn = 0; traffic_wants_more(traffic); turn++) {
        c->time = CAPTURE_START + turn * HELLO_EVERY * SECOND / NODES;
        send_hello(c, node_at(turn));
    }
}

void
traffic_cman_storm(traffic_t *traffic)
{
    static packet_t p;

    traffic_cman_one_hello(&p, 1);
    for (int64_t time = CAPTURE_START; traffic_wants_more(traffic); time += STORM_HOP)
        traffic_add(traffic, time, &p);
}

/* The node's HELLO again and again, for 2.5 s. */
static void
send_copies(cluster_t *c, unsigned node, unsigned long long copies)
{
    int64_t from = c->time - HOP;

    for (unsigned long long i = 1; i <= copies; i++) {
        c->time = from + (int64_t)(i * 2500 * MILLISECOND / copies);
        traffic_add(c->traffic, c->time, &c->hello[node]);
    }
}

/* What was found in a file of 7 million frames: one frame again and again, 930,000 times
 * in 2.5 s, on one VLAN.  Here it is 93 % of the file, whatever its size, and 4 % come before
 * it; the other nodes' HELLOs wait until it is over. */
void
traffic_cman_incident(traffic_t *traffic)
{
    enum { VLAN = 956, NODE = 2 };
    cluster_t *c = cluster_new(traffic);
    int64_t before = (int64_t)traffic_wanted(traffic) * 4 / 100;
    bool silent = false;

    traffic_tag(traffic, VLAN);
    for (int64_t turn = 0; traffic_wants_more(traffic); turn++) {
        int64_t slot = CAPTURE_START + turn * HELLO_EVERY * SECOND / NODES;

        c->time = slot > c->time ? slot : c->time;
        if (node_at(turn) == NODE && silent)
            continue;
        send_hello(c, node_at(turn));
        if (node_at(turn) == NODE && turn >= before) {
            send_copies(c, NODE, traffic_wanted(traffic) * 93 / 100);
            silent = true;
        }
    }
}

/* Addresses 10.0.x.y; the checksum of the IP header follows the last two bytes. */
static void
set_sender(packet_t *p, const packet_t *model, unsigned sender)
{
    enum { AT_IP_CHECKSUM = AT_IPV4 + 10, AT_IP_SOURCE = AT_IPV4 + 12 };
    uint32_t sum = (uint32_t)(model->bytes[AT_IP_CHECKSUM] << 8 | model->bytes[AT_IP_CHECKSUM + 1]);

    sum = (~sum & 0xffff) + sender;
    sum = (sum & 0xffff) + (sum >> 16);
    packet_patch_be16(p, AT_IP_CHECKSUM, (uint16_t)~sum);
    packet_patch_be16(p, AT_IP_SOURCE + 2, (uint16_t)sender);
    packet_patch_le32(p, AT_SRCID, sender);
}

void
traffic_cman_senders(traffic_t *traffic)
{
    static packet_t model, p;
    endpoint_t source = endpoint_node(1), all = endpoint_broadcast();

    source.ipv4 = 0x0a000000;
    all.ipv4 = 0x0affffff;
    hello(&model, 1, 10);
    packet_clear(&p);
    packet_bytes(&p, model.bytes + AT_UDP_PAYLOAD, CMAN_HEADER + 8);
    traffic_wrap_udp(&p, &source, &all, CMAN_UDP_PORT, CMAN_UDP_PORT, TTL);
    model = p;
    for (int64_t turn = 0; traffic_wants_more(traffic); turn++) {
        set_sender(&p, &model, 1 + (unsigned)(turn % SENDERS));
        traffic_cman_set_seq(&p, (uint16_t)(1 + turn / SENDERS % 0xffff));
        traffic_add(traffic, CAPTURE_START + turn * HELLO_EVERY * SECOND / SENDERS, &p);
    }
}

void
traffic_cman_one_hello(packet_t *p, uint8_t node)
{
    hello(p, node, 10);
    traffic_cman_set_seq(p, 1);
}

void
traffic_cman_set_seq(packet_t *p, uint16_t seq)
{
    packet_patch_le16(p, AT_SEQ, seq);
}
