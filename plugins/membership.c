/* membership.c
 * Which feeds belong to which cluster.
 *
 * Clusters that have one number may be one, seen by several feeds, or copies of each
 * other on several VLANs.  The senders' own numbers tell: two feeds of one cluster share
 * transmissions, or one's senders are addressed by the other's, or their numbers take
 * turns upwards.  Where a number has another content at the same time, or numbers run
 * back and forth, they are two.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "observation-state.h"

/* Frames that let a feed join a cluster that it started apart from. */
#define LINKS_NEEDED 3

/* Frames after which a feed that began apart, and was found to show nothing that others
 * show, is of another cluster. */
#define SETTLED_AFTER 40

/* Contradictions that part a feed by whose clock nothing is known. */
#define CLASHES_NEEDED 3

/* A member that others agreed with so often is no newcomer any more; then a tenth of
 * contradictions is needed to part it. */
#define AGREE_PROVEN 8

/* Numbers that are lower for so long are those of a sender that started over. */
#define BEGUN_AFTER (15 * NS_PER_S)

static void
cluster_list(observer_t *observer, observed_cluster_t *cluster)
{
    *(observer->last_cluster != NULL ? &observer->last_cluster->next : &observer->first_cluster) =
        cluster;
    observer->last_cluster = cluster;
}

static cluster_t *
cluster_new(subject_t *subject)
{
    observed_group_t *group = subject->member->group;
    cluster_t *cluster = wmem_new0(wmem_file_scope(), cluster_t);

    cluster->seen.idx = subject->observer->cluster_count++;
    cluster->seen.group = group->number;
    cluster->next = group->clusters;
    group->clusters = cluster;
    cluster_list(subject->observer, &cluster->seen);
    return cluster;
}

static bool
is_on_another_lan(const observed_cluster_t *a, const observed_cluster_t *b)
{
    return a->vlan != b->vlan || a->vni != b->vni;
}

/* Whether another cluster of the group is on another LAN than the one that the member has
 * just come to. */
static void
member_note_lan(const observed_member_t *member)
{
    observed_cluster_t *cluster = &member->cluster->seen;
    const feed_key_t *key = &member->feed->key;

    if (cluster->first.frame == 0) {
        cluster->vlan = key->vlan;
        cluster->vni = feed_key_vni(key);
    }
    cluster->has_namesake = false;
    for (const observed_member_t *other = member->group->members; other != NULL;
         other = other->next) {
        if (other->cluster != NULL && is_on_another_lan(&other->cluster->seen, cluster)) {
            cluster->has_namesake = other->cluster->seen.has_namesake = true;
        }
    }
}

static void
member_move(observed_member_t *member, cluster_t *cluster, uint32_t frame)
{
    observed_move_t move = { .frame = member->since, .cluster = member->cluster };

    cluster->seen.feeds++;
    if (member->cluster == NULL) {
        member->since = frame;
        member->cluster = cluster;
        member_note_lan(member);
        return;
    }
    member->cluster->seen.feeds--;
    if (member->moves == NULL) {
        member->moves = wmem_array_new(wmem_file_scope(), sizeof move);
        wmem_array_append(member->moves, &move, 1);
    }
    move = (observed_move_t){ .frame = frame, .cluster = cluster };
    wmem_array_append(member->moves, &move, 1);
    member->cluster = cluster;
    member->agree = member->clash = member->links = 0;
    member_note_lan(member);
}

/* Their numbers contradict each other.  Until then two LANs are one cluster, as most are. */
static void
clusters_tell_apart(cluster_t *one, cluster_t *other)
{
    bool is_later = one->seen.idx > other->seen.idx;

    (is_later ? one : other)->seen.is_apart = true;
    (is_later ? other : one)->seen.has_twin = true;
}

static void
member_part(subject_t *subject, observed_member_t *member)
{
    cluster_t *before = member->cluster;

    member->parted_from = before;
    member_move(member, cluster_new(subject), subject->pinfo->num);
    clusters_tell_apart(member->cluster, before);
}

static bool
was_compared(const feed_t *feed)
{
    return feed->clock->track.rank == 0 || feed->clock->track.sample_count > 0;
}

/* The first frame of a feed: the cluster that it speaks most for.  By a clock that was not
 * compared it may be of any time, and contradicts nothing yet. */
static void
member_begin(subject_t *subject)
{
    observed_member_t *member = subject->member;
    cluster_t *best = NULL;
    cluster_t *contradicted = NULL;
    evidence_t said = SAYS_NOTHING;
    bool is_far = was_compared(subject->feed);

    for (cluster_t *cluster = member->group->clusters; cluster != NULL; cluster = cluster->next) {
        evidence_t evidence = evidence_weigh(subject, cluster);

        contradicted = evidence == SAYS_NO ? cluster : contradicted;
        is_far |= evidence == SAYS_NO && evidence_is_other_lan(subject, cluster);
        if (evidence == SAYS_NO
            || (evidence != SAYS_SAME && evidence_is_other_lan(subject, cluster))) {
            continue;
        }
        if (best == NULL || evidence > said) {
            best = cluster;
            said = evidence;
        }
    }
    member_move(member, best != NULL ? best : cluster_new(subject), subject->pinfo->num);
    if (best == NULL && is_far && contradicted != NULL) {
        member->parted_from = contradicted;
        clusters_tell_apart(member->cluster, contradicted);
    }
    member->unsettled = best == NULL && contradicted != NULL && !is_far;
}

static observed_member_t *
member_of_feed(const observed_group_t *group, uint32_t feed)
{
    for (observed_member_t *member = group->members; member != NULL; member = member->next) {
        if (member->feed->idx == feed) {
            return member;
        }
    }
    return NULL;
}

static bool
is_known_to(const subject_t *subject, const observed_member_t *member)
{
    return transmissions_find(&subject->observer->memory,
                              transmission_key(member->cluster, subject->sender,
                                               subject->identity)) != NULL;
}

/* A lower number.  The sender may have started over: then nobody shows the old numbers any
 * more. */
static void
turn_back(const subject_t *subject, counter_t *all)
{
    const identity_t *identity = subject->identity;

    if (!all->turned || all->back_feed != subject->feed->idx) {
        all->turned = true;
        all->turns = 0;
        all->back_feed = subject->feed->idx;
        all->back_since = subject->when;
    }
    all->back = identity->number;
    if (subject->when - all->back_since > BEGUN_AFTER) {
        all->turned = false;
        counter_note(all, subject);
    }
}

/* All feeds of a group together: do the numbers of a sender take turns upwards, or do they
 * run back and forth?  Stores the member that shows the other ones. */
static evidence_t
weigh_turns(const subject_t *subject, counter_t *all, observed_member_t **other)
{
    const observed_group_t *group = subject->member->group;
    bool is_own = all->feed == subject->feed->idx;
    evidence_t evidence;

    *other = member_of_feed(group, is_own && all->turned ? all->back_feed : all->feed);
    if (!all->started || *other == NULL || *other == subject->member
        || is_known_to(subject, *other)) {
        return SAYS_NOTHING;
    }
    evidence = evidence_of_number(subject, all);
    if (is_own) {
        all->turned = false;
        return evidence == SAYS_YES ? SAYS_NO : SAYS_NOTHING;
    }
    if (evidence == SAYS_NO && number_step(all->number, subject->identity->number,
                                           subject->identity->count) < 0) {
        turn_back(subject, all);
        return SAYS_NOTHING;
    }
    return evidence;
}

/* The one of two members that came later, and has less to show for itself, leaves. */
static void
part_newcomer(subject_t *subject, observed_member_t *other)
{
    observed_member_t *member = subject->member;
    observed_member_t *newcomer = member->since > other->since ? member : other;

    newcomer->clash++;
    if (newcomer->clash < CLASHES_NEEDED
        && !clocks_are_compared(&subject->feed->clock->track, &other->feed->clock->track)) {
        return; /* a number may be of another life */
    }
    if (newcomer->agree < AGREE_PROVEN
        || newcomer->clash * 10 > newcomer->agree + newcomer->clash) {
        member_part(subject, newcomer);
    }
}

/* A feed that is in a cluster with others. */
static void
member_review(subject_t *subject)
{
    observed_member_t *member = subject->member;
    const transmission_t *known = transmissions_find(
        &subject->observer->memory,
        transmission_key(member->cluster, subject->sender, subject->identity));
    observed_member_t *other;
    evidence_t evidence;

    if (known == NULL || known->feed == subject->feed->idx) {
        return;
    }
    evidence = evidence_of_transmission(subject, member->cluster, known);
    member->agree += evidence == SAYS_SAME;
    other = evidence == SAYS_NO ? member_of_feed(member->group, known->feed) : NULL;
    if (other != NULL && other->cluster == member->cluster) {
        part_newcomer(subject, other);
    }
}

/* The last feed of a cluster carries what the other one does not, as with two LANs. */
static void
cluster_absorb(cluster_t *cluster, const cluster_t *emptied)
{
    observed_cluster_t *seen = &cluster->seen;
    const observed_cluster_t *other = &emptied->seen;

    if (other->feeds == 0) {
        seen->messages += other->messages;
        seen->first = other->first.frame < seen->first.frame ? other->first : seen->first;
        seen->last = other->last.when > seen->last.when ? other->last : seen->last;
    }
}

/* Whether a feed of `cluster` contradicts the one that the member is in.  Where clones send
 * again what was lost, some frames of both come at one time. */
static bool
is_contradicted(const observed_member_t *member, const cluster_t *cluster)
{
    const observed_member_t *other = member->group->members;

    while (other != NULL && (other->cluster != cluster || other->parted_from != member->cluster)) {
        other = other->next;
    }
    return other != NULL;
}

/* A feed that started apart: enough frames speak for the other cluster. */
static void
member_reconsider(subject_t *subject, cluster_t *cluster, evidence_t evidence)
{
    observed_member_t *member = subject->member;

    if (member->parted_from != NULL || cluster == member->cluster) {
        return;
    }
    if (evidence == SAYS_NO) {
        member->parted_from = cluster;
        clusters_tell_apart(member->cluster, cluster);
    } else if (evidence != SAYS_NOTHING && ++member->links >= LINKS_NEEDED
               && !is_contradicted(member, cluster)) {
        const cluster_t *before = member->cluster;

        member_move(member, cluster, subject->pinfo->num);
        cluster_absorb(cluster, before);
    }
}

/* What came before it joined is what the others had shown. */
static void
member_settle(subject_t *subject, cluster_t *cluster)
{
    observed_member_t *member = subject->member;

    for (unsigned i = 0; i < OBSERVED_SAME; i++) {
        showing_t showing = { .frame = member->seen[i].frame, .first = member->seen[i].first,
                              .count = 1, .feed = (uint16_t)subject->feed->idx };

        if (showing.frame != subject->pinfo->num) {
            showings_insert(&subject->observer->showings, &showing);
        }
    }
    member->unsettled = false;
    member_move(member, cluster, subject->pinfo->num);
}

/* A transmission that another cluster has shown, too: always at one distance? */
static void
member_compare(subject_t *subject, cluster_t *cluster, const transmission_t *known)
{
    observed_member_t *member = subject->member;
    int64_t distance = transmission_distance(subject, known);

    if (content_differs(known, subject->identity) || known->attempt != 1 || is_answer(subject)) {
        return;
    }
    if (ABS(distance - member->apart_by) > OBSERVED_TOGETHER) {
        member->same = 0;
        member->apart_by = distance;
    }
    member->seen[member->same++] = (observed_same_t){ subject->pinfo->num, known->frame };
    if (member->same == OBSERVED_SAME) {
        member_settle(subject, cluster);
    }
}

/* What the frame says about clusters that its feed is not in, but for the numbers of
 * senders that are known: weigh_turns() has seen more of them. */
static void
member_look_around(subject_t *subject)
{
    observed_member_t *member = subject->member;

    for (cluster_t *cluster = member->group->clusters;
         cluster != NULL && member->parted_from == NULL; cluster = cluster->next) {
        const transmission_t *known = transmissions_find(
            &subject->observer->memory,
            transmission_key(cluster, subject->sender, subject->identity));

        if (cluster == member->cluster) {
            continue;
        }
        if (known != NULL && member->unsettled) {
            member_compare(subject, cluster, known);
        } else if (known != NULL) {
            member_reconsider(subject, cluster, evidence_of_transmission(subject, cluster, known));
        } else if (evidence_is_addressed(subject, cluster)
                   && !evidence_is_other_lan(subject, cluster)
                   && lookup_find(&subject->observer->counters,
                                  sender_key(cluster, subject->sender)) == NULL) {
            member_reconsider(subject, cluster, SAYS_YES);
        }
    }
}

/* While a group had one feed, only its cluster counted. */
static void
union_begin(const subject_t *subject, counter_t *all)
{
    for (const cluster_t *cluster = subject->member->group->clusters;
         cluster != NULL && !all->started; cluster = cluster->next) {
        const counter_t *counter = lookup_find(
            &subject->observer->counters,
            counter_key(cluster, subject->sender, subject->identity));

        if (counter != NULL && counter->started) {
            *all = *counter;
        }
    }
}

/* A member of another cluster: one proof is enough, or LINKS_NEEDED hints. */
static void
heed_turn(subject_t *subject, counter_t *all, observed_member_t *found, evidence_t evidence)
{
    if (evidence == SAYS_NO) {
        found->parted_from = subject->member->cluster;
        clusters_tell_apart(found->cluster, subject->member->cluster);
    }
    all->turns += evidence == SAYS_YES;
    if (evidence == SAYS_NO || all->turns >= LINKS_NEEDED) {
        subject->member->links = LINKS_NEEDED;
        member_reconsider(subject, found->cluster, evidence);
    }
}

static void
member_take_turns(subject_t *subject)
{
    observed_member_t *found;
    uint64_t key = sightings_mix(subject->identity->series, subject->sender);
    counter_t *all = lookup_obtain(&subject->observer->unions,
                                   sightings_mix(key, subject->member->group->number),
                                   sizeof *all, OBSERVED_SENDERS_MAX);
    evidence_t evidence;

    if (all == NULL || subject->identity->count == 0 || !subject->identity->has_number) {
        return;
    }
    if (!all->started) {
        union_begin(subject, all);
    }
    evidence = weigh_turns(subject, all, &found);
    if (evidence != SAYS_NOTHING && found->cluster != subject->member->cluster) {
        heed_turn(subject, all, found, evidence);
    } else if (evidence == SAYS_NO) {
        part_newcomer(subject, found);
    }
    if (!all->started
        || number_step(all->number, subject->identity->number, subject->identity->count) > 0
        || all->feed == subject->feed->idx) {
        counter_note(all, subject);
    }
}

/* --- What others ask ----------------------------------------------------------------------- */

static observed_group_t *
group_obtain(observer_t *observer, uint64_t number)
{
    observed_group_t *group = lookup_obtain(&observer->groups, sightings_mix(number, 1),
                                            sizeof *group, OBSERVED_GROUPS_MAX);

    if (group != NULL) {
        group->number = number;
    }
    return group;
}

static uint64_t
member_key(uint64_t group, const feed_t *feed)
{
    return sightings_mix(group, (uint64_t)feed->idx + 1);
}

bool
membership_obtain(subject_t *subject)
{
    observer_t *observer = subject->observer;
    observed_member_t *member = observer->last;
    observed_group_t *group;

    subject->member = member;
    if (member != NULL && member->feed == subject->feed
        && member->group->number == subject->identity->group) {
        return true;
    }
    group = group_obtain(observer, subject->identity->group);
    member = lookup_obtain(&observer->members,
                           member_key(subject->identity->group, subject->feed), sizeof *member,
                           OBSERVED_MEMBERS_MAX);
    if (group == NULL || member == NULL) {
        return false;
    }
    if (member->group == NULL) {
        *member = (observed_member_t){ .group = group, .feed = subject->feed,
                                       .next = group->members };
        group->members = member;
        group->member_count++;
    }
    subject->member = observer->last = member;
    return true;
}

void
membership_settle(subject_t *subject)
{
    observed_member_t *member = subject->member;

    if (member->cluster == NULL) {
        member_begin(subject);
    } else if (member->group->member_count > 1) {
        member_review(subject);
        member_look_around(subject);
        member->unsettled &= ++member->looked < SETTLED_AFTER;
    }
    if (member->group->member_count > 1 && !member->unsettled) {
        member_take_turns(subject);
    }
}

cluster_t *
membership_at(const observer_t *observer, const feed_t *feed, uint64_t group, uint32_t frame)
{
    const observed_member_t *member = lookup_find(&observer->members, member_key(group, feed));
    const observed_move_t *move;
    unsigned count;

    if (member == NULL || member->moves == NULL) {
        return member != NULL ? member->cluster : NULL;
    }
    for (count = wmem_array_get_count(member->moves); count > 1; count--) {
        move = wmem_array_index(member->moves, count - 1);
        if (move->frame <= frame) {
            return move->cluster;
        }
    }
    move = wmem_array_index(member->moves, 0);
    return move->cluster;
}
