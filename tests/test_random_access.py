# SPDX-License-Identifier: GPL-2.0-or-later
"""Frames in any order, again and again, two files in one process: the answers
are those of a fresh start that is asked from the first frame on."""
import random

import pytest

from sharkd import Sharkd

FRAMES = 40  # asked for in each capture
PAIRS = [("cman-story-restarts.pcap", "nisca-story-causes.pcap"),
         ("nisca-story-mscp.pcap", "ncs-split-brain.pcap"),
         ("ncs-merged.pcapng", "cman-story-merged.pcapng"),
         ("cman-hostile.pcap", "nisca-hostile.pcap")]


def shown(answer):
    """The tree and the columns of sharkd's answer, without what tells of
    the capture file or of frames that were looked at before."""
    trees = [node for node in answer["tree"] if not node["l"].startswith("Frame ")]
    return trees, answer["col"]


def in_order(tshark, path, numbers):
    with Sharkd(tshark) as server:
        server.load(path)
        return {number: shown(server.frame(number)) for number in sorted(numbers)}


def chosen(dice, server):
    count = server.count()
    return dice.sample(range(1, count + 1), min(FRAMES, count))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].split(".")[0])
def test_any_order_of_two_files(tshark, captures, pair):
    dice = random.Random(pair[0])
    answers = []
    with Sharkd(tshark) as server:
        for name in (*pair, *pair):
            server.load(captures / name)
            numbers = chosen(dice, server)
            asked = [*numbers, *dice.sample(numbers, len(numbers)), *reversed(sorted(numbers))]
            answers.append((name, [(number, shown(server.frame(number))) for number in asked]))
    for name, given in answers:
        fresh = in_order(tshark, captures / name, {number for number, _ in given})
        wrong = [number for number, answer in given if answer != fresh[number]]
        assert not wrong, (name, wrong)
