/* machines.c
 * Whether a name that is used at two addresses is one machine on two networks, or two
 * machines that have one name.
 *
 * One machine counts once, whichever network it sends on: the numbers of both addresses
 * take turns upwards.  Two machines have counters of their own, which run back and forth
 * when they are taken for one, or have one number for two messages.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "observation-state.h"

/* An address that was that of the machine so often is, even if one frame comes late. */
#define AGREE_PROVEN 8

typedef enum {
    TELLS_NOTHING,
    TELLS_ONE,
    TELLS_TWO
} machines_told_t;

static machines_told_t
weigh_known(const subject_t *subject, const transmission_t *known)
{
    int64_t distance = transmission_apart(subject, known);

    if (content_differs(known, subject->identity)) {
        return distance <= CLASH_WITHIN ? TELLS_TWO : TELLS_NOTHING;
    }
    if (subject->identity->once && distance > transmission_tolerance(subject, known)) {
        return distance <= CLASH_WITHIN ? TELLS_TWO : TELLS_NOTHING;
    }
    return distance <= subject->observer->rules->repeated_within ? TELLS_ONE : TELLS_NOTHING;
}

/* What a frame says that comes from another address than the sender's frame before. */
static machines_told_t
weigh_turn(const subject_t *subject, const counter_t *counter)
{
    const identity_t *identity = subject->identity;
    const cluster_t *cluster = subject->member->cluster;
    const transmission_t *known = transmissions_find(
        &subject->observer->memory, transmission_key(cluster, identity->sender, identity));
    int64_t step, since;

    if (known != NULL) {
        return weigh_known(subject, known);
    }
    if (!counter->started || !identity->has_number || identity->count == 0) {
        return TELLS_NOTHING;
    }
    step = number_step(counter->number, identity->number, identity->count);
    if (step > 0) {
        return step <= NUMBERS_AHEAD ? TELLS_ONE : TELLS_TWO;
    }
    since = feed_time(subject->feed, subject->raw)
            - feed_time(feed_at(counter->feed), counter->when);
    return since > OBSERVED_TOGETHER ? TELLS_TWO : TELLS_NOTHING;
}

static machine_t *
machine_obtain(const subject_t *subject, uint64_t from)
{
    uint64_t key = sender_key(subject->member->cluster, subject->identity->sender);

    return lookup_obtain(&subject->observer->machines, sightings_mix(key, from),
                         sizeof(machine_t), OBSERVED_SENDERS_MAX);
}

/* Of two addresses, the one that is not the sender's first may be another machine's. */
static void
judge_turn(subject_t *subject, uint64_t home, const counter_t *counter)
{
    const identity_t *identity = subject->identity;
    uint64_t other = identity->address != home ? identity->address : counter->address;
    machine_t *machine = machine_obtain(subject, other);
    machines_told_t evidence = weigh_turn(subject, counter);

    if (machine == NULL || machine->apart) {
        return;
    }
    machine->agree += evidence == TELLS_ONE;
    if (evidence == TELLS_TWO && machine->agree < AGREE_PROVEN) {
        machine->apart = true;
        subject->is_impostor = true;
    }
}

/* The home of the frame's sender: its first address.  NULL beyond the cap. */
static const uint64_t *
home_obtain(const subject_t *subject)
{
    const identity_t *identity = subject->identity;
    uint64_t *home =
        lookup_obtain(&subject->observer->homes,
                      sender_key(subject->member->cluster, identity->sender), sizeof *home,
                      OBSERVED_SENDERS_MAX);

    if (home != NULL && *home == 0) {
        *home = identity->address;
    }
    return home;
}

/* It sends from elsewhere, or nobody knows yet. */
static void
settle_machine(subject_t *subject, counter_t *counter)
{
    const identity_t *identity = subject->identity;
    const uint64_t *home = home_obtain(subject);
    const machine_t *machine;

    if (home == NULL) {
        return;
    }
    if (counter != NULL) {
        counter->home = *home;
        if (counter->address != identity->address && counter->address != 0) {
            judge_turn(subject, *home, counter);
        }
    }
    if (identity->address != *home) {
        machine = machine_obtain(subject, identity->address);
        if (machine != NULL && machine->apart) {
            subject->sender = sightings_mix(identity->sender, identity->address);
        }
    }
}

void
machines_settle(subject_t *subject)
{
    const identity_t *identity = subject->identity;
    counter_t *counter;

    subject->sender = identity->sender;
    if (identity->address == 0) {
        return;
    }
    subject->met_key = counter_key(subject->member->cluster, identity->sender, identity);
    counter = subject->met = lookup_find(&subject->observer->counters, subject->met_key);
    if (counter == NULL || counter->address != identity->address
        || counter->home != identity->address) { /* hardly ever */
        settle_machine(subject, counter);
    }
}
