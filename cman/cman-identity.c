/* cman-identity.c
 * Who has another's node id, and which clusters share a LAN.
 *
 * A node drops a HELLO with its own id as its own, so two machines with one id never notice
 * each other; and names like prod1 and proc3 give one cluster number ("cnxman.c").  A node
 * that hears nobody asks with NEWCLUSTER for 16 s, and then forms a cluster of its own.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

/* A machine that took over an address' id is not heard at the old one any more; one that
 * has another's id is, within two HELLOs. */
#define SHARED_WITHIN (60 * NS_PER_S)

/* --- One id, two machines -------------------------------------------------------- */

/* The other machine of this id was seen before; is it still there?  Only HELLOs count: no
 * member is without. */
static void
cman_analyse_shared(const cman_frame_t *frame, cman_member_t *holder)
{
    uint32_t id = frame->message->srcid;

    if (frame->source == holder->shared || holder->is_shared_told) {
        return;
    }
    if (frame->when - holder->shared_time <= SHARED_WITHIN) {
        holder->is_shared_told = true;
        cman_tell(CMAN_FOUND_IDENTITY, id,
                  "node ID %d is that of two machines, at %s and at %s: each counts on its own",
                  (int32_t)id, cman_told_address(frame->source),
                  cman_told_address(holder->shared));
    }
    holder->shared = 0;
}

static void
cman_analyse_machine(const cman_frame_t *frame)
{
    cman_member_t *holder;

    if (!frame->seen.is_impostor && !cman_state->watches_shared) {
        return;
    }
    holder = cman_member_by_id(frame->cluster, frame->message->srcid);
    if (holder == NULL) {
        return;
    }
    if (frame->seen.is_impostor && frame->is_new_hello) {
        holder->shared = frame->source;
        holder->shared_time = frame->when;
        cman_state->watches_shared = true;
    } else if (holder->shared != 0 && frame->is_new_hello) {
        cman_analyse_shared(frame, holder);
    }
}

/* --- A cluster of one ------------------------------------------------------------- */

static void
cman_analyse_forming(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    cman_member_t *sender = frame->sender;

    if (cman_is(message, CMAN_NEWCLUSTER)) {
        sender->formed = frame->frame;
    } else if (cman_is(message, CMAN_HELLO) && sender->formed != 0) {
        if (message->members == 1) {
            cman_tell(CMAN_FOUND_FORMED, message->srcid,
                      "node %s at %s forms a cluster of its own: nobody answered its NEWCLUSTER",
                      cman_told_node(frame, message->srcid), cman_told_address(frame->source));
        }
        sender->formed = 0;
    }
}

void
cman_identity_analyse(const cman_frame_t *frame)
{
    if (frame->delivery != CMAN_NEW) {
        return;
    }
    if (frame->message->srcid != 0) {
        cman_analyse_machine(frame);
    }
    cman_analyse_forming(frame);
}

/* --- Two clusters, one LAN --------------------------------------------------------- */

static bool
cman_is_known_neighbor(uint32_t number)
{
    return state_find(cman_state->lans_told, (state_key_t){ .third = number }) != NULL;
}

static void
cman_know_neighbor(uint32_t number)
{
    state_obtain(&cman_state->pass, cman_state->lans_told, (state_key_t){ .third = number }, 1,
                 CMAN_MAX_CLUSTERS);
}

/* A feed is one LAN. */
void
cman_identity_look_around(const cman_frame_t *frame)
{
    uint32_t number = frame->message->cluster, *first;

    if (frame->seen.at.feed == cman_state->last_feed && number == cman_state->last_number) {
        return;
    }
    cman_state->last_feed = frame->seen.at.feed;
    cman_state->last_number = number;
    first = state_obtain(&cman_state->pass, cman_state->lans,
                         (state_key_t){ .third = frame->seen.at.feed }, sizeof *first,
                         CMAN_MAX_CLUSTERS);
    if (first == NULL || *first == number + 1) {
        return;
    }
    if (*first == 0) {
        *first = number + 1; /* 0 is a number, too */
        return;
    }
    if (!cman_is_known_neighbor(number)) {
        cman_know_neighbor(number);
        cman_know_neighbor(*first - 1);
        cman_tell(CMAN_FOUND_SECOND, frame->message->srcid,
                  "another cluster is on this LAN: number %u beside %u", number, *first - 1);
    }
}
