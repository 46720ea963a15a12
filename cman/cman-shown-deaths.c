/* cman-shown-deaths.c
 * How silence and death are shown and told.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-shown.h"

static int hf_cman_death_last_heard = -1;
static int hf_cman_death_silence = -1;
static int hf_cman_death_missed = -1;
static int hf_cman_death_message = -1;
static int hf_cman_death_acked_in = -1;
static int hf_cman_silent_last_frame = -1;

static expert_field ei_cman_death_heard = EI_INIT;
static expert_field ei_cman_silent_node = EI_INIT;

void
cman_show_death(finding_view_t *view, const finding_t *finding)
{
    const cman_death_t *death = cman_death_at(finding->ref);

    if (death->heard.frame != 0 && !death->is_open) {
        finding_link(view, hf_cman_death_last_heard, death->heard.frame);
        finding_time(view, hf_cman_death_silence, death->silence);
        if (death->missed > 0) {
            finding_number(view, hf_cman_death_missed, death->missed);
        }
    }
    if (death->message != 0) {
        finding_link(view, hf_cman_death_message, death->message);
    }
    if (death->acked_in != 0) {
        finding_link(view, hf_cman_death_acked_in, death->acked_in);
    }
}

/* Who declares NORESPONSE has made all attempts: the file has those after its beginning, or
 * lacks some. */
static void
cman_say_attempts(event_t *event, const cman_death_t *death)
{
    event_say(event, ", %s%u attempts", death->tries < CMAN_ATTEMPTS ? "at least " : "",
              death->tries);
    if (death->tried_for < 0) {
        event_say(event, " at the message in frame %u", death->message);
        return;
    }
    event_say(event, " in ");
    event_say_time(event, death->tried_for);
    event_say(event, ", the last ");
    event_say_time(event, death->tried_ago);
    event_say_frame(event, " ago, at the message in", death->message,
                    death->tried_ago + death->tried_for);
}

static void
cman_say_message(const finding_view_t *view, event_t *event, const cman_death_t *death)
{
    if (death->message == 0) {
        return;
    }
    cman_say_attempts(event, death);
    if (death->acked_in != 0) {
        event_say(event, ", which it acknowledged in frame %u: lost on the way to node %s",
                  death->acked_in, cman_label(view, death->by));
    } else if (death->ackers != NULL) {
        event_say(event, ", which was acknowledged by %s", death->ackers);
        if (!death->shows_acks) {
            event_say(event, "; node %s got no ACK", cman_label(view, death->by));
        }
        event_say(event, death->shows_acks ? " and not by node %s" : " from node %s",
                  cman_label(view, death->node));
    }
}

/* A node that is declared dead for want of HELLOs may still send ACKs and other messages. */
static const char *
cman_last_sign(const cman_death_t *death)
{
    return death->has_sent_since ? "last HELLO" : "last heard";
}

static void
cman_say_silence(const finding_view_t *view, event_t *event, const cman_death_t *death)
{
    uint32_t missed = death->missed;

    if (death->is_unheard) {
        event_say(event, "; no HELLO of %s%s was captured before",
                  death->node != 0 ? "node " : "it",
                  death->node != 0 ? cman_label(view, death->node) : "");
    }
    if (death->heard.frame == 0) {
        return;
    }
    event_say(event, ", %s ", cman_last_sign(death));
    event_say_ago(event, death->silence);
    if (death->heard_at != NULL) {
        event_say(event, " at %s", death->heard_at);
    }
    if (missed > 0) {
        event_say(event, ", %u HELLO%s missed", missed, missed == 1 ? "" : "s");
    }
}

static void
cman_say_kill(const finding_view_t *view, const cman_death_t *death, event_t *event)
{
    const cman_message_t *message = view->message;

    if (death->node != 0) {
        event->node = cman_label(view, death->node);
        event_say(event,
                  death->is_apart ? "node %s hears node %s again, which was removed, and kills it"
                                  : "node %s kills node %s",
                  cman_label(view, death->by), event->node);
    } else {
        event->node = message->victim;
        event_say(event, "node %s kills %s, which is no member", cman_label(view, death->by),
                  event->node);
    }
    if (death->is_apart) {
        return;
    }
    if (death->is_outside && death->node != 0) {
        event_say(event, ", which is no member to it");
    }
    if (death->is_at_once) {
        event_say(event, ", right after its HELLO in frame %u", death->heard.frame);
    } else {
        cman_say_silence(view, event, death);
    }
}

static void
cman_say_declared(const finding_view_t *view, const cman_death_t *death, event_t *event)
{
    const char *reason = cman_leave_reason_name(death->reason);

    if (death->node == 0) {
        event_say(event, "a node (not captured)");
    } else {
        event->node = cman_label(view, death->node);
        event->removed = event->node;
        event_say(event, "node %s", event->node);
    }
    event_say(event, " is declared %s by node %s", reason != NULL ? reason : "gone",
              cman_label(view, death->by));
    if (death->is_cut && death->node != 0) {
        event_say(event, ", which killed it in the message before (the ID was not captured)");
    }
    if (death->also_in != 0) {
        event_say(event, ", killed by node %s in frame %u", cman_label(view, death->also_by),
                  death->also_in);
    }
}

static void
cman_say_end(const finding_view_t *view, const cman_death_t *death, event_t *event)
{
    if (death->reason == CMAN_LEFT_UNKNOWN) {
        cman_say_kill(view, death, event);
        return;
    }
    cman_say_declared(view, death, event);
    cman_say_silence(view, event, death);
    cman_say_message(view, event, death);
}

void
cman_say_death(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    cman_say_end(view, cman_death_at(finding->ref), event);
}

/* One place that had the HELLO and one that lost it, or had none before, show only that it was lost
 * in between.  One place alone may be next to the node that sent it, so that it shows even less;
 * two show that the HELLO went out and arrived elsewhere. */
static bool
cman_tells_no_side(const cman_death_t *death)
{
    return death->is_mutual || death->is_open
           || (death->had_at == 1 && death->lost_at + death->never_at > 0 && death->lost_at < 2);
}

static void
cman_say_where_to_look(const finding_view_t *view, event_t *event, const cman_death_t *death)
{
    const char *dead = cman_label(view, death->node);

    if (cman_tells_no_side(death)) {
        event_say(event, "%slook at the path between nodes %s and ",
                  death->is_mutual ? "both sides miss each other, " : "", event->node);
        event_say(event, "%s", dead);
    } else if (death->lost_at > 1) {
        event->node = dead;
        event_say(event, "look at what node %s sends, and at the path from it", dead);
    } else if (death->had_at < 2) {
        event_say(event, "look at the path from node %s to node %s", dead, event->node);
        event_say(event, ", and at what node %s receives", event->node);
    } else {
        event_say(event, "look at what node %s receives, and at the path to it", event->node);
    }
}

/* The row is of the end of a silence, which for that node began long before.  Where HELLOs were
 * lost, their number says as much. */
static void
cman_say_unheard(const finding_view_t *view, event_t *event, const cman_death_t *death)
{
    if (death->deaf_for == 0 || death->lost != NULL) {
        return;
    }
    event_say(event, "; by deadnode_timeout node %s heard it last ", cman_label(view, death->by));
    event_say_ago(event, death->deaf_for);
    event_say(event, " or before");
    if (death->unheard != 0) {
        event_say_frame(event, ", and not in", death->unheard, death->unheard_ago);
    }
}

static void
cman_say_advice(const finding_view_t *view, event_t *event, const cman_death_t *death)
{
    event->node = cman_label(view, death->by);
    if (death->lost != NULL) {
        event_say(event, "HELLOs sent in time, %s: ", death->lost);
    }
    cman_say_where_to_look(view, event, death);
    cman_say_unheard(view, event, death);
}

static void
cman_say_heard(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_death_t *death = cman_death_at(finding->ref);

    event_say(event, "node %s was heard in frame %u, ", cman_label(view, death->node),
              death->heard.frame);
    event_say_time(event, death->silence);
    event_say(event, " before it was declared DEAD: ");
    cman_say_advice(view, event, death);
}

static void
cman_set_death_topic(const cman_death_t *death, event_t *event)
{
    if (death->topic != 0) {
        event->topic = CMAN_TOPIC_DEATH | death->topic;
    }
}

/* The row of the death says it, if there is one. */
void
cman_event_heard(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_death_t *death = cman_death_at(finding->ref);

    if (!death->is_told) {
        cman_set_death_topic(death, event);
        cman_say_heard(view, finding, event);
    }
}

/* One row tells who, why, and where to look. */
void
cman_event_death(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_death_t *death = cman_death_at(finding->ref);

    cman_set_death_topic(death, event);
    event->is_step = death->is_aside;
    if (!death->was_heard) {
        cman_say_end(view, death, event);
        return;
    }
    cman_say_declared(view, death, event);
    event_say(event, ", though heard in frame %u, ", death->heard.frame);
    event_say_time(event, death->silence);
    event_say(event, " before: ");
    cman_say_advice(view, event, death);
    event->node = event->removed;
}

void
cman_event_amended(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_death_t *death = cman_death_at(finding->ref);
    int64_t now = event->now;

    event->now = now != 0 ? death->declared : 0; /* the words are of the frame before */
    if (death->is_told) {
        cman_event_death(view, finding, event);
    } else {
        cman_event_heard(view, finding, event);
    }
    event->now = now;
    event->removed = NULL;
    event->amends = death->frame;
}

/* The row of the first of them tells all. */
void
cman_event_folded(const finding_view_t *view _U_, const finding_t *finding, event_t *event)
{
    const cman_death_t *death = cman_death_at(finding->ref);
    const cman_death_t *first = cman_death_at(death->folded_into - 1);

    event_say(event, "%s", first->folded);
    cman_set_death_topic(first, event);
    event->amends = first->frame;
    event->folds = death != first ? CMAN_TOPIC_DEATH | death->topic : 0;
}

/* The text of an expert item is that of the event. */
void
cman_show_heard(finding_view_t *view, const finding_t *finding)
{
    if (!found_has(view->found, CMAN_FOUND_COPY)) {
        finding_expert_said(view, finding, &ei_cman_death_heard, cman_say_heard);
    }
}

void
cman_say_silent(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_death_t *death = cman_death_at(finding->ref);

    event->topic = CMAN_TOPIC_DEATH | death->topic;
    event->node = cman_label(view, death->node);
    event_say(event, "node %s is silent: no HELLO for ", event->node);
    event_say_time(event, death->silence);
    event_say_frame(event, ", the last in", death->heard.frame, death->silence);
}

void
cman_show_silent(finding_view_t *view, const finding_t *finding)
{
    finding_link(view, hf_cman_silent_last_frame, cman_death_at(finding->ref)->heard.frame);
    finding_expert_said(view, finding, &ei_cman_silent_node, cman_say_silent);
}

static void
cman_say_back(const finding_view_t *view, const finding_t *finding, const char *does,
              const char *last, event_t *event)
{
    const cman_message_t *message = view->message;

    event->node = cman_label(view, message->srcid);
    event_say(event, "node %s %s again after ", event->node, does);
    event_say_time(event, finding->value);
    event_say_frame(event, last, finding->ref, finding->value);
}

void
cman_event_back(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    cman_say_back(view, finding, "is heard", ", last heard in", event);
}

void
cman_event_hellos_back(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    cman_say_back(view, finding, "sends HELLOs", ", the last was in", event);
}

/* Whose KILL or NODEDOWN made a node leave, or came so long before that. */
static void
cman_say_told_by(const finding_view_t *view, const cman_death_t *death, int64_t before,
                 event_t *event)
{
    const char *reason = death->reason != CMAN_LEFT_UNKNOWN
                             ? cman_leave_reason_name(death->reason)
                             : NULL;

    if (before == 0) {
        event_say(event, ", as node %s ", cman_label(view, death->by));
    } else {
        cman_say_seconds(event, ", ", before, " after node ");
        event_say(event, "%s ", cman_label(view, death->by));
    }
    if (reason != NULL) {
        event_say(event, "declared it %s", reason);
    } else {
        event_say(event, "killed it");
    }
    event_say(event, " in frame %u", death->frame);
}

/* The row of what it gives up says it, too. */
void
cman_event_left(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const finding_t *news = found_get(view->found, CMAN_FOUND_TRANSITION_NEWS);

    if (news == NULL || news->value != CMAN_NEWS_GIVEN_UP) {
        cman_say_left(view, finding, event);
    }
}

/* What those reasons mean that do not say it themselves ("cnxman-socket.h").  A node that is killed
 * says DOWN, too. */
static void
cman_say_meaning(uint32_t reason, event_t *event)
{
    if (reason == CMAN_LEFT_DOWN) {
        event_say(event, " (in order, as at a shutdown: nobody killed it in this file)");
    } else if (reason == CMAN_LEFT_REMOVED) {
        event_say(event, " (in order; the quorum may be lower without it)");
    }
}

void
cman_say_left(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_message_t *message = view->message;
    const char *reason = cman_leave_reason_name(message->leave & CMAN_LEAVE_REASON);

    event->node = cman_label(view, message->srcid);
    event_say(event, "node %s leaves the cluster%s%s", event->node,
              reason != NULL ? ", reason " : "", reason != NULL ? reason : "");
    if (finding->ref == 0) {
        cman_say_meaning(message->leave & CMAN_LEAVE_REASON, event);
    } else {
        cman_say_told_by(view, cman_death_at(finding->ref - 1), finding->value, event);
    }
}

/* --- In Info --- */

void
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

    if (death == NULL || death->heard.frame == 0 || death->is_open
        || death->reason == CMAN_LEFT_DOWN) {
        return;
    }
    info_text(info, ", ");
    info_text(info, cman_last_sign(death));
    info_seconds(info, " ", death->silence);
    info_text(info, " ago");
    if (death->missed > 0) {
        info_number(info, ", ", death->missed);
        info_text(info, death->missed == 1 ? " HELLO missed" : " HELLOs missed");
    }
    if (death->message != 0) {
        info_number(info, death->acked_in != 0 ? ", acknowledged in frame "
                                               : ", no ACK for frame ",
                    death->acked_in != 0 ? death->acked_in : death->message);
    }
}

/* --- Registration ---------------------------------------------------------- */

void
cman_register_shown_deaths(int proto, expert_module_t *module)
{
    static hf_register_info hf[] = {
        { &hf_cman_death_last_heard,
          { "Last HELLO of the node in", "cman.death.last_heard", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "Of the node that is declared dead, wherever it was seen", HFILL } },
        { &hf_cman_death_silence,
          { "Time since its last HELLO", "cman.death.silence", FT_RELATIVE_TIME, BASE_NONE, NULL, 0,
            "How long the node had been silent when it was declared dead", HFILL } },
        { &hf_cman_death_missed,
          { "HELLOs missed since", "cman.death.missed", FT_UINT32, BASE_DEC, NULL, 0,
            "HELLOs that were due in the silence before the node was declared dead", HFILL } },
        { &hf_cman_death_message,
          { "Message without response", "cman.death.message", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "That the node is to have left unacknowledged", HFILL } },
        { &hf_cman_death_acked_in,
          { "The node acknowledged it in", "cman.death.acked_in", FT_FRAMENUM, BASE_NONE,
            FRAMENUM_TYPE(FT_FRAMENUM_ACK), 0, "The ACK was lost on the way back", HFILL } },
        { &hf_cman_silent_last_frame,
          { "Last HELLO of the silent node in", "cman.silent.last_frame", FT_FRAMENUM, BASE_NONE,
            NULL, 0,
            "The last sign of life of the node that fell silent", HFILL } },
    };
    static ei_register_info ei[] = {
        { &ei_cman_death_heard,
          { "cman.death.heard", PI_SEQUENCE, PI_WARN,
            "A node is declared DEAD that was heard", EXPFILL } },
        { &ei_cman_silent_node,
          { "cman.silent_node", PI_SEQUENCE, PI_WARN,
            "A node is silent: no HELLO of it for the dead node timeout", EXPFILL } },
    };

    proto_register_field_array(proto, hf, array_length(hf));
    expert_register_field_array(module, ei, array_length(ei));
}
