/* ncs-state.c
 * What the first pass keeps of a capture file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-state.h"

#include "feeds.h"

#include <epan/to_str.h>

/* Without a panning id the source alone identifies a node. */
#define NCS_NO_GROUP (UINT64_C(1) << 32)

static void
ncs_describe(const packet_info *pinfo, const identity_t *identity, observed_words_t *words)
{
    words->cluster = identity->group < NCS_NO_GROUP
                         ? wmem_strdup_printf(pinfo->pool, "NCS 0x%08x", (uint32_t)identity->group)
                         : NULL;
    words->sender = words->address = address_to_str(pinfo->pool, &pinfo->net_src);
}

/* An IP identification does not come back sooner, and nobody sends a heartbeat twice. */
static const observer_rules_t ncs_observer_rules = {
    .same_within = 10 * NS_PER_S,
    .repeated_within = 10 * NS_PER_S,
    .describe = ncs_describe,
};

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

uint64_t
ncs_group(const ncs_message_t *message)
{
    return ncs_has_panning_id(message) ? message->panning_id : NCS_NO_GROUP;
}

static uint64_t
ncs_node_key(const observed_cluster_t *cluster, const address *source)
{
    return sightings_mix(ncs_address_key(source), cluster->idx);
}

void *
ncs_obtain(lookup_t *lookup, uint64_t key, size_t size, unsigned cap)
{
    void *value = lookup_obtain(lookup, key, size, cap);

    if (value == NULL) {
        first_pass_tell_limit(&ncs_state()->pass);
    }
    return value;
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
        state->observer = observer_new(&ncs_observer_rules);
        state->feeds = state_map_new();
        state->in_order = wmem_array_new(wmem_file_scope(), sizeof(ncs_node_t *));
        state->members = wmem_array_new(wmem_file_scope(), sizeof(ncs_members_t));
        state->unseen = wmem_array_new(wmem_file_scope(), sizeof(ncs_unseen_t));
        state->others = wmem_array_new(wmem_file_scope(), sizeof(ncs_named_t));
        state->splits = wmem_array_new(wmem_file_scope(), sizeof(ncs_split_t));
        state->silences = wmem_array_new(wmem_file_scope(), sizeof(ncs_silence_t));
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
ncs_found(ncs_found_kind_t kind, uint32_t ref, int64_t value)
{
    first_pass_add(&ncs_state()->pass, (uint8_t)kind, ref, value);
}

/* --- Observation ------------------------------------------------------------------- */

uint32_t
ncs_link(const finding_view_t *view, uint32_t frame)
{
    return observation_link(ncs_state()->observer, frame, view->w->pinfo);
}

static observed_cluster_t *
ncs_observed_cluster(const ncs_message_t *message)
{
    return ncs_state() == NULL ? NULL
                               : observation_cluster(ncs_state()->observer, message->pinfo,
                                                     ncs_group(message));
}

/* --- Nodes and clusters ----------------------------------------------------------- */

ncs_cluster_t *
ncs_cluster_find(const ncs_message_t *message)
{
    const observed_cluster_t *cluster = ncs_observed_cluster(message);

    return cluster != NULL && ncs_has_panning_id(message) ? cluster->state : NULL;
}

const char *
ncs_cluster_name(wmem_allocator_t *scope, const ncs_cluster_t *cluster, uint32_t panning_id)
{
    return wmem_strdup_printf(scope, "0x%08x%s", panning_id,
                              observation_lan(scope, cluster != NULL ? cluster->seen : NULL));
}

static ncs_cluster_t *
ncs_cluster_obtain(const ncs_message_t *message, observed_cluster_t *observed)
{
    ncs_cluster_t *cluster = observed->state;

    if (cluster == NULL && ncs_has_panning_id(message)
        && ncs_state()->cluster_count < NCS_NODES_MAX) {
        cluster = wmem_new0(wmem_file_scope(), ncs_cluster_t);
        cluster->idx = ncs_state()->cluster_count++;
        cluster->panning_id = message->panning_id;
        cluster->masters = wmem_tree_new(wmem_file_scope());
        cluster->seen = observed;
        observed->state = cluster;
    }
    return cluster;
}

static void
ncs_node_begin(const ncs_message_t *message, observed_cluster_t *observed, ncs_node_t *node)
{
    wmem_array_t *in_order = ncs_state()->in_order;

    node->cluster = ncs_cluster_obtain(message, observed);
    node->first_frame = message->pinfo->num;
    node->role = message->role;
    node->silent = true;
    node->awake.data = node;
    copy_address_wmem(wmem_file_scope(), &node->address, &message->pinfo->net_src);
    node->idx = wmem_array_get_count(in_order);
    wmem_array_append_one(in_order, node);
}

ncs_node_t *
ncs_node_obtain(const ncs_message_t *message, const observation_t *seen)
{
    uint64_t key = ncs_node_key(seen->cluster, &message->pinfo->net_src);
    ncs_node_t *node = (ncs_node_t *)ncs_obtain(&ncs_state()->nodes, key, sizeof *node,
                                                NCS_NODES_MAX);

    if (node != NULL && node->first_frame == 0) {
        ncs_node_begin(message, seen->cluster, node);
    }
    return node;
}

ncs_rhythm_t *
ncs_rhythm_obtain(const ncs_node_t *node, uint32_t place)
{
    return ncs_obtain(&ncs_state()->rhythms, sightings_mix(node->idx, place),
                      sizeof(ncs_rhythm_t), 4 * NCS_NODES_MAX);
}

const ncs_rhythm_t *
ncs_rhythm_find(const ncs_node_t *node, uint32_t place)
{
    return lookup_find(&ncs_state()->rhythms, sightings_mix(node->idx, place));
}

ncs_panning_t *
ncs_panning_obtain(const ncs_message_t *message, const observation_t *seen)
{
    uint64_t key = sightings_mix(ncs_address_key(&message->pinfo->net_src), seen->at.feed);

    return ncs_obtain(&ncs_state()->panning, key, sizeof(ncs_panning_t), NCS_NODES_MAX);
}

ncs_node_t *
ncs_node_find(const ncs_message_t *message, const address *source)
{
    const observed_cluster_t *cluster = ncs_observed_cluster(message);

    return cluster == NULL ? NULL
                           : lookup_find(&ncs_state()->nodes, ncs_node_key(cluster, source));
}

const ncs_node_t *
ncs_node_at(uint32_t idx)
{
    return *(ncs_node_t **)wmem_array_index(ncs_state()->in_order, idx);
}

const address *
ncs_node_address(uint32_t idx)
{
    return &ncs_node_at(idx)->address;
}
