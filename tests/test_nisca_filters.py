# SPDX-License-Identifier: GPL-2.0-or-later
"""Each display filter for NISCA in README, docs and the profile answers its question: it finds
something where that happened, and nothing where it did not.

What is in the captures is told at the head of each story."""
import re

import pytest

from documents import answers_its_question, saved_filters
from tshark import ROOT

# Ten minutes of two nodes without any fault; another protocol.
HEALTHY = "nisca-story-healthy.pcap"
OTHER = "ncs-healthy.pcap"
HANGS = "nisca-hangs.pcap"
LOST = "nisca-story-lost-message.pcap"
REMOVAL = "nisca-story-removal.pcap"
STRANGER = "nisca-story-password-first.pcap"

# Filter: a capture in which it finds something, and those in which it must not.
KNOWN = {
    "nisca.silent_node or nisca.analysis.hello_lost":
        ("nisca-story-silent-node.pcap", [HEALTHY, HANGS]),
    "nisca.tr.flags.rexmt == 1 and nisca.silent.last_frame":
        ("nisca-story-silent-node.pcap", [HEALTHY, HANGS, LOST]),
    "nisca.silent_node or nisca.analysis.hello_lost or nisca.circuit.broken":
        ("nisca-story-vc-timeout.pcap", [HEALTHY, HANGS]),
    "nisca.circuit.broken": ("nisca-story-vc-timeout.pcap", [HEALTHY, HANGS, LOST]),
    "nisca.circuit.restarted": ("nisca-story-vc-timeout.pcap", [HEALTHY, HANGS]),
    "nisca.channel.no_verf or nisca.channel.no_vack": (STRANGER, [HEALTHY, LOST]),
    "nisca.channel.no_verf or nisca.channel.no_vack or nisca.password_mismatch":
        (STRANGER, [HEALTHY, LOST]),
    "nisca.path.big_lost": (HANGS, [HEALTHY, "nisca-story-no-vack.pcap"]),
    "nisca.channel.stale": ("nisca-story-stale.pcap", [HEALTHY, HANGS, LOST]),
    "nisca.analysis.rexmt_cause == 1": (LOST, [HEALTHY, "nisca-story-lost-ack.pcap"]),
    "nisca.analysis.rexmt_cause == 2": ("nisca-story-lost-ack.pcap", [HEALTHY, LOST]),
    "nisca.ack.late or nisca.analysis.ack_rtt > 0.5 or nisca.analysis.rexmt_delta > 0.5 "
    "or nisca.analysis.rsvp_late":
        (HANGS, [HEALTHY]),
    "nisca.duplicate_system or nisca.identity_conflict":
        ("nisca-story-duplicate-system.pcap", [HEALTHY, HANGS]),
    "nisca.identity_conflict or nisca.duplicate_system":
        ("nisca-story-identity.pcap", [HEALTHY, HANGS]),
    "nisca.solicit_unanswered":
        ("nisca-story-unserved.pcap", [HEALTHY, "nisca-story-solicit.pcap"]),
    "nisca.password_mismatch or nisca.multicast_group_mismatch": (STRANGER, [HEALTHY, HANGS]),
    "nisca.bye or nisca.cnx.transition.number": (REMOVAL, [HEALTHY, HANGS]),
    # VAX3 is admitted, then removed.
    "nisca.cnx.transition.joined or nisca.cnx.transition.removed": (REMOVAL, [HEALTHY, HANGS]),
    "nisca.cnx.transition.number == 2": (REMOVAL, [HEALTHY, HANGS]),
    "nisca.bye": ("nisca-story-bye.pcap", [HEALTHY, HANGS]),
    "nisca.capture.copy_of or nisca.analysis.duplicate":
        ("nisca-story-merged.pcapng", [HEALTHY, HANGS]),
    'nisca.src_name == "VAX1" or nisca.dst_name == "VAX1"': (HANGS, [OTHER]),
    "frame.number == 65 or nisca.analysis.rexmt_of == 65": (HANGS, ["nisca-story-names.pcap"]),
    "nisca": (HEALTHY, [OTHER]),
    "nisca and not nisca.cc.type == 0": (HANGS, [OTHER]),
    "nisca.cc": (HANGS, [OTHER, LOST]),
    "nisca.tr": (HANGS, [OTHER, "nisca-story-adapters.pcap"]),
}


def documented():
    """Filters for NISCA alone, from the tables that give filters for questions."""
    texts = [(ROOT / "docs/openvms.md").read_text().split("## Worked example")[0],
             (ROOT / "docs/big-captures.md").read_text()]
    for line in "\n".join(texts).splitlines():
        if line.startswith("|"):
            yield from re.findall(r"`([^`]*\bnisca\.[^`]*)`", line)
    yield from saved_filters("NISCA")


FILTERS = sorted({text for text in documented() if not re.search("cman|ncs_|_ws", text)})


def test_the_documents_have_filters():
    """So that a change of their tables does not leave this file without work."""
    assert len(FILTERS) > 15


@pytest.mark.parametrize("text", FILTERS)
def test_a_documented_filter_answers_its_question(tshark, captures, text):
    answers_its_question(tshark, captures, text, *KNOWN[text])
