/* conversation_filters.c
 * Analyze > Conversation Filter: from one packet to all of its two nodes, of its
 * circuit, of its cluster.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "conversation_filters.h"

#include <epan/conversation_filter.h>
#include <epan/proto_data.h>

static struct {
    int proto;
    const filter_row_t *row;
} slots[FILTER_ROWS_MAX];
static unsigned slot_count;

static const char *
filter_of(packet_info *pinfo, unsigned slot)
{
    const node_tap_t *frame = p_get_proto_data(pinfo->pool, pinfo, slots[slot].proto, 0);

    return frame != NULL ? slots[slot].row->build(pinfo, frame) : NULL;
}

/* Before 4.2 a callback is not told which entry it is asked for, so each has its own two. */
#define SLOT(number)                                             \
    static ws_bool slot_##number##_is_there(WS_FILTER_ARGUMENTS) \
    {                                                            \
        return filter_of(pinfo, number) != NULL;                 \
    }                                                            \
    static char *slot_##number##_build(WS_FILTER_ARGUMENTS)      \
    {                                                            \
        return g_strdup(filter_of(pinfo, number));               \
    }
SLOT(0)
SLOT(1)
SLOT(2)
SLOT(3)
SLOT(4)
SLOT(5)
SLOT(6)
SLOT(7)

#define CALLBACKS(number)                               \
    {                                                   \
        slot_##number##_is_there, slot_##number##_build \
    }
static const struct {
    is_filter_valid_func is_there;
    build_filter_string_func build;
} callbacks[FILTER_ROWS_MAX] = {
    CALLBACKS(0), CALLBACKS(1), CALLBACKS(2), CALLBACKS(3),
    CALLBACKS(4), CALLBACKS(5), CALLBACKS(6), CALLBACKS(7)
};

void
conversation_filters_register(int proto, const filter_row_t *rows, unsigned count)
{
    const char *protocol = proto_get_protocol_filter_name(proto);

    for (unsigned i = 0; i < count && slot_count < FILTER_ROWS_MAX; i++, slot_count++) {
        slots[slot_count].proto = proto;
        slots[slot_count].row = &rows[i];
        ws_register_conversation_filter(protocol, rows[i].title, callbacks[slot_count].is_there,
                                        callbacks[slot_count].build);
    }
    add_conversation_filter_protocol(protocol);
}

void
conversation_filters_keep(packet_info *pinfo, node_tap_t *frame)
{
    /* What an ICMP error quotes goes between others than those who send the error. */
    if (pinfo->flags.in_error_pkt) {
        return;
    }
    p_add_proto_data(pinfo->pool, pinfo, frame->tables->proto, 0, frame);
}
