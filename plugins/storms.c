/* storms.c
 * Runs of copies.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "storms.h"

#include "first_pass.h"
#include "lookup.h"

/* Storms that are asked at each frame whether they are over: those of other clocks cannot
 * tell by its time. */
#define STORMS_ASKED 8

/* A storm that pauses for less is not over, be it ever so fast. */
#define STORM_QUIET NS_PER_S

/* What a frame tells. */
typedef struct {
    storm_t *begun, *over;
} storm_news_t;

/* Of one sender: those that wait for what it sends next. */
typedef struct {
    storm_t *open;
} storm_sender_t;

/* A pointer, as lookups hold what they made. */
typedef struct {
    storm_t *storm;
} storm_slot_t;

typedef struct {
    lookup_t by_original;  /* storm_slot_t */
    lookup_t by_sighting;  /* storm_slot_t: those told of a transmission */
    lookup_t senders;      /* storm_sender_t by key */
    lookup_t news;         /* storm_news_t by frame */
    storm_t *latest;       /* that had a copy */
    storm_t *oldest, *newest; /* of those that are not over */
    storm_t *changed;
    uint32_t changed_frame;
    uint32_t count, open;
} storms_of_file_t;

/* NULL until the first storm of a file. */
static storms_of_file_t *storms;

static uint64_t
frame_key(uint32_t frame)
{
    return sightings_mix(0, frame);
}

/* --- Lists ----------------------------------------------------------------------- */

static void
storm_unlink(storm_t *storm)
{
    *(storm->older != NULL ? &storm->older->newer : &storms->oldest) = storm->newer;
    *(storm->newer != NULL ? &storm->newer->older : &storms->newest) = storm->older;
    storm->older = storm->newer = NULL;
}

static void
storm_link_newest(storm_t *storm)
{
    storm->older = storms->newest;
    *(storms->newest != NULL ? &storms->newest->newer : &storms->oldest) = storm;
    storms->newest = storm;
}

static bool
storm_is_linked(const storm_t *storm)
{
    return storm->older != NULL || storms->oldest == storm;
}

static void
storm_note_change(storm_t *storm, uint32_t frame)
{
    if (storms->changed_frame != frame) {
        storms->changed_frame = frame;
        storms->changed = NULL;
    }
    if (storm->changed_frame != frame) {
        storm->changed_frame = frame;
        storm->next_changed = storms->changed;
        storms->changed = storm;
    }
}

/* --- Copies ---------------------------------------------------------------------- */

static storm_news_t *
storm_news(uint32_t frame)
{
    return lookup_obtain(&storms->news, frame_key(frame), sizeof(storm_news_t), 2 * STORMS_MAX);
}

/* Whether two feeds show a storm on two VLANs.  Another place may show one without its tag. */
static bool
storm_is_elsewhere(const storm_t *storm, const storm_t *told)
{
    uint32_t here = storm->feed->key.vlan, there = told->feed->key.vlan;

    return here != there
           && (storm->feed->place == told->feed->place || (here != 0 && there != 0));
}

/* One transmission is told once on each VLAN, whichever feeds show its storm. */
static void
storm_tell_begin(storm_t *storm, uint32_t first_sighting)
{
    storm_slot_t *told = lookup_obtain(&storms->by_sighting, frame_key(first_sighting),
                                       sizeof *told, STORMS_MAX);
    storm_news_t *news = storm_news(storm->begin_frame);

    storm->is_told = told != NULL && news != NULL;
    for (const storm_t *other = told != NULL ? told->storm : NULL; other != NULL;
         other = other->next_told) {
        storm->is_told &= storm_is_elsewhere(storm, other);
        storm->is_also = true;
    }
    if (storm->is_told) {
        storm->next_told = told->storm;
        told->storm = storm;
    }
    if (news != NULL) {
        news->begun = storm;
    }
}

static storm_t *
storm_begin(const storm_copy_t *copy)
{
    storm_slot_t *slot;
    storm_t *storm;

    if (storms == NULL) {
        storms = wmem_alloc0(wmem_file_scope(), sizeof *storms);
    }
    slot = lookup_obtain(&storms->by_original, frame_key(copy->original), sizeof *slot,
                         STORMS_MAX);
    if (slot == NULL || slot->storm != NULL) {
        return NULL;
    }
    storm = slot->storm = wmem_new0(wmem_file_scope(), storm_t);
    storm->idx = storms->count++;
    storm->feed = copy->feed;
    storm->original = copy->original;
    storm->begin_frame = copy->pinfo->num;
    storm->within = INT64_MAX;
    storm->sender_key = copy->sender_key;
    storm_tell_begin(storm, copy->first_sighting);
    storm_link_newest(storm);
    return storm;
}

static storm_t *
storm_find(uint32_t original)
{
    const storm_slot_t *slot;

    if (storms->latest != NULL && storms->latest->original == original) {
        return storms->latest;
    }
    slot = lookup_find(&storms->by_original, frame_key(original));
    return slot != NULL ? slot->storm : NULL;
}

static void
storm_open(storm_t *storm)
{
    storm_sender_t *sender = lookup_obtain(&storms->senders, storm->sender_key, sizeof *sender,
                                           STORMS_MAX);

    if (sender != NULL) {
        storm->next_open = sender->open;
        sender->open = storm;
        storm->is_open = true;
        storms->open++;
    }
}

/* It was not over, it paused. */
static void
storm_resume(storm_t *storm)
{
    if (storm->end_frame != 0) {
        storm_news(storm->end_frame)->over = NULL;
        storm->end_frame = 0;
    }
}

/* What its sender sent between two copies is none that it sent afterwards. */
static void
storm_add(storm_t *storm, const storm_copy_t *copy)
{
    storm->copies = copy->count - 1;
    storm->last = copy->pinfo->num;
    storm->to = copy->raw;
    storm->is_quiet = false;
    storm_resume(storm);
    if (storms->newest != storm) {
        if (storm_is_linked(storm)) {
            storm_unlink(storm);
        }
        storm_link_newest(storm);
    }
    if (!storm->is_open) {
        storm->after_frame = 0;
        storm_open(storm);
    }
    storms->latest = storm;
    storm_note_change(storm, copy->pinfo->num);
}

storm_t *
storms_count(const storm_copy_t *copy)
{
    storm_t *known = storms != NULL ? storm_find(copy->original) : NULL;
    storm_t *begun = known == NULL && copy->count >= STORM_FROM ? storm_begin(copy) : NULL;

    if (known != NULL || begun != NULL) {
        storm_add(known != NULL ? known : begun, copy);
    }
    return begun;
}

/* --- Afterwards ------------------------------------------------------------------ */

void
storms_note_sent(uint64_t sender_key, const packet_info *pinfo, const feed_t *feed,
                 const char *what)
{
    storm_sender_t *sender;
    storm_t *next, *open = NULL;

    if (storms == NULL || storms->open == 0) {
        return;
    }
    sender = lookup_find(&storms->senders, sender_key);
    for (storm_t *storm = sender != NULL ? sender->open : NULL; storm != NULL; storm = next) {
        int64_t delay = feed_time(feed, capture_time(pinfo)) - feed_time(storm->feed, storm->to);

        next = storm->next_open;
        if (delay < 0) { /* sent before, and shown late by another place */
            storm->next_open = open;
            open = storm;
            continue;
        }
        storm->after_frame = pinfo->num;
        storm->after_delay = delay;
        storm->after = what;
        storm->is_open = false;
        storms->open--;
        storm_note_change(storm, pinfo->num);
    }
    if (sender != NULL) {
        sender->open = open;
    }
}

static void
storm_end(storm_t *storm, uint32_t frame)
{
    storm_news_t *news = storm->is_told && storm->end_frame == 0 ? storm_news(frame) : NULL;

    storm_unlink(storm);
    if (news != NULL) {
        news->over = storm;
        storm->end_frame = frame;
    }
}

/* A storm is over when ten copies in a row should have come and did not, though one that
 * comes later is still a copy. */
static bool
storm_is_over(storm_t *storm, int64_t quiet, uint32_t frame)
{
    int64_t usual = (storm->to - storm->from) / storm->copies;

    if (quiet > 3 * usual && !storm->is_quiet) {
        storm->is_quiet = true;
        storm_note_change(storm, frame);
    }
    return quiet > MIN(storm->within, MAX(10 * usual, STORM_QUIET));
}

/* One a frame: the next one waits for the next frame. */
void
storms_follow(const packet_info *pinfo, const feed_t *feed, int64_t raw)
{
    storm_t *storm = storms != NULL ? storms->oldest : NULL;

    for (unsigned i = 0; storm != NULL && i < STORMS_ASKED; i++) {
        if (storm->feed->clock == feed->clock
            && storm_is_over(storm, raw - storm->to, pinfo->num)) {
            storm_end(storm, pinfo->num);
            return;
        }
        storm = storm->newer;
    }
}

/* --- What readers ask -------------------------------------------------------------- */

bool
storms_are_there(void)
{
    return storms != NULL;
}

static const storm_news_t *
storms_news_at(uint32_t frame)
{
    static const storm_news_t none = { NULL, NULL };
    const storm_news_t *news =
        storms != NULL ? lookup_find(&storms->news, frame_key(frame)) : NULL;

    return news != NULL ? news : &none;
}

const storm_t *
storms_begun(uint32_t frame)
{
    return storms_news_at(frame)->begun;
}

const storm_t *
storms_over(uint32_t frame)
{
    return storms_news_at(frame)->over;
}

const storm_t *
storms_changed(uint32_t frame)
{
    return storms != NULL && storms->changed_frame == frame ? storms->changed : NULL;
}

void
storms_register(void)
{
    first_pass_forget_with_file((void **)&storms);
}
