/* places.h
 * Where the feeds of a capture file were captured, and what the user calls it.
 *
 * A place is one machine or switch port: an interface of the file with all its VLANs,
 * unless the preference "cluster.places" says which interfaces are one.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_PLACES_H
#define CLUSTER_PLACES_H

#include "feed_key.h"

#include <epan/prefs.h>

/** The place of an interface, in its `part`-th file; made when first seen. */
uint32_t places_of_interface(const packet_info *pinfo, const feed_key_t *key, uint32_t part);

/** An interface is at `place` from now on; it was given a place of its own before. */
void places_join(const feed_key_t *key, uint32_t part, uint32_t place);

/** It is a place of its own after all.  Returns it. */
uint32_t places_leave(const packet_info *pinfo, const feed_key_t *key, uint32_t part);

/** Places so far. */
uint32_t places_count(void);

/** Whether the interfaces of two places have one name, or none, and the user has no name
 *  for either. */
bool places_are_alike(uint32_t a, uint32_t b);

/** What the user calls a place, or NULL. */
const char *places_given_name(uint32_t place);

/** What a place is called: by the user, else by its interface's name and number.  In
 *  `scope`; valid UTF-8 without control bytes. */
const char *places_label(wmem_allocator_t *scope, uint32_t place);

/** Register the preference and the reset on a new file; once. */
void places_register(module_t *module);

#endif
