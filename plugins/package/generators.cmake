# Read by cpack for each kind of package that it is asked for.
#
# SPDX-License-Identifier: GPL-2.0-or-later
#
# A package must keep the plugin and Wireshark's series together.  What that takes differs between
# the systems with RPM (the package's name, an epoch in its version), and is tested on none of them.
if(CPACK_GENERATOR STREQUAL "RPM")
  message(FATAL_ERROR "No RPM is made: nothing would keep it from another series of Wireshark, "
                      "which does not load it.  Build from the source there, see README.md.")
endif()
