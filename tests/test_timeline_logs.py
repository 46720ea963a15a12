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
    return tshark.story(path, *arguments)


def log(folder, host, *lines):
    path = folder / f"{host}.log"
    path.write_text("".join(line + "\n" for line in lines))
    return path


def proposals(tshark, path):
    return [row["What happened"] for row in timeline(tshark, path)
            if "log is " in row["What happened"]]


@pytest.mark.parametrize("passes", [[], ["-2"]])
def test_three_captures_and_three_logs(tshark, tmp_path, passes):
    """Each row by what happened: mark's card hangs at 15:04:03.02, behind five rounds of three
    HELLOs at three places.  The last HELLO, at 15:04:22, is frame 74; KILL is 83, behind
    two lines of ludwig's log; NODEDOWN is 86."""
    path = merged(tmp_path, "-z", "Europe/Berlin", "-y", "2010",
                  *(ROOT / f"docs/incident/{node}.log" for node in ("ludwig", "johann", "mark")))
    rows = timeline(tshark, path, "-o", "cluster.places:0=ludwig, 1=johann, 2=mark", *passes)
    assert [(row["Time"][6:], int(row["Frame"]), row["Place"], row["Node"]) for row in rows] == [
        ("15:04:03.020", 46, "log", "mark"),
        ("15:04:26.000", 78, "log", "ludwig"),
        ("15:04:26.000", 79, "log", "ludwig"),
        ("15:04:26.400", 86, "ludwig", "3"),
        ("15:04:26.400", 89, "log", "mark"),
        ("15:04:26.400", 91, "log", "mark"),
        ("15:04:27.000", 103, "log", "ludwig"),
        ("15:04:27.401", 120, "ludwig", "3 (mark)"),
        ("15:04:28.500", 123, "log", "johann"),
        ("15:04:28.500", 123, "log", "johann"),
        ("15:04:28.500", 124, "log", "johann"),
        ("15:04:29.501", 125, "log", "johann")]
    cause, *words = [row["What happened"] for row in rows]
    assert cause == "kernel: e1000: eth0: e1000_clean_tx_irq: Detected Tx Unit Hang"
    assert words[0] == words[7] == REMOVAL
    assert words[1] == words[9] == "CMAN: Started transition, generation 11"
    assert words[2] == (
        "node 3 is declared DEAD by node 1, though heard in frame 74, 4.4 s before: "
        "HELLOs sent in time, 4 lost on the way to ludwig and johann: look at what node 3 sends, "
        "and at the path from it")
    assert words[3] == "CMAN: Being told to leave the cluster by node 1"
    assert words[5] == words[10] == "CMAN: Finished transition, generation 12"
    assert "node 3 (mark) is out of the cluster" in words[6] and "took 1.0 s" in words[6]
    assert words[8].startswith("johann's log is 2.1 s ahead")
    assert words[8].endswith("in frame 123, the packets in frame 86; make its packets again "
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
    ("kernel: CLUSTER-<WARNING>-6055: node is alone", "CLUSTER-<WARNING>-6055: node is alone"),
    # Cards; their lines are told whole.
    ("kernel: e1000: eth0: e1000_clean_tx_irq: Detected Tx Unit Hang", ...),
    ("kernel: [7.5] e1000e 0000:00:19.0: eth0: Detected Hardware Unit Hang:", ...),
    ("kernel: NETDEV WATCHDOG: eth0: transmit timed out", ...),
    ("kernel: e1000: eth0: e1000_watchdog_task: NIC Link is Down", ...),
    ("kernel: e1000: eth0: e1000_watchdog_task: NIC Link is Up 100 Mbps Full Duplex", ...),
    ("kernel: tg3: eth0: Link is down.", ...),
    ("kernel: eth0: link up, 100Mbps, full-duplex, lpa 0x41E1", ...),
    ("kernel: r8169: eth0: link down", ...),
    ("kernel: bonding: bond0: link status definitely down for interface eth1, disabling it", ...),
    # Disks, IPv6, and what other programs say of a card.
    ("kernel: ata1: SATA link down (SStatus 0 SControl 300)", None),
    ("kernel: lpfc 0000:0a:01.0: 0:1305 Link Down Event x2 received", None),
    ("kernel: ADDRCONF(NETDEV_UP): eth0: link is not ready", None),
    ("snmpd[811]: eth0: link is down", None),
])
def test_only_what_tells_of_the_cluster(tshark, tmp_path, line, told):
    path = merged(tmp_path, log(tmp_path, "johann", f"2010-12-02T15:04:10+00:00 johann {line}"))
    rows = [row for row in timeline(tshark, path) if row["Place"] == "log"]
    assert [(row["Node"], row["What happened"]) for row in rows] == (
        [("johann", line if told is ... else told)] if told else [])


# --- OpenVMS ------------------------------------------------------------------------------

# What real nodes write (OpenVMS VAX V7.3): OPCOM's own time, and the connection manager's.
def opcom(time, text, behind=""):
    return f"%%%%%%%%%%%  OPCOM   2-JAN-2024 {time}  %%%%%%%%%%%{behind}\n{text}\n\n"


def operator(folder, *blocks, node="VAX1"):
    """VAX1's operator.log behind the capture in which VAX1 removes VAX3 at 03:04:29.0006."""
    path = folder / "operator.log"
    path.write_text("".join(blocks))
    subprocess.run([LOGS, "-o", folder / "logs.pcap", "-n", node, "-z", "UTC", path], check=True,
                   capture_output=True)
    subprocess.run(["mergecap", "-I", "none", "-w", folder / "all.pcapng",
                    BUILD / "captures/nisca-story-removal.pcap", folder / "logs.pcap"], check=True)
    return folder / "all.pcapng"


GONE = "Node VAX3 (csid 00010003) has been removed from the VAXcluster"


def test_operator_log(tshark, tmp_path):
    path = operator(
        tmp_path,
        opcom("03:04:28.50", "03:04:28.49 Node VAX1 (csid 00010001) lost connection to node VAX3"),
        opcom("03:04:28.60", "Message from user SYSTEM on VAX1\nNode VAX9 is mine"),
        opcom("03:04:28.70", "Message from user SYSTEM on VAX1\n"
              "%PEA0, Port has Closed Virtual Circuit - REMOTE NODE VAX3"),
        opcom("03:04:29.01", f"03:04:29.00 {GONE}"),
        opcom("03:04:29.03", "%CNXMAN,  completing VAXcluster state transition"))
    rows = [row for row in timeline(tshark, path) if row["Place"] == "log"]
    assert [(row["Time"][6:], row["Node"], row["What happened"]) for row in rows] == [
        ("03:04:28.500", "VAX1", "Node VAX1 (csid 00010001) lost connection to node VAX3"),
        ("03:04:28.700", "VAX1", "%PEA0, Port has Closed Virtual Circuit - REMOTE NODE VAX3"),
        ("03:04:29.010", "VAX1", GONE),
        ("03:04:29.030", "VAX1", "%CNXMAN,  completing VAXcluster state transition")]


@pytest.mark.parametrize("text", [
    f"03:04:32.10 {GONE}",
    "%CNXMAN,  removed from VAXcluster system VAX3",
    "%CNXMAN, Removed from VMScluster system VAX3",
])
@pytest.mark.parametrize("time, wanted, committed", [
    ("03:04:32.11", "3.1 s ahead", 35), ("03:04:27.51", "1.5 s behind", 36),
    ("03:04:29.05", None, 35),
])
def test_clock_of_an_operator_log(tshark, tmp_path, text, time, wanted, committed):
    """Frame 35 commits the removal, or 36 behind the log's line, at 03:04:29.0006."""
    found = proposals(tshark, operator(tmp_path, opcom(time, text)))
    assert [words.split(":")[0] for words in found] == (
        [f"VAX1's log is {wanted}"] if wanted else [])
    assert all(": it removes VAX3 in frame " in words
               and f", the packets in frame {committed}; " in words for words in found)


@pytest.mark.parametrize("text, behind", [
    # When a timer ends: no frame has this moment.
    ("%CNXMAN,  lost connection to system VAX3", ""),
    ("Node VAX1 (csid 00010001) timed-out lost connection to node VAX3", ""),
    ("%PEA0, Port has Closed Virtual Circuit - REMOTE NODE VAX3", ""),
    # Another node.
    (GONE.replace("VAX3", "VAX4"), ""),
    ("%CNXMAN,  removed from VAXcluster system VAX33", ""),
    # OPCOM's time is that of the node whose log it is, the node's name is the other's.
    (GONE, "    (from node VAX2 at  2-JAN-2024 03:04:29.00)"),
])
def test_lines_that_prove_nothing(tshark, tmp_path, text, behind):
    path = operator(tmp_path, opcom("03:04:32.11", text, behind))
    assert [row["Place"] for row in timeline(tshark, path)].count("log") == 1
    assert not proposals(tshark, path)


def test_what_is_proposed_for_operator_log_is_right(tshark, tmp_path):
    path = operator(tmp_path, opcom("03:04:32.11", GONE))
    words = proposals(tshark, path)[0]
    subprocess.run([LOGS, "-o", tmp_path / "logs.pcap", "-n", "VAX1", "-z", "UTC", "-c",
                    words.split()[-1], tmp_path / "operator.log"], check=True, capture_output=True)
    subprocess.run(["mergecap", "-I", "none", "-w", path,
                    BUILD / "captures/nisca-story-removal.pcap", tmp_path / "logs.pcap"],
                   check=True)
    assert not proposals(tshark, path)


def test_the_filter_has_the_logs_lines_too(tshark, tmp_path):
    """But fenced's."""
    path = merged(tmp_path, "-z", "Europe/Berlin", "-y", "2010", ROOT / "docs/incident/ludwig.log")
    assert len(tshark.frames(path, "cluster.event and syslog")) == 3
    assert len(tshark.frames(path, "syslog")) == 4


def test_packets_that_are_no_log(tshark, tmp_path):
    """Tags that end too soon, or name another dissector."""
    frames = [b"\0\x0c", b"\0\x0c\0\x08syslog\0\0", b"\0\x0c\0\x04data\0\0\0\0<6>CMAN: x",
              b"\0\x0c\0\x08syslog\0\0\0\0\0\0CMAN: too short", b"\0\x0c\xff\xff"]
    path = tmp_path / "odd.pcap"
    path.write_bytes(struct.pack("<IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, 252)
                     + b"".join(struct.pack("<IIII", 1, 0, len(f), len(f)) + f for f in frames))
    assert not timeline(tshark, path)
