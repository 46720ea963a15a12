# SPDX-License-Identifier: GPL-2.0-or-later
"""Hostile input, a slice of it: the long runs are commands in tests/fuzz/."""
import random
import re
import struct
import subprocess

import pytest

import cman_packets
import hostile
from sharkd import Sharkd
from tshark import BUILD, ROOT

MUTATED_CAPTURES = 8
CHAOS_FRAMES = 4000
LIMIT_SECONDS = 25


def test_mutated_captures(tshark, captures):
    dice = random.Random(7)
    names = sorted(path for path in captures.iterdir() if path.suffix.startswith(".pcap"))
    for seed, capture in enumerate(dice.sample(names, MUTATED_CAPTURES), 1):
        copy = hostile.mutated(tshark, capture, seed, rate=0.02)
        hostile.survives(tshark, copy)
        hostile.survives(tshark, copy, "-2")
        copy.unlink()


@pytest.mark.parametrize("protocol", hostile.PROTOCOLS)
def test_chaos(tshark, protocol):
    """Random valid messages of 500 nodes: nothing breaks, both passes agree."""
    path = hostile.write_chaos(tshark.captures / f"chaos-{protocol}.pcap", protocol, CHAOS_FRAMES)
    tables = [argument for name in hostile.TABLES[protocol] for argument in ("-z", name)]
    text = tshark.run("-n", "-q", "-r", path, *tables, env_changes=hostile.STRICT).stdout
    assert "500" in text or len(text) > 1000
    fields = ["-T", "fields", "-e", "_ws.col.Info"]
    one = tshark.read(path, *fields)
    assert tshark.read(path, *fields, "-2") == one
    assert len(one.splitlines()) == CHAOS_FRAMES
    assert not tshark.frames(path, f"{protocol} && _ws.malformed")


# The others: tests/fuzz/chaos.
@pytest.mark.parametrize("kind", ["cman barriers", "cman transitions", "nisca circuits",
                                  "ncs_heartbeat nodes"])
def test_limits_are_said_once(tshark, kind):
    path = hostile.write_limit(tshark.captures / f"{kind.replace(' ', '-')}.pcap", kind)
    protocol = kind.split()[0]
    seconds, told = hostile.timed(tshark.frames, path, f"{protocol}.analysis.limit")
    assert seconds < LIMIT_SECONDS
    claimed = tshark.frames(path, "cman.barrier.duration") if kind == "cman barriers" else []
    path.unlink()
    assert len(told) == 1
    assert told[0] > 4096
    assert claimed == []


def test_many_waiters_are_quick(tshark):
    """No limit is reached, and there is no slot that all share."""
    path = hostile.write_limit(tshark.captures / "waiters.pcap", "cman few waiters")
    seconds, told = hostile.timed(tshark.frames, path, "cman.analysis.limit")
    assert seconds < LIMIT_SECONDS
    assert not told


def run_fuzz(command, *arguments):
    done = subprocess.run([ROOT / "tests/fuzz" / command, *arguments], capture_output=True,
                          text=True, check=False)
    if done.returncode != 0 and "Fuzzing needs clang" in done.stderr:
        pytest.skip(done.stderr.strip())
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_sweep():
    """Every 40th kind of message, cut and lied about at every place."""
    text = run_fuzz("sweep", "40")
    assert all(f"{protocol}: " in text for protocol in hostile.PROTOCOLS)


def test_fuzz_target():
    """The kept corpus and a few seconds of fuzzing."""
    text = run_fuzz("run", "5")
    assert text.count("nothing found") >= len(hostile.PROTOCOLS)
    assert BUILD.exists()


# A name of the story, and bytes of the same length that a terminal would obey.
@pytest.mark.parametrize("story, names", [
    ("cman-story-clean.pcap", {b"ludwig": b"lu\x1b[7m", b"TRANSITION": b"TRA\x1b]0;\x07NS"}),
    ("nisca-story-removal.pcap", {b"VAX1": b"V\x1b[\x07", b"VMS$VAXcluster": b"\x1b[2JVAXcluster"}),
])
def test_control_bytes_reach_no_terminal(tshark, captures, story, names):
    data = (captures / story).read_bytes()
    for name, hostile_name in names.items():
        assert data.count(name) > 1 and len(name) == len(hostile_name)
        data = data.replace(name, hostile_name)
    capture = tshark.captures / f"terminal-{story}"
    capture.write_bytes(data)
    tables = [argument for name in hostile.TABLES[story.split("-")[0]]
              for argument in ("-z", name)]
    text = tshark.read(capture, "-V") + tshark.read(capture) + tshark.read(capture, "-q", *tables)
    assert [line for line in text.split("\n") if re.search(r"[\0-\x08\x0b-\x1f\x7f]", line)] == []


def test_long_names_are_cut_between_characters(tshark):
    """sharkd's answers are JSON, which has no halves of characters."""
    name = "\N{LATIN SMALL LETTER E WITH ACUTE}" * 120
    for odd in ("", "x"):
        views = cman_packets.masterview(1, 1, *[
            cman_packets.record(odd + name, cman_packets.MEMBER, node, f"192.0.2.{node}")
            for node in (1, 2)])
        capture = cman_packets.write(tshark, "long-names.pcap", [
            views, cman_packets.hello(1, 2), cman_packets.starttrans(1, 3, 5, nodeid=2),
            cman_packets.barrier(1, 4, cman_packets.WAIT, (odd + name)[:16])])
        with Sharkd(tshark) as server:
            server.load(capture)
            assert all(server.frame(number)["tree"] for number in (1, 2, 3, 4))


def test_a_view_of_thousands_makes_no_endless_tree(tshark):
    """Nothing is lost: the records behind the 500th are bytes."""
    record = cman_packets.record("", cman_packets.MEMBER, 1, "192.0.2.1")
    view = cman_packets.masterview(1, 1, *[record] * 2000)
    capture = cman_packets.write(tshark, "thousands.pcap", [view])
    text = tshark.read(capture, "-V")
    assert len(text.splitlines()) < 5000
    assert text.count("Node , MEMBER, ID 1") == 250  # a node and its address are two records
    assert tshark.fields(capture, ["cman.node.data"]) == [
        {"cman.node.data": [(record * 1750).hex()]}]
    assert tshark.frames(capture, "cman.many_records && !_ws.malformed") == [1]


BACKWARD = re.compile(r"_of$|acks_frame|response_to|start_frame|last_(heard|frame)|_previous$"
                      r"|previous_|request_frame|connect_frame")


@pytest.mark.parametrize("story", ["cman-story-barriers.pcap", "cman-story-clash.pcap",
                                   "nisca-story-causes.pcap", "nisca-story-handshakes.pcap"])
def test_links_look_back_where_time_runs_backwards(tshark, captures, story):
    data = bytearray((captures / story).read_bytes())
    offsets, offset = [], 24
    while offset < len(data):
        offsets.append(offset)
        offset += 16 + struct.unpack_from("<I", data, offset + 8)[0]
    times = [bytes(data[at:at + 8]) for at in offsets]
    for at, time in zip(offsets, reversed(times)):
        data[at:at + 8] = time
    capture = tshark.captures / f"reversed-{story}"
    capture.write_bytes(data)
    rows = [line.split("\t") for line in tshark.run("-G", "fields").stdout.splitlines()]
    links = [row[2] for row in rows if row[0] == "F" and row[3] == "FT_FRAMENUM"
             and row[4] == story.split("-")[0]]
    checked = 0
    for frame in tshark.fields(capture, ["frame.number", *links]):
        number = int(frame.pop("frame.number")[0])
        for link, frames in frame.items():
            seen = [int(one) for one in frames]
            assert number not in seen, link
            assert not BACKWARD.search(link) or max(seen, default=0) < number, link
            checked += len(seen)
    assert checked > 0
