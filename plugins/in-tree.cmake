# Builds the plugin inside Wireshark's own source tree, as plugins/epan/cluster-heartbeats or
# wherever CUSTOM_PLUGIN_SRC_DIR says; docs/building.md tells how.
#
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Everything comes from the tree: the headers, the compiler's options, the folders.  So this is the
# module and nothing else: no pkg-config, which would find the system's Wireshark, no packages, and
# no options for a linker, which Apple's and Microsoft's lack.
include(WiresharkPlugin)
include("${CMAKE_CURRENT_LIST_DIR}/series.cmake")
check_series("${PROJECT_VERSION}")

file(STRINGS "${CMAKE_CURRENT_SOURCE_DIR}/CMakeLists.txt" version REGEX "^project\\(")
string(REGEX MATCH "VERSION ([0-9]+)\\.([0-9]+)\\.([0-9]+)" version "${version}")
set_module_info(cluster-heartbeats ${CMAKE_MATCH_1} ${CMAKE_MATCH_2} ${CMAKE_MATCH_3} 0)

# Every C file of these folders is in the module; tests/test_in_tree.py compares it with CMakeLists.txt.
file(GLOB PLUGIN_FILES CONFIGURE_DEPENDS
  plugins/*.c
  cman/*.c
  nisca/*.c
  ncs_heartbeat/*.c)
file(GLOB headers RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" CONFIGURE_DEPENDS
  plugins/*.h
  cman/*.h
  nisca/*.h
  ncs_heartbeat/*.h)
set_source_files_properties(${PLUGIN_FILES} PROPERTIES COMPILE_FLAGS "${WERROR_COMMON_FLAGS}")

add_wireshark_plugin_library(cluster-heartbeats epan)
set_target_properties(cluster-heartbeats PROPERTIES C_VISIBILITY_PRESET hidden)
# Before the tree's own folders, whose headers may have the names of ours.
target_include_directories(cluster-heartbeats BEFORE PRIVATE plugins)
target_compile_definitions(cluster-heartbeats PRIVATE
  $<$<BOOL:${HAVE_SSIZE_T}>:HAVE_SSIZE_T>
  BUILT_FOR="${PROJECT_VERSION}")
target_link_libraries(cluster-heartbeats epan)
install_plugin(cluster-heartbeats epan)

# The profile, for the programs in the build folder.
if(DATAFILE_DIR)
  file(COPY "profiles/Cluster heartbeats" DESTINATION "${DATAFILE_DIR}/profiles")
endif()
install(DIRECTORY profiles/ DESTINATION "${CMAKE_INSTALL_DATADIR}/profiles")

# Wireshark's own check of what is called: the target checkAPI_cluster-heartbeats.
if(COMMAND checkapi)
  checkapi(NAME cluster-heartbeats
    SWITCHES --group dissectors-prohibited --group dissectors-restricted
    SOURCES ${PLUGIN_FILES} ${headers})
endif()
