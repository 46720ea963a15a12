/* ncs-state.h
 * What the first pass keeps of a capture file: nodes, clusters, findings.
 *
 * A cluster is what observation.h takes for one: all feeds that show it.  A node is
 * one IP source in a cluster.  Rhythm belongs to a node and a place.  All of it lives
 * as long as the capture file, is written on the first pass and only read later.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NCS_STATE_H
#define CLUSTER_NCS_STATE_H

#include "ncs.h"

#include "first_pass.h"
#include "lookup.h"
#include "observation.h"
#include "repeats.h"

/** What the first pass finds out about a heartbeat, in the order in which it is
 *  shown, and what a finding of that kind holds. */
typedef enum {
    NCS_FOUND_INTERVAL_OF_MASTER = 1, /**< ref: previous frame; value: interval in ns; the node */
    NCS_FOUND_INTERVAL_OF_SLAVE,      /**< had this role before, which is what it is measured by */
    NCS_FOUND_LOST,                   /**< value: ncs_lost_t */
    NCS_FOUND_INTERVAL_ON_WIRE,       /**< value: ns, where it is not that of this place,
                                           or NCS_NOT_KNOWN */
    NCS_FOUND_COPY,                   /**< ref: first sighting; looked up */
    NCS_FOUND_DUPLICATE,              /**< ref: first copy, value: copies so far; looked up */
    NCS_FOUND_FIRST_HEARD,            /**< the sender: for the story */
    NCS_FOUND_SILENT_NODE,            /**< ref: index of the silent node; value: ncs_since() */
    NCS_FOUND_SILENT_TOLD,            /**< ... for the story; ref: see ncs_silence_at(); value:
                                           ncs_since() */
    NCS_FOUND_LEFT,                   /**< ref: index of the node; value: ncs_since() */
    NCS_FOUND_ALL_OTHERS_SILENT,      /**< ref: see ncs_others_at(); value: ncs_since() */
    NCS_FOUND_BACK,                   /**< ref: its last frame before; value: silence in ns */
    NCS_FOUND_SILENCE_OVER,           /**< ... of one that was silent alone; ref: see
                                           ncs_silence_at(); value: silence in ns */
    NCS_FOUND_OTHERS_BACK,            /**< the same of the first of all others */
    NCS_FOUND_MASTER_CHANGE,          /**< ref: index of the old master; value: ncs_elected() */
    NCS_FOUND_MASTER_TAKEN,           /**< the same, but ref: IPv4 address that slaves sent to */
    NCS_FOUND_TWO_MASTERS,            /**< ref: index of the other master; value: ncs_since(): the
                                           first broadcast of the later one */
    NCS_FOUND_ONE_MASTER,             /**< again; ref: see ncs_split_at() */
    NCS_FOUND_INCARNATION_CHANGE,     /**< ref: last frame with the old value; value: old value */
    NCS_FOUND_NEW_VIEW,               /**< ... which nobody had before; ref: index of the node that
                                           showed it first; value: the view before */
    NCS_FOUND_MEMBERS,                /**< of the latest view; ref: see ncs_members_at() */
    NCS_FOUND_SECOND_PANNING_ID,      /**< value: first panning id on this feed */
    NCS_FOUND_PANNING_CHANGE,         /**< ref: its last frame with the id before; value: see
                                           ncs_panning_before() */
    NCS_FOUND_JOINING,                /**< ref: first frame without a view; value: ns since */
    NCS_FOUND_OUTDATED_VIEW,          /**< ref: index of the master; value: ncs_outdated() */
    NCS_FOUND_UNSEEN,                 /**< ... at other places; ref: see ncs_unseen_at(); value: ns
                                           since it was seen at the first of them */
    NCS_FOUND_SEEN_AGAIN,             /**< ... here; ref: its last frame here; value: ns since */
    NCS_FOUND_LIMIT,                  /**< too many nodes: said once */
    NCS_FOUND_KINDS
} ncs_found_kind_t;

/** An interval that another feed may still show to be shorter. */
#define NCS_NOT_KNOWN (-1)

/** How the silence that ended with a lost heartbeat is to be read. */
typedef enum {
    NCS_LOST_NODE,     /**< one node was silent */
    NCS_LOST_REJOINED, /**< one node was silent and has another incarnation now */
    NCS_LOST_ALL,      /**< all known nodes were silent at the same time: the first again, */
    NCS_LOST_WITH_ALL, /**< and those behind it */
    NCS_LOST_OTHERS    /**< all known nodes but one were */
} ncs_lost_t;

/** The new master's rank among the addresses known by then, in the low bits;
 *  above NCS_ELECTION_BITS the index of the node with the highest address. */
typedef enum {
    NCS_ELECTED_HIGHEST,
    NCS_ELECTED_HIGHEST_LEFT, /**< only the old master's is higher */
    NCS_ELECTED_LOWER,
    NCS_ELECTED_LOWER_LEFT    /**< ... than another one's that is below the old master's */
} ncs_election_t;
#define NCS_ELECTION_BITS 8
#define NCS_ELECTED_BITS 24

/** How a new master was elected, in the value of a finding: a rank, and above it how long ago the
 *  old one broadcast last, in ms; 0: not known. */
static inline int64_t
ncs_elected(int64_t rank, int64_t ago)
{
    return CLAMP(ago / (NS_PER_S / 1000), 0, INT32_MAX) << NCS_ELECTED_BITS | rank;
}

static inline ncs_election_t
ncs_elected_rank(int64_t elected)
{
    return (ncs_election_t)(elected & ((1 << NCS_ELECTION_BITS) - 1));
}

/** The index of the node that should have been elected. */
static inline uint32_t
ncs_elected_highest(int64_t elected)
{
    return (uint32_t)(elected & ((1 << NCS_ELECTED_BITS) - 1)) >> NCS_ELECTION_BITS;
}

/** In ns. */
static inline int64_t
ncs_elected_ago(int64_t elected)
{
    return (elected >> NCS_ELECTED_BITS) * (NS_PER_S / 1000);
}

/** A frame, and how long ago it was, in the value of a finding: ms in the low bits. */
#define NCS_AGO_BITS 23

static inline int64_t
ncs_since(uint32_t frame, int64_t ago)
{
    int64_t ms = CLAMP(ago / (NS_PER_S / 1000), 0, (1 << NCS_AGO_BITS) - 1);

    return (int64_t)frame << NCS_AGO_BITS | ms;
}

static inline uint32_t
ncs_since_frame(const finding_t *finding)
{
    return (uint32_t)(finding->value >> NCS_AGO_BITS);
}

/** In ns. */
static inline int64_t
ncs_since_ago(const finding_t *finding)
{
    return (finding->value & ((1 << NCS_AGO_BITS) - 1)) * (NS_PER_S / 1000);
}

/** Why a node is outdated, in the value of a finding: ns since then, and in the lowest bit
 *  whether it is its destination that is outdated, and not its view. */
static inline int64_t
ncs_outdated(int64_t since, bool by_destination)
{
    return since * 2 + by_destination;
}

/** The panning id before, in the value of a finding, and above it whether the node lost its view
 *  with it. */
static inline int64_t
ncs_panning_before(uint32_t panning_id, bool has_lost_view)
{
    return (int64_t)has_lost_view << 32 | panning_id;
}

typedef struct ncs_cluster ncs_cluster_t;

typedef struct {
    ncs_cluster_t *cluster; /**< NULL: sends no panning id */
    uint32_t first_frame;   /**< 0: this node is new */
    uint32_t idx;           /**< see ncs_node_address() */
    address address;
    cadence_t cadence;          /**< over all feeds, by corrected time */
    uint32_t absences;          /**< how often it went out of sight */
    unsigned in_rhythm;         /**< heartbeats in a row that came in time */
    uint32_t beats;             /**< heartbeats */
    ncs_role_t role;
    bool silent;                /**< was reported silent, or not heard yet */
    bool in_split;              /**< broadcast beside another master */
    uint32_t last_feed, last_segment; /**< of its latest heartbeat */
    repeats_t silences;         /**< that were told, but those of its leaving, */
    uint32_t silence;           /**< and which was the latest: see ncs_silence_at() */
    bool told_silent;           /**< ... and its return is worth a word, */
    bool told_left;             /**< or rather that it left */
    bool has_left;              /**< it has another panning id since then */
    bool is_joining, is_outdated; /**< was said, for this incarnation */
    uint32_t silent_with_others; /**< frame that reported it so; 0: alone */
    int64_t incarnation_since;  /**< ns; and the frame: */
    uint32_t incarnation_first;
    int64_t sends_to_since;     /**< ns */
    uint32_t incarnation;
    uint32_t incarnation_frame; /**< the last with it; 0: none yet */
    uint32_t incarnation_before; /**< 0: it had no other */
    uint32_t sends_to;          /**< IPv4 address; 0: to all, or not known */
    uint32_t moved_frame;       /**< the first to there */
    uint32_t sent_to;           /**< the latest that it sent to as a slave; 0: none */
    GList awake;                /**< its place in ncs_cluster_t.awake */
} ncs_node_t;

/** A node's heartbeats at one place, by that place's clock. */
typedef struct {
    cadence_t cadence;
    ncs_role_t role;
    uint32_t segment;     /**< of the feed's clock */
    uint32_t absences;    /**< ncs_node_t.absences */
    uint32_t incarnation;
    bool has_incarnation;
} ncs_rhythm_t;

/** A node that broadcasts, and from when to when it did so without a pause. */
typedef struct {
    ncs_node_t *node;
    moment_t since; /**< frame 0: it is a slave now */
    moment_t last;
} ncs_broadcaster_t;

/** Heartbeats to a single node; IPv4 addresses, 0: none. */
typedef struct {
    uint32_t to;
    uint32_t from; /**< the first that was heard to send there */
    bool several;  /**< others were heard, too */
} ncs_hearing_t;

/** The latest view of the membership that anybody showed. */
typedef struct {
    uint32_t latest, before;
    int64_t when;           /**< ns: when it was shown first, */
    const ncs_node_t *by;   /**< and by whom; NULL: it is the first one of the file */
    bool was_explained;     /**< a node fell silent or joined before it came */
    bool has_reason;        /**< the same of the next one */
    bool is_to_be_told;     /**< who is in it */
    uint32_t followed;      /**< the view that it came after */
    uint32_t brought;       /**< a view that a node had when it was heard first, */
    uint32_t brought_by;    /**< and that node's index */
} ncs_view_t;

struct ncs_cluster {
    uint32_t idx;
    uint32_t panning_id;
    const observed_cluster_t *seen;
    uint32_t first_frame; /**< 0: this cluster is new */
    int64_t first_time;   /**< ns */
    ncs_view_t view;
    uint32_t others_silent; /**< frame that found all but one silent; 0: the first is heard, */
    int64_t others_back;    /**< ns: since then */
    uint32_t last_feed, last_frame; /**< of its latest heartbeat by time */
    int64_t lag;          /**< ns by which a feed comes behind others in the file, at most */
    GQueue awake[2];      /**< nodes not reported silent, by role: the longest unheard first */
    int64_t last_time;    /**< ns */
    uint32_t resumed_frame; /**< the first after all were silent; 0: they never were */
    int64_t resumed_time;
    uint32_t set_back_frame;         /**< the latest one that went back in time; 0: none */
    ncs_hearing_t heard;             /**< where the latest one to a single node went */
    ncs_broadcaster_t master, rival; /**< the last two different ones */
    int64_t master_since;            /**< ns: first broadcast of this master in a row */
    bool contested;                  /**< and both broadcast within a tolerance, */
    bool has_two_masters;            /**< which was told: they did so at one time */
    bool is_split_open;              /**< ... and not that it is over */
    moment_t split_since;            /**< first broadcast of the later one */
    uint32_t taken_for_master;       /**< IPv4 address; 0: not known */
    wmem_tree_t *masters;            /**< frame -> the same from there on, as a number */
};

typedef struct {
    first_pass_t pass;
    observer_t *observer;
    lookup_t nodes;         /**< ncs_node_t */
    lookup_t rhythms;       /**< ncs_rhythm_t, by node and place */
    lookup_t paths;         /**< see ncs-paths.c */
    lookup_t stamps;        /**< ncs_stamp_t, by sender and destination */
    lookup_t stamps_here;   /**< ncs_stamp_here_t, by these and feed */
    wmem_map_t *feeds;      /**< feed -> the first cluster there */
    lookup_t panning;       /**< ncs_panning_t, by feed and address */
    unsigned cluster_count;
    wmem_array_t *in_order; /**< of ncs_node_t *, by index */
    wmem_array_t *members;  /**< of ncs_members_t */
    wmem_array_t *unseen;   /**< of ncs_unseen_t */
    wmem_array_t *others;   /**< of ncs_named_t */
    wmem_array_t *splits;   /**< of ncs_split_t */
    wmem_array_t *silences; /**< of ncs_silence_t */
} ncs_state_t;

/** Nodes that are named of a list. */
#define NCS_NAMED_MAX 5

typedef struct {
    uint32_t count;
    uint32_t nodes[NCS_NAMED_MAX]; /**< the first of them */
} ncs_named_t;

/** Who is in a view, by what the nodes show. */
typedef struct {
    uint32_t view;
    ncs_named_t in;
    ncs_named_t joined; /**< of these, who was not in the view before */
    ncs_named_t gone;   /**< was in the view before, and is not heard */
    ncs_named_t unseen; /**< likewise, but this file no longer shows what it sends, because the
                             master changed */
    bool is_partial;    /**< nodes that this file does not show may be in it, too */
    ncs_named_t behind; /**< still shows the view before */
    ncs_named_t apart;  /**< shows another view: the cluster is split, or the node missed some */
} ncs_members_t;

const ncs_members_t *ncs_members_at(uint32_t idx);

/** A node that goes on, but that some places see no more. */
typedef struct {
    uint32_t node;       /**< its index */
    uint32_t last_frame; /**< at the place that saw it first for the last time */
    ncs_named_t places;
} ncs_unseen_t;

const ncs_unseen_t *ncs_unseen_at(uint32_t idx);

/** A silence of one node. */
typedef struct {
    uint32_t node;       /**< its index */
    uint32_t last_frame; /**< before it */
    repeats_t silences;  /**< of this node so far, with this one */
    bool is_one_of_many; /**< it was short, and rows of others tell as much */
} ncs_silence_t;

const ncs_silence_t *ncs_silence_at(uint32_t idx);

/** Two masters, of which one broadcasts no more. */
typedef struct {
    uint32_t master, other; /**< indexes of the one that is left, and of the other one */
    uint32_t last_frame;    /**< its last broadcast, */
    int64_t ago;            /**< ns, */
    int64_t lasted;         /**< and how long there were two; 0: not known */
    bool is_slave;          /**< it is heard, as a slave */
} ncs_split_t;

const ncs_split_t *ncs_split_at(uint32_t idx);

/** The nodes that fell silent at once. */
const ncs_named_t *ncs_others_at(uint32_t idx);

/** Nodes that are followed.  The product has 2 to 32 nodes in a cluster; more than this are
 *  forged sources. */
#define NCS_NODES_MAX 4096

/** The state of the open file; NULL before its first heartbeat was analyzed. */
ncs_state_t *ncs_state(void);

/** The same; made if there is none. */
ncs_state_t *ncs_state_obtain(void);

/** To be called once, when the protocol is registered. */
void ncs_state_register(void);

/** Add a finding about the frame under analysis. */
void ncs_found(ncs_found_kind_t kind, uint32_t ref, int64_t value);

/** What has this key; NULL beyond the cap, which is said once. */
void *ncs_obtain(lookup_t *lookup, uint64_t key, size_t size, unsigned cap);

/** A key of an address. */
uint64_t ncs_address_key(const address *addr);

/** A key of what the sender's cluster calls itself. */
uint64_t ncs_group(const ncs_message_t *message);

/** The sender; new ones are made. NULL if there are too many to follow it. */
ncs_node_t *ncs_node_obtain(const ncs_message_t *message, const observation_t *seen);

/** The rhythm of a node at a place; NULL beyond the cap. */
ncs_rhythm_t *ncs_rhythm_obtain(const ncs_node_t *node, uint32_t place);

/** The same, or NULL where the place has not shown the node. */
const ncs_rhythm_t *ncs_rhythm_find(const ncs_node_t *node, uint32_t place);

/** The number to show at a view for a frame that was found; see observation_link(). */
uint32_t ncs_link(const finding_view_t *view, uint32_t frame);

/** The node of the message's cluster with this address; NULL if none was heard. */
ncs_node_t *ncs_node_find(const ncs_message_t *message, const address *source);

/** The node that a finding names by its index. */
const ncs_node_t *ncs_node_at(uint32_t idx);

/** The address of a node that a finding names by its index. */
const address *ncs_node_address(uint32_t idx);

/** The message's cluster; NULL if it is not known. */
ncs_cluster_t *ncs_cluster_find(const ncs_message_t *message);

/** What a cluster is called: its panning id, and its VLAN where another one has the same.  In
 *  `scope`; `cluster` may be NULL. */
const char *ncs_cluster_name(wmem_allocator_t *scope, const ncs_cluster_t *cluster,
                             uint32_t panning_id);

/** The incarnation of a node that has no view of the membership. */
#define NCS_NO_VIEW 0xffffffffu

/** Nodes of that role that were not reported silent. */
static inline GQueue *
ncs_awake(ncs_cluster_t *cluster, ncs_role_t role)
{
    return &cluster->awake[role == NCS_ROLE_MASTER];
}

/** What an address called its cluster on one feed. */
typedef struct {
    uint32_t panning_id;
    uint32_t frame;      /**< latest; 0: none yet */
    ncs_node_t *node;
    bool told;
} ncs_panning_t;

/** What the sender called its cluster here before; NULL beyond the cap. */
ncs_panning_t *ncs_panning_obtain(const ncs_message_t *message, const observation_t *seen);

/** An IPv4 address as a number in host byte order; 0 for other addresses. */
uint32_t ncs_ipv4(const address *addr);

#endif
