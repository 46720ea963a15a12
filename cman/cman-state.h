/* cman-state.h
 * What the first pass remembers of a capture file; shared by the analysis
 * files of this dissector only.
 *
 * One owner for each piece: cman-members.c has clusters, nodes and names,
 * cman-analysis.c sequence numbers, acknowledgements and HELLOs,
 * cman-pairs.c requests, cman-transitions.c transitions and barriers.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_STATE_H
#define CLUSTER_CMAN_STATE_H

#include "cman.h"
#include "cman-analysis.h"

#include "cadence.h"
#include "capture_point.h"
#include "delivery.h"
#include "findings.h"

#define NS_PER_MS INT64_C(1000000)

/* Caps: beyond them frames are still decoded, but no longer followed. */
#define CMAN_MAX_CLUSTERS 65536
#define CMAN_MAX_NODES 65536
#define CMAN_MAX_ACKERS 262144
#define CMAN_MAX_TRANSITIONS 65536
#define CMAN_MAX_BARRIERS 65536
#define CMAN_MAX_STORIES 262144
#define CMAN_MAX_WAITERS 1048576

/** A node of one cluster, as one capture point sees it. */
typedef struct {
    uint32_t index;    /**< number of this node in the file, from 1; 24 bits */
    uint32_t id;       /**< 0 until it is known */
    uint64_t address;  /**< key of the IP address that it sent from last, or 0 */
    delivery_t sent;
    uint32_t latest_seq; /**< as on the wire */
    uint32_t last_frame; /**< with a new message from it at this capture point, or 0 */
    cadence_t hello;
    uint32_t counts;   /**< how often its counter began afresh */
    bool asked_to_join; /**< its JOINREQ was seen, which restarted the count */
    bool may_restart;  /**< it left or joins, and its next number may be any */
} cman_member_t;

/** One cluster, as one capture point sees it. */
typedef struct {
    uint64_t key;
    uint32_t point;          /**< capture point */
    uint32_t number;
    wmem_map_t *nodes;       /**< by node id */
    wmem_map_t *addresses;   /**< the same nodes by IP address */
    wmem_map_t *barriers;    /**< latest barrier by name */
    uint32_t transitions;    /**< numbers given so far */
    uint32_t open;           /**< index + 1 of the transition that runs, or 0 */
    uint32_t closed;         /**< index + 1 of the one that ended last, or 0 */
} cman_cluster_t;

/** How a message relates to earlier ones of its sender. */
typedef enum {
    CMAN_NEW,
    CMAN_RETRANSMISSION,
    CMAN_DUPLICATE
} cman_delivery_t;

/** The frame that is being analysed. */
typedef struct {
    const cman_message_t *message;
    packet_info *pinfo;
    uint32_t frame;
    int64_t time;            /**< ns */
    cman_cluster_t *cluster;
    cman_member_t *sender;
    uint64_t source, destination; /**< keys of the IP addresses */
    cman_delivery_t delivery;
    uint32_t repeats;        /**< unless it is new: the first frame with this message */
} cman_frame_t;

/** The latest acknowledgement of one node by another. */
typedef struct {
    int64_t number;  /**< acknowledged, unwrapped */
    uint32_t frame;  /**< that was acknowledged; 0: none yet */
    uint32_t counts; /**< of the acknowledged node at that time */
} cman_acker_t;

/** Second and later acknowledgements of a frame: a chain in frame order. */
typedef struct {
    uint32_t frame;
    uint32_t next; /**< index + 1, or 0 */
} cman_more_acks_t;

/** Everything there is; NULL until the first cman frame of a file. */
typedef struct {
    findings_t *findings;
    sightings_t *sightings;
    wmem_map_t *clusters;       /**< by capture point and cluster number */
    cman_cluster_t *last_cluster;
    wmem_map_t *names;          /**< of cman_name_t, by cluster and node */
    wmem_map_t *ackers;         /**< of cman_acker_t, by the two nodes */
    wmem_map_t *stories;        /**< latest transition and barrier of an identity, by
                                     any capture point: index + 1 */
    wmem_map_t *waiters;        /**< nodes that wait, by barrier and node */
    uint32_t member_count;
    bool limit_told;
    uint32_t last_frame;        /**< analysed, */
    uint32_t last_layer;        /**< and how deep in it the message was */
    int64_t last_place;         /**< and where the frame is in the file */
    wmem_array_t *more_acks;    /**< of cman_more_acks_t */
    wmem_array_t *transitions;  /**< of cman_transition_t */
    wmem_array_t *barriers;     /**< of cman_barrier_t * */
    struct cman_request *requests; /**< see cman-pairs.c */
} cman_state_t;

extern cman_state_t *cman_state;

/** Append a finding about the frame under analysis. */
finding_t *cman_add_finding(const cman_frame_t *frame, cman_finding_kind_t kind, uint32_t ref,
                            int64_t value);

/** Say, once in a file, that a cap was reached: what is beyond it is decoded,
 *  but not followed. */
void cman_tell_limit(const cman_frame_t *frame);

/* --- cman-members.c --- */

/** A number as the key of a map. */
void *cman_key(uint64_t number);

/** A map with such keys that lives as long as the capture file. */
wmem_map_t *cman_map_new(void);

/** The cluster of a message at its capture point; made when first seen.  NULL
 *  beyond the cap. */
cman_cluster_t *cman_cluster_of(const packet_info *pinfo, const cman_message_t *message);

/** The sender of a message; made when first seen.  NULL beyond the cap. */
cman_member_t *cman_sender_of(const cman_frame_t *frame);

/** A node that this capture point has seen, or NULL. */
cman_member_t *cman_member_by_id(const cman_cluster_t *cluster, uint32_t id);
cman_member_t *cman_member_by_address(const cman_cluster_t *cluster, uint64_t address);

/** Learn the node names that a message teaches. */
void cman_learn_names(const cman_frame_t *frame);

/* --- cman-pairs.c --- */

/** Link requests and responses. */
void cman_pairs_analyse(const cman_frame_t *frame);

/* --- cman-transitions.c --- */

/** Follow state transitions, and the barrier that closes each. */
void cman_transitions_analyse(const cman_frame_t *frame);

/** Follow barriers. */
void cman_barriers_analyse(const cman_frame_t *frame);

#endif
