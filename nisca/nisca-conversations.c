/* nisca-conversations.c
 * Conversations and endpoints by SCS address, and conversation filters.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-stats.h"

#include "conversation_filters.h"

#include <stdio.h>

#include <epan/address_types.h>
#include <epan/to_str.h>

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
nisca_address_label(packet_info *pinfo, const uint8_t *bytes)
{
    address addr;

    set_address(&addr, nisca_address_type, NISCA_ADDRESS_SIZE, bytes);
    return wmem_strdup(pinfo->pool, nisca_address_name(&addr));
}

const char *
nisca_node_label(packet_info *pinfo, uint32_t group, const nisca_node_t *node)
{
    const char *name = nisca_name_of(nisca_observed_cluster(pinfo, group), node->number);
    char text[NISCA_NODE_SIZE];

    return name != NULL && node->is_node
               ? wmem_strdup_printf(pinfo->pool, "%s (%s)", name,
                                    nisca_node_text(node->bytes, text))
               : nisca_address_label(pinfo, node->bytes);
}

static node_tables_t nisca_node_tables = {
    .source_field = "nisca.dx.src",
    .destination_field = "nisca.dx.dst",
    .any_field = "nisca.dx.addr",
};

void
nisca_tap_nodes(nisca_tap_t *tap)
{
    tap->head.tables = &nisca_node_tables;
    set_address(&tap->head.source, nisca_address_type, NISCA_ADDRESS_SIZE,
                tap->message.src.bytes);
    set_address(&tap->head.destination, nisca_address_type, NISCA_ADDRESS_SIZE,
                tap->message.dst.bytes);
}

static const char *
nisca_group_filter(packet_info *pinfo, const node_tap_t *frame)
{
    const nisca_message_t *message = &((const nisca_tap_t *)frame)->message;

    return wmem_strdup_printf(pinfo->pool, "nisca.dx.group == %u%s", message->group,
                              nisca_state != NULL
                                  ? observation_vlans(nisca_state->observer, pinfo, message->group)
                                  : "");
}

/* HELLOs go to all nodes. */
static const char *
nisca_pair_filter(packet_info *pinfo, const node_tap_t *frame)
{
    const nisca_message_t *message = &((const nisca_tap_t *)frame)->message;

    return message->dst.is_node && message->dst.number != message->src.number
               ? wmem_strdup_printf(pinfo->pool, "%s && nisca.dx.addr == %s && nisca.dx.addr == %s",
                                    nisca_group_filter(pinfo, frame),
                                    address_to_str(pinfo->pool, &frame->source),
                                    address_to_str(pinfo->pool, &frame->destination))
               : NULL;
}

/* Channel control is about the way, and no part of the circuit. */
static const char *
nisca_circuit_filter(packet_info *pinfo, const node_tap_t *frame)
{
    const char *pair = nisca_pair_filter(pinfo, frame);

    return pair != NULL && ((const nisca_tap_t *)frame)->message.has_tr
               ? wmem_strdup_printf(pinfo->pool, "nisca.tr && %s", pair)
               : NULL;
}

static const filter_row_t nisca_filters[] = {
    { "NISCA node pair", nisca_pair_filter },
    { "NISCA circuit", nisca_circuit_filter },
    { "NISCA cluster", nisca_group_filter },
};

void
nisca_conversations_register(int proto)
{
    nisca_address_type = address_type_dissector_register(
        "AT_NISCA", "SCS address", nisca_address_to_text, nisca_address_text_size, NULL, NULL,
        nisca_address_size, nisca_address_name, nisca_address_name_size);
    node_tables_register(proto, &nisca_node_tables);
    conversation_filters_register(proto, nisca_filters, array_length(nisca_filters));
}
