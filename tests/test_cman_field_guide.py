# SPDX-License-Identifier: GPL-2.0-or-later
"""The 44 packets of the cman field guide (C. Caulfield, 2010), field by field.

The tables below were decoded by hand from the listings of that text and the
structures of cman-kernel (cnxman-private.h); offsets count from the start of
the cman header.
"""
from datetime import datetime, timezone

import pytest

from cman_values import (EXPERTS, FLAG_BITS, HEADER_FIELDS, MESSAGE_FIELDS, header, items, plain,
                         proto, shown_bytes, unused_bytes)
from sharkd import Sharkd

NOACK, MULTICAST, ALLINT, REPLYEXP = 0x010000, 0x080000, 0x100000, 0x200000
HELLO_FLAGS = NOACK + MULTICAST + ALLINT
HEADER_SIZE = 20


class Row:
    """One packet of the guide: where it is and what it holds."""

    def __init__(self, name, time, addresses, ports, seq, ack, flags, nodes, message, body,
                 size, unused=None, cluster=6463):
        self.name, self.time, self.message, self.body = name, time, message, body
        self.src, self.dst = (a if len(a) > 3 else "192.168.1." + a for a in addresses)
        self.ports, self.flags = ports, flags
        self.header = header(ports, seq, ack, cluster, flags, *nodes)
        self.captured, self.length = size if isinstance(size, tuple) else (size, size)
        self.unused = unused or {}

    @property
    def cut(self):
        return self.captured < self.length


def hello(members, generation):
    return {"cman.cmd": [4], "cman.hello.flags": [2], "cman.hello.flags.master": [0],
            "cman.hello.flags.quorate": [1], "cman.hello.members": [members],
            "cman.generation": [generation]}


def ack(remport):
    return {"cman.internal.cmd": [1], "cman.ack.remport": [remport], "cman.ack.flags": [0],
            "cman.ack.flags.nolistener": [0]}


def startack(generation):
    return {"cman.cmd": [13], "cman.generation": [generation]}


def addresses(*hosts):
    return {"cman.addr.family": [2] * len(hosts), "cman.addr.port": [6809] * len(hosts),
            "cman.addr.ipv4": ["192.168.1." + host for host in hosts]}


def view(command, names, states, hosts, ids):
    """A view in one part; all nodes of the guide have 1 address, 1 vote and
    expect 3.  `ids` may be shorter: cut off."""
    count = len(names)
    return {"cman.cmd": [command], "cman.view.flags": [3], "cman.view.flags.first": [1],
            "cman.view.flags.last": [1], "cman.node.name": names, "cman.node.state": states,
            "cman.num_addrs": [1] * count, **addresses(*hosts), "cman.votes": [1] * count,
            "cman.expected_votes": [3] * count, **({"cman.nodeid": ids} if ids else {})}


def cut_view(command):
    """The first record is whole but for the last bytes of its node id."""
    return view(command, ["ludwig"], [2], ["201"], [])


def starttrans(reason, leave, generation, nodeid, num_addrs, **more):
    return {"cman.cmd": [10], "cman.trans.reason": [reason], "cman.leave.reason": [leave],
            "cman.leave.force": [0], "cman.votes": [1], "cman.expected_votes": [3],
            "cman.generation": [generation], "cman.nodeid": [nodeid],
            "cman.num_addrs": [num_addrs], **more}


def endtrans(quorum, votes, generation, nodeid):
    return {"cman.cmd": [7], "cman.quorum": [quorum], "cman.total_votes": [votes],
            "cman.generation": [generation], "cman.nodeid": [nodeid]}


def barrier(subcmd, name, nodes, flags=0):
    """The text of a name whose end the capture cut off is whole: its NUL is there."""
    return {"cman.internal.cmd": [5], "cman.barrier.subcmd": [subcmd],
            "cman.barrier.flags": [flags], "cman.barrier.nodes": [nodes],
            "cman.barrier.name": [name]}


ADDRESS_ZEROS = "0000000000000000"
VIEW_ZEROS = {40: ADDRESS_ZEROS, 73: ADDRESS_ZEROS, 108: ADDRESS_ZEROS}
CUT_ZEROS = {40: ADDRESS_ZEROS}
M, I = (1, 1), (0, 0)  # membership and internal port, target and source
ALL201, ALL202, ALL203 = ("201", "255"), ("202", "255"), ("203", "255")
T6, T12 = "TRANSITION.6", "TRANSITION.12"

HELLO = [
    Row("H1", "16:04:22.592517", ("10.112.70.21", "10.112.70.63"), M, 39108, 0, HELLO_FLAGS,
        (3, 0), "HELLO", hello(4, 59), 56, cluster=19193),
]

LEAVE = [
    Row("L1", "15:04:30.121181", ALL202, M, 46, 0, HELLO_FLAGS, (2, 0), "HELLO", hello(3, 4), 56),
    Row("L2", "15:04:31.138307", ALL201, M, 31, 0, HELLO_FLAGS, (1, 0), "HELLO", hello(3, 4), 56),
    Row("L3", "15:04:31.138427", ALL201, M, 32, 9, NOACK, (1, 3), "KILL", {"cman.cmd": [5]}, 49),
    Row("L4", "15:04:31.139584", ALL201, M, 33, 0, MULTICAST, (1, 0), "NODEDOWN",
        {"cman.cmd": [18], "cman.leave.reason": [6], "cman.leave.force": [0], "cman.nodeid": [3]},
        56, {22: "0f1d"}),
    Row("L5", "15:04:31.140063", ALL201, M, 34, 0, MULTICAST + REPLYEXP, (1, 0), "STARTTRANS",
        starttrans(2, 6, 5, 3, 0), 68, {38: "0000"}),
    Row("L6", "15:04:31.140244", ALL202, M, 47, 34, REPLYEXP, (2, 1), "STARTACK", startack(5), 56,
        {21: "050000"}),
    Row("L7", "15:04:31.140458", ALL201, M, 35, 0, MULTICAST + REPLYEXP, (1, 0), "MASTERVIEW",
        view(9, ["johann", "mark", "ludwig"], [2, 3, 2], ["202", "203", "201"], [2, 3, 1]), 153,
        VIEW_ZEROS),
    Row("L8", "15:04:32.139776", ALL202, M, 47, 34, 0, (2, 1), "STARTACK", startack(5), 56,
        {21: "050000"}),
    Row("L9", "15:04:32.140400", ALL202, M, 48, 35, 0, (2, 1), "VIEWACK",
        {"cman.cmd": [12], "cman.viewack.result": [1]}, 50),
    Row("L10", "15:04:32.140524", ALL201, M, 36, 0, MULTICAST, (1, 0), "ENDTRANS",
        endtrans(2, 2, 6, 0), 68, {21: "020000"}),
    Row("L11", "15:04:32.140808", ALL202, I, 49, 0, MULTICAST, (2, 0), "BARRIER",
        barrier(4, T6, 1), 96, {22: "0000", 65: "000000"}),
    Row("L12", "15:04:32.141066", ALL201, I, 37, 0, MULTICAST, (1, 0), "BARRIER",
        barrier(4, T6, 0xfffffffb), 96, {22: "0000", 65: "000000"}),
    Row("L13", "15:04:32.141306", ALL202, I, 50, 0, MULTICAST, (2, 0), "BARRIER",
        barrier(5, T6, 0x246), 96, {22: "0000", 65: "ffffff"}),
    Row("L14", "15:04:32.141595", ALL201, I, 38, 0, MULTICAST, (1, 0), "BARRIER",
        barrier(5, T6, 0x246), 96, {22: "0000", 65: "ffffff"}),
]

REJOIN = [
    Row("R1", "15:26:59.327999", ALL201, M, 316, 0, HELLO_FLAGS, (1, 0), "HELLO", hello(2, 10), 56),
    Row("R2", "15:27:03.310728", ALL202, M, 334, 0, HELLO_FLAGS, (2, 0), "HELLO", hello(2, 10), 56),
    Row("R3", "15:27:03.310837", ("203", "202"), M, 1, 0, NOACK, (0, 0), "JOINREQ",
        {"cman.cmd": [2], "cman.votes": [1], "cman.num_addrs": [1], "cman.expected_votes": [3],
         "cman.nodeid": [3], "cman.joinreq.version_major": [5], "cman.joinreq.version_minor": [0],
         "cman.joinreq.version_patch": [1], "cman.joinreq.config_version": [1],
         "cman.joinreq.addr_len": [16]}, (82, 117)),
    Row("R4", "15:27:03.311270", ("202", "203"), M, 335, 0, NOACK, (2, 0), "JOINACK",
        {"cman.cmd": [6], "cman.joinack.type": [1]}, 50),
    Row("R5", "15:27:03.311278", ALL202, M, 336, 0, MULTICAST + REPLYEXP, (2, 0), "STARTTRANS",
        starttrans(1, 0, 11, 3, 1, **addresses("203")), (82, 89), {38: "01c9"}),
    Row("R6", "15:27:03.311638", ALL201, M, 317, 336, REPLYEXP, (1, 2), "STARTACK", startack(11),
        56, {21: "0d241f"}),
    Row("R7", "15:27:03.311857", ALL202, M, 337, 0, MULTICAST + REPLYEXP, (2, 0), "MASTERVIEW",
        cut_view(9), (82, 120), CUT_ZEROS),
    Row("R8", "15:27:04.312158", ALL201, M, 317, 336, 0, (1, 2), "STARTACK", startack(11), 56,
        {21: "0d241f"}),
    Row("R9", "15:27:04.312436", ALL202, M, 337, 0, MULTICAST, (2, 0), "MASTERVIEW", cut_view(9),
        (82, 120), CUT_ZEROS),
    Row("R10", "15:27:04.312664", ALL201, M, 318, 337, 0, (1, 2), "VIEWACK",
        {"cman.cmd": [12], "cman.viewack.result": [1]}, 50),
    Row("R11", "15:27:04.312959", ("202", "203"), M, 338, 0, NOACK, (2, 0), "JOINCONF",
        cut_view(1), (82, 120), CUT_ZEROS),
    Row("R12", "15:27:04.313043", ("203", "202"), M, 2, 0, NOACK, (0, 0), "CONFACK",
        {"cman.cmd": [16]}, 49),
    Row("R13", "15:27:04.313394", ALL202, M, 339, 0, MULTICAST, (2, 0), "ENDTRANS",
        endtrans(2, 3, 12, 3), 68, {21: "000000"}),
    Row("R14", "15:27:04.313457", ("203", "202"), I, 0, 339, NOACK, (0, 0), "ACK", ack(1), 52,
        {23: "ff"}),
    Row("R15", "15:27:04.313632", ALL201, I, 319, 0, MULTICAST, (1, 0), "BARRIER",
        barrier(4, T12, 1), (82, 96), {22: "0000"}),
    Row("R16", "15:27:04.313681", ("203", "201"), I, 0, 319, NOACK, (0, 0), "ACK", ack(0), 52,
        {23: "00"}),
    Row("R17", "15:27:04.313797", ALL203, I, 3, 0, MULTICAST, (3, 0), "BARRIER",
        barrier(4, T12, 1), (82, 96), {22: "0000"}),
    Row("R18", "15:27:04.313973", ALL202, I, 340, 0, MULTICAST, (2, 0), "BARRIER",
        barrier(4, T12, 0x1fb317f0, flags=0x169), (82, 96), {22: "4922"}),
    Row("R19", "15:27:04.314013", ("203", "202"), I, 0, 340, NOACK, (3, 0), "ACK", ack(0), 52,
        {23: "00"}),
    Row("R20", "15:27:04.314151", ("201", "203"), I, 0, 3, NOACK, (1, 0), "ACK", ack(0), 52,
        {23: "00"}),
    Row("R21", "15:27:04.314183", ALL201, I, 320, 0, MULTICAST, (1, 0), "BARRIER",
        barrier(5, T12, 0x246), (82, 96), {22: "0000"}),
    Row("R22", "15:27:04.314231", ("203", "201"), I, 0, 320, NOACK, (3, 0), "ACK", ack(0), 52,
        {23: "00"}),
    Row("R23", "15:27:04.314406", ("202", "203"), I, 0, 3, NOACK, (2, 0), "ACK", ack(0), 52,
        {23: "00"}),
    Row("R24", "15:27:04.314485", ALL203, I, 4, 0, MULTICAST, (3, 0), "BARRIER",
        barrier(5, T12, 0x246), (82, 96), {22: "0000"}),
    Row("R25", "15:27:04.314701", ALL202, I, 341, 0, MULTICAST, (2, 0), "BARRIER",
        barrier(5, T12, 0x246), (82, 96), {22: "0000"}),
    Row("R26", "15:27:04.314749", ("203", "202"), I, 0, 341, NOACK, (3, 0), "ACK", ack(0), 52,
        {23: "00"}),
    Row("R27", "15:27:04.314922", ("201", "203"), I, 0, 4, NOACK, (1, 0), "ACK", ack(0), 52,
        {23: "00"}),
    Row("R28", "15:27:04.314934", ("202", "203"), I, 0, 4, NOACK, (2, 0), "ACK", ack(0), 52,
        {23: "00"}),
    Row("R29", "15:27:04.328114", ALL201, M, 321, 0, HELLO_FLAGS, (1, 0), "HELLO", hello(3, 12),
        56),
]

GUIDE = {"hello": HELLO, "leave": LEAVE, "rejoin": REJOIN}
EVERY_CAPTURE = pytest.mark.parametrize("part", GUIDE)

# Where fields lie: offset and size, counted by hand in the listings.  A name
# in a view record may or may not include its length byte, so it is not here.
HEADER_BYTES = {"cman.tgtport": (0, 1), "cman.srcport": (1, 1), "cman.seq": (2, 2),
                "cman.ack": (4, 2), "cman.cluster": (6, 2), "cman.flags": (8, 4),
                "cman.flags.noack": (8, 4), "cman.srcid": (12, 4), "cman.tgtid": (16, 4)}
ACK_BYTES = {"cman.internal.cmd": [(20, 1)], "cman.ack.remport": [(21, 1)],
             "cman.ack.flags": [(22, 1)]}
BARRIER_BYTES = {"cman.internal.cmd": [(20, 1)], "cman.barrier.subcmd": [(21, 1)],
                 "cman.barrier.flags": [(24, 4)], "cman.barrier.nodes": [(28, 4)]}
STARTTRANS_BYTES = {
    "cman.cmd": [(20, 1)], "cman.trans.reason": [(21, 1)], "cman.leave.reason": [(22, 1)],
    "cman.leave.force": [(22, 1)], "cman.votes": [(23, 1)], "cman.expected_votes": [(24, 4)],
    "cman.generation": [(28, 4)], "cman.nodeid": [(32, 4)], "cman.num_addrs": [(36, 2)]}
BYTES = {
    "L1": {"cman.cmd": [(20, 1)], "cman.hello.flags": [(21, 1)],
           "cman.hello.flags.quorate": [(21, 1)], "cman.hello.members": [(22, 2)],
           "cman.generation": [(24, 4)]},
    "L3": {"cman.cmd": [(20, 1)]},
    "L4": {"cman.leave.reason": [(21, 1)], "cman.nodeid": [(24, 4)]},
    "L5": STARTTRANS_BYTES,
    "L6": {"cman.cmd": [(20, 1)], "cman.generation": [(24, 4)]},
    "L7": {"cman.view.flags": [(21, 1)], "cman.node.state": [(29, 1), (62, 1), (97, 1)],
           "cman.num_addrs": [(30, 2), (63, 2), (98, 2)],
           "cman.addr.family": [(32, 2), (65, 2), (100, 2)],
           "cman.addr.port": [(34, 2), (67, 2), (102, 2)],
           "cman.addr.ipv4": [(36, 4), (69, 4), (104, 4)],
           "cman.votes": [(48, 1), (81, 1), (116, 1)],
           "cman.expected_votes": [(49, 4), (82, 4), (117, 4)],
           "cman.nodeid": [(53, 4), (86, 4), (121, 4)]},
    "L9": {"cman.viewack.result": [(21, 1)]},
    "L10": {"cman.quorum": [(24, 4)], "cman.total_votes": [(28, 4)], "cman.generation": [(32, 4)],
            "cman.nodeid": [(36, 4)]},
    "L13": BARRIER_BYTES,
    "R3": {"cman.votes": [(21, 1)], "cman.num_addrs": [(22, 2)], "cman.expected_votes": [(24, 4)],
           "cman.nodeid": [(28, 4)], "cman.joinreq.version_major": [(32, 4)],
           "cman.joinreq.version_minor": [(36, 4)], "cman.joinreq.version_patch": [(40, 4)],
           "cman.joinreq.config_version": [(44, 4)], "cman.joinreq.addr_len": [(48, 4)]},
    "R4": {"cman.joinack.type": [(21, 1)]},
    "R5": {**STARTTRANS_BYTES, "cman.addr.family": [(40, 2)], "cman.addr.port": [(42, 2)],
           "cman.addr.ipv4": [(44, 4)]},
    "R7": {"cman.node.state": [(29, 1)], "cman.addr.ipv4": [(36, 4)], "cman.votes": [(48, 1)],
           "cman.expected_votes": [(49, 4)]},
    "R14": ACK_BYTES,
    "R18": BARRIER_BYTES,
}
# First byte of each name's text and the byte after it.
NAMES = {"L7": [(23, 29), (58, 62), (91, 97)], "R7": [(23, 29)], "R11": [(23, 29)]}


def capture(captures, part):
    return captures / f"cman-field-guide-{part}.pcap"


def time_of_day(epoch):
    seconds, fraction = epoch.split(".")
    clock = datetime.fromtimestamp(int(seconds), timezone.utc)
    return clock.strftime("%H:%M:%S.") + fraction[:6]


@pytest.mark.parametrize("part, original", [
    ("hello", "cman-hello"), ("leave", "cman-node-leave"), ("rejoin", "cman-node-rejoin")])
def test_same_as_the_original(captures, real_captures, part, original):
    assert capture(captures, part).read_bytes() == (real_captures / f"{original}.pcap").read_bytes()


@EVERY_CAPTURE
def test_carrier(tshark, captures, part):
    """The captures hold the guide's packets: time, addresses, lengths, and a
    right UDP checksum wherever the datagram is complete."""
    names = ["frame.time_epoch", "ip.src", "ip.dst", "ip.len", "udp.srcport", "udp.dstport",
             "udp.checksum.status"]
    frames = tshark.fields(capture(captures, part), names, "-o", "udp.check_checksum:TRUE")
    assert len(frames) == len(GUIDE[part])
    for row, frame in zip(GUIDE[part], frames):
        assert time_of_day(frame["frame.time_epoch"][0]) == row.time, row.name
        assert [frame["ip.src"], frame["ip.dst"]] == [[row.src], [row.dst]], row.name
        assert frame["ip.len"] == [str(row.length)], row.name
        assert frame["udp.srcport"] == frame["udp.dstport"] == ["6809"], row.name
        if not row.cut:
            assert frame["udp.checksum.status"] == ["1"], row.name


@EVERY_CAPTURE
def test_values(tshark, captures, part):
    """Every field has its value, and no other field is there."""
    names = HEADER_FIELDS + MESSAGE_FIELDS
    frames = tshark.fields(capture(captures, part), names)
    assert len(frames) == len(GUIDE[part])
    for row, frame in zip(GUIDE[part], frames):
        expected = {**row.header, **row.body}
        for name in names:
            assert plain(frame[name]) == expected.get(name, []), (row.name, name)


@EVERY_CAPTURE
def test_either_port_and_either_id(tshark, captures, part):
    frames = tshark.fields(capture(captures, part), ["cman.port", "cman.id"])
    for row, frame in zip(GUIDE[part], frames):
        assert set(plain(frame["cman.port"])) == set(row.ports), row.name
        ids = {row.header["cman.srcid"][0], row.header["cman.tgtid"][0]}
        assert set(plain(frame["cman.id"])) == ids, row.name


@EVERY_CAPTURE
def test_columns(tshark, captures, part):
    lines = tshark.info(capture(captures, part))
    assert len(lines) == len(GUIDE[part])
    for row, (protocol, info) in zip(GUIDE[part], lines):
        assert protocol == "CMAN", row.name
        assert info.split()[0].rstrip(",:/") == row.message or info.startswith(row.message + "/"), \
            (row.name, info)


@EVERY_CAPTURE
def test_names_of_numbers(tshark, captures, part):
    """Enumerations read NAME (number), flag words list the bits that are set."""
    commands = {0: "cman.internal.cmd", 1: "cman.cmd"}
    ports = {0: "INTERNAL (0)", 1: "MEMBERSHIP (1)"}
    for row, packet in zip(GUIDE[part], tshark.pdml(capture(captures, part))):
        shown = {f.get("name"): f.get("showname") for f in proto(packet).iter("field")
                 if f.get("hide") != "yes"}
        assert ports[row.ports[0]] in shown["cman.tgtport"], row.name
        assert ports[row.ports[1]] in shown["cman.srcport"], row.name
        command = commands[row.ports[0]]
        assert f"{row.message} ({row.body[command][0]})" in shown[command], row.name
        for name, bit in FLAG_BITS.items():
            assert (name.upper() in shown["cman.flags"]) == bool(row.flags & bit), \
                (row.name, shown["cman.flags"])


def test_names_in_bodies(tshark, captures):
    """One enumeration of each kind, by the guide's own words."""
    expected = {
        "L4": ["DEAD (6)"], "L5": ["REMNODE (2)", "DEAD (6)"], "L7": ["MEMBER (2)", "DEAD (3)"],
        "L9": ["ACK (1)"], "L11": ["WAIT (4)"], "L13": ["COMPLETE (5)"], "R4": ["OK (1)"],
        "R5": ["NEWNODE (1)", "DOWN (0)"]}
    for part in ("leave", "rejoin"):
        for row, packet in zip(GUIDE[part], tshark.pdml(capture(captures, part))):
            shown = [f.get("showname") or "" for f in proto(packet).iter("field")]
            for text in expected.get(row.name, []):
                assert any(text in line for line in shown), (row.name, text)


@EVERY_CAPTURE
def test_positions(tshark, captures, part):
    """Fields highlight their own bytes."""
    for row, packet in zip(GUIDE[part], tshark.pdml(capture(captures, part))):
        cman = proto(packet)
        assert int(cman.get("pos")) == int(proto(packet, "udp").get("pos")) + 8, row.name
        assert int(cman.get("size")) in (row.captured - 28, row.length - 28), row.name
        for name, place in HEADER_BYTES.items():
            assert items(cman, name) == [place], (row.name, name)
        for name, places in BYTES.get(row.name, {}).items():
            assert items(cman, name) == places, (row.name, name)
        for (first, end), (offset, size) in zip(NAMES.get(row.name, []),
                                                items(cman, "cman.node.name")):
            assert offset + size == end and offset in (first - 1, first), row.name
        for offset, size in items(cman, "cman.barrier.name"):
            assert offset == 32 and len(row.body["cman.barrier.name"][0]) <= size <= 33, row.name


@EVERY_CAPTURE
def test_unused_bytes(tshark, captures, part):
    """Memory that the sender never set is shown as unused, byte by byte."""
    for row, packet in zip(GUIDE[part], tshark.pdml(capture(captures, part))):
        found = unused_bytes(proto(packet))
        for offset, text in row.unused.items():
            data = bytes.fromhex(text)
            assert [found.get(offset + i) for i in range(len(data))] == list(data), row.name


@EVERY_CAPTURE
def test_nothing_is_lost(tshark, captures, part):
    """Every byte of a complete message belongs to a field; in a cut message,
    every byte up to the field that was cut."""
    cut_field = {"R3": 52, "R5": 48, "R7": 53, "R9": 53, "R11": 53}
    for row, packet in zip(GUIDE[part], tshark.pdml(capture(captures, part))):
        captured = row.captured - 28
        whole = cut_field.get(row.name, 32 if row.cut else captured)
        assert set(range(whole)) <= shown_bytes(packet), row.name
        assert max(shown_bytes(packet)) < captured, row.name


@EVERY_CAPTURE
def test_verdicts(tshark, captures, part):
    """KILL and NODEDOWN stand out and nothing else does; a frame that the snap
    length cut is no malformed packet."""
    file = capture(captures, part)
    expected = {"cman.kill": [3], "cman.nodedown": [4]} if part == "leave" else {}
    cut = [n for n, row in enumerate(GUIDE[part], 1) if row.cut]
    with Sharkd(tshark) as server:
        server.load(file)
        for expert in EXPERTS:
            assert server.frames(expert) == expected.get(expert, []), expert
        assert server.frames("_ws.malformed") == []
        assert server.frames("_ws.short") == cut


def test_guide_is_complete():
    rows = [row.name for part in GUIDE.values() for row in part]
    assert rows == (["H1"] + [f"L{n}" for n in range(1, 15)] + [f"R{n}" for n in range(1, 30)])
    assert [row.name for row in REJOIN if row.cut] == \
        ["R3", "R5", "R7", "R9", "R11", "R15", "R17", "R18", "R21", "R24", "R25"]
