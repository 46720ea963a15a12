/* packet.h
 * A byte builder for packets.
 *
 * A packet is built from the inside out: first the payload is appended piece
 * by piece, then each wrap_...() puts one header in front of everything that
 * is there.  Whatever cannot be built ends the program with a message.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef BENCH_PACKET_H
#define BENCH_PACKET_H

#include "maker.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define PACKET_ROOM 66000u /* an IP datagram of the largest size and its headers */

typedef struct {
    unsigned length;
    uint8_t bytes[PACKET_ROOM];
} packet_t;

/* --- Appending ----------------------------------------------------------- */

void packet_clear(packet_t *p);
void packet_u8(packet_t *p, uint8_t value);
void packet_le16(packet_t *p, uint16_t value);
void packet_le32(packet_t *p, uint32_t value);
void packet_le64(packet_t *p, uint64_t value);
void packet_be16(packet_t *p, uint16_t value);
void packet_be32(packet_t *p, uint32_t value);
void packet_bytes(packet_t *p, const void *bytes, unsigned size);
/** Bytes written as hex digits; blanks between them do not matter. */
void packet_hex(packet_t *p, const char *digits);
/** `size` bytes of the same value. */
void packet_fill(packet_t *p, uint8_t value, unsigned size);
void packet_zeros(packet_t *p, unsigned size);
/** Zeros up to a length of at least `length`. */
void packet_pad(packet_t *p, unsigned length);
/** Text in a field of `size` bytes, filled up with `filler`. */
void packet_text(packet_t *p, const char *text, unsigned size, char filler);
/** The same with a length byte in front, which counts only the text. */
void packet_counted(packet_t *p, const char *text, unsigned size, char filler);
/** Make room for `size` bytes in front; they are zero. */
void packet_prepend(packet_t *p, unsigned size);

/* --- Changing what is there ------------------------------------------------ */

void packet_patch_u8(packet_t *p, unsigned offset, uint8_t value);
void packet_patch_le16(packet_t *p, unsigned offset, uint16_t value);
void packet_patch_le32(packet_t *p, unsigned offset, uint32_t value);
void packet_patch_be16(packet_t *p, unsigned offset, uint16_t value);
void packet_patch_be32(packet_t *p, unsigned offset, uint32_t value);
void packet_patch_bytes(packet_t *p, unsigned offset, const void *bytes, unsigned size);

/* --- The address book ------------------------------------------------------ */

/** One machine, or a broadcast or multicast address. */
typedef struct {
    uint8_t ether[6];
    uint32_t ipv4;     /**< as a number: 192.0.2.1 is 0xc0000201 */
} endpoint_t;

/** Node `number` (1 to 254): 02:00:00:00:00:nn, 192.0.2.nn. */
endpoint_t endpoint_node(uint8_t number);
/** ff:ff:ff:ff:ff:ff, 192.0.2.255. */
endpoint_t endpoint_broadcast(void);
/** Group `number`: 01:00:5e:00:02:nn, 239.0.2.nn. */
endpoint_t endpoint_multicast(uint8_t number);

/* --- Headers --------------------------------------------------------------- */

enum { ETHERTYPE_IP4 = 0x0800, ETHERTYPE_VLAN = 0x8100, ETHERTYPE_NISCA = 0x6007 };
enum { PROTOCOL_UDP = 17, PROTOCOL_NCS = 224 };

/** UDP without a checksum. */
void wrap_udp(packet_t *p, uint16_t from_port, uint16_t to_port);
/** IPv4 without options. `id` is the identification; DF is clear. */
void wrap_ipv4(packet_t *p, const endpoint_t *from, const endpoint_t *to, uint8_t protocol,
               uint16_t id, uint8_t ttl);
/** Ethernet II. */
void wrap_ethernet(packet_t *p, const endpoint_t *from, const endpoint_t *to, uint16_t type);

#endif
