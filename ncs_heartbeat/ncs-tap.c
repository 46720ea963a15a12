/* ncs-tap.c
 * What the statistics get of each heartbeat.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-tap.h"

#include "conversation_filters.h"

#include <epan/tap.h>
#include <epan/to_str.h>

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
ncs_tap_queue(const wire_t *w, const ncs_message_t *message, const found_t *found)
{
    packet_info *pinfo = message->pinfo;
    bool is_shown = wire_is_visible(w->tree);
    ncs_tap_t *tap;

    if (!(is_shown || have_tap_listener(ncs_tap))) {
        return;
    }
    tap = wmem_new0(pinfo->pool, ncs_tap_t);
    tap->head.tables = &ncs_node_tables;
    copy_address_shallow(&tap->head.source, &pinfo->net_src);
    copy_address_shallow(&tap->head.destination, &pinfo->net_dst);
    tap->panning_id = message->panning_id;
    tap->group = ncs_group(message);
    tap->has_panning_id = ncs_has_panning_id(message);
    tap->role = message->role;
    tap->node = ncs_preferences.analysis ? ncs_node_find(message, &pinfo->net_src) : NULL;
    tap->duplicate = found_has(found, NCS_FOUND_DUPLICATE) || found_has(found, NCS_FOUND_COPY);
    tap->found = *found;
    tap->head.is_copy = tap->duplicate;
    ncs_tap_interval(tap, NCS_ROLE_MASTER, found_get(found, NCS_FOUND_INTERVAL_OF_MASTER));
    ncs_tap_interval(tap, NCS_ROLE_SLAVE, found_get(found, NCS_FOUND_INTERVAL_OF_SLAVE));
    ncs_tap_interval(tap, tap->role, found_get(found, NCS_FOUND_INTERVAL_ON_WIRE));
    if (is_shown) {
        conversation_filters_keep(pinfo, &tap->head);
    }
    tap_queue_packet(ncs_tap, pinfo, tap);
}

static const char *
ncs_cluster_filter(packet_info *pinfo, const node_tap_t *frame)
{
    const ncs_tap_t *tap = (const ncs_tap_t *)frame;

    return tap->has_panning_id
               ? wmem_strdup_printf(pinfo->pool, "ncs_heartbeat.panning_id == 0x%08x%s",
                                    tap->panning_id,
                                    ncs_state() != NULL
                                        ? observation_vlans(ncs_state()->observer, pinfo,
                                                            tap->group)
                                        : "")
               : NULL;
}

/* The master's heartbeats go to all nodes. */
static const char *
ncs_pair_filter(packet_info *pinfo, const node_tap_t *frame)
{
    const ncs_tap_t *tap = (const ncs_tap_t *)frame;
    const char *field = frame->source.type == AT_IPv6 ? "ipv6.src" : "ip.src";

    if (tap->role != NCS_ROLE_SLAVE || !tap->has_panning_id
        || addresses_equal(&frame->source, &frame->destination)) {
        return NULL;
    }
    return wmem_strdup_printf(pinfo->pool, "%s && (%s == %s || %s == %s)",
                              ncs_cluster_filter(pinfo, frame), field,
                              address_to_str(pinfo->pool, &frame->source), field,
                              address_to_str(pinfo->pool, &frame->destination));
}

static const filter_row_t ncs_filters[] = {
    { "NCS node and its master", ncs_pair_filter },
    { "NCS cluster", ncs_cluster_filter },
};

void
ncs_tap_register(int proto)
{
    ncs_tap = register_tap("ncs_heartbeat");
    node_tables_register(proto, &ncs_node_tables);
    conversation_filters_register(proto, ncs_filters, array_length(ncs_filters));
}
