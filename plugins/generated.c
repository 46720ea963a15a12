/* generated.c
 * Items of the tree that are not on the wire.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "generated.h"

#include "capture_point.h"

proto_tree *
generated_subtree(proto_tree *tree, tvbuff_t *tvb, int hf, int ett)
{
    proto_item *item;

    if (!wire_is_wanted(tree, hf)) {
        return tree;
    }
    item = proto_tree_add_item(tree, hf, tvb, 0, 0, ENC_NA);
    proto_item_set_generated(item);
    return proto_item_add_subtree(item, ett);
}

proto_item *
generated_number(proto_tree *tree, tvbuff_t *tvb, int hf, uint32_t number)
{
    proto_item *item;

    if (!wire_is_wanted(tree, hf)) {
        return tree;
    }
    item = proto_tree_add_uint(tree, hf, tvb, 0, 0, number);
    proto_item_set_generated(item);
    return item;
}

proto_item *
generated_time(proto_tree *tree, tvbuff_t *tvb, int hf, int64_t ns)
{
    nstime_t when;
    proto_item *item;

    if (!wire_is_wanted(tree, hf)) {
        return tree;
    }
    when = (nstime_t)NSTIME_INIT_SECS_NSECS((time_t)(ns / NS_PER_S), (int)(ns % NS_PER_S));
    item = proto_tree_add_time(tree, hf, tvb, 0, 0, &when);
    proto_item_set_generated(item);
    return item;
}
