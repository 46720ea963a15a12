/* ncs-preferences.c
 * What the user says about the cluster, and the rules that follow from it.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#include "ncs.h"

#include "capture_point.h"

#include <epan/prefs.h>
#include <wsutil/report_message.h>
#include <wsutil/strtoi.h>

#define NS_PER_MS INT64_C(1000000)

/* A larger factor than this would overflow. */
#define NCS_LATE_FACTOR_MAX 100000

/* Novell's defaults (TID 10053468). */
ncs_preferences_t ncs_preferences = {
    .period = 1000,
    .tolerance = 8000,
    .master_watchdog = 1000,
    .slave_watchdog = 8000,
    .late_factor = 150,
    .analysis = true,
    .inferred_layout = NCS_INFERRED_CHECKED,
    .expected_panning_id = "",
};

/* ncs_preferences.expected_panning_id as a number. */
static bool expecting_panning_id;
static uint32_t expected_panning_id;

/* --- Rules -------------------------------------------------------------------- */

bool
ncs_is_unexpected(uint32_t panning_id)
{
    return expecting_panning_id && panning_id != expected_panning_id;
}

int64_t
ncs_tolerance(ncs_role_t role)
{
    return NS_PER_MS
           * (role == NCS_ROLE_MASTER ? ncs_preferences.slave_watchdog : ncs_preferences.tolerance);
}

/* By role.  Each heartbeat asks for them several times, so they are made where the preferences
 * change. */
static cadence_rules_t rules_by_role[2];

cadence_rules_t
ncs_cadence_rules(ncs_role_t role)
{
    return rules_by_role[role == NCS_ROLE_MASTER];
}

/* The master's rhythm is set by "master watchdog" and judged by the slaves'
 * "slave watchdog", a slave's by "heartbeat" and "tolerance" (TID 10053468). */
static cadence_rules_t
ncs_make_rules(ncs_role_t role)
{
    unsigned period_ms = role == NCS_ROLE_MASTER ? ncs_preferences.master_watchdog
                                                 : ncs_preferences.period;
    int64_t period = NS_PER_MS * period_ms;
    int64_t factor = MIN(ncs_preferences.late_factor, NCS_LATE_FACTOR_MAX);
    int64_t late_above = period / 100 * factor;
    int64_t lost_from = ncs_tolerance(role);

    return (cadence_rules_t){
        .period = period,
        .late_above = late_above > 0 ? late_above : INT64_MAX,
        .lost_from = lost_from > 0 ? lost_from : INT64_MAX,
    };
}

static void
ncs_apply_rules(void)
{
    rules_by_role[false] = ncs_make_rules(NCS_ROLE_SLAVE);
    rules_by_role[true] = ncs_make_rules(NCS_ROLE_MASTER);
}

/* --- Registration ------------------------------------------------------------- */

/* Digits of the smallest number that is taken for a decimal one. */
#define NCS_DECIMAL_DIGITS 9

/* The directory shows a signed decimal that is one less than the number on the wire (TID
 * 3075104).  Hexadecimal numbers of 32 bits have eight digits at most. */
static bool
ncs_is_directory_number(const char *text)
{
    size_t digits = strspn(text + (text[0] == '-'), "0123456789");

    return text[0] == '-' || (digits >= NCS_DECIMAL_DIGITS && text[digits] == '\0');
}

static bool
ncs_read_panning_id(const char *text, uint32_t *id)
{
    int64_t number;
    char *end;

    if (!ncs_is_directory_number(text)) {
        return ws_hexstrtou32(text, NULL, id);
    }
    number = g_ascii_strtoll(text, &end, 10);
    if (end == text || *end != '\0' || number < INT32_MIN || number > UINT32_MAX) {
        return false;
    }
    *id = (uint32_t)number + 1;
    return true;
}

static void
ncs_apply_preferences(void)
{
    const char *text = ncs_preferences.expected_panning_id;

    ncs_apply_rules();
    expecting_panning_id = false;
    if (text[0] == '\0') {
        return;
    }
    expecting_panning_id = ncs_read_panning_id(text, &expected_panning_id);
    if (!expecting_panning_id) {
        report_failure("NCS heartbeat: the expected panning ID \"%s\" is neither a hexadecimal "
                       "number of 32 bits nor the directory's decimal one, so it is not checked",
                       text);
    }
}

static void
ncs_register_time_preferences(module_t *module)
{
    prefs_register_uint_preference(
        module, "period", "Heartbeat period (ms)",
        "How often a slave sends. Intervals of slaves are measured by it.", 10,
        &ncs_preferences.period);
    prefs_register_uint_preference(
        module, "tolerance", "Tolerance (ms)",
        "The master removes a slave that was silent for this long: its heartbeat is lost, the node "
        "is silent. 0: no check.", 10, &ncs_preferences.tolerance);
    prefs_register_uint_preference(
        module, "master_watchdog", "Master watchdog (ms)",
        "How often the master broadcasts. Intervals of the master are measured by it.", 10,
        &ncs_preferences.master_watchdog);
    prefs_register_uint_preference(
        module, "slave_watchdog", "Slave watchdog (ms)",
        "The slaves remove a master that was silent for this long: the tolerance for the master. "
        "Two nodes that go on to broadcast within this time of each other are two masters. "
        "0: no check.", 10,
        &ncs_preferences.slave_watchdog);
    prefs_register_uint_preference(
        module, "late_factor", "Late factor (percent)",
        "A heartbeat is late if its interval is more than this share of the period. 0: no check.",
        10, &ncs_preferences.late_factor);
}

void
ncs_preferences_register(int proto)
{
    static const enum_val_t inferred_layouts[] = {
        { "off", "Never", NCS_INFERRED_OFF },
        { "checked", "Where its checks hold", NCS_INFERRED_CHECKED },
        { "always", "Always", NCS_INFERRED_ALWAYS },
        { NULL, NULL, 0 }
    };
    module_t *module = prefs_register_protocol(proto, ncs_apply_preferences);

    ncs_apply_rules();
    prefs_register_bool_preference(
        module, "analysis", "Analyze several heartbeats together",
        "Follow intervals, silences, masters and incarnations of each node.",
        &ncs_preferences.analysis);
    ncs_register_time_preferences(module);
    prefs_register_string_preference(
        module, "expected_panning_id", "Expected panning ID",
        "Hexadecimal, as on the wire, or the directory's decimal number (nine digits or more, or "
        "with a sign), which is one less. Heartbeats "
        "with another one are reported. Empty: no check.",
        &ncs_preferences.expected_panning_id);
    prefs_register_enum_preference(
        module, "inferred_layout", "Show the inferred layout",
        "The bytes after the incarnation are not documented by the vendor. The layout of the "
        "protocol's ancestor can be shown beside them: never, where length and repeated fields "
        "support it, or always.",
        &ncs_preferences.inferred_layout, inferred_layouts, false);
}
