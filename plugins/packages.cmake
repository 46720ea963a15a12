# Packages: `cpack --config build/CPackConfig.cmake` makes a Debian package for the Wireshark that was
# built for, `cpack --config build/CPackSourceConfig.cmake` a source tarball.
#
# SPDX-License-Identifier: GPL-2.0-or-later
include(GNUInstallDirs)

# --- What it is, and what it needs ------------------------------------------
set(CPACK_PACKAGE_NAME wireshark-plugin-cluster-heartbeats)
set(CPACK_PACKAGE_CONTACT "Cluster heartbeats maintainers <maintainers@cluster-heartbeats.invalid>"
    CACHE STRING "The maintainer whom the package names")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "dissectors for cluster heartbeats: cman, NISCA and NCS")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Wireshark plugin for people who must find out from a packet capture why a
cluster lost a node. It decodes the protocols of the Red Hat Cluster Suite of
RHEL 4 (cman), OpenVMS Cluster (NISCA) and Novell Cluster Services (NCS
heartbeat), and tells retransmissions from duplicates, lost messages from lost
acknowledgments, and late heartbeats from missing ones.
.
This package is for Wireshark ${WIRESHARK_SERIES} and no other series.")
set(CPACK_GENERATOR DEB)
set(CPACK_PROJECT_CONFIG_FILE "${CMAKE_CURRENT_SOURCE_DIR}/plugins/package/generators.cmake")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# A release for a newer Wireshark is newer, so that upgrades of the whole system replace it.
set(CPACK_DEBIAN_PACKAGE_RELEASE "1~ws${WIRESHARK_SERIES}")
# Without an upper bound, an update of Wireshark would leave a module behind that is not loaded.
math(EXPR next_minor "${WIRESHARK_VERSION_MINOR} + 1")
set(CPACK_DEBIAN_PACKAGE_DEPENDS "wireshark-common (>= ${WIRESHARK_SERIES}~), \
wireshark-common (<< ${WIRESHARK_VERSION_MAJOR}.${next_minor}~)")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "wireshark | tshark")
set(CPACK_DEBIAN_PACKAGE_ENHANCES "wireshark, tshark")
set(CPACK_STRIP_FILES ON)

# --- What only a package installs -------------------------------------------
set(doc_folder "share/doc/${CPACK_PACKAGE_NAME}")
install(CODE "
  include(\"${CMAKE_CURRENT_SOURCE_DIR}/plugins/public-folders.cmake\")
  if(NOT \"\$ENV{DESTDIR}\" STREQUAL \"\") # cpack has made this one
    execute_process(COMMAND chmod 755 \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\")
  endif()
  foreach(folder bin share/man/man1 share/wireshark/profiles ${doc_folder})
    public_folders(\"\${CMAKE_INSTALL_PREFIX}/\${folder}\")
  endforeach()"
  COMPONENT package EXCLUDE_FROM_ALL)

# compress(FILE NAME RESULT): Debian wants its documents compressed.  RESULT is where the
# compressed file is; without gzip it is not there.
function(compress file name result)
  set(path "${CMAKE_BINARY_DIR}/package/${name}.gz")
  set(${result} "${path}" PARENT_SCOPE)
  file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/package")
  execute_process(COMMAND gzip -9nc "${file}" OUTPUT_FILE "${path}" RESULT_VARIABLE failed)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  if(failed)
    file(REMOVE "${path}")
    message(STATUS "No gzip: packages will lack ${name}")
  endif()
endfunction()

# install_gzipped(FILE FOLDER NAME)
function(install_gzipped file folder name)
  compress("${file}" "${name}" path)
  if(EXISTS "${path}")
    install(FILES "${path}" DESTINATION "${folder}" COMPONENT package EXCLUDE_FROM_ALL)
  endif()
endfunction()

string(TIMESTAMP CHANGELOG_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(plugins/package/changelog.in package/changelog @ONLY)
install_gzipped("${CMAKE_CURRENT_BINARY_DIR}/package/changelog" "${doc_folder}" changelog.Debian)
if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/CHANGELOG.md")
  install_gzipped("${CMAKE_CURRENT_SOURCE_DIR}/CHANGELOG.md" "${doc_folder}" changelog)
endif()
install_gzipped("${CMAKE_CURRENT_SOURCE_DIR}/plugins/package/cluster-heartbeats-doctor.1"
                share/man/man1 cluster-heartbeats-doctor.1)
install(FILES README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md COPYING plugins/package/copyright
        DESTINATION "${doc_folder}" COMPONENT package EXCLUDE_FROM_ALL)
install(DIRECTORY docs DESTINATION "${doc_folder}" COMPONENT package EXCLUDE_FROM_ALL
        PATTERN "make-*" EXCLUDE)
install(PROGRAMS plugins/doctor DESTINATION bin RENAME cluster-heartbeats-doctor
        COMPONENT package EXCLUDE_FROM_ALL)
if(IS_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}/profiles")
  install(DIRECTORY profiles/ DESTINATION share/wireshark/profiles COMPONENT package EXCLUDE_FROM_ALL)
endif()
set(CPACK_INSTALL_CMAKE_PROJECTS "${CMAKE_BINARY_DIR};${PROJECT_NAME};ALL;/;\
${CMAKE_BINARY_DIR};${PROJECT_NAME};package;/")

# --- The source tarball ------------------------------------------------------
set(CPACK_SOURCE_GENERATOR TXZ)
set(CPACK_SOURCE_PACKAGE_FILE_NAME "${PROJECT_NAME}-${PROJECT_VERSION}")
string(REGEX REPLACE "([][.*+?|()^$\\\\])" "\\\\\\1" here "${CMAKE_CURRENT_SOURCE_DIR}")
set(CPACK_SOURCE_IGNORE_FILES "^${here}/build" "^${here}/\\.git(/|$)" "/__pycache__/"
    "/\\.pytest_cache/" "/\\.cache/")
set(CPACK_VERBATIM_VARIABLES ON)
include(CPack)
