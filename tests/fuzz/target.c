/* target.c
 * What libFuzzer calls.  The environment variable FUZZ_PROTOCOL (cman, nisca
 * or ncs_heartbeat) says which dissector the inputs are for.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "fuzz.h"

fuzz_protocol_t fuzz_protocol;
const char *fuzz_protocol_name;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
choose_protocol(void)
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

int
LLVMFuzzerInitialize(int *argc _U_, char ***argv _U_)
{
    choose_protocol();
    fuzz_session_start();
    return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static fuzz_input_t input;

    fuzz_input_read(&input, data, size);
    fuzz_session_run(&input);
    return 0;
}
