/* protocol.c
 * Which dissector the inputs are for: the environment variable FUZZ_PROTOCOL
 * (cman, nisca or ncs_heartbeat) says it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "fuzz.h"

fuzz_protocol_t fuzz_protocol;
const char *fuzz_protocol_name;

void
fuzz_choose_protocol(void)
{
    static const char *const names[] = { "cman", "nisca", "ncs_heartbeat" };
    const char *wanted = g_getenv("FUZZ_PROTOCOL");

    for (unsigned i = 0; i < array_length(names); i++) {
        if (g_strcmp0(wanted, names[i]) == 0) {
            fuzz_protocol = (fuzz_protocol_t)i;
            fuzz_protocol_name = names[i];
            return;
        }
    }
    fuzz_fail("set FUZZ_PROTOCOL to cman, nisca or ncs_heartbeat");
}
