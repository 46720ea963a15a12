# SPDX-License-Identifier: GPL-2.0-or-later
"""Three people's days in the window, on a small screen and on a wide one: a few
steps each, and the last ends on the answer.  What is on the screen is read from
its pixels, so a word that is cut off or hidden is not there.  The pictures are
kept in window-pictures/ in the build folder."""
import shutil
import subprocess

import pytest

from tshark import BUILD
from window import Window, missing_packages, plain, wait_for

PICTURES = BUILD / "window-pictures"
SCREENS = [(1366, 768), (1600, 900)]
BUTTONS = 64, 26  # the strip of the screen that has them: its top, its height
pytestmark = [
    pytest.mark.skipif(bool(missing_packages()),
                       reason="no window without Debian's packages: "
                              + " ".join(missing_packages())),
    pytest.mark.parametrize("size", SCREENS, ids=lambda size: f"{size[0]}")]


class Day:
    """What one does in the window, step by step; opening the file is the first."""

    def __init__(self, window, name):
        self.window, self.name, self.steps = window, name, 0
        self.end_step()

    def end_step(self):
        self.steps += 1
        self.window.settle()
        self.keep_picture()

    def keep_picture(self):
        PICTURES.mkdir(exist_ok=True)
        self.window.save(PICTURES / f"{self.name}-{self.window.size[0]}-{self.steps}.png")

    def button(self, name):
        self.window.focus(self.window.main)
        self.window.click_word(name, *BUTTONS)
        self.end_step()

    def table(self, title, place):
        self.shown = self.window.open_statistic(title, place)
        self.end_step()

    def maximize(self):
        self.window.fill_screen(self.shown)
        self.end_step()

    def reads(self, *sentences):
        """A click that a loaded machine answers late is not taken for one without an answer."""
        def missing():
            screen = plain("".join(text for text, _, _ in self.window.read()))
            return [sentence for sentence in sentences if plain(sentence) not in screen]
        wait_for(lambda: not missing(), f"{sentences} on the screen; see {PICTURES}")
        self.keep_picture()


def test_a_node_was_killed(captures, tmp_path, size):
    """Three captures of a RHEL 4 cluster: who, when, why; and was node 3 dead at all?"""
    merged = tmp_path / "incident.pcapng"
    subprocess.run([shutil.which("mergecap"), "-I", "none", "-w", merged,
                    *(captures / f"incident-{name}.pcap" for name in ("ludwig", "johann", "mark"))],
                   check=True)
    with Window(merged, size=size) as window:
        day = Day(window, "day-cman")
        day.button("Story")
        day.reads("15:04:26.400000", "interface 0 192.0.2.1",
                  "KILL, last heard 4.4 s ago, node 1 > 3",
                  "NODEDOWN [The node was heard] node 3 DEAD, last heard 4.4 s ago")
        day.table("Cluster timeline", 0)
        day.maximize()
        day.reads("node 3 is declared DEAD by node 1, though heard in frame 73,",
                  "4.4 s before: HELLOs sent in time, 4 lost on the way to",
                  "node 3 (mark) is out of the cluster: transition 1, master node 1 (ludwig)")
        assert day.steps <= 4


def test_a_cluster_hangs_now_and_then(captures, size):
    """An OpenVMS cluster: which adapter, and how long did which message wait?"""
    with Window(captures / "nisca-hangs.pcap", size=size) as window:
        day = Day(window, "day-nisca")
        day.button("Story")
        day.reads("VACK [Big packets are lost] VAX2 (EWB) > VAX1 (EWB)")
        # At the width that Wireshark gives the table.
        day.table("NISCA circuits", 9)
        day.reads("VAX1 (1.1) VAX2 (1.2) 9.900800 65")
        assert day.steps <= 3


def test_a_node_was_cast_out(captures, size):
    """A Novell cluster: which node was silent, when, and what became of it?"""
    with Window(captures / "ncs-outdated-view.pcap", size=size) as window:
        day = Day(window, "day-ncs")
        day.table("Cluster timeline", 0)
        day.maximize()
        day.reads("node 192.0.2.3 is silent for 9.0 s, its last heartbeat is in frame 60",
                  "node 192.0.2.3 is back after 12.0 s",
                  "node 192.0.2.3 still has view 0x0000002a, which the others left 3.0 s ago")
        assert day.steps <= 3
