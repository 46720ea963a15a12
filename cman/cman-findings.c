/* cman-findings.c
 * Shows what the analysis found: generated items, expert items, node names.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-findings.h"

#include "cman-shown-delivery.h"
#include "cman-shown.h"

static int hf_cman_analysis = -1;
static int hf_cman_src_name = -1;
static int hf_cman_tgt_name = -1;
static int hf_cman_acks_frame = -1;
static int hf_cman_ack_rtt = -1;
static int hf_cman_acked_in = -1;
static int hf_cman_retransmission_of = -1;
static int hf_cman_rto = -1;
static int hf_cman_duplicate_of = -1;
static int hf_cman_duplicate_count = -1;
static int hf_cman_seq_gap = -1;
static int hf_cman_hello_delta = -1;
static int hf_cman_hello_missed = -1;
static int hf_cman_response_to = -1;
static int hf_cman_response_in = -1;
static int hf_cman_response_time = -1;
static int hf_cman_copy_of = -1;

static int ett_cman_analysis = -1;

static expert_field ei_cman_duplicate_ack = EI_INIT;
static expert_field ei_cman_ack_unseen = EI_INIT;
static expert_field ei_cman_retransmission = EI_INIT;
static expert_field ei_cman_duplicate = EI_INIT;
static expert_field ei_cman_out_of_sequence = EI_INIT;
static expert_field ei_cman_join_seq = EI_INIT;
static expert_field ei_cman_hello_late = EI_INIT;
static expert_field ei_cman_hello_lost = EI_INIT;
static expert_field ei_cman_limit = EI_INIT;

/* --- The findings that need code --------------------------------------------- */

/* Where the clock went back there is no round trip. */
static void
cman_show_acks(finding_view_t *view, const finding_t *finding)
{
    if (finding->value >= 0) {
        finding_time(view, hf_cman_ack_rtt, finding->value);
    }
}

/* Shows further acknowledging frames in frame order; the links begin with the
 * latest. */
static void
cman_show_acked(finding_view_t *view, const finding_t *finding)
{
    uint32_t link = (uint32_t)finding->value, frame;
    wmem_array_t *frames;

    if (link == 0) {
        return;
    }
    frames = wmem_array_new(view->w->pinfo->pool, sizeof(uint32_t));
    while ((frame = cman_next_ack(&link)) != 0) {
        wmem_array_append_one(frames, frame);
    }
    for (unsigned i = wmem_array_get_count(frames); i > 0; i--) {
        finding_link(view, hf_cman_acked_in, *(uint32_t *)wmem_array_index(frames, i - 1));
    }
}

/* In time: no verdict, and none missed. */
static bool
cman_hello_is_idle(const finding_view_t *view _U_, const finding_t *finding)
{
    return finding->value < cman_hello_rules().late_above
           && finding->value < cman_hello_rules().lost_from;
}

static void
cman_show_hello(finding_view_t *view, const finding_t *finding)
{
    cadence_rules_t rules = cman_hello_rules();
    uint32_t missed = cadence_missed(&rules, finding->value);
    proto_item *delta = view->item;

    if (missed > 0) {
        finding_number(view, hf_cman_hello_missed, missed);
    }
    view->item = delta;
    switch (cadence_judge(&rules, finding->value)) {
    case CADENCE_LATE:
        finding_expert_said(view, finding, &ei_cman_hello_late, cman_say_hello_late);
        break;
    case CADENCE_LOST:
        finding_expert_said(view, finding, &ei_cman_hello_lost, cman_say_hello_lost);
        break;
    case CADENCE_IN_TIME:
    default:
        break;
    }
}

/* --- In Info --- */

static void
cman_inform_hello(info_t *info, const finding_t *finding)
{
    cadence_rules_t rules = cman_hello_rules();

    switch (cadence_judge(&rules, finding->value)) {
    case CADENCE_LATE:
        info_seconds(info, " [Late by ", finding->value - rules.period);
        info_text(info, "]");
        break;
    case CADENCE_LOST:
        info_seconds(info, " [None for ", finding->value);
        info_number(info, ", ", cman_missed_in(finding->value));
        info_text(info, " missed]");
        break;
    case CADENCE_IN_TIME:
    default:
        break;
    }
}

/* --- All findings --------------------------------------------------------------- */

/* What the first pass put into words. */
#define CMAN_TOLD .show = cman_show_told, .event = cman_event_told

static const finding_row_t cman_finding_rows[CMAN_FOUND_KINDS] = {
    [CMAN_FOUND_ACKS] = { .ref = &hf_cman_acks_frame, .show = cman_show_acks },
    [CMAN_FOUND_ACK_REPEATED] = { .ref = &hf_cman_acks_frame },
    [CMAN_FOUND_ACK_STALE] = { .ref = &hf_cman_acks_frame },
    [CMAN_FOUND_DUPLICATE_ACK] = { .ref = &hf_cman_acks_frame, .expert = &ei_cman_duplicate_ack,
                                   .text = cman_say_duplicate_ack },
    [CMAN_FOUND_ACK_UNSEEN] = { .expert = &ei_cman_ack_unseen, .text = cman_say_ack_unseen },
    [CMAN_FOUND_ACKED] = { .later = &hf_cman_acked_in, .show = cman_show_acked },
    [CMAN_FOUND_RETRANSMISSION] = { .ref = &hf_cman_retransmission_of, .time = &hf_cman_rto,
                                    .expert = &ei_cman_retransmission,
                                    .text = cman_say_retransmission, .info = "Retransmission" },
    [CMAN_FOUND_DUPLICATE] = { .ref = &hf_cman_duplicate_of, .number = &hf_cman_duplicate_count,
                               .expert = &ei_cman_duplicate, .text = cman_say_duplicate,
                               .floods = true, .info = "Duplicate" },
    [CMAN_FOUND_COPY] = { .ref = &hf_cman_copy_of },
    [CMAN_FOUND_GAP] = { .number = &hf_cman_seq_gap, .expert = &ei_cman_out_of_sequence,
                         .text = cman_say_gap },
    [CMAN_FOUND_BACKWARDS] = { .expert = &ei_cman_out_of_sequence,
                               .text = cman_say_backwards },
    [CMAN_FOUND_JOIN_SEQ] = { .expert = &ei_cman_join_seq, .text = cman_say_join_seq },
    [CMAN_FOUND_HELLO] = { .time = &hf_cman_hello_delta, .show = cman_show_hello,
                           .is_idle = cman_hello_is_idle,
                           .words = cman_inform_hello, .here = true },
    [CMAN_FOUND_REQUEST] = { .later = &hf_cman_response_in },
    [CMAN_FOUND_RESPONSE] = { .ref = &hf_cman_response_to, .time = &hf_cman_response_time },
    [CMAN_FOUND_TRANSITION_OVER] = { .event = cman_event_over },
    [CMAN_FOUND_TRANSITION] = { .show = cman_show_transition, .event = cman_event_transition },
    [CMAN_FOUND_CLASH] = { .info = "Transition clash" },
    [CMAN_FOUND_RESTARTED] = { .show = cman_show_restart, .once = true,
                               .words = cman_inform_restart, .event = cman_event_restart },
    [CMAN_FOUND_TRANSITION_MISSING] = { .show = cman_show_missing, .words = cman_inform_missing },
    [CMAN_FOUND_BARRIER_MISSING] = { .show = cman_show_missing, .words = cman_inform_missing },
    [CMAN_FOUND_BARRIER] = { .show = cman_show_barrier },
    [CMAN_FOUND_BARRIER_DONE] = { .time = &hf_cman_barrier_duration },
    [CMAN_FOUND_DEATH] = { .show = cman_show_death },
    [CMAN_FOUND_DEATH_TOLD] = { .event = cman_event_death },
    [CMAN_FOUND_DEATH_HEARD] = { .show = cman_show_heard, .event = cman_event_heard,
                                 .info = "The node was heard" },
    [CMAN_FOUND_DEATH_AMENDED] = { .event = cman_event_amended },
    [CMAN_FOUND_DEATH_FOLDED] = { .event = cman_event_folded },
    [CMAN_FOUND_LEFT] = { .event = cman_event_left },
    [CMAN_FOUND_SILENT] = { .show = cman_show_silent, .words = cman_inform_silent,
                            .event = cman_say_silent, .here = true },
    [CMAN_FOUND_BACK] = { .event = cman_event_back },
    [CMAN_FOUND_HELLOS_BACK] = { .event = cman_event_hellos_back },
    [CMAN_FOUND_SPLIT] = { CMAN_TOLD, .info = "Split" },
    [CMAN_FOUND_WHOLE] = { .event = cman_event_whole },
    [CMAN_FOUND_INQUORATE] = { CMAN_TOLD, .info = "No quorum" },
    [CMAN_FOUND_QUORATE] = { .event = cman_event_told },
    [CMAN_FOUND_IDENTITY] = { CMAN_TOLD, .info = "Two machines" },
    [CMAN_FOUND_SECOND] = { CMAN_TOLD, .here = true },
    [CMAN_FOUND_FORMED] = { .event = cman_event_told },
    [CMAN_FOUND_LET_IN] = { .event = cman_event_told },
    [CMAN_FOUND_HANGS] = { .event = cman_event_hangs },
    [CMAN_FOUND_GIVEN_UP] = { .event = cman_event_given_up },
    [CMAN_FOUND_JOIN_FAILED] = { CMAN_TOLD, .info = "Join failed" },
    [CMAN_FOUND_JOIN_OK_LOST] = { CMAN_TOLD, .info = "JOINACK lost" },
    [CMAN_FOUND_REFUSED] = { CMAN_TOLD },
    [CMAN_FOUND_LIMIT] = { .expert = &ei_cman_limit },
};
G_STATIC_ASSERT(CMAN_FOUND_KINDS <= FINDING_KINDS_MAX);

/* A duplicate has no verdict of its own, but says what it acknowledges. */
static void
cman_gather_duplicate(const observation_note_t *note, const cman_message_t *message,
                      found_t *found)
{
    found_add(found, CMAN_FOUND_DUPLICATE, note->duplicate_of, note->duplicate_count);
    if (message->ack != 0) {
        found_borrow(found, note->frame, CMAN_FOUND_ACKS, CMAN_FOUND_ACK_REPEATED);
    }
}

/* An interval that may be over a step of the clock is no silence. */
static void
cman_drop_late(found_t *found)
{
    cadence_rules_t rules = cman_hello_rules();
    const finding_t *hello = found_get(found, CMAN_FOUND_HELLO);

    if (hello != NULL && cadence_judge(&rules, hello->value) != CADENCE_IN_TIME) {
        found_drop(found, UINT64_C(1) << CMAN_FOUND_HELLO);
    }
}

/* The observer remembers what was seen before. */
void
cman_gather(const packet_info *pinfo, const cman_message_t *message, found_t *found)
{
    observation_note_t note;
    uint32_t first;

    if (cman_state == NULL) {
        findings_gather(NULL, pinfo->num, found);
        return;
    }
    note = observation_note(cman_state->observer, pinfo);
    first = note.duplicate_of == 0 ? note.frame : pinfo->num;
    findings_gather_sighting(cman_state->pass.findings, cman_finding_rows, CMAN_FOUND_KINDS,
                             first, pinfo->num, found);
    found_add_later(found, CMAN_FOUND_REQUEST, first,
                    requests_answer_of(cman_state->requests, first));
    if (note.is_in_doubt) {
        cman_drop_late(found);
    }
    if (note.copy_of != 0) {
        found_add(found, CMAN_FOUND_COPY, note.copy_of, 0);
    }
    if (note.duplicate_of != 0) {
        cman_gather_duplicate(&note, message, found);
    }
}

static event_cluster_t
cman_event_cluster(const finding_view_t *view)
{
    const cman_message_t *message = view->message;
    packet_info *pinfo = view->w->pinfo;

    return (event_cluster_t){
        wmem_strdup_printf(pinfo->pool, "cman %u", message->cluster),
        observation_cluster(cman_state->observer, pinfo, message->cluster),
    };
}

/* Another sighting tells nothing of the wire once more. */
static void
cman_tell_events(finding_view_t *view)
{
    finding_view_t own;
    found_t here;

    if (!found_has(view->found, CMAN_FOUND_COPY)) {
        events_tell(view, cman_finding_rows, CMAN_FOUND_KINDS, cman_event_cluster);
        return;
    }
    own = *view;
    findings_gather(view->found->findings, view->w->pinfo->num, &here);
    own.found = &here;
    events_tell(&own, cman_finding_rows, CMAN_FOUND_KINDS, cman_event_cluster);
}

void
cman_show_findings(const wire_t *w, const cman_message_t *message, found_t *found)
{
    finding_view_t view = { .w = w, .message = message, .found = found,
                            .hf = hf_cman_analysis, .ett = &ett_cman_analysis,
                            .link = cman_link };

    findings_look(&view, cman_finding_rows, found);
    if (found->is_idle) {
        return;
    }
    findings_show(&view, cman_finding_rows, CMAN_FOUND_KINDS);
    if (!w->pinfo->flags.in_error_pkt) {
        cman_tell_events(&view);
    }
}

const char *
cman_verdict_words(const wire_t *w, const cman_message_t *message, const found_t *found)
{
    finding_view_t view = { .w = w, .message = message, .found = found, .link = cman_link };
    const finding_t *death = found_get(found, CMAN_FOUND_DEATH);
    const finding_t *left = found_get(found, CMAN_FOUND_LEFT);
    event_t event = { .node = "" };

    if (death != NULL) {
        cman_say_death(&view, death, &event);
    } else if (left != NULL) {
        cman_say_left(&view, left, &event);
    } else {
        event_say(&event, "%s", message->verdict_text);
    }
    return info_printable(w->pinfo->pool, event.words, INFO_LABEL_MAX);
}

void
cman_inform(info_t *info, const found_t *found)
{
    findings_inform(found, cman_finding_rows, CMAN_FOUND_KINDS, info);
}

void
cman_show_name(const wire_t *w, proto_item *beside, cman_side_t side, const char *name)
{
    int hf = side == CMAN_SOURCE ? hf_cman_src_name : hf_cman_tgt_name;
    proto_item *item;

    if (name == NULL || !wire_is_wanted(w->tree, hf)) {
        return;
    }
    item = proto_tree_add_string(w->tree, hf, w->tvb, 0, 0, name);
    proto_item_set_generated(item);
    if (beside != NULL && beside != w->tree) {
        proto_tree_move_item(w->tree, beside, item);
    }
}

/* --- Registration ---------------------------------------------------------- */

static void
cman_register_delivery_fields(int proto)
{
    static hf_register_info hf[] = {
        { &hf_cman_analysis,
          { "Analysis", "cman.analysis", FT_NONE, BASE_NONE, NULL, 0,
            "What the plugin concluded from several messages; as a filter: all that have any of it",
            HFILL } },
        { &hf_cman_src_name,
          { "Source node name", "cman.src_name", FT_STRING, BASE_NONE, NULL, 0,
            "Learned from JOINREQ, STARTTRANS, MASTERVIEW or JOINCONF", HFILL } },
        { &hf_cman_tgt_name,
          { "Target node name", "cman.tgt_name", FT_STRING, BASE_NONE, NULL, 0,
            "Learned from JOINREQ, STARTTRANS, MASTERVIEW or JOINCONF", HFILL } },
        { &hf_cman_acks_frame,
          { "Acknowledges the message in", "cman.analysis.acks_frame", FT_FRAMENUM, BASE_NONE,
            FRAMENUM_TYPE(FT_FRAMENUM_ACK), 0,
            "Latest sending of the message whose number this frame acknowledges", HFILL } },
        { &hf_cman_ack_rtt,
          { "Time to acknowledge", "cman.analysis.ack_rtt", FT_RELATIVE_TIME, BASE_NONE, NULL, 0,
            "Since the first transmission, at the first acknowledgment of this node", HFILL } },
        { &hf_cman_acked_in,
          { "Acknowledged in", "cman.analysis.acked_in", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "First acknowledgment of each node", HFILL } },
        { &hf_cman_retransmission_of,
          { "Retransmission of", "cman.analysis.retransmission_of", FT_FRAMENUM, BASE_NONE,
            FRAMENUM_TYPE(FT_FRAMENUM_RETRANS_PREV), 0,
            "First sending of the message with this number", HFILL } },
        { &hf_cman_rto,
          { "Time since the first transmission", "cman.analysis.rto", FT_RELATIVE_TIME, BASE_NONE,
            NULL, 0,
            "How long the sender waited for an acknowledgment since it first sent the message",
            HFILL } },
        { &hf_cman_duplicate_of,
          { "Duplicate of", "cman.analysis.duplicate_of", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "First sighting of a frame that comes again, by a loop or a storm", HFILL } },
        { &hf_cman_duplicate_count,
          { "Copies so far", "cman.analysis.duplicate_count", FT_UINT32, BASE_DEC, NULL, 0,
            "How often the frame has come again, this time included", HFILL } },
        { &hf_cman_seq_gap,
          { "Sequence numbers skipped", "cman.analysis.seq_gap", FT_UINT16, BASE_DEC, NULL, 0,
            "Since the sender's previous new message", HFILL } },
        { &hf_cman_copy_of,
          { "Also captured elsewhere in", "cman.capture.copy_of", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "The first sighting of this transmission", HFILL } },
    };

    proto_register_field_array(proto, hf, array_length(hf));
}

static void
cman_register_story_fields(int proto)
{
    static hf_register_info hf[] = {
        { &hf_cman_hello_delta,
          { "Time since the previous HELLO", "cman.analysis.hello_delta", FT_RELATIVE_TIME,
            BASE_NONE, NULL, 0,
            "Of the same node at the same place; about 5 s in a healthy cluster", HFILL } },
        { &hf_cman_hello_missed,
          { "HELLOs missed", "cman.analysis.hello_missed", FT_UINT32, BASE_DEC, NULL, 0,
            "HELLOs that the node's timer should have sent in between, and this place did not see",
            HFILL } },
        { &hf_cman_response_to,
          { "Response to", "cman.response_to", FT_FRAMENUM, BASE_NONE,
            FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), 0,
            "The request that this message answers", HFILL } },
        { &hf_cman_response_in,
          { "First response in", "cman.response_in", FT_FRAMENUM, BASE_NONE,
            FRAMENUM_TYPE(FT_FRAMENUM_RESPONSE), 0,
            "The first message that answers this request", HFILL } },
        { &hf_cman_response_time,
          { "Time to respond", "cman.response_time", FT_RELATIVE_TIME, BASE_NONE, NULL, 0,
            "Since the first transmission of the request", HFILL } },
    };
    static int *ett[] = { &ett_cman_analysis };

    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
}

static void
cman_register_finding_experts(expert_module_t *module)
{
    static ei_register_info ei[] = {
        { &ei_cman_duplicate_ack,
          { "cman.analysis.duplicate_ack", PI_SEQUENCE, PI_CHAT,
            "This node acknowledged this message before", EXPFILL } },
        { &ei_cman_ack_unseen,
          { "cman.analysis.ack_unseen", PI_SEQUENCE, PI_NOTE,
            "Acknowledges a message that was not captured", EXPFILL } },
        { &ei_cman_retransmission,
          { "cman.analysis.retransmission", PI_SEQUENCE, PI_NOTE,
            "Retransmission: the sender sent this message before", EXPFILL } },
        { &ei_cman_duplicate,
          { "cman.analysis.duplicate", PI_SEQUENCE, PI_NOTE, "Duplicate of an earlier frame",
            EXPFILL } },
        { &ei_cman_out_of_sequence,
          { "cman.analysis.out_of_sequence", PI_SEQUENCE, PI_NOTE,
            "Out of sequence: the number does not follow that of the sender's message before",
            EXPFILL } },
        { &ei_cman_join_seq,
          { "cman.analysis.join_seq", PI_SEQUENCE, PI_NOTE,
            "A node that joins starts with sequence number 1 and acknowledges nothing",
            EXPFILL } },
        { &ei_cman_hello_late,
          { "cman.analysis.hello_late", PI_SEQUENCE, PI_NOTE,
            "HELLO is late: more than one and a half periods behind the one before", EXPFILL } },
        { &ei_cman_hello_lost,
          { "cman.analysis.hello_lost", PI_SEQUENCE, PI_WARN,
            "No HELLO for as long as the dead node timeout", EXPFILL } },
        { &ei_cman_limit,
          { "cman.analysis.limit", PI_ASSUMPTION, PI_NOTE,
            "Limit reached: some nodes, ACKs, transitions or barriers are not followed from "
            "here on",
            EXPFILL } },
    };

    expert_register_field_array(module, ei, array_length(ei));
}

void
cman_findings_register(int proto)
{
    expert_module_t *module = expert_register_protocol(proto);

    cman_register_delivery_fields(proto);
    cman_register_story_fields(proto);
    cman_register_finding_experts(module);
    cman_register_shown_told(module);
    cman_register_shown_transitions(proto, module);
    cman_register_shown_deaths(proto, module);
}
