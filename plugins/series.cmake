# Which releases of Wireshark this source builds for, inside its tree or outside.
#
# SPDX-License-Identifier: GPL-2.0-or-later

# check_series(VERSION): sets WIRESHARK_SERIES, 4.0 for instance, and its two numbers, or stops.
macro(check_series version)
  if(NOT "${version}" MATCHES "^([0-9]+)\\.([0-9]+)")
    message(FATAL_ERROR "No usable Wireshark version: '${version}'")
  endif()
  set(WIRESHARK_VERSION_MAJOR ${CMAKE_MATCH_1})
  set(WIRESHARK_VERSION_MINOR ${CMAKE_MATCH_2})
  set(WIRESHARK_SERIES "${WIRESHARK_VERSION_MAJOR}.${WIRESHARK_VERSION_MINOR}")
  if(WIRESHARK_SERIES VERSION_LESS 4.0 OR WIRESHARK_SERIES VERSION_GREATER 4.7)
    message(FATAL_ERROR "Wireshark ${version} is not supported: "
                        "this source builds for 4.0, 4.2, 4.4 and 4.6")
  endif()
  math(EXPR odd "${WIRESHARK_VERSION_MINOR} % 2")
  if(odd)
    message(WARNING "Wireshark ${version} is a development snapshot, which may have changed "
                    "what this source calls: it is tested with 4.0, 4.4 and 4.6")
  endif()
endmacro()
