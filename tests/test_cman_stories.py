# SPDX-License-Identifier: GPL-2.0-or-later
"""What the stories of cman clusters (test-captures/cman-story-*.story) mean beyond
the values that they say themselves: severities, preferences, expert summaries,
random access, statistics.

Numbers come from the stories and their `truth` lines, and from the field guide's
listings."""
import random
import re
from pathlib import Path

import pytest

from sharkd import Sharkd, shown_by_tshark
from test_expectations import Expectations
from tshark import either_format
from wording import neutral_table

WARN = 0x600000


def story(captures, name):
    return either_format(captures / f"cman-story-{name}")


def expected_frames(captures, name, *fields):
    """Frames for which the story expects one of these fields."""
    path = Path(captures) / f"cman-story-{name}.expect"
    wanted = Expectations(path.read_text())
    return sorted({frame for frame, field in wanted.values if field in fields})


def truth(captures, name, kind):
    """The `truth` lines of one kind."""
    rows = (Path(captures) / f"cman-story-{name}.truth").read_text().splitlines()
    return [row.split("\t")[1:] for row in rows if row.startswith(kind + "\t")]


# --- No false alarms ---------------------------------------------------------------

@pytest.mark.parametrize("name", ["hour", "reboot", "clean", "single", "pairs"])
def test_healthy_clusters_raise_no_alarm(tshark, captures, name):
    """Joins, leaves, a death: the nodes that go down are the only warnings,
    even where nearly all ACKs and all unicast messages are out of sight; and the
    silence before the death."""
    silent = tshark.frames(story(captures, name), "cman.silent_node")
    severe = tshark.frames(story(captures, name), f"_ws.expert.severity >= {WARN}", "-2")
    assert len(silent) == (name == "hour")
    severe = [frame for frame in severe if frame not in silent]
    assert severe == expected_frames(captures, name, "cman.kill", "cman.nodedown")


def test_the_hour_is_an_hour(captures):
    """The story holds what makes it a test: five nodes' HELLOs, transitions."""
    assert len(expected_frames(captures, "hour", "cman.analysis.hello_delta")) > 3200
    assert len(expected_frames(captures, "hour", "cman.transition.duration")) == 6
    assert len(expected_frames(captures, "hour", "cman.analysis.seq_gap")) >= 2


def test_restarts_and_lost_nodes_are_warnings(tshark, captures):
    def levels(name, field):
        text = tshark.read(story(captures, name), "-2", "-Y", field, "-T", "pdml")
        return {int(level) for level in re.findall(
            r'name="' + re.escape(field) + r'".*?name="_ws\.expert\.severity"[^>]*show="(\d+)"',
            text, re.DOTALL)}
    chat, note = 0x200000, 0x400000
    assert levels("restarts", "cman.transition.restarted") == {WARN}
    assert levels("clash", "cman.transition.clash") == {note}
    assert levels("hello", "cman.analysis.hello_lost") == {WARN}
    assert levels("hello", "cman.analysis.hello_late") == {note}
    assert levels("acks", "cman.analysis.duplicate_ack") == {chat}
    assert levels("acks", "cman.analysis.ack_unseen") == {note}
    assert levels("retransmissions", "cman.analysis.retransmission") == {note}
    assert levels("duplicates", "cman.analysis.duplicate") == {note}
    assert levels("sequence", "cman.analysis.out_of_sequence") == {note}
    assert levels("joins", "cman.analysis.join_seq") == {note}


def test_a_restart_says_its_reason(tshark, captures):
    text = tshark.read(story(captures, "restarts"), "-2", "-Y", "cman.transition.restarted", "-V")
    lines = [line for line in text.splitlines()
             if "Expert Info" in line and "the transition again" in line]
    for reason, line in zip(["ANOTHERREMNODE", "RESTART", "DEADMASTER", "NEWNODE"], lines,
                            strict=True):
        assert reason in line


def test_storm_is_one_line_of_the_summary(tshark, captures):
    """50,000 equal frames: one item for all duplicates, one for the storm."""
    text = tshark.read(story(captures, "storm"), "-q", "-z", "expert")
    lines = [line for line in text.splitlines() if line.split()[:1] == ["1"]]
    assert len(lines) == 2 and "Storm" in lines[0] and "uplicate" in lines[1]
    assert len(text.splitlines()) < 20


def test_storm(tshark, captures):
    """HELLO of node 2, 50,000 equal HELLOs of node 1, one more of each: every
    copy counts on, and none is a HELLO of its own."""
    names = ["cman.analysis.duplicate_of", "cman.analysis.duplicate_count",
             "cman.analysis.hello_delta", "cman.analysis.seq_gap",
             "cman.analysis.retransmission_of"]
    text = tshark.read(story(captures, "storm"), "-T", "fields",
                       *[argument for name in names for argument in ("-e", name)])
    lines = text.split("\n")[:-1]
    assert lines[:2] == ["\t\t\t\t"] * 2
    assert lines[2:50001] == [f"2\t{count}\t\t\t" for count in range(2, 50001)]
    assert lines[50001:] == ["\t\t5.000000000\t\t"] * 2


# --- Preferences -------------------------------------------------------------------------

HELLO_PAUSES = [5, 5.001, 4.999, 0.1, 7.4, 7.499999999, 7.500000001, 8, 10, 12.4, 12.6,
                20.999999999, 21, 60, 5] # before frames 2, 3, ... of cman-story-hello


def by_frame(values):
    return {number: value for number, value in enumerate(values, 2) if value}


@pytest.mark.parametrize("timer, timeout, missed, late, lost", [
    (5, 21, {8: 1, 9: 1, 10: 1, 11: 1, 12: 2, 13: 3, 14: 3, 15: 11}, [8, 9, 10, 11, 12, 13],
     [14, 15]),
    (10, 30, {13: 1, 14: 1, 15: 5}, [13, 14], [15]),
    (5, 8, {8: 1, 9: 1, 10: 1, 11: 1, 12: 2, 13: 3, 14: 3, 15: 11}, [8],
     [9, 10, 11, 12, 13, 14, 15]),
    (60, 600, {}, [], []),
])
def test_timers_are_preferences(tshark, captures, timer, timeout, missed, late, lost):
    options = ["-o", f"cman.hello_timer:{timer}", "-o", f"cman.deadnode_timeout:{timeout}"]
    file = story(captures, "hello")
    frames = tshark.fields(file, ["cman.analysis.hello_missed"], *options)
    found = by_frame([int(f["cman.analysis.hello_missed"][0]) if f["cman.analysis.hello_missed"]
                      else 0 for f in frames[1:]])
    assert found == missed
    assert tshark.frames(file, "cman.analysis.hello_late", *options) == late
    assert tshark.frames(file, "cman.analysis.hello_lost", *options) == lost


def test_deltas_are_the_pauses(tshark, captures):
    frames = tshark.fields(story(captures, "hello"), ["cman.analysis.hello_delta"])
    assert frames[0]["cman.analysis.hello_delta"] == []
    deltas = [float(f["cman.analysis.hello_delta"][0]) for f in frames[1:]]
    assert deltas == pytest.approx(HELLO_PAUSES, abs=1e-9)


# --- Filters -------------------------------------------------------------------------------

def test_one_transition_by_its_number(tshark, captures):
    """STARTTRANS to the closing barrier of the second transition, nothing of
    the others; ACKs are no part."""
    file = story(captures, "clean")
    frames = tshark.frames(file, "cman.transition.number == 2")
    starts = tshark.frames(file, "cman.cmd == 10")
    barriers = tshark.frames(file, 'cman.barrier.name == "TRANSITION.14"')
    assert frames[0] == starts[1] and frames[-1] == barriers[-1]
    assert set(barriers) <= set(frames) and not set(frames) & set(
        tshark.frames(file, "cman.internal.cmd == 1 || cman.cmd == 2 || cman.cmd == 6"))


# --- One pass, two passes, any order ------------------------------------------------------------


def protocol_line(tshark, file):
    """How the subtree of cman begins."""
    text = tshark.read(file, "-c", "1", "-T", "pdml")
    return re.search(r'<proto name="cman" showname="([^",]+)', text).group(1).split(",")[0]


RANDOM_ACCESS = ["cman-field-guide-leave.pcap", "cman-field-guide-rejoin.pcap",
                 "cman-story-retransmissions.pcap", "cman-story-acks.pcap",
                 "cman-story-clash.pcap", "cman-story-restarts.pcap", "cman-story-barriers.pcap",
                 "cman-story-hour.pcap", "cman-story-merged.pcapng"]


def frames_to_ask(count):
    """All frames of a small capture, 150 of a large one; in any order, twice."""
    numbers = list(range(1, count + 1))
    chance = random.Random(7)
    if count > 150:
        numbers = chance.sample(numbers, 150)
    chance.shuffle(numbers)
    return numbers + numbers[::-1]


def check_random_access(server, tshark, file):
    start = protocol_line(tshark, file)
    wanted = shown_by_tshark(tshark.read(file, "-2", "-V"), start)
    server.load(file)
    assert server.count() == len(wanted)
    for number in frames_to_ask(len(wanted)):
        assert server.lines(number, start) == wanted[number - 1], (file.name, number)


@pytest.mark.parametrize("name", RANDOM_ACCESS)
def test_random_access(tshark, captures, name):
    """A frame reads the same whichever frames were asked before."""
    with Sharkd(tshark) as server:
        check_random_access(server, tshark, captures / name)


def test_one_file_after_another(tshark, captures):
    """Nothing of a file is left when the next one is read, nor when it is read
    again."""
    with Sharkd(tshark) as server:
        for name in ("cman-field-guide-leave.pcap", "cman-field-guide-rejoin.pcap",
                     "cman-story-clash.pcap", "cman-field-guide-leave.pcap"):
            check_random_access(server, tshark, captures / name)


@pytest.mark.parametrize("name", ["hour", "merged", "clash"])
def test_one_pass_knows_no_more_than_two(tshark, captures, name):
    """What looks forward is, in one pass, absent or what two passes show."""
    forward = ["cman.analysis.acked_in", "cman.response_in", "cman.transition.end_frame",
               "cman.barrier.complete_frame"]
    once = tshark.fields(story(captures, name), forward)
    twice = tshark.fields(story(captures, name), forward, "-2")
    for number, (one, two) in enumerate(zip(once, twice, strict=True), 1):
        for field in forward:
            assert one[field] == two[field][:len(one[field])], (number, field)


# --- Statistics ----------------------------------------------------------------------------------

def numbers(row, *headings):
    return [float(row[heading]) for heading in headings]


def seconds(row, heading):
    """To compare with a time of the listing, which has six decimals."""
    return pytest.approx(float(row[heading]), abs=2e-6)


def node_id(label):
    """The id in `name (id)`, or alone where no name is known."""
    return int(re.search(r"(?:\((\d+)\)|^(\d+))$", label).expand(r"\1\2"))


def test_nodes_of_the_leave(tshark, captures):
    """By the listing: node 1 sent L2 to L5, L7, L10, L12, L14, node 2 the rest;
    L6 and L9 acknowledge; L8 is a retransmission."""
    rows = {node_id(row["Node"]): row
            for row in tshark.table(captures / "cman-field-guide-leave.pcap", "cman,nodes")}
    assert set(rows) == {1, 2}
    for node, name, address, messages, retransmissions, given, asked, last in [
            (1, "ludwig", "192.168.1.201", 8, 0, 0, 6, ("12-02 15:04:32.141", "14")),
            (2, "johann", "192.168.1.202", 6, 1, 2, 4, ("12-02 15:04:32.141", "13"))]:
        row = rows[node]
        assert row["Node"] == f"{name} ({node})"
        assert row["Address"] == address
        assert numbers(row, "Messages", "HELLOs", "Missed", "Retransmissions", "ACKs given",
                       "ACKs asked", "Numbers skipped") == [
            messages, 1, 0, retransmissions, given, asked, 0]
        # One HELLO has no interval, and neither node is silent.
        assert {row[heading] for heading in (
            "Min interval (s)", "Avg interval (s)", "Max interval (s)", "Silent since",
            "Since frame")} == {"-"}
        assert (row["Last seen"], row["In frame"]) == last


COUNTS = ("Messages", "HELLOs", "Missed", "Retransmissions", "ACKs given", "ACKs asked")


def test_nodes_of_the_rejoin(tshark, captures):
    rows = {}
    for row in tshark.table(captures / "cman-field-guide-rejoin.pcap", "cman,nodes"):
        rows.setdefault(node_id(row["Node"]), []).append(row)
    one, two = rows[1][0], rows[2][0]
    assert numbers(one, *COUNTS) == [9, 2, 0, 1, 4, 4]
    for which in ("Min", "Avg", "Max"):
        assert seconds(one, f"{which} interval (s)") == 5.000115
    assert numbers(two, *COUNTS) == [11, 1, 0, 1, 2, 5]
    # Node 3 is a joiner without an id first: four frames, then five.
    joiner = rows.get(0, []) + rows[3]
    sums = [sum(of_each) for of_each in zip(*(numbers(row, "Messages", "ACKs given", "ACKs asked")
                                              for row in joiner))]
    assert sums == [9, 5, 2]


def test_transitions_of_the_guide(tshark, captures):
    capture = captures / "cman-field-guide-leave.pcap"
    row, = tshark.table(capture, "cman,transitions")
    assert row["Number"] == "1" and row["Reason"].startswith("REMNODE")
    assert row["Node"] == "mark (3)" and row["Master"] == "ludwig (1)"
    assert row["Generation"] in ("5", "6")
    assert tshark.seconds_until(capture, row["Start frame"]) == 1.018882
    assert seconds(row, "Duration (s)") == 1.000461
    assert row["Restarts"] == "0"
    assert row["Start frame"] == "5" and row["Outcome frame"] == "10"
    capture = captures / "cman-field-guide-rejoin.pcap"
    row, = tshark.table(capture, "cman,transitions")
    assert row["Number"] == "1" and row["Reason"].startswith("NEWNODE")
    assert "3" in row["Node"] and "2" in row["Master"]
    assert row["Generation"] in ("11", "12")
    assert tshark.seconds_until(capture, row["Start frame"]) == 3.983279
    assert seconds(row, "Duration (s)") == 1.002116
    assert row["Restarts"] == "0"
    assert row["Start frame"] == "5" and row["Outcome frame"] == "13"
    assert re.search(r":27:03\.311$", row["Started at"])
    assert re.search(r":27:04\.313$", row["Outcome at"])


def test_barriers_of_the_guide(tshark, captures):
    capture = captures / "cman-field-guide-leave.pcap"
    row, = tshark.table(capture, "cman,barriers")
    assert row["Barrier"] == "TRANSITION.6" and row["Nodes"] == "2"
    assert tshark.seconds_until(capture, row["WAIT frame"]) == 2.019627
    assert seconds(row, "Completed after (s)") == 0.000498
    assert row["WAIT frame"] == "11" and row["COMPLETE frame"] == "13"
    capture = captures / "cman-field-guide-rejoin.pcap"
    row, = tshark.table(capture, "cman,barriers")
    assert row["Barrier"] == "TRANSITION.12" and row["Nodes"] == "3"
    assert tshark.seconds_until(capture, row["WAIT frame"]) == 4.985633
    assert seconds(row, "Completed after (s)") == 0.000551
    assert row["WAIT frame"] == "15" and row["COMPLETE frame"] == "21"
    assert re.search(r":27:04\.313$", row["First WAIT at"])
    assert re.search(r":27:04\.314$", row["First COMPLETE at"])


def test_messages_of_the_guide(tshark, captures):
    text = tshark.read(captures / "cman-field-guide-rejoin.pcap", "-q", "-z", "cman,tree")
    counts = dict(re.findall(r"^\s*(\S+)\s+(\d+)\s", text, re.MULTILINE))
    assert {name: int(counts[name]) for name in (
        "HELLO", "JOINREQ", "JOINACK", "STARTTRANS", "STARTACK", "MASTERVIEW", "VIEWACK",
        "JOINCONF", "CONFACK", "ENDTRANS", "ACK")} == {
        "HELLO": 3, "JOINREQ": 1, "JOINACK": 1, "STARTTRANS": 1, "STARTACK": 2, "MASTERVIEW": 2,
        "VIEWACK": 1, "JOINCONF": 1, "CONFACK": 1, "ENDTRANS": 1, "ACK": 9}
    assert sum(int(count) for name, count in counts.items() if name.startswith("BARRIER")) == 6


def test_conversations_of_the_guide(tshark, captures):
    """L2, L4, L5, L7, L10, L12, L14 go from node 1 to all (0), L3 to node 3;
    L1, L11, L13 from node 2 to all, L6, L8, L9 to node 1.  Bytes are those of
    the IP datagrams."""
    file = captures / "cman-field-guide-leave.pcap"
    found = {}
    for line in tshark.read(file, "-q", "-z", "conv,cman").splitlines():
        match = re.match(r"(\S+)\s+<->\s+(\S+)\s+(\d+) (\d+)\D+(\d+) (\d+)\D+(\d+) (\d+)", line)
        if match:
            a, b = match[1], match[2]
            found[frozenset((a, b))] = (int(match[7]), int(match[8]))
    assert found == {frozenset("10"): (7, 593), frozenset("13"): (1, 49),
                     frozenset("20"): (3, 248), frozenset("21"): (3, 162)}
    ends = {}
    for line in neutral_table(tshark.read(file, "-q", "-z", "endpoints,cman")).splitlines():
        match = re.fullmatch(r"(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*", line)
        if match:
            ends[match[1]] = tuple(int(match[i]) for i in (2, 4, 6))
    assert ends == {"0": (10, 0, 10), "1": (11, 8, 3), "2": (6, 6, 0), "3": (1, 0, 1)}


@pytest.mark.parametrize("name", ["hour", "merged", "clean", "retransmissions"])
def test_nodes_by_the_books(tshark, captures, name):
    """Messages, HELLOs and retransmissions, each transmission counted once,
    however many capture points saw it."""
    rows = {(row["Cluster"], node_id(row["Node"])): row
            for row in tshark.table(story(captures, name), "cman,nodes")
            if node_id(row["Node"]) != 0}
    books = truth(captures, name, "node")
    found = sorted((key[1], *numbers(row, "Messages", "HELLOs", "Retransmissions"))
                   for key, row in rows.items())
    assert found == sorted((int(node), float(messages), float(hellos), float(retransmissions))
                           for _, node, messages, hellos, retransmissions in books)


def test_delivery(tshark, captures):
    """The bad card: johann's port misses HELLOs that the others see."""
    points = ["ludwig-eth0", "johann-eth0", "mark-eth0"]
    found = {(node_id(row["Sender"]), row["Place"]):
             numbers(row, "Seen there", "Sent meanwhile", "Lost there")
             for row in tshark.table(story(captures, "merged"), "cman,delivery")}
    wanted = {(int(node), points[int(point)]): (int(there), int(anywhere),
                                                int(anywhere) - int(there))
              for _, node, point, there, anywhere in truth(captures, "merged", "delivery")}
    for key, (there, anywhere, _) in wanted.items():
        # One may have been sent before the place's first frame.
        seen, meanwhile, missing = found.pop(key)
        assert seen == there and meanwhile in (anywhere, anywhere - 1)
        assert missing == meanwhile - seen
    assert not found
    lost = {point: sum(row[2] for (_, p), row in wanted.items() if p == point)
            for point in points}
    assert lost["johann-eth0"] > 80 and lost["ludwig-eth0"] == lost["mark-eth0"] == 0


def test_a_place_lost_nothing_before_it_watched(tshark, captures):
    """The second place begins 12 s later, and misses one HELLO of node 1."""
    found = {(node_id(row["Sender"]), row["Place"]): numbers(row, "Seen there", "Lost there")
             for row in tshark.table(captures / "cman-late-place.pcapng", "cman,delivery")}
    assert found == {(1, "eth0 at ludwig"): [8, 0], (2, "eth0 at ludwig"): [8, 0],
                     (1, "eth0 at johann"): [4, 1], (2, "eth0 at johann"): [5, 0]}


def test_a_storm_is_none_of_the_hellos(tshark, captures):
    """1,125 copies of one HELLO; each node sends 13 in the meantime."""
    rows = tshark.table(story(captures, "storm-long"), "cman,nodes")
    assert [numbers(row, "HELLOs", "Missed") for row in rows] == [[13, 0]] * 3


def delivery_points(tshark, capture):
    return sorted({row["Place"] for row in tshark.table(capture, "cman,delivery")})


def test_delivery_tells_points_of_one_name_apart(tshark, captures):
    """Every node has an eth0; merged pcap files have no names at all."""
    merged = tshark.captures / "same-names.pcapng"
    data = story(captures, "merged").read_bytes()
    for name in (b"ludwig-eth0", b"johann-eth0"):
        data = data.replace(name, b"common-eth0")
    merged.write_bytes(data)
    assert delivery_points(tshark, merged) == ["common-eth0 (interface 0)",
                                               "common-eth0 (interface 1)", "mark-eth0"]
    files = [tshark.readable(captures / f"node{number}.pcap") for number in (1, 2, 3)]
    merged = tshark.captures / "no-names.pcapng"
    tshark.run("-I", "none", "-w", merged, *files, program="mergecap")
    assert delivery_points(tshark, merged) == ["interface 0", "interface 1", "interface 2"]


def test_delivery_names_points_of_senders_that_have_left(tshark, captures):
    """The second eth0 appears when the first sender says no more."""
    renamed, short = (tshark.captures / name for name in ("same-names.pcapng", "left.pcapng"))
    data = story(captures, "merged").read_bytes()
    renamed.write_bytes(data.replace(b"johann-eth0", b"ludwig-eth0"))
    tshark.run("-r", renamed, "-w", short, "-Y",
               "(frame.interface_id == 0 && cman.srcid == 1 && frame.number < 100) || "
               "(frame.interface_id == 1 && cman.srcid == 2 && frame.number > 100)")
    assert delivery_points(tshark, short) == ["ludwig-eth0 (interface 0)",
                                              "ludwig-eth0 (interface 1)"]


def test_transitions_in_merged_captures(tshark, captures):
    """Three points saw each of two transitions, which took a second each."""
    rows = tshark.table(story(captures, "merged"), "cman,transitions")
    assert [(row["Reason"].split()[0], node_id(row["Node"]), node_id(row["Master"]),
             row["Restarts"]) for row in rows] == [("REMNODE", 4, 1, "0"), ("NEWNODE", 4, 3, "0")]


def test_transitions_of_the_stories(tshark, captures):
    """Reason, node, master and restarts at the end; by the schedule."""
    rows = tshark.table(story(captures, "restarts"), "cman,transitions")
    assert [(row["Number"], node_id(row["Master"]), row["Restarts"])
            for row in rows] == [("1", 2, "3"), ("2", 2, "1")]
    rows = tshark.table(story(captures, "clash"), "cman,transitions")
    assert [node_id(row["Master"]) for row in rows] == [1, 2, 3, 3, 1, 1]
    assert [row["Restarts"] for row in rows] == ["0", "0", "0", "0", "0", "1"]
    rows = tshark.table(story(captures, "missed-end"), "cman,transitions")
    assert [row["Number"] for row in rows] == ["1", "2"]
    assert rows[0]["Duration (s)"] == "-"


def test_barriers_of_the_stories(tshark, captures):
    """One row for each use of a name: by the schedule, in the order of the
    first WAITs; the barrier without one (`half`) may be there or not."""
    rows = [row for row in tshark.table(story(captures, "barriers"), "cman,barriers")
            if row["Barrier"] != "half"]
    assert sorted((row["Barrier"], int(row["Nodes"])) for row in rows) == sorted([
        ("sm.16777218.3.7.5", 5), ("sm.16777218.3.7.5", 1), ("sm.16777218.3.7.5", 5),
        ("sm.16777218.0.RECOV.4", 4), ("sm.16777218.1.RECOV.4", 4),
        ("a name of a user's program 12345", 3), ("step", 2), ("never completed", 1),
        ("step", 2), ("never completed", 1)])


def test_tables_take_a_filter(tshark, captures):
    rows = tshark.table(story(captures, "hour"), "cman,nodes,cman.srcid == 2")
    assert [node_id(row["Node"]) for row in rows] == [2]
