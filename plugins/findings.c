/* findings.c
 * What the first pass found out about frames, kept for later passes.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "findings.h"

#include "generated.h"

#include <wsutil/bits_ctz.h>

/* Chunks never move, so that findings can be filled in later, and growing
 * never copies. */
#define CHUNK_BITS 12
#define CHUNK_SIZE (1u << CHUNK_BITS)

#define VALUE_MAX ((INT64_C(1) << 55) - 1)

struct findings {
    wmem_array_t *chunks; /* of finding_t * */
    finding_t **first;    /* the first of them, looked at several times a frame */
    uint32_t count;
};

findings_t *
findings_new(void)
{
    findings_t *findings = wmem_new0(wmem_file_scope(), findings_t);

    findings->chunks = wmem_array_new(wmem_file_scope(), sizeof(finding_t *));
    return findings;
}

static finding_t *
findings_slot(const findings_t *findings, uint32_t idx)
{
    return &findings->first[idx >> CHUNK_BITS][idx & (CHUNK_SIZE - 1)];
}

finding_t *
findings_add(findings_t *findings, uint32_t frame, uint8_t kind, uint32_t ref, int64_t value)
{
    finding_t *finding;

    if ((findings->count & (CHUNK_SIZE - 1)) == 0) {
        finding_t *chunk = wmem_alloc_array(wmem_file_scope(), finding_t, CHUNK_SIZE);

        wmem_array_append_one(findings->chunks, chunk);
        findings->first = (finding_t **)wmem_array_get_raw(findings->chunks);
    }
    finding = findings_slot(findings, findings->count++);
    finding->frame = frame;
    finding->ref = ref;
    finding->value = CLAMP(value, -VALUE_MAX, VALUE_MAX);
    finding->kind = kind;
    return finding;
}

void
findings_forget(findings_t *findings, uint32_t frame)
{
    for (uint32_t i = findings->count; i > 0 && findings_slot(findings, i - 1)->frame == frame;
         i--) {
        findings_slot(findings, i - 1)->kind = 0;
    }
}

/* The first pass asks for what it has just added: walk back over that before
 * searching. */
static uint32_t
findings_start_at_end(const findings_t *findings, uint32_t frame)
{
    uint32_t idx = findings->count;

    while (idx > 0 && findings_slot(findings, idx - 1)->frame == frame
           && findings_slot(findings, idx - 1)->kind != 0) {
        idx--;
    }
    return idx;
}

uint32_t
findings_start(const findings_t *findings, uint32_t frame)
{
    uint32_t low = 0, high = findings->count;

    if (high == 0 || findings_slot(findings, high - 1)->frame <= frame) {
        return findings_start_at_end(findings, frame);
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (findings_slot(findings, middle)->frame < frame) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    while (low < findings->count && findings_slot(findings, low)->kind == 0) { /* forgotten */
        low++;
    }
    return low;
}

const finding_t *
findings_at(const findings_t *findings, uint32_t idx, uint32_t frame)
{
    const finding_t *finding;

    if (idx >= findings->count) {
        return NULL;
    }
    finding = findings_slot(findings, idx);
    return finding->frame == frame ? finding : NULL;
}

finding_t *
findings_find(findings_t *findings, uint32_t frame, uint8_t kind)
{
    for (uint32_t i = findings_start(findings, frame);
         i < findings->count && findings_slot(findings, i)->frame == frame; i++) {
        if (findings_slot(findings, i)->kind == kind) {
            return findings_slot(findings, i);
        }
    }
    return NULL;
}

/* --- The findings of one frame ---------------------------------------------- */

void
findings_gather(const findings_t *findings, uint32_t frame, found_t *found)
{
    const finding_t *finding;

    found->findings = findings;
    found->frame = frame;
    found->kinds = 0;
    found->several = 0;
    found->looked_up_count = 0;
    found->is_idle = false;
    if (findings == NULL) {
        return;
    }
    for (uint32_t i = findings_start(findings, frame);
         (finding = findings_at(findings, i, frame)) != NULL; i++) {
        uint64_t kind = UINT64_C(1) << finding->kind;

        if (found->kinds & kind) {
            found->several |= kind;
            continue;
        }
        found->kinds |= kind;
        found->first[finding->kind] = i;
    }
}

void
findings_gather_sighting(const findings_t *findings, const finding_row_t *rows, unsigned kinds,
                         uint32_t first, uint32_t frame, found_t *found)
{
    found_t here;

    findings_gather(findings, first, found);
    if (first == frame) {
        return;
    }
    for (unsigned kind = 0; kind < kinds; kind++) {
        found->kinds &= ~((uint64_t)rows[kind].here << kind);
    }
    findings_gather(findings, frame, &here);
    for (uint64_t left = here.kinds & ~found->kinds; left != 0; left &= left - 1) {
        unsigned kind = (unsigned)ws_ctz(left);

        found->first[kind] = here.first[kind];
        found->kinds |= UINT64_C(1) << kind;
        found->several &= ~(UINT64_C(1) << kind);
        found->several |= here.several & UINT64_C(1) << kind;
    }
    found->frame = frame;
}

void
found_drop(found_t *found, uint64_t kinds)
{
    found->kinds &= ~kinds;
    found->several &= ~kinds;
}

/* Marks the `first` of a finding that is in `looked_up`, not in the store. */
#define LOOKED_UP UINT32_C(0x80000000)

static void
found_add_looked_up(found_t *found, finding_t finding)
{
    if (found_has(found, finding.kind) || found->looked_up_count == FOUND_LOOKED_UP_MAX) {
        return;
    }
    found->kinds |= UINT64_C(1) << finding.kind;
    found->first[finding.kind] = LOOKED_UP | found->looked_up_count;
    found->looked_up[found->looked_up_count++] = finding;
}

void
found_add(found_t *found, uint8_t kind, uint32_t ref, int64_t value)
{
    found_add_looked_up(found, (finding_t){ .frame = found->frame, .ref = ref, .value = value,
                                            .kind = kind });
}

void
found_add_later(found_t *found, uint8_t kind, uint32_t frame, uint32_t later)
{
    if (later != 0) {
        found_add_looked_up(found, (finding_t){ .frame = frame, .ref = later, .kind = kind });
    }
}

const finding_t *
found_get(const found_t *found, unsigned kind)
{
    if (!found_has(found, kind)) {
        return NULL;
    }
    if (found->first[kind] & LOOKED_UP) {
        return &found->looked_up[found->first[kind] & ~LOOKED_UP];
    }
    return findings_slot(found->findings, found->first[kind]);
}

const finding_t *
found_next(const found_t *found, unsigned kind, uint32_t *next)
{
    bool is_first = *next == 0;
    uint32_t i, frame;
    const finding_t *finding;

    if ((found->several >> kind & 1) == 0) {
        *next = FOUND_NO_MORE;
        return is_first ? found_get(found, kind) : NULL;
    }
    finding = found_get(found, kind);
    if (finding == NULL) {
        return NULL;
    }
    i = is_first ? found->first[kind] : *next;
    frame = finding->frame;
    while ((finding = findings_at(found->findings, i, frame)) != NULL) {
        i++;
        if (finding->kind == kind) {
            *next = i;
            return finding;
        }
    }
    return NULL;
}

void
found_borrow(found_t *found, uint32_t frame, unsigned kind, uint8_t as)
{
    const finding_t *finding;
    found_t other;

    findings_gather(found->findings, frame, &other);
    finding = found_get(&other, kind);
    if (finding != NULL) {
        found_add(found, as, finding->ref, 0);
    }
}

/* --- What a finding says ------------------------------------------------------ */

proto_tree *
findings_tree(finding_view_t *view)
{
    if (view->tree == NULL) {
        view->tree = generated_subtree(view->w->tree, view->w->tvb, view->hf, *view->ett);
    }
    return view->tree;
}

proto_item *
finding_number(finding_view_t *view, int hf, uint32_t number)
{
    view->item = generated_number(findings_tree(view), view->w->tvb, hf, number);
    return view->item;
}

proto_item *
finding_time(finding_view_t *view, int hf, int64_t ns)
{
    view->item = generated_time(findings_tree(view), view->w->tvb, hf, ns);
    return view->item;
}

void
finding_expert(finding_view_t *view, expert_field *expert, const char *text)
{
    proto_item *item =
        view->item != NULL ? view->item : proto_tree_get_parent(findings_tree(view));

    if (text != NULL) {
        expert_add_info_format(view->w->pinfo, item, expert, "%s",
                               info_printable(view->w->pinfo->pool, text, INFO_LABEL_MAX));
    } else {
        expert_add_info(view->w->pinfo, item, expert);
    }
}

void
finding_expert_said(finding_view_t *view, const finding_t *finding, expert_field *expert,
                    finding_say_t *say)
{
    event_t event = { .node = "" };

    say(view, finding, &event);
    finding_expert(view, expert, event.words[0] != '\0' ? event.words : NULL);
}

/* The number that a frame has here, if anybody looks at the field that says it. */
static uint32_t
finding_frame(const finding_view_t *view, int hf, uint32_t frame)
{
    return view->link != NULL && wire_is_wanted(view->w->tree, hf) ? view->link(view, frame)
                                                                   : frame;
}

/* Links name other frames: after a read filter rejected a frame on the first pass, another
 * one has its number. */
proto_item *
finding_link(finding_view_t *view, int hf, uint32_t frame)
{
    frame = finding_frame(view, hf, frame);
    return frame != view->w->pinfo->num ? finding_number(view, hf, frame) : NULL;
}

/* And a link back names an earlier one. */
static void
finding_links(finding_view_t *view, const finding_row_t *row, const finding_t *finding)
{
    uint32_t number = view->w->pinfo->num, frame;

    if (row->ref != NULL && finding->ref != 0 && finding->ref < finding->frame) {
        frame = finding_frame(view, *row->ref, finding->ref);
        finding_number(view, *row->ref, frame < number ? frame : finding->ref);
    }
    if (row->later != NULL && finding->ref > finding->frame) {
        frame = finding_frame(view, *row->later, finding->ref);
        if (frame != number) {
            finding_number(view, *row->later, frame);
        }
    }
}

static bool
finding_is_raised(const finding_view_t *view, const finding_row_t *row, const finding_t *finding)
{
    return row->expert != NULL
           && !(row->once && finding->frame != view->w->pinfo->num)
           && (!row->floods || finding->value == 2
               || wire_is_expert_wanted(view->w->tree, view->w->pinfo, row->expert));
}

static void
finding_raise(finding_view_t *view, const finding_row_t *row, const finding_t *finding)
{
    if (row->text != NULL) {
        finding_expert_said(view, finding, row->expert, row->text);
    } else {
        finding_expert(view, row->expert, NULL);
    }
}

static void
finding_show(finding_view_t *view, const finding_row_t *row, const finding_t *finding)
{
    proto_item *first;

    view->item = NULL;
    finding_links(view, row, finding);
    first = view->item;
    if (row->time != NULL) {
        finding_time(view, *row->time, finding->value);
    }
    if (row->number != NULL) {
        finding_number(view, *row->number, (uint32_t)MIN(finding->value, (int64_t)UINT32_MAX));
    }
    view->item = first != NULL ? first : view->item;
    if (finding_is_raised(view, row, finding)) {
        finding_raise(view, row, finding);
    }
    if (row->show != NULL) {
        row->show(view, finding);
    }
}

static bool
finding_is_asked_for(const proto_tree *tree, const int *hf)
{
    return hf != NULL && wire_is_wanted(tree, *hf);
}

/* Most findings are links and times, and on most frames nobody looks at them. */
static bool
finding_is_looked_at(const finding_view_t *view, const finding_row_t *row, const finding_t *finding)
{
    const proto_tree *tree = view->w->tree;

    return row->expert != NULL || finding_is_asked_for(tree, row->ref)
           || finding_is_asked_for(tree, row->later) || finding_is_asked_for(tree, row->time)
           || finding_is_asked_for(tree, row->number)
           || (row->show != NULL && (row->is_idle == NULL || !row->is_idle(view, finding)));
}

void
findings_look(const finding_view_t *view, const finding_row_t *rows, found_t *found)
{
    const finding_row_t *row;
    unsigned kind;

    if (found->kinds == 0 || (found->kinds & (found->kinds - 1)) != 0 || found->several != 0) {
        return;
    }
    kind = (unsigned)ws_ctz(found->kinds);
    row = &rows[kind];
    found->is_idle = row->is_idle != NULL && row->event == NULL
                     && !finding_is_asked_for(view->w->tree, &view->hf)
                     && !finding_is_looked_at(view, row, found_get(found, kind));
}

void
findings_show(finding_view_t *view, const finding_row_t *rows, unsigned kinds)
{
    bool all;

    if (view->found->is_idle) {
        return;
    }
    all = finding_is_asked_for(view->w->tree, &view->hf);
    for (uint64_t left = view->found->kinds; left != 0; left &= left - 1) {
        unsigned kind = (unsigned)ws_ctz(left);
        const finding_t *finding;
        uint32_t next = 0;

        while (kind < kinds && next != FOUND_NO_MORE
               && (finding = found_next(view->found, kind, &next)) != NULL) {
            if (all || finding_is_looked_at(view, &rows[kind], finding)) {
                finding_show(view, &rows[kind], finding);
            }
        }
    }
}

/* Most kinds say nothing in Info, and most frames have some of them. */
static bool
finding_is_silent(const finding_row_t *row)
{
    return row->words == NULL && row->info == NULL;
}

static void
finding_inform(const finding_row_t *row, const finding_t *finding, info_t *info)
{
    if (row->words != NULL) {
        row->words(info, finding);
    } else if (row->info != NULL) {
        info_text(info, " [");
        info_text(info, row->info);
        info_text(info, "]");
    }
}

void
findings_inform(const found_t *found, const finding_row_t *rows, unsigned kinds, info_t *info)
{
    if (found->is_idle) {
        return;
    }
    for (uint64_t left = found->kinds; left != 0; left &= left - 1) {
        unsigned kind = (unsigned)ws_ctz(left);
        const finding_t *finding;
        uint32_t next = 0;

        if (kind >= kinds || finding_is_silent(&rows[kind])) {
            continue;
        }
        while (next != FOUND_NO_MORE && (finding = found_next(found, kind, &next)) != NULL) {
            finding_inform(&rows[kind], finding, info);
        }
    }
}
