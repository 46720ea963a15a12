/* cman-findings.h
 * Shows what the analysis found.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_FINDINGS_H
#define CLUSTER_CMAN_FINDINGS_H

#include "cman.h"
#include "findings.h"

typedef enum {
    CMAN_SOURCE,
    CMAN_TARGET
} cman_side_t;

/** Show a node's name behind the item of its id; nothing if `name` is NULL. */
void cman_show_name(const wire_t *w, proto_item *beside, cman_side_t side, const char *name);

/** Show the findings of a frame as a subtree, and raise their expert items. */
void cman_show_findings(const wire_t *w, const cman_message_t *message, found_t *found);

/** What a message says on its own, with what was found about it: names, and since when the
 *  node that it is about was not heard.  Packet's pool. */
const char *cman_verdict_words(const wire_t *w, const cman_message_t *message,
                               const found_t *found);

/** Append the verdicts about a frame to Info. */
void cman_inform(info_t *info, const found_t *found);

/** Register the fields of the findings for `proto`. */
void cman_findings_register(int proto);

#endif
