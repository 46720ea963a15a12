/* cman-joins.c
 * Nodes that ask to join: whether they are let in, refused, or lost on the way.
 *
 * A node that hears a HELLO answers with JOINREQ, gets JOINACK, and waits for JOINCONF, which
 * it confirms with CONFACK; all of that goes from one address to the other.  The master sends
 * JOINCONF three times, 5 s apart, and then takes the node out again with STARTTRANS REMNODE
 * ("membership.c").
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

/* join_timeout: a node that got JOINACK OK asks nobody for so long. */
#define WAITS_FOR (30 * NS_PER_S)

/* A JOINREQ that crossed the JOINACK on its way proves nothing. */
#define CROSSES_WITHIN (500 * NS_PER_MS)

/* max_retries and joinconf_timeout, with a second for the master to go on. */
#define CONFS_MAX 3
#define CONF_WAITS_FOR (6 * NS_PER_S)

/* The STARTTRANS of a join follows its JOINACK at once. */
#define STARTS_WITHIN NS_PER_S

/* Nodes that are remembered as they ask; there are more only where frames are forged. */
#define APPLICANTS_MAX 128

const char *
cman_applicant(const cman_member_t *member)
{
    const char *at = cman_told_address(member->address);

    return *member->join->name == '\0'
               ? at
               : wmem_strdup_printf(wmem_file_scope(), "%s (%s)", member->join->name, at);
}

/* --- JOINREQ --------------------------------------------------------------------- */

/* Sent by a node that waits for JOINCONF, had it got the JOINACK. */
static void
cman_find_lost_ok(const cman_frame_t *frame, const cman_join_t *join)
{
    int64_t since = frame->when - join->ok_time;

    if (join->ok_frame != 0 && join->confirmed == 0 && since >= CROSSES_WITHIN
        && since <= WAITS_FOR && frame->message->seq > join->asked_seq) {
        cman_tell(CMAN_FOUND_JOIN_OK_LOST, 0,
                  "%s asks again: the JOINACK OK of node %s in frame %u did not arrive",
                  cman_applicant(frame->sender), cman_told_node(frame, join->ok_by),
                  join->ok_frame);
    }
}

static cman_join_t *
cman_new_join(const cman_frame_t *frame)
{
    cman_cluster_t *cluster = frame->cluster;

    if (cluster->applicants == NULL) {
        cluster->applicants = wmem_array_new(wmem_file_scope(), sizeof(cman_member_t *));
    }
    if (wmem_array_get_count(cluster->applicants) < APPLICANTS_MAX) {
        wmem_array_append_one(cluster->applicants, frame->sender);
    }
    return wmem_new0(wmem_file_scope(), cman_join_t);
}

/* A node that was in, and sent HELLOs, begins another quest. */
static void
cman_note_quest(const cman_frame_t *frame, cman_quest_t *quest)
{
    if (quest->count == 0 || frame->sender->heard.when > quest->latest) {
        *quest = (cman_quest_t){ .first = frame->seen.at };
    }
    quest->count++;
    quest->latest = frame->when;
}

/* Who asks again is let in, or not, by the transition that its first JOINREQ began. */
static void
cman_note_request(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    cman_member_t *sender = frame->sender;
    cman_join_t *join = sender->join;

    if (join == NULL) {
        sender->join = join = cman_new_join(frame);
    }
    cman_find_lost_ok(frame, join);
    if (join->node == 0) {
        *join = (cman_join_t){ .refused = join->refused, .quest = join->quest };
    }
    cman_note_quest(frame, &join->quest);
    join->ok_frame = 0;
    join->asked_frame = frame->frame;
    join->asked_seq = message->seq;
    join->wanted = message->nodeid;
    join->config = message->config_version;
    g_strlcpy(join->name, message->name != NULL ? message->name : "", sizeof join->name);
    g_strlcpy(join->cluster_name, message->cluster_name != NULL ? message->cluster_name : "",
              sizeof join->cluster_name);
}

/* --- JOINACK --------------------------------------------------------------------- */

/* Why, as far as the file has it; in the order in which the kernel checks it. */
typedef enum {
    REFUSED_FOR_NOTHING_SEEN = 1,
    REFUSED_FOR_CLUSTER,
    REFUSED_FOR_CONFIG,
    REFUSED_FOR_ID,
    REFUSED_FOR_ADDRESS
} cman_refusal_t;

static bool
cman_is_still_member(const cman_frame_t *frame, const cman_member_t *member)
{
    return member->id != 0 && !member->is_gone && member->heard.frame != 0
           && frame->when - member->heard.when < cman_hello_rules().lost_from;
}

/* Another member that has the id that is asked for, or NULL. */
static const cman_member_t *
cman_holder(const cman_frame_t *frame, const cman_member_t *applicant)
{
    uint32_t wanted = applicant->join->wanted;
    const cman_member_t *holder = wanted != 0 ? cman_member_by_id(frame->cluster, wanted) : NULL;

    if (holder == NULL || holder == applicant || !cman_is_still_member(frame, holder)) {
        return NULL;
    }
    return holder;
}

static cman_refusal_t
cman_judge_refusal(const cman_frame_t *frame, const cman_member_t *applicant)
{
    const cman_cluster_t *cluster = frame->cluster;
    const cman_join_t *join = applicant->join;

    if (*cluster->name != '\0' && strcmp(cluster->name, join->cluster_name) != 0) {
        return REFUSED_FOR_CLUSTER;
    }
    if (cluster->config != 0 && join->config != 0 && cluster->config != join->config) {
        return REFUSED_FOR_CONFIG;
    }
    if (cman_holder(frame, applicant) != NULL) {
        return REFUSED_FOR_ID;
    }
    return cman_is_still_member(frame, applicant) ? REFUSED_FOR_ADDRESS
                                                  : REFUSED_FOR_NOTHING_SEEN;
}

static const char *
cman_why_refused(const cman_frame_t *frame, const cman_member_t *applicant, cman_refusal_t why)
{
    const cman_cluster_t *cluster = frame->cluster;
    const cman_join_t *join = applicant->join;
    wmem_allocator_t *scope = wmem_file_scope();

    switch (why) {
    case REFUSED_FOR_CLUSTER:
        return wmem_strdup_printf(scope, ": its cluster is %s, this one is %s",
                                  join->cluster_name, cluster->name);
    case REFUSED_FOR_CONFIG:
        return wmem_strdup_printf(scope,
                                  ": its configuration has version %u, the cluster's has "
                                  "version %u (frame %u)",
                                  join->config, cluster->config, cluster->config_frame);
    case REFUSED_FOR_ID:
        return wmem_strdup_printf(scope, ": node ID %d is that of the node at %s",
                                  (int32_t)join->wanted,
                                  cman_told_address(cman_holder(frame, applicant)->address));
    case REFUSED_FOR_ADDRESS:
        return wmem_strdup_printf(scope, ": its address is that of node %s, which is a member",
                                  cman_told_node(frame, applicant->id));
    case REFUSED_FOR_NOTHING_SEEN:
    default:
        return "";
    }
}

static void
cman_note_refusal(const cman_frame_t *frame, const cman_member_t *applicant)
{
    cman_join_t *join = applicant->join;
    cman_refusal_t why = cman_judge_refusal(frame, applicant);
    uint64_t key = sightings_mix((uint64_t)join->config << 32 | frame->cluster->config, why);

    join->ok_frame = 0;
    join->quest.refusals++;
    if (join->refused == key) {
        cman_add_finding(CMAN_FOUND_SAID_BEFORE, 0, 0);
        return;
    }
    join->refused = key;
    join->quest.words = cman_why_refused(frame, applicant, why);
    cman_tell(CMAN_FOUND_REFUSED, 0, "%s is refused by node %s%s", cman_applicant(applicant),
              cman_told_node(frame, frame->message->srcid), join->quest.words);
}

static void
cman_note_acceptance(const cman_frame_t *frame, cman_member_t *applicant)
{
    cman_cluster_t *cluster = frame->cluster;
    cman_join_t *join = applicant->join;

    join->node = join->confs = join->confirmed = 0;
    join->failed = NULL;
    join->ok_frame = frame->frame;
    join->ok_time = frame->when;
    join->ok_by = frame->message->srcid;
    join->refused = 0;
    cluster->joining = applicant;
    if (join->config != 0) {
        cluster->config = join->config;
        cluster->config_frame = join->asked_frame;
    }
    if (*join->cluster_name != '\0') {
        g_strlcpy(cluster->name, join->cluster_name, sizeof cluster->name);
    }
}

static void
cman_take_for_joiner(cman_transition_t *transition)
{
    transition->may_join = true;
    transition->start_frame = transition->own.start_frame = 0;
}

/* A master that takes out a node which was joining tells it to wait, unasked.  The only other node
 * without a reason is one that left in order. */
static void
cman_note_unasked(const cman_frame_t *frame)
{
    cman_transition_t *running = frame->half->running;

    if (running != NULL && running->is_of_stranger && running->leave == CMAN_LEFT_DOWN
        && running->master == frame->message->srcid && frame->message->joinack == CMAN_JOIN_WAIT
        && frame->when - running->waits_since <= STARTS_WITHIN) {
        cman_take_for_joiner(running);
    }
}

static void
cman_note_joinack(const cman_frame_t *frame)
{
    cman_member_t *applicant = cman_member_by_address(frame->cluster, frame->destination);

    if (applicant == NULL || applicant->join == NULL) {
        cman_note_unasked(frame);
        return;
    }
    applicant->join->quest.answers++;
    switch (frame->message->joinack) {
    case CMAN_JOIN_OK:
        cman_note_acceptance(frame, applicant);
        break;
    case CMAN_JOIN_NAK:
        cman_note_refusal(frame, applicant);
        break;
    default: /* WAIT: it may ask again */
        applicant->join->ok_frame = 0;
        break;
    }
}

/* --- From JOINACK to ENDTRANS ------------------------------------------------------- */

static cman_join_t *
cman_join_of(const cman_frame_t *frame, uint32_t id)
{
    cman_member_t *joining = frame->cluster->joining;

    return joining != NULL && id != 0 && joining->join->node == id ? joining->join : NULL;
}

static void
cman_note_start(const cman_frame_t *frame)
{
    cman_member_t *joining = frame->cluster->joining;
    const cman_message_t *message = frame->message;

    if (joining != NULL && joining->join->ok_by == message->srcid
        && frame->when - joining->join->ok_time <= STARTS_WITHIN) {
        joining->join->node = message->nodeid;
        joining->join->transition = frame->half->running;
    }
}

/* Who waits for whom.  That the JOINCONF is sent again proves that no CONFACK came. */
static const char *
cman_unconfirmed_words(const cman_frame_t *frame, const cman_join_t *join)
{
    unsigned seconds = (unsigned)((frame->when - join->conf_time) / NS_PER_S);
    const char *master = cman_told_node(frame, join->ok_by);

    if (join->confs == 1) {
        return wmem_strdup_printf(wmem_file_scope(),
                                  "node %s told it that it is let in (JOINCONF), and got no answer "
                                  "(CONFACK) in %u s",
                                  master, seconds);
    }
    return wmem_strdup_printf(wmem_file_scope(),
                              "node %s told it %u times in %u s that it is let in (JOINCONF), and "
                              "got no answer (CONFACK)",
                              master, join->confs, seconds);
}

/* Said by the STARTTRANS that takes the node out again; where none comes, by the last
 * JOINCONF. */
static const char *
cman_failure_words(const cman_frame_t *frame, const cman_member_t *joining)
{
    const cman_join_t *join = joining->join;

    if (join->confirmed != 0) {
        return wmem_strdup_printf(wmem_file_scope(), "node %s did not get the CONFACK of frame %u",
                                  cman_told_node(frame, frame->message->srcid), join->confirmed);
    }
    return cman_unconfirmed_words(frame, join);
}

static void
cman_count_failure(cman_join_t *join, const char *words)
{
    join->quest.failures++;
    join->quest.words = words;
}

/* The STARTTRANS that takes the node out again starts the transition again, too: one event. */
static void
cman_drop_restart(const cman_frame_t *frame)
{
    finding_t *restart = findings_find(cman_state->pass.findings, frame->frame,
                                       CMAN_FOUND_RESTARTED);

    if (restart != NULL) {
        restart->value = 1;
    }
}

/* The end of the transition, if it comes, tells it once more. */
static void
cman_tell_failure(const cman_frame_t *frame, const cman_member_t *joining)
{
    cman_join_t *join = joining->join;
    const char *why = cman_failure_words(frame, joining);
    const char *words = wmem_strdup_printf(wmem_file_scope(), "the join of %s failed: %s",
                                           cman_applicant(joining), why);
    const finding_t *told = cman_tell_words(CMAN_FOUND_JOIN_FAILED, join->node, words);

    cman_drop_restart(frame);
    cman_count_failure(join, why);
    if (join->transition != NULL) {
        join->transition->join_failure = words;
        cman_tell_topic(told, CMAN_TOPIC_TRANSITION | (join->transition->idx + 1));
    }
}

static void
cman_forget_failure(cman_join_t *join)
{
    join->failed = NULL;
}

/* Whether the file has anything that only a member does, or that is said of one. */
static bool
cman_was_member(const cman_member_t *member)
{
    return member != NULL
           && (member->last_frame != 0 || member->down_time != 0 || member->kill_told != 0
               || member->view != 0);
}

/* The file may have begun within a join: then the one that is taken out now was never in, and the
 * transition began with it. */
static void
cman_note_stranger(const cman_frame_t *frame)
{
    int64_t conf_time = frame->cluster->conf_time;
    uint32_t id = frame->message->nodeid;
    cman_transition_t *running = frame->half->running;

    if (running == NULL || running->node != id
        || (running->start_frame != 0 && running->start_frame != frame->frame)
        || cman_was_member(cman_member_by_id(frame->cluster, id))) {
        return;
    }
    running->is_of_stranger = true;
    if (conf_time != 0 && frame->when - conf_time <= CONF_WAITS_FOR) {
        cman_take_for_joiner(running);
    }
}

/* Whether the transition that lets a node in removes it now: its master got no CONFACK, whatever of
 * that was captured.  Such a node has no reason to leave. */
static bool
cman_takes_back(const cman_frame_t *frame)
{
    const cman_transition_t *running = frame->half->running;

    return running != NULL && running->reason == CMAN_TRANS_NEWNODE && !running->join_failed
           && running->node == frame->message->nodeid
           && running->master == frame->message->srcid
           && (frame->message->leave & CMAN_LEAVE_REASON) == CMAN_LEFT_DOWN;
}

static void
cman_tell_taken_back(const cman_frame_t *frame)
{
    cman_transition_t *running = frame->half->running;

    running->join_failed = true;
    cman_prove_outcome(frame, running);
    cman_drop_restart(frame);
    cman_tell(CMAN_FOUND_JOIN_FAILED, running->node,
              "the join of node %s failed: node %s takes it out again, as that did not answer "
              "(CONFACK)",
              cman_told_node(frame, running->node), cman_told_node(frame, running->master));
}

static void
cman_note_removal(const cman_frame_t *frame)
{
    cman_join_t *join = cman_join_of(frame, frame->message->nodeid);

    if (join == NULL || join->confs == 0) {
        if (cman_takes_back(frame)) {
            cman_tell_taken_back(frame);
        } else {
            cman_note_stranger(frame);
        }
        return;
    }
    if (join->transition != NULL) {
        join->transition->join_failed = true;
        cman_prove_outcome(frame, join->transition);
    }
    cman_forget_failure(join);
    cman_tell_failure(frame, frame->cluster->joining);
    join->node = 0;
}

/* The last JOINCONF tells it, once nothing else can. */
static void
cman_prepare_failure(const cman_frame_t *frame, const cman_member_t *joining)
{
    cman_join_t *join = joining->join;
    const char *words;

    join->failed_words = cman_unconfirmed_words(frame, join);
    words = wmem_strdup_printf(wmem_file_scope(), "the join of %s failed: %s",
                               cman_applicant(joining), join->failed_words);
    join->failed = cman_tell_words(CMAN_FOUND_JOIN_FAILED, join->node, words);
    join->failed_at = frame->when + CONF_WAITS_FOR;
    if (join->failed != NULL) {
        join->failed->kind = CMAN_FOUND_OPEN;
    }
}

/* A view may come in several parts. */
static void
cman_note_conf(const cman_frame_t *frame)
{
    cman_member_t *joining = cman_member_by_address(frame->cluster, frame->destination);
    cman_join_t *join = joining != NULL ? joining->join : NULL;

    if (join == NULL) {
        frame->cluster->conf_time = frame->when;
    }
    if (join == NULL || joining != frame->cluster->joining
        || !(frame->message->view_flags & CMAN_VIEW_FIRST)) {
        return;
    }
    if (join->confs++ == 0) {
        join->conf_time = frame->when;
    }
    if (join->confs == CONFS_MAX && join->confirmed == 0) {
        cman_prepare_failure(frame, joining);
    }
}

void
cman_joins_watch(const cman_frame_t *frame)
{
    const cman_member_t *joining = frame->cluster->joining;
    cman_join_t *join = joining != NULL ? joining->join : NULL;

    if (join != NULL && join->failed != NULL && frame->when >= join->failed_at) {
        join->failed->kind = CMAN_FOUND_JOIN_FAILED;
        cman_count_failure(join, join->failed_words);
        cman_forget_failure(join);
    }
}

static void
cman_note_confirmation(const cman_frame_t *frame)
{
    cman_join_t *join = frame->sender->join;

    if (join == NULL) {
        frame->cluster->conf_time = 0;
    }
    if (join != NULL && join->confs > 0 && join->confirmed == 0) {
        join->confirmed = frame->frame;
        cman_forget_failure(join);
    }
}

static void
cman_note_end(const cman_frame_t *frame)
{
    cman_member_t *joining = frame->cluster->joining;
    const cman_message_t *message = frame->message;

    if (message->nodeid == 0 || joining == NULL
        || joining->join->ok_by != message->srcid || joining->join->confs == 0) {
        return;
    }
    cman_forget_failure(joining->join);
    joining->join->quest = (cman_quest_t){ .count = 0 };
    joining->join->ok_frame = 0;
    joining->join->node = 0;
    frame->cluster->joining = NULL;
}

/* --- HELLO ---------------------------------------------------------------------------- */

/* The row of its transition tells that it has joined. */
static bool
cman_is_let_in_by(const cman_frame_t *frame, const cman_transition_t *transition)
{
    return transition != NULL && transition->node == frame->message->srcid
           && (transition->reason == CMAN_TRANS_NEWNODE || transition->reason == 0)
           && !cman_is_forgotten(frame, transition);
}

/* Only members send HELLOs.  Nothing is known where another clock shows one of its life before. */
void
cman_joins_note_hello(const cman_frame_t *frame)
{
    const cman_member_t *sender = frame->sender;
    bool is_after = cman_is(frame->message, CMAN_HELLO) && sender->asked.frame != 0
                    && sender->is_outside
                    && observation_is_measured(&sender->asked, &frame->seen.at)
                    && observation_order(&sender->asked, &frame->seen.at) == OBSERVATION_BEFORE
                    && (uint16_t)(frame->message->seq - sender->asked_seq) < 0x8000;

    if (is_after && !cman_is_let_in_by(frame, frame->half->running)
        && !cman_is_let_in_by(frame, frame->half->ended)) {
        cman_tell(CMAN_FOUND_LET_IN, frame->message->srcid,
                  "node %s has joined: it asked in frame %u, and sends HELLOs now",
                  cman_told_node(frame, frame->message->srcid), sender->asked.frame);
    }
}

/* --- All of it ----------------------------------------------------------------------- */

static void
cman_note_reconfig(const cman_frame_t *frame)
{
    if (frame->message->reconfig_param == CMAN_RECONFIG_VERSION) {
        frame->cluster->config = frame->message->reconfig_value;
        frame->cluster->config_frame = frame->frame;
    }
}

static void
cman_note_starttrans(const cman_frame_t *frame)
{
    if (frame->message->trans_reason == CMAN_TRANS_NEWNODE) {
        cman_note_start(frame);
    } else if (frame->message->trans_reason == CMAN_TRANS_REMNODE
               || frame->message->trans_reason == CMAN_TRANS_ANOTHERREMNODE) {
        cman_note_removal(frame);
    }
}

void
cman_joins_analyse(const cman_frame_t *frame)
{
    static void (*const notes[])(const cman_frame_t *frame) = {
        [CMAN_JOINREQ] = cman_note_request,
        [CMAN_JOINACK] = cman_note_joinack,
        [CMAN_STARTTRANS] = cman_note_starttrans,
        [CMAN_JOINCONF] = cman_note_conf,
        [CMAN_CONFACK] = cman_note_confirmation,
        [CMAN_ENDTRANS] = cman_note_end,
        [CMAN_RECONFIG] = cman_note_reconfig,
    };
    const cman_message_t *message = frame->message;

    if (message->tgtport == CMAN_PORT_MEMBERSHIP && frame->delivery == CMAN_NEW
        && message->has_body && message->number < array_length(notes)
        && notes[message->number] != NULL) {
        notes[message->number](frame);
    }
}
