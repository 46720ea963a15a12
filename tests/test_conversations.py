# SPDX-License-Identifier: GPL-2.0-or-later
"""Analyze > Conversation Filter, without the window: a small plugin asks each frame
for the filters that the menu would offer (tests/conversations).  The filters are then
used, and what they find is compared with who sent what to whom."""
import shutil
import struct

import pytest

import cman_packets
import hostile
from conftest import build_target
from tshark import BUILD, Tshark

OURS = ("cman", "NISCA", "NCS")


@pytest.fixture(scope="module")
def asker():
    """tshark with the plugin, and with the one that asks it."""
    build_target("asker")
    tool = Tshark()
    folder = tool.home / ".local/lib/wireshark/plugins" / tool.series / "epan"
    shutil.copy(BUILD / "tests/conversations/asker.so", folder)
    yield tool
    tool.close()


def offered(asker, capture, frame):
    """Title -> filter, of our entries for one frame."""
    packet, = asker.pdml(capture, "-2", "-Y", f"frame.number == {frame}")
    answers = [field.get("show") for field in packet.iter("field")
               if field.get("name") == "asker.filter"]
    return dict(answer.split(": ", 1) for answer in answers if answer.startswith(OURS))


# Capture, frame, and of each entry that is offered the filter and what it must find: numbers from
# the packet list (who sends to whom, and what goes to all nodes but names one), or a filter on the
# carrier's addresses.
CASES = [
    # Node 1 acknowledges what node 3 sends, which has just joined.
    ("cman-field-guide-rejoin.pcap", 20, {
        "cman node pair": ("cman.cluster == 6463 && ((cman.id == 1 && cman.id == 3) || "
                           "(ip.addr == 192.168.1.201 && ip.addr == 192.168.1.203))",
                           [16, 20, 22, 27]),
        "cman cluster": ("cman.cluster == 6463", list(range(1, 30)))}),
    # The JOINREQ of a node that has no id yet; it is node 3 later on.
    ("cman-field-guide-rejoin.pcap", 3, {
        "cman node pair": ("cman.cluster == 6463 && ip.addr == 192.168.1.203 && "
                           "ip.addr == 192.168.1.202", [3, 4, 11, 12, 14, 19, 23, 26, 28]),
        "cman cluster": ("cman.cluster == 6463", list(range(1, 30)))}),
    # A HELLO is for all nodes.
    ("cman-field-guide-rejoin.pcap", 1, {
        "cman cluster": ("cman.cluster == 6463", list(range(1, 30)))}),
    # A KILL goes to all nodes, and names one.
    ("cman-node-lost.pcap", 26, {
        "cman node pair": ("cman.cluster == 3169 && ((cman.id == 1 && cman.id == 3) || "
                           "(ip.addr == 192.0.2.1 && ip.addr == 192.0.2.3))", [26]),
        "cman cluster": ("cman.cluster == 3169", list(range(1, 40)))}),
    # STARTACK and VIEWACK go to all nodes, the acknowledgment to one.
    ("cman-node-lost.pcap", 30, {
        "cman node pair": ("cman.cluster == 3169 && ((cman.id == 2 && cman.id == 1) || "
                           "(ip.addr == 192.0.2.2 && ip.addr == 192.0.2.1))", [28, 30, 32]),
        "cman cluster": ("cman.cluster == 3169", list(range(1, 40)))}),
    # Over IPv6, too, a message to all leads to the acknowledgments.
    ("cman-story-ipv6.pcap", 5, {
        "cman node pair": ("cman.cluster == 3169 && ((cman.id == 1 && cman.id == 2) || "
                           "(ipv6.addr == 2001:db8::1 && ipv6.addr == 2001:db8::2))",
                           [2, 5, 6, 7, 8, 9]),
        "cman cluster": ("cman.cluster == 3169", list(range(1, 20)))}),
    ("cman-story-ipv6.pcap", 9, {
        "cman node pair": ("cman.cluster == 3169 && ((cman.id == 1 && cman.id == 2) || "
                           "(ipv6.addr == 2001:db8::1 && ipv6.addr == 2001:db8::2))",
                           [2, 5, 6, 7, 8, 9]),
        "cman cluster": ("cman.cluster == 3169", list(range(1, 20)))}),
    ("nisca-story-removal.pcap", 9, {
        "NISCA node pair": ("nisca.dx.group == 1 && nisca.dx.addr == aa:00:04:00:02:04 && "
                            "nisca.dx.addr == aa:00:04:00:01:04",
                            "eth.addr == 02:00:00:04:10:01 && eth.addr == 02:00:00:04:10:02"),
        "NISCA circuit": ("nisca.tr && nisca.dx.group == 1 && nisca.dx.addr == aa:00:04:00:02:04 "
                          "&& nisca.dx.addr == aa:00:04:00:01:04",
                          "eth.addr == 02:00:00:04:10:01 && eth.addr == 02:00:00:04:10:02"),
        "NISCA cluster": ("nisca.dx.group == 1", list(range(1, 56)))}),
    # Two channels, one pair; channel control is no part of the circuit.
    ("nisca-hangs.pcap", 8, {
        "NISCA node pair": ("nisca.dx.group == 1 && nisca.dx.addr == aa:00:04:00:01:04 && "
                            "nisca.dx.addr == aa:00:04:00:02:04", "eth.dst.ig == 0"),
        "NISCA cluster": ("nisca.dx.group == 1", list(range(1, 136)))}),
    ("nisca-hangs.pcap", 12, {
        "NISCA node pair": ("nisca.dx.group == 1 && nisca.dx.addr == aa:00:04:00:02:04 && "
                            "nisca.dx.addr == aa:00:04:00:01:04", "eth.dst.ig == 0"),
        "NISCA circuit": ("nisca.tr && nisca.dx.group == 1 && nisca.dx.addr == aa:00:04:00:02:04 "
                          "&& nisca.dx.addr == aa:00:04:00:01:04", "eth.dst.ig == 0 && !nisca.cc"),
        "NISCA cluster": ("nisca.dx.group == 1", list(range(1, 136)))}),
    ("nisca-hangs.pcap", 1, {  # a HELLO
        "NISCA cluster": ("nisca.dx.group == 1", list(range(1, 136)))}),
    # Of two clusters, one; and of the other a slave with its master.
    ("ncs-two-clusters.pcap", 1, {
        "NCS cluster": ("ncs_heartbeat.panning_id == 0x5d77a681",
                        "ip.src == 192.0.2.1 || ip.src == 192.0.2.2")}),
    ("ncs-two-clusters.pcap", 8, {
        "NCS node and its master": ("ncs_heartbeat.panning_id == 0x8762bf01 && "
                                    "(ip.src == 192.0.2.12 || ip.src == 192.0.2.11)",
                                    "ip.src == 192.0.2.11 || ip.src == 192.0.2.12"),
        "NCS cluster": ("ncs_heartbeat.panning_id == 0x8762bf01",
                        "ip.src == 192.0.2.11 || ip.src == 192.0.2.12")}),
    ("ncs-outdated-view.pcap", 2, {
        "NCS node and its master": ("ncs_heartbeat.panning_id == 0x5d77a681 && "
                                    "(ip.src == 192.0.2.2 || ip.src == 192.0.2.1)",
                                    "ip.src == 192.0.2.1 || ip.src == 192.0.2.2"),
        "NCS cluster": ("ncs_heartbeat.panning_id == 0x5d77a681", list(range(1, 122)))}),
]

# Clones of a cluster that differ by their VLAN alone.
CASES += [
    ("cman-tunnels.pcap", 4, {
        "cman cluster": ("cman.cluster == 3169 && (vlan.id == 6)", "vlan.id == 6")}),
    ("nisca-story-two-vlans.pcap", 3, {
        title: (f"{begin}nisca.dx.group == 1 && (vlan.id == 10){end}", finds)
        for title, begin, end, finds in (
            ("NISCA node pair", "", " && nisca.dx.addr == aa:00:04:00:01:04 && nisca.dx.addr == "
             "aa:00:04:00:02:04", "vlan.id == 10 && eth.dst.ig == 0"),
            ("NISCA circuit", "nisca.tr && ", " && nisca.dx.addr == aa:00:04:00:01:04 && "
             "nisca.dx.addr == aa:00:04:00:02:04", "vlan.id == 10 && eth.dst.ig == 0"),
            ("NISCA cluster", "", "", "vlan.id == 10"))}),
    ("ncs-two-vlans.pcap", 4, {
        "NCS node and its master": (
            "ncs_heartbeat.panning_id == 0x5d77a681 && (vlan.id == 20) && "
            "(ip.src == 192.0.2.2 || ip.src == 192.0.2.1)", "vlan.id == 20"),
        "NCS cluster": ("ncs_heartbeat.panning_id == 0x5d77a681 && (vlan.id == 20)",
                        "vlan.id == 20")}),
]


@pytest.mark.parametrize("name, frame, wanted", CASES,
                         ids=lambda value: value if isinstance(value, (str, int)) else "")
def test_entries_of_a_frame(asker, captures, name, frame, wanted):
    capture = captures / name
    answers = offered(asker, capture, frame)
    assert answers == {title: text for title, (text, _) in wanted.items()}
    for title, (text, finds) in wanted.items():
        if isinstance(finds, str):
            finds = asker.frames(capture, finds)
        assert asker.frames(capture, text) == finds, title
        assert frame in finds


def test_every_frame_is_in_what_it_is_asked_for(asker, captures):
    """Whatever frame one picks, the filter finds that frame."""
    for name in ("cman-incident.pcapng", "cman-tunnels.pcap", "nisca-messages.pcap",
                 "ncs-messages.pcap"):
        found = {}
        for packet in asker.pdml(captures / name, "-2"):
            number = next(int(field.get("show")) for field in packet.iter("field")
                          if field.get("name") == "frame.number")
            for field in packet.iter("field"):
                if field.get("name") == "asker.filter" and field.get("show").startswith(OURS):
                    text = field.get("show").split(": ", 1)[1]
                    if text not in found:
                        found[text] = asker.frames(captures / name, text, "-2")
                    assert number in found[text], f"{name}: frame {number}: {text}"
        assert found, name


def test_nothing_is_known_without_analysis(asker, captures):
    """Without analysis a node has its id, and no address."""
    packets = asker.pdml(captures / "cman-node-lost.pcap", "-o", "cman.analysis:FALSE", "-Y",
                         "frame.number == 30 || frame.number == 28")
    answers = [field.get("show") for packet in packets for field in packet.iter("field")
               if field.get("name") == "asker.filter" and "node pair" in field.get("show")]
    assert answers == ["cman node pair: cman.cluster == 3169 && cman.id == 2 && cman.id == 1"]


def ipv6(sender, payload):
    """Raw IPv6 of node `sender` to all nodes."""
    data = struct.pack(">HHHH", 6809, 6809, 8 + len(payload), 0) + payload
    return struct.pack(">IHBB", 0x60000000, len(data), 17, 64) + bytes.fromhex(
        f"20010db8{sender:024x}ff05{0x6809:028x}") + data


def test_no_filter_mixes_ipv4_and_ipv6(asker):
    """Node 1 kills node 2 over IPv6, whose HELLOs come over IPv4."""
    capture = asker.captures / "both.pcap"
    with hostile.Pcap(capture, hostile.RAW_IP) as file:
        file.add(0, ipv6(1, cman_packets.hello(1, 1)))
        file.add(100, hostile.udp(0xc0000202, 0xc00002ff, cman_packets.hello(2, 1)))
        file.add(200, ipv6(1, cman_packets.kill(1, 2, 2)))
    assert offered(asker, capture, 3)["cman node pair"] == (
        "cman.cluster == 6463 && cman.id == 1 && cman.id == 2")


def test_a_node_makes_no_pair_with_itself(asker):
    """A node that kills itself, by id and by address."""
    capture = asker.captures / "itself.pcap"
    with hostile.Pcap(capture, hostile.RAW_IP) as file:
        file.add(0, hostile.udp(0xc0000201, 0xc00002ff, cman_packets.hello(1, 1)))
        file.add(100, hostile.udp(0xc0000201, 0xc0000201, cman_packets.kill(1, 1, 2)))
    assert list(offered(asker, capture, 2)) == ["cman cluster"]


def test_what_an_error_quotes_is_no_conversation(asker):
    """Node 2 is unreachable, says a router; its message is quoted."""
    capture = asker.captures / "quoted.pcap"
    message = hostile.udp(0xc0000201, 0xc0000202, cman_packets.kill(1, 2, 2))
    error = bytes([3, 1, 0, 0, 0, 0, 0, 0]) + message  # ICMP: host unreachable
    with hostile.Pcap(capture, hostile.RAW_IP) as file:
        file.add(0, message)
        file.add(100, struct.pack(">BBHHHBBHII", 0x45, 0, 20 + len(error), 0, 0, 64, 1, 0,
                                  0xc00002fe, 0xc0000201) + error)
    assert "cman cluster" in offered(asker, capture, 1)
    assert offered(asker, capture, 2) == {}
