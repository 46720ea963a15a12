# Installs cluster-heartbeats-logs and its man page; see the end of CMakeLists.txt.
#
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Root, and what is staged for a package, installs below the prefix; a user
# below ~/.local, where the XDG folders are.
cmake_policy(VERSION 3.16)
execute_process(COMMAND id -u OUTPUT_VARIABLE uid OUTPUT_STRIP_TRAILING_WHITESPACE)
if(uid STREQUAL "0" OR NOT "$ENV{DESTDIR}" STREQUAL "")
  set(folder "${CMAKE_INSTALL_PREFIX}")
  public_folders("${folder}/bin" "${folder}/share/man/man1")
else()
  set(folder "$ENV{HOME}/.local")
endif()
file(INSTALL "${program}" DESTINATION "${folder}/bin" TYPE PROGRAM)
if(CMAKE_INSTALL_DO_STRIP AND strip)
  execute_process(COMMAND "${strip}" "$ENV{DESTDIR}${folder}/bin/cluster-heartbeats-logs")
endif()
if(EXISTS "${page}")
  file(INSTALL "${page}" DESTINATION "${folder}/share/man/man1" TYPE FILE)
endif()
