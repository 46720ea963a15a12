/* story.h
 * Stories as text: who sends what when, who sees it, and what must be found.
 * README.md describes the text; this file, how it is read.
 *
 *   story-text.c    a file of text as lines of words; numbers and times
 *   story-layout.c  layouts/PROTOCOL: the tables of messages
 *   story-encode.c  a message with its values as bytes
 *   story-headers.c what carries a message: UDP, IP, VLAN, Ethernet, ...
 *   story-write.c   the frames and expectations as NAME.pcap and NAME.expect
 *   story.c         NAME.story, line by line
 *
 * Whatever cannot be read ends the program with the file and line.  Memory is
 * kept until the program ends: it reads each story once.  Lists are of pointers;
 * those of words hold texts.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef TEST_STORY_H
#define TEST_STORY_H

#include "capture.h"

/* --- story-text.c ---------------------------------------------------------- */

/** A line of words; quotes are gone, "|" is a word of its own. */
typedef struct {
    const char *path;
    unsigned number;  /**< from 1 */
    unsigned indent;  /**< in columns */
    unsigned count;   /**< at least 1: empty lines are left out */
    char **words;     /**< with a NULL at the end */
} line_t;

void line_fail(const line_t *line, const char *format, ...)
    __attribute__((format(printf, 2, 3), noreturn));
/** The lines of a file. */
GPtrArray *text_read(const char *path);
/** The words of a line from this one on, behind those of a list. */
void text_add(GPtrArray *list, const line_t *line, unsigned from);
/** The words of a text that blanks separate. */
GPtrArray *text_split(const char *text);
bool text_is(const char *a, const char *b);
/** True if the list of words has this one. */
bool text_in(const GPtrArray *list, const char *word);
/** In a list of structures that begin with their name, the one with this name, or NULL. */
void *text_named(const GPtrArray *list, const char *name);
/** True if `word` is "NAME=..."; then the name is copied and the value found. */
bool text_assignment(const char *word, char **name, const char **value);
/** A number, decimal or 0x...; false if `word` is something else. */
bool text_number(const char *word, uint64_t *number);
/** The word with the values of what is in braces: "n{i}" in round 3 is "n3". */
const char *text_fill(const line_t *line, const char *word, int64_t round);
/** "1.5", "400us", "-2ms", "1h": nanoseconds; without a unit in seconds.
 *  `has_unit` may be NULL. */
bool text_time(const char *word, int64_t *time, bool *has_unit);

/* --- story-layout.c -------------------------------------------------------- */

typedef enum {
    TYPE_LE, TYPE_BE,           /* numbers of 1 to 8 bytes */
    TYPE_VMS_TIME,              /* 8 bytes, little-endian, 100 ns since 17-NOV-1858 */
    TYPE_ETHER, TYPE_IPV4, TYPE_IPV6,
    TYPE_BYTES,                 /* written as hex digits */
    TYPE_TEXT,                  /* of `size` bytes with filler; 0: as long as it is */
    TYPE_STRING,                /* with a final NUL */
    TYPE_COUNTED                /* a length byte and text, in `size` bytes; 0: no filler */
} type_t;

/** A name for some bits of a field, and how Wireshark shows them. */
typedef struct {
    char *name;
    uint64_t mask;
    char *shown;
} bits_t;

typedef struct {
    char *name;
    type_t type;
    unsigned size;
    bool is_signed;
    char filler;
    const char *value;   /**< default, an expression; "": none */
    const char *shown;   /**< its name in Wireshark, or NULL; for stories with `fields` */
    const char *always;  /**< a field that shows it in every story, or NULL ... */
    const char *if_bits; /**< ... where the message has these bits set, anywhere; NULL: always */
    GPtrArray *bits;     /**< of bits_t */
} field_t;

typedef struct {
    char *name;
    GPtrArray *fields;   /**< of field_t */
    int link;            /**< a header: libpcap's type of frames that begin with it; 0: none do */
    int64_t ethertype;   /**< what announces this header; -1: the header's argument */
} piece_t;

typedef struct {
    const char *name;
    GPtrArray *words;
} list_t;

typedef struct {
    char *name;          /**< the protocol's */
    GPtrArray *lists;    /**< of list_t: messages, with the words "PIECE f=v + PIECE f=v" that
                              a story may write, too, and these four: */
    GPtrArray *carrier;  /**< words of the headers, outermost first */
    GPtrArray *headers;  /**< words: defaults of the headers' values */
    GPtrArray *analysis; /**< fields that must not be where a story does not write them */
    GPtrArray *forward;  /**< fields that need a second pass */
    GPtrArray *shown;    /**< fields that its tables name */
    GPtrArray *pieces;   /**< of piece_t */
} layout_t;

/** Read layouts/headers and layouts/NAME below `folder`. */
layout_t *layout_read(const char *folder, const char *name);
/** The full name of a field: what a list of the layout has with this ending, or
 *  `name` itself.  NULL if there is none, or no single one. */
const char *layout_full_name(const layout_t *layout, const char *name);

/* --- story-encode.c -------------------------------------------------------- */

typedef struct frame frame_t;

enum { PLACES = 8, ALL_PLACES = 0xffffffff };

typedef struct {
    const char *name;
    GHashTable *properties; /**< name -> value; also of fields that count (`next`) */
    frame_t *last[PLACES];  /**< its last frame at each place, or NULL */
} node_t;

/** A field of one message. */
typedef struct {
    const field_t *field;
    const char *value;     /**< expression; NULL: the field's default */
    bool fixed;            /**< set by the layout, or repeated: counts nothing */
    bool known;            /**< the rest is worked out */
    bool has_rest;         /**< the number of bytes behind this field is added */
    uint64_t number;
    uint8_t address[16];
    const char *text;
    unsigned offset;       /**< in the message, of its `length` bytes */
    unsigned length;
} slot_t;

typedef struct {
    const layout_t *layout;
    const line_t *line;    /**< for complaints */
    node_t *from, *to;
    int64_t start, now;    /**< of the story, and of this transmission */
    GPtrArray *headers;    /**< slots of the piece `headers`: no part of the message */
    GPtrArray *slots;      /**< of the message */
    unsigned scope;        /**< words assign to slots from here on */
    bool in_layout;        /**< the words are the layout's, not the story's */
    uint8_t stale;         /**< what lies behind the NUL of a text */
    GByteArray *message;   /**< what comes out */
    /* For the header that is put around a message: */
    uint64_t argument, inside, fragment;
} draft_t;

/** Begin, with empty lists, with the headers and the parts of a message of the layout. */
void draft_begin(draft_t *draft, const char *message);
/** Begin with all that was sent before. */
void draft_again(draft_t *draft, const draft_t *before);
void draft_free(draft_t *draft);
/** Apply one word: "name=value", "+", a piece behind "+", a name of bits, or
 *  bytes that are appended as hex digits. */
void draft_word(draft_t *draft, const char *word);
/** Slots for the fields of a piece, behind those of a list. */
void draft_add(GPtrArray *slots, const piece_t *piece);
/** Work out all values of a message, and write it. */
void draft_encode(draft_t *draft);
/** The same for some slots, with bytes that are behind them. */
GByteArray *draft_bytes(draft_t *draft, const GPtrArray *slots, const GByteArray *behind);
/** Write a number of `size` bytes. */
void draft_put(uint8_t *to, uint64_t number, unsigned size, bool big_endian);
/** Append hex digits. */
void draft_hex(const draft_t *draft, GByteArray *bytes, const char *digits);
/** The value of a header. */
const slot_t *draft_header(const draft_t *draft, const char *name);
/** True if a field of the message has a name for bits and all of them set. */
bool draft_has_bits(const draft_t *draft, const char *name);
/** What Wireshark prints for the value; NULL: an empty text, not compared. */
char *slot_shown(const draft_t *draft, const slot_t *slot);

/* --- story-headers.c ------------------------------------------------------- */

/** A message with the headers of `carrier` (outermost first) around it, or with those
 *  of its own. */
GByteArray *headers_wrap(draft_t *draft, const GPtrArray *carrier, const GByteArray *message);
/** The link type of a capture of such frames. */
int headers_link_type(const layout_t *layout, const GPtrArray *carrier);

/* --- story-write.c ---------------------------------------------------------- */

/** A capture point. */
typedef struct {
    char *name;            /**< in the story */
    const char *interface; /**< in the file */
    const char *apart;     /**< also written to this pcap file, or NULL */
    const char *of;        /**< the node that captures here, or NULL */
    int64_t delay;         /**< what its clock shows later than the story's */
    unsigned snap;         /**< 0: whole frames */
} place_t;

/** Labels are looked for in the round of an `every` first, then around it. */
typedef struct scope {
    const struct scope *parent;
    GHashTable *labels;    /**< of transmission_t */
} scope_t;

/** A message that is sent, and seen at some places or none. */
typedef struct {
    const line_t *line;
    const char *label;     /**< or NULL; then the draft does not last */
    const scope_t *scope;
    draft_t *draft;
    uint32_t places;       /**< bit p: it is seen at place p */
    int64_t extra[PLACES]; /**< by place: comes by so much later still */
    GPtrArray *frames;     /**< of frame_t */
} transmission_t;

struct frame {
    const transmission_t *sent;
    unsigned section;
    unsigned place;
    int64_t time;
    GByteArray *bytes;
    unsigned kept, original;
    const frame_t *previous; /**< the sender's frame before it at this place, or NULL */
    unsigned said;           /**< index of the first expectation that can be of this frame */
    unsigned number;         /**< in the file, from 1 */
};

typedef struct {
    const line_t *line;      /**< NULL: no line, but the layout's table says it */
    const frame_t *frame;
    const char *but;         /**< NULL, or the field is "absent", or "open" */
    const char *field;
    const char *value;       /**< NULL: present */
    const char *frames;      /**< instead: "@LABEL", "@+1..@+4", ... */
    const frame_t *other;    /**< instead */
} expectation_t;

typedef struct story {
    const char *folder;    /**< where captures go */
    const char *name;
    layout_t *layout;
    GPtrArray *lines;
    capture_kind_t kind;
    bool sorted, all_fields;
    bool open_all;         /**< only what it writes is judged */
    int64_t start, now;
    int64_t base;          /**< time 0 of the lines that are played */
    int64_t round;         /**< of the `every` that is played, from 1 */
    const scope_t *scope;
    unsigned section;
    GPtrArray *carrier;    /**< words */
    GPtrArray *open;       /**< fields that this story does not judge */
    GPtrArray *only;       /**< fields that it judges besides those of the layout */
    GPtrArray *forward;    /**< fields that need a second pass */
    GHashTable *lets;      /**< lines, by name */
    GPtrArray *truths;     /**< lines */
    GPtrArray *nodes;      /**< of node_t */
    GPtrArray *places;     /**< of place_t, at least one */
    GPtrArray *frames;     /**< of frame_t */
    GPtrArray *expectations;
} story_t;

story_t *story_new(const char *folder, const char *name);
scope_t *story_scope(const scope_t *parent);
/** The transmission with a label, or NULL. */
transmission_t *story_labeled(const scope_t *scope, const char *label);
expectation_t *story_expect(story_t *story, const frame_t *frame, const char *field,
                            const char *value);
/** Expect what the table of the layout says of a field, unless lines of the story say
 *  something else. */
void story_expect_slot(story_t *story, const frame_t *frame, const draft_t *draft,
                       const slot_t *slot);
/** Write the capture, and the expectations beside it.
 *
 * NAME.expect holds the expectations, one per line, with
 * tabs between the columns; tests/test_expectations.py checks them:
 *
 *   3  cman.seq  46       frame 3 has this value, as `tshark -T fields` prints
 *                         it (a number in any base); several lines for one
 *                         field: all its values, in this order
 *   3  cman.kill          frame 3 has the field, whatever its value; for
 *                         expert items, which have none
 *   absent  3  cman.ack   frame 3 has no such field
 *   only  cman.kill       no frame without an expectation for it has the field
 *   open  3  cman.ack     no document says what the field is in frame 3
 *   forward  cman.x       the field looks forward: it needs a second pass
 */
void story_write(story_t *story);

#endif
