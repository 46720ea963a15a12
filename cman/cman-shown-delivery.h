/* cman-shown-delivery.h
 * What expert items say of single messages; see finding_row_t.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_SHOWN_DELIVERY_H
#define CLUSTER_CMAN_SHOWN_DELIVERY_H

#include "findings.h"

finding_say_t cman_say_duplicate_ack, cman_say_ack_unseen, cman_say_retransmission;
finding_say_t cman_say_duplicate, cman_say_gap, cman_say_backwards, cman_say_join_seq;
finding_say_t cman_say_hello_late, cman_say_hello_lost;

#endif
