/* cman-findings.c
 * Shows what the analysis found: generated items, expert items, node names.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-analysis.h"

#include "generated.h"

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
static int hf_cman_transition_number = -1;
static int hf_cman_transition_master = -1;
static int hf_cman_transition_start_frame = -1;
static int hf_cman_transition_end_frame = -1;
static int hf_cman_transition_duration = -1;
static int hf_cman_transition_restarts = -1;
static int hf_cman_barrier_start_frame = -1;
static int hf_cman_barrier_complete_frame = -1;
static int hf_cman_barrier_duration = -1;
static int hf_cman_barrier_waiting = -1;
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
static expert_field ei_cman_transition_restarted = EI_INIT;
static expert_field ei_cman_transition_clash = EI_INIT;
static expert_field ei_cman_limit = EI_INIT;

/* --- Gathering ------------------------------------------------------------- */

static void
cman_gather_acks(const finding_t *finding, cman_summary_t *summary)
{
    switch (finding->kind) {
    case CMAN_FOUND_ACKS:
        summary->acks_frame = finding->ref;
        summary->ack_rtt = finding->value;
        summary->acks_first = finding->value >= 0;
        break;
    case CMAN_FOUND_DUPLICATE_ACK:
        summary->duplicate_ack = true;
        summary->acks_frame = finding->ref;
        break;
    case CMAN_FOUND_ACKS_AGAIN:
        summary->acks_frame = finding->ref;
        break;
    case CMAN_FOUND_ACKED:
        summary->acked_in = finding->ref;
        summary->more_acks = (uint32_t)finding->value;
        break;
    case CMAN_FOUND_ACK_UNSEEN:
        summary->ack_unseen = true;
        break;
    default:
        break;
    }
}

static void
cman_gather_delivery(const finding_t *finding, cman_summary_t *summary)
{
    switch (finding->kind) {
    case CMAN_FOUND_RETRANSMISSION:
        summary->retransmission_of = finding->ref;
        summary->rto = finding->value;
        break;
    case CMAN_FOUND_DUPLICATE:
        summary->duplicate_of = finding->ref;
        summary->duplicate_count = (uint32_t)finding->value;
        break;
    case CMAN_FOUND_GAP:
        summary->seq_gap = (uint32_t)finding->value;
        break;
    case CMAN_FOUND_BACKWARDS:
        summary->backwards = true;
        break;
    case CMAN_FOUND_JOIN_SEQ:
        summary->join_seq = true;
        break;
    case CMAN_FOUND_COPY:
        summary->copy_of = finding->ref;
        break;
    case CMAN_FOUND_LIMIT:
        summary->limit = true;
        break;
    default:
        break;
    }
}

static void
cman_gather_exchange(const finding_t *finding, cman_summary_t *summary)
{
    switch (finding->kind) {
    case CMAN_FOUND_HELLO:
        summary->previous_hello = finding->ref;
        summary->hello_delta = finding->value;
        break;
    case CMAN_FOUND_REQUEST:
        summary->response_in = finding->ref;
        break;
    case CMAN_FOUND_RESPONSE:
        summary->response_to = finding->ref;
        summary->response_time = finding->value;
        break;
    default:
        break;
    }
}

static void
cman_gather_stories(const finding_t *finding, cman_summary_t *summary)
{
    switch (finding->kind) {
    case CMAN_FOUND_TRANSITION:
        summary->transition = cman_transition_at(finding->ref);
        summary->transition_master = (uint32_t)(finding->value & 0xffffffff);
        summary->transition_restarts = (uint32_t)(finding->value >> 32);
        break;
    case CMAN_FOUND_RESTARTED:
        summary->restarted = true;
        break;
    case CMAN_FOUND_CLASH:
        summary->clash = true;
        break;
    case CMAN_FOUND_TRANSITION_END:
        summary->transition_ended = true;
        summary->transition_duration = finding->value;
        break;
    case CMAN_FOUND_BARRIER:
        summary->barrier = cman_barrier_at(finding->ref);
        summary->barrier_waiting = (uint32_t)finding->value;
        break;
    case CMAN_FOUND_BARRIER_DONE:
        summary->barrier_done = true;
        summary->barrier_duration = finding->value;
        break;
    default:
        break;
    }
}

/* The kinds stand in this order. */
static void
cman_gather(const finding_t *finding, cman_summary_t *summary)
{
    if (finding->kind <= CMAN_FOUND_ACK_UNSEEN) {
        cman_gather_acks(finding, summary);
    } else if (finding->kind <= CMAN_FOUND_LIMIT) {
        cman_gather_delivery(finding, summary);
    } else if (finding->kind <= CMAN_FOUND_RESPONSE) {
        cman_gather_exchange(finding, summary);
    } else {
        cman_gather_stories(finding, summary);
    }
}

/* Room for a later frame that has not come (yet). */
static bool
cman_is_waiting(const finding_t *finding)
{
    return (finding->kind == CMAN_FOUND_ACKED || finding->kind == CMAN_FOUND_REQUEST)
           && finding->ref == 0;
}

void
cman_summarise(uint32_t frame, cman_summary_t *summary)
{
    const findings_t *findings = cman_findings();
    const finding_t *finding;

    *summary = (cman_summary_t){ .acks_frame = 0 };
    if (findings == NULL) {
        return;
    }
    for (uint32_t i = findings_start(findings, frame);
         (finding = findings_at(findings, i, frame)) != NULL; i++) {
        cman_gather(finding, summary);
        summary->found = summary->found || !cman_is_waiting(finding);
    }
}

/* --- Showing --------------------------------------------------------------- */

/** Where generated items go. */
typedef struct {
    tvbuff_t *tvb;
    packet_info *pinfo;
    proto_tree *tree;
} cman_place_t;

static proto_item *
cman_add_number(const cman_place_t *at, int hf, uint32_t number)
{
    return generated_number(at->tree, at->tvb, hf, number);
}

static proto_item *
cman_add_time(const cman_place_t *at, int hf, int64_t ns)
{
    return generated_time(at->tree, at->tvb, hf, ns);
}

/* The acknowledging frames in frame order; the chain has the latest first. */
static void
cman_show_acked_in(const cman_place_t *at, const cman_summary_t *summary)
{
    wmem_array_t *frames;
    uint32_t link = summary->more_acks, frame;

    if (summary->acked_in == 0) {
        return;
    }
    cman_add_number(at, hf_cman_acked_in, summary->acked_in);
    if (link == 0) {
        return;
    }
    frames = wmem_array_new(at->pinfo->pool, sizeof(uint32_t));
    while ((frame = cman_next_ack(&link)) != 0) {
        wmem_array_append_one(frames, frame);
    }
    for (unsigned i = wmem_array_get_count(frames); i > 0; i--) {
        cman_add_number(at, hf_cman_acked_in, *(uint32_t *)wmem_array_index(frames, i - 1));
    }
}

static void
cman_show_acks(const cman_place_t *at, const cman_summary_t *summary)
{
    proto_item *item = at->tree;

    if (summary->acks_frame != 0) {
        item = cman_add_number(at, hf_cman_acks_frame, summary->acks_frame);
    }
    if (summary->acks_first) {
        cman_add_time(at, hf_cman_ack_rtt, summary->ack_rtt);
    }
    if (summary->duplicate_ack) {
        expert_add_info(at->pinfo, item, &ei_cman_duplicate_ack);
    }
    if (summary->ack_unseen) {
        expert_add_info(at->pinfo, item, &ei_cman_ack_unseen);
    }
    cman_show_acked_in(at, summary);
}

/* A storm has millions of them. */
static void
cman_tell_duplicate(const cman_place_t *at, proto_item *item, const cman_summary_t *summary)
{
    bool is_first = summary->duplicate_count == 2;

    if (is_first || wire_is_expert_wanted(at->tree, at->pinfo, &ei_cman_duplicate)) {
        expert_add_info(at->pinfo, item, &ei_cman_duplicate);
    }
}

static void
cman_show_repetition(const cman_place_t *at, const cman_summary_t *summary)
{
    proto_item *item;

    if (summary->retransmission_of != 0) {
        item = cman_add_number(at, hf_cman_retransmission_of, summary->retransmission_of);
        cman_add_time(at, hf_cman_rto, summary->rto);
        expert_add_info(at->pinfo, item, &ei_cman_retransmission);
    }
    if (summary->duplicate_of != 0) {
        item = cman_add_number(at, hf_cman_duplicate_of, summary->duplicate_of);
        cman_add_number(at, hf_cman_duplicate_count, summary->duplicate_count);
        cman_tell_duplicate(at, item, summary);
    }
    if (summary->copy_of != 0) {
        cman_add_number(at, hf_cman_copy_of, summary->copy_of);
    }
}

static void
cman_show_sequence(const cman_place_t *at, const cman_summary_t *summary)
{
    proto_item *item = at->tree;

    if (summary->seq_gap != 0) {
        item = cman_add_number(at, hf_cman_seq_gap, summary->seq_gap);
        expert_add_info_format(at->pinfo, item, &ei_cman_out_of_sequence,
                               "Sequence numbers before this one are not seen in this capture");
    } else if (summary->backwards) {
        expert_add_info_format(at->pinfo, item, &ei_cman_out_of_sequence,
                               "Lower than the sender's latest sequence number");
    }
    if (summary->join_seq) {
        expert_add_info(at->pinfo, item, &ei_cman_join_seq);
    }
}

static void
cman_show_hello(const cman_place_t *at, const cman_summary_t *summary)
{
    cadence_rules_t rules = cman_hello_rules();
    uint32_t missed;
    proto_item *item;

    if (summary->previous_hello == 0) {
        return;
    }
    item = cman_add_time(at, hf_cman_hello_delta, summary->hello_delta);
    missed = cadence_missed(&rules, summary->hello_delta);
    if (missed > 0) {
        cman_add_number(at, hf_cman_hello_missed, missed);
    }
    switch (cadence_judge(&rules, summary->hello_delta)) {
    case CADENCE_LATE:
        expert_add_info(at->pinfo, item, &ei_cman_hello_late);
        break;
    case CADENCE_LOST:
        expert_add_info(at->pinfo, item, &ei_cman_hello_lost);
        break;
    case CADENCE_IN_TIME:
    default:
        break;
    }
}

static void
cman_show_exchange(const cman_place_t *at, const cman_summary_t *summary)
{
    if (summary->response_in != 0) {
        cman_add_number(at, hf_cman_response_in, summary->response_in);
    }
    if (summary->response_to != 0) {
        cman_add_number(at, hf_cman_response_to, summary->response_to);
        cman_add_time(at, hf_cman_response_time, summary->response_time);
    }
}

/* A frame does not link to itself. */
static void
cman_show_transition(const cman_place_t *at, const cman_summary_t *summary)
{
    const cman_transition_t *transition = summary->transition;
    proto_item *item;

    if (transition == NULL) {
        return;
    }
    item = cman_add_number(at, hf_cman_transition_number, transition->number);
    proto_item_set_generated(proto_tree_add_int(at->tree, hf_cman_transition_master, at->tvb, 0, 0,
                                                (int32_t)summary->transition_master));
    if (transition->start_frame != 0 && transition->start_frame != at->pinfo->num) {
        cman_add_number(at, hf_cman_transition_start_frame, transition->start_frame);
    }
    if (transition->end_frame != 0 && transition->end_frame != at->pinfo->num) {
        cman_add_number(at, hf_cman_transition_end_frame, transition->end_frame);
    }
    if (summary->transition_ended) {
        cman_add_time(at, hf_cman_transition_duration, summary->transition_duration);
    }
    if (summary->transition_restarts != 0) {
        cman_add_number(at, hf_cman_transition_restarts, summary->transition_restarts);
    }
    if (summary->clash) {
        expert_add_info(at->pinfo, item, &ei_cman_transition_clash);
    }
}

static void
cman_show_restart(const cman_place_t *at, const cman_summary_t *summary,
                  const cman_message_t *message)
{
    if (summary->restarted) {
        expert_add_info_format(at->pinfo, at->tree, &ei_cman_transition_restarted,
                               "The transition was restarted, reason %s",
                               cman_trans_reason_name(message->trans_reason));
    }
}

static void
cman_show_barrier(const cman_place_t *at, const cman_summary_t *summary)
{
    const cman_barrier_t *barrier = summary->barrier;

    if (barrier == NULL) {
        return;
    }
    if (summary->barrier_waiting != 0) {
        cman_add_number(at, hf_cman_barrier_waiting, summary->barrier_waiting);
    }
    if (barrier->start_frame != 0 && barrier->start_frame != at->pinfo->num) {
        cman_add_number(at, hf_cman_barrier_start_frame, barrier->start_frame);
    }
    if (barrier->complete_frame != 0 && barrier->complete_frame != at->pinfo->num) {
        cman_add_number(at, hf_cman_barrier_complete_frame, barrier->complete_frame);
    }
    if (summary->barrier_done) {
        cman_add_time(at, hf_cman_barrier_duration, summary->barrier_duration);
    }
}

void
cman_show_name(const wire_t *w, proto_item *beside, cman_end_t end, const char *name)
{
    int hf = end == CMAN_SOURCE ? hf_cman_src_name : hf_cman_tgt_name;
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

/* The subtree of the findings; where nobody sees the tree, just what it would
 * hang on. */
static proto_tree *
cman_findings_tree(const wire_t *w)
{
    proto_tree *tree;
    proto_item *item;

    if (!proto_field_is_referenced(w->tree, hf_text_only)) {
        return w->tree;
    }
    tree = proto_tree_add_subtree(w->tree, w->tvb, 0, 0, ett_cman_analysis, &item, "Analysis");
    proto_item_set_generated(item);
    return tree;
}

void
cman_show_findings(const wire_t *w, const cman_message_t *message, const cman_summary_t *summary)
{
    cman_place_t at = { .tvb = w->tvb, .pinfo = w->pinfo };

    if (!summary->found) {
        return;
    }
    at.tree = cman_findings_tree(w);
    cman_show_acks(&at, summary);
    cman_show_repetition(&at, summary);
    cman_show_sequence(&at, summary);
    cman_show_hello(&at, summary);
    cman_show_exchange(&at, summary);
    cman_show_transition(&at, summary);
    cman_show_restart(&at, summary, message);
    cman_show_barrier(&at, summary);
    if (summary->limit) {
        expert_add_info(w->pinfo, at.tree, &ei_cman_limit);
    }
}

/* --- Registration ---------------------------------------------------------- */

static void
cman_register_delivery_fields(int proto)
{
    static hf_register_info hf[] = {
        { &hf_cman_src_name,
          { "Source node name", "cman.src_name", FT_STRING, BASE_NONE, NULL, 0,
            "Learnt from JOINREQ, STARTTRANS, MASTERVIEW or JOINCONF", HFILL } },
        { &hf_cman_tgt_name,
          { "Target node name", "cman.tgt_name", FT_STRING, BASE_NONE, NULL, 0,
            "Learnt from JOINREQ, STARTTRANS, MASTERVIEW or JOINCONF", HFILL } },
        { &hf_cman_acks_frame,
          { "Acknowledges the message in", "cman.analysis.acks_frame", FT_FRAMENUM, BASE_NONE,
            FRAMENUM_TYPE(FT_FRAMENUM_ACK), 0, NULL, HFILL } },
        { &hf_cman_ack_rtt,
          { "Time to acknowledge", "cman.analysis.ack_rtt", FT_RELATIVE_TIME, BASE_NONE, NULL, 0,
            "Since the first transmission, at the first acknowledgement of this node", HFILL } },
        { &hf_cman_acked_in,
          { "Acknowledged in", "cman.analysis.acked_in", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "First acknowledgement of each node", HFILL } },
        { &hf_cman_retransmission_of,
          { "Retransmission of", "cman.analysis.retransmission_of", FT_FRAMENUM, BASE_NONE,
            FRAMENUM_TYPE(FT_FRAMENUM_RETRANS_PREV), 0, NULL, HFILL } },
        { &hf_cman_rto,
          { "Time since the first transmission", "cman.analysis.rto", FT_RELATIVE_TIME, BASE_NONE,
            NULL, 0, NULL, HFILL } },
        { &hf_cman_duplicate_of,
          { "Duplicate of", "cman.analysis.duplicate_of", FT_FRAMENUM, BASE_NONE, NULL, 0, NULL,
            HFILL } },
        { &hf_cman_duplicate_count,
          { "Copies so far", "cman.analysis.duplicate_count", FT_UINT32, BASE_DEC, NULL, 0, NULL,
            HFILL } },
        { &hf_cman_seq_gap,
          { "Sequence numbers skipped", "cman.analysis.seq_gap", FT_UINT16, BASE_DEC, NULL, 0,
            "Since the sender's previous new message", HFILL } },
        { &hf_cman_copy_of,
          { "Also captured elsewhere in", "cman.capture.copy_of", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "The same transmission at another capture point", HFILL } },
    };

    proto_register_field_array(proto, hf, array_length(hf));
}

static void
cman_register_story_fields(int proto)
{
    static hf_register_info hf[] = {
        { &hf_cman_hello_delta,
          { "Time since the previous HELLO", "cman.analysis.hello_delta", FT_RELATIVE_TIME,
            BASE_NONE, NULL, 0, NULL, HFILL } },
        { &hf_cman_hello_missed,
          { "HELLOs missed", "cman.analysis.hello_missed", FT_UINT32, BASE_DEC, NULL, 0, NULL,
            HFILL } },
        { &hf_cman_response_to,
          { "Response to", "cman.response_to", FT_FRAMENUM, BASE_NONE,
            FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), 0, NULL, HFILL } },
        { &hf_cman_response_in,
          { "First response in", "cman.response_in", FT_FRAMENUM, BASE_NONE,
            FRAMENUM_TYPE(FT_FRAMENUM_RESPONSE), 0, NULL, HFILL } },
        { &hf_cman_response_time,
          { "Time to respond", "cman.response_time", FT_RELATIVE_TIME, BASE_NONE, NULL, 0,
            "Since the first transmission of the request", HFILL } },
        { &hf_cman_transition_number,
          { "Transition", "cman.transition.number", FT_UINT32, BASE_DEC, NULL, 0,
            "Counted per cluster and capture point", HFILL } },
        { &hf_cman_transition_master,
          { "Master of the transition", "cman.transition.master", FT_INT32, BASE_DEC, NULL, 0,
            NULL, HFILL } },
        { &hf_cman_transition_start_frame,
          { "Transition started in", "cman.transition.start_frame", FT_FRAMENUM, BASE_NONE, NULL,
            0, NULL, HFILL } },
        { &hf_cman_transition_end_frame,
          { "Transition ended in", "cman.transition.end_frame", FT_FRAMENUM, BASE_NONE, NULL, 0,
            NULL, HFILL } },
        { &hf_cman_transition_duration,
          { "Duration of the transition", "cman.transition.duration", FT_RELATIVE_TIME, BASE_NONE,
            NULL, 0, NULL, HFILL } },
        { &hf_cman_transition_restarts,
          { "Restarts of the transition so far", "cman.transition.restarts", FT_UINT32, BASE_DEC,
            NULL, 0, NULL, HFILL } },
        { &hf_cman_barrier_waiting,
          { "Nodes that wait", "cman.barrier.waiting", FT_UINT32, BASE_DEC, NULL, 0,
            "Nodes that have sent WAIT so far", HFILL } },
        { &hf_cman_barrier_start_frame,
          { "First WAIT in", "cman.barrier.start_frame", FT_FRAMENUM, BASE_NONE, NULL, 0, NULL,
            HFILL } },
        { &hf_cman_barrier_complete_frame,
          { "First COMPLETE in", "cman.barrier.complete_frame", FT_FRAMENUM, BASE_NONE, NULL, 0,
            NULL, HFILL } },
        { &hf_cman_barrier_duration,
          { "Time since the first WAIT", "cman.barrier.duration", FT_RELATIVE_TIME, BASE_NONE,
            NULL, 0, NULL, HFILL } },
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
            "Acknowledges a message that is not seen in this capture", EXPFILL } },
        { &ei_cman_retransmission,
          { "cman.analysis.retransmission", PI_SEQUENCE, PI_NOTE, "Retransmission", EXPFILL } },
        { &ei_cman_duplicate,
          { "cman.analysis.duplicate", PI_SEQUENCE, PI_NOTE, "Duplicate of an earlier frame",
            EXPFILL } },
        { &ei_cman_out_of_sequence,
          { "cman.analysis.out_of_sequence", PI_SEQUENCE, PI_NOTE, "Out of sequence", EXPFILL } },
        { &ei_cman_join_seq,
          { "cman.analysis.join_seq", PI_SEQUENCE, PI_NOTE,
            "A node that joins starts with sequence number 1 and acknowledges nothing",
            EXPFILL } },
        { &ei_cman_hello_late,
          { "cman.analysis.hello_late", PI_SEQUENCE, PI_NOTE, "HELLO is late", EXPFILL } },
        { &ei_cman_hello_lost,
          { "cman.analysis.hello_lost", PI_SEQUENCE, PI_WARN,
            "No HELLO for as long as the dead node timeout", EXPFILL } },
        { &ei_cman_transition_restarted,
          { "cman.transition.restarted", PI_SEQUENCE, PI_WARN, "The transition was restarted",
            EXPFILL } },
        { &ei_cman_transition_clash,
          { "cman.transition.clash", PI_SEQUENCE, PI_NOTE,
            "Two nodes started a transition at once: the lowest node id goes on", EXPFILL } },
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
    cman_register_delivery_fields(proto);
    cman_register_story_fields(proto);
    cman_register_finding_experts(expert_register_protocol(proto));
}
