/* nisca-mscp-pairs.c
 * Which MSCP command an end message answers.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

/* Attention messages of a server are no commands. */
#define MSCP_FIRST_ATTENTION 64

/* Commands wait in a table of fixed size: a newer one may take the place of an
 * older one, which is then forgotten. */
#define MAX_COMMANDS 4096

struct nisca_mscp_command {
    uint64_t key;
    int64_t time;
    uint32_t frame;     /* 0: empty */
    finding_t *finding; /* where the end message is noted */
    bool ended;
};

typedef struct nisca_mscp_command nisca_mscp_command_t;

static nisca_mscp_command_t *
nisca_mscp_slot(const nisca_frame_t *frame, uint64_t *key)
{
    const nisca_message_t *message = frame->message;

    if (nisca_state->commands == NULL) {
        nisca_state->commands =
            wmem_alloc0_array(wmem_file_scope(), nisca_mscp_command_t, MAX_COMMANDS);
    }
    *key = sightings_mix(frame->point, message->connection->index);
    *key = sightings_mix(*key, message->mscp_cmdref);
    return &nisca_state->commands[*key % MAX_COMMANDS];
}

static void
nisca_mscp_begin(const nisca_frame_t *frame)
{
    uint64_t key;
    nisca_mscp_command_t *slot = nisca_mscp_slot(frame, &key);

    *slot = (nisca_mscp_command_t){ .key = key, .time = frame->time, .frame = frame->frame };
    slot->finding = nisca_add_finding(frame, NISCA_FOUND_MSCP_COMMAND, 0, 0);
}

/* Numbers are used again: a second end message answers a command that is not in
 * the capture. */
static void
nisca_mscp_finish(const nisca_frame_t *frame)
{
    uint64_t key;
    nisca_mscp_command_t *slot = nisca_mscp_slot(frame, &key);

    if (slot->key == key && slot->ended && !frame->repeated) {
        slot->frame = 0;
    }
    if (slot->frame == 0 || slot->key != key) {
        return;
    }
    slot->ended = true;
    if (nisca_is_finding(slot->finding, NISCA_FOUND_MSCP_COMMAND, slot->frame)
        && slot->finding->ref == 0) {
        slot->finding->ref = frame->frame;
    }
    nisca_add_finding(frame, NISCA_FOUND_MSCP_END, slot->frame, frame->time - slot->time);
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
