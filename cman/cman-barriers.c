/* cman-barriers.c
 * Barriers ("cnxman.c"): each node sends WAIT, and COMPLETE when all wait.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

/* Every node completes a barrier when it hears of a COMPLETE, and gives up after
 * 4 s.  Later than this a message with the name belongs to a new barrier. */
#define COMPLETE_WITHIN (10 * NS_PER_S)

/* NULL beyond the cap. */
static cman_barrier_t *
cman_new_barrier(const cman_frame_t *frame)
{
    cman_barrier_t *barrier;

    if (wmem_array_get_count(cman_state->barriers) >= CMAN_MAX_BARRIERS) {
        first_pass_tell_limit(&cman_state->pass);
        return NULL;
    }
    barrier = wmem_new0(wmem_file_scope(), cman_barrier_t);
    barrier->idx = wmem_array_get_count(cman_state->barriers);
    barrier->name = wmem_strdup(wmem_file_scope(), frame->message->name);
    barrier->cluster = frame->cluster->number;
    wmem_array_append_one(cman_state->barriers, barrier);
    wmem_map_insert(frame->half->barriers, barrier->name, barrier);
    return barrier;
}

static state_key_t
cman_waiter_key(const cman_barrier_t *barrier, const cman_member_t *member, bool completes)
{
    return (state_key_t){ .second = completes, .third = barrier->idx, .fourth = member->idx };
}

bool
cman_is_waiting(const cman_barrier_t *barrier, const cman_member_t *member)
{
    return state_find(cman_state->waiters, cman_waiter_key(barrier, member, false)) != NULL;
}

bool
cman_has_completed(const cman_barrier_t *barrier, const cman_member_t *member)
{
    return state_find(cman_state->waiters, cman_waiter_key(barrier, member, true)) != NULL;
}

/* Returns whether the node had not done so; false beyond the cap too. */
static bool
cman_keep_waiter(const cman_barrier_t *barrier, const cman_member_t *member, bool completes)
{
    state_key_t key = cman_waiter_key(barrier, member, completes);

    return state_find(cman_state->waiters, key) == NULL
           && state_obtain(&cman_state->pass, cman_state->waiters, key, 0, CMAN_MAX_WAITERS)
                  != NULL;
}

/* A node that waits for the second time begins a new barrier of this name. */
static cman_barrier_t *
cman_analyse_wait(const cman_frame_t *frame, cman_barrier_t *barrier)
{
    if (barrier == NULL || cman_is_waiting(barrier, frame->sender)) {
        barrier = cman_new_barrier(frame);
    }
    if (barrier == NULL || !cman_keep_waiter(barrier, frame->sender, false)) {
        /* Then its COMPLETE must not end an earlier barrier of this name. */
        wmem_map_remove(frame->half->barriers, frame->message->name);
        return NULL;
    }
    if (barrier->start_frame == 0) {
        barrier->start_frame = frame->frame;
        barrier->start_time = frame->when;
    }
    barrier->waiting++;
    frame->sender->waits_at = barrier;
    frame->sender->waits_since = frame->when;
    return barrier;
}

static cman_barrier_t *
cman_analyse_complete(const cman_frame_t *frame, cman_barrier_t *barrier)
{
    if (barrier == NULL) {
        barrier = cman_new_barrier(frame);
        if (barrier == NULL) {
            return NULL;
        }
    }
    if (barrier->complete_frame == 0) {
        barrier->complete_frame = frame->frame;
        barrier->complete_time = frame->when;
    }
    if (cman_keep_waiter(barrier, frame->sender, true)) {
        barrier->completed++;
    }
    if (barrier->start_frame != 0) {
        cman_add_finding(CMAN_FOUND_BARRIER_DONE, 0, frame->when - barrier->start_time);
    }
    return barrier;
}

/* The latest barrier of this name, or NULL.  A new message long after it was
 * completed is not of that one. */
static cman_barrier_t *
cman_known_barrier(const cman_frame_t *frame)
{
    wmem_map_t *barriers = frame->half->barriers;
    cman_barrier_t *barrier = wmem_map_lookup(barriers, frame->message->name);

    if (barrier != NULL && frame->delivery == CMAN_NEW && barrier->complete_frame != 0
        && frame->when - barrier->complete_time > COMPLETE_WITHIN) {
        wmem_map_remove(barriers, frame->message->name);
        return NULL;
    }
    return barrier;
}

bool
cman_barriers_analyse(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    cman_barrier_t *barrier;

    if (message->tgtport != CMAN_PORT_INTERNAL || message->number != CMAN_BARRIER
        || message->name == NULL || *message->name == '\0' || frame->is_of_any_half) {
        return false;
    }
    barrier = cman_known_barrier(frame);
    if (frame->delivery == CMAN_NEW && message->barrier_command == CMAN_BARRIER_WAIT) {
        barrier = cman_analyse_wait(frame, barrier);
    } else if (frame->delivery == CMAN_NEW
               && message->barrier_command == CMAN_BARRIER_COMPLETE) {
        barrier = cman_analyse_complete(frame, barrier);
    }
    if (barrier != NULL) {
        cman_add_finding(CMAN_FOUND_BARRIER, barrier->idx, barrier->waiting);
    }
    return true;
}
