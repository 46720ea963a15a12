/* nisca-layer.c
 * What the layers share: dispatch by a number, subtrees, times, addresses, the
 * end of a message.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca.h"

#include <epan/strutil.h>

/* VMS times count units of 100 ns since 17-NOV-1858, Windows' since 1-JAN-1601.
 * Years of five digits are no dates: tshark's -T ek cannot print them. */
#define TICKS_PER_DAY (UINT64_C(24) * 60 * 60 * 10000000)
#define VMS_TO_FILETIME (94187 * TICKS_PER_DAY)
#define VMS_YEAR_10000 (2973484 * TICKS_PER_DAY)

static const uint8_t scs_address_prefix[] = { 0xaa, 0x00, 0x04, 0x00 };

int hf_nisca_flags = -1;
int hf_nisca_flags_cc = -1;
int hf_nisca_data = -1;

expert_field ei_nisca_short_message = EI_INIT;

void
nisca_dispatch(wire_t *w, nisca_message_t *m, const wire_command_t *rows, uint32_t number,
               const char *kind)
{
    const wire_command_t *row = wire_command(rows, number);

    if (row == NULL) {
        m->name = wmem_strdup_printf(w->pinfo->pool, "Unknown %s (%u)", kind, number);
        m->is_unknown = true;
        return;
    }
    m->name = row->name;
    wire_command_show(w, row, m);
}

proto_tree *
nisca_open(wire_t *w, int hf, int ett)
{
    proto_tree *outer = w->tree;

    if (wire_is_wanted(outer, hf)) {
        w->tree = proto_item_add_subtree(
            proto_tree_add_item(outer, hf, w->tvb, w->offset, 0, ENC_NA), ett);
    }
    return outer;
}

void
nisca_close(wire_t *w, proto_tree *outer)
{
    if (w->tree != outer) {
        proto_item_set_end(proto_tree_get_parent(w->tree), w->tvb, w->offset);
        w->tree = outer;
    }
}

/* Zero means no time, and negative numbers are VMS delta times.  Wireshark has
 * no absent time, so what is no date has the epoch as its value and a text
 * that says what it is. */
bool
nisca_vms_time(wire_t *w, int hf)
{
    nstime_t when = NSTIME_INIT_ZERO;
    uint64_t ticks;
    bool is_date, fits;

    if (!wire_need(w, sizeof ticks)) {
        return false;
    }
    ticks = tvb_get_letoh64(w->tvb, w->offset);
    is_date = ticks != 0 && ticks < VMS_YEAR_10000;
    fits = filetime_to_nstime(&when, (is_date ? ticks : 0) + VMS_TO_FILETIME);
    if (is_date && !fits) {
        /* Where time_t has 32 bits, 2038 is beyond it. */
        proto_tree_add_time_format_value(w->tree, hf, w->tvb, w->offset, sizeof ticks, &when,
                                         "A date that this Wireshark cannot hold (0x%016" PRIx64
                                         ")", ticks);
    } else if (is_date) {
        proto_tree_add_time(w->tree, hf, w->tvb, w->offset, sizeof ticks, &when);
    } else if (ticks == 0) {
        proto_tree_add_time_format_value(w->tree, hf, w->tvb, w->offset, sizeof ticks, &when,
                                         "Not set");
    } else {
        proto_tree_add_time_format_value(w->tree, hf, w->tvb, w->offset, sizeof ticks, &when,
                                         "Not a date (0x%016" PRIx64 ")", ticks);
    }
    w->offset += sizeof ticks;
    return true;
}

const char *
nisca_printable(wire_t *w, const char *text)
{
    /* Releases differ in the sign of the characters they take. */
    return text == NULL ? NULL : format_text(w->pinfo->pool, (const void *)text, strlen(text));
}

void
nisca_finish(wire_t *w, nisca_message_t *m)
{
    if (w->too_short && !m->explained) {
        proto_tree_add_expert_format(w->tree, w->pinfo, &ei_nisca_short_message, w->tvb, w->offset,
                                     0, "Short message: the next field takes %u, %u left",
                                     w->wanted, wire_left(w));
    }
    wire_resume(w);
    wire_rest(w, hf_nisca_data);
}

/* --- Addresses --------------------------------------------------------------- */

bool
nisca_is_node_address(const uint8_t *bytes)
{
    return memcmp(bytes, scs_address_prefix, sizeof scs_address_prefix) == 0;
}

static uint64_t
nisca_address_number(const uint8_t *bytes)
{
    uint64_t number = 0;

    for (unsigned i = 0; i < NISCA_ADDRESS_SIZE; i++) {
        number = number << 8 | bytes[i];
    }
    return number;
}

/* Append a number below 10,000.  snprintf() would be a tenth of a frame's cost. */
static char *
nisca_add_digits(char *end, unsigned number)
{
    for (unsigned unit = 1000; unit > 0; unit /= 10) {
        if (number >= unit || unit == 1) {
            *end++ = (char)('0' + number / unit % 10);
        }
    }
    return end;
}

const char *
nisca_node_text(const uint8_t *b, char text[NISCA_NODE_SIZE])
{
    char *end;

    if (nisca_is_node_address(b)) {
        end = nisca_add_digits(text, b[5] >> 2);
        *end++ = '.';
        end = nisca_add_digits(end, (unsigned)(b[5] & 3) << 8 | b[4]);
        *end = '\0';
    } else {
        snprintf(text, NISCA_NODE_SIZE, "%02x:%02x:%02x:%02x:%02x:%02x", b[0], b[1], b[2], b[3],
                 b[4], b[5]);
    }
    return text;
}

void
nisca_node_from_bytes(nisca_node_t *node)
{
    node->number = nisca_address_number(node->bytes);
    node->is_node = nisca_is_node_address(node->bytes);
}

void
nisca_node_from_number(nisca_node_t *node, uint64_t number)
{
    *node = (nisca_node_t){ .name = NULL };
    for (unsigned i = NISCA_ADDRESS_SIZE; i > 0; i--, number >>= 8) {
        node->bytes[i - 1] = (uint8_t)number;
    }
    nisca_node_from_bytes(node);
    nisca_node_text(node->bytes, node->text);
}

uint64_t
nisca_lan_address(const address *addr)
{
    const uint8_t *bytes = (const uint8_t *)addr->data;

    if (addr->type != AT_ETHER || addr->len != NISCA_ADDRESS_SIZE || bytes[0] & 1) {
        return 0;
    }
    return nisca_address_number(bytes);
}

const char *
nisca_lan_text(wmem_allocator_t *pool, uint64_t addr)
{
    return wmem_strdup_printf(pool, "%02x:%02x:%02x:%02x:%02x:%02x", (unsigned)(addr >> 40) & 0xff,
                              (unsigned)(addr >> 32) & 0xff, (unsigned)(addr >> 24) & 0xff,
                              (unsigned)(addr >> 16) & 0xff, (unsigned)(addr >> 8) & 0xff,
                              (unsigned)addr & 0xff);
}

bool
nisca_channel_addresses(const packet_info *pinfo, const nisca_message_t *message, uint64_t *src,
                        uint64_t *dst)
{
    *src = nisca_lan_address(&pinfo->dl_src);
    *dst = nisca_lan_address(&pinfo->dl_dst);
    if (*src != 0 && *dst != 0 && !message->over_udp) {
        return true;
    }
    *src = message->src.number;
    *dst = message->dst.number;
    return false;
}

/* --- Registration ------------------------------------------------------------- */

static hf_register_info hf[] = {
    { &hf_nisca_flags,
      { "Flags", "nisca.flags", FT_UINT8, BASE_HEX, NULL, 0x0,
        "Whether channel control or a transport message follows, and how it is sent", HFILL } },
    { &hf_nisca_flags_cc,
      { "CC", "nisca.flags.cc", FT_BOOLEAN, 8, TFS(&wire_set_notset), NISCA_FLAG_CC,
        "Channel control if set, transport if not", HFILL } },
    { &hf_nisca_data,
      { "Data", "nisca.data", FT_BYTES, BASE_NONE, NULL, 0x0,
        "Bytes that this plugin has no layout for", HFILL } },
};

/* Illegal lengths are PI_PROTOCOL: PI_MALFORMED would mark the frame as one
 * whose dissection was given up. */
static ei_register_info ei[] = {
    { &ei_nisca_short_message,
      { "nisca.short_message", PI_PROTOCOL, PI_ERROR,
        "The message ends before all of its fields", EXPFILL } },
};

void
nisca_layer_register(int proto)
{
    proto_register_field_array(proto, hf, array_length(hf));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
}
