/* nisca-state.h
 * What the first pass remembers of a capture file; shared by the analysis
 * files of this dissector only.
 *
 * One owner for each piece: nisca-state.c has the file's state,
 * nisca-circuits.c the circuits, nisca-nodes.c who the nodes are,
 * nisca-channels.c HELLOs and the handshakes of channels, nisca-conns.c SCS
 * connections, nisca-mscp-pairs.c MSCP commands.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_STATE_H
#define CLUSTER_NISCA_STATE_H

#include "nisca.h"
#include "nisca-analysis.h"

#include "capture_point.h"
#include "delivery.h"

#define NS_PER_MS INT64_C(1000000)

/* Caps, each for one kind of thing: beyond them frames are still decoded, but
 * no longer followed. */
#define NISCA_MAX_NODES 65536
#define NISCA_MAX_GROUPS 65536
#define NISCA_MAX_CIRCUITS 65536
#define NISCA_MAX_ADAPTERS 65536
#define NISCA_MAX_CHANNELS 65536
#define NISCA_MAX_CONNECTIONS 65536

/* What a node is or has at all capture points has this one's number. */
#define NISCA_EVERYWHERE UINT32_MAX

/** Identifies anything that is remembered: two addresses (or what else there
 *  is), capture point, group.  No padding: it is hashed as it is. */
typedef struct {
    uint64_t first, second;
    uint32_t point, group;
} nisca_key_t;

/** Something that holds from a frame on. */
typedef struct {
    uint32_t frame;
    uint32_t value;
} nisca_event_t;

/** Events in frame order, so that every pass sees what the first one did;
 *  NULL is an empty history. */
typedef wmem_array_t nisca_history_t;

/** A node of one group: at one capture point, or everywhere. */
typedef struct nisca_node_state {
    struct nisca_node_state *everywhere; /**< the same node; or NULL, of itself */
    nisca_history_t *versions;           /**< NISCA minor versions; everywhere */
    nisca_history_t *byes;
    uint64_t name;             /**< hash of the node's name, 0: not known */
} nisca_node_state_t;

/** The latest acknowledgement of what one node sends, at any capture point. */
typedef struct {
    const delivery_rules_t *rules; /**< NULL: none */
    int64_t time;
    uint32_t number;               /**< as on the wire */
    uint32_t point;
} nisca_ack_t;

/** A pair of nodes, everywhere: what belongs to the circuit, not to who saw
 *  it. */
typedef struct {
    struct nisca_circuit *circuits; /**< the capture points' views */
    nisca_history_t *starts;
    nisca_ack_t acks[2];            /**< of either way; with one point only, none */
    int64_t stack_time;
    bool stacked;                   /**< STACK came since the last START */
    uint32_t restarts;
} nisca_pair_t;

/* Messages that want an answer at once, remembered per direction. */
#define NISCA_RSVPS 4

typedef struct {
    int64_t number;
    int64_t time;
    bool repeated; /**< the message was sent again */
} nisca_rsvp_t;

/** One direction of a circuit: what one node sends. */
typedef struct {
    delivery_t sent;
    const delivery_rules_t *rules; /**< NULL: nothing sent */
    int64_t acked;                 /**< highest number acknowledged */
    bool has_acked;
    uint8_t rsvp_count;
    nisca_rsvp_t rsvps[NISCA_RSVPS]; /**< not answered yet */
} nisca_way_t;

/** A virtual circuit as one capture point sees it. */
typedef struct nisca_circuit {
    nisca_way_t ways[2];         /**< from the lower address, from the higher */
    nisca_node_state_t *nodes[2];
    nisca_pair_t *pair;
    struct nisca_circuit *next;  /**< the same pair at another capture point */
    nisca_history_t *starts;
    uint32_t byes;               /**< of both nodes, when last looked at */
    uint32_t restarts;           /**< of the pair, when last looked at */
    bool established;            /**< since the last START or BYE */
} nisca_circuit_t;

/** The frame that is being analysed. */
typedef struct {
    const nisca_message_t *message;
    packet_info *pinfo;
    tvbuff_t *tvb;
    uint32_t frame;
    uint32_t point;
    int64_t time;                /**< ns */
    uint64_t src, dst;           /**< SCS addresses */
    uint64_t lan_src, lan_dst;   /**< 0: not known */
    sighting_t sighting;
    bool repeated;               /**< this message was seen before at this point */
} nisca_frame_t;

struct nisca_mscp_command;
struct nisca_scs_request;

/** Another transmission of a message that waits for its acknowledgement. */
typedef struct {
    finding_t *acked;
    uint32_t frame;
    uint32_t next; /**< index + 1, or 0 */
} nisca_copy_t;

/** Everything there is; NULL until the first NISCA frame of a file. */
typedef struct {
    findings_t *findings;
    sightings_t *sightings;
    uint32_t last_frame;         /**< frames are analysed once, in order */
    uint32_t last_layer;
    int64_t last_place;          /**< in the file */
    bool limit_told;
    wmem_map_t *nodes;           /**< nisca_node_state_t */
    wmem_map_t *pairs;           /**< nisca_pair_t */
    wmem_map_t *circuits;        /**< nisca_circuit_t */
    wmem_array_t *copies;        /**< of nisca_copy_t, see nisca-circuits.c */
    wmem_map_t *groups, *names;  /**< see nisca-nodes.c */
    wmem_map_t *adapters, *channels, *answers; /**< see nisca-channels.c */
    wmem_map_t *conids;          /**< histories of connection numbers, see nisca-conns.c */
    wmem_array_t *connections;   /**< nisca_connection_t * */
    struct nisca_scs_request *requests;
    struct nisca_mscp_command *commands;
} nisca_state_t;

extern nisca_state_t *nisca_state;

/** Begin the state of a capture file. */
void nisca_state_begin(void);

/** Have the state forgotten with its file; to be called once. */
void nisca_state_register(void);

/** Append a finding about the frame under analysis. */
finding_t *nisca_add_finding(const nisca_frame_t *frame, nisca_finding_kind_t kind, uint32_t ref,
                             int64_t value);

/** Say, once in a file, that a cap was reached. */
void nisca_tell_limit(const nisca_frame_t *frame);

/** True if a finding is still what it was when it was made: a read filter can
 *  reject a frame after its analysis, then its findings are used again. */
bool nisca_is_finding(const finding_t *finding, nisca_finding_kind_t kind, uint32_t frame);

/** A map with nisca_key_t as key, that lives as long as the capture file. */
wmem_map_t *nisca_map_new(void);

/** What `map` has for `key`; made, of `size` zero bytes, when it has nothing.
 *  NULL beyond the cap, which is said once. */
void *nisca_obtain(const nisca_frame_t *frame, wmem_map_t *map, const nisca_key_t *key, size_t size,
                   unsigned cap);

/** Append an event; does nothing if the latest has the same value. */
void nisca_history_add(nisca_history_t **history, uint32_t frame, uint32_t value);

/** Append an event, whatever its value. */
void nisca_history_mark(nisca_history_t **history, uint32_t frame, uint32_t value);

/** The latest event before `frame`, or NULL.  O(log n). */
const nisca_event_t *nisca_history_before(const nisca_history_t *history, uint32_t frame);

/** Frame of the latest event before `frame`, or 0. */
uint32_t nisca_history_frame(const nisca_history_t *history, uint32_t frame);

/* --- nisca-circuits.c --- */

/** The key of a pair of nodes, whichever sends. */
nisca_key_t nisca_pair_key(uint32_t point, const nisca_message_t *message);

/** Follow the circuit of a transport message. */
void nisca_circuits_analyse(nisca_frame_t *frame);

/** The START that the circuit of this message began with, if it is in the
 *  capture and no BYE came after it; else 0. */
uint32_t nisca_circuit_start(const packet_info *pinfo, const nisca_message_t *message);

/* --- nisca-nodes.c --- */

/** A node that was seen before, or NULL. */
nisca_node_state_t *nisca_find_node(uint32_t point, uint32_t group, uint64_t addr);

/** A node; NULL beyond the cap. */
nisca_node_state_t *nisca_node(const nisca_frame_t *frame, uint32_t point, uint64_t addr);

/** A number that changes whenever the node leaves, be it that only another
 *  capture point hears it; 0 for NULL. */
uint32_t nisca_bye_count(const nisca_node_state_t *node);

/** Learn who the sender is: version, name, password; forget it after BYE. */
void nisca_nodes_analyse(const nisca_frame_t *frame);

/* --- nisca-channels.c --- */

/** Follow HELLOs and handshakes. */
void nisca_channels_analyse(const nisca_frame_t *frame);

/* --- nisca-conns.c --- */

/** Follow SCS connections. */
void nisca_connections_analyse(const nisca_frame_t *frame);

/* --- nisca-mscp-pairs.c --- */

/** Link MSCP commands and end messages. */
void nisca_mscp_analyse(const nisca_frame_t *frame);

#endif
