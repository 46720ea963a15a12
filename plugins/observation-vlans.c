/* observation-vlans.c
 * Which VLANs show one of several clusters that have one number: what their names and a display
 * filter need to tell them apart.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "observation-state.h"
#include "observation.h"

const char *
observation_lan(wmem_allocator_t *scope, const observed_cluster_t *cluster)
{
    if (cluster == NULL || !cluster->has_namesake) {
        return "";
    }
    if (cluster->vni != 0) {
        return wmem_strdup_printf(scope, " VNI %u", cluster->vni);
    }
    return cluster->vlan != 0 ? wmem_strdup_printf(scope, " VLAN %u", cluster->vlan) : "";
}

/* Whether a feed on this VLAN shows the cluster, up to the member `end`; NULL: any. */
static bool
is_shown_on(const observed_group_t *group, const observed_cluster_t *cluster, uint32_t vlan,
            const observed_member_t *end)
{
    const observed_member_t *member = group->members;

    for (; member != end; member = member->next) {
        if (member->cluster != NULL && &member->cluster->seen == cluster
            && member->feed->key.vlan == vlan) {
            return true;
        }
    }
    return false;
}

/* Whether another cluster of the group is on a VLAN that has nothing of this one.  A cluster
 * whose feeds have all joined another has no VLAN. */
static bool
is_told_apart(const observed_group_t *group, const observed_cluster_t *cluster)
{
    bool is_shown = false, is_told_apart = false;

    for (const observed_member_t *member = group->members; member != NULL; member = member->next) {
        if (member->cluster != NULL && &member->cluster->seen == cluster) {
            is_shown = true;
        } else if (member->cluster != NULL) {
            is_told_apart |= !is_shown_on(group, cluster, member->feed->key.vlan, NULL);
        }
    }
    return is_shown && is_told_apart;
}

const char *
observation_vlans(const observer_t *observer, const packet_info *pinfo, uint64_t number)
{
    const observed_cluster_t *cluster = observation_cluster(observer, pinfo, number);
    const observed_group_t *group =
        cluster != NULL ? lookup_find(&observer->groups, sightings_mix(number, 1)) : NULL;
    wmem_strbuf_t *text;
    const char *before = " && (";

    if (group == NULL || !is_told_apart(group, cluster)) {
        return "";
    }
    text = wmem_strbuf_new(pinfo->pool, "");
    for (const observed_member_t *member = group->members; member != NULL; member = member->next) {
        uint32_t vlan = member->feed->key.vlan;

        if (is_shown_on(group, cluster, vlan, member->next)
            && !is_shown_on(group, cluster, vlan, member)) {
            wmem_strbuf_append(text, before);
            if (vlan != 0) {
                wmem_strbuf_append_printf(text, "vlan.id == %u", vlan);
            } else {
                wmem_strbuf_append(text, "!vlan");
            }
            before = " || ";
        }
    }
    wmem_strbuf_append(text, ")");
    return wmem_strbuf_get_str(text);
}
