/* event_words.c
 * What happened, in words.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "event_words.h"

#include "capture_point.h"

#include <stdio.h>

/* What is so close to the event is not worth a time of its own. */
#define IS_NOW (2 * NS_PER_S)

void
event_say(event_t *event, const char *format, ...)
{
    size_t used = strlen(event->words);
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(event->words + used, sizeof event->words - used, format, arguments);
    va_end(arguments);
}

void
event_say_time(event_t *event, int64_t ns)
{
    int64_t seconds = ns / NS_PER_S, tenths = (ns + NS_PER_S / 20) / (NS_PER_S / 10);

    if (ns < NS_PER_S / 10000) {
        event_say(event, "%" PRId64 " us", ns / 1000);
    } else if (ns < NS_PER_S / 1000) {
        event_say(event, "%" PRId64 ".%" PRId64 " ms", ns / 1000000, ns / 100000 % 10);
    } else if (ns < NS_PER_S - NS_PER_S / 2000) {
        event_say(event, "%" PRId64 " ms", (ns + NS_PER_S / 2000) / (NS_PER_S / 1000));
    } else if (seconds < 120) {
        event_say(event, "%" PRId64 ".%" PRId64 " s", tenths / 10, tenths % 10);
    } else {
        event_say(event, "%" PRId64 " min %" PRId64 " s", seconds / 60, seconds % 60);
    }
}

static void
event_say_moment(event_t *event, int64_t ago)
{
    int64_t tenths = (event->now - ago + NS_PER_S / 20) / (NS_PER_S / 10);
    time_t second = (time_t)(tenths / 10);
    const struct tm *local;

    if (ago < IS_NOW || event->now <= ago || (local = localtime(&second)) == NULL) {
        return;
    }
    event_say(event, " (%02d:%02d:%02d.%d)", local->tm_hour, local->tm_min, local->tm_sec,
              (int)(tenths % 10));
}

void
event_say_ago(event_t *event, int64_t ago)
{
    event_say_time(event, ago);
    event_say(event, " ago");
    event_say_moment(event, ago);
}

void
event_say_frame(event_t *event, const char *words, uint32_t frame, int64_t ago)
{
    event_say(event, "%s frame %u", words, frame);
    if (frame != event->begin.frame) {
        event_say_moment(event, ago);
    }
}
