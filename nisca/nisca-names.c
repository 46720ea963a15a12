/* nisca-names.c
 * What nodes and their adapters are called, from the frame on that tells it.
 *
 * Channel control has both names, START and STACK that of the node.  A name is known by
 * the group and the SCS address, whichever place heard it; clones on two VLANs have names of
 * their own.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

#include "feeds.h"

/* A name that changes more often is none. */
#define CHANGES_MAX 16

/* From a frame on. */
typedef struct nisca_called {
    const char *text;
    uint32_t since;
    struct nisca_called *before;
} nisca_called_t;

/* Of a node or an adapter; the latest name first. */
typedef struct {
    nisca_called_t *latest;
    uint32_t changes;
} nisca_names_t;

static int hf_nisca_src_name = -1;
static int hf_nisca_dst_name = -1;

/* What has the names of a group: of all its clusters, as there is one in most files. */
static uint64_t
nisca_names_of_all(uint64_t group)
{
    return sightings_mix(1, group);
}

/* ... or of what one LAN shows, which needs no proof that it is another cluster. */
static uint64_t
nisca_names_on(uint64_t group, uint32_t vlan, uint32_t vni)
{
    return sightings_mix(2 + ((uint64_t)vni << 32 | vlan), group);
}

static uint64_t
nisca_names_of(const observed_cluster_t *cluster)
{
    return cluster->has_namesake ? nisca_names_on(cluster->group, cluster->vlan, cluster->vni)
                                 : nisca_names_of_all(cluster->group);
}

static uint64_t
nisca_names_at_feed(uint64_t group, const feed_t *feed)
{
    return nisca_names_on(group, feed->key.vlan, feed_key_vni(&feed->key));
}

/* No lookup where there is one cluster, which has no namesake. */
static uint64_t
nisca_names_at(const packet_info *pinfo, uint32_t group)
{
    const observed_cluster_t *cluster =
        nisca_state->clusters > 1 ? nisca_observed_cluster(pinfo, group) : NULL;

    return cluster != NULL && cluster->has_namesake
               ? nisca_names_at_feed(group, feeds_find(pinfo))
               : nisca_names_of_all(group);
}

static uint64_t
nisca_device_key(uint64_t names, uint64_t node, uint64_t lan)
{
    return sightings_mix(sightings_mix(names, node), lan);
}

/* --- Learning ------------------------------------------------------------------ */

static void
nisca_learn(uint64_t key, const char *text)
{
    nisca_names_t *names;
    nisca_called_t *name;

    if (text == NULL || *text == '\0') {
        return;
    }
    names = lookup_obtain(&nisca_state->known_names, key, sizeof *names,
                          2 * NISCA_MAX_NAMES);
    if (names == NULL || names->changes >= CHANGES_MAX
        || (names->latest != NULL && strcmp(names->latest->text, text) == 0)) {
        return;
    }
    name = wmem_new(wmem_file_scope(), nisca_called_t);
    *name = (nisca_called_t){ .text = wmem_strdup(wmem_file_scope(), text),
                              .since = nisca_state->pass.frame, .before = names->latest };
    names->latest = name;
    names->changes++;
}

static void
nisca_learn_in(uint64_t names, const nisca_frame_t *frame)
{
    nisca_learn(sightings_mix(names, frame->src), frame->message->node_name);
    if (frame->lan_src != 0) {
        nisca_learn(nisca_device_key(names, frame->src, frame->lan_src), frame->message->device);
    }
}

/* Whether a cluster on another LAN has this group may not be known yet. */
void
nisca_names_analyse(const nisca_frame_t *frame)
{
    uint32_t group = frame->message->group;

    if (frame->message->node_name != NULL || frame->message->device != NULL) {
        nisca_learn_in(nisca_names_of_all(group), frame);
        nisca_learn_in(nisca_names_at_feed(group, feed_at(frame->seen.at.feed)), frame);
    }
}

/* --- Knowing ------------------------------------------------------------------- */

static const char *
nisca_called(uint64_t key, uint32_t frame)
{
    const nisca_names_t *names = lookup_find(&nisca_state->known_names, key);
    const nisca_called_t *name = names != NULL ? names->latest : NULL;

    while (name != NULL && name->since > frame) {
        name = name->before;
    }
    return name != NULL ? name->text : NULL;
}

static void
nisca_name_end(uint32_t frame, uint64_t names, uint64_t adapter, nisca_node_t *node)
{
    if (!node->is_node) {
        return;
    }
    node->name = nisca_called(sightings_mix(names, node->number), frame);
    if (adapter != 0) {
        node->device = nisca_called(nisca_device_key(names, node->number, adapter), frame);
    }
}

static void
nisca_name_unnamed(nisca_node_t *node)
{
    if (node->name == NULL) {
        nisca_node_text(node->bytes, node->text);
    }
}

void
nisca_name_ends(const packet_info *pinfo, nisca_message_t *m)
{
    bool has_adapters = m->flags & NISCA_FLAG_CC && !m->over_udp;

    if (nisca_state != NULL && !pinfo->flags.in_error_pkt) {
        uint64_t names = nisca_names_at(pinfo, m->group);

        nisca_name_end(pinfo->num, names, has_adapters ? nisca_lan_address(&pinfo->dl_src) : 0,
                       &m->src);
        nisca_name_end(pinfo->num, names, has_adapters ? nisca_lan_address(&pinfo->dl_dst) : 0,
                       &m->dst);
    }
    if (m->src.name == NULL && m->node_name != NULL && *m->node_name != '\0') {
        m->src.name = m->node_name; /* analysis is off */
    }
    if (m->src.device == NULL) {
        m->src.device = m->device;
    }
    nisca_name_unnamed(&m->src);
    nisca_name_unnamed(&m->dst);
}

const char *
nisca_name_of(const observed_cluster_t *cluster, uint64_t node)
{
    return cluster != NULL
               ? nisca_called(sightings_mix(nisca_names_of(cluster), node), UINT32_MAX)
               : NULL;
}

const char *
nisca_device_of(const observed_cluster_t *cluster, uint64_t node, uint64_t lan)
{
    return cluster != NULL
               ? nisca_called(nisca_device_key(nisca_names_of(cluster), node, lan), UINT32_MAX)
               : NULL;
}

/* --- Showing ------------------------------------------------------------------- */

static void
nisca_show_name(const wire_t *w, int hf, unsigned at, const char *name)
{
    if (name != NULL && wire_is_wanted(w->tree, hf)) {
        proto_item_set_generated(
            proto_tree_add_string(w->tree, hf, w->tvb, at, NISCA_ADDRESS_SIZE, name));
    }
}

void
nisca_show_names(const wire_t *w, const nisca_message_t *m)
{
    unsigned start = m->dx_start;

    nisca_show_name(w, hf_nisca_src_name, start + NISCA_DX_SIZE - NISCA_ADDRESS_SIZE, m->src.name);
    nisca_show_name(w, hf_nisca_dst_name, start, m->dst.name);
}

void
nisca_names_register(int proto)
{
    static hf_register_info hf[] = {
        { &hf_nisca_src_name,
          { "Sender", "nisca.src_name", FT_STRING, BASE_NONE, NULL, 0x0,
            "Name of the node, from the frame on that tells it", HFILL } },
        { &hf_nisca_dst_name,
          { "Receiver", "nisca.dst_name", FT_STRING, BASE_NONE, NULL, 0x0,
            "Name of the node, from the frame on that tells it", HFILL } },
    };

    proto_register_field_array(proto, hf, array_length(hf));
}
