/* make-ncs-failures.c
 * Stories about nodes that die, take over, disagree and come back.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-cluster.h"

/* All nodes that are up now say another incarnation; each is told once. */
static void
new_incarnation(cluster_t *cluster, uint32_t incarnation, int64_t second)
{
    for (unsigned i = 0; i < cluster->members; i++) {
        cluster_node_t *node = &cluster->nodes[i];

        if (node->down)
            continue;
        node->incarnation = incarnation;
        capture_expect_present(cluster->capture,
                               cluster_send(cluster, i, second * SECOND + node->offset),
                               "ncs_heartbeat.incarnation_change");
    }
}

/* --- Slaves ------------------------------------------------------------------------ */

/* Both slaves die at once; each is told, on the master's heartbeat at 18 s,
 * the first one 8 s after they were heard at 9.010 and 9.020 s.  Later the
 * first comes back (lost: 30 s), and dies again: told again. */
static void
make_two_die(const char *folder)
{
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-two-slaves-die", NULL);
    unsigned frame;

    cluster_start(&cluster, capture, 3, 1);
    cluster_rounds(&cluster, 0, 10);
    cluster.nodes[1].down = cluster.nodes[2].down = true;
    cluster_rounds(&cluster, 10, 18);
    frame = cluster_send(&cluster, 0, 18 * SECOND);
    capture_expect_present(capture, frame, "ncs_heartbeat.silent_node");
    cluster_rounds(&cluster, 19, 39);
    cluster.nodes[1].down = false;
    cluster_rounds(&cluster, 39, 41); /* until 40.010 */
    cluster.nodes[1].down = true;
    cluster_rounds(&cluster, 41, 49);
    frame = cluster_send(&cluster, 0, 49 * SECOND);
    capture_expect_present(capture, frame, "ncs_heartbeat.silent_node");
    cluster_rounds(&cluster, 50, 70);
    capture_close(capture);
}

/* A switch port that is not mirrored shows only the master, although it says
 * that there are three members. */
static void
make_master_only(const char *folder)
{
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-master-only", NULL);

    cluster_start(&cluster, capture, 3, 1);
    cluster.nodes[1].down = cluster.nodes[2].down = true;
    cluster_rounds(&cluster, 0, 60);
    capture_close(capture);
}

/* The other way round: slaves whose master is never heard. */
static void
make_slaves_only(const char *folder)
{
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-slaves-only", NULL);

    cluster_start(&cluster, capture, 3, 1);
    cluster.nodes[0].down = true;
    cluster_rounds(&cluster, 0, 60);
    capture_close(capture);
}

/* --- Masters ------------------------------------------------------------------------- */

/* The master (the first node) is last heard at 29.000 s, `winner` takes over
 * at 37.700 s, the others turn to it in the round after. */
static void
make_failover(const char *folder, const char *name, const uint8_t *addresses, unsigned winner)
{
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, name, NULL);
    unsigned frame;

    cluster_start(&cluster, capture, 4, 1);
    for (unsigned i = 0; i < 4; i++)
        cluster.nodes[i].at = endpoint_node(addresses[i]);
    cluster_follow(&cluster, 0);
    cluster_rounds(&cluster, 0, 30);
    cluster.nodes[0].down = true;
    cluster_rounds(&cluster, 30, 37);
    for (unsigned i = 1; i < 4; i++) {
        frame = cluster_send(&cluster, i, 37 * SECOND + cluster.nodes[i].offset);
        if (i == 1) /* 37.010, to the master that is dead */
            capture_expect_present(capture, frame, "ncs_heartbeat.silent_node");
    }
    cluster_follow(&cluster, winner);
    frame = cluster_send(&cluster, winner, 37700 * MILLISECOND);
    capture_expect_present(capture, frame, "ncs_heartbeat.master_change");
    cluster_rounds(&cluster, 38, 45);
    new_incarnation(&cluster, 0x30, 45);
    cluster_rounds(&cluster, 46, 60);
    capture_close(capture);
}

/* Two halves: node 0 goes on as the master and node 1 follows it; node 2
 * broadcasts from 20.020 s on and node 3 follows that.  At 35 s the first half is
 * fenced.  Whether master_change and two_masters come again while it lasts is
 * not this file's business; before and long after they must not. */
static void
make_split_brain(const char *folder)
{
    static const char *const verdicts[] = { "ncs_heartbeat.master_change",
                                            "ncs_heartbeat.two_masters" };
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-split-brain",
                                        " ncs_heartbeat.master_change"
                                        " ncs_heartbeat.two_masters"
                                        " ncs_heartbeat.silent_node ");
    const unsigned first_of_split = 4 * 20 + 3, first_after = 4 * 35 + 1;

    cluster_start(&cluster, capture, 4, 1);
    cluster_rounds(&cluster, 0, 20);
    cluster.nodes[2].follows = cluster.nodes[3].follows = 2;
    for (int64_t second = 20; second < 35; second++) {
        for (unsigned i = 0; i < 4; i++) {
            if (cluster.nodes[i].follows == i)
                cluster.master = cluster.nodes[i].at.ipv4; /* the last broadcaster */
            cluster_send(&cluster, i, second * SECOND + cluster.nodes[i].offset);
        }
    }
    cluster.nodes[0].down = cluster.nodes[1].down = true;
    cluster_rounds(&cluster, 35, 60);

    for (unsigned v = 0; v < 2; v++)
        for (unsigned frame = 1; frame < first_of_split; frame++)
            capture_expect_absent(capture, frame, verdicts[v]);
    capture_expect_present(capture, first_of_split, verdicts[1]);
    for (unsigned frame = first_after; frame <= capture_frames(capture); frame++)
        capture_expect_absent(capture, frame, verdicts[0]);
    for (unsigned frame = first_after + 2 * 8; frame <= capture_frames(capture); frame++)
        capture_expect_absent(capture, frame, verdicts[1]);
    capture_close(capture);
}

/* --- Coming back --------------------------------------------------------------------- */

/* The second slave (192.0.2.3) dies after 19.020 s; the others have a new view
 * at 32 s, but the first slave (192.0.2.2) needs three heartbeats more for it.
 * At 60 s the dead node is back, without a view for two heartbeats. */
static void
make_rejoin(const char *folder)
{
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-rejoin", NULL);
    cluster_node_t *back = &cluster.nodes[2];

    cluster_start(&cluster, capture, 3, 1);
    cluster_rounds(&cluster, 0, 20);
    back->down = true;
    cluster_rounds(&cluster, 20, 28);
    /* at 27.000 and 27.010 the silence is shorter than 8 s */
    capture_expect_present(capture, cluster_send(&cluster, 0, 28 * SECOND),
                           "ncs_heartbeat.silent_node");
    cluster_send(&cluster, 1, 28010 * MILLISECOND);
    cluster_rounds(&cluster, 29, 32);

    cluster.nodes[0].incarnation = 0x2b;
    capture_expect_present(capture, cluster_send(&cluster, 0, 32 * SECOND),
                           "ncs_heartbeat.incarnation_change");
    cluster_send(&cluster, 1, 32010 * MILLISECOND);
    cluster_rounds(&cluster, 33, 35);
    cluster_send(&cluster, 0, 35 * SECOND);
    cluster.nodes[1].incarnation = 0x2b;
    capture_expect_present(capture, cluster_send(&cluster, 1, 35010 * MILLISECOND),
                           "ncs_heartbeat.incarnation_change");
    cluster_rounds(&cluster, 36, 60);

    cluster_send(&cluster, 0, 60 * SECOND);
    cluster_send(&cluster, 1, 60010 * MILLISECOND);
    back->down = false;
    back->incarnation = NO_INCARNATION;
    capture_expect_present(capture, cluster_send(&cluster, 2, 60020 * MILLISECOND),
                           "ncs_heartbeat.incarnation_change");
    cluster_rounds(&cluster, 61, 62);
    new_incarnation(&cluster, 0x2c, 62);
    cluster_rounds(&cluster, 63, 80);
    capture_close(capture);
}

/* A message that is cut short on purpose has no incarnation: it is a sign of
 * life, but no change of view. */
static void
make_short_between(const char *folder)
{
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-short-between", NULL);
    cluster_node_t *master = &cluster.nodes[0];
    endpoint_t all = cluster_all();
    packet_t packet;
    unsigned previous, frame;

    cluster_start(&cluster, capture, 1, 1);
    cluster_rounds(&cluster, 0, 3);
    previous = master->last_frame;
    packet_clear(&packet);
    packet_be32(&packet, UPPER_SEQUENCER);
    packet_be32(&packet, PANNING_ID);
    ncs_wrap(&packet, &master->at, &all, 0x7777);
    frame = capture_add(capture, CAPTURE_START + 3 * SECOND, &packet);
    capture_expect_present(capture, frame, "ncs_heartbeat.short_payload");
    expect_address(capture, frame, "ncs_heartbeat.master", cluster.master);
    expect_time(capture, frame, "ncs_heartbeat.analysis.interval", SECOND);
    capture_expect(capture, frame, "ncs_heartbeat.analysis.previous_frame", "%u", previous);
    capture_expect(capture, frame, "ncs_heartbeat.analysis.tolerance_used", "13"); /* 12.5 */
    master->last = 3 * SECOND;
    master->last_frame = frame;
    cluster_rounds(&cluster, 4, 7);
    capture_close(capture);
}

/* --- Two clusters on one LAN ---------------------------------------------------------- */

/* Each with a master of its own: no split brain.  The second cluster's slave
 * (192.0.2.12) is last heard at 19.510 s; its own master tells at 28.500 s, not
 * the others, who speak earlier. */
static void
make_two_clusters(const char *folder)
{
    cluster_t one, two;
    capture_t *capture = ncs_story_open(folder, "ncs-two-clusters", NULL);

    cluster_start(&one, capture, 2, 1);
    cluster_start(&two, capture, 2, 11);
    two.panning_id = 0x8762bf01;
    for (int64_t second = 0; second < 40; second++) {
        cluster_round(&one, second * SECOND);
        if (second < 2) /* the second cluster is started later */
            continue;
        two.nodes[1].down = second >= 20;
        if (second == 28)
            capture_expect_present(capture, cluster_send(&two, 0, 28500 * MILLISECOND),
                                   "ncs_heartbeat.silent_node");
        else
            cluster_round(&two, second * SECOND + 500 * MILLISECOND);
    }
    capture_close(capture);
}

void
make_ncs_failures(const char *folder)
{
    static const uint8_t old_lowest[] = { 1, 2, 3, 4 }, old_highest[] = { 9, 2, 3, 4 };

    make_two_die(folder);
    make_master_only(folder);
    make_slaves_only(folder);
    make_failover(folder, "ncs-failover-to-highest", old_lowest, 3);
    make_failover(folder, "ncs-failover-to-lower", old_lowest, 1);
    make_failover(folder, "ncs-failover-of-highest", old_highest, 3);
    make_split_brain(folder);
    make_rejoin(folder);
    make_short_between(folder);
    make_two_clusters(folder);
}
