/* nisca-results.h
 * What several frames mean together: the results that the rest of the
 * dissector reads.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_RESULTS_H
#define CLUSTER_NISCA_RESULTS_H

#include "nisca.h"

#include "cadence.h"
#include "findings.h"

/** What a finding says; `ref` and `value` of finding_t in brackets.  They are shown in
 *  this order. */
typedef enum {
    NISCA_FOUND_HELLO = 1,        /**< [previous HELLO, ns since] */
    NISCA_FOUND_CHANNEL_START,    /**< [CCSTART or SOLICIT] */
    NISCA_FOUND_CHANNEL_VERF,     /**< of a VACK [VERF] */
    NISCA_FOUND_CHANNEL_VACK,     /**< of a VERF [VACK or 0] */
    NISCA_FOUND_CHANNEL_SETUP,    /**< [-, ns since the CCSTART] */
    NISCA_FOUND_NO_VERF,
    NISCA_FOUND_NO_VACK,
    NISCA_FOUND_PASSWORD,
    NISCA_FOUND_IDENTITY,
    NISCA_FOUND_ACKS,             /**< [acknowledged frame, round trip in ns] */
    NISCA_FOUND_ACKS_REPEATED,    /**< ... of a message that was sent again before [likewise] */
    NISCA_FOUND_ACKS_LATER,       /**< ... that another capture point saw acknowledged before
                                       [acknowledged frame] */
    NISCA_FOUND_ACK_UNSEEN,
    NISCA_FOUND_RSVP_ANSWERED,    /**< [1 if asked more than once, ns since the first time] */
    NISCA_FOUND_ACKED,            /**< [acknowledging frame or 0, further transmissions] */
    NISCA_FOUND_REXMT,            /**< retransmission [-, cause: NISCA_CAUSE_...] */
    NISCA_FOUND_REXMT_OF,         /**< [original, ns since] */
    NISCA_FOUND_DUPLICATE,        /**< [first copy] */
    NISCA_FOUND_GAP,              /**< [-, numbers skipped] */
    NISCA_FOUND_CIRCUIT_START,    /**< not kept: [latest START] */
    NISCA_FOUND_RESTARTED,
    NISCA_FOUND_CONNECTION,       /**< not kept: [CONNECT_REQ] */
    NISCA_FOUND_SCS_REQUEST,      /**< [response or 0] */
    NISCA_FOUND_SCS_RESPONSE,     /**< [request, ns since] */
    NISCA_FOUND_MSCP_COMMAND,     /**< [end message or 0] */
    NISCA_FOUND_MSCP_END,         /**< [command, ns since] */
    NISCA_FOUND_COPY,             /**< [frame at another capture point] */
    NISCA_FOUND_LIMIT,            /**< a cap was reached: said once */
    NISCA_FOUND_KINDS
} nisca_found_kind_t;

/** Why a message was sent again; the values of nisca.analysis.rexmt_cause. */
enum {
    NISCA_CAUSE_MESSAGE_LOST = 1,
    NISCA_CAUSE_ACK_LOST,
    NISCA_CAUSE_NO_ORIGINAL
};

/** What is connected: decides how the messages of a connection are read. */
typedef enum {
    NISCA_SYSAP_OTHER,
    NISCA_SYSAP_DIRECTORY,
    NISCA_SYSAP_DISK,
    NISCA_SYSAP_TAPE,
    NISCA_SYSAP_CLUSTER /**< connection and lock manager */
} nisca_sysap_t;

/** An SCS connection. */
typedef struct nisca_connection {
    const char *processes;  /**< both, the requesting one first */
    nisca_sysap_t sysap;
    uint32_t number;        /**< in the file, from 1 */
    uint32_t connect_frame; /**< its CONNECT_REQ, or 0 */
    uint32_t point;         /**< that saw it */
} nisca_connection_t;

/** Analyse a message on the first pass; later passes change nothing. To be
 *  called when all of the message that can be read has been read. */
void nisca_analyse(const wire_t *w, const nisca_message_t *message);

/** Gather what the first pass found about a frame, and what can be looked up since.
 *  Nothing if analysis is off.  O(log n). */
void nisca_gather(const packet_info *pinfo, const nisca_message_t *message, found_t *found);

/** Show the findings of a frame in a subtree of their own. */
void nisca_show_findings(const wire_t *w, const found_t *found);

/** Append the verdicts of a frame to the Info column. */
void nisca_inform(info_t *info, const found_t *found);

/** Which transport numbers the versions of two nodes put in force. */
typedef enum {
    NISCA_NUMBERS_UNKNOWN,
    NISCA_NUMBERS_CLASSIC,
    NISCA_NUMBERS_EXTENDED
} nisca_numbers_t;

/** By what both ends of a circuit said before `frame`. */
nisca_numbers_t nisca_numbers_in_force(const packet_info *pinfo, const nisca_message_t *message);

/** The connection that an SCS message belongs to, as known before its frame;
 *  or NULL. */
const nisca_connection_t *nisca_connection_of(const packet_info *pinfo,
                                              const nisca_message_t *message);

/** The START that the circuit of this message began with, if it is in the
 *  capture and no BYE came after it; else 0. */
uint32_t nisca_circuit_start(const packet_info *pinfo, const nisca_message_t *message);

/** How HELLOs are judged. */
extern const cadence_rules_t nisca_hello_rules;

void nisca_stats_register(int proto);
void nisca_analysis_register(module_t *module);
void nisca_findings_register(int proto);

#endif
