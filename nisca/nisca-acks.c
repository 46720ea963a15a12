/* nisca-acks.c
 * Which ACK was the first for a message, where places show them out of order.
 *
 * Of two LANs that are captured by two machines the one whose clock is behind, or whose file
 * was appended, shows ACKs that were sent before those that the other has shown.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

/* ACKs of one direction that are remembered; when there are so many, the older half is
 * forgotten. */
#define KEPT_FROM 16
#define KEPT_MAX 1024

/* Messages that one ACK can cover: far more than any window. */
#define MAX_COVERED 4096

static void
nisca_acks_make_room(nisca_acks_t *acks)
{
    if (acks->count == KEPT_MAX) {
        acks->count = KEPT_MAX / 2;
        acks->forgot = true;
        memmove(acks->kept, acks->kept + KEPT_MAX / 2, KEPT_MAX / 2 * sizeof *acks->kept);
    }
    if (acks->count == acks->size) {
        acks->size = MAX(acks->size * 2, KEPT_FROM);
        acks->kept = wmem_realloc(wmem_file_scope(), acks->kept,
                                  acks->size * sizeof *acks->kept);
    }
}

void
nisca_acks_keep(nisca_acks_t *acks, const nisca_ack_t *ack)
{
    nisca_acks_make_room(acks);
    acks->kept[acks->count++] = *ack;
}

void
nisca_acks_forget(nisca_acks_t *acks)
{
    acks->count = 0;
    acks->forgot = false;
}

/* Index of the first ACK that covers `number`. */
static uint32_t
nisca_acks_index(const nisca_acks_t *acks, int64_t number)
{
    uint32_t low = 0, high = acks->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (acks->kept[middle].number < number) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static bool
nisca_is_earlier(const nisca_frame_t *frame, const nisca_ack_t *ack)
{
    return observation_order(&frame->seen.at, &ack->at) == OBSERVATION_BEFORE;
}

/* An ACK that was said to be the first for its message was not. */
static void
nisca_take_back_ack(const nisca_ack_t *ack)
{
    finding_t *found = findings_find(nisca_state->pass.findings, ack->at.frame, NISCA_FOUND_ACKS);

    if (found == NULL) {
        found = findings_find(nisca_state->pass.findings, ack->at.frame,
                              NISCA_FOUND_ACKS_NO_RTT);
    }
    if (found != NULL) {
        found->kind = 0;
    }
}

/* What arrives behind a message that was sent again may have waited for it. */
static void
nisca_cover(const nisca_frame_t *frame, const nisca_way_t *way, int64_t from, int64_t to)
{
    bool is_behind = false;

    for (; from <= to; from++) {
        const delivery_message_t *message = delivery_find(&way->sent, from);

        if (message != NULL) {
            is_behind |= nisca_acknowledge_earlier(frame, way, message, is_behind);
        }
    }
}

/* Those that came later by their times and cover no more leave; returns where the ACK of
 * the frame belongs, between the others. */
static uint32_t
nisca_supersede(const nisca_frame_t *frame, nisca_acks_t *acks, uint32_t at, int64_t number)
{
    uint32_t first = at, end = at;

    end += at < acks->count && acks->kept[at].number == number;
    while (first > 0 && nisca_is_earlier(frame, &acks->kept[first - 1])) {
        first--;
    }
    for (uint32_t i = first; i < end; i++) {
        nisca_take_back_ack(&acks->kept[i]);
    }
    memmove(acks->kept + first, acks->kept + end, (acks->count - end) * sizeof *acks->kept);
    acks->count -= end - first;
    return first;
}

/* There is room. */
static void
nisca_acks_insert(nisca_acks_t *acks, uint32_t at, const nisca_ack_t *ack)
{
    memmove(acks->kept + at + 1, acks->kept + at, (acks->count - at) * sizeof *ack);
    acks->kept[at] = *ack;
    acks->count++;
}

bool
nisca_acks_note_earlier(const nisca_frame_t *frame, nisca_way_t *way, int64_t number)
{
    nisca_acks_t *acks = &way->acks;
    int64_t from;
    uint32_t at;

    nisca_acks_make_room(acks);
    at = nisca_acks_index(acks, number);
    if (at == acks->count || !nisca_is_earlier(frame, &acks->kept[at])) {
        return false;
    }
    at = nisca_supersede(frame, acks, at, number);
    if (at > 0) {
        from = acks->kept[at - 1].number + 1;
    } else {
        from = acks->forgot ? number : way->sent.origin;
    }
    nisca_cover(frame, way, MAX(from, number - MAX_COVERED + 1), number);
    nisca_acks_insert(acks, at, &(nisca_ack_t){ .number = number, .at = frame->seen.at });
    return true;
}
