/* evidence.c
 * What one frame says about its feed and a cluster.
 *
 * The senders' own numbers and times, and the content of their messages, tell whether the feed
 * shows that cluster; membership.c draws the conclusions.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "observation-state.h"

static bool
subject_shares_clock(const subject_t *subject, uint32_t feed)
{
    return feed_at(feed)->clock == subject->feed->clock;
}

static bool
are_two_lans(const subject_t *subject, const feed_t *other)
{
    return feed_keys_are_two_lans(&subject->feed->key, &other->key);
}

/* A clock that was set is late by the same time with each transmission. */
static bool
is_at_odds(const subject_t *subject, const transmission_t *known)
{
    const clock_track_t *here = &subject->feed->clock->track;
    const clock_track_t *there = &feed_at(known->feed)->clock->track;

    return here != there && here->odd_count > 0
           && ABS(subject->raw - known->when + there->offset - here->odd[0]) > OBSERVED_TOGETHER;
}

/* The sender has started over between the frame and what had its number; or it counts from the
 * beginning since, and has not come to this number again: what had it is of its life before. */
static bool
is_of_other_life(const subject_t *subject, const cluster_t *cluster, const transmission_t *known)
{
    int64_t when = feed_time(feed_at(known->feed), known->when);
    const identity_t *identity = subject->identity;
    const counter_t *counter = lookup_find(&subject->observer->counters,
                                           counter_key(cluster, subject->sender, identity));

    return counter != NULL && counter->started
           && (number_step(counter->number, identity->number, identity->count) > 0
               || (counter->has_begun
                   && (when < counter->begun) != (subject->when < counter->begun)));
}

/* Its number is that of another message in a cluster. */
static evidence_t
weigh_clash(const subject_t *subject, const cluster_t *cluster, const transmission_t *known)
{
    if (is_of_other_life(subject, cluster, known)) {
        return SAYS_NOTHING;
    }
    return !transmission_is_comparable(subject, known)
                   || transmission_apart(subject, known) <= CLASH_WITHIN
               ? SAYS_NO
               : SAYS_NOTHING;
}

/* Its number is known in a cluster. */
evidence_t
evidence_of_transmission(const subject_t *subject, const cluster_t *cluster,
                         const transmission_t *known)
{
    const identity_t *identity = subject->identity;
    int64_t distance = transmission_distance(subject, known);

    if (content_differs(known, identity)) {
        return weigh_clash(subject, cluster, known);
    }
    if (!identity->has_number && are_two_lans(subject, feed_at(known->feed))) {
        return SAYS_NOTHING; /* clones acknowledge the same numbers */
    }
    if (ABS(distance) <= transmission_tolerance(subject, known)) {
        return SAYS_SAME;
    }
    if (!identity->has_number) {
        return SAYS_NOTHING;
    }
    if (!transmission_is_comparable(subject, known)) {
        return are_two_lans(subject, feed_at(known->feed)) ? SAYS_NOTHING : SAYS_SAME;
    }
    if (identity->once && is_at_odds(subject, known)) {
        return SAYS_NO;
    }
    if (!subject_shares_clock(subject, known->feed)
        || (!identity->once && distance > 0
            && distance <= subject->observer->rules->repeated_within)) {
        return SAYS_NOTHING;
    }
    return SAYS_NO;
}

/* How many numbers may have been used since the latest one. */
static int64_t
counter_reach(const subject_t *subject, const counter_t *counter)
{
    const feed_t *feed = feed_at(counter->feed);
    double elapsed = (double)(subject->when - feed_time(feed, counter->when));
    double span = (double)(counter->when - counter->since);
    double expected = span > 0 && elapsed > 0 ? elapsed * counter->steps / span : 0;

    return NUMBERS_AHEAD + (int64_t)MIN(4 * expected, 1e9);
}

/* Its number is new, but its sender is known. */
evidence_t
evidence_of_number(const subject_t *subject, const counter_t *counter)
{
    const identity_t *identity = subject->identity;
    const feed_t *other = feed_at(counter->feed);
    int64_t step = number_step(counter->number, identity->number, identity->count);
    int64_t since = subject->when - feed_time(other, counter->when);

    if (identity->count == 0 || !identity->has_number) {
        return SAYS_NOTHING;
    }
    if (clocks_are_compared(&subject->feed->clock->track, &other->clock->track)
        && since < -OBSERVED_TOGETHER) {
        return SAYS_NOTHING; /* it may be of the life before */
    }
    if (step > counter_reach(subject, counter)) {
        return SAYS_NO;
    }
    if (!clocks_are_compared(&subject->feed->clock->track, &other->clock->track)) {
        if (step > 0) {
            return are_two_lans(subject, other) ? SAYS_NOTHING : SAYS_YES;
        }
        return step >= -NUMBERS_AHEAD ? SAYS_NOTHING : SAYS_NO;
    }
    if (step > 0) {
        return SAYS_YES;
    }
    return since > OBSERVED_TOGETHER ? SAYS_NO : SAYS_NOTHING;
}

/* Two machines' own clocks differ, and one machine's does not. */
static evidence_t
weigh_own_time(const subject_t *subject, const counter_t *counter)
{
    int64_t offset = subject->raw - subject->identity->own_time - counter->own_offset;

    if (subject->identity->own_time == 0 || !counter->has_own
        || !subject_shares_clock(subject, counter->own_feed)) {
        return SAYS_NOTHING;
    }
    return ABS(offset) > NS_PER_S ? SAYS_NO : SAYS_YES;
}

bool
evidence_is_addressed(const subject_t *subject, const cluster_t *cluster)
{
    const observer_t *observer = subject->observer;
    const identity_t *identity = subject->identity;

    return lookup_find(&observer->sights,
                       sight_key(cluster, ADDRESSED_BY_ANY, subject->sender)) != NULL
           || (identity->to != OBSERVED_TO_ALL
               && lookup_find(&observer->counters, sender_key(cluster, identity->to)) != NULL);
}

/* What the frame says about belonging to `cluster`, which its feed is not in, or only of
 * late. */
evidence_t
evidence_weigh(const subject_t *subject, const cluster_t *cluster)
{
    const observer_t *observer = subject->observer;
    const transmission_t *known =
        transmissions_find(&observer->memory,
                           transmission_key(cluster, subject->sender, subject->identity));
    const counter_t *counter;
    evidence_t evidence = SAYS_NOTHING;

    if (known != NULL && known->feed != subject->feed->idx) {
        return evidence_of_transmission(subject, cluster, known);
    }
    counter = lookup_find(&observer->counters,
                          counter_key(cluster, subject->sender, subject->identity));
    if (counter == NULL || !counter->started) {
        return evidence_is_addressed(subject, cluster) ? SAYS_YES : SAYS_NOTHING;
    }
    evidence = weigh_own_time(subject, counter);
    return evidence != SAYS_NOTHING ? evidence : evidence_of_number(subject, counter);
}

/* Whether a cluster has feeds on other LANs of the frame's trunk only. */
bool
evidence_is_other_lan(const subject_t *subject, const cluster_t *cluster)
{
    for (const observed_member_t *other = subject->member->group->members; other != NULL;
         other = other->next) {
        if (other != subject->member && other->cluster == cluster
            && !are_two_lans(subject, other->feed)) {
            return false;
        }
    }
    return true;
}
