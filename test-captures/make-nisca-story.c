/* make-nisca-story.c
 * The simulator behind the NISCA stories; see make-nisca-story.h.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-nisca-story.h"

#include <string.h>

enum { VLAN = 100 };
#define HELLO_PERIOD (3 * SECOND)
#define HELLO_LATE (HELLO_PERIOD + HELLO_PERIOD / 6) /* 3.5 s */
#define HELLO_LOST (8 * SECOND)

/* --- Opening and closing -------------------------------------------------------------- */

static int
link_type(carrier_t carrier)
{
    if (carrier == BY_COOKED)
        return LINK_COOKED;
    return carrier == BY_COOKED2 ? LINK_COOKED2 : LINK_ETHERNET;
}

story_t
nisca_story_open(const char *folder, const char *name, carrier_t carrier)
{
    return (story_t){ .capture = capture_open(folder, name, link_type(carrier)),
                      .carrier = carrier, .now = CAPTURE_START, .points = 1 };
}

story_t
nisca_story_open_points(const char *folder, const char *name)
{
    static const char *const interfaces[STORY_POINTS] = { "lan-a", "lan-b" };

    return (story_t){ .capture = capture_open_multi(folder, name, LINK_ETHERNET, STORY_POINTS,
                                                    interfaces),
                      .now = CAPTURE_START, .points = 1, .several = true };
}

static void
bar(story_t *s, const char *const *fields)
{
    for (; *fields != NULL; fields++) {
        if (s->open == NULL || strcmp(s->open, *fields) != 0)
            capture_expect_only(s->capture, *fields);
    }
}

void
nisca_story_close(story_t *s)
{
    static const char *const verdicts[] = {
        "nisca.analysis.acks_frame", "nisca.analysis.retransmission", "nisca.analysis.rexmt_of",
        "nisca.analysis.rexmt_delta", "nisca.analysis.rexmt_cause", "nisca.analysis.duplicate",
        "nisca.analysis.duplicate_of", "nisca.analysis.seq_gap", "nisca.analysis.ack_unseen",
        "nisca.analysis.hello_delta", "nisca.analysis.hello_missed", "nisca.analysis.hello_late",
        "nisca.analysis.hello_lost", "nisca.channel.verf_frame", "nisca.channel.vack_frame",
        "nisca.channel.setup_time", "nisca.channel.no_verf", "nisca.channel.no_vack",
        "nisca.circuit.restarted", "nisca.bye", "nisca.password_mismatch",
        "nisca.multicast_group_mismatch", "nisca.length_mismatch", "nisca.identity_conflict",
        "nisca.scs.rejected", "nisca.scs.disconnect", "_ws.malformed", NULL
    };
    static const char *const without_copies[] = {
        "nisca.analysis.ack_rtt", "nisca.analysis.acked_in", "nisca.analysis.rsvp_delay",
        "nisca.analysis.rsvp_late", NULL
    };

    bar(s, verdicts);
    if (!s->copies)
        bar(s, without_copies);
    if (!s->disorder)
        capture_expect_only(s->capture, "nisca.analysis.out_of_sequence");
    capture_expect_forward(s->capture, "nisca.analysis.acked_in");
    capture_expect_forward(s->capture, "nisca.channel.vack_frame");
    capture_close(s->capture);
}

void
nisca_later(story_t *s, int64_t time)
{
    s->now += time;
}

member_t
nisca_member_new(const char *name, uint16_t id)
{
    member_t m = { .name = name, .id = id, .group = 1, .minor = 5, .password = 0x5b3905ee };

    for (unsigned lan = 0; lan < STORY_LANS; lan++) {
        m.lan[lan] = endpoint_node((uint8_t)id);
        m.lan[lan].ether[3] = (uint8_t)(id >> 8);
        m.lan[lan].ether[4] = (uint8_t)(0x10 + lan);
    }
    return m;
}

void
nisca_circuit_new(circuit_t *c, member_t *a, member_t *b, uint32_t first)
{
    memset(c, 0, sizeof *c);
    c->member[0] = a;
    c->member[1] = b;
    c->extended = a->minor >= 4 && b->minor >= 4;
    c->channel = 1;
    for (unsigned way = 0; way < 2; way++) {
        c->way[way].next = first;
        for (unsigned p = 0; p < STORY_POINTS; p++)
            c->way[way].acked[p] = first - 1;
    }
}

/* --- Expectations --------------------------------------------------------------------- */

void
nisca_expect_value(story_t *s, unsigned frame, const char *field, uint64_t value)
{
    capture_expect(s->capture, frame, field, "%llu", (unsigned long long)value);
}

void
nisca_expect_frame(story_t *s, unsigned frame, const char *field, unsigned other)
{
    nisca_expect_value(s, frame, field, other);
}

void
nisca_expect_time(story_t *s, unsigned frame, const char *field, int64_t time)
{
    capture_expect(s->capture, frame, field, "%lld.%09lld", (long long)(time / SECOND),
                   (long long)(time % SECOND));
}

void
nisca_expect_there(story_t *s, unsigned frame, const char *field)
{
    capture_expect_present(s->capture, frame, field);
}

void
nisca_expect_not(story_t *s, unsigned frame, const char *field)
{
    capture_expect_absent(s->capture, frame, field);
}

/* --- Frames --------------------------------------------------------------------------- */

static void
wrap(const story_t *s, packet_t *p, const endpoint_t *from, const endpoint_t *to)
{
    uint8_t direction = to->ether[0] & 1 ? COOKED_MULTICAST : COOKED_TO_OTHER;

    switch (s->carrier) {
    case BY_VLAN:
        nisca_set_length(p);
        wrap_vlan(p, VLAN, ETHERTYPE_NISCA);
        wrap_ethernet(p, from, to, ETHERTYPE_VLAN);
        packet_pad(p, 64);
        break;
    case BY_SNAP:
        nisca_set_length(p);
        wrap_snap(p, ETHERTYPE_NISCA);
        wrap_ieee8023(p, from, to);
        break;
    case BY_COOKED:
        nisca_set_length(p);
        wrap_cooked(p, from, direction, ETHERTYPE_NISCA);
        break;
    case BY_COOKED2:
        nisca_set_length(p);
        wrap_cooked2(p, from, direction, ETHERTYPE_NISCA, 2);
        break;
    case BY_TRAILER:
        nisca_wrap(p, from, to);
        packet_hex(p, "e1e2e3e4e5e6");
        break;
    default:
        nisca_wrap(p, from, to);
    }
}

/* Frames of the last nisca_story_add(), by capture point. */
static unsigned added[STORY_POINTS];

/* A frame reaches the second capture point a little later. */
static int64_t
time_at(const story_t *s, unsigned point)
{
    return s->now + point * 20 * MICROSECOND;
}

static bool
is_at(const story_t *s, unsigned point)
{
    return s->points >> point & 1;
}

unsigned
nisca_story_add(story_t *s, packet_t *p, const endpoint_t *from, const endpoint_t *to)
{
    unsigned frame = 0;

    wrap(s, p, from, to);
    memset(added, 0, sizeof added);
    for (unsigned point = 0; point < STORY_POINTS; point++) {
        if (!is_at(s, point))
            continue;
        frame = s->several ? capture_add_at(s->capture, point, time_at(s, point), p)
                           : capture_add(s->capture, s->now, p);
        added[point] = frame;
    }
    return frame;
}

/* --- Channel control ------------------------------------------------------------------ */

unsigned
nisca_cc_send_padded(story_t *s, const member_t *m, const member_t *to, unsigned lan, uint8_t type,
                     unsigned content)
{
    static packet_t p;
    endpoint_t from = nisca_node(m->id);
    endpoint_t dx_to = to != NULL ? nisca_node(to->id) : nisca_group(m->group);
    endpoint_t lan_to = to != NULL ? to->lan[lan] : dx_to;
    nisca_cc_t cc = nisca_cc_typical(type == CC_HELLO ? type : type | CC_AUTHORIZE, m->minor,
                                     m->name);

    if (type != CC_HELLO)
        cc.authorize[0] = m->password;
    cc.chan_seq = to != NULL;
    cc.extension[0] = to != NULL ? 31 : 0;
    cc.transmit_time = nisca_time(s->now);
    memcpy(cc.lan_hw_addr, m->lan[lan].ether, sizeof cc.lan_hw_addr);
    nisca_dx(&p, &from, &dx_to, m->group);
    nisca_cc(&p, &cc);
    if (content > p.length)
        packet_pad(&p, content);
    return nisca_story_add(s, &p, &m->lan[lan], &lan_to);
}

unsigned
nisca_cc_send(story_t *s, const member_t *m, const member_t *to, unsigned lan, uint8_t type)
{
    return nisca_cc_send_padded(s, m, to, lan, type, 0);
}

/* round(delta / period) - 1, at least 0. */
static int64_t
missed(int64_t delta)
{
    int64_t beats = (delta + HELLO_PERIOD / 2) / HELLO_PERIOD;

    return beats > 0 ? beats - 1 : 0;
}

static void
judge_hello(story_t *s, unsigned frame, int64_t delta)
{
    nisca_expect_time(s, frame, "nisca.analysis.hello_delta", delta);
    if (missed(delta) > 0)
        nisca_expect_value(s, frame, "nisca.analysis.hello_missed", (uint64_t)missed(delta));
    if (delta >= HELLO_LOST)
        nisca_expect_there(s, frame, "nisca.analysis.hello_lost");
    else if (delta > HELLO_LATE)
        nisca_expect_there(s, frame, "nisca.analysis.hello_late");
}

unsigned
nisca_hello(story_t *s, member_t *m, unsigned lan)
{
    unsigned frame = nisca_cc_send(s, m, NULL, lan, CC_HELLO);

    for (unsigned p = 0; p < STORY_POINTS; p++) {
        if (added[p] == 0)
            continue;
        if (m->hello[p][lan] != 0)
            judge_hello(s, added[p], time_at(s, p) - m->hello[p][lan]);
        m->hello[p][lan] = time_at(s, p);
    }
    return frame;
}

unsigned
nisca_bye(story_t *s, member_t *m, unsigned lan)
{
    unsigned frame = nisca_cc_send(s, m, NULL, lan, CC_BYE);

    for (unsigned p = 0; p < STORY_POINTS; p++) {
        if (added[p] != 0)
            nisca_expect_there(s, added[p], "nisca.bye");
    }
    memset(m->hello, 0, sizeof m->hello);
    return frame;
}

unsigned
nisca_answer_verf(story_t *s, const member_t *m, const member_t *to, unsigned lan, unsigned verf,
                  int64_t delay)
{
    unsigned frame;

    nisca_later(s, delay);
    frame = nisca_cc_send(s, m, to, lan, CC_VACK);
    nisca_expect_frame(s, frame, "nisca.channel.verf_frame", verf);
    nisca_expect_frame(s, verf, "nisca.channel.vack_frame", frame);
    return frame;
}

/* The member heard the joiner's HELLO and starts the channel. */
void
nisca_handshake(story_t *s, member_t *joiner, member_t *member, unsigned lan)
{
    int64_t began = s->now;
    unsigned ccstart = nisca_cc_send(s, member, joiner, lan, CC_CCSTART), verf, vack;

    nisca_later(s, 250 * MICROSECOND);
    verf = nisca_cc_send(s, joiner, member, lan, CC_VERF);
    nisca_expect_frame(s, verf, "nisca.channel.start_frame", ccstart);
    vack = nisca_answer_verf(s, member, joiner, lan, verf, 1 * MILLISECOND);
    nisca_expect_frame(s, vack, "nisca.channel.start_frame", ccstart);
    nisca_expect_time(s, vack, "nisca.channel.setup_time", s->now - began);
}

/* --- Acknowledgements ----------------------------------------------------------------- */

static message_t *
slot(direction_t *d, uint32_t number)
{
    return &d->sent[number % STORY_WINDOW];
}

static message_t *
find(direction_t *d, uint32_t number)
{
    message_t *m = slot(d, number);

    return m->number == number ? m : NULL;
}

/* What the receiver of a way acknowledges. */
static uint32_t
received(const direction_t *d)
{
    return d->hole != 0 ? d->hole - 1 : d->next - 1;
}

static bool
seen_anywhere(const message_t *m)
{
    for (unsigned p = 0; m != NULL && p < STORY_POINTS; p++) {
        if (m->frame[p] != 0)
            return true;
    }
    return false;
}

/* The link to the message that an acknowledgement names. */
static void
expect_acks(story_t *s, const direction_t *d, const message_t *m, unsigned p)
{
    if (m != NULL && m->frame[p] != 0 && m->copied) {
        nisca_expect_there(s, added[p], "nisca.analysis.acks_frame");
    } else if (m != NULL && m->frame[p] != 0) {
        nisca_expect_frame(s, added[p], "nisca.analysis.acks_frame", m->frame[p]);
        nisca_expect_time(s, added[p], "nisca.analysis.ack_rtt", time_at(s, p) - m->time[p]);
    } else if (d->seen[p] && !seen_anywhere(m)) {
        nisca_expect_there(s, added[p], "nisca.analysis.ack_unseen");
    }
}

/* All that an acknowledgement newly covers. */
static void
cover(story_t *s, direction_t *d, uint32_t number, unsigned p)
{
    for (uint32_t k = d->acked[p] + 1; k <= number; k++) {
        message_t *m = find(d, k);

        if (m == NULL || m->frame[p] == 0)
            continue;
        nisca_expect_frame(s, m->frame[p], "nisca.analysis.acked_in", added[p]);
    }
    d->acked[p] = number;
}

/* The answer to the request to acknowledge at once; the stories have one at a time. */
static void
answer_rsvp(story_t *s, direction_t *d, uint32_t number, unsigned p)
{
    message_t *m = d->owed != 0 ? find(d, d->owed) : NULL;
    int64_t delay;

    if (m == NULL || number < d->owed || !m->rsvp[p])
        return;
    m->rsvp[p] = false;
    delay = time_at(s, p) - m->time[p];
    nisca_expect_time(s, added[p], "nisca.analysis.rsvp_delay", delay);
    if (delay > 1 * SECOND)
        nisca_expect_there(s, added[p], "nisca.analysis.rsvp_late");
}

static void
acknowledge(story_t *s, direction_t *d, uint32_t number)
{
    for (unsigned p = 0; p < STORY_POINTS; p++) {
        if (added[p] == 0)
            continue;
        answer_rsvp(s, d, number, p);
        if (number <= d->acked[p])
            continue;
        expect_acks(s, d, find(d, number), p);
        cover(s, d, number, p);
    }
}

/* --- Transport frames ----------------------------------------------------------------- */

static uint32_t
in_force(const circuit_t *c, uint32_t number)
{
    return c->extended ? number : number & 0xffff;
}

static void
expect_numbers(story_t *s, const circuit_t *c, const nisca_tr_t *tr)
{
    for (unsigned p = 0; p < STORY_POINTS; p++) {
        if (added[p] == 0)
            continue;
        if (tr->flags & TR_SEQ)
            nisca_expect_value(s, added[p], "nisca.seq", in_force(c, tr->ext_seq));
        else
            nisca_expect_not(s, added[p], "nisca.seq");
        if (tr->flags & TR_ACK)
            nisca_expect_value(s, added[p], "nisca.ack", in_force(c, tr->ext_ack));
        else
            nisca_expect_not(s, added[p], "nisca.ack");
    }
}

/* A frame with these flags and numbers, and `above` after the header. */
static unsigned
tr_send(story_t *s, circuit_t *c, unsigned way, uint8_t flags, uint32_t seq, unsigned fate,
        const packet_t *above)
{
    static packet_t p;
    const member_t *m = c->member[way], *to = c->member[!way];
    endpoint_t dx_from = nisca_node(m->id), dx_to = nisca_node(to->id);
    uint32_t number = received(&c->way[!way]);
    unsigned lan = fate & SECOND_LAN ? 1 : 0, frame;
    nisca_tr_t tr = nisca_tr_typical(flags | (c->extended ? TR_CTL : 0),
                                     flags & TR_ACK ? number : 0, seq);

    tr.chan_seq = c->channel;
    nisca_dx(&p, &dx_from, &dx_to, m->group);
    if (c->extended)
        nisca_tr_extended(&p, &tr);
    else
        nisca_tr_classic(&p, &tr);
    if (above != NULL)
        packet_append(&p, above);
    frame = nisca_story_add(s, &p, &m->lan[lan], &to->lan[lan]);
    expect_numbers(s, c, &tr);
    if (flags & TR_ACK)
        acknowledge(s, &c->way[!way], number);
    return frame;
}

/* Data of an application that nobody knows: each message has bytes of its own. */
static const packet_t *
opaque(uint32_t number)
{
    static packet_t above;

    packet_clear(&above);
    nisca_ppd(&above, PPC_SNT_SEQ, PPD_SCS_MSG, SCS_SIZE + 8);
    nisca_scs(&above, SCS_APPL_MSG, 1, 0x00770066, 0x00550044);
    packet_le32(&above, 0xfeed0000);
    packet_le32(&above, number);
    return &above;
}

static uint8_t
flags_of(unsigned fate)
{
    return (uint8_t)(TR_DATA | TR_SEQ | (fate & NO_ACK ? 0 : TR_ACK) | (fate & RSVP ? TR_RSVP : 0));
}

/* Remember the first copy of a message at each point that sees it now. */
static void
remember(story_t *s, direction_t *d, uint32_t number, bool original, bool rsvp)
{
    message_t *m = slot(d, number);

    for (unsigned p = 0; p < STORY_POINTS; p++) {
        if (added[p] == 0)
            continue;
        d->seen[p] = true;
        if (number > d->last[p])
            d->last[p] = number;
        if (m->frame[p] != 0)
            continue;
        m->frame[p] = added[p];
        m->time[p] = time_at(s, p);
        m->original[p] = original;
        m->rsvp[p] = rsvp;
    }
    if (rsvp)
        d->owed = number;
}

/* What is missing in front of a number, at the only capture point. */
static void
expect_gap(story_t *s, const direction_t *d, uint32_t number)
{
    uint32_t last = d->last[0];

    if (s->several || !d->seen[0] || number <= last + 1)
        return;
    nisca_expect_value(s, added[0], "nisca.analysis.seq_gap", number - last - 1);
    nisca_expect_there(s, added[0], "nisca.analysis.out_of_sequence");
}

unsigned
nisca_send_above(story_t *s, circuit_t *c, unsigned way, unsigned fate, const packet_t *above)
{
    direction_t *d = &c->way[way];
    uint32_t number = d->next++;
    unsigned frame;

    *slot(d, number) = (message_t){ .number = number };
    if (fate & LOST && d->hole == 0)
        d->hole = number;
    if (fate & UNSEEN)
        return 0;
    frame = tr_send(s, c, way, flags_of(fate), number, fate, above);
    expect_gap(s, d, number);
    remember(s, d, number, true, fate & RSVP);
    return frame;
}

unsigned
nisca_send(story_t *s, circuit_t *c, unsigned way, unsigned fate)
{
    return nisca_send_above(s, c, way, fate, opaque(c->way[way].next));
}

unsigned
nisca_ack(story_t *s, circuit_t *c, unsigned way, unsigned fate)
{
    return tr_send(s, c, way, TR_ACK, 0, fate, NULL);
}

/* The cause is of the capture point that has the original; what another one
 * says is the story's business. */
static void
expect_cause(story_t *s, const message_t *m, unsigned cause)
{
    for (unsigned p = 0; p < STORY_POINTS; p++) {
        if (added[p] == 0)
            continue;
        nisca_expect_there(s, added[p], "nisca.analysis.retransmission");
        if (!s->several || m->original[p])
            nisca_expect_value(s, added[p], "nisca.analysis.rexmt_cause", cause);
        if (!m->original[p])
            continue;
        nisca_expect_frame(s, added[p], "nisca.analysis.rexmt_of", m->frame[p]);
        nisca_expect_time(s, added[p], "nisca.analysis.rexmt_delta", time_at(s, p) - m->time[p]);
    }
}

/* Retransmissions ask for an answer; real nodes send 7B, never 6B. */
unsigned
nisca_resend(story_t *s, circuit_t *c, unsigned way, uint32_t number, unsigned cause, unsigned fate)
{
    direction_t *d = &c->way[way];
    message_t *m = slot(d, number);
    unsigned frame = tr_send(s, c, way, flags_of(fate) | TR_RSVP | TR_REXMT, number, fate,
                             opaque(number));

    s->copies = true;
    m->copied = true;
    expect_cause(s, m, cause);
    remember(s, d, number, false, false);
    if (d->hole == number && !(fate & LOST))
        d->hole = 0;
    return frame;
}

unsigned
nisca_copy(story_t *s, circuit_t *c, unsigned way, uint32_t number)
{
    direction_t *d = &c->way[way];
    message_t *m = slot(d, number);
    unsigned frame = tr_send(s, c, way, flags_of(0), number, 0, opaque(number));

    s->copies = true;
    m->copied = true;
    for (unsigned p = 0; p < STORY_POINTS; p++) {
        if (added[p] == 0)
            continue;
        nisca_expect_there(s, added[p], "nisca.analysis.duplicate");
        nisca_expect_frame(s, added[p], "nisca.analysis.duplicate_of", m->frame[p]);
    }
    return frame;
}

unsigned
nisca_come_late(story_t *s, circuit_t *c, unsigned way, uint32_t number)
{
    unsigned frame = tr_send(s, c, way, flags_of(0), number, 0, opaque(number));

    remember(s, &c->way[way], number, true, false);
    s->disorder = true; /* whether it is out of sequence is left open */
    return frame;
}

/* --- Circuits ------------------------------------------------------------------------- */

static void
build_start(packet_t *above, const story_t *s, const member_t *m, uint16_t type)
{
    nisca_start_t start = {
        .systemid = m->id, .protocol = 1, .maxdg = 576, .maxmsg = 216, .swtype = "VMS",
        .swvers = "V7.3", .swincarn = nisca_time(CAPTURE_START - 86400 * SECOND),
        .hwtype = "VAX", .nodename = m->name, .curtime = nisca_time(s->now),
    };

    packet_clear(above);
    nisca_ppd(above, PPC_SNT_DG, type, type == PPD_ACK ? 0 : START_SIZE);
    if (type != PPD_ACK)
        nisca_start(above, &start);
}

static void
begin_numbers(direction_t *d)
{
    memset(d, 0, sizeof *d);
    d->next = 1;
}

static void
begin_circuit(circuit_t *c)
{
    c->start_open = c->start[0] != 0 && !c->answered;
    c->answered = false;
    begin_numbers(&c->way[0]);
    begin_numbers(&c->way[1]);
    memcpy(c->start, added, sizeof c->start);
}

static void
expect_start(story_t *s, const circuit_t *c)
{
    for (unsigned p = 0; p < STORY_POINTS; p++) {
        if (added[p] == 0 || c->start[p] == 0)
            continue;
        if (c->start_open)
            nisca_expect_there(s, added[p], "nisca.circuit.start_frame");
        else
            nisca_expect_frame(s, added[p], "nisca.circuit.start_frame", c->start[p]);
    }
}

/* The datagrams have a number in their field, but the SEQ flag is clear. */
unsigned
nisca_circuit_message(story_t *s, circuit_t *c, unsigned way, uint16_t type)
{
    static packet_t above;
    uint32_t filled = type == PPD_START ? c->way[way].next : 1;
    unsigned frame;

    build_start(&above, s, c->member[way], type);
    frame = tr_send(s, c, way, TR_DATA, filled, 0, &above);
    if (type == PPD_START) {
        begin_circuit(c);
    } else {
        c->answered = true;
        expect_start(s, c);
    }
    return frame;
}

void
nisca_circuit_begin(story_t *s, circuit_t *c)
{
    nisca_circuit_message(s, c, 0, PPD_START);
    nisca_later(s, 300 * MICROSECOND);
    nisca_circuit_message(s, c, 1, PPD_STACK);
    nisca_later(s, 300 * MICROSECOND);
    nisca_circuit_message(s, c, 0, PPD_ACK);
    nisca_later(s, 300 * MICROSECOND);
}
