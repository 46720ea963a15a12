/* places.c
 * Where the feeds of a capture file were captured.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "places.h"

#include "capture_point.h"
#include "first_pass.h"
#include "info.h"
#include "lookup.h"

#define PLACES_MAX 4096

typedef struct {
    const char *given;     /* by the user, or NULL */
    const char *interface; /* its name, or NULL */
    feed_key_t key;        /* of its first interface */
} place_t;

typedef struct {
    lookup_t by_interface; /* uint32_t: place + 1 */
    wmem_array_t *all;     /* of place_t; the first `count` of them */
    uint32_t count;
} places_of_file_t;

/* NULL until the first frame of a file. */
static places_of_file_t *places;

static const char *pref_places = "";

/* --- The user's list: "0=node1, 1-2=node2, eth3=switch" ----------------------------- */

/* Whether `interface` is what stands in front of "=": a number, a range or a name. */
static bool
place_rule_matches(const char *which, size_t length, uint32_t interface, const char *name)
{
    char *end = NULL;
    unsigned long from = strtoul(which, &end, 10), to = from;

    if (name != NULL && strlen(name) == length && strncmp(name, which, length) == 0) {
        return true;
    }
    if (end == which) {
        return false;
    }
    if (*end == '-') {
        to = strtoul(end + 1, &end, 10);
    }
    return end == which + length && interface >= from && interface <= to;
}

/* The name in a rule, without the blanks around it. */
static const char *
place_rule_name(const char *text, const char *end)
{
    while (text < end && *text == ' ') {
        text++;
    }
    while (end > text && end[-1] == ' ') {
        end--;
    }
    return text < end ? wmem_strndup(wmem_file_scope(), text, (size_t)(end - text)) : NULL;
}

static const char *
place_given(uint32_t interface, const char *name)
{
    const char *rule = pref_places;

    while (rule != NULL && *rule != '\0') {
        const char *end = strchr(rule, ','), *equals = strchr(rule, '=');
        const char *stop = end != NULL ? end : rule + strlen(rule);

        while (*rule == ' ') {
            rule++;
        }
        if (equals != NULL && equals < stop
            && place_rule_matches(rule, (size_t)(equals - rule), interface, name)) {
            return place_rule_name(equals + 1, stop);
        }
        rule = end != NULL ? end + 1 : NULL;
    }
    return NULL;
}

/* --- Places ----------------------------------------------------------------------------- */

/* A feed may be asked for its place when its file has been forgotten. */
static place_t *
place_at(uint32_t place)
{
    static place_t unknown;

    return places != NULL && place < places->count
               ? (place_t *)wmem_array_index(places->all, place)
               : &unknown;
}

uint32_t
places_count(void)
{
    return places != NULL ? places->count : 0;
}

static uint32_t
place_new(const packet_info *pinfo, const feed_key_t *key)
{
    const char *name = capture_point_name(pinfo);
    place_t place = { .key = *key };

    if (name != NULL && *name != '\0') {
        place.interface = wmem_strdup(wmem_file_scope(), name);
    }
    place.given = place_given(key->interface, name);
    if (places->count < wmem_array_get_count(places->all)) {
        *place_at(places->count) = place;
    } else {
        wmem_array_append(places->all, &place, 1);
    }
    return places->count++;
}

/* The place that already has the user's name for it; else PLACES_MAX. */
static uint32_t
place_with_name(const char *given)
{
    for (uint32_t i = 0; given != NULL && i < places_count(); i++) {
        if (g_strcmp0(place_at(i)->given, given) == 0) {
            return i;
        }
    }
    return PLACES_MAX;
}

static uint64_t
interface_key(const feed_key_t *key, uint32_t part)
{
    return sightings_mix(sightings_mix(key->section, key->interface), part);
}

uint32_t
places_of_interface(const packet_info *pinfo, const feed_key_t *key, uint32_t part)
{
    uint32_t *known, place;

    if (places == NULL) {
        places = wmem_alloc0(wmem_file_scope(), sizeof *places);
        places->all = wmem_array_new(wmem_file_scope(), sizeof(place_t));
    }
    known = (uint32_t *)lookup_obtain(&places->by_interface, interface_key(key, part),
                                      sizeof *known, PLACES_MAX);
    if (known == NULL) {
        return 0;
    }
    if (*known == 0) {
        place = place_with_name(place_given(key->interface, capture_point_name(pinfo)));
        *known = (place < PLACES_MAX ? place : place_new(pinfo, key)) + 1;
    }
    return *known - 1;
}

void
places_join(const feed_key_t *key, uint32_t part, uint32_t place)
{
    uint32_t *known =
        (uint32_t *)lookup_find(&places->by_interface, interface_key(key, part));

    if (known == NULL) {
        return;
    }
    if (*known == places_count()) { /* nobody else has it */
        places->count--;
    }
    *known = place + 1;
}

uint32_t
places_leave(const packet_info *pinfo, const feed_key_t *key, uint32_t part)
{
    uint32_t *known =
        (uint32_t *)lookup_find(&places->by_interface, interface_key(key, part));
    uint32_t place = place_new(pinfo, key);

    if (known != NULL) {
        *known = place + 1;
    }
    return place;
}

const char *
places_given_name(uint32_t place)
{
    return place_at(place)->given;
}

bool
places_are_alike(uint32_t a, uint32_t b)
{
    const place_t *x = place_at(a), *y = place_at(b);

    return x->given == NULL && y->given == NULL && g_strcmp0(x->interface, y->interface) == 0;
}

/* Sections are pcapng files that were joined end to end; they count from the start. */
static char *
place_number(wmem_allocator_t *scope, const feed_key_t *key)
{
    return key->section == 0
               ? wmem_strdup_printf(scope, "interface %u", key->interface)
               : wmem_strdup_printf(scope, "section %u, interface %u", key->section + 1,
                                    key->interface);
}

/* Every node may have an eth0. */
static bool
place_is_alone(uint32_t place)
{
    for (uint32_t i = 0; i < places_count(); i++) {
        if (i != place && g_strcmp0(place_at(i)->interface, place_at(place)->interface) == 0) {
            return false;
        }
    }
    return true;
}

const char *
places_label(wmem_allocator_t *scope, uint32_t place)
{
    const place_t *at = place_at(place);
    const char *label = at->given != NULL ? at->given : at->interface;

    if (label == NULL) {
        return place_number(scope, &at->key);
    }
    label = info_printable(scope, label, INFO_LABEL_MAX);
    if (at->given != NULL || place_is_alone(place)) {
        return label;
    }
    return wmem_strdup_printf(scope, "%s (%s)", label, place_number(scope, &at->key));
}

void
places_register(module_t *module)
{
    first_pass_forget_with_file((void **)&places);
    prefs_register_string_preference(
        module, "places", "Names of places",
        "Where each interface of the file was captured, like \"0=node1, 1-2=node2, eth3=switch\": "
        "a number, a range of numbers or a name of an interface, and the name of the place. "
        "Interfaces with one name are one place",
        &pref_places);
}
