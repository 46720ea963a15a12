/* nisca-ending.c
 * What stands below the story: who was seen, and who is not heard when the file ends.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-ending.h"

#include "nisca-state.h"

#include "endings.h"
#include "nisca-say.h"

/* Nodes that are named. */
#define NAMED_MAX 16

/* One cluster. */
typedef struct {
    endings_t *endings;
    const observed_cluster_t *seen;
    uint32_t group;
    const char *label;
} nisca_ending_t;

static const char *
nisca_ending_node(const nisca_ending_t *ending, const nisca_presence_t *node)
{
    return nisca_label_in(ending->endings->pool, ending->group, nisca_presence_address(node));
}

static void
nisca_tell_absence(const nisca_ending_t *ending, const nisca_presence_t *node,
                   const nisca_absence_t *absence)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    const char *label = nisca_ending_node(ending, node);

    told.event.node = label;
    if (absence->lan != 0) {
        const char *device =
            nisca_device_of(ending->group, nisca_presence_address(node), absence->lan);

        event_say(&told.event, "%s: adapter %s (%s) is still silent", label,
                  device != NULL ? device : "-",
                  nisca_lan_text(ending->endings->pool, absence->lan));
    } else {
        event_say(&told.event, "%s %s", label, absence->is_gone ? "left, and is not back"
                                                                : "is still silent");
    }
    ending_say_frame(&told, absence->lan != 0 ? ", its last HELLO is" : ", its last frame is",
                     absence->frame, absence->when);
    ending_add_gone(ending->endings, &told);
}

static void
nisca_tell_absences(const nisca_ending_t *ending, const nisca_presence_t *node)
{
    for (unsigned which = 0; which <= nisca_presence_adapters(node); which++) {
        nisca_absence_t absence = nisca_presence_absence(node, which);

        if (absence.frame != 0) {
            nisca_tell_absence(ending, node, &absence);
        }
    }
}

static void
nisca_tell_seen(const nisca_ending_t *ending, const nisca_presence_t *first, unsigned nodes)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    unsigned named = 0;

    ending_say_seen(&told, nisca_state->observer, ending->seen, nodes);
    for (const nisca_presence_t *node = first; node != NULL && named < NAMED_MAX;
         node = nisca_presence_next(node)) {
        event_say(&told.event, "%s%s", named++ == 0 ? ": " : ", ",
                  nisca_ending_node(ending, node));
    }
    if (nodes > NAMED_MAX) {
        event_say(&told.event, ", ...");
    }
    ending_add(ending->endings, &told);
}

static void
nisca_tell_ending(endings_t *endings, const observed_cluster_t *seen)
{
    nisca_ending_t ending = { .endings = endings, .seen = seen, .group = (uint32_t)seen->group };
    const nisca_presence_t *first = nisca_presence_first(seen->idx, ending.group);
    unsigned nodes = 0;

    ending.label = wmem_strdup_printf(endings->pool, "NISCA %u%s", ending.group,
                                      observation_lan(endings->pool, seen));
    for (const nisca_presence_t *node = first; node != NULL; node = nisca_presence_next(node)) {
        nisca_tell_absences(&ending, node);
        nodes++;
    }
    ending_add_more_gone(endings, seen, ending.label);
    nisca_tell_seen(&ending, first, nodes);
}

static const observer_t *
nisca_ending_observer(void)
{
    return nisca_state != NULL ? nisca_state->observer : NULL;
}

void
nisca_ending_register(void)
{
    static endings_source_t source = { .name = "NISCA", .observer = nisca_ending_observer,
                                       .tell = nisca_tell_ending };

    endings_register(&source);
}
