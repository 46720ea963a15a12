/* cluster-logs.h
 * What the nodes' logs say of the cluster, where cluster-heartbeats-logs has made packets
 * of them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CLUSTER_LOGS_H
#define CLUSTER_CLUSTER_LOGS_H

/** Look at the packets of logs behind Wireshark's own dissector of exported PDUs; to be
 *  called once, when that has been handed its packets. */
void cluster_logs_hand_off(void);

#endif
