/* menu.c
 * Statistics > Cluster heartbeats: all tables of the plugin in one menu.
 *
 * Wireshark puts the tables of a plugin among its own, one by one.  A plugin's
 * menu may open them instead, the way `wireshark -z NAME` does; the tables
 * then ask for a group that this program shows nowhere (see stat_rows.c).
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "menu.h"
#include "ws-compat.h"

#include <epan/plugin_if.h>
#include <epan/proto.h>
#include <epan/stat_tap_ui.h>

/* What opens a table, behind -z; NULL for a line between the protocols. */
typedef struct {
    const char *label;
    const char *statistic;
} menu_entry_t;

static const menu_entry_t menu_entries[] = {
    { "cman nodes", "cman,nodes" },
    { "cman transitions", "cman,transitions" },
    { "cman barriers", "cman,barriers" },
    { "cman delivery", "cman,delivery" },
    { NULL, NULL },
    { "NISCA nodes", "nisca,nodes" },
    { "NISCA channels", "nisca,channels" },
    { "NISCA circuits", "nisca,circuits" },
    { NULL, NULL },
    { "NCS heartbeat nodes", "ncs_heartbeat,nodes" },
};

static void
menu_open(ext_menubar_gui_type gui_type _U_, void *gui_data _U_, void *statistic)
{
    if (process_stat_cmd_arg(statistic)) {
        start_requested_stats();
    }
}

void
menu_register(void)
{
    ext_menu_t *menu =
        ext_menubar_register_menu(proto_get_id_by_filter_name("cman"), WS_MENU_NAME, true);

    ext_menubar_set_parentmenu(menu, "Statistics");
    for (unsigned i = 0; i < array_length(menu_entries); i++) {
        const menu_entry_t *entry = &menu_entries[i];

        if (entry->label == NULL) {
            ext_menubar_add_separator(menu);
        } else {
            ext_menubar_add_entry(menu, entry->label, NULL, menu_open, (void *)entry->statistic);
        }
    }
}
