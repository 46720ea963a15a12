/* target.c
 * What libFuzzer calls.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "fuzz.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerInitialize(int *argc _U_, char ***argv _U_)
{
    fuzz_choose_protocol();
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
