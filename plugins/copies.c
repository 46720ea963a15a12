/* copies.c
 * Whether a feed shows everything more than once.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "copies.h"

#define AT_ONCE_WITHIN NS_PER_MS

/* Times of one lag differ by what the network and two hosts delay a frame. */
#define LAG_WITHIN (10 * NS_PER_MS)

/* A lag that came so often may be one; it is one if a tenth of the transmissions have it:
 * retransmissions are regular, too. */
#define LAG_PROOF 3

#define TRANSMISSIONS_NEEDED 10

/* More than nine tenths of the transmissions up to the one that was shown again: those
 * behind it may still come. */
static bool
copies_are_most(uint32_t count, uint32_t transmissions)
{
    return transmissions >= TRANSMISSIONS_NEEDED
           && (uint64_t)count * 10 > (uint64_t)transmissions * 9;
}

/* The clocks of files in one interface are apart by any lag, which hardly changes from one
 * transmission to the next. */
static bool
copies_are_timely(copies_t *copies, uint32_t shown, int64_t lag)
{
    int64_t before = copies->lag[shown];

    copies->lag[shown] = lag;
    return lag <= AT_ONCE_WITHIN || ABS(lag - before) <= AT_ONCE_WITHIN;
}

void
copies_count(copies_t *copies, bool to_all, uint32_t serial, uint32_t shown, int64_t lag)
{
    copies_kind_t *kind = &copies->kinds[to_all];

    kind->storms += shown == COPIES_SHOWN + 1;
    if (shown > COPIES_SHOWN || !copies_are_timely(copies, shown, lag)) {
        return;
    }
    kind->shown[shown]++;
    copies->twice += shown == 2;
    copies->at_once |= shown == 2 && copies_are_most(copies->twice, serial);
}

/* The lag's row; a new one in place of the rarest. */
static copies_lag_t *
copies_lag(copies_t *copies, int64_t lag)
{
    copies_lag_t *rarest = &copies->lags[0];

    for (unsigned i = 0; i < COPIES_LAGS; i++) {
        copies_lag_t *row = &copies->lags[i];

        if (row->count > 0 && ABS(row->lag - lag) <= LAG_WITHIN) {
            return row;
        }
        if (row->count < rarest->count) {
            rarest = row;
        }
    }
    *rarest = (copies_lag_t){ .lag = lag };
    return rarest;
}

static void
copies_wait(copies_t *copies, const copies_waiting_t *waiting)
{
    if (copies->waiting == NULL) {
        copies->waiting =
            wmem_alloc_array(wmem_file_scope(), copies_waiting_t, COPIES_WAITING);
    }
    if (copies->waiting_count < COPIES_WAITING) {
        copies->waiting[copies->waiting_count++] = *waiting;
    }
}

/* A message that is sent three times again comes late three times, and is one transmission. */
static void
copies_count_lagged(copies_t *copies, copies_lag_t *row)
{
    row->second++;
    copies->lagged += row->second >= LAG_PROOF;
    copies->lagged += row->second == LAG_PROOF ? LAG_PROOF - 1 : 0;
}

bool
copies_count_late(copies_t *copies, uint32_t serial, int64_t lag, bool is_second, bool proves,
                  uint32_t frame, uint32_t first)
{
    copies_waiting_t waiting = { .lag = lag, .frame = frame, .first = first };
    copies_lag_t *row = copies_lag(copies, lag);

    row->count++;
    if (is_second) {
        copies_count_lagged(copies, row);
    }
    if (copies->late) {
        return false;
    }
    copies_wait(copies, &waiting);
    copies->late = proves && copies_are_most(copies->lagged, serial);
    return copies->late;
}

bool
copies_are_expected(const copies_t *copies, bool to_all, uint32_t shown)
{
    return copies->at_once && (shown - 1) % copies_usual(copies, to_all) != 0;
}

bool
copies_are_late(const copies_t *copies, int64_t lag)
{
    for (unsigned i = 0; i < COPIES_LAGS && copies->late; i++) {
        const copies_lag_t *row = &copies->lags[i];

        if ((uint64_t)row->count * 10 >= copies->transmissions
            && ABS(row->lag - lag) <= LAG_WITHIN) {
            return true;
        }
    }
    return false;
}

/* A tenth of the transmissions is no chance: only some of the files show these.  Each storm has
 * come up to COPIES_SHOWN times, too. */
static bool
copies_are_many(const copies_kind_t *kind, uint32_t shown)
{
    return kind->shown[shown] > kind->storms
           && (uint64_t)(kind->shown[shown] - kind->storms) * 10 >= kind->transmissions;
}

/* Few of one kind prove nothing: then both are counted. */
static copies_kind_t
copies_of_kind(const copies_t *copies, bool to_all)
{
    const copies_kind_t *other = &copies->kinds[!to_all];
    copies_kind_t kind = copies->kinds[to_all];

    if (kind.transmissions < TRANSMISSIONS_NEEDED) {
        kind.transmissions += other->transmissions;
        kind.storms += other->storms;
        for (uint32_t shown = 2; shown <= COPIES_SHOWN; shown++) {
            kind.shown[shown] += other->shown[shown];
        }
    }
    return kind;
}

uint32_t
copies_usual(const copies_t *copies, bool to_all)
{
    uint32_t usual = copies->late ? 2 : 1;
    copies_kind_t kind;

    if (!copies->at_once) {
        return usual;
    }
    kind = copies_of_kind(copies, to_all);
    for (uint32_t shown = 2; shown <= COPIES_SHOWN; shown++) {
        usual = copies_are_many(&kind, shown) ? shown : usual;
    }
    return usual;
}
