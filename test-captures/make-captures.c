/* make-captures.c
 * Writes all generated captures: make-captures FOLDER [TEXT...]
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture.h"

int
main(int count, char **arguments)
{
    if (count < 2)
        fail("usage: make-captures FOLDER [TEXT...]");
    make_cman(arguments[1]);
    make_nisca(arguments[1]);
    make_ncs_heartbeat(arguments[1]);
    make_carriers(arguments[1]);
    for (int i = 2; i < count; i++)
        make_from_text(arguments[i], arguments[1]);
    return 0;
}
