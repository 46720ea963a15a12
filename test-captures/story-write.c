/* story-write.c
 * The frames and expectations of a story as NAME.pcap or NAME.pcapng and
 * NAME.expect.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- The order in the file ------------------------------------------------- */

static int
compare_frames(const void *first, const void *second)
{
    const frame_t *a = *(const frame_t *const *)first, *b = *(const frame_t *const *)second;

    if (a->section != b->section)
        return a->section < b->section ? -1 : 1;
    if (a->time != b->time)
        return a->time < b->time ? -1 : 1;
    return a < b ? -1 : a > b; /* as the story has them */
}

/* `sorted`: by the time that each place's clock showed, as mergecap does. */
static frame_t **
in_order(story_t *s)
{
    frame_t **order = text_room(s->frame_count + 1, sizeof(frame_t *));

    for (unsigned i = 0; i < s->frame_count; i++)
        order[i] = &s->frames[i];
    if (s->sorted)
        qsort(order, s->frame_count, sizeof(frame_t *), compare_frames);
    for (unsigned i = 0; i < s->frame_count; i++)
        order[i]->number = i + 1;
    return order;
}

/* A label that is a number is the number of the first frame of its line. */
static void
check_label(const story_t *s, const transmission_t *t)
{
    const frame_t *first = &s->frames[t->first];
    uint64_t number;

    if (t->label != NULL && text_number(t->label, &number) && first->number != number)
        line_fail(first->line, "this is frame %u", first->number);
}

/* --- Expectations ------------------------------------------------------------ */

static const transmission_t *
labeled(const story_t *s, const scope_t *scope, const char *name, size_t length)
{
    for (; scope != NULL; scope = scope->parent) {
        for (unsigned i = scope->count; i-- > 0;) {
            const label_t *label = &scope->labels[i];

            if (strlen(label->name) == length && strncmp(label->name, name, length) == 0)
                return &s->transmissions[label->transmission];
        }
    }
    return NULL;
}

/* The frame of a message at `place`; -1: the first. */
static unsigned
frame_at(const story_t *s, const transmission_t *t, int place)
{
    for (unsigned f = t->first; f < t->first + t->frames; f++) {
        if ((int)s->frames[f].place == place)
            return s->frames[f].number;
    }
    return s->frames[t->first].number;
}

/* "LABEL" or "LABEL.PLACE"; without a place the one of the frame itself. */
static unsigned
label_number(const story_t *s, const expectation_t *e, const char *word)
{
    const frame_t *frame = &s->frames[e->frame];
    size_t length = strcspn(word, ".");
    const transmission_t *t = labeled(s, frame->scope, word, length);
    int place = (int)frame->place;

    if (t == NULL || t->frames == 0)
        line_fail(e->line, "no frame @%s", word);
    if (word[length] == '.') {
        for (place = 0; strcmp(s->places[place].name, word + length + 1) != 0; place++) {
            if (place + 1 == (int)s->place_count)
                line_fail(e->line, "no place %s", word + length + 1);
        }
    }
    return frame_at(s, t, place);
}

/* @prev, @-3, @+2, @LABEL as the number of a frame. */
static unsigned
reference(const story_t *s, const expectation_t *e, const char *word)
{
    const frame_t *frame = &s->frames[e->frame];

    if (strcmp(word, "prev") == 0) {
        if (frame->previous < 0)
            line_fail(e->line, "the node has sent nothing before");
        return s->frames[frame->previous].number;
    }
    if (word[0] == '#') /* worked out when the story was read */
        return s->frames[strtoul(word + 1, NULL, 10)].number;
    if (word[0] == '-' || word[0] == '+')
        return frame->number + (unsigned)strtol(word, NULL, 10);
    return label_number(s, e, word);
}

/* "@FIRST" or "@FIRST..@LAST": frames in a row. */
static void
write_frames(capture_t *capture, const story_t *s, const expectation_t *e)
{
    const char *dots = strstr(e->value, "..@");
    size_t length = dots != NULL ? (size_t)(dots - e->value) : strlen(e->value);
    unsigned first = reference(s, e, text_part(e->value + 1, length - 1));
    unsigned last = dots != NULL ? reference(s, e, dots + 3) : first;

    for (unsigned i = first; i <= last; i++)
        capture_expect(capture, s->frames[e->frame].number, e->field, "%u", i);
}

static void
write_value(capture_t *capture, const story_t *s, const expectation_t *e)
{
    unsigned frame = s->frames[e->frame].number;
    bool has_unit;
    int64_t time;

    if (e->value[0] == '@')
        write_frames(capture, s, e);
    else if (text_time(e->value, &time, &has_unit) && has_unit)
        capture_expect(capture, frame, e->field, "%s%" PRId64 ".%09" PRId64, time < 0 ? "-" : "",
                       (time < 0 ? -time : time) / SECOND, (time < 0 ? -time : time) % SECOND);
    else
        capture_expect(capture, frame, e->field, "%s", e->value);
}

static void
write_expectation(capture_t *capture, const story_t *s, const expectation_t *e)
{
    unsigned frame = s->frames[e->frame].number;

    if (e->kind == '!')
        capture_expect_absent(capture, frame, e->field);
    else if (e->kind == '?')
        capture_expect_open(capture, frame, e->field);
    else if (e->value == NULL)
        capture_expect_present(capture, frame, e->field);
    else
        write_value(capture, s, e);
}

static bool
is_in(const words_t *list, const char *word)
{
    for (unsigned i = 0; i < list->count; i++) {
        if (strcmp(list->words[i], word) == 0)
            return true;
    }
    return false;
}

/* With `fields`: what a message does not have must not be shown. */
void
story_bar_fields(capture_t *capture, const layout_t *layout)
{
    for (unsigned p = 0; p < layout->piece_count; p++) {
        for (unsigned i = 0; i < layout->pieces[p].count; i++) {
            const field_t *field = &layout->pieces[p].fields[i];

            if (field->shown != NULL)
                capture_expect_only(capture, field->shown);
            for (unsigned b = 0; b < field->bit_count; b++) {
                if (field->bits[b].shown != NULL)
                    capture_expect_only(capture, field->bits[b].shown);
            }
        }
    }
}

/* What a story does not write must not be found. */
static void
write_rules(capture_t *capture, const story_t *s)
{
    if (s->open_all && s->expectation_count == 0 && s->only.count == 0)
        return;
    if (s->all_fields)
        story_bar_fields(capture, s->layout);
    for (unsigned i = 0; i < s->layout->analysis.count && !s->open_all; i++) {
        if (!is_in(&s->open, s->layout->analysis.words[i]))
            capture_expect_only(capture, s->layout->analysis.words[i]);
    }
    for (unsigned i = 0; i < s->only.count; i++)
        capture_expect_only(capture, s->only.words[i]);
    for (unsigned i = 0; i < s->layout->forward.count; i++)
        capture_expect_forward(capture, s->layout->forward.words[i]);
    for (unsigned i = 0; i < s->forward.count; i++)
        capture_expect_forward(capture, s->forward.words[i]);
}

/* --- The files --------------------------------------------------------------- */

static void
begin_section(capture_t *capture, const story_t *s)
{
    interface_t interfaces[32];

    for (unsigned i = 0; i < s->place_count; i++) {
        const place_t *place = &s->places[i];

        interfaces[i] = (interface_t){
            .name = place->interface,
            .linktype = headers_link_type(place->carrier.count > 0 ? &place->carrier
                                                                   : &s->carrier),
            .snap_length = place->snap,
        };
    }
    capture_section(capture, s->place_count, interfaces);
}

static capture_t *
open_capture(const story_t *s)
{
    int linktype = headers_link_type(&s->carrier);
    capture_t *capture;

    if (s->places[0].interface == NULL)
        return (s->micro ? capture_open_micro : capture_open)(s->folder, s->name, linktype);
    capture = capture_open_pcapng(s->folder, s->name);
    begin_section(capture, s);
    for (unsigned i = 0; i < s->place_count; i++) {
        if (s->places[i].apart != NULL)
            capture_apart(capture, i, s->places[i].apart, linktype);
    }
    return capture;
}

static void
write_frame(capture_t *capture, const story_t *s, const frame_t *f)
{
    static packet_t packet;
    unsigned interface = s->places[0].interface == NULL ? 0 : f->place;

    packet_clear(&packet);
    packet_bytes(&packet, f->bytes, f->length);
    capture_add_frame(capture, interface, f->time, &packet, f->kept, f->original);
}

/* Tables that tests compare as a whole: the words of `truth`, with tabs. */
static void
write_truths(const story_t *s)
{
    char *path = text_join(text_join(s->folder, "/"), text_join(s->name, ".truth"));
    FILE *file = s->truth_count > 0 ? fopen(path, "w") : NULL;

    if (s->truth_count == 0)
        return;
    if (file == NULL)
        fail("cannot write %s", path);
    for (unsigned i = 0; i < s->truth_count; i++) {
        for (unsigned w = 1; w < s->truths[i].count; w++)
            fprintf(file, "%s%s", w > 1 ? "\t" : "", s->truths[i].words[w]);
        fputc('\n', file);
    }
    if (fclose(file) != 0)
        fail("cannot write %s", path);
}

void
story_write(story_t *s)
{
    capture_t *capture = open_capture(s);
    frame_t **order = in_order(s);

    for (unsigned i = 0; i < s->frame_count; i++) {
        if (i > 0 && order[i]->section != order[i - 1]->section)
            begin_section(capture, s);
        write_frame(capture, s, order[i]);
        check_label(s, &s->transmissions[order[i]->transmission]);
    }
    write_rules(capture, s);
    for (unsigned i = 0; i < s->expectation_count; i++)
        write_expectation(capture, s, &s->expectations[i]);
    write_truths(s);
    capture_close(capture);
    free(order);
}
