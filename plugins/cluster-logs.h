/* cluster-logs.h
 * What the nodes' logs say of the cluster, where cluster-heartbeats-logs has made packets
 * of them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CLUSTER_LOGS_H
#define CLUSTER_CLUSTER_LOGS_H

/** Look at each frame when it is dissected; once, when all protocols are registered.
 *  `proto` has the field of events. */
void cluster_logs_register(int proto);

#endif
