/* nisca-say.c
 * What findings say that need words of their own: who is silent, and who does not belong
 * here.  The words are those of the event and of the expert item.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-say.h"

#include "nisca-state.h"

#include "feeds.h"
#include "places.h"

static int hf_nisca_silent_last_frame = -1;

expert_field ei_nisca_hello_lost = EI_INIT;
static expert_field ei_nisca_silent_node = EI_INIT;
static expert_field ei_nisca_duplicate_system = EI_INIT;
static expert_field ei_nisca_solicit_unanswered = EI_INIT;

/* --- Names ----------------------------------------------------------------------- */

const char *
nisca_decnet_text(wmem_allocator_t *pool, uint64_t node)
{
    unsigned id = (unsigned)((node & 0xff) << 8 | (node >> 8 & 0xff));

    return wmem_strdup_printf(pool, "%u.%u", id >> 10, id & 0x3ff);
}

const char *
nisca_label_in(wmem_allocator_t *pool, const observed_cluster_t *cluster, uint64_t node)
{
    const char *name = nisca_name_of(cluster, node);

    return name != NULL ? name : nisca_decnet_text(pool, node);
}

const char *
nisca_label_of(const packet_info *pinfo, const observed_cluster_t *cluster, uint64_t node)
{
    return nisca_label_in(pinfo->pool, cluster, node);
}

const char *
nisca_label(const finding_view_t *view, const observed_cluster_t *cluster, uint64_t node)
{
    return nisca_label_of(view->w->pinfo, cluster, node);
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

    event->node = nisca_label(view, silence->cluster, silence->node);
    event_say(event, "%s is silent: no frame of any kind for ", event->node);
    event_say_time(event, finding->value);
    event_say_frame(event, ", the last is", silence->last_frame, finding->value);
}

static void
nisca_say_adapter_silent(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const nisca_silence_t *silence = nisca_silence_at(finding->ref);
    const char *device = nisca_device_of(silence->cluster, silence->node, silence->lan);

    event->node = nisca_label(view, silence->cluster, silence->node);
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

const char *
nisca_end_label(const nisca_node_t *node)
{
    return node->name != NULL ? node->name : node->text;
}

const char *
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
    const char *name = nisca_name_of(silence->cluster, silence->node);

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

    return nisca_label(view, nisca_observed_cluster(view->w->pinfo, m->group), m->src.number);
}

const char *
nisca_receiver_label(const finding_view_t *view)
{
    const nisca_message_t *m = view->message;

    return nisca_label(view, nisca_observed_cluster(view->w->pinfo, m->group), m->dst.number);
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
    const nisca_message_t *m = view->message;
    packet_info *pinfo = view->w->pinfo;
    uint64_t lan = nisca_lan_address(&pinfo->dl_src);
    const char *device = m->src.device != NULL
                             ? m->src.device
                             : nisca_device_of(nisca_observed_cluster(pinfo, m->group),
                                               m->src.number, lan);

    event->node = nisca_sender_label(view);
    event_say(event, "adapter %s (%s)", device != NULL ? device : "-",
              nisca_lan_text(pinfo->pool, lan));
}

/* Adapters of one address are told apart by that. */
void
nisca_say_vlan(uint32_t feed, event_t *event)
{
    const feed_key_t *key = &feed_at(feed)->key;
    uint32_t vni = feed_key_vni(key);

    if (vni != 0 || key->vlan != 0) {
        event_say(event, " in %s %u", vni != 0 ? "VNI" : "VLAN", vni != 0 ? vni : key->vlan);
    }
}

void
nisca_say_lan(wmem_allocator_t *pool, uint32_t feed, event_t *event)
{
    nisca_say_vlan(feed, event);
    if (places_count() > 1) {
        event_say(event, ", first seen at %s", places_label(pool, feed_at(feed)->place));
    }
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
    const char *before = nisca_device_of(silence->cluster, silence->node, silence->lan);
    const char *now = nisca_device_of(silence->cluster, silence->node, silence->now);

    event->node = nisca_label(view, silence->cluster, silence->node);
    event_say(event, "%s: adapter %s (%s) follows on ", event->node, now != NULL ? now : "-",
              nisca_lan_text(pool, silence->now));
    event_say(event, "%s (%s)", before != NULL ? before : "-", nisca_lan_text(pool, silence->lan));
    event_say_frame(event, ", whose last HELLO is", silence->last_frame, finding->value);
    event_say(event, " (as when DECnet starts, or LAN failover)");
}

static void
nisca_say_no_hello_here(const finding_view_t *view, const finding_t *finding, const char *verb,
                        event_t *event)
{
    const feed_t *feed = feeds_find(view->w->pinfo);
    const char *place = feed != NULL ? places_label(view->w->pinfo->pool, feed->place) : "here";

    event_say(event, "%s %s no HELLO of %s, ", place, verb, nisca_sender_label(view));
    nisca_say_adapter(view, event);
    event_say(event, ", for ");
    event_say_time(event, finding->value);
    event_say_frame(event, ", since", finding->ref, finding->value);
}

void
nisca_say_hellos_lost_here(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    nisca_say_no_hello_here(view, finding, "saw", event);
    event_say(event, ": they were sent in time, and lost on the way there");
}

void
nisca_say_hellos_missed_here(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    nisca_say_no_hello_here(view, finding, "sees", event);
    event_say(event, ": others see them, they are lost on the way there; what it sends to one node "
                     "still comes there: look for a switch that drops multicasts");
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
    };
    static ei_register_info ei[] = {
        { &ei_nisca_hello_lost,
          { "nisca.analysis.hello_lost", PI_SEQUENCE, PI_WARN,
            "HELLOs were lost for longer than the listen timeout", EXPFILL } },
        { &ei_nisca_silent_node,
          { "nisca.silent_node", PI_SEQUENCE, PI_WARN,
            "A node is silent: nothing of it for the listen timeout", EXPFILL } },
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
