/* maker.h
 * What the makers of captures share: make-captures, and make-traffic of the benchmarks.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef TEST_CAPTURE_MAKER_H
#define TEST_CAPTURE_MAKER_H

#include <stdint.h>

/** Print a message like printf() after the program's name, and end the program. */
void fail(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

/** Add 16-bit words, most significant byte first, to a sum for the Internet checksum (RFC 1071).
 *  An odd last byte counts as one with a zero behind it. */
uint32_t checksum_add(uint32_t sum, const uint8_t *bytes, unsigned size);

/** The checksum of what was added up. */
uint16_t checksum_of(uint32_t sum);

#endif
