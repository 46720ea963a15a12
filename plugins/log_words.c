/* log_words.c
 * What the lines of logs look like that a cluster's own programs write.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "log_words.h"

static log_words_t *known;

void
log_words_register(log_words_t *words)
{
    words->next = known;
    known = words;
}

const char *
log_words_find(const char *line)
{
    const char *found = NULL;

    for (const log_words_t *words = known; words != NULL && found == NULL; words = words->next) {
        found = strstr(line, words->mark);
    }
    return found;
}

static bool
words_remove(const log_words_t *kind, const char *words, char *node, size_t size)
{
    const char *name, *end;

    if (kind->removes == NULL || strncmp(words, kind->removes, strlen(kind->removes)) != 0) {
        return false;
    }
    name = words + strlen(kind->removes);
    end = strstr(name, kind->removes_end);
    if (end == NULL) {
        return false;
    }
    g_strlcpy(node, name, MIN((size_t)(end - name) + 1, size));
    return true;
}

bool
log_words_remove(const char *words, char *node, size_t size)
{
    for (const log_words_t *kind = known; kind != NULL; kind = kind->next) {
        if (words_remove(kind, words, node, size)) {
            return true;
        }
    }
    return false;
}
