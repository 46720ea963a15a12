/* node_tables.c
 * Conversations and endpoints by the nodes of a cluster.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "node_tables.h"

static const node_tables_t ipv4 = { .source_field = "ip.src", .destination_field = "ip.dst",
                                    .any_field = "ip.addr" };
static const node_tables_t ipv6 = { .source_field = "ipv6.src", .destination_field = "ipv6.dst",
                                    .any_field = "ipv6.addr" };

static const char *
node_field(const node_tables_t *tables, const address *addr, conv_filter_type_e filter)
{
    if (tables->any_field == NULL) {
        tables = addr->type == AT_IPv6 ? &ipv6 : &ipv4;
    }
    switch (filter) {
    case CONV_FT_SRC_ADDRESS:
        return tables->source_field;
    case CONV_FT_DST_ADDRESS:
        return tables->destination_field;
    case CONV_FT_ANY_ADDRESS:
        return tables->any_field;
    default:
        return CONV_FILTER_INVALID;
    }
}

/* Wireshark hands back a pointer to the member of our structure. */
#define TABLES_OF(info, member)                                                                    \
    ((const node_tables_t *)G_STRUCT_MEMBER_P(info, -(long)offsetof(node_tables_t, member)))

static const char *
node_conversation_filter(conv_item_t *conversation, conv_filter_type_e filter)
{
    return node_field(TABLES_OF(conversation->dissector_info, conversation),
                      &conversation->src_address, filter);
}

static const char *
node_endpoint_filter(endpoint_item_t *endpoint, conv_filter_type_e filter)
{
    return node_field(TABLES_OF(endpoint->dissector_info, endpoint), &endpoint->myaddress, filter);
}

static tap_packet_status
node_conversation_packet(void *table, packet_info *pinfo, epan_dissect_t *edt _U_,
                         const void *data, tap_flags_t flags)
{
    const node_tap_t *tap = (const node_tap_t *)data;
    conv_hash_t *hash = (conv_hash_t *)table;

    if (tap->is_copy) {
        return TAP_PACKET_DONT_REDRAW;
    }
    hash->flags = flags;
    add_conversation_table_data(hash, &tap->source, &tap->destination, 0, 0, 1,
                                (int)pinfo->fd->pkt_len, &pinfo->rel_ts, &pinfo->abs_ts,
                                &tap->tables->conversation, CONVERSATION_NONE);
    return TAP_PACKET_REDRAW;
}

static tap_packet_status
node_endpoint_packet(void *table, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                     tap_flags_t flags)
{
    const node_tap_t *tap = (const node_tap_t *)data;
    conv_hash_t *hash = (conv_hash_t *)table;
    et_dissector_info_t *info = &tap->tables->endpoint;
    int length = (int)pinfo->fd->pkt_len;

    if (tap->is_copy) {
        return TAP_PACKET_DONT_REDRAW;
    }
    hash->flags = flags;
    add_endpoint_table_data(hash, &tap->source, 0, true, 1, length, info, ENDPOINT_NONE);
    add_endpoint_table_data(hash, &tap->destination, 0, false, 1, length, info, ENDPOINT_NONE);
    return TAP_PACKET_REDRAW;
}

void
node_tables_register(int proto, node_tables_t *tables)
{
    tables->proto = proto;
    tables->conversation = (ct_dissector_info_t){ node_conversation_filter };
    tables->endpoint = (et_dissector_info_t){ node_endpoint_filter };
    register_conversation_table(proto, true, node_conversation_packet, node_endpoint_packet);
}
