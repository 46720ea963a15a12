/* sweep.c
 * Cuts and lies, all of them: each message of the inputs
 *
 *   - ends after each of its bytes, once as a datagram that is shorter, once
 *     cut by the capture's snap length;
 *   - lies: each byte, and each two and four bytes, are set to extremes, so
 *     each length, count and index it has is, too.
 *
 * Each frame passes the checks of checks.c, and its cost is bounded.
 *
 *     FUZZ_PROTOCOL=cman sweep EVERY INPUT...
 *
 * takes every EVERY-th message.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

static fuzz_input_t batch;
static uint8_t batch_bytes[FUZZ_MAX_PACKETS][FUZZ_MAX_PAYLOAD];

static void
run_batch(void)
{
    if (batch.count > 0) {
        fuzz_session_run(&batch);
    }
    batch.count = 0;
}

/* A copy of the message, to be changed: the next packet of the batch. */
static uint8_t *
add_packet(const fuzz_packet_t *message, fuzz_packet_t **packet)
{
    uint8_t *bytes;

    if (batch.count == FUZZ_MAX_PACKETS) {
        run_batch();
    }
    bytes = batch_bytes[batch.count];
    *packet = &batch.packets[batch.count++];
    **packet = *message;
    memcpy(bytes, message->data, message->size);
    (*packet)->data = bytes;
    return bytes;
}

static void
cut_at(const fuzz_packet_t *message, uint16_t size)
{
    fuzz_packet_t *packet;
    uint8_t *bytes;

    add_packet(message, &packet);
    packet->size = size;
    add_packet(message, &packet);
    packet->flags |= FUZZ_CUT;
    packet->cut = (uint16_t)(message->size - size);
    if (fuzz_protocol == FUZZ_NISCA && size >= 2) { /* shorter, and its Length says so */
        bytes = add_packet(message, &packet);
        packet->size = size;
        bytes[0] = (uint8_t)(size - 2);
        bytes[1] = (uint8_t)((size - 2) >> 8);
    }
}

static void
lie_at(const fuzz_packet_t *message, unsigned at, unsigned width)
{
    static const uint64_t extremes[] = { 0, 1, 0x7f7f7f7f, 0x80808080, 0xfefefefe, 0xffffffff,
                                         0x7fffffff, 0x80000000 };
    fuzz_packet_t *packet;

    for (unsigned i = 0; i < array_length(extremes); i++) {
        uint8_t *bytes = add_packet(message, &packet);

        for (unsigned j = 0; j < width; j++) { /* from either end */
            unsigned byte = i < 6 ? j : width - 1 - j;

            bytes[at + j] = (uint8_t)(extremes[i] >> 8 * byte);
        }
    }
}

static void
sweep_message(const fuzz_packet_t *message)
{
    for (uint16_t size = 0; size < message->size; size++) {
        cut_at(message, size);
    }
    for (unsigned width = 1; width <= 4; width *= 2) {
        for (unsigned at = 0; at + width <= message->size; at++) {
            lie_at(message, at, width);
        }
    }
    run_batch();
}

/* Messages that differ in numbers only are one kind; which are so is told by
 * their length and the bytes that say what they are. */
static bool
is_new_kind(const fuzz_packet_t *message)
{
    static GHashTable *known;
    unsigned type = fuzz_protocol == FUZZ_CMAN ? 20 : fuzz_protocol == FUZZ_NISCA ? 16 : 0;
    char *kind = g_strdup_printf("%u %u %u %u", message->size, message->flags & FUZZ_IPV6,
                                 message->size > type ? message->data[type] : 0,
                                 message->size > 44 ? message->data[44] : 0);

    if (known == NULL) {
        known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    }
    return g_hash_table_add(known, kind);
}

static void
sweep_input(const char *path, unsigned every)
{
    static unsigned seen;
    fuzz_input_t input;
    char *bytes;
    size_t size;

    if (!g_file_get_contents(path, &bytes, &size, NULL)) {
        fuzz_fail("cannot read %s", path);
    }
    fuzz_input_read(&input, (const uint8_t *)bytes, size);
    for (unsigned i = 0; i < input.count; i++) {
        if (is_new_kind(&input.packets[i]) && seen++ % every == 0) {
            sweep_message(&input.packets[i]);
        }
    }
    g_free(bytes);
}

int
main(int argc, char **argv)
{
    unsigned every = argc > 2 ? (unsigned)strtoul(argv[1], NULL, 10) : 0;

    if (every == 0) {
        fuzz_fail("usage: sweep EVERY INPUT...");
    }
    fuzz_choose_protocol();
    fuzz_session_start();
    for (int i = 2; i < argc; i++) {
        sweep_input(argv[i], every);
    }
    printf("%s: %u frames, at most %u tree items and %.1f ms each\n", fuzz_protocol_name,
           fuzz_cost.frames, fuzz_cost.items, (double)fuzz_cost.ns / 1e6);
    return 0;
}
