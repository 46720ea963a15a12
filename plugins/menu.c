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

#include "stat_rows.h"

#include <epan/plugin_if.h>

static void
menu_open(ext_menubar_gui_type gui_type _U_, void *gui_data _U_, void *statistic)
{
    if (process_stat_cmd_arg((const char *)statistic)) {
        start_requested_stats();
    }
}

void
menu_register(int proto)
{
    ext_menu_t *menu = ext_menubar_register_menu(proto, WS_MENU_NAME, true);

    ext_menubar_set_parentmenu(menu, "Statistics");
    for (const stat_rows_t *rows = stat_rows_first(); rows != NULL; rows = rows->next) {
        ext_menubar_add_entry(menu, rows->title, NULL, menu_open, (void *)rows->name);
        if (rows->next != NULL && strcmp(rows->next->tap, rows->tap) != 0) {
            ext_menubar_add_separator(menu);
        }
    }
}
