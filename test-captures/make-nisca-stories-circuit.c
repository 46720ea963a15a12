/* make-nisca-stories-circuit.c
 * Circuits: what was lost, what came twice, what was never seen; numbers that
 * wrap, circuits that restart, answers that come late.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-nisca-story.h"

static member_t alpha, beta;
static circuit_t c;

/* Two members whose circuit is at number `first` in both directions. */
static story_t
begin(const char *folder, const char *name, uint32_t first)
{
    story_t s = nisca_story_open(folder, name, BY_ETHERNET);

    alpha = nisca_member_new("VAX1", 1025);
    beta = nisca_member_new("VAX2", 1026);
    nisca_circuit_new(&c, &alpha, &beta, first);
    return s;
}

/* A few messages each way, all acknowledged. */
static void
talk(story_t *s, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        nisca_send(s, &c, 0, 0);
        nisca_later(s, 400 * MICROSECOND);
        nisca_send(s, &c, 1, 0);
        nisca_later(s, 400 * MICROSECOND);
        nisca_send(s, &c, 0, 0);
        nisca_later(s, 100 * MILLISECOND);
        nisca_ack(s, &c, 1, 0);
        nisca_later(s, 5 * MILLISECOND);
        nisca_ack(s, &c, 1, 0); /* says nothing new */
        nisca_later(s, 50 * MILLISECOND);
    }
}

/* --- Acknowledgements ----------------------------------------------------------------- */

/* One acknowledgement covers many; numbers are those of a circuit that began
 * long before the capture did. */
static void
make_cumulative(const char *folder)
{
    story_t s = begin(folder, "nisca-story-cumulative", 4711);

    nisca_ack(&s, &c, 1, 0); /* of a message before the capture: nothing to link */
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 2);
    for (unsigned i = 0; i < 5; i++) {
        nisca_send(&s, &c, 0, i == 2 ? NO_ACK : 0);
        nisca_later(&s, 30 * MICROSECOND);
    }
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 1, 0); /* the same acknowledgement, now with a message */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 0, SECOND_LAN);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, SECOND_LAN); /* numbers are shared by all channels */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, SECOND_LAN);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, 0); /* never acknowledged */
    nisca_story_close(&s);
}

/* --- Retransmissions ------------------------------------------------------------------ */

static void
make_lost_message(const char *folder)
{
    story_t s = begin(folder, "nisca-story-lost-message", 1);

    nisca_circuit_begin(&s, &c);
    talk(&s, 2);
    nisca_send(&s, &c, 0, LOST);
    nisca_later(&s, 1 * SECOND);
    nisca_send(&s, &c, 1, 0); /* acknowledges only what came before */
    nisca_later(&s, 2 * SECOND);
    nisca_resend(&s, &c, 0, 5, 1, 0);
    nisca_later(&s, 500 * MICROSECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 2);
    nisca_story_close(&s);
}

/* The acknowledgement passed the capture point, and got lost behind it. */
static void
make_lost_ack(const char *folder)
{
    story_t s = begin(folder, "nisca-story-lost-ack", 1);

    nisca_circuit_begin(&s, &c);
    talk(&s, 2);
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 500 * MICROSECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 3 * SECOND);
    nisca_resend(&s, &c, 0, 5, 2, 0);
    nisca_later(&s, 500 * MICROSECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 2);
    /* The same in the other direction, acknowledged by a later message. */
    nisca_send(&s, &c, 1, 0);
    nisca_later(&s, 500 * MICROSECOND);
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 3 * SECOND);
    nisca_resend(&s, &c, 1, 5, 2, 0);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 1);
    nisca_story_close(&s);
}

/* All that is outstanding is sent again, as old nodes do. */
static void
make_lost_window(const char *folder)
{
    story_t s = begin(folder, "nisca-story-lost-window", 100);

    talk(&s, 2); /* way 0 is at 104 now */
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, LOST);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0); /* 104 only */
    nisca_later(&s, 3 * SECOND);
    nisca_resend(&s, &c, 0, 105, 1, 0);
    nisca_later(&s, 10 * MICROSECOND);
    nisca_resend(&s, &c, 0, 106, 1, 0); /* no acknowledgement of it was seen */
    nisca_later(&s, 500 * MICROSECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 2);
    nisca_story_close(&s);
}

/* The first channel fails; the copy goes by the second adapters. */
static void
make_second_channel(const char *folder)
{
    story_t s = begin(folder, "nisca-story-second-channel", 1);

    nisca_circuit_begin(&s, &c);
    talk(&s, 2);
    nisca_send(&s, &c, 0, LOST);
    nisca_later(&s, 1500 * MILLISECOND);
    nisca_resend(&s, &c, 0, 5, 1, SECOND_LAN);
    nisca_later(&s, 500 * MICROSECOND);
    nisca_ack(&s, &c, 1, SECOND_LAN);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, SECOND_LAN);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, SECOND_LAN);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 1);
    nisca_story_close(&s);
}

/* The capture has only the copy. */
static void
make_original_unseen(const char *folder)
{
    story_t s = begin(folder, "nisca-story-original-unseen", 31);

    nisca_send(&s, &c, 0, UNSEEN | LOST); /* just before the capture began */
    nisca_resend(&s, &c, 0, 31, 3, 0);
    nisca_later(&s, 500 * MICROSECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 2); /* way 0 is at 36 now */
    nisca_send(&s, &c, 0, UNSEEN | LOST);
    nisca_later(&s, 3 * SECOND);
    nisca_resend(&s, &c, 0, 36, 3, LOST); /* no gap: this is the next number */
    nisca_later(&s, 2 * SECOND);
    nisca_resend(&s, &c, 0, 36, 3, 0);    /* the first copy is no original */
    nisca_later(&s, 500 * MICROSECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 2);
    nisca_story_close(&s);
}

/* Four copies: two before, one after the lost acknowledgement, one more. */
static void
make_many_copies(const char *folder)
{
    story_t s = begin(folder, "nisca-story-many-copies", 1);

    nisca_circuit_begin(&s, &c);
    talk(&s, 1);
    nisca_send(&s, &c, 0, LOST);
    nisca_later(&s, 1 * SECOND);
    nisca_resend(&s, &c, 0, 3, 1, LOST);
    nisca_later(&s, 2 * SECOND);
    nisca_resend(&s, &c, 0, 3, 1, SECOND_LAN);
    nisca_later(&s, 500 * MICROSECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 3 * SECOND);
    nisca_resend(&s, &c, 0, 3, 2, 0);
    nisca_later(&s, 500 * MICROSECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 3 * SECOND);
    nisca_resend(&s, &c, 0, 3, 2, 0);
    nisca_later(&s, 500 * MICROSECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 1);
    nisca_story_close(&s);
}

/* --- Copies and gaps ------------------------------------------------------------------ */

static void
make_duplicates(const char *folder)
{
    story_t s = begin(folder, "nisca-story-duplicate", 1);

    nisca_circuit_begin(&s, &c);
    talk(&s, 1);
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 20 * MICROSECOND);
    nisca_copy(&s, &c, 0, 3);
    nisca_later(&s, 20 * MICROSECOND);
    nisca_copy(&s, &c, 0, 3);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_copy(&s, &c, 0, 3); /* behind a later message */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 20 * MICROSECOND);
    nisca_ack(&s, &c, 1, 0);  /* an ACK frame has no number that could be seen twice */
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 2);
    nisca_story_close(&s);
}

/* 20,000 copies of one message, 3 microseconds apart. */
static void
make_storm(const char *folder)
{
    story_t s = begin(folder, "nisca-story-storm", 1);

    nisca_circuit_begin(&s, &c);
    talk(&s, 1);
    nisca_send(&s, &c, 0, 0);
    for (unsigned i = 0; i < 20000; i++) {
        nisca_later(&s, 3 * MICROSECOND);
        nisca_copy(&s, &c, 0, 3);
    }
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 1);
    nisca_story_close(&s);
}

/* Messages that the capture missed; the receiver had them. */
static void
make_gaps(const char *folder)
{
    story_t s = begin(folder, "nisca-story-gap", 1);

    nisca_circuit_begin(&s, &c);
    talk(&s, 1);
    nisca_send(&s, &c, 0, UNSEEN);
    nisca_send(&s, &c, 0, 0); /* gap of 1 */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    for (unsigned i = 0; i < 10; i++)
        nisca_send(&s, &c, 1, UNSEEN);
    nisca_send(&s, &c, 1, 0); /* gap of 10 */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 0, 0);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 1);
    nisca_send(&s, &c, 0, UNSEEN);
    nisca_ack(&s, &c, 1, 0); /* acknowledges what the capture does not hold */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, 0); /* gap of 1 */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 1);
    nisca_story_close(&s);
}

/* A number comes late and fills a gap: neither a copy nor sent again. */
static void
make_late_number(const char *folder)
{
    story_t s = begin(folder, "nisca-story-late-number", 1);

    nisca_circuit_begin(&s, &c);
    talk(&s, 1); /* way 0 is at 3 now */
    nisca_send(&s, &c, 0, UNSEEN);
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 100 * MICROSECOND);
    nisca_come_late(&s, &c, 0, 3);
    nisca_later(&s, 100 * MICROSECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 2);
    nisca_copy(&s, &c, 0, 3); /* now it was seen before */
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 1);
    nisca_story_close(&s);
}

/* --- Numbers -------------------------------------------------------------------------- */

/* More than a full turn of 16 bits between old nodes, acknowledged all along. */
static void
make_wrap(const char *folder)
{
    enum { MESSAGES = 70000 };
    story_t s = nisca_story_open(folder, "nisca-story-wrap", BY_ETHERNET);

    alpha = nisca_member_new("VAXA", 1025);
    beta = nisca_member_new("VAXB", 1026);
    alpha.minor = beta.minor = 3;
    nisca_circuit_new(&c, &alpha, &beta, 65530);
    nisca_hello(&s, &alpha, 0);
    nisca_later(&s, 10 * MILLISECOND);
    nisca_hello(&s, &beta, 0);
    for (unsigned i = 0; i < MESSAGES; i++) {
        nisca_later(&s, 20 * MICROSECOND);
        nisca_send(&s, &c, 0, 0);
        if (i % 7 != 6 && i > 12)
            continue;
        nisca_later(&s, 100 * MICROSECOND);
        nisca_ack(&s, &c, 1, 0);
    }
    nisca_story_close(&s);
}

/* A lost message, a lost ACK, a gap and a copy right at the wrap. */
static void
make_wrap_faults(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-wrap-faults", BY_ETHERNET);

    alpha = nisca_member_new("VAXA", 1025);
    beta = nisca_member_new("VAXB", 1026);
    alpha.minor = beta.minor = 3;
    nisca_circuit_new(&c, &alpha, &beta, 65531);
    nisca_hello(&s, &alpha, 0);
    nisca_later(&s, 10 * MILLISECOND);
    nisca_hello(&s, &beta, 0);
    talk(&s, 1);             /* 65531, 65532 */
    nisca_send(&s, &c, 0, UNSEEN); /* 65533 */
    nisca_send(&s, &c, 0, 0);      /* 65534 */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, LOST);   /* 65535 */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, 0);      /* 0 */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);       /* up to 65534 */
    nisca_later(&s, 3 * SECOND);
    nisca_resend(&s, &c, 0, 65535, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);       /* up to 0 */
    nisca_later(&s, 3 * SECOND);
    nisca_resend(&s, &c, 0, 65536, 2, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_copy(&s, &c, 0, 65536);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 0, UNSEEN); /* 1 and 2 */
    nisca_send(&s, &c, 0, UNSEEN);
    nisca_send(&s, &c, 0, 0);      /* 3: gap of 2 */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 2);
    nisca_story_close(&s);
}

/* Extended numbers do not wrap at 16 bits. */
static void
make_extended(const char *folder)
{
    story_t s = begin(folder, "nisca-story-extended", 65530);

    nisca_hello(&s, &alpha, 0);
    nisca_hello(&s, &beta, 0);
    nisca_later(&s, 10 * MILLISECOND);
    talk(&s, 4); /* 65530 to 65537 */
    nisca_send(&s, &c, 0, LOST); /* 65538 */
    nisca_later(&s, 3 * SECOND);
    nisca_resend(&s, &c, 0, 65538, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_later(&s, 1 * MILLISECOND);
    c.way[0].next += 65536; /* the same 16 bits: only the extended numbers tell */
    c.way[0].acked[0] = c.way[0].next - 1;
    nisca_expect_value(&s, nisca_send(&s, &c, 0, 0), "nisca.tr.seq", 3);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 1, 0);
    nisca_story_close(&s);
}

/* --- Which numbers are in force ------------------------------------------------------- */

enum { ACK_16 = 0x1111, ACK_32 = 0x00222222 };

/* An ACK frame whose two pairs differ. */
static void
add_two_faced(story_t *s, const member_t *from, const member_t *to, uint8_t ctl, uint32_t expected)
{
    static packet_t p;
    endpoint_t dx_from = nisca_node(from->id), dx_to = nisca_node(to->id);
    nisca_tr_t tr = nisca_tr_typical(TR_ACK | ctl, ACK_32, 0);

    tr.ack = ACK_16;
    nisca_dx(&p, &dx_from, &dx_to, from->group);
    nisca_tr_extended(&p, &tr);
    nisca_expect_value(s, nisca_story_add(s, &p, &from->lan[0], &to->lan[0]), "nisca.ack",
                       expected);
    nisca_later(s, 1 * MILLISECOND);
}

static void
make_versions(const char *folder)
{
    story_t s = nisca_story_open(folder, "nisca-story-versions", BY_ETHERNET);
    member_t old = nisca_member_new("OLD", 1030), new = nisca_member_new("NEW", 1031);
    member_t newer = nisca_member_new("NEWER", 1032), unknown = nisca_member_new("QUIET", 1033);
    member_t old_too = nisca_member_new("OLD2", 1034);

    old.minor = old_too.minor = 3;
    newer.minor = 6;
    new.minor = 4; /* the first version with extended numbers */
    /* Nothing is known: the header's own shape tells. */
    add_two_faced(&s, &new, &newer, TR_CTL, ACK_32);
    add_two_faced(&s, &old, &newer, TR_CTL, ACK_32);
    add_two_faced(&s, &new, &newer, 0, ACK_16);
    nisca_hello(&s, &new, 0);
    nisca_later(&s, 1 * MILLISECOND);
    add_two_faced(&s, &new, &unknown, TR_CTL, ACK_32);
    add_two_faced(&s, &new, &unknown, 0, ACK_16);
    nisca_hello(&s, &newer, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_hello(&s, &old, 0);
    nisca_later(&s, 1 * MILLISECOND);
    /* Both ends are known. */
    add_two_faced(&s, &new, &newer, TR_CTL, ACK_32);
    add_two_faced(&s, &newer, &new, TR_CTL, ACK_32);
    add_two_faced(&s, &new, &newer, 0, ACK_32);
    add_two_faced(&s, &old, &newer, TR_CTL, ACK_16);
    add_two_faced(&s, &newer, &old, TR_CTL, ACK_16);
    add_two_faced(&s, &new, &old, TR_CTL, ACK_16);
    add_two_faced(&s, &old, &new, 0, ACK_16);
    /* One old end is enough to know. */
    add_two_faced(&s, &old, &unknown, TR_CTL, ACK_16);
    add_two_faced(&s, &unknown, &old, TR_CTL, ACK_16);
    nisca_hello(&s, &old_too, 0);
    nisca_later(&s, 1 * MILLISECOND);
    add_two_faced(&s, &old, &old_too, TR_CTL, ACK_16);
    nisca_story_close(&s);
}

/* --- Restarts ------------------------------------------------------------------------- */

static void
make_restart(const char *folder)
{
    story_t s = begin(folder, "nisca-story-restart", 1);
    unsigned start;

    nisca_circuit_message(&s, &c, 0, PPD_START);
    nisca_later(&s, 2 * SECOND);
    nisca_circuit_message(&s, &c, 0, PPD_START); /* the first one had no answer: no restart */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_circuit_message(&s, &c, 1, PPD_STACK);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_circuit_message(&s, &c, 0, PPD_ACK);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 3);
    nisca_send(&s, &c, 0, 0); /* outstanding when the circuit ends */
    nisca_later(&s, 20 * SECOND);
    start = nisca_circuit_message(&s, &c, 1, PPD_START); /* with the old circuit's next number */
    nisca_expect_there(&s, start, "nisca.circuit.restarted");
    nisca_later(&s, 1 * SECOND);
    nisca_circuit_message(&s, &c, 1, PPD_START); /* again: nothing was seen since */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_circuit_message(&s, &c, 0, PPD_STACK);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_circuit_message(&s, &c, 1, PPD_ACK);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 3); /* numbers begin at 1: no copies, no gaps */
    start = nisca_circuit_message(&s, &c, 0, PPD_START);
    nisca_expect_there(&s, start, "nisca.circuit.restarted");
    nisca_later(&s, 1 * MILLISECOND);
    nisca_circuit_message(&s, &c, 1, PPD_STACK);
    nisca_later(&s, 1 * MILLISECOND);
    start = nisca_circuit_message(&s, &c, 0, PPD_START); /* a STACK is enough */
    nisca_expect_there(&s, start, "nisca.circuit.restarted");
    nisca_story_close(&s);
}

/* Sequenced messages are enough to know that there was a circuit. */
static void
make_restart_seen_late(const char *folder)
{
    story_t s = begin(folder, "nisca-story-restart-late", 500);
    member_t gamma_ = nisca_member_new("VAX3", 1027);
    static circuit_t other;
    unsigned start;

    nisca_circuit_new(&other, &alpha, &gamma_, 1);
    talk(&s, 1);
    nisca_circuit_begin(&s, &other); /* another circuit of the same node */
    start = nisca_circuit_message(&s, &c, 0, PPD_START);
    nisca_expect_there(&s, start, "nisca.circuit.restarted");
    nisca_later(&s, 1 * MILLISECOND);
    nisca_circuit_message(&s, &c, 1, PPD_STACK);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_circuit_message(&s, &c, 0, PPD_ACK);
    nisca_later(&s, 1 * MILLISECOND);
    talk(&s, 2);
    nisca_story_close(&s);
}

/* --- Answers at once ------------------------------------------------------------------ */

static void
make_rsvp(const char *folder)
{
    static const int64_t delays[] = { 300000, SECOND - 1000, SECOND, SECOND + 1000, 2500000000 };
    story_t s = begin(folder, "nisca-story-rsvp", 1);

    nisca_circuit_begin(&s, &c);
    for (unsigned i = 0; i < sizeof delays / sizeof *delays; i++) {
        talk(&s, 1);
        nisca_send(&s, &c, 0, RSVP);
        nisca_later(&s, delays[i]);
        nisca_ack(&s, &c, 1, 0);
        nisca_later(&s, 1 * MILLISECOND);
        nisca_ack(&s, &c, 1, 0); /* it was answered already */
        nisca_later(&s, 1 * MILLISECOND);
    }
    nisca_send(&s, &c, 0, RSVP | LOST);
    nisca_later(&s, 100 * MILLISECOND);
    nisca_send(&s, &c, 1, 0); /* acknowledges less */
    nisca_later(&s, 100 * MILLISECOND);
    c.way[0].hole = 0;  /* it was only slow */
    nisca_send(&s, &c, 0, 0);
    nisca_later(&s, 1500 * MILLISECOND);
    nisca_send(&s, &c, 1, 0); /* a message that acknowledges more is an answer too */
    nisca_later(&s, 1 * MILLISECOND);
    nisca_ack(&s, &c, 0, 0);
    nisca_later(&s, 1 * MILLISECOND);
    nisca_send(&s, &c, 1, RSVP); /* the other direction */
    nisca_later(&s, 200 * MICROSECOND);
    nisca_ack(&s, &c, 0, 0);
    nisca_story_close(&s);
}

void
make_nisca_circuit_stories(const char *folder)
{
    make_cumulative(folder);
    make_lost_message(folder);
    make_lost_ack(folder);
    make_lost_window(folder);
    make_second_channel(folder);
    make_original_unseen(folder);
    make_many_copies(folder);
    make_duplicates(folder);
    make_storm(folder);
    make_gaps(folder);
    make_late_number(folder);
    make_wrap(folder);
    make_wrap_faults(folder);
    make_extended(folder);
    make_versions(folder);
    make_restart(folder);
    make_restart_seen_late(folder);
    make_rsvp(folder);
}
