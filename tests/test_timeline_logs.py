# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines of logs in cluster,timeline, and how far their clocks are off.

The incident is that of test-captures/cman-incident.story: node 1 (ludwig) kills node 3 (mark) at
15:04:26.4000 UTC on 2 December 2010 and declares it dead 0.3 ms later.  In docs/incident
johann's clock is 2.1 s ahead."""
import struct
import subprocess

import pytest

from tshark import BUILD, ROOT

LOGS = BUILD / "cluster-heartbeats-logs"
REMOVAL = "CMAN: removing node mark from the cluster : Missed too many heartbeats"


def merged(folder, *arguments, captures=("ludwig", "johann", "mark")):
    """The nodes' captures, and the packets that the program makes of logs."""
    subprocess.run([LOGS, "-o", folder / "logs.pcap", *map(str, arguments)], check=True,
                   capture_output=True)
    subprocess.run(["mergecap", "-I", "none", "-w", folder / "all.pcapng",
                    *(BUILD / f"captures/incident-{node}.pcap" for node in captures),
                    folder / "logs.pcap"], check=True)
    return folder / "all.pcapng"


def timeline(tshark, path, *arguments):
    return tshark.table(path, "cluster,timeline", *arguments)


def log(folder, host, *lines):
    path = folder / f"{host}.log"
    path.write_text("".join(line + "\n" for line in lines))
    return path


def proposals(tshark, path):
    return [row["What happened"] for row in timeline(tshark, path)
            if "log is " in row["What happened"]]


@pytest.mark.parametrize("passes", [[], ["-2"]])
def test_three_captures_and_three_logs(tshark, tmp_path, passes):
    """Each row by what happened: the last HELLO, at 15:04:22, is frame 74 with a line of
    mark's log before it; KILL is 83, behind two lines of ludwig's log; NODEDOWN is 86."""
    path = merged(tmp_path, "-z", "Europe/Berlin", "-y", "2010",
                  *(ROOT / f"docs/incident/{node}.log" for node in ("ludwig", "johann", "mark")))
    rows = timeline(tshark, path, "-o", "cluster.places:0=ludwig, 1=johann, 2=mark", *passes)
    assert [(row["Time"][6:], int(row["Frame"]), row["Place"], row["Node"]) for row in rows] == [
        ("15:04:26.000", 78, "log", "ludwig"),
        ("15:04:26.000", 79, "log", "ludwig"),
        ("15:04:26.400", 83, "ludwig", "3"),
        ("15:04:26.400", 86, "ludwig", "3"),
        ("15:04:26.400", 86, "ludwig", "1"),
        ("15:04:26.400", 89, "log", "mark"),
        ("15:04:26.400", 91, "log", "mark"),
        ("15:04:27.000", 103, "log", "ludwig"),
        ("15:04:27.400", 108, "ludwig", "3 (mark)"),
        ("15:04:28.500", 123, "log", "johann"),
        ("15:04:28.500", 123, "log", "johann"),
        ("15:04:28.500", 124, "log", "johann"),
        ("15:04:29.501", 125, "log", "johann")]
    words = [row["What happened"] for row in rows]
    assert words[0] == words[9] == REMOVAL
    assert words[1] == words[11] == "CMAN: Started transition, generation 11"
    assert words[2].startswith("node 1 kills node 3, last heard 4.4 s ago")
    assert words[3].startswith("node 3 is declared DEAD by node 1, last heard 4.4 s ago")
    assert words[4].endswith("4 lost on the way to ludwig and johann; look at what node 3 sends, "
                             "and at the path from it")
    assert words[5] == "CMAN: Being told to leave the cluster by node 1"
    assert words[7] == words[12] == "CMAN: Finished transition, generation 12"
    assert "node 3 (mark) is out of the cluster" in words[8] and "took 1.0 s" in words[8]
    assert words[10].startswith("johann's log is 2.1 s ahead")
    assert words[10].endswith("in frame 123, the packets in frame 86; make its packets again "
                              "with -c -2.1")


def test_what_is_proposed_is_right(tshark, tmp_path):
    """Made again with -c -2.1, johann's log is in its place, and nothing is proposed."""
    path = merged(tmp_path, "-c", "-2.1", ROOT / "docs/incident/johann.log")
    rows = [row for row in timeline(tshark, path) if row["Place"] == "log"]
    assert [row["Time"][6:] for row in rows] == ["15:04:26.400", "15:04:26.400", "15:04:27.401"]
    assert not proposals(tshark, path)


@pytest.mark.parametrize("stamp, wanted", [
    # With fractions of a second it is known to them.
    ("2010-12-02T15:04:24.900000+00:00", "1.5 s behind"),
    ("2010-12-02T15:04:26.900000+00:00", "500 ms ahead"),
    ("2010-12-02T15:04:26.420000+00:00", None),
    # Whole seconds are up to one too early: 26 and 27 may be right, 25 and 28 are not.
    ("Dec  2 15:04:26", None),
    ("Dec  2 15:04:25", "900 ms behind"),
    ("Dec  2 15:04:28", "2.1 s ahead"),
    # Another zone, rather than a clock that is off.
    ("Dec  2 16:04:27", None),
])
def test_clock_of_a_log(tshark, tmp_path, stamp, wanted):
    path = merged(tmp_path, "-z", "UTC", "-y", "2010",
                  log(tmp_path, "johann", f"{stamp} johann kernel: {REMOVAL}"))
    found = proposals(tshark, path)
    assert len(found) == (wanted is not None)
    assert wanted is None or f"johann's log is {wanted}: " in found[0]


def test_a_log_is_told_once(tshark, tmp_path):
    lines = [f"2010-12-02T15:04:{second}.5+00:00 johann kernel: {REMOVAL}" for second in (28, 29)]
    assert len(proposals(tshark, merged(tmp_path, log(tmp_path, "johann", *lines)))) == 1


def test_another_nodes_removal_proves_nothing(tshark, tmp_path):
    """The packets say that node 3 is mark, though behind its death only."""
    line = f"2010-12-02T15:04:28.5+00:00 johann kernel: {REMOVAL.replace('mark', 'ulrike')}"
    assert not proposals(tshark, merged(tmp_path, log(tmp_path, "johann", line)))


@pytest.mark.parametrize("line, told", [
    ("kernel: CMAN: quorum lost, blocking activity", "CMAN: quorum lost, blocking activity"),
    ("fenced[2481]: mark not a cluster member", None),
    ("kernel: e1000: eth0: NIC Link is Down", None),
    ("kernel: CLUSTER-<WARNING>-6055: node is alone", "CLUSTER-<WARNING>-6055: node is alone"),
])
def test_only_the_clusters_own_lines(tshark, tmp_path, line, told):
    path = merged(tmp_path, log(tmp_path, "johann", f"2010-12-02T15:04:10+00:00 johann {line}"))
    rows = [row for row in timeline(tshark, path) if row["Place"] == "log"]
    assert [(row["Node"], row["What happened"]) for row in rows] == (
        [("johann", told)] if told else [])


def test_operator_log(tshark, tmp_path):
    text = ("%%%%%%%%%%%  OPCOM   2-DEC-2010 15:04:10.50  %%%%%%%%%%%\n"
            "15:04:10.50 Node VAX1 (csid 00010001) lost connection to node VAX2\n\n"
            "%%%%%%%%%%%  OPCOM   2-DEC-2010 15:04:11.50  %%%%%%%%%%%\n"
            "%CNXMAN, Lost connection to system VAX2\n\n")
    path = tmp_path / "operator.log"
    path.write_text(text)
    rows = [row for row in timeline(tshark, merged(tmp_path, "-n", "VAX1", "-z", "UTC", path))
            if row["Place"] == "log"]
    assert [(row["Time"][6:], row["Node"], row["What happened"]) for row in rows] == [
        ("15:04:11.500", "VAX1", "%CNXMAN, Lost connection to system VAX2")]


def test_the_filter_has_the_logs_lines_too(tshark, tmp_path):
    path = merged(tmp_path, ROOT / "docs/incident/mark.log")
    assert len(tshark.frames(path, "cluster.event and syslog")) == 2
    assert len(tshark.frames(path, "syslog")) == 3


def test_packets_that_are_no_log(tshark, tmp_path):
    """Tags that end too soon, or name another dissector."""
    frames = [b"\0\x0c", b"\0\x0c\0\x08syslog\0\0", b"\0\x0c\0\x04data\0\0\0\0<6>CMAN: x",
              b"\0\x0c\0\x08syslog\0\0\0\0\0\0CMAN: too short", b"\0\x0c\xff\xff"]
    path = tmp_path / "odd.pcap"
    path.write_bytes(struct.pack("<IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, 252)
                     + b"".join(struct.pack("<IIII", 1, 0, len(f), len(f)) + f for f in frames))
    assert not timeline(tshark, path)
