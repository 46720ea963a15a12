/* cman-membership-info.c
 * Names of cluster port 1, and what its messages say in the Info column.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-membership.h"

const value_string cman_trans_reasons[] = {
    { 0, "NONE" },
    { CMAN_TRANS_NEWNODE, "NEWNODE" },
    { CMAN_TRANS_REMNODE, "REMNODE" },
    { CMAN_TRANS_ANOTHERREMNODE, "ANOTHERREMNODE" },
    { CMAN_TRANS_NEWMASTER, "NEWMASTER" },
    { CMAN_TRANS_CHECK, "CHECK" },
    { CMAN_TRANS_RESTART, "RESTART" },
    { CMAN_TRANS_DEADMASTER, "DEADMASTER" },
    { 0, NULL }
};

const value_string cman_leave_reasons[] = {
    { 0, "DOWN" },
    { 1, "KILLED" },
    { 2, "PANIC" },
    { 3, "REMOVED" },
    { 4, "REJECTED" },
    { 5, "INCONSISTENT" },
    { 6, "DEAD" },
    { 7, "NORESPONSE" },
    { 0, NULL }
};

const value_string cman_joinack_types[] = {
    { CMAN_JOIN_OK, "OK" },
    { CMAN_JOIN_NAK, "NAK" },
    { CMAN_JOIN_WAIT, "WAIT" },
    { 0, NULL }
};

const value_string cman_viewack_results[] = {
    { CMAN_VIEW_NAK, "NAK" },
    { CMAN_VIEW_ACK, "ACK" },
    { 0, NULL }
};

const value_string cman_reconfig_params[] = {
    { 1, "EXPECTED_VOTES" },
    { 2, "NODE_VOTES" },
    { CMAN_RECONFIG_VERSION, "CONFIG_VERSION" },
    { 0, NULL }
};

const char *
cman_trans_reason_name(uint32_t reason)
{
    return val_to_str_const(reason, cman_trans_reasons, "unknown");
}

const char *
cman_leave_reason_name(uint32_t reason)
{
    return try_val_to_str(reason, cman_leave_reasons);
}

/* --- Info ------------------------------------------------------------------ */

/* Bytes of the message, its command included, up to the end of a field. */
enum {
    ANSWER_END = 2,
    NODEDOWN_END = 8,
    RECONFIG_PARAM_END = 2,
    RECONFIG_END = 8,
    HELLO_FLAGS_END = 2,
    HELLO_MEMBERS_END = 4,
    HELLO_END = 8,
    TRANS_REASON_END = 2,
    TRANS_LEAVE_END = 3,
    TRANS_GENERATION_END = 12,
    TRANS_NODE_END = 16,
    STARTACK_END = 8,
    ENDTRANS_QUORUM_END = 8,
    ENDTRANS_VOTES_END = 12,
    ENDTRANS_GENERATION_END = 16,
};

/* A number, if the capture's snap length left it. */
static void
cman_detail(info_t *info, const cman_message_t *message, unsigned end, const char *label,
            uint32_t number)
{
    if (message->whole >= end) {
        info_number(info, label, number);
    }
}

/* The node that a message is about, which is not its sender. */
static void
cman_detail_node(info_t *info, const cman_message_t *message, unsigned end)
{
    if (message->whole >= end) {
        info_number(info, " node ", (int32_t)message->nodeid);
    } else {
        info_text(info, " node not captured");
    }
}

void
cman_hello_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    cman_detail(info, message, HELLO_END, " gen ", message->generation);
    cman_detail(info, message, HELLO_MEMBERS_END, " members ", message->members);
    if (message->hello_flags & CMAN_HELLO_QUORATE) {
        info_text(info, " QUORATE");
    }
    if (message->hello_flags & CMAN_HELLO_MASTER) {
        info_text(info, " MASTER");
    }
}

void
cman_joinreq_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    if (message->version_major != CMAN_VERSION_MAJOR && message->version_major != 0) {
        info_number(info, " version ", message->version_major);
        return;
    }
    info_wire_text(info, " ", message->name, "");
    if (message->nodeid != 0) {
        info_number(info, " ID ", (int32_t)message->nodeid);
    }
    info_wire_text(info, " cluster ", message->cluster_name, "");
    if (message->config_version != 0) {
        info_number(info, " configuration ", message->config_version);
    }
}

void
cman_kill_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    info_wire_text(info, " of ", message->victim, "");
}

void
cman_leave_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    if (message->whole < CMAN_LEAVE_END) {
        return;
    }
    info_name(info, cman_leave_reasons, message->leave & CMAN_LEAVE_REASON);
    if (message->leave & CMAN_LEAVE_FORCE) {
        info_text(info, " FORCE");
    }
}

void
cman_nodedown_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    cman_detail_node(info, message, NODEDOWN_END);
    cman_leave_detail(info, message);
}

void
cman_starttrans_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    if (message->whole < TRANS_REASON_END) {
        return;
    }
    info_name(info, cman_trans_reasons, message->trans_reason);
    info_wire_text(info, " ", message->name, "");
    if (message->whole >= TRANS_NODE_END && cman_goes_on(message)) {
        info_text(info, " goes on");
    } else {
        cman_detail_node(info, message, TRANS_NODE_END);
    }
    cman_detail(info, message, TRANS_GENERATION_END, " gen ", message->generation);
    if (message->whole < TRANS_LEAVE_END) {
        return;
    }
    if (message->trans_reason == CMAN_TRANS_REMNODE
        || message->trans_reason == CMAN_TRANS_ANOTHERREMNODE) {
        cman_leave_detail(info, message);
    }
}

void
cman_startack_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    cman_detail(info, message, STARTACK_END, " gen ", message->generation);
}

void
cman_endtrans_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    cman_detail(info, message, ENDTRANS_GENERATION_END, " gen ", message->generation);
    cman_detail(info, message, ENDTRANS_QUORUM_END, " quorum ", message->quorum);
    cman_detail(info, message, ENDTRANS_VOTES_END, " votes ", message->total_votes);
    if (message->nodeid != 0) {
        info_number(info, " new node ", (int32_t)message->nodeid);
    }
}

static void
cman_view_part(info_t *info, uint32_t flags)
{
    switch (flags & (CMAN_VIEW_FIRST | CMAN_VIEW_LAST)) {
    case 0:
        info_text(info, " middle part");
        break;
    case CMAN_VIEW_FIRST:
        info_text(info, " first part");
        break;
    case CMAN_VIEW_LAST:
        info_text(info, " last part");
        break;
    default: /* the only part */
        break;
    }
}

void
cman_view_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;
    unsigned members = 0, dead = 0;

    for (const cman_view_node_t *node = message->view_nodes; node != NULL; node = node->next) {
        members += node->state == CMAN_NODE_MEMBER;
        dead += node->state == CMAN_NODE_DEAD;
    }
    info_number(info, " members ", members);
    if (dead > 0) {
        info_number(info, " dead ", dead);
    }
    if (message->has_more_nodes) {
        info_text(info, " or more");
    }
    cman_view_part(info, message->view_flags);
}

void
cman_joinack_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    if (message->whole >= ANSWER_END) {
        info_name(info, cman_joinack_types, message->joinack);
    }
}

void
cman_viewack_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    if (message->whole >= ANSWER_END) {
        info_name(info, cman_viewack_results, message->viewack);
    }
}

void
cman_reconfig_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    if (message->whole >= RECONFIG_PARAM_END) {
        info_name(info, cman_reconfig_params, message->reconfig_param);
    }
    cman_detail(info, message, RECONFIG_END, " ", message->reconfig_value);
}
