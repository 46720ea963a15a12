/* copies.h
 * Whether a feed shows everything more than once: a mirror of both directions, "any" on
 * a bond, files merged into one interface.  That is a property of the feed; only other
 * repetitions mean something.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_COPIES_H
#define CLUSTER_COPIES_H

#include "clocks.h"

/** Showings of one transmission that are told apart. */
#define COPIES_SHOWN 8

/** Constant lags: three clocks in one interface make three of them. */
#define COPIES_LAGS 4

/** Later showings that wait for the proof that they are copies. */
#define COPIES_WAITING 64

/** A lag that copies come by. */
typedef struct {
    int64_t lag; /**< ns */
    uint32_t count;
    uint32_t second; /**< of them, second showings of a transmission */
} copies_lag_t;

/** A frame that is a copy if its lag is one of the feed's. */
typedef struct {
    int64_t lag;
    uint32_t frame;
    uint32_t first;
} copies_waiting_t;

/** Of files in one interface, each shows what is for all, but only two what is for one node. */
typedef struct {
    uint32_t transmissions;
    uint32_t shown[COPIES_SHOWN + 1]; /**< transmissions that came so often, within 1 ms of
                                           their first showing or of the usual lag */
    uint32_t storms;                  /**< that came more often than that */
} copies_kind_t;

/** Of one feed; zeroed memory has shown nothing yet. */
typedef struct {
    int64_t latest;                   /**< capture time of the latest new transmission, ns */
    uint32_t transmissions;
    uint32_t unasked;                 /**< of them, what is no answer */
    uint32_t twice;                   /**< of them, what came more than once at once */
    copies_kind_t kinds[2];           /**< what is for one, for all */
    int64_t lag[COPIES_SHOWN + 1];    /**< of the latest one that came so often, ns */
    uint32_t lagged;                  /**< transmissions that came once more, later */
    copies_lag_t lags[COPIES_LAGS];
    copies_waiting_t *waiting;
    uint32_t waiting_count;
    bool at_once;                     /**< everything comes more than once, counted above */
    bool late;                        /**< ... or by a constant lag */
} copies_t;

/** Count the `shown`-th showing of the feed's transmission `serial`, `lag` ns behind its
 *  first; from 2. */
void copies_count(copies_t *copies, bool to_all, uint32_t serial, uint32_t shown, int64_t lag);

/** Count a showing of transmission `serial` that came `lag` ns behind the one before, too late
 *  to be the same by itself; `proves` is false where its sender may start counting over.  Returns
 *  true if that proves what waits. */
bool copies_count_late(copies_t *copies, uint32_t serial, int64_t lag, bool is_second, bool proves,
                       uint32_t frame, uint32_t first);

/** Whether the `shown`-th showing is there by the way the feed was captured.  Of a message that
 *  comes again on the wire the feed shows each coming so often. */
bool copies_are_expected(const copies_t *copies, bool to_all, uint32_t shown);

/** Whether a showing that comes so late is a copy. */
bool copies_are_late(const copies_t *copies, int64_t lag);

/** How often the feed shows a transmission of this kind: 1, 2, ... */
uint32_t copies_usual(const copies_t *copies, bool to_all);

/** ... of any kind, at most. */
static inline uint32_t
copies_most(const copies_t *copies)
{
    return MAX(copies_usual(copies, false), copies_usual(copies, true));
}

/** How often a transmission was on the wire that the feed has shown so often. */
static inline uint32_t
copies_on_wire(const copies_t *copies, bool to_all, uint32_t shown)
{
    uint32_t usual = copies_usual(copies, to_all);

    return shown / usual + (shown % usual != 0);
}

#endif
