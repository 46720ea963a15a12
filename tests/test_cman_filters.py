# SPDX-License-Identifier: GPL-2.0-or-later
"""Each display filter for cman in README, docs and the profile answers its question: it
finds something where that happened, and nothing where it did not.

What is in the captures is told at the head of each story."""
import re

import pytest

from documents import answers_its_question, saved_filters
from tshark import ROOT

# A healthy hour of HELLOs; and a node that was removed without anything wrong.
QUIET = "cman-quiet.pcap"
HEALTHY = "cman-field-guide-leave.pcap"

# Filter: a capture in which it finds something, and those in which it must not.
KNOWN = {
    "cman": (QUIET, ["ncs-healthy.pcap"]),
    "cman.transition.number": (HEALTHY, [QUIET]),
    "cman.transition.number == 2": ("cman-halves.pcap", [HEALTHY]),
    "cman.transition.restarted": ("cman-hang.pcap", [QUIET, HEALTHY, "cman-halves.pcap"]),
    "cman.transition.restarted or cman.transition.clash":
        ("cman-hang.pcap", [QUIET, HEALTHY, "cman-halves.pcap"]),
    "cman.transition.duration > 2": ("cman-hang.pcap", [QUIET, HEALTHY]),
    "cman.transition.missing or cman.barrier.missing": ("cman-hang.pcap", [QUIET, HEALTHY]),
    "cman.barrier.subcmd == 4 and not cman.barrier.complete_frame":
        ("cman-hang.pcap", [QUIET, HEALTHY, "cman-halves.pcap"]),
    "cman.barrier.duration > 1": ("cman-story-barriers.pcap", [QUIET, HEALTHY]),
    "cman.kill or cman.nodedown or cman.leave": ("cman-node-lost.pcap", [QUIET]),
    "cman.kill": ("cman-node-lost.pcap", [QUIET]),
    "cman.nodedown": ("cman-node-lost.pcap", [QUIET]),
    "cman.silent_node or cman.nodedown or cman.kill": ("cman-node-lost.pcap", [QUIET]),
    # That node never comes back, so it has no HELLO that is late.
    "cman.silent_node": ("cman-node-lost.pcap", [QUIET, HEALTHY]),
    "cman.analysis.hello_late or cman.analysis.hello_lost": ("cman-story-hello.pcap", [QUIET]),
    "cman.analysis.hello_lost": ("cman-story-hello.pcap", [QUIET]),
    "cman.analysis.hello_missed >= 2": ("cman-story-hello.pcap", [QUIET]),
    "cman.analysis.retransmission": (HEALTHY, [QUIET]),
    "cman.analysis.rto > 1.5 or (cman.analysis.retransmission and not cman.cmd in {9, 13})":
        ("cman-deaf.pcap", [QUIET, HEALTHY]),
    "cman.analysis.duplicate": ("cman-story-storm.pcap", [QUIET, HEALTHY]),
    "cman.analysis.duplicate_count > 2": ("cman-story-storm.pcap", [QUIET, HEALTHY]),
    "cluster.storm or cman.analysis.duplicate_count > 2":
        ("cman-story-storm.pcap", [QUIET, HEALTHY]),
    "cman.analysis.ack_rtt > 0.5": ("cman-hang.pcap", [QUIET]),
    "cman.death.heard or cman.death.acked_in": ("cman-deaf.pcap", [QUIET, "cman-node-lost.pcap"]),
    "cman.split": ("cman-halves.pcap", [QUIET, HEALTHY]),
    "cman.split or cman.inquorate": ("cman-halves.pcap", [QUIET, HEALTHY]),
    "cman.split or cman.identity_conflict": ("cman-identities.pcap", [QUIET, HEALTHY]),
    "cman.inquorate": ("cman-quorum.pcap", [QUIET, HEALTHY, "cman-halves.pcap"]),
    "cman.join.failed or cman.join.ok_lost or cman.joinack_nak":
        ("cman-joins-fail.pcap", [QUIET, "cman-field-guide-rejoin.pcap"]),
    "cman.identity_conflict or cman.second_cluster": ("cman-identities.pcap", [QUIET]),
    "cman.second_cluster or cman.cmd == 15 or cman.version_unsupported":
        ("cman-identities.pcap", [QUIET, HEALTHY]),
    "frame.interface_id == 1 and cman.analysis.hello_missed":
        ("cman-story-merged.pcapng", [QUIET]),
    "cman.capture.copy_of": ("cman-story-merged.pcapng", [QUIET]),
    "cman.cmd == 10": (HEALTHY, [QUIET]),
    "cman.internal.cmd == 5": (HEALTHY, [QUIET]),
    "cman and not cman.cmd == 4": (HEALTHY, [QUIET]),
    "cman.id == 3": (QUIET, ["cman-story-single.pcap"]),
    'cman.src_name == "mark"': ("cman-story-names.pcap", [QUIET]),
    "cman.quorum": (HEALTHY, [QUIET]),
    # Fields for a column: what has no generation or ACK does not have them.
    "cman.ack": (QUIET, ["ncs-healthy.pcap"]),
    "cman.seq": (QUIET, ["ncs-healthy.pcap"]),
    "cman.generation": (QUIET, ["ncs-healthy.pcap"]),
    # The words of the glossary.
    "cman.cmd == 1": ("cman-field-guide-rejoin.pcap", [QUIET, HEALTHY]),
    "cman.cmd == 2": ("cman-field-guide-rejoin.pcap", [QUIET, HEALTHY]),
    "cman.cmd == 15": ("cman-story-joins.pcap", [QUIET, HEALTHY]),
    "cman.cmd == 16": ("cman-field-guide-rejoin.pcap", [QUIET, HEALTHY]),
    "cman.trans.reason": (HEALTHY, [QUIET]),
    "cman.trans.reason == 1": ("cman-field-guide-rejoin.pcap", [QUIET, HEALTHY]),
    "cman.trans.reason == 2": (HEALTHY, [QUIET, "cman-field-guide-rejoin.pcap"]),
    "cman.trans.reason == 3": ("cman-two-die.pcap", [QUIET, HEALTHY]),
    "cman.trans.reason == 5": ("cman-story-clash.pcap", [QUIET, HEALTHY]),
    "cman.trans.reason == 7": ("cman-story-restarts.pcap", [QUIET, HEALTHY]),
    "cman.leave.reason": ("cman-hang.pcap", [QUIET]),
    "cman.leave.reason == 0": ("cman-hang.pcap", [QUIET, HEALTHY]),
    "cman.leave.reason == 5": ("cman-given-up.pcap", [QUIET, HEALTHY]),
    "cman.leave.reason == 6": ("cman-node-lost.pcap", [QUIET]),
    "cman.leave.reason == 7": ("cman-deaf.pcap", [QUIET, HEALTHY]),
    "cman.transition.missing": ("cman-hang.pcap", [QUIET, HEALTHY]),
    "cman.transition.master": (HEALTHY, [QUIET]),
    "cman.joinack.type": ("cman-field-guide-rejoin.pcap", [QUIET, HEALTHY]),
    "cman.expected_votes": ("cman-field-guide-rejoin.pcap", [QUIET]),
}


def documented():
    """Filters for cman alone, from the tables of the pages and the saved ones."""
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    for page in pages:
        for line in page.read_text().splitlines():
            if line.startswith("|") and page.name not in ("fields.md", "statistics.md"):
                yield from re.findall(r"`([^`]*\bcman\.[^`]*|cman)`", line)
    yield from saved_filters("cman")


FILTERS = sorted({text for text in documented()
                  if not re.search(r"nisca|ncs_heartbeat|layers|cman,|_ws\.", text)})


def test_the_documents_have_filters():
    """So that a change of their tables does not leave this file without work."""
    assert len(FILTERS) > 25


@pytest.mark.parametrize("text", FILTERS)
def test_a_documented_filter_answers_its_question(tshark, captures, text):
    answers_its_question(tshark, captures, text, *KNOWN[text])
