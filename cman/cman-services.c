/* cman-services.c
 * Cluster port 2: the service manager, which starts and stops fence domain,
 * DLM, GFS and user services on all their members ("sm_internal.h",
 * "sm_message.c").
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman.h"

static int hf_cman_sm_type = -1;
static int hf_cman_sm_status = -1;
static int hf_cman_sm_sevent_id = -1;
static int hf_cman_sm_sgid = -1;
static int hf_cman_sm_sgid_level = -1;
static int hf_cman_sm_lastid = -1;
static int hf_cman_sm_level = -1;
static int hf_cman_sm_length = -1;
static int hf_cman_sm_name = -1;
static int hf_cman_sm_member_count = -1;
static int hf_cman_sm_unused = -1;

static int ett_cman_sm_sgid = -1;

static const value_string cman_sm_status_names[] = {
    { 0, "NONE" },
    { 1, "POS" },
    { 2, "NEG" },
    { 3, "WAIT" },
    { 0, NULL }
};

static const value_string cman_sm_level_names[] = {
    { 0, "FENCE" },
    { 1, "DLM" },
    { 2, "GFS" },
    { 3, "USER" },
    { 0, NULL }
};

/* The service level in a global id. */
#define SGID_LEVEL_SHIFT 24

/* --- Layouts: struct sm_msg ------------------------------------------------- */

static const wire_field_t cman_services_head[] = {
    { .hf = &hf_cman_sm_type, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, number) },
    { .hf = NULL }
};

static const wire_field_t cman_sm_fields[] = {
    { .hf = &hf_cman_sm_status, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, sm_status) },
    { .hf = &hf_cman_sm_sevent_id, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(cman_message_t, sevent_id) },
    { .hf = &hf_cman_sm_sgid, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, sgid) },
    { .hf = NULL }
};

static const wire_field_t cman_sm_group_fields[] = {
    { .hf = &hf_cman_sm_lastid, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_cman_sm_level, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(cman_message_t, sm_level) },
    { .hf = &hf_cman_sm_length, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(cman_message_t, sm_length) },
    { .hf = NULL }
};

/* Replies other than JOIN_REP set only the first three members. */
static const wire_field_t cman_sm_reply_fields[] = {
    { .hf = &hf_cman_sm_status, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_message_t, sm_status) },
    { .hf = &hf_cman_sm_sevent_id, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(cman_message_t, sevent_id) },
    { .hf = &hf_cman_sm_unused, .kind = WIRE_BYTES, .size = 12 },
    { .hf = NULL }
};

/* The one big-endian number of the service manager. */
static const wire_field_t cman_sm_count_fields[] = {
    { .hf = &hf_cman_sm_member_count, .kind = WIRE_BE, .size = 4,
      .keep = WIRE_KEEP(cman_message_t, member_count) },
    { .hf = NULL }
};

/* --- Variable parts ---------------------------------------------------------- */

static void
cman_sm_group(wire_t *w, void *data)
{
    cman_message_t *message = data;
    proto_tree *sgid = proto_item_add_subtree(w->item, ett_cman_sm_sgid);

    /* The cursor is behind the global id, whose last byte is its top one. */
    proto_tree_add_item(sgid, hf_cman_sm_sgid_level, w->tvb, w->offset - 1, 1, ENC_NA);
    wire_fields(w, cman_sm_group_fields, message);
}

static void
cman_sm_join(wire_t *w, void *data)
{
    cman_message_t *message = data;

    cman_sm_group(w, message);
    if (message->sm_length > 0) {
        message->name = wire_peek_text(w, WIRE_TEXT, message->sm_length);
        wire_sized(w, hf_cman_sm_name, WIRE_TEXT, message->sm_length);
    }
}

static void
cman_sm_stop(wire_t *w, void *data)
{
    cman_message_t *message = data;

    cman_sm_group(w, message);
    wire_fields(w, cman_sm_count_fields, message);
}

/* --- Info --------------------------------------------------------------------- */

static void
cman_sm_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    if (message->sm_status != 0) {
        info_name(info, cman_sm_status_names, message->sm_status);
    }
    if (message->sgid != 0) {
        info_name(info, cman_sm_level_names, message->sgid >> SGID_LEVEL_SHIFT);
        info_number(info, " group ", message->sgid);
    }
    if (message->sevent_id != 0) {
        info_number(info, " event ", message->sevent_id);
    }
    if (message->member_count != 0) {
        info_number(info, " members ", message->member_count);
    }
}

static void
cman_sm_join_detail(info_t *info, const void *data)
{
    const cman_message_t *message = data;

    if (message->name != NULL) {
        info_name(info, cman_sm_level_names, message->sm_level);
        info_wire_text(info, " ", message->name, "");
    }
    cman_sm_detail(info, message);
}

static const wire_command_t cman_services_commands[] = {
    { CMAN_SM_JOIN_REQ, "JOIN_REQ", cman_sm_fields, cman_sm_join, cman_sm_join_detail },
    { CMAN_SM_JOIN_REP, "JOIN_REP", cman_sm_fields, cman_sm_group, cman_sm_detail },
    { CMAN_SM_JSTOP_REQ, "JSTOP_REQ", cman_sm_fields, cman_sm_stop, cman_sm_detail },
    { CMAN_SM_JSTOP_REP, "JSTOP_REP", cman_sm_reply_fields, NULL, cman_sm_detail },
    { CMAN_SM_JSTART_CMD, "JSTART_CMD", cman_sm_fields, cman_sm_group, cman_sm_detail },
    { CMAN_SM_LEAVE_REQ, "LEAVE_REQ", cman_sm_fields, cman_sm_group, cman_sm_detail },
    { CMAN_SM_LEAVE_REP, "LEAVE_REP", cman_sm_reply_fields, NULL, cman_sm_detail },
    { CMAN_SM_LSTOP_REQ, "LSTOP_REQ", cman_sm_fields, cman_sm_group, cman_sm_detail },
    { CMAN_SM_LSTOP_REP, "LSTOP_REP", cman_sm_reply_fields, NULL, cman_sm_detail },
    { CMAN_SM_LSTART_CMD, "LSTART_CMD", cman_sm_fields, cman_sm_group, cman_sm_detail },
    { CMAN_SM_LSTART_DONE, "LSTART_DONE", cman_sm_reply_fields, NULL, cman_sm_detail },
    { CMAN_SM_RECOVER, "RECOVER", cman_sm_fields, cman_sm_group, cman_sm_detail },
    { .name = NULL }
};

static value_string cman_services_names[array_length(cman_services_commands)];

const cman_layer_t cman_services = { cman_services_head, cman_services_commands };

void
cman_services_register(int proto)
{
    static hf_register_info hf[] = {
        { &hf_cman_sm_type,
          { "Type", "cman.sm.type", FT_UINT8, BASE_DEC, VALS(cman_services_names), 0,
            "Message of the service manager (port 2)", HFILL } },
        { &hf_cman_sm_status,
          { "Status", "cman.sm.status", FT_UINT8, BASE_DEC, VALS(cman_sm_status_names), 0,
            "0 in requests and commands", HFILL } },
        { &hf_cman_sm_sevent_id,
          { "Event ID", "cman.sm.sevent_id", FT_UINT16, BASE_DEC, NULL, 0,
            "Chosen by the requester, repeated in the replies", HFILL } },
        { &hf_cman_sm_sgid,
          { "Global ID", "cman.sm.sgid", FT_UINT32, BASE_HEX, NULL, 0,
            "Of the service group; 0 while it is not known", HFILL } },
        { &hf_cman_sm_sgid_level,
          { "Service level", "cman.sm.sgid.level", FT_UINT8, BASE_DEC, VALS(cman_sm_level_names),
            0, "Top byte of the global ID", HFILL } },
        { &hf_cman_sm_lastid,
          { "Last global ID", "cman.sm.lastid", FT_UINT32, BASE_HEX, NULL, 0,
            "Highest ID known to the sender; set in JOIN_REP only", HFILL } },
        { &hf_cman_sm_level,
          { "Level", "cman.sm.level", FT_UINT16, BASE_DEC, VALS(cman_sm_level_names), 0,
            "Layer of the service manager: fence domain, DLM, GFS", HFILL } },
        { &hf_cman_sm_length,
          { "Length", "cman.sm.length", FT_UINT16, BASE_DEC, NULL, 0, "Of what follows", HFILL } },
        { &hf_cman_sm_name,
          { "Group name", "cman.sm.name", FT_STRING, BASE_NONE, NULL, 0,
            "Name of the service group, as cman_tool services shows it", HFILL } },
        { &hf_cman_sm_member_count,
          { "Members", "cman.sm.member_count", FT_UINT32, BASE_DEC, NULL, 0,
            "Of the group, the joining node included", HFILL } },
        { &hf_cman_sm_unused,
          { "Unused", "cman.sm.unused", FT_BYTES, BASE_NONE, NULL, 0, "Not set by the sender",
            HFILL } },
    };
    static int *ett[] = { &ett_cman_sm_sgid };

    wire_command_names(cman_services_names, cman_services_commands);
    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
}
