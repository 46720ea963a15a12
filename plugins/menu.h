/* menu.h
 * Statistics > Cluster heartbeats: all tables of the plugin in one menu.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_MENU_H
#define CLUSTER_MENU_H

/** Make the menu of the tables that are registered by now, in that order, with a
 *  line between those of different taps.  Wireshark wants it to belong to a
 *  protocol: `proto` is any of ours. */
void menu_register(int proto);

#endif
