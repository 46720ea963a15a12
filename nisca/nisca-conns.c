/* nisca-conns.c
 * SCS connections: which processes talk, and which request a response is to.
 *
 * A connection has an id at either end.  CONNECT_REQ teaches the requester's
 * and both names, ACCEPT_REQ the other one.  What belongs to a connection is
 * looked up by frame, so that every pass sees what the first one did; a START
 * of the circuit or a BYE ends it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx.h"
#include "nisca-state.h"

/* Requests wait in a table of fixed size: a newer one may take the place of an
 * older one, which is then forgotten. */
#define MAX_REQUESTS 4096

typedef struct {
    nisca_history_t *connections; /* values are index + 1 */
} nisca_conid_t;

/* A connection as the first pass follows it. */
typedef struct {
    nisca_connection_t connection; /* first: readers see only this */
    bool closed;
} nisca_open_connection_t;

struct nisca_scs_request {
    uint64_t key;
    int64_t time;
    uint32_t frame;     /* 0: empty */
    finding_t *finding; /* where the response is noted */
    bool answered;
};

typedef struct nisca_scs_request nisca_scs_request_t;

/* --- Names -------------------------------------------------------------------- */

static nisca_sysap_t
nisca_sysap_by_name(const char *name)
{
    static const struct {
        const char *name;
        nisca_sysap_t sysap;
    } known[] = {
        { "SCS$DIRECTORY", NISCA_SYSAP_DIRECTORY },
        { "SCS$DIR_LOOKUP", NISCA_SYSAP_DIRECTORY },
        { "MSCP$DISK", NISCA_SYSAP_DISK },
        { "MSCP$TAPE", NISCA_SYSAP_TAPE },
        { NISCA_CNX_PROCESS, NISCA_SYSAP_CLUSTER },
    };

    for (unsigned i = 0; i < array_length(known); i++) {
        if (strcmp(name, known[i].name) == 0) {
            return known[i].sysap;
        }
    }
    return NISCA_SYSAP_OTHER;
}

static nisca_sysap_t
nisca_sysap(const char *server, const char *client)
{
    nisca_sysap_t sysap = nisca_sysap_by_name(server);

    return sysap != NISCA_SYSAP_OTHER ? sysap : nisca_sysap_by_name(client);
}

/* --- Look-up ------------------------------------------------------------------ */

static nisca_key_t
nisca_conid_key(const nisca_message_t *message, bool of_source)
{
    uint64_t src = nisca_address_number(message->src.bytes);
    uint64_t dst = nisca_address_number(message->dst.bytes);

    return (nisca_key_t){
        .first = of_source ? src : dst,
        .second = of_source ? dst : src,
        .point = of_source ? message->src_conid : message->dst_conid,
        .group = message->group,
    };
}

static uint32_t
nisca_bye_before(const nisca_message_t *message, const nisca_node_t *node, uint32_t frame)
{
    const nisca_node_state_t *known = nisca_find_node(NISCA_EVERYWHERE, message->group,
                                                      nisca_address_number(node->bytes));

    return known != NULL ? nisca_history_frame(known->byes, frame) : 0;
}

/* The latest frame before `frame` that ended all connections of its nodes. */
static uint32_t
nisca_connections_ended(const nisca_message_t *message, uint32_t frame)
{
    nisca_key_t key = nisca_pair_key(NISCA_EVERYWHERE, message);
    const nisca_pair_t *pair = (const nisca_pair_t *)wmem_map_lookup(nisca_state->pairs, &key);
    uint32_t start = pair != NULL ? nisca_history_frame(pair->starts, frame) : 0;
    uint32_t src = nisca_bye_before(message, &message->src, frame);
    uint32_t dst = nisca_bye_before(message, &message->dst, frame);

    return MAX(start, MAX(src, dst));
}

static nisca_connection_t *
nisca_connection_by_conid(const nisca_message_t *message, bool of_source, uint32_t frame)
{
    nisca_key_t key = nisca_conid_key(message, of_source);
    const nisca_conid_t *conid;
    const nisca_event_t *event;

    if (key.point == 0) {
        return NULL;
    }
    conid = (const nisca_conid_t *)wmem_map_lookup(nisca_state->conids, &key);
    event = conid != NULL ? nisca_history_before(conid->connections, frame) : NULL;
    if (event == NULL || event->frame < nisca_connections_ended(message, frame)) {
        return NULL;
    }
    return *(nisca_connection_t **)wmem_array_index(nisca_state->connections, event->value - 1);
}

static bool
nisca_has_names(const nisca_connection_t *connection, const char *client, const char *server)
{
    size_t length = strlen(client);

    return strncmp(connection->processes, client, length) == 0
           && strlen(connection->processes) == length + strlen(" - ") + strlen(server)
           && strcmp(connection->processes + length + strlen(" - "), server) == 0;
}

/* An ACCEPT_REQ of other processes opens a connection whose CONNECT_REQ is not
 * in the capture; the ids are those of an earlier one. */
static bool
nisca_contradicts(const nisca_message_t *message, const nisca_connection_t *connection)
{
    return message->scs_type == NISCA_SCS_ACCEPT_REQ && message->src_process != NULL
           && message->dst_process != NULL
           && !nisca_has_names(connection, message->dst_process, message->src_process);
}

const nisca_connection_t *
nisca_connection_of(const packet_info *pinfo, const nisca_message_t *message)
{
    const nisca_connection_t *connection;

    if (nisca_state == NULL || pinfo->flags.in_error_pkt
        || message->scs_type == NISCA_SCS_CONNECT_REQ) {
        return NULL;
    }
    connection = nisca_connection_by_conid(message, false, pinfo->num);
    if (connection == NULL) {
        connection = nisca_connection_by_conid(message, true, pinfo->num);
    }
    return connection != NULL && !nisca_contradicts(message, connection) ? connection : NULL;
}

/* --- Connections --------------------------------------------------------------- */

static void
nisca_bind_conid(const nisca_frame_t *frame, bool of_source, const nisca_connection_t *connection)
{
    nisca_key_t key = nisca_conid_key(frame->message, of_source);
    nisca_conid_t *conid;

    if (key.point == 0) {
        return;
    }
    conid = (nisca_conid_t *)nisca_obtain(frame, nisca_state->conids, &key, sizeof *conid,
                                          2 * NISCA_MAX_CONNECTIONS);
    if (conid != NULL) {
        nisca_history_mark(&conid->connections, frame->frame, connection->index);
    }
}

static nisca_connection_t *
nisca_connection_new(const nisca_frame_t *frame, const char *client, const char *server)
{
    unsigned count = wmem_array_get_count(nisca_state->connections);
    nisca_open_connection_t *open;
    nisca_connection_t *connection;

    if (count >= NISCA_MAX_CONNECTIONS) {
        nisca_tell_limit(frame);
        return NULL;
    }
    open = wmem_new0(wmem_file_scope(), nisca_open_connection_t);
    connection = &open->connection;
    connection->processes = wmem_strdup_printf(wmem_file_scope(), "%s - %s", client, server);
    connection->sysap = nisca_sysap(server, client);
    connection->index = count + 1;
    connection->point = frame->point;
    wmem_array_append_one(nisca_state->connections, connection);
    return connection;
}

static bool
nisca_is_open(const nisca_connection_t *connection)
{
    return connection != NULL && !((const nisca_open_connection_t *)connection)->closed;
}

static void
nisca_analyse_connect(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    nisca_connection_t *connection = nisca_connection_by_conid(message, true, frame->frame);

    if (nisca_is_open(connection)
        && nisca_has_names(connection, message->src_process, message->dst_process)) {
        return; /* a retransmission, or a copy at another point */
    }
    connection = nisca_connection_new(frame, message->src_process, message->dst_process);
    if (connection != NULL) {
        connection->connect_frame = frame->frame;
        nisca_bind_conid(frame, true, connection);
    }
}

/* The requester's names count; if CONNECT_REQ is not in the capture, these. */
static void
nisca_analyse_accept(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    nisca_connection_t *connection = nisca_connection_by_conid(message, false, frame->frame);

    if (!nisca_is_open(connection) || nisca_contradicts(message, connection)) {
        connection = nisca_connection_new(frame, message->dst_process, message->src_process);
        if (connection == NULL) {
            return;
        }
        nisca_bind_conid(frame, false, connection);
    }
    if (nisca_connection_by_conid(message, true, frame->frame) != connection) {
        nisca_bind_conid(frame, true, connection);
    }
}

static void
nisca_analyse_disconnect(const nisca_frame_t *frame)
{
    nisca_connection_t *connection = nisca_connection_by_conid(frame->message, false, frame->frame);

    if (connection != NULL) {
        ((nisca_open_connection_t *)connection)->closed = true;
    }
}

/* --- Requests and responses ------------------------------------------------------ */

/* Types come in pairs, the response after its request, and repeat the id of
 * the requester's end, or where it has none, of the other one. */
static uint64_t
nisca_request_key(const nisca_frame_t *frame, uint32_t type, uint32_t conid, bool of_requester)
{
    const nisca_message_t *message = frame->message;
    bool is_request = message->scs_type == type;
    uint64_t key = sightings_mix(frame->point, message->group);

    key = sightings_mix(key, is_request ? frame->src : frame->dst);
    key = sightings_mix(key, is_request ? frame->dst : frame->src);
    return sightings_mix(key, (uint64_t)conid << 32 | type << 1 | of_requester);
}

static nisca_scs_request_t *
nisca_request_slot(uint64_t key)
{
    if (nisca_state->requests == NULL) {
        nisca_state->requests =
            wmem_alloc0_array(wmem_file_scope(), nisca_scs_request_t, MAX_REQUESTS);
    }
    return &nisca_state->requests[key % MAX_REQUESTS];
}

static void
nisca_enter_request(const nisca_scs_request_t *request, uint64_t key)
{
    nisca_scs_request_t *slot = nisca_request_slot(key);

    *slot = *request;
    slot->key = key;
}

static void
nisca_add_request(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    nisca_scs_request_t request = { .time = frame->time, .frame = frame->frame };

    request.finding = nisca_add_finding(frame, NISCA_FOUND_SCS_REQUEST, 0, 0);
    if (message->src_conid != 0) {
        nisca_enter_request(&request, nisca_request_key(frame, message->scs_type,
                                                        message->src_conid, true));
    }
    if (message->dst_conid != 0) {
        nisca_enter_request(&request, nisca_request_key(frame, message->scs_type,
                                                        message->dst_conid, false));
    }
}

/* Ids are used again: a second response answers a request that is not in the
 * capture. */
static const nisca_scs_request_t *
nisca_find_request(const nisca_frame_t *frame, uint32_t conid, bool of_requester)
{
    uint64_t key = nisca_request_key(frame, frame->message->scs_type - 1, conid, of_requester);
    nisca_scs_request_t *slot = nisca_request_slot(key);

    if (conid == 0 || slot->key != key) {
        return NULL;
    }
    if (slot->answered && !frame->repeated) {
        slot->frame = 0;
    }
    slot->answered = true;
    return slot->frame != 0 ? slot : NULL;
}

static void
nisca_add_response(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    const nisca_scs_request_t *by_requester = nisca_find_request(frame, message->dst_conid, true);
    const nisca_scs_request_t *by_other = nisca_find_request(frame, message->src_conid, false);
    const nisca_scs_request_t *request = by_requester != NULL ? by_requester : by_other;

    if (request == NULL) {
        return;
    }
    if (nisca_is_finding(request->finding, NISCA_FOUND_SCS_REQUEST, request->frame)
        && request->finding->ref == 0) {
        request->finding->ref = frame->frame;
    }
    nisca_add_finding(frame, NISCA_FOUND_SCS_RESPONSE, request->frame,
                      frame->time - request->time);
}

static void
nisca_analyse_dialogue(const nisca_frame_t *frame)
{
    uint32_t type = frame->message->scs_type;

    if (type > NISCA_SCS_CREDIT_RSP) {
        return;
    }
    if (type & 1) {
        nisca_add_response(frame);
    } else if (!frame->repeated) {
        nisca_add_request(frame);
    }
}

void
nisca_connections_analyse(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    bool has_names = message->src_process != NULL && message->dst_process != NULL;

    if (message->scs_type == NISCA_SCS_CONNECT_REQ && has_names) {
        nisca_analyse_connect(frame);
    } else if (message->scs_type == NISCA_SCS_ACCEPT_REQ && has_names) {
        nisca_analyse_accept(frame);
    } else if (message->scs_type == NISCA_SCS_DISCONNECT_REQ) {
        nisca_analyse_disconnect(frame);
    }
    nisca_analyse_dialogue(frame);
}
