/* log_words.c
 * What the lines of logs look like that tell of the cluster.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "log_words.h"

static log_words_t *known;

void
log_words_register(log_words_t *words, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        words[i].next = known;
        known = &words[i];
    }
}

/* Releases differ in capitals.  Where the text ends, or NULL. */
static const char *
words_behind(const char *words, const char *text)
{
    size_t size = strlen(text);

    for (; *words != '\0'; words++) {
        if (g_ascii_strncasecmp(words, text, size) == 0) {
            return words + size;
        }
    }
    return NULL;
}

const char *
log_words_find(const char *line)
{
    const char *found = NULL;

    for (const log_words_t *words = known; words != NULL && found == NULL; words = words->next) {
        found = strstr(line, words->mark);
        if (found != NULL && words->with != NULL && words_behind(found, words->with) == NULL) {
            found = NULL;
        }
    }
    return found;
}

static bool
words_remove(const log_words_t *kind, const char *words, char *node, size_t size)
{
    const char *name = kind->removes != NULL ? words_behind(words, kind->removes) : NULL;

    if (name == NULL || (kind->removes_end != NULL && words_behind(name, kind->removes_end) == NULL)
        || (kind->foreign != NULL && strstr(words, kind->foreign) != NULL)) {
        return false;
    }
    g_strlcpy(node, name, MIN(strcspn(name, " ") + 1, size));
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
