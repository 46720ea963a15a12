/* make-nisca.c
 * Builders for NISCA messages.  What is in which byte follows "OpenVMS Cluster
 * Systems", appendix F, and frames of real nodes; names and numbers are made up.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-nisca.h"

#include <string.h>

#define ETHERNET_MINIMUM 60u

/* The last two bytes of both kinds of address are little-endian: the system
 * id, and the group number + 256. */
endpoint_t
nisca_node(uint16_t systemid)
{
    endpoint_t node = { .ether = { 0xaa, 0x00, 0x04, 0x00, systemid & 0xff, systemid >> 8 } };

    return node;
}

endpoint_t
nisca_group(uint16_t group)
{
    uint16_t last = (uint16_t)(group + 256);
    endpoint_t all = { .ether = { 0xab, 0x00, 0x04, 0x01, last & 0xff, last >> 8 } };

    return all;
}

void
nisca_dx(packet_t *p, const endpoint_t *from, const endpoint_t *to, uint16_t group)
{
    packet_clear(p);
    packet_le16(p, 0);
    packet_bytes(p, to->ether, 6);
    packet_le16(p, group);
    packet_bytes(p, from->ether, 6);
}

void
nisca_set_length(packet_t *p)
{
    packet_patch_le16(p, 0, (uint16_t)(p->length - 2));
}

void
nisca_wrap(packet_t *p, const endpoint_t *from, const endpoint_t *to)
{
    nisca_set_length(p);
    wrap_ethernet(p, from, to, ETHERTYPE_NISCA);
    packet_pad(p, ETHERNET_MINIMUM);
}

uint64_t
nisca_time(int64_t time)
{
    const uint64_t days_to_1970 = 40587;

    return (days_to_1970 * 86400) * 10000000 + (uint64_t)time / 100;
}

/* --- Channel control --------------------------------------------------------- */

nisca_cc_t
nisca_cc_typical(uint8_t flags, uint8_t minor, const char *nodename)
{
    static const unsigned sizes[] = { CC_SIZE_1, CC_SIZE_1, CC_SIZE_2, CC_SIZE_3 };
    nisca_cc_t cc = {
        .flags = CC_FLAG | CC_OK_XMT | flags, .maint = 0x80000008, .minor = minor, .major = 1,
        .nodename = nodename, .port_fcn = 0x83ff0180, .sta_info = 0x400, .pipe_quota = 24,
        .p_srv = 3, .service = "", .bus_buffer_size = 1426,
        .transmit_time = nisca_time(CAPTURE_START), .device_name = "EWB",
        .lan_hw_addr = { 0x02, 0, 0, 0, 0x11, 0x22 }, .device_type = 76, .node_hw_type = 1,
        .extension = { 31, 100, 0 }, .size = minor <= 3 ? sizes[minor] : CC_SIZE_5,
    };

    if (flags & CC_AUTHORIZE)
        cc.authorize[0] = 0x44332211;
    return cc;
}

void
nisca_cc(packet_t *p, const nisca_cc_t *cc)
{
    unsigned start = p->length;

    packet_u8(p, cc->flags);
    packet_u8(p, cc->reason);
    packet_le32(p, cc->maint);
    packet_u8(p, cc->minor);
    packet_u8(p, cc->major);
    packet_le16(p, cc->eco);
    packet_counted(p, cc->nodename, 8, '\0');
    packet_le32(p, cc->port_fcn);
    packet_le32(p, cc->sta_info);
    packet_bytes(p, cc->rst_port, 6);
    packet_u8(p, 0);
    packet_u8(p, cc->pipe_quota);
    packet_le16(p, cc->p_srv);
    packet_le16(p, cc->r_srv);
    packet_le32(p, cc->authorize[0]);
    packet_le32(p, cc->authorize[1]);
    packet_counted(p, cc->service, 16, '\0');
    packet_le16(p, cc->chan_seq);
    packet_le16(p, cc->bus_buffer_size);
    packet_le64(p, cc->transmit_time);
    packet_counted(p, cc->device_name, 16, '\0');
    packet_bytes(p, cc->lan_hw_addr, 6);
    packet_u8(p, cc->device_type);
    packet_u8(p, cc->node_hw_type);
    for (unsigned i = 0; i < 3; i++)
        packet_le16(p, cc->extension[i]);
    packet_shorten(p, start + cc->size);
}

/* --- Transport --------------------------------------------------------------- */

nisca_tr_t
nisca_tr_typical(uint8_t flags, uint32_t ack, uint32_t seq)
{
    return (nisca_tr_t){
        .flags = flags, .pad = 0x13, .ack = (uint16_t)ack, .seq = (uint16_t)seq, .chan_seq = 2,
        .pad_data_len = TR_PAD_DATA_LEN, .ext_ack = ack, .ext_seq = seq, .unknown3 = ack,
        .unknown4 = 1,
    };
}

void
nisca_tr_classic(packet_t *p, const nisca_tr_t *tr)
{
    packet_u8(p, tr->flags);
    packet_u8(p, tr->pad);
    packet_le16(p, tr->ack);
    packet_le16(p, tr->seq);
    packet_le16(p, tr->chan_seq);
    packet_u8(p, tr->pad_data_len);
}

void
nisca_tr_extended(packet_t *p, const nisca_tr_t *tr)
{
    nisca_tr_classic(p, tr);
    packet_u8(p, 0);
    packet_le32(p, tr->ext_ack);
    packet_le32(p, tr->ext_seq);
    packet_le32(p, tr->unknown3);
    packet_le16(p, tr->unknown4);
    packet_u8(p, tr->unknown5);
}

/* --- Above the TR header -------------------------------------------------------- */

void
nisca_ppd(packet_t *p, uint8_t opcode, uint16_t type, unsigned body)
{
    packet_u8(p, opcode);
    packet_le16(p, (uint16_t)(2 + body));
    packet_le16(p, type);
}

void
nisca_start(packet_t *p, const nisca_start_t *start)
{
    packet_le32(p, (uint32_t)start->systemid);
    packet_le16(p, (uint16_t)(start->systemid >> 32));
    packet_u8(p, start->protocol);
    packet_u8(p, 0);
    packet_le16(p, start->maxdg);
    packet_le16(p, start->maxmsg);
    packet_text(p, start->swtype, 4, ' ');
    packet_text(p, start->swvers, 4, ' ');
    packet_le64(p, start->swincarn);
    packet_text(p, start->hwtype, 4, ' ');
    packet_bytes(p, start->hwvers, sizeof start->hwvers);
    packet_text(p, start->nodename, 8, ' ');
    packet_le64(p, start->curtime);
}

void
nisca_scs(packet_t *p, uint16_t type, uint16_t credit, uint32_t dst_conid, uint32_t src_conid)
{
    packet_le16(p, type);
    packet_le16(p, credit);
    packet_le32(p, dst_conid);
    packet_le32(p, src_conid);
}

void
nisca_connect(packet_t *p, uint16_t min_credit, uint16_t status, const char *dst_process,
              const char *src_process, const char *data)
{
    packet_le16(p, min_credit);
    packet_le16(p, status);
    packet_text(p, dst_process, 16, ' ');
    packet_text(p, src_process, 16, ' ');
    packet_bytes(p, data, 16);
}

void
nisca_block(packet_t *p, const nisca_block_t *block)
{
    packet_le32(p, block->conid);
    packet_le32(p, block->rspid);
    packet_le32(p, block->length);
    packet_le32(p, block->sname);
    packet_le32(p, block->soff);
    packet_le32(p, block->rname);
    packet_le32(p, block->roff);
}

/* --- The captures ------------------------------------------------------------------ */

/* NISCA in UDP, with the Length word and without it: how real nodes do it is
 * not known. */
static void
make_udp(const char *folder)
{
    enum { PORT = 49152 };
    static packet_t p;
    capture_t *capture = capture_open(folder, "nisca-udp", LINK_ETHERNET);
    endpoint_t from = endpoint_node(1), to = endpoint_node(2);
    endpoint_t dx_from = nisca_node(8193), dx_to = nisca_node(8194);
    nisca_cc_t cc = nisca_cc_typical(CC_CCSTART | CC_AUTHORIZE, 6, "ORION");

    for (unsigned skipped = 0; skipped <= 2; skipped += 2) {
        nisca_dx(&p, &dx_from, &dx_to, 4000);
        nisca_cc(&p, &cc);
        nisca_set_length(&p);
        memmove(p.bytes, p.bytes + skipped, p.length - skipped);
        packet_shorten(&p, p.length - skipped);
        wrap_udp4(&p, &from, &to, PORT, PORT);
        wrap_ipv4(&p, &from, &to, PROTOCOL_UDP, 1, 64);
        wrap_ethernet(&p, &from, &to, ETHERTYPE_IP4);
        capture_add(capture, CAPTURE_START + skipped * SECOND, &p);
    }
    capture_close(capture);
}

void
make_nisca(const char *folder)
{
    make_udp(folder);
    make_nisca_hostile(folder);
}
