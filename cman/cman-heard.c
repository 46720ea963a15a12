/* cman-heard.c
 * What the file shows of the HELLOs of a node that is declared dead: when the last one was
 * sent, where it was lost, and how many are missed for sure.
 *
 * A place whose clock is ahead shows later in the file what it got at the same time: then
 * the last HELLOs of a node may come behind the message that declares it dead.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

#include "feeds.h"

#include "places.h"

/* --- What nobody watched --------------------------------------------------------- */

/* Whether any place that knows the node would have shown its HELLOs since the last one. */
static bool
cman_watched_on(const cman_frame_t *frame, const cman_member_t *member, int64_t since)
{
    for (uint32_t place = 0; place < cman_place_count(); place++) {
        if (cman_rhythm_at(member, place) != NULL
            && observation_was_watching(place, frame->when - cman_hello_rules().late_above)
            && !cman_was_blind(frame, member, place, since)) {
            return since >= frame->cluster->watched_from;
        }
    }
    return false;
}

/* --- What comes later in the file -------------------------------------------------- */

/* Unless it has stopped. */
static bool
cman_comes_later(const cman_frame_t *frame, const cman_rhythm_t *rhythm)
{
    moment_t there = { .feed = rhythm->feed };

    return observation_lags(&there, &frame->seen.at)
           && feed_at(rhythm->feed)->raw_end + cman_hello_rules().late_above
                  >= feed_at(frame->seen.at.feed)->raw_end;
}

bool
cman_has_to_come(const cman_frame_t *frame, const cman_member_t *member)
{
    for (uint32_t place = 0; place < cman_place_count(); place++) {
        const cman_rhythm_t *rhythm = cman_rhythm_at(member, place);

        if (rhythm != NULL && cman_comes_later(frame, rhythm)) {
            return true;
        }
    }
    return false;
}

/* --- Where HELLOs were lost ---------------------------------------------------------- */

/* Whether a place that never showed the node shows the HELLOs of others: all that it missed was
 * sent before the file began. */
static bool
cman_shows_others(const cman_frame_t *frame, uint32_t place, int64_t when)
{
    wmem_array_t *heard = frame->cluster->heard;

    for (unsigned i = 0; heard != NULL && i < wmem_array_get_count(heard); i++) {
        if (cman_rhythm_at(*(cman_member_t **)wmem_array_index(heard, i), place) != NULL) {
            return observation_was_watching(place, when);
        }
    }
    return false;
}

/* HELLOs of the node that others saw since this place saw its last one.  Nothing is known
 * where nobody watched. */
static void
cman_count_lost(const cman_frame_t *frame, const cman_member_t *member, cman_death_t *death,
                uint32_t place, uint32_t *lost)
{
    const cman_rhythm_t *rhythm = cman_rhythm_at(member, place);
    cadence_rules_t rules = cman_hello_rules();
    uint32_t hellos;

    if (rhythm == NULL || !observation_was_watching(place, death->heard.when)) {
        death->never_at += rhythm == NULL && cman_shows_others(frame, place, death->heard.when);
        return;
    }
    hellos = cadence_missed(&rules, death->heard.when - rhythm->first.when + rules.period);
    if (hellos == 0) {
        death->had_at++;
    } else if (rhythm->absences == death->absences
               && !cman_was_blind(frame, member, place, rhythm->first.when)) {
        lost[place] = hellos;
        death->lost_at++;
    }
}

/* The places that lost as many as the first of them did; they are not in `lost` any more. */
static void
cman_say_lost(uint32_t lost[], uint32_t first, wmem_strbuf_t *words)
{
    uint32_t hellos = lost[first];
    unsigned count = 0, i = 0;

    for (uint32_t place = first; place < CMAN_PLACES_MAX; place++) {
        count += lost[place] == hellos;
    }
    wmem_strbuf_append_printf(words, "%s%u lost on the way to ",
                              wmem_strbuf_get_len(words) > 0 ? ", " : "", hellos);
    for (uint32_t place = first; i < count; place++) {
        if (lost[place] == hellos) {
            lost[place] = 0;
            wmem_strbuf_append(words, cman_before_name(i++, count));
            wmem_strbuf_append(words, places_label(wmem_file_scope(), place));
        }
    }
}

static void
cman_find_lost(const cman_frame_t *frame, const cman_member_t *member, cman_death_t *death)
{
    uint32_t lost[CMAN_PLACES_MAX] = { 0 };
    wmem_strbuf_t *words;

    death->lost_at = death->had_at = death->never_at = 0;
    for (uint32_t place = 0; place < cman_place_count(); place++) {
        cman_count_lost(frame, member, death, place, lost);
    }
    if (death->lost_at == 0) {
        return;
    }
    words = wmem_strbuf_new(wmem_file_scope(), "");
    for (uint32_t place = 0; place < cman_place_count(); place++) {
        if (lost[place] > 0) {
            cman_say_lost(lost, place, words);
        }
    }
    death->lost = wmem_strbuf_finalize(words);
}

/* --- When it was heard ----------------------------------------------------------------- */

/* While a place may yet show more, or where others lost it, its own place has it. */
static void
cman_measure_silence(const cman_frame_t *frame, const cman_member_t *member,
                     const moment_t *declared, cman_death_t *death)
{
    death->silence = declared->when - death->heard.when;
    death->missed = cman_watched_on(frame, member, death->heard.when)
                        ? cman_missed_in(death->silence)
                        : 0;
    cman_find_lost(frame, member, death);
    death->heard_at = death->is_open || death->lost_at > 0
                          ? places_label(wmem_file_scope(), feed_at(death->heard.feed)->place)
                          : NULL;
}

/* Where the clock was set since, nobody knows by how much, the time between is a guess. */
static bool
cman_is_timed(const cman_frame_t *frame, const moment_t *heard)
{
    return heard->frame != 0
           && heard->frame >= feed_at(frame->seen.at.feed)->clock->guessed;
}

/* The latest HELLO of the node by a clock that was compared with that of the frame; or NULL.  By
 * another clock it may be of a life that the node begins later. */
static const moment_t *
cman_latest_heard(const cman_frame_t *frame, const cman_member_t *member)
{
    const cman_rhythm_t *rhythm;

    if (member->heard.frame == 0 || observation_is_measured(&member->heard, &frame->seen.at)) {
        return &member->heard;
    }
    rhythm = cman_rhythm_at(member, frame->seen.place);
    return rhythm != NULL && observation_is_measured(&rhythm->first, &frame->seen.at)
               ? &rhythm->first
               : NULL;
}

void
cman_find_heard(const cman_frame_t *frame, const cman_member_t *member, cman_death_t *death)
{
    const moment_t *heard = cman_latest_heard(frame, member);

    death->absences = member->absences;
    /* Later, another clock may show what it sends in its next life. */
    death->has_sent_since = heard != &member->heard || member->has_sent_since;
    death->is_open = cman_has_to_come(frame, member);
    if (heard != NULL && cman_is_timed(frame, heard) && !observation_lags(heard, &frame->seen.at)
        && observation_order(heard, &frame->seen.at) == OBSERVATION_BEFORE) {
        death->heard = *heard;
        cman_measure_silence(frame, member, &frame->seen.at, death);
    }
}

/* What this place showed before it showed the message. */
void
cman_find_heard_here(const cman_frame_t *frame, const cman_member_t *member,
                     cman_death_t *death)
{
    const cman_rhythm_t *rhythm = cman_rhythm_at(member, frame->seen.place);

    if (rhythm != NULL && cman_is_timed(frame, &rhythm->first)
        && rhythm->first.when <= frame->seen.first.when
        && (death->heard.frame == 0 || rhythm->first.when > death->heard.when)) {
        death->heard = rhythm->first;
    }
    death->is_open = cman_has_to_come(frame, member);
    if (death->heard.frame != 0) {
        cman_measure_silence(frame, member, &frame->seen.first, death);
    }
}

/* --- Since when it was not heard ---------------------------------------------------------- */

/* A HELLO at the beginning of that time may have been the last that was heard. */
#define UNHEARD_BEHIND NS_PER_S

/* Only who heard no HELLO for deadnode_timeout sends a NODEDOWN for that: it heard none of those
 * that the file has of this time. */
void
cman_find_unheard(const cman_frame_t *frame, const cman_member_t *member, cman_death_t *death)
{
    int64_t from = frame->when - cman_hello_rules().lost_from + UNHEARD_BEHIND;

    if (!cman_is(frame->message, CMAN_NODEDOWN)) {
        return;
    }
    death->deaf_for = cman_hello_rules().lost_from;
    for (unsigned i = 0; i < CMAN_HELLOS; i++) {
        const moment_t *hello = &member->hellos[(member->next_hello + i) % CMAN_HELLOS];

        if (hello->frame != 0 && hello->frame != death->heard.frame && hello->when > from
            && hello->when < death->heard.when
            && observation_is_measured(hello, &frame->seen.at)) {
            death->unheard = hello->frame;
            death->unheard_ago = frame->when - hello->when;
            return;
        }
    }
}
