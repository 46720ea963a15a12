/* nisca-cnx-members.c
 * Nodes and clusters: which node belongs to which cluster under which index, and
 * what it tells of itself.
 *
 * A cluster is known by the time when it was formed, which proposals and STATUS
 * of a member name.  Other messages belong to the cluster that their nodes were
 * members of last.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx-state.h"

#include "capture_point.h"

/* --- Nodes and clusters ------------------------------------------------------------ */

nisca_cnx_node_t *
nisca_cnx_node(uint64_t realm, uint64_t addr)
{
    nisca_cnx_node_t *node = nisca_cnx_obtain(&nisca_cnx_state->nodes, sightings_mix(addr, realm),
                                              sizeof *node, NISCA_CNX_MAX_NODES);

    if (node != NULL) {
        node->addr = addr;
    }
    return node;
}

static nisca_cnx_cluster_t *
nisca_cnx_cluster(uint64_t realm, uint64_t formed)
{
    nisca_cnx_cluster_t *cluster =
        nisca_cnx_obtain(&nisca_cnx_state->clusters, sightings_mix(formed, realm),
                         sizeof *cluster, NISCA_CNX_MAX_CLUSTERS);

    if (cluster != NULL && cluster->group == NULL) {
        cluster->formed = formed;
        cluster->group = nisca_cnx_obtain(&nisca_cnx_state->groups, realm, sizeof *cluster->group,
                                          NISCA_CNX_MAX_CLUSTERS);
    }
    return cluster;
}

static bool
nisca_cnx_is_formed(const nisca_cnx_cluster_t *cluster)
{
    return cluster != NULL && cluster->formed != 0;
}

/* What a member's STATUS, and each proposal, say of the sender's cluster. */
static bool
nisca_cnx_names_cluster(const nisca_cnx_t *cnx)
{
    return cnx->formed != 0 && (cnx->has_map || (cnx->has_status && cnx->members > 0));
}

nisca_cnx_cluster_t *
nisca_cnx_cluster_of(const nisca_cnx_frame_t *frame)
{
    if (frame->cnx->has_header && nisca_cnx_names_cluster(frame->cnx)) {
        return nisca_cnx_cluster(frame->realm, frame->cnx->formed);
    }
    if (nisca_cnx_is_formed(frame->src->cluster)) {
        return frame->src->cluster;
    }
    if (nisca_cnx_is_formed(frame->dst->cluster)) {
        return frame->dst->cluster;
    }
    return frame->src->cluster != NULL ? frame->src->cluster : nisca_cnx_cluster(frame->realm, 0);
}

/* A cluster that is named after another one was proves that both exist. */
static void
nisca_cnx_tell_two_clusters(const nisca_cnx_frame_t *frame)
{
    nisca_cnx_group_t *group = frame->cluster->group;
    const nisca_cnx_cluster_t *other = group->spoken;

    if (other == NULL || other == frame->cluster || frame->cluster->speaker == NULL
        || other->speaker == frame->src || group->is_told) {
        return;
    }
    group->is_told = true;
    nisca_cnx_tell(frame->src,
                   wmem_strdup_printf(wmem_file_scope(),
                                      "Two clusters share group %u: %s is in one, %s in another, "
                                      "which were formed at different times",
                                      frame->message->group, nisca_cnx_label(frame->src),
                                      nisca_cnx_label(other->speaker)));
}

void
nisca_cnx_note_cluster(const nisca_cnx_frame_t *frame)
{
    const nisca_cnx_t *cnx = frame->cnx;

    if (cnx->has_status && cnx->members == 0) {
        frame->src->cluster = NULL;
        frame->src->is_newcomer = true;
    } else if (nisca_cnx_names_cluster(cnx) && cnx->code != NISCA_TRANSITION_FORM) {
        nisca_cnx_tell_two_clusters(frame);
        frame->cluster->speaker = frame->src;
        frame->cluster->group->spoken = frame->cluster;
        frame->src->cluster = frame->cluster;
    } else if (frame->src->cluster == NULL) {
        frame->src->cluster = frame->cluster;
    }
}

void
nisca_cnx_note_members(const nisca_cnx_transition_t *transition)
{
    unsigned count = wmem_array_get_count(transition->participants);

    transition->coordinator->cluster = transition->cluster;
    transition->coordinator->is_newcomer = false;
    for (unsigned i = 0; i < count; i++) {
        const nisca_cnx_participant_t *participant =
            wmem_array_index(transition->participants, i);

        participant->node->cluster = transition->cluster;
        participant->node->is_newcomer = false;
    }
}

/* --- DESC ------------------------------------------------------------------------ */

static void
nisca_cnx_keep_description(nisca_cnx_transition_t *transition, uint32_t idx,
                           nisca_cnx_node_t *node)
{
    nisca_cnx_described_t described = { idx, node };

    if (transition->described == NULL) {
        transition->described = wmem_array_new(wmem_file_scope(), sizeof described);
    }
    if (wmem_array_get_count(transition->described) < NISCA_CNX_INDEXES) {
        wmem_array_append_one(transition->described, described);
    }
}

/* DESC alone tells which node has which index.  What looks wrong is not used:
 * the layout is known from one version.  Only the newcomer is told of the
 * coordinator (captures). */
void
nisca_cnx_describe(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    const uint64_t prefix = UINT64_C(0xaa000400) << 16;
    const nisca_cnx_t *cnx = frame->cnx;
    uint32_t idx = cnx->csid & 0xffff;
    nisca_cnx_node_t *node;

    if (!cnx->has_desc || idx == 0 || idx >= NISCA_CNX_INDEXES || cnx->slot != idx - 1
        || cnx->systemid > UINT16_MAX) { /* no address is known of such a node */
        return;
    }
    node = nisca_cnx_node(frame->realm, prefix | (cnx->systemid & 0xff) << 8
                                            | (cnx->systemid >> 8 & 0xff));
    if (node == NULL) {
        return;
    }
    nisca_cnx_keep_description(transition, idx, node);
    if (node == frame->src) {
        transition->newcomer = frame->dst;
    }
}

/* Nobody describes a newcomer to itself: in a cluster of two its index is told by
 * nothing but the map. */
static void
nisca_cnx_name_newcomer(const nisca_cnx_transition_t *transition)
{
    nisca_cnx_cluster_t *cluster = transition->cluster;
    unsigned nameless = 0, count = 0;

    for (unsigned idx = 0; idx < NISCA_CNX_INDEXES; idx++) {
        if (!(transition->map[idx / 8] >> idx % 8 & 1)) {
            continue;
        }
        if (cluster->by_index[idx] == transition->newcomer) {
            return;
        }
        if (cluster->by_index[idx] == NULL) {
            nameless = idx;
            count++;
        }
    }
    if (count == 1) {
        cluster->by_index[nameless] = transition->newcomer;
    }
}

void
nisca_cnx_take_descriptions(const nisca_cnx_transition_t *transition)
{
    unsigned count =
        transition->described != NULL ? wmem_array_get_count(transition->described) : 0;

    for (unsigned i = 0; i < count; i++) {
        const nisca_cnx_described_t *described = wmem_array_index(transition->described, i);

        transition->cluster->by_index[described->idx] = described->node;
    }
    if (transition->newcomer != NULL) {
        nisca_cnx_name_newcomer(transition);
    }
}

/* --- Preparation ------------------------------------------------------------------- */

void
nisca_cnx_prepare(const nisca_cnx_frame_t *frame)
{
    nisca_cnx_preparation_t *preparation = frame->src->preparation;

    if (preparation == NULL) {
        preparation = wmem_new0(wmem_file_scope(), nisca_cnx_preparation_t);
        frame->src->preparation = preparation;
    }
    if (preparation->count == NISCA_CNX_PREPARING) {
        preparation->count = 0;
    }
    preparation->findings[preparation->count++] =
        nisca_cnx_find(NISCA_CNX_FOUND_TRANSITION, 0, 0);
}

void
nisca_cnx_drop_preparation(const nisca_cnx_frame_t *frame)
{
    if (frame->src->preparation != NULL) {
        frame->src->preparation->count = 0;
    }
}

void
nisca_cnx_take_preparation(const nisca_cnx_frame_t *frame,
                           const nisca_cnx_transition_t *transition)
{
    nisca_cnx_preparation_t *preparation = transition->coordinator->preparation;

    if (preparation == NULL) {
        return;
    }
    for (unsigned i = 0; i < preparation->count; i++) {
        finding_t *finding = preparation->findings[i];

        if (finding->kind == NISCA_CNX_FOUND_TRANSITION && finding->ref == 0
            && finding->frame < frame->frame) {
            finding->ref = transition->idx;
        }
    }
    preparation->count = 0;
}

/* --- STATUS and ENTER ----------------------------------------------------------------- */

static void
nisca_cnx_compare_parameter(const nisca_cnx_frame_t *frame, const char *name, uint32_t mine,
                            uint32_t other)
{
    if (mine != other) {
        nisca_cnx_find(NISCA_CNX_FOUND_PARAMETERS,
                       nisca_cnx_keep_words(frame->src,
                                            wmem_strdup_printf(wmem_file_scope(),
                                                               "%s is %u at %s, and %u at %s",
                                                               name, mine,
                                                               nisca_cnx_label(frame->src), other,
                                                               nisca_cnx_label(frame->dst))),
                       0);
    }
}

/* Nodes tell each other when they connect.  Said once for what a node has, not
 * with each of its connections; members of two clusters may differ. */
void
nisca_cnx_learn_status(const nisca_cnx_frame_t *frame)
{
    const nisca_cnx_t *cnx = frame->cnx;
    nisca_cnx_node_t *src = frame->src;
    const nisca_cnx_node_t *dst = frame->dst;
    bool is_news = !src->has_status || src->expected_votes != cnx->expected_votes
                   || src->qdskvotes != cnx->qdskvotes;
    bool share = !nisca_cnx_is_formed(src->cluster) || !nisca_cnx_is_formed(dst->cluster)
                 || src->cluster == dst->cluster;

    if (!cnx->has_status || !is_news) {
        return;
    }
    if (dst->has_status && share) {
        nisca_cnx_compare_parameter(frame, "EXPECTED_VOTES", cnx->expected_votes,
                                    dst->expected_votes);
        nisca_cnx_compare_parameter(frame, "QDSKVOTES", cnx->qdskvotes, dst->qdskvotes);
    }
    src->has_status = true;
    src->expected_votes = cnx->expected_votes;
    src->qdskvotes = cnx->qdskvotes;
}

void
nisca_cnx_ask_for_membership(const nisca_cnx_frame_t *frame)
{
    if (!frame->is_resent) {
        nisca_cnx_tell(frame->src,
                       wmem_strdup_printf(wmem_file_scope(), "%s asks %s for membership",
                                          nisca_cnx_label(frame->src),
                                          nisca_cnx_label(frame->dst)));
    }
}
