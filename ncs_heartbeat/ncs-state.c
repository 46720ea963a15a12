/* ncs-state.c
 * What the first pass keeps of a capture file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-state.h"

/* Nodes that are followed.  The product has 2 to 32 nodes in a cluster; more
 * than this are forged sources. */
#define NCS_NODES_MAX 4096

/* A duplicate repeats a datagram this soon after its latest copy. */
#define NCS_DUPLICATE_WINDOW (NS_PER_S / 100)

static void *file_state;

/* --- Keys ------------------------------------------------------------------------ */

uint32_t
ncs_ipv4(const address *addr)
{
    uint32_t big_endian = 0;

    if (addr->type == AT_IPv4) {
        memcpy(&big_endian, addr->data, sizeof big_endian);
    }
    return g_ntohl(big_endian);
}

uint64_t
ncs_address_key(const address *addr)
{
    uint64_t hash = 0;

    if (addr->type == AT_IPv4) {
        return UINT64_C(1) << 32 | ncs_ipv4(addr);
    }
    for (int i = 0; i < addr->len; i++) {
        hash = sightings_mix(hash, ((const uint8_t *)addr->data)[i]);
    }
    return hash;
}

static state_key_t
ncs_cluster_key(const ncs_message_t *message)
{
    return (state_key_t){ .first = message->panning_id, .third = capture_point(message->pinfo) };
}

/* Without a panning id the source alone identifies a node. */
static state_key_t
ncs_node_key(const ncs_message_t *message, const address *source)
{
    state_key_t key = { .second = ncs_address_key(source),
                        .third = capture_point(message->pinfo) };

    if (ncs_has_panning_id(message)) {
        key.first = UINT64_C(1) << 32 | message->panning_id;
    }
    return key;
}

/* --- The file -------------------------------------------------------------------- */

ncs_state_t *
ncs_state(void)
{
    return (ncs_state_t *)file_state;
}

ncs_state_t *
ncs_state_obtain(void)
{
    ncs_state_t *state = ncs_state();

    if (state == NULL) {
        state = wmem_new0(wmem_file_scope(), ncs_state_t);
        first_pass_begin_file(&state->pass, NCS_FOUND_LIMIT);
        state->sightings = sightings_new(NCS_DUPLICATE_WINDOW);
        state->nodes = state_map_new();
        state->clusters = state_map_new();
        state->points = state_map_new();
        state->in_order = wmem_array_new(wmem_file_scope(), sizeof(ncs_node_t *));
        file_state = state;
    }
    return state;
}

void
ncs_state_register(void)
{
    first_pass_forget_with_file(&file_state);
}

void
ncs_found(ncs_found_t kind, uint32_t ref, int64_t value)
{
    first_pass_add(&ncs_state()->pass, (uint8_t)kind, ref, value);
}

/* --- Nodes and clusters ----------------------------------------------------------- */

ncs_cluster_t *
ncs_cluster_find(const ncs_message_t *message)
{
    if (ncs_state() == NULL || !ncs_has_panning_id(message)) {
        return NULL;
    }
    return (ncs_cluster_t *)state_find(ncs_state()->clusters, ncs_cluster_key(message));
}

/* There are no more clusters than nodes, so that their number needs no cap of
 * its own. */
static ncs_cluster_t *
ncs_cluster_obtain(const ncs_message_t *message)
{
    ncs_state_t *state = ncs_state();
    ncs_cluster_t *cluster = NULL;

    if (ncs_has_panning_id(message)) {
        cluster = (ncs_cluster_t *)state_obtain(&state->pass, state->clusters,
                                                ncs_cluster_key(message), sizeof *cluster,
                                                NCS_NODES_MAX);
    }
    if (cluster != NULL && cluster->masters == NULL) {
        cluster->panning_id = message->panning_id;
        cluster->masters = wmem_tree_new(wmem_file_scope());
    }
    return cluster;
}

static void
ncs_node_begin(const ncs_message_t *message, ncs_node_t *node)
{
    wmem_array_t *in_order = ncs_state()->in_order;

    node->cluster = ncs_cluster_obtain(message);
    node->first_frame = message->pinfo->num;
    node->role = message->role;
    node->silent = true;
    node->awake.data = node;
    copy_address_wmem(wmem_file_scope(), &node->address, &message->pinfo->net_src);
    node->index = wmem_array_get_count(in_order);
    wmem_array_append_one(in_order, node);
}

ncs_node_t *
ncs_node_obtain(const ncs_message_t *message)
{
    ncs_state_t *state = ncs_state();
    state_key_t key = ncs_node_key(message, &message->pinfo->net_src);
    ncs_node_t *node = (ncs_node_t *)state_obtain(&state->pass, state->nodes, key, sizeof *node,
                                                  NCS_NODES_MAX);

    if (node != NULL && node->first_frame == 0) {
        ncs_node_begin(message, node);
    }
    return node;
}

ncs_node_t *
ncs_node_find(const ncs_message_t *message, const address *source)
{
    if (ncs_state() == NULL) {
        return NULL;
    }
    return (ncs_node_t *)state_find(ncs_state()->nodes, ncs_node_key(message, source));
}

const address *
ncs_node_address(uint32_t index)
{
    return &(*(ncs_node_t **)wmem_array_index(ncs_state()->in_order, index))->address;
}
