/* fixed-hash.c
 * For LD_PRELOAD: Wireshark seeds the hashes of its tables at random, so that
 * two runs differ by the collisions they have.  Here the seed comes from the
 * environment.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include <stdint.h>
#include <stdlib.h>

uint32_t g_random_int(void);

uint32_t
g_random_int(void)
{
    const char *seed = getenv("HASH_SEED");

    return seed != NULL ? (uint32_t)strtoul(seed, NULL, 10) * UINT32_C(2654435761) : 1;
}
