# SPDX-License-Identifier: GPL-2.0-or-later
"""The generator itself: what it writes is sound, and the same each time."""
import subprocess

from tshark import BUILD, ROOT

LINK_LAYERS = ("-o", "ip.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE")


def test_two_runs_write_the_same(tmp_path, captures):
    texts = sorted((ROOT / "test-captures").glob("*.txt"))
    texts = [text for text in texts if text.name != "CMakeLists.txt"]
    subprocess.run([BUILD / "test-captures/make-captures", tmp_path, *texts], check=True)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in captures.iterdir()}


def test_checksums_of_carriers_are_right(tshark, captures):
    """The carriers' stray bytes and fragments are no excuse for bad headers."""
    for path in captures.glob("carriers-*.pcap"):
        assert not tshark.frames(path, "ip.checksum.status == 0 || udp.checksum.status == 0",
                                 *LINK_LAYERS), path.name
        if "nisca" not in path.name:
            assert tshark.frames(path, "ip.checksum.status == 1 || ipv6", *LINK_LAYERS), path.name


def test_a_bad_text_is_said_clearly(tmp_path):
    text = tmp_path / "bad.txt"
    text.write_text("#LINKTYPE 101\n2010-12-02T15:27:03.310837Z\n0000  45 00\n0004  00 01\n")
    done = subprocess.run([BUILD / "test-captures/make-captures", tmp_path, text],
                          capture_output=True, text=True)
    assert done.returncode != 0
    assert f"{text}:4: neither time, comment nor the bytes that are due" in done.stderr
