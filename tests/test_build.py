# SPDX-License-Identifier: GPL-2.0-or-later
"""Configuring, compiling and installing, as README describes them."""
import os
import re
import shutil
import subprocess

import pytest

from tshark import BUILD, MODULE, ROOT

CLEAN = {key: value for key, value in os.environ.items() if not key.startswith("PKG_CONFIG")}


def configure(folder, *arguments, **environment):
    return subprocess.run(["cmake", "-S", ROOT, "-B", folder, *arguments], capture_output=True,
                          text=True, env={**CLEAN, **environment})


def one_line(text):
    return " ".join(text.split())


def test_missing_headers_stop_with_a_clear_sentence(tmp_path):
    done = configure(tmp_path / "build", PKG_CONFIG_LIBDIR=str(tmp_path))
    assert done.returncode != 0
    assert "apt-get install libwireshark-dev libglib2.0-dev" in one_line(done.stderr)


def test_missing_libpcap_stops_with_a_clear_sentence(tmp_path):
    for name, version in (("wireshark", "4.0.17"), ("glib-2.0", "2.74.0")):
        (tmp_path / f"{name}.pc").write_text(f"Name: x\nDescription: x\nVersion: {version}\n")
    done = configure(tmp_path / "build", PKG_CONFIG_LIBDIR=str(tmp_path))
    assert done.returncode != 0
    assert "apt-get install libpcap-dev" in one_line(done.stderr)


def configure_for(folder, version):
    """For a Wireshark that is nothing but a version."""
    (folder / "wireshark.pc").write_text(
        f"Name: wireshark\nDescription: none\nVersion: {version}\nplugindir=/nowhere\n")
    for name in ("glib-2.0", "libpcap"):
        (folder / f"{name}.pc").write_text(f"Name: {name}\nDescription: x\nVersion: 2.74.0\n")
    return configure(folder / "build", PKG_CONFIG_LIBDIR=str(folder))


@pytest.mark.parametrize("version", ["3.6.2", "4.8.0", "5.0.0"])
def test_unsupported_wireshark_stops_with_a_clear_sentence(tmp_path, version):
    done = configure_for(tmp_path, version)
    assert done.returncode != 0
    assert f"Wireshark {version} is not supported" in one_line(done.stderr)


@pytest.mark.parametrize(("version", "is_snapshot"), [("4.6.0", False), ("4.7.0rc0", True)])
def test_a_snapshot_of_wireshark_is_accepted_with_a_word(tmp_path, version, is_snapshot):
    done = configure_for(tmp_path, version)
    assert done.returncode == 0, done.stderr
    word = f"Wireshark {version} is a development snapshot"
    assert (word in one_line(done.stderr)) == is_snapshot


def test_an_update_of_wireshark_is_noticed_in_the_same_build_folder(tmp_path):
    for version in ("4.0.17", "4.4.18"):
        done = configure_for(tmp_path, version)
        assert f"Building for Wireshark {version}\n" in done.stdout


@pytest.mark.skipif(not shutil.which("clang"), reason="clang is not installed")
def test_clang_has_no_warnings(tmp_path):
    """Its warnings do not depend on the optimization, which takes the time."""
    build = tmp_path / "build"
    assert configure(build, "-DCMAKE_C_COMPILER=clang", "-DWERROR=ON", "-DCMAKE_BUILD_TYPE=Debug",
                     "-DCMAKE_INTERPROCEDURAL_OPTIMIZATION=OFF").returncode == 0
    done = subprocess.run(["cmake", "--build", build, "--target", "cluster-heartbeats",
                           "make-captures", "cluster-heartbeats-logs"],
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


# Debian's header of GLib is right for Linux only, where a long is as wide as a pointer.
FOR_WINDOWS = ["-std=c11", "-fsyntax-only", "-Wall", "-Wextra", "-Wshadow", "-Werror",
               "-Wno-int-to-pointer-cast", "-Wno-pointer-to-int-cast",
               "-DHAVE_SSIZE_T", '-DBUILT_FOR=""', '-DPLUGIN_VERSION=""', "-Iplugins"]


@pytest.mark.skipif(not shutil.which("x86_64-w64-mingw32-gcc"), reason="mingw-w64 is not installed")
def test_windows_would_compile_it():
    """As far as headers of Linux can tell: the addresses of what a DLL exports are
    no constants there, so no static table may hold one."""
    headers = subprocess.run(["pkg-config", "--cflags-only-I", "wireshark", "glib-2.0"],
                             check=True, capture_output=True, text=True).stdout.split()
    files = [path.relative_to(ROOT) for folder in ("cman", "nisca", "ncs_heartbeat", "plugins")
             for path in sorted((ROOT / folder).glob("*.c"))]
    done = subprocess.run(["x86_64-w64-mingw32-gcc", *FOR_WINDOWS, *headers, *files], cwd=ROOT,
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_no_rpm_is_made(tmp_path):
    done = subprocess.run(["cpack", "-G", "RPM", "--config", BUILD / "CPackConfig.cmake",
                           "-B", tmp_path], capture_output=True, text=True)
    assert done.returncode != 0
    assert "No RPM is made: nothing would keep it from another series" in one_line(done.stderr)
    assert not list(tmp_path.rglob("*.rpm"))


def test_only_the_entry_points_are_exported():
    symbols = subprocess.run(["nm", "-D", "--defined-only", "--format=posix", MODULE], check=True,
                             capture_output=True, text=True).stdout
    names = {line.split()[0] for line in symbols.splitlines()
             if not line.startswith("__odr_asan.")}  # of a sanitized build
    assert names - {"plugin_describe"} == {"plugin_register", "plugin_version",
                                           "plugin_want_major", "plugin_want_minor"}


def test_one_file_knows_the_versions_of_wireshark():
    for folder in ("plugins", "cman", "nisca", "ncs_heartbeat"):
        for path in (ROOT / folder).glob("*.[ch]"):
            if path.name != "ws-compat.h":
                text = path.read_text()
                assert not re.search(r"WS_AT_LEAST|^#\s*(el)?if.*VERSION", text, re.M), path


def installed_modules(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*.so")}


def assert_program_is_installed(prefix):
    said = subprocess.run([prefix / "bin/cluster-heartbeats-logs", "--version"], check=True,
                          capture_output=True, text=True).stdout
    assert re.fullmatch(r"cluster-heartbeats-logs [\d.]+\n", said)
    assert (prefix / "share/man/man1/cluster-heartbeats-logs.1.gz").is_file()


@pytest.mark.skipif(os.getuid() != 0, reason="needs root")
def test_root_installs_into_the_system_folder(tmp_path):
    plugindir = subprocess.run(["pkg-config", "--variable=plugindir", "wireshark"], check=True,
                               capture_output=True, text=True).stdout.strip()
    subprocess.run(["cmake", "--install", BUILD], check=True, capture_output=True, umask=0o077,
                   env={**CLEAN, "DESTDIR": str(tmp_path)})
    assert {oct(path.stat().st_mode & 0o777) for path in tmp_path.rglob("*") if path.is_dir()} == {
        "0o755"}
    assert all(path.stat().st_mode & 0o444 == 0o444 for path in tmp_path.rglob("*"))
    assert installed_modules(tmp_path) == {f"{plugindir[1:]}/epan/cluster-heartbeats.so"}
    assert_program_is_installed(tmp_path / "usr/local")


def test_a_user_installs_into_the_personal_folder(tshark):
    home = tshark.home / "somebody"
    home.mkdir()
    # The list of installed files is root's when root built: write it elsewhere.
    script = (BUILD / "cmake_install.cmake").read_text()
    (home / "cmake_install.cmake").write_text(
        script.replace(f"{BUILD}/${{CMAKE_INSTALL_MANIFEST}}", f"{home}/manifest.txt"))
    home.chmod(0o777)
    done = tshark.run("--install", home, program="cmake", check=False, env_changes={"HOME": home})
    if "cannot find" in done.stderr:
        pytest.skip("other users cannot read the build folder")
    assert done.returncode == 0, done.stderr
    assert installed_modules(home) == {
        f".local/lib/wireshark/plugins/{tshark.series}/epan/cluster-heartbeats.so"}
    assert_program_is_installed(home / ".local")
