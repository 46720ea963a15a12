/* observation-attempts.c
 * Which attempt to send a message a frame shows: messages are sent again, and clocks may be
 * wrong.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "observation-state.h"

bool
transmission_is_late_copy(const subject_t *subject, const transmission_t *known)
{
    return known->feed == subject->feed->idx
           && copies_are_late(&subject->feed->copies, subject->raw - known->when);
}

/* Whether this feed has shown a message once before, at another time: that is no copy of what
 * another feed shows now, but both show the next attempt.  The other one came first, and was
 * taken for a late showing. */
bool
transmission_is_next_attempt(const subject_t *subject, const transmission_t *known)
{
    int64_t tolerance = transmission_tolerance(subject, known);

    return known->feed == subject->feed->idx && known->count == 1
           && known->latest_feed != known->feed && !subject->identity->once
           && subject->raw - known->when > tolerance
           && transmission_apart(subject, known) <= tolerance;
}

/* Whether the frame shows a message that may be sent again when another feed has, by clocks that
 * were compared, and `first_here` came long before: that was another attempt. */
bool
transmission_was_another(const subject_t *subject, const transmission_t *known,
                         const showing_t *first_here)
{
    int64_t tolerance = transmission_tolerance(subject, known);
    int64_t apart = feed_time(subject->feed, subject->raw)
                    - feed_time(feed_at(known->feed), known->when);

    return known->latest_feed == subject->feed->idx && first_here->count == 1
           && !subject->identity->once && subject->identity->has_number
           && transmission_is_comparable(subject, known) && ABS(apart) <= tolerance
           && subject->raw - known->latest > tolerance;
}

/* Earlier attempts are remembered under keys of their own. */
uint64_t
transmission_attempt_key(uint64_t key, unsigned attempt)
{
    return sightings_mix(key, UINT64_MAX - attempt);
}

/* A node may send one message on two networks, or send it again on the other one. */
bool
transmission_is_of_other_network(const subject_t *subject, const transmission_t *known)
{
    return known->address != (uint16_t)sightings_mix(subject->identity->address, 1);
}

/* Whether another clock shows it at a time that may be wrong: the clocks were not compared,
 * or one of them may have been set of late. */
static bool
is_doubtful(const subject_t *subject, const transmission_t *known)
{
    const feed_clock_t *here = subject->feed->clock;
    const feed_clock_t *there = feed_at(known->feed)->clock;
    int64_t distance = transmission_distance(subject, known);
    bool is_known = transmission_is_comparable(subject, known)
                    || clocks_roughness(&here->track, &there->track) > 0;

    return here != there && !transmission_is_of_other_network(subject, known)
           && (!is_known || here->jump != 0
               || here->track.odd_count > 0 || there->track.odd_count > 0
               || (distance > 0
                   && distance <= subject->raw - here->latest
                                      + transmission_tolerance(subject, known)));
}

static transmission_t *
find_numbered(const subject_t *subject, transmission_t *latest, unsigned attempt)
{
    uint64_t key = transmission_attempt_key(latest->key, attempt);

    return attempt < latest->attempt ? transmissions_find(&subject->observer->memory, key)
                                     : latest;
}

/* Then the first attempt after those that this feed has shown, else NULL: a feed shows them in
 * their order. */
static transmission_t *
find_doubtful(const subject_t *subject, transmission_t *latest)
{
    const identity_t *identity = subject->identity;
    transmission_t *found = NULL;

    for (unsigned attempt = 1; attempt <= latest->attempt; attempt++) {
        transmission_t *known = find_numbered(subject, latest, attempt);

        if (known == NULL) {
            continue;
        }
        if (transmission_is_shown_here(subject, known)) {
            found = NULL;
        } else if (found == NULL && known->variant == identity->variant
                   && !content_differs(known, identity) && is_doubtful(subject, known)) {
            found = known;
        }
    }
    return found;
}

/* The attempt that was made at the time of the frame, or NULL. */
static transmission_t *
find_attempt_in_time(const subject_t *subject, transmission_t *latest)
{
    for (unsigned attempt = latest->attempt; attempt > 1; attempt--) {
        transmission_t *known = find_numbered(subject, latest, attempt - 1);

        if (known != NULL && known->variant == subject->identity->variant
            && (transmission_is_same(subject, known)
                || transmission_is_late_copy(subject, known))) {
            return known;
        }
    }
    return NULL;
}

/* The attempt that a frame shows which is not the latest one, and no further one, or
 * NULL. */
transmission_t *
transmission_of_attempt(const subject_t *subject, transmission_t *latest)
{
    transmission_t *known = find_attempt_in_time(subject, latest);

    return known != NULL ? known : find_doubtful(subject, latest);
}
