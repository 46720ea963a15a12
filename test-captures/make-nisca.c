/* make-nisca.c
 * Generated captures of NISCA.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-nisca.h"

#include "capture.h"

/* The last two bytes of both kinds of address are little-endian: the system
 * id, and the group number + 256. */
endpoint_t
nisca_node(uint16_t systemid)
{
    endpoint_t node = { .ether = { 0xaa, 0x00, 0x04, 0x00, systemid & 0xff, systemid >> 8 } };

    return node;
}

endpoint_t
nisca_group(uint16_t group)
{
    uint16_t last = (uint16_t)(group + 256);
    endpoint_t all = { .ether = { 0xab, 0x00, 0x04, 0x01, last & 0xff, last >> 8 } };

    return all;
}

void
nisca_dx(packet_t *p, const endpoint_t *from, const endpoint_t *to, uint16_t group)
{
    packet_clear(p);
    packet_le16(p, 0);
    packet_bytes(p, to->ether, 6);
    packet_le16(p, group);
    packet_bytes(p, from->ether, 6);
}

void
nisca_set_length(packet_t *p)
{
    packet_patch_le16(p, 0, (uint16_t)(p->length - 2));
}

void
make_nisca(const char *folder)
{
    (void)folder;
}
