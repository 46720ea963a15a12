# SPDX-License-Identifier: GPL-2.0-or-later
"""Packets without a time, as pcapng's Simple Packet Blocks have them, are
decoded, but nothing is claimed about when they came or what they repeat."""
import pytest

import hostile
import pcapng

ANALYSED = {
    "cman": ("cman-story-hour", "cman.seq",
             "cman.analysis.hello_delta || cman.analysis.acks_frame || cman.analysis.acked_in"),
    "nisca": ("nisca-story-healthy", "nisca.dx.group", "nisca.analysis"),
    "ncs_heartbeat": ("ncs-healthy", "ncs_heartbeat.panning_id", "ncs_heartbeat.analysis"),
}


@pytest.mark.parametrize("protocol", hostile.PROTOCOLS)
def test_packets_without_a_time(protocol, tshark, captures):
    story, decoded, analysed = ANALYSED[protocol]
    original = captures / f"{story}.pcap"
    frames = list(hostile.pcap_frames(original))[:200]
    path = pcapng.write(tshark.captures / f"{protocol}-timeless.pcapng", pcapng.section(),
                        pcapng.interface(1, "eth0"), *map(pcapng.timeless_packet, frames))
    among = "frame.number <= 200 && ({})".format
    assert tshark.frames(path, decoded) == tshark.frames(original, among(decoded))
    assert tshark.frames(original, among(analysed)) and not tshark.frames(path, analysed)
