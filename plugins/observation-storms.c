/* observation-storms.c
 * What the observer says of a storm.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "observation-state.h"

#include "storms.h"

void
keep_capture_time(const subject_t *subject)
{
    uint32_t frame = subject->pinfo->num;
    capture_time_t *kept = &subject->observer->times[frame % TIMES_KEPT];

    kept->raw = subject->raw;
    kept->frame = frame;
}

/* When this feed showed it first, by its clock; where that is no longer kept, as near as the
 * clocks are known. */
static int64_t
time_here(const subject_t *subject, const transmission_t *known, const showing_t *first_here)
{
    const feed_t *other = feed_at(known->feed);
    uint32_t frame = first_here != NULL ? first_here->frame : 0;
    const capture_time_t *kept = &subject->observer->times[frame % TIMES_KEPT];

    if (other == subject->feed) {
        return known->when;
    }
    return frame != 0 && kept->frame == frame
               ? kept->raw
               : feed_time(other, known->when) + subject->feed->clock->track.offset;
}

static const char *
file_copy(const char *text)
{
    return wmem_strdup(wmem_file_scope(), text != NULL ? text : "-");
}

static void
describe(const subject_t *subject, storm_t *storm)
{
    const observer_rules_t *rules = subject->observer->rules;
    observed_words_t words = { .cluster = NULL };

    if (rules->describe != NULL) {
        rules->describe(subject->pinfo, subject->identity, &words);
    }
    storm->cluster = file_copy(words.cluster);
    storm->sender = file_copy(words.sender);
    storm->address = file_copy(words.address);
    storm->message = file_copy(subject->identity->what);
}

void
note_storm(const subject_t *subject, const transmission_t *known, const showing_t *first_here,
           uint32_t count)
{
    storm_copy_t copy = {
        .pinfo = subject->pinfo,
        .feed = subject->feed,
        .original = first_here != NULL ? first_here->frame : known->frame,
        .first_sighting = known->frame,
        .count = copies_on_wire(&subject->feed->copies, is_to_all(subject), count),
        .raw = subject->raw,
        .sender_key = subject->sender_key,
    };
    storm_t *storm = copy.count >= STORM_FROM ? storms_count(&copy) : NULL;

    if (storm == NULL) {
        return;
    }
    storm->first = showings_counted(&subject->observer->showings, known->frame,
                                    subject->feed->idx,
                                    copies_usual(&subject->feed->copies, is_to_all(subject)) + 1);
    storm->from = time_here(subject, known, first_here);
    storm->begin_span = subject->raw - storm->from;
    storm->within = subject->observer->rules->same_within;
    describe(subject, storm);
}
