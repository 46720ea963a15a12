/* make-captures.c
 * Writes all generated captures: make-captures FOLDER [NAME.story|NAME.txt ...]
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture.h"

#include <string.h>

static bool
is_story(const char *path)
{
    const char *ending = strrchr(path, '.');

    return ending != NULL && strcmp(ending, ".story") == 0;
}

int
main(int count, char **arguments)
{
    if (count < 2)
        fail("usage: make-captures FOLDER [NAME.story|NAME.txt ...]");
    for (int i = 2; i < count; i++)
        (is_story(arguments[i]) ? make_from_story : make_from_text)(arguments[i], arguments[1]);
    return 0;
}
