/* nisca-retransmissions.c
 * Why a message was sent again: it was lost, or its acknowledgment was.  The ACK that comes
 * in the end says which, of all transmissions.
 *
 * Sources: the manual for the diagnosis of retransmissions, captures for how nodes keep to it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-paths.h"
#include "nisca-state.h"

#define ROUND_TRIPS_NEEDED 8

/* An ACK is sent at once, or waits for a tick of a second: what takes longer than this is no
 * round trip.  Nodes of a cluster are not so far apart. */
#define ROUND_TRIP_WITHIN (20 * NS_PER_MS)

/* Clocks that nothing compares, and nothing contradicts, may be so far apart. */
#define NOT_COMPARED (10 * NS_PER_MS)

/* A further transmission of a message that waits for its acknowledgment. */
typedef struct nisca_copy {
    moment_t at;
    uint32_t opened;  /* by links_open() */
    finding_t *rexmt; /* why it was sent, or NULL */
    struct nisca_copy *next;
} nisca_copy_t;

/* The copies of one message; in a map by the frame of the first transmission. */
typedef struct {
    nisca_copy_t *first;        /* the latest one */
    nisca_resent_t *counted[2]; /* where the message is counted, */
    int64_t cause;              /* and for which cause */
} nisca_copies_t;

/* Whether a message waits for its acknowledgment.  Its frame may be gone: a read filter can
 * reject one after its analysis. */
static bool
nisca_waits(const delivery_message_t *message)
{
    return links_is_open(&nisca_state->acks, message->frame, message->opened);
}

/* Sent more than once before its acknowledgment: seen twice, or seen for the
 * first time as a retransmission. */
bool
nisca_was_repeated(const delivery_message_t *message)
{
    return (message->tag & NISCA_TAG_NOTES) != 0 && nisca_waits(message);
}

static moment_t
nisca_moment_of(const delivery_message_t *message)
{
    return (moment_t){ .when = message->when, .frame = message->frame, .feed = message->feed };
}

void
nisca_found_acks(const nisca_frame_t *frame, const delivery_message_t *message, bool was_repeated)
{
    moment_t sent = nisca_moment_of(message);
    bool has_rtt = !was_repeated && !observation_is_rough(&sent, &frame->seen.at);

    nisca_found(has_rtt ? NISCA_FOUND_ACKS : NISCA_FOUND_ACKS_NO_RTT, message->frame,
                frame->when - message->when);
}

static bool
nisca_is_rtt_measured(const nisca_frame_t *frame, const delivery_message_t *message)
{
    moment_t sent = nisca_moment_of(message);

    return observation_is_measured(&sent, &frame->seen.at);
}

void
nisca_note_rtt(const nisca_frame_t *frame, nisca_way_t *way, const delivery_message_t *message)
{
    int64_t rtt = frame->when - message->when;

    if (!nisca_was_repeated(message) && rtt > 0 && rtt <= ROUND_TRIP_WITHIN
        && nisca_is_rtt_measured(frame, message)) {
        way->shortest_rtt = way->round_trips > 0 ? MIN(way->shortest_rtt, rtt) : rtt;
        way->round_trips++;
    }
}

/* Also if the clocks were not compared, and are a little apart. */
static bool
nisca_is_surely_before(const moment_t *one, const moment_t *other)
{
    return observation_order(one, other) == OBSERVATION_BEFORE
           && (one->feed == other->feed || observation_is_measured(one, other)
               || other->when - one->when > NOT_COMPARED);
}

static bool
nisca_hears_answers(const nisca_frame_t *frame)
{
    return observation_in_sight(nisca_state->observer, frame->seen.cluster,
                                nisca_observed_node(frame->dst), nisca_observed_node(frame->src));
}

/* The manual's question: was the message lost, or its acknowledgment?  While no ACK has
 * come nobody knows; the one that comes later says it. */
static int64_t
nisca_cause_so_far(const nisca_frame_t *frame, const nisca_way_t *way, int64_t number)
{
    if (way->has_acked && number <= way->acked) {
        /* By another place, later in the file, it may have been sent in front of that ACK. */
        if (frame->seen.behind > NISCA_OVERTAKEN_WITHIN) {
            return NISCA_CAUSE_UNPROVEN;
        }
        return nisca_is_surely_before(&way->acked_at, &frame->seen.at)
                   ? NISCA_CAUSE_ACK_LOST
                   : NISCA_CAUSE_UNCERTAIN;
    }
    return nisca_hears_answers(frame) ? NISCA_CAUSE_UNACKED : NISCA_CAUSE_UNPROVEN;
}

void
nisca_judge_retransmission(nisca_frame_t *frame, nisca_way_t *way, int64_t number,
                           const delivery_message_t *first)
{
    int64_t cause;

    if (first == NULL || first->tag & NISCA_TAG_NO_ORIGINAL) {
        nisca_found(NISCA_FOUND_REXMT, NISCA_CAUSE_NO_ORIGINAL, NISCA_CAUSE_NO_ORIGINAL);
        nisca_note_resent(frame, way, number, first, NISCA_CAUSE_NO_ORIGINAL);
        return;
    }
    cause = nisca_cause_so_far(frame, way, number);
    frame->rexmt = nisca_found(NISCA_FOUND_REXMT, (uint32_t)cause, cause);
    nisca_found(NISCA_FOUND_REXMT_OF, first->frame, frame->when - first->when);
    nisca_note_resent(frame, way, number, first, cause);
}

static state_key_t
nisca_copies_key(uint32_t first_frame)
{
    return (state_key_t){ .first = first_frame };
}

/* Say of a copy why it was sent, as the frame has it. */
static void
nisca_amend_cause(finding_t *rexmt, int64_t cause)
{
    if (rexmt != NULL && rexmt->kind == NISCA_FOUND_REXMT && rexmt->value != cause) {
        nisca_found(NISCA_FOUND_PROVEN, (uint32_t)rexmt->value, -1);
        nisca_found(NISCA_FOUND_PROVEN, (uint32_t)cause, 1);
        rexmt->value = cause;
    }
}

/* The ACK refers to the latest copy: where that was needless, nothing says which of those
 * before it arrived. */
static void
nisca_amend_causes(const nisca_copy_t *latest, int64_t cause)
{
    nisca_amend_cause(latest->rexmt, cause);
    for (const nisca_copy_t *copy = latest->next; copy != NULL; copy = copy->next) {
        nisca_amend_cause(copy->rexmt,
                          cause == NISCA_CAUSE_ACK_LOST ? NISCA_CAUSE_UNCERTAIN : cause);
    }
}

/* A further transmission of a message that is not acknowledged yet: the ACK
 * will cover this frame as well. */
void
nisca_keep_copy(const nisca_frame_t *frame, const nisca_way_t *way, delivery_message_t *first)
{
    nisca_copies_t *copies;
    nisca_copy_t *copy;

    if (!nisca_waits(first) || (way->has_acked && first->number <= way->acked)) {
        return;
    }
    first->tag |= NISCA_TAG_HAS_COPIES;
    copies = (nisca_copies_t *)state_obtain(&nisca_state->pass, nisca_state->copies,
                                            nisca_copies_key(first->frame), sizeof *copies,
                                            UINT_MAX);
    if (copies->first == NULL && frame->rexmt != NULL && way->resents != NULL) {
        copies->counted[0] = way->resents->all;
        copies->counted[1] = way->resents->burst;
        copies->cause = frame->rexmt->value;
    }
    copy = wmem_new(wmem_file_scope(), nisca_copy_t);
    copy->at = frame->seen.at;
    copy->opened = links_open(&nisca_state->acks, frame->frame);
    copy->rexmt = frame->rexmt;
    copy->next = copies->first;
    copies->first = copy;
}

/* Whether the time between two frames is surely less than `span`.  Clocks may be wrong both
 * about this time and about `span`. */
static bool
nisca_is_surely_less(const moment_t *from, const moment_t *to, int64_t span)
{
    moment_t limit = { .when = to->when + (from->when + span - to->when) / 2,
                       .frame = from->frame, .feed = from->feed };

    return from->feed == to->feed || nisca_is_surely_before(to, &limit);
}

/* An ACK so soon after the latest copy cannot be for it (Eifel): it is that of the
 * original, which was late.  Of a few round trips the shortest says little.
 * What arrives behind a missing message waits for that, and no ACK says so: where one before
 * it was sent again, too, nobody knows whether this one was lost. */
static int64_t
nisca_cause_by_ack(const nisca_frame_t *frame, const nisca_way_t *way,
                   const moment_t *copy)
{
    int64_t span = way->shortest_rtt / 4 * 3;

    if (way->round_trips > 0 && frame->when - copy->when < span) {
        return way->round_trips >= ROUND_TRIPS_NEEDED
                       && nisca_is_surely_less(copy, &frame->seen.at, span)
                   ? NISCA_CAUSE_ACK_LOST
                   : NISCA_CAUSE_UNCERTAIN;
    }
    return way->acked_copies != 0 ? NISCA_CAUSE_UNCERTAIN : NISCA_CAUSE_MESSAGE_LOST;
}

/* Why the message was sent again, where messages are counted. */
static void
nisca_amend_count(nisca_copies_t *copies, int64_t cause)
{
    nisca_amend_resent(copies->counted, copies->cause, cause);
    copies->cause = cause;
}

/* Copies that were sent when the ACK had been sent were needless. */
static void
nisca_explain_copies(const nisca_frame_t *frame, const nisca_way_t *way, nisca_copies_t *copies,
                     bool is_behind)
{
    const nisca_copy_t *copy = copies->first;
    int64_t cause = NISCA_CAUSE_ACK_LOST;

    while (copy != NULL && nisca_is_surely_before(&frame->seen.at, &copy->at)) {
        nisca_amend_cause(copy->rexmt, cause);
        copy = copy->next;
    }
    if (copy != NULL) {
        cause = is_behind ? NISCA_CAUSE_UNCERTAIN : nisca_cause_by_ack(frame, way, &copy->at);
        nisca_amend_causes(copy, cause);
    }
    nisca_amend_count(copies, cause);
}

void
nisca_acknowledge(const nisca_frame_t *frame, nisca_way_t *way,
                  const delivery_message_t *message)
{
    nisca_copies_t *copies;

    if (!nisca_waits(message)) {
        return;
    }
    links_close(&nisca_state->acks, message->frame, message->opened, frame->frame);
    if ((message->tag & NISCA_TAG_HAS_COPIES) == 0) {
        return;
    }
    copies = (nisca_copies_t *)state_find(nisca_state->copies, nisca_copies_key(message->frame));
    nisca_explain_copies(frame, way, copies, false);
    way->acked_copies = copies->first->next == NULL && way->acked_copies == 0
                            ? message->frame
                            : NISCA_SEVERAL_COPIES;
    for (const nisca_copy_t *copy = copies->first; copy != NULL; copy = copy->next) {
        links_close(&nisca_state->acks, copy->at.frame, copy->opened, frame->frame);
    }
}

bool
nisca_acknowledge_earlier(const nisca_frame_t *frame, const nisca_way_t *way,
                          const delivery_message_t *message, bool is_behind)
{
    nisca_copies_t *copies =
        (message->tag & NISCA_TAG_HAS_COPIES) != 0
            ? (nisca_copies_t *)state_find(nisca_state->copies, nisca_copies_key(message->frame))
            : NULL;

    links_move(&nisca_state->acks, message->frame, message->opened, frame->frame);
    if (copies == NULL) {
        return false;
    }
    nisca_explain_copies(frame, way, copies, is_behind);
    for (const nisca_copy_t *copy = copies->first; copy != NULL; copy = copy->next) {
        links_move(&nisca_state->acks, copy->at.frame, copy->opened, frame->frame);
    }
    return true;
}

bool
nisca_is_late_original(const nisca_frame_t *frame, const delivery_message_t *first)
{
    const observation_t *seen = &frame->seen;

    return first != NULL && first->tag & NISCA_TAG_NO_ORIGINAL
           && !(frame->message->flags & NISCA_TR_REXMT)
           && (frame->when < first->when
               || (seen->attempt > 1 && seen->original.feed != seen->at.feed));
}

/* It is in the capture after all: an ACK so far was said to be for the retransmission. */
static void
nisca_clear_acks(uint32_t ack, uint32_t first_frame)
{
    finding_t *acks = findings_find(nisca_state->pass.findings, ack, NISCA_FOUND_ACKS_NO_RTT);

    if (acks != NULL && acks->ref == first_frame) {
        acks->kind = 0;
    }
}

static void
nisca_clear_no_original(uint32_t frame)
{
    finding_t *rexmt = findings_find(nisca_state->pass.findings, frame, NISCA_FOUND_REXMT);

    if (rexmt != NULL && rexmt->value == NISCA_CAUSE_NO_ORIGINAL) {
        nisca_amend_cause(rexmt, NISCA_CAUSE_UNPROVEN);
    }
}

/* Another place shows the original of what was taken for a retransmission without one. */
void
nisca_adopt_original(const nisca_frame_t *frame, nisca_way_t *way, const delivery_message_t *first)
{
    delivery_message_t original = *first;
    const nisca_copies_t *copies = (const nisca_copies_t *)state_find(
        nisca_state->copies, nisca_copies_key(original.frame));
    uint32_t ack = links_at(&nisca_state->acks, original.frame);
    delivery_message_t *kept;

    nisca_clear_no_original(original.frame);
    nisca_clear_acks(ack, original.frame);
    for (const nisca_copy_t *copy = copies != NULL ? copies->first : NULL; copy != NULL;
         copy = copy->next) {
        nisca_clear_no_original(copy->at.frame);
    }
    if (way->resents != NULL) {
        nisca_amend_resent((nisca_resent_t *[2]){ way->resents->all, way->resents->burst },
                           NISCA_CAUSE_NO_ORIGINAL, NISCA_CAUSE_UNPROVEN);
    }
    kept = delivery_keep(&way->sent, way->rules, original.number, frame->frame, frame->when);
    kept->tag = original.tag & ~(uint32_t)NISCA_TAG_NOTES;
    kept->opened = links_open(&nisca_state->acks, frame->frame);
    kept->feed = frame->seen.at.feed;
    if (ack != 0) {
        links_close(&nisca_state->acks, frame->frame, kept->opened, ack);
    }
}

/* Both the original and the copy, which wants an answer at once, were answered: both
 * arrived.  Where several messages follow it, one of them may be missing: then what arrives
 * behind that is answered with this number, too. */
void
nisca_analyse_second_ack(const nisca_way_t *way)
{
    nisca_copies_t *copies =
        way->acked_copies != 0 && way->sent.last <= way->acked + 1
            ? (nisca_copies_t *)state_find(nisca_state->copies,
                                           nisca_copies_key(way->acked_copies))
            : NULL;

    if (copies != NULL) {
        nisca_amend_causes(copies->first, NISCA_CAUSE_ACK_LOST);
        nisca_amend_count(copies, NISCA_CAUSE_ACK_LOST);
    }
}
