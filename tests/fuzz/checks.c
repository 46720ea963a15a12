/* checks.c
 * What must be true of every dissected frame, whatever its bytes:
 *
 *   - it is not called malformed: the dissectors never read too far;
 *   - every byte of the message is in a field, or something says why not;
 *   - no link leads to the frame itself;
 *   - the tree is of a size that one can look at;
 *   - what is shown is text, without control characters in the columns;
 *   - it shows the same each time (session.c compares the hashes).
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "fuzz.h"

#include <epan/column-info.h>
#include <stdarg.h>

#define HASH_START UINT64_C(0xcbf29ce484222325)
#define HASH_FACTOR UINT64_C(0x100000001b3)

void
fuzz_fail(const char *format, ...)
{
    va_list arguments;

    fputs("fuzz: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    abort();
}

static uint64_t
hash_text(uint64_t hash, const char *text)
{
    for (; *text != '\0'; text++) {
        hash = (hash ^ (uint8_t)*text) * HASH_FACTOR;
    }
    return (hash ^ 0xff) * HASH_FACTOR;
}

/* --- The tree ------------------------------------------------------------------ */

/* The layers of the protocol in one frame, and which bytes they show. */
typedef struct {
    unsigned from, to;             /* the message's captured bytes in the frame */
    bool explained;                /* an expert item says that something is wrong */
    uint32_t frame;
    bool computed;                 /* inside a subtree of the analysis */
    uint64_t hash;
    uint8_t shown[FUZZ_MAX_PAYLOAD + FUZZ_MAX_CARRIER];
} view_t;

static bool
is_named(const field_info *field, const char *name)
{
    return strcmp(field->hfinfo->abbrev, name) == 0;
}

static void
mark_shown(view_t *view, const field_info *field)
{
    unsigned from;

    if (field->ds_tvb == NULL || field->length <= 0 || field->flags & FI_GENERATED) {
        return;
    }
    from = (unsigned)(tvb_raw_offset(field->ds_tvb) + field->start);
    for (unsigned i = from; i < from + (unsigned)field->length && i < sizeof view->shown; i++) {
        view->shown[i] = 1;
    }
}

static void
hash_field(view_t *view, field_info *field)
{
    char label[ITEM_LABEL_LENGTH];
    const char *text = label;

    if (field->rep != NULL) {
        text = field->rep->representation;
    } else {
        ws_fill_label(field, label);
    }
    if (!g_utf8_validate(text, -1, NULL)) {
        fuzz_fail("the line of %s is not UTF-8", field->hfinfo->abbrev);
    }
    view->hash = hash_text(view->hash, text);
}

static void
check_link(const view_t *view, field_info *field)
{
    if (field->hfinfo->type == FT_FRAMENUM
        && fvalue_get_uinteger(ws_field_value(field)) == view->frame) {
        fuzz_fail("%s leads to the frame itself", field->hfinfo->abbrev);
    }
}

static void
look_at(proto_node *node, void *data)
{
    view_t *view = (view_t *)data;
    field_info *field = PNODE_FINFO(node);
    bool computed = view->computed;

    if (field == NULL) {
        return;
    }
    hash_field(view, field);
    check_link(view, field);
    view->computed |= (field->flags & FI_GENERATED) != 0 && !is_named(field, "_ws.expert");
    view->explained |= !view->computed && is_named(field, "_ws.expert");
    if (node->first_child == NULL
        || (field->hfinfo->type != FT_NONE && field->hfinfo->type != FT_PROTOCOL)) {
        mark_shown(view, field);
    }
    proto_tree_children_foreach(node, look_at, view);
    view->computed = computed;
}

static void
check_bytes(const view_t *view)
{
    for (unsigned i = view->from; i < view->to; i++) {
        if (!view->shown[i]) {
            fuzz_fail("byte %u of a message of %u is not shown", i - view->from,
                      view->to - view->from);
        }
    }
}

/* The first layer is the message, others are inside it. */
static void
look_at_layer(view_t *view, proto_node *node)
{
    field_info *field = PNODE_FINFO(node);
    unsigned captured = tvb_captured_length(field->ds_tvb), end;

    if (view->to == 0) {
        end = MIN((unsigned)(field->start + field->length), captured);
        view->from = (unsigned)(tvb_raw_offset(field->ds_tvb) + field->start);
        view->to = MIN((unsigned)tvb_raw_offset(field->ds_tvb) + end, sizeof view->shown);
    }
    hash_field(view, field);
    proto_tree_children_foreach(node, look_at, view);
}

static bool
has_layer(const proto_tree *tree, const char *name)
{
    for (const proto_node *node = tree->first_child; node != NULL; node = node->next) {
        if (is_named(PNODE_FINFO(node), name)) {
            return true;
        }
    }
    return false;
}

/* Ours, not that of a dissector that takes a try at an Ethernet trailer. */
static void
check_malformed(const proto_tree *tree)
{
    const char *ours = proto_get_protocol_short_name(
        find_protocol_by_id(proto_get_id_by_filter_name(fuzz_protocol_name)));

    for (const proto_node *node = tree->first_child; node != NULL; node = node->next) {
        const field_info *field = PNODE_FINFO(node);

        if (is_named(field, "_ws.malformed") && field->rep != NULL
            && strstr(field->rep->representation, ours) != NULL) {
            fuzz_fail("%s", field->rep->representation);
        }
    }
}

static uint64_t
check_tree(const proto_tree *tree, uint32_t frame)
{
    static view_t view;

    memset(&view, 0, sizeof view);
    view.hash = HASH_START;
    view.frame = frame;
    check_malformed(tree);
    for (proto_node *node = tree->first_child; node != NULL; node = node->next) {
        if (g_str_has_prefix(PNODE_FINFO(node)->hfinfo->abbrev, fuzz_protocol_name)) {
            look_at_layer(&view, node);
        }
    }
    if (!view.explained && !has_layer(tree, "_ws.short") && !has_layer(tree, "_ws.unreassembled")) {
        check_bytes(&view);
    }
    return view.hash;
}

/* --- Columns ---------------------------------------------------------------------- */

static uint64_t
check_column(const column_info *columns, int number)
{
    const char *text = columns->columns[number].col_data;

    if (!g_utf8_validate(text, -1, NULL)) {
        fuzz_fail("column %d is not UTF-8", number);
    }
    for (const char *c = text; *c != '\0'; c++) {
        if ((unsigned char)*c < ' ' || *c == 0x7f) {
            fuzz_fail("column %d has a control character: %s", number, text);
        }
    }
    return hash_text(HASH_START, text);
}

uint64_t
fuzz_check(epan_dissect_t *edt, const column_info *columns)
{
    uint64_t hash = check_tree(edt->tree, edt->pi.num);

    if (PTREE_DATA(edt->tree)->count > FUZZ_MAX_ITEMS) {
        fuzz_fail("a frame has %u tree items", PTREE_DATA(edt->tree)->count);
    }
    for (int i = 0; i < columns->num_cols; i++) {
        int kind = columns->columns[i].col_fmt;

        if (kind == COL_INFO || kind == COL_PROTOCOL) {
            hash = hash * HASH_FACTOR + check_column(columns, i);
        }
    }
    return hash;
}
