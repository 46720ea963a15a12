/* nisca-bursts.c
 * How many messages of a direction were sent again, why, and on which path they went first: in a
 * burst, and in the whole file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-paths.h"
#include "nisca-state.h"

/* A message is lost now and then in any network.  A burst has at least BURST_FROM losses.  It
 * begins where no more than BURST_WITHIN messages lie between two of them, and ends when none
 * was lost for BURST_OVER_AFTER. */
#define BURST_FROM 3
#define BURST_WITHIN 100
#define BURST_OVER_AFTER (30 * NS_PER_S)

/* By then it is mostly known why: the ACK is there, or both. */
#define TOLD_AFTER NS_PER_S

const nisca_burst_t *
nisca_burst_at(uint32_t idx)
{
    return wmem_array_index(nisca_state->bursts, idx);
}

static nisca_resent_t *
nisca_resent_new(const nisca_frame_t *frame, const delivery_message_t *first)
{
    nisca_resent_t *resent = wmem_new0(wmem_file_scope(), nisca_resent_t);

    resent->from = frame->src;
    resent->to = frame->dst;
    resent->cluster = frame->seen.cluster;
    resent->first_frame = first != NULL ? first->frame : frame->frame;
    resent->first = first != NULL ? first->when : frame->when;
    return resent;
}

/* Messages that were sent before this one. */
static uint32_t
nisca_sent_before(const nisca_way_t *way, int64_t number, const delivery_message_t *first)
{
    int64_t since = first != NULL ? way->sent.last - number + 1 : 0;

    return way->messages - (uint32_t)CLAMP(since, 0, way->messages);
}

/* Messages that are lost now and then are no part of a burst that follows. */
static bool
nisca_begins_burst(const nisca_frame_t *frame, const nisca_way_t *way)
{
    const nisca_resents_t *resents = way->resents;

    return resents->burst == NULL || frame->when - resents->burst->last > BURST_OVER_AFTER
           || (!resents->is_told && way->messages - resents->sent_by_then > BURST_WITHIN);
}

static nisca_resents_t *
nisca_resents(const nisca_frame_t *frame, nisca_way_t *way, int64_t number,
              const delivery_message_t *first)
{
    nisca_resents_t *resents = way->resents;

    if (resents == NULL) {
        if (nisca_state->resents == NULL) {
            nisca_state->resents = wmem_array_new(wmem_file_scope(), sizeof(nisca_way_t *));
        }
        wmem_array_append_one(nisca_state->resents, way);
        way->resents = resents = wmem_new0(wmem_file_scope(), nisca_resents_t);
        resents->all = nisca_resent_new(frame, first);
    }
    if (nisca_begins_burst(frame, way)) {
        resents->burst = nisca_resent_new(frame, first);
        resents->sent_before = nisca_sent_before(way, number, first);
    }
    return resents;
}

static void
nisca_count_time(const nisca_frame_t *frame, nisca_resent_t *resent)
{
    resent->times++;
    resent->last_frame = frame->frame;
    resent->last = frame->when;
}

static void
nisca_count_resent(const nisca_frame_t *frame, nisca_resent_t *resent,
                   const delivery_message_t *first, int64_t cause)
{
    resent->messages++;
    resent->causes[cause]++;
    nisca_route_count(resent->routes, frame->lost_on,
                      first != NULL ? first->feed : frame->seen.at.feed, true);
}

/* A message that is sent again for nothing, and its copies, is told by its number alone. */
static bool
nisca_is_counted(const nisca_way_t *way, int64_t number, const delivery_message_t *first)
{
    return (first != NULL && first->tag & NISCA_TAG_HAS_COPIES)
           || (way->resents != NULL && way->has_acked && number <= way->acked
               && number <= way->resents->number);
}

static void
nisca_note_message(const nisca_frame_t *frame, nisca_way_t *way, int64_t number,
                   const delivery_message_t *first, int64_t cause)
{
    nisca_resents_t *resents = nisca_resents(frame, way, number, first);

    resents->number = number;
    resents->sent_by_then = way->messages;
    nisca_count_resent(frame, resents->all, first, cause);
    nisca_count_resent(frame, resents->burst, first, cause);
    if (resents->burst->messages == BURST_FROM) {
        resents->due = frame->when + TOLD_AFTER;
    }
}

void
nisca_note_resent(const nisca_frame_t *frame, nisca_way_t *way, int64_t number,
                  const delivery_message_t *first, int64_t cause)
{
    if (way->is_old) {
        return;
    }
    if (!nisca_is_counted(way, number, first)) {
        nisca_note_message(frame, way, number, first, cause);
    }
    if (way->resents != NULL) {
        nisca_count_time(frame, way->resents->all);
    }
    if (way->resents != NULL && way->resents->burst != NULL) {
        nisca_count_time(frame, way->resents->burst);
    }
}

void
nisca_amend_resent(nisca_resent_t *const counted[2], int64_t before, int64_t cause)
{
    for (unsigned i = 0; i < 2; i++) {
        if (counted[i] != NULL && counted[i]->causes[before] > 0) {
            counted[i]->causes[before]--;
            counted[i]->causes[cause]++;
        }
    }
}

/* --- Told ------------------------------------------------------------------------------- */

static void
nisca_tell_burst(const nisca_frame_t *frame, const nisca_way_t *way, bool is_over)
{
    const nisca_resents_t *resents = way->resents;
    nisca_burst_t burst = { .resent = *resents->burst, .is_over = is_over,
                            .sent = way->messages - resents->sent_before };

    if (nisca_state->bursts == NULL) {
        nisca_state->bursts = wmem_array_new(wmem_file_scope(), sizeof burst);
    }
    wmem_array_append_one(nisca_state->bursts, burst);
    nisca_found(NISCA_FOUND_BURST, wmem_array_get_count(nisca_state->bursts) - 1,
                frame->when - burst.resent.first);
}

/* Of a receiver that answers nothing, other events tell. */
static bool
nisca_is_burst(const nisca_way_t *way)
{
    const nisca_resents_t *resents = way->resents;
    const nisca_resent_t *burst = resents->burst;

    return burst->messages >= BURST_FROM
           && burst->causes[NISCA_CAUSE_UNACKED] < burst->messages;
}

static void
nisca_look_at_way(const nisca_frame_t *frame, nisca_way_t *way)
{
    nisca_resents_t *resents = way->resents;

    if (resents == NULL || resents->burst == NULL) {
        return;
    }
    if (frame->when - resents->burst->last > BURST_OVER_AFTER) {
        if (resents->is_told) {
            nisca_tell_burst(frame, way, true);
        }
        nisca_end_burst(way);
    } else if (!resents->is_told && frame->when >= resents->due && nisca_is_burst(way)) {
        resents->is_told = true;
        nisca_tell_burst(frame, way, false);
    }
}

void
nisca_look_at_bursts(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    nisca_look_at_way(frame, &circuit->life.ways[0]);
    nisca_look_at_way(frame, &circuit->life.ways[1]);
}

void
nisca_end_burst(nisca_way_t *way)
{
    if (way->resents != NULL) {
        way->resents->burst = NULL;
        way->resents->is_told = false;
    }
}

nisca_burst_t
nisca_resent_in_file(unsigned idx)
{
    const nisca_way_t *const *way = wmem_array_index(nisca_state->resents, idx);

    return (nisca_burst_t){ .resent = *(*way)->resents->all, .sent = (*way)->messages,
                            .is_file = true };
}

unsigned
nisca_resent_ways(void)
{
    return nisca_state->resents != NULL ? wmem_array_get_count(nisca_state->resents) : 0;
}
