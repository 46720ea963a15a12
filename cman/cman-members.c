/* cman-members.c
 * Who is who: clusters and their nodes as each capture point sees them, and
 * the names of nodes.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

/** A name that was learnt; an older one is kept for the frames before it. */
typedef struct cman_name {
    uint32_t frame; /**< from this frame on */
    const char *text; /**< NULL: it has a further name, which is not kept */
    struct cman_name *older;
} cman_name_t;

/* Names that one node may have one after the other. */
#define MAX_NAMES_PER_NODE 16

void *
cman_key(uint64_t number)
{
    return (void *)(uintptr_t)(sizeof(void *) < sizeof number ? number ^ number >> 32 : number);
}

/* g_direct_hash() would look at the low half of a key only, and all keys that
 * a sender can make with equal low halves would share one slot. */
static unsigned
cman_key_hash(const void *key)
{
    uint64_t number = (uintptr_t)key;

    return (unsigned)(number ^ (number >> 32) * UINT64_C(0x9e3779b1));
}

wmem_map_t *
cman_map_new(void)
{
    return wmem_map_new(wmem_file_scope(), cman_key_hash, g_direct_equal);
}

uint64_t
cman_address_key(const address *addr)
{
    uint64_t halves[2] = { 0, 0 };
    uint32_t ipv4;

    switch (addr->type) {
    case AT_IPv4:
        memcpy(&ipv4, addr->data, sizeof ipv4);
        return UINT64_C(1) << 32 | ipv4;
    case AT_IPv6:
        memcpy(halves, addr->data, sizeof halves);
        return sightings_mix(halves[0], halves[1]);
    default:
        return 0;
    }
}

/* --- Clusters and nodes ---------------------------------------------------- */

cman_cluster_t *
cman_cluster_of(const packet_info *pinfo, const cman_message_t *message)
{
    uint64_t key = (uint64_t)capture_point(pinfo) << 16 | message->cluster;
    cman_cluster_t *cluster = cman_state->last_cluster;

    if (cluster != NULL && cluster->key == key) {
        return cluster;
    }
    cluster = wmem_map_lookup(cman_state->clusters, cman_key(key));
    if (cluster == NULL && wmem_map_size(cman_state->clusters) >= CMAN_MAX_CLUSTERS) {
        return NULL;
    }
    if (cluster == NULL) {
        cluster = wmem_new0(wmem_file_scope(), cman_cluster_t);
        cluster->key = key;
        cluster->point = capture_point(pinfo);
        cluster->number = message->cluster;
        cluster->nodes = cman_map_new();
        cluster->addresses = cman_map_new();
        cluster->barriers = wmem_map_new(wmem_file_scope(), wmem_str_hash, g_str_equal);
        wmem_map_insert(cman_state->clusters, cman_key(key), cluster);
    }
    cman_state->last_cluster = cluster;
    return cluster;
}

cman_member_t *
cman_member_by_id(const cman_cluster_t *cluster, uint32_t id)
{
    return wmem_map_lookup(cluster->nodes, cman_key(id));
}

cman_member_t *
cman_member_by_address(const cman_cluster_t *cluster, uint64_t address)
{
    return wmem_map_lookup(cluster->addresses, cman_key(address));
}

static cman_member_t *
cman_member_new(uint32_t id)
{
    cman_member_t *member;

    if (cman_state->member_count >= CMAN_MAX_NODES) {
        return NULL;
    }
    member = wmem_new0(wmem_file_scope(), cman_member_t);
    member->index = ++cman_state->member_count;
    member->id = id;
    return member;
}

static void
cman_bind_address(const cman_cluster_t *cluster, cman_member_t *member, uint64_t address)
{
    member->address = address;
    if (address != 0) {
        wmem_map_insert(cluster->addresses, cman_key(address), member);
    }
}

/* A joining node sends without an id until it has one: the node is then known
 * by its address, and its counters go over to the id.  Not so those of a JOINREQ
 * that the node, through its other interface, sent before it had the id. */
static cman_member_t *
cman_member_gets_id(const cman_frame_t *frame, cman_member_t *member)
{
    uint32_t id = frame->message->srcid;
    cman_member_t *joiner = cman_member_by_address(frame->cluster, frame->source);

    if (joiner != NULL && joiner->id == 0
        && (member == NULL || joiner->last_frame > member->last_frame)) {
        joiner->id = id;
        member = joiner;
    } else if (member == NULL) {
        member = cman_member_new(id);
    }
    if (member != NULL) {
        wmem_map_insert(frame->cluster->nodes, cman_key(id), member);
        cman_bind_address(frame->cluster, member, frame->source);
    }
    return member;
}

static cman_member_t *
cman_sender_without_id(const cman_frame_t *frame)
{
    cman_member_t *member = cman_member_by_address(frame->cluster, frame->source);

    if (member == NULL) {
        member = cman_member_new(0);
        if (member != NULL) {
            cman_bind_address(frame->cluster, member, frame->source);
        }
    }
    return member;
}

cman_member_t *
cman_sender_of(const cman_frame_t *frame)
{
    cman_member_t *member;

    if (frame->message->srcid == 0) {
        return cman_sender_without_id(frame);
    }
    member = cman_member_by_id(frame->cluster, frame->message->srcid);
    if (member == NULL || member->address != frame->source) {
        member = cman_member_gets_id(frame, member);
    }
    return member;
}

/* --- Names ----------------------------------------------------------------- */

/* Names belong to the cluster, whichever capture point taught them. */
static uint64_t
cman_name_key(uint32_t cluster, uint32_t id, uint64_t address)
{
    if (id != 0) {
        return (uint64_t)cluster << 32 | id;
    }
    return sightings_mix(address, cluster) | UINT64_C(1) << 63;
}

static const cman_name_t *
cman_name_lookup(uint64_t key, uint32_t frame)
{
    const cman_name_t *name = wmem_map_lookup(cman_state->names, cman_key(key));

    while (name != NULL && name->frame > frame) {
        name = name->older;
    }
    return name;
}

static unsigned
cman_name_count(const cman_name_t *name)
{
    unsigned count = 0;

    for (; name != NULL; name = name->older) {
        count++;
    }
    return count;
}

static void
cman_add_name(const cman_frame_t *frame, uint64_t key, cman_name_t *known, const char *text)
{
    cman_name_t *name = wmem_new(wmem_file_scope(), cman_name_t);

    *name = (cman_name_t){ .frame = frame->frame, .older = known };
    if (text != NULL) {
        name->text = wmem_strdup(wmem_file_scope(), text);
    }
    wmem_map_insert(cman_state->names, cman_key(key), name);
}

static void
cman_learn_name(const cman_frame_t *frame, uint32_t id, uint64_t address, const char *text)
{
    uint64_t key = cman_name_key(frame->message->cluster, id, address);
    cman_name_t *known = wmem_map_lookup(cman_state->names, cman_key(key));

    if (text == NULL || *text == '\0'
        || (known != NULL && (known->text == NULL || strcmp(known->text, text) == 0))) {
        return;
    }
    if (known == NULL && wmem_map_size(cman_state->names) >= CMAN_MAX_NODES) {
        cman_tell_limit(frame);
        return;
    }
    if (cman_name_count(known) >= MAX_NAMES_PER_NODE) {
        cman_tell_limit(frame);
        text = NULL;
    }
    cman_add_name(frame, key, known, text);
}

/* The names of a view's nodes, newest first: the id of a dead node may be that
 * of a newer one ("membership.c": add_node_to_message()). */
static void
cman_learn_view(const cman_frame_t *frame)
{
    uint32_t cluster = frame->message->cluster;

    for (const cman_node_t *node = frame->message->nodes; node != NULL; node = node->next) {
        if (node->whole && node->id != 0
            && (node->state != CMAN_NODE_DEAD
                || cman_name_lookup(cman_name_key(cluster, node->id, 0), frame->frame) == NULL)) {
            cman_learn_name(frame, node->id, 0, node->name);
        }
    }
}

void
cman_learn_names(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;

    if (message->tgtport != CMAN_PORT_MEMBERSHIP) {
        return;
    }
    switch (message->number) {
    case CMAN_JOINREQ: /* the id that it asks for is not its id yet */
        cman_learn_name(frame, 0, frame->source, message->name);
        break;
    case CMAN_STARTTRANS:
    case CMAN_NOMINATE:
        if (message->trans_reason == CMAN_TRANS_NEWNODE && message->nodeid != 0) {
            cman_learn_name(frame, message->nodeid, 0, message->name);
        }
        break;
    case CMAN_MASTERVIEW:
    case CMAN_JOINCONF:
        cman_learn_view(frame);
        break;
    default:
        break;
    }
}

const char *
cman_node_name(uint32_t cluster, uint32_t id, const address *addr, uint32_t frame)
{
    const cman_name_t *name = NULL;

    if (cman_state == NULL || wmem_map_size(cman_state->names) == 0) {
        return NULL;
    }
    if (id != 0) {
        name = cman_name_lookup(cman_name_key(cluster, id, 0), frame);
    }
    if (name == NULL && addr != NULL) {
        name = cman_name_lookup(cman_name_key(cluster, 0, cman_address_key(addr)), frame);
    }
    return name != NULL ? name->text : NULL;
}
