/* menu.h
 * Statistics > Cluster heartbeats: all tables of the plugin in one menu.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_MENU_H
#define CLUSTER_MENU_H

/** Make the menu; needs the protocols to be registered. */
void menu_register(void);

#endif
