/* transmissions.c
 * A memory of recent transmissions.
 *
 * A hash table that nothing is taken out of: where it is full, something new takes the
 * place of the oldest near it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "transmissions.h"

#include "lookup.h"

/* What most files need, so that few of them see it grow: 384 KiB. */
#define FIRST_SIZE 8192

/* 3 MiB, which an hour of HELLOs of thirty nodes does not fill. */
#define MAX_SIZE 65536

/* Slots that are looked at, and those of which the oldest makes room. */
#define PROBES 64
#define PROBES_FOR_ROOM 8

/* Slot number `i` of those that may have a key.  Which ones is different in every file,
 * so that nobody can make a file of keys that share them. */
static transmission_t *
transmissions_slot(const transmissions_t *memory, uint64_t key, unsigned i)
{
    uint32_t home = (uint32_t)(key * memory->salt >> 32);

    return &memory->slots[(home + i) & (memory->size - 1)];
}

transmission_t *
transmissions_find(const transmissions_t *memory, uint64_t key)
{
    for (unsigned i = 0; i < PROBES && memory->size > 0; i++) {
        transmission_t *slot = transmissions_slot(memory, key, i);

        if (slot->frame == 0) {
            return NULL;
        }
        if (slot->key == key) {
            return slot;
        }
    }
    return NULL;
}

static transmission_t *
transmissions_oldest(const transmissions_t *memory, uint64_t key)
{
    transmission_t *oldest = transmissions_slot(memory, key, 0);

    for (unsigned i = 1; i < PROBES_FOR_ROOM; i++) {
        transmission_t *slot = transmissions_slot(memory, key, i);

        if (slot->frame < oldest->frame) {
            oldest = slot;
        }
    }
    return oldest;
}

/* The slot for a key that has none. */
static transmission_t *
transmissions_room(transmissions_t *memory, uint64_t key)
{
    bool is_full = memory->used >= memory->size / 4 * 3;

    for (unsigned i = 0; i < PROBES && !is_full; i++) {
        transmission_t *slot = transmissions_slot(memory, key, i);

        if (slot->frame == 0) {
            memory->used++;
            return slot;
        }
    }
    return transmissions_oldest(memory, key);
}

static void
transmissions_grow(transmissions_t *memory)
{
    transmissions_t old = *memory;

    memory->size = old.size > 0 ? old.size * 2 : FIRST_SIZE;
    memory->salt = old.size > 0 ? old.salt : lookup_salt();
    memory->used = 0;
    memory->slots = wmem_alloc0_array(wmem_file_scope(), transmission_t, memory->size);
    for (uint32_t i = 0; i < old.size; i++) {
        if (old.slots[i].frame != 0) {
            *transmissions_room(memory, old.slots[i].key) = old.slots[i];
        }
    }
    wmem_free(wmem_file_scope(), old.slots);
}

void
transmissions_add(transmissions_t *memory, const transmission_t *transmission)
{
    transmission_t *slot = transmissions_find(memory, transmission->key);

    if (slot == NULL) {
        if (memory->used >= memory->size / 2 && memory->size < MAX_SIZE) {
            transmissions_grow(memory);
        }
        slot = transmissions_room(memory, transmission->key);
    }
    *slot = *transmission;
}
