# SPDX-License-Identifier: GPL-2.0-or-later
"""Incidents of which a capture has a part: cut at its end, begun in the middle, taken at one
node, without the internal port.  Less is found then, and nothing else.

And incidents that differ in nothing that matters: counters that wrap inside, nodes of the
other byte order.  All of it is found, on the same frames."""
import random
import struct
from pathlib import Path
from typing import NamedTuple

import pytest

CASES = Path(__file__).resolve().parents[2] / "shared" / "cases"
STORIES = ["halves", "joins-fail", "quorum", "hang", "deaf", "node-lost", "given-up", "no-response",
           "not-here", "partition", "simultaneous", "told-once", "two-die", "two-machines"]
INCIDENTS = ["noresponse", "ack_path", "deaf", "stuck_start", "restart-after-end", "simultaneous",
             "joinconf_lost", "quorum_loss", "partition-5-2"]

WARNINGS = """cman.split cman.inquorate cman.identity_conflict cman.join.failed cman.death.heard
    cman.silent_node cman.transition.restarted cman.analysis.hello_lost cman.joinack_nak
    cman.kill cman.nodedown cman.analysis.duplicate""".split()
NODES = ["cman.transition.missing", "cman.barrier.missing"]
NOTES = """cman.analysis.retransmission cman.analysis.acks_frame cman.transition.number
    cman.transition.clash cman.analysis.out_of_sequence cman.response_to""".split()

REPLYEXP, SWAPPED_NOACK = 0x200000, 0x100
UDP_HEADER = 8


class Frame(NamedTuple):
    head: bytes
    data: bytes

    @property
    def at(self):
        """Where cman begins, behind Ethernet, IPv4 and UDP."""
        return 14 + (self.data[14] & 15) * 4 + UDP_HEADER

    @property
    def cman(self):
        return self.data[self.at:]

    @property
    def source(self):
        return self.data[26:30]

    @property
    def target(self):
        return self.data[30:34]

    def with_cman(self, offset, value):
        start = self.at + offset
        return self._replace(data=self.data[:start] + value + self.data[start + len(value):])


def read(path):
    """The head of a little-endian pcap file, and its frames."""
    data = path.read_bytes()
    frames, at = [], 24
    while at < len(data):
        size, = struct.unpack_from("<I", data, at + 8)
        frames.append(Frame(data[at:at + 16], data[at + 16:at + 16 + size]))
        at += 16 + size
    return data[:24], frames


def found(tshark, path, *fields):
    """Per frame, what was found: names of fields, with the node where one is missing."""
    wanted = [option for field in fields for option in ("-e", field)]
    text = tshark.read(path, "-2", "-T", "fields", "-E", "separator=;", *wanted)
    return [{(field, value if field in NODES else "")
             for field, value in zip(fields, line.split(";")) if value}
            for line in text.splitlines()]


class Incident:
    """A capture, and others that are made of its frames."""

    def __init__(self, tshark, path):
        self.tshark, self.path = tshark, path
        self.head, self.frames = read(path)

    def of(self, name, frames, *fields):
        path = self.tshark.captures / f"{self.path.stem}-{name}.pcap"
        path.write_bytes(self.head + b"".join(frame.head + frame.data for frame in frames))
        path.chmod(0o644)
        return found(self.tshark, path, *fields)

    def parts(self):
        """Every fourth frame would be many runs: a sample, which is always the same."""
        pick, count = random.Random(self.path.stem), len(self.frames)
        for end in sorted(pick.sample(range(4, count, 4), 2)):
            yield f"cut-{end}", self.frames[:end]
        yield "middle", self.frames[pick.randrange(2, count - 2):]
        yield "without-port-0", [frame for frame in self.frames if frame.cman[0] != 0]
        node = pick.choice(sorted({frame.source for frame in self.frames}))
        yield "one-node", [frame for frame in self.frames
                           if frame.target[3] == 255 or node in (frame.source, frame.target)]

    def wrapped(self):
        """Each node's counter, and what acknowledges it, so that it wraps at the first
        STARTTRANS."""
        nodes, latest = {}, {}
        for frame in self.frames:
            seq, node = struct.unpack_from("<2xH8xi", frame.cman)
            if node:
                nodes[node] = frame.source
            if seq:
                latest[frame.source] = seq
            if frame.cman[0] == 1 and frame.cman[20] == 10:
                break
        ahead = {address: 65533 - seq for address, seq in latest.items()}

        def moved(number, address):
            return struct.pack("<H", (number - 1 + ahead.get(address, 0)) % 65535 + 1)

        for frame in self.frames:
            seq, ack, target = struct.unpack_from("<2xHH10xi", frame.cman)
            if ack:
                acked = nodes.get(target) if target else frame.target
                frame = frame.with_cman(4, moved(ack, acked))
            yield frame.with_cman(2, moved(seq, frame.source)) if seq else frame

    def big_endian(self):
        """A big-endian node does not swap the flags of an ACK, and clears another bit than
        REPLYEXP when it sends a message again."""
        flags_of = {}
        for frame in self.frames:
            seq, flags = struct.unpack_from("<2xH4xI", frame.cman)
            if frame.cman[0] == 0 and frame.cman[20] == 1:
                frame = frame.with_cman(8, struct.pack("<I", SWAPPED_NOACK))
            elif seq:
                first = flags_of.setdefault((frame.source, seq), flags)
                frame = frame.with_cman(8, struct.pack("<I", flags | (first & REPLYEXP)))
            yield frame


@pytest.fixture(params=[*(f"story {name}" for name in STORIES),
                        *(f"case {name}" for name in INCIDENTS)])
def incident(request, tshark, captures):
    kind, name = request.param.split()
    path = captures / f"cman-{name}.pcap" if kind == "story" else CASES / f"cman-{name}.pcap"
    if not path.exists():
        pytest.skip(f"{path.name} is not here")
    return Incident(tshark, path)


def test_a_part_of_an_incident_tells_nothing_else(incident):
    whole = set().union(*found(incident.tshark, incident.path, *WARNINGS, *NODES))
    assert whole
    for name, frames in incident.parts():
        part = set().union(*incident.of(name, frames, *WARNINGS, *NODES))
        assert part <= whole, name


def test_counters_and_byte_order_change_nothing(incident):
    fields = [*WARNINGS, *NODES, *NOTES]
    whole = found(incident.tshark, incident.path, *fields)
    assert incident.of("wrapped", incident.wrapped(), *fields) == whole
    assert incident.of("big-endian", incident.big_endian(), *fields) == whole


def test_a_join_fails_on_its_last_joinconf(tshark, captures):
    """Where no STARTTRANS takes the node out again: known when the master's time is up."""
    story = Incident(tshark, captures / "cman-joins-fail.pcap")
    removal = next(index for index, frame in enumerate(story.frames)
                   if frame.cman[0] == 1 and frame.cman[20:22] == b"\x0a\x02")
    confs = [index for index, frame in enumerate(story.frames[:removal])
             if frame.cman[0] == 1 and frame.cman[20] == 1]
    hello = story.frames[removal - 1]
    seconds, = struct.unpack_from("<I", hello.head)
    later = hello._replace(head=struct.pack("<I", seconds + 5) + hello.head[4:])
    seq, = struct.unpack_from("<2xH", hello.cman)
    later = later.with_cman(2, struct.pack("<H", seq + 1))
    for name, frames, failed in (("open", story.frames[:removal], []),
                                 ("late", [*story.frames[:removal], later], [confs[-1] + 1])):
        rows = story.of(name, frames, "cman.join.failed")
        assert [index for index, row in enumerate(rows, 1) if row] == failed, name


def test_a_transition_that_goes_on_as_the_file_begins(tshark, captures):
    """Behind a clash the master names itself.  Where the file begins with that, nobody knows how
    long the transition took."""
    incident = Incident(tshark, captures / "cman-simultaneous.pcap")
    first = next(i for i, frame in enumerate(incident.frames)
                 if frame.cman[0] == 1 and frame.cman[20] == 10
                 and frame.cman[12:16] == frame.cman[32:36])
    fields = ["cman.transition.duration"]
    assert any(incident.of("all", incident.frames, *fields))
    rest = incident.of("goes-on", incident.frames[first:], *fields)
    assert not any(("cman.transition.duration", "") in frame for frame in rest)


def test_a_side_whose_transition_is_over_has_none(tshark, captures):
    """Both sides have one at once.  Later node 3 starts another, when the other side has none."""
    incident = Incident(tshark, captures / "cman-halves.pcap")
    first = next(frame for frame in incident.frames
                 if frame.source[3] == 3 and frame.cman[0] == 1 and frame.cman[20] == 10)
    seconds, = struct.unpack_from("<I", incident.frames[-1].head)
    later = first.with_cman(2, struct.pack("<H", 90)).with_cman(28, struct.pack("<Ii", 13, 4))
    later = later._replace(head=struct.pack("<I", seconds + 5) + later.head[4:])
    path = tshark.captures / "cman-halves-later.pcap"
    path.write_bytes(incident.head + b"".join(frame.head + frame.data
                                              for frame in [*incident.frames, later]))
    path.chmod(0o644)
    words = tshark.read(path, "-2", "-Y", "cman.cmd == 10", "-T", "fields", "-e",
                        "cluster.event").splitlines()
    assert "while the other side has one" in words[1]
    assert "node 3 starts transition 3 on its side, " in words[2]
    assert "while" not in words[2]
