/* logs.c
 * cluster-heartbeats-logs: makes packets of log lines, which Wireshark's syslog dissector
 * reads, so that logs can be merged with captures.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <math.h>
#include <pcap/pcap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "source.h"

enum {
    UPPER_PDU = 252, /* LINKTYPE_WIRESHARK_UPPER_PDU of tcpdump.org's list */
    EXIT_USAGE = 2,
    FIRST_YEAR = 1970,
    LAST_YEAR = 2105, /* pcap's 32 bits of seconds end in 2106 */
};
static const double MOST_SECONDS = 4e9;

/* The tags before the text: each has a type and a length of 2 bytes (exported_pdu_tlvs.h).  12 is
 * the name of the dissector, filled up with NULs; 0 ends the tags. */
static const unsigned char tags[] = {
    0, 12, 0, 8, 's', 'y', 's', 'l', 'o', 'g', 0, 0,
    0, 0, 0, 0
};

static const char usage[] =
    "Usage: cluster-heartbeats-logs [-o FILE] [OPTION...] LOG...\n"
    "Make packets of log lines, to be merged with captures by mergecap.\n"
    "\n"
    "  -o, --output FILE      the file for the packets; default: standard output\n"
    "\n"
    "The other options apply to the logs after them:\n"
    "  -n, --node NAME        the node that wrote the log\n"
    "  -y, --year YEAR        the year of the first line, if lines have none\n"
    "  -z, --zone ZONE        the zone of times that name none: +01:00, UTC, Europe/Berlin\n"
    "  -c, --correct SECONDS  how much to add to the times, such as -2.5\n"
    "  -f, --format FORMAT    syslog or opcom; default: what the first line with a time tells\n"
    "\n"
    "  -h, --help             this text\n"
    "  -V, --version          the version\n"
    "\n"
    "A LOG called - is standard input.\n";

/* What the command line says, and where it leads. */
typedef struct {
    const char *output; /* NULL: standard output */
    source_t *sources;
    size_t count;
    pcap_t *pcap;
    pcap_dumper_t *dumper;
} job_t;

/* --- The command line ---------------------------------------------------------------- */

static void
fail(int status, const char *what, const char *why)
{
    fprintf(stderr, "cluster-heartbeats-logs: %s: %s\n", what, why);
    exit(status);
}

static void *
allocate(size_t size)
{
    void *memory = calloc(1, size);

    if (memory == NULL)
        fail(EXIT_FAILURE, "memory", "there is not enough");
    return memory;
}

/* A name that Wireshark takes for the host: no blanks. */
static const char *
node_option(const char *text)
{
    size_t size = strlen(text);

    for (size_t at = 0, length; at < size; at += length) {
        length = text_character(text + at, size - at);
        if (length == 0 || text[at] == ' ')
            fail(EXIT_USAGE, text, "a node's name has no blanks and no control characters");
    }
    if (size == 0 || size >= NODE_BYTES)
        fail(EXIT_USAGE, text, "a node's name has 1 to 255 bytes");
    return text;
}

static int
year_option(const char *text)
{
    char *end;
    long year = strtol(text, &end, 10);

    if (end == text || *end != '\0' || year < FIRST_YEAR || year > LAST_YEAR)
        fail(EXIT_USAGE, text, "a year is a number from 1970 to 2105");
    return (int)year;
}

static int64_t
seconds_option(const char *text)
{
    char *end;
    double seconds = strtod(text, &end);

    if (end == text || *end != '\0' || !(fabs(seconds) <= MOST_SECONDS))
        fail(EXIT_USAGE, text, "that is no number of seconds");
    return (int64_t)llround(seconds * 1e9);
}

static zone_t
zone_option(const char *text)
{
    zone_t zone;

    if (!zone_parse(text, &zone))
        fail(EXIT_USAGE, text, "there is no such zone; zones are +01:00, UTC, or names such as "
                               "Europe/Berlin, of Debian's package tzdata");
    return zone;
}

static format_t
format_option(const char *text)
{
    for (format_t format = FORMAT_SYSLOG; format < FORMATS; format++) {
        if (strcmp(text, format_name(format)) == 0)
            return format;
    }
    fail(EXIT_USAGE, text, "formats are syslog and opcom");
    return FORMAT_GUESSED;
}

static void
read_option(int option, job_t *job, log_options_t *options)
{
    switch (option) {
    case 'o': job->output = optarg; break;
    case 'n': options->node = node_option(optarg); break;
    case 'y': options->year = year_option(optarg); break;
    case 'z': options->zone = zone_option(optarg); break;
    case 'c': options->correction = seconds_option(optarg); break;
    case 'f': options->format = format_option(optarg); break;
    case 'h':
        fputs(usage, stdout);
        exit(EXIT_SUCCESS);
    case 'V':
        puts("cluster-heartbeats-logs " LOGS_VERSION);
        exit(EXIT_SUCCESS);
    default:
        fputs("Try: cluster-heartbeats-logs --help\n", stderr);
        exit(EXIT_USAGE);
    }
}

/* Options and files come mixed.  True: all logs could be opened. */
static bool
read_command_line(int argc, char **argv, job_t *job)
{
    static const struct option names[] = {
        { "output", required_argument, NULL, 'o' }, { "node", required_argument, NULL, 'n' },
        { "year", required_argument, NULL, 'y' }, { "zone", required_argument, NULL, 'z' },
        { "correct", required_argument, NULL, 'c' }, { "format", required_argument, NULL, 'f' },
        { "help", no_argument, NULL, 'h' }, { "version", no_argument, NULL, 'V' },
        { NULL, 0, NULL, 0 },
    };
    log_options_t now = { .node = NULL };
    bool all_open = true;

    job->sources = allocate((size_t)argc * sizeof *job->sources);
    while (optind < argc) {
        int option = getopt_long(argc, argv, "+o:n:y:z:c:f:hV", names, NULL);

        if (option != -1) {
            read_option(option, job, &now);
        } else if (optind < argc) {
            all_open &= source_open(&job->sources[job->count++], argv[optind++], &now);
        }
    }
    return all_open;
}

/* --- Packets ---------------------------------------------------------------------------- */

/* A log that is written over while it is read would be lost. */
static void
keep_inputs(const job_t *job)
{
    struct stat output, input;

    if (job->output == NULL || stat(job->output, &output) != 0)
        return;
    for (size_t i = 0; i < job->count; i++) {
        if (S_ISREG(output.st_mode) && fstat(fileno(job->sources[i].reader.file), &input) == 0
            && input.st_dev == output.st_dev && input.st_ino == output.st_ino)
            fail(EXIT_FAILURE, job->output, "this is one of the logs");
    }
}

static void
open_output(job_t *job)
{
    keep_inputs(job);
    if (job->output == NULL && isatty(STDOUT_FILENO))
        fail(EXIT_USAGE, "standard output", "packets are nothing for a terminal: -o FILE");
    job->pcap = pcap_open_dead_with_tstamp_precision(
        UPPER_PDU, TEXT_MAX + TEXT_MARK + sizeof tags, PCAP_TSTAMP_PRECISION_NANO);
    if (job->pcap == NULL)
        fail(EXIT_FAILURE, "libpcap", "there is not enough memory");
    job->dumper = pcap_dump_open(job->pcap, job->output != NULL ? job->output : "-");
    if (job->dumper == NULL)
        fail(EXIT_FAILURE, "output", pcap_geterr(job->pcap));
}

static void
fail_to_write(const job_t *job)
{
    fail(EXIT_FAILURE, job->output != NULL ? job->output : "standard output",
         errno != 0 ? strerror(errno) : "it cannot be written");
}

static void
write_packet(const job_t *job, const source_t *source)
{
    static unsigned char packet[sizeof tags + TEXT_MAX + TEXT_MARK];
    struct pcap_pkthdr header = { .caplen = (bpf_u_int32)(sizeof tags + source->text.size) };

    header.len = header.caplen;
    header.ts.tv_sec = (time_t)source->time.seconds;
    header.ts.tv_usec = (suseconds_t)source->time.nanos;
    memcpy(packet, tags, sizeof tags);
    memcpy(packet + sizeof tags, source->text.bytes, source->text.size);
    errno = 0;
    pcap_dump((unsigned char *)job->dumper, &header, packet);
    if (ferror(pcap_dump_file(job->dumper)))
        fail_to_write(job);
}

/* The source whose next message is the earliest; NULL: all have ended. */
static source_t *
earliest(const job_t *job, const bool *has_next)
{
    source_t *best = NULL;

    for (size_t i = 0; i < job->count; i++) {
        source_t *source = &job->sources[i];

        if (has_next[i] && (best == NULL || instant_before(&source->time, &best->time)))
            best = source;
    }
    return best;
}

/* Several logs become one file in the order of time; none of them is reordered. */
static void
write_packets(const job_t *job)
{
    bool *has_next = allocate(job->count * sizeof *has_next);
    source_t *source;

    for (size_t i = 0; i < job->count; i++)
        has_next[i] = source_next(&job->sources[i]);
    while ((source = earliest(job, has_next)) != NULL) {
        write_packet(job, source);
        has_next[source - job->sources] = source_next(source);
    }
    free(has_next);
}

static void
close_output(const job_t *job)
{
    errno = 0;
    if (pcap_dump_flush(job->dumper) != 0)
        fail_to_write(job);
    pcap_dump_close(job->dumper);
    pcap_close(job->pcap);
}

/* --- What was done ------------------------------------------------------------------------- */

static void
print_time(const instant_t *instant)
{
    time_t seconds = (time_t)instant->seconds;
    struct tm utc;
    char text[32] = "";

    if (gmtime_r(&seconds, &utc) != NULL)
        strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S", &utc);
    fputs(text, stderr);
}

/* "3 lines" */
static void
print_count(uint64_t count, const char *one, const char *more)
{
    fprintf(stderr, "%" PRIu64 " %s", count, count == 1 ? one : more);
}

static void
print_note(const source_t *source, uint64_t count, const char *one, const char *more)
{
    if (count == 0)
        return;
    fprintf(stderr, "%s: ", source->name);
    print_count(count, one, more);
    fputc('\n', stderr);
}

static void
print_bad_lines(const source_t *source)
{
    print_note(source, source->bad,
               "line without a time; it is marked [no time] and has that of the line before",
               "lines without a time; they are marked [no time] and have that of the line before");
    for (uint64_t i = 0; i < source->bad && i < BAD_LINES; i++)
        fprintf(stderr, "    line %" PRIu64 ": %s\n", source->bad_lines[i].number,
                source->bad_lines[i].text);
    if (source->bad > BAD_LINES)
        fprintf(stderr, "    and %" PRIu64 " more\n", source->bad - BAD_LINES);
}

/* What was taken for granted, since nobody said it. */
static void
print_assumptions(const source_t *source)
{
    const clock_state_t *clock = &source->clock;

    if (clock->guessed_year != 0)
        fprintf(stderr, "%s: the first line names no year and was taken to be of %d: "
                        "--year says another\n", source->name, clock->guessed_year);
    if (clock->without_zone > 0 && clock->zone.kind == ZONE_OF_THIS_MACHINE)
        fprintf(stderr, "%s: times without a zone were taken in that of this machine: "
                        "--zone says another\n", source->name);
    print_note(source, clock->shown_twice,
               "line of the hour that came twice, when clocks were put back; its order tells which",
               "lines of the hour that came twice, when clocks were put back; "
               "their order tells which");
    print_note(source, clock->shown_never,
               "line of an hour that was left out, when clocks were put forward; "
               "read as if they were not yet",
               "lines of an hour that was left out, when clocks were put forward; "
               "read as if they were not yet");
    if (source->options.node != NULL)
        print_note(source, source->other_hosts,
                   "line names another host than the first one does; --node hides that",
                   "lines name another host than the first one does; --node hides that");
}

/* False: the log could not be read to its end. */
static bool
print_summary(const source_t *source)
{
    fprintf(stderr, "%s: ", source->name);
    print_count(source->packets, "packet", "packets");
    if (source->packets > 0) {
        fprintf(stderr, " (%s), ", format_name(source->format));
        print_time(&source->first);
        fputs(" to ", stderr);
        print_time(&source->last);
        fputs(" UTC", stderr);
    }
    fputc('\n', stderr);
    print_assumptions(source);
    print_bad_lines(source);
    print_note(source, source->cut, "packet was cut; it says by how much",
               "packets were cut; they say by how much");
    if (source->reader.failed)
        fprintf(stderr, "%s: the rest cannot be read: %s\n", source->name,
                strerror(source->reader.error));
    return !source->reader.failed;
}

int
main(int argc, char **argv)
{
    job_t job = { .output = NULL };
    bool complete = true;

    if (!read_command_line(argc, argv, &job))
        exit(EXIT_FAILURE);
    if (job.count == 0) {
        fputs(usage, stderr);
        exit(EXIT_USAGE);
    }
    open_output(&job);
    write_packets(&job);
    close_output(&job);
    for (size_t i = 0; i < job.count; i++) {
        complete &= print_summary(&job.sources[i]);
        source_close(&job.sources[i]);
    }
    free(job.sources);
    return complete ? EXIT_SUCCESS : EXIT_FAILURE;
}
