/* observation-cut.c
 * Frames that are cut in front of what tells a transmission apart, beside others that are
 * not: by what both have, and the time.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "observation-state.h"

/* What cut frames are remembered by, and whole ones besides their number. */
static uint64_t
content_key(const subject_t *subject, bool is_cut)
{
    return sightings_mix(~subject->counter_key, subject->identity->content) + !is_cut;
}

static bool
has_both(const identity_t *identity)
{
    return identity->once && identity->series != 0 && identity->content != 0;
}

bool
transmission_is_same(const subject_t *subject, const transmission_t *known)
{
    return known->variant == subject->identity->variant
           && !content_differs(known, subject->identity)
           && transmission_apart(subject, known) <= transmission_tolerance(subject, known);
}

transmission_t *
transmission_by_content(const subject_t *subject)
{
    const identity_t *identity = subject->identity;
    transmission_t *known =
        identity->is_cut || has_both(identity)
            ? transmissions_find(&subject->observer->memory,
                                 content_key(subject, !identity->is_cut))
            : NULL;

    return known != NULL && known->frame != subject->pinfo->num
                   && transmission_is_same(subject, known)
               ? known
               : NULL;
}

void
transmission_keep_content(const subject_t *subject, const transmission_t *transmission)
{
    transmission_t kept = *transmission;

    if (has_both(subject->identity)) {
        kept.key = content_key(subject, false);
        transmissions_add(&subject->observer->memory, &kept);
    }
}
