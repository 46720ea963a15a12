/* make-cman-story-transitions.c
 * Stories of state transitions and barriers, seen by a point that sees all.
 *
 *   cman-story-clean        a death, a join, two clusters on one wire
 *   cman-story-restarts     RESTART, ANOTHERREMNODE, NEWMASTER, DEADMASTER
 *   cman-story-clash        two masters at once
 *   cman-story-single       a join into a cluster of one member
 *   cman-story-middle       the capture begins in the middle
 *   cman-story-missed-end   the capture missed ENDTRANS
 *   cman-story-barriers     waiting nodes, names used again, services' names
 *   cman-story-clock        time that stands still or goes backwards
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-story.h"

#include <stdlib.h>

typedef struct {
    story_t *s;
    cluster_t *cluster;
    node_t *n[5];
} five_t;

static five_t
open_five(const char *folder, const char *name)
{
    static const char *const names[] = { "ludwig", "johann", "mark", "clara", "fanny" };
    five_t f = { .s = story_open(folder, name, 1, NULL) };

    f.cluster = story_cluster(f.s, "alpha", 10);
    for (unsigned i = 0; i < 5; i++) {
        f.n[i] = story_node(f.s, f.cluster, (int32_t)i + 1, names[i], i + 1);
        f.n[i]->seq = (uint16_t)(100 * i);
    }
    return f;
}

static void
make_clean(const char *folder)
{
    five_t f = open_five(folder, "cman-story-clean");

    play_death(f.s, f.n[4], f.n[0]);
    story_wait(f.s, 60 * SECOND);
    f.n[4]->seq = 0;
    play_join(f.s, f.n[4], f.n[1]);
    f.n[4]->hello_due = 0;
    story_wait(f.s, 60 * SECOND);
    play_leave(f.s, f.n[3], f.n[2]);
    story_close(f.s);
}

/* Both have nodes 1 and 2, and do the same at the same time. */
static void
make_two_clusters(const char *folder)
{
    five_t f = open_five(folder, "cman-story-two-clusters");
    cluster_t *beta = story_cluster(f.s, "beta", 10);
    node_t *one = story_node(f.s, beta, 1, "franz", 21);
    node_t *two = story_node(f.s, beta, 2, "anna", 22);
    transition_t a = { .master = 1 }, b = { .master = 2 };
    message_t *of_a, *of_b;

    one->seq = 40;
    two->seq = 100; /* numbers in step with those of johann */
    play_death(f.s, f.n[4], f.n[1]);
    story_wait(f.s, 30 * SECOND);
    f.cluster->generation++;
    beta->generation++;
    of_a = send_starttrans(f.s, f.n[0], REMNODE, 6, f.n[3], &a);
    f.n[3]->member = false;
    of_b = send_starttrans(f.s, two, REMNODE, 6, f.n[4], &b);
    story_wait(f.s, 100 * MICROSECOND);
    send_startack(f.s, one, of_b);
    send_startack(f.s, f.n[1], of_a);
    send_startack(f.s, f.n[2], of_a);
    story_wait(f.s, SECOND);
    of_b = send_masterview(f.s, two, &b);
    send_viewack(f.s, one, of_b, 1);
    play_end(f.s, two, NULL, &b);
    of_a = send_masterview(f.s, f.n[0], &a);
    send_viewack(f.s, f.n[1], of_a, 1);
    send_viewack(f.s, f.n[2], of_a, 0); /* does not agree */
    play_end(f.s, f.n[0], NULL, &a);
    story_close(f.s);
}

/* --- Restarts -------------------------------------------------------------------------- */

static void
acks_of_start(const five_t *f, message_t *start)
{
    for (unsigned i = 0; i < 3; i++)
        if (f->n[i] != start->draft.from) {
            story_wait(f->s, 40 * MICROSECOND);
            send_startack(f->s, f->n[i], start);
        }
}

static message_t *
start_again(const five_t *f, node_t *master, uint8_t reason, node_t *about, transition_t *t)
{
    f->cluster->generation++;
    t->restarts++;
    t->restarting = true;
    t->master = master->nodeid;
    return send_starttrans(f->s, master, reason, 0, about, t);
}

/* The right ack, but the generation of the STARTTRANS before: no acceptance. */
static void
stale_startack(const five_t *f, node_t *from, message_t *start, transition_t *t)
{
    static packet_t body;
    draft_t draft = { .from = from, .to = start->draft.from, .port = 1, .flags = CMAN_REPLYEXP,
                      .acks = start, .transition = t };

    packet_clear(&body);
    packet_hex(&body, "0d 00 0000");
    packet_le32(&body, f->cluster->generation - 1);
    story_send(f->s, &draft, &body);
}

static void
make_restarts(const char *folder)
{
    five_t f = open_five(folder, "cman-story-restarts");
    transition_t t = { .master = 1 }, next = { .master = 2 };
    message_t *start, *viewack;

    f.n[4]->member = f.n[3]->member = false;
    send_hello(f.s, f.n[0]);
    f.cluster->generation++;
    acks_of_start(&f, send_starttrans(f.s, f.n[0], REMNODE, 6, f.n[4], &t));
    story_wait(f.s, 2 * SECOND);
    acks_of_start(&f, start_again(&f, f.n[0], ANOTHERREMNODE, f.n[3], &t));
    story_wait(f.s, 15 * SECOND); /* transition_timeout */
    start = start_again(&f, f.n[0], RESTART, f.n[0], &t);
    stale_startack(&f, f.n[3], start, &t);
    story_wait(f.s, SECOND);
    story_resend(f.s, start); /* the same STARTTRANS, no restart */
    acks_of_start(&f, start);
    story_wait(f.s, 15 * SECOND);
    acks_of_start(&f, start_again(&f, f.n[1], DEADMASTER, f.n[0], &t));
    f.n[0]->member = false;
    story_wait(f.s, SECOND);
    viewack = send_viewack(f.s, f.n[2], send_masterview(f.s, f.n[1], &t), 1);
    play_end(f.s, f.n[1], NULL, &t);
    story_wait(f.s, SECOND);
    story_resend(f.s, viewack); /* belongs to it even now */
    story_wait(f.s, 30 * SECOND);
    f.cluster->generation++; /* the next one begins at no restart */
    acks_of_start(&f, send_starttrans(f.s, f.n[1], NEWNODE, 0, f.n[4], &next));
    story_wait(f.s, 15 * SECOND);
    start_again(&f, f.n[1], NEWNODE, f.n[4], &next); /* a restart may repeat its reason */
    play_end(f.s, f.n[1], NULL, &next);
    story_close(f.s);
}

/* --- Clashes --------------------------------------------------------------------------- */

/* Two nodes start at once, with the same generation; `winner` is master then. */
static void
clash(const five_t *f, node_t *first, uint8_t reason, node_t *second, uint8_t other_reason,
      node_t *winner)
{
    transition_t t = { .master = first->nodeid };
    message_t *starts[2];

    f->cluster->generation++;
    starts[0] = send_starttrans(f->s, first, reason, 0, f->n[4], &t);
    story_wait(f->s, 50 * MICROSECOND);
    t.master = winner->nodeid;
    t.clashing = true;
    starts[1] = send_starttrans(f->s, second, other_reason, 0, f->n[4], &t);
    acks_of_start(f, starts[winner == second]);
    story_wait(f->s, SECOND);
    send_viewack(f->s, f->n[3], send_masterview(f->s, winner, &t), 1);
    play_end(f->s, winner, NULL, &t);
    story_wait(f->s, 60 * SECOND);
}

/* The loser passes its reason on; the winner starts again with it. */
static void
clash_with_nominate(const five_t *f)
{
    transition_t t = { .master = 3 };

    f->cluster->generation++;
    send_starttrans(f->s, f->n[2], REMNODE, 6, f->n[4], &t);
    story_wait(f->s, 50 * MICROSECOND);
    t.master = 1;
    t.clashing = true;
    send_starttrans(f->s, f->n[0], NEWNODE, 0, f->n[3], &t);
    story_wait(f->s, 50 * MICROSECOND);
    send_nominate(f->s, f->n[2], f->n[0], REMNODE, f->n[4], &t);
    story_wait(f->s, 50 * MICROSECOND);
    acks_of_start(f, start_again(f, f->n[0], NEWMASTER, f->n[4], &t));
    story_wait(f->s, SECOND);
    play_end(f->s, f->n[0], NULL, &t);
    story_wait(f->s, 60 * SECOND);
}

static void
make_clash(const char *folder)
{
    five_t f = open_five(folder, "cman-story-clash");

    clash(&f, f.n[0], REMNODE, f.n[1], REMNODE, f.n[0]);
    clash(&f, f.n[2], REMNODE, f.n[1], NEWNODE, f.n[1]);
    clash(&f, f.n[0], CHECK, f.n[2], REMNODE, f.n[2]); /* CHECK loses against a reason */
    clash(&f, f.n[2], REMNODE, f.n[0], CHECK, f.n[2]);
    clash(&f, f.n[1], CHECK, f.n[0], CHECK, f.n[0]);
    clash_with_nominate(&f);
    story_close(f.s);
}

/* --- Ends that are missing ---------------------------------------------------------------- */

static void
make_single(const char *folder)
{
    story_t *s = story_open(folder, "cman-story-single", 1, NULL);
    cluster_t *cluster = story_cluster(s, "alpha", 1);
    node_t *alone = story_node(s, cluster, 1, "ludwig", 1), *joiner;
    transition_t t = { .master = 1, .without_start = true };
    message_t *request;

    send_hello(s, alone);
    joiner = story_node(s, cluster, 2, "johann", 2);
    joiner->member = false;
    request = send_joinreq(s, joiner, alone);
    story_wait(s, MILLISECOND);
    send_joinack(s, alone, request, 1);
    story_wait(s, MILLISECOND);
    send_confack(s, joiner, send_joinconf(s, alone, joiner, &t));
    play_end(s, alone, joiner, &t); /* generation + 1 only */
    story_wait(s, 60 * SECOND);
    send_leave(s, joiner, alone, 0); /* no transition: nobody is left to agree */
    joiner->member = false;
    joiner->hello_due = 0;
    send_nodedown(s, alone, joiner, 0);
    story_wait(s, 60 * SECOND);
    story_close(s);
}

static void
make_middle(const char *folder)
{
    five_t f = open_five(folder, "cman-story-middle");
    transition_t t = { .master = 1, .unknown = true };
    message_t *start, *view;

    f.s->hidden = true;
    start = send_starttrans(f.s, f.n[0], REMNODE, 6, f.n[4], &t);
    f.n[4]->member = false;
    f.s->hidden = false;
    acks_of_start(&f, start);
    story_wait(f.s, SECOND);
    view = send_masterview(f.s, f.n[0], &t);
    story_wait(f.s, 100 * MICROSECOND);
    send_viewack(f.s, f.n[1], view, 1);
    play_end(f.s, f.n[0], NULL, &t);
    story_close(f.s);
}

/* Two minutes after a transition whose end was lost, the next one is new. */
static void
make_missed_end(const char *folder)
{
    five_t f = open_five(folder, "cman-story-missed-end");
    transition_t t = { .master = 1 };

    send_hello(f.s, f.n[0]);
    f.cluster->generation++;
    acks_of_start(&f, send_starttrans(f.s, f.n[0], REMNODE, 6, f.n[4], &t));
    f.n[4]->member = false;
    story_wait(f.s, SECOND);
    send_viewack(f.s, f.n[1], send_masterview(f.s, f.n[0], &t), 1);
    f.s->hidden = true;
    play_end(f.s, f.n[0], NULL, &t);
    f.s->hidden = false;
    for (unsigned i = 0; i < 4; i++)
        f.n[i]->hello_due = f.s->now + (i + 1) * SECOND;
    story_wait(f.s, 120 * SECOND);
    play_leave(f.s, f.n[3], f.n[0]);
    story_wait(f.s, 20 * SECOND);
    story_close(f.s);
}

/* The same, but another node is the next master: no clash either. */
static void
make_missed_end_other_master(const char *folder)
{
    five_t f = open_five(folder, "cman-story-missed-end-other");
    transition_t t = { .master = 1 };

    f.cluster->generation++;
    acks_of_start(&f, send_starttrans(f.s, f.n[0], REMNODE, 6, f.n[4], &t));
    f.n[4]->member = false;
    f.s->hidden = true;
    play_end(f.s, f.n[0], NULL, &t);
    f.s->hidden = false;
    for (unsigned i = 0; i < 4; i++)
        f.n[i]->hello_due = f.s->now + (i + 1) * SECOND;
    story_wait(f.s, 120 * SECOND);
    play_leave(f.s, f.n[3], f.n[1]);
    story_close(f.s);
}

/* --- Barriers ---------------------------------------------------------------------------- */

static barrier_t *
new_barrier(const char *name)
{
    barrier_t *b = calloc(1, sizeof *b);

    if (b == NULL)
        fail("out of memory");
    b->name = name;
    return b;
}

static void
play_whole_barrier(const five_t *f, const char *name, unsigned count)
{
    barrier_t *b = new_barrier(name);

    for (unsigned i = 0; i < count; i++) {
        story_wait(f->s, 10 * MILLISECOND);
        send_wait(f->s, f->n[i], b, NULL);
    }
    for (unsigned i = count; i-- > 0;) {
        story_wait(f->s, MILLISECOND);
        send_complete(f->s, f->n[i], b, NULL);
    }
    story_wait(f->s, SECOND);
    free(b);
}

/* Each node waits again and again, as in the steps of a user's program; one
 * message is repeated, which is no second WAIT. */
static void
play_steps(const five_t *f)
{
    barrier_t *b = new_barrier("step"), *open = new_barrier("never completed");
    message_t *wait;

    wait = send_wait(f->s, f->n[0], b, NULL);
    story_wait(f->s, SECOND);
    story_resend(f->s, wait);
    send_wait(f->s, f->n[1], open, NULL);
    story_wait(f->s, SECOND);
    send_wait(f->s, f->n[1], b, NULL);
    story_wait(f->s, SECOND);
    wait = send_complete(f->s, f->n[0], b, NULL);
    story_wait(f->s, SECOND);
    story_resend(f->s, wait);
    story_wait(f->s, SECOND);
    free(b);
    free(open);
}

static void
make_barriers(const char *folder)
{
    five_t f = open_five(folder, "cman-story-barriers");
    barrier_t *half = new_barrier("half");
    cluster_t *beta = story_cluster(f.s, "beta", 3);
    node_t *other = story_node(f.s, beta, 1, "franz", 21);
    barrier_t *of_beta = new_barrier("sm.16777218.3.7.5");

    send_complete(f.s, f.n[1], half, NULL); /* its WAITs came before the capture */
    play_whole_barrier(&f, "sm.16777218.3.7.5", 5);
    send_wait(f.s, other, of_beta, NULL); /* the same name in another cluster */
    play_whole_barrier(&f, "sm.16777218.3.7.5", 5); /* the name again: another instance */
    play_whole_barrier(&f, "sm.16777218.0.RECOV.4", 4);
    play_whole_barrier(&f, "sm.16777218.1.RECOV.4", 4);
    play_whole_barrier(&f, "a name of a user's program 12345", 3);
    play_steps(&f);
    play_steps(&f);
    free(half);
    free(of_beta);
    story_close(f.s);
}

/* --- Clocks ------------------------------------------------------------------------------ */

/* Everything in one instant, as some capture cards have it. */
static void
make_still(const char *folder)
{
    five_t f = open_five(folder, "cman-story-still");
    transition_t t = { .master = 1 };
    barrier_t *b = new_barrier("TRANSITION.12");
    message_t *start, *view, *m;

    send_hello(f.s, f.n[0]);
    send_hello(f.s, f.n[0]);
    m = send_data(f.s, f.n[0], f.n[1], CMAN_REPLYEXP, "2001");
    story_resend(f.s, m);
    story_ack(f.s, f.n[1], m);
    f.n[4]->member = false;
    f.cluster->generation++;
    start = send_starttrans(f.s, f.n[0], REMNODE, 6, f.n[4], &t);
    send_startack(f.s, f.n[1], start);
    view = send_masterview(f.s, f.n[0], &t);
    send_viewack(f.s, f.n[1], view, 1);
    f.cluster->generation++;
    send_endtrans(f.s, f.n[0], NULL, &t);
    send_wait(f.s, f.n[0], b, &t);
    send_wait(f.s, f.n[1], b, &t);
    send_complete(f.s, f.n[1], b, &t);
    send_complete(f.s, f.n[0], b, &t);
    free(b);
    story_close(f.s);
}

static void
make_backward_clock(const char *folder)
{
    five_t f = open_five(folder, "cman-story-backward-clock");

    story_wait(f.s, 100 * SECOND);
    for (unsigned i = 0; i < 4; i++) { /* no HELLO is late, lost or missed */
        send_hello(f.s, f.n[0]);
        f.n[0]->point[0].hello = -1;
        story_open_field(f.s, "cman.analysis.hello_delta");
        story_wait(f.s, -7 * SECOND);
    }
    for (unsigned i = 0; i < 20; i++) { /* and new numbers stay new */
        send_data(f.s, f.n[1], NULL, 0, "2101");
        story_wait(f.s, -SECOND / 2);
    }
    story_close(f.s);
}

void
make_cman_story_transitions(const char *folder)
{
    make_clean(folder);
    make_two_clusters(folder);
    make_restarts(folder);
    make_clash(folder);
    make_single(folder);
    make_middle(folder);
    make_missed_end(folder);
    make_missed_end_other_master(folder);
    make_barriers(folder);
    make_still(folder);
    make_backward_clock(folder);
}
