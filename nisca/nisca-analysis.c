/* nisca-analysis.c
 * The first pass: what a message means after those before it.  Here is the
 * order in which a frame is looked at.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-analysis.h"
#include "nisca-paths.h"
#include "nisca-state.h"

#include <epan/to_str.h>

static ws_bool pref_analysis = true;

static void
nisca_describe(const packet_info *pinfo, const identity_t *identity, observed_words_t *words)
{
    uint64_t addr = identity->sender - nisca_observed_node(0);
    unsigned id = GUINT16_SWAP_LE_BE((uint16_t)addr); /* the DECnet form */
    const char *name =
        nisca_name_of(nisca_observed_cluster(pinfo, (uint32_t)identity->group), addr);

    words->cluster = wmem_strdup_printf(pinfo->pool, "NISCA %u", (unsigned)identity->group);
    words->sender = name != NULL ? name
                                 : wmem_strdup_printf(pinfo->pool, "%u.%u", id >> 10, id & 0x3ff);
    words->address = address_to_str(pinfo->pool, &pinfo->dl_src);
}

/* A number that comes again so soon is the same transmission, as no node sends again
 * sooner.  A node gives a circuit up after some 16 s without an ACK: what repeats a
 * number later than this is another message. */
static const observer_rules_t nisca_observer_rules = {
    .same_within = 50 * NS_PER_MS,
    .repeated_within = 60 * NS_PER_S,
    .original_within = 3 * NS_PER_S, /* what is sent again has REXMT */
    .resent_within = 20 * NS_PER_S,
    .describe = nisca_describe,
};

/* --- One frame ------------------------------------------------------------- */

/* So much of a payload has any snap length from 96 on, and tells what is sent from what was
 * sent with this number before; what has less is told by its number alone. */
#define CONTENT_SIZE 40

/* VMS times count units of 100 ns since 17-NOV-1858. */
#define VMS_TICK_NS 100
#define VMS_TO_UNIX (UINT64_C(40587) * 24 * 60 * 60 * 10000000)

static uint64_t
nisca_content(const wire_t *w, const nisca_message_t *message)
{
    unsigned size = w->end > message->data ? MIN(w->end - message->data, CONTENT_SIZE) : 0;

    return size > 0 && tvb_captured_length(w->tvb) >= message->data + size
               ? sightings_hash(w->tvb, message->data, size, message->length)
               : 0;
}

/* The sender's own clock in ns; 0 where that is no date. */
static int64_t
nisca_own_time(const nisca_message_t *message)
{
    uint64_t since = message->transmit_time - VMS_TO_UNIX;

    return message->transmit_time > VMS_TO_UNIX && since < (uint64_t)INT64_MAX / VMS_TICK_NS
               ? (int64_t)since * VMS_TICK_NS
               : 0;
}

/* Channel control has the time at which it was sent; its clock may tick so slowly that
 * frames to several nodes have one. */
static void
nisca_identify_cc(const nisca_frame_t *frame, identity_t *identity)
{
    const nisca_message_t *message = frame->message;
    uint64_t type = message->flags & NISCA_CC_TYPE;

    identity->series = sightings_mix(frame->lan_src, type) | 1;
    identity->number = message->transmit_time;
    identity->has_number = message->transmit_time != 0;
    identity->own_time = nisca_own_time(message);
    identity->once = identity->has_number;
    identity->is_cut = !identity->has_number;
    identity->content = sightings_mix(sightings_mix(frame->lan_src, frame->dst),
                                      type << 32 | message->length);
}

/* A datagram has no number: an ACK, or what begins a circuit. */
static uint64_t
nisca_datagram_content(const nisca_message_t *message)
{
    uint64_t acks = (uint64_t)message->tr_ack << 32 | message->ext_ack;
    uint64_t kind = message->has_ppd ? (uint64_t)message->ppd_type + 1 : 0;
    uint64_t sizes = (uint64_t)message->tr_seq << 32 | (message->flags & 0xffff) << 16
                     | (message->length & 0xffff);

    return sightings_mix(sightings_mix(acks, kind), sizes);
}

/* What is sent again may go out by another adapter each time, or acknowledge more, and is
 * another attempt then. */
static uint8_t
nisca_variant(const nisca_frame_t *frame)
{
    return frame->message->flags & NISCA_TR_REXMT
               ? (uint8_t)(sightings_mix(frame->lan_src, 1 + frame->message->tr_ack) << 1 | 1)
               : 0;
}

static void
nisca_identify_tr(const wire_t *w, const nisca_frame_t *frame, identity_t *identity)
{
    const nisca_message_t *message = frame->message;
    identity->series = sightings_mix(frame->src, frame->dst) | 1;
    identity->variant = nisca_variant(frame);
    if (message->has_seq) {
        identity->number = message->seq;
        identity->count = message->numbers_extended ? UINT64_C(1) << 32 : UINT64_C(1) << 16;
        identity->has_number = true;
        identity->content = nisca_content(w, message);
    } else {
        identity->number = message->transmit_time; /* of START and STACK */
        identity->has_number = identity->once = message->transmit_time != 0;
        identity->is_cut = !identity->has_number && message->has_ppd
                           && message->ppd_type <= NISCA_PPD_STACK;
        /* Cooked frames lack the LAN address that they went to. */
        identity->content = sightings_mix(sightings_mix(frame->lan_src, identity->series),
                                          nisca_datagram_content(message));
    }
}

static bool
nisca_observe(const wire_t *w, nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    identity_t identity = {
        .group = message->group,
        .sender = nisca_observed_node(frame->src),
        .to = message->dst.is_node ? nisca_observed_node(frame->dst) : OBSERVED_TO_ALL,
        .what = message->is_unknown ? NULL : message->name,
    };

    if (message->has_tr) {
        nisca_identify_tr(w, frame, &identity);
    } else {
        nisca_identify_cc(frame, &identity);
    }
    if (nisca_state->observer == NULL) {
        nisca_state->observer = observer_new(&nisca_observer_rules);
    }
    if (!observe(nisca_state->observer, w->pinfo, &identity, &frame->seen)) {
        first_pass_tell_limit(&nisca_state->pass);
        return false;
    }
    frame->content = identity.content;
    frame->cluster = frame->seen.cluster->idx;
    nisca_state->clusters = MAX(nisca_state->clusters, frame->cluster + 1);
    frame->when = frame->seen.at.when;
    frame->time_here = capture_time(w->pinfo);
    return true;
}

static bool
nisca_begin_frame(const wire_t *w, nisca_frame_t *frame)
{
    frame->pinfo = w->pinfo;
    frame->tvb = w->tvb;
    frame->frame = w->pinfo->num;
    frame->src = frame->message->src.number;
    frame->dst = frame->message->dst.number;
    if (!frame->message->over_udp) {
        frame->lan_src = nisca_lan_address(&w->pinfo->dl_src);
        frame->lan_dst = nisca_lan_address(&w->pinfo->dl_dst);
    }
    return nisca_observe(w, frame);
}

/* What concerns the place, at the first sighting there. */
static void
nisca_analyse_here(const nisca_frame_t *frame)
{
    if (nisca_cc_is(frame->message, NISCA_CC_HELLO)) {
        nisca_hellos_analyse(frame);
    } else if (frame->lan_dst != 0) {
        nisca_directed_analyse(frame);
    }
    if (!frame->seen.is_first && frame->message->has_tr) {
        nisca_lines_note_copy(frame);
    }
}

/* What concerns the wire, at the first sighting of a transmission. */
static void
nisca_analyse_transmission(nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;

    nisca_presence_analyse(frame);
    nisca_identity_analyse(frame);
    nisca_lines_analyse(frame, nisca_paths_analyse(frame));
    if (message->has_tr) {
        nisca_circuits_analyse(frame);
    } else {
        nisca_channels_analyse(frame);
    }
    nisca_nodes_analyse(frame);
    if (message->has_scs) {
        nisca_connections_analyse(frame);
        nisca_mscp_analyse(frame);
    }
    nisca_cnx_analyse(frame);
}

/* Equal ACKs for a message and its copy come shortly after each other; what comes at once
 * may be a mirror's. */
static bool
nisca_is_second_ack(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;

    return message->has_tr && message->has_ack && !message->has_seq && frame->seen.here == 2
           && frame->when - frame->seen.first.when > NS_PER_MS
           && observation_note(nisca_state->observer, frame->pinfo).duplicate_of != 0;
}

void
nisca_analyse(const wire_t *w, const nisca_message_t *message)
{
    nisca_frame_t frame = { .message = message };

    if (!pref_analysis || !first_pass_is_due(w->pinfo)) {
        return;
    }
    nisca_state_begin_frame(w->pinfo->num);
    nisca_cnx_state_begin_frame(w->pinfo->num);
    if (!(message->has_cc || message->has_tr) || !nisca_begin_frame(w, &frame)) {
        return;
    }
    nisca_names_analyse(&frame);
    if (frame.seen.is_first_here) {
        nisca_analyse_here(&frame);
    }
    if (frame.seen.is_first) {
        nisca_analyse_transmission(&frame);
    } else if (nisca_is_second_ack(&frame)) {
        nisca_acks_analyse(&frame);
    } else if (message->has_seq && frame.seen.here == 2) {
        nisca_copies_analyse(&frame);
    }
}

void
nisca_analysis_register(module_t *module)
{
    prefs_register_bool_preference(
        module, "analysis", "Analyze several messages together",
        "Pair messages with acknowledgments, say why messages were retransmitted, measure HELLO "
        "intervals, follow channels, circuits and connections",
        &pref_analysis);
    nisca_state_register();
}
