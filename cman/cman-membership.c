/* cman-membership.c
 * Cluster port 1: membership and state transitions ("cnxman-private.h",
 * "membership.c").
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-membership.h"

#include <epan/to_str.h>

#define CLUSTER_NAME_SIZE 16
#define STARTTRANS_PADDING 2

static int hf_cman_cmd = -1;
static int hf_cman_generation = -1;
static int hf_cman_quorum = -1;
static int hf_cman_total_votes = -1;
static int hf_cman_joinreq_version_major = -1;
static int hf_cman_joinreq_version_minor = -1;
static int hf_cman_joinreq_version_patch = -1;
static int hf_cman_joinreq_config_version = -1;
static int hf_cman_joinreq_addr_len = -1;
static int hf_cman_joinreq_cluster_name = -1;
static int hf_cman_joinreq_unused = -1;
static int hf_cman_joinreq_data = -1;
static int hf_cman_joinack_type = -1;
static int hf_cman_view_flags = -1;
static int hf_cman_view_flags_first = -1;
static int hf_cman_view_flags_last = -1;
static int hf_cman_trans_reason = -1;
static int hf_cman_trans_unused = -1;
static int hf_cman_leave_code = -1;
static int hf_cman_leave_reason = -1;
static int hf_cman_leave_force = -1;
static int hf_cman_hello_flags = -1;
static int hf_cman_hello_flags_master = -1;
static int hf_cman_hello_flags_quorate = -1;
static int hf_cman_hello_members = -1;
static int hf_cman_viewack_result = -1;
static int hf_cman_startack_unused = -1;
static int hf_cman_endtrans_unused = -1;
static int hf_cman_nodedown_unused = -1;
static int hf_cman_reconfig_param = -1;
static int hf_cman_reconfig_unused = -1;
static int hf_cman_reconfig_value = -1;
static int hf_cman_newcluster_value = -1;

static int ett_cman_view_flags = -1;
static int ett_cman_leave_code = -1;
static int ett_cman_hello_flags = -1;

static expert_field ei_cman_kill = EI_INIT;
static expert_field ei_cman_nodedown = EI_INIT;
static expert_field ei_cman_leave = EI_INIT;
static expert_field ei_cman_viewack_nak = EI_INIT;
expert_field ei_cman_joinack_nak = EI_INIT;
static expert_field ei_cman_cluster_name_mismatch = EI_INIT;
static expert_field ei_cman_version_unsupported = EI_INIT;

static int *const cman_view_bits[] = { &hf_cman_view_flags_first, &hf_cman_view_flags_last, NULL };
static const wire_bits_t cman_view_flags = { &ett_cman_view_flags, cman_view_bits };

static int *const cman_leave_bits[] = { &hf_cman_leave_reason, &hf_cman_leave_force, NULL };
static const wire_bits_t cman_leave_code = { &ett_cman_leave_code, cman_leave_bits };

static int *const cman_hello_bits[] = { &hf_cman_hello_flags_master, &hf_cman_hello_flags_quorate,
                                        NULL };
static const wire_bits_t cman_hello_flags = { &ett_cman_hello_flags, cman_hello_bits };

/* --- Layouts, each after the command byte --------------------------------- */

static const wire_field_t cman_membership_head[] = {
    { .hf = &hf_cman_cmd, .kind = WIRE_LE, .size = 1, .keep = WIRE_KEEP(cman_message_t, number) },
    { .hf = NULL }
};

/* struct cl_mem_join_msg, in the parts that its reading needs */
static const wire_field_t cman_joinreq_node[] = {
    { .hf = &hf_cman_votes, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_cman_num_addrs, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(cman_message_t, num_addrs) },
    { .hf = &hf_cman_expected_votes, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_cman_nodeid, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, nodeid) },
    { .hf = NULL }
};

static const wire_field_t cman_joinreq_major[] = {
    { .hf = &hf_cman_joinreq_version_major, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, version_major) },
    { .hf = NULL }
};

static const wire_field_t cman_joinreq_minor[] = {
    { .hf = &hf_cman_joinreq_version_minor, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_cman_joinreq_version_patch, .kind = WIRE_LE, .size = 4 },
    { .hf = NULL }
};

static const wire_field_t cman_joinreq_cluster[] = {
    { .hf = &hf_cman_joinreq_config_version, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, config_version) },
    { .hf = &hf_cman_joinreq_addr_len, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, addr_len) },
    { .hf = NULL }
};

static const wire_field_t cman_view_fields[] = {
    { .hf = &hf_cman_view_flags, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, view_flags), .bits = &cman_view_flags },
    { .hf = NULL }
};

static const wire_field_t cman_leave_fields[] = {
    { .hf = &hf_cman_leave_code, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, leave), .bits = &cman_leave_code },
    { .hf = NULL }
};

static const wire_field_t cman_hello_fields[] = {
    { .hf = &hf_cman_hello_flags, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, hello_flags), .bits = &cman_hello_flags },
    { .hf = &hf_cman_hello_members, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(cman_message_t, members) },
    { .hf = &hf_cman_generation, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, generation) },
    { .hf = NULL }
};

static const wire_field_t cman_joinack_fields[] = {
    { .hf = &hf_cman_joinack_type, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, joinack) },
    { .hf = NULL }
};

/* struct cl_mem_endtrans_msg */
static const wire_field_t cman_endtrans_fields[] = {
    { .hf = &hf_cman_endtrans_unused, .kind = WIRE_BYTES, .size = 3 },
    { .hf = &hf_cman_quorum, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, quorum) },
    { .hf = &hf_cman_total_votes, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, total_votes) },
    { .hf = &hf_cman_generation, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, generation) },
    { .hf = &hf_cman_nodeid, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, nodeid) },
    { .hf = NULL }
};

/* struct cl_mem_reconfig_msg */
static const wire_field_t cman_reconfig_fields[] = {
    { .hf = &hf_cman_reconfig_param, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, reconfig_param) },
    { .hf = &hf_cman_reconfig_unused, .kind = WIRE_BYTES, .size = 2 },
    { .hf = &hf_cman_reconfig_value, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, reconfig_value) },
    { .hf = NULL }
};

/* struct cl_mem_starttrans_msg; its two bytes of padding may be the end */
static const wire_field_t cman_starttrans_fields[] = {
    { .hf = &hf_cman_trans_reason, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, trans_reason) },
    { .hf = &hf_cman_leave_code, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, leave), .bits = &cman_leave_code },
    { .hf = &hf_cman_votes, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_cman_expected_votes, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_cman_generation, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, generation) },
    { .hf = &hf_cman_nodeid, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, nodeid) },
    { .hf = &hf_cman_num_addrs, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(cman_message_t, num_addrs) },
    { .hf = NULL }
};

static const wire_field_t cman_viewack_fields[] = {
    { .hf = &hf_cman_viewack_result, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, viewack) },
    { .hf = NULL }
};

/* struct cl_mem_startack_msg.  It has a member "reason" that nobody sets. */
static const wire_field_t cman_startack_fields[] = {
    { .hf = &hf_cman_startack_unused, .kind = WIRE_BYTES, .size = 3 },
    { .hf = &hf_cman_generation, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, generation) },
    { .hf = NULL }
};

/* struct cl_mem_newcluster_msg.  Meant to be an IP address, but the sender
 * reads it from the wrong end of its sockaddr. */
static const wire_field_t cman_newcluster_fields[] = {
    { .hf = &hf_cman_newcluster_value, .kind = WIRE_LE, .size = 4 },
    { .hf = NULL }
};

/* struct cl_mem_nodedown_msg */
static const wire_field_t cman_nodedown_fields[] = {
    { .hf = &hf_cman_leave_code, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, leave), .bits = &cman_leave_code },
    { .hf = &hf_cman_nodedown_unused, .kind = WIRE_BYTES, .size = 2 },
    { .hf = &hf_cman_nodeid, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, nodeid) },
    { .hf = NULL }
};

/* --- Variable parts and expert items -------------------------------------- */

/* The cluster number is a sum over the name ("cnxman.c"), its low 16 bits. */
static bool
cman_name_has_number(const char *name, uint32_t number)
{
    uint32_t sum = 0;

    for (; *name != '\0'; name++) {
        if (!g_ascii_isprint(*name)) {
            return true; /* the sender's compiler decides whether it counts as negative */
        }
        sum = (sum << 1) + (uint8_t)*name;
    }
    return (sum & 0xffff) == number;
}

static void
cman_cluster_name(wire_t *w, cman_message_t *message)
{
    const char *name = wire_slot(w, hf_cman_joinreq_cluster_name, hf_cman_joinreq_unused,
                                 CLUSTER_NAME_SIZE);

    message->cluster_name = name;
    if (name != NULL && !cman_is_quoted(w)
        && !cman_name_has_number(name, message->cluster)) {
        expert_add_info_format(w->pinfo, w->item, &ei_cman_cluster_name_mismatch,
                               "The cluster name %s does not give the header's cluster number %u",
                               name, message->cluster);
    }
}

/* True if the message is of another version, where only the three version numbers
 * can be trusted. */
static bool
cman_joinreq_is_foreign(const wire_t *w)
{
    int offset = (int)(w->offset + wire_size(cman_joinreq_node));

    return tvb_bytes_exist(w->tvb, offset, (int)wire_size(cman_joinreq_major))
           && tvb_get_letohl(w->tvb, offset) != CMAN_VERSION_MAJOR;
}

static void
cman_foreign_joinreq(wire_t *w, cman_message_t *message)
{
    wire_sized(w, hf_cman_joinreq_data, WIRE_BYTES, wire_size(cman_joinreq_node));
    wire_fields(w, cman_joinreq_major, message);
    if (!cman_is_quoted(w)) {
        expert_add_info_format(w->pinfo, w->item, &ei_cman_version_unsupported,
                               "Only version %u of the protocol is understood, this is version %u",
                               CMAN_VERSION_MAJOR, message->version_major);
    }
    wire_fields(w, cman_joinreq_minor, message);
    wire_rest(w, hf_cman_joinreq_data);
}

static void
cman_joinreq_rest(wire_t *w, void *data)
{
    cman_message_t *message = data;

    if (cman_joinreq_is_foreign(w)) {
        cman_foreign_joinreq(w, message);
        return;
    }
    if (!wire_fields(w, cman_joinreq_node, message)
        || !wire_fields(w, cman_joinreq_major, message)
        || !wire_fields(w, cman_joinreq_minor, message)
        || !wire_fields(w, cman_joinreq_cluster, message)) {
        return;
    }
    cman_cluster_name(w, message);
    if (cman_addresses(w, message->num_addrs, message->addr_len)) {
        message->name = wire_text_to_end(w, hf_cman_node_name);
    }
}

static void
cman_starttrans_rest(wire_t *w, void *data)
{
    cman_message_t *message = data;

    wire_padding(w, hf_cman_trans_unused, STARTTRANS_PADDING);
    if (message->trans_reason == CMAN_TRANS_NEWNODE
        && cman_addresses(w, message->num_addrs, 0)) {
        message->name = wire_text_to_end(w, hf_cman_node_name);
    }
}

/* A node that is not (or no longer) a member is killed by its address alone. */
static void
cman_kill_rest(wire_t *w, void *data)
{
    cman_message_t *message = data;

    if (message->tgtid == 0) {
        message->victim = address_to_str(w->pinfo->pool, &w->pinfo->net_dst);
        cman_say(w, message, &ei_cman_kill, "node %d kills %s, which is no member",
                 (int32_t)message->srcid, message->victim);
        return;
    }
    cman_say(w, message, &ei_cman_kill, "node %d kills node %d", (int32_t)message->srcid,
             (int32_t)message->tgtid);
}

static const char *
cman_leave_text(const cman_message_t *message, const char *unknown)
{
    return val_to_str_const(message->leave & CMAN_LEAVE_REASON, cman_leave_reasons, unknown);
}

static void
cman_leave_rest(wire_t *w, void *data)
{
    cman_message_t *message = data;

    cman_say(w, message, &ei_cman_leave, "node %d leaves the cluster, reason %s",
             (int32_t)message->srcid, cman_leave_text(message, "unknown"));
}

static void
cman_nodedown_rest(wire_t *w, void *data)
{
    cman_message_t *message = data;

    cman_say(w, message, &ei_cman_nodedown, "node %d is declared %s by node %d",
             (int32_t)message->nodeid, cman_leave_text(message, "gone"), (int32_t)message->srcid);
}

static void
cman_joinack_rest(wire_t *w, void *data)
{
    cman_message_t *message = data;

    if (message->joinack == CMAN_JOIN_NAK) {
        cman_say(w, message, &ei_cman_joinack_nak, "%s is refused by node %d",
                 address_to_str(w->pinfo->pool, &w->pinfo->net_dst), (int32_t)message->srcid);
    }
}

static void
cman_viewack_rest(wire_t *w, void *data)
{
    cman_message_t *message = data;

    if (message->viewack == CMAN_VIEW_NAK) {
        cman_say(w, message, &ei_cman_viewack_nak,
                 "The view of node %d differs from that of the master, node %d",
                 (int32_t)message->srcid, (int32_t)message->tgtid);
    }
}

void
cman_membership_cut(const wire_t *w, cman_message_t *message)
{
    if (message->number == CMAN_NODEDOWN && message->whole >= CMAN_LEAVE_END) {
        cman_say(w, message, &ei_cman_nodedown, "a node (not captured) is declared %s by node %d",
                 cman_leave_text(message, "gone"), (int32_t)message->srcid);
    }
}

/* JOINREJ and TRANSITION are constants that no source file uses. */
static const wire_command_t cman_membership_commands[] = {
    { CMAN_JOINCONF, "JOINCONF", cman_view_fields, cman_view, cman_view_detail },
    { CMAN_JOINREQ, "JOINREQ", NULL, cman_joinreq_rest, cman_joinreq_detail },
    { CMAN_LEAVE, "LEAVE", cman_leave_fields, cman_leave_rest, cman_leave_detail },
    { CMAN_HELLO, "HELLO", cman_hello_fields, NULL, cman_hello_detail },
    { CMAN_KILL, "KILL", NULL, cman_kill_rest, cman_kill_detail },
    { CMAN_JOINACK, "JOINACK", cman_joinack_fields, cman_joinack_rest, cman_joinack_detail },
    { CMAN_ENDTRANS, "ENDTRANS", cman_endtrans_fields, NULL, cman_endtrans_detail },
    { CMAN_RECONFIG, "RECONFIG", cman_reconfig_fields, NULL, cman_reconfig_detail },
    { CMAN_MASTERVIEW, "MASTERVIEW", cman_view_fields, cman_view, cman_view_detail },
    { CMAN_STARTTRANS, "STARTTRANS", cman_starttrans_fields, cman_starttrans_rest,
      cman_starttrans_detail },
    { CMAN_JOINREJ, "JOINREJ", NULL, cman_opaque, NULL },
    { CMAN_VIEWACK, "VIEWACK", cman_viewack_fields, cman_viewack_rest, cman_viewack_detail },
    { CMAN_STARTACK, "STARTACK", cman_startack_fields, NULL, cman_startack_detail },
    { CMAN_TRANSITION, "TRANSITION", NULL, cman_opaque, NULL },
    { CMAN_NEWCLUSTER, "NEWCLUSTER", cman_newcluster_fields, NULL, NULL },
    { CMAN_CONFACK, "CONFACK", NULL, NULL, NULL },
    { CMAN_NOMINATE, "NOMINATE", cman_starttrans_fields, cman_starttrans_rest,
      cman_starttrans_detail },
    { CMAN_NODEDOWN, "NODEDOWN", cman_nodedown_fields, cman_nodedown_rest, cman_nodedown_detail },
    { .name = NULL }
};

static value_string cman_membership_names[array_length(cman_membership_commands)];

const cman_layer_t cman_membership = { cman_membership_head, cman_membership_commands };

/* --- Registration ----------------------------------------------------------- */

static void
cman_membership_register_fields(int proto)
{
    static hf_register_info hf[] = {
        { &hf_cman_cmd,
          { "Command", "cman.cmd", FT_UINT8, BASE_DEC, VALS(cman_membership_names), 0,
            "Membership message (port 1)", HFILL } },
        { &hf_cman_generation,
          { "Generation", "cman.generation", FT_UINT32, BASE_DEC, NULL, 0,
            "Counts the states of the cluster: each transition raises it", HFILL } },
        { &hf_cman_quorum,
          { "Quorum", "cman.quorum", FT_UINT32, BASE_DEC, NULL, 0, "Votes needed", HFILL } },
        { &hf_cman_total_votes,
          { "Total votes", "cman.total_votes", FT_UINT32, BASE_DEC, NULL, 0,
            "Sum of the votes of all nodes that are members now", HFILL } },
        { &hf_cman_joinreq_version_major,
          { "Major version", "cman.joinreq.version_major", FT_UINT32, BASE_DEC, NULL, 0,
            "Protocol version of the node that asks; it must be the cluster's", HFILL } },
        { &hf_cman_joinreq_version_minor,
          { "Minor version", "cman.joinreq.version_minor", FT_UINT32, BASE_DEC, NULL, 0,
            "Protocol version of the node that asks; it must be the cluster's", HFILL } },
        { &hf_cman_joinreq_version_patch,
          { "Patch version", "cman.joinreq.version_patch", FT_UINT32, BASE_DEC, NULL, 0,
            "Protocol version of the node that asks", HFILL } },
        { &hf_cman_joinreq_config_version,
          { "Configuration version", "cman.joinreq.config_version", FT_UINT32, BASE_DEC, NULL, 0,
            "Version of cluster.conf; must be equal on all nodes", HFILL } },
        { &hf_cman_joinreq_addr_len,
          { "Address length", "cman.joinreq.addr_len", FT_UINT32, BASE_DEC, NULL, 0,
            "Bytes of each address that follows: 16 for IPv4, 28 for IPv6", HFILL } },
        { &hf_cman_joinreq_cluster_name,
          { "Cluster name", "cman.joinreq.cluster_name", FT_STRING, BASE_NONE, NULL, 0,
            "Name in the configuration of the node that asks", HFILL } },
        { &hf_cman_joinreq_unused,
          { "Unused", "cman.joinreq.unused", FT_BYTES, BASE_NONE, NULL, 0,
            "Not set by the sender", HFILL } },
        { &hf_cman_joinreq_data,
          { "Not decoded", "cman.joinreq.data", FT_BYTES, BASE_NONE, NULL, 0,
            "What another version of the protocol has here", HFILL } },
        { &hf_cman_joinack_type,
          { "Answer", "cman.joinack.type", FT_UINT8, BASE_DEC, VALS(cman_joinack_types), 0,
            "Whether the node may join: OK, NAK, or WAIT for a transition to end", HFILL } },
        { &hf_cman_view_flags,
          { "View flags", "cman.view.flags", FT_UINT8, BASE_HEX, NULL, 0,
            "Whether the view begins and ends in this message", HFILL } },
        { &hf_cman_view_flags_first,
          { "FIRST", "cman.view.flags.first", FT_BOOLEAN, 8, TFS(&wire_set_notset),
            CMAN_VIEW_FIRST,
            "The view begins in this message; a long one is sent in parts", HFILL } },
        { &hf_cman_view_flags_last,
          { "LAST", "cman.view.flags.last", FT_BOOLEAN, 8, TFS(&wire_set_notset), CMAN_VIEW_LAST,
            "No further part of this view follows", HFILL } },
        { &hf_cman_trans_reason,
          { "Reason", "cman.trans.reason", FT_UINT8, BASE_DEC, VALS(cman_trans_reasons), 0,
            "Why the transition starts", HFILL } },
        { &hf_cman_trans_unused,
          { "Unused", "cman.trans.unused", FT_BYTES, BASE_NONE, NULL, 0,
            "Not set by the sender", HFILL } },
        { &hf_cman_leave_code,
          { "Leave code", "cman.leave.code", FT_UINT8, BASE_HEX, NULL, 0,
            "Bits that tell how the node leaves; the low ones are the reason", HFILL } },
        { &hf_cman_leave_reason,
          { "Leave reason", "cman.leave.reason", FT_UINT8, BASE_DEC, VALS(cman_leave_reasons),
            CMAN_LEAVE_REASON,
            "Why the node leaves, by its own account", HFILL } },
        { &hf_cman_leave_force,
          { "FORCE", "cman.leave.force", FT_BOOLEAN, 8, TFS(&wire_set_notset), CMAN_LEAVE_FORCE,
            "Forced on the command line", HFILL } },
        { &hf_cman_hello_flags,
          { "HELLO flags", "cman.hello.flags", FT_UINT8, BASE_HEX, NULL, 0,
            "Whether the sender has quorum, and whether it is the master of a transition",
            HFILL } },
        { &hf_cman_hello_flags_master,
          { "MASTER", "cman.hello.flags.master", FT_BOOLEAN, 8, TFS(&wire_set_notset),
            CMAN_HELLO_MASTER, "Checks whether the master of a transition is alive", HFILL } },
        { &hf_cman_hello_flags_quorate,
          { "QUORATE", "cman.hello.flags.quorate", FT_BOOLEAN, 8, TFS(&wire_set_notset),
            CMAN_HELLO_QUORATE, "The sender's cluster has quorum", HFILL } },
        { &hf_cman_hello_members,
          { "Members", "cman.hello.members", FT_UINT16, BASE_DEC, NULL, 0,
            "Members that the sender counts, itself included", HFILL } },
        { &hf_cman_viewack_result,
          { "Result", "cman.viewack.result", FT_UINT8, BASE_DEC, VALS(cman_viewack_results), 0,
            "Whether the sender has the same view", HFILL } },
        { &hf_cman_startack_unused,
          { "Unused", "cman.startack.unused", FT_BYTES, BASE_NONE, NULL, 0,
            "Not set by the sender", HFILL } },
        { &hf_cman_endtrans_unused,
          { "Unused", "cman.endtrans.unused", FT_BYTES, BASE_NONE, NULL, 0,
            "Not set by the sender", HFILL } },
        { &hf_cman_nodedown_unused,
          { "Unused", "cman.nodedown.unused", FT_BYTES, BASE_NONE, NULL, 0,
            "Not set by the sender", HFILL } },
        { &hf_cman_reconfig_param,
          { "Parameter", "cman.reconfig.param", FT_UINT8, BASE_DEC, VALS(cman_reconfig_params), 0,
            "What is to change in the running cluster", HFILL } },
        { &hf_cman_reconfig_unused,
          { "Unused", "cman.reconfig.unused", FT_BYTES, BASE_NONE, NULL, 0,
            "Not set by the sender", HFILL } },
        { &hf_cman_reconfig_value,
          { "Value", "cman.reconfig.value", FT_UINT32, BASE_DEC, NULL, 0,
            "New value of the parameter", HFILL } },
        { &hf_cman_newcluster_value,
          { "Tie-breaker", "cman.newcluster.value", FT_UINT32, BASE_HEX, NULL, 0,
            "Opaque: meant to be the sender's IP address, but it is not", HFILL } },
    };

    proto_register_field_array(proto, hf, array_length(hf));
}

void
cman_membership_register(int proto)
{
    static int *ett[] = { &ett_cman_view_flags, &ett_cman_leave_code, &ett_cman_hello_flags };
    static ei_register_info ei[] = {
        { &ei_cman_kill,
          { "cman.kill", PI_SEQUENCE, PI_WARN, "A node kills another node", EXPFILL } },
        { &ei_cman_nodedown,
          { "cman.nodedown", PI_SEQUENCE, PI_WARN, "A node is down", EXPFILL } },
        { &ei_cman_leave,
          { "cman.leave", PI_SEQUENCE, PI_NOTE, "A node leaves the cluster", EXPFILL } },
        { &ei_cman_viewack_nak,
          { "cman.viewack_nak", PI_RESPONSE_CODE, PI_WARN,
            "The sender's view of the cluster differs from the master's", EXPFILL } },
        { &ei_cman_joinack_nak,
          { "cman.joinack_nak", PI_RESPONSE_CODE, PI_WARN, "The node may not join", EXPFILL } },
        { &ei_cman_cluster_name_mismatch,
          { "cman.cluster_name_mismatch", PI_PROTOCOL, PI_NOTE,
            "The cluster name does not give the header's cluster number", EXPFILL } },
        { &ei_cman_version_unsupported,
          { "cman.version_unsupported", PI_UNDECODED, PI_WARN,
            "Another version of the protocol", EXPFILL } },
    };

    wire_command_names(cman_membership_names, cman_membership_commands);
    cman_membership_register_fields(proto);
    proto_register_subtree_array(ett, array_length(ett));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
}
