/* nisca-conversations.c
 * Conversations and endpoints by SCS address.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-stats.h"

#include <stdio.h>

#include <epan/address_types.h>
#include <epan/conversation_table.h>

#define ADDRESS_TEXT_SIZE 18 /* aa:00:04:00:01:04 and its NUL */
#define LABEL_SIZE 32

/* SCS addresses look like Ethernet's, but their name is the DECnet form. */
static int nisca_address_type = -1;

static int
nisca_address_to_text(const address *addr, char *text, int size)
{
    const uint8_t *b = (const uint8_t *)addr->data;

    return snprintf(text, (size_t)size, "%02x:%02x:%02x:%02x:%02x:%02x", b[0], b[1], b[2], b[3],
                    b[4], b[5])
           + 1;
}

static int
nisca_address_text_size(const address *addr _U_)
{
    return ADDRESS_TEXT_SIZE;
}

static int
nisca_address_size(void)
{
    return NISCA_ADDRESS_SIZE;
}

/* The caller copies the text at once. */
static const char *
nisca_address_name(const address *addr)
{
    static char text[LABEL_SIZE];
    const uint8_t *b = (const uint8_t *)addr->data;
    int length = nisca_address_to_text(addr, text, sizeof text) - 1;

    if (nisca_is_node_address(b)) {
        snprintf(text + length, sizeof text - (size_t)length, " (%d.%d)", b[5] >> 2,
                 (b[5] & 3) << 8 | b[4]);
    }
    return text;
}

static int
nisca_address_name_size(void)
{
    return LABEL_SIZE;
}

const char *
nisca_node_label(packet_info *pinfo, const uint8_t *bytes)
{
    address addr;

    set_address(&addr, nisca_address_type, NISCA_ADDRESS_SIZE, bytes);
    return wmem_strdup(pinfo->pool, nisca_address_name(&addr));
}

static const char *
nisca_address_filter(conv_filter_type_e filter)
{
    switch (filter) {
    case CONV_FT_SRC_ADDRESS:
        return "nisca.dx.src";
    case CONV_FT_DST_ADDRESS:
        return "nisca.dx.dst";
    case CONV_FT_ANY_ADDRESS:
        return "nisca.dx.addr";
    default:
        return CONV_FILTER_INVALID;
    }
}

static const char *
nisca_conversation_filter(conv_item_t *conversation _U_, conv_filter_type_e filter)
{
    return nisca_address_filter(filter);
}

static const char *
nisca_endpoint_filter(endpoint_item_t *endpoint _U_, conv_filter_type_e filter)
{
    return nisca_address_filter(filter);
}

static void
nisca_node_addresses(const nisca_message_t *message, address *src, address *dst)
{
    set_address(src, nisca_address_type, NISCA_ADDRESS_SIZE, message->src.bytes);
    set_address(dst, nisca_address_type, NISCA_ADDRESS_SIZE, message->dst.bytes);
}

static tap_packet_status
nisca_conversation_packet(void *table, packet_info *pinfo, epan_dissect_t *edt _U_,
                          const void *data, tap_flags_t flags)
{
    static ct_dissector_info_t info = { nisca_conversation_filter };
    const nisca_tap_t *tap = data;
    conv_hash_t *hash = table;
    address src, dst;

    if (nisca_is_copy(tap)) {
        return TAP_PACKET_DONT_REDRAW;
    }
    hash->flags = flags;
    nisca_node_addresses(&tap->message, &src, &dst);
    add_conversation_table_data(hash, &src, &dst, 0, 0, 1, (int)pinfo->fd->pkt_len,
                                &pinfo->rel_ts, &pinfo->abs_ts, &info, CONVERSATION_NONE);
    return TAP_PACKET_REDRAW;
}

static tap_packet_status
nisca_endpoint_packet(void *table, packet_info *pinfo, epan_dissect_t *edt _U_, const void *data,
                      tap_flags_t flags)
{
    static et_dissector_info_t info = { nisca_endpoint_filter };
    const nisca_tap_t *tap = data;
    conv_hash_t *hash = table;
    int length = (int)pinfo->fd->pkt_len;
    address src, dst;

    if (nisca_is_copy(tap)) {
        return TAP_PACKET_DONT_REDRAW;
    }
    hash->flags = flags;
    nisca_node_addresses(&tap->message, &src, &dst);
    add_endpoint_table_data(hash, &src, 0, true, 1, length, &info, ENDPOINT_NONE);
    add_endpoint_table_data(hash, &dst, 0, false, 1, length, &info, ENDPOINT_NONE);
    return TAP_PACKET_REDRAW;
}

void
nisca_conversations_register(int proto)
{
    nisca_address_type = address_type_dissector_register(
        "AT_NISCA", "SCS address", nisca_address_to_text, nisca_address_text_size, NULL, NULL,
        nisca_address_size, nisca_address_name, nisca_address_name_size);
    register_conversation_table(proto, true, nisca_conversation_packet, nisca_endpoint_packet);
}
