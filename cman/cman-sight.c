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
#include "places.h"

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
cman_note_acker(const cman_frame_t *frame, cman_member_t *acked, cman_acker_t *acker)
{
    if (acker != NULL) {
        acker->shown_at = frame->seen.place + 1;
    }
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

uint32_t
cman_place_count(void)
{
    return MIN(places_count(), CMAN_PLACES_MAX);
}

typedef struct {
    int64_t since, now;
    int64_t from, to; /* when none of these nodes was heard */
    unsigned others;  /* of them, those that were heard at its beginning */
} cman_quiet_t;

/* A place that is the frame's own has shown no HELLO until now, whichever of its feeds ended. */
static void
cman_add_quiet(cman_quiet_t *quiet, const cman_rhythm_t *rhythm, bool is_here)
{
    int64_t late_above = cman_hello_rules().late_above;
    int64_t end = is_here ? quiet->now : feed_at(rhythm->feed)->end;
    bool is_late = end - rhythm->first.when > late_above;
    int64_t from = is_late ? rhythm->first.when : rhythm->late_from;

    if (end >= quiet->since) {
        quiet->from = MAX(quiet->from, from);
        quiet->to = MIN(quiet->to, is_late ? end : rhythm->late_to);
        quiet->others += from >= quiet->since - late_above;
    }
}

/* Nodes that are asked: if a place showed none of so many, it showed nothing. */
#define OTHERS_MAX 64

/* What the HELLOs of other nodes say of a place. */
static void
cman_add_others(cman_quiet_t *quiet, const cman_frame_t *frame, const cman_member_t *member,
                uint32_t place)
{
    wmem_array_t *heard = frame->cluster->heard;
    unsigned count = heard != NULL ? MIN(wmem_array_get_count(heard), OTHERS_MAX) : 0;

    for (unsigned i = 0; i < count; i++) {
        const cman_member_t *other = *(cman_member_t **)wmem_array_index(heard, i);
        const cman_rhythm_t *rhythm = other != member ? cman_rhythm_at(other, place) : NULL;

        if (rhythm != NULL) {
            cman_add_quiet(quiet, rhythm, place == frame->seen.place);
        }
    }
}

/* A place that shows one node alone, as an interface of a tap may, is judged by all places. */
bool
cman_was_blind(const cman_frame_t *frame, const cman_member_t *member, uint32_t place,
               int64_t since)
{
    cman_quiet_t quiet = { .since = since, .now = frame->when, .from = since,
                           .to = frame->when };

    cman_add_others(&quiet, frame, member, place);
    for (uint32_t i = 0, end = quiet.others == 0 ? cman_place_count() : 0; i < end; i++) {
        cman_add_others(&quiet, frame, member, i);
    }
    return quiet.others > 0 && quiet.to - quiet.from > cman_hello_rules().late_above;
}
