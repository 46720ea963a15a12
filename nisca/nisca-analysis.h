/* nisca-analysis.h
 * What several frames mean together: the first pass.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_ANALYSIS_H
#define CLUSTER_NISCA_ANALYSIS_H

#include "nisca.h"

/** Analyze a message on the first pass; later passes change nothing. To be
 *  called when all of the message that can be read has been read. */
void nisca_analyse(const wire_t *w, const nisca_message_t *message);

void nisca_analysis_register(module_t *module);

#endif
