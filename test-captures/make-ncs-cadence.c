/* make-ncs-cadence.c
 * Stories about the rhythm of heartbeats: in time, late, lost.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs-cluster.h"

/* Ten minutes in which nothing happens: 600 heartbeats of each node.  The
 * master's come exactly each second, those of the first slave alternately
 * after 1020 and 980 ms, those of the second in a pattern of its own. */
static void
make_healthy(const char *folder)
{
    static const int64_t wander[] = { 0, 40, -30, 70, 5, -60, 200, 11 }; /* ms */
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-healthy", NULL);

    cluster_start(&cluster, capture, 3, 1);
    for (int64_t second = 0; second < 600; second++) {
        cluster.nodes[1].offset = (100 + second % 2 * 20) * MILLISECOND;
        cluster.nodes[2].offset = (400 + wander[second % 8]) * MILLISECOND;
        cluster_round(&cluster, second * SECOND);
    }
    capture_close(capture);
}

/* --- Gaps ---------------------------------------------------------------------- */

typedef enum { IN_TIME, LATE, LOST } verdict_t;

/* What an interval must be called, worked out by hand: missed is the interval
 * rounded to whole seconds, less one; 8 s are 100 %. */
typedef struct {
    int interval; /* ms */
    int missed;   /* 0: not shown */
    int percent;
    verdict_t verdict;
} gap_t;

static const gap_t gaps[] = {
    { 1001, 0, 13, IN_TIME },   /* 12.51 */
    { 990, 0, 12, IN_TIME },    /* 12.38 */
    { 1499, 0, 19, IN_TIME },   /* 18.74; rounds to 1 */
    { 1500, 1, 19, IN_TIME },   /* 18.75; not above one and a half periods; rounds to 2 */
    { 1501, 1, 19, LATE },      /* 18.76 */
    { 400, 0, 5, IN_TIME },
    { 1600, 1, 20, LATE },
    { 2400, 1, 30, LATE },
    { 2600, 2, 33, LATE },      /* 32.5 */
    { 7900, 7, 99, LATE },      /* 98.75; rounds to 8 */
    { 7999, 7, 100, LATE },     /* 99.99: nearly cast out */
    { 8000, 7, 100, LOST },
    { 1010, 0, 13, IN_TIME },   /* 12.63 */
    { 31000, 30, 388, LOST },   /* 387.5 */
    { 1010, 0, 13, IN_TIME },
};

static void
expect_gap(capture_t *capture, unsigned frame, unsigned previous, const gap_t *gap)
{
    expect_time(capture, frame, "ncs_heartbeat.analysis.interval", gap->interval * MILLISECOND);
    capture_expect(capture, frame, "ncs_heartbeat.analysis.previous_frame", "%u", previous);
    capture_expect(capture, frame, "ncs_heartbeat.analysis.tolerance_used", "%d", gap->percent);
    if (gap->missed > 0)
        capture_expect(capture, frame, "ncs_heartbeat.analysis.missed", "%d", gap->missed);
    if (gap->verdict == LATE)
        capture_expect_present(capture, frame, "ncs_heartbeat.analysis.late");
    if (gap->verdict == LOST)
        capture_expect_present(capture, frame, "ncs_heartbeat.analysis.lost");
}

/* Node `i` has the gaps, the other sends each second; where the first is
 * silent for the tolerance, the other's next heartbeat tells. */
static void
make_gaps(const char *folder, const char *name, unsigned i)
{
    const unsigned other = 1 - i;
    const int64_t tolerance = 8 * SECOND;
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, name, NULL);
    int64_t at = 0, others = 250 * MILLISECOND + MILLISECOND / 2;

    cluster_start(&cluster, capture, 2, 1);
    cluster_send(&cluster, i, at);
    for (unsigned row = 0; row < sizeof gaps / sizeof gaps[0]; row++) {
        unsigned previous = cluster.nodes[i].last_frame, frame;
        int64_t last = at;
        bool told = false;

        for (at += gaps[row].interval * MILLISECOND; others < at; others += SECOND) {
            frame = cluster_send(&cluster, other, others);
            if (!told && others >= last + tolerance) {
                capture_expect_present(capture, frame, "ncs_heartbeat.silent_node");
                told = true;
            }
        }
        frame = cluster_send_only(&cluster, i, at);
        expect_address(capture, frame, "ncs_heartbeat.master", cluster.master);
        expect_gap(capture, frame, previous, &gaps[row]);
    }
    capture_close(capture);
}

/* A switch in between relearns its spanning tree: nobody is heard for 31 s,
 * then all are.  That is one outage of all, and no node fell silent. */
static void
make_outage(const char *folder)
{
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-outage-of-all", NULL);

    cluster_start(&cluster, capture, 3, 1);
    cluster_rounds(&cluster, 0, 30);
    cluster_rounds(&cluster, 60, 90);
    capture_close(capture);
}

/* The same, but the second slave (192.0.2.3) does not come back: that must be
 * told once all the same, when exactly is not laid down. */
static void
make_outage_and_death(const char *folder)
{
    cluster_t cluster;
    capture_t *capture =
        ncs_story_open(folder, "ncs-outage-and-death", " ncs_heartbeat.silent_node ");

    cluster_start(&cluster, capture, 3, 1);
    cluster_rounds(&cluster, 0, 30);
    cluster.nodes[2].down = true;
    cluster_rounds(&cluster, 60, 90);
    capture_close(capture);
}

/* --- Clocks ---------------------------------------------------------------------- */

/* The capturing host's clock is set back by an hour.  Nothing can be said
 * about the interval across that; later intervals are right again. */
static void
make_backwards(const char *folder)
{
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-clock-set-back",
                                        " ncs_heartbeat.analysis.interval"
                                        " ncs_heartbeat.analysis.previous_frame ");

    cluster_start(&cluster, capture, 3, 1);
    cluster_rounds(&cluster, 7200, 7220);
    for (unsigned i = 0; i < cluster.members; i++)
        cluster.nodes[i].last_frame = 0;
    cluster_rounds(&cluster, 3620, 3640);
    capture_close(capture);
}

/* Packets of one node out of order by 300 ms, as several receive queues leave
 * them; the frame after that is left open. */
static void
make_disorder(const char *folder)
{
    cluster_t cluster;
    capture_t *capture = ncs_story_open(folder, "ncs-disorder",
                                        " ncs_heartbeat.analysis.interval"
                                        " ncs_heartbeat.analysis.previous_frame"
                                        " ncs_heartbeat.analysis.tolerance_used ");
    unsigned frame;

    cluster_start(&cluster, capture, 1, 1);
    cluster_rounds(&cluster, 0, 5);
    frame = cluster_send_only(&cluster, 0, 3700 * MILLISECOND);
    expect_address(capture, frame, "ncs_heartbeat.master", cluster.master);
    frame = cluster_send_only(&cluster, 0, 5000 * MILLISECOND);
    expect_address(capture, frame, "ncs_heartbeat.master", cluster.master);
    cluster_rounds(&cluster, 6, 10);
    capture_close(capture);
}

/* All packets of a round with the same time, and a node that sends twice. */
static void
make_equal_times(const char *folder)
{
    cluster_t cluster;
    capture_t *capture =
        ncs_story_open(folder, "ncs-equal-times", " ncs_heartbeat.analysis.tolerance_used ");

    cluster_start(&cluster, capture, 3, 1);
    for (unsigned i = 0; i < cluster.members; i++)
        cluster.nodes[i].offset = 0;
    for (int64_t second = 0; second < 5; second++) {
        unsigned previous, frame;

        cluster_round(&cluster, second * SECOND);
        previous = cluster.nodes[1].last_frame;
        frame = cluster_send_only(&cluster, 1, second * SECOND);
        expect_time(capture, frame, "ncs_heartbeat.analysis.interval", 0);
        capture_expect(capture, frame, "ncs_heartbeat.analysis.previous_frame", "%u", previous);
        expect_address(capture, frame, "ncs_heartbeat.master", cluster.master);
    }
    /* The first slave stops; 8.000 s later is soon enough to tell. */
    cluster.nodes[1].down = true;
    cluster_rounds(&cluster, 5, 12);
    capture_expect_present(capture, cluster_send(&cluster, 0, 12 * SECOND),
                           "ncs_heartbeat.silent_node");
    cluster_send(&cluster, 2, 12 * SECOND);
    capture_close(capture);
}

/* --- For the tables ---------------------------------------------------------------- */

/* Five heartbeats of a slave, at 0, 1, 2, 3 and 8 s: intervals 1, 1, 1, 5 with
 * the mean 2, mean absolute deviation 1.5, 4 missed, the longest ends at the
 * last frame.  Ten of the master, one in 1.1 s: 8 x 1.0 and 1 x 1.1.  And a
 * cluster of one with one packet. */
static void
make_table(const char *folder)
{
    cluster_t cluster, other;
    capture_t *capture = ncs_story_open(folder, "ncs-table", NULL);

    cluster_start(&cluster, capture, 2, 1);
    cluster_start(&other, capture, 1, 77);
    other.panning_id = 0x00000100;
    cluster_rounds(&cluster, 0, 4);
    cluster_send(&other, 0, 3500 * MILLISECOND);
    cluster.nodes[1].down = true;
    cluster_round(&cluster, 4 * SECOND);
    for (int64_t second = 5; second < 8; second++) /* frames 11 (1.1 s), 12, 13 */
        cluster_round(&cluster, second * SECOND + 100 * MILLISECOND);
    cluster_send(&cluster, 1, 8010 * MILLISECOND); /* frame 14 */
    cluster_round(&cluster, 8100 * MILLISECOND);
    cluster_round(&cluster, 9100 * MILLISECOND);
    capture_close(capture);
}

void
make_ncs_cadence(const char *folder)
{
    make_healthy(folder);
    make_gaps(folder, "ncs-gaps-of-slave", 1);
    make_gaps(folder, "ncs-gaps-of-master", 0);
    make_outage(folder);
    make_outage_and_death(folder);
    make_backwards(folder);
    make_disorder(folder);
    make_equal_times(folder);
    make_table(folder);
}
