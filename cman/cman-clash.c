/* cman-clash.c
 * Two nodes that start a transition at once: a clash, until they turn out to be of two halves.
 *
 * In a clash one gives way, and it is one transition.  Where the two cannot hear each other, both
 * go on: then each has the transition that it started itself.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

cman_transition_t *
cman_transition_add(const cman_frame_t *frame)
{
    uint32_t idx = wmem_array_get_count(cman_state->transitions);
    cman_transition_t *transition;

    if (idx >= CMAN_MAX_TRANSITIONS) {
        first_pass_tell_limit(&cman_state->pass);
        return NULL;
    }
    transition = wmem_new0(wmem_file_scope(), cman_transition_t);
    transition->idx = idx;
    transition->number = ++frame->cluster->transitions;
    transition->cluster = frame->cluster->number;
    wmem_array_append_one(cman_state->transitions, transition);
    return transition;
}

/* --- Whose transition it is --------------------------------------------------------- */

static void
cman_drop_removed(cman_transition_t *transition, uint32_t id)
{
    wmem_array_t *removed = transition->removed;

    transition->removed = NULL;
    for (unsigned i = 0; removed != NULL && i < wmem_array_get_count(removed); i++) {
        uint32_t other = *(uint32_t *)wmem_array_index(removed, i);

        if (other != id) {
            cman_also_removes(transition, other);
        }
    }
    if (removed != NULL) {
        wmem_destroy_array(removed);
    }
}

/* The transition is the one that this node started. */
static void
cman_restore(cman_transition_t *transition, const cman_claim_t *claim)
{
    transition->start_frame = claim->start_frame;
    transition->start_time = claim->start_time;
    transition->reason = claim->reason;
    transition->leave = claim->leave;
    transition->node = claim->node;
    cman_drop_removed(transition, claim->node);
}

/* A transition that goes on in a half of its own. */
static cman_transition_t *
cman_go_on_apart(const cman_frame_t *frame, const cman_transition_t *before, uint32_t generation)
{
    const cman_claim_t *claim = &before->other;
    cman_transition_t *transition = cman_transition_add(frame);

    if (transition != NULL) {
        transition->is_of_half = transition->is_beside = true;
        transition->removes_since = before->removes_since;
        transition->last_time = before->last_time;
        transition->master = claim->master;
        transition->waits_since = frame->when;
        transition->waits_from = frame->frame;
        transition->lowest_generation = before->lowest_generation;
        transition->generation = generation;
        cman_restore(transition, claim);
    }
    return transition;
}

/* The two that clashed are of two halves. */
static void
cman_part_both(const cman_frame_t *frame, cman_half_t *from, cman_half_t *to)
{
    cman_transition_t *running = from->running;
    bool is_master = running->master == frame->message->srcid;
    uint32_t generation = is_master ? running->lowest_generation
                                    : frame->message->generation - 1;
    cman_transition_t *other = cman_go_on_apart(frame, running, generation);

    cman_restore(running, &running->own);
    cman_drop_removed(running, running->other.node);
    running->other.master = 0;
    from->running = is_master ? other : running;
    to->running = is_master ? running : other;
}

void
cman_part(const cman_frame_t *frame, cman_half_t *from, cman_half_t *to)
{
    cman_transition_t *running = from->running;
    uint32_t id = frame->message->srcid;

    if (from == to || to->running != NULL || running == NULL
        || cman_is_forgotten(frame, running)) {
        return;
    }
    if (running->other.master != 0 && (running->master == id || running->other.master == id)) {
        cman_part_both(frame, from, to);
    } else if (running->master == id) {
        to->running = running;
        from->running = NULL;
    }
    to->view = from->view;
    to->round = from->round;
    to->view_round = from->view_round;
}

/* --- Who is out ---------------------------------------------------------------------- */

static bool
cman_is_at_barrier(const cman_transition_t *transition, const cman_member_t *member)
{
    const cman_barrier_t *barrier = transition->barrier;

    return barrier != NULL
           && (cman_is_waiting(barrier, member) || cman_has_completed(barrier, member));
}

/* By what the node said of the STARTTRANS in force and its view, and what the view says of the
 * node: any of these may not be captured. */
static bool
cman_is_of_round(const cman_half_t *half, const cman_member_t *member)
{
    return half->round != 0
           && (member->start_acked == half->round || member->view_acked == half->round
               || (half->view != 0 && half->view_round == half->round
                   && member->view == half->view));
}

/* Who leads it, takes part in it, or waits at its barrier, is not out. */
static bool
cman_is_in(const cman_frame_t *frame, const cman_transition_t *transition, uint32_t id)
{
    const cman_member_t *member = cman_member_by_id(frame->cluster, id);

    return member != NULL
           && (id == transition->master || member == frame->sender
               || cman_is_at_barrier(transition, member)
               || cman_is_of_round(frame->half, member));
}

/* The start was not that of its master, but of one in another half. */
static void
cman_drop_start(const cman_frame_t *frame, cman_transition_t *transition)
{
    if (transition->own.master == transition->master
        && !cman_is_in(frame, transition, transition->own.node)) {
        cman_restore(transition, &transition->own);
    } else {
        transition->is_of_nobody = true;
    }
}

/* Another half says that they are out, in messages that were taken for this one's. */
void
cman_drop_present(const cman_frame_t *frame, cman_transition_t *transition)
{
    if (transition->reason == CMAN_TRANS_REMNODE
        && cman_is_in(frame, transition, transition->node)) {
        cman_drop_start(frame, transition);
    }
    for (unsigned i = 0;
         transition->removed != NULL && i < wmem_array_get_count(transition->removed); i++) {
        uint32_t id = *(uint32_t *)wmem_array_index(transition->removed, i);

        if (cman_is_in(frame, transition, id)) {
            cman_drop_removed(transition, id);
            i--;
        }
    }
}
