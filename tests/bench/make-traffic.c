/* make-traffic.c
 * make-traffic KIND FRAMES FILE: writes a capture for benchmarks.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "traffic.h"

#include <pcap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ETHERNET_MINIMUM = 60, SNAP_LENGTH = 65535, BUFFER = 1 << 20 };

struct traffic {
    pcap_dumper_t *dumper;
    unsigned long long wanted;
    unsigned long long written;
    uint16_t vlan; /* 0: no tag */
};

typedef struct {
    const char *name;
    void (*make)(traffic_t *traffic);
    const char *what;
} kind_t;

static const kind_t kinds[] = {
    { "cman-steady", traffic_cman_steady,
      "five nodes: HELLOs, acknowledged messages, a transition a minute" },
    { "cman-hello", traffic_cman_hello, "HELLOs of five nodes" },
    { "cman-incident", traffic_cman_incident,
      "a loop copies a HELLO for 2.5 s, which is 93 % of the file, and its sender falls silent" },
    { "cman-storm", traffic_cman_storm, "one frame again and again, 3 us apart" },
    { "cman-senders", traffic_cman_senders, "HELLOs of 65,000 nodes" },
    { "nisca-steady", traffic_nisca_steady,
      "two nodes, two channels, messages with cumulative acknowledgments" },
    { "ncs-steady", traffic_ncs_steady, "a master and four slaves, one heartbeat a second" },
    { "noise", traffic_noise, "foreign UDP and TCP, and 1 % cman" },
    { "bfd", traffic_bfd, "BFD control packets of five sessions" },
    { "vrrp", traffic_vrrp, "VRRP advertisements of five routers" },
};

bool
traffic_wants_more(const traffic_t *traffic)
{
    return traffic->written < traffic->wanted;
}

unsigned long long
traffic_wanted(const traffic_t *traffic)
{
    return traffic->wanted;
}

void
traffic_tag(traffic_t *traffic, uint16_t vlan)
{
    traffic->vlan = vlan;
}

/* A copy with a tag behind the addresses. */
static const packet_t *
tagged(const packet_t *packet, uint16_t vlan)
{
    enum { ADDRESSES = 12, TAG = 4 };
    static packet_t copy;

    memcpy(copy.bytes, packet->bytes, ADDRESSES);
    memcpy(copy.bytes + ADDRESSES + TAG, packet->bytes + ADDRESSES, packet->length - ADDRESSES);
    copy.length = packet->length + TAG;
    packet_patch_be16(&copy, ADDRESSES, ETHERTYPE_VLAN);
    packet_patch_be16(&copy, ADDRESSES + 2, vlan);
    return &copy;
}

void
traffic_add(traffic_t *traffic, int64_t time, const packet_t *packet)
{
    const packet_t *p = traffic->vlan != 0 ? tagged(packet, traffic->vlan) : packet;
    /* With nanosecond files the member tv_usec holds nanoseconds. */
    struct pcap_pkthdr header = { .ts = { .tv_sec = (time_t)(time / SECOND),
                                          .tv_usec = (suseconds_t)(time % SECOND) },
                                  .caplen = p->length, .len = p->length };

    if (!traffic_wants_more(traffic))
        return;
    pcap_dump((u_char *)traffic->dumper, &header, p->bytes);
    traffic->written++;
}

void
traffic_wrap_ipv4(packet_t *p, const endpoint_t *from, const endpoint_t *to, uint8_t protocol,
                  uint8_t ttl)
{
    wrap_ipv4(p, from, to, protocol, 0, ttl);
    wrap_ethernet(p, from, to, ETHERTYPE_IP4);
    packet_pad(p, ETHERNET_MINIMUM);
}

void
traffic_wrap_udp(packet_t *p, const endpoint_t *from, const endpoint_t *to, uint16_t from_port,
                 uint16_t to_port, uint8_t ttl)
{
    wrap_udp(p, from_port, to_port);
    traffic_wrap_ipv4(p, from, to, PROTOCOL_UDP, ttl);
}

static const kind_t *
find_kind(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    }
    return NULL;
}

static _Noreturn void
usage(void)
{
    fputs("usage: make-traffic KIND FRAMES FILE\n\nKinds:\n", stderr);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        fprintf(stderr, "  %-14s%s\n", kinds[i].name, kinds[i].what);
    exit(EXIT_FAILURE);
}

static void
write_traffic(const kind_t *kind, unsigned long long frames, const char *path)
{
    static char buffer[BUFFER];
    pcap_t *pcap = pcap_open_dead_with_tstamp_precision(DLT_EN10MB, SNAP_LENGTH,
                                                        PCAP_TSTAMP_PRECISION_NANO);
    FILE *file = fopen(path, "wb");
    traffic_t traffic = { .wanted = frames };

    if (pcap == NULL || file == NULL)
        fail("cannot write %s", path);
    setvbuf(file, buffer, _IOFBF, sizeof buffer);
    traffic.dumper = pcap_dump_fopen(pcap, file);
    if (traffic.dumper == NULL)
        fail("%s: %s", path, pcap_geterr(pcap));
    kind->make(&traffic);
    if (pcap_dump_flush(traffic.dumper) != 0)
        fail("cannot write %s", path);
    pcap_dump_close(traffic.dumper);
    pcap_close(pcap);
}

int
main(int argc, char *argv[])
{
    const kind_t *kind = argc == 4 ? find_kind(argv[1]) : NULL;
    char *end;
    unsigned long long frames;

    if (kind == NULL)
        usage();
    frames = strtoull(argv[2], &end, 10);
    if (*end != '\0' || end == argv[2])
        usage();
    write_traffic(kind, frames, argv[3]);
    return EXIT_SUCCESS;
}
