# SPDX-License-Identifier: GPL-2.0-or-later
"""Small captures of datagrams that a test writes down itself."""
import struct
from ipaddress import IPv4Address
from typing import NamedTuple

import pcapng
from hostile import RAW_IP

NOACK, MULTICAST, ALLINT, REPLYEXP = 0x010000, 0x080000, 0x100000, 0x200000
REMNODE, CHECK, RESTART = 2, 5, 6
WAIT, COMPLETE = 4, 5
MEMBER, DEAD = 2, 3


def header(tgtport=1, srcport=None, seq=1, ack=0, cluster=6463, flags=0, srcid=1, tgtid=2):
    """A cman header, in the order of cnxman-private.h."""
    srcport = tgtport if srcport is None else srcport
    return struct.pack("<BBHHHIii", tgtport, srcport, seq, ack, cluster, flags, srcid, tgtid)


def membership(body, **changes):
    return header(**changes) + bytes.fromhex(body)


def starttrans(srcid, seq, generation, reason=REMNODE, nodeid=4, flags=MULTICAST | REPLYEXP):
    return header(seq=seq, flags=flags, srcid=srcid, tgtid=0) + struct.pack(
        "<BBBBIIiHH", 10, reason, 6, 1, 3, generation, nodeid, 0, 0)


def startack(srcid, tgtid, seq, ack, generation):
    return header(seq=seq, ack=ack, flags=REPLYEXP, srcid=srcid, tgtid=tgtid) + struct.pack(
        "<BBHI", 13, 0, 0, generation)


def viewack(srcid, tgtid, seq, ack, result=1):
    return header(seq=seq, ack=ack, srcid=srcid, tgtid=tgtid) + bytes([12, result])


def endtrans(srcid, seq, generation, new_node=0):
    return header(seq=seq, flags=MULTICAST, srcid=srcid, tgtid=0) + struct.pack(
        "<BBHIIIi", 7, 0, 0, 2, 2, generation, new_node)


def barrier(srcid, seq, subcmd, name):
    return header(0, seq=seq, flags=MULTICAST, srcid=srcid, tgtid=0) + struct.pack(
        "<BBHII33s3x", 5, subcmd, 0, 0, 0, name.encode())


def record(name, state, nodeid, address):
    """A node of a view."""
    name = name.encode()
    return bytes([len(name)]) + name + struct.pack("<BH", state, 1) + sockaddr(
        address) + struct.pack("<BIi", 1, 3, nodeid)


def masterview(srcid, seq, *records):
    return header(seq=seq, flags=MULTICAST | REPLYEXP, srcid=srcid, tgtid=0) + b"\x09\x03" + (
        b"".join(records))


def hello(srcid, seq, members=3, generation=4):
    return header(seq=seq, flags=NOACK | MULTICAST | ALLINT, srcid=srcid, tgtid=0) + struct.pack(
        "<BBHI", 4, 2, members, generation)


def kill(srcid, tgtid, seq):
    return membership("05", seq=seq, flags=NOACK, srcid=srcid, tgtid=tgtid)


def sockaddr(address):
    return struct.pack("<H", 2) + struct.pack(">HI8x", 6809, int(IPv4Address(address)))


def joinreq(seq, name, address, wanted=3):
    return header(seq=seq, flags=NOACK, srcid=0, tgtid=0) + struct.pack(
        "<BBHIIIIIII16s", 2, 1, 1, 3, wanted, 5, 0, 1, 1, 16, b"comp-m") + sockaddr(
            address) + name.encode() + b"\0"


def datagram(payload, port, source="192.0.2.1", destination="192.0.2.255"):
    """IPv4 and UDP around a payload; without a UDP checksum (0: none)."""
    udp = struct.pack(">HHHH", port, port, 8 + len(payload), 0) + payload
    ip = struct.pack(">BBHHHBBHII", 0x45, 0, 20 + len(udp), 0, 0, 64, 17, 0,
                     int(IPv4Address(source)), int(IPv4Address(destination)))
    return ip + udp


def write(tshark, name, payloads, port=6809):
    """A capture of these payloads where tshark may read it."""
    path = tshark.captures / name
    with open(path, "wb") as file:
        file.write(struct.pack("<IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, RAW_IP))
        for number, payload in enumerate(payloads):
            frame = datagram(payload, port)
            file.write(struct.pack("<IIII", 1700000000 + number, 0, len(frame), len(frame)) + frame)
    path.chmod(0o644)
    return path


def read_payloads(capture):
    """The UDP payloads of a little-endian pcap file of raw IPv4 frames."""
    data = capture.read_bytes()
    offset, payloads = 24, []
    while offset < len(data):
        captured = struct.unpack_from("<I", data, offset + 8)[0]
        payloads.append(data[offset + 16 + 28:offset + 16 + captured])
        offset += 16 + captured
    return payloads


class Sent(NamedTuple):
    """A payload on its way, as a capture point saw it."""
    time: float
    source: str
    payload: bytes
    destination: str = "192.0.2.255"
    point: int = 0


def write_sent(tshark, name, sent):
    """A pcapng file of what its capture points, one interface each, saw."""
    points = max(one.point for one in sent) + 1
    packets = [pcapng.packet(one.point, round((1700000000 + one.time) * 1e6),
                             datagram(one.payload, 6809, one.source, one.destination))
               for one in sent]
    return pcapng.write(tshark.captures / name, pcapng.section(),
                        *[pcapng.interface(RAW_IP)] * points, *packets)
