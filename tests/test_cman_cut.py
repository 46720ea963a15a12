# SPDX-License-Identifier: GPL-2.0-or-later
"""The messages of cman-messages once more, each at every length: as datagrams that end too
early, and as frames of which the capture holds the start.

A field is there in full or not at all; only a name at the end of a message, and bytes that
nobody decodes, are shown as far as they go.  Where the fields lie is taken from the whole
messages, whose values the story gives.  Lengths for which no document says what a message
shows are left out."""
import re
from typing import NamedTuple

import pytest

from cman_packets import datagram
from cman_values import HEADER_FIELDS, MESSAGE_FIELDS, proto
from hostile import RAW_IP, Pcap, pcap_frames
from test_cman import assert_nothing_is_lost, no_exception

FIELDS = HEADER_FIELDS + MESSAGE_FIELDS
EXPERTS = ["cman.truncated_message", "cman.unknown_command", "cman.version_unsupported",
           "_ws.malformed", "_ws.short"]
CARRIER = 14 + 28  # Ethernet, IPv4 and UDP
BYTES = {"cman.payload", "cman.trailer"}
PADDED = {"cman.barrier.name", "cman.joinreq.cluster_name"}
# What a whole message may lack at its end.
OPTIONAL = {*BYTES, "cman.node.name", "cman.trans.unused"}
# Messages that are lists: they may end after the flags and after each node.
VIEWS = {(1, 1), (1, 9)}  # port 1, JOINCONF and MASTERVIEW
ENDS = {"cman.view.flags", "cman.nodeid"}


class Item(NamedTuple):
    """A field of a whole message, and the bytes that it shows."""
    name: str
    start: int
    end: int
    value: str


class Message:
    def __init__(self, payload, items):
        self.payload = payload
        self.items = items
        self.is_view = len(payload) > 20 and (payload[0], payload[20]) in VIEWS
        needed = [item.end for item in items if not self.is_optional(item)]
        self.needed = max(needed, default=0)

    def is_optional(self, item):
        """The last padding of a barrier follows 33 bytes of its name, from byte 32 on."""
        return (item.name in OPTIONAL and not self.is_view) or (
            item.name == "cman.barrier.unused" and item.start == 32 + 33)

    def is_truncated(self, length):
        return length < self.needed and not (
            self.is_view and any(item.name in ENDS and item.end == length for item in self.items))

    def is_decided(self, length, snapped):
        """True if a document says what the message shows at this length."""
        for item, after in zip(self.items, [*self.items[1:], None]):
            if item.name in PADDED and after.name.endswith(".unused"):
                if item.end <= length < after.end:
                    return False
            if item.name == "cman.ack.unused" and length == item.start:
                return False
            if item.name in BYTES and snapped and item.start < length < item.end:
                return False
            if item.name == "cman.node.name" and not snapped and length == item.start:
                return self.is_view
        return True

    def expected(self, length, snapped):
        """The values of each field."""
        found = {}
        for item in self.items:
            value = item.value
            if item.end > length:
                if snapped or item.start >= length or not self.is_optional(item):
                    continue
                value = value[:(length - item.start) * (2 if item.name in BYTES else 1)]
            found.setdefault(item.name, []).append(value)
        return found


def items_of(packet):
    cman = proto(packet)
    if cman is None:
        return []
    start = int(cman.get("pos"))
    found = [Item(field.get("name"), int(field.get("pos")) - start,
                  int(field.get("pos")) - start + int(field.get("size")),
                  field.get("show").replace(":", "") if field.get("name") in BYTES
                  else field.get("show"))
             for field in cman.iter("field")
             if field.get("name") in FIELDS or field.get("name").endswith(".unused")]
    return sorted(found, key=lambda item: item.start)


@pytest.fixture(scope="module")
def whole(tshark, captures):
    path = captures / "cman-messages.pcap"
    frames = [(frame, items_of(packet))
              for frame, packet in zip(pcap_frames(path), tshark.pdml(path))]
    return [Message(frame[CARRIER:14 + int.from_bytes(frame[16:18], "big")], items)
            for frame, items in frames if items]


def cut(tshark, messages, snapped):
    """(message, length) of each frame, and a capture of them."""
    cuts = [(message, length) for message in messages for length in range(1, len(message.payload))
            if message.is_decided(length, snapped)]
    path = tshark.captures / f"cman-cut-{snapped}.pcap"
    with Pcap(path, RAW_IP) as capture:
        for number, (message, length) in enumerate(cuts):
            if snapped:
                frame = datagram(message.payload, 6809)
                capture.add(number * 10000, frame[:28 + length], len(frame))
            else:
                capture.add(number * 10000, datagram(message.payload[:length], 6809))
    path.chmod(0o644)
    return cuts, path


def wrong(message, length, snapped, frame):
    wanted = message.expected(length, snapped)
    expert = {"_ws.short"} if snapped else (
        {"cman.truncated_message"} if message.is_truncated(length) else set())
    yield from (f"{name}: {frame[name]}, not {wanted.get(name, [])}" for name in FIELDS
                if frame[name] != wanted.get(name, []))
    yield from (f"{name}: {frame[name]}" for name in EXPERTS if bool(frame[name]) != (
        name in expert))


@pytest.mark.parametrize("snapped", [False, True], ids=["short", "snapped"])
def test_a_message_at_every_length(tshark, whole, snapped):
    cuts, path = cut(tshark, whole, snapped)
    shown = tshark.fields(path, FIELDS + EXPERTS)
    assert len(shown) == len(cuts) > 2000
    complaints = [f"frame {number}: {message.payload.hex()} at {length}: {complaint}"
                  for number, ((message, length), frame) in enumerate(zip(cuts, shown), 1)
                  for complaint in wrong(message, length, snapped, frame)]
    assert not complaints, "\n" + "\n".join(complaints[:40]) + f"\n({len(complaints)} in all)"
    assert tshark.fields(path, FIELDS, "-2") == [
        {name: frame[name] for name in FIELDS} for frame in shown]


def test_nothing_of_a_short_message_is_lost(tshark, whole):
    _, path = cut(tshark, whole, False)
    assert_nothing_is_lost(tshark.pdml(path))
    assert no_exception(tshark.read(path, "-V"))


def numbers_of_info(tshark, path):
    """Without verdicts, which are about other frames, too."""
    info = tshark.read(path, "-T", "fields", "-e", "_ws.col.Info").splitlines()
    return [set(re.findall(r"\d+", re.sub(r"\[.*?\]", "", text))) for text in info]


def test_info_has_no_number_that_was_cut_off(tshark, whole):
    """But a view of which not all is there has "members 1 or more"."""
    cuts, path = cut(tshark, whole, True)
    full = tshark.captures / "cman-not-cut.pcap"
    with Pcap(full, RAW_IP) as capture:
        for number, message in enumerate(whole):
            capture.add(number * 10000, datagram(message.payload, 6809))
    full.chmod(0o644)
    known = {message.payload: numbers for message, numbers in zip(
        whole, numbers_of_info(tshark, full))}
    wrong_ones = [f"{message.payload.hex()} at {length}: {numbers - known[message.payload]}"
                  for (message, length), numbers in zip(cuts, numbers_of_info(tshark, path))
                  if not (message.is_view or numbers <= known[message.payload])]
    assert not wrong_ones, "\n".join(wrong_ones[:40])
