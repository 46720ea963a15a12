/* story-encode.c
 * A message with its values as bytes.
 *
 * A value is a sum of terms: 5, 0x5d77a681, a name of bits (ACK+RSVP), from.x
 * and to.x (a property of the node, else the last value of its counter x),
 * next (one more than this counter of the sender), =x (another field of the
 * message), rest (the bytes behind the field), now and start (ns), 5s.  Headers
 * have some more.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <arpa/inet.h>
#include <inttypes.h>
#include <stdio.h>
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
set_value(const draft_t *d, slot_t *slot, const char *value)
{
    slot->value = value;
    slot->known = false;
    slot->fixed = d->in_layout;
}

/* "5a*1500" as hex digits; other words as they are. */
static const char *
repeated(const char *word)
{
    GString *digits;
    unsigned count;

    if (strlen(word) < 4 || word[2] != '*' || sscanf(word + 3, "%u", &count) != 1 || count > 0xffff)
        return word;
    digits = g_string_new(NULL);
    while (count-- > 0)
        g_string_append_len(digits, word, 2);
    return g_string_free(digits, FALSE);
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
        slot->value = *value == '\0' || text_is(value, "0") ? word
                                                            : g_strconcat(value, "+", word, NULL);
        slot->known = false;
        return true;
    }
    return false;
}

/* Hex digits or "5a*1500": bytes that are appended. */
static void
add_bytes(draft_t *d, const char *word)
{
    static field_t bytes = { .name = "", .type = TYPE_BYTES, .value = "" };
    const char *digits = repeated(word);
    slot_t *slot = g_new0(slot_t, 1);

    if (strspn(digits, "0123456789abcdefABCDEF") != strlen(digits) || strlen(digits) % 2 != 0)
        line_fail(d->line, "no field, bits or hex digits: %s", digits);
    if (bytes.bits == NULL)
        bytes.bits = g_ptr_array_new();
    *slot = (slot_t){ .field = &bytes, .value = digits };
    g_ptr_array_add(d->slots, slot);
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
        set_value(d, find_slot(d, name), value);
    else if (piece != NULL)
        draft_add(d->slots, piece);
    else if (g_str_has_prefix(word, "stale:"))
        d->stale = (uint8_t)strtoul(word + 6, NULL, 16);
    else if (g_str_has_prefix(word, "patch:"))
        g_ptr_array_add(d->patches, (char *)word + 6);
    else if (!add_bits(d, word))
        add_bytes(d, word);
}

static void
begin(draft_t *d)
{
    d->headers = g_ptr_array_new_with_free_func(g_free);
    d->slots = g_ptr_array_new_with_free_func(g_free);
    d->patches = g_ptr_array_new();
}

void
draft_begin(draft_t *d, const char *message)
{
    const message_t *m = text_named(d->layout->messages, message);

    if (m == NULL)
        line_fail(d->line, "the layout has no message %s", message);
    begin(d);
    d->in_layout = true;
    draft_add(d->headers, text_named(d->layout->pieces, "headers"));
    for (unsigned i = 0; i < d->layout->headers->len; i++)
        draft_word(d, d->layout->headers->pdata[i]);
    for (unsigned i = 0; i < m->parts->len; i++)
        draft_word(d, m->parts->pdata[i]);
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
    begin(d);
    repeat(d->headers, before->headers);
    repeat(d->slots, before->slots);
}

void
draft_free(draft_t *d)
{
    g_ptr_array_unref(d->headers);
    g_ptr_array_unref(d->slots);
    g_ptr_array_unref(d->patches);
    g_byte_array_unref(d->message);
    g_free(d);
}

/* --- Nodes and their counters ---------------------------------------------- */

/* A counter begins at the node's property of this name, or at 0. */
static uint64_t *
counter_of(const draft_t *d, node_t *node, const char *name)
{
    uint64_t *counter = g_hash_table_lookup(node->counters, name);
    const char *first = g_hash_table_lookup(node->properties, name);

    if (counter != NULL)
        return counter;
    counter = g_new0(uint64_t, 1);
    g_hash_table_insert(node->counters, g_strdup(name), counter);
    if (first != NULL && !text_number(first, counter))
        line_fail(d->line, "a counter cannot begin at %s", first);
    return counter;
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

/* "from.x" and "to.x": the node, and the name. */
static node_t *
node_of(const draft_t *d, const char *term, const char **name)
{
    bool from = g_str_has_prefix(term, "from.");

    if (!from && !g_str_has_prefix(term, "to."))
        return NULL;
    *name = strchr(term, '.') + 1;
    return from ? d->from : d->to;
}

/* The terms that are words; false if this is none. */
static bool
word_value(const draft_t *d, const slot_t *slot, const char *term, uint64_t *value)
{
    const bits_t *bits = text_named(slot->field->bits, term);

    if (bits != NULL)
        *value = bits->mask;
    else if (text_is(term, "next"))
        *value = *counter_of(d, d->from, slot->field->name) + 1;
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
    const char *name, *value = term;
    node_t *node = node_of(d, term, &name);
    uint64_t number;
    int64_t time;

    if (node != NULL) {
        value = g_hash_table_lookup(node->properties, name);
        if (value == NULL || g_hash_table_contains(node->counters, name))
            return *counter_of(d, node, name);
    }
    if (word_value(d, slot, term, &number) || text_number(value, &number))
        return number;
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
        *counter_of(d, d->from, field->name) = slot->number;
}

/* Addresses and texts may be a property of a node; one that is not there is
 * zero or empty. */
static const char *
resolve(const draft_t *d, const char *value)
{
    const char *name, *found;
    const node_t *node = node_of(d, value, &name);

    if (node == NULL)
        return value;
    found = g_hash_table_lookup(node->properties, name);
    return found != NULL ? found : "";
}

static bool
parse_address(type_t type, const char *value, uint8_t *b)
{
    int used = 0;

    if (type != TYPE_ETHER)
        return inet_pton(type == TYPE_IPV4 ? AF_INET : AF_INET6, value, b) == 1;
    return sscanf(value, "%hhx:%hhx:%hhx:%hhx:%hhx:%hhx%n", &b[0], &b[1], &b[2], &b[3], &b[4],
                  &b[5], &used) == 6 && value[used] == '\0';
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
    const char *value = value_of(slot);

    if (slot->known)
        return;
    slot->known = true;
    switch (slot->field->type) {
    case TYPE_LE: case TYPE_BE: case TYPE_VMS_TIME:
        work_out_number(d, slot, value);
        break;
    case TYPE_ETHER: case TYPE_IPV4: case TYPE_IPV6:
        read_address(d, slot, resolve(d, value));
        break;
    case TYPE_BYTES:
        slot->text = repeated(resolve(d, value));
        break;
    default:
        slot->text = resolve(d, value);
        break;
    }
}

/* --- Bytes ----------------------------------------------------------------- */

void
draft_hex(const draft_t *d, GByteArray *bytes, const char *digits)
{
    unsigned byte;

    for (; *digits != '\0'; digits += 2) {
        if (!g_ascii_isxdigit(digits[0]) || sscanf(digits, "%2x", &byte) != 1)
            line_fail(d->line, "no hex digits: %s", digits);
        bytes_add(bytes, byte, 1, false);
    }
}

/* A sender copies a text with its NUL; what was there before lies behind it. */
static void
add_text(const draft_t *d, GByteArray *bytes, const slot_t *slot)
{
    const field_t *field = slot->field;
    unsigned length = (unsigned)strlen(slot->text), start = bytes->len;

    if (field->type == TYPE_COUNTED)
        bytes_add(bytes, length, 1, false);
    g_byte_array_append(bytes, (const uint8_t *)slot->text, length);
    if (field->type == TYPE_STRING)
        bytes_add(bytes, 0, 1, false);
    if (field->size != 0 && bytes->len > start + field->size)
        line_fail(d->line, "%s does not fit into %s", slot->text, field->name);
    for (unsigned i = 0; bytes->len < start + field->size; i++)
        bytes_add(bytes, d->stale != 0 && i > 0 ? d->stale : (uint8_t)field->filler, 1, false);
}

static uint64_t
vms_time(uint64_t time)
{
    const uint64_t days_to_1970 = 40587; /* from 17-NOV-1858 */

    return days_to_1970 * 86400 * 10000000 + (uint64_t)((int64_t)time / 100);
}

static void
put(const draft_t *d, GByteArray *bytes, const slot_t *slot)
{
    const field_t *field = slot->field;

    switch (field->type) {
    case TYPE_LE: case TYPE_BE:
        bytes_add(bytes, slot->number, field->size, field->type == TYPE_BE);
        break;
    case TYPE_VMS_TIME:
        bytes_add(bytes, vms_time(slot->number), field->size, false);
        break;
    case TYPE_ETHER: case TYPE_IPV4: case TYPE_IPV6:
        g_byte_array_append(bytes, slot->address, field->size);
        break;
    case TYPE_BYTES:
        draft_hex(d, bytes, slot->text);
        break;
    default:
        add_text(d, bytes, slot);
        break;
    }
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
        bytes_put(bytes->data + slot->offset, slot->number, slot->length,
                  slot->field->type == TYPE_BE);
    }
    return bytes;
}

/* "26:0a1b": these bytes lie from byte 26 of the message on. */
static void
patch(const draft_t *d, const char *word)
{
    GByteArray *bytes = g_byte_array_new();
    char *digits;
    unsigned long offset = strtoul(word, &digits, 10);

    draft_hex(d, bytes, digits + 1);
    if (offset + bytes->len > d->message->len)
        line_fail(d->line, "the message has no byte %lu", offset + bytes->len - 1);
    memcpy(d->message->data + offset, bytes->data, bytes->len);
    g_byte_array_unref(bytes);
}

void
draft_encode(draft_t *d)
{
    unsigned size;

    d->scope = 0;
    for (unsigned i = 0; i < d->headers->len; i++)
        work_out(d, d->headers->pdata[i]);
    d->message = draft_bytes(d, d->slots, NULL);
    for (unsigned i = 0; i < d->patches->len; i++)
        patch(d, d->patches->pdata[i]);
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

static char *
shown_ip(int family, const uint8_t *address)
{
    char text[INET6_ADDRSTRLEN];

    return g_strdup(inet_ntop(family, address, text, sizeof text));
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
        return shown_ip(slot->field->type == TYPE_IPV4 ? AF_INET : AF_INET6, slot->address);
    case TYPE_BYTES:
        return slot->length > 0 ? shown_bytes(d->message->data + slot->offset, slot->length, "")
                                : NULL;
    case TYPE_TEXT: case TYPE_STRING: case TYPE_COUNTED:
        return shown_text(slot);
    default: /* times: as a story writes them, if it wants them checked */
        return NULL;
    }
}

char *
slot_shown_bits(const slot_t *slot, const bits_t *bits)
{
    return g_strdup_printf("%" PRIu64, (slot->number & bits->mask) / (bits->mask & -bits->mask));
}
