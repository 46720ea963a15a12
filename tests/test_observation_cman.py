# SPDX-License-Identifier: GPL-2.0-or-later
"""What cman says of one cluster that two capture points show, where their clocks differ."""
from cman_packets import MULTICAST, NOACK, Sent, header, hello, write_sent

LUDWIG, JOHANN = "192.0.2.1", "192.0.2.2"


def ack(srcid, number):
    return header(0, seq=0, ack=number, flags=NOACK, srcid=srcid, tgtid=0) + bytes([1, 1, 0, 0])


def data(srcid, seq):
    return header(200, seq=seq, flags=MULTICAST, srcid=srcid, tgtid=0) + b"data"


def test_the_two_directions_of_a_tap(tshark):
    """The clock of ludwig's direction is 1 ms behind: johann's ACKs come first in the file,
    and nothing compares the clocks.  What they acknowledge is in the file all the same;
    number 40 is not."""
    sent = [Sent(0, LUDWIG, hello(1, 31), point=0), Sent(0.5, JOHANN, hello(2, 46), point=1)]
    for seq in (32, 33, 34):
        sent += [Sent(seq, JOHANN, ack(2, seq), LUDWIG, 1),
                 Sent(seq + 0.001, LUDWIG, data(1, seq), point=0)]
    sent += [Sent(40, JOHANN, ack(2, 40), LUDWIG, 1),
             Sent(40.001, LUDWIG, data(1, 41), point=0)]
    capture = write_sent(tshark, "tap.pcapng", sent)
    assert tshark.frames(capture, "cman.analysis.ack_unseen", "-2") == [9]


def test_a_clock_that_is_set_at_one_place(tshark):
    """It is set 40 s ahead after HELLO 35; no HELLO is missing at either place."""
    sent = [Sent(5 * beat + 1e-4 * point + (40 if point and beat > 4 else 0), LUDWIG,
                 hello(1, 31 + beat), point=point) for beat in range(20) for point in (0, 1)]
    capture = write_sent(tshark, "set.pcapng", sorted(sent))
    assert tshark.frames(capture, "cman.analysis.hello_missed || cman.analysis.hello_lost") == []


def test_hellos_that_are_lost_at_one_place(tshark):
    """Its clock is right: seven HELLOs are lost there, and said to be."""
    sent = [Sent(5 * beat + 1e-4 * point, LUDWIG, hello(1, 31 + beat), point=point)
            for beat in range(20) for point in (0, 1) if not (point and 5 <= beat < 12)]
    capture = write_sent(tshark, "lost.pcapng", sorted(sent))
    frames = tshark.fields(capture, ["frame.interface_id", "cman.analysis.hello_missed"])
    assert [frame for frame in frames if frame["cman.analysis.hello_missed"]] == [
        {"frame.interface_id": ["1"], "cman.analysis.hello_missed": ["7"]}]
