/* cman-state.h
 * What is known of a capture file: what the first pass remembers for itself, besides its
 * results ("cman-results.h").
 *
 * One owner for each piece: cman-members.c has clusters, nodes, names and the rhythm of
 * HELLOs, cman-delivery.c sequence numbers and acknowledgments, cman-pairs.c requests,
 * cman-death.c silence and deaths, cman-deaths.c those that were told, cman-halves.c the
 * halves of a split cluster, cman-split.c what nodes say of the cluster, cman-sides.c who says
 * the same, cman-identity.c who has another's id, cman-joins.c attempts to join,
 * cman-transitions.c transitions, cman-barriers.c barriers, cman-clash.c what two masters
 * started at once.
 * Everything lives as long as the capture file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_STATE_H
#define CLUSTER_CMAN_STATE_H

#include "cman.h"

#include <epan/prefs.h>

#include "capture_point.h"
#include "cman-results.h"
#include "delivery.h"
#include "first_pass.h"
#include "lookup.h"
#include "observation.h"
#include "requests.h"

#define NS_PER_MS INT64_C(1000000)

/* Caps: beyond them frames are still decoded, but no longer followed. */
#define CMAN_MAX_CLUSTERS 65536
#define CMAN_MAX_NODES 65536
#define CMAN_MAX_ACKERS 262144
#define CMAN_MAX_TRANSITIONS 65536
#define CMAN_MAX_BARRIERS 65536
#define CMAN_MAX_RHYTHMS 262144
#define CMAN_MAX_WAITERS 1048576

/** The sender gives up after 4 s; nothing repeats later than this, in ns. */
#define CMAN_REPEATED_WITHIN (10 * NS_PER_S)

/** The same declaration, repeated by other messages or by others, comes within a minute. */
#define CMAN_TOLD_FOR (60 * NS_PER_S)

/** A side of a split that is not heard for a time has not joined the other. */
#define CMAN_SAME_SPLIT (60 * NS_PER_S)

/** A sender waits for ACKs for 1 s before it sends again, or gives up. */
#define CMAN_ACKED_WITHIN (900 * NS_PER_MS)

/* --- What the first pass remembers --------------------------------------------- */

/** The HELLOs of one node at one place. */
typedef struct {
    cadence_t hello;
    uint32_t seq;      /**< number of the latest HELLO */
    uint32_t absences; /**< of the node, at the latest HELLO */
    uint32_t segment;  /**< of the place's clock, at the latest HELLO */
    uint32_t place;
    uint32_t feed;     /**< of the place, with the latest HELLO */
    moment_t first;    /**< first sighting of the latest HELLO, wherever */
    int64_t late_from, late_to; /**< the latest interval that was too long here, corrected */
} cman_rhythm_t;

/** A gap in the numbers of a sender, while it may still be filled. */
typedef struct {
    int64_t from, to;   /**< both included */
    finding_t *finding; /**< that tells it */
    uint32_t feed;      /**< that does not have them */
} cman_gap_t;

/** An ACK of a message that no feed has shown, while one still may. */
typedef struct {
    int64_t number;
    int64_t when;       /**< of the ACK */
    finding_t *finding; /**< that tells it; NULL: none */
    struct cman_acker *acker; /**< or NULL */
    uint32_t frame, feed; /**< of the ACK */
} cman_unseen_t;

/* ACKs of what was not seen that are remembered for each node. */
#define CMAN_UNSEEN 8

/* Beginnings of its HELLOs that are remembered for each node: a place whose clock is behind
 * shows those before. */
#define CMAN_ABSENCES 4

/** The numbers that a node used since its counter began. */
typedef struct cman_count {
    delivery_t sent;
    moment_t since;      /**< its first message that was seen, */
    moment_t latest;     /**< and that with the highest number */
    uint32_t latest_seq; /**< which is this on the wire; */
    bool may_be_more;    /**< it is the first, and the next one may have been sent before the
                              capture began */
    uint32_t idx;        /**< how often the counter had begun before */
    wmem_array_t *gaps;  /**< of cman_gap_t, ascending; NULL: none */
    cman_unseen_t unseen[CMAN_UNSEEN];
    unsigned next_unseen;
    struct cman_count *older; /**< before it began anew; NULL: none is known */
} cman_count_t;

/** Numbers below the latest one, which may prove that a counter began anew. */
typedef struct {
    moment_t first;       /**< message of them */
    uint32_t seq, latest; /**< its number, and the latest of them, as on the wire */
    unsigned numbers;     /**< in a row; 0: none */
} cman_anew_t;

/** What goes on among nodes that have one master.  A cluster is one half, the whole,
 *  until nodes that declared each other dead each start a transition. */
typedef struct cman_half {
    struct cman_half *next;     /**< of its cluster, or NULL */
    uint32_t view;              /**< latest view; numbers are the cluster's */
    uint32_t round;             /**< STARTTRANS in force; likewise, */
    uint32_t view_round;        /**< and that of the latest MASTERVIEW */
    uint32_t nominated;         /**< node concerned by the latest NOMINATE, */
    int64_t nominated_time;     /**< and when that was */
    wmem_map_t *barriers;       /**< latest barrier by name */
    cman_transition_t *running; /**< or NULL */
    cman_transition_t *ended;   /**< the one that ended last, or NULL */
    uint32_t inquorate;         /**< generation that was said to have no quorum; 0: none, */
    int64_t inquorate_at;       /**< and when that was */
} cman_half_t;

/** Bytes that are kept of names, with the NUL; cluster names have at most 16. */
#define CMAN_JOIN_NAME_MAX 64
#define CMAN_CLUSTER_NAME_MAX 17

/** What a node has come to that wants to join, since it was in last. */
typedef struct {
    moment_t first;      /**< its first JOINREQ, */
    int64_t latest;      /**< and when the latest came */
    uint32_t count;      /**< JOINREQs, */
    uint32_t failures;   /**< joins that failed, */
    uint32_t refusals;   /**< and JOINACKs that refuse it; */
    uint32_t answers;    /**< all JOINACKs */
    const char *words;   /**< of the latest failure or refusal, or NULL */
} cman_quest_t;

/** A node's attempt to join; frames are 0 while not seen. */
typedef struct {
    cman_quest_t quest;
    uint32_t asked_frame;      /**< latest JOINREQ: */
    uint32_t asked_seq;
    uint32_t wanted;           /**< node id, or 0 */
    uint32_t config;           /**< version of the configuration */
    char name[CMAN_JOIN_NAME_MAX]; /**< of the node, as it came, or its beginning; "" if none */
    char cluster_name[CMAN_CLUSTER_NAME_MAX]; /**< likewise, whole */
    uint32_t ok_frame;         /**< JOINACK OK, which nothing has taken back */
    uint32_t ok_by;            /**< who sent it */
    int64_t ok_time;
    uint32_t node;             /**< id by STARTTRANS NEWNODE, or 0 */
    cman_transition_t *transition; /**< that lets it in, or NULL */
    unsigned confs;            /**< JOINCONFs so far, */
    int64_t conf_time;         /**< when the first was sent, */
    uint32_t confirmed;        /**< and the CONFACK */
    finding_t *failed;         /**< on the last JOINCONF, while a STARTTRANS may still say it */
    const char *failed_words;  /**< why, as the story says it then, */
    int64_t failed_at;         /**< and when it may not any more */
    uint64_t refused;          /**< key of why it was refused last; 0: it was not */
} cman_join_t;

/** A message that was sent again. */
typedef struct {
    uint32_t frame;  /**< of its first attempt; 0: none */
    int64_t when;    /**< of its latest, */
    uint32_t count;  /**< how many there were, */
    int64_t lasted;  /**< and ns from the first to the latest; -1: by two clocks, not known */
} cman_tried_t;

/** Whom a node killed last; `idx` 0: nobody. */
typedef struct {
    uint32_t idx;    /**< of the other node, */
    uint32_t seq;    /**< the number of the KILL, */
    int64_t when;    /**< and when that was */
    int64_t another; /**< when it killed another one before; 0: never */
} cman_killed_t;

/* HELLOs that are remembered for each node: more than are due in the time after which it is
 * declared dead, by the timers that cman begins with. */
#define CMAN_HELLOS 8

/** A node of one cluster. */
typedef struct cman_member {
    uint32_t idx;        /**< number of this node in the file, from 1 */
    uint32_t id;         /**< 0 until it is known */
    uint64_t address;    /**< key of the IP address that it sent from last, or 0 */
    uint8_t ipv6[16];    /**< that address, where */
    bool is_ipv6;        /**< it is one */
    cman_count_t *count; /**< NULL until it sends a number */
    cman_anew_t anew;
    uint32_t last_frame; /**< with a new message from it, or 0 */
    cadence_t hello;     /**< over all places, by corrected time */
    uint32_t sent_seq;   /**< its latest HELLO, */
    uint32_t sent_before; /**< the frame of the one before that, or 0, */
    int64_t sent_after;  /**< and the time between, ns */
    cman_rhythm_t *rhythm; /**< at the place of its latest HELLO, or NULL */
    uint32_t absences;   /**< how often its HELLOs began afresh, */
    uint32_t absent[CMAN_ABSENCES]; /**< and at which frames, the latest of them */
    moment_t heard;      /**< its latest HELLO, wherever; frame 0: none */
    moment_t hellos[CMAN_HELLOS]; /**< the latest of them: a ring, */
    unsigned next_hello; /**< and where the next one goes; */
    uint32_t heard_seq;  /**< number of that HELLO */
    bool is_partly_heard; /**< its feed shows that HELLO less often than others */
    uint32_t heard_absences; /**< `absences` at that HELLO */
    bool has_sent_since; /**< something else, of any kind */
    unsigned beats;      /**< HELLOs in rhythm so far */
    bool is_listed;      /**< among those of its cluster that were heard, */
    bool is_sender;      /**< and that sent anything */
    bool is_silent;      /**< that was said */
    int64_t heard_told;  /**< when it was said that it was declared dead though heard, */
    uint32_t heard_death; /**< and the index of that, + 1; */
    uint32_t deaf_death; /**< likewise where it declared another; 0: none */
    int64_t death_told;  /**< and when its death was told, */
    uint32_t death_by;   /**< by whom, */
    bool asked_since_death; /**< and whether it has asked to join since; */
    int64_t kill_told;   /**< when it was killed last, */
    uint32_t kill_by;    /**< and by whom, */
    bool kill_was_outside; /**< as one that is no member, */
    uint32_t kill_death; /**< and the index of that, + 1; 0: it was not */
    cman_killed_t killed; /**< whom it killed last */
    uint32_t down_death; /**< index of its latest NODEDOWN, + 1; 0: none */
    uint32_t dying;      /**< index of what told its death last since it joined, + 1, or 0, */
    int64_t dying_time;  /**< and when */
    cman_tried_t tried;  /**< the message that it sent again last, */
    cman_tried_t given_up; /**< and the latest before that for which the attempts were in vain */
    const cman_barrier_t *waits_at; /**< the barrier where it waited last, or NULL, */
    int64_t waits_since; /**< and when it came there */
    uint32_t judged_frame; /**< a message for which a node was declared dead, */
    const char *judged_ackers; /**< with who had acknowledged it then, or NULL */
    uint32_t view;       /**< latest view that has it as a member */
    int64_t spoke;       /**< when its latest broadcast was seen first; 0: none, */
    uint32_t spoke_at;   /**< and at which place */
    const struct cman_member *ack_from; /**< a node whose protocol ACK to it was seen, */
    uint32_t ack_feed;   /**< and where: on the way to it, or with the node that sent it; */
    bool shows_acks;     /**< a feed shows those of several nodes: of all, then */
    uint32_t started;    /**< generation of its latest STARTTRANS, or 0, */
    int64_t started_at;  /**< and when that was */
    uint32_t start_acked; /**< round of its latest STARTACK, */
    uint32_t view_acked; /**< and VIEWACK */
    bool is_gone;        /**< left or was declared dead, and sent no HELLO since */
    uint32_t left;       /**< frame of its LEAVE since it joined, or 0 */
    int64_t down_time;   /**< when a NODEDOWN said that it is, last, */
    const cman_half_t *down_half; /**< and in which half */
    cman_half_t *half;   /**< of its cluster; NULL: the first */
    cman_half_t *inquorate_in; /**< where it said, or was said, to have no quorum; or NULL */
    cman_join_t *join;   /**< NULL: none seen */
    uint32_t formed;     /**< frame of its latest NEWCLUSTER, until it sends a HELLO */
    uint32_t said_generation; /**< by its latest HELLO, */
    uint32_t said_members;
    moment_t said_since; /**< its first HELLO that says so */
    bool was_quorate;    /**< so did its latest HELLO say, */
    int64_t was_quorate_at; /**< when it came */
    bool is_shared_told; /**< that another machine has its id */
    uint64_t shared;     /**< address of a machine that seems to have its id, too; 0: none */
    int64_t shared_time; /**< when that was seen */
    struct cman_member *down_by; /**< who declared it dead since it joined, or NULL */
    bool is_outside;     /**< it asked to join, or for a cluster, and was not let in since, */
    moment_t asked;      /**< with this JOINREQ, */
    uint32_t asked_seq;  /**< which has this number; frame 0: none */
    bool asked_to_join;  /**< its JOINREQ was seen, which restarted the count */
    bool may_restart;    /**< it left or joins, and its next number may be any */
} cman_member_t;

/** One cluster. */
typedef struct {
    uint32_t idx;               /**< in the file, from 0 */
    uint32_t number;            /**< on the wire */
    wmem_array_t *heard;        /**< of cman_member_t *: senders of HELLOs; NULL: none, */
    wmem_array_t *senders;      /**< and of any message, once they have an id; likewise */
    int64_t latest;             /**< time of the latest frame, */
    int64_t watched_from;       /**< of the first after a time without any, */
    int64_t look_at;            /**< and when to look for silent nodes */
    uint32_t views, rounds;     /**< numbers of views and rounds given so far */
    uint32_t hello_members;     /**< by the latest HELLO */
    uint32_t transitions;       /**< numbers given so far */
    int64_t compare_at;         /**< when to compare what nodes say of the cluster; */
    bool agree;                 /**< all said the same then, and nobody anything else since; */
    int64_t split_told;         /**< when they contradicted each other last, if that was told, */
    int64_t split_since;        /**< and first; or 0, */
    uint32_t split_topic;       /**< number of the split that the start of a transition told and
                                     no HELLO yet; or 0, */
    uint32_t split_generation;  /**< and the generation of that one */
    moment_t heard_again;       /**< the KILL which proves that the sides hear each other again; */
    int64_t heard_again_last;   /**< when the latest such KILL of these two came */
    uint32_t heard_again_by, heard_again_of; /**< frame 0: none */
    int64_t conf_time;          /**< of the latest JOINCONF to a node that has not asked, or 0 */
    cman_member_t *joining;     /**< who got the latest JOINACK OK, or NULL */
    wmem_array_t *applicants;   /**< of cman_member_t *: who asked to join; NULL: nobody */
    uint32_t config;            /**< version of its configuration, 0: not known, */
    uint32_t config_frame;      /**< and the frame that says so */
    char name[CMAN_CLUSTER_NAME_MAX]; /**< by a node that was let in; "": not known */
    cman_half_t whole;          /**< the first of its halves, which leads to the others */
} cman_cluster_t;

/** How a transmission relates to earlier ones of its sender. */
typedef enum {
    CMAN_NEW,
    CMAN_RETRANSMISSION,
    CMAN_DUPLICATE /**< the same once more, too soon or without need */
} cman_delivery_t;

/** The frame that is being analyzed. */
typedef struct {
    const cman_message_t *message;
    observation_t seen;
    uint32_t frame;
    int64_t when;                 /**< ns, corrected */
    int64_t time_here;            /**< ns, by the clock of the place */
    cman_cluster_t *cluster;
    cman_member_t *sender;
    cman_half_t *half;            /**< of the sender, */
    bool is_of_any_half;          /**< as far as is known: it waits at a barrier that two have */
    uint64_t source, destination; /**< keys of the IP addresses */
    cman_delivery_t delivery;
    uint32_t repeats;             /**< unless it is new: the first frame with this message */
    bool is_new_hello;            /**< the sender's next heartbeat, by its number */
} cman_frame_t;

/** The latest acknowledgment of one node by another. */
typedef struct cman_acker {
    int64_t number;  /**< acknowledged, unwrapped */
    uint32_t frame;  /**< that was acknowledged; 0: none yet */
    uint32_t in;     /**< the acknowledging frame */
    uint32_t before, before_in; /**< those of the acknowledgment before; 0: none */
    uint32_t count;  /**< index of the acknowledged node's count */
    uint32_t shown_at; /**< the place that showed a protocol ACK last, + 1; 0: none did */
} cman_acker_t;

/** A master that waits in vain starts again after transition_timeout, 15 s.  After this
 *  long without a frame of a transition its end was not captured. */
#define CMAN_FORGET_AFTER (60 * NS_PER_S)

/** The half in which a node is. */
static inline cman_half_t *
cman_half_of(const cman_frame_t *frame, const cman_member_t *member)
{
    return member->half != NULL ? member->half : &frame->cluster->whole;
}

/** The frame proves the outcome of a transition that has not ended. */
static inline void
cman_prove_outcome(const cman_frame_t *frame, cman_transition_t *transition)
{
    transition->proof_frame = frame->frame;
    transition->proof_time = frame->when;
}

/** Each node counts the COMPLETEs, its own included, up to the number of members ("cnxman.c"). */
static inline bool
cman_is_complete(const cman_barrier_t *barrier)
{
    return barrier->completed >= MAX(barrier->waiting, 2);
}

/** A node has seen all others wait at its barrier, if any waits there: nobody is missing. */
static inline bool
cman_may_have_ended(const cman_transition_t *transition)
{
    return transition->end_frame != 0
           && (transition->barrier == NULL || transition->barrier->complete_frame != 0);
}

/** All that wait at its barrier have left it; or no master would wait there any longer. */
static inline bool
cman_has_ended(const cman_transition_t *transition)
{
    return cman_may_have_ended(transition)
           && (transition->barrier == NULL || transition->is_over
               || cman_is_complete(transition->barrier));
}

static inline bool
cman_is_forgotten(const cman_frame_t *frame, const cman_transition_t *transition)
{
    return frame->when - transition->last_time > CMAN_FORGET_AFTER;
}

/** Everything there is; NULL until the first cman frame of a file. */
typedef struct {
    first_pass_t pass;
    observer_t *observer;
    requests_t *requests;
    uint32_t cluster_count;
    lookup_t members;          /**< see cman-members.c */
    wmem_map_t *rhythms;       /**< of cman_rhythm_t, by member and place */
    wmem_map_t *members_by_address; /**< of cman_member_t, by cluster and IP address */
    uint32_t member_count;
    wmem_map_t *names;         /**< of members, see cman-members.c */
    bool has_names;            /**< of any */
    wmem_map_t *ackers;        /**< of cman_acker_t, by the two nodes */
    wmem_array_t *more_acks;   /**< see cman_note_more_acks() */
    wmem_array_t *deaths;      /**< of cman_death_t */
    wmem_array_t *told;        /**< of cman_told_t */
    uint32_t splits;           /**< numbers given so far */
    wmem_map_t *told_heard;    /**< when a node was said to be heard, by it and who declared it */
    bool watches_shared;       /**< some node id may be that of two machines */
    uint32_t last_feed, last_number; /**< of the latest frame: the feed, the cluster */
    wmem_map_t *lans;          /**< first cluster number of each feed */
    wmem_map_t *lans_told;     /**< cluster numbers that are known not to be alone */
    wmem_array_t *transitions; /**< of cman_transition_t * */
    wmem_array_t *barriers;    /**< of cman_barrier_t * */
    wmem_map_t *waiters;       /**< nodes that wait, and that completed, by barrier and node */
} cman_state_t;

extern cman_state_t *cman_state;

/** Whether the name of any node is known. */
static inline bool
cman_has_names(void)
{
    return cman_state != NULL && cman_state->has_names;
}

/** Get ready for a frame.  False if it is not to be analyzed. */
bool cman_begin_frame(const packet_info *pinfo);

/** Append a finding about the frame under analysis. */
static inline finding_t *
cman_add_finding(cman_found_kind_t kind, uint32_t ref, int64_t value)
{
    return first_pass_add(&cman_state->pass, (uint8_t)kind, ref, value);
}

/** Put `frame` in front of the frames that `link` leads to (0: none).  Returns
 *  the link to all of them. */
uint32_t cman_note_more_acks(uint32_t frame, uint32_t link);

/** Whether a node is the one concerned by a transition, or one that it removes besides. */
bool cman_concerns(const cman_transition_t *transition, uint32_t id);

/** The transition removes this node, too, unless it is the one concerned. */
void cman_also_removes(cman_transition_t *transition, uint32_t id);

/** Whether the name of a barrier is that of the one which closes a transition. */
bool cman_barrier_closes(const char *name, const cman_transition_t *transition);

/** Register preferences, and the fresh start for each file. */
void cman_state_register(module_t *module);

/* --- cman-members.c --- */

/** The cluster that was observed; made when first seen.  NULL beyond the cap. */
cman_cluster_t *cman_cluster_of(observed_cluster_t *seen);

/** Make a half, in which nothing goes on. */
void cman_half_init(cman_half_t *half);

/** The sender of a message; made when first seen.  NULL beyond the cap. */
cman_member_t *cman_sender_of(const cman_frame_t *frame);

/** A node that somebody names; made when first named.  NULL beyond the cap. */
cman_member_t *cman_member_named(const cman_cluster_t *cluster, uint32_t id);

/** The node at an address; made, without an id, when first asked for.  NULL beyond the cap. */
cman_member_t *cman_member_addressed(const cman_cluster_t *cluster, uint64_t source);

/** A node that was seen, or NULL. */
cman_member_t *cman_member_by_id(const cman_cluster_t *cluster, uint32_t id);
cman_member_t *cman_member_by_address(const cman_cluster_t *cluster, uint64_t source);

/** On any pass, the node that had this address in the cluster of a frame, or NULL. */
const cman_member_t *cman_member_at(const packet_info *pinfo, uint32_t number, uint64_t source);

/** ... or that has this id, by the latest frame that was seen. */
const cman_member_t *cman_member_with_id(const packet_info *pinfo, uint32_t number, uint32_t id);

/** Learn the node names that a message teaches. */
void cman_learn_names(const cman_frame_t *frame);

/** From this frame on the HELLOs of a node begin afresh. */
void cman_begin_afresh(cman_member_t *member, uint32_t frame);

/** Follow the HELLOs of the sender: as they came to a place, and as they were sent. */
void cman_analyse_hello(const cman_frame_t *frame);

/** Note what tells that a node leaves or joins. */
void cman_note_absence(const cman_frame_t *frame);

/* --- cman-counts.c --- */

/** Numbers run from 1 to 65535 ("cnxman.c", since February 2005).  A sender has one message
 *  outstanding, with NOACK messages between its repetitions. */
extern const delivery_rules_t cman_delivery_rules;

/** The count of a node at a time, or NULL. */
cman_count_t *cman_count_at(const cman_member_t *member, const moment_t *at);

/** Whether it is known what comes first: a frame, or the latest number of a count.  Until the
 *  clocks of two places were compared, nobody knows whether a number is of this life. */
bool cman_knows_order(const cman_frame_t *frame, const cman_count_t *count);

/** The node counts afresh. */
void cman_count_begin(cman_member_t *member, const moment_t *since);

/** Follow the numbers of the sender with a new message.  Returns the count that it belongs
 *  to, and stores its number there, and how that relates to those before. */
cman_count_t *cman_analyse_count(const cman_frame_t *frame, int64_t *number,
                                 delivery_step_t *step);

/* --- cman-delivery.c --- */

/** Which transmission a frame shows.  False beyond a cap. */
bool cman_observe(const wire_t *w, cman_frame_t *frame);

/** Tell a new message from one sent again. */
void cman_classify(cman_frame_t *frame);

/** Follow the sender's sequence numbers with a new message.  Returns false if
 *  the number is the sender's latest once more. */
bool cman_analyse_number(const cman_frame_t *frame);

/** Remember a message that is shown once more, long after it was first: its ACKs may come
 *  yet. */
void cman_remember(const cman_frame_t *frame);

/** Pair an acknowledgment with what it acknowledges. */
void cman_analyse_ack(const cman_frame_t *frame);

/* --- cman-deaths.c --- */

/** Keep what is known of a death.  Returns its index; it is to be amended by that. */
uint32_t cman_keep_death(const cman_death_t *death);
cman_death_t *cman_death_in(uint32_t idx);

/** The frame shows more of what an earlier one told of a death. */
void cman_amend_death(const cman_frame_t *frame, uint32_t idx);

/** Note that a node is declared dead though it was heard: it may miss the others, too. */
void cman_note_mutual(const cman_frame_t *frame, cman_member_t *dead, uint32_t idx);

/** Whether a death is one that sides of a split explain. */
typedef bool cman_is_folded_t(const cman_frame_t *frame, const cman_death_t *death,
                              const void *sides);

/** Let the row of the first of several deaths tell all of them: `words`, and who declared whom. */
void cman_fold_deaths(const cman_frame_t *frame, cman_is_folded_t *is_folded, const void *sides,
                      const char *words);

/** A node misses those that declared it dead though it was heard. */
void cman_set_mutual(const cman_frame_t *frame, const cman_member_t *dead);

/* --- cman-unacknowledged.c --- */

/** Note that a message is sent again. */
void cman_death_note_attempt(const cman_frame_t *frame);

/** Of a death with the reason NORESPONSE: the message that was given up, and its
 *  acknowledgments. */
void cman_find_cause(const cman_frame_t *frame, const cman_member_t *dead, cman_death_t *death);

/* --- cman-death.c --- */

/** Note a new HELLO of the sender, and another sighting of it. */
void cman_death_heartbeat(const cman_frame_t *frame);
void cman_death_note_sighting(const cman_frame_t *frame);

/** Put a node into the list of those that its cluster heard. */
void cman_list_member(cman_cluster_t *cluster, cman_member_t *member);

/** Note that the file has a frame: before anything is found about it. */
void cman_death_note_watching(const cman_frame_t *frame);

/** Look for nodes that are silent, whatever the frame is. */
void cman_death_watch(const cman_frame_t *frame);

/** Note what the file proves where a message declares a node dead; and what it proves
 *  besides, where another place shows the message, too. */
void cman_death_analyse(const cman_frame_t *frame);
void cman_death_show_again(const cman_frame_t *frame);

/* --- cman-heard.c --- */

/** Whether a place that knows the node has yet to show, later in the file, what it got by
 *  now. */
bool cman_has_to_come(const cman_frame_t *frame, const cman_member_t *member);

/** Find the last HELLO of a node that is declared dead: that the file has shown so far; and
 *  that the place of the frame shows later. */
void cman_find_heard(const cman_frame_t *frame, const cman_member_t *member,
                     cman_death_t *death);
void cman_find_heard_here(const cman_frame_t *frame, const cman_member_t *member,
                          cman_death_t *death);

/** Since when the sender heard none of the HELLOs, and the first of these that the file has. */
void cman_find_unheard(const cman_frame_t *frame, const cman_member_t *member,
                       cman_death_t *death);

/* --- cman-told.c --- */

/** Tell what happened, at the frame under analysis; `node` as in cman_told_t. */
void cman_tell(cman_found_kind_t kind, uint32_t node, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/** The same in words that live as long as the file.  Returns the finding, or NULL beyond
 *  the cap. */
finding_t *cman_tell_words(cman_found_kind_t kind, uint32_t node, const char *words);

/** What it is about, and since when it is so; the finding may be NULL. */
void cman_tell_topic(const finding_t *finding, uint64_t topic);
void cman_tell_since(const cman_frame_t *frame, const finding_t *finding, const moment_t *since);

/** A node, for the words: "3 (mark)", or "3". */
void cman_append_node(wmem_strbuf_t *words, const cman_frame_t *frame, uint32_t id);

/** The same, which lives as long as the file: for what is told once. */
const char *cman_told_node(const cman_frame_t *frame, uint32_t id);

/** What stands in front of the name with index `i` in a row of `count`: "1, 2 and 4". */
const char *cman_before_name(unsigned i, unsigned count);

/** An IPv4 address by its key, in `pool`; other keys cannot be turned back: NULL. */
const char *cman_address_text(wmem_allocator_t *pool, uint64_t key);

/** That of an event, which has "another address" for NULL. */
const char *cman_told_address(uint64_t key);

/* --- cman-joins.c --- */

/** A node that asked to join, for words: "clara (192.168.1.204)". */
const char *cman_applicant(const cman_member_t *member);

/** Follow the attempts of nodes to join; after cman_transitions_analyse(). */
void cman_joins_analyse(const cman_frame_t *frame);

/** A HELLO of a node that asked to join shows that it is in; before cman_note_absence(). */
void cman_joins_note_hello(const cman_frame_t *frame);

/** A join whose end was awaited may have failed by now. */
void cman_joins_watch(const cman_frame_t *frame);

/* --- cman-identity.c --- */

/** Find machines with one node id, clusters on one LAN, and clusters of one node. */
void cman_identity_analyse(const cman_frame_t *frame);

/** Look for another cluster at the place of the frame. */
void cman_identity_look_around(const cman_frame_t *frame);

/* --- cman-split.c --- */

/** Find a cluster without quorum, and one whose nodes contradict each other. */
void cman_split_analyse(const cman_frame_t *frame);

/* --- cman-halves.c --- */

/** Find out in which half of its cluster the sender is. */
void cman_halves_settle(cman_frame_t *frame);

/* --- cman-sight.c --- */

/** Whether the file would have what a node broadcast in answer to frame `from`, sent at
 *  `since`.  What it has not got proves nothing else. */
bool cman_would_show(const cman_frame_t *frame, const cman_member_t *member, int64_t since,
                     uint32_t from);

/** Whether a node has sent something since, whose number shows what is missing before it; or
 *  nothing at all for too long. */
bool cman_has_spoken(const cman_frame_t *frame, const cman_member_t *member, int64_t since);

/** Note where the sender's latest broadcast was seen. */
void cman_note_broadcast(const cman_frame_t *frame);

/** The HELLOs of a node at a place; NULL: it never showed one. */
const cman_rhythm_t *cman_rhythm_at(const cman_member_t *member, uint32_t place);

/** How many places are looked at for what each showed: all, up to a limit. */
#define CMAN_PLACES_MAX 64
uint32_t cman_place_count(void);

/** Whether a place showed no HELLO of any node for too long, since a time; `member` aside. */
bool cman_was_blind(const cman_frame_t *frame, const cman_member_t *member, uint32_t place,
                    int64_t since);

/** Note who acknowledges messages of `acked`, by a protocol ACK. */
void cman_note_acker(const cman_frame_t *frame, cman_member_t *acked, cman_acker_t *acker);

/* --- cman-missing.c --- */

/** Note who is a member and who answers; after cman_transitions_analyse(). */
void cman_missing_note(const cman_frame_t *frame);

/** Keep for the transition that runs, or its barrier, whom it waits for. */
void cman_missing_watch(const cman_frame_t *frame);

/** Note on a frame that starts a transition again who did not answer; or who did not
 *  wait at the barrier, unless that is NULL. */
void cman_missing_find(const cman_frame_t *frame, const cman_barrier_t *barrier);

/** Whether the story has said whom a transition waits for. */
bool cman_hang_is_told(const cman_transition_t *transition);

/** Whether that was found of the same nodes in two frames. */
bool cman_misses_the_same(uint32_t frame, uint32_t other);

/* --- cman-pairs.c --- */

/** Link requests and responses. */
void cman_pairs_analyse(const cman_frame_t *frame);

/* --- cman-clash.c --- */

/** Add a transition that nothing is known of.  NULL beyond the cap. */
cman_transition_t *cman_transition_add(const cman_frame_t *frame);

/** The sender turns out to be of another half: what it started goes on there. */
void cman_part(const cman_frame_t *frame, cman_half_t *from, cman_half_t *to);

/** Take nobody for removed who takes part when the transition is over. */
void cman_drop_present(const cman_frame_t *frame, cman_transition_t *transition);

/* --- cman-transitions.c --- */

/** Follow state transitions. */
void cman_transitions_analyse(const cman_frame_t *frame);

/** See whether the transition that ended last is over. */
void cman_transitions_watch(const cman_frame_t *frame);

/** If the barrier of the frame closes the transition that ended last, it belongs to that one;
 *  after cman_barriers_analyse(). */
void cman_transitions_note_barrier(const cman_frame_t *frame);

/* --- cman-barriers.c --- */

/** Whether a node has sent WAIT, and COMPLETE. */
bool cman_is_waiting(const cman_barrier_t *barrier, const cman_member_t *member);
bool cman_has_completed(const cman_barrier_t *barrier, const cman_member_t *member);

/** Follow barriers.  Returns whether the frame is of one. */
bool cman_barriers_analyse(const cman_frame_t *frame);

#endif
