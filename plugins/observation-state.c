/* observation-state.c
 * Numbers and times that the files behind observation.h compare.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "observation-state.h"

/* A number so much lower than the latest comes late; a lower one starts a new count. */
#define NUMBERS_LATE 16

/* --- Times ------------------------------------------------------------------------ */

/* Whether all sightings are of one feed: then its own times will do. */
static bool
is_of_one_feed(const subject_t *subject, const transmission_t *transmission)
{
    uint32_t feed = subject->feed->idx;

    return transmission->feed == feed && transmission->latest_feed == feed;
}

static int64_t
distance_from(int64_t when, int64_t first, int64_t latest)
{
    if (when < MIN(first, latest)) {
        return when - MIN(first, latest);
    }
    return when > MAX(first, latest) ? when - MAX(first, latest) : 0;
}

int64_t
transmission_distance(const subject_t *subject, const transmission_t *transmission)
{
    int64_t first, latest;

    if (is_of_one_feed(subject, transmission)) {
        return distance_from(subject->raw, transmission->when, transmission->latest);
    }
    first = feed_time(feed_at(transmission->feed), transmission->when);
    latest = feed_time(feed_at(transmission->latest_feed), transmission->latest);
    if (!clocks_are_compared(&subject->feed->clock->track,
                             &feed_at(transmission->latest_feed)->clock->track)) {
        latest = first;
    } else if (!transmission_is_comparable(subject, transmission)) {
        first = latest;
    }
    return distance_from(feed_time(subject->feed, subject->raw), first, latest);
}

int64_t
transmission_apart(const subject_t *subject, const transmission_t *transmission)
{
    int64_t distance = transmission_distance(subject, transmission);

    return ABS(distance);
}

int64_t
transmission_tolerance(const subject_t *subject, const transmission_t *transmission)
{
    if (is_of_one_feed(subject, transmission)) {
        return subject->observer->rules->same_within;
    }
    return subject->observer->rules->same_within
           + clocks_spread(&subject->feed->clock->track,
                           &feed_at(transmission->feed)->clock->track);
}

bool
transmission_is_comparable(const subject_t *subject, const transmission_t *transmission)
{
    return clocks_are_compared(&subject->feed->clock->track,
                               &feed_at(transmission->feed)->clock->track);
}

bool
transmission_is_shown(const observer_t *observer, const transmission_t *transmission, uint32_t feed)
{
    return transmission->feed == feed
           || showings_on(&observer->showings, transmission->frame, feed) != NULL;
}

bool
transmission_is_shown_here(const subject_t *subject, const transmission_t *transmission)
{
    const feed_t *feed = subject->feed;

    while (feed != NULL && !transmission_is_shown(subject->observer, transmission, feed->idx)) {
        feed = feed->continues;
    }
    return feed != NULL;
}

/* --- Numbers ---------------------------------------------------------------------- */

int64_t
number_step(uint64_t from, uint64_t to, uint64_t count)
{
    uint64_t step = count != 0 ? (to - from + count) % count : 0;

    return step <= count / 2 ? (int64_t)step : (int64_t)step - (int64_t)count;
}

/* Numbers a second, on one feed. */
static void
counter_measure(counter_t *counter, const subject_t *subject, int64_t step)
{
    if (counter->started && counter->feed == subject->feed->idx && step > 0) {
        counter->steps += (uint32_t)MIN(step, 1024);
    } else {
        counter->since = subject->raw;
        counter->steps = 0;
    }
}

/* The clock's latest senders, each once. */
static void
clock_note_sender(feed_clock_t *clock, counter_t *counter)
{
    for (unsigned i = 0; i < FEED_CLOCK_SENDERS; i++) {
        if (clock->senders[i] == counter) {
            return;
        }
    }
    clock->senders[clock->next_sender] = counter;
    clock->next_sender = (clock->next_sender + 1) % FEED_CLOCK_SENDERS;
}

/* Numbers run back and forth: two clocks show them, or two machines count. */
static void
counter_note_return(counter_t *counter, const identity_t *identity, int64_t step)
{
    int64_t ahead = number_step(counter->left, identity->number, identity->count);

    if (!counter->started || identity->variant != 0) {
        return;
    }
    if (step <= 0) {
        counter->left = counter->number;
        counter->fell = true;
    } else if (counter->fell && ahead > 0 && ahead <= NUMBERS_LATE) {
        counter->returns++;
        counter->fell = false;
    }
}

void
counter_note_own_time(counter_t *counter, const subject_t *subject)
{
    if (subject->identity->own_time != 0) {
        counter->has_own = true;
        counter->own_offset = subject->raw - subject->identity->own_time;
        counter->own_feed = subject->feed->idx;
        counter->when = subject->raw;
    }
}

/* What one feed shows with lower numbers is a new count; another feed may show the old one. */
static void
counter_note_begin(counter_t *counter, const subject_t *subject, int64_t step)
{
    if (counter->started && step < 0 && counter->number_feed == subject->feed->idx) {
        counter->begun = subject->when;
        counter->has_begun = true;
    }
    counter->number_feed = subject->feed->idx;
}

void
counter_note(counter_t *counter, const subject_t *subject)
{
    const identity_t *identity = subject->identity;
    int64_t step;

    if (identity->has_number && identity->count != 0) {
        step = number_step(counter->number, identity->number, identity->count);
        counter_note_return(counter, identity, step);
        if (counter->started && step <= 0 && step > -NUMBERS_LATE) {
            return; /* one that comes late */
        }
        counter_note_begin(counter, subject, step);
        counter_measure(counter, subject, step);
        clock_note_sender(subject->feed->clock, counter);
        counter->number = identity->number;
        counter->address = identity->address;
        counter->machine = sightings_mix(subject->sender, identity->group);
        counter->started = true;
    }
    counter->when = subject->raw;
    counter->feed = subject->feed->idx;
    counter_note_own_time(counter, subject);
}
