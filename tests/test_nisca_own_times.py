# SPDX-License-Identifier: GPL-2.0-or-later
"""Two LANs of one cluster, each captured by a machine of its own: no frame is in both, and the
clock of the second machine may be wrong.  HELLOs say when they were sent by the nodes' clocks,
which tick every 10 ms."""
import pytest

from nisca_make import HELLO, cc, message, stamped, tr
from test_cman_claims import PASSES
from test_nisca_lives import A, B, BOTH, FIRST, NAMES, SECOND, Wire, said

LANS = (FIRST, SECOND)
NAMES = [*NAMES, "nisca.analysis.ack_rtt"]
HELLOS_UNTIL = 60_000


def hello(node, lan, sent):
    return stamped(sent, cc(HELLO, node, lan=lan))


class Lans(Wire):
    """Each HELLO and message goes by one LAN."""

    def __init__(self, set_to=lambda time: 0, places=lambda time, lan: LANS[lan]):
        """`set_to`: how far the nodes' clocks are ahead."""
        super().__init__(0)
        self.places = places
        for node, lan, first in ((A, 0, 107), (A, 1, 401), (B, 0, 703), (B, 1, 1309)):
            for time in range(first, HELLOS_UNTIL, 1993):
                self.sent.append((time, "", hello(node, lan, time + set_to(time)),
                                  places(time, lan)))

    def attempt(self, time, name, seq, lan, flags=0x4b):
        self.sent.append((time, name, tr(flags, A, B, 0, seq, message(b"text %d" % seq), lan=lan),
                          self.places(time, lan)))

    def ack(self, time, name, seq, lan):
        self.sent.append((time, name, tr(0x48, B, A, seq, lan=lan), self.places(time, lan)))


def at_work(*arguments):
    """Messages from 20 s on: those with an odd number are acknowledged on their own LAN, others
    on the other one, 0.5 ms later."""
    wire = Lans(*arguments)
    wire.starts(19_000, "START")
    for seq in range(1, 37):
        lan = seq // 2 % 2
        wire.attempt(20_000 + 1000 * seq, f"{seq}", seq, lan)
        wire.ack(20_000.5 + 1000 * seq, f"ACK {seq}", seq, lan ^ (seq + 1) % 2)
    return wire


def answers(found):
    """By number: what its ACK, and the message, name, and how long that took."""
    return {seq: (found[f"ACK {seq}"].get("acks_frame"), found[f"{seq}"].get("acked_in"),
                  found[f"ACK {seq}"].get("ack_rtt")) for seq in range(1, 37)}


RIGHT = "0.000500000"


def all_right(passes):
    return {seq: (f"{seq}", f"ACK {seq}" if passes else None, RIGHT) for seq in range(1, 37)}


@PASSES
@pytest.mark.parametrize("ahead", [0, -3000, -20, 20, 3000])
def test_acks_on_another_lan(tshark, ahead, passes):
    found = said(tshark, at_work(), ahead, passes, NAMES)
    right = all_right(passes)
    for seq, (acks, acked_in, rtt) in answers(found).items():
        if seq % 2 == 1 or ahead == 0:
            assert (acks, acked_in, rtt) == right[seq]
        else:  # what is closer than a tick has no order, and nobody knows how long it took
            assert acks in (None, f"{seq}") and acked_in in (None, right[seq][1]) and rtt is None
    assert not passes or not any({"ack_unseen", "seq_gap"} & set(row) for row in found.values())


@PASSES
@pytest.mark.parametrize("ahead", [0, -3000, -20, -5, 5, 20, 3000])
def test_causes_on_another_lan(tshark, ahead, passes):
    """One message is lost on its way; of the next one the ACK is.  The copies are acknowledged at
    once, on the other LAN: which came first is not known by wrong clocks."""
    wire = at_work()
    for seq, lan in ((37, 0), (38, 1)):
        begin = 57_500 + 5000 * (seq - 37)
        wire.attempt(begin, f"{seq}", seq, lan)
        if seq == 38:
            wire.ack(begin + 200, f"ACK {seq}", seq, 1 - lan)
        wire.attempt(begin + 1400, f"{seq} again", seq, lan, 0x7b)
        wire.ack(begin + 1400.5, f"ACK {seq} again", seq, 1 - lan)
    found = said(tshark, wire, ahead, passes, NAMES)
    for seq, cause in ((37, "1"), (38, "2")):
        assert found[f"{seq} again"]["rexmt_of"] == f"{seq}"
        if passes:
            assert found[f"{seq} again"].get("rexmt_cause") in (cause, None if ahead else cause)


@PASSES
@pytest.mark.parametrize("set_to", [
    lambda time: 3000 if time > 30_000 else 0, lambda time: -40_000 if time > 30_000 else 0,
    lambda time: time // 500,  # it runs too fast by far
    lambda time: -400 if 30_000 < time < 30_500 else 0,  # two HELLOs were late
], ids=["set", "set back", "fast", "late"])
def test_the_nodes_clocks_prove_nothing_alone(tshark, set_to, passes):
    """One machine has captured both LANs."""
    found = said(tshark, at_work(set_to), 0, passes, NAMES)
    assert answers(found) == all_right(passes)


@PASSES
def test_common_frames_measure_better(tshark, passes):
    """From 15 s on the second machine sees both LANs."""
    wire = at_work(lambda time: 0, lambda time, lan: BOTH if time > 15_000 and lan == 0
                   else LANS[lan])
    found = said(tshark, wire, -20, passes, NAMES)
    assert {rtt for *_, rtt in answers(found).values()} == {RIGHT}



def nothing_false(found, passes):
    """Of two places whose clocks are far apart the later one in the file fills the gaps of the
    other one."""
    for name, row in found.items():
        assert {row.get("acks_frame"), row.get("acked_in")} <= {
            None, name.removeprefix("ACK "), f"ACK {name}"}
        assert row.get("ack_rtt") in (None, RIGHT) and row.get("start_frame") in (None, "START")
    assert not passes or not any({"ack_unseen", "seq_gap"} & set(row) for row in found.values())


@PASSES
@pytest.mark.parametrize("ahead", [-3_600_000, -2000, -100, 100, 2000, 3_600_000])
def test_one_file_behind_the_other(tshark, ahead, passes):
    """The first HELLO of the other LAN tells that a clock is wrong.  The START begins what the
    other LAN shows in front of it."""
    nothing_false(said(tshark, at_work(), ahead, passes, NAMES), passes)


@PASSES
@pytest.mark.parametrize("ahead", [-300, -20, 20, 300])
def test_messages_that_overtake_their_start(tshark, ahead, passes):
    """No HELLO has compared the clocks by then."""
    wire = Lans()
    wire.starts(60, "START")
    for seq in range(1, 9):
        wire.attempt(64 + 5 * seq, f"{seq}", seq, seq % 2)
        wire.ack(64.5 + 5 * seq, f"ACK {seq}", seq, seq % 2)
    found = said(tshark, wire, ahead, passes, NAMES)
    assert {row["start_frame"] for name, row in found.items() if "start_frame" in row} == {"START"}
    assert not passes or not any({"ack_unseen", "seq_gap"} & set(row) for row in found.values())


def life_of(name):
    return name.removesuffix(" again").rpartition(" ")[2]


@PASSES
def test_two_lives_one_file_behind_the_other(tshark, passes):
    """The second file shows the numbers of the first life when the first file has shown them with
    other messages, some of them late, on their second way: both are one cluster."""
    wire = Lans()
    for life, begin in ((1, 5000), (2, 30_000)):
        wire.starts(begin, f"START {life}")
        for seq in range(1, 25):
            name, time = f"{seq} of {life}", begin + 900 * seq
            data = message(name.encode())
            wire.sent.append((time, name, tr(0x4b, A, B, 0, seq, data, lan=seq % 2),
                              LANS[seq % 2]))
            if seq % 4 == 0:
                wire.sent.append((time + 1400, f"{name} again",
                                  tr(0x7b, A, B, 0, seq, data, lan=1), SECOND))
            wire.ack(time + 0.5, f"ACK {name}", seq, seq % 2)
    found = said(tshark, wire, 3_600_000, passes, NAMES)
    for name, row in found.items():
        assert row.get("start_frame") in (None, f"START {life_of(name)}")
        assert row.get("acks_frame") in (None, name.removeprefix("ACK "))
        assert row.get("rexmt_of") == (name[:-6] if name.endswith(" again") else None)
    assert not passes or not any({"ack_unseen", "seq_gap"} & set(row) for row in found.values())


def three_lives(starts):
    """Each LAN carries half of the messages; all STARTs, which are sent so often, go by the
    first."""
    wire = Lans()
    for life in (1, 2, 3):
        begin = 18_000 * life - 16_000
        wire.starts(begin, f"START {life}")
        if starts == 2:
            wire.starts(begin - 1400, f"first START {life}")
        for seq in range(1, 13):
            wire.message(begin + 10 + 900 * seq, f"{seq} of {life}", seq, LANS[seq % 2])
    return wire


@PASSES
@pytest.mark.parametrize("starts", [1, 2], ids=["once", "twice"])
@pytest.mark.parametrize("ahead", [-3_600_000, -100_000])
def test_starts_that_come_behind_all_that_they_begin(tshark, ahead, starts, passes):
    """Numbers that are used again show each life: the file of the first LAN comes last, and
    its STARTs go to theirs."""
    names = [*NAMES, "nisca.circuit.restarted"]
    found = said(tshark, three_lives(starts), ahead, passes, names)
    right = {(f"{seq} of {life}", f"START {life}") for life in (1, 2, 3) for seq in range(1, 13)}
    assert {(name, row["start_frame"]) for name, row in found.items()
            if " of " in name and "ACK" not in name and "start_frame" in row} <= right
    first = "" if starts == 1 else "first "
    assert [name for name, row in found.items() if "restarted" in row] == [
        f"{first}START 2", f"{first}START 3"]
    if passes:
        assert not any({"ack_unseen", "seq_gap", "rexmt_of"} & set(row) for row in found.values())
        assert all(found[f"{seq} of {life}"].get("acked_in") == f"ACK {seq} of {life}"
                   for life in (1, 2, 3) for seq in range(1, 13))


@PASSES
@pytest.mark.parametrize("ahead", [-15_000, -3000, 3000])
def test_a_place_that_starts_in_the_middle(tshark, ahead, passes):
    """Its first frame is a HELLO: that tells how far its clock is off before both places show
    any other frame, so its START begins nothing too early."""
    wire = Lans(places=lambda time, lan: BOTH if time > 30_000 else FIRST)
    for life, begin in ((1, 2000), (2, 30_700)):
        wire.starts(begin, f"START {life}", BOTH if life == 2 else FIRST)
        for seq in range(1, 37):
            wire.message(begin + 10 + 700 * seq, f"{seq} of {life}", seq,
                         BOTH if life == 2 else FIRST)
    found = said(tshark, wire, ahead, passes, NAMES)
    for life in (1, 2):
        for seq in range(1, 37):
            name = f"{seq} of {life}"
            assert found[name]["start_frame"] == f"START {life}"
            assert not passes or found[name]["acked_in"] == f"ACK {name}"
            assert found[f"ACK {name}"]["acks_frame"] == name
    assert not any({"ack_unseen", "seq_gap", "rexmt_of", "duplicate_of"} & set(row)
                   for row in found.values())
