/* packet-cman.c
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */
#include "ws-compat.h"
void proto_register_cman(void);
void proto_reg_handoff_cman(void);
void proto_register_cman(void) {}
void proto_reg_handoff_cman(void) {}
