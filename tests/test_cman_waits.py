# SPDX-License-Identifier: GPL-2.0-or-later
"""What cman claims of nodes that do not answer because they wait for others, of a joiner that
dies when it is let in, of a node that is back elsewhere, and of one that is left alone."""
import struct

from cman_packets import (ALLINT, COMPLETE, MULTICAST, NOACK, REMNODE, WAIT, Sent, barrier,
                          endtrans, header, hello, joinreq, startack, starttrans, write_sent)
from test_cman_claims import (ANOTHERREMNODE, LEFT_DEAD, LEFT_NORESPONSE, PASSES, acknowledge,
                              beats, death, nodedown)


def at(node):
    return f"192.0.2.{node}"


def timeline(tshark, path, passes):
    return tshark.read(path, *passes, "-q", "-z", "cluster,timeline")


def said(srcid, seq, members, generation, flags=2):
    """A HELLO."""
    return header(seq=seq, flags=NOACK | MULTICAST | ALLINT, srcid=srcid, tgtid=0) + struct.pack(
        "<BBHI", 4, flags, members, generation)


def not_answered():
    """Node 1 removes node 4.  Node 2 answers; node 3 acknowledges, sends HELLOs, and no answer."""
    sent = [message for node in (1, 2, 3) for message in beats(node, 1000 * node, node / 10, 5)]
    return [*sent, Sent(10, at(1), starttrans(1, 1101, 5, REMNODE, 4)),
            Sent(10.01, at(2), startack(2, 1, 2100, 1101, 5)),
            *[Sent(11 + i, at(1), starttrans(1, 1101, 5, REMNODE, 4, MULTICAST)) for i in range(2)],
            *[acknowledge(11.01 + i, 3, 1, 1101) for i in range(2)]]


@PASSES
def test_a_node_that_waits_for_acks_is_not_stuck(tshark, passes):
    """Node 3 has declared node 5 dead, and gets no ACK of that from node 4: until it gives up it
    sends nothing else."""
    path = write_sent(tshark, "cman-stuck.pcapng", sorted(not_answered()))
    assert "hangs: no answer from node 3, which acknowledges the packets: the network works, its " \
           "cman is stuck" in timeline(tshark, path, passes)
    down = [Sent(9.9 + i, at(3), nodedown(3, 3100, LEFT_DEAD, 5)) for i in range(4)]
    path = write_sent(tshark, "cman-waits-for-acks.pcapng", sorted(not_answered() + down))
    text = timeline(tshark, path, passes)
    assert "hangs: no answer from node 3, which acknowledges the packets; " in text
    assert "stuck" not in text


@PASSES
def test_a_node_that_waits_at_a_barrier_is_not_stuck(tshark, passes):
    """Node 3 is still at the barrier of the transition before, where it waits for 15 s."""
    waits = Sent(6, at(3), barrier(3, 3100, WAIT, "TRANSITION.4"))
    path = write_sent(tshark, "cman-at-barrier.pcapng", sorted([*not_answered(), waits]))
    text = timeline(tshark, path, passes)
    assert "hangs: no answer from node 3, which acknowledges the packets; " in text
    assert "stuck" not in text
    left = Sent(6.1, at(3), barrier(3, 3101, COMPLETE, "TRANSITION.4"))
    path = write_sent(tshark, "cman-left-barrier.pcapng", sorted([*not_answered(), waits, left]))
    assert "its cman is stuck" in timeline(tshark, path, passes)


@PASSES
def test_a_joiner_that_dies_when_it_is_let_in(tshark, passes):
    """The file begins with the ENDTRANS that lets node 4 in.  It does not acknowledge that, and
    is taken out again; the ENDTRANS of 15 s names nobody."""
    sent = [message for node in (1, 2) for message in beats(node, 1000 * node, node / 10, 2)]
    sent += [*[Sent(10 + i, at(1), endtrans(1, 1101, 6, 4)) for i in range(4)],
             Sent(14, at(1), nodedown(1, 1102, LEFT_NORESPONSE, 4)),
             Sent(14.01, at(1), starttrans(1, 1103, 7, ANOTHERREMNODE, 4)),
             Sent(14.02, at(2), startack(2, 1, 2101, 1103, 7)),
             Sent(15, at(1), endtrans(1, 1104, 8))]
    for seq, what in ((0, WAIT), (1, COMPLETE)):
        sent += [Sent(15.1 + seq / 10 + node / 100, at(node),
                      barrier(node, 1000 * node + 110 + seq, what, "TRANSITION.8"))
                 for node in (1, 2)]
    path = write_sent(tshark, "cman-joiner-dies-let-in.pcapng", sorted(sent))
    text = timeline(tshark, path, passes)
    assert "has joined" not in text
    assert "the cluster goes on without node 4" in text


@PASSES
def test_a_node_that_is_back_elsewhere(tshark, passes):
    """Node 3 is declared dead, and joins again from another address.  It is not missing."""
    again = at(33)
    sent = [*beats(1, 1000, 0.1, 12), *beats(2, 2000, 0.2, 12), *beats(3, 3000, 0.3, 3),
            *death(35.2, 1100, 3), Sent(40, again, joinreq(1, "node3", again), at(1)),
            Sent(40.1, at(1), endtrans(1, 1110, 5, 3)),
            *[Sent(40.3 + 5 * i, again, hello(3, 2 + i)) for i in range(4)]]
    path = write_sent(tshark, "cman-back-elsewhere.pcapng", sorted(sent))
    assert "not back" not in timeline(tshark, path, passes)
    path = write_sent(tshark, "cman-not-back.pcapng",
                      sorted(one for one in sent if one.source != again))
    assert "node 3 is not back" in timeline(tshark, path, passes)


@PASSES
def test_who_is_alone_has_no_open_transition(tshark, passes):
    """Node 3 hears nobody.  It starts a transition for node 1, gets no answer, and declares node 2
    dead, too: it counts itself only, in its HELLO of 20 s."""
    sent = [message for node in (1, 2, 3) for message in beats(node, 1000 * node, node / 10, 2)]
    sent += [Sent(10, at(3), starttrans(3, 3100, 5, REMNODE, 1)),
             Sent(14, at(3), nodedown(3, 3101, LEFT_NORESPONSE, 2))]
    path = write_sent(tshark, "cman-open.pcapng", sorted(sent))
    assert "has no end" in timeline(tshark, path, passes)
    sent += [Sent(20, at(3), said(3, 3110, 1, 5, 0)), Sent(25, at(3), said(3, 3111, 1, 5, 0))]
    path = write_sent(tshark, "cman-alone.pcapng", sorted(sent))
    assert "has no end" not in timeline(tshark, path, passes)
