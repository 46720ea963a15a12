/* wire.h
 * Tables of wire fields, walked into the protocol tree.
 *
 * A fixed layout is a `static const wire_field_t` table, ended by an empty
 * row; variable parts (counted lists, trailing names) are short functions
 * that use the same cursor.  The cursor never reads outside the message and
 * never throws: a field that does not fit stops it, and wire_end() reports
 * why.  So a dissector decodes what is there, analyzes it, and only then says
 * that something was missing.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_WIRE_H
#define CLUSTER_WIRE_H

#include "info.h"

#include <epan/expert.h>

/** "Set" or "Not set", for flags.  Wireshark has tfs_set_notset, but on Windows no
 *  static table can hold the address of what is in another module. */
extern const true_false_string wire_set_notset;

/** How the bytes of a field are shown. */
typedef enum {
    WIRE_LE,      /**< little-endian number of 1 to 8 bytes */
    WIRE_BE,      /**< big-endian number of 1 to 8 bytes */
    WIRE_HOST,    /**< number in the sender's own byte order, see wire_t.big_endian_sender */
    WIRE_BYTES,   /**< bytes in transmission order: opaque, unused, addresses */
    WIRE_TEXT,    /**< fixed-width text, up to a NUL if there is one */
    WIRE_PADDED,  /**< fixed-width text, padded with blanks that are not shown */
    WIRE_COUNTED  /**< a length byte, then text, in a slot of fixed width;
                       trailing blanks are not shown */
} wire_kind_t;

/** The named bits of a flag word: its subtree and its FT_BOOLEAN (or masked
 *  integer) fields, ended by NULL.  The collapsed line lists the set ones. */
typedef struct {
    int *ett;
    int *const *fields;
} wire_bits_t;

/** One field of a fixed layout.  A row without `hf` ends a table. */
typedef struct {
    int *hf;
    wire_kind_t kind;
    uint16_t size;           /**< bytes on the wire */
    uint16_t keep;           /**< WIRE_KEEP() of the member of the caller's message
                                  structure that receives the number; 0: not kept */
    const wire_bits_t *bits; /**< flag word: its bits, else NULL */
    int *also;               /**< a hidden field of the same bytes, so that one
                                  filter matches several fields; else NULL */
} wire_field_t;

/** Where a number is kept: in this uint32_t member of a message structure of
 *  this type.  Another type of member does not compile. */
#define WIRE_KEEP(type, member)                                                                    \
    (offsetof(type, member)                                                                        \
     + sizeof(char[sizeof(((type *)NULL)->member) == sizeof(uint32_t) ? 1 : -1]))

/** A cursor over one message.  Dissectors read `offset`, `tree` and the two
 *  verdicts, and may point `tree` at a subtree for a while. */
typedef struct {
    tvbuff_t *tvb;
    packet_info *pinfo;
    proto_tree *tree;
    proto_item *item;     /**< of the field shown last, for expert items; `tree`
                               itself if nobody looks at that field */
    unsigned offset;      /**< next byte that is not shown yet */
    unsigned end;         /**< end of the message by its reported length */
    unsigned captured;    /**< end of what was captured, before or behind it */
    bool too_short;       /**< the message itself ends inside a field */
    bool cut;             /**< the message is longer, but was not captured */
    bool big_endian_sender; /**< how WIRE_HOST numbers are read; the dissector sets it */
    unsigned wanted;      /**< size of the piece that did not fit */
    unsigned records;     /**< of lists in this message, see wire_next_record() */
    unsigned window_at, window_end; /**< a piece of `tvb`, to read numbers from: */
    uint8_t window[64];
} wire_t;

/** Put a cursor on [offset, end) of `tvb`; `end` is limited to the reported
 *  length.  The cursor lives as long as the packet. */
void wire_begin(wire_t *w, tvbuff_t *tvb, packet_info *pinfo, proto_tree *tree, unsigned offset,
                unsigned end);

/** Bytes of the message after the cursor, captured or not. */
unsigned wire_left(const wire_t *w);

/** True if `size` more bytes are in the message and were captured; if not,
 *  the cursor stops for good.  For the variable parts of a message. */
bool wire_need(wire_t *w, unsigned size);

/** Show the fields of `table`: all of them, or those that are whole.  Numbers
 *  with a `keep` are stored into `message` (may be NULL if no row keeps).
 *  Returns true if the table was shown in full. */
bool wire_fields(wire_t *w, const wire_field_t *table, void *message);

/** Bytes that a table describes. */
unsigned wire_size(const wire_field_t *table);

/** Show `size` bytes as `field.kind` says (field.size is ignored): text or
 *  bytes whose length another field gave. Returns false if they do not fit. */
bool wire_sized(wire_t *w, int hf, wire_kind_t kind, unsigned size);

/** Show bytes at the end of a message that a sender may leave out: `size` of
 *  them, or as many as there are. */
void wire_padding(wire_t *w, int hf, unsigned size);

/** Show the text in a slot of `size` bytes, and what is left behind its NUL,
 *  which the sender never set, as bytes.  A text whose NUL is there is whole,
 *  even if the slot is not.  `item` is the text's.  Returns the text (packet's
 *  pool), NULL if it is not whole. */
char *wire_slot(wire_t *w, int hf, int hf_unused, unsigned size);

/** The text of `size` bytes at the cursor as wire_sized() shows it, without
 *  moving the cursor: valid UTF-8, allocated in the packet's pool. NULL if the
 *  bytes are not there. */
char *wire_peek_text(wire_t *w, wire_kind_t kind, unsigned size);

/** Show a NUL-terminated text that ends the message; a missing NUL is no
 *  fault.  What follows the NUL stays for the caller.  Returns the text
 *  (packet's pool), NULL if nothing is there or the capture cut it. */
char *wire_text_to_end(wire_t *w, int hf);

/** Records that are shown of a message's lists; a datagram of 64 KB could hold enough to
 *  make a tree that no window opens at once.  Messages of cman hold about 100. */
#define WIRE_RECORDS_MAX 500

/** Begin a record of a list.  False if this message had WIRE_RECORDS_MAX of them: then all
 *  that is left of it is shown as bytes in `hf`, and `ei` says so. */
bool wire_next_record(wire_t *w, int hf, expert_field *ei);

/** For an inner length: the message ends `size` bytes after the cursor (or
 *  where it did, if that is sooner) until wire_widen() is given the end that
 *  is returned here. */
unsigned wire_narrow(wire_t *w, unsigned size);
void wire_widen(wire_t *w, unsigned end);

/** Go on after a field that the message ended in: its bytes are the caller's
 *  to show.  Does nothing if the capture cut the message. */
void wire_resume(wire_t *w);

/** To be called once for each protocol, when all of its fields are registered:
 *  learns where Wireshark notes that somebody asks for them. */
void wire_know_fields(int protocol);

/** True if somebody looks at this tree, and not only at columns or what a filter finds. */
static inline bool
wire_is_visible(const proto_tree *tree)
{
    return tree != NULL && PTREE_DATA(tree)->visible;
}

/** True if anybody looks at a field of these protocols: the tree is shown, or a
 *  filter or column asks for it.  Asking is much cheaper than adding a field in
 *  vain: Wireshark makes a node of it all the same. */
bool wire_is_wanted(const proto_tree *tree, int hf);

/** The same for any field of a table. */
bool wire_table_is_wanted(const proto_tree *tree, const wire_field_t *table);

/** The same for an expert item: its tree, a filter on it or on Expert
 *  Information, or the column.  For items that a flood of frames may have.  The
 *  first of them is to be raised without asking: it stands for all of them in the
 *  list of expert items, and Wireshark keeps the worst severity of a file. */
bool wire_is_expert_wanted(proto_tree *tree, const packet_info *pinfo, const expert_field *ei);

/* --- Messages of a layer ------------------------------------------------------ */

/** One message of a layer: a row of a table, ended by a row without name, which
 *  is both the dispatch and the names that filters complete.  `message` is the
 *  protocol's own structure. */
typedef struct {
    uint32_t number;            /**< on the wire */
    const char *name;
    const wire_field_t *fields; /**< NULL: none */
    /** Shows what follows the fields and raises expert items; called only if
     *  all the fields were there.  NULL: nothing to do. */
    void (*rest)(wire_t *w, void *message);
    /** Appends to Info what an operator scans for.  NULL: the name is enough. */
    void (*detail)(info_t *info, const void *message);
} wire_command_t;

/** The row of a number, or NULL. */
const wire_command_t *wire_command(const wire_command_t *commands, uint32_t number);

/** Show the fields of a message and the rest.  Returns true if all of its fields
 *  were there. */
bool wire_command_show(wire_t *w, const wire_command_t *command, void *message);

/** Fill `names`, which has as many rows, from a table of commands. */
void wire_command_names(value_string *names, const wire_command_t *commands);

/** Show everything that is left as bytes; nothing if nothing is left. */
void wire_rest(wire_t *w, int hf);

/** To be called last, after the analysis: raises `ei` over the bytes of an
 *  incomplete field if the message was too short, or throws Wireshark's own
 *  exception if only the capture (or a missing IP fragment) cut it. */
void wire_end(wire_t *w, expert_field *ei);

#endif
