/* cman-death.c
 * Who fell silent, who was declared dead, and what the file proves of it.
 *
 * A node is declared DEAD by one that heard no HELLO of it for deadnode_timeout, and
 * killed for NORESPONSE by one that had no ACK of it for a message sent four times, at
 * 0, 1, 2 and 3 s ("membership.c", "cnxman.c").  Neither proves which side is broken; other
 * frames of the file may.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-membership.h"
#include "cman-state.h"

/* HELLOs in rhythm after which a node is watched. */
#define WATCHED_AFTER 3

/* An overdue node of which this place knows nothing is looked at again after this. */
#define LOOK_AGAIN NS_PER_S

/* --- HELLOs -------------------------------------------------------------------- */

void
cman_list_member(cman_cluster_t *cluster, cman_member_t *member)
{
    if (cluster->heard == NULL) {
        cluster->heard = wmem_array_new(wmem_file_scope(), sizeof(cman_member_t *));
    }
    if (!member->is_listed) {
        member->is_listed = true;
        wmem_array_append_one(cluster->heard, member);
    }
}

/* Its rhythm goes on if the HELLO is in time and the node was not away. */
static unsigned
cman_count_beats(const cman_frame_t *frame, int64_t since)
{
    const cman_member_t *member = frame->sender;
    cadence_rules_t rules = cman_hello_rules();

    return member->heard.frame != 0 && member->heard_absences == member->absences
                   && cadence_judge(&rules, since) == CADENCE_IN_TIME
               ? member->beats + 1
               : 1;
}

void
cman_death_heartbeat(const cman_frame_t *frame)
{
    cman_member_t *member = frame->sender;
    int64_t since = frame->when - member->heard.when;

    if (member->heard.frame != 0 && since <= 0) {
        return;
    }
    if (member->is_silent && member->heard_absences == member->absences) {
        cman_add_finding(member->has_sent_since ? CMAN_FOUND_HELLOS_BACK : CMAN_FOUND_BACK,
                         member->heard.frame, since);
    }
    member->has_sent_since = false;
    member->is_silent = false;
    member->beats = cman_count_beats(frame, since);
    member->heard = frame->seen.at;
    member->heard_seq = frame->message->seq;
    member->heard_absences = member->absences;
    member->hellos[member->next_hello++ % CMAN_HELLOS] = frame->seen.at;
    cman_death_note_sighting(frame);
    cman_list_member(frame->cluster, member);
}

/* Where files of several places are in one interface, what is shown less often than usual
 * was missed by one of them, and nobody knows by which. */
void
cman_death_note_sighting(const cman_frame_t *frame)
{
    cman_member_t *member = frame->sender;

    if (member->heard_seq == frame->message->seq && member->heard.feed == frame->seen.at.feed) {
        member->is_partly_heard = frame->seen.here < frame->seen.usual;
    }
}

/* --- Silence --------------------------------------------------------------------- */

static void
cman_tell_silence(const cman_frame_t *frame, cman_member_t *member)
{
    cman_death_t death = {
        .node = member->id,
        .by = frame->sender->id,
        .member = member->idx,
        .heard = member->heard,
        .silence = frame->when - member->heard.when,
        .missed = cman_missed_in(frame->when - member->heard.when),
    };

    member->is_silent = true;
    if (wmem_array_get_count(cman_state->deaths) >= CMAN_MAX_TRANSITIONS) {
        first_pass_tell_limit(&cman_state->pass);
        return;
    }
    member->dying = cman_keep_death(&death) + 1;
    member->dying_time = frame->when;
    cman_death_in(member->dying - 1)->topic = member->dying;
    cman_add_finding(CMAN_FOUND_SILENT, member->dying - 1, death.silence);
}

/* A silence is known where the latest HELLO was seen, and where somebody watched since. */
static bool
cman_is_known_here(const cman_frame_t *frame, const cman_member_t *member)
{
    state_key_t key = { .third = member->idx, .fourth = frame->seen.place };
    const cman_rhythm_t *rhythm = state_find(cman_state->rhythms, key);

    return rhythm != NULL && rhythm->seq == member->heard_seq
           && member->heard.when >= frame->cluster->watched_from
           && !cman_has_to_come(frame, member)
           && !cman_was_blind(frame, member, frame->seen.place, member->heard.when);
}

static bool
cman_is_watched(const cman_member_t *member)
{
    return !member->is_silent && member->beats >= WATCHED_AFTER
           && member->heard_absences == member->absences;
}

/* Returns the time at which to look again. */
static int64_t
cman_look_at(const cman_frame_t *frame, cman_member_t *member)
{
    int64_t due = member->heard.when + cman_hello_rules().lost_from;

    if (!cman_is_watched(member)) {
        return INT64_MAX;
    }
    if (frame->when < due) {
        return due;
    }
    if (member == frame->sender || !cman_is_known_here(frame, member)) {
        return frame->when + LOOK_AGAIN;
    }
    cman_tell_silence(frame, member);
    return INT64_MAX;
}

/* Nobody watched while nothing at all came. */
void
cman_death_note_watching(const cman_frame_t *frame)
{
    cman_cluster_t *cluster = frame->cluster;

    if (frame->when - cluster->latest > cman_hello_rules().late_above) {
        cluster->watched_from = frame->when;
    }
    cluster->latest = MAX(cluster->latest, frame->when);
}

void
cman_death_watch(const cman_frame_t *frame)
{
    cman_cluster_t *cluster = frame->cluster;
    int64_t next = frame->when + cman_hello_rules().lost_from;

    if (cluster->heard == NULL || frame->when < cluster->look_at) {
        return;
    }
    for (unsigned i = 0; i < wmem_array_get_count(cluster->heard); i++) {
        cman_member_t *member = *(cman_member_t **)wmem_array_index(cluster->heard, i);

        next = MIN(next, cman_look_at(frame, member));
    }
    cluster->look_at = next;
}

/* --- Declared dead ------------------------------------------------------------- */

/* Who is no member is killed by the address alone. */
static cman_member_t *
cman_killed(const cman_frame_t *frame)
{
    if (frame->message->tgtid != 0) {
        return cman_member_named(frame->cluster, frame->message->tgtid);
    }
    return frame->destination != 0 ? cman_member_addressed(frame->cluster, frame->destination)
                                   : NULL;
}

/* The member that a transition removes, or NULL: it is no news of a node of which the file has
 * shown nothing, as the NODEDOWN was before the file. */
static cman_member_t *
cman_removed(const cman_frame_t *frame)
{
    cman_member_t *member = cman_member_by_id(frame->cluster, frame->message->nodeid);
    bool is_shown = member != NULL
                    && (member->address != 0 || member->down_death != 0
                        || member->kill_death != 0);

    return is_shown ? member : NULL;
}

/* The member that a message declares dead, or NULL.  A STARTTRANS with its sender's own
 * id names nobody: that is how a transition goes on after a clash. */
static cman_member_t *
cman_declared(const cman_frame_t *frame)
{
    const cman_message_t *message = frame->message;

    if (message->tgtport != CMAN_PORT_MEMBERSHIP || !message->has_body) {
        return NULL;
    }
    switch (message->number) {
    case CMAN_KILL:
        return cman_killed(frame);
    case CMAN_STARTTRANS:
        if ((message->trans_reason != CMAN_TRANS_REMNODE
             && message->trans_reason != CMAN_TRANS_ANOTHERREMNODE)
            || message->nodeid == message->srcid) {
            return NULL;
        }
        return cman_removed(frame);
    case CMAN_NODEDOWN:
        return message->nodeid != 0 ? cman_member_named(frame->cluster, message->nodeid) : NULL;
    default:
        return NULL;
    }
}

static bool
cman_has_reason(const cman_message_t *message, uint32_t reason)
{
    return message->number != CMAN_KILL && (message->leave & CMAN_LEAVE_REASON) == reason;
}

/* A node that stood still for a while had no time to hear others. */
static bool
cman_stood_still(const cman_frame_t *frame)
{
    cadence_rules_t rules = cman_hello_rules();
    const cman_rhythm_t *rhythm = cman_rhythm_at(frame->sender, frame->seen.place);

    return rhythm != NULL
           && (frame->when - rhythm->first.when > rules.late_above
               || (rhythm->late_from != 0 && frame->when - rhythm->late_to < rules.lost_from));
}

/* Once for each node that does not hear it, and for all that say so at the same time: who hears
 * that it was declared dead does not declare it, too. */
static bool
cman_was_told_heard(const cman_frame_t *frame, const cman_member_t *dead)
{
    state_key_t key = { .third = dead->idx, .fourth = frame->sender->idx };
    int64_t *told = state_obtain(&cman_state->pass, cman_state->told_heard, key, sizeof *told,
                                 CMAN_MAX_RHYTHMS);
    bool is_told = told == NULL || (*told != 0 && frame->when - *told < CMAN_TOLD_FOR)
                   || (dead->heard_told != 0 && frame->when - dead->heard_told < CMAN_ACKED_WITHIN);

    if (told != NULL) {
        *told = frame->when;
    }
    return is_told;
}

/* A master puts out whom another node declared dead, and may have heard it itself. */
static bool
cman_repeats_another(const cman_frame_t *frame, const cman_member_t *dead)
{
    return cman_is(frame->message, CMAN_STARTTRANS) && dead->down_death != 0
           && frame->when - dead->down_time < CMAN_TOLD_FOR
           && cman_death_at(dead->down_death - 1)->by != frame->sender->id;
}

/* DEAD says that its sender heard nothing for deadnode_timeout, while a place did. */
static bool
cman_was_heard(const cman_frame_t *frame, cman_member_t *dead, const cman_death_t *death)
{
    if (!cman_has_reason(frame->message, CMAN_LEFT_DEAD) || death->heard.frame == 0
        || dead->is_partly_heard || dead->is_outside
        || !observation_is_measured(&death->heard, &frame->seen.at)
        || death->silence >= cman_hello_rules().lost_from || cman_stood_still(frame)
        || cman_repeats_another(frame, dead) || cman_was_told_heard(frame, dead)) {
        return false;
    }
    dead->heard_told = frame->when;
    return true;
}

/* Who declares a node dead does so once.  If that node was heard behind that, and then not for
 * longer than the first time takes, its join was not captured. */
static bool
cman_has_lived_since(const cman_frame_t *frame, const cman_member_t *dead)
{
    return dead->heard.frame != 0 && dead->heard.when > dead->death_told
           && frame->when - dead->heard.when >= cman_hello_rules().lost_from;
}

/* The story has a death once for each node that tells it, whatever messages do; but once for
 * all that tell it at the same time, and not that of a node which left, as its LEAVE tells
 * that.  Who declares it again after it asked to join declares another death. */
static bool
cman_is_first_told(const cman_frame_t *frame, cman_member_t *dead)
{
    bool is_known = dead->death_told != 0 && frame->when - dead->death_told < CMAN_TOLD_FOR;
    bool is_own = dead->death_by == frame->sender->idx;
    bool is_first = !is_known
                    || (cman_is(frame->message, CMAN_NODEDOWN)
                        && (is_own ? dead->asked_since_death || cman_has_lived_since(frame, dead)
                                   : frame->when - dead->down_time >= CMAN_ACKED_WITHIN));

    dead->asked_since_death = false;
    dead->death_told = frame->when;
    dead->death_by = frame->sender->idx;
    return is_first;
}

/* A node that does not obey is killed again at each of its HELLOs, by all of them, or at
 * each HELLO timer of one of them.  That it is no member any more then is news once. */
static bool
cman_is_first_kill(const cman_frame_t *frame, cman_member_t *dead)
{
    int64_t since = frame->when - dead->kill_told;
    bool is_outside = frame->message->tgtid == 0;
    bool is_first = dead->kill_told == 0 || since >= CMAN_TOLD_FOR
                    || (is_outside && !dead->kill_was_outside);
    bool is_by_timer = is_outside
                       || (dead->kill_by == frame->sender->idx
                           && since >= cman_hello_rules().period / 2);

    dead->kill_told = frame->when;
    dead->kill_by = frame->sender->idx;
    dead->kill_was_outside = is_outside;
    if (!is_first && is_by_timer) {
        cman_add_finding(CMAN_FOUND_SAID_BEFORE, 0, 0);
    }
    return is_first;
}

static void
cman_tell_heard(const cman_frame_t *frame, cman_member_t *dead, uint32_t idx)
{
    cman_death_t *death = cman_death_in(idx);

    if (cman_was_heard(frame, dead, death)) {
        death->was_heard = true;
        cman_find_unheard(frame, dead, death);
        cman_add_finding(CMAN_FOUND_DEATH_HEARD, idx, death->silence);
        cman_note_mutual(frame, dead, idx);
    } else if (death->is_open) {
        death->may_be_heard = cman_add_finding(CMAN_FOUND_OPEN, idx, 0);
    }
}

/* A node that leaves says why itself; but it may be called DEAD, too, by who does not hear it. */
static bool
cman_has_said_so(const cman_member_t *dead, const cman_death_t *death)
{
    return death->reason == CMAN_LEFT_DOWN
           || (death->reason == CMAN_LEFT_REMOVED && dead->left != 0);
}

/* A silence, the KILL and the NODEDOWN by one node are one death; another one that says so has a
 * row of its own, so that it is known who did it first. */
static bool
cman_goes_on_dying(const cman_frame_t *frame, const cman_member_t *dead)
{
    const cman_death_t *before = cman_death_at(dead->dying - 1);

    if (before->frame == 0) {
        return dead->is_silent;
    }
    return !cman_is(frame->message, CMAN_KILL) /* else it goes on, after all */
           && before->by == frame->sender->id && frame->when - dead->dying_time < CMAN_TOLD_FOR;
}

/* One node kills it, and another declares it dead, before they hear of each other. */
static bool
cman_dies_by_both(const cman_frame_t *frame, const cman_member_t *dead)
{
    const cman_death_t *before = dead->dying != 0 ? cman_death_at(dead->dying - 1) : NULL;

    return before != NULL && before->frame != 0 && before->by != frame->sender->id
           && frame->when - dead->dying_time < CMAN_ACKED_WITHIN
           && (before->reason == CMAN_LEFT_UNKNOWN) != cman_is(frame->message, CMAN_KILL);
}

/* The row that declares it dead says who killed it, whichever came first.  Returns whether that is
 * the row of the death before. */
static bool
cman_note_both(const cman_frame_t *frame, const cman_member_t *dead, uint32_t idx)
{
    cman_death_t *before = cman_death_in(dead->dying - 1), *death = cman_death_in(idx);

    if (cman_is(frame->message, CMAN_KILL)) {
        before->also_by = death->by;
        before->also_in = frame->frame;
        death->is_aside = true;
        cman_amend_death(frame, dead->dying - 1);
        return true;
    }
    death->also_by = before->by;
    death->also_in = before->frame;
    death->topic = before->topic;
    return false;
}

static void
cman_note_dying(const cman_frame_t *frame, cman_member_t *dead, uint32_t idx)
{
    if (cman_dies_by_both(frame, dead)) {
        if (cman_note_both(frame, dead, idx)) {
            return;
        }
    } else if (dead->dying != 0 && cman_goes_on_dying(frame, dead)) {
        cman_death_in(idx)->topic = cman_death_at(dead->dying - 1)->topic;
    }
    dead->dying = idx + 1;
    dead->dying_time = frame->when;
}

/* That who is on the other side of a split acknowledges nothing is no news of its own. */
static bool
cman_follows_from_split(const cman_frame_t *frame, const cman_member_t *dead,
                        const cman_death_t *death)
{
    return death->reason == CMAN_LEFT_NORESPONSE && cman_half_of(frame, dead) != frame->half;
}

static void
cman_tell_death(const cman_frame_t *frame, cman_member_t *dead, const cman_death_t *death)
{
    uint32_t idx = cman_keep_death(death);

    cman_death_in(idx)->topic = idx + 1;
    if (cman_is(frame->message, CMAN_NODEDOWN)) {
        dead->down_death = idx + 1;
    } else if (cman_is(frame->message, CMAN_KILL)) {
        dead->kill_death = idx + 1;
    }
    cman_add_finding(CMAN_FOUND_DEATH, idx, death->silence);
    cman_tell_heard(frame, dead, idx);
    if (cman_is(frame->message, CMAN_KILL)
            ? cman_is_first_kill(frame, dead)
            : !cman_has_said_so(dead, death) && cman_is_first_told(frame, dead)
                  && !cman_follows_from_split(frame, dead, death)) {
        cman_death_in(idx)->is_told = true;
        cman_note_dying(frame, dead, idx);
        cman_add_finding(CMAN_FOUND_DEATH_TOLD, idx, death->silence);
    }
}

/* Another place, whose clock is ahead, shows only now what it got before. */
void
cman_death_show_again(const cman_frame_t *frame)
{
    cman_member_t *dead = cman_declared(frame);
    const finding_t *told = dead != NULL ? findings_find(cman_state->pass.findings,
                                                         frame->seen.first.frame,
                                                         CMAN_FOUND_DEATH)
                                         : NULL;
    cman_death_t *death = told != NULL ? cman_death_in(told->ref) : NULL;
    uint32_t last_heard;

    if (death == NULL || !death->is_open || death->member != dead->idx) {
        return;
    }
    last_heard = death->heard.frame;
    cman_find_heard_here(frame, dead, death);
    if (death->may_be_heard != NULL && cman_was_heard(frame, dead, death)) {
        death->may_be_heard->kind = CMAN_FOUND_DEATH_HEARD;
        death->may_be_heard = NULL;
        death->was_heard = true;
        cman_note_mutual(frame, dead, told->ref);
    }
    if (death->was_heard || (death->is_told && death->heard.frame != last_heard)) {
        cman_amend_death(frame, told->ref);
    }
}

/* With an old snap length: who it was is not in the file. */
static bool
cman_is_cut_death(const cman_message_t *message)
{
    return cman_is(message, CMAN_NODEDOWN) && !message->has_body
           && message->whole >= CMAN_LEAVE_END && !cman_has_reason(message, CMAN_LEFT_DOWN);
}

static void
cman_tell_cut_death(const cman_frame_t *frame)
{
    cman_death_t death = { .by = frame->sender->id,
                           .reason = frame->message->leave & CMAN_LEAVE_REASON };

    cman_add_finding(CMAN_FOUND_DEATH_TOLD, cman_keep_death(&death), 0);
}

/* Who is no member is killed at once when it is heard. */
#define KILLED_WITHIN NS_PER_S

static bool
cman_hears_removed(const cman_frame_t *frame, const cman_member_t *dead,
                   const cman_death_t *death)
{
    return death->is_outside && dead->id != 0
           && (dead->down_by != NULL || cman_half_of(frame, dead) != frame->half)
           && death->is_at_once && !death->is_open;
}

/* Until a split is known, such a KILL may be of an earlier one. */
static bool
cman_is_heard_again(const cman_frame_t *frame)
{
    const cman_cluster_t *cluster = frame->cluster;

    return cluster->heard_again.frame != 0
           && (cluster->split_told != 0
               || frame->when - cluster->heard_again_last < CMAN_SAME_SPLIT);
}

/* The two sides of a split hear each other again, but each has removed the other.  That may be so
 * before anything else proves that they are split. */
static void
cman_note_heard_again(const cman_frame_t *frame, const cman_member_t *dead,
                      const cman_death_t *death)
{
    cman_cluster_t *cluster = frame->cluster;
    const cman_member_t *sender = frame->sender;

    if (death->is_apart && !cman_is_heard_again(frame)
        && (dead->said_generation != sender->said_generation
            || dead->said_members != sender->said_members)) {
        cluster->heard_again = frame->seen.at;
        cluster->heard_again_by = sender->id;
        cluster->heard_again_of = dead->id;
    }
    if (death->is_apart && cluster->heard_again_by == sender->id
        && cluster->heard_again_of == dead->id) {
        cluster->heard_again_last = frame->when;
    }
}

static void
cman_note_kill(const cman_frame_t *frame, const cman_member_t *dead)
{
    cman_killed_t *killed = &frame->sender->killed;

    if (killed->idx != 0 && killed->idx != dead->idx) {
        killed->another = killed->when;
    }
    killed->idx = dead->idx;
    killed->seq = frame->message->seq;
    killed->when = frame->when;
}

/* Who misses HELLOs of a node kills it, and its next message declares it dead ("membership.c"):
 * where it kills nobody else, that is the one whose id was cut off. */
static cman_member_t *
cman_just_killed(const cman_frame_t *frame)
{
    const cman_killed_t *killed = &frame->sender->killed;
    bool is_next = killed->idx != 0 && frame->message->seq == killed->seq + 1
                   && frame->when - killed->when < KILLED_WITHIN;
    bool is_only = killed->another == 0 || frame->when - killed->another >= CMAN_TOLD_FOR;
    wmem_array_t *heard = frame->cluster->heard;

    if (!is_next || !is_only || !cman_has_reason(frame->message, CMAN_LEFT_DEAD)) {
        return NULL;
    }
    for (unsigned i = 0; heard != NULL && i < wmem_array_get_count(heard); i++) {
        cman_member_t *member = *(cman_member_t **)wmem_array_index(heard, i);

        if (member->idx == killed->idx) {
            return member;
        }
    }
    return NULL;
}

static void
cman_judge_death(const cman_frame_t *frame, cman_member_t *dead)
{
    bool is_kill = cman_is(frame->message, CMAN_KILL);
    cman_death_t death = { .node = dead->id, .by = frame->sender->id, .frame = frame->frame,
                           .member = dead->idx, .declared = frame->time_here,
                           .reason = is_kill ? CMAN_LEFT_UNKNOWN
                                             : frame->message->leave & CMAN_LEAVE_REASON,
                           .is_cut = !frame->message->has_body,
                           .is_unheard = dead->last_frame == 0 };

    cman_find_heard(frame, dead, &death);
    cman_find_cause(frame, dead, &death);
    death.is_outside = is_kill && frame->message->tgtid == 0;
    death.is_at_once = death.is_outside && death.heard.frame != 0
                       && death.silence < KILLED_WITHIN;
    death.is_apart = cman_hears_removed(frame, dead, &death);
    cman_tell_death(frame, dead, &death);
    if (!is_kill) {
        dead->beats = 0;
    } else {
        cman_note_kill(frame, dead);
        cman_note_heard_again(frame, dead, &death);
    }
}

/* A node that was killed leaves at once, and so does one that hears of its own NODEDOWN. */
#define OBEYS_WITHIN (2 * NS_PER_S)

static bool
cman_obeys(const cman_frame_t *frame, int64_t told)
{
    return frame->when >= told && frame->when - told < OBEYS_WITHIN;
}

/* Index of the KILL or NODEDOWN that made the sender leave, + 1; 0: none. */
static uint32_t
cman_was_told_to_leave(const cman_frame_t *frame)
{
    const cman_member_t *sender = frame->sender;

    if (sender->kill_death != 0 && cman_obeys(frame, sender->kill_told)) {
        return sender->kill_death;
    }
    return sender->down_death != 0 && cman_obeys(frame, sender->down_time)
                   && !cman_has_said_so(sender, cman_death_at(sender->down_death - 1))
               ? sender->down_death
               : 0;
}

/* A KILL before it that is too old to be the cause is worth a word: who leaves does not say if it
 * was killed. */
static void
cman_tell_leave(const cman_frame_t *frame)
{
    const cman_member_t *sender = frame->sender;
    uint32_t cause = cman_was_told_to_leave(frame);
    int64_t since = frame->when - sender->kill_told;

    if (cause == 0 && sender->kill_told != 0 && since >= 0 && since < CMAN_TOLD_FOR) {
        cman_add_finding(CMAN_FOUND_LEFT, sender->kill_death, since);
    } else {
        cman_add_finding(CMAN_FOUND_LEFT, cause, 0);
    }
}

static void
cman_note_leave(const cman_frame_t *frame)
{
    if (cman_is(frame->message, CMAN_LEAVE) && frame->delivery == CMAN_NEW) {
        cman_tell_leave(frame);
        frame->sender->left = frame->frame;
    }
}

void
cman_death_analyse(const cman_frame_t *frame)
{
    cman_member_t *dead;

    if (cman_is(frame->message, CMAN_HELLO)) {
        return; /* most messages are */
    }
    dead = cman_declared(frame);
    if (dead == NULL && cman_is_cut_death(frame->message)) {
        dead = cman_just_killed(frame);
    }
    cman_note_leave(frame);
    if (dead == frame->sender || frame->delivery != CMAN_NEW
        || (dead == NULL && !cman_is_cut_death(frame->message))) {
        return;
    }
    if (wmem_array_get_count(cman_state->deaths) >= CMAN_MAX_TRANSITIONS) {
        first_pass_tell_limit(&cman_state->pass);
    } else if (dead == NULL) {
        cman_tell_cut_death(frame);
    } else {
        cman_judge_death(frame, dead);
    }
}
