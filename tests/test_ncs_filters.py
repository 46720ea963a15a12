# SPDX-License-Identifier: GPL-2.0-or-later
"""Each display filter for NCS in docs/oes.md, docs/big-captures.md and the profile answers its
question: it finds something where that happened, and nothing where it did not.

What is in the captures is told at the head of each story."""
import re

import pytest

from documents import answers_its_question, saved_filters
from tshark import ROOT

# Ten minutes of three nodes without any fault.
HEALTHY = "ncs-healthy.pcap"
DIES = "ncs-slave-dies.pcap"
SPLIT = "ncs-split-brain.pcap"

# Filter: a capture in which it finds something, and those in which it must not.
KNOWN = {
    "ncs_heartbeat.silent_node": (DIES, [HEALTHY]),
    "ncs_heartbeat.left": ("ncs-leaves.pcap", [HEALTHY, DIES]),
    "ncs_heartbeat.joining": ("ncs-joining.pcap", [HEALTHY, DIES]),
    "ncs_heartbeat.outdated_view": ("ncs-outdated-view.pcap", [HEALTHY, DIES]),
    "ncs_heartbeat.two_masters": (SPLIT, [HEALTHY, DIES, "ncs-handover.pcap"]),
    "ncs_heartbeat.master_change": ("ncs-failover-to-lower.pcap", [HEALTHY, DIES]),
    "ncs_heartbeat.panning_change or ncs_heartbeat.unexpected_panning_id":
        ("ncs-panning-change.pcap", [HEALTHY, DIES]),
    "ncs_heartbeat.incarnation_change": (DIES, [HEALTHY]),
    "ncs_heartbeat.silent_node or ncs_heartbeat.incarnation_change": (DIES, [HEALTHY]),
    "ncs_heartbeat.analysis.tolerance_used > 50": ("ncs-gaps-of-slave.pcap", [HEALTHY]),
    "ncs_heartbeat.silent_node or ncs_heartbeat.master_change or ncs_heartbeat.two_masters":
        (DIES, [HEALTHY]),
}


def documented():
    for name in ("oes.md", "big-captures.md"):
        for line in (ROOT / "docs" / name).read_text().splitlines():
            if line.startswith("|"):
                yield from re.findall(r"`([^`]*\bncs_heartbeat\.[^`]*)`", line)
    yield from saved_filters("NCS")


FILTERS = sorted(set(documented()))


def test_the_documents_have_filters():
    """So that a change of their tables does not leave this file without work."""
    assert len(FILTERS) >= 10


@pytest.mark.parametrize("text", FILTERS)
def test_a_documented_filter_answers_its_question(tshark, captures, text):
    answers_its_question(tshark, captures, text, *KNOWN[text])
