/* nisca-findings.c
 * What each kind of finding says: fields, expert items, words in Info.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-findings.h"
#include "nisca-say-bursts.h"
#include "nisca-say-circuits.h"
#include "nisca-say-delivery.h"
#include "nisca-say.h"
#include "nisca-state.h"

static int hf_nisca_analysis = -1;
static int hf_nisca_acks_frame = -1;
static int hf_nisca_ack_rtt = -1;
static int hf_nisca_acked_in = -1;
static int hf_nisca_rexmt_cause = -1;
static int hf_nisca_rexmt_of = -1;
static int hf_nisca_rexmt_delta = -1;
static int hf_nisca_duplicate_of = -1;
static int hf_nisca_duplicate_count = -1;
static int hf_nisca_seq_gap = -1;
static int hf_nisca_rsvp_delay = -1;
static int hf_nisca_circuit_start_frame = -1;
static int hf_nisca_hello_previous = -1;
static int hf_nisca_hello_delta = -1;
static int hf_nisca_hello_missed = -1;
static int hf_nisca_channel_start_frame = -1;
static int hf_nisca_channel_verf_frame = -1;
static int hf_nisca_channel_vack_frame = -1;
static int hf_nisca_channel_setup_time = -1;
static int hf_nisca_scs_connect_frame = -1;
static int hf_nisca_scs_request_frame = -1;
static int hf_nisca_scs_response_frame = -1;
static int hf_nisca_scs_response_time = -1;
static int hf_nisca_mscp_command_frame = -1;
static int hf_nisca_mscp_end_frame = -1;
static int hf_nisca_mscp_response_time = -1;
static int hf_nisca_capture_copy_of = -1;

static int ett_nisca_analysis = -1;

static expert_field ei_nisca_retransmission = EI_INIT;
static expert_field ei_nisca_duplicate = EI_INIT;
static expert_field ei_nisca_out_of_sequence = EI_INIT;
static expert_field ei_nisca_ack_unseen = EI_INIT;
static expert_field ei_nisca_rsvp_late = EI_INIT;
static expert_field ei_nisca_hello_late = EI_INIT;
static expert_field ei_nisca_no_verf = EI_INIT;
static expert_field ei_nisca_no_vack = EI_INIT;
static expert_field ei_nisca_restarted = EI_INIT;
static expert_field ei_nisca_password_mismatch = EI_INIT;
static expert_field ei_nisca_identity_conflict = EI_INIT;
static expert_field ei_nisca_stale = EI_INIT;
static expert_field ei_nisca_limit = EI_INIT;

/* The values of nisca.analysis.rexmt_cause. */
static const value_string rexmt_causes[] = {
    { NISCA_CAUSE_MESSAGE_LOST, "Message lost" },
    { NISCA_CAUSE_ACK_LOST, "ACK lost or late" },
    { NISCA_CAUSE_NO_ORIGINAL, "Original not captured" },
    { 0, NULL }
};

/* An ACK that RSVP asks for at once is late after this. */
#define RSVP_LATE_ABOVE NS_PER_S

/* --- Findings that need code --------------------------------------------------- */

static void
nisca_show_hello(finding_view_t *view, const finding_t *hello)
{
    cadence_verdict_t verdict = cadence_judge(&nisca_hello_rules, hello->value);
    uint32_t missed = cadence_missed(&nisca_hello_rules, hello->value);
    proto_item *delta = finding_time(view, hf_nisca_hello_delta, hello->value);

    if (hello->ref < hello->frame) {
        finding_link(view, hf_nisca_hello_previous, hello->ref);
    }
    if (missed > 0) {
        finding_number(view, hf_nisca_hello_missed, missed);
    }
    view->item = delta;
    if (verdict == CADENCE_LATE) {
        finding_expert_said(view, hello, &ei_nisca_hello_late, nisca_say_hello_late);
    } else if (verdict == CADENCE_LOST) {
        finding_expert_said(view, hello, &ei_nisca_hello_lost, nisca_say_hello_lost);
    }
}

static void
nisca_hello_words(info_t *info, const finding_t *hello)
{
    switch (cadence_judge(&nisca_hello_rules, hello->value)) {
    case CADENCE_LATE:
        info_text(info, " [Late]");
        break;
    case CADENCE_LOST:
        info_text(info, " [HELLOs lost]");
        break;
    default:
        break;
    }
}

/* Asked more than once: was the answer late, or the question? */
static void
nisca_show_rsvp_answered(finding_view_t *view, const finding_t *answer)
{
    bool was_repeated = answer->ref != 0;

    if (!was_repeated && answer->value > RSVP_LATE_ABOVE) {
        finding_expert_said(view, answer, &ei_nisca_rsvp_late, nisca_say_rsvp_late);
    }
}

static void
nisca_show_rexmt(finding_view_t *view, const finding_t *rexmt)
{
    bool is_proven = rexmt->value == NISCA_CAUSE_MESSAGE_LOST
                     || rexmt->value == NISCA_CAUSE_ACK_LOST
                     || rexmt->value == NISCA_CAUSE_NO_ORIGINAL;

    if (is_proven) {
        finding_number(view, hf_nisca_rexmt_cause, (uint32_t)rexmt->value);
    }
    finding_expert_said(view, rexmt, &ei_nisca_retransmission, nisca_say_rexmt);
}

static void
nisca_rexmt_words(info_t *info, const finding_t *rexmt)
{
    static const char *const texts[] = {
        [NISCA_CAUSE_UNPROVEN] = " [Retransmission]",
        [NISCA_CAUSE_MESSAGE_LOST] = " [Retransmission: message lost]",
        [NISCA_CAUSE_ACK_LOST] = " [Retransmission: ACK lost or late]",
        [NISCA_CAUSE_UNACKED] = " [Retransmission]",
        [NISCA_CAUSE_UNCERTAIN] = " [Retransmission]",
        [NISCA_CAUSE_NO_ORIGINAL] = " [Retransmission: original not captured]",
    };

    info_text(info, texts[rexmt->value]);
}

/* What was overtaken on its way is not missing. */
static void
nisca_show_gap(finding_view_t *view, const finding_t *gap)
{
    if (gap->value > 0) {
        finding_number(view, hf_nisca_seq_gap, (uint32_t)MIN(gap->value, UINT32_MAX));
        finding_expert_said(view, gap, &ei_nisca_out_of_sequence, nisca_say_gap);
    }
}

static void
nisca_gap_words(info_t *info, const finding_t *gap)
{
    if (gap->value > 0) {
        info_text(info, " [Gap]");
    }
}

/* --- The table ------------------------------------------------------------------ */

static const finding_row_t nisca_finding_rows[NISCA_FOUND_KINDS] = {
    [NISCA_FOUND_HELLO] = { .show = nisca_show_hello, .words = nisca_hello_words,
                            .here = true },
    [NISCA_FOUND_CHANNEL_START] = { .ref = &hf_nisca_channel_start_frame },
    /* A capturing card may swap them. */
    [NISCA_FOUND_CHANNEL_VERF] = { .ref = &hf_nisca_channel_verf_frame,
                                   .later = &hf_nisca_channel_verf_frame },
    [NISCA_FOUND_CHANNEL_VACK] = { .ref = &hf_nisca_channel_vack_frame,
                                   .later = &hf_nisca_channel_vack_frame },
    [NISCA_FOUND_CHANNEL_SETUP] = { .time = &hf_nisca_channel_setup_time },
    [NISCA_FOUND_NO_VERF] = { .expert = &ei_nisca_no_verf, .text = nisca_say_no_verf, .once = true,
                              .info = "No VERF",
                              .event = nisca_say_not_formed },
    [NISCA_FOUND_NO_VACK] = { .expert = &ei_nisca_no_vack, .text = nisca_say_no_vack, .once = true,
                              .info = "No VACK",
                              .event = nisca_say_not_formed },
    [NISCA_FOUND_PASSWORD] = { .expert = &ei_nisca_password_mismatch,
                               .text = nisca_say_other_password, .once = true,
                               .event = nisca_say_password },
    [NISCA_FOUND_IDENTITY] = { .expert = &ei_nisca_identity_conflict,
                               .text = nisca_say_names_clash, .once = true,
                               .event = nisca_say_identity },
    [NISCA_FOUND_ACKS] = { .ref = &hf_nisca_acks_frame, .time = &hf_nisca_ack_rtt },
    /* Which transmission of a repeated message was answered is not known (Karn). */
    [NISCA_FOUND_ACKS_NO_RTT] = { .ref = &hf_nisca_acks_frame },
    [NISCA_FOUND_ACK_UNSEEN] = { .expert = &ei_nisca_ack_unseen, .text = nisca_say_ack_unseen },
    [NISCA_FOUND_RSVP_ANSWERED] = { .time = &hf_nisca_rsvp_delay,
                                    .show = nisca_show_rsvp_answered },
    [NISCA_FOUND_ACKED] = { .later = &hf_nisca_acked_in },
    [NISCA_FOUND_REXMT] = { .show = nisca_show_rexmt,
                            .words = nisca_rexmt_words },
    [NISCA_FOUND_REXMT_OF] = { .ref = &hf_nisca_rexmt_of, .time = &hf_nisca_rexmt_delta },
    [NISCA_FOUND_DUPLICATE] = { .ref = &hf_nisca_duplicate_of,
                                .number = &hf_nisca_duplicate_count,
                                .expert = &ei_nisca_duplicate, .text = nisca_say_duplicate,
                                .floods = true, .info = "Duplicate" },
    [NISCA_FOUND_GAP] = { .show = nisca_show_gap, .words = nisca_gap_words },
    [NISCA_FOUND_CIRCUIT_START] = { .ref = &hf_nisca_circuit_start_frame },
    [NISCA_FOUND_RESTARTED] = { .expert = &ei_nisca_restarted, .text = nisca_say_start_again,
                                .info = "Restart", .event = nisca_say_restarted },
    [NISCA_FOUND_CONNECTION] = { .ref = &hf_nisca_scs_connect_frame },
    [NISCA_FOUND_SCS_REQUEST] = { .later = &hf_nisca_scs_response_frame },
    [NISCA_FOUND_SCS_RESPONSE] = { .ref = &hf_nisca_scs_request_frame,
                                   .time = &hf_nisca_scs_response_time },
    [NISCA_FOUND_MSCP_COMMAND] = { .later = &hf_nisca_mscp_end_frame },
    [NISCA_FOUND_MSCP_END] = { .ref = &hf_nisca_mscp_command_frame,
                               .time = &hf_nisca_mscp_response_time },
    [NISCA_FOUND_COPY] = { .ref = &hf_nisca_capture_copy_of },
    [NISCA_FOUND_SILENT] = { .show = nisca_show_silent, .words = nisca_silent_words,
                             .event = nisca_tell_silent, .here = true },
    [NISCA_FOUND_ADAPTER_SILENT] = { .show = nisca_show_adapter_silent,
                                     .words = nisca_adapter_silent_words,
                                     .event = nisca_tell_adapter_silent, .here = true },
    [NISCA_FOUND_STILL_SILENT] = { .event = nisca_tell_silent, .here = true },
    [NISCA_FOUND_OTHER_ADDRESS] = { .event = nisca_say_other_address, .here = true },
    [NISCA_FOUND_CHANNEL_AGAIN] = { .event = nisca_say_channel_again },
    [NISCA_FOUND_LEAVES] = { .event = nisca_say_leaves },
    [NISCA_FOUND_HEARD_AGAIN] = { .event = nisca_say_heard_again, .here = true },
    [NISCA_FOUND_HELLOS_AGAIN] = { .event = nisca_say_hellos_again, .here = true },
    [NISCA_FOUND_HELLOS_LOST_HERE] = { .event = nisca_say_hellos_lost_here, .here = true },
    [NISCA_FOUND_HELLOS_MISSED_HERE] = { .event = nisca_say_hellos_missed_here, .here = true },
    [NISCA_FOUND_UNHEARD] = { .show = nisca_show_unheard, .words = nisca_unheard_words },
    [NISCA_FOUND_BROKEN] = { .show = nisca_show_broken, .words = nisca_broken_words,
                             .event = nisca_tell_broken },
    [NISCA_FOUND_WORKS_AGAIN] = { .event = nisca_tell_works_again },
    [NISCA_FOUND_WAITED] = { .show = nisca_show_waited, .words = nisca_waited_words,
                             .event = nisca_say_waited, .once = true },
    [NISCA_FOUND_BIG_LOST] = { .show = nisca_show_big_lost, .info = "Big packets are lost",
                               .event = nisca_tell_big_lost },
    [NISCA_FOUND_BIG_AGAIN] = { .event = nisca_say_big_again },
    [NISCA_FOUND_DUPLICATE_SYSTEM] = { .show = nisca_show_duplicate_system,
                                       .event = nisca_say_duplicate_system,
                                       .info = "This node runs twice" },
    [NISCA_FOUND_BURST] = { .event = nisca_say_burst },
    [NISCA_FOUND_UNSERVED] = { .show = nisca_show_unserved, .info = "Nobody answers",
                               .event = nisca_say_unserved },
    [NISCA_FOUND_STALE] = { .expert = &ei_nisca_stale, .text = nisca_say_ignored,
                            .info = "For an earlier channel", .event = nisca_say_stale },
    [NISCA_FOUND_LIMIT] = { .expert = &ei_nisca_limit },
};
G_STATIC_ASSERT(NISCA_FOUND_KINDS <= FINDING_KINDS_MAX);

/* Most frames have one, which takes a twentieth of the frame to look up, and nobody looks.
 * A file that was appended shows old transmissions behind those that came after them: `first`,
 * the first sighting, has their order. */
static uint32_t
nisca_start_to_show(const wire_t *w, uint32_t first, const nisca_message_t *message)
{
    bool is_asked_for = wire_is_wanted(w->tree, hf_nisca_circuit_start_frame)
                        || wire_is_wanted(w->tree, hf_nisca_analysis);

    return message->has_tr && is_asked_for ? nisca_circuit_start(w->pinfo, first, message) : 0;
}

static void
nisca_look_up(const wire_t *w, uint32_t first, const nisca_message_t *message, found_t *found)
{
    const nisca_connection_t *connection = message->connection;
    uint32_t start = nisca_start_to_show(w, first, message);

    if (start != 0) {
        found_add(found, NISCA_FOUND_CIRCUIT_START, start, 0);
    }
    if (connection != NULL && connection->connect_frame != 0) {
        found_add(found, NISCA_FOUND_CONNECTION, connection->connect_frame, 0);
    }
}

/* A message and its repetition are answered alike, and both may come at once: two equal
 * ACKs are two ACKs, more of them a storm. */
static bool
nisca_may_come_twice(const nisca_message_t *message, const observation_note_t *note)
{
    return message->has_tr && !message->has_seq && note->duplicate_count <= 2;
}

/* A duplicate has no verdict of its own, but is acknowledged with the others. */
static void
nisca_gather_duplicate(const observation_note_t *note, found_t *found)
{
    found_add(found, NISCA_FOUND_DUPLICATE, note->duplicate_of, note->duplicate_count);
    found_add(found, NISCA_FOUND_ACKED, links_at(&nisca_state->acks, note->frame), 0);
}

/* An interval that may be over a step of the clock is no silence. */
static void
nisca_drop_late(found_t *found)
{
    const finding_t *hello = found_get(found, NISCA_FOUND_HELLO);

    if (hello != NULL && cadence_judge(&nisca_hello_rules, hello->value) != CADENCE_IN_TIME) {
        found_drop(found, UINT64_C(1) << NISCA_FOUND_HELLO);
    }
}

void
nisca_gather(const wire_t *w, const nisca_message_t *message, found_t *found)
{
    const packet_info *pinfo = w->pinfo;
    observation_note_t note;
    uint32_t first;

    if (nisca_state == NULL || pinfo->flags.in_error_pkt) {
        findings_gather(NULL, pinfo->num, found);
        return;
    }
    note = observation_note(nisca_state->observer, pinfo);
    first = note.again ? pinfo->num : note.frame; /* has no verdict of its own */
    findings_gather_sighting(nisca_state->pass.findings, nisca_finding_rows, NISCA_FOUND_KINDS,
                             first, pinfo->num, found);
    found_add_later(found, NISCA_FOUND_ACKED, first, links_at(&nisca_state->acks, first));
    found_add_later(found, message->has_mscp ? NISCA_FOUND_MSCP_COMMAND : NISCA_FOUND_SCS_REQUEST,
                    first, requests_answer_of(nisca_state->requests, first));
    if (note.is_in_doubt) {
        nisca_drop_late(found);
    }
    if (note.copy_of != 0) {
        found_add(found, NISCA_FOUND_COPY, note.copy_of, 0);
    }
    if (note.duplicate_of != 0 && !nisca_may_come_twice(message, &note)) {
        nisca_gather_duplicate(&note, found);
    }
    nisca_look_up(w, note.frame, message, found);
}

static event_cluster_t
nisca_event_cluster(const finding_view_t *view)
{
    const nisca_message_t *m = view->message;
    packet_info *pinfo = view->w->pinfo;

    return (event_cluster_t){ wmem_strdup_printf(pinfo->pool, "NISCA %u", m->group),
                              nisca_observed_cluster(pinfo, m->group) };
}

void
nisca_show_findings(const wire_t *w, const nisca_message_t *m, const found_t *found)
{
    finding_view_t view = { .w = w, .message = m, .found = found, .hf = hf_nisca_analysis,
                            .ett = &ett_nisca_analysis, .link = nisca_link };

    findings_show(&view, nisca_finding_rows, NISCA_FOUND_KINDS);
    events_tell(&view, nisca_finding_rows, NISCA_FOUND_KINDS, nisca_event_cluster);
}

void
nisca_inform(info_t *info, const found_t *found)
{
    findings_inform(found, nisca_finding_rows, NISCA_FOUND_KINDS, info);
}

/* --- Registration --------------------------------------------------------------- */

static hf_register_info hf[] = {
    { &hf_nisca_analysis,
      { "Analysis", "nisca.analysis", FT_NONE, BASE_NONE, NULL, 0x0,
        "What this frame means together with others", HFILL } },
    { &hf_nisca_acks_frame,
      { "Acknowledges the message in", "nisca.analysis.acks_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_ACK), 0x0,
        "The newest message that is covered by the acknowledgment number here", HFILL } },
    { &hf_nisca_ack_rtt,
      { "Time to acknowledge", "nisca.analysis.ack_rtt", FT_RELATIVE_TIME, BASE_NONE, NULL, 0x0,
        "From the message to its acknowledgment; not of one that was sent again, as nobody knows "
        "which of its transmissions is acknowledged", HFILL } },
    { &hf_nisca_acked_in,
      { "Acknowledged in", "nisca.analysis.acked_in", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_ACK), 0x0,
        "The first frame whose acknowledgment covers this message", HFILL } },
    { &hf_nisca_rexmt_cause,
      { "Cause of the retransmission", "nisca.analysis.rexmt_cause", FT_UINT8, BASE_DEC,
        VALS(rexmt_causes), 0x0,
        "What the file proves about why the message was sent again", HFILL } },
    { &hf_nisca_rexmt_of,
      { "Retransmission of", "nisca.analysis.rexmt_of", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_RETRANS_PREV), 0x0,
        "First sending of the message, on whatever channel", HFILL } },
    { &hf_nisca_rexmt_delta,
      { "Time since the first transmission", "nisca.analysis.rexmt_delta", FT_RELATIVE_TIME,
        BASE_NONE, NULL, 0x0,
        "How long the sender waited since it first sent the message", HFILL } },
    { &hf_nisca_duplicate_of,
      { "Duplicate of", "nisca.analysis.duplicate_of", FT_FRAMENUM, BASE_NONE, NULL, 0x0,
        "First sighting of a frame that comes again, by a loop or a storm", HFILL } },
    { &hf_nisca_duplicate_count,
      { "Copies so far", "nisca.analysis.duplicate_count", FT_UINT32, BASE_DEC, NULL, 0x0,
        "How often this feed has shown the message so far, the first time included", HFILL } },
    { &hf_nisca_seq_gap,
      { "Messages missing before this one", "nisca.analysis.seq_gap", FT_UINT32, BASE_DEC, NULL,
        0x0,
        "Numbers that were skipped and had not been seen up to this frame", HFILL } },
    { &hf_nisca_rsvp_delay,
      { "Delay of the ACK that was wanted at once", "nisca.analysis.rsvp_delay", FT_RELATIVE_TIME,
        BASE_NONE, NULL, 0x0, "Since the message with RSVP", HFILL } },
    { &hf_nisca_circuit_start_frame,
      { "Circuit started in", "nisca.circuit.start_frame", FT_FRAMENUM, BASE_NONE, NULL, 0x0,
        "The latest START before this frame, in either direction", HFILL } },
    { &hf_nisca_hello_previous,
      { "Previous HELLO", "nisca.analysis.hello_previous", FT_FRAMENUM, BASE_NONE, NULL, 0x0,
        "Of the same adapter; 1.5 to 3.2 s earlier in a healthy cluster", HFILL } },
    { &hf_nisca_hello_delta,
      { "Time since the previous HELLO", "nisca.analysis.hello_delta", FT_RELATIVE_TIME, BASE_NONE,
        NULL, 0x0, "Of the same node and adapter", HFILL } },
    { &hf_nisca_hello_missed,
      { "HELLOs missed", "nisca.analysis.hello_missed", FT_UINT32, BASE_DEC, NULL, 0x0,
        "One is expected every 3 seconds", HFILL } },
    { &hf_nisca_channel_start_frame,
      { "Channel started in", "nisca.channel.start_frame", FT_FRAMENUM, BASE_NONE, NULL, 0x0,
        "CCSTART or SOLICIT_SERVICE", HFILL } },
    { &hf_nisca_channel_verf_frame,
      { "Answers the VERF in", "nisca.channel.verf_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), 0x0,
        "The VERF before, which this VACK confirms", HFILL } },
    { &hf_nisca_channel_vack_frame,
      { "Answered by VACK in", "nisca.channel.vack_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_RESPONSE), 0x0,
        "The VACK that answers this VERF", HFILL } },
    { &hf_nisca_channel_setup_time,
      { "Time to set up the channel", "nisca.channel.setup_time", FT_RELATIVE_TIME, BASE_NONE, NULL,
        0x0, "From CCSTART to VACK", HFILL } },
    { &hf_nisca_scs_connect_frame,
      { "Connection requested in", "nisca.scs.connect_frame", FT_FRAMENUM, BASE_NONE, NULL, 0x0,
        "The CONNECT_REQ that opened the connection of this message", HFILL } },
    { &hf_nisca_scs_request_frame,
      { "Response to", "nisca.scs.request_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), 0x0,
        "The SCS request that this message answers", HFILL } },
    { &hf_nisca_scs_response_frame,
      { "Response in", "nisca.scs.response_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_RESPONSE), 0x0,
        "The SCS message that answers this request", HFILL } },
    { &hf_nisca_scs_response_time,
      { "Time to respond", "nisca.scs.response_time", FT_RELATIVE_TIME, BASE_NONE, NULL, 0x0,
        "From the SCS request to its response: what the other node took, and the way", HFILL } },
    { &hf_nisca_mscp_command_frame,
      { "Command in", "nisca.mscp.command_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), 0x0,
        "The command that this end message answers, by its command reference", HFILL } },
    { &hf_nisca_mscp_end_frame,
      { "End message in", "nisca.mscp.end_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_RESPONSE), 0x0,
        "The answer to this command, by its command reference", HFILL } },
    { &hf_nisca_mscp_response_time,
      { "Time to end the command", "nisca.mscp.response_time", FT_RELATIVE_TIME, BASE_NONE, NULL,
        0x0, "From the command to its end message: what the server took, with all transfers",
        HFILL } },
    { &hf_nisca_capture_copy_of,
      { "Also captured elsewhere in", "nisca.capture.copy_of", FT_FRAMENUM, BASE_NONE, NULL, 0x0,
        "First sighting of this transmission, at another place", HFILL } },
};

static ei_register_info ei[] = {
    { &ei_nisca_retransmission,
      { "nisca.analysis.retransmission", PI_SEQUENCE, PI_NOTE,
        "Retransmission: the sender sent this message before", EXPFILL } },
    { &ei_nisca_duplicate,
      { "nisca.analysis.duplicate", PI_SEQUENCE, PI_NOTE,
        "Duplicate: this message was seen before, and is no retransmission", EXPFILL } },
    { &ei_nisca_out_of_sequence,
      { "nisca.analysis.out_of_sequence", PI_SEQUENCE, PI_NOTE,
        "Messages before this one were not captured (lost before, or sent over another LAN)",
        EXPFILL } },
    { &ei_nisca_ack_unseen,
      { "nisca.analysis.ack_unseen", PI_SEQUENCE, PI_NOTE,
        "Acknowledges a message that was not captured (another LAN may have carried it)",
        EXPFILL } },
    { &ei_nisca_rsvp_late,
      { "nisca.analysis.rsvp_late", PI_SEQUENCE, PI_NOTE,
        "An ACK that was wanted at once came late", EXPFILL } },
    { &ei_nisca_hello_late,
      { "nisca.analysis.hello_late", PI_SEQUENCE, PI_NOTE,
        "HELLO is late: more than 3.5 s behind the one before", EXPFILL } },
    { &ei_nisca_no_verf,
      { "nisca.channel.no_verf", PI_SEQUENCE, PI_WARN,
        "CCSTART repeated: no VERF came back (wrong password, or one-way path)", EXPFILL } },
    { &ei_nisca_no_vack,
      { "nisca.channel.no_vack", PI_SEQUENCE, PI_WARN,
        "Repeated: VERF was not answered by VACK (one-way path, or packets too large for it)",
        EXPFILL } },
    { &ei_nisca_restarted,
      { "nisca.circuit.restarted", PI_SEQUENCE, PI_NOTE, "START on an established circuit",
        EXPFILL } },
    { &ei_nisca_password_mismatch,
      { "nisca.password_mismatch", PI_SECURITY, PI_WARN,
        "The password field differs from the one that the cluster group used so far", EXPFILL } },
    { &ei_nisca_identity_conflict,
      { "nisca.identity_conflict", PI_PROTOCOL, PI_WARN,
        "One node name with two SCS addresses, or one SCS address with two names", EXPFILL } },
    { &ei_nisca_stale,
      { "nisca.channel.stale", PI_SEQUENCE, PI_NOTE,
        "For an old channel: the receiver has formed a new one, and ignores this frame",
        EXPFILL } },
    { &ei_nisca_limit,
      { "nisca.analysis.limit", PI_ASSUMPTION, PI_NOTE,
        "Limit reached: some nodes, circuits or connections are not followed from here on",
        EXPFILL } },
};

void
nisca_findings_register(int proto)
{
    static int *ett[] = { &ett_nisca_analysis };

    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
}
