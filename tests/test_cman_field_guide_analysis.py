# SPDX-License-Identifier: GPL-2.0-or-later
"""The two stories of the cman field guide read like their annotations.

What each frame means together with the others was worked out by hand from the
guide's own listings and annotations and from cman-kernel's sources; times are
differences of the listings' times.  Every field that is not in a table must
not be there.
"""
import pytest

STARTED, ENDED = "cman.transition.start_frame", "cman.transition.end_frame"
ANALYSIS_FIELDS = [
    "cman.analysis.acks_frame", "cman.analysis.ack_rtt", "cman.analysis.acked_in",
    "cman.analysis.duplicate_ack", "cman.analysis.retransmission",
    "cman.analysis.retransmission_of", "cman.analysis.rto", "cman.analysis.duplicate",
    "cman.analysis.duplicate_of", "cman.analysis.duplicate_count", "cman.analysis.seq_gap",
    "cman.analysis.out_of_sequence", "cman.analysis.ack_unseen", "cman.analysis.join_seq",
    "cman.analysis.hello_delta", "cman.analysis.hello_missed", "cman.analysis.hello_late",
    "cman.analysis.hello_lost", "cman.response_to", "cman.response_in", "cman.response_time",
    "cman.transition.number", "cman.transition.master", STARTED, ENDED,
    "cman.transition.duration", "cman.transition.restarts", "cman.transition.restarted",
    "cman.transition.clash", "cman.barrier.start_frame", "cman.barrier.complete_frame",
    "cman.barrier.duration", "cman.barrier.waiting", "cman.capture.copy_of"]
EXPERTS = {"cman.analysis.duplicate_ack", "cman.analysis.retransmission",
           "cman.analysis.duplicate", "cman.analysis.out_of_sequence", "cman.analysis.ack_unseen",
           "cman.analysis.join_seq", "cman.analysis.hello_late", "cman.analysis.hello_lost",
           "cman.transition.restarted", "cman.transition.clash"}
# What only a second pass can know.
FORWARD = {"cman.analysis.acked_in", "cman.response_in", ENDED, "cman.barrier.complete_frame",
           "cman.transition.duration"}
WARN = 0x600000

LEAVE = {
    "cman.analysis.acks_frame": {6: 5, 8: 5, 9: 7},
    "cman.analysis.ack_rtt": {6: "0.000181000", 9: "0.999942000"},
    "cman.analysis.acked_in": {5: 6, 7: 9},
    "cman.analysis.retransmission": {8: None},
    "cman.analysis.retransmission_of": {8: 6},
    "cman.analysis.rto": {8: "0.999532000"},
    "cman.response_to": {6: 5, 8: 5, 9: 7},
    "cman.response_in": {5: 6, 7: 9},
    "cman.response_time": {6: "0.000181000", 9: "0.999942000"},
    "cman.transition.number": {n: 1 for n in range(5, 15)},
    "cman.transition.master": {n: 1 for n in range(5, 15)},
    STARTED: {n: 5 for n in range(6, 15)},
    ENDED: {n: 10 for n in range(5, 15) if n != 10},
    "cman.transition.duration": {10: "1.000461000"},
    "cman.barrier.start_frame": {12: 11, 13: 11, 14: 11},
    "cman.barrier.complete_frame": {11: 13, 12: 13, 14: 13},
    "cman.barrier.waiting": {11: 1, 12: 2, 13: 2, 14: 2},
    "cman.barrier.duration": {13: "0.000498000", 14: "0.000787000"},
}

REJOIN_TRANSITION = [5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 17, 18, 21, 24, 25]
REJOIN = {
    "cman.analysis.acks_frame": {6: 5, 8: 5, 10: 7, 14: 13, 16: 15, 19: 18, 20: 17, 22: 21,
                                 23: 17, 26: 25, 27: 24, 28: 24},
    "cman.analysis.ack_rtt": {
        6: "0.000360000", 10: "1.000807000", 14: "0.000063000", 16: "0.000049000",
        19: "0.000040000", 20: "0.000354000", 22: "0.000048000", 23: "0.000609000",
        26: "0.000048000", 27: "0.000437000", 28: "0.000449000"},
    "cman.analysis.acked_in": {5: 6, 7: 10, 13: 14, 15: 16, 17: [20, 23], 18: 19, 21: 22,
                               24: [27, 28], 25: 26},
    "cman.analysis.retransmission": {8: None, 9: None},
    "cman.analysis.retransmission_of": {8: 6, 9: 7},
    "cman.analysis.rto": {8: "1.000520000", 9: "1.000579000"},
    "cman.analysis.hello_delta": {29: "5.000115000"},
    "cman.response_to": {4: 3, 6: 5, 8: 5, 10: 7, 12: 11},
    "cman.response_in": {3: 4, 5: 6, 7: 10, 11: 12},
    "cman.response_time": {4: "0.000433000", 6: "0.000360000", 10: "1.000807000",
                           12: "0.000084000"},
    "cman.transition.number": {n: 1 for n in REJOIN_TRANSITION},
    "cman.transition.master": {n: 2 for n in REJOIN_TRANSITION},
    STARTED: {n: 5 for n in REJOIN_TRANSITION if n != 5},
    ENDED: {n: 13 for n in REJOIN_TRANSITION if n != 13},
    "cman.transition.duration": {13: "1.002116000"},
    "cman.barrier.start_frame": {n: 15 for n in (17, 18, 21, 24, 25)},
    "cman.barrier.complete_frame": {n: 21 for n in (15, 17, 18, 24, 25)},
    "cman.barrier.waiting": {15: 1, 17: 2, 18: 3, 21: 3, 24: 3, 25: 3},
    "cman.barrier.duration": {21: "0.000551000", 24: "0.000853000", 25: "0.001069000"},
}

# Neither the guide nor the sources say whether a repeated response repeats its
# time and a repeated request its answer.
OPEN = {"leave": {(8, "cman.response_time")},
        "rejoin": {(8, "cman.response_time"), (9, "cman.response_in")}}

GUIDE = {"hello": {}, "leave": LEAVE, "rejoin": REJOIN}
EVERY_CAPTURE = pytest.mark.parametrize("part", GUIDE)


def capture(captures, part):
    return captures / f"cman-field-guide-{part}.pcap"


def wanted(part, number, field):
    value = GUIDE[part].get(field, {}).get(number, [])
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


@EVERY_CAPTURE
@pytest.mark.parametrize("passes", [["-2"], []], ids=["two passes", "one pass"])
def test_values(tshark, captures, part, passes):
    """Each field has its value where the guide says so, and is nowhere else.
    In one pass everything is the same but what looks forward."""
    frames = tshark.fields(capture(captures, part), ANALYSIS_FIELDS, *passes)
    complaints = []
    for number, frame in enumerate(frames, 1):
        for field, found in frame.items():
            if (number, field) in OPEN.get(part, set()):
                continue
            expected = wanted(part, number, field)
            if field in EXPERTS:
                found, expected = bool(found), bool(expected)
            if not passes and field in FORWARD:
                # ENDTRANS and COMPLETE know it; earlier frames do not.
                if found and found != expected:
                    complaints.append((number, field, found, expected))
            elif found != expected:
                complaints.append((number, field, found, expected))
    assert not complaints


def test_names_are_learnt(tshark, captures):
    """MASTERVIEW, frame 7, teaches all three names; none is known before."""
    names = {1: "ludwig", 2: "johann", 3: "mark"}
    fields = ["cman.srcid", "cman.tgtid", "cman.src_name", "cman.tgt_name"]
    for number, frame in enumerate(tshark.fields(capture(captures, "leave"), fields), 1):
        for node, name in ((frame["cman.srcid"], frame["cman.src_name"]),
                           (frame["cman.tgtid"], frame["cman.tgt_name"])):
            known = number >= 7 and int(node[0]) in names
            assert name == ([names[int(node[0])]] if known else []), number


def test_names_in_info(tshark, captures):
    """Names appear beside ids in Info."""
    lines = [info for _, info in tshark.info(capture(captures, "leave"))]
    assert not any("ludwig" in line or "johann" in line for line in lines[:6])
    assert "johann" in lines[7] and "ludwig" in lines[7]
    assert "ludwig" in lines[11]


def test_cut_names_are_right_or_absent(tshark, captures):
    """The capture of the rejoin cut every message that teaches a name; of
    ludwig's record only the last three bytes of the id are missing."""
    fields = ["cman.srcid", "cman.src_name", "cman.tgtid", "cman.tgt_name"]
    for number, frame in enumerate(tshark.fields(capture(captures, "rejoin"), fields), 1):
        for node, name in ((frame["cman.srcid"], frame["cman.src_name"]),
                           (frame["cman.tgtid"], frame["cman.tgt_name"])):
            assert name in ([], ["ludwig"]) if node == ["1"] and number >= 7 else name == [], number


@EVERY_CAPTURE
def test_warnings(tshark, captures, part):
    """KILL and NODEDOWN are the only warnings: a transition of a second, ACKs
    that the capture cannot hold, and a spare STARTACK are normal."""
    severe = tshark.frames(capture(captures, part), f"_ws.expert.severity >= {WARN}", "-2")
    assert severe == ([3, 4] if part == "leave" else [])


def test_filter_by_transition(tshark, captures):
    assert tshark.frames(capture(captures, "leave"), "cman.transition.number==1") == \
        list(range(5, 15))
    assert tshark.frames(capture(captures, "rejoin"), "cman.transition.number==1") == \
        REJOIN_TRANSITION
    assert tshark.frames(capture(captures, "leave"), "cman.transition.number!=1") == []


def test_analysis_can_be_switched_off(tshark, captures):
    fields = ANALYSIS_FIELDS + ["cman.src_name", "cman.tgt_name"]
    for part in GUIDE:
        frames = tshark.fields(capture(captures, part), fields, "-2", "-o", "cman.analysis:FALSE")
        assert not any(any(values[f] for f in ANALYSIS_FIELDS) for values in frames), part
