/* first_pass.c
 * What every first pass needs.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "first_pass.h"

#include "capture_point.h"

/* Who keeps state of a file. */
#define OWNERS_MAX 16

static void **owners[OWNERS_MAX];
static unsigned owner_count;

bool
first_pass_is_due(const packet_info *pinfo)
{
    return !PINFO_FD_VISITED(pinfo) && !pinfo->flags.in_error_pkt
           && pinfo->curr_proto_layer_num == 1 && capture_has_time(pinfo);
}

void
first_pass_begin_file(first_pass_t *pass, uint8_t limit_kind)
{
    *pass = (first_pass_t){ .findings = findings_new(), .limit_kind = limit_kind };
}

void
first_pass_begin_frame(first_pass_t *pass, uint32_t frame)
{
    findings_forget(pass->findings, frame);
    pass->frame = frame;
}

finding_t *
first_pass_add(const first_pass_t *pass, uint8_t kind, uint32_t ref, int64_t value)
{
    return findings_add(pass->findings, pass->frame, kind, ref, value);
}

void
first_pass_tell_limit(first_pass_t *pass)
{
    if (!pass->limit_told) {
        pass->limit_told = true;
        first_pass_add(pass, pass->limit_kind, 0, 0);
    }
}

/* What the pointers led to goes with the file's memory. */
static void
forget_file(void)
{
    for (unsigned i = 0; i < owner_count; i++) {
        *owners[i] = NULL;
    }
}

void
first_pass_forget_with_file(void **state)
{
    g_return_if_fail(owner_count < OWNERS_MAX);
    if (owner_count == 0) {
        register_init_routine(forget_file);
        register_cleanup_routine(forget_file);
    }
    owners[owner_count++] = state;
}

static unsigned
state_key_hash(const void *key)
{
    const state_key_t *k = (const state_key_t *)key;
    uint64_t hash = sightings_mix(sightings_mix(k->first, k->second),
                                  (uint64_t)k->third << 32 | k->fourth);

    return (unsigned)hash;
}

static gboolean
state_key_equal(const void *a, const void *b)
{
    const state_key_t *x = (const state_key_t *)a;
    const state_key_t *y = (const state_key_t *)b;

    return x->first == y->first && x->second == y->second && x->third == y->third
           && x->fourth == y->fourth;
}

wmem_map_t *
state_map_new(void)
{
    return wmem_map_new(wmem_file_scope(), state_key_hash, state_key_equal);
}

void *
state_obtain(first_pass_t *pass, wmem_map_t *map, state_key_t key, size_t size, unsigned cap)
{
    void *value = wmem_map_lookup(map, &key);
    state_key_t *entry;

    if (value != NULL) {
        return value;
    }
    if (wmem_map_size(map) >= cap) {
        first_pass_tell_limit(pass);
        return NULL;
    }
    entry = (state_key_t *)wmem_alloc0(wmem_file_scope(), sizeof *entry + size);
    *entry = key;
    wmem_map_insert(map, entry, entry + 1);
    return entry + 1;
}

void
state_insert(wmem_map_t *map, state_key_t key, void *value)
{
    const void *known = NULL;

    if (!wmem_map_lookup_extended(map, &key, &known, NULL)) {
        known = wmem_memdup(wmem_file_scope(), &key, sizeof key);
    }
    wmem_map_insert(map, known, value);
}
