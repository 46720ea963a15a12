/* cman-missing.c
 * Who did not answer: members that a transition waits for when its master starts it
 * again.
 *
 * The master waits for a STARTACK of each member, then for a VIEWACK of each, then all
 * wait at the barrier; after 15 s it starts again ("membership.c").
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

/* A node answers at once, or after the second in which its last message waits for an ACK;
 * where several start at once, it all takes 3 s. */
#define ANSWERS_WITHIN (5 * NS_PER_S)

/* --- Members ------------------------------------------------------------------- */

/* A view lists nodes that are known to be dead: one that was declared dead since the
 * transition began is removed by it. */
static void
cman_note_dead(const cman_frame_t *frame, const cman_member_t *member)
{
    cman_transition_t *running = frame->half->running;

    if (running != NULL && cman_is(frame->message, CMAN_MASTERVIEW)
        && member->down_time >= running->removes_since && !cman_is_forgotten(frame, running)) {
        cman_also_removes(running, member->id);
    }
}

/* A view in several parts begins with the one that says so. */
static void
cman_note_view(const cman_frame_t *frame)
{
    cman_cluster_t *cluster = frame->cluster;

    if (frame->message->view_flags & CMAN_VIEW_FIRST) {
        frame->half->view = ++cluster->views;
    }
    for (const cman_view_node_t *node = frame->message->view_nodes; node != NULL;
         node = node->next) {
        cman_member_t *member = node->whole ? cman_member_by_id(cluster, node->id) : NULL;

        if (member == NULL) {
            continue;
        }
        if (node->state == CMAN_NODE_MEMBER) {
            member->view = frame->half->view;
            cman_list_member(cluster, member);
        } else if (node->state == CMAN_NODE_DEAD) {
            cman_note_dead(frame, member);
        }
    }
}

static void
cman_note_gone(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    bool leaves = message->number == CMAN_LEAVE;
    cman_member_t *member = leaves ? frame->sender
                                   : cman_member_by_id(frame->cluster, message->nodeid);

    if (member != NULL && (leaves || message->nodeid != message->srcid)) {
        member->is_gone = true;
        if (!leaves) {
            member->down_time = frame->when;
            member->down_half = frame->half;
        }
    }
}

/* Whether the senders of HELLOs are as many as the HELLOs say, with or without those
 * that are gone: then there are no more. */
static bool
cman_hears_all(const cman_cluster_t *cluster)
{
    unsigned all = wmem_array_get_count(cluster->heard), here = 0;

    for (unsigned i = 0; i < all; i++) {
        here += !(*(cman_member_t **)wmem_array_index(cluster->heard, i))->is_gone;
    }
    return here <= cluster->hello_members && cluster->hello_members <= all;
}

/* Members are those of the latest view; without one the senders of HELLOs. */
static bool
cman_is_member(const cman_frame_t *frame, const cman_member_t *member)
{
    uint32_t view = frame->half->view;
    bool by_hello = view == 0 && cman_hears_all(frame->cluster);

    return !member->is_gone && member->id != 0
           && (by_hello || (view != 0 && member->view == view));
}

/* --- Who is missing --------------------------------------------------------------- */

/* A node that joins or is removed answers nothing; the one for which a CHECK is started does. */
static bool
cman_has_answered(const cman_frame_t *frame, const cman_member_t *member)
{
    const cman_half_t *half = frame->half;

    if (member->id == half->running->master
        || (cman_concerns(half->running, member->id)
            && half->running->reason != CMAN_TRANS_CHECK)) {
        return true;
    }
    return half->view_round == half->round ? member->view_acked == half->round
                                           : member->start_acked == half->round;
}

/* What is awaited. */
typedef struct {
    const cman_barrier_t *barrier; /* NULL: the transition has not got so far */
    int64_t since;                 /* the message that is to be answered, */
    uint32_t from;                 /* and its frame */
    bool is_proven;                /* somebody did not answer */
} cman_awaited_t;

/* All wait at the barrier once they have the ENDTRANS. */
static cman_awaited_t
cman_awaited(const cman_frame_t *frame, const cman_barrier_t *barrier)
{
    const cman_transition_t *running = frame->half->running, *ended = frame->half->ended;

    return barrier != NULL
               ? (cman_awaited_t){ barrier, ended->end_time, ended->end_frame, false }
               : (cman_awaited_t){ NULL, running->waits_since, running->waits_from, false };
}

/* Declared dead since the transition began, a node is not awaited, though it may go on to
 * send. */
static bool
cman_is_dropped(const cman_half_t *half, const cman_awaited_t *awaited,
                const cman_member_t *member)
{
    const cman_transition_t *transition = awaited->barrier != NULL ? half->ended : half->running;

    return member->down_half == half && member->down_time >= transition->removes_since;
}

/* The next member that is awaited, from `*next` on; NULL at the end. */
static const cman_member_t *
cman_next_missing(const cman_frame_t *frame, const cman_awaited_t *awaited, unsigned *next)
{
    wmem_array_t *heard = frame->cluster->heard;

    while (heard != NULL && *next < wmem_array_get_count(heard)) {
        const cman_member_t *member = *(cman_member_t **)wmem_array_index(heard, (*next)++);

        if (cman_is_member(frame, member) && !cman_is_dropped(frame->half, awaited, member)
            && !(awaited->barrier != NULL ? cman_is_waiting(awaited->barrier, member)
                                          : cman_has_answered(frame, member))
            && (awaited->is_proven || cman_has_spoken(frame, member, awaited->since))
            && cman_would_show(frame, member, awaited->since, awaited->from)) {
            return member;
        }
    }
    return NULL;
}

/* For the outcome of a transition that nothing starts again. */
static char *
cman_missing_words(const cman_frame_t *frame, const cman_awaited_t *awaited)
{
    wmem_strbuf_t *words;
    const cman_member_t *member;
    unsigned count = 0, next = 0;

    while (cman_next_missing(frame, awaited, &next) != NULL) {
        count++;
    }
    if (count == 0) {
        return NULL;
    }
    next = 0;
    words = wmem_strbuf_new(wmem_file_scope(), awaited->barrier != NULL ? "not at the barrier: "
                                                                        : "no answer from ");
    wmem_strbuf_append(words, count == 1 ? "node " : "nodes ");
    for (unsigned i = 0; (member = cman_next_missing(frame, awaited, &next)) != NULL; i++) {
        wmem_strbuf_append(words, cman_before_name(i, count));
        cman_append_node(words, frame, member->id);
    }
    return wmem_strbuf_finalize(words);
}

static void
cman_note_missing(const cman_frame_t *frame, const cman_awaited_t *awaited)
{
    cman_found_kind_t kind = awaited->barrier != NULL ? CMAN_FOUND_BARRIER_MISSING
                                                      : CMAN_FOUND_TRANSITION_MISSING;
    const cman_member_t *member;
    unsigned next = 0;

    while ((member = cman_next_missing(frame, awaited, &next)) != NULL) {
        cman_add_finding(kind, 0, (int32_t)member->id);
    }
}

void
cman_missing_find(const cman_frame_t *frame, const cman_barrier_t *barrier)
{
    cman_awaited_t awaited = cman_awaited(frame, barrier);

    cman_note_missing(frame, &awaited);
}

static bool
cman_lists_the_same(const found_t *found, const found_t *other, unsigned kind)
{
    uint32_t next = 0, other_next = 0;
    const finding_t *missing, *other_missing;

    do {
        missing = found_next(found, kind, &next);
        other_missing = found_next(other, kind, &other_next);
        if (missing == NULL || other_missing == NULL) {
            return missing == other_missing;
        }
    } while (missing->value == other_missing->value);
    return false;
}

bool
cman_hang_is_told(const cman_transition_t *transition)
{
    return transition->end_frame == 0 && transition->missing != NULL
           && transition->wait_told != NULL && strcmp(transition->missing,
                                                      transition->wait_told) == 0;
}

bool
cman_misses_the_same(uint32_t frame, uint32_t other)
{
    found_t found, found_other;

    findings_gather(cman_state->pass.findings, frame, &found);
    findings_gather(cman_state->pass.findings, other, &found_other);
    return cman_lists_the_same(&found, &found_other, CMAN_FOUND_TRANSITION_MISSING)
           && cman_lists_the_same(&found, &found_other, CMAN_FOUND_BARRIER_MISSING);
}

/* The id of the one that is missing; 0 if there are several. */
static uint32_t
cman_only_missing(const cman_frame_t *frame, const cman_awaited_t *awaited)
{
    unsigned next = 0;
    const cman_member_t *first = cman_next_missing(frame, awaited, &next);

    return first != NULL && cman_next_missing(frame, awaited, &next) == NULL ? first->id : 0;
}

/* What the transition is for: ", which removes node 4 (mark),"; "" where that is not known. */
static const char *
cman_purpose(const cman_frame_t *frame, const cman_transition_t *transition)
{
    bool joins = transition->reason == CMAN_TRANS_NEWNODE;

    if (transition->node == 0 || !(joins || transition->reason == CMAN_TRANS_REMNODE)) {
        return "";
    }
    return wmem_strdup_printf(wmem_file_scope(),
                              joins ? ", which lets node %s in," : ", which removes node %s,",
                              cman_told_node(frame, transition->node));
}

/* --- What they do instead ----------------------------------------------------------- */

/* Whether a node has acknowledged the message that is to be answered, or a later one of the
 * master.  Its first attempt asks for no ACK, but for the answer ("cnxman.c"). */
static bool
cman_acks_master(const cman_awaited_t *awaited, const cman_acker_t *acker)
{
    return acker != NULL && acker->frame >= awaited->from;
}

/* Only the place that showed ACKs of this node to this master before would show another one. */
static bool
cman_would_show_ack(const cman_frame_t *frame, const cman_awaited_t *awaited,
                    const cman_acker_t *acker)
{
    int64_t latest = MAX(awaited->since, frame->when - cman_hello_rules().period);

    return acker != NULL && acker->shown_at != 0
           && observation_was_watching(acker->shown_at - 1, awaited->since)
           && observation_was_watching(acker->shown_at - 1, latest);
}

/* It may have acknowledged, and died then. */
static bool
cman_goes_on_beating(const cman_frame_t *frame, const cman_awaited_t *awaited,
                     const cman_member_t *member)
{
    return member->heard.frame > awaited->from
           && frame->when - member->heard.when <= cman_hello_rules().late_above;
}

/* A node answers nothing while it waits at a barrier, for 15 s, or for an ACK ("membership.c"). */
#define AT_BARRIER (15 * NS_PER_S)

/* Whether that is why it does not answer, as far as the file shows. */
static bool
cman_waits_itself(const cman_awaited_t *awaited, const cman_member_t *member)
{
    const cman_barrier_t *barrier = member->waits_at;

    return (member->tried.frame != 0 && member->tried.when > awaited->since)
           || (barrier != NULL && !cman_has_completed(barrier, member)
               && member->waits_since + AT_BARRIER > awaited->since);
}

/* What all that are missing do: send ACKs, or would show them; send HELLOs; wait, too. */
typedef struct {
    unsigned count, acking, shown, beating, waiting;
} cman_signs_t;

static cman_signs_t
cman_count_signs(const cman_frame_t *frame, const cman_awaited_t *awaited,
                 const cman_member_t *master)
{
    cman_signs_t signs = { .count = 0 };
    const cman_member_t *member;
    unsigned next = 0;

    while ((member = cman_next_missing(frame, awaited, &next)) != NULL) {
        state_key_t key = { .third = master->idx, .fourth = member->idx };
        const cman_acker_t *acker = state_find(cman_state->ackers, key);

        signs.count++;
        signs.acking += cman_acks_master(awaited, acker);
        signs.shown += cman_would_show_ack(frame, awaited, acker);
        signs.beating += cman_goes_on_beating(frame, awaited, member);
        signs.waiting += cman_waits_itself(awaited, member);
    }
    return signs;
}

/* Who acknowledges is reached, and who sends HELLOs behind that runs. */
static const char *
cman_signs_of(const cman_frame_t *frame, const cman_transition_t *transition,
              const cman_awaited_t *awaited)
{
    const cman_member_t *master = cman_member_by_id(frame->cluster, transition->master);
    cman_signs_t signs = { .count = 0 };

    if (master != NULL) {
        signs = cman_count_signs(frame, awaited, master);
    }
    if (signs.count > 0 && signs.acking == signs.count) {
        if (signs.beating < signs.count) {
            return ", which acknowledged the packets";
        }
        if (signs.waiting > 0) {
            return signs.count == 1 ? ", which acknowledges the packets"
                                    : ", which acknowledge the packets";
        }
        return signs.count == 1
                   ? ", which acknowledges the packets: the network works, its cman is stuck"
                   : ", which acknowledge the packets: the network works, their cman is stuck";
    }
    if (signs.count == 1 && signs.acking == 0 && signs.shown == 1) {
        return signs.beating > 0 ? ", no ACK of it either, though its HELLOs go on"
                                 : ", no ACK of it either";
    }
    return signs.count == 1 && signs.beating > 0 ? ", whose HELLOs go on" : "";
}

static void
cman_keep_missing(const cman_frame_t *frame, cman_transition_t *transition,
                  const cman_awaited_t *awaited, char *missing)
{
    wmem_free(wmem_file_scope(), transition->missing);
    transition->missing = missing;
    transition->signs = cman_signs_of(frame, transition, awaited);
}

/* Told once a transition: later, each new start tells it. */
static void
cman_wait_for(const cman_frame_t *frame, cman_transition_t *transition,
              const cman_awaited_t *awaited)
{
    char *missing = cman_missing_words(frame, awaited);
    bool is_news = missing != NULL && transition->missing == NULL && !transition->given_up;

    cman_keep_missing(frame, transition, awaited, missing);
    if (!is_news) {
        return;
    }
    cman_add_finding(CMAN_FOUND_TRANSITION_NEWS, transition->idx, CMAN_NEWS_WAITS);
    cman_prove_outcome(frame, transition);
    if (transition->wait_told == NULL) {
        transition->wait_told = wmem_strdup(wmem_file_scope(), missing);
        cman_tell(CMAN_FOUND_HANGS, cman_only_missing(frame, awaited),
                  "transition %u%s hangs: %s%s", transition->number,
                  cman_purpose(frame, transition), missing, transition->signs);
    }
}

/* It is sent again as somebody does not acknowledge it.  Where it may be any of several, their
 * next numbers will tell. */
static void
cman_find_silent(const cman_frame_t *frame, cman_transition_t *running)
{
    cman_awaited_t awaited = cman_awaited(frame, NULL), anybody = awaited;

    anybody.is_proven = true;
    awaited.is_proven = cman_only_missing(frame, &anybody) != 0;
    cman_note_missing(frame, &awaited);
    cman_wait_for(frame, running, &awaited);
}

/* A message that is sent for the fourth time has not been answered for three seconds. */
static void
cman_find_unanswered(const cman_frame_t *frame)
{
    cman_transition_t *running = frame->half->running;
    const cman_message_t *message = frame->message;

    if (frame->delivery == CMAN_RETRANSMISSION && frame->seen.attempt == CMAN_ATTEMPTS
        && running != NULL && running->master == message->srcid
        && (cman_is(message, CMAN_STARTTRANS) ? running->seq == message->seq
                                              : cman_is(message, CMAN_MASTERVIEW))) {
        cman_find_silent(frame, running);
    }
}

static void
cman_look_for_missing(const cman_frame_t *frame, cman_transition_t *transition,
                      const cman_barrier_t *barrier)
{
    cman_awaited_t awaited = cman_awaited(frame, barrier);

    cman_wait_for(frame, transition, &awaited);
}

/* A HELLO of the master with a later generation: it has ended the transition, or gives way to
 * another master, though that was not captured. */
static bool
cman_has_gone_on(const cman_frame_t *frame, const cman_transition_t *transition,
                 const cman_member_t *master)
{
    uint32_t said = master == frame->sender ? frame->message->generation
                                            : master->said_generation;

    return transition->end_frame == 0 && said > transition->generation;
}

/* Nobody waits for members any more where the master left or died: another one takes over.  At
 * the barrier a master that fell silent is one of those that are missing. */
static bool
cman_is_led(const cman_frame_t *frame, const cman_transition_t *transition)
{
    const cman_member_t *master = cman_member_by_id(frame->cluster, transition->master);

    return !cman_is_forgotten(frame, transition) && master != NULL && !master->is_gone
           && !cman_has_gone_on(frame, transition, master)
           && (transition->end_frame != 0
               || frame->when - master->spoke <= cman_hello_rules().late_above);
}

/* Every HELLO is a moment to see whom a transition waits for. */
void
cman_missing_watch(const cman_frame_t *frame)
{
    cman_transition_t *running = frame->half->running, *ended = frame->half->ended;

    if (running != NULL && cman_is_led(frame, running)
        && frame->when - running->waits_since > ANSWERS_WITHIN) {
        cman_look_for_missing(frame, running, NULL);
    } else if (running == NULL && ended != NULL && ended->barrier != NULL
               && ended->barrier->complete_frame == 0 && cman_is_led(frame, ended)
               && frame->when - ended->end_time > ANSWERS_WITHIN) {
        cman_look_for_missing(frame, ended, ended->barrier);
    }
}

/* As it is now: another master may take the transition over. */
static void
cman_tell_given_up(const cman_frame_t *frame, const cman_transition_t *transition)
{
    wmem_strbuf_t *words = wmem_strbuf_new(wmem_file_scope(), "node ");
    const finding_t *told;

    cman_append_node(words, frame, transition->master);
    wmem_strbuf_append_printf(words, " leaves the cluster, reason INCONSISTENT: it gives up "
                                     "transition %u", transition->number);
    if (transition->restarts > 0 || transition->start_frame != 0) {
        wmem_strbuf_append_printf(words, " after %s",
                                  cman_restarts_text(wmem_file_scope(), transition));
    }
    if (transition->missing != NULL) {
        wmem_strbuf_append_printf(words, ", %s%s", transition->missing, transition->signs);
    }
    told = cman_tell_words(CMAN_FOUND_GIVEN_UP, transition->master,
                           wmem_strbuf_finalize(words));
    cman_tell_topic(told, CMAN_TOPIC_TRANSITION | (transition->idx + 1));
}

/* The master of a transition leaves when it has started it again too often. */
static void
cman_note_leave(const cman_frame_t *frame)
{
    cman_transition_t *running = frame->half->running;

    if (running != NULL && frame->message->srcid == running->master
        && (frame->message->leave & CMAN_LEAVE_REASON) == CMAN_LEFT_INCONSISTENT) {
        cman_awaited_t awaited = cman_awaited(frame, NULL);

        running->given_up = true;
        cman_keep_missing(frame, running, &awaited, cman_missing_words(frame, &awaited));
        cman_prove_outcome(frame, running);
        cman_add_finding(CMAN_FOUND_TRANSITION_NEWS, running->idx, CMAN_NEWS_GIVEN_UP);
        cman_tell_given_up(frame, running);
    }
    cman_note_gone(frame);
}

static void
cman_note_masterview(const cman_frame_t *frame)
{
    cman_half_t *half = frame->half;

    half->view_round = half->round;
    if (half->running != NULL) {
        half->running->waits_since = frame->when;
        half->running->waits_from = frame->frame;
    }
    cman_note_view(frame);
}

/* Other halves have masters of their own. */
static bool
cman_answers_master(const cman_message_t *message, const cman_half_t *half)
{
    const cman_transition_t *transition = half->running != NULL ? half->running : half->ended;

    return transition == NULL || transition->master == message->tgtid;
}

static void
cman_note_new(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;
    cman_half_t *half = frame->half;

    switch (message->number) {
    case CMAN_HELLO:
        frame->sender->is_gone = false;
        frame->cluster->hello_members = message->members;
        break;
    case CMAN_MASTERVIEW:
        cman_note_masterview(frame);
        break;
    case CMAN_STARTACK:
        if (half->running != NULL && message->tgtid == half->running->master
            && message->generation == half->running->generation) {
            frame->sender->start_acked = half->round;
        }
        break;
    case CMAN_VIEWACK:
        if (cman_answers_master(message, half)) {
            frame->sender->view_acked = half->round;
        }
        break;
    case CMAN_LEAVE:
        cman_note_leave(frame);
        break;
    case CMAN_NODEDOWN:
        cman_note_gone(frame);
        break;
    default:
        break;
    }
}

void
cman_missing_note(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;

    if (message->tgtport != CMAN_PORT_MEMBERSHIP || !message->has_body) {
        return;
    }
    if (frame->delivery != CMAN_NEW) {
        cman_find_unanswered(frame);
        return;
    }
    cman_note_new(frame);
}
