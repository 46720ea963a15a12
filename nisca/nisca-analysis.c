/* nisca-analysis.c
 * The first pass: what a message means after those before it.  Here is the
 * order in which a frame is looked at.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

static ws_bool pref_analysis = true;

/* --- One frame ------------------------------------------------------------- */

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
        nisca_state_begin();
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

void
nisca_analysis_register(module_t *module)
{
    prefs_register_bool_preference(
        module, "analysis", "Analyse several messages together",
        "Pair messages with acknowledgements, say why messages were retransmitted, measure HELLO "
        "intervals, follow channels, circuits and connections",
        &pref_analysis);
    nisca_state_register();
}
