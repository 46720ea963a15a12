/* nisca-say-circuits.h
 * What findings say of circuits, channels and paths; see finding_row_t.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_SAY_CIRCUITS_H
#define CLUSTER_NISCA_SAY_CIRCUITS_H

#include "nisca-say.h"

finding_say_t nisca_tell_broken, nisca_tell_works_again, nisca_say_waited, nisca_say_restarted;
finding_say_t nisca_say_channel_again, nisca_say_not_formed, nisca_say_stale;
finding_say_t nisca_tell_big_lost, nisca_say_big_again;
nisca_show_t nisca_show_broken, nisca_show_waited, nisca_show_big_lost;
nisca_words_t nisca_broken_words, nisca_waited_words;

void nisca_say_circuits_register(int proto);

#endif
