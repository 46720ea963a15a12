/* cman-info.c
 * The Info column: message name, what was found, what it says, who says it to whom,
 * numbers.
 *
 *     STARTTRANS REMNODE node 3 gen 5 DEAD, node 1 seq 34
 *     STARTACK gen 5, node 2 > 1 seq 47 ack 34
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-info.h"

#include "cman-findings.h"
#include "cman-shown.h"

/* Port and number or size, in place of a name. */
static void
cman_info_unnamed(info_t *info, const wire_t *w, const cman_message_t *message)
{
    const char *port = try_val_to_str(message->tgtport, cman_port_names);

    if (port == NULL) {
        info_number(info, "Port ", message->tgtport);
    } else {
        info_text(info, port);
    }
    if (message->has_number) {
        info_number(info, " unknown command ", message->number);
    } else if (message->tgtport > CMAN_PORT_SERVICES) {
        info_number(info, " ", wire_left(w));
        info_text(info, " bytes");
    }
}

static void
cman_info_node(info_t *info, const char *label, uint32_t id, const char *name)
{
    info_number(info, label, (int32_t)id);
    info_wire_text(info, " (", name, ")");
}

/* What the header says, at the end of every message. */
static void
cman_info_header(info_t *info, const cman_message_t *message)
{
    cman_info_node(info, " node ", message->srcid, message->src_name);
    if (message->tgtid != 0) {
        cman_info_node(info, " > ", message->tgtid, message->tgt_name);
    }
    if (message->seq != 0) {
        info_number(info, " seq ", message->seq);
    }
    if (message->ack != 0) {
        info_number(info, " ack ", message->ack);
    }
}

/* The message's name and what it says. */
static void
cman_info_message(info_t *info, const wire_t *w, const cman_message_t *message,
                  const found_t *found)
{
    const wire_command_t *command = message->command;
    size_t named;

    if (command == NULL) {
        cman_info_unnamed(info, w, message);
        cman_inform(info, found);
        info_text(info, ",");
        return;
    }
    info_text(info, command->name);
    cman_inform(info, found);
    named = info->used;
    if (message->whole > 0 && command->detail != NULL) {
        command->detail(info, message);
    }
    cman_inform_death(info, found);
    if (info->used > named) {
        info_text(info, ",");
    }
}

void
cman_show_info(const wire_t *w, const cman_message_t *message, const found_t *found)
{
    info_t info;

    info_begin(&info, w->pinfo);
    if (!message->has_header) {
        info_text(&info, "Incomplete header");
    } else {
        cman_info_message(&info, w, message, found);
        cman_info_header(&info, message);
        if (w->too_short) {
            info_text(&info, " [truncated message]");
        }
    }
    info_end(&info, w->tree);
}
