# SPDX-License-Identifier: GPL-2.0-or-later
"""The same message over every carrier: the same fields, whatever is around it.

The values themselves are in the captures' .expect files; here the protocol's
whole subtree is compared, which nobody has to list.
"""
import pytest

# Protocol -> how many different messages the stories send.
MESSAGES = {"cman": 2, "nisca": 2, "ncs_heartbeat": 1}
LINKS = ["ethernet", "sll", "sll2", "raw"]
CARRIERS = [(protocol, link) for protocol in MESSAGES for link in LINKS
            if (protocol, link) != ("nisca", "raw")]
STRAY = "beef"
# The messages are 20 s apart: with the analysis, heartbeats would rightly be
# called lost, and other frames would have a say in what a frame shows.
NO_ANALYSIS = [argument for protocol in MESSAGES
               for argument in ("-o", f"{protocol}.analysis:FALSE")]


def layers(packet, protocol):
    return packet.findall(f"proto[@name='{protocol}']")


def subtree(layer):
    """The fields of a layer in their order, without where they are."""
    return tuple((field.get("name"), field.get("size"), field.get("showname"), field.get("value"))
                 for field in layer.iter("field"))


@pytest.fixture(scope="module")
def packets(tshark, captures):
    return {(protocol, link): tshark.pdml(captures / f"carriers-{protocol}-{link}.pcap",
                                          *NO_ANALYSIS)
            for protocol, link in CARRIERS}


@pytest.mark.parametrize("protocol", MESSAGES)
def test_the_carrier_makes_no_difference(packets, protocol):
    trees = {}
    for (name, link), capture in packets.items():
        for number, packet in enumerate(capture, start=1):
            for layer in layers(packet, protocol) if name == protocol else []:
                trees.setdefault(subtree(layer), []).append(f"{link} {number}")
    assert len(trees) == MESSAGES[protocol], list(trees.values())
    assert all(trees), "a frame has the layer, but no fields in it"


@pytest.mark.parametrize("protocol,link", CARRIERS)
def test_nothing_is_malformed(packets, protocol, link):
    for number, packet in enumerate(packets[protocol, link], start=1):
        names = {proto.get("name") for proto in packet.findall("proto")}
        assert not names & {"_ws.malformed", "_ws.short", "_ws.unreassembled"}, number
        severities = [int(field.get("show")) for field in packet.iter("field")
                      if field.get("name") == "_ws.expert.severity"]
        assert max(severities, default=0) < 0x600000, f"frame {number}: warning or error"


@pytest.mark.parametrize("protocol,link", CARRIERS)
def test_stray_bytes_are_the_links_own(packets, protocol, link):
    """Raw IP has no link layer that could show them."""
    frames = 0
    for number, packet in enumerate(packets[protocol, link], start=1):
        own = [field for layer in layers(packet, protocol) for field in layer.iter("field")]
        assert not [f.get("name") for f in own if (f.get("value") or "").endswith(STRAY)], number
        trailers = [f for proto in packet.findall("proto") for f in proto.iter("field")
                    if f.get("name").endswith(".trailer") and f.get("value").endswith(STRAY)]
        frames += len(trailers)
    assert frames == (0 if link == "raw" else len(packets[protocol, link]) // 2)
