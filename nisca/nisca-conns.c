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

/* What a connection number stood for from a frame on. */
typedef struct {
    uint32_t frame;
    nisca_connection_t *connection;
} nisca_binding_t;

typedef struct {
    wmem_tree_t *bindings; /* nisca_binding_t by frame */
} nisca_conid_t;

/* A connection as the first pass follows it. */
typedef struct {
    nisca_connection_t connection; /* first: readers see only this */
    bool closed;
} nisca_followed_connection_t;

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

static state_key_t
nisca_conid_key(uint32_t cluster, const nisca_message_t *message, bool of_source)
{
    uint64_t src = message->src.number;
    uint64_t dst = message->dst.number;

    return (state_key_t){
        .first = of_source ? src : dst,
        .second = of_source ? dst : src,
        .third = of_source ? message->src_conid : message->dst_conid,
        .fourth = cluster,
    };
}

static uint32_t
nisca_bye_before(uint32_t cluster, const nisca_message_t *message, const nisca_node_t *node,
                 uint32_t frame)
{
    const nisca_node_state_t *known = nisca_find_node(cluster, message->group, node->number);

    return known != NULL ? nisca_history_before(&known->byes, frame) : 0;
}

/* The latest frame before `frame` that ended all connections of its nodes. */
static uint32_t
nisca_connections_ended(uint32_t cluster, const nisca_message_t *message, uint32_t frame)
{
    const nisca_circuit_t *circuit = nisca_find_circuit(cluster, message);
    uint32_t start = circuit != NULL ? nisca_history_before(&circuit->starts, frame) : 0;
    uint32_t src = nisca_bye_before(cluster, message, &message->src, frame);
    uint32_t dst = nisca_bye_before(cluster, message, &message->dst, frame);

    return MAX(start, MAX(src, dst));
}

static nisca_connection_t *
nisca_connection_by_conid(uint32_t cluster, const nisca_message_t *message, bool of_source,
                          uint32_t frame)
{
    state_key_t key = nisca_conid_key(cluster, message, of_source);
    const nisca_conid_t *conid;
    const nisca_binding_t *binding;

    if (key.third == 0) {
        return NULL;
    }
    conid = (const nisca_conid_t *)state_find(nisca_state->conids, key);
    binding = conid != NULL
                  ? (const nisca_binding_t *)wmem_tree_lookup32_le(conid->bindings, frame - 1)
                  : NULL;
    return binding != NULL && binding->frame >= nisca_connections_ended(cluster, message, frame)
               ? binding->connection
               : NULL;
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
    uint32_t cluster;

    if (nisca_state == NULL || pinfo->flags.in_error_pkt
        || message->scs_type == NISCA_SCS_CONNECT_REQ) {
        return NULL;
    }
    cluster = nisca_cluster_of(pinfo, message->group);
    connection = nisca_connection_by_conid(cluster, message, false, pinfo->num);
    if (connection == NULL) {
        connection = nisca_connection_by_conid(cluster, message, true, pinfo->num);
    }
    return connection != NULL && !nisca_contradicts(message, connection) ? connection : NULL;
}

/* --- Connections --------------------------------------------------------------- */

static void
nisca_bind_conid(const nisca_frame_t *frame, bool of_source, nisca_connection_t *connection)
{
    state_key_t key = nisca_conid_key(frame->cluster, frame->message, of_source);
    nisca_conid_t *conid;
    nisca_binding_t *binding;

    if (key.third == 0) {
        return;
    }
    conid = (nisca_conid_t *)state_obtain(&nisca_state->pass, nisca_state->conids, key,
                                          sizeof *conid, 2 * NISCA_MAX_CONNECTIONS);
    if (conid == NULL) {
        return;
    }
    if (conid->bindings == NULL) {
        conid->bindings = wmem_tree_new(wmem_file_scope());
    }
    binding = wmem_new(wmem_file_scope(), nisca_binding_t);
    *binding = (nisca_binding_t){ .frame = frame->frame, .connection = connection };
    wmem_tree_insert32(conid->bindings, frame->frame, binding);
}

static nisca_connection_t *
nisca_connection_new(const char *client, const char *server)
{
    nisca_followed_connection_t *followed;
    nisca_connection_t *connection;

    if (nisca_state->connections >= NISCA_MAX_CONNECTIONS) {
        first_pass_tell_limit(&nisca_state->pass);
        return NULL;
    }
    followed = wmem_new0(wmem_file_scope(), nisca_followed_connection_t);
    connection = &followed->connection;
    connection->processes = wmem_strdup_printf(wmem_file_scope(), "%s - %s", client, server);
    connection->sysap = nisca_sysap(server, client);
    connection->number = ++nisca_state->connections;
    return connection;
}

static bool
nisca_is_open(const nisca_connection_t *connection)
{
    return connection != NULL && !((const nisca_followed_connection_t *)connection)->closed;
}

static void
nisca_analyse_connect(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    nisca_connection_t *connection =
        nisca_connection_by_conid(frame->cluster, message, true, frame->frame);

    if (nisca_is_open(connection)
        && nisca_has_names(connection, message->src_process, message->dst_process)) {
        return; /* a retransmission */
    }
    connection = nisca_connection_new(message->src_process, message->dst_process);
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
    nisca_connection_t *connection =
        nisca_connection_by_conid(frame->cluster, message, false, frame->frame);

    if (!nisca_is_open(connection) || nisca_contradicts(message, connection)) {
        connection = nisca_connection_new(message->dst_process, message->src_process);
        if (connection == NULL) {
            return;
        }
        nisca_bind_conid(frame, false, connection);
    }
    if (nisca_connection_by_conid(frame->cluster, message, true, frame->frame) != connection) {
        nisca_bind_conid(frame, true, connection);
    }
}

static void
nisca_analyse_disconnect(const nisca_frame_t *frame)
{
    nisca_connection_t *connection =
        nisca_connection_by_conid(frame->cluster, frame->message, false, frame->frame);

    if (connection != NULL) {
        ((nisca_followed_connection_t *)connection)->closed = true;
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
    uint64_t key = sightings_mix(frame->cluster, message->group);

    key = sightings_mix(key, is_request ? frame->src : frame->dst);
    key = sightings_mix(key, is_request ? frame->dst : frame->src);
    return sightings_mix(key, (uint64_t)conid << 32 | type << 1 | of_requester);
}

static void
nisca_enter_request(request_t *request, uint64_t key)
{
    request->key = key;
    requests_add(nisca_state->requests, request);
}

static void
nisca_add_request(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    request_t request = requests_open(nisca_state->requests, frame->frame, frame->when);

    if (message->src_conid != 0) {
        nisca_enter_request(&request, nisca_request_key(frame, message->scs_type,
                                                        message->src_conid, true));
    }
    if (message->dst_conid != 0) {
        nisca_enter_request(&request, nisca_request_key(frame, message->scs_type,
                                                        message->dst_conid, false));
    }
}

static request_t *
nisca_find_request(const nisca_frame_t *frame, uint32_t conid, bool of_requester)
{
    uint64_t key = nisca_request_key(frame, frame->message->scs_type - 1, conid, of_requester);

    return conid != 0 ? requests_find_for_answer(nisca_state->requests, key, frame->repeated)
                      : NULL;
}

static void
nisca_add_response(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    request_t *by_requester = nisca_find_request(frame, message->dst_conid, true);
    request_t *by_other = nisca_find_request(frame, message->src_conid, false);
    request_t *request = by_requester != NULL ? by_requester : by_other;

    if (request == NULL) {
        return;
    }
    if (by_other != NULL) {
        by_other->answered = true;
    }
    requests_answer(nisca_state->requests, request, frame->frame);
    nisca_found(NISCA_FOUND_SCS_RESPONSE, request->frame, frame->when - request->when);
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
    } else if (message->scs_type == NISCA_SCS_DISCONNECT_REQ
               || message->scs_type == NISCA_SCS_REJECT_REQ) {
        nisca_analyse_disconnect(frame);
    }
    nisca_analyse_dialogue(frame);
}
