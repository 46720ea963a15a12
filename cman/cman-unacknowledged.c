/* cman-unacknowledged.c
 * Why a node is declared NORESPONSE: which message its sender gives up, and who acknowledged it.
 *
 * A message is sent four times, at 0, 1, 2 and 3 s ("cnxman.c").  An acknowledgment that is in the
 * file was lost on the way to the sender.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-membership.h"
#include "cman-state.h"

/* The last attempt at a message is 1 s before its sender gives up. */
#define GIVEN_UP_WITHIN (3 * NS_PER_S)

/* Between two places whose clocks were not compared it is not known. */
static int64_t
cman_tried_for(const cman_frame_t *frame)
{
    const moment_t *first = &frame->seen.original;
    bool is_measured = first->when <= frame->when
                       && observation_is_measured(first, &frame->seen.at);

    return is_measured ? frame->when - first->when : -1;
}

/* A sender has one message outstanding: the latest that it sent again. */
void
cman_death_note_attempt(const cman_frame_t *frame)
{
    cman_member_t *sender = frame->sender;

    if (sender->tried.frame != frame->repeats && sender->tried.count >= CMAN_ATTEMPTS) {
        sender->given_up = sender->tried;
    }
    sender->tried = (cman_tried_t){ frame->repeats, frame->when, frame->seen.attempt,
                                    cman_tried_for(frame) };
}

/* The frame in which a node acknowledged a message, or 0.  Who gives a message up may send another
 * one, which waited for it, before the NODEDOWN. */
static uint32_t
cman_acknowledged(const cman_member_t *sender, uint32_t message, const cman_member_t *by)
{
    state_key_t key = { .third = sender->idx, .fourth = by->idx };
    const cman_acker_t *acker = state_find(cman_state->ackers, key);

    if (acker == NULL) {
        return 0;
    }
    if (acker->frame == message) {
        return acker->in;
    }
    return acker->before == message ? acker->before_in : 0;
}

/* The next member other than `dead` that acknowledged the message, from `*next` on; NULL at
 * the end. */
static const cman_member_t *
cman_next_acker(const cman_frame_t *frame, uint32_t message, const cman_member_t *dead,
                unsigned *next)
{
    wmem_array_t *heard = frame->cluster->heard;

    while (heard != NULL && *next < wmem_array_get_count(heard)) {
        const cman_member_t *member = *(cman_member_t **)wmem_array_index(heard, (*next)++);

        if (member != dead && cman_acknowledged(frame->sender, message, member) != 0) {
            return member;
        }
    }
    return NULL;
}

static const char *
cman_other_ackers(const cman_frame_t *frame, uint32_t message, const cman_member_t *dead)
{
    const cman_member_t *member;
    wmem_strbuf_t *words;
    unsigned count = 0, next = 0;

    while (cman_next_acker(frame, message, dead, &next) != NULL) {
        count++;
    }
    if (count == 0) {
        return NULL;
    }
    words = wmem_strbuf_new(wmem_file_scope(), count == 1 ? "node " : "nodes ");
    next = 0;
    for (unsigned i = 0; (member = cman_next_acker(frame, message, dead, &next)) != NULL; i++) {
        wmem_strbuf_append(words, cman_before_name(i, count));
        cman_append_node(words, frame, member->id);
    }
    return wmem_strbuf_finalize(words);
}

/* The message that the sender gives up, or NULL.  A NODEDOWN waits until the message before it
 * has its ACKs, which may be sent again itself. */
static const cman_tried_t *
cman_given_up(const cman_frame_t *frame)
{
    const cman_member_t *sender = frame->sender;
    bool is_waiting = sender->tried.count < CMAN_ATTEMPTS
                      && frame->when - sender->tried.when < CMAN_ACKED_WITHIN;
    const cman_tried_t *tried = is_waiting ? &sender->given_up : &sender->tried;

    return tried->frame != 0 && frame->when - tried->when <= GIVEN_UP_WITHIN ? tried : NULL;
}

/* Where several did not acknowledge it, the others acknowledge each NODEDOWN in turn: who
 * acknowledged the message itself is what the first of them found. */
static void
cman_find_message(const cman_frame_t *frame, const cman_member_t *dead, cman_death_t *death)
{
    cman_member_t *sender = frame->sender;
    const cman_tried_t *tried = cman_given_up(frame);

    if (tried == NULL) {
        return;
    }
    death->message = tried->frame;
    death->tries = tried->count;
    death->tried_for = tried->lasted;
    death->tried_ago = frame->when - tried->when;
    death->acked_in = cman_acknowledged(sender, tried->frame, dead);
    if (sender->judged_frame != tried->frame) {
        sender->judged_frame = tried->frame;
        sender->judged_ackers = cman_other_ackers(frame, tried->frame, dead);
    }
    death->ackers = sender->judged_ackers;
    death->shows_acks = sender->shows_acks;
}

/* The NODEDOWN that a STARTTRANS follows; or NULL. */
static const cman_death_t *
cman_declared_before(const cman_frame_t *frame, const cman_member_t *dead)
{
    const cman_death_t *before = cman_is(frame->message, CMAN_STARTTRANS)
                                         && dead->down_death != 0
                                         && frame->when - dead->death_told < CMAN_TOLD_FOR
                                     ? cman_death_in(dead->down_death - 1)
                                     : NULL;

    return before != NULL && before->by == frame->sender->id ? before : NULL;
}

void
cman_find_cause(const cman_frame_t *frame, const cman_member_t *dead, cman_death_t *death)
{
    const cman_death_t *before = cman_declared_before(frame, dead);

    if (death->reason != CMAN_LEFT_NORESPONSE) {
        return;
    }
    if (before == NULL) {
        cman_find_message(frame, dead, death);
        return;
    }
    death->message = before->message;
    death->tries = before->tries;
    death->tried_for = before->tried_for;
    death->tried_ago = before->tried_ago + frame->when - dead->down_time;
    death->acked_in = before->acked_in;
    death->ackers = before->ackers;
    death->shows_acks = before->shows_acks;
}
