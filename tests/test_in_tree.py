# SPDX-License-Identifier: GPL-2.0-or-later
"""Building inside Wireshark's own source tree.

tests/in-tree/run does it with Wireshark's real source; here is what needs none:
a tree that has Wireshark's macros and nothing else."""
import re
import shutil
import subprocess

import pytest

from tshark import ROOT

TREE = """\
cmake_minimum_required(VERSION 3.16)
project({name} C)
set(PROJECT_VERSION 4.0.99)
set(DATAFILE_DIR "${{CMAKE_BINARY_DIR}}/run")
set(CMAKE_INSTALL_DATADIR share/wireshark)
set(WERROR_COMMON_FLAGS "-Werror")
set(CMAKE_MODULE_PATH "${{CMAKE_SOURCE_DIR}}/cmake")
add_custom_target(plugins)
add_library(epan INTERFACE)
add_subdirectory(plugins/epan/cluster-heartbeats)
"""
# The names and arguments of Wireshark's own macros, cmake/modules/WiresharkPlugin.cmake.
MACROS = """\
macro(set_module_info name major minor micro extra)
  message(STATUS "module ${name} ${major}.${minor}.${micro}.${extra}")
  add_definitions(-DPLUGIN_VERSION="${major}.${minor}.${micro}")
endmacro()
macro(add_wireshark_plugin_library name folder)
  add_library(${name} MODULE ${PLUGIN_FILES})
  set_target_properties(${name} PROPERTIES PREFIX ""
    LIBRARY_OUTPUT_DIRECTORY "${DATAFILE_DIR}/plugins/4.0/${folder}")
endmacro()
macro(install_plugin name folder)
  install(TARGETS ${name} LIBRARY DESTINATION lib/wireshark/plugins/4.0/${folder})
endmacro()
"""


@pytest.fixture(params=["wireshark", "Wireshark"])
def tree(request, tmp_path):
    """Wireshark's tree in small, configured; its project has a name of its own on each system."""
    folder = tmp_path / "tree"
    plugin = folder / "plugins/epan/cluster-heartbeats"
    plugin.mkdir(parents=True)
    for name in ("plugins", "cman", "nisca", "ncs_heartbeat", "profiles"):
        shutil.copytree(ROOT / name, plugin / name)
    shutil.copy(ROOT / "CMakeLists.txt", plugin)
    (folder / "CMakeLists.txt").write_text(TREE.format(name=request.param))
    (folder / "cmake").mkdir()
    (folder / "cmake/WiresharkPlugin.cmake").write_text(MACROS)
    (folder / "epan").mkdir()
    (folder / "epan/packet.h").touch()
    # Neither pkg-config nor the headers of a system's Wireshark are needed.
    done = subprocess.run(["cmake", "-S", folder, "-B", tmp_path / "build",
                           "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"], capture_output=True, text=True,
                          env={"PATH": "/usr/bin:/bin", "PKG_CONFIG_LIBDIR": "/nowhere"})
    assert done.returncode == 0, done.stderr
    assert "Building for Wireshark" not in done.stdout
    return tmp_path / "build", done.stdout


def test_the_module_is_built_as_one_of_the_tree(tree):
    build, said = tree
    version = re.search(r"project\(\S+ VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text())[1]
    assert f"module cluster-heartbeats {version}.0" in said
    commands = (build / "compile_commands.json").read_text()
    assert '-DBUILT_FOR=\\\\\\"4.0.99\\\\\\"' in commands
    assert "-Werror" in commands
    link = next(build.rglob("cluster-heartbeats.dir/link.txt")).read_text()
    assert "run/plugins/4.0/epan/cluster-heartbeats.so" in link
    assert "-Wl,-z" not in link
    assert (build / "run/profiles/Cluster heartbeats/preferences").is_file()


def test_nothing_but_the_module_is_built(tree):
    build, _ = tree
    assert not list(build.rglob("CPackConfig.cmake"))
    commands = (build / "compile_commands.json").read_text()
    assert "test-captures" not in commands and "plugins/logs" not in commands


def test_both_builds_have_the_same_files(tree):
    """In the tree these are the C files of four folders; here they are a list."""
    build, _ = tree
    listed = set(re.findall(r"^  ((?:plugins|cman|nisca|ncs_heartbeat)/[\w-]+\.c)\b",
                            (ROOT / "CMakeLists.txt").read_text(), re.M))
    built = set(re.findall(r"cluster-heartbeats/(\w+/[\w-]+\.c)\"",
                           (build / "compile_commands.json").read_text()))
    assert listed == built
