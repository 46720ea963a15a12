/* nisca-cnx-delivery.c
 * Sequence numbers of connection managers, which go on when the connection
 * breaks and comes back: a message that was lost with the circuit comes again
 * with the same number and the same content (captures).
 *
 * On one circuit the transport loses nothing, so a gap here is one of the
 * capture, and is not told.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-cnx-state.h"

#include "capture_point.h"

/* Messages of either way that are remembered; more were never owed. */
#define NUMBERS_KEPT 32

/* A number so far back begins a new count: by then the connection is closed. */
#define NUMBERS_BACK 64

/* After a longer silence the capture may lack what came between. */
#define OWED_WITHIN (300 * NS_PER_S)

/* The first numbers of a count (captures). */
#define FIRST_NUMBERS 3

typedef struct {
    uint32_t frame;   /* 0: none */
    int64_t when;
    uint16_t number;
    uint64_t content; /* see nisca_cnx_content() */
    bool is_ack;      /* and nothing else */
} nisca_cnx_sent_t;

/* What one node sends. */
typedef struct {
    bool is_heard;       /* at all */
    bool has_number, has_acked;
    bool may_resend;     /* the connection was made again since the last number */
    bool is_reconnected; /* and the capture has the request for that */
    bool has_gap;        /* numbers are missing, which the other got */
    int64_t gap;         /* when the latest gap was seen */
    uint16_t number;     /* latest */
    uint16_t acked;      /* by the other */
    uint32_t src_conid, dst_conid;
    nisca_cnx_sent_t sent[NUMBERS_KEPT];
} nisca_cnx_way_t;

typedef struct {
    nisca_cnx_way_t ways[2]; /* of the node with the lower address, of the other */
} nisca_cnx_pair_t;

static uint64_t
nisca_cnx_pair_key(uint64_t realm, const nisca_cnx_node_t *one, const nisca_cnx_node_t *other)
{
    return sightings_mix(sightings_mix(MIN(one->addr, other->addr), MAX(one->addr, other->addr)),
                         realm);
}

static nisca_cnx_pair_t *
nisca_cnx_pair(const nisca_cnx_frame_t *frame)
{
    return nisca_cnx_obtain(&nisca_cnx_state->pairs,
                            nisca_cnx_pair_key(frame->realm, frame->src, frame->dst),
                            sizeof(nisca_cnx_pair_t), NISCA_CNX_MAX_PAIRS);
}

static unsigned
nisca_cnx_way_of(const nisca_cnx_node_t *from, const nisca_cnx_node_t *to)
{
    return from->addr > to->addr;
}

static nisca_cnx_sent_t *
nisca_cnx_sent(nisca_cnx_way_t *way, uint16_t number)
{
    return &way->sent[number % NUMBERS_KEPT];
}

/* The other acknowledges more than the capture has of a node: it lacks messages. */
static bool
nisca_cnx_lacks(const nisca_cnx_way_t *way)
{
    return way->has_number && way->has_acked && (int16_t)(way->acked - way->number) > 0;
}

/* Somebody's acknowledgment is the last message, and nobody acknowledges that. */
static bool
nisca_cnx_owes_more_than_acks(nisca_cnx_way_t *way, uint16_t owed)
{
    for (uint16_t i = 0; i < owed; i++) {
        uint16_t number = (uint16_t)(way->number - i);
        const nisca_cnx_sent_t *sent = nisca_cnx_sent(way, number);

        if (sent->frame != 0 && sent->number == number && !sent->is_ack) {
            return true;
        }
    }
    return false;
}

/* What nobody acknowledged when the connection is made afresh.  Where the new
 * count is seen first, the old one may have gone on outside the capture; where messages
 * of the other are missing, they may have been acknowledgments. */
static void
nisca_cnx_say_owed(const nisca_cnx_frame_t *frame, nisca_cnx_way_t *way,
                   const nisca_cnx_way_t *back, const nisca_cnx_node_t *from,
                   const nisca_cnx_node_t *to)
{
    uint16_t next = (uint16_t)(way->acked + 1), owed = (uint16_t)(way->number - way->acked);
    const nisca_cnx_sent_t *first = nisca_cnx_sent(way, next);
    const nisca_cnx_sent_t *last = nisca_cnx_sent(way, way->number);

    if (!way->has_number || !way->has_acked || owed >= NUMBERS_BACK || nisca_cnx_lacks(back)
        || frame->when - last->when > OWED_WITHIN || !nisca_cnx_owes_more_than_acks(way, owed)) {
        return;
    }
    nisca_cnx_find(NISCA_CNX_FOUND_UNACKED, first->number == next ? first->frame : 0, owed);
    nisca_cnx_tell(from, owed == 1
                             ? wmem_strdup_printf(wmem_file_scope(),
                                                  "Message %u of %s was never acknowledged by %s",
                                                  next, nisca_cnx_label(from), nisca_cnx_label(to))
                             : wmem_strdup_printf(wmem_file_scope(),
                                                  "Messages %u to %u of %s were never acknowledged "
                                                  "by %s",
                                                  next, way->number, nisca_cnx_label(from),
                                                  nisca_cnx_label(to)));
}

static void
nisca_cnx_begin_count(nisca_cnx_way_t *way)
{
    *way = (nisca_cnx_way_t){ .is_heard = way->is_heard,
                              .src_conid = way->src_conid,
                              .dst_conid = way->dst_conid };
}

/* --- Connections -------------------------------------------------------------------- */

static void
nisca_cnx_connect(const nisca_cnx_frame_t *frame, nisca_cnx_pair_t *pair)
{
    unsigned idx = nisca_cnx_way_of(frame->src, frame->dst);

    if (frame->cnx->connect_type == NISCA_CNX_INITIAL) {
        nisca_cnx_say_owed(frame, &pair->ways[idx], &pair->ways[1 - idx], frame->src,
                           frame->dst);
        nisca_cnx_say_owed(frame, &pair->ways[1 - idx], &pair->ways[idx], frame->dst,
                           frame->src);
        nisca_cnx_begin_count(&pair->ways[0]);
        nisca_cnx_begin_count(&pair->ways[1]);
        return;
    }
    if (frame->cnx->connect_type != NISCA_CNX_RECONNECT) {
        return;
    }
    pair->ways[0].may_resend = pair->ways[1].may_resend = true;
    pair->ways[0].is_reconnected = pair->ways[1].is_reconnected = true;
    pair->ways[1 - idx].acked = (uint16_t)frame->cnx->received;
    pair->ways[1 - idx].has_acked = true;
    if (frame->message->scs_type == 0) { /* CONNECT_REQ: once for both */
        nisca_cnx_tell(frame->src,
                       wmem_strdup_printf(wmem_file_scope(),
                                          "%s asks to make its connection to %s again; it has "
                                          "received messages up to %u",
                                          nisca_cnx_label(frame->src), nisca_cnx_label(frame->dst),
                                          frame->cnx->received));
    }
}

bool
nisca_cnx_hears(uint64_t realm, const nisca_cnx_node_t *from, const nisca_cnx_node_t *to,
                int64_t since)
{
    const nisca_cnx_pair_t *pair =
        lookup_find(&nisca_cnx_state->pairs, nisca_cnx_pair_key(realm, from, to));
    const nisca_cnx_way_t *way = pair != NULL ? &pair->ways[nisca_cnx_way_of(from, to)] : NULL;

    return way != NULL && way->is_heard && !nisca_cnx_lacks(way)
           && !(way->has_gap && way->gap > since);
}

void
nisca_cnx_follow_connection(const nisca_cnx_frame_t *frame)
{
    nisca_cnx_pair_t *pair;

    if (frame->cnx == NULL || !frame->cnx->has_connect) {
        return;
    }
    pair = nisca_cnx_pair(frame);
    if (pair != NULL) {
        nisca_cnx_connect(frame, pair);
    }
}

/* --- Messages ----------------------------------------------------------------------- */

static void
nisca_cnx_resent(const nisca_cnx_frame_t *frame, const nisca_cnx_sent_t *first)
{
    wmem_strbuf_t *text = wmem_strbuf_new(wmem_file_scope(), nisca_cnx_label(frame->src));

    nisca_cnx_find(NISCA_CNX_FOUND_RESENT, frame->was_seen ? first->frame : 0,
                   frame->was_seen ? frame->when - first->when : 0);
    wmem_strbuf_append_printf(text, " sends %s (number %u) to %s again",
                              frame->cnx->name != NULL ? frame->cnx->name : "ACK", frame->cnx->seq,
                              nisca_cnx_label(frame->dst));
    if (frame->was_seen) {
        wmem_strbuf_append(text, ", ");
        nisca_cnx_say_time(text, frame->when - first->when);
        wmem_strbuf_append(text, " later");
    }
    wmem_strbuf_append(text, ": it was lost with the connection before");
    nisca_cnx_tell(frame->src, wmem_strbuf_get_str(text));
}

/* Another connection, whose request is not in the capture. */
static void
nisca_cnx_note_conids(nisca_cnx_way_t *way, const nisca_message_t *message)
{
    if (way->has_number
        && (way->src_conid != message->src_conid || way->dst_conid != message->dst_conid)) {
        way->may_resend = true;
    }
    way->src_conid = message->src_conid;
    way->dst_conid = message->dst_conid;
}

static bool
nisca_cnx_is_new_count(const nisca_cnx_way_t *way, const nisca_cnx_t *cnx)
{
    int16_t step = (int16_t)(cnx->seq - way->number);

    return way->has_number
           && (step <= -NUMBERS_BACK
               || (step <= 0 && cnx->has_status && cnx->seq <= FIRST_NUMBERS));
}

/* What a message that is sent again has in common with the first one.  An ACK has
 * nothing but its numbers. */
static uint64_t
nisca_cnx_content(const nisca_cnx_t *cnx)
{
    uint64_t kind = (uint64_t)cnx->facility << 9 | cnx->function << 1 | cnx->is_answer;

    return cnx->facility == NISCA_FACILITY_ACK
               ? 0
               : sightings_mix(sightings_mix(kind, cnx->rspid),
                               (uint64_t)cnx->xtn_id << 32 | cnx->step);
}

/* A message of an old number comes again; or is another one, of a count whose
 * beginning is not in the capture. */
static bool
nisca_cnx_comes_again(nisca_cnx_frame_t *frame, nisca_cnx_way_t *way)
{
    const nisca_cnx_sent_t *sent = nisca_cnx_sent(way, (uint16_t)frame->cnx->seq);

    if (sent->frame == 0 || sent->number != (uint16_t)frame->cnx->seq) {
        return way->is_reconnected;
    }
    frame->was_seen = sent->content == nisca_cnx_content(frame->cnx);
    return frame->was_seen;
}

static void
nisca_cnx_count_on(const nisca_cnx_frame_t *frame, nisca_cnx_way_t *way)
{
    uint16_t number = (uint16_t)frame->cnx->seq;

    if (way->has_number && (uint16_t)(number - way->number) > 1) {
        way->has_gap = true;
        way->gap = frame->when;
    }
    way->may_resend = way->is_reconnected = false;
    way->has_number = true;
    way->number = number;
    *nisca_cnx_sent(way, number) =
        (nisca_cnx_sent_t){ .frame = frame->frame, .when = frame->when, .number = number,
                            .content = nisca_cnx_content(frame->cnx),
                            .is_ack = frame->cnx->facility == NISCA_FACILITY_ACK };
}

static void
nisca_cnx_count(nisca_cnx_frame_t *frame, nisca_cnx_way_t *way)
{
    bool is_back = way->has_number && (int16_t)(frame->cnx->seq - way->number) <= 0;

    if (is_back && way->may_resend) {
        if (nisca_cnx_comes_again(frame, way)) {
            frame->is_resent = true;
            nisca_cnx_resent(frame, nisca_cnx_sent(way, (uint16_t)frame->cnx->seq));
            return;
        }
        nisca_cnx_begin_count(way);
        is_back = false;
    }
    if (!is_back) {
        nisca_cnx_count_on(frame, way);
    }
}

void
nisca_cnx_follow_number(nisca_cnx_frame_t *frame)
{
    nisca_cnx_pair_t *pair = nisca_cnx_pair(frame);
    unsigned idx = nisca_cnx_way_of(frame->src, frame->dst);
    nisca_cnx_way_t *way, *back;

    if (pair == NULL) {
        return;
    }
    way = &pair->ways[idx];
    back = &pair->ways[1 - idx];
    if (nisca_cnx_is_new_count(way, frame->cnx)) {
        nisca_cnx_begin_count(way);
    }
    nisca_cnx_note_conids(way, frame->message);
    way->is_heard = true;
    back->acked = (uint16_t)frame->cnx->ackseq;
    back->has_acked = true;
    nisca_cnx_count(frame, way);
}
