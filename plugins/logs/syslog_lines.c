/* syslog_lines.c
 * What syslogd, rsyslog and syslog-ng write: RFC 3164, with times of their own.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "syslog_lines.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* "<13>", as in files with the template of the wire; its size, or 0. */
static size_t
take_priority(cursor_t *cursor)
{
    cursor_t next = *cursor;
    size_t size;

    if (!cursor_take(&next, '<'))
        return 0;
    while (next.at < next.end && isdigit((unsigned char)*next.at))
        next.at++;
    size = (size_t)(next.at - cursor->at) + 1;
    if (size < 3 || size > 5 || !cursor_take(&next, '>'))
        return 0;
    *cursor = next;
    cursor_take_text(cursor, "1 "); /* the version of RFC 5424 */
    return size;
}

bool
syslog_begins(cursor_t *cursor, stamp_t *stamp)
{
    take_priority(cursor);
    return stamp_of_syslog(cursor, stamp) && cursor_skip_blanks(cursor) > 0;
}

/* The host's name, if the line has one: "kernel:" is none. */
static bool
take_host(cursor_t *cursor, char *host)
{
    cursor_t next = *cursor;
    const char *word;
    size_t size = cursor_word(&next, &word);

    if (size == 0 || size >= NODE_BYTES || word[size - 1] == ':' || word[size - 1] == ']'
        || memchr(word, '\0', size) != NULL)
        return false;
    memcpy(host, word, size);
    host[size] = '\0';
    *cursor = next;
    return true;
}

/* Which node a line is from: what the user said, then what it says itself. */
static const char *
node_of(source_t *source, cursor_t *cursor, char *host)
{
    if (!take_host(cursor, host))
        return source->node;
    if (source->host[0] == '\0')
        snprintf(source->host, sizeof source->host, "%s", host);
    source->other_hosts += strcmp(source->host, host) != 0;
    if (source->options.node != NULL)
        return source->node;
    if (source->host[0] != '\0')
        snprintf(source->node, sizeof source->node, "%s", host);
    return host;
}

/* Wireshark 4.0 looks for the end of the tag in 32 bytes, and calls a packet malformed that ends
 * before, with nothing but letters and digits. */
static bool
would_be_malformed(const cursor_t *rest)
{
    if (rest->end - rest->at >= 32)
        return false;
    for (const char *at = rest->at; at < rest->end; at++) {
        if (!isalnum((unsigned char)*at))
            return false;
    }
    return rest->at < rest->end;
}

static void
make_message(source_t *source, cursor_t *cursor, const char *priority, size_t size)
{
    char host[NODE_BYTES];
    const char *node = node_of(source, cursor, host);

    source_begin(source, priority, size, node);
    cursor_skip_blanks(cursor);
    if (cursor->at < cursor->end)
        text_append_words(&source->text, " ");
    text_append(&source->text, cursor->at, (size_t)(cursor->end - cursor->at));
    if (would_be_malformed(cursor))
        text_append_words(&source->text, " ");
    source->text.cut += source->line.cut;
}

bool
syslog_next(source_t *source)
{
    const line_t *line = &source->line;

    while (source_line(source)) {
        cursor_t cursor = { line->bytes, line->bytes + line->size }, start = cursor;
        size_t priority = take_priority(&start);
        stamp_t stamp;

        if (source_line_is_empty(source)) {
            source->empty++;
            continue;
        }
        if (syslog_begins(&cursor, &stamp) && clock_read(&source->clock, &stamp, &source->now)) {
            source->stamp = stamp;
            make_message(source, &cursor, line->bytes, priority);
        } else {
            source_note_bad(source);
            source_begin_bad(source);
        }
        return true;
    }
    return false;
}
