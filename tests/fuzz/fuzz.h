/* fuzz.h
 * What the files of the fuzz target share.
 *
 * An input is a small capture: options, then packets, each with sender,
 * receiver, time, capture point and payload.  It is dissected as Wireshark
 * does it: every frame once in order, then all of them again in other orders.
 *
 *     target.c   what libFuzzer calls
 *     sweep.c    a program of its own: cuts and lies, all of them
 *     protocol.c which of the three dissectors
 *     input.c    the format of an input
 *     carrier.c  Ethernet, IP and UDP around a payload
 *     session.c  libwireshark: files, passes
 *     taps.c     statistics and conversation tables
 *     checks.c   what must be true of every dissected frame
 *     mutate.c   changes that keep packets whole
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_FUZZ_H
#define CLUSTER_FUZZ_H

#include "ws-compat.h"

#include <epan/epan_dissect.h>

/* --- input.c: bytes <-> packets --- */

#define FUZZ_MAX_PACKETS 320
#define FUZZ_MAX_PAYLOAD 2048

/** Options of an input: its first byte. */
enum {
    FUZZ_FIRST_PASS_TREE = 0x01, /**< as tshark in one pass, or when a filter is set */
    FUZZ_TAPS = 0x02,            /**< statistics tables are open */
    FUZZ_NO_ANALYSIS = 0x04,
    FUZZ_PREFERENCES = 0x38, /**< which set of preferences, see session.c */
    FUZZ_CLOCKS = 0x40       /**< each interface has a clock of its own, see session.c */
};

/** Flags of a packet. */
enum {
    FUZZ_POINT = 0x03,    /**< number of its interface */
    FUZZ_CUT = 0x04,      /**< `cut` bytes were not captured */
    FUZZ_FRAGMENT = 0x08, /**< first fragment of a datagram; NISCA: in a VLAN */
    FUZZ_PORT = 0x10,     /**< another way to the dissector: heuristic, UDP, cooked, raw IP */
    FUZZ_IPV6 = 0x20,
    FUZZ_REJECTED = 0x40, /**< by a read filter: the next frame gets its number */
    FUZZ_NEW_FILE = 0x80  /**< the first packet of another file */
};

typedef struct {
    uint8_t from, to; /**< node numbers, 0 to 15; to 0, and with IP from 13 on: everybody */
    uint8_t flags;
    uint8_t exponent; /**< time since the previous packet: */
    uint8_t mantissa; /**< mantissa * 2^exponent us, */
    bool backwards;   /**< negated; and if that is nothing: the frame has no time */
    uint8_t id;       /**< of the IP datagram */
    uint16_t cut;     /**< in an input at most 255 */
    uint16_t size;
    const uint8_t *data;
} fuzz_packet_t;

typedef struct {
    uint8_t options;
    unsigned count;
    fuzz_packet_t packets[FUZZ_MAX_PACKETS];
} fuzz_input_t;

/** Read an input; any bytes are one.  `data` must outlive it. */
void fuzz_input_read(fuzz_input_t *input, const uint8_t *data, size_t size);

/** Write an input into `data`; packets that do not fit are left out.  Returns
 *  the bytes written. */
size_t fuzz_input_write(const fuzz_input_t *input, uint8_t *data, size_t room);

/* --- protocol.c --- */

/** The three protocols; one run fuzzes one of them. */
typedef enum {
    FUZZ_CMAN,
    FUZZ_NISCA,
    FUZZ_NCS
} fuzz_protocol_t;

/** The protocol of this run, and its filter name. */
extern fuzz_protocol_t fuzz_protocol;
extern const char *fuzz_protocol_name;

/** Set them from the environment. */
void fuzz_choose_protocol(void);

/* --- carrier.c --- */

/** UDP port on which NISCA is expected by "Decode As". */
#define FUZZ_NISCA_PORT 49152

#define FUZZ_MAX_CARRIER 64

/** Put a packet into its carrier: `frame` has room for FUZZ_MAX_CARRIER bytes
 *  and the payload.  Returns the frame's length, and sets its encapsulation. */
unsigned fuzz_carry(const fuzz_packet_t *packet, uint8_t *frame, int *encapsulation);

/* --- session.c --- */

/** Start libwireshark with the plugin in it; once. */
void fuzz_session_start(void);

/** Dissect an input. */
void fuzz_session_run(const fuzz_input_t *input);

/** What the frames so far took at most: processor time, and items of a tree. */
typedef struct {
    unsigned frames;
    int64_t ns;
    unsigned items;
} fuzz_cost_t;

extern fuzz_cost_t fuzz_cost;

/* --- taps.c --- */

/** Open all tables of the protocol. */
void fuzz_taps_open(void);

/** Empty the tables, as for another file. */
void fuzz_taps_reset(void);

/** Read every cell of the tables. */
void fuzz_taps_read(void);

/** Build the filter of each conversation that a dissected frame is of. */
void fuzz_filters_build(packet_info *pinfo);

/* --- checks.c --- */

/** A tree this big would make Wireshark slow. */
#define FUZZ_MAX_ITEMS 5000

/** Look at a dissected frame, whose tree must be visible; ends the program
 *  with a message if something is wrong.  Returns a hash of what is shown. */
uint64_t fuzz_check(epan_dissect_t *edt, const column_info *columns);

/** End the program with a message. */
void fuzz_fail(const char *format, ...) G_GNUC_PRINTF(1, 2) G_GNUC_NORETURN;

#endif
