/* capture.h
 * Writing generated captures.
 *
 * Everything is deterministic: times are given, nothing asks a clock or a
 * random source, so two runs write the same files.  What cannot be written ends
 * the program.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef TEST_CAPTURE_H
#define TEST_CAPTURE_H

#include "maker.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#define SECOND INT64_C(1000000000) /* times are in nanoseconds */

/** A time to start from: 2 January 2024, 03:04:05 UTC. */
#define CAPTURE_START (INT64_C(1704164645) * SECOND)

typedef struct capture capture_t;

/** pcap with times in nanoseconds, or in microseconds as the tools of the time wrote
 *  them; pcapng. */
typedef enum { CAPTURE_NANO, CAPTURE_MICRO, CAPTURE_PCAPNG } capture_kind_t;

/** Begin FOLDER/NAME.pcap, whose link type is libpcap's DLT_ number, or
 *  FOLDER/NAME.pcapng; its first section comes next. */
capture_t *capture_open(const char *folder, const char *name, capture_kind_t kind, int linktype);
/** Begin a section, whose interfaces come next and count from 0.  (Wireshark 4.0
 *  tells sections apart by frame.section_number, but names an interface as the
 *  first section does.) */
void capture_section(capture_t *capture);
/** An interface; it may have no name (""), and no snap length (0). */
void capture_interface(capture_t *capture, const char *name, int linktype, unsigned snap);
/** Add the first `kept` bytes of a frame of `original` bytes, at an interface of a
 *  pcapng file. */
void capture_add(capture_t *capture, unsigned interface, int64_t time, const uint8_t *bytes,
                 unsigned kept, unsigned original);
void capture_close(capture_t *capture);

#endif
