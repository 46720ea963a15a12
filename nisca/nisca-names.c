/* nisca-names.c
 * What nodes and their adapters are called, from the frame on that tells it.
 *
 * Channel control has both names, START and STACK that of the node.  A name is known by
 * the group and the SCS address, whichever place heard it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

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

static uint64_t
nisca_node_name_key(uint32_t group, uint64_t node)
{
    return sightings_mix(sightings_mix(1, group), node);
}

static uint64_t
nisca_device_key(uint32_t group, uint64_t node, uint64_t lan)
{
    return sightings_mix(nisca_node_name_key(group, node), lan);
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
    names = lookup_obtain(&nisca_state->known_names, key, sizeof *names, NISCA_MAX_NAMES);
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

void
nisca_names_analyse(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;

    if (message->node_name != NULL) {
        nisca_learn(nisca_node_name_key(message->group, frame->src), message->node_name);
    }
    if (message->device != NULL && frame->lan_src != 0) {
        nisca_learn(nisca_device_key(message->group, frame->src, frame->lan_src),
                    message->device);
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
nisca_name_end(const packet_info *pinfo, const nisca_message_t *m, nisca_node_t *node,
               const address *lan)
{
    uint64_t adapter = m->flags & NISCA_FLAG_CC && !m->over_udp ? nisca_lan_address(lan) : 0;

    if (!node->is_node) {
        return;
    }
    node->name = nisca_called(nisca_node_name_key(m->group, node->number), pinfo->num);
    if (adapter != 0) {
        node->device = nisca_called(nisca_device_key(m->group, node->number, adapter), pinfo->num);
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
    if (nisca_state != NULL && !pinfo->flags.in_error_pkt) {
        nisca_name_end(pinfo, m, &m->src, &pinfo->dl_src);
        nisca_name_end(pinfo, m, &m->dst, &pinfo->dl_dst);
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
nisca_name_of(uint32_t group, uint64_t node)
{
    return nisca_state != NULL ? nisca_called(nisca_node_name_key(group, node), UINT32_MAX)
                               : NULL;
}

const char *
nisca_device_of(uint32_t group, uint64_t node, uint64_t lan)
{
    return nisca_state != NULL ? nisca_called(nisca_device_key(group, node, lan), UINT32_MAX)
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
