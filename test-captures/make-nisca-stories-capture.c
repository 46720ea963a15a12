/* make-nisca-stories-capture.c
 * Ten healthy minutes, and what captures do to a story: several capture
 * points, other link layers, clocks that are set.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-nisca-story.h"

static member_t alpha, beta;
static circuit_t c;

static void
begin_members(uint32_t first)
{
    alpha = nisca_member_new("VAX1", 1025);
    beta = nisca_member_new("VAX2", 1026);
    nisca_circuit_new(&c, &alpha, &beta, first);
}

/* --- Healthy -------------------------------------------------------------------------- */

/* The same numbers in every run: a linear congruential generator. */
static uint32_t random_state;

static int64_t
between(int64_t low, int64_t high)
{
    random_state = random_state * 1664525u + 1013904223u;
    return low + (int64_t)((uint64_t)(random_state >> 8) % (uint64_t)(high - low));
}

static int64_t
hello_pause(void)
{
    return between(1540, 3160) * MILLISECOND;
}

/* Something that a node does again and again; it returns the time to the next. */
typedef struct {
    int64_t due;
    int64_t (*act)(story_t *s, unsigned argument);
    unsigned argument;
} chore_t;

static member_t foreign[2]; /* another cluster on the same LAN */

static int64_t
say_hello(story_t *s, unsigned argument)
{
    member_t *const members[] = { &alpha, &beta, &foreign[0], &foreign[1] };

    nisca_hello(s, members[argument / 2], argument % 2);
    return hello_pause();
}

/* A test of a channel; argument: direction, and which adapters. */
static int64_t
test_channel(story_t *s, unsigned argument)
{
    member_t *from = argument & 1 ? &alpha : &beta, *to = argument & 1 ? &beta : &alpha;
    unsigned lan = argument >> 1;
    unsigned verf = nisca_cc_send(s, from, to, lan, CC_VERF);

    nisca_answer_verf(s, to, from, lan, verf, between(150, 250) * MICROSECOND);
    return between(1000, 10000) * MILLISECOND;
}

/* One full-size test in each direction. */
static int64_t
test_size(story_t *s, unsigned argument)
{
    member_t *from = argument & 1 ? &alpha : &beta, *to = argument & 1 ? &beta : &alpha;
    unsigned verf = nisca_cc_send_padded(s, from, to, 0, CC_VERF, 1500);

    nisca_answer_verf(s, to, from, 0, verf, 400 * MICROSECOND);
    return 3600 * SECOND;
}

/* A request, its answer, and the acknowledgement of the answer. */
static int64_t
converse(story_t *s, unsigned argument)
{
    unsigned way = argument & 1;
    unsigned fate = between(0, 4) == 0 ? SECOND_LAN : 0;

    for (int64_t burst = between(0, 5); burst >= 0; burst--) {
        nisca_send(s, &c, way, fate);
        nisca_later(s, 60 * MICROSECOND);
    }
    nisca_later(s, 400 * MICROSECOND);
    nisca_send(s, &c, !way, fate);
    nisca_later(s, between(1, 100) * MILLISECOND);
    nisca_ack(s, &c, way, fate);
    return between(400, 1000) * MILLISECOND;
}

/* A message that wants to be acknowledged at once. */
static int64_t
insist(story_t *s, unsigned argument)
{
    unsigned way = argument & 1;

    nisca_send(s, &c, way, RSVP);
    nisca_later(s, 300 * MICROSECOND);
    nisca_ack(s, &c, !way, 0);
    return 7 * SECOND;
}

enum { CHORES = 8 + 4 + 2 + 2 + 2 };

static void
make_chores(chore_t *chores, int64_t now)
{
    unsigned n = 0;

    for (unsigned i = 0; i < 8; i++)
        chores[n++] = (chore_t){ now + between(100, 900) * MILLISECOND, say_hello, i };
    for (unsigned i = 0; i < 4; i++)
        chores[n++] = (chore_t){ now + between(2000, 5000) * MILLISECOND, test_channel, i };
    for (unsigned i = 0; i < 2; i++) {
        chores[n++] = (chore_t){ now + (6 + i) * SECOND, test_size, i };
        chores[n++] = (chore_t){ now + between(1000, 1500) * MILLISECOND, converse, i };
        chores[n++] = (chore_t){ now + (5 + i) * SECOND, insist, i };
    }
}

static chore_t *
earliest(chore_t *chores)
{
    chore_t *first = chores;

    for (unsigned i = 1; i < CHORES; i++) {
        if (chores[i].due < first->due)
            first = &chores[i];
    }
    return first;
}

/* Two nodes with V7.3 form a cluster and work for ten minutes. */
static void
make_healthy(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-healthy", BY_ETHERNET);
    chore_t chores[CHORES];
    int64_t end = s.now + 600 * SECOND;

    random_state = 7;
    begin_members(1);
    foreign[0] = nisca_member_new("ALPHA1", 2049);
    foreign[1] = nisca_member_new("ALPHA2", 2050);
    foreign[0].group = foreign[1].group = 2026;
    foreign[0].minor = foreign[1].minor = 6;
    foreign[0].password = foreign[1].password = 0x12345678;
    nisca_hello(&s, &alpha, 0);
    nisca_later(&s, 800 * MILLISECOND);
    nisca_handshake(&s, &alpha, &beta, 0);
    nisca_later(&s, 500 * MICROSECOND);
    nisca_circuit_begin(&s, &c);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_handshake(&s, &alpha, &beta, 1);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_handshake(&s, &foreign[0], &foreign[1], 0);
    make_chores(chores, s.now);
    for (chore_t *next = earliest(chores); next->due < end; next = earliest(chores)) {
        int64_t pause;

        if (next->due > s.now)
            s.now = next->due;
        pause = next->act(&s, next->argument);
        next->due += pause;
        nisca_later(&s, 500 * MICROSECOND);
    }
    nisca_story_close(&s);
}

/* --- Link layers ---------------------------------------------------------------------- */

/* A short life with most verdicts in it. */
static void
make_carried(const char *folder, const char *name, carrier_t carrier)
{
    story_t s = nisca_story_open(folder, name, carrier);

    begin_members(1);
    nisca_hello(&s, &alpha, 0);
    nisca_later(&s, 800 * MILLISECOND);
    nisca_handshake(&s, &alpha, &beta, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_circuit_begin(&s, &c);
    nisca_send(&s, &c, 0, RSVP);                /* 1 */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 1, 0);                   /* 1 */
    nisca_later(&s, 100 * MILLISECOND);
    nisca_ack(&s, &c, 0, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, LOST);                /* 2 */
    nisca_later(&s, 3 * SECOND);
    nisca_resend(&s, &c, 0, 2, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 3 * SECOND);
    nisca_resend(&s, &c, 0, 2, 2, SECOND_LAN);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, UNSEEN);              /* 3 */
    nisca_send(&s, &c, 0, 0);                   /* 4 */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_copy(&s, &c, 0, 4);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_hello(&s, &alpha, 0);                 /* late */
    nisca_later(&s, 1 * SECOND);
    nisca_expect_there(&s, nisca_circuit_message(&s, &c, 0, PPD_START), "nisca.circuit.restarted");
    nisca_later(&s, 8 * SECOND);
    nisca_hello(&s, &alpha, 0);                 /* lost */
    nisca_later(&s, 1 * SECOND);
    nisca_bye(&s, &alpha, 0);
    nisca_story_close(&s);
}

/* --- Capture points ------------------------------------------------------------------- */

enum { AT_A = 1, AT_B = 2 };

/* Both points see everything: each tells the same story, in its own frames. */
static void
make_merged(const char *folder)
{
    story_t s = nisca_story_open_points(folder, "nisca-story-merged");

    s.points = AT_A | AT_B;
    begin_members(1);
    for (unsigned i = 0; i < 3; i++) {
        nisca_hello(&s, &alpha, 0);
        nisca_later(&s, 1 * SECOND);
        nisca_hello(&s, &beta, 0);
        nisca_later(&s, 1 * SECOND);
    }
    nisca_circuit_begin(&s, &c);
    for (unsigned i = 0; i < 5; i++) {
        nisca_send(&s, &c, 0, 0);
        nisca_later(&s, 500 * MICROSECOND);
        nisca_send(&s, &c, 1, 0);
        nisca_later(&s, 50 * MILLISECOND);
        nisca_ack(&s, &c, 0, 0);
        nisca_later(&s, 50 * MILLISECOND);
    }
    nisca_send(&s, &c, 0, RSVP);
    nisca_later(&s, 300 * MICROSECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 9 * SECOND);
    nisca_hello(&s, &alpha, 0); /* lost at both */
    nisca_later(&s, 1 * SECOND);
    s.points = AT_A;      /* B misses a HELLO and sees the next one late */
    nisca_hello(&s, &alpha, 0);
    nisca_later(&s, 3 * SECOND);
    s.points = AT_A | AT_B;
    nisca_hello(&s, &alpha, 0);
    nisca_story_close(&s);
}

/* A message gets lost between the two points: B, near the receiver, sees only
 * its repetition, in which nothing is missing. */
static void
make_merged_loss(const char *folder)
{
    story_t s = nisca_story_open_points(folder, "nisca-story-merged-loss");

    s.points = AT_A | AT_B;
    s.open = "nisca.analysis.rexmt_cause"; /* at B: the capture has the original, B has not */
    begin_members(1);
    nisca_circuit_begin(&s, &c);
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    s.points = AT_A;
    nisca_send(&s, &c, 0, LOST);
    nisca_later(&s, 3 * SECOND);
    s.points = AT_A | AT_B;
    nisca_resend(&s, &c, 0, 2, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_story_close(&s);
}

/* Two LANs, one circuit: each capture point sees the messages of its LAN. */
static void
make_two_lans(const char *folder)
{
    story_t s = nisca_story_open_points(folder, "nisca-story-two-lans");
    unsigned frame;

    begin_members(1);
    s.points = AT_A;
    nisca_circuit_begin(&s, &c);
    for (unsigned i = 0; i < 20; i++) {
        bool second = i % 3 == 1;

        s.points = second ? AT_B : AT_A;
        nisca_send(&s, &c, 0, second ? SECOND_LAN : 0);
        nisca_later(&s, 1 * MILLISECOND);
        s.points = i % 4 < 2 ? AT_A : AT_B; /* the answer may go by the other LAN */
        nisca_ack(&s, &c, 1, i % 4 < 2 ? 0 : SECOND_LAN);
        nisca_later(&s, 10 * MILLISECOND);
    }
    /* Nobody saw number 21: the gap is one, whatever LAN it was sent on. */
    nisca_send(&s, &c, 0, UNSEEN);
    s.points = AT_A;
    frame = nisca_send(&s, &c, 0, 0);
    nisca_expect_there(&s, frame, "nisca.analysis.seq_gap");
    nisca_expect_there(&s, frame, "nisca.analysis.out_of_sequence");
    nisca_story_close(&s);
}

/* --- Clocks --------------------------------------------------------------------------- */

/* Many frames at the same time: the order of the frames decides. */
static void
make_equal_times(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-equal-times", BY_ETHERNET);

    begin_members(1);
    nisca_hello(&s, &alpha, 0);
    nisca_handshake(&s, &alpha, &beta, 0);
    nisca_circuit_message(&s, &c, 0, PPD_START);
    nisca_circuit_message(&s, &c, 1, PPD_STACK);
    nisca_circuit_message(&s, &c, 0, PPD_ACK);
    for (unsigned i = 0; i < 10; i++) {
        nisca_send(&s, &c, 0, i % 2 ? RSVP : 0);
        nisca_send(&s, &c, 0, 0);
        nisca_ack(&s, &c, 1, 0);
    }
    nisca_hello(&s, &alpha, 0);
    nisca_send(&s, &c, 0, LOST);
    nisca_resend(&s, &c, 0, 21, 1, 0);
    nisca_ack(&s, &c, 1, 0);
    nisca_resend(&s, &c, 0, 21, 2, 0);
    nisca_story_close(&s);
}

/* The clock is set back by an hour: no interval across that moment is late,
 * and links still are right. */
static void
make_backwards(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-backwards", BY_ETHERNET);
    unsigned first, answer;

    begin_members(1);
    s.open = "nisca.analysis.hello_delta"; /* an interval below zero may be shown, or not */
    s.copies = true;                       /* the same with round-trip times */
    nisca_hello(&s, &alpha, 0);
    nisca_circuit_begin(&s, &c);
    first = nisca_send(&s, &c, 0, 0);
    nisca_later(&s, -3600 * SECOND);
    alpha.hello[0][0] = 0;
    nisca_hello(&s, &alpha, 0);
    c.way[0].acked[0] = 1; /* its time is not compared */
    answer = nisca_ack(&s, &c, 1, 0);
    nisca_expect_frame(&s, answer, "nisca.analysis.acks_frame", first);
    nisca_expect_frame(&s, first, "nisca.analysis.acked_in", answer);
    nisca_later(&s, 3 * SECOND);
    nisca_hello(&s, &alpha, 0);
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_story_close(&s);
}

/* --- For the tables; tests/test_nisca_stories.py knows their sums --------------------- */

/* Rhythms, handshakes and round trips whose least, mean and greatest value
 * are easy to see.  Each message acknowledges the one before it. */
static void
make_tables(const char *folder)
{
    static const int64_t pauses[] = { 2, 2, 3, 9 }; /* mean 4 s, 2 missed */
    static const int64_t trips[] = { 1, 2, 6 };     /* mean 3 ms */
    story_t s = nisca_story_open(folder, "nisca-story-tables", BY_ETHERNET);

    begin_members(1);
    nisca_hello(&s, &alpha, 0);
    for (unsigned i = 0; i < 4; i++) {
        nisca_later(&s, pauses[i] * SECOND);
        nisca_hello(&s, &alpha, 0);
    }
    for (unsigned i = 0; i < 6; i++) {
        nisca_later(&s, 2500 * MILLISECOND);
        nisca_hello(&s, &beta, 0);
    }
    nisca_handshake(&s, &alpha, &beta, 0);
    nisca_later(&s, 1 * SECOND);
    nisca_handshake(&s, &alpha, &beta, 0);
    nisca_later(&s, 1 * SECOND);
    nisca_handshake(&s, &alpha, &beta, 0);
    nisca_later(&s, 1 * SECOND);
    nisca_handshake(&s, &alpha, &beta, 1);
    nisca_later(&s, 1 * SECOND);
    for (unsigned i = 0; i < 12; i++) {
        nisca_send(&s, &c, 0, 0);
        nisca_later(&s, trips[i % 3] * MILLISECOND);
        nisca_send(&s, &c, 1, 0);
        nisca_later(&s, 4 * MILLISECOND);
    }
    nisca_send(&s, &c, 0, 0);
    nisca_story_close(&s);
}

/* From VAX1: 7 messages lost, 5 acknowledgements lost, 4 originals not in the
 * capture, 11 gaps of one number each; from VAX2: nothing at all. */
static void
make_causes(const char *folder)
{
    static const unsigned counts[] = { 0, 7, 5, 4 };
    story_t s = nisca_story_open(folder, "nisca-story-causes", BY_ETHERNET);

    begin_members(1);
    nisca_circuit_begin(&s, &c);
    nisca_send(&s, &c, 0, 0);
    for (unsigned cause = 1; cause <= 3; cause++) {
        for (unsigned i = 0; i < counts[cause]; i++) {
            uint32_t number = c.way[0].next;

            nisca_later(&s, 100 * MILLISECOND);
            nisca_send(&s, &c, 0, cause == 1 ? LOST : cause == 2 ? 0 : UNSEEN | LOST);
            nisca_later(&s, 1 * MILLISECOND);
            if (cause == 2)
                nisca_ack(&s, &c, 1, 0);
            nisca_later(&s, 3 * SECOND);
            nisca_resend(&s, &c, 0, number, cause, 0);
            nisca_later(&s, 1 * MILLISECOND);
            nisca_ack(&s, &c, 1, 0);
        }
    }
    for (unsigned i = 0; i < 11; i++) {
        nisca_later(&s, 10 * MILLISECOND);
        nisca_send(&s, &c, 0, UNSEEN);
        nisca_send(&s, &c, 0, 0);
    }
    nisca_story_close(&s);
}

void
make_nisca_capture_stories(const char *folder)
{
    make_healthy(folder);
    make_carried(folder, "nisca-story-ethernet", BY_ETHERNET);
    make_carried(folder, "nisca-story-trailer", BY_TRAILER);
    make_carried(folder, "nisca-story-vlan", BY_VLAN);
    make_carried(folder, "nisca-story-snap", BY_SNAP);
    make_carried(folder, "nisca-story-cooked", BY_COOKED);
    make_carried(folder, "nisca-story-cooked2", BY_COOKED2);
    make_merged(folder);
    make_merged_loss(folder);
    make_two_lans(folder);
    make_equal_times(folder);
    make_backwards(folder);
    make_tables(folder);
    make_causes(folder);
}
