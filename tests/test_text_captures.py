# SPDX-License-Identifier: GPL-2.0-or-later
"""Captures that are kept as text: the same as the originals, and text2pcap
reads the same bytes from them."""
import pytest

from tshark import ROOT

ORIGINALS = {
    "cman-field-guide-hello": "cman-hello",
    "cman-field-guide-leave": "cman-node-leave",
    "cman-field-guide-rejoin": "cman-node-rejoin",
}


@pytest.mark.parametrize("name", ORIGINALS)
def test_same_as_the_original(name, captures, real_captures):
    original = real_captures / f"{ORIGINALS[name]}.pcap"
    assert (captures / f"{name}.pcap").read_bytes() == original.read_bytes()


@pytest.mark.parametrize("name", ORIGINALS)
def test_text2pcap_reads_it(name, captures, tshark):
    text = tshark.readable(ROOT / "test-captures" / f"{name}.txt")
    result = tshark.captures / f"{name}-text2pcap.pcap"
    done = tshark.run("-q", "-F", "pcap", "-t", "ISO", "-l", "101", text, result,
                      program="text2pcap", check=False)  # it always prints a line of dashes
    assert done.returncode == 0, done.stderr
    what = ("-T", "fields", "-e", "frame.time_epoch", "-e", "frame.cap_len")
    assert tshark.read(result, *what) == tshark.read(captures / f"{name}.pcap", *what)
    assert tshark.read(result, "-x") == tshark.read(captures / f"{name}.pcap", "-x")
