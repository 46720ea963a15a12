/* opcom_blocks.c
 * OpenVMS' operator.log: a message is a block of lines, up to a blank line or the next block.
 *
 *     %%%%%%%%%%%  OPCOM  14-NOV-2010 22:13:18.31  %%%%%%%%%%%    (from node VAX2 at ...)
 *     Message from user SYSTEM on VAX1
 *     %CNXMAN,  lost connection to system VAX2
 *
 * becomes "Nov 14 22:13:18 VAX1 OPCOM[SYSTEM]: %CNXMAN,  lost connection to system VAX2".  Source:
 * OpenVMS System Manager's Manual, "Understanding OPCOM Messages".
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "opcom_blocks.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* A word that can be a name; false: it cannot. */
static bool
take_name(cursor_t *cursor, char *name, size_t room)
{
    const char *word;
    size_t size;

    cursor_skip_blanks(cursor);
    size = cursor_word(cursor, &word);
    if (size == 0 || size >= room)
        return false;
    for (size_t i = 0; i < size; i++) {
        if (!isgraph((unsigned char)word[i]))
            return false;
    }
    memcpy(name, word, size);
    name[size] = '\0';
    return true;
}

/* "(from node VAX2 at 14-NOV-2010 22:13:18.40)" */
static bool
take_relay(cursor_t cursor, char *node)
{
    cursor_skip_blanks(&cursor);
    return cursor_take_text(&cursor, "(from node") && take_name(&cursor, node, NODE_BYTES);
}

/* "Message from user SYSTEM on VAX1", and nothing behind it */
static bool
take_user(const line_t *line, char *user, char *node)
{
    cursor_t cursor = { line->bytes, line->bytes + line->size };

    if (!cursor_take_text(&cursor, "Message from user ") || !take_name(&cursor, user, USER_BYTES))
        return false;
    cursor_skip_blanks(&cursor);
    if (!cursor_take_text(&cursor, "on ") || !take_name(&cursor, node, NODE_BYTES))
        return false;
    cursor_skip_blanks(&cursor);
    return cursor.at == cursor.end;
}

/* What the first lines of a block say. */
typedef struct {
    bool is_relayed, has_user;
    char relay[NODE_BYTES]; /* the node that OPCOM had it from */
    char user[USER_BYTES];
    char named[NODE_BYTES]; /* the user's node */
    char behind[LINE_BYTES]; /* what follows the time */
    size_t behind_size;
    uint64_t cut;
} head_t;

/* `rest` is what follows the time. */
static void
read_head(source_t *source, cursor_t rest, head_t *head)
{
    cursor_skip_blanks(&rest);
    head->is_relayed = take_relay(rest, head->relay);
    head->behind_size = (size_t)(rest.end - rest.at);
    memcpy(head->behind, rest.at, head->behind_size);
    head->cut = source->line.cut;
    head->has_user = false;
    if (!source_line(source))
        return;
    head->has_user = take_user(&source->line, head->user, head->named);
    source->line_is_next = !head->has_user;
}

/* The node that a message is from.  One that was not relayed is from the node whose log it is,
 * which is so known from there on. */
static const char *
node_of(source_t *source, const head_t *head)
{
    if (head->is_relayed)
        return head->relay;
    if (head->has_user && source->options.node == NULL)
        snprintf(source->node, sizeof source->node, "%s", head->named);
    return source->node;
}

/* "VAX1 OPCOM[SYSTEM]:", and the user's node if it is another one */
static void
append_head(source_t *source, const head_t *head)
{
    char tag[USER_BYTES + NODE_BYTES + 32] = " OPCOM:";
    const char *node = node_of(source, head);

    if (head->has_user && strcmp(node, head->named) != 0)
        snprintf(tag, sizeof tag, " OPCOM[%s]: (on %s)", head->user, head->named);
    else if (head->has_user)
        snprintf(tag, sizeof tag, " OPCOM[%s]:", head->user);
    source_begin(source, NULL, 0, node);
    text_append_words(&source->text, tag);
}

static bool
is_first_of_block(const line_t *line)
{
    cursor_t cursor = { line->bytes, line->bytes + line->size };
    stamp_t stamp;

    return stamp_of_opcom(&cursor, &stamp);
}

/* The lines up to the end of the block, behind what is there. */
static void
append_lines(source_t *source, const char *between)
{
    const line_t *line = &source->line;

    while (source_line(source)) {
        if (source_line_is_empty(source)) {
            source->empty++;
            return;
        }
        if (is_first_of_block(line)) {
            source->line_is_next = true;
            return;
        }
        text_append_words(&source->text, between);
        text_append(&source->text, line->bytes, line->size);
        source->text.cut += line->cut;
        between = " | ";
    }
}

/* A block; `rest` is what follows its time. */
static void
make_message(source_t *source, cursor_t rest)
{
    head_t head;

    read_head(source, rest, &head);
    append_head(source, &head);
    append_lines(source, " ");
    if (head.behind_size > 0)
        text_append_words(&source->text, " ");
    text_append(&source->text, head.behind, head.behind_size);
    source->text.cut += head.cut;
}

bool
opcom_next(source_t *source)
{
    const line_t *line = &source->line;

    while (source_line(source)) {
        cursor_t cursor = { line->bytes, line->bytes + line->size };
        stamp_t stamp;

        if (source_line_is_empty(source)) {
            source->empty++;
            continue;
        }
        if (stamp_of_opcom(&cursor, &stamp)
            && clock_read(&source->clock, &stamp, &source->now)) {
            source->stamp = stamp;
            make_message(source, cursor);
        } else {
            source_note_bad(source);
            source_begin_bad(source);
        }
        return true;
    }
    return false;
}
