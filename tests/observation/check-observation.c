/* check-observation.c
 * What plugins/observation.c says of simulated files, against what is true of them.
 *
 * Without arguments all set-ups are checked; the exit status says whether all are right.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "simulate.h"

#include "feeds.h"
#include "first_pass.h"
#include "places.h"

#include <stdio.h>
#include <string.h>

#include <wiretap/wtap.h>

#define MS INT64_C(1000000)
#define S INT64_C(1000000000)
#define START (INT64_C(1700000000) * S)

/* --- What libwireshark would provide ------------------------------------------------------ */

static wmem_allocator_t *file_scope;
static void **owners[8];
static unsigned owner_count;

wmem_allocator_t *
wmem_file_scope(void)
{
    return file_scope;
}

void
first_pass_forget_with_file(void **state)
{
    owners[owner_count++] = state;
}

void
prefs_register_string_preference(module_t *module _U_, const char *name _U_,
                                 const char *title _U_, const char *description _U_,
                                 const char **value _U_)
{
}

/* All that is read of a frame is the interface index of its cooked header. */
static uint8_t cooked_header[20];
static tvbuff_t *cooked_frame;

tvbuff_t *
get_data_source_tvb(const struct data_source *source _U_)
{
    return cooked_frame;
}

static void
begin_file(void)
{
    for (unsigned i = 0; i < owner_count; i++) {
        *owners[i] = NULL;
    }
    wmem_free_all(file_scope);
}

/* --- One file --------------------------------------------------------------------------------- */

static const observer_rules_t rules = { .same_within = 50 * MS, .repeated_within = 10 * S };

/* How a file is made, and what may be wrong in it. */
typedef struct {
    const char *name;
    observer_setup_t feeds[MAX_FEEDS];
    int64_t time;        /* error of corrected times that is allowed, ns */
    uint32_t count;
    uint32_t lans;       /* of one cluster; 0: one */
    uint32_t clone_from; /* number that a clone's counters begin with, on LAN 1; 0: no clone */
    uint32_t clusters;   /* that must be found */
    uint32_t places;     /* that must be found, 0: as many as feeds */
    uint32_t early;      /* frames whose transmission may be misjudged at first */
    uint32_t unsure;     /* frames whose place among attempts or links cannot be known */
    uint32_t machine;    /* frames that may be taken for those of a node with one name */
    uint32_t seconds;    /* 0: 300 */
    bool addresses;      /* nodes have an address on each LAN */
} setup_t;

/* What is wrong in a file. */
typedef struct {
    uint32_t frames;
    uint32_t first;    /* a transmission taken for new, or for another; in the end */
    uint32_t early;    /* the same, when the frame was read */
    uint32_t attempt;
    uint32_t cluster;  /* the frame is in a cluster with frames of another LAN's clone */
    uint32_t machine;  /* the frame is another machine's, which has the name of this one */
    uint32_t duplicates;
    uint32_t links;
    uint32_t clusters, places;
    int64_t time;      /* largest error of corrected times in the second half, ns */
} faults_t;

/* An epan_t that knows no names of interfaces. */
static uint64_t nothing[64];

static struct {
    frame_data data;
    wtap_rec record;
    packet_info pinfo;
} packet;

static const packet_info *
make_packet(const observer_setup_t *setup, uint32_t number, int64_t time)
{
    memset(&packet, 0, sizeof packet);
    packet.pinfo.num = number;
    packet.pinfo.fd = &packet.data;
    packet.pinfo.rec = &packet.record;
    packet.pinfo.epan = (epan_t *)nothing;
    packet.pinfo.presence_flags = PINFO_HAS_TS;
    packet.pinfo.abs_ts.secs = (time_t)(time / S);
    packet.pinfo.abs_ts.nsecs = (int)(time % S);
    packet.pinfo.vlan_id = setup->vlan;
    if (setup->cooked != 0) {
        cooked_header[7] = (uint8_t)setup->cooked;
        packet.record.rec_header.packet_header.pkt_encap = WTAP_ENCAP_SLL2;
        packet.pinfo.data_src = (GSList *)nothing;
    }
    packet.record.presence_flags = WTAP_HAS_SECTION_NUMBER | WTAP_HAS_INTERFACE_ID;
    packet.record.section_number = setup->section;
    packet.record.rec_header.packet_header.interface_id = setup->interface;
    return &packet.pinfo;
}

static identity_t
identity_of(const sending_t *sending, bool addresses)
{
    identity_t identity = {
        .group = 6463,
        .sender = sending->node,
        .to = sending->to,
        .number = sending->number,
        .has_number = true,
        .count = 65535,
        .content = sightings_mix(7, sending->message + (sending->to << 24)),
        .once = sending->once,
        .variant = sending->attempt > 1,
        .address = addresses ? sending->lan + 1 : 0,
    };

    if (sending->ack) {
        identity.series = sightings_mix(sending->node, sending->to);
        identity.count = 0;
    }
    return identity;
}

static uint32_t first_frames[MAX_FRAMES];  /* by sending: the file's first frame with it */
static uint32_t cluster_lans[MAX_FRAMES];  /* by cluster: LANs + 1 that its frames are of */
static uint64_t machines[2][MAX_NODES];    /* by LAN and node: keys of machines */
static uint32_t sightings[MAX_FRAMES][MAX_FEEDS]; /* first frame of a sending on a feed */

static void
check_frame(const setup_t *setup, const frame_t *frame, const observation_t *seen,
            faults_t *faults)
{
    const sending_t *sending = &simulation.sendings[frame->sending];
    uint32_t *first = &first_frames[frame->sending];
    uint32_t *lans = &cluster_lans[seen->cluster->idx];

    *first = *first == 0 ? seen->at.frame : *first;
    faults->early += seen->first.frame != *first;
    faults->attempt += seen->is_first && sending->attempt != seen->attempt;
    machines[sending->lan][sending->node] = seen->machine;
    if (setup->clone_from != 0 && setup->addresses) {
        faults->machine += machines[1 - sending->lan][sending->node] == seen->machine;
    } else if (setup->clone_from != 0) {
        *lans = *lans == 0 ? sending->lan + 1 : *lans;
        faults->cluster += *lans != sending->lan + 1;
    }
    if (seen->at.frame > simulation.frame_count / 2) {
        faults->time = MAX(faults->time, ABS(seen->at.when - sending->time));
    }
    if (sightings[frame->sending][frame->feed] == 0) {
        sightings[frame->sending][frame->feed] = seen->at.frame;
    }
    faults->clusters = MAX(faults->clusters, seen->cluster->idx + 1);
}

/* As a later pass does. */
static void
check_notes(const observer_t *observer, const observer_setup_t *setups, faults_t *faults)
{
    for (uint32_t i = 0; i < simulation.frame_count; i++) {
        const frame_t *frame = &simulation.frames[i];
        const packet_info *pinfo = make_packet(&setups[frame->feed], i + 1, frame->time);
        observation_note_t note = observation_note(observer, pinfo);
        uint32_t first = first_frames[frame->sending];

        faults->first += note.frame != first;
        faults->duplicates += note.duplicate_of != 0;
        faults->links +=
            i > 0 && first == note.frame && i + 1 == sightings[frame->sending][frame->feed]
            && observation_link(observer, first, make_packet(&setups[frame->feed], i + 2, 0))
                   != i + 1;
    }
}

static faults_t
check_file(const setup_t *setup)
{
    const observer_setup_t *feeds = setup->feeds;
    faults_t faults = { .frames = simulation.frame_count };
    observer_t *observer;

    begin_file();
    observer = observer_new(&rules);
    memset(first_frames, 0, sizeof first_frames);
    memset(cluster_lans, 0, sizeof cluster_lans);
    memset(sightings, 0, sizeof sightings);
    memset(machines, 0, sizeof machines);
    for (uint32_t i = 0; i < simulation.frame_count; i++) {
        const frame_t *frame = &simulation.frames[i];
        identity_t identity = identity_of(&simulation.sendings[frame->sending],
                                          setup->addresses);
        observation_t seen;

        if (observe(observer, make_packet(&feeds[frame->feed], i + 1, frame->time), &identity,
                    &seen)) {
            check_frame(setup, frame, &seen, &faults);
        }
    }
    check_notes(observer, feeds, &faults);
    return faults;
}

/* --- Set-ups ------------------------------------------------------------------------ */

static const setup_t setups[] = {
    { .name = "one feed", .count = 1, .clusters = 1, .time = MS },
    { .name = "four places",
      .feeds = { { 0 }, { .interface = 1 }, { .interface = 2 }, { .interface = 3 } },
      .count = 4, .clusters = 1, .time = MS },
    { .name = "clocks apart by 0.4 ms, 1 ms, 3 s",
      .feeds = { { 0 }, { .interface = 1, .offset = -400000 }, { .interface = 2, .offset = MS },
                 { .interface = 3, .offset = 3 * S } },
      .count = 4, .clusters = 1, .time = MS },
    { .name = "clocks apart by an hour",
      .feeds = { { 0 }, { .interface = 1, .offset = -3600 * S } },
      .count = 2, .clusters = 1, .time = 4000 * S },
    { .name = "clocks apart by 60 s, first ahead",
      .feeds = { { .offset = 60 * S }, { .interface = 1 } },
      .count = 2, .clusters = 1, .time = 70 * S },
    { .name = "appended",
      .feeds = { { 0 }, { .interface = 1, .offset = 2 * S, .appended = true },
                 { .interface = 2, .offset = -5 * S, .appended = true } },
      .count = 3, .clusters = 1, .time = MS },
    { .name = "appended sections",
      .feeds = { { 0 }, { .section = 1, .offset = 2 * S, .appended = true } },
      .count = 2, .clusters = 1, .time = MS },
    { .name = "appended in one interface",
      .feeds = { { 0 }, { .appended = true } },
      .count = 2, .clusters = 1, .unsure = 1, .time = MS },
    { .name = "a step ahead in one of two",
      .feeds = { { 0 }, { .interface = 1, .step_at = START + 150 * S, .step = 40 * S } },
      .count = 2, .clusters = 1, .early = 8, .unsure = 2, .time = 50 * S },
    { .name = "a step ahead alone",
      .feeds = { { .step_at = START + 150 * S, .step = 3600 * S } },
      .count = 1, .clusters = 1, .unsure = 2, .time = 2 * S },
    { .name = "a step back alone",
      .feeds = { { .step_at = START + 150 * S, .step = -60 * S } },
      .count = 1, .clusters = 1, .unsure = 2, .time = 70 * S },
    { .name = "mirror of both directions", .feeds = { { .showings = 2 } },
      .count = 1, .clusters = 1, .time = MS },
    { .name = "mirror and a place",
      .feeds = { { 0 }, { .interface = 1, .showings = 2 } },
      .count = 2, .clusters = 1, .time = MS },
    { .name = "two clocks in one interface", .feeds = { { .showings = 2, .lag = 3 * S } },
      .count = 1, .clusters = 1, .early = 20, .unsure = 2, .time = 4 * S },
    { .name = "tap",
      .feeds = { { .only_from = 1 << 1 }, { .interface = 1, .only_from = 1 << 2 | 1 << 3 } },
      .count = 2, .clusters = 1, .time = MS },
    { .name = "bond of cooked frames", .feeds = { { .cooked = 1 }, { .cooked = 2 } },
      .count = 2, .places = 1, .clusters = 1, .time = MS },
    { .name = "clones on two VLANs, far numbers",
      .feeds = { { .vlan = 10 }, { .vlan = 20, .lan = 1 } },
      .count = 2, .clone_from = 30000, .places = 1, .clusters = 2, .time = MS },
    { .name = "clones on two VLANs, near numbers",
      .feeds = { { .vlan = 10 }, { .vlan = 20, .lan = 1 } },
      .count = 2, .clone_from = 105, .places = 1, .clusters = 2, .time = MS },
    { .name = "clones on two VLANs, equal numbers",
      .feeds = { { .vlan = 10 }, { .vlan = 20, .lan = 1 } },
      .count = 2, .clone_from = 100, .places = 1, .clusters = 2, .time = MS },
    { .name = "clones on two interfaces, far numbers",
      .feeds = { { 0 }, { .interface = 1, .lan = 1 } },
      .count = 2, .clone_from = 30000, .clusters = 2, .time = MS },
    { .name = "two LANs of one cluster, an interface each",
      .feeds = { { 0 }, { .interface = 1, .lan = 1 } },
      .count = 2, .lans = 2, .clusters = 1, .time = MS },
    { .name = "two LANs of one cluster on a trunk",
      .feeds = { { .vlan = 10 }, { .vlan = 20, .lan = 1 } },
      .count = 2, .lans = 2, .places = 1, .clusters = 2, .early = 8, .time = MS },
    { .name = "two networks of one cluster",
      .feeds = { { 0 }, { .interface = 1, .lan = 1 } },
      .count = 2, .lans = 2, .addresses = true, .clusters = 1, .time = MS },
    { .name = "two networks of one cluster in one file",
      .feeds = { { 0 }, { .lan = 1 } },
      .count = 2, .lans = 2, .addresses = true, .places = 1, .clusters = 1, .time = MS },
    { .name = "two machines of one name each, far numbers",
      .feeds = { { 0 }, { .lan = 1 } },
      .count = 2, .clone_from = 30000, .addresses = true, .places = 1, .clusters = 1,
      .machine = 6, .time = MS },
    { .name = "two machines of one name each, near numbers",
      .feeds = { { 0 }, { .lan = 1 } },
      .count = 2, .clone_from = 105, .addresses = true, .places = 1, .clusters = 1,
      .machine = 30, .unsure = 4, .time = MS },
    { .name = "a place that started late",
      .feeds = { { 0 }, { .interface = 1, .from = START + 200 * S, .offset = 10 * MS } },
      .count = 2, .clusters = 1, .time = 11 * MS },
    { .name = "one place after the other",
      .feeds = { { .to = START + 150 * S }, { .interface = 1, .from = START + 200 * S } },
      .count = 2, .places = 1, .clusters = 1, .unsure = 1, .time = MS },
    { .name = "rotated files of two places",
      .feeds = { { .to = START + 100 * S }, { .interface = 1, .from = START + 100 * S,
                 .to = START + 200 * S }, { .interface = 2, .from = START + 200 * S },
                 { .interface = 3, .to = START + 120 * S, .offset = 30 * MS },
                 { .interface = 4, .from = START + 120 * S, .offset = 30 * MS } },
      .count = 5, .places = 2, .clusters = 1, .time = 31 * MS },
    { .name = "one direction missing", .feeds = { { .only_from = 1 << 1 } },
      .count = 1, .clusters = 1, .time = MS },
};

static bool
check_setup(const setup_t *setup)
{
    bool clones = setup->clone_from != 0;
    int64_t seconds = setup->seconds != 0 ? setup->seconds : 300;
    faults_t faults;
    bool right;

    simulate_nothing();
    simulate_cluster(0, setup->lans, 3, 100, START, seconds, 1);
    if (clones) {
        simulate_cluster(1, 0, 3, setup->clone_from, START, seconds, 2);
    }
    simulate_capture(setup->feeds, setup->count);
    faults = check_file(setup);
    faults.places = places_count();
    right = faults.places == (setup->places != 0 ? setup->places : setup->count)
            && faults.first <= setup->unsure && faults.early <= setup->early
            && faults.attempt <= setup->early + setup->unsure && faults.cluster == 0
            && faults.clusters == setup->clusters && faults.duplicates <= setup->unsure
            && faults.machine <= setup->machine
            && faults.links <= setup->early + setup->unsure && faults.time <= setup->time;
    printf("%s %s: %u frames, first %u (%u at first), attempt %u, cluster %u of %u, machine %u, "
           "places %u, duplicates %u, links %u, time %.6f s\n",
           right ? "ok  " : "FAIL", setup->name, faults.frames, faults.first, faults.early,
           faults.attempt, faults.cluster, faults.clusters,
           faults.machine, faults.places, faults.duplicates, faults.links,
           (double)faults.time / (double)S);
    return right;
}

int
main(int argc, char **argv)
{
    bool right = true;

    wmem_init();
    file_scope = wmem_allocator_new(WMEM_ALLOCATOR_SIMPLE);
    cooked_frame = tvb_new_real_data(cooked_header, sizeof cooked_header,
                                     sizeof cooked_header);
    feeds_register();
    places_register(NULL);
    for (unsigned i = 0; i < array_length(setups); i++) {
        if (argc < 2 || strstr(setups[i].name, argv[1]) != NULL) {
            right = check_setup(&setups[i]) && right;
        }
    }
    return right ? 0 : 1;
}
