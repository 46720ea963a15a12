/* nisca-analysis.h
 * What several frames mean together: the results that the rest of the
 * dissector reads.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_ANALYSIS_H
#define CLUSTER_NISCA_ANALYSIS_H

#include "nisca.h"

#include "cadence.h"
#include "findings.h"

/** What a finding says; `ref` and `value` of finding_t in brackets. */
typedef enum {
    NISCA_FOUND_ACKS = 1,         /**< [acknowledged frame, round trip in ns] */
    NISCA_FOUND_ACKS_REPEATED,    /**< the same, of a message that was sent again before */
    NISCA_FOUND_ACKS_AGAIN,       /**< the same; another capture point has an earlier ACK of it */
    NISCA_FOUND_ACKED,            /**< [acknowledging frame or 0, for the first pass] */
    NISCA_FOUND_ACK_UNSEEN,
    NISCA_FOUND_REXMT_LOST,       /**< retransmission: message lost [original, ns since] */
    NISCA_FOUND_REXMT_LATE,       /**< ... ACK lost or late [original, ns since] */
    NISCA_FOUND_REXMT_ALONE,      /**< ... original not in the capture */
    NISCA_FOUND_DUPLICATE,        /**< [first copy] */
    NISCA_FOUND_GAP,              /**< [-, numbers skipped] */
    NISCA_FOUND_RSVP_ANSWERED,    /**< [1 if asked more than once, ns since the first time] */
    NISCA_FOUND_RESTARTED,
    NISCA_FOUND_HELLO,            /**< [previous HELLO, ns since] */
    NISCA_FOUND_CHANNEL_START,    /**< [CCSTART or SOLICIT] */
    NISCA_FOUND_CHANNEL_VERF,     /**< of a VACK [VERF] */
    NISCA_FOUND_CHANNEL_VACK,     /**< of a VERF [VACK or 0] */
    NISCA_FOUND_CHANNEL_SETUP,    /**< [-, ns since the CCSTART] */
    NISCA_FOUND_NO_VERF,
    NISCA_FOUND_NO_VACK,
    NISCA_FOUND_PASSWORD,
    NISCA_FOUND_IDENTITY,
    NISCA_FOUND_SCS_REQUEST,      /**< [response or 0] */
    NISCA_FOUND_SCS_RESPONSE,     /**< [request, ns since] */
    NISCA_FOUND_MSCP_COMMAND,     /**< [end message or 0] */
    NISCA_FOUND_MSCP_END,         /**< [command, ns since] */
    NISCA_FOUND_COPY,             /**< [frame at another capture point] */
    NISCA_FOUND_LIMIT             /**< a cap was reached: said once */
} nisca_finding_kind_t;

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
    uint32_t index;         /**< in the file, from 1 */
    uint32_t connect_frame; /**< its CONNECT_REQ, or 0 */
    uint32_t point;         /**< that saw it */
} nisca_connection_t;

/** Analyse a message on the first pass; later passes change nothing. To be
 *  called when all of the message that can be read has been read. */
void nisca_analyse(const wire_t *w, const nisca_message_t *message);

/** The findings of one frame, gathered; absent ones are 0. */
typedef struct {
    uint32_t acks_frame;
    int64_t ack_rtt;          /**< valid with acks_frame */
    bool acks_repeated;       /**< which transmission it answers is not known */
    bool acks_again;          /**< ack_rtt is none: the round trip ended sooner */
    uint32_t acked_in;
    bool ack_unseen;
    uint8_t rexmt_cause;      /**< 0: no retransmission */
    uint32_t rexmt_of;
    int64_t rexmt_delta;      /**< valid with rexmt_of */
    bool duplicate;
    uint32_t duplicate_of;
    uint32_t seq_gap;
    bool rsvp_answered;
    bool rsvp_repeated;       /**< asked more than once: was the answer late, or the question? */
    int64_t rsvp_delay;
    uint32_t circuit_start;
    bool restarted;
    uint32_t previous_hello;
    int64_t hello_delta;      /**< valid with previous_hello */
    uint32_t channel_start, channel_verf, channel_vack;
    bool channel_set_up;
    int64_t setup_time;
    bool no_verf, no_vack;
    bool password, identity;
    uint32_t scs_request, scs_response;
    int64_t scs_response_time;    /**< valid with scs_request */
    uint32_t mscp_command, mscp_end;
    int64_t mscp_response_time;   /**< valid with mscp_command */
    uint32_t copy_of;
    bool limit;
} nisca_summary_t;

/** Gather what the first pass found about a frame.  All zero if analysis is
 *  off or nothing was found. O(log n). */
void nisca_summarise(const packet_info *pinfo, const nisca_message_t *message,
                     nisca_summary_t *summary);

/** Show a summary in a subtree of its own. */
void nisca_show_summary(const wire_t *w, const nisca_message_t *message,
                        const nisca_summary_t *summary);

/** What the Info column says of a summary: a constant, "" if nothing. */
const char *nisca_summary_info(const nisca_summary_t *summary);

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

/** How HELLOs are judged. */
extern const cadence_rules_t nisca_hello_rules;

void nisca_stats_register(int proto);
void nisca_analysis_register(module_t *module);
void nisca_findings_register(int proto);

#endif
