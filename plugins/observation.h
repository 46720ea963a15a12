/* observation.h
 * Which frames show one transmission: a sighting is not an event.
 *
 * A capture file may have the frames of several observers: interfaces, VLANs,
 * tunnels, files merged or appended, each a FEED with a clock that may be wrong.
 * What a node sent once is a TRANSMISSION; each frame that shows it is a
 * SIGHTING.  All feeds that show one cluster are one CLUSTER here, so that what
 * happened on the wire is judged once, whoever saw it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_OBSERVATION_H
#define CLUSTER_OBSERVATION_H

#include "observed.h"

/* How a protocol uses it
 * ---------------------------
 *  1. State of a file: `state->observer = observer_new(&rules)`.
 *  2. Each frame that first_pass_is_due(), once all of its header is read:
 *         observation_t seen;
 *         if (!observe(state->observer, pinfo, &(identity_t){ .group = cluster number,
 *                 .sender = key of id, .address = key of address, .to = addressee or 0,
 *                 .number = seq, .has_number = true, .count = 65535,
 *                 .content = hash of what a short snap length and a repetition leave
 *                 alone }, &seen)) { tell the limit; return; }
 *  3. `seen.cluster->state` is the protocol's state of that cluster: make it where it
 *     is NULL.  No key of any map needs a capture point.
 *  4. `seen.is_first`: judge what concerns the wire (numbers, acknowledgments, pairs,
 *     transitions, masters), with `seen.at.time` for the capture time.  A retransmission
 *     has `seen.attempt` > 1 and names `seen.original`.  Where `seen.behind` is large,
 *     frames come out of order (appended files): fill in gaps, start nothing.
 *  5. `seen.is_first_here`: judge what concerns the place (rhythm, delivery), keyed by
 *     `seen.place`; findings of the frame itself.  No interval where `seen.segment` is
 *     another than that of the heartbeat before.
 *  6. Otherwise find nothing: copies and duplicates are noted here, not by findings.
 *  7. Readers: `note = observation_note(observer, pinfo)`, then
 *     `findings_gather_sighting(findings, rows, kinds, note.frame, pinfo->num, &found)`:
 *     rows with `.here` are those of step 5; `.once` keeps warnings to the first sighting.
 *     Show `note.copy_of`, `.duplicate_of`, `.duplicate_count`.
 *  8. Links: `finding_view_t.link` calls observation_link(observer, frame, view->w->pinfo)
 *     for a `frame` found on the first pass: the sighting of its transmission on the feed of
 *     `pinfo`, else `frame`.  Rows with a function of their own use finding_link().
 *  9. Which came first: keep `seen.at` and ask observation_order(); on
 *     OBSERVATION_UNKNOWN no verdict rests on it.
 * 10. Nothing follows from what nobody watched: observation_in_sight() before "lost",
 *     "not answered", "silent".
 * 11. Later passes find a cluster by observation_cluster(observer, pinfo, group).
 * 12. Each pass, once a frame, after the analysis: cluster_show(tvb, pinfo, tree).
 *
 * Everything lives as long as the capture file; there are caps, and nothing grows by
 * more than 24 bytes for each frame that shows a transmission again.
 */

/** One frame, observed. */
typedef struct {
    observed_cluster_t *cluster;
    uint64_t machine;      /**< the sender: its key, or a key of its own where another machine
                                has its name */
    moment_t at;
    uint32_t place;        /**< from 0; feeds of one place that follow each other are one */
    uint32_t attempt;      /**< how often this number was sent so far: 1, 2, ... */
    moment_t first;        /**< first sighting of this transmission anywhere; `at` if it is */
    moment_t original;     /**< first sighting of the first attempt */
    int64_t behind;        /**< ns by which later transmissions of the cluster came before
                                this frame in the file; 0 in the usual order */
    uint32_t here;         /**< showings of this transmission on this feed, this included, */
    uint32_t usual;        /**< and how often the feed shows what was sent once */
    uint32_t segment;      /**< steps of this feed's clock so far: an interval between two
                                segments is not known */
    bool is_impostor;      /**< from this frame on another machine is known by this name */
    bool is_first;         /**< no frame before showed this transmission */
    bool is_first_here;    /**< ... at this place */
    bool is_unsettled;     /**< it may yet turn out that this feed shows a cluster that others
                                show, by another clock: nothing is missing for sure */
} observation_t;

/** What readers must know of a frame; frame numbers, 0: none. */
typedef struct {
    uint32_t frame;           /**< the first sighting of its transmission: whose findings
                                   about the wire hold here; the frame itself if it is */
    uint32_t copy_of;         /**< the same, if it is another frame */
    uint32_t duplicate_of;    /**< the first sighting on this feed, if the transmission
                                   should not have come again (loop, storm) */
    uint32_t duplicate_count; /**< how often it has come on this feed's wire so far, with this
                                   time: a mirror may show each twice */
    bool again;               /**< its feed has shown it before */
    bool is_in_doubt;         /**< its feed's clock was set about here: intervals that end with
                                   it are not known */
} observation_note_t;

typedef enum {
    OBSERVATION_UNKNOWN,  /**< closer than the clocks can be compared */
    OBSERVATION_BEFORE,
    OBSERVATION_AFTER
} observation_order_t;

/** An observer that lives as long as the capture file.  `rules` must be static. */
observer_t *observer_new(const observer_rules_t *rules);

/** Observe a frame, on the first pass only, once a frame and protocol, in the order of
 *  the file.  False beyond the caps: then nothing is known of the frame.  O(1). */
bool observe(observer_t *observer, const packet_info *pinfo, const identity_t *identity,
             observation_t *seen);

/** Forget what was observed of `frame`, the latest one: a read filter rejected it, and this
 *  one has its number.  For a frame that is not observed; observe() does it for others.
 *  `observer` may be NULL. */
void observation_forget(observer_t *observer, uint32_t frame);

/* --- What readers ask, on any pass ---------------------------------------------- */

/** What is known of a frame so far.  O(log n); `observer` may be NULL. */
observation_note_t observation_note(const observer_t *observer, const packet_info *pinfo);

/** The frame to name at the frame of `pinfo` where the analysis found `frame`: the
 *  sighting of the same transmission on the same feed if there is one, else `frame`.
 *  Never the frame of `pinfo` itself, unless it is `frame`.  O(log n). */
uint32_t observation_link(const observer_t *observer, uint32_t frame, const packet_info *pinfo);

/** The cluster of this group that the feed of a frame belonged to at that frame, or
 *  NULL. */
observed_cluster_t *observation_cluster(const observer_t *observer, const packet_info *pinfo,
                                        uint64_t group);

/** The cluster that appeared first, which leads to the others, or NULL; `observer` may be
 *  NULL. */
const observed_cluster_t *observation_first_cluster(const observer_t *observer);

/** How many places show a cluster: for a table, not for each frame. */
uint32_t observation_places(const observer_t *observer, const observed_cluster_t *cluster);

/** What tells a cluster from others of its number, " VLAN 5" or " VNI 7"; else "".  In `scope`;
 *  `cluster` may be NULL. */
const char *observation_lan(wmem_allocator_t *scope, const observed_cluster_t *cluster);

/** Where other clusters have this number, on other VLANs: what a display filter for the cluster
 *  of this frame needs besides, " && (vlan.id == 5 || !vlan)"; else "".  Packet's pool. */
const char *observation_vlans(const observer_t *observer, const packet_info *pinfo,
                              uint64_t number);

/* --- What the analysis asks ------------------------------------------------------ */

/** Whether `a` came before `b`.  Frames of one clock are in the order of the file. */
observation_order_t observation_order(const moment_t *a, const moment_t *b);

/** Whether `a` comes before `b` by what is known of their clocks, though one comparison may not
 *  be confirmed yet: for what must be one or the other. */
bool observation_seems_before(const moment_t *a, const moment_t *b);

/** Whether the clocks of both were compared, so that the time between them is known. */
bool observation_is_measured(const moment_t *a, const moment_t *b);

/** Whether some feed has shown a frame of `sender` for `to` so far.  OBSERVED_TO_ANY:
 *  anything that it sent; a node: what was for this node; OBSERVED_TO_ALL: what was for
 *  all. */
bool observation_in_sight(const observer_t *observer, const observed_cluster_t *cluster,
                          uint64_t sender, uint64_t to);

/** Whether a place was watching at `when`, corrected: between its first and its latest
 *  frame of any kind that this plugin knows. */
bool observation_was_watching(uint32_t place, int64_t when);

/** Whether the time between them is only known to a tick of the senders' own clocks. */
bool observation_is_rough(const moment_t *a, const moment_t *b);

/** Whether the feed that saw `one` has yet to show, later in the file, what was sent before
 *  `at`: its clock is known to be ahead of the one that saw that, by more than 200 ms. */
bool observation_lags(const moment_t *one, const moment_t *at);

#endif
