/* cman-membership.h
 * What the two files of cluster port 1 share: layouts, and names and Info.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_CMAN_MEMBERSHIP_H
#define CLUSTER_CMAN_MEMBERSHIP_H

#include "cman.h"

/** The version of the protocol that is understood. */
#define CMAN_VERSION_MAJOR 5

/** Bytes of a LEAVE or NODEDOWN, its command included, up to the end of the reason. */
#define CMAN_LEAVE_END 2

/** Results of a VIEWACK. */
enum {
    CMAN_VIEW_NAK,
    CMAN_VIEW_ACK
};

extern const value_string cman_trans_reasons[];
extern const value_string cman_leave_reasons[];
extern const value_string cman_joinack_types[];
extern const value_string cman_viewack_results[];
extern const value_string cman_reconfig_params[];

/* Info, by command: wire_command_t.detail. */
void cman_hello_detail(info_t *info, const void *data);
void cman_joinreq_detail(info_t *info, const void *data);
void cman_kill_detail(info_t *info, const void *data);
void cman_leave_detail(info_t *info, const void *data);
void cman_nodedown_detail(info_t *info, const void *data);
void cman_starttrans_detail(info_t *info, const void *data);
void cman_startack_detail(info_t *info, const void *data);
void cman_endtrans_detail(info_t *info, const void *data);
void cman_view_detail(info_t *info, const void *data);
void cman_joinack_detail(info_t *info, const void *data);
void cman_viewack_detail(info_t *info, const void *data);
void cman_reconfig_detail(info_t *info, const void *data);

#endif
