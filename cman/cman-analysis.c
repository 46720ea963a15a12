/* cman-analysis.c
 * The first pass: in which order the analysis looks at a message.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-analysis.h"
#include "cman-state.h"

/* Frames that come so far behind others of their cluster, because files were
 * appended, fill in what was missing; nothing begins with them. */
#define FAR_BEHIND NS_PER_S

/* The HELLO with MASTER goes to one node ("membership.c"): it is no heartbeat. */
static bool
cman_is_heartbeat(const cman_message_t *message)
{
    return cman_is(message, CMAN_HELLO) && !(message->hello_flags & CMAN_HELLO_MASTER);
}

static void
cman_list_sender(const cman_frame_t *frame)
{
    cman_cluster_t *cluster = frame->cluster;
    cman_member_t *sender = frame->sender;

    if (sender->is_sender || sender->id == 0) {
        return;
    }
    sender->is_sender = true;
    if (cluster->senders == NULL) {
        cluster->senders = wmem_array_new(wmem_file_scope(), sizeof(cman_member_t *));
    }
    wmem_array_append_one(cluster->senders, sender);
}

/* Who sends no HELLO may send other messages, or ACKs. */
static void
cman_note_sign_of_life(const cman_frame_t *frame)
{
    cman_member_t *sender = frame->sender;

    sender->has_sent_since |= !cman_is_heartbeat(frame->message)
                              && frame->when > sender->heard.when;
}

static void
cman_analyse_new(cman_frame_t *frame)
{
    bool advances = cman_analyse_number(frame);

    cman_list_sender(frame);
    cman_joins_note_hello(frame);
    cman_note_absence(frame);
    frame->is_new_hello = advances && cman_is_heartbeat(frame->message);
    frame->sender->last_frame = frame->frame;
}

/* What concerns the wire, at the first sighting of a transmission. */
static void
cman_analyse_transmission(cman_frame_t *frame)
{
    cman_learn_names(frame);
    cman_classify(frame);
    cman_halves_settle(frame);
    cman_note_broadcast(frame);
    cman_note_sign_of_life(frame);
    if (frame->seen.behind <= FAR_BEHIND) {
        cman_death_analyse(frame);
    }
    if (frame->delivery == CMAN_NEW) {
        cman_analyse_new(frame);
    }
    cman_analyse_ack(frame);
    cman_pairs_analyse(frame);
    if (frame->seen.behind <= FAR_BEHIND) {
        cman_transitions_analyse(frame);
        cman_missing_note(frame);
        if (cman_barriers_analyse(frame)) {
            cman_transitions_note_barrier(frame);
        }
        cman_joins_analyse(frame);
        cman_identity_analyse(frame);
    }
}

/* What shows in the course of time, whatever the frame is. */
static void
cman_watch(const cman_frame_t *frame)
{
    if (frame->is_new_hello) {
        cman_missing_watch(frame);
        cman_transitions_watch(frame);
    }
    if (frame->seen.is_first) {
        cman_split_analyse(frame);
        cman_joins_watch(frame);
    }
    if (frame->seen.is_first_here) {
        cman_death_watch(frame);
        cman_identity_look_around(frame);
    }
}

static void
cman_analyse_frame(cman_frame_t *frame)
{
    if (frame->seen.is_first_here && frame->seen.behind <= FAR_BEHIND) {
        cman_death_note_watching(frame);
    }
    if (frame->seen.is_first) {
        cman_analyse_transmission(frame);
    } else {
        cman_remember(frame);
        cman_death_note_sighting(frame);
        if (frame->seen.is_first_here) {
            cman_death_show_again(frame);
        }
    }
    if (frame->seen.attempt == 1 && cman_is_heartbeat(frame->message)) {
        cman_analyse_hello(frame);
    }
    if (frame->is_new_hello) {
        cman_death_heartbeat(frame);
    }
    if (frame->seen.behind <= FAR_BEHIND) {
        cman_watch(frame);
    }
}

void
cman_analyse(const wire_t *w, const cman_message_t *message)
{
    cman_frame_t frame = { .message = message, .frame = w->pinfo->num };

    if (!cman_begin_frame(w->pinfo) || !message->has_header) {
        return;
    }
    if (!cman_observe(w, &frame)) {
        first_pass_tell_limit(&cman_state->pass);
        return;
    }
    cman_analyse_frame(&frame);
}
