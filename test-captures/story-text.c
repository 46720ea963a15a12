/* story-text.c
 * A file of text as lines of words; numbers and times in it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

void
line_fail(const line_t *line, const char *format, ...)
{
    va_list arguments;
    char *message;

    va_start(arguments, format);
    message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    fail("%s:%u: %s", line->path, line->number, message);
}

/* --- Lines and words ------------------------------------------------------- */

GPtrArray *
text_read(const char *path)
{
    GPtrArray *lines = g_ptr_array_new();
    GError *error = NULL;
    char *content, **rows;

    if (!g_file_get_contents(path, &content, NULL, &error))
        fail("%s", error->message);
    rows = g_strsplit(content, "\n", -1);
    for (unsigned i = 0; rows[i] != NULL; i++) {
        line_t *line = g_new(line_t, 1);
        int count = 0;

        *line = (line_t){ .path = path, .number = i + 1, .indent = strspn(rows[i], " ") };
        if (rows[i][line->indent] == '\t')
            line_fail(line, "lines are indented with blanks");
        if (rows[i][line->indent] == '#')
            continue;
        /* Quotes and comments are those of a shell. */
        if (g_shell_parse_argv(rows[i], &count, &line->words, &error))
            g_ptr_array_add(lines, line);
        else if (!g_error_matches(error, G_SHELL_ERROR, G_SHELL_ERROR_EMPTY_STRING))
            line_fail(line, "%s", error->message);
        g_clear_error(&error);
        line->count = (unsigned)count;
    }
    return lines;
}

void
text_add(GPtrArray *list, const line_t *line, unsigned from)
{
    for (unsigned i = from; i < line->count; i++)
        g_ptr_array_add(list, line->words[i]);
}

GPtrArray *
text_split(const char *text)
{
    GPtrArray *list = g_ptr_array_new();

    for (char **word = g_strsplit(text, " ", -1); *word != NULL; word++)
        g_ptr_array_add(list, *word);
    return list;
}

bool
text_is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

bool
text_in(const GPtrArray *list, const char *word)
{
    return g_ptr_array_find_with_equal_func((GPtrArray *)list, word, g_str_equal, NULL);
}

void *
text_named(const GPtrArray *list, const char *name)
{
    for (unsigned i = 0; i < list->len; i++) {
        if (text_is(*(char **)list->pdata[i], name))
            return list->pdata[i];
    }
    return NULL;
}

bool
text_assignment(const char *word, char **name, const char **value)
{
    const char *equals = strchr(word, '=');

    if (equals == NULL || equals == word)
        return false;
    *name = g_strndup(word, (size_t)(equals - word));
    *value = equals + 1;
    return true;
}

/* --- Numbers --------------------------------------------------------------- */

bool
text_number(const char *word, uint64_t *number)
{
    bool negative = word[0] == '-';
    const char *digits = word + negative;
    char *end;

    if (!g_ascii_isdigit(digits[0]))
        return false;
    *number = g_ascii_strtoull(digits, &end, g_str_has_prefix(digits, "0x") ? 16 : 10);
    if (negative)
        *number = 0 - *number;
    return *end == '\0';
}

/* "i}", "i-1}", "37*i}", "i/256%256}": from left to right; `i` is the number of the round. */
static int64_t
work_out(const line_t *line, const char *formula, int64_t round)
{
    const char *at = formula;
    int64_t value = 0;

    for (char sign = '+', *behind; sign != '}'; sign = *at++) {
        int64_t next = *at == 'i' ? round : strtoll(at, &behind, 10);

        if (*at != 'i' && !g_ascii_isdigit(*at))
            line_fail(line, "+ - * / %% or } are expected: {%s", formula);
        at = *at == 'i' ? at + 1 : behind;
        if (sign == '+' || sign == '-')
            value += sign == '+' ? next : -next;
        else if (sign == '*')
            value *= next;
        else if ((sign == '/' || sign == '%') && next != 0)
            value = sign == '/' ? value / next : value % next;
        else
            line_fail(line, "+ - * / %% or } are expected: {%s", formula);
    }
    return value;
}

const char *
text_fill(const line_t *line, const char *word, int64_t round)
{
    GString *filled = g_string_new(NULL);

    for (const char *open; (open = strchr(word, '{')) != NULL; word = strchr(open, '}') + 1) {
        g_string_append_len(filled, word, open - word);
        g_string_append_printf(filled, "%" PRId64, work_out(line, open + 1, round));
    }
    g_string_append(filled, word);
    word = g_intern_string(filled->str); /* as rounds have the same words again and again */
    g_string_free(filled, TRUE);
    return word;
}

bool
text_time(const char *word, int64_t *time, bool *has_unit)
{
    static const struct {
        const char *name;
        int64_t size;
    } units[] = {
        { "", SECOND }, { "s", SECOND }, { "ms", SECOND / 1000 }, { "us", SECOND / 1000000 },
        { "ns", 1 }, { "m", 60 * SECOND }, { "h", 3600 * SECOND }, { "d", 86400 * SECOND },
    };
    const char *digits = word + (word[0] == '-' || word[0] == '+');
    const char *unit = digits + strspn(digits, "0123456789.");

    for (unsigned i = 0; g_ascii_isdigit(*digits) && i < G_N_ELEMENTS(units); i++) {
        if (!text_is(unit, units[i].name))
            continue;
        *time = (int64_t)(strtold(digits, NULL) * units[i].size + 0.5L);
        if (word[0] == '-')
            *time = -*time;
        if (has_unit != NULL)
            *has_unit = i > 0;
        return true;
    }
    return false;
}
