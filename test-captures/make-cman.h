/* make-cman.h
 * Builders for cman messages, and messages that know what they hold.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef TEST_MAKE_CMAN_H
#define TEST_MAKE_CMAN_H

#include "capture.h"

enum { CMAN_UDP_PORT = 6809, CMAN_HEADER = 20 };
enum { CMAN_NOACK = 0x00010000, CMAN_QUEUE = 0x00020000, CMAN_MULTICAST = 0x00080000,
       CMAN_ALLINT = 0x00100000, CMAN_REPLYEXP = 0x00200000, CMAN_BCASTSELF = 0x00400000,
       CMAN_DONTWAIT = 0x40, CMAN_NOSIGNAL = 0x4000 };
#define CMAN_COMPAT 0x80000000u
enum { CMAN_CLUSTER = 6463 }; /* the number of most messages here */

/** The header of cnxman-private.h, in its order. */
typedef struct {
    uint8_t tgtport;
    uint8_t srcport;
    uint16_t seq;
    uint16_t ack;
    uint16_t cluster;
    uint32_t flags;
    int32_t srcid;
    int32_t tgtid;
} cman_header_t;

/** Begin a packet with this header; the message's payload is appended next. */
void cman_header(packet_t *p, const cman_header_t *header);
/** The cluster number that a cluster name gives. */
uint16_t cman_cluster_number(const char *name);

/* --- Scripts: a message together with what must be found in it -------------- */

/** How a piece of a message behaves when the datagram ends inside it. */
typedef enum {
    PIECE_WHOLE,  /**< it is there in full or not at all */
    PIECE_TO_END, /**< a NUL-terminated text, whatever of it is there */
    PIECE_REST    /**< bytes, whatever of them is there */
} piece_kind_t;

typedef struct {
    piece_kind_t kind;
    unsigned start, end;
    const char *field;
    char text[72]; /**< the value that tshark must print */
} piece_t;

typedef struct {
    packet_t packet;
    piece_t pieces[128];
    unsigned piece_count;
    unsigned needed;      /**< a shorter datagram is a truncated message ... */
    unsigned complete[4]; /**< ... unless it has one of these lengths */
    unsigned complete_count;
    struct {
        unsigned from, to; /**< lengths that no document decides */
    } open[4];
    unsigned open_count;
    const char *experts[2];
    bool ipv6;            /**< carried by IPv6 */
} script_t;

/** Begin with a header of the default cluster and the next sequence number. */
void script_begin(script_t *s, uint8_t port, uint32_t flags, int32_t srcid, int32_t tgtid);
/** The same in another cluster. */
void script_begin_in(script_t *s, uint16_t cluster, uint8_t port, uint32_t flags, int32_t srcid,
                     int32_t tgtid);
void script_header(script_t *s, const cman_header_t *header);

/** Append a number with the field that shows it; NULL: no field is checked. */
void script_u8(script_t *s, const char *field, uint8_t value);
void script_le16(script_t *s, const char *field, uint16_t value);
void script_be16(script_t *s, const char *field, uint16_t value);
void script_le32(script_t *s, const char *field, uint32_t value);
void script_be32(script_t *s, const char *field, uint32_t value);
/** One more field over the bytes appended last, such as a flag bit. */
void script_also(script_t *s, const char *field, unsigned size, uint32_t value);
/** Bytes of which nothing is expected. */
void script_junk(script_t *s, const char *digits);
/** `length` bytes of text, shown in full. */
void script_text(script_t *s, const char *field, const char *text, unsigned length);
/** Text with a NUL in a field of `size` bytes; stale bytes fill the rest. */
void script_slot(script_t *s, const char *field, const char *text, unsigned size);
/** NUL-terminated text that ends the message. */
void script_string(script_t *s, const char *field, const char *text);
/** Bytes of a field that takes everything that is left. */
void script_rest(script_t *s, const char *field, const char *digits);
/** An address of a node as struct sockaddr_in or sockaddr_in6, written by a
 *  little-endian or big-endian machine. */
void script_ipv4(script_t *s, uint8_t node, bool big_endian);
void script_ipv6(script_t *s, uint8_t node, bool big_endian);

/** What is here is enough; what follows may be missing. */
void script_enough(script_t *s);
/** A message that ends here is complete, too. */
void script_complete(script_t *s);
/** Lengths from here on to `to` are not judged. */
void script_open(script_t *s, unsigned to);
void script_expert(script_t *s, const char *field);

/** Write the message in full. */
void script_write(capture_t *capture, const script_t *s);
/** Write the first `length` bytes as a datagram of their own. */
void script_write_short(capture_t *capture, const script_t *s, unsigned length);
/** Write the message as a frame of which `kept` cman bytes were captured. */
void script_write_cut(capture_t *capture, const script_t *s, unsigned kept);
/** False if no document says what a message of this length shows. */
bool script_is_decided(const script_t *s, unsigned length, bool cut);

/** The time of the next frame of a capture, 10 ms after the last. */
int64_t cman_time(const capture_t *capture);
/** Write a packet that holds a datagram's payload, from node 1 to all. */
unsigned cman_write_payload(capture_t *capture, packet_t *payload);
/** Expect every cman field exactly where a script says so; `with_experts`
 *  includes the experts that judge what a message says, which an incomplete
 *  message may raise or not. */
void cman_expect_exactly(capture_t *capture, bool with_experts);

/* --- The messages ------------------------------------------------------------ */

typedef void (*cman_script_t)(script_t *s);

/** Every kind of message of port 0 and of ports without a structure, of port 1,
 *  and of port 2; ended by NULL. */
extern const cman_script_t cman_internal_messages[];
extern const cman_script_t cman_membership_messages[];
extern const cman_script_t cman_service_messages[];
/** Messages of which only a part is decided by a document. */
extern const cman_script_t cman_odd_messages[];
/** Messages whose numbers and lengths lie. */
extern const cman_script_t cman_lying_messages[];

void make_cman_hostile(const char *folder);
void make_cman_stories(const char *folder);

#endif
