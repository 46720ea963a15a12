# SPDX-License-Identifier: GPL-2.0-or-later
"""Hostile input, a slice of it: the long runs are commands in tests/fuzz/."""
import random
import subprocess

import pytest

import hostile
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
