# SPDX-License-Identifier: GPL-2.0-or-later
"""What several messages of connection managers mean together: the story of a
cluster of three nodes, told from its first connection or from the middle, and
what goes wrong in other stories.  Expected values are those of the stories."""
import re
import struct

import pytest

import nisca_cnx_make as cnx
import nisca_cnx_story as story_of
import nisca_make as make
from nisca_cnx_story import (MS, S, STEPS, VAX1, VAX2, VAX3, begun, events_of, ph2, reconfig,
                             told, transitions)
from nisca_frames import frames

# --- The incident ----------------------------------------------------------------

@pytest.fixture(scope="module", params=[True, False], ids=["from the start", "from the middle"])
def incident(request, tshark):
    story = story_of.incident(request.param)
    capture = story.capture(tshark).rename(tshark.captures / f"incident-{request.param}.pcapng")
    return story, capture, frames(tshark, capture, "-2")


def expected_events(story):
    """By hand, from nisca_cnx_story.incident().  VAX3 was heard last when it sent
    its last HELLO before the 20 s of silence."""
    name, seq = story.names, story.seq
    last = max(number for number, (_, data) in enumerate(story.frames, 1)
               if data[6:12] == VAX3.lan() and number < name["removal ph2"])
    silence = (story.frames[name["removal ph2"] - 1][0] - story.frames[last - 1][0]) / S
    lost = seq[VAX1, VAX2] - 2 * STEPS  # the PH2, before the answers and DOSTEPs
    number, = struct.unpack_from("<H", story.frames[name["removal ph2"] - 1][1], 34)
    return {
        "enter": "VAX3 asks VAX1 for membership",
        "join VAX2": "VAX1 proposes to admit VAX3; members then: VAX1, VAX2, VAX3; quorum 2, "
                     "expected votes 3 (transition 1)",
        "ph2 VAX2": "Transition 1 is committed, 1.4 ms after its proposal: joined VAX3; members "
                    "are VAX1, VAX2, VAX3",
        "over 1": "Transition 1 is over: 12 steps in 1.0 s, step 5 the longest with 901 ms (VAX2 "
                  "was ready last)",
        "quorum VAX1": "VAX2 proposes to change votes or quorum (transition 2)",
        "quorum ph2 VAX1": "Transition 2 is committed, 1.4 ms after its proposal",
        "reconfig": "VAX1 proposes to remove VAX3; members then: VAX1, VAX2; quorum 2, votes 2 "
                    "(transition 3)",
        "removal ph2": "Transition 3 is committed, 0.7 ms after its proposal: removed VAX3 "
                       f"({silence:.1f} s after its last frame, frame {last}); members are VAX1, "
                       "VAX2",
        "broken": f"The circuit from VAX1 to VAX2 broke: message {number} in frame "
                  f"{name['removal ph2']} was sent once (from adapter EWA to EWA) and never "
                  "acknowledged; VAX2's HELLOs went on",
        "works": f"The circuit between VAX1 and VAX2 works again, 14.0 s after message "
                 f"{number} in frame {name['removal ph2']}, with which it broke",
        "connect": "VAX1 asks to make its connection to VAX2 again; it has received messages up to "
                   f"{seq[VAX2, VAX1] - 2 * STEPS + STEPS}",
        "removal ph2 again": f"VAX1 sends PH2 (number {lost}) to VAX2 again, 14.0 s later: it was "
                             "lost with the connection before",
        "over 3": "Transition 3 is over: 12 steps in 14.1 s",
    }


def without_times(words):
    """The table's words have times of day; that of a last step is checked on its own."""
    return re.sub(r"; the last one came .*| \(\d\d:\d\d:\d\d\.\d\)", "", words)


def at_its_begin(story, frame, words):
    """The table has the row of a break at the message, which is the commitment of the removal."""
    return story.names["removal ph2"] if " broke: " in words else frame


def known(frame, words):
    return f"; known from frame {frame}, 14.0 s later" if " broke: " in words else ""


def test_the_story(tshark, incident):
    story, capture, decoded = incident
    events = told(tshark, capture)
    expected = expected_events(story)
    assert [without_times(words) for _, words in events] == list(expected.values())
    for frame, words in events:
        if "is over" in words:
            last = max(number for number in range(1, frame)
                       if "nisca.cnx.transition.step" in decoded[number - 1])
            ago = (story.frames[frame - 1][0] - story.frames[last - 1][0]) / S
            assert words.endswith(f"; the last one came {ago:.1f} s ago")
    for (frame, words), name in zip(events, expected):
        if name in story.names:
            assert frame == story.names[name], words
    assert told(tshark, capture, "-2") == events
    timeline = tshark.story(capture)
    assert [(int(row["Frame"]), row["Cluster"], without_times(row["What happened"]))
            for row in timeline] == [
        (at_its_begin(story, frame, words), "NISCA 1", without_times(words) + known(frame, words))
        for frame, words in events]
    nodes = [row["Node"] for row in timeline]
    assert nodes[:8] == ["VAX3", "VAX1", "VAX1", "VAX1", "VAX2", "VAX2", "VAX1", "VAX1"]
    assert nodes[9:] == ["VAX1", "VAX1", "VAX1", "VAX1"]


def test_transitions_are_on_their_frames(incident):
    """DESC, VEC, proposals, PH2, READY, DOSTEP and answers; RESLOCK and LOCK get
    theirs from what follows.  ENTER and locks belong to none."""
    story, _, decoded = incident
    numbers = {name: decoded[frame - 1].values("nisca.cnx.transition.number")
               for name, frame in story.names.items()}
    for name in ("enter", "grant", "lock request", "redirect", "removal"):
        assert numbers[name] == [], name
    for name in ("reslock VAX2", "lock VAX2", "lock VAX3", "desc VAX1", "vec VAX2", "join VAX3",
                 "join VAX3 answer", "ph2 VAX3", "ready 12 VAX2", "dostep 1 VAX3"):
        wanted = [3] if story.names[name] > story.names["quorum ph2 VAX3"] else [1]
        assert numbers[name] == wanted, name
    assert numbers["quorum VAX3"] == numbers["quorum lock VAX1"] == [2]
    assert numbers["topology"] == numbers["removal ph2 again"] == [3]
    join = decoded[story.names["join VAX2"] - 1]
    assert join.text("nisca.cnx.transition.coordinator") == ["VAX1"]


def test_links_and_times(incident):
    story, _, decoded = incident

    def frame(name):
        return decoded[story.names[name] - 1]

    assert frame("join VAX3").values("nisca.cnx.transition.start_frame") == [
        story.names["join VAX2"]]
    assert frame("ph2 VAX2").values("nisca.cnx.transition.start_frame") == [
        story.names["join VAX2"]]
    assert frame("ph2 VAX2").text("nisca.cnx.transition.commit_time") == ["0.001400000"]
    assert frame("join VAX3").values("nisca.cnx.response_frame") == [
        story.names["join VAX3 answer"]]
    assert frame("join VAX3 answer").values("nisca.cnx.request_frame") == [
        story.names["join VAX3"]]
    assert frame("join VAX3 answer").text("nisca.cnx.response_time") == ["0.000500000"]
    assert frame("ph2 VAX2").text("nisca.cnx.transition.joined") == ["VAX3"]
    assert frame("removal ph2").text("nisca.cnx.transition.removed") == ["VAX3"]
    assert frame("removal ph2").experts() == ["nisca.cnx.removed"]
    again = frame("removal ph2 again")
    assert again.values("nisca.cnx.resent_of") == [story.names["removal ph2"]]
    assert again.experts() == ["nisca.cnx.resent"]
    assert 14.0 < float(again.text("nisca.cnx.resent_delta")[0]) < 14.01
    steps = [f for f in decoded if "nisca.cnx.step.duration" in f]
    assert len(steps) == 2 * STEPS
    slow, = [f for f in steps if float(f.text("nisca.cnx.step.duration")[0]) > 0.5]
    assert slow.values("nisca.cnx.transition.step") == [5]
    assert slow.text("nisca.cnx.step.slowest") == ["VAX2"]
    assert slow.text("nisca.cnx.step.wait") == ["0.900400000"]


def test_nothing_is_wrong_with_other_frames(incident):
    """A lock request without an answer, LOCKs with old ids: no fault."""
    story, _, decoded = incident
    named = {story.names["removal ph2"], story.names["removal ph2 again"]}
    loud = {number for number, frame in enumerate(decoded, 1)
            if any(name.startswith("nisca.cnx") for name in frame.experts())}
    assert loud == named
    assert not any(frame.malformed for frame in decoded)


def test_tables(tshark, incident):
    story, capture, _ = incident
    frame = {name: str(number) for name, number in story.names.items()}
    assert transitions(tshark, capture, "Group", "Number", "Kind", "Coordinator",
                       "Joined or removed", "Proposed in", "Accepted", "Committed after (s)",
                       "Steps", "Members", "Quorum", "Outcome") == [
        ("1", "1", "JOIN", "VAX1", "VAX3", frame["join VAX2"], "2 of 2", "0.001400", "12", "3",
         "2", "committed"),
        ("1", "2", "QUORUM", "VAX2", "-", frame["quorum VAX1"], "2 of 2", "0.001400", "0", "-",
         "-", "committed"),
        ("1", "3", "RECONFIG", "VAX1", "VAX3", frame["reconfig"], "1 of 1", "0.000700", "12", "2",
         "2", "committed")]
    headings = ("Resource", "Master (CSID)", "Requests", "Look-ups", "Rebuilds", "Removals",
                "Answers", "Granted", "Other master", "Requester master", "Min answer (s)",
                "Avg answer (s)", "Max answer (s)", "Group")
    assert tshark.table(capture, "nisca,locks") == [
        dict(zip(headings, ("F11B$aSYSDSK1+0x01000000", "-", "1", "0", "0", "0", "1", "1", "0",
                            "0", "0.000350", "0.000350", "0.000350", "1"), strict=True)),
        dict(zip(headings, ("DLMTA", "00010003", "1", "0", "0", "1", "1", "0", "1", "0",
                            "0.000650", "0.000650", "0.000650", "1"), strict=True))]


def test_info(tshark, incident):
    story, capture, _ = incident
    infos = [info for _, info in tshark.info(capture)]
    for name, verdict in (("ph2 VAX2", "Admits VAX3"), ("removal ph2", "Removes VAX3"),
                          ("removal ph2 again", "Sent again after a reconnection")):
        info = infos[story.names[name] - 1]
        assert info.startswith(f"APPL_MSG [{verdict}] ") and info.endswith(" CNX PH2")


def test_two_feeds_tell_one_story(tshark):
    """Each frame seen by two machines, the second 30 us later."""
    story = story_of.incident(False)
    both = [(ms + point * 0.03, data, point) for ms, data in story.frames for point in (0, 1)]
    single = story.capture(tshark)
    words = [words for _, words in told(tshark, single)]
    twice = make.capture(tshark, both)
    # The numbers of the frames are other ones, and there are places.
    number, place = re.compile(r"frame \d+"), ", first seen at interface 0"
    assert [number.sub("frame", w).replace(place, "") for _, w in told(tshark, twice)] == [
        number.sub("frame", w) for w in words]
    decoded = frames(tshark, twice)
    ph2, again = decoded[2 * story.names["ph2 VAX2"] - 2:][:2]
    for name in ("nisca.cnx.transition.number", "nisca.cnx.transition.joined"):
        assert again.values(name) == ph2.values(name) != []  # of the wire: said at each sighting
    assert again.values("nisca.capture.copy_of") and not again.experts()
    assert transitions(tshark, twice, "Kind", "Coordinator", "Joined or removed") == [
        ("JOIN", "VAX1", "VAX3"), ("QUORUM", "VAX2", "-"), ("RECONFIG", "VAX1", "VAX3")]


# --- Other stories -----------------------------------------------------------------

def test_without_desc_a_node_is_an_index(tshark):
    """But where all members take part, these are known."""
    story = begun()
    reconfig(story, VAX1, [VAX2], 6, [1, 2, 3])
    ph2(story, VAX1, [VAX2], 6)
    reconfig(story, VAX1, [VAX2], 7, [1, 2])
    ph2(story, VAX1, [VAX2], 7)
    words, decoded = events_of(tshark, story)
    assert words == [
        "VAX1 proposes to remove a node; members then: CSID index 1, CSID index 2, CSID index 3; "
        "quorum 2, votes 3 (transition 1)",
        "Transition 1 is committed, 0.7 ms after its proposal; members are CSID index 1, CSID "
        "index 2, CSID index 3",
        "VAX1 proposes to remove CSID index 3; members then: CSID index 1, CSID index 2; quorum "
        "2, votes 2 (transition 2)",
        "Transition 2 is committed, 0.7 ms after its proposal: removed CSID index 3; members are "
        "VAX1, VAX2"]
    assert decoded[-1].text("nisca.cnx.transition.removed") == ["CSID index 3"]


def test_another_cluster_has_another_map(tshark):
    """The formation time differs: nothing is known of the members before."""
    story = begun()
    reconfig(story, VAX1, [VAX2], 6, [1, 2, 3])
    ph2(story, VAX1, [VAX2], 6)
    reconfig(story, VAX1, [VAX2], 7, [1, 2], formed=cnx.FORMED + 99)
    ph2(story, VAX1, [VAX2], 7)
    words, _ = events_of(tshark, story)
    assert words[-1] == ("Transition 2 is committed, 0.7 ms after its proposal; members are VAX1, "
                         "VAX2")


def test_never_committed(tshark):
    """VAX3 does not answer; 5 s later the coordinator proposes to remove it."""
    story = begun()
    story.say(VAX3, VAX1, cnx.ack_only(0, 0))
    for node, answers in ((VAX2, True), (VAX3, False)):
        story.ask(VAX1, node, cnx.proposal(cnx.RECONFIG, 0, 0, 6, 0, [1, 2, 3], 2),
                  f"first {node.name}", answers)
    story.wait(5 * S)
    reconfig(story, VAX1, [VAX2], 7, [1, 2])
    words, decoded = events_of(tshark, story)
    assert words[1] == "Transition 1 was not committed in this capture, waiting for VAX3"
    second = decoded[story.names["reconfig VAX2"] - 1]
    assert second.experts() == ["nisca.cnx.missing", "nisca.cnx.not_committed"]
    assert second.text("nisca.cnx.transition.missing") == ["VAX3"]


def test_a_node_that_the_capture_does_not_hear_is_not_missing(tshark):
    """HELLOs go to all, answers to the coordinator alone."""
    story = begun()
    for node, answers in ((VAX2, True), (VAX3, False)):
        story.ask(VAX1, node, cnx.proposal(cnx.RECONFIG, 0, 0, 6, 0, [1, 2, 3], 2), None, answers)
    story.wait(5 * S)
    reconfig(story, VAX1, [VAX2], 7, [1, 2])
    words, decoded = events_of(tshark, story)
    assert words[1] == "Transition 1 was not committed in this capture"
    assert not any("nisca.cnx.transition.missing" in frame for frame in decoded)


def test_who_holds_up_a_step(tshark):
    story = begun()
    reconfig(story, VAX1, [VAX2, VAX3], 6, [1, 2, 3])
    ph2(story, VAX1, [VAX2, VAX3], 6)
    for number in range(1, 4):
        story.step(VAX1, [VAX2, VAX3], 6, 3, number)
    story.rspid += 0x10000
    story.say(VAX3, VAX1, cnx.step(cnx.READY, 0, 0, 6, 4, story.rspid))
    story.idle(12, VAX1, VAX3)
    reconfig(story, VAX1, [VAX3], 7, [1, 3])
    words, decoded = events_of(tshark, story)
    assert words[2] == "Transition 1 has made no progress for 10.0 s in step 4, waiting for VAX2"
    assert words[3] == "Transition 1 was broken off in step 4, waiting for VAX2"
    assert decoded[story.names["reconfig VAX3"] - 1].text("nisca.cnx.transition.missing") == [
        "VAX2"]
    (outcome,), *_ = transitions(tshark, story.capture(tshark), "Outcome")
    assert outcome == "broken off in step 4"


def test_two_coordinators(tshark):
    """The halves of a split: the same id, from two nodes, for other members."""
    story = begun()
    reconfig(story, VAX1, [VAX2], 6, [1, 2])
    ph2(story, VAX1, [VAX2], 6)
    story.wait(500 * MS)
    reconfig(story, VAX3, [VAX2], 6, [2, 3])
    _, decoded = events_of(tshark, story)
    loud = [number for number, frame in enumerate(decoded, 1)
            if "nisca.cnx.two_coordinators" in frame.experts()]
    other = decoded[loud[0] - 1]
    assert len(loud) == 1 and other.values("nisca.cnx.nodemap.index") == [2, 3]
    first = min(number for number, frame in enumerate(decoded, 1)
                if frame.values("nisca.cnx.nodemap.index") == [1, 2])
    assert other.values("nisca.cnx.transition.other_frame") == [first]


def test_one_coordinator_after_another(tshark):
    """An id that grows: VAX3 knows of the first transition."""
    story = begun()
    reconfig(story, VAX1, [VAX2], 6, [1, 2, 3])
    ph2(story, VAX1, [VAX2], 6)
    reconfig(story, VAX3, [VAX2], 7, [2, 3])
    _, decoded = events_of(tshark, story)
    assert not any("nisca.cnx.two_coordinators" in frame.experts() for frame in decoded)


@pytest.mark.parametrize("silence, alive", [(1, True), (30, False)])
def test_removed_but_alive(tshark, silence, alive):
    """A HELLO soon after the commitment; much later it is one of another boot."""
    story = begun()
    story.ask(VAX1, VAX2, cnx.desc(0, 0, 6, 0, VAX3.number, 3))
    reconfig(story, VAX1, [VAX2], 6, [1, 2, 3])
    ph2(story, VAX1, [VAX2], 6)
    reconfig(story, VAX1, [VAX2], 7, [1, 2])
    ph2(story, VAX1, [VAX2], 7)
    story.idle(silence - 0.2, VAX1)
    story.hello(VAX3)
    story.hello(VAX3)
    words, decoded = events_of(tshark, story)
    assert [w for w in words if "goes on" in w] == [
        "VAX3 goes on 800 ms after its removal: it will leave with CLUEXIT when it learns of it "
        "(inferred)"] * alive
    assert sum("nisca.cnx.alive" in frame.experts() for frame in decoded) == alive


def test_removed_after_its_bye(tshark):
    story = begun()
    story.ask(VAX1, VAX2, cnx.desc(0, 0, 6, 0, VAX3.number, 3))
    reconfig(story, VAX1, [VAX2], 6, [1, 2, 3])
    ph2(story, VAX1, [VAX2], 6)
    story.add(make.cc(make.BYE, VAX3), "bye")
    reconfig(story, VAX1, [VAX2], 7, [1, 2])
    ph2(story, VAX1, [VAX2], 7)
    words, _ = events_of(tshark, story)
    assert f"removed VAX3 (0.9 ms after its BYE, frame {story.names['bye']})" in words[-1]


def test_too_few_votes(tshark):
    """Two votes left, and a quorum of three; with a vote of the disk it is kept."""
    for disk, lost in ((0, True), (1, False)):
        story = begun()
        story.ask(VAX1, VAX2, cnx.proposal(cnx.RECONFIG, 0, 0, 6, 0, [1, 2], 3, votes=2,
                                           qdskvotes=disk), "reconfig")
        _, decoded = events_of(tshark, story)
        found = decoded[story.names["reconfig"] - 1]
        assert ("nisca.cnx.no_quorum" in found.experts()) == lost


def test_parameters_that_differ(tshark):
    story = begun()
    story_of.statuses(story, VAX1, VAX2, {VAX1: 1}, VAX1={"expected_votes": 1},
                      VAX2={"expected_votes": 3})
    story_of.statuses(story, VAX2, VAX3, {}, VAX2={"expected_votes": 3},
                      VAX3={"expected_votes": 3})
    words, decoded = events_of(tshark, story)
    assert words == ["EXPECTED_VOTES is 3 at VAX2, and 1 at VAX1"]
    assert sum("nisca.cnx.parameters" in frame.experts() for frame in decoded) == 1


def test_a_new_connection_forgets_the_old_numbers(tshark):
    """INITIAL: the count begins anew, and two messages are still owed."""
    story = begun((VAX1, VAX2))
    story_of.lock_traffic(story, VAX1, VAX2)
    story.say(VAX2, VAX1, cnx.ack_only(0, 0))
    first = story.seq[VAX1, VAX2] + 1
    story.say(VAX1, VAX2, cnx.ack_only(0, 0), "owed")
    story.say(VAX1, VAX2, cnx.transition(cnx.VEC, 0, 0, 4, 0x20, 2))
    story.connect(VAX1, VAX2)
    story_of.statuses(story, VAX1, VAX2, {})
    words, decoded = events_of(tshark, story)
    assert [w for w in words if "its circuit" not in w] == [
        f"Messages {first} to {first + 1} of VAX1 were never acknowledged by VAX2"]
    told_in, = [frame for frame in decoded if "nisca.cnx.unacked" in frame]
    assert told_in.values("nisca.cnx.unacked") == [2]
    assert told_in.values("nisca.cnx.unacked_frame") == [story.names["owed"]]
    assert told_in.values("nisca.scs.type") == [0]
    assert not any("nisca.cnx.resent" in frame.experts() for frame in decoded)


@pytest.mark.parametrize("seconds, owed", [(290, 1), (310, 0)])
def test_what_is_owed_is_forgotten(tshark, seconds, owed):
    """Five minutes of nothing: what a new connection means for the old one's messages is not
    known any more."""
    story = begun((VAX1, VAX2))
    story_of.lock_traffic(story, VAX1, VAX2)
    story.say(VAX2, VAX1, cnx.ack_only(0, 0))
    story.say(VAX1, VAX2, cnx.transition(cnx.VEC, 0, 0, 4, 0x20, 2))
    story.idle(seconds, VAX1, VAX2)
    story.connect(VAX1, VAX2)
    words, _ = events_of(tshark, story)
    assert sum(w.startswith("Message ") for w in words) == owed


def test_a_number_lost_before_the_capture(tshark):
    """The PH2 with number 266 is lost unseen, and comes on the next connection."""
    story = begun((VAX1, VAX2))
    story.say(VAX1, VAX2, cnx.ack_only(0, 0))
    lost = story.seq[VAX1, VAX2] = story.seq[VAX1, VAX2] + 1
    story.connect(VAX1, VAX2, 2, (story.seq[VAX2, VAX1], lost - 1))
    story.say(VAX1, VAX2, cnx.transition(cnx.PH2, 0, 0, 4, 0x60, 2), "ph2", lost)
    words, decoded = events_of(tshark, story)
    assert "nisca.cnx.resent" not in decoded[-1].experts()
    assert words[-1] == "Transition 1 is committed; its proposal was not captured"


def test_a_transport_retransmission_is_nothing_new(tshark):
    story = begun((VAX1, VAX2))
    reconfig(story, VAX1, [VAX2], 6, [1, 2])
    ph2(story, VAX1, [VAX2], 6)
    _, data = story.frames[-1]
    again = data[:30] + b"\x7b" + data[31:]
    story.wait(3 * S)
    story.add(again)
    words, decoded = events_of(tshark, story)
    assert len(words) == 2
    assert decoded[-1].values("nisca.cnx.transition.number") == [1]
    assert "nisca.cnx.resent" not in decoded[-1].experts()
    assert "nisca.analysis.retransmission" in {
        field for field in decoded[-1].fields if field.startswith("nisca.analysis")}


def test_answers_belong_by_response_id(tshark):
    """An answer of function 1 to function 8; one of another node's; one with no
    response id."""
    story = begun((VAX1, VAX2), (VAX1, VAX3))
    story.say(VAX1, VAX2, cnx.lock_request(0, 0, 0x1e6d0001, b"SYS$SYS_ID", function=8), "ask")
    story.say(VAX3, VAX1, cnx.lock_answer(0, 0, 0x1e6d0001, 0xf9, b"SYS$SYS_ID"), "other")
    story.say(VAX2, VAX1, cnx.lock_answer(0, 0, 0, 0xf9, b"SYS$SYS_ID"), "no id")
    story.say(VAX2, VAX1, cnx.lock_answer(0, 0, 0x1e6d0001, 0xf9, b"SYS$SYS_ID"), "answer")
    story.say(VAX2, VAX1, cnx.lock_answer(0, 0, 0x1e6d0001, 0xf9, b"SYS$SYS_ID"), "once more")
    decoded = frames(tshark, story.capture(tshark))
    answers = {name: decoded[story.names[name] - 1].values("nisca.cnx.request_frame")
               for name in ("other", "no id", "answer", "once more")}
    assert answers == {"other": [], "no id": [], "answer": [story.names["ask"]], "once more": []}


def test_lock_and_unlock_alone_are_no_transition(tshark):
    story = begun((VAX1, VAX2))
    for function in (cnx.RESLOCK, cnx.LOCK, cnx.UNLOCK):
        story.ask(VAX1, VAX2, cnx.transition(function, 0, 0, 9, 0x20, 2))
    capture = story.capture(tshark)
    assert told(tshark, capture) == []
    assert tshark.table(capture, "nisca,transitions") == []
    assert tshark.frames(capture, "nisca.cnx.transition.number") == []


def test_desc_that_looks_wrong_is_not_used(tshark):
    story = begun((VAX1, VAX2))
    body = cnx.desc(0, 0, 6, 0, VAX3.number, 3).put(40, "H", 7)
    story.ask(VAX1, VAX2, body)
    reconfig(story, VAX1, [VAX2], 6, [1, 3])
    words, _ = events_of(tshark, story)
    assert "members then: CSID index 1, CSID index 3;" in words[0]


def test_without_analysis(tshark):
    story = story_of.incident(False)
    decoded = frames(tshark, story.capture(tshark), "-o", "nisca.analysis:FALSE")
    assert not any("nisca.cnx.analysis" in frame for frame in decoded)
    join = decoded[story.names["join VAX2"] - 1]
    assert join.values("nisca.cnx.nodemap.index") == [1, 2, 3]


def test_names_are_shown_safely(tshark):
    """Node names are any eight bytes."""
    rude = make.Node("\x1b[2J\x07", 1027)
    story = begun((VAX1, VAX2))
    story.open(VAX1, rude)
    story.hello(rude)
    story.say(rude, VAX1, cnx.transition(cnx.ENTER, 0, 0, 0, 0, 2))
    text = tshark.read(story.capture(tshark), "-V")
    assert "\x1b" not in text and "\x07" not in text
