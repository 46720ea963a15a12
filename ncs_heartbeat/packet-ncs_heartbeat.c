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

#include "ncs_heartbeat.h"

#include <epan/dissectors/packet-ip.h>
#include <epan/prefs.h>
#include <wsutil/report_message.h>
#include <wsutil/strtoi.h>

void proto_register_ncs_heartbeat(void);
void proto_reg_handoff_ncs_heartbeat(void);

#define IP_PROTO_NCS_HEARTBEAT 224

static int proto_ncs_heartbeat = -1;

static int hf_ncs_upper_protocol = -1;
static int hf_ncs_panning_id = -1;
static int hf_ncs_directory_id = -1;
static int hf_ncs_incarnation = -1;
static int hf_ncs_data = -1;
static int hf_ncs_role = -1;
static int hf_ncs_version_hint = -1;

static int ett_ncs_heartbeat = -1;

static expert_field ei_ncs_short_payload = EI_INIT;
static expert_field ei_ncs_unexpected_panning_id = EI_INIT;

static dissector_handle_t ncs_heartbeat_handle;

/* Novell's defaults (TID 10053468). */
ncs_preferences_t ncs_preferences = {
    .period = 1000,
    .tolerance = 8000,
    .master_watchdog = 1000,
    .slave_watchdog = 8000,
    .late_factor = 150,
    .analysis = true,
    .inferred_layout = NCS_INFERRED_CHECKED,
    .expected_panning_id = "",
};

/* ncs_preferences.expected_panning_id as a number. */
static bool expecting_panning_id;
static uint32_t expected_panning_id;

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

static const uint8_t all_ones[6] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
static const uint8_t all_zeros[4] = { 0, 0, 0, 0 };

static bool
ncs_is_ipv4(const address *addr, const uint8_t *bytes)
{
    return addr->type == AT_IPv4 && memcmp(addr->data, bytes, 4) == 0;
}

/* Cooked and raw captures have no link-layer destination: the address of the
 * subnet's broadcast ends in 255, but for subnets below 256 addresses. */
static bool
ncs_looks_like_broadcast(const address *dst)
{
    return dst->type == AT_IPv4 && ((const uint8_t *)dst->data)[3] == 0xff;
}

/* NCS 1.01 broadcasts to all ones, NCS 1.6 to 0.0.0.0 (TID 10071158); later
 * products multicast or use the subnet's broadcast address. */
static bool
ncs_is_sent_to_all(const packet_info *pinfo)
{
    const address *dst = &pinfo->net_dst;

    if (ncs_is_ipv4(dst, all_ones) || ncs_is_ipv4(dst, all_zeros)) {
        return true;
    }
    if ((dst->type == AT_IPv4 && (*(const uint8_t *)dst->data & 0xf0) == 0xe0)
        || (dst->type == AT_IPv6 && *(const uint8_t *)dst->data == 0xff)) {
        return true;
    }
    return pinfo->dl_dst.type == AT_ETHER ? memcmp(pinfo->dl_dst.data, all_ones, 6) == 0
                                          : ncs_looks_like_broadcast(dst);
}

static const char *
ncs_version_hint(const packet_info *pinfo)
{
    if (ncs_is_ipv4(&pinfo->net_dst, all_ones)) {
        return "consistent with NCS 1.01 (NetWare 5.1)";
    }
    if (ncs_is_ipv4(&pinfo->net_dst, all_zeros)) {
        return "consistent with NCS 1.6 (NetWare 6)";
    }
    return NULL;
}

/* Items of the built-in dissector, so that `ncs.pan_id == ...` still works. */
static void
ncs_add_builtin_items(tvbuff_t *tvb, proto_tree *tree)
{
    unsigned captured = tvb_captured_length(tvb);

    if (builtin_proto <= 0) {
        return;
    }
    proto_item_set_hidden(proto_tree_add_item(tree, builtin_proto, tvb, 0, -1, ENC_NA));
    if (builtin_panning_id > 0 && captured >= NCS_PANNING_ID_END) {
        proto_item_set_hidden(
            proto_tree_add_item(tree, builtin_panning_id, tvb, 4, 4, ENC_BIG_ENDIAN));
    }
    if (builtin_incarnation > 0 && captured >= NCS_INCARNATION_END) {
        proto_item_set_hidden(
            proto_tree_add_item(tree, builtin_incarnation, tvb, 8, 4, ENC_BIG_ENDIAN));
    }
}

/* The directory stores a signed decimal that is one less than the number on
 * the wire (TID 3075104). */
static void
ncs_add_directory_id(tvbuff_t *tvb, proto_tree *tree, const ncs_message_t *message)
{
    proto_item *item;

    if (message->captured < NCS_PANNING_ID_END) {
        return;
    }
    item = proto_tree_add_int(tree, hf_ncs_directory_id, tvb, 4, 4,
                              (int32_t)(message->panning_id - 1));
    proto_item_set_generated(item);
    if (expecting_panning_id && message->panning_id != expected_panning_id) {
        expert_add_info(message->pinfo, item, &ei_ncs_unexpected_panning_id);
    }
}

/* What a single frame implies without being on the wire. */
static void
ncs_add_derived_items(tvbuff_t *tvb, proto_tree *tree, const ncs_message_t *message)
{
    const char *hint = ncs_version_hint(message->pinfo);
    proto_item *item;

    ncs_add_directory_id(tvb, tree, message);
    item = proto_tree_add_uint(tree, hf_ncs_role, tvb, 0, 0, message->role);
    proto_item_set_generated(item);
    if (hint != NULL) {
        item = proto_tree_add_string(tree, hf_ncs_version_hint, tvb, 0, 0, hint);
        proto_item_set_generated(item);
    }
}

static void
ncs_set_info(const ncs_message_t *message, const char *remarks)
{
    column_info *cinfo = message->pinfo->cinfo;
    const char *role = message->role == NCS_ROLE_MASTER ? "master" : "slave";

    if (message->captured >= NCS_INCARNATION_END) {
        col_add_fstr(cinfo, COL_INFO, "Heartbeat %s, panning id 0x%08x, incarnation 0x%08x%s", role,
                     message->panning_id, message->incarnation, remarks);
    } else {
        col_add_fstr(cinfo, COL_INFO, "Heartbeat %s, %u bytes of payload%s", role, message->length,
                     remarks);
    }
}

/* Datagrams that an error message quotes were not sent now, and only the first
 * heartbeat of a frame (tunnels) is followed. */
static bool
ncs_is_followed(const packet_info *pinfo)
{
    return !pinfo->flags.in_error_pkt && pinfo->curr_proto_layer_num == 1;
}

/* Analyse the message on the first pass, show what was found, tell the
 * statistics. Returns the end of the Info column. */
static const char *
ncs_follow(tvbuff_t *tvb, proto_tree *tree, const ncs_message_t *message)
{
    packet_info *pinfo = message->pinfo;
    const char *remarks = "";
    ncs_tap_t *tap;

    if (!ncs_is_followed(pinfo)) {
        return remarks;
    }
    tap = wmem_new0(pinfo->pool, ncs_tap_t);
    copy_address_shallow(&tap->source, &pinfo->net_src);
    copy_address_shallow(&tap->destination, &pinfo->net_dst);
    tap->panning_id = message->panning_id;
    tap->has_panning_id = message->captured >= NCS_PANNING_ID_END;
    tap->role = message->role;
    if (ncs_preferences.analysis) {
        if (!PINFO_FD_VISITED(pinfo)) {
            ncs_analyse(tvb, message);
        }
        tap->node = ncs_analysis_node(message);
        remarks = ncs_findings_show(tvb, tree, message, tap);
    }
    ncs_stats_queue(pinfo, tap);
    return remarks;
}

static int
dissect_ncs_heartbeat(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, void *data)
{
    proto_item *item = proto_tree_add_item(tree, proto_ncs_heartbeat, tvb, 0, -1, ENC_NA);
    proto_tree *ncs_tree = proto_item_add_subtree(item, ett_ncs_heartbeat);
    const ws_ip4 *ip = WS_IP4_PTR(data);
    ncs_message_t message = {
        .pinfo = pinfo,
        .length = tvb_reported_length(tvb),
        .captured = tvb_captured_length(tvb),
        .ip_id = ip != NULL ? ip->ip_id : 0,
        .role = ncs_is_sent_to_all(pinfo) ? NCS_ROLE_MASTER : NCS_ROLE_SLAVE,
    };
    wire_t w;

    col_set_str(pinfo->cinfo, COL_PROTOCOL, "NCS-HB");
    ncs_add_builtin_items(tvb, tree);
    wire_begin(&w, tvb, pinfo, ncs_tree, 0, message.length);
    wire_fields(&w, ncs_panning_fields, &message);
    wire_rest(&w, hf_ncs_data);
    ncs_inferred_show(tvb, ncs_tree, &message, (ncs_inferred_t)ncs_preferences.inferred_layout);
    ncs_add_derived_items(tvb, ncs_tree, &message);
    ncs_set_info(&message, ncs_follow(tvb, ncs_tree, &message));
    wire_end(&w, &ei_ncs_short_payload);
    return (int)message.length;
}

/* --- Preferences ---------------------------------------------------------------- */

static void
ncs_apply_preferences(void)
{
    const char *text = ncs_preferences.expected_panning_id;

    expecting_panning_id = false;
    if (text[0] == '\0') {
        return;
    }
    expecting_panning_id = ws_hexstrtou32(text, NULL, &expected_panning_id);
    if (!expecting_panning_id) {
        report_failure("NCS heartbeat: the expected panning ID \"%s\" is no hexadecimal number of "
                       "32 bits, so it is not checked", text);
    }
}

static void
ncs_register_time_preferences(module_t *module)
{
    prefs_register_uint_preference(
        module, "period", "Heartbeat period (ms)",
        "How often a slave sends. Intervals of slaves are measured by it.", 10,
        &ncs_preferences.period);
    prefs_register_uint_preference(
        module, "tolerance", "Tolerance (ms)",
        "The master removes a slave that was silent for this long: its heartbeat is lost, the node "
        "is silent. 0: no check.", 10, &ncs_preferences.tolerance);
    prefs_register_uint_preference(
        module, "master_watchdog", "Master watchdog (ms)",
        "How often the master broadcasts. Intervals of the master are measured by it.", 10,
        &ncs_preferences.master_watchdog);
    prefs_register_uint_preference(
        module, "slave_watchdog", "Slave watchdog (ms)",
        "The slaves remove a master that was silent for this long: the tolerance for the master. "
        "Two nodes that broadcast within this time are two masters. 0: no check.", 10,
        &ncs_preferences.slave_watchdog);
    prefs_register_uint_preference(
        module, "late_factor", "Late factor (percent)",
        "A heartbeat is late if its interval is more than this share of the period. 0: no check.",
        10, &ncs_preferences.late_factor);
}

static void
ncs_register_preferences(void)
{
    static const enum_val_t inferred_layouts[] = {
        { "off", "Never", NCS_INFERRED_OFF },
        { "checked", "Where its checks hold", NCS_INFERRED_CHECKED },
        { "always", "Always", NCS_INFERRED_ALWAYS },
        { NULL, NULL, 0 }
    };
    module_t *module = prefs_register_protocol(proto_ncs_heartbeat, ncs_apply_preferences);

    prefs_register_bool_preference(
        module, "analysis", "Analyse heartbeats",
        "Follow intervals, silences, masters and incarnations of each node.",
        &ncs_preferences.analysis);
    ncs_register_time_preferences(module);
    prefs_register_string_preference(
        module, "expected_panning_id", "Expected panning ID",
        "Hexadecimal, as on the wire. Heartbeats with another one are reported. Empty: no check.",
        &ncs_preferences.expected_panning_id);
    prefs_register_enum_preference(
        module, "inferred_layout", "Show the inferred layout",
        "The bytes after the incarnation are not documented by the vendor. The layout of the "
        "protocol's ancestor can be shown beside them: never, where length and repeated fields "
        "support it, or always.",
        &ncs_preferences.inferred_layout, inferred_layouts, false);
}

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
          { "Undocumented data", "ncs_heartbeat.data", FT_BYTES, BASE_NONE, NULL, 0, NULL,
            HFILL } },
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
    ncs_inferred_register(proto_ncs_heartbeat);
    ncs_findings_register(proto_ncs_heartbeat);
    ncs_analysis_register();
    ncs_stats_register(proto_ncs_heartbeat);
    ncs_register_preferences();
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
