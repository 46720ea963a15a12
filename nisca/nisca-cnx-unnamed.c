/* nisca-cnx-unnamed.c
 * Connections that were made before the capture began, so that nothing names
 * their processes: which of them are those of VMS$VAXcluster.
 *
 * The first message that looks like one of VMS$VAXcluster shows what the pair of
 * connection ids is for.  A message of another length shows that it is for
 * something else, as VMS$VAXcluster has one length only.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx-state.h"

#include "capture_point.h"

/* Frames; 0: none yet.  What is true of a later frame is not of an earlier one,
 * so that every pass shows what the first one did. */
struct nisca_cnx_unnamed {
    uint32_t like;   /* the first that looks like VMS$VAXcluster */
    uint32_t unlike; /* the first that cannot be */
};

/* Both directions have the same key. */
static uint64_t
nisca_cnx_unnamed_key(const nisca_message_t *message)
{
    uint64_t src = message->src.number;
    uint64_t dst = message->dst.number;
    bool from_lower = src < dst;
    uint64_t lower = from_lower ? message->src_conid : message->dst_conid;
    uint64_t higher = from_lower ? message->dst_conid : message->src_conid;
    uint64_t key = sightings_mix(MIN(src, dst), MAX(src, dst));

    return sightings_mix(sightings_mix(key, message->group), lower << 32 | higher);
}

bool
nisca_cnx_is_known(const wire_t *w, nisca_message_t *m, bool looks_like_it)
{
    const nisca_cnx_unnamed_t *unnamed;

    if (nisca_cnx_state == NULL || w->pinfo->flags.in_error_pkt) {
        return looks_like_it;
    }
    m->unnamed = lookup_find(&nisca_cnx_state->unnamed, nisca_cnx_unnamed_key(m));
    unnamed = m->unnamed;
    if (unnamed == NULL || (unnamed->unlike != 0 && unnamed->unlike < w->pinfo->num)) {
        return unnamed == NULL && looks_like_it;
    }
    return looks_like_it || (unnamed->like != 0 && unnamed->like < w->pinfo->num);
}

void
nisca_cnx_learn_unnamed(const nisca_message_t *message, uint32_t frame)
{
    nisca_cnx_unnamed_t *unnamed = message->unnamed;

    if (unnamed == NULL) {
        unnamed = nisca_cnx_obtain(&nisca_cnx_state->unnamed, nisca_cnx_unnamed_key(message),
                                   sizeof *unnamed, NISCA_CNX_MAX_UNNAMED);
    }
    if (unnamed == NULL) {
        return;
    }
    if (message->application_size != NISCA_CNX_SIZE) {
        unnamed->unlike = unnamed->unlike != 0 ? unnamed->unlike : frame;
    } else if (message->cnx != NULL) {
        unnamed->like = unnamed->like != 0 ? unnamed->like : frame;
    }
}
