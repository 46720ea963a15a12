/* requests.h
 * Questions that wait for their answer.
 *
 * One table serves all kinds of pairs of a protocol.  It has a fixed size: a
 * newer question may take the place of an older one, which is then forgotten.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_REQUESTS_H
#define CLUSTER_REQUESTS_H

#include "links.h"

/** A question. */
typedef struct {
    uint64_t key;       /**< what the answer repeats of it, mixed into one number */
    int64_t when;       /**< ns */
    uint32_t frame;     /**< 0: empty slot */
    uint32_t opened;    /**< by requests_open() */
    uint32_t value;     /**< the asker's own, for whom handles the answer */
    bool answered;
} request_t;

typedef struct requests requests_t;

/** An empty table, which lives as long as the capture file.  Its 4,096 slots
 *  are allocated with the first question. */
requests_t *requests_new(void);

/** A question of a frame that waits for its answer, to be entered under its key. */
request_t requests_open(requests_t *requests, uint32_t frame, int64_t when);

/** Remember a question.  A question may be entered under several keys. */
void requests_add(requests_t *requests, const request_t *request);

/** The latest question with this key, or NULL.  O(1). */
request_t *requests_find(const requests_t *requests, uint64_t key);

/** The latest question with this key that an answer may be for, or NULL.  Keys are
 *  used again: a second answer that is no repetition of the first is for a question
 *  that was not captured, and the one before it is forgotten.  O(1). */
request_t *requests_find_for_answer(const requests_t *requests, uint64_t key, bool is_repetition);

/** Note that `frame` answers; only the first answer is noted at the question. */
void requests_answer(requests_t *requests, request_t *request, uint32_t frame);

/** The frame that first answered the question of `frame`, or 0.  O(1). */
uint32_t requests_answer_of(const requests_t *requests, uint32_t frame);

/** Forget the question of a frame, before that is analyzed. */
void requests_forget(requests_t *requests, uint32_t frame);

#endif
