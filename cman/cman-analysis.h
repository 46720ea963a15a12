/* cman-analysis.h
 * The first pass: what a message means after those before it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_ANALYSIS_H
#define CLUSTER_CMAN_ANALYSIS_H

#include "cman.h"

/** Analyze a message on the first pass; later passes change nothing. To be
 *  called when all of the message that can be read has been read. */
void cman_analyse(const wire_t *w, const cman_message_t *message);

#endif
