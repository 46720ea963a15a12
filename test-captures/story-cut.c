/* story-cut.c
 * The messages of a story once more, each at many lengths: as datagrams that
 * end too early, and as frames of which the capture holds the start.  The line
 * `cut SHORT SNAP TRUNCATED FIELD ...` of the head asks for it.
 *
 * A field of the layout's table is there in full or not at all; only a text
 * that ends a message, and bytes behind it, are shown as far as they go.
 * Lengths for which no document says what a message shows are left out.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <stdio.h>
#include <string.h>

/* One message, cut at one length. */
typedef struct {
    const story_t *story;
    const draft_t *draft;
    unsigned first;   /* expectation of the whole message */
    unsigned length;
    bool snap;        /* the capture ends, not the datagram */
    capture_t *capture;
    unsigned frame;
} cut_t;

void
cut_open(story_t *s)
{
    const words_t *words = &s->cut_words;
    int link = headers_link_type(&s->carrier);

    if (words->count == 0)
        return;
    s->cut_short = capture_open(s->folder, words->words[0], link);
    s->cut_snap = capture_open(s->folder, words->words[1], link);
    for (unsigned i = 0; i < 2; i++) {
        capture_t *capture = i == 0 ? s->cut_short : s->cut_snap;

        story_bar_fields(capture, s->layout);
        for (unsigned w = 2; w < words->count; w++)
            capture_expect_only(capture, words->words[w]);
        for (unsigned w = 0; w < s->only.count; w++)
            capture_expect_only(capture, s->only.words[w]);
    }
    capture_expect_only(s->cut_snap, "_ws.malformed");
}

void
cut_close(story_t *s)
{
    if (s->cut_short == NULL)
        return;
    capture_close(s->cut_short);
    capture_close(s->cut_snap);
}

/* --- What a length means ------------------------------------------------------- */

static unsigned
end_of(const slot_t *slot)
{
    return slot->offset + slot->length;
}

/* Bytes that a story appends: the field that its line expects to show them. */
static const char *
field_of_bytes(const cut_t *c, const slot_t *slot)
{
    char *digits = slot->field->name[0] == '\0' ? slot_shown(c->draft, slot) : NULL;

    for (unsigned i = c->first; digits != NULL && i < c->story->expectation_count; i++) {
        const expectation_t *e = &c->story->expectations[i];

        if (e->value != NULL && strcmp(e->value, digits) == 0)
            return e->field;
    }
    return NULL;
}

static bool
may_miss(const cut_t *c, const slot_t *slot)
{
    return slot->is_header || slot->field->ending == 'm' || field_of_bytes(c, slot) != NULL;
}

static bool
is_truncated(const cut_t *c)
{
    unsigned last = c->draft->count;

    for (unsigned i = 0; i < c->draft->count; i++) {
        const slot_t *slot = &c->draft->slots[i];

        if (slot->field->ending == 'e' && end_of(slot) == c->length)
            return false;
    }
    while (last > 1 && may_miss(c, &c->draft->slots[last - 1]))
        last--;
    return c->length < end_of(&c->draft->slots[last - 1]);
}

/* True if a document says what the field shows in a message of this length. */
static bool
is_decided(const cut_t *c, const slot_t *slot)
{
    unsigned length = c->length;

    if (slot->is_header || length >= end_of(slot) || length < slot->offset)
        return true;
    if (slot->field->ending == 'r')
        return false;
    if (slot->field->type == TYPE_STRING && length == slot->offset)
        return c->snap; /* a text without text or NUL */
    if (slot->field->type == TYPE_TEXT && slot->field->size != 0) /* whole, but for stale bytes */
        return length < slot->offset + strlen(slot->text) + 1;
    return !c->snap || length == slot->offset || field_of_bytes(c, slot) == NULL;
}

/* Some lengths of each message, in turn, and all near its end. */
static bool
is_chosen(const cut_t *c, unsigned whole)
{
    if (c->length + 8 < whole && (c->length + c->story->transmission_count) % 3 != 0)
        return false;
    for (unsigned i = 0; i < c->draft->count; i++) {
        if (!is_decided(c, &c->draft->slots[i]))
            return false;
    }
    return true;
}

/* --- What is found -------------------------------------------------------------- */

static void
expect_bits(const cut_t *c, const slot_t *slot)
{
    for (unsigned i = 0; i < slot->field->bit_count; i++) {
        const bits_t *bits = &slot->field->bits[i];

        if (bits->shown != NULL)
            capture_expect(c->capture, c->frame, bits->shown, "%llu",
                           (unsigned long long)((slot->number & bits->mask)
                                                / (bits->mask & -bits->mask)));
    }
}

/* The part of a text or of bytes that is there. */
static void
expect_part(const cut_t *c, const slot_t *slot, const char *field)
{
    unsigned length = c->length - slot->offset;

    if (slot->field->type == TYPE_STRING)
        capture_expect(c->capture, c->frame, field, "%.*s", (int)length, slot->text);
    else
        capture_expect(c->capture, c->frame, field, "%.*s", (int)(2 * length),
                       slot_shown(c->draft, slot));
}

static void
expect_slot(const cut_t *c, const slot_t *slot)
{
    const char *field = field_of_bytes(c, slot), *value;
    bool is_open = slot->field->type == TYPE_STRING || field != NULL;

    if (field == NULL)
        field = slot->field->shown;
    if (slot->is_header || c->length <= slot->offset)
        return;
    if (c->length < end_of(slot)) {
        if (is_open && field != NULL && !c->snap)
            expect_part(c, slot, field);
        return;
    }
    value = field != NULL ? slot_shown(c->draft, slot) : NULL;
    if (value != NULL)
        capture_expect(c->capture, c->frame, field, "%s", value);
    expect_bits(c, slot);
}

static void
expect_all(const cut_t *c)
{
    capture_expect_present(c->capture, c->frame, c->story->layout->protocol);
    for (unsigned i = 0; i < c->draft->count; i++)
        expect_slot(c, &c->draft->slots[i]);
    if (c->snap)
        capture_expect_present(c->capture, c->frame, "_ws.short");
    else if (is_truncated(c))
        capture_expect_present(c->capture, c->frame, c->story->cut_words.words[2]);
}

/* --- Frames --------------------------------------------------------------------- */

/* The headers of the message, without Ethernet's padding. */
static words_t
bare_carrier(const story_t *s, const draft_t *draft)
{
    const char *own = draft_header(draft, "frame.carrier")->text;
    words_t carrier = { 0 };

    if (*own != '\0')
        text_split(&carrier, own);
    for (unsigned i = 0; *own == '\0' && i < s->carrier.count; i++) {
        if (strncmp(s->carrier.words[i], "pad", 3) != 0)
            text_split(&carrier, s->carrier.words[i]);
    }
    return carrier;
}

static void
add_cut(cut_t *c, draft_t *draft, unsigned whole)
{
    static packet_t frame;
    words_t carrier = bare_carrier(c->story, draft);
    int64_t time = CAPTURE_START + capture_frames(c->capture) * 10 * MILLISECOND;

    draft->packet->length = c->snap ? whole : c->length;
    headers_wrap(draft, &carrier, &frame);
    c->frame = capture_add_frame(c->capture, 0, time, &frame,
                                 frame.length - draft->packet->length + c->length, frame.length);
    draft->packet->length = whole;
    expect_all(c);
}

void
cut_message(story_t *s, draft_t *draft, unsigned first)
{
    unsigned whole = draft->packet->length;

    for (unsigned i = 0; i < 2; i++) {
        cut_t c = { .story = s, .draft = draft, .first = first, .snap = i == 1,
                    .capture = i == 1 ? s->cut_snap : s->cut_short };

        for (c.length = 1; c.length < whole; c.length++) {
            if (is_chosen(&c, whole))
                add_cut(&c, draft, whole);
        }
    }
}
