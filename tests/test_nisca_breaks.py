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
    words = words.replace("to EWA)", "to EWA, first seen at interface 0)")
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


# --- Two LANs -------------------------------------------------------------------------------

def messages():
    """Twenty messages, each other one on VLAN 20, whose ACKs take the other VLAN."""
    frames = [(ms, cc(HELLO, node, vlan=vlan)) for vlan in (10, 20)
              for ms, node in ((vlan, A), (vlan + 1, B))]
    for number in range(1, 21):
        vlan = 10 + number % 2 * 10
        frames += [(500 * number, tr(0x4b, A, B, 0, number, message(b"%d" % number), vlan=vlan)),
                   (500 * number + 1, tr(0x48, B, A, number, vlan=30 - vlan))]
    return frames


def said(tshark, frames, words, *passes):
    path = capture(tshark, sorted(frames, key=lambda entry: entry[0]))
    row, = [row["What happened"] for row in tshark.table(path, "cluster,timeline", *passes)
            if words in row["What happened"]]
    return row


@PASSES
def test_adapters_of_one_address_lose_on_one_vlan(tshark, passes):
    """Message 21 goes twice on VLAN 20 and twice on VLAN 10, where its ACK comes."""
    frames = messages()
    for i, vlan in enumerate((20, 20, 10, 10)):
        frames.append((20_000 + 1500 * i, tr(0x7b if i else 0x4b, A, B, 0, 21, message(b"21"),
                                             vlan=vlan)))
    frames.append((24_501, tr(0x48, B, A, 21, vlan=10)))
    words = said(tshark, frames, " waited ", *passes)
    assert (" was sent 4 times (2 times from adapter EWA to EWA in VLAN 20, "
            "2 times from EWA to EWA in VLAN 10); ") in words


def waits(points):
    """Message 20 is sent twice within 4 s, and acknowledged; `points` of each frame, by its
    time: (place, how much later it is there, in us)."""
    frames = [*hellos(40_000, A, 500), *hellos(40_000, A, 510), *hellos(40_000, B, 1500),
              *hellos(40_000, B, 1510), *channel(100)]
    for number in range(1, 20):
        frames += [(1000 * number, tr(0x4b, A, B, 0, number, message(b"%d" % number))),
                   (1000 * number + 1, tr(0x48, B, A, number))]
    frames += [(20_000, tr(0x4b, A, B, 0, 20, message(b"20"))),
               (24_000, tr(0x7b, A, B, 0, 20, message(b"20"))), (24_001, tr(0x48, B, A, 20))]
    return sorted((ms + late / 1000, data, place)
                  for ms, data in frames for place, late in points(ms))


@PASSES
@pytest.mark.parametrize("points, way", [
    (lambda ms: ((0, ms // 4000 % 2 * 50), (1, 25)), "(from adapter EWA to EWA)"),
    (lambda ms: ((int(ms > 20_000 and ms % 1000 < 2 or ms % 1000 == 510), 0),),
     "(once from adapter EWA to EWA, first seen at interface 0, "
     "once from EWA to EWA, first seen at interface 1)")],
    ids=["one-lan", "two-lans"])
def test_which_way_a_message_went_that_two_places_saw(tshark, points, way, passes):
    """Where both show what is sent, one of them is the first by chance.  Where no frame is at both,
    they may be at two LANs."""
    path = capture(tshark, waits(points))
    words, = [row["What happened"] for row in tshark.table(path, "cluster,timeline", *passes)
              if " waited " in row["What happened"]]
    assert f" was sent 2 times {way}; " in words


def sizes_on(vlan, passes_up_to):
    """Test packets of 1500, 120, 1069 and 853 bytes, two of those that are not answered."""
    frames, ms = [], 20_000 + vlan
    for size in (1500, 1500, 120, 1069, 1069, 853):
        frames.append((ms, cc(VERF, A, B, vlan=vlan, **({"size": size} if size > 120 else {}))))
        if size <= passes_up_to:
            frames.append((ms + 0.2, cc(VACK, B, A, vlan=vlan)))
        ms += 2000
    return frames


@PASSES
def test_one_vlan_loses_big_packets(tshark, passes):
    """VLAN 10, with adapters of the same addresses, carries all of them."""
    frames = [*messages(), *sizes_on(10, 1500), *sizes_on(20, 1000)]
    path = capture(tshark, sorted(frames, key=lambda entry: entry[0]))
    late = tshark.fields(path, ["frame.number", "vlan.id"], "-Y", "nisca.channel.no_vack", *passes)
    assert {vlan for row in late for vlan in row["vlan.id"]} == {"20"}
    assert [str(at(frames, 30_020))] not in [row["frame.number"] for row in late] # 853 bytes
    first = at(frames, 20_020)
    assert said(tshark, frames, "loses big packets", *passes) == (
        "The path from VAX1 (EWA) to VAX2 (EWA) in VLAN 20 loses big packets: test packets (VERF) "
        "of 853 bytes are answered, of 1069 not "
        f"(4 since frame {first}); known from frame {at(frames, 30_020.2)}, 10.0 s later")
    assert "4 test packets (VERF) of 1069 to 1500 bytes were not answered" in said(
        tshark, frames, "in VLAN 20 is not seen to carry big packets again", *passes)


@PASSES
def test_test_packets_of_one_vlan_are_not_answered_at_the_end(tshark, passes):
    frames = [*messages(), *sizes_on(10, 1500), *sizes_on(20, 1000)[:-2],
              (33_000, cc(HELLO, A, vlan=10))]
    assert " to VAX2 (EWA) in VLAN 20 seems to lose big packets: 4 " in said(
        tshark, frames, "seems to lose", *passes)


@PASSES
def test_an_access_port_shows_no_vlan(tshark, passes):
    """It shows the first answers to what the trunk shows: both are of one channel."""
    frames = [*messages(), (19_000, cc(VACK, A, B), 1)]
    frames += [(ms, data[:12] + data[16:], 1) if data[34] == VACK and ms < 30_000
               else (ms, data) for ms, data in sizes_on(20, 1500)]
    path = capture(tshark, sorted(frames, key=lambda entry: entry[0]))
    told_of = [row["What happened"] for row in tshark.table(path, "cluster,timeline", *passes)]
    assert [words for words in told_of if "packets" in words] == []


@PASSES
def test_silences_and_one_that_lasts_have_one_row(tshark, passes):
    """B is away from 9, 27, 45 and 63 s on, the last time for 24 s, until A's last HELLO."""
    frames = [*hellos(90_000), *((t + begin + 100, cc(HELLO, B))
                                 for begin in range(0, 72_000, 18_000)
                                 for t in range(0, 10_000, 3000))]
    path = capture(tshark, sorted(frames, key=lambda entry: entry[0]))
    words = [row["What happened"] for row in tshark.endings(path, *passes)]
    assert [line for line in words if "silent" in line] == [
        f"VAX2 is still silent, its last frame is frame {at(frames, 63_100)} (14:14:23.1), 23.9 s "
        f"ago; the 4th time since frame {at(frames, 9100)} (14:13:29.1), 23.9 s at most"]


@PASSES
def test_an_adapter_that_is_silent_again_and_again(tshark, passes):
    """B's second adapter is away from 9, 27 and 45 s on, the last time for 41.9 s."""
    frames = [*hellos(90_000), *hellos(90_000, B, 50),
              *((t + begin + 100, cc(HELLO, B, lan=1)) for begin in range(0, 54_000, 18_000)
                for t in range(0, 10_000, 3000))]
    path = capture(tshark, sorted(frames, key=lambda entry: entry[0]))
    words = [row["What happened"] for row in tshark.endings(path, *passes)]
    assert [line for line in words if "silent" in line] == [
        "VAX2: adapter EWA (02:00:00:04:11:02) is still silent, its last HELLO is frame "
        f"{at(frames, 45_100)} (14:14:05.1), 42.0 s ago; the 3rd time since frame "
        f"{at(frames, 9100)} (14:13:29.1), 42.0 s at most"]


def at_two_places(blocked, directed=True):
    """Where B is, one place sees everything; the other, where A is, no HELLO of B that is in
    `blocked`.  B acknowledges messages of A every 3 s."""
    frames = [*hellos(90_000), *hellos(90_000, B, 500)]
    for number, ms in enumerate(range(1000, 90_000 if directed else 10_000, 3000), start=1):
        frames += [(ms, tr(0x4b, A, B, 0, number, message())), (ms + 1, tr(0x48, B, A, number))]
    return sorted([*((ms + 0.02, data, 1) for ms, data in frames),
                   *((ms, data, 0) for ms, data in frames if ms not in blocked)])


def dropped(*begins):
    return {ms for begin in begins for ms in range(begin + 500, begin + 18_500, 3000)}


@PASSES
@pytest.mark.parametrize("begins, count", [((), 0), ((18_000,), 1), ((18_000, 48_000), 2)])
def test_multicasts_do_not_come_to_one_place(tshark, begins, count, passes):
    """B's HELLOs are not seen there for 21 s, and then again."""
    path = capture(tshark, at_two_places(dropped(*begins)))
    words = [row["What happened"] for row in tshark.table(path, "cluster,timeline", *passes)]
    assert len([line for line in words if " sees no HELLO of VAX2, adapter EWA " in line]) == count
    assert len([line for line in words if " saw no HELLO of VAX2, adapter EWA " in line]) == count


@PASSES
def test_nothing_of_a_node_comes_to_one_place(tshark, passes):
    """No frame shows that only HELLOs are dropped."""
    path = capture(tshark, at_two_places(dropped(18_000), directed=False))
    words = [row["What happened"] for row in tshark.table(path, "cluster,timeline", *passes)]
    assert [line for line in words if " sees no HELLO " in line] == []


@PASSES
def test_who_is_heard_once_and_is_silent_again(tshark, passes):
    """B is away from 12 s on, comes back with one HELLO at 24 s, and is silent until 60 s."""
    frames = [*hellos(60_000), *hellos(12_000, B, 100), (24_050, cc(HELLO, B))]
    path = capture(tshark, sorted(frames, key=lambda entry: entry[0]))
    words = [row["What happened"] for row in tshark.endings(path, *passes)]
    assert [line for line in words if "silent" in line] == [
        f"VAX2 is still silent, its last frame is frame {at(frames, 24_050)} (14:13:44.1), 33.0 s "
        f"ago; the 2nd time since frame {at(frames, 9100)} (14:13:29.1), 33.0 s at most"]
    frames = [*frames, (53_000, cc(HELLO, B))]
    path = capture(tshark, sorted(frames, key=lambda entry: entry[0]))
    assert [row for row in tshark.endings(path, *passes)
            if "still silent" in row["What happened"]] == []
