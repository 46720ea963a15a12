/* ncs-tap.c
 * What the statistics get of each heartbeat.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-tap.h"

#include <epan/tap.h>

static int ncs_tap;

static node_tables_t ncs_node_tables;

static void
ncs_tap_interval(ncs_tap_t *tap, ncs_role_t measured_as, const finding_t *finding)
{
    cadence_rules_t rules = ncs_cadence_rules(measured_as);

    if (finding == NULL) {
        return;
    }
    tap->has_interval = finding->value != NCS_NOT_KNOWN;
    tap->interval = MAX(finding->value, 0);
    tap->missed = cadence_missed(&rules, tap->interval);
    tap->verdict = cadence_judge(&rules, tap->interval);
}

void
ncs_tap_queue(const ncs_message_t *message, const found_t *found)
{
    packet_info *pinfo = message->pinfo;
    ncs_tap_t *tap;

    if (!have_tap_listener(ncs_tap)) {
        return;
    }
    tap = wmem_new0(pinfo->pool, ncs_tap_t);
    tap->head.tables = &ncs_node_tables;
    copy_address_shallow(&tap->head.source, &pinfo->net_src);
    copy_address_shallow(&tap->head.destination, &pinfo->net_dst);
    tap->panning_id = message->panning_id;
    tap->has_panning_id = ncs_has_panning_id(message);
    tap->role = message->role;
    tap->node = ncs_preferences.analysis ? ncs_node_find(message, &pinfo->net_src) : NULL;
    tap->duplicate = found_has(found, NCS_FOUND_DUPLICATE) || found_has(found, NCS_FOUND_COPY);
    tap->found = *found;
    tap->head.is_copy = tap->duplicate;
    ncs_tap_interval(tap, NCS_ROLE_MASTER, found_get(found, NCS_FOUND_INTERVAL_OF_MASTER));
    ncs_tap_interval(tap, NCS_ROLE_SLAVE, found_get(found, NCS_FOUND_INTERVAL_OF_SLAVE));
    ncs_tap_interval(tap, tap->role, found_get(found, NCS_FOUND_INTERVAL_ON_WIRE));
    tap_queue_packet(ncs_tap, pinfo, tap);
}

void
ncs_tap_register(int proto)
{
    ncs_tap = register_tap("ncs_heartbeat");
    node_tables_register(proto, &ncs_node_tables);
}
