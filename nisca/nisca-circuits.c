/* nisca-circuits.c
 * Virtual circuits: which messages were sent, acknowledged, sent again, lost.
 *
 * A circuit joins two nodes over all their channels; each direction has one
 * count of sequenced messages, and acknowledgments are cumulative; why a message
 * was sent again, nisca-retransmissions.c says.  Sources: the manual for the rules,
 * captures for how nodes keep to them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-paths.h"
#include "nisca-state.h"

/* Messages that one ACK can cover: far more than any window. */
#define MAX_COVERED 4096

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

/* Clusters of one number, and numbers of a gap, that are asked about each other. */
#define CLUSTERS_ASKED 16
#define NUMBERS_ASKED 16

/* STACK is repeated if its ACK was lost, but not for so long. */
#define STACK_WITHIN (30 * NS_PER_S)

/* --- Circuits -------------------------------------------------------------- */

/* The key of a pair of nodes, whichever sends. */
static state_key_t
nisca_pair_key(uint32_t cluster, const nisca_message_t *message)
{
    uint64_t src = message->src.number;
    uint64_t dst = message->dst.number;

    return (state_key_t){
        .first = MIN(src, dst), .second = MAX(src, dst), .third = cluster, .fourth = message->group
    };
}

/* Which of a circuit's ways the sender uses; the other one is 1 - this. */
static unsigned
nisca_way_index(const nisca_frame_t *frame)
{
    return frame->src > frame->dst;
}

const nisca_circuit_t *
nisca_find_circuit(uint32_t cluster, const nisca_message_t *message)
{
    return (const nisca_circuit_t *)state_find(nisca_state->circuits,
                                               nisca_pair_key(cluster, message));
}

static void
nisca_circuit_begin(const nisca_frame_t *frame, nisca_circuit_t *circuit, state_key_t key)
{
    if (nisca_state->circuit_list == NULL) {
        nisca_state->circuit_list = wmem_array_new(wmem_file_scope(), sizeof(nisca_circuit_t *));
    }
    wmem_array_append_one(nisca_state->circuit_list, circuit);
    circuit->nodes[0] = nisca_node(frame, key.first);
    circuit->nodes[1] = nisca_node(frame, key.second);
    circuit->addresses[0] = key.first;
    circuit->addresses[1] = key.second;
    circuit->cluster = frame->seen.cluster;
    circuit->cluster_number = 1 + key.third;
    circuit->group = key.fourth;
}

/* The circuit of a message, made when first seen.  NULL beyond the caps. */
static nisca_circuit_t *
nisca_circuit(const nisca_frame_t *frame)
{
    state_key_t key = nisca_pair_key(frame->cluster, frame->message);
    nisca_circuit_t *circuit = (nisca_circuit_t *)state_obtain(
        &nisca_state->pass, nisca_state->circuits, key, sizeof *circuit, NISCA_MAX_CIRCUITS);

    if (circuit != NULL && circuit->cluster_number == 0) {
        nisca_circuit_begin(frame, circuit, key);
    }
    return circuit;
}

const nisca_circuit_t *
nisca_circuit_at(unsigned idx)
{
    wmem_array_t *list = nisca_state->circuit_list;

    return list != NULL && idx < wmem_array_get_count(list)
               ? *(nisca_circuit_t **)wmem_array_index(list, idx)
               : NULL;
}

/* A node that said BYE has closed its circuits.  The other one may not have heard it. */
static void
nisca_circuit_after_byes(nisca_circuit_t *circuit)
{
    uint32_t byes = nisca_bye_count(circuit->nodes[0]) + nisca_bye_count(circuit->nodes[1]);

    if (byes != circuit->byes) {
        circuit->byes = byes;
        circuit->established = false;
        circuit->is_left = true;
    }
}

/* By another place, later in the file. */
static bool
nisca_is_before_bye(const nisca_frame_t *frame, const nisca_circuit_t *circuit)
{
    for (unsigned i = 0; i < 2; i++) {
        const nisca_node_state_t *node = circuit->nodes[i];

        if (nisca_bye_count(node) > 0 && nisca_is_before(frame, &node->bye)) {
            return true;
        }
    }
    return false;
}

/* The first message of a circuit that was made again, by a dialogue that nobody captured. */
static bool
nisca_begins_after_bye(const nisca_frame_t *frame, const nisca_circuit_t *circuit)
{
    const nisca_message_t *message = frame->message;

    return circuit->is_left && message->has_seq && !(message->flags & NISCA_TR_REXMT)
           && !nisca_is_before_bye(frame, circuit);
}

static bool
nisca_is_ppd(const nisca_message_t *message, uint32_t type)
{
    return message->has_ppd && message->ppd_type == type;
}

/* START starts the circuit and both counts over. */
static void
nisca_analyse_start(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    if (circuit->established) {
        nisca_found(NISCA_FOUND_RESTARTED, frame->has_booted, 0);
    }
    nisca_life_begin(circuit, &frame->seen.at);
    circuit->established = circuit->is_left = false;
    nisca_history_add(&circuit->starts, frame->frame);
    nisca_life_keep_start(frame, circuit);
    circuit->stacked = false;
}

/* STACK starts the circuit over as START does: the START may not be in the capture,
 * and messages of the circuit before come until STACK.  A repeated STACK begins
 * nothing: messages of the new circuit may have come by then. */
static void
nisca_analyse_stack(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    if (!circuit->stacked || frame->when - circuit->stack_time > STACK_WITHIN) {
        nisca_life_begin(circuit, &frame->seen.at);
    }
    circuit->stacked = true;
    circuit->stack_time = frame->when;
}

static const delivery_rules_t *
nisca_rules(const nisca_message_t *message)
{
    return message->numbers_extended ? &extended_rules : &classic_rules;
}

/* --- Sequenced messages ---------------------------------------------------- */

static uint32_t
nisca_tag(const nisca_frame_t *frame)
{
    return (uint32_t)frame->content & ~NISCA_TAG_NOTES;
}

/* Without content, all that could tell is the flag. */
static bool
nisca_tags_differ(uint32_t one, uint32_t other)
{
    const uint32_t content = ~NISCA_TAG_NOTES;

    return (one & content) != 0 && (other & content) != 0 && ((one ^ other) & content) != 0;
}

/* What was sent with this number, not too long ago to be sent again. */
static delivery_message_t *
nisca_first(const nisca_frame_t *frame, const nisca_way_t *way, int64_t number)
{
    delivery_message_t *first = delivery_find(&way->sent, number);

    return first != NULL && ABS(frame->when - first->when) <= REPEATED_WITHIN ? first : NULL;
}

/* True if the number was used by another message: the circuit was started over
 * outside of the capture, or hours are not in it. */
static bool
nisca_is_reused(const nisca_frame_t *frame, const nisca_way_t *way, int64_t number)
{
    const delivery_message_t *first = nisca_first(frame, way, number);

    if (frame->message->flags & NISCA_TR_REXMT) {
        return false;
    }
    return first != NULL ? nisca_tags_differ(first->tag, nisca_tag(frame))
                         : number >= way->sent.known_from && delivery_has_seen(&way->sent, number);
}

static void
nisca_keep(const nisca_frame_t *frame, nisca_way_t *way, int64_t number)
{
    delivery_message_t *kept = delivery_keep(&way->sent, way->rules, number, frame->frame,
                                             frame->when);

    kept->tag = nisca_tag(frame)
                | (frame->message->flags & NISCA_TR_REXMT ? NISCA_TAG_NO_ORIGINAL : 0);
    kept->opened = links_open(&nisca_state->acks, frame->frame);
    kept->feed = frame->seen.at.feed;
    way->messages++;
}

/* A number that was seen before. */
static void
nisca_analyse_repetition(nisca_frame_t *frame, nisca_way_t *way, delivery_message_t *first)
{
    frame->repeated = true;
    /* Else another place shows it when the number has been used again. */
    if (!(frame->message->flags & NISCA_TR_REXMT) && frame->seen.attempt > 1) {
        nisca_found(NISCA_FOUND_DUPLICATE, first->frame, frame->seen.attempt);
    }
    nisca_keep_copy(frame, way, first);
    way->acked_copies = 0; /* further ACKs are for this one */
}

/* Whether a feed that is not known to show this cluster has shown the number of a way: it
 * may, as a second LAN does of which nothing else was seen so far. */
static bool
nisca_is_shown_elsewhere(const nisca_frame_t *frame, unsigned idx, uint32_t wire)
{
    for (uint32_t i = 0; i < MIN(nisca_state->clusters, CLUSTERS_ASKED); i++) {
        const nisca_circuit_t *circuit =
            i != frame->cluster ? nisca_find_circuit(i, frame->message) : NULL;
        const nisca_way_t *way = circuit != NULL ? &circuit->life.ways[idx] : NULL;

        if (way != NULL && way->rules == nisca_rules(frame->message) && way->sent.started
            && nisca_first(frame, way, delivery_number(&way->sent, way->rules, wire)) != NULL) {
            return true;
        }
    }
    return false;
}

static int64_t
nisca_missing(const nisca_frame_t *frame, int64_t number, int64_t skipped)
{
    int64_t missing = skipped;

    for (int64_t i = 1; nisca_state->clusters > 1 && i <= MIN(skipped, NUMBERS_ASKED); i++) {
        uint32_t wire = (uint32_t)((uint64_t)(number - i) % nisca_rules(frame->message)->count);

        missing -= nisca_is_shown_elsewhere(frame, nisca_way_index(frame), wire);
    }
    return missing;
}

static void
nisca_note_gap(const nisca_frame_t *frame, nisca_way_t *way, int64_t number, int64_t skipped)
{
    int64_t missing = nisca_missing(frame, number, skipped);
    nisca_claim_t gap = { .from = number - skipped, .to = number - 1, .at = frame->seen.at };

    gap.finding = nisca_found(NISCA_FOUND_GAP, (uint32_t)MIN(missing, UINT32_MAX), missing);
    nisca_claim(&way->gaps, &gap);
}

/* What was overtaken on its way, or came by a place whose clock is behind, is not
 * missing. */
static void
nisca_take_back(const nisca_frame_t *frame, nisca_way_t *way, int64_t number)
{
    finding_t *gap = nisca_claim_refuted(frame, way->gaps, number, NISCA_FOUND_GAP);
    finding_t *unseen = nisca_claim_refuted(frame, way->unseen, number, NISCA_FOUND_ACK_UNSEEN);

    if (gap != NULL) {
        gap->value -= gap->value > 0;
    }
    if (unseen != NULL) {
        unseen->kind = 0;
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
        way->rsvps[way->rsvp_count++] = (nisca_rsvp_t){ .number = number, .when = frame->when };
    }
}

static void
nisca_way_begin(nisca_way_t *way, const nisca_message_t *message)
{
    nisca_way_reset(way);
    way->rules = nisca_rules(message);
}

/* A number that is used again shows that the circuit was started over. */
static void
nisca_begin_unheralded(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    nisca_life_begin(circuit, &frame->seen.at);
    circuit->life.is_unheralded = true;
    circuit->life.first = frame->seen.at;
    nisca_history_add(&circuit->unheralded, frame->frame);
}

/* The number of the message among those before it.  Where those belong to an earlier
 * circuit, it is the first one. */
static int64_t
nisca_number(const nisca_frame_t *frame, nisca_circuit_t *circuit, nisca_way_t *way)
{
    const nisca_message_t *message = frame->message;
    int64_t number;

    if (way->rules != nisca_rules(message)) {
        nisca_way_begin(way, message);
    }
    number = delivery_number(&way->sent, way->rules, message->seq);
    if (nisca_is_reused(frame, way, number)) {
        if (way == &circuit->life.ways[nisca_way_index(frame)]) {
            nisca_begin_unheralded(frame, circuit);
        }
        nisca_way_begin(way, message);
        number = delivery_number(&way->sent, way->rules, message->seq);
    }
    return number;
}

/* What was sent when the file began can be sent again before the next message. */
static void
nisca_note_new(nisca_way_t *way, int64_t number)
{
    if (!way->has_new) {
        way->has_new = true;
        way->first_new = number;
    }
}

/* What the number says of those before it: some were skipped, or it was. */
static void
nisca_follow(const nisca_frame_t *frame, nisca_way_t *way, int64_t number, bool is_known)
{
    bool is_skipped = way->has_new && number > way->first_new
                      && (delivery_unseen(&way->sent, number, number) > 0
                          || (!is_known && number < way->sent.known_from
                              && nisca_claim_refuted(frame, way->gaps, number,
                                                     NISCA_FOUND_GAP) != NULL));
    bool is_copy = is_known || frame->message->flags & NISCA_TR_REXMT;
    int64_t skipped;
    delivery_step_t step = delivery_see(&way->sent, number, &skipped);

    if (step == DELIVERY_SKIPPED && way->has_new) {
        nisca_note_gap(frame, way, number, skipped);
    }
    if (!is_copy) {
        nisca_take_back(frame, way, number);
        nisca_note_new(way, number);
    }
    if ((step == DELIVERY_BACKWARDS || step == DELIVERY_SEEN) && is_skipped) {
        nisca_found(NISCA_FOUND_FILLED, 0, 0);
    }
}

/* A number that comes again in a frame that is cut before it says what it is: a copy, or the
 * circuit was started over by a START that was cut, too.  Nobody knows which. */
static bool
nisca_is_doubtful(const nisca_frame_t *frame, const delivery_message_t *first)
{
    const nisca_message_t *message = frame->message;

    return first != NULL && !message->has_ppd && !(message->flags & NISCA_TR_REXMT)
           && tvb_captured_length(frame->tvb) < tvb_reported_length(frame->tvb);
}

static void
nisca_analyse_seq(nisca_frame_t *frame, nisca_circuit_t *circuit, nisca_life_t *life)
{
    const nisca_message_t *message = frame->message;
    nisca_way_t *way = &life->ways[nisca_way_index(frame)];
    int64_t number = nisca_number(frame, circuit, way);
    delivery_message_t *first = nisca_first(frame, way, number);

    if (nisca_is_doubtful(frame, first)) {
        nisca_way_reset(way); /* begins with the next one */
        return;
    }
    nisca_follow(frame, way, number, first != NULL);
    if (nisca_is_late_original(frame, first)) {
        nisca_take_back(frame, way, number);
        nisca_adopt_original(frame, way, first);
        return;
    }
    if (message->flags & NISCA_TR_REXMT) {
        nisca_judge_retransmission(frame, way, number, first);
    }
    if (first != NULL) {
        nisca_analyse_repetition(frame, way, first);
    } else {
        nisca_keep(frame, way, number);
    }
    if (message->flags & NISCA_TR_RSVP) {
        nisca_expect_answer(frame, way, number);
    }
}

/* --- Acknowledgments ------------------------------------------------------ */

/* Messages up to `number` that were not acknowledged before. */
static void
nisca_acknowledge_all(const nisca_frame_t *frame, nisca_way_t *way, int64_t number)
{
    int64_t to = MIN(number, way->sent.last);
    int64_t from = way->has_acked ? way->acked + 1 : way->sent.origin;

    for (from = MAX(from, to - MAX_COVERED + 1); from <= to; from++) {
        const delivery_message_t *message = delivery_find(&way->sent, from);

        if (message != NULL) {
            nisca_acknowledge(frame, way, message);
        }
    }
}

static bool
nisca_is_unseen(const nisca_frame_t *frame, const nisca_life_t *life, unsigned idx,
                int64_t number)
{
    const nisca_way_t *way = &life->ways[idx];

    return way->has_new && number > way->first_new && !delivery_has_seen(&way->sent, number)
           && !nisca_is_shown_elsewhere(frame, idx, frame->message->ack);
}

/* An acknowledgment of something new. */
static void
nisca_analyse_new_ack(const nisca_frame_t *frame, nisca_life_t *life, unsigned idx,
                      int64_t number)
{
    nisca_way_t *acked = &life->ways[idx];
    const delivery_message_t *message = delivery_find(&acked->sent, number);

    if (message != NULL) {
        nisca_note_rtt(frame, acked, message);
        nisca_found_acks(frame, message, nisca_was_repeated(message));
    } else if (nisca_is_unseen(frame, life, idx, number)) {
        nisca_claim(&acked->unseen,
                    &(nisca_claim_t){ .from = number, .to = number, .at = frame->seen.at,
                                      .finding = nisca_found(NISCA_FOUND_ACK_UNSEEN, 0, 0) });
    }
    acked->acked_copies = 0;
    nisca_acknowledge_all(frame, acked, number);
    if (number > (acked->has_acked ? acked->acked + 1 : acked->sent.origin)) {
        acked->acked_copies = NISCA_SEVERAL_COPIES; /* or they will be sent again for nothing */
    }
    acked->acked = number;
    acked->acked_at = frame->seen.at;
    acked->has_acked = true;
    nisca_acks_keep(&acked->acks, &(nisca_ack_t){ .number = number, .at = frame->seen.at });
}

/* Another place shows, later in the file, that it was acknowledged before. */
static bool
nisca_analyse_earlier_ack(const nisca_frame_t *frame, nisca_way_t *acked, int64_t number)
{
    const delivery_message_t *message;

    if (frame->when >= acked->acked_at.when || !nisca_acks_note_earlier(frame, acked, number)) {
        return false;
    }
    message = delivery_find(&acked->sent, number);
    if (message != NULL) {
        nisca_found_acks(frame, message, (message->tag & NISCA_TAG_NOTES) != 0);
    }
    return true;
}

/* The longest wait counts, where one frame answers several. */
static void
nisca_answer(const nisca_frame_t *frame, nisca_life_t *life, unsigned idx, int64_t number)
{
    nisca_way_t *way = &life->ways[idx];
    const nisca_rsvp_t none = { .when = INT64_MAX };
    nisca_rsvp_t longest = none;
    unsigned kept = 0;

    for (unsigned i = 0; i < way->rsvp_count; i++) {
        nisca_rsvp_t rsvp = way->rsvps[i];

        if (rsvp.number > number) {
            way->rsvps[kept++] = rsvp;
        } else if (rsvp.when < longest.when) {
            longest = rsvp;
        }
    }
    way->rsvp_count = (uint8_t)kept;
    if (longest.when != none.when) {
        nisca_found(NISCA_FOUND_RSVP_ANSWERED, longest.repeated,
                    frame->when - longest.when);
    }
}

static void
nisca_analyse_ack(const nisca_frame_t *frame, nisca_life_t *life)
{
    unsigned idx = 1 - nisca_way_index(frame);
    nisca_way_t *acked = &life->ways[idx];
    int64_t number;

    if (acked->sent.started && acked->rules == nisca_rules(frame->message)) {
        number = delivery_number(&acked->sent, acked->rules, frame->message->ack);
        nisca_answer(frame, life, idx, number);
        if (!acked->has_acked || number > acked->acked) {
            nisca_analyse_new_ack(frame, life, idx, number);
        } else if (!nisca_analyse_earlier_ack(frame, acked, number)
                   && number == acked->acked && !frame->message->has_seq
                   && observation_note(nisca_state->observer, frame->pinfo).copy_of == 0) {
            nisca_analyse_second_ack(acked);
        }
    }
}

/* Another place shows, later in the file, what was sent before the circuit started over. */
static void
nisca_analyse_old(nisca_frame_t *frame, nisca_circuit_t *circuit, nisca_life_t *life)
{
    const nisca_message_t *message = frame->message;

    if (nisca_is_ppd(message, NISCA_PPD_START)) {
        nisca_life_keep_start(frame, circuit);
        return;
    }
    nisca_found(NISCA_FOUND_CIRCUIT_START, nisca_life_start_of(frame, circuit), 0);
    if (life != NULL && message->has_seq) {
        nisca_analyse_seq(frame, circuit, life);
    }
    if (life != NULL && message->has_ack) {
        nisca_analyse_ack(frame, life);
    }
}

void
nisca_acks_analyse(nisca_frame_t *frame)
{
    nisca_circuit_t *circuit = nisca_circuit(frame);
    nisca_life_t *life = circuit != NULL ? nisca_life_of(frame, circuit) : NULL;

    if (circuit != NULL && life != &circuit->life) {
        nisca_found(NISCA_FOUND_CIRCUIT_START, nisca_life_start_of(frame, circuit), 0);
    }
    if (life != NULL) {
        nisca_analyse_ack(frame, life);
    }
}

void
nisca_copies_analyse(const nisca_frame_t *frame)
{
    nisca_circuit_t *circuit = nisca_circuit(frame);
    nisca_life_t *life = circuit != NULL ? nisca_life_of(frame, circuit) : NULL;

    if (life != NULL) {
        life->ways[nisca_way_index(frame)].acked_copies = 0;
    }
}

/* What each frame does, whatever it is. */
static void
nisca_circuit_before(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    circuit->life.ways[nisca_way_index(frame)].frames++;
    nisca_look_at_bursts(frame, circuit);
    nisca_circuit_after_byes(circuit);
    nisca_life_note(frame, &circuit->life);
}

/* What begins the circuit, or shows that it was begun. */
static void
nisca_analyse_dialogue(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    const nisca_message_t *message = frame->message;

    if (nisca_begins_after_bye(frame, circuit)) {
        nisca_life_begin(circuit, &frame->seen.at);
        circuit->is_left = false;
    }
    if (nisca_is_ppd(message, NISCA_PPD_STACK)) {
        nisca_analyse_stack(frame, circuit);
    }
    circuit->established |= nisca_is_ppd(message, NISCA_PPD_STACK)
                            || nisca_is_ppd(message, NISCA_PPD_ACK) || message->has_seq;
}

/* Another place has shown what came after this START. */
static bool
nisca_is_heralded(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    nisca_life_t *life = nisca_life_heralded(frame, circuit);

    if (life != NULL) {
        nisca_life_herald(frame, circuit, life);
    }
    return life != NULL;
}

void
nisca_circuits_analyse(nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    nisca_circuit_t *circuit = nisca_circuit(frame);
    nisca_life_t *life = circuit != NULL ? nisca_life_of(frame, circuit) : NULL;

    if (circuit == NULL) {
        return;
    }
    if (nisca_is_ppd(message, NISCA_PPD_START) && nisca_is_heralded(frame, circuit)) {
        return;
    }
    if (life != &circuit->life) {
        nisca_analyse_old(frame, circuit, life);
        return;
    }
    nisca_circuit_before(frame, circuit);
    if (nisca_is_ppd(message, NISCA_PPD_START)) {
        nisca_analyse_start(frame, circuit);
        return; /* its numbers are those of the circuit before */
    }
    nisca_analyse_dialogue(frame, circuit);
    if (message->has_seq) {
        nisca_analyse_seq(frame, circuit, life);
    }
    if (message->has_ack) {
        nisca_analyse_ack(frame, life);
    }
}

uint32_t
nisca_circuit_start(const packet_info *pinfo, uint32_t frame, const nisca_message_t *message)
{
    const nisca_circuit_t *circuit =
        nisca_find_circuit(nisca_cluster_of(pinfo, message->group), message);
    uint32_t start;

    if (circuit == NULL || nisca_is_ppd(message, NISCA_PPD_START)) {
        return 0;
    }
    start = nisca_history_before(&circuit->starts, frame);
    if (nisca_history_before(&circuit->unheralded, frame + 1) > start) {
        return 0;
    }
    for (unsigned i = 0; i < 2 && start != 0; i++) {
        const nisca_node_state_t *node = circuit->nodes[i];

        if (node != NULL && nisca_history_before(&node->byes, frame) > start) {
            return 0;
        }
    }
    return start;
}
