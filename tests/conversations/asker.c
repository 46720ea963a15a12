/* asker.c
 * A plugin for the tests, beside the one that is tested: asks each frame for its
 * conversation filters, as Wireshark's menu does, and puts the answers into the
 * field `asker.filter`, each with its title in front.
 *
 * Only frames whose tree is shown are asked (tshark -V, -T json), as in the window.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#define WS_BUILD_DLL
#include "ws-compat.h"

#include <epan/conversation_filter.h>
#include <epan/proto.h>

WS_DLL_PUBLIC_DEF const char plugin_version[] = "0";
WS_PLUGIN_SERIES;

static int proto_asker = -1;
static int hf_asker_filter = -1;

static void
ask(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, const conversation_filter_t *filter)
{
    char *text, *answer;

    if (!ws_is_filter_valid(filter, pinfo)) {
        return;
    }
    text = ws_build_filter(filter, pinfo);
    answer = g_strdup_printf("%s: %s", filter->display_name, text);
    proto_tree_add_string(tree, hf_asker_filter, tvb, 0, 0, answer);
    g_free(answer);
    g_free(text);
}

static int
dissect_asker(tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, void *data _U_)
{
    for (const GList *entry = packet_conv_filter_list; entry != NULL; entry = entry->next) {
        ask(tvb, pinfo, tree, entry->data);
    }
    return 0;
}

static void
register_asker(void)
{
    static hf_register_info hf[] = {
        { &hf_asker_filter,
          { "Filter", "asker.filter", FT_STRING, BASE_NONE, NULL, 0, NULL, HFILL } },
    };

    proto_asker = proto_register_protocol("Asker for conversation filters", "Asker", "asker");
    proto_register_field_array(proto_asker, hf, array_length(hf));
    register_postdissector(create_dissector_handle(dissect_asker, proto_asker));
}

WS_DLL_PUBLIC void plugin_register(void);

WS_DLL_PUBLIC_DEF void
plugin_register(void)
{
    static proto_plugin asker = { register_asker, NULL };

    proto_register_plugin(&asker);
}
