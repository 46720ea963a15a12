/* nisca-lives.c
 * A circuit that starts over uses its numbers again.  What is known of the numbers before that
 * is kept for a while: another place may show them later in the file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-paths.h"
#include "nisca-state.h"

/* Earlier lives of a circuit that are remembered. */
#define LIVES_MAX 4

void
nisca_way_reset(nisca_way_t *way)
{
    delivery_reset(&way->sent);
    way->rules = NULL;
    way->has_new = false;
    way->has_acked = false;
    nisca_acks_forget(&way->acks);
    way->rsvp_count = 0;
    nisca_end_burst(way);
    nisca_claims_forget(&way->gaps);
    nisca_claims_forget(&way->unseen);
}

static void
nisca_ways_reset(nisca_life_t *life)
{
    for (unsigned i = 0; i < 2; i++) {
        nisca_way_reset(&life->ways[i]);
    }
}

static bool
nisca_is_unused(const nisca_life_t *life)
{
    return !life->ways[0].sent.started && !life->ways[1].sent.started;
}

/* Room for the latest life among those before it: the oldest makes room, and what it has
 * allocated is used again. */
static nisca_life_t *
nisca_life_room(nisca_circuit_t *circuit)
{
    nisca_life_t *life = &circuit->life, *oldest;
    unsigned count = 0;

    while (life->before != NULL && life->before->before != NULL) {
        life = life->before;
        count++;
    }
    if (count + 1 < LIVES_MAX) {
        return wmem_new0(wmem_file_scope(), nisca_life_t);
    }
    oldest = life->before;
    life->before = NULL;
    return oldest;
}

/* What is counted in the whole file goes on in the next life. */
static void
nisca_count_on(nisca_life_t *life, nisca_life_t *before)
{
    for (unsigned i = 0; i < 2; i++) {
        life->ways[i].frames = before->ways[i].frames;
        life->ways[i].messages = before->ways[i].messages;
        life->ways[i].resents = before->ways[i].resents;
        life->ways[i].is_old = false;
        before->ways[i].resents = NULL;
        before->ways[i].is_old = true;
    }
}

void
nisca_life_begin(nisca_circuit_t *circuit, const moment_t *start)
{
    nisca_life_t *before;

    if (!nisca_is_unused(&circuit->life)) {
        before = nisca_life_room(circuit);
        nisca_life_t used = circuit->life;

        circuit->life = *before;
        circuit->life.before = before;
        *before = used;
        nisca_count_on(&circuit->life, before);
    }
    nisca_ways_reset(&circuit->life);
    circuit->life.start = *start;
    circuit->life.has_start = true;
    circuit->life.is_unheralded = false;
    circuit->life.first.frame = 0;
}

void
nisca_life_note(const nisca_frame_t *frame, nisca_life_t *life)
{
    if (!life->has_start && (life->first.frame == 0 || nisca_is_before(frame, &life->first))) {
        life->first = frame->seen.at;
    }
}

bool
nisca_is_before(const nisca_frame_t *frame, const moment_t *start)
{
    return observation_seems_before(&frame->seen.at, start);
}

/* The life that a frame belongs to, and the one behind it: NULL where it is the latest. */
static nisca_life_t *
nisca_life_at(const nisca_frame_t *frame, nisca_circuit_t *circuit, nisca_life_t **next)
{
    nisca_life_t *life = &circuit->life;

    *next = NULL;
    while (life != NULL && life->has_start && nisca_is_before(frame, &life->start)) {
        *next = life;
        life = life->before;
    }
    return life;
}

nisca_life_t *
nisca_life_of(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    nisca_life_t *next;

    return nisca_life_at(frame, circuit, &next);
}

/* --- STARTs ------------------------------------------------------------------------------ */

void
nisca_life_keep_start(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    if (circuit->start_times == NULL) {
        circuit->start_times = wmem_array_new(wmem_file_scope(), sizeof frame->seen.at);
    }
    wmem_array_append_one(circuit->start_times, frame->seen.at);
}

/* The START that the frame's circuit began with, when that is not the latest one. */
uint32_t
nisca_life_start_of(const nisca_frame_t *frame, const nisca_circuit_t *circuit)
{
    moment_t latest = { .when = INT64_MIN };

    for (unsigned i = 0; circuit->start_times != NULL
                         && i < wmem_array_get_count(circuit->start_times); i++) {
        const moment_t *start = wmem_array_index(circuit->start_times, i);

        if (start->when > latest.when && !nisca_is_before(frame, start)) {
            latest = *start;
        }
    }
    return latest.frame;
}

/* Another place may show the START so long after what shows the new life.  How far a clock was set
 * is known only to the distance of two frames, and HELLOs come every 3 s. */
#define START_WITHIN (3 * NS_PER_S)

/* A circuit counts from the lowest number, and its first messages may be of the other LAN. */
#define FIRST_NUMBERS 16

static bool
nisca_begins(const nisca_way_t *way)
{
    return !way->sent.started || way->sent.origin % (int64_t)way->rules->count < FIRST_NUMBERS;
}

/* Another place has shown what came after a START; that may be sent twice.  Where the clocks
 * were not compared, the first numbers say so. */
static bool
nisca_is_before_first(const nisca_frame_t *frame, const nisca_life_t *life)
{
    const moment_t *first = &life->first;

    if (first->frame == 0 || first->feed == frame->seen.at.feed) {
        return false;
    }
    return nisca_is_before(frame, first)
           || (!observation_is_measured(&frame->seen.at, first)
               && frame->when - first->when <= START_WITHIN && nisca_begins(&life->ways[0])
               && nisca_begins(&life->ways[1]));
}

/* Messages of the life show that it began, and its START comes a little later by its time. */
static bool
nisca_is_heralded_late(const nisca_frame_t *frame, const nisca_life_t *life)
{
    return life->is_unheralded && frame->seen.at.feed != life->start.feed
           && frame->when - life->start.when <= START_WITHIN;
}

nisca_life_t *
nisca_life_heralded(const nisca_frame_t *frame, nisca_circuit_t *circuit)
{
    nisca_life_t *next;
    nisca_life_t *life = nisca_life_at(frame, circuit, &next);

    if (life != NULL
        && (nisca_is_before_first(frame, life) || nisca_is_heralded_late(frame, life))) {
        return life;
    }
    return next != NULL && next->is_unheralded ? next : NULL;
}

void
nisca_life_herald(const nisca_frame_t *frame, nisca_circuit_t *circuit, nisca_life_t *life)
{
    if (life->is_unheralded && life->before != NULL) {
        nisca_found(NISCA_FOUND_RESTARTED, frame->has_booted, 0);
    }
    life->start = frame->seen.at;
    life->has_start = true;
    life->is_unheralded = false;
    nisca_life_keep_start(frame, circuit);
    if (life == &circuit->life) {
        nisca_history_add(&circuit->starts, frame->frame);
        circuit->stacked = true; /* its STACK begins nothing */
        circuit->stack_time = frame->when;
    }
}
