/* nisca-cnx-locks.c
 * Resources of the lock manager, by name.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx-state.h"

/* There is no padding: it is hashed as it is. */
typedef struct {
    uint32_t group, size;
    uint8_t name[NISCA_LCK_NAME_SIZE + 1];
} nisca_cnx_resource_key_t;

static unsigned
nisca_cnx_resource_hash(const void *key)
{
    const nisca_cnx_resource_key_t *resource = key;

    return wmem_strong_hash((const uint8_t *)key,
                            offsetof(nisca_cnx_resource_key_t, name) + resource->size);
}

static gboolean
nisca_cnx_resource_equal(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(nisca_cnx_resource_key_t)) == 0;
}

static uint32_t
nisca_cnx_new_resource(const nisca_cnx_resource_key_t *key)
{
    uint32_t index = wmem_array_get_count(nisca_cnx_state->resource_list) + 1;
    nisca_cnx_resource_t resource = {
        .name = nisca_lck_name_text(wmem_file_scope(), key->name, key->size),
        .group = key->group,
    };

    wmem_array_append_one(nisca_cnx_state->resource_list, resource);
    wmem_map_insert(nisca_cnx_state->resources, wmem_memdup(wmem_file_scope(), key, sizeof *key),
                    GUINT_TO_POINTER(index));
    return index;
}

uint32_t
nisca_cnx_resource(const nisca_cnx_frame_t *frame)
{
    const nisca_cnx_t *cnx = frame->cnx;
    nisca_cnx_resource_key_t key = { .group = frame->message->group, .size = cnx->resource_size };
    uint32_t index;

    if (cnx->resource_size == 0) {
        return 0;
    }
    if (nisca_cnx_state->resources == NULL) {
        nisca_cnx_state->resources = wmem_map_new(wmem_file_scope(), nisca_cnx_resource_hash,
                                                  nisca_cnx_resource_equal);
    }
    memcpy(key.name, cnx->resource, cnx->resource_size);
    index = GPOINTER_TO_UINT(wmem_map_lookup(nisca_cnx_state->resources, &key));
    if (index != 0) {
        return index;
    }
    if (wmem_map_size(nisca_cnx_state->resources) >= NISCA_CNX_MAX_RESOURCES) {
        first_pass_tell_limit(&nisca_cnx_state->pass);
        return 0;
    }
    return nisca_cnx_new_resource(&key);
}
