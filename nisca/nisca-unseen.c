/* nisca-unseen.c
 * Numbers that seemed to be missing, until another place shows them.
 *
 * Of two LANs that are captured by two machines the one whose clock is behind, or whose file
 * was appended, shows its messages when the other LAN's have skipped and acknowledged them.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-state.h"

/* A direction of a circuit. */
#define CLAIMS_MAX 4096

void
nisca_claim(wmem_array_t **claims, const nisca_claim_t *claim)
{
    if (*claims == NULL) {
        *claims = wmem_array_new(wmem_file_scope(), sizeof *claim);
    }
    if (wmem_array_get_count(*claims) < CLAIMS_MAX) {
        wmem_array_append(*claims, claim, 1);
    }
}

void
nisca_claims_forget(wmem_array_t **claims)
{
    if (*claims != NULL) {
        wmem_destroy_array(*claims);
        *claims = NULL;
    }
}

/* The claim that has the number, or NULL: they are in order. */
static const nisca_claim_t *
nisca_claim_of(const wmem_array_t *claims, int64_t number)
{
    unsigned low = 0, high = claims != NULL ? wmem_array_get_count((wmem_array_t *)claims) : 0;
    unsigned all = high;
    const nisca_claim_t *claim;

    while (low < high) {
        unsigned middle = low + (high - low) / 2;

        claim = wmem_array_index((wmem_array_t *)claims, middle);
        if (claim->to < number) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    claim = low < all ? wmem_array_index((wmem_array_t *)claims, low) : NULL;
    return claim != NULL && claim->from <= number ? claim : NULL;
}

finding_t *
nisca_claim_refuted(const nisca_frame_t *frame, const wmem_array_t *claims, int64_t number,
                    nisca_found_kind_t kind)
{
    const nisca_claim_t *claim = nisca_claim_of(claims, number);

    return claim != NULL && claim->finding->kind == (uint8_t)kind
                   && (claim->at.feed != frame->seen.at.feed
                       || frame->when - claim->at.when <= NISCA_OVERTAKEN_WITHIN)
               ? claim->finding
               : NULL;
}
