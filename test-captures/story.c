/* story.c
 * make-captures FOLDER [NAME.story ...]: writes the captures of stories.
 * NAME.story, line by line; README.md describes the text.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <inttypes.h>
#include <stddef.h>
#include <string.h>

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

static node_t *
find_node(const story_t *s, const line_t *line, const char *name)
{
    node_t *node = text_named(s->nodes, name);

    if (node == NULL)
        line_fail(line, "no node %s", name);
    return node;
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
    bool is_last = g_str_has_prefix(word, "@last:");
    const node_t *node = is_last ? find_node(s, line, word + strlen("@last:")) : NULL;
    const frame_t *before = is_last ? node->last[frame->place] : frame->previous;

    if (!is_last && !text_is(word, "@prev"))
        return NULL;
    if (before == NULL)
        line_fail(line, "%s has sent nothing before", is_last ? node->name : "the node");
    return before;
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
    if (has_sign)
        e->but = word[0] == '!' ? "absent" : "open";
    if (value == NULL)
        return;
    e->value = shown_value(value);
    e->other = frame_before(s, line, frame, value);
    if (value[0] == '@' && e->other == NULL)
        e->frames = value;
}

/* A line that begins "PLACE |" is about this place only. */
static const place_t *
about_place(const story_t *s, const GPtrArray *words)
{
    return words->len > 1 && text_is(words->pdata[1], "|")
               ? text_named(s->places, words->pdata[0]) : NULL;
}

/* What must be found in the frames of a message, behind the "|" of a line. */
static void
expect_words(story_t *s, const transmission_t *sent, const line_t *line, const GPtrArray *words)
{
    const place_t *place = about_place(s, words);
    unsigned from = words->len;
    bool met = false;

    if (g_ptr_array_find_with_equal_func((GPtrArray *)words, "|", g_str_equal, &from))
        from++;
    for (unsigned f = 0; f < sent->frames->len; f++) {
        const frame_t *frame = sent->frames->pdata[f];

        if (place != NULL && s->places->pdata[frame->place] != place)
            continue;
        met = true;
        for (unsigned i = from; i < words->len; i++)
            expect(s, line, frame, words->pdata[i]);
    }
    if (!met && from < words->len)
        line_fail(line, "nothing is seen where something must be found");
}

/* --- Frames ------------------------------------------------------------------ */

static bool
is_of(const place_t *place, const node_t *node)
{
    return g_strcmp0(place->of, node->name) == 0;
}

/* A switch brings to a node what is for all or for it. */
static bool
comes_to(const place_t *place, const draft_t *draft)
{
    bool for_all = draft_header(draft, "eth.dst")->address[0] & 1;

    return place->of == NULL || for_all || is_of(place, draft->from) || is_of(place, draft->to);
}

static unsigned
smaller(unsigned a, uint64_t b)
{
    return b != 0 && b < a ? (unsigned)b : a;
}

static void
see(story_t *s, transmission_t *sent, unsigned place)
{
    const place_t *at = s->places->pdata[place];
    draft_t *draft = sent->draft;
    unsigned original = (unsigned)draft_header(draft, "frame.len")->number;
    frame_t *frame = g_new(frame_t, 1);

    *frame = (frame_t){ .sent = sent, .section = s->section, .place = place,
                        .time = s->now + (is_of(at, draft->from) ? 0 : at->delay)
                                + sent->extra[place],
                        .bytes = headers_wrap(draft, s->carrier, draft->message),
                        .previous = draft->from->last[place], .said = s->expectations->len };
    frame->original = original != 0 ? original : frame->bytes->len;
    frame->kept = smaller(smaller(frame->bytes->len, at->snap),
                          draft_header(draft, "frame.snap")->number);
    draft->from->last[place] = frame;
    g_ptr_array_add(s->frames, frame);
    g_ptr_array_add(sent->frames, frame);
}

static void
transmit(story_t *s, transmission_t *sent)
{
    draft_encode(sent->draft);
    for (unsigned p = 0; p < s->places->len; p++) {
        if (sent->places == ALL_PLACES ? comes_to(s->places->pdata[p], sent->draft)
                                       : sent->places >> p & 1)
            see(s, sent, p);
    }
    if (sent->label != NULL)
        g_hash_table_replace(s->scope->labels, (char *)sent->label, sent);
}

/* --- A message ----------------------------------------------------------------- */

/* The words of a line, filled in; `$name` stands for those of `let name = ...`. */
static GPtrArray *
expand(const story_t *s, const line_t *line)
{
    GPtrArray *words = g_ptr_array_new();

    for (unsigned i = 0; i < line->count; i++) {
        bool is_let = line->words[i][0] == '$';
        const line_t *from = is_let ? g_hash_table_lookup(s->lets, line->words[i] + 1) : line;

        if (from == NULL)
            line_fail(line, "no `let` for %s", line->words[i]);
        for (unsigned w = is_let ? 3 : i; w < (is_let ? from->count : i + 1); w++)
            g_ptr_array_add(words, (char *)text_fill(line, from->words[w], s->round));
    }
    return words;
}

/* "PLACE" or "PLACE+20us"; "nowhere". */
static void
see_at(const story_t *s, transmission_t *sent, const line_t *line, const char *word)
{
    char **parts = g_strsplit(word, "+", 2);
    unsigned place;

    if (!text_is(word, "nowhere")) {
        if (!g_ptr_array_find(s->places, text_named(s->places, parts[0]), &place))
            line_fail(line, "no place %s", word);
        sent->places |= 1u << place;
        if (parts[1] != NULL)
            sent->extra[place] = time_word(line, parts[1]);
    }
}

/* FROM > TO MESSAGE, or `again @LABEL`; returns the next word's place. */
static unsigned
begin_message(const story_t *s, transmission_t *sent, const GPtrArray *words, unsigned i)
{
    draft_t *d = g_new0(draft_t, 1);

    sent->draft = d;
    *d = (draft_t){ .layout = s->layout, .line = sent->line, .start = s->start, .now = s->now,
                    .headers = g_ptr_array_new_with_free_func(g_free),
                    .slots = g_ptr_array_new_with_free_func(g_free) };
    if (i + 1 < words->len && text_is(words->pdata[i], "again")) {
        const char *label = words->pdata[i + 1];
        const transmission_t *before = story_labeled(s->scope, label + (label[0] == '@'));

        if (before == NULL)
            line_fail(sent->line, "no line %s before this one", label + (label[0] == '@'));
        draft_again(d, before->draft);
        return i + 2;
    }
    if (i + 3 >= words->len || !text_is(words->pdata[i + 1], ">"))
        line_fail(sent->line, "FROM > TO MESSAGE is expected");
    d->from = find_node(s, sent->line, words->pdata[i]);
    d->to = find_node(s, sent->line, words->pdata[i + 2]);
    draft_begin(d, words->pdata[i + 3]);
    return i + 4;
}

/* The words of a message up to "|", and the places behind `at`. */
static void
read_message(const story_t *s, transmission_t *sent, const line_t *line, const GPtrArray *words,
             unsigned i)
{
    bool behind_at = false;

    for (; i < words->len && !text_is(words->pdata[i], "|"); i++) {
        if (behind_at) {
            see_at(s, sent, line, words->pdata[i]);
        } else if (text_is(words->pdata[i], "at")) {
            behind_at = true;
            sent->places = 0;
        } else {
            draft_word(sent->draft, words->pdata[i]);
        }
    }
}

static void
expect_tables(story_t *s, const transmission_t *sent)
{
    for (unsigned f = 0; f < sent->frames->len; f++) {
        for (unsigned i = 0; i < sent->draft->slots->len; i++)
            story_expect_slot(s, sent->frames->pdata[f], sent->draft,
                              sent->draft->slots->pdata[i]);
    }
}

/* The lines up to `end` are one message: all but the first are indented below it. */
static void
play_message(story_t *s, unsigned first, unsigned end, unsigned word, const char *label)
{
    transmission_t *sent = g_new0(transmission_t, 1);

    *sent = (transmission_t){ .line = s->lines->pdata[first], .label = label, .scope = s->scope,
                              .places = ALL_PLACES, .frames = g_ptr_array_new() };
    for (unsigned i = first; i < end; i++, word = 0) {
        GPtrArray *words = expand(s, s->lines->pdata[i]);

        if (i == first)
            word = begin_message(s, sent, words, word);
        if (about_place(s, words) == NULL)
            read_message(s, sent, s->lines->pdata[i], words, word);
    }
    transmit(s, sent);
    for (unsigned i = first; i < end; i++) {
        GPtrArray *words = expand(s, s->lines->pdata[i]);

        expect_words(s, sent, s->lines->pdata[i], words);
    }
    expect_tables(s, sent);
    if (label == NULL)
        draft_free(sent->draft); /* only a line with a label can be sent again */
}

/* --- The timeline -------------------------------------------------------------- */

static void play(story_t *s, unsigned first, unsigned end);

/* TIME every PERIOD x COUNT: and the lines below it, over and over. */
static void /* NOLINTNEXTLINE(misc-no-recursion): an `every` may be inside another */
play_every(story_t *s, unsigned at, unsigned end, unsigned word)
{
    const line_t *line = s->lines->pdata[at];
    const scope_t *scope = s->scope;
    int64_t period, round = s->round, base = s->base, start = s->now;
    uint64_t times;

    if (word + 3 >= line->count || !text_is(line->words[word + 2], "x")
        || !g_str_has_suffix(line->words[word + 3], ":"))
        line_fail(line, "TIME every PERIOD x COUNT: is expected");
    period = time_word(line, line->words[word + 1]);
    times = g_ascii_strtoull(line->words[word + 3], NULL, 10);
    for (uint64_t i = 0; i < times; i++) {
        s->scope = story_scope(scope);
        s->base = s->now = start + (int64_t)i * period;
        s->round = (int64_t)i + 1;
        play(s, at + 1, end);
    }
    s->scope = scope;
    s->round = round;
    s->base = base;
}

/* [LABEL:] TIME ..., and what is indented below it. */
static void /* NOLINTNEXTLINE(misc-no-recursion) */
play_line(story_t *s, unsigned at, unsigned end)
{
    const line_t *line = s->lines->pdata[at];
    char *first = line->words[0], *label = NULL, *time;
    unsigned word = strlen(first) > 1 && g_str_has_suffix(first, ":");

    if (text_is(first, "section")) {
        s->section++;
        return;
    }
    if (word > 0)
        label = g_strndup(first, strlen(first) - 1);
    if (word >= line->count)
        line_fail(line, "a time is expected");
    time = line->words[word++];
    s->now = time_word(line, time) + (strchr("+-", time[0]) != NULL ? s->now : s->base);
    if (word < line->count && text_is(line->words[word], "every"))
        play_every(s, at, end, word);
    else
        play_message(s, at, end, word, label);
}

static void /* NOLINTNEXTLINE(misc-no-recursion) */
play(story_t *s, unsigned first, unsigned end)
{
    for (unsigned at = first, next; at < end; at = next) {
        const line_t *line = s->lines->pdata[at];

        for (next = at + 1; next < end; next++) {
            if (((line_t *)s->lines->pdata[next])->indent <= line->indent)
                break;
        }
        play_line(s, at, next);
    }
}

/* --- The head of the story ------------------------------------------------------ */

static void
add_words(story_t *s G_GNUC_UNUSED, const line_t *line, GPtrArray *list)
{
    text_add(list, line, 1);
}

static void
add_fields(story_t *s, const line_t *line, GPtrArray *list)
{
    for (unsigned i = 1; i < line->count; i++) {
        if (text_is(line->words[i], "everything"))
            s->open_all = true;
        else
            g_ptr_array_add(list, (char *)full_name(s, line, line->words[i]));
    }
}

static void
add_line(story_t *s G_GNUC_UNUSED, const line_t *line, GPtrArray *list)
{
    g_ptr_array_add(list, (line_t *)line);
}

/* let NAME = WORDS */
static void
add_let(story_t *s, const line_t *line, GPtrArray *list G_GNUC_UNUSED)
{
    if (!text_is(line->words[2], "="))
        line_fail(line, "let NAME = WORDS is expected");
    g_hash_table_insert(s->lets, line->words[1], (line_t *)line);
}

/* Words from that of the name on; `{i}` is the number of the node. */
static void
add_node(GPtrArray *nodes, const line_t *line, unsigned word, int64_t number)
{
    node_t *node = g_new0(node_t, 1);
    const char *value;
    char *name;

    node->name = text_fill(line, line->words[word], number);
    node->properties = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_insert(node->properties, "name", (char *)node->name);
    while (++word < line->count) {
        if (!text_assignment(text_fill(line, line->words[word], number), &name, &value))
            line_fail(line, "a node has no %s", line->words[word]);
        g_hash_table_insert(node->properties, name, (char *)value);
    }
    g_ptr_array_add(nodes, node);
}

/* node NAME id=1 ..., nodes COUNT n{i} id={i} ... */
static void
add_nodes(story_t *s G_GNUC_UNUSED, const line_t *line, GPtrArray *list)
{
    bool is_one = text_is(line->words[0], "node");
    uint64_t count = is_one ? 1 : number_word(line, line->words[1]);

    for (uint64_t i = 1; i <= count; i++)
        add_node(list, line, is_one ? 1 : 2, (int64_t)i);
}

static void
add_place(story_t *s, const line_t *line, GPtrArray *list)
{
    place_t *place = g_new0(place_t, 1);
    const char *value;
    char *name;

    s->kind = CAPTURE_PCAPNG;
    place->name = line->words[1];
    place->interface = place->name;
    g_ptr_array_add(list, place);
    if (list->len > PLACES)
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

static void
set_layout(story_t *s, const line_t *line, GPtrArray *forward)
{
    s->layout = layout_read(g_path_get_dirname(line->path), line->words[1]);
    g_ptr_array_extend(forward, s->layout->forward, NULL, NULL);
}

static void
set_capture(story_t *s, const line_t *line, GPtrArray *list G_GNUC_UNUSED)
{
    for (unsigned i = 1; i < line->count; i++) {
        if (text_is(line->words[i], "micro"))
            s->kind = CAPTURE_MICRO;
        else if (text_is(line->words[i], "sorted"))
            s->sorted = true;
        else
            line_fail(line, "a capture is not %s", line->words[i]);
    }
}

static void
set_start(story_t *s, const line_t *line, GPtrArray *list G_GNUC_UNUSED)
{
    s->start = time_word(line, line->words[1]);
}

static void
set_fields(story_t *s, const line_t *line G_GNUC_UNUSED, GPtrArray *list G_GNUC_UNUSED)
{
    s->all_fields = true;
}

static const struct {
    const char *name;
    unsigned words;   /* at least */
    void (*read)(story_t *s, const line_t *line, GPtrArray *list);
    size_t list;      /* of the story */
} directives[] = {
    { "layout", 2, set_layout, offsetof(story_t, forward) },
    { "node", 2, add_nodes, offsetof(story_t, nodes) },
    { "nodes", 3, add_nodes, offsetof(story_t, nodes) },
    { "place", 2, add_place, offsetof(story_t, places) },
    { "carrier", 2, add_words, offsetof(story_t, carrier) },
    { "capture", 2, set_capture, 0 },
    { "start", 2, set_start, 0 },
    { "let", 4, add_let, 0 },
    { "fields", 1, set_fields, 0 },
    { "open", 2, add_fields, offsetof(story_t, open) },
    { "only", 2, add_fields, offsetof(story_t, only) },
    { "forward", 2, add_fields, offsetof(story_t, forward) },
    { "truth", 2, add_line, offsetof(story_t, truths) },
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
        directives[i].read(s, line, G_STRUCT_MEMBER(GPtrArray *, s, directives[i].list));
        return true;
    }
    return false;
}

static void
make_from_story(const char *path, const char *folder)
{
    char *name = g_path_get_basename(path);
    story_t *s = story_new(folder, name);
    place_t only = { .name = "" };
    unsigned i = 0;

    name[strcspn(name, ".")] = '\0';
    s->lines = text_read(path);
    while (i < s->lines->len && read_directive(s, s->lines->pdata[i]))
        i++;
    if (i == s->lines->len)
        fail("%s: a story without a message", path);
    if (s->carrier->len == 0)
        s->carrier = s->layout->carrier;
    if (s->places->len == 0)
        g_ptr_array_add(s->places, &only);
    s->now = s->base = s->start;
    play(s, i, s->lines->len);
    story_write(s);
}

int
main(int count, char **arguments)
{
    if (count < 2)
        fail("usage: make-captures FOLDER [NAME.story ...]");
    for (int i = 2; i < count; i++)
        make_from_story(arguments[i], arguments[1]);
    return 0;
}
