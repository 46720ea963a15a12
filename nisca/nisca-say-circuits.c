/* nisca-say-circuits.c
 * Which circuit broke or starts again, which message waited, which channel does not form, and what
 * a path does not carry.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-say-circuits.h"

#include "nisca-paths.h"
#include "nisca-state.h"

static int hf_nisca_circuit_unacked = -1;
static int hf_nisca_circuit_tries = -1;
static int hf_nisca_ack_wait = -1;
static int hf_nisca_ack_message = -1;
static int hf_nisca_ack_tries = -1;

static expert_field ei_nisca_circuit_broken = EI_INIT;
static expert_field ei_nisca_ack_late = EI_INIT;
static expert_field ei_nisca_path_big_lost = EI_INIT;

/* A row of the story, with the frame of a message that is not acknowledged (event_t.topic). */
#define NISCA_TOPIC_BREAK (UINT64_C(16) << 32)

/* Where many breaks are not told one by one, one that lasts for longer than this is. */
#define LONG_FROM (30 * NS_PER_S)

static const char *
nisca_heard_words(nisca_heard_t heard)
{
    switch (heard) {
    case NISCA_HEARD_HELLOS:
        return "'s HELLOs went on";
    case NISCA_HEARD_NOTHING:
        return " was silent meanwhile";
    default:
        return " was heard meanwhile";
    }
}

static void
nisca_say_times(event_t *event, unsigned times)
{
    if (times == 1) {
        event_say(event, "once");
    } else {
        event_say(event, "%u times", times);
    }
}

static const char *
nisca_adapter_label(const finding_view_t *view, const nisca_unacked_t *unacked, uint64_t node,
                    uint64_t lan)
{
    const char *device = nisca_device_of(unacked->cluster, node, lan);

    return device != NULL ? device : nisca_lan_text(view->w->pinfo->pool, lan);
}

/* Which way the message went: the cables to look at. */
static void
nisca_say_routes(const finding_view_t *view, const nisca_unacked_t *unacked, event_t *event)
{
    const char *before = " (";

    for (unsigned i = 0; i < NISCA_ROUTES && unacked->routes[i].tries > 0; i++) {
        const nisca_route_t *route = &unacked->routes[i];

        if (route->path == 0 || nisca_path_adapter(route->path, unacked->from) == 0) {
            continue;
        }
        event_say(event, "%s", before);
        if (unacked->routes[1].tries > 0) {
            nisca_say_times(event, route->tries);
            event_say(event, " ");
        }
        event_say(event, "from %s%s to %s", *before == ' ' ? "adapter " : "",
                  nisca_adapter_label(view, unacked, unacked->from,
                                      nisca_path_adapter(route->path, unacked->from)),
                  nisca_adapter_label(view, unacked, unacked->to,
                                      nisca_path_adapter(route->path, unacked->to)));
        if (route->is_mixed) {
            nisca_say_vlan(route->feed, event);
        } else {
            nisca_say_lan(view->w->pinfo->pool, route->feed, event);
        }
        before = ", ";
    }
    event_say(event, *before == ',' ? ")" : "");
}

static void
nisca_say_unacked(const finding_view_t *view, const nisca_unacked_t *unacked, int64_t ago,
                  event_t *event)
{
    event_say(event, "message %u", unacked->number);
    event_say_frame(event, " in", unacked->frame, ago);
    event_say(event, " was sent %s", unacked->is_partial ? "at least " : "");
    nisca_say_times(event, unacked->tries);
    nisca_say_routes(view, unacked, event);
}

static void
nisca_say_broken(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_unacked_t *broken = nisca_break_at(finding->ref);
    const char *receiver = nisca_label(view, broken->cluster, broken->to);

    event->node = nisca_label(view, broken->cluster, broken->from);
    event_say(event, "The circuit from %s to %s broke: ", event->node, receiver);
    nisca_say_unacked(view, broken, finding->value, event);
    if (broken->trying > 0) { /* not over a clock that was set */
        event_say(event, " in ");
        event_say_time(event, broken->trying);
    }
    event_say(event, " and never acknowledged; %s%s", receiver,
              nisca_heard_words(broken->heard));
}

/* The START that proves it comes as the circuit works again: there it would look like an outage of
 * milliseconds. */
static void
nisca_begin_at(uint32_t frame, uint32_t feed, int64_t ago, event_t *event)
{
    if (ago > 0) { /* not over a clock that was set */
        event->begin = (event_begin_t){ .frame = frame, .feed = feed, .ago = ago };
    }
}

/* The expert item is about one of them, the story about all. */
void
nisca_tell_broken(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_unacked_t *broken = nisca_break_at(finding->ref);
    const repeats_t *breaks = &broken->breaks;

    event->topic = NISCA_TOPIC_BREAK | broken->frame;
    if (repeats_is_told(breaks)) {
        nisca_begin_at(broken->frame, broken->feed, finding->value, event);
        nisca_say_broken(view, finding, event);
        repeats_say(breaks, breaks->latest + finding->value, "; it broke", event);
    }
}

/* Of a break that was told, or was long. */
void
nisca_tell_works_again(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_unacked_t *broken = nisca_break_at(finding->ref);

    if (!repeats_is_told(&broken->breaks) && finding->value < LONG_FROM) {
        return;
    }
    event->node = nisca_label(view, broken->cluster, broken->from);
    event_say(event, "The circuit between %s and %s works again, ", event->node,
              nisca_label(view, broken->cluster, broken->to));
    event_say_time(event, finding->value);
    event_say(event, " after message %u", broken->number);
    event_say_frame(event, " in", broken->frame, finding->value);
    event_say(event, ", with which it broke");
}

/* If the circuit breaks with the message that waits, that is the story, and the channel a part of
 * it. */
void
nisca_say_channel_again(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_message_t *m = view->message;
    const nisca_again_t *again = nisca_channel_again_at(finding->ref);
    const nisca_unacked_t *stuck = &again->stuck;

    event->node = nisca_end_label(&m->src);
    event_say(event, "The channel from %s (%s) to %s (%s) is formed again, ", event->node,
              nisca_device_label(&m->src), nisca_end_label(&m->dst),
              nisca_device_label(&m->dst));
    if (stuck->frame == 0) {
        event_say_time(event, finding->value);
        event_say_frame(event, " behind the last answer (VACK) on it,", again->vack_frame,
                        finding->value);
    } else {
        event->topic = NISCA_TOPIC_BREAK | stuck->frame;
        event_say(event, "while %s waits for an ACK: ",
                  nisca_label(view, stuck->cluster, stuck->from));
        nisca_say_unacked(view, stuck, again->waited, event);
    }
}

void
nisca_say_waited(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_wait_t *wait = nisca_wait_at(finding->ref);
    const nisca_unacked_t *message = &wait->message;
    const char *receiver = nisca_label(view, message->cluster, message->to);

    event->node = nisca_label(view, message->cluster, message->from);
    event_say(event, "%s waited %s", event->node, wait->is_partial ? "at least " : "");
    event_say_time(event, finding->value);
    event_say(event, " for an ACK of %s: ", receiver);
    nisca_say_unacked(view, message, finding->value, event);
    if (wait->count > 1) {
        event_say(event, ", and %u behind it waited, too", wait->count - 1);
    }
    event_say(event, "; %s%s", receiver, nisca_heard_words(message->heard));
    if (wait->back_frame != 0) {
        event_say(event, "; it waits as well, for message %u (frame %u)", wait->back_number,
                  wait->back_frame);
    }
}

void
nisca_show_waited(finding_view_t *view, const finding_t *finding)
{
    const nisca_wait_t *wait = nisca_wait_at(finding->ref);

    finding_link(view, hf_nisca_ack_message, wait->message.frame);
    finding_number(view, hf_nisca_ack_tries, wait->message.tries);
    finding_time(view, hf_nisca_ack_wait, finding->value);
    finding_expert_said(view, finding, &ei_nisca_ack_late, nisca_say_waited);
}

void
nisca_waited_words(info_t *info, const finding_t *finding)
{
    const nisca_unacked_t *message = &nisca_wait_at(finding->ref)->message;

    info_text(info, " [");
    info_text(info, nisca_label_of(info->pinfo, message->cluster, message->from));
    info_seconds(info, " waited ", finding->value);
    info_text(info, "]");
}

void
nisca_show_broken(finding_view_t *view, const finding_t *finding)
{
    const nisca_unacked_t *broken = nisca_break_at(finding->ref);

    finding_number(view, hf_nisca_circuit_tries, broken->tries);
    finding_link(view, hf_nisca_circuit_unacked, broken->frame);
    finding_expert_said(view, finding, &ei_nisca_circuit_broken, nisca_say_broken);
}

/* One START may end both directions: each says whose it is. */
void
nisca_broken_words(info_t *info, const finding_t *finding)
{
    const nisca_unacked_t *broken = nisca_break_at(finding->ref);

    info_text(info, " [Circuit from ");
    info_text(info, nisca_label_of(info->pinfo, broken->cluster, broken->from));
    info_number(info, " broke: message ", broken->number);
    info_number(info, broken->is_partial ? " was sent at least " : " was sent ", broken->tries);
    info_text(info, broken->tries == 1 ? " time]" : " times]");
}

/* A circuit that broke was told, and this is how it starts over.  Of two machines that have one
 * name, the address tells which it is. */
void
nisca_say_restarted(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_message_t *m = view->message;
    packet_info *pinfo = view->w->pinfo;
    uint64_t lan = m->over_udp ? 0 : nisca_lan_address(&pinfo->dl_src);

    if (found_has(view->found, NISCA_FOUND_BROKEN)) {
        return;
    }
    event->node = nisca_sender_label(view);
    event_say(event, "%s starts its circuit with %s again", event->node,
              nisca_receiver_label(view));
    if (lan != 0) {
        event_say(event, ", from %s", nisca_lan_text(pinfo->pool, lan));
    }
    if (finding->ref != 0) {
        event_say(event, ": it was booted since, or it is another system");
    }
}

/* Once for each channel, until it forms. */
void
nisca_say_not_formed(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_message_t *m = view->message;

    if (finding->value != 0) {
        event->node = nisca_end_label(&m->src);
        event_say(event, "The channel from %s (%s) to %s (%s) does not form: ", event->node,
                  nisca_device_label(&m->src), nisca_end_label(&m->dst),
                  nisca_device_label(&m->dst));
        if (finding->kind == NISCA_FOUND_NO_VERF) {
            event_say(event, "%s asks again (CCSTART), as no answer (VERF) came", event->node);
        } else {
            event_say(event, "%s's answer (VERF) seems not to reach %s, which asks again (CCSTART)",
                      nisca_end_label(&m->dst), event->node);
        }
    }
}

/* The sizes are those of the side that asks: the receiver of a VACK, or who asks again. */
static void
nisca_say_tested_path(const finding_view_t *view, const nisca_sizes_t *sizes, event_t *event)
{
    const nisca_message_t *m = view->message;
    const nisca_node_t *from = nisca_cc_is(m, NISCA_CC_VACK) ? &m->dst : &m->src;
    const nisca_node_t *to = from == &m->src ? &m->dst : &m->src;

    event->node = nisca_end_label(from);
    event_say(event, "The path from %s (%s) ", event->node, nisca_device_label(from));
    event_say(event, "to %s (%s)", nisca_end_label(to), nisca_device_label(to));
    nisca_say_vlan(sizes->feed, event);
}

static void
nisca_say_big_lost(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_sizes_t *sizes = nisca_sizes_at(finding->ref);

    nisca_say_tested_path(view, sizes, event);
    event_say(event, " loses big packets: ");
    event_say(event, "test packets (VERF) of %u bytes are answered, of %u not", sizes->answered,
              sizes->lost.size);
}

/* It is proved when all sizes were tried, which takes a while. */
void
nisca_tell_big_lost(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_lost_verfs_t *lost = &nisca_sizes_at(finding->ref)->lost;

    nisca_say_big_lost(view, finding, event);
    event_say(event, " (%u since frame %u)", lost->count, lost->first_frame);
    nisca_begin_at(lost->first_frame, lost->first_feed, finding->value, event);
}

void
nisca_say_big_again(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_sizes_t *sizes = nisca_sizes_at(finding->ref);
    const nisca_lost_verfs_t *lost = &sizes->lost;

    nisca_say_tested_path(view, sizes, event);
    event_say(event, " carries bigger packets again: test packets (VERF) of %u bytes are answered",
              sizes->answered);
    event_say_frame(event, ", as they were not from", lost->first_frame, finding->value);
    event_say_frame(event, " to", lost->last_frame, finding->value + lost->first - lost->last);
}

void
nisca_show_big_lost(finding_view_t *view, const finding_t *finding)
{
    finding_expert_said(view, finding, &ei_nisca_path_big_lost, nisca_say_big_lost);
}

/* Once for each channel, until it is formed again. */
void
nisca_say_stale(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    if (finding->value != 0) {
        event->node = nisca_sender_label(view);
        event_say(event, "%s sends again for an old channel: ", event->node);
        event_say(event, "%s has formed a new one, and ignores it", nisca_receiver_label(view));
    }
}

/* --- Registration -------------------------------------------------------------------- */

void
nisca_say_circuits_register(int proto)
{
    static hf_register_info hf[] = {
        { &hf_nisca_circuit_unacked,
          { "First message not acknowledged", "nisca.circuit.unacked", FT_FRAMENUM, BASE_NONE,
            NULL, 0x0, "Its first transmission, before the circuit broke", HFILL } },
        { &hf_nisca_circuit_tries,
          { "Times that message was sent", "nisca.circuit.tries", FT_UINT32, BASE_DEC, NULL, 0x0,
            "Retransmissions included", HFILL } },
        { &hf_nisca_ack_wait,
          { "Longest wait that this ACK ends", "nisca.ack.wait", FT_RELATIVE_TIME, BASE_NONE, NULL,
            0x0,
            "Since the message was first sent; only if it was sent again and waited for more than "
            "3.5 s, and once for all that waited at the same time",
            HFILL } },
        { &hf_nisca_ack_message,
          { "Message that waited", "nisca.ack.message", FT_FRAMENUM, BASE_NONE, NULL, 0x0,
            "Its first transmission", HFILL } },
        { &hf_nisca_ack_tries,
          { "Times the message that waited was sent", "nisca.ack.tries", FT_UINT32, BASE_DEC, NULL,
            0x0, "Retransmissions included", HFILL } },
    };
    static ei_register_info ei[] = {
        { &ei_nisca_circuit_broken,
          { "nisca.circuit.broken", PI_SEQUENCE, PI_WARN,
            "A circuit broke with a message that was never acknowledged", EXPFILL } },
        { &ei_nisca_ack_late,
          { "nisca.ack.late", PI_SEQUENCE, PI_WARN,
            "A message was not acknowledged for more than 3.5 s", EXPFILL } },
        { &ei_nisca_path_big_lost,
          { "nisca.path.big_lost", PI_SEQUENCE, PI_WARN,
            "Big packets are lost on the path of a channel", EXPFILL } },
    };

    proto_register_field_array(proto, hf, array_length(hf));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
}
