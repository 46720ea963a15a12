/* cman-missing.c
 * Who did not answer: members that a transition waits for when its master starts it
 * again.
 *
 * The master waits for a STARTACK of each member, then for a VIEWACK of each, then all
 * wait at the barrier; after 15 s it starts again ("membership.c").
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

/* --- Members ------------------------------------------------------------------- */

/* A view in several parts begins with the one that says so. */
static void
cman_note_view(const cman_frame_t *frame)
{
    cman_cluster_t *cluster = frame->cluster;

    if (frame->message->view_flags & CMAN_VIEW_FIRST) {
        frame->half->view = ++cluster->views;
    }
    for (const cman_view_node_t *node = frame->message->view_nodes; node != NULL;
         node = node->next) {
        cman_member_t *member =
            node->whole && node->state == CMAN_NODE_MEMBER
                ? cman_member_by_id(cluster, node->id)
                : NULL;

        if (member != NULL) {
            member->view = frame->half->view;
            cman_list_member(cluster, member);
        }
    }
}

static void
cman_note_gone(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    bool leaves = message->number == CMAN_LEAVE;
    cman_member_t *member = leaves ? frame->sender
                                   : cman_member_by_id(frame->cluster, message->nodeid);

    if (member != NULL && (leaves || message->nodeid != message->srcid)) {
        member->is_gone = true;
    }
}

void
cman_missing_note(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;

    if (message->tgtport != CMAN_PORT_MEMBERSHIP || !message->has_body
        || frame->delivery != CMAN_NEW) {
        return;
    }
    switch (message->number) {
    case CMAN_HELLO:
        frame->sender->is_gone = false;
        frame->cluster->hello_members = message->members;
        break;
    case CMAN_MASTERVIEW:
        frame->half->view_round = frame->half->round;
        cman_note_view(frame);
        break;
    case CMAN_STARTACK:
        if (frame->half->running != NULL
            && message->generation == frame->half->running->generation) {
            frame->sender->start_acked = frame->half->round;
        }
        break;
    case CMAN_VIEWACK:
        frame->sender->view_acked = frame->half->round;
        break;
    case CMAN_LEAVE:
        if (frame->half->running != NULL && message->srcid == frame->half->running->master
            && (message->leave & CMAN_LEAVE_REASON) == CMAN_LEFT_INCONSISTENT) {
            frame->half->running->given_up = true;
        }
        cman_note_gone(frame);
        break;
    case CMAN_NODEDOWN:
        cman_note_gone(frame);
        break;
    default:
        break;
    }
}

/* Whether the senders of HELLOs are as many as the HELLOs say, with or without those
 * that are gone: then there are no more. */
static bool
cman_hears_all(const cman_cluster_t *cluster)
{
    unsigned all = wmem_array_get_count(cluster->heard), here = 0;

    for (unsigned i = 0; i < all; i++) {
        here += !(*(cman_member_t **)wmem_array_index(cluster->heard, i))->is_gone;
    }
    return here <= cluster->hello_members && cluster->hello_members <= all;
}

/* Members are those of the latest view; without one the senders of HELLOs. */
static bool
cman_is_member(const cman_frame_t *frame, const cman_member_t *member)
{
    uint32_t view = frame->half->view;
    bool by_hello = view == 0 && cman_hears_all(frame->cluster);

    return !member->is_gone && member->id != 0
           && (by_hello || (view != 0 && member->view == view));
}

/* --- Who is missing --------------------------------------------------------------- */

static bool
cman_has_answered(const cman_frame_t *frame, const cman_member_t *member)
{
    const cman_half_t *half = frame->half;

    if (member->id == half->running->master || member->id == half->running->node) {
        return true;
    }
    return half->view_round == half->round ? member->view_acked == half->round
                                           : member->start_acked == half->round;
}

/* `barrier` NULL: the transition had not got so far. */
uint32_t
cman_missing_find(const cman_frame_t *frame, const cman_barrier_t *barrier)
{
    wmem_array_t *heard = frame->cluster->heard;
    uint32_t found = 0;

    for (unsigned i = 0; heard != NULL && i < wmem_array_get_count(heard); i++) {
        const cman_member_t *member = *(cman_member_t **)wmem_array_index(heard, i);

        if (!cman_is_member(frame, member)
            || (barrier != NULL ? cman_is_waiting(barrier, member)
                                : cman_has_answered(frame, member))) {
            continue;
        }
        found++;
        cman_add_finding(barrier != NULL ? CMAN_FOUND_BARRIER_MISSING
                                         : CMAN_FOUND_TRANSITION_MISSING,
                         0,
                         (int32_t)member->id);
    }
    return found;
}
