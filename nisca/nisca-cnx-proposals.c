/* nisca-cnx-proposals.c
 * What a newcomer asks for, and what a coordinator proposes: ENTER, FORM,
 * RECONFIG and JOIN.  Of a QUORUM proposal there is no capture.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx.h"

/* VMS times and delta times count units of 100 ns. */
#define TICKS_PER_S INT64_C(10000000)
#define NS_PER_TICK 100

static int hf_nisca_cnx_next_index = -1;
static int hf_nisca_cnx_quorum = -1;
static int hf_nisca_cnx_rebuild = -1;
static int hf_nisca_cnx_qdskvotes = -1;
static int hf_nisca_cnx_members = -1;
static int hf_nisca_cnx_votes = -1;
static int hf_nisca_cnx_proposal_time = -1;
static int hf_nisca_cnx_founder = -1;
static int hf_nisca_cnx_nodemap = -1;
static int hf_nisca_cnx_nodemap_index = -1;
static int hf_nisca_cnx_enter_count = -1;
static int hf_nisca_cnx_expected_votes = -1;
static int hf_nisca_cnx_high_index = -1;
static int hf_nisca_cnx_tdf = -1;

static int ett_nisca_cnx_nodemap = -1;

/* Definitions; 1, 3 and 4 in captures. */
static const value_string cnx_rebuilds[] = {
    { 0, "None" }, { 1, "Merge" }, { 2, "Partial" }, { 3, "Directory" }, { 4, "Full" }, { 0, NULL }
};

/* --- Pieces ---------------------------------------------------------------- */

/* A VMS delta time, which is negative: -4 h in all captures, of a laboratory
 * four hours behind UTC.  That it is the time differential is inferred. */
static void
nisca_cnx_time_differential(wire_t *w)
{
    nstime_t delta = NSTIME_INIT_ZERO;
    int64_t ticks;

    if (!wire_need(w, sizeof ticks)) {
        return;
    }
    if (wire_is_wanted(w->tree, hf_nisca_cnx_tdf)) {
        ticks = (int64_t)tvb_get_letoh64(w->tvb, w->offset);
        delta.secs = (time_t)(ticks / TICKS_PER_S);
        delta.nsecs = (int)(ticks % TICKS_PER_S) * NS_PER_TICK;
        proto_tree_add_time(w->tree, hf_nisca_cnx_tdf, w->tvb, w->offset, sizeof ticks, &delta);
    }
    w->offset += sizeof ticks;
}

static void
nisca_cnx_show_map(wire_t *w, const nisca_cnx_t *cnx)
{
    proto_item *item = proto_tree_add_item(w->tree, hf_nisca_cnx_nodemap, w->tvb, w->offset,
                                           NISCA_CNX_MAP_SIZE, ENC_NA);
    proto_tree *tree = proto_item_add_subtree(item, ett_nisca_cnx_nodemap);
    const char *before = ": CSID index ";

    for (unsigned idx = 0; idx < 8 * NISCA_CNX_MAP_SIZE; idx++) {
        if (cnx->map[idx / 8] & 1 << idx % 8) {
            proto_tree_add_uint(tree, hf_nisca_cnx_nodemap_index, w->tvb, w->offset + idx / 8, 1,
                                idx);
            proto_item_append_text(item, "%s%u", before, idx);
            before = ", ";
        }
    }
}

/* Bit k of byte k/8 is the node with CSID index k (captures up to 4). */
static void
nisca_cnx_map(wire_t *w, nisca_cnx_t *cnx)
{
    if (!wire_need(w, NISCA_CNX_MAP_SIZE)) {
        return;
    }
    tvb_memcpy(w->tvb, cnx->map, w->offset, NISCA_CNX_MAP_SIZE);
    cnx->has_map = true;
    if (wire_is_wanted(w->tree, hf_nisca_cnx_nodemap)
        || wire_is_wanted(w->tree, hf_nisca_cnx_nodemap_index)) {
        nisca_cnx_show_map(w, cnx);
    }
    w->offset += NISCA_CNX_MAP_SIZE;
}

/* What a newcomer last knew of the cluster, probably, is not decoded; the count
 * comes back in the JOIN proposal (captures of one ENTER, three JOINs). */
static const wire_field_t cnx_enter[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 17 },
    { .hf = &hf_nisca_cnx_enter_count, .kind = WIRE_LE, .size = 2 },
    { .hf = NULL }
};

void
nisca_cnx_enter(wire_t *w, void *message)
{
    nisca_cnx_t *cnx = message;

    wire_fields(w, cnx_enter, cnx);
}

/* --- Proposals --------------------------------------------------------------- */

/* From body 20 on, here and in all tables below.  Captures; the rebuild type by
 * definitions. */
static const wire_field_t cnx_proposal[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 1 },
    { .hf = &hf_nisca_cnx_next_index, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, next_index) },
    { .hf = &hf_nisca_cnx_quorum, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, quorum) },
    { .hf = &hf_nisca_cnx_rebuild, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, rebuild) },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 1 },
    { .hf = &hf_nisca_cnx_qdskvotes, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, qdskvotes) },
    { .hf = &hf_nisca_cnx_members, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, members) },
    { .hf = &hf_nisca_cnx_votes, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_cnx_t, votes) },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 2 },
    { .hf = NULL }
};

static const wire_field_t cnx_before_founder[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 1 },
    { .hf = NULL }
};

/* From body 87 on: captures of three JOINs. */
static const wire_field_t cnx_join[] = {
    { .hf = &hf_nisca_cnx_enter_count, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 7 },
    { .hf = &hf_nisca_cnx_expected_votes, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, expected_votes) },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 6 },
    { .hf = &hf_nisca_cnx_high_index, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, high_index) },
    { .hf = NULL }
};

/* A capture of one FORM. */
static const wire_field_t cnx_form[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 9 },
    { .hf = &hf_nisca_cnx_expected_votes, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_cnx_t, expected_votes) },
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 8 },
    { .hf = NULL }
};

/* Captures of two RECONFIGs: what FORM has as expected votes is none here. */
static const wire_field_t cnx_reconfig[] = {
    { .hf = &hf_nisca_cnx_unused, .kind = WIRE_BYTES, .size = 19 },
    { .hf = NULL }
};

void
nisca_cnx_proposal(wire_t *w, void *message)
{
    nisca_cnx_t *cnx = message;
    static const wire_field_t *const ends[] = {
        [NISCA_CNX_FORM] = cnx_form,
        [NISCA_CNX_RECONFIG] = cnx_reconfig,
        [NISCA_CNX_JOIN] = cnx_join,
    };
    uint64_t proposed;

    wire_fields(w, cnx_proposal, cnx);
    nisca_cnx_formation_time(w, cnx);
    nisca_cnx_time(w, hf_nisca_cnx_proposal_time, &proposed);
    wire_fields(w, cnx_before_founder, cnx);
    nisca_cnx_systemid(w, hf_nisca_cnx_founder, &cnx->founder);
    nisca_cnx_map(w, cnx);
    wire_fields(w, ends[cnx->function], cnx);
    nisca_cnx_time_differential(w);
}

/* --- Registration ---------------------------------------------------------- */

static hf_register_info hf[] = {
    { &hf_nisca_cnx_next_index,
      { "Next CSID index", "nisca.cnx.next_index", FT_UINT16, BASE_DEC, NULL, 0x0,
        "That the next new member gets", HFILL } },
    { &hf_nisca_cnx_quorum,
      { "Proposed quorum", "nisca.cnx.quorum", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Votes that the cluster needs to go on once this proposal is committed", HFILL } },
    { &hf_nisca_cnx_rebuild,
      { "Lock database rebuild", "nisca.cnx.rebuild", FT_UINT8, BASE_DEC, VALS(cnx_rebuilds), 0x0,
        "How much of the lock database is built again in the steps after the commit", HFILL } },
    { &hf_nisca_cnx_qdskvotes,
      { "Quorum disk votes", "nisca.cnx.qdskvotes", FT_UINT16, BASE_DEC, NULL, 0x0,
        "What the quorum disk counts, by the parameter QDSKVOTES", HFILL } },
    { &hf_nisca_cnx_members,
      { "Members", "nisca.cnx.members", FT_UINT8, BASE_DEC, NULL, 0x0,
        "Left by the last FORM or RECONFIG: in these, by this one", HFILL } },
    { &hf_nisca_cnx_votes,
      { "Votes", "nisca.cnx.votes", FT_UINT8, BASE_DEC, NULL, 0x0,
        "Of the members left by the last FORM or RECONFIG: in these, by this one", HFILL } },
    { &hf_nisca_cnx_proposal_time,
      { "Proposed", "nisca.cnx.proposal_time", FT_ABSOLUTE_TIME, ABSOLUTE_TIME_UTC, NULL, 0x0,
        "Local time of the coordinator", HFILL } },
    { &hf_nisca_cnx_founder,
      { "Founder", "nisca.cnx.founder", FT_UINT48, BASE_DEC, NULL, 0x0,
        "SCSSYSTEMID of the node that formed the cluster", HFILL } },
    { &hf_nisca_cnx_nodemap,
      { "Node map", "nisca.cnx.nodemap", FT_BYTES, BASE_NONE, NULL, 0x0,
        "Members after the transition", HFILL } },
    { &hf_nisca_cnx_nodemap_index,
      { "CSID index", "nisca.cnx.nodemap.index", FT_UINT16, BASE_DEC, NULL, 0x0,
        "One for each member", HFILL } },
    { &hf_nisca_cnx_enter_count,
      { "Count", "nisca.cnx.enter_count", FT_UINT16, BASE_DEC, NULL, 0x0,
        "The JOIN proposal repeats that of ENTER; meaning not known", HFILL } },
    { &hf_nisca_cnx_expected_votes,
      { "Proposed expected votes", "nisca.cnx.expected_votes", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Votes of the cluster with all of its nodes; the quorum is (this + 2) / 2", HFILL } },
    { &hf_nisca_cnx_high_index,
      { "Highest CSID index", "nisca.cnx.high_index", FT_UINT16, BASE_DEC, NULL, 0x0,
        "In the node map", HFILL } },
    { &hf_nisca_cnx_tdf,
      { "Time differential (probable)", "nisca.cnx.tdf", FT_RELATIVE_TIME, BASE_NONE, NULL, 0x0,
        "Difference between local time and UTC at the coordinator, as far as captures "
        "tell", HFILL } },
};

void
nisca_cnx_proposals_register(int proto)
{
    static int *ett[] = { &ett_nisca_cnx_nodemap };

    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
}
