/* nisca-cnx.h
 * What the SYSAP VMS$VAXcluster of two nodes says: the connection manager
 * (CNX), the lock manager (LCK) and what else shares their connection.
 *
 * Sources that the comments name: "definitions" are published symbol
 * definitions of the message header, the facilities, the functions, the phases
 * and the connect data; "captures" are 29 frames of real nodes, all of them
 * OpenVMS VAX V7.3.  Other versions were never seen: a message of another
 * length is not decoded beyond its header.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_CNX_H
#define CLUSTER_NISCA_CNX_H

#include "nisca.h"

/* Every message of this SYSAP has this many bytes (definitions, captures). */
#define NISCA_CNX_SIZE 132

/* The process of this name at both ends of the connection. */
#define NISCA_CNX_PROCESS "VMS$VAXcluster"

/* Facilities. */
#define NISCA_FACILITY_CNX 1
#define NISCA_FACILITY_LCK 2
#define NISCA_FACILITY_ACK 4

/* Functions of the facility CNX. */
#define NISCA_CNX_STATUS 0x01
#define NISCA_CNX_ENTER 0x02
#define NISCA_CNX_LOCK 0x03
#define NISCA_CNX_UNLOCK 0x04
#define NISCA_CNX_DESC 0x05
#define NISCA_CNX_VEC 0x06
#define NISCA_CNX_FORM 0x07
#define NISCA_CNX_RECONFIG 0x08
#define NISCA_CNX_JOIN 0x09
#define NISCA_CNX_PH2 0x0a
#define NISCA_CNX_READY 0x0b
#define NISCA_CNX_DOSTEP 0x0c
#define NISCA_CNX_QUORUM 0x0d
#define NISCA_CNX_TRNSTS 0x0e
#define NISCA_CNX_TOPOLOGY 0x0f
#define NISCA_CNX_QFINQ 0x10
#define NISCA_CNX_LB 0x11
#define NISCA_CNX_RESLOCK 0x12
#define NISCA_CNX_IGNORE 0x13
#define NISCA_CNX_HARDWARE 0x14

/* Transition codes. */
#define NISCA_TRANSITION_FORM 1
#define NISCA_TRANSITION_JOIN 2
#define NISCA_TRANSITION_RECONFIG 3
#define NISCA_TRANSITION_QUORUM 4

/* Types of connect data. */
#define NISCA_CNX_INITIAL 1
#define NISCA_CNX_RECONNECT 2

/* Functions of the facility LCK; the names are ours. */
#define NISCA_LCK_REQUEST 1
#define NISCA_LCK_DEQUEUE 3
#define NISCA_LCK_REMOVE 4
#define NISCA_LCK_BLOCKING 5
#define NISCA_LCK_CONVERT_VALUE 6
#define NISCA_LCK_CONVERT 7
#define NISCA_LCK_LOOKUP 8
#define NISCA_LCK_REBUILD 13

/* Outcomes of LCK answers. */
#define NISCA_LCK_OTHER_MASTER 0xf8
#define NISCA_LCK_BECOMES_MASTER 0xf9
#define NISCA_LCK_GRANTED 0xfa

/* Width of a node map, and of a resource name at most. */
#define NISCA_CNX_MAP_SIZE 32
#define NISCA_LCK_NAME_SIZE 31

/** What one message says; lives as long as the packet. */
typedef struct nisca_cnx {
    bool has_header;      /**< all that every facility has */
    uint32_t seq;
    uint32_t ackseq;
    uint32_t rspid;
    uint32_t facility;    /**< without the bit of an answer */
    uint32_t function;    /**< valid in every facility but ACK */
    bool is_whole;        /**< of the usual length */
    bool is_answer;
    bool has_transition;  /**< the transition header, or the step in its place */
    bool has_step;        /**< a request of READY or DOSTEP */
    bool has_map;         /**< of a proposal: all up to its end */
    bool has_status;
    bool has_desc;
    bool has_connect;     /**< CONNECT_REQ or ACCEPT_REQ */
    bool is_probable;     /**< nothing in the capture names the connection */
    const char *name;     /**< of the function; NULL in an ACK and in other facilities */
    char text[48];        /**< for the Info column: longer than any facility and function */

    /* Transitions */
    uint32_t xtn_id;
    uint32_t phase;
    uint32_t code;
    uint32_t ack;
    uint32_t step;        /**< with has_step */

    /* Proposals */
    uint32_t next_index;
    uint32_t quorum;
    uint32_t rebuild;
    uint32_t qdskvotes;
    uint32_t members;
    uint32_t votes;
    uint32_t expected_votes; /**< of FORM, JOIN; and of STATUS */
    uint32_t high_index;
    uint64_t formed;         /**< VMS time; and of STATUS */
    uint64_t founder;
    uint8_t map[NISCA_CNX_MAP_SIZE];

    /* STATUS: also quorum, votes, qdskvotes, expected_votes, members */
    /* DESC */
    uint64_t systemid;
    uint32_t csid;
    uint32_t slot;

    /* LCK */
    uint32_t mode;
    uint32_t outcome;
    uint32_t master;
    bool has_outcome;
    bool has_value;          /**< a grant with a value block */
    uint32_t resource_size;  /**< 0: no name */
    uint8_t resource[NISCA_LCK_NAME_SIZE];

    /* Connect data */
    uint32_t connect_type;
    uint32_t received;       /**< last sequence number received before a reconnection */
} nisca_cnx_t;

/** Decode a message on a connection of VMS$VAXcluster, named or probable. */
nisca_body_t nisca_cnx;

/** True if the rest of the message is probably one of VMS$VAXcluster, on a
 *  connection that was made before the capture: it looks like one, or others of
 *  its connection did. */
bool nisca_cnx_is_probable(const wire_t *w, nisca_message_t *m);

/** What earlier messages of the connection, by its ids, say of that; notes the
 *  connection in `m`.  In nisca-cnx-unnamed.c. */
bool nisca_cnx_is_known(const wire_t *w, nisca_message_t *m, bool looks_like_it);

/** Show what the connect data behind the cursor (16 bytes, field w->item) say. */
void nisca_cnx_connect_data(const wire_t *w, nisca_message_t *m);

/** The reason in a DISCONNECT_REQ of this SYSAP, or NULL if it is none of its
 *  own. */
const char *nisca_cnx_disconnect_reason(uint32_t status);

/** Text of a resource name: its printable part, and what follows in
 *  hexadecimal. Of the packet's pool. */
const char *nisca_lck_name_text(wmem_allocator_t *pool, const uint8_t *name, size_t size);

/** From the body of an LCK message on: fills the LCK part of `cnx`. */
void nisca_lck(wire_t *w, nisca_cnx_t *cnx);

/* Pieces of layouts, in nisca-cnx-nodes.c: a VMS time of 8 bytes, where 0 means no
 * time; when the cluster was formed, which `cnx` keeps; an SCSSYSTEMID of 6 bytes. */
void nisca_cnx_time(wire_t *w, int hf, uint64_t *ticks);
void nisca_cnx_formation_time(wire_t *w, nisca_cnx_t *cnx);
void nisca_cnx_systemid(wire_t *w, int hf, uint64_t *id);

/* Rows of the table of functions, for what a request has behind its headers: the
 * second argument is a nisca_cnx_t.  In nisca-cnx-nodes.c and -proposals.c. */
void nisca_cnx_status(wire_t *w, void *message);
void nisca_cnx_desc(wire_t *w, void *message);
void nisca_cnx_hardware(wire_t *w, void *message);
void nisca_cnx_enter(wire_t *w, void *message);
void nisca_cnx_proposal(wire_t *w, void *message);

/** Bytes that the sender does not use, or that nobody can read. */
extern int hf_nisca_cnx_unused;

void nisca_cnx_register(int proto, module_t *module);
void nisca_cnx_nodes_register(int proto);
void nisca_cnx_proposals_register(int proto);
void nisca_lck_register(int proto);

#endif
