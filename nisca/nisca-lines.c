/* nisca-lines.c
 * Messages that wait for their acknowledgment, in each direction of a circuit: the
 * longest wait, the channel that lost what is sent again, and circuits that break.
 *
 * A circuit that ends without BYE ends by a timer: a message was sent again and again, and
 * never acknowledged for 16 s (TIMVCFAIL).  It may start over with START, or not at all.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "nisca-paths.h"
#include "nisca-state.h"

#include "feeds.h"

/* More messages than any node has under way: its window is 31 at most. */
#define WAITING_MAX 64

/* What comes again so soon was copied on its way. */
#define COPIED_WITHIN (50 * NS_PER_MS)

/* Nodes send a message again within 3 s. */
#define REPEATED_WITHIN (3 * NS_PER_S)

/* A circuit is given up after 16 s.  Where nothing was sent again for so long, it was. */
#define GIVEN_UP_AFTER (16 * NS_PER_S)
#define QUIET_FOR (8 * NS_PER_S)

/* A sender whose receiver lives tries until shortly before that.  Who stops sooner may have
 * gone on by a LAN that was not captured. */
#define TRIED_FOR (8 * NS_PER_S)

/* One loss costs 3 s at most, as nodes send a message again then; their clocks tick.  A message
 * that waits longer was lost more than once. */
#define WAITS_LONG (7 * NS_PER_S / 2)

/* What is sent again wants its ACK at once, and an ACK waits for a tick of a second at most: one
 * that comes later may not be the first. */
#define ACKED_WITHIN NS_PER_S

/* Directions that are looked at until they go on. */
#define STUCK_MAX 64

typedef struct {
    int64_t when;      /* of the first transmission, and the latest: */
    int64_t last_time;
    uint32_t number;
    uint32_t frame, feed; /* of the first */
    nisca_route_t routes[NISCA_ROUTES]; /* that it went, the first one first */
    nisca_path_t *path; /* that it went first, or NULL */
    uint16_t tries;
    bool is_stale;     /* see nisca_path_is_stale(): all transmissions */
    bool is_again;     /* the latest had REXMT */
    bool is_partial;   /* the first had, too */
} nisca_waiting_message_t;

/* What one node sends to another. */
struct nisca_line {
    nisca_presence_t *from, *to;
    const observed_cluster_t *cluster;
    uint32_t byes;      /* of both nodes, when last looked at */
    uint32_t first, count;
    int64_t longest;    /* wait for an ACK so far */
    int64_t told_at;    /* when a long wait was told, 0: never */
    repeats_t breaks;
    uint32_t last_break; /* 1 + its index; 0: none */
    uint32_t broken;    /* that of the break since which nothing was acknowledged; 0: it works */
    int64_t newest;     /* time of the newest message: its first transmission */
    bool is_extended;   /* numbers have 32 bits, else 16 */
    bool has_acks;      /* the receiver's ACKs are in the file */
    bool is_stuck;      /* among the directions to look at */
    nisca_waiting_message_t *waiting; /* WAITING_MAX of them, from `first` on; or NULL */
};

static nisca_waiting_message_t *
nisca_waiting_at(nisca_line_t *line, uint32_t i)
{
    return &line->waiting[(line->first + i) % WAITING_MAX];
}

/* How far `number` is ahead of `other`. */
static int32_t
nisca_ahead(const nisca_line_t *line, uint32_t number, uint32_t other)
{
    return line->is_extended ? (int32_t)(number - other) : (int16_t)(number - other);
}

static void
nisca_line_reset(nisca_line_t *line)
{
    line->first = (line->first + line->count) % WAITING_MAX;
    line->count = 0;
    line->has_acks = false;
}

static uint64_t
nisca_line_key(const nisca_frame_t *frame, uint64_t from, uint64_t to)
{
    uint64_t cluster = sightings_mix(nisca_scope(frame), frame->message->group);

    return sightings_mix(sightings_mix(cluster, from), to);
}

/* Of a transport message. */
static nisca_line_t *
nisca_line(const nisca_frame_t *frame, uint64_t from, uint64_t to)
{
    nisca_line_t *line = lookup_obtain(&nisca_state->lines, nisca_line_key(frame, from, to),
                                       sizeof *line, NISCA_MAX_LINES);
    uint32_t byes;

    if (line == NULL) {
        first_pass_tell_limit(&nisca_state->pass);
        return NULL;
    }
    if (line->from == NULL) {
        line->cluster = frame->seen.cluster;
        line->from = nisca_presence(frame, from);
        line->to = nisca_presence(frame, to);
    }
    if (line->from == NULL || line->to == NULL) {
        return NULL;
    }
    byes = nisca_presence_byes(line->from) + nisca_presence_byes(line->to);
    if (byes != line->byes || line->is_extended != frame->message->numbers_extended) {
        nisca_line_reset(line);
        line->broken = 0;
        line->byes = byes;
        line->is_extended = frame->message->numbers_extended;
    }
    return line;
}

/* A sender that sends new messages, but the message not again, has its ACK: it did not come
 * by here, as by another LAN or a port that shows one direction. */
static bool
nisca_is_acked_elsewhere(const nisca_line_t *line, const nisca_waiting_message_t *message)
{
    return line->newest - message->last_time > REPEATED_WITHIN;
}

/* --- Broken ---------------------------------------------------------------------------- */

const nisca_unacked_t *
nisca_break_at(uint32_t idx)
{
    return wmem_array_index(nisca_state->breaks, idx);
}

static nisca_unacked_t
nisca_unacked(const nisca_frame_t *frame, const nisca_line_t *line,
              const nisca_waiting_message_t *message)
{
    nisca_unacked_t unacked = { .from = nisca_presence_address(line->from),
                                .to = nisca_presence_address(line->to),
                                .when = message->when,
                                .trying = message->last_time - message->when,
                                .cluster = frame->seen.cluster,
                                .number = message->number,
                                .frame = message->frame,
                                .feed = message->feed,
                                .tries = message->tries,
                                .is_partial = message->is_partial,
                                .heard = nisca_presence_heard(line->to, message->when,
                                                              frame->when) };

    memcpy(unacked.routes, message->routes, sizeof unacked.routes);
    return unacked;
}

static void
nisca_list_broken(nisca_line_t *line)
{
    if (nisca_state->broken_lines == NULL) {
        nisca_state->broken_lines = wmem_array_new(wmem_file_scope(), sizeof(nisca_line_t *));
    }
    if (line->last_break == 0) {
        wmem_array_append_one(nisca_state->broken_lines, line);
    }
}

/* A node that said BYE has ended its circuits. */
bool
nisca_breaks_at(unsigned idx, nisca_breaks_t *breaks)
{
    wmem_array_t *lines = nisca_state->broken_lines;
    const nisca_line_t *line;
    const nisca_unacked_t *last;
    bool is_open;

    if (lines == NULL || idx >= wmem_array_get_count(lines)) {
        return false;
    }
    line = *(nisca_line_t **)wmem_array_index(lines, idx);
    last = nisca_break_at(line->last_break - 1);
    is_open = line->broken != 0
              && line->byes == nisca_presence_byes(line->from) + nisca_presence_byes(line->to);
    *breaks = (nisca_breaks_t){ .from = last->from, .to = last->to, .cluster = last->cluster,
                                .breaks = line->breaks,
                                .open = is_open ? nisca_break_at(line->broken - 1) : NULL };
    return true;
}

/* The first message that was not acknowledged proves it, if acknowledgments of messages
 * before it are in the file. */
static void
nisca_tell_break(const nisca_frame_t *frame, nisca_line_t *line)
{
    const nisca_waiting_message_t *message;
    nisca_unacked_t broken;

    if (line->count == 0 || !line->has_acks) {
        return;
    }
    message = nisca_waiting_at(line, 0);
    if (message->when < nisca_presence_watched_from(line->from)
        || nisca_is_acked_elsewhere(line, message)
        || (message->tries < 2 && frame->when - message->when < REPEATED_WITHIN)) {
        return;
    }
    nisca_list_broken(line);
    repeats_add(&line->breaks, message->frame, message->when);
    broken = nisca_unacked(frame, line, message);
    broken.breaks = line->breaks;
    broken.breaks.longest = 0; /* the end of the file says it */
    if (nisca_state->breaks == NULL) {
        nisca_state->breaks = wmem_array_new(wmem_file_scope(), sizeof broken);
    }
    wmem_array_append_one(nisca_state->breaks, broken);
    line->last_break = wmem_array_get_count(nisca_state->breaks);
    nisca_found(NISCA_FOUND_BROKEN, line->last_break - 1, frame->when - message->when);
    if (line->broken == 0) {
        line->broken = line->last_break;
    }
    nisca_line_reset(line);
}

/* The frame answers STACK, or acknowledges a message that was sent since.  A circuit that broke in
 * both directions is told once. */
static void
nisca_look_for_repair(const nisca_frame_t *frame)
{
    nisca_line_t *lines[2] = { nisca_line(frame, frame->src, frame->dst),
                               nisca_line(frame, frame->dst, frame->src) };
    uint32_t since = 0;

    for (unsigned i = 0; i < 2; i++) {
        uint32_t broken = lines[i] != NULL ? lines[i]->broken : 0;

        if (broken != 0) {
            const nisca_unacked_t *message = nisca_break_at(broken - 1);

            repeats_lasts(&lines[i]->breaks, message->frame, frame->when - message->when);
            lines[i]->broken = 0;
            since = since == 0 || message->when < nisca_break_at(since - 1)->when ? broken : since;
        }
    }
    if (since != 0) {
        nisca_found(NISCA_FOUND_WORKS_AGAIN, since - 1,
                    frame->when - nisca_break_at(since - 1)->when);
    }
}

/* A clone on another VLAN has a node of the same address. */
static bool
nisca_is_of_sender(const nisca_frame_t *frame, const nisca_line_t *line)
{
    return nisca_presence_address(line->from) == frame->src
           && nisca_realm(line->cluster, (uint32_t)line->cluster->group)
                  == nisca_realm(frame->seen.cluster, frame->message->group);
}

static bool
nisca_is_given_up(const nisca_frame_t *frame, nisca_line_t *line)
{
    const nisca_waiting_message_t *message;

    if (line->count == 0 || !nisca_is_of_sender(frame, line)) {
        return false;
    }
    message = nisca_waiting_at(line, 0);
    return frame->when - message->when >= GIVEN_UP_AFTER
           && frame->when - message->last_time >= QUIET_FOR
           && (message->last_time - message->when >= TRIED_FOR
               || nisca_presence_heard(line->to, message->when, frame->when)
                      == NISCA_HEARD_NOTHING);
}

/* Circuits that end, and do not start over: their sender lives, but tries no more. */
static void
nisca_look_at_stuck(const nisca_frame_t *frame)
{
    unsigned kept = 0;

    for (unsigned i = 0; i < nisca_state->stuck_count; i++) {
        nisca_line_t *line = nisca_state->stuck[i];

        if (nisca_is_given_up(frame, line)) {
            nisca_tell_break(frame, line);
            line->count = 0;
        }
        line->is_stuck = line->count > 0 && nisca_waiting_at(line, 0)->tries > 1;
        if (line->is_stuck) {
            nisca_state->stuck[kept++] = line;
        }
    }
    nisca_state->stuck_count = kept;
}

static void
nisca_note_stuck(nisca_line_t *line)
{
    if (nisca_state->stuck == NULL) {
        nisca_state->stuck = wmem_alloc0_array(wmem_file_scope(), nisca_line_t *, STUCK_MAX);
    }
    if (!line->is_stuck && nisca_state->stuck_count < STUCK_MAX) {
        line->is_stuck = true;
        nisca_state->stuck[nisca_state->stuck_count++] = line;
    }
}

/* --- Stuck ------------------------------------------------------------------------------ */

bool
nisca_lines_stuck(const nisca_frame_t *frame, nisca_unacked_t *stuck)
{
    uint64_t nodes[2] = { frame->src, frame->dst };
    bool is_stuck = false;

    for (unsigned i = 0; i < 2; i++) {
        nisca_line_t *line = lookup_find(&nisca_state->lines,
                                         nisca_line_key(frame, nodes[i], nodes[1 - i]));
        const nisca_waiting_message_t *message =
            line != NULL && line->count > 0 ? nisca_waiting_at(line, 0) : NULL;

        if (message != NULL && message->tries > 1 && line->has_acks
            && !nisca_is_acked_elsewhere(line, message)
            && (!is_stuck || message->when < stuck->when)) {
            *stuck = nisca_unacked(frame, line, message);
            is_stuck = true;
        }
    }
    return is_stuck;
}

/* --- Waited -------------------------------------------------------------------------------- */

const nisca_wait_t *
nisca_wait_at(uint32_t idx)
{
    return wmem_array_index(nisca_state->waits, idx);
}

/* Until when a message is known to have waited: its sender sends it again only as long as it has
 * no ACK for it. */
static int64_t
nisca_waited_until(const nisca_frame_t *frame, const nisca_line_t *line,
                   const nisca_waiting_message_t *message)
{
    if (!message->is_again || message->when < nisca_presence_watched_from(line->from)) {
        return message->when;
    }
    return frame->when - message->last_time <= ACKED_WITHIN ? frame->when : message->last_time;
}

/* What waited while a long wait was told belongs to that, and is told again if it goes on for as
 * long. */
static bool
nisca_waited_long(const nisca_line_t *line, const nisca_waiting_message_t *message, int64_t until)
{
    return until - MAX(message->when, line->told_at) > WAITS_LONG;
}

/* Whether the receiver waits, too: then the event of one direction tells both. */
static void
nisca_note_way_back(const nisca_frame_t *frame, nisca_wait_t *wait)
{
    nisca_line_t *back = nisca_line(frame, frame->src, frame->dst);
    const nisca_waiting_message_t *message =
        back != NULL && back->count > 0 ? nisca_waiting_at(back, 0) : NULL;

    if (message != NULL && message->is_again
        && message->when >= nisca_presence_watched_from(back->from)
        && nisca_waited_long(back, message, message->last_time)) {
        wait->back_frame = message->frame;
        wait->back_number = message->number;
        back->told_at = frame->when;
    }
}

static void
nisca_tell_wait(const nisca_frame_t *frame, nisca_line_t *line, uint32_t first, uint32_t covered,
                int64_t until)
{
    const nisca_waiting_message_t *message = nisca_waiting_at(line, first);
    nisca_wait_t wait = { .message = nisca_unacked(frame, line, message),
                          .is_partial = message->is_partial || until < frame->when };

    while (first < covered && nisca_waited_long(line, nisca_waiting_at(line, first++), until)) {
        wait.count++;
    }
    nisca_note_way_back(frame, &wait);
    if (nisca_state->waits == NULL) {
        nisca_state->waits = wmem_array_new(wmem_file_scope(), sizeof wait);
    }
    wmem_array_append_one(nisca_state->waits, wait);
    nisca_found(NISCA_FOUND_WAITED, wmem_array_get_count(nisca_state->waits) - 1,
                until - message->when);
    line->told_at = frame->when;
}

/* The first of the messages that this frame acknowledges which is known to have waited long;
 * those behind it waited with it. */
static void
nisca_look_for_wait(const nisca_frame_t *frame, nisca_line_t *line, uint32_t covered)
{
    for (uint32_t i = 0; i < covered; i++) {
        const nisca_waiting_message_t *message = nisca_waiting_at(line, i);
        int64_t until = nisca_waited_until(frame, line, message);

        if (nisca_waited_long(line, message, until)) {
            nisca_tell_wait(frame, line, i, covered, until);
            return;
        }
    }
}

/* --- Sent and acknowledged --------------------------------------------------------------- */

void
nisca_lines_note_copy(const nisca_frame_t *frame)
{
    uint32_t place = frame->seen.place, first = feed_at(frame->seen.first.feed)->place;

    if (place < NISCA_PLACES && first < NISCA_PLACES) {
        nisca_state->at_one_lan[place] |= UINT32_C(1) << first;
        nisca_state->at_one_lan[first] |= UINT32_C(1) << place;
    }
}

static bool
nisca_are_at_one_lan(uint32_t place, uint32_t other)
{
    return place < NISCA_PLACES && other < NISCA_PLACES
           && (nisca_state->at_one_lan[place] & UINT32_C(1) << other) != 0;
}

static bool
nisca_is_one_lan(uint32_t feed, uint32_t other, bool by_place)
{
    const feed_t *one, *two;

    if (feed == other) {
        return true;
    }
    one = feed_at(feed);
    two = feed_at(other);
    return one->key.vlan == two->key.vlan && one->key.tunnel == two->key.tunnel
           && (one->place == two->place
               || (!by_place && nisca_are_at_one_lan(one->place, two->place)));
}

void
nisca_route_count(nisca_route_t *routes, uint32_t path, uint32_t feed, bool by_place)
{
    for (unsigned i = 0; i < NISCA_ROUTES; i++) {
        nisca_route_t *route = &routes[i];

        if (route->tries == 0) {
            *route = (nisca_route_t){ .path = path, .feed = feed };
        }
        if (route->path == path && nisca_is_one_lan(route->feed, feed, by_place)) {
            route->is_mixed |= feed_at(route->feed)->place != feed_at(feed)->place;
            route->tries++;
            return;
        }
    }
}

/* What was acknowledged, or given up, stays until others need its place. */
static const nisca_waiting_message_t *
nisca_find_done(const nisca_line_t *line, uint32_t number)
{
    for (uint32_t i = 1; line->waiting != NULL && i <= WAITING_MAX - line->count; i++) {
        const nisca_waiting_message_t *message =
            &line->waiting[(line->first + WAITING_MAX - i) % WAITING_MAX];

        if (message->frame == 0 || message->number == number) {
            return message->frame != 0 ? message : NULL;
        }
    }
    return NULL;
}

static nisca_waiting_message_t *
nisca_find_waiting(nisca_line_t *line, uint32_t number)
{
    for (uint32_t i = line->count; i > 0; i--) {
        nisca_waiting_message_t *message = nisca_waiting_at(line, i - 1);

        if (message->number == number) {
            return message;
        }
        if (nisca_ahead(line, number, message->number) > 0) {
            return NULL;
        }
    }
    return NULL;
}

static void
nisca_sent_again(nisca_frame_t *frame, nisca_line_t *line, nisca_path_t *path,
                 nisca_waiting_message_t *message)
{
    bool is_again = (frame->message->flags & NISCA_TR_REXMT) != 0;

    if (is_again == message->is_again && frame->when - message->last_time < COPIED_WITHIN) {
        return;
    }
    message->tries++;
    nisca_route_count(message->routes, nisca_path_number(path), frame->seen.at.feed, false);
    message->is_again = is_again;
    message->last_time = frame->when;
    message->is_stale &= nisca_path_is_stale(path, frame);
    if (is_again) {
        frame->lost_on = nisca_path_number(message->path);
        nisca_found(NISCA_FOUND_LOST_ON, message->frame, frame->lost_on);
    }
    if (is_again && message->is_stale) {
        nisca_found(NISCA_FOUND_STALE, 0, nisca_path_tell_stale(path));
    }
    nisca_note_stuck(line);
}

static void
nisca_sent_new(const nisca_frame_t *frame, nisca_line_t *line, nisca_path_t *path)
{
    uint32_t number = frame->message->seq;
    bool is_again = (frame->message->flags & NISCA_TR_REXMT) != 0;
    nisca_waiting_message_t *message;

    if (line->count > 0
        && nisca_ahead(line, number, nisca_waiting_at(line, line->count - 1)->number) < 0) {
        return; /* came late */
    }
    if (line->waiting == NULL) {
        line->waiting = wmem_alloc0_array(wmem_file_scope(), nisca_waiting_message_t, WAITING_MAX);
    }
    if (line->count == WAITING_MAX) {
        line->first = (line->first + 1) % WAITING_MAX;
        line->count--;
        line->has_acks = false; /* no longer in the file */
    }
    line->newest = frame->when;
    message = nisca_waiting_at(line, line->count++);
    *message = (nisca_waiting_message_t){
        .when = frame->when, .last_time = frame->when, .number = number, .frame = frame->frame,
        .feed = frame->seen.at.feed, .path = path, .tries = 1,
        .is_stale = nisca_path_is_stale(path, frame),
        .is_again = is_again, .is_partial = is_again };
    nisca_route_count(message->routes, nisca_path_number(path), frame->seen.at.feed, false);
}

static void
nisca_line_sent(nisca_frame_t *frame, nisca_line_t *line, nisca_path_t *path)
{
    nisca_waiting_message_t *message = nisca_find_waiting(line, frame->message->seq);
    const nisca_waiting_message_t *done =
        message == NULL && frame->message->flags & NISCA_TR_REXMT
            ? nisca_find_done(line, frame->message->seq)
            : NULL;

    if (done != NULL && frame->when - done->when <= GIVEN_UP_AFTER) {
        frame->lost_on = nisca_path_number(done->path);
    }
    if (message != NULL) {
        nisca_sent_again(frame, line, path, message);
    } else {
        nisca_sent_new(frame, line, path);
    }
}

/* The longest wait of a direction is said each time it grows. */
static void
nisca_line_acked(const nisca_frame_t *frame, nisca_line_t *line)
{
    const nisca_waiting_message_t *oldest;
    uint32_t covered = 0;

    line->has_acks = true;
    if (line->count == 0) {
        return;
    }
    oldest = nisca_waiting_at(line, 0);
    while (covered < line->count
           && nisca_ahead(line, nisca_waiting_at(line, covered)->number, frame->message->ack)
                  <= 0) {
        if (nisca_waiting_at(line, covered++)->is_stale) {
            nisca_path_accept(nisca_waiting_at(line, covered - 1)->path);
        }
    }
    if (covered > 0 && frame->when - oldest->when > line->longest
        && !nisca_is_acked_elsewhere(line, oldest)) {
        line->longest = frame->when - oldest->when;
        nisca_found(NISCA_FOUND_LONGEST_WAIT, oldest->frame, line->longest);
    }
    if (covered > 0 && line->broken != 0) {
        nisca_look_for_repair(frame);
    }
    if (covered > 0 && frame->when - oldest->when > WAITS_LONG) {
        nisca_look_for_wait(frame, line, covered);
    }
    line->first = (line->first + covered) % WAITING_MAX;
    line->count -= covered;
}

/* --- One frame ------------------------------------------------------------------------------ */

static void
nisca_lines_start_over(const nisca_frame_t *frame)
{
    nisca_line_t *lines[2] = { nisca_line(frame, frame->src, frame->dst),
                               nisca_line(frame, frame->dst, frame->src) };

    for (unsigned i = 0; i < 2; i++) {
        if (lines[i] != NULL) {
            nisca_tell_break(frame, lines[i]);
            nisca_line_reset(lines[i]);
        }
    }
}

static void
nisca_lines_follow(nisca_frame_t *frame, nisca_path_t *path)
{
    const nisca_message_t *message = frame->message;
    nisca_line_t *line = message->has_seq ? nisca_line(frame, frame->src, frame->dst) : NULL;

    if (line != NULL) {
        nisca_line_sent(frame, line, path);
    }
    line = message->has_ack ? nisca_line(frame, frame->dst, frame->src) : NULL;
    if (line != NULL) {
        nisca_line_acked(frame, line);
    }
}

void
nisca_lines_analyse(nisca_frame_t *frame, nisca_path_t *path)
{
    const nisca_message_t *message = frame->message;

    if (nisca_state->stuck_count > 0) {
        nisca_look_at_stuck(frame);
    }
    if (!message->has_tr) {
        return;
    }
    if (message->has_ppd && message->ppd_type == NISCA_PPD_START) {
        nisca_lines_start_over(frame);
    } else if (message->has_ppd && message->ppd_type == NISCA_PPD_ACK) {
        nisca_look_for_repair(frame);
    } else {
        nisca_lines_follow(frame, path);
    }
}
