/* session.c
 * libwireshark, driven as Wireshark does it: a file is read once, frame after
 * frame; then frames are dissected again, in any order.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "fuzz.h"

#include <time.h>

#include <epan/column.h>
#include <epan/column-info.h>
#include <epan/disabled_protos.h>
#include <epan/prefs.h>
#include <epan/timestamp.h>
#include <wiretap/wtap.h>
#include <wsutil/filesystem.h>
#include <wsutil/privileges.h>
#include <wsutil/report_message.h>
#include <wsutil/wslog.h>

#define START_TIME INT64_C(1700000000)
#define NS_PER_S INT64_C(1000000000)
#define NS_PER_MS INT64_C(1000000)
#define NS_PER_US INT64_C(1000)
#define PREFERENCE_SETS 8

/* Entry point of the plugin, which is linked into this program. */
void plugin_register(void);

typedef struct {
    frame_data data;
    wtap_rec record;
    uint8_t *bytes; /* a heap block of the captured size, so that no reader gets past it unseen */
    uint64_t shown; /* hash of what the first look at it showed */
} frame_t;

/* One open file; libwireshark hands it back to the functions in `provide`. */
struct packet_provider_data {
    epan_t *epan;
    unsigned count;
    frame_t frames[FUZZ_MAX_PACKETS];
    int64_t place; /* of the next frame in the file */
    int64_t time;
    uint32_t bytes;
    nstime_t elapsed;
    const frame_data *reference;
};

fuzz_cost_t fuzz_cost;

static struct packet_provider_data file;
static column_info columns;
static wtap_block_t no_options;
static int file_type;

/* --- What libwireshark asks about the file ---------------------------------- */

static const nstime_t *
frame_time(struct packet_provider_data *provider, uint32_t number)
{
    return number >= 1 && number <= provider->count ? &provider->frames[number - 1].data.abs_ts
                                                    : NULL;
}

/* Names that a capture's writer chose; the last interface has none. */
static const char *
interface_name(WS_INTERFACE_ARGUMENTS)
{
    static const char *const names[] = { "eth0", "eth1\x1b[7m\xc3", "eth0", NULL };

    return names[interface_id & FUZZ_POINT];
}

static const struct packet_provider_funcs provide = { .get_frame_ts = frame_time,
                                                      .get_interface_name = interface_name };

/* --- Start -------------------------------------------------------------------- */

/* What would be a message box, about an unusable preference for instance. */
static void
ignore_report(const char *format _U_, va_list arguments _U_)
{
}

static const struct report_message_routines no_reports = {
    .vreport_failure = ignore_report,
    .vreport_warning = ignore_report,
};

static void
set_preference(const char *text)
{
    char *error = NULL, *copy = g_strdup(text);

    if (prefs_set_pref(copy, &error) != PREFS_SET_OK) {
        fuzz_fail("preference %s: %s", text, error != NULL ? error : "unknown");
    }
    g_free(copy);
}

/* Each row is a preference with its value in each set; the first set has the
 * defaults. */
static const char *const preferences[][1 + PREFERENCE_SETS] = {
    { "cluster.places", "", "0=node1,1-2=node2", "eth0=", "0-4294967295=x", "0=a,1=a,2=b,3=c", "",
      "1=\x1b", "=,3" },
    { "cman.hello_timer", "5", "1", "0", "5", "5", "4294967295", "5", "5" },
    { "cman.deadnode_timeout", "21", "1", "0", "0", "21", "4294967295", "21", "21" },
    { "nisca.numbers", "auto", "classic", "extended", "auto", "auto", "extended", "auto", "auto" },
    { "ncs_heartbeat.inferred_layout", "checked", "always", "off", "always", "checked", "checked",
      "checked", "checked" },
    { "ncs_heartbeat.expected_panning_id", "", "0x5d77a681", "nonsense", "-1568849536", "-x", "0",
      "99999999999", "" },
    { "ncs_heartbeat.period", "1000", "0", "1", "4294967295", "1000", "1000", "1000", "1000" },
    { "ncs_heartbeat.tolerance", "8000", "0", "1", "4294967295", "8000", "8000", "8000", "8000" },
    { "ncs_heartbeat.master_watchdog", "1000", "0", "1", "4294967295", "1000", "1000", "1000",
      "1000" },
    { "ncs_heartbeat.slave_watchdog", "8000", "0", "4294967295", "1", "8000", "8000", "8000",
      "8000" },
    { "ncs_heartbeat.late_factor", "150", "0", "4294967295", "1", "150", "150", "150", "150" },
};

static void
set_preferences(unsigned set)
{
    for (unsigned i = 0; i < array_length(preferences); i++) {
        if (g_str_has_prefix(preferences[i][0], fuzz_protocol_name)
            || g_str_has_prefix(preferences[i][0], "cluster.")) {
            char *text = g_strdup_printf("%s:%s", preferences[i][0], preferences[i][1 + set]);

            set_preference(text);
            g_free(text);
        }
    }
}

static void
apply_options(uint8_t options)
{
    static int in_force = -1;
    int wanted = options & (FUZZ_PREFERENCES | FUZZ_NO_ANALYSIS);
    char *analysis;

    if (wanted == in_force) {
        return;
    }
    in_force = wanted;
    set_preferences((unsigned)(options & FUZZ_PREFERENCES) >> 3);
    analysis = g_strdup_printf("%s.analysis:%s", fuzz_protocol_name,
                               options & FUZZ_NO_ANALYSIS ? "FALSE" : "TRUE");
    set_preference(analysis);
    g_free(analysis);
    prefs_apply_all();
}

static void
decode_nisca_on_udp(void)
{
    dissector_handle_t nisca = find_dissector("nisca");

    if (nisca != NULL) {
        dissector_change_uint("udp.port", FUZZ_NISCA_PORT, nisca);
    }
}

/* libwireshark reads its tables of names, a million entries, for each new
 * file: 0.5 s.  This takes the place of libwsutil's function. */
char *
get_datafile_path(const char *filename)
{
    return g_build_filename("/nonexistent", filename, NULL);
}

void
fuzz_session_start(void)
{
    /* Each block of memory on its own, so that AddressSanitizer knows its ends;
     * what is a "[Dissector bug]" to users ends the program. */
    g_setenv("WIRESHARK_DEBUG_WMEM_OVERRIDE", "simple", FALSE);
    g_setenv("WIRESHARK_ABORT_ON_DISSECTOR_BUG", "1", TRUE);
    g_setenv("G_SLICE", "always-malloc", TRUE);
    /* No settings of whoever runs this. */
    g_setenv("WIRESHARK_CONFIG_DIR", "/nonexistent", TRUE);

    ws_start_logging("fuzz-heartbeats");
    init_process_policies();
    init_report_message("fuzz-heartbeats", &no_reports);
    ws_configuration_init("fuzz-heartbeats");
    wtap_init(FALSE);
    plugin_register();
    if (!epan_init(NULL, NULL, FALSE)) { /* no plugins: ours is here already */
        fuzz_fail("libwireshark does not start");
    }
    epan_load_settings();
    prefs_apply_all();
    timestamp_set_type(TS_RELATIVE);
    timestamp_set_precision(TS_PREC_AUTO);
    timestamp_set_seconds_type(TS_SECONDS_DEFAULT);
    /* Without reassembly, so that the dissector gets first fragments. */
    set_preference("ip.defragment:FALSE");
    decode_nisca_on_udp();
    ws_enable_heuristic("cman_udp");
    build_column_format_array(&columns, prefs.num_cols, TRUE);
    no_options = wtap_block_create(WTAP_BLOCK_PACKET);
    file_type = wtap_pcapng_file_type_subtype();
    fuzz_taps_open();
}

/* --- One frame ------------------------------------------------------------------ */

static nstime_t
frame_stamp(int64_t ns)
{
    int64_t fraction = ns % NS_PER_S;

    if (fraction < 0) {
        fraction += NS_PER_S;
    }
    return (nstime_t){ .secs = (time_t)((ns - fraction) / NS_PER_S), .nsecs = (int)fraction };
}

/* By how much the clock of each interface is ahead of the first one's, in ms: as far apart as
 * the clocks of one LAN, of machines without NTP, and of one that was set by the wrong zone. */
static const int64_t clocks_ahead[] = { 0, 3, -90500, 3600000 };

static int64_t
time_by_clock(const fuzz_packet_t *packet, uint8_t options)
{
    int64_t ahead = options & FUZZ_CLOCKS ? clocks_ahead[packet->flags & FUZZ_POINT] : 0;

    return file.time + ahead * NS_PER_MS;
}

static void
make_record(frame_t *frame, const fuzz_packet_t *packet, int64_t time, unsigned length,
            int encapsulation)
{
    wtap_rec *record = &frame->record;
    wtap_packet_header *header = &record->rec_header.packet_header;
    unsigned cut = packet->flags & FUZZ_CUT ? MIN(packet->cut, length) : 0;

    memset(record, 0, sizeof *record);
    record->rec_type = REC_TYPE_PACKET;
    record->presence_flags = WTAP_HAS_CAP_LEN | WTAP_HAS_INTERFACE_ID;
    if (!(packet->backwards && packet->mantissa == 0)) {
        record->presence_flags |= WTAP_HAS_TS;
        record->ts = frame_stamp(time);
    }
    record->tsprec = WTAP_TSPREC_NSEC;
    header->len = length;
    header->caplen = length - cut;
    header->pkt_encap = encapsulation;
    header->interface_id = packet->flags & FUZZ_POINT;
}

static void
pass_time(const fuzz_packet_t *packet)
{
    int64_t delta = ((int64_t)packet->mantissa << packet->exponent) * NS_PER_US;

    file.time += packet->backwards ? -delta : delta;
}

static void
make_frame(frame_t *frame, const fuzz_packet_t *packet, uint8_t options)
{
    uint8_t bytes[FUZZ_MAX_CARRIER + FUZZ_MAX_PAYLOAD];
    int encapsulation;
    unsigned length = fuzz_carry(packet, bytes, &encapsulation);

    pass_time(packet);
    make_record(frame, packet, time_by_clock(packet, options), length, encapsulation);
    length = frame->record.rec_header.packet_header.caplen;
    frame->bytes = (uint8_t *)g_malloc(MAX(length, 1));
    memcpy(frame->bytes, bytes, length);
    frame_data_init(&frame->data, file.count + 1, &frame->record, file.place, file.bytes);
    file.place += length + 1;
    frame_data_set_before_dissect(&frame->data, &file.elapsed, &file.reference,
                                  file.count > 0 ? &file.frames[file.count - 1].data : NULL);
}

static void
free_frame(frame_t *frame)
{
    frame_data_destroy(&frame->data);
    g_free(frame->bytes);
}

typedef enum {
    NO_TREE,
    FAKED_TREE, /* there is one, but only for filters */
    VISIBLE_TREE
} tree_t;

static int64_t
processor_time(void)
{
    struct timespec now;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * NS_PER_S + now.tv_nsec;
}

static void
note_cost(int64_t start, const epan_dissect_t *edt)
{
    fuzz_cost.frames++;
    fuzz_cost.ns = MAX(fuzz_cost.ns, processor_time() - start);
    fuzz_cost.items = MAX(fuzz_cost.items, PTREE_DATA(edt->tree)->count);
}

static uint64_t
dissect(frame_t *frame, tree_t tree, bool with_taps)
{
    epan_dissect_t *edt = epan_dissect_new(file.epan, tree != NO_TREE, tree == VISIBLE_TREE);
    int64_t start = processor_time();
    uint64_t shown = 0;

    frame->record.block = wtap_block_ref(no_options); /* libwireshark gives it back */
    if (with_taps) {
        ws_dissect(epan_dissect_run_with_taps, edt, file_type, &frame->record, frame->bytes,
                   &frame->data, &columns);
    } else {
        ws_dissect(epan_dissect_run, edt, file_type, &frame->record, frame->bytes, &frame->data,
                   &columns);
    }
    if (tree == VISIBLE_TREE) {
        epan_dissect_fill_in_columns(edt, FALSE, TRUE);
        note_cost(start, edt);
        shown = fuzz_check(edt, &columns);
        fuzz_filters_build(&edt->pi);
    }
    epan_dissect_free(edt);
    return shown;
}

/* --- Passes ------------------------------------------------------------------------ */

static void
open_file(void)
{
    file.count = 0;
    file.bytes = 0;
    file.place = 0;
    file.time = START_TIME * NS_PER_S;
    nstime_set_zero(&file.elapsed);
    file.reference = NULL;
    file.epan = epan_new(&file, &provide);
}

static void
close_file(void)
{
    for (unsigned i = 0; i < file.count; i++) {
        free_frame(&file.frames[i]);
    }
    epan_free(file.epan);
    file.count = 0;
}

static void
read_packet(const fuzz_packet_t *packet, uint8_t options)
{
    frame_t *frame = &file.frames[file.count];
    tree_t tree = options & FUZZ_FIRST_PASS_TREE ? VISIBLE_TREE : NO_TREE;

    make_frame(frame, packet, options);
    dissect(frame, tree, (options & FUZZ_TAPS) != 0);
    if (packet->flags & FUZZ_REJECTED) {
        free_frame(frame);
        return;
    }
    frame_data_set_after_dissect(&frame->data, &file.bytes);
    file.count++;
}

/* What is shown must not depend on what was looked at before. */
static void
look_again(void)
{
    for (unsigned i = 0; i < file.count; i++) {
        file.frames[i].shown = dissect(&file.frames[i], VISIBLE_TREE, false);
    }
    for (unsigned i = file.count; i > 0; i--) {
        frame_t *frame = &file.frames[i - 1];

        dissect(frame, FAKED_TREE, false);
        if (dissect(frame, VISIBLE_TREE, false) != frame->shown) {
            fuzz_fail("frame %u does not show the same again", i);
        }
    }
}

static void
retap(void)
{
    fuzz_taps_read();
    fuzz_taps_reset();
    for (unsigned i = 0; i < file.count; i++) {
        dissect(&file.frames[i], NO_TREE, true);
    }
    fuzz_taps_read();
    fuzz_taps_reset();
}

static void
finish_file(uint8_t options)
{
    look_again();
    if (options & FUZZ_TAPS) {
        retap();
    }
    close_file();
}

void
fuzz_session_run(const fuzz_input_t *input)
{
    apply_options(input->options);
    open_file();
    for (unsigned i = 0; i < input->count; i++) {
        if (input->packets[i].flags & FUZZ_NEW_FILE && file.count > 0) {
            finish_file(input->options);
            open_file();
        }
        read_packet(&input->packets[i], input->options);
    }
    finish_file(input->options);
}
