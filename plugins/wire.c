/* wire.c
 * Tables of wire fields, walked into the protocol tree.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "wire.h"

#include <epan/column-info.h>
#include <epan/exceptions.h>
#include <epan/tap.h>

const true_false_string wire_set_notset = { "Set", "Not set" };

void
wire_begin(wire_t *w, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, unsigned offset,
           unsigned end)
{
    *w = (wire_t){ .tvb = tvb, .pinfo = pinfo, .tree = tree, .offset = offset };
    w->end = MIN(end, tvb_reported_length(tvb));
    w->captured = tvb_captured_length(tvb);
    w->offset = MIN(offset, w->end);
}

unsigned
wire_left(const wire_t *w)
{
    return w->end - w->offset;
}

/* Bytes after the cursor that can be read without an exception. */
static unsigned
wire_readable(const wire_t *w)
{
    return w->captured > w->offset ? MIN(w->captured - w->offset, wire_left(w)) : 0;
}

/* A fragment, or what an ICMP error quotes of a datagram, is no short message. */
static void
wire_stop(wire_t *w, unsigned wanted)
{
    bool is_part = w->pinfo->fragmented || w->pinfo->flags.in_error_pkt;

    w->wanted = wanted;
    if (wanted > wire_left(w) && !is_part) {
        w->too_short = true;
    } else {
        w->cut = true;
    }
}

bool
wire_need(wire_t *w, unsigned size)
{
    if (w->too_short || w->cut) {
        return false;
    }
    if (size > wire_readable(w)) {
        wire_stop(w, size);
        return false;
    }
    return true;
}

static bool
wire_is_big_endian(const wire_t *w, const wire_field_t *field)
{
    return field->kind == WIRE_HOST ? w->big_endian_sender : field->kind != WIRE_LE;
}

static inline uint32_t
wire_number(const wire_t *w, const wire_field_t *field, unsigned offset)
{
    switch (field->size) {
    case 1:
        return tvb_get_uint8(w->tvb, offset);
    case 2:
        return wire_is_big_endian(w, field) ? tvb_get_ntohs(w->tvb, offset)
                                            : tvb_get_letohs(w->tvb, offset);
    case 4:
        return wire_is_big_endian(w, field) ? tvb_get_ntohl(w->tvb, offset)
                                            : tvb_get_letohl(w->tvb, offset);
    default:
        DISSECTOR_ASSERT_NOT_REACHED();
    }
}

static bool
wire_is_padding(uint8_t byte)
{
    return byte == ' ' || byte == '\0';
}

/* The text in `size` bytes: where it starts and how many bytes it has. */
static void
wire_text_extent(tvbuff_t *tvb, unsigned *offset, unsigned *size, wire_kind_t kind)
{
    if (kind == WIRE_COUNTED && *size > 0) {
        unsigned count = tvb_get_uint8(tvb, *offset);

        *offset += 1;
        *size = MIN(count, *size - 1);
    }
    if (kind == WIRE_TEXT) {
        unsigned nul = tvb_strnlen(tvb, *offset, *size);

        *size = MIN(nul, *size);
        return;
    }
    while (*size > 0 && wire_is_padding(tvb_get_uint8(tvb, *offset + *size - 1))) {
        *size -= 1;
    }
}

static char *
wire_text(tvbuff_t *tvb, packet_info *pinfo, unsigned offset, unsigned size, wire_kind_t kind)
{
    wire_text_extent(tvb, &offset, &size, kind);
    return (char *)tvb_get_string_enc(pinfo->pool, tvb, offset, size, ENC_ASCII);
}

static void
wire_add_text(wire_t *w, int hf, wire_kind_t kind, unsigned size)
{
    const char *text = wire_text(w->tvb, w->pinfo, w->offset, size, kind);

    w->item = proto_tree_add_string(w->tree, hf, w->tvb, w->offset, size, text);
    if (kind == WIRE_COUNTED && tvb_get_uint8(w->tvb, w->offset) > size - 1) {
        proto_item_append_text(w->item, " (count %u is more than the field holds)",
                               tvb_get_uint8(w->tvb, w->offset));
    }
}

/* What Wireshark knows about the plugin's fields, by field number from
 * known_first up to known_end.  Wireshark numbers the fields as they are
 * registered, so those of the plugin stand close together. */
static const header_field_info **known_fields;
static int known_first, known_end;

/* Makes room for the numbers from `first` up to `end`. */
static void
wire_make_room(int first, int end)
{
    const header_field_info **fields;

    if (known_fields != NULL) {
        first = MIN(first, known_first);
        end = MAX(end, known_end);
    }
    fields = wmem_alloc0_array(wmem_epan_scope(), const header_field_info *, (size_t)(end - first));
    if (known_fields != NULL) {
        memcpy(fields + (known_first - first), known_fields,
               (size_t)(known_end - known_first) * sizeof(void *));
        wmem_free(wmem_epan_scope(), known_fields);
    }
    known_fields = fields;
    known_first = first;
    known_end = end;
}

void
wire_know_fields(int protocol)
{
    void *cookie;
    const header_field_info *info = proto_get_first_protocol_field(protocol, &cookie);
    int first = protocol, end = protocol + 1;

    for (; info != NULL; info = proto_get_next_protocol_field(protocol, &cookie)) {
        first = MIN(first, info->id);
        end = MAX(end, info->id + 1);
    }
    wire_make_room(first, end);
    info = proto_get_first_protocol_field(protocol, &cookie);
    for (; info != NULL; info = proto_get_next_protocol_field(protocol, &cookie)) {
        known_fields[info->id - known_first] = info;
    }
}

/* proto_field_is_referenced() answers the same; but this is asked thirty times
 * a frame, and that looks the field up each time. */
static inline bool
wire_is_referenced(int hf)
{
    return known_fields[hf - known_first]->ref_type != HF_REF_TYPE_NONE;
}

bool
wire_is_wanted(const proto_tree *tree, int hf)
{
    return tree != NULL && (wire_is_referenced(hf) || wire_is_visible(tree));
}

bool
wire_is_expert_wanted(proto_tree *tree, const packet_info *pinfo, const expert_field *ei)
{
    static int protocol; /* of Expert Information */
    const column_info *columns = pinfo->cinfo;

    if (protocol == 0) {
        protocol = proto_get_id_by_filter_name("_ws.expert");
    }
    return wire_is_wanted(tree, ei->hf) || proto_field_is_referenced(tree, protocol)
           || (columns != NULL && columns->col_first[COL_EXPERT] >= 0);
}

static inline bool
wire_is_any_referenced(const wire_bits_t *bits)
{
    for (int *const *field = bits->fields; *field != NULL; field++) {
        if (wire_is_referenced(**field)) {
            return true;
        }
    }
    return false;
}

/* Whether a filter or column asks for any field of this row. */
static inline bool
wire_row_is_referenced(const wire_field_t *row)
{
    return wire_is_referenced(*row->hf) || (row->also != NULL && wire_is_referenced(*row->also))
           || (row->bits != NULL && wire_is_any_referenced(row->bits));
}

static void
wire_add_wanted(wire_t *w, const wire_field_t *field)
{
    unsigned encoding = wire_is_big_endian(w, field) ? ENC_BIG_ENDIAN : ENC_LITTLE_ENDIAN;

    if (field->bits != NULL) {
        w->item = proto_tree_add_bitmask(w->tree, w->tvb, w->offset, *field->hf,
                                         *field->bits->ett, field->bits->fields, encoding);
    } else if (field->kind >= WIRE_TEXT) {
        wire_add_text(w, *field->hf, field->kind, field->size);
    } else {
        w->item = proto_tree_add_item(w->tree, *field->hf, w->tvb, w->offset, field->size,
                                      encoding);
    }
}

static void
wire_add_also(const wire_t *w, const wire_field_t *field)
{
    unsigned encoding = wire_is_big_endian(w, field) ? ENC_BIG_ENDIAN : ENC_LITTLE_ENDIAN;

    proto_item_set_hidden(proto_tree_add_item(w->tree, *field->also, w->tvb, w->offset,
                                              field->size, encoding));
}

/* The bounds were checked before, and that somebody looks at the row. */
static void
wire_add(wire_t *w, const wire_field_t *field)
{
    if (wire_is_wanted(w->tree, *field->hf)
        || (field->bits != NULL && wire_is_any_referenced(field->bits))) {
        wire_add_wanted(w, field);
    }
    if (field->also != NULL && wire_is_wanted(w->tree, *field->also)) {
        wire_add_also(w, field);
    }
}

bool
wire_table_is_wanted(const proto_tree *tree, const wire_field_t *table)
{
    while (table->hf != NULL && !wire_is_visible(tree) && !wire_row_is_referenced(table)) {
        table++;
    }
    return tree != NULL && table->hf != NULL;
}

static inline void
wire_keep(const wire_t *w, const wire_field_t *field, unsigned offset, void *message)
{
    uint32_t number = wire_number(w, field, offset);

    memcpy((char *)message + field->keep - 1, &number, sizeof number);
}

/* Moves over the fields that are whole and keeps their numbers; returns the row behind
 * them.  Of most frames nobody asks for a field, and this is all. */
static inline const wire_field_t *
wire_read(wire_t *w, const wire_field_t *table, void *message, bool *is_asked_for)
{
    unsigned offset = w->offset, end = offset + wire_readable(w);

    for (; table->hf != NULL && offset + table->size <= end; table++) {
        if (table->keep != 0) {
            wire_keep(w, table, offset, message);
        }
        *is_asked_for |= wire_row_is_referenced(table);
        offset += table->size;
    }
    w->offset = offset;
    return table;
}

static void
wire_show(wire_t *w, const wire_field_t *table, const wire_field_t *end)
{
    for (; table < end; table++) {
        w->item = w->tree;
        wire_add(w, table);
        w->offset += table->size;
    }
}

bool
wire_fields(wire_t *w, const wire_field_t *table, void *message)
{
    bool is_shown = wire_is_visible(w->tree);
    unsigned start = w->offset;
    const wire_field_t *end;

    if (w->too_short || w->cut) {
        return false;
    }
    end = wire_read(w, table, message, &is_shown);
    w->item = w->tree;
    if (is_shown && w->tree != NULL) {
        w->offset = start;
        wire_show(w, table, end);
    }
    if (end->hf != NULL) {
        wire_stop(w, end->size);
        return false;
    }
    return true;
}

unsigned
wire_size(const wire_field_t *table)
{
    unsigned size = 0;

    for (; table->hf != NULL; table++) {
        size += table->size;
    }
    return size;
}

bool
wire_sized(wire_t *w, int hf, wire_kind_t kind, unsigned size)
{
    if (!wire_need(w, size)) {
        return false;
    }
    w->item = w->tree;
    if (wire_is_wanted(w->tree, hf)) {
        wire_add_wanted(
            w, &(const wire_field_t){ .hf = &hf, .kind = kind, .size = (uint16_t)size });
    }
    w->offset += size;
    return true;
}

void
wire_padding(wire_t *w, int hf, unsigned size)
{
    size = MIN(size, wire_left(w));
    if (size > 0) {
        wire_sized(w, hf, WIRE_BYTES, size);
    }
}

char *
wire_slot(wire_t *w, int hf, int hf_unused, unsigned size)
{
    unsigned readable = MIN(wire_readable(w), size);
    unsigned length = size;
    proto_item *item;
    char *text;
    int nul;

    if (w->too_short || w->cut) {
        return NULL;
    }
    nul = tvb_strnlen(w->tvb, w->offset, readable);
    if (nul >= 0 && (unsigned)nul < readable) {
        length = (unsigned)nul + 1;
    }
    text = wire_peek_text(w, WIRE_TEXT, length);
    if (!wire_sized(w, hf, WIRE_TEXT, length)) {
        return NULL;
    }
    item = w->item;
    if (length < size) {
        wire_sized(w, hf_unused, WIRE_BYTES, size - length);
    }
    w->item = item;
    return text;
}

char *
wire_peek_text(wire_t *w, wire_kind_t kind, unsigned size)
{
    if (w->too_short || w->cut || size > wire_readable(w)) {
        return NULL;
    }
    return wire_text(w->tvb, w->pinfo, w->offset, size, kind);
}

char *
wire_text_to_end(wire_t *w, int hf)
{
    unsigned left = wire_left(w), readable = wire_readable(w);
    unsigned size;
    char *text;

    if (w->too_short || w->cut || left == 0) {
        return NULL;
    }
    size = tvb_strnlen(w->tvb, w->offset, readable);
    if (size > readable) { /* tvb_strnlen() returns -1 when there is no NUL */
        if (readable < left) {
            wire_stop(w, left);
            return NULL;
        }
        size = readable;
    }
    text = (char *)tvb_get_string_enc(w->pinfo->pool, w->tvb, w->offset, size, ENC_ASCII);
    size = MIN(size + 1, left);
    w->item = w->tree;
    if (wire_is_wanted(w->tree, hf)) {
        w->item = proto_tree_add_string(w->tree, hf, w->tvb, w->offset, size, text);
    }
    w->offset += size;
    return text;
}

unsigned
wire_narrow(wire_t *w, unsigned size)
{
    unsigned end = w->end;

    w->end = w->offset + MIN(size, wire_left(w));
    return end;
}

void
wire_widen(wire_t *w, unsigned end)
{
    w->end = end;
}

void
wire_resume(wire_t *w)
{
    w->too_short = false;
}

const wire_command_t *
wire_command(const wire_command_t *commands, uint32_t number)
{
    for (; commands->name != NULL; commands++) {
        if (commands->number == number) {
            return commands;
        }
    }
    return NULL;
}

bool
wire_command_show(wire_t *w, const wire_command_t *command, void *message)
{
    if (command->fields != NULL && !wire_fields(w, command->fields, message)) {
        return false;
    }
    if (command->rest != NULL) {
        command->rest(w, message);
    }
    return true;
}

void
wire_command_names(value_string *names, const wire_command_t *commands)
{
    for (; commands->name != NULL; commands++, names++) {
        names->value = commands->number;
        names->strptr = commands->name;
    }
}

void
wire_rest(wire_t *w, int hf)
{
    unsigned readable = wire_readable(w);

    if (w->too_short || w->cut || wire_left(w) == 0) {
        return;
    }
    if (readable > 0) {
        w->item = w->tree;
        if (wire_is_wanted(w->tree, hf)) {
            w->item = proto_tree_add_item(w->tree, hf, w->tvb, w->offset, readable, ENC_NA);
        }
        w->offset += readable;
    }
    if (wire_left(w) > 0) {
        wire_stop(w, 1);
    }
}

bool
wire_next_record(wire_t *w, int hf, expert_field *ei)
{
    if (w->records < WIRE_RECORDS_MAX) {
        w->records++;
        return true;
    }
    wire_rest(w, hf);
    expert_add_info(w->pinfo, w->item, ei);
    return false;
}

void
wire_end(wire_t *w, expert_field *ei)
{
    if (w->too_short) {
        proto_tree_add_expert_format(w->tree, w->pinfo, ei, w->tvb, w->offset, wire_readable(w),
                                     "The message is too short: %u bytes expected here, %u left",
                                     w->wanted, wire_left(w));
    }
    if (w->cut || wire_readable(w) < wire_left(w)) {
        tvb_ensure_bytes_exist(w->tvb, w->offset, w->cut ? w->wanted : wire_left(w));
    }
}
