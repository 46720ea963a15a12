# SPDX-License-Identifier: GPL-2.0-or-later
"""Captures of NCS heartbeats with known truth, where they are beside the repository."""
import pathlib

import pytest

CASES = pathlib.Path(__file__).resolve().parents[2] / "shared" / "cases"

EXPERTS = ("joining", "panning_change", "outdated_view", "two_masters", "silent_node",
           "master_change", "incarnation_change", "analysis.duplicate")

# What must be said how often; what is not named here must not be said.  From the truth of
# how the traffic was made.
TRUTH = {
    "ncs-r1_firewall_join_uni.pcap": {"joining": 1},
    "ncs-r2_panning_mismatch.pcap": {"panning_change": 1, "silent_node": 1},
    # Silent while it is paused, and again after the poison pill; two nodes learn of the view.
    "ncs-r4b_zombie.pcap": {"outdated_view": 1, "silent_node": 2, "incarnation_change": 2},
    "ncs-r6_stp_seen_at_master.pcap": {"silent_node": 1},
    "ncs-r3_cable_pulled_merged.pcapng": {"two_masters": 1, "master_change": 1,
                                          "incarnation_change": 2},
    "ncs-two_vlans.pcap": {},
    "ncs-small_subnet_sll1.pcap": {},
    # A slave and then the master die; views 0x21 (3 nodes), none (the slave that is back),
    # 0x22 (4 nodes) and 0x23 (the new master).
    "ncs-tap.pcapng": {"silent_node": 2, "master_change": 1, "incarnation_change": 9},
}


@pytest.mark.parametrize("name", TRUTH)
def test_case(tshark, name):
    if not (CASES / name).exists():
        pytest.skip("the case is not there")
    said = {expert: len(tshark.frames(CASES / name, f"ncs_heartbeat.{expert}"))
            for expert in EXPERTS}
    assert {k: n for k, n in said.items() if n} == TRUTH[name]


def test_master_of_a_small_subnet(tshark):
    """10.0.0.63 is a broadcast by the cooked header: 10.0.0.1 is the master."""
    path = CASES / "ncs-small_subnet_sll1.pcap"
    if not path.exists():
        pytest.skip("the case is not there")
    rows = tshark.fields(path, ["ip.src", "ncs_heartbeat.role", "ncs_heartbeat.master"])
    shown = {tuple(cell[0] for cell in row.values()) for row in rows}
    assert shown == {("10.0.0.1", "1", "10.0.0.1"), ("10.0.0.2", "2", "10.0.0.1")}
