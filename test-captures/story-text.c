/* story-text.c
 * A file of text as lines of words; numbers and times in it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
line_fail(const line_t *line, const char *format, ...)
{
    char message[512];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    fail("%s:%u: %s", line->path, line->number, message);
}

/* --- Lists and texts ------------------------------------------------------- */

void *
text_room(size_t count, size_t size)
{
    void *room = calloc(count, size);

    if (room == NULL)
        fail("out of memory");
    return room;
}

/* Lists grow when their count is a power of two. */
void *
list_add(void *list, unsigned *count, size_t size)
{
    void *items;

    memcpy(&items, list, sizeof items); /* `list` points to a pointer of any type */
    if ((*count & (*count - 1)) == 0) {
        items = realloc(items, (*count == 0 ? 1 : 2 * (size_t)*count) * size);
        if (items == NULL)
            fail("out of memory");
        memcpy(list, &items, sizeof items);
    }
    return memset((char *)items + (*count)++ * size, 0, size);
}

char *
text_part(const char *from, size_t length)
{
    char *copy = text_room(length + 1, 1);

    memcpy(copy, from, length);
    return copy;
}

char *
text_join(const char *a, const char *b)
{
    size_t size = strlen(a) + strlen(b) + 1;
    char *both = text_room(size, 1);

    snprintf(both, size, "%s%s", a, b);
    return both;
}

/* --- Words ----------------------------------------------------------------- */

/* One word from `at` on, into `word`; quotes keep blanks together.  Returns
 * what follows. */
static const char *
read_word(const line_t *line, const char *at, char *word, size_t room)
{
    size_t length = 0;
    bool quoted = false;

    while (*at != '\0' && (quoted || !isspace((unsigned char)*at))) {
        if (*at == '"')
            quoted = !quoted;
        else if (length + 1 < room)
            word[length++] = *at;
        else
            line_fail(line, "a word of more than %zu bytes", room - 1);
        at++;
    }
    if (quoted)
        line_fail(line, "a quote is not closed");
    word[length] = '\0';
    return at;
}

static void
read_words(line_t *line, const char *at)
{
    char word[8192];

    for (;;) {
        while (isspace((unsigned char)*at))
            at++;
        if (*at == '\0' || *at == '#')
            return;
        at = read_word(line, at, word, sizeof word);
        *(char **)list_add(&line->words, &line->count, sizeof(char *)) = text_join(word, "");
    }
}

void
text_split(words_t *list, const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, " ");

        if (length > 0)
            *(char **)list_add(&list->words, &list->count, sizeof(char *)) =
                text_part(text, length);
        text += length + (text[length] == ' ');
    }
}

text_t
text_read(const char *path)
{
    static char content[16384];
    text_t text = { 0 };
    FILE *file = fopen(path, "r");

    if (file == NULL)
        fail("cannot read %s", path);
    for (unsigned number = 1; fgets(content, sizeof content, file) != NULL; number++) {
        line_t line = { .path = path, .number = number };

        line.indent = (unsigned)strspn(content, " ");
        if (content[line.indent] == '\t')
            line_fail(&line, "lines are indented with blanks");
        read_words(&line, content);
        if (line.count > 0)
            *(line_t *)list_add(&text.lines, &text.count, sizeof line) = line;
    }
    fclose(file);
    return text;
}

bool
text_assignment(const char *word, char **name, const char **value)
{
    size_t length = strcspn(word, "=");

    if (length == 0 || word[length] != '=')
        return false;
    *name = text_part(word, length);
    *value = word + length + 1;
    return true;
}

/* --- Numbers --------------------------------------------------------------- */

bool
text_number(const char *word, uint64_t *number)
{
    bool negative = word[0] == '-';
    const char *digits = word + negative;
    bool hex = digits[0] == '0' && digits[1] == 'x';
    char *end;

    if (!isdigit((unsigned char)digits[0]))
        return false;
    *number = strtoull(digits, &end, hex ? 16 : 10);
    if (negative)
        *number = 0 - *number;
    return *end == '\0';
}

/* `i`, which is the number of the round, or a number. */
static int64_t
operand(const line_t *line, const char **at, int64_t round)
{
    char *behind = (char *)*at + 1;
    int64_t number = **at == 'i' ? round : strtoll(*at, &behind, 10);

    if (**at != 'i' && !isdigit((unsigned char)**at))
        line_fail(line, "a number or `i` is expected: %s", *at);
    *at = behind;
    return number;
}

/* "i}", "i-1}", "37*i}", "i/256%256}": from left to right. */
static int64_t
work_out(const line_t *line, const char *formula, int64_t round)
{
    const char *at = formula;
    int64_t value = operand(line, &at, round);

    while (*at != '}') {
        char sign = *at++;
        int64_t next = sign != '\0' ? operand(line, &at, round) : 0;

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

static size_t
braces(const char *word)
{
    size_t count = 0;

    for (; *word != '\0'; word++)
        count += *word == '{';
    return count;
}

char *
text_fill(const line_t *line, const char *word, int64_t round)
{
    enum { DIGITS = 20 }; /* of a number, with its sign */
    char *filled = text_room(strlen(word) + DIGITS * braces(word) + 1, 1), *end = filled;

    for (const char *open; (open = strchr(word, '{')) != NULL;) {
        memcpy(end, word, (size_t)(open - word));
        end += open - word;
        end += sprintf(end, "%" PRId64, work_out(line, open + 1, round));
        word = strchr(open, '}') + 1;
    }
    memcpy(end, word, strlen(word) + 1);
    return filled;
}

static const struct {
    const char *name;
    int64_t size;
} units[] = {
    { "s", SECOND }, { "ms", MILLISECOND }, { "us", MICROSECOND }, { "ns", 1 },
    { "m", 60 * SECOND }, { "h", 3600 * SECOND }, { "d", 86400 * SECOND },
};

static int64_t
unit_of(const char *name)
{
    for (unsigned i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (strcmp(units[i].name, name) == 0)
            return units[i].size;
    }
    return 0;
}

bool
text_time(const char *word, int64_t *time, bool *has_unit)
{
    bool negative = word[0] == '-';
    const char *at = word + (negative || word[0] == '+');
    int64_t whole = 0, part = 0, scale = 1, unit;

    if (!isdigit((unsigned char)*at))
        return false;
    for (; isdigit((unsigned char)*at); at++)
        whole = 10 * whole + (*at - '0');
    if (*at == '.')
        at++;
    for (; isdigit((unsigned char)*at) && scale < SECOND; at++, scale *= 10)
        part = 10 * part + (*at - '0');
    unit = *at == '\0' ? SECOND : unit_of(at);
    *time = (whole * unit + part * unit / scale) * (negative ? -1 : 1);
    if (has_unit != NULL)
        *has_unit = *at != '\0';
    return unit != 0;
}
