# SPDX-License-Identifier: GPL-2.0-or-later
"""What several frames of cman mean together, in small captures written here:
what is rare, and what must not be claimed.

Rules are those of the field guide and of "membership.c" and "cnxman.c"."""
import struct

import pytest

from cman_packets import (COMPLETE, DEAD, MEMBER, MULTICAST, NOACK, RAW_IP, RESTART, WAIT, Sent,
                          barrier, datagram, endtrans, hello, joinreq, kill, masterview,
                          membership, record, startack, starttrans, viewack, write_sent)

LUDWIG, JOHANN, MARK = (f"192.0.2.{number}" for number in (1, 2, 3))
CARD_2 = "198.51.100.3" # of mark
SEVERE = "_ws.expert.severity >= 0x600000"


def values(tshark, capture, field):
    """Frame -> its values of a field, for the frames that have it; in two passes."""
    frames = tshark.fields(capture, [field], "-2")
    return {number: frame[field] for number, frame in enumerate(frames, 1) if frame[field]}


# --- Transitions -------------------------------------------------------------------------


def test_starttrans_again_after_the_clock_was_set(tshark):
    """The same sequence number is the same STARTTRANS: no restart."""
    capture = write_sent(tshark, "clock-set.pcapng", [
        Sent(100, LUDWIG, starttrans(1, 34, 5)),
        Sent(71, LUDWIG, starttrans(1, 34, 5, flags=MULTICAST)),
        Sent(71.1, JOHANN, startack(2, 1, 47, 34, 5)),
        Sent(72, LUDWIG, endtrans(1, 35, 6))])
    assert tshark.frames(capture, SEVERE) == []
    assert values(tshark, capture, "cman.transition.restarts") == {}
    assert values(tshark, capture, "cman.transition.number") == {n: ["1"] for n in (1, 2, 3, 4)}


def test_starttrans_again_after_ten_seconds(tshark):
    """Too late for a retransmission, and yet nothing new; the RESTART is."""
    capture = write_sent(tshark, "late-copy.pcapng", [
        Sent(0, LUDWIG, starttrans(1, 34, 5)),
        Sent(12, LUDWIG, starttrans(1, 34, 5)),
        Sent(15, LUDWIG, starttrans(1, 36, 6, RESTART, 1))])
    assert tshark.frames(capture, "cman.transition.restarted") == [3]
    assert values(tshark, capture, "cman.transition.restarts") == {3: ["1"]}


def test_the_lower_generation_loses_a_clash(tshark):
    """Node 1 did not hear of the RESTART: nobody heeds its STARTTRANS, although
    its id is lower."""
    capture = write_sent(tshark, "lower-generation.pcapng", [
        Sent(0, JOHANN, starttrans(2, 20, 5)),
        Sent(15, JOHANN, starttrans(2, 21, 6, RESTART, 2)),
        Sent(15.5, LUDWIG, starttrans(1, 30, 5)),
        Sent(16, MARK, startack(3, 2, 40, 21, 6)),
        Sent(16.5, LUDWIG, starttrans(1, 30, 5, flags=MULTICAST)),
        Sent(18, JOHANN, endtrans(2, 22, 7))])
    assert tshark.frames(capture, "cman.transition.clash") == [3]
    assert values(tshark, capture, "cman.transition.number") == {n: ["1"] for n in range(1, 7)}
    assert values(tshark, capture, "cman.transition.master") == {n: ["2"] for n in range(1, 7)}
    assert values(tshark, capture, "cman.transition.duration") == {6: ["18.000000000"]}


def test_the_lower_id_wins_where_generations_are_equal(tshark):
    capture = write_sent(tshark, "equal-generation.pcapng", [
        Sent(0, JOHANN, starttrans(2, 20, 5)),
        Sent(0.1, LUDWIG, starttrans(1, 30, 5)),
        Sent(1, LUDWIG, endtrans(1, 31, 6))])
    assert values(tshark, capture, "cman.transition.master") == {1: ["2"], 2: ["1"], 3: ["1"]}


def test_what_is_sent_again_stays_in_its_transition(tshark):
    """An ENDTRANS, and the answer to a view, when the next transition runs."""
    capture = write_sent(tshark, "sent-again.pcapng", [
        Sent(0, LUDWIG, starttrans(1, 10, 5)),
        Sent(0.4, MARK, viewack(3, 1, 50, 10)),
        Sent(0.5, LUDWIG, endtrans(1, 11, 6)),
        Sent(1.2, JOHANN, starttrans(2, 30, 7, nodeid=3)),
        Sent(1.4, MARK, viewack(3, 1, 50, 10)),
        Sent(1.5, LUDWIG, endtrans(1, 11, 6)),
        Sent(1.6, MARK, startack(3, 1, 51, 10, 5)),
        Sent(3, JOHANN, endtrans(2, 31, 8))])
    assert values(tshark, capture, "cman.analysis.retransmission_of") == {5: ["2"], 6: ["3"]}
    numbers = values(tshark, capture, "cman.transition.number")
    assert numbers.pop(7, None) != ["2"] # late, and of the generation before
    assert numbers == {1: ["1"], 2: ["1"], 3: ["1"], 4: ["2"], 5: ["1"], 6: ["1"], 8: ["2"]}


def test_retransmission_through_the_other_card_of_a_joiner(tshark):
    """A node with two cards asks through both; when it has its id, its count is
    one, whichever card it sends through."""
    capture = write_sent(tshark, "two-cards.pcapng", [
        Sent(0, MARK, joinreq(1, "mark", MARK), JOHANN),
        Sent(0.0001, CARD_2, joinreq(1, "mark", MARK), "198.51.100.2"),
        Sent(1, MARK, barrier(3, 2, WAIT, "TRANSITION.12")),
        Sent(3, MARK, starttrans(3, 3, 13)),
        Sent(4, CARD_2, starttrans(3, 3, 13, flags=MULTICAST), "198.51.100.255"),
        Sent(4.1, LUDWIG, startack(1, 3, 40, 3, 13))])
    assert tshark.frames(capture, SEVERE) == []
    assert values(tshark, capture, "cman.analysis.retransmission_of") == {5: ["4"]}
    assert values(tshark, capture, "cman.analysis.acks_frame") == {6: ["4"]}
    assert values(tshark, capture, "cman.analysis.seq_gap") == {}


def test_a_node_that_comes_back_at_another_address(tshark):
    """... counts from its JOINREQ on."""
    capture = write_sent(tshark, "other-address.pcapng", [
        Sent(0, MARK, hello(3, 500)),
        Sent(60, CARD_2, joinreq(1, "mark", CARD_2), JOHANN),
        Sent(61, CARD_2, hello(3, 2)),
        Sent(66, CARD_2, hello(3, 4))])
    assert tshark.frames(capture, "cman.analysis.out_of_sequence") == [4]
    assert values(tshark, capture, "cman.analysis.seq_gap") == {4: ["1"]}


# --- Barriers ----------------------------------------------------------------------------


def play_barrier(time, seq, name, *nodes):
    """WAIT of each node, then COMPLETE of each."""
    return [Sent(time + 0.1 * (number + len(nodes) * turn), source,
                 barrier(srcid, seq + turn, subcmd, name))
            for turn, subcmd in enumerate((WAIT, COMPLETE))
            for number, (srcid, source) in enumerate(nodes)]


def test_a_name_of_a_barrier_comes_back(tshark):
    """An hour later the cluster starts again, with one node more that waits
    first: another barrier."""
    capture = write_sent(tshark, "barrier-again.pcapng", [
        *play_barrier(0, 10, "TRANSITION.6", (1, LUDWIG), (2, JOHANN)),
        *play_barrier(3600, 100, "TRANSITION.6", (3, MARK), (1, LUDWIG), (2, JOHANN))])
    assert values(tshark, capture, "cman.barrier.waiting") == {
        n: [count] for n, count in enumerate("1222123333", 1)}
    assert values(tshark, capture, "cman.barrier.start_frame") == {
        **{n: ["1"] for n in (2, 3, 4)}, **{n: ["5"] for n in range(6, 11)}}
    assert values(tshark, capture, "cman.barrier.complete_frame") == {
        **{n: ["3"] for n in (1, 2, 4)}, **{n: ["8"] for n in (5, 6, 7, 9, 10)}}
    rows = tshark.table(capture, "cman,barriers")
    assert [(row["Nodes"], row["WAIT frame"], row["Completed after (s)"]) for row in rows] == [
        ("2", "1", "0.200000"), ("3", "5", "0.300000")]


def test_a_barrier_of_which_only_the_end_is_seen(tshark):
    """... is none of the barriers of that name before it."""
    capture = write_sent(tshark, "barrier-end.pcapng", [
        *play_barrier(0, 10, "step", (1, LUDWIG), (2, JOHANN)),
        Sent(1000, LUDWIG, barrier(1, 12, COMPLETE, "step")),
        Sent(1000.1, JOHANN, barrier(2, 12, COMPLETE, "step"))])
    assert set(values(tshark, capture, "cman.barrier.start_frame")) == {2, 3, 4}
    assert set(values(tshark, capture, "cman.barrier.duration")) == {3, 4}
    assert set(values(tshark, capture, "cman.barrier.waiting")) == {1, 2, 3, 4}
    assert values(tshark, capture, "cman.barrier.complete_frame") == {
        **{n: ["3"] for n in (1, 2, 4)}, 6: ["5"]}


def test_a_slow_node_completes_the_same_barrier(tshark):
    """Its COMPLETE comes seconds later, and is sent again after the ten."""
    sent = play_barrier(0, 10, "step", (1, LUDWIG), (2, JOHANN))
    sent[-1] = sent[-1]._replace(time=9)
    capture = write_sent(tshark, "barrier-slow.pcapng", [*sent, sent[-1]._replace(time=11)])
    assert tshark.frames(capture, "cman.analysis.retransmission") == [5]
    assert values(tshark, capture, "cman.barrier.start_frame") == {n: ["1"] for n in (2, 3, 4, 5)}
    assert values(tshark, capture, "cman.barrier.complete_frame") == {
        n: ["3"] for n in (1, 2, 4, 5)}


# --- Names -------------------------------------------------------------------------------


def test_a_dead_node_leaves_its_name_to_the_next(tshark):
    """A view is newest first; an id without a living owner has the name of the
    dead one."""
    view = masterview(1, 10, record("luke", MEMBER, 3, CARD_2), record("matthew", DEAD, 3, MARK),
                      record("mark", DEAD, 3, MARK), record("clara", DEAD, 4, "192.0.2.4"),
                      record("ludwig", MEMBER, 1, LUDWIG))
    capture = write_sent(tshark, "dead-names.pcapng", [
        Sent(0, LUDWIG, view), Sent(1, CARD_2, hello(3, 20)), Sent(2, LUDWIG, hello(1, 11)),
        Sent(3, "192.0.2.4", hello(4, 7))])
    assert values(tshark, capture, "cman.src_name") == {
        1: ["ludwig"], 2: ["luke"], 3: ["ludwig"], 4: ["clara"]}


def test_too_many_names_are_no_name(tshark):
    """16 names of one id are kept; at the next one the old ones are wrong."""
    views = [Sent(2 * n, LUDWIG, masterview(1, n, record(f"name{n}", MEMBER, 3, MARK)))
             for n in range(1, 20)]
    hellos = [Sent(2 * n + 1, MARK, hello(3, n)) for n in range(1, 20)]
    capture = write_sent(tshark, "many-names.pcapng", sorted(views + hellos))
    assert values(tshark, capture, "cman.src_name") == {2 * n: [f"name{n}"] for n in range(1, 17)}
    assert tshark.frames(capture, "cman.analysis.limit") == [33]


# --- What one message says -----------------------------------------------------------------


def test_a_kill_without_target_names_no_node(tshark):
    """A HELLO of a node that is no member is answered by a KILL to its address,
    with the target 0, which is no node."""
    capture = write_sent(tshark, "kill.pcapng", [
        Sent(0, LUDWIG, kill(1, 0, 10), MARK), Sent(1, LUDWIG, kill(1, 3, 11))])
    assert [text for text, in values(tshark, capture, "_ws.expert.message").values()] == [
        "node 1 kills 192.0.2.3, which is no member; no HELLO of it was captured before",
        "node 1 kills node 3; no HELLO of node 3 was captured before"]


# --- Tables of merged captures -------------------------------------------------------------


@pytest.mark.parametrize("ahead", [0.001, -0.001], ids=["ahead", "behind"])
def test_intervals_are_of_the_point_that_saw_most(tshark, ahead):
    """Point 0 misses the fourth of seven HELLOs; whether its clock is ahead or
    behind, the node sent them all."""
    hellos = [Sent(10 + 5 * n, LUDWIG, hello(1, 10 + n)) for n in range(7)]
    worse = [one._replace(time=one.time - ahead) for one in hellos if one.time != 25]
    better = [one._replace(point=1) for one in hellos]
    row, = tshark.table(write_sent(tshark, "most.pcapng", sorted(worse + better)), "cman,nodes")
    assert [row[title] for title in ("Messages", "HELLOs", "Missed", "Numbers skipped")] == [
        "7", "7", "0", "0"]
    assert {row[f"{which} interval (s)"] for which in ("Min", "Avg", "Max")} == {"5.000000"}


def test_intervals_are_those_that_were_sent(tshark):
    """Each point misses another HELLO, so none was missed; their clocks run at
    different speeds, by 1 ms in 5 s."""
    first = [Sent(5 * n, LUDWIG, hello(1, 10 + n)) for n in range(7) if n != 2]
    second = [Sent(5.001 * n + 1, LUDWIG, hello(1, 10 + n), point=1) for n in range(7) if n != 3]
    row, = tshark.table(write_sent(tshark, "tie.pcapng", sorted(first + second)), "cman,nodes")
    assert [row[title] for title in ("Messages", "HELLOs", "Missed", "Numbers skipped")] == [
        "7", "7", "0", "0"]
    for which in ("Min", "Avg", "Max"):
        assert abs(float(row[f"{which} interval (s)"]) - 5) < 0.005


CLOCKS_APART = 0.0101


def by_two(sent, *lost):
    """What two capture points saw of this; `lost` are (point, index).  The clock
    of point 1 is 10 ms behind."""
    return sorted(one._replace(time=one.time + 0.01 * point, point=point)
                  for index, one in enumerate(sent) for point in (0, 1)
                  if (point, index) not in lost)


TRANSITION = [Sent(0, LUDWIG, starttrans(1, 10, 5)), Sent(1.5, LUDWIG, endtrans(1, 11, 6)),
              *play_barrier(2, 12, "TRANSITION.6", (1, LUDWIG), (2, JOHANN))]


def transition_rows(tshark, capture):
    return [[row[title] for title in ("Reason", "Node", "Master", "Generation", "Start frame",
                                      "Duration (s)", "Restarts", "Outcome")]
            for row in tshark.table(capture, "cman,transitions")]


@pytest.mark.parametrize("point", [0, 1])
@pytest.mark.parametrize("index", [0, 1], ids=["start", "end"])
def test_a_transition_that_one_point_saw_whole(tshark, point, index):
    """One transition, however much another point has lost of it."""
    sent = by_two(TRANSITION, (point, index))
    capture = write_sent(tshark, "one-transition.pcapng", sent)
    (*facts, start, duration, restarts, outcome), = transition_rows(tshark, capture)
    assert (facts, restarts, outcome) == (["REMNODE", "4", "1", "6"], "0", "ended")
    assert start == "1"
    assert abs(float(duration) - 1.5) < CLOCKS_APART


def test_a_transition_of_which_each_point_saw_a_half(tshark):
    """The two ends are by different clocks, which no message compares until then."""
    capture = write_sent(tshark, "halves.pcapng", by_two(TRANSITION, (0, 1), (1, 0)))
    (*facts, start, duration, restarts, outcome), = transition_rows(tshark, capture)
    assert facts == ["REMNODE", "4", "1", "6"]
    assert (start, restarts, outcome) == ("1", "0", "ended")
    assert abs(float(duration) - 1.5) < CLOCKS_APART


def test_a_restart_that_is_a_start_elsewhere(tshark):
    """Point 1 has lost the first STARTTRANS."""
    capture = write_sent(tshark, "restart-elsewhere.pcapng", by_two([
        Sent(0, LUDWIG, starttrans(1, 10, 5)), Sent(15, LUDWIG, starttrans(1, 11, 6, RESTART, 1)),
        Sent(29, LUDWIG, endtrans(1, 12, 7))], (1, 0)))
    assert transition_rows(tshark, capture) == [
        ["REMNODE", "4", "1", "7", "1", "29.000000", "1", "ended"]]


def test_a_cluster_in_two_halves(tshark):
    """Each half goes on with the same generation: the end of one transition is
    not that of the other."""
    capture = write_sent(tshark, "two-halves.pcapng", [
        Sent(0, LUDWIG, starttrans(1, 10, 5, nodeid=3)),
        Sent(0.1, MARK, starttrans(3, 30, 5, nodeid=1), point=1),
        Sent(1, MARK, endtrans(3, 31, 6), point=1)])
    assert transition_rows(tshark, capture)[0] == [
        "REMNODE", "3", "1", "5", "1", "-", "0", "end not seen"]


def test_an_end_without_start_is_about_no_node(tshark):
    """ENDTRANS names a node only if one has joined."""
    capture = write_sent(tshark, "end-only.pcapng", [
        Sent(0, LUDWIG, endtrans(1, 11, 6)), Sent(100, LUDWIG, endtrans(1, 30, 8, new_node=3))])
    assert [row[1] for row in transition_rows(tshark, capture)] == ["-", "3"]


@pytest.mark.parametrize("point", [0, 1])
@pytest.mark.parametrize("lost", [(2,), (4, 5), (3,)], ids=["first-wait", "completes", "a-wait"])
def test_a_barrier_that_one_point_saw_whole(tshark, point, lost):
    sent = by_two(TRANSITION, *[(point, index) for index in lost])
    row, = tshark.table(write_sent(tshark, "one-barrier.pcapng", sent), "cman,barriers")
    assert (row["Nodes"], row["Completed after (s)"]) == ("2", "0.200000")


# --- Cut and quoted messages -----------------------------------------------------------------


def test_a_view_cut_between_two_records(tshark):
    """How many members there are is not known then, as it is not inside one."""
    luke, ludwig = record("luke", MEMBER, 3, MARK), record("ludwig", MEMBER, 1, LUDWIG)
    frame = datagram(masterview(1, 10, luke, ludwig), 6809)
    sizes = [len(frame) - len(luke + ludwig), len(frame) - len(ludwig), len(frame) - 1, len(frame)]
    path = tshark.captures / "cut-view.pcap"
    path.write_bytes(struct.pack("<IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, RAW_IP) + b"".join(
        struct.pack("<IIII", 20 * n, 0, size, len(frame)) + frame[:size]
        for n, size in enumerate(sizes)))
    path.chmod(0o644)
    assert [info.split(",")[0] for _, info in tshark.info(path)] == [
        "MASTERVIEW members 0 or more", "MASTERVIEW members 1 or more",
        "MASTERVIEW members 2 or more", "MASTERVIEW members 2"]


def quoted(frame, size):
    """ICMP port unreachable from `frame`'s addressee, with so much of it."""
    body = struct.pack(">BBHI", 3, 3, 0, 0) + frame[:size]
    return struct.pack(">BBHHHBBH", 0x45, 0, 20 + len(body), 0, 0, 64, 1, 0) + (
        frame[16:20] + frame[12:16] + body)


def test_what_an_icmp_error_quotes(tshark):
    """It is said once: where it was sent.  The quotation may end anywhere: that
    is no short message."""
    frames = [datagram(payload, 6809, LUDWIG, MARK) for payload in (
        kill(1, 3, 10), membership("0300"), membership("1206000003000000"), membership("0602"),
        membership("0c00"), membership("63"),
        joinreq(1, "mark", MARK).replace(b"comp-m", b"comp-x"))]
    capture = tshark.captures / "quoted.pcap"
    sent = frames + [quoted(frame, size) for frame in frames for size in (len(frame),
                                                                         len(frame) - 1, 28 + 12)]
    capture.write_bytes(struct.pack("<IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, RAW_IP) + b"".join(
        struct.pack("<IIII", n, 0, len(frame), len(frame)) + frame for n, frame in enumerate(sent)))
    capture.chmod(0o644)
    raised = " || ".join(["cman.kill", "cman.leave", "cman.nodedown", "cman.joinack_nak",
                          "cman.viewack_nak", "cman.unknown_command",
                          "cman.cluster_name_mismatch"])
    assert tshark.frames(capture, "cman") == list(range(1, len(sent) + 1))
    assert tshark.frames(capture, raised) == list(range(1, len(frames) + 1))
    assert tshark.frames(capture, "cman.truncated_message || _ws.malformed") == []


# --- HELLOs --------------------------------------------------------------------------------


def test_a_new_cluster_ends_the_rhythm(tshark):
    """NEWCLUSTER says that the node has started: it sent no HELLO while it was
    away."""
    def newcluster(seq):
        return membership("0f34120000", seq=seq, flags=NOACK | MULTICAST, srcid=0, tgtid=0)
    capture = write_sent(tshark, "new-cluster.pcapng", [
        Sent(0, LUDWIG, hello(1, 500)), Sent(5, LUDWIG, hello(1, 501)),
        *[Sent(100 + 3 * n, LUDWIG, newcluster(1 + n)) for n in range(5)],
        Sent(120, LUDWIG, hello(1, 6)), Sent(125, LUDWIG, hello(1, 7))])
    assert tshark.frames(capture, "cman.analysis.hello_lost || cman.analysis.hello_late") == []
    assert set(values(tshark, capture, "cman.analysis.hello_delta")) == {2, 9}
