/* findings.h
 * What the first pass found out about frames, kept for later passes.
 *
 * Only frames with something to say have findings: 16 bytes each, appended in
 * frame order, looked up by binary search.  No per-packet proto data, no
 * pointers to chase.  What a finding means is the protocol's business.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_FINDINGS_H
#define CLUSTER_FINDINGS_H

#include "ws-compat.h"

/** One thing that is known about one frame. */
typedef struct {
    uint32_t frame;
    uint32_t ref;        /**< another frame, or an index of the protocol's own */
    int64_t value : 56;  /**< a time in nanoseconds (+-416 days), or a count */
    uint64_t kind : 8;   /**< the protocol's own numbering, from 1 */
} finding_t;

/** All findings of one protocol in one capture file. */
typedef struct findings findings_t;

/** An empty store that lives as long as the capture file. */
findings_t *findings_new(void);

/** Append a finding about `frame`, which must not be lower than the frame of
 *  the previous call.  `value` saturates.  The returned finding stays where it
 *  is, so that a later frame may fill in `ref` and `value` (acked in ...). */
finding_t *findings_add(findings_t *findings, uint32_t frame, uint8_t kind, uint32_t ref,
                        int64_t value);

/** Forget what was found about `frame`, the latest one.  To be called before a
 *  frame is analysed: a frame that a read filter rejects on the first pass
 *  gives its number to the next one.  Findings that a later frame was to fill
 *  in stay in place, without a meaning: findings_at() never returns them. */
void findings_forget(findings_t *findings, uint32_t frame);

/** Index of the first finding of `frame`; use with findings_at(). O(log n). */
uint32_t findings_start(const findings_t *findings, uint32_t frame);

/** The finding at `index` if it is about `frame`, else NULL:
 *      for (i = findings_start(f, n); (finding = findings_at(f, i, n)) != NULL; i++) */
const finding_t *findings_at(const findings_t *findings, uint32_t index, uint32_t frame);

#endif
