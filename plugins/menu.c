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
#include <epan/proto.h>

static void
menu_open(ext_menubar_gui_type gui_type _U_, void *gui_data _U_, void *statistic)
{
    if (process_stat_cmd_arg((const char *)statistic)) {
        start_requested_stats();
    }
}

/* Wireshark wants a menu to belong to a protocol; a tap has its name. */
static ext_menu_t *
menu_new(const stat_rows_t *first)
{
    ext_menu_t *menu =
        ext_menubar_register_menu(proto_get_id_by_filter_name(first->tap), WS_MENU_NAME, true);

    ext_menubar_set_parentmenu(menu, "Statistics");
    return menu;
}

void
menu_register(void)
{
    const stat_rows_t *before = stat_rows_registered(0), *rows;
    ext_menu_t *menu;

    if (before == NULL) {
        return;
    }
    menu = menu_new(before);
    for (unsigned i = 0; (rows = stat_rows_registered(i)) != NULL; i++) {
        if (strcmp(rows->tap, before->tap) != 0) {
            ext_menubar_add_separator(menu);
        }
        ext_menubar_add_entry(menu, rows->title, NULL, menu_open, (void *)rows->name);
        before = rows;
    }
}
