/* nisca-tap.h
 * What the statistics get of each frame.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_TAP_H
#define CLUSTER_NISCA_TAP_H

#include "nisca-analysis.h"

/** A frame, as the statistics get it. */
typedef struct {
    nisca_message_t message;
    found_t found;
} nisca_tap_t;

/** True for the copy of a frame that another capture point saw, too: it is
 *  one transmission. */
static inline bool
nisca_is_copy(const nisca_tap_t *tap)
{
    return found_has(&tap->found, NISCA_FOUND_COPY);
}

/** Hand a frame to the statistics. */
void nisca_tap(packet_info *pinfo, const nisca_message_t *message, const found_t *found);

void nisca_tap_register(void);

#endif
