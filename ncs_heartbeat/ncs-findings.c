/* ncs-findings.c
 * How findings about a heartbeat are shown.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-findings.h"

#include "generated.h"
#include "ncs-subjects.h"
#include "ncs-told.h"

#include <epan/to_str.h>

static int hf_ncs_master = -1;
static int hf_ncs_analysis = -1;
static int hf_ncs_interval = -1;
static int hf_ncs_missed = -1;
static int hf_ncs_tolerance_used = -1;
static int hf_ncs_previous_frame = -1;
static int hf_ncs_duplicate_of = -1;
static int hf_ncs_duplicate_count = -1;
static int hf_ncs_copy_of = -1;
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
static expert_field ei_ncs_left = EI_INIT;
static expert_field ei_ncs_master_change = EI_INIT;
static expert_field ei_ncs_two_masters = EI_INIT;
static expert_field ei_ncs_incarnation_change = EI_INIT;
static expert_field ei_ncs_second_panning_id = EI_INIT;
static expert_field ei_ncs_panning_change = EI_INIT;
static expert_field ei_ncs_joining = EI_INIT;
static expert_field ei_ncs_outdated_view = EI_INIT;
static expert_field ei_ncs_limit = EI_INIT;

/* An event raises its expert item at its first sighting only. */
static void
ncs_raise(finding_view_t *view, const finding_t *finding, expert_field *expert, const char *text)
{
    if (finding->frame == view->w->pinfo->num) {
        finding_expert(view, expert, text);
    }
}

/* Likewise, in the words of the event. */
static void
ncs_raise_event(finding_view_t *view, const finding_t *finding, expert_field *expert,
                finding_say_t *tell)
{
    if (finding->frame == view->w->pinfo->num) {
        finding_expert_said(view, finding, expert, tell);
    }
}

/* Only IPv4 addresses have a field; others are in the expert item's text. */
static void
ncs_show_address(finding_view_t *view, int hf, const address *addr)
{
    proto_tree *tree = findings_tree(view);
    uint32_t big_endian;

    view->item = NULL;
    if (addr->type == AT_IPv4 && wire_is_wanted(tree, hf)) {
        memcpy(&big_endian, addr->data, sizeof big_endian);
        view->item = proto_tree_add_ipv4(tree, hf, view->w->tvb, 0, 0, big_endian);
        proto_item_set_generated(view->item);
    }
}

/* --- Rhythm -------------------------------------------------------------------- */

static cadence_rules_t
ncs_rules_of(const finding_t *interval)
{
    return ncs_cadence_rules(interval->kind == NCS_FOUND_INTERVAL_OF_MASTER ? NCS_ROLE_MASTER
                                                                            : NCS_ROLE_SLAVE);
}

static void
ncs_show_tolerance_used(finding_view_t *view, const cadence_rules_t *rules, int64_t interval)
{
    int64_t tolerance = rules->lost_from;
    uint32_t percent;
    proto_item *item;

    if (tolerance == INT64_MAX || !wire_is_wanted(view->tree, hf_ncs_tolerance_used)) {
        return; /* switched off, or nobody looks */
    }
    percent = (uint32_t)MIN((interval * 100 + tolerance / 2) / tolerance, (int64_t)UINT32_MAX);
    item = proto_tree_add_uint_format_value(view->tree, hf_ncs_tolerance_used, view->w->tvb, 0, 0,
                                            percent, "%u%%", percent);
    proto_item_set_generated(item);
}

static void
ncs_say_late(const finding_view_t *view, const finding_t *interval, event_t *event)
{
    event_say(event, "node %s: heartbeat is late, ",
              ncs_address_text(view, &view->w->pinfo->net_src));
    event_say_time(event, interval->value);
    event_say(event, " behind the one before");
}

#define LAN_OR_CAPTURE ": LAN outage or spanning tree, or the capture paused, or its clock was set"
#define PATH_IS_BLOCKED ": look at the path, a port that spanning tree blocked for instance"

static void
ncs_say_silence(const finding_view_t *view, const finding_t *interval, event_t *event)
{
    static const char *const texts[][2] = {
        [NCS_LOST_NODE] = { "", "" },
        [NCS_LOST_REJOINED] = { "", ", and seems to rejoin" },
        [NCS_LOST_ALL] = { "all nodes, and so ", LAN_OR_CAPTURE },
        [NCS_LOST_WITH_ALL] = { "all nodes, and so ", "" },
        [NCS_LOST_OTHERS] = { "all other nodes, and so ", PATH_IS_BLOCKED },
    };
    const char *const *text = texts[found_get(view->found, NCS_FOUND_LOST)->value];

    event_say(event, "Lost: %snode %s, silent here for ", text[0],
              ncs_address_text(view, &view->w->pinfo->net_src));
    event_say_time(event, interval->value);
    event_say(event, "%s", text[1]);
}

/* Why a heartbeat is lost is a finding of its own, but it is shown here.  Where all nodes were
 * silent, one warning is enough; who asks for each gets each. */
static void
ncs_show_verdict(finding_view_t *view, const cadence_rules_t *rules, const finding_t *interval)
{
    const finding_t *lost = found_get(view->found, NCS_FOUND_LOST);

    if (lost != NULL) {
        if (lost->value != NCS_LOST_WITH_ALL
            || wire_is_expert_wanted(view->w->tree, view->w->pinfo, &ei_ncs_lost)) {
            finding_expert_said(view, interval, &ei_ncs_lost, ncs_say_silence);
        }
    } else if (cadence_judge(rules, interval->value) == CADENCE_LATE) {
        finding_expert_said(view, interval, &ei_ncs_late, ncs_say_late);
    }
}

/* Most come in time, and nobody looks: no verdict, and nothing to show. */
static bool
ncs_is_idle(const finding_view_t *view, const finding_t *finding)
{
    cadence_rules_t rules = ncs_rules_of(finding);

    return cadence_judge(&rules, finding->value) == CADENCE_IN_TIME
           && !wire_is_wanted(view->w->tree, hf_ncs_previous_frame)
           && !wire_is_wanted(view->w->tree, hf_ncs_missed)
           && !wire_is_wanted(view->w->tree, hf_ncs_tolerance_used);
}

static void
ncs_show_interval(finding_view_t *view, const finding_t *finding)
{
    cadence_rules_t rules = ncs_rules_of(finding);
    uint32_t missed = cadence_missed(&rules, finding->value);
    proto_item *interval = view->item;

    finding_link(view, hf_ncs_previous_frame, finding->ref);
    if (missed > 0) {
        finding_number(view, hf_ncs_missed, missed);
    }
    ncs_show_tolerance_used(view, &rules, finding->value);
    view->item = interval;
    ncs_show_verdict(view, &rules, finding);
}

static void
ncs_say_interval(info_t *info, const finding_t *finding)
{
    cadence_rules_t rules = ncs_rules_of(finding);
    cadence_verdict_t verdict = cadence_judge(&rules, finding->value);
    char seconds[DECIMAL_SIZE];

    if (verdict == CADENCE_LATE || verdict == CADENCE_LOST) {
        info_text(info, verdict == CADENCE_LATE ? " [Late, interval " : " [Interval ");
        info_text(info, info_decimal(seconds, finding->value, NS_PER_S, 3));
        info_text(info, " s]");
    }
}

static void
ncs_say_lost(info_t *info, const finding_t *finding)
{
    if (finding->value == NCS_LOST_ALL || finding->value == NCS_LOST_WITH_ALL) {
        info_text(info, " [Lost, all nodes]");
    } else if (finding->value == NCS_LOST_OTHERS) {
        info_text(info, " [Lost, all other nodes]");
    } else {
        info_text(info, " [Lost]");
    }
}

static void
ncs_show_silent_node(finding_view_t *view, const finding_t *finding)
{
    const address *silent = ncs_node_address(finding->ref);

    ncs_show_address(view, hf_ncs_silent_address, silent);
    ncs_raise_event(view, finding, &ei_ncs_silent_node, ncs_tell_silent);
    finding_link(view, hf_ncs_silent_frame, ncs_since_frame(finding));
}

/* A view without it came sooner than anybody could have given it up. */
static void
ncs_show_left(finding_view_t *view, const finding_t *finding)
{
    const address *node = ncs_node_address(finding->ref);

    ncs_show_address(view, hf_ncs_silent_address, node);
    ncs_raise_event(view, finding, &ei_ncs_left, ncs_tell_left);
    finding_link(view, hf_ncs_silent_frame, ncs_since_frame(finding));
}

static void
ncs_show_all_others(finding_view_t *view, const finding_t *finding)
{
    finding_link(view, hf_ncs_silent_frame, ncs_since_frame(finding));
    ncs_raise_event(view, finding, &ei_ncs_silent_node, ncs_tell_all_others);
}

static void
ncs_say_silent_node(info_t *info, const finding_t *finding)
{
    wmem_allocator_t *pool = info->pinfo->pool;

    info_text(info, wmem_strdup_printf(pool, " [Silent: %s]",
                                       address_to_str(pool, ncs_node_address(finding->ref))));
}

/* --- Masters --------------------------------------------------------------------- */

static void
ncs_show_change_from(finding_view_t *view, const finding_t *finding, const address *old)
{
    ncs_show_address(view, hf_ncs_previous_master, old);
    ncs_raise(view, finding, &ei_ncs_master_change,
              wmem_strdup_printf(view->w->pinfo->pool, "Master changed from %s to %s, %s",
                                 ncs_address_text(view, old),
                                 ncs_address_text(view, &view->w->pinfo->net_src),
                                 ncs_rank_text(view, finding->value)));
}

static void
ncs_show_master_change(finding_view_t *view, const finding_t *finding)
{
    ncs_show_change_from(view, finding, ncs_node_address(finding->ref));
}

static void
ncs_show_master_taken(finding_view_t *view, const finding_t *finding)
{
    uint32_t big_endian = g_htonl(finding->ref);
    address old;

    set_address(&old, AT_IPv4, 4, &big_endian);
    ncs_show_change_from(view, finding, &old);
}

/* Whichever of the two proves it, the text is one. */
static void
ncs_show_two_masters(finding_view_t *view, const finding_t *finding)
{
    ncs_show_address(view, hf_ncs_other_master, ncs_node_address(finding->ref));
    ncs_raise(view, finding, &ei_ncs_two_masters,
              wmem_strdup_printf(view->w->pinfo->pool, "Two masters: %s both broadcast",
                                 ncs_both_masters_text(view, finding)));
}

/* --- Membership --------------------------------------------------------------------- */

static void
ncs_show_incarnation_change(finding_view_t *view, const finding_t *finding)
{
    const ncs_message_t *message = (const ncs_message_t *)view->message;

    ncs_raise(view, finding, &ei_ncs_incarnation_change,
              wmem_strdup_printf(view->w->pinfo->pool,
                                 "node %s: incarnation changed from 0x%08x to 0x%08x",
                                 ncs_address_text(view, &view->w->pinfo->net_src),
                                 (uint32_t)finding->value, message->incarnation));
    finding_number(view, hf_ncs_previous_incarnation_frame, finding->ref);
}

static void
ncs_show_second_panning_id(finding_view_t *view, const finding_t *finding)
{
    const ncs_message_t *message = (const ncs_message_t *)view->message;

    ncs_raise(view, finding, &ei_ncs_second_panning_id,
              wmem_strdup_printf(view->w->pinfo->pool,
                                 "Another panning ID on this LAN: 0x%08x of node %s, besides "
                                 "0x%08x", message->panning_id,
                                 ncs_address_text(view, &view->w->pinfo->net_src),
                                 (uint32_t)finding->value));
}

static void
ncs_show_panning_change(finding_view_t *view, const finding_t *finding)
{
    ncs_raise_event(view, finding, &ei_ncs_panning_change, ncs_tell_panning_change);
}

static void
ncs_show_joining(finding_view_t *view, const finding_t *finding)
{
    ncs_raise(view, finding, &ei_ncs_joining,
              wmem_strdup_printf(view->w->pinfo->pool,
                                 "node %s has no view of the cluster yet: joining, and maybe not "
                                 "heard (a firewall that drops IP protocol 224)",
                                 ncs_address_text(view, &view->w->pinfo->net_src)));
}

static void
ncs_show_outdated_view(finding_view_t *view, const finding_t *finding)
{
    ncs_raise_event(view, finding, &ei_ncs_outdated_view, ncs_tell_outdated);
}

static void
ncs_say_duplicate(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    event_say(event, "Duplicate: the heartbeat of node %s in frame %u comes again",
              ncs_address_text(view, &view->w->pinfo->net_src), finding->ref);
}

/* --- Entry points ----------------------------------------------------------------------- */

static const finding_row_t ncs_finding_rows[NCS_FOUND_KINDS] = {
    [NCS_FOUND_INTERVAL_OF_MASTER] = { .time = &hf_ncs_interval, .show = ncs_show_interval,
                                       .is_idle = ncs_is_idle, .words = ncs_say_interval,
                                       .here = true },
    [NCS_FOUND_INTERVAL_OF_SLAVE] = { .time = &hf_ncs_interval, .show = ncs_show_interval,
                                      .is_idle = ncs_is_idle, .words = ncs_say_interval,
                                      .here = true },
    [NCS_FOUND_LOST] = { .words = ncs_say_lost, .here = true, .event = ncs_tell_lost },
    [NCS_FOUND_COPY] = { .ref = &hf_ncs_copy_of },
    [NCS_FOUND_DUPLICATE] = { .ref = &hf_ncs_duplicate_of, .number = &hf_ncs_duplicate_count,
                              .expert = &ei_ncs_duplicate, .text = ncs_say_duplicate,
                              .floods = true, .info = "Duplicate" },
    [NCS_FOUND_FIRST_HEARD] = { .event = ncs_tell_first },
    [NCS_FOUND_LEFT] = { .show = ncs_show_left, .info = "A node left", .event = ncs_tell_left },
    [NCS_FOUND_SILENT_NODE] = { .show = ncs_show_silent_node, .words = ncs_say_silent_node },
    [NCS_FOUND_SILENT_TOLD] = { .event = ncs_tell_silence },
    [NCS_FOUND_ALL_OTHERS_SILENT] = { .show = ncs_show_all_others, .info = "All others silent",
                                      .event = ncs_tell_all_others },
    [NCS_FOUND_BACK] = { .event = ncs_tell_back },
    [NCS_FOUND_SILENCE_OVER] = { .event = ncs_tell_silence_over },
    [NCS_FOUND_OTHERS_BACK] = { .event = ncs_tell_others_back },
    [NCS_FOUND_MASTER_CHANGE] = { .show = ncs_show_master_change, .info = "New master",
                                  .event = ncs_tell_master_change },
    [NCS_FOUND_MASTER_TAKEN] = { .show = ncs_show_master_taken, .info = "New master" },
    [NCS_FOUND_TWO_MASTERS] = { .show = ncs_show_two_masters, .info = "Two masters",
                                .event = ncs_tell_two_masters },
    [NCS_FOUND_ONE_MASTER] = { .event = ncs_tell_one_master },
    [NCS_FOUND_INCARNATION_CHANGE] = { .number = &hf_ncs_previous_incarnation,
                                       .show = ncs_show_incarnation_change,
                                       .info = "New incarnation",
                                       .event = ncs_tell_incarnation },
    [NCS_FOUND_MEMBERS] = { .event = ncs_tell_members },
    [NCS_FOUND_SECOND_PANNING_ID] = { .number = &hf_ncs_first_panning_id,
                                      .show = ncs_show_second_panning_id, .here = true },
    [NCS_FOUND_PANNING_CHANGE] = { .show = ncs_show_panning_change, .info = "Other panning ID",
                                   .event = ncs_tell_panning_change, .here = true },
    [NCS_FOUND_JOINING] = { .show = ncs_show_joining, .info = "Joining",
                            .event = ncs_tell_joining },
    [NCS_FOUND_OUTDATED_VIEW] = { .show = ncs_show_outdated_view, .info = "Outdated view",
                                  .event = ncs_tell_outdated },
    [NCS_FOUND_UNSEEN] = { .event = ncs_tell_unseen },
    [NCS_FOUND_SEEN_AGAIN] = { .event = ncs_tell_seen_again, .here = true },
    [NCS_FOUND_LIMIT] = { .expert = &ei_ncs_limit, .here = true },
};
G_STATIC_ASSERT(NCS_FOUND_KINDS <= FINDING_KINDS_MAX);

/* An interval that may be over a step of the clock is no silence. */
static void
ncs_drop_late(found_t *found, unsigned kind, ncs_role_t role)
{
    cadence_rules_t rules = ncs_cadence_rules(role);
    const finding_t *interval = found_get(found, kind);

    if (interval != NULL && cadence_judge(&rules, interval->value) != CADENCE_IN_TIME) {
        found_drop(found, UINT64_C(1) << kind | UINT64_C(1) << NCS_FOUND_LOST);
    }
}

/* The observer remembers what was seen before.  A frame without a time is not analyzed,
 * but a frame that a read filter rejected may have had its number. */
void
ncs_gather(const packet_info *pinfo, found_t *found)
{
    const ncs_state_t *state = ncs_state();
    observation_note_t note;

    if (state == NULL || !capture_has_time(pinfo)) {
        findings_gather(NULL, pinfo->num, found);
        return;
    }
    note = observation_note(state->observer, pinfo);
    findings_gather_sighting(state->pass.findings, ncs_finding_rows, NCS_FOUND_KINDS,
                             note.duplicate_of == 0 ? note.frame : pinfo->num, pinfo->num, found);
    if (note.is_in_doubt) {
        ncs_drop_late(found, NCS_FOUND_INTERVAL_OF_MASTER, NCS_ROLE_MASTER);
        ncs_drop_late(found, NCS_FOUND_INTERVAL_OF_SLAVE, NCS_ROLE_SLAVE);
    }
    if (note.copy_of != 0) {
        found_add(found, NCS_FOUND_COPY, note.copy_of, 0);
    }
    if (note.duplicate_of != 0) {
        found_add(found, NCS_FOUND_DUPLICATE, note.duplicate_of, note.duplicate_count);
    }
}

static void
ncs_show_master(const wire_t *w, const ncs_message_t *message)
{
    const ncs_cluster_t *cluster;
    uint32_t ipv4;

    if (!wire_is_wanted(w->tree, hf_ncs_master)) {
        return;
    }
    cluster = ncs_cluster_find(message);
    ipv4 = cluster != NULL ? ncs_master_at(cluster, message->pinfo->num) : 0;
    if (ipv4 != 0) {
        proto_item_set_generated(
            proto_tree_add_ipv4(w->tree, hf_ncs_master, w->tvb, 0, 0, g_htonl(ipv4)));
    }
}

void
ncs_show_findings(const wire_t *w, const ncs_message_t *message, const found_t *found)
{
    finding_view_t view = { .w = w, .message = message, .found = found, .hf = hf_ncs_analysis,
                            .ett = &ett_ncs_analysis, .link = ncs_link };

    ncs_show_master(w, message);
    findings_show(&view, ncs_finding_rows, NCS_FOUND_KINDS);
    events_tell(&view, ncs_finding_rows, NCS_FOUND_KINDS, ncs_event_cluster);
}

void
ncs_inform(info_t *info, const found_t *found)
{
    findings_inform(found, ncs_finding_rows, NCS_FOUND_KINDS, info);
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
            "What follows from this heartbeat and earlier ones", HFILL } },
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
            BASE_NONE, NULL, 0,
            "The heartbeat of the same node before this one", HFILL } },
        { &hf_ncs_duplicate_of,
          { "Duplicate of the heartbeat in frame", "ncs_heartbeat.analysis.duplicate_of",
            FT_FRAMENUM, BASE_NONE, NULL, 0,
            "First sighting of a heartbeat that comes again, by a loop or a storm", HFILL } },
        { &hf_ncs_duplicate_count,
          { "Copies so far", "ncs_heartbeat.analysis.duplicate_count", FT_UINT32, BASE_DEC, NULL, 0,
            "How often the heartbeat has come again, this time included", HFILL } },
        { &hf_ncs_copy_of,
          { "Also captured elsewhere in", "ncs_heartbeat.capture.copy_of", FT_FRAMENUM, BASE_NONE,
            NULL, 0, "The first sighting of the same transmission", HFILL } },
        { &hf_ncs_silent_address,
          { "Silent node", "ncs_heartbeat.silent_node.address", FT_IPv4, BASE_NONE, NULL, 0,
            "Node that the others should have heard by now", HFILL } },
        { &hf_ncs_silent_frame,
          { "Its last heartbeat in frame", "ncs_heartbeat.silent_node.last_frame", FT_FRAMENUM,
            BASE_NONE, NULL, 0,
            "The last sign of life of the node that fell silent", HFILL } },
        { &hf_ncs_previous_master,
          { "Previous master", "ncs_heartbeat.previous_master", FT_IPv4, BASE_NONE, NULL, 0,
            "Node that was the master up to this heartbeat", HFILL } },
        { &hf_ncs_other_master,
          { "Other master", "ncs_heartbeat.other_master", FT_IPv4, BASE_NONE, NULL, 0,
            "Node that takes itself for the master at the same time", HFILL } },
        { &hf_ncs_previous_incarnation,
          { "Previous incarnation", "ncs_heartbeat.analysis.previous_incarnation", FT_UINT32,
            BASE_HEX, NULL, 0, "The value in the node's previous heartbeat", HFILL } },
        { &hf_ncs_previous_incarnation_frame,
          { "Last heartbeat with it in frame",
            "ncs_heartbeat.analysis.previous_incarnation_frame", FT_FRAMENUM, BASE_NONE, NULL, 0,
            "The last heartbeat of this node with the incarnation of before", HFILL } },
        { &hf_ncs_first_panning_id,
          { "First panning ID on this LAN", "ncs_heartbeat.first_panning_id", FT_UINT32, BASE_HEX,
            NULL, 0,
            "Cluster that was seen first; this heartbeat is of another", HFILL } },
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
        { &ei_ncs_left,
          { "ncs_heartbeat.left", PI_SEQUENCE, PI_CHAT,
            "A node left: a view without it came sooner than its tolerance", EXPFILL } },
        { &ei_ncs_master_change,
          { "ncs_heartbeat.master_change", PI_SEQUENCE, PI_NOTE,
            "Another node than before broadcasts as master", EXPFILL } },
        { &ei_ncs_two_masters,
          { "ncs_heartbeat.two_masters", PI_SEQUENCE, PI_WARN,
            "Two masters: each broadcasts again behind the other", EXPFILL } },
        { &ei_ncs_incarnation_change,
          { "ncs_heartbeat.incarnation_change", PI_SEQUENCE, PI_NOTE,
            "The sender has another incarnation than before, as after a change of members",
            EXPFILL } },
        { &ei_ncs_second_panning_id,
          { "ncs_heartbeat.second_panning_id", PI_PROTOCOL, PI_CHAT,
            "Another panning ID on this LAN", EXPFILL } },
        { &ei_ncs_panning_change,
          { "ncs_heartbeat.panning_change", PI_PROTOCOL, PI_WARN,
            "An address has another panning ID than before", EXPFILL } },
        { &ei_ncs_joining,
          { "ncs_heartbeat.joining", PI_SEQUENCE, PI_NOTE,
            "A node has no view of a cluster that is there", EXPFILL } },
        { &ei_ncs_outdated_view,
          { "ncs_heartbeat.outdated_view", PI_SEQUENCE, PI_WARN,
            "A node goes on with a view that the others left", EXPFILL } },
        { &ei_ncs_limit,
          { "ncs_heartbeat.analysis.limit", PI_ASSUMPTION, PI_NOTE,
            "Too many nodes to follow: further nodes are decoded, but not analyzed", EXPFILL } },
    };
    static int *ett[] = { &ett_ncs_analysis };

    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
}
