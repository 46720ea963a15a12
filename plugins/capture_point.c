/* capture_point.c
 * Which interface saw a frame, and whether the same datagram was seen before.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture_point.h"

#include <wiretap/wtap.h>

/* The memory is a hash table of small buckets; a full bucket forgets the
 * datagram that it has not seen for longest. */
#define BUCKET_SLOTS 4
#define BUCKETS 8192

/* Transmissions of one datagram that are linked across capture points; the
 * rest of a storm is only counted, so that it does not fill the memory. */
#define LINKED_COPIES 16

typedef struct {
    uint64_t key;
    int64_t time;    /* of the first copy */
    uint32_t frame;  /* of the first copy; 0: empty slot */
    uint32_t last;   /* frame of the latest copy */
    uint32_t number; /* copies so far, or the capture point of the first copy */
} slot_t;

struct sightings {
    int64_t window;
    slot_t *slots; /* BUCKETS * BUCKET_SLOTS */
};

uint32_t
capture_point(const packet_info *pinfo)
{
    const wtap_rec *rec = pinfo->rec;
    uint32_t section = 0, interface = 0;

    if (rec->presence_flags & WTAP_HAS_SECTION_NUMBER) {
        section = rec->section_number;
    }
    if (rec->presence_flags & WTAP_HAS_INTERFACE_ID) {
        interface = rec->rec_header.packet_header.interface_id;
    }
    return (section << 16) + interface;
}

const char *
capture_point_name(const packet_info *pinfo)
{
    const char *name;

    if (!(pinfo->rec->presence_flags & WTAP_HAS_INTERFACE_ID)) {
        return NULL;
    }
    name = ws_interface_name(pinfo);
    /* Wireshark's word where the file names none, as after merging pcap files. */
    return g_strcmp0(name, "unknown") == 0 ? NULL : name;
}

bool
capture_has_time(const packet_info *pinfo)
{
    return (pinfo->presence_flags & PINFO_HAS_TS) != 0;
}

int64_t
capture_time(const packet_info *pinfo)
{
    /* Beyond what a pcap file can say, which is the year 2106. */
    const int64_t limit = INT64_MAX / NS_PER_S / 2 - 1;
    int64_t seconds = (int64_t)pinfo->abs_ts.secs;

    return CLAMP(seconds, -limit, limit) * NS_PER_S + pinfo->abs_ts.nsecs;
}

sightings_t *
sightings_new(int64_t window)
{
    sightings_t *sightings = wmem_new(wmem_file_scope(), sightings_t);

    sightings->window = window;
    sightings->slots = wmem_alloc0_array(wmem_file_scope(), slot_t, (size_t)BUCKETS * BUCKET_SLOTS);
    return sightings;
}

uint64_t
sightings_mix(uint64_t hash, uint64_t number)
{
    /* Two steps, so that small numbers mixed in one after the other, in another
     * order, do not cancel out. */
    hash = (hash ^ hash >> 29) * UINT64_C(0x9e3779b97f4a7c15);
    hash = (hash ^ number) * UINT64_C(0xff51afd7ed558ccd);
    return hash ^ hash >> 32;
}

/* Bytes that are hashed at once. */
#define HASH_BLOCK 64

uint64_t
sightings_hash(tvbuff_t *tvb, unsigned offset, unsigned size, uint64_t seed)
{
    unsigned captured = tvb_captured_length(tvb);
    unsigned end = MIN(offset + size, captured);
    uint64_t hash = sightings_mix(seed, size);
    uint64_t block[HASH_BLOCK / 8];

    while (offset < end) {
        unsigned length = MIN(end - offset, HASH_BLOCK);
        unsigned words = (length + 7) / 8;

        block[words - 1] = 0;
        tvb_memcpy(tvb, block, (int)offset, length);
        for (unsigned i = 0; i < words; i++) {
            hash = sightings_mix(hash, block[i]);
        }
        offset += length;
    }
    return hash;
}

/* The slot that holds `key` within the window, else the one to use for it. */
static slot_t *
sightings_slot(const sightings_t *sightings, uint64_t key, int64_t time)
{
    slot_t *bucket = &sightings->slots[(key % BUCKETS) * BUCKET_SLOTS];
    slot_t *oldest = bucket;

    for (unsigned i = 0; i < BUCKET_SLOTS; i++) {
        slot_t *slot = &bucket[i];

        if (slot->frame != 0 && slot->key == key) {
            if (ABS(time - slot->time) > sightings->window) {
                slot->frame = 0;
            }
            return slot;
        }
        if (slot->last < oldest->last) {
            oldest = slot;
        }
    }
    oldest->frame = 0;
    return oldest;
}

static slot_t *
sightings_enter(const sightings_t *sightings, uint64_t key, uint32_t frame, int64_t time,
                uint32_t number)
{
    slot_t *slot = sightings_slot(sightings, key, time);

    if (slot->frame == 0) {
        *slot = (slot_t){ .key = key, .time = time, .frame = frame, .number = number };
    }
    slot->last = frame;
    return slot;
}

sighting_t
sightings_add(sightings_t *sightings, uint64_t hash, uint32_t point, uint32_t frame, int64_t time)
{
    /* Here: how often this datagram was seen at this capture point. */
    slot_t *here = sightings_enter(sightings, sightings_mix(hash, UINT64_C(1) << 63 | point), frame,
                                   time, 0);
    sighting_t sighting = { .count = ++here->number, .first_frame = here->frame };
    slot_t *anywhere;

    if (sighting.count > LINKED_COPIES) {
        return sighting;
    }
    /* Anywhere: who saw its k-th transmission first. */
    anywhere = sightings_enter(sightings, sightings_mix(hash, sighting.count), frame, time, point);
    if (anywhere->number != point) {
        sighting.copy_of = anywhere->frame;
    }
    return sighting;
}
