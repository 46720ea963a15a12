/* text.c
 * Captures that are kept as text, in the form that text2pcap reads:
 *
 *   # a comment
 *   2010-12-02T15:27:03.310837Z
 *   0000  45 00 00 75 ...
 *   0010  ...
 *
 * and two comments that say what text2pcap takes from its command line or
 * cannot know: `#LINKTYPE 101` (tcpdump.org's number, before the first packet)
 * and `#LENGTH 117` (after the time: the packet's length before the capture
 * cut it).
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
    const char *path;
    unsigned line;
    capture_t *capture;
    bool has_time;      /* a packet has begun */
    int64_t time;
    unsigned original;  /* length before it was cut; 0: not cut */
    packet_t packet;
} reader_t;

static void
end_packet(reader_t *r)
{
    if (!r->has_time)
        return;
    if (r->capture == NULL)
        fail("%s: no #LINKTYPE before the first packet", r->path);
    if (r->original == 0)
        r->original = r->packet.length;
    capture_add_frame(r->capture, 0, r->time, &r->packet, r->packet.length, r->original);
    packet_clear(&r->packet);
    r->original = 0;
    r->has_time = false;
}

/* "2010-12-02T15:27:03.310837Z"; false if the line is something else. */
static bool
read_time(reader_t *r, const char *line)
{
    struct tm date = { 0 };
    int microseconds;
    int used = 0;

    if (sscanf(line, "%4d-%2d-%2dT%2d:%2d:%2d.%6dZ%n", &date.tm_year, &date.tm_mon, &date.tm_mday,
               &date.tm_hour, &date.tm_min, &date.tm_sec, &microseconds, &used) != 7
        || used != 27)
        return false;
    date.tm_year -= 1900;
    date.tm_mon -= 1;
    end_packet(r);
    r->time = timegm(&date) * SECOND + microseconds * MICROSECOND;
    r->has_time = true;
    return true;
}

/* An offset, which must be the one that is due, and bytes. */
static bool
read_bytes(reader_t *r, const char *line)
{
    char *bytes;
    unsigned long offset = strtoul(line, &bytes, 16);

    if (!r->has_time || bytes != line + 4 || *bytes != ' ' || offset != r->packet.length)
        return false;
    packet_hex(&r->packet, bytes);
    return true;
}

/* The name that the capture gets: the file's own. */
static void
begin_capture(reader_t *r, const char *folder, unsigned linktype)
{
    const char *slash = strrchr(r->path, '/');
    char name[64];

    snprintf(name, sizeof name, "%s", slash != NULL ? slash + 1 : r->path);
    name[strcspn(name, ".")] = '\0';
    /* libpcap has a number of its own for raw IP. */
    r->capture = capture_open_micro(folder, name, linktype == 101 ? LINK_RAW_IP : (int)linktype);
}

static bool
read_comment(reader_t *r, const char *line, const char *folder)
{
    unsigned number;

    if (line[0] != '#')
        return false;
    if (r->capture == NULL && sscanf(line, "#LINKTYPE %u", &number) == 1)
        begin_capture(r, folder, number);
    else if (r->has_time && sscanf(line, "#LENGTH %u", &number) == 1)
        r->original = number;
    else if (line[1] != ' ' && line[1] != '\0')
        fail("%s:%u: unknown or misplaced: %s", r->path, r->line, line);
    return true;
}

void
make_from_text(const char *path, const char *folder)
{
    static reader_t r;
    char line[256];
    FILE *file = fopen(path, "r");

    if (file == NULL)
        fail("cannot read %s", path);
    r = (reader_t){ .path = path };
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\r\n")] = '\0';
        r.line++;
        if (line[0] != '\0' && !read_comment(&r, line, folder) && !read_time(&r, line)
            && !read_bytes(&r, line))
            fail("%s:%u: neither time, comment nor the bytes that are due", path, r.line);
    }
    end_packet(&r);
    fclose(file);
    if (r.capture == NULL)
        fail("%s: no #LINKTYPE", path);
    capture_close(r.capture);
}
