/* observed.h
 * What is said of a frame to observation.h, and of a cluster by it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_OBSERVED_H
#define CLUSTER_OBSERVED_H

#include "capture_point.h"

/** What one protocol has observed in one capture file. */
typedef struct observer observer_t;

/** What a sender and its cluster are called; NULL: not known.  As long as the packet. */
typedef struct {
    const char *cluster; /**< "cman 6463" */
    const char *sender;  /**< "3 (mark)" */
    const char *address; /**< that the packet came from */
} observed_words_t;

struct identity;

/** How a protocol repeats itself; times in ns. */
typedef struct {
    int64_t same_within;     /**< a number that comes again so soon after its latest
                                  sighting is the same transmission: 50 ms, or 10 s where
                                  nobody sends a number twice */
    int64_t repeated_within; /**< ... and so soon after its first, another attempt to send
                                  it; later than this it is a new message */
    int64_t original_within; /**< what has variant 0 is sent once: another clock that shows it
                                  so much sooner or later is wrong; 0: it may be repeated */
    int64_t resent_within;   /**< what has another variant is sent again so soon, or never; 0: not
                                  known */
    /** Say who sent a message, once a storm; NULL: nobody can. */
    void (*describe)(const packet_info *pinfo, const struct identity *identity,
                     observed_words_t *words);
} observer_rules_t;

/** Who sent what, in the sender's own words. */
typedef struct identity {
    uint64_t group;    /**< what the cluster calls itself on the wire */
    uint64_t sender;   /**< key of the node: what it calls itself; not 0 */
    uint64_t address;  /**< key of the address that it sends from; 0: its name is enough.
                            Two addresses of one sender are one machine if its numbers take
                            turns, else two machines */
    uint64_t to;       /**< key of the node that it is for; 0: for all, or not known */
    uint64_t series;   /**< what is counted together: 0 if a sender has one counter, else a
                            key of the counter (the pair of nodes, the kind of frame) */
    uint64_t number;   /**< in that series: a sequence number, or a time of the sender's */
    uint64_t count;    /**< how many numbers there are before they wrap; 0: numbers have no
                            order, they only tell messages apart (IP identifications) */
    uint64_t content;  /**< hash of what all sightings and repetitions have in common and
                            another message with this number would not; 0: not known */
    int64_t own_time;  /**< when it was sent by the sender's own clock, ns; 0: not said */
    uint8_t variant;   /**< what a repetition changes: the flags that say so; else 0.  Another
                            variant is another attempt, however soon it comes */
    bool has_number;   /**< false: `content` alone tells messages apart */
    bool once;         /**< nobody sends this again: no acknowledgment is awaited */
    bool is_cut;       /**< such a message, but its number is not in the frame */
    const char *what;  /**< what the message is called, as long as the file; NULL: no name */
} identity_t;

/** When something was seen.  By value, 16 bytes. */
typedef struct {
    int64_t when;      /**< ns since the epoch by the clock of the file's first feed */
    uint32_t frame;
    uint32_t feed;
} moment_t;

/** All feeds that show one cluster.  A cluster is never given up: where feeds are
 *  found to belong to different clusters after all, one of them gets a new one. */
typedef struct observed_cluster {
    uint32_t idx;      /**< in order of appearance, from 0 */
    uint64_t group;
    void *state;       /**< the protocol's own; NULL in the beginning */
    uint32_t messages; /**< transmissions so far */
    moment_t first;    /**< the first frame, and the latest by time: */
    moment_t last;
    uint32_t vlan, vni; /**< that showed it first; 0: none */
    uint32_t feeds;    /**< that show it now; 0: they were found to show another one */
    bool has_namesake; /**< another cluster of the group is on another VLAN or VNI */
    bool is_apart;     /**< it is proved to be another one than a cluster of its group before it; */
    bool has_twin;     /**< that one */
    struct observed_cluster *next; /**< that appeared after it, or NULL */
} observed_cluster_t;

/** Any addressee, or for all. */
#define OBSERVED_TO_ALL UINT64_C(0)
#define OBSERVED_TO_ANY UINT64_MAX

#endif
