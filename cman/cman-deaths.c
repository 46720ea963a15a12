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

/* --- Deaths that a split explains ---------------------------------------------------- */

/* So many of the latest are looked at, and so many are named.  In a cluster of 32 nodes that
 * splits in the middle most nodes declare all of the other side: some 400. */
#define FOLDED_WITHIN 1024
#define FOLDED_NAMED 6

/* Until a split is known, a transition of each side may start again several times. */
#define FOLDED_FOR (3 * CMAN_TOLD_FOR)

typedef struct {
    uint32_t idx[FOLDED_WITHIN];
    unsigned count;
} cman_folded_t;

static void
cman_collect_folded(const cman_frame_t *frame, cman_is_folded_t *is_folded, const void *sides,
                    cman_folded_t *folded)
{
    uint32_t all = wmem_array_get_count(cman_state->deaths);

    folded->count = 0;
    for (uint32_t i = all > FOLDED_WITHIN ? all - FOLDED_WITHIN : 0; i < all; i++) {
        const cman_death_t *death = cman_death_at(i);

        if (death->was_heard && death->folded_into == 0
            && frame->when - death->told_at < FOLDED_FOR && is_folded(frame, death, sides)) {
            folded->idx[folded->count++] = i;
        }
    }
}

/* The row is of the frame of the first one. */
static const char *
cman_say_folded(const cman_folded_t *folded, const char *words)
{
    wmem_strbuf_t *all = wmem_strbuf_new(wmem_file_scope(), words);
    const cman_death_t *death = cman_death_at(folded->idx[0]);
    unsigned named = MIN(folded->count, FOLDED_NAMED);

    wmem_strbuf_append_printf(all, "; node %d is declared DEAD by node %d", (int32_t)death->node,
                              (int32_t)death->by);
    for (unsigned i = 1; i < named; i++) {
        death = cman_death_at(folded->idx[i]);
        wmem_strbuf_append_printf(all, ", %d by %d in frame %u", (int32_t)death->node,
                                  (int32_t)death->by, death->frame);
    }
    if (folded->count > named) {
        wmem_strbuf_append_printf(all, ", %u more", folded->count - named);
    }
    return wmem_strbuf_finalize(all);
}

void
cman_fold_deaths(const cman_frame_t *frame, cman_is_folded_t *is_folded, const void *sides,
                 const char *words)
{
    cman_folded_t folded;

    cman_collect_folded(frame, is_folded, sides, &folded);
    if (folded.count < 2) {
        return;
    }
    cman_death_in(folded.idx[0])->folded = cman_say_folded(&folded, words);
    for (unsigned i = 0; i < folded.count; i++) {
        cman_death_in(folded.idx[i])->folded_into = folded.idx[0] + 1;
        cman_add_finding(CMAN_FOUND_DEATH_FOLDED, folded.idx[i], 0);
    }
}

/* --- Who misses whom in turn ---------------------------------------------------------- */

/* Who leaves because it is declared dead has heard that. */
static bool
cman_has_obeyed(const cman_frame_t *frame, const cman_death_t *death)
{
    const cman_member_t *dead = cman_member_by_id(frame->cluster, death->node);

    return dead != NULL && dead->left > death->frame;
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
        if (others[i] != 0 && cman_is_recent(frame, others[i] - 1)
            && !cman_has_obeyed(frame, cman_death_at(others[i] - 1))) {
            cman_set_all_mutual(frame, others[i]);
            cman_set_all_mutual(frame, idx + 1);
        }
    }
}
