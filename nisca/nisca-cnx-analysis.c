/* nisca-cnx-analysis.c
 * What messages of connection managers mean together: the order in which a
 * frame is looked at.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx-state.h"
#include "nisca-state.h"

/* A node that is heard so soon after its removal did not fail, nor is it a new
 * incarnation: no node boots that fast. */
#define ALIVE_WITHIN (5 * NS_PER_S)

/* --- Nodes ---------------------------------------------------------------------- */

static void
nisca_cnx_learn_name(nisca_cnx_node_t *node, const char *name)
{
    if (name != NULL && *name != '\0' && strncmp(node->name, name, sizeof node->name) != 0) {
        g_strlcpy(node->name, name, sizeof node->name);
    }
}

/* Of a node that says goodbye, or starts over, there is nothing to wonder about. */
static bool
nisca_cnx_goes_on(const nisca_message_t *message)
{
    return message->has_cc ? nisca_cc_is(message, NISCA_CC_HELLO)
                           : message->has_seq && message->ppd_type != NISCA_PPD_START;
}

static void
nisca_cnx_look_whether_alive(const nisca_cnx_frame_t *frame)
{
    nisca_cnx_node_t *node = frame->src;
    wmem_strbuf_t *text;

    if (!node->is_removed || frame->is_repeated) {
        return;
    }
    if (frame->when - node->removed < ALIVE_WITHIN && nisca_cnx_goes_on(frame->message)) {
        text = wmem_strbuf_new(wmem_file_scope(), nisca_cnx_label(node));
        wmem_strbuf_append(text, " goes on ");
        nisca_cnx_say_time(text, frame->when - node->removed);
        wmem_strbuf_append(text, " after its removal: it will leave with CLUEXIT when it learns "
                                 "of it (inferred)");
        nisca_cnx_find(NISCA_CNX_FOUND_ALIVE,
                       nisca_cnx_keep_words(node, wmem_strbuf_get_str(text)), 0);
    }
    node->is_removed = false;
}

/* --- Requests and answers ---------------------------------------------------------- */

static uint64_t
nisca_cnx_request_key(const nisca_cnx_frame_t *frame, bool is_answer)
{
    uint64_t from = is_answer ? frame->dst->addr : frame->src->addr;
    uint64_t to = is_answer ? frame->src->addr : frame->dst->addr;
    uint64_t key = sightings_mix(sightings_mix(from, to), frame->realm);

    return sightings_mix(key, frame->cnx->rspid);
}

/* The value is kept for the answer, which may name nothing itself. */
static void
nisca_cnx_ask(const nisca_cnx_frame_t *frame, uint32_t resource)
{
    request_t request;

    if (frame->cnx->rspid != 0) {
        request = requests_open(nisca_cnx_state->requests, frame->frame, frame->when);
        request.key = nisca_cnx_request_key(frame, false);
        request.value = resource;
        requests_add(nisca_cnx_state->requests, &request);
    }
}

/* The response id and the nodes tell the request, not the function: 1 answers
 * 8 of the lock manager (captures).  Ids are used again. */
static const request_t *
nisca_cnx_answer_to(const nisca_cnx_frame_t *frame)
{
    request_t *request =
        requests_find(nisca_cnx_state->requests, nisca_cnx_request_key(frame, true));

    if (frame->cnx->rspid == 0 || request == NULL || (request->answered && !frame->is_resent)) {
        return NULL;
    }
    requests_answer(nisca_cnx_state->requests, request, frame->frame);
    nisca_cnx_find(NISCA_CNX_FOUND_ANSWER, request->frame, frame->when - request->when);
    return request;
}

static void
nisca_cnx_analyse_lck(const nisca_cnx_frame_t *frame)
{
    uint32_t resource = nisca_cnx_resource(frame);
    const request_t *request;

    if (!frame->cnx->is_answer) {
        nisca_cnx_ask(frame, resource);
    } else {
        request = nisca_cnx_answer_to(frame);
        resource = resource == 0 && request != NULL ? request->value : resource;
    }
    if (resource != 0 && !frame->was_seen) { /* or it would count twice */
        nisca_cnx_find(NISCA_CNX_FOUND_RESOURCE, 0, resource);
    }
}

static void
nisca_cnx_analyse_cnx(const nisca_cnx_frame_t *frame)
{
    if (frame->cnx->is_answer) {
        nisca_cnx_follow_answer(frame, nisca_cnx_answer_to(frame));
    } else {
        nisca_cnx_ask(frame, 0);
        nisca_cnx_follow_request(frame);
    }
}

/* A repetition tells nothing new, but belongs to the transition. */
static void
nisca_cnx_analyse_repetition(const nisca_cnx_frame_t *frame)
{
    const nisca_cnx_transition_t *transition =
        frame->cnx->facility == NISCA_FACILITY_CNX ? nisca_cnx_transition_of(frame) : NULL;

    if (transition != NULL) {
        nisca_cnx_find(NISCA_CNX_FOUND_TRANSITION, transition->idx, 0);
    }
}

static void
nisca_cnx_analyse_message(nisca_cnx_frame_t *frame)
{
    if (frame->is_repeated) {
        nisca_cnx_analyse_repetition(frame);
        return;
    }
    nisca_cnx_follow_number(frame);
    nisca_cnx_note_cluster(frame);
    if (frame->cnx->facility == NISCA_FACILITY_CNX) {
        nisca_cnx_analyse_cnx(frame);
    } else if (frame->cnx->facility != NISCA_FACILITY_ACK) {
        nisca_cnx_analyse_lck(frame);
    }
}

/* --- One frame ---------------------------------------------------------------------- */

static void
nisca_cnx_analyse_frame(nisca_cnx_frame_t *frame)
{
    const nisca_message_t *message = frame->message;

    nisca_cnx_look_whether_alive(frame);
    if (!frame->is_repeated) {
        nisca_cnx_look_at_transition(frame);
        nisca_cnx_follow_connection(frame);
    }
    if (frame->cnx != NULL && frame->cnx->has_header) {
        nisca_cnx_analyse_message(frame);
    }
    if (frame->when >= frame->src->heard) { /* the file may have a slow clock's frames later */
        frame->src->heard = frame->when;
        frame->src->heard_frame = frame->frame;
        frame->src->said_bye = nisca_cc_is(message, NISCA_CC_BYE);
    }
}

/* The multicast address is no node, but is one node too many only. */
void
nisca_cnx_analyse(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    nisca_cnx_frame_t own = {
        .message = message,
        .cnx = message->cnx,
        .seen = frame->seen.cluster,
        .realm = (uint64_t)frame->cluster << 32 | message->group,
        .frame = frame->frame,
        .when = frame->when,
        .is_repeated = frame->repeated,
    };

    if (message->connection == NULL && message->application_size > 0) {
        nisca_cnx_learn_unnamed(message, own.frame);
    }
    own.src = nisca_cnx_node(own.realm, frame->src);
    own.dst = message->cnx != NULL ? nisca_cnx_node(own.realm, frame->dst) : NULL;
    if (own.src == NULL || (message->cnx != NULL && own.dst == NULL)) {
        return;
    }
    own.cluster = message->cnx != NULL ? nisca_cnx_cluster_of(&own) : own.src->cluster;
    if (message->cnx != NULL && own.cluster == NULL) {
        return;
    }
    nisca_cnx_learn_name(own.src, message->node_name);
    nisca_cnx_analyse_frame(&own);
}
