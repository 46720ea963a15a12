/* story-encode.c
 * A message with its values as bytes.
 *
 * A value is a sum of terms: 5, 0x5d77a681, a name of bits (ACK+RSVP), from.x
 * and to.x (a property of the node, else the last value of its counter x),
 * next (one more than this counter of the sender), =x (another field of the
 * message), rest (the bytes behind the field), now and start (ns), 5s.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- The parts of a message ------------------------------------------------ */

static void
add_piece(draft_t *d, const char *name)
{
    const piece_t *piece = layout_piece(d->layout, name);

    if (piece == NULL)
        line_fail(d->line, "the layout has no piece %s", name);
    d->scope = d->count;
    for (unsigned i = 0; i < piece->count; i++) {
        slot_t *slot = list_add(&d->slots, &d->count, sizeof *slot);

        slot->field = &piece->fields[i];
        slot->piece = piece->name;
        slot->is_header = strcmp(name, "headers") == 0;
    }
}

/* "field" or "piece.field". */
static bool
is_named(const slot_t *slot, const char *name)
{
    size_t piece = strlen(slot->piece);

    return strcmp(slot->field->name, name) == 0
           || (strncmp(slot->piece, name, piece) == 0 && name[piece] == '.'
               && strcmp(slot->field->name, name + piece + 1) == 0);
}

static slot_t *
find_from(const draft_t *d, unsigned first, const char *name)
{
    slot_t *found = NULL;

    for (unsigned i = first; i < d->count; i++) {
        if (!is_named(&d->slots[i], name))
            continue;
        if (found != NULL)
            line_fail(d->line, "the message has more than one %s", name);
        found = &d->slots[i];
    }
    return found;
}

/* In the piece behind the last "+", else in all of the message or its headers. */
static slot_t *
find_slot(const draft_t *d, const char *name)
{
    slot_t *found = find_from(d, d->scope, name);

    if (found == NULL)
        found = find_from(d, 0, name);
    if (found == NULL)
        line_fail(d->line, "the message has no %s", name);
    return found;
}

static const bits_t *
find_bits(const field_t *field, const char *name)
{
    for (unsigned i = 0; i < field->bit_count; i++) {
        if (strcmp(field->bits[i].name, name) == 0)
            return &field->bits[i];
    }
    return NULL;
}

/* "5a*1500" as hex digits; other words as they are. */
static const char *
repeated(const char *word)
{
    unsigned count;
    char *digits;

    if (strlen(word) < 4 || word[2] != '*' || sscanf(word + 3, "%u", &count) != 1 || count > 0xffff)
        return word;
    digits = text_room(2 * (size_t)count + 1, 1);
    for (unsigned i = 0; i < 2 * count; i++)
        digits[i] = word[i % 2];
    return digits;
}

/* A word such as RSVP is added to the field that has it; false: none has. */
static bool
add_bits(draft_t *d, const char *word)
{
    for (unsigned i = d->scope; i < d->count; i++) {
        slot_t *slot = &d->slots[i];
        const char *value = slot->value != NULL ? slot->value : slot->field->value;

        if (find_bits(slot->field, word) == NULL)
            continue;
        value = value == NULL || strcmp(value, "0") == 0 ? "" : text_join(value, "+");
        slot->value = text_join(value, word);
        return true;
    }
    return false;
}

/* Hex digits, "5a*1500" or "zeros:1380": bytes that are appended. */
static void
add_bytes(draft_t *d, const char *word)
{
    static const field_t bytes = { .name = "", .type = TYPE_BYTES };
    bool zeros = strncmp(word, "zeros:", 6) == 0;
    const char *digits = repeated(zeros ? text_join("00*", word + 6) : word);
    slot_t *slot;

    if (strspn(digits, "0123456789abcdefABCDEF") != strlen(digits) || strlen(digits) % 2 != 0)
        line_fail(d->line, "no field, bits or hex digits: %s", digits);
    slot = list_add(&d->slots, &d->count, sizeof *slot);
    slot->field = &bytes;
    slot->piece = "";
    slot->value = text_join(digits, "");
}

void
draft_word(draft_t *d, const char *word)
{
    const char *value;
    char *name;

    if (strcmp(word, "+") == 0) {
        d->scope = d->count; /* and the next word is a piece */
    } else if (text_assignment(word, &name, &value)) {
        slot_t *slot = find_slot(d, name);

        slot->value = text_join(value, "");
        slot->fixed = d->in_layout;
    } else if (layout_piece(d->layout, word) != NULL && d->scope == d->count) {
        add_piece(d, word);
    } else if (strncmp(word, "stale:", 6) == 0) {
        d->stale = (uint8_t)strtoul(word + 6, NULL, 16);
    } else if (strncmp(word, "patch:", 6) == 0) {
        text_split(&d->patches, word + 6);
    } else if (!add_bits(d, word)) {
        add_bytes(d, word);
    }
}

void
draft_begin(draft_t *d, const char *message)
{
    const layout_message_t *m = layout_message(d->layout, message);

    if (m == NULL)
        line_fail(d->line, "the layout has no message %s", message);
    d->in_layout = true;
    add_piece(d, "headers");
    for (unsigned i = 0; i < d->layout->headers.count; i++)
        draft_word(d, d->layout->headers.words[i]);
    d->scope = d->count;
    for (unsigned i = 0; i < m->parts.count; i++)
        draft_word(d, m->parts.words[i]);
    d->scope = 0;
    d->in_layout = false;
}

/* What follows from other fields or from the length is worked out again. */
static bool
depends(const char *value)
{
    return value != NULL && (strchr(value, '=') != NULL || strstr(value, "rest") != NULL);
}

void
draft_again(draft_t *d, const draft_t *before)
{
    char number[32];

    for (unsigned i = 0; i < before->count; i++) {
        slot_t *slot = list_add(&d->slots, &d->count, sizeof *slot);
        const slot_t *old = &before->slots[i];
        const char *value = old->value != NULL ? old->value : old->field->value;

        *slot = (slot_t){ .field = old->field, .piece = old->piece, .value = old->value,
                          .fixed = true, .is_header = old->is_header };
        if (!old->has_number || depends(value))
            continue;
        snprintf(number, sizeof number, "%" PRIu64, old->number);
        slot->value = text_join(number, "");
    }
}

/* --- Nodes and their counters ---------------------------------------------- */

const char *
node_property(const node_t *node, const char *name)
{
    size_t length = strlen(name);

    for (unsigned i = 0; node != NULL && i < node->properties.count; i++) {
        const char *word = node->properties.words[i];

        if (strncmp(word, name, length) == 0 && word[length] == '=')
            return word + length + 1;
    }
    return node != NULL && strcmp(name, "name") == 0 ? node->name : NULL;
}

static counter_t *
find_counter(node_t *node, const char *name)
{
    for (unsigned i = 0; i < node->counter_count; i++) {
        if (strcmp(node->counters[i].name, name) == 0)
            return &node->counters[i];
    }
    return NULL;
}

/* A counter begins at the node's property of this name, or at 0. */
static counter_t *
counter_of(node_t *node, const char *name)
{
    const char *first = node_property(node, name);
    counter_t *counter = find_counter(node, name);

    if (counter != NULL)
        return counter;
    counter = list_add(&node->counters, &node->counter_count, sizeof *counter);
    counter->name = text_join(name, "");
    if (first != NULL && !text_number(first, &counter->last))
        fail("a counter cannot begin at %s", first);
    return counter;
}

/* --- Values ---------------------------------------------------------------- */

static void work_out(const draft_t *d, slot_t *slot);

/* A field that counts: its default is `next`, in the layout's table. */
static bool
is_counted(const slot_t *slot)
{
    return slot->field->value != NULL && strcmp(slot->field->value, "next") == 0;
}

static uint64_t /* NOLINTNEXTLINE(misc-no-recursion): =field may name one that refers again */
number_of_field(const draft_t *d, const char *name)
{
    for (unsigned i = 0; i < d->count; i++) {
        if (!is_named(&d->slots[i], name))
            continue;
        work_out(d, &d->slots[i]);
        return d->slots[i].number;
    }
    line_fail(d->line, "the message has no %s", name);
}

static const char *
property_of(const draft_t *d, const char *term, node_t **node)
{
    bool from = strncmp(term, "from.", 5) == 0;

    if (!from && strncmp(term, "to.", 3) != 0)
        return NULL;
    *node = from ? d->from : d->to;
    if (*node == NULL)
        line_fail(d->line, "%s: the message goes to no node", term);
    return term + (from ? 5 : 3);
}

static uint64_t /* NOLINTNEXTLINE(misc-no-recursion) */
term_value(const draft_t *d, slot_t *slot, const char *term)
{
    const bits_t *bits = find_bits(slot->field, term);
    node_t *node;
    const char *property = property_of(d, term, &node);
    const char *value = property != NULL ? node_property(node, property) : NULL;
    uint64_t number;
    int64_t time;

    if (bits != NULL)
        return bits->mask;
    if (property != NULL && (value == NULL || find_counter(node, property) != NULL))
        return counter_of(node, property)->last;
    if (text_number(value != NULL ? value : term, &number))
        return number;
    if (strcmp(term, "next") == 0)
        return counter_of(d->from, slot->field->name)->last + 1;
    if (term[0] == '=')
        return number_of_field(d, term + 1);
    if (strcmp(term, "now") == 0 || strcmp(term, "start") == 0)
        return (uint64_t)(term[0] == 'n' ? d->now : d->start);
    if (strcmp(term, "rest") == 0) {
        slot->has_rest = true;
        return 0;
    }
    if (!text_time(term, &time, NULL))
        line_fail(d->line, "%s of %s is no number and no name", term, slot->field->name);
    return (uint64_t)time;
}

static uint64_t /* NOLINTNEXTLINE(misc-no-recursion) */
sum(const draft_t *d, slot_t *slot, const char *value)
{
    uint64_t total = 0;

    while (*value != '\0') {
        bool minus = value[0] == '-';
        const char *term = value + (value[0] == '-' || value[0] == '+');
        size_t length = strcspn(term, "+-");
        uint64_t number = term_value(d, slot, text_part(term, length));

        total += minus ? 0 - number : number;
        value = term + length;
    }
    return total;
}

/* "02:00:00:00:00:01", "192.0.2.1", "2001:db8::1" (one "::" and no dots). */
static void
read_parts(const draft_t *d, slot_t *slot, const char *value, int base, char separator)
{
    const char *at = value;

    for (unsigned i = 0; i < slot->field->size; i++) {
        char *behind;
        unsigned long part = strtoul(at, &behind, base);

        if (behind == at || part > 0xff
            || *behind != (i + 1 < slot->field->size ? separator : '\0'))
            line_fail(d->line, "no address: %s", value);
        slot->bytes[i] = (uint8_t)part;
        at = behind + 1;
    }
}

static unsigned
read_groups(const char *at, const char *end, uint8_t *bytes)
{
    unsigned count = 0;

    while (at < end && count < 16) {
        char *behind;
        unsigned long group = strtoul(at, &behind, 16);

        bytes[count++] = (uint8_t)(group >> 8);
        bytes[count++] = (uint8_t)group;
        at = behind + 1;
    }
    return count;
}

static void
read_ipv6(slot_t *slot, const char *value)
{
    const char *gap = strstr(value, "::"), *end = value + strlen(value);
    uint8_t tail[16];
    unsigned count;

    read_groups(value, gap != NULL ? gap : end, slot->bytes);
    if (gap == NULL)
        return;
    count = read_groups(gap + 2, end, tail);
    memcpy(slot->bytes + 16 - count, tail, count);
}

/* Addresses and texts may be a property of a node; one that is not there is
 * zero or empty. */
static const char *
resolve(const draft_t *d, const char *value)
{
    node_t *node;
    const char *property = property_of(d, value, &node), *found;

    if (property == NULL)
        return value;
    found = node_property(node, property);
    return found != NULL ? found : "";
}

static void /* NOLINTNEXTLINE(misc-no-recursion) */
copy_address(const draft_t *d, slot_t *slot, const char *name)
{
    for (unsigned i = 0; i < d->count; i++) {
        if (!is_named(&d->slots[i], name))
            continue;
        work_out(d, &d->slots[i]);
        memcpy(slot->bytes, d->slots[i].bytes, sizeof slot->bytes);
        return;
    }
    line_fail(d->line, "the message has no %s", name);
}

static void /* NOLINTNEXTLINE(misc-no-recursion) */
read_address(const draft_t *d, slot_t *slot, const char *value)
{
    if (*value == '\0')
        return;
    if (*value == '=') {
        copy_address(d, slot, value + 1);
        return;
    }
    if (slot->field->type == TYPE_ETHER)
        read_parts(d, slot, value, 16, ':');
    else if (slot->field->type == TYPE_IPV4)
        read_parts(d, slot, value, 10, '.');
    else
        read_ipv6(slot, value);
}

static bool
fits(const slot_t *slot)
{
    unsigned bits = 8 * slot->field->size;
    uint64_t above = bits < 64 ? slot->number >> bits : 0;

    return above == 0 || above == UINT64_MAX >> bits;
}

static void /* NOLINTNEXTLINE(misc-no-recursion) */
work_out_number(const draft_t *d, slot_t *slot, const char *value)
{
    slot->number = sum(d, slot, value);
    slot->has_number = true;
    /* A counter wraps; what repeats another field may hold its lower bytes only. */
    if (slot->field->size < 8 && (strcmp(value, "next") == 0 || strchr(value, '=') != NULL))
        slot->number &= (UINT64_C(1) << 8 * slot->field->size) - 1;
    if (slot->field->type != TYPE_VMS_TIME && !fits(slot))
        line_fail(d->line, "%s does not fit into %s", value, slot->field->name);
    if (is_counted(slot) && (!slot->fixed || slot->value == NULL))
        counter_of(d->from, slot->field->name)->last = slot->number;
}

static void /* NOLINTNEXTLINE(misc-no-recursion) */
work_out(const draft_t *d, slot_t *slot)
{
    const char *value = slot->value != NULL ? slot->value : slot->field->value;

    if (slot->known)
        return;
    slot->known = true;
    if (value == NULL)
        value = "";
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

static void
put_number(packet_t *p, const slot_t *slot, uint64_t number)
{
    unsigned size = slot->field->size;

    for (unsigned i = 0; i < size; i++)
        packet_u8(p, (uint8_t)(number >> 8 * (slot->field->type == TYPE_BE ? size - 1 - i : i)));
}

static uint64_t
vms_time(uint64_t time)
{
    const uint64_t days_to_1970 = 40587; /* from 17-NOV-1858 */

    return days_to_1970 * 86400 * 10000000 + (uint64_t)((int64_t)time / 100);
}

static void
put_counted(packet_t *p, const slot_t *slot)
{
    unsigned length = (unsigned)strlen(slot->text), size = slot->field->size;

    packet_u8(p, (uint8_t)length);
    packet_text(p, slot->text, size != 0 ? size - 1 : length, slot->field->filler);
}

/* A sender copies a text with its NUL; what was there before lies behind it. */
static void
put_text(packet_t *p, const slot_t *slot, uint8_t stale)
{
    unsigned length = (unsigned)strlen(slot->text), size = slot->field->size;

    packet_text(p, slot->text, size != 0 ? size : length, slot->field->filler);
    for (unsigned i = length + 1; stale != 0 && i < size; i++)
        packet_patch_u8(p, p->length - size + i, stale);
}

static void
put(packet_t *p, const slot_t *slot, uint8_t stale)
{
    const field_t *field = slot->field;

    switch (field->type) {
    case TYPE_LE: case TYPE_BE:
        put_number(p, slot, slot->number);
        break;
    case TYPE_VMS_TIME:
        put_number(p, slot, vms_time(slot->number));
        break;
    case TYPE_ETHER: case TYPE_IPV4: case TYPE_IPV6:
        packet_bytes(p, slot->bytes, field->size);
        break;
    case TYPE_BYTES:
        packet_hex(p, slot->text);
        break;
    case TYPE_TEXT:
        put_text(p, slot, stale);
        break;
    case TYPE_STRING:
        packet_string(p, slot->text);
        break;
    case TYPE_COUNTED:
        put_counted(p, slot);
        break;
    }
}

/* Numbers of bytes that follow are known at the end. */
static void
put_rest(draft_t *d, slot_t *slot)
{
    static packet_t number;

    slot->number += d->packet->length - slot->offset - slot->length;
    packet_clear(&number);
    put(&number, slot, 0);
    packet_patch_bytes(d->packet, slot->offset, number.bytes, number.length);
}

/* "26:0a1b": these bytes lie from byte 26 of the message on. */
static void
patch(draft_t *d, const char *word)
{
    static packet_t bytes;
    char *digits;
    unsigned long offset = strtoul(word, &digits, 10);

    packet_clear(&bytes);
    packet_hex(&bytes, digits + 1);
    packet_patch_bytes(d->packet, (unsigned)offset, bytes.bytes, bytes.length);
}

void
draft_encode(draft_t *d)
{
    uint64_t size;

    packet_clear(d->packet);
    for (unsigned i = 0; i < d->count; i++) {
        slot_t *slot = &d->slots[i];

        work_out(d, slot);
        slot->offset = d->packet->length;
        if (!slot->is_header)
            put(d->packet, slot, d->stale);
        slot->length = d->packet->length - slot->offset;
    }
    for (unsigned i = 0; i < d->count; i++) {
        if (d->slots[i].has_rest)
            put_rest(d, &d->slots[i]);
    }
    for (unsigned i = 0; i < d->patches.count; i++)
        patch(d, d->patches.words[i]);
    size = draft_header(d, "message.size")->number;
    if (size < d->packet->length)
        packet_shorten(d->packet, (unsigned)size);
}

/* --- What Wireshark prints --------------------------------------------------- */

static char *
shown_bytes(const uint8_t *bytes, unsigned count)
{
    char *digits = text_part("", 2 * (size_t)count);

    for (unsigned i = 0; i < count; i++)
        snprintf(digits + 2 * (size_t)i, 3, "%02x", bytes[i]);
    return digits;
}

static char *
shown_number(const slot_t *slot)
{
    char text[32];

    if (slot->field->is_signed)
        snprintf(text, sizeof text, "%" PRId32, (int32_t)slot->number);
    else
        snprintf(text, sizeof text, "%" PRIu64, slot->number);
    return text_join(text, "");
}

static char *
shown_address(const slot_t *slot)
{
    const uint8_t *b = slot->bytes;
    char text[INET6_ADDRSTRLEN];

    if (slot->field->type == TYPE_ETHER)
        snprintf(text, sizeof text, "%02x:%02x:%02x:%02x:%02x:%02x", b[0], b[1], b[2], b[3], b[4],
                 b[5]);
    else if (slot->field->type == TYPE_IPV4)
        snprintf(text, sizeof text, "%u.%u.%u.%u", b[0], b[1], b[2], b[3]);
    else
        inet_ntop(AF_INET6, b, text, sizeof text);
    return text_join(text, "");
}

/* Texts of fixed size are shown without the blanks or NULs behind them. */
static char *
shown_text(const slot_t *slot)
{
    size_t length = strlen(slot->text);

    while (slot->field->size != 0 && length > 0 && slot->text[length - 1] == ' ')
        length--;
    return length > 0 ? text_part(slot->text, length) : NULL;
}

char *
slot_shown(const draft_t *d, const slot_t *slot)
{
    switch (slot->field->type) {
    case TYPE_LE: case TYPE_BE:
        return shown_number(slot);
    case TYPE_ETHER: case TYPE_IPV4: case TYPE_IPV6:
        return shown_address(slot);
    case TYPE_BYTES:
        return slot->length > 0 ? shown_bytes(d->packet->bytes + slot->offset, slot->length) : NULL;
    case TYPE_TEXT: case TYPE_STRING: case TYPE_COUNTED:
        return shown_text(slot);
    default: /* times: as a story writes them, if it wants them checked */
        return NULL;
    }
}

bool
draft_has_bits(const draft_t *d, const char *name)
{
    for (unsigned i = 0; i < d->count; i++) {
        const bits_t *bits = find_bits(d->slots[i].field, name);

        if (bits != NULL && (d->slots[i].number & bits->mask) == bits->mask)
            return true;
    }
    return false;
}

const slot_t *
draft_header(const draft_t *d, const char *name)
{
    for (unsigned i = 0; i < d->count; i++) {
        if (d->slots[i].is_header && strcmp(d->slots[i].field->name, name) == 0)
            return &d->slots[i];
    }
    line_fail(d->line, "layouts/headers has no %s", name);
}
