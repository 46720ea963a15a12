/* nisca-findings.c
 * Shows what the first pass found out about a frame.
 *
 * Texts of expert items are constants, so that equal events group.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-analysis.h"

#include "capture_point.h"
#include "generated.h"

static int hf_nisca_analysis = -1;
static int hf_nisca_acks_frame = -1;
static int hf_nisca_ack_rtt = -1;
static int hf_nisca_acked_in = -1;
static int hf_nisca_rexmt_cause = -1;
static int hf_nisca_rexmt_of = -1;
static int hf_nisca_rexmt_delta = -1;
static int hf_nisca_duplicate_of = -1;
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
static expert_field ei_nisca_hello_lost = EI_INIT;
static expert_field ei_nisca_no_verf = EI_INIT;
static expert_field ei_nisca_no_vack = EI_INIT;
static expert_field ei_nisca_restarted = EI_INIT;
static expert_field ei_nisca_password_mismatch = EI_INIT;
static expert_field ei_nisca_identity_conflict = EI_INIT;
static expert_field ei_nisca_limit = EI_INIT;

/* The values of nisca.analysis.rexmt_cause. */
static const value_string rexmt_causes[] = {
    { NISCA_CAUSE_MESSAGE_LOST, "Message lost" },
    { NISCA_CAUSE_ACK_LOST, "ACK lost or late" },
    { NISCA_CAUSE_NO_ORIGINAL, "Original not in the capture" },
    { 0, NULL }
};

static const char *const rexmt_texts[] = {
    [0] = "",
    [NISCA_CAUSE_MESSAGE_LOST] = " [Retransmission: message lost]",
    [NISCA_CAUSE_ACK_LOST] = " [Retransmission: ACK lost or late]",
    [NISCA_CAUSE_NO_ORIGINAL] = " [Retransmission: original not captured]",
};

/* An ACK that RSVP asks for at once is late after this. */
#define RSVP_LATE_ABOVE NS_PER_S

/* Where findings are shown: the subtree is made for the first item. */
typedef struct {
    const wire_t *w;
    proto_tree *tree;
} nisca_view_t;

/* --- Pieces ------------------------------------------------------------------ */

static proto_tree *
nisca_subtree(nisca_view_t *view)
{
    if (view->tree == NULL) {
        view->tree = generated_subtree(view->w->tree, view->w->tvb, hf_nisca_analysis,
                                       ett_nisca_analysis);
    }
    return view->tree;
}

/* Also for frame numbers; 0 is none. */
static proto_item *
nisca_show_number(nisca_view_t *view, int hf, uint32_t number)
{
    return number != 0 ? generated_number(nisca_subtree(view), view->w->tvb, hf, number) : NULL;
}

static proto_item *
nisca_show_time(nisca_view_t *view, int hf, int64_t time)
{
    return generated_time(nisca_subtree(view), view->w->tvb, hf, time);
}

/* Another frame and the time since then; 0 is none. */
static void
nisca_show_since(nisca_view_t *view, int hf_frame, uint32_t frame, int hf_time, int64_t time)
{
    if (frame != 0) {
        nisca_show_number(view, hf_frame, frame);
        nisca_show_time(view, hf_time, time);
    }
}

/* At `item`, or where there is none, at the subtree. */
static void
nisca_show_expert(nisca_view_t *view, bool is_so, proto_item *item, expert_field *ei)
{
    if (is_so) {
        expert_add_info(view->w->pinfo,
                        item != NULL ? item : proto_tree_get_parent(nisca_subtree(view)), ei);
    }
}

/* --- Parts -------------------------------------------------------------------- */

static void
nisca_show_acks(nisca_view_t *view, const nisca_summary_t *summary)
{
    proto_item *item;

    nisca_show_number(view, hf_nisca_acks_frame, summary->acks_frame);
    if (summary->acks_frame != 0 && !summary->acks_again) {
        nisca_show_time(view, hf_nisca_ack_rtt, summary->ack_rtt);
    }
    nisca_show_expert(view, summary->ack_unseen, NULL, &ei_nisca_ack_unseen);
    if (summary->rsvp_answered) {
        item = nisca_show_time(view, hf_nisca_rsvp_delay, summary->rsvp_delay);
        nisca_show_expert(view, !summary->rsvp_repeated && summary->rsvp_delay > RSVP_LATE_ABOVE,
                          item, &ei_nisca_rsvp_late);
    }
    nisca_show_number(view, hf_nisca_acked_in, summary->acked_in);
}

static void
nisca_show_retransmission(nisca_view_t *view, const nisca_summary_t *summary)
{
    proto_item *item;

    if (summary->rexmt_cause == 0) {
        return;
    }
    item = nisca_show_number(view, hf_nisca_rexmt_cause, summary->rexmt_cause);
    expert_add_info_format(view->w->pinfo, item, &ei_nisca_retransmission, "Retransmission: %s",
                           val_to_str_const(summary->rexmt_cause, rexmt_causes, ""));
    nisca_show_since(view, hf_nisca_rexmt_of, summary->rexmt_of, hf_nisca_rexmt_delta,
                     summary->rexmt_delta);
}

static void
nisca_show_sequence(nisca_view_t *view, const nisca_summary_t *summary)
{
    proto_item *item;

    nisca_show_retransmission(view, summary);
    item = nisca_show_number(view, hf_nisca_duplicate_of, summary->duplicate_of);
    nisca_show_expert(view, summary->duplicate, item, &ei_nisca_duplicate);
    item = nisca_show_number(view, hf_nisca_seq_gap, summary->seq_gap);
    nisca_show_expert(view, summary->seq_gap > 0, item, &ei_nisca_out_of_sequence);
    item = nisca_show_number(view, hf_nisca_circuit_start_frame, summary->circuit_start);
    nisca_show_expert(view, summary->restarted, item, &ei_nisca_restarted);
}

static void
nisca_show_hello(nisca_view_t *view, const nisca_summary_t *summary)
{
    cadence_verdict_t verdict;
    proto_item *item;

    if (summary->previous_hello == 0) {
        return;
    }
    verdict = cadence_judge(&nisca_hello_rules, summary->hello_delta);
    item = nisca_show_time(view, hf_nisca_hello_delta, summary->hello_delta);
    nisca_show_number(view, hf_nisca_hello_previous, summary->previous_hello);
    nisca_show_number(view, hf_nisca_hello_missed,
                      cadence_missed(&nisca_hello_rules, summary->hello_delta));
    nisca_show_expert(view, verdict == CADENCE_LATE, item, &ei_nisca_hello_late);
    nisca_show_expert(view, verdict == CADENCE_LOST, item, &ei_nisca_hello_lost);
}

static void
nisca_show_channel(nisca_view_t *view, const nisca_summary_t *summary)
{
    nisca_show_number(view, hf_nisca_channel_start_frame, summary->channel_start);
    nisca_show_number(view, hf_nisca_channel_verf_frame, summary->channel_verf);
    nisca_show_number(view, hf_nisca_channel_vack_frame, summary->channel_vack);
    if (summary->channel_set_up) {
        nisca_show_time(view, hf_nisca_channel_setup_time, summary->setup_time);
    }
    nisca_show_expert(view, summary->no_verf, NULL, &ei_nisca_no_verf);
    nisca_show_expert(view, summary->no_vack, NULL, &ei_nisca_no_vack);
    nisca_show_expert(view, summary->password, NULL, &ei_nisca_password_mismatch);
    nisca_show_expert(view, summary->identity, NULL, &ei_nisca_identity_conflict);
}

/* References stay inside a capture point. */
static uint32_t
nisca_connect_frame(const nisca_message_t *message, uint32_t point)
{
    const nisca_connection_t *connection = message->connection;

    return connection != NULL && connection->point == point ? connection->connect_frame : 0;
}

static void
nisca_show_connection(nisca_view_t *view, const nisca_message_t *message,
                      const nisca_summary_t *summary)
{
    nisca_show_number(view, hf_nisca_scs_connect_frame,
                      nisca_connect_frame(message, capture_point(view->w->pinfo)));
    nisca_show_number(view, hf_nisca_scs_response_frame, summary->scs_response);
    nisca_show_since(view, hf_nisca_scs_request_frame, summary->scs_request,
                     hf_nisca_scs_response_time, summary->scs_response_time);
    nisca_show_number(view, hf_nisca_mscp_end_frame, summary->mscp_end);
    nisca_show_since(view, hf_nisca_mscp_command_frame, summary->mscp_command,
                     hf_nisca_mscp_response_time, summary->mscp_response_time);
}

void
nisca_show_summary(const wire_t *w, const nisca_message_t *message, const nisca_summary_t *summary)
{
    nisca_view_t view = { .w = w };

    if (message->has_cc) {
        nisca_show_hello(&view, summary);
        nisca_show_channel(&view, summary);
    } else {
        nisca_show_acks(&view, summary);
        nisca_show_sequence(&view, summary);
        nisca_show_connection(&view, message, summary);
    }
    nisca_show_number(&view, hf_nisca_capture_copy_of, summary->copy_of);
    nisca_show_expert(&view, summary->limit, NULL, &ei_nisca_limit);
}

const char *
nisca_summary_info(const nisca_summary_t *summary)
{
    if (summary->rexmt_cause != 0) {
        return rexmt_texts[summary->rexmt_cause];
    }
    if (summary->duplicate) {
        return " [Duplicate]";
    }
    if (summary->restarted) {
        return " [Restart]";
    }
    if (summary->no_verf || summary->no_vack) {
        return summary->no_verf ? " [No VERF]" : " [No VACK]";
    }
    if (summary->previous_hello != 0) {
        switch (cadence_judge(&nisca_hello_rules, summary->hello_delta)) {
        case CADENCE_LATE:
            return " [Late]";
        case CADENCE_LOST:
            return " [HELLOs lost]";
        default:
            break;
        }
    }
    return summary->seq_gap != 0 ? " [Gap]" : "";
}

/* --- Registration --------------------------------------------------------------- */

static hf_register_info hf[] = {
    { &hf_nisca_analysis,
      { "Analysis", "nisca.analysis", FT_NONE, BASE_NONE, NULL, 0x0,
        "What this frame means together with others", HFILL } },
    { &hf_nisca_acks_frame,
      { "Acknowledges Frame", "nisca.analysis.acks_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_ACK), 0x0, NULL, HFILL } },
    { &hf_nisca_ack_rtt,
      { "Round Trip Time", "nisca.analysis.ack_rtt", FT_RELATIVE_TIME, BASE_NONE, NULL, 0x0,
        "From the first transmission of the message to its acknowledgement", HFILL } },
    { &hf_nisca_acked_in,
      { "Acknowledged In", "nisca.analysis.acked_in", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_ACK), 0x0, NULL, HFILL } },
    { &hf_nisca_rexmt_cause,
      { "Cause of the Retransmission", "nisca.analysis.rexmt_cause", FT_UINT8, BASE_DEC,
        VALS(rexmt_causes), 0x0, NULL, HFILL } },
    { &hf_nisca_rexmt_of,
      { "Retransmission Of", "nisca.analysis.rexmt_of", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_RETRANS_PREV), 0x0, NULL, HFILL } },
    { &hf_nisca_rexmt_delta,
      { "Time Since the Original", "nisca.analysis.rexmt_delta", FT_RELATIVE_TIME, BASE_NONE, NULL,
        0x0, NULL, HFILL } },
    { &hf_nisca_duplicate_of,
      { "Duplicate Of", "nisca.analysis.duplicate_of", FT_FRAMENUM, BASE_NONE, NULL, 0x0, NULL,
        HFILL } },
    { &hf_nisca_seq_gap,
      { "Messages Missing Before This One", "nisca.analysis.seq_gap", FT_UINT32, BASE_DEC, NULL,
        0x0, NULL, HFILL } },
    { &hf_nisca_rsvp_delay,
      { "Delay of the ACK Wanted at Once", "nisca.analysis.rsvp_delay", FT_RELATIVE_TIME, BASE_NONE,
        NULL, 0x0, "Since the message with RSVP", HFILL } },
    { &hf_nisca_circuit_start_frame,
      { "Circuit Started In", "nisca.circuit.start_frame", FT_FRAMENUM, BASE_NONE, NULL, 0x0,
        "Latest START of this circuit", HFILL } },
    { &hf_nisca_hello_previous,
      { "Previous HELLO", "nisca.analysis.hello_previous", FT_FRAMENUM, BASE_NONE, NULL, 0x0, NULL,
        HFILL } },
    { &hf_nisca_hello_delta,
      { "Time Since the Previous HELLO", "nisca.analysis.hello_delta", FT_RELATIVE_TIME, BASE_NONE,
        NULL, 0x0, "Of the same node and adapter", HFILL } },
    { &hf_nisca_hello_missed,
      { "HELLOs Missed", "nisca.analysis.hello_missed", FT_UINT32, BASE_DEC, NULL, 0x0,
        "One is expected every 3 seconds", HFILL } },
    { &hf_nisca_channel_start_frame,
      { "Channel Started In", "nisca.channel.start_frame", FT_FRAMENUM, BASE_NONE, NULL, 0x0,
        "CCSTART or SOLICIT_SERVICE", HFILL } },
    { &hf_nisca_channel_verf_frame,
      { "Answers VERF In", "nisca.channel.verf_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), 0x0, NULL, HFILL } },
    { &hf_nisca_channel_vack_frame,
      { "Answered by VACK In", "nisca.channel.vack_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_RESPONSE), 0x0, NULL, HFILL } },
    { &hf_nisca_channel_setup_time,
      { "Channel Set-up Time", "nisca.channel.setup_time", FT_RELATIVE_TIME, BASE_NONE, NULL, 0x0,
        "From CCSTART to VACK", HFILL } },
    { &hf_nisca_scs_connect_frame,
      { "Connection Requested In", "nisca.scs.connect_frame", FT_FRAMENUM, BASE_NONE, NULL, 0x0,
        NULL, HFILL } },
    { &hf_nisca_scs_request_frame,
      { "Response To", "nisca.scs.request_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), 0x0, NULL, HFILL } },
    { &hf_nisca_scs_response_frame,
      { "Response In", "nisca.scs.response_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_RESPONSE), 0x0, NULL, HFILL } },
    { &hf_nisca_scs_response_time,
      { "Response Time", "nisca.scs.response_time", FT_RELATIVE_TIME, BASE_NONE, NULL, 0x0, NULL,
        HFILL } },
    { &hf_nisca_mscp_command_frame,
      { "Command In", "nisca.mscp.command_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), 0x0, NULL, HFILL } },
    { &hf_nisca_mscp_end_frame,
      { "End Message In", "nisca.mscp.end_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_RESPONSE), 0x0, NULL, HFILL } },
    { &hf_nisca_mscp_response_time,
      { "MSCP Response Time", "nisca.mscp.response_time", FT_RELATIVE_TIME, BASE_NONE, NULL, 0x0,
        "From the command to its end message", HFILL } },
    { &hf_nisca_capture_copy_of,
      { "Seen Before at Another Capture Point In", "nisca.capture.copy_of", FT_FRAMENUM, BASE_NONE,
        NULL, 0x0, NULL, HFILL } },
};

static ei_register_info ei[] = {
    { &ei_nisca_retransmission,
      { "nisca.analysis.retransmission", PI_SEQUENCE, PI_NOTE, "Retransmission", EXPFILL } },
    { &ei_nisca_duplicate,
      { "nisca.analysis.duplicate", PI_SEQUENCE, PI_NOTE,
        "Duplicate: this message was seen before, and is no retransmission", EXPFILL } },
    { &ei_nisca_out_of_sequence,
      { "nisca.analysis.out_of_sequence", PI_SEQUENCE, PI_NOTE,
        "Messages are missing before this one", EXPFILL } },
    { &ei_nisca_ack_unseen,
      { "nisca.analysis.ack_unseen", PI_SEQUENCE, PI_NOTE,
        "Acknowledges a message that is not in the capture", EXPFILL } },
    { &ei_nisca_rsvp_late,
      { "nisca.analysis.rsvp_late", PI_SEQUENCE, PI_NOTE,
        "An ACK that was wanted at once came late", EXPFILL } },
    { &ei_nisca_hello_late,
      { "nisca.analysis.hello_late", PI_SEQUENCE, PI_NOTE, "HELLO is late", EXPFILL } },
    { &ei_nisca_hello_lost,
      { "nisca.analysis.hello_lost", PI_SEQUENCE, PI_WARN,
        "HELLOs were lost for longer than the listen timeout", EXPFILL } },
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
    { &ei_nisca_limit,
      { "nisca.analysis.limit", PI_UNDECODED, PI_NOTE,
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
