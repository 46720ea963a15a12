/* nisca-circuits.c
 * Virtual circuits: which messages were sent, acknowledged, sent again, lost.
 *
 * A circuit joins two nodes over all their channels; each direction has one
 * count of sequenced messages, and acknowledgements are cumulative.  Sources:
 * the manual for the rules and for the diagnosis of retransmissions, captures
 * for how nodes keep to them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

/* Larger gaps are compared with other capture points as a whole. */
#define GAP_BY_NUMBER 64

/* Messages that one ACK can cover: far more than any window. */
#define MAX_COVERED 4096

/* Other capture points that are asked. */
#define MAX_OTHER_POINTS 16

/* A message is remembered for half the number space; memory grows only as far
 * as the messages of a minute need. */
static const delivery_rules_t classic_rules = {
    .lowest = 0,
    .count = UINT64_C(1) << 16,
    .max_recent = 32768,
    .keep_for = 60 * NS_PER_S,
};

static const delivery_rules_t extended_rules = {
    .lowest = 0,
    .count = UINT64_C(1) << 32,
    .max_recent = 32768,
    .keep_for = 60 * NS_PER_S,
};

/* A node gives a circuit up after some 16 s without an ACK: what repeats a
 * number later than this is another message. */
#define REPEATED_WITHIN (60 * NS_PER_S)

/* STACK is repeated if its ACK was lost, but not for so long. */
#define STACK_WITHIN (30 * NS_PER_S)

/* A further transmission of a message that waits for its acknowledgement. */
typedef struct nisca_copy {
    finding_t *acked;
    struct nisca_copy *next;
} nisca_copy_t;

/* The copies of one message; in a map by the frame of the first transmission. */
typedef struct {
    nisca_copy_t *first;
} nisca_copies_t;

/* Tag of a remembered message: what it carries, and in the lowest bit, that
 * only its retransmission was seen. */
#define TAG_NO_ORIGINAL 1

/* So much of a message tells it from others. */
#define TAGGED_SIZE 64

/* --- Circuits -------------------------------------------------------------- */

state_key_t
nisca_pair_key(uint32_t point, const nisca_message_t *message)
{
    uint64_t src = nisca_address_number(message->src.bytes);
    uint64_t dst = nisca_address_number(message->dst.bytes);

    return (state_key_t){
        .first = MIN(src, dst), .second = MAX(src, dst), .third = point, .fourth = message->group
    };
}

/* Which of a circuit's ways the sender uses; the other one is 1 - this. */
static unsigned
nisca_way_index(const nisca_frame_t *frame)
{
    return frame->src > frame->dst;
}

static bool
nisca_join_pair(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    state_key_t key = nisca_pair_key(NISCA_EVERYWHERE, frame->message);
    nisca_pair_t *pair = (nisca_pair_t *)state_obtain(&nisca_state->pass, nisca_state->pairs, key,
                                                      sizeof *pair, NISCA_MAX_CIRCUITS);

    if (pair == NULL) {
        return false;
    }
    circuit->pair = pair;
    circuit->next = pair->circuits;
    pair->circuits = circuit;
    return true;
}

static nisca_circuit_t *
nisca_find_circuit(uint32_t point, const nisca_message_t *message)
{
    return (nisca_circuit_t *)state_find(nisca_state->circuits, nisca_pair_key(point, message));
}

/* The circuit of a message, made when first seen.  NULL beyond the caps. */
static nisca_circuit_t *
nisca_circuit(const nisca_frame_t *frame)
{
    state_key_t key = nisca_pair_key(frame->point, frame->message);
    nisca_circuit_t *circuit = (nisca_circuit_t *)state_obtain(
        &nisca_state->pass, nisca_state->circuits, key, sizeof *circuit, NISCA_MAX_CIRCUITS);

    if (circuit == NULL || circuit->pair != NULL) {
        return circuit;
    }
    circuit->nodes[0] = nisca_node(frame, frame->point, key.first);
    circuit->nodes[1] = nisca_node(frame, frame->point, key.second);
    return nisca_join_pair(frame, circuit) ? circuit : NULL;
}

static void
nisca_way_reset(nisca_way_t *way)
{
    delivery_reset(&way->sent);
    way->rules = NULL;
    way->has_acked = false;
    way->rsvp_count = 0;
}

static void
nisca_ways_reset(nisca_circuit_t *circuit)
{
    for (unsigned i = 0; i < 2; i++) {
        nisca_way_reset(&circuit->ways[i]);
        circuit->pair->acks[i].rules = NULL;
    }
}

static void
nisca_circuit_reset(nisca_circuit_t *circuit)
{
    nisca_ways_reset(circuit);
    circuit->established = false;
}

/* A node that said BYE has closed its circuits. */
static void
nisca_circuit_after_byes(nisca_circuit_t *circuit)
{
    uint32_t byes = nisca_bye_count(circuit->nodes[0]) + nisca_bye_count(circuit->nodes[1]);

    if (byes != circuit->byes) {
        circuit->byes = byes;
        nisca_circuit_reset(circuit);
    }
}

static bool
nisca_is_ppd(const nisca_message_t *message, uint32_t type)
{
    return message->has_ppd && message->ppd_type == type;
}

/* START begins the circuit, and both counts, anew. */
static void
nisca_analyse_start(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    if (circuit->established) {
        nisca_found(NISCA_FOUND_RESTARTED, 0, 0);
    }
    nisca_circuit_reset(circuit);
    nisca_history_add(&circuit->starts, frame->frame);
    if (frame->sighting.copy_of == 0) {
        nisca_history_add(&circuit->pair->starts, frame->frame);
        circuit->pair->restarts++;
        circuit->pair->stacked = false;
    }
    circuit->restarts = circuit->pair->restarts;
}

/* STACK begins the circuit anew as START does: the START may not be in the capture,
 * and messages of the circuit before come until STACK.  A repeated STACK begins
 * nothing: messages of the new circuit may have come by then. */
static void
nisca_analyse_stack(const nisca_frame_t *frame, nisca_pair_t *pair)
{
    if (frame->sighting.copy_of != 0) {
        return;
    }
    if (!pair->stacked || frame->time - pair->stack_time > STACK_WITHIN) {
        pair->restarts++;
    }
    pair->stacked = true;
    pair->stack_time = frame->time;
}

/* The circuit was begun anew, maybe at another capture point. */
static void
nisca_circuit_after_restarts(nisca_circuit_t *circuit)
{
    if (circuit->restarts != circuit->pair->restarts) {
        circuit->restarts = circuit->pair->restarts;
        nisca_ways_reset(circuit);
    }
}

static const delivery_rules_t *
nisca_rules(const nisca_message_t *message)
{
    return message->numbers_extended ? &extended_rules : &classic_rules;
}

/* --- What other capture points saw ----------------------------------------- */

static uint32_t
nisca_wire_number(const delivery_rules_t *rules, int64_t number)
{
    return (uint32_t)((uint64_t)number & (rules->count - 1));
}

/* What another capture point saw of this direction, if its numbers are of this kind. */
static const nisca_way_t *
nisca_other_way(const nisca_circuit_t *other, const nisca_circuit_t *circuit, unsigned index)
{
    const nisca_way_t *way = &other->ways[index];

    return other != circuit && way->rules == circuit->ways[index].rules && way->sent.started
               ? way
               : NULL;
}

static bool
nisca_seen_elsewhere(const nisca_circuit_t *circuit, unsigned index, int64_t number)
{
    const delivery_rules_t *rules = circuit->ways[index].rules;
    unsigned left = MAX_OTHER_POINTS;

    for (const nisca_circuit_t *other = circuit->pair->circuits; other != NULL && left > 0;
         other = other->next, left--) {
        const nisca_way_t *way = nisca_other_way(other, circuit, index);

        if (way != NULL
            && delivery_has_seen(&way->sent,
                                 delivery_number(&way->sent, rules,
                                                 nisca_wire_number(rules, number)))) {
            return true;
        }
    }
    return false;
}

/* Numbers of a large gap that no other point alone has seen. */
static int64_t
nisca_unseen_by_best(const nisca_circuit_t *circuit, unsigned index, int64_t to, int64_t count)
{
    const delivery_rules_t *rules = circuit->ways[index].rules;
    int64_t unseen = count;
    unsigned left = MAX_OTHER_POINTS;

    for (const nisca_circuit_t *other = circuit->pair->circuits; other != NULL && left > 0;
         other = other->next, left--) {
        const nisca_way_t *way = nisca_other_way(other, circuit, index);

        if (way != NULL) {
            int64_t end = delivery_number(&way->sent, rules, nisca_wire_number(rules, to));

            unseen = MIN(unseen, delivery_unseen(&way->sent, end - count + 1, end));
        }
    }
    return unseen;
}

/* How many of the `count` numbers up to `to` no capture point has seen. */
static int64_t
nisca_unseen_anywhere(const nisca_circuit_t *circuit, unsigned index, int64_t to, int64_t count)
{
    int64_t unseen = 0;

    if (circuit->pair->circuits->next == NULL) {
        return count;
    }
    if (count > GAP_BY_NUMBER) {
        return nisca_unseen_by_best(circuit, index, to, count);
    }
    for (int64_t number = to - count + 1; number <= to; number++) {
        unseen += !nisca_seen_elsewhere(circuit, index, number);
    }
    return unseen;
}

/* Nodes may acknowledge by another LAN, and a tap has a capture point for each
 * direction. */
static void
nisca_note_ack(const nisca_frame_t *frame, nisca_pair_t *pair, unsigned index)
{
    const delivery_rules_t *rules = nisca_rules(frame->message);
    nisca_ack_t *latest = &pair->acks[index];
    uint32_t step = nisca_wire_number(rules, (int64_t)frame->message->ack - latest->number);

    if (pair->circuits->next != NULL && (latest->rules != rules || step < rules->count / 2)) {
        *latest = (nisca_ack_t){ .rules = rules, .time = frame->time,
                                 .number = frame->message->ack, .point = frame->point };
    }
}

/* The latest acknowledgement, if another capture point has it and it covers
 * `number`; else NULL. */
static const nisca_ack_t *
nisca_ack_elsewhere(const nisca_frame_t *frame, const nisca_circuit_t *circuit, unsigned index,
                    int64_t number)
{
    const nisca_ack_t *latest = &circuit->pair->acks[index];
    const nisca_way_t *way = &circuit->ways[index];

    return latest->rules != NULL && latest->rules == way->rules && latest->point != frame->point
                   && delivery_number(&way->sent, way->rules, latest->number) >= number
               ? latest
               : NULL;
}

/* --- Sequenced messages ---------------------------------------------------- */

/* The manual's question: was the message lost, or its acknowledgement? */
static void
nisca_judge_retransmission(const nisca_frame_t *frame, const nisca_circuit_t *circuit,
                           int64_t number, const delivery_message_t *first)
{
    unsigned index = nisca_way_index(frame);
    const nisca_way_t *way = &circuit->ways[index];
    bool acked = (way->has_acked && number <= way->acked)
                 || nisca_ack_elsewhere(frame, circuit, index, number) != NULL;

    if (first == NULL || first->tag & TAG_NO_ORIGINAL) {
        nisca_found(NISCA_FOUND_REXMT, 0, NISCA_CAUSE_NO_ORIGINAL);
    } else {
        nisca_found(NISCA_FOUND_REXMT, 0, acked ? NISCA_CAUSE_ACK_LOST : NISCA_CAUSE_MESSAGE_LOST);
        nisca_found(NISCA_FOUND_REXMT_OF, first->frame, frame->time - first->time);
    }
}

/* Where the acknowledgement of a message is noted.  It may be gone: a read
 * filter can reject a frame after its analysis. */
static finding_t *
nisca_acked_finding(const delivery_message_t *message)
{
    finding_t *acked = message->acked;

    return acked != NULL && acked->kind == NISCA_FOUND_ACKED ? acked : NULL;
}

static state_key_t
nisca_copies_key(const delivery_message_t *first)
{
    return (state_key_t){ .first = first->frame };
}

/* A further transmission of a message that is not acknowledged yet: the ACK
 * will cover this frame as well. */
static void
nisca_keep_copy(const nisca_way_t *way, const delivery_message_t *first)
{
    finding_t *acked = nisca_acked_finding(first);
    nisca_copies_t *copies;
    nisca_copy_t *copy;

    if (acked == NULL || (way->has_acked && first->number <= way->acked)) {
        return;
    }
    acked->value++;
    copies = (nisca_copies_t *)state_obtain(&nisca_state->pass, nisca_state->copies,
                                            nisca_copies_key(first), sizeof *copies, UINT_MAX);
    copy = wmem_new(wmem_file_scope(), nisca_copy_t);
    copy->acked = nisca_found(NISCA_FOUND_ACKED, 0, 0);
    copy->next = copies->first;
    copies->first = copy;
}

static uint32_t
nisca_tag(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    uint64_t hash = sightings_hash(frame->tvb, message->data, TAGGED_SIZE, message->length);

    return (uint32_t)hash & ~(uint32_t)TAG_NO_ORIGINAL;
}

/* What was sent with this number, not too long ago to be sent again. */
static const delivery_message_t *
nisca_first(const nisca_frame_t *frame, const nisca_way_t *way, int64_t number)
{
    const delivery_message_t *first = delivery_find(&way->sent, number);

    return first != NULL && ABS(frame->time - first->time) <= REPEATED_WITHIN ? first : NULL;
}

/* True if the number was used by another message: the circuit was begun anew
 * outside of the capture, or hours are not in it. */
static bool
nisca_is_reused(const nisca_frame_t *frame, const nisca_way_t *way, int64_t number)
{
    const delivery_message_t *first = nisca_first(frame, way, number);

    if (frame->message->flags & NISCA_TR_REXMT) {
        return false;
    }
    return first != NULL ? ((first->tag ^ nisca_tag(frame)) & ~(uint32_t)TAG_NO_ORIGINAL) != 0
                         : number >= way->sent.known_from && delivery_has_seen(&way->sent, number);
}

static void
nisca_keep(const nisca_frame_t *frame, nisca_way_t *way, int64_t number)
{
    delivery_message_t *kept = delivery_keep(&way->sent, way->rules, number, frame->frame,
                                             frame->time);

    kept->tag = nisca_tag(frame) | (frame->message->flags & NISCA_TR_REXMT ? TAG_NO_ORIGINAL : 0);
    kept->acked = nisca_found(NISCA_FOUND_ACKED, 0, 0);
}

/* A number that was seen before, at this capture point. */
static void
nisca_analyse_repetition(nisca_frame_t *frame, const nisca_way_t *way,
                         const delivery_message_t *first)
{
    frame->repeated = true;
    if (!(frame->message->flags & NISCA_TR_REXMT)) {
        nisca_found(NISCA_FOUND_DUPLICATE, first->frame, 0);
    }
    nisca_keep_copy(way, first);
}

static void
nisca_analyse_gap(const nisca_frame_t *frame, const nisca_circuit_t *circuit, int64_t number,
                  int64_t skipped)
{
    int64_t unseen = nisca_unseen_anywhere(circuit, nisca_way_index(frame), number - 1, skipped);

    if (unseen > 0) {
        nisca_found(NISCA_FOUND_GAP, 0, unseen);
    }
}

static void
nisca_expect_answer(const nisca_frame_t *frame, nisca_way_t *way, int64_t number)
{
    for (unsigned i = 0; i < way->rsvp_count; i++) {
        if (way->rsvps[i].number == number) {
            way->rsvps[i].repeated = true;
            return;
        }
    }
    if (way->rsvp_count < NISCA_RSVPS) {
        way->rsvps[way->rsvp_count++] = (nisca_rsvp_t){ .number = number, .time = frame->time };
    }
}

static void
nisca_way_begin(nisca_way_t *way, const nisca_message_t *message)
{
    nisca_way_reset(way);
    way->rules = nisca_rules(message);
}

/* The number of the message among those before it.  Where those belong to an earlier
 * circuit, it is the first one. */
static int64_t
nisca_number(const nisca_frame_t *frame, nisca_way_t *way)
{
    const nisca_message_t *message = frame->message;
    int64_t number;

    if (way->rules != nisca_rules(message)) {
        nisca_way_begin(way, message);
    }
    number = delivery_number(&way->sent, way->rules, message->seq);
    if (nisca_is_reused(frame, way, number)) {
        nisca_way_begin(way, message);
        number = delivery_number(&way->sent, way->rules, message->seq);
    }
    return number;
}

static void
nisca_analyse_seq(nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    const nisca_message_t *message = frame->message;
    nisca_way_t *way = &circuit->ways[nisca_way_index(frame)];
    int64_t number = nisca_number(frame, way), skipped;
    const delivery_message_t *first = nisca_first(frame, way, number);
    delivery_step_t step;

    circuit->established = true;
    step = delivery_see(&way->sent, number, &skipped);
    if (message->flags & NISCA_TR_REXMT) {
        nisca_judge_retransmission(frame, circuit, number, first);
    }
    if (first != NULL) {
        nisca_analyse_repetition(frame, way, first);
    } else {
        nisca_keep(frame, way, number);
    }
    if (step == DELIVERY_SKIPPED) {
        nisca_analyse_gap(frame, circuit, number, skipped);
    }
    if (message->flags & NISCA_TR_RSVP) {
        nisca_expect_answer(frame, way, number);
    }
}

/* --- Acknowledgements ------------------------------------------------------ */

static void
nisca_acknowledge(const nisca_frame_t *frame, const delivery_message_t *message)
{
    finding_t *acked = nisca_acked_finding(message);
    const nisca_copies_t *copies;

    if (acked == NULL || acked->ref != 0) {
        return;
    }
    acked->ref = frame->frame;
    if (acked->value == 0) {
        return;
    }
    copies = (const nisca_copies_t *)state_find(nisca_state->copies, nisca_copies_key(message));
    for (const nisca_copy_t *copy = copies->first; copy != NULL; copy = copy->next) {
        if (copy->acked->kind == NISCA_FOUND_ACKED) {
            copy->acked->ref = frame->frame;
        }
    }
}

/* Messages up to `number` that were not acknowledged before. */
static void
nisca_acknowledge_all(const nisca_frame_t *frame, const nisca_way_t *way, int64_t number)
{
    int64_t to = MIN(number, way->sent.last);
    int64_t from = way->has_acked ? way->acked + 1 : way->sent.origin;

    from = MAX(from, to - MIN((int64_t)way->sent.recent_size, MAX_COVERED) + 1);
    for (; from <= to; from++) {
        const delivery_message_t *message = delivery_find(&way->sent, from);

        if (message != NULL) {
            nisca_acknowledge(frame, message);
        }
    }
}

static bool
nisca_is_unseen(const nisca_circuit_t *circuit, unsigned index, int64_t number)
{
    const delivery_t *sent = &circuit->ways[index].sent;

    return number > sent->origin && !delivery_has_seen(sent, number)
           && !nisca_seen_elsewhere(circuit, index, number);
}

/* Sent more than once before its acknowledgement: seen twice, or seen for the
 * first time as a retransmission. */
static bool
nisca_was_repeated(const delivery_message_t *message)
{
    const finding_t *acked = nisca_acked_finding(message);

    return acked != NULL && acked->ref == 0
           && (acked->value != 0 || (message->tag & TAG_NO_ORIGINAL) != 0);
}

/* What can be said of the message that is acknowledged.  The round trip ended
 * before this frame if another capture point had an ACK sooner, and this one is
 * no copy of that. */
static nisca_found_kind_t
nisca_ack_kind(const nisca_frame_t *frame, const nisca_circuit_t *circuit, unsigned index,
               const delivery_message_t *message)
{
    if (frame->sighting.copy_of == 0
        && nisca_ack_elsewhere(frame, circuit, index, message->number) != NULL) {
        return NISCA_FOUND_ACKS_LATER;
    }
    return nisca_was_repeated(message) ? NISCA_FOUND_ACKS_REPEATED : NISCA_FOUND_ACKS;
}

/* An acknowledgement of something new. */
static void
nisca_analyse_new_ack(const nisca_frame_t *frame, nisca_circuit_t *circuit, unsigned index,
                      int64_t number)
{
    nisca_way_t *acked = &circuit->ways[index];
    const delivery_message_t *message = delivery_find(&acked->sent, number);

    if (message != NULL) {
        nisca_found(nisca_ack_kind(frame, circuit, index, message), message->frame,
                    frame->time - message->time);
    } else if (nisca_is_unseen(circuit, index, number)) {
        nisca_found(NISCA_FOUND_ACK_UNSEEN, 0, 0);
    }
    nisca_acknowledge_all(frame, acked, number);
    acked->acked = number;
    acked->has_acked = true;
}

static bool
nisca_answered_elsewhere(const nisca_frame_t *frame, const nisca_circuit_t *circuit, unsigned index,
                         const nisca_rsvp_t *rsvp)
{
    const nisca_ack_t *ack = nisca_ack_elsewhere(frame, circuit, index, rsvp->number);

    return frame->sighting.copy_of == 0 && ack != NULL && ack->time >= rsvp->time;
}

/* The longest wait counts, where one frame answers several. */
static void
nisca_answer(const nisca_frame_t *frame, nisca_circuit_t *circuit, unsigned index, int64_t number)
{
    nisca_way_t *way = &circuit->ways[index];
    const nisca_rsvp_t none = { .time = INT64_MAX };
    nisca_rsvp_t longest = none;
    unsigned kept = 0;

    for (unsigned i = 0; i < way->rsvp_count; i++) {
        nisca_rsvp_t rsvp = way->rsvps[i];

        if (rsvp.number > number) {
            way->rsvps[kept++] = rsvp;
        } else if (rsvp.time < longest.time
                   && !nisca_answered_elsewhere(frame, circuit, index, &rsvp)) {
            longest = rsvp;
        }
    }
    way->rsvp_count = (uint8_t)kept;
    if (longest.time != none.time) {
        nisca_found(NISCA_FOUND_RSVP_ANSWERED, longest.repeated,
                    frame->time - longest.time);
    }
}

static void
nisca_analyse_ack(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    unsigned index = 1 - nisca_way_index(frame);
    nisca_way_t *acked = &circuit->ways[index];
    int64_t number;

    if (acked->sent.started && acked->rules == nisca_rules(frame->message)) {
        number = delivery_number(&acked->sent, acked->rules, frame->message->ack);
        nisca_answer(frame, circuit, index, number);
        if (!acked->has_acked || number > acked->acked) {
            nisca_analyse_new_ack(frame, circuit, index, number);
        }
    }
    nisca_note_ack(frame, circuit->pair, index);
}

void
nisca_circuits_analyse(nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    nisca_circuit_t *circuit = nisca_circuit(frame);

    if (circuit == NULL) {
        return;
    }
    nisca_circuit_after_byes(circuit);
    if (nisca_is_ppd(message, NISCA_PPD_START)) {
        nisca_analyse_start(frame, circuit);
        return; /* its numbers are those of the circuit before */
    }
    if (nisca_is_ppd(message, NISCA_PPD_STACK)) {
        nisca_analyse_stack(frame, circuit->pair);
    }
    nisca_circuit_after_restarts(circuit);
    if (nisca_is_ppd(message, NISCA_PPD_STACK) || nisca_is_ppd(message, NISCA_PPD_ACK)) {
        circuit->established = true;
    }
    if (message->has_seq) {
        nisca_analyse_seq(frame, circuit);
    }
    if (message->has_ack) {
        nisca_analyse_ack(frame, circuit);
    }
}

uint32_t
nisca_circuit_start(const packet_info *pinfo, const nisca_message_t *message)
{
    const nisca_circuit_t *circuit = nisca_find_circuit(capture_point(pinfo), message);
    uint32_t start;

    if (circuit == NULL || nisca_is_ppd(message, NISCA_PPD_START)) {
        return 0;
    }
    start = nisca_history_before(&circuit->starts, pinfo->num);
    for (unsigned i = 0; i < 2 && start != 0; i++) {
        const nisca_node_state_t *node = circuit->nodes[i];

        if (node != NULL && nisca_history_before(&node->byes, pinfo->num) > start) {
            return 0;
        }
    }
    return start;
}
