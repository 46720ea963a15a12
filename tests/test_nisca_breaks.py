# SPDX-License-Identifier: GPL-2.0-or-later
"""A circuit that breaks, in the timeline: with what, when it works again, and how often it was."""
import pytest

from nisca_make import (BYE, CCSTART, HELLO, Node, PPD_ACK, STACK, VACK, VERF, capture, cc, message,
                        ppd, start, tr)

A, B = Node("VAX1", 1025), Node("VAX2", 1026)
PASSES = pytest.mark.parametrize("passes", [(), ("-2",)], ids=["one-pass", "two-passes"])


def hellos(until, node=A, late=0):
    return [(t + late, cc(HELLO, node)) for t in range(0, until, 3000)]


def channel(at):
    return [(at, cc(CCSTART, A, B)), (at + 1, cc(VERF, B, A)), (at + 2, cc(VACK, A, B))]


def started(at):
    """START, STACK, ACK."""
    return [(at, tr(0x41, A, B, 0, 1, start(A))), (at + 1, tr(0x41, B, A, 0, 1, start(B, STACK))),
            (at + 2, tr(0x41, A, B, 0, 1, ppd(PPD_ACK)))]


def vain(at, number=2, sender=A, receiver=B):
    """A message that is sent five times in 12 s."""
    return [(at + 3000 * i, tr(0x7b if i else 0x4b, sender, receiver, 1, number, message()))
            for i in range(5)]


def works(at):
    """Message 1 of A is acknowledged."""
    return [(at, tr(0x4b, A, B, 0, 1, message())), (at + 1, tr(0x48, B, A, 1))]


def rows(tshark, frames, *passes):
    path = capture(tshark, sorted(frames, key=lambda entry: entry[0]))
    return [(int(row["Frame"]), row["What happened"])
            for row in tshark.table(path, "cluster,timeline", *passes)]


def told(tshark, frames, *passes):
    return [row for row in rows(tshark, frames, *passes)
            if "circuit" in row[1] or "channel" in row[1]]


def at(frames, ms):
    """The number of the frame of a moment."""
    return 1 + sorted(ms for ms, _ in frames).index(ms)


ONCE = [*hellos(30_000), *hellos(30_000, B, 100), *channel(200), *started(300), *works(500),
        *vain(4000)]


def broke(frames, proof, later):
    """The row of the message, and when which frame proves it."""
    return at(frames, 4000), (
        f"The circuit from VAX1 to VAX2 broke: message 2 in frame {at(frames, 4000)} was sent 5 "
        "times (from adapter EWA to EWA) in 12.0 s and never acknowledged; VAX2's HELLOs went on; "
        f"known from frame {at(frames, proof)}, {later} s later")


def again(frames, seconds):
    return (f"The circuit between VAX1 and VAX2 works again, {seconds} s after message 2 in frame "
            f"{at(frames, 4000)} (14:13:24.0), with which it broke")


@PASSES
def test_the_channel_is_a_part_of_the_break(tshark, passes):
    """It is formed again at 18.5 s, as its circuit is given up."""
    frames = [*ONCE, *channel(18_500), *started(20_000)]
    assert told(tshark, frames, *passes) == [broke(frames, 20_000, "16.0"),
                                             (at(frames, 20_002), again(frames, "16.0"))]


@PASSES
def test_the_channel_alone(tshark, passes):
    """The message that waits is acknowledged on the channel that was formed again."""
    frames = [*ONCE, *channel(14_500), (16_500, tr(0x48, B, A, 2))]
    frame, words = told(tshark, frames, *passes)[0]
    assert frame == at(frames, 14_502)
    assert words == ("The channel from VAX1 (EWA) to VAX2 (EWA) is formed again, while VAX1 waits "
                     f"for an ACK: message 2 in frame {at(frames, 4000)} (14:13:24.0) was sent 4 "
                     "times (from adapter EWA to EWA)")


@PASSES
def test_the_start_is_not_answered(tshark, passes):
    """No STACK comes."""
    frames = [*ONCE, started(20_000)[0]]
    assert told(tshark, frames, *passes) == [
        broke(frames, 20_000, "16.0"),
        (len(frames), "end of file: the circuit from VAX1 to VAX2 is not seen to work again: no "
         f"ACK since message 2 in frame {at(frames, 4000)} (14:13:24.0), with which it broke")]


def test_who_left_has_no_broken_circuit(tshark):
    frames = [*ONCE, started(20_000)[0], (29_000, cc(BYE, B))]
    assert told(tshark, frames) == [broke(frames, 20_000, "16.0")]


def test_a_message_that_is_acknowledged_will_do(tshark):
    """STACK and what answers it took another LAN."""
    frames = [*ONCE, started(20_000)[0], *works(21_000)]
    assert told(tshark, frames)[1] == (at(frames, 21_001), again(frames, "17.0"))


def test_both_directions_work_again_at_once(tshark):
    """B's message is 1 s behind that of A."""
    frames = [*ONCE, (600, tr(0x4b, B, A, 1, 1, message())), (601, tr(0x48, A, B, 1)),
              *vain(5000, 2, B, A), *started(20_000)]
    made = told(tshark, frames)
    assert [frame for frame, _ in made] == [at(frames, t) for t in (4000, 5000, 20_002)]
    assert made[2][1] == again(frames, "16.0")


@PASSES
def test_the_row_has_the_place_of_the_message(tshark, passes):
    """Only the second place sees what comes behind 19 s: with that the break is proven."""
    frames = sorted([*ONCE, *started(20_000)], key=lambda entry: entry[0])
    path = capture(tshark, [(ms, data, int(ms > 19_000)) for ms, data in frames])
    made = [(int(row["Frame"]), row["Place"], row["What happened"])
            for row in tshark.story(path, *passes) if "circuit" in row["What happened"]]
    number, words = broke(frames, 20_000, "16.0")
    assert made == [(number, "interface 0", words),
                    (at(frames, 20_002), "interface 1", again(frames, "16.0"))]


@PASSES
def test_many_breaks_are_told_at_the_end(tshark, passes):
    """Four rounds of 30 s; the third one lasts longest, and is not told."""
    frames = [*hellos(150_000), *hellos(150_000, B, 100), *started(300)]
    for i, begun in enumerate((20_000, 20_000, 21_000, 20_000)):
        frames += [(30_000 * i + t, data) for t, data in [
            *works(500), *vain(4000), *started(begun)]]
    made = told(tshark, frames, *passes)
    assert [frame for frame, _ in made[:-1]] == [
        at(frames, t) for t in (4000, 20_002, 34_000, 50_002, 94_000, 110_002)]
    assert f"; it broke the 4th time since frame {at(frames, 4000)} (14:13:24.0)" in made[4][1]
    assert made[-1][1] == (
        f"end of file: the circuit from VAX1 to VAX2 broke 4 times, first from frame "
        f"{at(frames, 4000)} (14:13:24.0), last 53.1 s ago (14:14:54.0), longest 17.0 s from frame "
        f"{at(frames, 64_000)}")
