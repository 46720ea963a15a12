# public_folders(PATH...): make those that are missing, with all above, so that everybody gets in.
# CMake leaves that to the umask, whatever CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS says.
#
# SPDX-License-Identifier: GPL-2.0-or-later
function(public_folders)
  foreach(path IN LISTS ARGN)
    if(NOT IS_DIRECTORY "$ENV{DESTDIR}${path}") # it would get other permissions than the system's
      execute_process(COMMAND install -d "$ENV{DESTDIR}${path}")
    endif()
  endforeach()
endfunction()
