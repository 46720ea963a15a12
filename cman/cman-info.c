/* cman-info.c
 * The Info column: message name, what it says, who says it to whom, numbers.
 *
 *     STARTTRANS REMNODE node 3 gen 5 DEAD, node 1 seq 34
 *     STARTACK gen 5, node 2 > 1 seq 47 ack 34
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-analysis.h"

#include <epan/column-utils.h>
#include <epan/strutil.h>

/* Longest name from the wire, in bytes; a node name may have 254. */
#define INFO_NAME_MAX 64

void
cman_info_digits(cman_info_t *info, uint64_t number)
{
    uint64_t left = number;
    char *digit;

    do {
        info->used++;
        left /= 10;
    } while (left > 0);
    digit = info->text + info->used;
    do {
        *--digit = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
}

void
cman_info_name(cman_info_t *info, const value_string *names, uint32_t number)
{
    const char *name = try_val_to_str(number, names);

    if (name == NULL) {
        cman_info_number(info, " ", number);
        return;
    }
    cman_info_text(info, " ");
    cman_info_text(info, name);
}

void
cman_info_wire_text(cman_info_t *info, const char *text)
{
    if (text == NULL || *text == '\0') {
        return;
    }
    cman_info_text(info, " ");
    cman_info_text(info, format_text(info->pinfo->pool, (const void *)text,
                                     MIN(strlen(text), INFO_NAME_MAX)));
}

/* What stands for the message's name if it has none. */
static void
info_unnamed(cman_info_t *info, const wire_t *w, const cman_message_t *message)
{
    const char *port = try_val_to_str(message->tgtport, cman_port_names);

    if (port == NULL) {
        cman_info_number(info, "Port ", message->tgtport);
    } else {
        cman_info_text(info, port);
    }
    if (message->has_number) {
        cman_info_number(info, " unknown command ", message->number);
    } else if (message->tgtport > CMAN_PORT_SERVICES) {
        cman_info_number(info, " ", wire_left(w));
        cman_info_text(info, " bytes");
    }
}

static void
cman_info_node(cman_info_t *info, const char *label, uint32_t id, const char *name)
{
    cman_info_number(info, label, (int32_t)id);
    if (name != NULL) {
        cman_info_text(info, " (");
        cman_info_text(info, format_text(info->pinfo->pool, (const void *)name,
                                         MIN(strlen(name), INFO_NAME_MAX)));
        cman_info_text(info, ")");
    }
}

/* What the analysis has to say about the frame, in a word. */
static void
info_findings(cman_info_t *info, const cman_summary_t *summary)
{
    if (summary->retransmission_of != 0) {
        cman_info_text(info, " [Retransmission]");
    }
    if (summary->duplicate_of != 0) {
        cman_info_text(info, " [Duplicate]");
    }
    if (summary->restarted) {
        cman_info_text(info, " [Transition restarted]");
    }
    if (summary->clash) {
        cman_info_text(info, " [Transition clash]");
    }
}

/* Every message ends alike: sender, addressee, numbers. */
static void
info_header(cman_info_t *info, const cman_message_t *message)
{
    cman_info_node(info, " node ", message->srcid, message->src_name);
    if (message->tgtid != 0) {
        cman_info_node(info, " > ", message->tgtid, message->tgt_name);
    }
    if (message->seq != 0) {
        cman_info_number(info, " seq ", message->seq);
    }
    if (message->ack != 0) {
        cman_info_number(info, " ack ", message->ack);
    }
}

/* The message's name and what it says. */
static void
info_message(cman_info_t *info, const wire_t *w, const cman_message_t *message)
{
    const cman_command_t *command = message->command;

    if (command == NULL) {
        info_unnamed(info, w, message);
        cman_info_text(info, ",");
        return;
    }
    cman_info_text(info, command->name);
    if (message->has_body && command->detail != NULL) {
        size_t named = info->used;

        command->detail(info, message);
        if (info->used > named) {
            cman_info_text(info, ",");
        }
    }
}

void
cman_show_info(const wire_t *w, const cman_message_t *message, const cman_summary_t *summary)
{
    cman_info_t info;

    if (!message->has_header) {
        col_set_str(w->pinfo->cinfo, COL_INFO, "Incomplete header");
        return;
    }
    info.pinfo = w->pinfo;
    info.used = 0;
    info_message(&info, w, message);
    info_header(&info, message);
    info_findings(&info, summary);
    if (w->too_short) {
        cman_info_text(&info, " [truncated message]");
    }
    info.text[info.used] = '\0';
    col_add_str(w->pinfo->cinfo, COL_INFO, info.text);
}
