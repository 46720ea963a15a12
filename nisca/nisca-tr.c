/* nisca-tr.c
 * Transport: the header of everything that travels on a virtual circuit.
 *
 *   0      1     2     4     6          8           9         (from the flags)
 *   +------+-----+-----+-----+----------+-----------+
 *   | flags| pad | ack | seq | chan seq | pad data  |  "classic", NISCA 1.3
 *   +------+-----+-----+-----+----------+-----------+
 *   9      10        14        18    22    24        25
 *   +------+---------+---------+-----+-----+---------+
 *   | fill | ext ack | ext seq |  ?  |  ?  |    ?    |  "extended", since 1.4
 *   +------+---------+---------+-----+-----+---------+
 *
 * Sources: the manual for flags and numbers, definitions for the classic
 * header (of which no capture is public), captures for the extended one.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

#define OLDEST_SIZE 6
#define CLASSIC_SIZE 9
#define EXTENDED_SIZE 25

/* What begins the data: an opcode, and the length of what follows it. */
#define PPC_SIZE 1
#define PPD_LENGTH_SIZE 2

/* pad_data_len of every extended header seen: its distance to the PPD. */
#define EXTENDED_PAD_DATA_LEN 18

static int hf_nisca_tr = -1;
static int hf_nisca_tr_flags_data = -1;
static int hf_nisca_tr_flags_seq = -1;
static int hf_nisca_tr_flags_nak = -1;
static int hf_nisca_tr_flags_ack = -1;
static int hf_nisca_tr_flags_rsvp = -1;
static int hf_nisca_tr_flags_rexmt = -1;
static int hf_nisca_tr_flags_ctl = -1;
static int hf_nisca_tr_pad = -1;
static int hf_nisca_tr_ack = -1;
static int hf_nisca_tr_seq = -1;
static int hf_nisca_tr_chan_seq = -1;
static int hf_nisca_tr_pad_data_len = -1;
static int hf_nisca_tr_fill = -1;
static int hf_nisca_tr_ext_ack = -1;
static int hf_nisca_tr_ext_seq = -1;
static int hf_nisca_tr_ext_unknown3 = -1;
static int hf_nisca_tr_ext_unknown4 = -1;
static int hf_nisca_tr_ext_unknown5 = -1;
static int hf_nisca_ack = -1;
static int hf_nisca_seq = -1;

static int ett_nisca_tr = -1;
static int ett_nisca_tr_flags = -1;

/* Preference: which pair of numbers is in force. */
enum { NUMBERS_AUTO, NUMBERS_CLASSIC, NUMBERS_EXTENDED };

static const enum_val_t numbers_choices[] = {
    { "auto", "As the versions of both nodes, or the header, tell", NUMBERS_AUTO },
    { "classic", "Classic, 16 bits (NISCA 1.3 and older)", NUMBERS_CLASSIC },
    { "extended", "Extended, 32 bits (NISCA 1.4 and newer)", NUMBERS_EXTENDED },
    { NULL, NULL, 0 }
};

static int pref_numbers = NUMBERS_AUTO;

static int *const tr_flag_fields[] = {
    &hf_nisca_flags_cc,       &hf_nisca_tr_flags_ctl, &hf_nisca_tr_flags_rexmt,
    &hf_nisca_tr_flags_rsvp,  &hf_nisca_tr_flags_ack, &hf_nisca_tr_flags_nak,
    &hf_nisca_tr_flags_seq,   &hf_nisca_tr_flags_data, NULL
};
static const wire_bits_t tr_flags = { &ett_nisca_tr_flags, tr_flag_fields };

/* All that NISCA 1.0 has; its data, if any, follow at once. */
static const wire_field_t tr_oldest[] = {
    { .hf = &hf_nisca_flags, .kind = WIRE_LE, .size = 1, .bits = &tr_flags },
    { .hf = &hf_nisca_tr_pad, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_tr_ack, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_message_t, tr_ack) },
    { .hf = &hf_nisca_tr_seq, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_message_t, tr_seq) },
    { .hf = NULL }
};

/* To 9 bytes. */
static const wire_field_t tr_classic[] = {
    { .hf = &hf_nisca_tr_chan_seq, .kind = WIRE_LE, .size = 2,
      .keep = WIRE_KEEP(nisca_message_t, chan_seq) },
    { .hf = &hf_nisca_tr_pad_data_len, .kind = WIRE_LE, .size = 1,
      .keep = WIRE_KEEP(nisca_message_t, pad_data_len) },
    { .hf = NULL }
};

static const wire_field_t tr_extension[] = {
    { .hf = &hf_nisca_tr_fill, .kind = WIRE_LE, .size = 1 },
    { .hf = &hf_nisca_tr_ext_ack, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(nisca_message_t, ext_ack) },
    { .hf = &hf_nisca_tr_ext_seq, .kind = WIRE_LE, .size = 4,
      .keep = WIRE_KEEP(nisca_message_t, ext_seq) },
    { .hf = &hf_nisca_tr_ext_unknown3, .kind = WIRE_LE, .size = 4 },
    { .hf = &hf_nisca_tr_ext_unknown4, .kind = WIRE_LE, .size = 2 },
    { .hf = &hf_nisca_tr_ext_unknown5, .kind = WIRE_LE, .size = 1 },
    { .hf = NULL }
};

/* Both ends must be of 1.4 or later for the 32-bit numbers to be in force, by
 * the manual.  What they said of themselves counts, or else what the header
 * looks like; the preference overrides both. */
static nisca_numbers_t
nisca_tr_numbers_in_force(const wire_t *w, const nisca_message_t *m)
{
    switch (pref_numbers) {
    case NUMBERS_CLASSIC:
        return NISCA_NUMBERS_CLASSIC;
    case NUMBERS_EXTENDED:
        return NISCA_NUMBERS_EXTENDED;
    default:
        return nisca_numbers_in_force(w->pinfo, m);
    }
}

/* True if the header goes on after the classic part, by its own marks (no
 * transport header names its version): the CTL bit, the distance to the data,
 * and room, which may be announced and not captured.  Where there is room, the
 * numbers in force can insist. */
static bool
nisca_tr_is_extended(const nisca_message_t *m, nisca_numbers_t numbers, unsigned size)
{
    if (size < EXTENDED_SIZE && m->length < NISCA_DX_SIZE + EXTENDED_SIZE) {
        return false;
    }
    return numbers == NISCA_NUMBERS_EXTENDED
           || (m->flags & NISCA_TR_CTL && m->pad_data_len == EXTENDED_PAD_DATA_LEN);
}

static void
nisca_tr_number(wire_t *w, int hf, unsigned start, uint32_t value)
{
    proto_item_set_generated(
        proto_tree_add_uint(w->tree, hf, w->tvb, start, w->offset - start, value));
}

/* The numbers in force, where the flags make them valid. */
static void
nisca_tr_numbers(wire_t *w, nisca_message_t *m, unsigned start)
{
    m->seq = m->numbers_extended ? m->ext_seq : m->tr_seq;
    m->ack = m->numbers_extended ? m->ext_ack : m->tr_ack;
    m->has_seq = m->flags & NISCA_TR_SEQ;
    m->has_ack = m->flags & NISCA_TR_ACK;
    if (m->has_seq) {
        nisca_tr_number(w, hf_nisca_seq, start, m->seq);
    }
    if (m->has_ack) {
        nisca_tr_number(w, hf_nisca_ack, start, m->ack);
    }
}

/* True if a PPD length at `at` spans what is left of a message of `size` bytes. */
static bool
nisca_tr_fits(const wire_t *w, unsigned at, unsigned size)
{
    at += PPC_SIZE;
    return size >= at + PPD_LENGTH_SIZE && tvb_bytes_exist(w->tvb, w->offset + at, PPD_LENGTH_SIZE)
           && tvb_get_letohs(w->tvb, w->offset + at) == size - at - PPD_LENGTH_SIZE;
}

/* True if the header ends before the classic part does: nothing follows, or data whose
 * length says so. */
static bool
nisca_tr_is_oldest(const wire_t *w, const nisca_message_t *m, unsigned size)
{
    return size == OLDEST_SIZE
           || ((m->flags & (NISCA_TR_DATA | NISCA_TR_CTL)) == NISCA_TR_DATA
               && nisca_tr_fits(w, OLDEST_SIZE, size) && !nisca_tr_fits(w, CLASSIC_SIZE, size));
}

static bool
nisca_tr_header(wire_t *w, nisca_message_t *m)
{
    nisca_numbers_t numbers = nisca_tr_numbers_in_force(w, m);
    unsigned start = w->offset, size = wire_left(w);
    bool oldest = nisca_tr_is_oldest(w, m, size);

    if (!wire_fields(w, tr_oldest, m) || (!oldest && !wire_fields(w, tr_classic, m))) {
        return false;
    }
    m->extended = !oldest && nisca_tr_is_extended(m, numbers, size);
    if (m->extended && !wire_fields(w, tr_extension, m)) {
        return false;
    }
    m->numbers_extended = m->extended && numbers != NISCA_NUMBERS_CLASSIC;
    nisca_tr_numbers(w, m, start);
    m->data = w->offset;
    m->has_tr = true;
    return true;
}

/* Until the data gives a better name. */
static const char *
nisca_tr_name(uint32_t flags)
{
    if (flags & NISCA_TR_DATA) {
        return "DATA";
    }
    return flags & NISCA_TR_ACK ? "ACK" : "TR";
}

void
nisca_tr(wire_t *w, nisca_message_t *m)
{
    proto_tree *outer = nisca_open(w, hf_nisca_tr, ett_nisca_tr);
    bool whole = nisca_tr_header(w, m);

    nisca_close(w, outer);
    m->name = nisca_tr_name(m->flags);
    if (whole && m->flags & NISCA_TR_DATA) {
        nisca_ppc(w, m);
    }
}

static hf_register_info hf[] = {
    { &hf_nisca_tr, { "Transport", "nisca.tr", FT_NONE, BASE_NONE, NULL, 0x0,
        "Message on the virtual circuit between two nodes: numbers, acknowledgment, and what it "
        "carries", HFILL } },
    { &hf_nisca_tr_flags_data,
      { "DATA", "nisca.tr.flags.data", FT_BOOLEAN, 8, TFS(&wire_set_notset), NISCA_TR_DATA,
        "Carries data of the upper layers", HFILL } },
    { &hf_nisca_tr_flags_seq,
      { "SEQ", "nisca.tr.flags.seq", FT_BOOLEAN, 8, TFS(&wire_set_notset), NISCA_TR_SEQ,
        "The sequence number is valid", HFILL } },
    { &hf_nisca_tr_flags_nak,
      { "NAK", "nisca.tr.flags.nak", FT_BOOLEAN, 8, TFS(&wire_set_notset), 0x04,
        "Reserved, 0 in the manual", HFILL } },
    { &hf_nisca_tr_flags_ack,
      { "ACK", "nisca.tr.flags.ack", FT_BOOLEAN, 8, TFS(&wire_set_notset), NISCA_TR_ACK,
        "The acknowledgment number is valid", HFILL } },
    { &hf_nisca_tr_flags_rsvp,
      { "RSVP", "nisca.tr.flags.rsvp", FT_BOOLEAN, 8, TFS(&wire_set_notset), NISCA_TR_RSVP,
        "An ACK is wanted at once", HFILL } },
    { &hf_nisca_tr_flags_rexmt,
      { "REXMT", "nisca.tr.flags.rexmt", FT_BOOLEAN, 8, TFS(&wire_set_notset), NISCA_TR_REXMT,
        "The sender has sent this message before, and got no acknowledgment in time", HFILL } },
    { &hf_nisca_tr_flags_ctl,
      { "CTL", "nisca.tr.flags.ctl", FT_BOOLEAN, 8, TFS(&wire_set_notset), NISCA_TR_CTL,
        "Reserved, 0 in the manual; always set by nodes that use the extended header", HFILL } },
    { &hf_nisca_tr_pad,
      { "Pad", "nisca.tr.pad", FT_UINT8, BASE_HEX, NULL, 0x0, "Meaning unknown", HFILL } },
    { &hf_nisca_tr_ack,
      { "Message acknowledgment", "nisca.tr.ack", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Last sequenced message received; valid with the ACK flag", HFILL } },
    { &hf_nisca_tr_seq,
      { "Sequence number", "nisca.tr.seq", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Valid with the SEQ flag", HFILL } },
    { &hf_nisca_tr_chan_seq,
      { "Remote channel sequence number", "nisca.tr.chan_seq", FT_UINT16, BASE_DEC, NULL, 0x0,
        "Echo of the peer's channel sequence number", HFILL } },
    { &hf_nisca_tr_pad_data_len,
      { "Pad data length", "nisca.tr.pad_data_len", FT_UINT8, BASE_DEC, NULL, 0x0,
        "Seems to be the distance from here to the PPD length", HFILL } },
    { &hf_nisca_tr_fill,
      { "Fill", "nisca.tr.fill", FT_UINT8, BASE_HEX, NULL, 0x0,
        "Not used; 0 in the documents", HFILL } },
    { &hf_nisca_tr_ext_ack,
      { "Extended message acknowledgment", "nisca.tr.ext_ack", FT_UINT32, BASE_DEC, NULL, 0x0,
        "All messages up to this number have arrived; 32 bits, since version 1.4", HFILL } },
    { &hf_nisca_tr_ext_seq,
      { "Extended sequence number", "nisca.tr.ext_seq", FT_UINT32, BASE_DEC, NULL, 0x0,
        "Number of this message on the circuit; 32 bits, since version 1.4", HFILL } },
    { &hf_nisca_tr_ext_unknown3,
      { "Unknown 3", "nisca.tr.ext_unknown3", FT_UINT32, BASE_DEC, NULL, 0x0,
        "Mostly equal to the extended acknowledgment", HFILL } },
    { &hf_nisca_tr_ext_unknown4,
      { "Unknown 4", "nisca.tr.ext_unknown4", FT_UINT16, BASE_DEC, NULL, 0x0, "Mostly 1", HFILL } },
    { &hf_nisca_tr_ext_unknown5,
      { "Unknown 5", "nisca.tr.ext_unknown5", FT_UINT8, BASE_DEC, NULL, 0x0,
        "A byte of the extended header whose meaning is not known", HFILL } },
    { &hf_nisca_seq,
      { "Sequence number in force", "nisca.seq", FT_UINT32, BASE_DEC, NULL, 0x0,
        "Number of this message on the circuit, from the header that counts in this version",
        HFILL } },
    { &hf_nisca_ack,
      { "Acknowledgment in force", "nisca.ack", FT_UINT32, BASE_DEC, NULL, 0x0,
        "All messages up to this number have arrived, from the header that counts in this version",
        HFILL } },
};

void
nisca_tr_register(int proto, module_t *module)
{
    static int *ett[] = { &ett_nisca_tr, &ett_nisca_tr_flags };

    proto_register_field_array(proto, hf, array_length(hf));
    proto_register_subtree_array(ett, array_length(ett));
    prefs_register_enum_preference(
        module, "numbers", "Sequence numbers",
        "Which sequence and acknowledgment numbers of the transport header are in force. "
        "\"Extended\" also reads headers as extended that do not look like it.",
        &pref_numbers, numbers_choices, false);
}
