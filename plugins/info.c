/* info.c
 * What a message says in one line, while it is put together.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "info.h"

#include <epan/column-utils.h>
#include <epan/strutil.h>

#define NS_PER_TENTH INT64_C(100000000)

void
info_digits(info_t *info, uint64_t number)
{
    char digits[INFO_DIGITS_MAX], *end = digits + sizeof digits;
    const char *first = info_digits_before(end, number);
    size_t size = (size_t)(end - first);

    memcpy(info->text + info->used, first, size);
    info->used += size;
}

void
info_hex(info_t *info, const char *label, uint32_t number)
{
    char digits[] = "0x00000000";

    for (unsigned i = sizeof digits - 2; number > 0; i--) {
        digits[i] = "0123456789abcdef"[number % 16];
        number /= 16;
    }
    info_text(info, label);
    info_text(info, digits);
}

void
info_name(info_t *info, const value_string *names, uint32_t number)
{
    const char *name = try_val_to_str(number, names);

    if (name == NULL) {
        info_number(info, " ", number);
        return;
    }
    info_text(info, " ");
    info_text(info, name);
}

/* Cut a text between two characters, behind so many bytes at most. */
static void
info_cut(char *text, size_t size)
{
    const char *end;

    if (strlen(text) > size) {
        (void)g_utf8_validate(text, (gssize)size, &end);
        text[end - text] = '\0';
    }
}

char *
info_printable(wmem_allocator_t *scope, const char *text, size_t size)
{
    const char *end;
    char *escaped;

    (void)g_utf8_validate(text, -1, &end);
    escaped = format_text(scope, (const void *)text, (size_t)(end - text));
    info_cut(escaped, size);
    return escaped;
}

void
info_escaped(info_t *info, const char *text)
{
    info_text(info, info_printable(info->pinfo->pool, text, INFO_NAME_MAX));
}

void
info_seconds(info_t *info, const char *label, int64_t ns)
{
    int64_t tenths = (ns + NS_PER_TENTH / 2) / NS_PER_TENTH;

    info_number(info, label, tenths / 10);
    info_number(info, ".", tenths % 10);
    info_text(info, " s");
}

const char *
info_decimal(char text[DECIMAL_SIZE], int64_t ns, int64_t unit, unsigned decimals)
{
    int64_t scale = 1, steps;

    for (unsigned i = 0; i < decimals; i++) {
        scale *= 10;
    }
    steps = (ABS(ns) + unit / scale / 2) / (unit / scale);
    snprintf(text, DECIMAL_SIZE, "%s%" PRId64 ".%0*" PRId64, ns < 0 && steps != 0 ? "-" : "",
             steps / scale, (int)decimals, steps % scale);
    return text;
}

void
info_end(info_t *info, proto_tree *tree)
{
    info->text[info->used] = '\0';
    if (info->pinfo->cinfo != NULL) {
        col_set_str(info->pinfo->cinfo, COL_INFO,
                    wmem_memdup(info->pinfo->pool, info->text, info->used + 1));
    }
    if (tree != NULL && PTREE_DATA(tree)->visible) {
        info_cut(info->text, INFO_BEHIND_NAME_MAX);
        proto_item_append_text(proto_tree_get_parent(tree), ", %s", info->text);
    }
}
