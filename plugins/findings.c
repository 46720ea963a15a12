/* findings.c
 * What the first pass found out about frames, kept for later passes.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "findings.h"

/* Chunks never move, so that findings can be filled in later, and growing
 * never copies. */
#define CHUNK_BITS 12
#define CHUNK_SIZE (1u << CHUNK_BITS)

#define VALUE_MAX ((INT64_C(1) << 55) - 1)

struct findings {
    wmem_array_t *chunks; /* of finding_t * */
    uint32_t count;
};

findings_t *
findings_new(void)
{
    findings_t *findings = wmem_new0(wmem_file_scope(), findings_t);

    findings->chunks = wmem_array_new(wmem_file_scope(), sizeof(finding_t *));
    return findings;
}

static finding_t *
findings_slot(const findings_t *findings, uint32_t index)
{
    finding_t **chunks = (finding_t **)wmem_array_get_raw(findings->chunks);

    return &chunks[index >> CHUNK_BITS][index & (CHUNK_SIZE - 1)];
}

finding_t *
findings_add(findings_t *findings, uint32_t frame, uint8_t kind, uint32_t ref, int64_t value)
{
    finding_t *finding;

    if ((findings->count & (CHUNK_SIZE - 1)) == 0) {
        finding_t *chunk = wmem_alloc_array(wmem_file_scope(), finding_t, CHUNK_SIZE);

        wmem_array_append_one(findings->chunks, chunk);
    }
    finding = findings_slot(findings, findings->count++);
    finding->frame = frame;
    finding->ref = ref;
    finding->value = CLAMP(value, -VALUE_MAX, VALUE_MAX);
    finding->kind = kind;
    return finding;
}

void
findings_forget(findings_t *findings, uint32_t frame)
{
    for (uint32_t i = findings->count; i > 0 && findings_slot(findings, i - 1)->frame == frame;
         i--) {
        findings_slot(findings, i - 1)->kind = 0;
    }
}

/* The first pass asks for what it has just added: walk back over that before
 * searching. */
static uint32_t
findings_start_at_end(const findings_t *findings, uint32_t frame)
{
    uint32_t index = findings->count;

    while (index > 0 && findings_slot(findings, index - 1)->frame == frame
           && findings_slot(findings, index - 1)->kind != 0) {
        index--;
    }
    return index;
}

uint32_t
findings_start(const findings_t *findings, uint32_t frame)
{
    uint32_t low = 0, high = findings->count;

    if (high == 0 || findings_slot(findings, high - 1)->frame <= frame) {
        return findings_start_at_end(findings, frame);
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (findings_slot(findings, middle)->frame < frame) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    while (low < findings->count && findings_slot(findings, low)->kind == 0) { /* forgotten */
        low++;
    }
    return low;
}

const finding_t *
findings_at(const findings_t *findings, uint32_t index, uint32_t frame)
{
    const finding_t *finding;

    if (index >= findings->count) {
        return NULL;
    }
    finding = findings_slot(findings, index);
    return finding->frame == frame ? finding : NULL;
}
