/* nisca-analysis.c
 * The first pass: what a message means after those before it.  Here is the
 * order in which a frame is looked at.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-analysis.h"
#include "nisca-state.h"

static ws_bool pref_analysis = true;

/* --- One frame ------------------------------------------------------------- */

/* Equal bytes from two adapters are two frames. */
static sighting_t
nisca_sight(const wire_t *w, const nisca_frame_t *frame)
{
    uint64_t hash = sightings_hash(w->tvb, 0, w->end, frame->lan_src);

    hash = sightings_mix(hash, frame->lan_dst);
    return sightings_add(nisca_state->sightings, hash, frame->point, frame->frame, frame->time);
}

static void
nisca_begin_frame(const wire_t *w, nisca_frame_t *frame)
{
    frame->pinfo = w->pinfo;
    frame->tvb = w->tvb;
    frame->frame = w->pinfo->num;
    frame->point = capture_point(w->pinfo);
    frame->time = capture_time(w->pinfo);
    frame->src = nisca_address_number(frame->message->src.bytes);
    frame->dst = nisca_address_number(frame->message->dst.bytes);
    if (!frame->message->over_udp) {
        frame->lan_src = nisca_lan_address(&w->pinfo->dl_src);
        frame->lan_dst = nisca_lan_address(&w->pinfo->dl_dst);
    }
    nisca_state_begin_frame(frame->frame);
    frame->sighting = nisca_sight(w, frame);
    if (frame->sighting.copy_of != 0) {
        nisca_found(NISCA_FOUND_COPY, frame->sighting.copy_of, 0);
    }
}

void
nisca_analyse(const wire_t *w, const nisca_message_t *message)
{
    nisca_frame_t frame = { .message = message };

    if (!pref_analysis || !first_pass_is_due(w->pinfo)
        || !(message->has_cc || message->has_tr)) {
        return;
    }
    nisca_begin_frame(w, &frame);
    nisca_names_analyse(&frame);
    if (frame.sighting.copy_of == 0) {
        nisca_presence_analyse(&frame);
        nisca_identity_analyse(&frame);
        nisca_lines_analyse(&frame, nisca_paths_analyse(&frame));
    }
    if (message->has_tr) {
        nisca_circuits_analyse(&frame);
    } else {
        nisca_channels_analyse(&frame);
    }
    nisca_nodes_analyse(&frame);
    if (message->has_scs) {
        nisca_connections_analyse(&frame);
        nisca_mscp_analyse(&frame);
    }
    nisca_cnx_analyse(&frame);
}

void
nisca_analysis_register(module_t *module)
{
    prefs_register_bool_preference(
        module, "analysis", "Analyse several messages together",
        "Pair messages with acknowledgements, say why messages were retransmitted, measure HELLO "
        "intervals, follow channels, circuits and connections",
        &pref_analysis);
    nisca_state_register();
}
