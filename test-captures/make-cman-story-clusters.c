/* make-cman-story-clusters.c
 * Stories of whole clusters.
 *
 *   cman-story-hour    an hour of five nodes, seen from a third node's port
 *   cman-story-merged  three nodes' own captures of one cluster in one file,
 *                      and apart as node1, node2, node3
 *   cman-story-lost    one point missed what another saw
 *   cman-story-joined  two captures, one after the other in one file
 *   cman-story-many    500 nodes
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-story.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const names[] = { "ludwig", "johann", "mark", "clara", "fanny" };

/* Members 1 to `count`, whose HELLOs are spread over the interval. */
static void
add_members(story_t *s, cluster_t *cluster, unsigned count, node_t **nodes)
{
    for (unsigned i = 0; i < count; i++) {
        nodes[i] = story_node(s, cluster, (int32_t)i + 1, names[i], i + 1);
        nodes[i]->seq = (uint16_t)(100 * i + 17);
        nodes[i]->hello_due = CAPTURE_START + (int64_t)i * 997 * MILLISECOND + MILLISECOND;
    }
}

static void
wait_until(story_t *s, int64_t second)
{
    story_wait(s, CAPTURE_START + second * SECOND - s->now);
}

/* A node joins a service group of the other members. */
static void
play_service(story_t *s, node_t *joiner, uint16_t event)
{
    const cluster_t *cluster = joiner->cluster;
    message_t *requests[8], *request = send_service(s, joiner, NULL, 1, event, NULL);
    unsigned count = 0;

    story_acks(s, request, NULL);
    for (unsigned n = 0; n < cluster->node_count; n++)
        if (cluster->nodes[n] != joiner && cluster->nodes[n]->member) {
            story_wait(s, 100 * MICROSECOND);
            story_ack(s, joiner, send_service(s, cluster->nodes[n], joiner, 2, event, request));
        }
    for (unsigned n = 0; n < cluster->node_count; n++)
        if (cluster->nodes[n] != joiner && cluster->nodes[n]->member) {
            story_wait(s, 100 * MICROSECOND);
            requests[count] = send_service(s, joiner, cluster->nodes[n], 3, event, NULL);
            story_ack(s, cluster->nodes[n], requests[count++]);
        }
    for (unsigned i = 0; i < count; i++) {
        story_wait(s, 100 * MICROSECOND);
        story_ack(s, joiner, send_service(s, requests[i]->draft.to, joiner, 4, event,
                                          requests[i]));
    }
}

/* Two asks whether a program of another node listens. */
static void
play_listen(story_t *s, node_t *from, node_t *to)
{
    message_t *request = send_listenreq(s, from, to, 11, 0x0815);

    story_wait(s, 80 * MICROSECOND);
    story_ack(s, to, request);
    story_wait(s, 80 * MICROSECOND);
    story_ack(s, from, send_listenresp(s, request, 0x0815));
}

static void
make_hour(const char *folder)
{
    story_t *s = story_open(folder, "cman-story-hour", 1, NULL);
    cluster_t *cluster = story_cluster(s, "alpha", 10);
    node_t *nodes[5];

    add_members(s, cluster, 5, nodes);
    s->owner[0] = nodes[2]; /* its own traffic, broadcasts, and what is for it */
    wait_until(s, 300);
    play_leave(s, nodes[4], nodes[0]);
    wait_until(s, 600);
    play_join(s, nodes[4], nodes[0]); /* keeps its count; asks out of sight */
    wait_until(s, 900);
    play_leave(s, nodes[1], nodes[0]);
    wait_until(s, 1200);
    nodes[1]->seq = 0; /* has booted */
    play_join(s, nodes[1], nodes[2]);
    wait_until(s, 1500);
    play_service(s, nodes[1], 4);
    play_service(s, nodes[2], 5);
    wait_until(s, 1800);
    play_listen(s, nodes[0], nodes[1]);
    play_listen(s, nodes[0], nodes[2]);
    play_listen(s, nodes[2], nodes[3]);
    wait_until(s, 2400);
    nodes[3]->hello_due = 0; /* dies */
    wait_until(s, 2423);
    play_death(s, nodes[3], nodes[0]);
    wait_until(s, 3000);
    nodes[3]->seq = 0;
    play_join(s, nodes[3], nodes[2]);
    wait_until(s, 3600);
    story_close(s);
}

/* The same cluster on three wires; the second node's card loses HELLOs.
 * ALLINT messages are lost most visibly: nobody repeats them. */
static void
make_merged(const char *folder)
{
    static const char *const interfaces[] = { "ludwig-eth0", "johann-eth0", "mark-eth0" };
    static const char *const files[] = { "node1", "node2", "node3" };
    story_t *s = story_open(folder, "cman-story-merged", 3, interfaces);
    cluster_t *cluster = story_cluster(s, "alpha", 10);
    node_t *nodes[4];

    for (unsigned i = 0; i < 3; i++)
        capture_apart(s->capture, i, files[i], LINK_ETHERNET);
    add_members(s, cluster, 4, nodes);
    for (unsigned i = 0; i < 3; i++)
        s->owner[i] = nodes[i];
    s->drop_percent[1] = 30;
    wait_until(s, 120);
    play_leave(s, nodes[3], nodes[0]);
    wait_until(s, 240);
    play_join(s, nodes[3], nodes[2]);
    wait_until(s, 360);
    play_service(s, nodes[0], 3);
    play_listen(s, nodes[0], nodes[1]);
    wait_until(s, 600);
    story_close(s);
}

/* What one point did not see is no retransmission, ACK or request there. */
static void
make_lost(const char *folder)
{
    static const char *const interfaces[] = { "ludwig-eth0", "johann-eth0" };
    story_t *s = story_open(folder, "cman-story-lost", 2, interfaces);
    cluster_t *cluster = story_cluster(s, "alpha", 10);
    node_t *nodes[3];
    message_t *m;

    add_members(s, cluster, 3, nodes);
    for (unsigned i = 0; i < 2; i++)
        s->owner[i] = nodes[i];
    wait_until(s, 6);
    s->blind[1] = true;
    m = send_data(s, nodes[0], NULL, 0, "3001");
    s->blind[1] = false;
    story_wait(s, SECOND / 10);
    story_ack(s, nodes[2], m);
    story_wait(s, 9 * SECOND / 10);
    story_resend(s, m); /* at johann's port this is the first */
    story_ack(s, nodes[1], m);
    story_wait(s, 10 * SECOND);
    s->blind[0] = true; /* and the other way round */
    send_data(s, nodes[1], nodes[0], CMAN_REPLYEXP, "3002");
    s->blind[0] = false;
    story_wait(s, MILLISECOND);
    send_data(s, nodes[0], nodes[1], CMAN_NOACK, "3003"); /* acks what one point does not know */
    wait_until(s, 30);
    story_close(s);
}

/* Two files put together by mergecap -a: the second capture begins again, in
 * its own section, with an interface of its own. */
static void
make_joined(const char *folder)
{
    static const char *const interfaces[] = { "eth0" };
    static packet_t packet;
    const endpoint_t a = endpoint_node(1), b = endpoint_node(2), all = endpoint_broadcast();
    const cman_header_t headers[] = {
        { 1, 1, 7, 0, CMAN_CLUSTER, CMAN_NOACK | CMAN_MULTICAST | CMAN_ALLINT, 1, 0 },
        { 200, 200, 8, 0, CMAN_CLUSTER, CMAN_MULTICAST, 1, 0 },
        { 200, 200, 55, 8, CMAN_CLUSTER, CMAN_NOACK, 2, 1 },
        { 1, 1, 9, 0, CMAN_CLUSTER, CMAN_NOACK | CMAN_MULTICAST | CMAN_ALLINT, 1, 0 },
    };
    capture_t *capture = capture_open_multi(folder, "cman-story-joined", LINK_ETHERNET, 1,
                                            interfaces);

    for (unsigned section = 0; section < 2; section++) {
        if (section == 1)
            capture_section(capture, 1, interfaces);
        for (unsigned i = 0; i < 4; i++) {
            const endpoint_t *from = headers[i].srcid == 1 ? &a : &b;

            cman_header(&packet, &headers[i]);
            packet_hex(&packet, "0402030004000000");
            wrap_udp4(&packet, from, &all, CMAN_UDP_PORT, CMAN_UDP_PORT);
            wrap_ipv4(&packet, from, &all, PROTOCOL_UDP, (uint16_t)i, 64);
            wrap_ethernet(&packet, from, &all, ETHERTYPE_IP4);
            capture_add_at(capture, 0, CAPTURE_START + i * 1250 * MILLISECOND
                           + section * 20 * MICROSECOND, &packet);
        }
    }
    for (unsigned first = 0; first < 8; first += 4) { /* each within its own section */
        capture_expect(capture, first + 3, "cman.analysis.acks_frame", "%u", first + 2);
        capture_expect(capture, first + 3, "cman.analysis.ack_rtt", "1.250000000");
        capture_expect(capture, first + 2, "cman.analysis.acked_in", "%u", first + 3);
        capture_expect(capture, first + 4, "cman.analysis.hello_delta", "3.750000000");
    }
    for (unsigned i = 1; i <= 4; i++)
        capture_expect(capture, 4 + i, "cman.capture.copy_of", "%u", i);
    story_expect_only(capture);
    capture_close(capture);
}

static void
make_many(const char *folder)
{
    static char many_names[STORY_NODES][8];
    story_t *s = story_open(folder, "cman-story-many", 1, NULL);
    cluster_t *cluster = story_cluster(s, "alpha", 10);
    transition_t t = { .unknown = true };
    barrier_t *b = calloc(1, sizeof *b);

    if (b == NULL)
        fail("out of memory");
    for (unsigned i = 1; i <= 500; i++) {
        snprintf(many_names[i], sizeof *many_names, "n%03u", i);
        story_node(s, cluster, (int32_t)i, many_names[i], i)->hello_due =
            CAPTURE_START + i * 9 * MILLISECOND;
    }
    story_wait(s, 19 * SECOND + 500 * MILLISECOND);
    for (unsigned i = 0; i < 500; i++)
        cluster->nodes[i]->hello_due = 0;
    story_acks(s, send_nodedown(s, cluster->nodes[0], cluster->nodes[499], 6), NULL);
    story_acks(s, send_endtrans(s, cluster->nodes[0], NULL, &t), NULL);
    b->name = "TRANSITION.10";
    for (unsigned step = 0; step < 2; step++)
        for (unsigned i = 0; i < 500; i++) {
            story_wait(s, 10 * MICROSECOND);
            (step == 0 ? send_wait : send_complete)(s, cluster->nodes[i], b, &t);
        }
    free(b);
    story_close(s);
}

void
make_cman_stories(const char *folder)
{
    make_hour(folder);
    make_merged(folder);
    make_lost(folder);
    make_joined(folder);
    make_many(folder);
}
