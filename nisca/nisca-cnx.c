/* nisca-cnx.c
 * Messages of the connection manager: which node asks to join, what a
 * coordinator proposes, what is committed, and the steps after it.
 *
 *   0     2     4       8     9     10    12
 *   +-----+-----+-------+-----+-----+-----+----------------------------------
 *   | seq | ack | RSPID | fac | fun | old | body: transition header, and what
 *   |     |     |       |     |     |     | the function has behind it
 *   +-----+-----+-------+-----+-----+-----+----------------------------------
 *
 * Numbers are little-endian.  The sender does not clear its buffer: bytes that
 * a function does not use hold texts and addresses of earlier messages, and are
 * shown as they are.  Sources: nisca-cnx.h; each table names its own.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx.h"

#define HEADER_SIZE 12
#define FACILITY_PLACE 8
#define FUNCTION_PLACE 9
#define PHASE_PLACE 16
#define CONNECT_SIZE 16

#define ANSWER 0x80
#define FACILITY 0x7f

/* DISCONNECT_REQ reasons of this SYSAP have this bit (definitions). */
#define REASON_VALID 0x8000
#define REASON 0x00ff

static ws_bool pref_cnxman = true;

static int hf_nisca_cnx = -1;
static int hf_nisca_cnx_seq = -1;
static int hf_nisca_cnx_ackseq = -1;
static int hf_nisca_cnx_rspid = -1;
static int hf_nisca_cnx_facility = -1;
static int hf_nisca_cnx_response = -1;
static int hf_nisca_cnx_function = -1;
static int hf_nisca_cnx_other_function = -1;
static int hf_nisca_cnx_xtn_id = -1;
static int hf_nisca_cnx_xtn_phase = -1;
static int hf_nisca_cnx_xtn_code = -1;
static int hf_nisca_cnx_xtn_ack = -1;
static int hf_nisca_cnx_xtn_reply = -1;
static int hf_nisca_cnx_xtn_step = -1;
static int hf_nisca_cnx_xtn_responder_id = -1;
static int hf_nisca_cnx_connect_eco = -1;
static int hf_nisca_cnx_connect_version = -1;
static int hf_nisca_cnx_connect_type = -1;
static int hf_nisca_cnx_connect_ack_limit = -1;
static int hf_nisca_cnx_connect_quorum = -1;
static int hf_nisca_cnx_connect_votes = -1;
static int hf_nisca_cnx_connect_nodes = -1;
static int hf_nisca_cnx_connect_cluster = -1;
static int hf_nisca_cnx_connect_cluster_member = -1;
static int hf_nisca_cnx_connect_status = -1;
static int hf_nisca_cnx_connect_status_long_break = -1;
static int hf_nisca_cnx_connect_status_removed = -1;
static int hf_nisca_cnx_connect_received = -1;
static int hf_nisca_cnx_connect_cluster_version = -1;

static int ett_nisca_cnx = -1;
static int ett_nisca_cnx_connect = -1;
static int ett_nisca_cnx_connect_cluster = -1;
static int ett_nisca_cnx_connect_status = -1;

/* --- Names ------------------------------------------------------------------- */

/* Definitions; 1, 2 and 4 in captures. */
static const value_string cnx_facilities[] = {
    { NISCA_FACILITY_CNX, "CNX" },
    { NISCA_FACILITY_LCK, "LCK" },
    { NISCA_FACILITY_ACK, "ACK" },
    { 5, "LKI" },
    { 6, "CSP" },
    { 7, "BLK" },
    { 9, "CWPS" },
    { 0, NULL }
};

/* Definitions; 10, 20, 40 and 60 in captures. */
static const value_string cnx_phases[] = {
    { 0x10, "IDLE" }, { 0x20, "LOCK" },   { 0x30, "DATA" },
    { 0x40, "PH1" },  { 0x50, "UNLOCK" }, { 0x60, "PH2" },
    { 0, NULL }
};

/* Definitions and captures. */
static const value_string cnx_codes[] = {
    { NISCA_TRANSITION_FORM, "FORM" },
    { NISCA_TRANSITION_JOIN, "JOIN" },
    { NISCA_TRANSITION_RECONFIG, "RECONFIG" },
    { NISCA_TRANSITION_QUORUM, "QUORUM" },
    { 0, NULL }
};

/* Definitions; 0 in no capture. */
static const value_string cnx_replies[] = {
    { 1, "PH0" }, { 2, "PH1B" }, { 3, "PH1" }, { 4, "PH2" }, { 0, NULL }
};

/* Definitions; 1 in captures. */
static const value_string cnx_connect_types[] = {
    { NISCA_CNX_INITIAL, "INITIAL" }, { NISCA_CNX_RECONNECT, "RECONNECT" }, { 0, NULL }
};

/* --- Headers ----------------------------------------------------------------- */

/* Definitions and captures. */
static const wire_field_t cnx_header[] = {
    { .hf = &hf_nisca_cnx_seq, .kind = WIRE_LE, .size = 2, .keep = WIRE_KEEP(nisca_cnx_t, seq) },
    { .hf = &hf_nisca_cnx_ackseq, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, ackseq) },
    { .hf = &hf_nisca_cnx_rspid, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(nisca_cnx_t, rspid) },
    { .hf = &hf_nisca_cnx_facility, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, facility) },
    { .hf = NULL }
};

/* Function and two bytes that nobody sets; the name of the function belongs to
 * the facility.  Of an ACK only the counters count (captures). */
static const wire_field_t cnx_function[] = {
    { .hf = &hf_nisca_cnx_function, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, function) },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 2 },
    { .hf = NULL }
};

static const wire_field_t cnx_other_function[] = {
    { .hf = &hf_nisca_cnx_other_function, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, function) },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 2 },
    { .hf = NULL }
};

/* Definitions and captures. */
static const wire_field_t cnx_transition[] = {
    { .hf = &hf_nisca_cnx_xtn_id, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(nisca_cnx_t, xtn_id) },
    { .hf = &hf_nisca_cnx_xtn_phase, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, phase) },
    { .hf = &hf_nisca_cnx_xtn_code, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, code) },
    { .hf = &hf_nisca_cnx_xtn_ack, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, ack) },
    { .hf = NULL }
};

/* READY and DOSTEP have the number of the step where others have the phase
 * (definitions by name, captures). */
static const wire_field_t cnx_step[] = {
    { .hf = &hf_nisca_cnx_xtn_id, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(nisca_cnx_t, xtn_id) },
    { .hf = &hf_nisca_cnx_xtn_step, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(nisca_cnx_t, step) },
    { .hf = NULL }
};

/* --- Functions --------------------------------------------------------------- */

/* What a request has behind the common header.  Definitions; those with a function
 * behind the name, and LOCK, VEC, PH2, READY, DOSTEP, RESLOCK, in captures. */
static const wire_command_t cnx_functions[] = {
    { NISCA_CNX_STATUS, "STATUS", NULL, nisca_cnx_status, NULL },
    { NISCA_CNX_ENTER, "ENTER", cnx_transition, nisca_cnx_enter, NULL },
    { NISCA_CNX_LOCK, "LOCK", cnx_transition, NULL, NULL },
    { NISCA_CNX_UNLOCK, "UNLOCK", cnx_transition, NULL, NULL },
    { NISCA_CNX_DESC, "DESC", cnx_transition, nisca_cnx_desc, NULL },
    { NISCA_CNX_VEC, "VEC", cnx_transition, NULL, NULL },
    { NISCA_CNX_FORM, "FORM", cnx_transition, nisca_cnx_proposal, NULL },
    { NISCA_CNX_RECONFIG, "RECONFIG", cnx_transition, nisca_cnx_proposal, NULL },
    { NISCA_CNX_JOIN, "JOIN", cnx_transition, nisca_cnx_proposal, NULL },
    { NISCA_CNX_PH2, "PH2", cnx_transition, NULL, NULL },
    { NISCA_CNX_READY, "READY", cnx_step, NULL, NULL },
    { NISCA_CNX_DOSTEP, "DOSTEP", cnx_step, NULL, NULL },
    { NISCA_CNX_QUORUM, "QUORUM", cnx_transition, NULL, NULL },
    { NISCA_CNX_TRNSTS, "TRNSTS", cnx_transition, NULL, NULL },
    { NISCA_CNX_TOPOLOGY, "TOPOLOGY", cnx_transition, NULL, NULL },
    { NISCA_CNX_QFINQ, "QFINQ", NULL, NULL, NULL },
    { NISCA_CNX_LB, "LB", NULL, NULL, NULL },
    { NISCA_CNX_RESLOCK, "RESLOCK", cnx_transition, NULL, NULL },
    { NISCA_CNX_IGNORE, "IGNORE", NULL, NULL, NULL },
    { NISCA_CNX_HARDWARE, "Hardware name", NULL, nisca_cnx_hardware, NULL },
    { 0, NULL, NULL, NULL, NULL }
};

static value_string cnx_function_names[array_length(cnx_functions)];

/* A function that definitions do not have shows no more than its number. */
static const wire_command_t *
nisca_cnx_function(uint32_t function)
{
    static const wire_command_t unknown = { 0, "Unknown function", NULL, NULL, NULL };
    const wire_command_t *row = wire_command(cnx_functions, function);

    return row != NULL ? row : &unknown;
}

/* An answer is its request, echoed with the bit and the ack set: nothing in it
 * is news but what is read here.  Its node map may be cleared (captures). */
static void
nisca_cnx_answer(wire_t *w, const nisca_cnx_t *cnx)
{
    if (cnx->function == NISCA_CNX_TRNSTS) {
        wire_sized(w, hf_nisca_cnx_xtn_reply, WIRE_LE, 1);
    } else if (cnx->function == NISCA_CNX_RESLOCK) {
        wire_sized(w, hf_nisca_cnx_unused, WIRE_BYTES, 1);
        wire_sized(w, hf_nisca_cnx_xtn_responder_id, WIRE_LE, 4);
    }
}

static void
nisca_cnx_facility_cnx(wire_t *w, nisca_cnx_t *cnx)
{
    const wire_command_t *function = nisca_cnx_function(cnx->function);

    cnx->name = function->name;
    if (cnx->is_answer) {
        cnx->has_transition = function->fields != NULL && wire_fields(w, cnx_transition, cnx);
        nisca_cnx_answer(w, cnx);
    } else {
        cnx->has_step = function->fields == cnx_step;
        cnx->has_transition = wire_command_show(w, function, cnx) && function->fields != NULL;
    }
}

/* --- Messages ---------------------------------------------------------------- */

/* Appends to the text for the Info column; g_strlcat() would count it again each time. */
static size_t
nisca_cnx_append(nisca_cnx_t *cnx, size_t used, const char *text)
{
    size_t size = MIN(strlen(text), sizeof cnx->text - 1 - used);

    memcpy(cnx->text + used, text, size);
    return used + size;
}

/* snprintf() would be a tenth of the frame. */
static size_t
nisca_cnx_append_number(nisca_cnx_t *cnx, size_t used, uint32_t number)
{
    char text[] = " 4294967295", *first = info_digits_before(text + strlen(text), number);

    *--first = ' ';
    return nisca_cnx_append(cnx, used, first);
}

/* For the Info column. */
static const char *
nisca_cnx_text(nisca_cnx_t *cnx)
{
    const char *facility = val_to_str_const(cnx->facility, cnx_facilities, "CNX?");
    size_t used;

    if (cnx->name == NULL) {
        return facility;
    }
    used = nisca_cnx_append(cnx, 0, facility);
    used = nisca_cnx_append(cnx, used, " ");
    used = nisca_cnx_append(cnx, used, cnx->name);
    if (cnx->is_answer) {
        used = nisca_cnx_append(cnx, used, " answer");
    } else if (cnx->has_transition && cnx->has_step) {
        used = nisca_cnx_append_number(cnx, used, cnx->step);
    }
    cnx->text[used] = '\0';
    return cnx->text;
}

/* The common header; another length than the usual one has no more. */
static void
nisca_cnx_header(wire_t *w, nisca_cnx_t *cnx)
{
    const wire_field_t *function;

    if (wire_is_wanted(w->tree, hf_nisca_cnx_response) && wire_need(w, FACILITY_PLACE + 1)) {
        proto_tree_add_item(w->tree, hf_nisca_cnx_response, w->tvb, w->offset + FACILITY_PLACE, 1,
                            ENC_NA);
    }
    if (!wire_fields(w, cnx_header, cnx)) {
        return;
    }
    cnx->is_answer = (cnx->facility & ANSWER) != 0;
    cnx->facility &= FACILITY;
    if (cnx->facility == NISCA_FACILITY_ACK) {
        cnx->has_header = true;
        return;
    }
    if (cnx->facility != NISCA_FACILITY_LCK) { /* which names its functions itself */
        function = cnx->facility == NISCA_FACILITY_CNX ? cnx_function : cnx_other_function;
        cnx->has_header = wire_fields(w, function, cnx);
    }
}

static void
nisca_cnx_body(wire_t *w, nisca_cnx_t *cnx)
{
    if (cnx->facility == NISCA_FACILITY_LCK) {
        nisca_lck(w, cnx);
    } else if (cnx->facility == NISCA_FACILITY_CNX && cnx->has_header && cnx->is_whole) {
        nisca_cnx_facility_cnx(w, cnx);
    }
}

static nisca_cnx_t *
nisca_cnx_new(const wire_t *w, nisca_message_t *m)
{
    m->cnx = wmem_new0(w->pinfo->pool, nisca_cnx_t);
    return m->cnx;
}

void
nisca_cnx(wire_t *w, nisca_message_t *m)
{
    proto_tree *outer;
    nisca_cnx_t *cnx;

    if (!pref_cnxman || wire_left(w) < HEADER_SIZE) {
        return;
    }
    outer = nisca_open(w, hf_nisca_cnx, ett_nisca_cnx);
    cnx = nisca_cnx_new(w, m);
    cnx->is_probable = m->connection == NULL;
    cnx->is_whole = wire_left(w) == NISCA_CNX_SIZE;
    nisca_cnx_header(w, cnx);
    nisca_cnx_body(w, cnx);
    if (cnx->has_header) {
        m->application = nisca_cnx_text(cnx);
        proto_item_append_text(proto_tree_get_parent(w->tree), ", %s%s", m->application,
                               cnx->is_probable ? ", probably" : "");
    }
    wire_rest(w, hf_nisca_cnx_unused);
    nisca_close(w, outer);
}

/* Functions whose byte 16 is the phase, of known value in all captures. */
static bool
nisca_cnx_has_phase(uint8_t function)
{
    return nisca_cnx_function(function)->fields == cnx_transition
           && function != NISCA_CNX_ENTER && function != NISCA_CNX_TRNSTS;
}

static bool
nisca_cnx_looks_like_it(const wire_t *w)
{
    uint8_t facility, function;

    if (!tvb_bytes_exist(w->tvb, w->offset, PHASE_PLACE + 1)) {
        return false;
    }
    facility = tvb_get_uint8(w->tvb, w->offset + FACILITY_PLACE) & FACILITY;
    function = tvb_get_uint8(w->tvb, w->offset + FUNCTION_PLACE);
    if (try_val_to_str(facility, cnx_facilities) == NULL) {
        return false;
    }
    return facility != NISCA_FACILITY_CNX
           || (function >= NISCA_CNX_STATUS && function <= NISCA_CNX_HARDWARE
               && (!nisca_cnx_has_phase(function)
                   || try_val_to_str(tvb_get_uint8(w->tvb, w->offset + PHASE_PLACE), cnx_phases)
                          != NULL));
}

bool
nisca_cnx_is_probable(const wire_t *w, nisca_message_t *m)
{
    return pref_cnxman && wire_left(w) == NISCA_CNX_SIZE && !w->cut && !w->too_short
           && nisca_cnx_is_known(w, m, nisca_cnx_looks_like_it(w));
}

/* --- Connections ------------------------------------------------------------- */

static int *const cnx_connect_cluster_fields[] = { &hf_nisca_cnx_connect_cluster_member, NULL };
static const wire_bits_t cnx_connect_cluster = { &ett_nisca_cnx_connect_cluster,
                                                 cnx_connect_cluster_fields };
static int *const cnx_connect_status_fields[] = { &hf_nisca_cnx_connect_status_long_break,
                                                  &hf_nisca_cnx_connect_status_removed, NULL };
static const wire_bits_t cnx_connect_status = { &ett_nisca_cnx_connect_status,
                                                cnx_connect_status_fields };

/* Definitions; captures have INITIAL only. */
static const wire_field_t cnx_connect[] = {
    { .hf = &hf_nisca_cnx_connect_eco, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_cnx_connect_version, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_cnx_connect_type, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, connect_type) },
    { .hf = &hf_nisca_cnx_connect_ack_limit, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_cnx_connect_quorum, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_cnx_connect_votes, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_cnx_connect_nodes, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_cnx_connect_cluster, .kind = WIRE_LE, .size = 1,
      .bits = &cnx_connect_cluster },
    { .hf = &hf_nisca_cnx_connect_status, .kind = WIRE_LE, .size = 1, .bits = &cnx_connect_status },
    { .hf = &hf_nisca_cnx_connect_received, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, received) },
    { .hf = &hf_nisca_cnx_connect_cluster_version, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 1 },
    { .hf = NULL }
};

void
nisca_cnx_connect_data(const wire_t *w, nisca_message_t *m)
{
    proto_tree *tree = w->tree;
    wire_t inner;

    if (!pref_cnxman) {
        return;
    }
    if (w->item != w->tree) { /* somebody looks at the field above */
        tree = proto_item_add_subtree(w->item, ett_nisca_cnx_connect);
    }
    wire_begin(&inner, w->tvb, w->pinfo, tree, w->offset - CONNECT_SIZE, w->offset);
    m->cnx = nisca_cnx_new(w, m);
    m->cnx->has_connect = wire_fields(&inner, cnx_connect, m->cnx);
}

const char *
nisca_cnx_disconnect_reason(uint32_t status)
{
    static const value_string reasons[] = {
        { 4, "protocol" }, { 6, "version" }, { 10, "removed from the cluster" }, { 0, NULL }
    };

    return pref_cnxman && status & REASON_VALID ? try_val_to_str(status & REASON, reasons) : NULL;
}

/* --- Registration ------------------------------------------------------------- */

static hf_register_info hf[] = {
    { &hf_nisca_cnx,
      { "VMS$VAXcluster (layout as of VAX V7.3)", "nisca.cnx", FT_NONE, BASE_NONE, NULL, 0x0,
        "Message of the connection manager's connection", HFILL } },
    { &hf_nisca_cnx_seq,
      { "Sequence number", "nisca.cnx.seq", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Of this connection manager; goes on over a reconnection", HFILL } },
    { &hf_nisca_cnx_ackseq,
      { "Acknowledged sequence number", "nisca.cnx.ackseq", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Last message received from the other connection manager", HFILL } },
    { &hf_nisca_cnx_rspid,
      { "Response ID", "nisca.cnx.rspid", FT_UINT32, BASE_HEX, NULL, 0x0,
        "The answer repeats it; 0: no answer is expected", HFILL } },
    { &hf_nisca_cnx_response,
      { "Answer", "nisca.cnx.response", FT_BOOLEAN, 8, TFS(&wire_set_notset), ANSWER,
        "Set in an answer; the other bits of the byte are the facility", HFILL } },
    { &hf_nisca_cnx_facility,
      { "Facility", "nisca.cnx.facility", FT_UINT8, BASE_DEC, VALS(cnx_facilities), FACILITY,
        "Which part of the cluster software the message is for: connection manager, lock manager, "
        "and others", HFILL } },
    { &hf_nisca_cnx_function,
      { "Function", "nisca.cnx.function", FT_UINT8, BASE_DEC, VALS(cnx_function_names), 0x0,
        "What the connection manager asks, tells or answers; other facilities count on their "
        "own", HFILL } },
    { &hf_nisca_cnx_other_function,
      { "Function", "nisca.cnx.other_function", FT_UINT8, BASE_DEC, NULL, 0x0,
        "Of a facility that is not decoded", HFILL } },
    { &hf_nisca_cnx_xtn_id,
      { "Transition ID", "nisca.cnx.transition.id", FT_UINT32, BASE_DEC, NULL, 0x0,
        "Grows by one with each change of the membership; 0 from a node that is in no cluster "
        "yet", HFILL } },
    { &hf_nisca_cnx_xtn_phase,
      { "Phase", "nisca.cnx.transition.phase", FT_UINT8, BASE_HEX, VALS(cnx_phases), 0x0,
        "How far the change of the membership is; it is valid from PH2 on", HFILL } },
    { &hf_nisca_cnx_xtn_code,
      { "Transition", "nisca.cnx.transition.code", FT_UINT8, BASE_DEC, VALS(cnx_codes), 0x0,
        "Whether a cluster forms, a node joins, nodes are removed, or votes change", HFILL } },
    { &hf_nisca_cnx_xtn_ack,
      { "Ack", "nisca.cnx.transition.ack", FT_UINT8, BASE_DEC, NULL, 0x0,
        "1 in an answer; other values were never seen", HFILL } },
    { &hf_nisca_cnx_xtn_reply,
      { "Reply", "nisca.cnx.transition.reply", FT_UINT8, BASE_DEC, VALS(cnx_replies), 0x0,
        "How far the transition is, by the answering node", HFILL } },
    { &hf_nisca_cnx_xtn_step,
      { "Step", "nisca.cnx.transition.step", FT_UINT32, BASE_DEC, NULL, 0x0,
        "Which part of the work after the commit is done (READY) or comes next (DOSTEP), from 1 "
        "on", HFILL } },
    { &hf_nisca_cnx_xtn_responder_id,
      { "Responder's transition ID", "nisca.cnx.transition.responder_id", FT_UINT32, BASE_DEC, NULL,
        0x0,
        "The transition that the answering node knows of, which may differ from the "
        "coordinator's", HFILL } },
    { &hf_nisca_cnx_connect_eco,
      { "ECO level", "nisca.cnx.connect.eco", FT_UINT8, BASE_DEC, NULL, 0x0,
        "Corrections to the sender's connection manager since its version", HFILL } },
    { &hf_nisca_cnx_connect_version,
      { "Version", "nisca.cnx.connect.version", FT_UINT8, BASE_HEX, NULL, 0x0,
        "Level of the sender's connection manager; 0x1b in VAX V7.3", HFILL } },
    { &hf_nisca_cnx_connect_type,
      { "Type", "nisca.cnx.connect.type", FT_UINT8, BASE_DEC, VALS(cnx_connect_types), 0x0,
        "Whether the two nodes connect for the first time, or again after a break", HFILL } },
    { &hf_nisca_cnx_connect_ack_limit,
      { "Ack limit", "nisca.cnx.connect.ack_limit", FT_UINT8, BASE_DEC, NULL, 0x0,
        "Most messages that the sender takes before it acknowledges", HFILL } },
    { &hf_nisca_cnx_connect_quorum,
      { "Quorum", "nisca.cnx.connect.quorum", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Quorum of the sender's cluster, 0 from a node that is in none", HFILL } },
    { &hf_nisca_cnx_connect_votes,
      { "Votes", "nisca.cnx.connect.votes", FT_UINT16, BASE_DEC, NULL, 0x0,
        "The sender's or its cluster's: not known", HFILL } },
    { &hf_nisca_cnx_connect_nodes,
      { "Nodes", "nisca.cnx.connect.nodes", FT_UINT16, BASE_DEC, NULL, 0x0,
        "In the sender's cluster", HFILL } },
    { &hf_nisca_cnx_connect_cluster,
      { "Cluster status", "nisca.cnx.connect.cluster", FT_UINT8, BASE_HEX, NULL, 0x0,
        "Bits that tell whether the sender is in a cluster", HFILL } },
    { &hf_nisca_cnx_connect_cluster_member,
      { "In a cluster", "nisca.cnx.connect.cluster.member", FT_BOOLEAN, 8, TFS(&wire_set_notset),
        0x01,
        "The sender is a member; clear in a node that has just booted", HFILL } },
    { &hf_nisca_cnx_connect_status,
      { "Connection status", "nisca.cnx.connect.status", FT_UINT8, BASE_HEX, NULL, 0x0,
        "By its name, what became of the connection before; 8 in all that were captured", HFILL } },
    { &hf_nisca_cnx_connect_status_long_break,
      { "Long break", "nisca.cnx.connect.status.long_break", FT_BOOLEAN, 8, TFS(&wire_set_notset),
        0x01,
        "By its name, the nodes had lost each other for long; never seen set", HFILL } },
    { &hf_nisca_cnx_connect_status_removed,
      { "Removed", "nisca.cnx.connect.status.removed", FT_BOOLEAN, 8, TFS(&wire_set_notset), 0x04,
        "By its name, the cluster has removed the node; never seen set", HFILL } },
    { &hf_nisca_cnx_connect_received,
      { "Last sequence number received", "nisca.cnx.connect.received", FT_UINT16, BASE_DEC, NULL,
        0x0, "Before the connection broke: what is above it was lost", HFILL } },
    { &hf_nisca_cnx_connect_cluster_version,
      { "Cluster version", "nisca.cnx.connect.cluster_version", FT_UINT8, BASE_DEC, NULL, 0x0,
        "By its name, the version that the whole cluster keeps to; 6 in VAX V7.3", HFILL } },
};

void
nisca_cnx_register(int proto, module_t *module)
{
    static int *ett[] = {
        &ett_nisca_cnx, &ett_nisca_cnx_connect, &ett_nisca_cnx_connect_cluster,
        &ett_nisca_cnx_connect_status,
    };

    wire_command_names(cnx_function_names, cnx_functions);
    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
    nisca_lck_register(proto);
    nisca_cnx_nodes_register(proto);
    nisca_cnx_proposals_register(proto);
    prefs_register_bool_preference(
        module, "cnxman", "Decode VMS$VAXcluster",
        "Decode messages of the connection manager and the lock manager. Their layouts are known "
        "from captures of OpenVMS VAX V7.3 only",
        &pref_cnxman);
}
