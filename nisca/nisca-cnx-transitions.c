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

/* An id comes back after a cluster was formed again; a transition that takes
 * longer than this was never seen. */
#define IDS_KEPT_FOR (600 * NS_PER_S)

/* An answer is there at once; when another transition begins later than this,
 * it was waited for. */
#define ANSWERED_WITHIN NS_PER_S

/* A node that was silent for longer may be lost: HELLOs come every 3 s. */
#define LIVES_FOR (10 * NS_PER_S)

/* --- Which transition ---------------------------------------------------------------- */

/* Participants talk with the coordinator only: who sends what is fixed. */
static nisca_cnx_node_t *
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
                          .third = (uint32_t)frame->realm,
                          .fourth = (uint32_t)(frame->realm >> 32) };
}

/* TRNSTS asks for a transition whose coordinator is lost: neither end is it. */
static bool
nisca_cnx_names_transition(const nisca_cnx_t *cnx)
{
    return cnx->has_transition && cnx->function != NISCA_CNX_ENTER
           && cnx->function != NISCA_CNX_RESLOCK && cnx->function != NISCA_CNX_LOCK
           && cnx->function != NISCA_CNX_UNLOCK && cnx->function != NISCA_CNX_TRNSTS;
}

nisca_cnx_transition_t *
nisca_cnx_transition_of(const nisca_cnx_frame_t *frame)
{
    nisca_cnx_transition_t *transition;

    if (!nisca_cnx_names_transition(frame->cnx)) {
        return NULL;
    }
    transition = state_find(nisca_cnx_state->transitions, nisca_cnx_transition_key(frame));
    return transition != NULL && frame->when - transition->last < IDS_KEPT_FOR ? transition : NULL;
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
    transition->seen = frame->seen;
    transition->group = frame->message->group;
    transition->realm = frame->realm;
    transition->number = ++frame->cluster->group->transitions;
    transition->idx = count + 1;
    transition->xtn_id = frame->cnx->xtn_id;
    transition->code = frame->cnx->has_step ? 0 : frame->cnx->code;
    transition->coordinator = nisca_cnx_coordinator(frame);
    transition->coordinator_name = nisca_cnx_label(nisca_cnx_coordinator(frame));
    transition->last = frame->when;
    transition->is_probable = frame->cnx->is_probable;
    transition->participants =
        wmem_array_new(wmem_file_scope(), sizeof(nisca_cnx_participant_t));
    wmem_array_append_one(nisca_cnx_state->transition_list, transition);
    state_insert(nisca_cnx_state->transitions, nisca_cnx_transition_key(frame), transition);
    nisca_cnx_take_preparation(frame, transition);
    return transition;
}

/* --- One after another ----------------------------------------------------------------- */

/* An index whose node was removed is free for another one. */
static void
nisca_cnx_forget(nisca_cnx_cluster_t *cluster, const uint8_t *nodes)
{
    for (unsigned idx = 0; idx < NISCA_CNX_INDEXES; idx++) {
        if (nodes[idx / 8] >> idx % 8 & 1) {
            cluster->by_index[idx] = NULL;
        }
    }
}

/* A JOIN that is not committed gives its index to nobody. */
static void
nisca_cnx_forget_newcomer(const nisca_cnx_transition_t *transition)
{
    uint8_t nodes[NISCA_CNX_MAP_SIZE];

    if (transition->code == NISCA_TRANSITION_JOIN && nisca_cnx_changed(transition, nodes)) {
        nisca_cnx_forget(transition->cluster, nodes);
    }
}

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
    before->is_broken_off = is_committed ? nisca_cnx_is_in_step(before)
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
        nisca_cnx_forget_newcomer(before);
    }
    nisca_cnx_say_missing(frame, before, ANSWERED_WITHIN, text);
    nisca_cnx_tell(NULL, wmem_strbuf_get_str(text));
}

/* Ids grow by one with each transition of a cluster: another coordinator with the
 * same id, or a lower one, does not know of the first; or takes its place, if it
 * is heard no more. */
static bool
nisca_cnx_is_rival(const nisca_cnx_transition_t *transition, const nisca_cnx_transition_t *other)
{
    const nisca_cnx_node_t *rival = other != NULL ? other->coordinator : NULL;

    return rival != NULL && rival != transition->coordinator && other->has_proposal
           && transition->has_proposal && transition->xtn_id <= other->xtn_id
           && transition->proposed - rival->heard < LIVES_FOR && !rival->said_bye
           && transition->proposed - other->proposed < IDS_KEPT_FOR
           && memcmp(transition->map, other->map, sizeof other->map) != 0;
}

static void
nisca_cnx_tell_rivals(const nisca_cnx_frame_t *frame, const nisca_cnx_transition_t *transition,
                      const nisca_cnx_transition_t *other)
{
    wmem_strbuf_t *text = wmem_strbuf_new(wmem_file_scope(), "");

    nisca_cnx_find(NISCA_CNX_FOUND_COORDINATORS, other->proposal_frame, other->idx);
    wmem_strbuf_append_printf(text, "Two coordinators: %s proposes other members than %s did ",
                              transition->coordinator_name, other->coordinator_name);
    nisca_cnx_say_time(text, transition->proposed - other->proposed);
    wmem_strbuf_append_printf(text, " ago (frame %u)", other->proposal_frame);
    nisca_cnx_tell(frame->src, wmem_strbuf_get_str(text));
}

/* --- Proposals ---------------------------------------------------------------------------- */

/* What is known of the members is that of the transition before: none may have
 * been missed.  An index may have been given to another node since. */
static void
nisca_cnx_look_for_gap(const nisca_cnx_transition_t *transition)
{
    nisca_cnx_cluster_t *cluster = transition->cluster;

    if (transition->xtn_id > cluster->xtn_id + 1) {
        cluster->has_map = false;
        memset(cluster->by_index, 0, sizeof cluster->by_index);
    }
    cluster->xtn_id = MAX(cluster->xtn_id, transition->xtn_id);
}

static void
nisca_cnx_keep_proposal(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    const nisca_cnx_t *cnx = frame->cnx;

    transition->proposal_frame = frame->frame;
    transition->proposed = frame->when;
    transition->code = cnx->code <= NISCA_TRANSITION_QUORUM ? cnx->code : 0;
    transition->has_proposal = cnx->has_map && transition->code >= NISCA_TRANSITION_FORM
                               && transition->code <= NISCA_TRANSITION_RECONFIG;
    if (transition->has_proposal) {
        memcpy(transition->map, cnx->map, sizeof transition->map);
        transition->members = nisca_cnx_count_nodes(cnx->map);
        transition->formed = cnx->formed;
        transition->quorum = cnx->quorum;
        transition->votes = cnx->votes;
        transition->qdskvotes = cnx->qdskvotes;
        transition->expected_votes = cnx->expected_votes;
        transition->high_index = cnx->high_index; /* of JOIN alone */
        transition->next_index = cnx->next_index;
    }
    transition->end = nisca_cnx_find(NISCA_CNX_FOUND_END, 0, 0);
}

static void
nisca_cnx_first_proposal(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    nisca_cnx_transition_t *before = frame->cluster->latest;

    nisca_cnx_keep_proposal(frame, transition);
    transition->cluster = frame->cluster;
    nisca_cnx_look_for_gap(transition);
    if (nisca_cnx_is_rival(transition, before)) {
        nisca_cnx_tell_rivals(frame, transition, before);
    } else if (before != transition) {
        nisca_cnx_supersede(frame, transition, before);
    }
    nisca_cnx_take_descriptions(transition);
    frame->cluster->latest = transition;
    nisca_cnx_tell_proposal(frame->src, transition);
    nisca_cnx_judge_quorum(frame, transition);
}

/* What is described comes before the proposal to the same node; to another node it may
 * come after it in the capture, by the clock of another place. */
static bool
nisca_cnx_describes_again(const nisca_cnx_frame_t *frame, const nisca_cnx_transition_t *transition)
{
    unsigned count = wmem_array_get_count(transition->participants);

    if (frame->when - transition->last > LIVES_FOR) {
        return true;
    }
    for (unsigned i = 0; i < count; i++) {
        const nisca_cnx_participant_t *participant =
            wmem_array_index(transition->participants, i);

        if (participant->node == frame->dst) {
            return participant->asked;
        }
    }
    return false;
}

/* Ids come back: of a cluster that is formed again, and of a transition that was
 * broken off. */
static bool
nisca_cnx_is_another(const nisca_cnx_frame_t *frame, const nisca_cnx_transition_t *transition)
{
    const nisca_cnx_t *cnx = frame->cnx;

    if (transition->proposal_frame == 0 || frame->is_resent) {
        return false;
    }
    if (cnx->function == NISCA_CNX_DESC || cnx->function == NISCA_CNX_VEC
        || cnx->function == NISCA_CNX_TOPOLOGY) {
        return nisca_cnx_describes_again(frame, transition);
    }
    return cnx->has_map && transition->has_proposal
           && (transition->code != cnx->code || transition->formed != cnx->formed
               || memcmp(transition->map, cnx->map, sizeof cnx->map) != 0);
}

/* The first message of a transition that the capture has, or another one of it. */
static nisca_cnx_transition_t *
nisca_cnx_take_part(const nisca_cnx_frame_t *frame)
{
    nisca_cnx_transition_t *transition = nisca_cnx_transition_of(frame);

    if (transition == NULL || nisca_cnx_is_another(frame, transition)) {
        transition = nisca_cnx_transition_new(frame);
    }
    if (transition != NULL) {
        nisca_cnx_find(NISCA_CNX_FOUND_TRANSITION, transition->idx, 0);
        transition->last = MAX(transition->last, frame->when);
        transition->is_probable &= frame->cnx->is_probable;
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
        participant->asked_at = frame->when;
        transition->asked++;
        participant->is_unheard =
            !nisca_cnx_hears(frame->realm, participant->node, frame->src, frame->when);
        transition->unheard += participant->is_unheard;
    }
}

static void
nisca_cnx_accepted(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    nisca_cnx_participant_t *participant = nisca_cnx_participant(transition, frame->src);

    if (participant != NULL && frame->cnx->ack == 1 && !participant->accepted) {
        transition->unheard -= participant->is_unheard;
        participant->is_unheard = false;
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
    node->is_removed = !node->is_newcomer;
    node->removed = frame->when;
    if (node->heard_frame != 0 && !node->is_newcomer) {
        wmem_strbuf_append(text, " (");
        nisca_cnx_say_time(text, frame->when - node->heard);
        wmem_strbuf_append_printf(text, " after its %s, frame %u)",
                                  node->said_bye ? "BYE" : "last frame", node->heard_frame);
    }
}

/* A node that joined or was removed: a finding, and words. */
static void
nisca_cnx_say_change(const nisca_cnx_frame_t *frame, const nisca_cnx_cluster_t *cluster,
                     unsigned idx, bool is_removal, wmem_strbuf_t *text)
{
    nisca_cnx_node_t *node = cluster->by_index[idx];
    const char *name = node != NULL
                           ? nisca_cnx_label(node)
                           : wmem_strdup_printf(wmem_file_scope(), "CSID index %u", idx);

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

    for (unsigned idx = 0; idx < NISCA_CNX_INDEXES; idx++) {
        if (nodes[idx / 8] >> idx % 8 & 1) {
            wmem_strbuf_append(text, before);
            nisca_cnx_say_change(frame, transition->cluster, idx, is_removal, text);
            before = ", ";
        }
    }
    nisca_cnx_say_map(names, transition->cluster, nodes);
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
    nisca_cnx_say_members(text, transition);
}

static void
nisca_cnx_say_commitment(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition,
                         wmem_strbuf_t *text)
{
    bool is_proposed = transition->proposal_frame != 0;

    wmem_strbuf_append_printf(text, "Transition %u is %scommitted", transition->number,
                              !is_proposed && transition->is_probable ? "probably " : "");
    if (!is_proposed) {
        wmem_strbuf_append(text, "; its proposal was not captured");
        return;
    }
    nisca_cnx_find(NISCA_CNX_FOUND_COMMIT, transition->proposal_frame,
                   frame->when - transition->proposed);
    wmem_strbuf_append(text, ", ");
    nisca_cnx_say_time(text, frame->when - transition->proposed);
    wmem_strbuf_append(text, " after its proposal");
    if (transition->has_proposal) {
        nisca_cnx_say_outcome(frame, transition, text);
    }
}

/* Whoever is no member has no index, also where it is not known when it left. */
static void
nisca_cnx_forget_others(nisca_cnx_cluster_t *cluster, const uint8_t *map)
{
    uint8_t others[NISCA_CNX_MAP_SIZE];

    for (unsigned i = 0; i < NISCA_CNX_MAP_SIZE; i++) {
        others[i] = (uint8_t)~map[i];
    }
    nisca_cnx_forget(cluster, others);
}

static void
nisca_cnx_keep_members(nisca_cnx_transition_t *transition)
{
    nisca_cnx_cluster_t *cluster = transition->cluster;

    if (transition->has_proposal && transition->code == NISCA_TRANSITION_RECONFIG) {
        nisca_cnx_forget_others(cluster, transition->map);
    }
    if (transition->has_proposal) {
        memcpy(cluster->map, transition->map, sizeof cluster->map);
        nisca_cnx_note_members(transition);
    }
    if (transition->code != NISCA_TRANSITION_QUORUM) {
        cluster->has_map = transition->has_proposal;
    }
}

/* Steps show that a transition was committed, also where the capture lacks its PH2s. */
static void
nisca_cnx_note_commitment(nisca_cnx_transition_t *transition)
{
    if (transition->proposal_frame != 0 && !nisca_cnx_is_committed(transition)) {
        nisca_cnx_keep_members(transition);
    }
}

static void
nisca_cnx_first_commitment(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    wmem_strbuf_t *text = wmem_strbuf_new(wmem_file_scope(), "");

    transition->commit_frame = frame->frame;
    transition->committed = frame->when;
    nisca_cnx_say_commitment(frame, transition, text);
    nisca_cnx_keep_members(transition);
    nisca_cnx_tell(frame->src, wmem_strbuf_get_str(text));
}

/* A transition that the capture has no proposal of: what is known of the members
 * may hold no more. */
static void
nisca_cnx_begin_unproposed(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    nisca_cnx_cluster_t *cluster = transition->cluster;

    if (transition->proposal_frame != 0 || cluster->latest == transition) {
        return;
    }
    nisca_cnx_look_for_gap(transition);
    nisca_cnx_supersede(frame, transition, cluster->latest);
    nisca_cnx_take_descriptions(transition);
    cluster->latest = transition;
    if (transition->code != NISCA_TRANSITION_QUORUM) {
        cluster->has_map = false;
    }
}

static void
nisca_cnx_commit(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    transition->last_frame = frame->frame;
    if (transition->commit_frame == 0) {
        nisca_cnx_first_commitment(frame, transition);
    } else if (transition->proposal_frame != 0) {
        nisca_cnx_find(NISCA_CNX_FOUND_START, transition->proposal_frame, 0);
    }
}

/* --- Other messages -------------------------------------------------------------------------- */

static void
nisca_cnx_alone(const nisca_cnx_frame_t *frame)
{
    switch (frame->cnx->function) {
    case NISCA_CNX_STATUS:
        nisca_cnx_learn_status(frame);
        break;
    case NISCA_CNX_ENTER:
        nisca_cnx_ask_for_membership(frame);
        break;
    case NISCA_CNX_LOCK:
    case NISCA_CNX_RESLOCK:
        nisca_cnx_prepare(frame);
        break;
    case NISCA_CNX_UNLOCK:
        nisca_cnx_drop_preparation(frame);
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
        nisca_cnx_begin_unproposed(frame, transition);
        nisca_cnx_commit(frame, transition);
        break;
    case NISCA_CNX_READY:
        nisca_cnx_begin_unproposed(frame, transition);
        nisca_cnx_note_commitment(transition);
        nisca_cnx_ready(frame, transition);
        break;
    case NISCA_CNX_DOSTEP:
        nisca_cnx_begin_unproposed(frame, transition);
        nisca_cnx_note_commitment(transition);
        nisca_cnx_dostep(frame, transition);
        break;
    case NISCA_CNX_DESC:
        nisca_cnx_describe(frame, transition);
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
    transition = nisca_cnx_take_part(frame);
    if (transition != NULL) {
        transition->hears_coordinator |= frame->cnx->function != NISCA_CNX_READY;
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
    nisca_cnx_find(NISCA_CNX_FOUND_TRANSITION, transition->idx, 0);
    if (frame->cnx->function == NISCA_CNX_READY) { /* which has no code in requests */
        transition->hears_coordinator = true;
        transition->code = transition->code == 0 && frame->cnx->code <= NISCA_TRANSITION_QUORUM
                               ? frame->cnx->code
                               : transition->code;
    }
    if (request != NULL && nisca_cnx_is_proposal(frame->cnx->function)) {
        nisca_cnx_accepted(frame, transition);
    }
}
