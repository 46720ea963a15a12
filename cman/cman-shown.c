/* cman-shown.c
 * Words that several findings are told with.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-shown.h"

/* "3 (mark)", or "3". */
const char *
cman_label(const finding_view_t *view, uint32_t id)
{
    packet_info *pinfo = view->w->pinfo;
    const cman_message_t *message = view->message;
    const char *name = cman_node_name(message->cluster, id, NULL, pinfo->num);

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
