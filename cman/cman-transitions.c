/* cman-transitions.c
 * State transitions ("membership.c").
 *
 * A clean transition is STARTTRANS (generation g), STARTACK from each member,
 * MASTERVIEW, VIEWACK from each member, for a join JOINCONF and CONFACK, then
 * ENDTRANS (generation g + 1) and the barrier "TRANSITION.<g + 1>".  Every new
 * STARTTRANS raises the generation by one.  So a STARTTRANS with g + 1 restarts
 * the transition that runs; one with a higher generation shows that the end of that
 * transition was not captured.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

/* Two nodes clash if they start within this time. */
#define CLASH_WITHIN (15 * NS_PER_S)

/* The master waits 4 s for ACKs of the ENDTRANS, then 15 s at the barrier, before it starts
 * again ("membership.c": end_transition()). */
#define RESTARTS_WITHIN (20 * NS_PER_S)

/* Note that the frame is part of a transition; NULL stands for one beyond the cap. */
static void
cman_note_transition(const cman_frame_t *frame, cman_transition_t *transition)
{
    uint64_t restarts;

    if (transition == NULL) {
        return;
    }
    restarts = MIN(transition->restarts, 0xffff);
    transition->last_time = frame->when;
    cman_add_finding(CMAN_FOUND_TRANSITION, transition->idx,
                     (int64_t)(restarts << 32 | transition->master));
}

/* From now on the STARTTRANS of this frame is the one in force. */
static void
cman_put_in_force(const cman_frame_t *frame, cman_transition_t *transition)
{
    const cman_message_t *message = frame->message;

    transition->generation = message->generation;
    transition->seq = message->seq;
    transition->master = message->srcid;
    transition->waits_since = frame->when;
    transition->waits_from = frame->frame;
    transition->missing = NULL;
    transition->given_up = false;
    transition->barrier = NULL;
    transition->restart_frame = message->trans_reason == CMAN_TRANS_RESTART ? frame->frame : 0;
    frame->half->round = ++frame->cluster->rounds;
}

/* The node concerned.  A master that goes on after a clash or a NOMINATE puts its own id
 * in, except for NEWNODE: the node is that of the message before. */
static void
cman_name_concern(const cman_frame_t *frame, cman_transition_t *transition)
{
    const cman_message_t *message = frame->message;
    const cman_half_t *half = frame->half;

    transition->reason = message->trans_reason;
    transition->leave = CMAN_LEFT_UNKNOWN;
    if (message->nodeid != message->srcid || message->trans_reason == CMAN_TRANS_CHECK) {
        transition->node = message->nodeid;
        transition->leave = message->leave & CMAN_LEAVE_REASON;
    } else if (message->trans_reason == CMAN_TRANS_REMNODE) {
        transition->node = half->nominated != 0
                                   && frame->when - half->nominated_time <= CLASH_WITHIN
                               ? half->nominated
                               : 0;
    }
}

/* A master that starts again, or wins a clash, says who went away meanwhile; one that takes
 * over, that the master did. */
static void
cman_name_another(const cman_frame_t *frame, cman_transition_t *transition)
{
    const cman_message_t *message = frame->message;

    if ((message->trans_reason == CMAN_TRANS_REMNODE
         || message->trans_reason == CMAN_TRANS_ANOTHERREMNODE
         || message->trans_reason == CMAN_TRANS_DEADMASTER)
        && message->nodeid != message->srcid) {
        cman_also_removes(transition, message->nodeid);
    }
}

/* Declared dead by one master, a node is removed by another that starts at the same time; but
 * not one that was removed before. */
static int64_t
cman_removes_since(const cman_frame_t *frame)
{
    const cman_transition_t *ended = frame->half->ended;
    int64_t since = frame->when - CLASH_WITHIN;

    return ended != NULL ? MAX(since, ended->end_time) : since;
}

/* Whether another half of the cluster has a transition. */
static bool
cman_is_beside(const cman_frame_t *frame)
{
    for (const cman_half_t *half = &frame->cluster->whole; half != NULL; half = half->next) {
        if (half != frame->half && half->running != NULL
            && !cman_is_forgotten(frame, half->running)) {
            return true;
        }
    }
    return false;
}

/* NULL beyond the cap. */
static cman_transition_t *
cman_new_transition(const cman_frame_t *frame)
{
    cman_transition_t *transition = cman_transition_add(frame);

    if (transition == NULL) {
        frame->half->ended = NULL; /* what follows is not of that one */
        return NULL;
    }
    transition->is_of_half = frame->half != &frame->cluster->whole;
    transition->is_beside = cman_is_beside(frame);
    transition->removes_since = cman_removes_since(frame);
    cman_put_in_force(frame, transition);
    cman_name_concern(frame, transition);
    if (frame->message->number == CMAN_ENDTRANS) {
        transition->generation--; /* that of its STARTTRANS */
    }
    return transition;
}

/* Reasons that only a master gives that carries on with a transition. */
static bool
cman_carries_on(uint32_t reason)
{
    return reason == CMAN_TRANS_ANOTHERREMNODE || reason == CMAN_TRANS_NEWMASTER
           || reason == CMAN_TRANS_RESTART || reason == CMAN_TRANS_DEADMASTER;
}

/* A node that left in order says so itself; its LEAVE goes to one node, so that it may not be
 * in the file. */
static void
cman_note_left(const cman_frame_t *frame, cman_transition_t *transition)
{
    const cman_member_t *member = cman_member_by_id(frame->cluster, transition->node);

    transition->leave_told = member != NULL && member->left != 0;
}

/* Not on the ENDTRANS: while its barrier hangs, the transition may be started again. */
static void
cman_tell_over(const cman_frame_t *frame, cman_transition_t *transition)
{
    if (!transition->is_over) {
        transition->is_over = true;
        cman_drop_present(frame, transition);
        cman_note_left(frame, transition);
        cman_add_finding(CMAN_FOUND_TRANSITION_OVER, transition->idx,
                         transition->end_time - transition->start_time);
    }
}

/* Who starts a transition of its own, with the next generation, has left the barrier of the
 * one before; and so have all, as none leaves it without the others. */
static void
cman_end_before(const cman_frame_t *frame)
{
    cman_transition_t *ended = frame->half->ended;

    if (ended != NULL && !cman_carries_on(frame->message->trans_reason)
        && frame->message->generation == ended->end_generation + 1) {
        cman_tell_over(frame, ended);
    }
}

/* A message is sent again without REPLYEXP ("cnxman.c"), and names its sender where it goes on
 * after a clash: then the first one was not captured. */
static bool
cman_is_first(const cman_message_t *message)
{
    return (message->flags & CMAN_FLAG_REPLYEXP) && !cman_goes_on(message);
}

static cman_claim_t
cman_claim(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    cman_transition_t named = { .reason = 0 };

    cman_name_concern(frame, &named);
    return (cman_claim_t){ message->srcid, cman_is_first(message) ? frame->frame : 0, frame->when,
                           named.reason, named.node, named.leave };
}

/* A transition of a half is the first that proves the split: its HELLOs follow. */
static void
cman_note_split(const cman_frame_t *frame, cman_transition_t *transition)
{
    cman_cluster_t *cluster = frame->cluster;

    if (transition->is_of_half && cluster->split_topic == 0 && cluster->split_told == 0) {
        cluster->split_topic = transition->split = ++cman_state->splits;
        cluster->split_generation = frame->message->generation;
    }
}

/* The first STARTTRANS of a transition; or the first that was captured, which is no start if
 * its reason says that it carries on. */
static void
cman_begin_transition(const cman_frame_t *frame)
{
    cman_transition_t *transition;

    cman_end_before(frame);
    transition = cman_new_transition(frame);
    frame->half->running = transition;
    if (transition == NULL) {
        return;
    }
    transition->lowest_generation = frame->message->generation;
    transition->own = cman_claim(frame);
    if (cman_carries_on(frame->message->trans_reason)) {
        transition->restarts = 1;
        cman_add_finding(CMAN_FOUND_RESTARTED, 0, 0);
        return;
    }
    if (cman_is_first(frame->message)) {
        transition->start_frame = frame->frame;
        transition->start_time = frame->when;
        cman_note_split(frame, transition);
    }
}

/* In a clash the lowest node id wins, but CHECK loses to any other reason.  Nodes
 * ignore a STARTTRANS with a lower generation than theirs. */
static bool
cman_wins_clash(const cman_message_t *message, const cman_transition_t *transition)
{
    bool checks = message->trans_reason == CMAN_TRANS_CHECK;

    if (message->generation != transition->generation) {
        return message->generation > transition->generation;
    }
    if (checks != (transition->reason == CMAN_TRANS_CHECK)) {
        return !checks;
    }
    return (int32_t)message->srcid < (int32_t)transition->master;
}

/* What a new STARTTRANS does to the transition that runs. */
typedef enum {
    CMAN_BEGINS,
    CMAN_REPEATS, /* is the one in force, or was before it */
    CMAN_RESTARTS,
    CMAN_CLASHES
} cman_start_t;

/* True for the STARTTRANS in force when it is sent again and a clock that was set
 * hides that from cman_classify(). */
static bool
cman_is_in_force(const cman_message_t *message, const cman_transition_t *transition)
{
    return message->srcid == transition->master && message->seq == transition->seq
           && message->generation == transition->generation;
}

/* Who lost a clash may send its STARTTRANS again, while the nodes have gone on to a later
 * generation: they ignore it.  Where its first attempt was not captured, it looks new. */
static bool
cman_is_passed(const cman_message_t *message, const cman_transition_t *transition)
{
    return !(message->flags & CMAN_FLAG_REPLYEXP) && message->srcid != transition->master
           && message->generation < transition->generation;
}

/* What a new STARTTRANS is while `transition` (may be NULL) runs. */
static cman_start_t
cman_judge_start(const cman_frame_t *frame, const cman_transition_t *transition)
{
    const cman_message_t *message = frame->message;

    if (transition == NULL || cman_is_forgotten(frame, transition)
        || message->generation > transition->generation + 1) {
        return CMAN_BEGINS;
    }
    if (cman_is_in_force(message, transition) || cman_is_passed(message, transition)) {
        return CMAN_REPEATS;
    }
    if (message->srcid == transition->master || cman_carries_on(message->trans_reason)) {
        return message->generation >= transition->generation ? CMAN_RESTARTS : CMAN_BEGINS;
    }
    if (frame->when - transition->last_time <= CLASH_WITHIN
        && message->generation + 1 >= transition->generation) {
        return CMAN_CLASHES;
    }
    return CMAN_BEGINS;
}

/* A master that waits in vain starts again every 15 s, up to ten times: while it waits for the
 * same nodes, that is no news. */
static void
cman_tell_restart(const cman_frame_t *frame, const cman_transition_t *transition)
{
    bool is_same = frame->message->trans_reason == CMAN_TRANS_RESTART
                   && transition->master == frame->message->srcid
                   && (transition->restart_frame != 0
                           ? cman_misses_the_same(frame->frame, transition->restart_frame)
                           : cman_hang_is_told(transition));

    cman_add_finding(CMAN_FOUND_RESTARTED, is_same, cman_goes_on(frame->message));
}

static void
cman_restart(const cman_frame_t *frame, cman_transition_t *transition)
{
    transition->restarts++;
    if (frame->message->trans_reason == CMAN_TRANS_RESTART) {
        cman_missing_find(frame, NULL); /* others start again before the time is up */
    }
    cman_tell_restart(frame, transition);
    cman_name_another(frame, transition);
    cman_put_in_force(frame, transition);
}

static void
cman_clash(const cman_frame_t *frame, cman_transition_t *transition)
{
    uint32_t other = transition->master;
    cman_claim_t claim = cman_claim(frame);

    transition->lowest_generation =
        MIN(transition->lowest_generation, frame->message->generation);
    if (!cman_wins_clash(frame->message, transition)) {
        transition->other = claim;
    } else {
        transition->other = transition->own;
        transition->own = claim;
        cman_put_in_force(frame, transition);
        if (transition->reason == CMAN_TRANS_CHECK || transition->reason == CMAN_TRANS_NEWNODE) {
            cman_name_concern(frame, transition); /* the loser puts its joiner off */
        }
        cman_name_another(frame, transition);
    }
    cman_add_finding(CMAN_FOUND_CLASH, other, 0);
}

/* The barrier of the transition that ended last, or NULL. */
static const cman_barrier_t *
cman_last_barrier(const cman_frame_t *frame)
{
    char name[32];

    snprintf(name, sizeof name, "TRANSITION.%u", frame->half->ended->end_generation);
    return wmem_map_lookup(frame->half->barriers, name);
}

/* Who takes over from a dead master has not heard its ENDTRANS. */
static bool
cman_missed_end(const cman_message_t *message, const cman_transition_t *ended)
{
    return message->trans_reason == CMAN_TRANS_DEADMASTER && message->nodeid == ended->master
           && message->generation == ended->end_generation;
}

/* While its barrier hangs, a transition is not over: who goes on then, goes on with the same
 * one.  The barrier itself may not be captured. */
static bool
cman_resumes(const cman_frame_t *frame)
{
    const cman_half_t *half = frame->half;
    const cman_transition_t *ended = half->ended;

    return half->running == NULL && ended != NULL && !ended->is_over
           && !cman_is_forgotten(frame, ended)
           && cman_carries_on(frame->message->trans_reason)
           && (frame->message->generation == ended->end_generation + 1
               || cman_missed_end(frame->message, ended));
}

/* Its ENDTRANS was the first of it that was captured, and let a node in: the next one says
 * whether that is in still. */
static void
cman_reopen(cman_transition_t *transition)
{
    if (transition->reason == 0 && transition->node != 0) {
        transition->reason = CMAN_TRANS_NEWNODE;
    }
    if (transition->ended != NULL) {
        transition->ended->kind = 0; /* it had not ended */
        transition->ended = NULL;
    }
    transition->end_frame = 0;
}

static void
cman_resume(const cman_frame_t *frame)
{
    cman_half_t *half = frame->half;
    cman_transition_t *transition = half->ended;
    const cman_barrier_t *barrier = cman_last_barrier(frame);

    if (barrier != NULL) {
        cman_missing_find(frame, barrier);
    }
    cman_tell_restart(frame, transition);
    cman_reopen(transition);
    transition->restarts++;
    cman_name_another(frame, transition);
    cman_put_in_force(frame, transition);
    half->running = transition;
    half->ended = NULL;
}

static void
cman_analyse_start(const cman_frame_t *frame)
{
    cman_transition_t *transition = frame->half->running;

    frame->sender->started = frame->message->generation;
    frame->sender->started_at = frame->when;
    if (cman_resumes(frame)) {
        cman_resume(frame);
        cman_note_transition(frame, frame->half->running);
        return;
    }
    switch (cman_judge_start(frame, transition)) {
    case CMAN_RESTARTS:
        cman_restart(frame, transition);
        break;
    case CMAN_CLASHES:
        cman_clash(frame, transition);
        break;
    case CMAN_REPEATS:
        break;
    case CMAN_BEGINS:
    default:
        cman_begin_transition(frame);
        break;
    }
    cman_note_transition(frame, frame->half->running);
}

/* A new master drops the joiner, whom the ENDTRANS names otherwise. */
static void
cman_end(const cman_frame_t *frame, cman_transition_t *transition)
{
    if (transition->reason == CMAN_TRANS_NEWNODE && frame->message->nodeid == 0
        && !transition->join_failed) {
        transition->join_failed = true;
        cman_prove_outcome(frame, transition);
    }
    transition->ended = cman_add_finding(CMAN_FOUND_TRANSITION_END, 0,
                                         frame->when - transition->start_time);
}

/* Whether the file has the STARTTRANS to which an ENDTRANS belongs. */
static bool
cman_has_started(const cman_frame_t *frame)
{
    return frame->sender->started + 1 == frame->message->generation
           && frame->when - frame->sender->started_at <= CMAN_FORGET_AFTER;
}

static void
cman_analyse_end(const cman_frame_t *frame)
{
    cman_half_t *half = frame->half;
    cman_transition_t *running = half->running;
    cman_transition_t *transition = running;
    bool of_another = running != NULL && !cman_is_forgotten(frame, running)
                      && frame->message->srcid != running->master;

    if (transition == NULL || of_another || cman_is_forgotten(frame, transition)
        || frame->message->generation != transition->generation + 1) {
        /* Its start was not captured, or there was none: a node that is alone
         * lets another one join without STARTTRANS.  Or another master has taken over. */
        transition = cman_new_transition(frame);
        if (transition != NULL) {
            transition->is_start_seen = cman_has_started(frame);
        }
    } else {
        cman_end(frame, transition);
    }
    half->ended = transition;
    half->running = of_another ? running : NULL;
    if (transition != NULL) {
        transition->end_frame = frame->frame;
        transition->end_time = frame->when;
        transition->end_generation = frame->message->generation;
        transition->end_feed = frame->seen.at.feed;
        cman_note_transition(frame, transition);
    }
}

/* A message that was first sent before the STARTTRANS, or has an earlier
 * generation, belongs to an earlier transition.  Views and their answers have no
 * generation: 0. */
static bool
cman_is_inside(const cman_frame_t *frame, const cman_transition_t *running)
{
    uint32_t generation = frame->message->generation;

    if (cman_is_forgotten(frame, running)
        || (frame->delivery != CMAN_NEW && frame->repeats < running->start_frame)) {
        return false;
    }
    return generation == 0
           || (generation >= running->lowest_generation && generation <= running->generation);
}

/* Whether a message that is sent again, when a transition has ended, was for another master. */
static bool
cman_is_for_another(const cman_frame_t *frame, const cman_transition_t *ended)
{
    const cman_message_t *message = frame->message;

    return (message->number == CMAN_STARTACK || message->number == CMAN_VIEWACK)
           && message->tgtid != ended->master;
}

/* A master that answers the start of another has given way, though that start was not captured:
 * nobody waits for what the master started. */
static void
cman_note_yield(const cman_frame_t *frame, cman_transition_t *running)
{
    const cman_message_t *message = frame->message;

    if (cman_is(message, CMAN_STARTACK) && frame->delivery == CMAN_NEW
        && message->srcid == running->master && message->tgtid != running->master
        && message->generation >= running->generation && !cman_is_forgotten(frame, running)) {
        running->master = message->tgtid;
        running->generation = message->generation;
        running->seq = message->ack;
        frame->half->round = ++frame->cluster->rounds;
    }
}

/* A message that neither begins nor ends a transition, or repeats one that did. */
static void
cman_analyse_inside(const cman_frame_t *frame)
{
    cman_transition_t *running = frame->half->running;
    cman_transition_t *ended = frame->half->ended;

    if (running != NULL) {
        cman_note_yield(frame, running);
    }
    if (running != NULL && cman_is_inside(frame, running)) {
        cman_note_transition(frame, running);
    } else if (ended != NULL && frame->delivery != CMAN_NEW && !cman_is_forgotten(frame, ended)
               && !cman_is_for_another(frame, ended)) {
        cman_note_transition(frame, ended);
    }
}

void
cman_transitions_analyse(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;

    if (message->tgtport != CMAN_PORT_MEMBERSHIP || !message->has_body) {
        return;
    }
    switch (message->number) {
    case CMAN_STARTTRANS:
    case CMAN_ENDTRANS:
        if (frame->delivery != CMAN_NEW) {
            cman_analyse_inside(frame);
        } else if (message->number == CMAN_STARTTRANS) {
            cman_analyse_start(frame);
        } else {
            cman_analyse_end(frame);
        }
        break;
    case CMAN_NOMINATE:
        frame->half->nominated = message->nodeid;
        frame->half->nominated_time = frame->when;
        cman_analyse_inside(frame);
        break;
    case CMAN_STARTACK:
    case CMAN_MASTERVIEW:
    case CMAN_VIEWACK:
    case CMAN_JOINCONF:
    case CMAN_CONFACK:
        cman_analyse_inside(frame);
        break;
    default:
        break;
    }
}

/* Where the barrier or a part of it is not in the file: it did not hang, if a node still has
 * the generation of the ENDTRANS when the time is up. */
void
cman_transitions_watch(const cman_frame_t *frame)
{
    cman_transition_t *ended = frame->half->ended;

    if (ended != NULL && !ended->is_over && cman_may_have_ended(ended)
        && frame->when - ended->end_time > RESTARTS_WITHIN
        && frame->message->generation == ended->end_generation) {
        cman_tell_over(frame, ended);
    }
}

void
cman_transitions_note_barrier(const cman_frame_t *frame)
{
    cman_transition_t *ended = frame->half->ended;

    if (ended != NULL && cman_barrier_closes(frame->message->name, ended)) {
        ended->barrier = cman_last_barrier(frame);
        cman_note_transition(frame, ended);
        if (ended->barrier != NULL && cman_is_complete(ended->barrier)) {
            cman_tell_over(frame, ended);
        }
    }
}
