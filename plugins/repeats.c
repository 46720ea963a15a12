/* repeats.c
 * Things that happen again and again.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "repeats.h"

#define AFRESH_AFTER (INT64_C(3600) * 1000000000)

void
repeats_add(repeats_t *repeats, uint32_t frame, int64_t when)
{
    if (repeats->count == 0 || when - repeats->latest > AFRESH_AFTER) {
        *repeats = (repeats_t){ .first = when, .first_frame = frame };
    }
    repeats->count++;
    repeats->latest = when;
}

void
repeats_lasts(repeats_t *repeats, uint32_t frame, int64_t ns)
{
    if (ns > repeats->longest) {
        repeats->longest = ns;
        repeats->longest_frame = frame;
    }
}

bool
repeats_is_told(const repeats_t *repeats)
{
    return (repeats->count & (repeats->count - 1)) == 0;
}

static const char *
repeats_ordinal(uint32_t count)
{
    bool is_teen = count / 10 % 10 == 1;

    switch (is_teen ? 0 : count % 10) {
    case 1:
        return "st";
    case 2:
        return "nd";
    case 3:
        return "rd";
    default:
        return "th";
    }
}

void
repeats_say(const repeats_t *repeats, int64_t now, const char *before, event_t *event)
{
    if (repeats->count > 1) {
        event_say(event, "%s the %u%s time", before, repeats->count,
                  repeats_ordinal(repeats->count));
        event_say_frame(event, " since", repeats->first_frame, now - repeats->first);
        if (repeats->longest > 0) {
            event_say(event, ", ");
            event_say_time(event, repeats->longest);
            event_say(event, " at most");
        }
    }
}
