/* stamp.h
 * The times that stand in log lines, as they are written there.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LOGS_STAMP_H
#define CLUSTER_LOGS_STAMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A time as a line states it: by the calendar and the clock of the place where it was written. */
typedef struct {
    int year;           /**< 1 to 9999; 0: the line names none */
    int month;          /**< 1 to 12 */
    int day;            /**< 1 to 31, as many as the month has; 29 February if there is no year */
    int hour;           /**< 0 to 23 */
    int minute;         /**< 0 to 59 */
    int second;         /**< 0 to 60: a leap second */
    uint32_t nanos;     /**< 0 to 999,999,999; further digits are dropped */
    bool has_offset;
    int32_t offset;     /**< seconds east of UTC, if the line names a zone */
} stamp_t;

/** Where reading goes on; what is read need not end with a NUL, and may contain some. */
typedef struct {
    const char *at;
    const char *end;
} cursor_t;

/** The time at the beginning of a syslog line: "Nov 14 22:13:18", with a year
 *  before or behind the day if the writer was told so, or ISO 8601, whose T may be a blank.
 *  A zone as a number may follow all of them.  False: there is none, and the cursor is anywhere. */
bool stamp_of_syslog(cursor_t *cursor, stamp_t *stamp);

/** The line that begins a message of OpenVMS' OPCOM:
 *  "%%%%%%%%%%%  OPCOM  14-NOV-2010 22:13:18.31  %%%%%%%%%%%".  The cursor is then behind it. */
bool stamp_of_opcom(cursor_t *cursor, stamp_t *stamp);

/** Whether there is such a day; of the year 0, 29 February is one. */
bool stamp_day_exists(int year, int month, int day);

/** The English name of a month, of three letters. */
const char *stamp_month_name(int month);

/** Seconds since 1970 on the clock that the stamp was read from, without regard
 *  to its zone.  `year` stands in for that of the stamp. */
int64_t stamp_civil(const stamp_t *stamp, int year);

/** Take `wanted` if it comes next. */
bool cursor_take(cursor_t *cursor, char wanted);

/** Pass over all that equal `unwanted`. */
void cursor_skip(cursor_t *cursor, char unwanted);

/** Pass over blanks; how many there were. */
size_t cursor_skip_blanks(cursor_t *cursor);

/** The bytes up to the next blank, or to the end: its size, and the cursor behind it. */
size_t cursor_word(cursor_t *cursor, const char **word);

/** Take `text` if it comes next, in whatever case. */
bool cursor_take_text(cursor_t *cursor, const char *text);

#endif
