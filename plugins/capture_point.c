/* capture_point.c
 * Which interface saw a frame, when, and hashes of what it shows.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture_point.h"

#include <wiretap/wtap.h>

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
