/* zone.h
 * Time zones: from the clock on the wall to seconds since 1970, and what
 * happens when clocks are put forward or back.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LOGS_ZONE_H
#define CLUSTER_LOGS_ZONE_H

#include <stdbool.h>
#include <stdint.h>

/** A zone. */
typedef struct {
    enum { ZONE_OF_THIS_MACHINE, ZONE_OFFSET, ZONE_NAMED } kind;
    int32_t offset;   /**< ZONE_OFFSET: seconds east of UTC */
    const char *name; /**< as the user gave it; NULL: of this machine.  Not owned. */
} zone_t;

/** How often a clock on the wall shows a time. */
typedef enum { SHOWN_ONCE, SHOWN_TWICE, SHOWN_NEVER } shown_t;

/** Read what a user said: "UTC", "+01:00", "Europe/Berlin" or "CET-1CEST,M3.5.0,M10.5.0/3".
 *  False: there is no such zone on this machine. */
bool zone_parse(const char *text, zone_t *zone);

/** When the clock on the wall showed `civil` (see stamp_civil()), in seconds since 1970.
 *  SHOWN_ONCE: at `first`, which equals `second`.  SHOWN_TWICE: at both, `first` is earlier.
 *  SHOWN_NEVER: the clock was put forward over it; `first` is when it would have been shown
 *  without that. */
shown_t zone_to_utc(const zone_t *zone, int64_t civil, int64_t *first, int64_t *second);

#endif
