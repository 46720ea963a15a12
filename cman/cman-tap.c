/* cman-tap.c
 * What a frame tells the statistics, and conversations and endpoints by node id.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-tap.h"

#include "conversation_filters.h"

#include <epan/tap.h>
#include <epan/to_str.h>

static int cman_tap = -1;

static node_tables_t cman_node_tables = {
    .source_field = "cman.srcid",
    .destination_field = "cman.tgtid",
    .any_field = "cman.id",
};

/* Numbers, not names: a name may become known in the middle of a file, and the
 * filters that the tables make need the id. */
static void
cman_tap_nodes(cman_tap_t *tap)
{
    const cman_message_t *message = &tap->message;

    tap->head.tables = &cman_node_tables;
    tap->head.is_copy = found_has(&tap->found, CMAN_FOUND_COPY);
    set_address(&tap->head.source, AT_NUMERIC, sizeof message->srcid, &message->srcid);
    set_address(&tap->head.destination, AT_NUMERIC, sizeof message->tgtid, &message->tgtid);
}

void
cman_tap_queue(const wire_t *w, const cman_message_t *message, const found_t *found)
{
    cman_tap_t *tap;

    bool is_shown = wire_is_visible(w->tree);

    if (!message->has_header || !(is_shown || have_tap_listener(cman_tap))) {
        return;
    }
    tap = wmem_new(w->pinfo->pool, cman_tap_t);
    *tap = (cman_tap_t){ .message = *message, .found = *found };
    cman_tap_nodes(tap);
    if (is_shown) {
        conversation_filters_keep(w->pinfo, &tap->head);
    }
    tap_queue_packet(cman_tap, w->pinfo, tap);
}

/* Two machines may have one id, and one machine several addresses.  What a node sends
 * before it has an id has a row of its own. */
uint64_t
cman_sender_key(const packet_info *pinfo, const cman_message_t *message)
{
    uint64_t source = cman_address_key(&pinfo->net_src);
    const cman_member_t *member = cman_member_at(pinfo, message->cluster, source);

    return member != NULL ? (uint64_t)member->idx << 1 | (message->srcid != 0)
                          : sightings_mix(source, message->cluster);
}

const char *
cman_sender_label(packet_info *pinfo, const cman_message_t *message)
{
    const char *name = message->src_name != NULL ? message->src_name
                                                 : address_to_str(pinfo->pool, &pinfo->net_src);

    return wmem_strdup_printf(pinfo->pool, "%s (%d)", name, (int32_t)message->srcid);
}

/* --- Conversation filters ------------------------------------------------------- */

static const char *
cman_cluster_filter(packet_info *pinfo, const node_tap_t *frame)
{
    const cman_message_t *message = &((const cman_tap_t *)frame)->message;

    return wmem_strdup_printf(pinfo->pool, "cman.cluster == %u%s", message->cluster,
                              cman_state != NULL
                                  ? observation_vlans(cman_state->observer, pinfo,
                                                      message->cluster)
                                  : "");
}

/* Who gets a message: the node at the address that it goes to; or of one to all nodes, the
 * one that it names.  NULL: nobody who sends in this file. */
static const cman_member_t *
cman_receiver(const packet_info *pinfo, const cman_message_t *message)
{
    uint64_t key = cman_address_key(&pinfo->net_dst);
    const cman_member_t *there = cman_member_at(pinfo, message->cluster, key);

    return there != NULL && there->last_frame != 0
               ? there
               : cman_member_with_id(pinfo, message->cluster, message->tgtid);
}

static const char *
cman_ids_filter(packet_info *pinfo, uint32_t from, uint32_t to)
{
    /* A node without an id has 0; Wireshark 4.0 reads no filter with the lowest number of all. */
    bool has_no_filter = (from & INT32_MAX) == 0 || (to & INT32_MAX) == 0 || from == to;

    return has_no_filter ? NULL
                         : wmem_strdup_printf(pinfo->pool, "cman.id == %d && cman.id == %d",
                                              (int32_t)from, (int32_t)to);
}

static const char *
cman_ipv6_text(packet_info *pinfo, const cman_member_t *member)
{
    address ipv6;

    set_address(&ipv6, AT_IPv6, sizeof member->ipv6, member->ipv6);
    return member->is_ipv6 ? address_to_str(pinfo->pool, &ipv6) : NULL;
}

static const char *
cman_addresses_filter(packet_info *pinfo, const cman_member_t *receiver)
{
    bool is_ipv6 = pinfo->net_src.type == AT_IPv6;
    const char *field = is_ipv6 ? "ipv6.addr" : "ip.addr", *to = NULL;

    if (receiver->address == cman_address_key(&pinfo->net_src)) {
        return NULL; /* of a node with itself */
    }
    if (receiver->address == cman_address_key(&pinfo->net_dst)) {
        to = address_to_str(pinfo->pool, &pinfo->net_dst);
    } else { /* the one that is kept may be the node's other one */
        to = is_ipv6 ? cman_ipv6_text(pinfo, receiver)
                     : cman_address_text(pinfo->pool, receiver->address);
    }
    return to == NULL ? NULL
                      : wmem_strdup_printf(pinfo->pool, "%s == %s && %s == %s", field,
                                           address_to_str(pinfo->pool, &pinfo->net_src), field, to);
}

/* By ids, and by addresses: acknowledgments, and what a node without an id says or gets, have
 * no other names. */
static const char *
cman_pair_filter(packet_info *pinfo, const node_tap_t *frame)
{
    const cman_message_t *message = &((const cman_tap_t *)frame)->message;
    const cman_member_t *receiver = cman_receiver(pinfo, message);
    uint32_t to = message->tgtid == 0 && receiver != NULL ? receiver->id : message->tgtid;
    const char *ids = cman_ids_filter(pinfo, message->srcid, to);
    const char *addresses = receiver != NULL ? cman_addresses_filter(pinfo, receiver) : NULL;
    const char *cluster = cman_cluster_filter(pinfo, frame);

    if (ids != NULL && addresses != NULL) {
        return wmem_strdup_printf(pinfo->pool, "%s && ((%s) || (%s))", cluster, ids, addresses);
    }
    ids = ids != NULL ? ids : addresses;
    return ids != NULL ? wmem_strdup_printf(pinfo->pool, "%s && %s", cluster, ids) : NULL;
}

static const filter_row_t cman_filters[] = {
    { "cman node pair", cman_pair_filter },
    { "cman cluster", cman_cluster_filter },
};

void
cman_tap_register(int proto)
{
    cman_tap = register_tap("cman");
    node_tables_register(proto, &cman_node_tables);
    conversation_filters_register(proto, cman_filters, array_length(cman_filters));
}
