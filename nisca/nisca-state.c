/* nisca-state.c
 * What the first pass remembers of a capture file, and what that is made of.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

nisca_state_t *nisca_state;

/* A HELLO comes every 3 s; nodes of V5.5 are as late as 3.2 s.  Who is not
 * heard for 8 s is gone. */
const cadence_rules_t nisca_hello_rules = {
    .period = 3 * NS_PER_S,
    .late_above = 3500 * NS_PER_MS,
    .lost_from = 8 * NS_PER_S,
};

static void
nisca_state_begin_file(void)
{
    nisca_state = wmem_new0(wmem_file_scope(), nisca_state_t);
    first_pass_begin_file(&nisca_state->pass, NISCA_FOUND_LIMIT);
    nisca_state->nodes = state_map_new();
    nisca_state->circuits = state_map_new();
    nisca_state->copies = state_map_new();
    nisca_state->names = state_map_new();
    nisca_state->adapters = state_map_new();
    nisca_state->channels = state_map_new();
    nisca_state->rhythms = state_map_new();
    nisca_state->conids = state_map_new();
    nisca_state->requests = requests_new();
}

void
nisca_state_begin_frame(uint32_t frame)
{
    if (nisca_state == NULL) {
        nisca_state_begin_file();
    }
    first_pass_begin_frame(&nisca_state->pass, frame);
    links_forget(&nisca_state->acks, frame);
    requests_forget(nisca_state->requests, frame);
    observation_forget(nisca_state->observer, frame);
}

const observed_cluster_t *
nisca_observed_cluster(const packet_info *pinfo, uint32_t group)
{
    return nisca_state != NULL ? observation_cluster(nisca_state->observer, pinfo, group) : NULL;
}

uint32_t
nisca_cluster_of(const packet_info *pinfo, uint32_t group)
{
    const observed_cluster_t *cluster = nisca_observed_cluster(pinfo, group);

    return cluster != NULL ? cluster->idx : NISCA_ANY_CLUSTER;
}

const observed_cluster_t *
nisca_clone_of(const packet_info *pinfo, uint32_t group)
{
    return nisca_state != NULL && nisca_state->clusters > 1 ? nisca_observed_cluster(pinfo, group)
                                                            : NULL;
}

uint64_t
nisca_realm(const observed_cluster_t *cluster, uint32_t group)
{
    uint64_t clone = cluster != NULL && cluster->is_apart ? (uint64_t)cluster->idx + 1 : 0;

    return clone << 32 | group;
}

const char *
nisca_realm_text(wmem_allocator_t *pool, const observed_cluster_t *cluster, uint32_t group)
{
    bool is_clone = cluster != NULL && (cluster->is_apart || cluster->has_twin);

    return wmem_strdup_printf(pool, "%u%s", group,
                              is_clone ? observation_lan(pool, cluster) : "");
}

uint32_t
nisca_link(const finding_view_t *view, uint32_t frame)
{
    return observation_link(nisca_state->observer, frame, view->w->pinfo);
}

void
nisca_state_register(void)
{
    first_pass_forget_with_file((void **)&nisca_state);
}

void
nisca_history_add(nisca_history_t *history, uint32_t frame)
{
    if (history->frames == NULL) {
        history->frames = wmem_tree_new(wmem_file_scope());
    }
    wmem_tree_insert32(history->frames, frame, GUINT_TO_POINTER(frame));
    history->count++;
}

uint32_t
nisca_history_before(const nisca_history_t *history, uint32_t frame)
{
    return history->frames != NULL
               ? GPOINTER_TO_UINT(wmem_tree_lookup32_le(history->frames, frame - 1))
               : 0;
}
