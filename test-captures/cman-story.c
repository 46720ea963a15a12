/* cman-story.c
 * Stories of cman clusters: who sends, who captures, what must be found.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-story.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HELLO = 4 };
#define HELLO_TIMER (5 * SECOND)

/* How a frame relates to the message that it shows. */
typedef enum { FIRST, AGAIN, COPY } sending_t;

static void *
allocate(size_t size)
{
    void *memory = calloc(1, size);

    if (memory == NULL)
        fail("out of memory");
    return memory;
}

/* --- Beginning and end ----------------------------------------------------------- */

story_t *
story_open(const char *folder, const char *name, unsigned points, const char *const *names)
{
    story_t *s = allocate(sizeof *s);

    s->folder = folder;
    s->name = name;
    s->points = points;
    s->now = CAPTURE_START;
    s->random = 1;
    s->capture = names == NULL ? capture_open(folder, name, LINK_ETHERNET)
                               : capture_open_multi(folder, name, LINK_ETHERNET, points, names);
    if (points == 1)
        story_expect_only(s->capture);
    return s;
}

/* What each point saw of each sender's broadcasts, and what each node sent; for
 * the tests of tables. */
static void
write_deliveries(FILE *file, const node_t *node, unsigned points)
{
    for (unsigned p = 0; p < points; p++)
        fprintf(file, "delivery\t%s\t%d\t%u\t%u\t%u\n", node->name, (int)node->nodeid, p,
                node->broadcasts.there[p], node->broadcasts.anywhere);
}

static void
write_truth(const story_t *s)
{
    char path[4096];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s.truth", s->folder, s->name);
    file = fopen(path, "w");
    if (file == NULL)
        fail("cannot write %s", path);
    for (unsigned c = 0; c < s->cluster_count; c++)
        for (unsigned n = 0; n < s->clusters[c]->node_count; n++) {
            const node_t *node = s->clusters[c]->nodes[n];

            fprintf(file, "node\t%s\t%d\t%u\t%u\t%u\n", node->name, (int)node->nodeid,
                    node->totals.messages, node->totals.hellos, node->totals.retransmissions);
            if (s->points > 1)
                write_deliveries(file, node, s->points);
        }
    if (fclose(file) != 0)
        fail("cannot write %s", path);
}

void
story_close(story_t *s)
{
    write_truth(s);
    capture_close(s->capture);
    while (s->messages != NULL) {
        message_t *m = s->messages;

        s->messages = m->next;
        free(m->body);
        free(m->point);
        free(m);
    }
    for (unsigned c = 0; c < s->cluster_count; c++) {
        for (unsigned n = 0; n < s->clusters[c]->node_count; n++)
            free(s->clusters[c]->nodes[n]);
        free(s->clusters[c]);
    }
    free(s);
}

cluster_t *
story_cluster(story_t *s, const char *name, uint32_t generation)
{
    cluster_t *cluster = allocate(sizeof *cluster);

    cluster->name = name;
    cluster->number = cman_cluster_number(name);
    cluster->generation = generation;
    if (s->cluster_count == sizeof s->clusters / sizeof *s->clusters)
        fail("too many clusters");
    s->clusters[s->cluster_count++] = cluster;
    return cluster;
}

node_t *
story_node(story_t *s, cluster_t *cluster, int32_t nodeid, const char *name, unsigned host)
{
    node_t *node = allocate(sizeof *node);

    if (cluster->node_count == STORY_NODES)
        fail("too many nodes");
    node->cluster = cluster;
    node->index = cluster->node_count;
    node->nodeid = nodeid;
    node->name = name;
    node->member = true;
    node->at = endpoint_node((uint8_t)host);
    if (host > 254) {
        node->at.ipv4 = 0xc6120000u + host; /* 198.18.0.0/15 is for tests, too */
        node->at.ether[4] = (uint8_t)(host >> 8);
    }
    for (unsigned p = 0; p < s->points; p++)
        node->point[p].hello = -1;
    cluster->nodes[cluster->node_count++] = node;
    return node;
}

/* --- Time ------------------------------------------------------------------------ */

static node_t *
next_due(const story_t *s)
{
    node_t *next = NULL;

    for (unsigned c = 0; c < s->cluster_count; c++)
        for (unsigned n = 0; n < s->clusters[c]->node_count; n++) {
            node_t *node = s->clusters[c]->nodes[n];

            if (node->hello_due != 0 && (next == NULL || node->hello_due < next->hello_due))
                next = node;
        }
    return next;
}

void
story_wait(story_t *s, int64_t duration)
{
    int64_t end = s->now + duration;
    node_t *node;

    while ((node = next_due(s)) != NULL && node->hello_due <= end) {
        if (node->hello_due > s->now)
            s->now = node->hello_due;
        /* A timer of 5 s runs a little late, not always by the same time. */
        node->hello_due += HELLO_TIMER + (int64_t)(node->seq % 7) * 113 * MICROSECOND;
        send_hello(s, node);
    }
    if (end > s->now || duration < 0)
        s->now = end;
}

/* --- Sending --------------------------------------------------------------------------- */

static bool
card_drops(story_t *s, unsigned point, const message_t *m)
{
    if (s->drop_percent[point] == 0 || story_command(m, 1) != HELLO)
        return false;
    s->random = s->random * 1103515245u + 12345u;
    return (s->random >> 16) % 100 < s->drop_percent[point];
}

static bool
sees(story_t *s, unsigned point, const message_t *m)
{
    const node_t *owner = s->owner[point];

    if (s->hidden || s->blind[point])
        return false;
    if (owner == NULL || owner == m->draft.from)
        return true;
    if (m->draft.unicast)
        return owner == m->draft.to;
    return !card_drops(s, point, m);
}

static void
wrap(const story_t *s, const message_t *m, packet_t *p)
{
    const endpoint_t all = endpoint_broadcast();
    const endpoint_t *to = m->draft.unicast ? &m->draft.to->at : &all;

    cman_header(p, &m->header);
    packet_bytes(p, m->body, m->length);
    if (s->ipv6) {
        wrap_udp6(p, &m->draft.from->at, to, CMAN_UDP_PORT, CMAN_UDP_PORT);
        wrap_ipv6(p, &m->draft.from->at, to, PROTOCOL_UDP, 64);
        wrap_ethernet(p, &m->draft.from->at, to, ETHERTYPE_IP6);
        return;
    }
    wrap_udp4(p, &m->draft.from->at, to, CMAN_UDP_PORT, CMAN_UDP_PORT);
    wrap_ipv4(p, &m->draft.from->at, to, PROTOCOL_UDP, m->ip_id, 64);
    wrap_ethernet(p, &m->draft.from->at, to, ETHERTYPE_IP4);
}

/* Write what one point sees. */
static void
show(story_t *s, message_t *m, unsigned point, sending_t sending)
{
    static packet_t packet;
    shown_t f = { .s = s, .m = m, .point = point, .time = s->now,
                  .fresh = m->point[point].first == 0, .copy = sending == COPY };

    if (s->points > 1 && s->owner[point] != m->draft.from)
        f.time += (30 + 10 * point) * MICROSECOND; /* the way through the switch */
    wrap(s, m, &packet);
    f.frame = s->points > 1 ? capture_add_at(s->capture, point, f.time, &packet)
                            : capture_add(s->capture, f.time, &packet);
    s->last_frame = f.frame;
    story_expect_shown(&f);
}

/* For the test of the table of nodes. */
static void
count(const message_t *m, sending_t sending)
{
    node_t *from = m->draft.from;

    from->totals.messages++;
    from->totals.hellos += sending == FIRST && story_command(m, 1) == HELLO;
    from->totals.retransmissions += sending == AGAIN;
}

static void
transmit(story_t *s, message_t *m, sending_t sending)
{
    node_t *from = m->draft.from;
    bool seen[STORY_POINTS] = { false }, anywhere = false;
    bool counts = !m->draft.unicast && m->header.seq != 0;

    m->ip_id = sending == COPY ? m->ip_id : ++s->ip_id;
    for (unsigned p = 0; p < s->points; p++) {
        seen[p] = sees(s, p, m);
        anywhere |= seen[p];
        from->broadcasts.there[p] += counts && seen[p];
        if (!seen[p] && sending == FIRST && m->header.seq != 0) {
            from->point[p].unseen++;
            m->point[p].missed = true;
        }
    }
    from->broadcasts.anywhere += counts && anywhere;
    if (anywhere && m->header.srcid != 0)
        count(m, sending);
    for (unsigned p = 0; p < s->points; p++)
        if (seen[p] && s->owner[p] == from)
            show(s, m, p, sending);
    for (unsigned p = 0; p < s->points; p++)
        if (seen[p] && s->owner[p] != from)
            show(s, m, p, sending);
    if (s->points > 1)
        s->now += 100 * MICROSECOND; /* it has arrived everywhere */
}

static uint16_t
next_seq(node_t *node)
{
    node->seq++;
    if (node->seq == 0) /* 0 is no number */
        node->seq = 1;
    return node->seq;
}

/* Receivers remember what they must acknowledge. */
static void
accept(message_t *m)
{
    const cluster_t *cluster = m->draft.from->cluster;

    if ((m->header.flags & CMAN_NOACK) != 0 || m->draft.from->index >= 16)
        return;
    for (unsigned n = 0; n < cluster->node_count; n++)
        if (cluster->nodes[n] != m->draft.from
            && (m->draft.to == NULL || m->draft.to == cluster->nodes[n]))
            cluster->nodes[n]->accepted[m->draft.from->index] = m;
}

static message_t *
new_message(story_t *s, const draft_t *draft, const packet_t *body)
{
    message_t *m = allocate(sizeof *m);

    m->draft = *draft;
    m->length = body->length;
    m->body = allocate(body->length + 1);
    memcpy(m->body, body->bytes, body->length);
    m->point = allocate(s->points * sizeof *m->point);
    m->next = s->messages;
    s->messages = m;
    return m;
}

message_t *
story_send(story_t *s, const draft_t *draft, const packet_t *body)
{
    node_t *from = draft->from, *to = draft->to;
    message_t *m = new_message(s, draft, body);

    m->header = (cman_header_t){ .tgtport = draft->port, .srcport = draft->port,
                                 .seq = next_seq(from), .cluster = from->cluster->number,
                                 .flags = draft->flags, .srcid = from->member ? from->nodeid : 0 };
    if (to != NULL && !draft->unicast) {
        m->header.tgtid = to->nodeid;
        if (draft->acks == NULL && to->index < 16)
            m->draft.acks = from->accepted[to->index];
    }
    if (m->draft.acks != NULL)
        m->header.ack = m->draft.acks->header.seq;
    if (draft->odd_ack != 0)
        m->header.ack = draft->odd_ack;
    transmit(s, m, FIRST);
    accept(m);
    return m;
}

void
story_resend(story_t *s, message_t *m)
{
    if (!m->draft.from->big_endian)
        m->header.flags &= ~(uint32_t)CMAN_REPLYEXP;
    if ((m->header.flags & CMAN_BCASTSELF) != 0)
        m->header.flags |= CMAN_NOACK;
    transmit(s, m, AGAIN);
}

message_t *
story_ack(story_t *s, node_t *by, message_t *m)
{
    static packet_t body;
    draft_t draft = { .from = by, .to = m->draft.from, .unicast = true, .port = 0,
                      .flags = CMAN_NOACK, .acks = m };
    message_t *ack;

    packet_clear(&body);
    packet_u8(&body, 1);
    packet_u8(&body, m->header.tgtport);
    packet_hex(&body, "00 ff");
    ack = new_message(s, &draft, &body);
    ack->header = (cman_header_t){ .ack = m->header.seq, .cluster = by->cluster->number,
                                   .flags = by->big_endian ? 0x100 : CMAN_NOACK,
                                   .srcid = by->member ? by->nodeid : 0 };
    transmit(s, ack, FIRST);
    return ack;
}

void
story_acks(story_t *s, message_t *m, const node_t *joiner)
{
    const cluster_t *cluster = m->draft.from->cluster;

    for (unsigned n = 0; n < cluster->node_count; n++) {
        node_t *node = cluster->nodes[n];

        if (node == m->draft.from || (!node->member && node != joiner))
            continue;
        story_wait(s, 37 * MICROSECOND);
        story_ack(s, node, m);
    }
}
