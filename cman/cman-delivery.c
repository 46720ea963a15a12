/* cman-delivery.c
 * Which messages are new, which numbers are missing, and who acknowledged what.
 *
 * Rules are those of "cnxman.c": a node numbers all its messages with one
 * counter; a message without NOACK is acknowledged by each node that it is for, and
 * sent again after a second with REPLYEXP cleared.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

#include <epan/to_str.h>

/* A sender repeats a message after 1 s.  Where REPLYEXP does not tell a
 * retransmission from a copy on the way, half a second does. */
#define RETRANSMISSION_AFTER (500 * NS_PER_MS)

/* The tag of a remembered message: port and length, which its repetitions have
 * too, and whether a reply was expected. */
#define TAG_REPLYEXP (1u << 31)

static uint32_t
cman_tag(const cman_message_t *message)
{
    uint32_t tag = message->tgtport << 16 | (message->length & 0xffff);

    return message->flags & CMAN_FLAG_REPLYEXP ? tag | TAG_REPLYEXP : tag;
}

static bool
cman_is_protocol_ack(const cman_message_t *message)
{
    return message->tgtport == CMAN_PORT_INTERNAL && message->number == CMAN_ACK;
}

/* --- Retransmissions and duplicates --------------------------------------- */

/* What any snap length has and a repetition leaves alone: neither flags nor ACK. */
static uint64_t
cman_content(const cman_message_t *message)
{
    uint64_t kind = (uint64_t)message->tgtport << 40 | (uint64_t)message->number << 32;

    return sightings_mix((uint64_t)message->srcid << 32 | message->tgtid, kind | message->length);
}

/* Equal ACKs to two nodes are two ACKs. */
static void
cman_identify_ack(const cman_frame_t *frame, identity_t *identity)
{
    identity->series = sightings_mix(frame->source, frame->destination) | 1;
    identity->number = frame->message->ack;
    identity->count = 0;
    identity->has_number = true;
    identity->content = 0;
    identity->once = false;
}

/* A node that joins has no id yet. */
static void
cman_describe(const packet_info *pinfo, const identity_t *identity, observed_words_t *words)
{
    uint32_t id = identity->sender <= UINT32_MAX ? (uint32_t)identity->sender : 0;
    const char *name = cman_name_at(pinfo, (uint32_t)identity->group, id, &pinfo->net_src);

    words->cluster = wmem_strdup_printf(pinfo->pool, "cman %u", (unsigned)identity->group);
    words->sender = name != NULL ? wmem_strdup_printf(pinfo->pool, "%u (%s)", id, name)
                                 : wmem_strdup_printf(pinfo->pool, "%u", id);
    words->address = address_to_str(pinfo->pool, &pinfo->net_src);
}

/* A message is sent again after a second ("cnxman.c"). */
static const observer_rules_t cman_observer_rules = {
    .same_within = 50 * NS_PER_MS,
    .repeated_within = CMAN_REPEATED_WITHIN,
    .describe = cman_describe,
};

/* A joining node has no id yet: it is known by its address. */
static identity_t
cman_identify(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    bool repeats = (message->flags & CMAN_FLAG_BCASTSELF) || !(message->flags & CMAN_FLAG_NOACK);
    identity_t identity = {
        .group = message->cluster,
        .sender = message->srcid != 0 ? message->srcid : frame->source | UINT64_C(1) << 63,
        .address = message->srcid != 0 ? frame->source : 0,
        .to = message->tgtid,
        .number = message->seq,
        .count = 65535,
        .has_number = message->seq != 0,
        .content = cman_content(message),
        .variant = (message->flags & CMAN_FLAG_REPLYEXP) != 0,
        .once = !repeats,
        .what = message->command != NULL ? message->command->name : NULL,
    };

    if (cman_is_protocol_ack(message)) {
        cman_identify_ack(frame, &identity);
    }
    return identity;
}

/* For filters: its key does not tell it. */
static void
cman_keep_ipv6(cman_member_t *sender, const address *from)
{
    sender->is_ipv6 = from->type == AT_IPv6;
    if (sender->is_ipv6) {
        memcpy(sender->ipv6, from->data, sizeof sender->ipv6);
    }
}

bool
cman_observe(const wire_t *w, cman_frame_t *frame)
{
    identity_t identity;

    if (cman_state->observer == NULL) {
        cman_state->observer = observer_new(&cman_observer_rules);
    }
    frame->source = cman_address_key(&w->pinfo->net_src);
    frame->destination = cman_address_key(&w->pinfo->net_dst);
    identity = cman_identify(frame);
    if (!observe(cman_state->observer, w->pinfo, &identity, &frame->seen)) {
        return false;
    }
    frame->when = frame->seen.at.when;
    frame->time_here = capture_time(w->pinfo);
    frame->cluster = cman_cluster_of(frame->seen.cluster);
    frame->sender = frame->cluster != NULL ? cman_sender_of(frame) : NULL;
    if (frame->sender != NULL) {
        cman_keep_ipv6(frame->sender, &w->pinfo->net_src);
    }
    return frame->sender != NULL;
}

/* Whether the sender waited for the ACK of what this repeats, for long enough. */
static bool
cman_is_retransmission(const cman_frame_t *frame)
{
    int64_t since = frame->seen.at.when - frame->seen.original.when;
    const cman_count_t *count = cman_count_at(frame->sender, &frame->seen.at);
    const delivery_message_t *first;
    uint32_t tag = cman_tag(frame->message);

    if (count == NULL) {
        return false;
    }
    first = delivery_find(&count->sent, delivery_number(&count->sent, &cman_delivery_rules,
                                                        frame->message->seq));
    return first != NULL && ((tag ^ first->tag) & ~TAG_REPLYEXP) == 0
           && (since >= RETRANSMISSION_AFTER || (first->tag & ~tag & TAG_REPLYEXP) != 0);
}

/* Two places whose clocks were not compared may show one and the same attempt. */
static bool
cman_may_be_the_same(const observation_t *seen)
{
    return seen->original.feed != seen->at.feed
           && !observation_is_measured(&seen->original, &seen->at);
}

void
cman_classify(cman_frame_t *frame)
{
    const observation_t *seen = &frame->seen;

    if (seen->attempt < 2 || frame->message->seq == 0) {
        return;
    }
    frame->repeats = seen->original.frame;
    if (cman_may_be_the_same(seen)) {
        frame->delivery = CMAN_DUPLICATE;
        return;
    }
    if (!cman_is_retransmission(frame)) {
        frame->delivery = CMAN_DUPLICATE;
        cman_add_finding(CMAN_FOUND_DUPLICATE, seen->original.frame, seen->attempt);
        return;
    }
    frame->delivery = CMAN_RETRANSMISSION;
    cman_death_note_attempt(frame);
    cman_add_finding(CMAN_FOUND_RETRANSMISSION, seen->original.frame,
                     seen->at.when - seen->original.when);
}

/* --- Sequence numbers ------------------------------------------------------ */

/* A joining node tries again every 33 s: so long, and a bit, a place must have watched
 * before the first JOINREQ that it shows is the node's first. */
#define JOIN_SHOWS_WITHIN (46 * NS_PER_S)

static bool
cman_is_first_number(const cman_frame_t *frame)
{
    return frame->sender->last_frame == 0
           && observation_was_watching(frame->seen.place, frame->when - JOIN_SHOWS_WITHIN);
}

/* A node that starts counts from 1, unless it used numbers before; and sends no
 * HELLO until it is a member. */
static void
cman_analyse_joining(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    const cman_count_t *count = frame->sender->count;

    if (message->number == CMAN_JOINREQ
        && ((message->seq != 1 && cman_is_first_number(frame)) || message->ack != 0)) {
        cman_add_finding(CMAN_FOUND_JOIN_SEQ, 0, 0);
    }
    if (count == NULL || observation_order(&frame->seen.at, &count->since) != OBSERVATION_BEFORE) {
        cman_count_begin(frame->sender, &frame->seen.at);
    }
    cman_begin_afresh(frame->sender, frame->frame);
}

static delivery_message_t *
cman_keep(const cman_frame_t *frame, cman_count_t *count, int64_t number)
{
    delivery_message_t *kept = delivery_keep(&count->sent, &cman_delivery_rules, number,
                                             frame->frame, frame->when);

    kept->tag = cman_tag(frame->message);
    kept->acked = cman_add_finding(CMAN_FOUND_ACKED, 0, 0);
    return kept;
}

/* Note the acknowledgment on the acknowledged frame, too. */
static void
cman_note_acked(uint32_t frame, finding_t *acked)
{
    if (acked->ref == 0) {
        acked->ref = frame;
    } else {
        acked->value = cman_note_more_acks(frame, (uint32_t)acked->value);
    }
}

/* Of two feeds, one may come in the file before the other: a tap has one for each
 * direction, and their clocks cannot be compared.  What was acknowledged was seen. */
static void
cman_find_unseen(const cman_frame_t *frame, cman_count_t *count, const delivery_message_t *kept)
{
    for (unsigned i = 0; i < CMAN_UNSEEN; i++) {
        cman_unseen_t *unseen = &count->unseen[i];

        if (unseen->finding == NULL || unseen->number != kept->number
            || unseen->feed == frame->seen.at.feed) {
            continue;
        }
        unseen->finding->kind = CMAN_FOUND_ACKS;
        unseen->finding->ref = frame->frame;
        unseen->finding->value = unseen->when - frame->when;
        unseen->finding = NULL;
        cman_note_acked(unseen->frame, kept->acked);
        if (unseen->acker != NULL) {
            *unseen->acker = (cman_acker_t){ .number = kept->number, .frame = frame->frame,
                                             .in = unseen->frame, .count = count->idx,
                                             .shown_at = unseen->acker->shown_at };
        }
    }
}

void
cman_remember(const cman_frame_t *frame)
{
    const moment_t *original = &frame->seen.original;
    cman_count_t *count = cman_count_at(frame->sender, original);
    int64_t number;
    finding_t *acked;
    delivery_message_t *kept;

    if (count == NULL || frame->message->seq == 0 || (frame->message->flags & CMAN_FLAG_NOACK)) {
        return;
    }
    number = delivery_number(&count->sent, &cman_delivery_rules, frame->message->seq);
    if (delivery_find(&count->sent, number) != NULL) {
        return;
    }
    acked = findings_find(cman_state->pass.findings, original->frame, CMAN_FOUND_ACKED);
    if (acked != NULL) {
        kept = delivery_keep(&count->sent, &cman_delivery_rules, number, original->frame,
                             original->when);
        kept->tag = cman_tag(frame->message);
        kept->acked = acked;
    }
}

static bool
cman_analyse_seq(const cman_frame_t *frame)
{
    int64_t number;
    delivery_step_t step;
    cman_count_t *count = cman_analyse_count(frame, &number, &step);

    if (!(frame->message->flags & CMAN_FLAG_NOACK)) {
        cman_find_unseen(frame, count, cman_keep(frame, count, number));
    }
    return step != DELIVERY_SEEN;
}

bool
cman_analyse_number(const cman_frame_t *frame)
{
    if (cman_is(frame->message, CMAN_JOINREQ) || cman_is(frame->message, CMAN_NEWCLUSTER)) {
        cman_analyse_joining(frame);
    }
    return frame->message->seq == 0 || cman_analyse_seq(frame);
}

/* --- Acknowledgments ------------------------------------------------------ */

/* What `acker` acknowledged of `acked` so far; NULL beyond the cap. */
static cman_acker_t *
cman_acker(const cman_member_t *acked, const cman_member_t *acker)
{
    state_key_t key = { .third = acked->idx, .fourth = acker->idx };

    return state_obtain(&cman_state->pass, cman_state->ackers, key, sizeof(cman_acker_t),
                        CMAN_MAX_ACKERS);
}

static bool
cman_is_unseen(const delivery_t *sent, int64_t number)
{
    int64_t one_turn = (int64_t)cman_delivery_rules.count;

    return number > sent->origin && !delivery_has_seen(sent, number)
           && !delivery_has_seen(sent, number - one_turn);
}

static void
cman_note_unseen(const cman_frame_t *frame, cman_count_t *acked, int64_t number,
                 cman_acker_t *acker)
{
    cman_unseen_t *unseen = &acked->unseen[acked->next_unseen++ % CMAN_UNSEEN];

    *unseen = (cman_unseen_t){ .number = number, .when = frame->when, .acker = acker,
                               .frame = frame->frame, .feed = frame->seen.at.feed,
                               .finding = cman_add_finding(CMAN_FOUND_ACK_UNSEEN, 0, 0) };
}

static void
cman_analyse_first_ack(const cman_frame_t *frame, cman_count_t *acked, int64_t number,
                       cman_acker_t *acker)
{
    const delivery_message_t *message = delivery_find(&acked->sent, number);

    if (message == NULL) {
        if (cman_is_unseen(&acked->sent, number)
            && (acked->older == NULL || cman_knows_order(frame, acked))) {
            cman_note_unseen(frame, acked, number, acker);
        }
        return;
    }
    if (frame->delivery != CMAN_NEW) {
        cman_add_finding(CMAN_FOUND_ACK_REPEATED, message->frame, 0);
        return;
    }
    if (frame->when - message->when > CMAN_REPEATED_WITHIN) {
        /* The sender repeats its latest inline ack; the first one was not seen here. */
        cman_add_finding(CMAN_FOUND_ACK_STALE, message->frame, 0);
        return;
    }
    cman_add_finding(CMAN_FOUND_ACKS, message->frame, frame->when - message->when);
    cman_note_acked(frame->frame, message->acked);
    if (acker != NULL) {
        *acker = (cman_acker_t){ .number = number, .frame = message->frame,
                                 .in = frame->frame, .before = acker->frame,
                                 .before_in = acker->in, .count = acked->idx,
                                 .shown_at = acker->shown_at };
    }
}

/* The node that an acknowledgment is for. */
static cman_member_t *
cman_acked_node(const cman_frame_t *frame)
{
    if (cman_is_protocol_ack(frame->message)) {
        return cman_member_by_address(frame->cluster, frame->destination);
    }
    return frame->message->tgtid != 0
               ? cman_member_by_id(frame->cluster, frame->message->tgtid)
               : NULL;
}

void
cman_analyse_ack(const cman_frame_t *frame)
{
    cman_member_t *acked = cman_acked_node(frame);
    cman_count_t *count = acked != NULL ? cman_count_at(acked, &frame->seen.at) : NULL;
    int64_t number;
    cman_acker_t *acker;

    if (count == NULL || !count->sent.started || frame->message->ack == 0) {
        return;
    }
    number = delivery_number(&count->sent, &cman_delivery_rules, frame->message->ack);
    acker = cman_acker(acked, frame->sender);
    if (cman_is_protocol_ack(frame->message)) {
        cman_note_acker(frame, acked, acker);
    }
    if (acker != NULL && acker->frame != 0 && acker->number == number
        && acker->count == count->idx) {
        cman_add_finding(frame->delivery == CMAN_NEW ? CMAN_FOUND_DUPLICATE_ACK
                                                     : CMAN_FOUND_ACK_REPEATED,
                         acker->frame, 0);
    } else {
        cman_analyse_first_ack(frame, count, number, acker);
    }
}
