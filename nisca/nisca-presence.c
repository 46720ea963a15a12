/* nisca-presence.c
 * Who is heard: nodes that fall silent, or one adapter of a node, and retransmissions to
 * nodes that do not answer because nothing at all is heard of them.
 *
 * A node that is not heard for the listen timeout has lost its channels, whatever kind
 * its frames are (captures of V7.3: closed 8.2 to 9.3 s after the last one).
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

/* HELLOs in rhythm after which a node is watched. */
#define WATCHED_AFTER 3

/* Nodes of a cluster that are watched; OpenVMS allows 96. */
#define WATCHED_MAX 256

/* Retransmissions to one node that are looked at again when it turns out to be silent. */
#define PENDING_MAX 16

/* Adapters of a node that are followed. */
#define ADAPTERS_MAX 8

/* Where many silences are not told one by one, one that is longer than this is. */
#define TOLD_AFTER (30 * NS_PER_S)

/* An overdue node of which this place knows nothing is looked at again after this. */
#define LOOK_AGAIN NS_PER_S

struct nisca_company;

/* One of several adapters of a node. */
typedef struct {
    uint64_t lan;
    int64_t first, latest; /* times of HELLOs */
    int64_t steady_from;   /* since then it was never silent */
    uint32_t frame;        /* the latest */
    uint32_t place;        /* that saw it */
    uint32_t beats;        /* HELLOs in rhythm */
    bool is_silent;        /* that was said, or is no wonder */
    bool was_told;         /* that it is silent */
    repeats_t silences;
} nisca_beating_t;

/* A node, as far as it is heard. */
struct nisca_presence {
    struct nisca_company *company;
    struct nisca_presence *next;
    struct nisca_presence *heard; /* that was heard after it, or NULL */
    uint64_t addr;
    int64_t latest;       /* time of its last frame of any kind */
    int64_t hello;        /* of its last HELLO */
    int64_t heard_from;   /* since then it was never silent */
    uint32_t frame;       /* the last frame, 0: none */
    uint32_t place;       /* that saw it */
    uint32_t beats;       /* HELLOs in rhythm */
    bool is_listed;       /* among those of its cluster that are watched */
    bool had_rhythm;      /* it was watched once */
    bool is_silent;       /* that was said */
    bool is_folded;       /* ... without an event */
    bool was_silent;      /* before that */
    bool is_gone;         /* it said BYE */
    uint8_t adapter_count;
    uint8_t pending_count;
    uint32_t byes;
    int64_t told_at;      /* when a silence was told last, or counted */
    repeats_t silences;
    nisca_beating_t *adapters;
    finding_t *pending[PENDING_MAX];
};

/* The nodes of a cluster. */
typedef struct nisca_company {
    nisca_presence_t *nodes;
    nisca_presence_t *first_heard, *last_heard; /* and all, in order of appearance */
    unsigned count;
    int64_t look_at;      /* when somebody may be overdue */
    int64_t latest;       /* frame of any node */
    int64_t watched_from; /* since then, frames came all the time */
} nisca_company_t;

/* --- Who there is ----------------------------------------------------------------- */

nisca_presence_t *
nisca_presence(const nisca_frame_t *frame, uint64_t addr)
{
    uint64_t cluster = sightings_mix(nisca_scope(frame), frame->message->group);
    nisca_presence_t *node = lookup_obtain(&nisca_state->presences, sightings_mix(cluster, addr),
                                           sizeof *node, NISCA_MAX_NODES);

    if (node != NULL && node->company == NULL) {
        nisca_company_t *company = lookup_obtain(&nisca_state->companies, cluster,
                                                 sizeof *company, UINT32_MAX);

        *node = (nisca_presence_t){ .addr = addr, .company = company, .hello = INT64_MIN };
    }
    return node;
}

uint64_t
nisca_presence_address(const nisca_presence_t *node)
{
    return node->addr;
}

uint32_t
nisca_presence_byes(const nisca_presence_t *node)
{
    return node != NULL ? node->byes : 0;
}

nisca_heard_t
nisca_presence_heard(const nisca_presence_t *node, int64_t since, int64_t until)
{
    if (node->frame == 0 || until - node->latest >= nisca_hello_rules.lost_from
        || (node->was_silent && node->heard_from > since)) {
        return NISCA_HEARD_NOTHING;
    }
    return node->heard_from <= since && node->hello > since
                   && until - node->hello < nisca_hello_rules.lost_from
               ? NISCA_HEARD_HELLOS
               : NISCA_HEARD;
}

int64_t
nisca_presence_watched_from(const nisca_presence_t *node)
{
    return node->company->watched_from;
}

bool
nisca_presence_beats_since(const nisca_frame_t *frame, int64_t since)
{
    const nisca_presence_t *node = nisca_presence(frame, frame->src);

    for (unsigned i = 0; node != NULL && i < node->adapter_count; i++) {
        if (node->adapters[i].lan == frame->lan_src) {
            return node->adapters[i].steady_from <= since + nisca_hello_rules.late_above;
        }
    }
    return false;
}

const nisca_silence_t *
nisca_silence_at(uint32_t idx)
{
    return wmem_array_index(nisca_state->silences, idx);
}

static uint32_t
nisca_keep_silence(const nisca_silence_t *silence)
{
    if (nisca_state->silences == NULL) {
        nisca_state->silences = wmem_array_new(wmem_file_scope(), sizeof *silence);
    }
    wmem_array_append(nisca_state->silences, silence, 1);
    return wmem_array_get_count(nisca_state->silences) - 1;
}

static void
nisca_found_silence(const nisca_frame_t *frame, nisca_presence_t *node, nisca_found_kind_t kind,
                    bool is_folded)
{
    nisca_silence_t silence = { .node = node->addr, .cluster = frame->seen.cluster,
                                .last_frame = node->frame, .silences = node->silences,
                                .was_told = node->is_silent && !node->is_folded,
                                .is_folded = is_folded };

    nisca_found(kind, nisca_keep_silence(&silence), frame->when - node->latest);
    node->told_at = frame->when;
}

static void
nisca_found_adapter(const nisca_frame_t *frame, nisca_presence_t *node,
                    const nisca_beating_t *adapter, nisca_found_kind_t kind, uint64_t now)
{
    nisca_silence_t silence = { .node = node->addr, .lan = adapter->lan, .now = now,
                                .cluster = frame->seen.cluster, .last_frame = adapter->frame,
                                .silences = adapter->silences, .was_told = adapter->was_told,
                                .is_folded = !repeats_is_told(&adapter->silences) };

    nisca_found(kind, nisca_keep_silence(&silence), frame->when - adapter->latest);
    node->told_at = frame->when;
}

/* --- Silence ----------------------------------------------------------------------- */

/* Nothing was heard of the node since the message, and now it is known why. */
static void
nisca_explain_pending(nisca_presence_t *node)
{
    for (unsigned i = 0; i < node->pending_count; i++) {
        if (node->pending[i]->kind == NISCA_FOUND_UNHEARD_YET) {
            node->pending[i]->kind = NISCA_FOUND_UNHEARD;
        }
    }
    node->pending_count = 0;
}

static void
nisca_tell_silence(const nisca_frame_t *frame, nisca_presence_t *node)
{
    for (unsigned i = 0; i < node->adapter_count; i++) {
        node->adapters[i].is_silent = true;
    }
    repeats_add(&node->silences, node->frame, node->latest);
    repeats_lasts(&node->silences, node->frame, frame->when - node->latest);
    node->is_folded = !repeats_is_told(&node->silences);
    nisca_found_silence(frame, node, NISCA_FOUND_SILENT, node->is_folded);
    node->is_silent = true;
    nisca_explain_pending(node);
}

/* One of many silences turns out to be long.  Returns the time at which to look again. */
static int64_t
nisca_look_at_long_silence(const nisca_frame_t *frame, nisca_presence_t *node)
{
    if (!node->is_folded || node->is_gone) {
        return INT64_MAX;
    }
    if (frame->when < node->latest + TOLD_AFTER) {
        return node->latest + TOLD_AFTER;
    }
    node->is_folded = false;
    repeats_lasts(&node->silences, node->frame, frame->when - node->latest);
    nisca_found_silence(frame, node, NISCA_FOUND_STILL_SILENT, false);
    return INT64_MAX;
}

/* DECnet gives an adapter another address when it starts, and LAN failover gives its work
 * to another one: then an address begins where one ends. */
static const nisca_beating_t *
nisca_replacement(const nisca_presence_t *node, const nisca_beating_t *adapter)
{
    for (unsigned i = 0; i < node->adapter_count; i++) {
        if (node->adapters[i].first >= adapter->latest) {
            return &node->adapters[i];
        }
    }
    return NULL;
}

/* Returns the time at which to look again. */
static int64_t
nisca_look_at_adapter(const nisca_frame_t *frame, nisca_presence_t *node,
                      nisca_beating_t *adapter)
{
    const nisca_beating_t *now = nisca_replacement(node, adapter);
    int64_t due = adapter->latest + nisca_hello_rules.lost_from;

    if (adapter->is_silent || adapter->beats < WATCHED_AFTER) {
        return INT64_MAX;
    }
    if (frame->when < due) {
        return due;
    }
    if (adapter->place != nisca_place(frame) || adapter->latest < node->company->watched_from
        || node->latest <= adapter->latest) {
        return frame->when + LOOK_AGAIN;
    }
    adapter->is_silent = true;
    if (now == NULL) {
        repeats_add(&adapter->silences, adapter->frame, adapter->latest);
        repeats_lasts(&adapter->silences, adapter->frame, frame->when - adapter->latest);
        nisca_found_adapter(frame, node, adapter, NISCA_FOUND_ADAPTER_SILENT, 0);
        adapter->was_told = repeats_is_told(&adapter->silences);
    } else {
        nisca_found_adapter(frame, node, adapter, NISCA_FOUND_OTHER_ADDRESS, now->lan);
    }
    return INT64_MAX;
}

static int64_t
nisca_look_at_adapters(const nisca_frame_t *frame, nisca_presence_t *node)
{
    int64_t next = INT64_MAX;

    for (unsigned i = 0; node->adapter_count > 1 && i < node->adapter_count; i++) {
        next = MIN(next, nisca_look_at_adapter(frame, node, &node->adapters[i]));
    }
    return next;
}

/* Returns the time at which to look again.  A silence is known where the last frame was
 * seen, and where somebody watched since. */
static int64_t
nisca_look_at(const nisca_frame_t *frame, nisca_presence_t *node)
{
    int64_t due = node->latest + nisca_hello_rules.lost_from;

    if (node->is_silent) {
        return nisca_look_at_long_silence(frame, node);
    }
    if (node->beats < WATCHED_AFTER) {
        return INT64_MAX;
    }
    if (frame->when < due) {
        return MIN(due, nisca_look_at_adapters(frame, node));
    }
    if (node->addr == frame->src || node->place != nisca_place(frame)
        || node->latest < node->company->watched_from) {
        return frame->when + LOOK_AGAIN;
    }
    nisca_tell_silence(frame, node);
    return INT64_MAX;
}

static void
nisca_watch(const nisca_frame_t *frame, nisca_company_t *company)
{
    int64_t next = frame->when + nisca_hello_rules.lost_from;

    if (frame->when - company->latest > nisca_hello_rules.late_above) {
        company->watched_from = frame->when; /* nobody watched while nothing came */
    }
    company->latest = MAX(company->latest, frame->when);
    if (frame->when < company->look_at) {
        return;
    }
    for (nisca_presence_t *node = company->nodes; node != NULL; node = node->next) {
        next = MIN(next, nisca_look_at(frame, node));
    }
    company->look_at = next;
}

/* --- What is heard ------------------------------------------------------------------ */

static void
nisca_list(nisca_presence_t *node)
{
    nisca_company_t *company = node->company;

    if (!node->is_listed && company->count < WATCHED_MAX) {
        node->is_listed = true;
        node->next = company->nodes;
        company->nodes = node;
        company->count++;
    }
}

/* Watched until it fell silent, and ever since, where it is heard now. */
static bool
nisca_was_watched(const nisca_frame_t *frame, const nisca_presence_t *node, uint32_t beats,
                  uint32_t place, int64_t latest)
{
    return beats >= WATCHED_AFTER && frame->when - latest >= nisca_hello_rules.lost_from
           && place == nisca_place(frame) && latest >= node->company->watched_from;
}

static uint32_t
nisca_count_beat(const nisca_frame_t *frame, uint32_t beats, int64_t last)
{
    return beats > 0 && frame->when - last <= nisca_hello_rules.late_above ? beats + 1 : 1;
}

static nisca_beating_t *
nisca_beating(const nisca_frame_t *frame, nisca_presence_t *node)
{
    for (unsigned i = 0; i < node->adapter_count; i++) {
        if (node->adapters[i].lan == frame->lan_src) {
            return &node->adapters[i];
        }
    }
    if (node->adapter_count == ADAPTERS_MAX) {
        return NULL;
    }
    if (node->adapters == NULL) {
        node->adapters = wmem_alloc0_array(wmem_file_scope(), nisca_beating_t, ADAPTERS_MAX);
    }
    node->adapters[node->adapter_count] =
        (nisca_beating_t){ .lan = frame->lan_src, .first = frame->when };
    return &node->adapters[node->adapter_count++];
}

/* An adapter that fell silent, while the node was heard all the time. */
static bool
nisca_is_back(const nisca_frame_t *frame, const nisca_presence_t *node,
              const nisca_beating_t *adapter)
{
    return adapter->frame != 0 && node->heard_from <= adapter->latest
           && nisca_was_watched(frame, node, adapter->beats, adapter->place, adapter->latest)
           && nisca_replacement(node, adapter) == NULL;
}

static void
nisca_adapter_is_back(const nisca_frame_t *frame, nisca_presence_t *node, nisca_beating_t *adapter)
{
    if (!adapter->is_silent) {
        repeats_add(&adapter->silences, adapter->frame, adapter->latest);
    }
    repeats_lasts(&adapter->silences, adapter->frame, frame->when - adapter->latest);
    nisca_found_adapter(frame, node, adapter, NISCA_FOUND_HELLOS_AGAIN, 0);
}

/* Adapters of one node send HELLOs of their own; together they come more often. */
static void
nisca_hear_hello(const nisca_frame_t *frame, nisca_presence_t *node)
{
    nisca_beating_t *adapter = nisca_beating(frame, node);

    node->beats = nisca_count_beat(frame, node->beats, node->hello);
    node->hello = frame->when;
    node->is_gone = false;
    node->had_rhythm |= node->beats >= WATCHED_AFTER;
    if (node->beats == WATCHED_AFTER) {
        nisca_list(node);
    }
    if (adapter != NULL) {
        if (nisca_is_back(frame, node, adapter)) {
            nisca_adapter_is_back(frame, node, adapter);
        }
        adapter->beats = nisca_count_beat(frame, adapter->beats, adapter->latest);
        if (adapter->frame == 0
            || frame->when - adapter->latest >= nisca_hello_rules.lost_from) {
            adapter->steady_from = frame->when;
        }
        adapter->latest = frame->when;
        adapter->frame = frame->frame;
        adapter->place = nisca_place(frame);
        adapter->is_silent = adapter->was_told = false;
    }
}

static void
nisca_hear_bye(nisca_presence_t *node)
{
    if (!node->is_gone) { /* each adapter says it */
        node->is_gone = true;
        nisca_found(NISCA_FOUND_LEAVES, 0, 0);
    }
    node->beats = 0;
    node->byes++;
    node->adapter_count = 0;
}

static void
nisca_list_heard(nisca_presence_t *node)
{
    nisca_company_t *company = node->company;

    *(company->last_heard != NULL ? &company->last_heard->heard : &company->first_heard) = node;
    company->last_heard = node;
}

static void
nisca_end_silence(const nisca_frame_t *frame, nisca_presence_t *node)
{
    int64_t silent = frame->when - node->latest;
    bool is_folded;

    if (!node->is_silent) {
        repeats_add(&node->silences, node->frame, node->latest);
    }
    is_folded = node->is_silent ? node->is_folded : !repeats_is_told(&node->silences);
    repeats_lasts(&node->silences, node->frame, silent);
    nisca_found_silence(frame, node, NISCA_FOUND_HEARD_AGAIN, is_folded && silent < TOLD_AFTER);
}

static void
nisca_hear(const nisca_frame_t *frame, nisca_presence_t *node)
{
    if (node->frame == 0) {
        nisca_list_heard(node);
    }
    if (node->frame != 0 && frame->when <= node->latest) {
        return;
    }
    if (node->is_silent
        || nisca_was_watched(frame, node, node->beats, node->place, node->latest)) {
        nisca_end_silence(frame, node);
    }
    if (node->frame == 0 || frame->when - node->latest >= nisca_hello_rules.lost_from) {
        node->heard_from = frame->when;
        node->was_silent = node->frame != 0;
    }
    node->is_silent = node->is_folded = false;
    node->pending_count = 0;
    node->latest = frame->when;
    node->frame = frame->frame;
    node->place = nisca_place(frame);
    if (nisca_cc_is(frame->message, NISCA_CC_HELLO)) {
        nisca_hear_hello(frame, node);
    } else if (nisca_cc_is(frame->message, NISCA_CC_BYE)) {
        nisca_hear_bye(node);
    }
}

/* A node that is sent a message again, and of which nothing was heard meanwhile. */
static void
nisca_look_for_receiver(const nisca_frame_t *frame)
{
    nisca_presence_t *node = nisca_presence(frame, frame->dst);
    int64_t since = node != NULL ? frame->when - node->latest : 0;
    bool is_long = since > nisca_hello_rules.late_above;

    if (node == NULL || node->beats < WATCHED_AFTER || since <= 0
        || node->place != nisca_place(frame)) {
        return;
    }
    if (is_long) {
        nisca_found(NISCA_FOUND_UNHEARD, node->frame, since);
    } else if (node->pending_count < PENDING_MAX) {
        node->pending[node->pending_count++] =
            nisca_found(NISCA_FOUND_UNHEARD_YET, node->frame, since);
    }
}

static void
nisca_note_told(nisca_frame_t *frame, const nisca_presence_t *node)
{
    const nisca_presence_t *other = nisca_presence(frame, frame->dst);

    frame->silence_told = MAX(node->told_at, other != NULL ? other->told_at : 0);
}

void
nisca_presence_analyse(nisca_frame_t *frame)
{
    nisca_presence_t *node = nisca_presence(frame, frame->src);

    if (node == NULL) {
        return;
    }
    nisca_watch(frame, node->company);
    nisca_hear(frame, node);
    if (nisca_cc_is(frame->message, NISCA_CC_VACK)) {
        nisca_note_told(frame, node);
    }
    if (frame->message->has_tr && frame->message->flags & NISCA_TR_REXMT) {
        nisca_look_for_receiver(frame);
    }
}

/* --- When the file ends ------------------------------------------------------------- */

const nisca_presence_t *
nisca_presence_first(uint32_t cluster, uint32_t group)
{
    const nisca_company_t *company =
        lookup_find(&nisca_state->companies, sightings_mix(cluster, group));

    return company != NULL ? company->first_heard : NULL;
}

const nisca_presence_t *
nisca_presence_next(const nisca_presence_t *node)
{
    return node->heard;
}

/* Its rhythm ended before, and some frames that came since begin none. */
static bool
nisca_fell_silent_again(const nisca_presence_t *node)
{
    int64_t due = node->latest + nisca_hello_rules.lost_from;

    return node->had_rhythm && node->silences.count > 0 && node->company->latest >= due
           && node->company->watched_from <= node->latest
           && observation_was_watching(node->place, due);
}

nisca_absence_t
nisca_presence_absence(const nisca_presence_t *node, unsigned which)
{
    nisca_absence_t absence = { .silences = node->silences };

    if (which == 0) {
        bool is_again = !node->is_gone && !node->is_silent && nisca_fell_silent_again(node);

        if (is_again) {
            repeats_add(&absence.silences, node->frame, node->latest);
        }
        if (node->is_gone || node->is_silent || is_again) {
            absence.frame = node->frame;
            absence.when = node->latest;
            absence.is_gone = node->is_gone;
        }
    } else if (!node->is_gone && !node->is_silent && which <= node->adapter_count
               && node->adapters[which - 1].is_silent
               && nisca_replacement(node, &node->adapters[which - 1]) == NULL) {
        const nisca_beating_t *adapter = &node->adapters[which - 1];

        absence = (nisca_absence_t){ .frame = adapter->frame, .when = adapter->latest,
                                     .lan = adapter->lan, .silences = adapter->silences };
    }
    return absence;
}

unsigned
nisca_presence_adapters(const nisca_presence_t *node)
{
    return node->adapter_count;
}

nisca_last_hello_t
nisca_presence_last_hello(const nisca_presence_t *node, uint64_t lan)
{
    for (unsigned i = 0; i < node->adapter_count; i++) {
        if (node->adapters[i].lan == lan) {
            return (nisca_last_hello_t){ node->adapters[i].frame, node->adapters[i].latest };
        }
    }
    return (nisca_last_hello_t){ 0 };
}

uint64_t
nisca_presence_lan(const nisca_presence_t *node, unsigned which)
{
    return node->adapters[which - 1].lan;
}
