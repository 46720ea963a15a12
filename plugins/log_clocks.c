/* log_clocks.c
 * How far the clocks of logs are from those of the packets.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "log_clocks.h"

#include "capture_point.h"
#include "log_words.h"

/* So many are compared; later ones are not. */
#define DEATHS_MAX 64
#define NAME_SIZE 64

/* A log that is further off has another year or zone, which has its own options. */
#define AHEAD_AT_MOST (3600 * NS_PER_S)

/* Less is what the network, and the kernel's log daemon, take. */
#define AHEAD_AT_LEAST (NS_PER_S / 4)

typedef struct {
    int64_t when;
    uint32_t frame;
    bool is_told;
    char host[NAME_SIZE]; /* whose log; "": the packets */
    char node[NAME_SIZE]; /* who died: a name in a log; in packets "3 (mark)", or "3" until a name
                             is on the wire */
} death_t;

static death_t deaths[DEATHS_MAX];
static unsigned death_count;

void
log_clocks_reset(void)
{
    death_count = 0;
}

/* Whether packets mean the node that a log names: "3 (mark)", or "VAX3". */
static bool
is_same_node(const char *label, const char *name)
{
    const char *known = strchr(label, '(');
    size_t size = strlen(name);

    return strcmp(label, name) == 0
           || (known != NULL && strncmp(known + 1, name, size) == 0 && known[1 + size] == ')');
}

/* The packets may learn a node's name after its death: "3" was "3 (mark)".  True if so. */
static bool
learn_name(const char *label)
{
    const char *name = strstr(label, " (");
    bool is_new = false;

    for (unsigned i = 0; i < death_count && name != NULL; i++) {
        death_t *death = &deaths[i];
        size_t size = (size_t)(name - label);

        if (*death->host == '\0' && strlen(death->node) == size
            && strncmp(death->node, label, size) == 0) {
            g_strlcpy(death->node, label, NAME_SIZE);
            is_new = true;
        }
    }
    return is_new;
}

/* The only one of the packets' deaths that a line of a log may mean; NULL: none, or several. */
static const death_t *
find_partner(const death_t *line)
{
    const death_t *partner = NULL;

    for (unsigned i = 0; i < death_count; i++) {
        const death_t *death = &deaths[i];

        if (*death->host == '\0' && ABS(death->when - line->when) <= AHEAD_AT_MOST
            && is_same_node(death->node, line->node)) {
            if (partner != NULL) {
                return NULL;
            }
            partner = death;
        }
    }
    return partner;
}

/* Whole seconds may be up to one too early: half of one is the best guess. */
static int64_t
log_ahead(const death_t *line, const death_t *death)
{
    int64_t ahead = line->when - death->when;

    if (line->when % NS_PER_S != 0) {
        return ABS(ahead) >= AHEAD_AT_LEAST ? ahead : 0;
    }
    return ahead > AHEAD_AT_LEAST || ahead < -NS_PER_S - AHEAD_AT_LEAST ? ahead + NS_PER_S / 2 : 0;
}

static bool
propose(death_t *line, event_t *proposal)
{
    const death_t *death = find_partner(line);
    int64_t ahead = death != NULL ? log_ahead(line, death) : 0;
    char seconds[DECIMAL_SIZE];

    if (death == NULL) {
        return false;
    }
    line->is_told = true;
    if (ahead == 0) {
        return false;
    }
    *proposal = (event_t){ .cluster = "-", .node = line->host, .is_log = true };
    event_say(proposal, "%s's log is ", line->host);
    event_say_time(proposal, ABS(ahead));
    event_say(proposal, " %s: it removes %s in frame %u, the packets in frame %u; make its packets "
                        "again with -c %s", ahead > 0 ? "ahead" : "behind", line->node,
              line->frame, death->frame, info_decimal(seconds, -ahead, NS_PER_S, 1));
    return true;
}

static bool
is_host_told(const char *host)
{
    for (unsigned i = 0; i < death_count; i++) {
        if (deaths[i].is_told && strcmp(deaths[i].host, host) == 0) {
            return true;
        }
    }
    return false;
}

/* True if there is something new to compare. */
static bool
note_death(const event_t *event, int64_t when, uint32_t frame)
{
    death_t death = { .when = when, .frame = frame };

    if (!(event->is_log ? log_words_remove(event->words, death.node, NAME_SIZE)
                        : event->removed != NULL)) {
        return !event->is_log && learn_name(event->node);
    }
    if (death_count == DEATHS_MAX) {
        return false;
    }
    g_strlcpy(event->is_log ? death.host : death.node,
              event->is_log ? event->node : event->removed, NAME_SIZE);
    deaths[death_count++] = death;
    return true;
}

bool
log_clocks_note(const event_t *event, int64_t when, uint32_t frame, event_t *proposal)
{
    if (!note_death(event, when, frame)) {
        return false;
    }
    for (unsigned i = 0; i < death_count; i++) {
        if (*deaths[i].host != '\0' && !is_host_told(deaths[i].host)
            && propose(&deaths[i], proposal)) {
            return true;
        }
    }
    return false;
}
