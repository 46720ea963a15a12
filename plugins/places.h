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

/** A place that no interface has yet. */
uint32_t places_new(const packet_info *pinfo, const feed_key_t *key);

/** Places so far. */
uint32_t places_count(void);

/** What the user calls a place, or NULL. */
const char *places_given_name(uint32_t place);

/** Name of the place's interface, or NULL where the file has none. */
const char *places_interface_name(uint32_t place);

/** What a place is called: by the user, else by its interface's name and number.  In
 *  `scope`; valid UTF-8 without control bytes. */
const char *places_label(wmem_allocator_t *scope, uint32_t place);

/** Register the preference and the reset on a new file; once. */
void places_register(module_t *module);

#endif
