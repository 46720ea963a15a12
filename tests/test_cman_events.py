# SPDX-License-Identifier: GPL-2.0-or-later
"""What cman tells of an incident, in all stories of incidents and in the cases beside the
repository: each event once, on the frames where the truth has it, and in one pass nothing that
two passes take back."""
import re
from pathlib import Path

import pytest

from test_expectations import Expectations
from tshark import ROOT, either_format

CASES = Path(__file__).resolve().parents[2] / "shared" / "cases"
NO_INCIDENT = re.compile(r"cman-(story-.*|field-guide-.*|hostile|messages|nasty|odd)")
STORIES = sorted(path.stem for path in (ROOT / "test-captures").glob("cman-*.story")
                 if not NO_INCIDENT.fullmatch(path.stem))
WARN = 0x600000
SAME_EVENT = 30
WARNINGS = """cman.kill cman.nodedown cman.viewack_nak cman.joinack_nak cman.version_unsupported
    cman.unknown_command cman.truncated_message cman.analysis.hello_lost cman.silent_node
    cman.death.heard cman.transition.restarted cman.split cman.inquorate cman.identity_conflict
    cman.join.failed _ws.malformed""".split()
# Not cman.transition.duration: it measures to each ENDTRANS, also to one that is taken back.
TOLD = ["cluster.event", "_ws.expert.message", "cman.transition.missing",
        "cman.barrier.missing", "cman.transition.restarts", "cman.death.silence",
        "cman.analysis.hello_missed", "cman.analysis.seq_gap"]

# That a node was heard shows who is deaf, until the other side says the same: then the path
# between the two is what is left of the advice.
ADVICE = re.compile(r": look at the path from node .* to node .*, and at what node (.*) receives")
NARROWER = ": both sides miss each other, look at the path between nodes {} and "


def warnings(frames):
    """(frame, time, sender, words) of each warning."""
    for number, frame in enumerate(frames, 1):
        for severity, words in zip(frame["_ws.expert.severity"], frame["_ws.expert.message"],
                                   strict=True):
            if int(severity, 0) >= WARN:
                yield number, float(frame["frame.time_epoch"][0]), frame["ip.src"][-1], words


def is_kept(once, twice):
    advice = ADVICE.search(once)
    return once in twice or (advice is not None and any(
        words.startswith(once[:advice.start()] + NARROWER.format(advice[1])) for words in twice))


def take_nothing_back(one_pass, two_passes):
    for number, (once, twice) in enumerate(zip(one_pass, two_passes, strict=True), 1):
        for field in TOLD:
            for words in once[field]:
                assert is_kept(words, twice[field]), f"frame {number}: {field} {words}"


def tell_once(frames):
    """The same words of one sender within half a minute are one event; but for a start that is
    repeated, and one HELLO interval like another."""
    told = {}
    for number, time, *event in warnings(frames):
        if "the transition again" not in event[1] and "no HELLO seen here" not in event[1]:
            since = told.get(tuple(event), time - SAME_EVENT)
            assert time - since >= SAME_EVENT, f"frame {number}: {event[1]}"
            told[tuple(event)] = time


def warn_where_the_truth_does(frames, truth):
    """`tshark -Y '_ws.expert.severity >= 6291456'`: the frames at which the story writes an event
    that is one to warn of, and no others; unless the story judges none of them."""
    if set(WARNINGS) <= truth.only:
        assert ({row[0] for row in warnings(frames)}
                == {frame for frame, field in truth.values if field in WARNINGS})


def read(tshark, path):
    """An incident in one pass and in two."""
    fields = ["frame.time_epoch", "ip.src", "_ws.expert.severity", *TOLD]
    return [tshark.fields(path, fields, *passes) for passes in ((), ("-2",))]


@pytest.mark.parametrize("name", STORIES)
def test_a_story(tshark, captures, name):
    expect = captures / f"{name}.expect"
    told = read(tshark, either_format(expect))
    take_nothing_back(*told)
    for frames in told:
        tell_once(frames)
        warn_where_the_truth_does(frames, Expectations(expect.read_text()))


@pytest.mark.parametrize("path", sorted(CASES.glob("cman-*.pcap*")), ids=lambda path: path.name)
def test_a_case(tshark, path):
    """Where its warnings are is in test_cman_cases.py."""
    told = read(tshark, path)
    take_nothing_back(*told)
    for frames in told:
        tell_once(frames)
