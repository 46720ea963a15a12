/* cman-sight.c
 * Whether an answer that the file does not have would be in it.
 *
 * Members answer by broadcast, which all places on the LAN get; protocol ACKs go to one node
 * ("cnxman.c"), so that a switch hides them from all others.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

#include "feeds.h"

/* Whether a number of the node is missing that it used after the frame `from`. */
static bool
cman_lacks_message(const cman_member_t *member, uint32_t from)
{
    wmem_array_t *gaps = member->count != NULL ? member->count->gaps : NULL;

    for (unsigned i = gaps != NULL ? wmem_array_get_count(gaps) : 0; i > 0; i--) {
        const cman_gap_t *gap = wmem_array_index(gaps, i - 1);

        if (gap->to >= gap->from && gap->finding->frame > from) {
            return true;
        }
    }
    return false;
}

/* The place that had the node's latest broadcast had one just before the question, at the
 * earliest, and watched since, for all but the last HELLO period. */
bool
cman_would_show(const cman_frame_t *frame, const cman_member_t *member, int64_t since,
                uint32_t from)
{
    cadence_rules_t rules = cman_hello_rules();

    return member->spoke != 0 && member->spoke >= since - rules.late_above
           && observation_was_watching(member->spoke_at, since)
           && observation_was_watching(member->spoke_at, MAX(since, frame->when - rules.period))
           && !cman_lacks_message(member, from);
}

bool
cman_has_spoken(const cman_frame_t *frame, const cman_member_t *member, int64_t since)
{
    return member->spoke > since
           || frame->when - member->spoke > cman_hello_rules().late_above;
}

/* Only protocol ACKs and what goes to a node that is no member have neither. */
void
cman_note_broadcast(const cman_frame_t *frame)
{
    if (frame->message->tgtid != 0 || (frame->message->flags & CMAN_FLAG_MULTICAST)) {
        frame->sender->spoke = frame->when;
        frame->sender->spoke_at = frame->seen.place;
    }
}

/* A feed at a node that acknowledges shows the ACKs of that node alone. */
void
cman_note_acker(const cman_frame_t *frame, cman_member_t *acked)
{
    if (acked->ack_from == NULL || acked->ack_feed != frame->seen.at.feed) {
        acked->ack_from = frame->sender;
        acked->ack_feed = frame->seen.at.feed;
    } else if (acked->ack_from != frame->sender) {
        acked->shows_acks = true;
    }
}

/* --- What no place showed ------------------------------------------------------- */

const cman_rhythm_t *
cman_rhythm_at(const cman_member_t *member, uint32_t place)
{
    state_key_t key = { .third = member->idx, .fourth = place };
    const cman_rhythm_t *rhythm = state_find(cman_state->rhythms, key);

    return rhythm != NULL && rhythm->first.frame != 0 ? rhythm : NULL;
}

typedef struct {
    int64_t from, to;
} cman_quiet_t;

/* The latest time in which a place showed no HELLO of a node for too long. */
static cman_quiet_t
cman_quiet(const cman_rhythm_t *rhythm)
{
    int64_t end = feed_at(rhythm->feed)->end;

    return end - rhythm->first.when > cman_hello_rules().late_above
               ? (cman_quiet_t){ rhythm->first.when, end }
               : (cman_quiet_t){ rhythm->late_from, rhythm->late_to };
}

bool
cman_was_blind(const cman_frame_t *frame, const cman_member_t *member, uint32_t place,
               int64_t since)
{
    int64_t from = since, to = frame->when, late_above = cman_hello_rules().late_above;
    wmem_array_t *heard = frame->cluster->heard;
    unsigned others = 0;

    for (unsigned i = 0; heard != NULL && i < wmem_array_get_count(heard); i++) {
        const cman_member_t *other = *(cman_member_t **)wmem_array_index(heard, i);
        const cman_rhythm_t *rhythm = other != member ? cman_rhythm_at(other, place) : NULL;

        if (rhythm != NULL) {
            cman_quiet_t quiet = cman_quiet(rhythm);

            from = MAX(from, quiet.from);
            to = MIN(to, quiet.to);
            others += quiet.from >= since - late_above;
        }
    }
    return others > 0 && to - from > late_above;
}
