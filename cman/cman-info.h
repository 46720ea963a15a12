/* cman-info.h
 * The Info column.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_INFO_H
#define CLUSTER_CMAN_INFO_H

#include "cman.h"
#include "findings.h"

/** Set the Info column: message name, detail, sender, addressee, numbers, and
 *  what was found. */
void cman_show_info(const wire_t *w, const cman_message_t *message, const found_t *found);

#endif
