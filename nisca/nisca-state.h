/* nisca-state.h
 * What the first pass finds and remembers of a capture file, and what the layers
 * may ask of it.
 *
 * One owner for each piece: nisca-state.c has the file's state,
 * nisca-circuits.c the circuits, nisca-nodes.c who the nodes are,
 * nisca-channels.c HELLOs and the handshakes of channels, nisca-conns.c SCS
 * connections, nisca-mscp-pairs.c MSCP commands.  All of it lives as long as
 * the capture file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_STATE_H
#define CLUSTER_NISCA_STATE_H

#include "nisca.h"

#include "cadence.h"
#include "delivery.h"
#include "first_pass.h"
#include "observation.h"
#include "requests.h"

/** What a finding says; `ref` and `value` of finding_t in brackets.  They are shown in
 *  this order. */
typedef enum {
    NISCA_FOUND_HELLO = 1,        /**< at this place [previous HELLO, ns since] */
    NISCA_FOUND_HELLO_SENT,       /**< where a place missed HELLOs: ns since the previous one
                                       of all places; not shown [previous HELLO, ns since] */
    NISCA_FOUND_CHANNEL_START,    /**< [CCSTART or SOLICIT] */
    NISCA_FOUND_CHANNEL_VERF,     /**< of a VACK [VERF] */
    NISCA_FOUND_CHANNEL_VACK,     /**< of a VERF [VACK or 0] */
    NISCA_FOUND_CHANNEL_SETUP,    /**< [-, ns since the CCSTART] */
    NISCA_FOUND_NO_VERF,
    NISCA_FOUND_NO_VACK,
    NISCA_FOUND_PASSWORD,
    NISCA_FOUND_IDENTITY,
    NISCA_FOUND_ACKS,             /**< [acknowledged frame, round trip in ns] */
    NISCA_FOUND_ACKS_REPEATED,    /**< ... of a message that was sent again before [likewise] */
    NISCA_FOUND_ACK_UNSEEN,
    NISCA_FOUND_RSVP_ANSWERED,    /**< [1 if asked more than once, ns since the first time] */
    NISCA_FOUND_ACKED,            /**< [acknowledging frame or 0, further transmissions] */
    NISCA_FOUND_REXMT,            /**< retransmission [-, cause: NISCA_CAUSE_...] */
    NISCA_FOUND_REXMT_OF,         /**< [original, ns since] */
    NISCA_FOUND_DUPLICATE,        /**< [first copy, copies so far] */
    NISCA_FOUND_GAP,              /**< [-, numbers skipped] */
    NISCA_FOUND_CIRCUIT_START,    /**< not kept: [latest START] */
    NISCA_FOUND_RESTARTED,
    NISCA_FOUND_CONNECTION,       /**< not kept: [CONNECT_REQ] */
    NISCA_FOUND_SCS_REQUEST,      /**< [response or 0] */
    NISCA_FOUND_SCS_RESPONSE,     /**< [request, ns since] */
    NISCA_FOUND_MSCP_COMMAND,     /**< [end message or 0] */
    NISCA_FOUND_MSCP_END,         /**< [command, ns since] */
    NISCA_FOUND_COPY,             /**< not kept: [first sighting] */
    NISCA_FOUND_LIMIT,            /**< a cap was reached: said once */
    NISCA_FOUND_KINDS
} nisca_found_kind_t;

/** Why a message was sent again; the values of nisca.analysis.rexmt_cause, from 1. */
enum {
    NISCA_CAUSE_UNPROVEN, /**< what the other node sends to this one was not captured */
    NISCA_CAUSE_MESSAGE_LOST = 1,
    NISCA_CAUSE_ACK_LOST,
    NISCA_CAUSE_NO_ORIGINAL
};

/** What is connected: decides how the messages of a connection are read. */
typedef enum {
    NISCA_SYSAP_OTHER,
    NISCA_SYSAP_DIRECTORY,
    NISCA_SYSAP_DISK,
    NISCA_SYSAP_TAPE,
    NISCA_SYSAP_CLUSTER /**< connection and lock manager */
} nisca_sysap_t;

/** An SCS connection. */
typedef struct nisca_connection {
    const char *processes;  /**< both, the requesting one first */
    nisca_sysap_t sysap;
    uint32_t number;        /**< in the file, from 1 */
    uint32_t connect_frame; /**< its CONNECT_REQ, or 0 */
} nisca_connection_t;

#define NS_PER_MS INT64_C(1000000)

/* Caps, each for one kind of thing: beyond them frames are still decoded, but
 * no longer followed. */
#define NISCA_MAX_NODES 65536
#define NISCA_MAX_GROUPS 65536
#define NISCA_MAX_CIRCUITS 65536
#define NISCA_MAX_ADAPTERS 65536
#define NISCA_MAX_RHYTHMS 65536
#define NISCA_MAX_CHANNELS 65536
#define NISCA_MAX_CONNECTIONS 65536

/* In place of a cluster where none is known: before a feed has shown a frame of it, and
 * for what all clusters of a group have in common. */
#define NISCA_ANY_CLUSTER UINT32_MAX

/** Frames at which something happened, so that every pass sees what the first
 *  one did; NULL: it never happened. */
typedef struct {
    wmem_tree_t *frames;
    uint32_t count;
} nisca_history_t;

/** A node of one cluster. */
typedef struct nisca_node_state {
    wmem_tree_t *versions;               /**< nisca_version_t by frame; NISCA_ANY_CLUSTER */
    const struct nisca_version *version; /**< the latest */
    nisca_history_t byes;
    uint64_t name;                       /**< hash of the node's name, 0: not known */
    bool has_directed;                   /**< some feed has shown what it sent to one node */
} nisca_node_state_t;

/* Messages that want an answer at once, remembered per direction. */
#define NISCA_RSVPS 4

typedef struct {
    int64_t number;
    int64_t time;
    bool repeated; /**< the message was sent again */
} nisca_rsvp_t;

/* Numbers that were skipped, remembered per direction. */
#define NISCA_GAPS 4

typedef struct {
    int64_t from, to;
    moment_t at;
    finding_t *finding;
} nisca_gap_t;

/** One direction of a circuit: what one node sends. */
typedef struct {
    delivery_t sent;
    const delivery_rules_t *rules; /**< NULL: nothing sent */
    int64_t acked;                 /**< highest number acknowledged */
    bool has_acked;
    uint8_t rsvp_count;
    nisca_rsvp_t rsvps[NISCA_RSVPS]; /**< not answered yet */
    nisca_gap_t gaps[NISCA_GAPS];    /**< the latest */
    uint32_t next_gap;
} nisca_way_t;

/** A virtual circuit. */
typedef struct {
    nisca_way_t ways[2];         /**< from the lower address, from the higher */
    nisca_node_state_t *nodes[2]; /**< NULL: not begun */
    nisca_history_t starts;
    int64_t stack_time;
    uint32_t byes;               /**< of both nodes, when last looked at */
    bool stacked;                /**< STACK came since the last START */
    bool established;            /**< since the last START or BYE */
} nisca_circuit_t;

/** The frame that is being analysed. */
typedef struct {
    const nisca_message_t *message;
    packet_info *pinfo;
    tvbuff_t *tvb;
    uint32_t frame;
    uint32_t cluster;            /**< its index */
    int64_t time;                /**< ns, by the clock of the file's first feed */
    int64_t time_here;           /**< ns, by the clock of the place */
    uint64_t src, dst;           /**< SCS addresses */
    uint64_t lan_src, lan_dst;   /**< 0: not known */
    uint64_t content;            /**< see identity_t */
    observation_t seen;
    bool repeated;               /**< this message was sent before */
} nisca_frame_t;

/** Everything there is.  Maps have state_key_t as keys: two addresses or what
 *  else identifies the thing, then cluster and group. */
typedef struct {
    first_pass_t pass;
    observer_t *observer;
    wmem_map_t *nodes;           /**< nisca_node_state_t */
    wmem_map_t *circuits;        /**< nisca_circuit_t */
    wmem_map_t *copies;          /**< see nisca-circuits.c */
    wmem_map_t *groups, *names;  /**< see nisca-nodes.c */
    wmem_map_t *adapters, *rhythms, *channels; /**< see nisca-channels.c */
    wmem_map_t *conids;          /**< see nisca-conns.c */
    uint32_t connections;        /**< that were made so far */
    requests_t *requests;        /**< SCS requests and MSCP commands */
} nisca_state_t;

/** NULL until the first NISCA frame of a file is analysed. */
extern nisca_state_t *nisca_state;

/** Begin the analysis of a frame; of the file with its first one. */
void nisca_state_begin_frame(uint32_t frame);

/** Have the state forgotten with its file; to be called once. */
void nisca_state_register(void);

/** The cluster that a frame's feed is known to show, or NISCA_ANY_CLUSTER. */
uint32_t nisca_cluster_of(const packet_info *pinfo, uint32_t group);

/** The frame to name in place of `frame`: see finding_view_t. */
uint32_t nisca_link(const finding_view_t *view, uint32_t frame);

/** Append a finding about the frame under analysis. */
static inline finding_t *
nisca_found(nisca_found_kind_t kind, uint32_t ref, int64_t value)
{
    return first_pass_add(&nisca_state->pass, (uint8_t)kind, ref, value);
}

/** The key of a node for the observer: an address of zeros is an address. */
static inline uint64_t
nisca_observed_node(uint64_t addr)
{
    return 1 + addr;
}

/** Append a frame, which must be the latest one. */
void nisca_history_add(nisca_history_t *history, uint32_t frame);

/** The latest frame before `frame`, or 0.  O(log n). */
uint32_t nisca_history_before(const nisca_history_t *history, uint32_t frame);

/* --- nisca-circuits.c --- */

/** The key of a pair of nodes, whichever sends. */
state_key_t nisca_pair_key(uint32_t cluster, const nisca_message_t *message);

/** Follow the circuit of a transport message. */
void nisca_circuits_analyse(nisca_frame_t *frame);

/** Follow an ACK that looks like one shortly before it at the same place. */
void nisca_acks_analyse(nisca_frame_t *frame);

/** The circuit of a message that was seen before, or NULL. */
const nisca_circuit_t *nisca_find_circuit(uint32_t cluster, const nisca_message_t *message);

/** The START that the circuit of this message began with, if it is in the
 *  capture and no BYE came after it; else 0. */
uint32_t nisca_circuit_start(const packet_info *pinfo, const nisca_message_t *message);

/* --- nisca-nodes.c --- */

/** Which transport numbers the versions of two nodes put in force. */
typedef enum {
    NISCA_NUMBERS_UNKNOWN,
    NISCA_NUMBERS_CLASSIC,
    NISCA_NUMBERS_EXTENDED
} nisca_numbers_t;

/** By what both ends of a circuit said before `frame`. */
nisca_numbers_t nisca_numbers_in_force(const packet_info *pinfo, const nisca_message_t *message);

/** A node that was seen before, or NULL. */
nisca_node_state_t *nisca_find_node(uint32_t cluster, uint32_t group, uint64_t addr);

/** A node of the cluster; NULL beyond the cap. */
nisca_node_state_t *nisca_node(const nisca_frame_t *frame, uint64_t addr);

/** Whether some feed has shown frames of this node that were for one node: where none
 *  has, what it answered is not in sight. */
bool nisca_is_in_sight(const nisca_frame_t *frame, uint64_t addr);

/** A number that changes whenever the node leaves; 0 for NULL. */
uint32_t nisca_bye_count(const nisca_node_state_t *node);

/** Learn who the sender is: version, name, password; forget it after BYE. */
void nisca_nodes_analyse(const nisca_frame_t *frame);

/* --- nisca-channels.c --- */

/** How HELLOs are judged. */
extern const cadence_rules_t nisca_hello_rules;

/** Follow handshakes. */
void nisca_channels_analyse(const nisca_frame_t *frame);

/** Follow the HELLOs of an adapter: as they came to a place, and as they were sent.  Of
 *  each first sighting at a place. */
void nisca_hellos_analyse(const nisca_frame_t *frame);

/* --- nisca-conns.c --- */

/** The connection that an SCS message belongs to, as known before its frame;
 *  or NULL. */
const nisca_connection_t *nisca_connection_of(const packet_info *pinfo,
                                              const nisca_message_t *message);

/** Follow SCS connections. */
void nisca_connections_analyse(const nisca_frame_t *frame);

/* --- nisca-mscp-pairs.c --- */

/** Link MSCP commands and end messages. */
void nisca_mscp_analyse(const nisca_frame_t *frame);

/* --- nisca-cnx-analysis.c --- */

/** Follow connection managers; of any frame, as it tells that a node lives. */
void nisca_cnx_analyse(const nisca_frame_t *frame);

#endif
