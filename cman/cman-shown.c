/* cman-shown.c
 * Words that several findings are told with, and those that the first pass made.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-shown.h"

static expert_field ei_cman_split = EI_INIT;
static expert_field ei_cman_inquorate = EI_INIT;
static expert_field ei_cman_identity_conflict = EI_INIT;
static expert_field ei_cman_second_cluster = EI_INIT;
static expert_field ei_cman_join_failed = EI_INIT;
static expert_field ei_cman_join_ok_lost = EI_INIT;

/* "3 (mark)", or "3". */
const char *
cman_label(const finding_view_t *view, uint32_t id)
{
    packet_info *pinfo = view->w->pinfo;
    const cman_message_t *message = view->message;
    const char *name = cman_name_at(pinfo, message->cluster, id, NULL);

    return name == NULL ? wmem_strdup_printf(pinfo->pool, "%d", (int32_t)id)
                        : wmem_strdup_printf(pinfo->pool, "%d (%s)", (int32_t)id, name);
}

void
cman_say_seconds(event_t *event, const char *before, int64_t ns, const char *after)
{
    event_say(event, "%s", before);
    event_say_time(event, ns);
    event_say(event, "%s", after);
}

/* --- What the first pass put into words --------------------------------------- */

static expert_field *const cman_told_experts[CMAN_FOUND_KINDS] = {
    [CMAN_FOUND_SPLIT] = &ei_cman_split,
    [CMAN_FOUND_INQUORATE] = &ei_cman_inquorate,
    [CMAN_FOUND_IDENTITY] = &ei_cman_identity_conflict,
    [CMAN_FOUND_SECOND] = &ei_cman_second_cluster,
    [CMAN_FOUND_JOIN_FAILED] = &ei_cman_join_failed,
    [CMAN_FOUND_JOIN_OK_LOST] = &ei_cman_join_ok_lost,
    [CMAN_FOUND_REFUSED] = &ei_cman_joinack_nak,
};

/* Another sighting is silent: an event raises its expert item once. */
void
cman_show_told(finding_view_t *view, const finding_t *finding)
{
    if (finding->frame == view->w->pinfo->num) {
        finding_expert_said(view, finding, cman_told_experts[finding->kind], cman_event_told);
    }
}

/* Who asks to join has no ID yet.  The words begin with it: "mark (192.0.2.3) asks again". */
static const char *
cman_told_applicant(const finding_view_t *view, const char *words)
{
    return wmem_strndup(view->w->pinfo->pool, words, strcspn(words, " "));
}

void
cman_event_told(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    const cman_told_t *told = cman_told_at(finding->ref);
    bool is_applicant = finding->kind == CMAN_FOUND_JOIN_OK_LOST
                        || finding->kind == CMAN_FOUND_REFUSED;

    if (told->node != 0) {
        event->node = cman_label(view, told->node);
    } else if (is_applicant) {
        event->node = cman_told_applicant(view, told->words);
    }
    event->topic = told->topic;
    event->keeps_place = finding->kind == CMAN_FOUND_SPLIT;
    event_say(event, "%s", told->words);
    event->begin = told->begin;
    if (told->begin.frame != 0 && event->now == 0) { /* a table has the row there */
        event_say(event, ", since frame %u at the latest", told->begin.frame);
    }
}

void
cman_event_whole(const finding_view_t *view, const finding_t *finding, event_t *event)
{
    cman_event_told(view, finding, event);
    event_say(event, ", ");
    event_say_time(event, finding->value);
    event_say(event, " after the sides first contradicted each other");
}

void
cman_register_shown_told(expert_module_t *module)
{
    static ei_register_info ei[] = {
        { &ei_cman_split,
          { "cman.split", PI_SEQUENCE, PI_WARN,
            "Nodes of one cluster contradict each other: it is split", EXPFILL } },
        { &ei_cman_inquorate,
          { "cman.inquorate", PI_SEQUENCE, PI_WARN, "The cluster has no quorum", EXPFILL } },
        { &ei_cman_identity_conflict,
          { "cman.identity_conflict", PI_SEQUENCE, PI_WARN,
            "One node ID is that of two machines, which count on their own", EXPFILL } },
        { &ei_cman_second_cluster,
          { "cman.second_cluster", PI_SEQUENCE, PI_NOTE, "Another cluster is on this LAN",
            EXPFILL } },
        { &ei_cman_join_failed,
          { "cman.join.failed", PI_SEQUENCE, PI_WARN,
            "A node that was let in did not confirm it", EXPFILL } },
        { &ei_cman_join_ok_lost,
          { "cman.join.ok_lost", PI_SEQUENCE, PI_NOTE,
            "A node asks to join again: the JOINACK OK did not arrive", EXPFILL } },
    };

    expert_register_field_array(module, ei, array_length(ei));
}
