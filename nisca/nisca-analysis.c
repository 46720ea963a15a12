/* nisca-analysis.c
 * The first pass: what a message means after those before it.  Here are the
 * state of the capture file and the virtual circuits.
 *
 * A circuit joins two nodes over all their channels; each direction has one
 * count of sequenced messages, and acknowledgements are cumulative.  Sources:
 * the manual for the rules and for the diagnosis of retransmissions, captures
 * for how nodes keep to them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

nisca_state_t *nisca_state;

static ws_bool pref_analysis = true;

/* Copies of a frame at another capture point come this soon, be the clocks
 * what they may. */
#define COPIED_WITHIN (10 * NS_PER_S)

/* Larger gaps are compared with other capture points as a whole. */
#define GAP_BY_NUMBER 64

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

/* Tag of a remembered message: only its retransmission was seen. */
#define TAG_NO_ORIGINAL 1

/* Another transmission of a message that waits for its acknowledgement. */
typedef struct {
    finding_t *acked;
    uint32_t frame;
    uint32_t next; /* index + 1, or 0 */
} nisca_copy_t;

/* --- What all of the state is made of ------------------------------------- */

finding_t *
nisca_add_finding(const nisca_frame_t *frame, nisca_finding_kind_t kind, uint32_t ref,
                  int64_t value)
{
    return findings_add(nisca_state->findings, frame->frame, (uint8_t)kind, ref, value);
}

bool
nisca_is_finding(const finding_t *finding, nisca_finding_kind_t kind, uint32_t frame)
{
    return finding != NULL && finding->kind == kind && finding->frame == frame;
}

static unsigned
nisca_key_hash(const void *key)
{
    return wmem_strong_hash((const uint8_t *)key, sizeof(nisca_key_t));
}

static gboolean
nisca_key_equal(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(nisca_key_t)) == 0;
}

wmem_map_t *
nisca_map_new(void)
{
    return wmem_map_new(wmem_file_scope(), nisca_key_hash, nisca_key_equal);
}

void
nisca_tell_limit(const nisca_frame_t *frame)
{
    if (!nisca_state->limit_told) {
        nisca_state->limit_told = true;
        nisca_add_finding(frame, NISCA_FOUND_LIMIT, 0, 0);
    }
}

void *
nisca_obtain(const nisca_frame_t *frame, wmem_map_t *map, const nisca_key_t *key, size_t size,
             unsigned cap)
{
    void *value = wmem_map_lookup(map, key);
    nisca_key_t *entry;

    if (value != NULL) {
        return value;
    }
    if (wmem_map_size(map) >= cap) {
        nisca_tell_limit(frame);
        return NULL;
    }
    entry = (nisca_key_t *)wmem_alloc0(wmem_file_scope(), sizeof *entry + size);
    *entry = *key;
    wmem_map_insert(map, entry, entry + 1);
    return entry + 1;
}

void
nisca_history_mark(nisca_history_t **history, uint32_t frame, uint32_t value)
{
    nisca_event_t event = { .frame = frame, .value = value };

    if (*history == NULL) {
        *history = wmem_array_sized_new(wmem_file_scope(), sizeof event, 1);
    }
    wmem_array_append_one(*history, event);
}

static const nisca_event_t *
nisca_history_at(const nisca_history_t *history, unsigned index)
{
    return (const nisca_event_t *)wmem_array_index((nisca_history_t *)history, index);
}

void
nisca_history_add(nisca_history_t **history, uint32_t frame, uint32_t value)
{
    unsigned count = *history != NULL ? wmem_array_get_count(*history) : 0;

    if (count == 0 || nisca_history_at(*history, count - 1)->value != value) {
        nisca_history_mark(history, frame, value);
    }
}

const nisca_event_t *
nisca_history_before(const nisca_history_t *history, uint32_t frame)
{
    unsigned low = 0, high;

    if (history == NULL) {
        return NULL;
    }
    high = wmem_array_get_count((nisca_history_t *)history);
    while (low < high) {
        unsigned middle = low + (high - low) / 2;

        if (nisca_history_at(history, middle)->frame < frame) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 ? nisca_history_at(history, low - 1) : NULL;
}

uint32_t
nisca_history_frame(const nisca_history_t *history, uint32_t frame)
{
    const nisca_event_t *event = nisca_history_before(history, frame);

    return event != NULL ? event->frame : 0;
}

uint64_t
nisca_address_number(const uint8_t *bytes)
{
    uint64_t number = 0;

    for (unsigned i = 0; i < NISCA_ADDRESS_SIZE; i++) {
        number = number << 8 | bytes[i];
    }
    return number;
}

/* --- Circuits -------------------------------------------------------------- */

nisca_key_t
nisca_pair_key(uint32_t point, const nisca_message_t *message)
{
    uint64_t src = nisca_address_number(message->src.bytes);
    uint64_t dst = nisca_address_number(message->dst.bytes);

    return (nisca_key_t){
        .first = MIN(src, dst), .second = MAX(src, dst), .point = point, .group = message->group
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
    nisca_key_t key = nisca_pair_key(NISCA_EVERYWHERE, frame->message);
    nisca_pair_t *pair = (nisca_pair_t *)nisca_obtain(frame, nisca_state->pairs, &key, sizeof *pair,
                                                      NISCA_MAX_CIRCUITS);

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
    nisca_key_t key = nisca_pair_key(point, message);

    return (nisca_circuit_t *)wmem_map_lookup(nisca_state->circuits, &key);
}

/* The circuit of a message, made when first seen.  NULL beyond the caps. */
static nisca_circuit_t *
nisca_circuit(const nisca_frame_t *frame)
{
    nisca_key_t key = nisca_pair_key(frame->point, frame->message);
    nisca_circuit_t *circuit = (nisca_circuit_t *)nisca_obtain(
        frame, nisca_state->circuits, &key, sizeof *circuit, NISCA_MAX_CIRCUITS);

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
nisca_circuit_reset(nisca_circuit_t *circuit)
{
    nisca_way_reset(&circuit->ways[0]);
    nisca_way_reset(&circuit->ways[1]);
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
        nisca_add_finding(frame, NISCA_FOUND_RESTARTED, 0, 0);
    }
    nisca_circuit_reset(circuit);
    nisca_history_mark(&circuit->starts, frame->frame, 0);
    if (frame->sighting.copy_of == 0) {
        nisca_history_mark(&circuit->pair->starts, frame->frame, 0);
    }
}

/* --- What other capture points saw ----------------------------------------- */

static uint32_t
nisca_wire_number(const delivery_rules_t *rules, int64_t number)
{
    return (uint32_t)((uint64_t)number & (rules->count - 1));
}

/* The same direction at another capture point, if it counts the same way. */
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

/* --- Sequenced messages ---------------------------------------------------- */

/* The manual's question: was the message lost, or its acknowledgement? */
static void
nisca_judge_retransmission(const nisca_frame_t *frame, const nisca_way_t *way, int64_t number,
                           const delivery_message_t *first, bool seen)
{
    bool has_original = first != NULL ? first->tag != TAG_NO_ORIGINAL : seen;
    bool acked = way->has_acked && number <= way->acked;

    if (!has_original) {
        nisca_add_finding(frame, NISCA_FOUND_REXMT_ALONE, 0, 0);
    } else {
        nisca_add_finding(frame, acked ? NISCA_FOUND_REXMT_LATE : NISCA_FOUND_REXMT_LOST,
                          first != NULL ? first->frame : 0,
                          first != NULL ? frame->time - first->time : 0);
    }
}

/* Where the acknowledgement of a message is noted.  It may be gone: a read
 * filter can reject a frame after its analysis. */
static finding_t *
nisca_acked_finding(const delivery_message_t *message)
{
    finding_t *acked = message->acked;

    return nisca_is_finding(acked, NISCA_FOUND_ACKED, message->frame) ? acked : NULL;
}

/* A further transmission of a message that is not acknowledged yet: the ACK
 * will cover this frame, too.  The chain hangs on the first one's finding. */
static void
nisca_keep_copy(const nisca_frame_t *frame, const nisca_way_t *way,
                const delivery_message_t *first)
{
    finding_t *chain = nisca_acked_finding(first);
    nisca_copy_t copy = { .frame = frame->frame };

    if (chain == NULL || (way->has_acked && first->number <= way->acked)) {
        return;
    }
    copy.acked = nisca_add_finding(frame, NISCA_FOUND_ACKED, 0, 0);
    copy.next = (uint32_t)chain->value;
    wmem_array_append_one(nisca_state->copies, copy);
    chain->value = wmem_array_get_count(nisca_state->copies);
}

static void
nisca_keep(const nisca_frame_t *frame, nisca_way_t *way, int64_t number)
{
    delivery_message_t *kept = delivery_keep(&way->sent, way->rules, number, frame->frame,
                                             frame->time);

    kept->tag = frame->message->flags & NISCA_TR_REXMT ? TAG_NO_ORIGINAL : 0;
    kept->acked = nisca_add_finding(frame, NISCA_FOUND_ACKED, 0, 0);
}

/* A number that was seen before, at this capture point. */
static void
nisca_analyse_repetition(nisca_frame_t *frame, const nisca_way_t *way,
                         const delivery_message_t *first)
{
    frame->repeated = true;
    if (!(frame->message->flags & NISCA_TR_REXMT)) {
        nisca_add_finding(frame, NISCA_FOUND_DUPLICATE, first != NULL ? first->frame : 0, 0);
    }
    if (first != NULL) {
        nisca_keep_copy(frame, way, first);
    }
}

static void
nisca_analyse_gap(const nisca_frame_t *frame, const nisca_circuit_t *circuit, int64_t number,
                  int64_t skipped)
{
    int64_t unseen = nisca_unseen_anywhere(circuit, nisca_way_index(frame), number - 1, skipped);

    if (unseen > 0) {
        nisca_add_finding(frame, NISCA_FOUND_GAP, 0, unseen);
    }
}

static const delivery_rules_t *
nisca_rules(const nisca_message_t *message)
{
    return message->numbers_extended ? &extended_rules : &classic_rules;
}

static void
nisca_expect_answer(const nisca_frame_t *frame, nisca_way_t *way, int64_t number)
{
    for (unsigned i = 0; i < way->rsvp_count; i++) {
        if (way->rsvps[i].number == number) {
            return;
        }
    }
    if (way->rsvp_count < NISCA_RSVPS) {
        way->rsvps[way->rsvp_count++] = (nisca_rsvp_t){ .number = number, .time = frame->time };
    }
}

static void
nisca_analyse_seq(nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    const nisca_message_t *message = frame->message;
    nisca_way_t *way = &circuit->ways[nisca_way_index(frame)];
    const delivery_message_t *first;
    delivery_step_t step;
    int64_t number, skipped;

    if (way->rules != nisca_rules(message)) {
        nisca_way_reset(way);
        way->rules = nisca_rules(message);
    }
    circuit->established = true;
    number = delivery_number(&way->sent, way->rules, message->seq);
    first = delivery_find(&way->sent, number);
    step = delivery_see(&way->sent, number, &skipped);
    if (message->flags & NISCA_TR_REXMT) {
        nisca_judge_retransmission(frame, way, number, first, step == DELIVERY_SEEN);
    }
    if (step == DELIVERY_SEEN) {
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
    uint32_t link;

    if (acked == NULL || acked->ref != 0) {
        return;
    }
    acked->ref = frame->frame;
    for (link = (uint32_t)acked->value; link != 0;) {
        const nisca_copy_t *copy =
            (const nisca_copy_t *)wmem_array_index(nisca_state->copies, link - 1);

        if (nisca_is_finding(copy->acked, NISCA_FOUND_ACKED, copy->frame)) {
            copy->acked->ref = frame->frame;
        }
        link = copy->next;
    }
}

/* Messages up to `number` that were not acknowledged before. */
static void
nisca_acknowledge_all(const nisca_frame_t *frame, const nisca_way_t *way, int64_t number)
{
    int64_t to = MIN(number, way->sent.last);
    int64_t from = way->has_acked ? way->acked + 1 : way->sent.origin;

    from = MAX(from, to - (int64_t)way->sent.recent_size + 1);
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

/* An acknowledgement of something new. */
static void
nisca_analyse_new_ack(const nisca_frame_t *frame, nisca_circuit_t *circuit, unsigned index,
                      int64_t number)
{
    nisca_way_t *acked = &circuit->ways[index];
    const delivery_message_t *message = delivery_find(&acked->sent, number);

    if (message != NULL) {
        nisca_add_finding(frame, NISCA_FOUND_ACKS, message->frame, frame->time - message->time);
    } else if (nisca_is_unseen(circuit, index, number)) {
        nisca_add_finding(frame, NISCA_FOUND_ACK_UNSEEN, 0, 0);
    }
    nisca_acknowledge_all(frame, acked, number);
    acked->acked = number;
    acked->has_acked = true;
}

/* The longest wait counts, where one frame answers several. */
static void
nisca_answer(const nisca_frame_t *frame, nisca_way_t *way, int64_t number)
{
    int64_t delay = INT64_MIN;
    unsigned kept = 0;

    for (unsigned i = 0; i < way->rsvp_count; i++) {
        nisca_rsvp_t rsvp = way->rsvps[i];

        if (rsvp.number <= number) {
            delay = MAX(delay, frame->time - rsvp.time);
        } else {
            way->rsvps[kept++] = rsvp;
        }
    }
    way->rsvp_count = (uint8_t)kept;
    if (delay != INT64_MIN) {
        nisca_add_finding(frame, NISCA_FOUND_RSVP_ANSWERED, 0, delay);
    }
}

static void
nisca_analyse_ack(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    unsigned index = 1 - nisca_way_index(frame);
    nisca_way_t *acked = &circuit->ways[index];
    int64_t number;

    if (!acked->sent.started || acked->rules != nisca_rules(frame->message)) {
        return;
    }
    number = delivery_number(&acked->sent, acked->rules, frame->message->ack);
    nisca_answer(frame, acked, number);
    if (!acked->has_acked || number > acked->acked) {
        nisca_analyse_new_ack(frame, circuit, index, number);
    }
}

/* --- One frame ------------------------------------------------------------- */

static void
nisca_analyse_transport(nisca_frame_t *frame)
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

uint64_t
nisca_lan_address(const address *addr)
{
    const uint8_t *bytes = (const uint8_t *)addr->data;

    if (addr->type != AT_ETHER || addr->len != NISCA_ADDRESS_SIZE || bytes[0] & 1) {
        return 0;
    }
    return nisca_address_number(bytes);
}

/* Equal bytes from two adapters are two frames. */
static sighting_t
nisca_sight(const wire_t *w, const nisca_frame_t *frame)
{
    uint64_t hash = sightings_hash(w->tvb, 0, w->end, frame->lan_src);

    hash = sightings_mix(hash, frame->lan_dst);
    return sightings_add(nisca_state->sightings, hash, frame->point, frame->frame, frame->time);
}

static void
nisca_begin_frame(const wire_t *w, nisca_frame_t *frame)
{
    frame->pinfo = w->pinfo;
    frame->frame = w->pinfo->num;
    frame->point = capture_point(w->pinfo);
    frame->time = capture_time(w->pinfo);
    frame->src = nisca_address_number(frame->message->src.bytes);
    frame->dst = nisca_address_number(frame->message->dst.bytes);
    if (!frame->message->over_udp) {
        frame->lan_src = nisca_lan_address(&w->pinfo->dl_src);
        frame->lan_dst = nisca_lan_address(&w->pinfo->dl_dst);
    }
    frame->sighting = nisca_sight(w, frame);
    if (frame->sighting.copy_of != 0) {
        nisca_add_finding(frame, NISCA_FOUND_COPY, frame->sighting.copy_of, 0);
    }
}

static void
nisca_state_new(void)
{
    nisca_state = wmem_new0(wmem_file_scope(), nisca_state_t);
    nisca_state->findings = findings_new();
    nisca_state->sightings = sightings_new(COPIED_WITHIN);
    nisca_state->nodes = nisca_map_new();
    nisca_state->pairs = nisca_map_new();
    nisca_state->circuits = nisca_map_new();
    nisca_state->groups = nisca_map_new();
    nisca_state->names = nisca_map_new();
    nisca_state->adapters = nisca_map_new();
    nisca_state->channels = nisca_map_new();
    nisca_state->conids = nisca_map_new();
    nisca_state->copies = wmem_array_new(wmem_file_scope(), sizeof(nisca_copy_t));
    nisca_state->connections = wmem_array_new(wmem_file_scope(), sizeof(nisca_connection_t *));
}

/* True if this is the frame's first analysis: the first pass, and not the copy
 * of a message inside an ICMP error or a tunnel.  A frame that a read filter
 * rejected on the first pass gives its number to the next one. */
static bool
nisca_is_due(const packet_info *pinfo)
{
    if (!pref_analysis || PINFO_FD_VISITED(pinfo) || pinfo->flags.in_error_pkt) {
        return false;
    }
    if (nisca_state == NULL) {
        nisca_state_new();
    }
    if (pinfo->num < nisca_state->last_frame
        || (pinfo->num == nisca_state->last_frame
            && pinfo->curr_layer_num > nisca_state->last_layer)) {
        return false;
    }
    findings_forget(nisca_state->findings, pinfo->num);
    nisca_state->last_frame = pinfo->num;
    nisca_state->last_layer = pinfo->curr_layer_num;
    return true;
}

void
nisca_analyse(const wire_t *w, const nisca_message_t *message)
{
    nisca_frame_t frame = { .message = message };

    if (!(message->has_cc || message->has_tr) || !nisca_is_due(w->pinfo)) {
        return;
    }
    nisca_begin_frame(w, &frame);
    if (message->has_tr) {
        nisca_analyse_transport(&frame);
    } else {
        nisca_channels_analyse(&frame);
    }
    nisca_nodes_analyse(&frame);
    if (message->has_scs) {
        nisca_connections_analyse(&frame);
        nisca_mscp_analyse(&frame);
    }
}

/* --- What the rest of the dissector reads ---------------------------------- */

static void
nisca_gather_times(const finding_t *finding, nisca_summary_t *summary)
{
    switch (finding->kind) {
    case NISCA_FOUND_RSVP_ANSWERED:
        summary->rsvp_answered = true;
        summary->rsvp_delay = finding->value;
        break;
    case NISCA_FOUND_HELLO:
        summary->previous_hello = finding->ref;
        summary->hello_delta = finding->value;
        break;
    case NISCA_FOUND_CHANNEL_SETUP:
        summary->channel_set_up = true;
        summary->setup_time = finding->value;
        break;
    case NISCA_FOUND_SCS_RESPONSE:
        summary->scs_request = finding->ref;
        summary->scs_response_time = finding->value;
        break;
    case NISCA_FOUND_MSCP_END:
        summary->mscp_command = finding->ref;
        summary->mscp_response_time = finding->value;
        break;
    default:
        break;
    }
}

static void
nisca_gather_delivery(const finding_t *finding, nisca_summary_t *summary)
{
    switch (finding->kind) {
    case NISCA_FOUND_ACKS:
        summary->acks_frame = finding->ref;
        summary->ack_rtt = finding->value;
        break;
    case NISCA_FOUND_REXMT_LOST:
    case NISCA_FOUND_REXMT_LATE:
    case NISCA_FOUND_REXMT_ALONE:
        summary->rexmt_cause =
            (uint8_t)(finding->kind - NISCA_FOUND_REXMT_LOST + NISCA_CAUSE_MESSAGE_LOST);
        summary->rexmt_of = finding->ref;
        summary->rexmt_delta = finding->value;
        break;
    case NISCA_FOUND_DUPLICATE:
        summary->duplicate = true;
        summary->duplicate_of = finding->ref;
        break;
    case NISCA_FOUND_GAP:
        summary->seq_gap = (uint32_t)MIN(finding->value, (int64_t)UINT32_MAX);
        break;
    default:
        nisca_gather_times(finding, summary);
        break;
    }
}

/* Findings that are another frame's number, or just there. */
static void
nisca_gather(const finding_t *finding, nisca_summary_t *summary)
{
    uint32_t *const frames[] = {
        [NISCA_FOUND_ACKED] = &summary->acked_in,
        [NISCA_FOUND_CHANNEL_START] = &summary->channel_start,
        [NISCA_FOUND_CHANNEL_VERF] = &summary->channel_verf,
        [NISCA_FOUND_CHANNEL_VACK] = &summary->channel_vack,
        [NISCA_FOUND_SCS_REQUEST] = &summary->scs_response,
        [NISCA_FOUND_MSCP_COMMAND] = &summary->mscp_end,
        [NISCA_FOUND_COPY] = &summary->copy_of,
        [NISCA_FOUND_LIMIT] = NULL,
    };
    bool *const facts[] = {
        [NISCA_FOUND_ACK_UNSEEN] = &summary->ack_unseen,
        [NISCA_FOUND_RESTARTED] = &summary->restarted,
        [NISCA_FOUND_NO_VERF] = &summary->no_verf,
        [NISCA_FOUND_NO_VACK] = &summary->no_vack,
        [NISCA_FOUND_PASSWORD] = &summary->password,
        [NISCA_FOUND_IDENTITY] = &summary->identity,
        [NISCA_FOUND_LIMIT] = &summary->limit,
    };

    if (frames[finding->kind] != NULL) {
        *frames[finding->kind] = finding->ref;
    } else if (facts[finding->kind] != NULL) {
        *facts[finding->kind] = true;
    } else {
        nisca_gather_delivery(finding, summary);
    }
}

/* The START that the circuit of this message began with, if it is in the
 * capture and no BYE came after it. */
static uint32_t
nisca_circuit_start(const packet_info *pinfo, const nisca_message_t *message)
{
    const nisca_circuit_t *circuit = nisca_find_circuit(capture_point(pinfo), message);
    uint32_t start;

    if (circuit == NULL || nisca_is_ppd(message, NISCA_PPD_START)) {
        return 0;
    }
    start = nisca_history_frame(circuit->starts, pinfo->num);
    for (unsigned i = 0; i < 2 && start != 0; i++) {
        const nisca_node_state_t *node = circuit->nodes[i];

        if (node != NULL && nisca_history_frame(node->byes, pinfo->num) > start) {
            return 0;
        }
    }
    return start;
}

void
nisca_summarise(const packet_info *pinfo, const nisca_message_t *message,
                nisca_summary_t *summary)
{
    const finding_t *finding;

    *summary = (nisca_summary_t){ 0 };
    if (nisca_state == NULL || pinfo->flags.in_error_pkt) {
        return;
    }
    for (uint32_t i = findings_start(nisca_state->findings, pinfo->num);
         (finding = findings_at(nisca_state->findings, i, pinfo->num)) != NULL; i++) {
        nisca_gather(finding, summary);
    }
    if (message->has_tr) {
        summary->circuit_start = nisca_circuit_start(pinfo, message);
    }
}

static uint32_t
nisca_version_before(uint32_t group, const nisca_node_t *node, uint32_t frame)
{
    const nisca_node_state_t *known =
        nisca_find_node(NISCA_EVERYWHERE, group, nisca_address_number(node->bytes));
    const nisca_event_t *event =
        known != NULL ? nisca_history_before(known->versions, frame) : NULL;

    return event != NULL ? event->value : UINT32_MAX;
}

nisca_numbers_t
nisca_numbers_in_force(const packet_info *pinfo, const nisca_message_t *message)
{
    uint32_t src, dst;

    if (nisca_state == NULL || pinfo->flags.in_error_pkt) {
        return NISCA_NUMBERS_UNKNOWN;
    }
    src = nisca_version_before(message->group, &message->src, pinfo->num);
    dst = nisca_version_before(message->group, &message->dst, pinfo->num);
    if (src < NISCA_MINOR_EXTENDED || dst < NISCA_MINOR_EXTENDED) {
        return NISCA_NUMBERS_CLASSIC;
    }
    return src == UINT32_MAX || dst == UINT32_MAX ? NISCA_NUMBERS_UNKNOWN
                                                  : NISCA_NUMBERS_EXTENDED;
}

static void
nisca_forget_file(void)
{
    nisca_state = NULL; /* its memory goes with the file's */
}

void
nisca_analysis_register(module_t *module)
{
    prefs_register_bool_preference(
        module, "analysis", "Analyse several messages together",
        "Pair messages with acknowledgements, say why messages were retransmitted, measure HELLO "
        "intervals, follow channels, circuits and connections",
        &pref_analysis);
    register_init_routine(nisca_forget_file);
    register_cleanup_routine(nisca_forget_file);
}
