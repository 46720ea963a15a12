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
set(PROJECT_VERSION {version})
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


def configure(tmp_path, name, version):
    """Wireshark's tree in small; neither pkg-config nor a system's Wireshark is needed."""
    folder = tmp_path / "tree"
    plugin = folder / "plugins/epan/cluster-heartbeats"
    plugin.mkdir(parents=True)
    for part in ("plugins", "cman", "nisca", "ncs_heartbeat", "profiles"):
        shutil.copytree(ROOT / part, plugin / part)
    shutil.copy(ROOT / "CMakeLists.txt", plugin)
    (folder / "CMakeLists.txt").write_text(TREE.format(name=name, version=version))
    (folder / "cmake").mkdir()
    (folder / "cmake/WiresharkPlugin.cmake").write_text(MACROS)
    (folder / "epan").mkdir()
    (folder / "epan/packet.h").touch()
    return subprocess.run(["cmake", "-S", folder, "-B", tmp_path / "build",
                           "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"], capture_output=True, text=True,
                          env={"PATH": "/usr/bin:/bin", "PKG_CONFIG_LIBDIR": "/nowhere"})


@pytest.mark.parametrize(("version", "word"), [
    ("4.7.0", "Wireshark 4.7.0 is a development snapshot"),
    ("3.6.24", "Wireshark 3.6.24 is not supported"), ("4.8.0", "Wireshark 4.8.0 is not supported")])
def test_the_tree_of_another_series_gets_a_word(tmp_path, version, word):
    done = configure(tmp_path, "wireshark", version)
    assert word in " ".join(done.stderr.split())
    assert (done.returncode == 0) == ("snapshot" in word)


@pytest.fixture(params=["wireshark", "Wireshark"])
def tree(request, tmp_path):
    """Configured; the project has a name of its own on each system."""
    done = configure(tmp_path, request.param, "4.0.99")
    assert done.returncode == 0 and not done.stderr, done.stderr
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
