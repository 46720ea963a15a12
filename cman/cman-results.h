/* cman-results.h
 * What the first pass found, which the rest of the dissector reads on any pass.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_RESULTS_H
#define CLUSTER_CMAN_RESULTS_H

#include "cman.h"

#include "cadence.h"
#include "event_words.h"
#include "findings.h"
#include "observation.h"

/** What a finding says, in the order in which findings are shown; `ref` and
 *  `value` of finding_t in brackets. */
typedef enum {
    CMAN_FOUND_ACKS = 1,       /**< acknowledges [frame, round trip in ns] */
    CMAN_FOUND_ACK_REPEATED,   /**< the first transmission of this frame acknowledged [frame] */
    CMAN_FOUND_ACK_STALE,      /**< acknowledges a message that the sender gave up [frame] */
    CMAN_FOUND_DUPLICATE_ACK,  /**< a new message acknowledges once more [frame] */
    CMAN_FOUND_ACK_UNSEEN,     /**< acknowledges what this capture does not have */
    CMAN_FOUND_ACKED,          /**< [first acknowledging frame or 0, link to more] */
    CMAN_FOUND_RETRANSMISSION, /**< [first transmission, ns since] */
    CMAN_FOUND_DUPLICATE,      /**< looked up [first copy, copies so far] */
    CMAN_FOUND_COPY,           /**< looked up [first sighting of this transmission] */
    CMAN_FOUND_GAP,            /**< [-, numbers skipped] */
    CMAN_FOUND_BACKWARDS,      /**< a number below the sender's latest */
    CMAN_FOUND_JOIN_SEQ,       /**< a joining node does not begin with 1 */
    CMAN_FOUND_HELLO,          /**< at this place [previous HELLO, ns since] */
    CMAN_FOUND_HELLO_SENT,     /**< where a place missed HELLOs: ns since the previous one of
                                    all places; not shown [previous HELLO, ns since] */
    CMAN_FOUND_REQUEST,        /**< not kept: [first response] */
    CMAN_FOUND_RESPONSE,       /**< [request, ns since] */
    CMAN_FOUND_TRANSITION_OVER, /**< of one, on a later frame [index, duration in ns] */
    CMAN_FOUND_TRANSITION,     /**< part of it [index, master + restarts << 32] */
    CMAN_FOUND_TRANSITION_END, /**< unless its barrier hangs [-, duration in ns] */
    CMAN_FOUND_TRANSITION_NEWS, /**< of one, on another frame [index, cman_news_t] */
    CMAN_FOUND_CLASH,          /**< of two masters [id of the other one] */
    CMAN_FOUND_RESTARTED,      /**< the transition [1: for the reason told before,
                                    1: nothing is wrong, or another finding says what is] */
    CMAN_FOUND_TRANSITION_MISSING, /**< did not answer [-, node id] */
    CMAN_FOUND_BARRIER_MISSING,    /**< did not wait at the barrier [-, node id] */
    CMAN_FOUND_BARRIER,        /**< part of it [index, nodes waiting] */
    CMAN_FOUND_BARRIER_DONE,   /**< [-, duration in ns] */
    CMAN_FOUND_DEATH,          /**< a node is declared dead [index, silence in ns] */
    CMAN_FOUND_DEATH_TOLD,     /**< for the first time: for the story [index, silence in ns] */
    CMAN_FOUND_DEATH_HEARD,    /**< ... though it was heard [index, silence in ns] */
    CMAN_FOUND_DEATH_AMENDED,  /**< more is known of one that was told before: for a table of the
                                    story [index] */
    CMAN_FOUND_DEATH_FOLDED,   /**< one of those that a split explains: for that table [index] */
    CMAN_FOUND_LEFT,           /**< the sender leaves: for the story [index of the KILL or
                                    NODEDOWN before it, + 1; 0: none, ns since then if that is too
                                    long to be the cause] */
    CMAN_FOUND_SILENT,         /**< of another node, at this place [index, silence in ns] */
    CMAN_FOUND_BACK,           /**< a silent node is heard again [its last frame, ns since] */
    CMAN_FOUND_HELLOS_BACK,    /**< likewise, but it sent something else meanwhile */
    /* With words, by index: cman_told_at() */
    CMAN_FOUND_SPLIT,          /**< the cluster is [index] */
    CMAN_FOUND_WHOLE,          /**< it is no longer split: for the story [index, ns that it was] */
    CMAN_FOUND_INQUORATE,      /**< [index] */
    CMAN_FOUND_QUORATE,        /**< again: for the story [index] */
    CMAN_FOUND_IDENTITY,       /**< one node id, two machines [index] */
    CMAN_FOUND_SECOND,         /**< another cluster number on this LAN [index] */
    CMAN_FOUND_FORMED,         /**< a cluster of one: for the story [index] */
    CMAN_FOUND_LET_IN,         /**< a node, which only its HELLO shows: for the story [index] */
    CMAN_FOUND_HANGS,          /**< a transition: for the story [index] */
    CMAN_FOUND_GIVEN_UP,       /**< a transition, by its master: for the story [index] */
    CMAN_FOUND_JOIN_FAILED,    /**< [index] */
    CMAN_FOUND_JOIN_OK_LOST,   /**< the JOINACK did not arrive [index] */
    CMAN_FOUND_REFUSED,        /**< a node that asked to join [index] */
    CMAN_FOUND_OPEN,           /**< what a later frame may turn into one of these; not shown */
    CMAN_FOUND_SAID_BEFORE,    /**< what the message says on its own, by others */
    CMAN_FOUND_LIMIT,          /**< a cap was reached: said once */
    CMAN_FOUND_KINDS
} cman_found_kind_t;

/** What a frame that is not part of a transition shows of it. */
typedef enum {
    CMAN_NEWS_WAITS = 1, /**< somebody does not answer, or is not at the barrier */
    CMAN_NEWS_GIVEN_UP   /**< its master leaves */
} cman_news_t;

/** Attempts at a message: the first one and max_retries. */
#define CMAN_ATTEMPTS 4

/** A barrier from its first WAIT to its first COMPLETE. */
typedef struct {
    const char *name;
    uint32_t cluster;                     /**< number on the wire */
    uint32_t start_frame, complete_frame; /**< 0 while not (yet) seen */
    int64_t start_time, complete_time;    /**< ns */
    uint32_t idx;                         /**< for cman_barrier_at() */
    uint32_t waiting;                     /**< distinct nodes that have sent WAIT, */
    uint32_t completed;                   /**< and COMPLETE */
} cman_barrier_t;

/** What a node says that starts a transition. */
typedef struct {
    uint32_t master;            /**< that node; 0: none */
    uint32_t start_frame;       /**< 0 where this was sent before */
    int64_t start_time;
    uint32_t reason, node, leave; /**< as in the transition */
} cman_claim_t;

/** A state transition; frames are 0 while not (yet) seen, times in ns. */
typedef struct {
    uint32_t number;            /**< counted per cluster */
    uint32_t cluster;           /**< number on the wire */
    uint32_t start_frame, end_frame;
    int64_t start_time, end_time;
    int64_t last_time;          /**< of its latest frame */
    uint32_t proof_frame;       /**< that shows why it has not ended: whom it waits for, that */
    int64_t proof_time;         /**< it is given up, or that the join failed */
    uint32_t lowest_generation; /**< of all its STARTTRANS, */
    uint32_t generation;        /**< and of the one in force */
    uint32_t seq;               /**< sequence number of the STARTTRANS in force */
    uint32_t reason;            /**< of the first STARTTRANS, */
    uint32_t node;              /**< and the node concerned; 0: not known */
    wmem_array_t *removed;      /**< of uint32_t: ids of others that it removes; NULL: none */
    int64_t removes_since;      /**< a node that was declared dead before is not its matter */
    uint32_t leave;             /**< why that node left: CMAN_LEFT_..., of a REMNODE */
    bool leave_told;            /**< its LEAVE is in the file */
    cman_claim_t own, other;    /**< in a clash: of the winner, and of the loser */
    bool is_start_seen;         /**< its master's STARTTRANS is in the file: with another's, as it
                                     seemed, or in another half */
    bool is_of_nobody;          /**< the node concerned takes part when it is over */
    bool is_of_half;            /**< not in the first half of its cluster, */
    bool is_beside;             /**< while another half has one */
    int64_t waits_since;        /**< since the message that its members are to answer, */
    uint32_t waits_from;        /**< the frame of that message */
    char *missing;              /**< whom it waits for: "no answer from node 3"; or NULL, */
    const char *signs;          /**< and what else they did: ", which acknowledges ..."; or "" */
    const char *wait_told;      /**< `missing` when that was told first; or NULL */
    const cman_barrier_t *barrier; /**< that closes it, or NULL */
    bool given_up;              /**< its master left, as restarts were in vain */
    bool is_of_stranger;        /**< nothing else shows that the node is a member */
    bool may_join;              /**< the node may be one that was joining as the file began */
    bool join_failed;           /**< the node did not confirm that it is a member */
    finding_t *ended;           /**< that tells its ENDTRANS, or NULL */
    bool is_over;               /**< nothing starts it again: told */
    uint32_t end_generation;    /**< of the ENDTRANS; names the closing barrier */
    uint32_t end_feed;          /**< that shows the ENDTRANS first */
    uint32_t master;
    uint32_t restarts;
    uint32_t restart_frame;     /**< the STARTTRANS in force, if it is a RESTART; or 0 */
    uint32_t split;             /**< index of the split that its start was told as, + 1; or 0 */
    const char *join_failure;   /**< in words; NULL: none was seen */
    uint32_t idx;               /**< for cman_transition_at() */
} cman_transition_t;

/** A node that is silent, or declared dead; frames are 0 where the file has none. */
typedef struct {
    uint32_t node, by;     /**< ids: of the node, and of who declares or is heard instead */
    uint32_t frame;        /**< that declares it; 0: it is silent */
    uint32_t member;       /**< index of the node */
    uint32_t reason;       /**< CMAN_LEFT_... */
    moment_t heard;        /**< its last HELLO, wherever */
    int64_t silence;       /**< since then, ns, */
    uint32_t missed;       /**< and HELLOs that were due, if somebody watched */
    int64_t declared;      /**< when it is declared, as the frame has it */
    int64_t deaf_for;      /**< ns for which who declares it heard no HELLO; 0: not known, */
    uint32_t unheard;      /**< the first HELLO in the file of that time, unless it is the last; 0:
                                none is known, */
    int64_t unheard_ago;   /**< and ns since then */
    uint32_t absences;     /**< how often its HELLOs had begun afresh */
    bool has_sent_since;   /**< it sent something else since */
    bool is_open;          /**< a place has yet to show what it got before; */
    finding_t *may_be_heard; /**< that tells then that it was heard; or NULL */
    uint32_t message;      /**< NORESPONSE: that it did not acknowledge, */
    uint32_t tries;        /**< how often it was sent, */
    int64_t tried_for;     /**< ns from the first to the last time; -1: not known, */
    int64_t tried_ago;     /**< and since the last time, */
    uint32_t acked_in;     /**< the ACK that did not arrive, */
    const char *ackers;    /**< and who acknowledged it: "nodes 2 and 4 (mark)"; or NULL */
    bool shows_acks;       /**< who else acknowledged it would be known */
    uint32_t lost_at;      /**< places that lost HELLOs, */
    uint32_t had_at;       /**< that had the last one, */
    uint32_t never_at;     /**< and that never showed one, but those of others */
    const char *lost;      /**< HELLOs that places lost: "4 lost on the way to node1"; or NULL */
    const char *heard_at;  /**< the place that has that HELLO, where others lost it or have yet
                                to show what they got; or NULL */
    bool is_told;          /**< it has a row of its own in the story, */
    bool was_heard;        /**< which says that it was heard; */
    int64_t told_at;       /**< when that was, */
    uint32_t heard_before; /**< and the index, + 1, of the one of this node before; 0: none */
    bool is_mutual;        /**< it was heard, and so was who declares it, by the others */
    bool is_unheard;       /**< nothing that it sent was captured before */
    bool is_apart;         /**< it was removed by who kills it now, or by others on that side, and
                                is heard again */
    bool is_cut;           /**< its id was cut off: it is who was killed in the message before */
    bool is_outside;       /**< a KILL to the address alone: who kills it has it as no member, */
    bool is_at_once;       /**< and does so as it hears its HELLO */
    uint32_t topic;        /**< index of what was told first of this dying, + 1 */
    uint32_t also_by, also_in; /**< who killed it at the same time, and in which frame; or 0 */
    bool is_aside;         /**< it is that KILL, and another row says it */
    uint32_t folded_into;  /**< index of the death whose row tells this one, too, + 1; or 0 */
    const char *folded;    /**< the words of that row: of all */
} cman_death_t;

/** What rows of the story are about, with an index (event_t.topic). */
#define CMAN_TOPIC_DEATH (UINT64_C(1) << 32)
#define CMAN_TOPIC_TRANSITION (UINT64_C(2) << 32)
#define CMAN_TOPIC_SPLIT (UINT64_C(3) << 32)

/** By the index in a finding. */
const cman_death_t *cman_death_at(uint32_t idx);

/** What happened, in the words of the first pass. */
typedef struct {
    uint32_t node;     /**< id of the node that it is about; 0: nobody in particular */
    const char *words; /**< with names from the wire as they came */
    uint64_t topic;    /**< CMAN_TOPIC_... with an index, or 0 */
    event_begin_t begin; /**< since when it is so, where it is told later */
} cman_told_t;

/** By the index in a finding. */
const cman_told_t *cman_told_at(uint32_t idx);

/** What was found about a frame: at its place, and about the transmission that it
 *  shows. */
void cman_gather(const packet_info *pinfo, const cman_message_t *message, found_t *found);

/** The frame to name at the frame of `view` for a frame that was found. */
uint32_t cman_link(const finding_view_t *view, uint32_t frame);

/** Transitions and barriers by the index in a finding. */
const cman_transition_t *cman_transition_at(unsigned idx);

/** How often it was started again, in words: "2 restarts"; "at least 2 restarts" of one that began
 *  before the file. */
const char *cman_restarts_text(wmem_allocator_t *pool, const cman_transition_t *transition);
const cman_barrier_t *cman_barrier_at(unsigned idx);

/** Second and later acknowledging frames, the latest first: returns the frame of
 *  `*link`, which moves on; 0 at the end. */
uint32_t cman_next_ack(uint32_t *link);

/** HELLO timers by the preferences, and the HELLOs that are due in a silence. */
cadence_rules_t cman_hello_rules(void);
uint32_t cman_missed_in(int64_t silence);

/** Key of an IP address, 0 if it is none. */
uint64_t cman_address_key(const address *addr);

/** Name of a node as known at `frame`, or NULL.  By id, or where the id is 0
 *  by the address of the sender.  `cluster` is the number, `seen` whose it is. */
const char *cman_node_name(uint32_t cluster, const observed_cluster_t *seen, uint32_t id,
                           const address *addr, uint32_t frame);

/** The same, at a frame of the cluster. */
const char *cman_name_at(const packet_info *pinfo, uint32_t cluster, uint32_t id,
                         const address *addr);

/** The names of a frame's sender and target; for a frame of the cluster. */
void cman_name_ends(const packet_info *pinfo, cman_message_t *message);

#endif
