/* nisca-cnx-changes.c
 * What a proposal changes: which nodes it adds or takes away, and the words for
 * that.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx-state.h"

/* Proposals in a row whose end is not known; after more, nothing is known of the members. */
#define UNCOMMITTED_MAX 8

/* What a proposal is for; with the nodes that it adds or takes away, and without. */
static const struct {
    const char *with_nodes, *alone;
} change_words[] = {
    [0] = { "change something", "change something" },
    [NISCA_TRANSITION_FORM] = { "form a cluster of ", "form a cluster" },
    [NISCA_TRANSITION_JOIN] = { "admit ", "admit a node" },
    [NISCA_TRANSITION_RECONFIG] = { "remove ", "remove a node" },
    [NISCA_TRANSITION_QUORUM] = { "change votes or quorum", "change votes or quorum" },
};

/* --- Nodes ----------------------------------------------------------------------- */

unsigned
nisca_cnx_count_nodes(const uint8_t *map)
{
    unsigned count = 0;

    for (unsigned idx = 0; idx < NISCA_CNX_INDEXES; idx++) {
        count += map[idx / 8] >> idx % 8 & 1;
    }
    return count;
}

/* What `map` has and `other` has not. */
static bool
nisca_cnx_map_minus(const uint8_t *map, const uint8_t *other, uint8_t *difference)
{
    uint8_t any = 0;

    for (unsigned i = 0; i < NISCA_CNX_MAP_SIZE; i++) {
        difference[i] = map[i] & (uint8_t)~other[i];
        any |= difference[i];
    }
    return any != 0;
}

static void
nisca_cnx_mark(uint8_t *nodes, uint32_t idx)
{
    nodes[idx / 8] |= (uint8_t)(1 << idx % 8);
}

/* The index of the node that a JOIN adds; 0: not known.  Indexes are given out
 * one after another, or used again: the highest is the newest only if the next
 * one is above it. */
static uint32_t
nisca_cnx_new_index(const nisca_cnx_transition_t *transition)
{
    const nisca_cnx_cluster_t *cluster = transition->cluster;
    uint32_t idx = transition->high_index;

    for (uint32_t i = 1; i < NISCA_CNX_INDEXES && transition->newcomer != NULL; i++) {
        if (cluster->by_index[i] == transition->newcomer && transition->map[i / 8] >> i % 8 & 1) {
            return i;
        }
    }
    return idx > 0 && idx < NISCA_CNX_INDEXES && transition->next_index == idx + 1
                   && transition->map[idx / 8] >> idx % 8 & 1
               ? idx
               : 0;
}

/* Whether a proposal may have been committed outside the capture: ids grow with each
 * transition, and messages of its coordinator are missing since. */
static bool
nisca_cnx_may_be_committed(const nisca_cnx_transition_t *before, uint32_t xtn_id)
{
    unsigned count = wmem_array_get_count(before->participants);

    if (!before->has_proposal || before->xtn_id >= xtn_id) {
        return false;
    }
    for (unsigned i = 0; i < count; i++) {
        const nisca_cnx_participant_t *participant = wmem_array_index(before->participants, i);

        if (!nisca_cnx_hears(before->realm, before->coordinator, participant->node,
                             before->proposed)) {
            return true;
        }
    }
    return false;
}

/* Members before a transition: `least` for sure, `most` perhaps.  Both are what was
 * committed last, but for proposals since whose end is not known.  False where there are too
 * many of these. */
static bool
nisca_cnx_members_before(const nisca_cnx_transition_t *transition, uint8_t *least, uint8_t *most)
{
    const nisca_cnx_transition_t *before = transition->before;

    memcpy(least, transition->cluster->map, NISCA_CNX_MAP_SIZE);
    memcpy(most, least, NISCA_CNX_MAP_SIZE);
    for (unsigned n = 0; before != NULL && !nisca_cnx_is_committed(before); n++) {
        bool counts = nisca_cnx_may_be_committed(before, transition->xtn_id);

        for (unsigned i = 0; counts && i < NISCA_CNX_MAP_SIZE; i++) {
            least[i] &= before->map[i];
            most[i] |= before->map[i];
        }
        before = before->before;
        if (n == UNCOMMITTED_MAX) {
            return false;
        }
    }
    return true;
}

/* By the members before it; of a JOIN also by the index that it gives out. */
bool
nisca_cnx_changed(const nisca_cnx_transition_t *transition, uint8_t *nodes)
{
    uint8_t least[NISCA_CNX_MAP_SIZE], most[NISCA_CNX_MAP_SIZE];
    uint32_t idx;

    memset(nodes, 0, NISCA_CNX_MAP_SIZE);
    if (transition->code == NISCA_TRANSITION_FORM) {
        memcpy(nodes, transition->map, NISCA_CNX_MAP_SIZE);
        return true;
    }
    if (transition->cluster->has_map && nisca_cnx_members_before(transition, least, most)) {
        return transition->code == NISCA_TRANSITION_RECONFIG
                   ? nisca_cnx_map_minus(least, transition->map, nodes)
                   : nisca_cnx_map_minus(transition->map, most, nodes);
    }
    idx = transition->code == NISCA_TRANSITION_JOIN ? nisca_cnx_new_index(transition) : 0;
    if (idx > 0) {
        nisca_cnx_mark(nodes, idx);
    }
    return idx > 0;
}

/* --- Words ----------------------------------------------------------------------- */

static void
nisca_cnx_say_numbers(wmem_strbuf_t *text, const nisca_cnx_transition_t *transition)
{
    if (transition->code != NISCA_TRANSITION_FORM) {
        wmem_strbuf_append(text, "; members then: ");
        nisca_cnx_say_map(text, transition->cluster, transition->map);
    }
    wmem_strbuf_append_printf(text, "; quorum %u", transition->quorum);
    if (transition->code == NISCA_TRANSITION_RECONFIG) {
        wmem_strbuf_append_printf(text, ", votes %u", transition->votes);
    } else {
        wmem_strbuf_append_printf(text, ", expected votes %u", transition->expected_votes);
    }
}

void
nisca_cnx_tell_proposal(const nisca_cnx_node_t *node, const nisca_cnx_transition_t *transition)
{
    wmem_strbuf_t *text = wmem_strbuf_new(wmem_file_scope(), "");
    uint8_t nodes[NISCA_CNX_MAP_SIZE];
    bool has_nodes = transition->has_proposal && nisca_cnx_changed(transition, nodes);

    wmem_strbuf_append_printf(text, "%s proposes to %s", transition->coordinator_name,
                              has_nodes ? change_words[transition->code].with_nodes
                                        : change_words[transition->code].alone);
    if (has_nodes) {
        nisca_cnx_say_map(text, transition->cluster, nodes);
    }
    if (transition->has_proposal) {
        nisca_cnx_say_numbers(text, transition);
    }
    wmem_strbuf_append_printf(text, " (transition %u)", transition->number);
    nisca_cnx_tell(node, wmem_strbuf_get_str(text));
}

/* The quorum disk's votes count, too, whoever watches it. */
void
nisca_cnx_judge_quorum(const nisca_cnx_frame_t *frame, const nisca_cnx_transition_t *transition)
{
    uint32_t votes = transition->votes + transition->qdskvotes;
    wmem_strbuf_t *text;

    if (transition->code == NISCA_TRANSITION_RECONFIG && votes < transition->quorum) {
        text = wmem_strbuf_new(wmem_file_scope(), "");
        wmem_strbuf_append_printf(text, "The members left would have %u vote%s, fewer than the "
                                        "quorum of %u: they would hang (inferred)",
                                  votes, votes == 1 ? "" : "s", transition->quorum);
        nisca_cnx_find(NISCA_CNX_FOUND_NO_QUORUM,
                       nisca_cnx_keep_words(frame->src, wmem_strbuf_get_str(text)), 0);
    }
}

/* Where an index has no name, but all members take part, they are known as well. */
void
nisca_cnx_say_members(wmem_strbuf_t *text, const nisca_cnx_transition_t *transition)
{
    unsigned count = wmem_array_get_count(transition->participants);

    if (nisca_cnx_knows_map(transition->cluster, transition->map)
        || transition->asked + 1 != transition->members || count != transition->asked) {
        nisca_cnx_say_map(text, transition->cluster, transition->map);
        return;
    }
    wmem_strbuf_append(text, transition->coordinator_name);
    for (unsigned i = 0; i < count; i++) {
        const nisca_cnx_participant_t *participant =
            wmem_array_index(transition->participants, i);

        wmem_strbuf_append_printf(text, ", %s", nisca_cnx_label(participant->node));
    }
}
