/* make-captures.c
 * Writes all generated captures: make-captures FOLDER [NAME.story ...]
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

int
main(int count, char **arguments)
{
    if (count < 2)
        fail("usage: make-captures FOLDER [NAME.story ...]");
    for (int i = 2; i < count; i++)
        make_from_story(arguments[i], arguments[1]);
    return 0;
}
