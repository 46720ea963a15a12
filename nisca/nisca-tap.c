/* nisca-tap.c
 * Hands frames to the statistics.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-tap.h"

#include "conversation_filters.h"

#include <epan/tap.h>

static int nisca_tap_id = -1;

void
nisca_tap_queue(const wire_t *w, const nisca_message_t *message, const found_t *found)
{
    packet_info *pinfo = w->pinfo;
    bool is_shown = wire_is_visible(w->tree);
    nisca_tap_t *tap;

    if (!(message->has_cc || message->has_tr) || pinfo->flags.in_error_pkt
        || !(is_shown || have_tap_listener(nisca_tap_id))) {
        return;
    }
    tap = wmem_new(pinfo->pool, nisca_tap_t);
    *tap = (nisca_tap_t){ .message = *message, .found = *found };
    tap->head.is_copy = found_has(found, NISCA_FOUND_COPY);
    tap->is_shown_again =
        nisca_state != NULL && observation_note(nisca_state->observer, pinfo).again;
    nisca_tap_nodes(tap);
    if (is_shown) {
        conversation_filters_keep(pinfo, &tap->head);
    }
    tap_queue_packet(nisca_tap_id, pinfo, tap);
}

void
nisca_tap_register(void)
{
    nisca_tap_id = register_tap("nisca");
}
