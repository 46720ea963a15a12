/* nisca-cnx-state.h
 * What the first pass remembers of connection managers; shared by the files
 * nisca-cnx-*.c only.
 *
 * All of it belongs to a cluster group, whichever capture points saw it: a
 * message counts once.  A group may have several clusters, one after another or
 * side by side; the time when it was formed tells one from another.  One owner
 * for each piece: nisca-cnx-state.c has the state of the file, nisca-cnx-members.c
 * nodes and clusters, nisca-cnx-transitions.c and -steps.c the transitions,
 * nisca-cnx-delivery.c the numbers, nisca-cnx-locks.c the resources.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_CNX_STATE_H
#define CLUSTER_NISCA_CNX_STATE_H

#include "nisca-cnx-analysis.h"

#include "first_pass.h"
#include "lookup.h"
#include "requests.h"

/* Caps, each for one kind of thing. */
#define NISCA_CNX_MAX_NODES 65536
#define NISCA_CNX_MAX_CLUSTERS 4096
#define NISCA_CNX_MAX_PAIRS 65536
#define NISCA_CNX_MAX_TRANSITIONS 65536
#define NISCA_CNX_MAX_PARTICIPANTS 256
#define NISCA_CNX_MAX_RESOURCES 65536
#define NISCA_CNX_MAX_UNNAMED 65536

/* CSID indexes that a node map has room for. */
#define NISCA_CNX_INDEXES (8 * NISCA_CNX_MAP_SIZE)

/* A node name: six characters, or eight. */
#define NISCA_CNX_NAME_SIZE 9

/* Messages of LOCK and RESLOCK that wait for their transition. */
#define NISCA_CNX_PREPARING 8

/** A connection that was made before the capture; see nisca-cnx-unnamed.c. */
typedef struct nisca_cnx_unnamed nisca_cnx_unnamed_t;

/** What a coordinator prepares: findings of frames whose transition has no number
 *  yet. */
typedef struct {
    finding_t *findings[NISCA_CNX_PREPARING];
    unsigned count;
} nisca_cnx_preparation_t;

/** A node of one realm: an observed cluster with its group. */
typedef struct nisca_cnx_node {
    uint64_t addr;                  /**< SCS address */
    struct nisca_cnx_cluster *cluster; /**< that it was a member of last; or NULL */
    nisca_cnx_preparation_t *preparation; /**< or NULL */
    char name[NISCA_CNX_NAME_SIZE]; /**< "": not known */
    bool has_status;
    uint32_t expected_votes, qdskvotes; /**< parameters, with has_status */
    uint32_t heard_frame;           /**< its latest frame of any kind; 0: none */
    int64_t heard;
    bool said_bye;                  /**< with that frame */
    int64_t removed;                /**< when, with is_removed */
    bool is_removed;                /**< committed without it, not long ago */
    bool is_newcomer;               /**< in no cluster, as it said, and did not join since */
} nisca_cnx_node_t;

/** A node that takes part in a transition, but for the coordinator. */
typedef struct {
    nisca_cnx_node_t *node;
    bool asked, accepted;           /**< the proposal */
    bool is_unheard;                /**< its answers are not in the capture */
    int64_t asked_at;
    uint32_t ready;                 /**< latest step it is ready with */
    int64_t ready_at;
} nisca_cnx_participant_t;

/** A realm. */
typedef struct {
    uint32_t transitions;             /**< so far */
    struct nisca_cnx_cluster *spoken; /**< the cluster that was named last, or NULL */
    bool is_told;                     /**< that it has two clusters */
} nisca_cnx_group_t;

/** The members of one cluster; or, with 0 as `formed`, of a group whose messages
 *  have not told yet when their cluster was formed. */
typedef struct nisca_cnx_cluster {
    nisca_cnx_group_t *group;
    uint64_t formed;                /**< VMS time */
    nisca_cnx_node_t *speaker;      /**< that named it last, or NULL */
    nisca_cnx_transition_t *latest; /**< transition; or NULL */
    uint32_t xtn_id;                /**< of the latest transition seen */
    bool has_map;                   /**< of the latest commitment, as far as known */
    uint8_t map[NISCA_CNX_MAP_SIZE];
    nisca_cnx_node_t *by_index[NISCA_CNX_INDEXES]; /**< as DESC told */
} nisca_cnx_cluster_t;

/** A node with its index, as DESC told in a transition. */
typedef struct {
    uint32_t idx;
    nisca_cnx_node_t *node;
} nisca_cnx_described_t;

/** What the analysis of one frame works on. */
typedef struct {
    const nisca_message_t *message;
    const nisca_cnx_t *cnx;
    nisca_cnx_cluster_t *cluster;   /**< of a message; else the sender's, or NULL */
    nisca_cnx_node_t *src, *dst;
    const observed_cluster_t *seen;
    uint64_t realm;                 /**< what tells clones of a group apart */
    uint32_t frame;
    int64_t when;                   /**< ns */
    bool is_repeated;               /**< sent again by the transport, or a copy */
    bool is_resent;                 /**< sent again by the connection manager */
    bool was_seen;                  /**< and the capture has the first sending */
} nisca_cnx_frame_t;

/** Words that the first pass has found, so that every pass says the same. */
typedef struct {
    const char *node;
    const char *words;
} nisca_cnx_words_t;

/** Everything there is; NULL until the first NISCA frame of a file. */
typedef struct {
    first_pass_t pass;
    lookup_t nodes;                 /**< nisca_cnx_node_t by address, realm */
    lookup_t groups;                /**< nisca_cnx_group_t by realm */
    lookup_t clusters;              /**< nisca_cnx_cluster_t by formation time, realm */
    lookup_t pairs;                 /**< see nisca-cnx-delivery.c */
    lookup_t unnamed;               /**< nisca_cnx_unnamed_t by nodes and ids */
    wmem_map_t *transitions;        /**< the latest by coordinator, id, realm */
    lookup_t resources;             /**< see nisca-cnx-locks.c */
    wmem_array_t *transition_list;  /**< nisca_cnx_transition_t * */
    wmem_array_t *resource_list;    /**< nisca_cnx_resource_t */
    wmem_array_t *words;            /**< nisca_cnx_words_t */
    requests_t *requests;
} nisca_cnx_state_t;

extern nisca_cnx_state_t *nisca_cnx_state;

/** What `lookup` has for `key`; `size` zero bytes are made where it has nothing.
 *  NULL beyond `cap` entries, which is said once. */
void *nisca_cnx_obtain(lookup_t *lookup, uint64_t key, size_t size, uint32_t cap);

/** Append a finding about the frame under analysis. */
finding_t *nisca_cnx_find(nisca_cnx_found_t kind, uint32_t ref, int64_t value);

/** Keep words; returns what nisca_cnx_words() takes.  `node` may be NULL. */
uint32_t nisca_cnx_keep_words(const nisca_cnx_node_t *node, const char *words);

/** Tell what happened, in words (of the file's scope). */
void nisca_cnx_tell(const nisca_cnx_node_t *node, const char *words);

/** Name of a node, or its address; of file scope. */
const char *nisca_cnx_label(const nisca_cnx_node_t *node);

/** Append the nodes of a map, by name or as "CSID index 3"; returns how many
 *  there are. */
unsigned nisca_cnx_say_map(wmem_strbuf_t *text, const nisca_cnx_cluster_t *cluster,
                           const uint8_t *map);

/** True if all nodes of a map have a name or an address. */
bool nisca_cnx_knows_map(const nisca_cnx_cluster_t *cluster, const uint8_t *map);

/** Append a duration as people say it. */
void nisca_cnx_say_time(wmem_strbuf_t *text, int64_t ns);

/* --- nisca-cnx-unnamed.c --- */

/** Learn what a connection without a name is for. */
void nisca_cnx_learn_unnamed(const nisca_message_t *message, uint32_t frame);

/* --- nisca-cnx-members.c --- */

/** A node; NULL beyond the cap. */
nisca_cnx_node_t *nisca_cnx_node(uint64_t realm, uint64_t addr);

/** The cluster that a message is about, as far as it is known; NULL beyond the
 *  cap. */
nisca_cnx_cluster_t *nisca_cnx_cluster_of(const nisca_cnx_frame_t *frame);

/** Note that the sender speaks of its cluster, and tell it when two clusters
 *  share a group. */
void nisca_cnx_note_cluster(const nisca_cnx_frame_t *frame);

/** A transition is committed: its nodes are members of its cluster. */
void nisca_cnx_note_members(const nisca_cnx_transition_t *transition);

/** DESC: which node has which index. */
void nisca_cnx_describe(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition);

/** Let the cluster of a transition know what DESC told in it.  The one index that
 *  is left is the newcomer's. */
void nisca_cnx_take_descriptions(const nisca_cnx_transition_t *transition);

/** LOCK and RESLOCK get the number of the transition that follows; UNLOCK means
 *  that none may follow. */
void nisca_cnx_prepare(const nisca_cnx_frame_t *frame);
void nisca_cnx_drop_preparation(const nisca_cnx_frame_t *frame);
void nisca_cnx_take_preparation(const nisca_cnx_frame_t *frame,
                                const nisca_cnx_transition_t *transition);

/** STATUS: parameters that differ from the other node's. */
void nisca_cnx_learn_status(const nisca_cnx_frame_t *frame);

/** ENTER: a node wants to be a member. */
void nisca_cnx_ask_for_membership(const nisca_cnx_frame_t *frame);

/* --- nisca-cnx-changes.c --- */

/** Nodes in a map. */
unsigned nisca_cnx_count_nodes(const uint8_t *map);

/** Which nodes a transition adds or takes away, NISCA_CNX_MAP_SIZE bytes; false if
 *  the capture does not say. */
bool nisca_cnx_changed(const nisca_cnx_transition_t *transition, uint8_t *nodes);

/** Tell what is proposed. */
void nisca_cnx_tell_proposal(const nisca_cnx_node_t *node,
                             const nisca_cnx_transition_t *transition);

/** Tell it where a removal leaves too few votes. */
void nisca_cnx_judge_quorum(const nisca_cnx_frame_t *frame,
                            const nisca_cnx_transition_t *transition);

/** Append the members after a transition. */
void nisca_cnx_say_members(wmem_strbuf_t *text, const nisca_cnx_transition_t *transition);

/* --- nisca-cnx-steps.c --- */

/** The part of a node in a transition; NULL beyond the cap. */
nisca_cnx_participant_t *nisca_cnx_participant(nisca_cnx_transition_t *transition,
                                               nisca_cnx_node_t *node);

/** True if the capture shows that a transition is committed. */
bool nisca_cnx_is_committed(const nisca_cnx_transition_t *transition);

/** True if a step has begun and is not over. */
bool nisca_cnx_is_in_step(const nisca_cnx_transition_t *transition);

/** Find the nodes that a transition waits for, longer than `patience` (ns), and
 *  append them to the words; returns how many there are. */
unsigned nisca_cnx_say_missing(const nisca_cnx_frame_t *frame,
                               const nisca_cnx_transition_t *transition, int64_t patience,
                               wmem_strbuf_t *text);

/** READY and DOSTEP. */
void nisca_cnx_ready(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition);
void nisca_cnx_dostep(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition);

/** Say that the latest transition is over, or waits for a node; by any frame of
 *  its group, as time goes on. */
void nisca_cnx_look_at_transition(const nisca_cnx_frame_t *frame);

/* --- nisca-cnx-transitions.c --- */

/** The transition that a message of the connection manager is about, as
 *  requests and answers name it; NULL if it is not known. */
nisca_cnx_transition_t *nisca_cnx_transition_of(const nisca_cnx_frame_t *frame);

/** Follow a request; an answer to `request`, which may be NULL. */
void nisca_cnx_follow_request(const nisca_cnx_frame_t *frame);
void nisca_cnx_follow_answer(const nisca_cnx_frame_t *frame, const request_t *request);

/* --- nisca-cnx-delivery.c --- */

/** Follow the numbers of a message; says whether it was sent before, and seen. */
void nisca_cnx_follow_number(nisca_cnx_frame_t *frame);

/** True if the capture has the messages of the connection manager from one node to
 *  another, and none of them is known to be missing since then (ns): what does not
 *  come from it was not sent. */
bool nisca_cnx_hears(uint64_t realm, const nisca_cnx_node_t *from, const nisca_cnx_node_t *to,
                     int64_t since);

/** Follow CONNECT_REQ and ACCEPT_REQ, and the START of a circuit. */
void nisca_cnx_follow_connection(const nisca_cnx_frame_t *frame);

/* --- nisca-cnx-locks.c --- */

/** Index of the resource that a message names, from 1; 0: none. */
uint32_t nisca_cnx_resource(const nisca_cnx_frame_t *frame);

#endif
