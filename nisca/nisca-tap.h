/* nisca-tap.h
 * What the statistics get of each frame.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_TAP_H
#define CLUSTER_NISCA_TAP_H

#include "nisca-state.h"

#include "node_tables.h"

/** A frame, as the statistics get it. */
typedef struct {
    node_tap_t head; /**< first, see node_tables.h */
    nisca_message_t message;
    found_t found;
    bool is_shown_again; /**< its feed has shown this transmission before */
} nisca_tap_t;

/** True for a frame that another capture point saw before: both show one
 *  transmission. */
static inline bool
nisca_is_copy(const nisca_tap_t *tap)
{
    return tap->head.is_copy;
}

/** True for that, and for a frame that its place has shown before: one message. */
static inline bool
nisca_is_again(const nisca_tap_t *tap)
{
    return nisca_is_copy(tap) || found_has(&tap->found, NISCA_FOUND_DUPLICATE);
}

/** Hand a frame to the statistics, and to the conversation filters. */
void nisca_tap_queue(const wire_t *w, const nisca_message_t *message, const found_t *found);

void nisca_tap_register(void);

/* --- nisca-conversations.c --- */

/** Name the nodes that the frame of `tap` goes between, by SCS address. */
void nisca_tap_nodes(nisca_tap_t *tap);

#endif
