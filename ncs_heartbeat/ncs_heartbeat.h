/* ncs_heartbeat.h
 * What the files of this dissector share.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NCS_HEARTBEAT_H
#define CLUSTER_NCS_HEARTBEAT_H

#include "wire.h"

/** What a node does in its cluster, read off the destination address: the
 *  master broadcasts or multicasts, slaves send unicast to the master. */
typedef enum {
    NCS_ROLE_MASTER = 1,
    NCS_ROLE_SLAVE = 2
} ncs_role_t;

/** One heartbeat. Numbers of fields that are not there are 0. */
typedef struct {
    packet_info *pinfo;
    uint32_t upper_protocol;
    uint32_t panning_id;
    uint32_t incarnation;
    unsigned length;      /**< payload bytes by the IP header */
    ncs_role_t role;
} ncs_message_t;

/** When the inferred layout of the undocumented bytes is shown. */
typedef enum {
    NCS_INFERRED_OFF,
    NCS_INFERRED_CHECKED, /**< only where the bytes themselves support it */
    NCS_INFERRED_ALWAYS
} ncs_inferred_t;

/** Payload bytes in front of the undocumented part. */
#define NCS_PANNING_HEADER_LENGTH 12

/** Register the fields of the inferred layout for `proto`. */
void ncs_inferred_register(int proto);

/** Show the inferred layout of the bytes after the panning header as a subtree
 *  of `tree`, if `when` and the bytes allow it.  Adds nothing else. */
void ncs_inferred_show(tvbuff_t *tvb, proto_tree *tree, const ncs_message_t *message,
                       ncs_inferred_t when);

#endif
