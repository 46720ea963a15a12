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

enum { APART = 4 };

struct capture {
    char *stem;           /* FOLDER/NAME */
    int linktype;
    bool micro;           /* pcap times in microseconds */
    unsigned frames;
    pcap_t *pcap;         /* NULL: a pcapng file */
    pcap_dumper_t *dumper;
    FILE *pcapng;
    unsigned interfaces;  /* of the current section */
    capture_t *apart[APART]; /* each interface's own file, or NULL */
    FILE *expectations;   /* NULL until there is one */
};

/* "FOLDER/NAME" + ending, to be freed. */
static char *
path_of(const char *stem, const char *ending)
{
    size_t size = strlen(stem) + strlen(ending) + 1;
    char *path = malloc(size);

    if (path == NULL)
        fail("out of memory");
    snprintf(path, size, "%s%s", stem, ending);
    return path;
}

static FILE *
open_file(const char *stem, const char *ending)
{
    char *path = path_of(stem, ending);
    FILE *file = fopen(path, "wb");

    if (file == NULL)
        fail("cannot write %s", path);
    free(path);
    return file;
}

static capture_t *
new_capture(const char *folder, const char *name, int linktype)
{
    capture_t *capture = calloc(1, sizeof *capture);
    char *start = path_of(folder, "/");

    if (capture == NULL)
        fail("out of memory");
    capture->stem = path_of(start, name);
    capture->linktype = linktype;
    free(start);
    return capture;
}

/* --- pcap ------------------------------------------------------------------ */

static capture_t *
open_pcap(const char *folder, const char *name, int linktype, unsigned snap_length, bool micro)
{
    capture_t *capture = new_capture(folder, name, linktype);
    char *path = path_of(capture->stem, ".pcap");
    unsigned precision = micro ? PCAP_TSTAMP_PRECISION_MICRO : PCAP_TSTAMP_PRECISION_NANO;

    capture->micro = micro;
    capture->pcap = pcap_open_dead_with_tstamp_precision(linktype, (int)snap_length, precision);
    if (capture->pcap == NULL)
        fail("libpcap cannot open %s", path);
    capture->dumper = pcap_dump_open(capture->pcap, path);
    if (capture->dumper == NULL)
        fail("%s", pcap_geterr(capture->pcap));
    free(path);
    return capture;
}

capture_t *
capture_open(const char *folder, const char *name, int linktype)
{
    return open_pcap(folder, name, linktype, 262144, false);
}

capture_t *
capture_open_micro(const char *folder, const char *name, int linktype)
{
    return open_pcap(folder, name, linktype, 65535, true);
}

static void
write_pcap(capture_t *capture, int64_t time, const packet_t *packet, unsigned kept,
           unsigned original)
{
    struct pcap_pkthdr header = { .caplen = kept, .len = original };

    /* The member is named for microseconds, but holds the file's unit. */
    header.ts.tv_sec = (time_t)(time / SECOND);
    header.ts.tv_usec = (suseconds_t)(time % SECOND / (capture->micro ? MICROSECOND : 1));
    pcap_dump((u_char *)capture->dumper, &header, packet->bytes);
}

/* --- pcapng: draft-ietf-opsawg-pcapng ----------------------------------------- */

enum { SECTION_HEADER = 0x0a0d0d0a, INTERFACE_DESCRIPTION = 1, ENHANCED_PACKET = 6 };
enum { OPTION_IF_NAME = 2, OPTION_IF_TSRESOL = 9 };

static void
packet_align(packet_t *p)
{
    while (p->length % 4 != 0)
        packet_u8(p, 0);
}

static void
packet_option(packet_t *p, uint16_t code, const void *value, unsigned size)
{
    packet_le16(p, code);
    packet_le16(p, (uint16_t)size);
    packet_bytes(p, value, size);
    packet_align(p);
}

/* A block is its type, its length, the body, and its length again. */
static void
write_block(capture_t *capture, uint32_t type, packet_t *body)
{
    uint32_t size;

    packet_align(body);
    size = body->length + 12;
    packet_prepend(body, 8);
    packet_patch_le32(body, 0, type);
    packet_patch_le32(body, 4, size);
    packet_le32(body, size);
    if (fwrite(body->bytes, 1, body->length, capture->pcapng) != body->length)
        fail("cannot write %s.pcapng", capture->stem);
}

static void
write_interface(capture_t *capture, const interface_t *interface)
{
    static packet_t body;
    const uint8_t nanoseconds = 9; /* times count units of 10^-9 s */

    packet_clear(&body);
    packet_le16(&body, (uint16_t)interface->linktype);
    packet_le16(&body, 0);
    packet_le32(&body, interface->snap_length);
    if (interface->name[0] != '\0')
        packet_option(&body, OPTION_IF_NAME, interface->name, (unsigned)strlen(interface->name));
    packet_option(&body, OPTION_IF_TSRESOL, &nanoseconds, 1);
    packet_option(&body, 0, NULL, 0);
    write_block(capture, INTERFACE_DESCRIPTION, &body);
}

void
capture_section(capture_t *capture, unsigned count, const interface_t *interfaces)
{
    static packet_t body;

    packet_clear(&body);
    packet_le32(&body, 0x1a2b3c4d); /* tells the byte order */
    packet_le16(&body, 1);
    packet_le16(&body, 0);
    packet_fill(&body, 0xff, 8); /* length of the section: not given */
    write_block(capture, SECTION_HEADER, &body);
    for (unsigned i = 0; i < count; i++)
        write_interface(capture, &interfaces[i]);
    capture->interfaces = count;
}

capture_t *
capture_open_pcapng(const char *folder, const char *name)
{
    capture_t *capture = new_capture(folder, name, LINK_ETHERNET);

    capture->pcapng = open_file(capture->stem, ".pcapng");
    return capture;
}

void
capture_apart(capture_t *capture, unsigned interface, const char *name, int linktype)
{
    const char *slash = strrchr(capture->stem, '/');
    char *folder = path_of(capture->stem, "");

    if (interface >= APART)
        fail("%s: too many interfaces", capture->stem);
    folder[slash - capture->stem] = '\0';
    capture->apart[interface] = capture_open_micro(folder, name, linktype);
    free(folder);
}

static void
write_pcapng(capture_t *capture, unsigned interface, int64_t time, const packet_t *packet,
             unsigned kept, unsigned original)
{
    static packet_t body;

    if (interface >= capture->interfaces)
        fail("%s has no interface %u", capture->stem, interface);
    packet_clear(&body);
    packet_le32(&body, interface);
    packet_le32(&body, (uint32_t)((uint64_t)time >> 32));
    packet_le32(&body, (uint32_t)time);
    packet_le32(&body, kept);
    packet_le32(&body, original);
    packet_bytes(&body, packet->bytes, kept);
    write_block(capture, ENHANCED_PACKET, &body);
}

/* --- Both -------------------------------------------------------------------- */

/* A capture apart has no further ones. */
unsigned /* NOLINTNEXTLINE(misc-no-recursion) */
capture_add_frame(capture_t *capture, unsigned interface, int64_t time, const packet_t *packet,
                  unsigned kept, unsigned original)
{
    if (kept > packet->length || kept > original)
        fail("%s: cannot keep %u bytes of %u", capture->stem, kept, packet->length);
    if (interface < APART && capture->apart[interface] != NULL)
        capture_add_frame(capture->apart[interface], 0, time, packet, kept, original);
    if (capture->pcapng != NULL)
        write_pcapng(capture, interface, time, packet, kept, original);
    else
        write_pcap(capture, time, packet, kept, original);
    return ++capture->frames;
}

unsigned
capture_frames(const capture_t *capture)
{
    return capture->frames;
}

void /* NOLINTNEXTLINE(misc-no-recursion) */
capture_close(capture_t *capture)
{
    bool written;

    for (unsigned i = 0; i < APART; i++) {
        if (capture->apart[i] != NULL)
            capture_close(capture->apart[i]);
    }
    if (capture->pcapng != NULL) {
        written = fclose(capture->pcapng) == 0;
    } else {
        written = pcap_dump_flush(capture->dumper) == 0;
        pcap_dump_close(capture->dumper);
        pcap_close(capture->pcap);
    }
    if (capture->expectations != NULL && fclose(capture->expectations) != 0)
        written = false;
    if (!written)
        fail("cannot write %s", capture->stem);
    free(capture->stem);
    free(capture);
}

/* --- Expectations ------------------------------------------------------------- */

static FILE *
expectations(capture_t *capture)
{
    if (capture->expectations == NULL)
        capture->expectations = open_file(capture->stem, ".expect");
    return capture->expectations;
}

void
capture_expect(capture_t *capture, unsigned frame, const char *field, const char *format, ...)
{
    FILE *file = expectations(capture);
    va_list arguments;

    va_start(arguments, format);
    fprintf(file, "%u\t%s\t", frame, field);
    vfprintf(file, format, arguments);
    fputc('\n', file);
    va_end(arguments);
}

void
capture_expect_present(capture_t *capture, unsigned frame, const char *field)
{
    fprintf(expectations(capture), "%u\t%s\t\n", frame, field);
}

void
capture_expect_absent(capture_t *capture, unsigned frame, const char *field)
{
    fprintf(expectations(capture), "absent\t%u\t%s\n", frame, field);
}

void
capture_expect_open(capture_t *capture, unsigned frame, const char *field)
{
    fprintf(expectations(capture), "open\t%u\t%s\n", frame, field);
}

void
capture_expect_only(capture_t *capture, const char *field)
{
    fprintf(expectations(capture), "only\t%s\n", field);
}

void
capture_expect_forward(capture_t *capture, const char *field)
{
    fprintf(expectations(capture), "forward\t%s\n", field);
}
