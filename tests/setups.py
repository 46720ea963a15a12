# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways to capture one incident: from a capture that shows each transmission once, files
that show it as other observers would.  What each frame shows is known.

A set-up is a Setup: the blocks of a pcapng file, and for each frame the number of the
transmission that it shows, from 0 as in the incident.  A clone's transmissions count on
behind those of the incident."""
import heapq
import struct
from typing import NamedTuple

import pcapng

ETHERNET, SLL, SLL2 = 1, 113, 276
VLANS = (10, 20)
US = 1_000_000


class Frame(NamedTuple):
    time: int          # us
    bytes: bytes
    transmission: int
    interface: int = 0
    snap: int = 1 << 18
    lost: bool = False  # on its way: not seen by the one that it was for


class Setup(NamedTuple):
    name: str
    interfaces: list   # (link type, name or None)
    frames: list       # of Frame, in the order of the file
    sections: bool = False

    def write(self, path):
        blocks, section = [pcapng.section()], 0
        if not self.sections:
            blocks += [pcapng.interface(*row) for row in self.interfaces]
        for number, frame in enumerate(self.frames):
            if self.sections and (number == 0 or frame.interface != section):
                blocks += [pcapng.section()] if number else []
                blocks.append(pcapng.interface(*self.interfaces[frame.interface]))
                section = frame.interface
            blocks.append(pcapng.packet(0 if self.sections else frame.interface, frame.time,
                                        frame.bytes[:frame.snap], len(frame.bytes)))
        return pcapng.write(path, *blocks)

    @property
    def transmissions(self):
        return [frame.transmission for frame in self.frames]


def incident(path):
    """The frames of a pcap file (Ethernet, little-endian)."""
    data = path.read_bytes()
    parts = {0xa1b2c3d4: 1, 0xa1b23c4d: 1000}[struct.unpack_from("<I", data)[0]]
    assert struct.unpack_from("<I", data, 20)[0] == ETHERNET, path
    frames, place = [], 24
    while place < len(data):
        seconds, fraction, captured, _ = struct.unpack_from("<IIII", data, place)
        frames.append(Frame(seconds * US + fraction // parts,
                            data[place + 16:place + 16 + captured], len(frames)))
        place += 16 + captured
    return frames


# --- Who sees what ---------------------------------------------------------------

def nodes(frames):
    """The senders' LAN addresses."""
    return sorted({frame.bytes[6:12] for frame in frames})


def seen_by(frames, node):
    """What reaches one node's port: its own frames, those for it, and those for all."""
    return [frame for frame in frames
            if frame.bytes[0] & 1 or node == frame.bytes[6:12]
            or node == frame.bytes[:6] and not frame.lost]


def at(frames, interface, delay=40, offset=0, **changes):
    return [frame._replace(time=frame.time + delay + offset, interface=interface, **changes)
            for frame in frames]


def in_time(*feeds):
    """As mergecap does: of the next frames of all files the earliest, each file in its order."""
    return list(heapq.merge(*feeds, key=lambda frame: frame.time))


def stepped(frames, by):
    """The clock is set in the middle."""
    middle = frames[len(frames) // 2].time
    return [frame._replace(time=frame.time + (by if frame.time >= middle else 0))
            for frame in frames]


def places(frames, offsets=()):
    offsets = (*offsets, *[0] * len(nodes(frames)))
    return [at(seen_by(frames, node), number, 40 + 7 * number, offsets[number])
            for number, node in enumerate(nodes(frames))]


def far_places(frames):
    """As places(), but what another node sends takes longer than what the place's own does."""
    feeds = [[frame._replace(interface=number,
                             time=frame.time + (0 if frame.bytes[6:12] == node else 300))
              for frame in seen_by(frames, node)] for number, node in enumerate(nodes(frames))]
    return [sorted(feed, key=lambda frame: frame.time) for feed in feeds]


def ethernet(count, name=None):
    return [(ETHERNET, name)] * count


# --- The set-ups, lettered as in the list of what must hold -------------------------

def merged(frames):
    feeds = places(frames)
    yield Setup("a merged", ethernet(len(feeds)), in_time(*feeds))
    yield Setup("a merged, all eth0", ethernet(len(feeds), "eth0"), in_time(*feeds))
    yield Setup("a merged by default", ethernet(1),
                [frame._replace(interface=0) for frame in in_time(*feeds)])
    yield Setup("a appended", ethernet(len(feeds)), [frame for feed in feeds for frame in feed])
    yield Setup("a sections", ethernet(len(feeds)), [frame for feed in feeds for frame in feed],
                sections=True)
    yield Setup("a rotated every 30 s", *rotated(feeds))
    feeds = far_places(frames)
    yield Setup("a merged, 300 us apart", ethernet(len(feeds)), in_time(*feeds))


def rotated(feeds):
    interfaces, files = [], []
    for feed in feeds:
        start, last = feed[0].time, None
        for frame in feed:
            file = (frame.time - start) // (30 * US)
            interfaces += [(ETHERNET, None)] if file != last else []
            last = file
            files.append(frame._replace(interface=len(interfaces) - 1))
    return interfaces, sorted(files, key=lambda frame: frame.time)


def clocks(frames):
    for name, offset in (("1 ms", 1000), ("3 s", 3 * US), ("60 s", 60 * US),
                         ("an hour", 3600 * US), ("-1 ms", -1000), ("-3 s", -3 * US)):
        feeds = places(frames, (0, offset))
        yield Setup(f"b clocks apart by {name}", ethernet(len(feeds)), in_time(*feeds))
    for name, by, place in (("40 s", 40 * US, -1), ("11 s", 11 * US, -1), ("1 s", US, -1),
                            ("an hour", 3600 * US, -1), ("-40 s", -40 * US, -1),
                            ("-3 s", -3 * US, -1), ("40 s, at the first", 40 * US, 0),
                            ("-40 s, at the first", -40 * US, 0)):
        feeds = places(frames)
        feeds[place] = stepped(feeds[place], by)
        yield Setup(f"b a step of {name} at one place", ethernet(len(feeds)), in_time(*feeds))
    yield Setup("b a step ahead in a single file", ethernet(1), stepped(frames, 3600 * US))
    yield Setup("b a step back in a single file", ethernet(1), stepped(frames, -60 * US))


def copied(frames):
    yield Setup("c mirror of both directions", ethernet(1), in_time(frames, at(frames, 0, 5)))
    first = nodes(frames)[0]
    yield Setup("d tap", ethernet(2),
                in_time([frame for frame in frames if frame.bytes[6:12] == first],
                        at([frame for frame in frames if frame.bytes[6:12] != first], 1, 0)))
    yield Setup("e any on a bond, cooked", [(SLL, "any")],
                in_time(*[cooked(at(frames, 0, delay)) for delay in (0, 3)]))
    yield Setup("e any on a bond, cooked v2", [(SLL2, "any")],
                in_time(*[cooked_v2(at(frames, 0, 3 * index), index) for index in (2, 3)]))
    yield Setup("e any at one of two places", [(ETHERNET, None), (SLL, "any")],
                in_time(frames, cooked(at(frames, 1))))


def cooked(frames):
    return [frame._replace(bytes=struct.pack(">HHH6sxx", frame.bytes[0] & 1, 1, 6,
                                             frame.bytes[6:12]) + frame.bytes[12:])
            for frame in frames]


def cooked_v2(frames, index):
    return [frame._replace(bytes=frame.bytes[12:14]
                           + struct.pack(">HIHBB6sxx", 0, index, 1, frame.bytes[0] & 1, 6,
                                         frame.bytes[6:12]) + frame.bytes[14:])
            for frame in frames]


def tagged(frames, vlan):
    return [frame._replace(bytes=frame.bytes[:12] + struct.pack(">HH", 0x8100, vlan)
                           + frame.bytes[12:]) for frame in frames]


def cman_renumbered(frames, by):
    """All nodes of cman as if they had counted on: numbers and ACKs."""
    for frame in frames:
        numbers = [(number - 1 + by) % 65535 + 1 if number else 0
                   for number in struct.unpack_from("<HH", frame.bytes, 44)]
        yield frame._replace(bytes=frame.bytes[:44] + struct.pack("<HH", *numbers)
                             + frame.bytes[48:])


def is_cman(frames):
    return all(frame.bytes[36:38] == b"\x1a\x99" for frame in frames)


def later(frames):
    return [frame._replace(time=frame.time + 1_700_000,
                           transmission=frame.transmission + len(frames)) for frame in frames]


def cloned(frames):
    """The same cluster a second time, a little later."""
    clone = later(frames)
    for by in (0, 1, -7, 40, 30000) if is_cman(frames) else (0,):
        other = list(cman_renumbered(clone, by)) if by else clone
        ahead = f", {by} ahead" if by else ""
        yield Setup(f"f clones on a trunk{ahead}", ethernet(1),
                    in_time(tagged(frames, VLANS[0]), tagged(other, VLANS[1])))
        yield Setup(f"f clones with an interface each{ahead}", ethernet(2),
                    in_time(tagged(frames, VLANS[0]), at(tagged(other, VLANS[1]), 1, 0)))
        yield Setup(f"f clones with an interface each, no tags{ahead}", ethernet(2),
                    in_time(frames, at(other, 1, 0)))


def partial(frames):
    for snap in (64, 68, 96):
        feeds = [at(frames, 0, 0), at(frames, 1, snap=snap)]
        yield Setup(f"g snap length {snap} at one place", ethernet(2), in_time(*feeds))
    third = len(frames) // 3
    yield Setup("h a place that started late", ethernet(2),
                in_time(frames, at(frames[third:], 1)))
    yield Setup("h a place that stopped early", ethernet(2),
                in_time(frames, at(frames[:-third], 1)))
    yield Setup("h one place after the other", ethernet(2),
                in_time(frames[:2 * third], at(frames[2 * third:], 1, 0)))


def second_address(data):
    """An IPv4 frame as the node sends it on the cluster's second network."""
    return data[:28] + b"\x03" + data[29:32] + b"\x03" + data[33:]


def two_networks(frames):
    """Of cman: what is for all goes out on both, with one number."""
    second = at([frame._replace(bytes=second_address(frame.bytes)) for frame in frames
                 if frame.bytes[0] & 1], 1, 3)
    yield Setup("i two networks", ethernet(2), in_time(frames, second))
    yield Setup("i two networks in one interface", ethernet(1),
                [frame._replace(interface=0) for frame in in_time(frames, second)])


def tunneled(frames, protocol, header):
    """Behind Ethernet and IPv4 headers of two switches, and `header`."""
    for frame in frames:
        inner = header + frame.bytes
        length = 20 + len(inner)
        if protocol == 17:
            inner = struct.pack(">HHHH", 50000, 4789, 8 + len(inner), 0) + inner
            length += 8
        outer = (bytes.fromhex("020000aa0001020000aa00020800")
                 + struct.pack(">BBHHHBBH4s4s", 0x45, 0, length, 0, 0, 64, protocol, 0,
                               bytes([198, 51, 100, 1]), bytes([198, 51, 100, 2])))
        yield frame._replace(bytes=outer + inner)


def vxlan(frames, vni):
    return tunneled(frames, 17, struct.pack(">II", 0x08000000, vni << 8))


def erspan(frames, session):
    """Type II."""
    return tunneled(frames, 47, struct.pack(">HHIII", 0x1000, 0x88be, 1, 0x10000000 | session, 0))


def gre(frames):
    return tunneled(frames, 47, struct.pack(">HH", 0, 0x6558))


def twice_tagged(frames, outer, inner):
    tags = struct.pack(">HHHH", 0x88a8, outer, 0x8100, inner)
    return [frame._replace(bytes=frame.bytes[:12] + tags + frame.bytes[12:]) for frame in frames]


def carried(frames):
    """Tunnels and mixtures."""
    clone = later(frames)
    first = nodes(frames)[0]
    sent = [frame for frame in frames if frame.bytes[6:12] == first]
    others = [frame for frame in frames if frame.bytes[6:12] != first]
    for name, one, two in (
            ("VXLAN", vxlan(frames, 7), vxlan(clone, 8)),
            ("ERSPAN", erspan(frames, 7), erspan(clone, 8)),
            ("outer tags", twice_tagged(frames, 10, 5), twice_tagged(clone, 20, 5)),
            ("inner tags", twice_tagged(frames, 5, 10), twice_tagged(clone, 5, 20))):
        yield Setup(f"k clones in one interface, {name}", ethernet(1), in_time(one, two))
    for name, feed in (("VXLAN", vxlan(frames, 7)), ("ERSPAN", erspan(frames, 7)),
                       ("GRE", gre(frames)), ("QinQ", twice_tagged(frames, 10, 5))):
        yield Setup(f"k one of two places by {name}", ethernet(2),
                    in_time(frames, at(feed, 1)))
    yield Setup("k an ERSPAN session a direction", ethernet(1),
                in_time(erspan(sent, 7), erspan(others, 8)))
    yield Setup("k cooked v2 at one of two places", [(ETHERNET, None), (SLL2, "any")],
                in_time(frames, cooked_v2(at(frames, 1), 2)))
    yield Setup("k snap length 68 of each second frame", ethernet(2),
                in_time(frames, [frame._replace(snap=68 if number % 2 else frame.snap)
                                 for number, frame in enumerate(at(frames, 1))]))
    for name, offset in (("3 s", 3 * US), ("-3 s", -3 * US), ("an hour", 3600 * US)):
        yield Setup(f"k equal names, clocks apart by {name}", ethernet(2, "eth0"),
                    in_time(frames, at(frames, 1, offset=offset)))
    half = len(frames) // 2
    yield Setup("k a place that starts in the middle, 3 s ahead", ethernet(2),
                in_time(frames, at(frames[half:], 1, offset=3 * US)))
    yield Setup("k a place that starts in the middle, 3 s behind", ethernet(2),
                in_time(frames, at(frames[half:], 1, offset=-3 * US)))


def lan(frame):
    """Which of its node's adapters has sent it, as in nisca_incident.py."""
    return frame.bytes[10] & 0x3f


def two_lans(frames):
    """Each is captured by a machine of its own: no frame is in both files."""
    first, second = ([frame for frame in frames if lan(frame) == number] for number in (0x10, 0x11))
    for name, offset in (("right clocks", 0), ("clocks apart by 5 ms", 5000),
                         ("clocks apart by -5 ms", -5000), ("clocks apart by 50 ms", 50_000),
                         ("clocks apart by -50 ms", -50_000), ("clocks apart by 2 s", 2 * US),
                         ("clocks apart by -2 s", -2 * US),
                         ("clocks apart by an hour", 3600 * US),
                         ("clocks apart by minus an hour", -3600 * US)):
        yield Setup(f"l two LANs, {name}", ethernet(2), in_time(first, at(second, 1, 0, offset)))
    yield Setup("l two LANs, appended", ethernet(2), first + at(second, 1, 0))


def has_two_lans(frames):
    """Of a made incident."""
    return (frames[0].bytes[12:14] == b"\x60\x07"
            and {lan(frame) for frame in frames} == {0x10, 0x11})


def sender(frame):
    """Its address; a node of NISCA has one for all of its adapters."""
    return frame.bytes[24:30] if frame.bytes[12:14] == b"\x60\x07" else frame.bytes[6:12]


def one_direction(frames):
    first = min(map(sender, frames))
    yield Setup("j one direction missing", ethernet(1),
                [frame for frame in frames if sender(frame) == first])


def all_of(frames):
    for make in (merged, clocks, copied, cloned, partial, one_direction, carried):
        yield from make(frames)
    if is_cman(frames):
        yield from two_networks(frames)
    if has_two_lans(frames):
        yield from two_lans(frames)
