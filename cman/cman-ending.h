/* cman-ending.h
 * What stands below the story of a file.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_ENDING_H
#define CLUSTER_CMAN_ENDING_H

/** Register what the timeline asks for its last rows.  To be called once. */
void cman_ending_register(void);

#endif
