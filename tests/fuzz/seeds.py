#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Make inputs for the fuzz target from the test captures.

    seeds.py PROTOCOL FOLDER CAPTURE...

What an input looks like: input.c.  A capture becomes inputs of PACKETS packets,
each half of which is in two of them; long captures are not taken in full."""
import struct
import sys
from pathlib import Path

PACKETS = 128
MANY = 300
INPUTS_PER_CAPTURE = 8
MAX_PAYLOAD = 1500
SOME = 4  # of so many captures one is taken once more, with other options
OPTIONS = 0x02  # tables are open
ALL_OPTIONS = 0x7f
CUT, PORT, IPV6 = 0x04, 0x10, 0x20
EVERYBODY, NOBODY, ALL_ONES, NODES = 0, 13, 14, 13
COOKED = {113, 276}


def pcap_records(data):
    """(link type, interface, time in us, frame, original length) of a pcap file."""
    order = "<" if data[:4] in (b"\xd4\xc3\xb2\xa1", b"\x4d\x3c\xb2\xa1") else ">"
    nano = 0x4d in data[:4]
    link = struct.unpack_from(order + "I", data, 20)[0] & 0xffff
    offset = 24
    while offset + 16 <= len(data):
        seconds, fraction, captured, original = struct.unpack_from(order + "IIII", data, offset)
        micro = seconds * 1000000 + (fraction // 1000 if nano else fraction)
        yield link, 0, micro, data[offset + 16:offset + 16 + captured], original
        offset += 16 + captured


def pcapng_records(data):
    """The same of a pcapng file with little-endian sections and default time
    resolution or nanoseconds, as the generator writes them."""
    links, offset = [], 0
    while offset + 12 <= len(data):
        kind, size = struct.unpack_from("<II", data, offset)
        body = data[offset + 8:offset + size - 4]
        if kind == 0x0a0d0d0a:
            links = []
        elif kind == 1:
            nano = b"\x09\x00\x01\x00\x09" in body
            links.append((struct.unpack_from("<H", body)[0], 1000 if nano else 1))
        elif kind == 6:
            point, high, low, captured, original = struct.unpack_from("<IIIII", body)
            link, unit = links[point]
            yield link, point, (high << 32 | low) // unit, body[20:20 + captured], original
        offset += size


def records(path):
    data = path.read_bytes()
    return pcapng_records(data) if data[:4] == b"\x0a\x0d\x0d\x0a" else pcap_records(data)


def network(link, frame):
    """(Ethernet type, sender, receiver, what is inside) of a frame."""
    if link == 101:
        return (0x86dd if frame[:1] >= b"\x60" else 0x0800), b"", b"", frame
    if link == 113:  # Linux cooked
        return struct.unpack_from(">H", frame, 14)[0], frame[6:12], b"", frame[16:]
    if link == 276:
        return struct.unpack_from(">H", frame)[0], frame[12:18], b"", frame[20:]
    kind, inner = struct.unpack_from(">H", frame, 12)[0], frame[14:]
    if kind == 0x8100:
        kind, inner = struct.unpack_from(">H", inner, 2)[0], inner[4:]
    return kind, frame[6:12], frame[:6], inner


def datagram(kind, data):
    """(IP protocol, sender, receiver, IP identification, what is inside)."""
    if kind == 0x0800:
        start, total = (data[0] & 15) * 4, struct.unpack_from(">H", data, 2)[0]
        return data[9], data[12:16], data[16:20], data[5], data[start:total]
    return data[6], data[8:24], data[24:40], 0, data[40:]


def payload(protocol, link, frame):
    """(flags, sender, receiver, identification, payload), or None."""
    kind, sender, receiver, inner = network(link, frame)
    if protocol == "nisca":
        return (0, sender, receiver, 0, inner) if kind == 0x6007 else None
    if kind not in (0x0800, 0x86dd):
        return None
    number, sender, receiver, ident, inner = datagram(kind, inner)
    flags = IPV6 if kind == 0x86dd else 0
    if protocol == "ncs_heartbeat" and number == 224:
        if link in COOKED:
            flags, ident = flags | PORT, ident | 1
        return flags, sender, receiver, ident, inner
    if protocol == "cman" and number == 17:
        return flags, sender, receiver, ident, inner[8:]
    return None


def is_everybody(address):
    return (not address or address[-1] == 0xff or (len(address) == 4 and address[0] >= 224)
            or (len(address) == 6 and address[0] & 1) or address[0] == 0xff)


class Nodes:
    """Small numbers for addresses, in order of appearance."""

    def __init__(self):
        self.known = {}

    def number(self, address):
        if address in (bytes(4), b"\xff" * 4):
            return ALL_ONES if address[0] else NOBODY
        if is_everybody(address):
            return EVERYBODY
        return self.known.setdefault(address, len(self.known) % (NODES - 1) + 1)


def time_bytes(delta):
    """Mantissa and exponent of a time in us."""
    exponent, mantissa = 0, abs(delta)
    while mantissa > 255:
        mantissa = (mantissa + 1) // 2
        exponent += 1
    return min(exponent, 31) | (0x80 if delta < 0 else 0), min(mantissa, 255)


def packets(protocol, path):
    nodes, last = Nodes(), None
    for link, point, time, frame, original in records(path):
        try:
            found = payload(protocol, link, frame)
        except (struct.error, IndexError):  # a carrier that is cut
            continue
        if found is None:
            continue
        flags, sender, receiver, ident, data = found
        cut = min(max(original - len(frame), 0), 255)
        data = data[:MAX_PAYLOAD] + bytes(cut)
        exponent, mantissa = time_bytes(time - (time if last is None else last))
        last = time
        yield struct.pack("<BBBBBBH", nodes.number(sender) | nodes.number(receiver) << 4,
                          flags | point & 3 | (CUT if cut else 0), exponent, mantissa, cut, ident,
                          len(data)) + data


def write(folder, name, options, chosen):
    (Path(folder) / name).write_bytes(bytes([options]) + b"".join(chosen))


def uneven(packet):
    """One packet again and again, after ever other intervals: more than a table tells apart."""
    for number in range(MANY):
        exponent, mantissa = (12, number) if number < 256 else (13, number - 128)
        yield packet[:2] + bytes([exponent, mantissa, packet[4], number & 255]) + packet[6:]


def main(protocol, folder, captures):
    smallest = None
    for order, path in enumerate(map(Path, captures)):
        found = list(packets(protocol, path))
        if not found:
            continue
        smallest = min(found + ([smallest] if smallest else []), key=len)
        step = PACKETS // 2
        for number in range(min(INPUTS_PER_CAPTURE, max(1, len(found) // step))):
            chosen = found[number * step:number * step + PACKETS]
            write(folder, f"{path.stem}-{number}", OPTIONS, chosen)
        if order % SOME == 0:
            write(folder, f"{path.stem}-other", order // SOME & ALL_OPTIONS | OPTIONS,
                  found[:PACKETS])
    if smallest:
        write(folder, "uneven", OPTIONS, uneven(smallest))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
