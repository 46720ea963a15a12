/* story.c
 * NAME.story, line by line; README.md describes the text.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALL_PLACES = 0xffffffff };

/* A line about a message, while it is read. */
typedef struct {
    story_t *story;
    const line_t *line;
    scope_t *scope;
    const char *label;
    draft_t *draft;
    uint32_t places;          /* bit p: it is seen at place p */
    int64_t extra[32];        /* by place: comes by so much later still */
    bool behind_at;           /* words are places now */
    unsigned transmission;
} event_t;

static bool
is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static void
add_word(words_t *list, const char *word)
{
    *(char **)list_add(&list->words, &list->count, sizeof(char *)) = text_join(word, "");
}

static void
add_words(words_t *list, const line_t *line, unsigned from)
{
    for (unsigned i = from; i < line->count; i++)
        add_word(list, line->words[i]);
}

static int64_t
time_word(const line_t *line, const char *word)
{
    int64_t time;

    if (!text_time(word, &time, NULL))
        line_fail(line, "no time: %s", word);
    return time;
}

/* --- Nodes and places -------------------------------------------------------- */

static node_t *
find_node(const story_t *s, const line_t *line, const char *name)
{
    for (unsigned i = 0; i < s->node_count; i++) {
        if (is(s->nodes[i].name, name))
            return &s->nodes[i];
    }
    line_fail(line, "no node %s", name);
}

/* The place of this name; -1: there is none. */
static int
find_place(const story_t *s, const char *name, size_t length)
{
    for (unsigned i = 0; i < s->place_count; i++) {
        if (strlen(s->places[i].name) == length && strncmp(s->places[i].name, name, length) == 0)
            return (int)i;
    }
    return -1;
}

static void
read_node(story_t *s, const line_t *line)
{
    node_t *node = list_add(&s->nodes, &s->node_count, sizeof *node);

    if (line->count < 2)
        line_fail(line, "a node has a name");
    node->name = line->words[1];
    add_words(&node->properties, line, 2);
}

/* nodes COUNT n{i} id={i} ... */
static void
read_nodes(story_t *s, const line_t *line)
{
    uint64_t count;

    if (!text_number(line->words[1], &count))
        line_fail(line, "no number: %s", line->words[1]);
    for (uint64_t i = 1; i <= count; i++) {
        node_t *node = list_add(&s->nodes, &s->node_count, sizeof *node);

        node->name = text_fill(line, line->words[2], (int64_t)i);
        for (unsigned w = 3; w < line->count; w++)
            add_word(&node->properties, text_fill(line, line->words[w], (int64_t)i));
    }
}

static void
set_place(place_t *place, const line_t *line, const char *name, const char *value)
{
    uint64_t snap;

    if (is(name, "name")) {
        place->interface = text_join(value, "");
    } else if (is(name, "apart")) {
        place->apart = text_join(value, "");
    } else if (is(name, "of")) {
        place->of = text_join(value, "");
    } else if (is(name, "delay")) {
        place->delay = time_word(line, value);
    } else if (is(name, "clock")) {
        place->clock = time_word(line, value);
    } else if (is(name, "snap") && text_number(value, &snap)) {
        place->snap = (unsigned)snap;
    } else if (is(name, "carrier")) {
        place->carrier.count = 0;
        text_split(&place->carrier, value);
    } else {
        line_fail(line, "a place has no %s=%s", name, value);
    }
}

static void
read_place(story_t *s, const line_t *line)
{
    place_t *place = list_add(&s->places, &s->place_count, sizeof *place);
    const char *value;
    char *name;

    if (line->count < 2 || s->place_count > 32)
        line_fail(line, "a place has a name, and there are at most 32");
    place->name = place->interface = line->words[1];
    for (unsigned i = 2; i < line->count; i++) {
        if (!text_assignment(line->words[i], &name, &value))
            line_fail(line, "a place has no %s", line->words[i]);
        set_place(place, line, name, value);
    }
}

/* --- Expectations ------------------------------------------------------------ */

static const char *
full_name(const story_t *s, const line_t *line, const char *name)
{
    const char *full = layout_full_name(s->layout, name);

    if (full == NULL)
        line_fail(line, "no field, or several, with the name %s", name);
    return full;
}

/* "@last:NODE": its latest frame so far at the place of this frame. */
static const char *
latest_frame(const story_t *s, const line_t *line, unsigned frame, const char *name)
{
    const node_t *node = find_node(s, line, name);
    int last = node->last_frame != NULL ? node->last_frame[s->frames[frame].place] : 0;
    char number[16];

    if (last == 0)
        line_fail(line, "%s has sent nothing before", name);
    snprintf(number, sizeof number, "@#%d", last - 1);
    return text_join(number, "");
}

/* "field=value", "field", "!field", "?field" for one frame. */
static void
expect(story_t *s, const line_t *line, unsigned frame, const char *word)
{
    expectation_t *e = list_add(&s->expectations, &s->expectation_count, sizeof *e);
    const char *value = NULL;
    char *name;

    e->line = line;
    e->frame = frame;
    e->kind = word[0] == '!' || word[0] == '?' ? word[0] : '=';
    if (e->kind != '=' || !text_assignment(word, &name, &value))
        name = text_join(word + (e->kind != '='), "");
    e->field = full_name(s, line, name);
    e->value = value;
    if (value != NULL && strncmp(value, "@last:", 6) == 0)
        e->value = latest_frame(s, line, frame, value + 6);
}

static const line_t *
let(const story_t *s, const char *name)
{
    for (unsigned i = 0; i < s->lets.count; i += 2) {
        if (is(s->lets.words[i], name))
            return (const line_t *)s->lets.words[i + 1];
    }
    return NULL;
}

/* `$name` stands for the words of `let name = ...`. */
static void
expand(const story_t *s, const line_t *line, words_t *list)
{
    for (unsigned i = 0; i < line->count; i++) {
        const line_t *words = line->words[i][0] == '$' ? let(s, line->words[i] + 1) : NULL;

        if (words == NULL && line->words[i][0] == '$')
            line_fail(line, "no `let` for %s", line->words[i]);
        for (unsigned w = 3; words != NULL && w < words->count; w++)
            add_word(list, text_fill(line, words->words[w], s->round));
        if (words == NULL)
            add_word(list, text_fill(line, line->words[i], s->round));
    }
}

/* What must be found in the frames of an event: at all places, or at `place`. */
static void
expect_words(event_t *e, const line_t *line, const words_t *words, unsigned from, int place)
{
    const transmission_t *t = &e->story->transmissions[e->transmission];
    bool met = false;

    for (unsigned f = t->first; f < t->first + t->frames; f++) {
        if (place >= 0 && e->story->frames[f].place != (unsigned)place)
            continue;
        met = true;
        for (unsigned i = from; i < words->count; i++)
            expect(e->story, line, f, words->words[i]);
    }
    if (!met && from < words->count)
        line_fail(line, "nothing is seen where something must be found");
}

/* The expectations that the words of a line made for one frame. */
typedef struct {
    const line_t *line;
    unsigned frame;
    unsigned first, end;
} written_t;

/* `field` shows `value`, if the line itself says nothing about it. */
static void
expect_unless(story_t *s, const written_t *written, const char *field, const char *value)
{
    expectation_t *x;

    for (unsigned i = written->first; i < written->end; i++) {
        if (s->expectations[i].frame == written->frame && is(s->expectations[i].field, field))
            return;
    }
    x = list_add(&s->expectations, &s->expectation_count, sizeof *x);
    *x = (expectation_t){ .line = written->line, .frame = written->frame, .kind = '=',
                          .field = field, .value = value };
}

/* With `fields`: what the layout's table has a name for (`->`). */
static void
expect_field(story_t *s, const draft_t *draft, const slot_t *slot, const written_t *written)
{
    const char *value = slot->field->shown != NULL ? slot_shown(draft, slot) : NULL;
    char number[24];

    if (value != NULL || (slot->field->shown != NULL && slot->field->type == TYPE_VMS_TIME))
        expect_unless(s, written, slot->field->shown, value);
    for (unsigned i = 0; i < slot->field->bit_count; i++) {
        const bits_t *bits = &slot->field->bits[i];

        if (bits->shown == NULL)
            continue;
        snprintf(number, sizeof number, "%llu",
                 (unsigned long long)((slot->number & bits->mask) / (bits->mask & -bits->mask)));
        expect_unless(s, written, bits->shown, text_join(number, ""));
    }
}

/* What a field shows in every story. */
static void
expect_always(story_t *s, const draft_t *draft, const slot_t *slot, const written_t *written)
{
    const field_t *field = slot->field;

    if (field->always != NULL
        && (field->if_bits == NULL || draft_has_bits(draft, field->if_bits)))
        expect_unless(s, written, field->always, slot_shown(draft, slot));
}

static void
expect_fields(event_t *e, unsigned first)
{
    const transmission_t *t = &e->story->transmissions[e->transmission];
    /* A first fragment shows nothing: the message is in the last. */
    bool is_first = strncmp(draft_header(e->draft, "ip.fragment")->text, "0:", 2) == 0;
    written_t written = { .line = e->line, .first = first, .end = e->story->expectation_count };

    for (written.frame = t->first; written.frame < t->first + t->frames; written.frame++) {
        for (unsigned i = 0; i < e->draft->count; i++) {
            if (e->story->all_fields && !is_first)
                expect_field(e->story, e->draft, &e->draft->slots[i], &written);
            if (!e->story->open_all)
                expect_always(e->story, e->draft, &e->draft->slots[i], &written);
        }
    }
}

/* --- Frames ------------------------------------------------------------------ */

static unsigned
smaller(unsigned a, unsigned b)
{
    return b != 0 && b < a ? b : a;
}

static bool
is_of(const place_t *place, const node_t *node)
{
    return place->of != NULL && is(place->of, node->name);
}

/* A switch brings to a node what is for all or for it. */
static bool
passes_by(const event_t *e, const place_t *place)
{
    bool for_all = draft_header(e->draft, "eth.dst")->bytes[0] & 1;

    return place->of != NULL && !for_all && !is_of(place, e->draft->from)
           && !is_of(place, e->draft->to);
}

static void
see(event_t *e, unsigned place)
{
    static packet_t packet;
    story_t *s = e->story;
    const place_t *at = &s->places[place];
    frame_t *f = list_add(&s->frames, &s->frame_count, sizeof *f);
    node_t *from = e->draft->from;
    unsigned length = (unsigned)draft_header(e->draft, "frame.len")->number;
    words_t own = { 0 };

    text_split(&own, draft_header(e->draft, "frame.carrier")->text);
    if (own.count == 0)
        own = at->carrier.count > 0 ? at->carrier : s->carrier;
    headers_wrap(e->draft, &own, &packet);
    *f = (frame_t){ .line = e->line, .section = s->section, .place = place,
                    .time = s->now + (is_of(at, from) ? 0 : at->delay) + at->clock
                            + e->extra[place],
                    .length = packet.length, .original = length != 0 ? length : packet.length,
                    .transmission = e->transmission, .scope = e->scope };
    f->bytes = (uint8_t *)text_part((const char *)packet.bytes, packet.length);
    f->kept = smaller(smaller(packet.length, at->snap),
                      (unsigned)draft_header(e->draft, "frame.snap")->number);
    if (from->last_frame == NULL)
        from->last_frame = text_room(s->place_count, sizeof *from->last_frame);
    f->previous = from->last_frame[place] - 1;
    from->last_frame[place] = (int)s->frame_count;
}

/* The message goes out. */
static void
transmit(event_t *e)
{
    story_t *s = e->story;
    transmission_t *t = list_add(&s->transmissions, &s->transmission_count, sizeof *t);

    draft_encode(e->draft);
    *t = (transmission_t){ .draft = e->draft, .label = e->label, .first = s->frame_count };
    e->transmission = s->transmission_count - 1;
    for (unsigned p = 0; p < s->place_count; p++) {
        if (e->places >> p & 1 && !(e->places == ALL_PLACES && passes_by(e, &s->places[p])))
            see(e, p);
    }
    s->transmissions[e->transmission].frames = s->frame_count - t->first;
    if (e->label != NULL) {
        label_t *label = list_add(&e->scope->labels, &e->scope->count, sizeof *label);

        *label = (label_t){ .name = e->label, .transmission = e->transmission };
    }
}

/* --- The words of an event ---------------------------------------------------- */

static const transmission_t *
find_transmission(const event_t *e, const char *name)
{
    for (const scope_t *scope = e->scope; scope != NULL; scope = scope->parent) {
        for (unsigned i = scope->count; i-- > 0;) {
            if (is(scope->labels[i].name, name))
                return &e->story->transmissions[scope->labels[i].transmission];
        }
    }
    line_fail(e->line, "no line %s before this one", name);
}

/* "PLACE" or "PLACE+20us"; "nowhere". */
static void
see_at(event_t *e, const line_t *line, const char *word)
{
    size_t length = strcspn(word, "+");
    int place = find_place(e->story, word, length);

    if (is(word, "nowhere"))
        return;
    if (place < 0)
        line_fail(line, "no place %s", word);
    e->places |= 1u << place;
    if (word[length] == '+')
        e->extra[place] = time_word(line, word + length);
}

static void
message_word(event_t *e, const line_t *line, const char *word)
{
    if (is(word, "at")) {
        e->behind_at = true;
        e->places = 0;
    } else if (e->behind_at) {
        see_at(e, line, word);
    } else {
        draft_word(e->draft, word);
    }
}

/* FROM > TO MESSAGE, or `again @LABEL`; returns the next word's place. */
static unsigned
begin_message(event_t *e, const words_t *words, unsigned i)
{
    static packet_t packet;
    story_t *s = e->story;
    draft_t *d = text_room(1, sizeof *d);

    e->draft = d;
    *d = (draft_t){ .layout = s->layout, .line = e->line, .start = s->start, .now = s->now,
                    .packet = &packet };
    if (i + 1 < words->count && is(words->words[i], "again")) {
        const char *label = words->words[i + 1];
        const transmission_t *t = find_transmission(e, label + (label[0] == '@'));

        d->from = t->draft->from;
        d->to = t->draft->to;
        draft_again(d, t->draft);
        return i + 2;
    }
    if (i + 3 >= words->count || !is(words->words[i + 1], ">"))
        line_fail(e->line, "FROM > TO MESSAGE is expected");
    d->from = find_node(s, e->line, words->words[i]);
    d->to = find_node(s, e->line, words->words[i + 2]);
    draft_begin(d, words->words[i + 3]);
    return i + 4;
}

static unsigned
read_message_words(event_t *e, const line_t *line, const words_t *words, unsigned i)
{
    e->behind_at = false;
    for (; i < words->count && !is(words->words[i], "|"); i++)
        message_word(e, line, words->words[i]);
    return i + 1;
}

/* A line that begins "PLACE |" is about this place only. */
static int
about_place(const story_t *s, const words_t *words)
{
    return words->count > 1 && is(words->words[1], "|")
               ? find_place(s, words->words[0], strlen(words->words[0])) : -1;
}

/* Only a line with a label can be sent again. */
static void
end_event(event_t *e)
{
    if (e->label != NULL)
        return;
    free(e->draft->slots);
    free(e->draft);
    e->story->transmissions[e->transmission].draft = NULL;
}

/* The line and the `count` lines that are indented below it. */
static void
play_event(event_t *e, const line_t *lines, unsigned count, unsigned word)
{
    words_t *words = text_room(count + 1, sizeof *words);
    unsigned *behind = text_room(count + 1, sizeof *behind);
    unsigned first = e->story->expectation_count;

    e->places = ALL_PLACES;
    for (unsigned i = 0; i <= count; i++) {
        expand(e->story, &lines[i], &words[i]);
        if (i == 0)
            word = begin_message(e, words, word);
        if (i == 0 || about_place(e->story, &words[i]) < 0)
            behind[i] = read_message_words(e, &lines[i], &words[i], i == 0 ? word : 0);
        else
            behind[i] = 2;
    }
    transmit(e);
    for (unsigned i = 0; i <= count; i++)
        expect_words(e, &lines[i], &words[i], behind[i],
                     i == 0 ? -1 : about_place(e->story, &words[i]));
    if (e->story->cut_short != NULL)
        cut_message(e->story, e->draft, first);
    expect_fields(e, first);
    free(words);
    free(behind);
    end_event(e);
}

/* --- The timeline -------------------------------------------------------------- */

static unsigned play_line(story_t *s, scope_t *scope, const line_t *lines, unsigned count,
                          int64_t base);

/* Lines of one indentation. */
static void /* NOLINTNEXTLINE(misc-no-recursion): an `every` may be inside another */
play(story_t *s, scope_t *scope, const line_t *lines, unsigned count, int64_t base)
{
    for (unsigned i = 0; i < count;)
        i += play_line(s, scope, lines + i, count - i, base);
}

/* TIME every PERIOD x COUNT: and the lines below it, over and over. */
static void /* NOLINTNEXTLINE(misc-no-recursion) */
play_every(story_t *s, scope_t *scope, const line_t *line, unsigned word, const line_t *lines,
           unsigned count, int64_t base)
{
    int64_t period, outer = s->round;
    char *end;
    unsigned long times;

    if (word + 3 >= line->count || !is(line->words[word + 2], "x"))
        line_fail(line, "TIME every PERIOD x COUNT: is expected");
    period = time_word(line, line->words[word + 1]);
    times = strtoul(line->words[word + 3], &end, 10);
    if (*end != ':')
        line_fail(line, "a number and ':' are expected, not %s", line->words[word + 3]);
    for (unsigned long i = 0; i < times; i++) {
        scope_t *round = text_room(1, sizeof *round);

        round->parent = scope;
        s->round = (int64_t)i + 1;
        s->now = base + (int64_t)i * period;
        play(s, round, lines, count, s->now);
    }
    s->round = outer;
}

/* [LABEL:] TIME: sets the clock and returns the next word's place. */
static unsigned
read_start(story_t *s, const line_t *line, int64_t base, const char **label)
{
    const char *first = line->words[0];
    size_t length = strlen(first);
    unsigned i = 0;
    int64_t time;

    if (length > 1 && first[length - 1] == ':') {
        *label = text_part(first, length - 1);
        i++;
    }
    if (i >= line->count)
        line_fail(line, "a time is expected");
    time = time_word(line, line->words[i]);
    s->now = line->words[i][0] == '+' || line->words[i][0] == '-' ? s->now + time : base + time;
    return i + 1;
}

/* A line and all below it that is indented further; returns their number. */
static unsigned /* NOLINTNEXTLINE(misc-no-recursion) */
play_line(story_t *s, scope_t *scope, const line_t *lines, unsigned count, int64_t base)
{
    event_t e = { .story = s, .line = lines, .scope = scope };
    unsigned below = 0, word;

    while (below + 1 < count && lines[below + 1].indent > lines->indent)
        below++;
    if (is(lines->words[0], "section")) {
        s->section++;
        return 1;
    }
    word = read_start(s, lines, base, &e.label);
    if (word < lines->count && is(lines->words[word], "every"))
        play_every(s, scope, lines, word, lines + 1, below, s->now);
    else
        play_event(&e, lines, below, word);
    return 1 + below;
}

/* --- The head of the story ------------------------------------------------------ */

static void
read_layout_line(story_t *s, const line_t *line)
{
    s->layout = layout_read(s->layouts, line->words[1]);
    s->carrier = s->layout->carrier;
}

static void
read_capture(story_t *s, const line_t *line)
{
    for (unsigned i = 1; i < line->count; i++) {
        if (is(line->words[i], "micro"))
            s->micro = true;
        else if (is(line->words[i], "sorted"))
            s->sorted = true;
        else
            line_fail(line, "a capture is not %s", line->words[i]);
    }
}

static void
read_carrier(story_t *s, const line_t *line)
{
    s->carrier = (words_t){ 0 };
    add_words(&s->carrier, line, 1);
}

static void
read_time_of_start(story_t *s, const line_t *line)
{
    s->start = time_word(line, line->words[1]);
}

static void
read_fields(story_t *s, const line_t *line)
{
    (void)line;
    s->all_fields = true;
}

static void
read_open(story_t *s, const line_t *line)
{
    s->open_all = is(line->words[1], "everything");
    for (unsigned i = 1; i < line->count && !s->open_all; i++)
        add_word(&s->open, full_name(s, line, line->words[i]));
}

static void
read_only(story_t *s, const line_t *line)
{
    add_words(&s->only, line, 1);
}

static void
read_forward(story_t *s, const line_t *line)
{
    add_words(&s->forward, line, 1);
}

/* let NAME = WORDS */
static void
read_let(story_t *s, const line_t *line)
{
    if (line->count < 4 || !is(line->words[2], "="))
        line_fail(line, "let NAME = WORDS is expected");
    *(const char **)list_add(&s->lets.words, &s->lets.count, sizeof(char *)) = line->words[1];
    *(const void **)list_add(&s->lets.words, &s->lets.count, sizeof(char *)) = line;
}

static void
read_cut(story_t *s, const line_t *line)
{
    add_words(&s->cut_words, line, 1);
}

static void
read_truth(story_t *s, const line_t *line)
{
    *(line_t *)list_add(&s->truths, &s->truth_count, sizeof *line) = *line;
}

static const struct {
    const char *name;
    void (*read)(story_t *s, const line_t *line);
    unsigned words;
} directives[] = {
    { "layout", read_layout_line, 2 }, { "capture", read_capture, 2 },
    { "carrier", read_carrier, 2 },    { "start", read_time_of_start, 2 },
    { "place", read_place, 2 },        { "node", read_node, 2 },
    { "nodes", read_nodes, 3 },
    { "fields", read_fields, 1 },      { "open", read_open, 2 },
    { "only", read_only, 2 },          { "let", read_let, 4 },
    { "truth", read_truth, 2 },        { "cut", read_cut, 4 },
    { "forward", read_forward, 2 },
};

static bool
read_directive(story_t *s, const line_t *line)
{
    for (unsigned i = 0; i < sizeof directives / sizeof directives[0]; i++) {
        if (!is(directives[i].name, line->words[0]))
            continue;
        if (line->count < directives[i].words)
            line_fail(line, "%s: words are missing", line->words[0]);
        if (s->layout == NULL && i > 0)
            line_fail(line, "the story begins with its layout");
        directives[i].read(s, line);
        return true;
    }
    return false;
}

/* FOLDER of the text, and its name without ".story". */
static void
read_path(story_t *s, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash != NULL ? slash + 1 : path;

    s->layouts = slash != NULL ? text_part(path, (size_t)(slash - path)) : ".";
    s->name = text_part(name, strcspn(name, "."));
}

void
make_from_story(const char *path, const char *folder)
{
    story_t s = { .folder = folder, .start = CAPTURE_START };
    scope_t *scope = text_room(1, sizeof *scope);
    text_t text = text_read(path);
    unsigned i = 0;

    read_path(&s, path);
    while (i < text.count && read_directive(&s, &text.lines[i]))
        i++;
    if (i == text.count)
        fail("%s: a story without a message", path);
    if (s.place_count == 0) { /* a pcap file */
        place_t *only = list_add(&s.places, &s.place_count, sizeof *only);

        only->name = "";
    }
    s.now = s.start;
    cut_open(&s);
    play(&s, scope, text.lines + i, text.count - i, s.start);
    story_write(&s);
    cut_close(&s);
}
