/* ncs_heartbeat.h
 * What the files of this dissector share.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NCS_HEARTBEAT_H
#define CLUSTER_NCS_HEARTBEAT_H

#include "cadence.h"
#include "findings.h"
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
    unsigned captured;    /**< of these, bytes that were captured */
    uint32_t ip_id;       /**< IPv4 identification */
    ncs_role_t role;
} ncs_message_t;

/** Payload bytes with which the panning id and the incarnation are whole. */
#define NCS_PANNING_ID_END 8
#define NCS_INCARNATION_END 12
/** Payload bytes in front of the undocumented part. */
#define NCS_PANNING_HEADER_LENGTH 12

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

/** What a node of that role is measured by. */
cadence_rules_t ncs_cadence_rules(ncs_role_t role);

/* --- ncs-inferred.c -------------------------------------------------------- */

/** Register the fields of the inferred layout for `proto`. */
void ncs_inferred_register(int proto);

/** Show the inferred layout of the bytes after the panning header as a subtree
 *  of `tree`, if `when` and the bytes allow it.  Adds nothing else. */
void ncs_inferred_show(tvbuff_t *tvb, proto_tree *tree, const ncs_message_t *message,
                       ncs_inferred_t when);

/* --- ncs-analysis.c -------------------------------------------------------- */

/** What the first pass finds out about a heartbeat, and what a finding of that
 *  kind holds. */
typedef enum {
    NCS_INTERVAL_OF_MASTER = 1, /**< ref: previous frame; value: interval in ns; the node */
    NCS_INTERVAL_OF_SLAVE,      /**< had this role before, which is what it is measured by */
    NCS_LOST,                   /**< value: ncs_lost_t */
    NCS_DUPLICATE,              /**< ref: first copy */
    NCS_SILENT_NODE,            /**< ref: number of the silent node; value: its last frame */
    NCS_MASTER_CHANGE,          /**< ref: number of the old master; value: ncs_election_t */
    NCS_MASTER_TAKEN,           /**< the same, but ref: IPv4 address that slaves sent to */
    NCS_TWO_MASTERS,            /**< ref: number of the other master */
    NCS_INCARNATION_CHANGE,     /**< ref: last frame with the old value; value: old value */
    NCS_SECOND_PANNING_ID,      /**< ref: first panning id at this capture point */
    NCS_LIMIT,                  /**< too many nodes: said once */
    NCS_FINDING_KINDS
} ncs_finding_kind_t;

/** How the silence that ended with a lost heartbeat is to be read. */
typedef enum {
    NCS_LOST_NODE,     /**< one node was silent */
    NCS_LOST_REJOINED, /**< one node was silent and has another incarnation now */
    NCS_LOST_ALL       /**< all known nodes were silent at the same time */
} ncs_lost_t;

/** The new master's rank among the addresses known by then, in the low bits;
 *  above NCS_ELECTION_BITS the number of the node with the highest address. */
typedef enum {
    NCS_ELECTED_HIGHEST,
    NCS_ELECTED_HIGHEST_LEFT, /**< only the old master's is higher */
    NCS_ELECTED_LOWER
} ncs_election_t;
#define NCS_ELECTION_BITS 8

/** State lives as long as the capture file. */
void ncs_analysis_register(void);

/** Follow one heartbeat; for the first pass, in frame order. */
void ncs_analyse(tvbuff_t *tvb, const ncs_message_t *message);

/** Everything found so far, or NULL. */
const findings_t *ncs_analysis_findings(void);

/** The master of the message's cluster when this frame was sent. False if
 *  nothing is known or it has no IPv4 address. */
bool ncs_analysis_master(const ncs_message_t *message, uint32_t *ipv4);

/** Number of the node that sent this message, from 1; 0 if it is not followed. */
uint32_t ncs_analysis_node(const ncs_message_t *message);

/** Address of a node by its number. */
const address *ncs_analysis_address(uint32_t number);

/* --- ncs-findings.c -------------------------------------------------------- */

/** One heartbeat for statistics; what was found is only there if analysed. */
typedef struct {
    address source;
    address destination;
    uint32_t node;            /**< ncs_analysis_node() */
    uint32_t panning_id;
    bool has_panning_id;
    bool duplicate;           /**< a copy, so no heartbeat of its own */
    bool has_interval;
    ncs_role_t role;
    int64_t interval;         /**< ns */
    uint32_t missed;
    cadence_verdict_t verdict;
} ncs_tap_t;

/** Register the fields and expert items of the analysis. */
void ncs_findings_register(int proto);

/** Show what the first pass found out about this frame as a subtree of `tree`
 *  and fill in `tap`.  Returns the end of the Info column, "" if nothing in it
 *  is unusual. */
const char *ncs_findings_show(tvbuff_t *tvb, proto_tree *tree, const ncs_message_t *message,
                              ncs_tap_t *tap);

/* --- ncs-stats.c ------------------------------------------------------------ */

/** Register the tap and the tables. */
void ncs_stats_register(int proto);

/** Hand one heartbeat to the tables; `tap` lives as long as the packet. */
void ncs_stats_queue(packet_info *pinfo, const ncs_tap_t *tap);

#endif
