# Installs the profile "Cluster heartbeats"; see the end of CMakeLists.txt.
#
# SPDX-License-Identifier: GPL-2.0-or-later
#
# For everybody, and where it is staged for a package, it goes to Wireshark's own
# folder of profiles. For one user it goes beside that user's profiles, where the
# user may change it, and Wireshark itself does: a list of what was installed tells
# which files are still ours.
cmake_policy(VERSION 3.16)
execute_process(COMMAND id -u OUTPUT_VARIABLE uid OUTPUT_STRIP_TRAILING_WHITESPACE)
if(uid STREQUAL "0" OR NOT "$ENV{DESTDIR}" STREQUAL "")
  public_folders("${system_profiles}")
  file(INSTALL "${profile}" DESTINATION "${system_profiles}")
  return()
endif()

if(NOT "$ENV{XDG_CONFIG_HOME}" STREQUAL "")
  set(settings "$ENV{XDG_CONFIG_HOME}/wireshark")
else()
  set(settings "$ENV{HOME}/.config/wireshark")
endif()
# As Wireshark does: the old folder, where there is no new one.
if(NOT EXISTS "${settings}" AND EXISTS "$ENV{HOME}/.wireshark")
  set(settings "$ENV{HOME}/.wireshark")
endif()
# Wireshark rewrites a file with comments of its own when a dialog is closed,
# also where nothing was changed: what counts is the rest.
function(md5_of_content path answer)
  file(READ "${path}" text)
  string(REGEX REPLACE "(^|\n)[ \t]*#[^\n]*" "\n" text "${text}")
  string(REGEX REPLACE "[\r\n]+" "\n" text "\n${text}\n")
  string(MD5 md5 "${text}")
  set(${answer} "${md5}" PARENT_SCOPE)
endfunction()

get_filename_component(name "${profile}" NAME)
set(target "${settings}/profiles/${name}")
set(list "${target}/installed.md5")

set(known "")
if(EXISTS "${list}")
  file(STRINGS "${list}" known)
elseif(EXISTS "${target}")
  message(STATUS "Kept your own profile: ${target}")
  return()
endif()

file(GLOB files RELATIVE "${profile}" "${profile}/*")
set(installed "")
foreach(file IN LISTS files)
  file(MD5 "${profile}/${file}" new)
  if(EXISTS "${target}/${file}")
    file(MD5 "${target}/${file}" old)
    md5_of_content("${target}/${file}" old_content)
    if(NOT old STREQUAL new AND NOT "${old} ${file}" IN_LIST known
       AND NOT "${old_content} ${file}" IN_LIST known)
      if(NOT file STREQUAL "recent") # Wireshark's own note of how it was left
        message(STATUS "Kept, since you changed it: ${target}/${file}")
      endif()
      continue()
    endif()
  endif()
  # file(INSTALL) leaves a file alone that is of the same second.
  file(REMOVE "${target}/${file}")
  file(INSTALL "${profile}/${file}" DESTINATION "${target}")
  md5_of_content("${profile}/${file}" content)
  list(APPEND installed "${new} ${file}" "${content} ${file}")
endforeach()
list(JOIN installed "\n" installed)
file(WRITE "${list}" "${installed}\n")
