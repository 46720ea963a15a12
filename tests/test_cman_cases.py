# SPDX-License-Identifier: GPL-2.0-or-later
"""Incidents with a known truth, beside the repository: what cman says of them.

The truth is how the traffic was made; each file's is told in the README beside it."""

import subprocess
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
    return [line for line in text.splitlines() if "cman " in line and "end of file: " not in line]


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
    ("cman-deaf-merged.pcapng", "70", "58"),
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
    rows = [row for row in tshark.table(case(name), "cman,transitions", "-2")
            if row["Reason"].startswith(("REMNODE", "RESTART"))]
    assert len(rows) == 1 and "REMNODE" in rows[0]["Reason"] and "given up" in rows[0]["Outcome"]


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
    rows = [row for row in tshark.table(case("cman-simultaneous.pcap"), "cman,transitions")
            if "REMNODE" in row["Reason"]]
    assert [row["Node"] for row in rows] == ["clara (4)"]
    assert frames(tshark, "cman-simultaneous.pcap", "cman.transition.missing") == []


def test_a_healthy_transition_misses_nobody(tshark):
    """Nobody is missing where all answer."""
    name = "cman-docs_healthy_transition.pcap"
    assert frames(tshark, name, "cman.transition.missing || cman.barrier.missing") == []


@pytest.mark.parametrize("name, expected", [
    # master 1 ends at 41.0006 s, what it began at 40.0; master 3 at 41.5006, since 40.5
    ("cman-halves.pcapng", [("mark (3)", "ludwig (1)", 40.0, 1.0006),
                            ("ludwig (1)", "mark (3)", 40.5, 1.0006)]),
    # 2 begins in frame 54, 1 ends in 171; 5 begins in 76, 4 ends in 219.  All nodes of the
    # other side are out, as the views of the masters say
    ("cman-partition-5-2.pcap", [("anton (5), clara (4)", "ludwig (1)", 38.428966, 10.599009),
                                 ("ludwig (1), johann (2), mark (3)", "clara (4)", 40.743200,
                                  12.001453)]),
])
def test_each_half_has_a_transition_of_its_own(tshark, name, expected):
    """Two masters that declared each other dead: two rows, each from start to end."""
    rows = tshark.table(case(name), "cman,transitions")
    assert [(row["Node"], row["Master"], tshark.seconds_until(case(name), row["Start frame"]),
             float(row["Duration (s)"])) for row in rows] == expected
    assert all(row["Outcome"] == "ended" for row in rows)
    barriers = tshark.table(case(name), "cman,barriers")
    assert len(barriers) == 2
    assert all(float(row["Completed after (s)"]) < 0.001 for row in barriers)


def told(tshark, name, expert):
    """Frames with an expert item, and its words."""
    return [(row[0], row[1]) for row in frames(tshark, name, expert, "_ws.expert.message")]


# The HELLOs of both halves have the bit for quorum; in the other file, those of nodes 4 and 5
# come without it.
@pytest.mark.parametrize("name, quorum, sides", [
    ("cman-halves.pcapng", "; both sides have quorum", (
        "nodes 1 (ludwig) and 2 (johann) (generation 12, 2 members)",
        "nodes 3 (mark) and 4 (clara) (generation 12, 2 members)")),
    ("cman-partition-5-2.pcap", "", (
        "nodes 1 (ludwig), 2 (johann) and 3 (mark) (generation 14, 3 members)",
        "nodes 4 (clara) and 5 (anton) (generation 15, 2 members)")),
])
def test_a_split_is_told_once_with_both_sides(tshark, name, quorum, sides):
    """Each half goes on with a view of its own for longer than two hello_timers."""
    words = told(tshark, name, "cman.split")
    assert len(words) == 1 and words[0][1].endswith(" against ".join(sides) + quorum)


@pytest.mark.parametrize("passes", [(), ("-2",)], ids=["one-pass", "two-passes"])
def test_who_starts_a_transition_is_its_master_then(tshark, passes):
    """Node 5 starts in frame 76; node 4, which takes over, ends it."""
    path = case("cman-partition-5-2.pcap")
    words = tshark.read(path, *passes, "-Y", "frame.number == 76", "-T", "fields",
                        "-e", "cluster.event")
    assert "the cluster splits: node 5 starts transition 2 on its side" in words
    text = tshark.read(path, *passes, "-q", "-z", "cluster,timeline")
    ends, = [line for line in text.splitlines() if "transition 2, " in line]
    assert "master node 4 (clara)" in ends


@pytest.mark.parametrize("passes", [(), ("-2",)], ids=["one-pass", "two-passes"])
def test_a_split_is_told_where_it_is_proved_and_how_it_ends(tshark, passes):
    """Node 5 was declared DEAD and starts a transition of its own in frame 76.  The network is
    whole again when nodes 1, 2 and 3 answer a HELLO of node 4 with KILL, first in frame 249."""
    rows = tshark.table(case("cman-partition-5-2.pcap"), "cluster,timeline", *passes)
    split, = [row for row in rows if "is split: " in row["What happened"]]
    assert (split["Time"][6:], split["Frame"]) == ("01:47:21.588", "76")
    assert "; known from frame 243, 24.9 s later" in split["What happened"]
    words = [row["What happened"] for row in rows]
    assert not any("NORESPONSE" in text or "starts the transition again" in text for text in words)
    again = [(row["Frame"], row["Node"]) for row in rows if "hears node" in row["What happened"]
             and not row["What happened"].startswith("end of file")]
    assert again == [("249", "4 (clara)"), ("253", "5 (anton)")]
    assert ("end of file: the cluster is still split, though node 2 (johann) hears node 4 (clara) "
            "again, and kills it, since frame 249 (01:47:51.4), until 2.8 s ago "
            "(01:48:56.5)") in words


@pytest.mark.parametrize("passes", [(), ("-2",)], ids=["one-pass", "two-passes"])
def test_a_join_that_fails_again_and_again(tshark, passes):
    """Four joins fail, each with its transition; the fifth is open when the file ends."""
    words = [row["What happened"]
             for row in tshark.table(case("cman-joinconf_lost.pcap"), "cluster,timeline", *passes)]
    for master in ("1 (ludwig)", "2 (johann)", "3 (mark)"):
        why = (f"node {master} told it 3 times in 15 s that it is let in (JOINCONF), and got no "
               "answer (CONFACK)")
        assert sum(text.startswith(f"the join of clara (192.168.1.204) failed: {why}; the cluster "
                                   "goes on without it: transition ")
                   for text in words) == (2 if master == "1 (ludwig)" else 1)
    assert ("end of file: clara (192.168.1.204) is not in the cluster: 4 failed joins since frame "
            "14 (01:47:00.8), until 1.0 s ago: node 1 (ludwig) told it 3 times in 15 s that it is "
            "let in (JOINCONF), and got no answer (CONFACK)") in words
    told = tshark.fields(case("cman-joinconf_lost.pcap"), ["_ws.expert.message"], *passes)
    failed = [row["_ws.expert.message"] for row in told
              if any("failed" in text for text in row["_ws.expert.message"])]
    assert [len(texts) for texts in failed] == [1] * 4  # not also that the transition starts again
    assert ("end of file: transition 5, which lets node 4 (clara) in, has no end, it started in "
            "frame 336") in words


def test_no_advice_for_one_side_where_both_are_deaf(tshark):
    """Each half hears nothing of the other: no node's receiving side is to blame."""
    words = told(tshark, "cman-partition-5-2.pcap", "cman.death.heard")
    assert [row[0] for row in words] == ["40", "46", "51", "74"]
    assert all("both sides" in row[1] for row in words)


def test_kills_that_nobody_obeys_are_told_once(tshark):
    """After the split is healed, three nodes kill two others every five seconds."""
    name = "cman-partition-5-2.pcap"
    kills = frames(tshark, name, "cman.cmd == 5 && cman.tgtid == 0", "ip.dst", "_ws.col.Info")
    assert len(kills) > 50 and all(f"KILL of {row[1]}" in row[2] for row in kills)
    # once a minute for each of the two
    assert len(frames(tshark, name, "cman.kill && cman.tgtid == 0")) <= 4


@pytest.mark.parametrize("name, expected", [
    ("cman-boot_split-False.pcap", ["192.168.1.201", "192.168.1.202"]),
    ("cman-two_clusters.pcap", ["192.168.1.11", "192.168.1.21", "192.168.1.22", "192.168.1.12"]),
])
def test_two_machines_have_one_node_id(tshark, name, expected):
    """Told once an id; they are no copies of each other, and each has a rhythm."""
    words = told(tshark, name, "cman.identity_conflict")
    assert len(words) == len(expected) // 2
    assert all(address in " ".join(row[1] for row in words) for address in expected)
    assert frames(tshark, name, "cman.analysis.duplicate || cman.analysis.seq_gap"
                  " || cman.split || cman.analysis.out_of_sequence") == []
    rows = [row for row in tshark.table(case(name), "cman,nodes")
            if not row["Node"].endswith("(0)")]
    assert sorted(row["Address"] for row in rows) == sorted(expected)
    assert all(float(row["Avg interval (s)"]) == pytest.approx(5, abs=0.1) for row in rows)


def test_two_machines_form_a_cluster_each(tshark):
    """Neither heard the other's NEWCLUSTER."""
    words = timeline(tshark, "cman-boot_split-False.pcap")
    assert sum("forms a cluster of its own" in line for line in words) == 2


def test_a_join_that_fails(tshark):
    """JOINCONF never arrives: four joins fail, and no member is removed."""
    name = "cman-joinconf_lost.pcap"
    assert [row[0] for row in told(tshark, name, "cman.join.failed")] == ["47", "128", "207", "287"]
    assert frames(tshark, name, "cman.join.ok_lost || cman.death.silence") == []
    rows = tshark.table(case(name), "cman,transitions")
    assert [row["Outcome"] for row in rows] == ["join failed"] * 4 + ["end not seen"]
    assert {row["Reason"] for row in rows} == {"NEWNODE"}
    # WAIT comes unasked: what it seems to answer has its OK.
    assert frames(tshark, name, "cman.joinack.type == 3 && cman.response_to") == []


def test_who_was_refused_and_why(tshark):
    """Configuration version 6, where RECONFIG in frame 5 said 7; asked four times."""
    name = "cman-config_mismatch.pcap"
    words = told(tshark, name, "cman.joinack_nak")
    assert [row[0] for row in words] == ["14"]
    for word in ("mark (192.168.1.203)", "node 2", "version 6", "version 7", "frame 5"):
        assert word in words[0][1]
    info = frames(tshark, name, "cman.cmd == 2", "_ws.col.Info")
    assert len(info) == 4 and all("configuration 6" in row[1] for row in info)


def test_a_cluster_loses_its_quorum(tshark):
    """The fifth, fourth and third of five nodes are gone: told once."""
    words = told(tshark, "cman-quorum_loss.pcap", "cman.inquorate")
    assert [row[0] for row in words] == ["157"] and "2 votes, 3 needed" in words[0][1]


def test_who_never_answers_is_named(tshark):
    """Node 3 does not answer the STARTTRANS, which is sent four times; the file ends."""
    name = "cman-docs_who_did_not_answer.pcap"
    assert frames(tshark, name, "cman.transition.missing", "cman.transition.missing") == [
        ["17", "3"]]
    assert [row["Outcome"] for row in tshark.table(case(name), "cman,transitions")] == [
        "end not seen: no answer from node 3"]


def test_given_up_also_in_one_pass(tshark):
    """The master leaves after the last frame of its transition."""
    name = "cman-stuck_start.pcap"
    assert [row["Outcome"] for row in tshark.table(case(name), "cman,transitions")] == [
        "given up: no answer from node 4"]
    words = timeline(tshark, name)
    hangs = "transition 1, which removes node 5, hangs: no answer from node 4"
    assert sum(hangs in line for line in words) == 1
    assert sum("gives up transition 1" in line for line in words) == 1


def test_an_old_snap_length_leaves_the_reason(tshark):
    """68 bytes hold the reason, and two bytes of the node id: no node is named by them.  But node 1
    killed node 3, and nobody else, in its message before the NODEDOWN.  Frame 56 is node 3's
    JOINREQ, 92 its first HELLO after that."""
    name = "cman-snap68.pcap"
    rows = frames(tshark, name, "cman.cmd == 18 || cman.cmd == 10", "_ws.col.Info")
    assert [row[1].partition(", node")[0] for row in rows] == [
        "NODEDOWN node not captured DEAD, last heard 22.0 s ago, 3 HELLOs missed",
        "STARTTRANS REMNODE node not captured DEAD",
        "STARTTRANS NEWNODE node not captured"]
    table = tshark.table(case(name), "cluster,timeline")
    assert [(row["Frame"], row["What happened"]) for row in table[:-1]] == [
        ("23", "node 3 is declared DEAD by node 1, which killed it in the message before (the ID "
               "was not captured), last heard 22.0 s ago (01:46:58.9), 3 HELLOs missed"),
        ("92", "node 3 has joined: it asked in frame 56, and sends HELLOs now")]
    info = frames(tshark, name, "cman.cmd == 4", "_ws.col.Info")
    assert all(" members " in row[1] and " gen " not in row[1] for row in info)


@pytest.fixture
def merged(tshark):
    """The three captures of one incident, merged as README says."""
    path = tshark.captures / "cman-a.pcapng"
    if not path.exists():
        files = [str(case(f"cman-a-node{node}.pcap")) for node in (1, 2, 3)]
        subprocess.run(["mergecap", "-I", "none", "-w", str(path), *files], check=True)
        path.chmod(0o644)
    return path


def test_merged_captures_say_where_heartbeats_were_lost(tshark, merged):
    """HELLOs 114 to 117 of node 3 are in its own capture alone."""
    text = tshark.read(merged, "-q", "-z", "cluster,timeline",
                       "-o", "cluster.places:0=node1,1=node2,2=node3")
    heard = [line for line in text.splitlines() if "heard in frame" in line]
    assert len(heard) == 1
    assert "sent in time, 4 lost on the way to node1 and node2" in heard[0]
    warned = tshark.read(merged, "-2", "-Y", WARNINGS, "-T", "fields", "-e", "cman.cmd")
    assert warned.split() == ["5", "18"]
    assert "duplicate" not in tshark.read(merged, "-q", "-z", "expert").lower()
    rows = tshark.table(merged, "cman,delivery")
    assert sorted((row["Sender"][-3:], row["Lost there"]) for row in rows
                  if row["Lost there"] != "0") == [("(3)", "4"), ("(3)", "4")]


def test_a_master_that_goes_on_removes_nobody(tshark):
    """After the clash and the NOMINATE, node 1 repeats the reason with its own id."""
    name = "cman-simultaneous.pcap"
    info = frames(tshark, name, "cman.cmd == 10 && cman.nodeid == 1", "_ws.col.Info")
    assert info and all("REMNODE goes on" in row[1] for row in info)
    assert frames(tshark, name, "cman.transition.restarted") == []
    words = timeline(tshark, name)
    assert "node 4 (clara) is out of the cluster" in words[-1]
    assert not any("node 1 is" in line for line in words)


def test_since_when_a_node_is_silent(tshark):
    """In the table of nodes, with the frame of its last HELLO; what it missed counts."""
    rows = {row["Node"][-3:]: row for row in tshark.table(case("cman-a-node1.pcap"), "cman,nodes")}
    assert (rows["(3)"]["Missed"], rows["(3)"]["Since frame"]) == ("4", "317")
    assert rows["(3)"]["Silent since"].endswith("15:03:46.780")
    assert all((rows[node]["Silent since"], rows[node]["Since frame"]) == ("-", "-")
               for node in ("(1)", "(2)"))


def test_merged_into_one_interface_all_is_told_once(tshark):
    """mergecap's default: every message comes twice or three times."""
    path = tshark.captures / "cman-a-default.pcap"
    files = [str(case(f"cman-a-node{node}.pcap")) for node in (1, 2, 3)]
    subprocess.run(["mergecap", "-F", "pcap", "-w", str(path), *files], check=True)
    path.chmod(0o644)
    warned = tshark.read(path, "-2", "-Y", WARNINGS, "-T", "fields", "-e", "cman.cmd")
    assert warned.split() == ["5", "18"]
    # Nobody knows any more who had missed what: no advice, and no loss.
    assert tshark.read(path, "-2", "-Y", "cman.death.heard || cman.analysis.duplicate") == ""
    notes = tshark.read(path, "-2", "-Y", "cluster.copies", "-T", "fields",
                        "-e", "frame.number", "-e", "_ws.expert.message")
    assert notes.startswith("1\t") and "mergecap -I none" in notes
    assert sorted((row["Sender"][-3:], row["Sent meanwhile"], row["Seen there"], row["Lost there"])
                  for row in tshark.table(path, "cman,delivery")) == [
        ("(1)", "152", "152", "0"), ("(2)", "149", "149", "0"), ("(3)", "110", "110", "0")]


def test_who_acknowledged_is_named(tshark):
    """Frame 14 was acknowledged by node 2.  Node 1 had no ACK from node 3; a capture at node 2
    would not show it if there was one."""
    words = [line for line in timeline(tshark, "cman-noresponse.pcap") if "NORESPONSE" in line]
    assert len(words) == 1 and "in frame 14" in words[0]
    assert "acknowledged by node 2; node 1 got no ACK from node 3" in words[0]


def test_two_clones_in_transition_at_once(tshark):
    """A node of each leaves, in two tunnels: two clean transitions, and their rows say whose."""
    name = "cman-tun2_transitions.pcap"
    left = [row for row in tshark.table(case(name), "cluster,timeline")
            if "leaves the cluster" in row["What happened"]]
    assert [(row["Frame"], row["Cluster"]) for row in left] == [
        ("25", "cman 3169 VLAN 5"), ("27", "cman 3169 VLAN 6")]
    seen = [(row["Cluster"], row["What happened"].split(" nodes: ")[1]) for row in
            tshark.table(case(name), "cluster,timeline") if " nodes: " in row["What happened"]]
    assert seen == [("cman 3169 VLAN 5", "1 (n10), 2 (n20), 3"),
                    ("cman 3169 VLAN 6", "1 (n11), 2 (n21), 3")]
    rows = tshark.table(case(name), "cman,transitions")
    assert [(row["Reason"], row["Restarts"], row["Outcome"]) for row in rows] == [
        ("REMNODE", "0", "ended")] * 2
    assert frames(tshark, name, "cman.analysis.seq_gap || cman.transition.restarted"
                  " || cman.split || cman.identity_conflict") == []


def test_a_healthy_transition_is_nothing_to_warn_of(tshark):
    """Node 4 left before the capture begins: nothing else is told."""
    name = "cman-docs_healthy_transition.pcap"
    assert frames(tshark, name, WARNINGS) == []
    assert len(timeline(tshark, name)) <= 1


def test_barriers_are_told_apart_where_pointers_have_32_bits(tshark):
    """Three nodes wait at two barriers; a key that is folded into a pointer makes one of them."""
    rows = tshark.table(case("platform-barriers.pcap"), "cman,barriers")
    assert [(row["Barrier"], row["Nodes"], row["Completed after (s)"]) for row in rows] == [
        ("TRANSITION.6", "3", "0.100000"), ("sm.16777218.2.3.4", "3", "0.100000")]
    counts = frames(tshark, "platform-barriers.pcap",
                    "cman.barrier.waiting && cman.barrier.subcmd == 4", "cman.barrier.waiting")
    assert [row[1] for row in counts] == ["1", "2", "3", "1", "2", "3"]


def test_acks_are_found_over_ipv6(tshark):
    """Nodes 2 and 3 acknowledge node 1's NODEDOWN."""
    assert frames(tshark, "platform-acks-ipv6.pcap", "cman.analysis.acks_frame",
                  "cman.analysis.acks_frame") == [["4", "1"], ["5", "1"]]


def test_a_place_that_missed_one(tshark):
    """HELLO 48 is at nodeA alone, in frame 5; nothing else is wrong."""
    name = "cman-gap-text.pcapng"
    assert told(tshark, name, "_ws.expert") == [
        ("7", "node 2: HELLO is late, 10.0 s behind the one before; the one in frame 5 was lost on "
              "the way here")]


def test_a_place_that_began_late_lost_nothing(tshark):
    """Interface 2 begins 199 s behind the others; interface 1 is that whose card loses HELLOs."""
    name = "cman-late-start.pcapng"
    lost = {row["Place"] for row in tshark.table(case(name), "cman,delivery")
            if row["Lost there"] != "0"}
    assert lost == {"interface 1"}
    late = frames(tshark, name, "cman.analysis.hello_late || cman.analysis.hello_lost",
                  "frame.interface_id", "_ws.expert.message")
    assert late and {row[1] for row in late} == {"1"}
    assert all("was lost on the way here" in row[2] for row in late)


def test_messages_go_again_over_the_other_network(tshark):
    """What is not acknowledged goes out again 1 s later, on the other network."""
    rows = frames(tshark, "cman-two-networks.pcapng", "cman.analysis.retransmission",
                  "frame.interface_id", "cman.analysis.rto")
    assert len(rows) == 15
    assert all(row[1] == "1" and float(row[2]) == pytest.approx(1, abs=0.001) for row in rows)


def test_acknowledgments_over_a_tap(tshark):
    """All ACKs that the tap shows, on an interface a direction, are of messages that it shows."""
    rows = frames(tshark, "cman-tap.pcapng", "cman.internal.cmd == 1",
                  "cman.analysis.acks_frame")
    assert len(rows) == 170 and all(row[1] for row in rows)


def test_one_storm(tshark):
    """One HELLO of node 2 comes 6,000 times more within 60 s; each node sends 30 of its own."""
    name = "cman-storm_60s.pcap.gz"
    rows = frames(tshark, name, "cman.analysis.duplicate_of", "cman.analysis.duplicate_of")
    assert len(rows) >= 5995 and {row[1] for row in rows} == {"26"}
    assert [row["HELLOs"] for row in tshark.table(case(name), "cman,nodes")] == ["30"] * 3
    assert sum("storm" in line for line in timeline(tshark, name)) == 2  # it begins, and ends


def test_a_restart_for_the_same_reason_is_told_once(tshark):
    """Node 1 starts again once, node 3 ten times, for node 4, as the row says that tells that it
    hangs: the count is in the outcome.  Node 4 acknowledges all of them."""
    words = timeline(tshark, "cman-stuck_start.pcap")
    assert not any("RESTART" in line for line in words)
    stuck = "no answer from node 4, which acknowledges the packets: the network works"
    assert sum(stuck in line for line in words) == 2
    assert any("gives up transition 1 after 13 restarts, " in line for line in words)


def test_nobody_waits_for_a_node_that_was_declared_dead(tshark):
    """Node 2 declares node 3 NORESPONSE in frame 52; node 3 goes on to send."""
    name = "cman-deaf.pcap"
    assert not any("hangs" in line for line in timeline(tshark, name))
    rows = tshark.table(case(name), "cman,transitions")
    assert [row["Outcome"] for row in rows] == ["end not seen"]


def test_which_message_two_nodes_did_not_acknowledge(tshark):
    """Frame 115 was sent four times and acknowledged by node 4 alone; frame 164, the STARTTRANS
    that removes node 2, was sent twice, and acknowledged in 197 before the NODEDOWN of node 3."""
    name = "cman-partition-5-2.pcap"
    rows = frames(tshark, name, "cman.death.message && cman.srcid == 5", "cman.death.message")
    assert rows == [["115", "76"], ["164", "76"], ["198", "115"], ["200", "115"]]
    words = frames(tshark, name, "cman.nodedown && cman.leave.reason == 7", "_ws.expert.message")
    assert len(words) == 4 and all("4 attempts" in row[1] for row in words)


def test_a_death_that_all_see_at_once_is_told_once(tshark):
    """Nodes 2, 3 and 1 declare node 4 DEAD within a millisecond."""
    words = timeline(tshark, "cman-simultaneous.pcap")
    assert sum("is declared DEAD" in line for line in words) == 1
