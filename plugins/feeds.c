/* feeds.c
 * The feeds of a capture file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "feeds.h"

#include "first_pass.h"
#include "lookup.h"
#include "places.h"

#include <wiretap/wtap.h>

/* Frames that a file has before it is rotated. */
#define FRAMES_OF_FILE 10

/* Steps of a clock whose frames are remembered. */
#define DOUBTS_MAX 256

/* Files that were appended in one interface. */
#define PARTS_MAX 64

/* What has one key. */
typedef struct {
    feed_t *latest;
} feed_base_t;

/* What shares a clock. */
typedef struct {
    feed_clock_t *clock;
    uint32_t part;
} feed_device_t;

typedef struct {
    lookup_t bases;    /* feed_base_t by key */
    lookup_t devices;  /* feed_device_t by section and interface */
    wmem_array_t *all; /* of feed_t * */
    feed_t *last;      /* of the frame before */
    uint32_t clocks;
    bool has_doubts;
} feeds_of_file_t;

/* NULL until the first frame of a file. */
static feeds_of_file_t *feeds;

static void
feeds_begin_file(void)
{
    feeds = wmem_alloc0(wmem_file_scope(), sizeof *feeds);
    feeds->all = wmem_array_new(wmem_file_scope(), sizeof(feed_t *));
}

static uint64_t
device_key(const feed_key_t *key)
{
    return sightings_mix(key->section, key->interface);
}

static uint64_t
base_key(const feed_key_t *key)
{
    uint64_t tags = (uint64_t)key->outer_vlan << 12 | key->vlan;
    uint64_t hash = sightings_mix(device_key(key), tags << 32 | key->tunnel);

    return sightings_mix(hash, key->link);
}

static feed_clock_t *
feed_clock_new(void)
{
    feed_clock_t *clock = wmem_new0(wmem_file_scope(), feed_clock_t);

    clock->track.rank = feeds->clocks++;
    clock->track.base = clock->track.rank;
    return clock;
}

void
feed_clock_part(feed_clock_t *clock)
{
    clock->track.base = feeds->clocks++;
    clock->track.sample_count = clock->track.next = 0;
    clock->track.rough = 0;
    clock->by_own_times = (clock_track_t){ 0 };
}

static void
feed_clocks_rebase(uint32_t from, uint32_t to, int64_t by, int64_t rough)
{
    for (uint32_t i = 0; i < feeds_count(); i++) {
        if (feed_at(i)->clock->track.base == from) {
            clock_rebase(&feed_at(i)->clock->track, to, by);
            feed_at(i)->clock->track.rough = rough;
        }
    }
}

void
feed_clocks_join(feed_clock_t *clock, feed_clock_t *other, int64_t by)
{
    uint32_t base = clock->track.base, other_base = other->track.base;

    if (base > other_base) {
        feed_clocks_rebase(base, other_base, by, other->track.rough);
    } else {
        feed_clocks_rebase(other_base, base, -by, clock->track.rough);
    }
}

void
feed_clocks_shift(feed_clock_t *clock, int64_t by, int64_t rough)
{
    feed_clocks_rebase(clock->track.base, feeds->clocks++, by, rough);
}

static feed_t *
feed_new(const packet_info *pinfo, const feed_key_t *key, feed_base_t *base,
         const feed_device_t *device)
{
    feed_t *feed = wmem_new0(wmem_file_scope(), feed_t);

    feed->key = *key;
    feed->part = device->part;
    feed->clock = device->clock;
    feed->idx = wmem_array_get_count(feeds->all);
    feed->first_frame = pinfo->num;
    feed->older = base->latest;
    feed->place = places_of_interface(pinfo, key, device->part);
    base->latest = feed;
    wmem_array_append_one(feeds->all, feed);
    return feed;
}

/* The feed with this key in the part that its interface has come to. */
static feed_t *
feed_obtain(const packet_info *pinfo, const feed_key_t *key)
{
    feed_device_t *device = (feed_device_t *)lookup_obtain(&feeds->devices, device_key(key),
                                                           sizeof *device, FEEDS_MAX);
    feed_base_t *base;

    if (device == NULL) {
        return NULL;
    }
    base = (feed_base_t *)lookup_obtain(&feeds->bases, base_key(key), sizeof *base, FEEDS_MAX);
    if (base == NULL || (base->latest != NULL && base->latest->part == device->part)) {
        return base != NULL ? base->latest : NULL;
    }
    if (wmem_array_get_count(feeds->all) >= FEEDS_MAX) {
        return NULL;
    }
    if (device->clock == NULL) {
        device->clock = feed_clock_new();
    }
    return feed_new(pinfo, key, base, device);
}

feed_t *
feed_begin_part(feed_t *feed, const packet_info *pinfo)
{
    feed_device_t *device =
        (feed_device_t *)lookup_find(&feeds->devices, device_key(&feed->key));
    feed_t *part;

    if (device->part >= PARTS_MAX) {
        return feed;
    }
    device->part++;
    device->clock = feed_clock_new();
    part = feed_obtain(pinfo, &feed->key);
    if (part == NULL) {
        return feed;
    }
    feeds->last = part;
    return part;
}

/* --- Files that follow each other ------------------------------------------------- */

/* mergecap numbers interfaces in the order of its files, and a section begins where the
 * one before ends. */
static bool
feed_key_follows(const feed_key_t *before, const feed_key_t *key)
{
    feed_key_t next = *before;

    if (before->section == key->section) {
        next.interface++;
    } else {
        next.section++;
    }
    return memcmp(&next, key, sizeof next) == 0;
}

feed_t *
feed_before(const feed_t *feed, int64_t raw)
{
    if (feed->idx == 0 || feed->part > 0 || places_given_name(feed->place) != NULL) {
        return NULL;
    }
    for (uint32_t i = feed->idx; i > 0; i--) {
        feed_t *before = feed_at(i - 1);

        if (feed_key_follows(&before->key, &feed->key)) {
            return before->frames >= FRAMES_OF_FILE && before->raw_end <= raw
                           && before->continued == NULL
                           && places_are_alike(before->place, feed->place)
                       ? before
                       : NULL;
        }
    }
    return NULL;
}

void
feed_continue(feed_t *feed, feed_t *before)
{
    uint32_t rank = feed->clock->track.rank;

    places_join(&feed->key, feed->part, before->place);
    feed->place = before->place;
    before->continued = feed;
    feed->continues = before;
    if (feed->clock->frames == 0) {
        feed->clock->track = before->clock->track;
        feed->clock->track.rank = rank;
    }
}

void
feed_discontinue(const packet_info *pinfo, feed_t *feed)
{
    feed_t *other = feed->continued;

    feed->continued = NULL;
    other->continues = NULL;
    feed_clock_part(other->clock);
    other->place = places_leave(pinfo, &other->key, other->part);
    for (uint32_t i = other->idx + 1; i < feeds_count(); i++) {
        if (feed_at(i)->clock == other->clock) {
            feed_at(i)->place = other->place;
        }
    }
}

/* --- Frames ---------------------------------------------------------------------- */

feed_t *
feeds_of_frame(const packet_info *pinfo)
{
    feed_key_t key = feed_key(pinfo);

    if (feeds == NULL) {
        feeds_begin_file();
    }
    if (feeds->last == NULL || memcmp(&feeds->last->key, &key, sizeof key) != 0) {
        feed_t *feed = feed_obtain(pinfo, &key);

        if (feed == NULL) {
            return NULL;
        }
        feeds->last = feed;
    }
    if (feeds->last->continued != NULL) { /* the file has not ended */
        feed_discontinue(pinfo, feeds->last);
    }
    return feeds->last;
}

/* A frame is cut where fewer bytes were kept than there were. */
static void
feed_note_cut(feed_t *feed, const packet_info *pinfo)
{
    const wtap_packet_header *header = &pinfo->rec->rec_header.packet_header;

    if (header->caplen < header->len) {
        feed->snap = MAX(feed->snap, header->caplen);
    }
}

static void
feed_clock_count(feed_clock_t *clock, int64_t raw)
{
    if (clock->frames == 0) {
        clock->start = clock->latest = raw;
    }
    if (raw > clock->latest) {
        clock->longest_gap = MAX(clock->longest_gap, raw - clock->latest);
    }
    clock->latest = raw;
    clock->frames++;
}

int64_t
feed_count(feed_t *feed, const packet_info *pinfo, int64_t raw)
{
    int64_t when = feed_time(feed, raw);

    feed_clock_count(feed->clock, raw);
    feed_note_cut(feed, pinfo);
    if (feed->frames == 0) {
        feed->start = feed->end = when;
        feed->raw_start = raw + feed->clock->track.shift;
    }
    feed->frames++;
    feed->last_frame = pinfo->num;
    feed->raw_end = raw + feed->clock->track.shift;
    feed->end = MAX(feed->end, when);
    return when;
}

const feed_t *
feeds_find(const packet_info *pinfo)
{
    feed_key_t key = feed_key(pinfo);
    const feed_base_t *base;
    const feed_t *feed = feeds != NULL ? feeds->last : NULL;

    if (feed == NULL) {
        return NULL;
    }
    if (memcmp(&feed->key, &key, sizeof key) != 0) {
        base = (const feed_base_t *)lookup_find(&feeds->bases, base_key(&key));
        feed = base != NULL ? base->latest : NULL;
    }

    while (feed != NULL && feed->older != NULL && feed->first_frame > pinfo->num) {
        feed = feed->older;
    }
    return feed;
}

void
feed_clock_doubt(feed_clock_t *clock, uint32_t from, uint32_t to)
{
    feed_doubt_t doubt = { .from = from, .to = to };

    if (clock->doubts == NULL) {
        clock->doubts = wmem_array_new(wmem_file_scope(), sizeof doubt);
    }
    if (wmem_array_get_count(clock->doubts) < DOUBTS_MAX) {
        wmem_array_append_one(clock->doubts, doubt);
        feeds->has_doubts = true;
    }
}

bool
feed_is_in_doubt(const packet_info *pinfo)
{
    const feed_t *feed = feeds != NULL && feeds->has_doubts ? feeds_find(pinfo) : NULL;
    wmem_array_t *doubts = feed != NULL ? feed->clock->doubts : NULL;

    for (unsigned i = doubts != NULL ? wmem_array_get_count(doubts) : 0; i > 0; i--) {
        const feed_doubt_t *doubt = wmem_array_index(doubts, i - 1);

        if (doubt->from <= pinfo->num) {
            return pinfo->num <= doubt->to;
        }
    }
    return false;
}

uint32_t
feeds_count(void)
{
    return feeds != NULL ? wmem_array_get_count(feeds->all) : 0;
}

feed_t *
feed_at(uint32_t idx)
{
    return *(feed_t **)wmem_array_index(feeds->all, idx);
}

void
feeds_register(void)
{
    first_pass_forget_with_file((void **)&feeds);
}
