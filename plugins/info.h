/* info.h
 * What a message says in one line, while it is put together: no allocation, one call
 * to set the Info column.  A string buffer instead costs 13 % of a frame (measured).
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_INFO_H
#define CLUSTER_INFO_H

#include "ws-compat.h"

/** A line in the making.  A piece that does not fit is left out. */
typedef struct {
    packet_info *pinfo;
    size_t used;
    char text[512];
} info_t;

/** Begin an empty line for a packet. */
static inline void
info_begin(info_t *info, packet_info *pinfo)
{
    info->pinfo = pinfo;
    info->used = 0;
}

/** Append a text.  This and info_number() are inline because most texts are
 *  literals, a dozen a frame, whose lengths the compiler knows. */
static inline void
info_text(info_t *info, const char *text)
{
    size_t size = strlen(text);

    if (size < sizeof info->text - info->used) {
        memcpy(info->text + info->used, text, size);
        info->used += size;
    }
}

/** Digits of the longest number. */
#define INFO_DIGITS_MAX 20

/** Append a number; there must be room for its digits. */
void info_digits(info_t *info, uint64_t number);

/** Write the digits of a number in front of `end`; returns the first of them. */
static inline char *
info_digits_before(char *end, uint64_t number)
{
    do {
        *--end = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    return end;
}

/** Append a label and a number. */
static inline void
info_number(info_t *info, const char *label, int64_t number)
{
    if (strlen(label) + INFO_DIGITS_MAX >= sizeof info->text - info->used) {
        return;
    }
    info_text(info, label);
    if (number < 0) {
        info_text(info, "-");
    }
    info_digits(info, number < 0 ? -(uint64_t)number : (uint64_t)number);
}

/** Append a label and a number of 32 bits with all of its digits: "0x0000002a". */
void info_hex(info_t *info, const char *label, uint32_t number);

/** Append " NAME", or " 17" where the number has no name. */
void info_name(info_t *info, const value_string *names, uint32_t number);

/** What a label holds.  Wireshark 4.0 cuts longer ones inside a character. */
#define INFO_LABEL_MAX (ITEM_LABEL_LENGTH - 1)

/** Bytes of it that are left behind the longest name of our protocols. */
#define INFO_BEHIND_NAME_MAX (INFO_LABEL_MAX - 50)

/** Bytes that are shown of a name from the wire among other words; a node name of cman
 *  may have 254. */
#define INFO_NAME_MAX 64

/** A text from the wire, or one made with such, as labels, cells and terminals take
 *  it: control bytes escaped, and cut between two characters behind `size` bytes.
 *  Lives as long as `scope`; NULL: g_free() it. */
char *info_printable(wmem_allocator_t *scope, const char *text, size_t size);

/** Append a text from the wire with control bytes escaped, at most INFO_NAME_MAX bytes of it. */
void info_escaped(info_t *info, const char *text);

/** Append `before`, a text as info_escaped() does, and `after`.  Appends nothing
 *  where `text` is NULL or empty. */
static inline void
info_wire_text(info_t *info, const char *before, const char *text, const char *after)
{
    if (text == NULL || *text == '\0') {
        return;
    }
    info_text(info, before);
    info_escaped(info, text);
    info_text(info, after);
}

/** A time in units of `unit` ns with `decimals` digits behind a point, which is none of the
 *  locale's: "3.2".  Returns `text`. */
#define DECIMAL_SIZE 32
const char *info_decimal(char text[DECIMAL_SIZE], int64_t ns, int64_t unit, unsigned decimals);

/** Append a time with one decimal and its unit: "3.2 s". */
void info_seconds(info_t *info, const char *label, int64_t ns);

/** Set the Info column of the packet; col_add_str() would copy it byte by byte, for twice
 *  what all the rest takes.  The line of the protocol, whose `tree` this is, gets the same
 *  words behind its name: collapsed, it still says everything. */
void info_end(info_t *info, proto_tree *tree);

#endif
