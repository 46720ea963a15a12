# SPDX-License-Identifier: GPL-2.0-or-later
"""Captures that lack a piece of a story in their middle, or have it by two clocks:
what connection managers are said to have done there.  Each story is whole as it is
made; what is taken out of it says what may not be told."""
import pytest

import nisca_cnx_make as cnx
import nisca_cnx_story as story_of
import nisca_make as make
from nisca_cnx_story import NODES, S, VAX1, VAX2, VAX3, Story, begun, ph2, told
from test_nisca_cnx_claims import VAX4, admit, changes, describe, propose, words_of


def cut(story, first, last=None, sender=None):
    """Without what was sent in that time, by one node only if it is named; HELLOs go to
    all and stay then."""
    last = story.now if last is None else last
    story.frames = [(ms, data) for ms, data in story.frames if not first <= ms < last
                    or (sender and (data[6:12] != sender.lan() or data[0] & 1))]


def joined():
    """VAX1 and VAX2 admit VAX3 with the id 4, and all of them are heard."""
    story = begun()
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2)], (VAX3, 3), 4)
    return story


def of_four():
    story = begun((VAX1, VAX2), (VAX1, VAX3), (VAX1, VAX4))
    story.hello(VAX4)
    story.say(VAX4, VAX1, cnx.ack_only(0, 0))
    return story


def steps(story, others, xtn_id, code, numbers, late=None):
    for number in numbers:
        story.step(VAX1, others, xtn_id, code, number, late if number == 5 else None)


# --- A direction that is missing for a while ----------------------------------------------

def test_an_answer_that_is_not_captured_was_given(tshark):
    """Nothing is committed before all have accepted: the PH2 is there."""
    story = begun()
    story.say(VAX3, VAX1, cnx.ack_only(0, 0))
    first = story.now
    propose(story, VAX1, [VAX2, VAX3], cnx.RECONFIG, 4, [1, 2, 3])
    cut(story, first, sender=VAX3)
    ph2(story, VAX1, [VAX2, VAX3], 4)
    row, = tshark.table(story.capture(tshark), "nisca,transitions")
    assert row["Accepted"] == ">= 1 of 2"


def test_who_was_last_is_not_known_of_some(tshark):
    """VAX4 holds up step 5; its READYs are not in the capture."""
    story = of_four()
    first = story.now
    propose(story, VAX1, [VAX2, VAX3, VAX4], cnx.RECONFIG, 4, [1, 2, 3, 4])
    ph2(story, VAX1, [VAX2, VAX3, VAX4], 4)
    steps(story, [VAX2, VAX3, VAX4], 4, 3, range(1, 13), (VAX4, 900))
    cut(story, first, sender=VAX4)
    story.idle(15, *NODES)
    over, = [w for w in words_of(tshark, story) if "is over" in w]
    assert "step 5 the longest with 901 ms; the last one came" in over


def test_a_coordinator_that_is_not_captured_any_more(tshark):
    """All twelve steps are done; from the fifth on the capture lacks what VAX1 sends."""
    story = joined()
    steps(story, [VAX2, VAX3], 4, 2, range(1, 5))
    first = story.now
    steps(story, [VAX2, VAX3], 4, 2, range(5, 13))
    cut(story, first, sender=VAX1)
    story.idle(20, *NODES)
    assert not [w for w in words_of(tshark, story) if "waiting" in w]
    assert "waits" not in changes(tshark, story)[0][3]


def test_acknowledgments_that_are_not_captured(tshark):
    """VAX1 acknowledges what VAX2 sent, and the capture does not have it."""
    story = begun((VAX1, VAX2))
    story.say(VAX2, VAX1, cnx.ack_only(0, 0))
    story.say(VAX1, VAX2, cnx.ack_only(0, 0))
    first = story.now
    for _ in range(2):
        story_of.lock_traffic(story, VAX1, VAX2)
        story.say(VAX2, VAX1, cnx.ack_only(0, 0))
    story.wait(15 * S)
    cut(story, first, sender=VAX2)
    story.connect(VAX1, VAX2)
    story_of.statuses(story, VAX1, VAX2, {VAX1: 1})
    assert not [w for w in words_of(tshark, story) if w.startswith("Message")]


# --- A hole -----------------------------------------------------------------------------------

def test_steps_in_a_hole(tshark):
    """The numbers of the next messages show that some are missing after step 5."""
    story = joined()
    steps(story, [VAX2, VAX3], 4, 2, range(1, 6))
    first = story.now
    steps(story, [VAX2, VAX3], 4, 2, range(6, 13))
    cut(story, first)
    for node in (VAX2, VAX3):
        story.say(VAX1, node, cnx.ack_only(0, 0))
    story.idle(15, *NODES)
    assert not [w for w in words_of(tshark, story) if "is over" in w]


def test_a_ready_in_a_hole(tshark):
    """VAX3 is ready with step 5, then nothing is captured until lock traffic."""
    story = joined()
    steps(story, [VAX3, VAX2], 4, 2, range(1, 5))
    first = story.now + 0.3
    steps(story, [VAX3, VAX2], 4, 2, range(5, 13))
    cut(story, first)
    story_of.lock_traffic(story, VAX2, VAX1)
    story.idle(15, *NODES)
    assert not [w for w in words_of(tshark, story) if "waiting" in w]


def test_a_commitment_in_a_hole(tshark):
    """Steps show that VAX3 was removed; then VAX2 is, and not VAX3 once more."""
    story = of_four()
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2), (VAX4, 4)], (VAX3, 3), 4)
    propose(story, VAX1, [VAX2, VAX4], cnx.RECONFIG, 5, [1, 2, 4])
    first = story.now
    ph2(story, VAX1, [VAX2, VAX4], 5)
    cut(story, first)
    steps(story, [VAX2, VAX4], 5, 3, range(1, 13))
    propose(story, VAX1, [VAX4], cnx.RECONFIG, 6, [1, 4])
    ph2(story, VAX1, [VAX4], 6)
    assert changes(tshark, story)[2] == ("RECONFIG", "VAX1", "VAX2", "committed")


def hole_after_a_proposal(function, members, next_function, next_members):
    """Of VAX1 to VAX4; members are 1, 2, 3, 4 before it.  Its commitment and steps are not in the
    capture, the next transition is."""
    story = of_four()
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2), (VAX4, 4)], (VAX3, 3), 4)
    propose(story, VAX1, [VAX2, VAX4], function, 5, members)
    first = story.now
    ph2(story, VAX1, [VAX2, VAX4], 5)
    steps(story, [VAX2, VAX4], 5, 3, range(1, 13))
    cut(story, first)
    propose(story, VAX1, [VAX4], next_function, 6, next_members)
    ph2(story, VAX1, [VAX4], 6)
    return story


def test_a_removal_in_a_hole_is_not_told_with_the_next_one(tshark):
    """VAX3 leaves with the id 5, VAX2 with the id 6."""
    story = hole_after_a_proposal(cnx.RECONFIG, [1, 2, 4], cnx.RECONFIG, [1, 4])
    assert changes(tshark, story)[1:] == [
        ("RECONFIG", "VAX1", "-", "not committed in this capture"),
        ("RECONFIG", "VAX1", "VAX2", "committed")]
    words = words_of(tshark, story)
    assert not [w for w in words if "removed" in w and "VAX3" in w]
    assert [w.split(";")[0] for w in words if "proposes to remove" in w] == [
        "VAX1 proposes to remove VAX3", "VAX1 proposes to remove VAX2"]


def test_who_comes_back_after_a_removal_in_a_hole_joins(tshark):
    """Index 3 leaves with the id 5; with the id 6 it is a member: whether anew is not known, as
    nothing tells that the id 5 was committed. Index 5 joins for sure."""
    story = hole_after_a_proposal(cnx.RECONFIG, [1, 2, 4], cnx.JOIN, [1, 2, 3, 4, 5])
    assert changes(tshark, story)[2][:3] == ("JOIN", "VAX1", "CSID index 5")


@pytest.mark.parametrize("xtn_id", [5, 6])
def test_a_proposal_that_died_with_its_coordinator_removed_nobody(tshark, xtn_id):
    """VAX1 wants to remove VAX3 and dies; nothing is missing.  VAX2 removes both."""
    story = of_four()
    story.open(VAX2, VAX4)
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2), (VAX4, 4)], (VAX3, 3), 4)
    propose(story, VAX1, [VAX2, VAX4], cnx.RECONFIG, 5, [1, 2, 4])
    story.idle(21, VAX2)
    propose(story, VAX2, [VAX4], cnx.RECONFIG, xtn_id, [2, 4])
    ph2(story, VAX2, [VAX4], xtn_id)
    assert changes(tshark, story)[2] == ("RECONFIG", "VAX2", "VAX1, VAX3", "committed")


def test_an_index_is_given_out_again_in_a_hole(tshark):
    """To VAX4, after VAX3 was removed.  The next transitions are of VAX4."""
    story = of_four()
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2)], (VAX3, 3), 4)
    first = story.now
    propose(story, VAX1, [VAX2], cnx.RECONFIG, 5, [1, 2])
    ph2(story, VAX1, [VAX2], 5)
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2)], (VAX4, 3), 6)
    cut(story, first)
    propose(story, VAX1, [VAX4], cnx.RECONFIG, 7, [1, 3])
    ph2(story, VAX1, [VAX4], 7)
    propose(story, VAX1, [VAX2], cnx.RECONFIG, 8, [1])
    ph2(story, VAX1, [VAX2], 8)
    words = words_of(tshark, story)
    assert not [w for w in words[2:] if "VAX3" in w], words
    assert changes(tshark, story)[2] == ("RECONFIG", "VAX1", "CSID index 3", "committed")


def test_an_index_of_a_join_that_failed(tshark):
    """VAX3 did not become a member, VAX4 got its index; its DESC is not captured."""
    story = of_four()
    describe(story, VAX1, [(VAX1, 1), (VAX2, 2)], (VAX3, 3), 4)
    propose(story, VAX1, [VAX2, VAX3], cnx.JOIN, 4, [1, 2, 3])
    propose(story, VAX1, [VAX2, VAX4], cnx.JOIN, 5, [1, 2, 3])
    ph2(story, VAX1, [VAX2, VAX4], 5, 2)
    assert [row[2] for row in changes(tshark, story)] == ["-", "CSID index 3"]


def test_numbers_of_a_connection_whose_beginning_is_in_a_hole(tshark):
    """VAX1 boots unseen; its first numbers are those that it had used before."""
    story = Story()
    story.connect(VAX1, VAX2)
    for _ in range(8):
        story_of.lock_traffic(story, VAX1, VAX2)
    first = story.now
    story.connect(VAX1, VAX2)
    story_of.statuses(story, VAX1, VAX2, {VAX2: 1})
    cut(story, first)
    for _ in range(3):
        story_of.lock_traffic(story, VAX1, VAX2)
    assert not [w for w in words_of(tshark, story) if "again" in w]


@pytest.mark.parametrize("back", [0, 20])
def test_messages_of_another_process_are_not_sent_again(tshark, back):
    """They look like those of the connection manager, and have an old number."""
    story = begun((VAX1, VAX2))
    story_of.lock_traffic(story, VAX1, VAX2)
    number = story.seq[VAX1, VAX2] - back
    body = bytes(cnx.message(1, number, 5, 0x1234, facility=cnx.LCK))
    story.sequenced(VAX1, VAX2, make.scs(make.APPL_MSG, 0x77000, 0x66000, body))
    story_of.lock_traffic(story, VAX1, VAX2)
    assert not [w for w in words_of(tshark, story) if "again" in w]


# --- Nodes ------------------------------------------------------------------------------------

def test_a_satellite_boots_before_it_is_removed(tshark):
    """It says that it is in no cluster: the removal is that of its life before."""
    story = joined()
    story.idle(12, VAX1, VAX2)
    story.hello(*NODES)
    story.connect(VAX1, VAX3)
    story_of.statuses(story, VAX1, VAX3, {VAX1: 3})
    propose(story, VAX1, [VAX2], cnx.RECONFIG, 5, [1, 2])
    ph2(story, VAX1, [VAX2], 5)
    story.hello(VAX3)
    first = len(words_of(tshark, story))
    story.say(VAX3, VAX1, cnx.transition(cnx.ENTER, 0, 0, 0, 0, 2))
    admit(story, VAX1, [(VAX1, 1), (VAX2, 2)], (VAX3, 4), 6)
    propose(story, VAX1, [VAX2], cnx.RECONFIG, 7, [1, 2])
    ph2(story, VAX1, [VAX2], 7)
    story.hello(VAX3)
    words = words_of(tshark, story)
    assert words[first - 1].endswith("its proposal: removed VAX3; members are VAX1, VAX2")
    # Its second removal is that of a member, which goes on.
    assert [n for n, w in enumerate(words) if "goes on" in w] == [len(words) - 1]


def test_an_address_is_known_of_small_numbers_only(tshark):
    """SCSSYSTEMID is wider than the address that its low half would make."""
    story = begun()
    story.ask(VAX1, VAX2, cnx.desc(0, 0, 4, 0, VAX3.number, 3).put(22, "H", 1))
    propose(story, VAX1, [VAX2], cnx.JOIN, 4, [1, 2, 3])
    ph2(story, VAX1, [VAX2], 4, 2)
    assert changes(tshark, story) == [("JOIN", "VAX1", "CSID index 3", "committed")]


def test_a_connection_that_is_refused(tshark):
    story = begun((VAX1, VAX2))
    story_of.lock_traffic(story, VAX1, VAX2)
    data = cnx.connect_data(2, nodes=2, received=7)
    story.sequenced(VAX1, VAX2, cnx.connect(0, 0, 0x90000, data))
    story.sequenced(VAX2, VAX1, make.scs(4, 0x90000, 0, bytes(4)))
    assert words_of(tshark, story) == ["VAX1 asks to make its connection to VAX2 again; it has "
                                       "received messages up to 7"]


# --- Two clocks ----------------------------------------------------------------------------------

@pytest.mark.parametrize("ahead", [5, 300, 3000, 25_000])
def test_two_ports_and_two_clocks(tshark, ahead):
    """VAX2's port at one place, VAX3's at another, whose clock is ahead (ms): the file has
    the DESC to VAX3 after the proposal to VAX2, and it is one transition."""
    story = story_of.incident(False)
    seen = [(ms + ahead * point, make.stamped(ms, data), point) for ms, data in story.frames
            for point, node in ((0, VAX2), (1, VAX3))
            if data[0] & 1 or node.lan() in (data[:6], data[6:12])]
    capture = make.capture(tshark, sorted(seen, key=lambda frame: frame[0]))
    assert [(row["Kind"], row["Coordinator"], row["Joined or removed"])
            for row in tshark.table(capture, "nisca,transitions")] == [
        ("JOIN", "VAX1", "VAX3"), ("QUORUM", "VAX2", "-"), ("RECONFIG", "VAX1", "VAX3")]
    removal, = [w for _, w in told(tshark, capture) if "removed" in w]
    assert "removed VAX3 (23.0 s after its last frame" in removal
