/* story-headers.c
 * What carries a message, by the words of `carrier`, outermost first.  Each is a
 * piece of layouts/headers, perhaps with an argument ("vlan:7").  What a table
 * cannot say is here: checksums, fragments, padding.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { IPV4_CHECKSUM = 10, IPV4_HEADER = 20, IPV4_MORE_FRAGMENTS = 0x2000 };
enum { PROTOCOL_UDP = 17, UDP_CHECKSUM = 6 };

/* The header that a word of a carrier names, or NULL, and its argument. */
static const piece_t *
header_of(const layout_t *layout, const char *word, uint64_t *argument)
{
    char **parts = g_strsplit(word, ":", 2);
    const piece_t *piece = text_named(layout->pieces, parts[0]);

    *argument = parts[1] != NULL ? strtoull(parts[1], NULL, 0) : 0;
    g_strfreev(parts);
    return piece;
}

/* --- Checksums and fragments -------------------------------------------------- */

/* UDP's checksum is over the addresses, too, of the IP version around it. */
static void
add_udp_checksum(const draft_t *d, GByteArray *packet, bool is_ipv6)
{
    const slot_t *from = draft_header(d, is_ipv6 ? "ip6.src" : "ip.src");
    const slot_t *to = draft_header(d, is_ipv6 ? "ip6.dst" : "ip.dst");
    uint32_t sum = PROTOCOL_UDP + packet->len;
    uint16_t checksum;

    sum = checksum_add(sum, from->address, from->field->size);
    sum = checksum_add(sum, to->address, to->field->size);
    checksum = checksum_of(checksum_add(sum, packet->data, packet->len));
    draft_put(packet->data + UDP_CHECKSUM, checksum != 0 ? checksum : 0xffff, 2, true);
}

/* The fragment "OFFSET:SIZE" of what IPv4 carries only. */
static void
take_fragment(draft_t *d, GByteArray *data)
{
    const char *words = draft_header(d, "ip.fragment")->text;
    unsigned offset = 0, size = data->len;
    bool is_last;

    if (*words != '\0' && sscanf(words, "%u:%u", &offset, &size) != 2)
        line_fail(d->line, "a fragment is OFFSET:SIZE, not %s", words);
    is_last = offset + size == data->len;
    if (offset % 8 != 0 || offset + size > data->len || (!is_last && size % 8 != 0))
        line_fail(d->line, "no fragment of %u bytes at %u of %u", size, offset, data->len);
    g_byte_array_set_size(data, offset + size);
    g_byte_array_remove_range(data, 0, offset);
    d->fragment = offset / 8 | (is_last ? 0 : IPV4_MORE_FRAGMENTS);
}

/* --- All of them --------------------------------------------------------------- */

/* Work on what a header will carry. */
static void
prepare(draft_t *d, const char *header, GByteArray *inside)
{
    bool is_ipv6 = text_is(header, "ip6"), is_ip = text_is(header, "ip") || is_ipv6;

    if (is_ip && d->argument == PROTOCOL_UDP)
        add_udp_checksum(d, inside, is_ipv6);
    if (is_ip && !is_ipv6)
        take_fragment(d, inside);
    while (text_is(header, "pad") && inside->len < d->argument)
        g_byte_array_append(inside, (const uint8_t *)"", 1);
}

/* A header in front of what is inside. */
static GByteArray *
wrap(draft_t *d, GByteArray *inside, const piece_t *header)
{
    GPtrArray *slots = g_ptr_array_new_with_free_func(g_free);
    GByteArray *packet;

    prepare(d, header->name, inside);
    draft_add(slots, header);
    packet = draft_bytes(d, slots, inside);
    if (text_is(header->name, "ip"))
        draft_put(packet->data + IPV4_CHECKSUM,
                  checksum_of(checksum_add(0, packet->data, IPV4_HEADER)), 2, true);
    if (!text_is(header->name, "pad"))
        d->inside = header->ethertype >= 0 ? (uint64_t)header->ethertype : d->argument;
    g_ptr_array_unref(slots);
    g_byte_array_unref(inside);
    return packet;
}

GByteArray *
headers_wrap(draft_t *d, const GPtrArray *carrier, const GByteArray *message)
{
    GByteArray *packet = g_byte_array_append(g_byte_array_new(), message->data, message->len);
    const char *own = draft_header(d, "frame.carrier")->text;

    if (*own != '\0')
        carrier = text_split(own);
    d->inside = 0;
    for (unsigned i = carrier->len; i-- > 0;) {
        const piece_t *header = header_of(d->layout, carrier->pdata[i], &d->argument);

        if (header == NULL)
            line_fail(d->line, "no header: %s", (char *)carrier->pdata[i]);
        packet = wrap(d, packet, header);
    }
    draft_hex(d, packet, draft_header(d, "eth.trailer")->text);
    return packet;
}

int
headers_link_type(const layout_t *layout, const GPtrArray *carrier)
{
    uint64_t argument;

    for (unsigned i = 0; i < carrier->len; i++) {
        const piece_t *header = header_of(layout, carrier->pdata[i], &argument);

        if (header != NULL && header->link != 0)
            return header->link;
    }
    return 0;
}
