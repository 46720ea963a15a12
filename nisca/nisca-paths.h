/* nisca-paths.h
 * What the first pass finds of the ways that messages take: over which channel, how long
 * they wait there for their ACK, and how many are lost.  All of it lives as long as the
 * capture file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_PATHS_H
#define CLUSTER_NISCA_PATHS_H

#include "nisca-state.h"

/* --- nisca-paths.c --- */

/** VERFs of one end of a channel that were not answered, larger than all that were. */
typedef struct {
    uint32_t size, largest;           /**< bytes of the smallest, 0: there is none; and of the
                                           largest */
    uint32_t count;
    uint32_t first_frame, last_frame;
    uint32_t first_feed;              /**< that shows the first */
    int64_t first, last;              /**< times */
} nisca_lost_verfs_t;

/** Sizes of VERFs on a channel: the largest that was answered, and what was not. */
typedef struct {
    uint32_t answered;
    nisca_lost_verfs_t lost;
    uint32_t feed; /**< that shows it */
} nisca_sizes_t;

const nisca_sizes_t *nisca_sizes_at(uint32_t idx);

typedef struct nisca_path nisca_path_t;

/** The VLAN or VNI that a channel is in, as far as it tells channels apart; else 0. */
uint64_t nisca_lan_of(const nisca_frame_t *frame);

/** Follow what a channel carries.  Returns the channel of a directed frame, else NULL. */
nisca_path_t *nisca_paths_analyse(const nisca_frame_t *frame);

/** Its number in the file, from 1; 0 for NULL. */
uint32_t nisca_path_number(const nisca_path_t *path);

/** The addresses that it is known by, see nisca_channel_addresses(), the lower one first;
 *  two of them, which live as long as the file. */
const uint64_t *nisca_path_addresses(uint32_t number);

/** The LAN address of the adapter at the side of `node`; 0: the frames do not have it. */
uint64_t nisca_path_adapter(uint32_t number, uint64_t node);

/** Padded VERFs of one end of a channel that are not answered when the file ends. */
typedef struct {
    uint64_t from, to;
    uint32_t path; /**< its number, */
    uint32_t feed; /**< and what has shown its first frame */
    const observed_cluster_t *cluster;
    uint32_t answered;       /**< bytes of those that were answered */
    nisca_lost_verfs_t lost; /**< `count` 0: there is none */
    bool is_told;            /**< an event has said that the path loses them */
} nisca_unanswered_t;

/** Those of the file, from 0 on; false behind the last one. */
bool nisca_path_unanswered(unsigned idx, int64_t now, nisca_unanswered_t *unanswered);

/** Whether a transport message is for a channel that its receiver has formed again since. */
bool nisca_path_is_stale(const nisca_path_t *path, const nisca_frame_t *frame);

/** Whether that is new of this channel; from now on it is not. */
bool nisca_path_tell_stale(nisca_path_t *path);

/** A message that looked like that was acknowledged: this receiver does not mind. */
void nisca_path_accept(nisca_path_t *path);

/* --- nisca-lines.c --- */

/** Channels that are told apart among those that a message went. */
#define NISCA_ROUTES 3

/** Transmissions of a message over one channel. */
typedef struct {
    uint32_t path; /**< its number, 0: none */
    uint32_t feed; /**< that showed the first of them */
    uint32_t tries;
    bool is_mixed; /**< other places showed others first: of one LAN, where all see the same */
} nisca_route_t;

/** A message that waited for its acknowledgment, or never got it. */
typedef struct {
    uint64_t from, to;
    int64_t when;    /**< of its first transmission, */
    int64_t trying;  /**< and ns from that to the latest */
    const observed_cluster_t *cluster;
    uint32_t number;
    uint32_t frame, feed; /**< of its first transmission */
    uint32_t tries;
    nisca_route_t routes[NISCA_ROUTES];
    nisca_heard_t heard; /**< of the receiver, meanwhile */
    bool is_partial; /**< its first transmission is not in the file */
    repeats_t breaks; /**< of the direction so far, with this one */
} nisca_unacked_t;

/** The message that proves that a circuit broke. */
const nisca_unacked_t *nisca_break_at(uint32_t idx);

/** Breaks of one direction of a circuit. */
typedef struct {
    uint64_t from, to;
    const observed_cluster_t *cluster;
    repeats_t breaks;
    const nisca_unacked_t *open; /**< since this one nothing was acknowledged; NULL: it works */
} nisca_breaks_t;

/** Those of the file, from 0 on; false behind the last one. */
bool nisca_breaks_at(unsigned idx, nisca_breaks_t *breaks);

/** A message between sender and receiver of a frame that was sent again and waits for its ACK: that
 *  which has waited longest.  False: there is none. */
bool nisca_lines_stuck(const nisca_frame_t *frame, nisca_unacked_t *stuck);

/** A long wait that ended. */
typedef struct {
    nisca_unacked_t message; /**< that waited longest */
    uint32_t count;          /**< of messages that waited long */
    uint32_t back_frame;     /**< what the receiver has sent again as long, or 0 */
    uint32_t back_number;
    bool is_partial;         /**< an earlier ACK may be missing: what is told is proven */
} nisca_wait_t;

const nisca_wait_t *nisca_wait_at(uint32_t idx);

typedef struct nisca_line nisca_line_t;

/** Follow messages until they are acknowledged. */
void nisca_lines_analyse(nisca_frame_t *frame, nisca_path_t *path);

/** Count a transmission over a path (0: not known) among NISCA_ROUTES.  DECnet gives all
 *  adapters of a node one address: then the VLAN, or the place, tells the LAN.  `by_place`: what
 *  was first seen by other places of that LAN is counted apart. */
void nisca_route_count(nisca_route_t *routes, uint32_t path, uint32_t feed, bool by_place);

/** A place shows a transmission that another one has shown: both are at one LAN. */
void nisca_lines_note_copy(const nisca_frame_t *frame);

/* --- nisca-bursts.c --- */

/** Messages of one direction that were sent again. */
typedef struct {
    uint64_t from, to;
    const observed_cluster_t *cluster;
    uint32_t messages;
    uint32_t times; /**< that they were sent again, in all */
    uint32_t causes[NISCA_CAUSES];
    nisca_route_t routes[NISCA_ROUTES]; /**< that they went first */
    uint32_t first_frame, last_frame;   /**< the first original, the last retransmission */
    int64_t first, last;
} nisca_resent_t;

/** Those of a direction, see nisca_way_t. */
typedef struct nisca_resents {
    nisca_resent_t *all;
    nisca_resent_t *burst; /**< since the last pause; NULL: none */
    uint32_t sent_before;  /**< messages, before the burst, */
    uint32_t sent_by_then; /**< and when the latest was sent again */
    bool is_told;
    int64_t due;           /**< when the burst is to be told */
    int64_t number;        /**< of the message that was counted last */
} nisca_resents_t;

/** So far, or in all. */
typedef struct {
    nisca_resent_t resent;
    uint32_t sent; /**< messages, meanwhile */
    bool is_over;
    bool is_file;  /**< no burst: the whole file */
} nisca_burst_t;

const nisca_burst_t *nisca_burst_at(uint32_t idx);

/** The frame sends a message again; `first` may be NULL. */
void nisca_note_resent(const nisca_frame_t *frame, nisca_way_t *way, int64_t number,
                       const delivery_message_t *first, int64_t cause);

/** Why a message was sent again is known better than before. */
void nisca_amend_resent(nisca_resent_t *const counted[2], int64_t before, int64_t cause);

/** Tell of bursts that begin and end; of each transport message. */
void nisca_look_at_bursts(const nisca_frame_t *frame, nisca_circuit_t *circuit);

/** The circuit starts over. */
void nisca_end_burst(nisca_way_t *way);

/** Directions in which messages were sent again, and how many in the file. */
unsigned nisca_resent_ways(void);
nisca_burst_t nisca_resent_in_file(unsigned idx);

/* --- nisca-channels.c --- */

/** A channel that is formed again. */
typedef struct {
    uint32_t vack_frame;   /**< its last VACK before */
    nisca_unacked_t stuck; /**< a message that waits; `frame` 0: none */
    int64_t waited;        /**< ns so far */
} nisca_again_t;

const nisca_again_t *nisca_channel_again_at(uint32_t idx);

#endif
