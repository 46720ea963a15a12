/* ncs-state.h
 * What the first pass keeps of a capture file: nodes, clusters, findings.
 *
 * A node is one IP source with one panning id at one capture point; a cluster
 * is one panning id at one capture point.  All of it lives as long as the
 * capture file, is written on the first pass and only read later.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NCS_STATE_H
#define CLUSTER_NCS_STATE_H

#include "ncs.h"

#include "capture_point.h"
#include "first_pass.h"

/** What the first pass finds out about a heartbeat, in the order in which it is
 *  shown, and what a finding of that kind holds. */
typedef enum {
    NCS_FOUND_INTERVAL_OF_MASTER = 1, /**< ref: previous frame; value: interval in ns; the node */
    NCS_FOUND_INTERVAL_OF_SLAVE,      /**< had this role before, which is what it is measured by */
    NCS_FOUND_LOST,                   /**< value: ncs_lost_t */
    NCS_FOUND_DUPLICATE,              /**< ref: first copy */
    NCS_FOUND_SILENT_NODE,            /**< ref: index of the silent node; value: its last frame */
    NCS_FOUND_MASTER_CHANGE,          /**< ref: index of the old master; value: ncs_election_t */
    NCS_FOUND_MASTER_TAKEN,           /**< the same, but ref: IPv4 address that slaves sent to */
    NCS_FOUND_TWO_MASTERS,            /**< ref: index of the other master */
    NCS_FOUND_INCARNATION_CHANGE,     /**< ref: last frame with the old value; value: old value */
    NCS_FOUND_SECOND_PANNING_ID,      /**< value: first panning id at this capture point */
    NCS_FOUND_LIMIT,                  /**< too many nodes: said once */
    NCS_FOUND_KINDS
} ncs_found_t;

/** How the silence that ended with a lost heartbeat is to be read. */
typedef enum {
    NCS_LOST_NODE,     /**< one node was silent */
    NCS_LOST_REJOINED, /**< one node was silent and has another incarnation now */
    NCS_LOST_ALL       /**< all known nodes were silent at the same time */
} ncs_lost_t;

/** The new master's rank among the addresses known by then, in the low bits;
 *  above NCS_ELECTION_BITS the index of the node with the highest address. */
typedef enum {
    NCS_ELECTED_HIGHEST,
    NCS_ELECTED_HIGHEST_LEFT, /**< only the old master's is higher */
    NCS_ELECTED_LOWER
} ncs_election_t;
#define NCS_ELECTION_BITS 8

typedef struct ncs_cluster ncs_cluster_t;

typedef struct {
    ncs_cluster_t *cluster; /**< NULL: sends no panning id */
    uint32_t first_frame;   /**< 0: this node is new */
    uint32_t index;         /**< see ncs_node_address() */
    address address;
    cadence_t cadence;
    ncs_role_t role;
    bool silent;                /**< was reported silent, or not heard yet */
    uint32_t incarnation;
    uint32_t incarnation_frame; /**< the last with it; 0: none yet */
    uint32_t sends_to;          /**< IPv4 address; 0: to all, or not known */
    GList awake;                /**< its place in ncs_cluster_t.awake */
} ncs_node_t;

/** A node that broadcasts. */
typedef struct {
    ncs_node_t *node;
    int64_t time; /**< of its latest broadcast, ns */
    uint32_t frame;
} ncs_broadcaster_t;

/** Heartbeats to a single node; IPv4 addresses, 0: none. */
typedef struct {
    uint32_t to;
    uint32_t from; /**< the first that was heard to send there */
    bool several;  /**< others were heard, too */
} ncs_hearing_t;

struct ncs_cluster {
    uint32_t panning_id;
    uint32_t first_frame; /**< 0: this cluster is new */
    GQueue awake[2];      /**< nodes not reported silent, by role: the longest unheard first */
    int64_t last_time;    /**< ns */
    uint32_t resumed_frame; /**< the first after all were silent; 0: they never were */
    int64_t resumed_time;
    uint32_t set_back_frame;         /**< the latest one that went back in time; 0: none */
    ncs_hearing_t heard;             /**< where the latest one to a single node went */
    ncs_broadcaster_t master, rival; /**< the last two different ones */
    bool contested;                  /**< and both broadcast within a tolerance */
    uint32_t taken_for_master;       /**< IPv4 address; 0: not known */
    wmem_tree_t *masters;            /**< frame -> the same from there on, as a number */
};

typedef struct {
    first_pass_t pass;
    sightings_t *sightings;
    wmem_map_t *nodes;      /**< ncs_node_t */
    wmem_map_t *clusters;   /**< ncs_cluster_t */
    wmem_map_t *points;     /**< capture point -> the first cluster there */
    wmem_array_t *in_order; /**< of ncs_node_t *, by index */
} ncs_state_t;

/** The state of the open file; NULL before its first heartbeat was analysed. */
ncs_state_t *ncs_state(void);

/** The same; made if there is none. */
ncs_state_t *ncs_state_obtain(void);

/** To be called once, when the protocol is registered. */
void ncs_state_register(void);

/** Add a finding about the frame under analysis. */
void ncs_found(ncs_found_t kind, uint32_t ref, int64_t value);

/** The sender; new ones are made. NULL if there are too many to follow it. */
ncs_node_t *ncs_node_obtain(const ncs_message_t *message);

/** The node of the message's cluster with this address; NULL if none was heard. */
ncs_node_t *ncs_node_find(const ncs_message_t *message, const address *source);

/** The address of a node that a finding names by its index. */
const address *ncs_node_address(uint32_t index);

/** The message's cluster; NULL if it is not known. */
ncs_cluster_t *ncs_cluster_find(const ncs_message_t *message);

/** Nodes of that role that were not reported silent. */
static inline GQueue *
ncs_awake(ncs_cluster_t *cluster, ncs_role_t role)
{
    return &cluster->awake[role == NCS_ROLE_MASTER];
}

/** An IPv4 address as a number in host byte order; 0 for other addresses. */
uint32_t ncs_ipv4(const address *addr);

/** An address as a part of a key; what is not IPv4 is hashed. */
uint64_t ncs_address_key(const address *addr);

#endif
