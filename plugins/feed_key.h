/* feed_key.h
 * What tells one feed of a capture file from another.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_FEED_KEY_H
#define CLUSTER_FEED_KEY_H

#include "ws-compat.h"

/** The stream that a frame belongs to; no padding, so that it can be compared whole. */
typedef struct {
    uint32_t section;    /**< of a pcapng file; from 0 */
    uint32_t interface;
    uint32_t vlan;       /**< innermost tag, which Wireshark hands down; 0: none */
    uint32_t outer_vlan; /**< the one in front of it; 0: none */
    uint32_t tunnel;     /**< VNI or ERSPAN id with the kind of tunnel above it; 0: none */
    uint32_t link;       /**< interface index of a cooked v2 header; 0: none */
} feed_key_t;

/** The feed of a frame.  Nothing but the frame's own bytes decides, so that it is found
 *  again on any pass. */
feed_key_t feed_key(const packet_info *pinfo);

/** Whether its tunnel has the frames of a LAN of its own (VXLAN, GENEVE). */
bool feed_key_is_lan(const feed_key_t *key);

/** The number of that LAN; 0: it has no such tunnel. */
uint32_t feed_key_vni(const feed_key_t *key);

/** Whether two tags or tunnels say that these are likely two LANs, with a cluster each.  Two
 *  sessions of a mirror are likely two ports of one LAN, or two directions. */
bool feed_keys_are_two_lans(const feed_key_t *a, const feed_key_t *b);

/** Bits of feed_key_t.tunnel below the kind. */
#define FEED_TUNNEL_ID_BITS 24

/** Look up the protocols that carry tunnels; once, when all are registered. */
void feed_key_register(void);

#endif
