/* capture.h
 * Writing generated captures, together with what a dissector must find.
 *
 * Everything is deterministic: times are given, nothing asks a clock or a
 * random source, so two runs write the same files.
 *
 * NAME.expect beside a capture holds the expectations, one per line, with
 * tabs between the columns; tests/test_expectations.py checks them:
 *
 *   3  cman.seq  46       frame 3 has this value, as `tshark -T fields` prints
 *                         it (a number in any base); several lines for one
 *                         field: all its values, in this order
 *   3  cman.kill          frame 3 has the field, whatever its value; for
 *                         expert items, which have none
 *   absent  3  cman.ack   frame 3 has no such field
 *   only  cman.kill       no frame without an expectation for it has the field
 *   open  3  cman.ack     no document says what the field is in frame 3
 *   forward  cman.x       the field looks forward: it needs a second pass
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef TEST_CAPTURE_H
#define TEST_CAPTURE_H

#include "packet.h"

/* Link types, as registered by tcpdump.org; libpcap's DLT_ numbers of some of
 * them depend on the system, pcap_open_dead() takes them for these. */
enum { LINK_ETHERNET = 1, LINK_RAW_IP = 12, LINK_COOKED = 113, LINK_COOKED2 = 276 };

#define SECOND INT64_C(1000000000) /* times are in nanoseconds */
#define MILLISECOND INT64_C(1000000)
#define MICROSECOND INT64_C(1000)

/** A time to start from: 2 January 2024, 03:04:05 UTC. */
#define CAPTURE_START (INT64_C(1704164645) * SECOND)

typedef struct capture capture_t;

/** Begin FOLDER/NAME.pcap with nanosecond times. */
capture_t *capture_open(const char *folder, const char *name, int linktype);
/** The same with microseconds, as the tools of the time wrote them. */
capture_t *capture_open_micro(const char *folder, const char *name, int linktype);
/** An interface of a pcapng file; an empty name is left out. */
typedef struct {
    const char *name;
    int linktype;
    unsigned snap_length; /**< in bytes; 0: none */
} interface_t;

/** Begin FOLDER/NAME.pcapng; its first section comes next. */
capture_t *capture_open_pcapng(const char *folder, const char *name);
/** Begin a section; its interfaces count from 0.  (Wireshark 4.0 tells such
 *  sections apart by frame.section_number, but names an interface as the first
 *  section does.) */
void capture_section(capture_t *capture, unsigned count, const interface_t *interfaces);
/** Write what an interface sees also to a pcap file of its own, FOLDER/NAME.pcap,
 *  with microseconds: what tcpdump left on that node.  Only the first 4 can. */
void capture_apart(capture_t *capture, unsigned interface, const char *name, int linktype);
void capture_close(capture_t *capture);

/** Add `kept` bytes of a packet of `original` bytes at an interface (0 in a pcap file).
 *  Returns the frame's number, from 1. */
unsigned capture_add_frame(capture_t *capture, unsigned interface, int64_t time,
                           const packet_t *packet, unsigned kept, unsigned original);
/** The number of frames written so far. */
unsigned capture_frames(const capture_t *capture);

/* --- Expectations; see the top ---------------------------------------------- */

void capture_expect(capture_t *capture, unsigned frame, const char *field, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void capture_expect_present(capture_t *capture, unsigned frame, const char *field);
void capture_expect_absent(capture_t *capture, unsigned frame, const char *field);
void capture_expect_open(capture_t *capture, unsigned frame, const char *field);
void capture_expect_only(capture_t *capture, const char *field);
void capture_expect_forward(capture_t *capture, const char *field);

/** The capture and expectations of a story; see story.h. */
void make_from_story(const char *path, const char *folder);

#endif
