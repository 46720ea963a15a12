/* nisca-lck.c
 * Messages of the distributed lock manager, which share the connection of the
 * connection manager.
 *
 * No list of the vendor's functions is public: the names here are ours, and
 * come from captures, most of them with the answer.  What a function does not
 * use is old memory, so that each one shows only what was seen to be its own.
 * The field for such bytes is here, as this file is the lowest that has them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx.h"

#include <wsutil/to_str.h>

/* The outcome's place in an answer, and what tells that a grant has a value
 * block (captures). */
#define VALUE_BLOCK_SIZE 16
#define GRANT_HAS_VALUE 0x10

int hf_nisca_cnx_unused = -1;
static int hf_nisca_lck = -1;
static int hf_nisca_lck_function = -1;
static int hf_nisca_lck_rseqnum = -1;
static int hf_nisca_lck_dirseqnum = -1;
static int hf_nisca_lck_id1 = -1;
static int hf_nisca_lck_id2 = -1;
static int hf_nisca_lck_mode = -1;
static int hf_nisca_lck_contender = -1;
static int hf_nisca_lck_outcome = -1;
static int hf_nisca_lck_master = -1;
static int hf_nisca_lck_parent = -1;
static int hf_nisca_lck_value = -1;
static int hf_nisca_lck_group = -1;
static int hf_nisca_lck_access_mode = -1;
static int hf_nisca_lck_name_size = -1;
static int hf_nisca_lck_name = -1;
static int hf_nisca_lck_resource = -1;
static int hf_nisca_lck_hash = -1;

static int ett_nisca_lck = -1;

static const value_string lck_functions[] = {
    { NISCA_LCK_REQUEST, "Lock request" },
    { NISCA_LCK_DEQUEUE, "Dequeue" },
    { NISCA_LCK_REMOVE, "Directory removal" },
    { NISCA_LCK_BLOCKING, "Blocking AST" },
    { NISCA_LCK_CONVERT_VALUE, "Conversion with value" },
    { NISCA_LCK_CONVERT, "Conversion" },
    { NISCA_LCK_LOOKUP, "Directory look-up" },
    { NISCA_LCK_REBUILD, "Rebuild record" },
    { 0, NULL }
};

/* As the lock manager's documentation numbers them. */
static const value_string lck_modes[] = {
    { 0, "NL" }, { 1, "CR" }, { 2, "CW" }, { 3, "PR" }, { 4, "PW" }, { 5, "EX" }, { 0, NULL }
};

static const value_string lck_outcomes[] = {
    { NISCA_LCK_OTHER_MASTER, "Another node is the master" },
    { NISCA_LCK_BECOMES_MASTER, "The requester becomes the master" },
    { NISCA_LCK_GRANTED, "Granted" },
    { 0, NULL }
};

static const value_string lck_access_modes[] = {
    { 0, "Kernel" }, { 1, "Executive" }, { 2, "Supervisor" }, { 3, "User" }, { 0, NULL }
};

/* --- Layouts ------------------------------------------------------------------ */

/* From body 9 on.  The two numbers by definitions of what the node keeps. */
static const wire_field_t lck_header[] = {
    { .hf = &hf_nisca_lck_function, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, function) },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 2 },
    { .hf = NULL }
};

static const wire_field_t lck_numbers[] = {
    { .hf = &hf_nisca_lck_rseqnum, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_lck_dirseqnum, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 4 },
    { .hf = NULL }
};

/* From body 20 on.  Sources contradict each other about whose id is which. */
static const wire_field_t lck_ids[] = {
    { .hf = &hf_nisca_lck_id1, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_lck_id2, .kind = WIRE_LE, .size = 4 },
    { .hf = NULL }
};

static const wire_field_t lck_no_ids[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 8 },
    { .hf = NULL }
};

/* From body 28 on. */
static const wire_field_t lck_requested_mode[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 2 },
    { .hf = &hf_nisca_lck_mode, .kind = WIRE_LE, .size = 1, .keep = WIRE_KEEP(nisca_cnx_t, mode) },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 5 },
    { .hf = NULL }
};

/* Two frames without the rest, known by their bytes. */
static const wire_field_t lck_blocking[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 3 },
    { .hf = &hf_nisca_lck_contender, .kind = WIRE_LE, .size = 1 },
    { .hf = NULL }
};

static const wire_field_t lck_no_mode[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 8 },
    { .hf = NULL }
};

static const wire_field_t lck_outcome[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 6 },
    { .hf = &hf_nisca_lck_outcome, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, outcome) },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 1 },
    { .hf = NULL }
};

static const wire_field_t lck_outcome_and_master[] = {
    { .hf = &hf_nisca_lck_master, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(nisca_cnx_t, master) },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 2 },
    { .hf = &hf_nisca_lck_outcome, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, outcome) },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 1 },
    { .hf = NULL }
};

/* From body 36 on. */
static const wire_field_t lck_parent[] = {
    { .hf = &hf_nisca_lck_parent, .kind = WIRE_LE, .size = 8 },
    { .hf = NULL }
};

static const wire_field_t lck_no_parent[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 8 },
    { .hf = NULL }
};

static const wire_field_t lck_value[] = {
    { .hf = &hf_nisca_lck_value, .kind = WIRE_BYTES, .size = VALUE_BLOCK_SIZE },
    { .hf = NULL }
};

/* From body 44 on. */
static const wire_field_t lck_resource[] = {
    { .hf = &hf_nisca_lck_group, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_lck_access_mode, .kind = WIRE_LE, .size = 1 },
    { .hf = NULL }
};

static const wire_field_t lck_hash[] = {
    { .hf = &hf_nisca_lck_hash, .kind = WIRE_LE, .size = 4 },
    { .hf = NULL }
};

#define HASH_FROM_END 4
#define OUTCOME_AHEAD 6 /* of the cursor where these tables begin */

/* --- Resource names ------------------------------------------------------------ */

const char *
nisca_lck_name_text(wmem_allocator_t *pool, const uint8_t *name, size_t size)
{
    char text[NISCA_LCK_NAME_SIZE + 1];
    size_t printable = 0;

    size = MIN(size, (size_t)NISCA_LCK_NAME_SIZE);
    while (printable < size && g_ascii_isprint((char)name[printable])) {
        printable++;
    }
    memcpy(text, name, printable);
    text[printable] = '\0';
    g_strchomp(text);
    if (printable == size) {
        return wmem_strdup(pool, text);
    }
    return wmem_strdup_printf(pool, "%s%s0x%s", text, *text != '\0' ? "+" : "",
                              bytes_to_str(pool, name + printable, size - printable));
}

/* A length byte and the name. */
static void
nisca_lck_name(wire_t *w, nisca_cnx_t *cnx)
{
    unsigned size;
    proto_item *item;

    if (!wire_need(w, 1)) {
        return;
    }
    size = tvb_get_uint8(w->tvb, w->offset);
    if (size == 0 || size > NISCA_LCK_NAME_SIZE) {
        return;
    }
    wire_sized(w, hf_nisca_lck_name_size, WIRE_LE, 1);
    if (!wire_need(w, size)) {
        return;
    }
    tvb_memcpy(w->tvb, cnx->resource, w->offset, size);
    cnx->resource_size = size;
    if (wire_is_wanted(w->tree, hf_nisca_lck_resource)) {
        item = proto_tree_add_string(w->tree, hf_nisca_lck_resource, w->tvb, w->offset, size,
                                     nisca_lck_name_text(w->pinfo->pool, cnx->resource, size));
        proto_item_set_generated(item);
    }
    wire_sized(w, hf_nisca_lck_name, WIRE_BYTES, size);
}

/* Whose resource, its name, and the hash of that in the last bytes. */
static void
nisca_lck_resource(wire_t *w, nisca_cnx_t *cnx)
{
    wire_fields(w, lck_resource, cnx);
    nisca_lck_name(w, cnx);
}

static void
nisca_lck_hash(wire_t *w)
{
    if (wire_left(w) > HASH_FROM_END) {
        wire_sized(w, hf_nisca_cnx_unused, WIRE_BYTES, wire_left(w) - HASH_FROM_END);
    }
    wire_fields(w, lck_hash, NULL);
}

/* --- Requests and answers ------------------------------------------------------ */

/** What a request shows. */
typedef struct {
    const wire_field_t *ids;  /* NULL: nothing that was seen to be its own */
    const wire_field_t *mode;
    const wire_field_t *rest;
    bool has_resource;        /* behind `rest` */
} nisca_lck_layout_t;

static const nisca_lck_layout_t lck_requests[] = {
    [NISCA_LCK_REQUEST] = { lck_ids, lck_requested_mode, lck_parent, true },
    [NISCA_LCK_DEQUEUE] = { lck_ids, NULL, NULL, false },
    [NISCA_LCK_REMOVE] = { lck_no_ids, lck_no_mode, lck_no_parent, true },
    [NISCA_LCK_BLOCKING] = { lck_ids, lck_blocking, NULL, false },
    [NISCA_LCK_CONVERT_VALUE] = { lck_no_ids, lck_no_mode, lck_value, false },
    [NISCA_LCK_CONVERT] = { lck_ids, lck_requested_mode, NULL, false },
    [NISCA_LCK_LOOKUP] = { lck_no_ids, lck_no_mode, lck_no_parent, true },
    [NISCA_LCK_REBUILD] = { lck_no_ids, lck_no_mode, lck_no_parent, true },
};

static void
nisca_lck_request(wire_t *w, nisca_cnx_t *cnx)
{
    const wire_field_t *tables[3];
    const nisca_lck_layout_t *layout;

    if (cnx->function >= array_length(lck_requests)
        || lck_requests[cnx->function].ids == NULL) {
        return;
    }
    layout = &lck_requests[cnx->function];
    tables[0] = layout->ids;
    tables[1] = layout->mode;
    tables[2] = layout->rest;
    for (unsigned i = 0; i < array_length(tables) && tables[i] != NULL; i++) {
        wire_fields(w, tables[i], cnx);
    }
    if (layout->has_resource) {
        nisca_lck_resource(w, cnx);
        nisca_lck_hash(w);
    }
}

/* The lock ids are seen in grants alone; the master only where it is another
 * node. */
static void
nisca_lck_result(wire_t *w, nisca_cnx_t *cnx)
{
    unsigned place = w->offset + wire_size(lck_no_ids);
    uint8_t outcome;

    if (!wire_need(w, wire_size(lck_no_ids) + wire_size(lck_outcome))) {
        return;
    }
    outcome = tvb_get_uint8(w->tvb, place + OUTCOME_AHEAD);
    cnx->has_outcome = true;
    cnx->has_value = outcome == NISCA_LCK_GRANTED && cnx->function == NISCA_LCK_REQUEST
                     && tvb_get_letohl(w->tvb, place) == GRANT_HAS_VALUE;
    wire_fields(w, outcome == NISCA_LCK_GRANTED ? lck_ids : lck_no_ids, cnx);
    wire_fields(w, outcome == NISCA_LCK_OTHER_MASTER ? lck_outcome_and_master : lck_outcome, cnx);
}

/* The function may be another one than the request's: 1 answers 8 (captures). */
static void
nisca_lck_answer(wire_t *w, nisca_cnx_t *cnx)
{
    if (cnx->function != NISCA_LCK_REQUEST && cnx->function != NISCA_LCK_LOOKUP
        && cnx->function != NISCA_LCK_REBUILD) {
        return;
    }
    nisca_lck_result(w, cnx);
    if (cnx->outcome == NISCA_LCK_OTHER_MASTER || cnx->outcome == NISCA_LCK_BECOMES_MASTER) {
        wire_fields(w, lck_no_parent, cnx);
        nisca_lck_resource(w, cnx);
    } else if (cnx->has_value) {
        wire_fields(w, lck_value, cnx);
    }
    nisca_lck_hash(w);
}

void
nisca_lck(wire_t *w, nisca_cnx_t *cnx)
{
    proto_tree *outer = nisca_open(w, hf_nisca_lck, ett_nisca_lck);

    cnx->has_header = wire_fields(w, lck_header, cnx);
    cnx->name = val_to_str_const(cnx->function, lck_functions, "Unknown function");
    if (cnx->has_header && cnx->is_whole) {
        wire_fields(w, lck_numbers, cnx);
        if (cnx->is_answer) {
            nisca_lck_answer(w, cnx);
        } else {
            nisca_lck_request(w, cnx);
        }
    }
    wire_rest(w, hf_nisca_cnx_unused);
    nisca_close(w, outer);
}

static hf_register_info hf[] = {
    { &hf_nisca_cnx_unused,
      { "Not decoded", "nisca.cnx.unused", FT_BYTES, BASE_NONE, NULL, 0x0,
        "Bytes that the sender did not set: old memory; or that nobody can read", HFILL } },
    { &hf_nisca_lck,
      { "Lock manager (layout as of VAX V7.3)", "nisca.lck", FT_NONE, BASE_NONE, NULL, 0x0,
        "Request or answer of the distributed lock manager, laid out as VAX V7.3 does "
        "it", HFILL } },
    { &hf_nisca_lck_function,
      { "Function", "nisca.lck.function", FT_UINT8, BASE_DEC, VALS(lck_functions), 0x0,
        "Names are no vendor's", HFILL } },
    { &hf_nisca_lck_rseqnum,
      { "Lock database sequence number (probable)", "nisca.lck.rseqnum", FT_UINT16, BASE_DEC, NULL,
        0x0,
        "By its name, counts what was changed in the lock database; not documented", HFILL } },
    { &hf_nisca_lck_dirseqnum,
      { "Directory sequence number (probable)", "nisca.lck.dirseqnum", FT_UINT16, BASE_DEC, NULL,
        0x0,
        "By its name, counts what was changed in the directory of resources; not "
        "documented", HFILL } },
    { &hf_nisca_lck_id1,
      { "Lock ID 1", "nisca.lck.id1", FT_UINT32, BASE_HEX, NULL, 0x0,
        "Not known whose: the grant of a lock request has another one than the request", HFILL } },
    { &hf_nisca_lck_id2,
      { "Lock ID 2", "nisca.lck.id2", FT_UINT32, BASE_HEX, NULL, 0x0,
        "Not known whose: a grant repeats that of the request", HFILL } },
    { &hf_nisca_lck_mode,
      { "Requested mode", "nisca.lck.mode", FT_UINT8, BASE_DEC, VALS(lck_modes), 0x0,
        "How much the lock lets others do, from NL, which hinders nobody, to EX, which shuts out "
        "all", HFILL } },
    { &hf_nisca_lck_contender,
      { "Contender's mode", "nisca.lck.contender", FT_UINT8, BASE_DEC, VALS(lck_modes), 0x0,
        "Of the lock that waits", HFILL } },
    { &hf_nisca_lck_outcome,
      { "Outcome", "nisca.lck.outcome", FT_UINT8, BASE_HEX, VALS(lck_outcomes), 0x0,
        "Whether the lock is granted, another node is the master, or the requester becomes "
        "it", HFILL } },
    { &hf_nisca_lck_master,
      { "Master", "nisca.lck.master", FT_UINT32, BASE_HEX, NULL, 0x0,
        "CSID of the node that masters the resource", HFILL } },
    { &hf_nisca_lck_parent,
      { "Parent lock", "nisca.lck.parent", FT_UINT64, BASE_HEX, NULL, 0x0,
        "0 of a root resource", HFILL } },
    { &hf_nisca_lck_value,
      { "Value block", "nisca.lck.value", FT_BYTES, BASE_NONE, NULL, 0x0,
        "16 bytes that programs keep with the resource, handed on with its lock", HFILL } },
    { &hf_nisca_lck_group,
      { "UIC group", "nisca.lck.group", FT_UINT16, BASE_OCT, NULL, 0x0,
        "0 of a system-wide resource", HFILL } },
    { &hf_nisca_lck_access_mode,
      { "Access mode", "nisca.lck.access_mode", FT_UINT8, BASE_DEC, VALS(lck_access_modes), 0x0,
        "Processor mode that the resource belongs to; in another mode, the name is another "
        "resource", HFILL } },
    { &hf_nisca_lck_name_size,
      { "Name length", "nisca.lck.name_size", FT_UINT8, BASE_DEC, NULL, 0x0,
        "Bytes that follow of the resource, 1 to 31", HFILL } },
    { &hf_nisca_lck_name,
      { "Resource name", "nisca.lck.name", FT_BYTES, BASE_NONE, NULL, 0x0,
        "What is locked; names of the system begin with the facility, such as F11B$ for "
        "files", HFILL } },
    { &hf_nisca_lck_resource,
      { "Resource", "nisca.lck.resource", FT_STRING, BASE_NONE, NULL, 0x0,
        "The printable part of the name, and what follows it in hexadecimal", HFILL } },
    { &hf_nisca_lck_hash,
      { "Hash of the name", "nisca.lck.hash", FT_UINT32, BASE_HEX, NULL, 0x0,
        "The same in all messages about a root resource", HFILL } },
};

void
nisca_lck_register(int proto)
{
    static int *ett[] = { &ett_nisca_lck };

    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
}
