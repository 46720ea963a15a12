/* delivery.c
 * One sender's numbered messages, as one capture point saw them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "delivery.h"

#define FIRST_RECENT 4
#define MAX_GAPS 32

/* Memory grows only if at least one slot in so many is used: numbers that jump
 * about must not cost more memory than their frames have bytes. */
#define SLOTS_PER_MESSAGE 8

void
delivery_reset(delivery_t *delivery)
{
    delivery_message_t *recent = delivery->recent;
    delivery_gap_t *gaps = delivery->gaps;
    uint32_t recent_size = delivery->recent_size;

    *delivery = (delivery_t){ .recent = recent, .recent_size = recent_size, .gaps = gaps };
    if (recent != NULL) {
        memset(recent, 0, recent_size * sizeof *recent);
    }
}

int64_t
delivery_number(const delivery_t *delivery, const delivery_rules_t *rules, uint32_t wire)
{
    int64_t count = (int64_t)rules->count;
    int64_t position = (int64_t)wire - rules->lowest;
    int64_t step;

    if (!delivery->started) {
        return position + count; /* room below for numbers that come late */
    }
    step = (position - delivery->last) % count;
    if (step < 0) {
        step += count;
    }
    return delivery->last + (step <= (count - 1) / 2 ? step : step - count);
}

/* Index of the first gap that ends at `number` or above. */
static uint32_t
delivery_gap_index(const delivery_t *delivery, int64_t number)
{
    uint32_t i = 0;

    while (i < delivery->gap_count && delivery->gaps[i].to < number) {
        i++;
    }
    return i;
}

static void
delivery_drop_gap(delivery_t *delivery, uint32_t idx)
{
    delivery->gap_count--;
    memmove(&delivery->gaps[idx], &delivery->gaps[idx + 1],
            (delivery->gap_count - idx) * sizeof *delivery->gaps);
}

/* The oldest gap makes room: about numbers up to its end nothing is known any
 * more. */
static void
delivery_make_room(delivery_t *delivery)
{
    if (delivery->gaps == NULL) {
        delivery->gaps = wmem_alloc_array(wmem_file_scope(), delivery_gap_t, MAX_GAPS);
    }
    if (delivery->gap_count == MAX_GAPS) {
        delivery->known_from = delivery->gaps[0].to + 1;
        delivery_drop_gap(delivery, 0);
    }
}

static void
delivery_add_gap(delivery_t *delivery, int64_t from, int64_t to)
{
    delivery_make_room(delivery);
    delivery->gaps[delivery->gap_count++] = (delivery_gap_t){ .from = from, .to = to };
}

static void
delivery_insert_gap(delivery_t *delivery, uint32_t idx, delivery_gap_t gap)
{
    memmove(&delivery->gaps[idx + 1], &delivery->gaps[idx],
            (delivery->gap_count - idx) * sizeof *delivery->gaps);
    delivery->gaps[idx] = gap;
    delivery->gap_count++;
}

/* A number of a gap has come late. */
static void
delivery_fill_gap(delivery_t *delivery, uint32_t idx, int64_t number)
{
    delivery_gap_t *gap = &delivery->gaps[idx];

    if (gap->from == number && gap->to == number) {
        delivery_drop_gap(delivery, idx);
    } else if (gap->from == number) {
        gap->from++;
    } else if (gap->to == number) {
        gap->to--;
    } else {
        delivery_gap_t upper = { .from = number + 1, .to = gap->to };

        gap->to = number - 1;
        delivery_make_room(delivery);
        delivery_insert_gap(delivery, delivery_gap_index(delivery, number), upper);
    }
}

bool
delivery_has_seen(const delivery_t *delivery, int64_t number)
{
    uint32_t i;

    if (!delivery->started || number > delivery->last || number < delivery->origin) {
        return false;
    }
    if (number < delivery->known_from) {
        return true;
    }
    i = delivery_gap_index(delivery, number);
    return i == delivery->gap_count || delivery->gaps[i].from > number;
}

/* How many numbers are in both ranges. */
static int64_t
delivery_common(int64_t from, int64_t to, int64_t other_from, int64_t other_to)
{
    int64_t common = MIN(to, other_to) - MAX(from, other_from) + 1;

    return MAX(common, 0);
}

int64_t
delivery_unseen(const delivery_t *delivery, int64_t from, int64_t to)
{
    int64_t unseen;

    if (!delivery->started) {
        return to - from + 1;
    }
    unseen = delivery_common(from, to, from, delivery->origin - 1)
             + delivery_common(from, to, delivery->last + 1, to);
    for (uint32_t i = 0; i < delivery->gap_count; i++) {
        unseen += delivery_common(from, to, delivery->gaps[i].from, delivery->gaps[i].to);
    }
    return unseen;
}

/* A number from before the first one seen. */
static void
delivery_lower_origin(delivery_t *delivery, int64_t number)
{
    if (delivery->known_from == delivery->origin) {
        delivery->known_from = number;
    }
    if (number + 1 < delivery->origin) {
        delivery_make_room(delivery);
        delivery_insert_gap(delivery, 0,
                            (delivery_gap_t){ .from = number + 1, .to = delivery->origin - 1 });
    }
    delivery->origin = number;
}

static delivery_step_t
delivery_see_earlier(delivery_t *delivery, int64_t number)
{
    if (delivery_has_seen(delivery, number)) {
        return DELIVERY_SEEN;
    }
    if (number < delivery->origin) {
        delivery_lower_origin(delivery, number);
    } else {
        delivery_fill_gap(delivery, delivery_gap_index(delivery, number), number);
    }
    return DELIVERY_BACKWARDS;
}

delivery_step_t
delivery_see(delivery_t *delivery, int64_t number, int64_t *skipped)
{
    *skipped = 0;
    if (!delivery->started) {
        delivery->started = true;
        delivery->origin = delivery->known_from = delivery->last = number;
        return DELIVERY_FIRST;
    }
    if (number <= delivery->last) {
        return delivery_see_earlier(delivery, number);
    }
    *skipped = number - delivery->last - 1;
    if (*skipped > 0) {
        delivery_add_gap(delivery, delivery->last + 1, number - 1);
    }
    delivery->last = number;
    return *skipped > 0 ? DELIVERY_SKIPPED : DELIVERY_NEXT;
}

static delivery_message_t *
delivery_slot(const delivery_t *delivery, int64_t number)
{
    return &delivery->recent[(uint64_t)number & (delivery->recent_size - 1)];
}

static void
delivery_grow(delivery_t *delivery)
{
    delivery_message_t *old = delivery->recent;
    uint32_t old_size = delivery->recent_size;

    delivery->recent_size = old_size > 0 ? old_size * 2 : FIRST_RECENT;
    delivery->recent =
        wmem_alloc0_array(wmem_file_scope(), delivery_message_t, delivery->recent_size);
    for (uint32_t i = 0; i < old_size; i++) {
        if (old[i].frame != 0) {
            *delivery_slot(delivery, old[i].number) = old[i];
        }
    }
    wmem_free(wmem_file_scope(), old);
}

delivery_message_t *
delivery_keep(delivery_t *delivery, const delivery_rules_t *rules, int64_t number, uint32_t frame,
              int64_t when)
{
    delivery_message_t *message;

    if (delivery->recent_size == 0) {
        delivery_grow(delivery);
    }
    message = delivery_slot(delivery, number);
    while (message->frame != 0 && message->number != number
           && when - message->when <= rules->keep_for
           && delivery->recent_size < rules->max_recent
           && delivery->recent_used >= delivery->recent_size / SLOTS_PER_MESSAGE) {
        delivery_grow(delivery);
        message = delivery_slot(delivery, number);
    }
    delivery->recent_used += message->frame == 0;
    *message = (delivery_message_t){ .number = number, .frame = frame, .when = when };
    return message;
}

delivery_message_t *
delivery_find(const delivery_t *delivery, int64_t number)
{
    delivery_message_t *message;

    if (delivery->recent_size == 0) {
        return NULL;
    }
    message = delivery_slot(delivery, number);
    return message->frame != 0 && message->number == number ? message : NULL;
}
