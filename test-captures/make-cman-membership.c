/* make-cman-membership.c
 * The messages of cluster port 1, by the structures of cnxman-private.h
 * (cman-kernel).  Bytes that a sender leaves as they were are filled with
 * something that looks like data.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-cman.h"

#include <stddef.h>

enum { MEMBERSHIP = 1 };

static void
membership(script_t *s, uint8_t command, uint32_t flags, int32_t srcid, int32_t tgtid)
{
    script_begin(s, MEMBERSHIP, flags, srcid, tgtid);
    script_u8(s, "cman.cmd", command);
}

/* --- Port 1: joining ------------------------------------------------------------ */

typedef struct {
    const char *cluster_name; /* at most 15 characters; NULL: appended by the caller */
    uint16_t cluster;
    uint32_t major;
    uint16_t num_addrs;
    uint32_t addr_len;
    uint32_t nodeid;
} joinreq_t;

static void
joinreq_start(script_t *s, const joinreq_t *request)
{
    script_begin_in(s, request->cluster, MEMBERSHIP, CMAN_NOACK, 0, 0);
    script_u8(s, "cman.cmd", 2);
    script_u8(s, "cman.votes", 2);
    script_le16(s, "cman.num_addrs", request->num_addrs);
    script_le32(s, "cman.expected_votes", 5);
    script_le32(s, "cman.nodeid", request->nodeid);
    script_le32(s, "cman.joinreq.version_major", request->major);
    script_le32(s, "cman.joinreq.version_minor", 0);
    script_le32(s, "cman.joinreq.version_patch", 1);
    script_le32(s, "cman.joinreq.config_version", 42);
    script_le32(s, "cman.joinreq.addr_len", request->addr_len);
    if (request->cluster_name != NULL)
        script_slot(s, "cman.joinreq.cluster_name", request->cluster_name, 16);
}

/* The name that ends a message; its NUL may be missing. */
static void
last_name(script_t *s, const char *name)
{
    script_enough(s);
    script_string(s, "cman.node.name", name);
}

static void
joinreq(script_t *s)
{
    joinreq_start(s, &(joinreq_t){ "alpha", cman_cluster_number("alpha"), 5, 1, 16, 3 });
    script_ipv4(s, 3, false);
    last_name(s, "mark");
}

static void
joinreq_several_addresses(script_t *s)
{
    joinreq_start(s, &(joinreq_t){ "alpha", cman_cluster_number("alpha"), 5, 3, 16, 0 });
    script_ipv4(s, 3, false);
    script_ipv4(s, 4, false);
    script_ipv4(s, 5, false);
    last_name(s, "mark.example.com");
}

static void
joinreq_ipv6(script_t *s)
{
    joinreq_start(s, &(joinreq_t){ "alpha", cman_cluster_number("alpha"), 5, 2, 28, 0 });
    script_ipv6(s, 3, false);
    script_ipv6(s, 4, false);
    last_name(s, "mark");
    s->ipv6 = true;
}

/* A big-endian node writes the family and the scope in its own order. */
static void
joinreq_big_endian(script_t *s)
{
    joinreq_start(s, &(joinreq_t){ "alpha", cman_cluster_number("alpha"), 5, 1, 16, 4096 });
    script_ipv4(s, 3, true);
    last_name(s, "mark");
}

static void
joinreq_big_endian_ipv6(script_t *s)
{
    joinreq_start(s, &(joinreq_t){ "alpha", cman_cluster_number("alpha"), 5, 1, 28, 1 });
    script_ipv6(s, 3, true);
    last_name(s, "mark");
}

/* A cluster name of 16 characters has no NUL. */
static void
joinreq_long_cluster_name(script_t *s)
{
    static const char name[] = "cluster-sixteen!";

    joinreq_start(s, &(joinreq_t){ NULL, cman_cluster_number(name), 5, 1, 16, 3 });
    script_text(s, "cman.joinreq.cluster_name", name, 16);
    script_ipv4(s, 3, false);
    last_name(s, "mark");
}

static void
joinreq_other_cluster(script_t *s)
{
    joinreq_start(s, &(joinreq_t){ "alpha", 1 ^ cman_cluster_number("alpha"), 5, 1, 16, 3 });
    script_ipv4(s, 3, false);
    last_name(s, "mark");
    script_expert(s, "cman.cluster_name_mismatch");
}

static void
joinack(script_t *s, uint8_t type)
{
    membership(s, 6, CMAN_NOACK, 2, 0);
    script_u8(s, "cman.joinack.type", type);
    if (type == 2)
        script_expert(s, "cman.joinack_nak");
}

static void
joinack_ok(script_t *s)
{
    joinack(s, 1);
}

static void
joinack_nak(script_t *s)
{
    joinack(s, 2);
}

static void
joinack_wait(script_t *s)
{
    joinack(s, 3);
}

/* --- Port 1: views --------------------------------------------------------------- */

static void
view(script_t *s, uint8_t command, uint32_t flags, uint8_t parts)
{
    membership(s, command, flags, 1, 0);
    script_u8(s, "cman.view.flags", parts);
    script_also(s, "cman.view.flags.first", 1, parts & 1);
    script_also(s, "cman.view.flags.last", 1, (parts & 2) != 0);
    script_complete(s); /* a view without nodes is odd, but not short */
}

static void
record_start(script_t *s, const char *name, uint8_t length, uint8_t state, uint16_t num_addrs)
{
    script_u8(s, NULL, length);
    script_text(s, "cman.node.name", name, length);
    script_u8(s, "cman.node.state", state);
    script_le16(s, "cman.num_addrs", num_addrs);
}

static void
record_end(script_t *s, uint8_t votes, uint32_t expected_votes, uint32_t nodeid)
{
    script_u8(s, "cman.votes", votes);
    script_le32(s, "cman.expected_votes", expected_votes);
    script_le32(s, "cman.nodeid", nodeid);
    script_complete(s);
}

static void
masterview_first(script_t *s)
{
    view(s, 9, CMAN_MULTICAST, 1);
    record_start(s, "johann", 6, 2, 2);
    script_ipv4(s, 2, false);
    script_ipv4(s, 12, false);
    record_end(s, 1, 3, 2);
    record_start(s, "mark", 4, 3, 1);
    script_ipv4(s, 3, true);
    record_end(s, 255, 4294967295u, 3);
}

static void
masterview_middle(script_t *s)
{
    view(s, 9, CMAN_MULTICAST, 0);
    record_start(s, "no-address", 10, 1, 0);
    record_end(s, 0, 0, 4);
}

static void
masterview_last(script_t *s)
{
    view(s, 9, CMAN_MULTICAST | CMAN_REPLYEXP, 2);
    record_start(s, "ludwig", 6, 2, 1);
    script_ipv6(s, 1, false);
    record_end(s, 1, 3, 1);
    s->ipv6 = true;
}

static void
joinconf(script_t *s)
{
    view(s, 1, CMAN_NOACK, 3);
    record_start(s, "ludwig", 6, 2, 1);
    script_ipv6(s, 1, true);
    record_end(s, 1, 3, 1);
}

static void
viewack(script_t *s)
{
    membership(s, 12, 0, 2, 1);
    script_u8(s, "cman.viewack.result", 1);
}

static void
viewack_nak(script_t *s)
{
    membership(s, 12, 0, 2, 1);
    script_u8(s, "cman.viewack.result", 0);
    script_expert(s, "cman.viewack_nak");
}

static void
confack(script_t *s)
{
    membership(s, 16, CMAN_NOACK, 0, 0);
}

/* --- Port 1: transitions --------------------------------------------------------- */

static void
leave_reason(script_t *s, uint8_t reason)
{
    script_u8(s, NULL, reason);
    script_also(s, "cman.leave.reason", 1, reason & 0x0f);
    script_also(s, "cman.leave.force", 1, (reason & 0x10) != 0);
}

static void
starttrans_start(script_t *s, uint8_t command, uint8_t reason, uint8_t leave, uint16_t num_addrs)
{
    uint32_t flags = command == 10 ? CMAN_MULTICAST | CMAN_REPLYEXP : 0;

    membership(s, command, flags, 1, command == 10 ? 0 : 2);
    script_u8(s, "cman.trans.reason", reason);
    leave_reason(s, leave);
    script_u8(s, "cman.votes", 3);
    script_le32(s, "cman.expected_votes", 7);
    script_le32(s, "cman.generation", 0x01020304);
    script_le32(s, "cman.nodeid", 3);
    script_le16(s, "cman.num_addrs", num_addrs);
    if (num_addrs == 0)
        script_enough(s);
    script_junk(s, "01c9");
}

static void
starttrans_newnode(script_t *s)
{
    starttrans_start(s, 10, 1, 0, 2);
    script_ipv4(s, 3, false);
    script_ipv4(s, 13, false);
    last_name(s, "mark");
}

static void
starttrans_newnode_ipv6(script_t *s)
{
    starttrans_start(s, 10, 1, 0, 1);
    script_ipv6(s, 3, false);
    last_name(s, "mark");
}

static void
starttrans_remnode(script_t *s)
{
    starttrans_start(s, 10, 2, 0x13, 0);
}

static void
starttrans_anotherremnode(script_t *s)
{
    starttrans_start(s, 10, 3, 7, 0);
}

static void
starttrans_newmaster(script_t *s)
{
    starttrans_start(s, 10, 4, 0, 0);
}

static void
starttrans_check(script_t *s)
{
    starttrans_start(s, 10, 5, 5, 0);
}

static void
starttrans_restart(script_t *s)
{
    starttrans_start(s, 10, 6, 0, 0);
}

static void
starttrans_deadmaster(script_t *s)
{
    starttrans_start(s, 10, 7, 6, 0);
}

static void
nominate(script_t *s)
{
    starttrans_start(s, 17, 2, 6, 0);
}

static void
nominate_newnode(script_t *s)
{
    starttrans_start(s, 17, 1, 0, 1);
    script_ipv4(s, 3, true);
    last_name(s, "mark");
}

static void
startack(script_t *s)
{
    membership(s, 13, CMAN_REPLYEXP, 2, 1);
    script_junk(s, "0d241f");
    script_le32(s, "cman.generation", 0x01020304);
}

static void
endtrans(script_t *s)
{
    membership(s, 7, CMAN_MULTICAST, 1, 0);
    script_junk(s, "02abcd");
    script_le32(s, "cman.quorum", 3);
    script_le32(s, "cman.total_votes", 4);
    script_le32(s, "cman.generation", 0x01020305);
    script_le32(s, "cman.nodeid", 5);
}

/* --- Port 1: the rest ------------------------------------------------------------ */

static void
hello(script_t *s, uint32_t flags, int32_t tgtid, uint8_t hello_flags)
{
    membership(s, 4, flags, 1, tgtid);
    script_u8(s, "cman.hello.flags", hello_flags);
    script_also(s, "cman.hello.flags.master", 1, hello_flags & 1);
    script_also(s, "cman.hello.flags.quorate", 1, (hello_flags & 2) != 0);
    script_le16(s, "cman.hello.members", 300);
    script_le32(s, "cman.generation", 4000000000u);
}

static void
hello_to_all(script_t *s)
{
    hello(s, CMAN_NOACK | CMAN_MULTICAST | CMAN_ALLINT, 0, 2);
}

static void
hello_inquorate(script_t *s)
{
    hello(s, CMAN_NOACK | CMAN_MULTICAST | CMAN_ALLINT, 0, 0);
}

static void
hello_to_master(script_t *s)
{
    hello(s, 0, 2, 3);
}

static void
leave_removed_by_force(script_t *s)
{
    membership(s, 3, CMAN_NOACK, 3, 1);
    leave_reason(s, 0x13);
    script_expert(s, "cman.leave");
}

static void
leave_normally(script_t *s)
{
    membership(s, 3, CMAN_NOACK, 3, 1);
    leave_reason(s, 0);
    script_expert(s, "cman.leave");
}

static void
nodedown(script_t *s)
{
    membership(s, 18, CMAN_MULTICAST, 1, 0);
    leave_reason(s, 0x17);
    script_junk(s, "0f1d");
    script_le32(s, "cman.nodeid", 3);
    script_expert(s, "cman.nodedown");
}

static void
kill(script_t *s)
{
    membership(s, 5, 0, 1, 3);
    script_expert(s, "cman.kill");
}

static void
reconfig(script_t *s, uint8_t param, uint32_t value)
{
    membership(s, 8, CMAN_MULTICAST, 1, 0);
    script_u8(s, "cman.reconfig.param", param);
    script_junk(s, "beef");
    script_le32(s, "cman.reconfig.value", value);
}

static void
reconfig_expected_votes(script_t *s)
{
    reconfig(s, 1, 9);
}

static void
reconfig_node_votes(script_t *s)
{
    reconfig(s, 2, 0);
}

static void
reconfig_config_version(script_t *s)
{
    reconfig(s, 3, 0x12345678);
}

static void
newcluster(script_t *s)
{
    membership(s, 15, CMAN_NOACK | CMAN_MULTICAST, 0, 0);
    script_le32(s, "cman.newcluster.value", 0xc01d2f04);
}

/* --- Flags and ids --------------------------------------------------------------- */

static void
all_known_flags(script_t *s)
{
    membership(s, 16, CMAN_NOACK | CMAN_QUEUE | CMAN_MULTICAST | CMAN_ALLINT | CMAN_REPLYEXP
               | CMAN_BCASTSELF | CMAN_COMPAT | 0xffff, 2147483647, -1);
}

static void
unassigned_flag(script_t *s)
{
    membership(s, 16, 0x00040000 | CMAN_NOSIGNAL, -2147483647, 2147483647);
}

/* --- Unknown and undescribed commands -------------------------------------------- */

static void
joinrej(script_t *s)
{
    membership(s, 11, CMAN_NOACK, 1, 0);
    script_enough(s);
    script_rest(s, "cman.payload", "0102030405");
}

static void
transition(script_t *s)
{
    membership(s, 14, CMAN_MULTICAST, 1, 0);
    script_enough(s);
    script_rest(s, "cman.payload", "aabbcc");
}

static void
unknown_membership_command(script_t *s)
{
    membership(s, 19, 0, 1, 2);
    script_expert(s, "cman.unknown_command");
}

static void
unknown_membership_command_0(script_t *s)
{
    membership(s, 0, 0, 1, 2);
    script_expert(s, "cman.unknown_command");
}

/* --- Trailing bytes ---------------------------------------------------------------- */

static void
hello_with_trailer(script_t *s)
{
    hello_to_all(s);
    script_enough(s);
    script_rest(s, "cman.trailer", "deadbeef");
}

static void
kill_with_trailer(script_t *s)
{
    kill(s);
    script_enough(s);
    script_rest(s, "cman.trailer", "01");
}

static void
starttrans_with_trailer(script_t *s)
{
    starttrans_start(s, 10, 2, 6, 0);
    script_rest(s, "cman.trailer", "00");
}

static void
joinreq_with_trailer(script_t *s)
{
    joinreq(s);
    script_rest(s, "cman.trailer", "1234");
}

const cman_script_t cman_membership_messages[] = {
    joinreq, joinreq_several_addresses, joinreq_ipv6, joinreq_big_endian,
    joinreq_big_endian_ipv6, joinreq_long_cluster_name, joinreq_other_cluster, joinack_ok,
    joinack_nak, joinack_wait, masterview_first, masterview_middle, masterview_last, joinconf,
    viewack, viewack_nak, confack, starttrans_newnode, starttrans_newnode_ipv6,
    starttrans_remnode, starttrans_anotherremnode, starttrans_newmaster, starttrans_check,
    starttrans_restart, starttrans_deadmaster, nominate, nominate_newnode, startack, endtrans,
    hello_to_all, hello_inquorate, hello_to_master, leave_removed_by_force, leave_normally,
    nodedown, kill, reconfig_expected_votes, reconfig_node_votes, reconfig_config_version,
    newcluster, all_known_flags, unassigned_flag, joinrej, transition,
    unknown_membership_command, unknown_membership_command_0, hello_with_trailer,
    kill_with_trailer, starttrans_with_trailer, joinreq_with_trailer, NULL,
};
