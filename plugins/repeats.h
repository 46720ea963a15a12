/* repeats.h
 * Things that happen again and again, as a cable with a bad contact: one is told, and then each
 * time that their number has doubled; the end of the file tells all.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_REPEATS_H
#define CLUSTER_REPEATS_H

#include "event_words.h"

/** Times in ns. */
typedef struct {
    uint32_t count;
    uint32_t first_frame, longest_frame; /**< the last frame before it began */
    int64_t first, latest;               /**< when it began */
    int64_t longest;
} repeats_t;

/** It happens once more: frame and time of its begin.  What is an hour behind the one before is
 *  counted afresh. */
void repeats_add(repeats_t *repeats, uint32_t frame, int64_t when);

/** How long the latest one was; each value that is known so far. */
void repeats_lasts(repeats_t *repeats, uint32_t frame, int64_t ns);

/** Whether the latest one is to be told. */
bool repeats_is_told(const repeats_t *repeats);

/** Say, from the second one on, how many there are so far, seen from `now`: "<before> the 4th time
 *  since frame 80 (14:14:00.0), 12.2 s at most"; the last words where the length is known. */
void repeats_say(const repeats_t *repeats, int64_t now, const char *before, event_t *event);

#endif
