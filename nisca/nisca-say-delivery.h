/* nisca-say-delivery.h
 * What expert items say of single messages; see finding_row_t.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_SAY_DELIVERY_H
#define CLUSTER_NISCA_SAY_DELIVERY_H

#include "findings.h"

finding_say_t nisca_say_hello_late, nisca_say_hello_lost, nisca_say_rexmt, nisca_say_duplicate;
finding_say_t nisca_say_gap, nisca_say_ack_unseen, nisca_say_rsvp_late, nisca_say_start_again;
finding_say_t nisca_say_no_verf, nisca_say_no_vack, nisca_say_ignored, nisca_say_other_password;

#endif
