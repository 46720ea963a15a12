/* ncs-analysis.c
 * What several heartbeats mean together.
 *
 * A node is one IP source with one panning id at one capture point; a cluster
 * is one panning id at one capture point.  Everything here is written on the
 * first pass and only read later.
 *
 * Silence.  A node that was heard and then is not, is reported once, on the
 * first frame of another node at or after the end of its tolerance.  Nodes
 * that were never heard are never missed: a switch port that is not mirrored
 * shows the master's broadcasts only.  The port of a master also shows what
 * slaves send to it, and no longer shows that after another node became
 * master: such slaves are not silent, but out of sight.
 *
 * Silence of all.  Where every known node of a cluster (two or more) was
 * silent for a whole tolerance, no single node died: the LAN was out, by
 * spanning tree for instance, which Novell says can block heartbeats for over
 * 30 s ("Planning the LAN Connectivity").  The first frame after it resumes
 * the traffic.  It says so on its own gap, the other nodes are not reported
 * silent but get another tolerance from there, and those that return within
 * it say the same of their gaps.  Who stays away longer is a silent node.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs_heartbeat.h"

#include "capture_point.h"

#define NS_PER_MS INT64_C(1000000)

/* Nodes that are followed.  The product has 2 to 32 nodes in a cluster; more
 * than this are forged sources. */
#define NCS_NODES_MAX 4096

/* Nodes that are compared when a new master shows up. */
#define NCS_ELECTION_MAX 64

/* A duplicate repeats a datagram this soon after its latest copy. */
#define NCS_DUPLICATE_WINDOW (10 * NS_PER_MS)

/* Frames that are this much older than the one before were not just captured
 * in another order: the clock was set back, or files were joined. */
#define NCS_SET_BACK NS_PER_S

#define NCS_LATE_FACTOR_MAX 100000

typedef struct ncs_cluster ncs_cluster_t;

typedef struct {
    ncs_cluster_t *cluster; /* NULL: sends no panning id */
    uint32_t number;        /* from 1 */
    address address;
    cadence_t cadence;
    ncs_role_t role;
    bool silent; /* was reported silent */
    uint32_t incarnation;
    uint32_t incarnation_frame; /* the last with it; 0: none yet */
    uint32_t sends_to;          /* IPv4 address; 0: to all, or not known */
    GList awake;                /* its place in ncs_cluster_t.awake */
} ncs_node_t;

typedef struct {
    ncs_node_t *node;
    int64_t time; /* of its latest broadcast */
    uint32_t frame;
} ncs_broadcaster_t;

/* Heartbeats to a single node; IPv4 addresses, 0: none. */
typedef struct {
    uint32_t to;
    uint32_t from; /* the first that was heard to send there */
    bool several;  /* others were heard, too */
} ncs_hearing_t;

struct ncs_cluster {
    GQueue awake[2]; /* nodes not reported silent, by role: the longest unheard first */
    uint32_t last_frame;
    int64_t last_time;
    uint32_t resumed_frame; /* the first after all were silent; 0: they never were */
    int64_t resumed_time;
    uint32_t set_back_frame;         /* the latest one that went back in time; 0: none */
    ncs_hearing_t heard;             /* where the latest one to a single node went */
    ncs_broadcaster_t master, rival; /* the last two different ones */
    bool contested;                  /* and both broadcast within a tolerance */
    wmem_array_t *masters;           /* of ncs_mastership_t, in frame order */
};

/* Who is taken for the master from this frame on. */
typedef struct {
    uint32_t frame;
    uint32_t ipv4; /* 0: not known */
} ncs_mastership_t;

/* Identifies a node, or with a `length` of 0 a cluster. No padding. */
typedef struct {
    uint32_t point;
    uint32_t panning_id;
    uint8_t has_panning_id;
    uint8_t length;
    uint8_t source[18];
} ncs_key_t;

static struct {
    findings_t *findings;
    sightings_t *sightings;
    wmem_map_t *nodes;     /* ncs_key_t -> ncs_node_t */
    wmem_map_t *clusters;  /* ncs_key_t -> ncs_cluster_t */
    wmem_map_t *first_ids; /* capture point -> first panning id, as ncs_key_t */
    wmem_array_t *numbered; /* of ncs_node_t *, by number - 1 */
    bool limit_told;
} state;

/* --- Rules -------------------------------------------------------------------- */

static int64_t
ncs_tolerance(ncs_role_t role)
{
    return NS_PER_MS
           * (role == NCS_ROLE_MASTER ? ncs_preferences.slave_watchdog : ncs_preferences.tolerance);
}

/* The master's rhythm is set by "master watchdog" and judged by the slaves'
 * "slave watchdog", a slave's by "heartbeat" and "tolerance" (TID 10053468). */
cadence_rules_t
ncs_cadence_rules(ncs_role_t role)
{
    unsigned period_ms = role == NCS_ROLE_MASTER ? ncs_preferences.master_watchdog
                                                 : ncs_preferences.period;
    int64_t period = NS_PER_MS * period_ms;
    int64_t factor = MIN(ncs_preferences.late_factor, NCS_LATE_FACTOR_MAX);
    int64_t late_above = period / 100 * factor;
    int64_t lost_from = ncs_tolerance(role);

    return (cadence_rules_t){
        .period = period,
        .late_above = late_above > 0 ? late_above : INT64_MAX,
        .lost_from = lost_from > 0 ? lost_from : INT64_MAX,
    };
}

static bool
ncs_is_silent_after(ncs_role_t role, int64_t silence)
{
    return silence >= ncs_cadence_rules(role).lost_from;
}

/* --- Nodes and clusters --------------------------------------------------------- */

static unsigned
ncs_key_hash(const void *key)
{
    return wmem_strong_hash((const uint8_t *)key, sizeof(ncs_key_t));
}

static gboolean
ncs_key_equal(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(ncs_key_t)) == 0;
}

/* 0 for an address that is not IPv4. */
static uint32_t
ncs_ipv4(const address *addr)
{
    uint32_t big_endian = 0;

    if (addr->type == AT_IPv4) {
        memcpy(&big_endian, addr->data, sizeof big_endian);
    }
    return g_ntohl(big_endian);
}

/* Without a panning id the source alone identifies a node. */
static ncs_key_t
ncs_key(const ncs_message_t *message, const address *source)
{
    ncs_key_t key = { .point = capture_point(message->pinfo) };

    if (message->captured >= NCS_PANNING_ID_END) {
        key.panning_id = message->panning_id;
        key.has_panning_id = 1;
    }
    if (source != NULL && source->len > 0) {
        key.length = (uint8_t)MIN((size_t)source->len, sizeof key.source);
        memcpy(key.source, source->data, key.length);
    }
    return key;
}

static void
ncs_state_begin(void)
{
    state.findings = findings_new();
    state.sightings = sightings_new(NCS_DUPLICATE_WINDOW);
    state.nodes = wmem_map_new(wmem_file_scope(), ncs_key_hash, ncs_key_equal);
    state.clusters = wmem_map_new(wmem_file_scope(), ncs_key_hash, ncs_key_equal);
    state.first_ids = wmem_map_new(wmem_file_scope(), g_direct_hash, g_direct_equal);
    state.numbered = wmem_array_new(wmem_file_scope(), sizeof(ncs_node_t *));
}

static finding_t *
ncs_found(const ncs_message_t *message, ncs_finding_kind_t kind, uint32_t ref, int64_t value)
{
    return findings_add(state.findings, message->pinfo->num, (uint8_t)kind, ref, value);
}

static ncs_node_t *
ncs_node_by_number(uint32_t number)
{
    return *(ncs_node_t **)wmem_array_index(state.numbered, number - 1);
}

static ncs_cluster_t *
ncs_cluster_find(const ncs_message_t *message)
{
    ncs_key_t key = ncs_key(message, NULL);

    return key.has_panning_id ? (ncs_cluster_t *)wmem_map_lookup(state.clusters, &key) : NULL;
}

/* Clusters should have a VLAN each: another one on this LAN is worth a word. */
static void
ncs_note_second_cluster(const ncs_message_t *message, const ncs_key_t *key)
{
    void *point = GUINT_TO_POINTER(key->point);
    const ncs_key_t *first = (const ncs_key_t *)wmem_map_lookup(state.first_ids, point);

    if (first == NULL) {
        wmem_map_insert(state.first_ids, point, (void *)key);
    } else {
        ncs_found(message, NCS_SECOND_PANNING_ID, first->panning_id, 0);
    }
}

static ncs_cluster_t *
ncs_cluster_new(const ncs_message_t *message)
{
    ncs_cluster_t *cluster = wmem_new0(wmem_file_scope(), ncs_cluster_t);
    ncs_key_t *key = wmem_new(wmem_file_scope(), ncs_key_t);

    *key = ncs_key(message, NULL);
    cluster->masters = wmem_array_new(wmem_file_scope(), sizeof(ncs_mastership_t));
    wmem_map_insert(state.clusters, key, cluster);
    ncs_note_second_cluster(message, key);
    return cluster;
}

static ncs_node_t *
ncs_node_new(const ncs_message_t *message, const ncs_key_t *key)
{
    ncs_node_t *node = wmem_new0(wmem_file_scope(), ncs_node_t);

    if (key->has_panning_id) {
        node->cluster = ncs_cluster_find(message);
        if (node->cluster == NULL) {
            node->cluster = ncs_cluster_new(message);
        }
    }
    node->role = message->role;
    node->silent = true; /* until ncs_node_wake() */
    node->awake.data = node;
    copy_address_wmem(wmem_file_scope(), &node->address, &message->pinfo->net_src);
    wmem_array_append_one(state.numbered, node);
    node->number = wmem_array_get_count(state.numbered);
    wmem_map_insert(state.nodes, wmem_memdup(wmem_file_scope(), key, sizeof *key), node);
    return node;
}

/* The sender; NULL if there are too many nodes to follow this one. */
static ncs_node_t *
ncs_node_get(const ncs_message_t *message)
{
    ncs_key_t key = ncs_key(message, &message->pinfo->net_src);
    ncs_node_t *node = (ncs_node_t *)wmem_map_lookup(state.nodes, &key);

    if (node == NULL && wmem_array_get_count(state.numbered) < NCS_NODES_MAX) {
        node = ncs_node_new(message, &key);
    }
    return node;
}

/* Beyond the cap nodes are decoded but not followed: said once. */
static void
ncs_tell_limit(const ncs_message_t *message)
{
    if (!state.limit_told) {
        state.limit_told = true;
        ncs_found(message, NCS_LIMIT, 0, 0);
    }
}

/* --- Rhythm ---------------------------------------------------------------------- */

static bool
ncs_is_duplicate(tvbuff_t *tvb, const ncs_message_t *message, const ncs_node_t *node, int64_t time)
{
    const address *to = &message->pinfo->net_dst;
    uint64_t hash = sightings_hash(tvb, 0, message->length, message->ip_id);
    uint32_t first;

    for (int i = 0; i < to->len; i++) {
        hash = sightings_mix(hash, ((const uint8_t *)to->data)[i]);
    }
    first = sightings_repeated(state.sightings, sightings_mix(hash, node->number),
                               message->pinfo->num, time);
    if (first != 0) {
        ncs_found(message, NCS_DUPLICATE, first, 0);
    }
    return first != 0;
}

static ncs_lost_t
ncs_read_silence(const ncs_message_t *message, const ncs_node_t *node)
{
    const ncs_cluster_t *cluster = node->cluster;

    if (cluster != NULL && !node->silent && node->cadence.last_frame < cluster->resumed_frame) {
        return NCS_LOST_ALL;
    }
    if (node->incarnation_frame != 0 && message->captured >= NCS_INCARNATION_END
        && message->incarnation != node->incarnation) {
        return NCS_LOST_REJOINED;
    }
    return NCS_LOST_NODE;
}

static void
ncs_follow_rhythm(const ncs_message_t *message, ncs_node_t *node, int64_t time)
{
    cadence_rules_t rules = ncs_cadence_rules(node->role);
    ncs_lost_t lost = ncs_read_silence(message, node);
    int64_t interval;
    uint32_t previous = cadence_beat(&node->cadence, &rules, message->pinfo->num, time,
                                     &interval);

    if (previous == 0) {
        return;
    }
    ncs_found(message,
              node->role == NCS_ROLE_MASTER ? NCS_INTERVAL_OF_MASTER : NCS_INTERVAL_OF_SLAVE,
              previous, interval);
    if (cadence_judge(&rules, interval) == CADENCE_LOST) {
        ncs_found(message, NCS_LOST, 0, lost);
    }
}

/* --- Silence ---------------------------------------------------------------------- */

static GQueue *
ncs_awake(ncs_cluster_t *cluster, ncs_role_t role)
{
    return &cluster->awake[role == NCS_ROLE_MASTER];
}

static void
ncs_node_rest(ncs_node_t *node)
{
    if (!node->silent) {
        g_queue_unlink(ncs_awake(node->cluster, node->role), &node->awake);
        node->silent = true;
    }
}

static void
ncs_node_wake(ncs_node_t *node, ncs_role_t role)
{
    ncs_node_rest(node);
    node->role = role;
    node->silent = false;
    g_queue_push_tail_link(ncs_awake(node->cluster, role), &node->awake);
}

/* Was this the first frame after a silence of all?  A clock that was set back
 * by more than a tolerance has the same effect: nobody's silence is known. */
static void
ncs_notice_silence_of_all(const ncs_message_t *message, ncs_cluster_t *cluster, int64_t time)
{
    int64_t tolerance = MAX(ncs_cadence_rules(NCS_ROLE_MASTER).lost_from,
                            ncs_cadence_rules(NCS_ROLE_SLAVE).lost_from);
    unsigned awake = cluster->awake[0].length + cluster->awake[1].length;

    if (awake >= 2 && ABS(time - cluster->last_time) >= tolerance) {
        cluster->resumed_frame = message->pinfo->num;
        cluster->resumed_time = time;
    }
    if (cluster->last_time - time >= NCS_SET_BACK) {
        cluster->set_back_frame = message->pinfo->num;
    }
    cluster->last_time = time;
}

/* Is what slaves send to this master to be seen here?  Where only the node is
 * heard that this slave sent to, this is that node's port. */
static bool
ncs_is_in_sight(const ncs_cluster_t *cluster, const ncs_node_t *slave, uint32_t master)
{
    return cluster->heard.to == master
           && (cluster->heard.several || cluster->heard.from != slave->sends_to);
}

/* Slaves send to the master that they know. */
static bool
ncs_is_out_of_sight(const ncs_cluster_t *cluster, const ncs_node_t *node)
{
    const ncs_node_t *master = cluster->master.node;
    uint32_t to = master != NULL && !cluster->contested ? ncs_ipv4(&master->address) : 0;

    return to != 0 && node->sends_to != 0 && node->sends_to != to
           && !ncs_is_in_sight(cluster, node, to);
}

static void
ncs_node_end_hearing(const ncs_message_t *message, ncs_node_t *node)
{
    if (ncs_is_out_of_sight(node->cluster, node)) {
        cadence_reset(&node->cadence);
    } else {
        ncs_found(message, NCS_SILENT_NODE, node->number, node->cadence.last_frame);
    }
    ncs_node_rest(node);
}

static void
ncs_report_silent(const ncs_message_t *message, ncs_cluster_t *cluster, ncs_role_t role,
                  int64_t time)
{
    const GQueue *awake = ncs_awake(cluster, role);

    while (awake->head != NULL) {
        ncs_node_t *node = (ncs_node_t *)awake->head->data;
        bool resumed = node->cadence.last_frame < cluster->resumed_frame;
        int64_t heard = resumed ? cluster->resumed_time : node->cadence.last_time;

        if (!ncs_is_silent_after(role, time - heard)) {
            return;
        }
        ncs_node_end_hearing(message, node);
    }
}

/* --- Mastership --------------------------------------------------------------------- */

static uint32_t
ncs_known_master(const ncs_cluster_t *cluster, uint32_t frame)
{
    unsigned low = 0, high = wmem_array_get_count(cluster->masters);

    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        const ncs_mastership_t *at = wmem_array_index(cluster->masters, middle);

        if (at->frame <= frame) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low == 0 ? 0 : ((ncs_mastership_t *)wmem_array_index(cluster->masters, low - 1))->ipv4;
}

static void
ncs_take_for_master(ncs_cluster_t *cluster, uint32_t frame, uint32_t ipv4)
{
    ncs_mastership_t now = { frame, ipv4 };

    if (ncs_known_master(cluster, frame) != ipv4) {
        wmem_array_append_one(cluster->masters, now);
    }
}

static bool
ncs_is_higher(const address *a, const address *b)
{
    return a->len != b->len ? a->len > b->len : memcmp(a->data, b->data, (size_t)a->len) > 0;
}

/* The slave with the highest address should become master ("Electing a Master
 * Node"): how does this one rank among the nodes that are not silent? */
static int64_t
ncs_rank(ncs_cluster_t *cluster, const ncs_node_t *elected, const ncs_node_t *old)
{
    bool old_is_higher = old != NULL && ncs_is_higher(&old->address, &elected->address);
    const ncs_node_t *highest = elected;
    unsigned left = NCS_ELECTION_MAX;

    for (unsigned i = 0; i < 2; i++) {
        for (const GList *at = cluster->awake[i].tail; at != NULL && left > 0; at = at->prev) {
            const ncs_node_t *node = (const ncs_node_t *)at->data;

            if (node != old && ncs_is_higher(&node->address, &highest->address)) {
                highest = node;
            }
            left--;
        }
    }
    if (highest != elected) {
        return (int64_t)highest->number << NCS_ELECTION_BITS | NCS_ELECTED_LOWER;
    }
    return old_is_higher ? NCS_ELECTED_HIGHEST_LEFT : NCS_ELECTED_HIGHEST;
}

/* Before the first broadcast the address that slaves send to is the master,
 * unless it sends unicast itself. */
static void
ncs_report_first_broadcast(const ncs_message_t *message, ncs_node_t *node)
{
    const ncs_node_t *known = NULL;
    uint32_t ipv4 = ncs_known_master(node->cluster, message->pinfo->num);
    uint32_t big_endian = g_htonl(ipv4);
    address taken;
    ncs_key_t key;

    if (ipv4 == 0 || ipv4 == ncs_ipv4(&node->address)) {
        return;
    }
    set_address(&taken, AT_IPv4, 4, &big_endian);
    key = ncs_key(message, &taken);
    known = (const ncs_node_t *)wmem_map_lookup(state.nodes, &key);
    if (known == NULL) {
        ncs_found(message, NCS_MASTER_TAKEN, ipv4, ncs_rank(node->cluster, node, NULL));
    }
}

static void
ncs_report_master_change(const ncs_message_t *message, ncs_node_t *node)
{
    const ncs_node_t *old = node->cluster->master.node;

    if (old != NULL) {
        ncs_found(message, NCS_MASTER_CHANGE, old->number, ncs_rank(node->cluster, node, old));
    } else {
        ncs_report_first_broadcast(message, node);
    }
}

/* Two that broadcast within a tolerance are two masters, at each broadcast of
 * either; that they take turns then is no change of master. */
static void
ncs_follow_broadcast(const ncs_message_t *message, ncs_node_t *node, int64_t time)
{
    ncs_cluster_t *cluster = node->cluster;
    bool changed = cluster->master.node != node;
    ncs_broadcaster_t other = changed ? cluster->master : cluster->rival;
    bool contested = other.node != NULL && other.frame >= cluster->set_back_frame
                     && ABS(time - other.time) < ncs_tolerance(NCS_ROLE_MASTER);

    if (changed && !(contested && cluster->contested)) {
        ncs_report_master_change(message, node);
    }
    if (contested) {
        ncs_found(message, NCS_TWO_MASTERS, other.node->number, 0);
    }
    cluster->master = (ncs_broadcaster_t){ node, time, message->pinfo->num };
    cluster->rival = other;
    cluster->contested = contested;
    ncs_take_for_master(cluster, message->pinfo->num, ncs_ipv4(&node->address));
}

static void
ncs_note_destination(const ncs_message_t *message, ncs_node_t *node)
{
    ncs_hearing_t *heard = &node->cluster->heard;
    uint32_t from = ncs_ipv4(&node->address);

    node->sends_to = message->role == NCS_ROLE_SLAVE ? ncs_ipv4(&message->pinfo->net_dst) : 0;
    if (node->sends_to == 0) {
        return;
    }
    if (heard->to != node->sends_to) {
        *heard = (ncs_hearing_t){ .to = node->sends_to, .from = from };
    }
    heard->several |= heard->from != from;
}

static void
ncs_follow_mastership(const ncs_message_t *message, ncs_node_t *node, int64_t time)
{
    if (message->role == NCS_ROLE_MASTER) {
        ncs_follow_broadcast(message, node, time);
    } else if (node->cluster->master.node == NULL) {
        ncs_take_for_master(node->cluster, message->pinfo->num,
                            ncs_ipv4(&message->pinfo->net_dst));
    }
}

/* --- Incarnation ---------------------------------------------------------------------- */

/* Per sender: nodes learn of a new view one after the other. */
static void
ncs_follow_incarnation(const ncs_message_t *message, ncs_node_t *node)
{
    if (message->captured < NCS_INCARNATION_END) {
        return;
    }
    if (node->incarnation_frame != 0 && node->incarnation != message->incarnation) {
        ncs_found(message, NCS_INCARNATION_CHANGE, node->incarnation_frame, node->incarnation);
    }
    node->incarnation = message->incarnation;
    node->incarnation_frame = message->pinfo->num;
}

/* --- Entry points ----------------------------------------------------------------------- */

static void
ncs_follow_cluster(const ncs_message_t *message, ncs_node_t *node, int64_t time)
{
    ncs_node_wake(node, message->role);
    ncs_note_destination(message, node);
    ncs_report_silent(message, node->cluster, NCS_ROLE_SLAVE, time);
    ncs_report_silent(message, node->cluster, NCS_ROLE_MASTER, time);
    ncs_follow_mastership(message, node, time);
}

void
ncs_analyse(tvbuff_t *tvb, const ncs_message_t *message)
{
    int64_t time = capture_time(message->pinfo);
    ncs_node_t *node;

    if (state.findings == NULL) {
        ncs_state_begin();
    }
    findings_forget(state.findings, message->pinfo->num);
    if (!capture_has_time(message->pinfo)) {
        return;
    }
    node = ncs_node_get(message);
    if (node == NULL) {
        ncs_tell_limit(message);
        return;
    }
    if (ncs_is_duplicate(tvb, message, node, time)) {
        return;
    }
    if (node->cluster != NULL) {
        ncs_notice_silence_of_all(message, node->cluster, time);
    }
    ncs_follow_rhythm(message, node, time);
    if (node->cluster != NULL) {
        ncs_follow_cluster(message, node, time);
    }
    ncs_follow_incarnation(message, node);
    node->role = message->role;
}

const findings_t *
ncs_analysis_findings(void)
{
    return state.findings;
}

bool
ncs_analysis_master(const ncs_message_t *message, uint32_t *ipv4)
{
    const ncs_cluster_t *cluster = state.findings != NULL ? ncs_cluster_find(message) : NULL;

    *ipv4 = cluster != NULL ? ncs_known_master(cluster, message->pinfo->num) : 0;
    return *ipv4 != 0;
}

uint32_t
ncs_analysis_node(const ncs_message_t *message)
{
    ncs_key_t key = ncs_key(message, &message->pinfo->net_src);
    const ncs_node_t *node = NULL;

    if (state.findings != NULL) {
        node = (const ncs_node_t *)wmem_map_lookup(state.nodes, &key);
    }
    return node != NULL ? node->number : 0;
}

const address *
ncs_analysis_address(uint32_t number)
{
    return &ncs_node_by_number(number)->address;
}

/* What the state points to is file-scope memory, which Wireshark frees. */
static void
ncs_state_forget(void)
{
    memset(&state, 0, sizeof state);
}

void
ncs_analysis_register(void)
{
    register_init_routine(ncs_state_forget);
    register_cleanup_routine(ncs_state_forget);
}
