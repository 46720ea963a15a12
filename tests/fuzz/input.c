/* input.c
 * The format of an input: an options byte, then packets, each of a header of
 * HEADER_SIZE bytes and its payload.  There is no invalid input.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "fuzz.h"

#define HEADER_SIZE 8
#define BACKWARDS 0x80
#define MAX_EXPONENT 31

static void
read_header(fuzz_packet_t *packet, const uint8_t *header)
{
    packet->from = header[0] & 15;
    packet->to = header[0] >> 4;
    packet->flags = header[1];
    packet->exponent = header[2] & MAX_EXPONENT;
    packet->backwards = (header[2] & BACKWARDS) != 0;
    packet->mantissa = header[3];
    packet->cut = header[4];
    packet->id = header[5];
    packet->size = (uint16_t)(header[6] | header[7] << 8);
}

void
fuzz_input_read(fuzz_input_t *input, const uint8_t *data, size_t size)
{
    input->count = 0;
    input->options = size > 0 ? data[0] : 0;
    for (size_t offset = 1; offset + HEADER_SIZE <= size && input->count < FUZZ_MAX_PACKETS;) {
        fuzz_packet_t *packet = &input->packets[input->count++];

        read_header(packet, &data[offset]);
        offset += HEADER_SIZE;
        packet->size = (uint16_t)MIN(packet->size, MIN(size - offset, FUZZ_MAX_PAYLOAD));
        packet->data = &data[offset];
        offset += packet->size;
    }
}

static void
write_header(const fuzz_packet_t *packet, uint8_t *header)
{
    header[0] = (uint8_t)(packet->from | packet->to << 4);
    header[1] = packet->flags;
    header[2] = (uint8_t)(packet->exponent | (packet->backwards ? BACKWARDS : 0));
    header[3] = packet->mantissa;
    header[4] = (uint8_t)MIN(packet->cut, UINT8_MAX);
    header[5] = packet->id;
    header[6] = (uint8_t)packet->size;
    header[7] = (uint8_t)(packet->size >> 8);
}

size_t
fuzz_input_write(const fuzz_input_t *input, uint8_t *data, size_t room)
{
    size_t offset = 0;

    if (room == 0) {
        return 0;
    }
    data[offset++] = input->options;
    for (unsigned i = 0; i < input->count; i++) {
        const fuzz_packet_t *packet = &input->packets[i];

        if (room - offset < HEADER_SIZE + (size_t)packet->size) {
            break;
        }
        write_header(packet, &data[offset]);
        memcpy(&data[offset + HEADER_SIZE], packet->data, packet->size);
        offset += HEADER_SIZE + packet->size;
    }
    return offset;
}
