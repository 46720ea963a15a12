/* make-cman.c
 * Generated captures of cman.
 *
 *   cman-messages     every kind of message; every field is known
 *   cman-odd          messages of which the sources describe a part
 *   cman-hostile      numbers that lie, totem on the port of cman
 *   cman-short        datagrams that end too early
 *   cman-snap-length  messages of which the capture holds the start
 *   cman-nasty        text that is none, and what nothing is known of
 *   cman-story-*      what several frames mean together; see cman-story.h
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

static void
write_all(capture_t *capture, const cman_script_t *messages)
{
    static script_t script;

    for (; *messages != NULL; messages++) {
        (*messages)(&script);
        script_write(capture, &script);
    }
}

static void
make_messages(const char *folder)
{
    capture_t *capture = capture_open(folder, "cman-messages", LINK_ETHERNET);

    cman_expect_exactly(capture, true);
    write_all(capture, cman_internal_messages);
    write_all(capture, cman_membership_messages);
    write_all(capture, cman_service_messages);
    capture_close(capture);
}

static void
make_odd(const char *folder)
{
    capture_t *capture = capture_open(folder, "cman-odd", LINK_ETHERNET);

    capture_expect_only(capture, "cman.truncated_message");
    capture_expect_only(capture, "cman.unknown_command");
    capture_expect_only(capture, "cman.version_unsupported");
    capture_expect_only(capture, "cman.cluster_name_mismatch");
    write_all(capture, cman_odd_messages);
    capture_close(capture);
}

void
make_cman(const char *folder)
{
    make_messages(folder);
    make_odd(folder);
    make_cman_hostile(folder);
    make_cman_stories(folder);
}
