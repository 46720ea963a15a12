# SPDX-License-Identifier: GPL-2.0-or-later
"""Decimals have a point in every locale: a German Wireshark prints what the documents
show, and what scripts read."""
import re
import shutil
import subprocess

import pytest

CAPTURES = ["cman-node-lost.pcap", "nisca-hangs.pcap", "nisca-story-removal.pcap",
            "nisca-story-silent-node.pcap", "ncs-slave-dies.pcap", "ncs-gaps-of-slave.pcap"]
TABLES = ["cluster,timeline", "cman,nodes", "cman,transitions", "nisca,circuits",
          "nisca,transitions", "ncs_heartbeat,nodes"]


@pytest.fixture(scope="module")
def german(tshark):
    """The environment of a German user, whose decimals have a comma."""
    folder = tshark.home / "locales"
    folder.mkdir()
    if shutil.which("localedef"):
        subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", folder / "de_DE.UTF-8"],
                       capture_output=True)
    if not list(folder.glob("*/LC_NUMERIC")):
        pytest.skip("no German without Debian's package locales")
    changes = {"LOCPATH": str(folder), "LC_ALL": "de_DE.UTF-8"}
    comma = tshark.run("-c", "printf %.1f 1,5", program="bash", env_changes=changes).stdout
    assert comma == "1,5", "the locale is not in force"
    return changes


def printed(tshark, capture, env_changes, *arguments):
    return tshark.run("-n", "-r", tshark.readable(capture), *arguments,
                      env_changes=env_changes).stdout


@pytest.mark.parametrize("name", CAPTURES)
def test_packets(tshark, captures, german, name):
    for arguments in ([], ["-2", "-O", "cman,nisca,ncs_heartbeat,cluster"]):
        ours = printed(tshark, captures / name, {}, *arguments)
        assert re.search(r"\d\.\d", ours)
        assert printed(tshark, captures / name, german, *arguments) == ours


@pytest.mark.parametrize("table", TABLES)
def test_tables(tshark, captures, german, table):
    for name in CAPTURES:
        ours = printed(tshark, captures / name, {}, "-q", "-z", table)
        assert printed(tshark, captures / name, german, "-q", "-z", table) == ours
