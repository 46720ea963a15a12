/* cman-shown.h
 * How single findings are shown and told: what the table in cman-findings.c names.
 *
 * One file a subject; each registers its own fields and expert items.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_SHOWN_H
#define CLUSTER_CMAN_SHOWN_H

#include "cman-state.h"
#include "events.h"

/* --- cman-shown.c --- */

/** A node as events name it: "3 (mark)", or "3"; packet's pool. */
const char *cman_label(const finding_view_t *view, uint32_t id);

/** Show and tell what the first pass put into words; the expert item is that of the kind. */
void cman_show_told(finding_view_t *view, const finding_t *finding);
void cman_event_told(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_event_whole(const finding_view_t *view, const finding_t *finding, event_t *event);

void cman_register_shown_told(expert_module_t *module);

/** Append a duration with words around it. */
void cman_say_seconds(event_t *event, const char *before, int64_t ns, const char *after);

/* --- cman-shown-deaths.c --- */

void cman_show_death(finding_view_t *view, const finding_t *finding);
void cman_event_death(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_event_amended(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_event_folded(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_show_heard(finding_view_t *view, const finding_t *finding);
void cman_event_heard(const finding_view_t *view, const finding_t *finding, event_t *event);

/** The words of a message that declares a node dead, or kills it; and of a LEAVE. */
void cman_say_death(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_say_left(const finding_view_t *view, const finding_t *finding, event_t *event);

void cman_show_silent(finding_view_t *view, const finding_t *finding);
void cman_say_silent(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_inform_silent(info_t *info, const finding_t *finding);
void cman_event_back(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_event_hellos_back(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_event_left(const finding_view_t *view, const finding_t *finding, event_t *event);

/** Append to Info what is known of a node that the message declares dead. */
void cman_inform_death(info_t *info, const found_t *found);

void cman_register_shown_deaths(int proto, expert_module_t *module);

/* --- cman-shown-transitions.c --- */

extern int hf_cman_barrier_duration;

void cman_show_transition(finding_view_t *view, const finding_t *finding);
void cman_event_transition(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_event_hangs(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_event_given_up(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_event_over(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_show_restart(finding_view_t *view, const finding_t *finding);
void cman_event_restart(const finding_view_t *view, const finding_t *finding, event_t *event);
void cman_inform_restart(info_t *info, const finding_t *finding);
void cman_show_missing(finding_view_t *view, const finding_t *finding);
void cman_inform_missing(info_t *info, const finding_t *finding);
void cman_show_barrier(finding_view_t *view, const finding_t *finding);

void cman_register_shown_transitions(int proto, expert_module_t *module);

#endif
