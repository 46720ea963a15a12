/* story-headers.c
 * What carries a message, by the words of `carrier`, outermost first:
 *
 *   ethernet cooked cooked2   the frame (Ethernet II, or 802.3 around snap)
 *   vlan:N qinq:N             an 802.1Q or 802.1ad tag
 *   raw                       a packet whose IP header is part of the message
 *   snap                      LLC and SNAP
 *   type:N                    the ethertype of a message without IP
 *   ip:N ip6:N                IPv4, IPv6 with this protocol
 *   udp:N                     UDP from and to this port
 *   pad:N                     zeros up to N bytes, behind everything
 *   padded:N                  the same behind what is inside; 802.3 counts them
 *   trailer:HEX               bytes behind everything
 *
 * Addresses and the like are the values of the piece `headers`.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "story.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const draft_t *draft;
    packet_t *packet;
    endpoint_t from, to;
    uint16_t type;     /* of what is inside so far */
    bool is_llc;       /* LLC inside: the frame has a length, not a type */
    bool is_ipv6;      /* UDP's checksum is over such addresses */
} wrap_t;

static uint64_t
number(const wrap_t *w, const char *name)
{
    return draft_header(w->draft, name)->number;
}

static void
read_endpoints(wrap_t *w)
{
    const draft_t *d = w->draft;
    const uint8_t *from = draft_header(d, "ip.src")->bytes, *to = draft_header(d, "ip.dst")->bytes;

    memcpy(w->from.ether, draft_header(d, "eth.src")->bytes, 6);
    memcpy(w->to.ether, draft_header(d, "eth.dst")->bytes, 6);
    for (unsigned i = 0; i < 4; i++) {
        w->from.ipv4 = w->from.ipv4 << 8 | from[i];
        w->to.ipv4 = w->to.ipv4 << 8 | to[i];
    }
    memcpy(w->from.ipv6, draft_header(d, "ip6.src")->bytes, 16);
    memcpy(w->to.ipv6, draft_header(d, "ip6.dst")->bytes, 16);
}

/* --- The headers ----------------------------------------------------------- */

/* The fragment "OFFSET:SIZE" of the packet only. */
static void
cut_fragment(wrap_t *w)
{
    static packet_t fragment;
    unsigned offset, size;
    const char *words = draft_header(w->draft, "ip.fragment")->text;

    if (*words == '\0')
        return;
    if (sscanf(words, "%u:%u", &offset, &size) != 2)
        line_fail(w->draft->line, "a fragment is OFFSET:SIZE, not %s", words);
    packet_ipv4_fragment(&fragment, w->packet, offset, size);
    *w->packet = fragment;
}

static void
wrap_ip(wrap_t *w, unsigned protocol)
{
    wrap_ipv4(w->packet, &w->from, &w->to, (uint8_t)protocol, (uint16_t)number(w, "ip.id"),
              (uint8_t)number(w, "ip.ttl"));
    cut_fragment(w);
    w->type = ETHERTYPE_IP4;
}

static void
wrap_ip6(wrap_t *w, unsigned protocol)
{
    wrap_ipv6(w->packet, &w->from, &w->to, (uint8_t)protocol, (uint8_t)number(w, "ip.ttl"));
    w->type = ETHERTYPE_IP6;
}

static void
wrap_udp(wrap_t *w, unsigned port)
{
    uint16_t from = (uint16_t)number(w, "udp.src"), to = (uint16_t)number(w, "udp.dst");

    (w->is_ipv6 ? wrap_udp6 : wrap_udp4)(w->packet, &w->from, &w->to,
                                         from != 0 ? from : (uint16_t)port,
                                         to != 0 ? to : (uint16_t)port);
}

static void
wrap_frame(wrap_t *w, unsigned unused)
{
    (void)unused;
    if (w->is_llc)
        wrap_ieee8023(w->packet, &w->from, &w->to);
    else
        wrap_ethernet(w->packet, &w->from, &w->to, w->type);
}

/* Direction: 4 is "sent by us", 3 "to another host", 2 multicast. */
static uint8_t
direction(const wrap_t *w)
{
    uint64_t given = number(w, "cooked.direction");

    if (given != 0xff)
        return (uint8_t)given;
    return w->to.ether[0] & 1 ? COOKED_MULTICAST : COOKED_TO_OTHER;
}

static void
wrap_sll(wrap_t *w, unsigned unused)
{
    (void)unused;
    wrap_cooked(w->packet, &w->from, direction(w), w->type);
}

static void
wrap_sll2(wrap_t *w, unsigned unused)
{
    (void)unused;
    wrap_cooked2(w->packet, &w->from, direction(w), w->type,
                 (uint32_t)number(w, "cooked.interface"));
}

static void
wrap_tag(wrap_t *w, unsigned id)
{
    wrap_vlan(w->packet, (uint16_t)id, w->type);
    w->type = ETHERTYPE_VLAN;
}

static void
wrap_qinq(wrap_t *w, unsigned id)
{
    wrap_vlan(w->packet, (uint16_t)id, w->type);
    w->type = ETHERTYPE_QINQ;
}

static void
wrap_llc(wrap_t *w, unsigned unused)
{
    (void)unused;
    wrap_snap(w->packet, w->type);
    w->is_llc = true;
}

static void
set_type(wrap_t *w, unsigned type)
{
    w->type = (uint16_t)type;
}

static void
leave_raw(wrap_t *w, unsigned unused)
{
    (void)w;
    (void)unused;
}

static void
pad(wrap_t *w, unsigned length)
{
    packet_pad(w->packet, length);
}

static const struct {
    const char *name;
    void (*wrap)(wrap_t *w, unsigned argument);
} headers[] = {
    { "ethernet", wrap_frame }, { "cooked", wrap_sll }, { "cooked2", wrap_sll2 },
    { "vlan", wrap_tag },       { "qinq", wrap_qinq },  { "snap", wrap_llc },
    { "type", set_type },       { "ip", wrap_ip },      { "ip6", wrap_ip6 },
    { "udp", wrap_udp },          { "padded", pad },
    { "raw", leave_raw },
};

/* --- All of them ------------------------------------------------------------ */

static bool
is_word(const char *word, const char *name, unsigned *argument)
{
    size_t length = strlen(name);

    if (strncmp(word, name, length) != 0 || (word[length] != '\0' && word[length] != ':'))
        return false;
    *argument = word[length] == ':' ? (unsigned)strtoul(word + length + 1, NULL, 0) : 0;
    return true;
}

static void
wrap(wrap_t *w, const char *word)
{
    unsigned argument;

    for (unsigned i = 0; i < sizeof headers / sizeof headers[0]; i++) {
        if (!is_word(word, headers[i].name, &argument))
            continue;
        headers[i].wrap(w, argument);
        return;
    }
    if (!is_word(word, "pad", &argument) && !is_word(word, "trailer", &argument))
        line_fail(w->draft->line, "no header: %s", word);
}

/* What lies behind the frame. */
static void
append(wrap_t *w, const words_t *carrier)
{
    const char *trailer = draft_header(w->draft, "eth.trailer")->text;
    unsigned argument;

    for (unsigned i = 0; i < carrier->count; i++) {
        if (is_word(carrier->words[i], "pad", &argument))
            pad(w, argument);
        else if (is_word(carrier->words[i], "trailer", &argument))
            packet_hex(w->packet, carrier->words[i] + strlen("trailer:"));
    }
    packet_hex(w->packet, trailer);
}

void
headers_wrap(draft_t *draft, const words_t *carrier, packet_t *packet)
{
    wrap_t w = { .draft = draft, .packet = packet };
    unsigned unused;

    *packet = *draft->packet;
    read_endpoints(&w);
    for (unsigned i = 0; i < carrier->count; i++)
        w.is_ipv6 |= is_word(carrier->words[i], "ip6", &unused);
    for (unsigned i = carrier->count; i-- > 0;)
        wrap(&w, carrier->words[i]);
    append(&w, carrier);
}

int
headers_link_type(const words_t *carrier)
{
    const char *outermost = carrier->count > 0 ? carrier->words[0] : "ethernet";

    if (strcmp(outermost, "cooked") == 0)
        return LINK_COOKED;
    if (strcmp(outermost, "cooked2") == 0)
        return LINK_COOKED2;
    if (strncmp(outermost, "ip", 2) == 0 || strcmp(outermost, "raw") == 0)
        return LINK_RAW_IP;
    return LINK_ETHERNET;
}
