/* ws-compat.h
 * What differs between the supported Wireshark releases, and nothing else.
 *
 * This is the only file with a version test.  New names are mapped onto old
 * releases, never the other way round, so that removing support for a release
 * means deleting lines here.
 *
 * SPDX-License-Identifier: GPL-2.0-or-later
 */

#ifndef CLUSTER_WS_COMPAT_H
#define CLUSTER_WS_COMPAT_H

#include <stdbool.h>

#include <ws_version.h>
#include <wireshark.h>
#include <epan/epan.h>
#include <epan/packet.h>

/* Headers that proto.h and packet.h no longer include in newer releases. */
#if __has_include(<wsutil/array.h>)
#include <wsutil/array.h>
#endif
#if __has_include(<epan/tfs.h>)
#include <epan/tfs.h>
#endif

/* True from release `major.minor` on.  Tests use the odd development minor
 * before a stable release (4.3 for 4.4), so that snapshots behave. */
#define WS_AT_LEAST(major, minor)                                             \
    (WIRESHARK_VERSION_MAJOR > (major)                                        \
     || (WIRESHARK_VERSION_MAJOR == (major) && WIRESHARK_VERSION_MINOR >= (minor)))

/* What a module says of the series that it was built for: Wireshark loads no other. */
#define WS_PLUGIN_SERIES                                                     \
    WS_DLL_PUBLIC_DEF const int plugin_want_major = WIRESHARK_VERSION_MAJOR; \
    WS_DLL_PUBLIC_DEF const int plugin_want_minor = WIRESHARK_VERSION_MINOR

/* The type behind a boolean preference, a heuristic's answer and the flags of
 * the conversation tables: gboolean (an int) before 4.4, bool since.  The
 * variable itself must have this type; a cast would write past a bool. */
#if WS_AT_LEAST(4, 3)
typedef bool ws_bool;
#else
typedef gboolean ws_bool;
#endif

/* tvb_get_guint8() was renamed for 4.4. */
#if !WS_AT_LEAST(4, 3)
#define tvb_get_uint8(tvb, offset) tvb_get_guint8(tvb, offset)
#endif

/* Interface numbers count per section of a file since 4.4. */
#if WS_AT_LEAST(4, 3)
#define ws_interface_name(pinfo)                                                                   \
    epan_get_interface_name((pinfo)->epan, (pinfo)->rec->rec_header.packet_header.interface_id,    \
                            (pinfo)->rec->section_number)
#else
#define ws_interface_name(pinfo)                                                                   \
    epan_get_interface_name((pinfo)->epan, (pinfo)->rec->rec_header.packet_header.interface_id)
#endif

/* How the fuzz target is asked for such a name. */
#if WS_AT_LEAST(4, 3)
#define WS_INTERFACE_ARGUMENTS \
    struct packet_provider_data *provider _U_, uint32_t interface_id, unsigned section _U_
#else
#define WS_INTERFACE_ARGUMENTS struct packet_provider_data *provider _U_, uint32_t interface_id
#endif

/* dissector_try_uint_new() was renamed for 4.6. */
#if !WS_AT_LEAST(4, 5)
#define dissector_try_uint_with_data dissector_try_uint_new
#endif

/* The callbacks of a conversation filter get what was registered with them since 4.2,
 * and nothing but the packet before. */
#if WS_AT_LEAST(4, 1)
#define WS_FILTER_ARGUMENTS packet_info *pinfo, void *registered _U_
#define ws_register_conversation_filter(protocol, title, is_there, build)                          \
    register_conversation_filter((protocol), (title), (is_there), (build), NULL)
#define ws_build_filter(filter, pinfo) (filter)->build_filter_string((pinfo), (filter)->user_data)
#define ws_is_filter_valid(filter, pinfo) (filter)->is_filter_valid((pinfo), (filter)->user_data)
#else
#define WS_FILTER_ARGUMENTS packet_info *pinfo
#define ws_register_conversation_filter register_conversation_filter
#define ws_build_filter(filter, pinfo) (filter)->build_filter_string(pinfo)
#define ws_is_filter_valid(filter, pinfo) (filter)->is_filter_valid(pinfo)
#endif

/* The fuzz target reads the lines of the tree; since 4.6 one may ask where in
 * a line the value begins. */
#if WS_AT_LEAST(4, 5)
#define ws_fill_label(field, label) proto_item_fill_label((field), (label), NULL)
#else
#define ws_fill_label(field, label) proto_item_fill_label((field), (label))
#endif

/* And the values in it, which are on their own since 4.2. */
#if WS_AT_LEAST(4, 1)
#define ws_field_value(field) ((field)->value)
#else
#define ws_field_value(field) (&(field)->value)
#endif

/* The menu of the tables, and where in it or beside it the stats trees stand:
 * before 4.4 a menu of a plugin and one of stats trees are never the same. */
#define WS_MENU_NAME "Cluster heartbeats"
#if WS_AT_LEAST(4, 3)
#define WS_TREE_MENU WS_MENU_NAME "//"
#else
#define WS_TREE_MENU "Cluster heartbeat messages/"
#endif

/* Of programs that bring their own libwireshark: the fuzz targets. */
#if WS_AT_LEAST(4, 3)
#define ws_enable_heuristic(name) proto_enable_heuristic_by_name(name)
#else
#define ws_enable_heuristic(name) proto_enable_heuristic_by_name((name), TRUE)
#endif
#if WS_AT_LEAST(4, 5)
#define ws_start_logging(program) ws_log_init(NULL)
#define ws_configuration_init(program) configuration_init(program)
#else
#define ws_start_logging(program) ws_log_init((program), NULL)
#define ws_configuration_init(program) configuration_init((program), NULL)
#endif

/* `run` is epan_dissect_run() or epan_dissect_run_with_taps(); the `bytes` of a
 * packet record are part of it since 4.6. */
#if WS_AT_LEAST(4, 5)
#define ws_dissect(run, edt, file_type, record, bytes, frame, columns)                \
    do {                                                                              \
        size_t size = (record)->rec_header.packet_header.caplen;                      \
        (record)->rec_type_name = "Packet";                                           \
        (record)->data = (Buffer){ .data = (bytes), .allocated = size, .first_free = size }; \
        run((edt), (file_type), (record), (frame), (columns));                        \
    } while (0)
#else
#define ws_dissect(run, edt, file_type, record, bytes, frame, columns)                \
    run((edt), (file_type), (record),                                                 \
        tvb_new_real_data((bytes), (record)->rec_header.packet_header.caplen,         \
                          (int)(record)->rec_header.packet_header.len),               \
        (frame), (columns))
#endif

#endif
