/* nisca-state.c
 * What the first pass remembers of a capture file, and what that is made of.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

/* Copies of a frame at another capture point come this soon, however far
 * apart the clocks are. */
#define COPIED_WITHIN (10 * NS_PER_S)

nisca_state_t *nisca_state;

void
nisca_state_begin(void)
{
    nisca_state = wmem_new0(wmem_file_scope(), nisca_state_t);
    nisca_state->findings = findings_new();
    nisca_state->sightings = sightings_new(COPIED_WITHIN);
    nisca_state->nodes = nisca_map_new();
    nisca_state->pairs = nisca_map_new();
    nisca_state->circuits = nisca_map_new();
    nisca_state->groups = nisca_map_new();
    nisca_state->names = nisca_map_new();
    nisca_state->adapters = nisca_map_new();
    nisca_state->channels = nisca_map_new();
    nisca_state->answers = nisca_map_new();
    nisca_state->conids = nisca_map_new();
    nisca_state->copies = wmem_array_new(wmem_file_scope(), sizeof(nisca_copy_t));
    nisca_state->connections = wmem_array_new(wmem_file_scope(), sizeof(nisca_connection_t *));
}

static void
nisca_state_forget(void)
{
    nisca_state = NULL; /* its memory goes with the file's */
}

void
nisca_state_register(void)
{
    register_init_routine(nisca_state_forget);
    register_cleanup_routine(nisca_state_forget);
}

finding_t *
nisca_add_finding(const nisca_frame_t *frame, nisca_finding_kind_t kind, uint32_t ref,
                  int64_t value)
{
    return findings_add(nisca_state->findings, frame->frame, (uint8_t)kind, ref, value);
}

bool
nisca_is_finding(const finding_t *finding, nisca_finding_kind_t kind, uint32_t frame)
{
    return finding != NULL && finding->kind == kind && finding->frame == frame;
}

static unsigned
nisca_key_hash(const void *key)
{
    return wmem_strong_hash((const uint8_t *)key, sizeof(nisca_key_t));
}

static gboolean
nisca_key_equal(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(nisca_key_t)) == 0;
}

wmem_map_t *
nisca_map_new(void)
{
    return wmem_map_new(wmem_file_scope(), nisca_key_hash, nisca_key_equal);
}

void
nisca_tell_limit(const nisca_frame_t *frame)
{
    if (!nisca_state->limit_told) {
        nisca_state->limit_told = true;
        nisca_add_finding(frame, NISCA_FOUND_LIMIT, 0, 0);
    }
}

void *
nisca_obtain(const nisca_frame_t *frame, wmem_map_t *map, const nisca_key_t *key, size_t size,
             unsigned cap)
{
    void *value = wmem_map_lookup(map, key);
    nisca_key_t *entry;

    if (value != NULL) {
        return value;
    }
    if (wmem_map_size(map) >= cap) {
        nisca_tell_limit(frame);
        return NULL;
    }
    entry = (nisca_key_t *)wmem_alloc0(wmem_file_scope(), sizeof *entry + size);
    *entry = *key;
    wmem_map_insert(map, entry, entry + 1);
    return entry + 1;
}

void
nisca_history_mark(nisca_history_t **history, uint32_t frame, uint32_t value)
{
    nisca_event_t event = { .frame = frame, .value = value };

    if (*history == NULL) {
        *history = wmem_array_sized_new(wmem_file_scope(), sizeof event, 1);
    }
    wmem_array_append_one(*history, event);
}

static const nisca_event_t *
nisca_history_at(const nisca_history_t *history, unsigned index)
{
    return (const nisca_event_t *)wmem_array_index((nisca_history_t *)history, index);
}

void
nisca_history_add(nisca_history_t **history, uint32_t frame, uint32_t value)
{
    unsigned count = *history != NULL ? wmem_array_get_count(*history) : 0;

    if (count == 0 || nisca_history_at(*history, count - 1)->value != value) {
        nisca_history_mark(history, frame, value);
    }
}

const nisca_event_t *
nisca_history_before(const nisca_history_t *history, uint32_t frame)
{
    unsigned low = 0, high;

    if (history == NULL) {
        return NULL;
    }
    high = wmem_array_get_count((nisca_history_t *)history);
    while (low < high) {
        unsigned middle = low + (high - low) / 2;

        if (nisca_history_at(history, middle)->frame < frame) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 ? nisca_history_at(history, low - 1) : NULL;
}

uint32_t
nisca_history_frame(const nisca_history_t *history, uint32_t frame)
{
    const nisca_event_t *event = nisca_history_before(history, frame);

    return event != NULL ? event->frame : 0;
}
