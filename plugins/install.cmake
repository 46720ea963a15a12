# Installs the module; see the end of CMakeLists.txt.
#
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Wireshark loads plugins from <folder>/<major.minor>/epan only.  It ignores
# the personal folder when it runs as root, so root installs for everybody;
# so does what is staged for a package.
if(NOT folder)
  execute_process(COMMAND id -u OUTPUT_VARIABLE uid OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(uid STREQUAL "0" OR NOT "$ENV{DESTDIR}" STREQUAL "")
    set(folder "${system_folder}")
    public_folders("${folder}")
  else()
    set(folder "${personal_folder}")
  endif()
endif()
file(INSTALL "${module}" DESTINATION "${folder}" TYPE MODULE
     PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
if(CMAKE_INSTALL_DO_STRIP AND strip)
  execute_process(COMMAND "${strip}" --strip-unneeded "$ENV{DESTDIR}${folder}/cluster-heartbeats.so")
endif()
