/* nisca-cnx-analysis.h
 * What messages of connection managers mean together: the results that the
 * rest of the dissector reads.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_CNX_ANALYSIS_H
#define CLUSTER_NISCA_CNX_ANALYSIS_H

#include "nisca-cnx.h"

#include "findings.h"
#include "observed.h"

/** What a finding says, in the order it is shown; `ref` and `value` of
 *  finding_t in brackets.  "Words" is what nisca_cnx_words() takes. */
typedef enum {
    NISCA_CNX_FOUND_REQUEST = 1,  /**< not kept: [answer] */
    NISCA_CNX_FOUND_ANSWER,       /**< [request, ns since] */
    NISCA_CNX_FOUND_RESOURCE,     /**< that a message is about [-, resource] */
    NISCA_CNX_FOUND_TRANSITION,   /**< [index + 1] */
    NISCA_CNX_FOUND_START,        /**< [first proposal] */
    NISCA_CNX_FOUND_COMMIT,       /**< [first proposal or 0, ns since] */
    NISCA_CNX_FOUND_END,          /**< of a proposal [last DOSTEP or 0] */
    NISCA_CNX_FOUND_JOINED,       /**< [words: a node] */
    NISCA_CNX_FOUND_REMOVED,      /**< [words: a node] */
    NISCA_CNX_FOUND_STEP,         /**< of a DOSTEP [-, ns since the first READY] */
    NISCA_CNX_FOUND_SLOWEST,      /**< [words: a node, ns after the first READY] */
    NISCA_CNX_FOUND_NOT_COMMITTED, /**< [proposal, number of the transition] */
    NISCA_CNX_FOUND_MISSING,      /**< [words: a node that was waited for] */
    NISCA_CNX_FOUND_COORDINATORS, /**< [proposal of another coordinator, index] */
    NISCA_CNX_FOUND_NO_QUORUM,    /**< [words] */
    NISCA_CNX_FOUND_ALIVE,        /**< [words] */
    NISCA_CNX_FOUND_PARAMETERS,   /**< [words] */
    NISCA_CNX_FOUND_RESENT,       /**< [first sending or 0, ns since] */
    NISCA_CNX_FOUND_UNACKED,      /**< [first of them or 0, how many] */
    NISCA_CNX_FOUND_EVENT,        /**< [words] */
    NISCA_CNX_FOUND_OVER,         /**< a transition [words, ns since its last step] */
    NISCA_CNX_FOUND_LIMIT,
    NISCA_CNX_FOUND_KINDS
} nisca_cnx_found_t;

struct nisca_cnx_cluster;
struct nisca_cnx_node;

/** A transition.  Times are capture times in ns, frames 0 where there is none. */
typedef struct nisca_cnx_transition {
    struct nisca_cnx_cluster *cluster;
    const observed_cluster_t *seen;
    uint32_t group;
    uint64_t realm;               /**< what tells clones of a group apart */
    uint32_t number;              /**< in the realm, from 1 */
    uint32_t idx;                 /**< in the file, from 1 */
    uint32_t xtn_id;
    uint32_t code;                /**< NISCA_TRANSITION_...; 0: not known */
    struct nisca_cnx_node *coordinator;
    struct nisca_cnx_node *newcomer; /**< that the coordinator told of itself; or NULL */
    bool is_probable;             /**< nothing names the connections of all its messages */
    bool hears_coordinator;       /**< its messages to participants are in the capture */
    const char *coordinator_name; /**< or its address */
    const char *change;           /**< nodes that joined or were removed; or NULL */
    uint32_t proposal_frame;
    int64_t proposed;
    uint32_t commit_frame;
    int64_t committed;
    uint32_t last_frame;          /**< of PH2, READY, DOSTEP */
    int64_t last;
    uint32_t step;                /**< latest DOSTEP */
    uint32_t ready;               /**< latest step that somebody is ready with */
    int64_t ready_first;          /**< when the first node was */
    uint32_t worst_step;          /**< that took longest */
    int64_t worst;
    const char *worst_node;       /**< that was ready last, or NULL */
    uint32_t asked, accepted;     /**< nodes */
    uint32_t unheard;             /**< of those asked: their answers are not in the capture */
    struct nisca_cnx_transition *before; /**< that it broke off, or NULL */
    bool is_broken_off;           /**< another one began before it was over */
    bool is_told;                 /**< that it is over */
    uint32_t waited_told;         /**< step that was told to wait, + 1 */
    bool has_proposal;            /**< FORM, RECONFIG or JOIN: what follows */
    uint8_t map[NISCA_CNX_MAP_SIZE];
    uint64_t formed;
    uint32_t members;             /**< in the map */
    uint32_t quorum, votes, qdskvotes, expected_votes;
    uint32_t high_index;          /**< in the map of a JOIN */
    uint32_t next_index;          /**< that the next new member gets */
    finding_t *end;               /**< NISCA_CNX_FOUND_END of the first proposal */
    wmem_array_t *participants;   /**< nisca_cnx_participant_t */
    wmem_array_t *described;      /**< nisca_cnx_described_t, or NULL */
} nisca_cnx_transition_t;

/** A resource of the lock manager. */
typedef struct {
    const char *name;
    const observed_cluster_t *seen;
    uint32_t group;
} nisca_cnx_resource_t;

/** One of the results, by what findings have; NULL for 0. */
const nisca_cnx_transition_t *nisca_cnx_transition(uint32_t idx);
const nisca_cnx_resource_t *nisca_cnx_resource_at(uint32_t idx);
const char *nisca_cnx_words(uint32_t idx);
const char *nisca_cnx_words_node(uint32_t idx);

/** What the first pass found about a frame; nothing if analysis is off. */
void nisca_cnx_gather(const packet_info *pinfo, found_t *found);

/** Show it in a subtree of its own, and tell its events. */
void nisca_cnx_show(const wire_t *w, const nisca_message_t *m, const found_t *found);

/** Append its verdicts to the Info column. */
void nisca_cnx_inform(info_t *info, const found_t *found);

/** Hand a frame to the statistics. */
void nisca_cnx_tap(packet_info *pinfo, const nisca_message_t *m, const found_t *found);

/** What the statistics get. */
typedef struct {
    nisca_message_t message;
    found_t found;
} nisca_cnx_tap_t;

void nisca_cnx_findings_register(int proto);
void nisca_cnx_state_register(void);
void nisca_cnx_stats_register(void);

#endif
