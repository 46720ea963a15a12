/* cman-state.c
 * The state of a capture file: its beginning, its preferences, and the results
 * that the rest of the dissector reads.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

/* max_nodes ("membership.c"). */
#define REMOVED_MAX 128

cman_state_t *cman_state;

static ws_bool pref_analysis = true;
static unsigned pref_hello_timer = 5;
static unsigned pref_deadnode_timeout = 21;

/* A further acknowledging frame; links count from 1, so that 0 is none. */
typedef struct {
    uint32_t frame;
    uint32_t next; /* link */
} cman_more_acks_t;

static void
cman_state_new(void)
{
    cman_state = wmem_new0(wmem_file_scope(), cman_state_t);
    first_pass_begin_file(&cman_state->pass, CMAN_FOUND_LIMIT);
    cman_state->requests = requests_new();
    cman_state->rhythms = state_map_new();
    cman_state->members_by_address = state_map_new();
    cman_state->names = state_map_new();
    cman_state->ackers = state_map_new();
    cman_state->told_heard = state_map_new();
    cman_state->waiters = state_map_new();
    cman_state->more_acks = wmem_array_new(wmem_file_scope(), sizeof(cman_more_acks_t));
    cman_state->deaths = wmem_array_new(wmem_file_scope(), sizeof(cman_death_t));
    cman_state->told = wmem_array_new(wmem_file_scope(), sizeof(cman_told_t));
    cman_state->lans = state_map_new();
    cman_state->lans_told = state_map_new();
    cman_state->transitions = wmem_array_new(wmem_file_scope(), sizeof(cman_transition_t *));
    cman_state->barriers = wmem_array_new(wmem_file_scope(), sizeof(cman_barrier_t *));
}

bool
cman_begin_frame(const packet_info *pinfo)
{
    if (!pref_analysis || !first_pass_is_due(pinfo)) {
        return false;
    }
    if (cman_state == NULL) {
        cman_state_new();
    }
    first_pass_begin_frame(&cman_state->pass, pinfo->num);
    requests_forget(cman_state->requests, pinfo->num);
    observation_forget(cman_state->observer, pinfo->num);
    return true;
}

uint32_t
cman_note_more_acks(uint32_t frame, uint32_t link)
{
    cman_more_acks_t more = { .frame = frame, .next = link };

    wmem_array_append_one(cman_state->more_acks, more);
    return wmem_array_get_count(cman_state->more_acks);
}

uint32_t
cman_next_ack(uint32_t *link)
{
    const cman_more_acks_t *more;

    if (*link == 0) {
        return 0;
    }
    more = (const cman_more_acks_t *)wmem_array_index(cman_state->more_acks, *link - 1);
    *link = more->next;
    return more->frame;
}

uint32_t
cman_link(const finding_view_t *view, uint32_t frame)
{
    return observation_link(cman_state->observer, frame, view->w->pinfo);
}

const cman_transition_t *
cman_transition_at(unsigned idx)
{
    return *(cman_transition_t *const *)wmem_array_index(cman_state->transitions, idx);
}

const cman_barrier_t *
cman_barrier_at(unsigned idx)
{
    return *(cman_barrier_t *const *)wmem_array_index(cman_state->barriers, idx);
}

bool
cman_concerns(const cman_transition_t *transition, uint32_t id)
{
    wmem_array_t *removed = transition->removed;

    for (unsigned i = 0; removed != NULL && i < wmem_array_get_count(removed); i++) {
        if (*(uint32_t *)wmem_array_index(removed, i) == id) {
            return true;
        }
    }
    return id != 0 && transition->node == id;
}

void
cman_also_removes(cman_transition_t *transition, uint32_t id)
{
    if (id == 0 || cman_concerns(transition, id)) {
        return;
    }
    if (transition->removed == NULL) {
        transition->removed = wmem_array_new(wmem_file_scope(), sizeof id);
    }
    if (wmem_array_get_count(transition->removed) < REMOVED_MAX) {
        wmem_array_append_one(transition->removed, id);
    }
}

bool
cman_barrier_closes(const char *name, const cman_transition_t *transition)
{
    static const char prefix[] = "TRANSITION.";
    const char *number;
    char *end;

    if (strncmp(name, prefix, strlen(prefix)) != 0) {
        return false;
    }
    number = name + strlen(prefix);
    if (!g_ascii_isdigit(*number)) {
        return false;
    }
    return g_ascii_strtoull(number, &end, 10) == transition->end_generation && *end == '\0';
}

cadence_rules_t
cman_hello_rules(void)
{
    return (cadence_rules_t){
        .period = pref_hello_timer * NS_PER_S,
        .late_above = pref_hello_timer * (NS_PER_S / 2 * 3),
        .lost_from = pref_deadnode_timeout * NS_PER_S,
    };
}

uint32_t
cman_missed_in(int64_t silence)
{
    cadence_rules_t rules = cman_hello_rules();

    return cadence_missed(&rules, silence);
}

void
cman_state_register(module_t *module)
{
    prefs_register_bool_preference(
        module, "analysis", "Analyze several messages together",
        "Pair messages with acknowledgments, find retransmissions, measure HELLO intervals, "
        "follow transitions and barriers",
        &pref_analysis);
    prefs_register_uint_preference(
        module, "hello_timer", "HELLO timer (seconds)",
        "Interval between HELLO messages of one node: hello_timer of the cluster", 10,
        &pref_hello_timer);
    prefs_register_uint_preference(
        module, "deadnode_timeout", "Dead node timeout (seconds)",
        "A node that sent no HELLO for so long is declared dead: deadnode_timeout of the cluster",
        10, &pref_deadnode_timeout);
    first_pass_forget_with_file((void **)&cman_state);
}
