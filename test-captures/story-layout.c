/* story-layout.c
 * layouts/PROTOCOL: the tables of messages; README.md describes them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <stdio.h>
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
    char **parts = g_strsplit(word, ":", 2);
    unsigned filler = 0;

    for (unsigned i = 0; i < G_N_ELEMENTS(types); i++) {
        if (!text_is(types[i].name, parts[0]))
            continue;
        field->type = types[i].type;
        field->size = types[i].size;
        field->is_signed = types[i].is_signed;
        if (parts[1] != NULL)
            sscanf(parts[1], "%u:%x", &field->size, &filler);
        field->filler = (char)filler;
        return;
    }
    line_fail(line, "no type of a field: %s", word);
}

/* "ACK=0x08" or "ACK=0x08:nisca.tr.flags.ack". */
static void
read_bits(const line_t *line, field_t *field, const char *word)
{
    bits_t *bits = g_new0(bits_t, 1);
    const char *value;
    char **parts;

    if (!text_assignment(word, &bits->name, &value))
        line_fail(line, "`-> FIELD`, `always FIELD` or NAME=BITS is expected, not %s", word);
    parts = g_strsplit(value, ":", 2);
    if (!text_number(parts[0], &bits->mask))
        line_fail(line, "no number: %s", value);
    bits->shown = parts[1];
    g_ptr_array_add(field->bits, bits);
}

/* NAME TYPE [DEFAULT] [NAME=BITS ...] [-> FIELD] [always FIELD [if BITS]] */
static field_t *
read_field(const line_t *line)
{
    field_t *field = g_new(field_t, 1);

    if (line->count < 2)
        line_fail(line, "a field has a name and a type");
    *field = (field_t){ .name = line->words[0], .value = "", .bits = g_ptr_array_new() };
    read_type(line, field, line->words[1]);
    for (unsigned i = 2; i < line->count; i++) {
        const char *word = line->words[i];

        if (text_is(word, "->"))
            field->shown = line->words[++i];
        else if (text_is(word, "always"))
            field->always = line->words[++i];
        else if (text_is(word, "if"))
            field->if_bits = line->words[++i];
        else if (i == 2)
            field->value = word;
        else
            read_bits(line, field, word);
    }
    return field;
}

static void
add_field(layout_t *layout, piece_t *piece, field_t *field)
{
    g_ptr_array_add(piece->fields, field);
    if (field->shown != NULL)
        g_ptr_array_add(layout->shown, (char *)field->shown);
    for (unsigned i = 0; i < field->bits->len; i++) {
        const bits_t *bits = field->bits->pdata[i];

        if (bits->shown != NULL)
            g_ptr_array_add(layout->shown, bits->shown);
    }
}

/* --- The file -------------------------------------------------------------- */

/* piece NAME [link=N] [ethertype=N] */
static piece_t *
read_piece(layout_t *layout, const line_t *line)
{
    piece_t *piece = g_new0(piece_t, 1);

    *piece = (piece_t){ .name = line->words[1], .fields = g_ptr_array_new(), .ethertype = -1 };
    g_ptr_array_add(layout->pieces, piece);
    for (unsigned i = 2; i < line->count; i++) {
        uint64_t number;
        const char *value;
        char *name;

        if (!text_assignment(line->words[i], &name, &value) || !text_number(value, &number))
            line_fail(line, "a piece has no %s", line->words[i]);
        if (text_is(name, "link"))
            piece->link = (int)number;
        else
            piece->ethertype = (int64_t)number;
    }
    return piece;
}

static GPtrArray *
add_list(layout_t *layout, const char *name)
{
    list_t *list = g_new(list_t, 1);

    *list = (list_t){ name, g_ptr_array_new() };
    g_ptr_array_add(layout->lists, list);
    return list->words;
}

/* message NAME = PARTS, or the name of a list and its words: where more of them go. */
static GPtrArray *
read_list(layout_t *layout, const line_t *line)
{
    bool is_message = text_is(line->words[0], "message") && line->count >= 4;
    const list_t *known = text_named(layout->lists, line->words[0]);
    GPtrArray *words;

    if (!is_message && known == NULL)
        line_fail(line, "a layout has no %s", line->words[0]);
    words = is_message ? add_list(layout, line->words[1]) : known->words;
    text_add(words, line, is_message ? 3 : 1);
    return words;
}

/* Lines that are indented belong to the line before them that is not. */
static void
read_layout(layout_t *layout, const char *path)
{
    GPtrArray *lines = text_read(path), *list = NULL;
    piece_t *piece = NULL;

    for (unsigned i = 0; i < lines->len; i++) {
        const line_t *line = lines->pdata[i];

        if (line->indent > 0 && piece != NULL) {
            add_field(layout, piece, read_field(line));
        } else if (line->indent > 0 && list != NULL) {
            text_add(list, line, 0);
        } else if (text_is(line->words[0], "piece") && line->count >= 2) {
            piece = read_piece(layout, line);
        } else {
            piece = NULL;
            list = read_list(layout, line);
        }
    }
}

layout_t *
layout_read(const char *folder, const char *name)
{
    static GPtrArray *known;
    layout_t *layout;

    if (known == NULL)
        known = g_ptr_array_new();
    layout = text_named(known, name);
    if (layout != NULL)
        return layout;
    layout = g_new0(layout_t, 1);
    *layout = (layout_t){ .name = g_strdup(name), .lists = g_ptr_array_new(),
                          .shown = g_ptr_array_new(), .pieces = g_ptr_array_new() };
    layout->carrier = add_list(layout, "carrier");
    layout->headers = add_list(layout, "headers");
    layout->analysis = add_list(layout, "analysis");
    layout->forward = add_list(layout, "forward");
    g_ptr_array_add(known, layout);
    read_layout(layout, g_build_filename(folder, "layouts", "headers", NULL));
    read_layout(layout, g_build_filename(folder, "layouts", name, NULL));
    return layout;
}

/* "late" is PROTOCOL.late, PROTOCOL.analysis.late, or the one field of the list
 * that ends in ".late". */
const char *
layout_full_name(const layout_t *layout, const char *name)
{
    const char *found = NULL, *full[] = {
        name, g_strconcat(layout->name, ".", name, NULL),
        g_strconcat(layout->name, ".analysis.", name, NULL),
    };

    for (unsigned i = 0; i < G_N_ELEMENTS(full); i++) {
        if (text_in(layout->analysis, full[i]))
            return full[i];
    }
    for (unsigned i = 0; i < layout->analysis->len; i++) {
        const char *listed = layout->analysis->pdata[i];

        if (!g_str_has_suffix(listed, full[1] + strlen(layout->name)))
            continue;
        if (found != NULL)
            return NULL;
        found = listed;
    }
    if (found == NULL && (strchr(name, '.') != NULL || text_is(name, layout->name)))
        return name;
    return found;
}
