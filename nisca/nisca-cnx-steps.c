/* nisca-cnx-steps.c
 * The nodes that take part in a transition, and its steps after it is committed:
 * each participant says READY, and when all have, the coordinator says DOSTEP.
 *
 * Nothing says how many steps there are: twelve in all captures.  The last one
 * is the one that no READY follows.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx-state.h"

#include "capture_point.h"

/* When nothing of a transition came for so long, it is over, or waits for a
 * node. */
#define WAITS_AFTER (10 * NS_PER_S)

/* A step that is worth a word; most take less than a millisecond (captures). */
#define LONG_STEP (NS_PER_S / 10)

/* --- Participants ---------------------------------------------------------------- */

nisca_cnx_participant_t *
nisca_cnx_participant(nisca_cnx_transition_t *transition, nisca_cnx_node_t *node)
{
    unsigned count = wmem_array_get_count(transition->participants);
    nisca_cnx_participant_t fresh = { .node = node };

    for (unsigned i = 0; i < count; i++) {
        nisca_cnx_participant_t *participant = wmem_array_index(transition->participants, i);

        if (participant->node == node) {
            return participant;
        }
    }
    if (count >= NISCA_CNX_MAX_PARTICIPANTS) {
        first_pass_tell_limit(&nisca_cnx_state->pass);
        return NULL;
    }
    wmem_array_append_one(transition->participants, fresh);
    return wmem_array_index(transition->participants, count);
}

/* Steps come after PH2 only, which may be missing in the capture. */
bool
nisca_cnx_is_committed(const nisca_cnx_transition_t *transition)
{
    return transition->commit_frame != 0 || transition->ready > 0 || transition->step > 0;
}

/* Where the coordinator is not in the capture, its DOSTEPs are not. */
bool
nisca_cnx_is_in_step(const nisca_cnx_transition_t *transition)
{
    return transition->hears_coordinator && transition->ready > transition->step;
}

/* A node that holds up the transition, where what it sends is in the capture. */
static bool
nisca_cnx_is_missing(const nisca_cnx_frame_t *frame, const nisca_cnx_transition_t *transition,
                     const nisca_cnx_participant_t *participant, int64_t patience)
{
    int64_t since = nisca_cnx_is_committed(transition) ? transition->ready_first
                                                       : participant->asked_at;

    if (!nisca_cnx_hears(frame->realm, participant->node, transition->coordinator,
                         since)) {
        return false;
    }
    if (!nisca_cnx_is_committed(transition)) {
        return participant->asked && !participant->accepted
               && frame->when - participant->asked_at > patience;
    }
    return nisca_cnx_is_in_step(transition) && participant->ready < transition->ready
           && frame->when - transition->ready_first > patience;
}

/* All members have done their part, and the capture has all of them. */
static bool
nisca_cnx_is_coordinator_missing(const nisca_cnx_frame_t *frame,
                                 const nisca_cnx_transition_t *transition, int64_t patience)
{
    unsigned count = wmem_array_get_count(transition->participants);
    bool is_committed = nisca_cnx_is_committed(transition);
    int64_t since = is_committed ? transition->ready_first : transition->proposed;

    if (!transition->has_proposal || count + 1 != transition->members
        || (is_committed && !nisca_cnx_is_in_step(transition))
        || frame->when - transition->last <= patience) {
        return false;
    }
    for (unsigned i = 0; i < count; i++) {
        const nisca_cnx_participant_t *participant =
            wmem_array_index(transition->participants, i);

        if ((is_committed ? participant->ready < transition->ready : !participant->accepted)
            || !nisca_cnx_hears(frame->realm, transition->coordinator,
                                participant->node, since)) {
            return false;
        }
    }
    return true;
}

static void
nisca_cnx_say_one_missing(const nisca_cnx_node_t *node, bool is_another, wmem_strbuf_t *text)
{
    const char *name = nisca_cnx_label(node);

    nisca_cnx_find(NISCA_CNX_FOUND_MISSING, nisca_cnx_keep_words(node, name), 0);
    wmem_strbuf_append_printf(text, "%s%s", is_another ? ", " : ", waiting for ", name);
}

unsigned
nisca_cnx_say_missing(const nisca_cnx_frame_t *frame, const nisca_cnx_transition_t *transition,
                      int64_t patience, wmem_strbuf_t *text)
{
    unsigned count = wmem_array_get_count(transition->participants), missing = 0;

    for (unsigned i = 0; i < count; i++) {
        const nisca_cnx_participant_t *participant =
            wmem_array_index(transition->participants, i);

        if (nisca_cnx_is_missing(frame, transition, participant, patience)) {
            nisca_cnx_say_one_missing(participant->node, missing++ > 0, text);
        }
    }
    if (missing == 0 && nisca_cnx_is_coordinator_missing(frame, transition, patience)) {
        nisca_cnx_say_one_missing(transition->coordinator, false, text);
        wmem_strbuf_append(text, ", the coordinator");
        missing++;
    }
    return missing;
}

/* --- Steps ----------------------------------------------------------------------- */

void
nisca_cnx_ready(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    nisca_cnx_participant_t *participant = nisca_cnx_participant(transition, frame->src);
    uint32_t step = frame->cnx->step;

    transition->last_frame = frame->frame;
    if (!nisca_cnx_hears(frame->realm, transition->coordinator, frame->src,
                         frame->when)) {
        transition->hears_coordinator = false; /* it said more than the capture has */
    }
    if (step > transition->ready) {
        transition->ready = step;
        transition->ready_first = frame->when;
    }
    if (participant != NULL && step > participant->ready) {
        participant->ready = step;
        participant->ready_at = frame->when;
    }
}

/* Who was ready last with the step of this frame, if several were, and the capture has
 * all of them. */
static const nisca_cnx_participant_t *
nisca_cnx_slowest(const nisca_cnx_transition_t *transition)
{
    const nisca_cnx_participant_t *slowest = NULL;
    unsigned count = wmem_array_get_count(transition->participants), ready = 0;

    for (unsigned i = 0; i < count; i++) {
        const nisca_cnx_participant_t *participant =
            wmem_array_index(transition->participants, i);

        if (participant->ready == transition->step) {
            ready++;
            if (slowest == NULL || participant->ready_at >= slowest->ready_at) {
                slowest = participant;
            }
        }
    }
    return ready > 1 && ready == count
                   && (!transition->has_proposal || count + 1 == transition->members)
               ? slowest
               : NULL;
}

static void
nisca_cnx_measure_step(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    const nisca_cnx_participant_t *slowest = nisca_cnx_slowest(transition);
    int64_t duration = frame->when - transition->ready_first;

    nisca_cnx_find(NISCA_CNX_FOUND_STEP, 0, duration);
    if (slowest != NULL) {
        nisca_cnx_find(NISCA_CNX_FOUND_SLOWEST,
                       nisca_cnx_keep_words(slowest->node, nisca_cnx_label(slowest->node)),
                       slowest->ready_at - transition->ready_first);
    }
    if (duration > transition->worst) {
        transition->worst = duration;
        transition->worst_step = transition->step;
        transition->worst_node = slowest != NULL ? nisca_cnx_label(slowest->node) : NULL;
    }
}

/* The same step goes to each participant; the first of these ends the wait. */
void
nisca_cnx_dostep(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    transition->last_frame = frame->frame;
    if (transition->end != NULL && transition->end->kind == NISCA_CNX_FOUND_END
        && transition->end->frame == transition->proposal_frame) {
        transition->end->ref = frame->frame;
    }
    if (transition->proposal_frame != 0) {
        nisca_cnx_find(NISCA_CNX_FOUND_START, transition->proposal_frame, 0);
    }
    if (frame->cnx->step > transition->step) {
        transition->step = frame->cnx->step;
        if (transition->ready == transition->step) {
            nisca_cnx_measure_step(frame, transition);
        }
    }
}

/* Of one step alone the time was said. */
static void
nisca_cnx_say_longest(wmem_strbuf_t *text, const nisca_cnx_transition_t *transition)
{
    if (transition->step > 1 || transition->proposal_frame == 0) {
        wmem_strbuf_append_printf(text, ", step %u the longest with ", transition->worst_step);
        nisca_cnx_say_time(text, transition->worst);
    }
    if (transition->worst_node != NULL) {
        wmem_strbuf_append_printf(text, " (%s was ready last)", transition->worst_node);
    }
}

static void
nisca_cnx_tell_over(const nisca_cnx_frame_t *frame, const nisca_cnx_transition_t *transition)
{
    wmem_strbuf_t *text = wmem_strbuf_new(wmem_file_scope(), "");

    if (transition->proposal_frame != 0) {
        wmem_strbuf_append_printf(text, "Transition %u is over: %u step%s in ",
                                  transition->number, transition->step,
                                  transition->step > 1 ? "s" : "");
        nisca_cnx_say_time(text, transition->last - transition->proposed);
    } else {
        wmem_strbuf_append_printf(text, "Transition %u, whose proposal was not captured, is "
                                        "%sover after step %u", transition->number,
                                  transition->is_probable ? "probably " : "", transition->step);
    }
    if (transition->worst > LONG_STEP) {
        nisca_cnx_say_longest(text, transition);
    }
    nisca_cnx_find(NISCA_CNX_FOUND_OVER,
                   nisca_cnx_keep_words(transition->coordinator, wmem_strbuf_get_str(text)),
                   frame->when - transition->last);
}

/* Said once for each step, and once for the answers to the proposal. */
static void
nisca_cnx_tell_waiting(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    wmem_strbuf_t *text = wmem_strbuf_new(wmem_file_scope(), "");

    wmem_strbuf_append_printf(text, "Transition %u has made no progress for ", transition->number);
    nisca_cnx_say_time(text, WAITS_AFTER);
    if (nisca_cnx_is_committed(transition)) {
        wmem_strbuf_append_printf(text, " in step %u", transition->ready);
    }
    if (nisca_cnx_say_missing(frame, transition, WAITS_AFTER, text) > 0) {
        nisca_cnx_tell(NULL, wmem_strbuf_get_str(text));
    }
}

static void
nisca_cnx_look_whether_waiting(const nisca_cnx_frame_t *frame, nisca_cnx_transition_t *transition)
{
    bool is_committed = nisca_cnx_is_committed(transition);
    bool waits = is_committed ? nisca_cnx_is_in_step(transition)
                              : transition->proposal_frame != 0;
    int64_t since = is_committed ? transition->ready_first : transition->proposed;

    if (waits && !transition->is_broken_off && frame->when - since > WAITS_AFTER
        && transition->waited_told <= transition->ready) {
        transition->waited_told = transition->ready + 1;
        nisca_cnx_tell_waiting(frame, transition);
    }
}

/* The capture lacks messages of the coordinator to each participant, among which more
 * steps may be. */
static bool
nisca_cnx_may_lack_steps(const nisca_cnx_transition_t *transition)
{
    unsigned count = wmem_array_get_count(transition->participants);

    for (unsigned i = 0; i < count; i++) {
        const nisca_cnx_participant_t *participant =
            wmem_array_index(transition->participants, i);

        if (nisca_cnx_hears(transition->realm, transition->coordinator, participant->node,
                            transition->last)) {
            return false;
        }
    }
    return count > 0;
}

void
nisca_cnx_look_at_transition(const nisca_cnx_frame_t *frame)
{
    nisca_cnx_transition_t *transition =
        frame->cluster != NULL ? frame->cluster->latest : NULL;

    if (transition == NULL || transition->is_told || frame->when - transition->last < WAITS_AFTER) {
        return;
    }
    nisca_cnx_look_whether_waiting(frame, transition);
    if (transition->step != 0 && transition->ready <= transition->step) {
        transition->is_told = true;
        if (!nisca_cnx_may_lack_steps(transition)) {
            nisca_cnx_tell_over(frame, transition);
        }
    }
}
