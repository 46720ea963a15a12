# SPDX-License-Identifier: GPL-2.0-or-later
"""A circuit that starts over, at two places with a LAN each: the clock of the second one is ahead,
so its frames come later in the file.  HELLOs are seen at both, and compare the clocks."""
import heapq

import pytest

from nisca_make import (HELLO, PPD_ACK, STACK, Node, capture, cc, message, ppd, stamped, start, tr)
from test_cman_claims import PASSES

A, B = Node("VAX1", 1025), Node("VAX2", 1026)
BOTH, FIRST, SECOND = (0, 1), (0,), (1,)


class Wire:
    """What is sent, by its true time in ms: (time, name, bytes, places)."""

    def __init__(self, until):
        self.sent = [(t, "", cc(HELLO, node), BOTH) for first, node in ((100, A), (600, B))
                     for t in range(first, until, 2000)]

    def starts(self, time, name, places=FIRST):
        for after, data in ((0, tr(0x41, A, B, data=start(A))),
                            (1, tr(0x41, B, A, data=start(B, STACK))),
                            (2, tr(0x41, A, B, data=ppd(PPD_ACK, opcode=0)))):
            self.sent.append((time + after, "" if after else name, data, places))

    def message(self, time, name, seq, places, flags=0x4b, text=None):
        """And its ACK, 0.5 ms later."""
        data = tr(flags, A, B, 0, seq, message((text or name).encode()))
        self.sent.append((time, name, data, places))
        self.sent.append((time + 0.5, f"ACK {name}", tr(0x48, B, A, seq), places))

    def file(self, tshark, ahead):
        """Its path, and the names of the frames; `ahead` is the second clock's, by the time."""
        feeds = [[(time + place * (ahead(time) if callable(ahead) else ahead), name, place,
                   stamped(time, data)) for time, name, data, places in sorted(self.sent)
                  if place in places] for place in BOTH]
        rows = list(heapq.merge(*feeds, key=lambda row: row[0]))
        return (capture(tshark, [(time, data, place) for time, _, place, data in rows]),
                [name for _, name, _, _ in rows])


NAMES = """nisca.circuit.start_frame nisca.analysis.acked_in nisca.analysis.acks_frame
    nisca.analysis.rexmt_of nisca.analysis.rexmt_cause nisca.analysis.ack_unseen
    nisca.analysis.duplicate_of nisca.analysis.seq_gap""".split()


def said(tshark, wire, ahead, passes, fields=tuple(NAMES)):
    """By name of a frame: what is said, with the names of other frames."""
    path, names = wire.file(tshark, ahead)
    found = {}
    for name, row in zip(names, tshark.fields(path, fields, *passes)):
        found[name] = {field.rpartition(".")[2]: values[0] for field, values in row.items()
                       if values}
        for field in ("start_frame", "acked_in", "acks_frame", "rexmt_of", "duplicate_of"):
            if field in found[name]:
                found[name][field] = names[int(found[name][field]) - 1]
    return found


def two_lives():
    """Messages 2 and 3 of the first life go by the second LAN, and 3 shortly before its end."""
    wire = Wire(40_000)
    wire.starts(1000, "START 1")
    wire.message(2000, "1 of 1", 1, FIRST)
    wire.message(27_000, "2 of 1", 2, SECOND)
    wire.message(27_990, "3 of 1", 3, SECOND)
    wire.starts(28_000, "START 2")
    for number in (1, 2, 3):
        wire.message(28_000 + 500 * number, f"{number} of 2", number, FIRST)
    return wire


@PASSES
@pytest.mark.parametrize("ahead", [0, 3000, 5000])
def test_a_life_that_comes_later_in_the_file(tshark, ahead, passes):
    found = said(tshark, two_lives(), ahead, passes)
    for name, life in (*((f"{i} of 1", 1) for i in (1, 2, 3)),
                       *((f"{i} of 2", 2) for i in (1, 2, 3))):
        acked = {"acked_in": f"ACK {name}"} if passes else {}
        assert found[name] == {"start_frame": f"START {life}", **acked}
        assert found[f"ACK {name}"] == {"start_frame": f"START {life}", "acks_frame": name}


def life(name):
    return name.rpartition(" of ")[2].rpartition(" ")[2]


def wrong(found):
    """What is said and not so: of a message, and of its ACK."""
    return {(name, field, value) for name, values in found.items() if " of " in name
            for field, value in values.items()
            if value != {"start_frame": f"START {life(name)}", "acked_in": f"ACK {name}",
                         "acks_frame": name.removeprefix("ACK ")}.get(field)}


def six_lives():
    """Message 2 of each goes by the second LAN."""
    wire = Wire(150_000)
    for number in range(1, 7):
        begin = 1000 if number == 1 else 20_000 * number
        wire.starts(begin, f"START {number}")
        for seq in (1, 2, 3):
            wire.message(begin + 15_000 + 500 * seq, f"{seq} of {number}", seq,
                         SECOND if seq == 2 else FIRST)
    return wire


@PASSES
@pytest.mark.parametrize("ahead", [3000, 30_000, 150_000])
def test_six_lives(tshark, ahead, passes):
    """Four are remembered behind the latest one.  Until the other place shows a number, it is
    missing."""
    found = said(tshark, six_lives(), ahead, passes)
    forgotten = {("3 of 1", "seq_gap", "1")} if ahead == 150_000 else set()
    assert wrong(found) == forgotten or not passes
    assert {row for row in wrong(found) if row[1] != "seq_gap"} == set()
    for number in (2, 3, 4, 5, 6):
        assert all(found[f"ACK {seq} of {number}"].get("acks_frame") == f"{seq} of {number}"
                   for seq in (1, 2, 3))


@PASSES
@pytest.mark.parametrize("ahead", [3000, 30_000])
def test_a_start_that_comes_behind_what_it_begins(tshark, ahead, passes):
    """It went by the second LAN: the numbers that are used again show the new life."""
    wire = Wire(40_000)
    wire.starts(1000, "START 1")
    for number, begin in ((1, 2000), (2, 28_010)):
        for seq in (1, 2, 3):
            wire.message(begin + 500 * seq, f"{seq} of {number}", seq, FIRST)
    wire.starts(28_000, "START 2", SECOND)
    found = said(tshark, wire, ahead, passes)
    assert wrong(found) == set()
    assert all(found[f"ACK {seq} of 2"].get("acks_frame") == f"{seq} of 2" for seq in (1, 2, 3))


@PASSES
@pytest.mark.parametrize("second", [28_000, 28_200], ids=["before-a-HELLO", "behind-a-HELLO"])
def test_a_clock_that_is_set_back_before_the_start(tshark, second, passes):
    """From then on the second place comes first in the file, and shows the new life before any
    START.  How far it was set is known but for the time to its frame before: until the first
    place shows a HELLO of 28.1 s."""
    wire = Wire(60_000)
    wire.starts(1000, "START 1")
    wire.starts(second, "START 2")
    for number, begin in ((1, 2000), (2, second + 10)):
        for seq in range(1, 9):
            wire.message(begin + 500 * seq, f"{seq} of {number}", seq,
                         FIRST if seq % 2 else SECOND)
    found = said(tshark, wire, lambda time: -40_000 if time > 27_950 else 0, passes)
    assert {row for row in wrong(found) if row[1] != "seq_gap" or passes} == set()
