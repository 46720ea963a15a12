/* cman-counts.c
 * The numbers of a sender: which are missing, and where its counter began anew.
 *
 * What one place did not see another may, later in the file; and a place whose clock is
 * behind, or whose file was appended, shows what was sent before the counter began anew.
 * So gaps are remembered while they may be filled, and the counts of the lives before.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

/* Lives of one node that are remembered. */
#define COUNTS_MAX 8

/* Gaps of one life. */
#define GAPS_MAX 4096

/* Numbers in a row that prove that a counter began anew, how far apart they may be, and how
 * long it takes to start a node: what is lower and comes sooner came late. */
#define ANEW_PROOF 3
#define ANEW_AHEAD 64
#define ANEW_AFTER (2 * NS_PER_S)

const delivery_rules_t cman_delivery_rules = {
    .lowest = 1,
    .count = 65535,
    .max_recent = 256,
    .keep_for = CMAN_REPEATED_WITHIN,
};

/* --- Lives ------------------------------------------------------------------------ */

cman_count_t *
cman_count_at(const cman_member_t *member, const moment_t *at)
{
    cman_count_t *count = member->count;

    while (count != NULL && count->older != NULL
           && observation_order(at, &count->since) == OBSERVATION_BEFORE) {
        count = count->older;
    }
    return count;
}

static void
cman_count_free(cman_count_t *count)
{
    wmem_free(wmem_file_scope(), count->sent.recent);
    wmem_free(wmem_file_scope(), count->sent.gaps);
    if (count->gaps != NULL) {
        wmem_destroy_array(count->gaps);
    }
    wmem_free(wmem_file_scope(), count);
}

static void
cman_count_forget_oldest(cman_count_t *count)
{
    for (unsigned i = 2; i < COUNTS_MAX && count != NULL; i++) {
        count = count->older;
    }
    if (count != NULL && count->older != NULL) {
        cman_count_free(count->older);
        count->older = NULL;
    }
}

void
cman_count_begin(cman_member_t *member, const moment_t *since)
{
    cman_count_t *count = wmem_new0(wmem_file_scope(), cman_count_t);

    cman_count_forget_oldest(member->count);
    count->idx = member->count != NULL ? member->count->idx + 1 : 0;
    count->since = count->latest = *since;
    count->older = member->count;
    member->count = count;
    member->anew.numbers = 0;
    member->may_restart = false;
}

bool
cman_knows_order(const cman_frame_t *frame, const cman_count_t *count)
{
    return frame->seen.at.feed == count->latest.feed
           || (observation_is_measured(&count->latest, &frame->seen.at)
               && observation_order(&count->latest, &frame->seen.at) != OBSERVATION_UNKNOWN);
}

/* --- What was sent before ----------------------------------------------------------- */

/* A message is sent again for 3 s, and a HELLO meanwhile. */
#define AGAIN_WITHIN (4 * NS_PER_S)

/* The place has not watched for long: what it shows first may have been sent before. */
static bool
cman_may_be_again(const cman_frame_t *frame)
{
    return !(frame->message->flags & CMAN_FLAG_NOACK)
           && !observation_was_watching(frame->seen.place, frame->when - AGAIN_WITHIN);
}

/* --- Gaps -------------------------------------------------------------------------- */

static void
cman_note_gap(const cman_frame_t *frame, cman_count_t *count, int64_t number, int64_t skipped)
{
    cman_gap_t gap = { .from = number - skipped, .to = number - 1, .feed = frame->seen.at.feed };

    if (frame->seen.is_unsettled || !cman_knows_order(frame, count)
        || (count->may_be_more && skipped == 1)) {
        return;
    }
    gap.finding = cman_add_finding(CMAN_FOUND_GAP, 0, skipped);
    if (count->gaps == NULL) {
        count->gaps = wmem_array_new(wmem_file_scope(), sizeof gap);
    }
    if (wmem_array_get_count(count->gaps) < GAPS_MAX) {
        wmem_array_append_one(count->gaps, gap);
    }
}

/* The gap that ends at `number` or above, or NULL: they are in order. */
static cman_gap_t *
cman_find_gap(const cman_count_t *count, int64_t number)
{
    unsigned low = 0, high = count->gaps != NULL ? wmem_array_get_count(count->gaps) : 0;
    unsigned all = high;

    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        const cman_gap_t *gap = wmem_array_index(count->gaps, middle);

        if (gap->to < number) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < all ? (cman_gap_t *)wmem_array_index(count->gaps, low) : NULL;
}

/* What is still missing below `number` is missing in front of its frame. */
static void
cman_split_gap(const cman_frame_t *frame, cman_count_t *count, cman_gap_t *gap, int64_t number)
{
    cman_gap_t lower = { .from = gap->from, .to = number - 1, .feed = frame->seen.at.feed };
    cman_gap_t *all;
    unsigned at, last;

    lower.finding = cman_add_finding(CMAN_FOUND_GAP, 0, number - lower.from);
    if (number == gap->to || wmem_array_get_count(count->gaps) >= GAPS_MAX) {
        *gap = lower;
        return;
    }
    all = (cman_gap_t *)wmem_array_get_raw(count->gaps);
    at = (unsigned)(gap - all);
    wmem_array_append_one(count->gaps, lower);
    last = wmem_array_get_count(count->gaps) - 1;
    all = (cman_gap_t *)wmem_array_get_raw(count->gaps);
    memmove(&all[at + 1], &all[at], (last - at) * sizeof *all);
    all[at] = lower;
    all[at + 1].from = number + 1;
}

/* A place whose clock is behind shows what another one missed: then it is not
 * missing. */
static bool
cman_fill_gap(const cman_frame_t *frame, cman_count_t *count, int64_t number)
{
    cman_gap_t *gap = cman_find_gap(count, number);

    if (gap == NULL || number < gap->from || gap->feed == frame->seen.at.feed) {
        return false;
    }
    gap->finding->value = gap->to - number;
    gap->finding->kind = gap->to > number ? CMAN_FOUND_GAP : 0;
    if (number > gap->from) {
        cman_split_gap(frame, count, gap, number);
    } else {
        gap->from = number + 1;
    }
    return true;
}

/* --- Numbers that are lower ------------------------------------------------------------ */

/* The counter began anew, and the JOINREQ was not seen. */
static cman_count_t *
cman_begin_anew(const cman_frame_t *frame)
{
    cman_member_t *sender = frame->sender;
    cman_anew_t anew = sender->anew;
    delivery_t *sent;

    cman_count_begin(sender, &anew.first);
    sent = &sender->count->sent;
    sent->started = true;
    sent->origin = sent->known_from = delivery_number(sent, &cman_delivery_rules, anew.seq);
    sent->last = sent->origin + (anew.latest - anew.seq);
    return sender->count;
}

/* Says so once.  Returns true where the counter began anew. */
static bool
cman_note_backwards(const cman_frame_t *frame, const cman_count_t *count)
{
    cman_anew_t *anew = &frame->sender->anew;
    uint32_t seq = frame->message->seq;

    if (anew->numbers > 0 && seq > anew->latest && seq - anew->latest <= ANEW_AHEAD) {
        anew->latest = seq;
        return ++anew->numbers == ANEW_PROOF;
    }
    if (cman_may_be_again(frame)) {
        return false;
    }
    cman_add_finding(CMAN_FOUND_BACKWARDS, 0, 0);
    *anew = (cman_anew_t){ .seq = seq, .latest = seq, .first = frame->seen.at,
                           .numbers = frame->when - count->latest.when > ANEW_AFTER };
    return false;
}

/* Whether it was sent after the sender's highest number. */
static bool
cman_is_later(const cman_frame_t *frame, const cman_count_t *count)
{
    return !frame->seen.is_unsettled
           && observation_order(&count->latest, &frame->seen.at) == OBSERVATION_BEFORE
           && frame->when >= count->latest.when;
}

/* --- One message ------------------------------------------------------------------------ */

/* A node that was away, and whose JOINREQ is not in the capture, may have restarted: then a
 * number below its latest one is its first. */
static cman_count_t *
cman_count_of(const cman_frame_t *frame)
{
    cman_member_t *sender = frame->sender;
    cman_count_t *count = cman_count_at(sender, &frame->seen.at);

    if (count == NULL
        || (sender->may_restart && count == sender->count && cman_is_later(frame, count)
            && frame->message->seq <= count->latest_seq)) {
        cman_count_begin(sender, &frame->seen.at);
        count = sender->count;
    }
    sender->may_restart &= count != sender->count;
    return count;
}

static void
cman_note_latest(const cman_frame_t *frame, cman_count_t *count)
{
    count->latest = frame->seen.at;
    count->latest_seq = frame->message->seq;
    count->may_be_more = count->sent.origin == count->sent.last && cman_may_be_again(frame);
    frame->sender->anew.numbers = 0;
}

cman_count_t *
cman_analyse_count(const cman_frame_t *frame, int64_t *number, delivery_step_t *step)
{
    cman_count_t *count = cman_count_of(frame);
    int64_t skipped;

    *number = delivery_number(&count->sent, &cman_delivery_rules, frame->message->seq);
    *step = delivery_see(&count->sent, *number, &skipped);
    if (*step == DELIVERY_SKIPPED) {
        cman_note_gap(frame, count, *number, skipped);
    }
    if (*number == count->sent.last) {
        cman_note_latest(frame, count);
    } else if (!cman_fill_gap(frame, count, *number) && count == frame->sender->count
               && cman_is_later(frame, count) && cman_knows_order(frame, count)
               && cman_note_backwards(frame, count)) {
        count = cman_begin_anew(frame);
        *number = count->sent.last;
        *step = DELIVERY_NEXT;
        cman_note_latest(frame, count);
    }
    return count;
}
