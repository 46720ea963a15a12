/* nisca-cc.c
 * Channel control: HELLO, BYE, the CCSTART-VERF-VACK handshake, SOLICIT_SERVICE.
 *
 * All types share one header, which grew with the protocol: 46 bytes in NISCA
 * 1.1, 62 in 1.2, 98 in 1.3, 104 since 1.4 or 1.5.  Every extension went to
 * the end, so the fields are shown as far as the version has them and the
 * message holds them.  Sources: the manual for types and flags, definitions
 * for the layout, captures of 1.2, 1.3, 1.5 and 1.6 for both.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca.h"

#define NODENAME_SIZE 8
#define AUTHORIZE_SIZE 8
#define DEVICE_SIZE 16
#define SERVICE_SIZE 16
#define EXTENSION_SIZE 6

static int hf_nisca_cc = -1;
static int hf_nisca_cc_type = -1;
static int hf_nisca_cc_flags_authorize = -1;
static int hf_nisca_cc_flags_ok_xmt = -1;
static int hf_nisca_cc_flags_no_xmt = -1;
static int hf_nisca_cc_reason = -1;
static int hf_nisca_cc_maint = -1;
static int hf_nisca_cc_version_minor = -1;
static int hf_nisca_cc_version_major = -1;
static int hf_nisca_cc_eco = -1;
static int hf_nisca_cc_nodename = -1;
static int hf_nisca_cc_port_fcn = -1;
static int hf_nisca_cc_sta_info = -1;
static int hf_nisca_cc_rst_port = -1;
static int hf_nisca_cc_reserved = -1;
static int hf_nisca_cc_pipe_quota = -1;
static int hf_nisca_cc_p_srv = -1;
static int hf_nisca_cc_p_srv_xchk = -1;
static int hf_nisca_cc_p_srv_rchk = -1;
static int hf_nisca_cc_r_srv = -1;
static int hf_nisca_cc_r_srv_xchk = -1;
static int hf_nisca_cc_r_srv_rchk = -1;
static int hf_nisca_cc_authorize = -1;
static int hf_nisca_cc_service = -1;
static int hf_nisca_cc_chan_seq = -1;
static int hf_nisca_cc_bus_buffer_size = -1;
static int hf_nisca_cc_transmit_time = -1;
static int hf_nisca_cc_device_name = -1;
static int hf_nisca_cc_lan_hw_addr = -1;
static int hf_nisca_cc_device_type = -1;
static int hf_nisca_cc_node_hw_type = -1;
static int hf_nisca_cc_extension = -1;
static int hf_nisca_cc_padding = -1;

static int ett_nisca_cc = -1;
static int ett_nisca_cc_flags = -1;
static int ett_nisca_cc_p_srv = -1;
static int ett_nisca_cc_r_srv = -1;

static expert_field ei_nisca_bye = EI_INIT;
static expert_field ei_nisca_padding_not_zero = EI_INIT;

/* Type 5 is reserved in the manual and was never seen. */
static const wire_command_t cc_types[] = {
    { NISCA_CC_HELLO, "HELLO", NULL, NULL, NULL },
    { NISCA_CC_BYE, "BYE", NULL, NULL, NULL },
    { NISCA_CC_CCSTART, "CCSTART", NULL, NULL, NULL },
    { NISCA_CC_VERF, "VERF", NULL, NULL, NULL },
    { NISCA_CC_VACK, "VACK", NULL, NULL, NULL },
    { NISCA_CC_SOLICIT, "SOLICIT_SERVICE", NULL, NULL, NULL },
    { 0, NULL, NULL, NULL, NULL }
};

static value_string cc_type_names[array_length(cc_types)];

/* VMS device type codes of LAN adapters, by definitions; XQ was captured. */
static const value_string device_types[] = {
    { 24, "ES LANCE" }, { 29, "ET DEBNA/DEBNT" }, { 33, "XQ DELQA" }, { 34, "ET DEBNI" },
    { 35, "EZ SGEC" },  { 36, "EX DEMNA" },       { 38, "XQ DEQTA" }, { 40, "EP LANCE" },
    { 43, "FX DEMFA" }, { 48, "FC DEFZA" },       { 49, "EC PMAD" },  { 50, "EZ TGEC" },
    { 51, "EA DEANA" }, { 52, "EY NITC2" },       { 53, "ER DE422" }, { 54, "ER DE200" },
    { 55, "EW TULIP" }, { 56, "FA DEFAA" },       { 57, "FC DEFTA" }, { 59, "FR DEFEA" },
    { 60, "FW DEFPA" }, { 67, "ER DE425" },       { 68, "EW DE435" }, { 69, "ER DE205" },
    { 70, "HC OTTO" },  { 72, "EL ELAN" },        { 73, "HW OTTO" },  { 74, "EO 3C598" },
    { 76, "EW DE450" }, { 77, "EW DE500" },       { 81, "ER DE305" }, { 82, "EW DEGPA" },
    { 84, "EB SMLAN" }, { 85, "EI 82558" },       { 86, "EI 82559" }, { 0, NULL }
};

static const value_string node_hw_types[] = { { 0, "VAX" }, { 1, "Alpha" }, { 0, NULL } };

static int *const cc_flag_fields[] = { &hf_nisca_flags_cc,           &hf_nisca_cc_flags_no_xmt,
                                       &hf_nisca_cc_flags_ok_xmt, &hf_nisca_cc_flags_authorize,
                                       &hf_nisca_cc_type,         NULL };
static const wire_bits_t cc_flags = { &ett_nisca_cc_flags, cc_flag_fields };

static int *const p_srv_fields[] = { &hf_nisca_cc_p_srv_rchk, &hf_nisca_cc_p_srv_xchk, NULL };
static const wire_bits_t p_srv = { &ett_nisca_cc_p_srv, p_srv_fields };

static int *const r_srv_fields[] = { &hf_nisca_cc_r_srv_rchk, &hf_nisca_cc_r_srv_xchk, NULL };
static const wire_bits_t r_srv = { &ett_nisca_cc_r_srv, r_srv_fields };

/* The 46 bytes that every version has, around the node's name. */
static const wire_field_t cc_version[] = {
    { .hf = &hf_nisca_flags, .kind = WIRE_LE, .size = 1, .bits = &cc_flags },
    { .hf = &hf_nisca_cc_reason, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_cc_maint, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_cc_version_minor, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_message_t, version_minor) },
    { .hf = &hf_nisca_cc_version_major, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_message_t, version_major) },
    { .hf = &hf_nisca_cc_eco, .kind = WIRE_LE, .size = 2 },
    { .hf = NULL }
};

static const wire_field_t cc_port[] = {
    { .hf = &hf_nisca_cc_port_fcn, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_cc_sta_info, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_cc_rst_port, .kind = WIRE_BYTES, .size = 6 },
    { .hf = &hf_nisca_cc_reserved, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_cc_pipe_quota, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_cc_p_srv, .kind = WIRE_LE, .size = 2, .bits = &p_srv },
    { .hf = &hf_nisca_cc_r_srv, .kind = WIRE_LE, .size = 2, .bits = &r_srv },
    { .hf = &hf_nisca_cc_authorize, .kind = WIRE_BYTES, .size = AUTHORIZE_SIZE },
    { .hf = NULL }
};

/* Since NISCA 1.2, to 62 bytes. */
static const wire_field_t cc_service[] = {
    { .hf = &hf_nisca_cc_service, .kind = WIRE_COUNTED, .size = SERVICE_SIZE },
    { .hf = NULL }
};

/* Since NISCA 1.3, to 98 bytes, around the time. */
static const wire_field_t cc_channel[] = {
    { .hf = &hf_nisca_cc_chan_seq, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_message_t, chan_seq) },
    { .hf = &hf_nisca_cc_bus_buffer_size, .kind = WIRE_LE, .size = 2 },
    { .hf = NULL }
};

static const wire_field_t cc_adapter[] = {
    { .hf = &hf_nisca_cc_device_name, .kind = WIRE_COUNTED, .size = DEVICE_SIZE },
    { .hf = &hf_nisca_cc_lan_hw_addr, .kind = WIRE_BYTES, .size = 6 },
    { .hf = &hf_nisca_cc_device_type, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_cc_node_hw_type, .kind = WIRE_LE, .size = 1 },
    { .hf = NULL }
};

static bool
nisca_cc_nodename(wire_t *w, nisca_message_t *m)
{
    m->node_name = nisca_printable(w, wire_peek_text(w, WIRE_COUNTED, NODENAME_SIZE));
    return wire_sized(w, hf_nisca_cc_nodename, WIRE_COUNTED, NODENAME_SIZE);
}

/* A snap length of 68 cuts behind the name: what is said up to there counts. */
static void
nisca_cc_base(wire_t *w, nisca_message_t *m)
{
    if (!wire_fields(w, cc_version, m) || !nisca_cc_nodename(w, m)) {
        return;
    }
    m->has_authorize = wire_fields(w, cc_port, m);
    m->has_cc = m->has_authorize || w->cut;
    if (m->has_authorize) {
        m->authorize = tvb_get_letoh64(w->tvb, w->offset - AUTHORIZE_SIZE);
    }
}

/* The disk that a satellite wants. */
static bool
nisca_cc_wanted(wire_t *w, nisca_message_t *m)
{
    if ((m->flags & NISCA_CC_TYPE) == NISCA_CC_SOLICIT) {
        m->service = nisca_printable(w, wire_peek_text(w, WIRE_COUNTED, SERVICE_SIZE));
    }
    return wire_fields(w, cc_service, m);
}

static bool
nisca_cc_adapter(wire_t *w, nisca_message_t *m)
{
    m->device = nisca_printable(w, wire_peek_text(w, WIRE_COUNTED, DEVICE_SIZE));
    return wire_fields(w, cc_adapter, m);
}

static bool
nisca_cc_time(wire_t *w, nisca_message_t *m)
{
    if (!nisca_vms_time(w, hf_nisca_cc_transmit_time)) {
        return false;
    }
    m->transmit_time = tvb_get_letoh64(w->tvb, w->offset - sizeof m->transmit_time);
    return true;
}

/* What came after 1.1.  The version says what may be there, the length what
 * is: a header may end sooner, its last bytes are then nobody's field. */
static void
nisca_cc_later(wire_t *w, nisca_message_t *m)
{
    bool whole = m->version_minor >= 2 && nisca_cc_wanted(w, m);

    if (whole && m->version_minor >= 3) {
        whole = wire_fields(w, cc_channel, m) && nisca_cc_time(w, m)
                && nisca_cc_adapter(w, m);
    }
    if (whole && m->version_minor >= 4) {
        wire_sized(w, hf_nisca_cc_extension, WIRE_BYTES, EXTENSION_SIZE);
    }
    wire_resume(w);
}

static bool
nisca_cc_all_zero(const wire_t *w)
{
    unsigned captured = tvb_captured_length(w->tvb);

    for (unsigned at = w->offset; at < w->end && at < captured; at++) {
        if (tvb_get_uint8(w->tvb, at) != 0) {
            return false;
        }
    }
    return true;
}

/* VERF is sent padded with zeros to find out what size of packet the path
 * can carry; its length tells, also where the capture ends in the header. */
static bool
nisca_cc_is_padded(const wire_t *w, unsigned start, uint32_t minor)
{
    static const uint8_t header_sizes[] = { 46, 46, 62, 98, 104 };

    return w->end - start > header_sizes[MIN(minor, array_length(header_sizes) - 1)];
}

/* A real V7.3 node left other bytes in its padding once: these, as anything
 * unknown, are data for nisca_finish(). */
static void
nisca_cc_tail(wire_t *w, const nisca_message_t *m)
{
    if (nisca_cc_all_zero(w)) {
        wire_rest(w, hf_nisca_cc_padding);
    } else if (nisca_cc_is(m, NISCA_CC_VERF)) {
        proto_tree_add_expert(w->tree, w->pinfo, &ei_nisca_padding_not_zero, w->tvb, w->offset, 0);
    }
}

void
nisca_cc(wire_t *w, nisca_message_t *m)
{
    unsigned start = w->offset;
    proto_tree *outer = nisca_open(w, hf_nisca_cc, ett_nisca_cc);

    nisca_dispatch(w, m, cc_types, m->flags & NISCA_CC_TYPE, "CC type");
    proto_item_append_text(proto_tree_get_parent(w->tree), ", %s", m->name);
    nisca_cc_base(w, m);
    m->padded = m->has_cc && nisca_cc_is_padded(w, start, m->version_minor);
    if (!w->too_short && !w->cut) {
        nisca_cc_later(w, m);
    }
    if (m->has_cc && !w->cut) {
        nisca_cc_tail(w, m);
    }
    if ((m->flags & NISCA_CC_TYPE) == NISCA_CC_BYE) {
        proto_tree_add_expert_format(w->tree, w->pinfo, &ei_nisca_bye, w->tvb, start, 1,
                                     "%s leaves the cluster",
                                     m->node_name != NULL ? m->node_name : "The node");
    }
    nisca_close(w, outer);
}

static hf_register_info hf[] = {
    { &hf_nisca_cc, { "Channel control", "nisca.cc", FT_NONE, BASE_NONE, NULL, 0x0,
        "Message about a channel, which is a pair of LAN adapters: HELLO, its handshake, "
        "BYE", HFILL } },
    { &hf_nisca_cc_type,
      { "Type", "nisca.cc.type", FT_UINT8, BASE_DEC, VALS(cc_type_names), NISCA_CC_TYPE,
        "HELLO, the handshake of a channel (CCSTART, VERF, VACK), BYE, SOLICIT",
        HFILL } },
    { &hf_nisca_cc_flags_authorize,
      { "AUTHORIZE", "nisca.cc.flags.authorize", FT_BOOLEAN, 8, TFS(&wire_set_notset), 0x10,
        "The password field is valid", HFILL } },
    { &hf_nisca_cc_flags_ok_xmt,
      { "OK_XMT", "nisca.cc.flags.ok_xmt", FT_BOOLEAN, 8, TFS(&wire_set_notset), 0x20,
        "Transmission is allowed; reserved, 1 in the manual", HFILL } },
    { &hf_nisca_cc_flags_no_xmt,
      { "NO_XMT", "nisca.cc.flags.no_xmt", FT_BOOLEAN, 8, TFS(&wire_set_notset), 0x40,
        "Reserved, 0 in the manual", HFILL } },
    { &hf_nisca_cc_reason,
      { "Reason", "nisca.cc.reason", FT_UINT8, BASE_DEC, NULL, 0x0, "Codes are not documented",
        HFILL } },
    { &hf_nisca_cc_maint,
      { "Maintenance ID", "nisca.cc.maint", FT_UINT32, BASE_HEX, NULL, 0x0,
        "Bit 31 is the D flag", HFILL } },
    { &hf_nisca_cc_version_minor,
      { "Minor version", "nisca.cc.version_minor", FT_UINT8, BASE_DEC, NULL, 0x0,
        "Of the NISCA protocol that the sender speaks", HFILL } },
    { &hf_nisca_cc_version_major,
      { "Major version", "nisca.cc.version_major", FT_UINT8, BASE_DEC, NULL, 0x0,
        "Of the NISCA protocol that the sender speaks", HFILL } },
    { &hf_nisca_cc_eco,
      { "ECO", "nisca.cc.eco", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Level of engineering changes of the NISCA protocol that the sender speaks", HFILL } },
    { &hf_nisca_cc_nodename,
      { "Node name", "nisca.cc.nodename", FT_STRING, BASE_NONE, NULL, 0x0,
        "SCS node name of the sender: SYSGEN parameter SCSNODE", HFILL } },
    { &hf_nisca_cc_port_fcn,
      { "Port functions", "nisca.cc.port_fcn", FT_UINT32, BASE_HEX, NULL, 0x0,
        "What the sender's port driver can do", HFILL } },
    { &hf_nisca_cc_sta_info,
      { "Status information", "nisca.cc.sta_info", FT_UINT32, BASE_HEX, NULL, 0x0,
        "Bit 8 M, bits 9-10 port state, bits 11-31 system state", HFILL } },
    { &hf_nisca_cc_rst_port,
      { "Resetting port", "nisca.cc.rst_port", FT_ETHER, BASE_NONE, NULL, 0x0,
        "Address of the port that is to be reset", HFILL } },
    { &hf_nisca_cc_reserved,
      { "Reserved", "nisca.cc.reserved", FT_UINT8, BASE_HEX, NULL, 0x0,
        "Reserved in the documents; 0 in all captures", HFILL } },
    { &hf_nisca_cc_pipe_quota,
      { "Pipe quota", "nisca.cc.pipe_quota", FT_UINT8, BASE_DEC, NULL, 0x0,
        "Window of the sender", HFILL } },
    { &hf_nisca_cc_p_srv,
      { "Provided services", "nisca.cc.p_srv", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Services that the sender offers: checksums of what it sends and receives", HFILL } },
    { &hf_nisca_cc_p_srv_xchk,
      { "XCHK", "nisca.cc.p_srv.xchk", FT_BOOLEAN, 16, TFS(&wire_set_notset), 0x0001,
        "Transmit checksum", HFILL } },
    { &hf_nisca_cc_p_srv_rchk,
      { "RCHK", "nisca.cc.p_srv.rchk", FT_BOOLEAN, 16, TFS(&wire_set_notset), 0x0002,
        "Receive checksum", HFILL } },
    { &hf_nisca_cc_r_srv,
      { "Required services", "nisca.cc.r_srv", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Services that the sender asks for: checksums of what it sends and receives", HFILL } },
    { &hf_nisca_cc_r_srv_xchk,
      { "XCHK", "nisca.cc.r_srv.xchk", FT_BOOLEAN, 16, TFS(&wire_set_notset), 0x0001,
        "Transmit checksum", HFILL } },
    { &hf_nisca_cc_r_srv_rchk,
      { "RCHK", "nisca.cc.r_srv.rchk", FT_BOOLEAN, 16, TFS(&wire_set_notset), 0x0002,
        "Receive checksum", HFILL } },
    { &hf_nisca_cc_authorize,
      { "Cluster password field", "nisca.cc.authorize", FT_BYTES, BASE_NONE, NULL, 0x0,
        "Derived from the cluster password; valid with the AUTHORIZE flag", HFILL } },
    { &hf_nisca_cc_service,
      { "Service", "nisca.cc.service", FT_STRING, BASE_NONE, NULL, 0x0,
        "Name of the service that the message is about", HFILL } },
    { &hf_nisca_cc_chan_seq,
      { "Channel sequence number", "nisca.cc.chan_seq", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Incarnation of the sender's channel; 0 in a multicast HELLO", HFILL } },
    { &hf_nisca_cc_bus_buffer_size,
      { "Bus buffer size", "nisca.cc.bus_buffer_size", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Largest data buffer of the sender's bus, in bytes", HFILL } },
    { &hf_nisca_cc_transmit_time,
      { "Transmit time", "nisca.cc.transmit_time", FT_ABSOLUTE_TIME, ABSOLUTE_TIME_UTC, NULL, 0x0,
        "Local time of the sender", HFILL } },
    { &hf_nisca_cc_device_name,
      { "LAN device", "nisca.cc.device_name", FT_STRING, BASE_NONE, NULL, 0x0,
        "Name of the sender's LAN adapter, like XQA or EWA", HFILL } },
    { &hf_nisca_cc_lan_hw_addr,
      { "LAN hardware address", "nisca.cc.lan_hw_addr", FT_ETHER, BASE_NONE, NULL, 0x0,
        "Address that was burned into the adapter, which DECnet replaces", HFILL } },
    { &hf_nisca_cc_device_type,
      { "Device type", "nisca.cc.device_type", FT_UINT8, BASE_DEC, VALS(device_types), 0x0,
        "Kind of LAN adapter, as a number of VMS", HFILL } },
    { &hf_nisca_cc_node_hw_type,
      { "Node hardware type", "nisca.cc.node_hw_type", FT_UINT8, BASE_DEC, VALS(node_hw_types), 0x0,
        "Kind of machine, as a number of VMS", HFILL } },
    { &hf_nisca_cc_extension,
      { "Extension (meaning unknown)", "nisca.cc.extension", FT_BYTES, BASE_NONE, NULL, 0x0,
        "Bytes behind the documented fields; newer versions send them", HFILL } },
    { &hf_nisca_cc_padding,
      { "Padding", "nisca.cc.padding", FT_BYTES, BASE_NONE, NULL, 0x0,
        "Zeros, as in the packet size test of VERF", HFILL } },
};

static ei_register_info ei[] = {
    { &ei_nisca_bye,
      { "nisca.bye", PI_SEQUENCE, PI_NOTE, "The node leaves the cluster", EXPFILL } },
    { &ei_nisca_padding_not_zero,
      { "nisca.cc.padding_not_zero", PI_UNDECODED, PI_NOTE,
        "The padding of this packet size test is not zero", EXPFILL } },
};

void
nisca_cc_register(int proto)
{
    static int *ett[] = { &ett_nisca_cc, &ett_nisca_cc_flags, &ett_nisca_cc_p_srv,
                          &ett_nisca_cc_r_srv };

    wire_command_names(cc_type_names, cc_types);
    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
}
