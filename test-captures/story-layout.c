/* story-layout.c
 * layouts/PROTOCOL: the tables of messages; README.md describes them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- Fields ---------------------------------------------------------------- */

static const struct {
    const char *name;
    type_t type;
    unsigned size;
    bool is_signed;
} types[] = {
    { "u8", TYPE_LE, 1, false },         { "le16", TYPE_LE, 2, false },
    { "le24", TYPE_LE, 3, false },       { "le32", TYPE_LE, 4, false },
    { "le48", TYPE_LE, 6, false },       { "le64", TYPE_LE, 8, false },
    { "be16", TYPE_BE, 2, false },       { "be32", TYPE_BE, 4, false },
    { "be64", TYPE_BE, 8, false },       { "sle32", TYPE_LE, 4, true },
    { "ether", TYPE_ETHER, 6, false },   { "ipv4", TYPE_IPV4, 4, false },
    { "ipv6", TYPE_IPV6, 16, false },    { "vmstime", TYPE_VMS_TIME, 8, false },
    { "bytes", TYPE_BYTES, 0, false },   { "text", TYPE_TEXT, 0, false },
    { "string", TYPE_STRING, 0, false }, { "counted", TYPE_COUNTED, 0, false },
};

/* "le16", "text:8" (8 bytes, filled up with NULs), "text:8:20" (with blanks). */
static void
read_type(const line_t *line, field_t *field, const char *word)
{
    size_t length = strcspn(word, ":");
    unsigned size = 0, filler = 0;

    for (unsigned i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (strlen(types[i].name) != length || strncmp(types[i].name, word, length) != 0)
            continue;
        field->type = types[i].type;
        field->size = types[i].size;
        field->is_signed = types[i].is_signed;
        if (word[length] == ':' && sscanf(word + length, ":%u:%x", &size, &filler) >= 1)
            field->size = size;
        field->filler = (char)filler;
        return;
    }
    line_fail(line, "no type of a field: %s", word);
}

/* "ACK=0x08" or "ACK=0x08:nisca.tr.flags.ack". */
static void
read_bits(const line_t *line, field_t *field, const char *word)
{
    bits_t *bits = list_add(&field->bits, &field->bit_count, sizeof *bits);
    const char *value;
    size_t length;

    if (!text_assignment(word, &bits->name, &value))
        line_fail(line, "NAME=BITS is expected, not %s", word);
    length = strcspn(value, ":");
    if (!text_number(text_part(value, length), &bits->mask))
        line_fail(line, "no number: %s", value);
    bits->shown = value[length] == ':' ? text_join(value + length + 1, "") : NULL;
}

/* "may-miss", "may-end", "unsure": what a shorter message means. */
static bool
is_ending(const char *word)
{
    return strcmp(word, "may-miss") == 0 || strcmp(word, "may-end") == 0
           || strcmp(word, "unsure") == 0;
}

/* [-> FIELD] [always FIELD [if BITS]] [ENDING] */
static void
read_shown(const line_t *line, field_t *field, unsigned i)
{
    if (is_ending(line->words[line->count - 1]))
        field->ending = line->words[line->count - 1][4];
    for (; i + 1 < line->count; i += 2) {
        if (strcmp(line->words[i], "->") == 0)
            field->shown = line->words[i + 1];
        else if (strcmp(line->words[i], "always") == 0)
            field->always = line->words[i + 1];
        else if (strcmp(line->words[i], "if") == 0)
            field->if_bits = line->words[i + 1];
        else
            break;
    }
    if (i + (field->ending != 0) != line->count)
        line_fail(line, "`-> FIELD`, `always FIELD` or `if BITS` is expected");
}

static bool
is_shown(const char *word)
{
    return strcmp(word, "->") == 0 || strcmp(word, "always") == 0 || is_ending(word);
}

/* NAME TYPE [DEFAULT] [NAME=BITS ...] [-> FIELD] [always FIELD [if BITS]] */
static void
read_field(const line_t *line, piece_t *piece)
{
    field_t *field = list_add(&piece->fields, &piece->count, sizeof *field);
    unsigned i = 2;

    if (line->count < 2)
        line_fail(line, "a field has a name and a type");
    field->name = line->words[0];
    read_type(line, field, line->words[1]);
    if (i < line->count && !is_shown(line->words[i]))
        field->value = line->words[i++];
    for (; i < line->count && !is_shown(line->words[i]); i++)
        read_bits(line, field, line->words[i]);
    read_shown(line, field, i);
}

/* --- The file -------------------------------------------------------------- */

static void
append(words_t *list, const line_t *line, unsigned from)
{
    for (unsigned i = from; i < line->count; i++)
        *(char **)list_add(&list->words, &list->count, sizeof(char *)) = line->words[i];
}

static words_t *
list_of(layout_t *layout, const char *keyword)
{
    if (strcmp(keyword, "carrier") == 0)
        return &layout->carrier;
    if (strcmp(keyword, "headers") == 0)
        return &layout->headers;
    if (strcmp(keyword, "analysis") == 0)
        return &layout->analysis;
    return strcmp(keyword, "forward") == 0 ? &layout->forward : NULL;
}

/* Lines that are indented belong to the line before them that is not. */
static void
read_layout(layout_t *layout, const char *path)
{
    text_t text = text_read(path);
    words_t *list = NULL;
    piece_t *piece = NULL;

    for (unsigned i = 0; i < text.count; i++) {
        line_t *line = &text.lines[i];

        if (line->indent > 0 && piece != NULL) {
            read_field(line, piece);
        } else if (line->indent > 0 && list != NULL) {
            append(list, line, 0);
        } else if (strcmp(line->words[0], "piece") == 0 && line->count == 2) {
            piece = list_add(&layout->pieces, &layout->piece_count, sizeof *piece);
            piece->name = line->words[1];
        } else if (strcmp(line->words[0], "message") == 0 && line->count >= 4) {
            layout_message_t *m = list_add(&layout->messages, &layout->message_count, sizeof *m);

            m->name = line->words[1];
            m->line = line;
            append(&m->parts, line, 3); /* behind the "=" */
            list = &m->parts;
            piece = NULL;
        } else if ((list = list_of(layout, line->words[0])) != NULL) {
            append(list, line, 1);
            piece = NULL;
        } else {
            line_fail(line, "a layout has no %s", line->words[0]);
        }
    }
}

layout_t *
layout_read(const char *folder, const char *name)
{
    static layout_t known[4];
    static unsigned known_count;
    layout_t *layout;

    for (unsigned i = 0; i < known_count; i++) {
        if (strcmp(known[i].protocol, name) == 0)
            return &known[i];
    }
    if (known_count == 4)
        fail("more than 4 layouts");
    layout = &known[known_count++];
    layout->protocol = text_join(name, "");
    read_layout(layout, text_join(folder, "/layouts/headers"));
    read_layout(layout, text_join(text_join(folder, "/layouts/"), name));
    return layout;
}

/* --- Names ----------------------------------------------------------------- */

const piece_t *
layout_piece(const layout_t *layout, const char *name)
{
    for (unsigned i = 0; i < layout->piece_count; i++) {
        if (strcmp(layout->pieces[i].name, name) == 0)
            return &layout->pieces[i];
    }
    return NULL;
}

const layout_message_t *
layout_message(const layout_t *layout, const char *name)
{
    for (unsigned i = 0; i < layout->message_count; i++) {
        if (strcmp(layout->messages[i].name, name) == 0)
            return &layout->messages[i];
    }
    return NULL;
}

static bool
is_listed(const layout_t *layout, const char *name)
{
    for (unsigned i = 0; i < layout->analysis.count; i++) {
        if (strcmp(layout->analysis.words[i], name) == 0)
            return true;
    }
    return false;
}

/* "late" is PROTOCOL.late, PROTOCOL.analysis.late, or the one field of the list
 * that ends in ".late". */
const char *
layout_full_name(const layout_t *layout, const char *name)
{
    const char *found = NULL;
    char *full = text_join(text_join(layout->protocol, "."), name);

    if (is_listed(layout, full))
        return full;
    full = text_join(text_join(layout->protocol, ".analysis."), name);
    if (is_listed(layout, full))
        return full;
    for (unsigned i = 0; i < layout->analysis.count; i++) {
        const char *listed = layout->analysis.words[i];
        size_t length = strlen(listed), ending = strlen(name);

        if (strcmp(listed, name) == 0)
            return listed;
        if (length <= ending || listed[length - ending - 1] != '.'
            || strcmp(listed + length - ending, name) != 0)
            continue;
        if (found != NULL)
            return NULL;
        found = listed;
    }
    if (found == NULL && (strchr(name, '.') != NULL || strcmp(name, layout->protocol) == 0))
        return name;
    return found;
}
