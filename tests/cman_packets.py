# SPDX-License-Identifier: GPL-2.0-or-later
"""Small captures of datagrams that a test writes down itself."""
import struct

RAW_IP = 101
NOACK, MULTICAST = 0x010000, 0x080000


def header(tgtport=1, srcport=None, seq=1, ack=0, cluster=6463, flags=0, srcid=1, tgtid=2):
    """A cman header, in the order of cnxman-private.h."""
    srcport = tgtport if srcport is None else srcport
    return struct.pack("<BBHHHIii", tgtport, srcport, seq, ack, cluster, flags, srcid, tgtid)


def membership(body, **changes):
    return header(**changes) + bytes.fromhex(body)


def datagram(payload, port):
    """IPv4 and UDP around a payload; without a UDP checksum (0: none)."""
    udp = struct.pack(">HHHH", port, port, 8 + len(payload), 0) + payload
    ip = struct.pack(">BBHHHBBHII", 0x45, 0, 20 + len(udp), 0, 0, 64, 17, 0, 0xc0000201,
                     0xc00002ff)
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
