/* make-cman.c
 * Generated captures of cman.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-cman.h"

#include "capture.h"

void
cman_header(packet_t *p, const cman_header_t *header)
{
    packet_clear(p);
    packet_u8(p, header->tgtport);
    packet_u8(p, header->srcport);
    packet_le16(p, header->seq);
    packet_le16(p, header->ack);
    packet_le16(p, header->cluster);
    packet_le32(p, header->flags);
    packet_le32(p, (uint32_t)header->srcid);
    packet_le32(p, (uint32_t)header->tgtid);
}

void
make_cman(const char *folder)
{
    (void)folder;
}
