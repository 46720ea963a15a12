# SPDX-License-Identifier: GPL-2.0-or-later
"""Which way messages went that were sent again, in the timeline: the cable to look at."""
import pytest

from nisca_make import BYE, CCSTART, HELLO, Node, VACK, VERF, capture, cc, message, tr

A, B = Node("VAX1", 1025), Node("VAX2", 1026)
PASSES = pytest.mark.parametrize("passes", [(), ("-2",)], ids=["one-pass", "two-passes"])
WAY = "from EWA (02:00:00:04:10:01) to EWA (02:00:00:04:10:02)"


def sent(at, number, again=None, vlan=None, lan=None, point=0):
    """A message, that it is sent again, on `lan`, and the ACK."""
    frames = [(at, tr(0x4b, A, B, 0, number, message(), vlan=vlan), point)]
    if again:
        frames.append((again, tr(0x7b, A, B, 0, number, message(), vlan=lan or vlan), point))
    last = again or at
    return [*frames, (last + 1, tr(0x48, B, A, number, vlan=lan or vlan), point)]


def channel(vlan=None, point=0):
    return [(ms, frame, point) for ms, frame in [
        (0, cc(HELLO, A, vlan=vlan)), (1, cc(HELLO, B, vlan=vlan)),
        (100, cc(CCSTART, A, B, vlan=vlan)), (101, cc(VERF, B, A, vlan=vlan)),
        (102, cc(VACK, A, B, vlan=vlan))]]


def resent(tshark, frames, *passes):
    path = capture(tshark, sorted(frames, key=lambda entry: entry[0]))
    row, = [row["What happened"] for row in tshark.endings(path, *passes)
            if " sent again" in row["What happened"]]
    return row


@PASSES
def test_one_message(tshark, passes):
    """Five frames of the channel and two of message 1 come before it."""
    frames = [*channel(), *sent(1000, 1), *sent(2000, 2, again=5000)]
    assert resent(tshark, frames, *passes) == (
        "1 message from VAX1 to VAX2 was sent again: that of frame 8 (14:13:22.0) in frame "
        f"9; message lost 1; it first went {WAY}")


@PASSES
@pytest.mark.parametrize("before, share", [(8, "1"), (9, "1 of 10")])
def test_a_share_needs_ten_messages(tshark, before, share, passes):
    frames = [*channel(), *sent(20_000, before + 1, again=23_000)]
    for number in range(1, before + 1):
        frames += sent(1000 * number, number)
    assert resent(tshark, frames, *passes).startswith(
        f"{share} message{'s' * (before == 9)} from VAX1 to VAX2 was sent again: that of frame ")


@PASSES
@pytest.mark.parametrize("acked", [True, False])
def test_how_often_one_message_was_sent_again(tshark, acked, passes):
    """Message 2 of frame 8 is sent six times: the last, frame 13, 10 s later."""
    frames = [*channel(), *sent(1000, 1), *sent(2000, 2, again=4000)[:2]]
    frames += [(ms, tr(0x7b, A, B, 0, 2, message()), 0) for ms in range(6000, 12_001, 2000)]
    if acked:
        frames.append((12_001, tr(0x48, B, A, 2), 0))
    cause = "message lost" if acked else "not acknowledged"
    assert resent(tshark, frames, *passes) == (
        "1 message from VAX1 to VAX2 was sent again, 5 times: that of frame 8 (14:13:22.0), the "
        f"last in frame 13; {cause} 1; it first went {WAY}")


@PASSES
def test_how_often_several_messages_were_sent_again(tshark, passes):
    """Message 2 once, in frames 8 and 9; message 3 three times, in 11 to 14."""
    frames = [*channel(), *sent(1000, 1), *sent(2000, 2, again=5000), *sent(6000, 3, again=14_000),
              *((ms, tr(0x7b, A, B, 0, 3, message()), 0) for ms in (8000, 11_000))]
    words = resent(tshark, frames, *passes)
    assert words.startswith("2 messages from VAX1 to VAX2 were sent again, 4 times in all, between "
                            "frame 8 (14:13:22.0) and frame 14; message lost 2; all first went ")


@PASSES
def test_adapters_of_one_address_on_two_vlans(tshark, passes):
    """Messages 8, 9 and 10 are lost on VLAN 20, and 7 on VLAN 10."""
    frames = [*channel(10), *channel(20)]
    for number in range(1, 7):
        frames += sent(500 * number, number, vlan=10 + number % 2 * 10)
    frames += sent(4000, 7, again=7000, vlan=10, lan=20)
    for number, at in ((8, 8000), (9, 12_000), (10, 16_000)):
        frames += sent(at, number, again=at + 3000, vlan=20, lan=10)
    words = resent(tshark, frames, *passes)
    assert words.startswith("4 of 10 messages from VAX1 to VAX2 were sent again")
    assert words.endswith("; message lost 4; 1 first went from EWA to EWA in VLAN 10; 3 first "
                          "went from EWA to EWA in VLAN 20")


@PASSES
def test_where_it_was_seen(tshark, passes):
    """Both places see message 1, and the first one alone sees message 2."""
    frames = [*channel(), *channel(point=1), *sent(1000, 1), *sent(1000, 1, point=1),
              *sent(2000, 2, again=5000), *sent(2000, 2, again=5000, point=1)[1:]]
    assert resent(tshark, frames, *passes).endswith(
        f"; message lost 1; it first went {WAY}, first seen at interface 0")


@PASSES
def test_two_places_saw_other_messages(tshark, passes):
    """One place alone sees message 2 before it is lost, and the other one messages 3 and 4."""
    frames = [*channel(), *channel(point=1), *sent(1000, 1), *sent(1000, 1, point=1)]
    for number, there in ((2, 0), (3, 1), (4, 1)):
        both = [sent(2000 * number, number, again=2000 * number + 1500, point=point)
                for point in (0, 1)]
        frames += [*both[there], *both[1 - there][1:]]
    words = resent(tshark, frames, *passes)
    assert words.endswith("; message lost 3; 1 first went from EWA to EWA, first seen at "
                          "interface 0; 2 first went from EWA to EWA, first seen at interface 1")


def test_the_ack_was_there_before(tshark):
    """It is the ACK that was lost, behind the place that saw it."""
    frames = [*channel(), *sent(1000, 1), *sent(2000, 2),
              (4000, tr(0x7b, A, B, 0, 2, message()), 0), (4001, tr(0x48, B, A, 2), 0)]
    assert resent(tshark, frames).endswith(f"; ACK lost or late 1; it first went {WAY}")


def test_the_receiver_has_left(tshark):
    frames = [*channel(), *sent(1000, 1), (2000, tr(0x4b, A, B, 0, 2, message()), 0),
              (2500, cc(BYE, B), 0), (3000, tr(0x7b, A, B, 0, 2, message()), 0)]
    assert resent(tshark, frames).endswith(f"; it first went {WAY}")
