/* nisca-mscp-pairs.c
 * Which MSCP command an end message answers.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

/* Attention messages of a server are no commands. */
#define MSCP_FIRST_ATTENTION 64

/* Not the key of an SCS request: these are made of other things. */
static uint64_t
nisca_mscp_key(const nisca_frame_t *frame)
{
    uint64_t key = sightings_mix(frame->cluster, frame->message->connection->number);

    return sightings_mix(key, frame->message->mscp_cmdref);
}

static void
nisca_mscp_begin(const nisca_frame_t *frame)
{
    request_t command = requests_open(nisca_state->requests, frame->frame, frame->when);

    command.key = nisca_mscp_key(frame);
    requests_add(nisca_state->requests, &command);
}

static void
nisca_mscp_finish(const nisca_frame_t *frame)
{
    request_t *command = requests_find_for_answer(nisca_state->requests, nisca_mscp_key(frame),
                                                  frame->repeated);

    if (command != NULL) {
        requests_answer(nisca_state->requests, command, frame->frame);
        nisca_found(NISCA_FOUND_MSCP_END, command->frame, frame->when - command->when);
    }
}

void
nisca_mscp_analyse(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;

    if (!message->has_mscp || message->mscp_cmdref == 0) {
        return;
    }
    if (message->mscp_opcode & NISCA_MSCP_END) {
        nisca_mscp_finish(frame);
    } else if (message->mscp_opcode < MSCP_FIRST_ATTENTION && !frame->repeated) {
        nisca_mscp_begin(frame);
    }
}
