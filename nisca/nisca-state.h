/* nisca-state.h
 * What the first pass finds and remembers of a capture file, and what the layers
 * may ask of it.
 *
 * One owner for each piece: nisca-state.c has the file's state, nisca-circuits.c the
 * circuits, nisca-lives.c what they were before a START, nisca-acks.c their ACKs,
 * nisca-retransmissions.c what was sent on them more than once, nisca-nodes.c who the nodes
 * are, nisca-channels.c HELLOs and the handshakes of channels, nisca-conns.c SCS
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
#include "lookup.h"
#include "observation.h"
#include "repeats.h"
#include "requests.h"

/** What a finding says; `ref` and `value` of finding_t in brackets.  They are shown in
 *  this order. */
typedef enum {
    NISCA_FOUND_HELLO = 1,        /**< at this place [previous HELLO, ns since] */
    NISCA_FOUND_HELLO_SENT,       /**< where a place missed HELLOs: ns since the previous one
                                       of all places; not shown [previous HELLO, ns since] */
    NISCA_FOUND_CHANNEL_START,    /**< [CCSTART or SOLICIT] */
    NISCA_FOUND_CHANNEL_VERF,     /**< of a VACK [VERF or 0] */
    NISCA_FOUND_CHANNEL_VACK,     /**< of a VERF [VACK or 0] */
    NISCA_FOUND_CHANNEL_SETUP,    /**< [-, ns since the CCSTART] */
    NISCA_FOUND_NO_VERF,          /**< [-, 1 where the story tells it] */
    NISCA_FOUND_NO_VACK,          /**< [likewise, after CCSTART] */
    NISCA_FOUND_NO_VACK_BEFORE,   /**< ... but it was answered, or may be: not shown */
    NISCA_FOUND_VACK_AFTER_ALL,   /**< of that VACK: not shown */
    NISCA_FOUND_PASSWORD,         /**< [-, 1 where the story tells it] */
    NISCA_FOUND_PASSWORD_UNPROVEN, /**< nothing to say, yet */
    NISCA_FOUND_IDENTITY,         /**< [1 where the story tells it, other node of this name or 0] */
    NISCA_FOUND_ACKS,             /**< [acknowledged frame, round trip in ns] */
    NISCA_FOUND_ACKS_NO_RTT,      /**< ... that is not shown: the message was sent again, or clocks
                                       tell too little [likewise] */
    NISCA_FOUND_ACK_UNSEEN,
    NISCA_FOUND_RSVP_ANSWERED,    /**< [1 if asked more than once, ns since the first time] */
    NISCA_FOUND_ACKED,            /**< not kept: [acknowledging frame] */
    NISCA_FOUND_REXMT,            /**< retransmission [NISCA_CAUSE_... at first, and by now] */
    NISCA_FOUND_PROVEN,           /**< of an ACK, not shown: why messages were sent again
                                       [cause, how many copies; negative: taken back] */
    NISCA_FOUND_REXMT_OF,         /**< [original, ns since] */
    NISCA_FOUND_DUPLICATE,        /**< [first copy, copies so far] */
    NISCA_FOUND_GAP,              /**< numbers skipped [at first, still missing soon after] */
    NISCA_FOUND_FILLED,           /**< not shown: a number that was skipped */
    NISCA_FOUND_CIRCUIT_START,    /**< [START]; kept only where it is not the latest in the
                                       file so far; 0: none */
    NISCA_FOUND_RESTARTED,        /**< [1 if it has another time of boot, -] */
    NISCA_FOUND_CONNECTION,       /**< not kept: [CONNECT_REQ] */
    NISCA_FOUND_SCS_REQUEST,      /**< not kept: [response] */
    NISCA_FOUND_SCS_RESPONSE,     /**< [request, ns since] */
    NISCA_FOUND_MSCP_COMMAND,     /**< not kept: [end message] */
    NISCA_FOUND_MSCP_END,         /**< [command, ns since] */
    NISCA_FOUND_COPY,             /**< not kept: [first sighting] */
    NISCA_FOUND_SILENT,           /**< [index of nisca_silence_t, ns since its last frame] */
    NISCA_FOUND_ADAPTER_SILENT,   /**< of a node that is heard [likewise] */
    NISCA_FOUND_STILL_SILENT,     /**< for long, of which no event told [likewise] */
    NISCA_FOUND_HEARD_AGAIN,      /**< a silent node [likewise] */
    NISCA_FOUND_HELLOS_AGAIN,     /**< of an adapter, whose node was heard [likewise] */
    NISCA_FOUND_OTHER_ADDRESS,    /**< an adapter goes on by another address [likewise] */
    NISCA_FOUND_CHANNEL_AGAIN,    /**< was formed before [index of nisca_again_t, ns since its last
                                       VACK] */
    NISCA_FOUND_HELLOS_LOST_HERE, /**< that were sent in time [previous HELLO, ns since] */
    NISCA_FOUND_HELLOS_MISSED_HERE, /**< which others see; what is for one node comes [likewise] */
    NISCA_FOUND_LEAVES,           /**< says BYE */
    NISCA_FOUND_UNHEARD,          /**< sent again to a node of which nothing is heard [its last
                                       frame, ns since] */
    NISCA_FOUND_UNHEARD_YET,      /**< ... but not for long: becomes the same if the node turns
                                       out to be silent */
    NISCA_FOUND_BROKEN,           /**< a circuit [index of nisca_unacked_t, ns since the message] */
    NISCA_FOUND_WORKS_AGAIN,      /**< ... that was broken [likewise] */
    NISCA_FOUND_WAITED,           /**< for this ACK, long [index of nisca_wait_t, ns] */
    NISCA_FOUND_LONGEST_WAIT,     /**< for an ACK so far [message, ns since] */
    NISCA_FOUND_LOST_ON,          /**< sent again [original, path that it went] */
    NISCA_FOUND_BIG_LOST,         /**< [index of nisca_sizes_t, ns since the first] */
    NISCA_FOUND_BIG_AGAIN,        /**< are answered, as they were not [likewise] */
    NISCA_FOUND_SIZE_ANSWERED,    /**< of a VERF [-, bytes] */
    NISCA_FOUND_SIZE_LOST,        /**< [likewise] */
    NISCA_FOUND_DUPLICATE_SYSTEM, /**< this one, and [-, LAN address of the other] */
    NISCA_FOUND_BURST,            /**< many messages are sent again, or no more [index of
                                       nisca_burst_t, ns since the first] */
    NISCA_FOUND_UNSERVED,         /**< third SOLICIT [the first, ns since] */
    NISCA_FOUND_STALE,            /**< sent again, for a channel that was formed again since
                                       [-, 1 where the story tells it] */
    NISCA_FOUND_LIMIT,            /**< a cap was reached: said once */
    NISCA_FOUND_KINDS
} nisca_found_kind_t;

/** Why a message was sent again; the values of nisca.analysis.rexmt_cause, from 1. */
enum {
    NISCA_CAUSE_UNPROVEN, /**< no value: what the other node sends to this one was not
                               captured so far */
    NISCA_CAUSE_MESSAGE_LOST = 1,
    NISCA_CAUSE_ACK_LOST,
    NISCA_CAUSE_NO_ORIGINAL,
    NISCA_CAUSE_UNACKED,  /**< no value of the field: no ACK has come so far */
    NISCA_CAUSE_UNCERTAIN, /**< no value: the ACK may be for the original, or for a copy */
    NISCA_CAUSES
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

/* Places that are compared: bits. */
#define NISCA_PLACES 32

/* Caps, each for one kind of thing: beyond them frames are still decoded, but
 * no longer followed. */
#define NISCA_MAX_NODES 65536
#define NISCA_MAX_NAMES 131072
#define NISCA_MAX_PASSWORDS 4096
#define NISCA_MAX_LINES 16384
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

/** What is still open when the file ends; `count` 0: nothing is. */
typedef struct {
    uint32_t count;
    uint32_t first_frame, last_frame;
    int64_t first, last;
} nisca_open_t;

/** A node has the name of another, or another name than before. */
typedef struct {
    uint64_t other;    /**< 0: another name */
    nisca_open_t said; /**< what says so */
} nisca_clash_t;

/** A node of one cluster. */
typedef struct nisca_node_state {
    wmem_tree_t *versions;               /**< nisca_version_t by frame; NISCA_ANY_CLUSTER */
    const struct nisca_version *version; /**< the latest */
    nisca_history_t byes;
    moment_t bye;                        /**< the latest of them */
    uint64_t bye_time;                   /**< of the latest, by the node's own clock; 0: none */
    uint64_t name;                       /**< hash of the node's name, 0: not known */
    nisca_clash_t clash;                 /**< ... that is not its own, or not the only one */
    bool has_directed;                   /**< some feed has shown what it sent to one node */
} nisca_node_state_t;

/* Messages that want an answer at once, remembered per direction. */
#define NISCA_RSVPS 4

typedef struct {
    int64_t number;
    int64_t when;
    bool repeated; /**< the message was sent again */
} nisca_rsvp_t;

/** By two LANs messages overtake each other. */
#define NISCA_OVERTAKEN_WITHIN (50 * NS_PER_MS)

/** Numbers that are not in the capture, as a finding says. */
typedef struct {
    int64_t from, to;
    moment_t at;
    finding_t *finding;
} nisca_claim_t;

/** An ACK of messages that none before it covered. */
typedef struct {
    int64_t number; /**< the highest of them */
    moment_t at;
} nisca_ack_t;

/** Those of one direction, in the order of their numbers; zeroed memory is none. */
typedef struct {
    nisca_ack_t *kept;
    uint32_t count, size;
    bool forgot; /**< there were others before */
} nisca_acks_t;

#define NISCA_SEVERAL_COPIES UINT32_MAX

/** One direction of a circuit: what one node sends. */
typedef struct {
    delivery_t sent;
    const delivery_rules_t *rules; /**< NULL: nothing sent */
    int64_t first_new;             /**< the first number that was not sent again: the file may
                                        begin between those before it */
    bool has_new;                  /**< there is one */
    int64_t acked;                 /**< highest number acknowledged, */
    moment_t acked_at;             /**< and by which ACK */
    nisca_acks_t acks;             /**< those so far */
    bool has_acked;
    uint8_t rsvp_count;
    nisca_rsvp_t rsvps[NISCA_RSVPS]; /**< not answered yet */
    wmem_array_t *gaps;              /**< of nisca_claim_t, ascending: skipped numbers, */
    wmem_array_t *unseen;            /**< and acknowledged ones; NULL: none */
    int64_t shortest_rtt;            /**< ns, */
    uint32_t round_trips;            /**< and of how many */
    uint32_t acked_copies;           /**< first frame of the message that the latest ACK covers
                                          if it is the only one and was sent twice; else 0 or
                                          NISCA_SEVERAL_COPIES, which is no frame */
    uint32_t frames;               /**< in the whole file, */
    uint32_t messages;             /**< of these with a message, */
    struct nisca_resents *resents; /**< and those that were sent again; NULL: none */
    bool is_old;                   /**< of a life before: these are not counted */
} nisca_way_t;

/** What a circuit was from one START to the next. */
typedef struct nisca_life {
    nisca_way_t ways[2];         /**< from the lower address, from the higher */
    moment_t start;              /**< when it began, by START, or by what else shows it */
    moment_t first;              /**< the earliest message of one whose START is not known */
    bool has_start;
    bool is_unheralded;          /**< its START is not in the file so far */
    struct nisca_life *before;   /**< NULL: not known */
} nisca_life_t;

/** A virtual circuit. */
typedef struct nisca_circuit {
    nisca_life_t life;           /**< the latest one */
    uint64_t addresses[2];
    const observed_cluster_t *cluster;
    uint32_t cluster_number;     /**< 1 + the cluster's index; 0: not begun */
    uint32_t group;
    nisca_node_state_t *nodes[2]; /**< NULL beyond the cap */
    nisca_history_t starts;
    wmem_array_t *start_times;   /**< the same, of moment_t; NULL: none */
    nisca_history_t unheralded;  /**< frames that show that there was one more before them */
    int64_t stack_time;
    uint32_t byes;               /**< of both nodes, when last looked at */
    bool stacked;                /**< STACK came since the last START */
    bool established;            /**< since the last START or BYE */
    bool is_left;                /**< a node said BYE: what is sent again is of before */
} nisca_circuit_t;

/** The frame that is being analyzed. */
typedef struct {
    const nisca_message_t *message;
    packet_info *pinfo;
    tvbuff_t *tvb;
    uint32_t frame;
    uint32_t cluster;            /**< its index */
    int64_t when;                /**< ns, by the clock of the file's first feed */
    int64_t time_here;           /**< ns, by the clock of the place */
    uint64_t src, dst;           /**< SCS addresses */
    uint64_t lan_src, lan_dst;   /**< 0: not known */
    uint64_t content;            /**< see identity_t */
    observation_t seen;
    bool repeated;               /**< this message was sent before */
    bool has_booted;             /**< it is the first with this time of boot, after another one */
    finding_t *rexmt;            /**< NISCA_FOUND_REXMT of this frame, or NULL */
    uint32_t lost_on;            /**< number of the path that the message went first, or 0 */
    int64_t silence_told;        /**< of a VACK: when a silence of one of both was told last */
} nisca_frame_t;

/** Everything there is.  Maps have state_key_t as keys: two addresses or what
 *  else identifies the thing, then cluster and group. */
typedef struct {
    first_pass_t pass;
    observer_t *observer;        /**< NULL before the first frame */
    wmem_map_t *nodes;           /**< nisca_node_state_t */
    wmem_map_t *circuits;        /**< nisca_circuit_t */
    wmem_array_t *circuit_list;  /**< of nisca_circuit_t *, in order */
    links_t acks;                /**< of messages */
    wmem_map_t *copies;          /**< see nisca-retransmissions.c */
    wmem_map_t *names;           /**< see nisca-nodes.c */
    wmem_map_t *adapters, *rhythms, *channels; /**< see nisca-channels.c */
    wmem_map_t *conids;          /**< see nisca-conns.c */
    uint32_t clusters;           /**< that were seen so far */
    uint32_t connections;        /**< that were made so far */
    requests_t *requests;        /**< SCS requests and MSCP commands */
    lookup_t known_names;        /**< see nisca-names.c */
    lookup_t presences, companies; /**< see nisca-presence.c */
    wmem_array_t *silences;      /**< of nisca_silence_t */
    lookup_t paths;              /**< see nisca-paths.c */
    wmem_array_t *numbered_paths; /**< nisca_path_t *, from 1 */
    bool has_untagged;           /**< a channel that has no VLAN: then paths have none */
    wmem_array_t *sizes;         /**< of nisca_sizes_t */
    lookup_t lines;              /**< see nisca-lines.c */
    uint32_t at_one_lan[NISCA_PLACES]; /**< places by place: those that show the same frames */
    wmem_array_t *breaks;        /**< of nisca_unacked_t */
    wmem_array_t *broken_lines;  /**< of nisca_line_t * */
    wmem_array_t *channels_again; /**< of nisca_again_t */
    wmem_array_t *waits;         /**< of nisca_wait_t */
    wmem_array_t *bursts;        /**< of nisca_burst_t */
    wmem_array_t *resents;       /**< of nisca_way_t *, in which messages were sent again */
    struct nisca_line **stuck;
    unsigned stuck_count;
    lookup_t identities, passwords; /**< see nisca-identity.c */
} nisca_state_t;

/** NULL until the first NISCA frame of a file is analyzed. */
extern nisca_state_t *nisca_state;

/** How HELLOs are judged. */
extern const cadence_rules_t nisca_hello_rules;

/** What tells clusters of one group apart, and places. */
static inline uint32_t
nisca_scope(const nisca_frame_t *frame)
{
    return frame->cluster;
}

static inline uint32_t
nisca_place(const nisca_frame_t *frame)
{
    return frame->seen.place;
}

/** Begin the analysis of a frame; of the file with its first one. */
void nisca_state_begin_frame(uint32_t frame);

/** Have the state forgotten with its file; to be called once. */
void nisca_state_register(void);

/** The cluster that a frame's feed is known to show, or NULL. */
const observed_cluster_t *nisca_observed_cluster(const packet_info *pinfo, uint32_t group);

/** Its index, or NISCA_ANY_CLUSTER. */
uint32_t nisca_cluster_of(const packet_info *pinfo, uint32_t group);

/** ... where the file has several clusters; NULL, without a look at the frame, where it has one. */
const observed_cluster_t *nisca_clone_of(const packet_info *pinfo, uint32_t group);

/** A group number; not that of a clone that is proved to be another cluster, on another VLAN or
 *  at another place.  `cluster` may be NULL. */
uint64_t nisca_realm(const observed_cluster_t *cluster, uint32_t group);

/** What the realm is called: "1", or "1 VLAN 5". */
const char *nisca_realm_text(wmem_allocator_t *pool, const observed_cluster_t *cluster,
                             uint32_t group);

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

/* --- nisca-unseen.c --- */

/** Remember what a finding says of numbers above those of the claims before. */
void nisca_claim(wmem_array_t **claims, const nisca_claim_t *claim);

void nisca_claims_forget(wmem_array_t **claims);

/** The finding of this kind that the frame refutes by showing the number: it was overtaken,
 *  or comes by another place.  Or NULL. */
finding_t *nisca_claim_refuted(const nisca_frame_t *frame, const wmem_array_t *claims,
                               int64_t number, nisca_found_kind_t kind);

/* --- nisca-acks.c --- */

/** Remember an ACK with a number above those so far. */
void nisca_acks_keep(nisca_acks_t *acks, const nisca_ack_t *ack);

void nisca_acks_forget(nisca_acks_t *acks);

/** The frame acknowledges up to `number`, as one before it in the file did.  If it was sent
 *  before that, the messages are its, and true. */
bool nisca_acks_note_earlier(const nisca_frame_t *frame, nisca_way_t *way, int64_t number);

/* --- nisca-lives.c --- */

void nisca_way_reset(nisca_way_t *way);

/** A circuit starts over, at this time. */
void nisca_life_begin(nisca_circuit_t *circuit, const moment_t *start);

/** The life that a frame belongs to: another place may show it when the circuit has started over.
 *  NULL: that was longer ago than is remembered. */
nisca_life_t *nisca_life_of(const nisca_frame_t *frame, nisca_circuit_t *circuit);

/** Remember when a START was sent. */
void nisca_life_keep_start(const nisca_frame_t *frame, nisca_circuit_t *circuit);

/** The START that the frame's life began with, where that is not the latest one; or 0. */
uint32_t nisca_life_start_of(const nisca_frame_t *frame, const nisca_circuit_t *circuit);

/** Note a message: a START that comes later in the file may have been sent before it. */
void nisca_life_note(const nisca_frame_t *frame, nisca_life_t *life);

/** The life of which the frame is the START, where another place has shown that life so far
 *  without it, or NULL; and that it is. */
nisca_life_t *nisca_life_heralded(const nisca_frame_t *frame, nisca_circuit_t *circuit);
void nisca_life_herald(const nisca_frame_t *frame, nisca_circuit_t *circuit, nisca_life_t *life);

/** Whether the frame came before `start`, by clocks that tell. */
bool nisca_is_before(const nisca_frame_t *frame, const moment_t *start);

/* --- nisca-circuits.c --- */

/** Follow the circuit of a transport message. */
void nisca_circuits_analyse(nisca_frame_t *frame);

/** Follow an ACK that looks like one shortly before it at the same place. */
void nisca_acks_analyse(nisca_frame_t *frame);

/** The circuits of the file, from 0 on; NULL behind the last one. */
const nisca_circuit_t *nisca_circuit_at(unsigned idx);

/** The circuit of a message that was seen before, or NULL. */
const nisca_circuit_t *nisca_find_circuit(uint32_t cluster, const nisca_message_t *message);

/** The START that the circuit of this message began with, if it is in the
 *  capture and no BYE came after it; else 0.  `frame` showed the message first. */
uint32_t nisca_circuit_start(const packet_info *pinfo, uint32_t frame,
                             const nisca_message_t *message);

/* --- nisca-retransmissions.c --- */

/** Tag of a remembered message: what it carries, and in the lowest bits, that only its
 *  retransmission was seen, and that it has copies. */
#define NISCA_TAG_NO_ORIGINAL 1u
#define NISCA_TAG_HAS_COPIES 2u
#define NISCA_TAG_NOTES (NISCA_TAG_NO_ORIGINAL | NISCA_TAG_HAS_COPIES)

/** Say of a retransmission why it was sent, as far as that is known.  `number` is its number
 *  on its way, `first` what was sent with it before, or NULL. */
void nisca_judge_retransmission(nisca_frame_t *frame, nisca_way_t *way, int64_t number,
                                const delivery_message_t *first);

/** Whether it is the original of a message of which only retransmissions were shown so far: by
 *  another place, later in the file. */
bool nisca_is_late_original(const nisca_frame_t *frame, const delivery_message_t *first);

/** Take back that it is not in the capture. */
void nisca_adopt_original(const nisca_frame_t *frame, nisca_way_t *way,
                          const delivery_message_t *first);

/** Keep a further transmission of a message until the acknowledgment, which will say why. */
void nisca_keep_copy(const nisca_frame_t *frame, const nisca_way_t *way,
                     delivery_message_t *first);

/** Whether a message was sent more than once and waits for its acknowledgment. */
bool nisca_was_repeated(const delivery_message_t *message);

/** The frame acknowledges a message; how long that took is known of one that was sent once. */
void nisca_found_acks(const nisca_frame_t *frame, const delivery_message_t *message,
                      bool was_repeated);

/** An ACK of this message shows how long a round trip takes. */
void nisca_note_rtt(const nisca_frame_t *frame, nisca_way_t *way,
                    const delivery_message_t *message);

/** This frame acknowledges a message, and says why its copies were sent. */
void nisca_acknowledge(const nisca_frame_t *frame, nisca_way_t *way,
                       const delivery_message_t *message);

/** ... before the ACK that was said to do so, or where no ACK was said to.  `is_behind`: it
 *  may have waited for another message.  Whether it has copies. */
bool nisca_acknowledge_earlier(const nisca_frame_t *frame, const nisca_way_t *way,
                               const delivery_message_t *message, bool is_behind);

/** Another ACK for what was acknowledged last. */
void nisca_analyse_second_ack(const nisca_way_t *way);

/** A transmission that this feed has shown before: it may be answered once more. */
void nisca_copies_analyse(const nisca_frame_t *frame);

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

/** What its name clashes with, or NULL. */
const nisca_clash_t *nisca_clash_of(uint32_t cluster, uint32_t group, uint64_t addr);

/** A node of the cluster; NULL beyond the cap. */
nisca_node_state_t *nisca_node(const nisca_frame_t *frame, uint64_t addr);

/** Whether some feed has shown frames of this node that were for one node: where none
 *  has, what it answered is not in sight. */
bool nisca_is_in_sight(const nisca_frame_t *frame, uint64_t addr);

/** A number that changes whenever the node leaves; 0 for NULL. */
uint32_t nisca_bye_count(const nisca_node_state_t *node);

/** Learn who the sender is: version and name; forget it after BYE. */
void nisca_nodes_analyse(const nisca_frame_t *frame);

/* --- nisca-names.c --- */

/** Learn what the sender and its adapter are called. */
void nisca_names_analyse(const nisca_frame_t *frame);

/** The latest name of a node, or of an adapter, which lives as long as the file; or
 *  NULL, as for NULL as the cluster. */
const char *nisca_name_of(const observed_cluster_t *cluster, uint64_t node);
const char *nisca_device_of(const observed_cluster_t *cluster, uint64_t node, uint64_t lan);

/* --- nisca-presence.c --- */

/** A node that fell silent, or an adapter; or what ended a silence. */
typedef struct {
    uint64_t node;
    uint64_t lan; /**< 0: the whole node */
    uint64_t now; /**< the adapter's address since then; 0: it has no other */
    const observed_cluster_t *cluster;
    uint32_t last_frame;
    repeats_t silences; /**< of the node so far, or of the adapter */
    bool is_folded;     /**< no event, as there are many */
    bool was_told;      /**< that it is silent */
} nisca_silence_t;

const nisca_silence_t *nisca_silence_at(uint32_t idx);

typedef struct nisca_presence nisca_presence_t;

/** A node, as far as it is heard; NULL beyond the cap. */
nisca_presence_t *nisca_presence(const nisca_frame_t *frame, uint64_t addr);

uint64_t nisca_presence_address(const nisca_presence_t *node);

/** How often it said BYE; 0 for NULL. */
uint32_t nisca_presence_byes(const nisca_presence_t *node);

/** How a node was heard over some time. */
typedef enum {
    NISCA_HEARD,         /**< now and then */
    NISCA_HEARD_HELLOS,  /**< all the time, with HELLOs */
    NISCA_HEARD_NOTHING  /**< it was silent for the listen timeout */
} nisca_heard_t;

/** How it was heard from `since` to `until`, which is now. */
nisca_heard_t nisca_presence_heard(const nisca_presence_t *node, int64_t since, int64_t until);

/** Since when frames of its cluster came all the time. */
int64_t nisca_presence_watched_from(const nisca_presence_t *node);

/** Follow who is heard; of each frame that is no copy. */
void nisca_presence_analyse(nisca_frame_t *frame);

/** The nodes of a cluster that were heard: the first, and the one behind a node; or NULL. */
const nisca_presence_t *nisca_presence_first(uint32_t cluster, uint32_t group);
const nisca_presence_t *nisca_presence_next(const nisca_presence_t *node);

/** What is no longer heard when the file ends. */
typedef struct {
    uint32_t frame; /**< the last one; 0: it is heard */
    int64_t when;
    uint64_t lan;   /**< one adapter of the node; 0: the node itself */
    bool is_gone;   /**< it said BYE */
    repeats_t silences; /**< with the one that lasts, if one does */
} nisca_absence_t;

/** Of the node (0), or of an adapter (from 1). */
nisca_absence_t nisca_presence_absence(const nisca_presence_t *node, unsigned which);
unsigned nisca_presence_adapters(const nisca_presence_t *node);

/** The LAN address of an adapter, from 1. */
uint64_t nisca_presence_lan(const nisca_presence_t *node, unsigned which);

/** Frame and time of the last HELLO from a LAN address. */
typedef struct {
    uint32_t frame; /**< 0: none */
    int64_t when;
} nisca_last_hello_t;

nisca_last_hello_t nisca_presence_last_hello(const nisca_presence_t *node, uint64_t lan);

/* --- nisca-presence.c, of adapters --- */

/** Whether the adapter that sent this HELLO has done so without a break since `since`, or
 *  since shortly after it. */
bool nisca_presence_beats_since(const nisca_frame_t *frame, int64_t since);

/* --- nisca-identity.c --- */

/** Look for who does not belong here. */
void nisca_identity_analyse(nisca_frame_t *frame);

/** SOLICITs of a node that nobody answers. */
nisca_open_t nisca_identity_unserved(uint32_t cluster, uint32_t group, uint64_t node);

/** Two systems that run as one node. */
typedef struct {
    uint64_t lans[2];     /**< of the first one, and of the one that has another time of boot */
    uint32_t since_frame; /**< where that was said; 0: there is one system only */
    int64_t since;
} nisca_twice_t;

nisca_twice_t nisca_identity_twice(uint32_t cluster, uint32_t group, uint64_t node);

/** Frames of a node with a password that is not the group's. */
nisca_open_t nisca_identity_stranger(uint32_t cluster, uint32_t group, uint64_t node);

/* --- nisca-channels.c --- */

/** Follow handshakes. */
void nisca_channels_analyse(const nisca_frame_t *frame);

/** Where HELLOs come from. */
typedef struct {
    uint64_t node, lan;
} nisca_hello_sender_t;

/** The last HELLO that a place has seen, if those of an adapter no longer come there when the file
 *  ends, while others do, and it goes on; else `count` is 0.  `directed`: the last frame from there
 *  for one node, if such frames still came when the HELLOs no longer did; else 0. */
nisca_open_t nisca_hellos_missed_at(uint32_t cluster, uint32_t group,
                                    const nisca_hello_sender_t *sender, uint32_t place,
                                    uint32_t *directed);

/** Note that a frame for one node came to a place, and that HELLOs do no longer. */
void nisca_directed_analyse(const nisca_frame_t *frame);

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

/* --- nisca-cnx-state.c --- */

/** Start with a frame: nothing is found in it yet. */
void nisca_cnx_state_begin_frame(uint32_t frame);

/* --- nisca-cnx-analysis.c --- */

/** Follow connection managers; of any frame, as it tells that a node lives. */
void nisca_cnx_analyse(const nisca_frame_t *frame);

#endif
