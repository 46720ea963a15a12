/* stamp.c
 * The times that stand in log lines, as they are written there.
 *
 * The forms: RFC 3164, section 4.1.2, for "Mmm dd hh:mm:ss"; RFC 3339 for what
 * rsyslog writes; the OpenVMS System Manager's Manual, "Understanding OPCOM
 * Messages", for operator.log.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "stamp.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const char month_names[12][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

enum { MINUTE = 60, HOUR = 3600, DAY = 86400 };

/* --- Reading ----------------------------------------------------------------- */

bool
cursor_take(cursor_t *cursor, char wanted)
{
    if (cursor->at >= cursor->end || *cursor->at != wanted)
        return false;
    cursor->at++;
    return true;
}

void
cursor_skip(cursor_t *cursor, char unwanted)
{
    while (cursor->at < cursor->end && *cursor->at == unwanted)
        cursor->at++;
}

size_t
cursor_skip_blanks(cursor_t *cursor)
{
    const char *start = cursor->at;

    while (cursor->at < cursor->end && (*cursor->at == ' ' || *cursor->at == '\t'))
        cursor->at++;
    return (size_t)(cursor->at - start);
}

size_t
cursor_word(cursor_t *cursor, const char **word)
{
    *word = cursor->at;
    while (cursor->at < cursor->end && *cursor->at != ' ' && *cursor->at != '\t')
        cursor->at++;
    return (size_t)(cursor->at - *word);
}

bool
cursor_take_text(cursor_t *cursor, const char *text)
{
    size_t size = strlen(text);

    if ((size_t)(cursor->end - cursor->at) < size || strncasecmp(cursor->at, text, size) != 0)
        return false;
    cursor->at += size;
    return true;
}

static bool
next_is_digit(const cursor_t *cursor)
{
    return cursor->at < cursor->end && isdigit((unsigned char)*cursor->at);
}

/* A number of `fewest` to `most` digits; more digits make it another number. */
static bool
take_number(cursor_t *cursor, int fewest, int most, int *number)
{
    int digits = 0;

    *number = 0;
    while (digits < most && next_is_digit(cursor)) {
        *number = *number * 10 + (*cursor->at++ - '0');
        digits++;
    }
    return digits >= fewest && !next_is_digit(cursor);
}

static bool
take_month(cursor_t *cursor, int *month)
{
    for (*month = 1; *month <= 12; ++*month) {
        if (cursor_take_text(cursor, month_names[*month - 1]))
            return true;
    }
    return false;
}

/* ".31": behind a point, or a comma as ISO 8601 has it */
static bool
take_fraction(cursor_t *cursor, uint32_t *nanos)
{
    uint32_t place = 100000000;

    *nanos = 0;
    if (!cursor_take(cursor, '.') && !cursor_take(cursor, ','))
        return true;
    if (!next_is_digit(cursor))
        return false;
    for (; next_is_digit(cursor); cursor->at++) {
        *nanos += place * (uint32_t)(*cursor->at - '0');
        place /= 10;
    }
    return true;
}

static bool
take_clock(cursor_t *cursor, stamp_t *stamp)
{
    return take_number(cursor, 1, 2, &stamp->hour) && cursor_take(cursor, ':')
           && take_number(cursor, 2, 2, &stamp->minute) && cursor_take(cursor, ':')
           && take_number(cursor, 2, 2, &stamp->second) && take_fraction(cursor, &stamp->nanos)
           && stamp->hour <= 23 && stamp->minute <= 59 && stamp->second <= 60;
}

/* "+01:00", "+0100" or "+01"; RFC 3339 allows no more than a day. */
static bool
take_offset_digits(cursor_t *cursor, int32_t *seconds)
{
    int hours = 0, minutes = 0;
    cursor_t whole = *cursor;

    if (take_number(&whole, 4, 4, &hours)) {
        *cursor = whole;
        minutes = hours % 100;
        hours /= 100;
    } else if (!take_number(cursor, 2, 2, &hours)
               || (cursor_take(cursor, ':') && !take_number(cursor, 2, 2, &minutes))) {
        return false;
    }
    *seconds = hours * HOUR + minutes * MINUTE;
    return hours <= 23 && minutes <= 59;
}

/* The zone behind a time, if there is one.  False: there is nonsense. */
static bool
take_offset(cursor_t *cursor, stamp_t *stamp)
{
    cursor_t next = *cursor;
    bool apart = cursor_skip_blanks(&next) > 0;
    bool east = cursor_take(&next, '+');

    if (!east && !cursor_take(&next, '-')) {
        stamp->has_offset = !apart && cursor_take(cursor, 'Z');
        return true;
    }
    if (!take_offset_digits(&next, &stamp->offset))
        return apart;
    if (!east)
        stamp->offset = -stamp->offset;
    stamp->has_offset = true;
    *cursor = next;
    return true;
}

/* --- The forms ---------------------------------------------------------------- */

/* "2010-11-14T22:13:18.310+01:00"; `year` is taken already */
static bool
take_iso(cursor_t *cursor, stamp_t *stamp)
{
    return take_number(cursor, 2, 2, &stamp->month) && cursor_take(cursor, '-')
           && take_number(cursor, 2, 2, &stamp->day)
           && (cursor_take(cursor, 'T') || cursor_take(cursor, 't') || cursor_take(cursor, ' '))
           && take_clock(cursor, stamp);
}

/* "Nov 14 22:13:18" or "Nov 14 2010 22:13:18" */
static bool
take_month_day(cursor_t *cursor, stamp_t *stamp)
{
    cursor_t year;
    int number;

    if (!take_month(cursor, &stamp->month) || cursor_skip_blanks(cursor) == 0
        || !take_number(cursor, 1, 2, &stamp->day) || cursor_skip_blanks(cursor) == 0)
        return false;
    year = *cursor;
    if (stamp->year == 0 && take_number(&year, 4, 4, &number) && cursor_skip_blanks(&year) > 0) {
        stamp->year = number;
        *cursor = year;
    }
    return take_clock(cursor, stamp);
}

bool
stamp_of_syslog(cursor_t *cursor, stamp_t *stamp)
{
    *stamp = (stamp_t){ .year = 0 };
    if (next_is_digit(cursor)) {
        if (!take_number(cursor, 4, 4, &stamp->year) || stamp->year == 0)
            return false;
        if (cursor_take(cursor, '-')) {
            if (!take_iso(cursor, stamp))
                return false;
        } else if (cursor_skip_blanks(cursor) == 0 || !take_month_day(cursor, stamp)) {
            return false;
        }
    } else if (!take_month_day(cursor, stamp)) {
        return false;
    }
    return take_offset(cursor, stamp) && stamp_day_exists(stamp->year, stamp->month, stamp->day);
}

bool
stamp_of_opcom(cursor_t *cursor, stamp_t *stamp)
{
    *stamp = (stamp_t){ .year = 0 };
    if (!cursor_take_text(cursor, "%%%"))
        return false;
    cursor_skip(cursor, '%');
    cursor_skip_blanks(cursor);
    if (!cursor_take_text(cursor, "OPCOM") || cursor_skip_blanks(cursor) == 0
        || !take_number(cursor, 1, 2, &stamp->day) || !cursor_take(cursor, '-')
        || !take_month(cursor, &stamp->month) || !cursor_take(cursor, '-')
        || !take_number(cursor, 4, 4, &stamp->year) || cursor_skip_blanks(cursor) == 0
        || !take_clock(cursor, stamp))
        return false;
    cursor_skip_blanks(cursor);
    cursor_skip(cursor, '%');
    return stamp->year > 0 && stamp_day_exists(stamp->year, stamp->month, stamp->day);
}

/* --- The calendar --------------------------------------------------------------- */

static bool
is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool
stamp_day_exists(int year, int month, int day)
{
    static const int days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    if (month < 1 || month > 12 || day < 1)
        return false;
    if (month == 2 && (year == 0 || is_leap(year)))
        return day <= 29;
    return day <= days[month - 1];
}

const char *
stamp_month_name(int month)
{
    return month_names[month - 1];
}

int64_t
stamp_civil(const stamp_t *stamp, int year)
{
    static const int before[12] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
    int64_t years = year - 1; /* whole years since the year 1 */
    int64_t days = years * 365 + years / 4 - years / 100 + years / 400 - 719162;

    days += before[stamp->month - 1] + (stamp->month > 2 && is_leap(year)) + stamp->day - 1;
    return days * DAY + (int64_t)stamp->hour * HOUR + (int64_t)stamp->minute * MINUTE
           + stamp->second;
}
