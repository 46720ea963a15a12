/* showings.c
 * The frames that show what an earlier frame had shown.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "showings.h"

#include "capture_point.h"

#define FIRST_SIZE 64

/* The first pass asks for the latest one only. */
static bool
showings_end_before(const showings_t *showings, uint32_t frame, uint32_t count)
{
    return count == 0 || showings->all[count - 1].frame < frame;
}

/* Index of the first one that is not below `frame`. */
static uint32_t
showings_search(const showings_t *showings, uint32_t frame)
{
    uint32_t low = 0, high = showings->count;

    if (showings_end_before(showings, frame, high)) {
        return high;
    }
    if (showings_end_before(showings, frame, high - 1)) {
        return high - 1;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (showings->all[middle].frame < frame) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* --- By the first frame and the feed --------------------------------------------- */

/* Its slot, or the empty one where it would be. */
static uint32_t *
showings_slot(const showings_t *showings, uint32_t first, uint32_t feed)
{
    uint32_t mask = showings->by_feed_size - 1;
    uint32_t i = (uint32_t)sightings_mix(first, feed) & mask;

    while (showings->by_feed[i] != 0) {
        const showing_t *showing = &showings->all[showings->by_feed[i] - 1];

        if (showing->first == first && showing->feed == feed) {
            break;
        }
        i = (i + 1) & mask;
    }
    return &showings->by_feed[i];
}

static void
showings_enter(showings_t *showings, uint32_t idx)
{
    const showing_t *showing = &showings->all[idx];
    uint32_t *slot;

    if (!showing->again) {
        slot = showings_slot(showings, showing->first, showing->feed);
        showings->by_feed_used += *slot == 0;
        *slot = *slot == 0 ? idx + 1 : *slot;
    }
}

/* Also where indices have changed. */
static void
showings_rehash(showings_t *showings, uint32_t size)
{
    uint32_t *old = showings->by_feed;
    uint32_t count = showings->count;

    showings->by_feed_size = size;
    showings->by_feed_used = 0;
    showings->by_feed = wmem_alloc0_array(wmem_file_scope(), uint32_t, size);
    wmem_free(wmem_file_scope(), old);
    for (uint32_t i = 0; i < count; i++) {
        showings_enter(showings, i);
    }
}

showing_t *
showings_on(const showings_t *showings, uint32_t first, uint32_t feed)
{
    uint32_t idx = showings->by_feed_size > 0 ? *showings_slot(showings, first, feed) : 0;

    return idx != 0 ? &showings->all[idx - 1] : NULL;
}

/* Its old slot stays, for those behind it. */
void
showings_move(showings_t *showings, uint32_t first, uint32_t feed, uint32_t to)
{
    showing_t *showing = showings_on(showings, first, feed);

    if (showing != NULL && showing->count == 1) {
        showing->first = to;
        showings_enter(showings, (uint32_t)(showing - showings->all));
    }
}

/* So many of the latest are looked at. */
#define COUNTED_WITHIN 65536

uint32_t
showings_counted(const showings_t *showings, uint32_t first, uint32_t feed, uint32_t count)
{
    uint32_t all = showings->count;
    uint32_t end = all > COUNTED_WITHIN ? all - COUNTED_WITHIN : 0;

    for (uint32_t i = all; i > end; i--) {
        const showing_t *showing = &showings->all[i - 1];

        if (showing->first == first && showing->feed == feed && showing->count == count) {
            return showing->frame;
        }
    }
    return 0;
}

/* --- All of them -------------------------------------------------------------------- */

void
showings_forget(showings_t *showings, uint32_t frame)
{
    uint32_t count = showings->count;

    if (count > 0 && showings->all[count - 1].frame >= frame) {
        /* Nobody looks for this one: it stays where the hash table may point at. */
        showings->all[count - 1].first = 0;
    }
}

void
showings_add(showings_t *showings, const showing_t *showing)
{
    if (showings->frames == NULL) {
        showings->frames = wmem_array_new(wmem_file_scope(), sizeof *showing);
    }
    wmem_array_append(showings->frames, showing, 1);
    showings->all = (showing_t *)wmem_array_get_raw(showings->frames);
    showings->count++;
    if (showings->by_feed_used >= showings->by_feed_size / 4 * 3) {
        showings_rehash(showings, MAX(showings->by_feed_size * 2, FIRST_SIZE));
        return;
    }
    showings_enter(showings, showings->count - 1);
}

void
showings_insert(showings_t *showings, const showing_t *showing)
{
    uint32_t at = showings_search(showings, showing->frame);
    showing_t *all;

    if (at < showings->count && showings->all[at].frame == showing->frame) {
        showings->all[at] = *showing;
    } else {
        showings_add(showings, showing);
        all = &showings->all[0];
        memmove(&all[at + 1], &all[at], (showings->count - 1 - at) * sizeof *all);
        all[at] = *showing;
    }
    showings_rehash(showings, MAX(showings->by_feed_size, FIRST_SIZE));
}

const showing_t *
showings_at(const showings_t *showings, uint32_t frame)
{
    uint32_t idx = showings_search(showings, frame);
    const showing_t *showing = NULL;

    for (; idx < showings->count; idx++) {
        if (showings->all[idx].frame != frame) {
            break;
        }
        if (showings->all[idx].first != 0) {
            showing = &showings->all[idx];
        }
    }
    return showing;
}
