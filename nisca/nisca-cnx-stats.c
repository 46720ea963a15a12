/* nisca-cnx-stats.c
 * Tables of transitions and of locks.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx-analysis.h"
#include "nisca-stats.h"

#include "capture_point.h"
#include "stat_rows.h"

#include <epan/tap.h>

static int nisca_cnx_tap_id = -1;

void
nisca_cnx_tap(packet_info *pinfo, const nisca_message_t *m, const found_t *found)
{
    nisca_cnx_tap_t *tap;

    if (found->kinds == 0 || !have_tap_listener(nisca_cnx_tap_id)) {
        return;
    }
    tap = wmem_new(pinfo->pool, nisca_cnx_tap_t);
    *tap = (nisca_cnx_tap_t){ .message = *m, .found = *found };
    tap_queue_packet(nisca_cnx_tap_id, pinfo, tap);
}

/* --- nisca,transitions ----------------------------------------------------------- */

enum {
    TRANSITION_NUMBER,
    TRANSITION_KIND,
    TRANSITION_CHANGE,
    TRANSITION_OUTCOME,
    TRANSITION_COORDINATOR,
    TRANSITION_FRAME,
    TRANSITION_START,
    TRANSITION_ACCEPTED,
    TRANSITION_COMMITTED,
    TRANSITION_STEPS,
    TRANSITION_DURATION,
    TRANSITION_MEMBERS,
    TRANSITION_QUORUM,
    TRANSITION_GROUP,
    TRANSITION_COLUMNS
};

static stat_tap_table_item nisca_transition_columns[TRANSITION_COLUMNS] = {
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Number", "%6u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Kind", "%-8s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Joined or removed", "%-24s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Outcome", "%-29s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Coordinator", "%-11s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Proposed in", "%11s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Proposed at", "%-18s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Accepted", "%8s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Committed after (s)", "%19s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Steps", "%5u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Duration (s)", "%14s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Members", "%10s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Quorum", "%10s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Group", "%5s" },
};

static const char *
nisca_cnx_kind(uint32_t code)
{
    static const value_string kinds[] = {
        { NISCA_TRANSITION_FORM, "FORM" },
        { NISCA_TRANSITION_JOIN, "JOIN" },
        { NISCA_TRANSITION_RECONFIG, "RECONFIG" },
        { NISCA_TRANSITION_QUORUM, "QUORUM" },
        { 0, NULL }
    };

    return val_to_str_const(code, kinds, "-");
}

/* That a transition has no more steps is told by nothing but the next one, or
 * by time. */
static const char *
nisca_cnx_outcome(packet_info *pinfo, const nisca_cnx_transition_t *transition)
{
    if (transition->commit_frame == 0 && transition->step == 0 && transition->ready == 0) {
        return transition->proposal_frame != 0 ? "not committed in this capture"
                                               : "not proposed in this capture";
    }
    if (!transition->hears_coordinator) {
        return "coordinator not captured";
    }
    if (transition->is_broken_off || transition->ready > transition->step) {
        return wmem_strdup_printf(pinfo->pool, "%s in step %u",
                                  transition->is_broken_off ? "broken off" : "waits",
                                  transition->ready);
    }
    return transition->proposal_frame != 0 ? "committed" : "committed, proposal not seen";
}

/* Answers that the capture cannot have are not missing; nothing is committed without all
 * of them. */
static const char *
nisca_cnx_acceptance(packet_info *pinfo, const nisca_cnx_transition_t *transition)
{
    bool lacks_answers = transition->unheard > 0
                         || (transition->commit_frame != 0
                             && transition->accepted < transition->asked);

    if (transition->asked == 0 || (transition->accepted == 0 && lacks_answers)) {
        return "-";
    }
    return wmem_strdup_printf(pinfo->pool, "%s%u of %u", lacks_answers ? ">= " : "",
                              transition->accepted, transition->asked);
}

static void
nisca_cnx_fill_numbers(const stat_row_t *row, packet_info *pinfo,
                       const nisca_cnx_transition_t *transition)
{
    if (transition->has_proposal) {
        stat_row_number(row, TRANSITION_MEMBERS, transition->members);
        stat_row_number(row, TRANSITION_QUORUM, transition->quorum);
    }
    stat_row_text(row, TRANSITION_ACCEPTED, nisca_cnx_acceptance(pinfo, transition));
}

static void
nisca_cnx_fill_times(const stat_row_t *row, const nisca_cnx_transition_t *transition)
{
    if (transition->proposal_frame == 0) {
        return;
    }
    stat_row_number(row, TRANSITION_FRAME, transition->proposal_frame);
    stat_row_moment(row, TRANSITION_START, transition->proposed);
    if (transition->commit_frame != 0) {
        stat_row_seconds(row, TRANSITION_COMMITTED, transition->committed - transition->proposed);
    }
    if (transition->last_frame != 0) {
        stat_row_seconds(row, TRANSITION_DURATION, transition->last - transition->proposed);
    }
}

static stat_rows_t nisca_transitions;

static void
nisca_transitions_fill(packet_info *pinfo, const nisca_cnx_transition_t *transition)
{
    stat_row_t row = stat_rows_get(&nisca_transitions, transition->idx);

    nisca_row_group(&row, TRANSITION_GROUP, pinfo, transition->seen, transition->group);
    stat_row_count(&row, TRANSITION_NUMBER, transition->number);
    stat_row_text(&row, TRANSITION_KIND, nisca_cnx_kind(transition->code));
    stat_row_text(&row, TRANSITION_COORDINATOR, transition->coordinator_name);
    if (transition->change != NULL) {
        stat_row_text(&row, TRANSITION_CHANGE, transition->change);
    }
    stat_row_count(&row, TRANSITION_STEPS, transition->step);
    nisca_cnx_fill_numbers(&row, pinfo, transition);
    nisca_cnx_fill_times(&row, transition);
    stat_row_text(&row, TRANSITION_OUTCOME, nisca_cnx_outcome(pinfo, transition));
}

/* The one that it broke off learns of that here. */
static tap_packet_status
nisca_transitions_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_,
                         const void *data, tap_flags_t flags _U_)
{
    const nisca_cnx_tap_t *tap = data;
    const finding_t *finding = found_get(&tap->found, NISCA_CNX_FOUND_TRANSITION);
    const nisca_cnx_transition_t *transition =
        finding != NULL ? nisca_cnx_transition(finding->ref) : NULL;

    if (transition == NULL) {
        return TAP_PACKET_DONT_REDRAW;
    }
    if (transition->before != NULL) {
        nisca_transitions_fill(pinfo, transition->before);
    }
    nisca_transitions_fill(pinfo, transition);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t nisca_transitions = {
    .title = "NISCA transitions",
    .name = "nisca,transitions",
    .tap = "nisca_cnx",
    .packet = nisca_transitions_packet,
    .columns = nisca_transition_columns,
    .column_count = TRANSITION_COLUMNS,
};

/* --- nisca,locks ------------------------------------------------------------------ */

enum {
    LOCK_RESOURCE,
    LOCK_MASTER,
    LOCK_REQUESTS,
    LOCK_LOOKUPS,
    LOCK_REBUILDS,
    LOCK_REMOVALS,
    LOCK_ANSWERS,
    LOCK_GRANTED,
    LOCK_OTHER_MASTER,
    LOCK_BECOMES_MASTER,
    LOCK_MIN,
    LOCK_AVG,
    LOCK_MAX,
    LOCK_GROUP,
    LOCK_COLUMNS
};

static stat_tap_table_item nisca_lock_columns[LOCK_COLUMNS] = {
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Resource", "%-31s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_LEFT, "Master (CSID)", "%-13s" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Requests", "%8u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Look-ups", "%8u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Rebuilds", "%8u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Removals", "%8u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Answers", "%7u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Granted", "%7u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Other master", "%12u" },
    { TABLE_ITEM_UINT, TAP_ALIGN_RIGHT, "Requester master", "%16u" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Min answer (s)", "%14s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Avg answer (s)", "%14s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Max answer (s)", "%14s" },
    { TABLE_ITEM_STRING, TAP_ALIGN_RIGHT, "Group", "%5s" },
};

static void
nisca_locks_count_request(const stat_row_t *row, const nisca_cnx_t *cnx)
{
    stat_row_add(row, LOCK_REQUESTS, cnx->function == NISCA_LCK_REQUEST);
    stat_row_add(row, LOCK_LOOKUPS, cnx->function == NISCA_LCK_LOOKUP);
    stat_row_add(row, LOCK_REBUILDS, cnx->function == NISCA_LCK_REBUILD);
    stat_row_add(row, LOCK_REMOVALS, cnx->function == NISCA_LCK_REMOVE);
}

static void
nisca_locks_count_answer(const stat_row_t *row, packet_info *pinfo, const nisca_cnx_tap_t *tap)
{
    const nisca_cnx_t *cnx = tap->message.cnx;
    const finding_t *answer = found_get(&tap->found, NISCA_CNX_FOUND_ANSWER);

    stat_row_add(row, LOCK_ANSWERS, 1);
    if (cnx->has_outcome) {
        stat_row_add(row, LOCK_GRANTED, cnx->outcome == NISCA_LCK_GRANTED);
        stat_row_add(row, LOCK_OTHER_MASTER, cnx->outcome == NISCA_LCK_OTHER_MASTER);
        stat_row_add(row, LOCK_BECOMES_MASTER, cnx->outcome == NISCA_LCK_BECOMES_MASTER);
    }
    if (cnx->has_outcome && cnx->outcome == NISCA_LCK_OTHER_MASTER) {
        stat_row_text(row, LOCK_MASTER,
                      wmem_strdup_printf(pinfo->pool, "%08x", cnx->master));
    }
    if (answer != NULL) {
        stat_times_add(row->data, answer->value);
    }
}

static stat_rows_t nisca_locks;

static tap_packet_status
nisca_locks_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                   tap_flags_t flags _U_)
{
    const nisca_cnx_tap_t *tap = data;
    const finding_t *finding = found_get(&tap->found, NISCA_CNX_FOUND_RESOURCE);
    const nisca_cnx_resource_t *resource =
        finding != NULL ? nisca_cnx_resource_at((uint32_t)finding->value) : NULL;
    stat_row_t row;

    if (resource == NULL || tap->message.cnx == NULL) {
        return TAP_PACKET_DONT_REDRAW;
    }
    row = stat_rows_get(&nisca_locks, (uint64_t)finding->value);
    nisca_row_group(&row, LOCK_GROUP, pinfo, resource->seen, resource->group);
    if (row.is_new) {
        stat_row_text(&row, LOCK_RESOURCE, resource->name);
    }
    if (tap->message.cnx->is_answer) {
        nisca_locks_count_answer(&row, pinfo, tap);
    } else {
        nisca_locks_count_request(&row, tap->message.cnx);
    }
    stat_row_times(&row, row.data, LOCK_MIN);
    return TAP_PACKET_REDRAW;
}

static stat_rows_t nisca_locks = {
    .title = "NISCA locks",
    .name = "nisca,locks",
    .tap = "nisca_cnx",
    .packet = nisca_locks_packet,
    .columns = nisca_lock_columns,
    .column_count = LOCK_COLUMNS,
    .data_size = sizeof(stat_times_t),
};

void
nisca_cnx_stats_register(void)
{
    nisca_cnx_tap_id = register_tap("nisca_cnx");
    stat_rows_register(&nisca_transitions);
    stat_rows_register(&nisca_locks);
}
