/* nisca-paths.c
 * What the path of a channel carries: VERFs of which size are answered, and frames for a
 * channel that was formed again since.
 *
 * Nodes try an open channel with small VERFs, and pad some of them to find out what size
 * of packet the path carries: 1500, 1069, 853, 745 bytes, each four times (captures of
 * V7.3).  Unanswered above a size and answered below it: big packets are lost.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-paths.h"
#include "nisca-state.h"

#include "feeds.h"

/* An answer takes less than a millisecond; a capturing card may swap it with the VERF. */
#define ANSWERED_WITHIN NS_PER_S
#define SWAPPED_WITHIN NS_PER_MS

#define SENT_AT_ONCE (10 * NS_PER_MS)

/* One VERF may be lost by chance.  A size that is tried more often than this is the
 * smallest that will be tried. */
#define LOST_PROVEN 2
#define TRIES_OF_A_SIZE 4

/* Frames that were on their way when the channel was formed again. */
#define UNDER_WAY (10 * NS_PER_MS)

/* A VERF that waits. */
typedef struct {
    int64_t when;
    uint32_t frame; /* 0: none */
    uint32_t size;
    uint32_t feed;
} nisca_waiting_t;

/* What one end of a channel has sent. */
typedef struct {
    nisca_waiting_t verfs[2];   /* not padded, padded */
    int64_t vack_time;          /* of a VACK that answers no VERF seen so far */
    int64_t formed;             /* when it said its channel sequence number */
    uint32_t chan_seq;          /* 0: not known */
    uint32_t answered;          /* largest size that was answered */
    nisca_lost_verfs_t lost;    /* above it */
    uint32_t lost_here;         /* ... of the smallest size */
    bool is_told;               /* that the path loses them */
} nisca_path_end_t;

struct nisca_path {
    nisca_path_end_t ends[2];
    uint64_t addresses[2];      /* of the adapters, or of the nodes; the lower one first */
    bool has_adapters;          /* whose addresses they are */
    bool is_swapped;            /* the lower one is of the second end */
    uint32_t idx;               /* in the file, from 1 */
    uint64_t nodes[2];          /* whose ends they are */
    uint32_t feed;              /* that has shown the first frame */
    const observed_cluster_t *cluster;
    bool accepts_stale;         /* see nisca_path_accept() */
    bool is_stale_told;         /* since an end was formed again */
};

static uint64_t
nisca_path_end_key(uint64_t lan, uint64_t node)
{
    return sightings_mix(lan, node);
}

static void
nisca_number_path(nisca_path_t *path)
{
    if (nisca_state->numbered_paths == NULL) {
        nisca_state->numbered_paths = wmem_array_new(wmem_file_scope(), sizeof(nisca_path_t *));
    }
    wmem_array_append_one(nisca_state->numbered_paths, path);
    path->idx = wmem_array_get_count(nisca_state->numbered_paths);
}

/* Adapters of one address may be on two VLANs, as with DECnet.  Where some port shows frames
 * without their tags, nobody knows to which VLAN those belong. */
uint64_t
nisca_lan_of(const nisca_frame_t *frame)
{
    const feed_key_t *key = &feed_at(frame->seen.at.feed)->key;
    uint64_t lan = (uint64_t)feed_key_vni(key) << 32 | key->vlan;

    nisca_state->has_untagged |= lan == 0;
    return nisca_state->has_untagged ? 0 : lan;
}

/* The channel of a directed frame. */
static nisca_path_t *
nisca_path(const nisca_frame_t *frame, bool *from_second)
{
    uint64_t cluster = sightings_mix(nisca_scope(frame), frame->message->group);
    uint64_t lan = sightings_mix(cluster, nisca_lan_of(frame));
    uint64_t src, dst, from, to;
    nisca_path_t *path;
    bool has_adapters = nisca_channel_addresses(frame->pinfo, frame->message, &from, &to);

    src = nisca_path_end_key(from, frame->src);
    dst = nisca_path_end_key(to, frame->dst);
    *from_second = src > dst;
    path = lookup_obtain(&nisca_state->paths,
                         sightings_mix(sightings_mix(lan, MIN(src, dst)), MAX(src, dst)),
                         sizeof *path, NISCA_MAX_CHANNELS);
    if (path != NULL && path->idx == 0) {
        nisca_number_path(path);
        path->addresses[0] = MIN(from, to);
        path->addresses[1] = MAX(from, to);
        path->has_adapters = has_adapters;
        path->is_swapped = (from < to) == *from_second;
        path->nodes[*from_second] = frame->src;
        path->nodes[!*from_second] = frame->dst;
        path->feed = frame->seen.at.feed;
        path->cluster = frame->seen.cluster;
    }
    return path;
}

/* --- Sizes ---------------------------------------------------------------------------- */

const nisca_sizes_t *
nisca_sizes_at(uint32_t idx)
{
    return wmem_array_index(nisca_state->sizes, idx);
}

static void
nisca_found_sizes(const nisca_frame_t *frame, const nisca_path_end_t *end,
                  nisca_found_kind_t kind)
{
    nisca_sizes_t sizes = { .answered = end->answered, .lost = end->lost,
                            .feed = frame->seen.at.feed };

    if (nisca_state->sizes == NULL) {
        nisca_state->sizes = wmem_array_new(wmem_file_scope(), sizeof sizes);
    }
    wmem_array_append_one(nisca_state->sizes, sizes);
    nisca_found(kind, wmem_array_get_count(nisca_state->sizes) - 1,
                frame->when - end->lost.first);
}

static void
nisca_tell_sizes(const nisca_frame_t *frame, nisca_path_end_t *end)
{
    if (!end->is_told && end->lost.count >= LOST_PROVEN && end->answered > 0) {
        end->is_told = true;
        nisca_found_sizes(frame, end, NISCA_FOUND_BIG_LOST);
    }
}

/* It was not the size, or that has passed. */
static void
nisca_forget_lost(const nisca_frame_t *frame, nisca_path_end_t *end)
{
    if (end->is_told) {
        nisca_found_sizes(frame, end, NISCA_FOUND_BIG_AGAIN);
    }
    end->lost = (nisca_lost_verfs_t){ 0 };
    end->lost_here = 0;
    end->is_told = false;
}

static void
nisca_size_answered(const nisca_frame_t *frame, nisca_path_end_t *end, nisca_waiting_t *verf,
                    bool padded)
{
    nisca_found(NISCA_FOUND_SIZE_ANSWERED, 0, verf->size);
    end->answered = MAX(end->answered, verf->size);
    verf->frame = 0;
    if (end->lost.size != 0 && end->lost.size <= end->answered) {
        nisca_forget_lost(frame, end);
    }
    if (padded && end->lost.size != 0) {
        nisca_tell_sizes(frame, end);
    }
}

static void
nisca_count_lost(nisca_lost_verfs_t *lost, const nisca_waiting_t *verf)
{
    if (lost->count++ == 0) {
        *lost = (nisca_lost_verfs_t){ .size = verf->size, .count = 1, .first_frame = verf->frame,
                                      .first_feed = verf->feed, .first = verf->when };
    }
    lost->size = MIN(lost->size, verf->size);
    lost->largest = MAX(lost->largest, verf->size);
    lost->last_frame = verf->frame;
    lost->last = verf->when;
}

static void
nisca_size_lost(const nisca_frame_t *frame, nisca_path_end_t *end, const nisca_waiting_t *verf)
{
    if (verf->size <= end->answered) {
        return;
    }
    nisca_found(NISCA_FOUND_SIZE_LOST, 0, verf->size);
    end->lost_here = verf->size == end->lost.size ? end->lost_here + 1 : 1;
    nisca_count_lost(&end->lost, verf);
    if (end->lost_here > TRIES_OF_A_SIZE) {
        nisca_tell_sizes(frame, end);
    }
}

/* --- Handshakes ------------------------------------------------------------------------- */

/* A channel that is formed again ends what the one before it left open. */
static void
nisca_note_chan_seq(const nisca_frame_t *frame, nisca_path_t *path, nisca_path_end_t *end)
{
    uint32_t chan_seq = frame->message->chan_seq;

    if (chan_seq != 0 && chan_seq != end->chan_seq) {
        end->chan_seq = chan_seq;
        end->formed = frame->when;
        end->verfs[0].frame = end->verfs[1].frame = 0;
        path->is_stale_told = false;
    }
}

static void
nisca_path_verf(const nisca_frame_t *frame, nisca_path_end_t *end, nisca_path_end_t *peer)
{
    const nisca_message_t *message = frame->message;
    nisca_waiting_t *verf = &end->verfs[message->padded];

    if (verf->frame != 0 && frame->when - verf->when >= ANSWERED_WITHIN) {
        nisca_size_lost(frame, end, verf);
    }
    *verf = (nisca_waiting_t){ .when = frame->when, .frame = frame->frame,
                               .size = NISCA_LENGTH_SIZE + message->length,
                               .feed = frame->seen.at.feed };
    if (peer->vack_time != 0 && frame->when - peer->vack_time <= SWAPPED_WITHIN) {
        peer->vack_time = 0;
        nisca_size_answered(frame, end, verf, message->padded);
    }
}

/* VACK does not say what it answers: the latest VERF; of two that were sent at once the small
 * one, which gets through where any does. */
static bool
nisca_answers_padded(const nisca_path_end_t *peer)
{
    const nisca_waiting_t *small = &peer->verfs[0], *padded = &peer->verfs[1];
    bool at_once = small->frame != 0 && ABS(padded->when - small->when) <= SENT_AT_ONCE;

    return padded->frame > small->frame && !at_once;
}

static void
nisca_path_vack(const nisca_frame_t *frame, nisca_path_end_t *end, nisca_path_end_t *peer)
{
    bool padded = nisca_answers_padded(peer);
    nisca_waiting_t *verf = &peer->verfs[padded];

    if (verf->frame != 0 && frame->when - verf->when < ANSWERED_WITHIN) {
        nisca_size_answered(frame, peer, verf, padded);
    } else {
        end->vack_time = frame->when;
    }
}

/* CCSTART starts a channel over. */
static void
nisca_path_ccstart(nisca_path_t *path)
{
    for (unsigned i = 0; i < 2; i++) {
        path->ends[i].verfs[0].frame = path->ends[i].verfs[1].frame = 0;
    }
}

/* --- What others ask ------------------------------------------------------------------------ */

uint32_t
nisca_path_number(const nisca_path_t *path)
{
    return path != NULL ? path->idx : 0;
}

const uint64_t *
nisca_path_addresses(uint32_t number)
{
    const nisca_path_t *const *path = wmem_array_index(nisca_state->numbered_paths, number - 1);

    return (*path)->addresses;
}

uint64_t
nisca_path_adapter(uint32_t number, uint64_t node)
{
    const nisca_path_t *const *path = wmem_array_index(nisca_state->numbered_paths, number - 1);

    return (*path)->has_adapters
               ? (*path)->addresses[((*path)->nodes[1] == node) != (*path)->is_swapped]
               : 0;
}

/* With the latest one, of which no later one has told so far.  Where that was not told, small
 * ones must get through. */
static nisca_lost_verfs_t
nisca_lost_at_end(const nisca_path_end_t *end, int64_t now)
{
    const nisca_waiting_t *verf = &end->verfs[1];
    nisca_lost_verfs_t lost = end->lost;
    bool is_lost = verf->frame != 0 && now - verf->when >= ANSWERED_WITHIN
                   && verf->size > end->answered;
    bool is_proven = is_lost && end->verfs[0].frame == 0 && end->answered > 0
                     && lost.count + 1 >= LOST_PROVEN;

    if (is_lost) {
        nisca_count_lost(&lost, verf);
    }
    return is_proven || end->is_told ? lost : (nisca_lost_verfs_t){ 0 };
}

bool
nisca_path_unanswered(unsigned idx, int64_t now, nisca_unanswered_t *unanswered)
{
    wmem_array_t *paths = nisca_state->numbered_paths;
    const nisca_path_t *path;
    const nisca_path_end_t *end;
    unsigned side = idx % 2;

    if (paths == NULL || idx / 2 >= wmem_array_get_count(paths)) {
        return false;
    }
    path = *(nisca_path_t **)wmem_array_index(paths, idx / 2);
    end = &path->ends[side];
    *unanswered = (nisca_unanswered_t){ .from = path->nodes[side], .to = path->nodes[1 - side],
                                        .path = path->idx, .feed = path->feed,
                                        .cluster = path->cluster, .answered = end->answered,
                                        .lost = nisca_lost_at_end(end, now),
                                        .is_told = end->is_told };
    return true;
}

void
nisca_path_accept(nisca_path_t *path)
{
    path->accepts_stale = true;
}

bool
nisca_path_tell_stale(nisca_path_t *path)
{
    bool is_new = !path->is_stale_told;

    path->is_stale_told = true;
    return is_new;
}

bool
nisca_path_is_stale(const nisca_path_t *path, const nisca_frame_t *frame)
{
    uint32_t chan_seq = frame->message->chan_seq;
    const nisca_path_end_t *peer;

    if (path == NULL || chan_seq == 0 || path->accepts_stale) {
        return false;
    }
    peer = &path->ends[path->nodes[1] == frame->dst];
    return peer->chan_seq != 0 && (int16_t)(chan_seq - peer->chan_seq) < 0
           && frame->when - peer->formed > UNDER_WAY;
}

nisca_path_t *
nisca_paths_analyse(const nisca_frame_t *frame)
{
    bool from_second;
    nisca_path_t *path = frame->message->dst.is_node ? nisca_path(frame, &from_second) : NULL;
    nisca_path_end_t *end, *peer;

    if (path == NULL) {
        return NULL;
    }
    end = &path->ends[from_second];
    peer = &path->ends[!from_second];
    if (nisca_cc_is(frame->message, NISCA_CC_VERF)) {
        nisca_note_chan_seq(frame, path, end);
        nisca_path_verf(frame, end, peer);
    } else if (nisca_cc_is(frame->message, NISCA_CC_VACK)) {
        nisca_note_chan_seq(frame, path, end);
        nisca_path_vack(frame, end, peer);
    } else if (nisca_cc_is(frame->message, NISCA_CC_CCSTART)) {
        nisca_path_ccstart(path);
    }
    return path;
}
