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
wire_is_big_endian(const wire_t *w, wire_kind_t kind)
{
    return kind == WIRE_HOST ? w->big_endian_sender : kind != WIRE_LE;
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

/* --- What a table comes to ------------------------------------------------------ */

/* Where a number is, and where it is kept. */
typedef struct {
    uint16_t at, size;
    uint16_t keep;
    uint16_t kind;
} wire_kept_t;

/* A table as each message needs it, worked out when it is first used. */
typedef struct {
    const wire_field_t *table;        /* NULL: none yet */
    const wire_field_t *end;          /* its last row */
    const header_field_info **fields; /* all that may be asked for; ended by NULL */
    const wire_kept_t *kept;
    unsigned kept_count;
    unsigned size;                    /* bytes that it describes, */
    unsigned reach;                   /* and up to the end of the last number that is kept */
} wire_plan_t;

/* By the address of the table; several times as many as there are tables. */
#define PLANS 512

static wire_plan_t plans[PLANS];

static void
wire_plan_field(wmem_array_t *fields, int hf)
{
    wmem_array_append_one(fields, known_fields[hf - known_first]);
}

static void
wire_plan_row(wire_plan_t *plan, wmem_array_t *fields, wmem_array_t *kept, const wire_field_t *row)
{
    wire_kept_t number = { .at = (uint16_t)plan->size, .size = row->size, .keep = row->keep,
                           .kind = (uint16_t)row->kind };

    wire_plan_field(fields, *row->hf);
    if (row->also != NULL) {
        wire_plan_field(fields, *row->also);
    }
    for (unsigned i = 0; row->bits != NULL && row->bits->fields[i] != NULL; i++) {
        wire_plan_field(fields, *row->bits->fields[i]);
    }
    if (row->keep != 0) {
        wmem_array_append_one(kept, number);
        plan->reach = plan->size + row->size;
    }
    plan->size += row->size;
}

static G_GNUC_NO_INLINE void
wire_plan_make(wire_plan_t *plan, const wire_field_t *table)
{
    wmem_array_t *fields = wmem_array_new(wmem_epan_scope(), sizeof(const header_field_info *));
    wmem_array_t *kept = wmem_array_new(wmem_epan_scope(), sizeof(wire_kept_t));
    const header_field_info *none = NULL;
    const wire_field_t *row;

    plan->table = table;
    for (row = table; row->hf != NULL; row++) {
        wire_plan_row(plan, fields, kept, row);
    }
    wmem_array_append_one(fields, none);
    plan->end = row;
    plan->fields = (const header_field_info **)wmem_array_get_raw(fields);
    plan->kept = (const wire_kept_t *)wmem_array_get_raw(kept);
    plan->kept_count = wmem_array_get_count(kept);
}

static inline const wire_plan_t *
wire_plan(const wire_field_t *table)
{
    unsigned i = (unsigned)((uintptr_t)table / sizeof *table) % PLANS;

    while (plans[i].table != table) {
        if (plans[i].table == NULL) {
            wire_plan_make(&plans[i], table);
            break;
        }
        i = (i + 1) % PLANS;
    }
    return &plans[i];
}

/* Whether a filter or column asks for any field of a table. */
static inline bool
wire_plan_is_referenced(const wire_plan_t *plan)
{
    unsigned references = HF_REF_TYPE_NONE; /* which is 0 */

    for (const header_field_info **field = plan->fields; *field != NULL; field++) {
        references |= (unsigned)(*field)->ref_type;
    }
    return references != HF_REF_TYPE_NONE;
}

static inline bool
wire_plan_is_wanted(const wire_plan_t *plan, const proto_tree *tree)
{
    return tree != NULL && (wire_is_visible(tree) || wire_plan_is_referenced(plan));
}

/* --- Items ---------------------------------------------------------------------- */

static void
wire_add_wanted(wire_t *w, const wire_field_t *field)
{
    unsigned encoding = wire_is_big_endian(w, field->kind) ? ENC_BIG_ENDIAN : ENC_LITTLE_ENDIAN;

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
    unsigned encoding = wire_is_big_endian(w, field->kind) ? ENC_BIG_ENDIAN : ENC_LITTLE_ENDIAN;

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
    return wire_plan_is_wanted(wire_plan(table), tree);
}

/* --- Numbers -------------------------------------------------------------------- */

static G_GNUC_NO_INLINE void
wire_look_at(wire_t *w, unsigned offset)
{
    unsigned size = MIN(w->captured - offset, (unsigned)sizeof w->window);

    tvb_memcpy(w->tvb, w->window, (int)offset, size);
    w->window_at = offset;
    w->window_end = offset + size;
}

/* To ask the tvb for each number takes longer than all the rest.  That they were captured was
 * checked. */
static inline const uint8_t *
wire_bytes(wire_t *w, unsigned offset, unsigned size)
{
    if (offset < w->window_at || offset + size > w->window_end) {
        wire_look_at(w, offset);
    }
    return w->window + (offset - w->window_at);
}

static inline uint32_t
wire_number(const uint8_t *bytes, unsigned size, bool is_big_endian)
{
    uint16_t two;
    uint32_t four;

    switch (size) {
    case 1:
        return *bytes;
    case 2:
        memcpy(&two, bytes, sizeof two);
        return is_big_endian ? GUINT16_FROM_BE(two) : GUINT16_FROM_LE(two);
    case 4:
        memcpy(&four, bytes, sizeof four);
        return is_big_endian ? GUINT32_FROM_BE(four) : GUINT32_FROM_LE(four);
    default:
        DISSECTOR_ASSERT_NOT_REACHED();
    }
}

static inline void
wire_keep(const wire_t *w, const wire_kept_t *kept, const uint8_t *bytes, void *message)
{
    bool is_big_endian =
        kept->kind != WIRE_LE && wire_is_big_endian(w, (wire_kind_t)kept->kind);
    uint32_t number = wire_number(bytes, kept->size, is_big_endian);

    memcpy((char *)message + kept->keep - 1, &number, sizeof number);
}

/* Keeps the numbers that are among the next `readable` bytes. */
static inline void
wire_keep_all(wire_t *w, const wire_plan_t *plan, unsigned readable, void *message)
{
    const wire_kept_t *kept = plan->kept, *end = kept + plan->kept_count;
    const uint8_t *bytes;
    unsigned start = w->offset;

    if (plan->reach <= readable && plan->reach <= sizeof w->window) { /* mostly */
        bytes = wire_bytes(w, start, plan->reach);
        for (; kept < end; kept++) {
            wire_keep(w, kept, bytes + kept->at, message);
        }
        return;
    }
    for (; kept < end && kept->at + kept->size <= readable; kept++) {
        wire_keep(w, kept, wire_bytes(w, start + kept->at, kept->size), message);
    }
}

/* Moves over the fields that are whole and keeps their numbers; returns the row behind
 * them.  Of most frames nobody asks for a field, and this is all. */
static inline const wire_field_t *
wire_read(wire_t *w, const wire_plan_t *plan, void *message)
{
    unsigned readable = wire_readable(w), size = 0;
    const wire_field_t *row = plan->end;

    if (plan->kept_count > 0) {
        wire_keep_all(w, plan, readable, message);
    }
    if (plan->size <= readable) {
        w->offset += plan->size;
        return row;
    }
    for (row = plan->table; size + row->size <= readable; row++) {
        size += row->size;
    }
    w->offset += size;
    return row;
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
    const wire_plan_t *plan = wire_plan(table);
    unsigned start = w->offset;
    const wire_field_t *end;

    if (w->too_short || w->cut) {
        return false;
    }
    end = wire_read(w, plan, message);
    w->item = w->tree;
    if (wire_plan_is_wanted(plan, w->tree)) {
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
