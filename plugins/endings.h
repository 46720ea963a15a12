/* endings.h
 * What stands below the story of a file: who was seen, and what is open when it ends.
 *
 * No frame tells that it is the last one.  So these are no events: the table
 * cluster,timeline asks for them when it is drawn, and they say what the first pass knows
 * by then, whatever the table's filter is.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_ENDINGS_H
#define CLUSTER_ENDINGS_H

#include "events.h"
#include "observation.h"
#include "repeats.h"

/** Who asks. */
typedef struct {
    wmem_allocator_t *pool; /**< for labels */
    void (*add)(const event_told_t *told);
    unsigned gone; /**< this module's: calls of ending_add_gone() for the cluster */
} endings_t;

/** What one protocol tells of one of its clusters: ending_of(), words, ending_add(). */
typedef void endings_tell_t(endings_t *endings, const observed_cluster_t *cluster);

/** What each protocol registers, once. */
typedef struct endings_source {
    const char *name;                    /**< of its packets */
    const observer_t *(*observer)(void); /**< of the open file, or NULL */
    endings_tell_t *tell;
    struct endings_source *next;         /**< this module's */
} endings_source_t;

void endings_register(endings_source_t *source);

/** Tell all; false if no cluster was seen. */
bool endings_tell(void (*add)(const event_told_t *told));

/** Say whose packets there are none of: "no X, Y or Z packet". */
void endings_say_none(event_told_t *told);

/** A row that begins with "end of file: "; `label` is the cluster's. */
event_told_t ending_of(const observed_cluster_t *cluster, const char *label);

/** Say how much was seen: "113 messages since frame 1 (15:04:01.1) at 2 places, of 3 nodes". */
void ending_say_seen(event_told_t *told, const observer_t *observer,
                     const observed_cluster_t *cluster, uint32_t nodes);

/** Say until when something went on: ", until 2.8 s ago (15:04:01.1)", ", to the end of the
 *  file". */
void ending_say_until(event_told_t *told, int64_t when);

/** Say when what happened again and again began first and last, and how long it lasted at most. */
void ending_say_repeats(event_told_t *told, const repeats_t *repeats);

/** Say in which frame, at what time, something was. */
void ending_say_frame(event_told_t *told, const char *words, uint32_t frame, int64_t when);

void ending_add(const endings_t *endings, const event_told_t *told);

/** Add the row of a node or adapter that is not heard any more; a cluster has 32 at most. */
void ending_add_gone(endings_t *endings, const event_told_t *told);

/** Add a row that says how many have none, if any.  Words: see ending_of(). */
void ending_add_more_gone(const endings_t *endings, const observed_cluster_t *cluster,
                          const char *label);

#endif
