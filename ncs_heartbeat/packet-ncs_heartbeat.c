/* packet-ncs_heartbeat.c
 * Heartbeats of Novell Cluster Services (NetWare, later OES), IP protocol 224.
 *
 *     0        4           8            12
 *     | upper  | panning   | incarnation | undocumented ...
 *     | proto  | id        |             |
 *
 * All three numbers are big-endian.  The panning id is documented by Novell's
 * TID 3075104, the incarnation by Wireshark's built-in "ncs" dissector, which
 * a Novell employee wrote; the upper protocol number is inferred from the
 * protocol's ancestor (see ncs-inferred.c).
 *
 * Wireshark's built-in dissector has the same IP protocol number.  This one
 * takes it over and adds the built-in's fields as hidden items, so that saved
 * filters keep matching; Decode As brings the built-in back.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cluster.h"
#include "generated.h"
#include "info.h"
#include "log_words.h"
#include "ncs-analysis.h"
#include "ncs-ending.h"
#include "ncs-findings.h"
#include "ncs-tap.h"

#include <epan/dissectors/packet-ip.h>

void proto_register_ncs_heartbeat(void);
void proto_reg_handoff_ncs_heartbeat(void);

#define IP_PROTO_NCS_HEARTBEAT 224

static int proto_ncs_heartbeat = -1;

static int hf_ncs_upper_protocol = -1;
static int hf_ncs_panning_id = -1;
static int hf_ncs_directory_id = -1;
static int hf_ncs_incarnation = -1;
static int hf_ncs_data = -1;
static int hf_ncs_node = -1;
static int hf_ncs_role = -1;
static int hf_ncs_version_hint = -1;

static int ett_ncs_heartbeat = -1;

static expert_field ei_ncs_short_payload = EI_INIT;
static expert_field ei_ncs_unexpected_panning_id = EI_INIT;

static dissector_handle_t ncs_heartbeat_handle;

/* The built-in dissector's protocol and fields; -1 where it is missing. */
static int builtin_proto = -1;
static int builtin_panning_id = -1;
static int builtin_incarnation = -1;

static const value_string ncs_roles[] = {
    { NCS_ROLE_MASTER, "master" },
    { NCS_ROLE_SLAVE, "slave" },
    { 0, NULL }
};

static const wire_field_t ncs_panning_fields[] = {
    { .hf = &hf_ncs_upper_protocol, .kind = WIRE_BE, .size = 4,
      .keep = WIRE_KEEP(ncs_message_t, upper_protocol) },
    { .hf = &hf_ncs_panning_id, .kind = WIRE_BE, .size = 4,
      .keep = WIRE_KEEP(ncs_message_t, panning_id) },
    { .hf = &hf_ncs_incarnation, .kind = WIRE_BE, .size = 4,
      .keep = WIRE_KEEP(ncs_message_t, incarnation) },
    { .hf = NULL }
};

/* Items of the built-in dissector, so that `ncs.pan_id == ...` still works. A
 * protocol is wanted if any of its fields is. */
static void
ncs_add_builtin_items(const ncs_message_t *message, proto_tree *tree)
{
    if (builtin_proto <= 0 || !proto_field_is_referenced(tree, builtin_proto)) {
        return;
    }
    proto_item_set_hidden(
        proto_tree_add_item(tree, builtin_proto, message->tvb, 0, -1, ENC_NA));
    if (builtin_panning_id > 0 && ncs_has_panning_id(message)) {
        proto_item_set_hidden(proto_tree_add_item(tree, builtin_panning_id, message->tvb, 4, 4,
                                                  ENC_BIG_ENDIAN));
    }
    if (builtin_incarnation > 0 && ncs_has_incarnation(message)) {
        proto_item_set_hidden(proto_tree_add_item(tree, builtin_incarnation, message->tvb, 8, 4,
                                                  ENC_BIG_ENDIAN));
    }
}

/* The directory stores a signed decimal that is one less than the number on
 * the wire (TID 3075104). */
static void
ncs_add_directory_id(const wire_t *w, const ncs_message_t *message)
{
    bool unexpected = ncs_is_unexpected(message->panning_id);
    proto_item *item;

    if (!ncs_has_panning_id(message)
        || (!unexpected && !wire_is_wanted(w->tree, hf_ncs_directory_id))) {
        return;
    }
    item = proto_tree_add_int(w->tree, hf_ncs_directory_id, w->tvb, 4, 4,
                              (int32_t)(message->panning_id - 1));
    proto_item_set_generated(item);
    if (unexpected) {
        expert_add_info(w->pinfo, item, &ei_ncs_unexpected_panning_id);
    }
}

/* Nodes of NCS have no name and no number on the wire that is documented: the
 * tables and the timeline call them by their addresses. */
static void
ncs_add_node(const wire_t *w)
{
    const address *node = &w->pinfo->net_src;
    uint32_t ipv4;

    if (node->type != AT_IPv4 || !wire_is_wanted(w->tree, hf_ncs_node)) {
        return;
    }
    memcpy(&ipv4, node->data, sizeof ipv4);
    proto_item_set_generated(proto_tree_add_ipv4(w->tree, hf_ncs_node, w->tvb, 0, 0, ipv4));
}

/* What a single frame implies without being on the wire. */
static void
ncs_add_derived_items(const wire_t *w, const ncs_message_t *message)
{
    const char *hint = ncs_version_hint(w->pinfo);
    proto_item *item;

    ncs_add_directory_id(w, message);
    ncs_add_node(w);
    generated_number(w->tree, w->tvb, hf_ncs_role, message->role);
    if (hint != NULL) {
        item = proto_tree_add_string(w->tree, hf_ncs_version_hint, w->tvb, 0, 0, hint);
        proto_item_set_generated(item);
    }
}

static void
ncs_set_info(const wire_t *w, const ncs_message_t *message, const found_t *found)
{
    info_t info;

    info_begin(&info, message->pinfo);
    info_text(&info, "Heartbeat");
    ncs_inform(&info, found);
    info_text(&info, message->role == NCS_ROLE_MASTER ? " master" : " slave");
    if (ncs_has_incarnation(message)) {
        info_hex(&info, ", panning ID ", message->panning_id);
        info_hex(&info, ", incarnation ", message->incarnation);
    } else {
        info_number(&info, ", ", message->length);
        info_text(&info, " bytes of payload");
    }
    info_end(&info, w->tree);
}

/* Datagrams that an error message quotes were not sent now, and only the first
 * heartbeat of a frame (tunnels) is followed. */
static bool
ncs_is_followed(const packet_info *pinfo)
{
    return !pinfo->flags.in_error_pkt && pinfo->curr_proto_layer_num == 1;
}

/* Analyze the message on the first pass, show what was found, tell the
 * statistics. */
static void
ncs_follow(const wire_t *w, const ncs_message_t *message, found_t *found)
{
    if (ncs_preferences.analysis) {
        if (first_pass_is_due(w->pinfo)) {
            ncs_analyse(message);
        }
        ncs_gather(w->pinfo, found);
        ncs_show_findings(w, message, found);
    }
    cluster_show(w->tvb, w->pinfo, w->tree);
    ncs_tap_queue(w, message, found);
}

static int
dissect_ncs_heartbeat(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, void *data)
{
    proto_item *item = proto_tree_add_item(tree, proto_ncs_heartbeat, tvb, 0, -1, ENC_NA);
    const ws_ip4 *ip = WS_IP4_PTR(data);
    ncs_message_t message = {
        .tvb = tvb,
        .pinfo = pinfo,
        .length = tvb_reported_length(tvb),
        .captured = tvb_captured_length(tvb),
        .ip_id = ip != NULL ? ip->ip_id : 0,
        .role = ncs_role_of(pinfo),
    };
    found_t found;
    wire_t w;

    col_set_str(pinfo->cinfo, COL_PROTOCOL, "NCS-HB");
    ncs_add_builtin_items(&message, tree);
    wire_begin(&w, tvb, pinfo, proto_item_add_subtree(item, ett_ncs_heartbeat), 0,
               message.length);
    wire_fields(&w, ncs_panning_fields, &message);
    wire_rest(&w, hf_ncs_data);
    ncs_inferred_show(&message, w.tree);
    ncs_add_derived_items(&w, &message);
    findings_gather(NULL, pinfo->num, &found);
    if (ncs_is_followed(pinfo)) {
        ncs_follow(&w, &message, &found);
    }
    ncs_set_info(&w, &message, &found);
    wire_end(&w, &ei_ncs_short_payload);
    return (int)message.length;
}

/* --- Registration ---------------------------------------------------------------- */

static log_words_t ncs_log_words = { .mark = "CLUSTER" };

void
proto_register_ncs_heartbeat(void)
{
    static hf_register_info hf[] = {
        { &hf_ncs_upper_protocol,
          { "Upper protocol number (inferred)", "ncs_heartbeat.upper_protocol", FT_UINT32, BASE_DEC,
            NULL, 0, "Not vendor documented; the protocol's ancestor has this number here",
            HFILL } },
        { &hf_ncs_panning_id,
          { "Panning ID", "ncs_heartbeat.panning_id", FT_UINT32, BASE_HEX, NULL, 0,
            "Number of the cluster; normally the same in every packet of one cluster", HFILL } },
        { &hf_ncs_directory_id,
          { "Panning ID as stored in the directory", "ncs_heartbeat.directory_id", FT_INT32,
            BASE_DEC, NULL, 0, "The number on the wire minus one, signed (TID 3075104)", HFILL } },
        { &hf_ncs_incarnation,
          { "Incarnation", "ncs_heartbeat.incarnation", FT_UINT32, BASE_HEX, NULL, 0,
            "Most likely the number of the current membership view", HFILL } },
        { &hf_ncs_data,
          { "Undocumented data", "ncs_heartbeat.data", FT_BYTES, BASE_NONE, NULL, 0,
            "Bytes behind the documented header", HFILL } },
        { &hf_ncs_node,
          { "Node", "ncs_heartbeat.node", FT_IPv4, BASE_NONE, NULL, 0,
            "The sender's address, by which the tables and the timeline call the node", HFILL } },
        { &hf_ncs_role,
          { "Role", "ncs_heartbeat.role", FT_UINT8, BASE_DEC, VALS(ncs_roles), 0,
            "By the destination: the master sends to all nodes, slaves to the master", HFILL } },
        { &hf_ncs_version_hint,
          { "Version hint", "ncs_heartbeat.version_hint", FT_STRING, BASE_NONE, NULL, 0,
            "By the destination address; later products are not documented", HFILL } },
    };
    static ei_register_info ei[] = {
        { &ei_ncs_short_payload,
          { "ncs_heartbeat.short_payload", PI_PROTOCOL, PI_NOTE,
            "The payload is shorter than a panning header", EXPFILL } },
        { &ei_ncs_unexpected_panning_id,
          { "ncs_heartbeat.unexpected_panning_id", PI_PROTOCOL, PI_WARN,
            "The panning ID is not the expected one", EXPFILL } },
    };
    static int *ett[] = { &ett_ncs_heartbeat };

    proto_ncs_heartbeat = proto_register_protocol("Novell Cluster Services Heartbeat (plugin)",
                                                  "NCS-HB", "ncs_heartbeat");
    proto_register_field_array(proto_ncs_heartbeat, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
    expert_register_field_array(expert_register_protocol(proto_ncs_heartbeat), ei,
                                array_length(ei));
    log_words_register(&ncs_log_words, 1);
    ncs_inferred_register(proto_ncs_heartbeat);
    ncs_findings_register(proto_ncs_heartbeat);
    ncs_state_register();
    ncs_tap_register(proto_ncs_heartbeat);
    ncs_stats_register();
    ncs_ending_register();
    ncs_preferences_register(proto_ncs_heartbeat);
    ncs_heartbeat_handle =
        register_dissector("ncs_heartbeat", dissect_ncs_heartbeat, proto_ncs_heartbeat);
}

void
proto_reg_handoff_ncs_heartbeat(void)
{
    wire_know_fields(proto_ncs_heartbeat);
    builtin_proto = proto_get_id_by_filter_name("ncs");
    builtin_panning_id = proto_registrar_get_id_byname("ncs.pan_id");
    builtin_incarnation = proto_registrar_get_id_byname("ncs.incarnation");
    dissector_add_uint("ip.proto", IP_PROTO_NCS_HEARTBEAT, ncs_heartbeat_handle);
}
