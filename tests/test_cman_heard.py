# SPDX-License-Identifier: GPL-2.0-or-later
"""What cman says of the last HELLOs of a node that is declared dead, where clocks are wrong, or
the capture has a hole."""
import re
import struct

import pytest

from cman_packets import NOACK, Sent, header, hello, kill, starttrans, write_sent
from test_cman_claims import LEFT_DEAD, PASSES, fields, nodedown

NODE_1, NODE_3 = 0, 1  # the places
LEFT_REMOVED = 3
DECLARED = 50.31

# Node 1 declares it at 50.311 s, so that it heard none for 21 s: since 29.3 s.  The first HELLO of
# this time is that of 32 s.
SINCE = (r"; by deadnode_timeout node 1 heard it last 21\.0 s ago( \(\d\d:\d\d:\d\d\.\d\))? or "
         r"before, and not in frame (\d+)")


def beats(node, offset, until):
    return [Sent(5 * i + offset, f"192.0.2.{node}", hello(node, 100 * node + i))
            for i in range(20) if 5 * i + offset < until]


def incident(last, seen_at_node_1):
    """Node 3 sends HELLOs until `last`, and node 1 hears those until `seen_at_node_1`; both
    places get all else.  (when sent, place) of each."""
    by_3 = beats(3, 2, last)
    others = beats(1, 0.3, DECLARED) + beats(2, 0.6, DECLARED) + [
        Sent(DECLARED, "192.0.2.1", kill(1, 3, 111)),
        Sent(DECLARED + 0.001, "192.0.2.1", nodedown(1, 112, LEFT_DEAD, 3)),
        Sent(DECLARED + 0.002, "192.0.2.1", starttrans(1, 113, 5, nodeid=3))]
    others += [Sent(5 * i + 0.3 * node, f"192.0.2.{node}", hello(node, 100 * node + 4 + i, 2, 6))
               for i in range(10, 20) for node in (1, 2) if i > 10 or node == 2]
    return [(one, place) for one in others for place in (NODE_1, NODE_3)] + [
        (one, place) for one in by_3 for place in (NODE_1, NODE_3)
        if place == NODE_3 or one.time < seen_at_node_1]


def by_clocks(sent, ahead):
    """As the places show it, if the clock of node 3's place is ahead."""
    return sorted(one._replace(point=place, time=one.time + (ahead if place == NODE_3 else 1e-4))
                  for one, place in sent)


def told_of_death(tshark, name, sent, ahead, passes):
    """Of KILL and NODEDOWN, where they are told: silence, HELLOs missed, words."""
    path = write_sent(tshark, f"cman-{name}-{ahead}.pcapng", by_clocks(sent, ahead))
    rows = fields(tshark, path, "cman.kill || cman.cmd == 18", "cman.death.silence",
                  "cman.death.missed", "cluster.event", passes=passes)
    told = [row for row in rows if row[2]]
    assert len(told) == 2
    return told


AHEAD = pytest.mark.parametrize("ahead", [-30, -7, 0, 7, 30])


@PASSES
@AHEAD
def test_a_death_by_clocks_that_differ(tshark, passes, ahead):
    """The last HELLO is of 27 s, and both places got it."""
    for silence, missed, words in told_of_death(tshark, "dead", incident(30, 30), ahead, passes):
        assert (silence[:5], missed) in ([("23.31", "4")] if passes or ahead == 0
                                         else [("23.31", "4"), ("", "")])
        assert "last heard 23.3 s ago" in words and "4 HELLOs missed" in words
        assert "was heard" not in words


@PASSES
@AHEAD
def test_hellos_that_are_lost_by_clocks_that_differ(tshark, passes, ahead):
    """The last HELLO is of 47 s; node 1 got none after that of 27 s.  Where is not known."""
    told = told_of_death(tshark, "lost", incident(48, 30), ahead, passes)
    for silence, missed, words in told:
        assert (silence[:4], missed) in ([("3.31", "")] if passes or ahead == 0
                                         else [("3.31", ""), ("", "")])
        assert "receives" not in words and "sends" not in words
        assert "last heard 23.3 s ago" not in words or " at interface 0, 4 HELLOs" in words
    if passes:
        assert ("HELLOs sent in time, 4 lost on the way to interface 0: look at the path between "
                "nodes 1 and 3") in told[1][2]


@PASSES
@pytest.mark.parametrize("places, words", [
    ((NODE_3,), "look at the path from node 3 to node 1, and at what node 1 receives"),
    ((NODE_1, NODE_3), "look at what node 1 receives, and at the path to it")],
    ids=["one-place", "two-places"])
def test_where_to_look_by_how_many_places_heard_it(tshark, passes, places, words):
    """Node 3's place alone may have what never left node 3."""
    sent = [(one, place) for one, place in incident(48, 99) if place in places]
    path = write_sent(tshark, f"cman-heard-at-{len(places)}.pcapng", by_clocks(sent, 0))
    told, = fields(tshark, path, "cman.death.heard", "cluster.event", passes=passes)
    row, = [row["What happened"] for row in tshark.story(path, *passes)
            if "though heard" in row["What happened"]]
    for text in (told[0], row):
        before, clock, first = re.search(f"(.*){SINCE}", text).groups()
        assert before.endswith(f", 3.3 s before: {words}")
        assert (clock is None) == (text == told[0])
        (node, after), = fields(tshark, path, f"frame.number == {first}", "cman.srcid",
                                "frame.time_relative")
        assert (node, round(float(after), 1)) == ("3", 31.7)


@PASSES
def test_a_silence_that_a_later_place_may_end(tshark, passes):
    """Node 3's place shows its HELLOs later in the file, all of them: it was never silent."""
    path = write_sent(tshark, "cman-not-silent.pcapng", by_clocks(incident(99, 20), 30))
    assert fields(tshark, path, "cman.silent_node", "frame.number", passes=passes) == []


def with_hole(sent, begin, end, places=(NODE_1,)):
    return [(one, place) for one, place in sent
            if place not in places or not begin < one.time < end]


@PASSES
@pytest.mark.parametrize("places", [(NODE_1,), (NODE_1, NODE_3)], ids=["one-file", "two-files"])
@pytest.mark.parametrize("end", [50.2, 50.305], ids=["before-the-hello", "before-the-kill"])
def test_a_death_behind_a_hole(tshark, passes, places, end):
    """The file has nothing from 28 s to just before the death: it does not show what came."""
    sent = [(one, place) for one, place in with_hole(incident(30, 30), 28, end, places)
            if place in places]
    path = write_sent(tshark, f"cman-hole-{len(places)}-{end}.pcapng", by_clocks(sent, 0))
    rows = fields(tshark, path, "cman", "cman.cmd", "cman.death.missed", "cluster.event",
                  "cman.analysis.hello_missed", "_ws.expert.message", passes=passes)
    assert any(row[0] == "5" and "kills" in row[2] for row in rows)
    assert not any(row[1] or row[3] or "missed" in row[2] + row[4] for row in rows)
    assert not any(re.search("No HELLO|no HELLO", row[4]) for row in rows)


@PASSES
def test_a_hole_at_one_place(tshark, passes):
    """Node 1's place has nothing from 28 s to 50.2 s, and node 3's place has node 3's HELLOs: that
    they were lost on the way to node 1 is not known."""
    path = write_sent(tshark, "cman-hole-here.pcapng",
                      by_clocks(with_hole(incident(48, 99), 28, 50.2), 0))
    rows = fields(tshark, path, "cman", "cluster.event", "cman.analysis.hello_missed",
                  "_ws.expert.message", passes=passes)
    assert any(", 3.3 s before: " in row[0] for row in rows)
    assert not any("lost on the way" in row[0] or row[1] for row in rows)


@PASSES
def test_no_hole_if_another_node_is_heard(tshark, passes):
    """Only node 2 is heard all the time: node 3's HELLOs are missed for sure."""
    sent = [(one, place) for one, place in incident(30, 30)
            if place == NODE_1 and (one.source != "192.0.2.1" or not 28 < one.time < 50)]
    path = write_sent(tshark, "cman-no-hole.pcapng", by_clocks(sent, 0))
    found = fields(tshark, path, "cman.death.missed", "cman.cmd", "cman.death.missed",
                   passes=passes)
    assert found == [["5", "4"], ["18", "4"], ["10", "4"]]


@PASSES
def test_a_death_of_a_node_that_is_not_heard(tshark, passes):
    """Node 3 sends nothing that is in the file."""
    sent = [one for one, place in incident(0, 0) if place == NODE_1]
    path = write_sent(tshark, "cman-unheard.pcapng", sorted(sent))
    words = [row[0] for row in fields(tshark, path, "cman.kill || cman.cmd == 18",
                                      "cluster.event", passes=passes)]
    assert words == [
        "node 1 kills node 3; no HELLO of node 3 was captured before",
        "node 3 is declared DEAD by node 1; no HELLO of node 3 was captured before"]


@PASSES
@pytest.mark.parametrize("stands_still", [True, False])
def test_a_node_that_stood_still_is_not_deaf(tshark, passes, stands_still):
    """Node 3 sends nothing for 23 s, and then declares node 1 DEAD, whose HELLOs went on: it had no
    time to hear them.  Where it had sent in time, it is deaf."""
    sent = beats(1, 0.3, 60) + beats(2, 0.6, 60) + [
        one for one in beats(3, 2, DECLARED) if not stands_still or one.time < 30] + [
        Sent(DECLARED, "192.0.2.3", kill(3, 1, 390)),
        Sent(DECLARED + 0.001, "192.0.2.3", nodedown(3, 391, LEFT_DEAD, 1))]
    path = write_sent(tshark, f"cman-still-{stands_still}.pcapng", sorted(sent))
    told = fields(tshark, path, "cman.cmd == 18", "cman.death.heard", "cluster.event",
                  passes=passes)
    assert len(told) == 1 and "node 1 is declared DEAD by node 3" in told[0][1]
    assert (told[0][0] == "") == stands_still


@PASSES
@pytest.mark.parametrize("back", [0, 60])
def test_no_silence_over_a_clock_that_was_set(tshark, passes, back):
    """By how much the clock was set at 44 s nobody knows, and so how long node 3 was silent."""
    sent = [one._replace(time=one.time - (back if one.time > 44 else 0))
            for one in sorted(one for one, place in incident(30, 30) if place == NODE_1)]
    path = write_sent(tshark, f"cman-set-back-{back}.pcapng", sent)
    rows = fields(tshark, path, "cman.kill || cman.cmd == 18", "cman.death.silence",
                  "cluster.event", passes=passes)
    told = [row for row in rows if row[1]]
    assert len(told) == 2
    assert all((row[0] == "") == (back > 0) and "was heard" not in row[1] for row in told)


def leave(node, number, reason):
    return header(seq=number, flags=NOACK, srcid=node, tgtid=0) + struct.pack("<BBH", 3, reason, 0)


@PASSES
@pytest.mark.parametrize("reason, declared", [(LEFT_REMOVED, False), (LEFT_DEAD, True)])
def test_a_node_that_leaves_says_why_itself(tshark, passes, reason, declared):
    """Its LEAVE tells that it was removed, and the NODEDOWN for that is no second event.  It is
    one that another node calls it DEAD."""
    sent = sorted([*beats(1, 0.3, 50), *beats(2, 0.6, 50), *beats(3, 2, 50),
                   Sent(DECLARED, "192.0.2.3", leave(3, 390, LEFT_REMOVED)),
                   Sent(DECLARED + 0.001, "192.0.2.1", nodedown(1, 190, reason, 3))])
    path = write_sent(tshark, f"cman-leaves-{reason}.pcapng", sent)
    words = [row[0] for row in fields(tshark, path, "cluster.event", "cluster.event",
                                      passes=passes)]
    assert words[0].startswith("node 3 leaves the cluster, reason REMOVED")
    assert any("declared" in told for told in words[1:]) == declared


def lives_twice(captured_from):
    """Node 3 dies at 15.9 s, and joins at 70 s; its own place begins then, after its boot.
    (when sent, place) of each."""
    others = beats(1, 0.3, 96) + beats(2, 0.6, 96) + [
        Sent(44.2, "192.0.2.1", kill(1, 3, 150)),
        Sent(44.3, "192.0.2.1", nodedown(1, 151, LEFT_DEAD, 3))]
    first = beats(3, 0.9, 16)
    second = [Sent(75.9 + 5 * i, "192.0.2.3", hello(3, 7 + i, 3, 8)) for i in range(5)]
    return [(one, NODE_1) for one in others + first + second] + [
        (one, NODE_3) for one in others + second if one.time >= captured_from]


@PASSES
@pytest.mark.parametrize("ahead", [-70, -60, -52, -45, -26, -3, 0, 3])
def test_a_death_before_a_life_that_another_clock_shows_earlier(tshark, passes, ahead):
    """No frame is at both places before the second life, so nothing tells how far their clocks
    are apart: the silence is that by the clock of node 1's place, or none."""
    path = write_sent(tshark, f"cman-lives-twice-{ahead}.pcapng",
                      by_clocks(lives_twice(69), ahead))
    rows = fields(tshark, path, "cman.kill || cman.cmd == 18", "cluster.event", passes=passes)
    silences = re.findall(r"last (?:heard|HELLO) ([^ ]+ [^ ,]+) ago", " ".join(map(str, rows)))
    assert set(silences) <= {"28.3 s", "28.4 s"}


@PASSES
@pytest.mark.parametrize("ahead", [-26, -3, 0, 3, 26])
def test_who_is_no_member_is_killed_for_its_hello(tshark, passes, ahead):
    """How long ago that was, 60 us, is no silence."""
    sent = lives_twice(0)
    outside = header(seq=160, flags=NOACK, srcid=1, tgtid=0) + b"\x05"
    sent += [(Sent(60, "192.0.2.3", hello(3, 4, 2, 4)), place) for place in (NODE_1, NODE_3)]
    sent += [(Sent(60.00006, "192.0.2.1", outside, "192.0.2.3"), place)
             for place in (NODE_1, NODE_3)]
    path = write_sent(tshark, f"cman-killed-for-hello-{ahead}.pcapng", by_clocks(sent, ahead))
    words = [row[0] for row in fields(tshark, path, "cman.kill && cman.tgtid == 0",
                                      "cluster.event", passes=passes) if row[0]]
    assert len(words) == 1 and " last " not in words[0]
    assert re.match(r"node 1 (hears node 3 again, which was removed, and kills it|kills node 3, "
                    r"which is no member to it, right after its HELLO in frame \d+)$", words[0])
