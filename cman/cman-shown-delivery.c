/* cman-shown-delivery.c
 * What expert items say of single messages: who sent them, which, and how late.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-shown-delivery.h"

#include "cman-shown.h"

#include <epan/to_str.h>

/* A node that is not in the cluster yet has an address only. */
static void
cman_say_sender(const finding_view_t *view, event_t *event)
{
    const cman_message_t *message = view->message;
    packet_info *pinfo = view->w->pinfo;

    if (message->srcid != 0) {
        event_say(event, "node %s", cman_label(view, message->srcid));
    } else {
        event_say(event, "%s", address_to_str(pinfo->pool, &pinfo->net_src));
    }
}

/* "node 2 acknowledges message 7 of node 1"; an ACK may be for all to see. */
static void
cman_say_ack(const finding_view_t *view, event_t *event)
{
    const cman_message_t *message = view->message;

    cman_say_sender(view, event);
    event_say(event, " acknowledges message %u", message->ack);
    if (message->tgtid != 0) {
        event_say(event, " of node %s", cman_label(view, message->tgtid));
    }
}

void
cman_say_duplicate_ack(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    cman_say_ack(view, event);
    event_say(event, ", as it did before");
}

void
cman_say_ack_unseen(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    cman_say_ack(view, event);
    event_say(event, ", which was not captured");
}

void
cman_say_retransmission(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_message_t *message = view->message;

    cman_say_sender(view, event);
    event_say(event, " sends message %u again", message->seq);
    if (message->tgtid != 0) {
        event_say(event, " to node %s", cman_label(view, message->tgtid));
    }
    if (finding->value >= 0) { /* not over a clock that was set */
        cman_say_seconds(event, ", ", finding->value, " after the first time");
    }
}

void
cman_say_duplicate(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_message_t *message = view->message;

    event_say(event, "Duplicate: message %u of ", message->seq);
    cman_say_sender(view, event);
    event_say(event, " comes again, the first time was in frame %u", finding->ref);
}

void
cman_say_gap(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_message_t *message = view->message;
    unsigned count = (unsigned)finding->value;

    event_say(event, "%u message%s of ", count, count == 1 ? "" : "s");
    cman_say_sender(view, event);
    event_say(event, " before number %u %s not captured", message->seq,
              count == 1 ? "was" : "were");
}

void
cman_say_backwards(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    const cman_message_t *message = view->message;

    event_say(event, "Message %u of ", message->seq);
    cman_say_sender(view, event);
    event_say(event, " has a lower number than the latest of this node");
}

void
cman_say_join_seq(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    const cman_message_t *message = view->message;

    cman_say_sender(view, event);
    event_say(event, " asks to join with sequence number %u and acknowledges %u: a node that "
                     "joins starts with 1 and acknowledges nothing", message->seq, message->ack);
}

/* That it was sent in time, as another place shows, and what this one did not get. */
static void
cman_say_sent(const finding_view_t *view, event_t *event)
{
    cadence_rules_t rules = cman_hello_rules();
    const finding_t *sent = found_get(view->found, CMAN_FOUND_HELLO_SENT);

    if (sent != NULL && cadence_judge(&rules, sent->value) == CADENCE_IN_TIME) {
        event_say(event, "; the one in frame %u was lost on the way here", sent->ref);
    }
}

void
cman_say_hello_late(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    cman_say_sender(view, event);
    cman_say_seconds(event, ": HELLO is late, ", finding->value, " behind the one before");
    cman_say_sent(view, event);
}

void
cman_say_hello_lost(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    uint32_t missed = cman_missed_in(finding->value);

    cman_say_sender(view, event);
    cman_say_seconds(event, ": no HELLO seen here for ", finding->value, "");
    event_say(event, ", %u missed", missed);
    cman_say_sent(view, event);
}
