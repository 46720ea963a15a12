/* first_pass.h
 * What every first pass needs: which frames it looks at, what it found, state
 * under whole keys with a cap, and a fresh start for each file.
 *
 * A protocol keeps all of its state in one structure in file scope, with a
 * pointer to it that first_pass_forget_with_file() resets.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_FIRST_PASS_H
#define CLUSTER_FIRST_PASS_H

#include "findings.h"

/** The first pass of one protocol over one capture file. */
typedef struct {
    findings_t *findings;
    uint32_t frame;     /**< under analysis */
    uint8_t limit_kind; /**< kind of the finding that says that a cap was reached */
    bool limit_told;
} first_pass_t;

/** Whether a message is to be analyzed: on the first pass, the frame has a
 *  capture time, and the message is the first of its protocol in the frame.  A
 *  message that an ICMP error quotes was said before. */
bool first_pass_is_due(const packet_info *pinfo);

/** Start with no findings, which live as long as the capture file. */
void first_pass_begin_file(first_pass_t *pass, uint8_t limit_kind);

/** Start with a frame; to be called before anything is found about it. */
void first_pass_begin_frame(first_pass_t *pass, uint32_t frame);

/** Append a finding about the frame under analysis; see findings_add(). */
finding_t *first_pass_add(const first_pass_t *pass, uint8_t kind, uint32_t ref, int64_t value);

/** Say, once in a file, that a cap was reached: what is beyond it is decoded,
 *  but not followed. */
void first_pass_tell_limit(first_pass_t *pass);

/** The address of a pointer to file-scope state, which becomes NULL when a file
 *  is opened and when it is closed.  To be called once, when the protocol is
 *  registered. */
void first_pass_forget_with_file(void **state);

/** A key of any state, as large as it is: a number folded into a pointer would
 *  collide where pointers have 32 bits.  There is no padding. */
typedef struct {
    uint64_t first, second;
    uint32_t third, fourth;
} state_key_t;

/** A map with state_key_t as keys, that lives as long as the capture file. */
wmem_map_t *state_map_new(void);

/** What `map` has for `key`, or NULL.  O(1). */
static inline void *
state_find(wmem_map_t *map, state_key_t key)
{
    return wmem_map_lookup(map, &key);
}

/** What `map` has for `key`; `size` zero bytes are made where it has nothing.
 *  NULL beyond `cap` entries, which is said once. */
void *state_obtain(first_pass_t *pass, wmem_map_t *map, state_key_t key, size_t size,
                   unsigned cap);

/** Let `map` have `value` for `key`; the key is copied when it is new. */
void state_insert(wmem_map_t *map, state_key_t key, void *value);

#endif
