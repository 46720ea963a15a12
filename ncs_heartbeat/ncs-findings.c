/* ncs-findings.c
 * Shows what the first pass found out about a heartbeat.
 *
 * Texts of expert items hold addresses at most, so that equal events group.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs_heartbeat.h"

#include "capture_point.h"
#include "generated.h"

#include <epan/to_str.h>

static int hf_ncs_master = -1;
static int hf_ncs_analysis = -1;
static int hf_ncs_interval = -1;
static int hf_ncs_missed = -1;
static int hf_ncs_tolerance_used = -1;
static int hf_ncs_previous_frame = -1;
static int hf_ncs_duplicate_of = -1;
static int hf_ncs_silent_address = -1;
static int hf_ncs_silent_frame = -1;
static int hf_ncs_previous_master = -1;
static int hf_ncs_other_master = -1;
static int hf_ncs_previous_incarnation = -1;
static int hf_ncs_previous_incarnation_frame = -1;
static int hf_ncs_first_panning_id = -1;

static int ett_ncs_analysis = -1;

static expert_field ei_ncs_late = EI_INIT;
static expert_field ei_ncs_lost = EI_INIT;
static expert_field ei_ncs_duplicate = EI_INIT;
static expert_field ei_ncs_silent_node = EI_INIT;
static expert_field ei_ncs_master_change = EI_INIT;
static expert_field ei_ncs_two_masters = EI_INIT;
static expert_field ei_ncs_incarnation_change = EI_INIT;
static expert_field ei_ncs_second_panning_id = EI_INIT;
static expert_field ei_ncs_limit = EI_INIT;

/* Where and for whom findings are shown. */
typedef struct {
    tvbuff_t *tvb;
    packet_info *pinfo;
    proto_tree *tree;
    const ncs_message_t *message;
    proto_item *interval;   /* for the verdict on it */
    wmem_strbuf_t *remarks; /* end of the Info column */
    ncs_tap_t *tap;
} ncs_view_t;

/* --- Pieces ------------------------------------------------------------------ */

static proto_item *
ncs_add_number(const ncs_view_t *view, int hf, uint32_t number)
{
    return generated_number(view->tree, view->tvb, hf, number);
}

/* Only IPv4 addresses have a field; others are in the expert item's text. */
static proto_item *
ncs_add_address(ncs_view_t *view, int hf, const address *addr)
{
    uint32_t ipv4;
    proto_item *item;

    if (addr->type != AT_IPv4) {
        return proto_tree_get_parent(view->tree);
    }
    memcpy(&ipv4, addr->data, sizeof ipv4);
    item = proto_tree_add_ipv4(view->tree, hf, view->tvb, 0, 0, ipv4);
    proto_item_set_generated(item);
    return item;
}

static const char *
ncs_address_text(const ncs_view_t *view, const address *addr)
{
    return address_to_str(view->pinfo->pool, addr);
}

static void
ncs_remark(ncs_view_t *view, const char *remark)
{
    wmem_strbuf_append(view->remarks, remark);
}

/* --- Rhythm -------------------------------------------------------------------- */

static void
ncs_add_tolerance_used(ncs_view_t *view, const cadence_rules_t *rules, int64_t interval)
{
    int64_t tolerance = rules->lost_from;
    uint32_t percent;
    proto_item *item;

    if (tolerance == INT64_MAX || !wire_is_wanted(view->tree, hf_ncs_tolerance_used)) {
        return; /* switched off, or nobody looks */
    }
    percent = (uint32_t)MIN((interval * 100 + tolerance / 2) / tolerance, (int64_t)UINT32_MAX);
    item = proto_tree_add_uint_format_value(view->tree, hf_ncs_tolerance_used, view->tvb, 0, 0,
                                            percent, "%u%%", percent);
    proto_item_set_generated(item);
}

/* The remark says how long; the verdict on a lost heartbeat is a finding of
 * its own. */
static void
ncs_judge_interval(ncs_view_t *view, int64_t interval)
{
    if (view->tap->verdict == CADENCE_IN_TIME) {
        return;
    }
    wmem_strbuf_append_printf(view->remarks, ", interval %.3f s", (double)interval / NS_PER_S);
    if (view->tap->verdict == CADENCE_LATE) {
        expert_add_info(view->pinfo, view->interval, &ei_ncs_late);
        ncs_remark(view, " [LATE]");
    }
}

static void
ncs_show_interval(ncs_view_t *view, const finding_t *finding)
{
    cadence_rules_t rules = ncs_cadence_rules(
        finding->kind == NCS_INTERVAL_OF_MASTER ? NCS_ROLE_MASTER : NCS_ROLE_SLAVE);

    view->tap->has_interval = true;
    view->tap->interval = finding->value;
    view->tap->missed = cadence_missed(&rules, finding->value);
    view->tap->verdict = cadence_judge(&rules, finding->value);
    view->interval = generated_time(view->tree, view->tvb, hf_ncs_interval, finding->value);
    ncs_add_number(view, hf_ncs_previous_frame, finding->ref);
    if (view->tap->missed > 0) {
        ncs_add_number(view, hf_ncs_missed, view->tap->missed);
    }
    ncs_add_tolerance_used(view, &rules, finding->value);
    ncs_judge_interval(view, finding->value);
}

static void
ncs_show_lost(ncs_view_t *view, const finding_t *finding)
{
    static const char *const texts[] = {
        [NCS_LOST_NODE] = "Lost: the node was silent here for the tolerance or longer",
        [NCS_LOST_REJOINED] = "Lost: the node was silent here for the tolerance or longer, and "
                              "seems to rejoin",
        [NCS_LOST_ALL] = "Lost: all nodes were silent here for the tolerance or longer: LAN outage "
                         "or spanning tree, or the capture paused",
    };

    expert_add_info_format(view->pinfo, view->interval, &ei_ncs_lost, "%s", texts[finding->value]);
    ncs_remark(view, finding->value == NCS_LOST_ALL ? " [LOST, ALL NODES]" : " [LOST]");
}

static void
ncs_show_duplicate(ncs_view_t *view, const finding_t *finding)
{
    proto_item *item = ncs_add_number(view, hf_ncs_duplicate_of, finding->ref);

    view->tap->duplicate = true;
    expert_add_info(view->pinfo, item, &ei_ncs_duplicate);
    ncs_remark(view, " [DUPLICATE]");
}

static void
ncs_show_silent_node(ncs_view_t *view, const finding_t *finding)
{
    const address *silent = ncs_analysis_address(finding->ref);
    proto_item *item = ncs_add_address(view, hf_ncs_silent_address, silent);
    const char *text = ncs_address_text(view, silent);

    expert_add_info_format(view->pinfo, item, &ei_ncs_silent_node,
                           "Node %s of this cluster has been silent here for the tolerance", text);
    ncs_add_number(view, hf_ncs_silent_frame, (uint32_t)finding->value);
    wmem_strbuf_append_printf(view->remarks, " [SILENT %s]", text);
}

/* --- Masters --------------------------------------------------------------------- */

/* The slaves elect the highest address; the old master is not among them. */
static const char *
ncs_rank_text(const ncs_view_t *view, int64_t rank)
{
    switch ((ncs_election_t)(rank & ((1 << NCS_ELECTION_BITS) - 1))) {
    case NCS_ELECTED_HIGHEST:
        return "the highest known address";
    case NCS_ELECTED_HIGHEST_LEFT:
        return "the highest known address besides the old master's";
    default:
        return wmem_strdup_printf(
            view->pinfo->pool, "not the highest known address, which is %s",
            ncs_address_text(view, ncs_analysis_address((uint32_t)(rank >> NCS_ELECTION_BITS))));
    }
}

static void
ncs_add_master_change(ncs_view_t *view, const address *old, int64_t rank)
{
    proto_item *item = ncs_add_address(view, hf_ncs_previous_master, old);

    expert_add_info_format(view->pinfo, item, &ei_ncs_master_change,
                           "Master changed from %s to %s, %s", ncs_address_text(view, old),
                           ncs_address_text(view, &view->tap->source), ncs_rank_text(view, rank));
    ncs_remark(view, " [NEW MASTER]");
}

static void
ncs_show_master_change(ncs_view_t *view, const finding_t *finding)
{
    ncs_add_master_change(view, ncs_analysis_address(finding->ref), finding->value);
}

static void
ncs_show_master_taken(ncs_view_t *view, const finding_t *finding)
{
    uint32_t big_endian = g_htonl(finding->ref);
    address old;

    set_address(&old, AT_IPv4, 4, &big_endian);
    ncs_add_master_change(view, &old, finding->value);
}

/* The same text at both masters' broadcasts: the lower address first. */
static void
ncs_show_two_masters(ncs_view_t *view, const finding_t *finding)
{
    const address *here = &view->tap->source, *other = ncs_analysis_address(finding->ref);
    proto_item *item = ncs_add_address(view, hf_ncs_other_master, other);
    bool ascending = cmp_address(here, other) < 0;

    expert_add_info_format(view->pinfo, item, &ei_ncs_two_masters,
                           "Two masters: %s and %s both broadcast",
                           ncs_address_text(view, ascending ? here : other),
                           ncs_address_text(view, ascending ? other : here));
    ncs_remark(view, " [TWO MASTERS]");
}

/* --- Membership --------------------------------------------------------------------- */

static void
ncs_show_incarnation_change(ncs_view_t *view, const finding_t *finding)
{
    uint32_t old = (uint32_t)finding->value;
    proto_item *item = ncs_add_number(view, hf_ncs_previous_incarnation, old);

    expert_add_info_format(view->pinfo, item, &ei_ncs_incarnation_change,
                           "Incarnation changed from 0x%08x to 0x%08x", old,
                           view->message->incarnation);
    ncs_add_number(view, hf_ncs_previous_incarnation_frame, finding->ref);
    ncs_remark(view, " [NEW INCARNATION]");
}

static void
ncs_show_second_panning_id(ncs_view_t *view, const finding_t *finding)
{
    proto_item *item = ncs_add_number(view, hf_ncs_first_panning_id, finding->ref);

    expert_add_info_format(view->pinfo, item, &ei_ncs_second_panning_id,
                           "Another panning ID on this LAN: 0x%08x besides 0x%08x",
                           view->message->panning_id, finding->ref);
}

static void
ncs_show_limit(ncs_view_t *view, const finding_t *finding _U_)
{
    expert_add_info(view->pinfo, view->tree, &ei_ncs_limit);
}

/* --- Entry points ----------------------------------------------------------------------- */

static void (*const ncs_show_finding[NCS_FINDING_KINDS])(ncs_view_t *, const finding_t *) = {
    [NCS_INTERVAL_OF_MASTER] = ncs_show_interval,
    [NCS_INTERVAL_OF_SLAVE] = ncs_show_interval,
    [NCS_LOST] = ncs_show_lost,
    [NCS_DUPLICATE] = ncs_show_duplicate,
    [NCS_SILENT_NODE] = ncs_show_silent_node,
    [NCS_MASTER_CHANGE] = ncs_show_master_change,
    [NCS_MASTER_TAKEN] = ncs_show_master_taken,
    [NCS_TWO_MASTERS] = ncs_show_two_masters,
    [NCS_INCARNATION_CHANGE] = ncs_show_incarnation_change,
    [NCS_SECOND_PANNING_ID] = ncs_show_second_panning_id,
    [NCS_LIMIT] = ncs_show_limit,
};

static void
ncs_add_master(tvbuff_t *tvb, proto_tree *tree, const ncs_message_t *message)
{
    uint32_t ipv4;

    if (ncs_analysis_master(message, &ipv4)) {
        proto_item_set_generated(
            proto_tree_add_ipv4(tree, hf_ncs_master, tvb, 0, 0, g_htonl(ipv4)));
    }
}

const char *
ncs_findings_show(tvbuff_t *tvb, proto_tree *tree, const ncs_message_t *message, ncs_tap_t *tap)
{
    const findings_t *findings = ncs_analysis_findings();
    uint32_t frame = message->pinfo->num, i;
    const finding_t *finding;
    ncs_view_t view = { .tvb = tvb, .pinfo = message->pinfo, .message = message,
                        .tap = tap };

    if (findings == NULL) {
        return "";
    }
    ncs_add_master(tvb, tree, message);
    i = findings_start(findings, frame);
    if (findings_at(findings, i, frame) == NULL) {
        return "";
    }
    view.tree = generated_subtree(tree, tvb, hf_ncs_analysis, ett_ncs_analysis);
    view.remarks = wmem_strbuf_new(message->pinfo->pool, "");
    for (; (finding = findings_at(findings, i, frame)) != NULL; i++) {
        ncs_show_finding[finding->kind](&view, finding);
    }
    return wmem_strbuf_get_str(view.remarks);
}

void
ncs_findings_register(int proto)
{
    static hf_register_info hf[] = {
        { &hf_ncs_master,
          { "Current master", "ncs_heartbeat.master", FT_IPv4, BASE_NONE, NULL, 0,
            "The last node that broadcast; before that, the address that slaves send to", HFILL } },
        { &hf_ncs_analysis,
          { "Analysis", "ncs_heartbeat.analysis", FT_NONE, BASE_NONE, NULL, 0,
            "What this heartbeat means beside others", HFILL } },
        { &hf_ncs_interval,
          { "Interval", "ncs_heartbeat.analysis.interval", FT_RELATIVE_TIME, BASE_NONE, NULL, 0,
            "Time since the node's previous heartbeat", HFILL } },
        { &hf_ncs_missed,
          { "Missed heartbeats", "ncs_heartbeat.analysis.missed", FT_UINT32, BASE_DEC, NULL, 0,
            "Heartbeats that should have come within the interval but did not", HFILL } },
        { &hf_ncs_tolerance_used,
          { "Tolerance used", "ncs_heartbeat.analysis.tolerance_used", FT_UINT32, BASE_DEC, NULL, 0,
            "The interval in percent of what leads to a node's removal", HFILL } },
        { &hf_ncs_previous_frame,
          { "Previous heartbeat in frame", "ncs_heartbeat.analysis.previous_frame", FT_FRAMENUM,
            BASE_NONE, NULL, 0, NULL, HFILL } },
        { &hf_ncs_duplicate_of,
          { "Duplicate of the heartbeat in frame", "ncs_heartbeat.analysis.duplicate_of",
            FT_FRAMENUM, BASE_NONE, NULL, 0, NULL, HFILL } },
        { &hf_ncs_silent_address,
          { "Silent node", "ncs_heartbeat.silent_node.address", FT_IPv4, BASE_NONE, NULL, 0, NULL,
            HFILL } },
        { &hf_ncs_silent_frame,
          { "Its last heartbeat in frame", "ncs_heartbeat.silent_node.last_frame", FT_FRAMENUM,
            BASE_NONE, NULL, 0, NULL, HFILL } },
        { &hf_ncs_previous_master,
          { "Previous master", "ncs_heartbeat.previous_master", FT_IPv4, BASE_NONE, NULL, 0, NULL,
            HFILL } },
        { &hf_ncs_other_master,
          { "Other master", "ncs_heartbeat.other_master", FT_IPv4, BASE_NONE, NULL, 0, NULL,
            HFILL } },
        { &hf_ncs_previous_incarnation,
          { "Previous incarnation", "ncs_heartbeat.analysis.previous_incarnation", FT_UINT32,
            BASE_HEX, NULL, 0, "The value in the node's previous heartbeat", HFILL } },
        { &hf_ncs_previous_incarnation_frame,
          { "Last heartbeat with it in frame",
            "ncs_heartbeat.analysis.previous_incarnation_frame", FT_FRAMENUM, BASE_NONE, NULL, 0,
            NULL, HFILL } },
        { &hf_ncs_first_panning_id,
          { "First panning ID on this LAN", "ncs_heartbeat.first_panning_id", FT_UINT32, BASE_HEX,
            NULL, 0, NULL, HFILL } },
    };
    static ei_register_info ei[] = {
        { &ei_ncs_late,
          { "ncs_heartbeat.analysis.late", PI_SEQUENCE, PI_NOTE,
            "Late: the interval is above the late factor", EXPFILL } },
        { &ei_ncs_lost,
          { "ncs_heartbeat.analysis.lost", PI_SEQUENCE, PI_WARN,
            "Lost: the node was silent here for the tolerance or longer", EXPFILL } },
        { &ei_ncs_duplicate,
          { "ncs_heartbeat.analysis.duplicate", PI_SEQUENCE, PI_NOTE,
            "Duplicate: the same datagram was captured just before", EXPFILL } },
        { &ei_ncs_silent_node,
          { "ncs_heartbeat.silent_node", PI_SEQUENCE, PI_WARN,
            "A node has been silent here for the tolerance", EXPFILL } },
        { &ei_ncs_master_change,
          { "ncs_heartbeat.master_change", PI_SEQUENCE, PI_NOTE, "The master changed", EXPFILL } },
        { &ei_ncs_two_masters,
          { "ncs_heartbeat.two_masters", PI_SEQUENCE, PI_WARN, "Two masters broadcast", EXPFILL } },
        { &ei_ncs_incarnation_change,
          { "ncs_heartbeat.incarnation_change", PI_SEQUENCE, PI_NOTE, "The incarnation changed",
            EXPFILL } },
        { &ei_ncs_second_panning_id,
          { "ncs_heartbeat.second_panning_id", PI_PROTOCOL, PI_CHAT,
            "Another panning ID on this LAN", EXPFILL } },
        { &ei_ncs_limit,
          { "ncs_heartbeat.analysis.limit", PI_ASSUMPTION, PI_NOTE,
            "Too many nodes to follow: further nodes are decoded, but not analysed", EXPFILL } },
    };
    static int *ett[] = { &ett_ncs_analysis };

    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
}
