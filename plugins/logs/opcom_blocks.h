/* opcom_blocks.h
 * OpenVMS' operator.log: a message is a block of lines.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LOGS_OPCOM_BLOCKS_H
#define CLUSTER_LOGS_OPCOM_BLOCKS_H

#include "message.h"

/** See source_next(). */
bool opcom_next(source_t *source);

#endif
