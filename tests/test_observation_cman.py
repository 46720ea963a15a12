# SPDX-License-Identifier: GPL-2.0-or-later
"""What cman says of one cluster that two capture points show, where their clocks differ."""
import heapq
import struct

import pytest

from cman_packets import (MULTICAST, NOACK, REPLYEXP, Sent, header, hello, joinreq,
                          write_sent)

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


def asking(payload, flags=REPLYEXP):
    """The payload of a message that asks for a reply, or does not any more."""
    return payload[:8] + struct.pack("<I", MULTICAST | flags) + payload[12:]


JUDGED = ("cman.analysis.hello_missed || cman.analysis.hello_late || cman.analysis.hello_lost || "
          "cman.analysis.out_of_sequence || cman.analysis.retransmission || "
          "cman.analysis.duplicate || cman.silent_node")


def exchange(step, message):
    """Both nodes say HELLO every 5 s, and each second node 1 sends a message that node 2
    acknowledges.  The clock is set behind the message of that second, before its ACK."""
    sent, numbers = [], {1: 30, 2: 45}

    def number(node):
        numbers[node] += 1
        return numbers[node]

    for second in range(60):
        shift = step if second > message else 0
        if second % 5 == 0:
            sent += [Sent(second + shift, LUDWIG, hello(1, number(1))),
                     Sent(second + 0.3 + shift, JOHANN, hello(2, number(2)))]
        sent.append(Sent(second + 0.5 + shift, LUDWIG, data(1, number(1))))
        shift = step if second >= message else 0
        sent.append(Sent(second + 0.5002 + shift, JOHANN, ack(2, numbers[1]), LUDWIG))
    return sent


def test_a_clock_that_is_set_ahead_in_front_of_an_ack(tshark):
    """In a single file: the ACK is the first frame by the clock as it is set, an hour ahead.
    Nobody was silent for an hour, and all messages were acknowledged in time."""
    capture = write_sent(tshark, "ahead.pcapng", exchange(3600, 30))
    assert tshark.frames(capture, JUDGED) == []
    assert len(tshark.frames(capture, "cman.analysis.acks_frame")) == 60
    assert len(tshark.frames(capture, "cman.analysis.ack_rtt < 1")) >= 59


def test_an_hour_that_nobody_captured(tshark):
    """The clock is right, and both nodes went on counting: numbers are missing, but no HELLO is, as
    nobody watched."""
    sent = exchange(0, 99)
    del sent[70:]
    later = [one._replace(time=one.time + 3600, payload=one.payload[:2] + struct.pack(
        "<HH", *[number + 4000 if number else 0
                 for number in struct.unpack_from("<HH", one.payload, 2)]) + one.payload[6:])
             for one in exchange(0, 99)]
    capture = write_sent(tshark, "hour.pcapng", sent + later)
    assert tshark.frames(capture, "cman.analysis.hello_lost || cman.analysis.hello_missed") == []
    assert len(tshark.frames(capture, "cman.analysis.seq_gap > 3900")) == 2


def of_two_places(sent, step, from_second):
    """What both nodes' places show; the clock at node 2's is set behind that second.  The file
    is as mergecap writes it: of the next frames of both places the earlier."""
    second = [one._replace(time=one.time + 1e-4 + (step if one.time > from_second else 0), point=1)
              for one in sent]
    return list(heapq.merge(sent, second, key=lambda one: one.time))


@pytest.mark.parametrize("step", [11, 3600, 1, -40, -3])
def test_a_clock_that_is_set_at_one_place_while_a_message_is_sent_again(tshark, step):
    """Node 1 sends a message twice; the place whose clock is set shows both sendings later, or
    earlier.  The second one is a retransmission, at both places, and no other frame is."""
    sent = exchange(0, 99)
    lost = next(i for i, one in enumerate(sent) if one.time > 32 and one.payload[0] == 200)
    sent[lost] = sent[lost]._replace(payload=asking(sent[lost].payload))
    del sent[lost + 1]
    again = sent[lost]._replace(time=sent[lost].time + 0.9)
    sent = sorted([*sent, again._replace(payload=asking(again.payload, 0))])
    capture = write_sent(tshark, "again.pcapng", of_two_places(sent, step, 31.9))
    judged = tshark.fields(capture, ["frame.interface_id", "cman.analysis.rto"], "-2", "-Y", JUDGED)
    assert judged == [{"frame.interface_id": [point], "cman.analysis.rto": ["0.900000000"]}
                      for point in (("1", "0") if step < 0 else ("0", "1"))]


def test_a_node_that_reboots_unseen(tshark):
    """Its JOINREQ is not in the file: its numbers begin anew, which is said once, and from
    there on they count as any."""
    sent = [Sent(5 * beat, LUDWIG, hello(1, 900 + beat)) for beat in range(10)]
    sent += [Sent(5 * beat + 1, JOHANN, hello(2, 31 + beat)) for beat in range(30)]
    numbers = [3, 4, 5, 6, 8, *range(9, 19)]  # 7 was not captured
    sent += [Sent(100 + 5 * beat, LUDWIG, hello(1, number)) for beat, number in enumerate(numbers)]
    capture = write_sent(tshark, "reboot.pcapng", sorted(sent))
    judged = tshark.fields(capture, ["cman.seq", "cman.analysis.seq_gap"], "-Y",
                           "cman.analysis.out_of_sequence")
    assert judged == [{"cman.seq": ["3"], "cman.analysis.seq_gap": []},
                      {"cman.seq": ["8"], "cman.analysis.seq_gap": ["1"]}]


def test_one_number_that_comes_late(tshark):
    """It is no new beginning, and neither is what goes on above it."""
    numbers = [900, 901, 903, 904, 902, 905, 906, 907]
    capture = write_sent(tshark, "late.pcapng", [Sent(5 * beat, LUDWIG, hello(1, number))
                                                 for beat, number in enumerate(numbers)])
    judged = tshark.fields(capture, ["cman.seq"], "-Y", "cman.analysis.out_of_sequence")
    assert judged == [{"cman.seq": ["903"]}, {"cman.seq": ["902"]}]


def test_files_of_a_reboot_that_were_appended(tshark):
    """Node 1 reboots, and joins with number 1; the second file shows its numbers of both lives
    once more, and some of them that the first file does not have."""
    life = [Sent(2 * beat, LUDWIG, data(1, 900 + beat)) for beat in range(20)]
    life += [Sent(60, LUDWIG, joinreq(1, "ludwig", LUDWIG, 2))]
    life += [Sent(62 + 2 * beat, LUDWIG, data(1, 2 + beat)) for beat in range(20)]
    first = [one for place, one in enumerate(life) if place not in (7, 8, 30, 31)]
    second = [one._replace(time=one.time + 1e-4, point=1)
              for place, one in enumerate(life) if place not in (11, 35)]
    capture = write_sent(tshark, "appended.pcapng", first + second)
    assert tshark.frames(capture, JUDGED + " || cman.analysis.seq_gap", "-2") == []


def test_what_one_place_shows_of_another_ones_gap(tshark):
    """Place 0 has 31, 32, 40; place 1, which comes later in the file, has 34 and 36: 33 is
    missing in front of 34, 35 in front of 36, and 37 to 39 in front of 40."""
    sent = [Sent(second, LUDWIG, data(1, 31 + second), point=point)
            for point, seconds in ((0, (0, 1, 9)), (1, (1, 3, 5, 9))) for second in seconds]
    capture = write_sent(tshark, "gaps.pcapng", sent)
    gaps = tshark.fields(capture, ["frame.number", "cman.seq", "cman.analysis.seq_gap"], "-2")
    assert [(row["cman.seq"], row["cman.analysis.seq_gap"]) for row in gaps
            if row["cman.analysis.seq_gap"]] == [(["40"], ["3"]), (["34"], ["1"]), (["36"], ["1"]),
                                                 (["40"], ["3"])]


def test_acks_in_an_appended_file(tshark):
    """Node 2's ACKs are in the second file only, which was appended; so are 300 messages
    between the first one and the end of the first file."""
    sent = [Sent(second / 10, LUDWIG, data(1, 31 + second)) for second in range(300)]
    second = [one._replace(time=one.time + 1e-4, point=1) for one in sent]
    acks = [Sent(one.time + 2e-4, JOHANN, ack(2, 31 + number), LUDWIG, 1)
            for number, one in enumerate(sent)]
    capture = write_sent(tshark, "acks.pcapng", sent + sorted(second + acks))
    acked = tshark.fields(capture, ["cman.analysis.acked_in"], "-2", "-Y", "cman.seq > 0")
    assert [row["cman.analysis.acked_in"] for row in acked] == [
        [str(302 + 2 * number)] for number in range(300)] * 2


def test_many_acknowledge_a_repetition(tshark):
    """Each of 20 nodes acknowledges a message, and its repetition a second later, and most of the
    file is that: it shows nothing twice all the same."""
    nodes = range(2, 22)
    sent = [Sent(node / 100, f"192.0.2.{node}", hello(node, 100 * node)) for node in nodes]
    for i in range(15):
        for when in (10 + 5 * i, 11 + 5 * i):
            sent.append(Sent(when, LUDWIG, data(1, 31 + i)))
            sent += [Sent(when + node / 1000, f"192.0.2.{node}", ack(node, 31 + i), LUDWIG)
                     for node in nodes]
    capture = write_sent(tshark, "many-acknowledge.pcapng", sorted(sent))
    for passes in ((), ("-2",)):
        assert tshark.frames(capture, "cman.capture.copy_of", *passes) == []
        assert len(tshark.frames(capture, "cman.analysis.retransmission", *passes)) == 15
