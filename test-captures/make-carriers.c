/* make-carriers.c
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture.h"

void
make_carriers(const char *folder)
{
    (void)folder;
}
