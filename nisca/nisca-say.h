/* nisca-say.h
 * What findings say in words of their own; see finding_row_t.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_NISCA_SAY_H
#define CLUSTER_NISCA_SAY_H

#include "nisca.h"

#include "events.h"
#include "observed.h"

typedef void nisca_show_t(finding_view_t *view, const finding_t *finding);
typedef void nisca_words_t(info_t *info, const finding_t *finding);

/** Belongs to HELLOs, and to adapters that send none. */
extern expert_field ei_nisca_hello_lost;

finding_say_t nisca_tell_silent, nisca_tell_adapter_silent, nisca_say_heard_again;
finding_say_t nisca_say_other_address, nisca_say_leaves, nisca_say_identity;
finding_say_t nisca_say_hellos_again, nisca_say_hellos_lost_here, nisca_say_hellos_missed_here;
finding_say_t nisca_say_duplicate_system, nisca_say_unserved, nisca_say_password;
nisca_show_t nisca_show_silent, nisca_show_adapter_silent, nisca_show_unheard;
nisca_show_t nisca_show_duplicate_system, nisca_show_unserved;
nisca_words_t nisca_silent_words, nisca_adapter_silent_words, nisca_unheard_words;

/** Text of an expert item. */
finding_say_t nisca_say_names_clash;

/** The node that a frame comes from, or goes to: its name, or the DECnet form of its address.
 *  As long as the packet. */
const char *nisca_sender_label(const finding_view_t *view);
const char *nisca_receiver_label(const finding_view_t *view);

/** That form: "1.6". */
const char *nisca_decnet_text(wmem_allocator_t *pool, uint64_t node);

/** A node of a cluster, likewise, in `pool`. */
const char *nisca_label_in(wmem_allocator_t *pool, const observed_cluster_t *cluster,
                           uint64_t node);

const char *nisca_label_of(const packet_info *pinfo, const observed_cluster_t *cluster,
                           uint64_t node);
const char *nisca_label(const finding_view_t *view, const observed_cluster_t *cluster,
                        uint64_t node);

/** An end of a channel, as known at the frame. */
const char *nisca_end_label(const nisca_node_t *node);
const char *nisca_device_label(const nisca_node_t *node);

/** Say which adapter a HELLO comes from. */
void nisca_say_adapter(const finding_view_t *view, event_t *event);

/** Say in which VLAN or VNI the frames of a feed are, where it has one: " in VLAN 5". */
void nisca_say_vlan(uint32_t feed, event_t *event);

/** ... and what place has seen them first, where the file has several. */
void nisca_say_lan(wmem_allocator_t *pool, uint32_t feed, event_t *event);

void nisca_say_register(int proto);

#endif
