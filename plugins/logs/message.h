/* message.h
 * How a format makes messages out of lines; between source.c and the formats.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LOGS_MESSAGE_H
#define CLUSTER_LOGS_MESSAGE_H

#include "source.h"

/** Read the next line into `line`; false at the end. */
bool source_line(source_t *source);

/** Whether the line holds nothing but blanks. */
bool source_line_is_empty(const source_t *source);

/** Begin the text of a message: "<13>Nov 14 22:13:18 HOST", the time from `stamp`.  What follows
 *  brings its own blank.  `size`: of the priority, 0 if there is none. */
void source_begin(source_t *source, const char *priority, size_t size, const char *host);

/** Begin a message with a line that has no time: it is marked so. */
void source_begin_bad(source_t *source);

/** Count a line without a time, and keep the first ones to show them. */
void source_note_bad(source_t *source);

#endif
