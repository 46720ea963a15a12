/* ncs-cluster.c
 * A Novell cluster that sends heartbeats by a schedule.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-cluster.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Novell's defaults: one heartbeat a second, a node is given up after 8 s;
 * late is more than one and a half periods. */
#define PERIOD (1000 * MILLISECOND)
#define LATE_ABOVE (1500 * MILLISECOND)
#define TOLERANCE (8000 * MILLISECOND)

/* Everything that is a verdict or a computed value: where a story does not
 * expect it, it must not be. */
static const char *const findings[] = {
    "ncs_heartbeat.master",
    "ncs_heartbeat.analysis.interval",
    "ncs_heartbeat.analysis.missed",
    "ncs_heartbeat.analysis.tolerance_used",
    "ncs_heartbeat.analysis.previous_frame",
    "ncs_heartbeat.analysis.late",
    "ncs_heartbeat.analysis.lost",
    "ncs_heartbeat.analysis.duplicate",
    "ncs_heartbeat.silent_node",
    "ncs_heartbeat.master_change",
    "ncs_heartbeat.two_masters",
    "ncs_heartbeat.incarnation_change",
    "ncs_heartbeat.unexpected_panning_id",
    "ncs_heartbeat.short_payload",
    "_ws.malformed",
};

endpoint_t
cluster_all(void)
{
    endpoint_t all = endpoint_broadcast();

    all.ipv4 = 0xffffffff;
    return all;
}

void
story_rule(capture_t *capture, const char *unjudged)
{
    for (unsigned i = 0; i < sizeof findings / sizeof findings[0]; i++) {
        char blanked[80];

        snprintf(blanked, sizeof blanked, " %s ", findings[i]);
        if (unjudged == NULL || strstr(unjudged, blanked) == NULL)
            capture_expect_only(capture, findings[i]);
    }
}

capture_t *
ncs_story_open(const char *folder, const char *name, const char *unjudged)
{
    capture_t *capture = capture_open(folder, name, LINK_ETHERNET);

    story_rule(capture, unjudged);
    return capture;
}

void
cluster_start(cluster_t *cluster, capture_t *capture, unsigned members, uint8_t first)
{
    if (members > CLUSTER_NODES)
        fail("a cluster has at most %u nodes", CLUSTER_NODES);
    memset(cluster, 0, sizeof *cluster);
    cluster->capture = capture;
    cluster->panning_id = PANNING_ID;
    cluster->members = members;
    for (unsigned i = 0; i < members; i++) {
        cluster->nodes[i].at = endpoint_node((uint8_t)(first + i));
        cluster->nodes[i].offset = i * 10 * MILLISECOND;
        cluster->nodes[i].incarnation = FIRST_INCARNATION;
        cluster->nodes[i].ip_id = (uint16_t)((first + i) * 0x100);
    }
    cluster_follow(cluster, 0);
}

void
cluster_start_at(cluster_t *cluster, capture_t *capture, unsigned interface, unsigned members,
                 uint8_t first)
{
    cluster_start(cluster, capture, members, first);
    cluster->interface = interface;
    cluster->multi = true;
}

void
cluster_follow(cluster_t *cluster, unsigned i)
{
    for (unsigned k = 0; k < cluster->members; k++)
        cluster->nodes[k].follows = i;
    cluster->master = cluster->nodes[i].at.ipv4;
}

/* --- Payloads -------------------------------------------------------------- */

static void
panning_header(packet_t *p, uint32_t upper, uint32_t panning_id, uint32_t incarnation)
{
    packet_clear(p);
    packet_be32(p, upper);
    packet_be32(p, panning_id);
    packet_be32(p, incarnation);
}

void
ncs_master_alive(packet_t *p, uint32_t panning_id, uint32_t incarnation, uint32_t sender,
                 uint32_t members, uint32_t number)
{
    panning_header(p, UPPER_SEQUENCER, panning_id, incarnation);
    packet_le32(p, 16); /* client: membership */
    packet_le32(p, 0);  /* group: all nodes */
    packet_le32(p, incarnation);
    packet_be32(p, sender);
    packet_be32(p, sender); /* initiator */
    packet_be32(p, sender); /* master */
    packet_le32(p, members);
    packet_le32(p, 6); /* master alive */
    packet_le32(p, 0xffffffff);
    packet_le32(p, number);
    packet_le32(p, incarnation + 1); /* next sequence number */
}

void
ncs_slave_heartbeat(packet_t *p, uint32_t panning_id, uint32_t incarnation, uint32_t sender,
                    uint32_t number)
{
    panning_header(p, UPPER_HEARTBEAT, panning_id, incarnation);
    packet_be32(p, CLIENT_CENSUSTAKER);
    packet_be32(p, number);
    packet_be32(p, sender);
}

void
ncs_wrap(packet_t *p, const endpoint_t *from, const endpoint_t *to, uint16_t ip_id)
{
    wrap_ipv4(p, from, to, PROTOCOL_NCS, ip_id, 128);
    wrap_ethernet(p, from, to, ETHERTYPE_IP4);
    packet_pad(p, 60);
}

/* --- Sending --------------------------------------------------------------- */

static unsigned
write_packet(cluster_t *cluster, int64_t at)
{
    if (cluster->multi)
        return capture_add_at(cluster->capture, cluster->interface, CAPTURE_START + at,
                              &cluster->packet);
    return capture_add(cluster->capture, CAPTURE_START + at, &cluster->packet);
}

static unsigned
transmit(cluster_t *cluster, cluster_node_t *node, int64_t at)
{
    const cluster_node_t *master = &cluster->nodes[node->follows];
    endpoint_t to = master == node ? cluster_all() : master->at;

    node->number++;
    node->ip_id++;
    if (master == node)
        ncs_master_alive(&cluster->packet, cluster->panning_id, node->incarnation, node->at.ipv4,
                         cluster->members, node->number);
    else
        ncs_slave_heartbeat(&cluster->packet, cluster->panning_id, node->incarnation,
                            node->at.ipv4, node->number);
    ncs_wrap(&cluster->packet, &node->at, &to, node->ip_id);
    return write_packet(cluster, at);
}

unsigned
cluster_send_only(cluster_t *cluster, unsigned i, int64_t at)
{
    cluster_node_t *node = &cluster->nodes[i];
    unsigned frame = transmit(cluster, node, at);

    node->last = at;
    node->last_frame = frame;
    return frame;
}

void
expect_time(capture_t *capture, unsigned frame, const char *field, int64_t time)
{
    capture_expect(capture, frame, field, "%" PRId64 ".%09" PRId64, time / SECOND, time % SECOND);
}

void
expect_address(capture_t *capture, unsigned frame, const char *field, uint32_t ipv4)
{
    capture_expect(capture, frame, field, "%u.%u.%u.%u", ipv4 >> 24, ipv4 >> 16 & 0xff,
                   ipv4 >> 8 & 0xff, ipv4 & 0xff);
}

/* What a heartbeat `interval` after the one in frame `previous` shows. */
static void
expect_rhythm(capture_t *capture, unsigned frame, unsigned previous, int64_t interval)
{
    int64_t missed = (interval + PERIOD / 2) / PERIOD - 1;

    expect_time(capture, frame, "ncs_heartbeat.analysis.interval", interval);
    capture_expect(capture, frame, "ncs_heartbeat.analysis.previous_frame", "%u", previous);
    capture_expect(capture, frame, "ncs_heartbeat.analysis.tolerance_used", "%" PRId64,
                   (interval * 100 + TOLERANCE / 2) / TOLERANCE);
    if (missed > 0)
        capture_expect(capture, frame, "ncs_heartbeat.analysis.missed", "%" PRId64, missed);
    if (interval >= TOLERANCE)
        capture_expect_present(capture, frame, "ncs_heartbeat.analysis.lost");
    else if (interval > LATE_ABOVE)
        capture_expect_present(capture, frame, "ncs_heartbeat.analysis.late");
}

unsigned
cluster_send(cluster_t *cluster, unsigned i, int64_t at)
{
    cluster_node_t *node = &cluster->nodes[i];
    int64_t last = node->last;
    unsigned previous = node->last_frame;
    unsigned frame = cluster_send_only(cluster, i, at);

    if (previous != 0)
        expect_rhythm(cluster->capture, frame, previous, at - last);
    expect_address(cluster->capture, frame, "ncs_heartbeat.master", cluster->master);
    return frame;
}

unsigned
cluster_repeat(cluster_t *cluster, int64_t at)
{
    unsigned frame = write_packet(cluster, at);

    capture_expect_present(cluster->capture, frame, "ncs_heartbeat.analysis.duplicate");
    expect_address(cluster->capture, frame, "ncs_heartbeat.master", cluster->master);
    return frame;
}

void
cluster_round(cluster_t *cluster, int64_t at)
{
    for (unsigned i = 0; i < cluster->members; i++)
        if (!cluster->nodes[i].down)
            cluster_send(cluster, i, at + cluster->nodes[i].offset);
}

void
cluster_rounds(cluster_t *cluster, int64_t from, int64_t to)
{
    for (int64_t second = from; second < to; second++)
        cluster_round(cluster, second * SECOND);
}
