# SPDX-License-Identifier: GPL-2.0-or-later
"""What connection managers are said to have done is true whatever the capture
lacks, and whichever clusters share the LAN.  What is true is how a story was
made; what it may not say follows from what it lacks."""
import random

import pytest

import nisca_cnx_make as cnx
import nisca_cnx_story as story_of
import nisca_make as make
from nisca_cnx_story import (MS, S, VAX1, VAX2, VAX3, begun, events_of, ph2, told,
                             transitions)
from nisca_frames import frames

VAX4, VAX5, VAX6 = (make.Node(f"VAX{number}", 1024 + number) for number in (4, 5, 6))
LATER = cnx.FORMED + 5_000_000_000
# Words for faults; the incident has none but the removal and the broken circuit.
FAULTS = ("not committed", "broken off", "waiting", "no progress", "goes on after", "Two ",
          "never acknowledged by", "would hang", "is 1 at", "is 3 at", "change something")


def describe(story, coordinator, members, newcomer, xtn_id):
    """DESC of all members and the coordinator to the newcomer, of it to them;
    `members` and `newcomer` are (node, index)."""
    for node, index in members:
        story.ask(coordinator, newcomer[0], cnx.desc(0, 0, xtn_id, 0, node.number, index))
        if node != coordinator:
            story.ask(coordinator, node, cnx.desc(0, 0, xtn_id, 0, newcomer[0].number,
                                                  newcomer[1]))


def propose(story, coordinator, others, function, xtn_id, members, **values):
    for node in others:
        story.ask(coordinator, node, cnx.proposal(function, 0, 0, xtn_id, 0, members, 2, **values),
                  f"propose {xtn_id} {node.name}")


def admit(story, coordinator, members, newcomer, xtn_id, **values):
    """A whole JOIN but for its steps."""
    others = [node for node, _ in members if node != coordinator] + [newcomer[0]]
    describe(story, coordinator, members, newcomer, xtn_id)
    propose(story, coordinator, others, cnx.JOIN, xtn_id,
            [index for _, index in [*members, newcomer]], **values)
    ph2(story, coordinator, others, xtn_id, 2)


def words_of(tshark, story):
    return [words for _, words in told(tshark, story.capture(tshark))]


def changes(tshark, story):
    """(kind, coordinator, who joined or was removed, outcome) of each transition."""
    return transitions(tshark, story.capture(tshark), "Kind", "Coordinator", "Joined or removed",
                       "Outcome")


def no_faults(words):
    return not [w for w in words if any(fault in w for fault in FAULTS)]


# --- A capture that lacks something ------------------------------------------------

START_AT = ("enter", "reslock VAX2", "lock VAX3", "desc VAX2", "vec VAX2", "join VAX2",
            "join VAX3 answer", "ph2 VAX2", "ph2 VAX3", "ready 1 VAX3", "ready 5 VAX2",
            "dostep 12 VAX3", "quorum ph2 VAX3", "topology", "removal ph2")


@pytest.mark.parametrize("first", START_AT)
def test_capture_begins_late(tshark, first):
    """In the middle of a transition: VAX3 joins or nobody does, VAX3 is removed
    or an index, and no fault is made up."""
    story = story_of.incident(False)
    capture = story.capture(tshark, story.names[first] - 1)
    words = [words for _, words in told(tshark, capture)]
    assert no_faults(words), words
    rows = transitions(tshark, capture, "Joined or removed", "Outcome")
    who = [name for name, _ in rows]
    knows_map = story.names[first] <= story.names["join VAX3"]
    knows_removal = story.names[first] <= story.names["reconfig"]
    # Before its first HELLO it has no name, without its DESC an index.
    assert set(who) <= {"VAX3", "1.3", "CSID index 3", "-"}
    assert [name != "-" for name in who[-3:]] == [
        knows_map, False, knows_map and knows_removal][-len(who):]
    assert {outcome for _, outcome in rows} <= {"committed", "committed, proposal not seen"}
    if knows_map and knows_removal:
        assert sum("removed VAX3" in w or "removed CSID index 3" in w for w in words) == 1


@pytest.mark.parametrize("node", [VAX1, VAX2, VAX3], ids=lambda node: node.name)
@pytest.mark.parametrize("hellos", [True, False], ids=["with HELLOs", "without HELLOs"])
def test_one_direction(tshark, node, hellos):
    """What one node sends is not in the capture, as at a port that copies one
    way; HELLOs go to all."""
    story = story_of.incident(False)
    story.frames = [(ms, data) for ms, data in story.frames
                    if data[6:12] != node.lan() or (hellos and data[0] & 1)]
    words = words_of(tshark, story)
    assert no_faults(words), words
    for row in tshark.table(story.capture(tshark), "nisca,transitions"):
        assert row["Accepted"] in ("-", "1 of 1", "2 of 2", ">= 1 of 2"), row
        assert row["Outcome"] in ("committed", "committed, proposal not seen",
                                  "coordinator not captured"), row
        assert row["Outcome"].startswith("coordinator") == (
            {VAX1: "1", VAX2: "2", VAX3: "3"}[node] == row["Coordinator"][-1])


@pytest.mark.parametrize("size", [68, 96, 128])
def test_short_snap_length(tshark, size):
    """At 96 and 128 bytes the headers are there, and no node map."""
    story = story_of.incident(False)
    capture = make.capture(tshark, story.frames, size)
    words = [words for _, words in told(tshark, capture) if not words.startswith("The circuit")]
    assert no_faults(words), words
    rows = tshark.table(capture, "nisca,transitions")
    assert tshark.table(capture, "nisca,transitions", "-2") == rows
    if size == 68:
        assert rows == [] and words == []
        return
    assert [tuple(row[heading] for heading in (
        "Kind", "Coordinator", "Joined or removed", "Accepted", "Steps", "Outcome"))
            for row in rows] == [
        ("JOIN", "VAX1", "-", "2 of 2", "12", "committed"),
        ("QUORUM", "VAX2", "-", "2 of 2", "0", "committed"),
        ("RECONFIG", "VAX1", "-", "1 of 1", "12", "committed")]
    assert [w for w in words if "proposes" in w] == [
        "VAX1 proposes to admit a node (transition 1)",
        "VAX2 proposes to change votes or quorum (transition 2)",
        "VAX1 proposes to remove a node (transition 3)"]


def test_an_unseen_transition(tshark):
    """The capture has a gap: VAX2 was removed unseen, then VAX3 is. Ids show that
    what is known of the members is old."""
    story = begun()
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2)], (VAX3, 3), 4)
    story.wait(60 * S)
    propose(story, VAX1, [VAX2], cnx.RECONFIG, 6, [1])
    ph2(story, VAX1, [VAX2], 6)
    assert changes(tshark, story)[1] == ("RECONFIG", "VAX1", "-", "committed")


def test_a_commitment_without_its_proposal(tshark):
    """It changed the members, so that the map before it holds no more."""
    story = begun()
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2)], (VAX3, 3), 4)
    ph2(story, VAX1, [VAX2], 5)
    propose(story, VAX1, [VAX2], cnx.RECONFIG, 6, [1, 2])
    ph2(story, VAX1, [VAX2], 6)
    assert [row[2] for row in changes(tshark, story)] == ["VAX3", "-", "-"]


# --- Clusters ------------------------------------------------------------------------

def two_clusters():
    """VAX1 and VAX2 admit VAX3 while VAX5, of a cluster of its own, admits VAX6:
    both with the id 4, and each has an index 1 and 2."""
    story = begun((VAX1, VAX2), (VAX1, VAX3), (VAX5, VAX6))
    story.hello(VAX5, VAX6)
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2)], (VAX3, 3), 4)
    story.step(VAX1, [VAX2, VAX3], 4, 2, 1)
    story.say(VAX3, VAX1, cnx.step(cnx.READY, 0, 0, 4, 2, 77))
    admit(story, VAX5, [(VAX5, 1)], (VAX6, 2), 4, formed=LATER, founder=1029)
    story.say(VAX2, VAX1, cnx.step(cnx.READY, 0, 0, 4, 2, 78))
    story.say(VAX1, VAX2, cnx.step(cnx.DOSTEP, 0, 0, 4, 2))
    story.wait(S)
    propose(story, VAX1, [VAX2], cnx.RECONFIG, 5, [1, 2])
    ph2(story, VAX1, [VAX2], 5)
    return story


def test_two_clusters_in_one_group(tshark):
    story = two_clusters()
    assert changes(tshark, story) == [
        ("JOIN", "VAX1", "VAX3", "committed"), ("JOIN", "VAX5", "VAX6", "committed"),
        ("RECONFIG", "VAX1", "VAX3", "committed")]
    words = words_of(tshark, story)
    assert [w for w in words if w.startswith("Two")] == [
        "Two clusters share group 1: VAX1 is in one, VAX5 in another, which were formed at "
        "different times"]
    assert no_faults([w for w in words if not w.startswith("Two clusters")])


def test_parameters_of_two_clusters_may_differ(tshark):
    story = begun((VAX1, VAX2), (VAX5, VAX6), (VAX2, VAX5))
    story_of.statuses(story, VAX1, VAX2, {VAX1: 2, VAX2: 2})
    for one, other in ((VAX5, VAX6), (VAX6, VAX5)):
        body = cnx.status(0, 0, 2, expected_votes=1, qdskvotes=1).put(28, "Q", LATER)
        story.say(one, other, body)
    assert not [w for w in words_of(tshark, story) if "_VOTES" in w or "QDSKVOTES" in w]


def test_quorum_disk_votes_differ(tshark):
    story = begun((VAX1, VAX2), (VAX1, VAX3))
    story_of.statuses(story, VAX1, VAX2, {VAX1: 1}, VAX1={"qdskvotes": 1}, VAX2={"qdskvotes": 1})
    story_of.statuses(story, VAX1, VAX3, {VAX1: 1}, VAX1={"qdskvotes": 1}, VAX3={"qdskvotes": 2})
    assert words_of(tshark, story) == ["QDSKVOTES is 2 at VAX3, and 1 at VAX1"]


def formed(story, xtn_id, when):
    describe(story, VAX1, [(VAX1, 1)], (VAX2, 2), xtn_id)
    propose(story, VAX1, [VAX2], cnx.FORM, xtn_id, [1, 2], formed=when)
    ph2(story, VAX1, [VAX2], xtn_id, 1)
    story.step(VAX1, [VAX2], xtn_id, 1, 1)
    story.say(VAX2, VAX1, cnx.ack_only(0, 0))


def test_formed_and_formed_anew(tshark):
    """Both nodes go down and form another cluster, with the same id as before."""
    story = begun((VAX1, VAX2))
    formed(story, 3, cnx.FORMED)
    story.idle(60, VAX1, VAX2)
    story.connect(VAX1, VAX2)
    story_of.statuses(story, VAX1, VAX2, {})
    first = len(story.frames) + 1
    formed(story, 3, LATER)
    capture = story.capture(tshark)
    assert changes(tshark, story) == [("FORM", "VAX1", "VAX1, VAX2", "committed")] * 2
    decoded = frames(tshark, capture)
    assert {number for frame in decoded[first - 1:]
            for number in frame.values("nisca.cnx.transition.number")} == {2}
    words = [words for _, words in told(tshark, capture)]
    assert no_faults(words), words
    assert sum("form a cluster of VAX1, VAX2;" in w for w in words) == 2


def test_a_node_comes_back_under_another_index(tshark):
    story = begun()
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2)], (VAX3, 3), 4)
    propose(story, VAX1, [VAX2], cnx.RECONFIG, 5, [1, 2])
    ph2(story, VAX1, [VAX2], 5)
    story.wait(120 * S)
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2)], (VAX3, 4), 6)
    assert changes(tshark, story) == [
        ("JOIN", "VAX1", "VAX3", "committed"), ("RECONFIG", "VAX1", "VAX3", "committed"),
        ("JOIN", "VAX1", "VAX3", "committed")]


def test_an_index_is_used_again(tshark):
    """VAX4 gets the index that VAX3 had; its DESC is not in the capture."""
    story = begun((VAX1, VAX2), (VAX1, VAX3), (VAX1, VAX4))
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2)], (VAX3, 3), 4)
    propose(story, VAX1, [VAX2], cnx.RECONFIG, 5, [1, 2])
    ph2(story, VAX1, [VAX2], 5)
    propose(story, VAX1, [VAX2, VAX4], cnx.JOIN, 6, [1, 2, 3])
    ph2(story, VAX1, [VAX2, VAX4], 6, 2)
    assert changes(tshark, story)[2] == ("JOIN", "VAX1", "CSID index 3", "committed")


@pytest.mark.parametrize("described", [True, False])
def test_the_newcomer_has_not_the_highest_index(tshark, described):
    """The first transition of the capture gives index 2 out again: DESC tells
    who is new, or nobody does."""
    story = begun()
    if described:
        describe(story, VAX1, [(VAX1, 1), (VAX3, 3)], (VAX2, 2), 9)
    propose(story, VAX1, [VAX3, VAX2], cnx.JOIN, 9, [1, 2, 3], next_index=3)
    ph2(story, VAX1, [VAX3, VAX2], 9, 2)
    assert changes(tshark, story) == [("JOIN", "VAX1", "VAX2" if described else "-", "committed")]


# --- Coordinators ----------------------------------------------------------------------

def test_the_coordinator_dies_in_a_step(tshark):
    """All are ready with step 5; VAX1 says no DOSTEP any more, and is removed."""
    story = begun()
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2)], (VAX3, 3), 4)
    for number in range(1, 5):
        story.step(VAX1, [VAX2, VAX3], 4, 2, number)
    for node in (VAX2, VAX3):
        story.rspid += 0x10000
        story.say(node, VAX1, cnx.step(cnx.READY, 0, 0, 4, 5, story.rspid))
    story.idle(20, VAX2, VAX3)
    story.ask(VAX2, VAX3, cnx.transition(cnx.TRNSTS, 0, 0, 4, 0x60, 2), "trnsts")
    propose(story, VAX2, [VAX3], cnx.RECONFIG, 5, [2, 3])
    ph2(story, VAX2, [VAX3], 5)
    words, decoded = events_of(tshark, story)
    assert [w for w in words if "waiting" in w] == [
        "Transition 1 has made no progress for 10.0 s in step 5, waiting for VAX1, the "
        "coordinator",
        "Transition 1 was broken off in step 5, waiting for VAX1, the coordinator"]
    assert changes(tshark, story) == [("JOIN", "VAX1", "VAX3", "broken off in step 5"),
                                      ("RECONFIG", "VAX2", "VAX1", "committed")]
    assert not [w for w in words if w.startswith("Two")]
    # Whom TRNSTS asks about whom, nobody knows: it begins no transition.
    assert "nisca.cnx.transition.number" not in decoded[story.names["trnsts"] - 1]


def test_a_node_may_wait_for_one_that_is_not_captured(tshark):
    """At the port of VAX2: whether VAX3 is ready is not known, so that nobody
    can say who holds up the step."""
    story = begun()
    propose(story, VAX1, [VAX2], cnx.JOIN, 4, [1, 2, 3])
    ph2(story, VAX1, [VAX2], 4, 2)
    story.step(VAX1, [VAX2], 4, 2, 1)
    story.say(VAX2, VAX1, cnx.step(cnx.READY, 0, 0, 4, 2, 77))
    story.idle(20, VAX1, VAX2, VAX3)
    assert not [w for w in words_of(tshark, story) if "waiting" in w]


def test_another_takes_the_place_of_a_dead_coordinator(tshark):
    """VAX1 dies before it commits; VAX2 proposes under the same id, without it."""
    story = begun()
    propose(story, VAX1, [VAX2, VAX3], cnx.RECONFIG, 6, [1, 2, 3])
    story.idle(21, VAX2, VAX3)
    propose(story, VAX2, [VAX3], cnx.RECONFIG, 6, [2, 3])
    ph2(story, VAX2, [VAX3], 6)
    words, decoded = events_of(tshark, story)
    assert not any("nisca.cnx.two_coordinators" in frame.experts() for frame in decoded)
    assert "Transition 1 was not committed in this capture, waiting for VAX1, the coordinator" \
        in words


def test_two_coordinators_are_told(tshark):
    story = begun()
    propose(story, VAX1, [VAX2], cnx.RECONFIG, 6, [1, 2])
    first = story.names["propose 6 VAX2"]
    ph2(story, VAX1, [VAX2], 6)
    story.wait(500 * MS)
    propose(story, VAX3, [VAX2], cnx.RECONFIG, 6, [2, 3])
    assert "Two coordinators: VAX3 proposes other members than VAX1 did 501 ms ago (frame " \
        f"{first})" in words_of(tshark, story)


def test_a_proposal_begins_again_with_fewer_nodes(tshark):
    """The same coordinator, the same id, and VAX3 no more: another transition."""
    story = begun()
    propose(story, VAX1, [VAX2, VAX3], cnx.RECONFIG, 6, [1, 2, 3])
    propose(story, VAX1, [VAX2], cnx.RECONFIG, 6, [1, 2])
    ph2(story, VAX1, [VAX2], 6)
    assert [row[-1] for row in changes(tshark, story)] == ["not committed in this capture",
                                                           "committed"]


# --- Messages that come twice --------------------------------------------------------------

def rexmt(data):
    return data[:30] + bytes([data[30] | 0x20]) + data[31:]


LOCK_COUNTS = ("Requests", "Look-ups", "Rebuilds", "Removals", "Answers", "Granted")


def lock_counts(tshark, capture):
    return [[row[heading] for heading in LOCK_COUNTS]
            for row in tshark.table(capture, "nisca,locks")]


def asks_for_a_lock(story, rspid=0x1e770001):
    story.say(VAX1, VAX2, cnx.lock_request(0, 0, rspid, b"DLMTA"), "lock")


@pytest.mark.parametrize("original", [True, False], ids=["both", "second only"])
def test_a_retransmission_counts_once(tshark, original):
    """By the transport; also when the capture has not the first one."""
    story = begun((VAX1, VAX2))
    asks_for_a_lock(story)
    data = story.frames[-1][1]
    if not original:
        story.frames.pop()
    story.wait(3 * S)
    story.add(rexmt(data))
    story.say(VAX2, VAX1, cnx.lock_answer(0, 0, 0x1e770001, 0xfa), "grant")
    assert lock_counts(tshark, story.capture(tshark)) == [["1", "0", "0", "0", "1", "1"]]


def test_copies_on_two_lans_count_once(tshark):
    story = begun((VAX1, VAX2))
    asks_for_a_lock(story)
    story.say(VAX2, VAX1, cnx.lock_answer(0, 0, 0x1e770001, 0xfa), "grant")
    both = [(ms + lan * 0.02, data, lan) for ms, data in story.frames for lan in (0, 1)]
    assert lock_counts(tshark, make.capture(tshark, both)) == [["1", "0", "0", "0", "1", "1"]]


def test_a_lock_request_that_a_reconnection_repeats_counts_once(tshark):
    story = begun((VAX1, VAX2))
    asks_for_a_lock(story)
    lost = story.seq[VAX1, VAX2]
    story.wait(14 * S)
    story.connect(VAX1, VAX2, 2, (story.seq[VAX2, VAX1], lost - 1), 2)
    story.say(VAX1, VAX2, cnx.lock_request(0, 0, 0x1e770001, b"DLMTA"), "again", lost)
    story.say(VAX2, VAX1, cnx.lock_answer(0, 0, 0x1e770001, 0xfa), "grant")
    capture = story.capture(tshark)
    assert lock_counts(tshark, capture) == [["1", "0", "0", "0", "1", "1"]]
    decoded = frames(tshark, capture)
    assert "nisca.cnx.resent" in decoded[story.names["again"] - 1].experts()
    assert decoded[story.names["grant"] - 1].values("nisca.cnx.request_frame") == [
        story.names["again"]]


def test_a_message_that_is_lost_and_never_comes_again(tshark):
    """After the reconnection the numbers go on above it: nothing is claimed."""
    story = begun((VAX1, VAX2))
    story.say(VAX1, VAX2, cnx.ack_only(0, 0))
    story.wait(14 * S)
    story.connect(VAX1, VAX2, 2, (story.seq[VAX2, VAX1], story.seq[VAX1, VAX2] - 1), 2)
    story.say(VAX1, VAX2, cnx.ack_only(0, 0))
    words, decoded = events_of(tshark, story)
    assert not any("nisca.cnx.resent" in frame.experts() for frame in decoded)
    assert not [w for w in words if " sends " in w and " again, " in w]


def test_response_ids_are_used_again(tshark):
    """An answer is for the latest request of its id; one that had none before
    stays without."""
    story = begun((VAX1, VAX2))
    asks_for_a_lock(story)
    first = story.names["lock"]
    story.wait(60 * S)
    asks_for_a_lock(story)
    story.say(VAX2, VAX1, cnx.lock_answer(0, 0, 0x1e770001, 0xfa), "grant")
    decoded = frames(tshark, story.capture(tshark), "-2")
    assert decoded[story.names["grant"] - 1].values("nisca.cnx.request_frame") == [
        story.names["lock"]]
    assert decoded[first - 1].values("nisca.cnx.response_frame") == []
    assert decoded[story.names["lock"] - 1].values("nisca.cnx.response_frame") == [
        story.names["grant"]]


# --- Other processes' messages -----------------------------------------------------------

def test_junk_of_other_processes_makes_no_story(tshark):
    """132 random bytes on connections without a name: no event, no transition."""
    chance = random.Random(132)
    story = begun((VAX1, VAX2))
    for number in range(2000):
        data = make.scs(make.APPL_MSG, 0x30000 + number % 50, 0x40000 + number % 50,
                        chance.randbytes(132))
        story.sequenced(VAX1, VAX2, data)
    capture = story.capture(tshark)
    assert [w for _, w in told(tshark, capture) if "circuit" not in w] == []
    assert tshark.table(capture, "nisca,transitions") == []


def unnamed(number, sender, to, data, ids=(1, 2)):
    """A sequenced message of a connection that was made before the capture."""
    message = make.scs(make.APPL_MSG, ids[1], ids[0], bytes(data))
    return 20 * number, make.tr(0x4b, sender, to, 0, number, message)


@pytest.mark.parametrize("passes", [(), ("-2",)], ids=["one pass", "two passes"])
def test_one_message_shows_what_a_connection_is_for(tshark, passes):
    """A function that nobody knows is one of the connection manager where others
    came before it, in either direction; not on another connection, and not where
    a message had another length."""
    odd, known = cnx.message(0x77, 1, 1), cnx.ack_only(1, 1)
    sent = [unnamed(1, VAX1, VAX2, odd), unnamed(2, VAX1, VAX2, known),
            unnamed(3, VAX1, VAX2, odd), unnamed(4, VAX1, VAX2, odd, (3, 4)),
            unnamed(5, VAX2, VAX1, odd, (2, 1)), unnamed(6, VAX1, VAX2, b"x" * 60, (5, 6)),
            unnamed(7, VAX1, VAX2, known, (5, 6)), unnamed(8, VAX1, VAX2, b"x" * 60),
            unnamed(9, VAX1, VAX2, known)]
    decoded = frames(tshark, make.capture(tshark, sent), *passes)
    assert ["nisca.cnx" in frame for frame in decoded] == [
        False, True, True, False, True, False, False, False, False]


@pytest.mark.parametrize("body", [
    cnx.transition(cnx.PH2, 1, 0, 4, 0x60, 2), cnx.step(cnx.DOSTEP, 1, 0, 4, 12)],
    ids=["PH2", "DOSTEP"])
def test_what_one_look_alike_tells_is_probable(tshark, body):
    """Bytes of another process may look like a PH2 or a DOSTEP: the tree says so of the
    message, the story of what it tells."""
    sent = [unnamed(1, VAX1, VAX2, body)]
    sent += [(3000 * n, make.cc(make.HELLO, VAX1)) for n in range(1, 6)]
    words = [w for _, w in told(tshark, make.capture(tshark, sent)) if "ransition" in w]
    assert len(words) == 1 and " is probably " in words[0]


@pytest.mark.parametrize("kind", story_of.LIMITS)
def test_limits_are_said_once(tshark, kind):
    path = story_of.write_limit(tshark.captures / "limit.pcap", kind)
    limited = tshark.frames(path, "nisca.cnx.limit")
    path.unlink()
    assert len(limited) == 1 and limited[0] > 4096


# --- Passes ---------------------------------------------------------------------------------

def test_two_passes_tell_the_same(tshark):
    capture = two_clusters().capture(tshark)
    assert told(tshark, capture, "-2") == told(tshark, capture)
    once, twice = frames(tshark, capture), frames(tshark, capture, "-2")
    for first, second in zip(once, twice):
        names = {name for name in second.fields if name.startswith("nisca.cnx")}
        forward = {"nisca.cnx.response_frame", "nisca.cnx.transition.end_frame",
                   "nisca.cnx.transition.number", "nisca.cnx.transition.coordinator",
                   "nisca.cnx.analysis"}
        assert names - forward == {name for name in first.fields
                                   if name.startswith("nisca.cnx")} - forward
