/* cman-members.c
 * Who is who: clusters and their nodes, and the names and HELLOs of nodes.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

/* The names of one node. */
typedef struct {
    wmem_tree_t *by_frame; /* each from the frame on that taught it; "" stands for
                              a further name, which is not kept */
    const char *latest;
    unsigned count;
} cman_names_t;

/* A pointer, as lookups hold what they made. */
typedef struct {
    cman_member_t *member;
} cman_machine_t;

/* Names kept of one node, which may change its name. */
#define MAX_NAMES_PER_NODE 16

uint64_t
cman_address_key(const address *addr)
{
    uint64_t halves[2] = { 0, 0 };
    uint32_t ipv4;

    switch (addr->type) {
    case AT_IPv4:
        memcpy(&ipv4, addr->data, sizeof ipv4);
        return UINT64_C(1) << 32 | ipv4;
    case AT_IPv6:
        memcpy(halves, addr->data, sizeof halves);
        return sightings_mix(halves[0], halves[1]);
    default:
        return 0;
    }
}

/* --- Clusters and nodes ---------------------------------------------------- */

void
cman_half_init(cman_half_t *half)
{
    half->barriers = wmem_map_new(wmem_file_scope(), wmem_str_hash, g_str_equal);
}

cman_cluster_t *
cman_cluster_of(observed_cluster_t *seen)
{
    cman_cluster_t *cluster = seen->state;

    if (cluster == NULL && cman_state->cluster_count < CMAN_MAX_CLUSTERS) {
        cluster = wmem_new0(wmem_file_scope(), cman_cluster_t);
        cluster->idx = cman_state->cluster_count++;
        cluster->number = (uint32_t)seen->group;
        cman_half_init(&cluster->whole);
        seen->state = cluster;
    }
    return cluster;
}

static state_key_t
cman_address_of(const cman_cluster_t *cluster, uint64_t source)
{
    return (state_key_t){ .first = source, .third = cluster->idx };
}

/* A machine is known by its node id, unless another machine has that. */
static cman_member_t *
cman_member_by_machine(const cman_cluster_t *cluster, uint64_t machine)
{
    const cman_machine_t *found =
        lookup_find(&cman_state->members, sightings_mix(cluster->idx, machine));

    return found != NULL ? found->member : NULL;
}

static void
cman_set_machine(const cman_cluster_t *cluster, uint64_t machine, cman_member_t *member)
{
    cman_machine_t *found = lookup_obtain(
        &cman_state->members, sightings_mix(cluster->idx, machine), sizeof *found, UINT32_MAX);

    found->member = member;
}

cman_member_t *
cman_member_by_id(const cman_cluster_t *cluster, uint32_t id)
{
    return cman_member_by_machine(cluster, id);
}

cman_member_t *
cman_member_by_address(const cman_cluster_t *cluster, uint64_t source)
{
    return state_find(cman_state->members_by_address, cman_address_of(cluster, source));
}

static const cman_cluster_t *
cman_cluster_at(const packet_info *pinfo, uint32_t number)
{
    const observed_cluster_t *seen =
        cman_state != NULL ? observation_cluster(cman_state->observer, pinfo, number) : NULL;

    return seen != NULL ? seen->state : NULL;
}

const cman_member_t *
cman_member_at(const packet_info *pinfo, uint32_t number, uint64_t source)
{
    const cman_cluster_t *cluster = cman_cluster_at(pinfo, number);

    return cluster != NULL ? cman_member_by_address(cluster, source) : NULL;
}

const cman_member_t *
cman_member_with_id(const packet_info *pinfo, uint32_t number, uint32_t id)
{
    const cman_cluster_t *cluster = cman_cluster_at(pinfo, number);

    return cluster != NULL && id != 0 ? cman_member_by_id(cluster, id) : NULL;
}

static cman_member_t *
cman_member_new(uint32_t id)
{
    cman_member_t *member;

    if (cman_state->member_count >= CMAN_MAX_NODES) {
        return NULL;
    }
    member = wmem_new0(wmem_file_scope(), cman_member_t);
    member->idx = ++cman_state->member_count;
    member->id = id;
    return member;
}

cman_member_t *
cman_member_named(const cman_cluster_t *cluster, uint32_t id)
{
    cman_member_t *member = cman_member_by_id(cluster, id);

    if (member == NULL) {
        member = cman_member_new(id);
        if (member != NULL) {
            cman_set_machine(cluster, id, member);
        }
    }
    return member;
}

static void
cman_bind_address(const cman_cluster_t *cluster, cman_member_t *member, uint64_t source)
{
    member->address = source;
    if (source != 0) {
        state_insert(cman_state->members_by_address, cman_address_of(cluster, source), member);
    }
}

/* Whose id the cluster gave to another machine after it had left or died has it no more. */
static void
cman_take_over_id(const cman_frame_t *frame, cman_member_t *member)
{
    const cman_member_t *holder = cman_member_by_id(frame->cluster, frame->message->srcid);

    if (holder != NULL && holder != member && holder->is_gone) {
        cman_set_machine(frame->cluster, frame->message->srcid, member);
    }
}

/* A joining node sends without an id until it has one: the node is then known
 * by its address, and its counters go over to the id.  But a JOINREQ that the
 * node sent through its other interface, before it had the id, leaves counters
 * that are older than those of the id.  Its first messages with the id may have been taken for
 * those of the machine that had it before. */
static cman_member_t *
cman_member_gets_id(const cman_frame_t *frame, cman_member_t *member)
{
    uint32_t id = frame->message->srcid;
    cman_member_t *joiner = cman_member_by_address(frame->cluster, frame->source);

    if (joiner != NULL && joiner->id == 0
        && (member == NULL || joiner->last_frame > member->last_frame)) {
        joiner->id = id;
        member = joiner;
    } else if (member == NULL) {
        member = joiner != NULL && joiner->id == id ? joiner : cman_member_new(id);
    }
    if (member != NULL) {
        cman_set_machine(frame->cluster, frame->seen.machine, member);
        cman_take_over_id(frame, member);
        cman_bind_address(frame->cluster, member, frame->source);
    }
    return member;
}

/* The machine whose id another has taken over, where it still sends; or NULL. */
static cman_member_t *
cman_former_holder(const cman_frame_t *frame, const cman_member_t *member)
{
    cman_member_t *former = cman_member_by_address(frame->cluster, frame->source);
    bool is_another = former != NULL && former != member && former->id == frame->message->srcid;

    return is_another ? former : NULL;
}

cman_member_t *
cman_member_addressed(const cman_cluster_t *cluster, uint64_t source)
{
    cman_member_t *member = cman_member_by_address(cluster, source);

    if (member == NULL) {
        member = cman_member_new(0);
        if (member != NULL) {
            cman_bind_address(cluster, member, source);
        }
    }
    return member;
}

cman_member_t *
cman_sender_of(const cman_frame_t *frame)
{
    cman_member_t *member, *former;

    if (frame->message->srcid == 0) {
        return cman_member_addressed(frame->cluster, frame->source);
    }
    member = cman_member_by_machine(frame->cluster, frame->seen.machine);
    if (member != NULL && member->address == frame->source) {
        return member;
    }
    former = member != NULL ? cman_former_holder(frame, member) : NULL;
    return former != NULL ? former : cman_member_gets_id(frame, member);
}

/* --- Names ----------------------------------------------------------------- */

/* What has the names of the nodes of one cluster: 0 is of all that have its number, as there
 * is one in most files, and a place may show it as another until clocks were compared. */
static uint32_t
cman_name_scope(const observed_cluster_t *seen)
{
    const cman_cluster_t *cluster = seen != NULL && seen->has_namesake ? seen->state : NULL;

    return cluster != NULL ? cluster->idx + 1 : 0;
}

/* A node without an id has its names under its address. */
static state_key_t
cman_name_key(uint32_t cluster, uint32_t scope, uint32_t id, uint64_t source)
{
    if (id != 0) {
        return (state_key_t){ .second = id, .third = cluster, .fourth = scope << 1 };
    }
    return (state_key_t){ .first = source, .third = cluster, .fourth = scope << 1 | 1 };
}

/* NULL if the node had no name at this frame. */
static const char *
cman_name_lookup(state_key_t key, uint32_t frame)
{
    const cman_names_t *names = state_find(cman_state->names, key);

    return names != NULL ? wmem_tree_lookup32_le(names->by_frame, frame) : NULL;
}

static void
cman_add_name(const cman_frame_t *frame, cman_names_t *names, const char *text)
{
    if (names->by_frame == NULL) {
        names->by_frame = wmem_tree_new(wmem_file_scope());
    }
    if (names->count >= MAX_NAMES_PER_NODE) {
        first_pass_tell_limit(&cman_state->pass);
        text = "";
    }
    cman_state->has_names = true;
    names->latest = wmem_strdup(wmem_file_scope(), text);
    names->count++;
    wmem_tree_insert32(names->by_frame, frame->frame, (void *)names->latest);
}

static void
cman_learn_in(const cman_frame_t *frame, state_key_t key, const char *text)
{
    cman_names_t *names = state_obtain(&cman_state->pass, cman_state->names, key, sizeof *names,
                                       2 * CMAN_MAX_NODES);

    if (names != NULL && names->count <= MAX_NAMES_PER_NODE
        && (names->count == 0 || strcmp(names->latest, text) != 0)) {
        cman_add_name(frame, names, text);
    }
}

/* Whether another cluster has this number may not be known yet. */
static void
cman_learn_name(const cman_frame_t *frame, uint32_t id, uint64_t source, const char *text)
{
    uint32_t number = frame->message->cluster, own = frame->cluster->idx + 1;

    if (text != NULL && *text != '\0') {
        cman_learn_in(frame, cman_name_key(number, 0, id, source), text);
        cman_learn_in(frame, cman_name_key(number, own, id, source), text);
    }
}

/* A view lists the newest node first: the id of a dead one may belong to a newer
 * one now ("membership.c": add_node_to_message()). */
static void
cman_learn_view(const cman_frame_t *frame)
{
    uint32_t number = frame->message->cluster, own = frame->cluster->idx + 1;

    for (const cman_view_node_t *node = frame->message->view_nodes; node != NULL;
         node = node->next) {
        if (node->whole && node->id != 0
            && (node->state != CMAN_NODE_DEAD
                || cman_name_lookup(cman_name_key(number, own, node->id, 0), frame->frame)
                       == NULL)) {
            cman_learn_name(frame, node->id, 0, node->name);
        }
    }
}

void
cman_learn_names(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;

    if (message->tgtport != CMAN_PORT_MEMBERSHIP) {
        return;
    }
    switch (message->number) {
    case CMAN_JOINREQ: /* the id that it asks for is not its id yet */
        cman_learn_name(frame, 0, frame->source, message->name);
        break;
    case CMAN_STARTTRANS:
    case CMAN_NOMINATE:
        if (message->trans_reason == CMAN_TRANS_NEWNODE && message->nodeid != 0) {
            cman_learn_name(frame, message->nodeid, 0, message->name);
        }
        break;
    case CMAN_MASTERVIEW:
    case CMAN_JOINCONF:
        cman_learn_view(frame);
        break;
    default:
        break;
    }
}

const char *
cman_node_name(uint32_t cluster, const observed_cluster_t *seen, uint32_t id, const address *addr,
               uint32_t frame)
{
    uint32_t scope = cman_name_scope(seen);
    const char *name = NULL;

    if (!cman_has_names()) {
        return NULL;
    }
    if (id != 0) {
        name = cman_name_lookup(cman_name_key(cluster, scope, id, 0), frame);
    }
    if (name == NULL && addr != NULL) {
        name = cman_name_lookup(cman_name_key(cluster, scope, 0, cman_address_key(addr)), frame);
    }
    return name != NULL && *name != '\0' ? name : NULL;
}

/* Whose names those of a frame are; NULL where there is one cluster, which has no namesake. */
static const observed_cluster_t *
cman_namesake(const packet_info *pinfo, uint32_t number)
{
    return cman_state->cluster_count > 1 ? observation_cluster(cman_state->observer, pinfo, number)
                                         : NULL;
}

const char *
cman_name_at(const packet_info *pinfo, uint32_t cluster, uint32_t id, const address *addr)
{
    return cman_has_names()
               ? cman_node_name(cluster, cman_namesake(pinfo, cluster), id, addr, pinfo->num)
               : NULL;
}

void
cman_name_ends(const packet_info *pinfo, cman_message_t *message)
{
    uint32_t number = message->cluster;
    const observed_cluster_t *seen = cman_namesake(pinfo, number);

    message->src_name = cman_node_name(number, seen, message->srcid, &pinfo->net_src, pinfo->num);
    message->tgt_name = cman_node_name(number, seen, message->tgtid, NULL, pinfo->num);
}

/* --- HELLOs ------------------------------------------------------------------- */

static cman_rhythm_t *
cman_rhythm(const cman_frame_t *frame)
{
    cman_member_t *sender = frame->sender;
    state_key_t key = { .third = sender->idx, .fourth = frame->seen.place };

    if (sender->rhythm == NULL || sender->rhythm->place != frame->seen.place) {
        sender->rhythm = state_obtain(&cman_state->pass, cman_state->rhythms, key,
                                      sizeof(cman_rhythm_t), CMAN_MAX_RHYTHMS);
    }
    if (sender->rhythm != NULL) {
        sender->rhythm->place = frame->seen.place;
    }
    return sender->rhythm;
}

/* The place's clock was set, where another place shows both HELLOs at another interval:
 * nothing on a LAN delays a frame for two periods. */
static bool
cman_clock_was_set(const cman_frame_t *frame, const cman_rhythm_t *rhythm,
                   const cadence_rules_t *rules)
{
    const moment_t *first = &frame->seen.first;
    int64_t here = frame->time_here - rhythm->hello.last_time;

    return rhythm->hello.last_frame != 0 && first->feed == rhythm->first.feed
           && first->feed != frame->seen.at.feed
           && ABS(first->when - rhythm->first.when - here) > 2 * rules->period;
}

void
cman_begin_afresh(cman_member_t *member, uint32_t frame)
{
    cadence_reset(&member->hello);
    member->absent[member->absences++ % CMAN_ABSENCES] = frame;
}

/* How often they had begun afresh when a frame came. */
static uint32_t
cman_absences_at(const cman_member_t *member, uint32_t frame)
{
    uint32_t absences = member->absences;

    while (absences > 0 && member->absences - absences < CMAN_ABSENCES
           && member->absent[(absences - 1) % CMAN_ABSENCES] > frame) {
        absences--;
    }
    return absences;
}

/* The place had none of its HELLOs: maybe as it had nothing at all. */
static bool
cman_note_late(const cman_frame_t *frame, cman_rhythm_t *rhythm, const cadence_rules_t *rules)
{
    int64_t since = rhythm->first.when;

    if (rhythm->first.frame != 0
        && frame->seen.first.when - since <= rules->late_above) {
        return false;
    }
    rhythm->late_from = since;
    rhythm->late_to = frame->seen.first.when;
    return rhythm->first.frame != 0
           && cman_was_blind(frame, frame->sender, frame->seen.place, since);
}

/* Nothing is known of an interval in which the node was away, the clock of the place was
 * set, or nobody watched.  Returns the frame of the previous HELLO here, or 0. */
static uint32_t
cman_beat_here(const cman_frame_t *frame, int64_t *delta)
{
    cadence_rules_t rules = cman_hello_rules();
    cman_rhythm_t *rhythm = cman_rhythm(frame);
    uint32_t absences = cman_absences_at(frame->sender, frame->seen.first.frame);

    if (rhythm == NULL) {
        return 0;
    }
    if (cman_note_late(frame, rhythm, &rules) || rhythm->absences != absences
        || rhythm->segment != frame->seen.segment
        || cman_clock_was_set(frame, rhythm, &rules)) {
        cadence_reset(&rhythm->hello);
    }
    rhythm->seq = frame->message->seq;
    rhythm->absences = absences;
    rhythm->segment = frame->seen.segment;
    rhythm->feed = frame->seen.at.feed;
    rhythm->first = frame->seen.first;
    return cadence_beat(&rhythm->hello, &rules, frame->frame, frame->time_here, delta);
}

/* Where a place missed HELLOs, or hears the node for the first time, the interval as
 * it was sent is another one. */
static void
cman_tell_sent(const cman_frame_t *frame, uint32_t previous_here, int64_t delta_here)
{
    const cman_member_t *sender = frame->sender;
    int64_t other = ABS(delta_here - sender->sent_after);

    if (sender->sent_before != 0 && sender->sent_seq == frame->message->seq
        && (previous_here == 0 || other > cman_hello_rules().period / 2)) {
        cman_add_finding(CMAN_FOUND_HELLO_SENT, sender->sent_before, sender->sent_after);
    }
}

static void
cman_beat_sent(const cman_frame_t *frame)
{
    cadence_rules_t rules = cman_hello_rules();
    cman_member_t *sender = frame->sender;

    sender->sent_seq = frame->message->seq;
    sender->sent_before = cadence_beat(&sender->hello, &rules, frame->frame, frame->when,
                                       &sender->sent_after);
}

void
cman_analyse_hello(const cman_frame_t *frame)
{
    int64_t delta = 0;
    uint32_t previous = frame->seen.is_first_here ? cman_beat_here(frame, &delta) : 0;

    if (previous != 0) {
        cman_add_finding(CMAN_FOUND_HELLO, previous, delta);
    }
    if (frame->is_new_hello) {
        cman_beat_sent(frame);
    }
    if (frame->is_new_hello || previous != 0) {
        cman_tell_sent(frame, previous, delta);
    }
}

/* Of a node that begins anew, what is told of its death or its leaving next is news, and it was
 * not heard before. */
static void
cman_begin_life(cman_member_t *member)
{
    member->is_outside = false;
    member->asked.frame = 0;
    member->dying = 0;
    member->asked_since_death = false;
    member->death_told = 0;
    member->kill_told = 0;
    member->heard_told = 0;
    member->heard_death = 0;
    member->left = 0;
    member->heard.frame = 0;
    member->was_quorate = false;
}

/* Who asks to join is not let in yet: messages that come after that may tell its death in the
 * life before, once more or for the first time. */
static void
cman_ask_for_life(cman_member_t *member)
{
    member->is_outside = true;
    member->asked_since_death = true;
    member->kill_told = 0;
    if (member->is_gone) {
        member->heard.frame = 0;
    }
}

static void
cman_note_life(cman_member_t *member, uint32_t command)
{
    if (command == CMAN_JOINREQ || command == CMAN_NEWCLUSTER) {
        cman_ask_for_life(member);
    } else if (command == CMAN_STARTTRANS || (command == CMAN_HELLO && member->is_outside)) {
        cman_begin_life(member);
    }
}

/* Its first JOINREQ is that which is told; who asks for a cluster of its own is told otherwise. */
static void
cman_note_asking(const cman_frame_t *frame, cman_member_t *member)
{
    bool is_first = !member->asked_to_join || member->asked.frame == 0;

    if (frame->message->number != CMAN_JOINREQ) {
        member->asked.frame = 0;
    } else if (is_first) {
        member->asked = frame->seen.at;
        member->asked_seq = frame->message->seq;
    }
}

/* After a message which says that a node leaves or joins, its HELLOs begin
 * afresh. */
void
cman_note_absence(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    cman_member_t *member = NULL;

    if (message->tgtport != CMAN_PORT_MEMBERSHIP) {
        return;
    }
    if (message->number == CMAN_HELLO) {
        cman_note_life(frame->sender, CMAN_HELLO);
    }
    if (message->number == CMAN_LEAVE || message->number == CMAN_JOINREQ
        || message->number == CMAN_NEWCLUSTER) {
        member = frame->sender;
    } else if (message->number == CMAN_NODEDOWN
               || (message->number == CMAN_STARTTRANS
                   && message->trans_reason == CMAN_TRANS_NEWNODE)) {
        member = cman_member_by_id(frame->cluster, message->nodeid);
    }
    if (member != NULL) {
        cman_begin_afresh(member, frame->frame);
        cman_note_life(member, message->number);
        cman_note_asking(frame, member);
        member->may_restart = message->number != CMAN_JOINREQ && !member->asked_to_join;
        member->asked_to_join = message->number == CMAN_JOINREQ;
    }
}
