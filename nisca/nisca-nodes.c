/* nisca-nodes.c
 * Who the nodes of a cluster are: version, name, departure.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

/* What a node said of itself from a frame on. */
typedef struct nisca_version {
    uint32_t minor;
} nisca_version_t;

typedef struct {
    uint64_t addr; /* that uses the name; 0: nobody */
} nisca_name_t;

static state_key_t
nisca_node_key(uint32_t cluster, uint32_t group, uint64_t addr)
{
    return (state_key_t){ .first = addr, .third = cluster, .fourth = group };
}

nisca_node_state_t *
nisca_find_node(uint32_t cluster, uint32_t group, uint64_t addr)
{
    return (nisca_node_state_t *)state_find(nisca_state->nodes,
                                            nisca_node_key(cluster, group, addr));
}

static nisca_node_state_t *
nisca_obtain_node(const nisca_frame_t *frame, uint32_t cluster, uint64_t addr)
{
    return (nisca_node_state_t *)state_obtain(&nisca_state->pass, nisca_state->nodes,
                                              nisca_node_key(cluster, frame->message->group, addr),
                                              sizeof(nisca_node_state_t), NISCA_MAX_NODES);
}

nisca_node_state_t *
nisca_node(const nisca_frame_t *frame, uint64_t addr)
{
    return nisca_obtain_node(frame, frame->cluster, addr);
}

bool
nisca_is_in_sight(const nisca_frame_t *frame, uint64_t addr)
{
    const nisca_node_state_t *node = nisca_find_node(frame->cluster, frame->message->group, addr);

    return node != NULL && node->has_directed;
}

uint32_t
nisca_bye_count(const nisca_node_state_t *node)
{
    return node != NULL ? node->byes.count : 0;
}

/* --- Identity --------------------------------------------------------------- */

const nisca_clash_t *
nisca_clash_of(uint32_t cluster, uint32_t group, uint64_t addr)
{
    const nisca_node_state_t *node = nisca_find_node(cluster, group, addr);

    return node != NULL && node->clash.said.count > 0 ? &node->clash : NULL;
}

static uint64_t
nisca_name_hash(const char *name)
{
    uint64_t hash = 1;

    for (; *name != '\0'; name++) {
        hash = sightings_mix(hash, (uint8_t)*name);
    }
    return hash != 0 ? hash : 1;
}

static nisca_name_t *
nisca_name(const nisca_frame_t *frame, uint64_t hash)
{
    return (nisca_name_t *)state_obtain(&nisca_state->pass, nisca_state->names,
                                        nisca_node_key(frame->cluster, frame->message->group, hash),
                                        sizeof(nisca_name_t), NISCA_MAX_NODES);
}

/* A node that differs from the first pairing of name and address is told once. */
static void
nisca_note_conflict(const nisca_frame_t *frame, nisca_node_state_t *node, uint64_t other)
{
    nisca_clash_t *clash = &node->clash;

    nisca_found(NISCA_FOUND_IDENTITY, clash->said.count == 0, (int64_t)other);
    if (clash->said.count == 0) {
        clash->said.first_frame = frame->frame;
        clash->said.first = frame->when;
    }
    clash->other = other;
    clash->said.count++;
    clash->said.last_frame = frame->frame;
    clash->said.last = frame->when;
}

/* One name with two addresses, or one address with two names.  The first
 * pairing counts until the node leaves. */
static void
nisca_check_identity(const nisca_frame_t *frame, nisca_node_state_t *node)
{
    const char *text = frame->message->node_name;
    uint64_t hash = text != NULL && *text != '\0' ? nisca_name_hash(text) : 0;
    nisca_name_t *name = hash != 0 ? nisca_name(frame, hash) : NULL;

    if (name == NULL) {
        return;
    }
    if (name->addr != 0 && name->addr != frame->src) {
        nisca_note_conflict(frame, node, name->addr);
        return;
    }
    if (node->name != 0 && node->name != hash) {
        nisca_note_conflict(frame, node, 0);
        return;
    }
    name->addr = frame->src;
    node->name = hash;
}

static void
nisca_forget_identity(const nisca_frame_t *frame, nisca_node_state_t *node)
{
    nisca_name_t *name = node->name != 0 ? nisca_name(frame, node->name) : NULL;

    if (name != NULL && name->addr == frame->src) {
        name->addr = 0;
    }
    node->name = 0;
    node->clash = (nisca_clash_t){ 0 };
}

/* --- Versions ---------------------------------------------------------------- */

static uint32_t
nisca_version_before(uint32_t group, const nisca_node_t *node, uint32_t frame)
{
    const nisca_node_state_t *known = nisca_find_node(NISCA_ANY_CLUSTER, group, node->number);
    const nisca_version_t *version =
        known != NULL && known->versions != NULL
            ? (const nisca_version_t *)wmem_tree_lookup32_le(known->versions, frame - 1)
            : NULL;

    return version != NULL ? version->minor : UINT32_MAX;
}

nisca_numbers_t
nisca_numbers_in_force(const packet_info *pinfo, const nisca_message_t *message)
{
    uint32_t src, dst;

    if (nisca_state == NULL || pinfo->flags.in_error_pkt) {
        return NISCA_NUMBERS_UNKNOWN;
    }
    src = nisca_version_before(message->group, &message->src, pinfo->num);
    dst = nisca_version_before(message->group, &message->dst, pinfo->num);
    if (src < NISCA_MINOR_EXTENDED || dst < NISCA_MINOR_EXTENDED) {
        return NISCA_NUMBERS_CLASSIC;
    }
    return src == UINT32_MAX || dst == UINT32_MAX ? NISCA_NUMBERS_UNKNOWN
                                                  : NISCA_NUMBERS_EXTENDED;
}

/* --- One frame --------------------------------------------------------------- */

/* Versions are wanted before a frame is observed: they are those of the group. */
static void
nisca_learn_version(const nisca_frame_t *frame)
{
    nisca_node_state_t *node = nisca_obtain_node(frame, NISCA_ANY_CLUSTER, frame->src);
    uint32_t minor = frame->message->version_minor;
    nisca_version_t *version;

    if (node == NULL || (node->version != NULL && node->version->minor == minor)) {
        return;
    }
    if (node->versions == NULL) {
        node->versions = wmem_tree_new(wmem_file_scope());
    }
    version = wmem_new(wmem_file_scope(), nisca_version_t);
    version->minor = minor;
    wmem_tree_insert32(node->versions, frame->frame, version);
    node->version = version;
}

static void
nisca_leave(const nisca_frame_t *frame, nisca_node_state_t *node)
{
    nisca_forget_identity(frame, node);
    nisca_history_add(&node->byes, frame->frame);
    node->bye = frame->seen.at;
    node->bye_time = frame->message->transmit_time;
}

void
nisca_nodes_analyse(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    nisca_node_state_t *node = nisca_node(frame, frame->src);

    if (node == NULL) {
        return;
    }
    node->has_directed |= message->dst.is_node;
    if (!message->has_cc && message->node_name == NULL) {
        return;
    }
    nisca_check_identity(frame, node);
    if (message->has_cc) {
        nisca_learn_version(frame);
        if (nisca_cc_is(message, NISCA_CC_BYE)) {
            nisca_leave(frame, node);
        }
    }
}
