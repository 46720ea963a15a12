/* cman-findings.c
 * Shows what the analysis found: generated items, expert items, node names.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-findings.h"

#include "cman-state.h"
#include "events.h"

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
static int hf_cman_transition_missing = -1;
static int hf_cman_barrier_missing = -1;
static int hf_cman_death_last_heard = -1;
static int hf_cman_death_silence = -1;
static int hf_cman_death_missed = -1;
static int hf_cman_death_message = -1;
static int hf_cman_death_acked_in = -1;
static int hf_cman_silent_last_frame = -1;

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
static expert_field ei_cman_death_heard = EI_INIT;
static expert_field ei_cman_silent_node = EI_INIT;
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
        finding_expert(view, &ei_cman_hello_late, NULL);
        break;
    case CADENCE_LOST:
        finding_expert(view, &ei_cman_hello_lost, NULL);
        break;
    case CADENCE_IN_TIME:
    default:
        break;
    }
}

/* Links to a frame if it was seen and shows another transmission. */
static void
cman_show_link(finding_view_t *view, const finding_t *finding, int hf, uint32_t frame)
{
    if (frame != 0 && frame != finding->frame) {
        finding_link(view, hf, frame);
    }
}

static void
cman_show_transition(finding_view_t *view, const finding_t *finding)
{
    const cman_transition_t *transition = cman_transition_at(finding->ref);
    const finding_t *end = found_get(view->found, CMAN_FOUND_TRANSITION_END);
    int32_t master = (int32_t)(finding->value & 0xffffffff);
    uint32_t restarts = (uint32_t)(finding->value >> 32);
    proto_item *number = finding_number(view, hf_cman_transition_number, transition->number);

    proto_item_set_generated(proto_tree_add_int(view->tree, hf_cman_transition_master,
                                                view->w->tvb, 0, 0, master));
    cman_show_link(view, finding, hf_cman_transition_start_frame, transition->start_frame);
    cman_show_link(view, finding, hf_cman_transition_end_frame, transition->end_frame);
    if (end != NULL) {
        finding_time(view, hf_cman_transition_duration, end->value);
    }
    if (restarts != 0) {
        finding_number(view, hf_cman_transition_restarts, restarts);
    }
    view->item = number;
    if (found_has(view->found, CMAN_FOUND_CLASH)) {
        finding_expert(view, &ei_cman_transition_clash, NULL);
    }
}

static void
cman_show_restart(finding_view_t *view, const finding_t *finding _U_)
{
    const cman_message_t *message = view->message;
    const char *reason = cman_trans_reason_name(message->trans_reason);

    if (found_has(view->found, CMAN_FOUND_COPY)) {
        return;
    }
    finding_expert(view, &ei_cman_transition_restarted,
                   wmem_strdup_printf(view->w->pinfo->pool,
                                      "The transition was restarted, reason %s", reason));
}

static void
cman_show_barrier(finding_view_t *view, const finding_t *finding)
{
    const cman_barrier_t *barrier = cman_barrier_at(finding->ref);

    if (finding->value != 0) {
        finding_number(view, hf_cman_barrier_waiting, (uint32_t)finding->value);
    }
    cman_show_link(view, finding, hf_cman_barrier_start_frame, barrier->start_frame);
    cman_show_link(view, finding, hf_cman_barrier_complete_frame, barrier->complete_frame);
}

/* --- Silence and death ---------------------------------------------------------- */

/* "3 (mark)", or "3". */
static const char *
cman_label(const finding_view_t *view, uint32_t id)
{
    packet_info *pinfo = view->w->pinfo;
    const cman_message_t *message = view->message;
    const char *name = cman_node_name(message->cluster, id, NULL, pinfo->num);

    return name == NULL ? wmem_strdup_printf(pinfo->pool, "%d", (int32_t)id)
                        : wmem_strdup_printf(pinfo->pool, "%d (%s)", (int32_t)id, name);
}

static uint32_t
cman_missed_in(int64_t silence)
{
    cadence_rules_t rules = cman_hello_rules();

    return cadence_missed(&rules, silence);
}

static void
cman_show_death(finding_view_t *view, const finding_t *finding)
{
    const cman_death_t *death = cman_death_at(finding->ref);
    uint32_t missed = cman_missed_in(death->silence);

    if (death->last_heard != 0) {
        finding_link(view, hf_cman_death_last_heard, death->last_heard);
        finding_time(view, hf_cman_death_silence, death->silence);
        if (missed > 0) {
            finding_number(view, hf_cman_death_missed, missed);
        }
    }
    if (death->message != 0) {
        finding_link(view, hf_cman_death_message, death->message);
    }
    if (death->acked_in != 0) {
        finding_link(view, hf_cman_death_acked_in, death->acked_in);
    }
}

static void
cman_say_seconds(event_t *event, const char *before, int64_t ns, const char *after)
{
    event_say(event, "%s", before);
    event_say_time(event, ns);
    event_say(event, "%s", after);
}

static void
cman_say_message(const finding_view_t *view, event_t *event, const cman_death_t *death)
{
    if (death->message == 0) {
        return;
    }
    event_say(event, ", %u attempts at the message in frame %u", death->tries, death->message);
    if (death->acked_in != 0) {
        event_say(event, ", which it acknowledged in frame %u: lost on the way to node %s",
                  death->acked_in, cman_label(view, death->by));
    } else if (*death->ackers != '\0') {
        event_say(event, ", which was acknowledged by node %s and not by node %s", death->ackers,
                  cman_label(view, death->node));
    }
}

static void
cman_say_silence(event_t *event, const cman_death_t *death)
{
    uint32_t missed = cman_missed_in(death->silence);

    if (death->last_heard == 0) {
        return;
    }
    cman_say_seconds(event, ", last heard ", death->silence, " ago");
    if (missed > 0) {
        event_say(event, ", %u HELLO%s missed", missed, missed == 1 ? "" : "s");
    }
}

static void
cman_event_kill(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_death_t *death = cman_death_at(finding->ref);

    event->node = cman_label(view, death->node);
    event_say(event, "node %s kills node %s", cman_label(view, death->by), event->node);
    cman_say_silence(event, death);
}

static void
cman_event_death(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_death_t *death = cman_death_at(finding->ref);
    const char *reason = cman_leave_reason_name(death->reason);

    if (cman_is(view->message, CMAN_KILL)) {
        cman_event_kill(view, finding, event);
        return;
    }
    event->node = cman_label(view, death->node);
    event_say(event, "node %s is declared %s by node %s", event->node,
              reason != NULL ? reason : "gone", cman_label(view, death->by));
    cman_say_silence(event, death);
    cman_say_message(view, event, death);
}

static void
cman_say_heard(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_death_t *death = cman_death_at(finding->ref);

    event->node = cman_label(view, death->by);
    event_say(event, "node %s was heard ", cman_label(view, death->node));
    event_say_time(event, death->silence);
    event_say(event, " before it was declared DEAD, in frame %u: look at what node %s receives",
              death->last_heard, event->node);
}

/* The text of an expert item is that of the event. */
static void
cman_show_heard(finding_view_t *view, const finding_t *finding)
{
    event_t event = { .node = "" };

    if (found_has(view->found, CMAN_FOUND_COPY)) {
        return;
    }
    cman_say_heard(view, finding, &event);
    finding_expert(view, &ei_cman_death_heard, wmem_strdup(view->w->pinfo->pool, event.words));
}

static void
cman_say_silent(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_death_t *death = cman_death_at(finding->ref);

    event->node = cman_label(view, death->node);
    event_say(event, "node %s is silent: no HELLO for ", event->node);
    event_say_time(event, death->silence);
    event_say(event, ", the last in frame %u", death->last_heard);
}

static void
cman_show_silent(finding_view_t *view, const finding_t *finding)
{
    const cman_death_t *death = cman_death_at(finding->ref);
    event_t event = { .node = "" };

    cman_say_silent(view, finding, &event);
    finding_link(view, hf_cman_silent_last_frame, death->last_heard);
    finding_expert(view, &ei_cman_silent_node, wmem_strdup(view->w->pinfo->pool, event.words));
}

static void
cman_event_back(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_message_t *message = view->message;

    event->node = cman_label(view, message->srcid);
    event_say(event, "node %s is heard again after ", event->node);
    event_say_time(event, finding->value);
}

/* --- Transitions in the story --- */

static void
cman_event_left(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    const cman_message_t *message = view->message;
    const char *reason = cman_leave_reason_name(message->leave & CMAN_LEAVE_REASON);

    event->node = cman_label(view, message->srcid);
    event_say(event, "node %s leaves the cluster%s%s", event->node,
              reason != NULL ? ", reason " : "", reason != NULL ? reason : "");
}

static void
cman_event_transition(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_transition_t *transition = cman_transition_at(finding->ref);

    if (finding->frame != transition->start_frame) {
        return;
    }
    event->node = transition->node != 0 ? cman_label(view, transition->node) : "";
    event_say(event, "transition %u starts, %s%s%s, master node %s", transition->number,
              cman_trans_reason_name(transition->reason), *event->node != '\0' ? " node " : "",
              event->node, cman_label(view, transition->master));
}

static void
cman_say_missing(const finding_view_t *view, unsigned kind, const char *what, event_t *event)
{
    const finding_t *missing;
    uint32_t next = 0;
    unsigned count = 0;

    while ((missing = found_next(view->found, kind, &next)) != NULL) {
        event_say(event, "%s%s", count++ == 0 ? what : ", ",
                  cman_label(view, (uint32_t)missing->value));
    }
}

static void
cman_event_restart(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    const cman_message_t *message = view->message;

    if (message->trans_reason == CMAN_TRANS_REMNODE || message->trans_reason == CMAN_TRANS_CHECK) {
        return; /* after a NOMINATE, nothing wrong */
    }
    event->node = cman_label(view, message->srcid);
    event_say(event, "node %s starts the transition again, %s", event->node,
              cman_trans_reason_name(message->trans_reason));
    cman_say_missing(view, CMAN_FOUND_TRANSITION_MISSING, ": no answer from node ", event);
    cman_say_missing(view, CMAN_FOUND_BARRIER_MISSING, ": not at the barrier: node ", event);
}

static void
cman_event_end(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const finding_t *part = found_get(view->found, CMAN_FOUND_TRANSITION);

    if (part == NULL) {
        return;
    }
    event_say(event, "transition %u comes to ENDTRANS after ",
              cman_transition_at(part->ref)->number);
    event_say_time(event, finding->value);
}

static void
cman_show_missing(finding_view_t *view, const finding_t *finding)
{
    int hf = finding->kind == CMAN_FOUND_BARRIER_MISSING ? hf_cman_barrier_missing
                                                         : hf_cman_transition_missing;

    proto_item_set_generated(proto_tree_add_int(findings_tree(view), hf, view->w->tvb, 0, 0,
                                                (int32_t)finding->value));
}

static void
cman_inform_missing(info_t *info, const finding_t *finding)
{
    info_number(info, finding->kind == CMAN_FOUND_BARRIER_MISSING ? " [Not at the barrier: node "
                                                                  : " [No answer from node ",
                finding->value);
    info_text(info, "]");
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

static void
cman_inform_silent(info_t *info, const finding_t *finding)
{
    info_number(info, " [Node ", (int32_t)cman_death_at(finding->ref)->node);
    info_seconds(info, " is silent for ", finding->value);
    info_text(info, "]");
}

/* Not in brackets: it goes on from what the message says. */
void
cman_inform_death(info_t *info, const found_t *found)
{
    const finding_t *finding = found_get(found, CMAN_FOUND_DEATH);
    const cman_death_t *death = finding != NULL ? cman_death_at(finding->ref) : NULL;

    if (death == NULL || death->last_heard == 0 || death->reason == CMAN_LEFT_DOWN) {
        return;
    }
    info_seconds(info, ", last heard ", death->silence);
    info_text(info, " ago");
    if (cman_missed_in(death->silence) > 0) {
        info_number(info, ", ", cman_missed_in(death->silence));
        info_text(info, cman_missed_in(death->silence) == 1 ? " HELLO missed" : " HELLOs missed");
    }
    if (death->message != 0) {
        info_number(info, death->acked_in != 0 ? ", acknowledged in frame "
                                               : ", no ACK for frame ",
                    death->acked_in != 0 ? death->acked_in : death->message);
    }
}

/* --- All findings --------------------------------------------------------------- */

static const finding_row_t cman_finding_rows[CMAN_FOUND_KINDS] = {
    [CMAN_FOUND_ACKS] = { .ref = &hf_cman_acks_frame, .show = cman_show_acks },
    [CMAN_FOUND_ACK_REPEATED] = { .ref = &hf_cman_acks_frame },
    [CMAN_FOUND_ACK_STALE] = { .ref = &hf_cman_acks_frame },
    [CMAN_FOUND_DUPLICATE_ACK] = { .ref = &hf_cman_acks_frame, .expert = &ei_cman_duplicate_ack },
    [CMAN_FOUND_ACK_UNSEEN] = { .expert = &ei_cman_ack_unseen },
    [CMAN_FOUND_ACKED] = { .later = &hf_cman_acked_in, .show = cman_show_acked },
    [CMAN_FOUND_RETRANSMISSION] = { .ref = &hf_cman_retransmission_of, .time = &hf_cman_rto,
                                    .expert = &ei_cman_retransmission, .info = "Retransmission" },
    [CMAN_FOUND_DUPLICATE] = { .ref = &hf_cman_duplicate_of, .number = &hf_cman_duplicate_count,
                               .expert = &ei_cman_duplicate, .floods = true, .info = "Duplicate" },
    [CMAN_FOUND_COPY] = { .ref = &hf_cman_copy_of },
    [CMAN_FOUND_GAP] = { .number = &hf_cman_seq_gap, .expert = &ei_cman_out_of_sequence,
                         .text = "Sequence numbers before this one are not seen in this capture" },
    [CMAN_FOUND_BACKWARDS] = { .expert = &ei_cman_out_of_sequence,
                               .text = "Lower than the sender's latest sequence number" },
    [CMAN_FOUND_JOIN_SEQ] = { .expert = &ei_cman_join_seq },
    [CMAN_FOUND_HELLO] = { .time = &hf_cman_hello_delta, .show = cman_show_hello,
                           .words = cman_inform_hello, .here = true },
    [CMAN_FOUND_REQUEST] = { .later = &hf_cman_response_in },
    [CMAN_FOUND_RESPONSE] = { .ref = &hf_cman_response_to, .time = &hf_cman_response_time },
    [CMAN_FOUND_TRANSITION] = { .show = cman_show_transition, .event = cman_event_transition },
    [CMAN_FOUND_TRANSITION_END] = { .event = cman_event_end },
    [CMAN_FOUND_CLASH] = { .info = "Transition clash" },
    [CMAN_FOUND_RESTARTED] = { .show = cman_show_restart, .once = true,
                               .info = "Transition restarted", .event = cman_event_restart },
    [CMAN_FOUND_TRANSITION_MISSING] = { .show = cman_show_missing, .words = cman_inform_missing },
    [CMAN_FOUND_BARRIER_MISSING] = { .show = cman_show_missing, .words = cman_inform_missing },
    [CMAN_FOUND_BARRIER] = { .show = cman_show_barrier },
    [CMAN_FOUND_BARRIER_DONE] = { .time = &hf_cman_barrier_duration },
    [CMAN_FOUND_DEATH] = { .show = cman_show_death },
    [CMAN_FOUND_DEATH_TOLD] = { .event = cman_event_death },
    [CMAN_FOUND_DEATH_HEARD] = { .show = cman_show_heard, .event = cman_say_heard,
                                 .info = "The node was heard" },
    [CMAN_FOUND_LEFT] = { .event = cman_event_left },
    [CMAN_FOUND_SILENT] = { .show = cman_show_silent, .words = cman_inform_silent,
                            .event = cman_say_silent, .here = true },
    [CMAN_FOUND_BACK] = { .event = cman_event_back },
    [CMAN_FOUND_LIMIT] = { .expert = &ei_cman_limit },
};

/* A duplicate has no verdict of its own, but says what it acknowledges. */
static void
cman_gather_duplicate(const observation_note_t *note, found_t *found)
{
    found_t first;
    const finding_t *acks;

    findings_gather(found->findings, note->frame, &first);
    acks = found_get(&first, CMAN_FOUND_ACKS);
    found_add(found, CMAN_FOUND_DUPLICATE, note->duplicate_of, note->duplicate_count);
    if (acks != NULL) {
        found_add(found, CMAN_FOUND_ACK_REPEATED, acks->ref, 0);
    }
}

/* The observer remembers what was seen before. */
void
cman_gather(const packet_info *pinfo, found_t *found)
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
    if (note.copy_of != 0) {
        found_add(found, CMAN_FOUND_COPY, note.copy_of, 0);
    }
    if (note.duplicate_of != 0) {
        cman_gather_duplicate(&note, found);
    }
}

static const char *
cman_cluster_label(const finding_view_t *view)
{
    const cman_message_t *message = view->message;

    return wmem_strdup_printf(view->w->pinfo->pool, "cman %u", message->cluster);
}

/* Another sighting tells nothing of the wire once more. */
static void
cman_tell_events(finding_view_t *view)
{
    finding_view_t own = *view;
    found_t here;

    if (!found_has(view->found, CMAN_FOUND_COPY)) {
        events_tell(view, cman_finding_rows, CMAN_FOUND_KINDS, cman_cluster_label);
        return;
    }
    findings_gather(view->found->findings, view->w->pinfo->num, &here);
    own.found = &here;
    events_tell(&own, cman_finding_rows, CMAN_FOUND_KINDS, cman_cluster_label);
}

void
cman_show_findings(const wire_t *w, const cman_message_t *message, const found_t *found)
{
    finding_view_t view = { .w = w, .message = message, .found = found,
                            .hf = hf_cman_analysis, .ett = &ett_cman_analysis,
                            .link = cman_link };

    findings_show(&view, cman_finding_rows, CMAN_FOUND_KINDS);
    if (!w->pinfo->flags.in_error_pkt) {
        cman_tell_events(&view);
    }
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
          { "Analysis", "cman.analysis", FT_NONE, BASE_NONE, NULL, 0, NULL, HFILL } },
        { &hf_cman_src_name,
          { "Source node name", "cman.src_name", FT_STRING, BASE_NONE, NULL, 0,
            "Learned from JOINREQ, STARTTRANS, MASTERVIEW or JOINCONF", HFILL } },
        { &hf_cman_tgt_name,
          { "Target node name", "cman.tgt_name", FT_STRING, BASE_NONE, NULL, 0,
            "Learned from JOINREQ, STARTTRANS, MASTERVIEW or JOINCONF", HFILL } },
        { &hf_cman_acks_frame,
          { "Acknowledges the message in", "cman.analysis.acks_frame", FT_FRAMENUM, BASE_NONE,
            FRAMENUM_TYPE(FT_FRAMENUM_ACK), 0, NULL, HFILL } },
        { &hf_cman_ack_rtt,
          { "Time to acknowledge", "cman.analysis.ack_rtt", FT_RELATIVE_TIME, BASE_NONE, NULL, 0,
            "Since the first transmission, at the first acknowledgment of this node", HFILL } },
        { &hf_cman_acked_in,
          { "Acknowledged in", "cman.analysis.acked_in", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "First acknowledgment of each node", HFILL } },
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
            "Counted per cluster", HFILL } },
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
        { &hf_cman_transition_missing,
          { "Did not answer", "cman.transition.missing", FT_INT32, BASE_DEC, NULL, 0,
            "Member that sent no STARTACK or VIEWACK before the transition was started again",
            HFILL } },
        { &hf_cman_barrier_missing,
          { "Not at the barrier", "cman.barrier.missing", FT_INT32, BASE_DEC, NULL, 0,
            "Member that sent no WAIT before the transition was started again", HFILL } },
        { &hf_cman_death_last_heard,
          { "Last HELLO of the node in", "cman.death.last_heard", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "Of the node that is declared dead, wherever it was seen", HFILL } },
        { &hf_cman_death_silence,
          { "Time since its last HELLO", "cman.death.silence", FT_RELATIVE_TIME, BASE_NONE, NULL,
            0, NULL, HFILL } },
        { &hf_cman_death_missed,
          { "HELLOs missed since", "cman.death.missed", FT_UINT32, BASE_DEC, NULL, 0, NULL,
            HFILL } },
        { &hf_cman_death_message,
          { "Message without response", "cman.death.message", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "That the node is to have left unacknowledged", HFILL } },
        { &hf_cman_death_acked_in,
          { "The node acknowledged it in", "cman.death.acked_in", FT_FRAMENUM, BASE_NONE,
            FRAMENUM_TYPE(FT_FRAMENUM_ACK), 0, "The ACK was lost on the way back", HFILL } },
        { &hf_cman_silent_last_frame,
          { "Last HELLO of the silent node in", "cman.silent.last_frame", FT_FRAMENUM, BASE_NONE,
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
            "Two nodes started a transition at once: the lowest node ID goes on", EXPFILL } },
        { &ei_cman_death_heard,
          { "cman.death.heard", PI_SEQUENCE, PI_WARN,
            "A node is declared DEAD that was heard", EXPFILL } },
        { &ei_cman_silent_node,
          { "cman.silent_node", PI_SEQUENCE, PI_WARN, "A node is silent", EXPFILL } },
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
