/* nisca-ending.c
 * What stands below the story: who was seen, and who is not heard when the file ends.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-ending.h"

#include "nisca-paths.h"
#include "nisca-state.h"

#include "endings.h"
#include "nisca-say-bursts.h"
#include "nisca-say.h"
#include "places.h"

/* Nodes that are named. */
#define NAMED_MAX 16

/* Directions of circuits that have rows, of each kind. */
#define WAYS_MAX 16

/* Places that are asked. */
#define PLACES_MAX 32

/* Frames that are enough to say that none came back. */
#define ONE_SIDED_FROM 3

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
    return nisca_label_in(ending->endings->pool, ending->seen, nisca_presence_address(node));
}

static const char *
nisca_ending_device(const nisca_ending_t *ending, uint64_t node, uint64_t lan)
{
    const char *device = nisca_device_of(ending->seen, node, lan);

    return device != NULL ? device : "-";
}

/* Among the nodes that were heard, from `first` on; NULL: it was not. */
static const nisca_presence_t *
nisca_heard_node(const nisca_presence_t *first, uint64_t addr)
{
    while (first != NULL && nisca_presence_address(first) != addr) {
        first = nisca_presence_next(first);
    }
    return first;
}

/* How long, and which silence it is; it may be the longest. */
static void
nisca_say_lasting(event_told_t *told, const nisca_absence_t *absence)
{
    repeats_t silences = absence->silences;

    event_say(&told->event, ", ");
    event_say_time(&told->event, told->when - absence->when);
    event_say(&told->event, " ago");
    repeats_lasts(&silences, absence->frame, told->when - absence->when);
    repeats_say(&silences, told->when, ";", &told->event);
}

static void
nisca_tell_absence(const nisca_ending_t *ending, const nisca_presence_t *node,
                   const nisca_absence_t *absence)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    const char *label = nisca_ending_node(ending, node);

    told.event.node = label;
    if (absence->lan != 0) {
        event_say(&told.event, "%s: adapter %s (%s) is still silent", label,
                  nisca_ending_device(ending, nisca_presence_address(node), absence->lan),
                  nisca_lan_text(ending->endings->pool, absence->lan));
    } else {
        event_say(&told.event, "%s %s", label, absence->is_gone ? "left, and is not back"
                                                                : "is still silent");
    }
    ending_say_frame(&told, absence->lan != 0 ? ", its last HELLO is" : ", its last frame is",
                     absence->frame, absence->when);
    if (!absence->is_gone) {
        nisca_say_lasting(&told, absence);
    }
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

/* Events tell only some of them, and the row of one that lasts counts them, too. */
static void
nisca_tell_silences(const nisca_ending_t *ending, const nisca_presence_t *node)
{
    nisca_absence_t absence = nisca_presence_absence(node, 0);
    const repeats_t *silences = &absence.silences;
    event_told_t told = ending_of(ending->seen, ending->label);

    if (silences->count < 3 || (absence.frame != 0 && !absence.is_gone)) {
        return;
    }
    told.event.node = nisca_ending_node(ending, node);
    event_say(&told.event, "%s was silent %u times", told.event.node, silences->count);
    ending_say_repeats(&told, silences);
    ending_add(ending->endings, &told);
}

/* Other rows tell who is silent, or left. */
static bool
nisca_is_absent(const nisca_presence_t *first, uint64_t addr)
{
    const nisca_presence_t *node = nisca_heard_node(first, addr);

    return node == NULL || nisca_presence_absence(node, 0).frame != 0;
}

static void
nisca_tell_open_break(const nisca_ending_t *ending, const nisca_breaks_t *breaks,
                      const nisca_unacked_t *open)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    wmem_allocator_t *pool = ending->endings->pool;

    told.event.node = nisca_label_in(pool, ending->seen, breaks->from);
    event_say(&told.event, "the circuit from %s to %s is not seen to work again: ",
              told.event.node, nisca_label_in(pool, ending->seen, breaks->to));
    event_say(&told.event, "no ACK since message %u", open->number);
    ending_say_frame(&told, " in", open->frame, open->when);
    event_say(&told.event, ", with which it broke");
    ending_add_gone(ending->endings, &told);
}

/* Events tell only some of them. */
static void
nisca_tell_many_breaks(const nisca_ending_t *ending, const nisca_breaks_t *all)
{
    const repeats_t *breaks = &all->breaks;
    event_told_t told = ending_of(ending->seen, ending->label);
    wmem_allocator_t *pool = ending->endings->pool;

    told.event.node = nisca_label_in(pool, ending->seen, all->from);
    event_say(&told.event, "the circuit from %s to %s broke %u times", told.event.node,
              nisca_label_in(pool, ending->seen, all->to), breaks->count);
    ending_say_frame(&told, ", first from", breaks->first_frame, breaks->first);
    event_say(&told.event, ", last ");
    event_say_ago(&told.event, told.when - breaks->latest);
    if (breaks->longest > 0) {
        event_say(&told.event, ", longest ");
        event_say_time(&told.event, breaks->longest);
        event_say(&told.event, " from frame %u", breaks->longest_frame);
    }
    ending_add(ending->endings, &told);
}

static void
nisca_tell_breaks(const nisca_ending_t *ending, const nisca_presence_t *first)
{
    nisca_breaks_t breaks;
    unsigned count = 0;

    for (unsigned i = 0; count < WAYS_MAX && nisca_breaks_at(i, &breaks); i++) {
        if (breaks.cluster != ending->seen) {
            continue;
        }
        if (breaks.breaks.count > 2) {
            nisca_tell_many_breaks(ending, &breaks);
            count++;
        }
        if (breaks.open != NULL && !nisca_is_absent(first, breaks.from)
            && !nisca_is_absent(first, breaks.to)) {
            nisca_tell_open_break(ending, &breaks, breaks.open);
        }
    }
}

static void
nisca_tell_resent(const nisca_ending_t *ending)
{
    unsigned ways = nisca_resent_ways(), count = 0;

    for (unsigned i = 0; i < ways && count < WAYS_MAX; i++) {
        nisca_burst_t all = nisca_resent_in_file(i);
        event_told_t told = ending_of(ending->seen, ending->label);

        if (all.resent.cluster == ending->seen) {
            told.event.node = nisca_label_in(ending->endings->pool, ending->seen,
                                             all.resent.from);
            nisca_say_resent(ending->endings->pool, &all, told.when - all.resent.last,
                             &told.event);
            ending_add(ending->endings, &told);
            count++;
        }
    }
}

static const char *
nisca_ending_end(const nisca_ending_t *ending, uint32_t path, uint64_t node)
{
    return nisca_ending_device(ending, node, nisca_path_adapter(path, node));
}

static void
nisca_say_path_to(const nisca_ending_t *ending, const nisca_unanswered_t *verf, event_t *event)
{
    event_say(event, "the path from %s (%s) ", event->node,
              nisca_ending_end(ending, verf->path, verf->from));
    event_say(event, "to %s (%s)",
              nisca_label_in(ending->endings->pool, ending->seen, verf->to),
              nisca_ending_end(ending, verf->path, verf->to));
    nisca_say_vlan(verf->feed, event);
}

/* A node that was told no tries no more. */
static void
nisca_tell_unanswered(const nisca_ending_t *ending, const nisca_unanswered_t *verf)
{
    const nisca_lost_verfs_t *lost = &verf->lost;
    event_told_t told = ending_of(ending->seen, ending->label);
    event_t *event = &told.event;

    event->node = nisca_label_in(ending->endings->pool, ending->seen, verf->from);
    nisca_say_path_to(ending, verf, event);
    event_say(event, verf->is_told ? " is not seen to carry big packets again: "
                                   : " seems to lose big packets: ");
    event_say(event, "%u test packets (VERF) of %u", lost->count, lost->size);
    if (lost->largest > lost->size) {
        event_say(event, " to %u", lost->largest);
    }
    event_say(event, " bytes were not answered");
    ending_say_frame(&told, ", from", lost->first_frame, lost->first);
    ending_say_frame(&told, " to", lost->last_frame, lost->last);
    event_say(event, "; those of %u bytes were", verf->answered);
    ending_add_gone(ending->endings, &told);
}

static void
nisca_tell_all_unanswered(const nisca_ending_t *ending, const nisca_presence_t *first)
{
    nisca_unanswered_t verf;

    for (unsigned i = 0; nisca_path_unanswered(i, ending->seen->last.when, &verf); i++) {
        if (verf.lost.count > 0 && verf.cluster == ending->seen
            && !nisca_is_absent(first, verf.from) && !nisca_is_absent(first, verf.to)) {
            nisca_tell_unanswered(ending, &verf);
        }
    }
}

/* Nothing follows from what was not captured. */
static void
nisca_tell_uncaptured(const nisca_ending_t *ending, const nisca_presence_t *first,
                      const nisca_circuit_t *circuit, unsigned way)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    wmem_allocator_t *pool = ending->endings->pool;
    uint64_t missing = circuit->addresses[1 - way];
    const char *from = nisca_label_in(pool, ending->seen, circuit->addresses[way]);

    told.event.node = nisca_label_in(pool, ending->seen, missing);
    event_say(&told.event, "nothing that %s sent ", told.event.node);
    if (nisca_heard_node(first, missing) != NULL) {
        event_say(&told.event, "to %s ", from);
    }
    event_say(&told.event, "was captured, but %u messages and ACKs of %s to it: whether those "
                           "arrived is not known", circuit->life.ways[way].frames, from);
    ending_add(ending->endings, &told);
}

/* Two LANs of one cluster may be two VLANs of one file, which are told apart: each node may take
 * another one.  Those of a clone are other nodes. */
static bool
nisca_is_captured_elsewhere(const nisca_circuit_t *circuit, unsigned way)
{
    const nisca_circuit_t *other;

    for (unsigned i = 0; (other = nisca_circuit_at(i)) != NULL; i++) {
        if (nisca_realm(other->cluster, other->group) == nisca_realm(circuit->cluster,
                                                                     circuit->group)
            && other->addresses[0] == circuit->addresses[0]
            && other->addresses[1] == circuit->addresses[1] && other->life.ways[way].frames > 0) {
            return true;
        }
    }
    return false;
}

/* True if the circuit was heard one way only. */
static bool
nisca_tell_one_way(const nisca_ending_t *ending, const nisca_presence_t *first,
                   const nisca_circuit_t *circuit, unsigned way)
{
    if (circuit->life.ways[way].frames < ONE_SIDED_FROM
        || circuit->life.ways[1 - way].frames > 0) {
        return false;
    }
    if (!nisca_is_captured_elsewhere(circuit, 1 - way)) {
        nisca_tell_uncaptured(ending, first, circuit, way);
    }
    return true;
}

static void
nisca_tell_one_sided(const nisca_ending_t *ending, const nisca_presence_t *first)
{
    const nisca_circuit_t *circuit;
    unsigned count = 0; /* so many are looked at */

    for (unsigned i = 0; count < WAYS_MAX && (circuit = nisca_circuit_at(i)) != NULL; i++) {
        bool is_of_this = circuit->cluster_number == 1 + ending->seen->idx
                          && circuit->group == ending->group;

        for (unsigned way = 0; is_of_this && way < 2; way++) {
            count += nisca_tell_one_way(ending, first, circuit, way);
        }
    }
}

static void
nisca_tell_missed(const nisca_ending_t *ending, const nisca_hello_sender_t *sender, uint32_t place)
{
    uint32_t directed;
    nisca_open_t missed =
        nisca_hellos_missed_at(ending->seen->idx, ending->group, sender, place, &directed);
    wmem_allocator_t *pool = ending->endings->pool;
    event_told_t told = ending_of(ending->seen, ending->label);

    if (missed.count == 0) {
        return;
    }
    told.event.node = nisca_label_in(pool, ending->seen, sender->node);
    event_say(&told.event, "%s no longer sees HELLOs of %s, adapter %s (%s)",
              places_label(pool, place), told.event.node,
              nisca_ending_device(ending, sender->node, sender->lan),
              nisca_lan_text(pool, sender->lan));
    ending_say_frame(&told, ", the last there is", missed.last_frame, missed.last);
    event_say(&told.event, ": others see them, they are lost on the way there");
    if (directed != 0) {
        event_say(&told.event, "; what it sent to one node still came there, the last is frame "
                               "%u: look for a switch that drops multicasts", directed);
    }
    ending_add_gone(ending->endings, &told);
}

/* A switch may drop the multicasts of one node on the way to another. */
static void
nisca_tell_missed_hellos(const nisca_ending_t *ending, const nisca_presence_t *node)
{
    uint32_t places = MIN(places_count(), PLACES_MAX);

    for (unsigned i = 1; places > 1 && i <= nisca_presence_adapters(node); i++) {
        nisca_hello_sender_t sender = { .node = nisca_presence_address(node),
                                        .lan = nisca_presence_lan(node, i) };

        for (uint32_t place = 0; place < places; place++) {
            nisca_tell_missed(ending, &sender, place);
        }
    }
}

static const char *
nisca_ending_lan(const nisca_ending_t *ending, uint64_t lan)
{
    return nisca_lan_text(ending->endings->pool, lan);
}

/* Both go on, or one of them, or nobody watched. */
static void
nisca_say_twice(const nisca_ending_t *ending, const nisca_twice_t *twice,
                const nisca_last_hello_t hellos[2], event_told_t *told)
{
    unsigned less = hellos[0].when < hellos[1].when ? 0 : 1;
    bool is_over = told->when - hellos[less].when >= nisca_hello_rules.lost_from;
    bool goes_on = told->when - hellos[1 - less].when < nisca_hello_rules.lost_from;
    event_t *event = &told->event;

    event_say(event, is_over ? "%s ran twice" : "%s still runs twice", event->node);
    event_say(event, ": %s and ", nisca_ending_lan(ending, twice->lans[0]));
    event_say(event, "%s, which says another time of boot",
              nisca_ending_lan(ending, twice->lans[1]));
    ending_say_frame(told, " since", twice->since_frame, twice->since);
    if (is_over && goes_on) {
        event_say(event, "; the last HELLO of %s is", nisca_ending_lan(ending, twice->lans[less]));
        ending_say_frame(told, "", hellos[less].frame, hellos[less].when);
        event_say(event, ", the other one goes on");
    } else {
        ending_say_frame(told, "; their last HELLOs are", hellos[0].frame, hellos[0].when);
        ending_say_frame(told, " and", hellos[1].frame, hellos[1].when);
    }
}

static void
nisca_tell_twice(const nisca_ending_t *ending, const nisca_presence_t *node)
{
    nisca_twice_t twice = nisca_identity_twice(ending->seen->idx, ending->group,
                                               nisca_presence_address(node));
    event_told_t told = ending_of(ending->seen, ending->label);
    nisca_last_hello_t hellos[2];

    if (twice.since_frame == 0 || nisca_presence_absence(node, 0).frame != 0) {
        return;
    }
    for (unsigned i = 0; i < 2; i++) {
        hellos[i] = nisca_presence_last_hello(node, twice.lans[i]);
        if (hellos[i].frame == 0) {
            return;
        }
    }
    told.event.node = nisca_ending_node(ending, node);
    nisca_say_twice(ending, &twice, hellos, &told);
    ending_add_gone(ending->endings, &told);
}

/* "1.6 (02:00:00:04:10:06)". */
static void
nisca_say_machine(const nisca_ending_t *ending, const nisca_presence_t *node, event_t *event)
{
    event_say(event, "%s", nisca_decnet_text(ending->endings->pool, nisca_presence_address(node)));
    if (nisca_presence_adapters(node) > 0) {
        event_say(event, " (%s)", nisca_ending_lan(ending, nisca_presence_lan(node, 1)));
    }
}

/* Two nodes of one name, or one node of two. */
static void
nisca_tell_clash(const nisca_ending_t *ending, const nisca_presence_t *first,
                 const nisca_presence_t *node)
{
    uint64_t addr = nisca_presence_address(node);
    const nisca_clash_t *clash = nisca_clash_of(ending->seen->idx, ending->group, addr);
    event_told_t told = ending_of(ending->seen, ending->label);

    if (clash == NULL || nisca_is_absent(first, addr)
        || (clash->other != 0 && nisca_is_absent(first, clash->other))) {
        return;
    }
    told.event.node = nisca_ending_node(ending, node);
    if (clash->other != 0) {
        event_say(&told.event, "two nodes are called %s: ", told.event.node);
        nisca_say_machine(ending, nisca_heard_node(first, clash->other), &told.event);
        event_say(&told.event, " and ");
        nisca_say_machine(ending, node, &told.event);
    } else {
        nisca_say_machine(ending, node, &told.event);
        event_say(&told.event, " has two names");
    }
    ending_say_frame(&told, ", the second one since", clash->said.first_frame,
                     clash->said.first);
    ending_say_frame(&told, ", last in", clash->said.last_frame, clash->said.last);
    ending_add_gone(ending->endings, &told);
}

static void
nisca_tell_strangers(const nisca_ending_t *ending, const nisca_presence_t *node)
{
    uint64_t addr = nisca_presence_address(node);
    nisca_open_t asks = nisca_identity_unserved(ending->seen->idx, ending->group, addr);
    nisca_open_t strange = nisca_identity_stranger(ending->seen->idx, ending->group, addr);
    const nisca_open_t *open = asks.count > 0 ? &asks : &strange;
    event_told_t told = ending_of(ending->seen, ending->label);

    if (open->count == 0) {
        return;
    }
    told.event.node = nisca_ending_node(ending, node);
    event_say(&told.event, asks.count > 0
                               ? "no server has answered %s: it asked (SOLICIT) %u times"
                               : "%s still uses another cluster password than the group: "
                                 "%u frames",
              told.event.node, open->count);
    ending_say_frame(&told, " since", open->first_frame, open->first);
    ending_say_frame(&told, ", the last is", open->last_frame, open->last);
    ending_add_gone(ending->endings, &told);
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
        nisca_tell_silences(&ending, node);
        nisca_tell_missed_hellos(&ending, node);
        nisca_tell_strangers(&ending, node);
        nisca_tell_twice(&ending, node);
        nisca_tell_clash(&ending, first, node);
        nodes++;
    }
    ending_add_more_gone(endings, seen, ending.label);
    nisca_tell_breaks(&ending, first);
    nisca_tell_all_unanswered(&ending, first);
    nisca_tell_one_sided(&ending, first);
    nisca_tell_resent(&ending);
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
