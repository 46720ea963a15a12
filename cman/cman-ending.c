/* cman-ending.c
 * What stands below the story: who was seen, and what is open when the file ends.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-ending.h"

#include "cman-state.h"

#include "endings.h"

/* Nodes that are named. */
#define NAMED_MAX 16

/* Machines among which clusters are told apart; there are more only where frames are forged. */
#define MACHINES_MAX 512

/* One cluster. */
typedef struct {
    endings_t *endings;
    const observed_cluster_t *seen;
    const cman_cluster_t *cluster;
    const char *label;
    cman_member_t **nodes; /* by id, machines with one in the order in which they appeared */
    unsigned count;
} cman_ending_t;

static const char *
cman_ending_node(const cman_ending_t *ending, uint32_t id)
{
    const char *name = cman_node_name(ending->cluster->number, ending->seen, id, NULL, UINT32_MAX);

    return name == NULL
               ? wmem_strdup_printf(ending->endings->pool, "%d", (int32_t)id)
               : wmem_strdup_printf(ending->endings->pool, "%d (%s)", (int32_t)id, name);
}

static int
cman_compare_ids(const void *a, const void *b)
{
    const cman_member_t *const *x = a, *const *y = b;

    return (*x)->id != (*y)->id ? ((*x)->id > (*y)->id) - ((*x)->id < (*y)->id)
                                : ((*x)->idx > (*y)->idx) - ((*x)->idx < (*y)->idx);
}

static void
cman_ending_sort(cman_ending_t *ending)
{
    wmem_array_t *senders = ending->cluster->senders;

    if (senders != NULL) {
        ending->count = wmem_array_get_count(senders);
        ending->nodes = wmem_memdup(ending->endings->pool, wmem_array_get_raw(senders),
                                    ending->count * sizeof(cman_member_t *));
        qsort(ending->nodes, ending->count, sizeof(cman_member_t *), cman_compare_ids);
    }
}

/* Which nodes a row names. */
typedef bool cman_ending_is_t(const cman_ending_t *ending, const cman_member_t *member);

/* Whether the node is back at another address; two machines with one id are another matter. */
static bool
cman_is_back_elsewhere(const cman_ending_t *ending, const cman_member_t *gone)
{
    for (unsigned i = 0; i < ending->count; i++) {
        const cman_member_t *other = ending->nodes[i];

        if (other->id == gone->id && other != gone && !other->is_gone && !other->is_shared_told
            && !gone->is_shared_told && other->heard.when > gone->heard.when) {
            return true;
        }
    }
    return false;
}

/* A node that is back at another address is one node, and named there. */
static bool
cman_was_seen(const cman_ending_t *ending, const cman_member_t *member)
{
    return !(member->is_gone || member->is_silent) || !cman_is_back_elsewhere(ending, member);
}

/* With its address where another machine has its id. */
static const char *
cman_ending_machine(const cman_ending_t *ending, unsigned number)
{
    const cman_member_t *member = ending->nodes[number];
    bool is_shared = (number > 0 && ending->nodes[number - 1]->id == member->id)
                     || (number + 1 < ending->count
                         && ending->nodes[number + 1]->id == member->id);
    const char *node = cman_ending_node(ending, member->id);
    const char *at = is_shared ? cman_address_text(ending->endings->pool, member->address) : NULL;

    return at != NULL ? wmem_strdup_printf(ending->endings->pool, "%s at %s", node, at) : node;
}

static void
cman_name_nodes(const cman_ending_t *ending, cman_ending_is_t *is_named, event_t *event)
{
    unsigned named = 0;

    for (unsigned i = 0; i < ending->count && named <= NAMED_MAX; i++) {
        if (is_named(ending, ending->nodes[i])) {
            event_say(event, "%s%s", named == 0 ? ": " : ", ",
                      named < NAMED_MAX ? cman_ending_machine(ending, i) : "...");
            named++;
        }
    }
}

static void
cman_tell_seen(const cman_ending_t *ending)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    unsigned count = 0;

    for (unsigned i = 0; i < ending->count; i++) {
        count += cman_was_seen(ending, ending->nodes[i]);
    }
    ending_say_seen(&told, cman_state->observer, ending->seen, count);
    cman_name_nodes(ending, cman_was_seen, &told.event);
    ending_add(ending->endings, &told);
}

static void
cman_tell_gone(const cman_ending_t *ending, const cman_member_t *member)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    const char *label = cman_ending_node(ending, member->id);
    const char *state = member->is_gone          ? "is not back"
                        : member->has_sent_since ? "still sends no HELLO"
                                                 : "is still silent";

    told.event.node = label;
    if (member->is_gone && member->left != 0) {
        event_say(&told.event, "node %s left in frame %u, and is not back", label, member->left);
    } else {
        event_say(&told.event, "node %s %s", label, state);
        if (member->heard.frame != 0) {
            ending_say_frame(&told, ", its last HELLO is in", member->heard.frame,
                             member->heard.when);
        }
    }
    ending_add_gone(ending->endings, &told);
}

static void
cman_tell_all_gone(const cman_ending_t *ending)
{
    for (unsigned i = 0; i < ending->count; i++) {
        const cman_member_t *member = ending->nodes[i];

        if ((member->is_gone || member->is_silent) && !cman_is_back_elsewhere(ending, member)) {
            cman_tell_gone(ending, member);
        }
    }
    ending_add_more_gone(ending->endings, ending->seen, ending->label);
}

/* --- Who has another's id ---------------------------------------------------------- */

/* Whether it was heard until the end. */
static bool
cman_is_there(const cman_ending_t *ending, const cman_member_t *member)
{
    return member->heard.frame != 0 && !member->is_gone && !member->is_silent
           && member->heard.when > ending->seen->last.when - cman_hello_rules().lost_from;
}

/* Whether another one has the same id, and both were heard until the end; the story told it. */
static bool
cman_is_shared(const cman_ending_t *ending, const cman_member_t *one, const cman_member_t *other)
{
    return one->id == other->id && (one->is_shared_told || other->is_shared_told)
           && cman_is_there(ending, one) && cman_is_there(ending, other);
}

/* Whether two machines say the same of their cluster; each that is alone has one of its own. */
static bool
cman_is_of_one_cluster(const cman_member_t *one, const cman_member_t *other)
{
    return one == other
           || (one->said_since.frame != 0 && other->said_since.frame != 0
               && one->said_generation == other->said_generation
               && one->said_members == other->said_members && one->said_members > 1);
}

/* Whether all that are there and say the same as this one are as many as it says, each with an id
 * of its own: a whole cluster. */
static bool
cman_is_whole_cluster(const cman_ending_t *ending, const cman_member_t *first)
{
    uint32_t count = 0, id = 0;

    for (unsigned i = 0; i < ending->count; i++) {
        const cman_member_t *member = ending->nodes[i];

        if (cman_is_there(ending, member) && cman_is_of_one_cluster(first, member)) {
            if (member->id == id) {
                return false;
            }
            id = member->id;
            count++;
        }
    }
    return count == first->said_members;
}

/* Whether none of its cluster stands before it. */
static bool
cman_leads_cluster(const cman_ending_t *ending, unsigned number)
{
    const cman_member_t *member = ending->nodes[number];

    for (unsigned i = 0; i < number; i++) {
        if (cman_is_there(ending, ending->nodes[i])
            && cman_is_of_one_cluster(ending->nodes[i], member)) {
            return false;
        }
    }
    return cman_is_there(ending, member);
}

/* How many clusters use the number; 0 where some machine belongs to none, or their ids differ. */
static unsigned
cman_count_clusters(const cman_ending_t *ending)
{
    unsigned count = 0;
    bool is_any_shared = false;

    for (unsigned i = 0; i < ending->count; i++) {
        is_any_shared |= i > 0
                         && cman_is_shared(ending, ending->nodes[i - 1], ending->nodes[i]);
        if (cman_leads_cluster(ending, i)) {
            if (!cman_is_whole_cluster(ending, ending->nodes[i])) {
                return 0;
            }
            count++;
        }
    }
    return is_any_shared ? count : 0;
}

/* "prod1 (node 1 at 192.168.1.11, node 2 at 192.168.1.12)"; only a node that asked to join has said
 * the name of its cluster. */
static void
cman_say_cluster(const cman_ending_t *ending, const cman_member_t *first, event_t *event)
{
    const char *name = "";
    unsigned named = 0;

    for (unsigned i = 0; i < ending->count; i++) {
        const cman_join_t *join = ending->nodes[i]->join;

        if (join != NULL && *join->cluster_name != '\0'
            && cman_is_of_one_cluster(first, ending->nodes[i])) {
            name = join->cluster_name;
        }
    }
    event_say(event, "%s%s", name, *name != '\0' ? " (" : "");
    for (unsigned i = 0; i < ending->count && named < NAMED_MAX; i++) {
        const cman_member_t *member = ending->nodes[i];

        if (cman_is_there(ending, member) && cman_is_of_one_cluster(first, member)) {
            event_say(event, "%snode %d at %s", named++ == 0 ? "" : ", ", (int32_t)member->id,
                      cman_told_address(member->address));
        }
    }
    event_say(event, "%s", *name != '\0' ? ")" : "");
}

static void
cman_tell_clusters(const cman_ending_t *ending, unsigned clusters)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    unsigned said = 0;

    event_say(&told.event, "%u clusters use number %u: ", clusters, ending->cluster->number);
    for (unsigned i = 0; i < ending->count; i++) {
        if (cman_leads_cluster(ending, i)) {
            event_say(&told.event, "%s", said++ == 0 ? "" : "; and ");
            cman_say_cluster(ending, ending->nodes[i], &told.event);
        }
    }
    ending_add(ending->endings, &told);
}

static void
cman_tell_shared(const cman_ending_t *ending, const cman_member_t *one,
                 const cman_member_t *other)
{
    event_told_t told = ending_of(ending->seen, ending->label);

    told.event.node = cman_ending_node(ending, one->id);
    event_say(&told.event, "node ID %d is still that of two machines, at %s and at %s",
              (int32_t)one->id, cman_told_address(one->address),
              cman_told_address(other->address));
    ending_add(ending->endings, &told);
}

static void
cman_tell_all_shared(const cman_ending_t *ending)
{
    unsigned clusters = ending->count <= MACHINES_MAX ? cman_count_clusters(ending) : 0;

    if (clusters > 1) {
        cman_tell_clusters(ending, clusters);
        return;
    }
    for (unsigned i = 1; i < ending->count; i++) {
        if (cman_is_shared(ending, ending->nodes[i - 1], ending->nodes[i])) {
            cman_tell_shared(ending, ending->nodes[i - 1], ending->nodes[i]);
        }
    }
}

/* --- Who asked to join ------------------------------------------------------------- */

/* An answer comes at once, and a join takes a second, or three. */
#define ANSWERED_WITHIN (5 * NS_PER_S)

/* Who is in sends HELLOs.  It may have been let in by a node that is alone, without a
 * STARTTRANS. */
static bool
cman_is_out_for_long(const cman_ending_t *ending, const cman_member_t *member)
{
    const cman_join_t *join = member->join;
    int64_t now = ending->seen->last.when;

    if (member->spoke > join->quest.latest) {
        return false;
    }
    return join->quest.answers == 0
               ? now - join->quest.first.when >= ANSWERED_WITHIN
               : join->node == 0 && now - join->quest.latest >= 2 * cman_hello_rules().late_above;
}

/* Who is in, is there; and a transition that has no end has a row of its own. */
static bool
cman_is_out(const cman_ending_t *ending, const cman_member_t *member)
{
    const cman_quest_t *quest = &member->join->quest;

    if (quest->count == 0 || member->heard.when > quest->latest) {
        return false;
    }
    return quest->words != NULL || cman_is_out_for_long(ending, member);
}

static void
cman_say_quest(event_told_t *told, const cman_quest_t *quest)
{
    bool fails = quest->failures > 0, is_refused = quest->refusals > 0;
    uint32_t count = fails ? quest->failures : is_refused ? quest->refusals : quest->count;

    event_say(&told->event, "%u %s%s", count,
              fails ? "failed join" : is_refused ? "refusal" : "JOINREQ", count == 1 ? "" : "s");
    ending_say_frame(told, " since", quest->first.frame, quest->first.when);
    if (quest->count > 1) {
        ending_say_until(told, quest->latest);
    }
    if (quest->words == NULL) {
        event_say(&told->event, ", no %s in this file",
                  quest->answers == 0 ? "JOINACK" : "transition for it");
    } else {
        event_say(&told->event, "%s%s", fails ? ": " : "", quest->words);
    }
}

static void
cman_tell_applicant(const cman_ending_t *ending, const cman_member_t *member)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    const char *name = member->join->name;

    told.event.node = *name != '\0' ? name : cman_told_address(member->address);
    event_say(&told.event, "%s is not in the cluster: ", cman_applicant(member));
    cman_say_quest(&told, &member->join->quest);
    ending_add_gone(ending->endings, &told);
}

static void
cman_tell_applicants(const cman_ending_t *ending)
{
    wmem_array_t *applicants = ending->cluster->applicants;
    unsigned count = applicants != NULL ? wmem_array_get_count(applicants) : 0;

    for (unsigned i = 0; i < count; i++) {
        const cman_member_t *member = *(cman_member_t **)wmem_array_index(applicants, i);

        if (cman_is_out(ending, member)) {
            cman_tell_applicant(ending, member);
        }
    }
}

/* --- What is open ------------------------------------------------------------------ */

static bool
cman_is_without_quorum(const cman_ending_t *ending _U_, const cman_member_t *member)
{
    return member->inquorate_in != NULL && member->inquorate_in->inquorate != 0
           && !member->is_gone && !member->is_silent;
}

/* Whether somebody is gone, and the cluster is not split: then who goes on is worth a row. */
static bool
cman_is_anybody_gone(const cman_ending_t *ending)
{
    bool is_any = false;

    for (unsigned i = 0; i < ending->count; i++) {
        is_any |= ending->nodes[i]->is_gone || ending->nodes[i]->is_silent;
    }
    return is_any && ending->cluster->split_told == 0;
}

/* When a node was declared dead last that is not back. */
static int64_t
cman_last_gone(const cman_ending_t *ending)
{
    int64_t last = 0;

    for (unsigned i = 0; i < ending->count; i++) {
        last = ending->nodes[i]->is_gone ? MAX(last, ending->nodes[i]->down_time) : last;
    }
    return last;
}

/* What their HELLOs say since then, if all say the same.  Returns whether that is no quorum. */
static bool
cman_say_state(const cman_ending_t *ending, const cman_member_t *const *there, unsigned count,
               event_t *event)
{
    const cman_member_t *first = there[0];
    int64_t since = cman_last_gone(ending);

    for (unsigned i = 0; i < count; i++) {
        if (there[i]->said_since.frame == 0 || there[i]->heard.when <= since
            || there[i]->was_quorate != first->was_quorate
            || there[i]->said_members != first->said_members) {
            return false;
        }
    }
    event_say(event, count == 1 ? ": it says that it has %squorum, and counts %u member%s"
                                : ": they say that they have %squorum, and count %u member%s",
              first->was_quorate ? "" : "no ", first->said_members,
              first->said_members == 1 ? "" : "s");
    return !first->was_quorate;
}

static bool
cman_say_there(const cman_ending_t *ending, const cman_member_t *const *there, unsigned count,
               event_t *event)
{
    event_say(event, count == 1 ? "only node " : "nodes ");
    for (unsigned i = 0; i < count; i++) {
        event_say(event, "%s%s", cman_before_name(i, count),
                  cman_ending_node(ending, there[i]->id));
    }
    event_say(event, count == 1 ? " is still there" : " are still there");
    return cman_say_state(ending, there, count, event);
}

/* Returns whether the row says that there is no quorum. */
static bool
cman_tell_there(const cman_ending_t *ending)
{
    const cman_member_t *there[NAMED_MAX];
    event_told_t told = ending_of(ending->seen, ending->label);
    unsigned count = 0, named = 0;
    bool has_none = false;

    for (unsigned i = 0; i < ending->count; i++) {
        if (cman_is_there(ending, ending->nodes[i])) {
            count++;
            if (named < NAMED_MAX) {
                there[named++] = ending->nodes[i];
            }
        }
    }
    if (count == 0 || !cman_is_anybody_gone(ending)) {
        return false;
    }
    if (count <= NAMED_MAX) {
        has_none = cman_say_there(ending, there, count, &told.event);
    } else {
        event_say(&told.event, "%u nodes are still there", count);
    }
    ending_add(ending->endings, &told);
    return has_none;
}

/* Where that was told, and nobody has it again. */
static void
cman_tell_quorum(const cman_ending_t *ending)
{
    event_told_t told = ending_of(ending->seen, ending->label);
    bool is_any = false;

    for (unsigned i = 0; i < ending->count; i++) {
        is_any |= cman_is_without_quorum(ending, ending->nodes[i]);
    }
    if (is_any) {
        event_say(&told.event, "still no quorum");
        cman_name_nodes(ending, cman_is_without_quorum, &told.event);
        ending_add(ending->endings, &told);
    }
}

/* Who has declared all others dead waits for nobody, and sends no ENDTRANS. */
static bool
cman_is_alone_since(const cman_member_t *master, const cman_transition_t *transition)
{
    return master->said_members == 1 && master->heard.frame != 0
           && master->heard.when > transition->waits_since;
}

/* A master says the generation of its STARTTRANS until it ends the transition, or gives way to
 * another master: with a later one it has done so, though that was not captured. */
static bool
cman_master_went_on(const cman_ending_t *ending, const cman_transition_t *transition)
{
    for (unsigned i = 0; i < ending->count; i++) {
        const cman_member_t *master = ending->nodes[i];

        if (master->id == transition->master) {
            return transition->end_frame == 0
                   && (master->said_generation > transition->generation
                       || cman_is_alone_since(master, transition));
        }
    }
    return false;
}

/* The transition of a half whose end, or whose barrier, is not in the file; or NULL.  Where
 * nothing of the barrier was captured, nothing is known of it. */
static const cman_transition_t *
cman_open_transition(const cman_ending_t *ending, const cman_half_t *half)
{
    const cman_transition_t *transition = half->running != NULL ? half->running : half->ended;

    return transition != NULL && !transition->is_over && !transition->given_up
                   && !cman_has_ended(transition) && !cman_master_went_on(ending, transition)
               ? transition
               : NULL;
}

/* A COMPLETE that is not in the file may have been sent all the same. */
static void
cman_say_open_barrier(const cman_transition_t *transition, event_told_t *told)
{
    const cman_barrier_t *barrier = transition->barrier;

    event_say(&told->event,
              barrier != NULL && barrier->complete_frame != 0
                  ? "the file has only some COMPLETEs of the barrier of transition %u"
                  : "the file has no COMPLETE of the barrier of transition %u",
              transition->number);
    ending_say_frame(told, ", its ENDTRANS is in", transition->end_frame, transition->end_time);
}

static void
cman_say_purpose(const cman_ending_t *ending, const cman_transition_t *transition, event_t *event)
{
    const char *node = cman_ending_node(ending, transition->node);

    if (transition->node != 0 && transition->reason == CMAN_TRANS_NEWNODE) {
        event_say(event, ", which lets node %s in,", node);
    } else if (transition->node != 0 && transition->reason == CMAN_TRANS_REMNODE) {
        event_say(event, ", which removes node %s,", node);
    }
}

static void
cman_tell_open(const cman_ending_t *ending, const cman_transition_t *transition)
{
    event_told_t told = ending_of(ending->seen, ending->label);

    if (transition->node != 0) {
        told.event.node = cman_ending_node(ending, transition->node);
    }
    if (transition->end_frame != 0) {
        cman_say_open_barrier(transition, &told);
    } else {
        event_say(&told.event, "transition %u", transition->number);
        cman_say_purpose(ending, transition, &told.event);
        event_say(&told.event, " has no end");
        if (transition->start_frame != 0) {
            ending_say_frame(&told, ", it started in", transition->start_frame,
                             transition->start_time);
        }
    }
    if (transition->missing != NULL) {
        event_say(&told.event, ": %s%s", transition->missing, transition->signs);
    }
    ending_add(ending->endings, &told);
}

/* Each side has removed the other, and does not let it in: what they hear of each other
 * changes nothing. */
static void
cman_tell_split(const cman_ending_t *ending)
{
    const cman_cluster_t *cluster = ending->cluster;
    event_told_t told = ending_of(ending->seen, ending->label);

    event_say(&told.event, "the cluster is still split");
    if (cluster->heard_again.frame != 0) {
        event_say(&told.event, ", though node %s hears node %s again",
                  cman_ending_node(ending, cluster->heard_again_by),
                  cman_ending_node(ending, cluster->heard_again_of));
        ending_say_frame(&told, ", and kills it, since", cluster->heard_again.frame,
                         cluster->heard_again.when);
        ending_say_until(&told, cluster->heard_again_last);
    }
    ending_add(ending->endings, &told);
}

static void
cman_tell_all_open(const cman_ending_t *ending)
{
    for (const cman_half_t *half = &ending->cluster->whole; half != NULL; half = half->next) {
        const cman_transition_t *transition = cman_open_transition(ending, half);

        if (transition != NULL) {
            cman_tell_open(ending, transition);
        }
    }
    if (ending->cluster->split_told != 0) {
        cman_tell_split(ending);
    }
}

static void
cman_tell_ending(endings_t *endings, const observed_cluster_t *seen)
{
    cman_ending_t ending = { .endings = endings, .seen = seen, .cluster = seen->state };

    if (ending.cluster != NULL) { /* else it is beyond the cap */
        ending.label = wmem_strdup_printf(endings->pool, "cman %u%s", ending.cluster->number,
                                          observation_lan(endings->pool, seen));
        cman_ending_sort(&ending);
        cman_tell_all_gone(&ending);
        cman_tell_all_shared(&ending);
        cman_tell_applicants(&ending);
        cman_tell_all_open(&ending);
        if (!cman_tell_there(&ending)) {
            cman_tell_quorum(&ending);
        }
        cman_tell_seen(&ending);
    }
}

static const observer_t *
cman_ending_observer(void)
{
    return cman_state != NULL ? cman_state->observer : NULL;
}

void
cman_ending_register(void)
{
    static endings_source_t source = { .name = "cman", .observer = cman_ending_observer,
                                       .tell = cman_tell_ending };

    endings_register(&source);
}
