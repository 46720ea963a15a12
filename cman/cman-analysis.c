/* cman-analysis.c
 * The first pass: in which order the analysis looks at a message.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-analysis.h"
#include "cman-state.h"

static void
cman_analyse_new(const cman_frame_t *frame)
{
    bool advances = cman_analyse_number(frame);

    cman_note_absence(frame);
    if (advances && cman_is(frame->message, CMAN_HELLO)) {
        cman_analyse_hello(frame);
    }
    frame->sender->last_frame = frame->frame;
}

/* Returns false beyond a cap. */
static bool
cman_frame_begin(const wire_t *w, const cman_message_t *message, cman_frame_t *frame)
{
    *frame = (cman_frame_t){
        .message = message,
        .frame = w->pinfo->num,
        .time = capture_time(w->pinfo),
        .source = cman_address_key(&w->pinfo->net_src),
        .destination = cman_address_key(&w->pinfo->net_dst),
        .cluster = cman_cluster_of(w->pinfo, message),
    };
    frame->sender = frame->cluster != NULL ? cman_sender_of(frame) : NULL;
    return frame->sender != NULL;
}

void
cman_analyse(const wire_t *w, const cman_message_t *message)
{
    cman_frame_t frame;

    if (!message->has_header || !cman_begin_frame(w->pinfo)) {
        return;
    }
    if (!cman_frame_begin(w, message, &frame)) {
        first_pass_tell_limit(&cman_state->pass);
        return;
    }
    cman_learn_names(&frame);
    cman_classify(w, &frame);
    if (frame.delivery == CMAN_NEW) {
        cman_analyse_new(&frame);
    }
    cman_analyse_ack(&frame);
    cman_pairs_analyse(&frame);
    cman_transitions_analyse(&frame);
    cman_barriers_analyse(&frame);
}
