/* info.c
 * The Info column while it is put together.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "info.h"

#include <epan/column-utils.h>
#include <epan/strutil.h>

/* Longest text from the wire, in bytes; a node name may have 254. */
#define WIRE_TEXT_MAX 64

#define NS_PER_TENTH INT64_C(100000000)

void
info_digits(info_t *info, uint64_t number)
{
    uint64_t left = number;
    char *digit;

    do {
        info->used++;
        left /= 10;
    } while (left > 0);
    digit = info->text + info->used;
    do {
        *--digit = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
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

void
info_escaped(info_t *info, const char *text)
{
    info_text(info, format_text(info->pinfo->pool, (const void *)text,
                                MIN(strlen(text), WIRE_TEXT_MAX)));
}

void
info_seconds(info_t *info, const char *label, int64_t ns)
{
    int64_t tenths = (ns + NS_PER_TENTH / 2) / NS_PER_TENTH;

    info_number(info, label, tenths / 10);
    info_number(info, ".", tenths % 10);
    info_text(info, " s");
}

void
info_end(info_t *info)
{
    info->text[info->used] = '\0';
    col_add_str(info->pinfo->cinfo, COL_INFO, info->text);
}
