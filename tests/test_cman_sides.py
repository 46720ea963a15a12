# SPDX-License-Identifier: GPL-2.0-or-later
"""What cman says of a cluster that breaks into three, in one pass and in two."""
import re

import pytest

from cman_packets import Sent, hello, starttrans, write_sent
from test_cman_claims import LEFT_DEAD, PASSES, fields, nodedown
from test_cman_quorum import inquorate_hello

NODES = (1, 2, 3, 4, 5, 6)
BROKEN = 20  # the last HELLO that counts all is sent before


def goes_on(node, since, members, generation, say=hello):
    return [Sent(since + node / 10 + 5 * i, f"192.0.2.{node}",
                 say(node, 1000 * node + 100 + i, members, generation)) for i in range(12)]


def whole():
    return [Sent(5 * i + node / 10, f"192.0.2.{node}", hello(node, 1000 * node + i, 6, 5))
            for node in NODES for i in range(BROKEN // 5)]


def declared(by, dead, when, number=50):
    return Sent(when, f"192.0.2.{by}", nodedown(by, 1000 * by + number, LEFT_DEAD, dead))


def split(tshark, path, passes):
    return [re.sub(r", since frame.*|; known from.*", "", row[0])
            for row in fields(tshark, path, "cman.split", "_ws.expert.message", passes=passes)]


@PASSES
@pytest.mark.parametrize("late", [0, 4, 12])
def test_three_sides_are_named(tshark, passes, late):
    """Nodes 5 and 6 wait longer for their transition than the others do."""
    sent = whole()
    for node, (since, generation) in {1: (40, 7), 2: (40, 7), 3: (41, 9), 4: (41, 9),
                                      5: (42 + late, 8), 6: (42 + late, 8)}.items():
        sent += goes_on(node, since, 2, generation)
    # Until then these two say what all said before.
    sent += [Sent(37 + 5 * i + node / 10, f"192.0.2.{node}",
                  hello(node, 1000 * node + 60 + i, 6, 5))
             for node in (5, 6) for i in range(1 + late // 5)]
    path = write_sent(tshark, f"cman-three-sides-{late}.pcapng", sorted(sent))
    assert split(tshark, path, passes) == [
        "the cluster is split: nodes 1 and 2 (generation 7, 2 members) against nodes 3 and 4 "
        "(generation 9, 2 members) against nodes 5 and 6 (generation 8, 2 members); all sides "
        "have quorum"]


@PASSES
def test_a_side_that_never_notices(tshark, passes):
    """Node 6 hears all that the others send, as far as it says, and nobody hears it."""
    sent = whole()
    for node in (1, 2):
        sent += goes_on(node, 40, 2, 7)
    for node in (3, 4, 5):
        sent += goes_on(node, 41, 3, 8, inquorate_hello)
    sent += goes_on(6, 20, 6, 5)
    path = write_sent(tshark, "cman-side-of-before.pcapng", sorted(sent))
    assert split(tshark, path, passes) == [
        "the cluster is split: nodes 1 and 2 (generation 7, 2 members) against nodes 3, 4 and 5 "
        "(generation 8, 3 members) against node 6 (generation 5, 6 members); 2 of 3 sides have "
        "quorum"]


@PASSES
def test_deaths_across_three_sides_are_one_row(tshark, passes):
    sent = whole()
    for node in NODES:
        sent += [Sent(20 + node / 10 + 5 * i, f"192.0.2.{node}",
                      hello(node, 1000 * node + 20 + i, 6, 5)) for i in range(4)]
        sent += goes_on(node, 42, 2, {1: 7, 2: 7, 3: 9, 4: 9, 5: 8, 6: 8}[node])
    sent += [declared(1, 3, 41), declared(1, 5, 41.1, 51), declared(3, 1, 41.2),
             declared(5, 2, 41.3)]
    path = write_sent(tshark, "cman-three-sides-deaths.pcapng", sorted(sent))
    text = tshark.read(path, *passes, "-q", "-z", "cluster,timeline")
    assert text.count("declared DEAD") == 1
    assert ("nodes 1 and 2 and nodes 3 and 4 and nodes 5 and 6 miss each other, though the file "
            "has HELLOs of all: look at the paths between them; node 3 is declared DEAD by "
            "node 1, 5 by 1 in frame") in text


def masters(removed):
    """Each side has a transition of its own, all with generation 5 before."""
    sent = []
    for master, dead in removed.items():
        sent += [declared(master, dead, 35 + master / 10),
                 Sent(35.5 + master / 10, f"192.0.2.{master}",
                      starttrans(master, 1000 * master + 51, 6, nodeid=dead))]
    return sent


@PASSES
@pytest.mark.parametrize("known", [True, False])
def test_three_sides_with_one_generation(tshark, passes, known):
    sent = whole() + (masters({1: 3, 3: 5, 5: 1}) if known else [])
    for node in NODES:
        sent += goes_on(node, 45, 2, 7)
    path = write_sent(tshark, f"cman-sides-of-one-generation-{known}.pcapng", sorted(sent))
    told = split(tshark, path, passes)
    assert told[-1] == ("the cluster is split: nodes 1, 2, 3, 4, 5 and 6 each count 2 members "
                        "(generation 7); all have quorum")


@PASSES
def test_one_side_and_several_others(tshark, passes):
    """Of nodes 3 to 6 nobody can say who is with whom, so nobody is said to miss all four."""
    sent = whole()
    for node in NODES:
        sent += [Sent(20 + node / 10 + 5 * i, f"192.0.2.{node}",
                      hello(node, 1000 * node + 20 + i, 6, 5)) for i in range(4)]
        sent += goes_on(node, 42, 2, 9 if node < 3 else 7)
    sent += [declared(1, 3, 41), declared(3, 1, 41.2)]
    path = write_sent(tshark, "cman-side-and-others.pcapng", sorted(sent))
    assert split(tshark, path, passes) == [
        "the cluster is split: nodes 1 and 2 (generation 9, 2 members) against nodes 3, 4, 5 and "
        "6, which each count 2 members (generation 7); all have quorum"]
    assert "nodes 3, 4, 5 and 6 miss each other" not in tshark.read(
        path, *passes, "-q", "-z", "cluster,timeline")


@PASSES
def test_two_sides_of_which_one_is_late(tshark, passes):
    """Node 4 takes up the numbers of node 3 late: it is no third side."""
    sent = whole()
    for node, since, members, generation in ((1, 40, 4, 7), (2, 40, 4, 7), (5, 40, 4, 7),
                                             (6, 40, 4, 7), (3, 40, 2, 8), (4, 55, 2, 8)):
        sent += goes_on(node, since, members, generation)
    sent += [Sent(20.4 + 5 * i, "192.0.2.4", hello(4, 4020 + i, 6, 5)) for i in range(7)]
    path = write_sent(tshark, "cman-side-is-late.pcapng", sorted(sent))
    assert split(tshark, path, passes) == [
        "the cluster is split: nodes 1, 2, 5 and 6 (generation 7, 4 members) against nodes 3 and "
        "4 (generation 8, 2 members); both sides have quorum"]


def test_no_side_in_a_healthy_cluster(tshark):
    path = write_sent(tshark, "cman-sides-none.pcapng", sorted(whole()))
    assert not split(tshark, path, ())
