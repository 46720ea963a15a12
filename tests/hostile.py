# SPDX-License-Identifier: GPL-2.0-or-later
"""Captures that nobody would send by accident, and how to survive them."""
import random
import re
import struct
from itertools import chain

from tshark import BUILD

ETHERNET, RAW_IP = 1, 101
PROTOCOLS = ("cman", "nisca", "ncs_heartbeat")
MESSAGES = {"cman": "cman-messages", "nisca": "nisca-messages", "ncs_heartbeat": "ncs-messages"}
# What a bug may not do unseen: Wireshark catches it, prints it, and goes on.
STRICT = {"WIRESHARK_DEBUG_WMEM_OVERRIDE": "strict", "WIRESHARK_ABORT_ON_DISSECTOR_BUG": "1"}


def our_tables(tshark):
    """The names for -z of all tables that have to do with the plugin."""
    done = tshark.run("-z", "help", check=False)
    names = "|".join(["cluster", *PROTOCOLS])
    said = done.stdout + done.stderr
    return sorted(set(re.findall(rf"^\s+(\S*\b(?:{names})\b\S*)$", said, re.M)))


def pcap_frames(path):
    """The frames of a little-endian pcap file."""
    data, offset = path.read_bytes(), 24
    while offset < len(data):
        size = struct.unpack_from("<I", data, offset + 8)[0]
        yield data[offset + 16:offset + 16 + size]
        offset += 16 + size


class Pcap:
    """A capture that is written frame by frame; times in us."""

    def __init__(self, path, link):
        self.file = open(path, "wb")
        self.file.write(struct.pack("<IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 262144, link))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def add(self, time, frame, original=None):
        self.file.write(struct.pack("<IIII", time // 1000000, time % 1000000, len(frame),
                                    len(frame) if original is None else original) + frame)


def ip(source, receiver, protocol, payload, ident=0):
    return struct.pack(">BBHHHBBHII", 0x45, 0, 20 + len(payload), ident, 0, 64, protocol, 0,
                       source, receiver) + payload


def udp(source, receiver, payload, port=6809):
    return ip(source, receiver, 17, struct.pack(">HHHH", port, port, 8 + len(payload), 0) + payload)


def cman(source, body=b"\x04", tgtport=1, seq=1, ack=0, cluster=6463, flags=0x010000, srcid=None,
         tgtid=0, receiver=0x0affffff):
    """A cman message; node n is 10.0.0.0 + n."""
    header = struct.pack("<BBHHHIii", tgtport, tgtport, seq, ack, cluster, flags,
                         source if srcid is None else srcid, tgtid)
    return udp(0x0a000000 + source, receiver, header + body)


HELLO = bytes.fromhex("0400010005000000")


WAIT, COMPLETE = 4, 5


def barrier(name, subcommand=WAIT):
    """A BARRIER message, by default of a node that waits (cnxman-private.h:
    command, subcommand, flags, nodes, name of 33 bytes)."""
    return struct.pack("<BB2xII33s3x", 5, subcommand, 0, 3, name)


def endtrans(generation):
    """An ENDTRANS of two votes (cnxman-private.h)."""
    return struct.pack("<B3xIIII", 7, 2, 2, generation, 0)


def nisca_address(node):
    return bytes.fromhex("aa000400") + struct.pack("<H", node & 0xffff)


def nisca(source, receiver, after_dx, group=1):
    """A NISCA frame; `after_dx` begins with the flags byte."""
    inner = nisca_address(receiver) + struct.pack("<H", group) + nisca_address(source) + after_dx
    body = struct.pack("<H", len(inner)) + inner
    return (nisca_address(receiver) + nisca_address(source) + b"\x60\x07" + body).ljust(60, b"\0")


def ncs(source, panning_id=0x5d77a681, incarnation=1):
    payload = struct.pack(">III", 0x10, panning_id, incarnation) + bytes(40)
    return ip(source, 0xffffffff, 224, payload)


# --- Chaos ------------------------------------------------------------------------

def payload_start(protocol):
    return {"cman": 28, "nisca": 14, "ncs_heartbeat": 20}[protocol]


def is_whole(protocol, frame):
    return len(frame) > payload_start(protocol) + 12


def messages(protocol):
    """Valid messages without their carriers; those of the test captures."""
    start = payload_start(protocol)
    frames = list(pcap_frames(BUILD / "captures" / f"{MESSAGES[protocol]}.pcap"))
    if protocol != "nisca":  # their carrier is Ethernet
        frames = [frame[14:] for frame in frames]
    return [frame[start:] for frame in frames if is_whole(protocol, frame)]


def somebody_else(dice, protocol, message, nodes):
    """The same message from any node to any node, with numbers near a wrap."""
    changed = bytearray(message)
    number = dice.choice([dice.randrange(1, 40), dice.randrange(65500, 65536),
                          dice.randrange(65536)])
    other = max(number - dice.randrange(3), 0)
    source, receiver = dice.randrange(1, nodes + 1), dice.randrange(1, nodes + 1)
    if protocol == "cman" and len(changed) >= 20:
        struct.pack_into("<HHHIii", changed, 2, number, other, dice.choice([6463, 6463, 77]),
                         dice.choice([0, 0x010000, 0x100000]), source, dice.choice([0, receiver]))
        return udp(0x0a000000 + source, dice.choice([0x0affffff, 0x0a000000 + receiver]),
                   bytes(changed))
    if protocol == "ncs_heartbeat":
        struct.pack_into(">II", changed, 4, 0x5d77a681, dice.randrange(3))
        receiver = dice.choice([0xffffffff, 0x0a000000 + receiver])
        return ip(0x0a000000 + source, receiver, 224, bytes(changed), ident=number)
    changed[2:8], changed[10:16] = nisca_address(receiver), nisca_address(source)
    if len(changed) > 22 and not changed[16] & 0x80:
        struct.pack_into("<HH", changed, 18, other, number)
    header = nisca_address(receiver) + nisca_address(source) + b"\x60\x07"
    return (header + changed).ljust(60, b"\0")


def write_chaos(path, protocol, frames, seed=1, nodes=500):
    """Random valid messages of many nodes, a clock that also goes backwards,
    frames that come twice, numbers that always wrap."""
    dice = random.Random(f"{protocol} {seed}")
    pool, time, frame = messages(protocol), 1_700_000_000_000_000, b""
    with Pcap(path, ETHERNET if protocol == "nisca" else RAW_IP) as capture:
        for _ in range(frames):
            if not frame or dice.random() > 0.1:
                frame = somebody_else(dice, protocol, dice.choice(pool), nodes)
            time += dice.choice([1, 1000, 100_000, 3_000_000, -2_000_000, -50_000])
            if dice.random() < 0.0005:
                time += dice.choice([-86400, 86400]) * 1_000_000
            time = max(time, 0)
            capture.add(time, frame)
    path.chmod(0o644)
    return path


# --- Limits -----------------------------------------------------------------------

def write_limit(path, kind):
    """A capture that goes beyond one limit of the analysis."""
    over = 65536 + 2000
    frames = {
        "cman nodes": (cman(n, HELLO, seq=7) for n in range(1, over)),
        "cman clusters": (cman(1 + n // 65536, HELLO, cluster=n % 65536, srcid=0)
                          for n in range(over)),
        # The last two are a second barrier b0, which is beyond the limit.
        "cman barriers": chain(
            (cman(1, barrier(b"b%d" % n), tgtport=0, seq=n % 65535 + 1) for n in range(over)),
            (cman(1, barrier(b"b0", subcommand), tgtport=0, seq=over % 65535 + subcommand)
             for subcommand in (WAIT, COMPLETE))),
        "cman transitions": (cman(1, endtrans(n + 1), seq=n % 65535 + 1) for n in range(over)),
        "cman waiters": (cman(1 + n % 17, barrier(b"b%d" % (n // 17)), tgtport=0, seq=n // 17 + 1)
                         for n in range(1_050_000)),
        # This one is below it: every node waits at every barrier.
        "cman few waiters": (cman(1 + n % 500, barrier(b"b%d" % (n // 500)), tgtport=0,
                                  seq=n // 500 + 1) for n in range(over)),
        # Everybody acknowledges number 7 of everybody.
        "cman acknowledgments": (
            cman(1 + n % 600, HELLO, seq=7, ack=7 if n >= 600 else 0, tgtid=1 + n // 600 % 600,
                 receiver=0x0a000001 + n // 600 % 600) for n in range(300_000)),
        "nisca nodes": (nisca(n, 1 + n % 100, bytes([0xa0]) + bytes(60), group=n >> 16)
                        for n in range(1, over)),
        "nisca circuits": (nisca(1 + n % 300, 400 + n // 300, struct.pack(
            "<BBHHHB", 0x0a, 0, 1, 1, 1, 0) + bytes(20)) for n in range(over)),
        "ncs_heartbeat nodes": (ncs(0x0a000000 + n) for n in range(1, 5000)),
        "ncs_heartbeat clusters": (ncs(0x0a000001, panning_id=n) for n in range(1, 5000)),
    }[kind]
    # A number that comes back with other content within 30 s is a contradiction.
    apart = 1000 if kind == "cman barriers" else 10
    with Pcap(path, ETHERNET if kind.startswith("nisca") else RAW_IP) as capture:
        for number, frame in enumerate(frames):
            capture.add(1_700_000_000_000_000 + number * apart, frame)
    path.chmod(0o644)
    return path


LIMITS = ("cman nodes", "cman clusters", "cman barriers", "cman transitions", "cman waiters",
          "cman acknowledgments", "nisca nodes", "nisca circuits", "ncs_heartbeat nodes",
          "ncs_heartbeat clusters")


# --- Runs --------------------------------------------------------------------------

def mutated(tshark, capture, seed, rate):
    """A copy of a capture with random errors in it."""
    copy = tshark.captures / f"mutated-{seed}-{capture.name}"
    done = tshark.run("-E", rate, "--seed", seed, tshark.readable(capture), copy, program="editcap",
                      check=False)
    assert done.returncode == 0, done.stderr
    return copy


def survives(tshark, capture, *arguments):
    """Read a capture in full detail with the strict allocator: no crash, no
    assertion, nothing said."""
    done = tshark.run("-n", "-r", capture, "-V", *arguments, env_changes=STRICT, check=False)
    assert done.returncode == 0, (capture.name, arguments, done.returncode, done.stderr[-1000:])
    assert "Dissector bug" not in done.stdout, (capture.name, arguments)
    return done.stdout
