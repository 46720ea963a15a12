/* story-cut.c
 * The messages of a story once more, each at many lengths: as datagrams that
 * end too early, and as frames of which the capture holds the start.  The line
 * `cut SHORT SNAP TRUNCATED FIELD ...` of the head asks for it; each of the two
 * is a story that nobody wrote.
 *
 * A field of the layout's table is there in full or not at all; only a text
 * that ends a message, and bytes behind it, are shown as far as they go.
 * Lengths for which no document says what a message shows are left out.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <string.h>

/* One message, cut at one length. */
typedef struct {
    const story_t *story;
    const draft_t *draft;
    unsigned first;   /* expectation of the whole message */
    unsigned length;
    story_t *to;
    const frame_t *frame;
} part_t;

static story_t *
new_story(const story_t *of, const char *name)
{
    story_t *s = story_new(of->folder, name);

    s->layout = of->layout;
    s->all_fields = s->open_all = true;
    for (unsigned i = 0; i < of->carrier->len; i++) { /* without Ethernet's padding */
        if (!g_str_has_prefix(of->carrier->pdata[i], "pad:"))
            g_ptr_array_add(s->carrier, of->carrier->pdata[i]);
    }
    g_ptr_array_extend(s->only, of->cut_words, NULL, NULL);
    g_ptr_array_remove_range(s->only, 0, 2); /* behind the names of the captures */
    g_ptr_array_extend(s->only, of->only, NULL, NULL);
    return s;
}

void
cut_begin(story_t *s)
{
    if (s->cut_words->len == 0)
        return;
    s->cut_short = new_story(s, s->cut_words->pdata[0]);
    s->cut_snap = new_story(s, s->cut_words->pdata[1]);
    g_ptr_array_add(s->cut_snap->only, "_ws.malformed");
}

void
cut_end(story_t *s)
{
    if (s->cut_words->len == 0)
        return;
    story_write(s->cut_short);
    story_write(s->cut_snap);
}

/* --- What a length means ------------------------------------------------------- */

static bool
is_snapped(const part_t *p)
{
    return p->to == p->story->cut_snap;
}

static unsigned
end_of(const slot_t *slot)
{
    return slot->offset + slot->length;
}

/* Bytes that a story appends: the field that its line expects to show them. */
static const char *
field_of_bytes(const part_t *p, const slot_t *slot)
{
    const GPtrArray *expectations = p->story->expectations;
    char *digits = text_is(slot->field->name, "appended") ? slot_shown(p->draft, slot) : NULL;

    for (unsigned i = p->first; digits != NULL && i < expectations->len; i++) {
        const expectation_t *e = expectations->pdata[i];

        if (g_strcmp0(e->value, digits) == 0)
            return e->field;
    }
    return NULL;
}

static bool
is_truncated(const part_t *p)
{
    const GPtrArray *slots = p->draft->slots;
    unsigned needed = 0;

    for (unsigned i = 0; i < slots->len; i++) {
        const slot_t *slot = slots->pdata[i];

        if (slot->field->ending == 'e' && end_of(slot) == p->length)
            return false;
        if (slot->field->ending != 'm' && field_of_bytes(p, slot) == NULL)
            needed = end_of(slot);
    }
    return p->length < needed;
}

/* True if a document says what the field shows in a message of this length. */
static bool
is_decided(const part_t *p, const slot_t *slot)
{
    unsigned length = p->length;

    if (length >= end_of(slot) || length < slot->offset)
        return true;
    if (slot->field->ending == 'r')
        return false;
    if (slot->field->type == TYPE_STRING && length == slot->offset)
        return is_snapped(p); /* a text without text or NUL */
    if (slot->field->type == TYPE_TEXT && slot->field->size != 0) /* whole, but for stale bytes */
        return length < slot->offset + strlen(slot->text) + 1;
    return !is_snapped(p) || length == slot->offset || field_of_bytes(p, slot) == NULL;
}

/* Some lengths of each message, in turn, and all near its end. */
static bool
is_chosen(const part_t *p)
{
    const GPtrArray *slots = p->draft->slots;

    if (p->length + 8 < p->draft->message->len && (p->length + p->story->cut_messages) % 3 != 0)
        return false;
    for (unsigned i = 0; i < slots->len; i++) {
        if (!is_decided(p, slots->pdata[i]))
            return false;
    }
    return true;
}

/* --- What is found -------------------------------------------------------------- */

static void
expect_slot(const part_t *p, const slot_t *slot)
{
    const char *of_bytes = field_of_bytes(p, slot);
    const char *field = of_bytes != NULL ? of_bytes : slot->field->shown;
    bool is_text = slot->field->type == TYPE_STRING, is_whole = p->length >= end_of(slot);
    unsigned length = p->length - slot->offset;
    char *value;

    if (p->length <= slot->offset)
        return;
    if (is_whole && of_bytes == NULL) {
        story_expect_slot(p->to, p->frame, p->draft, slot);
    } else if (of_bytes != NULL || (is_text && field != NULL)) {
        value = slot_shown(p->draft, slot);
        if (!is_whole) /* the part that is there */
            value[is_text ? length : 2 * length] = '\0';
        if (is_whole || !is_snapped(p))
            story_expect(p->to, p->frame, field, value);
    }
}

static void
expect_all(const part_t *p)
{
    story_expect(p->to, p->frame, p->to->layout->name, NULL);
    for (unsigned i = 0; i < p->draft->slots->len; i++)
        expect_slot(p, p->draft->slots->pdata[i]);
    if (is_snapped(p))
        story_expect(p->to, p->frame, "_ws.short", NULL);
    else if (is_truncated(p))
        story_expect(p->to, p->frame, p->story->cut_words->pdata[2], NULL);
}

/* --- Frames --------------------------------------------------------------------- */

static void
add_frame(part_t *p, draft_t *draft)
{
    const GByteArray message = { draft->message->data, p->length };
    const GByteArray *sent = is_snapped(p) ? draft->message : &message;
    frame_t frame = { .bytes = headers_wrap(draft, p->to->carrier, sent),
                      .time = CAPTURE_START + p->to->frames->len * (SECOND / 100) };

    frame.original = frame.bytes->len;
    frame.kept = frame.original - sent->len + p->length;
    p->frame = story_add_frame(p->to, &frame);
    expect_all(p);
}

void
cut_message(story_t *s, draft_t *draft, unsigned first)
{
    story_t *stories[] = { s->cut_short, s->cut_snap };

    s->cut_messages++;
    for (unsigned i = 0; s->cut_words->len > 0 && i < G_N_ELEMENTS(stories); i++) {
        part_t p = { .story = s, .draft = draft, .first = first, .to = stories[i] };

        for (p.length = 1; p.length < draft->message->len; p.length++) {
            if (is_chosen(&p))
                add_frame(&p, draft);
        }
    }
}
