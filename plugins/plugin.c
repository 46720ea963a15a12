/* plugin.c
 * The entry points that Wireshark looks for, and nothing else.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#define WS_BUILD_DLL
#include "cluster.h"
#include "menu.h"
#include "ws-compat.h"

#include <epan/proto.h>
#if __has_include(<wsutil/plugins.h>)
#include <wsutil/plugins.h>
#endif

void proto_register_cman(void);
void proto_reg_handoff_cman(void);
void proto_register_nisca(void);
void proto_reg_handoff_nisca(void);
void proto_register_ncs_heartbeat(void);
void proto_reg_handoff_ncs_heartbeat(void);

WS_DLL_PUBLIC_DEF const char plugin_version[] = PLUGIN_VERSION;
WS_PLUGIN_SERIES;

/* What the module is, for those who find the file; plugins/doctor looks for it. */
static const char identity[] __attribute__((used)) =
    "cluster-heartbeats " PLUGIN_VERSION " for Wireshark " BUILT_FOR;

/* Wireshark takes plugins in an order of its own, so these are one to it: the
 * tables of the menu stand in the order of this list. */
static void
register_protocols(void)
{
    cluster_register();
    proto_register_cman();
    proto_register_nisca();
    proto_register_ncs_heartbeat();
}

static void
hand_off_protocols(void)
{
    cluster_hand_off();
    proto_reg_handoff_cman();
    proto_reg_handoff_nisca();
    proto_reg_handoff_ncs_heartbeat();
    menu_register(proto_get_id_by_filter_name("cman"));
}

WS_DLL_PUBLIC void plugin_register(void);

WS_DLL_PUBLIC_DEF void
plugin_register(void)
{
    static proto_plugin protocols = { register_protocols, hand_off_protocols };

    proto_register_plugin(&protocols);
}

/* Optional since 4.4: what `tshark -G plugins` says the module is. */
#ifdef WS_PLUGIN_DESC_DISSECTOR
WS_DLL_PUBLIC uint32_t plugin_describe(void);

WS_DLL_PUBLIC_DEF uint32_t
plugin_describe(void)
{
    return WS_PLUGIN_DESC_DISSECTOR;
}
#endif
