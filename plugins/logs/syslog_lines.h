/* syslog_lines.h
 * What syslogd, rsyslog and syslog-ng write: a message is a line.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LOGS_SYSLOG_LINES_H
#define CLUSTER_LOGS_SYSLOG_LINES_H

#include "message.h"

/** Whether a line begins with a time, behind "<13>" or "<13>1 " if that is there. */
bool syslog_begins(cursor_t *cursor, stamp_t *stamp);

/** See source_next(). */
bool syslog_next(source_t *source);

#endif
