# SPDX-License-Identifier: GPL-2.0-or-later
"""What cman claims where one master goes on with what another one began, and where a node
declares another one dead after it has sent something else."""
import struct

from cman_packets import (ALLINT, COMPLETE, MULTICAST, NOACK, REMNODE, RESTART, WAIT, Sent, barrier,
                          endtrans, header, hello, kill, startack, starttrans, write_sent)
from test_cman_claims import (ANOTHERREMNODE, DEADMASTER, LEFT_DEAD, LEFT_NORESPONSE, PASSES,
                              acknowledge, beats, fields, nodedown)

INCONSISTENT = 5


def at(node):
    return f"192.0.2.{node}"


def leave(srcid, seq, to, reason):
    return header(seq=seq, flags=NOACK, srcid=srcid, tgtid=to) + struct.pack("<BB", 3, reason)


def events(tshark, path, passes):
    return [row[0] for row in fields(tshark, path, "cluster.event", "cluster.event",
                                     passes=passes)]


def timeline(tshark, path, passes):
    return tshark.read(path, *passes, "-q", "-z", "cluster,timeline")


def two_are_left():
    """Nodes 1 and 2 go on with generation 7 of the ENDTRANS, for longer than a barrier hangs."""
    return [Sent(16 + 5 * i + node / 10, at(node), hello(node, 1200 * node + i, 2, 7))
            for node in (1, 2) for i in range(6)]


@PASSES
def test_who_gives_up_is_told_though_another_takes_over(tshark, passes):
    """Node 2 removes node 4, starts again twice, and leaves.  Node 1
    takes over 4 s later, with the whole transition, and starts it again once."""
    sent = [message for node in (1, 2, 3, 4) for message in beats(node, 1000 * node, node / 10, 1)]
    sent += [message for node in (1, 3) for message in beats(node, 1001 * node, 5 + node / 10, 12)]
    for i, when in enumerate((10, 25, 40)):
        sent += [Sent(when, at(2), starttrans(2, 2100 + i, 5 + i, RESTART if i else REMNODE,
                                              2 if i else 4)),
                 Sent(when + 0.1, at(1), startack(1, 2, 1100 + i, 2100 + i, 5 + i))]
    sent.append(Sent(55, at(2), leave(2, 2110, 1, INCONSISTENT)))
    path = write_sent(tshark, "cman-gives-up.pcapng", sorted(sent))
    assert "RESTART" not in timeline(tshark, path, passes)  # the row says that there were two
    sent += [Sent(59, at(1), nodedown(1, 1110, INCONSISTENT, 2)),
             Sent(59.1, at(1), starttrans(1, 1111, 8, DEADMASTER, 2))]
    path = write_sent(tshark, "cman-gives-up-taken-over.pcapng", sorted(sent))
    words = ("node 2 leaves the cluster, reason INCONSISTENT: it gives up transition 1 after "
             "2 restarts")
    told = events(tshark, path, passes)
    assert [word for word in told if words in word]
    assert "node 1 starts the transition again, DEADMASTER node 2" in told
    text = timeline(tshark, path, passes)
    assert text.count(words) == 1
    assert text.count("node 1 starts the transition again, DEADMASTER node 2") == 1
    assert "RESTART" not in text and "split" not in text
    table = tshark.read(path, *passes, "-q", "-z", "cman,transitions")
    assert table.count("REMNODE") == 1 and "given up" not in table


@PASSES
def test_who_left_is_not_on_another_side(tshark, passes):
    """Node 2 gives its transition up, and leaves.  Node 1 then removes it as any other node."""
    sent = [message for node in (1, 2, 3, 4) for message in beats(node, 1000 * node, node / 10, 1)]
    sent += [Sent(10, at(2), starttrans(2, 2100, 5, REMNODE, 4)),
             Sent(10.1, at(1), startack(1, 2, 1100, 2100, 5)),
             Sent(25, at(2), leave(2, 2110, 1, INCONSISTENT)),
             Sent(25.1, at(1), nodedown(1, 1110, INCONSISTENT, 2)),
             Sent(25.2, at(1), starttrans(1, 1111, 6, REMNODE, 2))]
    path = write_sent(tshark, "cman-left-not-split.pcapng", sorted(sent))
    assert "split" not in timeline(tshark, path, passes)


@PASSES
def test_a_message_that_waited_before_the_nodedown(tshark, passes):
    """Node 3 acknowledges a NODEDOWN in frame 5, node 1 does not hear it, and gives up.  Its
    STARTTRANS waited for that, and goes out first: node 3 answers that, too."""
    down = nodedown(1, 120, LEFT_DEAD, 4)
    sent = [message for node in (1, 2, 3) for message in beats(node, 1000 * node, node / 10, 1)]
    sent += [Sent(10 + i, at(1), down) for i in range(4)]
    sent += [acknowledge(10.1 + i, 3, 1, 120) for i in range(4)]
    sent += [acknowledge(10.2, 2, 1, 120),
             Sent(14, at(1), starttrans(1, 121, 5, REMNODE, 4)),
             Sent(14.01, at(2), startack(2, 1, 2100, 121, 5)),
             Sent(14.02, at(3), startack(3, 1, 3100, 121, 5)),
             Sent(14.03, at(1), nodedown(1, 122, LEFT_NORESPONSE, 3))]
    path = write_sent(tshark, "cman-waited-before-nodedown.pcapng", sorted(sent))
    rows = fields(tshark, path, "cman.death.message", "cman.nodeid", "cman.death.message",
                  "cman.death.acked_in", passes=passes)
    assert rows == [["3", "4", "5"]]


@PASSES
def test_an_endtrans_that_the_next_master_did_not_hear(tshark, passes):
    """Node 3 removes node 4.  Node 1 gets no ACK from it, declares it down, and takes over, while
    node 3 sends its ENDTRANS: it is one transition, and both are out."""
    sent = [message for node in (1, 2, 3, 4) for message in beats(node, 1000 * node, node / 10, 1)]
    sent += [Sent(10, at(3), starttrans(3, 3100, 5, REMNODE, 4)),
             Sent(10.1, at(1), startack(1, 3, 1100, 3100, 5)),
             Sent(10.2, at(2), startack(2, 3, 2100, 3100, 5)),
             Sent(14, at(1), nodedown(1, 1101, LEFT_NORESPONSE, 3)),
             Sent(14.01, at(3), endtrans(3, 3101, 6)),
             Sent(14.02, at(1), starttrans(1, 1102, 6, DEADMASTER, 3)),
             Sent(14.03, at(2), startack(2, 1, 2101, 1102, 6)),
             Sent(15, at(1), endtrans(1, 1103, 7))]
    sent += two_are_left()
    path = write_sent(tshark, "cman-endtrans-not-heard.pcapng", sorted(sent))
    assert ("nodes 4 and 3 are out of the cluster: transition 1, master node 1, took 5.0 s, "
            "1 restart") in timeline(tshark, path, passes)


@PASSES
def test_a_master_that_repeats_what_another_declared(tshark, passes):
    """Node 2 does not hear node 4, and declares it DEAD.  Node 1, which is master just then, puts
    it out 2 s later: it has heard node 4, and is not deaf."""
    sent = [message for node in (1, 2, 3) for message in beats(node, 1000 * node, node / 10, 8)]
    sent += [*beats(4, 4000, 0.4, 8),
             Sent(37, at(1), starttrans(1, 1100, 5, REMNODE, 5)),
             Sent(37.5, at(2), kill(2, 4, 2100)),
             Sent(37.6, at(2), nodedown(2, 2101, LEFT_DEAD, 4)),
             Sent(39.6, at(1), starttrans(1, 1101, 6, ANOTHERREMNODE, 4))]
    path = write_sent(tshark, "cman-repeats-another.pcapng", sorted(sent))
    assert fields(tshark, path, "cman.death.heard", "cman.cmd", passes=passes) == [["18"]]
    assert timeline(tshark, path, passes).count("though heard") == 1


@PASSES
def test_quorum_that_was_lost_unheard(tshark, passes):
    """Node 3 is not heard for 80 s.  It has no quorum then; when it lost that, nobody knows."""
    alone = header(seq=3300, flags=NOACK | MULTICAST | ALLINT, srcid=3, tgtid=0) + struct.pack(
        "<BBHI", 4, 0, 1, 5)
    sent = [message for node in (1, 2) for message in beats(node, 1000 * node, node / 10, 20)]
    sent += [*beats(3, 3000, 0.3, 3), Sent(90.3, at(3), alone)]
    path = write_sent(tshark, "cman-lost-quorum-unheard.pcapng", sorted(sent))
    rows = fields(tshark, path, "cman.inquorate", "cluster.event", passes=passes)
    assert len(rows) == 1 and rows[0][0].endswith(
        ",node 3 has no quorum: 1 member; it had quorum in its last HELLO, 80 s before")


@PASSES
def test_a_transition_is_over_at_its_endtrans_without_its_barrier(tshark, passes):
    """As in a capture without cluster port 0: the HELLO of 37.1 s proves that the barrier did not
    hang.  The ENDTRANS was in frame 15."""
    sent = [message for node in (1, 2) for message in beats(node, 1000 * node, node / 10, 3)]
    sent += [*beats(3, 3000, 0.3, 3),
             Sent(12, at(1), nodedown(1, 1100, LEFT_NORESPONSE, 3)),
             Sent(12.1, at(1), starttrans(1, 1101, 5, REMNODE, 3)),
             Sent(12.2, at(2), startack(2, 1, 2100, 1101, 5)),
             Sent(13, at(1), endtrans(1, 1102, 6))]
    sent += [Sent(17 + 5 * i + node / 10, at(node), hello(node, 1200 * node + i, 2, 6))
             for node in (1, 2) for i in range(8)]
    path = write_sent(tshark, "cman-over-without-barrier.pcapng", sorted(sent))
    row = [line for line in timeline(tshark, path, passes).splitlines() if "is out" in line]
    assert len(row) == 1 and "22:13:33.000" in row[0] and "known from frame" in row[0]


@PASSES
def test_rows_of_one_moment_are_in_the_order_of_frames(tshark, passes):
    """Nodes 2 and 3 fall silent, node 3 is declared DEAD last, at the same microsecond."""
    sent = [message for node in (2, 3) for message in beats(node, 1000 * node, node / 10, 4)]
    sent += [*beats(1, 1000, 0.05, 11),
             *[Sent(51, at(1), nodedown(1, 1100 + i, LEFT_DEAD, node))
               for i, node in enumerate((3, 2))]]
    path = write_sent(tshark, "cman-one-moment.pcapng", sorted(sent, key=lambda one: one.time))
    told = [int(line.split("|")[1]) for line in timeline(tshark, path, passes).splitlines()
            if "declared DEAD" in line]
    assert len(told) == 2 and told == sorted(told)


@PASSES
def test_the_kill_that_showed_that_the_sides_hear_each_other(tshark, passes):
    """Node 3 goes on with a view of its own.  Node 1 hears it and kills it at 31.05 s, before that
    has gone on for long enough to prove a split, and again 20 s later."""
    def outsider(seq):
        return header(seq=seq, flags=NOACK, srcid=1, tgtid=0) + bytes([5])
    sent = [message for node in (1, 2, 3) for message in beats(node, 1000 * node, node / 10, 1)]
    sent += [Sent(1, at(1), nodedown(1, 1001, LEFT_NORESPONSE, 3))]
    sent += [Sent(30 + 5 * i + node / 10, at(node), hello(node, 1010 * node + 2 * i, 2, 6))
             for node in (1, 2) for i in range(10)]
    sent += [Sent(31 + 5 * i, at(3), hello(3, 3100 + i, 1, 8)) for i in range(10)]
    sent += [Sent(31.05 + 20 * i, at(1), outsider(1011 + 8 * i), at(3)) for i in range(2)]
    path = write_sent(tshark, "cman-heard-again-early.pcapng", sorted(sent))
    text = timeline(tshark, path, passes)
    first = fields(tshark, path, "cman.kill", "frame.number", passes=passes)[0][0]
    assert f"hears node 3 again, and kills it, since frame {first} " in text


@PASSES
def test_all_that_are_out_are_named_though_the_file_begins_late(tshark, passes):
    """The first STARTTRANS of the file is ANOTHERREMNODE for node 3; then node 4 goes, too."""
    sent = [message for node in (1, 2, 3, 4) for message in beats(node, 1000 * node, node / 10, 1)]
    sent += [Sent(10, at(1), starttrans(1, 1100, 5, ANOTHERREMNODE, 3)),
             Sent(12, at(1), starttrans(1, 1101, 6, ANOTHERREMNODE, 4)),
             Sent(12.1, at(2), startack(2, 1, 2100, 1101, 6)),
             Sent(13, at(1), endtrans(1, 1102, 7))]
    sent += two_are_left()
    path = write_sent(tshark, "cman-another-first.pcapng", sorted(sent))
    assert ("nodes 3 and 4 are out of the cluster: transition 1, master node 1, at least 2 restarts"
            ) in timeline(tshark, path, passes)


@PASSES
def test_a_message_that_was_sent_again_long_before(tshark, passes):
    """Node 1 sent message 120 again at 11 s.  It gives up another one at 25 s, which the file does
    not have."""
    down = nodedown(1, 120, LEFT_DEAD, 4)
    sent = [message for node in (1, 2, 3) for message in beats(node, 1000 * node, node / 10, 1)]
    sent += [*(Sent(10 + i, at(1), down) for i in range(2)), acknowledge(11.1, 2, 1, 120),
             Sent(25, at(1), nodedown(1, 122, LEFT_NORESPONSE, 3))]
    path = write_sent(tshark, "cman-sent-again-before.pcapng", sorted(sent))
    assert fields(tshark, path, "cman.death.message", "frame.number", passes=passes) == []


@PASSES
def test_who_obeys_does_not_miss_the_other(tshark, passes):
    """Node 1 does not hear node 2 and declares it dead.  Node 2 hears that and leaves.  Then node
    3 declares node 1 dead: only nodes 1 and 3 may miss each other."""
    sent = [Sent(5 * i + node / 10, at(node), hello(node, 1000 * node + i, 3))
            for node, count in ((1, 8), (2, 5), (3, 12)) for i in range(count)]
    sent += [Sent(25, at(1), nodedown(1, 1900, LEFT_DEAD, 2)),
             Sent(25.01, at(2), leave(2, 2900, 0, LEFT_DEAD)),
             Sent(27, at(3), nodedown(3, 3900, LEFT_DEAD, 1))]
    path = write_sent(tshark, "cman-obeys.pcapng", sorted(sent))
    told = events(tshark, path, passes)
    assert [words for words in told if "node 2 is declared DEAD by node 1, though heard" in words]
    assert not [words for words in told if "miss each other" in words]


@PASSES
def test_both_are_declared_dead_by_one_that_is_not_heard(tshark, passes):
    """Node 5 gets no ACK, and declares nodes 1 to 3 dead, which do not hear that.  Node 1 removes
    node 4; node 2 starts the same when its NODEDOWN is through: it is one transition, of 5 s."""
    sent = [message for node in (1, 2, 3, 5) for message in beats(node, 1000 * node, node / 10, 2)]
    sent += [Sent(10, at(1), starttrans(1, 1100, 5, REMNODE, 4)),
             *[Sent(10.01 + node / 1000, at(5), nodedown(5, 5100 + node, LEFT_NORESPONSE, node))
               for node in (1, 2, 3)],
             Sent(10.7, at(2), starttrans(2, 2100, 5, REMNODE, 4)),
             Sent(10.8, at(3), startack(3, 1, 3100, 1100, 5)),
             Sent(11, at(1), nodedown(1, 1101, LEFT_NORESPONSE, 5)),
             Sent(11.01, at(1), starttrans(1, 1102, 6, ANOTHERREMNODE, 5)),
             *[Sent(11.1, at(node), startack(node, 1, 1000 * node + 101, 1102, 6))
               for node in (2, 3)],
             Sent(15, at(1), endtrans(1, 1103, 7))]
    for seq, what in ((0, WAIT), (1, COMPLETE)):
        sent += [Sent(15.1 + seq / 10 + node / 100, at(node),
                      barrier(node, 1000 * node + 110 + seq, what, "TRANSITION.7"))
                 for node in (1, 2, 3)]
    path = write_sent(tshark, "cman-both-declared-dead.pcapng", sorted(sent))
    text = timeline(tshark, path, passes)
    assert ("nodes 4 and 5 are out of the cluster: transition 1, master node 1, took 5.0 s, "
            "1 restart") in text
    assert "split" not in text and "side" not in text


@PASSES
def test_each_is_declared_dead_by_the_side_of_the_other(tshark, passes):
    """Nodes 1 and 2 do not hear nodes 4 and 5.  Node 5 declares node 2 dead, node 1 node 4: node 2
    starts a transition of its own, while that of node 4 runs."""
    sent = [message for node in (1, 2, 4, 5) for message in beats(node, 1000 * node, node / 10, 2)]
    sent += [Sent(10, at(4), starttrans(4, 4100, 5, REMNODE, 1)),
             Sent(10.1, at(5), nodedown(5, 5100, LEFT_DEAD, 2)),
             Sent(10.2, at(1), nodedown(1, 1100, LEFT_DEAD, 4)),
             Sent(10.5, at(2), starttrans(2, 2100, 5, REMNODE, 5)),
             Sent(11, at(5), startack(5, 4, 5101, 4100, 5)),
             Sent(11.1, at(1), startack(1, 2, 1101, 2100, 5)),
             Sent(12, at(4), endtrans(4, 4101, 6)), Sent(12.5, at(2), endtrans(2, 2101, 6))]
    path = write_sent(tshark, "cman-each-side-declares.pcapng", sorted(sent))
    table = tshark.read(path, *passes, "-q", "-z", "cman,transitions")
    rows = [[cell.strip() for cell in line.split("|")] for line in table.splitlines()
            if "REMNODE" in line]
    assert [(row[2], row[4], row[6]) for row in rows] == [
        ("1", "2.000000", "4"), ("5", "2.000000", "2")]


@PASSES
def test_the_end_of_who_seemed_to_give_way(tshark, passes):
    """Nodes 1 and 2 start a transition at once, and node 2 ends the one that it started: its start
    is in the file."""
    sent = [message for node in (1, 2, 3) for message in beats(node, 1000 * node, node / 10, 2)]
    sent += [Sent(10, at(1), starttrans(1, 1100, 5, REMNODE, 4)),
             Sent(10.1, at(2), starttrans(2, 2100, 5, REMNODE, 4)),
             Sent(11, at(2), endtrans(2, 2101, 6))]
    sent += [Sent(11.01 + 0.01 * i + node / 1000, at(node),
                  barrier(node, 1000 * node + 190 + i, step, "TRANSITION.6"))
             for node in (2, 3) for i, step in enumerate((WAIT, COMPLETE))]
    path = write_sent(tshark, "cman-end-of-loser.pcapng", sorted(sent))
    text = timeline(tshark, path, passes)
    assert "whose start is not in the file" not in text
    assert "a transition is over, and let nobody in: transition 2, master node 2" in text
