# SPDX-License-Identifier: GPL-2.0-or-later
"""What cman says of clusters that are split or lost quorum, in one pass and in two."""
import re
import struct

import pytest

from cman_packets import (MULTICAST, NOACK, Sent, barrier, header, hello, masterview, record,
                          startack, starttrans, viewack, write_sent)
from test_cman_claims import PASSES, beats, fields, nodedown

ANOTHERREMNODE = 3
DEAD = 6


def votes(srcid, seq, generation, quorum, total):
    """An ENDTRANS."""
    return header(seq=seq, flags=MULTICAST, srcid=srcid, tgtid=0) + struct.pack(
        "<BBHIIIi", 7, 0, 0, quorum, total, generation, 0)


def inquorate_hello(srcid, seq, members, generation):
    return header(seq=seq, flags=NOACK | MULTICAST, srcid=srcid, tgtid=0) + struct.pack(
        "<BBHI", 4, 0, members, generation)


def at(first, node, payloads):
    return [Sent(first + 5 * i, f"192.0.2.{node}", payload)
            for i, payload in enumerate(payloads)]


@PASSES
@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize("keeps", [True, False])
def test_a_two_node_cluster_that_is_split(tshark, passes, declared, keeps):
    """Each node goes on alone with the generation that both had, and node 2 keeps quorum or not."""
    alone = hello if keeps else inquorate_hello
    sent = [*at(0, 1, [hello(1, 100 + i, 2) for i in range(5)]),
            *at(1, 2, [hello(2, 200 + i, 2) for i in range(5)]),
            *at(25, 1, [hello(1, 106 + i, 1) for i in range(8)]),
            *at(26, 2, [alone(2, 206 + i, 1, 4) for i in range(8)])]
    if declared:
        sent += [Sent(24.9, "192.0.2.1", nodedown(1, 105, DEAD, 2)),
                 Sent(25.9, "192.0.2.2", nodedown(2, 205, DEAD, 1))]
    # The first HELLO of node 2 that counts one, as node 1 does.
    since = f", since frame {14 if declared else 12} at the latest"
    path = write_sent(tshark, f"cman-two-node-{declared}-{keeps}.pcapng", sorted(sent))
    quorum = "; all have quorum" if keeps else ""
    assert fields(tshark, path, "cman.split", "_ws.expert.message", passes=passes) == [
        [f"the cluster is split: nodes 1 and 2 each count 1 member (generation 4){quorum}{since}"]]


@PASSES
def test_a_split_is_told_once(tshark, passes):
    """Node 3's side is not heard for 15 s meanwhile."""
    sent = [*at(0, 1, [hello(1, 100 + i, 2, 6) for i in range(14)]),
            *at(1, 2, [hello(2, 200 + i, 2, 6) for i in range(14)]),
            *at(2, 3, [hello(3, 300 + i, 1, 6) for i in range(5)]),
            *at(42, 3, [hello(3, 308 + i, 1, 6) for i in range(6)])]
    path = write_sent(tshark, "cman-split-once.pcapng", sorted(sent))
    assert len(fields(tshark, path, "cman.split", "frame.number", passes=passes)) == 1


@PASSES
def test_quorum_is_lost_and_comes_back(tshark, passes):
    sent = [*beats(1, 100, 0, 2), Sent(6, "192.0.2.1", votes(1, 102, 6, 2, 1)),
            *at(10, 1, [inquorate_hello(1, 103 + i, 1, 6) for i in range(3)]),
            Sent(22, "192.0.2.1", votes(1, 106, 8, 2, 2)),
            *at(25, 1, [hello(1, 107 + i, 2, 8) for i in range(3)])]
    path = write_sent(tshark, "cman-quorum-back.pcapng", sent)
    words = [row[1] for row in fields(tshark, path, "cluster.event contains \"quorum\"",
                                      "frame.number", "cluster.event", passes=passes)]
    assert words == ["no quorum under master node 1: 1 vote, 2 needed",
                     "quorum is back under master node 1: 2 votes, 2 needed"]


@PASSES
def test_a_node_loses_quorum_and_has_it_again(tshark, passes):
    """The last of two nodes sends no ENDTRANS."""
    sent = [*beats(1, 100, 0, 2), *at(10, 1, [inquorate_hello(1, 102 + i, 1, 4) for i in range(3)]),
            *at(25, 1, [hello(1, 105 + i, 2, 6) for i in range(3)])]
    path = write_sent(tshark, "cman-quorum-again.pcapng", sent)
    words = [row[1] for row in fields(tshark, path, "cluster.event contains \"quorum\"",
                                      "frame.number", "cluster.event", passes=passes)]
    assert words == ["node 1 has lost quorum: 1 member", "node 1 has quorum again: 2 members"]


@PASSES
def test_each_of_two_nodes_that_go_on_alone_loses_quorum(tshark, passes):
    """Both keep the generation that both had."""
    sent = [*beats(1, 100, 0, 2), *beats(2, 200, 1, 2),
            *at(10, 1, [inquorate_hello(1, 102 + i, 1, 4) for i in range(4)]),
            *at(11, 2, [inquorate_hello(2, 202 + i, 1, 4) for i in range(4)])]
    path = write_sent(tshark, "cman-quorum-both.pcapng", sorted(sent))
    words = [row[1] for row in fields(tshark, path, "cman.inquorate", "frame.number",
                                      "cluster.event", passes=passes)]
    assert words == ["node 1 has lost quorum: 1 member", "node 2 has lost quorum: 1 member"]


def halves_transition(master, number, out, when):
    """The master of a half removes a node of the other one, and goes on without."""
    ip = f"192.0.2.{master}"
    return [Sent(when, ip, nodedown(master, number, DEAD, out)),
            Sent(when + 0.1, ip, starttrans(master, number + 1, 5, nodeid=out))]


@PASSES
def test_each_half_loses_quorum(tshark, passes):
    """Two masters, a transition each, and equal generations; no ENDTRANS is there."""
    sent = [Sent(node / 10 + 5 * i, f"192.0.2.{node}", hello(node, 100 * node + i, 4))
            for node in (1, 2, 3, 4) for i in range(2)]
    sent += halves_transition(1, 103, 3, 8) + halves_transition(3, 303, 1, 8.5)
    sent += [Sent(12 + node / 10 + 5 * i, f"192.0.2.{node}",
                  inquorate_hello(node, 100 * node + 6 + i, 2, 6))
             for node in (1, 2, 3, 4) for i in range(2)]
    path = write_sent(tshark, "cman-quorum-halves.pcapng", sorted(sent))
    words = [row[1] for row in fields(tshark, path, "cman.inquorate", "frame.number",
                                      "cluster.event", passes=passes)]
    assert [line for line in words if "lost quorum" in line] == [
        "node 1 has lost quorum: 2 members", "node 3 has lost quorum: 2 members"]


@PASSES
@pytest.mark.parametrize("shown", ["STARTACK", "VIEWACK", "COMPLETE"])
def test_who_takes_part_is_not_out(tshark, passes, shown):
    """Node 6, on the other side, started to remove node 5, which answers master 2 once in the
    file; its other messages, the view, and the first start of node 2 were not captured."""
    sent = [Sent(node / 10 + 5 * i, f"192.0.2.{node}", hello(node, 100 * node + i, 5))
            for node in (2, 3, 4, 5, 6) for i in range(2)]
    answer = {"STARTACK": (9.5, startack(5, 2, 502, 205, 6)),
              "VIEWACK": (9.6, viewack(5, 2, 502, 206)),
              "COMPLETE": (9.9, barrier(5, 502, 5, "TRANSITION.7"))}[shown]
    sent += [Sent(8, "192.0.2.6", starttrans(6, 602, 5, nodeid=5)),
             Sent(9, "192.0.2.2", starttrans(2, 205, 6, ANOTHERREMNODE, nodeid=4)),
             Sent(9.7, "192.0.2.2", votes(2, 207, 7, 2, 3)),
             *(Sent(9.8 + node / 100, f"192.0.2.{node}", barrier(node, number, 4, "TRANSITION.7"))
               for node, number in ((2, 208), (3, 302))),
             Sent(answer[0], "192.0.2.5", answer[1]),
             *(Sent(9.95, f"192.0.2.{node}", barrier(node, number, 5, "TRANSITION.7"))
               for node, number in ((2, 209), (3, 303)))]
    path = write_sent(tshark, f"cman-takes-part-{shown}.pcapng", sorted(sent))
    words, = fields(tshark, path, 'cluster.event contains "out of the cluster"', "cluster.event",
                    passes=passes)
    assert re.match(r"node 4 is out of the cluster: transition \d+, master node 2", words[0])


@PASSES
@pytest.mark.parametrize("shown", ["STARTACK", "VIEWACK"])
def test_who_answers_another_master_is_out(tshark, passes, shown):
    """Node 4 answers master 6, in the other half, whose start has the number of that of master 2
    and was not captured."""
    sent = [Sent(node / 10 + 5 * i, f"192.0.2.{node}", hello(node, 100 * node + i, 5))
            for node in (2, 3, 4, 6) for i in range(2)]
    answer = {"STARTACK": startack(4, 6, 402, 603, 6), "VIEWACK": viewack(4, 6, 402, 604)}[shown]
    sent += [Sent(9, "192.0.2.2", starttrans(2, 205, 6, nodeid=4)),
             Sent(9.4, "192.0.2.4", answer, "192.0.2.6"),
             Sent(9.7, "192.0.2.2", votes(2, 207, 7, 2, 3)),
             *(Sent(9.8 + command / 10 + node / 100, f"192.0.2.{node}",
                    barrier(node, number + command, command, "TRANSITION.7"))
               for node, number in ((2, 208), (3, 302)) for command in (4, 5))]
    path = write_sent(tshark, f"cman-answers-another-{shown}.pcapng", sorted(sent))
    rows = fields(tshark, path, 'cluster.event contains "out of the cluster"', "cluster.event",
                  passes=passes)
    assert [re.match(r"nodes? ([\d and]+) (is|are) out", words[0])[1] for words in rows] == ["4"]


def in_view(master, seq, *nodes):
    return masterview(master, seq, *[record(f"n{node}", 2, node, f"192.0.2.{node}")
                                     for node in nodes])


@PASSES
def test_who_kept_quorum_has_it_not_back(tshark, passes):
    """The file begins when both halves end their transitions: nodes 4 and 5 lose quorum, nodes 1
    to 3 never do."""
    sent = [Sent(1, "192.0.2.4", in_view(4, 400, 4, 5)),
            Sent(1.1, "192.0.2.1", in_view(1, 100, 1, 2, 3)),
            Sent(2, "192.0.2.4", votes(4, 401, 9, 3, 2)),
            Sent(2.4, "192.0.2.1", votes(1, 101, 7, 3, 3))]
    for node in (1, 2, 3):
        sent += at(3 + node / 10, node, [hello(node, 100 * node + 5 + i, 3, 7) for i in range(3)])
    for node in (4, 5):
        sent += at(3 + node / 10, node,
                   [inquorate_hello(node, 100 * node + 5 + i, 2, 9) for i in range(3)])
    sent += [Sent(0.1 * node, f"192.0.2.{node}", hello(node, 100 * node - 5, 5, 4))
             for node in (1, 2, 3, 4, 5)]
    path = write_sent(tshark, "cman-quorum-kept.pcapng", sorted(sent))
    text = tshark.read(path, *passes, "-q", "-z", "cluster,timeline")
    assert "no quorum under master node 4" in text
    assert "quorum is back" not in text and "quorum again" not in text


@PASSES
def test_a_hello_from_before_the_endtrans_is_not_quorum_again(tshark, passes):
    """Node 6 says with the generation before what was so before its side ended its transition."""
    sent = [*at(0, 3, [hello(3, 300, 6, 4)]), *at(0.1, 6, [hello(6, 600, 6, 4)]),
            Sent(1, "192.0.2.3", in_view(3, 301, 3, 6)),
            Sent(2, "192.0.2.3", votes(3, 302, 9, 4, 2)),
            *at(2.4, 6, [hello(6, 601, 2, 8)]),
            *at(3, 3, [inquorate_hello(3, 303 + i, 2, 9) for i in range(4)]),
            *at(7.4, 6, [inquorate_hello(6, 602 + i, 2, 9) for i in range(3)])]
    path = write_sent(tshark, "cman-quorum-before.pcapng", sorted(sent))
    words = [row[1] for row in fields(tshark, path, "cluster.event contains \"quorum\"",
                                      "frame.number", "cluster.event", passes=passes)]
    assert words == ["no quorum under master node 3 (n3): 2 votes, 4 needed"]
