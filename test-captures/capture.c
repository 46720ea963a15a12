/* capture.c
 * Writing generated captures: pcap through libpcap, pcapng by hand (libpcap
 * reads it, but cannot write it).
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "capture.h"

#include <pcap/pcap.h>
#include <stdio.h>
#include <string.h>

struct capture {
    char *stem;           /* FOLDER/NAME */
    bool micro;           /* pcap times in microseconds */
    pcap_dumper_t *pcap;  /* one of these two */
    FILE *pcapng;
};

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

capture_t *
capture_open(const char *folder, const char *name, capture_kind_t kind, int linktype)
{
    capture_t *capture = g_new0(capture_t, 1);
    bool micro = kind == CAPTURE_MICRO;
    pcap_t *pcap;

    capture->stem = g_build_filename(folder, name, NULL);
    capture->micro = micro;
    if (kind == CAPTURE_PCAPNG) {
        capture->pcapng = open_file(capture, ".pcapng");
        return capture;
    }
    pcap = pcap_open_dead_with_tstamp_precision(
        linktype, micro ? 65535 : 262144,
        micro ? PCAP_TSTAMP_PRECISION_MICRO : PCAP_TSTAMP_PRECISION_NANO);
    if (pcap != NULL)
        capture->pcap = pcap_dump_fopen(pcap, open_file(capture, ".pcap"));
    if (capture->pcap == NULL)
        fail("libpcap cannot write %s", capture->stem);
    pcap_close(pcap);
    return capture;
}

/* --- pcapng: draft-ietf-opsawg-pcapng, in the byte order of this machine ---------- */

enum { SECTION_HEADER = 0x0a0d0d0a, INTERFACE_DESCRIPTION = 1, ENHANCED_PACKET = 6 };
enum { OPTION_IF_NAME = 2, OPTION_IF_TSRESOL = 9 };

/* A block is its type, its length, the body of words and bytes, and its length again. */
static void
write_block(const capture_t *capture, uint32_t type, const uint32_t *words, unsigned count,
            const uint8_t *bytes, unsigned size)
{
    static const uint8_t padding[4];
    uint32_t length = 12 + 4 * count + (size + 3) / 4 * 4, head[] = { type, length };

    fwrite(head, sizeof head, 1, capture->pcapng);
    fwrite(words, 4, count, capture->pcapng);
    fwrite(bytes, 1, size, capture->pcapng);
    fwrite(padding, 1, -size % 4, capture->pcapng);
    fwrite(&length, sizeof length, 1, capture->pcapng);
}

void
capture_section(capture_t *capture)
{
    /* The byte order, version 1.0, and no length of the section. */
    static const uint32_t words[] = { 0x1a2b3c4d, 1, 0xffffffff, 0xffffffff };

    write_block(capture, SECTION_HEADER, words, G_N_ELEMENTS(words), (const uint8_t *)"", 0);
}

/* An option is its code, its size, and the value up to a multiple of 4 bytes. */
static void
add_option(GByteArray *options, uint16_t code, const void *value, uint16_t size)
{
    static const uint8_t padding[4];
    const uint16_t head[] = { code, size };

    g_byte_array_append(options, (const uint8_t *)head, sizeof head);
    g_byte_array_append(options, value, size);
    g_byte_array_append(options, padding, -size % 4U);
}

void
capture_interface(capture_t *capture, const char *name, int linktype, unsigned snap)
{
    const uint32_t words[] = { (uint32_t)linktype, snap };
    const uint8_t nanoseconds = 9; /* times count units of 10^-9 s */
    GByteArray *options = g_byte_array_new();

    if (name[0] != '\0')
        add_option(options, OPTION_IF_NAME, name, (uint16_t)strlen(name));
    add_option(options, OPTION_IF_TSRESOL, &nanoseconds, 1);
    add_option(options, 0, "", 0);
    write_block(capture, INTERFACE_DESCRIPTION, words, G_N_ELEMENTS(words), options->data,
                options->len);
    g_byte_array_unref(options);
}

/* --- Both -------------------------------------------------------------------- */

void
capture_add(capture_t *capture, unsigned interface, int64_t time, const uint8_t *bytes,
            unsigned kept, unsigned original)
{
    const uint32_t words[] = { interface, (uint32_t)((uint64_t)time >> 32), (uint32_t)time, kept,
                               original };
    struct pcap_pkthdr header = { .caplen = kept, .len = original };

    if (capture->pcapng != NULL) {
        write_block(capture, ENHANCED_PACKET, words, G_N_ELEMENTS(words), bytes, kept);
        return;
    }
    /* The member is named for microseconds, but holds the file's unit. */
    header.ts.tv_sec = (time_t)(time / SECOND);
    header.ts.tv_usec = (suseconds_t)(time % SECOND / (capture->micro ? 1000 : 1));
    pcap_dump((u_char *)capture->pcap, &header, bytes);
}

void
capture_close(capture_t *capture)
{
    FILE *file = capture->pcap != NULL ? pcap_dump_file(capture->pcap) : capture->pcapng;

    if (fflush(file) != 0 || ferror(file) != 0)
        fail("cannot write %s", capture->stem);
    fclose(file);
    g_free(capture->stem);
    g_free(capture);
}
