/* make-nisca-stories-channel.c
 * What happens between adapters: handshakes and why they fail, HELLO rhythms,
 * BYE, passwords, names, multicast groups.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-nisca-story.h"

static member_t alpha, beta, gamma_;

static void
begin_members(void)
{
    alpha = nisca_member_new("VAX1", 1025);
    beta = nisca_member_new("VAX2", 1026);
    gamma_ = nisca_member_new("VAX3", 1027);
}

/* --- Handshakes ----------------------------------------------------------------------- */

/* A channel forms, is tested, is formed anew; the second adapters form theirs
 * in between. */
static void
make_handshake(const char *folder, const char *name, carrier_t carrier)
{
    story_t s = nisca_story_open(folder, name, carrier);
    unsigned verf;

    begin_members();
    nisca_hello(&s, &alpha, 0);
    nisca_later(&s, 700 * MILLISECOND);
    nisca_handshake(&s, &alpha, &beta, 0);
    nisca_later(&s, 400 * MILLISECOND);
    nisca_hello(&s, &beta, 0);
    nisca_later(&s, 900 * MILLISECOND);
    for (unsigned i = 0; i < 3; i++) {
        verf = nisca_cc_send(&s, &beta, &alpha, 0, CC_VERF);
        nisca_answer_verf(&s, &alpha, &beta, 0, verf, 200 * MICROSECOND);
        nisca_later(&s, 300 * MILLISECOND);
        verf = nisca_cc_send(&s, &alpha, &beta, 0, CC_VERF);
        nisca_answer_verf(&s, &beta, &alpha, 0, verf, 180 * MICROSECOND);
        nisca_later(&s, 300 * MILLISECOND);
    }
    nisca_handshake(&s, &alpha, &beta, 1);
    nisca_later(&s, 100 * MILLISECOND);
    verf = nisca_cc_send(&s, &beta, &alpha, 0, CC_VERF);
    nisca_answer_verf(&s, &alpha, &beta, 0, verf, 200 * MICROSECOND);
    nisca_later(&s, 2 * SECOND);
    nisca_handshake(&s, &beta, &alpha, 0); /* the same channel again, the other way round */
    nisca_story_close(&s);
}

/* Two handshakes at the same time, message by message. */
static void
make_handshakes_mixed(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-handshakes", BY_ETHERNET);
    unsigned start[2], verf[2];
    int64_t began[2];
    member_t *joiners[2];

    begin_members();
    joiners[0] = &beta;
    joiners[1] = &gamma_;
    for (unsigned i = 0; i < 2; i++) {
        began[i] = s.now;
        start[i] = nisca_cc_send(&s, &alpha, joiners[i], 0, CC_CCSTART);
        nisca_later(&s, 100 * MICROSECOND);
    }
    for (unsigned i = 0; i < 2; i++) {
        verf[i] = nisca_cc_send(&s, joiners[i], &alpha, 0, CC_VERF);
        nisca_expect_frame(&s, verf[i], "nisca.channel.start_frame", start[i]);
        nisca_later(&s, 100 * MICROSECOND);
    }
    for (unsigned i = 0; i < 2; i++) {
        unsigned vack = nisca_answer_verf(&s, &alpha, joiners[i], 0, verf[i], 100 * MICROSECOND);

        nisca_expect_frame(&s, vack, "nisca.channel.start_frame", start[i]);
        nisca_expect_time(&s, vack, "nisca.channel.setup_time", s.now - began[i]);
    }
    nisca_story_close(&s);
}

/* A satellite boots: a server answers its SOLICIT directly. */
static void
make_solicit(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-solicit", BY_ETHERNET);
    unsigned solicit, verf, vack;

    begin_members();
    beta.minor = 2;
    nisca_hello(&s, &alpha, 0);
    nisca_later(&s, 500 * MILLISECOND);
    solicit = nisca_cc_send(&s, &beta, NULL, 0, CC_SOLICIT);
    nisca_later(&s, 300 * MICROSECOND);
    verf = nisca_cc_send(&s, &alpha, &beta, 0, CC_VERF);
    nisca_expect_frame(&s, verf, "nisca.channel.start_frame", solicit);
    beta.minor = 5;
    vack = nisca_answer_verf(&s, &beta, &alpha, 0, verf, 900 * MICROSECOND);
    nisca_expect_frame(&s, vack, "nisca.channel.start_frame", solicit);
    nisca_expect_not(&s, vack, "nisca.channel.setup_time"); /* only CCSTART has one */
    nisca_story_close(&s);
}

/* CCSTART with a wrong password: the other node does not even answer. */
static void
make_no_verf(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-no-verf", BY_ETHERNET);
    unsigned repeated;

    begin_members();
    nisca_hello(&s, &alpha, 0);
    nisca_later(&s, 300 * MILLISECOND);
    nisca_cc_send(&s, &beta, &alpha, 0, CC_CCSTART);
    for (unsigned i = 0; i < 3; i++) {
        nisca_later(&s, 2700 * MILLISECOND);
        nisca_hello(&s, &alpha, 0);
        nisca_later(&s, 300 * MILLISECOND);
        nisca_hello(&s, &alpha, 1); /* an adapter that nobody answers yet */
        nisca_later(&s, 300 * MILLISECOND);
        repeated = nisca_cc_send(&s, &beta, &alpha, 0, CC_CCSTART);
        nisca_expect_there(&s, repeated, "nisca.channel.no_verf");
    }
    nisca_later(&s, 100 * MILLISECOND);
    nisca_cc_send(&s, &gamma_, &alpha, 0, CC_CCSTART); /* another channel: its first */
    nisca_later(&s, 100 * MILLISECOND);
    nisca_cc_send(&s, &beta, &alpha, 1, CC_CCSTART);   /* another pair of adapters: likewise */
    nisca_story_close(&s);
}

/* The way back is broken: VERF is sent and sent again, no VACK is seen. */
static void
make_no_vack(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-no-vack", BY_ETHERNET);
    unsigned start, verf;

    begin_members();
    for (unsigned i = 0; i < 3; i++) {
        start = nisca_cc_send(&s, &beta, &alpha, 0, CC_CCSTART);
        if (i > 0)
            nisca_expect_there(&s, start, "nisca.channel.no_vack");
        nisca_later(&s, 300 * MICROSECOND);
        verf = nisca_cc_send(&s, &alpha, &beta, 0, CC_VERF);
        nisca_expect_frame(&s, verf, "nisca.channel.start_frame", start);
        if (i > 0)
            nisca_expect_there(&s, verf, "nisca.channel.no_vack");
        nisca_later(&s, 5 * SECOND);
    }
    nisca_story_close(&s);
}

/* An open channel stops to answer its tests. */
static void
make_test_unanswered(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-test-unanswered", BY_ETHERNET);
    unsigned verf;

    begin_members();
    nisca_handshake(&s, &beta, &alpha, 0);
    nisca_later(&s, 4 * SECOND);
    verf = nisca_cc_send(&s, &alpha, &beta, 0, CC_VERF);
    nisca_answer_verf(&s, &beta, &alpha, 0, verf, 200 * MICROSECOND);
    nisca_later(&s, 4 * SECOND);
    nisca_cc_send(&s, &alpha, &beta, 0, CC_VERF);
    for (unsigned i = 0; i < 2; i++) {
        nisca_later(&s, 5 * SECOND);
        verf = nisca_cc_send(&s, &alpha, &beta, 0, CC_VERF);
        nisca_expect_there(&s, verf, "nisca.channel.no_vack");
    }
    nisca_later(&s, 5 * SECOND);
    nisca_handshake(&s, &beta, &gamma_, 0); /* another channel is not to blame */
    nisca_story_close(&s);
}

/* The path takes small frames only: the padded VERF comes four times, then a
 * smaller one, until one is answered. */
static void
make_packet_size(const char *folder)
{
    static const unsigned sizes[] = { 1500, 1069, 853 };
    story_t s = nisca_story_open(folder, "nisca-story-packet-size", BY_ETHERNET);
    unsigned verf;

    begin_members();
    nisca_handshake(&s, &beta, &alpha, 0);
    for (unsigned i = 0; i < 3; i++) {
        for (unsigned again = 0; again < 4; again++) {
            nisca_later(&s, 6 * SECOND);
            verf = nisca_cc_send_padded(&s, &alpha, &beta, 0, CC_VERF, sizes[i]);
            nisca_expect_there(&s, verf, "nisca.cc.padding");
            if (i > 0 || again > 0)
                nisca_expect_there(&s, verf, "nisca.channel.no_vack");
        }
    }
    nisca_later(&s, 6 * SECOND);
    verf = nisca_cc_send_padded(&s, &alpha, &beta, 0, CC_VERF, 745);
    nisca_expect_there(&s, verf, "nisca.cc.padding");
    nisca_expect_there(&s, verf, "nisca.channel.no_vack"); /* the one before it had none */
    nisca_answer_verf(&s, &beta, &alpha, 0, verf, 200 * MICROSECOND);
    nisca_later(&s, 6 * SECOND);
    verf = nisca_cc_send_padded(&s, &alpha, &beta, 0, CC_VERF, 745);
    nisca_answer_verf(&s, &beta, &alpha, 0, verf, 200 * MICROSECOND);
    nisca_story_close(&s);
}

/* The usual small tests are answered all the time, the padded ones never.  It
 * is left open whether a small one counts as a repetition. */
static void
make_packet_size_mixed(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-packet-size-mixed", BY_ETHERNET);
    unsigned verf;

    s.open = "nisca.channel.no_vack";
    begin_members();
    nisca_handshake(&s, &beta, &alpha, 0);
    for (unsigned again = 0; again < 4; again++) {
        nisca_later(&s, 2 * SECOND);
        verf = nisca_cc_send_padded(&s, &alpha, &beta, 0, CC_VERF, 1500);
        if (again > 0)
            nisca_expect_there(&s, verf, "nisca.channel.no_vack");
        else
            nisca_expect_not(&s, verf, "nisca.channel.no_vack");
        nisca_later(&s, 2 * SECOND);
        verf = nisca_cc_send(&s, &beta, &alpha, 0, CC_VERF); /* the other way: fine */
        nisca_expect_not(&s, verf, "nisca.channel.no_vack");
        nisca_answer_verf(&s, &alpha, &beta, 0, verf, 200 * MICROSECOND);
        nisca_later(&s, 2 * SECOND);
        verf = nisca_cc_send(&s, &alpha, &beta, 0, CC_VERF);
        nisca_answer_verf(&s, &beta, &alpha, 0, verf, 200 * MICROSECOND);
    }
    nisca_story_close(&s);
}

/* --- Rhythm --------------------------------------------------------------------------- */

/* Intervals around every limit; the simulator judges them. */
static void
make_hello_rhythm(const char *folder)
{
    static const int64_t pauses[] = {
        3000, 2250, 1540, 3160, 3500, 3501, 4000, 5000, 7999, 8000, 8001, 9100, 30000, 3000, 1,
        3000,
    };
    story_t s = nisca_story_open(folder, "nisca-story-hello", BY_ETHERNET);

    begin_members();
    nisca_hello(&s, &alpha, 0);
    for (unsigned i = 0; i < sizeof pauses / sizeof *pauses; i++) {
        nisca_later(&s, pauses[i] * MILLISECOND);
        nisca_hello(&s, &alpha, 0);
    }
    nisca_story_close(&s);
}

/* Each adapter has a rhythm of its own, and each group: one of them fails. */
static void
make_hello_adapters(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-adapters", BY_ETHERNET);
    member_t other;

    begin_members();
    other = nisca_member_new("VAX1", 1025); /* the same node number and name in another cluster */
    other.group = 257;
    other.lan[0] = alpha.lan[0];
    for (unsigned i = 0; i < 20; i++) {
        if (i < 5 || i > 8)
            nisca_hello(&s, &alpha, 0);
        nisca_later(&s, 500 * MILLISECOND);
        nisca_hello(&s, &alpha, 1);
        nisca_later(&s, 500 * MILLISECOND);
        nisca_hello(&s, &beta, 0);
        nisca_later(&s, 500 * MILLISECOND);
        if (i % 2 == 0)
            nisca_hello(&s, &other, 0);
        nisca_later(&s, 1500 * MILLISECOND);
    }
    nisca_story_close(&s);
}

/* An orderly shutdown, silence that nobody misses, and a return. */
static void
make_bye(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-bye", BY_ETHERNET);
    static circuit_t c;

    begin_members();
    nisca_circuit_new(&c, &alpha, &beta, 1);
    nisca_hello(&s, &alpha, 0);
    nisca_hello(&s, &beta, 0);
    nisca_later(&s, 1 * SECOND);
    nisca_handshake(&s, &alpha, &beta, 0);
    nisca_circuit_begin(&s, &c);
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 100 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * SECOND);
    nisca_hello(&s, &alpha, 0);
    nisca_later(&s, 500 * MILLISECOND);
    nisca_bye(&s, &alpha, 0);
    for (unsigned i = 0; i < 20; i++) {
        nisca_hello(&s, &beta, 0);
        nisca_later(&s, 3 * SECOND);
    }
    nisca_hello(&s, &alpha, 0); /* a minute later: no interval, not lost */
    nisca_later(&s, 500 * MILLISECOND);
    nisca_handshake(&s, &alpha, &beta, 0); /* CCSTART is the first of a new channel */
    nisca_circuit_begin(&s, &c);           /* START after BYE is no restart */
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 100 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 2 * SECOND);
    nisca_hello(&s, &alpha, 0);
    nisca_story_close(&s);
}

/* --- Who and what --------------------------------------------------------------------- */

static void
make_passwords(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-password", BY_ETHERNET);
    member_t other[2];

    begin_members();
    gamma_.password = 0x11223344;
    for (unsigned i = 0; i < 2; i++) { /* another cluster has another password */
        other[i] = nisca_member_new(i ? "DELTA" : "EPSILN", (uint16_t)(2049 + i));
        other[i].group = 2026;
        other[i].password = 0x55667788;
    }
    nisca_hello(&s, &alpha, 0); /* HELLO has no password: zero is not another one */
    nisca_hello(&s, &gamma_, 0);
    nisca_later(&s, 100 * MILLISECOND);
    nisca_handshake(&s, &beta, &alpha, 0);
    nisca_later(&s, 100 * MILLISECOND);
    nisca_handshake(&s, &other[0], &other[1], 0);
    for (unsigned i = 0; i < 3; i++) {
        unsigned wrong;

        nisca_later(&s, 2500 * MILLISECOND);
        nisca_hello(&s, &alpha, 0);
        nisca_later(&s, 500 * MILLISECOND);
        wrong = nisca_cc_send(&s, &gamma_, &alpha, 0, CC_CCSTART);
        nisca_expect_there(&s, wrong, "nisca.password_mismatch");
        if (i > 0)
            nisca_expect_there(&s, wrong, "nisca.channel.no_verf");
        nisca_later(&s, 10 * MILLISECOND);
        nisca_answer_verf(&s, &alpha, &beta, 0, nisca_cc_send(&s, &beta, &alpha, 0, CC_VERF),
                          200 * MICROSECOND);
    }
    nisca_story_close(&s);
}

static void
make_identities(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-identity", BY_ETHERNET);
    member_t twin = nisca_member_new("VAX1", 1030), renamed;
    member_t foreign = nisca_member_new("VAX1", 1031);
    member_t foreign_id = nisca_member_new("OTHER", 1025);

    begin_members();
    renamed = nisca_member_new("NEWNAM", 1026);
    foreign.group = foreign_id.group = 257; /* another cluster may use them too */
    nisca_hello(&s, &alpha, 0);
    nisca_hello(&s, &alpha, 1); /* two adapters are one node */
    nisca_hello(&s, &beta, 0);
    nisca_hello(&s, &foreign, 0);
    nisca_hello(&s, &foreign_id, 0);
    nisca_later(&s, 1 * SECOND);
    nisca_cc_send(&s, &beta, &alpha, 0, CC_CCSTART);
    nisca_later(&s, 1 * SECOND);
    /* A name, two nodes. */
    nisca_expect_there(&s, nisca_hello(&s, &twin, 0), "nisca.identity_conflict");
    nisca_later(&s, 1 * SECOND);
    /* A node, two names. */
    nisca_expect_there(&s, nisca_hello(&s, &renamed, 1), "nisca.identity_conflict");
    nisca_story_close(&s);
}

/* HELLO to the multicast address of another group. */
static void
make_multicast(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-multicast", BY_ETHERNET);
    static packet_t p;
    endpoint_t from = nisca_node(1025), to = nisca_group(257);
    nisca_cc_t cc = nisca_cc_typical(CC_HELLO, 5, "VAX1");
    unsigned frame;

    begin_members();
    nisca_hello(&s, &beta, 0);
    nisca_later(&s, 1 * SECOND);
    nisca_dx(&p, &from, &to, 1);
    nisca_cc(&p, &cc);
    frame = nisca_story_add(&s, &p, &alpha.lan[0], &to);
    nisca_expect_there(&s, frame, "nisca.multicast_group_mismatch");
    nisca_expect_value(&s, frame, "nisca.dx.group", 1);
    nisca_later(&s, 1 * SECOND);
    nisca_hello(&s, &gamma_, 0);
    nisca_story_close(&s);
}

void
make_nisca_channel_stories(const char *folder)
{
    make_handshake(folder, "nisca-story-handshake", BY_ETHERNET);
    make_handshake(folder, "nisca-story-handshake-cooked", BY_COOKED);
    make_handshakes_mixed(folder);
    make_solicit(folder);
    make_no_verf(folder);
    make_no_vack(folder);
    make_test_unanswered(folder);
    make_packet_size(folder);
    make_packet_size_mixed(folder);
    make_hello_rhythm(folder);
    make_hello_adapters(folder);
    make_bye(folder);
    make_passwords(folder);
    make_identities(folder);
    make_multicast(folder);
}

void
make_nisca_stories(const char *folder)
{
    make_nisca_channel_stories(folder);
    make_nisca_circuit_stories(folder);
    make_nisca_capture_stories(folder);
    make_nisca_scs_stories(folder);
}
