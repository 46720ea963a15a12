/* cman-sides.h
 * The sides of a cluster whose nodes contradict each other.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_SIDES_H
#define CLUSTER_CMAN_SIDES_H

#include "cman-state.h"

/** Sides that are told apart; nodes of further ones are on none. */
#define CMAN_SIDES_MAX 8

/** One side: the nodes that are alive and say the same of the cluster. */
typedef struct {
    const cman_member_t *like; /**< a node of it, not NULL */
    const cman_half_t *half;   /**< whose transitions they take part in; NULL: any */
    uint32_t lowest;           /**< id */
    unsigned count;            /**< of its nodes, at least 1, */
    unsigned quorate;          /**< so many of them have quorum, by their latest HELLO */
    moment_t since;     /**< the first HELLO of them that says it, */
    moment_t all_since; /**< and that with which the last of them came to say it */
} cman_side_t;

/** They live in the caller's frame. */
typedef struct {
    cman_side_t side[CMAN_SIDES_MAX]; /**< in order of their lowest ids */
    unsigned count;
} cman_sides_t;

/** Put each node that is alive on a side: takes as long as there are nodes. */
void cman_sides_gather(const cman_frame_t *frame, cman_sides_t *sides);

/** Whether as many nodes say it as they count. */
bool cman_side_is_complete(const cman_side_t *side);

/** Whether more nodes say it than they count: they are on several sides, nobody knows who on
 * which. */
bool cman_side_is_of_several(const cman_side_t *side);

/** The side that a node is on, or NULL. */
const cman_side_t *cman_side_of(const cman_frame_t *frame, const cman_sides_t *sides,
                                const cman_member_t *member);

/** "nodes 1 (ann) and 2 (bob)". */
void cman_name_side(const cman_frame_t *frame, const cman_side_t *side, wmem_strbuf_t *words);

/** Words of what makes a cluster split, at file scope. */
char *cman_say_split(const cman_frame_t *frame, const cman_sides_t *sides);

#endif
