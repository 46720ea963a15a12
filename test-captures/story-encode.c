/* story-encode.c
 * A message with its values as bytes.
 *
 * A value is a sum of terms: 5, 0x5d77a681, a name of bits (ACK+RSVP), from.x
 * and to.x (a property of the node, else the last value of its counter x),
 * next (one more than this counter of the sender), =x (another field of the
 * message), rest (the bytes behind the field), now and start (ns), 5s.  Headers
 * have some more.  Or it is the bytes of the field: #0a0d.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <arpa/inet.h>
#include <inttypes.h>
#include <netinet/ether.h>
#include <stdlib.h>
#include <string.h>

/* --- The parts of a message ------------------------------------------------ */

void
draft_add(GPtrArray *slots, const piece_t *piece)
{
    for (unsigned i = 0; i < piece->fields->len; i++) {
        slot_t *slot = g_new0(slot_t, 1);

        slot->field = piece->fields->pdata[i];
        g_ptr_array_add(slots, slot);
    }
}

/* The number of slots with this name from the `first` one on, and the last of them. */
static unsigned
find(const GPtrArray *slots, unsigned first, const char *name, slot_t **found)
{
    unsigned count = 0;

    for (unsigned i = first; i < slots->len; i++) {
        slot_t *slot = slots->pdata[i];

        if (!text_is(slot->field->name, name))
            continue;
        *found = slot;
        count++;
    }
    return count;
}

/* In the piece behind the last "+", else in all of the message or its headers. */
static slot_t *
find_slot(const draft_t *d, const char *name)
{
    slot_t *found = NULL;
    unsigned count = find(d->slots, d->scope, name, &found);

    if (count == 0)
        count = find(d->slots, 0, name, &found);
    if (count == 0)
        count = find(d->headers, 0, name, &found);
    if (count != 1)
        line_fail(d->line, "the message has %s %s", count == 0 ? "no" : "more than one", name);
    return found;
}

static const char *
value_of(const slot_t *slot)
{
    return slot->value != NULL ? slot->value : slot->field->value;
}

static void
set_value(slot_t *slot, const char *value, bool fixed)
{
    slot->value = value;
    slot->known = false;
    slot->fixed = fixed;
}

/* A word such as RSVP is added to the field that has it; false: none has. */
static bool
add_bits(draft_t *d, const char *word)
{
    for (unsigned i = d->scope; i < d->slots->len; i++) {
        slot_t *slot = d->slots->pdata[i];
        const char *value = value_of(slot);

        if (text_named(slot->field->bits, word) == NULL)
            continue;
        if (*value != '\0')
            word = g_strconcat(value, "+", word, NULL);
        set_value(slot, word, slot->fixed);
        return true;
    }
    return false;
}

void
draft_word(draft_t *d, const char *word)
{
    const piece_t *piece = d->scope == d->slots->len ? text_named(d->layout->pieces, word) : NULL;
    const char *value;
    char *name;

    if (text_is(word, "+"))
        d->scope = d->slots->len; /* and the next word is a piece */
    else if (text_assignment(word, &name, &value))
        set_value(find_slot(d, name), value, d->in_layout);
    else if (piece != NULL)
        draft_add(d->slots, piece);
    else if (g_str_has_prefix(word, "stale:"))
        d->stale = (uint8_t)strtoul(word + 6, NULL, 16);
    else if (!add_bits(d, word)) { /* hex digits: bytes behind the message */
        draft_add(d->slots, text_named(d->layout->pieces, "appended"));
        set_value(d->slots->pdata[d->slots->len - 1], word, false);
    }
}

void
draft_begin(draft_t *d, const char *message)
{
    const list_t *m = text_named(d->layout->lists, message);

    if (m == NULL)
        line_fail(d->line, "the layout has no message %s", message);
    d->in_layout = true;
    draft_add(d->headers, text_named(d->layout->pieces, "headers"));
    for (unsigned i = 0; i < d->layout->headers->len; i++)
        draft_word(d, d->layout->headers->pdata[i]);
    for (unsigned i = 0; i < m->words->len; i++)
        draft_word(d, m->words->pdata[i]);
    d->scope = 0;
    d->in_layout = false;
}

/* Numbers stay as they were, but what follows from other fields or from the length
 * is worked out again. */
static void
repeat(GPtrArray *to, const GPtrArray *from)
{
    for (unsigned i = 0; i < from->len; i++) {
        slot_t *slot = g_new(slot_t, 1);
        const char *value;

        *slot = *(slot_t *)from->pdata[i];
        value = value_of(slot);
        slot->known = slot->field->type <= TYPE_VMS_TIME && strchr(value, '=') == NULL
                      && strstr(value, "rest") == NULL;
        slot->fixed = true;
        slot->has_rest = false;
        g_ptr_array_add(to, slot);
    }
}

void
draft_again(draft_t *d, const draft_t *before)
{
    d->from = before->from;
    d->to = before->to;
    repeat(d->headers, before->headers);
    repeat(d->slots, before->slots);
}

void
draft_free(draft_t *d)
{
    g_ptr_array_unref(d->headers);
    g_ptr_array_unref(d->slots);
    g_byte_array_unref(d->message);
    g_free(d);
}

/* --- Values ---------------------------------------------------------------- */

static void work_out(draft_t *d, slot_t *slot);

/* The other field that `=name` names. */
static const slot_t * /* NOLINTNEXTLINE(misc-no-recursion): which may name one again */
other(draft_t *d, const char *name)
{
    slot_t *slot = find_slot(d, name);

    work_out(d, slot);
    return slot;
}

/* "from.x" and "to.x": a property of the node or the last value of its counter, or NULL
 * if it has none; other words are as they are. */
static const char *
resolve(const draft_t *d, const char *word)
{
    bool is_from = g_str_has_prefix(word, "from.");

    if (!is_from && !g_str_has_prefix(word, "to."))
        return word;
    return g_hash_table_lookup((is_from ? d->from : d->to)->properties, strchr(word, '.') + 1);
}

/* The terms that are words; false if this is none. */
static bool
word_value(const draft_t *d, const slot_t *slot, const char *term, uint64_t *value)
{
    const bits_t *bits = text_named(slot->field->bits, term);

    if (bits != NULL)
        *value = bits->mask;
    else if (text_is(term, "now"))
        *value = (uint64_t)d->now;
    else if (text_is(term, "start"))
        *value = (uint64_t)d->start;
    else if (text_is(term, "argument"))
        *value = d->argument;
    else if (text_is(term, "fragment"))
        *value = d->fragment;
    else if (text_is(term, "unicast"))
        *value = !(draft_header(d, "eth.dst")->address[0] & 1);
    else
        return false;
    return true;
}

static uint64_t /* NOLINTNEXTLINE(misc-no-recursion) */
term_value(draft_t *d, slot_t *slot, const char *term)
{
    bool is_next = text_is(term, "next");
    const char *value = is_next ? g_hash_table_lookup(d->from->properties, slot->field->name)
                                : resolve(d, term);
    uint64_t number;
    int64_t time;

    if (value == NULL)
        return is_next;
    if (word_value(d, slot, term, &number) || text_number(value, &number))
        return number + is_next;
    if (term[0] == '=')
        return other(d, term + 1)->number;
    if (text_is(term, "inside") && d->inside != 0)
        return d->inside;
    if (text_is(term, "rest") || text_is(term, "inside")) {
        slot->has_rest = true;
        return 0;
    }
    if (!text_time(term, &time, NULL))
        line_fail(d->line, "%s of %s is no number and no name", term, slot->field->name);
    return (uint64_t)time;
}

static uint64_t /* NOLINTNEXTLINE(misc-no-recursion) */
sum(draft_t *d, slot_t *slot, const char *value)
{
    uint64_t total = 0;

    while (*value != '\0') {
        bool minus = value[0] == '-';
        const char *term = value + (minus || value[0] == '+');
        size_t length = strcspn(term, "+-");
        char *word = g_strndup(term, length);
        uint64_t number = term_value(d, slot, word);

        total += minus ? 0 - number : number;
        value = term + length;
        g_free(word);
    }
    return total;
}

static void
check_size(const draft_t *d, const slot_t *slot)
{
    unsigned bits = 8 * slot->field->size;
    uint64_t above = bits < 64 ? slot->number >> bits : 0;

    if (slot->field->type != TYPE_VMS_TIME && above != 0 && above != UINT64_MAX >> bits)
        line_fail(d->line, "%s does not fit into %s", value_of(slot), slot->field->name);
}

/* A field counts if its default is `next`, in the layout's table. */
static void /* NOLINTNEXTLINE(misc-no-recursion) */
work_out_number(draft_t *d, slot_t *slot, const char *value)
{
    const field_t *field = slot->field;

    slot->number = sum(d, slot, value);
    /* A counter wraps; what repeats another field may hold its lower bytes only. */
    if (field->size < 8 && (text_is(value, "next") || strchr(value, '=') != NULL))
        slot->number &= (UINT64_C(1) << 8 * field->size) - 1;
    check_size(d, slot);
    if (text_is(field->value, "next") && (!slot->fixed || slot->value == NULL))
        g_hash_table_insert(d->from->properties, field->name,
                            g_strdup_printf("%" PRIu64, slot->number));
}

static bool
parse_address(type_t type, const char *value, uint8_t *bytes)
{
    if (type == TYPE_ETHER)
        return ether_aton_r(value, (struct ether_addr *)bytes) != NULL;
    return inet_pton(type == TYPE_IPV4 ? AF_INET : AF_INET6, value, bytes) == 1;
}

static void /* NOLINTNEXTLINE(misc-no-recursion) */
read_address(draft_t *d, slot_t *slot, const char *value)
{
    if (*value == '=')
        memcpy(slot->address, other(d, value + 1)->address, sizeof slot->address);
    else if (*value != '\0' && !parse_address(slot->field->type, value, slot->address))
        line_fail(d->line, "no address: %s", value);
}

static void /* NOLINTNEXTLINE(misc-no-recursion) */
work_out(draft_t *d, slot_t *slot)
{
    type_t type = slot->field->type;

    if (slot->known)
        return;
    slot->known = true;
    slot->text = "";
    if (value_of(slot)[0] == '#')
        return;
    if (type <= TYPE_VMS_TIME) {
        work_out_number(d, slot, value_of(slot));
        return;
    }
    slot->text = resolve(d, value_of(slot));
    if (slot->text == NULL) /* a property that is not there is zero or empty */
        slot->text = "";
    if (type <= TYPE_IPV6)
        read_address(d, slot, slot->text);
}

/* --- Bytes ----------------------------------------------------------------- */

void
draft_put(uint8_t *to, uint64_t number, unsigned size, bool big_endian)
{
    for (unsigned i = 0; i < size; i++)
        to[big_endian ? size - 1 - i : i] = (uint8_t)(number >> 8 * i);
}

void
draft_hex(const draft_t *d, GByteArray *bytes, const char *digits)
{
    for (const char *at = digits; *at != '\0';) {
        int high = g_ascii_xdigit_value(at[0]), low = high < 0 ? -1 : g_ascii_xdigit_value(at[1]);
        uint8_t byte = (uint8_t)(16 * high + low);
        char *behind = (char *)at + 2;
        unsigned long count = 1;

        if (low < 0)
            line_fail(d->line, "no field, bits or hex digits: %s", digits);
        if (*behind == '*') /* 5a*1500 */
            count = strtoul(behind + 1, &behind, 10);
        while (count-- > 0)
            g_byte_array_append(bytes, &byte, 1);
        at = behind;
    }
}

/* A sender copies a text with its NUL; what was there before lies behind it. */
static void
put_text(const draft_t *d, GByteArray *bytes, const slot_t *slot)
{
    const field_t *field = slot->field;
    GString *text = g_string_new(slot->text);
    size_t end = text->len;

    if (field->type == TYPE_COUNTED)
        g_string_prepend_c(text, (char)end++);
    if (field->type == TYPE_STRING)
        g_string_append_c(text, '\0');
    if (field->size != 0 && text->len > field->size)
        line_fail(d->line, "%s does not fit into %s", slot->text, field->name);
    while (text->len < field->size)
        g_string_append_c(text, d->stale != 0 && text->len > end ? d->stale : field->filler);
    g_byte_array_append(bytes, (uint8_t *)text->str, (unsigned)text->len);
    g_string_free(text, TRUE);
}

static void
put(const draft_t *d, GByteArray *bytes, const slot_t *slot)
{
    const uint64_t vms_1970 = UINT64_C(40587) * 86400 * 10000000; /* since 17-NOV-1858 */
    const field_t *field = slot->field;
    unsigned start = bytes->len;

    if (value_of(slot)[0] == '#') {
        draft_hex(d, bytes, value_of(slot) + 1);
        return;
    }
    g_byte_array_set_size(bytes, start + (field->type <= TYPE_IPV6 ? field->size : 0));
    if (field->type == TYPE_VMS_TIME)
        draft_put(bytes->data + start, vms_1970 + (uint64_t)((int64_t)slot->number / 100),
                  field->size, false);
    else if (field->type < TYPE_VMS_TIME)
        draft_put(bytes->data + start, slot->number, field->size, field->type == TYPE_BE);
    else if (field->type <= TYPE_IPV6)
        memcpy(bytes->data + start, slot->address, field->size);
    else if (field->type == TYPE_BYTES)
        draft_hex(d, bytes, slot->text);
    else
        put_text(d, bytes, slot);
}

GByteArray *
draft_bytes(draft_t *d, const GPtrArray *slots, const GByteArray *behind)
{
    GByteArray *bytes = g_byte_array_new();

    for (unsigned i = 0; i < slots->len; i++) {
        slot_t *slot = slots->pdata[i];

        work_out(d, slot);
        slot->offset = bytes->len;
        put(d, bytes, slot);
        slot->length = bytes->len - slot->offset;
    }
    if (behind != NULL)
        g_byte_array_append(bytes, behind->data, behind->len);
    for (unsigned i = 0; i < slots->len; i++) { /* the bytes that follow are known now */
        slot_t *slot = slots->pdata[i];

        if (!slot->has_rest)
            continue;
        slot->number += bytes->len - slot->offset - slot->length;
        check_size(d, slot);
        draft_put(bytes->data + slot->offset, slot->number, slot->length,
                  slot->field->type == TYPE_BE);
    }
    return bytes;
}

void
draft_encode(draft_t *d)
{
    unsigned size;

    d->scope = 0;
    for (unsigned i = 0; i < d->headers->len; i++)
        work_out(d, d->headers->pdata[i]);
    d->message = draft_bytes(d, d->slots, NULL);
    size = (unsigned)draft_header(d, "message.size")->number;
    g_byte_array_set_size(d->message, MIN(size, d->message->len));
}

const slot_t *
draft_header(const draft_t *d, const char *name)
{
    slot_t *slot = NULL;

    if (find(d->headers, 0, name, &slot) == 0)
        line_fail(d->line, "layouts/headers has no %s", name);
    return slot;
}

bool
draft_has_bits(const draft_t *d, const char *name)
{
    for (unsigned i = 0; i < d->slots->len; i++) {
        const slot_t *slot = d->slots->pdata[i];
        const bits_t *bits = text_named(slot->field->bits, name);

        if (bits != NULL && (slot->number & bits->mask) == bits->mask)
            return true;
    }
    return false;
}

/* --- What Wireshark prints --------------------------------------------------- */

static char *
shown_bytes(const uint8_t *bytes, unsigned count, const char *separator)
{
    GString *digits = g_string_new(NULL);

    for (unsigned i = 0; i < count; i++)
        g_string_append_printf(digits, "%s%02x", i > 0 ? separator : "", bytes[i]);
    return g_string_free(digits, FALSE);
}

/* Texts of fixed size are shown without the blanks or NULs behind them. */
static char *
shown_text(const slot_t *slot)
{
    char *text = g_strdup(slot->text);

    if (slot->field->size != 0)
        g_strchomp(text);
    return *text != '\0' ? text : NULL;
}

char *
slot_shown(const draft_t *d, const slot_t *slot)
{
    switch (slot->field->type) {
    case TYPE_LE: case TYPE_BE:
        return slot->field->is_signed ? g_strdup_printf("%" PRId32, (int32_t)slot->number)
                                      : g_strdup_printf("%" PRIu64, slot->number);
    case TYPE_ETHER:
        return shown_bytes(slot->address, 6, ":");
    case TYPE_IPV4: case TYPE_IPV6:
        return (char *)inet_ntop(slot->field->type == TYPE_IPV4 ? AF_INET : AF_INET6,
                                 slot->address, g_malloc(INET6_ADDRSTRLEN), INET6_ADDRSTRLEN);
    case TYPE_BYTES:
        return slot->length > 0 ? shown_bytes(d->message->data + slot->offset, slot->length, "")
                                : NULL;
    case TYPE_TEXT: case TYPE_STRING: case TYPE_COUNTED:
        return shown_text(slot);
    default: /* times: as a story writes them, if it wants them checked */
        return NULL;
    }
}
