# SPDX-License-Identifier: GPL-2.0-or-later
"""Each incident, cut at every fourth frame: from there to its end, and from its beginning to there.

What the part says may be less than what is true of the incident, and nothing else.  What is true
is what the whole file says, which its story or its case asks for by hand: who died, by whose
word and why, who did not answer, whom to look at, how long a transition took, and between which
frames links lead.  sharkd reads a part in 5 ms, in two passes as Wireshark does."""
import re
import struct
import subprocess

import pytest

from sharkd import Sharkd
from tshark import REAL_CAPTURES

CASES = REAL_CAPTURES.parent / "cases"
STORIES = """any-bond deaf given-up halves halves-unseen hang identities incident joins-fail
    killed-leaves kills-unseen late-place lost-on-the-way no-longer-awaited no-response node-lost
    not-here not-settled partition quorum simultaneous split-healed story-names told-once two-die
    two-for-one-message two-machines""".split()
INCIDENTS = """ack_path boot_split-False config_mismatch deaf deaf-merged docs_healthy_transition
    docs_who_did_not_answer halves joinconf_lost kill_any_bond nodedown_again noresponse
    quorum_loss restart-after-end simultaneous stuck_start tun2_silent tun2_transitions
    two_clusters""".split()

# The frames with these are among those of the whole file, and so are their values.
SEEN = """cman.analysis.out_of_sequence cman.analysis.duplicate cman.analysis.ack_unseen
    cman.analysis.seq_gap cman.analysis.hello_lost cman.viewack_nak
    cman.death.heard cman.transition.missing cman.barrier.missing cman.join.ok_lost""".split()
# Where the whole file has a link to a frame of the part, so has the part.
LINKS = """cman.response_to cman.analysis.acks_frame cman.analysis.retransmission_of
    cman.transition.start_frame cman.death.message cman.death.acked_in""".split()
# Likewise, but what comes later may take it back: not where the end is cut off.
FINAL = ["cman.transition.end_frame"]
COLUMNS = [*SEEN, *LINKS, *FINAL, "cman.transition.duration"]
AT_ONCE = 10  # columns that sharkd takes in one question
STEP = 4
# Where the only place that has shown anything by then is that of the node which is not heard.
ONE_PLACE = {("incident", 72), ("lost-on-the-way", 48)}


def blocks(path):
    """The head of a capture, and its frames, as they are in the file."""
    data, frames, at = path.read_bytes(), [], 24
    if data[:4] != b"\x0a\x0d\x0d\x0a":
        while at < len(data):
            size, = struct.unpack_from("<I", data, at + 8)
            frames.append(data[at:at + 16 + size])
            at += 16 + size
        return data[:24], frames
    head, at = b"", 0
    while at < len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if kind == 6:
            frames.append(data[at:at + size])
        else:
            assert not frames, "interfaces stand first"
            head += data[at:at + size]
        at += size
    return head, frames


class Claims:
    """What a file says, by the numbers of the whole incident."""

    def __init__(self, server, path, before):
        server.load(path)
        self.fields = {}
        for first in range(0, len(COLUMNS), AT_ONCE):
            names = COLUMNS[first:first + AT_ONCE]
            for row in server.ask("frames", **{f"column{i}": f"{name}:0"
                                               for i, name in enumerate(names)}):
                for name, value in zip(names, row["c"]):
                    if value:
                        self.fields[row["num"] + before, name] = (
                            moved(value, before) if name in [*LINKS, *FINAL] else value)
        table, = server.ask("tap", tap0="nstat:cluster,timeline")["taps"][0]["tables"]
        self.rows = [(row[1] + before, moved(without_names(row[5].replace(
            "goes on without it", f"goes on without node {row[4]}")), before, "frame "))
                     for row in table["i"]]


def moved(words, before, prefix=""):
    """With the frames that a part names, which has not the first ones."""
    return re.sub(rf"\b{prefix}(\d+)", lambda found: f"{prefix}{int(found[1]) + before}", words)


def without_names(words):
    """Nodes by number, and no time of day."""
    words = re.sub(r" ?\((?:\d\d-\d\d )?\d\d:\d\d:\d\d\.\d+\)", "", words)
    return re.sub(r"\b(\d+) \([a-z][a-z0-9]*\)", r"\1", words)


def numbers(words):
    return {int(number) for number in re.findall(r"\d+", words)}


NODES = r"nodes? ([\d, and]+?)"
# Claims of a row; the groups must come in the same way in the whole file, on any frame.
EXACT = [r"node (\d+) is declared (\w+)",
         r"node (\d+) leaves the cluster, reason (\w+)", r"the (join of \S+ \(\S+\)) failed",
         r"(\S+ \(\S+\)) is refused", r"node ID (\d+) is that of two machines",
         r"node (\d+) is declared DEAD by node \d+, though heard in frame (\d+),",
         r"node (\d+) has joined", r"node (\d+) leaves the cluster, .*: it gives up transition",
         r"node (\d+) has (lost quorum|quorum again)", r"(no quorum) under master node (\d+)"]
HEARD = EXACT[5]
RECEIVES = r"at what " + NODES + " (?:receives|sends)"
# Nodes that are named here are among those that are named there.
AMONG = [NODES + r" (?:is|are) out of the cluster", r"no answer from " + NODES + r"(?:,|;|$)",
         r"not at the barrier: " + NODES + "$", r"the cluster goes on without " + NODES + ":",
         NODES + " (?:is|are) silent", RECEIVES]


def exact(rows):
    return {(pattern, found) for _, words in rows for pattern in EXACT
            for found in re.findall(pattern, words)}


def folded(rows):
    """Nodes whose death the row of a split tells, which does not say when they were heard."""
    return {node for _, words in rows if " miss each other, though the file has" in words
            for node in re.findall(r"(\d+) (?:is declared DEAD )?by ", words)}


def refuted(part, whole):
    nodes = folded(whole.rows)
    told = exact(whole.rows) | {(EXACT[0], (node, "DEAD")) for node in nodes}
    return {(pattern, found) for pattern, found in exact(part.rows) - told
            if pattern != HEARD or found[0] not in nodes}


def among(rows):
    named = {pattern: set() for pattern in AMONG}
    for _, words in rows:
        for pattern in AMONG:
            named[pattern] |= set().union(*map(numbers, re.findall(pattern, words)))
    return named


def took(rows):
    """Seconds that transitions took, by the frame that says so."""
    return {(frame, found) for frame, words in rows
            for found in re.findall(r"transition \d+, .*took ([\d.]+ m?s)", words)}


def attempts(rows):
    """(frame, at least, how many)"""
    return [(frame, bool(least), int(count)) for frame, words in rows
            for least, count in re.findall(r", (at least )?(\d+) attempts\b", words)]


def gone(rows):
    """Nodes that are no members any more, whoever says so."""
    return {int(node) for _, words in rows for node in re.findall(
        r"node (\d+) (?:leaves|is declared|is out|left)|kills node (\d+)", words)
        for node in node if node}


def wrong_words(part, whole, end):
    """Claims of the rows which the whole incident refutes.  Who misses whom in turn comes later."""
    yield from refuted(part, whole)
    here, there = among(part.rows), among(whole.rows)
    there[AMONG[0]] |= gone(whole.rows)
    there[AMONG[3]] |= there[AMONG[0]]
    there[AMONG[4]] |= there[AMONG[0]]  # the row of a death tells the silence before it
    for pattern in AMONG:
        if not (here[pattern] <= there[pattern] or (pattern == RECEIVES and end == "to")):
            yield pattern, here[pattern] - there[pattern]
    told = {frame for frame, _ in took(whole.rows)}
    yield from {row for row in took(part.rows) if row[0] in told} - took(whole.rows)
    for frame, least, count in attempts(part.rows):
        counts = [other for at, _, other in attempts(whole.rows) if at == frame]
        if counts and not (count <= min(counts) if least else count in counts):
            yield frame, "attempts", count


def wrong_fields(part, whole, frames, end):
    for (frame, name), value in part.fields.items():
        known = whole.fields.get((frame, name), "")
        if name in SEEN:
            is_wrong = not set(value.split(",")) <= set(known.split(","))
        elif name in [*LINKS, *FINAL]:
            is_wrong = (known != value and known != "" and all(
                int(link) in frames for link in known.split(",")) and not (
                    name in FINAL and end == "to"))
        else:
            is_wrong = known != "" and abs(float(value) - float(known)) > 0.001
        if is_wrong:
            yield frame, name, value


@pytest.fixture(scope="module")
def server(tshark):
    with Sharkd(tshark) as one:
        yield one


def incident(captures, kind, name):
    folder = captures if kind == "story" else CASES
    found = [path for path in (folder / f"cman-{name}.pcap", folder / f"cman-{name}.pcapng")
             if path.exists()]
    return found[0] if found else pytest.skip(f"cman-{name} is not here")


@pytest.mark.parametrize("kind, name", [*(("story", name) for name in STORIES),
                                        *(("case", name) for name in INCIDENTS)])
def test_no_part_says_what_is_not_so(server, tshark, captures, kind, name):
    path = incident(captures, kind, name)
    head, frames = blocks(path)
    whole = Claims(server, path, 0)
    wrong = []
    for at in range(STEP, len(frames), STEP):
        for end, first, last in (("from", at, len(frames)), ("to", 0, at)):
            cut = tshark.captures / f"cman-part{path.suffix}"
            cut.write_bytes(head + b"".join(frames[first:last]))
            cut.chmod(0o644)
            part = Claims(server, cut, first)
            wrong += [(end, at, *claim) for claim in wrong_words(part, whole, end)
                      if claim[0] != RECEIVES or (name, at) not in ONE_PLACE]
            wrong += [(end, at, *claim)
                      for claim in wrong_fields(part, whole, range(first + 1, last + 1), end)]
    assert not wrong, "\n".join(map(str, wrong))


def silent_then_cut(tshark, captures):
    """A node that is silent until the file ends: where it dies, that row tells of the silence."""
    path = incident(captures, "story", "node-lost")
    head, frames = blocks(path)
    cut = tshark.captures / f"cman-silent{path.suffix}"
    cut.write_bytes(head + b"".join(frames[:25]))
    cut.chmod(0o644)
    return cut


def test_each_claim_is_made(server, tshark, captures):
    """A pattern that no row has any more would find nothing false."""
    rows = [row for name in STORIES
            for row in Claims(server, incident(captures, "story", name), 0).rows]
    rows += Claims(server, silent_then_cut(tshark, captures), 0).rows
    words = "\n".join(words for _, words in rows)
    unused = [pattern for pattern in [*EXACT, *AMONG]
              if not re.search(pattern, words, re.MULTILINE)]
    assert not unused
    assert took(rows) and attempts(rows)


def parts(tshark, path):
    """The incident from each frame on, as a file, with how many frames it leaves out."""
    head, frames = blocks(path)
    for at in range(len(frames)):
        cut = tshark.captures / f"cman-part{path.suffix}"
        cut.write_bytes(head + b"".join(frames[at:]))
        cut.chmod(0o644)
        yield cut, at


def wrong_of_partition(rows):
    """Nodes 1 to 3 have ended their transition by frame 186, and 4 and 5 theirs by 229: after that
    nothing hangs, and each side is out for the other.  Who started what before that, and whom
    somebody waits for, depends on what is in the part."""
    for frame, words in rows:
        out = re.search(AMONG[0] + r": .*master node (\d+)", words)
        if out is not None:
            sides = [{4, 5}, {1, 2, 3}][int(out[2]) > 3]
            if not numbers(out[1]) <= sides:
                yield frame, words
        if "has no end" in words or ("hangs: " in words and frame > 229):
            yield frame, words


def test_the_other_half_begins_with_the_one_that_was_declared_dead(server, tshark, captures):
    """Frames 54 and 61 say that node 5 is dead for nodes 1 to 3.  So its STARTTRANS in frame 76
    begins the transition that node 4 ends in frame 219, 12.0 s later."""
    path = incident(captures, "case", "partition-5-2")
    found = {duration for cut, at in parts(tshark, path) if at < 61
             for frame, duration in took(Claims(server, cut, at).rows) if frame > 219}
    assert found == {"12.0 s"}


def test_no_part_of_a_partition_hangs(server, tshark, captures):
    path = incident(captures, "case", "partition-5-2")
    wrong = [(at, *row) for cut, at in parts(tshark, path)
             for row in wrong_of_partition(Claims(server, cut, at).rows)]
    assert not wrong, "\n".join(map(str, wrong))


# With what tells two events of one kind apart: the VLAN of a clone, the transition, its restart.
WARNED = """_ws.expert.message cman.cmd vlan.id cman.transition.number
    cman.transition.restarts""".split()


def told_twice(server, path):
    """Warnings with equal words, but for the frames and times in them."""
    server.load(path)
    names = {f"column{i}": f"{name}:0" for i, name in enumerate(WARNED)}
    # sharkd remembers what a filter found, of the file before, too
    rows = server.ask("frames", filter=f'_ws.expert.severity >= 6291456 && frame != "{path}"',
                      **names)
    warned = [(re.sub(r"frame \d+|[\d.]+ m?s\b", "", row["c"][0]), *row["c"][1:]) for row in rows]
    assert all(message for message, *_ in warned)
    return {warning for warning in warned if warned.count(warning) > 1}


@pytest.mark.parametrize("kind, name", [*(("story", name) for name in STORIES),
                                        *(("case", name) for name in INCIDENTS),
                                        ("case", "partition-5-2")])
def test_each_event_is_warned_of_once(server, captures, kind, name):
    assert told_twice(server, incident(captures, kind, name)) == set()


def test_three_places_warn_of_an_event_once(server, tshark):
    files = [CASES / f"cman-a-node{node}.pcap" for node in (1, 2, 3)]
    if not all(path.exists() for path in files):
        pytest.skip("cman-a-node1 to 3 are not here")
    path = tshark.captures / "cman-a-merged.pcapng"
    subprocess.run(["mergecap", "-I", "none", "-w", path, *files], check=True)
    path.chmod(0o644)
    assert told_twice(server, path) == set()
