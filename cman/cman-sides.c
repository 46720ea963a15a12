/* cman-sides.c
 * The sides of a cluster whose nodes contradict each other: who is on which, and their words.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-sides.h"

/* Nodes that are named of one side. */
#define NAMED_MAX 6

/* --- Who is on which side --------------------------------------------------------- */

static bool
cman_is_alive(const cman_frame_t *frame, const cman_member_t *member)
{
    return member->id != 0 && member->heard.frame != 0
           && frame->when - member->heard.when <= cman_hello_rules().late_above;
}

static bool
cman_is_on_side(const cman_frame_t *frame, const cman_side_t *side, const cman_member_t *member)
{
    return cman_is_alive(frame, member)
           && member->said_generation == side->like->said_generation
           && member->said_members == side->like->said_members
           && (side->half == NULL || cman_half_of(frame, member) == side->half);
}

const cman_side_t *
cman_side_of(const cman_frame_t *frame, const cman_sides_t *sides, const cman_member_t *member)
{
    for (unsigned i = 0; i < sides->count; i++) {
        if (cman_is_on_side(frame, &sides->side[i], member)) {
            return &sides->side[i];
        }
    }
    return NULL;
}

static void
cman_count_on_side(cman_side_t *side, const cman_member_t *member)
{
    side->lowest = MIN(side->lowest, member->id);
    side->count++;
    side->quorate += member->was_quorate;
    if (member->said_since.when < side->since.when) {
        side->since = member->said_since;
    }
    if (member->said_since.when > side->all_since.when) {
        side->all_since = member->said_since;
    }
}

static cman_side_t *
cman_add_side(const cman_frame_t *frame, cman_sides_t *sides, const cman_member_t *member,
              bool by_half)
{
    if (sides->count == CMAN_SIDES_MAX) {
        return NULL;
    }
    sides->side[sides->count] = (cman_side_t){
        .like = member,
        .half = by_half ? cman_half_of(frame, member) : NULL,
        .lowest = member->id,
        .since = member->said_since,
        .all_since = member->said_since,
    };
    return &sides->side[sides->count++];
}

/* Returns whether each node is on one side only. */
static bool
cman_gather_nodes(const cman_frame_t *frame, cman_sides_t *sides, bool by_half)
{
    bool is_clear = true;

    sides->count = 0;
    for (unsigned i = 0; i < wmem_array_get_count(frame->cluster->heard); i++) {
        const cman_member_t *member = *(cman_member_t **)wmem_array_index(frame->cluster->heard, i);
        cman_side_t *side;

        if (!cman_is_alive(frame, member)) {
            continue;
        }
        side = (cman_side_t *)cman_side_of(frame, sides, member);
        side = side != NULL ? side : cman_add_side(frame, sides, member, by_half);
        if (side != NULL) {
            cman_count_on_side(side, member);
            is_clear = is_clear && !cman_side_is_of_several(side);
        }
    }
    return is_clear;
}

static int
cman_compare_sides(const void *a, const void *b)
{
    uint32_t first = ((const cman_side_t *)a)->lowest, second = ((const cman_side_t *)b)->lowest;

    return (first > second) - (first < second);
}

/* Two halves may go on with the same generation and number of members.  Which node is in which half
 * may not be known either, as the last node of two has no transition. */
void
cman_sides_gather(const cman_frame_t *frame, cman_sides_t *sides)
{
    if (!cman_gather_nodes(frame, sides, false) && !cman_gather_nodes(frame, sides, true)) {
        cman_gather_nodes(frame, sides, false);
    }
    qsort(sides->side, sides->count, sizeof sides->side[0], cman_compare_sides);
}

bool
cman_side_is_complete(const cman_side_t *side)
{
    return side->count >= side->like->said_members;
}

bool
cman_side_is_of_several(const cman_side_t *side)
{
    return side->count > side->like->said_members;
}

/* A side without quorum waits; two with quorum both go on to use what they share. */
static bool
cman_side_has_quorum(const cman_side_t *side)
{
    return side->quorate == side->count;
}

/* --- Its words -------------------------------------------------------------------- */

/* The node of this side with the lowest id above `id`, or NULL. */
static const cman_member_t *
cman_next_on_side(const cman_frame_t *frame, const cman_side_t *side, uint32_t id)
{
    const cman_member_t *next = NULL;

    for (unsigned i = 0; i < wmem_array_get_count(frame->cluster->heard); i++) {
        const cman_member_t *member = *(cman_member_t **)wmem_array_index(frame->cluster->heard, i);

        if (cman_is_on_side(frame, side, member) && member->id > id
            && (next == NULL || member->id < next->id)) {
            next = member;
        }
    }
    return next;
}

void
cman_name_side(const cman_frame_t *frame, const cman_side_t *side, wmem_strbuf_t *words)
{
    const cman_member_t *member = cman_next_on_side(frame, side, 0);
    unsigned names = side->count > NAMED_MAX ? NAMED_MAX + 1 : side->count;

    wmem_strbuf_append(words, side->count == 1 ? "node " : "nodes ");
    for (unsigned i = 0; member != NULL && i < NAMED_MAX; i++) {
        wmem_strbuf_append(words, cman_before_name(i, names));
        cman_append_node(words, frame, member->id);
        member = cman_next_on_side(frame, side, member->id);
    }
    if (side->count > NAMED_MAX) {
        wmem_strbuf_append_printf(words, " and %u more", side->count - NAMED_MAX);
    }
}

static void
cman_say_side(const cman_frame_t *frame, const cman_side_t *side, const char *which,
              wmem_strbuf_t *words)
{
    uint32_t members = side->like->said_members;
    const char *plural = members == 1 ? "" : "s";

    cman_name_side(frame, side, words);
    if (cman_side_is_of_several(side)) {
        wmem_strbuf_append_printf(words, "%s each count %u member%s (generation %u)", which,
                                  members, plural, side->like->said_generation);
    } else {
        wmem_strbuf_append_printf(words, " (generation %u, %u member%s)",
                                  side->like->said_generation, members, plural);
    }
}

static void
cman_say_quorate(const cman_sides_t *sides, wmem_strbuf_t *words)
{
    unsigned quorate = 0;
    bool knows_sides = true;

    for (unsigned i = 0; i < sides->count; i++) {
        quorate += cman_side_has_quorum(&sides->side[i]);
        knows_sides = knows_sides && !cman_side_is_of_several(&sides->side[i]);
    }
    if (quorate == sides->count) {
        wmem_strbuf_append(words, !knows_sides   ? "; all have quorum"
                                  : quorate == 2 ? "; both sides have quorum"
                                                 : "; all sides have quorum");
    } else if (quorate > 1) {
        wmem_strbuf_append_printf(words, "; %u of %u sides have quorum", quorate, sides->count);
    }
}

char *
cman_say_split(const cman_frame_t *frame, const cman_sides_t *sides)
{
    wmem_strbuf_t *words = wmem_strbuf_new(wmem_file_scope(), "the cluster is split: ");

    for (unsigned i = 0; i < sides->count; i++) {
        wmem_strbuf_append(words, i > 0 ? " against " : "");
        cman_say_side(frame, &sides->side[i], sides->count > 1 ? ", which" : "", words);
    }
    cman_say_quorate(sides, words);
    return wmem_strbuf_finalize(words);
}
