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
from tshark import BUILD, ROOT, either_format

MUTATED_CAPTURES = 8
CHAOS_FRAMES = 4000


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
    tables = [word for name in hostile.our_tables(tshark) for word in ("-z", name)
              if protocol in name or name.startswith("cluster")]
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
    told = tshark.frames(path, f"{protocol}.analysis.limit")
    claimed = tshark.frames(path, "cman.barrier.duration") if kind == "cman barriers" else []
    path.unlink()
    assert len(told) == 1
    assert told[0] > 4096
    assert claimed == []


def test_many_waiters_reach_no_limit(tshark):
    path = hostile.write_limit(tshark.captures / "waiters.pcap", "cman few waiters")
    assert not tshark.frames(path, "cman.analysis.limit")


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


def sums(rows):
    return f"{sum(row[3] for row in rows):,}", f"{sum(row[4] for row in rows) / 3600:.2f} h"


def test_the_page_has_the_sums_of_all_fuzzing():
    """docs/hostile-input.md tells what tests/fuzz/hours adds up to."""
    lines = (ROOT / "tests/fuzz/hours").read_text().splitlines()[1:]
    rows = [[*words[:3], *map(int, words[3:])] for words in (line.split() for line in lines)]
    shown = [[cell.strip() for cell in line.strip("|").split("|")]
             for line in (ROOT / "docs/hostile-input.md").read_text().splitlines()]
    for name, protocol in (("cman", "cman"), ("NISCA", "nisca"), ("NCS heartbeat", "ncs_heartbeat"),
                           ("together", "")):
        cells = [cell for series in ("4.0", "4.6")
                 for cell in sums([row for row in rows if row[1].startswith(series + ".")
                                   and protocol in ("", row[2])])]
        assert [name, *cells] in [row[:5] for row in shown]


def our_fields(tshark, kinds):
    """The names of the plugin's fields of these types."""
    rows = [line.split("\t") for line in tshark.run("-G", "fields").stdout.splitlines()]
    return [row[2] for row in rows if row[0] == "F" and row[3] in kinds
            and row[4] in ("cluster", *hostile.PROTOCOLS)]


def with_control_bytes(data, texts):
    """Each text where it is on the wire, with bytes in it that a terminal obeys."""
    for text in sorted(texts, key=len, reverse=True):
        raw = text.encode()
        data = data.replace(raw, raw[:1] + b"\x1b\x07" + raw[3:])
    return data


# How Wireshark itself shows an interface's name.
WIRESHARKS_OWN = re.compile(r"Frame \d+: .* on interface|\s+Interface (id|name):")


@pytest.mark.parametrize("story", [
    "cman-story-clean", "cman-story-barriers", "cman-story-merged", "nisca-story-removal",
    "nisca-story-handshakes", "nisca-story-scs", "nisca-story-mscp", "nisca-story-merged"])
def test_control_bytes_reach_no_terminal(tshark, captures, story):
    """All texts that the story has on the wire, those of interfaces as well, in all tables."""
    original = either_format(captures / f"{story}.pcap")
    data = original.read_bytes()
    shown = tshark.fields(original, [*our_fields(tshark, ("FT_STRING", "FT_STRINGZ")),
                                     "frame.interface_name"])
    # The names of VMS's own processes tell what they talk about.
    texts = {value for frame in shown for values in frame.values() for value in values
             if len(value) > 3 and "$" not in value and value.encode() in data}
    assert texts
    capture = tshark.captures / f"terminal{original.suffix}"
    capture.write_bytes(with_control_bytes(data, texts))
    tables = [word for name in hostile.our_tables(tshark) for word in ("-z", name)]
    assert len(tables) > 40
    text = tshark.read(capture, "-V") + tshark.read(capture) + tshark.read(capture, "-q", *tables)
    assert [line for line in text.split("\n") if re.search(r"[\0-\x08\x0b-\x1f\x7f]", line)
            and not WIRESHARKS_OWN.match(line)] == []
    assert r"\033" in text or r"\x1b" in text or r"\e" in text


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
    links = our_fields(tshark, ("FT_FRAMENUM",))
    checked = 0
    for frame in tshark.fields(capture, ["frame.number", *links]):
        number = int(frame.pop("frame.number")[0])
        for link, frames in frame.items():
            seen = [int(one) for one in frames]
            assert number not in seen, link
            assert not BACKWARD.search(link) or max(seen, default=0) < number, link
            checked += len(seen)
    assert checked > 0
