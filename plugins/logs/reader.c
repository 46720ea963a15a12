/* reader.c
 * A file, line by line.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "reader.h"

#include <errno.h>
#include <string.h>

static bool
fill(reader_t *reader)
{
    reader->at = 0;
    reader->size = 0;
    if (reader->failed || feof(reader->file))
        return false;
    reader->size = fread(reader->buffer, 1, READER_BUFFER, reader->file);
    if (ferror(reader->file)) {
        reader->failed = true;
        reader->error = errno;
    }
    return reader->size > 0;
}

bool
reader_open(reader_t *reader, const char *name)
{
    memset(reader, 0, sizeof *reader);
    reader->file = strcmp(name, "-") == 0 ? stdin : fopen(name, "rb");
    if (reader->file == NULL)
        return false;
    fill(reader);
    if (reader->size >= 3 && memcmp(reader->buffer, "\xef\xbb\xbf", 3) == 0)
        reader->at = 3; /* the mark that editors put before UTF-8 */
    errno = reader->error;
    return !reader->failed;
}

static bool
has_byte(reader_t *reader)
{
    return reader->at < reader->size || fill(reader);
}

static void
keep(line_t *line, char byte)
{
    if (line->size < LINE_BYTES)
        line->bytes[line->size++] = byte;
    else
        line->cut++;
}

static bool
take_nuls(reader_t *reader, line_t *line)
{
    while (has_byte(reader) && reader->buffer[reader->at] == '\0')
        keep(line, reader->buffer[reader->at++]);
    return line->size > 0;
}

bool
reader_line(reader_t *reader, line_t *line)
{
    bool ended = false;

    line->size = 0;
    line->cut = 0;
    line->number = reader->lines + 1;
    if (!has_byte(reader))
        return false;
    if (take_nuls(reader, line))
        return true;
    while (!ended && has_byte(reader)) {
        char byte = reader->buffer[reader->at++];

        ended = byte == '\n';
        if (!ended)
            keep(line, byte);
    }
    reader->lines++;
    if (line->size > 0 && line->cut == 0 && line->bytes[line->size - 1] == '\r')
        line->size--;
    return true;
}

void
reader_close(reader_t *reader)
{
    if (reader->file != NULL && reader->file != stdin)
        fclose(reader->file);
    reader->file = NULL;
}
