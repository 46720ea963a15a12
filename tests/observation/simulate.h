/* simulate.h
 * A LAN with a cluster on it, and observers with clocks of their own: what each frame of
 * a capture file shows is known, because it was made here.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef SIMULATE_H
#define SIMULATE_H

#include "observation.h"

#define MAX_FRAMES 40000
#define MAX_FEEDS 12
#define MAX_NODES 16

/** Where frames are captured. */
typedef struct {
    uint32_t section, interface, vlan, cooked;
    int64_t offset;     /**< ns by which its clock is ahead */
    int64_t step_at;    /**< true time at which the clock is set; 0: never */
    int64_t step;       /**< ns by which it is set */
    int64_t from, to;   /**< true times between which it captures; `to` 0: to the end */
    int64_t delay;      /**< ns that frames take to get here, at least */
    uint32_t lan;       /**< whose frames it gets */
    uint32_t only_from; /**< bits of nodes whose frames it gets; 0: all */
    uint32_t showings;  /**< how often it shows each frame; 0 is 1 */
    int64_t lag;        /**< ns between two showings; 0: a few microseconds */
    uint32_t snap;      /**< not 0: shorter frames have another length, not another identity */
    bool appended;      /**< behind the frames of the feeds before it, not sorted into them */
} observer_setup_t;

/** What was sent, and by whom. */
typedef struct {
    uint32_t lan;      /**< clones have equal nodes on LANs of their own */
    uint32_t node;
    uint32_t to;       /**< 0: all */
    uint32_t number;
    uint32_t message;  /**< tells messages with one number apart */
    uint32_t attempt;
    bool once, ack;
    int64_t time;
} sending_t;

/** One frame of the file. */
typedef struct {
    int64_t time;      /**< by the clock of its feed */
    uint32_t feed;     /**< index of the setup */
    uint32_t sending;  /**< index of what it shows */
    uint32_t order;
    int64_t sorted_by; /**< one interface has its frames in the order in which they came */
} frame_t;

/** A file. */
typedef struct {
    sending_t sendings[MAX_FRAMES];
    uint32_t sending_count;
    frame_t frames[MAX_FRAMES];
    uint32_t frame_count;
} simulation_t;

extern simulation_t simulation;

/** A cluster of `nodes` on `lan` that says HELLO every 5 s and sends numbered messages of
 *  which some are lost and sent again, for `seconds`, its counters from `first_number`.
 *  `lans` of several: messages go by either. */
void simulate_cluster(uint32_t lan, uint32_t lans, uint32_t nodes, uint32_t first_number,
                      int64_t start, int64_t seconds, uint32_t seed);

/** Capture all that was sent. */
void simulate_capture(const observer_setup_t *setups, uint32_t count);

/** Begin with an empty file. */
void simulate_nothing(void);

#endif
