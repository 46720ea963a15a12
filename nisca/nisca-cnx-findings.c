/* nisca-cnx-findings.c
 * Shows what the first pass found out about messages of connection managers:
 * one row for each kind of finding.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx-analysis.h"
#include "nisca-say.h"
#include "nisca-state.h"

#include "events.h"
#include "generated.h"

static int hf_nisca_cnx_analysis = -1;
static int hf_nisca_cnx_response_frame = -1;
static int hf_nisca_cnx_request_frame = -1;
static int hf_nisca_cnx_response_time = -1;
static int hf_nisca_cnx_transition_number = -1;
static int hf_nisca_cnx_transition_coordinator = -1;
static int hf_nisca_cnx_transition_start_frame = -1;
static int hf_nisca_cnx_transition_commit_time = -1;
static int hf_nisca_cnx_transition_end_frame = -1;
static int hf_nisca_cnx_transition_joined = -1;
static int hf_nisca_cnx_transition_removed = -1;
static int hf_nisca_cnx_transition_missing = -1;
static int hf_nisca_cnx_step_duration = -1;
static int hf_nisca_cnx_step_slowest = -1;
static int hf_nisca_cnx_step_wait = -1;
static int hf_nisca_cnx_other_proposal = -1;
static int hf_nisca_cnx_resent_of = -1;
static int hf_nisca_cnx_resent_delta = -1;
static int hf_nisca_cnx_unacked_frame = -1;
static int hf_nisca_cnx_unacked_count = -1;

static int ett_nisca_cnx_analysis = -1;

static expert_field ei_nisca_cnx_removed = EI_INIT;
static expert_field ei_nisca_cnx_missing = EI_INIT;
static expert_field ei_nisca_cnx_not_committed = EI_INIT;
static expert_field ei_nisca_cnx_two_coordinators = EI_INIT;
static expert_field ei_nisca_cnx_no_quorum = EI_INIT;
static expert_field ei_nisca_cnx_alive = EI_INIT;
static expert_field ei_nisca_cnx_parameters = EI_INIT;
static expert_field ei_nisca_cnx_resent = EI_INIT;
static expert_field ei_nisca_cnx_unacked = EI_INIT;
static expert_field ei_nisca_cnx_limit = EI_INIT;

/* --- Rows that need code --------------------------------------------------------- */

static void
nisca_cnx_show_text(finding_view_t *view, int hf, const char *text)
{
    view->item = proto_tree_add_string(findings_tree(view), hf, view->w->tvb, 0, 0, text);
    proto_item_set_generated(view->item);
}

static void
nisca_cnx_show_transition(finding_view_t *view, const finding_t *finding)
{
    const nisca_cnx_transition_t *transition = nisca_cnx_transition(finding->ref);

    if (transition != NULL) {
        finding_number(view, hf_nisca_cnx_transition_number, transition->number);
        nisca_cnx_show_text(view, hf_nisca_cnx_transition_coordinator,
                            transition->coordinator_name);
    }
}

static void
nisca_cnx_show_joined(finding_view_t *view, const finding_t *finding)
{
    nisca_cnx_show_text(view, hf_nisca_cnx_transition_joined, nisca_cnx_words(finding->ref));
}

static void
nisca_cnx_show_removed(finding_view_t *view, const finding_t *finding)
{
    const char *name = nisca_cnx_words(finding->ref);

    nisca_cnx_show_text(view, hf_nisca_cnx_transition_removed, name);
    finding_expert(view, &ei_nisca_cnx_removed,
                   wmem_strdup_printf(view->w->pinfo->pool, "Removed from the cluster: %s", name));
}

static void
nisca_cnx_show_slowest(finding_view_t *view, const finding_t *finding)
{
    nisca_cnx_show_text(view, hf_nisca_cnx_step_slowest, nisca_cnx_words(finding->ref));
    finding_time(view, hf_nisca_cnx_step_wait, finding->value);
}

static void
nisca_cnx_show_missing(finding_view_t *view, const finding_t *finding)
{
    const char *name = nisca_cnx_words(finding->ref);

    nisca_cnx_show_text(view, hf_nisca_cnx_transition_missing, name);
    finding_expert(view, &ei_nisca_cnx_missing,
                   wmem_strdup_printf(view->w->pinfo->pool,
                                      "The transition before waited for %s", name));
}

/* Words that are the whole text of an expert item. */
static void
nisca_cnx_show_words(finding_view_t *view, const finding_t *finding)
{
    static expert_field *const experts[NISCA_CNX_FOUND_KINDS] = {
        [NISCA_CNX_FOUND_NO_QUORUM] = &ei_nisca_cnx_no_quorum,
        [NISCA_CNX_FOUND_ALIVE] = &ei_nisca_cnx_alive,
        [NISCA_CNX_FOUND_PARAMETERS] = &ei_nisca_cnx_parameters,
    };

    finding_expert(view, experts[finding->kind], nisca_cnx_words(finding->ref));
}

static void
nisca_cnx_say_not_committed(const finding_view_t *view _U_, const finding_t *finding,
                            event_t *event)
{
    event_say(event, "Transition %u was not committed in this capture", (unsigned)finding->value);
}

static void
nisca_cnx_say_coordinators(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_cnx_transition_t *other = nisca_cnx_transition((uint32_t)finding->value);

    event_say(event, "Two coordinators: %s proposes other members than %s did in frame %u",
              nisca_sender_label(view), other != NULL ? other->coordinator_name : "another",
              finding->ref);
}

static void
nisca_cnx_say_resent(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_message_t *m = view->message;

    event_say(event, "Sent again after a reconnection: message %u from %s to %s",
              m->cnx != NULL ? m->cnx->seq : 0, nisca_sender_label(view),
              nisca_receiver_label(view));
    if (finding->ref != 0) {
        event_say(event, ", ");
        event_say_time(event, finding->value);
        event_say(event, " after the first time");
    }
}

static void
nisca_cnx_say_unacked(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    unsigned count = (unsigned)finding->value;

    event_say(event, "%u message%s of the connection before, between %s and %s, ", count,
              count == 1 ? "" : "s", nisca_sender_label(view), nisca_receiver_label(view));
    event_say(event, "%s never acknowledged", count == 1 ? "was" : "were");
}

static void
nisca_cnx_show_resent(finding_view_t *view, const finding_t *finding)
{
    if (finding->ref != 0) {
        finding_time(view, hf_nisca_cnx_resent_delta, finding->value);
    }
}

static void
nisca_cnx_inform_removed(info_t *info, const finding_t *finding)
{
    info_wire_text(info, " [Removes ", nisca_cnx_words(finding->ref), "]");
}

static void
nisca_cnx_inform_joined(info_t *info, const finding_t *finding)
{
    info_wire_text(info, " [Admits ", nisca_cnx_words(finding->ref), "]");
}

static void
nisca_cnx_event(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const finding_t *removed = found_get(view->found, NISCA_CNX_FOUND_REMOVED);

    event->removed = removed != NULL ? nisca_cnx_words(removed->ref) : NULL;
    event->node = nisca_cnx_words_node(finding->ref);
    event_say(event, "%s", nisca_cnx_words(finding->ref));
    if (finding->kind == NISCA_CNX_FOUND_OVER) {
        event_say(event, "; the last one came ");
        event_say_ago(event, finding->value);
    }
}

static const finding_row_t cnx_rows[NISCA_CNX_FOUND_KINDS] = {
    [NISCA_CNX_FOUND_REQUEST] = { .later = &hf_nisca_cnx_response_frame },
    [NISCA_CNX_FOUND_ANSWER] = { .ref = &hf_nisca_cnx_request_frame,
                                 .time = &hf_nisca_cnx_response_time },
    [NISCA_CNX_FOUND_TRANSITION] = { .show = nisca_cnx_show_transition },
    [NISCA_CNX_FOUND_START] = { .ref = &hf_nisca_cnx_transition_start_frame },
    [NISCA_CNX_FOUND_COMMIT] = { .ref = &hf_nisca_cnx_transition_start_frame,
                                 .time = &hf_nisca_cnx_transition_commit_time },
    [NISCA_CNX_FOUND_END] = { .later = &hf_nisca_cnx_transition_end_frame },
    [NISCA_CNX_FOUND_JOINED] = { .show = nisca_cnx_show_joined,
                                 .words = nisca_cnx_inform_joined },
    [NISCA_CNX_FOUND_REMOVED] = { .show = nisca_cnx_show_removed,
                                  .words = nisca_cnx_inform_removed },
    [NISCA_CNX_FOUND_STEP] = { .time = &hf_nisca_cnx_step_duration },
    [NISCA_CNX_FOUND_SLOWEST] = { .show = nisca_cnx_show_slowest },
    [NISCA_CNX_FOUND_NOT_COMMITTED] = { .expert = &ei_nisca_cnx_not_committed,
                                        .text = nisca_cnx_say_not_committed },
    [NISCA_CNX_FOUND_MISSING] = { .show = nisca_cnx_show_missing },
    [NISCA_CNX_FOUND_COORDINATORS] = { .ref = &hf_nisca_cnx_other_proposal,
                                       .expert = &ei_nisca_cnx_two_coordinators,
                                       .text = nisca_cnx_say_coordinators,
                                       .info = "Two coordinators" },
    [NISCA_CNX_FOUND_NO_QUORUM] = { .show = nisca_cnx_show_words, .event = nisca_cnx_event },
    [NISCA_CNX_FOUND_ALIVE] = { .show = nisca_cnx_show_words, .info = "Alive though removed",
                                .event = nisca_cnx_event },
    [NISCA_CNX_FOUND_PARAMETERS] = { .show = nisca_cnx_show_words, .event = nisca_cnx_event },
    [NISCA_CNX_FOUND_RESENT] = { .ref = &hf_nisca_cnx_resent_of, .expert = &ei_nisca_cnx_resent,
                                 .text = nisca_cnx_say_resent,
                                 .info = "Sent again after a reconnection",
                                 .show = nisca_cnx_show_resent },
    [NISCA_CNX_FOUND_UNACKED] = { .ref = &hf_nisca_cnx_unacked_frame,
                                  .number = &hf_nisca_cnx_unacked_count,
                                  .expert = &ei_nisca_cnx_unacked,
                                  .text = nisca_cnx_say_unacked },
    [NISCA_CNX_FOUND_EVENT] = { .event = nisca_cnx_event },
    [NISCA_CNX_FOUND_OVER] = { .event = nisca_cnx_event },
    [NISCA_CNX_FOUND_LIMIT] = { .expert = &ei_nisca_cnx_limit },
};
G_STATIC_ASSERT(NISCA_CNX_FOUND_KINDS <= FINDING_KINDS_MAX);

/* --- Showing --------------------------------------------------------------------- */

static event_cluster_t
nisca_cnx_event_cluster(const finding_view_t *view)
{
    const nisca_message_t *m = view->message;
    packet_info *pinfo = view->w->pinfo;

    return (event_cluster_t){ wmem_strdup_printf(pinfo->pool, "NISCA %u", m->group),
                              nisca_observed_cluster(pinfo, m->group) };
}

void
nisca_cnx_show(const wire_t *w, const nisca_message_t *m, const found_t *found)
{
    finding_view_t view = { .w = w, .message = m, .found = found, .hf = hf_nisca_cnx_analysis,
                            .ett = &ett_nisca_cnx_analysis, .link = nisca_link };

    if (found->kinds != 0) {
        findings_show(&view, cnx_rows, NISCA_CNX_FOUND_KINDS);
        events_tell(&view, cnx_rows, NISCA_CNX_FOUND_KINDS, nisca_cnx_event_cluster);
    }
}

void
nisca_cnx_inform(info_t *info, const found_t *found)
{
    if (found->kinds != 0) {
        findings_inform(found, cnx_rows, NISCA_CNX_FOUND_KINDS, info);
    }
}

/* --- Registration ------------------------------------------------------------------ */

static hf_register_info hf[] = {
    { &hf_nisca_cnx_analysis,
      { "Connection manager analysis", "nisca.cnx.analysis", FT_NONE, BASE_NONE, NULL, 0x0,
        "What this frame means together with others", HFILL } },
    { &hf_nisca_cnx_response_frame,
      { "Answer in", "nisca.cnx.response_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_RESPONSE), 0x0,
        "The message that answers this one, by its RSPID", HFILL } },
    { &hf_nisca_cnx_request_frame,
      { "Answers", "nisca.cnx.request_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), 0x0, "By the response ID", HFILL } },
    { &hf_nisca_cnx_response_time,
      { "Answer time", "nisca.cnx.response_time", FT_RELATIVE_TIME, BASE_NONE, NULL, 0x0,
        "Since the request", HFILL } },
    { &hf_nisca_cnx_transition_number,
      { "Transition", "nisca.cnx.transition.number", FT_UINT32, BASE_DEC, NULL, 0x0,
        "1, 2, ... in each cluster group of the capture", HFILL } },
    { &hf_nisca_cnx_transition_coordinator,
      { "Coordinator", "nisca.cnx.transition.coordinator", FT_STRING, BASE_NONE, NULL, 0x0,
        "The node that proposes the change and leads it; all others talk with it alone", HFILL } },
    { &hf_nisca_cnx_transition_start_frame,
      { "Proposed in", "nisca.cnx.transition.start_frame", FT_FRAMENUM, BASE_NONE, NULL, 0x0,
        "First proposal of the transition", HFILL } },
    { &hf_nisca_cnx_transition_commit_time,
      { "Committed after", "nisca.cnx.transition.commit_time", FT_RELATIVE_TIME, BASE_NONE, NULL,
        0x0, "From the first proposal to the first PH2", HFILL } },
    { &hf_nisca_cnx_transition_end_frame,
      { "Last step in", "nisca.cnx.transition.end_frame", FT_FRAMENUM, BASE_NONE, NULL, 0x0,
        "The last DOSTEP: after it the members go on as before", HFILL } },
    { &hf_nisca_cnx_transition_joined,
      { "Joined", "nisca.cnx.transition.joined", FT_STRING, BASE_NONE, NULL, 0x0,
        "A node, by name if DESC told it", HFILL } },
    { &hf_nisca_cnx_transition_removed,
      { "Removed", "nisca.cnx.transition.removed", FT_STRING, BASE_NONE, NULL, 0x0,
        "A node, by name if DESC told it", HFILL } },
    { &hf_nisca_cnx_transition_missing,
      { "Waited for", "nisca.cnx.transition.missing", FT_STRING, BASE_NONE, NULL, 0x0,
        "A node that the transition before was held up by", HFILL } },
    { &hf_nisca_cnx_step_duration,
      { "Step took", "nisca.cnx.step.duration", FT_RELATIVE_TIME, BASE_NONE, NULL, 0x0,
        "From the first READY to the first DOSTEP", HFILL } },
    { &hf_nisca_cnx_step_slowest,
      { "Last to be ready", "nisca.cnx.step.slowest", FT_STRING, BASE_NONE, NULL, 0x0,
        "The node whose READY came last; the others waited for it in this step", HFILL } },
    { &hf_nisca_cnx_step_wait,
      { "Ready after the first by", "nisca.cnx.step.wait", FT_RELATIVE_TIME, BASE_NONE, NULL, 0x0,
        "How long the step waited between the first READY and that of the slowest node", HFILL } },
    { &hf_nisca_cnx_other_proposal,
      { "Other coordinator's proposal", "nisca.cnx.transition.other_frame", FT_FRAMENUM, BASE_NONE,
        NULL, 0x0,
        "The proposal with other members by the node that takes itself for the coordinator, "
        "too", HFILL } },
    { &hf_nisca_cnx_resent_of,
      { "Sent first in", "nisca.cnx.resent_of", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_RETRANS_PREV), 0x0,
        "This message of the connection manager before the reconnection: same number, same "
        "content", HFILL } },
    { &hf_nisca_cnx_resent_delta,
      { "Time since then", "nisca.cnx.resent_delta", FT_RELATIVE_TIME, BASE_NONE, NULL, 0x0,
        "From the message before the reconnection to this one", HFILL } },
    { &hf_nisca_cnx_unacked_frame,
      { "First message not acknowledged", "nisca.cnx.unacked_frame", FT_FRAMENUM, BASE_NONE, NULL,
        0x0,
        "The oldest one of the connection before that the other node never acknowledged", HFILL } },
    { &hf_nisca_cnx_unacked_count,
      { "Messages not acknowledged", "nisca.cnx.unacked", FT_UINT32, BASE_DEC, NULL, 0x0,
        "How many of the connection before the other node never acknowledged", HFILL } },
};

static ei_register_info ei[] = {
    { &ei_nisca_cnx_removed,
      { "nisca.cnx.removed", PI_SEQUENCE, PI_WARN,
        "The members commit to go on without a node", EXPFILL } },
    { &ei_nisca_cnx_missing,
      { "nisca.cnx.missing", PI_SEQUENCE, PI_WARN, "The transition before waited for a node",
        EXPFILL } },
    { &ei_nisca_cnx_not_committed,
      { "nisca.cnx.not_committed", PI_SEQUENCE, PI_WARN,
        "The transition before was not committed in this capture", EXPFILL } },
    { &ei_nisca_cnx_two_coordinators,
      { "nisca.cnx.two_coordinators", PI_SEQUENCE, PI_WARN,
        "Two coordinators propose different members", EXPFILL } },
    { &ei_nisca_cnx_no_quorum,
      { "nisca.cnx.no_quorum", PI_SEQUENCE, PI_WARN, "Fewer votes than the quorum", EXPFILL } },
    { &ei_nisca_cnx_alive,
      { "nisca.cnx.alive", PI_SEQUENCE, PI_WARN, "Removed, but alive", EXPFILL } },
    { &ei_nisca_cnx_parameters,
      { "nisca.cnx.parameters", PI_SEQUENCE, PI_CHAT, "Parameters differ between nodes",
        EXPFILL } },
    { &ei_nisca_cnx_resent,
      { "nisca.cnx.resent", PI_SEQUENCE, PI_NOTE, "Sent again after a reconnection", EXPFILL } },
    { &ei_nisca_cnx_unacked,
      { "nisca.cnx.unacknowledged", PI_SEQUENCE, PI_NOTE,
        "Messages of the connection before were never acknowledged", EXPFILL } },
    { &ei_nisca_cnx_limit,
      { "nisca.cnx.limit", PI_UNDECODED, PI_NOTE,
        "Limit reached: some transitions or resources are not followed from here on", EXPFILL } },
};

void
nisca_cnx_findings_register(int proto)
{
    static int *ett[] = { &ett_nisca_cnx_analysis };

    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
}
