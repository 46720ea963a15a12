/* nisca-say.c
 * What findings say that need words of their own: who is silent, which circuit broke, what
 * a path does not carry.  The words are those of the event and of the expert item.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-say.h"

#include "nisca-state.h"

#include "feeds.h"
#include "places.h"

static int hf_nisca_silent_last_frame = -1;
static int hf_nisca_circuit_unacked = -1;
static int hf_nisca_circuit_tries = -1;
static int hf_nisca_ack_wait = -1;
static int hf_nisca_ack_message = -1;
static int hf_nisca_ack_tries = -1;

expert_field ei_nisca_hello_lost = EI_INIT;
static expert_field ei_nisca_silent_node = EI_INIT;
static expert_field ei_nisca_circuit_broken = EI_INIT;
static expert_field ei_nisca_ack_late = EI_INIT;
static expert_field ei_nisca_path_big_lost = EI_INIT;
static expert_field ei_nisca_duplicate_system = EI_INIT;
static expert_field ei_nisca_solicit_unanswered = EI_INIT;

/* --- Names ----------------------------------------------------------------------- */

static const char *
nisca_decnet_text(wmem_allocator_t *pool, uint64_t node)
{
    unsigned id = (unsigned)((node & 0xff) << 8 | (node >> 8 & 0xff));

    return wmem_strdup_printf(pool, "%u.%u", id >> 10, id & 0x3ff);
}

const char *
nisca_label_in(wmem_allocator_t *pool, uint32_t group, uint64_t node)
{
    const char *name = nisca_name_of(group, node);

    return name != NULL ? name : nisca_decnet_text(pool, node);
}

static const char *
nisca_label_of(const packet_info *pinfo, uint32_t group, uint64_t node)
{
    return nisca_label_in(pinfo->pool, group, node);
}

static const char *
nisca_label(const finding_view_t *view, uint32_t group, uint64_t node)
{
    return nisca_label_of(view->w->pinfo, group, node);
}

/* Which silence it is, seen at its end or `ago` behind its begin. */
static void
nisca_say_silences(const nisca_silence_t *silence, int64_t ago, event_t *event)
{
    repeats_say(&silence->silences, silence->silences.latest + ago, ",", event);
}

static void
nisca_say_silent(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_silence_t *silence = nisca_silence_at(finding->ref);

    event->node = nisca_label(view, silence->group, silence->node);
    event_say(event, "%s is silent: no frame of any kind for ", event->node);
    event_say_time(event, finding->value);
    event_say_frame(event, ", the last is", silence->last_frame, finding->value);
}

static void
nisca_say_adapter_silent(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_silence_t *silence = nisca_silence_at(finding->ref);
    const char *device = nisca_device_of(silence->group, silence->node, silence->lan);

    event->node = nisca_label(view, silence->group, silence->node);
    event_say(event, "%s: adapter %s (%s) is silent: no HELLO for ", event->node,
              device != NULL ? device : "-", nisca_lan_text(view->w->pinfo->pool, silence->lan));
    event_say_time(event, finding->value);
    event_say_frame(event, ", the last is", silence->last_frame, finding->value);
    event_say(event, "; another adapter is heard");
}

/* An expert item is about one silence, the story about many. */
void
nisca_tell_silent(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_silence_t *silence = nisca_silence_at(finding->ref);

    if (!silence->is_folded) {
        nisca_say_silent(view, finding, event);
        nisca_say_silences(silence, finding->value, event);
    }
}

void
nisca_tell_adapter_silent(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_silence_t *silence = nisca_silence_at(finding->ref);

    if (!silence->is_folded) {
        nisca_say_adapter_silent(view, finding, event);
        nisca_say_silences(silence, finding->value, event);
    }
}

static const char *
nisca_end_label(const nisca_node_t *node)
{
    return node->name != NULL ? node->name : node->text;
}

static const char *
nisca_device_label(const nisca_node_t *node)
{
    return node->device != NULL ? node->device : "-";
}

void
nisca_show_silent(finding_view_t *view, const finding_t *finding)
{
    finding_link(view, hf_nisca_silent_last_frame, nisca_silence_at(finding->ref)->last_frame);
    finding_expert_said(view, finding, &ei_nisca_silent_node, nisca_say_silent);
}

void
nisca_show_adapter_silent(finding_view_t *view, const finding_t *finding)
{
    finding_expert_said(view, finding, &ei_nisca_hello_lost, nisca_say_adapter_silent);
}

static void
nisca_silence_words(info_t *info, const finding_t *finding, const char *before,
                    const char *nameless)
{
    const nisca_silence_t *silence = nisca_silence_at(finding->ref);
    const char *name = nisca_name_of(silence->group, silence->node);

    info_text(info, before);
    info_text(info, name != NULL ? name : nameless);
    info_seconds(info, " is silent for ", finding->value);
    info_text(info, "]");
}

void
nisca_adapter_silent_words(info_t *info, const finding_t *finding)
{
    nisca_silence_words(info, finding, " [An adapter of ", "a node");
}

void
nisca_silent_words(info_t *info, const finding_t *finding)
{
    nisca_silence_words(info, finding, " [", "A node");
}

const char *
nisca_sender_label(const finding_view_t *view)
{
    const nisca_message_t *m = view->message;

    return nisca_label(view, m->group, m->src.number);
}

const char *
nisca_receiver_label(const finding_view_t *view)
{
    const nisca_message_t *m = view->message;

    return nisca_label(view, m->group, m->dst.number);
}

/* Where no row has said that it was silent, this one does. */
void
nisca_say_heard_again(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_silence_t *silence = nisca_silence_at(finding->ref);

    if (silence->is_folded) {
        return;
    }
    event->node = nisca_sender_label(view);
    event_say(event, silence->was_told ? "%s is heard again, after "
                                       : "%s is heard again: it was silent for ", event->node);
    event_say_time(event, finding->value);
    event_say_frame(event, silence->was_told ? ", last heard in" : ", its last frame was",
                    silence->last_frame, finding->value);
    if (!silence->was_told) {
        nisca_say_silences(silence, finding->value, event);
    }
}

void
nisca_say_adapter(const finding_view_t *view, event_t *event)
{
    const nisca_node_t *sender = &((const nisca_message_t *)view->message)->src;
    packet_info *pinfo = view->w->pinfo;

    event->node = nisca_sender_label(view);
    event_say(event, "adapter %s (%s)", sender->device != NULL ? sender->device : "-",
              nisca_lan_text(pinfo->pool, nisca_lan_address(&pinfo->dl_src)));
}

void
nisca_say_hellos_again(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_silence_t *silence = nisca_silence_at(finding->ref);

    if (silence->is_folded) {
        return;
    }
    event_say(event, "%s: HELLOs of ", nisca_sender_label(view));
    nisca_say_adapter(view, event);
    event_say(event, silence->was_told ? " are heard again, after "
                                       : " are heard again: there was none for ");
    event_say_time(event, finding->value);
    event_say_frame(event, silence->was_told ? ", last heard in" : ", the last was",
                    silence->last_frame, finding->value);
    if (!silence->was_told) {
        nisca_say_silences(silence, finding->value, event);
    }
    event_say(event, "; other frames of %s were heard meanwhile", event->node);
}

/* DECnet does that when it starts, and LAN failover. */
void
nisca_say_other_address(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_silence_t *silence = nisca_silence_at(finding->ref);
    wmem_allocator_t *pool = view->w->pinfo->pool;
    const char *before = nisca_device_of(silence->group, silence->node, silence->lan);
    const char *now = nisca_device_of(silence->group, silence->node, silence->now);

    event->node = nisca_label(view, silence->group, silence->node);
    event_say(event, "%s: adapter %s (%s) follows on ", event->node, now != NULL ? now : "-",
              nisca_lan_text(pool, silence->now));
    event_say(event, "%s (%s)", before != NULL ? before : "-", nisca_lan_text(pool, silence->lan));
    event_say_frame(event, ", whose last HELLO is", silence->last_frame, finding->value);
    event_say(event, " (as when DECnet starts, or LAN failover)");
}

void
nisca_say_channel_again(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_message_t *m = view->message;

    event->node = nisca_end_label(&m->src);
    event_say(event, "The channel from %s (%s) to %s (%s) is formed again, ", event->node,
              nisca_device_label(&m->src), nisca_end_label(&m->dst),
              nisca_device_label(&m->dst));
    event_say_time(event, finding->value);
    event_say_frame(event, " behind the last answer (VACK) on it,", finding->ref, finding->value);
}

void
nisca_say_hellos_lost_here(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const feed_t *feed = feeds_find(view->w->pinfo);
    const char *place = feed != NULL ? places_label(view->w->pinfo->pool, feed->place) : "here";

    event_say(event, "%s saw no HELLO of %s, ", place, nisca_sender_label(view));
    nisca_say_adapter(view, event);
    event_say(event, ", for ");
    event_say_time(event, finding->value);
    event_say_frame(event, ", since", finding->ref, finding->value);
    event_say(event, ": they were sent in time, and lost on the way there");
}

void
nisca_show_unheard(finding_view_t *view, const finding_t *finding)
{
    proto_item *item = finding_link(view, hf_nisca_silent_last_frame, finding->ref);
    char seconds[DECIMAL_SIZE];

    proto_item_append_text(item, " (nothing heard of %s since, for %s s)",
                           nisca_receiver_label(view),
                           info_decimal(seconds, finding->value, NS_PER_S, 1));
}

void
nisca_unheard_words(info_t *info, const finding_t *finding)
{
    info_seconds(info, " [Nothing heard of the receiver for ", finding->value);
    info_text(info, "]");
}

void
nisca_say_leaves(const finding_view_t *view, const finding_t *finding _U_, event_t *event)
{
    event->node = nisca_sender_label(view);
    event_say(event, "%s says BYE: it leaves the cluster", event->node);
}

/* --- Circuits and paths ------------------------------------------------------------ */

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
    const char *device = nisca_device_of(unacked->group, node, lan);

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
            return;
        }
        event_say(event, "%s", before);
        if (unacked->routes[1].tries > 0) {
            nisca_say_times(event, route->tries);
            event_say(event, " ");
        }
        event_say(event, "from %s%s to %s", i == 0 ? "adapter " : "",
                  nisca_adapter_label(view, unacked, unacked->from,
                                      nisca_path_adapter(route->path, unacked->from)),
                  nisca_adapter_label(view, unacked, unacked->to,
                                      nisca_path_adapter(route->path, unacked->to)));
        before = ", ";
    }
    event_say(event, ")");
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
    const char *receiver = nisca_label(view, broken->group, broken->to);

    event->node = nisca_label(view, broken->group, broken->from);
    event_say(event, "The circuit from %s to %s broke: ", event->node, receiver);
    nisca_say_unacked(view, broken, finding->value, event);
    if (broken->trying > 0) { /* not over a clock that was set */
        event_say(event, " in ");
        event_say_time(event, broken->trying);
    }
    event_say(event, " and never acknowledged; %s%s", receiver,
              nisca_heard_words(broken->heard));
}

/* The expert item is about one of them, the story about all. */
void
nisca_tell_broken(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const repeats_t *breaks = &nisca_break_at(finding->ref)->breaks;

    if (repeats_is_told(breaks)) {
        nisca_say_broken(view, finding, event);
        repeats_say(breaks, breaks->latest + finding->value, "; it broke", event);
    }
}

void
nisca_say_waited(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_wait_t *wait = nisca_wait_at(finding->ref);
    const nisca_unacked_t *message = &wait->message;
    const char *receiver = nisca_label(view, message->group, message->to);

    event->node = nisca_label(view, message->group, message->from);
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
    info_text(info, nisca_label_of(info->pinfo, message->group, message->from));
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
    info_text(info, nisca_label_of(info->pinfo, broken->group, broken->from));
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
void
nisca_say_big_lost(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_sizes_t *sizes = nisca_sizes_at(finding->ref);
    const nisca_message_t *m = view->message;
    const nisca_node_t *from = nisca_cc_is(m, NISCA_CC_VACK) ? &m->dst : &m->src;
    const nisca_node_t *to = from == &m->src ? &m->dst : &m->src;

    event->node = nisca_end_label(from);
    event_say(event, "The path from %s (%s) ", event->node, nisca_device_label(from));
    event_say(event, "to %s (%s) loses big packets: ", nisca_end_label(to),
              nisca_device_label(to));
    event_say(event, "test packets (VERF) of %u bytes are answered, of %u not", sizes->answered,
              sizes->lost);
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

/* --- Who does not belong here -------------------------------------------------------- */

void
nisca_say_duplicate_system(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    packet_info *pinfo = view->w->pinfo;

    event->node = nisca_sender_label(view);
    event_say(event, "%s runs twice: %s goes on, and ", event->node,
              nisca_lan_text(pinfo->pool, nisca_lan_address(&pinfo->dl_src)));
    event_say(event, "%s says START with another time of boot (two systems, booted from one root)",
              nisca_lan_text(pinfo->pool, (uint64_t)finding->value));
}

void
nisca_say_names_clash(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_message_t *m = view->message;

    event->node = m->node_name;
    if (finding->value != 0) {
        event_say(event, "Two nodes are called %s: %s and %s", event->node,
                  nisca_decnet_text(view->w->pinfo->pool, (uint64_t)finding->value),
                  nisca_decnet_text(view->w->pinfo->pool, m->src.number));
    } else {
        event_say(event, "Two names for one node: %s calls itself %s, and had another name before",
                  nisca_decnet_text(view->w->pinfo->pool, m->src.number), event->node);
    }
}

/* Once for each node, until it says BYE. */
void
nisca_say_identity(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    if (finding->ref != 0) {
        nisca_say_names_clash(view, finding, event);
    }
}

void
nisca_show_duplicate_system(finding_view_t *view, const finding_t *finding)
{
    finding_expert_said(view, finding, &ei_nisca_duplicate_system, nisca_say_duplicate_system);
}

void
nisca_say_password(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    if (finding->value != 0) {
        event->node = nisca_sender_label(view);
        event_say(event, "%s uses another cluster password than the group", event->node);
    }
}

void
nisca_say_unserved(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_message_t *m = view->message;

    event->node = nisca_sender_label(view);
    event_say(event, "%s asks for %s the third time in ", event->node,
              m->service != NULL && *m->service != '\0' ? m->service : "service");
    event_say_time(event, finding->value);
    event_say(event, ", and no server answers (group, password, disk, or the path)");
}

void
nisca_show_unserved(finding_view_t *view, const finding_t *finding)
{
    finding_expert_said(view, finding, &ei_nisca_solicit_unanswered, nisca_say_unserved);
}

/* --- Registration -------------------------------------------------------------------- */

void
nisca_say_register(int proto)
{
    static hf_register_info hf[] = {
        { &hf_nisca_silent_last_frame,
          { "Last frame of the silent node in", "nisca.silent.last_frame", FT_FRAMENUM, BASE_NONE,
            NULL, 0x0, "Nothing of any kind was heard of it since", HFILL } },
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
        { &ei_nisca_hello_lost,
          { "nisca.analysis.hello_lost", PI_SEQUENCE, PI_WARN,
            "HELLOs were lost for longer than the listen timeout", EXPFILL } },
        { &ei_nisca_silent_node,
          { "nisca.silent_node", PI_SEQUENCE, PI_WARN,
            "A node is silent: nothing of it for the listen timeout", EXPFILL } },
        { &ei_nisca_circuit_broken,
          { "nisca.circuit.broken", PI_SEQUENCE, PI_WARN,
            "A circuit broke with a message that was never acknowledged", EXPFILL } },
        { &ei_nisca_ack_late,
          { "nisca.ack.late", PI_SEQUENCE, PI_WARN,
            "A message was not acknowledged for more than 3.5 s", EXPFILL } },
        { &ei_nisca_path_big_lost,
          { "nisca.path.big_lost", PI_SEQUENCE, PI_WARN,
            "Big packets are lost on the path of a channel", EXPFILL } },
        { &ei_nisca_duplicate_system,
          { "nisca.duplicate_system", PI_SEQUENCE, PI_WARN, "Two systems run as one node",
            EXPFILL } },
        { &ei_nisca_solicit_unanswered,
          { "nisca.solicit_unanswered", PI_SEQUENCE, PI_WARN,
            "No server answers a satellite", EXPFILL } },
    };

    proto_register_field_array(proto, hf, array_length(hf));
    expert_register_field_array(expert_register_protocol(proto), ei, array_length(ei));
}
