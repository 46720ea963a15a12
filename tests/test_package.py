# SPDX-License-Identifier: GPL-2.0-or-later
"""The Debian package as an ordinary user builds it who keeps files to himself
(umask 077), twice, in different folders.  tests/packages/run installs, upgrades and
removes it, in a tree of its own."""
import os
import re
import shutil
import subprocess

import pytest

import documents
import sources
from tshark import ROOT, Tshark

NAME = "wireshark-plugin-cluster-heartbeats"
DOCUMENTS = f"usr/share/doc/{NAME}"
TOOLS = ("dpkg-deb", "dpkg-shlibdeps", "file", "gzip")
pytestmark = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in TOOLS),
    reason="no packages without Debian's packages dpkg-dev, file and gzip")

BUILD_PACKAGE = """
set -e; umask 077
cmake -S . -B build -DCMAKE_SKIP_INSTALL_ALL_DEPENDENCY=ON
cmake --build build -j 2 --target cluster-heartbeats cluster-heartbeats-logs
cd build; cpack --config CPackConfig.cmake
"""


def private_checkout(folder):
    for name in sources.files():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, place)
        place.chmod(0o700 if os.access(ROOT / name, os.X_OK) else 0o600)
    if os.getuid() == 0:
        subprocess.run(["chown", "-R", "nobody", folder], check=True)


def build_package(tool, folder):
    private_checkout(folder)
    done = subprocess.run(tool.command("sh") + ["-c", BUILD_PACKAGE], cwd=folder, text=True,
                          env={**tool.environment(), "SOURCE_DATE_EPOCH": "1700000000"},
                          capture_output=True)
    assert done.returncode == 0, done.stdout + done.stderr
    package, = (folder / "build").glob("*.deb")
    return package


@pytest.fixture(scope="module")
def builder():
    tool = Tshark(with_plugin=False)
    tool.home.chmod(0o755)
    yield tool
    tool.close()


@pytest.fixture(scope="module")
def package(builder):
    folder = builder.home / "checkout"
    folder.mkdir()
    return build_package(builder, folder)


@pytest.fixture(scope="module")
def unpacked(package):
    folder = package.parent / "unpacked"
    subprocess.run(["dpkg-deb", "-R", package, folder], check=True)
    return folder


def listing(package):
    """Path -> (mode, owner) of what is inside."""
    text = subprocess.run(["dpkg-deb", "-c", package], check=True, capture_output=True,
                          text=True).stdout
    rows = [re.split(r"\s+", line, maxsplit=5) for line in text.splitlines()]
    return {path.removeprefix("./"): (mode, owner) for mode, owner, _, _, _, path in rows}


def test_everybody_may_read_it_and_root_owns_it(package):
    for path, (mode, owner) in listing(package).items():
        wanted = ("drwxr-xr-x" if path.endswith("/") else
                  "-rwxr-xr-x" if path.startswith("usr/bin/") else "-rw-r--r--")
        assert (mode, owner) == (wanted, "root/root"), path


def test_nothing_of_the_builder_is_in_it(package, unpacked, builder):
    assert {path.split("/")[0] for path in listing(package)} == {"usr"}
    home = str(builder.home).encode()
    for path in unpacked.rglob("*"):
        assert not path.is_file() or home not in path.read_bytes(), path
    assert home not in (package.parent / "cluster-heartbeats.so").read_bytes()
    assert "usr/share/wireshark/profiles/Cluster heartbeats/preferences" in listing(package)


def test_another_folder_makes_the_same_bits(package, builder):
    folder = builder.home / "another folder"
    folder.mkdir()
    other = build_package(builder, folder)
    assert other.name == package.name
    assert other.read_bytes() == package.read_bytes()


def test_documents_are_in_it_and_their_links_lead_somewhere(unpacked):
    pages = sorted((unpacked / DOCUMENTS).rglob("*.md"))
    names = {str(page.relative_to(unpacked / DOCUMENTS)) for page in pages}
    assert names >= {str(page.relative_to(ROOT)) for page in documents.PAGES}
    assert list((unpacked / DOCUMENTS / "docs/pictures").glob("*.png"))
    for page in pages:
        for target in re.findall(r"\]\(([^)\s#]+)", page.read_text()):
            assert "://" in target or (page.parent / target).exists(), f"{page.name}: {target}"
