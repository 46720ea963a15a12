/* make-ncs-copies.c
 * The same heartbeat more than once: captured twice, looped, stormed, or seen
 * at several capture points.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-cluster.h"

static void
make_duplicates(const char *folder)
{
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-duplicates",
                                        " ncs_heartbeat.analysis.tolerance_used ");
    cluster_node_t *slave = &cluster.nodes[1];
    unsigned previous, frame;

    cluster_start(&cluster, capture, 2, 1);
    cluster_rounds(&cluster, 0, 3);
    /* The slave's packet again after 30 us, and a third time after 4 ms. */
    cluster_repeat(&cluster, slave->last + 30 * MICROSECOND);
    cluster_repeat(&cluster, slave->last + 4 * MILLISECOND);
    cluster_round(&cluster, 3 * SECOND); /* intervals from the originals */
    /* Just inside 10 ms, ... */
    cluster_repeat(&cluster, slave->last + 10 * MILLISECOND);
    cluster_round(&cluster, 4 * SECOND);
    /* ... and outside: not a duplicate but a heartbeat of its own. */
    previous = slave->last_frame;
    frame = capture_add(capture, CAPTURE_START + slave->last + 50 * MILLISECOND, &cluster.packet);
    expect_time(capture, frame, "ncs_heartbeat.analysis.interval", 50 * MILLISECOND);
    capture_expect(capture, frame, "ncs_heartbeat.analysis.previous_frame", "%u", previous);
    capture_expect(capture, frame, "ncs_heartbeat.analysis.tolerance_used", "1"); /* 0.6 */
    expect_address(capture, frame, "ncs_heartbeat.master", cluster.master);
    slave->last += 50 * MILLISECOND;
    slave->last_frame = frame;
    cluster_round(&cluster, 5 * SECOND);
    /* The same payload in a packet of its own: another identification. */
    slave->number--;
    cluster_send_only(&cluster, 1, 5015 * MILLISECOND);
    frame = slave->last_frame;
    expect_time(capture, frame, "ncs_heartbeat.analysis.interval", 5 * MILLISECOND);
    capture_expect(capture, frame, "ncs_heartbeat.analysis.previous_frame", "%u", frame - 1);
    expect_address(capture, frame, "ncs_heartbeat.master", cluster.master);
    cluster_round(&cluster, 6 * SECOND);
    capture_close(capture);
}

/* A bridge loop: the master's packet 20,000 times in 0.1 s, 5 us apart. */
static void
make_storm(const char *folder)
{
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-storm", NULL);
    cluster_node_t *master = &cluster.nodes[0];

    cluster_start(&cluster, capture, 3, 1);
    cluster_rounds(&cluster, 0, 5);
    cluster_send(&cluster, 0, 5 * SECOND);
    for (int64_t i = 1; i < 20000; i++)
        cluster_repeat(&cluster, master->last + i * 5 * MICROSECOND);
    cluster_send(&cluster, 1, 5150 * MILLISECOND);
    cluster_send(&cluster, 2, 5160 * MILLISECOND);
    cluster_rounds(&cluster, 6, 10);
    capture_close(capture);
}

/* A slower loop that outlasts the period: from 5.0 to 7.5 s each packet of the
 * master comes by every 5 ms, while it sends new ones at 6 and 7 s. */
static void
make_loop(const char *folder)
{
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-loop", NULL);
    cluster_node_t *master = &cluster.nodes[0];
    packet_t looping[3];
    unsigned count = 0;

    cluster_start(&cluster, capture, 1, 1);
    cluster_rounds(&cluster, 0, 5);
    for (int64_t at = 5000; at < 7500; at += 5) {
        for (unsigned i = 0; i < count; i++) {
            cluster.packet = looping[i];
            cluster_repeat(&cluster, at * MILLISECOND + (i + 1) * MICROSECOND);
        }
        if (at % 1000 == 0) {
            cluster_send(&cluster, 0, at * MILLISECOND + 9 * MICROSECOND);
            looping[count++] = cluster.packet;
        }
    }
    cluster_send(&cluster, 0, master->last + SECOND);
    capture_close(capture);
}

/* 20,000 heartbeats in 20 s, each of a node that is never heard again, half of
 * them in a cluster of their own; then one after a minute.  Only to see that
 * it takes no time and memory beyond reason. */
static void
make_flood(const char *folder)
{
    capture_t *capture = capture_open(folder, "ncs-flood", LINK_ETHERNET);
    endpoint_t all = cluster_all();
    packet_t packet;

    capture_expect_only(capture, "_ws.malformed");
    for (uint32_t i = 0; i < 20000; i++) {
        endpoint_t from = endpoint_node(1);
        int64_t at = i < 19999 ? i * MILLISECOND : 60 * SECOND;

        from.ipv4 = 0x0a000001 + i;
        ncs_master_alive(&packet, i % 2 == 0 ? PANNING_ID : i, i, from.ipv4, 3, i);
        ncs_wrap(&packet, &from, &all, (uint16_t)i);
        capture_add(capture, CAPTURE_START + at, &packet);
    }
    capture_close(capture);
}

/* Two captures merged: the second host is 40 us away and sees all packets
 * too.  Each has its own intervals, and tells that the second slave stopped. */
static void
make_merged(const char *folder)
{
    static const char *const hosts[] = { "eth0 at node1", "eth0 at node2" };
    capture_t *capture = capture_open_multi(folder, "ncs-merged", LINK_ETHERNET, 2, hosts);
    cluster_t clusters[2];

    story_rule(capture, NULL);
    for (unsigned host = 0; host < 2; host++)
        cluster_start_at(&clusters[host], capture, host, 3, 1);
    for (int64_t second = 0; second < 20; second++) {
        for (unsigned i = 0; i < 3; i++) {
            for (unsigned host = 0; host < 2; host++) {
                int64_t at = second * SECOND + i * 10 * MILLISECOND + host * 40 * MICROSECOND;
                unsigned frame;

                if (i == 2 && second >= 5)
                    continue;
                frame = cluster_send(&clusters[host], i, at);
                /* last at 4.020: the master's at 12.000 is too early */
                if (i == 0 && second == 13)
                    capture_expect_present(capture, frame, "ncs_heartbeat.silent_node");
            }
        }
    }
    capture_close(capture);
}

/* The second capture follows the first in a section of its own; it saw only
 * what the master broadcast, so it knows nothing of slaves. */
static void
make_sections(const char *folder)
{
    static const char *const host1[] = { "eth0" };
    capture_t *capture = capture_open_multi(folder, "ncs-sections", LINK_ETHERNET, 1, host1);
    cluster_t cluster;

    story_rule(capture, NULL);
    cluster_start_at(&cluster, capture, 0, 2, 1);
    cluster_rounds(&cluster, 0, 20);
    capture_section(capture, 1, host1);
    cluster_start_at(&cluster, capture, 0, 2, 1);
    cluster.nodes[1].down = true;
    cluster_rounds(&cluster, 0, 20);
    capture_close(capture);
}

void
make_ncs_copies(const char *folder)
{
    make_duplicates(folder);
    make_storm(folder);
    make_loop(folder);
    make_flood(folder);
    make_merged(folder);
    make_sections(folder);
}
