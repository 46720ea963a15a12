/* make-cman.c
 * What all generated captures of cman need; see cman-story.h.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-cman.h"

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

/* membership.c: generate_cluster_id() */
uint16_t
cman_cluster_number(const char *name)
{
    uint32_t number = 0;

    for (; *name != '\0'; name++)
        number = (number << 1) + (uint8_t)*name;
    return (uint16_t)number;
}

void
make_cman(const char *folder)
{
    make_cman_stories(folder);
}
