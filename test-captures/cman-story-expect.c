/* cman-story-expect.c
 * Stories of cman clusters: what must be found in each frame, by what the story
 * knows of it and the rules of the analysis.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-story.h"

#include <stdlib.h>

enum { HELLO = 4, LEAVE = 3, KILL = 5, JOINREQ = 2, JOINACK = 6, ENDTRANS = 7, STARTTRANS = 10,
       VIEWACK = 12, NODEDOWN = 18, WAIT = 4 };
#define HELLO_TIMER (5 * SECOND)
#define DEADNODE_TIMEOUT (21 * SECOND)
#define ACK_MEMORY (60 * SECOND) /* for how long ACKs must be understood */

static void
frame_list_add(frame_list_t *list, unsigned frame)
{
    unsigned *longer = realloc(list->frames, (list->count + 1) * sizeof *longer);

    if (longer == NULL)
        fail("out of memory");
    longer[list->count++] = frame;
    list->frames = longer;
}

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
/* What only a second pass can know; it may leave the duration out. */
static const char *const forward_fields[] = {
    "cman.analysis.acked_in", "cman.response_in", "cman.transition.end_frame",
    "cman.barrier.complete_frame", "cman.transition.duration",
};

void
story_expect_only(capture_t *capture)
{
    for (unsigned i = 0; i < sizeof analysis_fields / sizeof *analysis_fields; i++)
        capture_expect_only(capture, analysis_fields[i]);
    for (unsigned i = 0; i < sizeof forward_fields / sizeof *forward_fields; i++)
        capture_expect_forward(capture, forward_fields[i]);
}

/* --- What must be found in one frame ------------------------------------------------ */

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

uint8_t
story_command(const message_t *m, uint8_t port)
{
    return m->draft.port == port && m->length > 0 ? m->body[0] : 0;
}

/* What a message says by itself. */
static void
expect_verdicts(const shown_t *f)
{
    const message_t *m = f->m;

    switch (story_command(m, 1)) {
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
    bool joins = story_command(f->m, 1) == JOINREQ;

    if (joins && (f->m->header.ack != 0
                  || (!from->point[f->point].heard && f->m->header.seq != 1)))
        expect_expert(f, "cman.analysis.join_seq");
    if (f->m->header.seq == 0)
        return;
    if (f->m->point[f->point].missed) /* until now */
        from->point[f->point].unseen--;
    if (from->point[f->point].joined) { /* has it booted? */
        capture_expect_open(f->s->capture, f->frame, "cman.analysis.seq_gap");
        capture_expect_open(f->s->capture, f->frame, "cman.analysis.out_of_sequence");
    } else if (!joins && from->point[f->point].counted && from->point[f->point].unseen > 0) {
        expect_number(f, "cman.analysis.seq_gap", from->point[f->point].unseen);
        expect_expert(f, "cman.analysis.out_of_sequence");
    }
    if (!from->point[f->point].counted || joins
        || f->m->header.seq < from->point[f->point].lowest)
        from->point[f->point].lowest = f->m->header.seq;
    from->point[f->point].counted = true;
    from->point[f->point].unseen = 0;
    from->point[f->point].joined = false;
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
    if (story_command(f->m, 1) != HELLO)
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

    if (story_command(f->m, 1) == ENDTRANS && f->fresh) {
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
        if (story_command(f->m, 1) == ENDTRANS)
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
                      && story_command(f->m, 1) != ENDTRANS))
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
    } else if (story_command(f->m, 1) == STARTTRANS) {
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

void
story_expect_shown(const shown_t *f)
{
    message_t *m = f->m;

    expect_names(f);
    if (f->s->points > 1) /* what all points together know is a matter of tests/observation */
        return;
    expect_verdicts(f);
    expect_repetition(f);
    if (f->fresh) {
        m->point[f->point].first = f->frame;
        m->point[f->point].time = f->time;
        expect_sequence(f);
        expect_cadence(f);
    }
    if (f->copy && m->draft.acks != NULL) { /* acknowledges once more, if one likes */
        capture_expect_open(f->s->capture, f->frame, "cman.analysis.acks_frame");
        capture_expect_open(f->s->capture, f->frame, "cman.analysis.duplicate_ack");
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
