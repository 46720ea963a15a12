/* text.h
 * The text of a packet: UTF-8 as it is, everything else so that one can see it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LOGS_TEXT_H
#define CLUSTER_LOGS_TEXT_H

#include <stddef.h>
#include <stdint.h>

enum {
    TEXT_MARK = 64,           /**< room for the mark of a cut text */
    TEXT_MAX = 32768,         /**< bytes of a text without it */
};

/** A text that grows up to TEXT_MAX bytes; what does not fit is counted. */
typedef struct {
    char bytes[TEXT_MAX + TEXT_MARK];
    size_t size;
    uint64_t cut; /**< bytes of the log that found no room */
} text_t;

/** Empty it. */
void text_clear(text_t *text);

/** Append bytes of a log.  Sound UTF-8 stays as it is, a backslash, too.  A control
 *  character, or a byte that is no UTF-8, becomes \xNN (a tab \t), and a run of more
 *  than four of them \xNN{COUNT}. */
void text_append(text_t *text, const char *bytes, size_t size);

/** Append words of ours. */
void text_append_words(text_t *text, const char *words);

/** Say at the end how many bytes were cut, if any. */
void text_close(text_t *text);

/** The size of the character in UTF-8 at `bytes`: 1 to 4; 0 if there is none
 *  that may be shown: a control character, or no UTF-8. */
size_t text_character(const char *bytes, size_t size);

#endif
