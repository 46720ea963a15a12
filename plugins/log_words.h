/* log_words.h
 * What the lines of logs look like that tell of the cluster.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LOG_WORDS_H
#define CLUSTER_LOG_WORDS_H

#include "ws-compat.h"

/** One kind of line; whoever knows it has a static one. */
typedef struct log_words {
    const char *mark;         /**< what it begins with, behind the host and the program */
    const char *with;         /**< what it has behind the mark, in capitals or not; or NULL */
    const char *removes;      /**< what stands in front of the name of a node that is put out of
                                   the cluster, in capitals or not; or NULL: it never is.  The name
                                   ends at a blank */
    const char *removes_end;  /**< what stands somewhere behind the name, or NULL */
    const char *foreign;      /**< what a line has whose time is not its node's; or NULL */
    struct log_words *next;   /**< this module's */
} log_words_t;

/** Make `count` kinds known; when the protocol is registered. */
void log_words_register(log_words_t *words, unsigned count);

/** Where the words that tell of the cluster begin in a line, or NULL. */
const char *log_words_find(const char *line);

/** Whether such words say that a node is put out of the cluster, at the time of the node whose
 *  words they are; its name, cut to `size`, in `node`. */
bool log_words_remove(const char *words, char *node, size_t size);

#endif
