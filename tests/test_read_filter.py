# SPDX-License-Identifier: GPL-2.0-or-later
"""A frame that a read filter rejects on the first pass gives its number to the
next one, but nothing of what was found about it; see README, Limits."""
import itertools
import struct

import pytest

from cman_packets import datagram, membership, starttrans
from hostile import ip
from nisca_make import HELLO, Node, capture, cc, message, tr

NUMBERS = itertools.count(1)


def nisca_hello(number, vlan=None):
    return cc(HELLO, Node(f"VAX{number}", 1024 + number), vlan=vlan)


def cman_hello(number, vlan=None):
    tag = struct.pack(">HH", 0x8100, vlan) if vlan else b""
    hello = membership("0402030004000000", flags=0x190000, srcid=number, tgtid=0, seq=next(NUMBERS))
    return bytes(6) + bytes([2, 0, 0, 0, 0, number]) + tag + b"\x08\x00" + datagram(hello, 6809)


@pytest.mark.parametrize("protocol, hello", [("nisca", nisca_hello), ("cman", cman_hello)])
def test_rejected_frame_leaves_nothing(protocol, hello, tshark):
    """HELLOs of node 1 are lost, but outside of the VLAN, where node 4 is heard in time; the
    first one of node 3 gets the number of node 1's, and lies one layer deeper."""
    path = capture(tshark, [(0, hello(1)), (1000, hello(2, vlan=5)), (1001, hello(4)),
                            *((3000 * n, hello(4)) for n in range(2, 10)),
                            (30000, hello(1)), (30001, hello(3, vlan=5))])
    assert tshark.frames(path, f"{protocol}.analysis.hello_lost") == [12]
    rows = tshark.fields(path, [f"{protocol}.analysis.hello_delta", "_ws.expert.message"],
                         "-2", "-R", "vlan")
    assert len(rows) == 2 and not any(cell for row in rows for cell in row.values())


def test_what_is_too_short_to_be_followed_gets_no_finding_either(tshark):
    """The HELLO of a second VAX1 is rejected; what gets its number ends in the header."""
    one, two = Node("VAX1", 1024 + 1), Node("VAX1", 1024 + 2)
    short = cc(HELLO, one)[:16 + 20]
    path = capture(tshark, [(0, cc(HELLO, one)), (1000, cc(HELLO, two)), (2000, short)])
    assert tshark.frames(path, "nisca.identity_conflict") == [2]
    left = ["-2", "-R", "frame.time_relative != 1"]
    rows = tshark.fields(path, ["_ws.expert.message", "cluster.event"], *left)
    assert len(rows) == 2 and "called VAX1" not in str(rows)
    assert tshark.story(path, *left) == []


def ethernet(payload):
    return bytes(6) + bytes([2, 0, 0, 0, 0, 1]) + b"\x08\x00" + datagram(payload, 6809)


def heartbeat(number):
    payload = struct.pack(">IIIIII", 0x27da, 0x5d77a681, 42, 0, number, 0)
    return bytes(6) + bytes([2, 0, 0, 0, 0, 1]) + b"\x08\x00" + ip(
        0xc0000201, 0xc0000202, 224, payload, number)


ONE, TWO = Node("VAX1", 1025), Node("VAX2", 1026)
# A message and the next one, mostly its retransmission; field -> what that says without a filter.
SENT_AGAIN = {
    "ncs_heartbeat": (heartbeat(1), heartbeat(2), "ncs_heartbeat.analysis.interval",
                      "ncs_heartbeat.analysis.previous_frame"),
    "cman": (ethernet(starttrans(1, 5, 4)), ethernet(starttrans(1, 5, 4)),
             "cman.analysis.retransmission", "cman.analysis.retransmission_of"),
    "nisca": (tr(0x4b, ONE, TWO, 0, 5, message()), tr(0x6b, ONE, TWO, 0, 5, message()),
              "nisca.analysis.rexmt_delta", "nisca.analysis.rexmt_of"),
}


@pytest.mark.parametrize("protocol", SENT_AGAIN)
def test_no_link_to_the_frame_itself(protocol, tshark):
    """The original is rejected, and what comes next takes its number: a link
    would name the frame itself."""
    original, again, verdict, link = SENT_AGAIN[protocol]
    path = capture(tshark, [(0, original), (1000, again)])
    assert tshark.frames(path, f"{verdict} && {link} == 1") == [2]
    filtered = ("-2", "-R", "frame.time_relative > 0.5")
    assert tshark.frames(path, link, *filtered) == []
