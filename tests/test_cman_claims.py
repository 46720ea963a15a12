# SPDX-License-Identifier: GPL-2.0-or-later
"""What cman claims of a node that comes back and dies again, of several that do not answer at
once, and of a transition that began before the capture did."""
import struct
import subprocess

import pytest

from cman_packets import (CHECK, MULTICAST, NOACK, RESTART, Sent, barrier, datagram, endtrans,
                          header, hello, joinreq, kill, startack, starttrans, write_sent)
from hostile import RAW_IP
import pcapng

ANOTHERREMNODE, NEWMASTER, DEADMASTER = 3, 4, 7
NOT_A_START = [ANOTHERREMNODE, NEWMASTER, RESTART, DEADMASTER]
LEFT_DEAD, LEFT_NORESPONSE = 6, 7
NEWCLUSTER = 15
PASSES = pytest.mark.parametrize("passes", [(), ("-2",)], ids=["one-pass", "two-passes"])


def nodedown(srcid, seq, reason, node):
    return header(seq=seq, flags=MULTICAST, srcid=srcid, tgtid=0) + struct.pack(
        "<BBHi", 18, reason, 0, node)


def acknowledge(time, node, to, number):
    return Sent(time, f"192.0.2.{node}", header(0, ack=number, seq=0, flags=NOACK, srcid=node,
                                                tgtid=0) + bytes([1, 1, 0, 0]), f"192.0.2.{to}")


def beats(node, seq, first, count, address=None):
    """HELLOs of a node, one in 5 s."""
    return [Sent(first + 5 * i, address or f"192.0.2.{node}", hello(node, seq + i))
            for i in range(count)]


def fields(tshark, path, display_filter, *names, passes=()):
    wanted = [option for name in names for option in ("-e", name)]
    text = tshark.read(path, *passes, "-Y", display_filter, "-T", "fields", *wanted)
    return [line.split("\t") for line in text.splitlines()]


def death(time, seq, node):
    """Node 1 kills a node, and declares it DEAD."""
    return [Sent(time, "192.0.2.1", kill(1, node, seq)),
            Sent(time + 0.1, "192.0.2.1", nodedown(1, seq + 1, LEFT_DEAD, node))]


@PASSES
@pytest.mark.parametrize("address", ["192.0.2.3", "192.0.2.33"], ids=["same", "another"])
def test_a_node_that_came_back_dies_again(tshark, passes, address):
    """Killed 25 s after its HELLO of 20 s, back 5 s later with counters that begin anew, and
    killed 24 s after its HELLO of 66 s.  Each death is told, and is that of its own life."""
    sent = [*beats(1, 101, 0.5, 9), *beats(3, 501, 0, 5), *death(45, 110, 3),
            Sent(50, address, joinreq(1, "node3", address), "192.0.2.1"),
            *beats(1, 112, 45.5, 9), *beats(3, 2, 51, 4, address), *death(90, 121, 3)]
    path = write_sent(tshark, f"cman-back-{address}.pcapng", sorted(sent))
    found = fields(tshark, path, "cman.death.silence", "cman.cmd", "cman.death.silence",
                   "_ws.expert.message", passes=passes)
    assert [(row[0], round(float(row[1]), 1)) for row in found] == [
        ("5", 25), ("18", 25.1), ("5", 24), ("18", 24.1)]
    assert all(row[2] for row in found)
    told = fields(tshark, path, "cman.death.silence", "cluster.event", passes=passes)
    assert ["kills" in row[0] or "is declared DEAD" in row[0] for row in told] == [True] * 4


@PASSES
def test_a_node_that_asked_to_join_dies_again(tshark, passes):
    """Declared DEAD at 45.1 s.  It asks to join 5 s later, sends nothing else that the file has,
    and the same node declares it DEAD once more at 75.1 s: that is another death."""
    sent = [*beats(1, 101, 0.5, 9), *beats(3, 501, 0, 5), *death(45, 110, 3),
            Sent(50, "192.0.2.3", joinreq(1, "node3", "192.0.2.3"), "192.0.2.1"),
            *beats(1, 112, 45.5, 6), *death(75, 118, 3)]
    path = write_sent(tshark, "cman-asked-and-died.pcapng", sorted(sent))
    told = fields(tshark, path, "cman.nodedown", "cluster.event", passes=passes)
    assert ["is declared DEAD by node 1" in row[0] for row in told] == [True, True]


@PASSES
def test_several_do_not_acknowledge_one_message(tshark, passes):
    """Node 2 does.  It acknowledges the NODEDOWN of node 3, too, before that of node 4.  No other
    node's ACK is here, as in a capture at node 2."""
    begin = starttrans(1, 120, 11, nodeid=5)
    sent = [message for node in (2, 3, 4) for message in beats(node, 100 * node, node / 10, 1)]
    sent += [Sent(10 + i, "192.0.2.1", begin if i == 0 else
                  starttrans(1, 120, 11, nodeid=5, flags=MULTICAST)) for i in range(4)]
    sent += [acknowledge(11.1 + i, 2, 1, 120) for i in range(3)]
    for i, node in enumerate((3, 4)):
        sent += [Sent(14.1 + i / 10, "192.0.2.1", nodedown(1, 121 + i, LEFT_NORESPONSE, node)),
                 acknowledge(14.11 + i / 10, 2, 1, 121 + i)]
    path = write_sent(tshark, "cman-several.pcapng", sorted(sent))
    words = [row[0] for row in fields(tshark, path, "cman.nodedown", "cluster.event",
                                      passes=passes)]
    assert [word.partition("which was ")[2] for word in words] == [
        f"acknowledged by node 2; node 1 got no ACK from node {node}" for node in (3, 4)]


@PASSES
@pytest.mark.parametrize("reason", NOT_A_START)
def test_a_transition_that_began_before_the_capture(tshark, passes, reason):
    """These reasons are those of a master that goes on: how long it took is not known."""
    sent = [*beats(1, 100, 0, 1), *beats(2, 200, 0.1, 1), *beats(3, 300, 0.2, 1),
            Sent(1, "192.0.2.1", starttrans(1, 101, 12, reason, 4)),
            Sent(1.1, "192.0.2.2", startack(2, 1, 201, 101, 12)),
            Sent(2, "192.0.2.1", endtrans(1, 102, 13))]
    path = write_sent(tshark, f"cman-began-before-{reason}.pcapng", sent)
    rows = fields(tshark, path, "cman.transition.number", "frame.number",
                  "cman.transition.restarts", "cman.transition.start_frame",
                  "cman.transition.duration", passes=passes)
    assert rows == [["4", "1", "", ""], ["5", "1", "", ""], ["6", "1", "", ""]]
    assert fields(tshark, path, "cman.transition.restarted", "frame.number",
                  passes=passes) == [["4"]]
    assert fields(tshark, path, "cman.transition.missing", "frame.number", passes=passes) == []
    text = tshark.read(path, *passes, "-q", "-z", "cman,transitions", "-z", "cluster,timeline")
    assert "ended, start not seen" in text and "took" not in text


@PASSES
def test_a_start_that_was_sent_before_the_capture(tshark, passes):
    """REPLYEXP is clear: the STARTTRANS is sent again, and how long it all took is not known."""
    sent = [*beats(1, 100, 0, 1), *beats(2, 200, 0.1, 1), *beats(3, 300, 0.2, 1),
            Sent(1, "192.0.2.1", starttrans(1, 101, 12, flags=MULTICAST)),
            Sent(1.1, "192.0.2.2", startack(2, 1, 201, 101, 12)),
            Sent(2, "192.0.2.1", endtrans(1, 102, 13))]
    path = write_sent(tshark, "cman-start-before.pcapng", sent)
    rows = fields(tshark, path, "cman.transition.number", "frame.number",
                  "cman.transition.start_frame", "cman.transition.duration", passes=passes)
    assert rows == [["4", "", ""], ["5", "", ""], ["6", "", ""]]
    text = tshark.read(path, *passes, "-q", "-z", "cman,transitions", "-z", "cluster,timeline")
    assert "ended, start not seen" in text and "took" not in text and "joined" not in text


@PASSES
def test_the_node_of_a_check_must_answer(tshark, passes):
    """A CHECK is started for node 4, which is a member as before and says nothing at all of it."""
    sent = [message for node in (1, 2, 3, 4)
            for message in (Sent(5 * i + node / 10, f"192.0.2.{node}",
                                 hello(node, 100 * node + i, members=4)) for i in range(6))]
    for i, at in enumerate((6, 21.5)):
        sent.append(Sent(at, "192.0.2.1", starttrans(1, 150 + i, 5, CHECK if i == 0 else RESTART)))
        sent += [Sent(at + node / 100, f"192.0.2.{node}",
                      startack(node, 1, 100 * node + 50 + i, 150 + i, 5)) for node in (2, 3)]
    path = write_sent(tshark, "cman-check-no-answer.pcapng", sorted(sent))
    found = fields(tshark, path, "cman.transition.missing", "cman.transition.missing",
                   passes=passes)
    assert found == [["4"]]


@PASSES
def test_a_node_dies_before_its_first_hello(tshark, passes):
    """Node 3 was heard at 20 s, came back at 100 s, and is killed at 101 s: that it was silent for
    81 s is not true."""
    sent = [*beats(1, 101, 0.5, 20), *beats(3, 501, 0, 5), *death(45, 110, 3),
            Sent(100, "192.0.2.3", joinreq(1, "node3", "192.0.2.3"), "192.0.2.1"),
            *death(101, 131, 3)]
    path = write_sent(tshark, "cman-dies-at-once.pcapng", sorted(sent))
    found = fields(tshark, path, "cman.death.silence", "cman.cmd", passes=passes)
    assert found == [["5"], ["18"]]
    late = fields(tshark, path, "frame.time_relative > 90", "cluster.event", passes=passes)
    assert not any("81" in row[0] or "missed" in row[0] for row in late)


@PASSES
def test_a_death_that_goes_on_after_a_joinreq(tshark, passes):
    """Node 3 reboots, and asks to join while node 1 tells that it is dead: NODEDOWN, then
    STARTTRANS.  Once it is a member again, its next death is news."""
    sent = [*beats(1, 101, 0.5, 5), *beats(3, 501, 0, 1), *death(21.5, 106, 3),
            Sent(22, "192.0.2.3", joinreq(1, "node3", "192.0.2.3"), "192.0.2.1"),
            Sent(22.5, "192.0.2.1", starttrans(1, 108, 5, nodeid=3)),
            *beats(3, 2, 25, 1), *beats(1, 109, 25.5, 5), *death(46.5, 120, 3)]
    path = write_sent(tshark, "cman-death-and-join.pcapng", sorted(sent))
    told = fields(tshark, path, "cluster.event", "cluster.event", passes=passes)
    assert [row[0].partition(" by node")[0] for row in told] == [
        "node 1 kills node 3, last heard 21.5 s ago, 3 HELLOs missed", "node 3 is declared DEAD",
        "node 3 has joined: it asked in frame 9, and sends HELLOs now",
        "node 1 kills node 3, last heard 21.5 s ago, 3 HELLOs missed", "node 3 is declared DEAD"]


def cut_off(tshark, name, sent):
    """With tcpdump's old snap length: 54 bytes without the Ethernet header."""
    packets = [pcapng.packet(0, round((1700000000 + one.time) * 1e6), data[:54], len(data))
               for one in sorted(sent)
               for data in [datagram(one.payload, 6809, one.source, one.destination)]]
    return pcapng.write(tshark.captures / name, pcapng.section(), pcapng.interface(RAW_IP),
                        *packets)


@PASSES
@pytest.mark.parametrize("others, seq, words", [
    ([], 111, "node 3 is declared DEAD by node 1, which killed it in the message before (the ID "
              "was not captured), last heard 24.0 s ago, 4 HELLOs missed"),
    ([4], 112, "a node (not captured) is declared DEAD by node 1"),
    ([], 113, "a node (not captured) is declared DEAD by node 1")],
    ids=["it is the next message", "two are killed", "a message is missing"])
def test_who_is_declared_dead_where_its_id_is_cut_off(tshark, others, seq, words, passes):
    """Who kills another one at the same time may mean that one."""
    sent = [*beats(1, 101, 0.5, 5), *beats(3, 501, 0, 1), *beats(4, 701, 0, 1),
            *(Sent(23.9 + i / 10, "192.0.2.1", kill(1, node, 110 + i))
              for i, node in enumerate([*others, 3])),
            Sent(24.01, "192.0.2.1", nodedown(1, seq, LEFT_DEAD, 3))]
    path = cut_off(tshark, f"cman-cut-off-{seq}.pcapng", sent)
    assert fields(tshark, path, "cman.cmd == 18", "cluster.event", passes=passes) == [[words]]


@PASSES
@pytest.mark.parametrize("place, told", [(0, True), (1, False)])
def test_a_hello_of_who_has_asked_by_another_clock(tshark, place, told, passes):
    """Only a member sends HELLOs.  But the second place shows nothing else, so that its clock may
    be far behind, and the HELLO that of a life before."""
    sent = [*beats(1, 101, 0.5, 5), Sent(2, "192.0.2.3", joinreq(301, "n3", "192.0.2.3"),
                                         "192.0.2.1"),
            Sent(6, "192.0.2.3", hello(3, 302), point=place)]
    path = write_sent(tshark, f"cman-asked-{place}.pcapng", sorted(sent))
    words = fields(tshark, path, "cman.cmd == 4 && cman.srcid == 3", "cluster.event",
                   passes=passes)
    assert words == [["node 3 has joined: it asked in frame 2, and sends HELLOs now"
                      if told else ""]]


@PASSES
def test_a_member_that_asks_to_join(tshark, passes):
    """Node 3 rebooted, and is a member still: refused.  Its last HELLO was before that."""
    refuse = header(seq=105, flags=NOACK, srcid=1, tgtid=0) + bytes([6, 2])
    sent = [*beats(1, 101, 0.5, 4), *beats(3, 501, 0, 1),
            Sent(16, "192.0.2.3", joinreq(1, "node3", "192.0.2.3"), "192.0.2.1"),
            Sent(16.1, "192.0.2.1", refuse, "192.0.2.3"),
            *beats(1, 106, 20.5, 1), *death(21.5, 107, 3)]
    path = write_sent(tshark, "cman-asks-again.pcapng", sorted(sent))
    told = fields(tshark, path, "cluster.event", "cluster.event", passes=passes)
    assert [row[0] for row in told] == [
        "node3 (192.0.2.3) is refused by node 1: its address is that of node 3, which is a member",
        "node 1 kills node 3, last HELLO 21.5 s ago, 3 HELLOs missed",
        "node 3 is declared DEAD by node 1, last HELLO 21.6 s ago, 3 HELLOs missed"]


@PASSES
def test_a_node_that_reboots_alone_has_lost_no_quorum(tshark, passes):
    """Quorate with the others, then on its own as after a reboot: it has not had any since."""
    quorate, alone = hello(3, 501), header(seq=2, flags=NOACK | MULTICAST, srcid=3, tgtid=0)
    sent = [Sent(0, "192.0.2.3", quorate), Sent(5, "192.0.2.3", hello(3, 502)),
            Sent(60, "192.0.2.3", header(seq=1, flags=NOACK | MULTICAST, srcid=3, tgtid=0)
                 + struct.pack("<BI", NEWCLUSTER, 3)),
            Sent(65, "192.0.2.3", alone + struct.pack("<BBHI", 4, 0, 1, 1))]
    path = write_sent(tshark, "cman-alone.pcapng", sent)
    assert fields(tshark, path, "cman.inquorate", "frame.number", passes=passes) == []


@PASSES
@pytest.mark.parametrize("ahead, heard", [(0, True), (-5, True), (5, False)])
def test_when_a_node_was_last_heard_by_a_clock_that_is_wrong(tshark, captures, tmp_path, ahead,
                                                             heard, passes):
    """mark's own capture has its last HELLOs, 4.4 s before the KILL.  With a clock that is
    ahead they stand behind the KILL in the merged file, and with one that is behind, what the
    others got does: then one pass does not know all when it comes to the KILL."""
    shifted, merged = tmp_path / "mark.pcap", tmp_path / "all.pcapng"
    subprocess.run(["editcap", "-t", str(ahead), captures / "incident-mark.pcap", shifted],
                   check=True)
    subprocess.run(["mergecap", "-I", "none", "-w", merged, captures / "incident-ludwig.pcap",
                    captures / "incident-johann.pcap", shifted], check=True)
    kills = tshark.fields(merged, ["cluster.event", "cman.death.last_heard"],
                          "-Y", "cman.kill and cluster.event", *passes)
    assert len(kills) == 1
    words, = kills[0]["cluster.event"]
    assert ("last heard 4.4 s ago" in words) == (heard or bool(passes))
    assert ("last heard" in words) == (heard or bool(passes))
    assert bool(kills[0]["cman.death.last_heard"]) == (ahead == 0 or bool(passes))


@PASSES
def test_an_answer_that_is_only_not_captured(tshark, passes):
    """Node 4 does not answer the STARTTRANS of frame 9.  Node 2 does, with number 202, which is not
    in the file: the next number that is shows that only when it comes."""
    sent = [message for node in (1, 2, 3, 4)
            for message in (Sent(5 * i + node / 10, f"192.0.2.{node}", hello(
                node, 100 * node + i + (i > 1 and node in (2, 3)), members=4)) for i in range(5))]
    sent += [Sent(6 + i, "192.0.2.1", starttrans(1, 150, 5, CHECK)) if i == 0 else
             Sent(6 + i, "192.0.2.1", starttrans(1, 150, 5, CHECK, flags=MULTICAST))
             for i in range(4)]
    sent.append(Sent(6.1, "192.0.2.3", startack(3, 1, 302, 150, 5)))
    path = write_sent(tshark, "cman-not-captured.pcapng", sorted(sent))
    rows = fields(tshark, path, "cman", "cman.transition.missing", "cluster.event",
                  passes=passes)
    assert "2" not in [row[0] for row in rows]
    assert [row[1] for row in rows if "hangs" in row[1]] == [
        "transition 1 hangs: no answer from node 4, whose HELLOs go on; the transition started in "
        "frame 9"]

def attempts(first, node, message, again):
    """A message, and the same with REPLYEXP clear 1, 2 and 3 s later."""
    return [Sent(first + i, f"192.0.2.{node}", message if i == 0 else again) for i in range(4)]


DEAF = [*beats(1, 108, 2, 1),
        *(Sent(1 + node / 10, f"192.0.2.{node}", hello(node, 100 * node + 9))
          for node in (2, 3, 4)),
        *(message for node, first in ((2, 5.1), (3, 5.2))
          for message in [*(Sent(first + 1.5 + 4 * i, f"192.0.2.{node}",
                                 hello(node, 100 * node + 11 + 2 * i)) for i in range(2)),
                          *attempts(first, node,
                                    *[nodedown(node, 100 * node + 10, LEFT_DEAD, 1)] * 2),
                          *attempts(first + 4, node,
                                    starttrans(node, 100 * node + 12, 11, nodeid=1),
                                    starttrans(node, 100 * node + 12, 11, nodeid=1,
                                               flags=MULTICAST)),
                          Sent(first + 8, f"192.0.2.{node}",
                               nodedown(node, 100 * node + 14, LEFT_NORESPONSE, 5 - node))])]


@PASSES
def test_a_file_of_few_messages_that_are_sent_again(tshark, passes):
    """Four of 14 messages come four times, 1 s apart: that is no second clock."""
    path = write_sent(tshark, "cman-few-again.pcapng", sorted(DEAF))
    assert len(fields(tshark, path, "cman.death.heard", "frame.number", passes=passes)) == 1
    assert fields(tshark, path, "cman.capture.copy_of", "frame.number", passes=passes) == []
    assert len(fields(tshark, path, "cman.analysis.retransmission", "frame.number",
                      passes=passes)) == 12
    words = [row[0] for row in fields(tshark, path, "cman.leave.reason == 7 && cman.cmd == 18",
                                      "cluster.event", passes=passes)]
    tries = ", 4 attempts in 3.0 s, the last 1.0 s ago, at the message"
    assert len(words) == 2 and all(tries in word for word in words)


@PASSES
def test_a_file_that_begins_between_two_attempts(tshark, passes):
    """Two attempts at the last message of each node are in the file, and a HELLO was sent between
    them and the first two: nothing is skipped, and nothing is out of order."""
    sent = [Sent(11.0 + node / 10 + i, f"192.0.2.{node}", message)
            for node in (2, 3) for i, message in enumerate([
                starttrans(node, 100 * node, 11, nodeid=1, flags=MULTICAST),
                starttrans(node, 100 * node, 11, nodeid=1, flags=MULTICAST),
                nodedown(node, 100 * node + 2, LEFT_NORESPONSE, 5 - node)])]
    for name, part in (("before", sent), ("within", [*beats(2, 201, 10.5, 1), *sent])):
        path = write_sent(tshark, f"cman-between-{name}.pcapng", sorted(part))
        assert fields(tshark, path, "cman.analysis.out_of_sequence || cman.analysis.seq_gap",
                      "frame.number", passes=passes) == []
    words = [row[0] for row in fields(tshark, path, "cman.cmd == 18", "cluster.event",
                                      passes=passes)]
    assert len(words) == 2 and all("at least 2 attempts" in word for word in words)


@PASSES
def test_each_deaf_node_is_told(tshark, passes):
    """Nodes 3 and 2 hear nothing of node 1, whose HELLOs are in the file: node 3 declares it DEAD
    at 21 s and starts a transition, node 2 does at 25 s.  Node 4 says at once what node 3 says."""
    sent = [message for node in (1, 2, 3, 4) for message in beats(node, 100 * node, node / 10, 7)]
    for node, at in ((3, 21), (4, 21.2), (2, 25)):
        sent.append(Sent(at, f"192.0.2.{node}", nodedown(node, 100 * node + 50, LEFT_DEAD, 1)))
    sent += [Sent(at + 1, f"192.0.2.{node}", starttrans(node, 100 * node + 51, 11, nodeid=1))
             for node, at in ((3, 21), (2, 25))]
    path = write_sent(tshark, "cman-two-deaf.pcapng", sorted(sent))
    found = fields(tshark, path, "cman.death.heard", "cman.srcid", "cluster.event", passes=passes)
    assert [row[0] for row in found] == ["3", "2"]
    assert all(f"look at the path from node 1 to node {node}, and at what node {node} receives"
               in words for node, words in found)


@PASSES
def test_who_declares_a_death_first(tshark, passes):
    """Node 1 kills node 3 at 50 s; node 2 sends its NODEDOWN before node 1 has sent its own."""
    sent = [message for node in (1, 2) for message in beats(node, 100 * node, node / 10, 10)]
    sent += beats(3, 300, 0.3, 6)
    sent += [Sent(50, "192.0.2.1", kill(1, 3, 150)),
             Sent(50.3, "192.0.2.2", nodedown(2, 250, LEFT_DEAD, 3)),
             Sent(50.5, "192.0.2.1", nodedown(1, 151, LEFT_DEAD, 3))]
    path = write_sent(tshark, "cman-first-declarer.pcapng", sorted(sent))
    assert [row["What happened"].partition(",")[0] for row in tshark.story(path, *passes)] == [
        "node 1 kills node 3", "node 3 is declared DEAD by node 2"]


@PASSES
def test_a_second_declarer_has_a_row_of_its_own(tshark, passes):
    """Node 2 comes to it 5 s after node 1: who was first must stay visible."""
    sent = [message for node in (1, 2) for message in beats(node, 100 * node, node / 10, 12)]
    sent += [*beats(3, 300, 0.3, 6), Sent(50, "192.0.2.1", nodedown(1, 150, LEFT_DEAD, 3)),
             Sent(55, "192.0.2.2", nodedown(2, 250, LEFT_DEAD, 3))]
    path = write_sent(tshark, "cman-second-declarer.pcapng", sorted(sent))
    assert [row["What happened"].partition(",")[0] for row in tshark.story(path, *passes)] == [
        "node 3 is declared DEAD by node 1", "node 3 is declared DEAD by node 2"]


@PASSES
def test_who_sends_no_hello_may_send_an_ack(tshark, passes):
    """Node 3's third HELLO, of 10.3 s, is frame 9; the next one is of 40.3 s.  The dead node
    timeout is over when node 1 sends its HELLO of 35.1 s."""
    sent = [message for node in (1, 2) for message in beats(node, 100 * node, node / 10, 9)]
    sent += [*beats(3, 300, 0.3, 3), acknowledge(20, 3, 1, 104)]
    path = write_sent(tshark, "cman-no-hello.pcapng", sorted(sent))
    assert [row["What happened"].partition(" (")[0] for row in tshark.endings(path, *passes)
            if row["Node"] == "3"] == [
        "node 3 still sends no HELLO, its last HELLO is in frame 9"]
    path = write_sent(tshark, "cman-no-hello-but-ack.pcapng", sorted(sent + beats(3, 303, 40.3, 1)))
    assert fields(tshark, path, "cluster.event", "cluster.event", passes=passes) == [
        ["node 3 is silent: no HELLO for 24.8 s, the last in frame 9"],
        ["node 3 sends HELLOs again after 30.0 s, the last was in frame 9"]]


@PASSES
def test_a_transition_that_began_before_the_file_and_let_nobody_in(tshark, passes):
    """The ENDTRANS would name a node that joins."""
    sent = [Sent(0, "192.0.2.1", endtrans(1, 101, 14)),
            *(Sent(0.001 * i + 0.01 * node, f"192.0.2.{node}",
                   barrier(node, 100 * node + 2 + i, 4 + i, "TRANSITION.14"))
              for i in (0, 1) for node in (1, 2)), *beats(1, 110, 2, 3), *beats(2, 210, 3, 3)]
    path = write_sent(tshark, "cman-began-before.pcap", sorted(sent))
    assert [row[0] for row in fields(tshark, path, "cluster.event", "cluster.event",
                                     passes=passes)] == [
        "a transition whose start is not in the file is over, and let nobody in: transition 1, "
        "master node 1"]
