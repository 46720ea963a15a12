/* cman-tap.h
 * What a frame tells the statistics.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_TAP_H
#define CLUSTER_CMAN_TAP_H

#include "cman-state.h"

#include "node_tables.h"

/** What a frame tells the statistics; lives as long as the packet. */
typedef struct {
    node_tap_t head; /**< first, see node_tables.h */
    cman_message_t message;
    found_t found;
} cman_tap_t;

/** Tell the statistics about a frame, if any are open. */
void cman_tap_queue(const wire_t *w, const cman_message_t *message, const found_t *found);

/** Key of a sender: the same for all addresses of one machine. */
uint64_t cman_sender_key(const packet_info *pinfo, const cman_message_t *message);

/** That of a node with an id, by its index. */
static inline uint64_t
cman_member_key(uint32_t idx)
{
    return (uint64_t)idx << 1 | 1;
}

/** "name (id)", or "address (id)" while the name is not known; packet's pool. */
const char *cman_sender_label(packet_info *pinfo, const cman_message_t *message);

/** Register the tap, conversations and endpoints. */
void cman_tap_register(int proto);

#endif
