/* ncs-sightings.c
 * Which frames show one heartbeat: by the IP identification, if its sender counts with it.
 *
 * A sender that forbids fragments need not count (RFC 6864): all of its heartbeats may have
 * one identification, 0 mostly, and one content.  Such a sender is known by its pace: what
 * comes again on one feed after half a period is its next heartbeat.  Of a sender that counts
 * it is a copy, however late: a loop is no sign of life.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-subjects.h"

#include "feeds.h"

/* Payload bytes that tell heartbeats apart: with old snap lengths of 68 bytes these are
 * there behind any link header. */
#define NCS_CONTENT 24

/* Heartbeats in a row, each unlike the one before, that prove that a sender counts. */
#define NCS_COUNTS_FROM 3

/* Places that show one heartbeat show it so soon after each other in the file. */
#define NCS_SHOWN_WITHIN (10 * NS_PER_S)

/* No period is shorter. */
#define NCS_HALF_PERIOD_MIN (50 * NS_PER_MS)

/* The latest heartbeat of a sender to one destination. */
typedef struct {
    uint64_t content;
    uint64_t number;    /* 0: none yet */
    int64_t when;       /* ns, as captured */
    uint32_t ip_id;
    uint32_t repeated;  /* heartbeats of all time that were like the one before */
    bool is_repeated;   /* the latest one was */
    uint8_t unlike;     /* heartbeats in a row that were not */
} ncs_stamp_t;

/* What one feed has shown of it. */
typedef struct {
    uint64_t number;
    int64_t when;
} ncs_stamp_here_t;

static uint64_t
ncs_stamp_number(const ncs_stamp_t *stamp)
{
    uint64_t number = stamp->ip_id != 0 ? stamp->ip_id : stamp->content | UINT64_C(1) << 32;

    return stamp->repeated == 0 ? number
                                : sightings_mix(number, stamp->repeated) | UINT64_C(1) << 32;
}

/* A heartbeat unlike the one before. */
static void
ncs_stamp_change(ncs_stamp_t *stamp, uint32_t ip_id, uint64_t content)
{
    stamp->unlike = stamp->is_repeated ? 0 : (uint8_t)MIN(stamp->unlike + 1, NCS_COUNTS_FROM);
    stamp->is_repeated = false;
    stamp->ip_id = ip_id;
    stamp->content = content;
    stamp->number = ncs_stamp_number(stamp);
}

static void
ncs_stamp_repeat(ncs_stamp_t *stamp)
{
    stamp->repeated++;
    stamp->is_repeated = true;
    stamp->number = ncs_stamp_number(stamp);
}

/* Whether what is like the latest heartbeat is the next one.  Where another feed has shown it,
 * it is the latest one. */
static bool
ncs_is_next(const ncs_message_t *message, const ncs_stamp_t *stamp, const ncs_stamp_here_t *here,
            int64_t when)
{
    int64_t half = ncs_cadence_rules(message->role).period / 2;

    return here->number == stamp->number ? ABS(when - here->when) >= MAX(half, NCS_HALF_PERIOD_MIN)
                                         : ABS(when - stamp->when) > NCS_SHOWN_WITHIN;
}

/* As long as nobody knows whether the sender counts. */
static void
ncs_follow_stamp(const ncs_message_t *message, uint64_t key, ncs_stamp_t *stamp, bool is_like)
{
    const feed_t *feed = feeds_of_frame(message->pinfo);
    int64_t when = capture_time(message->pinfo);
    ncs_stamp_here_t *here =
        feed != NULL ? ncs_obtain(&ncs_state()->stamps_here, sightings_mix(key, feed->idx),
                                  sizeof *here, 4 * NCS_NODES_MAX)
                     : NULL;

    if (here == NULL) {
        return;
    }
    if (is_like && ncs_is_next(message, stamp, here, when)) {
        ncs_stamp_repeat(stamp);
    }
    here->number = stamp->number;
    here->when = stamp->when = when;
}

/* What copies of a heartbeat have in common, and no other of its sender within some seconds. */
static uint64_t
ncs_number(const ncs_message_t *message, uint64_t to, uint64_t content)
{
    uint64_t key = sightings_mix(to, ncs_address_key(&message->pinfo->net_src));
    ncs_stamp_t *stamp = ncs_obtain(&ncs_state()->stamps, key, sizeof *stamp, NCS_NODES_MAX);
    bool is_like;

    if (stamp == NULL) {
        return message->ip_id != 0 ? message->ip_id : content | UINT64_C(1) << 32;
    }
    is_like = stamp->number != 0 && stamp->ip_id == message->ip_id && stamp->content == content;
    if (!is_like) {
        ncs_stamp_change(stamp, message->ip_id, content);
    }
    if (stamp->unlike < NCS_COUNTS_FROM) {
        ncs_follow_stamp(message, key, stamp, is_like);
    }
    return stamp->number;
}

bool
ncs_observe(const ncs_message_t *message, observation_t *seen)
{
    uint64_t to = ncs_address_key(&message->pinfo->net_dst);
    uint64_t content = sightings_hash(message->tvb, 0, NCS_CONTENT,
                                      sightings_mix(to, message->length));
    identity_t identity = {
        .group = ncs_group(message),
        .sender = ncs_address_key(&message->pinfo->net_src),
        .to = message->role == NCS_ROLE_SLAVE ? to : OBSERVED_TO_ALL,
        .number = ncs_number(message, to, content),
        .has_number = true,
        .content = content,
        .once = true,
        .what = "Heartbeat",
    };

    return observe(ncs_state()->observer, message->pinfo, &identity, seen);
}
