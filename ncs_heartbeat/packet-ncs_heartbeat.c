/* packet-ncs_heartbeat.c
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include "ws-compat.h"
void proto_register_ncs_heartbeat(void);
void proto_reg_handoff_ncs_heartbeat(void);
void proto_register_ncs_heartbeat(void) {}
void proto_reg_handoff_ncs_heartbeat(void) {}
