/* source.c
 * A log file, message by message.
 *
 * A packet holds a message in the form of RFC 3164, "Nov 14 22:13:18 HOST REST": that is
 * what Wireshark's syslog dissector takes apart.  The time in it is what the log says, in
 * the log's zone; the packet's own time is that in UTC, corrected.  There is no priority, as
 * logs do not keep it, unless the line has one.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "source.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "opcom_blocks.h"
#include "syslog_lines.h"

typedef struct {
    const char *name;
    bool (*begins)(cursor_t *cursor, stamp_t *stamp);
    bool (*next)(source_t *source);
} format_row_t;

static const format_row_t formats[FORMATS] = {
    [FORMAT_GUESSED] = { "guess", NULL, NULL },
    [FORMAT_SYSLOG] = { "syslog", syslog_begins, syslog_next },
    [FORMAT_OPCOM] = { "opcom", stamp_of_opcom, opcom_next },
};

const char *
format_name(format_t format)
{
    return formats[format].name;
}

/* --- Before the first line -------------------------------------------------------- */

/* The first line in the buffer that begins as the format's messages do, and has a time. */
static bool
find_first(source_t *source, format_t format)
{
    const char *at = source->reader.buffer + source->reader.at;
    const char *end = source->reader.buffer + source->reader.size;

    while (at < end) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        cursor_t cursor = { at, line_end != NULL ? line_end : end };
        clock_state_t clock = source->clock;

        cursor_skip(&cursor, '\0');
        if (formats[format].begins(&cursor, &source->stamp)
            && clock_read(&clock, &source->stamp, &source->now)) {
            source->format = format;
            return true;
        }
        at = line_end != NULL ? line_end + 1 : end;
    }
    return false;
}

static bool
guess_format(source_t *source)
{
    for (format_t format = FORMAT_SYSLOG; format < FORMATS; format++) {
        if ((source->options.format == FORMAT_GUESSED || source->options.format == format)
            && find_first(source, format))
            return true;
    }
    return false;
}

static const char *
why_unreadable(const source_t *source)
{
    static const struct {
        const char *bytes;
        size_t size;
        const char *why;
    } others[] = {
        { "\x1f\x8b", 2, "is compressed: unpack it first, as with zcat FILE | ... -" },
        { "\xfd" "7zXZ", 5, "is compressed: unpack it first, as with xzcat FILE | ... -" },
        { "BZh", 3, "is compressed: unpack it first, as with bzcat FILE | ... -" },
        { "\xff\xfe", 2, "is UTF-16: convert it first, as with iconv -f UTF-16 FILE | ... -" },
        { "\xd4\xc3\xb2\xa1", 4, "is a capture: merge it with mergecap" },
        { "\x4d\x3c\xb2\xa1", 4, "is a capture: merge it with mergecap" },
        { "\x0a\x0d\x0d\x0a", 4, "is a capture: merge it with mergecap" },
    };

    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (source->reader.size >= others[i].size
            && memcmp(source->reader.buffer, others[i].bytes, others[i].size) == 0)
            return others[i].why;
    }
    return "is no log that can be read: no line at its beginning has a time as syslog or OPCOM "
           "write it";
}

/* Nothing in a log is newer than its file; of a pipe, than now. */
static int64_t
newest_of(const reader_t *reader)
{
    struct stat status;

    if (fstat(fileno(reader->file), &status) == 0 && S_ISREG(status.st_mode))
        return (int64_t)status.st_mtime;
    return (int64_t)time(NULL);
}

/* The file's name without folder and ending stands in for the node. */
static void
name_node(source_t *source)
{
    const char *slash = strrchr(source->name, '/');
    const char *start = slash != NULL ? slash + 1 : source->name;
    size_t size = strcspn(start, ".");

    if (source->options.node != NULL) {
        snprintf(source->node, sizeof source->node, "%s", source->options.node);
        return;
    }
    if (strcmp(source->name, "-") == 0 || size == 0 || size >= sizeof source->node) {
        snprintf(source->node, sizeof source->node, "unknown");
        return;
    }
    snprintf(source->node, sizeof source->node, "%.*s", (int)size, start);
    for (char *at = source->node; *at != '\0'; at++) {
        if (!isgraph((unsigned char)*at))
            *at = '_';
    }
}

bool
source_open(source_t *source, const char *name, const log_options_t *options)
{
    memset(source, 0, sizeof *source);
    source->name = name;
    source->options = *options;
    source->format = options->format;
    source->clock.zone = options->zone;
    source->clock.year = options->year;
    source->clock.correction = options->correction;
    if (!reader_open(&source->reader, name)) {
        fprintf(stderr, "%s: %s\n", name, strerror(errno));
        return false;
    }
    source->clock.newest = newest_of(&source->reader);
    name_node(source);
    if (source->reader.size == 0 || guess_format(source))
        return true;
    fprintf(stderr, "%s: %s\n", name, why_unreadable(source));
    return false;
}

/* --- Messages ------------------------------------------------------------------------ */

bool
source_line(source_t *source)
{
    if (source->line_is_next) {
        source->line_is_next = false;
        return true;
    }
    return reader_line(&source->reader, &source->line);
}

bool
source_line_is_empty(const source_t *source)
{
    cursor_t cursor = { source->line.bytes, source->line.bytes + source->line.size };

    cursor_skip_blanks(&cursor);
    return cursor.at == cursor.end;
}

void
source_begin(source_t *source, const char *priority, size_t size, const char *host)
{
    char time[24];

    text_clear(&source->text);
    text_append(&source->text, priority, size);
    snprintf(time, sizeof time, "%s %2d %02d:%02d:%02d ",
             stamp_month_name(source->stamp.month), source->stamp.day, source->stamp.hour,
             source->stamp.minute, source->stamp.second);
    text_append_words(&source->text, time);
    text_append(&source->text, host, strlen(host));
}

void
source_note_bad(source_t *source)
{
    if (source->bad < BAD_LINES) {
        bad_line_t *bad = &source->bad_lines[source->bad];
        static text_t text;
        size_t size = source->line.size < BAD_LINE_BYTES ? source->line.size : BAD_LINE_BYTES;

        text_clear(&text);
        text_append(&text, source->line.bytes, size);
        bad->number = source->line.number;
        snprintf(bad->text, sizeof bad->text, "%.*s%s", (int)text.size, text.bytes,
                 size < source->line.size ? "..." : "");
    }
    source->bad++;
}

void
source_begin_bad(source_t *source)
{
    source_begin(source, NULL, 0, source->node);
    text_append_words(&source->text, " [no time] ");
    text_append(&source->text, source->line.bytes, source->line.size);
    source->text.cut += source->line.cut;
}

bool
source_next(source_t *source)
{
    if (source->format == FORMAT_GUESSED || !formats[source->format].next(source))
        return false;
    source->cut += source->text.cut > 0;
    text_close(&source->text);
    source->time = source->now;
    if (source->packets == 0 || instant_before(&source->time, &source->first))
        source->first = source->time;
    if (source->packets == 0 || instant_before(&source->last, &source->time))
        source->last = source->time;
    source->packets++;
    return true;
}

void
source_close(source_t *source)
{
    reader_close(&source->reader);
}
