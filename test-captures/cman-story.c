/* cman-story.c
 * Stories of cman clusters: who sends, who captures, what must be found.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-story.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HELLO = 4, LEAVE = 3, KILL = 5, JOINREQ = 2, JOINACK = 6, ENDTRANS = 7, STARTTRANS = 10,
       VIEWACK = 12, NODEDOWN = 18, WAIT = 4 };
#define HELLO_TIMER (5 * SECOND)
#define DEADNODE_TIMEOUT (21 * SECOND)
#define ACK_MEMORY (60 * SECOND) /* for how long ACKs must be understood */

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

static void
frame_list_add(frame_list_t *list, unsigned frame)
{
    list->frames = realloc(list->frames, (list->count + 1) * sizeof *list->frames);
    if (list->frames == NULL)
        fail("out of memory");
    list->frames[list->count++] = frame;
}

/* --- Beginning and end ----------------------------------------------------------- */

/* Everything that the analysis may say; where it is not expected it is wrong. */
static const char *const analysis_fields[] = {
    "cman.analysis.acks_frame", "cman.analysis.ack_rtt", "cman.analysis.acked_in",
    "cman.analysis.duplicate_ack", "cman.analysis.retransmission",
    "cman.analysis.retransmission_of", "cman.analysis.rto", "cman.analysis.duplicate",
    "cman.analysis.duplicate_of", "cman.analysis.duplicate_count", "cman.analysis.seq_gap",
    "cman.analysis.out_of_sequence", "cman.analysis.ack_unseen", "cman.analysis.join_seq",
    "cman.analysis.hello_delta", "cman.analysis.hello_missed", "cman.analysis.hello_late",
    "cman.analysis.hello_lost", "cman.response_to", "cman.response_in", "cman.response_time",
    "cman.transition.number", "cman.transition.master", "cman.transition.start_frame",
    "cman.transition.end_frame", "cman.transition.duration", "cman.transition.restarts",
    "cman.transition.restarted", "cman.transition.clash", "cman.barrier.start_frame",
    "cman.barrier.complete_frame", "cman.barrier.duration", "cman.barrier.waiting",
    "cman.capture.copy_of", "cman.src_name", "cman.tgt_name", "cman.kill", "cman.nodedown",
    "cman.viewack_nak", "cman.joinack_nak", "cman.leave", "cman.cluster_name_mismatch",
    "cman.version_unsupported", "cman.truncated_message", "cman.unknown_command",
    "cman.analysis.limit", "_ws.malformed",
};
/* What only a second pass can know. */
static const char *const forward_fields[] = {
    "cman.analysis.acked_in", "cman.response_in", "cman.transition.end_frame",
    "cman.barrier.complete_frame",
};

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
    for (unsigned i = 0; i < sizeof analysis_fields / sizeof *analysis_fields; i++)
        capture_expect_only(s->capture, analysis_fields[i]);
    for (unsigned i = 0; i < sizeof forward_fields / sizeof *forward_fields; i++)
        capture_expect_forward(s->capture, forward_fields[i]);
    return s;
}

/* What each point saw of each sender's broadcasts, for the test of the table
 * of deliveries: sender, point, seen there, seen anywhere. */
static void
write_deliveries(const story_t *s)
{
    char path[4096];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s.delivery", s->folder, s->name);
    file = fopen(path, "w");
    if (file == NULL)
        fail("cannot write %s", path);
    for (unsigned c = 0; c < s->cluster_count; c++)
        for (unsigned n = 0; n < s->clusters[c]->node_count; n++)
            for (unsigned p = 0; p < s->points; p++) {
                const node_t *node = s->clusters[c]->nodes[n];

                fprintf(file, "%s\t%d\t%u\t%u\t%u\n", node->name, (int)node->nodeid, p,
                        node->broadcasts.there[p], node->broadcasts.anywhere);
            }
    if (fclose(file) != 0)
        fail("cannot write %s", path);
}

void
story_close(story_t *s)
{
    if (s->points > 1)
        write_deliveries(s);
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

/* --- What must be found in one frame ------------------------------------------------ */

typedef struct {
    story_t *s;
    message_t *m;
    unsigned point, frame;
    int64_t time;
    bool fresh; /* the first frame of this message at this point */
    bool copy;  /* no transmission of its own */
} shown_t;

static void
expect_time(const shown_t *f, const char *field, int64_t time)
{
    capture_expect(f->s->capture, f->frame, field, "%lld.%09lld", (long long)(time / SECOND),
                   (long long)(time % SECOND));
}

static void
expect_frame(const shown_t *f, const char *field, unsigned frame)
{
    capture_expect(f->s->capture, f->frame, field, "%u", frame);
}

static void
expect_number(const shown_t *f, const char *field, unsigned number)
{
    capture_expect(f->s->capture, f->frame, field, "%u", number);
}

static void
expect_expert(const shown_t *f, const char *field)
{
    capture_expect_present(f->s->capture, f->frame, field);
}

static uint8_t
command(const message_t *m, uint8_t port)
{
    return m->draft.port == port && m->length > 0 ? m->body[0] : 0;
}

/* What a message says by itself. */
static void
expect_verdicts(const shown_t *f)
{
    const message_t *m = f->m;

    switch (command(m, 1)) {
    case KILL:
        expect_expert(f, "cman.kill");
        break;
    case NODEDOWN:
        expect_expert(f, "cman.nodedown");
        break;
    case LEAVE:
        expect_expert(f, "cman.leave");
        break;
    case JOINACK:
        if (m->body[1] == 2)
            expect_expert(f, "cman.joinack_nak");
        break;
    case VIEWACK:
        if (m->body[1] == 0)
            expect_expert(f, "cman.viewack_nak");
        break;
    default:
        break;
    }
}

static void
expect_names(const shown_t *f)
{
    const draft_t *draft = &f->m->draft;

    for (unsigned i = 0; i < STORY_TAUGHT && draft->teaches[i] != NULL; i++)
        draft->teaches[i]->point[f->point].named = true;
    if (f->m->header.srcid == 0)
        capture_expect_open(f->s->capture, f->frame, "cman.src_name");
    else if (draft->from->point[f->point].named)
        capture_expect(f->s->capture, f->frame, "cman.src_name", "%s", draft->from->name);
    if (f->m->header.tgtid != 0 && draft->to->point[f->point].named)
        capture_expect(f->s->capture, f->frame, "cman.tgt_name", "%s", draft->to->name);
}

/* Sequence numbers of a new message. */
static void
expect_sequence(const shown_t *f)
{
    node_t *from = f->m->draft.from;
    bool joins = command(f->m, 1) == JOINREQ;

    if (joins && (f->m->header.ack != 0
                  || (!from->point[f->point].heard && f->m->header.seq != 1)))
        expect_expert(f, "cman.analysis.join_seq");
    if (f->m->header.seq == 0)
        return;
    if (!joins && from->point[f->point].counted && from->point[f->point].unseen > 0) {
        expect_number(f, "cman.analysis.seq_gap", from->point[f->point].unseen);
        expect_expert(f, "cman.analysis.out_of_sequence");
    }
    if (!from->point[f->point].counted || joins
        || f->m->header.seq < from->point[f->point].lowest)
        from->point[f->point].lowest = f->m->header.seq;
    from->point[f->point].counted = true;
    from->point[f->point].unseen = 0;
}

static void
expect_cadence(const shown_t *f)
{
    node_t *from = f->m->draft.from;
    int64_t last = from->point[f->point].hello;
    int64_t delta = f->time - last;
    unsigned timers = (unsigned)((delta + HELLO_TIMER / 2) / HELLO_TIMER);

    if (f->m->draft.afresh != NULL)
        f->m->draft.afresh->point[f->point].hello = -1;
    if (command(f->m, 1) != HELLO)
        return;
    from->point[f->point].hello = f->time;
    if (last < 0)
        return;
    expect_time(f, "cman.analysis.hello_delta", delta);
    if (timers > 1)
        expect_number(f, "cman.analysis.hello_missed", timers - 1);
    if (delta >= DEADNODE_TIMEOUT)
        expect_expert(f, "cman.analysis.hello_lost");
    else if (2 * delta > 3 * HELLO_TIMER)
        expect_expert(f, "cman.analysis.hello_late");
}

/* A message to one node repeats the last ACK, however old it is.  The analysis
 * may have forgotten that message, but must not call it unseen. */
static void
expect_old_ack(const shown_t *f, const message_t *acked)
{
    capture_expect_open(f->s->capture, f->frame, "cman.analysis.acks_frame");
    capture_expect_open(f->s->capture, f->frame, "cman.analysis.ack_rtt");
    capture_expect_open(f->s->capture, f->frame, "cman.analysis.duplicate_ack");
    capture_expect_open(f->s->capture, acked->point[f->point].first, "cman.analysis.acked_in");
}

static void
expect_ack(const shown_t *f)
{
    message_t *acked = f->m->draft.acks;
    unsigned by = f->m->draft.from->index;

    if (acked == NULL)
        return;
    if (acked->point[f->point].first == 0) {
        if (acked->draft.from->point[f->point].counted
            && acked->draft.from->point[f->point].lowest < acked->header.seq)
            expect_expert(f, "cman.analysis.ack_unseen");
        return;
    }
    if (f->time - acked->point[f->point].time > ACK_MEMORY) {
        expect_old_ack(f, acked);
        return;
    }
    expect_frame(f, "cman.analysis.acks_frame", acked->point[f->point].first);
    if (!acked->point[f->point].acked[by]) {
        expect_time(f, "cman.analysis.ack_rtt", f->time - acked->point[f->point].time);
        capture_expect(f->s->capture, acked->point[f->point].first, "cman.analysis.acked_in", "%u",
                       f->frame);
    } else if (f->fresh) {
        expect_expert(f, "cman.analysis.duplicate_ack");
    }
    acked->point[f->point].acked[by] = true;
}

static void
expect_repetition(const shown_t *f)
{
    unsigned first = f->m->point[f->point].first;

    if (f->fresh || f->m->header.seq == 0)
        return;
    if (f->copy) {
        expect_expert(f, "cman.analysis.duplicate");
        expect_frame(f, "cman.analysis.duplicate_of", first);
        expect_number(f, "cman.analysis.duplicate_count", ++f->m->point[f->point].copies + 1);
    } else {
        expect_expert(f, "cman.analysis.retransmission");
        expect_frame(f, "cman.analysis.retransmission_of", first);
        expect_time(f, "cman.analysis.rto", f->time - f->m->point[f->point].time);
    }
}

static void
expect_pair(const shown_t *f)
{
    message_t *request = f->m->draft.answers;

    if (!f->fresh) /* of a repeated request, no rule says if it tells the response */
        capture_expect_open(f->s->capture, f->frame, "cman.response_in");
    if (request == NULL || request->point[f->point].first == 0)
        return;
    expect_frame(f, "cman.response_to", request->point[f->point].first);
    if (f->fresh)
        expect_time(f, "cman.response_time", f->time - request->point[f->point].time);
    else
        capture_expect_open(f->s->capture, f->frame, "cman.response_time");
    if (request->point[f->point].response == 0) {
        request->point[f->point].response = f->frame;
        capture_expect(f->s->capture, request->point[f->point].first, "cman.response_in", "%u",
                       f->frame);
    }
}

/* A transition of which the capture does not hold the start: its number and
 * master may be shown or not, anything else would be invented. */
static void
expect_unknown_transition(const shown_t *f)
{
    capture_expect_open(f->s->capture, f->frame, "cman.transition.number");
    capture_expect_open(f->s->capture, f->frame, "cman.transition.master");
    capture_expect_open(f->s->capture, f->frame, "cman.transition.end_frame");
}

static void
expect_transition_end(const shown_t *f, transition_t *t)
{
    frame_list_t *list = &t->point[f->point].frames;

    if (command(f->m, 1) == ENDTRANS && f->fresh) {
        t->point[f->point].end = f->frame;
        if (t->point[f->point].start != 0)
            expect_time(f, "cman.transition.duration", f->time - t->point[f->point].start_time);
        for (unsigned i = 0; i < list->count; i++)
            capture_expect(f->s->capture, list->frames[i], "cman.transition.end_frame", "%u",
                           f->frame);
        free(list->frames);
        *list = (frame_list_t){ NULL, 0 };
    } else if (t->point[f->point].end != 0) {
        expect_frame(f, "cman.transition.end_frame", t->point[f->point].end);
        if (command(f->m, 1) == ENDTRANS)
            capture_expect_open(f->s->capture, f->frame, "cman.transition.duration");
    } else {
        frame_list_add(list, f->frame);
    }
}

static void
expect_transition(const shown_t *f)
{
    transition_t *t = f->m->draft.transition;

    if (t == NULL || (t->without_start && t->point[f->point].number == 0
                      && command(f->m, 1) != ENDTRANS))
        return;
    if (t->unknown) {
        expect_unknown_transition(f);
        return;
    }
    if (t->point[f->point].number == 0)
        t->point[f->point].number = ++f->m->draft.from->cluster->transitions[f->point];
    expect_number(f, "cman.transition.number", t->point[f->point].number);
    if (t->without_start)
        capture_expect_open(f->s->capture, f->frame, "cman.transition.master");
    else
        capture_expect(f->s->capture, f->frame, "cman.transition.master", "%d", (int)t->master);
    if (t->point[f->point].start != 0) {
        expect_frame(f, "cman.transition.start_frame", t->point[f->point].start);
    } else if (command(f->m, 1) == STARTTRANS) {
        t->point[f->point].start = f->frame;
        t->point[f->point].start_time = f->time;
    }
    if (t->restarts > 0)
        expect_number(f, "cman.transition.restarts", t->restarts);
    if (f->m->draft.restart && f->fresh)
        expect_expert(f, "cman.transition.restarted");
    if (f->m->draft.clash && f->fresh)
        expect_expert(f, "cman.transition.clash");
    expect_transition_end(f, t);
}

static void
expect_barrier_wait(const shown_t *f, barrier_t *b)
{
    unsigned by = f->m->draft.from->index;

    b->point[f->point].waiting += !b->point[f->point].waits[by];
    b->point[f->point].waits[by] = true;
    if (b->point[f->point].start == 0) {
        b->point[f->point].start = f->frame;
        b->point[f->point].start_time = f->time;
    }
    if (b->point[f->point].complete != 0)
        expect_frame(f, "cman.barrier.complete_frame", b->point[f->point].complete);
    else
        frame_list_add(&b->point[f->point].frames, f->frame);
}

static void
expect_barrier_complete(const shown_t *f, barrier_t *b)
{
    frame_list_t *list = &b->point[f->point].frames;

    if (b->point[f->point].start != 0 && f->fresh)
        expect_time(f, "cman.barrier.duration", f->time - b->point[f->point].start_time);
    if (!f->fresh)
        capture_expect_open(f->s->capture, f->frame, "cman.barrier.duration");
    if (b->point[f->point].complete != 0) {
        expect_frame(f, "cman.barrier.complete_frame", b->point[f->point].complete);
        return;
    }
    b->point[f->point].complete = f->frame;
    for (unsigned i = 0; i < list->count; i++)
        capture_expect(f->s->capture, list->frames[i], "cman.barrier.complete_frame", "%u",
                       f->frame);
    free(list->frames);
    *list = (frame_list_t){ NULL, 0 };
}

static void
expect_barrier(const shown_t *f)
{
    barrier_t *b = f->m->draft.barrier;

    if (b == NULL)
        return;
    if (f->m->body[1] == WAIT)
        expect_barrier_wait(f, b);
    else
        expect_barrier_complete(f, b);
    if (b->point[f->point].start != 0 && b->point[f->point].start != f->frame)
        expect_frame(f, "cman.barrier.start_frame", b->point[f->point].start);
    if (b->point[f->point].waiting > 0)
        expect_number(f, "cman.barrier.waiting", b->point[f->point].waiting);
}

static void
expect_copy_elsewhere(const shown_t *f)
{
    unsigned number = f->m->point[f->point].captured;

    if (f->copy || number >= sizeof f->m->copies / sizeof *f->m->copies)
        return;
    if (f->m->copies[number] != 0)
        expect_frame(f, "cman.capture.copy_of", f->m->copies[number]);
    else
        f->m->copies[number] = f->frame;
}

static void
expect_all(shown_t *f)
{
    message_t *m = f->m;

    expect_verdicts(f);
    expect_names(f);
    expect_repetition(f);
    expect_copy_elsewhere(f);
    if (f->fresh) {
        m->point[f->point].first = f->frame;
        m->point[f->point].time = f->time;
        expect_sequence(f);
        expect_cadence(f);
    }
    if (!f->copy) {
        m->point[f->point].captured++;
        expect_ack(f);
        expect_pair(f);
        expect_transition(f);
        expect_barrier(f);
    }
    m->draft.from->point[f->point].heard = true;
}

/* --- Sending --------------------------------------------------------------------------- */

static bool
card_drops(story_t *s, unsigned point, const message_t *m)
{
    if (s->drop_percent[point] == 0 || command(m, 1) != HELLO)
        return false;
    s->random = s->random * 1103515245u + 12345u;
    return (s->random >> 16) % 100 < s->drop_percent[point];
}

static bool
sees(story_t *s, unsigned point, const message_t *m)
{
    const node_t *owner = s->owner[point];

    if (s->hidden)
        return false;
    if (owner == NULL || owner == m->draft.from)
        return true;
    if (m->draft.unicast)
        return owner == m->draft.to;
    return !card_drops(s, point, m);
}

static void
wrap(const message_t *m, packet_t *p)
{
    const endpoint_t all = endpoint_broadcast();
    const endpoint_t *to = m->draft.unicast ? &m->draft.to->at : &all;

    cman_header(p, &m->header);
    packet_bytes(p, m->body, m->length);
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
    wrap(m, &packet);
    f.frame = s->points > 1 ? capture_add_at(s->capture, point, f.time, &packet)
                            : capture_add(s->capture, f.time, &packet);
    s->last_frame = f.frame;
    expect_all(&f);
}

static void
transmit(story_t *s, message_t *m, sending_t sending)
{
    node_t *from = m->draft.from;
    bool seen[STORY_POINTS], anywhere = false;
    bool counts = !m->draft.unicast && m->header.seq != 0;

    m->ip_id = sending == COPY ? m->ip_id : ++s->ip_id;
    for (unsigned p = 0; p < s->points; p++) {
        seen[p] = sees(s, p, m);
        anywhere |= seen[p];
        from->broadcasts.there[p] += counts && seen[p];
        if (!seen[p] && sending == FIRST && m->header.seq != 0)
            from->point[p].unseen++;
    }
    from->broadcasts.anywhere += counts && anywhere;
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

void
story_duplicate(story_t *s, message_t *m)
{
    transmit(s, m, COPY);
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
story_acks(story_t *s, message_t *m, node_t *joiner)
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

void
story_skip(node_t *node, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        next_seq(node);
    for (unsigned p = 0; p < STORY_POINTS; p++)
        node->point[p].unseen += count;
}

unsigned
story_frame(const message_t *m)
{
    return m->point[0].first;
}

void
story_expect(story_t *s, const char *field, const char *format, ...)
{
    char text[64];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    capture_expect(s->capture, s->last_frame, field, "%s", text);
}

void
story_expect_expert(story_t *s, const char *field)
{
    capture_expect_present(s->capture, s->last_frame, field);
}

void
story_open_field(story_t *s, const char *field)
{
    capture_expect_open(s->capture, s->last_frame, field);
}
