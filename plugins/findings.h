/* findings.h
 * What the first pass found out about frames, kept for later passes.
 *
 * Only frames with something to say have findings: 16 bytes each, appended in
 * frame order, looked up by binary search.  No per-packet proto data, no
 * pointers to chase.  What a finding means is the protocol's business.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_FINDINGS_H
#define CLUSTER_FINDINGS_H

#include "event_words.h"
#include "info.h"
#include "wire.h"

/** One thing that is known about one frame. */
typedef struct {
    uint32_t frame;
    uint32_t ref;        /**< another frame, or an index of the protocol's own */
    int64_t value : 56;  /**< a time in nanoseconds (+-416 days), or a count */
    uint64_t kind : 8;   /**< the protocol's own numbering, from 1 */
} finding_t;

/** All findings of one protocol in one capture file. */
typedef struct findings findings_t;

/** An empty store that lives as long as the capture file. */
findings_t *findings_new(void);

/** Append a finding about `frame`, which must not be lower than the frame of
 *  the previous call.  `value` saturates.  The returned finding stays where it
 *  is, so that a later frame may fill in `ref` and `value` (acked in ...). */
finding_t *findings_add(findings_t *findings, uint32_t frame, uint8_t kind, uint32_t ref,
                        int64_t value);

/** Forget what was found about `frame`, the latest one.  To be called before a
 *  frame is analyzed: a frame that a read filter rejects on the first pass
 *  gives its number to the next one.  Findings that a later frame was to fill
 *  in stay in place, without a meaning: findings_at() never returns them. */
void findings_forget(findings_t *findings, uint32_t frame);

/** Index of the first finding of `frame`; use with findings_at(). O(log n). */
uint32_t findings_start(const findings_t *findings, uint32_t frame);

/** The finding at `idx` if it is about `frame`, else NULL:
 *      for (i = findings_start(f, n); (finding = findings_at(f, i, n)) != NULL; i++) */
const finding_t *findings_at(const findings_t *findings, uint32_t idx, uint32_t frame);

/** The first finding of `frame` of this kind, to be amended; or NULL.  O(log n). */
finding_t *findings_find(findings_t *findings, uint32_t frame, uint8_t kind);

/* --- The findings of one frame ---------------------------------------------- */

/** Kinds that a protocol may have, 0 included. */
#define FINDING_KINDS_MAX 64

/** Findings of one frame that are not kept, see found_add(). */
#define FOUND_LOOKED_UP_MAX 6

/** The findings of one frame by kind.  Valid as long as the capture file, but
 *  only until the next frame is analyzed where findings are still added. */
typedef struct {
    const findings_t *findings;
    uint32_t frame;
    uint64_t kinds;                    /**< bit k: there are findings of kind k */
    uint64_t several;                  /**< bit k: there are two or more */
    uint32_t first[FINDING_KINDS_MAX]; /**< index of the first of kind k, if there is one */
    finding_t looked_up[FOUND_LOOKED_UP_MAX];
    unsigned looked_up_count;
    bool is_idle;                      /**< see findings_look() */
} found_t;

/** Gather the findings of a frame; nothing if `findings` is NULL.  O(log n). */
void findings_gather(const findings_t *findings, uint32_t frame, found_t *found);

/** Gather what is to be said of a frame that shows what the frame `first` showed before:
 *  the findings of `first` about the wire, and those of `frame` about its place (the rows
 *  of `kinds` kinds say which are which).  Equal frames: all of them.  O(log n). */
struct finding_row;
void findings_gather_sighting(const findings_t *findings, const struct finding_row *rows,
                              unsigned kinds, uint32_t first, uint32_t frame, found_t *found);

/** Drop the findings of these kinds (bit k: kind k). */
void found_drop(found_t *found, uint64_t kinds);

/** Add a finding that the store does not keep, as every pass can look it up: what
 *  most frames have would cost 16 bytes each.  To be called after the gathering; does
 *  nothing where there is a finding of this kind. */
void found_add(found_t *found, uint8_t kind, uint32_t ref, int64_t value);

/** Add the later frame that belongs to `frame`, which shows this first; nothing if that has
 *  not come (0). */
void found_add_later(found_t *found, uint8_t kind, uint32_t frame, uint32_t later);

/** Add, as a finding of kind `as`, the frame that `frame` was found to have by kind `kind`;
 *  nothing if it has none. */
void found_borrow(found_t *found, uint32_t frame, unsigned kind, uint8_t as);

/** True if there is a finding of this kind. */
static inline bool
found_has(const found_t *found, unsigned kind)
{
    return (found->kinds >> kind & 1) != 0;
}

/** The first finding of this kind, or NULL. */
const finding_t *found_get(const found_t *found, unsigned kind);

/** What `*next` of found_next() is behind the only finding of a kind. */
#define FOUND_NO_MORE UINT32_MAX

/** All findings of this kind in turn; `*next` is 0 before the first call:
 *      for (next = 0; (finding = found_next(found, kind, &next)) != NULL;) */
const finding_t *found_next(const found_t *found, unsigned kind, uint32_t *next);

/* --- What a finding says ------------------------------------------------------ */

/** Puts a finding into words. */
struct finding_view;
typedef void finding_say_t(const struct finding_view *view, const finding_t *finding,
                           event_t *event);

/** Where findings are shown. */
typedef struct finding_view {
    const wire_t *w;
    const void *message;     /**< the protocol's own */
    const found_t *found;
    int hf, *ett;            /**< of the subtree */
    proto_tree *tree;        /**< NULL until findings_tree() */
    proto_item *item;        /**< shown last for this finding, or NULL */
    /** The frame to name here for a frame that was found; NULL: itself. */
    uint32_t (*link)(const struct finding_view *view, uint32_t frame);
} finding_view_t;

/** One kind of finding.  A protocol has a table of them by kind; its kinds are
 *  shown in that order. */
typedef struct finding_row {
    int *ref;             /**< FT_FRAMENUM: `ref`, an earlier frame; else NULL */
    int *later;           /**< FT_FRAMENUM: `ref`, a later frame, or 0 while it has not come */
    int *time;            /**< FT_RELATIVE_TIME: `value`, ns */
    int *number;          /**< FT_UINT: `value`, a count */
    expert_field *expert; /**< raised at the first item, or at the subtree where there is none */
    finding_say_t *text;  /**< of the expert item, with names; NULL: the registered one */
    const char *info;     /**< verdict in the Info column, without brackets */
    bool here;            /**< about the place, so of its own frame only; else about the wire:
                               shown at each sighting of the transmission */
    bool once;            /**< the expert item is raised at the first sighting only */
    bool floods;          /**< `value` counts copies, which a storm has in millions: the expert
                               item is raised at the second copy, and where a filter, a column
                               or the tree asks for it */
    /** What the columns above cannot say; called after them. */
    void (*show)(finding_view_t *view, const finding_t *finding);
    /** True where `show` and `words` have nothing to say to anybody: of most heartbeats.
     *  NULL: never. */
    bool (*is_idle)(const struct finding_view *view, const finding_t *finding);
    /** A verdict that needs numbers; in place of `info`. */
    void (*words)(info_t *info, const finding_t *finding);
    /** What happened, for the story of the file; NULL or no words: nothing of note. */
    finding_say_t *event;
} finding_row_t;

/** Note where a frame has nothing but one finding of which nothing is shown, said or told, as
 *  most heartbeats: the three functions that do so then need not ask.  `view` is as for
 *  findings_show(). */
void findings_look(const finding_view_t *view, const finding_row_t *rows, found_t *found);

/** Show the findings of a frame by the rows of `kinds` kinds, in a subtree that
 *  is made for the first item. */
void findings_show(finding_view_t *view, const finding_row_t *rows, unsigned kinds);

/** Append the verdicts of a frame to Info, each in brackets: " [Duplicate]". */
void findings_inform(const found_t *found, const finding_row_t *rows, unsigned kinds,
                     info_t *info);

/* For rows with a function of their own. */

/** The subtree of the findings. */
proto_tree *findings_tree(finding_view_t *view);

/** Items in the subtree; each becomes `view->item`.  `number` is also for frame
 *  numbers. */
proto_item *finding_number(finding_view_t *view, int hf, uint32_t number);
proto_item *finding_time(finding_view_t *view, int hf, int64_t ns);

/** The item of a frame that was found, by the number that it has here.  NULL if that is
 *  the frame itself. */
proto_item *finding_link(finding_view_t *view, int hf, uint32_t frame);

/** Raise an expert item at `view->item`, or at the subtree where there is none.
 *  `text` NULL: the registered one. */
void finding_expert(finding_view_t *view, expert_field *expert, const char *text);

/** Likewise, in the words of `say`; the registered ones where it has none. */
void finding_expert_said(finding_view_t *view, const finding_t *finding, expert_field *expert,
                         finding_say_t *say);

#endif
