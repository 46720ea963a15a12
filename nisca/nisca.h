/* nisca.h
 * What the layers of the NISCA dissector share.
 *
 * NISCA is the protocol of OpenVMS clusters on a LAN.  Its layers, from the
 * wire up: Length and DX header (packet-nisca.c), then either channel control
 * (nisca-cc.c) or transport (nisca-tr.c) with PPC and PPD (nisca-ppc.c), SCS
 * (nisca-scs.c) and its applications (nisca-mscp.c, nisca-cnx.c, nisca-lck.c)
 * above it; nisca-layer.c has what these share.  What several frames mean
 * together is in nisca-analysis.c and the files that nisca-state.h names;
 * nisca-findings.c shows it, nisca-stats.c counts.
 *
 * Sources that the comments name: "the manual" is OpenVMS Cluster Systems,
 * appendix F; "definitions" are published symbol definitions of the header
 * layouts; "captures" are frames of real VAX and Alpha nodes.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_H
#define CLUSTER_NISCA_H

#include "wire.h"

#include <epan/prefs.h>

#define NISCA_ADDRESS_SIZE 6
#define NISCA_DX_SIZE 14

/* The Length word does not count itself. */
#define NISCA_LENGTH_SIZE 2

/* Text of an SCS address: DECnet area.node, or the six bytes. */
#define NISCA_NODE_SIZE sizeof("00:00:00:00:00:00")

/* The flags byte. Bit 7 decides what the others mean. */
#define NISCA_FLAG_CC 0x80
#define NISCA_CC_AUTHORIZE 0x10
#define NISCA_CC_TYPE 0x0f
#define NISCA_TR_DATA 0x01
#define NISCA_TR_SEQ 0x02
#define NISCA_TR_ACK 0x08
#define NISCA_TR_RSVP 0x10
#define NISCA_TR_REXMT 0x20
#define NISCA_TR_CTL 0x40

/* Types of channel control. */
#define NISCA_CC_HELLO 0
#define NISCA_CC_BYE 1
#define NISCA_CC_CCSTART 2
#define NISCA_CC_VERF 3
#define NISCA_CC_VACK 4
#define NISCA_CC_SOLICIT 6

/* Types of PPD and SCS that the analysis knows. */
#define NISCA_PPD_START 0
#define NISCA_PPD_STACK 1
#define NISCA_PPD_ACK 2
#define NISCA_SCS_CONNECT_REQ 0
#define NISCA_SCS_ACCEPT_REQ 2
#define NISCA_SCS_REJECT_REQ 4
#define NISCA_SCS_DISCONNECT_REQ 6
#define NISCA_SCS_CREDIT_RSP 9

/* MSCP opcodes of end messages have this bit. */
#define NISCA_MSCP_END 0x80

/* The first minor version with the extended transport header (the manual). */
#define NISCA_MINOR_EXTENDED 4

/** An SCS address of the DX header. */
typedef struct {
    uint8_t bytes[NISCA_ADDRESS_SIZE];
    uint64_t number;            /**< of these bytes */
    bool is_node;               /**< AA-00-04-00-x-x: has an SCSSYSTEMID */
    char text[NISCA_NODE_SIZE]; /**< the address, for where there is no name */
    const char *name;           /**< or NULL; see nisca_name_ends() */
    const char *device;         /**< of its adapter, in channel control; or NULL */
} nisca_node_t;

/** What one frame says: filled while its fields are shown, read by the Info
 *  column (and by the analysis) afterwards. */
typedef struct {
    const char *name;      /**< message name, never NULL */
    bool is_unknown;       /**< the name only lasts as long as the packet */
    const char *node_name; /**< of HELLO and its like, START, STACK; or NULL */

    /* Length and DX header */
    uint32_t length;
    uint32_t dx_start; /**< where that header is */
    uint32_t group;
    nisca_node_t dst;
    nisca_node_t src;
    uint32_t flags;
    bool explained; /**< an expert item says already why bytes are missing */
    bool over_udp;  /**< what is below are no LAN addresses */

    /* Channel control */
    bool has_cc;         /**< type, version and name, which a short snap length leaves */
    bool padded;         /**< as in the packet size test */
    bool has_authorize;  /**< all of the header that every version has was captured */
    uint64_t authorize;  /**< cluster password field */
    uint32_t chan_seq;   /**< the sender's, or 0; in transport the receiver's, as it is known */
    const char *device;  /**< LAN device of the sender, or NULL */
    const char *service; /**< SOLICIT_SERVICE: the disk that is wanted, or NULL */
    uint32_t version_minor;
    uint32_t version_major;
    uint64_t transmit_time; /**< VMS time, also of START and STACK; 0: none */

    /* Transport */
    bool has_tr;            /**< the whole header */
    uint32_t data;          /**< where what it carries begins */
    bool extended;          /**< 25-byte header, with the 32-bit numbers */
    bool numbers_extended;  /**< these are in force */
    uint32_t tr_ack;
    uint32_t tr_seq;
    uint32_t pad_data_len;
    uint32_t ext_ack;
    uint32_t ext_seq;
    bool has_ack; /**< the ACK flag is set and the number was there */
    bool has_seq;
    uint32_t ack; /**< the numbers in force, if has_ack, has_seq */
    uint32_t seq;

    /* PPC, PPD, SCS */
    bool has_ppd; /**< the type is there */
    bool has_scs; /**< the header is there */
    uint64_t incarnation; /**< START and STACK: the time of boot, as a number; or 0 */
    uint32_t ppc_opcode;
    uint32_t ppd_length;
    uint32_t ppd_type;
    uint32_t scs_type;
    uint32_t dst_conid;
    uint32_t src_conid;
    uint32_t status;
    const char *dst_process; /**< CONNECT_REQ and ACCEPT_REQ only, else NULL */
    const char *src_process;
    const struct nisca_connection *connection; /**< known before this frame, or NULL */
    const char *application; /**< what the application says, for the Info column; or NULL */
    uint32_t application_size; /**< bytes of that; 0: none, or not known */
    struct nisca_cnx *cnx;   /**< of VMS$VAXcluster, else NULL: see nisca-cnx.h */
    struct nisca_cnx_unnamed *unnamed; /**< its connection without a name, or NULL */

    /* MSCP */
    bool has_mscp;
    uint32_t mscp_cmdref;
    uint32_t mscp_opcode;  /**< with the bit of an end message */
} nisca_message_t;

/** True for a channel control message of this type. */
static inline bool
nisca_cc_is(const nisca_message_t *m, uint32_t type)
{
    return m->has_cc && (m->flags & NISCA_CC_TYPE) == type;
}

typedef void nisca_body_t(wire_t *w, nisca_message_t *m);

/** Take the message's name from `rows` and show what the row says. `kind` names
 *  the number in the text for numbers that have no row. */
void nisca_dispatch(wire_t *w, nisca_message_t *m, const wire_command_t *rows, uint32_t number,
                    const char *kind);

/** Open a subtree at the cursor: w->tree is the subtree until nisca_close()
 *  is given the tree that is returned here. NULL hides nothing: check
 *  wire_left() or the like before. */
proto_tree *nisca_open(wire_t *w, int hf, int ett);
void nisca_close(wire_t *w, proto_tree *outer);

/** Show a VMS absolute time: 64 bits, 100 ns units since 17-NOV-1858. */
bool nisca_vms_time(wire_t *w, int hf);

/** True for AA-00-04-00-x-x: the SCS address of a node. */
bool nisca_is_node_address(const uint8_t *bytes);

/** The text of a node's address: as DECnet has it, or byte by byte.  Returns `text`. */
const char *nisca_node_text(const uint8_t *bytes, char text[NISCA_NODE_SIZE]);

/** Fill in the number of a node, and whether it is one; or all but the names. */
void nisca_node_from_bytes(nisca_node_t *node);
void nisca_node_from_number(nisca_node_t *node, uint64_t number);

/** A LAN address as a number; 0 if it is none, or a multicast address. */
uint64_t nisca_lan_address(const address *addr);

/** The text of a LAN address; in `pool`. */
const char *nisca_lan_text(wmem_allocator_t *pool, uint64_t addr);

/** The addresses that a channel is known by: of the adapters, or where the
 *  capture does not have both (Linux cooked ones), of the nodes.  Returns true
 *  if they are the adapters'. */
bool nisca_channel_addresses(const packet_info *pinfo, const nisca_message_t *message,
                             uint64_t *src, uint64_t *dst);

/** A text for the Info column: printable, or NULL as `text` is. */
const char *nisca_printable(wire_t *w, const char *text);

/** End of a message, or of a part that has a length of its own: say if it is
 *  shorter than its fields, show what was not decoded. */
void nisca_finish(wire_t *w, nisca_message_t *m);

/* The flags byte and the bytes nobody knows belong to every layer. */
extern int hf_nisca_flags;
extern int hf_nisca_flags_cc;
extern int hf_nisca_data;
extern expert_field ei_nisca_short_message;

void nisca_cc(wire_t *w, nisca_message_t *m);
void nisca_tr(wire_t *w, nisca_message_t *m);
void nisca_ppc(wire_t *w, nisca_message_t *m);
void nisca_scs(wire_t *w, void *message);
nisca_body_t nisca_directory;
nisca_body_t nisca_mscp;

void nisca_layer_register(int proto);
void nisca_cc_register(int proto);
void nisca_tr_register(int proto, module_t *module);
void nisca_ppc_register(int proto);
void nisca_scs_register(int proto);
void nisca_mscp_register(int proto);

#endif
