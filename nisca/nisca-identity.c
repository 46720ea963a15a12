/* nisca-identity.c
 * Who does not belong here: nodes with another password, systems that run twice, and
 * satellites that nobody serves.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

/* Password values of a group that are followed, and frames of each before it is proven. */
#define VALUES_MAX 4
#define UNPROVEN_MAX 16

/* Who says it again after this means it. */
#define AGAIN_AFTER NS_PER_S

/* A satellite asks every few seconds until it is served, and gives up with the third try. */
#define SOLICITS_TOLD 3
#define SOLICIT_WITHIN (60 * NS_PER_S)

/* A value of the password field. */
typedef struct {
    uint64_t value;
    uint64_t src;       /* who used it last, and when */
    int64_t when;
    nisca_open_t strange; /* of that node in a row */
    bool is_proven;     /* a VERF with it was answered by VACK */
    bool is_told;       /* that it is not the group's */
    uint8_t unproven_count;
    finding_t *unproven[UNPROVEN_MAX];
} nisca_password_t;

typedef struct {
    nisca_password_t values[VALUES_MAX];
    unsigned count;
    bool has_proven;
    uint64_t verf_value; /* of the latest VERF, and its nodes */
    uint64_t verf_src, verf_dst;
} nisca_passwords_t;

/* What a node says of itself. */
typedef struct {
    uint64_t incarnation; /* latest, 0: not known */
    int64_t said;         /* when it was said first, */
    uint32_t said_frame;  /* and in which frame */
    uint64_t other_lan;   /* adapter that said another incarnation than before; 0: none */
    int64_t before;       /* when the one before was said first */
    nisca_twice_t twice;  /* when that was told */
    unsigned solicits;    /* that nobody answered */
    uint32_t solicit_frame; /* the first of them, and the last: */
    uint32_t solicit_last_frame;
    int64_t solicit_first, solicit_last;
} nisca_identity_t;

static uint64_t
nisca_identity_key_of(uint32_t cluster, uint32_t group, uint64_t node)
{
    return sightings_mix(sightings_mix(cluster, group), node);
}

static uint64_t
nisca_identity_key(const nisca_frame_t *frame, uint64_t node)
{
    return nisca_identity_key_of(nisca_scope(frame), frame->message->group, node);
}

/* --- Password ---------------------------------------------------------------------- */

static nisca_password_t *
nisca_password(nisca_passwords_t *group, uint64_t value)
{
    for (unsigned i = 0; i < group->count; i++) {
        if (group->values[i].value == value) {
            return &group->values[i];
        }
    }
    if (group->count == VALUES_MAX) {
        return NULL;
    }
    group->values[group->count].value = value;
    return &group->values[group->count++];
}

/* What was found of frames with this value, before it is known whose it is. */
static void
nisca_settle(nisca_password_t *password, nisca_found_kind_t kind)
{
    for (unsigned i = 0; i < password->unproven_count; i++) {
        finding_t *finding = password->unproven[i];

        if (finding->kind == NISCA_FOUND_PASSWORD_UNPROVEN
            || finding->kind == NISCA_FOUND_PASSWORD) {
            finding->kind = kind;
        }
    }
    password->unproven_count = 0;
}

/* Two values of which each is proven: two clusters share a group. */
static void
nisca_prove(nisca_passwords_t *group, nisca_password_t *password)
{
    password->is_proven = group->has_proven = true;
    nisca_settle(password, NISCA_FOUND_PASSWORD_UNPROVEN);
    for (unsigned i = 0; i < group->count; i++) {
        if (!group->values[i].is_proven) {
            nisca_settle(&group->values[i], NISCA_FOUND_PASSWORD);
        }
    }
}

/* Only nodes with one password exchange VERF and VACK. */
static bool
nisca_proves(const nisca_frame_t *frame, nisca_passwords_t *group)
{
    uint64_t value = frame->message->authorize;

    if (nisca_cc_is(frame->message, NISCA_CC_VERF)) {
        group->verf_value = value;
        group->verf_src = frame->src;
        group->verf_dst = frame->dst;
    }
    return nisca_cc_is(frame->message, NISCA_CC_VACK) && group->verf_value == value
           && group->verf_src == frame->dst && group->verf_dst == frame->src;
}

/* Until a value is proven, the first one may be the stranger's: another one is told where
 * its sender insists. */
static bool
nisca_is_strange(const nisca_frame_t *frame, const nisca_passwords_t *group,
                 const nisca_password_t *password)
{
    return group->has_proven
           || (password != &group->values[0] && password->src == frame->src
               && frame->when - password->when >= AGAIN_AFTER);
}

static void
nisca_judge_password(const nisca_frame_t *frame, const nisca_passwords_t *group,
                     nisca_password_t *password)
{
    bool is_strange = nisca_is_strange(frame, group, password);
    finding_t *finding = nisca_found(is_strange ? NISCA_FOUND_PASSWORD
                                                : NISCA_FOUND_PASSWORD_UNPROVEN,
                                     0, group->has_proven && !password->is_told);

    password->is_told |= group->has_proven;
    if (password->unproven_count < UNPROVEN_MAX) {
        password->unproven[password->unproven_count++] = finding;
    }
    if (password->src != frame->src || password->strange.count == 0) {
        password->strange = (nisca_open_t){ .first_frame = frame->frame, .first = frame->when };
    }
    password->strange.count++;
    password->strange.last_frame = frame->frame;
    password->strange.last = frame->when;
    password->src = frame->src;
    password->when = frame->when;
}

static void
nisca_check_password(const nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    nisca_passwords_t *group;
    nisca_password_t *password;

    if (!message->has_authorize || !(message->flags & NISCA_CC_AUTHORIZE)
        || message->authorize == 0) {
        return;
    }
    group = lookup_obtain(&nisca_state->passwords, nisca_identity_key(frame, 0), sizeof *group,
                          NISCA_MAX_PASSWORDS);
    password = group != NULL ? nisca_password(group, message->authorize) : NULL;
    if (password == NULL || password->is_proven) {
        return;
    }
    if (nisca_proves(frame, group)) {
        nisca_prove(group, password);
    } else {
        nisca_judge_password(frame, group, password);
    }
}

/* --- One root, booted twice ------------------------------------------------------------ */

/* The incarnation is the time of boot: an adapter that beats on over another incarnation
 * than its own is that of another system.  A node that boots is silent meanwhile. */
static void
nisca_check_incarnation(nisca_frame_t *frame, nisca_identity_t *node)
{
    uint64_t incarnation = frame->message->incarnation;

    if (incarnation == 0 || incarnation == node->incarnation) {
        return;
    }
    if (node->incarnation != 0) {
        frame->has_booted = true;
        node->other_lan = frame->lan_src;
        node->before = node->said;
    }
    node->incarnation = incarnation;
    node->said = frame->when;
    node->said_frame = frame->frame;
}

/* Two adapters of one system have devices of their own; two systems from one root on equal
 * hardware have not. */
static bool
nisca_is_another_device(const nisca_frame_t *frame, uint64_t other_lan)
{
    const observed_cluster_t *cluster = frame->seen.cluster;
    const char *device = nisca_device_of(cluster, frame->src, frame->lan_src);
    const char *other = nisca_device_of(cluster, frame->src, other_lan);

    return device != NULL && other != NULL && strcmp(device, other) != 0;
}

static void
nisca_check_beat(const nisca_frame_t *frame, nisca_identity_t *node)
{
    if (node->other_lan == 0 || node->twice.since_frame != 0 || frame->lan_src == 0
        || frame->lan_src == node->other_lan
        || nisca_is_another_device(frame, node->other_lan)
        || !nisca_presence_beats_since(frame, node->before)) {
        return;
    }
    node->twice = (nisca_twice_t){ .lans = { frame->lan_src, node->other_lan },
                                   .since_frame = node->said_frame, .since = node->said };
    nisca_found(NISCA_FOUND_DUPLICATE_SYSTEM, 0, (int64_t)node->other_lan);
}

/* --- Satellites -------------------------------------------------------------------------- */

static void
nisca_solicit(const nisca_frame_t *frame, nisca_identity_t *node)
{
    if (node->solicits > 0 && frame->when - node->solicit_last < AGAIN_AFTER) {
        return; /* copied on its way */
    }
    if (node->solicits == 0 || frame->when - node->solicit_last > SOLICIT_WITHIN) {
        node->solicits = 0;
        node->solicit_frame = frame->frame;
        node->solicit_first = frame->when;
    }
    node->solicit_last = frame->when;
    node->solicit_last_frame = frame->frame;
    if (++node->solicits == SOLICITS_TOLD) {
        nisca_found(NISCA_FOUND_UNSERVED, node->solicit_frame,
                    frame->when - node->solicit_first);
    }
}

/* A server answers with VERF. */
static void
nisca_serve(const nisca_frame_t *frame)
{
    nisca_identity_t *node = lookup_find(&nisca_state->identities,
                                         nisca_identity_key(frame, frame->dst));

    if (node != NULL) {
        node->solicits = 0;
    }
}

/* --- When the file ends --------------------------------------------------------------------- */

nisca_open_t
nisca_identity_unserved(uint32_t cluster, uint32_t group, uint64_t node)
{
    const nisca_identity_t *identity =
        lookup_find(&nisca_state->identities, nisca_identity_key_of(cluster, group, node));

    return identity != NULL && identity->solicits >= SOLICITS_TOLD
               ? (nisca_open_t){ .count = identity->solicits,
                                 .first_frame = identity->solicit_frame,
                                 .first = identity->solicit_first,
                                 .last_frame = identity->solicit_last_frame,
                                 .last = identity->solicit_last }
               : (nisca_open_t){ .count = 0 };
}

nisca_twice_t
nisca_identity_twice(uint32_t cluster, uint32_t group, uint64_t node)
{
    const nisca_identity_t *identity =
        lookup_find(&nisca_state->identities, nisca_identity_key_of(cluster, group, node));

    return identity != NULL ? identity->twice : (nisca_twice_t){ 0 };
}

nisca_open_t
nisca_identity_stranger(uint32_t cluster, uint32_t group, uint64_t node)
{
    const nisca_passwords_t *passwords =
        lookup_find(&nisca_state->passwords, nisca_identity_key_of(cluster, group, 0));

    for (unsigned i = 0; passwords != NULL && passwords->has_proven && i < passwords->count; i++) {
        const nisca_password_t *password = &passwords->values[i];

        if (!password->is_proven && password->src == node) {
            return password->strange;
        }
    }
    return (nisca_open_t){ .count = 0 };
}

/* --- One frame ----------------------------------------------------------------------------- */

void
nisca_identity_analyse(nisca_frame_t *frame)
{
    const nisca_message_t *message = frame->message;
    nisca_identity_t *node;

    if (!message->has_cc && message->incarnation == 0) {
        return;
    }
    node = lookup_obtain(&nisca_state->identities, nisca_identity_key(frame, frame->src),
                         sizeof *node, NISCA_MAX_NODES);
    if (node == NULL) {
        return;
    }
    nisca_check_incarnation(frame, node);
    nisca_check_password(frame);
    if (nisca_cc_is(message, NISCA_CC_HELLO)) {
        nisca_check_beat(frame, node);
    } else if (nisca_cc_is(message, NISCA_CC_SOLICIT)) {
        nisca_solicit(frame, node);
    } else if (message->has_cc) {
        node->solicits = 0;
        nisca_serve(frame);
    }
}
