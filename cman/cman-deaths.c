/* cman-deaths.c
 * The deaths that were told, and what later frames say of them: who misses whom in turn.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

uint32_t
cman_keep_death(const cman_death_t *death)
{
    wmem_array_append_one(cman_state->deaths, *death);
    return wmem_array_get_count(cman_state->deaths) - 1;
}

cman_death_t *
cman_death_in(uint32_t idx)
{
    return wmem_array_index(cman_state->deaths, idx);
}

const cman_death_t *
cman_death_at(uint32_t idx)
{
    return cman_death_in(idx);
}

void
cman_amend_death(const cman_frame_t *frame, uint32_t idx)
{
    if (cman_death_in(idx)->frame != frame->frame) {
        cman_add_finding(CMAN_FOUND_DEATH_AMENDED, idx, 0);
    }
}

static bool
cman_is_recent(const cman_frame_t *frame, uint32_t idx)
{
    return frame->when - cman_death_in(idx)->told_at < CMAN_TOLD_FOR;
}

/* From that with index `link` - 1 to those of the same node that others told before. */
static void
cman_set_all_mutual(const cman_frame_t *frame, uint32_t link)
{
    while (link != 0 && cman_is_recent(frame, link - 1) && !cman_death_in(link - 1)->is_mutual) {
        cman_death_in(link - 1)->is_mutual = true;
        cman_amend_death(frame, link - 1);
        link = cman_death_in(link - 1)->heard_before;
    }
}

void
cman_set_mutual(const cman_frame_t *frame, const cman_member_t *dead)
{
    cman_set_all_mutual(frame, dead->heard_death);
}

/* If who is declared dead, and who declares it, do so of each other, or their sides do,
 * then neither is deaf: the path between them is broken. */
void
cman_note_mutual(const cman_frame_t *frame, cman_member_t *dead, uint32_t idx)
{
    cman_member_t *sender = frame->sender;
    uint32_t others[] = { sender->heard_death, dead->deaf_death };

    cman_death_in(idx)->told_at = frame->when;
    cman_death_in(idx)->heard_before = dead->heard_death;
    dead->heard_death = idx + 1;
    sender->deaf_death = idx + 1;
    for (unsigned i = 0; i < array_length(others); i++) {
        if (others[i] != 0 && cman_is_recent(frame, others[i] - 1)) {
            cman_set_all_mutual(frame, others[i]);
            cman_set_all_mutual(frame, idx + 1);
        }
    }
}
