/* simulate.c
 * A LAN with a cluster on it, and observers with clocks of their own.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "simulate.h"

#include <stdlib.h>

#define NS_PER_MS INT64_C(1000000)
#define HELLO_EVERY (5 * NS_PER_S)
#define MESSAGE_EVERY (700 * NS_PER_MS)
#define RETRY_AFTER NS_PER_S

simulation_t simulation;

static uint32_t random_state;

static uint32_t
random_below(uint32_t limit)
{
    random_state = random_state * 1664525 + 1013904223;
    return (random_state >> 8) % limit;
}

void
simulate_nothing(void)
{
    simulation.sending_count = simulation.frame_count = 0;
}

static void
send(const sending_t *sending)
{
    if (simulation.sending_count < MAX_FRAMES) {
        simulation.sendings[simulation.sending_count++] = *sending;
    }
}

/* A message to one node: it is acknowledged, or sent again a second later. */
static int64_t
send_message(sending_t sending)
{
    unsigned losses = random_below(12) == 0 ? 1 + random_below(2) : 0;

    for (sending.attempt = 1; sending.attempt <= losses + 1; sending.attempt++) {
        send(&sending);
        sending.time += RETRY_AFTER;
    }
    sending.time -= RETRY_AFTER;
    send(&(sending_t){ .lan = sending.lan, .node = sending.to, .to = sending.node,
                       .number = sending.number, .message = sending.message, .attempt = 1,
                       .once = true, .ack = true, .time = sending.time + 300000 });
    return (int64_t)losses * RETRY_AFTER;
}

/* What one node sends has one counter, and one message is outstanding at a time. */
static void
simulate_node(const sending_t *node, uint32_t lans, uint32_t nodes, int64_t start, int64_t end)
{
    sending_t next = *node;
    int64_t hello = start + (int64_t)random_below(5000) * NS_PER_MS;
    int64_t message = start + (int64_t)random_below(700) * NS_PER_MS;

    while (MIN(hello, message) < end) {
        next.once = hello <= message;
        next.time = MIN(hello, message);
        next.number = next.number % 65535 + 1;
        next.attempt = 1;
        next.lan = node->lan + (lans > 1 ? random_below(lans) : 0);
        if (next.once) {
            next.to = 0;
            next.message = node->message; /* all HELLOs are alike */
            send(&next);
            hello += HELLO_EVERY;
        } else {
            next.to = (next.node + random_below(nodes - 1)) % nodes + 1;
            next.message = node->message + random_below(5);
            message += MESSAGE_EVERY + send_message(next) + (int64_t)random_below(300) * NS_PER_MS;
            hello = MAX(hello, message - MESSAGE_EVERY);
        }
    }
}

void
simulate_cluster(uint32_t lan, uint32_t lans, uint32_t nodes, uint32_t first_number,
                 int64_t start, int64_t seconds, uint32_t seed)
{
    random_state = seed;
    for (uint32_t node = 1; node <= nodes; node++) {
        sending_t first = { .lan = lan, .node = node, .number = first_number,
                            .message = seed * 1000 + node * 10 };

        simulate_node(&first, lans, nodes, start, start + seconds * NS_PER_S);
    }
}

/* --- Capturing --------------------------------------------------------------------------- */

static int
compare_frames(const void *a, const void *b)
{
    const frame_t *x = a, *y = b;

    if (x->sorted_by != y->sorted_by) {
        return x->sorted_by < y->sorted_by ? -1 : 1;
    }
    return x->order < y->order ? -1 : x->order > y->order;
}

static bool
is_captured(const observer_setup_t *setup, const sending_t *sending)
{
    return sending->lan == setup->lan
           && (setup->only_from == 0 || (setup->only_from >> sending->node & 1) != 0)
           && sending->time >= setup->from && (setup->to == 0 || sending->time < setup->to);
}

static int64_t
time_of_setup(const observer_setup_t *setup, int64_t time)
{
    return time + setup->offset + (setup->step_at != 0 && time >= setup->step_at ? setup->step : 0);
}

static int
compare_sendings(const void *a, const void *b)
{
    const sending_t *x = a, *y = b;

    return x->time < y->time ? -1 : x->time > y->time;
}

/* A clock that is set back does not bring frames in front of others. */
static void
keep_order(uint32_t from)
{
    for (uint32_t i = from; i < simulation.frame_count; i++) {
        frame_t *frame = &simulation.frames[i];

        frame->sorted_by = i > from ? MAX(frame->time, frame[-1].sorted_by) : frame->time;
    }
}

static void
capture_sending(const observer_setup_t *setup, uint32_t feed, uint32_t index)
{
    const sending_t *sending = &simulation.sendings[index];
    int64_t time = time_of_setup(setup, sending->time + setup->delay + random_below(60000));

    for (uint32_t i = 0; i < MAX(setup->showings, 1); i++) {
        if (simulation.frame_count < MAX_FRAMES) {
            simulation.frames[simulation.frame_count] =
                (frame_t){ .time = time, .feed = feed, .sending = index,
                           .order = simulation.frame_count, .sorted_by = time };
            simulation.frame_count++;
        }
        time += setup->lag != 0 ? setup->lag + random_below(400000) : 5000;
    }
}

void
simulate_capture(const observer_setup_t *setups, uint32_t count)
{
    uint32_t sorted_from = 0;

    qsort(simulation.sendings, simulation.sending_count, sizeof *simulation.sendings,
          compare_sendings);
    for (uint32_t feed = 0; feed < count; feed++) {
        uint32_t first = simulation.frame_count;

        for (uint32_t i = 0; i < simulation.sending_count; i++) {
            if (is_captured(&setups[feed], &simulation.sendings[i])) {
                capture_sending(&setups[feed], feed, i);
            }
        }
        if (setups[feed].step < 0) {
            keep_order(first);
        }
        if (setups[feed].appended) {
            sorted_from = first;
        }
        if (feed + 1 == count || setups[feed + 1].appended) {
            qsort(&simulation.frames[sorted_from], simulation.frame_count - sorted_from,
                  sizeof *simulation.frames, compare_frames);
        }
    }
}
