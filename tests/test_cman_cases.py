# SPDX-License-Identifier: GPL-2.0-or-later
"""Incidents with a known truth, beside the repository: what cman says of them.

The truth is how the traffic was made; each file's is told in the README beside it."""

from pathlib import Path

import pytest

CASES = Path(__file__).resolve().parents[2] / "shared" / "cases"
WARNINGS = "_ws.expert.severity >= 6291456"


def case(name):
    """A capture, where it is there."""
    if not (CASES / name).exists():
        pytest.skip(f"{name} is not here")
    return CASES / name


def frames(tshark, name, display_filter, *fields):
    """Rows of fields of the frames that pass a filter."""
    wanted = [option for field in ("frame.number", *fields) for option in ("-e", field)]
    text = tshark.read(case(name), "-2", "-Y", display_filter, "-T", "fields", *wanted)
    return [line.split("\t") for line in text.splitlines()]


def timeline(tshark, name):
    """What happened, a line an event."""
    text = tshark.read(case(name), "-q", "-z", "cluster,timeline")
    return [line for line in text.splitlines() if "cman " in line]


@pytest.mark.parametrize("node", [1, 2])
def test_a_node_falls_silent_and_is_killed(tshark, node):
    """Four HELLOs of node 3 reach nobody; it is killed 24.4 s after its last."""
    rows = frames(tshark, f"cman-a-node{node}.pcap", "cman.death.silence",
                  "cman.cmd", "cman.death.last_heard", "cman.death.silence", "cman.death.missed")
    assert [row[1:3] + row[4:] for row in rows] == [
        ["5", "317", "4"], ["18", "317", "4"], ["10", "317", "4"]]
    assert all(abs(float(row[3]) - 24.4) < 0.1 for row in rows)
    silent = frames(tshark, f"cman-a-node{node}.pcap", "cman.silent_node",
                    "cman.silent.last_frame")
    assert [row[1] for row in silent] == ["317"]


def test_the_killed_node_had_sent_in_time(tshark):
    """Its own capture has the HELLOs that the others missed."""
    name = "cman-a-node3.pcap"
    assert len(frames(tshark, name, "cman.death.heard")) == 1
    assert frames(tshark, name, "cman.silent_node || cman.death.missed") == []


@pytest.mark.parametrize("name, frame, last", [
    ("cman-deaf.pcap", "27", "22"),
])
def test_a_deaf_node_declares_others_dead(tshark, name, frame, last):
    """Node 1's HELLO was 3.0 s before node 3 declared it DEAD."""
    rows = frames(tshark, name, "cman.death.heard", "cman.death.last_heard")
    assert rows == [[frame, last]]


@pytest.mark.parametrize("name, frame, message, acked", [
    ("cman-noresponse.pcap", "24", "14", ""),
    ("cman-ack_path.pcap", "29", "14", "16"),
])
def test_which_message_had_no_response(tshark, name, frame, message, acked):
    """The message that was sent four times, and the ACK that its sender did not get."""
    rows = frames(tshark, name, "cman.cmd == 18 && cman.death.message", "cman.death.message",
                  "cman.death.acked_in")
    assert rows == [[frame, message, acked]]


@pytest.mark.parametrize("name", ["cman-nodedown_again.pcap", "cman-kill_any_bond.pcap"])
def test_each_event_is_told_once(tshark, name):
    """One KILL and one NODEDOWN, however often they are seen."""
    assert len(frames(tshark, name, WARNINGS)) == 2


def test_a_silence_is_told_once(tshark):
    """Node 3 of one of two clones is silent for 35 s; then it is back."""
    words = timeline(tshark, "cman-tun2_silent.pcap")
    assert len(words) == 2
    assert "node 3 is silent" in words[0] and "heard again" in words[1]


def test_who_did_not_answer(tshark):
    """Node 4 acknowledges, but sends no STARTACK."""
    name = "cman-stuck_start.pcap"
    rows = frames(tshark, name, "cman.transition.missing", "cman.transition.missing",
                  "cman.trans.reason")
    assert rows[0] == ["49", "4", "6"]
    assert {row[1] for row in rows} == {"4"}
    text = tshark.read(case(name), "-2", "-q", "-z", "cman,transitions")
    rows = [line for line in text.splitlines() if "REMNODE" in line or "RESTART" in line]
    assert len(rows) == 1 and "REMNODE" in rows[0] and "given up" in rows[0]


def test_a_barrier_hangs(tshark):
    """The transition is over only when its barrier is: 17.0 s, not twice 1.0 s."""
    name = "cman-restart-after-end.pcap"
    assert frames(tshark, name, "cman.barrier.missing", "cman.barrier.missing",
                  "cman.transition.restarts") == [["12", "3", "1"]]
    ends = frames(tshark, name, "cman.transition.duration", "cman.transition.number",
                  "cman.transition.duration")
    assert [row[:2] for row in ends] == [["20", "1"]]
    assert float(ends[0][2]) == pytest.approx(17.0, abs=0.1)


def test_a_clash_keeps_the_node_concerned(tshark):
    """All see node 4 die at once, and node 1 wins: nobody removes node 1."""
    text = tshark.read(case("cman-simultaneous.pcap"), "-q", "-z", "cman,transitions")
    rows = [line.split("|") for line in text.splitlines() if "REMNODE" in line]
    assert len(rows) == 1 and "clara (4)" in " ".join(rows[0])
    assert frames(tshark, "cman-simultaneous.pcap", "cman.transition.missing") == []


def test_a_healthy_transition_misses_nobody(tshark):
    """Nobody is missing where all answer."""
    name = "cman-docs_healthy_transition.pcap"
    assert frames(tshark, name, "cman.transition.missing || cman.barrier.missing") == []


def table(tshark, name, table_name):
    """The rows of a table: cells without blanks around them."""
    text = tshark.read(case(name), "-q", "-z", table_name)
    return [[cell.strip() for cell in line.split("|")] for line in text.splitlines()
            if line.startswith(" ") and "|" in line]


@pytest.mark.parametrize("name, expected", [
    # master 1 ends at 41.0006 s, what it began at 40.0; master 3 at 41.5006, since 40.5
    ("cman-halves.pcapng", [("mark (3)", "ludwig (1)", 40.0, 1.0006),
                            ("ludwig (1)", "mark (3)", 40.5, 1.0006)]),
    # 2 begins in frame 54, 1 ends in 171; 5 begins in 76, 4 ends in 219
    ("cman-partition-5-2.pcap", [("anton (5)", "ludwig (1)", 38.428966, 10.599009),
                                 ("ludwig (1)", "clara (4)", 40.743200, 12.001453)]),
])
def test_each_half_has_a_transition_of_its_own(tshark, name, expected):
    """Two masters that declared each other dead: two rows, each from start to end."""
    rows = table(tshark, name, "cman,transitions")
    assert [(row[3], row[4], float(row[6]), float(row[7])) for row in rows] == expected
    assert all(row[9] == "ended" for row in rows)
    barriers = table(tshark, name, "cman,barriers")
    assert len(barriers) == 2 and all(float(row[4]) < 0.001 for row in barriers)
