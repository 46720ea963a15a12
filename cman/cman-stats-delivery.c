/* cman-stats-delivery.c
 * Who saw whose messages.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-stats.h"
#include "cman-tap.h"
#include "delivery_table.h"

/* Only a message to the broadcast address should be seen everywhere.  What goes to
 * one address has neither an addressee nor MULTICAST. */
static bool
cman_is_for_all_to_see(const cman_message_t *message)
{
    return message->seq != 0 && (message->tgtid != 0 || (message->flags & CMAN_FLAG_MULTICAST));
}

/* Another showing at its place of what was sent once. */
static bool
cman_is_shown_again(const packet_info *pinfo)
{
    return cman_state != NULL && observation_note(cman_state->observer, pinfo).again;
}

static delivery_table_t cman_delivery;

static tap_packet_status
cman_delivery_packet(void *unused _U_, packet_info *pinfo, epan_dissect_t *edt _U_,
                     const void *data, tap_flags_t flags _U_)
{
    const cman_tap_t *tap = data;
    const cman_message_t *message = &tap->message;
    delivery_sight_t sight;

    if (!cman_is_for_all_to_see(message) || cman_is_shown_again(pinfo)) {
        delivery_table_count(&cman_delivery, pinfo, NULL); /* of a storm most are these */
        return TAP_PACKET_REDRAW;
    }
    sight = (delivery_sight_t){
        .sender = cman_sender_key(pinfo, message),
        .cluster = wmem_strdup_printf(pinfo->pool, "%u", message->cluster),
        .label = cman_sender_label(pinfo, message),
        .is_first = !tap->head.is_copy,
    };
    delivery_table_count(&cman_delivery, pinfo, &sight);
    return TAP_PACKET_REDRAW;
}

static delivery_table_t cman_delivery = {
    .rows = {
        .title = "cman delivery",
        .name = "cman,delivery",
        .tap = "cman",
        .packet = cman_delivery_packet,
    },
};

void
cman_delivery_table_register(void)
{
    delivery_table_register(&cman_delivery);
}
