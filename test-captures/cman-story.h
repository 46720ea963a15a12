/* cman-story.h
 * Stories of cman clusters, played by nodes that count, acknowledge and repeat
 * as cman-kernel's do, and captured at one or several points.
 *
 * A story knows the truth behind every frame: which transmission of which
 * message it is, what it acknowledges or answers, what its sender sent that no
 * capture point saw.  From this, and not from the bytes, it writes what must be
 * found in the capture; a field that is not expected must not be there.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef TEST_CMAN_STORY_H
#define TEST_CMAN_STORY_H

#include "make-cman.h"

enum { STORY_POINTS = 3, STORY_NODES = 512, STORY_TAUGHT = 8 };

typedef struct story story_t;
typedef struct node node_t;
typedef struct message message_t;

/** A growing list of frame numbers. */
typedef struct {
    unsigned *frames;
    unsigned count;
} frame_list_t;

typedef struct {
    const char *name;
    uint16_t number;
    uint32_t generation;
    unsigned transitions[STORY_POINTS]; /**< seen so far */
    node_t *nodes[STORY_NODES];
    unsigned node_count;
} cluster_t;

struct node {
    cluster_t *cluster;
    unsigned index;            /**< in its cluster */
    int32_t nodeid;
    const char *name;
    endpoint_t at;
    bool member;               /**< else it sends with the id 0 */
    bool big_endian;           /**< its retransmissions keep REPLYEXP */
    uint16_t seq;              /**< last number used */
    int64_t hello_due;         /**< 0: sends no HELLO by itself */
    message_t *accepted[16];   /**< by node index: the last that needed an ACK */
    struct {
        bool counted;          /**< a message of this node was captured ... */
        unsigned unseen;       /**< ... and so many since then were not */
        uint16_t lowest;       /**< number captured */
        bool heard;            /**< any frame was */
        bool joined;           /**< has joined since its last message, out of sight */
        bool named;            /**< its name is known here */
        int64_t hello;         /**< time of the last HELLO, -1: none */
    } point[STORY_POINTS];
    struct {
        unsigned anywhere, there[STORY_POINTS];
    } broadcasts;              /**< transmissions that were captured */
    struct {
        unsigned messages, hellos, retransmissions;
    } totals;                  /**< with the node's id, captured anywhere */
};

/** A state transition. */
typedef struct {
    int32_t master;
    bool unknown;              /**< the capture begins in its middle */
    bool without_start;        /**< a join into a cluster of one member */
    unsigned restarts;
    bool restarting, clashing; /**< what the next STARTTRANS does */
    struct {
        unsigned number, start, end;
        int64_t start_time;
        frame_list_t frames;   /**< those before its end, which must tell it */
    } point[STORY_POINTS];
} transition_t;

/** One use of a barrier's name. */
typedef struct {
    const char *name;
    struct {
        unsigned start, complete;
        int64_t start_time;
        unsigned waiting;
        bool waits[STORY_NODES];
        frame_list_t frames;   /**< WAITs that must tell the first COMPLETE */
    } point[STORY_POINTS];
} barrier_t;

/** What a node is about to send. */
typedef struct {
    node_t *from, *to;         /**< to NULL: all */
    bool unicast;              /**< IP unicast, as to nodes that are no members */
    uint8_t port;
    uint32_t flags;
    message_t *acks;           /**< else by the rule of messages to one node */
    message_t *answers;        /**< the request that this responds to */
    transition_t *transition;
    barrier_t *barrier;
    node_t *teaches[STORY_TAUGHT]; /**< nodes that it names */
    node_t *afresh;            /**< node whose HELLOs begin anew */
    bool restart, clash;       /**< a STARTTRANS that is worth an expert item */
    uint16_t odd_ack;          /**< an ack that no node would send */
} draft_t;

/** A message as one capture point saw it. */
typedef struct {
    unsigned first, captured, copies;
    int64_t time;
    unsigned response;
    bool missed;               /**< its first transmission */
    bool acked[STORY_NODES];
} message_view_t;

struct message {
    draft_t draft;
    cman_header_t header;
    uint8_t *body;
    unsigned length;
    uint16_t ip_id;
    unsigned copies[8];        /**< first frame of the k-th transmission */
    message_view_t *point;     /**< by capture point */
    message_t *next;           /**< of the story */
};

struct story {
    capture_t *capture;
    const char *folder, *name;
    int64_t now;
    unsigned points;
    node_t *owner[STORY_POINTS];         /**< whose port it is; NULL: sees all */
    unsigned drop_percent[STORY_POINTS]; /**< HELLOs that its card loses */
    uint32_t random;
    bool hidden;               /**< no capture point sees what is sent */
    bool blind[STORY_POINTS];  /**< this one does not */
    bool ipv6;                 /**< carried by IPv6 */
    uint16_t ip_id;
    cluster_t *clusters[4];
    unsigned cluster_count;
    message_t *messages;
    unsigned last_frame;       /**< written last */
};

/** A message as a frame of one capture point shows it. */
typedef struct {
    story_t *s;
    message_t *m;
    unsigned point, frame;
    int64_t time;
    bool fresh;                /**< the first frame of this message at this point */
    bool copy;                 /**< no transmission of its own */
} shown_t;

/* --- Stories ------------------------------------------------------------------- */

/** Begin a story seen at `points` points; more than one makes a pcapng file with
 *  interfaces of these names, one point (names NULL) a pcap file. */
story_t *story_open(const char *folder, const char *name, unsigned points,
                    const char *const *names);
/** No field of the analysis may be where it is not expected. */
void story_expect_only(capture_t *capture);
void story_close(story_t *s);
cluster_t *story_cluster(story_t *s, const char *name, uint32_t generation);
/** A member of a cluster; address number `host`. */
node_t *story_node(story_t *s, cluster_t *cluster, int32_t nodeid, const char *name,
                   unsigned host);
/** Three members seen by one capture point that sees everything. */
typedef struct {
    story_t *s;
    cluster_t *cluster;
    node_t *a, *b, *c;
} trio_t;

/** Let time go by; nodes whose HELLO is due send it. */
void story_wait(story_t *s, int64_t duration);

/** Write what must be found in this frame. */
void story_expect_shown(const shown_t *f);
/** A message's command, 0 if it is not one of cluster port `port`. */
uint8_t story_command(const message_t *m, uint8_t port);

/* --- Sending ------------------------------------------------------------------- */

message_t *story_send(story_t *s, const draft_t *draft, const packet_t *body);
/** Send again, as after a missing ACK. */
void story_resend(story_t *s, message_t *m);
/** A protocol ACK from a node to the sender of a message. */
message_t *story_ack(story_t *s, node_t *by, message_t *m);
/** ACKs from all members (and `joiner`) but the sender. */
void story_acks(story_t *s, message_t *m, const node_t *joiner);

/* --- Messages ------------------------------------------------------------------- */

message_t *send_hello(story_t *s, node_t *from);
message_t *send_kill(story_t *s, node_t *from, node_t *to);
message_t *send_nodedown(story_t *s, node_t *from, node_t *about, uint8_t reason);
message_t *send_leave(story_t *s, node_t *from, node_t *to, uint8_t reason);
message_t *send_starttrans(story_t *s, node_t *from, uint8_t reason, uint8_t leave, node_t *about,
                           transition_t *t);
message_t *send_startack(story_t *s, node_t *from, message_t *starttrans);
message_t *send_masterview(story_t *s, node_t *from, transition_t *t);
message_t *send_viewack(story_t *s, node_t *from, message_t *view, uint8_t result);
message_t *send_joinreq(story_t *s, node_t *from, node_t *to);
message_t *send_joinack(story_t *s, node_t *from, message_t *joinreq, uint8_t type);
message_t *send_joinconf(story_t *s, node_t *from, node_t *to, transition_t *t);
message_t *send_confack(story_t *s, node_t *from, message_t *joinconf);
message_t *send_endtrans(story_t *s, node_t *from, node_t *joined, transition_t *t);
message_t *send_wait(story_t *s, node_t *from, barrier_t *b, transition_t *t);
message_t *send_complete(story_t *s, node_t *from, barrier_t *b, transition_t *t);
message_t *send_listenreq(story_t *s, node_t *from, node_t *to, uint8_t port, uint16_t tag);
message_t *send_listenresp(story_t *s, message_t *listenreq, uint16_t tag);
message_t *send_service(story_t *s, node_t *from, node_t *to, uint8_t type, uint16_t event,
                        message_t *answers);
/** Data of a program on port 200. */
message_t *send_data(story_t *s, node_t *from, node_t *to, uint32_t flags, const char *digits);

/* --- Whole scenes ----------------------------------------------------------------- */

enum { NEWNODE = 1, REMNODE, ANOTHERREMNODE, NEWMASTER, CHECK, RESTART, DEADMASTER };

/** Everything from STARTTRANS to the barrier, as members of cman do it; `joiner`
 *  has been accepted by JOINACK.  The STARTACKs are repeated after a second. */
void play_transition(story_t *s, node_t *master, uint8_t reason, uint8_t leave, node_t *about);
/** The end of a transition: ENDTRANS, its ACKs and its barrier. */
void play_end(story_t *s, node_t *master, node_t *joiner, transition_t *t);
void play_join(story_t *s, node_t *joiner, node_t *master);
void play_leave(story_t *s, node_t *leaver, node_t *master);
/** A node that has stopped is noticed by `master`. */
void play_death(story_t *s, node_t *dead, node_t *master);

#endif
