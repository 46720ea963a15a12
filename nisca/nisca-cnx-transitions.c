/* nisca-cnx-transitions.c
 * Transitions of the membership: what a coordinator proposes, who accepts, what
 * is committed, and who joined or was removed by it.
 *
 * A transition goes: RESLOCK, LOCK, DESC, VEC; the proposal to each participant
 * and its answers; PH2, which commits; then READY and DOSTEP for each step (see
 * nisca-cnx-steps.c).  All of it runs between the coordinator and one
 * participant at a time.  Nothing is concluded from RESLOCK, LOCK and UNLOCK
 * alone: the id in a LOCK may be old memory, and UNLOCK comes after successful
 * transitions, too (captures).
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx-state.h"

#include "capture_point.h"

/* An id comes back after a cluster was formed anew; a transition that takes
 * longer than this was never seen. */
#define IDS_KEPT_FOR (600 * NS_PER_S)

/* An answer is there at once; when another transition begins later than this,
 * it was waited for. */
#define ANSWERED_WITHIN NS_PER_S

static const char *const change_words[] = {
    [NISCA_TRANSITION_FORM] = "form a cluster of",
    [NISCA_TRANSITION_JOIN] = "admit",
    [NISCA_TRANSITION_RECONFIG] = "remove",
};

/* --- Which transition ---------------------------------------------------------------- */

/* Participants talk with the coordinator only: who sends what is fixed. */
static const nisca_cnx_node_t *
nisca_cnx_coordinator(const nisca_cnx_frame_t *frame)
{
    bool is_of_participant = frame->cnx->function == NISCA_CNX_READY;

    return is_of_participant != frame->cnx->is_answer ? frame->dst : frame->src;
}

static state_key_t
nisca_cnx_transition_key(const nisca_cnx_frame_t *frame)
{
    return (state_key_t){ .first = nisca_cnx_coordinator(frame)->addr,
                          .second = frame->cnx->xtn_id,
                          .third = frame->message->group };
}

static bool
nisca_cnx_names_transition(const nisca_cnx_t *cnx)
{
    return cnx->has_transition && cnx->function != NISCA_CNX_ENTER
           && cnx->function != NISCA_CNX_RESLOCK && cnx->function != NISCA_CNX_LOCK
           && cnx->function != NISCA_CNX_UNLOCK;
}

nisca_cnx_transition_t *
nisca_cnx_transition_of(const nisca_cnx_frame_t *frame)
{
    nisca_cnx_transition_t *transition;

    if (!nisca_cnx_names_transition(frame->cnx)) {
        return NULL;
    }
    transition = state_find(nisca_cnx_state->transitions, nisca_cnx_transition_key(frame));
    return transition != NULL && frame->time - transition->last < IDS_KEPT_FOR ? transition : NULL;
}

/* Those that another transition was prepared by are of this one. */
static void
nisca_cnx_take_preparation(nisca_cnx_cluster_t *cluster, const nisca_cnx_transition_t *transition)
{
    for (unsigned i = 0; i < cluster->preparing_count; i++) {
        finding_t *finding = cluster->preparing[i];

        if (finding->kind == NISCA_CNX_FOUND_TRANSITION && finding->ref == 0) {
            finding->ref = transition->index;
        }
    }
    cluster->preparing_count = 0;
}

static nisca_cnx_transition_t *
nisca_cnx_transition_new(const nisca_cnx_frame_t *frame)
{
    unsigned count = wmem_array_get_count(nisca_cnx_state->transition_list);
    nisca_cnx_transition_t *transition;

    if (count >= NISCA_CNX_MAX_TRANSITIONS) {
        first_pass_tell_limit(&nisca_cnx_state->pass);
        return NULL;
    }
    transition = wmem_new0(wmem_file_scope(), nisca_cnx_transition_t);
    transition->cluster = frame->cluster;
    transition->group = frame->message->group;
    transition->number = ++frame->cluster->transitions;
    transition->index = count + 1;
    transition->xtn_id = frame->cnx->xtn_id;
    transition->code = frame->cnx->has_step ? 0 : frame->cnx->code;
    transition->coordinator = nisca_cnx_coordinator(frame)->addr;
    transition->coordinator_name = nisca_cnx_label(nisca_cnx_coordinator(frame));
    transition->last = frame->time;
    transition->participants =
        wmem_array_new(wmem_file_scope(), sizeof(nisca_cnx_participant_t));
    wmem_array_append_one(nisca_cnx_state->transition_list, transition);
    state_insert(nisca_cnx_state->transitions, nisca_cnx_transition_key(frame), transition);
    nisca_cnx_take_preparation(frame->cluster, transition);
    return transition;
}

/* --- One after another ----------------------------------------------------------------- */

/* What is left of a transition when the next one begins. */
static void
nisca_cnx_supersede(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition,
                    nisca_cnx_transition_t *before)
{
    bool is_committed;
    wmem_strbuf_t *text;

    if (before == NULL || before->is_told || before->is_broken_off) {
        return;
    }
    is_committed = nisca_cnx_is_committed(before);
    before->is_broken_off = is_committed ? before->ready > before->step
                                         : before->proposal_frame != 0;
    if (!before->is_broken_off) {
        return;
    }
    transition->before = before;
    text = wmem_strbuf_new(wmem_file_scope(), "");
    if (is_committed) {
        wmem_strbuf_append_printf(text, "Transition %u was broken off in step %u", before->number,
                                  before->ready);
    } else {
        nisca_cnx_find(NISCA_CNX_FOUND_NOT_COMMITTED, before->proposal_frame, before->number);
        wmem_strbuf_append_printf(text, "Transition %u was not committed in this capture",
                                  before->number);
    }
    nisca_cnx_say_missing(frame, before, ANSWERED_WITHIN, text);
    nisca_cnx_tell(NULL, wmem_strbuf_get_str(text));
}

/* Ids grow by one with each transition of a cluster: another coordinator with the
 * same id, or a lower one, does not know of the first. */
static bool
nisca_cnx_is_rival(const nisca_cnx_transition_t *transition, const nisca_cnx_transition_t *other)
{
    return other != NULL && other->coordinator != transition->coordinator && other->has_proposal
           && transition->has_proposal && other->formed == transition->formed
           && transition->xtn_id <= other->xtn_id
           && transition->proposed - other->proposed < IDS_KEPT_FOR
           && memcmp(transition->map, other->map, sizeof other->map) != 0;
}

/* --- Proposals ---------------------------------------------------------------------------- */

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

/* Which nodes a transition adds or takes away, by the map before it; of a JOIN
 * also by the index that it gives out, which is the highest. */
static bool
nisca_cnx_changed(const nisca_cnx_transition_t *transition, uint8_t *nodes)
{
    const nisca_cnx_cluster_t *cluster = transition->cluster;
    bool knows = cluster->has_map && cluster->formed == transition->formed;
    uint32_t index = transition->high_index;

    memset(nodes, 0, NISCA_CNX_MAP_SIZE);
    if (transition->code == NISCA_TRANSITION_FORM) {
        memcpy(nodes, transition->map, NISCA_CNX_MAP_SIZE);
        return true;
    }
    if (knows && transition->code == NISCA_TRANSITION_RECONFIG) {
        return nisca_cnx_map_minus(cluster->map, transition->map, nodes);
    }
    if (knows) {
        return nisca_cnx_map_minus(transition->map, cluster->map, nodes);
    }
    if (index > 0 && index < NISCA_CNX_INDEXES) {
        nodes[index / 8] = transition->map[index / 8] & (uint8_t)(1 << index % 8);
        return nodes[index / 8] != 0;
    }
    return false;
}

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

static void
nisca_cnx_tell_proposal(const nisca_cnx_node_t *node, const nisca_cnx_transition_t *transition)
{
    wmem_strbuf_t *text = wmem_strbuf_new(wmem_file_scope(), "");
    uint8_t nodes[NISCA_CNX_MAP_SIZE];

    wmem_strbuf_append_printf(text, "%s proposes to ", transition->coordinator_name);
    if (!transition->has_proposal) {
        wmem_strbuf_append(text, "change votes or quorum");
    } else {
        wmem_strbuf_append_printf(text, "%s ", change_words[transition->code]);
        if (nisca_cnx_changed(transition, nodes)) {
            nisca_cnx_say_map(text, transition->cluster, nodes);
        } else {
            wmem_strbuf_append(text, "a node");
        }
        nisca_cnx_say_numbers(text, transition);
    }
    wmem_strbuf_append_printf(text, " (transition %u)", transition->number);
    nisca_cnx_tell(node, wmem_strbuf_get_str(text));
}

static unsigned
nisca_cnx_count(const uint8_t *map)
{
    unsigned count = 0;

    for (unsigned index = 0; index < NISCA_CNX_INDEXES; index++) {
        count += map[index / 8] >> index % 8 & 1;
    }
    return count;
}

/* The quorum disk's votes count, too, whoever watches it. */
static void
nisca_cnx_judge_quorum(const nisca_cnx_frame_t *frame, const nisca_cnx_transition_t *transition)
{
    uint32_t votes = transition->votes + transition->qdskvotes;
    wmem_strbuf_t *text;

    if (transition->code == NISCA_TRANSITION_RECONFIG && votes < transition->quorum) {
        text = wmem_strbuf_new(wmem_file_scope(), "");
        wmem_strbuf_append_printf(text, "The members left have %u votes, fewer than the quorum of "
                                        "%u: they will hang (inferred)", votes, transition->quorum);
        nisca_cnx_find(NISCA_CNX_FOUND_NO_QUORUM,
                       nisca_cnx_keep_words(frame->src, wmem_strbuf_get_str(text)), 0);
    }
}

static void
nisca_cnx_keep_proposal(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    const nisca_cnx_t *cnx = frame->cnx;

    transition->proposal_frame = frame->frame;
    transition->proposed = frame->time;
    transition->code = cnx->code <= NISCA_TRANSITION_QUORUM ? cnx->code : 0;
    transition->has_proposal = cnx->has_map && transition->code >= NISCA_TRANSITION_FORM
                               && transition->code <= NISCA_TRANSITION_RECONFIG;
    if (transition->has_proposal) {
        memcpy(transition->map, cnx->map, sizeof transition->map);
        transition->members = nisca_cnx_count(cnx->map);
        transition->formed = cnx->formed;
        transition->quorum = cnx->quorum;
        transition->votes = cnx->votes;
        transition->qdskvotes = cnx->qdskvotes;
        transition->expected_votes = cnx->expected_votes;
        transition->high_index = cnx->high_index; /* of JOIN alone */
    }
    transition->end = nisca_cnx_find(NISCA_CNX_FOUND_END, 0, 0);
}

static void
nisca_cnx_first_proposal(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    nisca_cnx_transition_t *before = frame->cluster->latest;

    nisca_cnx_keep_proposal(frame, transition);
    if (nisca_cnx_is_rival(transition, before)) {
        nisca_cnx_find(NISCA_CNX_FOUND_COORDINATORS, before->proposal_frame, 0);
    } else if (before != transition) {
        nisca_cnx_supersede(frame, transition, before);
    }
    frame->cluster->latest = transition;
    nisca_cnx_tell_proposal(frame->src, transition);
    nisca_cnx_judge_quorum(frame, transition);
}

/* The first message of a transition that the capture has, or another one of it.
 * A proposal of another kind under a known id is another transition. */
static nisca_cnx_transition_t *
nisca_cnx_take_part(const nisca_cnx_frame_t *frame)
{
    nisca_cnx_transition_t *transition = nisca_cnx_transition_of(frame);
    bool is_other = transition != NULL && frame->cnx->has_map && transition->has_proposal
                    && (transition->code != frame->cnx->code
                        || transition->formed != frame->cnx->formed);

    if (transition == NULL || is_other) {
        transition = nisca_cnx_transition_new(frame);
    }
    if (transition != NULL) {
        nisca_cnx_find(NISCA_CNX_FOUND_TRANSITION, transition->index, 0);
        transition->last = frame->time;
    }
    return transition;
}

static void
nisca_cnx_proposed(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    nisca_cnx_participant_t *participant = nisca_cnx_participant(transition, frame->dst);

    if (transition->proposal_frame == 0) {
        nisca_cnx_first_proposal(frame, transition);
    } else {
        nisca_cnx_find(NISCA_CNX_FOUND_START, transition->proposal_frame, 0);
    }
    if (participant != NULL && !participant->asked) {
        participant->asked = true;
        participant->asked_at = frame->time;
        transition->asked++;
    }
}

static void
nisca_cnx_accepted(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    nisca_cnx_participant_t *participant = nisca_cnx_participant(transition, frame->src);

    if (participant != NULL && frame->cnx->ack == 1 && !participant->accepted) {
        participant->accepted = true;
        transition->accepted++;
    }
}

/* --- Commitment ---------------------------------------------------------------------------- */

static void
nisca_cnx_removed(const nisca_cnx_frame_t *frame, nisca_cnx_node_t *node, wmem_strbuf_t *text)
{
    if (node == NULL) {
        return;
    }
    node->is_removed = true;
    node->removed = frame->time;
    if (node->heard_frame != 0) {
        wmem_strbuf_append(text, " (");
        nisca_cnx_say_time(text, frame->time - node->heard);
        wmem_strbuf_append_printf(text, " after its %s, frame %u)",
                                  node->said_bye ? "BYE" : "last frame", node->heard_frame);
    }
}

/* A node that joined or was removed: a finding, and words. */
static void
nisca_cnx_say_change(const nisca_cnx_frame_t *frame, unsigned index, bool is_removal,
                     wmem_strbuf_t *text)
{
    nisca_cnx_node_t *node = frame->cluster->by_index[index];
    const char *name = node != NULL
                           ? nisca_cnx_label(node)
                           : wmem_strdup_printf(wmem_file_scope(), "CSID index %u", index);

    wmem_strbuf_append(text, name);
    nisca_cnx_find(is_removal ? NISCA_CNX_FOUND_REMOVED : NISCA_CNX_FOUND_JOINED,
                   nisca_cnx_keep_words(node, name), 0);
    if (is_removal) {
        nisca_cnx_removed(frame, node, text);
    }
}

static void
nisca_cnx_say_changes(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition,
                      const uint8_t *nodes, wmem_strbuf_t *text)
{
    bool is_removal = transition->code == NISCA_TRANSITION_RECONFIG;
    wmem_strbuf_t *names = wmem_strbuf_new(wmem_file_scope(), "");
    const char *before = is_removal ? ": removed " : ": joined ";

    for (unsigned index = 0; index < NISCA_CNX_INDEXES; index++) {
        if (nodes[index / 8] >> index % 8 & 1) {
            wmem_strbuf_append(text, before);
            nisca_cnx_say_change(frame, index, is_removal, text);
            before = ", ";
        }
    }
    nisca_cnx_say_map(names, frame->cluster, nodes);
    transition->change = wmem_strbuf_get_str(names);
}

static void
nisca_cnx_say_outcome(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition,
                      wmem_strbuf_t *text)
{
    uint8_t nodes[NISCA_CNX_MAP_SIZE];

    if (nisca_cnx_changed(transition, nodes)) {
        nisca_cnx_say_changes(frame, transition, nodes, text);
    }
    wmem_strbuf_append(text, "; members are ");
    nisca_cnx_say_map(text, frame->cluster, transition->map);
}

static void
nisca_cnx_first_commitment(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    nisca_cnx_cluster_t *cluster = frame->cluster;
    wmem_strbuf_t *text = wmem_strbuf_new(wmem_file_scope(), "");

    transition->commit_frame = frame->frame;
    transition->committed = frame->time;
    wmem_strbuf_append_printf(text, "Transition %u is committed", transition->number);
    if (transition->proposal_frame != 0) {
        nisca_cnx_find(NISCA_CNX_FOUND_COMMIT, transition->proposal_frame,
                       frame->time - transition->proposed);
        wmem_strbuf_append(text, ", ");
        nisca_cnx_say_time(text, frame->time - transition->proposed);
        wmem_strbuf_append(text, " after its proposal");
    } else {
        wmem_strbuf_append(text, "; its proposal is not in the capture");
    }
    if (transition->has_proposal) {
        nisca_cnx_say_outcome(frame, transition, text);
        cluster->has_map = true;
        cluster->formed = transition->formed;
        memcpy(cluster->map, transition->map, sizeof cluster->map);
    }
    nisca_cnx_tell(frame->src, wmem_strbuf_get_str(text));
}

static void
nisca_cnx_commit(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    transition->last_frame = frame->frame;
    if (transition->commit_frame == 0) {
        nisca_cnx_first_commitment(frame, transition);
        if (frame->cluster->latest != transition && transition->proposal_frame == 0) {
            nisca_cnx_supersede(frame, transition, frame->cluster->latest);
            frame->cluster->latest = transition;
        }
    } else if (transition->proposal_frame != 0) {
        nisca_cnx_find(NISCA_CNX_FOUND_START, transition->proposal_frame, 0);
    }
}

/* --- Other messages -------------------------------------------------------------------------- */

/* DESC alone tells which node has which index.  What looks wrong is not used:
 * the layout is known from one version. */
static void
nisca_cnx_describe(const nisca_cnx_frame_t *frame)
{
    const uint64_t prefix = UINT64_C(0xaa000400) << 16;
    const nisca_cnx_t *cnx = frame->cnx;
    uint32_t index = cnx->csid & 0xffff;

    if (!cnx->has_desc || index == 0 || index >= NISCA_CNX_INDEXES || cnx->slot != index - 1) {
        return;
    }
    frame->cluster->by_index[index] =
        nisca_cnx_node(frame->message->group, prefix | (cnx->systemid & 0xff) << 8
                                                  | (cnx->systemid >> 8 & 0xff));
}

static void
nisca_cnx_compare_parameter(const nisca_cnx_frame_t *frame, const char *name, uint32_t mine,
                            uint32_t other)
{
    const nisca_cnx_node_t *node = frame->cluster->parameters;

    if (mine != other) {
        nisca_cnx_find(NISCA_CNX_FOUND_PARAMETERS,
                       nisca_cnx_keep_words(frame->src,
                                            wmem_strdup_printf(wmem_file_scope(),
                                                               "%s is %u at %s, and %u at %s",
                                                               name, mine,
                                                               nisca_cnx_label(frame->src), other,
                                                               nisca_cnx_label(node))),
                       0);
    }
}

/* Said once for what a node has, not with each of its connections. */
static void
nisca_cnx_learn_status(const nisca_cnx_frame_t *frame)
{
    const nisca_cnx_t *cnx = frame->cnx;
    const nisca_cnx_node_t *other = frame->cluster->parameters;
    bool is_news = !frame->src->has_status || frame->src->expected_votes != cnx->expected_votes
                   || frame->src->qdskvotes != cnx->qdskvotes;

    if (!cnx->has_status || !is_news) {
        return;
    }
    if (other != NULL && other != frame->src) {
        nisca_cnx_compare_parameter(frame, "EXPECTED_VOTES", cnx->expected_votes,
                                    other->expected_votes);
        nisca_cnx_compare_parameter(frame, "QDSKVOTES", cnx->qdskvotes, other->qdskvotes);
    }
    frame->src->has_status = true;
    frame->src->expected_votes = cnx->expected_votes;
    frame->src->qdskvotes = cnx->qdskvotes;
    frame->cluster->parameters = frame->src;
}

/* The transition has no number yet: it gets one with its proposal. */
static void
nisca_cnx_prepare(const nisca_cnx_frame_t *frame)
{
    nisca_cnx_cluster_t *cluster = frame->cluster;

    if (cluster->preparing_count == array_length(cluster->preparing)) {
        cluster->preparing_count = 0;
    }
    cluster->preparing[cluster->preparing_count++] =
        nisca_cnx_find(NISCA_CNX_FOUND_TRANSITION, 0, 0);
}

static void
nisca_cnx_asks(const nisca_cnx_frame_t *frame)
{
    wmem_strbuf_t *text = wmem_strbuf_new(wmem_file_scope(), nisca_cnx_label(frame->src));

    if (!frame->is_resent) {
        wmem_strbuf_append_printf(text, " asks %s for membership", nisca_cnx_label(frame->dst));
        nisca_cnx_tell(frame->src, wmem_strbuf_get_str(text));
    }
}

static void
nisca_cnx_alone(const nisca_cnx_frame_t *frame)
{
    switch (frame->cnx->function) {
    case NISCA_CNX_STATUS:
        nisca_cnx_learn_status(frame);
        break;
    case NISCA_CNX_ENTER:
        nisca_cnx_asks(frame);
        break;
    case NISCA_CNX_LOCK:
    case NISCA_CNX_RESLOCK:
        nisca_cnx_prepare(frame);
        break;
    default:
        break;
    }
}

static void
nisca_cnx_in_transition(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    switch (frame->cnx->function) {
    case NISCA_CNX_FORM:
    case NISCA_CNX_RECONFIG:
    case NISCA_CNX_JOIN:
    case NISCA_CNX_QUORUM:
        nisca_cnx_proposed(frame, transition);
        break;
    case NISCA_CNX_PH2:
        nisca_cnx_commit(frame, transition);
        break;
    case NISCA_CNX_READY:
        nisca_cnx_ready(frame, transition);
        break;
    case NISCA_CNX_DOSTEP:
        nisca_cnx_dostep(frame, transition);
        break;
    default:
        break;
    }
}

void
nisca_cnx_follow_request(const nisca_cnx_frame_t *frame)
{
    nisca_cnx_transition_t *transition;

    if (!nisca_cnx_names_transition(frame->cnx)) {
        nisca_cnx_alone(frame);
        return;
    }
    if (frame->cnx->function == NISCA_CNX_DESC) {
        nisca_cnx_describe(frame);
    }
    transition = nisca_cnx_take_part(frame);
    if (transition != NULL) {
        nisca_cnx_in_transition(frame, transition);
    }
}

static bool
nisca_cnx_is_proposal(uint32_t function)
{
    return function == NISCA_CNX_FORM || function == NISCA_CNX_RECONFIG
           || function == NISCA_CNX_JOIN || function == NISCA_CNX_QUORUM;
}

void
nisca_cnx_follow_answer(const nisca_cnx_frame_t *frame, const request_t *request)
{
    nisca_cnx_transition_t *transition = nisca_cnx_transition_of(frame);

    if (transition == NULL) {
        return;
    }
    nisca_cnx_find(NISCA_CNX_FOUND_TRANSITION, transition->index, 0);
    if (request != NULL && nisca_cnx_is_proposal(frame->cnx->function)) {
        nisca_cnx_accepted(frame, transition);
    }
}
