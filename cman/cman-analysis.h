/* cman-analysis.h
 * What several frames mean together: the results that the rest of the
 * dissector reads.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_ANALYSIS_H
#define CLUSTER_CMAN_ANALYSIS_H

#include "cman.h"

#include <epan/prefs.h>

#include "cadence.h"
#include "findings.h"

/** What a finding says; `ref` and `value` of finding_t in brackets. */
typedef enum {
    CMAN_FOUND_ACKS = 1,        /**< acknowledges [frame, round trip in ns] */
    CMAN_FOUND_ACKS_AGAIN,      /**< ... once more [frame] */
    CMAN_FOUND_DUPLICATE_ACK,   /**< the same, and worth an expert item [frame] */
    CMAN_FOUND_ACKED,           /**< [first acknowledging frame or 0, chain of more] */
    CMAN_FOUND_ACK_UNSEEN,
    CMAN_FOUND_RETRANSMISSION,  /**< [first transmission, ns since] */
    CMAN_FOUND_DUPLICATE,       /**< [first copy, copies so far] */
    CMAN_FOUND_GAP,             /**< [-, numbers skipped] */
    CMAN_FOUND_BACKWARDS,
    CMAN_FOUND_JOIN_SEQ,
    CMAN_FOUND_COPY,            /**< [frame at another capture point] */
    CMAN_FOUND_LIMIT,           /**< a cap was reached: said once */
    CMAN_FOUND_HELLO,           /**< [previous HELLO, ns since] */
    CMAN_FOUND_REQUEST,         /**< [first response or 0] */
    CMAN_FOUND_RESPONSE,        /**< [request, ns since] */
    CMAN_FOUND_TRANSITION,      /**< [index, master + restarts << 32] */
    CMAN_FOUND_RESTARTED,
    CMAN_FOUND_CLASH,
    CMAN_FOUND_TRANSITION_END,  /**< [-, duration in ns] */
    CMAN_FOUND_BARRIER,         /**< [index, nodes waiting] */
    CMAN_FOUND_BARRIER_DONE     /**< [-, duration in ns] */
} cman_finding_kind_t;

/** A state transition; frames are 0 while not (yet) seen, times in ns. */
typedef struct {
    uint32_t number;
    uint32_t point;
    uint32_t cluster;
    uint32_t start_frame, end_frame;
    int64_t start_time, end_time;
    int64_t last_time;        /**< of its latest frame */
    uint32_t lowest_generation; /**< of all its STARTTRANS, */
    uint32_t generation;      /**< and of the one in force */
    uint32_t seq;             /**< its sequence number */
    uint32_t end_generation;  /**< of the ENDTRANS; names the closing barrier */
    uint32_t reason;          /**< of the STARTTRANS in force */
    uint32_t node;            /**< node concerned */
    uint32_t master;
    uint32_t restarts;
    uint32_t index;           /**< for cman_transition_at() */
    uint32_t same_as;         /**< index + 1 of the same one at another capture point, or 0 */
} cman_transition_t;

/** A barrier from its first WAIT to its first COMPLETE. */
typedef struct {
    const char *name;
    uint32_t point;
    uint32_t cluster;
    uint32_t start_frame, complete_frame;
    int64_t start_time, complete_time;
    uint32_t index;           /**< for cman_barrier_at() */
    uint32_t same_as;         /**< index + 1 of the same one at another capture point, or 0 */
    uint32_t waiting;         /**< distinct nodes that have sent WAIT */
} cman_barrier_t;

/** Analyse a message on the first pass; later passes change nothing. To be
 *  called when all of the message that can be read has been read. */
void cman_analyse(const wire_t *w, const cman_message_t *message);

/** The findings of one frame, gathered; absent ones are 0. */
struct cman_summary {
    bool found;                /**< there is any */
    uint32_t acks_frame;
    int64_t ack_rtt;
    bool acks_first;           /**< ack_rtt is valid */
    bool duplicate_ack;
    bool ack_unseen;
    uint32_t acked_in;
    uint32_t more_acks;        /**< for cman_next_ack() */
    uint32_t retransmission_of;
    int64_t rto;
    uint32_t duplicate_of;
    uint32_t duplicate_count;
    uint32_t seq_gap;
    bool backwards;
    bool join_seq;
    uint32_t previous_hello;   /**< hello_delta is valid */
    int64_t hello_delta;
    uint32_t response_in, response_to;
    int64_t response_time;
    const cman_transition_t *transition;
    uint32_t transition_master, transition_restarts;
    bool restarted, clash, transition_ended;
    int64_t transition_duration;
    const cman_barrier_t *barrier;
    uint32_t barrier_waiting;
    bool barrier_done;
    int64_t barrier_duration;
    uint32_t copy_of;
    bool limit;
};

/** Gather what the first pass found about a frame.  All zero if analysis is
 *  off or nothing was found. O(log n). */
void cman_summarise(uint32_t frame, cman_summary_t *summary);

/** Further acknowledging frames, latest first: the frame of `*link`, which moves
 *  on; 0 at the end. */
uint32_t cman_next_ack(uint32_t *link);

/** Key of an IP address, 0 if it is none. */
uint64_t cman_address_key(const address *addr);

/** Name of a node as known at `frame`, or NULL.  By id, or where the id is 0
 *  by the address of the sender. */
const char *cman_node_name(uint32_t cluster, uint32_t id, const address *addr, uint32_t frame);

/** The transitions and barriers of the file so far, for the statistics. */
const cman_transition_t *cman_transition_at(unsigned index);
const cman_barrier_t *cman_barrier_at(unsigned index);

/** HELLO timers by the preferences. */
cadence_rules_t cman_hello_rules(void);

/** The findings of the file; NULL if there are none. */
const findings_t *cman_findings(void);

/** Register the preferences' module entries and the reset on a new file. */
void cman_analysis_register(module_t *module);

/* cman-findings.c */

typedef enum {
    CMAN_SOURCE,
    CMAN_TARGET
} cman_end_t;

/** Show a node's name behind the item of its id; nothing if `name` is NULL. */
void cman_show_name(const wire_t *w, proto_item *beside, cman_end_t end, const char *name);

/** Show the findings of a frame as a subtree, and raise their expert items. */
void cman_show_findings(const wire_t *w, const cman_message_t *message,
                        const cman_summary_t *summary);

/** Register the fields of the findings for `proto`. */
void cman_findings_register(int proto);

/* cman-stats.c */

/** Tell the statistics about a frame, if any are open. */
void cman_queue_tap(const wire_t *w, const cman_message_t *message,
                    const cman_summary_t *summary);

/** Register the tables of all statistics files. */
void cman_stats_register(int proto);

#endif
