/* source.h
 * A log file, message by message.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LOGS_SOURCE_H
#define CLUSTER_LOGS_SOURCE_H

#include "clock.h"
#include "reader.h"
#include "text.h"

/** What a log looks like. */
typedef enum { FORMAT_GUESSED, FORMAT_SYSLOG, FORMAT_OPCOM, FORMATS } format_t;

enum {
    NODE_BYTES = 256,  /**< of a node's name */
    USER_BYTES = 64,
    BAD_LINES = 5,     /**< so many lines without a time are shown */
    BAD_LINE_BYTES = 60,
};

/** What the user said of a file. */
typedef struct {
    const char *node;  /**< NULL: what its lines say */
    zone_t zone;
    int year;          /**< 0: not said */
    int64_t correction; /**< ns to add */
    format_t format;
} log_options_t;

/** A line without a time. */
typedef struct {
    uint64_t number;
    char text[4 * BAD_LINE_BYTES]; /**< its beginning, as in a packet */
} bad_line_t;

/** A log file. */
typedef struct {
    const char *name;
    log_options_t options;
    format_t format;
    reader_t reader;
    line_t line;
    bool line_is_next;      /**< the line was read, and is the first of the next message */
    clock_state_t clock;
    instant_t now;          /**< the time of the last line that has one */
    stamp_t stamp;          /**< that time as it was written */
    char node[NODE_BYTES];  /**< stands for the node that a line does not name */
    char host[NODE_BYTES];  /**< the first that a line named */

    /* The message that was found last. */
    instant_t time;
    text_t text;

    /* What was found. */
    uint64_t packets, empty, bad, cut, other_hosts;
    instant_t first, last;  /**< the earliest and the latest packet */
    bad_line_t bad_lines[BAD_LINES];
} source_t;

/** The name of a format, as on the command line. */
const char *format_name(format_t format);

/** Open a log, see which format it has, and find the first time in it.  False: one line on
 *  standard error says why it cannot be used.  An empty file can. */
bool source_open(source_t *source, const char *name, const log_options_t *options);

/** Find the next message: `time` and `text`.  False at the end of the file. */
bool source_next(source_t *source);

void source_close(source_t *source);

#endif
