/* story-write.c
 * The frames and expectations of a story as NAME.pcap or NAME.pcapng and
 * NAME.expect.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <inttypes.h>
#include <stdlib.h>

/* --- What is kept until the end ------------------------------------------- */

story_t *
story_new(const char *folder, const char *name)
{
    story_t *s = g_new0(story_t, 1);
    GPtrArray **lists[] = { &s->carrier, &s->open, &s->only, &s->forward,
                            &s->truths, &s->nodes, &s->places, &s->frames,
                            &s->expectations };

    s->folder = folder;
    s->name = name;
    s->start = CAPTURE_START;
    s->scope = story_scope(NULL);
    s->lets = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < G_N_ELEMENTS(lists); i++)
        *lists[i] = g_ptr_array_new();
    return s;
}

scope_t *
story_scope(const scope_t *parent)
{
    scope_t *scope = g_new(scope_t, 1);

    *scope = (scope_t){ parent, g_hash_table_new(g_str_hash, g_str_equal) };
    return scope;
}

transmission_t *
story_labeled(const scope_t *scope, const char *label)
{
    transmission_t *found = NULL;

    for (; found == NULL && scope != NULL; scope = scope->parent)
        found = g_hash_table_lookup(scope->labels, label);
    return found;
}

expectation_t *
story_expect(story_t *s, const frame_t *frame, const char *field, const char *value)
{
    expectation_t *e = g_new0(expectation_t, 1);

    *e = (expectation_t){ .frame = frame, .field = field, .value = value };
    g_ptr_array_add(s->expectations, e);
    return e;
}

/* `field` shows `value`, if no line says anything about it. */
static void
expect_unless(story_t *s, const frame_t *frame, const char *field, const char *value)
{
    for (unsigned i = frame->said; i < s->expectations->len; i++) {
        const expectation_t *e = s->expectations->pdata[i];

        if (e->line != NULL && e->frame == frame && text_is(e->field, field))
            return;
    }
    story_expect(s, frame, field, value);
}

/* With `fields` what it has a name for (`->`), and what it shows in every story. */
void
story_expect_slot(story_t *s, const frame_t *frame, const draft_t *draft, const slot_t *slot)
{
    const field_t *field = slot->field;
    const char *value = slot_shown(draft, slot);
    /* A first fragment shows nothing: the message is in the last. */
    bool shows = s->all_fields && !g_str_has_prefix(draft_header(draft, "ip.fragment")->text, "0:");

    if (shows && field->shown != NULL && (value != NULL || field->type == TYPE_VMS_TIME))
        expect_unless(s, frame, field->shown, value);
    for (unsigned i = 0; shows && i < field->bits->len; i++) {
        const bits_t *bits = field->bits->pdata[i];
        uint64_t number = (slot->number & bits->mask) / (bits->mask & -bits->mask);

        if (bits->shown != NULL)
            expect_unless(s, frame, bits->shown, g_strdup_printf("%" PRIu64, number));
    }
    if (field->always != NULL && !s->open_all
        && (field->if_bits == NULL || draft_has_bits(draft, field->if_bits)))
        expect_unless(s, frame, field->always, value);
}

/* --- The order in the file ------------------------------------------------- */

static int
compare_frames(const void *first, const void *second)
{
    const frame_t *a = *(frame_t *const *)first, *b = *(frame_t *const *)second;

    if (a->section != b->section)
        return a->section < b->section ? -1 : 1;
    return a->time < b->time ? -1 : a->time > b->time;
}

/* A label that is a number is the number of the first frame of its line. */
static void
check_label(const transmission_t *sent)
{
    const frame_t *first;
    uint64_t number;

    if (sent == NULL || sent->label == NULL || !text_number(sent->label, &number))
        return;
    first = sent->frames->pdata[0];
    if (first->number != number)
        line_fail(sent->line, "this is frame %u", first->number);
}

/* `sorted`: by the time that each place's clock showed, as mergecap does; frames of
 * one time stay as the story has them. */
static void
number_frames(story_t *s)
{
    if (s->sorted)
        g_ptr_array_sort(s->frames, compare_frames);
    for (unsigned i = 0; i < s->frames->len; i++)
        ((frame_t *)s->frames->pdata[i])->number = i + 1;
    for (unsigned i = 0; i < s->frames->len; i++)
        check_label(((frame_t *)s->frames->pdata[i])->sent);
}

/* --- Expectations ------------------------------------------------------------ */

/* "LABEL" or "LABEL.PLACE"; without a place the frame at that of this one, else the first. */
static unsigned
label_number(const story_t *s, const expectation_t *e, const char *word)
{
    char **parts = g_strsplit(word, ".", 2);
    const transmission_t *sent = story_labeled(e->frame->sent->scope, parts[0]);
    unsigned place = e->frame->place, f = 0;

    if (sent == NULL || sent->frames->len == 0)
        line_fail(e->line, "no frame @%s", word);
    if (parts[1] != NULL
        && !g_ptr_array_find(s->places, text_named(s->places, parts[1]), &place))
        line_fail(e->line, "no place %s", parts[1]);
    while (f < sent->frames->len && ((frame_t *)sent->frames->pdata[f])->place != place)
        f++;
    return ((frame_t *)sent->frames->pdata[f < sent->frames->len ? f : 0])->number;
}

/* "@-3", "@+2", "@LABEL" as the number of a frame. */
static unsigned
reference(const story_t *s, const expectation_t *e, const char *word)
{
    if (word[1] == '-' || word[1] == '+')
        return e->frame->number + (unsigned)strtol(word + 1, NULL, 10);
    return label_number(s, e, word + 1);
}

/* "@FIRST" or "@FIRST..@LAST": frames in a row. */
static void
write_frames(GString *text, const story_t *s, const expectation_t *e)
{
    char **ends = g_strsplit(e->frames, "..", 2);
    unsigned first = reference(s, e, ends[0]);
    unsigned last = ends[1] != NULL ? reference(s, e, ends[1]) : first;

    for (unsigned i = first; i <= last; i++)
        g_string_append_printf(text, "%u\t%s\t%u\n", e->frame->number, e->field, i);
}

static void
write_expectation(GString *text, const story_t *s, const expectation_t *e)
{
    unsigned number = e->frame->number;

    if (e->but != NULL)
        g_string_append_printf(text, "%s\t%u\t%s\n", e->but, number, e->field);
    else if (e->other != NULL)
        g_string_append_printf(text, "%u\t%s\t%u\n", number, e->field, e->other->number);
    else if (e->frames != NULL)
        write_frames(text, s, e);
    else
        g_string_append_printf(text, "%u\t%s\t%s\n", number, e->field,
                               e->value != NULL ? e->value : "");
}

static void
write_fields(GString *text, const char *rule, const GPtrArray *fields, const GPtrArray *but)
{
    for (unsigned i = 0; i < fields->len; i++) {
        if (but == NULL || !text_in(but, fields->pdata[i]))
            g_string_append_printf(text, "%s\t%s\n", rule, (char *)fields->pdata[i]);
    }
}

/* What a story does not write must not be found. */
static void
write_rules(GString *text, const story_t *s)
{
    if (s->all_fields)
        write_fields(text, "only", s->layout->shown, NULL);
    if (!s->open_all)
        write_fields(text, "only", s->layout->analysis, s->open);
    write_fields(text, "only", s->only, NULL);
    write_fields(text, "forward", s->forward, NULL);
}

/* --- The files --------------------------------------------------------------- */

static void
begin_section(capture_t *capture, const story_t *s)
{
    capture_section(capture);
    for (unsigned i = 0; i < s->places->len; i++) {
        const place_t *place = s->places->pdata[i];

        capture_interface(capture, place->interface, headers_link_type(s->layout, s->carrier),
                          place->snap);
    }
}

/* The frames of all places, or of one. */
static void
write_frames_of(capture_t *capture, const story_t *s, const place_t *place)
{
    unsigned section = UINT_MAX;

    for (unsigned i = 0; i < s->frames->len; i++) {
        const frame_t *f = s->frames->pdata[i];

        if (place != NULL && s->places->pdata[f->place] != place)
            continue;
        if (place == NULL && s->kind == CAPTURE_PCAPNG && f->section != section)
            begin_section(capture, s);
        section = f->section;
        capture_add(capture, f->place, f->time, f->bytes->data, f->kept, f->original);
    }
}

/* Beside the capture; nothing if there is no text. */
static void
write_text(const story_t *s, const char *ending, const GString *text)
{
    const char *path = g_strconcat(s->folder, "/", s->name, ending, NULL);

    if (text->len > 0 && !g_file_set_contents(path, text->str, (gssize)text->len, NULL))
        fail("cannot write %s", path);
}

static void
write_expectations(const story_t *s)
{
    GString *text = g_string_new(NULL);

    if (!s->open_all || s->expectations->len > 0 || s->only->len > 0)
        write_rules(text, s);
    for (unsigned i = 0; i < s->expectations->len; i++)
        write_expectation(text, s, s->expectations->pdata[i]);
    write_text(s, ".expect", text);
}

/* Tables that tests compare as a whole: the words of `truth`, with tabs. */
static void
write_truths(const story_t *s)
{
    GString *text = g_string_new(NULL);

    for (unsigned i = 0; i < s->truths->len; i++) {
        char **words = ((line_t *)s->truths->pdata[i])->words;

        g_string_append_printf(text, "%s\n", g_strjoinv("\t", words + 1));
    }
    write_text(s, ".truth", text);
}

void
story_write(story_t *s)
{
    int link = headers_link_type(s->layout, s->carrier);
    capture_t *capture = capture_open(s->folder, s->name, s->kind, link);

    number_frames(s);
    write_frames_of(capture, s, NULL);
    capture_close(capture);
    for (unsigned i = 0; i < s->places->len; i++) { /* as tcpdump would leave it there */
        const place_t *place = s->places->pdata[i];

        if (place->apart == NULL)
            continue;
        capture = capture_open(s->folder, place->apart, CAPTURE_MICRO, link);
        write_frames_of(capture, s, place);
        capture_close(capture);
    }
    write_expectations(s);
    write_truths(s);
}
