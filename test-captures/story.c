/* story.c
 * NAME.story, line by line; README.md describes the text.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PLACES = 32, ALL_PLACES = 0xffffffff };

/* A line about a message, while it is read. */
typedef struct {
    story_t *story;
    cut_t *cut;
    const line_t *line;
    const scope_t *scope;
    draft_t *draft;
    transmission_t *sent;
    uint32_t places;          /* bit p: it is seen at place p */
    int64_t extra[PLACES];    /* by place: comes by so much later still */
} event_t;

static int64_t
time_word(const line_t *line, const char *word)
{
    int64_t time;

    if (!text_time(word, &time, NULL))
        line_fail(line, "no time: %s", word);
    return time;
}

static uint64_t
number_word(const line_t *line, const char *word)
{
    uint64_t number;

    if (!text_number(word, &number))
        line_fail(line, "no number: %s", word);
    return number;
}

/* --- Nodes and places -------------------------------------------------------- */

static node_t *
find_node(const story_t *s, const line_t *line, const char *name)
{
    node_t *node = text_named(s->nodes, name);

    if (node == NULL)
        line_fail(line, "no node %s", name);
    return node;
}

/* Words from that of the name on; `{i}` is the number of the node. */
static void
add_node(story_t *s, const line_t *line, unsigned word, int64_t number)
{
    node_t *node = g_new0(node_t, 1);
    const char *value;
    char *name;

    node->name = text_fill(line, line->words[word], number);
    node->properties = g_hash_table_new(g_str_hash, g_str_equal);
    node->counters = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_insert(node->properties, "name", (char *)node->name);
    while (++word < line->count) {
        if (!text_assignment(text_fill(line, line->words[word], number), &name, &value))
            line_fail(line, "a node has no %s", line->words[word]);
        g_hash_table_insert(node->properties, name, (char *)value);
    }
    g_ptr_array_add(s->nodes, node);
}

static void
read_node(story_t *s, const line_t *line)
{
    add_node(s, line, 1, 0);
}

/* nodes COUNT n{i} id={i} ... */
static void
read_nodes(story_t *s, const line_t *line)
{
    uint64_t count = number_word(line, line->words[1]);

    for (uint64_t i = 1; i <= count; i++)
        add_node(s, line, 2, (int64_t)i);
}

static void
read_place(story_t *s, const line_t *line)
{
    place_t *place = g_new0(place_t, 1);
    const char *value;
    char *name;

    s->is_pcapng = true;
    place->name = line->words[1];
    place->interface = place->name;
    g_ptr_array_add(s->places, place);
    if (s->places->len > PLACES)
        line_fail(line, "there are at most %u places", PLACES);
    for (unsigned i = 2; i < line->count; i++) {
        if (!text_assignment(line->words[i], &name, &value))
            line_fail(line, "a place has no %s", line->words[i]);
        if (text_is(name, "name"))
            place->interface = value;
        else if (text_is(name, "apart"))
            place->apart = value;
        else if (text_is(name, "of"))
            place->of = value;
        else if (text_is(name, "delay"))
            place->delay = time_word(line, value);
        else if (text_is(name, "snap"))
            place->snap = (unsigned)number_word(line, value);
        else
            line_fail(line, "a place has no %s=%s", name, value);
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

/* "@prev" and "@last:NODE": the sender's previous frame, and the latest one of a node
 * so far, both at the place of this frame; NULL for other words. */
static const frame_t *
frame_before(const story_t *s, const line_t *line, const frame_t *frame, const char *word)
{
    const node_t *node;

    if (text_is(word, "@prev")) {
        if (frame->previous == NULL)
            line_fail(line, "the node has sent nothing before");
        return frame->previous;
    }
    if (!g_str_has_prefix(word, "@last:"))
        return NULL;
    node = find_node(s, line, word + strlen("@last:"));
    if (node->last_frames == NULL || node->last_frames[frame->place] == NULL)
        line_fail(line, "%s has sent nothing before", node->name);
    return node->last_frames[frame->place];
}

/* Times as Wireshark prints them, other values as they are. */
static const char *
shown_value(const char *value)
{
    bool has_unit;
    int64_t time;

    if (!text_time(value, &time, &has_unit) || !has_unit)
        return value;
    return g_strdup_printf("%s%" PRId64 ".%09" PRId64, time < 0 ? "-" : "",
                           ABS(time) / SECOND, ABS(time) % SECOND);
}

/* "field=value", "field", "!field", "?field" for one frame. */
static void
expect(story_t *s, const line_t *line, const frame_t *frame, const char *word)
{
    bool has_sign = word[0] == '!' || word[0] == '?';
    const char *value = NULL;
    char *name;
    expectation_t *e;

    if (has_sign || !text_assignment(word, &name, &value))
        name = g_strdup(word + has_sign);
    e = story_expect(s, frame, full_name(s, line, name), value);
    e->line = line;
    if (has_sign) {
        e->kind = word[0] == '!' ? EXPECT_ABSENT : EXPECT_OPEN;
    } else if (value != NULL && value[0] == '@') {
        e->kind = EXPECT_FRAMES;
        e->other = frame_before(s, line, frame, value);
    } else if (value != NULL) {
        e->value = shown_value(value);
    }
}

/* The words of a line, filled in; `$name` stands for those of `let name = ...`. */
static GPtrArray *
expand(const story_t *s, const line_t *line)
{
    GPtrArray *words = g_ptr_array_new();

    for (unsigned i = 0; i < line->count; i++) {
        const line_t *let = NULL;

        for (unsigned l = 0; line->words[i][0] == '$' && l < s->lets->len; l++) {
            const line_t *other = s->lets->pdata[l];

            if (text_is(other->words[1], line->words[i] + 1))
                let = other;
        }
        if (let == NULL && line->words[i][0] == '$')
            line_fail(line, "no `let` for %s", line->words[i]);
        for (unsigned w = 3; let != NULL && w < let->count; w++)
            g_ptr_array_add(words, text_fill(line, let->words[w], s->round));
        if (let == NULL)
            g_ptr_array_add(words, text_fill(line, line->words[i], s->round));
    }
    return words;
}

/* What must be found in the frames of an event: at all places, or at `place`. */
static void
expect_words(event_t *e, const line_t *line, const GPtrArray *words, unsigned from,
             const place_t *place)
{
    bool met = false;

    for (unsigned f = 0; f < e->sent->frames->len; f++) {
        const frame_t *frame = e->sent->frames->pdata[f];

        if (place != NULL && e->story->places->pdata[frame->place] != place)
            continue;
        met = true;
        for (unsigned i = from; i < words->len; i++)
            expect(e->story, line, frame, words->pdata[i]);
    }
    if (!met && from < words->len)
        line_fail(line, "nothing is seen where something must be found");
}

/* `field` shows `value`, if the expectations between `first` and `end`, which are
 * those that the line has written, say nothing about it. */
static void
expect_unless(story_t *s, const frame_t *frame, unsigned first, unsigned end, const char *field,
              const char *value)
{
    for (unsigned i = first; i < end; i++) {
        const expectation_t *e = s->expectations->pdata[i];

        if (e->frame == frame && text_is(e->field, field))
            return;
    }
    story_expect(s, frame, field, value);
}

/* What the table of the layout says of a field: what it shows in every story, and
 * with `fields` what it has a name for (`->`). */
static void
expect_slot(event_t *e, const frame_t *frame, const slot_t *slot, unsigned first, unsigned end)
{
    const field_t *field = slot->field;
    const char *value = slot_shown(e->draft, slot);
    /* A first fragment shows nothing: the message is in the last. */
    bool shows = e->story->all_fields
                 && !g_str_has_prefix(draft_header(e->draft, "ip.fragment")->text, "0:");

    if (shows && field->shown != NULL && (value != NULL || field->type == TYPE_VMS_TIME))
        expect_unless(e->story, frame, first, end, field->shown, value);
    for (unsigned i = 0; shows && i < field->bits->len; i++) {
        const bits_t *bits = field->bits->pdata[i];

        if (bits->shown != NULL)
            expect_unless(e->story, frame, first, end, bits->shown, slot_shown_bits(slot, bits));
    }
    if (field->always != NULL && !e->story->open_all
        && (field->if_bits == NULL || draft_has_bits(e->draft, field->if_bits)))
        expect_unless(e->story, frame, first, end, field->always, value);
}

static void
expect_fields(event_t *e, unsigned first)
{
    unsigned end = e->story->expectations->len;

    for (unsigned f = 0; f < e->sent->frames->len; f++) {
        for (unsigned i = 0; i < e->draft->slots->len; i++)
            expect_slot(e, e->sent->frames->pdata[f], e->draft->slots->pdata[i], first, end);
    }
}

/* --- Frames ------------------------------------------------------------------ */

static bool
is_of(const place_t *place, const node_t *node)
{
    return g_strcmp0(place->of, node->name) == 0;
}

/* A switch brings to a node what is for all or for it. */
static bool
comes_to(const event_t *e, const place_t *place)
{
    bool for_all = draft_header(e->draft, "eth.dst")->address[0] & 1;

    return place->of == NULL || for_all || is_of(place, e->draft->from)
           || is_of(place, e->draft->to);
}

static unsigned
smaller(unsigned a, uint64_t b)
{
    return b != 0 && b < a ? (unsigned)b : a;
}

static void
see(event_t *e, unsigned place)
{
    story_t *s = e->story;
    const place_t *at = s->places->pdata[place];
    node_t *from = e->draft->from;
    unsigned original = (unsigned)draft_header(e->draft, "frame.len")->number;
    const char *own = draft_header(e->draft, "frame.carrier")->text;
    frame_t frame = { .line = e->line, .section = s->section, .place = place,
                      .time = s->now + (is_of(at, from) ? 0 : at->delay) + e->extra[place],
                      .sent = e->sent, .scope = e->scope };

    frame.bytes = headers_wrap(e->draft, *own != '\0' ? text_split(own) : s->carrier,
                               e->draft->message);
    frame.original = original != 0 ? original : frame.bytes->len;
    frame.kept = smaller(smaller(frame.bytes->len, at->snap),
                         draft_header(e->draft, "frame.snap")->number);
    if (from->last_frames == NULL)
        from->last_frames = g_new0(frame_t *, s->places->len);
    frame.previous = from->last_frames[place];
    from->last_frames[place] = story_add_frame(s, &frame);
    g_ptr_array_add(e->sent->frames, from->last_frames[place]);
}

/* The message goes out. */
static void
transmit(event_t *e)
{
    story_t *s = e->story;

    draft_encode(e->draft);
    e->sent->frames = g_ptr_array_new();
    for (unsigned p = 0; p < s->places->len; p++) {
        if (e->places == ALL_PLACES ? comes_to(e, s->places->pdata[p]) : e->places >> p & 1)
            see(e, p);
    }
    if (e->sent->label != NULL)
        g_hash_table_replace(e->scope->labels, (char *)e->sent->label, e->sent);
}

/* --- The words of an event ---------------------------------------------------- */

/* "PLACE" or "PLACE+20us"; "nowhere". */
static void
see_at(event_t *e, const line_t *line, const char *word)
{
    char **parts = g_strsplit(word, "+", 2);
    unsigned place;

    if (!text_is(word, "nowhere")) {
        if (!g_ptr_array_find(e->story->places, text_named(e->story->places, parts[0]), &place))
            line_fail(line, "no place %s", word);
        e->places |= 1u << place;
        if (parts[1] != NULL)
            e->extra[place] = time_word(line, parts[1]);
    }
    g_strfreev(parts);
}

/* FROM > TO MESSAGE, or `again @LABEL`; returns the next word's place. */
static unsigned
begin_message(event_t *e, const GPtrArray *words, unsigned i)
{
    story_t *s = e->story;
    draft_t *d = g_new0(draft_t, 1);

    e->draft = d;
    *d = (draft_t){ .layout = s->layout, .line = e->line, .start = s->start, .now = s->now };
    if (i + 1 < words->len && text_is(words->pdata[i], "again")) {
        const char *label = words->pdata[i + 1];
        const transmission_t *sent;

        label += label[0] == '@';
        sent = story_labeled(e->scope, label, strlen(label));
        if (sent == NULL)
            line_fail(e->line, "no line %s before this one", label);
        d->from = sent->draft->from;
        d->to = sent->draft->to;
        draft_again(d, sent->draft);
        return i + 2;
    }
    if (i + 3 >= words->len || !text_is(words->pdata[i + 1], ">"))
        line_fail(e->line, "FROM > TO MESSAGE is expected");
    d->from = find_node(s, e->line, words->pdata[i]);
    d->to = find_node(s, e->line, words->pdata[i + 2]);
    draft_begin(d, words->pdata[i + 3]);
    return i + 4;
}

/* The words of a message up to "|", and the places behind `at`; returns what follows. */
static unsigned
read_message(event_t *e, const line_t *line, const GPtrArray *words, unsigned i)
{
    bool behind_at = false;

    for (; i < words->len && !text_is(words->pdata[i], "|"); i++) {
        if (behind_at) {
            see_at(e, line, words->pdata[i]);
        } else if (text_is(words->pdata[i], "at")) {
            behind_at = true;
            e->places = 0;
        } else {
            draft_word(e->draft, words->pdata[i]);
        }
    }
    return i + 1;
}

/* A line that begins "PLACE |" is about this place only. */
static const place_t *
about_place(const story_t *s, const GPtrArray *words)
{
    return words->len > 1 && text_is(words->pdata[1], "|")
               ? text_named(s->places, words->pdata[0]) : NULL;
}

/* The line and the `count` lines that are indented below it. */
static void
play_event(event_t *e, const GPtrArray *lines, unsigned at, unsigned count, unsigned word)
{
    GPtrArray **words = g_new(GPtrArray *, count);
    unsigned *behind = g_new(unsigned, count), first = e->story->expectations->len;

    e->places = ALL_PLACES;
    for (unsigned i = 0; i < count; i++) {
        words[i] = expand(e->story, lines->pdata[at + i]);
        word = i == 0 ? begin_message(e, words[i], word) : 0;
        behind[i] = i > 0 && about_place(e->story, words[i]) != NULL
                        ? 2 : read_message(e, lines->pdata[at + i], words[i], word);
    }
    transmit(e);
    for (unsigned i = 0; i < count; i++) {
        expect_words(e, lines->pdata[at + i], words[i], behind[i],
                     i == 0 ? NULL : about_place(e->story, words[i]));
        g_ptr_array_unref(words[i]);
    }
    if (e->cut != NULL)
        cut_message(e->cut, e->draft, first);
    expect_fields(e, first);
    g_free(words);
    g_free(behind);
    if (e->sent->label != NULL)
        e->sent->draft = e->draft;
    else
        draft_free(e->draft); /* only a line with a label can be sent again */
}

/* --- The timeline -------------------------------------------------------------- */

/* Lines that are played, and may be inside an `every`. */
typedef struct {
    story_t *story;
    cut_t *cut;
    const GPtrArray *lines;
    const scope_t *scope;
    int64_t base;     /* the time 0 of these lines */
} block_t;

static void play(const block_t *block, unsigned first, unsigned end);

/* TIME every PERIOD x COUNT: and the lines below it, over and over. */
static void /* NOLINTNEXTLINE(misc-no-recursion): an `every` may be inside another */
play_every(const block_t *block, unsigned at, unsigned end, unsigned word)
{
    const line_t *line = block->lines->pdata[at];
    story_t *s = block->story;
    int64_t period, outer = s->round, base = s->now;
    uint64_t times;

    if (word + 3 >= line->count || !text_is(line->words[word + 2], "x")
        || !g_str_has_suffix(line->words[word + 3], ":"))
        line_fail(line, "TIME every PERIOD x COUNT: is expected");
    period = time_word(line, line->words[word + 1]);
    times = g_ascii_strtoull(line->words[word + 3], NULL, 10);
    for (uint64_t i = 0; i < times; i++) {
        scope_t *round = g_new(scope_t, 1);
        block_t inside = *block;

        *round = (scope_t){ block->scope, g_hash_table_new(g_str_hash, g_str_equal) };
        inside.scope = round;
        inside.base = s->now = base + (int64_t)i * period;
        s->round = (int64_t)i + 1;
        play(&inside, at + 1, end);
    }
    s->round = outer;
}

/* [LABEL:] TIME: sets the clock and returns the next word's place. */
static unsigned
read_start(const block_t *block, const line_t *line, const char **label)
{
    const char *first = line->words[0];
    story_t *s = block->story;
    unsigned i = strlen(first) > 1 && g_str_has_suffix(first, ":");
    int64_t time;

    if (i > 0)
        *label = g_strndup(first, strlen(first) - 1);
    if (i >= line->count)
        line_fail(line, "a time is expected");
    time = time_word(line, line->words[i]);
    s->now = time + (strchr("+-", line->words[i][0]) != NULL ? s->now : block->base);
    return i + 1;
}

/* A line and those below it that are indented further. */
static void /* NOLINTNEXTLINE(misc-no-recursion) */
play_line(const block_t *block, unsigned at, unsigned end)
{
    const line_t *line = block->lines->pdata[at];
    event_t e = { .story = block->story, .cut = block->cut, .line = line, .scope = block->scope };
    const char *label = NULL;
    unsigned word;

    if (text_is(line->words[0], "section")) {
        block->story->section++;
        return;
    }
    word = read_start(block, line, &label);
    if (word < line->count && text_is(line->words[word], "every")) {
        play_every(block, at, end, word);
        return;
    }
    e.sent = g_new0(transmission_t, 1);
    e.sent->label = label;
    play_event(&e, block->lines, at, end - at, word);
}

static void /* NOLINTNEXTLINE(misc-no-recursion) */
play(const block_t *block, unsigned first, unsigned end)
{
    for (unsigned at = first, next; at < end; at = next) {
        const line_t *line = block->lines->pdata[at];

        for (next = at + 1; next < end; next++) {
            if (((line_t *)block->lines->pdata[next])->indent <= line->indent)
                break;
        }
        play_line(block, at, next);
    }
}

/* --- The head of the story ------------------------------------------------------ */

static void
read_layout_line(story_t *s, const line_t *line)
{
    char *folder = g_path_get_dirname(line->path);

    s->layout = layout_read(folder, line->words[1]);
    s->carrier = s->layout->carrier;
    for (unsigned i = 0; i < s->layout->forward->len; i++)
        g_ptr_array_add(s->forward, s->layout->forward->pdata[i]);
}

static void
read_capture(story_t *s, const line_t *line)
{
    for (unsigned i = 1; i < line->count; i++) {
        if (text_is(line->words[i], "micro"))
            s->micro = true;
        else if (text_is(line->words[i], "sorted"))
            s->sorted = true;
        else
            line_fail(line, "a capture is not %s", line->words[i]);
    }
}

static void
read_carrier(story_t *s, const line_t *line)
{
    s->carrier = g_ptr_array_new();
    text_add(s->carrier, line, 1);
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
    s->open_all = text_is(line->words[1], "everything");
    for (unsigned i = 1; i < line->count && !s->open_all; i++)
        g_ptr_array_add(s->open, (char *)full_name(s, line, line->words[i]));
}

static void
read_only(story_t *s, const line_t *line)
{
    text_add(s->only, line, 1);
}

static void
read_forward(story_t *s, const line_t *line)
{
    text_add(s->forward, line, 1);
}

/* let NAME = WORDS */
static void
read_let(story_t *s, const line_t *line)
{
    if (!text_is(line->words[2], "="))
        line_fail(line, "let NAME = WORDS is expected");
    g_ptr_array_add(s->lets, (line_t *)line);
}

static void
read_cut(story_t *s, const line_t *line)
{
    text_add(s->cut, line, 1);
}

static void
read_truth(story_t *s, const line_t *line)
{
    g_ptr_array_add(s->truths, (line_t *)line);
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
    for (unsigned i = 0; i < G_N_ELEMENTS(directives); i++) {
        if (!text_is(directives[i].name, line->words[0]))
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

void
make_from_story(const char *path, const char *folder)
{
    char *name = g_path_get_basename(path);
    story_t *s = story_new(folder, name);
    scope_t scope = { NULL, g_hash_table_new(g_str_hash, g_str_equal) };
    block_t block = { .story = s, .lines = text_read(path), .scope = &scope };
    unsigned i = 0;

    name[strcspn(name, ".")] = '\0';
    s->start = CAPTURE_START;
    while (i < block.lines->len && read_directive(s, block.lines->pdata[i]))
        i++;
    if (i == block.lines->len)
        fail("%s: a story without a message", path);
    if (!s->is_pcapng) {
        place_t *only = g_new0(place_t, 1);

        only->name = "";
        g_ptr_array_add(s->places, only);
    }
    s->now = block.base = s->start;
    block.cut = cut_begin(s);
    play(&block, i, block.lines->len);
    story_write(s);
    cut_end(block.cut);
}
