/* text.c
 * The text of a packet.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "text.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { RUN = 4 }; /* so many equal bytes are shown one by one */

/* How many bytes follow a first byte, and the least code point that needs so many
 * (RFC 3629); -1: it cannot be the first. */
static int
follow_of(unsigned char first, uint32_t *bits, uint32_t *least)
{
    if (first < 0x80) {
        *bits = first;
        *least = 0;
        return 0;
    }
    if (first >= 0xc0 && first < 0xe0) {
        *bits = first & 0x1f;
        *least = 0x80;
        return 1;
    }
    if (first >= 0xe0 && first < 0xf0) {
        *bits = first & 0x0f;
        *least = 0x800;
        return 2;
    }
    *bits = first & 0x07;
    *least = 0x10000;
    return first >= 0xf0 && first < 0xf8 ? 3 : -1;
}

static bool
may_be_shown(uint32_t point)
{
    return point >= 0x20 && !(point >= 0x7f && point < 0xa0)
           && !(point >= 0xd800 && point < 0xe000) && point <= 0x10ffff;
}

size_t
text_character(const char *bytes, size_t size)
{
    uint32_t point, least;
    int follow = size > 0 ? follow_of((unsigned char)bytes[0], &point, &least) : -1;

    if (follow < 0 || size <= (size_t)follow)
        return 0;
    for (int i = 1; i <= follow; i++) {
        unsigned char byte = (unsigned char)bytes[i];

        if ((byte & 0xc0) != 0x80)
            return 0;
        point = point << 6 | (byte & 0x3f);
    }
    return point >= least && may_be_shown(point) ? (size_t)follow + 1 : 0;
}

/* All or nothing; nothing behind what was cut. */
static void
append_whole(text_t *text, const char *bytes, size_t size, size_t stands_for)
{
    if (text->cut > 0 || size > TEXT_MAX - text->size) {
        text->cut += stands_for;
        return;
    }
    memcpy(text->bytes + text->size, bytes, size);
    text->size += size;
}

/* The run of one byte that may not be shown; how many bytes it has. */
static size_t
append_escaped(text_t *text, const char *bytes, size_t size)
{
    char shown[32];
    size_t run = 1;

    while (run < size && bytes[run] == bytes[0] && text_character(bytes + run, size - run) == 0)
        run++;
    if (run <= RUN)
        run = 1;
    int length = bytes[0] == '\t' ? snprintf(shown, sizeof shown, "\\t")
                                  : snprintf(shown, sizeof shown, "\\x%02x",
                                             (unsigned)(unsigned char)bytes[0]);
    if (run > 1)
        length += snprintf(shown + length, sizeof shown - (size_t)length, "{%zu}", run);
    append_whole(text, shown, (size_t)length, run);
    return run;
}

void
text_clear(text_t *text)
{
    text->size = 0;
    text->cut = 0;
}

void
text_append(text_t *text, const char *bytes, size_t size)
{
    while (size > 0) {
        size_t length = text_character(bytes, size);

        if (length > 0)
            append_whole(text, bytes, length, length);
        else
            length = append_escaped(text, bytes, size);
        bytes += length;
        size -= length;
    }
}

void
text_append_words(text_t *text, const char *words)
{
    append_whole(text, words, strlen(words), 0);
}

void
text_close(text_t *text)
{
    if (text->cut == 0)
        return;
    int length = snprintf(text->bytes + text->size, TEXT_MARK, " [%llu bytes cut]",
                          (unsigned long long)text->cut);
    text->size += (size_t)length;
}
