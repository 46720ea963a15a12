/* observation-sights.c
 * Which feeds show what a node sends, to whom: who is in sight.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "observation-state.h"
#include "observation.h"

/* More than clocks that are set by NTP are apart. */
#define LAGS_ABOVE (NS_PER_S / 5)

/* Mostly the one that told who the sender is. */
static counter_t *
counter_obtain(const subject_t *subject, uint64_t key)
{
    return subject->met != NULL && subject->met_key == key
               ? subject->met
               : lookup_obtain(&subject->observer->counters, key, sizeof(counter_t),
                               OBSERVED_SENDERS_MAX);
}

counter_t *
note_sender(const subject_t *subject)
{
    counter_t *sender = counter_obtain(subject, subject->sender_key);
    counter_t *counter;

    if (sender == NULL) {
        return NULL;
    }
    subject->feed->senders += (sender->feeds & feed_bit(subject->feed->idx)) == 0;
    sender->feeds |= feed_bit(subject->feed->idx);
    if (subject->identity->series == 0) {
        return sender;
    }
    counter = counter_obtain(subject, subject->counter_key);
    if (counter != NULL && subject->identity->own_time != 0) {
        compare_own_times(subject, sender, counter);
    }
    return counter;
}

/* The first frame from one node to another on a feed. */
static void
note_direction(const subject_t *subject)
{
    const identity_t *identity = subject->identity;
    const uint64_t *back = lookup_find(
        &subject->observer->sights,
        sight_key(subject->member->cluster, identity->to, subject->sender));

    if (identity->to == OBSERVED_TO_ALL) {
        return;
    }
    if (back != NULL && (*back & feed_bit(subject->feed->idx)) != 0) {
        subject->feed->one_way -= subject->feed->one_way > 0;
    } else {
        subject->feed->one_way++;
    }
}

void
note_sight(const subject_t *subject)
{
    observer_t *observer = subject->observer;
    const identity_t *identity = subject->identity;
    const cluster_t *cluster = subject->member->cluster;
    uint64_t *feeds = lookup_obtain(&observer->sights,
                                    sightings_mix(~subject->sender_key, identity->to),
                                    sizeof *feeds, OBSERVED_SIGHTS_MAX);

    if (feeds == NULL) {
        return;
    }
    if (*feeds == 0 && identity->to != OBSERVED_TO_ALL) {
        lookup_obtain(&observer->sights, sight_key(cluster, ADDRESSED_BY_ANY, identity->to),
                      sizeof *feeds, OBSERVED_SIGHTS_MAX);
    }
    if ((*feeds & feed_bit(subject->feed->idx)) == 0) {
        note_direction(subject);
        *feeds |= feed_bit(subject->feed->idx);
    }
}

bool
observation_in_sight(const observer_t *observer, const observed_cluster_t *seen, uint64_t sender,
                     uint64_t to)
{
    const cluster_t *cluster = (const cluster_t *)seen; /* its first member */
    const counter_t *counter;
    const uint64_t *feeds;

    if (to == OBSERVED_TO_ANY) {
        counter = lookup_find(&observer->counters, sender_key(cluster, sender));
        return counter != NULL && counter->feeds != 0;
    }
    feeds = lookup_find(&observer->sights, sight_key(cluster, sender, to));
    return feeds != NULL && *feeds != 0;
}

observation_order_t
observation_order(const moment_t *a, const moment_t *b)
{
    const clock_track_t *x = &feed_at(a->feed)->clock->track;
    const clock_track_t *y = &feed_at(b->feed)->clock->track;
    int64_t ahead = b->when - a->when;

    if (x == y) {
        return a->frame < b->frame ? OBSERVATION_BEFORE : OBSERVATION_AFTER;
    }
    if (!clock_is_sure(x) || !clock_is_sure(y) || ABS(ahead) <= clocks_spread(x, y)) {
        return OBSERVATION_UNKNOWN;
    }
    return ahead > 0 ? OBSERVATION_BEFORE : OBSERVATION_AFTER;
}

bool
observation_seems_before(const moment_t *a, const moment_t *b)
{
    const clock_track_t *x = &feed_at(a->feed)->clock->track;
    const clock_track_t *y = &feed_at(b->feed)->clock->track;

    return x == y ? a->frame < b->frame : b->when - a->when > clocks_spread(x, y);
}

bool
observation_is_measured(const moment_t *a, const moment_t *b)
{
    return clocks_are_compared(&feed_at(a->feed)->clock->track, &feed_at(b->feed)->clock->track);
}

bool
observation_is_rough(const moment_t *a, const moment_t *b)
{
    return clocks_roughness(&feed_at(a->feed)->clock->track, &feed_at(b->feed)->clock->track) > 0;
}

bool
observation_lags(const moment_t *one, const moment_t *at)
{
    const clock_track_t *clock = &feed_at(one->feed)->clock->track;
    const clock_track_t *other = &feed_at(at->feed)->clock->track;

    return clocks_are_compared(clock, other) && clock->offset - other->offset > LAGS_ABOVE;
}

bool
observation_was_watching(uint32_t place, int64_t when)
{
    for (uint32_t i = 0; i < feeds_count(); i++) {
        const feed_t *feed = feed_at(i);

        if (feed->place == place && feed->frames > 0 && when >= feed->start
            && when <= feed->end) {
            return true;
        }
    }
    return false;
}

/* The first member of a cluster that is at its place. */
static bool
is_first_at_place(const observed_group_t *group, const observed_member_t *member)
{
    const observed_member_t *other = group->members;

    while (other != member
           && (other->cluster != member->cluster || other->feed->place != member->feed->place)) {
        other = other->next;
    }
    return other == member;
}

uint32_t
observation_places(const observer_t *observer, const observed_cluster_t *cluster)
{
    const observed_group_t *group = lookup_find(&observer->groups,
                                                sightings_mix(cluster->group, 1));
    uint32_t places = 0;

    for (const observed_member_t *member = group != NULL ? group->members : NULL; member != NULL;
         member = member->next) {
        places += member->cluster != NULL && &member->cluster->seen == cluster
                  && is_first_at_place(group, member);
    }
    return places;
}

/* --- What was seen of a cluster ------------------------------------------------- */

void
count_message(observed_cluster_t *cluster, const moment_t *at, bool is_message)
{
    if (cluster->messages == 0) {
        cluster->first = cluster->last = *at;
    } else if (at->when >= cluster->last.when) {
        cluster->last = *at;
    }
    cluster->messages += is_message;
}

const observed_cluster_t *
observation_first_cluster(const observer_t *observer)
{
    return observer != NULL ? observer->first_cluster : NULL;
}
