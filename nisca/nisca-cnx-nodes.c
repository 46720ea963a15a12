/* nisca-cnx-nodes.c
 * What connection managers tell of nodes: STATUS of the sender, DESC of another
 * one, the hardware's name; and the pieces that other layouts share.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx.h"

static int hf_nisca_cnx_formation_time = -1;
static int hf_nisca_cnx_status_flags = -1;
static int hf_nisca_cnx_status_members = -1;
static int hf_nisca_cnx_status_quorum = -1;
static int hf_nisca_cnx_status_votes = -1;
static int hf_nisca_cnx_status_qdskvotes = -1;
static int hf_nisca_cnx_status_lockdirwt = -1;
static int hf_nisca_cnx_status_transition_time = -1;
static int hf_nisca_cnx_status_expected_votes = -1;
static int hf_nisca_cnx_status_version = -1;
static int hf_nisca_cnx_desc_systemid = -1;
static int hf_nisca_cnx_desc_boot_time = -1;
static int hf_nisca_cnx_desc_csid = -1;
static int hf_nisca_cnx_desc_slot = -1;
static int hf_nisca_cnx_hardware = -1;

/* --- Pieces ---------------------------------------------------------------- */

/* Zero means no time; see nisca_vms_time(). */
void
nisca_cnx_time(wire_t *w, int hf, uint64_t *ticks)
{
    if (!wire_need(w, sizeof *ticks)) {
        return;
    }
    *ticks = tvb_get_letoh64(w->tvb, w->offset);
    if (wire_is_wanted(w->tree, hf)) {
        nisca_vms_time(w, hf);
    } else {
        w->offset += sizeof *ticks;
    }
}

void
nisca_cnx_formation_time(wire_t *w, nisca_cnx_t *cnx)
{
    nisca_cnx_time(w, hf_nisca_cnx_formation_time, &cnx->formed);
}

/* An SCSSYSTEMID has 48 bits. */
void
nisca_cnx_systemid(wire_t *w, int hf, uint64_t *id)
{
    if (wire_need(w, NISCA_ADDRESS_SIZE)) {
        *id = tvb_get_letoh48(w->tvb, w->offset);
        wire_sized(w, hf, WIRE_LE, NISCA_ADDRESS_SIZE);
    }
}

/* --- Messages --------------------------------------------------------- */

/* Captures of three STATUS, from body 12 on. */
static const wire_field_t cnx_status[] = {
    { .hf = &hf_nisca_cnx_status_flags, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 4 },
    { .hf = &hf_nisca_cnx_status_members, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, members) },
    { .hf = &hf_nisca_cnx_status_quorum, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, quorum) },
    { .hf = &hf_nisca_cnx_status_votes, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, votes) },
    { .hf = &hf_nisca_cnx_status_qdskvotes, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, qdskvotes) },
    { .hf = &hf_nisca_cnx_status_lockdirwt, .kind = WIRE_LE, .size = 2 },
    { .hf = NULL }
};

/* Body 44 to 75 holds the formation time again, or another date: not known. */
static const wire_field_t cnx_status_end[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 32 },
    { .hf = &hf_nisca_cnx_status_expected_votes, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(nisca_cnx_t, expected_votes) },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 8 },
    { .hf = &hf_nisca_cnx_status_version, .kind = WIRE_PADDED, .size = 8 },
    { .hf = NULL }
};

void
nisca_cnx_status(wire_t *w, void *message)
{
    nisca_cnx_t *cnx = message;
    uint64_t transition;

    wire_fields(w, cnx_status, cnx);
    nisca_cnx_formation_time(w, cnx);
    nisca_cnx_time(w, hf_nisca_cnx_status_transition_time, &transition);
    cnx->has_status = wire_fields(w, cnx_status_end, cnx);
}

static const wire_field_t cnx_desc[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 1 },
    { .hf = NULL }
};

static const wire_field_t cnx_desc_gap[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 2 },
    { .hf = NULL }
};

/* The CSID's low word is the index of node maps, its high word a sequence
 * number (definitions). */
static const wire_field_t cnx_desc_csid[] = {
    { .hf = &hf_nisca_cnx_desc_csid, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(nisca_cnx_t, csid) },
    { .hf = &hf_nisca_cnx_desc_slot, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, slot) },
    { .hf = NULL }
};

/* A capture of one DESC. */
void
nisca_cnx_desc(wire_t *w, void *message)
{
    nisca_cnx_t *cnx = message;
    uint64_t booted;

    wire_fields(w, cnx_desc, cnx);
    nisca_cnx_systemid(w, hf_nisca_cnx_desc_systemid, &cnx->systemid);
    wire_fields(w, cnx_desc_gap, cnx);
    nisca_cnx_time(w, hf_nisca_cnx_desc_boot_time, &booted);
    cnx->has_desc = wire_fields(w, cnx_desc_csid, cnx);
}

static const wire_field_t cnx_hardware[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 4 },
    { .hf = NULL }
};

/* A function without a name in the definitions, by captures that came as text:
 * a length byte and the hardware's name. */
void
nisca_cnx_hardware(wire_t *w, void *message)
{
    nisca_cnx_t *cnx = message;
    unsigned size;

    if (!wire_fields(w, cnx_hardware, cnx) || !wire_need(w, 1)) {
        return;
    }
    size = tvb_get_uint8(w->tvb, w->offset);
    if (size > 0 && size < wire_left(w)) {
        wire_sized(w, hf_nisca_cnx_hardware, WIRE_COUNTED, size + 1);
    }
}

/* --- Registration ---------------------------------------------------------- */

static hf_register_info hf[] = {
    { &hf_nisca_cnx_formation_time,
      { "Cluster formed", "nisca.cnx.formation_time", FT_ABSOLUTE_TIME, ABSOLUTE_TIME_UTC, NULL,
        0x0, "Local time of the founder", HFILL } },
    { &hf_nisca_cnx_status_flags,
      { "Flags", "nisca.cnx.status.flags", FT_UINT16, BASE_HEX, NULL, 0x0, "Meaning not known",
        HFILL } },
    { &hf_nisca_cnx_status_members,
      { "Members", "nisca.cnx.status.members", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Of the sender's cluster; 0: the sender is in none", HFILL } },
    { &hf_nisca_cnx_status_quorum,
      { "Quorum", "nisca.cnx.status.quorum", FT_UINT16, BASE_DEC, NULL, 0x0,
        "By the sender's EXPECTED_VOTES", HFILL } },
    { &hf_nisca_cnx_status_votes,
      { "VOTES", "nisca.cnx.status.votes", FT_UINT16, BASE_DEC, NULL, 0x0,
        "The sender's parameter", HFILL } },
    { &hf_nisca_cnx_status_qdskvotes,
      { "QDSKVOTES", "nisca.cnx.status.qdskvotes", FT_UINT16, BASE_DEC, NULL, 0x0,
        "The sender's parameter", HFILL } },
    { &hf_nisca_cnx_status_lockdirwt,
      { "LOCKDIRWT", "nisca.cnx.status.lockdirwt", FT_UINT16, BASE_DEC, NULL, 0x0,
        "The sender's parameter", HFILL } },
    { &hf_nisca_cnx_status_transition_time,
      { "Last transition (probable)", "nisca.cnx.status.transition_time", FT_ABSOLUTE_TIME,
        ABSOLUTE_TIME_UTC, NULL, 0x0,
        "When the membership of the sender's cluster changed last; 0 if it is in none", HFILL } },
    { &hf_nisca_cnx_status_expected_votes,
      { "EXPECTED_VOTES", "nisca.cnx.status.expected_votes", FT_UINT32, BASE_DEC, NULL, 0x0,
        "The sender's parameter", HFILL } },
    { &hf_nisca_cnx_status_version,
      { "Software version", "nisca.cnx.status.version", FT_STRING, BASE_NONE, NULL, 0x0,
        "OpenVMS release of the sender", HFILL } },
    { &hf_nisca_cnx_desc_systemid,
      { "SCSSYSTEMID", "nisca.cnx.desc.systemid", FT_UINT48, BASE_DEC, NULL, 0x0,
        "Of the node that is described", HFILL } },
    { &hf_nisca_cnx_desc_boot_time,
      { "Booted", "nisca.cnx.desc.boot_time", FT_ABSOLUTE_TIME, ABSOLUTE_TIME_UTC, NULL, 0x0,
        "Local time of the node that is described", HFILL } },
    { &hf_nisca_cnx_desc_csid,
      { "CSID", "nisca.cnx.desc.csid", FT_UINT32, BASE_HEX, NULL, 0x0,
        "The low 16 bits are the index of node maps", HFILL } },
    { &hf_nisca_cnx_desc_slot,
      { "CSID index - 1", "nisca.cnx.desc.slot", FT_UINT16, BASE_DEC, NULL, 0x0,
        "One less than the index in the CSID; the plugin believes a CSID if both agree", HFILL } },
    { &hf_nisca_cnx_hardware,
      { "Hardware name", "nisca.cnx.hardware", FT_STRING, BASE_NONE, NULL, 0x0,
        "Model of the sender's computer", HFILL } },
};

void
nisca_cnx_nodes_register(int proto)
{
    proto_register_field_array(proto, hf, array_length(hf));
}
