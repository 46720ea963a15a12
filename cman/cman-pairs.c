/* cman-pairs.c
 * Requests and their responses ("cnxman.c", "membership.c", "sm_message.c").
 * A request is kept under what its response repeats of it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

#define FORGET_AFTER (60 * NS_PER_S)

/* What a response repeats of its request. */
typedef enum {
    BY_SEQ,        /* the response acknowledges the request */
    BY_SEQ_AND_GENERATION,
    BY_ADDRESSES,  /* the joining node has no id yet */
    BY_TAG,
    BY_EVENT       /* of the service manager */
} cman_match_t;

typedef struct {
    uint32_t port, request, response;
    cman_match_t match;
} cman_pair_t;

static const cman_pair_t cman_pairs[] = {
    { CMAN_PORT_MEMBERSHIP, CMAN_STARTTRANS, CMAN_STARTACK, BY_SEQ_AND_GENERATION },
    { CMAN_PORT_MEMBERSHIP, CMAN_MASTERVIEW, CMAN_VIEWACK, BY_SEQ },
    { CMAN_PORT_MEMBERSHIP, CMAN_JOINREQ, CMAN_JOINACK, BY_ADDRESSES },
    { CMAN_PORT_MEMBERSHIP, CMAN_JOINCONF, CMAN_CONFACK, BY_ADDRESSES },
    { CMAN_PORT_INTERNAL, CMAN_LISTENREQ, CMAN_LISTENRESP, BY_TAG },
    { CMAN_PORT_SERVICES, CMAN_SM_JOIN_REQ, CMAN_SM_JOIN_REP, BY_EVENT },
    { CMAN_PORT_SERVICES, CMAN_SM_JSTOP_REQ, CMAN_SM_JSTOP_REP, BY_EVENT },
    { CMAN_PORT_SERVICES, CMAN_SM_LEAVE_REQ, CMAN_SM_LEAVE_REP, BY_EVENT },
    { CMAN_PORT_SERVICES, CMAN_SM_LSTOP_REQ, CMAN_SM_LSTOP_REP, BY_EVENT },
    { CMAN_PORT_SERVICES, CMAN_SM_LSTART_CMD, CMAN_SM_LSTART_DONE, BY_EVENT },
};

/* `requester` and `responder` are node ids, or addresses for BY_ADDRESSES; a
 * responder of 0 is everybody. */
static uint64_t
cman_pair_key(const cman_frame_t *frame, const cman_pair_t *pair, uint64_t requester,
              uint64_t responder, uint32_t repeated)
{
    uint64_t key = sightings_mix(frame->cluster->idx, (uint64_t)(pair - cman_pairs));

    key = sightings_mix(key, requester);
    key = sightings_mix(key, responder);
    return sightings_mix(key, repeated);
}

static uint64_t
cman_request_key(const cman_frame_t *frame, const cman_pair_t *pair)
{
    const cman_message_t *message = frame->message;

    switch (pair->match) {
    case BY_SEQ:
        return cman_pair_key(frame, pair, message->srcid, 0, message->seq);
    case BY_SEQ_AND_GENERATION:
        return cman_pair_key(frame, pair, message->srcid, message->generation, message->seq);
    case BY_ADDRESSES:
        return cman_pair_key(frame, pair, frame->source, frame->destination, 0);
    case BY_TAG:
        return cman_pair_key(frame, pair, message->srcid, 0, message->tag);
    case BY_EVENT:
    default:
        return cman_pair_key(frame, pair, message->srcid, message->tgtid, message->sevent_id);
    }
}

/* The key under which the request of this response waits.  `broadcast`: take the
 * request for one to all nodes; matters where it may also go to one. */
static uint64_t
cman_response_key(const cman_frame_t *frame, const cman_pair_t *pair, bool broadcast)
{
    const cman_message_t *message = frame->message;

    switch (pair->match) {
    case BY_SEQ:
        return cman_pair_key(frame, pair, message->tgtid, 0, message->ack);
    case BY_SEQ_AND_GENERATION:
        return cman_pair_key(frame, pair, message->tgtid, message->generation, message->ack);
    case BY_ADDRESSES:
        return cman_pair_key(frame, pair, frame->destination, frame->source, 0);
    case BY_TAG:
        return cman_pair_key(frame, pair, message->tgtid, 0, message->tag);
    case BY_EVENT:
    default:
        return cman_pair_key(frame, pair, message->tgtid, broadcast ? 0 : message->srcid,
                             message->sevent_id);
    }
}

static void
cman_add_request(const cman_frame_t *frame, const cman_pair_t *pair)
{
    request_t request = requests_open(cman_state->requests, frame->frame, frame->when);

    request.key = cman_request_key(frame, pair);
    requests_add(cman_state->requests, &request);
}

static request_t *
cman_find_request(const cman_frame_t *frame, uint64_t key)
{
    request_t *request = requests_find(cman_state->requests, key);

    return request != NULL && frame->when >= request->when
                   && frame->when - request->when <= FORGET_AFTER
               ? request
               : NULL;
}

/* JOINACK WAIT also comes unasked, when a join is put off. */
static bool
cman_answers_nothing(const cman_frame_t *frame, const cman_pair_t *pair, const request_t *request)
{
    return pair->response == CMAN_JOINACK && pair->port == CMAN_PORT_MEMBERSHIP
           && frame->message->joinack == CMAN_JOIN_WAIT && frame->delivery == CMAN_NEW
           && request->answered;
}

static void
cman_add_response(const cman_frame_t *frame, const cman_pair_t *pair)
{
    request_t *request = cman_find_request(frame, cman_response_key(frame, pair, false));

    if (request == NULL) {
        request = cman_find_request(frame, cman_response_key(frame, pair, true));
    }
    if (request != NULL && !cman_answers_nothing(frame, pair, request)) {
        requests_answer(cman_state->requests, request, frame->frame);
        cman_add_finding(CMAN_FOUND_RESPONSE, request->frame, frame->when - request->when);
    }
}

void
cman_pairs_analyse(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;

    if (!message->has_body || cman_is(message, CMAN_HELLO)) {
        return; /* most messages are HELLOs, which neither ask nor answer */
    }
    for (unsigned i = 0; i < array_length(cman_pairs); i++) {
        const cman_pair_t *pair = &cman_pairs[i];

        if (pair->port != message->tgtport) {
            continue;
        }
        if (pair->request == message->number && frame->delivery == CMAN_NEW) {
            cman_add_request(frame, pair);
        } else if (pair->response == message->number) {
            cman_add_response(frame, pair);
        }
    }
}
