/* cman-split.c
 * What nodes say of the cluster: whether it has quorum, and whether they agree.
 *
 * Every HELLO says the generation and the number of members that its sender knows, and each
 * node that hears another number starts a transition at once ("membership.c"); so nodes that
 * go on to contradict each other do not hear each other.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-sides.h"

/* --- Quorum -------------------------------------------------------------------- */

static void
cman_note_inquorate(const cman_frame_t *frame)
{
    wmem_array_t *heard = frame->cluster->heard;
    uint32_t view = frame->half->view;

    frame->half->inquorate = frame->message->generation;
    frame->half->inquorate_at = frame->when;
    frame->sender->inquorate_in = frame->half;
    for (unsigned i = 0; heard != NULL && i < wmem_array_get_count(heard); i++) {
        cman_member_t *member = *(cman_member_t **)wmem_array_index(heard, i);

        if (view != 0 && member->view == view) {
            member->inquorate_in = frame->half;
        }
    }
}

/* Generations rise: who says an earlier one than those without quorum was not with them, or has
 * not heard it yet.  A cluster that is formed anew begins with the first one. */
static bool
cman_was_with_quorum(const cman_frame_t *frame, const cman_half_t *half)
{
    return frame->message->generation < half->inquorate
           && frame->when - half->inquorate_at < CMAN_SAME_SPLIT;
}

/* Said once for the half that lost it, even where its nodes have joined another one since. */
static bool
cman_regains_quorum(const cman_frame_t *frame)
{
    cman_half_t *half = frame->sender->inquorate_in;
    bool was_with = half != NULL && cman_was_with_quorum(frame, half);
    bool regains = half != NULL && half->inquorate != 0 && !was_with;

    frame->sender->inquorate_in = NULL;
    if (half != NULL && !was_with) {
        half->inquorate = 0;
    }
    return regains;
}

static void
cman_analyse_votes(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;

    if (message->total_votes >= message->quorum) {
        if (cman_regains_quorum(frame)) {
            cman_tell(CMAN_FOUND_QUORATE, message->srcid,
                      "quorum is back under master node %s: %u votes, %u needed",
                      cman_told_node(frame, message->srcid), message->total_votes,
                      message->quorum);
        }
        return;
    }
    if (frame->sender->inquorate_in == NULL) {
        cman_tell(CMAN_FOUND_INQUORATE, message->srcid,
                  "no quorum under master node %s: %u vote%s, %u needed",
                  cman_told_node(frame, message->srcid), message->total_votes,
                  message->total_votes == 1 ? "" : "s", message->quorum);
    }
    cman_note_inquorate(frame);
}

/* Whether another node of this side said it; who is alone has no side but its own. */
static bool
cman_is_told_inquorate(const cman_frame_t *frame)
{
    return frame->message->generation == frame->half->inquorate && frame->message->members > 1;
}

/* Nobody knows when a node lost it that was not heard for long. */
static void
cman_tell_lost_quorum(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    const char *node = cman_told_node(frame, message->srcid);
    const char *plural = message->members == 1 ? "" : "s";
    int64_t unheard = frame->when - frame->sender->was_quorate_at;

    if (unheard < cman_hello_rules().lost_from) {
        cman_tell(CMAN_FOUND_INQUORATE, message->srcid, "node %s has lost quorum: %u member%s",
                  node, message->members, plural);
    } else {
        cman_tell(CMAN_FOUND_INQUORATE, message->srcid,
                  "node %s has no quorum: %u member%s; it had quorum in its last HELLO, "
                  "%" PRId64 " s before",
                  node, message->members, plural, unheard / NS_PER_S);
    }
}

/* Only where no ENDTRANS said it: the last node of two has none to send. */
static void
cman_analyse_quorate(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    cman_member_t *sender = frame->sender;
    bool is_quorate = (message->hello_flags & CMAN_HELLO_QUORATE) != 0;

    if (!is_quorate && sender->was_quorate && sender->inquorate_in == NULL
        && !cman_is_told_inquorate(frame)) {
        cman_tell_lost_quorum(frame);
        frame->half->inquorate = message->generation;
        frame->half->inquorate_at = frame->when;
    } else if (is_quorate && cman_regains_quorum(frame)) {
        cman_tell(CMAN_FOUND_QUORATE, message->srcid, "node %s has quorum again: %u member%s",
                  cman_told_node(frame, message->srcid), message->members,
                  message->members == 1 ? "" : "s");
    }
    sender->was_quorate = is_quorate;
    sender->was_quorate_at = frame->when;
    sender->inquorate_in = is_quorate ? NULL : frame->half;
}

/* --- Split ---------------------------------------------------------------------- */

/* Sides do not come to say what they will say at once: each waits for its own transition. */
#define SIDES_WITHIN 6 /* periods */

static bool
cman_is_apart_from(const cman_frame_t *frame, const cman_member_t *a, const cman_member_t *b)
{
    return a->said_generation != b->said_generation || a->said_members != b->said_members
           || cman_half_of(frame, a) != cman_half_of(frame, b);
}

static cman_member_t *
cman_heard_at(const cman_frame_t *frame, unsigned i)
{
    return *(cman_member_t **)wmem_array_index(frame->cluster->heard, i);
}

/* Two machines with one id are another matter. */
static bool
cman_is_id_shared(const cman_frame_t *frame, const cman_sides_t *sides)
{
    for (unsigned i = 0; i < wmem_array_get_count(frame->cluster->heard); i++) {
        const cman_member_t *member = cman_heard_at(frame, i);

        if (member->is_shared_told
            || (cman_side_of(frame, sides, member) != NULL
                && cman_member_by_id(frame->cluster, member->id) != member)) {
            return true;
        }
    }
    return false;
}

/* While a transition runs, nodes take up its generation one after the other. */
static bool
cman_is_settled(const cman_frame_t *frame, const cman_side_t *side)
{
    for (const cman_half_t *half = &frame->cluster->whole; half != NULL; half = half->next) {
        if (half->running != NULL && !cman_is_forgotten(frame, half->running)
            && half->running->generation == side->like->said_generation) {
            return false;
        }
    }
    return true;
}

/* Returns how many there were. */
static unsigned
cman_drop_unsettled(const cman_frame_t *frame, cman_sides_t *sides)
{
    unsigned kept = 0, all = sides->count;

    for (unsigned i = 0; i < all; i++) {
        if (cman_is_settled(frame, &sides->side[i])) {
            sides->side[kept++] = sides->side[i];
        }
    }
    sides->count = kept;
    return all - kept;
}

/* Of a side that says of itself that it is all there, there is another; or more nodes say it than
 * they count, each side for itself. */
static bool
cman_contradict(const cman_sides_t *sides)
{
    bool contradict = false;

    for (unsigned i = 0; i < sides->count; i++) {
        contradict = contradict || cman_side_is_of_several(&sides->side[i])
                     || (sides->count > 1 && cman_side_is_complete(&sides->side[i]));
    }
    return contradict;
}

/* The sides that contradict each other; none: they do not, or may be about to agree. */
static void
cman_find_sides(const cman_frame_t *frame, cman_sides_t *sides, bool *is_final)
{
    unsigned complete = 0, dropped;

    cman_sides_gather(frame, sides);
    if (cman_is_id_shared(frame, sides)) {
        sides->count = 0;
    }
    dropped = cman_drop_unsettled(frame, sides);
    if (!cman_contradict(sides)) {
        sides->count = 0;
    }
    for (unsigned i = 0; i < sides->count; i++) {
        complete += cman_side_is_complete(&sides->side[i]);
    }
    *is_final = dropped == 0 && (sides->count <= 2 || complete == sides->count);
}

/* The HELLO that contradicted first. */
static moment_t
cman_sides_since(const cman_sides_t *sides)
{
    moment_t first = sides->side[0].since, second = sides->side[0].all_since;

    for (unsigned i = 1; i < sides->count; i++) {
        const moment_t *since = &sides->side[i].since;

        if (i == 1 || since->when < second.when) {
            second = since->when < first.when ? first : *since;
        }
        first = since->when < first.when ? *since : first;
    }
    return second;
}

/* The row stands where the split was proved first.  Only nodes that go on to contradict each other
 * prove one: where nothing else did before, it stands at the HELLO that contradicted first. */
static void
cman_tell_sides(const cman_frame_t *frame, const cman_sides_t *sides)
{
    cman_cluster_t *cluster = frame->cluster;
    const finding_t *told = cman_tell_words(CMAN_FOUND_SPLIT, 0, cman_say_split(frame, sides));
    moment_t since = cman_sides_since(sides);

    if (cluster->split_topic != 0) {
        cman_tell_topic(told, CMAN_TOPIC_SPLIT | cluster->split_topic);
        cluster->split_topic = 0;
    } else {
        cman_tell_since(frame, told, &since);
    }
}

/* All nodes that were ever heard say what the sender says, and are no more than it counts. */
static bool
cman_all_agree(const cman_frame_t *frame)
{
    const cman_member_t *sender = frame->sender;
    unsigned count = wmem_array_get_count(frame->cluster->heard);

    for (unsigned i = 0; i < count; i++) {
        const cman_member_t *member = cman_heard_at(frame, i);

        if (member->said_generation != sender->said_generation
            || member->said_members != sender->said_members) {
            return false;
        }
    }
    return count <= sender->said_members;
}

/* The HELLO with which the last node came to say what all say now. */
static moment_t
cman_agreed_since(const cman_frame_t *frame)
{
    moment_t since = frame->sender->said_since;

    for (unsigned i = 0; i < wmem_array_get_count(frame->cluster->heard); i++) {
        const moment_t *said = &cman_heard_at(frame, i)->said_since;

        since = said->when > since.when ? *said : since;
    }
    return since;
}

static void
cman_end_split(const cman_frame_t *frame)
{
    cman_cluster_t *cluster = frame->cluster;
    moment_t since = cman_agreed_since(frame);
    finding_t *whole;

    if (frame->sender->said_generation > cluster->split_generation) {
        cluster->split_topic = 0;
    }
    if (cluster->split_told == 0) {
        return;
    }
    cluster->split_told = 0;
    whole = cman_tell_words(
        CMAN_FOUND_WHOLE, 0,
        wmem_strdup_printf(wmem_file_scope(),
                           "the cluster is no longer split: all nodes agree again (generation %u, "
                           "%u members)",
                           frame->sender->said_generation, frame->sender->said_members));
    if (whole != NULL) {
        whole->value = since.when - cluster->split_since;
        cman_tell_since(frame, whole, &since);
    }
}

static void
cman_begin_split(const cman_frame_t *frame, int64_t since)
{
    cman_cluster_t *cluster = frame->cluster;

    cluster->split_told = frame->when;
    cluster->split_since = since;
    if (cluster->heard_again.when < since) {
        cluster->heard_again.frame = 0;
    }
}

/* Who did not obey when it was declared dead has not heard it, and goes on without who said so. */
static void
cman_note_apart(const cman_frame_t *frame, const cman_sides_t *sides)
{
    for (unsigned i = 0; i < wmem_array_get_count(frame->cluster->heard); i++) {
        const cman_member_t *dead = cman_heard_at(frame, i), *by;

        if (dead->heard_death == 0 || cman_side_of(frame, sides, dead) == NULL) {
            continue;
        }
        by = cman_member_by_id(frame->cluster, cman_death_at(dead->heard_death - 1)->by);
        if (by != NULL && cman_is_apart_from(frame, dead, by)) {
            cman_set_mutual(frame, dead);
        }
    }
}

static bool
cman_is_across(const cman_frame_t *frame, const cman_death_t *death, const void *data)
{
    const cman_sides_t *sides = data;
    const cman_member_t *dead = cman_member_by_id(frame->cluster, death->node);
    const cman_member_t *by = cman_member_by_id(frame->cluster, death->by);
    const cman_side_t *side = dead != NULL ? cman_side_of(frame, sides, dead) : NULL;
    const cman_side_t *other = by != NULL ? cman_side_of(frame, sides, by) : NULL;

    return side != NULL && other != NULL && side != other && dead->idx == death->member;
}

/* Who hears a node of another generation starts a transition, or kills it: no node of one side
 * hears any of the other. */
static void
cman_fold_pairs(const cman_frame_t *frame, const cman_sides_t *sides)
{
    wmem_strbuf_t *words = wmem_strbuf_new(wmem_file_scope(), "");

    for (unsigned i = 0; i < sides->count; i++) {
        if (cman_side_is_of_several(&sides->side[i])) {
            return; /* there are more sides */
        }
        wmem_strbuf_append(words, i > 0 ? " and " : "");
        cman_name_side(frame, &sides->side[i], words);
    }
    wmem_strbuf_append_printf(words, " miss each other, though the file has HELLOs of all: look at "
                                     "the path%s between them",
                              sides->count > 2 ? "s" : "");
    cman_fold_deaths(frame, cman_is_across, sides, wmem_strbuf_finalize(words));
}

/* Once all agree they do, until one says something else. */
static bool
cman_do_agree(const cman_frame_t *frame)
{
    cman_cluster_t *cluster = frame->cluster;

    if (!cluster->agree) {
        cluster->agree = cman_all_agree(frame);
        if (cluster->agree) {
            cman_end_split(frame);
        }
    }
    return cluster->agree;
}

/* Comparing all nodes takes as long as there are nodes: it is done twice a period. */
static void
cman_compare(const cman_frame_t *frame)
{
    cman_cluster_t *cluster = frame->cluster;
    int64_t period = cman_hello_rules().period, due;
    cman_sides_t sides;
    bool is_final;

    cluster->compare_at = frame->when + period / 2;
    if (cman_do_agree(frame)) {
        return;
    }
    cman_find_sides(frame, &sides, &is_final);
    if (sides.count == 0) {
        return;
    }
    if (cluster->split_told != 0 && frame->when - cluster->split_told < CMAN_SAME_SPLIT) {
        cluster->split_told = frame->when;
        return;
    }
    due = cman_sides_since(&sides).when + (is_final ? 2 : SIDES_WITHIN) * period;
    if (frame->when > due) {
        cman_begin_split(frame, cman_sides_since(&sides).when);
        cman_note_apart(frame, &sides);
        cman_fold_pairs(frame, &sides);
        cman_tell_sides(frame, &sides);
    } else if (is_final) {
        cluster->compare_at = due;
    }
}

static void
cman_listen(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    cman_member_t *sender = frame->sender;

    if (sender->said_generation != message->generation
        || sender->said_members != message->members) {
        sender->said_since = frame->seen.at;
        frame->cluster->agree = false;
    }
    sender->said_generation = message->generation;
    sender->said_members = message->members;
    if (frame->cluster->heard != NULL && frame->when >= frame->cluster->compare_at) {
        cman_compare(frame);
    }
}

void
cman_split_analyse(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;

    if (message->tgtport != CMAN_PORT_MEMBERSHIP || !message->has_body) {
        return;
    }
    if (message->number == CMAN_ENDTRANS && frame->delivery == CMAN_NEW) {
        cman_analyse_votes(frame);
    } else if (frame->is_new_hello) {
        cman_analyse_quorate(frame);
        cman_listen(frame);
    }
}
