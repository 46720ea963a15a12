/* make-cman-stories.c
 * Stories about single messages: who acknowledges, answers, skips.
 *
 *   cman-story-acks             who acknowledges what, repeats, unseen messages
 *   cman-story-sequence         gaps, wraps, steps backwards
 *   cman-story-joins            numbers of joining nodes
 *   cman-story-hello            late, lost, and begun anew
 *   cman-story-pairs            requests and their responses
 *   cman-story-ipv6             some of this by IPv6
 *   cman-story-names            an id that gets another name
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-story.h"

#include <stddef.h>

/* --- Acknowledgements --------------------------------------------------------------------- */

static void
ack_in_three_ways(const trio_t *t)
{
    message_t *m = send_data(t->s, t->a, NULL, 0, "0901");

    story_wait(t->s, 130 * MICROSECOND);
    story_ack(t->s, t->b, m);
    story_wait(t->s, 20 * MICROSECOND);
    story_ack(t->s, t->c, m);
    story_wait(t->s, SECOND);
    story_ack(t->s, t->c, m); /* once more */
    story_wait(t->s, SECOND);
    send_data(t->s, t->a, t->b, CMAN_REPLYEXP, "0902");
    story_wait(t->s, 250 * MICROSECOND);
    m = send_data(t->s, t->b, t->a, 0, "0903"); /* takes the ACK along */
    story_wait(t->s, 5 * MILLISECOND);
    send_data(t->s, t->b, t->a, CMAN_NOACK, "0904"); /* repeats it */
    story_wait(t->s, SECOND);
    story_resend(t->s, m); /* repeats it, too, but is itself a repetition */
    story_ack(t->s, t->a, m);
    story_wait(t->s, SECOND);
}

/* Two messages of two nodes have the same number; their ACKs are the same
 * bytes but for the address that they go to. */
static void
ack_equal_numbers(const trio_t *t)
{
    message_t *of_a, *of_b;

    story_skip(t->a, 100u - t->a->seq);
    story_skip(t->b, 100u - t->b->seq);
    of_a = send_data(t->s, t->a, NULL, 0, "0a01");
    of_b = send_data(t->s, t->b, NULL, 0, "0a01");
    story_wait(t->s, 100 * MICROSECOND);
    story_ack(t->s, t->c, of_a);
    story_wait(t->s, 100 * MICROSECOND);
    story_ack(t->s, t->c, of_b);
    story_wait(t->s, SECOND);
    send_data(t->s, t->c, t->b, 0, "0a02");
    send_data(t->s, t->c, t->a, 0, "0a03");
    story_wait(t->s, SECOND);
}

static void
ack_the_unseen(const trio_t *t)
{
    node_t *silent = story_node(t->s, t->cluster, 4, "erik", 4);
    message_t *m;

    t->s->hidden = true;
    m = send_data(t->s, t->a, t->b, 0, "0b01");
    t->s->hidden = false;
    story_ack(t->s, t->b, m); /* messages of node 1 were seen, this one was not */
    t->s->hidden = true;
    m = send_data(t->s, silent, t->b, 0, "0b02");
    t->s->hidden = false;
    story_ack(t->s, t->b, m); /* of node 4 nothing was seen: no wonder */
    send_kill(t->s, t->b, silent);
    send_hello(t->s, t->a);
    send_hello(t->s, silent); /* too late to be lower than what was acked */
    story_wait(t->s, SECOND);
    send_kill(t->s, t->b, silent);
    story_wait(t->s, SECOND);
}

/* An hour later, 720 numbers later, a message still carries that old ACK. */
static void
ack_long_ago(const trio_t *t)
{
    message_t *m = send_data(t->s, t->c, t->a, 0, "0c01");

    story_wait(t->s, 50 * MICROSECOND);
    story_ack(t->s, t->a, m);
    for (unsigned i = 0; i < 720; i++) {
        story_wait(t->s, 5 * SECOND);
        send_hello(t->s, t->c);
    }
    send_kill(t->s, t->a, t->c);
}

/* Numbers come again after 65535: an ACK means the new message. */
static void
ack_after_wrap(const trio_t *t)
{
    message_t *m;

    story_skip(t->b, 200u - t->b->seq);
    m = send_data(t->s, t->b, t->c, 0, "0d01"); /* 201 */
    story_wait(t->s, 50 * MICROSECOND);
    story_ack(t->s, t->c, m);
    for (unsigned at = 20000; at <= 60000; at += 20000) {
        story_wait(t->s, 3600 * SECOND);
        story_skip(t->b, at - t->b->seq);
        send_data(t->s, t->b, NULL, CMAN_NOACK, "0d02");
    }
    story_wait(t->s, 3600 * SECOND);
    story_skip(t->b, 65535 - 60001 + 200);
    m = send_data(t->s, t->b, t->c, 0, "0d01"); /* 201 again, the same bytes */
    story_wait(t->s, 70 * MICROSECOND);
    story_ack(t->s, t->c, m);
}

static void
make_acks(const char *folder)
{
    trio_t t = open_trio(folder, "cman-story-acks");

    ack_in_three_ways(&t);
    ack_equal_numbers(&t);
    ack_the_unseen(&t);
    ack_long_ago(&t);
    ack_after_wrap(&t);
    story_close(t.s);
}

/* --- Sequence numbers ------------------------------------------------------------------- */

static void
skip_and_send(const trio_t *t, unsigned count)
{
    story_wait(t->s, SECOND);
    story_skip(t->a, count);
    send_data(t->s, t->a, NULL, CMAN_NOACK, "0e01");
}

/* A number lower than the last: no gap, and the count stays where it was. */
static void
step_back_and_on(const trio_t *t)
{
    uint16_t last = t->a->seq;

    t->a->seq = (uint16_t)(last - 100);
    story_wait(t->s, SECOND);
    send_data(t->s, t->a, NULL, CMAN_NOACK, "0e02");
    story_expect_expert(t->s, "cman.analysis.out_of_sequence");
    t->a->seq = last;
    skip_and_send(t, 0);
}

static void
make_sequence(const char *folder)
{
    trio_t t = open_trio(folder, "cman-story-sequence");

    skip_and_send(&t, 4);     /* 5: nothing before it, no gap */
    skip_and_send(&t, 0);     /* 6 */
    skip_and_send(&t, 1);     /* 8 */
    skip_and_send(&t, 1000);  /* 1009 */
    step_back_and_on(&t);     /* 910, 1010 */
    skip_and_send(&t, 32766); /* 33777: the largest step forward */
    skip_and_send(&t, 31757); /* 65535 */
    skip_and_send(&t, 0);     /* 1: no gap */
    story_close(t.s);
}

/* The largest steps are told apart on their own, where nothing else happens. */
static void
make_backwards(const char *folder)
{
    trio_t t = open_trio(folder, "cman-story-backwards");

    skip_and_send(&t, 0); /* 1 */
    t.a->seq = 32768;
    send_data(t.s, t.a, NULL, CMAN_NOACK, "0f01"); /* 32769: a step of 32768 */
    story_expect_expert(t.s, "cman.analysis.out_of_sequence");
    t.a->seq = 1;
    t.a->point[0].unseen = 0;
    skip_and_send(&t, 2);    /* 4, counted from 1 */
    t.b->seq = 65532;
    send_data(t.s, t.b, NULL, CMAN_NOACK, "0f02"); /* 65533 */
    story_skip(t.b, 3);      /* 65534, 65535, 1; 0 is no number */
    send_data(t.s, t.b, NULL, CMAN_NOACK, "0f03"); /* 2 */
    t.b->seq = 65533;
    send_data(t.s, t.b, NULL, CMAN_NOACK, "0f04"); /* 65534: backwards over the wrap */
    story_expect_expert(t.s, "cman.analysis.out_of_sequence");
    t.b->seq = 2;
    send_data(t.s, t.b, NULL, CMAN_NOACK, "0f05"); /* 3 */
    story_close(t.s);
}

/* --- Joins -------------------------------------------------------------------------------- */

static void
join_with_ack(const trio_t *t, unsigned host)
{
    static packet_t body;
    node_t *node = story_node(t->s, t->cluster, 0, "odd", host);
    draft_t draft = { .from = node, .to = t->a, .unicast = true, .port = 1, .flags = CMAN_NOACK,
                      .odd_ack = 77 };
    message_t *plain;

    node->member = false;
    t->s->hidden = true; /* its body is what is wanted */
    plain = send_joinreq(t->s, node, t->a);
    t->s->hidden = false;
    packet_clear(&body);
    packet_bytes(&body, plain->body, plain->length);
    node->seq = 0;
    node->point[0].unseen = 0;
    story_send(t->s, &draft, &body);
    story_wait(t->s, SECOND);
}

static node_t *
joiner(const trio_t *t, unsigned host, const char *name, uint16_t seq)
{
    node_t *node = story_node(t->s, t->cluster, (int32_t)host, name, host);

    node->member = false;
    node->seq = seq;
    return node;
}

static void
make_joins(const char *folder)
{
    trio_t t = open_trio(folder, "cman-story-joins");
    node_t *fresh = joiner(&t, 4, "fresh", 0), *used = joiner(&t, 5, "used", 6);
    node_t *careful = joiner(&t, 6, "careful", 3);

    send_hello(t.s, t.a);
    send_joinack(t.s, t.a, send_joinreq(t.s, fresh, t.a), 3); /* WAIT */
    story_wait(t.s, SECOND);
    send_joinack(t.s, t.a, send_joinreq(t.s, fresh, t.a), 2); /* NAK */
    story_wait(t.s, SECOND);
    send_joinack(t.s, t.a, send_joinreq(t.s, used, t.a), 3); /* its first frame has seq 7 */
    story_wait(t.s, SECOND);
    send_joinreq(t.s, used, t.a); /* the second is no wonder any more */
    story_wait(t.s, SECOND);
    for (unsigned i = 0; i < 3; i++) {
        send_newcluster(t.s, careful);
        story_wait(t.s, SECOND);
    }
    send_joinreq(t.s, careful, t.a); /* seq 7 after NEWCLUSTERs */
    story_wait(t.s, SECOND);
    join_with_ack(&t, 7);
    send_hello(t.s, t.b);
    story_wait(t.s, SECOND);
    send_data(t.s, t.c, NULL, CMAN_NOACK, "1001");
    story_skip(t.c, 500);
    send_data(t.s, t.c, NULL, CMAN_NOACK, "1002");
    t.c->member = false; /* leaves, keeps its module, comes back */
    story_wait(t.s, SECOND);
    send_joinreq(t.s, t.c, t.a);
    story_wait(t.s, SECOND);
    t.c->seq = 0; /* boots */
    send_joinreq(t.s, t.c, t.a); /* a new count; not its first frame */
    t.c->member = true;
    story_wait(t.s, SECOND);
    send_data(t.s, t.c, NULL, CMAN_NOACK, "1003"); /* as node 3: 503 -> 2 is no step back */
    story_close(t.s);
}

/* --- HELLO -------------------------------------------------------------------------------- */

static void
hello_after(const trio_t *t, int64_t pause)
{
    story_wait(t->s, pause);
    send_hello(t->s, t->c);
}

static void
make_hello(const char *folder)
{
    static const int64_t pauses[] = {
        5000 * MILLISECOND, 5001 * MILLISECOND, 4999 * MILLISECOND, 100 * MILLISECOND,
        7400 * MILLISECOND, 7499999999, 7500000001, 8000 * MILLISECOND, 10000 * MILLISECOND,
        12400 * MILLISECOND, 12600 * MILLISECOND, 20999999999, 21000 * MILLISECOND,
        60000 * MILLISECOND, 5000 * MILLISECOND };
    trio_t t = open_trio(folder, "cman-story-hello");

    send_hello(t.s, t.c);
    for (unsigned i = 0; i < sizeof pauses / sizeof *pauses; i++)
        hello_after(&t, pauses[i]);
    story_close(t.s);
}

/* Silence with a reason: the first HELLO after it has no predecessor. */
static void
make_hello_afresh(const char *folder)
{
    trio_t t = open_trio(folder, "cman-story-hello-afresh");
    transition_t join = { .master = 1 };

    hello_after(&t, SECOND);
    hello_after(&t, 5 * SECOND);
    send_leave(t.s, t.c, t.a, 0);
    hello_after(&t, 100 * SECOND);
    hello_after(&t, 5 * SECOND);
    send_nodedown(t.s, t.a, t.c, 6);
    hello_after(&t, 100 * SECOND);
    hello_after(&t, 5 * SECOND);
    t.c->member = false;
    send_joinreq(t.s, t.c, t.a);
    t.c->member = true;
    hello_after(&t, 100 * SECOND);
    hello_after(&t, 5 * SECOND);
    send_starttrans(t.s, t.a, NEWNODE, 0, t.c, &join);
    hello_after(&t, 100 * SECOND);
    send_nodedown(t.s, t.a, t.b, 6); /* about another node: it changes nothing */
    hello_after(&t, 30 * SECOND);
    story_close(t.s);
}

/* --- Pairs -------------------------------------------------------------------------------- */

static void
pair_listens(const trio_t *t)
{
    message_t *first = send_listenreq(t->s, t->a, t->b, 11, 0x1234), *second, *answer;

    story_wait(t->s, 200 * MICROSECOND);
    story_ack(t->s, t->b, first);
    second = send_listenreq(t->s, t->a, t->c, 11, 0x1235);
    story_wait(t->s, 300 * MICROSECOND);
    send_listenresp(t->s, second, 0x4444); /* answers something else */
    answer = send_listenresp(t->s, first, 0x1234);
    story_wait(t->s, SECOND);
    story_resend(t->s, answer);
    story_wait(t->s, SECOND);
    send_listenresp(t->s, second, 0x1235);
    story_wait(t->s, 5 * SECOND);
}

/* A join, with all members as responders, and a leave of a service group. */
static void
pair_services(const trio_t *t)
{
    message_t *all = send_service(t->s, t->a, NULL, 1, 7, NULL), *one, *two;

    story_wait(t->s, 100 * MICROSECOND);
    send_service(t->s, t->c, t->a, 2, 7, all);
    story_wait(t->s, 100 * MICROSECOND);
    send_service(t->s, t->b, t->a, 2, 7, all);
    story_wait(t->s, 100 * MICROSECOND);
    one = send_service(t->s, t->a, t->b, 3, 7, NULL);
    two = send_service(t->s, t->a, t->c, 3, 7, NULL);
    story_wait(t->s, 100 * MICROSECOND);
    send_service(t->s, t->c, t->a, 4, 7, two);
    story_wait(t->s, 100 * MICROSECOND);
    send_service(t->s, t->b, t->a, 4, 7, one);
    send_service(t->s, t->b, t->a, 4, 8, NULL); /* answers no request here */
    send_service(t->s, t->a, t->b, 5, 7, NULL); /* JSTART_CMD has no answer */
    story_wait(t->s, SECOND);
    for (uint8_t type = 6; type <= 10; type += 2) {
        one = send_service(t->s, t->b, t->c, type, 9, NULL);
        story_wait(t->s, 150 * MICROSECOND);
        send_service(t->s, t->c, t->b, (uint8_t)(type + 1), 9, one);
    }
    send_service(t->s, t->a, t->c, 12, 0, NULL); /* RECOVER */
    story_wait(t->s, 5 * SECOND);
}

/* Two nodes ask with the same event id at once. */
static void
pair_equal_events(const trio_t *t)
{
    message_t *of_a = send_service(t->s, t->a, t->c, 6, 7, NULL);
    message_t *of_b = send_service(t->s, t->b, t->c, 6, 7, NULL);

    story_wait(t->s, 100 * MICROSECOND);
    send_service(t->s, t->c, t->b, 7, 7, of_b);
    story_wait(t->s, 100 * MICROSECOND);
    send_service(t->s, t->c, t->a, 7, 7, of_a);
    story_wait(t->s, 5 * SECOND);
}

static void
pair_joins(const trio_t *t)
{
    node_t *fourth = joiner(t, 4, "fourth", 0), *fifth = joiner(t, 5, "fifth", 0);
    message_t *of_fourth = send_joinreq(t->s, fourth, t->a);
    message_t *of_fifth = send_joinreq(t->s, fifth, t->a);

    story_wait(t->s, 300 * MICROSECOND);
    send_joinack(t->s, t->a, of_fifth, 3);
    story_wait(t->s, 300 * MICROSECOND);
    send_joinack(t->s, t->a, of_fourth, 3);
    story_wait(t->s, 5 * SECOND);
}

static void
make_pairs(const char *folder)
{
    trio_t t = open_trio(folder, "cman-story-pairs");

    pair_listens(&t);
    pair_services(&t);
    pair_equal_events(&t);
    pair_joins(&t);
    story_close(t.s);
}

static void
make_ipv6(const char *folder)
{
    trio_t t = open_trio(folder, "cman-story-ipv6");

    t.s->ipv6 = true;
    ack_in_three_ways(&t);
    ack_equal_numbers(&t);
    pair_joins(&t);
    story_close(t.s);
}

/* The id 3 is mark's, then another machine's.  Frames keep the name that was
 * right in their time. */
static void
make_names(const char *folder)
{
    trio_t t = open_trio(folder, "cman-story-names");
    node_t *other;

    send_hello(t.s, t.c); /* no name is known yet */
    story_wait(t.s, SECOND);
    play_transition(t.s, t.a, CHECK, 0, t.b);
    send_hello(t.s, t.c);
    send_kill(t.s, t.a, t.c);
    story_wait(t.s, SECOND);
    play_leave(t.s, t.c, t.a);
    story_wait(t.s, 30 * SECOND);
    other = story_node(t.s, t.cluster, 3, "otto", 9);
    other->member = false;
    play_join(t.s, other, t.a);
    other->hello_due = 0;
    send_hello(t.s, other);
    send_kill(t.s, t.a, other);
    story_close(t.s);
}

void
make_cman_stories(const char *folder)
{
    make_cman_story_repeats(folder);
    make_acks(folder);
    make_sequence(folder);
    make_backwards(folder);
    make_joins(folder);
    make_hello(folder);
    make_hello_afresh(folder);
    make_pairs(folder);
    make_ipv6(folder);
    make_names(folder);
    make_cman_story_transitions(folder);
    make_cman_story_clusters(folder);
}
