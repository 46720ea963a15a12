/* links.h
 * For each frame of a file, one later frame that belongs to it: the ACK of a message, the
 * answer to a request.
 *
 * Nearly every frame of a busy protocol has one, so it takes four bytes a frame, in place
 * of the 16 of a finding.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LINKS_H
#define CLUSTER_LINKS_H

#include "ws-compat.h"

/** Zeroed memory is none; lives as long as the capture file. */
typedef struct {
    uint32_t **pages;    /**< by frame; NULL where no frame waits or has one */
    uint32_t page_count;
    uint32_t opened;     /**< so far */
} links_t;

/** Let `frame` wait for a later frame.  Returns what links_close() asks for: a read filter
 *  may reject the frame after its analysis, and then another one has its number. */
uint32_t links_open(links_t *links, uint32_t frame);

/** Whether `frame`, opened so, still waits.  O(1). */
bool links_is_open(const links_t *links, uint32_t frame, uint32_t opened);

/** The later frame has come; nothing where `frame` does not wait any more.  O(1). */
void links_close(links_t *links, uint32_t frame, uint32_t opened, uint32_t later);

/** The later frame is another one; `frame` may still wait.  O(1). */
void links_move(links_t *links, uint32_t frame, uint32_t opened, uint32_t later);

/** The later frame of `frame`, or 0 while there is none.  O(1). */
uint32_t links_at(const links_t *links, uint32_t frame);

/** Forget that `frame` waits; to be called before it is analyzed. */
void links_forget(links_t *links, uint32_t frame);

#endif
