/* nisca-channels.c
 * Channels: an adapter of one node and an adapter of another, found by HELLO,
 * opened by a handshake, tested again and again.
 *
 *   HELLO          multicast, every 3 s or a bit sooner
 *   CCSTART  ->    by who hears a HELLO it has no channel for
 *   VERF    <-     by who finds the password right; also answers SOLICIT, and
 *                  tests an open channel, with padding for its packet size
 *   VACK     ->    completes the handshake or the test
 *
 * Sources: the manual for handshake and times, captures for the tests.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-paths.h"
#include "nisca-state.h"

/* Answers come in less than a millisecond, repetitions after some 5 s; sooner
 * than this it is no repetition, but another one. */
#define ANSWERED_WITHIN NS_PER_S

/* Nodes give a handshake up after 5 s (the manual) and begin it again when they
 * hear the next HELLO.  What is older than this belongs to no handshake any
 * more: its end is not in the capture. */
#define HANDSHAKE_WITHIN (30 * NS_PER_S)

/* A node that is started again says so by its own clock: that has gone on for longer. In
 * units of VMS times. */
#define LEAVES_WITHIN (UINT64_C(10) * 10000000)

/* An adapter of one node. */
typedef struct {
    cadence_t hello;        /* over all places, by corrected time */
    int64_t sent_delta;     /* between its latest HELLOs, 0: not known */
    uint32_t sent_frame;    /* the latest of them */
    nisca_node_state_t *node;
    uint32_t byes;          /* of the node, when last looked at */
    uint32_t solicit_frame; /* or 0 */
} nisca_adapter_t;

/* The HELLOs of an adapter at one place, or of all of them. */
typedef struct {
    cadence_t hello;
    uint32_t byes;
    uint32_t segment; /* of the place's clock */
    int64_t watched_from; /* of all: since then they came all the time */
    int64_t when;         /* of the latest, corrected */
    int64_t directed;     /* what else the adapter sent came so late, corrected, */
    uint32_t directed_frame; /* or 0 */
    bool is_told;         /* that what is for one node comes, and HELLOs do not */
} nisca_rhythm_t;

/* A capturing card may show a VACK so long before its VERF. */
#define SWAPPED_WITHIN NS_PER_MS

/* A small VERF and a padded one. */
#define SENT_AT_ONCE (10 * NS_PER_MS)

/* A VERF that waits for its VACK. */
typedef struct {
    finding_t *vack;      /* where the VACK is noted */
    finding_t *no_vack;   /* that one before it was not answered, or NULL */
    int64_t when;
    uint64_t lan_src;
    uint32_t frame;       /* 0: none waits */
    uint32_t size;
    uint32_t chan_seq;    /* incarnation of the channel, or 0 */
    uint32_t start_frame; /* of the CCSTART it answers, or 0 */
} nisca_verf_t;

/* What one side of a channel has sent. */
typedef struct {
    uint32_t start_frame; /* CCSTART that is not completed, or 0 */
    bool verf_seen;       /* the other side has answered it */
    int64_t start_time;
    uint64_t lan_src;
    nisca_verf_t verfs[2]; /* not padded, padded */
    finding_t *verf_of_vack; /* of its latest VACK, if no VERF waited for that; or NULL */
    int64_t vack_time;
} nisca_side_t;

typedef struct {
    nisca_side_t sides[2];
    nisca_node_state_t *nodes[2]; /* NULL: not begun */
    uint32_t start_frame; /* CCSTART or SOLICIT that began it, or 0 */
    uint32_t byes;        /* of both nodes, when last looked at */
    uint32_t vack_frame;  /* the latest that answered a VERF, 0: none */
    int64_t vack_time;
    bool is_told;         /* that it does not form */
    bool is_several;      /* only the nodes are known, and they have several */
} nisca_channel_t;

/* The frame, with what it is about. */
typedef struct {
    const nisca_frame_t *frame;
    nisca_channel_t *channel;
    nisca_side_t *sender, *receiver;
} nisca_step_t;

/* --- HELLO ------------------------------------------------------------------- */

static nisca_adapter_t *
nisca_adapter(const nisca_frame_t *frame)
{
    state_key_t key = { .first = frame->src, .second = frame->lan_src, .third = frame->cluster,
                        .fourth = frame->message->group };
    nisca_adapter_t *adapter = (nisca_adapter_t *)state_obtain(
        &nisca_state->pass, nisca_state->adapters, key, sizeof *adapter, NISCA_MAX_ADAPTERS);
    uint32_t byes;

    if (adapter == NULL) {
        return NULL;
    }
    if (adapter->node == NULL) {
        adapter->node = nisca_node(frame, frame->src);
    }
    byes = nisca_bye_count(adapter->node);
    if (byes != adapter->byes) {
        *adapter = (nisca_adapter_t){ .node = adapter->node, .byes = byes };
    }
    return adapter;
}

static nisca_rhythm_t *
nisca_rhythm(const nisca_frame_t *frame, uint64_t node, uint64_t lan)
{
    state_key_t key = { .first = node, .second = lan,
                        .third = frame->seen.place, .fourth = frame->cluster };

    return (nisca_rhythm_t *)state_obtain(&nisca_state->pass, nisca_state->rhythms, key,
                                          sizeof(nisca_rhythm_t), NISCA_MAX_RHYTHMS);
}

/* Nothing is known of an interval in which the node was away, or the clock of the
 * place was set.  Returns the frame of the previous HELLO here, or 0. */
static uint32_t
nisca_beat_here(const nisca_frame_t *frame, const nisca_adapter_t *adapter, int64_t *delta)
{
    nisca_rhythm_t *rhythm = nisca_rhythm(frame, frame->src, frame->lan_src);

    if (rhythm == NULL) {
        return 0;
    }
    if (rhythm->byes != adapter->byes || rhythm->segment != frame->seen.segment) {
        cadence_reset(&rhythm->hello);
    }
    rhythm->byes = adapter->byes;
    rhythm->segment = frame->seen.segment;
    rhythm->when = frame->when;
    rhythm->is_told = false;
    return cadence_beat(&rhythm->hello, &nisca_hello_rules, frame->frame, frame->time_here,
                        delta);
}

/* Where a place missed HELLOs, or hears the node for the first time, the interval as
 * it was sent is another one. */
static void
nisca_beat_sent(const nisca_frame_t *frame, nisca_adapter_t *adapter, uint32_t previous_here,
                int64_t delta_here)
{
    int64_t delta;
    uint32_t previous = cadence_beat(&adapter->hello, &nisca_hello_rules, frame->frame,
                                     frame->when, &delta);

    adapter->sent_delta = previous != 0 ? delta : 0;
    adapter->sent_frame = frame->frame;
    if (previous != 0
        && (previous_here == 0 || ABS(delta_here - delta) > nisca_hello_rules.period / 2)) {
        nisca_found(NISCA_FOUND_HELLO_SENT, previous, delta);
    }
}

/* A place that shows no HELLO of anybody does not watch. */
static bool
nisca_was_watching(const nisca_frame_t *frame, int64_t since)
{
    nisca_rhythm_t *all = nisca_rhythm(frame, 0, 0);
    int64_t delta;

    if (all == NULL) {
        return false;
    }
    if (cadence_beat(&all->hello, &nisca_hello_rules, frame->frame, frame->time_here, &delta) == 0
        || delta > nisca_hello_rules.late_above || all->segment != frame->seen.segment) {
        all->watched_from = frame->time_here;
    }
    all->segment = frame->seen.segment;
    return all->watched_from <= since;
}

/* A place that misses what others see. */
static bool
nisca_is_lost_here(const nisca_frame_t *frame, const nisca_adapter_t *adapter, int64_t delta_here)
{
    return nisca_was_watching(frame, frame->time_here - delta_here)
           && delta_here >= nisca_hello_rules.lost_from
           && adapter->sent_frame == frame->seen.first.frame && adapter->sent_delta > 0
           && adapter->sent_delta < nisca_hello_rules.lost_from;
}

/* Sent before the BYE that came before it: by a place whose clock is behind. */
static bool
nisca_is_of_before_bye(const nisca_frame_t *frame, const nisca_adapter_t *adapter)
{
    uint64_t bye = adapter->node != NULL ? adapter->node->bye_time : 0;
    uint64_t when = frame->message->transmit_time;

    return when != 0 && when <= bye && bye - when < LEAVES_WITHIN;
}

void
nisca_hellos_analyse(const nisca_frame_t *frame)
{
    nisca_adapter_t *adapter = nisca_adapter(frame);
    int64_t delta = 0;
    uint32_t previous;

    if (adapter == NULL || nisca_is_of_before_bye(frame, adapter)) {
        return;
    }
    previous = nisca_beat_here(frame, adapter, &delta);
    if (previous != 0) {
        nisca_found(NISCA_FOUND_HELLO, previous, delta);
    }
    if (frame->seen.is_first) {
        nisca_beat_sent(frame, adapter, previous, delta);
    }
    if (nisca_is_lost_here(frame, adapter, previous != 0 ? delta : 0)) {
        nisca_found(NISCA_FOUND_HELLOS_LOST_HERE, previous, delta);
    }
}

nisca_open_t
nisca_hellos_missed_at(uint32_t cluster, uint32_t group, const nisca_hello_sender_t *sender,
                       uint32_t place, uint32_t *directed)
{
    state_key_t key = { .first = sender->node, .second = sender->lan, .third = cluster,
                        .fourth = group };
    state_key_t here = { .first = sender->node, .second = sender->lan, .third = place,
                         .fourth = cluster };
    state_key_t all = { .third = place, .fourth = cluster };
    const nisca_adapter_t *adapter = state_find(nisca_state->adapters, key);
    const nisca_rhythm_t *seen = state_find(nisca_state->rhythms, here);
    const nisca_rhythm_t *watched = state_find(nisca_state->rhythms, all);
    nisca_open_t missed = { .count = 0 };

    *directed = 0;
    if (adapter != NULL && seen != NULL && watched != NULL && seen->hello.last_frame != 0
        && seen->byes == adapter->byes && seen->segment == watched->segment
        && watched->watched_from <= seen->hello.last_time
        && watched->hello.last_time - seen->hello.last_time >= nisca_hello_rules.lost_from
        && adapter->hello.last_time - seen->when >= nisca_hello_rules.lost_from) {
        missed = (nisca_open_t){ .count = 1, .last_frame = seen->hello.last_frame,
                                 .last = seen->when };
        if (seen->directed - seen->when >= nisca_hello_rules.lost_from) {
            *directed = seen->directed_frame;
        }
    }
    return missed;
}

/* A switch that drops multicasts passes on what is for one node. */
void
nisca_directed_analyse(const nisca_frame_t *frame)
{
    state_key_t key = { .first = frame->src, .second = frame->lan_src,
                        .third = frame->seen.place, .fourth = frame->cluster };
    nisca_rhythm_t *rhythm = (nisca_rhythm_t *)state_find(nisca_state->rhythms, key);
    nisca_hello_sender_t sender = { .node = frame->src, .lan = frame->lan_src };
    nisca_open_t missed;
    uint32_t directed;

    if (rhythm == NULL) {
        return;
    }
    rhythm->directed = frame->when;
    rhythm->directed_frame = frame->frame;
    if (rhythm->is_told || frame->when - rhythm->when < nisca_hello_rules.lost_from) {
        return;
    }
    missed = nisca_hellos_missed_at(frame->cluster, frame->message->group, &sender,
                                    frame->seen.place, &directed);
    if (missed.count > 0) {
        rhythm->is_told = true;
        nisca_found(NISCA_FOUND_HELLOS_MISSED_HERE, missed.last_frame,
                    frame->when - missed.last);
    }
}

static void
nisca_analyse_solicit(const nisca_frame_t *frame)
{
    nisca_adapter_t *adapter = nisca_adapter(frame);

    if (adapter != NULL) {
        adapter->solicit_frame = frame->frame;
    }
}

/* The SOLICIT that the receiver of a VERF had sent, or 0. */
static uint32_t
nisca_solicit_of_receiver(const nisca_frame_t *frame)
{
    state_key_t key = { .first = frame->dst, .second = frame->lan_dst, .third = frame->cluster,
                        .fourth = frame->message->group };
    const nisca_adapter_t *adapter =
        (const nisca_adapter_t *)state_find(nisca_state->adapters, key);

    return adapter != NULL ? adapter->solicit_frame : 0;
}

/* --- Handshake ---------------------------------------------------------------- */

/* A side of a channel.  Several nodes may be behind one LAN address. */
static uint64_t
nisca_side_key(uint64_t lan, uint64_t node)
{
    return lan | (node & 0xffff) << 48;
}

static void
nisca_channel_begin(const nisca_frame_t *frame, nisca_channel_t *channel)
{
    channel->nodes[0] = nisca_node(frame, frame->src);
    channel->nodes[1] = nisca_node(frame, frame->dst);
    channel->byes = nisca_bye_count(channel->nodes[0]) + nisca_bye_count(channel->nodes[1]);
}

/* Where only the nodes are known, their channels look like one. */
static nisca_channel_t *
nisca_channel(const nisca_frame_t *frame, bool *from_second)
{
    uint64_t lan = nisca_lan_of(frame);
    state_key_t key = { .third = frame->cluster, .fourth = frame->message->group };
    nisca_channel_t *channel;
    uint64_t src, dst;

    nisca_channel_addresses(frame->pinfo, frame->message, &src, &dst);
    src = nisca_side_key(src, frame->src);
    dst = nisca_side_key(dst, frame->dst);
    key.first = lan != 0 ? sightings_mix(MIN(src, dst), lan) : MIN(src, dst);
    key.second = MAX(src, dst);
    channel = (nisca_channel_t *)state_obtain(&nisca_state->pass, nisca_state->channels, key,
                                              sizeof *channel, NISCA_MAX_CHANNELS);
    *from_second = src > dst;
    if (channel != NULL && channel->nodes[0] == NULL) {
        nisca_channel_begin(frame, channel);
    }
    return channel;
}

/* A node that said BYE has closed its channels. */
static void
nisca_channel_after_byes(nisca_channel_t *channel)
{
    uint32_t byes = nisca_bye_count(channel->nodes[0]) + nisca_bye_count(channel->nodes[1]);

    if (byes != channel->byes) {
        *channel = (nisca_channel_t){ .nodes = { channel->nodes[0], channel->nodes[1] },
                                      .byes = byes };
    }
}

/* Where several channels look like one, a repetition comes from one adapter. */
static bool
nisca_repeats(const nisca_frame_t *frame, uint64_t lan_src, int64_t when)
{
    return frame->lan_src == lan_src && frame->when - when >= ANSWERED_WITHIN;
}

/* CCSTART again: what was missing? */
static void
nisca_judge_ccstart(const nisca_step_t *step)
{
    nisca_channel_t *channel = step->channel;

    if (!nisca_is_in_sight(step->frame, step->frame->dst)) {
        return;
    }
    nisca_found(step->sender->verf_seen ? NISCA_FOUND_NO_VACK : NISCA_FOUND_NO_VERF, 0,
                !channel->is_told);
    channel->is_told = true;
}

static void
nisca_analyse_ccstart(const nisca_step_t *step)
{
    const nisca_frame_t *frame = step->frame;
    nisca_side_t *sender = step->sender;

    step->channel->is_several |= sender->lan_src != 0 && sender->lan_src != frame->lan_src;
    if (sender->start_frame != 0) {
        if (nisca_repeats(frame, sender->lan_src, sender->start_time)) {
            nisca_judge_ccstart(step);
        }
    }
    sender->start_frame = step->channel->start_frame = frame->frame;
    sender->start_time = frame->when;
    sender->lan_src = frame->lan_src;
    sender->verf_seen = false;
}

static void
nisca_show_start(const nisca_step_t *step, uint32_t start_frame)
{
    if (start_frame == 0 && !step->channel->is_several) {
        start_frame = step->channel->start_frame;
    }
    if (start_frame != 0) {
        nisca_found(NISCA_FOUND_CHANNEL_START, start_frame, 0);
    }
}

/* What a VERF answers: a CCSTART, a SOLICIT, or nothing. */
static void
nisca_answer_start(const nisca_step_t *step)
{
    uint32_t solicit;

    if (step->receiver->start_frame != 0) {
        step->receiver->verf_seen = true;
        return;
    }
    solicit = nisca_solicit_of_receiver(step->frame);
    if (solicit > step->channel->start_frame) {
        step->channel->start_frame = solicit;
    }
}

/* A new incarnation of the channel asks again. */
static bool
nisca_asks_again(const nisca_frame_t *frame, const nisca_verf_t *verf)
{
    const nisca_message_t *message = frame->message;

    return verf->frame != 0 && nisca_repeats(frame, verf->lan_src, verf->when)
           && (verf->chan_seq == message->chan_seq || verf->chan_seq == 0
               || message->chan_seq == 0)
           && nisca_is_in_sight(frame, frame->dst);
}

/* The VACK that came in front of its VERF, or 0. */
static uint32_t
nisca_vack_in_front(const nisca_frame_t *frame, nisca_side_t *receiver)
{
    finding_t *verf = receiver->verf_of_vack;

    receiver->verf_of_vack = NULL;
    if (verf == NULL || verf->kind != NISCA_FOUND_CHANNEL_VERF
        || ABS(frame->when - receiver->vack_time) > SWAPPED_WITHIN) {
        return 0;
    }
    verf->ref = frame->frame;
    return verf->frame;
}

/* A smaller size is tried as larger ones are not answered, and may be: it asks anew, until nothing
 * has come for that, either. */
static void
nisca_find_unanswered(const nisca_frame_t *frame, const nisca_side_t *sender)
{
    for (unsigned i = 0; i < 2; i++) {
        const nisca_verf_t *verf = &sender->verfs[i];

        if (verf->frame != 0 && verf->no_vack != NULL && frame->when - verf->when >= ANSWERED_WITHIN
            && verf->no_vack->kind == NISCA_FOUND_NO_VACK_BEFORE) {
            verf->no_vack->kind = NISCA_FOUND_NO_VACK;
        }
    }
}

static void
nisca_analyse_verf(const nisca_step_t *step)
{
    const nisca_frame_t *frame = step->frame;
    nisca_side_t *receiver = step->receiver;
    nisca_verf_t *verf = &step->sender->verfs[frame->message->padded];
    uint32_t vack = nisca_vack_in_front(frame, receiver);
    bool is_again = vack == 0 && nisca_asks_again(frame, verf);
    nisca_found_kind_t kind = verf->size != frame->message->length ? NISCA_FOUND_NO_VACK_BEFORE
                                                                   : NISCA_FOUND_NO_VACK;

    nisca_answer_start(step);
    nisca_find_unanswered(frame, step->sender);
    nisca_show_start(step, receiver->start_frame);
    *verf = (nisca_verf_t){ .when = frame->when, .lan_src = frame->lan_src, .frame = frame->frame,
                            .size = frame->message->length,
                            .chan_seq = frame->message->chan_seq,
                            .start_frame = receiver->start_frame };
    verf->no_vack = is_again ? nisca_found(kind, 0, 0) : NULL;
    verf->vack = nisca_found(NISCA_FOUND_CHANNEL_VACK, vack, 0);
    if (vack != 0) {
        *verf = (nisca_verf_t){ 0 };
    }
}

/* It was answered after all. */
static void
nisca_withdraw(finding_t *no_vack)
{
    if (no_vack != NULL
        && (no_vack->kind == NISCA_FOUND_NO_VACK
            || no_vack->kind == NISCA_FOUND_NO_VACK_BEFORE)) {
        no_vack->kind = NISCA_FOUND_NO_VACK_BEFORE;
        nisca_found(NISCA_FOUND_VACK_AFTER_ALL, 0, 0);
    }
}

const nisca_again_t *
nisca_channel_again_at(uint32_t idx)
{
    return wmem_array_index(nisca_state->channels_again, idx);
}

static void
nisca_tell_channel_again(const nisca_frame_t *frame, const nisca_channel_t *channel)
{
    nisca_again_t again = { .vack_frame = channel->vack_frame };

    if (nisca_lines_stuck(frame, &again.stuck)) {
        again.waited = frame->when - again.stuck.when;
    }
    if (nisca_state->channels_again == NULL) {
        nisca_state->channels_again = wmem_array_new(wmem_file_scope(), sizeof again);
    }
    wmem_array_append_one(nisca_state->channels_again, again);
    nisca_found(NISCA_FOUND_CHANNEL_AGAIN, wmem_array_get_count(nisca_state->channels_again) - 1,
                frame->when - channel->vack_time);
}

/* A channel that was formed before was lost meanwhile.  Of a silence that was told, that is no
 * news. */
static void
nisca_look_for_loss(const nisca_step_t *step)
{
    const nisca_frame_t *frame = step->frame;
    const nisca_channel_t *channel = step->channel;
    int64_t since = frame->when - channel->vack_time;

    if (channel->vack_frame != 0 && !channel->is_several && since >= nisca_hello_rules.lost_from
        && frame->silence_told < channel->vack_time) {
        nisca_tell_channel_again(frame, channel);
    }
}

static void
nisca_complete(const nisca_step_t *step, nisca_verf_t *verf)
{
    const nisca_frame_t *frame = step->frame;
    nisca_channel_t *channel = step->channel;

    nisca_found(NISCA_FOUND_CHANNEL_VERF, verf->frame, 0);
    if (verf->vack->kind == NISCA_FOUND_CHANNEL_VACK) {
        verf->vack->ref = frame->frame;
    }
    nisca_withdraw(verf->no_vack);
    if (verf->start_frame != 0 && verf->start_frame == step->sender->start_frame) {
        nisca_found(NISCA_FOUND_CHANNEL_SETUP, 0,
                    frame->when - step->sender->start_time);
        nisca_look_for_loss(step);
    }
    channel->vack_frame = frame->frame;
    channel->vack_time = frame->when;
    *verf = (nisca_verf_t){ 0 };
}

/* The CCSTART of a side is done with. */
static void
nisca_forget_start(nisca_side_t *side)
{
    side->start_frame = 0;
    side->verf_seen = false;
}

/* True if `side` has answered this CCSTART and waits for the VACK. */
static bool
nisca_has_answered(const nisca_side_t *side, uint32_t start_frame)
{
    return side->verfs[0].start_frame == start_frame || side->verfs[1].start_frame == start_frame;
}

/* The VERF that a VACK answers: see nisca-paths.c. */
static nisca_verf_t *
nisca_answered_verf(nisca_verf_t *verfs)
{
    bool at_once = verfs[0].frame != 0 && ABS(verfs[1].when - verfs[0].when) <= SENT_AT_ONCE;

    return &verfs[verfs[1].frame > verfs[0].frame && !at_once];
}

/* VACK answers the latest VERF that waits, and opens the channel for both sides:
 * where both have sent CCSTART, one answer may do. */
static void
nisca_analyse_vack(const nisca_step_t *step)
{
    nisca_verf_t *verf = nisca_answered_verf(step->receiver->verfs);

    step->channel->is_told = false;
    nisca_show_start(step, verf->start_frame);
    if (verf->frame == 0 || step->frame->when - verf->when > ANSWERED_WITHIN) {
        step->sender->verf_of_vack = nisca_found(NISCA_FOUND_CHANNEL_VERF, 0, 0);
        step->sender->vack_time = step->frame->when;
    } else {
        nisca_complete(step, verf);
        if (!nisca_has_answered(step->sender, step->receiver->start_frame)) {
            nisca_forget_start(step->receiver);
        }
    }
    nisca_forget_start(step->sender);
}

static void
nisca_forget_old_start(const nisca_frame_t *frame, nisca_side_t *side)
{
    if (side->start_frame != 0 && frame->when - side->start_time > HANDSHAKE_WITHIN) {
        nisca_forget_start(side);
    }
}

static void
nisca_analyse_handshake(const nisca_frame_t *frame, void (*analyse)(const nisca_step_t *step))
{
    bool from_second;
    nisca_step_t step = { .frame = frame, .channel = nisca_channel(frame, &from_second) };

    if (step.channel == NULL) {
        return;
    }
    nisca_channel_after_byes(step.channel);
    step.sender = &step.channel->sides[from_second];
    step.receiver = &step.channel->sides[!from_second];
    nisca_forget_old_start(frame, step.sender);
    nisca_forget_old_start(frame, step.receiver);
    analyse(&step);
}

void
nisca_channels_analyse(const nisca_frame_t *frame)
{
    switch (frame->message->flags & NISCA_CC_TYPE) {
    case NISCA_CC_CCSTART:
        nisca_analyse_handshake(frame, nisca_analyse_ccstart);
        break;
    case NISCA_CC_VERF:
        nisca_analyse_handshake(frame, nisca_analyse_verf);
        break;
    case NISCA_CC_VACK:
        nisca_analyse_handshake(frame, nisca_analyse_vack);
        break;
    case NISCA_CC_SOLICIT:
        nisca_analyse_solicit(frame);
        break;
    default:
        break;
    }
}
