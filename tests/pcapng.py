# SPDX-License-Identifier: GPL-2.0-or-later
"""A pcapng file, written block by block (draft-ietf-opsawg-pcapng): what a plain
pcap file cannot say, as names of interfaces and packets without a time."""
import struct


def block(kind, body):
    body += bytes(-len(body) % 4)
    size = 12 + len(body)
    return struct.pack("<II", kind, size) + body + struct.pack("<I", size)


def section():
    return block(0x0a0d0d0a, struct.pack("<IHHq", 0x1a2b3c4d, 1, 0, -1))


def interface(link, name=None):
    options = b""
    if name is not None:
        text = name.encode()
        options = struct.pack("<HH", 2, len(text)) + text + bytes(-len(text) % 4) + bytes(4)
    return block(1, struct.pack("<HHI", link, 0, 0) + options)


def packet(number, time, frame, original=None):
    """A frame of interface `number`; time in us."""
    return block(6, struct.pack("<IIIII", number, time >> 32, time & 0xffffffff, len(frame),
                                len(frame) if original is None else original) + frame)


def timeless_packet(frame):
    return block(3, struct.pack("<I", len(frame)) + frame)


def write(path, *blocks):
    path.write_bytes(b"".join(blocks))
    path.chmod(0o644)
    return path
