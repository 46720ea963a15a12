/* ncs.h
 * A heartbeat, and what the user wants to know about it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NCS_H
#define CLUSTER_NCS_H

#include "cadence.h"
#include "wire.h"

/** What a node does in its cluster, read off the destination address: the
 *  master broadcasts or multicasts, slaves send unicast to the master. */
typedef enum {
    NCS_ROLE_MASTER = 1,
    NCS_ROLE_SLAVE = 2
} ncs_role_t;

/** One heartbeat; lives as long as its dissection. Numbers of fields that are
 *  not there are 0. */
typedef struct {
    tvbuff_t *tvb;
    packet_info *pinfo;
    uint32_t upper_protocol;
    uint32_t panning_id;
    uint32_t incarnation;
    unsigned length;      /**< payload bytes by the IP header */
    unsigned captured;    /**< of these, bytes that were captured */
    uint32_t ip_id;       /**< IPv4 identification */
    ncs_role_t role;
} ncs_message_t;

/** Payload bytes with which the panning id and the incarnation are whole. */
#define NCS_PANNING_ID_END 8
#define NCS_INCARNATION_END 12
/** Payload bytes in front of the undocumented part. */
#define NCS_PANNING_HEADER_LENGTH 12

static inline bool
ncs_has_panning_id(const ncs_message_t *message)
{
    return message->captured >= NCS_PANNING_ID_END;
}

static inline bool
ncs_has_incarnation(const ncs_message_t *message)
{
    return message->captured >= NCS_INCARNATION_END;
}

/* --- ncs-preferences.c ----------------------------------------------------- */

/** When the inferred layout of the undocumented bytes is shown. */
typedef enum {
    NCS_INFERRED_OFF,
    NCS_INFERRED_CHECKED, /**< only where the bytes themselves support it */
    NCS_INFERRED_ALWAYS
} ncs_inferred_t;

/** The user's preferences; times in ms, 0 switches a check off. */
typedef struct {
    unsigned period;          /**< between the heartbeats of a slave */
    unsigned tolerance;       /**< after which the master gives up a slave */
    unsigned master_watchdog; /**< period of the master's broadcasts */
    unsigned slave_watchdog;  /**< after which slaves give up the master */
    unsigned late_factor;     /**< percent of the period */
    ws_bool analysis;
    int inferred_layout;      /**< ncs_inferred_t */
    const char *expected_panning_id;
} ncs_preferences_t;

extern ncs_preferences_t ncs_preferences;

/** Register the preferences of the protocol `proto`. */
void ncs_preferences_register(int proto);

/** True if the user expects another panning id than this one. */
bool ncs_is_unexpected(uint32_t panning_id);

/** The silence, in ns, after which a node of that role is given up; 0: never. */
int64_t ncs_tolerance(ncs_role_t role);

/** What a node of that role is measured by. */
cadence_rules_t ncs_cadence_rules(ncs_role_t role);

/* --- ncs-layer.c ------------------------------------------------------------ */

/** The role of a sender by the destination of its packet. */
ncs_role_t ncs_role_of(const packet_info *pinfo);

/** Which product sends to such a destination; NULL if nothing is known. */
const char *ncs_version_hint(const packet_info *pinfo);

/* --- ncs-inferred.c -------------------------------------------------------- */

/** Register the fields of the inferred layout for `proto`. */
void ncs_inferred_register(int proto);

/** Show the inferred layout of the bytes after the panning header as a subtree
 *  of `tree`, if the user and the bytes allow it.  Adds nothing else. */
void ncs_inferred_show(const ncs_message_t *message, proto_tree *tree);

#endif
