/* ncs-ending.c
 * What stands below the story: who was seen, and what is open when the file ends.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-ending.h"

#include "ncs-subjects.h"

#include "endings.h"

#include <epan/to_str.h>

/* Nodes that are named. */
#define NAMED_MAX 12

/* One cluster. */
typedef struct {
    endings_t *endings;
    const observed_cluster_t *seen;
    const ncs_cluster_t *cluster; /* NULL: its packets have no panning ID */
    const char *label;
} ncs_ending_t;

/* The node with the next index that is of this cluster, from `*next` on; NULL at the end. */
static const ncs_node_t *
ncs_ending_next(const ncs_ending_t *ending, uint32_t *next)
{
    while (*next < wmem_array_get_count(ncs_state()->in_order)) {
        const ncs_node_t *node = ncs_node_at((*next)++);

        if (node->cluster == ending->cluster) {
            return node;
        }
    }
    return NULL;
}

static unsigned
ncs_ending_nodes(const ncs_ending_t *ending)
{
    uint32_t next = 0;
    unsigned count = 0;

    while (ncs_ending_next(ending, &next) != NULL) {
        count++;
    }
    return count;
}

static void
ncs_tell_seen(const ncs_ending_t *ending)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    unsigned nodes = ncs_ending_nodes(ending);
    const ncs_node_t *node;
    uint32_t next = 0;

    ending_say_seen(&told, ncs_state()->observer, ending->seen, nodes);
    for (unsigned i = 0; i < NAMED_MAX && (node = ncs_ending_next(ending, &next)) != NULL; i++) {
        event_say(&told.event, "%s%s", i == 0 ? ": " : ", ",
                  address_to_str(ending->endings->pool, &node->address));
    }
    if (nodes > NAMED_MAX) {
        event_say(&told.event, ", ...");
    }
    ending_add(ending->endings, &told);
}

/* A node that is heard, but does not belong to the others. */
static void
ncs_tell_outsider(const ncs_ending_t *ending, const ncs_node_t *node)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    const ncs_node_t *master = ending->cluster->master.node;

    told.event.node = address_to_str(ending->endings->pool, &node->address);
    if (node->is_joining) {
        event_say(&told.event, "node %s still has no view", told.event.node);
        ending_say_frame(&told, ", it asks since", node->incarnation_first,
                         node->incarnation_since);
    } else if (node->is_outdated && master != NULL && node->incarnation != master->incarnation) {
        event_say(&told.event, "node %s still has view 0x%08x, the master %s has 0x%08x",
                  told.event.node, node->incarnation,
                  address_to_str(ending->endings->pool, &master->address), master->incarnation);
    } else {
        return;
    }
    ending_add_gone(ending->endings, &told);
}

/* The story has rows of some of them. */
static void
ncs_tell_silences(const ncs_ending_t *ending, const ncs_node_t *node)
{
    repeats_t silences = node->silences;
    event_told_t told = ending_of(ending->seen, ending->label);

    if (silences.count < 3) {
        return;
    }
    if (node->told_silent && !node->told_left) {
        repeats_lasts(&silences, node->cadence.last_frame, told.when - node->cadence.last_time);
    }
    told.event.node = address_to_str(ending->endings->pool, &node->address);
    event_say(&told.event, "node %s was silent %u times", told.event.node, silences.count);
    ending_say_repeats(&told, &silences);
    ending_add_gone(ending->endings, &told);
}

static void
ncs_tell_open_nodes(const ncs_ending_t *ending)
{
    const ncs_node_t *node;
    uint32_t next = 0;

    while ((node = ncs_ending_next(ending, &next)) != NULL) {
        ncs_tell_silences(ending, node);
        if (ncs_is_still_silent(node)) {
            event_told_t told = ending_of(ending->seen, ending->label);

            told.event.node = address_to_str(ending->endings->pool, &node->address);
            event_say(&told.event, "node %s %s", told.event.node,
                      node->told_silent && node->told_left ? "left, and is not back"
                                                           : "was not heard again");
            ending_say_frame(&told, ", its last heartbeat is in", node->cadence.last_frame,
                             node->cadence.last_time);
            ending_add_gone(ending->endings, &told);
        } else if (ending->cluster != NULL && !node->has_left) {
            ncs_tell_outsider(ending, node);
        }
    }
    ending_add_more_gone(ending->endings, ending->seen, ending->label);
}

static void
ncs_tell_split(const ncs_ending_t *ending)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    const ncs_broadcaster_t *by[2] = { &ending->cluster->master, &ending->cluster->rival };

    event_say(&told.event, ending->cluster->contested
                               ? "there are still two masters"
                               : "nobody saw the two masters become one");
    for (unsigned i = 0; i < 2; i++) {
        event_say(&told.event, "%s %s", i == 0 ? ":" : ", and",
                  address_to_str(ending->endings->pool, &by[i]->node->address));
        ending_say_frame(&told, ", its last broadcast is", by[i]->last.frame, by[i]->last.when);
    }
    ending_add(ending->endings, &told);
}

static void
ncs_tell_ending(endings_t *endings, const observed_cluster_t *seen)
{
    ncs_ending_t ending = { .endings = endings, .seen = seen, .cluster = seen->state,
                            .label = "NCS" };

    if (ending.cluster != NULL) {
        ending.label = wmem_strdup_printf(
            endings->pool, "NCS %s",
            ncs_cluster_name(endings->pool, ending.cluster, ending.cluster->panning_id));
    }
    ncs_tell_open_nodes(&ending);
    if (ending.cluster != NULL && ending.cluster->is_split_open) {
        ncs_tell_split(&ending);
    }
    ncs_tell_seen(&ending);
}

static const observer_t *
ncs_ending_observer(void)
{
    return ncs_state() != NULL ? ncs_state()->observer : NULL;
}

void
ncs_ending_register(void)
{
    static endings_source_t source = { .name = "NCS", .observer = ncs_ending_observer,
                                       .tell = ncs_tell_ending };

    endings_register(&source);
}
