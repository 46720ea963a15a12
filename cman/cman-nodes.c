/* cman-nodes.c
 * What several messages say about nodes: socket addresses and the records of
 * a cluster view ("membership.c": add_node_to_message()).
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman.h"

#include <epan/to_str.h>

int hf_cman_node_name = -1;
int hf_cman_nodeid = -1;
int hf_cman_num_addrs = -1;
int hf_cman_votes = -1;
int hf_cman_expected_votes = -1;

static int hf_cman_node_name_length = -1;
static int hf_cman_node_state = -1;
static int hf_cman_addr_family = -1;
static int hf_cman_addr_port = -1;
static int hf_cman_addr_ipv4 = -1;
static int hf_cman_addr_ipv6 = -1;
static int hf_cman_addr_flowinfo = -1;
static int hf_cman_addr_scope_id = -1;
static int hf_cman_addr_unused = -1;
static int hf_cman_addr_data = -1;
static int hf_cman_node_data = -1;

static expert_field ei_cman_many_records = EI_INIT;

static int ett_cman_node = -1;
static int ett_cman_addr = -1;

static const value_string cman_state_names[] = {
    { CMAN_NODE_JOINING, "JOINING" },
    { CMAN_NODE_MEMBER, "MEMBER" },
    { CMAN_NODE_DEAD, "DEAD" },
    { 0, NULL }
};

/* Linux numbers, which other systems define otherwise. */
#define CMAN_AF_INET 2
#define CMAN_AF_INET6 10

#define CMAN_SIZE_INET 16
#define CMAN_SIZE_INET6 28

static const value_string cman_family_names[] = {
    { CMAN_AF_INET, "AF_INET" },
    { CMAN_AF_INET6, "AF_INET6" },
    { 0, NULL }
};

/* --- Socket addresses: sockaddr_in, sockaddr_in6 -------------------------- */

typedef struct {
    const char *text; /* of the IP address; NULL if it was not there */
    uint32_t port;
} cman_sockaddr_t;

static const wire_field_t cman_inet_head[] = {
    { .hf = &hf_cman_addr_family, .kind = WIRE_HOST, .size = 2 },
    { .hf = &hf_cman_addr_port, .kind = WIRE_BE, .size = 2,
      .keep = WIRE_KEEP(cman_sockaddr_t, port) },
    { .hf = NULL }
};

static const wire_field_t cman_inet_tail[] = {
    { .hf = &hf_cman_addr_unused, .kind = WIRE_BYTES, .size = 8 },
    { .hf = NULL }
};

static const wire_field_t cman_inet6_head[] = {
    { .hf = &hf_cman_addr_family, .kind = WIRE_HOST, .size = 2 },
    { .hf = &hf_cman_addr_port, .kind = WIRE_BE, .size = 2,
      .keep = WIRE_KEEP(cman_sockaddr_t, port) },
    { .hf = &hf_cman_addr_flowinfo, .kind = WIRE_BE, .size = 4 },
    { .hf = NULL }
};

static const wire_field_t cman_inet6_tail[] = {
    { .hf = &hf_cman_addr_scope_id, .kind = WIRE_HOST, .size = 4 },
    { .hf = NULL }
};

typedef struct {
    unsigned family;
    unsigned size; /* of the whole socket address */
    const wire_field_t *head;
    const wire_field_t *tail;
    const int *hf;
    unsigned address_size;
    int address_type;
    const char *format;
} cman_family_t;

static const cman_family_t cman_families[] = {
    { CMAN_AF_INET, CMAN_SIZE_INET, cman_inet_head, cman_inet_tail, &hf_cman_addr_ipv4, 4,
      AT_IPv4, ": %s:%u" },
    { CMAN_AF_INET6, CMAN_SIZE_INET6, cman_inet6_head, cman_inet6_tail, &hf_cman_addr_ipv6, 16,
      AT_IPv6, ": [%s]:%u" },
};

/* The family is in the byte order of the node that wrote it, and clusters may
 * be mixed; one of its two bytes is 0.  NULL if the family is not known. */
static const cman_family_t *
cman_family(wire_t *w)
{
    unsigned family = tvb_get_letohs(w->tvb, w->offset);

    w->big_endian_sender = family > 0xff;
    if (w->big_endian_sender) {
        family = tvb_get_ntohs(w->tvb, w->offset);
    }
    for (unsigned i = 0; i < array_length(cman_families); i++) {
        if (cman_families[i].family == family) {
            return &cman_families[i];
        }
    }
    return NULL;
}

static bool
cman_sockaddr_fields(wire_t *w, const cman_family_t *family, unsigned size, cman_sockaddr_t *addr)
{
    unsigned offset;

    if (!wire_fields(w, family->head, addr)) {
        return false;
    }
    offset = w->offset;
    if (!wire_sized(w, *family->hf, WIRE_BYTES, family->address_size)) {
        return false;
    }
    addr->text = tvb_address_to_str(w->pinfo->pool, w->tvb, family->address_type, offset);
    if (!wire_fields(w, family->tail, NULL)) {
        return false;
    }
    return size == family->size
           || wire_sized(w, hf_cman_addr_unused, WIRE_BYTES, size - family->size);
}

/* Shows one address of `size` bytes, or those of its fields that are whole. */
static bool
cman_sockaddr(wire_t *w, const cman_family_t *family, unsigned size)
{
    cman_sockaddr_t addr = { .text = NULL };
    proto_tree *outer = w->tree;
    unsigned start = w->offset;
    proto_item *item;
    bool whole;

    if (family == NULL || family->size > size) {
        return wire_sized(w, hf_cman_addr_data, WIRE_BYTES, size);
    }
    w->tree = proto_tree_add_subtree(outer, w->tvb, start, 0, ett_cman_addr, &item, "Address");
    whole = cman_sockaddr_fields(w, family, size, &addr);
    if (addr.text != NULL) {
        proto_item_append_text(item, family->format, addr.text, addr.port);
    }
    proto_item_set_len(item, (int)(w->offset - start));
    w->tree = outer;
    return whole;
}

bool
cman_addresses(wire_t *w, uint32_t count, uint32_t stated)
{
    /* A stated size that is too small for any address is ignored.  Without one, the
     * first address tells it: a cluster has only one family. */
    unsigned size = stated >= CMAN_SIZE_INET ? stated : 0;

    for (uint32_t i = 0; i < count; i++) {
        const cman_family_t *family;

        if (!wire_need(w, 2) || !wire_next_record(w, hf_cman_addr_data, &ei_cman_many_records)) {
            return false;
        }
        family = cman_family(w);
        if (size == 0 && family == NULL) {
            wire_rest(w, hf_cman_addr_data);
            return false;
        }
        size = size == 0 ? family->size : size;
        if (!cman_sockaddr(w, family, size)) {
            return false;
        }
    }
    return true;
}

/* --- Records of a view ---------------------------------------------------- */

static const wire_field_t cman_node_head[] = {
    { .hf = &hf_cman_node_name_length, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_view_node_t, name_size) },
    { .hf = NULL }
};

static const wire_field_t cman_node_state[] = {
    { .hf = &hf_cman_node_state, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(cman_view_node_t, state) },
    { .hf = &hf_cman_num_addrs, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(cman_view_node_t, num_addrs) },
    { .hf = NULL }
};

static const wire_field_t cman_node_tail[] = {
    { .hf = &hf_cman_votes, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_cman_expected_votes, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_cman_nodeid, .kind = WIRE_LE, .size = 4, .keep = WIRE_KEEP(cman_view_node_t, id) },
    { .hf = NULL }
};

static bool
cman_node_fields(wire_t *w, cman_view_node_t *node)
{
    if (!wire_fields(w, cman_node_head, node)) {
        return false;
    }
    node->name = wire_peek_text(w, WIRE_TEXT, node->name_size);
    return wire_sized(w, hf_cman_node_name, WIRE_TEXT, node->name_size)
           && wire_fields(w, cman_node_state, node)
           && cman_addresses(w, node->num_addrs, 0)
           && wire_fields(w, cman_node_tail, node);
}

static void
cman_node_title(const wire_t *w, proto_item *item, const cman_view_node_t *node)
{
    if (node->name != NULL) {
        proto_item_append_text(item, " %s",
                               info_printable(w->pinfo->pool, node->name, INFO_NAME_MAX));
    }
    if (node->state != 0) {
        proto_item_append_text(item, ", %s",
                               val_to_str_const(node->state, cman_state_names, "unknown state"));
    }
    if (node->whole) {
        proto_item_append_text(item, ", ID %d", (int32_t)node->id);
    }
}

static cman_view_node_t *
cman_add_node(const wire_t *w, cman_message_t *message)
{
    cman_view_node_t *node = wmem_new0(w->pinfo->pool, cman_view_node_t);

    if (message->last_view_node == NULL) {
        message->view_nodes = node;
    } else {
        message->last_view_node->next = node;
    }
    message->last_view_node = node;
    return node;
}

static bool
cman_node(wire_t *w, cman_message_t *message)
{
    cman_view_node_t *node = cman_add_node(w, message);
    proto_tree *outer = w->tree;
    unsigned start = w->offset;
    proto_item *item;

    w->tree = proto_tree_add_subtree(outer, w->tvb, start, 0, ett_cman_node, &item, "Node");
    node->whole = cman_node_fields(w, node);
    cman_node_title(w, item, node);
    proto_item_set_len(item, (int)(w->offset - start));
    w->tree = outer;
    return node->whole;
}

void
cman_view(wire_t *w, void *data)
{
    cman_message_t *message = data;

    /* A record has at least one byte: its name's length. */
    while (wire_left(w) > 0 && !message->has_more_nodes) {
        message->has_more_nodes =
            !wire_need(w, 1) || !wire_next_record(w, hf_cman_node_data, &ei_cman_many_records)
            || !cman_node(w, message);
    }
}

void
cman_nodes_register(int proto)
{
    static hf_register_info hf[] = {
        { &hf_cman_node_name_length,
          { "Name length", "cman.node.name_length", FT_UINT8, BASE_DEC, NULL, 0,
            "Bytes of the node name that follows, without a NUL", HFILL } },
        { &hf_cman_node_name,
          { "Node name", "cman.node.name", FT_STRING, BASE_NONE, NULL, 0,
            "As in the cluster's configuration; it need not be the host's name", HFILL } },
        { &hf_cman_node_state,
          { "State", "cman.node.state", FT_UINT8, BASE_DEC, VALS(cman_state_names), 0,
            "What the sender of the view takes this node for", HFILL } },
        { &hf_cman_nodeid,
          { "Node ID", "cman.nodeid", FT_INT32, BASE_DEC, NULL, 0,
            "Node that the message is about", HFILL } },
        { &hf_cman_num_addrs,
          { "Number of addresses", "cman.num_addrs", FT_UINT16, BASE_DEC, NULL, 0,
            "Networks of the node, with an address each", HFILL } },
        { &hf_cman_votes,
          { "Votes", "cman.votes", FT_UINT8, BASE_DEC, NULL, 0,
            "How much the node counts when quorum is counted", HFILL } },
        { &hf_cman_expected_votes,
          { "Expected votes", "cman.expected_votes", FT_UINT32, BASE_DEC, NULL, 0,
            "Votes that the node expects the whole cluster to have", HFILL } },
        { &hf_cman_addr_family,
          { "Family", "cman.addr.family", FT_UINT16, BASE_DEC, VALS(cman_family_names), 0,
            "In the byte order of the node that wrote it", HFILL } },
        { &hf_cman_addr_port,
          { "UDP port", "cman.addr.port", FT_UINT16, BASE_DEC, NULL, 0,
            "Port of cman on this address; 6809 unless configured", HFILL } },
        { &hf_cman_addr_ipv4,
          { "IPv4 address", "cman.addr.ipv4", FT_IPv4, BASE_NONE, NULL, 0,
            "Address that the node is known by in the cluster", HFILL } },
        { &hf_cman_addr_ipv6,
          { "IPv6 address", "cman.addr.ipv6", FT_IPv6, BASE_NONE, NULL, 0,
            "Address that the node is known by in the cluster", HFILL } },
        { &hf_cman_addr_flowinfo,
          { "Flow info", "cman.addr.flowinfo", FT_UINT32, BASE_HEX, NULL, 0,
            "Of the sockaddr_in6 as the sender's kernel has it; usually 0", HFILL } },
        { &hf_cman_addr_scope_id,
          { "Scope ID", "cman.addr.scope_id", FT_UINT32, BASE_DEC, NULL, 0,
            "In the byte order of the node that wrote it", HFILL } },
        { &hf_cman_addr_unused,
          { "Unused", "cman.addr.unused", FT_BYTES, BASE_NONE, NULL, 0,
            "Bytes of the sockaddr behind the address, which nobody reads", HFILL } },
        { &hf_cman_node_data,
          { "More nodes", "cman.node.data", FT_BYTES, BASE_NONE, NULL, 0,
            "Records of a view that are not shown one by one", HFILL } },
        { &hf_cman_addr_data,
          { "Address of an unknown family", "cman.addr.data", FT_BYTES, BASE_NONE, NULL, 0,
            "To the end of the message, if nothing says how long the address is", HFILL } },
    };
    static ei_register_info ei[] = {
        { &ei_cman_many_records,
          { "cman.many_records", PI_PROTOCOL, PI_WARN,
            "More nodes and addresses than are shown one by one; the others are these bytes",
            EXPFILL } },
    };
    static int *ett[] = { &ett_cman_node, &ett_cman_addr };

    proto_register_field_array(proto, hf, array_length(hf));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
    proto_register_subtree_array(ett, array_length(ett));
}
