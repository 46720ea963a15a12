/* cman-halves.c
 * In which half of a split cluster a node is.
 *
 * Where nodes cannot hear each other, each half declares the other dead, and both go on
 * with a master of their own; a capture of both halves shows two transitions at once
 * ("membership.c" has nothing for that: no node sees it).  In a clash of two masters, on the
 * other hand, neither is declared dead, and one gives way.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

/* Halves that are followed in one cluster. */
#define HALVES_MAX 8

/* A STARTTRANS with its sender's own id names nobody. */
static bool
cman_declares_down(const cman_message_t *message)
{
    return cman_is(message, CMAN_NODEDOWN)
           || (cman_is(message, CMAN_STARTTRANS) && message->nodeid != message->srcid
               && (message->trans_reason == CMAN_TRANS_REMNODE
                   || message->trans_reason == CMAN_TRANS_ANOTHERREMNODE));
}

/* Where a master dies, the others go on with DEADMASTER: who removes it as any other node
 * never heard of its transition. */
static bool
cman_defies_master(const cman_frame_t *frame, const cman_half_t *half)
{
    const cman_transition_t *running = half->running;
    const cman_message_t *message = frame->message;
    const cman_member_t *master;

    if (running == NULL || running->given_up || cman_is_forgotten(frame, running)
        || running->master == message->srcid
        || message->trans_reason == CMAN_TRANS_DEADMASTER) {
        return false;
    }
    master = cman_member_by_id(frame->cluster, running->master);
    return (cman_declares_down(message) && message->nodeid == running->master)
           || (master != NULL && master->down_by == frame->sender);
}

/* Who was declared dead by the same node as the master, the other side's, is with the master: it is
 * that node that parts, once it starts anything. */
static bool
cman_shares_fate(const cman_frame_t *frame, const cman_half_t *half)
{
    const cman_transition_t *running = half->running;
    const cman_member_t *down_by = frame->sender->down_by, *master;

    if (running == NULL || cman_is_forgotten(frame, running)
        || running->master == frame->message->srcid) {
        return false;
    }
    master = cman_member_by_id(frame->cluster, running->master);
    return master != NULL && master != down_by && master->down_by == down_by;
}

/* Whether a node that starts a transition cannot be of this half. */
static bool
cman_is_apart(const cman_frame_t *frame, const cman_half_t *half)
{
    const cman_member_t *down_by = frame->sender->down_by;

    return (down_by != NULL && cman_half_of(frame, down_by) == half
            && !cman_shares_fate(frame, half))
           || cman_defies_master(frame, half);
}

static bool
cman_may_be_of(const cman_frame_t *frame, const cman_half_t *half)
{
    return half != cman_half_of(frame, frame->sender) && half->running != NULL
           && !cman_is_forgotten(frame, half->running) && !cman_is_apart(frame, half);
}

/* A half in which a transition runs that the sender may be part of; or a new one. */
static cman_half_t *
cman_other_half(const cman_frame_t *frame)
{
    cman_half_t *half = &frame->cluster->whole;

    for (unsigned count = 1; !cman_may_be_of(frame, half); count++) {
        if (count > HALVES_MAX) {
            first_pass_tell_limit(&cman_state->pass);
            return cman_half_of(frame, frame->sender);
        }
        if (half->next == NULL) {
            half->next = wmem_new0(wmem_file_scope(), cman_half_t);
            cman_half_init(half->next);
            return half->next;
        }
        half = half->next;
    }
    return half;
}

/* Who is a member by what a master says is in the master's half. */
static void
cman_admit(const cman_frame_t *frame, cman_member_t *member)
{
    if (member != NULL) {
        member->half = frame->sender->half;
        member->down_by = NULL;
    }
}

static void
cman_admit_view(const cman_frame_t *frame)
{
    for (const cman_view_node_t *node = frame->message->view_nodes; node != NULL;
         node = node->next) {
        if (node->whole && node->state == CMAN_NODE_MEMBER) {
            cman_admit(frame, cman_member_by_id(frame->cluster, node->id));
        }
    }
}

/* The node may be heard later in the file. */
static void
cman_note_down(const cman_frame_t *frame)
{
    uint32_t id = frame->message->nodeid;
    cman_member_t *member = id != 0 ? cman_member_named(frame->cluster, id) : NULL;

    if (member != NULL && member != frame->sender) {
        member->down_by = frame->sender;
    }
}

static void
cman_settle_starter(const cman_frame_t *frame)
{
    cman_half_t *half = cman_half_of(frame, frame->sender);

    if (cman_is_apart(frame, half)) {
        frame->sender->half = cman_other_half(frame);
        cman_part(frame, half, frame->sender->half);
    }
}

/* Each half ends its transition with a generation that the other one has, too; a cluster has no
 * generation twice. */
static void
cman_settle_ender(const cman_frame_t *frame)
{
    const cman_transition_t *ended = cman_half_of(frame, frame->sender)->ended;

    if (ended != NULL && ended->master != frame->message->srcid
        && ended->end_generation == frame->message->generation
        && !cman_is_forgotten(frame, ended)) {
        frame->sender->half = cman_other_half(frame);
    }
}

static void
cman_settle(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    cman_member_t *sender = frame->sender, *master;

    switch (message->number) {
    case CMAN_STARTTRANS:
        cman_settle_starter(frame);
        if (message->trans_reason == CMAN_TRANS_NEWNODE) {
            cman_admit(frame, cman_member_by_id(frame->cluster, message->nodeid));
        }
        break;
    case CMAN_ENDTRANS:
        cman_settle_ender(frame);
        break;
    case CMAN_STARTACK:
    case CMAN_VIEWACK:
        master = cman_member_by_id(frame->cluster, message->tgtid);
        sender->half = master != NULL ? master->half : sender->half;
        break;
    case CMAN_MASTERVIEW:
        cman_admit_view(frame);
        break;
    case CMAN_JOINCONF:
        cman_admit(frame, cman_member_by_address(frame->cluster, frame->destination));
        break;
    case CMAN_JOINREQ:
        sender->down_by = NULL;
        break;
    default:
        break;
    }
}

/* --- Whose answer was not captured ------------------------------------------- */

/* Halves whose transition has been over for longer have no barrier open ("cnxman.c"). */
#define BARRIER_WITHIN (10 * NS_PER_S)

/* Who acknowledges what a master sends after its transition was in it. */
static void
cman_settle_acker(const cman_frame_t *frame)
{
    const cman_member_t *master = cman_member_by_address(frame->cluster, frame->destination);
    cman_half_t *half = master != NULL ? cman_half_of(frame, master) : NULL;

    if (half != NULL && half->running == NULL && half->ended != NULL
        && half->ended->master == master->id
        && frame->when - half->ended->end_time <= BARRIER_WITHIN && !cman_is_apart(frame, half)) {
        frame->sender->half = half;
        frame->sender->view_acked = half->round;
    }
}

/* Whether the sender took part in the transition that ended last in this half. */
static bool
cman_took_part(const cman_frame_t *frame, const cman_half_t *half)
{
    const cman_member_t *sender = frame->sender;

    return sender->id == half->ended->master || sender->start_acked == half->round
           || sender->view_acked == half->round
           || (half->view_round == half->round && sender->view == half->view);
}

static bool
cman_may_wait_in(const cman_frame_t *frame, const cman_half_t *half)
{
    const cman_transition_t *ended = half->ended;

    return ended != NULL && frame->when - ended->end_time <= BARRIER_WITHIN
           && cman_barrier_closes(frame->message->name, ended) && !cman_is_apart(frame, half);
}

/* Two halves may have a barrier of one name.  A node that took part in neither transition,
 * as far as the file shows, may be at either. */
static void
cman_settle_waiter(cman_frame_t *frame)
{
    cman_half_t *found = NULL;
    unsigned count = 0;

    for (cman_half_t *half = &frame->cluster->whole; half != NULL; half = half->next) {
        if (cman_may_wait_in(frame, half)) {
            found = count++ == 0 || cman_took_part(frame, half) ? half : found;
        }
    }
    if (count > 1 && !cman_took_part(frame, found)) {
        frame->is_of_any_half = true;
    } else if (count > 0) {
        frame->sender->half = found;
    }
}

static void
cman_settle_internal(cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;

    if (message->number == CMAN_ACK) {
        cman_settle_acker(frame);
    } else if (message->number == CMAN_BARRIER && message->name != NULL) {
        cman_settle_waiter(frame);
    }
}

void
cman_halves_settle(cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;

    if (message->tgtport == CMAN_PORT_INTERNAL && frame->cluster->whole.next != NULL) {
        cman_settle_internal(frame);
    }
    if (message->tgtport == CMAN_PORT_MEMBERSHIP && message->has_body
        && frame->delivery == CMAN_NEW) {
        cman_settle(frame);
        if (cman_declares_down(message)) {
            cman_note_down(frame);
        }
    }
    frame->half = cman_half_of(frame, frame->sender);
}
