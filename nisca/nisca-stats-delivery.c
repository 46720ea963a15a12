/* nisca-stats-delivery.c
 * Who saw whose frames: what a node sends to all apart from what it sends to another one,
 * as switches that drop multicasts leave the rest alone.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-stats.h"

#include "delivery_table.h"

/* One adapter, and what it sends to another one or to all: a LAN has a table of its own. */
typedef struct {
    uint64_t lan_src, lan_dst; /* 0: not known, or all */
    uint64_t src, dst;
} nisca_delivery_ends_t;

static nisca_delivery_ends_t
nisca_delivery_ends(const packet_info *pinfo, const nisca_message_t *message)
{
    nisca_delivery_ends_t ends = { .src = message->src.number, .dst = message->dst.number };

    if (!message->over_udp) {
        ends.lan_src = nisca_lan_address(&pinfo->dl_src);
        ends.lan_dst = message->dst.is_node ? nisca_lan_address(&pinfo->dl_dst) : 0;
    }
    return ends;
}

static uint64_t
nisca_delivery_key(const packet_info *pinfo, const nisca_message_t *message,
                   const nisca_delivery_ends_t *ends)
{
    uint64_t cluster = sightings_mix(nisca_cluster_of(pinfo, message->group), message->group);
    uint64_t sender = sightings_mix(sightings_mix(cluster, ends->src), ends->lan_src);

    return sightings_mix(sightings_mix(sender, ends->dst), ends->lan_dst);
}

static const char *
nisca_end_label(packet_info *pinfo, uint32_t group, const nisca_node_t *node, uint64_t addr,
                uint64_t lan)
{
    const observed_cluster_t *cluster = nisca_observed_cluster(pinfo, group);
    const char *name = nisca_name_of(cluster, addr);
    const char *device = nisca_device_of(cluster, addr, lan);

    if (name == NULL) {
        name = nisca_address_label(pinfo, node->bytes);
    }
    return device != NULL ? wmem_strdup_printf(pinfo->pool, "%s (%s)", name, device) : name;
}

static const char *
nisca_delivery_label(packet_info *pinfo, const nisca_message_t *message,
                     const nisca_delivery_ends_t *ends)
{
    const char *from = nisca_end_label(pinfo, message->group, &message->src, ends->src,
                                       ends->lan_src);
    const char *to = message->dst.is_node ? nisca_end_label(pinfo, message->group, &message->dst,
                                                            ends->dst, ends->lan_dst)
                                          : "multicast";

    return wmem_strdup_printf(pinfo->pool, "%s > %s", from, to);
}

static delivery_table_t nisca_delivery;

static tap_packet_status
nisca_delivery_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_,
                      const void *data, tap_flags_t flags _U_)
{
    const nisca_tap_t *tap = data;
    const nisca_message_t *message = &tap->message;
    nisca_delivery_ends_t ends = nisca_delivery_ends(pinfo, message);
    delivery_sight_t sight = {
        .sender = nisca_delivery_key(pinfo, message, &ends),
        .cluster = wmem_strdup_printf(pinfo->pool, "%u", message->group),
        .label = nisca_delivery_label(pinfo, message, &ends),
        .is_first = !nisca_is_again(tap),
        .is_again = tap->is_shown_again,
    };

    delivery_table_count(&nisca_delivery, pinfo, &sight);
    return TAP_PACKET_REDRAW;
}

static delivery_table_t nisca_delivery = {
    .rows = {
        .title = "NISCA delivery",
        .name = "nisca,delivery",
        .tap = "nisca",
        .packet = nisca_delivery_packet,
    },
};

void
nisca_delivery_table_register(void)
{
    delivery_table_register(&nisca_delivery);
}
