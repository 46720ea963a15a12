/* cman-tap.c
 * What a frame tells the statistics, and conversations and endpoints by node id.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-tap.h"

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
cman_queue_tap(const wire_t *w, const cman_message_t *message, const found_t *found)
{
    cman_tap_t *tap;

    if (!message->has_header || !have_tap_listener(cman_tap)) {
        return;
    }
    tap = wmem_new(w->pinfo->pool, cman_tap_t);
    *tap = (cman_tap_t){ .message = *message, .found = *found };
    cman_tap_nodes(tap);
    tap_queue_packet(cman_tap, w->pinfo, tap);
}

/* Two machines may have one id, and one machine several addresses.  What a node sends
 * before it has an id has a row of its own. */
uint64_t
cman_sender_key(const packet_info *pinfo, const cman_message_t *message)
{
    uint64_t source = cman_address_key(&pinfo->net_src);
    const cman_member_t *member = cman_member_at(pinfo, message->cluster, source);

    return member != NULL ? (uint64_t)member->index << 1 | (message->srcid != 0)
                          : sightings_mix(source, message->cluster);
}

const char *
cman_sender_label(packet_info *pinfo, const cman_message_t *message)
{
    const char *name = message->src_name != NULL ? message->src_name
                                                 : address_to_str(pinfo->pool, &pinfo->net_src);

    return wmem_strdup_printf(pinfo->pool, "%s (%d)", name, (int32_t)message->srcid);
}

void
cman_tap_register(int proto)
{
    cman_tap = register_tap("cman");
    node_tables_register(proto, &cman_node_tables);
}
