/* ncs-cluster.h
 * A Novell cluster that sends heartbeats by a schedule.
 *
 * The schedule, not a dissector, says what must be found: each heartbeat that
 * is sent through cluster_send() is written together with its expectations.
 * What happens to the cluster (who stops, who takes over) is the story's own
 * knowledge and stays with the story.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef TEST_NCS_CLUSTER_H
#define TEST_NCS_CLUSTER_H

#include "capture.h"

/* The one panning id that was published, in Novell's TID 3075104. */
#define PANNING_ID 0x5d77a681u
/* Numbers of the protocol's ancestor, an inference. */
enum { UPPER_HEARTBEAT = 10202, CLIENT_CENSUSTAKER = 10203, UPPER_SEQUENCER = 10205 };

#define CLUSTER_NODES 4u
#define FIRST_INCARNATION 0x2au
/* What a node says that has no view of the cluster yet. */
#define NO_INCARNATION 0xffffffffu

typedef struct {
    endpoint_t at;
    unsigned follows;     /* whom it takes for the master: an index, maybe its own */
    bool down;            /* sends nothing */
    int64_t offset;       /* when in each round it sends */
    uint32_t incarnation;
    uint16_t ip_id;       /* of its latest packet */
    uint32_t number;      /* of its latest message */
    int64_t last;         /* when it sent its latest heartbeat, since the start */
    unsigned last_frame;  /* and in which frame; 0: none yet */
} cluster_node_t;

typedef struct {
    capture_t *capture;
    unsigned interface;
    bool multi;           /* the capture has several interfaces */
    uint32_t panning_id;
    uint32_t master;      /* whom a reader of the capture takes for the master */
    unsigned members;
    cluster_node_t nodes[CLUSTER_NODES];
    packet_t packet;      /* the latest */
} cluster_t;

/** All ones, by broadcast, as NCS 1.01 sends. */
endpoint_t cluster_all(void);

/** Begin a story: a capture in which each of the dissector's findings must be
 *  expected to be right.  `unjudged` names fields that are not part of this
 *  rule, with blanks around each: " ncs_heartbeat.master ". */
capture_t *ncs_story_open(const char *folder, const char *name, const char *unjudged);
/** The same rule for a capture that is already open. */
void story_rule(capture_t *capture, const char *unjudged);

/** Nodes `first`, `first` + 1, ... of which the first is the master.  They
 *  send 10 ms after each other. */
void cluster_start(cluster_t *cluster, capture_t *capture, unsigned members, uint8_t first);
/** The same at an interface of a pcapng file. */
void cluster_start_at(cluster_t *cluster, capture_t *capture, unsigned interface,
                      unsigned members, uint8_t first);

/** Node `i` sends, `at` ns after the start; nothing is expected. */
unsigned cluster_send_only(cluster_t *cluster, unsigned i, int64_t at);
/** The same, and expect its rhythm by the default preferences, and the master. */
unsigned cluster_send(cluster_t *cluster, unsigned i, int64_t at);
/** The latest packet once more; it must be recognised as a duplicate. */
unsigned cluster_repeat(cluster_t *cluster, int64_t at);
/** Each node that is up sends once: node i at `at` + its offset. */
void cluster_round(cluster_t *cluster, int64_t at);
/** Rounds at the seconds `from` to `to`, the last not included. */
void cluster_rounds(cluster_t *cluster, int64_t from, int64_t to);
/** From now on all follow node `i`, and a reader knows that. */
void cluster_follow(cluster_t *cluster, unsigned i);

/** Expect "1.000000000" and so on: a time in ns as Wireshark prints it. */
void expect_time(capture_t *capture, unsigned frame, const char *field, int64_t time);
void expect_address(capture_t *capture, unsigned frame, const char *field, uint32_t ipv4);

/** The inferred sequencer message with which a master says that it is alive
 *  (56 bytes), and the inferred heartbeat of a slave (24 bytes). */
void ncs_master_alive(packet_t *p, uint32_t panning_id, uint32_t incarnation, uint32_t sender,
                      uint32_t members, uint32_t number);
void ncs_slave_heartbeat(packet_t *p, uint32_t panning_id, uint32_t incarnation, uint32_t sender,
                         uint32_t number);
/** IP and Ethernet headers around a payload, padded to a whole frame. */
void ncs_wrap(packet_t *p, const endpoint_t *from, const endpoint_t *to, uint16_t ip_id);

/* --- Who makes which captures ----------------------------------------------- */

void make_ncs_cadence(const char *folder);
void make_ncs_copies(const char *folder);
void make_ncs_failures(const char *folder);

#endif
