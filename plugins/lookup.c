/* lookup.c
 * Structures found by a mixed 64-bit key.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "lookup.h"

#define FIRST_SIZE 64

uint64_t
lookup_salt(void)
{
    return (uint64_t)g_random_int() << 32 | g_random_int() | 1;
}

/* The slot with this key, or the empty one where it would be.  There are always empty
 * ones. */
static lookup_slot_t *
lookup_slot(const lookup_t *lookup, uint64_t key)
{
    uint32_t i = (uint32_t)(key * lookup->salt >> 32) & (lookup->size - 1);

    while (lookup->slots[i].value != NULL && lookup->slots[i].key != key) {
        i = (i + 1) & (lookup->size - 1);
    }
    return &lookup->slots[i];
}

static void
lookup_grow(lookup_t *lookup)
{
    lookup_t old = *lookup;

    lookup->size = old.size > 0 ? old.size * 2 : FIRST_SIZE;
    lookup->salt = old.size > 0 ? old.salt : lookup_salt();
    lookup->slots = wmem_alloc0_array(wmem_file_scope(), lookup_slot_t, lookup->size);
    for (uint32_t i = 0; i < old.size; i++) {
        if (old.slots[i].value != NULL) {
            *lookup_slot(lookup, old.slots[i].key) = old.slots[i];
        }
    }
    wmem_free(wmem_file_scope(), old.slots);
}

void *
lookup_find(const lookup_t *lookup, uint64_t key)
{
    return lookup->size > 0 ? lookup_slot(lookup, key)->value : NULL;
}

void *
lookup_obtain(lookup_t *lookup, uint64_t key, size_t size, uint32_t cap)
{
    void *value = lookup_find(lookup, key);
    lookup_slot_t *slot;

    if (value != NULL || lookup->used >= cap) {
        return value;
    }
    if (lookup->used >= lookup->size / 2) {
        lookup_grow(lookup);
    }
    slot = lookup_slot(lookup, key);
    slot->key = key;
    slot->value = wmem_alloc0(wmem_file_scope(), size);
    lookup->used++;
    return slot->value;
}
