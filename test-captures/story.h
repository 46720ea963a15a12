/* story.h
 * Stories as text: who sends what when, who sees it, and what must be found.
 * README.md describes the text; this file, how it is read.
 *
 *   story-text.c    a file of text as lines of words; numbers and times
 *   story-layout.c  layouts/PROTOCOL: the tables of messages
 *   story-encode.c  a message with its values as bytes
 *   story-headers.c what carries a message: UDP, IP, VLAN, Ethernet, ...
 *   story.c         NAME.story, line by line
 *   story-cut.c     all messages once more, cut at many lengths
 *   story-write.c   the frames and expectations as NAME.pcap and NAME.expect
 *
 * Whatever cannot be read ends the program with the file and line.  Memory is
 * kept until the program ends: it reads each story once.
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
    char **words;
    unsigned count;   /**< at least 1: empty lines are left out */
} line_t;

typedef struct {
    line_t *lines;
    unsigned count;
} text_t;

void line_fail(const line_t *line, const char *format, ...)
    __attribute__((format(printf, 2, 3), noreturn));
text_t text_read(const char *path);
/** `count` zeroed items of `size` bytes; ends the program if there is no room. */
void *text_room(size_t count, size_t size);
/** Room for one more item of `size` bytes, zeroed, behind the `*count` items of
 *  a list; items move when it grows. */
void *list_add(void *list, unsigned *count, size_t size);
char *text_join(const char *a, const char *b);
char *text_part(const char *from, size_t length);
/** True if `word` is "NAME=..."; then the name is copied and the value found. */
bool text_assignment(const char *word, char **name, const char **value);
/** Add the words of a text to a list (of type words_t, below). */
struct words;
void text_split(struct words *list, const char *text);
/** A number, decimal or 0x...; false if `word` is something else. */
bool text_number(const char *word, uint64_t *number);
/** The word with the values of what is in braces: "n{i}" in round 3 is "n3". */
char *text_fill(const line_t *line, const char *word, int64_t round);
/** "1.5", "400us", "-2ms", "1h": nanoseconds; without a unit in seconds.
 *  `has_unit` may be NULL. */
bool text_time(const char *word, int64_t *time, bool *has_unit);

/* --- story-layout.c -------------------------------------------------------- */

typedef enum {
    TYPE_LE, TYPE_BE,           /* numbers of 1 to 8 bytes */
    TYPE_ETHER, TYPE_IPV4, TYPE_IPV6,
    TYPE_VMS_TIME,              /* 8 bytes, little-endian, 100 ns since 17-NOV-1858 */
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
    char *value;   /**< default, an expression */
    char *shown;   /**< its name in Wireshark, or NULL; for stories with `fields` */
    char *always;  /**< a field that shows it in every story, or NULL ... */
    char *if_bits; /**< ... where the message has these bits set, anywhere; NULL: always */
    char ending;   /**< 'm': it may be missing, 'e': a message may end behind it, 'r':
                        nobody says whether it may; for messages that are cut */
    bits_t *bits;
    unsigned bit_count;
} field_t;

typedef struct {
    char *name;
    field_t *fields;
    unsigned count;
} piece_t;

/** A list of words. */
typedef struct words {
    char **words;
    unsigned count;
} words_t;

typedef struct {
    char *name;
    const line_t *line;
    words_t parts; /**< "PIECE f=v + PIECE f=v": what a story may write, too */
} layout_message_t;

typedef struct {
    char *protocol;
    words_t carrier;    /**< outermost first */
    words_t headers;    /**< defaults of the headers */
    words_t analysis;   /**< fields that must not be where a story does not write them */
    words_t forward;    /**< fields that need a second pass */
    piece_t *pieces;
    unsigned piece_count;
    layout_message_t *messages;
    unsigned message_count;
} layout_t;

/** Read layouts/headers and layouts/NAME below `folder`. */
layout_t *layout_read(const char *folder, const char *name);
const piece_t *layout_piece(const layout_t *layout, const char *name);
const layout_message_t *layout_message(const layout_t *layout, const char *name);
/** The full name of a field: `name` itself, or what a list of the layout has
 *  with this ending.  NULL if there is none, or no single one. */
const char *layout_full_name(const layout_t *layout, const char *name);

/* --- story-encode.c -------------------------------------------------------- */

/** A counter of a node: the last value of a field whose default is `next`. */
typedef struct {
    char *name;
    uint64_t last;
} counter_t;

typedef struct {
    char *name;
    words_t properties; /**< "name=value" */
    counter_t *counters;
    unsigned counter_count;
    int *last_frame;    /**< by place: index of the node's last frame there, -1: none */
} node_t;

/** A field of one message. */
typedef struct {
    const field_t *field;
    const char *piece;
    char *value;      /**< expression, or NULL for the field's default */
    bool fixed;       /**< set by the layout, or repeated: counts nothing */
    bool is_header;   /**< of the piece `headers`: no part of the message */
    bool has_number;
    bool known;       /**< the rest is worked out */
    uint64_t number;
    uint8_t bytes[16];
    const char *text;
    bool has_rest;    /**< the bytes behind this field are added to the number */
    unsigned offset;  /**< in the message, of its `length` bytes */
    unsigned length;
} slot_t;

typedef struct {
    const layout_t *layout;
    const line_t *line;   /**< for complaints */
    node_t *from, *to;    /**< to: NULL if the story names none */
    int64_t start, now;   /**< of the story, and of this transmission */
    slot_t *slots;
    unsigned count;
    unsigned scope;       /**< words assign to slots from here on */
    bool in_layout;       /**< the words are the layout's, not the story's */
    uint8_t stale;        /**< what lies behind the NUL of a text */
    words_t patches;      /**< "OFFSET:HEX" */
    packet_t *packet;     /**< shared by all drafts, as it is needed once */
} draft_t;

/** Begin with the headers and the parts of a message of the layout. */
void draft_begin(draft_t *draft, const char *message);
/** Begin with all that was sent before. */
void draft_again(draft_t *draft, const draft_t *before);
/** Apply one word: "name=value", "+", a piece behind "+", a name of bits, or
 *  bytes that are appended: hex digits or "zeros:N". */
void draft_word(draft_t *draft, const char *word);
/** Work out all values and write the message into `packet`, without headers. */
void draft_encode(draft_t *draft);
/** The value of a header field. */
const slot_t *draft_header(const draft_t *draft, const char *name);
const char *node_property(const node_t *node, const char *name);
/** True if a field of the message has a name for bits and all of them set. */
bool draft_has_bits(const draft_t *draft, const char *name);
/** What Wireshark prints for the value; NULL: an empty text, not compared. */
char *slot_shown(const draft_t *draft, const slot_t *slot);

/* --- story-headers.c ------------------------------------------------------- */

/** Put the headers of `carrier` (outermost first) around the message. */
void headers_wrap(draft_t *draft, const words_t *carrier, packet_t *packet);
/** The link type of a capture of such frames. */
int headers_link_type(const words_t *carrier);

/* --- story.c, story-write.c, story-cut.c ------------------------------------------------ */

/** A capture point. */
typedef struct {
    char *name;       /**< in the story */
    char *interface;  /**< in the file */
    char *apart;      /**< also written to this pcap file, or NULL */
    char *of;         /**< the node that captures here, or NULL */
    int64_t delay;    /**< frames come by so much later */
    int64_t clock;    /**< what its clock shows too much */
    unsigned snap;    /**< 0: whole frames */
    words_t carrier;  /**< empty: that of the story */
} place_t;

typedef struct {
    const char *name;
    unsigned transmission;
} label_t;

/** Labels are looked for in the round of an `every` first, then around it. */
typedef struct scope {
    struct scope *parent;
    label_t *labels;
    unsigned count;
} scope_t;

/** A message that was sent, and is seen at some places or none. */
typedef struct {
    draft_t *draft;   /**< for `again`; NULL without a label */
    const char *label;
    unsigned first;   /**< index of its first frame */
    unsigned frames;
} transmission_t;

typedef struct {
    const line_t *line;
    unsigned section;
    unsigned place;
    int64_t time;
    uint8_t *bytes;
    unsigned kept, length, original;
    unsigned transmission;
    scope_t *scope;
    int previous;     /**< index of the sender's frame before it, -1: none */
    unsigned number;  /**< in the file, from 1 */
} frame_t;

typedef struct {
    const line_t *line;
    unsigned frame;   /**< index */
    char kind;        /**< '=' value or presence, '!' absent, '?' open */
    const char *field;
    const char *value; /**< NULL: present */
} expectation_t;

typedef struct {
    const char *folder;   /**< where captures go */
    const char *layouts;  /**< where layouts/ is */
    char *name;
    layout_t *layout;
    bool micro, sorted, all_fields;
    bool open_all;        /**< only what it writes is judged */
    int64_t start, now;
    int64_t round;        /**< of the `every` that is played, from 1 */
    unsigned section;
    words_t carrier;
    words_t open;         /**< fields that this story does not judge */
    words_t only;         /**< fields that it judges besides those of the layout */
    words_t forward;      /**< fields that need a second pass here, besides those of the layout */
    words_t lets;         /**< name, value, name, value, ... */
    words_t cut_words;    /**< of the line `cut`, or none */
    capture_t *cut_short, *cut_snap; /**< the messages once more, cut; see story-cut.c */
    line_t *truths;
    unsigned truth_count;
    node_t *nodes;
    unsigned node_count;
    place_t *places;
    unsigned place_count;
    transmission_t *transmissions;
    unsigned transmission_count;
    frame_t *frames;
    unsigned frame_count;
    expectation_t *expectations;
    unsigned expectation_count;
} story_t;

void story_write(story_t *story);
/** With `fields`: bar what the layout has names for. */
void story_bar_fields(capture_t *capture, const layout_t *layout);

/** Begin the captures of cut messages, `cut SHORT SNAP TRUNCATED FIELD ...`. */
void cut_open(story_t *story);
/** Cut the message of the last transmission; its expectations are those from
 *  `first` on. */
void cut_message(story_t *story, draft_t *draft, unsigned first);
void cut_close(story_t *story);

#endif
