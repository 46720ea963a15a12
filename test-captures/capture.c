/* capture.c
 * Writing generated captures: pcap through libpcap, pcapng by hand (libpcap
 * reads it, but cannot write it), and the expectations beside them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture.h"

#include <pcap/pcap.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct capture {
    char *stem;           /* FOLDER/NAME */
    bool micro;           /* pcap times in microseconds */
    pcap_dumper_t *pcap;  /* one of these two */
    FILE *pcapng;
    FILE *expectations;   /* NULL until there is one */
};

void
fail(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    fputs("make-captures: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(EXIT_FAILURE);
}

void
bytes_put(uint8_t *to, uint64_t number, unsigned size, bool big_endian)
{
    for (unsigned i = 0; i < size; i++, number = i < sizeof number ? number >> 8 : 0)
        to[big_endian ? size - 1 - i : i] = (uint8_t)number;
}

void
bytes_add(GByteArray *bytes, uint64_t number, unsigned size, bool big_endian)
{
    g_byte_array_set_size(bytes, bytes->len + size);
    bytes_put(bytes->data + bytes->len - size, number, size, big_endian);
}

static FILE *
open_file(const capture_t *capture, const char *ending)
{
    char *path = g_strconcat(capture->stem, ending, NULL);
    FILE *file = fopen(path, "wb");

    if (file == NULL)
        fail("cannot write %s", path);
    g_free(path);
    return file;
}

static capture_t *
new_capture(const char *folder, const char *name)
{
    capture_t *capture = g_new0(capture_t, 1);

    capture->stem = g_build_filename(folder, name, NULL);
    return capture;
}

/* --- pcap ------------------------------------------------------------------ */

capture_t *
capture_open(const char *folder, const char *name, int linktype, bool micro)
{
    capture_t *capture = new_capture(folder, name);
    unsigned precision = micro ? PCAP_TSTAMP_PRECISION_MICRO : PCAP_TSTAMP_PRECISION_NANO;
    pcap_t *pcap = pcap_open_dead_with_tstamp_precision(linktype, micro ? 65535 : 262144,
                                                        precision);

    if (pcap == NULL)
        fail("libpcap cannot open %s", capture->stem);
    capture->micro = micro;
    capture->pcap = pcap_dump_fopen(pcap, open_file(capture, ".pcap"));
    if (capture->pcap == NULL)
        fail("%s", pcap_geterr(pcap));
    pcap_close(pcap);
    return capture;
}

static void
write_pcap(const capture_t *capture, int64_t time, const uint8_t *bytes, unsigned kept,
           unsigned original)
{
    struct pcap_pkthdr header = { .caplen = kept, .len = original };

    /* The member is named for microseconds, but holds the file's unit. */
    header.ts.tv_sec = (time_t)(time / SECOND);
    header.ts.tv_usec = (suseconds_t)(time % SECOND / (capture->micro ? 1000 : 1));
    pcap_dump((u_char *)capture->pcap, &header, bytes);
}

/* --- pcapng: draft-ietf-opsawg-pcapng ----------------------------------------- */

enum { SECTION_HEADER = 0x0a0d0d0a, INTERFACE_DESCRIPTION = 1, ENHANCED_PACKET = 6 };
enum { OPTION_IF_NAME = 2, OPTION_IF_TSRESOL = 9 };

static void
add_le(GByteArray *bytes, uint64_t number, unsigned size)
{
    bytes_add(bytes, number, size, false);
}

static void
add_aligned(GByteArray *bytes, const void *more, unsigned size)
{
    g_byte_array_append(bytes, more, size);
    add_le(bytes, 0, -size % 4);
}

static void
add_option(GByteArray *bytes, uint16_t code, const void *value, unsigned size)
{
    add_le(bytes, code, 2);
    add_le(bytes, size, 2);
    add_aligned(bytes, value, size);
}

/* A block is its type, its length, the body, and its length again. */
static void
write_block(const capture_t *capture, uint32_t type, GByteArray *body)
{
    GByteArray *block = g_byte_array_new();
    unsigned size = body->len + 12;

    add_le(block, type, 4);
    add_le(block, size, 4);
    g_byte_array_append(block, body->data, body->len);
    add_le(block, size, 4);
    fwrite(block->data, 1, block->len, capture->pcapng);
    g_byte_array_unref(block);
    g_byte_array_unref(body);
}

capture_t *
capture_open_pcapng(const char *folder, const char *name)
{
    capture_t *capture = new_capture(folder, name);

    capture->pcapng = open_file(capture, ".pcapng");
    return capture;
}

void
capture_section(capture_t *capture)
{
    GByteArray *body = g_byte_array_new();

    add_le(body, 0x1a2b3c4d, 4); /* tells the byte order */
    add_le(body, 1, 4);          /* version 1.0 */
    add_le(body, UINT64_MAX, 8); /* length of the section: not given */
    write_block(capture, SECTION_HEADER, body);
}

void
capture_interface(capture_t *capture, const char *name, int linktype, unsigned snap)
{
    GByteArray *body = g_byte_array_new();
    const uint8_t nanoseconds = 9; /* times count units of 10^-9 s */

    add_le(body, (uint64_t)linktype, 4);
    add_le(body, snap, 4);
    if (name[0] != '\0')
        add_option(body, OPTION_IF_NAME, name, (unsigned)strlen(name));
    add_option(body, OPTION_IF_TSRESOL, &nanoseconds, 1);
    add_option(body, 0, "", 0);
    write_block(capture, INTERFACE_DESCRIPTION, body);
}

static void
write_pcapng(const capture_t *capture, unsigned interface, int64_t time, const uint8_t *bytes,
             unsigned kept, unsigned original)
{
    GByteArray *body = g_byte_array_new();

    add_le(body, interface, 4);
    add_le(body, (uint64_t)time >> 32, 4);
    add_le(body, (uint64_t)time, 4);
    add_le(body, kept, 4);
    add_le(body, original, 4);
    add_aligned(body, bytes, kept);
    write_block(capture, ENHANCED_PACKET, body);
}

/* --- Both -------------------------------------------------------------------- */

void
capture_add(capture_t *capture, unsigned interface, int64_t time, const uint8_t *bytes,
            unsigned kept, unsigned original)
{
    if (capture->pcapng != NULL)
        write_pcapng(capture, interface, time, bytes, kept, original);
    else
        write_pcap(capture, time, bytes, kept, original);
}

void
capture_expect(capture_t *capture, const char *format, ...)
{
    va_list arguments;

    if (capture->expectations == NULL)
        capture->expectations = open_file(capture, ".expect");
    va_start(arguments, format);
    vfprintf(capture->expectations, format, arguments);
    va_end(arguments);
    fputc('\n', capture->expectations);
}

static bool
close_file(FILE *file)
{
    bool written = ferror(file) == 0;

    return fclose(file) == 0 && written;
}

void
capture_close(capture_t *capture)
{
    bool written = capture->pcapng != NULL ? close_file(capture->pcapng)
                                           : pcap_dump_flush(capture->pcap) == 0;

    if (capture->pcap != NULL)
        pcap_dump_close(capture->pcap);
    if (capture->expectations != NULL)
        written &= close_file(capture->expectations);
    if (!written)
        fail("cannot write %s", capture->stem);
    g_free(capture->stem);
    g_free(capture);
}
