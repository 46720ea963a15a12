/* observation.c
 * Which frames show one transmission.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "observation.h"

#include "observation-state.h"

#include "storms.h"

/* Feeds that are asked whether they are of one place. */
#define FEEDS_ASKED 64

/* A count that was left and gone on with so often is shown by two clocks. */
#define RETURNS_PROOF 2

/* How a frame relates to what is remembered under its number. */
typedef enum {
    SHOWS_NEW,     /* another message, maybe with a number that is used again */
    SHOWS_AGAIN,   /* the transmission that is remembered */
    SHOWS_ATTEMPT  /* the message, sent once more */
} relation_t;

observer_t *
observer_new(const observer_rules_t *rules)
{
    observer_t *observer = wmem_new0(wmem_file_scope(), observer_t);

    observer->rules = rules;
    return observer;
}

/* --- Time ---------------------------------------------------------------------- */

static moment_t
transmission_moment(const transmission_t *transmission)
{
    return (moment_t){ .when = feed_time(feed_at(transmission->feed), transmission->when),
                       .frame = transmission->frame,
                       .feed = transmission->feed };
}

/* --- How a frame relates to what is remembered --------------------------------- */

/* The sender has used later numbers since. */
static bool
is_past_number(const identity_t *identity, const counter_t *counter)
{
    return identity->count != 0 && counter->started
           && number_step(identity->number, counter->number, identity->count) >= 0;
}

/* A message that nobody sends twice, at a time that is not the one known. */
static relation_t
relate_once(const subject_t *subject, const transmission_t *known, const counter_t *counter,
            bool shown_here)
{
    const feed_t *other = feed_at(known->feed);
    int64_t distance = transmission_distance(subject, known);

    bool again = shown_here || other->clock == subject->feed->clock
                     ? distance > 0 && distance <= subject->observer->rules->repeated_within
                     : is_past_number(subject->identity, counter);

    return again ? SHOWS_AGAIN : SHOWS_NEW;
}

/* A message that may be sent again. */
static relation_t
relate_repeated(const subject_t *subject, const transmission_t *known, const counter_t *counter,
                bool shown_here)
{
    int64_t distance = transmission_distance(subject, known);
    bool other_clock = feed_at(known->feed)->clock != subject->feed->clock;
    bool is_other = known->variant != subject->identity->variant;

    if ((distance >= 0 || is_other)
        && ABS(distance) <= subject->observer->rules->repeated_within) {
        return SHOWS_ATTEMPT;
    }
    if (!transmission_is_comparable(subject, known)) {
        return is_other ? SHOWS_ATTEMPT : SHOWS_AGAIN;
    }
    if (other_clock && !shown_here && is_past_number(subject->identity, counter)) {
        return SHOWS_AGAIN;
    }
    return SHOWS_NEW;
}

/* What is sent once, as another clock shows it that is wrong. */
static bool
is_by_wrong_clock(const subject_t *subject, const transmission_t *known)
{
    const observer_rules_t *rules = subject->observer->rules;
    bool is_any_time = rules->original_within > 0
                       && (subject->identity->once || !transmission_is_comparable(subject, known));
    int64_t within = is_any_time ? rules->repeated_within : rules->original_within;

    return (known->variant | subject->identity->variant) == 0
           && feed_at(known->feed)->clock != subject->feed->clock
           && transmission_apart(subject, known) <= within;
}

static relation_t
relate(const subject_t *subject, const transmission_t *known, const counter_t *counter)
{
    const identity_t *identity = subject->identity;
    bool shown_here;

    if (content_differs(known, identity) || known->frame == subject->pinfo->num) {
        return SHOWS_NEW; /* a read filter rejected the frame that had this number before */
    }
    if (known->variant == identity->variant && !transmission_is_next_attempt(subject, known)
        && (transmission_apart(subject, known) <= transmission_tolerance(subject, known)
            || (identity->once && !transmission_is_comparable(subject, known))
            || transmission_is_late_copy(subject, known))) {
        return SHOWS_AGAIN;
    }
    if (!identity->has_number) {
        return SHOWS_NEW;
    }
    shown_here = transmission_is_shown_here(subject, known);
    if (!shown_here && is_by_wrong_clock(subject, known)) {
        return SHOWS_AGAIN;
    }
    return identity->once ? relate_once(subject, known, counter, shown_here)
                          : relate_repeated(subject, known, counter, shown_here);
}

/* --- Copies -------------------------------------------------------------------- */

/* What was taken for another attempt was the same, by another clock. */
static void
convert_waiting(const subject_t *subject)
{
    copies_t *copies = &subject->feed->copies;

    for (uint32_t i = 0; i < copies->waiting_count; i++) {
        const copies_waiting_t *waiting = &copies->waiting[i];
        showing_t showing = { .frame = waiting->frame, .first = waiting->first, .count = 2,
                              .feed = (uint16_t)subject->feed->idx, .again = true,
                              .is_copy = true };

        if (copies_are_late(copies, waiting->lag)) {
            showings_insert(&subject->observer->showings, &showing);
        }
    }
    copies->waiting_count = 0;
}

/* A circuit that is made again, or a node that boots, counts from the beginning and does
 * not return to where it was; by another clock, both counts go on. */
static bool
is_no_new_count(const subject_t *subject)
{
    return subject->identity->count == 0 || subject->counter->returns >= RETURNS_PROOF;
}

/* A number that came before, unchanged: is it always so late on this feed?  Answers prove nothing:
 * they come again when what they answer does, from many nodes at once. */
static void
count_late(const subject_t *subject, const transmission_t *known)
{
    feed_t *feed = subject->feed;
    bool is_asked = is_answer(subject);

    if (known->feed == feed->idx && known->variant == subject->identity->variant
        && subject->identity->has_number && !content_differs(known, subject->identity)
        && copies_count_late(&feed->copies, known->unasked, subject->raw - known->when,
                             known->attempt == 1 && !is_asked,
                             !is_asked && is_no_new_count(subject), subject->pinfo->num,
                             known->frame)) {
        convert_waiting(subject);
    }
}

/* A copy follows its own first showing, between which and it others may come; what another feed
 * showed first, the latest one here. */
static void
count_again(const subject_t *subject, const transmission_t *known, const showing_t *first_here)
{
    copies_t *copies = &subject->feed->copies;

    if (first_here == NULL) {
        copies_count(copies, is_to_all(subject), known->serial, known->count,
                     subject->raw - known->when);
    } else {
        copies_count(copies, is_to_all(subject), copies->transmissions, first_here->count,
                     subject->raw - copies->latest);
    }
}

static void
count_first_here(const subject_t *subject)
{
    copies_t *copies = &subject->feed->copies;

    copies->latest = subject->raw;
    copies->transmissions++;
    copies->kinds[is_to_all(subject)].transmissions++;
    copies->unasked += !is_answer(subject);
}

/* --- Clocks -------------------------------------------------------------------- */

/* `frame` is by this clock.  The frames that proved a step were counted by the clock as it
 * was. */
static void
sample_clock(const subject_t *subject, feed_clock_t *clock, int64_t offset, uint32_t frame)
{
    int64_t shift = clock->track.shift;
    uint32_t steps = clock->track.steps;

    clock_sample(&clock->track, offset);
    clock->latest -= clock->track.shift - shift;
    if (clock->track.steps != steps) {
        feed_clock_doubt(clock, clock->sure_frame + 1, subject->pinfo->num);
    }
    if (clock->track.odd_count == 0) {
        clock->sure_frame = frame;
    }
}

/* Both feeds show a transmission: how far are their clocks apart?  What is shown more
 * often says less.  A clock that was set ahead makes its feed the later one in the file. */
static void
compare_clocks(const subject_t *subject, const transmission_t *known)
{
    feed_clock_t *here = subject->feed->clock;
    feed_clock_t *there = feed_at(known->feed)->clock;
    int64_t ahead = subject->raw - known->when;
    int64_t offset = ahead + there->track.offset;

    if (here == there || here->jump != 0 || known->count != 1 || known->attempt != 1
        || is_answer(subject)) {
        return;
    }
    if (!clocks_are_compared(&here->track, &there->track)) {
        feed_clocks_join(here, there, offset - here->track.offset);
        offset = ahead + there->track.offset;
    }
    if (here->track.rank > there->track.rank || clock_is_odd(&here->track, offset)) {
        sample_clock(subject, here, offset, subject->pinfo->num);
    } else {
        sample_clock(subject, there, here->track.offset - ahead, known->frame);
    }
}

/* --- Transmissions ------------------------------------------------------------- */

static transmission_t
transmission_new(const subject_t *subject, uint64_t key, uint8_t attempt)
{
    return (transmission_t){
        .key = key,
        .when = subject->raw,
        .latest = subject->raw,
        .frame = subject->pinfo->num,
        .content = (uint32_t)subject->identity->content,
        .serial = subject->feed->copies.transmissions,
        .unasked = subject->feed->copies.unasked,
        .count = 1,
        .feed = (uint16_t)subject->feed->idx,
        .latest_feed = (uint16_t)subject->feed->idx,
        .address = (uint16_t)sightings_mix(subject->identity->address, 1),
        .attempt = attempt,
        .variant = subject->identity->variant,
    };
}

static void
see_new(const subject_t *subject, uint64_t key, const transmission_t *known, observation_t *seen)
{
    transmission_t transmission;

    if (known != NULL) {
        count_late(subject, known);
    }
    count_first_here(subject);
    transmission = transmission_new(subject, key, 1);
    transmissions_add(&subject->observer->memory, &transmission);
    transmission_keep_content(subject, &transmission);
    seen->is_first = true;
    seen->attempt = 1;
    seen->here = 1;
}

/* The latest frame that was taken to show `known` shows what the frame does. */
static void
take_back_showing(const subject_t *subject, transmission_t *known)
{
    showings_move(&subject->observer->showings, known->frame, known->latest_feed,
                  subject->pinfo->num);
    known->latest = known->when;
    known->latest_feed = known->feed;
}

static void
see_attempt(const subject_t *subject, const transmission_t *known, observation_t *seen)
{
    transmission_t before = *known;
    transmission_t transmission;

    count_late(subject, &before);
    if (transmission_is_next_attempt(subject, known)) {
        take_back_showing(subject, &before);
    }
    subject->feed->copies.latest = subject->raw;
    transmission = transmission_new(subject, before.key,
                                    (uint8_t)MIN(before.attempt + 1, UINT8_MAX));
    transmission.serial = before.serial;
    transmission.unasked = before.unasked;
    before.key = transmission_attempt_key(before.key, before.attempt);
    transmissions_add(&subject->observer->memory, &before);
    transmissions_add(&subject->observer->memory, &transmission);
    seen->is_first = true;
    seen->attempt = transmission.attempt;
    seen->here = 1;
}

/* The transmission was shown on this feed before. */
static uint32_t
see_here_again(const subject_t *subject, transmission_t *known, showing_t *first_here)
{
    uint32_t *count = first_here != NULL ? &first_here->count : &known->count;

    *count += *count < UINT32_MAX;
    count_again(subject, known, first_here);
    if (first_here == NULL && *count == 2
        && subject->raw - known->when > subject->observer->rules->same_within) {
        count_late(subject, known);
    }
    if (*count >= STORM_FROM) {
        note_storm(subject, known, first_here, *count);
    }
    return *count;
}

/* The first showing on the frame's feed; not one that was taken for it before the clocks were
 * compared: nobody looks for that any more. */
static showing_t *
find_first_here(const subject_t *subject, const transmission_t *known)
{
    showing_t *first_here = showings_on(&subject->observer->showings, known->frame,
                                        subject->feed->idx);

    if (first_here != NULL && transmission_was_another(subject, known, first_here)) {
        first_here->first = 0;
        return NULL;
    }
    return first_here;
}

static void
see_again(subject_t *subject, transmission_t *known, observation_t *seen)
{
    observer_t *observer = subject->observer;
    uint32_t feed = subject->feed->idx;
    showing_t *first_here = find_first_here(subject, known);
    showing_t showing = { .frame = subject->pinfo->num, .first = known->frame, .count = 1,
                          .feed = (uint16_t)feed, .to_all = is_to_all(subject) };

    showing.again = known->feed == feed || first_here != NULL;
    if (showing.again) {
        showing.count = see_here_again(subject, known, first_here);
        showing.is_copy = transmission_is_late_copy(subject, known)
                          || (showing.count == 2
                              && transmission_is_of_other_network(subject, known));
    } else {
        compare_clocks(subject, known);
        subject_read_clock(subject);
        count_first_here(subject);
        keep_capture_time(subject);
    }
    known->latest = subject->raw;
    known->latest_feed = (uint16_t)feed;
    seen->attempt = known->attempt;
    seen->here = showing.count;
    seen->first = transmission_moment(known);
    showings_add(&observer->showings, &showing);
}

/* Whether a place has shown before what `first` showed. */
static bool
is_shown_at(const observer_t *observer, const moment_t *first, uint32_t place,
            uint32_t but_for)
{
    uint32_t feeds = MIN(feeds_count(), FEEDS_ASKED);

    if (feed_at(first->feed)->place == place) {
        return true;
    }
    for (uint32_t i = 0; i < feeds; i++) {
        if (i != but_for && feed_at(i)->place == place
            && showings_on(&observer->showings, first->frame, i) != NULL) {
            return true;
        }
    }
    return false;
}

/* Whether another feed has shown a transmission when `before` would have. */
static bool
is_in_time(const subject_t *subject, const transmission_t *known, const feed_t *before)
{
    const feed_t *other = feed_at(known->feed);
    int64_t distance = feed_time(before, subject->raw) - feed_time(other, known->when);

    return !transmission_is_shown(subject->observer, known, before->idx)
           && clocks_are_compared(&before->clock->track, &other->clock->track)
           && ABS(distance) <= OBSERVED_TOGETHER;
}

/* The first frame of a feed.  What the other one has shown is no continuation of it; what had
 * this number in the sender's life before is something else.  Nor is a file whose clock is
 * another, by the sender's own time. */
static void
find_place(subject_t *subject, const transmission_t *known)
{
    feed_t *before = feed_before(subject->feed, capture_time(subject->pinfo));

    if (before != NULL && subject->feed->clock->track.rough == 0
        && (known == NULL || content_differs(known, subject->identity)
            || is_in_time(subject, known, before))) {
        feed_continue(subject->feed, before);
        subject_read_clock(subject);
    }
}

/* What was shown with the frame's number, or the same time. */
static transmission_t *
find_transmission(const subject_t *subject)
{
    transmission_t *known = transmissions_find(&subject->observer->memory,
                                               subject->transmission_key);
    transmission_t *other = known == NULL || subject->identity->is_cut
                                ? transmission_by_content(subject)
                                : NULL;
    transmission_t whole;

    if (other == NULL || subject->identity->is_cut) {
        return other != NULL ? other : known;
    }
    whole = *other;
    whole.key = subject->transmission_key;
    transmissions_add(&subject->observer->memory, &whole);
    return transmissions_find(&subject->observer->memory, whole.key);
}

static void
see(subject_t *subject, const counter_t *counter, observation_t *seen)
{
    uint64_t key = subject->transmission_key;
    transmission_t *known = find_transmission(subject);
    relation_t relation;
    transmission_t *earlier = NULL;

    if (subject->feed->frames == 0) {
        find_place(subject, known);
    }
    seen->place = subject->feed->place;
    relation = known != NULL ? relate(subject, known, counter) : SHOWS_NEW;
    if (relation == SHOWS_ATTEMPT
        || (known != NULL && known->attempt > 1 && !transmission_is_same(subject, known))) {
        earlier = transmission_of_attempt(subject, known);
    }
    if (earlier != NULL) {
        see_again(subject, earlier, seen);
    } else if (relation == SHOWS_AGAIN) {
        see_again(subject, known, seen);
    } else if (relation == SHOWS_ATTEMPT) {
        see_attempt(subject, known, seen);
    } else {
        see_new(subject, key, known, seen);
    }
    seen->is_first_here = seen->is_first
                          || (seen->here == 1
                              && !is_shown_at(subject->observer, &seen->first, seen->place,
                                              subject->feed->idx));
}

/* --- One frame ----------------------------------------------------------------- */

/* Frames of a cluster that come out of the order of their times. */
static void
note_progress(cluster_t *cluster, observation_t *seen)
{
    if (!seen->is_first) {
        return;
    }
    if (cluster->started && cluster->latest > seen->at.when) {
        seen->behind = cluster->latest - seen->at.when;
    } else {
        cluster->latest = seen->at.when;
        cluster->started = true;
    }
}

/* What both clocks say is known once the transmission is. */
static void
note_moments(const subject_t *subject, observation_t *seen)
{
    const transmission_t *original = NULL;

    if (seen->attempt > 1) {
        original = transmissions_find(&subject->observer->memory,
                                      transmission_attempt_key(subject->transmission_key, 1));
    }
    seen->at = (moment_t){ .when = feed_count(subject->feed, subject->pinfo, subject->raw),
                           .frame = subject->pinfo->num,
                           .feed = subject->feed->idx };
    if (seen->is_first) {
        seen->first = seen->at;
    }
    seen->original = original != NULL ? transmission_moment(original) : seen->first;
}

static void
mix_keys(subject_t *subject)
{
    const identity_t *identity = subject->identity;

    subject->sender_key = sender_key(subject->member->cluster, subject->sender);
    subject->counter_key = identity->series != 0
                               ? sightings_mix(subject->sender_key, identity->series)
                               : subject->sender_key;
    subject->transmission_key =
        identity->has_number ? sightings_mix(subject->counter_key, identity->number)
                             : sightings_mix(~subject->counter_key, identity->content);
}

static bool
begin_frame(subject_t *subject)
{
    const cluster_t *before;

    showings_forget(&subject->observer->showings, subject->pinfo->num);
    subject->feed = feeds_of_frame(subject->pinfo);
    if (subject->feed == NULL || !membership_obtain(subject)) {
        return false;
    }
    subject_read_clock(subject);
    before = subject->member->cluster;
    if (before != NULL) {
        machines_settle(subject);
    }
    clock_steps_notice(subject);
    subject->when = feed_time(subject->feed, subject->raw);
    membership_settle(subject);
    if (subject->member->cluster == NULL) {
        return false; /* never: it is settled */
    }
    if (subject->member->cluster != before) {
        machines_settle(subject);
    }
    mix_keys(subject);
    return true;
}

bool
observe(observer_t *observer, const packet_info *pinfo, const identity_t *identity,
        observation_t *seen)
{
    subject_t subject = { .observer = observer, .pinfo = pinfo, .identity = identity,
                          .sender = identity->sender };
    counter_t *counter;

    if (!begin_frame(&subject)) {
        return false;
    }
    counter = note_sender(&subject);
    if (counter == NULL) {
        return false;
    }
    subject.counter = counter;
    note_sight(&subject);
    *seen = (observation_t){
        .cluster = &subject.member->cluster->seen,
        .machine = subject.sender,
        .is_impostor = subject.is_impostor,
        .segment = subject.feed->clock->track.steps,
        .is_unsettled = subject.member->unsettled,
    };
    storms_follow(pinfo, subject.feed, subject.raw);
    see(&subject, counter, seen);
    seen->usual = copies_usual(&subject.feed->copies, is_to_all(&subject));
    note_moments(&subject, seen);
    if (seen->is_first) {
        counter_note(counter, &subject);
    }
    if (seen->is_first || seen->is_first_here) {
        storms_note_sent(subject.sender_key, pinfo, subject.feed, identity->what);
    }
    note_progress(subject.member->cluster, seen);
    count_message(&subject.member->cluster->seen, &seen->at, seen->is_first);
    return true;
}

/* --- What readers ask ---------------------------------------------------------- */

void
observation_forget(observer_t *observer, uint32_t frame)
{
    if (observer != NULL) {
        showings_forget(&observer->showings, frame);
    }
}

observation_note_t
observation_note(const observer_t *observer, const packet_info *pinfo)
{
    observation_note_t note = { .frame = pinfo->num, .is_in_doubt = feed_is_in_doubt(pinfo) };
    const showing_t *showing =
        observer != NULL ? showings_at(&observer->showings, pinfo->num) : NULL;
    const showing_t *first_here;

    if (showing == NULL) {
        return note;
    }
    first_here = showings_on(&observer->showings, showing->first, showing->feed);
    note.frame = showing->first;
    note.again = showing->again;
    if (!showing->again || showing->is_copy
        || copies_are_expected(&feed_at(showing->feed)->copies, showing->to_all,
                               showing->count)) {
        note.copy_of = showing->first;
        return note;
    }
    note.duplicate_of = first_here != NULL ? first_here->frame : showing->first;
    note.duplicate_count =
        MAX(2, copies_on_wire(&feed_at(showing->feed)->copies, showing->to_all, showing->count));
    note.copy_of = first_here != NULL ? showing->first : 0;
    return note;
}

uint32_t
observation_link(const observer_t *observer, uint32_t frame, const packet_info *pinfo)
{
    const feed_t *feed = observer != NULL ? feeds_find(pinfo) : NULL;
    const showing_t *showing = feed != NULL ? showings_at(&observer->showings, frame) : NULL;
    const showing_t *here;

    if (feed == NULL) {
        return frame;
    }
    here = showings_on(&observer->showings, showing != NULL ? showing->first : frame, feed->idx);
    return here != NULL && here->frame != pinfo->num ? here->frame : frame;
}

observed_cluster_t *
observation_cluster(const observer_t *observer, const packet_info *pinfo, uint64_t group)
{
    const feed_t *feed = observer != NULL ? feeds_find(pinfo) : NULL;
    cluster_t *cluster = feed != NULL ? membership_at(observer, feed, group, pinfo->num) : NULL;

    return cluster != NULL ? &cluster->seen : NULL;
}
