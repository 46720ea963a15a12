/* observation-state.h
 * What the files behind observation.h share; nobody else includes it.
 *
 * One owner for each piece: feeds.c has the feeds and their clocks, clock-steps.c finds
 * out when they were set, evidence.c what a frame says of its cluster, membership.c which
 * feeds belong to which cluster, observation.c the transmissions and their sightings.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_OBSERVATION_STATE_H
#define CLUSTER_OBSERVATION_STATE_H

#include "feeds.h"
#include "lookup.h"
#include "observed.h"
#include "showings.h"
#include "transmissions.h"

/* Caps a protocol: beyond them frames are decoded, but not observed. */
#define OBSERVED_GROUPS_MAX 65536
#define OBSERVED_MEMBERS_MAX 65536
#define OBSERVED_SENDERS_MAX 131072
#define OBSERVED_SIGHTS_MAX 131072

/** Clocks of hosts and switches on one LAN delay and reorder by less than this. */
#define OBSERVED_TOGETHER (50 * NS_PER_MS)

/** A number that comes with another content so soon was not used again. */
#define CLASH_WITHIN (30 * NS_PER_S)

/** Numbers that may be lost between two frames, or two feeds. */
#define NUMBERS_AHEAD 64

/** All clusters that have one number. */
typedef struct observed_group {
    uint64_t number;
    struct observed_member *members;
    uint32_t member_count;
    struct cluster *clusters;
} observed_group_t;

/** A cluster, as this module sees it. */
typedef struct cluster {
    observed_cluster_t seen; /**< the part that protocols know */
    int64_t latest;          /**< corrected time of its latest transmission */
    bool started;
    struct cluster *next;    /**< of the group */
} cluster_t;

/** From a frame on a feed belongs to a cluster. */
typedef struct {
    uint32_t frame;
    cluster_t *cluster;
} observed_move_t;

/** Transmissions at one distance that prove that two feeds show one cluster. */
#define OBSERVED_SAME 3

/** A frame that seems to show what another feed has shown. */
typedef struct {
    uint32_t frame, first;
} observed_same_t;

/** A feed that shows frames of a group. */
typedef struct observed_member {
    observed_group_t *group;
    feed_t *feed;
    cluster_t *cluster;          /**< NULL before its first frame is settled */
    wmem_array_t *moves;         /**< of observed_move_t; NULL while there was none */
    uint32_t since;              /**< frame that it was settled at */
    uint32_t agree, clash;       /**< frames that spoke for the others of its cluster */
    uint32_t links;              /**< frames that spoke for the cluster that it is not in */
    const cluster_t *parted_from; /**< its numbers contradict those of this one; NULL: of none */
    bool unsettled;              /**< it began apart, by a clock that was not compared: */
    uint32_t looked;             /**< frames since, */
    uint32_t same;               /**< and those that another cluster has shown, at: */
    int64_t apart_by;            /**< the one distance, ns */
    observed_same_t seen[OBSERVED_SAME];
    struct observed_member *next;
} observed_member_t;

/** The numbers of one sender, in one series. */
typedef struct counter {
    uint64_t feeds;      /**< bit n: feed n has shown some; the last bit: any above */
    uint64_t number;     /**< latest */
    uint64_t address;    /**< that it came from, */
    uint64_t machine;    /**< and from whom: one that counts several series has several counters */
    uint64_t home;       /**< first address of the sender's, once it is known */
    int64_t when;        /**< when, by the clock of: */
    uint32_t feed;
    uint32_t number_feed; /**< that showed `number` */
    uint64_t left;       /**< number that it was left at when lower ones came */
    uint32_t returns;    /**< how often it went on from there: a count that starts over
                              does not */
    uint32_t steps;      /**< numbers since `since`, on one feed */
    int64_t since;
    int64_t begun;       /**< corrected time at which it started over on one feed, if `has_begun` */
    int64_t own_offset;  /**< capture time less the sender's own */
    uint32_t own_feed;
    bool started, has_begun, has_own, fell;
    /* Of all feeds together: lower numbers, while nobody knows whether the sender started over,
     * or another one has its name. */
    bool turned;
    uint32_t turns;      /**< upwards from one feed to another, without such numbers */
    uint32_t back_feed;  /**< that shows them, */
    uint64_t back;       /**< the latest of them, */
    int64_t back_since;  /**< and since when, corrected */
} counter_t;

/** An address that a sender has sent from. */
typedef struct {
    uint32_t agree;      /**< frames that say that it is the machine known by its name */
    bool apart;
} machine_t;

/** When a frame was captured, by its feed's clock as if that had never been set, ns. */
typedef struct {
    int64_t raw;
    uint32_t frame;
} capture_time_t;

/** Frames of which that is kept: between a transmission and the proof that it is a storm. */
#define TIMES_KEPT 1024

struct observer {
    const observer_rules_t *rules;
    transmissions_t memory;
    showings_t showings;
    lookup_t groups;    /**< observed_group_t by number */
    lookup_t members;   /**< observed_member_t by group and feed */
    lookup_t counters;  /**< counter_t by cluster, sender and series */
    lookup_t unions;    /**< counter_t by group, sender and series: all feeds together */
    lookup_t homes;     /**< uint64_t: a sender's first address, by cluster and sender */
    lookup_t machines;  /**< machine_t by cluster, sender and address */
    lookup_t sights;    /**< uint64_t: feeds, by cluster, sender and addressee */
    capture_time_t times[TIMES_KEPT]; /**< by frame; see keep_capture_time() */
    observed_member_t *last;
    observed_cluster_t *first_cluster, *last_cluster;
    uint32_t cluster_count;
    uint32_t last_frame;
};

/** The frame under observation. */
typedef struct {
    observer_t *observer;
    const packet_info *pinfo;
    const identity_t *identity;
    feed_t *feed;
    int64_t raw;        /**< by the feed's clock as if it had never been set, ns */
    int64_t assumed;    /**< ns that the clock was set ahead by, if it was */
    int64_t when;       /**< corrected */
    observed_member_t *member;
    uint64_t sender;    /**< key of the machine */
    counter_t *met;     /**< with this key, when it was asked who the sender is; or NULL */
    uint64_t met_key;
    uint64_t sender_key, counter_key, transmission_key; /**< once both are settled */
    const counter_t *counter; /**< then, too */
    bool is_impostor;
} subject_t;

/** Keys, mixed of all that tells things apart. */
static inline uint64_t
sender_key(const cluster_t *cluster, uint64_t sender)
{
    return sightings_mix(cluster->seen.idx + 1, sender);
}

static inline uint64_t
counter_key(const cluster_t *cluster, uint64_t sender, const identity_t *identity)
{
    uint64_t key = sender_key(cluster, sender);

    return identity->series != 0 ? sightings_mix(key, identity->series) : key;
}

static inline uint64_t
transmission_key(const cluster_t *cluster, uint64_t sender, const identity_t *identity)
{
    uint64_t key = counter_key(cluster, sender, identity);

    return identity->has_number ? sightings_mix(key, identity->number)
                                : sightings_mix(~key, identity->content);
}

static inline uint64_t
sight_key(const cluster_t *cluster, uint64_t sender, uint64_t to)
{
    return sightings_mix(~sender_key(cluster, sender), to);
}

/** A node that is addressed by anybody. */
#define ADDRESSED_BY_ANY UINT64_C(0)

static inline uint64_t
feed_bit(uint32_t feed)
{
    return UINT64_C(1) << MIN(feed, 63);
}

/** Numbers from `from` to `to`, negative where that is backwards. */
int64_t number_step(uint64_t from, uint64_t to, uint64_t count);

/** Whether the content of a remembered transmission is another. */
static inline bool
content_differs(const transmission_t *transmission, const identity_t *identity)
{
    return transmission->content != 0 && identity->content != 0
           && transmission->content != (uint32_t)identity->content;
}

/** How far `subject` is from the sightings of a transmission so far, by corrected times:
 *  0 between them, negative before; and within how much it is the same. */
int64_t transmission_distance(const subject_t *subject, const transmission_t *transmission);
int64_t transmission_tolerance(const subject_t *subject, const transmission_t *transmission);

/** The distance without its sign. */
int64_t transmission_apart(const subject_t *subject, const transmission_t *transmission);

/** The same at the same time, as far as clocks can be compared. */
bool transmission_is_same(const subject_t *subject, const transmission_t *known);

/** Whether their clocks can be compared. */
bool transmission_is_comparable(const subject_t *subject, const transmission_t *transmission);

/** Whether a feed has shown it. */
bool transmission_is_shown(const observer_t *observer, const transmission_t *transmission,
                           uint32_t feed);

/** Whether the feed of the frame has, or one that it continues. */
bool transmission_is_shown_here(const subject_t *subject, const transmission_t *transmission);

/** Remember when a frame was sent by the sender's own clock, if it says so. */
void counter_note_own_time(counter_t *counter, const subject_t *subject);

/** Remember the numbers that a frame shows, and that. */
void counter_note(counter_t *counter, const subject_t *subject);

/** Whether its number is that of what it acknowledges. */
static inline bool
is_answer(const subject_t *subject)
{
    const identity_t *identity = subject->identity;

    return identity->count == 0 && identity->series != 0 && !identity->once;
}

/** Whether it is for all nodes, or does not say for whom. */
static inline bool
is_to_all(const subject_t *subject)
{
    return subject->identity->to == OBSERVED_TO_ALL;
}

/** Its time by the feed's clock, which was compared or set. */
static inline void
subject_read_clock(subject_t *subject)
{
    subject->raw =
        capture_time(subject->pinfo) - subject->feed->clock->track.shift - subject->assumed;
}

/* --- evidence.c --- */

/** What one frame says about its feed and a cluster. */
typedef enum {
    SAYS_NOTHING,
    SAYS_YES,    /**< its number continues the sender's, or it is addressed */
    SAYS_SAME,   /**< this very transmission is known */
    SAYS_NO
} evidence_t;

/** About belonging to `cluster`, which the frame's feed is not in, or only of late. */
evidence_t evidence_weigh(const subject_t *subject, const cluster_t *cluster);

/** By a transmission with the frame's number that `cluster` knows from another feed. */
evidence_t evidence_of_transmission(const subject_t *subject, const cluster_t *cluster,
                                    const transmission_t *known);

/** By the numbers that its sender has used in a cluster so far. */
evidence_t evidence_of_number(const subject_t *subject, const counter_t *counter);

/** Whether somebody of `cluster` has addressed the sender, or it knows the receiver. */
bool evidence_is_addressed(const subject_t *subject, const cluster_t *cluster);

/** Whether `cluster` has feeds on other LANs of the frame's trunk only. */
bool evidence_is_other_lan(const subject_t *subject, const cluster_t *cluster);

/* --- membership.c --- */

/** The feed's part in the group; made where it is new.  False beyond the caps. */
bool membership_obtain(subject_t *subject);

/** Decide which cluster the frame belongs to. */
void membership_settle(subject_t *subject);

/** The cluster of a feed at a frame, or NULL. */
cluster_t *membership_at(const observer_t *observer, const feed_t *feed, uint64_t group,
                         uint32_t frame);

/* --- machines.c --- */

/** Decide which machine of the frame's cluster sent it: sets `sender`. */
void machines_settle(subject_t *subject);

/* --- observation-sights.c --- */

/** The sender's counter, and that its feed shows it; NULL beyond the caps. */
counter_t *note_sender(const subject_t *subject);

/** Note that the feed shows what the sender sends to this receiver. */
void note_sight(const subject_t *subject);

/** Count a frame of a cluster, and the message that it may be the first to show. */
void count_message(observed_cluster_t *cluster, const moment_t *at, bool is_message);

/* --- observation-own-times.c --- */

/** Compare the clocks by a frame that says when it was sent; `adapter` has the numbers of what
 *  it went out by. */
void compare_own_times(const subject_t *subject, counter_t *sender, counter_t *adapter);

/* --- observation-storms.c --- */

/** Keep when this frame was captured, the first one on its feed of a transmission that
 *  another feed showed before. */
void keep_capture_time(const subject_t *subject);

/** Note the `count`-th showing of a transmission on this feed, from STORM_FROM on, as far as
 *  it was so often on the wire;
 *  `first_here` is the first of them, or NULL where that is `known` itself. */
void note_storm(const subject_t *subject, const transmission_t *known, const showing_t *first_here,
                uint32_t count);

/* --- observation-attempts.c --- */

/** Whether a frame shows a transmission again by the way its feed was captured. */
bool transmission_is_late_copy(const subject_t *subject, const transmission_t *known);

/** Whether a node sent a message on its other network. */
bool transmission_is_of_other_network(const subject_t *subject, const transmission_t *known);

/** Earlier attempts are remembered under keys of their own. */
uint64_t transmission_attempt_key(uint64_t key, unsigned attempt);

/** The attempt that a frame shows which is not the latest one, and no further one, or NULL. */
transmission_t *transmission_of_attempt(const subject_t *subject, transmission_t *latest);

/** Whether the frame, and the one before of another feed, show the attempt after this one. */
bool transmission_is_next_attempt(const subject_t *subject, const transmission_t *known);

/** Whether the first showing on the frame's feed shows another attempt than the frame. */
bool transmission_was_another(const subject_t *subject, const transmission_t *known,
                              const showing_t *first_here);

/* --- observation-cut.c --- */

/** A cut sighting of a transmission that the frame shows whole, or the reverse; or NULL.
 *  Valid until the next transmissions_add(). */
transmission_t *transmission_by_content(const subject_t *subject);

/** Remember a transmission that is shown whole for sightings that are cut. */
void transmission_keep_content(const subject_t *subject, const transmission_t *transmission);

/* --- clock-steps.c --- */

/** Notice that the clock was set, or that another file begins; before the frame is
 *  settled. */
void clock_steps_notice(subject_t *subject);

#endif
