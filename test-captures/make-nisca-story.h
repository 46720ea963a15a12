/* make-nisca-story.h
 * A small simulator of OpenVMS nodes on a LAN: members with adapters, circuits
 * with numbers in both directions, and a clock.  It writes what the nodes say
 * and, from its own knowledge of who received what and when, what the analysis
 * of the frames must say.  The rules are those of "OpenVMS Cluster Systems",
 * appendix F, and of nodes that were watched.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef TEST_MAKE_NISCA_STORY_H
#define TEST_MAKE_NISCA_STORY_H

#include "make-nisca.h"

/** How frames are wrapped; the first is plain Ethernet. */
typedef enum { BY_ETHERNET, BY_TRAILER, BY_VLAN, BY_SNAP, BY_COOKED, BY_COOKED2 } carrier_t;

enum { STORY_LANS = 2, STORY_POINTS = 2, STORY_WINDOW = 4096 };

typedef struct {
    capture_t *capture;
    carrier_t carrier;
    int64_t now;
    unsigned points; /**< bit p: the next frames are seen at capture point p */
    bool several;    /**< a pcapng file with STORY_POINTS capture points */
    bool copies;     /**< some messages are in the capture several times: what
                          the rules leave open about those is not compared */
    bool disorder;    /**< some numbers come late; likewise */
    const char *open; /**< a verdict that the rules leave open elsewhere than expected */
} story_t;

/** A node of a cluster. */
typedef struct {
    const char *name;
    uint16_t id;
    uint16_t group;
    uint8_t minor;     /**< NISCA 1.minor */
    uint32_t password; /**< its hash */
    endpoint_t lan[STORY_LANS];
    int64_t hello[STORY_POINTS][STORY_LANS]; /**< when each point saw the last HELLO; 0: none */
} member_t;

/** One numbered message. */
typedef struct {
    uint32_t number;
    unsigned frame[STORY_POINTS]; /**< of its first copy; 0: not seen there */
    int64_t time[STORY_POINTS];
    bool original[STORY_POINTS];  /**< that copy had REXMT clear */
    bool copied;                  /**< there is more than one copy, or only a late one */
    bool rsvp[STORY_POINTS];      /**< an answer is owed */
} message_t;

/** What one member sends to the other. */
typedef struct {
    uint32_t next;                /**< number of the next message */
    uint32_t hole;                /**< the receiver lacks this one; 0: it has all */
    bool seen[STORY_POINTS];      /**< the capture point knows a number */
    uint32_t acked[STORY_POINTS]; /**< highest number that it saw acknowledged */
    uint32_t last[STORY_POINTS];  /**< highest number seen */
    uint32_t owed;                /**< highest number with an unanswered RSVP, 0: none */
    message_t sent[STORY_WINDOW];
} direction_t;

typedef struct {
    member_t *member[2];
    bool extended;
    uint16_t channel;      /**< incarnation of the channel */
    direction_t way[2];    /**< way[0] is from member[0] to member[1] */
    unsigned start[STORY_POINTS]; /**< frame of the START */
    bool answered;                /**< something came after it */
    bool start_open;              /**< several, unanswered: which one counts is left open */
} circuit_t;

/* --- The frame of a story ------------------------------------------------------------- */

story_t nisca_story_open(const char *folder, const char *name, carrier_t carrier);
story_t nisca_story_open_points(const char *folder, const char *name);
/** Closes the capture, and bars every verdict that was not expected. */
void nisca_story_close(story_t *s);
/** Let time go by. */
void nisca_later(story_t *s, int64_t time);

/** A member of group 1 with NISCA 1.5 and adapters of its own. */
member_t nisca_member_new(const char *name, uint16_t id);
/** Numbers from `first` on, in both directions. */
void nisca_circuit_new(circuit_t *c, member_t *a, member_t *b, uint32_t first);

void nisca_expect_frame(story_t *s, unsigned frame, const char *field, unsigned other);
void nisca_expect_time(story_t *s, unsigned frame, const char *field, int64_t time);
void nisca_expect_value(story_t *s, unsigned frame, const char *field, uint64_t value);
void nisca_expect_there(story_t *s, unsigned frame, const char *field);
void nisca_expect_not(story_t *s, unsigned frame, const char *field);

/** Add a finished message at the capture points; returns the last frame. */
unsigned nisca_story_add(story_t *s, packet_t *p, const endpoint_t *from, const endpoint_t *to);

/* --- Channel control ------------------------------------------------------------------ */

/** A HELLO by adapter `lan`, with its rhythm judged. */
unsigned nisca_hello(story_t *s, member_t *m, unsigned lan);
/** BYE: ends the rhythm of all adapters. */
unsigned nisca_bye(story_t *s, member_t *m, unsigned lan);
/** Any other frame; `to` NULL for the multicast address. */
unsigned nisca_cc_send(story_t *s, const member_t *m, const member_t *to, unsigned lan,
                       uint8_t type);
/** The same with zeros up to `content` bytes after the ethertype. */
unsigned nisca_cc_send_padded(story_t *s, const member_t *m, const member_t *to, unsigned lan,
                              uint8_t type, unsigned content);
/** VACK after `delay`, linked with its VERF. */
unsigned nisca_answer_verf(story_t *s, const member_t *m, const member_t *to, unsigned lan,
                           unsigned verf, int64_t delay);
/** CCSTART, VERF and VACK, with everything that belongs to them. */
void nisca_handshake(story_t *s, member_t *joiner, member_t *member, unsigned lan);

/* --- Transport ------------------------------------------------------------------------ */

/** How a message fares. */
enum {
    LOST = 1,    /**< seen by the capture, not by the receiver */
    UNSEEN = 2,  /**< seen by the receiver, not by the capture */
    RSVP = 4,
    NO_ACK = 8,  /**< carries no acknowledgement */
    SECOND_LAN = 16, /**< by the second adapters */
};

/** The next message of way `way`, with opaque data. */
unsigned nisca_send(story_t *s, circuit_t *c, unsigned way, unsigned fate);
/** The same with a message of one's own, from the PPC opcode on. */
unsigned nisca_send_above(story_t *s, circuit_t *c, unsigned way, unsigned fate,
                          const packet_t *above);
/** An acknowledgement alone, sent along way `way`. */
unsigned nisca_ack(story_t *s, circuit_t *c, unsigned way, unsigned fate);
/** Message `number` again with REXMT; `cause` as nisca.analysis.rexmt_cause. */
unsigned nisca_resend(story_t *s, circuit_t *c, unsigned way, uint32_t number, unsigned cause,
                      unsigned fate);
/** Message `number` again, as it was: a copy that no node sent. */
unsigned nisca_copy(story_t *s, circuit_t *c, unsigned way, uint32_t number);
/** A message that was passed over with UNSEEN comes late. */
unsigned nisca_come_late(story_t *s, circuit_t *c, unsigned way, uint32_t number);
/** START, STACK or ACK (PPD_...) of a circuit; START makes the numbers begin at 1. */
unsigned nisca_circuit_message(story_t *s, circuit_t *c, unsigned way, uint16_t type);
/** All three of them, from member 0. */
void nisca_circuit_begin(story_t *s, circuit_t *c);

/* --- The stories, by file ------------------------------------------------------------- */

void make_nisca_channel_stories(const char *folder);
void make_nisca_circuit_stories(const char *folder);
void make_nisca_capture_stories(const char *folder);
void make_nisca_scs_stories(const char *folder);

#endif
