/* zone.c
 * Time zones, through the C library: it has the tables, and knows one zone at
 * a time, that of the variable TZ.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "zone.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "stamp.h"

enum { DAY = 86400 };

/* A name that the C library does not know means UTC to it, without a word. */
static bool
is_in_database(const char *name)
{
    const char *folder = getenv("TZDIR");
    char path[512];
    struct stat status;
    int size;

    if (name[0] == '/' || strstr(name, "..") != NULL)
        return false;
    size = snprintf(path, sizeof path, "%s/%s",
                    folder != NULL ? folder : "/usr/share/zoneinfo", name);
    return size > 0 && (size_t)size < sizeof path && stat(path, &status) == 0
           && S_ISREG(status.st_mode);
}

/* POSIX' own form: letters, then a number.  Names of the database that look
 * so, as EST5EDT, mean the same in both. */
static bool
is_posix_rule(const char *text)
{
    size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    size_t sign = text[letters] == '-' || text[letters] == '+';
    size_t rest = strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                               "0123456789+-:,./");

    return letters >= 3 && text[letters + sign] >= '0' && text[letters + sign] <= '9'
           && text[rest] == '\0';
}

/* "+01:00", "+0100", "+01", "Z", "UTC" */
static bool
parse_offset(const char *text, int32_t *seconds)
{
    char line[48];
    cursor_t cursor = { line, line };
    stamp_t stamp;
    int size;

    *seconds = 0;
    if (strcmp(text, "Z") == 0 || strcmp(text, "UTC") == 0)
        return true;
    if (text[0] != '+' && text[0] != '-')
        return false;
    size = snprintf(line, sizeof line, "2000-01-01T00:00:00%s", text);
    if (size < 0 || (size_t)size >= sizeof line)
        return false;
    cursor.end = line + size;
    if (!stamp_of_syslog(&cursor, &stamp) || !stamp.has_offset || cursor.at != cursor.end)
        return false;
    *seconds = stamp.offset;
    return true;
}

bool
zone_parse(const char *text, zone_t *zone)
{
    zone->name = text;
    zone->kind = ZONE_OFFSET;
    if (parse_offset(text, &zone->offset))
        return true;
    zone->kind = ZONE_NAMED;
    return is_in_database(text) || is_posix_rule(text);
}

/* Let the C library's local time be that of `zone`. */
static void
use(const zone_t *zone)
{
    static const char *own = NULL; /* TZ as it was at the start */
    static const char *used = NULL;
    static bool started = false;

    if (!started) {
        const char *value = getenv("TZ");

        own = value != NULL ? strdup(value) : NULL;
        used = own;
        started = true;
        tzset();
    }
    const char *wanted = zone->kind == ZONE_NAMED ? zone->name : own;
    if (wanted == used)
        return;
    if (wanted == NULL)
        unsetenv("TZ");
    else
        setenv("TZ", wanted, 1);
    tzset();
    used = wanted;
}

/* How far local time is before UTC, at a time in UTC. */
static int64_t
offset_at(int64_t utc)
{
    time_t seconds = (time_t)utc;
    struct tm local;

    return localtime_r(&seconds, &local) != NULL ? local.tm_gmtoff : 0;
}

/* The offsets of the day before and the day after are those before and after
 * a change of clocks.  Which of them gives a time at which it holds? */
shown_t
zone_to_utc(const zone_t *zone, int64_t civil, int64_t *first, int64_t *second)
{
    int64_t before, after;

    *first = *second = civil - zone->offset;
    if (zone->kind == ZONE_OFFSET)
        return SHOWN_ONCE;
    use(zone);
    before = offset_at(civil - DAY);
    after = offset_at(civil + DAY);
    bool in_first = offset_at(civil - before) == before;
    bool in_second = offset_at(civil - after) == after;

    *first = in_first || !in_second ? civil - before : civil - after;
    *second = in_second ? civil - after : *first;
    if (!in_first && !in_second)
        return SHOWN_NEVER;
    return *first == *second ? SHOWN_ONCE : SHOWN_TWICE;
}
