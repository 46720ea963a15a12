/* cman.h
 * What the files of the cman dissector share.
 *
 * cman is the cluster manager of Red Hat Cluster Suite for RHEL 4.  Names and
 * layouts are those of cman-kernel: "cnxman-private.h", "cnxman-socket.h" and
 * "sm_internal.h"; "cman field guide" is C. Caulfield's text of 2 December 2010.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CMAN_H
#define CMAN_H

#include "wire.h"

/** Cluster ports with messages of their own ("cnxman-socket.h"). */
enum {
    CMAN_PORT_INTERNAL = 0,
    CMAN_PORT_MEMBERSHIP = 1,
    CMAN_PORT_SERVICES = 2,
    CMAN_PORT_SYSMAN = 10,
    CMAN_PORT_CLVMD = 11,
    CMAN_PORT_SLM = 12,
    CMAN_PORT_USER_SERVICE = 13
};

/** Bits of the header's flags; the low half is Linux's own MSG_ flags. */
enum {
    CMAN_FLAG_NOACK = 0x00010000,
    CMAN_FLAG_QUEUE = 0x00020000,
    CMAN_FLAG_MULTICAST = 0x00080000,
    CMAN_FLAG_ALLINT = 0x00100000,
    CMAN_FLAG_REPLYEXP = 0x00200000,
    CMAN_FLAG_BCASTSELF = 0x00400000,
    CMAN_FLAGS_MSG = 0x0000ffff,
    CMAN_FLAGS_UNDEFINED = 0x7f840000 /**< never set by any known sender */
};

/** Commands of the internal port. */
enum {
    CMAN_ACK = 1,
    CMAN_LISTENREQ,
    CMAN_LISTENRESP,
    CMAN_PORTCLOSED,
    CMAN_BARRIER
};

/** Commands of the membership port. */
enum {
    CMAN_JOINCONF = 1,
    CMAN_JOINREQ,
    CMAN_LEAVE,
    CMAN_HELLO,
    CMAN_KILL,
    CMAN_JOINACK,
    CMAN_ENDTRANS,
    CMAN_RECONFIG,
    CMAN_MASTERVIEW,
    CMAN_STARTTRANS,
    CMAN_JOINREJ,
    CMAN_VIEWACK,
    CMAN_STARTACK,
    CMAN_TRANSITION,
    CMAN_NEWCLUSTER,
    CMAN_CONFACK,
    CMAN_NOMINATE,
    CMAN_NODEDOWN
};

/** Answers to a JOINREQ. */
enum {
    CMAN_JOIN_OK = 1,
    CMAN_JOIN_NAK,
    CMAN_JOIN_WAIT
};

/** The RECONFIG parameter that says the version of the configuration. */
#define CMAN_RECONFIG_VERSION 3

/** Node states in a view record. */
enum {
    CMAN_NODE_JOINING = 1,
    CMAN_NODE_MEMBER,
    CMAN_NODE_DEAD
};

#define CMAN_VIEW_FIRST 0x01
#define CMAN_VIEW_LAST 0x02
#define CMAN_HELLO_MASTER 0x01
#define CMAN_HELLO_QUORATE 0x02
#define CMAN_ACK_NOLISTENER 0x01
#define CMAN_LEAVE_REASON 0x0f
#define CMAN_LEAVE_FORCE 0x10

/** Why a node left. */
enum {
    CMAN_LEFT_DOWN = 0,
    CMAN_LEFT_REMOVED = 3,
    CMAN_LEFT_INCONSISTENT = 5, /**< a master whose restarts are in vain */
    CMAN_LEFT_DEAD = 6,
    CMAN_LEFT_NORESPONSE = 7,
    CMAN_LEFT_UNKNOWN = 16 /**< the message does not say it */
};

/** Why a transition starts. */
enum {
    CMAN_TRANS_NEWNODE = 1,
    CMAN_TRANS_REMNODE,
    CMAN_TRANS_ANOTHERREMNODE,
    CMAN_TRANS_NEWMASTER,
    CMAN_TRANS_CHECK,
    CMAN_TRANS_RESTART,
    CMAN_TRANS_DEADMASTER
};

/** What a BARRIER message says; the other two are never sent. */
enum {
    CMAN_BARRIER_REGISTER = 1,
    CMAN_BARRIER_CHANGE = 2,
    CMAN_BARRIER_WAIT = 4,
    CMAN_BARRIER_COMPLETE = 5
};

/** Messages of the service manager. */
enum {
    CMAN_SM_JOIN_REQ = 1,
    CMAN_SM_JOIN_REP,
    CMAN_SM_JSTOP_REQ,
    CMAN_SM_JSTOP_REP,
    CMAN_SM_JSTART_CMD,
    CMAN_SM_LEAVE_REQ,
    CMAN_SM_LEAVE_REP,
    CMAN_SM_LSTOP_REQ,
    CMAN_SM_LSTOP_REP,
    CMAN_SM_LSTART_CMD,
    CMAN_SM_LSTART_DONE,
    CMAN_SM_RECOVER
};

/** One record of a cluster view. */
typedef struct cman_view_node {
    struct cman_view_node *next;
    const char *name;
    uint32_t name_size;
    uint32_t state;       /**< 0 if the record ends before it */
    uint32_t num_addrs;
    uint32_t id;
    bool whole;           /**< the record was there to its end: `id` is valid */
} cman_view_node_t;

/** What one message says: filled while its fields are shown, then read by the
 *  Info column (and whatever else looks at messages).  Members that a message
 *  does not have are 0. */
typedef struct {
    const wire_command_t *command; /**< NULL: no or an unknown command */
    bool has_header;               /**< the 20 bytes were there */
    bool has_number;               /**< so was the command byte, if the port has one */
    bool has_body;                 /**< so was the fixed part of the command */
    uint32_t whole;                /**< bytes from the command on that Info may read: all of a
                                        body, or what the capture's snap length left of it */
    bool has_more_nodes;           /**< but not all records of the view */

    uint32_t tgtport;
    uint32_t srcport;
    uint32_t seq;
    uint32_t ack;
    uint32_t cluster;
    uint32_t flags;
    uint32_t srcid; /**< signed on the wire, like every node id */
    uint32_t tgtid;

    uint32_t length; /**< of the whole message, by its reported length */
    const char *src_name; /**< of the two nodes, where known; NULL until it was looked up */
    const char *tgt_name;

    uint32_t number; /**< the command byte of ports 0, 1 and 2 */

    /* Internal port */
    uint32_t port; /**< that an ACK, a LISTENREQ ... is about */
    uint32_t ack_flags;
    uint32_t listening;
    uint32_t tag;
    uint32_t barrier_command;

    /* Membership */
    uint32_t generation;
    uint32_t nodeid; /**< node that the message is about */
    uint32_t trans_reason;
    uint32_t leave; /**< reason and FORCE bit */
    uint32_t quorum;
    uint32_t total_votes;
    uint32_t num_addrs;
    uint32_t members;
    uint32_t hello_flags;
    uint32_t view_flags;
    uint32_t joinack;
    uint32_t viewack;
    uint32_t version_major;
    uint32_t config_version;
    uint32_t addr_len;
    uint32_t reconfig_param;
    uint32_t reconfig_value;

    /* Services */
    uint32_t sm_status;
    uint32_t sevent_id;
    uint32_t sgid;
    uint32_t sm_level;
    uint32_t sm_length;
    uint32_t member_count;

    proto_item *verdict_item;  /**< what is said of this message alone; see cman_say() */
    expert_field *verdict;
    const char *verdict_text;

    const char *name; /**< of a node, barrier or service group; NULL if absent */
    const char *cluster_name; /**< of a JOINREQ; NULL if absent */
    const char *victim; /**< address that a KILL without a node id goes to, or NULL */
    cman_view_node_t *view_nodes; /**< records of a view, in wire order */
    cman_view_node_t *last_view_node;
} cman_message_t;

/** A cluster port whose messages start with a command byte. */
typedef struct {
    const wire_field_t *head;       /**< the command byte, kept in `number` */
    const wire_command_t *commands; /**< ended by a row without name */
} cman_layer_t;

extern const cman_layer_t cman_internal;
extern const cman_layer_t cman_membership;
extern const cman_layer_t cman_services;

/** True for a membership message of this command. */
static inline bool
cman_is(const cman_message_t *message, uint32_t command)
{
    return message->tgtport == CMAN_PORT_MEMBERSHIP && message->number == command;
}

/** True for a STARTTRANS that names nobody: after a clash or a NOMINATE, the master goes on
 *  with the reason, and with its own id. */
static inline bool
cman_goes_on(const cman_message_t *message)
{
    return message->nodeid == message->srcid
           && (message->trans_reason == CMAN_TRANS_REMNODE
               || message->trans_reason == CMAN_TRANS_CHECK);
}

/** True for the copy of a message in an ICMP error: what it says was said when
 *  the message was sent. */
static inline bool
cman_is_quoted(const wire_t *w)
{
    return w->pinfo->flags.in_error_pkt;
}

/* cman-layer.c */
extern const value_string cman_port_names[];
extern expert_field ei_cman_truncated_message;

/** Note what a message says on its own, at the item shown last; raised after the
 *  analysis, if this is not a repetition. */
void cman_say(const wire_t *w, cman_message_t *message, expert_field *expert, const char *format,
              ...) G_GNUC_PRINTF(4, 5);

/** Show the rest of a message that has no known layout: cman.payload. */
void cman_opaque(wire_t *w, void *message);

/* cman-membership.c */
/** Say what is known of a message that the capture's snap length cut. */
void cman_membership_cut(const wire_t *w, cman_message_t *message);

extern expert_field ei_cman_joinack_nak;

/** Name of the reason why a node left; NULL if there is none. */
const char *cman_leave_reason_name(uint32_t reason);

/** Name of a transition's reason. */
const char *cman_trans_reason_name(uint32_t reason);

/* cman-nodes.c: what several messages say about nodes. */
extern int hf_cman_node_name;
extern int hf_cman_nodeid;
extern int hf_cman_num_addrs;
extern int hf_cman_votes;
extern int hf_cman_expected_votes;

/** Show `count` socket addresses, or those that are there.  `stated` is the
 *  size of one if the message says it, else 0.  Returns false if the message
 *  ends before, or cannot be followed any further. */
bool cman_addresses(wire_t *w, uint32_t count, uint32_t stated);

/** Show the records of a view, to the end of the message. */
void cman_view(wire_t *w, void *data);

void cman_layer_register(int proto);
void cman_nodes_register(int proto);
void cman_internal_register(int proto);
void cman_membership_register(int proto);
void cman_services_register(int proto);
void cman_users_register(void);
void cman_users_handoff(void);

#endif
