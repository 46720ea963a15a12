/* cman-analysis.c
 * The first pass: what a message means after those before it.
 *
 * Rules are those of "cnxman.c": one counter a sending node, a message without
 * NOACK is acknowledged by each node that it is for, and sent again after a
 * second with REPLYEXP cleared.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

cman_state_t *cman_state;

static ws_bool pref_analysis = true;
static unsigned pref_hello_timer = 5;
static unsigned pref_deadnode_timeout = 21;

/* A retransmission comes after 1 s; where REPLYEXP does not tell it from a
 * copy, half of that does. */
#define RETRANSMISSION_AFTER (500 * NS_PER_MS)

/* The sender gives up after 4 s; nothing repeats later than this. */
#define REPEATED_WITHIN (10 * NS_PER_S)

/* The counter runs from 1 to 65535 ("cnxman.c", since February 2005). A sender
 * has one message outstanding, with NOACK messages between its repetitions. */
static const delivery_rules_t cman_delivery_rules = {
    .lowest = 1,
    .count = 65535,
    .max_recent = 256,
    .keep_for = REPEATED_WITHIN,
};

/* A remembered message's tag: what its repetition must have in common, and
 * whether a reply was expected. */
#define TAG_REPLYEXP (1u << 31)

static uint32_t
cman_tag(const cman_message_t *message)
{
    uint32_t tag = message->tgtport << 16 | (message->length & 0xffff);

    return message->flags & CMAN_FLAG_REPLYEXP ? tag | TAG_REPLYEXP : tag;
}

finding_t *
cman_add_finding(const cman_frame_t *frame, cman_finding_kind_t kind, uint32_t ref, int64_t value)
{
    return findings_add(cman_state->findings, frame->frame, (uint8_t)kind, ref, value);
}

static bool
cman_is_protocol_ack(const cman_message_t *message)
{
    return message->tgtport == CMAN_PORT_INTERNAL && message->number == CMAN_ACK;
}

static bool
cman_is_membership(const cman_message_t *message, uint32_t number)
{
    return message->tgtport == CMAN_PORT_MEMBERSHIP && message->number == number;
}

/* --- Retransmissions and duplicates --------------------------------------- */

/* The sender is part of the identity, not its address: a node may send through
 * several interfaces.  Equal ACKs to two nodes are two ACKs. */
static sighting_t
cman_sight(const wire_t *w, const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    uint64_t seed = message->srcid != 0 ? message->srcid : frame->source;
    uint64_t hash;

    if (cman_is_protocol_ack(message)) {
        seed = sightings_mix(sightings_mix(seed, frame->source), frame->destination);
    }
    hash = sightings_hash(w->tvb, 0, message->length, seed);
    return sightings_add(cman_state->sightings, hash, frame->cluster->point, frame->frame,
                         frame->time);
}

static bool
cman_repeats(const cman_frame_t *frame, const delivery_message_t *first)
{
    uint32_t tag = cman_tag(frame->message);
    int64_t since = frame->time - first->time;

    if (((tag ^ first->tag) & ~TAG_REPLYEXP) != 0 || since < 0 || since > REPEATED_WITHIN) {
        return false;
    }
    return since >= RETRANSMISSION_AFTER || (first->tag & ~tag & TAG_REPLYEXP) != 0;
}

/* Tells a new message from one sent again and from a copy on the way. */
static void
cman_classify(const wire_t *w, cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    sighting_t sighting = cman_sight(w, frame);
    const delivery_message_t *first = NULL;

    if (sighting.copy_of != 0) {
        cman_add_finding(frame, CMAN_FOUND_COPY, sighting.copy_of, 0);
    }
    if (message->seq != 0) {
        first = delivery_find(&frame->sender->sent,
                              delivery_number(&frame->sender->sent, &cman_delivery_rules,
                                              message->seq));
    }
    if (first != NULL && cman_repeats(frame, first)) {
        frame->delivery = CMAN_RETRANSMISSION;
        frame->repeats = first->frame;
        cman_add_finding(frame, CMAN_FOUND_RETRANSMISSION, first->frame,
                         frame->time - first->time);
    } else if (sighting.count > 1 && !cman_is_protocol_ack(message)) {
        frame->delivery = CMAN_DUPLICATE;
        frame->repeats = sighting.first_frame;
        cman_add_finding(frame, CMAN_FOUND_DUPLICATE, sighting.first_frame, sighting.count);
    }
}

/* --- Sequence numbers ------------------------------------------------------ */

static void
cman_restart_count(cman_member_t *member)
{
    delivery_reset(&member->sent);
    member->counts++;
    member->may_restart = false;
}

/* A node that starts counts from 1, unless it used numbers before; and sends no
 * HELLO until it is a member. */
static void
cman_analyse_joining(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;

    if (cman_is_membership(message, CMAN_JOINREQ)
        && ((frame->sender->last_frame == 0 && message->seq != 1) || message->ack != 0)) {
        cman_add_finding(frame, CMAN_FOUND_JOIN_SEQ, 0, 0);
    }
    cman_restart_count(frame->sender);
    cadence_reset(&frame->sender->hello);
}

static void
cman_keep(const cman_frame_t *frame, int64_t number)
{
    delivery_message_t *kept = delivery_keep(&frame->sender->sent, &cman_delivery_rules, number,
                                             frame->frame, frame->time);

    kept->tag = cman_tag(frame->message);
    kept->acked = cman_add_finding(frame, CMAN_FOUND_ACKED, 0, 0);
}

/* The number of the message.  A node that was away, and whose JOINREQ this
 * capture point could not see, may have restarted: then a number below its
 * latest one is its first. */
static int64_t
cman_number(const cman_frame_t *frame)
{
    cman_member_t *sender = frame->sender;
    uint32_t seq = frame->message->seq;
    int64_t number = delivery_number(&sender->sent, &cman_delivery_rules, seq);

    if (sender->may_restart && seq <= sender->latest_seq) {
        cman_restart_count(sender);
        number = delivery_number(&sender->sent, &cman_delivery_rules, seq);
    }
    sender->may_restart = false;
    sender->latest_seq = seq;
    return number;
}

/* Returns false if the number is the sender's latest once more. */
static bool
cman_analyse_seq(const cman_frame_t *frame)
{
    delivery_t *sent = &frame->sender->sent;
    const cman_message_t *message = frame->message;
    int64_t number = cman_number(frame);
    int64_t skipped;
    delivery_step_t step = delivery_see(sent, number, &skipped);

    if (step == DELIVERY_SKIPPED) {
        cman_add_finding(frame, CMAN_FOUND_GAP, 0, skipped);
    } else if (number < sent->last) {
        cman_add_finding(frame, CMAN_FOUND_BACKWARDS, 0, 0);
    }
    if (!(message->flags & CMAN_FLAG_NOACK)) {
        cman_keep(frame, number);
    }
    return step != DELIVERY_SEEN;
}

/* --- Acknowledgements ------------------------------------------------------ */

static cman_acker_t *
cman_acker(const cman_frame_t *frame, const cman_member_t *acked, const cman_member_t *acker)
{
    void *key = cman_key((uint64_t)acked->index << 24 | acker->index);
    cman_acker_t *known = wmem_map_lookup(cman_state->ackers, key);

    if (known == NULL && wmem_map_size(cman_state->ackers) >= CMAN_MAX_ACKERS) {
        cman_tell_limit(frame);
        return NULL;
    }
    if (known == NULL) {
        known = wmem_new0(wmem_file_scope(), cman_acker_t);
        wmem_map_insert(cman_state->ackers, key, known);
    }
    return known;
}

/* Note the acknowledgement on the acknowledged frame, too. */
static void
cman_note_acked(const cman_frame_t *frame, finding_t *acked)
{
    cman_more_acks_t more = { .frame = frame->frame, .next = (uint32_t)acked->value };

    if (acked->ref == 0) {
        acked->ref = frame->frame;
        return;
    }
    wmem_array_append_one(cman_state->more_acks, more);
    acked->value = wmem_array_get_count(cman_state->more_acks);
}

static bool
cman_is_unseen(const delivery_t *sent, int64_t number)
{
    int64_t one_turn = (int64_t)cman_delivery_rules.count;

    return number > sent->origin && !delivery_has_seen(sent, number)
           && !delivery_has_seen(sent, number - one_turn);
}

static void
cman_analyse_first_ack(const cman_frame_t *frame, const cman_member_t *acked, int64_t number,
                       cman_acker_t *acker)
{
    const delivery_message_t *message = delivery_find(&acked->sent, number);

    if (message == NULL) {
        if (cman_is_unseen(&acked->sent, number)) {
            cman_add_finding(frame, CMAN_FOUND_ACK_UNSEEN, 0, 0);
        }
        return;
    }
    if (frame->delivery != CMAN_NEW || frame->time - message->time > REPEATED_WITHIN) {
        /* Its first transmission acknowledged already; or the sender gave up long
         * ago: an old inline ack once more, whose first one is not seen here. */
        cman_add_finding(frame, CMAN_FOUND_ACKS_AGAIN, message->frame, 0);
        return;
    }
    cman_add_finding(frame, CMAN_FOUND_ACKS, message->frame, frame->time - message->time);
    cman_note_acked(frame, message->acked);
    if (acker != NULL) {
        *acker = (cman_acker_t){ .number = number, .frame = message->frame,
                                 .counts = acked->counts };
    }
}

static void
cman_analyse_ack(const cman_frame_t *frame, const cman_member_t *acked)
{
    int64_t number;
    cman_acker_t *acker;

    if (acked == NULL || !acked->sent.started || frame->message->ack == 0) {
        return;
    }
    number = delivery_number(&acked->sent, &cman_delivery_rules, frame->message->ack);
    acker = cman_acker(frame, acked, frame->sender);
    if (acker != NULL && acker->frame != 0 && acker->number == number
        && acker->counts == acked->counts) {
        cman_add_finding(frame,
                         frame->delivery == CMAN_NEW ? CMAN_FOUND_DUPLICATE_ACK
                                                     : CMAN_FOUND_ACKS_AGAIN,
                         acker->frame, 0);
    } else {
        cman_analyse_first_ack(frame, acked, number, acker);
    }
}

/* The node that an acknowledgement is for. */
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

/* --- HELLO cadence --------------------------------------------------------- */

static void
cman_analyse_hello(const cman_frame_t *frame)
{
    cadence_rules_t rules = cman_hello_rules();
    int64_t delta;
    uint32_t previous = cadence_beat(&frame->sender->hello, &rules, frame->frame, frame->time,
                                     &delta);

    if (previous != 0) {
        cman_add_finding(frame, CMAN_FOUND_HELLO, previous, delta);
    }
}

/* Messages that tell that a node leaves or joins: its HELLOs begin afresh. */
static void
cman_note_absence(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    cman_member_t *member = NULL;

    if (message->tgtport != CMAN_PORT_MEMBERSHIP) {
        return;
    }
    if (message->number == CMAN_LEAVE || message->number == CMAN_JOINREQ) {
        member = frame->sender;
    } else if (message->number == CMAN_NODEDOWN
               || (message->number == CMAN_STARTTRANS
                   && message->trans_reason == CMAN_TRANS_NEWNODE)) {
        member = cman_member_by_id(frame->cluster, message->nodeid);
    }
    if (member != NULL) {
        cadence_reset(&member->hello);
        member->may_restart = message->number != CMAN_JOINREQ && !member->asked_to_join;
        member->asked_to_join = message->number == CMAN_JOINREQ;
    }
}

/* --- One frame ------------------------------------------------------------- */

static void
cman_analyse_new(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    bool advances = true;

    if (cman_is_membership(message, CMAN_JOINREQ)
        || cman_is_membership(message, CMAN_NEWCLUSTER)) {
        cman_analyse_joining(frame);
    }
    if (message->seq != 0) {
        advances = cman_analyse_seq(frame);
    }
    cman_note_absence(frame);
    if (advances && cman_is_membership(message, CMAN_HELLO)) {
        cman_analyse_hello(frame);
    }
    frame->sender->last_frame = frame->frame;
}

void
cman_tell_limit(const cman_frame_t *frame)
{
    if (!cman_state->limit_told) {
        cman_state->limit_told = true;
        cman_add_finding(frame, CMAN_FOUND_LIMIT, 0, 0);
    }
}

static void
cman_state_new(void)
{
    cman_state = wmem_new0(wmem_file_scope(), cman_state_t);
    cman_state->findings = findings_new();
    cman_state->sightings = sightings_new(REPEATED_WITHIN);
    cman_state->clusters = cman_map_new();
    cman_state->names = cman_map_new();
    cman_state->ackers = cman_map_new();
    cman_state->stories = cman_map_new();
    cman_state->waiters = cman_map_new();
    cman_state->more_acks = wmem_array_new(wmem_file_scope(), sizeof(cman_more_acks_t));
    cman_state->transitions = wmem_array_new(wmem_file_scope(), sizeof(cman_transition_t));
    cman_state->barriers = wmem_array_new(wmem_file_scope(), sizeof(cman_barrier_t *));
}

/* True on the first pass, but not for the copy of a message inside an ICMP
 * error, nor for a second one deeper in the same frame.  A frame that a read
 * filter rejected gives its number to the next one; its place in the file
 * tells them apart. */
static bool
cman_is_due(const packet_info *pinfo)
{
    if (!pref_analysis || PINFO_FD_VISITED(pinfo) || pinfo->flags.in_error_pkt) {
        return false;
    }
    if (cman_state == NULL) {
        cman_state_new();
    }
    if (pinfo->num == cman_state->last_frame && pinfo->fd->file_off == cman_state->last_place
        && pinfo->curr_layer_num > cman_state->last_layer) {
        return false;
    }
    cman_state->last_frame = pinfo->num;
    cman_state->last_layer = pinfo->curr_layer_num;
    cman_state->last_place = pinfo->fd->file_off;
    findings_forget(cman_state->findings, pinfo->num);
    return true;
}

void
cman_analyse(const wire_t *w, const cman_message_t *message)
{
    cman_frame_t frame = { .message = message };

    if (!message->has_header || !cman_is_due(w->pinfo) || !capture_has_time(w->pinfo)) {
        return;
    }
    frame.frame = w->pinfo->num;
    frame.time = capture_time(w->pinfo);
    frame.source = cman_address_key(&w->pinfo->net_src);
    frame.destination = cman_address_key(&w->pinfo->net_dst);
    frame.cluster = cman_cluster_of(w->pinfo, message);
    frame.sender = frame.cluster != NULL ? cman_sender_of(&frame) : NULL;
    if (frame.sender == NULL) {
        cman_tell_limit(&frame);
        return;
    }
    cman_learn_names(&frame);
    cman_classify(w, &frame);
    if (frame.delivery == CMAN_NEW) {
        cman_analyse_new(&frame);
    }
    cman_analyse_ack(&frame, cman_acked_node(&frame));
    cman_pairs_analyse(&frame);
    cman_transitions_analyse(&frame);
    cman_barriers_analyse(&frame);
}

/* --- What the rest of the dissector reads ---------------------------------- */

const findings_t *
cman_findings(void)
{
    return cman_state != NULL ? cman_state->findings : NULL;
}

uint32_t
cman_next_ack(uint32_t *link)
{
    const cman_more_acks_t *more;

    if (*link == 0) {
        return 0;
    }
    more = (const cman_more_acks_t *)wmem_array_index(cman_state->more_acks, *link - 1);
    *link = more->next;
    return more->frame;
}

const cman_transition_t *
cman_transition_at(unsigned index)
{
    return (const cman_transition_t *)wmem_array_index(cman_state->transitions, index);
}

const cman_barrier_t *
cman_barrier_at(unsigned index)
{
    return *(cman_barrier_t *const *)wmem_array_index(cman_state->barriers, index);
}

cadence_rules_t
cman_hello_rules(void)
{
    return (cadence_rules_t){
        .period = pref_hello_timer * NS_PER_S,
        .late_above = pref_hello_timer * (NS_PER_S / 2 * 3),
        .lost_from = pref_deadnode_timeout * NS_PER_S,
    };
}

static void
cman_forget_file(void)
{
    cman_state = NULL; /* its memory goes with the file's */
}

void
cman_analysis_register(module_t *module)
{
    prefs_register_bool_preference(
        module, "analysis", "Analyse several messages together",
        "Pair messages with acknowledgements, find retransmissions, measure HELLO intervals, "
        "follow transitions and barriers",
        &pref_analysis);
    prefs_register_uint_preference(
        module, "hello_timer", "HELLO timer (seconds)",
        "Interval between HELLO messages of one node: hello_timer of the cluster", 10,
        &pref_hello_timer);
    prefs_register_uint_preference(
        module, "deadnode_timeout", "Dead node timeout (seconds)",
        "A node that sent no HELLO for so long is declared dead: deadnode_timeout of the cluster",
        10, &pref_deadnode_timeout);
    register_init_routine(cman_forget_file);
    register_cleanup_routine(cman_forget_file);
}
