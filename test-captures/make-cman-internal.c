/* make-cman-internal.c
 * The messages of cluster port 0, by the structures of cnxman-private.h
 * (cman-kernel), and those of ports without a structure.  Bytes that a sender
 * leaves as they were are filled with something that looks like data.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-cman.h"

#include <stddef.h>

enum { INTERNAL = 0 };

static void
internal(script_t *s, uint8_t command, uint32_t flags, int32_t srcid, int32_t tgtid)
{
    script_begin(s, INTERNAL, flags, srcid, tgtid);
    script_u8(s, "cman.internal.cmd", command);
}

/* --- Port 0 -------------------------------------------------------------------- */

static void
ack(script_t *s, uint32_t flags, uint8_t remport, uint8_t aflags)
{
    cman_header_t header = { .ack = 65535, .cluster = CMAN_CLUSTER, .flags = flags, .srcid = 2 };

    script_header(s, &header);
    script_u8(s, "cman.internal.cmd", 1);
    script_u8(s, "cman.ack.remport", remport);
    script_u8(s, "cman.ack.flags", aflags);
    script_also(s, "cman.ack.flags.nolistener", 1, aflags & 1);
    script_open(s, CMAN_HEADER + 4); /* is its last byte padding that may be missing? */
    script_junk(s, "ff");
}

static void
ack_delivered(script_t *s)
{
    ack(s, CMAN_NOACK, 2, 0);
}

static void
ack_nobody_listens(script_t *s)
{
    ack(s, CMAN_NOACK, 11, 1);
}

/* A big-endian machine forgets to swap the flag word. */
static void
ack_of_big_endian_node(script_t *s)
{
    ack(s, 0x00000100, 1, 0);
}

static void
listen(script_t *s, uint8_t command, uint32_t flags, uint8_t listening)
{
    internal(s, command, flags, 1, 2);
    script_u8(s, "cman.listen.port", 11);
    script_u8(s, "cman.listen.listening", listening);
    script_junk(s, "c9");
    script_le16(s, "cman.listen.tag", 0x1234);
}

static void
listenreq(script_t *s)
{
    listen(s, 2, CMAN_REPLYEXP | CMAN_DONTWAIT, 0);
}

static void
listenresp_yes(script_t *s)
{
    listen(s, 3, CMAN_DONTWAIT, 1);
}

static void
listenresp_no(script_t *s)
{
    listen(s, 3, 0, 0);
}

static void
portclosed(script_t *s)
{
    internal(s, 4, CMAN_MULTICAST | CMAN_DONTWAIT, 3, 0);
    script_u8(s, "cman.portclosed.port", 11);
}

static void
barrier(script_t *s, uint8_t subcmd, uint32_t flags, const char *name)
{
    internal(s, 5, CMAN_MULTICAST, 1, 0);
    script_u8(s, "cman.barrier.subcmd", subcmd);
    script_junk(s, "4922");
    script_le32(s, "cman.barrier.flags", flags);
    script_le32(s, "cman.barrier.nodes", 0x1fb317f0);
    script_slot(s, "cman.barrier.name", name, 33);
    script_enough(s);
    script_junk(s, "010203");
}

static void
barrier_register(script_t *s)
{
    barrier(s, 1, 0x1f, "TRANSITION.4294967295");
}

static void
barrier_change(script_t *s)
{
    barrier(s, 2, 0x01, "my barrier");
}

static void
barrier_wait(script_t *s)
{
    barrier(s, 4, 0x169, "sm.16777218.3.77.3");
}

static void
barrier_complete(script_t *s)
{
    barrier(s, 5, 0, "sm.33554435.1.RECOV.2");
}

/* The longest name leaves room for its NUL only. */
static void
barrier_long_name(script_t *s)
{
    barrier(s, 4, 0, "abcdefghijklmnopqrstuvwxyz012345");
}

static void
unknown_internal_command(script_t *s)
{
    internal(s, 6, 0, 1, 2);
    script_expert(s, "cman.unknown_command");
}

static void
unknown_internal_command_0(script_t *s)
{
    internal(s, 0, 0, 1, 2);
    script_expert(s, "cman.unknown_command");
}

static void
barrier_with_trailer(script_t *s)
{
    barrier_wait(s);
    script_rest(s, "cman.trailer", "cafe");
}

/* --- Other ports ------------------------------------------------------------------- */

static void
other_port(script_t *s, uint8_t port, const char *digits)
{
    script_begin(s, port, CMAN_NOSIGNAL, 1, 2);
    script_enough(s);
    script_rest(s, "cman.payload", digits);
}

static void
unassigned_port(script_t *s)
{
    other_port(s, 3, "010203");
}

static void
slm(script_t *s)
{
    other_port(s, 12, "0102030405060708");
}

static void
user_service(script_t *s)
{
    other_port(s, 13, "ff");
}

static void
application(script_t *s)
{
    other_port(s, 200, "00112233445566778899aabbccddeeff");
}

static void
application_without_payload(script_t *s)
{
    script_begin(s, 255, CMAN_MULTICAST, 1, 0);
}

/* A program's port may send to the membership port's number only: the target
 * decides what the message is. */
static void
application_from_port_1(script_t *s)
{
    cman_header_t header = { .tgtport = 200, .srcport = 1, .seq = 65535, .ack = 1,
                             .cluster = CMAN_CLUSTER, .srcid = 1, .tgtid = 2 };

    script_header(s, &header);
    script_enough(s);
    script_rest(s, "cman.payload", "04020300040000");
}

const cman_script_t cman_internal_messages[] = {
    ack_delivered, ack_nobody_listens, ack_of_big_endian_node, listenreq, listenresp_yes,
    listenresp_no, portclosed, barrier_register, barrier_change, barrier_wait, barrier_complete,
    barrier_long_name, unknown_internal_command, unknown_internal_command_0,
    barrier_with_trailer, unassigned_port, slm, user_service, application,
    application_without_payload, application_from_port_1, NULL,
};
