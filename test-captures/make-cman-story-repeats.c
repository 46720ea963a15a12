/* make-cman-story-repeats.c
 * Stories about messages that are seen more than once.
 *
 *   cman-story-retransmissions  what is one, and what only looks like one
 *   cman-story-duplicates       second interface, bridge loop
 *   cman-story-storm            50,000 times the same frame
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-story.h"

#include <stddef.h>

/* --- Retransmissions ---------------------------------------------------------------- */

/* Use a number once more for another message. */
static void
reuse_number(node_t *node)
{
    node->seq--;
}

static void
retransmit_normally(const trio_t *t)
{
    message_t *m = send_data(t->s, t->a, t->b, CMAN_REPLYEXP, "0101");

    story_wait(t->s, MILLISECOND);
    story_resend(t->s, m); /* at once, but REPLYEXP is cleared */
    story_wait(t->s, SECOND);
    m = send_data(t->s, t->a, NULL, 0, "0102");
    for (unsigned i = 0; i < 3; i++) { /* after 1 s, 2 s, 3 s */
        story_wait(t->s, SECOND / 2);
        send_hello(t->s, t->a); /* may go out in between */
        story_wait(t->s, SECOND / 2);
        story_resend(t->s, m);
    }
    story_ack(t->s, t->b, m); /* acknowledges the first transmission */
    story_wait(t->s, SECOND);
}

/* Half a second tells a retransmission from a copy. */
static void
retransmit_at_the_limit(const trio_t *t)
{
    message_t *m = send_data(t->s, t->a, t->b, 0, "0201");

    story_wait(t->s, SECOND / 2);
    story_resend(t->s, m);
    story_wait(t->s, SECOND);
    m = send_data(t->s, t->a, t->b, 0, "0202");
    story_wait(t->s, SECOND / 2 - 1);
    story_duplicate(t->s, m);
    story_wait(t->s, SECOND);
    m = send_data(t->s, t->a, t->b, 0, "0203");
    story_wait(t->s, 99 * SECOND / 10);
    story_resend(t->s, m); /* still within 10 s */
    story_wait(t->s, SECOND);
}

static void
retransmit_to_oneself_too(const trio_t *t)
{
    message_t *m = send_data(t->s, t->a, NULL, CMAN_BCASTSELF, "0301");

    for (unsigned i = 0; i < 2; i++) {
        story_wait(t->s, SECOND);
        story_resend(t->s, m); /* with NOACK */
    }
    story_wait(t->s, SECOND);
}

static void
retransmit_from_big_endian(const trio_t *t)
{
    message_t *m;

    t->c->big_endian = true;
    m = send_data(t->s, t->c, t->b, CMAN_REPLYEXP, "0401");
    story_wait(t->s, SECOND);
    story_resend(t->s, m); /* keeps REPLYEXP */
    story_wait(t->s, SECOND);
    m = send_data(t->s, t->c, t->b, CMAN_REPLYEXP, "0402");
    story_wait(t->s, SECOND / 5);
    story_duplicate(t->s, m); /* too early, and the same bytes */
    story_ack(t->s, t->c, send_data(t->s, t->b, t->c, 0, "0403"));
    story_wait(t->s, SECOND);
}

/* The same number again means nothing by itself. */
static void
no_retransmission(const trio_t *t)
{
    draft_t other_port = { .from = t->a, .to = t->b, .port = 201 };
    static const packet_t body = { .length = 2, .bytes = { 5, 3 } };
    message_t *m;

    send_data(t->s, t->a, NULL, 0, "0501");
    story_wait(t->s, 21 * SECOND / 2);
    reuse_number(t->a);
    send_data(t->s, t->a, NULL, 0, "0501"); /* more than 10 s later */
    story_wait(t->s, 20 * SECOND);
    send_data(t->s, t->a, NULL, 0, "0502");
    story_wait(t->s, SECOND);
    reuse_number(t->a);
    send_data(t->s, t->a, NULL, 0, "050205"); /* another length */
    story_wait(t->s, 20 * SECOND);
    send_data(t->s, t->a, t->b, 0, "0503");
    story_wait(t->s, SECOND);
    reuse_number(t->a);
    story_send(t->s, &other_port, &body);
    story_wait(t->s, 20 * SECOND);
    m = send_data(t->s, t->a, NULL, CMAN_NOACK, "0504"); /* nothing repeats these */
    story_wait(t->s, SECOND);
    story_duplicate(t->s, m);
}

/* Numbers are a node's own, and a cluster's own. */
static void
same_number_elsewhere(const trio_t *t)
{
    cluster_t *beta = story_cluster(t->s, "beta", 10);
    node_t *other = story_node(t->s, beta, 1, "franz", 4);

    story_wait(t->s, 20 * SECOND);
    story_skip(t->a, 1000u - t->a->seq);
    story_skip(t->b, 1000u - t->b->seq);
    story_skip(other, 1000);
    send_data(t->s, t->a, NULL, 0, "0601");
    story_wait(t->s, SECOND);
    send_data(t->s, t->b, NULL, 0, "0601");
    story_wait(t->s, SECOND);
    send_data(t->s, other, NULL, 0, "0601");
}

static void
make_retransmissions(const char *folder)
{
    trio_t t = open_trio(folder, "cman-story-retransmissions");

    retransmit_normally(&t);
    retransmit_at_the_limit(&t);
    retransmit_to_oneself_too(&t);
    retransmit_from_big_endian(&t);
    no_retransmission(&t);
    same_number_elsewhere(&t);
    story_close(t.s);
}

/* --- Duplicates ----------------------------------------------------------------------- */

/* HELLO goes out through each interface, from that interface's address. */
static void
hello_on_two_interfaces(const trio_t *t)
{
    const endpoint_t first = t->a->at, second = endpoint_node(101);

    for (unsigned i = 0; i < 3; i++) {
        message_t *hello = send_hello(t->s, t->a);

        story_wait(t->s, 20 * MICROSECOND);
        t->a->at = second;
        story_duplicate(t->s, hello);
        t->a->at = first;
        story_wait(t->s, 5 * SECOND - 20 * MICROSECOND);
    }
}

static void
bridge_loop(const trio_t *t)
{
    message_t *m = send_data(t->s, t->a, t->b, 0, "0701");

    for (unsigned i = 0; i < 3; i++) {
        story_wait(t->s, 100 * MICROSECOND);
        story_duplicate(t->s, m);
    }
    story_wait(t->s, SECOND);
    story_resend(t->s, m); /* a real one: the first transmission counts */
    story_ack(t->s, t->b, m);
    story_wait(t->s, SECOND);
}

static void
make_duplicates(const char *folder)
{
    trio_t t = open_trio(folder, "cman-story-duplicates");
    message_t *m;

    hello_on_two_interfaces(&t);
    bridge_loop(&t);
    m = send_data(t.s, t.c, NULL, CMAN_NOACK, "0801");
    story_wait(t.s, 5 * SECOND);
    story_duplicate(t.s, m);
    story_wait(t.s, 49 * SECOND / 10);
    story_duplicate(t.s, m); /* 9.9 s after the first copy */
    story_wait(t.s, 6 * SECOND / 10);
    reuse_number(t.c);
    send_data(t.s, t.c, NULL, CMAN_NOACK, "0801"); /* 10.5 s */
    story_wait(t.s, SECOND);
    m = send_data(t.s, t.a, t.c, 0, "0802");
    story_ack(t.s, t.c, m);
    story_wait(t.s, 10 * MICROSECOND);
    story_ack(t.s, t.c, m); /* equal bytes, but an ACK has no number of its own */
    story_wait(t.s, SECOND);
    send_data(t.s, t.c, NULL, CMAN_NOACK, "0803");
    send_data(t.s, t.c, NULL, CMAN_NOACK, "0803"); /* another message: another number */
    story_close(t.s);
}

/* One HELLO of node 2, 50,000 equal HELLOs of node 1 in 2.5 s, and 5 s after its
 * first, one more of each.  tests/test_cman_stories.py knows what this means. */
static void
make_storm(const char *folder)
{
    static packet_t packets[4];
    const endpoint_t all = endpoint_broadcast();
    capture_t *capture = capture_open(folder, "cman-story-storm", LINK_ETHERNET);

    for (unsigned i = 0; i < 4; i++) {
        uint8_t node = i % 2 == 0 ? 2 : 1;
        const endpoint_t from = endpoint_node(node);
        cman_header_t header = { 1, 1, (uint16_t)(100 * node + i / 2), 0, CMAN_CLUSTER,
                                 CMAN_NOACK | CMAN_MULTICAST | CMAN_ALLINT, node, 0 };

        cman_header(&packets[i], &header);
        packet_hex(&packets[i], "0402020004000000");
        wrap_udp4(&packets[i], &from, &all, CMAN_UDP_PORT, CMAN_UDP_PORT);
        wrap_ipv4(&packets[i], &from, &all, PROTOCOL_UDP, 0, 64);
        wrap_ethernet(&packets[i], &from, &all, ETHERTYPE_IP4);
    }
    capture_add(capture, CAPTURE_START, &packets[0]);
    for (unsigned i = 0; i < 50000; i++)
        capture_add(capture, CAPTURE_START + i * 50 * MICROSECOND, &packets[1]);
    capture_add(capture, CAPTURE_START + 5 * SECOND, &packets[2]);
    capture_add(capture, CAPTURE_START + 5 * SECOND, &packets[3]);
    capture_close(capture);
}

void
make_cman_story_repeats(const char *folder)
{
    make_retransmissions(folder);
    make_duplicates(folder);
    make_storm(folder);
}
