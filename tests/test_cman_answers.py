# SPDX-License-Identifier: GPL-2.0-or-later
"""What cman says of the incidents in test-captures/cman-*.story, in words and tables, in one
pass and in two.  The truth is told at the head of each story; its fields are judged there."""
import re
import subprocess

import pytest

WARNINGS = "_ws.expert.severity >= 6291456"


@pytest.fixture
def story(capture):
    return lambda name: capture(f"cman-{name}")


def rows(tshark, path, display_filter, *fields, passes=()):
    wanted = [option for field in fields for option in ("-e", field)]
    text = tshark.read(path, *passes, "-Y", display_filter, "-T", "fields", *wanted)
    return [line.split("\t") for line in text.splitlines()]


def test_a_partition_blames_neither_side(tshark, story):
    """In one pass, the first to declare the other dead may be deaf, for all that is known yet:
    the path is named beside it.  Later frames make that narrower, and do not take it back."""
    words = [row[0] for row in rows(tshark, story("partition"), "cman.death.heard",
                                    "_ws.expert.message")]
    assert [re.split("; by deadnode_timeout|,Node", word.partition("DEAD: ")[2])[0]
            for word in words] == [
        "look at the path from node 3 to node 1, and at what node 1 receives",
        "both sides miss each other, look at the path between nodes 3 and 1",
        "both sides miss each other, look at the path between nodes 3 and 2"]
    words = [row[0] for row in rows(tshark, story("partition"), "cman.death.heard",
                                    "_ws.expert.message", passes=("-2",))]
    assert all("both sides" in word for word in words)


def test_who_is_on_which_side_of_a_split(tshark, story):
    (words,), = rows(tshark, story("partition"), "cman.split", "_ws.expert.message")
    assert words == ("the cluster is split: nodes 1 and 2 (generation 12, 2 members) "
                     "against node 3 (generation 12, 1 member)")


@pytest.mark.parametrize("passes", [(), ("-2",)], ids=["one-pass", "two-passes"])
@pytest.mark.parametrize("name, node, master, outcome, start, proof", [
    # The LEAVE of the master; frames as they stand in the stories.
    ("given-up", "4", "1", "given up: no answer from nodes 2 and 3", "4", "61"),
    ("simultaneous", "mark (3)", "ludwig (1)", "ended", "15", "23"),
    ("node-lost", "mark (3)", "ludwig (1)", "ended", "29", "33"),
    ("partition", "3", "1", "ended", "8", "10"),
    # The STARTTRANS REMNODE of the joiner.
    ("joins-fail", "clara (4)", "1", "join failed", "18", "26"),
])
def test_the_row_of_a_transition(tshark, story, name, node, master, outcome, start, proof, passes):
    """Whom it concerned, how it ended, and the frames that prove it."""
    row, = tshark.table(story(name), "cman,transitions", *passes)
    assert (row["Node"], row["Outcome"]) == (node, outcome)
    assert row["Master"] in (master, f"ludwig ({master})")
    assert (row["Start frame"], row["Outcome frame"]) == (start, proof)
    assert row["Started at"] != "-" and row["Outcome at"] != "-"


def test_who_is_out_in_one_transition(tshark, story):
    """Two at a time: one named by ANOTHERREMNODE, one by the master's view alone."""
    found = tshark.table(story("two-die"), "cman,transitions")
    assert [set(row["Node"].split(", ")) for row in found] == [
        {"mark (3)", "clara (4)"}, {"anton (5)", "paul (6)"}]


def test_the_rows_of_nodes(tshark, story):
    """Node 3's last HELLO at 45.5 s ended an interval of 35 s, and it sent a LEAVE at 46.0001 s;
    the intervals of the other node 3 are all 5 s, the first of them ends at 5.2 s."""
    found = {row["Address"]: row for row in tshark.table(story("tunnels"), "cman,nodes")}
    assert found["198.51.100.3"]["Longest in frame"] == "54"
    assert found["198.51.100.3"]["Last seen"].endswith(":51.000")
    assert found["192.0.2.3"]["Longest in frame"] == "9"


def test_what_was_not_measured(tshark, story):
    """A transition without end, and a barrier that never completes."""
    row, = tshark.table(story("given-up"), "cman,transitions")
    assert row["Duration (s)"] == "-"
    hung = tshark.table(story("hang"), "cman,barriers")[0]
    assert hung["Completed after (s)"] == "completion not seen"
    assert (hung["WAIT frame"], hung["First COMPLETE at"], hung["COMPLETE frame"]) == (
        "11", "-", "-")


def test_halves_of_which_a_part_is_not_seen(tshark, story):
    """Two nodes at each barrier; the fifth may be at either."""
    found = tshark.table(story("halves-unseen"), "cman,barriers")
    assert [(row["Barrier"], row["Nodes"]) for row in found] == [("TRANSITION.12", "2")] * 2


def test_where_the_heartbeats_were_lost(tshark, story):
    found = tshark.table(story("lost-on-the-way"), "cman,delivery")
    lost = {(row["Sender"][-3:], row["Place"]): row["Lost there"] for row in found}
    assert lost.pop(("(3)", "eth0 at ludwig")) == "4"
    assert set(lost.values()) == {"0"}


@pytest.mark.parametrize("ahead", ["0", "0.02"])
def test_files_that_were_merged_into_one_interface(tshark, captures, tmp_path, ahead):
    """mergecap's default: every message comes three times, and node 3's HELLOs from 27 s on
    come once.  Nobody knows any more where; so the HELLO that was seen proves nothing of
    node 1's receiving side.  One clock may be ahead by more than any LAN delays a frame."""
    merged = tshark.captures / f"cman-one-interface-{ahead}.pcap"
    shifted = tmp_path / "johann.pcap"
    subprocess.run(["editcap", "-F", "pcap", "-t", ahead, captures / "incident-johann.pcap",
                    shifted], check=True)
    subprocess.run(["mergecap", "-F", "pcap", "-w", merged, captures / "incident-ludwig.pcap",
                    shifted, captures / "incident-mark.pcap"], check=True)
    merged.chmod(0o644)
    assert [row[0] for row in rows(tshark, merged, WARNINGS, "cman.cmd", passes=("-2",))] == [
        "5", "18"]
    assert rows(tshark, merged, "cman.death.heard || cman.analysis.duplicate", "frame.number",
                passes=("-2",)) == []
    (frame, words), = rows(tshark, merged, "cluster.copies", "frame.number",
                           "_ws.expert.message", passes=("-2",))
    assert frame == "1" and "3 times" in words and "mergecap -I none" in words
    # 11 HELLOs of nodes 1 and 2 each, 9 of node 3, and what else is for all to see.
    found = tshark.table(merged, "cman,delivery")
    assert [(row["Sender"][-3:], row["Seen there"], row["Lost there"]) for row in found] == [
        ("(1)", "18", "0"), ("(2)", "15", "0"), ("(3)", "9", "0")]


def test_who_was_refused_and_why(tshark, story):
    (words,), = rows(tshark, story("joins-fail"), "cman.joinack_nak", "_ws.expert.message")
    assert words == ("anton (192.0.2.5) is refused by node 1: its configuration has version 6, "
                     "the cluster's has version 7 (frame 2)")


def test_an_old_snap_length_leaves_the_reason(tshark, story):
    """The node id is cut: 1, which is whole, is the sender."""
    info = [row[0].partition("[")[0] for row in rows(tshark, story("snap68"), "cman",
                                                     "_ws.col.Info")]
    assert info == ["HELLO members 3 QUORATE, node 1 seq 1",
                    "HELLO members 3 QUORATE, node 2 seq 1",
                    "NODEDOWN node not captured DEAD, node 1 seq 2",
                    "ACK MEMBERSHIP, node 2 ack 2",
                    "STARTTRANS REMNODE node not captured DEAD, node 1 seq 3"]
    (words, event), = rows(tshark, story("snap68"), "cman.nodedown", "_ws.expert.message",
                           "cluster.event")
    assert words == event == "a node (not captured) is declared DEAD by node 1"
    events = rows(tshark, story("snap68"), "cluster.event", "frame.number")
    assert events == [["3"]]
