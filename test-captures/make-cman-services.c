/* make-cman-services.c
 * The messages of the service manager on cluster port 2, by sm_internal.h
 * (cman-kernel).  Its replies leave most of their bytes as they were.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-cman.h"

#include <stddef.h>
#include <string.h>

enum { SERVICES = 2 };
enum { POSITIVE = 1, NEGATIVE = 2, WAIT = 3 };
enum { FENCE = 0, DLM = 1, GFS = 2, USER = 3 };

/* Type, status and event: what every message has. */
static void
services(script_t *s, uint8_t type, uint8_t status, uint16_t event)
{
    bool to_all = type == 1;

    script_begin(s, SERVICES, to_all ? CMAN_MULTICAST : 0, 1, to_all ? 0 : 2);
    script_u8(s, "cman.sm.type", type);
    script_u8(s, "cman.sm.status", status);
    script_le16(s, "cman.sm.sevent_id", event);
}

static void
group(script_t *s, uint32_t sgid, uint32_t lastid, uint16_t level, uint16_t length)
{
    script_le32(s, "cman.sm.sgid", sgid);
    script_also(s, "cman.sm.sgid.level", 4, sgid >> 24);
    script_le32(s, "cman.sm.lastid", lastid);
    script_le16(s, "cman.sm.level", level);
    script_le16(s, "cman.sm.length", length);
}

/* The rest of a reply was never set by its sender. */
static void
stale_group(script_t *s)
{
    script_junk(s, "02000003 f017b31f 4900 ffff");
}

static void
join_req_named(script_t *s, const char *name, uint16_t level)
{
    services(s, 1, 0, 0x0102);
    group(s, 0, 0, level, (uint16_t)strlen(name));
    script_text(s, "cman.sm.name", name, (unsigned)strlen(name));
}

static void
join_req(script_t *s)
{
    join_req_named(s, "default", FENCE);
}

static void
join_req_long_name(script_t *s)
{
    join_req_named(s, "abcdefghijklmnopqrstuvwxyz0123456", GFS);
}

static void
join_rep_known(script_t *s)
{
    services(s, 2, POSITIVE, 0x0102);
    group(s, 0x01000002, 7, DLM, 0);
}

static void
join_rep_unknown(script_t *s)
{
    services(s, 2, NEGATIVE, 0x0102);
    group(s, 0, 7, FENCE, 0);
}

static void
join_rep_wait(script_t *s)
{
    services(s, 2, WAIT, 0x0102);
    group(s, 0, 0, 0, 0);
}

static void
jstop_req(script_t *s)
{
    services(s, 3, 0, 0x0102);
    group(s, 0x01000002, 0, DLM, 4);
    script_be32(s, "cman.sm.member_count", 3);
}

static void
jstop_rep(script_t *s)
{
    services(s, 4, POSITIVE, 0x0102);
    stale_group(s);
}

static void
jstart_cmd(script_t *s)
{
    services(s, 5, 0, 0x0102);
    group(s, 0x02000003, 0, GFS, 0);
}

static void
leave_req(script_t *s)
{
    services(s, 6, 0, 0xffff);
    group(s, 0x03000004, 0, USER, 0);
}

static void
leave_rep(script_t *s)
{
    services(s, 7, NEGATIVE, 0xffff);
    stale_group(s);
}

static void
lstop_req(script_t *s)
{
    services(s, 8, 0, 1);
    group(s, 0x00000001, 0, FENCE, 0);
}

static void
lstop_rep(script_t *s)
{
    services(s, 9, POSITIVE, 1);
    stale_group(s);
}

static void
lstart_cmd(script_t *s)
{
    services(s, 10, 0, 1);
    group(s, 0xff000001, 0, FENCE, 0);
}

static void
lstart_done(script_t *s)
{
    services(s, 11, POSITIVE, 1);
    stale_group(s);
}

static void
recover(script_t *s)
{
    services(s, 12, 0, 0);
    group(s, 0x01000002, 0, DLM, 0);
}

/* After the name comes something that its length does not count. */
static void
join_req_with_trailer(script_t *s)
{
    join_req(s);
    script_enough(s);
    script_rest(s, "cman.trailer", "6162");
}

static void
jstop_rep_with_trailer(script_t *s)
{
    jstop_rep(s);
    script_enough(s);
    script_rest(s, "cman.trailer", "00");
}

const cman_script_t cman_service_messages[] = {
    join_req, join_req_long_name, join_rep_known, join_rep_unknown, join_rep_wait, jstop_req,
    jstop_rep, jstart_cmd, leave_req, leave_rep, lstop_req, lstop_rep, lstart_cmd, lstart_done,
    recover, join_req_with_trailer, jstop_rep_with_trailer, NULL,
};
