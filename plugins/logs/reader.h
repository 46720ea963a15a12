/* reader.h
 * A file, line by line.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_LOGS_READER_H
#define CLUSTER_LOGS_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum {
    READER_BUFFER = 65536,
    LINE_BYTES = 16384, /**< of a line; the rest of it is counted only */
};

/** A file that is read once, so that it may be a pipe. */
typedef struct {
    FILE *file;
    char buffer[READER_BUFFER];
    size_t at, size;
    uint64_t lines;  /**< that have ended */
    bool failed;     /**< it could not be read to its end; errno was kept in `error` */
    int error;
} reader_t;

/** A line, without what ends it.  It may hold any byte but a line feed. */
typedef struct {
    char bytes[LINE_BYTES];
    size_t size;
    uint64_t cut;    /**< bytes behind the first LINE_BYTES */
    uint64_t number; /**< from 1 */
} line_t;

/** Open a file ("-": standard input) and read its first READER_BUFFER bytes, which stay at
 *  `buffer` until the first line is taken.  False: see errno. */
bool reader_open(reader_t *reader, const char *name);

/** The next line; false at the end.  A run of NULs at the beginning of a line, as a crash leaves
 *  them in a log, is a line of its own. */
bool reader_line(reader_t *reader, line_t *line);

void reader_close(reader_t *reader);

#endif
