/* make-nisca.h
 * Builders for NISCA messages.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef TEST_MAKE_NISCA_H
#define TEST_MAKE_NISCA_H

#include "packet.h"

/** The SCS address of a node, AA-00-04-00-xx-xx. */
endpoint_t nisca_node(uint16_t systemid);
/** The multicast address of a cluster group, AB-00-04-01-xx-xx. */
endpoint_t nisca_group(uint16_t group);

/** Begin a packet with Length (0 so far) and the DX header; the flags byte is
 *  appended next. */
void nisca_dx(packet_t *p, const endpoint_t *from, const endpoint_t *to, uint16_t group);
/** Set Length to what the packet holds now. */
void nisca_set_length(packet_t *p);

#endif
