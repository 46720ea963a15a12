/* ncs-stats-delivery.c
 * Who saw whose heartbeats.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-tap.h"

#include "delivery_table.h"

#include <epan/to_str.h>

static delivery_table_t ncs_delivery;

/* What the master sends to all, and what goes to one node, take different ways: a switch
 * shows the latter at two ports only. */
static tap_packet_status
ncs_delivery_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_,
                    const void *data, tap_flags_t flags _U_)
{
    const ncs_tap_t *tap = (const ncs_tap_t *)data;
    bool to_all = tap->role == NCS_ROLE_MASTER;
    delivery_sight_t sight;

    if (tap->node == NULL || found_has(&tap->found, NCS_FOUND_DUPLICATE)) {
        delivery_table_count(&ncs_delivery, pinfo, NULL);
        return TAP_PACKET_REDRAW;
    }
    sight = (delivery_sight_t){
        .sender = (uint64_t)tap->node->idx << 1 | to_all,
        .cluster = wmem_strdup_printf(pinfo->pool, "0x%08x", tap->panning_id),
        .label = wmem_strdup_printf(pinfo->pool, "%s%s",
                                    address_to_str(pinfo->pool, &tap->head.source),
                                    to_all ? ", to all" : ""),
        .is_first = !tap->duplicate,
    };
    delivery_table_count(&ncs_delivery, pinfo, &sight);
    return TAP_PACKET_REDRAW;
}

static delivery_table_t ncs_delivery = {
    .rows = {
        .title = "NCS heartbeat delivery",
        .name = "ncs_heartbeat,delivery",
        .tap = "ncs_heartbeat",
        .packet = ncs_delivery_packet,
    },
};

void
ncs_delivery_table_register(void)
{
    delivery_table_register(&ncs_delivery);
}
