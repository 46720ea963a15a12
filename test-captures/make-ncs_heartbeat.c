/* make-ncs_heartbeat.c
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture.h"

void
make_ncs_heartbeat(const char *folder)
{
    (void)folder;
}
