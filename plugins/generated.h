/* generated.h
 * Items of the tree that are not on the wire: what analysis found out.
 *
 * Nothing is made that nobody looks at (see wire_is_wanted()); what then hangs
 * on the item, an expert item above all, hangs on the tree itself.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_GENERATED_H
#define CLUSTER_GENERATED_H

#include "wire.h"

/** A subtree under an FT_NONE field.  Returns it, or `tree` if nobody looks. */
proto_tree *generated_subtree(proto_tree *tree, tvbuff_t *tvb, int hf, int ett);

/** A number, or the number of a frame, in a field of up to 32 bits.  Returns
 *  the item, or `tree` if nobody looks. */
proto_item *generated_number(proto_tree *tree, tvbuff_t *tvb, int hf, uint32_t number);

/** A time of `ns` nanoseconds in an FT_RELATIVE_TIME field.  Returns the item,
 *  or `tree` if nobody looks. */
proto_item *generated_time(proto_tree *tree, tvbuff_t *tvb, int hf, int64_t ns);

#endif
