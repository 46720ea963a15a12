/* make-nisca-hostile.c
 * What no node should send, and what captures cut: nisca-short (the frame
 * itself ends early), nisca-cut (only the capture does), nisca-hostile (lies
 * and odd bytes).  tests/test_nisca_hostile.py knows what may be read of each.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "make-nisca.h"

enum { GROUP = 4000, FROM = 9217, TO = 9218 };

static const nisca_block_t BLOCK = { .conid = 1, .rspid = 2, .length = 3, .sname = 4, .soff = 5,
                                     .rname = 6, .roff = 7 };

static int64_t
next_time(const capture_t *capture)
{
    return CAPTURE_START + capture_frames(capture) * MILLISECOND;
}

/* --- Good messages, to be spoilt ------------------------------------------------------ */

static void
begin(packet_t *p)
{
    endpoint_t from = nisca_node(FROM), to = nisca_node(TO);

    nisca_dx(p, &from, &to, GROUP);
}

static void
wrap(packet_t *p)
{
    endpoint_t from = nisca_node(FROM), to = nisca_node(TO);

    wrap_ethernet(p, &from, &to, ETHERTYPE_NISCA);
}

static void
build_cc(packet_t *p, uint8_t minor)
{
    nisca_cc_t cc = nisca_cc_typical(CC_CCSTART | CC_AUTHORIZE, minor, "SERPENS");

    cc.service = "$4$DUA12:";
    begin(p);
    nisca_cc(p, &cc);
}

static void
build_cc_1(packet_t *p)
{
    build_cc(p, 1);
}

static void
build_cc_3(packet_t *p)
{
    build_cc(p, 3);
}

static void
build_cc_5(packet_t *p)
{
    build_cc(p, 5);
}

static void
begin_tr(packet_t *p, uint8_t flags)
{
    nisca_tr_t tr = nisca_tr_typical(flags, 0x00021234, 0x00035678);

    begin(p);
    if (flags & TR_CTL)
        nisca_tr_extended(p, &tr);
    else
        nisca_tr_classic(p, &tr);
}

static void
build_ack(packet_t *p)
{
    begin_tr(p, TR_CTL | TR_ACK);
}

static void
build_start(packet_t *p)
{
    nisca_start_t start = { .systemid = FROM, .protocol = 1, .maxdg = 576, .maxmsg = 216,
                            .swtype = "VMS", .swvers = "V8.4", .hwtype = "ALPH",
                            .nodename = "SERPENS" };

    begin_tr(p, TR_CTL | TR_DATA);
    nisca_ppd(p, PPC_SNT_DG, PPD_START, START_SIZE);
    nisca_start(p, &start);
}

static void
append_connect(packet_t *p)
{
    nisca_ppd(p, PPC_SNT_SEQ, PPD_SCS_MSG, SCS_SIZE + CONNECT_SIZE);
    nisca_scs(p, SCS_CONNECT_REQ, 5, 0, 0x00030001);
    nisca_connect(p, 1, 1, "SCA$TRANSPORT", "SCA$TRANSPORT", "0123456789abcdef");
}

static void
build_connect(packet_t *p)
{
    begin_tr(p, TR_CTL | TR_DATA | TR_SEQ | TR_ACK);
    append_connect(p);
}

static void
build_classic_connect(packet_t *p)
{
    begin_tr(p, TR_DATA | TR_SEQ | TR_ACK);
    append_connect(p);
}

static void
build_block(packet_t *p)
{
    begin_tr(p, TR_CTL | TR_DATA | TR_SEQ | TR_ACK);
    packet_u8(p, 4);
    nisca_block(p, &BLOCK);
    packet_fill(p, 0xdd, 5);
}

static void
build_message_with_data(packet_t *p)
{
    begin_tr(p, TR_CTL | TR_DATA | TR_SEQ | TR_ACK);
    nisca_ppd(p, PPC_SNT_DATWM, PPD_SCS_MSG, SCS_SIZE + 4);
    nisca_scs(p, SCS_APPL_MSG, 1, 0x00050002, 0x00030001);
    packet_fill(p, 0xaa, 4);
    nisca_block(p, &BLOCK);
    packet_fill(p, 0xdd, 5);
}

typedef void (*build_t)(packet_t *p);

static const build_t MESSAGES[] = {
    build_cc_1, build_cc_3, build_cc_5, build_ack, build_start, build_connect,
    build_classic_connect, build_block, build_message_with_data,
};

enum { MESSAGE_COUNT = sizeof MESSAGES / sizeof *MESSAGES };

/* --- Cut everywhere ------------------------------------------------------------------- */

/* The frame ends after each number of bytes; Length either still says the
 * whole size, or is as short as the frame. */
static void
add_short(capture_t *capture, build_t build, bool honest)
{
    static packet_t p;
    unsigned whole;

    build(&p);
    whole = p.length;
    for (unsigned kept = honest ? 2 : 0; kept < whole; kept++) {
        build(&p);
        nisca_set_length(&p);
        packet_shorten(&p, kept);
        if (honest)
            nisca_set_length(&p);
        wrap(&p);
        capture_add(capture, next_time(capture), &p);
    }
}

static void
make_short(const char *folder)
{
    capture_t *capture = capture_open(folder, "nisca-short", LINK_ETHERNET);

    for (unsigned i = 0; i < MESSAGE_COUNT; i++) {
        add_short(capture, MESSAGES[i], false);
        add_short(capture, MESSAGES[i], true);
    }
    capture_close(capture);
}

static void
make_cut(const char *folder)
{
    capture_t *capture = capture_open(folder, "nisca-cut", LINK_ETHERNET);
    static packet_t p;

    for (unsigned i = 0; i < MESSAGE_COUNT; i++) {
        MESSAGES[i](&p);
        nisca_set_length(&p);
        wrap(&p);
        for (unsigned kept = 14; kept <= p.length; kept++)
            capture_add_cut(capture, next_time(capture), &p, kept);
    }
    capture_close(capture);
}

/* --- Lies and odd bytes ------------------------------------------------------------------ */

static void
add(capture_t *capture, packet_t *p)
{
    wrap(p);
    capture_add(capture, next_time(capture), p);
}

static void
add_lengths(capture_t *capture)
{
    static const uint16_t lengths[] = { 0, 1, 2, 6, 13, 14, 15, 16, 59, 60, 61, 117, 119, 120, 1498,
                                        1500, 0x7fff, 0x8000, 0xfffe, 0xffff };
    static packet_t p;

    for (unsigned i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        build_cc_5(&p); /* its true Length is 118 */
        packet_patch_le16(&p, 0, lengths[i]);
        add(capture, &p);
    }
}

/* PPD lengths that are shorter or longer than what is there. */
static void
add_ppd_lengths(capture_t *capture)
{
    static const uint16_t lengths[] = { 0, 1, 2, 3, 9, 13, 14, 15, 61, 63, 65, 67, 1000, 0xffff };
    static const build_t messages[] = { build_start, build_connect, build_message_with_data };
    static packet_t p;

    for (unsigned m = 0; m < sizeof messages / sizeof *messages; m++) {
        for (unsigned i = 0; i < sizeof lengths / sizeof *lengths; i++) {
            messages[m](&p);
            nisca_set_length(&p);
            packet_patch_le16(&p, 42, lengths[i]);
            add(capture, &p);
        }
    }
}

/* Counted names: 40 NODENAME (8), 76 SERVICE (16), 104 DEVICE_NAME (16), all
 * counted from the start of the frame. */
static void
add_names(capture_t *capture)
{
    static const uint8_t counts[] = { 0, 7, 8, 15, 16, 127, 255 };
    static const uint8_t control[] = { '\n', '\r', 0x1b, '[', 0x7f, 0xff, '%' };
    static packet_t p;

    for (unsigned i = 0; i < sizeof counts; i++) {
        build_cc_5(&p);
        nisca_set_length(&p);
        packet_patch_u8(&p, 40 - 14, counts[i]);
        packet_patch_u8(&p, 76 - 14, counts[i]);
        packet_patch_u8(&p, 104 - 14, counts[i]);
        add(capture, &p);
    }
    build_cc_5(&p);
    nisca_set_length(&p);
    packet_patch_bytes(&p, 41 - 14, control, sizeof control);
    add(capture, &p);

    build_start(&p);
    nisca_set_length(&p);
    packet_patch_bytes(&p, 104 - 14, control, sizeof control);
    add(capture, &p);

    build_connect(&p);
    nisca_set_length(&p);
    packet_patch_bytes(&p, 76 - 14, control, sizeof control);
    add(capture, &p);
}

/* VMS times at the ends of what 64 bits hold, and before 1970. */
static void
add_times(capture_t *capture)
{
    static const uint32_t times[][2] = { { 0, 0 }, { 1, 0 }, { 0xffffffff, 0x7fffffff },
                                         { 0, 0x80000000 }, { 0xffffffff, 0xffffffff },
                                         { 0, 0x007c0000 } };
    static packet_t p;

    for (unsigned i = 0; i < sizeof times / sizeof *times; i++) {
        build_cc_5(&p);
        nisca_set_length(&p);
        packet_patch_le32(&p, 96 - 14, times[i][0]);
        packet_patch_le32(&p, 100 - 14, times[i][1]);
        add(capture, &p);

        build_start(&p);
        nisca_set_length(&p);
        packet_patch_le32(&p, 80 - 14, times[i][0]);
        packet_patch_le32(&p, 84 - 14, times[i][1]);
        packet_patch_le32(&p, 112 - 14, times[i][0]);
        packet_patch_le32(&p, 116 - 14, times[i][1]);
        add(capture, &p);
    }
}

/* One value everywhere, Length right or not. */
static void
add_solid(capture_t *capture)
{
    static const uint8_t values[] = { 0x00, 0xff, 0x7f, 0x80, 0x4b, 0x41 };
    static const unsigned sizes[] = { 46, 114, 1500 };
    static packet_t p;

    for (unsigned i = 0; i < sizeof values; i++) {
        for (unsigned k = 0; k < sizeof sizes / sizeof *sizes; k++) {
            packet_clear(&p);
            packet_fill(&p, values[i], sizes[k]);
            add(capture, &p);
            packet_clear(&p);
            packet_fill(&p, values[i], sizes[k]);
            nisca_set_length(&p);
            add(capture, &p);
        }
    }
}

/* Each flags byte in front of the same 100 bytes. */
static void
add_flags(capture_t *capture)
{
    static packet_t p;

    for (unsigned flags = 0; flags <= 0xff; flags++) {
        build_connect(&p);
        nisca_set_length(&p);
        packet_patch_u8(&p, 16, (uint8_t)flags);
        add(capture, &p);
    }
}

static void
make_lies(const char *folder)
{
    capture_t *capture = capture_open(folder, "nisca-hostile", LINK_ETHERNET);

    add_lengths(capture);
    add_ppd_lengths(capture);
    add_names(capture);
    add_times(capture);
    add_solid(capture);
    add_flags(capture);
    capture_close(capture);
}

void
make_nisca_hostile(const char *folder)
{
    make_short(folder);
    make_cut(folder);
    make_lies(folder);
}
