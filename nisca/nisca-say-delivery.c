/* nisca-say-delivery.c
 * What expert items say of single messages: who sent them to whom, which, and how late.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-say-delivery.h"

#include "nisca-say.h"
#include "nisca-state.h"

/* --- HELLOs ------------------------------------------------------------------------ */

void
nisca_say_hello_late(const finding_view_t *view, const finding_t *hello, event_t *event)
{
    event_say(event, "%s: HELLO of ", nisca_sender_label(view));
    nisca_say_adapter(view, event);
    event_say(event, " is late, ");
    event_say_time(event, hello->value);
    event_say(event, " behind the one before");
}

void
nisca_say_hello_lost(const finding_view_t *view, const finding_t *hello, event_t *event)
{
    event_say(event, "%s: no HELLO of ", nisca_sender_label(view));
    nisca_say_adapter(view, event);
    event_say(event, " seen here for ");
    event_say_time(event, hello->value);
    event_say(event, ", %u missed", cadence_missed(&nisca_hello_rules, hello->value));
}

/* --- Delivery ---------------------------------------------------------------------- */

/* "message 36 from VAX1 to VAX2" */
static void
nisca_say_message(const finding_view_t *view, event_t *event)
{
    const nisca_message_t *m = view->message;

    if (m->has_seq) {
        event_say(event, "message %u", m->seq);
    } else {
        event_say(event, "%s", m->name);
    }
    event_say(event, " from %s to %s", nisca_sender_label(view), nisca_receiver_label(view));
}

/* What is not known is said with the node that would have to tell it. */
void
nisca_say_rexmt(const finding_view_t *view, const finding_t *rexmt, event_t *event)
{
    static const char *const texts[][2] = {
        [NISCA_CAUSE_UNPROVEN] = { "No cause, as nothing that ",
                                   " sent to this node was captured so far" },
        [NISCA_CAUSE_MESSAGE_LOST] = { "Message lost" },
        [NISCA_CAUSE_ACK_LOST] = { "ACK lost or late" },
        [NISCA_CAUSE_NO_ORIGINAL] = { "Original not captured" },
        [NISCA_CAUSE_UNACKED] = { "No ACK of ", " for it was captured so far" },
        [NISCA_CAUSE_UNCERTAIN] = { "No cause, as the ACK of ",
                                    " may be for the original or for a copy" },
    };
    const char *const *text = texts[rexmt->value];
    const finding_t *original = found_get(view->found, NISCA_FOUND_REXMT_OF);

    event_say(event, "Retransmission: %s", text[0]);
    if (text[1] != NULL) {
        event_say(event, "%s%s", nisca_receiver_label(view), text[1]);
    }
    event_say(event, "; ");
    nisca_say_message(view, event);
    if (original != NULL && original->value > 0) { /* not over a clock that was set */
        event_say(event, ", ");
        event_say_time(event, original->value);
        event_say(event, " after the first time");
    }
}

void
nisca_say_duplicate(const finding_view_t *view, const finding_t *duplicate, event_t *event)
{
    event_say(event, "Duplicate: ");
    nisca_say_message(view, event);
    event_say(event, " was seen before, in frame %u, and this is no retransmission",
              duplicate->ref);
}

void
nisca_say_gap(const finding_view_t *view, const finding_t *gap, event_t *event)
{
    const nisca_message_t *m = view->message;
    uint32_t count = (uint32_t)MIN(gap->value, (int64_t)UINT32_MAX);

    event_say(event, "%u message%s from %s to %s before number %u ", count, count == 1 ? "" : "s",
              nisca_sender_label(view), nisca_receiver_label(view), m->seq);
    event_say(event, "%s not captured (lost before, or sent over another LAN)",
              count == 1 ? "was" : "were");
}

void
nisca_say_ack_unseen(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    const nisca_message_t *m = view->message;

    event_say(event, "%s acknowledges message %u of %s, which was not captured (another LAN may "
                     "have carried it)", nisca_sender_label(view), m->ack,
              nisca_receiver_label(view));
}

void
nisca_say_rsvp_late(const finding_view_t *view, const finding_t *answer, event_t *event)
{
    event_say(event, "%s wanted an ACK at once, that of %s came after ",
              nisca_receiver_label(view), nisca_sender_label(view));
    event_say_time(event, answer->value);
}

void
nisca_say_start_again(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    event_say(event, "%s starts its established circuit with %s again (START)",
              nisca_sender_label(view), nisca_receiver_label(view));
}

/* --- Channels ---------------------------------------------------------------------- */

static void
nisca_say_asked_again(const finding_view_t *view, event_t *event)
{
    const nisca_message_t *m = view->message;

    event_say(event, "%s repeated, from %s (%s) to ", m->name, nisca_sender_label(view),
              m->src.device != NULL ? m->src.device : "-");
    event_say(event, "%s (%s): ", nisca_receiver_label(view),
              m->dst.device != NULL ? m->dst.device : "-");
}

void
nisca_say_no_verf(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    nisca_say_asked_again(view, event);
    event_say(event, "no VERF came back (wrong password, or one-way path)");
}

void
nisca_say_no_vack(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    nisca_say_asked_again(view, event);
    event_say(event, "no VACK came back (one-way path, or packets too large for it)");
}

void
nisca_say_ignored(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    event_say(event, "%s sends for an old channel: %s has formed a new one, and ignores this frame",
              nisca_sender_label(view), nisca_receiver_label(view));
}

void
nisca_say_other_password(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    const nisca_message_t *m = view->message;

    event_say(event, "%s: the password field differs from the one that group %u used so far",
              nisca_sender_label(view), m->group);
}
