/* cman-story-messages.c
 * The messages that nodes of a story send, and the scenes of which a story is
 * made, by the sources of cman-kernel (membership.c, cnxman.c, sm_*.c).
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-story.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INTERNAL = 0, MEMBERSHIP = 1, SERVICES = 2, PROGRAM = 200 };

static packet_t body;

static unsigned
members(const cluster_t *cluster)
{
    unsigned count = 0;

    for (unsigned n = 0; n < cluster->node_count; n++)
        count += cluster->nodes[n]->member;
    return count;
}

/* Begin the body of a membership message. */
static void
begin(uint8_t command)
{
    packet_clear(&body);
    packet_u8(&body, command);
}

static void
append_address(const node_t *node)
{
    packet_le16(&body, 2); /* AF_INET */
    packet_be16(&body, CMAN_UDP_PORT);
    packet_be32(&body, node->at.ipv4);
    packet_zeros(&body, 8);
}

/* --- Membership ------------------------------------------------------------------- */

message_t *
send_hello(story_t *s, node_t *from)
{
    draft_t draft = { .from = from, .port = MEMBERSHIP,
                      .flags = CMAN_NOACK | CMAN_MULTICAST | CMAN_ALLINT };

    begin(4);
    packet_u8(&body, 2); /* quorate */
    packet_le16(&body, (uint16_t)members(from->cluster));
    packet_le32(&body, from->cluster->generation);
    return story_send(s, &draft, &body);
}

message_t *
send_kill(story_t *s, node_t *from, node_t *to)
{
    draft_t draft = { .from = from, .to = to, .port = MEMBERSHIP, .flags = CMAN_NOACK };

    begin(5);
    return story_send(s, &draft, &body);
}

message_t *
send_nodedown(story_t *s, node_t *from, node_t *about, uint8_t reason)
{
    draft_t draft = { .from = from, .port = MEMBERSHIP, .flags = CMAN_MULTICAST, .afresh = about };

    begin(18);
    packet_u8(&body, reason);
    packet_hex(&body, "0f1d");
    packet_le32(&body, (uint32_t)about->nodeid);
    return story_send(s, &draft, &body);
}

message_t *
send_leave(story_t *s, node_t *from, node_t *to, uint8_t reason)
{
    draft_t draft = { .from = from, .to = to, .port = MEMBERSHIP, .flags = CMAN_NOACK,
                      .afresh = from };

    begin(3);
    packet_u8(&body, reason);
    return story_send(s, &draft, &body);
}

static void
starttrans_body(uint8_t command, uint8_t reason, uint8_t leave, const node_t *about,
                uint32_t generation)
{
    begin(command);
    packet_u8(&body, reason);
    packet_u8(&body, leave);
    packet_u8(&body, 1);
    packet_le32(&body, 5);
    packet_le32(&body, generation);
    packet_le32(&body, (uint32_t)about->nodeid);
    packet_le16(&body, reason == NEWNODE ? 1 : 0);
    packet_hex(&body, "01c9");
    if (reason != NEWNODE)
        return;
    append_address(about);
    packet_string(&body, about->name);
}

message_t *
send_starttrans(story_t *s, node_t *from, uint8_t reason, uint8_t leave, node_t *about,
                transition_t *t)
{
    draft_t draft = { .from = from, .port = MEMBERSHIP, .flags = CMAN_MULTICAST | CMAN_REPLYEXP,
                      .transition = t };

    if (reason == NEWNODE)
        draft.teaches[0] = draft.afresh = about;
    draft.restart = t->restarting;
    draft.clash = t->clashing;
    t->restarting = t->clashing = false;
    starttrans_body(10, reason, leave, about, from->cluster->generation);
    return story_send(s, &draft, &body);
}

message_t *
send_startack(story_t *s, node_t *from, message_t *starttrans)
{
    draft_t draft = { .from = from, .to = starttrans->draft.from, .port = MEMBERSHIP,
                      .flags = CMAN_REPLYEXP, .acks = starttrans, .answers = starttrans,
                      .transition = starttrans->draft.transition };

    begin(13);
    packet_hex(&body, "0d 241f"); /* never set */
    packet_bytes(&body, starttrans->body + 8, 4);
    return story_send(s, &draft, &body);
}

/* The records of a view and the nodes that they name. */
static void
view_body(uint8_t command, const cluster_t *cluster, draft_t *draft)
{
    unsigned taught = 0;

    begin(command);
    packet_u8(&body, 3); /* the first part and the last */
    for (unsigned n = 0; n < cluster->node_count && taught + 1 < STORY_TAUGHT; n++) {
        node_t *node = cluster->nodes[n];

        if (!node->member)
            continue;
        packet_u8(&body, (uint8_t)strlen(node->name));
        packet_bytes(&body, node->name, (unsigned)strlen(node->name));
        packet_u8(&body, 2); /* MEMBER */
        packet_le16(&body, 1);
        append_address(node);
        packet_u8(&body, 1);
        packet_le32(&body, 5);
        packet_le32(&body, (uint32_t)node->nodeid);
        draft->teaches[taught++] = node;
    }
}

message_t *
send_masterview(story_t *s, node_t *from, transition_t *t)
{
    draft_t draft = { .from = from, .port = MEMBERSHIP, .flags = CMAN_MULTICAST | CMAN_REPLYEXP,
                      .transition = t };

    view_body(9, from->cluster, &draft);
    return story_send(s, &draft, &body);
}

message_t *
send_viewack(story_t *s, node_t *from, message_t *view, uint8_t result)
{
    draft_t draft = { .from = from, .to = view->draft.from, .port = MEMBERSHIP, .acks = view,
                      .answers = view, .transition = view->draft.transition };

    begin(12);
    packet_u8(&body, result);
    return story_send(s, &draft, &body);
}

message_t *
send_endtrans(story_t *s, node_t *from, node_t *joined, transition_t *t)
{
    draft_t draft = { .from = from, .port = MEMBERSHIP, .flags = CMAN_MULTICAST,
                      .transition = t };

    begin(7);
    packet_hex(&body, "02 0000");
    packet_le32(&body, 3);
    packet_le32(&body, members(from->cluster) + (joined != NULL));
    packet_le32(&body, from->cluster->generation);
    packet_le32(&body, joined != NULL ? (uint32_t)joined->nodeid : 0);
    return story_send(s, &draft, &body);
}

/* --- Joining ---------------------------------------------------------------------- */

message_t *
send_joinreq(story_t *s, node_t *from, node_t *to)
{
    draft_t draft = { .from = from, .to = to, .unicast = true, .port = MEMBERSHIP,
                      .flags = CMAN_NOACK, .teaches = { from }, .afresh = from };

    begin(2);
    packet_u8(&body, 1);
    packet_le16(&body, 1);
    packet_le32(&body, 5);
    packet_le32(&body, (uint32_t)from->nodeid);
    packet_le32(&body, 5); /* version 5.0.1 */
    packet_le32(&body, 0);
    packet_le32(&body, 1);
    packet_le32(&body, 42);
    packet_le32(&body, 16);
    packet_text(&body, from->cluster->name, 16, '\0');
    append_address(from);
    packet_string(&body, from->name);
    return story_send(s, &draft, &body);
}

message_t *
send_joinack(story_t *s, node_t *from, message_t *joinreq, uint8_t type)
{
    draft_t draft = { .from = from, .to = joinreq->draft.from, .unicast = true,
                      .port = MEMBERSHIP, .flags = CMAN_NOACK, .answers = joinreq };

    begin(6);
    packet_u8(&body, type);
    return story_send(s, &draft, &body);
}

message_t *
send_joinconf(story_t *s, node_t *from, node_t *to, transition_t *t)
{
    draft_t draft = { .from = from, .to = to, .unicast = true, .port = MEMBERSHIP,
                      .flags = CMAN_NOACK, .transition = t };

    view_body(1, from->cluster, &draft);
    return story_send(s, &draft, &body);
}

message_t *
send_confack(story_t *s, node_t *from, message_t *joinconf)
{
    draft_t draft = { .from = from, .to = joinconf->draft.from, .unicast = true,
                      .port = MEMBERSHIP, .flags = CMAN_NOACK, .answers = joinconf,
                      .transition = joinconf->draft.transition };

    begin(16);
    return story_send(s, &draft, &body);
}

/* --- Barriers, ports, services ----------------------------------------------------- */

static message_t *
send_barrier(story_t *s, node_t *from, barrier_t *b, transition_t *t, uint8_t subcommand)
{
    draft_t draft = { .from = from, .port = INTERNAL, .flags = CMAN_MULTICAST, .transition = t,
                      .barrier = b };

    begin(5);
    packet_u8(&body, subcommand);
    packet_hex(&body, "0000 00000000 46020000");
    packet_text(&body, b->name, 33, '\0');
    packet_hex(&body, "010203");
    return story_send(s, &draft, &body);
}

message_t *
send_wait(story_t *s, node_t *from, barrier_t *b, transition_t *t)
{
    return send_barrier(s, from, b, t, 4);
}

message_t *
send_complete(story_t *s, node_t *from, barrier_t *b, transition_t *t)
{
    return send_barrier(s, from, b, t, 5);
}

message_t *
send_listenreq(story_t *s, node_t *from, node_t *to, uint8_t port, uint16_t tag)
{
    draft_t draft = { .from = from, .to = to, .port = INTERNAL,
                      .flags = CMAN_REPLYEXP | CMAN_DONTWAIT };

    begin(2);
    packet_u8(&body, port);
    packet_hex(&body, "00 c9");
    packet_le16(&body, tag);
    return story_send(s, &draft, &body);
}

message_t *
send_listenresp(story_t *s, message_t *listenreq, uint16_t tag)
{
    draft_t draft = { .from = listenreq->draft.to, .to = listenreq->draft.from, .port = INTERNAL,
                      .flags = CMAN_DONTWAIT };
    uint16_t asked = (uint16_t)(listenreq->body[4] | listenreq->body[5] << 8);

    if (tag == asked)
        draft.answers = listenreq;
    begin(3);
    packet_u8(&body, listenreq->body[1]);
    packet_hex(&body, "01 c9");
    packet_le16(&body, tag);
    return story_send(s, &draft, &body);
}

message_t *
send_service(story_t *s, node_t *from, node_t *to, uint8_t type, uint16_t event,
             message_t *answers)
{
    draft_t draft = { .from = from, .to = to, .port = SERVICES,
                      .flags = to == NULL ? CMAN_MULTICAST : 0, .answers = answers };
    unsigned more = type == 1 ? 7 : type == 3 ? 4 : 0;

    begin(type);
    packet_u8(&body, answers != NULL); /* POS */
    packet_le16(&body, event);
    packet_le32(&body, type == 1 ? 0 : 0x01000002);
    packet_le32(&body, 0);
    packet_le16(&body, 1);
    packet_le16(&body, (uint16_t)more);
    if (type == 1)
        packet_text(&body, "clvmd 1", 7, ' ');
    else if (type == 3)
        packet_be32(&body, 3);
    return story_send(s, &draft, &body);
}

message_t *
send_data(story_t *s, node_t *from, node_t *to, uint32_t flags, const char *digits)
{
    draft_t draft = { .from = from, .to = to, .port = PROGRAM,
                      .flags = flags | (to == NULL ? CMAN_MULTICAST : 0) };

    packet_clear(&body);
    packet_hex(&body, digits);
    return story_send(s, &draft, &body);
}

/* --- Scenes --------------------------------------------------------------------------- */

static const char *
transition_barrier(const cluster_t *cluster)
{
    static char names[64][24];
    static unsigned used;
    char *name = names[used++ % 64];

    snprintf(name, 24, "TRANSITION.%u", (unsigned)cluster->generation);
    return name;
}

static void
play_barrier(story_t *s, cluster_t *cluster, node_t *joiner, transition_t *t)
{
    barrier_t *b = calloc(1, sizeof *b);

    if (b == NULL)
        fail("out of memory");
    b->name = transition_barrier(cluster);
    for (unsigned step = 0; step < 2; step++)
        for (unsigned n = 0; n < cluster->node_count; n++) {
            node_t *node = cluster->nodes[n];

            if (!node->member)
                continue;
            story_wait(s, 180 * MICROSECOND);
            story_acks(s, (step == 0 ? send_wait : send_complete)(s, node, b, t), joiner);
        }
    free(b);
}

void
play_end(story_t *s, node_t *master, node_t *joiner, transition_t *t)
{
    message_t *end;

    master->cluster->generation++;
    story_wait(s, 300 * MICROSECOND);
    end = send_endtrans(s, master, joiner, t);
    story_acks(s, end, joiner); /* the joiner still has the id 0 */
    if (joiner != NULL)
        joiner->member = true;
    play_barrier(s, master->cluster, NULL, t);
}

/* Each member's answer to `request`, 50 us after one another. */
static unsigned
play_answers(story_t *s, message_t *request, bool is_view, message_t **answers)
{
    const cluster_t *cluster = request->draft.from->cluster;
    unsigned count = 0;

    for (unsigned n = 0; n < cluster->node_count; n++) {
        node_t *node = cluster->nodes[n];

        if (!node->member || node == request->draft.from || count == 16)
            continue;
        story_wait(s, 50 * MICROSECOND);
        answers[count++] = is_view ? send_viewack(s, node, request, 1)
                                   : send_startack(s, node, request);
    }
    return count;
}

/* MASTERVIEW, the STARTACKs of which nobody took notice, VIEWACKs. */
static void
play_view(story_t *s, node_t *master, message_t **startacks, unsigned count, transition_t *t)
{
    message_t *view, *viewacks[16];

    story_wait(s, 200 * MICROSECOND);
    view = send_masterview(s, master, t);
    story_wait(s, SECOND);
    for (unsigned i = 0; i < count; i++) {
        story_wait(s, 20 * MICROSECOND);
        story_resend(s, startacks[i]);
        story_wait(s, 20 * MICROSECOND);
        story_ack(s, master, startacks[i]);
    }
    count = play_answers(s, view, true, viewacks);
    for (unsigned i = 0; i < count; i++) {
        story_wait(s, 20 * MICROSECOND);
        story_ack(s, master, viewacks[i]);
    }
}

void
play_transition(story_t *s, node_t *master, uint8_t reason, uint8_t leave, node_t *about)
{
    transition_t t = { .master = master->nodeid };
    node_t *joiner = reason == NEWNODE ? about : NULL;
    message_t *start, *startacks[16], *conf;
    unsigned count;

    master->cluster->generation++;
    start = send_starttrans(s, master, reason, leave, about, &t);
    count = play_answers(s, start, false, startacks);
    play_view(s, master, startacks, count, &t);
    if (joiner != NULL) {
        story_wait(s, 300 * MICROSECOND);
        conf = send_joinconf(s, master, joiner, &t);
        story_wait(s, 90 * MICROSECOND);
        send_confack(s, joiner, conf);
    }
    play_end(s, master, joiner, &t);
}

void
play_join(story_t *s, node_t *joiner, node_t *master)
{
    const cluster_t *cluster = joiner->cluster;
    message_t *request;

    for (unsigned n = 0; n < cluster->node_count && n < 16; n++)
        if (joiner->index < 16)
            cluster->nodes[n]->accepted[joiner->index] = NULL;
    memset(joiner->accepted, 0, sizeof joiner->accepted);
    joiner->member = false;
    request = send_joinreq(s, joiner, master);
    for (unsigned p = 0; p < s->points; p++)
        joiner->point[p].joined = request->point[p].first == 0;
    story_wait(s, 400 * MICROSECOND);
    send_joinack(s, master, request, 1);
    story_wait(s, 100 * MICROSECOND);
    play_transition(s, master, NEWNODE, 0, joiner);
    joiner->hello_due = s->now + 2 * SECOND + joiner->nodeid * MILLISECOND;
}

void
play_leave(story_t *s, node_t *leaver, node_t *master)
{
    send_leave(s, leaver, master, 0);
    leaver->member = false;
    leaver->hello_due = 0;
    story_wait(s, 300 * MICROSECOND);
    story_acks(s, send_nodedown(s, master, leaver, 0), NULL);
    story_wait(s, 400 * MICROSECOND);
    play_transition(s, master, REMNODE, 0, leaver);
}

void
play_death(story_t *s, node_t *dead, node_t *master)
{
    send_kill(s, master, dead);
    dead->member = false;
    story_wait(s, 300 * MICROSECOND);
    story_acks(s, send_nodedown(s, master, dead, 6), NULL);
    story_wait(s, 400 * MICROSECOND);
    play_transition(s, master, REMNODE, 6, dead);
}
