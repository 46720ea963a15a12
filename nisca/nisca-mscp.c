/* nisca-mscp.c
 * Applications over SCS that are documented: SCS$DIRECTORY, which tells what a
 * node offers, and MSCP, which serves disks and tapes.
 *
 * Their messages look like those of other applications, so they are decoded
 * only on connections whose names were seen.  Sources: captures for the
 * directory, the public MSCP Basic Disk Functions manual and captures for
 * MSCP.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

#define MSCP_OPCODE 0x7f

static int hf_nisca_dir = -1;
static int hf_nisca_dir_status = -1;
static int hf_nisca_dir_name = -1;
static int hf_nisca_dir_result = -1;
static int hf_nisca_mscp = -1;
static int hf_nisca_mscp_cmdref = -1;
static int hf_nisca_mscp_unit = -1;
static int hf_nisca_mscp_reserved = -1;
static int hf_nisca_mscp_opcode = -1;
static int hf_nisca_mscp_end = -1;
static int hf_nisca_mscp_flags = -1;
static int hf_nisca_mscp_modifiers = -1;
static int hf_nisca_mscp_status = -1;
static int hf_nisca_mscp_status_code = -1;
static int hf_nisca_mscp_status_subcode = -1;
static int hf_nisca_mscp_byte_count = -1;
static int hf_nisca_mscp_buffer_offset = -1;
static int hf_nisca_mscp_buffer_name = -1;
static int hf_nisca_mscp_buffer_conid = -1;
static int hf_nisca_mscp_lbn = -1;

static int ett_nisca_dir = -1;
static int ett_nisca_mscp = -1;
static int ett_nisca_mscp_status = -1;

/* --- SCS$DIRECTORY ---------------------------------------------------------- */

/* The result is zero in a request; "NOT PRESENT HERE", or something opaque. */
static const wire_field_t directory[] = {
    { .hf = &hf_nisca_dir_status, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_dir_name, .kind = WIRE_PADDED, .size = 16 },
    { .hf = &hf_nisca_dir_result, .kind = WIRE_PADDED, .size = 16 },
    { .hf = NULL }
};

void
nisca_directory(wire_t *w, nisca_message_t *m)
{
    proto_tree *outer;

    if (wire_left(w) < wire_size(directory)) {
        return;
    }
    outer = nisca_open(w, hf_nisca_dir, ett_nisca_dir);
    wire_fields(w, directory, m);
    nisca_close(w, outer);
}

/* --- MSCP -------------------------------------------------------------------- */

static const value_string mscp_opcodes[] = {
    { 1, "ABORT" },
    { 2, "GET COMMAND STATUS" },
    { 3, "GET UNIT STATUS" },
    { 4, "SET CONTROLLER CHARACTERISTICS" },
    { 8, "AVAILABLE" },
    { 9, "ONLINE" },
    { 10, "SET UNIT CHARACTERISTICS" },
    { 16, "ACCESS" },
    { 17, "COMPARE CONTROLLER DATA" },
    { 18, "ERASE" },
    { 19, "FLUSH" },
    { 20, "REPLACE" },
    { 32, "COMPARE HOST DATA" },
    { 33, "READ" },
    { 34, "WRITE" },
    { 64, "AVAILABLE ATTENTION" },
    { 65, "DUPLICATE UNIT ATTENTION" },
    { 66, "ACCESS PATH ATTENTION" },
    { 0, NULL }
};

static const value_string mscp_status_codes[] = {
    { 0, "Success" },       { 1, "Invalid command" },  { 2, "Aborted" },
    { 3, "Offline" },       { 4, "Available" },        { 5, "Media format error" },
    { 6, "Write protected" }, { 7, "Compare error" },  { 8, "Data error" },
    { 9, "Host buffer access error" }, { 10, "Controller error" }, { 11, "Drive error" },
    { 31, "Internal diagnostic" }, { 0, NULL }
};

static int *const mscp_status_fields[] = { &hf_nisca_mscp_status_subcode,
                                           &hf_nisca_mscp_status_code, NULL };
static const wire_bits_t mscp_status = { &ett_nisca_mscp_status, mscp_status_fields };

static const wire_field_t mscp_unit[] = {
    { .hf = &hf_nisca_mscp_cmdref, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(nisca_message_t, mscp_cmdref) },
    { .hf = &hf_nisca_mscp_unit, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_mscp_reserved, .kind = WIRE_BYTES, .size = 2 },
    { .hf = NULL }
};

static const wire_field_t mscp_opcode[] = {
    { .hf = &hf_nisca_mscp_opcode, .kind = WIRE_LE, .size = 1, .also = &hf_nisca_mscp_end,
      .keep = WIRE_KEEP(nisca_message_t, mscp_opcode) },
    { .hf = NULL }
};

static const wire_field_t mscp_command[] = {
    { .hf = &hf_nisca_mscp_reserved, .kind = WIRE_BYTES, .size = 1 },
    { .hf = &hf_nisca_mscp_modifiers, .kind = WIRE_LE, .size = 2 },
    { .hf = NULL }
};

static const wire_field_t mscp_end[] = {
    { .hf = &hf_nisca_mscp_flags, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_mscp_status, .kind = WIRE_LE, .size = 2, .bits = &mscp_status },
    { .hf = NULL }
};

static const wire_field_t mscp_byte_count[] = {
    { .hf = &hf_nisca_mscp_byte_count, .kind = WIRE_LE, .size = 4 },
    { .hf = NULL }
};

static const wire_field_t mscp_buffer[] = {
    { .hf = &hf_nisca_mscp_buffer_offset, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_mscp_buffer_name, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_mscp_buffer_conid, .kind = WIRE_LE, .size = 4 },
    { .hf = NULL }
};

static const wire_field_t mscp_no_buffer[] = {
    { .hf = &hf_nisca_mscp_reserved, .kind = WIRE_BYTES, .size = 12 },
    { .hf = NULL }
};

static const wire_field_t mscp_lbn[] = {
    { .hf = &hf_nisca_mscp_lbn, .kind = WIRE_LE, .size = 4 },
    { .hf = NULL }
};

/* Commands whose parameters are those of a transfer, and of these, the ones
 * with a buffer at the host. */
static bool
nisca_mscp_is_transfer(uint32_t opcode)
{
    return (opcode >= 16 && opcode <= 18) || (opcode >= 32 && opcode <= 34);
}

static bool
nisca_mscp_has_buffer(uint32_t opcode)
{
    return opcode >= 32;
}

/* Parameters may end sooner: nothing says how long a message of a given
 * release is.  What is left is data for nisca_finish(). */
static bool
nisca_mscp_some(wire_t *w, const wire_field_t *table)
{
    return wire_left(w) >= wire_size(table) && wire_fields(w, table, NULL);
}

static void
nisca_mscp_parameters(wire_t *w, const nisca_message_t *m)
{
    uint32_t opcode = m->mscp_opcode & MSCP_OPCODE;

    if (!nisca_mscp_is_transfer(opcode) || !nisca_mscp_some(w, mscp_byte_count)
        || m->mscp_opcode & NISCA_MSCP_END) {
        return;
    }
    if (nisca_mscp_some(w, nisca_mscp_has_buffer(opcode) ? mscp_buffer : mscp_no_buffer)
        && m->connection->sysap == NISCA_SYSAP_DISK) {
        nisca_mscp_some(w, mscp_lbn);
    }
}

static const char *
nisca_mscp_name(const wire_t *w, uint32_t opcode)
{
    const char *name = try_val_to_str(opcode & MSCP_OPCODE, mscp_opcodes);

    if (name == NULL) {
        name = wmem_strdup_printf(w->pinfo->pool, "MSCP opcode %u", opcode & MSCP_OPCODE);
    }
    return opcode & NISCA_MSCP_END ? wmem_strdup_printf(w->pinfo->pool, "%s END", name) : name;
}

void
nisca_mscp(wire_t *w, nisca_message_t *m)
{
    proto_tree *outer = nisca_open(w, hf_nisca_mscp, ett_nisca_mscp);

    if (wire_fields(w, mscp_unit, m) && wire_fields(w, mscp_opcode, m)
        && wire_fields(w, m->mscp_opcode & NISCA_MSCP_END ? mscp_end : mscp_command, m)) {
        m->has_mscp = true;
        m->application = nisca_mscp_name(w, m->mscp_opcode);
        proto_item_append_text(proto_tree_get_parent(w->tree), ", %s", m->application);
        nisca_mscp_parameters(w, m);
    }
    nisca_close(w, outer);
}

static hf_register_info hf[] = {
    { &hf_nisca_dir,
      { "Directory look-up", "nisca.dir", FT_NONE, BASE_NONE, NULL, 0x0,
        "Look-up of a process in another node's directory, before a connection to it is "
        "requested", HFILL } },
    { &hf_nisca_dir_status,
      { "Status", "nisca.dir.status", FT_UINT32, BASE_DEC, NULL, 0x0, "0 in a request", HFILL } },
    { &hf_nisca_dir_name,
      { "Process", "nisca.dir.name", FT_STRING, BASE_NONE, NULL, 0x0, "Process that is asked for",
        HFILL } },
    { &hf_nisca_dir_result,
      { "Result", "nisca.dir.result", FT_STRING, BASE_NONE, NULL, 0x0,
        "Empty in a request; not text if the process is there", HFILL } },
    { &hf_nisca_mscp, { "MSCP", "nisca.mscp", FT_NONE, BASE_NONE, NULL, 0x0,
        "Mass storage control protocol: a command to a disk or tape server, or its end "
        "message", HFILL } },
    { &hf_nisca_mscp_cmdref,
      { "Command reference", "nisca.mscp.cmdref", FT_UINT32, BASE_HEX, NULL, 0x0,
        "The end message repeats that of its command", HFILL } },
    { &hf_nisca_mscp_unit,
      { "Unit", "nisca.mscp.unit", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Number of the disk or tape at the server that the command is for", HFILL } },
    { &hf_nisca_mscp_reserved,
      { "Reserved", "nisca.mscp.reserved", FT_BYTES, BASE_NONE, NULL, 0x0,
        "Has no meaning in this message; shown as it is", HFILL } },
    { &hf_nisca_mscp_opcode,
      { "Opcode", "nisca.mscp.opcode", FT_UINT8, BASE_DEC, VALS(mscp_opcodes), MSCP_OPCODE,
        "An end message repeats that of its command", HFILL } },
    { &hf_nisca_mscp_end,
      { "End message", "nisca.mscp.end", FT_BOOLEAN, 8, TFS(&wire_set_notset), NISCA_MSCP_END,
        "Set in the answer to a command, whose opcode it repeats", HFILL } },
    { &hf_nisca_mscp_flags,
      { "End flags", "nisca.mscp.flags", FT_UINT8, BASE_HEX, NULL, 0x0,
        "What the server adds to the status in an end message, such as that it wrote an error "
        "log", HFILL } },
    { &hf_nisca_mscp_modifiers,
      { "Modifiers", "nisca.mscp.modifiers", FT_UINT16, BASE_HEX, NULL, 0x0,
        "How the command is to be carried out; which bits count depends on the opcode", HFILL } },
    { &hf_nisca_mscp_status,
      { "Status", "nisca.mscp.status", FT_UINT16, BASE_HEX, NULL, 0x0,
        "How the command ended: a code, and a subcode that details it", HFILL } },
    { &hf_nisca_mscp_status_code,
      { "Code", "nisca.mscp.status.code", FT_UINT16, BASE_DEC, VALS(mscp_status_codes), 0x001f,
        "Whether the command succeeded, or the class of its failure; 0 is success", HFILL } },
    { &hf_nisca_mscp_status_subcode,
      { "Subcode", "nisca.mscp.status.subcode", FT_UINT16, BASE_DEC, NULL, 0xffe0,
        "Details of the status; the meaning depends on the code", HFILL } },
    { &hf_nisca_mscp_byte_count,
      { "Byte count", "nisca.mscp.byte_count", FT_UINT32, BASE_DEC, NULL, 0x0,
        "Bytes to transfer by the command; in its end message, those that were", HFILL } },
    { &hf_nisca_mscp_buffer_offset,
      { "Buffer offset", "nisca.mscp.buffer.offset", FT_UINT32, BASE_DEC, NULL, 0x0,
        "Where in the host's buffer the transfer begins", HFILL } },
    { &hf_nisca_mscp_buffer_name,
      { "Buffer name", "nisca.mscp.buffer.name", FT_UINT32, BASE_HEX, NULL, 0x0,
        "The host's name for the buffer, which the block transfer repeats", HFILL } },
    { &hf_nisca_mscp_buffer_conid,
      { "Buffer connection ID", "nisca.mscp.buffer.conid", FT_UINT32, BASE_HEX, NULL, 0x0,
        "Connection over which the block transfer goes", HFILL } },
    { &hf_nisca_mscp_lbn,
      { "Logical block", "nisca.mscp.lbn", FT_UINT32, BASE_DEC, NULL, 0x0,
        "First block of the disk that is read or written", HFILL } },
};

void
nisca_mscp_register(int proto)
{
    static int *ett[] = { &ett_nisca_dir, &ett_nisca_mscp, &ett_nisca_mscp_status };

    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
}
