/* nisca-cnx-locks.c
 * Resources of the lock manager, by name.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx-state.h"

#include "capture_point.h"

#define WORDS ((NISCA_LCK_NAME_SIZE + 1) / sizeof(uint64_t))

static uint64_t
nisca_cnx_resource_key(const nisca_cnx_frame_t *frame)
{
    uint64_t words[WORDS] = { 0 };
    uint64_t key = sightings_mix(frame->realm, frame->cnx->resource_size);

    memcpy(words, frame->cnx->resource, frame->cnx->resource_size);
    for (size_t i = 0; i * sizeof *words < frame->cnx->resource_size; i++) {
        key = sightings_mix(key, words[i]);
    }
    return key;
}

static uint32_t
nisca_cnx_new_resource(const nisca_cnx_frame_t *frame)
{
    nisca_cnx_resource_t resource = {
        .name = nisca_lck_name_text(wmem_file_scope(), frame->cnx->resource,
                                    frame->cnx->resource_size),
        .seen = frame->seen,
        .group = frame->message->group,
    };

    wmem_array_append_one(nisca_cnx_state->resource_list, resource);
    return wmem_array_get_count(nisca_cnx_state->resource_list);
}

uint32_t
nisca_cnx_resource(const nisca_cnx_frame_t *frame)
{
    uint32_t *idx;

    if (frame->cnx->resource_size == 0) {
        return 0;
    }
    idx = nisca_cnx_obtain(&nisca_cnx_state->resources, nisca_cnx_resource_key(frame),
                           sizeof *idx, NISCA_CNX_MAX_RESOURCES);
    if (idx != NULL && *idx == 0) {
        *idx = nisca_cnx_new_resource(frame);
    }
    return idx != NULL ? *idx : 0;
}
