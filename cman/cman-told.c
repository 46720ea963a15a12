/* cman-told.c
 * What happened, in words that the first pass finds: the text of an expert item and of an
 * event, which no reader has to work out again.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "cman-state.h"

#define TOLD_MAX 65536

const cman_told_t *
cman_told_at(uint32_t idx)
{
    return wmem_array_index(cman_state->told, idx);
}

finding_t *
cman_tell_words(cman_found_kind_t kind, uint32_t node, const char *words)
{
    cman_told_t told = { .node = node, .words = words };

    if (wmem_array_get_count(cman_state->told) >= TOLD_MAX) {
        first_pass_tell_limit(&cman_state->pass);
        return NULL;
    }
    wmem_array_append_one(cman_state->told, told);
    return cman_add_finding(kind, wmem_array_get_count(cman_state->told) - 1, 0);
}

void
cman_tell(cman_found_kind_t kind, uint32_t node, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    cman_tell_words(kind, node, wmem_strdup_vprintf(wmem_file_scope(), format, arguments));
    va_end(arguments);
}

void
cman_tell_topic(const finding_t *finding, uint64_t topic)
{
    if (finding != NULL) {
        cman_told_t *told = wmem_array_index(cman_state->told, finding->ref);

        told->topic = topic;
    }
}

void
cman_tell_since(const cman_frame_t *frame, const finding_t *finding, const moment_t *since)
{
    if (finding != NULL) {
        cman_told_t *told = wmem_array_index(cman_state->told, finding->ref);

        told->begin = (event_begin_t){ .frame = since->frame, .feed = since->feed,
                                       .ago = frame->when - since->when };
    }
}

const char *
cman_restarts_text(wmem_allocator_t *pool, const cman_transition_t *transition)
{
    return wmem_strdup_printf(pool, "%s%u restart%s",
                              transition->start_frame == 0 ? "at least " : "",
                              transition->restarts, transition->restarts == 1 ? "" : "s");
}

void
cman_append_node(wmem_strbuf_t *words, const cman_frame_t *frame, uint32_t id)
{
    const char *name = cman_node_name(frame->message->cluster, frame->seen.cluster, id, NULL,
                                      frame->frame);

    wmem_strbuf_append_printf(words, "%d", (int32_t)id);
    if (name != NULL) {
        wmem_strbuf_append_printf(words, " (%s)", name);
    }
}

const char *
cman_told_node(const cman_frame_t *frame, uint32_t id)
{
    wmem_strbuf_t *words = wmem_strbuf_new(wmem_file_scope(), "");

    cman_append_node(words, frame, id);
    return wmem_strbuf_finalize(words);
}

const char *
cman_before_name(unsigned i, unsigned count)
{
    return i == 0 ? "" : i + 1 < count ? ", " : " and ";
}

const char *
cman_address_text(wmem_allocator_t *pool, uint64_t key)
{
    uint32_t ipv4 = (uint32_t)key;
    uint8_t bytes[4];

    memcpy(bytes, &ipv4, sizeof bytes);
    return key >> 32 == 1 ? wmem_strdup_printf(pool, "%u.%u.%u.%u", bytes[0], bytes[1], bytes[2],
                                               bytes[3])
                          : NULL;
}

const char *
cman_told_address(uint64_t key)
{
    const char *text = cman_address_text(wmem_file_scope(), key);

    return text != NULL ? text : "another address";
}
