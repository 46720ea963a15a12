/* cman-conversations.c
 * Conversations and endpoints by node id.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-stats.h"

#include <epan/conversation_table.h>

static const char *
cman_node_filter(conv_filter_type_e filter)
{
    switch (filter) {
    case CONV_FT_SRC_ADDRESS:
        return "cman.srcid";
    case CONV_FT_DST_ADDRESS:
        return "cman.tgtid";
    case CONV_FT_ANY_ADDRESS:
        return "cman.id";
    default:
        return CONV_FILTER_INVALID;
    }
}

static const char *
cman_conversation_filter(conv_item_t *conversation _U_, conv_filter_type_e filter)
{
    return cman_node_filter(filter);
}

static const char *
cman_endpoint_filter(endpoint_item_t *endpoint _U_, conv_filter_type_e filter)
{
    return cman_node_filter(filter);
}

/* Numbers, not names: a name may become known in the middle of a file, and the
 * filters that these tables make need the id. */
static void
cman_node_addresses(const cman_message_t *message, address *src, address *dst)
{
    set_address(src, AT_NUMERIC, sizeof message->srcid, &message->srcid);
    set_address(dst, AT_NUMERIC, sizeof message->tgtid, &message->tgtid);
}

static tap_packet_status
cman_conversation_packet(void *table, packet_info *pinfo, epan_dissect_t *edt _U_,
                         const void *data, tap_flags_t flags)
{
    static ct_dissector_info_t info = { cman_conversation_filter };
    const cman_tap_t *tap = data;
    conv_hash_t *hash = table;
    address src, dst;

    if (tap->summary.copy_of != 0) {
        return TAP_PACKET_DONT_REDRAW;
    }
    hash->flags = flags;
    cman_node_addresses(&tap->message, &src, &dst);
    add_conversation_table_data(hash, &src, &dst, 0, 0, 1, (int)pinfo->fd->pkt_len,
                                &pinfo->rel_ts, &pinfo->abs_ts, &info, CONVERSATION_NONE);
    return TAP_PACKET_REDRAW;
}

static tap_packet_status
cman_endpoint_packet(void *table, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                     tap_flags_t flags)
{
    static et_dissector_info_t info = { cman_endpoint_filter };
    const cman_tap_t *tap = data;
    conv_hash_t *hash = table;
    int length = (int)pinfo->fd->pkt_len;
    address src, dst;

    if (tap->summary.copy_of != 0) {
        return TAP_PACKET_DONT_REDRAW;
    }
    hash->flags = flags;
    cman_node_addresses(&tap->message, &src, &dst);
    add_endpoint_table_data(hash, &src, 0, true, 1, length, &info, ENDPOINT_NONE);
    add_endpoint_table_data(hash, &dst, 0, false, 1, length, &info, ENDPOINT_NONE);
    return TAP_PACKET_REDRAW;
}

void
cman_conversations_register(int proto)
{
    register_conversation_table(proto, true, cman_conversation_packet, cman_endpoint_packet);
}
