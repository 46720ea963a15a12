/* make-nisca.h
 * Builders for NISCA messages.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef TEST_MAKE_NISCA_H
#define TEST_MAKE_NISCA_H

#include "capture.h"

/** The SCS address of a node, AA-00-04-00-xx-xx. */
endpoint_t nisca_node(uint16_t systemid);
/** The multicast address of a cluster group, AB-00-04-01-xx-xx. */
endpoint_t nisca_group(uint16_t group);

/** Begin a packet with Length (0 so far) and the DX header; the flags byte is
 *  appended next. */
void nisca_dx(packet_t *p, const endpoint_t *from, const endpoint_t *to, uint16_t group);
/** Set Length to what the packet holds now. */
void nisca_set_length(packet_t *p);
/** Set Length, put the Ethernet header in front, pad to Ethernet's minimum. */
void nisca_wrap(packet_t *p, const endpoint_t *from, const endpoint_t *to);

/* --- Channel control --------------------------------------------------------- */

enum { CC_HELLO, CC_BYE, CC_CCSTART, CC_VERF, CC_VACK, CC_DONE, CC_SOLICIT };
enum { CC_AUTHORIZE = 0x10, CC_OK_XMT = 0x20, CC_NO_XMT = 0x40, CC_FLAG = 0x80 };
/** Sizes of the CC header of NISCA 1.1, 1.2, 1.3, and 1.5. */
enum { CC_SIZE_1 = 46, CC_SIZE_2 = 62, CC_SIZE_3 = 98, CC_SIZE_5 = 104 };

/** A CC header, in the order of its bytes. */
typedef struct {
    uint8_t flags;
    uint8_t reason;
    uint32_t maint;
    uint8_t minor;
    uint8_t major;
    uint16_t eco;
    const char *nodename;
    uint32_t port_fcn;
    uint32_t sta_info;
    uint8_t rst_port[6];
    uint8_t pipe_quota;
    uint16_t p_srv;
    uint16_t r_srv;
    uint32_t authorize[2];
    const char *service;
    uint16_t chan_seq;
    uint16_t bus_buffer_size;
    uint64_t transmit_time;
    const char *device_name;
    uint8_t lan_hw_addr[6];
    uint8_t device_type;
    uint8_t node_hw_type;
    uint16_t extension[3];
    unsigned size; /**< of the header; not on the wire */
} nisca_cc_t;

/** What real nodes send: NISCA 1.`minor` with the header size of that version. */
nisca_cc_t nisca_cc_typical(uint8_t flags, uint8_t minor, const char *nodename);
void nisca_cc(packet_t *p, const nisca_cc_t *cc);

/* --- Transport --------------------------------------------------------------- */

enum { TR_DATA = 0x01, TR_SEQ = 0x02, TR_NAK = 0x04, TR_ACK = 0x08, TR_RSVP = 0x10,
       TR_REXMT = 0x20, TR_CTL = 0x40 };
/** The byte that marks an extended header at its place TR_PAD_DATA_LEN. */
enum { TR_PAD_DATA_LEN = 18 };

/** A TR header, in the order of its bytes; the last five are of NISCA 1.4. */
typedef struct {
    uint8_t flags;
    uint8_t pad;
    uint16_t ack;
    uint16_t seq;
    uint16_t chan_seq;
    uint8_t pad_data_len;
    uint32_t ext_ack;
    uint32_t ext_seq;
    uint32_t unknown3;
    uint16_t unknown4;
    uint8_t unknown5;
} nisca_tr_t;

/** The numbers in both pairs and the constants that real nodes send. */
nisca_tr_t nisca_tr_typical(uint8_t flags, uint32_t ack, uint32_t seq);
/** The 9 bytes of NISCA 1.3. */
void nisca_tr_classic(packet_t *p, const nisca_tr_t *tr);
/** The 25 bytes of NISCA 1.4 and later. */
void nisca_tr_extended(packet_t *p, const nisca_tr_t *tr);

/* --- Above the TR header -------------------------------------------------------- */

enum { PPC_SNT_DG = 0, PPC_SNT_LB = 1, PPC_SNT_SEQ = 2, PPC_SNT_DATWM = 20, PPC_SNT_DATWM_LP = 21 };
enum { PPD_START, PPD_STACK, PPD_ACK, PPD_SCS_DG, PPD_SCS_MSG, PPD_ERROR_LOG, PPD_NODE_STOP };
enum { SCS_CONNECT_REQ, SCS_CONNECT_RSP, SCS_ACCEPT_REQ, SCS_ACCEPT_RSP, SCS_REJECT_REQ,
       SCS_REJECT_RSP, SCS_DISCONNECT_REQ, SCS_DISCONNECT_RSP, SCS_CREDIT_REQ, SCS_CREDIT_RSP,
       SCS_APPL_MSG, SCS_APPL_DG };

/** PPC opcode, PPD length (of the type word and `body` bytes), PPD type. */
void nisca_ppd(packet_t *p, uint8_t opcode, uint16_t type, unsigned body);

/** A START or STACK body, in the order of its bytes. */
typedef struct {
    uint64_t systemid; /* 48 bits */
    uint8_t protocol;
    uint16_t maxdg;
    uint16_t maxmsg;
    const char *swtype;
    const char *swvers;
    uint64_t swincarn;
    const char *hwtype;
    uint8_t hwvers[12];
    const char *nodename;
    uint64_t curtime;
} nisca_start_t;

enum { START_SIZE = 60 };
void nisca_start(packet_t *p, const nisca_start_t *start);

enum { SCS_SIZE = 12, CONNECT_SIZE = 52 };
void nisca_scs(packet_t *p, uint16_t type, uint16_t credit, uint32_t dst_conid,
               uint32_t src_conid);
/** The body of CONNECT_REQ and ACCEPT_REQ; `data` are 16 characters. */
void nisca_connect(packet_t *p, uint16_t min_credit, uint16_t status, const char *dst_process,
                   const char *src_process, const char *data);

/** A block-transfer descriptor, in the order of its bytes. */
typedef struct {
    uint32_t conid;
    uint32_t rspid;
    uint32_t length;
    uint32_t sname;
    uint32_t soff;
    uint32_t rname;
    uint32_t roff;
} nisca_block_t;

void nisca_block(packet_t *p, const nisca_block_t *block);

/** VMS time of a capture time: 100 ns since 17-NOV-1858. */
uint64_t nisca_time(int64_t time);

/* --- The captures ------------------------------------------------------------------ */

void make_nisca_hostile(const char *folder);

#endif
