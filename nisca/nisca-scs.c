/* nisca-scs.c
 * SCS, the System Communications Services: connections between processes of
 * two nodes, and the messages of these.
 *
 * Sources: definitions for layouts and status codes; captures of every type
 * but APPL_DG.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"
#include "nisca-cnx.h"

#define PROCESS_SIZE 16
#define STATUS_NORMAL 1

static int hf_nisca_scs = -1;
static int hf_nisca_scs_type = -1;
static int hf_nisca_scs_credit = -1;
static int hf_nisca_scs_dst_conid = -1;
static int hf_nisca_scs_src_conid = -1;
static int hf_nisca_scs_min_credit = -1;
static int hf_nisca_scs_mbz = -1;
static int hf_nisca_scs_status = -1;
static int hf_nisca_scs_dst_process = -1;
static int hf_nisca_scs_src_process = -1;
static int hf_nisca_scs_connect_data = -1;
static int hf_nisca_scs_unused = -1;
static int hf_nisca_scs_process = -1;

static int ett_nisca_scs = -1;

static expert_field ei_nisca_scs_rejected = EI_INIT;
static expert_field ei_nisca_scs_disconnect = EI_INIT;

/* Sources disagree about "disconnected"; a display filter takes one number for a
 * name, so either has its own. 0 fills the field where there is nothing to tell. */
static const value_string scs_statuses[] = {
    { 0, "None" },
    { STATUS_NORMAL, "Normal" },
    { 10, "No matching SYSAP" },
    { 18, "No resources" },
    { 25, "Disconnected" },
    { 26, "Disconnected (other source)" },
    { 33, "Insufficient credit" },
    { 41, "Load balance" },
    { 42, "Use alternate port" },
    { 0, NULL }
};

static const wire_field_t scs_header[] = {
    { .hf = &hf_nisca_scs_type, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_message_t, scs_type) },
    { .hf = &hf_nisca_scs_credit, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_scs_dst_conid, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(nisca_message_t, dst_conid) },
    { .hf = &hf_nisca_scs_src_conid, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(nisca_message_t, src_conid) },
    { .hf = NULL }
};

static const wire_field_t scs_min_credit[] = {
    { .hf = &hf_nisca_scs_min_credit, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_scs_status, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_message_t, status) },
    { .hf = NULL }
};

static const wire_field_t scs_connect_data[] = {
    { .hf = &hf_nisca_scs_connect_data, .kind = WIRE_BYTES, .size = 16 },
    { .hf = NULL }
};

static const wire_field_t scs_status[] = {
    { .hf = &hf_nisca_scs_mbz, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_scs_status, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_message_t, status) },
    { .hf = NULL }
};

/* Left over from the request in the same buffer: the start of a name. */
static const wire_field_t scs_residue[] = {
    { .hf = &hf_nisca_scs_unused, .kind = WIRE_BYTES, .size = 4 },
    { .hf = NULL }
};

static const char *
nisca_scs_process(wire_t *w, int hf)
{
    const char *name = nisca_printable(w, wire_peek_text(w, WIRE_PADDED, PROCESS_SIZE));

    wire_sized(w, hf, WIRE_PADDED, PROCESS_SIZE);
    return name;
}

static bool
nisca_scs_is_cnx(const nisca_message_t *m)
{
    return m->dst_process != NULL && strcmp(m->dst_process, NISCA_CNX_PROCESS) == 0;
}

/* CONNECT_REQ and ACCEPT_REQ name both processes. */
static void
nisca_scs_connect(wire_t *w, void *message)
{
    nisca_message_t *m = message;

    m->dst_process = nisca_scs_process(w, hf_nisca_scs_dst_process);
    m->src_process = nisca_scs_process(w, hf_nisca_scs_src_process);
    if (wire_fields(w, scs_connect_data, m) && nisca_scs_is_cnx(m)) {
        nisca_cnx_connect_data(w, m);
    }
}

static void
nisca_scs_reject(wire_t *w, void *message)
{
    const nisca_message_t *m = message;

    proto_tree_add_expert_format(w->tree, w->pinfo, &ei_nisca_scs_rejected, w->tvb, w->offset - 2,
                                 2, "%s: connection refused, %s (%u)", m->name,
                                 val_to_str_const(m->status, scs_statuses, "unknown status"),
                                 m->status);
}

static void
nisca_scs_accept_rsp(wire_t *w, void *message)
{
    const nisca_message_t *m = message;

    if (m->status != STATUS_NORMAL) {
        nisca_scs_reject(w, message);
    }
}

static void
nisca_scs_connect_rsp(wire_t *w, void *message)
{
    nisca_scs_accept_rsp(w, message);
    wire_fields(w, scs_residue, message);
}

static void
nisca_scs_disconnect(wire_t *w, void *message)
{
    const nisca_message_t *m = message;
    const char *reason = m->connection != NULL && m->connection->sysap == NISCA_SYSAP_CLUSTER
                             ? nisca_cnx_disconnect_reason(m->status)
                             : NULL;

    proto_tree_add_expert_format(w->tree, w->pinfo, &ei_nisca_scs_disconnect, w->tvb,
                                 w->offset - 2, 2, "The connection%s%s is closed, reason %u%s%s",
                                 m->connection != NULL ? " " : "",
                                 m->connection != NULL ? m->connection->processes : "",
                                 m->status, reason != NULL ? ": " : "",
                                 reason != NULL ? reason : "");
}

/* What the application sends is only known if its name is; or if it looks like
 * VMS$VAXcluster, whose connections stand for weeks before a capture begins. */
static void
nisca_scs_application(wire_t *w, void *message)
{
    static nisca_body_t *const bodies[] = {
        [NISCA_SYSAP_OTHER] = NULL,
        [NISCA_SYSAP_DIRECTORY] = nisca_directory,
        [NISCA_SYSAP_DISK] = nisca_mscp,
        [NISCA_SYSAP_TAPE] = nisca_mscp,
        [NISCA_SYSAP_CLUSTER] = nisca_cnx,
    };
    nisca_message_t *m = message;

    m->application_size = w->too_short ? 0 : wire_left(w);
    if (m->connection == NULL && nisca_cnx_is_probable(w, m)) {
        nisca_cnx(w, m);
    } else if (m->connection != NULL && bodies[m->connection->sysap] != NULL) {
        bodies[m->connection->sysap](w, m);
    }
}

/* Names that an earlier message of the connection has taught. */
static void
nisca_scs_names(wire_t *w, nisca_message_t *m)
{
    m->connection = nisca_connection_of(w->pinfo, m);
    if (m->connection != NULL) {
        proto_item_set_generated(proto_tree_add_string(w->tree, hf_nisca_scs_process, w->tvb, 0, 0,
                                                       m->connection->processes));
    }
}

static const wire_command_t scs_types[] = {
    { NISCA_SCS_CONNECT_REQ, "CONNECT_REQ", scs_min_credit, nisca_scs_connect, NULL },
    { 1, "CONNECT_RSP", scs_status, nisca_scs_connect_rsp, NULL },
    { NISCA_SCS_ACCEPT_REQ, "ACCEPT_REQ", scs_min_credit, nisca_scs_connect, NULL },
    { 3, "ACCEPT_RSP", scs_status, nisca_scs_accept_rsp, NULL },
    { NISCA_SCS_REJECT_REQ, "REJECT_REQ", scs_status, nisca_scs_reject, NULL },
    { 5, "REJECT_RSP", NULL, NULL, NULL },
    { NISCA_SCS_DISCONNECT_REQ, "DISCONNECT_REQ", scs_status, nisca_scs_disconnect, NULL },
    { 7, "DISCONNECT_RSP", NULL, NULL, NULL },
    { 8, "CREDIT_REQ", NULL, NULL, NULL },
    { NISCA_SCS_CREDIT_RSP, "CREDIT_RSP", NULL, NULL, NULL },
    { 10, "APPL_MSG", NULL, nisca_scs_application, NULL },
    { 11, "APPL_DG", NULL, NULL, NULL },
    { 0, NULL, NULL, NULL, NULL }
};

static value_string scs_type_names[array_length(scs_types)];

/* What nobody decodes stays for nisca_finish().  An application's message needs
 * its connection to be decoded; ACCEPT_REQ has names itself, which may tell that
 * the connection is another one. */
void
nisca_scs(wire_t *w, void *message)
{
    nisca_message_t *m = message;
    proto_tree *outer = nisca_open(w, hf_nisca_scs, ett_nisca_scs);
    bool has_names;

    if (wire_fields(w, scs_header, m)) {
        m->has_scs = true;
        has_names = m->scs_type == NISCA_SCS_ACCEPT_REQ;
        if (!has_names) {
            nisca_scs_names(w, m);
        }
        nisca_dispatch(w, m, scs_types, m->scs_type, "SCS type");
        if (has_names) {
            nisca_scs_names(w, m);
        }
        proto_item_append_text(proto_tree_get_parent(w->tree), ", %s", m->name);
    }
    nisca_close(w, outer);
}

static hf_register_info hf[] = {
    { &hf_nisca_scs, { "SCS", "nisca.scs", FT_NONE, BASE_NONE, NULL, 0x0,
        "System communication services: connections between processes of two nodes, with "
        "credits", HFILL } },
    { &hf_nisca_scs_type,
      { "Type", "nisca.scs.type", FT_UINT16, BASE_DEC, VALS(scs_type_names), 0x0,
        "Connecting, credit, or a message of an application",
        HFILL } },
    { &hf_nisca_scs_credit,
      { "Credit", "nisca.scs.credit", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Messages that the receiver may send in addition", HFILL } },
    { &hf_nisca_scs_dst_conid,
      { "Destination connection ID", "nisca.scs.dst_conid", FT_UINT32, BASE_HEX, NULL, 0x0,
        "Connection at the receiver; 0 before it has one", HFILL } },
    { &hf_nisca_scs_src_conid,
      { "Source connection ID", "nisca.scs.src_conid", FT_UINT32, BASE_HEX, NULL, 0x0,
        "Number that the sender has given the connection", HFILL } },
    { &hf_nisca_scs_min_credit,
      { "Minimum credit", "nisca.scs.min_credit", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Messages that the sender must always be able to send", HFILL } },
    { &hf_nisca_scs_mbz,
      { "Must be zero", "nisca.scs.mbz", FT_UINT16, BASE_HEX, NULL, 0x0,
        "Must be zero; what is there all the same", HFILL } },
    { &hf_nisca_scs_status,
      { "Status", "nisca.scs.status", FT_UINT16, BASE_DEC, VALS(scs_statuses), 0x0,
        "The reason in DISCONNECT_REQ", HFILL } },
    { &hf_nisca_scs_dst_process,
      { "Destination process", "nisca.scs.dst_process", FT_STRING, BASE_NONE, NULL, 0x0,
        "Application that is asked for, like VMS$VAXcluster or MSCP$DISK", HFILL } },
    { &hf_nisca_scs_src_process,
      { "Source process", "nisca.scs.src_process", FT_STRING, BASE_NONE, NULL, 0x0,
        "Application that asks, like VMS$VAXcluster or VMS$DISK_CL_DRVR", HFILL } },
    { &hf_nisca_scs_connect_data,
      { "Connect data", "nisca.scs.connect_data", FT_BYTES, BASE_NONE, NULL, 0x0,
        "16 bytes of the application, which SCS only carries", HFILL } },
    { &hf_nisca_scs_unused,
      { "Unused", "nisca.scs.unused", FT_BYTES, BASE_NONE, NULL, 0x0,
        "Bytes that the sender did not set", HFILL } },
    { &hf_nisca_scs_process,
      { "Processes", "nisca.scs.process", FT_STRING, BASE_NONE, NULL, 0x0,
        "The two ends of the connection, as an earlier message named them", HFILL } },
};

static ei_register_info ei[] = {
    { &ei_nisca_scs_rejected,
      { "nisca.scs.rejected", PI_RESPONSE_CODE, PI_WARN, "Connection refused", EXPFILL } },
    { &ei_nisca_scs_disconnect,
      { "nisca.scs.disconnect", PI_SEQUENCE, PI_NOTE, "The connection is closed", EXPFILL } },
};

void
nisca_scs_register(int proto)
{
    static int *ett[] = { &ett_nisca_scs };

    wire_command_names(scs_type_names, scs_types);
    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
}
