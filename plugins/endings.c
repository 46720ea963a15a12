/* endings.c
 * What stands below the story of a file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "endings.h"

/* Clusters of one protocol that have rows; there are more only where frames are forged. */
#define CLUSTERS_MAX 64

/* Rows of nodes and adapters that are gone, in one cluster. */
#define GONE_MAX 32

static endings_source_t *sources;

void
endings_register(endings_source_t *source)
{
    endings_source_t **last = &sources;

    while (*last != NULL) {
        last = &(*last)->next;
    }
    *last = source;
}

static bool
endings_tell_source(endings_t *endings, const endings_source_t *source)
{
    const observed_cluster_t *cluster = observation_first_cluster(source->observer());
    unsigned count = 0;

    for (; cluster != NULL && count < CLUSTERS_MAX; cluster = cluster->next) {
        if (cluster->messages > 0 && cluster->feeds > 0) {
            endings->gone = 0;
            source->tell(endings, cluster);
            count++;
        }
    }
    return count > 0;
}

bool
endings_tell(void (*add)(const event_told_t *told))
{
    endings_t endings = { .pool = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE), .add = add };
    bool is_any = false;

    for (const endings_source_t *source = sources; source != NULL; source = source->next) {
        is_any |= endings_tell_source(&endings, source);
    }
    wmem_destroy_allocator(endings.pool);
    return is_any;
}

void
endings_say_none(event_told_t *told)
{
    event_say(&told->event, "no ");
    for (const endings_source_t *source = sources; source != NULL; source = source->next) {
        event_say(&told->event, "%s%s", source->name,
                  source->next == NULL         ? " packet"
                  : source->next->next == NULL ? " or "
                                               : ", ");
    }
}

event_told_t
ending_of(const observed_cluster_t *cluster, const char *label)
{
    event_told_t told = {
        .event = { .now = cluster->last.when, .cluster = label, .node = "" },
        .place = "-",
        .frame = cluster->last.frame,
        .when = cluster->last.when,
    };

    event_say(&told.event, "end of file: ");
    return told;
}

void
ending_say_frame(event_told_t *told, const char *words, uint32_t frame, int64_t when)
{
    event_say_frame(&told->event, words, frame, told->when - when);
}

void
ending_say_repeats(event_told_t *told, const repeats_t *repeats)
{
    ending_say_frame(told, ", first after", repeats->first_frame, repeats->first);
    event_say(&told->event, ", last ");
    event_say_ago(&told->event, told->when - repeats->latest);
    event_say(&told->event, ", longest ");
    event_say_time(&told->event, repeats->longest);
    event_say(&told->event, " after frame %u", repeats->longest_frame);
}

/* What was so close to the end may go on. */
#define TO_THE_END (NS_PER_S / 10)

void
ending_say_until(event_told_t *told, int64_t when)
{
    if (told->when - when < TO_THE_END) {
        event_say(&told->event, ", to the end of the file");
    } else {
        event_say(&told->event, ", until ");
        event_say_ago(&told->event, told->when - when);
    }
}

void
ending_say_seen(event_told_t *told, const observer_t *observer,
                const observed_cluster_t *cluster, uint32_t nodes)
{
    uint32_t places = observation_places(observer, cluster);

    event_say(&told->event, "%u message%s", cluster->messages, cluster->messages == 1 ? "" : "s");
    ending_say_frame(told, " since", cluster->first.frame, cluster->first.when);
    if (places > 1) {
        event_say(&told->event, " at %u places", places);
    }
    if (nodes == 1) {
        event_say(&told->event, ", of one node only");
    } else {
        event_say(&told->event, ", of %u nodes", nodes);
    }
}

void
ending_add(const endings_t *endings, const event_told_t *told)
{
    endings->add(told);
}

void
ending_add_gone(endings_t *endings, const event_told_t *told)
{
    if (endings->gone++ < GONE_MAX) {
        ending_add(endings, told);
    }
}

void
ending_add_more_gone(const endings_t *endings, const observed_cluster_t *cluster,
                     const char *label)
{
    event_told_t told = ending_of(cluster, label);

    if (endings->gone > GONE_MAX) {
        event_say(&told.event, "%u more are not heard any more", endings->gone - GONE_MAX);
        ending_add(endings, &told);
    }
}
