/* packet.c
 * A byte builder for packets.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "packet.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define IPV4_HEADER 20u

/* --- Appending ----------------------------------------------------------- */

/* Where `size` appended bytes go. */
static uint8_t *
grow(packet_t *p, unsigned size)
{
    uint8_t *room = p->bytes + p->length;

    if (size > PACKET_ROOM - p->length)
        fail("a packet of %u bytes has no room for %u more", p->length, size);
    p->length += size;
    return room;
}

static void
put_le(uint8_t *to, uint64_t value, unsigned size)
{
    for (unsigned i = 0; i < size; i++)
        to[i] = (uint8_t)(value >> (8 * i));
}

static void
put_be(uint8_t *to, uint64_t value, unsigned size)
{
    for (unsigned i = 0; i < size; i++)
        to[i] = (uint8_t)(value >> (8 * (size - 1 - i)));
}

void
packet_clear(packet_t *p)
{
    p->length = 0;
}

void
packet_u8(packet_t *p, uint8_t value)
{
    *grow(p, 1) = value;
}

void
packet_le16(packet_t *p, uint16_t value)
{
    put_le(grow(p, 2), value, 2);
}

void
packet_le32(packet_t *p, uint32_t value)
{
    put_le(grow(p, 4), value, 4);
}

void
packet_le64(packet_t *p, uint64_t value)
{
    put_le(grow(p, 8), value, 8);
}

void
packet_be16(packet_t *p, uint16_t value)
{
    put_be(grow(p, 2), value, 2);
}

void
packet_be32(packet_t *p, uint32_t value)
{
    put_be(grow(p, 4), value, 4);
}

void
packet_bytes(packet_t *p, const void *bytes, unsigned size)
{
    if (size > 0)
        memcpy(grow(p, size), bytes, size);
}

void
packet_hex(packet_t *p, const char *digits)
{
    while (*digits != '\0') {
        char pair[3] = { digits[0], digits[1], '\0' };

        if (isspace((unsigned char)digits[0])) {
            digits++;
            continue;
        }
        if (!isxdigit((unsigned char)pair[0]) || !isxdigit((unsigned char)pair[1]))
            fail("no hex digits: '%s'", digits);
        packet_u8(p, (uint8_t)strtoul(pair, NULL, 16));
        digits += 2;
    }
}

void
packet_fill(packet_t *p, uint8_t value, unsigned size)
{
    memset(grow(p, size), value, size);
}

void
packet_zeros(packet_t *p, unsigned size)
{
    packet_fill(p, 0, size);
}

void
packet_pad(packet_t *p, unsigned length)
{
    if (p->length < length)
        packet_zeros(p, length - p->length);
}

void
packet_text(packet_t *p, const char *text, unsigned size, char filler)
{
    unsigned length = (unsigned)strlen(text);

    if (length > size)
        fail("text '%s' does not fit into %u bytes", text, size);
    packet_bytes(p, text, length);
    packet_fill(p, (uint8_t)filler, size - length);
}

void
packet_counted(packet_t *p, const char *text, unsigned size, char filler)
{
    packet_u8(p, (uint8_t)strlen(text));
    packet_text(p, text, size - 1, filler);
}

void
packet_prepend(packet_t *p, unsigned size)
{
    unsigned before = p->length;

    grow(p, size);
    memmove(p->bytes + size, p->bytes, before);
    memset(p->bytes, 0, size);
}

/* --- Changing what is there ------------------------------------------------ */

static uint8_t *
inside(packet_t *p, unsigned offset, unsigned size)
{
    if (offset > p->length || size > p->length - offset)
        fail("no %u bytes at offset %u of a packet of %u", size, offset, p->length);
    return p->bytes + offset;
}

void
packet_patch_u8(packet_t *p, unsigned offset, uint8_t value)
{
    *inside(p, offset, 1) = value;
}

void
packet_patch_le16(packet_t *p, unsigned offset, uint16_t value)
{
    put_le(inside(p, offset, 2), value, 2);
}

void
packet_patch_le32(packet_t *p, unsigned offset, uint32_t value)
{
    put_le(inside(p, offset, 4), value, 4);
}

void
packet_patch_be16(packet_t *p, unsigned offset, uint16_t value)
{
    put_be(inside(p, offset, 2), value, 2);
}

void
packet_patch_be32(packet_t *p, unsigned offset, uint32_t value)
{
    put_be(inside(p, offset, 4), value, 4);
}

void
packet_patch_bytes(packet_t *p, unsigned offset, const void *bytes, unsigned size)
{
    memcpy(inside(p, offset, size), bytes, size);
}

/* --- The address book ------------------------------------------------------ */

endpoint_t
endpoint_node(uint8_t number)
{
    /* 192.0.2.0/24 is reserved for documentation. */
    return (endpoint_t){ .ether = { 2, 0, 0, 0, 0, number }, .ipv4 = 0xc0000200u | number };
}

endpoint_t
endpoint_broadcast(void)
{
    return (endpoint_t){ .ether = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff }, .ipv4 = 0xc00002ffu };
}

endpoint_t
endpoint_multicast(uint8_t number)
{
    return (endpoint_t){ .ether = { 0x01, 0x00, 0x5e, 0x00, 0x02, number },
                         .ipv4 = 0xef000200u | number };
}

/* --- Headers --------------------------------------------------------------- */

void
wrap_udp(packet_t *p, uint16_t from_port, uint16_t to_port)
{
    packet_prepend(p, 8);
    packet_patch_be16(p, 0, from_port);
    packet_patch_be16(p, 2, to_port);
    packet_patch_be16(p, 4, (uint16_t)p->length);
}

void
wrap_ipv4(packet_t *p, const endpoint_t *from, const endpoint_t *to, uint8_t protocol,
          uint16_t id, uint8_t ttl)
{
    packet_prepend(p, IPV4_HEADER);
    if (p->length > 0xffff)
        fail("%u bytes are too long for IPv4", p->length);
    packet_patch_u8(p, 0, 0x45);
    packet_patch_be16(p, 2, (uint16_t)p->length);
    packet_patch_be16(p, 4, id);
    packet_patch_u8(p, 8, ttl);
    packet_patch_u8(p, 9, protocol);
    packet_patch_be32(p, 12, from->ipv4);
    packet_patch_be32(p, 16, to->ipv4);
    packet_patch_be16(p, 10, checksum_of(checksum_add(0, p->bytes, IPV4_HEADER)));
}

void
wrap_ethernet(packet_t *p, const endpoint_t *from, const endpoint_t *to, uint16_t type)
{
    packet_prepend(p, 14);
    packet_patch_bytes(p, 0, to->ether, 6);
    packet_patch_bytes(p, 6, from->ether, 6);
    packet_patch_be16(p, 12, type);
}
