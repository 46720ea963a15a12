/* make-captures.c
 * Writes all generated captures: make-captures FOLDER
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture.h"

int
main(int count, char **arguments)
{
    if (count != 2)
        fail("usage: make-captures FOLDER");
    make_cman(arguments[1]);
    make_nisca(arguments[1]);
    make_ncs_heartbeat(arguments[1]);
    make_carriers(arguments[1]);
    return 0;
}
