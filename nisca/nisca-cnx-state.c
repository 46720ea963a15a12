/* nisca-cnx-state.c
 * What the first pass remembers of connection managers: the state of a capture
 * file, and words.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx-state.h"

#include "nisca-state.h"

/* Words name so many nodes; a map from the wire may have 256. */
#define NODES_SAID 16

nisca_cnx_state_t *nisca_cnx_state;

static void
nisca_cnx_state_begin_file(void)
{
    nisca_cnx_state = wmem_new0(wmem_file_scope(), nisca_cnx_state_t);
    first_pass_begin_file(&nisca_cnx_state->pass, NISCA_CNX_FOUND_LIMIT);
    nisca_cnx_state->transitions = state_map_new();
    nisca_cnx_state->transition_list =
        wmem_array_new(wmem_file_scope(), sizeof(nisca_cnx_transition_t *));
    nisca_cnx_state->resource_list =
        wmem_array_new(wmem_file_scope(), sizeof(nisca_cnx_resource_t));
    nisca_cnx_state->words = wmem_array_new(wmem_file_scope(), sizeof(nisca_cnx_words_t));
    nisca_cnx_state->requests = requests_new();
}

void
nisca_cnx_state_begin_frame(uint32_t frame)
{
    if (nisca_cnx_state == NULL) {
        nisca_cnx_state_begin_file();
    }
    first_pass_begin_frame(&nisca_cnx_state->pass, frame);
    requests_forget(nisca_cnx_state->requests, frame);
}

void
nisca_cnx_state_register(void)
{
    first_pass_forget_with_file((void **)&nisca_cnx_state);
}

void *
nisca_cnx_obtain(lookup_t *lookup, uint64_t key, size_t size, uint32_t cap)
{
    void *found = lookup_obtain(lookup, key, size, cap);

    if (found == NULL) {
        first_pass_tell_limit(&nisca_cnx_state->pass);
    }
    return found;
}

/* --- Findings and words --------------------------------------------------------- */

finding_t *
nisca_cnx_find(nisca_cnx_found_t kind, uint32_t ref, int64_t value)
{
    return first_pass_add(&nisca_cnx_state->pass, (uint8_t)kind, ref, value);
}

void
nisca_cnx_gather(const packet_info *pinfo, found_t *found)
{
    observation_note_t note;
    uint32_t first;

    if (nisca_cnx_state == NULL || nisca_state == NULL || pinfo->flags.in_error_pkt) {
        findings_gather(NULL, pinfo->num, found);
        return;
    }
    note = observation_note(nisca_state->observer, pinfo);
    first = note.duplicate_of == 0 ? note.frame : pinfo->num;
    findings_gather(nisca_cnx_state->pass.findings, first, found);
    found_add_later(found, NISCA_CNX_FOUND_REQUEST, first,
                    requests_answer_of(nisca_cnx_state->requests, first));
}

uint32_t
nisca_cnx_keep_words(const nisca_cnx_node_t *node, const char *words)
{
    nisca_cnx_words_t kept = { node != NULL ? nisca_cnx_label(node) : "", words };

    wmem_array_append_one(nisca_cnx_state->words, kept);
    return wmem_array_get_count(nisca_cnx_state->words);
}

void
nisca_cnx_tell(const nisca_cnx_node_t *node, const char *words)
{
    nisca_cnx_find(NISCA_CNX_FOUND_EVENT, nisca_cnx_keep_words(node, words), 0);
}

static const nisca_cnx_words_t *
nisca_cnx_words_at(uint32_t idx)
{
    return idx > 0 && idx <= wmem_array_get_count(nisca_cnx_state->words)
               ? (const nisca_cnx_words_t *)wmem_array_index(nisca_cnx_state->words, idx - 1)
               : NULL;
}

const char *
nisca_cnx_words(uint32_t idx)
{
    const nisca_cnx_words_t *kept = nisca_cnx_words_at(idx);

    return kept != NULL ? kept->words : "";
}

const char *
nisca_cnx_words_node(uint32_t idx)
{
    const nisca_cnx_words_t *kept = nisca_cnx_words_at(idx);

    return kept != NULL ? kept->node : "";
}

const nisca_cnx_transition_t *
nisca_cnx_transition(uint32_t idx)
{
    if (idx == 0 || idx > wmem_array_get_count(nisca_cnx_state->transition_list)) {
        return NULL;
    }
    return *(nisca_cnx_transition_t **)wmem_array_index(nisca_cnx_state->transition_list,
                                                        idx - 1);
}

const nisca_cnx_resource_t *
nisca_cnx_resource_at(uint32_t idx)
{
    if (idx == 0 || idx > wmem_array_get_count(nisca_cnx_state->resource_list)) {
        return NULL;
    }
    return (nisca_cnx_resource_t *)wmem_array_index(nisca_cnx_state->resource_list, idx - 1);
}

/* --- Words ------------------------------------------------------------------------ */

/* Without a name, the address: as DECnet writes it, or byte by byte. */
const char *
nisca_cnx_label(const nisca_cnx_node_t *node)
{
    const uint64_t prefix = UINT64_C(0xaa000400);
    unsigned low = (unsigned)(node->addr >> 8 & 0xff), high = (unsigned)(node->addr & 0xff);

    if (node->name[0] != '\0') {
        return wmem_strdup(wmem_file_scope(), node->name);
    }
    if (node->addr >> 16 == prefix) {
        return wmem_strdup_printf(wmem_file_scope(), "%u.%u", high >> 2, (high & 3) << 8 | low);
    }
    return wmem_strdup_printf(wmem_file_scope(), "%012" PRIx64, node->addr);
}

static void
nisca_cnx_say_index(wmem_strbuf_t *text, const nisca_cnx_cluster_t *cluster, unsigned idx)
{
    if (cluster->by_index[idx] != NULL) {
        wmem_strbuf_append(text, nisca_cnx_label(cluster->by_index[idx]));
    } else {
        wmem_strbuf_append_printf(text, "CSID index %u", idx);
    }
}

unsigned
nisca_cnx_say_map(wmem_strbuf_t *text, const nisca_cnx_cluster_t *cluster, const uint8_t *map)
{
    unsigned count = 0;

    for (unsigned idx = 0; idx < NISCA_CNX_INDEXES; idx++) {
        if ((map[idx / 8] >> idx % 8 & 1) && count++ < NODES_SAID) {
            wmem_strbuf_append(text, count > 1 ? ", " : "");
            nisca_cnx_say_index(text, cluster, idx);
        }
    }
    if (count > NODES_SAID) {
        wmem_strbuf_append_printf(text, " and %u more", count - NODES_SAID);
    }
    return count;
}

bool
nisca_cnx_knows_map(const nisca_cnx_cluster_t *cluster, const uint8_t *map)
{
    for (unsigned idx = 0; idx < NISCA_CNX_INDEXES; idx++) {
        if ((map[idx / 8] >> idx % 8 & 1) && cluster->by_index[idx] == NULL) {
            return false;
        }
    }
    return true;
}

void
nisca_cnx_say_time(wmem_strbuf_t *text, int64_t ns)
{
    const int64_t ms = NS_PER_S / 1000;
    char number[DECIMAL_SIZE];

    if (ns < NS_PER_S / 100) {
        wmem_strbuf_append_printf(text, "%s ms", info_decimal(number, ns, ms, 1));
    } else if (ns < NS_PER_S) {
        wmem_strbuf_append_printf(text, "%" PRId64 " ms", (ns + ms / 2) / ms);
    } else {
        wmem_strbuf_append_printf(text, "%s s", info_decimal(number, ns, NS_PER_S, 1));
    }
}
