# SPDX-License-Identifier: GPL-2.0-or-later
"""NISCA frames that a test makes, and captures of them.  Layouts are those of
frames of real nodes; every node here is of cluster group 1."""
import struct
from typing import NamedTuple

import pcapng
from hostile import ETHERNET

HELLO, BYE, CCSTART, VERF, VACK = 0xa0, 0xb1, 0xb2, 0xb3, 0xb4
START, STACK, PPD_ACK = 0, 1, 2
CONNECT_REQ, CONNECT_RSP, ACCEPT_REQ, APPL_MSG = 0, 1, 2, 10
PASSWORD = bytes.fromhex("ee05395b00000000")
MULTICAST = bytes.fromhex("ab0004010101")
START_TIME = 1_790_000_000


class Node(NamedTuple):
    name: str
    number: int
    minor: int = 5
    password: bytes = PASSWORD

    @property
    def address(self):
        return b"\xaa\x00\x04\x00" + struct.pack("<H", self.number)

    def lan(self, card=0):
        return bytes([2, 0, 0, 4, 0x10 + card, self.number & 255])


def frame(sender, to, body, lan=0, vlan=None, size=0, macs=None):
    """Ethernet, Length and DX header around `body`; `size` pads the message."""
    message = ((to.address if to else MULTICAST) + b"\x01\x00" + sender.address + body)
    message = message.ljust(max(size - 2, 0), b"\0")
    macs = macs or (to.lan(lan) if to else MULTICAST) + sender.lan(lan)
    tag = struct.pack(">HH", 0x8100, vlan) if vlan else b""
    return (macs + tag + b"\x60\x07" + struct.pack("<H", len(message)) + message).ljust(60, b"\0")


SENT = 0x00bc2e73cb664fc0  # VMS time of the first frame; its clock ticks every 10 ms
TICK = 100_000


def stamped(ms, data):
    """Channel control says when it was sent."""
    return data.replace(struct.pack("<Q", SENT), struct.pack("<Q", SENT + int(ms // 10) * TICK))


def cc(flags, sender, to=None, **carrier):
    """Channel control; without a receiver it is multicast."""
    body = (struct.pack("<BBIBBH", flags, 0, 0x80000008, sender.minor, 1, 0)
            + b"\x06" + sender.name.encode().ljust(6) + b"\0"
            + bytes.fromhex("8001ff8300040000") + bytes(6) + bytes([0, 16, 3, 0, 0, 0])
            + (sender.password if flags & 0x10 else bytes(8)))
    if sender.minor >= 2:
        body += bytes(16)
    if sender.minor >= 3:
        body += (struct.pack("<HHQ", 1 if to else 0, 1426, SENT)
                 + b"\x03EWA".ljust(16, b"\0") + sender.lan(carrier.get("lan", 0)) + b"\x26\x00")
    if sender.minor >= 4:
        body += bytes.fromhex("1f0064000000")
    return frame(sender, to, body, **carrier)


def tr(flags, sender, to, ack=0, seq=0, data=b"", **carrier):
    """Transport: 41 datagram, 48 ACK, 4b message, 5b with RSVP, 7b and REXMT;
    without 40 the header is the classic one."""
    head = struct.pack("<BBHHHB", flags, 0x13, ack & 0xffff, seq & 0xffff, 1,
                       18 if flags & 0x40 else 0)
    if flags & 0x40:
        head += b"\0" + struct.pack("<IIIHB", ack, seq, ack, 1, 0)
    return frame(sender, to, head + data, **carrier)


def ppd(kind, body=b"", opcode=2):
    return struct.pack("<BHH", opcode, 2 + len(body), kind) + body


def start(sender, kind=START):
    """The body of START and STACK."""
    return ppd(kind, struct.pack("<IHBBHH", sender.number, 0, 1, 0, 576, 216) + b"VMS V7.3"
               + bytes(8) + b"VAX " + bytes(12) + sender.name.encode().ljust(8) + bytes(8), 0)


def scs(kind, dst, src, body=b""):
    return ppd(4, struct.pack("<HHII", kind, 1, dst, src) + body)


def connect(kind, dst, src, dst_process, src_process):
    return scs(kind, dst, src, struct.pack("<HH", 1, 0) + dst_process.encode().ljust(16)
               + src_process.encode().ljust(16) + bytes(16))


def message(text=b"opaque"):
    return scs(APPL_MSG, 0x1234, 0x5678, text)


def capture(tshark, frames, snap=65535):
    """A capture of (milliseconds, bytes) or (milliseconds, bytes, capture point)."""
    frames = [(*entry, 0)[:3] for entry in frames]
    points = 1 + max(point for _, _, point in frames)
    packets = [pcapng.packet(point, START_TIME * 1_000_000 + round(ms * 1000),
                             stamped(ms, data)[:snap], len(data)) for ms, data, point in frames]
    return pcapng.write(tshark.captures / "made.pcapng", pcapng.section(),
                        *[pcapng.interface(ETHERNET)] * points, *packets)
