/* nisca-analysis.c
 * The first pass: what a message means after those before it.  Here are the
 * state of the capture file and the order in which a frame is looked at.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

nisca_state_t *nisca_state;

static ws_bool pref_analysis = true;

/* Copies of a frame at another capture point come this soon, be the clocks
 * what they may. */
#define COPIED_WITHIN (10 * NS_PER_S)

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

/* --- One frame ------------------------------------------------------------- */

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
    frame->tvb = w->tvb;
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
    nisca_state->answers = nisca_map_new();
    nisca_state->conids = nisca_map_new();
    nisca_state->copies = wmem_array_new(wmem_file_scope(), sizeof(nisca_copy_t));
    nisca_state->connections = wmem_array_new(wmem_file_scope(), sizeof(nisca_connection_t *));
}

/* True if this is the frame's first analysis: the first pass, and not the copy
 * of a message inside an ICMP error or a tunnel.  A frame that a read filter
 * rejected on the first pass gives its number to the next one; its place in the
 * file tells them apart. */
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
            && pinfo->fd->file_off == nisca_state->last_place
            && pinfo->curr_layer_num > nisca_state->last_layer)) {
        return false;
    }
    findings_forget(nisca_state->findings, pinfo->num);
    nisca_state->last_frame = pinfo->num;
    nisca_state->last_place = pinfo->fd->file_off;
    nisca_state->last_layer = pinfo->curr_layer_num;
    return true;
}

void
nisca_analyse(const wire_t *w, const nisca_message_t *message)
{
    nisca_frame_t frame = { .message = message };

    if (!nisca_is_due(w->pinfo) || !(message->has_cc || message->has_tr)
        || !capture_has_time(w->pinfo)) {
        return;
    }
    nisca_begin_frame(w, &frame);
    if (message->has_tr) {
        nisca_circuits_analyse(&frame);
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
        summary->rsvp_repeated = finding->ref != 0;
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
    case NISCA_FOUND_ACKS_REPEATED:
    case NISCA_FOUND_ACKS_AGAIN:
        summary->acks_again = finding->kind == NISCA_FOUND_ACKS_AGAIN;
        summary->acks_repeated = finding->kind == NISCA_FOUND_ACKS_REPEATED;
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
