/* ncs-rhythm.c
 * One node's heartbeats: intervals, what was lost, at each place and on the wire.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-subjects.h"

#include "feeds.h"

static ncs_lost_t
ncs_read_silence(const ncs_message_t *message, const ncs_node_t *node,
                 const ncs_rhythm_t *rhythm)
{
    const ncs_cluster_t *cluster = node->cluster;

    if (rhythm->cadence.last_frame < node->silent_with_others) {
        return NCS_LOST_OTHERS;
    }
    if (cluster != NULL && !node->silent && rhythm->cadence.last_frame < cluster->resumed_frame) {
        return message->pinfo->num == cluster->resumed_frame ? NCS_LOST_ALL : NCS_LOST_WITH_ALL;
    }
    if (rhythm->has_incarnation && ncs_has_incarnation(message)
        && message->incarnation != rhythm->incarnation) {
        return NCS_LOST_REJOINED;
    }
    return NCS_LOST_NODE;
}

static void
ncs_note_rhythm(const ncs_message_t *message, ncs_rhythm_t *rhythm)
{
    rhythm->role = message->role;
    if (ncs_has_incarnation(message)) {
        rhythm->incarnation = message->incarnation;
        rhythm->has_incarnation = true;
    }
}

/* An interval over a step of the clock is not known, nor one in which the node was out of
 * sight. */
static bool
ncs_is_new_rhythm(const ncs_node_t *node, const observation_t *seen, ncs_rhythm_t *rhythm)
{
    bool is_new = rhythm->segment != seen->segment || rhythm->absences != node->absences;

    rhythm->segment = seen->segment;
    rhythm->absences = node->absences;
    return is_new;
}

/* Another place has shown that the node sent to somebody else meanwhile, which this place need
 * not show: it was not silent. */
static bool
ncs_was_out_of_sight(const ncs_node_t *node, const cadence_rules_t *rules, uint32_t previous,
                     int64_t interval)
{
    return node->moved_frame > previous && cadence_judge(rules, interval) != CADENCE_IN_TIME;
}

static int64_t
ncs_measure_here(const ncs_message_t *message, const ncs_node_t *node,
                 const observation_t *seen, ncs_rhythm_t *rhythm)
{
    cadence_rules_t rules = ncs_cadence_rules(rhythm->role);
    ncs_lost_t lost = ncs_read_silence(message, node, rhythm);
    int64_t interval;
    uint32_t previous = cadence_beat(&rhythm->cadence, &rules, message->pinfo->num,
                                     capture_time(message->pinfo), &interval);

    if (ncs_is_new_rhythm(node, seen, rhythm) || previous == 0
        || ncs_was_out_of_sight(node, &rules, previous, interval)) {
        return -1;
    }
    ncs_found(rhythm->role == NCS_ROLE_MASTER ? NCS_FOUND_INTERVAL_OF_MASTER
                                              : NCS_FOUND_INTERVAL_OF_SLAVE,
              previous, interval);
    if (cadence_judge(&rules, interval) == CADENCE_LOST) {
        ncs_found(NCS_FOUND_LOST, 0, lost);
    }
    return interval;
}

int64_t
ncs_follow_rhythm(const ncs_message_t *message, const ncs_node_t *node,
                  const observation_t *seen)
{
    ncs_rhythm_t *rhythm = ncs_rhythm_obtain(node, seen->place);
    int64_t interval;

    if (rhythm == NULL) {
        return -1;
    }
    if (rhythm->cadence.last_frame == 0) {
        rhythm->role = message->role;
    }
    interval = ncs_measure_here(message, node, seen, rhythm);
    ncs_note_rhythm(message, rhythm);
    return interval;
}

/* The feed that showed the previous heartbeat is by a clock that is further ahead: what it shows
 * of this time still comes in the file, and heartbeats between the two may be among it. */
static bool
ncs_may_miss_some(const ncs_node_t *node, const observation_t *seen, int64_t period)
{
    const feed_clock_t *before = feed_at(node->last_feed)->clock;
    const feed_clock_t *now = feed_at(seen->at.feed)->clock;

    return before->track.offset - now->track.offset >= period / 2;
}

static void
ncs_measure_on_wire(const ncs_node_t *node, const observation_t *seen, uint32_t previous,
                    int64_t interval, int64_t here)
{
    cadence_rules_t rules = ncs_cadence_rules(node->role);

    if (node->last_feed == seen->at.feed && node->last_segment != seen->segment) {
        return;
    }
    if (cadence_judge(&rules, interval) != CADENCE_IN_TIME
        && ncs_may_miss_some(node, seen, rules.period)) {
        ncs_found(NCS_FOUND_INTERVAL_ON_WIRE, previous, NCS_NOT_KNOWN);
    } else if (interval != here) {
        ncs_found(NCS_FOUND_INTERVAL_ON_WIRE, previous, interval);
    }
}

void
ncs_follow_wire_rhythm(ncs_node_t *node, const observation_t *seen, int64_t here)
{
    cadence_rules_t rules = ncs_cadence_rules(node->role);
    int64_t interval;
    uint32_t previous = cadence_beat(&node->cadence, &rules, seen->at.frame, seen->at.when,
                                     &interval);

    node->beats++;
    if (previous != 0) {
        ncs_measure_on_wire(node, seen, previous, interval, here);
    }
    node->last_feed = seen->at.feed;
    node->last_segment = seen->segment;
    if (previous == 0) {
        node->in_rhythm = MAX(node->in_rhythm, 1);
        return;
    }
    if (node->in_rhythm < NCS_IN_RHYTHM) {
        node->in_rhythm = cadence_judge(&rules, interval) == CADENCE_IN_TIME
                              ? node->in_rhythm + 1 : 1;
    }
}
