/* packet-nisca.c
 * NISCA, the protocol of OpenVMS clusters on a LAN (ethertype 60-07): Length
 * and DX header, Info column, registration.  nisca.h tells where the rest is.
 *
 *   0        2         8        10        16      17
 *   +--------+---------+--------+---------+-------+-------------------------
 *   | Length | DX dst  | group  | DX src  | flags | rest of the CC header, or
 *   |        |         |        |         |       | rest of the TR header, PPC
 *   +--------+---------+--------+---------+-------+-------------------------
 *
 * All numbers are little-endian.  Sources: OpenVMS Cluster Systems, appendix
 * F; captures of real nodes.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cluster.h"
#include "log_words.h"
#include "nisca-analysis.h"
#include "nisca-cnx-analysis.h"
#include "nisca-ending.h"
#include "nisca-findings.h"
#include "nisca-say-circuits.h"
#include "nisca-say.h"
#include "nisca-state.h"
#include "nisca-stats.h"

#include <stdio.h>

#include <epan/address.h>

#define ETHERTYPE_NISCA 0x6007

/* Distance between the multicast address's last two bytes and the group, and
 * the last group for which their sum is one (definitions). */
#define MULTICAST_OFFSET 256
#define MULTICAST_GROUP_MAX 65279

static const uint8_t multicast_prefix[] = { 0xab, 0x00, 0x04, 0x01 };
static const uint8_t analyzer_prefix[] = { 0x01, 0x4c, 0x41, 0x56, 0x63 };
static const char analyzer_text[] = "Distribut";

void proto_register_nisca(void);
void proto_reg_handoff_nisca(void);

static int proto_nisca = -1;
static int proto_udp = -1;

static int hf_nisca_length = -1;
static int hf_nisca_dx = -1;
static int hf_nisca_dx_dst = -1;
static int hf_nisca_dx_dst_id = -1;
static int hf_nisca_dx_group = -1;
static int hf_nisca_dx_src = -1;
static int hf_nisca_dx_src_id = -1;
static int hf_nisca_dx_addr = -1;
static int hf_nisca_analyzer_trigger = -1;
static int hf_nisca_udp_layout = -1;

static int ett_nisca = -1;
static int ett_nisca_dx = -1;

static expert_field ei_nisca_length_mismatch = EI_INIT;
static expert_field ei_nisca_multicast_group_mismatch = EI_INIT;

static dissector_handle_t nisca_handle;

/* --- Length and DX header ------------------------------------------------- */

/* The manual derives the address from the low 16 bits of the SCSSYSTEMID.
 * Reading these as DECnet area and node is a custom, not a rule. */
static void
nisca_dx_address(wire_t *w, int hf, int hf_id, nisca_node_t *node)
{
    char text[NISCA_NODE_SIZE];
    unsigned start = w->offset;
    proto_item *item;

    if (!wire_sized(w, hf, WIRE_BYTES, NISCA_ADDRESS_SIZE)) {
        return;
    }
    if (wire_is_wanted(w->tree, hf_nisca_dx_addr)) {
        item = proto_tree_add_item(w->tree, hf_nisca_dx_addr, w->tvb, start, NISCA_ADDRESS_SIZE,
                                   ENC_NA);
        proto_item_set_hidden(item);
    }
    tvb_memcpy(w->tvb, node->bytes, start, NISCA_ADDRESS_SIZE);
    nisca_node_from_bytes(node);
    if (node->is_node && wire_is_wanted(w->tree, hf_id)) {
        item = proto_tree_add_uint_format_value(w->tree, hf_id, w->tvb, start + 4, 2,
                                                node->bytes[4] | node->bytes[5] << 8,
                                                "%u (DECnet form %s)",
                                                node->bytes[4] | node->bytes[5] << 8,
                                                nisca_node_text(node->bytes, text));
        proto_item_set_generated(item);
    }
}

/* True if `bytes` is a cluster multicast address that does not fit `group`. */
static bool
nisca_is_foreign_multicast(const uint8_t *bytes, uint32_t group)
{
    unsigned sum = bytes[4] | bytes[5] << 8;

    return memcmp(bytes, multicast_prefix, sizeof multicast_prefix) == 0
           && group <= MULTICAST_GROUP_MAX && sum != group + MULTICAST_OFFSET;
}

/* The multicast address stands in the DX header and below it. */
static bool
nisca_has_foreign_multicast(packet_info *pinfo, const nisca_message_t *m)
{
    return nisca_is_foreign_multicast(m->dst.bytes, m->group)
           || (pinfo->dl_dst.type == AT_ETHER
               && nisca_is_foreign_multicast(pinfo->dl_dst.data, m->group));
}

static const wire_field_t dx_group[] = {
    { .hf = &hf_nisca_dx_group, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_message_t, group) },
    { .hf = NULL }
};

/* DX header: destination, group, source. The LAN addresses below it name
 * adapters, these name nodes. */
static void
nisca_dx(wire_t *w, nisca_message_t *m)
{
    proto_tree *outer = nisca_open(w, hf_nisca_dx, ett_nisca_dx);
    unsigned start = w->offset;

    m->dx_start = start;
    nisca_dx_address(w, hf_nisca_dx_dst, hf_nisca_dx_dst_id, &m->dst);
    if (wire_fields(w, dx_group, m) && nisca_has_foreign_multicast(w->pinfo, m)) {
        proto_tree_add_expert_format(w->tree, w->pinfo, &ei_nisca_multicast_group_mismatch, w->tvb,
                                     start, w->offset - start,
                                     "The multicast address is not that of cluster group %u",
                                     m->group);
    }
    nisca_dx_address(w, hf_nisca_dx_src, hf_nisca_dx_src_id, &m->src);
    nisca_close(w, outer);
}

static const wire_field_t length_word[] = {
    { .hf = &hf_nisca_length, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_message_t, length) },
    { .hf = NULL }
};

/* Length counts what follows it.  The rest of the frame is Ethernet padding
 * or trailer, which was taken off before; what a frame lacks is our affair. */
static void
nisca_length(wire_t *w, nisca_message_t *m)
{
    if (wire_fields(w, length_word, m) && m->length > wire_left(w)) {
        m->explained = true;
        proto_tree_add_expert_format(w->tree, w->pinfo, &ei_nisca_length_mismatch, w->tvb, 0,
                                     NISCA_LENGTH_SIZE,
                                     "Length announces %u bytes, the frame has %u: truncated",
                                     m->length, wire_left(w));
    }
}

/* --- Info column ---------------------------------------------------------- */

static void
nisca_info_node(info_t *info, const char *before, const nisca_node_t *node)
{
    info_text(info, before);
    info_text(info, node->name != NULL ? node->name : node->text);
    if (node->device != NULL && *node->device != '\0') {
        info_text(info, " (");
        info_text(info, node->device);
        info_text(info, ")");
    }
}

/* Multicast has no receiver to name. */
static void
nisca_info_nodes(info_t *info, const nisca_message_t *m)
{
    nisca_info_node(info, " ", &m->src);
    if (m->dst.is_node || !(m->flags & NISCA_FLAG_CC)) {
        nisca_info_node(info, " > ", &m->dst);
    }
    info_number(info, " Group=", m->group);
}

/* Who talks over the connection, and what an application says. */
static void
nisca_info_processes(info_t *info, const nisca_message_t *m)
{
    if (m->src_process != NULL && m->dst_process != NULL) {
        info_text(info, " ");
        info_text(info, m->src_process);
        info_text(info, " > ");
        info_text(info, m->dst_process);
    } else if (m->connection != NULL) {
        info_text(info, " ");
        info_text(info, m->connection->processes);
    }
    if (m->application != NULL) {
        info_text(info, " ");
        info_text(info, m->application);
    }
}

static void
nisca_info_tr(info_t *info, const nisca_message_t *m, const found_t *found)
{
    if (m->has_seq) {
        info_number(info, " Seq=", m->seq);
    }
    if (m->has_ack) {
        info_number(info, " Ack=", m->ack);
    }
    if (m->flags & NISCA_TR_RSVP) {
        info_text(info, " [RSVP]");
    }
    if (m->flags & NISCA_TR_REXMT && !found_has(found, NISCA_FOUND_REXMT)) {
        info_text(info, " [REXMT]");
    }
    nisca_info_processes(info, m);
}

static void
nisca_info_header(info_t *info, const nisca_message_t *m, const found_t *found,
                  const found_t *cnx)
{
    nisca_inform(info, found);
    nisca_cnx_inform(info, cnx);
    nisca_info_nodes(info, m);
    if (!(m->flags & NISCA_FLAG_CC)) {
        nisca_info_tr(info, m, found);
    } else if (m->padded) {
        info_number(info, " Size=", NISCA_LENGTH_SIZE + (int64_t)m->length);
    }
}

/* --- Dissection ----------------------------------------------------------- */

/* From the DX header on. Returns false if not even the flags byte is there. */
static bool
nisca_headers(wire_t *w, nisca_message_t *m)
{
    if (!wire_need(w, 1)) {
        return false;
    }
    nisca_dx(w, m);
    if (!wire_need(w, 1)) {
        return false;
    }
    m->flags = tvb_get_uint8(w->tvb, w->offset);
    if (m->flags & NISCA_FLAG_CC) {
        nisca_cc(w, m);
    } else {
        nisca_tr(w, m);
    }
    return true;
}

/* The protocol's item, and columns that are right even if nothing follows. */
static proto_item *
nisca_begin(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree)
{
    col_set_str(pinfo->cinfo, COL_PROTOCOL, "NISCA");
    col_clear(pinfo->cinfo, COL_INFO);
    return proto_tree_add_item(tree, proto_nisca, tvb, 0, -1, ENC_NA);
}

/* What the message means beside others, for all who read that. */
static void
nisca_tell(const wire_t *w, nisca_message_t *m, bool has_header)
{
    found_t found, cnx;
    info_t info;

    nisca_analyse(w, m);
    nisca_name_ends(w->pinfo, m);
    nisca_show_names(w, m);
    nisca_gather(w, m, &found);
    nisca_show_findings(w, m, &found);
    nisca_cnx_gather(w->pinfo, &cnx);
    nisca_cnx_show(w, m, &cnx);
    info_begin(&info, w->pinfo);
    info_text(&info, m->name);
    if (has_header) {
        nisca_info_header(&info, m, &found, &cnx);
    }
    info_end(&info, w->tree);
    nisca_tap_queue(w, m, &found);
    if (!found_has(&found, NISCA_FOUND_COPY)) {
        nisca_cnx_tap(w->pinfo, m, &cnx);
    }
}

/* `udp_layout` is NULL on a LAN; over UDP it says how the bytes were read. */
static int
nisca_message(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, unsigned end, bool has_length,
              const char *udp_layout)
{
    proto_item *item = nisca_begin(tvb, pinfo, tree);
    nisca_message_t m = { .name = "Truncated message", .over_udp = udp_layout != NULL };
    bool has_header;
    wire_t w;

    wire_begin(&w, tvb, pinfo, proto_item_add_subtree(item, ett_nisca), 0, end);
    if (udp_layout != NULL) {
        proto_item_set_generated(
            proto_tree_add_string(w.tree, hf_nisca_udp_layout, tvb, 0, 0, udp_layout));
    }
    if (has_length) {
        nisca_length(&w, &m);
    }
    has_header = nisca_headers(&w, &m);
    nisca_finish(&w, &m);
    nisca_tell(&w, &m, has_header);
    cluster_show(tvb, pinfo, w.tree);
    wire_widen(&w, tvb_reported_length(tvb));
    wire_rest(&w, hf_nisca_data);

    wire_end(&w, &ei_nisca_short_message);
    return (int)tvb_captured_length(tvb);
}

/* HP's LAN analyzers trigger each other with ASCII frames of this ethertype
 * (the manual, appendix F, on the distributed trigger). */
static bool
nisca_is_analyzer_trigger(tvbuff_t *tvb, packet_info *pinfo)
{
    if (pinfo->dl_dst.type == AT_ETHER
        && memcmp(pinfo->dl_dst.data, analyzer_prefix, sizeof analyzer_prefix) == 0) {
        return true;
    }
    return tvb_captured_length(tvb) >= strlen(analyzer_text)
           && tvb_strneql(tvb, 0, analyzer_text, strlen(analyzer_text)) == 0;
}

static int
nisca_analyzer_trigger(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree)
{
    proto_item *item = nisca_begin(tvb, pinfo, tree);
    unsigned size = tvb_reported_length(tvb);
    wire_t w;

    proto_item_append_text(item, ", analyzer trigger");
    col_set_str(pinfo->cinfo, COL_INFO, "Analyzer trigger");
    wire_begin(&w, tvb, pinfo, proto_item_add_subtree(item, ett_nisca), 0, size);
    wire_sized(&w, hf_nisca_analyzer_trigger, WIRE_PADDED, MIN(size, tvb_captured_length(tvb)));
    wire_end(&w, &ei_nisca_short_message);
    return (int)tvb_captured_length(tvb);
}

static bool
nisca_is_scs_address(tvbuff_t *tvb, unsigned offset)
{
    uint8_t bytes[NISCA_ADDRESS_SIZE];

    if (!tvb_bytes_exist(tvb, (int)offset, sizeof bytes)) {
        return false;
    }
    tvb_memcpy(tvb, bytes, (int)offset, sizeof bytes);
    return nisca_is_node_address(bytes);
}

/* OpenVMS 8.4 can run clusters over UDP, but how it lays NISCA out there is
 * not documented and no capture is public.  Both likely forms are accepted,
 * if the sender's SCS address stands where they have it. */
static int
nisca_over_udp(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree)
{
    const unsigned src = NISCA_DX_SIZE - NISCA_ADDRESS_SIZE;
    unsigned size = tvb_reported_length(tvb), length;

    if (nisca_is_scs_address(tvb, NISCA_LENGTH_SIZE + src)) {
        length = NISCA_LENGTH_SIZE + tvb_get_letohs(tvb, 0);
        if (length > NISCA_LENGTH_SIZE + NISCA_DX_SIZE && length <= size) {
            return nisca_message(tvb, pinfo, tree, length, true, "With the Length word");
        }
    }
    if (size > NISCA_DX_SIZE && nisca_is_scs_address(tvb, src)) {
        return nisca_message(tvb, pinfo, tree, size, false, "Without the Length word");
    }
    return 0;
}

static bool
nisca_is_over_udp(packet_info *pinfo)
{
    wmem_list_frame_t *layer = wmem_list_tail(pinfo->layers);

    layer = layer != NULL ? wmem_list_frame_prev(layer) : NULL;
    return layer != NULL && GPOINTER_TO_INT(wmem_list_frame_data(layer)) == proto_udp;
}

static int
dissect_nisca(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, void *data _U_)
{
    if (nisca_is_over_udp(pinfo)) {
        return nisca_over_udp(tvb, pinfo, tree);
    }
    if (nisca_is_analyzer_trigger(tvb, pinfo)) {
        return nisca_analyzer_trigger(tvb, pinfo, tree);
    }
    if (tvb_bytes_exist(tvb, 0, NISCA_LENGTH_SIZE)) {
        /* The Ethernet dissector shows what this takes off as its trailer. */
        set_actual_length(tvb, NISCA_LENGTH_SIZE + tvb_get_letohs(tvb, 0));
    }
    return nisca_message(tvb, pinfo, tree, tvb_reported_length(tvb), true, NULL);
}

/* --- Registration --------------------------------------------------------- */

static hf_register_info hf[] = {
    { &hf_nisca_length,
      { "Length", "nisca.length", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Bytes of the message after this field", HFILL } },
    { &hf_nisca_dx, { "DX header", "nisca.dx", FT_NONE, BASE_NONE, NULL, 0x0,
        "Datagram exchange: which node sends to which, in which cluster group", HFILL } },
    { &hf_nisca_dx_dst,
      { "Destination", "nisca.dx.dst", FT_ETHER, BASE_NONE, NULL, 0x0,
        "SCS address of the node, or the cluster's multicast address", HFILL } },
    { &hf_nisca_dx_dst_id,
      { "Destination SCSSYSTEMID", "nisca.dx.dst_id", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Low 16 bits", HFILL } },
    { &hf_nisca_dx_group,
      { "Cluster group", "nisca.dx.group", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Cluster group number; nodes of other groups do not listen", HFILL } },
    { &hf_nisca_dx_src,
      { "Source", "nisca.dx.src", FT_ETHER, BASE_NONE, NULL, 0x0, "SCS address of the sender",
        HFILL } },
    { &hf_nisca_dx_src_id,
      { "Source SCSSYSTEMID", "nisca.dx.src_id", FT_UINT16, BASE_DEC, NULL, 0x0, "Low 16 bits",
        HFILL } },
    { &hf_nisca_dx_addr,
      { "Source or destination", "nisca.dx.addr", FT_ETHER, BASE_NONE, NULL, 0x0,
        "Either node of the datagram header, for filters on all that a node says or is told",
        HFILL } },
    { &hf_nisca_analyzer_trigger,
      { "Analyzer trigger", "nisca.analyzer_trigger", FT_STRING, BASE_NONE, NULL, 0x0,
        "Text of a LAN analyzer, no cluster message", HFILL } },
    { &hf_nisca_udp_layout,
      { "Layout over UDP (undocumented, assumed)", "nisca.udp_layout", FT_STRING, BASE_NONE, NULL,
        0x0,
        "How the bytes were read; NISCA over IP is not documented, so this is assumed", HFILL } },
};

static ei_register_info ei[] = {
    { &ei_nisca_length_mismatch,
      { "nisca.length_mismatch", PI_PROTOCOL, PI_ERROR, "Length runs beyond the frame",
        EXPFILL } },
    { &ei_nisca_multicast_group_mismatch,
      { "nisca.multicast_group_mismatch", PI_PROTOCOL, PI_NOTE,
        "The multicast address belongs to another cluster group", EXPFILL } },
};

/* The connection manager and the port driver: on the console "%CNXMAN,  removed from VAXcluster
 * system VAX2", in operator.log "Node VAX2 (csid 00010002) has been removed from the VAXcluster",
 * both when a removal is committed.  "Lost connection" and "Port has Closed Virtual Circuit" come
 * 5 to 8 s behind the last frame, when a timer ends: no frame has their moment.  Source: consoles
 * of real OpenVMS VAX V7.3 nodes in github.com/3dl-dev/vms (vms-af4: a member rebooted uncleanly);
 * later releases say VMScluster.  What OPCOM relays from another node has the time of this one. */
static log_words_t nisca_log_words[] = {
    { .mark = "%CNXMAN", .removes = "removed from VAXcluster system " },
    { .mark = "%CNXMAN", .removes = "removed from VMScluster system " },
    { .mark = "Node ", .with = " (csid ", .removes = "Node ",
      .removes_end = " has been removed from the V", .foreign = " (from node " },
    { .mark = "%PEA0" },
};

void
proto_register_nisca(void)
{
    static int *ett[] = { &ett_nisca, &ett_nisca_dx };
    module_t *module;

    proto_nisca = proto_register_protocol("OpenVMS Cluster (NISCA)", "NISCA", "nisca");
    proto_register_field_array(proto_nisca, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
    expert_register_field_array(expert_register_protocol(proto_nisca), ei, array_length(ei));
    log_words_register(nisca_log_words, array_length(nisca_log_words));
    nisca_layer_register(proto_nisca);
    nisca_cc_register(proto_nisca);
    module = prefs_register_protocol(proto_nisca, NULL);
    nisca_tr_register(proto_nisca, module);
    nisca_ppc_register(proto_nisca);
    nisca_scs_register(proto_nisca);
    nisca_mscp_register(proto_nisca);
    nisca_cnx_register(proto_nisca, module);
    nisca_cnx_findings_register(proto_nisca);
    nisca_cnx_state_register();
    nisca_names_register(proto_nisca);
    nisca_findings_register(proto_nisca);
    nisca_say_register(proto_nisca);
    nisca_say_circuits_register(proto_nisca);
    nisca_ending_register();
    nisca_analysis_register(module);
    nisca_stats_register(proto_nisca);
    nisca_cnx_stats_register();
    nisca_handle = register_dissector("nisca", dissect_nisca, proto_nisca);
}

void
proto_reg_handoff_nisca(void)
{
    wire_know_fields(proto_nisca);
    proto_udp = proto_get_id_by_filter_name("udp");
    dissector_add_uint("ethertype", ETHERTYPE_NISCA, nisca_handle);
    dissector_add_for_decode_as_with_preference("udp.port", nisca_handle);
}
