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

#include <epan/prefs.h>

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

static dissector_handle_t ncs_heartbeat_handle;

static int pref_inferred_layout = NCS_INFERRED_CHECKED;

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
      .keep = offsetof(ncs_message_t, upper_protocol) },
    { .hf = &hf_ncs_panning_id, .kind = WIRE_BE, .size = 4,
      .keep = offsetof(ncs_message_t, panning_id) },
    { .hf = &hf_ncs_incarnation, .kind = WIRE_BE, .size = 4,
      .keep = offsetof(ncs_message_t, incarnation) },
    { .hf = NULL }
};

/* Payload bytes with which the panning id and the incarnation are whole. */
#define NCS_PANNING_ID_END 8
#define NCS_INCARNATION_END 12

static const uint8_t all_ones[6] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff };
static const uint8_t all_zeros[4] = { 0, 0, 0, 0 };

static bool
ncs_is_ipv4(const address *addr, const uint8_t *bytes)
{
    return addr->type == AT_IPv4 && memcmp(addr->data, bytes, 4) == 0;
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
    return pinfo->dl_dst.type == AT_ETHER && memcmp(pinfo->dl_dst.data, all_ones, 6) == 0;
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

/* What a single frame implies without being on the wire. */
static void
ncs_add_derived_items(tvbuff_t *tvb, proto_tree *tree, const ncs_message_t *message)
{
    const char *hint = ncs_version_hint(message->pinfo);
    proto_item *item;

    if (tvb_captured_length(tvb) >= NCS_PANNING_ID_END) {
        /* The directory stores a signed decimal that is one less than the
         * number on the wire (TID 3075104). */
        item = proto_tree_add_int(tree, hf_ncs_directory_id, tvb, 4, 4,
                                  (int32_t)(message->panning_id - 1));
        proto_item_set_generated(item);
    }
    item = proto_tree_add_uint(tree, hf_ncs_role, tvb, 0, 0, message->role);
    proto_item_set_generated(item);
    if (hint != NULL) {
        item = proto_tree_add_string(tree, hf_ncs_version_hint, tvb, 0, 0, hint);
        proto_item_set_generated(item);
    }
}

static void
ncs_set_info(tvbuff_t *tvb, const ncs_message_t *message)
{
    column_info *cinfo = message->pinfo->cinfo;
    const char *role = message->role == NCS_ROLE_MASTER ? "master" : "slave";

    if (tvb_captured_length(tvb) >= NCS_INCARNATION_END) {
        col_add_fstr(cinfo, COL_INFO, "Heartbeat %s, panning id 0x%08x, incarnation 0x%08x", role,
                     message->panning_id, message->incarnation);
    } else {
        col_add_fstr(cinfo, COL_INFO, "Heartbeat %s, %u bytes of payload", role, message->length);
    }
}

static int
dissect_ncs_heartbeat(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, void *data _U_)
{
    proto_item *item = proto_tree_add_item(tree, proto_ncs_heartbeat, tvb, 0, -1, ENC_NA);
    proto_tree *ncs_tree = proto_item_add_subtree(item, ett_ncs_heartbeat);
    ncs_message_t message = {
        .pinfo = pinfo,
        .length = tvb_reported_length(tvb),
        .role = ncs_is_sent_to_all(pinfo) ? NCS_ROLE_MASTER : NCS_ROLE_SLAVE,
    };
    wire_t w;

    col_set_str(pinfo->cinfo, COL_PROTOCOL, "NCS-HB");
    ncs_add_builtin_items(tvb, tree);
    wire_begin(&w, tvb, pinfo, ncs_tree, 0, message.length);
    wire_fields(&w, ncs_panning_fields, &message);
    wire_rest(&w, hf_ncs_data);
    ncs_inferred_show(tvb, ncs_tree, &message, (ncs_inferred_t)pref_inferred_layout);
    ncs_add_derived_items(tvb, ncs_tree, &message);
    ncs_set_info(tvb, &message);
    wire_end(&w, &ei_ncs_short_payload);
    return (int)message.length;
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
    module_t *module = prefs_register_protocol(proto_ncs_heartbeat, NULL);

    prefs_register_enum_preference(
        module, "inferred_layout", "Show the inferred layout",
        "The bytes after the incarnation are not documented by the vendor. The layout of the "
        "protocol's ancestor can be shown beside them: never, where length and repeated fields "
        "support it, or always.",
        &pref_inferred_layout, inferred_layouts, false);
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
    };
    static int *ett[] = { &ett_ncs_heartbeat };

    proto_ncs_heartbeat = proto_register_protocol("Novell Cluster Services Heartbeat (plugin)",
                                                  "NCS-HB", "ncs_heartbeat");
    proto_register_field_array(proto_ncs_heartbeat, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
    expert_register_field_array(expert_register_protocol(proto_ncs_heartbeat), ei,
                                array_length(ei));
    ncs_inferred_register(proto_ncs_heartbeat);
    ncs_register_preferences();
    ncs_heartbeat_handle =
        register_dissector("ncs_heartbeat", dissect_ncs_heartbeat, proto_ncs_heartbeat);
}

void
proto_reg_handoff_ncs_heartbeat(void)
{
    builtin_proto = proto_get_id_by_filter_name("ncs");
    builtin_panning_id = proto_registrar_get_id_byname("ncs.pan_id");
    builtin_incarnation = proto_registrar_get_id_byname("ncs.incarnation");
    dissector_add_uint("ip.proto", IP_PROTO_NCS_HEARTBEAT, ncs_heartbeat_handle);
}
