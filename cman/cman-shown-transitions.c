/* cman-shown-transitions.c
 * How transitions and barriers are shown and told.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-shown.h"

static int hf_cman_transition_number = -1;
static int hf_cman_transition_master = -1;
static int hf_cman_transition_start_frame = -1;
static int hf_cman_transition_end_frame = -1;
static int hf_cman_transition_duration = -1;
static int hf_cman_transition_restarts = -1;
static int hf_cman_barrier_waiting = -1;
static int hf_cman_barrier_start_frame = -1;
static int hf_cman_barrier_complete_frame = -1;
static int hf_cman_transition_missing = -1;
static int hf_cman_barrier_missing = -1;
int hf_cman_barrier_duration = -1;

static expert_field ei_cman_transition_restarted = EI_INIT;
static expert_field ei_cman_transition_clash = EI_INIT;

/* Links to a frame if it was seen and shows another transmission. */
static void
cman_show_link(finding_view_t *view, const finding_t *finding, int hf, uint32_t frame)
{
    if (frame != 0 && frame != finding->frame) {
        finding_link(view, hf, frame);
    }
}

static void
cman_say_clash(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_message_t *message = view->message;

    event_say(event, "node %s starts a transition while that of node %s runs: the lowest node ID "
                     "goes on", cman_label(view, message->srcid), cman_label(view, finding->ref));
}

/* While its barrier hangs, it may be started again: a later look shows none then. */
static bool
cman_is_measured(const finding_view_t *view, const cman_transition_t *transition)
{
    return transition->start_frame != 0
           && (!view->w->pinfo->fd->visited || cman_may_have_ended(transition));
}

void
cman_show_transition(finding_view_t *view, const finding_t *finding)
{
    const cman_transition_t *transition = cman_transition_at(finding->ref);
    const finding_t *end = found_get(view->found, CMAN_FOUND_TRANSITION_END);
    const finding_t *clash = found_get(view->found, CMAN_FOUND_CLASH);
    int32_t master = (int32_t)(finding->value & 0xffffffff);
    uint32_t restarts = (uint32_t)(finding->value >> 32);
    proto_item *number = finding_number(view, hf_cman_transition_number, transition->number);

    proto_item_set_generated(proto_tree_add_int(view->tree, hf_cman_transition_master,
                                                view->w->tvb, 0, 0, master));
    cman_show_link(view, finding, hf_cman_transition_start_frame, transition->start_frame);
    cman_show_link(view, finding, hf_cman_transition_end_frame, transition->end_frame);
    if (end != NULL && cman_is_measured(view, transition)) {
        finding_time(view, hf_cman_transition_duration, end->value);
    }
    if (restarts != 0) {
        finding_number(view, hf_cman_transition_restarts, restarts);
    }
    view->item = number;
    if (clash != NULL) {
        finding_expert_said(view, clash, &ei_cman_transition_clash, cman_say_clash);
    }
}

void
cman_show_barrier(finding_view_t *view, const finding_t *finding)
{
    const cman_barrier_t *barrier = cman_barrier_at(finding->ref);

    if (finding->value != 0) {
        finding_number(view, hf_cman_barrier_waiting, (uint32_t)finding->value);
    }
    cman_show_link(view, finding, hf_cman_barrier_start_frame, barrier->start_frame);
    cman_show_link(view, finding, hf_cman_barrier_complete_frame, barrier->complete_frame);
}

/* --- In the story ------------------------------------------------------------ */

/* A transition that follows a LEAVE, a death or a JOINREQ is told when it is over, or
 * hangs.  Others have a reason of their own; a clash may give it another one later. */
static bool
cman_is_expected(const cman_message_t *message, const cman_transition_t *transition)
{
    return !transition->is_of_half
           && (message->trans_reason == CMAN_TRANS_NEWNODE
               || message->trans_reason == CMAN_TRANS_REMNODE);
}

/* The row of its end stands instead of that of its start; but a start that proves a split is the
 * row of that. */
static void
cman_set_topic(const cman_transition_t *transition, event_t *event)
{
    event->topic = CMAN_TOPIC_TRANSITION | (transition->idx + 1);
}

void
cman_event_transition(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_transition_t *transition = cman_transition_at(finding->ref);
    const cman_message_t *message = view->message; /* its sender is the master so far */
    bool names_node = message->nodeid != message->srcid
                      || message->trans_reason == CMAN_TRANS_CHECK;
    uint32_t node = names_node ? message->nodeid : transition->node;

    if (finding->frame != transition->start_frame || cman_is_expected(message, transition)) {
        return;
    }
    cman_set_topic(transition, event);
    if (transition->split != 0) {
        event->topic = CMAN_TOPIC_SPLIT | transition->split;
        event_say(event, "the cluster splits: ");
    }
    event->node = node != 0 ? cman_label(view, node) : "";
    event_say(event, "node %s starts transition %u%s, %s%s%s", cman_label(view, message->srcid),
              transition->number, transition->is_of_half ? " on its side" : "",
              cman_trans_reason_name(message->trans_reason),
              *event->node != '\0' ? " node " : "", event->node);
    if (transition->is_beside) {
        event_say(event, ", while the other side has one, too");
    }
}

void
cman_inform_restart(info_t *info, const finding_t *finding)
{
    if (finding->value == 0) {
        info_text(info, " [Transition restarted]");
    }
}

static void
cman_say_missing(const finding_view_t *view, unsigned kind, const char *what, event_t *event)
{
    const finding_t *missing;
    uint32_t next = 0;
    unsigned count = 0;

    while (found_next(view->found, kind, &next) != NULL) {
        count++;
    }
    if (count > 0) {
        event_say(event, ": %s node%s ", what, count == 1 ? "" : "s");
    }
    if (count == 1) { /* the row is about that one, not about the master */
        next = 0;
        missing = found_next(view->found, kind, &next);
        event->node = cman_label(view, (uint32_t)missing->value);
    }
    next = 0;
    for (unsigned i = 0; (missing = found_next(view->found, kind, &next)) != NULL; i++) {
        event_say(event, "%s%s", cman_before_name(i, count),
                  cman_label(view, (uint32_t)missing->value));
    }
}

/* Who went away meanwhile; a master that goes on by itself names itself. */
static bool
cman_names_another(const cman_message_t *message)
{
    return message->nodeid != message->srcid && message->nodeid != 0
           && (message->trans_reason == CMAN_TRANS_ANOTHERREMNODE
               || message->trans_reason == CMAN_TRANS_DEADMASTER);
}

static void
cman_say_restart(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    const cman_message_t *message = view->message;

    event->node = cman_label(view, message->srcid);
    event_say(event, "node %s starts the transition again, %s", event->node,
              cman_trans_reason_name(message->trans_reason));
    if (cman_names_another(message)) {
        event->node = cman_label(view, message->nodeid);
        event_say(event, " node %s", event->node);
    }
    cman_say_missing(view, CMAN_FOUND_TRANSITION_MISSING, "no answer from", event);
    cman_say_missing(view, CMAN_FOUND_BARRIER_MISSING, "not at the barrier:", event);
}

void
cman_event_restart(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const finding_t *of = found_get(view->found, CMAN_FOUND_TRANSITION);

    if (finding->ref != 0 || finding->value != 0) {
        return;
    }
    cman_say_restart(view, finding, event);
    if (of != NULL && !found_has(view->found, CMAN_FOUND_TRANSITION_MISSING)
        && !found_has(view->found, CMAN_FOUND_BARRIER_MISSING)) {
        cman_set_topic(cman_transition_at(of->ref), event);
    }
}

void
cman_show_restart(finding_view_t *view, const finding_t *finding)
{
    if (finding->value == 0 && !found_has(view->found, CMAN_FOUND_COPY)) {
        finding_expert_said(view, finding, &ei_cman_transition_restarted, cman_say_restart);
    }
}

void
cman_event_hangs(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const finding_t *news = found_get(view->found, CMAN_FOUND_TRANSITION_NEWS);
    const cman_transition_t *transition = news != NULL ? cman_transition_at(news->ref) : NULL;

    cman_event_told(view, finding, event);
    if (transition != NULL && transition->start_frame != 0) {
        event_say_frame(event, "; the transition started in", transition->start_frame,
                        event->now - transition->start_time);
    }
}

/* It stands instead of the row of the last restart.  Who takes over from that master has a row of
 * its own. */
void
cman_event_given_up(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    cman_event_told(view, finding, event);
    event->folds = event->topic;
    event->topic = 0;
}

/* Whether the transition is about a node that goes away. */
static bool
cman_removes(const cman_transition_t *transition)
{
    return transition->node != 0 && !transition->is_of_nobody && !transition->may_join
           && (transition->reason == CMAN_TRANS_REMNODE
               || transition->reason == CMAN_TRANS_ANOTHERREMNODE /* began before the file */
               || transition->reason == CMAN_TRANS_DEADMASTER);
}

/* Who is out of the cluster: the node concerned, if it is, and all others that are. */
static void
cman_say_out(const finding_view_t *view, const cman_transition_t *transition, event_t *event)
{
    wmem_array_t *removed = transition->removed;
    unsigned others = removed != NULL ? wmem_array_get_count(removed) : 0;
    unsigned first = cman_removes(transition);
    unsigned count = first + others;

    event_say(event, count == 1 ? "node " : "nodes ");
    for (unsigned i = 0; i < count; i++) {
        uint32_t id = i < first ? transition->node
                                : *(uint32_t *)wmem_array_index(removed, i - first);

        event_say(event, "%s%s", cman_before_name(i, count), cman_label(view, id));
    }
    event_say(event, count == 1 ? " is out of the cluster" : " are out of the cluster");
    if (count == 1 && first == 1 && transition->leave == CMAN_LEFT_REMOVED) {
        event_say(event, " in order, reason REMOVED"); /* no failure, though no LEAVE says so */
    }
}

/* That a node is out whose LEAVE is in the file is no news. */
static bool
cman_is_out_news(const cman_transition_t *transition)
{
    bool left = transition->leave == CMAN_LEFT_DOWN || transition->leave == CMAN_LEFT_REMOVED;

    return transition->removed != NULL
           || (cman_removes(transition)
               && (!left || !transition->leave_told || transition->restarts > 0
                   || transition->is_of_half));
}

/* It may be one that removes a node, if its start does not say that it is not. */
static const char *
cman_says_nobody(const cman_transition_t *transition)
{
    if (transition->is_start_seen) {
        return "a transition is over";
    }
    return transition->start_frame == 0 && transition->reason != CMAN_TRANS_CHECK
               ? "a transition whose start is not in the file is over"
               : "the nodes agree again";
}

/* What came of it. */
static void
cman_say_result(const finding_view_t *view, const cman_transition_t *transition, event_t *event)
{
    bool joins = transition->reason == CMAN_TRANS_NEWNODE;

    if (transition->join_failure != NULL) {
        event_say(event, "%s; the cluster goes on without it", transition->join_failure);
    } else if (transition->join_failed || transition->may_join) {
        event_say(event, "the cluster goes on without node %s", event->node);
    } else if (joins) {
        event_say(event, "node %s has joined", event->node);
    } else if (!cman_removes(transition) && transition->removed == NULL) {
        event_say(event, "%s", cman_says_nobody(transition));
    }
    if (cman_is_out_news(transition)) {
        event_say(event, event->words[0] != '\0' ? ", " : "");
        cman_say_out(view, transition, event);
    }
}

/* Where the STARTTRANS was not seen, or there was none: a node that is alone lets another one
 * in without. */
static void
cman_say_joined(const finding_view_t *view, const cman_transition_t *transition, event_t *event)
{
    if (*event->node != '\0') {
        event_say(event, "node %s has joined", event->node);
        return;
    }
    event_say(event, "a transition%s is over, and let nobody in",
              transition->is_start_seen ? "" : " whose start is not in the file");
    event_say(event, ": transition %u, master node %s", transition->number,
              cman_label(view, transition->master));
}

/* Without the COMPLETE, what its nodes send later proves that its barrier did not hang: the row is
 * of the ENDTRANS. */
static void
cman_begin_at_end(const finding_view_t *view, const cman_transition_t *transition, event_t *event)
{
    const cman_message_t *message = view->message;

    if (message->tgtport == CMAN_PORT_MEMBERSHIP && event->now != 0
        && event->now > transition->end_time) {
        event->begin = (event_begin_t){ .frame = transition->end_frame,
                                        .feed = transition->end_feed,
                                        .ago = event->now - transition->end_time };
    }
}

void
cman_event_over(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_transition_t *transition = cman_transition_at(finding->ref);

    cman_set_topic(transition, event);
    cman_begin_at_end(view, transition, event);
    event->node = transition->node != 0 ? cman_label(view, transition->node) : "";
    if (transition->reason == 0 && (transition->node != 0 || transition->restarts == 0)) {
        cman_say_joined(view, transition, event);
        return;
    }
    cman_say_result(view, transition, event);
    if (event->words[0] == '\0') {
        return;
    }
    event_say(event, ": transition %u, master node %s", transition->number,
              cman_label(view, transition->master));
    if (transition->start_frame != 0) {
        event_say(event, ", took ");
        event_say_time(event, finding->value);
    }
    if (transition->restarts > (transition->join_failure != NULL)) { /* that is one */
        event_say(event, ", %s", cman_restarts_text(view->w->pinfo->pool, transition));
    }
}

void
cman_show_missing(finding_view_t *view, const finding_t *finding)
{
    int hf = finding->kind == CMAN_FOUND_BARRIER_MISSING ? hf_cman_barrier_missing
                                                         : hf_cman_transition_missing;

    proto_item_set_generated(proto_tree_add_int(findings_tree(view), hf, view->w->tvb, 0, 0,
                                                (int32_t)finding->value));
}

void
cman_inform_missing(info_t *info, const finding_t *finding)
{
    bool at_barrier = finding->kind == CMAN_FOUND_BARRIER_MISSING;

    info_number(info, at_barrier ? " [Not at the barrier: node " : " [No answer from node ",
                finding->value);
    info_text(info, "]");
}

/* --- Registration ---------------------------------------------------------- */

void
cman_register_shown_transitions(int proto, expert_module_t *module)
{
    static hf_register_info hf[] = {
        { &hf_cman_transition_number,
          { "Transition", "cman.transition.number", FT_UINT32, BASE_DEC, NULL, 0,
            "Counted per cluster", HFILL } },
        { &hf_cman_transition_master,
          { "Master of the transition", "cman.transition.master", FT_INT32, BASE_DEC, NULL, 0,
            "The node that leads the transition; after a clash the one that won", HFILL } },
        { &hf_cman_transition_start_frame,
          { "Transition started in", "cman.transition.start_frame", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "The first STARTTRANS of this transition in the file", HFILL } },
        { &hf_cman_transition_end_frame,
          { "Transition ended in", "cman.transition.end_frame", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "The ENDTRANS with which the master ends the transition", HFILL } },
        { &hf_cman_transition_duration,
          { "Duration of the transition", "cman.transition.duration", FT_RELATIVE_TIME, BASE_NONE,
            NULL, 0,
            "From the first STARTTRANS to the ENDTRANS", HFILL } },
        { &hf_cman_transition_restarts,
          { "Restarts of the transition so far", "cman.transition.restarts", FT_UINT32, BASE_DEC,
            NULL, 0,
            "How often the master began again because a node did not answer", HFILL } },
        { &hf_cman_barrier_waiting,
          { "Nodes that wait", "cman.barrier.waiting", FT_UINT32, BASE_DEC, NULL, 0,
            "Nodes that have sent WAIT so far", HFILL } },
        { &hf_cman_barrier_start_frame,
          { "First WAIT in", "cman.barrier.start_frame", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "The first node that waits at this barrier", HFILL } },
        { &hf_cman_barrier_complete_frame,
          { "First COMPLETE in", "cman.barrier.complete_frame", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "The first COMPLETE of this barrier: all nodes have come", HFILL } },
        { &hf_cman_barrier_duration,
          { "Time since the first WAIT", "cman.barrier.duration", FT_RELATIVE_TIME, BASE_NONE,
            NULL, 0,
            "How long the barrier has taken up to this frame", HFILL } },
        { &hf_cman_transition_missing,
          { "Did not answer", "cman.transition.missing", FT_INT32, BASE_DEC, NULL, 0,
            "Member that sent no STARTACK or VIEWACK before the transition was started again",
            HFILL } },
        { &hf_cman_barrier_missing,
          { "Not at the barrier", "cman.barrier.missing", FT_INT32, BASE_DEC, NULL, 0,
            "Member that sent no WAIT before the transition was started again", HFILL } },
    };
    static ei_register_info ei[] = {
        { &ei_cman_transition_restarted,
          { "cman.transition.restarted", PI_SEQUENCE, PI_WARN,
            "The master starts the transition again", EXPFILL } },
        { &ei_cman_transition_clash,
          { "cman.transition.clash", PI_SEQUENCE, PI_NOTE,
            "Two nodes started a transition at once: the lowest node ID goes on", EXPFILL } },
    };

    proto_register_field_array(proto, hf, array_length(hf));
    expert_register_field_array(module, ei, array_length(ei));
}
