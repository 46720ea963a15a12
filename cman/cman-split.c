/* cman-split.c
 * What nodes say of the cluster: whether it has quorum, and whether they agree.
 *
 * Every HELLO says the generation and the number of members that its sender knows, and each
 * node that hears another number starts a transition at once ("membership.c"); so nodes that
 * go on to contradict each other do not hear each other.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

/* Nodes that are named of one side of a split. */
#define NAMED_MAX 6

/* --- Quorum -------------------------------------------------------------------- */

static void
cman_note_inquorate(const cman_frame_t *frame)
{
    wmem_array_t *heard = frame->cluster->heard;
    uint32_t view = frame->half->view;

    frame->half->inquorate = frame->message->generation;
    frame->sender->inquorate_in = frame->half;
    for (unsigned i = 0; heard != NULL && i < wmem_array_get_count(heard); i++) {
        cman_member_t *member = *(cman_member_t **)wmem_array_index(heard, i);

        if (view != 0 && member->view == view) {
            member->inquorate_in = frame->half;
        }
    }
}

/* Said once for the half that lost it, even where its nodes have joined another one since. */
static bool
cman_regains_quorum(const cman_frame_t *frame)
{
    cman_half_t *half = frame->sender->inquorate_in;
    bool regains = half != NULL && half->inquorate != 0;

    frame->sender->inquorate_in = NULL;
    if (half != NULL) {
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

/* One side: the nodes that say the same of the cluster. */
typedef struct {
    const cman_member_t *like; /* its first node, or NULL */
    const cman_half_t *half;   /* NULL: of any half */
    unsigned count;
    unsigned quorate; /* of them: so many have quorum, by their latest HELLO */
    moment_t since; /* the first HELLO of them that says it, */
    moment_t all_since; /* and that with which the last of them came to say it; frame 0: none */
} cman_side_of_split_t;

static bool
cman_is_alive(const cman_frame_t *frame, const cman_member_t *member)
{
    return member->id != 0 && member->heard.frame != 0
           && frame->when - member->heard.when <= cman_hello_rules().late_above;
}

/* Whether a node says, or last said, what this side does. */
static bool
cman_says_like(const cman_frame_t *frame, const cman_side_of_split_t *side,
               const cman_member_t *member)
{
    return member->said_generation == side->like->said_generation
           && member->said_members == side->like->said_members
           && (side->half == NULL || cman_half_of(frame, member) == side->half);
}

static bool
cman_is_on_side(const cman_frame_t *frame, const cman_side_of_split_t *side,
                const cman_member_t *member)
{
    return cman_is_alive(frame, member) && cman_says_like(frame, side, member);
}

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

static moment_t
cman_earlier(const moment_t *a, const moment_t *b)
{
    return b->when < a->when ? *b : *a;
}

static moment_t
cman_later(const moment_t *a, const moment_t *b)
{
    return b->when > a->when ? *b : *a;
}

static void
cman_count_side(const cman_frame_t *frame, cman_side_of_split_t *side)
{
    side->count = 0;
    side->quorate = 0;
    side->since = (moment_t){ .when = frame->when };
    side->all_since = (moment_t){ .when = INT64_MIN };
    for (unsigned i = 0; i < wmem_array_get_count(frame->cluster->heard); i++) {
        const cman_member_t *member = cman_heard_at(frame, i);

        if (cman_is_on_side(frame, side, member)) {
            side->count++;
            side->quorate += member->was_quorate;
            side->since = cman_earlier(&side->since, &member->said_since);
            side->all_since = cman_later(&side->all_since, &member->said_since);
        }
    }
}

/* A node that is alive and not on this side; NULL: none.  Two machines with one id are
 * another matter: `*is_shared`. */
static const cman_member_t *
cman_opponent(const cman_frame_t *frame, const cman_side_of_split_t *side, bool *is_shared)
{
    const cman_member_t *opponent = NULL;

    *is_shared = false;
    for (unsigned i = 0; i < wmem_array_get_count(frame->cluster->heard); i++) {
        const cman_member_t *member = cman_heard_at(frame, i);

        if (cman_is_alive(frame, member) && !cman_says_like(frame, side, member)) {
            opponent = opponent == NULL ? member : opponent;
            *is_shared = *is_shared || cman_member_by_id(frame->cluster, member->id) != member;
        }
        *is_shared = *is_shared || member->is_shared_told;
    }
    return opponent;
}

/* While a transition runs, nodes take up its generation one after the other. */
static bool
cman_is_settled(const cman_frame_t *frame, const cman_side_of_split_t *side)
{
    for (const cman_half_t *half = &frame->cluster->whole; half != NULL; half = half->next) {
        if (half->running != NULL && !cman_is_forgotten(frame, half->running)
            && half->running->generation == side->like->said_generation) {
            return false;
        }
    }
    return true;
}

/* The node of this side with the lowest id above `id`, or NULL. */
static const cman_member_t *
cman_next_on_side(const cman_frame_t *frame, const cman_side_of_split_t *side, uint32_t id)
{
    const cman_member_t *next = NULL;

    for (unsigned i = 0; i < wmem_array_get_count(frame->cluster->heard); i++) {
        const cman_member_t *member = cman_heard_at(frame, i);

        if (cman_is_on_side(frame, side, member) && member->id > id
            && (next == NULL || member->id < next->id)) {
            next = member;
        }
    }
    return next;
}

static void
cman_name_side(const cman_frame_t *frame, const cman_side_of_split_t *side, wmem_strbuf_t *words)
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
cman_say_side(const cman_frame_t *frame, const cman_side_of_split_t *side, wmem_strbuf_t *words)
{
    cman_name_side(frame, side, words);
    wmem_strbuf_append_printf(words, " (generation %u, %u member%s)",
                              side->like->said_generation, side->like->said_members,
                              side->like->said_members == 1 ? "" : "s");
}

/* A side without quorum waits; two with quorum both go on to use what they share. */
static bool
cman_has_quorum(const cman_side_of_split_t *side)
{
    return side->quorate == side->count;
}

/* The row stands where the split was proved first.  Only nodes that go on to contradict each other
 * prove one: where nothing else did before, it stands at the HELLO that contradicted first. */
static void
cman_tell_sides(const cman_frame_t *frame, const moment_t *since, wmem_strbuf_t *words)
{
    cman_cluster_t *cluster = frame->cluster;
    const finding_t *told = cman_tell_words(CMAN_FOUND_SPLIT, 0, wmem_strbuf_finalize(words));

    if (cluster->split_topic != 0) {
        cman_tell_topic(told, CMAN_TOPIC_SPLIT | cluster->split_topic);
        cluster->split_topic = 0;
    } else {
        cman_tell_since(frame, told, since);
    }
}

/* Who is on whose side is not known. */
static void
cman_tell_each(const cman_frame_t *frame, const cman_side_of_split_t *side)
{
    wmem_strbuf_t *words = wmem_strbuf_new(wmem_file_scope(), "the cluster is split: ");

    cman_name_side(frame, side, words);
    wmem_strbuf_append_printf(words, " each count %u member%s (generation %u)",
                              side->like->said_members,
                              side->like->said_members == 1 ? "" : "s",
                              side->like->said_generation);
    if (cman_has_quorum(side)) {
        wmem_strbuf_append(words, "; all have quorum");
    }
    cman_tell_sides(frame, &side->all_since, words);
}

static void
cman_tell_split(const cman_frame_t *frame, const cman_side_of_split_t *a,
                const cman_side_of_split_t *b)
{
    wmem_strbuf_t *words = wmem_strbuf_new(wmem_file_scope(), "the cluster is split: ");
    bool in_order = cman_next_on_side(frame, a, 0)->id < cman_next_on_side(frame, b, 0)->id;
    moment_t since = cman_later(&a->since, &b->since);

    cman_say_side(frame, in_order ? a : b, words);
    wmem_strbuf_append(words, " against ");
    cman_say_side(frame, in_order ? b : a, words);
    if (cman_has_quorum(a) && cman_has_quorum(b)) {
        wmem_strbuf_append(words, "; both sides have quorum");
    }
    cman_tell_sides(frame, &since, words);
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

/* Two sides that cannot be one cluster: of one that says of itself that it is all there,
 * there is another; or more nodes say it than they count, each half for itself.  Which half
 * that is may not be known, as the last node of two has no transition: `b->like` is NULL. */
static bool
cman_contradict(const cman_frame_t *frame, cman_side_of_split_t *a, cman_side_of_split_t *b)
{
    bool is_shared;

    *a = (cman_side_of_split_t){ .like = frame->sender };
    cman_count_side(frame, a);
    if (a->count > a->like->said_members) {
        a->half = cman_half_of(frame, a->like);
        cman_count_side(frame, a);
    }
    *b = (cman_side_of_split_t){ .like = cman_opponent(frame, a, &is_shared) };
    if (is_shared || (b->like == NULL && a->count <= a->like->said_members)) {
        return false;
    }
    if (b->like == NULL) {
        return cman_is_settled(frame, a);
    }
    b->half = a->half != NULL ? cman_half_of(frame, b->like) : NULL;
    cman_count_side(frame, b);
    return cman_is_settled(frame, a) && cman_is_settled(frame, b)
           && (a->count >= a->like->said_members || b->count >= b->like->said_members);
}

/* The HELLO with which the last node came to say what all say now. */
static moment_t
cman_agreed_since(const cman_frame_t *frame)
{
    moment_t since = frame->sender->said_since;

    for (unsigned i = 0; i < wmem_array_get_count(frame->cluster->heard); i++) {
        since = cman_later(&since, &cman_heard_at(frame, i)->said_since);
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
cman_note_apart(const cman_frame_t *frame)
{
    for (unsigned i = 0; i < wmem_array_get_count(frame->cluster->heard); i++) {
        const cman_member_t *dead = cman_heard_at(frame, i), *by;

        if (dead->heard_death == 0 || !cman_is_alive(frame, dead)) {
            continue;
        }
        by = cman_member_by_id(frame->cluster, cman_death_at(dead->heard_death - 1)->by);
        if (by != NULL && cman_is_apart_from(frame, dead, by)) {
            cman_set_mutual(frame, dead);
        }
    }
}

typedef struct {
    const cman_side_of_split_t *a, *b;
} cman_sides_t;

static bool
cman_is_across(const cman_frame_t *frame, const cman_death_t *death, const void *data)
{
    const cman_sides_t *sides = data;
    const cman_member_t *dead = cman_member_by_id(frame->cluster, death->node);
    const cman_member_t *by = cman_member_by_id(frame->cluster, death->by);

    return dead != NULL && by != NULL && dead->idx == death->member
           && ((cman_is_on_side(frame, sides->a, dead) && cman_is_on_side(frame, sides->b, by))
               || (cman_is_on_side(frame, sides->b, dead) && cman_is_on_side(frame, sides->a, by)));
}

/* Who hears a node of another generation starts a transition, or kills it: no node of one side
 * hears any of the other. */
static void
cman_fold_pairs(const cman_frame_t *frame, const cman_side_of_split_t *a,
                const cman_side_of_split_t *b)
{
    wmem_strbuf_t *words = wmem_strbuf_new(wmem_file_scope(), "");
    bool in_order = cman_next_on_side(frame, a, 0)->id < cman_next_on_side(frame, b, 0)->id;
    cman_sides_t sides = { a, b };

    if (a->count > a->like->said_members || b->count > b->like->said_members) {
        return; /* there are more than two sides */
    }
    cman_name_side(frame, in_order ? a : b, words);
    wmem_strbuf_append(words, " and ");
    cman_name_side(frame, in_order ? b : a, words);
    wmem_strbuf_append(words, " miss each other, though the file has HELLOs of all: look at the "
                              "path between them");
    cman_fold_deaths(frame, cman_is_across, &sides, wmem_strbuf_finalize(words));
}

/* Who is on which side is not known where both say the same, and more nodes seem to be on one side
 * than it counts. */
static bool
cman_knows_sides(const cman_side_of_split_t *a, const cman_side_of_split_t *b)
{
    return b->like != NULL
           && (a->half == NULL
               || (a->count <= a->like->said_members && b->count <= b->like->said_members));
}

static void
cman_tell_contradiction(const cman_frame_t *frame, cman_side_of_split_t *a,
                        const cman_side_of_split_t *b)
{
    if (cman_knows_sides(a, b)) {
        cman_fold_pairs(frame, a, b);
        cman_tell_split(frame, a, b);
    } else {
        a->half = NULL;
        cman_count_side(frame, a);
        cman_tell_each(frame, a);
    }
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
    cadence_rules_t rules = cman_hello_rules();
    cman_side_of_split_t a, b;
    int64_t since;

    cluster->compare_at = frame->when + rules.period / 2;
    if (cman_do_agree(frame) || !cman_contradict(frame, &a, &b)) {
        return;
    }
    since = MAX(a.since.when, b.since.when);
    if (cluster->split_told != 0 && frame->when - cluster->split_told < CMAN_SAME_SPLIT) {
        cluster->split_told = frame->when;
        return;
    }
    if (frame->when - since > 2 * rules.period) {
        cman_begin_split(frame, since);
        cman_note_apart(frame);
        cman_tell_contradiction(frame, &a, &b);
    } else {
        cluster->compare_at = since + 2 * rules.period;
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
    if (frame->cluster->heard != NULL && cman_is_alive(frame, sender)
        && frame->when >= frame->cluster->compare_at) {
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
