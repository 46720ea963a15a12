/* mutate.c
 * Changes to an input that keep its packets whole: libFuzzer's own changes
 * know nothing of packets, and would shift all that follow.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "fuzz.h"

#define MAX_CHANGES 3
#define SCRATCH (1u << 20)

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *data1, size_t size1, const uint8_t *data2,
                                 size_t size2, uint8_t *out, size_t max_out, unsigned seed);

static uint64_t random_state;

static unsigned
random_below(unsigned limit)
{
    random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return limit > 0 ? (unsigned)(random_state >> 33) % limit : 0;
}

static fuzz_packet_t *
any_packet(fuzz_input_t *input)
{
    return &input->packets[random_below(input->count)];
}

/* New bytes for a packet: payloads point into the old input until it is
 * written anew. */
static uint8_t *
new_bytes(unsigned size)
{
    static uint8_t scratch[SCRATCH];
    static unsigned used;

    if (used + size > sizeof scratch) {
        used = 0;
    }
    used += size;
    return &scratch[used - size];
}

static uint8_t *
own_bytes(fuzz_packet_t *packet)
{
    uint8_t *bytes = new_bytes(FUZZ_MAX_PAYLOAD);

    memcpy(bytes, packet->data, packet->size);
    packet->data = bytes;
    return bytes;
}

/* --- Changes of one packet --------------------------------------------------- */

static void
change_payload(fuzz_input_t *input)
{
    fuzz_packet_t *packet = any_packet(input);
    uint8_t *bytes = own_bytes(packet);

    packet->size = (uint16_t)LLVMFuzzerMutate(bytes, packet->size, FUZZ_MAX_PAYLOAD);
}

static void
change_size(fuzz_input_t *input)
{
    fuzz_packet_t *packet = any_packet(input);
    uint8_t *bytes = own_bytes(packet);
    unsigned size = random_below(packet->size + 16u);

    if (size > packet->size) {
        memset(&bytes[packet->size], 0, size - packet->size);
    }
    packet->size = (uint16_t)size;
}

static void
change_carrier(fuzz_input_t *input)
{
    fuzz_packet_t *packet = any_packet(input);

    switch (random_below(8)) {
    case 0:
        packet->from = (uint8_t)random_below(16);
        break;
    case 1:
        packet->to = (uint8_t)random_below(16);
        break;
    case 2:
        packet->flags ^= (uint8_t)(1u << random_below(8));
        break;
    case 3:
        packet->exponent = (uint8_t)random_below(32);
        packet->mantissa = (uint8_t)random_below(256);
        break;
    case 4:
        packet->backwards = !packet->backwards;
        break;
    case 5:
        packet->cut = (uint8_t)random_below(256);
        packet->flags |= FUZZ_CUT;
        break;
    case 6:
        packet->backwards = true;
        packet->mantissa = 0;
        break;
    default:
        packet->id++;
    }
}

/* A number of 1, 2 or 4 bytes becomes one of those that are forgotten. */
static void
set_extreme(fuzz_input_t *input)
{
    static const uint32_t extremes[] = { 0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xfffe, 0xffff,
                                         0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff };
    fuzz_packet_t *packet = any_packet(input);
    uint32_t number = extremes[random_below(array_length(extremes))];
    unsigned width = 1u << random_below(3);
    uint8_t *bytes = own_bytes(packet);
    unsigned at;

    if (packet->size < width) {
        return;
    }
    at = random_below(packet->size - width + 1);
    for (unsigned i = 0; i < width; i++) {
        bytes[at + i] = (uint8_t)(number >> 8 * i);
    }
}

/* --- Changes of what packets have to do with each other -------------------------- */

static void
insert(fuzz_input_t *input, unsigned at, fuzz_packet_t packet)
{
    if (input->count == FUZZ_MAX_PACKETS) {
        return;
    }
    memmove(&input->packets[at + 1], &input->packets[at],
            (input->count - at) * sizeof *input->packets);
    input->packets[at] = packet;
    input->count++;
}

static void
repeat_packet(fuzz_input_t *input)
{
    insert(input, random_below(input->count + 1), *any_packet(input));
}

/* Another place shows it, too: soon after, as a file has it that mergecap wrote. */
static void
mirror_packet(fuzz_input_t *input)
{
    unsigned at = random_below(input->count);
    fuzz_packet_t packet = input->packets[at];

    packet.flags ^= (uint8_t)(1 + random_below(FUZZ_POINT));
    packet.exponent = (uint8_t)random_below(8);
    packet.mantissa = (uint8_t)random_below(256);
    packet.backwards = false;
    insert(input, at + 1, packet);
}

/* The whole capture, once more by another place. */
static void
mirror_all(fuzz_input_t *input)
{
    unsigned count = input->count;
    uint8_t other = (uint8_t)(1 + random_below(FUZZ_POINT));

    for (unsigned i = 0; i < count && input->count < FUZZ_MAX_PACKETS; i++) {
        fuzz_packet_t packet = input->packets[2 * (size_t)i];

        packet.flags ^= other;
        packet.exponent = 0;
        insert(input, 2 * i + 1, packet);
    }
}

static void
drop_packet(fuzz_input_t *input)
{
    unsigned at = random_below(input->count);

    if (input->count > 1) {
        input->count--;
        memmove(&input->packets[at], &input->packets[at + 1],
                (input->count - at) * sizeof *input->packets);
    }
}

static void
exchange_packets(fuzz_input_t *input)
{
    fuzz_packet_t *one = any_packet(input), *other = any_packet(input);
    fuzz_packet_t kept = *one;

    *one = *other;
    *other = kept;
}

/* A few bytes of one packet at the same place of another, perhaps one more:
 * that is how sequence numbers, node ids and names belong together. */
static void
copy_number(fuzz_input_t *input)
{
    const fuzz_packet_t *from = any_packet(input);
    fuzz_packet_t *to = any_packet(input);
    unsigned width = 1u << random_below(4), room = MIN(from->size, to->size), at;
    uint8_t *bytes = own_bytes(to);

    if (room < width) {
        return;
    }
    at = random_below(room - width + 1);
    memcpy(&bytes[at], &from->data[at], width);
    bytes[at] = (uint8_t)(bytes[at] + random_below(3));
}

/* Two fields of one packet change places: a sequence number becomes an
 * acknowledgment, the sender the receiver. */
static void
turn_round(fuzz_input_t *input)
{
    /* Where the two are, and their width: cman's ports, numbers and node ids;
     * NISCA's DX addresses, classic and extended numbers, connection ids. */
    static const uint8_t pairs[][3] = {
        { 0, 1, 1 },
        { 2, 4, 2 },
        { 12, 16, 4 },
        { 2, 10, 6 },
        { 18, 20, 2 },
        { 26, 30, 4 },
        { 33, 37, 4 },
        { 49, 53, 4 },
    };
    const uint8_t *pair = pairs[random_below(array_length(pairs))];
    fuzz_packet_t packet = *any_packet(input);
    uint8_t *bytes = own_bytes(&packet), kept;
    uint8_t from = packet.from;

    if (pair[1] + pair[2] > packet.size) {
        return;
    }
    for (unsigned i = 0; i < pair[2]; i++) {
        kept = bytes[pair[0] + i];
        bytes[pair[0] + i] = bytes[pair[1] + i];
        bytes[pair[1] + i] = kept;
    }
    packet.from = packet.to;
    packet.to = from;
    insert(input, random_below(input->count + 1), packet);
}

static void
change_options(fuzz_input_t *input)
{
    input->options ^= (uint8_t)(1u << random_below(7));
}

/* Often wanted changes are listed more than once. */
static void (*const changes[])(fuzz_input_t *) = {
    change_payload,
    change_payload,
    change_payload,
    change_payload,
    change_carrier,
    change_carrier,
    set_extreme,
    copy_number,
    copy_number,
    repeat_packet,
    drop_packet,
    exchange_packets,
    change_size,
    turn_round,
    turn_round,
    change_options,
    mirror_packet,
    mirror_all,
};

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
    static fuzz_input_t input;
    uint8_t *out;

    random_state = seed;
    fuzz_input_read(&input, data, size);
    if (input.count == 0) {
        return LLVMFuzzerMutate(data, size, max_size);
    }
    for (unsigned left = 1 + random_below(MAX_CHANGES); left > 0; left--) {
        changes[random_below(array_length(changes))](&input);
    }
    out = (uint8_t *)g_malloc(max_size);
    size = fuzz_input_write(&input, out, max_size);
    memcpy(data, out, size);
    g_free(out);
    return size;
}

/* The beginning of one input, the end of another. */
size_t
LLVMFuzzerCustomCrossOver(const uint8_t *data1, size_t size1, const uint8_t *data2, size_t size2,
                          uint8_t *out, size_t max_out, unsigned seed)
{
    static fuzz_input_t input, other;

    random_state = seed;
    fuzz_input_read(&input, data1, size1);
    fuzz_input_read(&other, data2, size2);
    input.count = random_below(input.count + 1);
    for (unsigned i = random_below(other.count); i < other.count; i++) {
        insert(&input, input.count, other.packets[i]);
    }
    return fuzz_input_write(&input, out, max_out);
}
