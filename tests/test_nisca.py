# SPDX-License-Identifier: GPL-2.0-or-later
"""What users of NISCA rely on: the manual's recipes as filters, the pair of
numbers, trailers, expert items, preferences, names of values."""
import re
import struct

import pytest

from hostile import ETHERNET, Pcap
from nisca_frames import (BLOCK, CC_1_1, CC_1_2, CC_1_3, CC_1_5, CONNECT, DX, NOTE, PPD, SCS, START,
                          TR_CLASSIC, TR_EXTENDED, WARN, at, frames, must_lie_at, raw, uncovered)
from nisca_make import Node, message, tr

EXTENDED_A, EXTENDED_B = "aa:00:04:00:01:1c", "aa:00:04:00:02:1c"  # 7169 and 7170
DRACO = bytes.fromhex("aa0004000514")  # 5125


@pytest.fixture(scope="module")
def capture(captures):
    return captures / "nisca-messages.pcap"


@pytest.fixture(scope="module")
def packets(capture):
    """Bytes of each frame; [] at index 0, so that the index is the frame number."""
    return [b""] + [data for data, _ in raw(capture)]


@pytest.fixture(scope="module")
def messages(tshark, capture):
    return [None] + frames(tshark, capture)


def byte(data, number):
    """A byte as "OpenVMS Cluster Systems" counts it, from 1."""
    return data[number - 1]


def field(data, first, last):
    return data[first - 1:last]


def is_nisca(data):
    """Not one of the analyzers' texts."""
    return field(data, 1, 5) != bytes.fromhex("014c415663") and data[14:23] != b"Distribut"


def numbers(packets, rule):
    return [number for number, data in enumerate(packets) if data and is_nisca(data) and rule(data)]


def is_extended(data):
    return (byte(data, 31) & 0xC0 == 0x40 and byte(data, 39) == 18
            and struct.unpack_from("<H", data, 14)[0] - 14 >= 25)


def ack(data):
    if not byte(data, 31) & 0x80 and byte(data, 31) & 0x08:
        return int.from_bytes(field(data, 41, 44) if is_extended(data) else field(data, 33, 34),
                              "little")
    return None


def seq(data):
    if not byte(data, 31) & 0x80 and byte(data, 31) & 0x02:
        return int.from_bytes(field(data, 45, 48) if is_extended(data) else field(data, 35, 36),
                              "little")
    return None


# --- The manual's recipes -----------------------------------------------------------------

RECIPES = {
    "nisca.dx.group == 257": lambda data: field(data, 23, 24) == b"\x01\x01",
    "nisca.dx.group == 4000": lambda data: field(data, 23, 24) == b"\xa0\x0f",
    f"nisca.dx.src == {EXTENDED_A} && nisca.dx.dst == {EXTENDED_B}":
        lambda data: field(data, 17, 22) == bytes.fromhex("aa000400021c")
        and field(data, 25, 30) == bytes.fromhex("aa000400011c"),
    f"nisca.dx.addr == {EXTENDED_B}":
        lambda data: bytes.fromhex("aa000400021c") in (field(data, 17, 22), field(data, 25, 30)),
    f"eth.addr == {EXTENDED_A} && eth.addr == {EXTENDED_B} && nisca":
        lambda data: {field(data, 1, 6), field(data, 7, 12)}
        == {bytes.fromhex("aa000400011c"), bytes.fromhex("aa000400021c")},
    "nisca.cc": lambda data: byte(data, 31) & 0x80,
    "nisca.flags.cc == 1": lambda data: byte(data, 31) & 0x80,
    "nisca.tr": lambda data: not byte(data, 31) & 0x80,
    "nisca.flags.cc == 0": lambda data: not byte(data, 31) & 0x80,
    "nisca.tr.flags.rexmt == 1": lambda data: byte(data, 31) & 0xA0 == 0x20,
    "nisca.cc.type == 0": lambda data: byte(data, 31) & 0x8F == 0x80,
    "nisca.cc.type == 1": lambda data: byte(data, 31) & 0x8F == 0x81,
    "nisca.cc.type == 2": lambda data: byte(data, 31) & 0x8F == 0x82,
    "nisca.cc.type == 3": lambda data: byte(data, 31) & 0x8F == 0x83,
    "nisca.cc.type == 4": lambda data: byte(data, 31) & 0x8F == 0x84,
    "nisca.cc.type == 6": lambda data: byte(data, 31) & 0x8F == 0x86,
    'nisca.cc.type == 0 && nisca.cc.nodename == "DRACO"':
        lambda data: byte(data, 1) & 1 and field(data, 25, 30) == DRACO
        and byte(data, 31) & 0x8F == 0x80,
    "nisca.ack >= 65537": lambda data: (ack(data) or 0) >= 65537,
    "nisca.ack >= 1": lambda data: (ack(data) or 0) >= 1,
    "nisca.seq == 2": lambda data: seq(data) == 2,
    "nisca.seq == 7": lambda data: seq(data) == 7,
    "nisca.cc.authorize": lambda data: byte(data, 31) & 0x80,
    "nisca.cc.authorize == 11:22:33:44:00:00:00:00":
        lambda data: byte(data, 31) & 0x80 and field(data, 69, 76).hex() == "1122334400000000",
    "nisca.cc.flags.authorize == 1": lambda data: byte(data, 31) & 0x90 == 0x90,
}


@pytest.mark.parametrize("recipe", RECIPES)
def test_recipe(tshark, capture, packets, recipe):
    wanted = numbers(packets, RECIPES[recipe])
    assert wanted, "the capture holds no such frame"
    assert tshark.frames(capture, recipe) == wanted


def test_all_cluster_traffic(tshark, capture, packets):
    """Bytes 13-14 = 60 07: every frame here, the analyzers' among them."""
    everything = list(range(1, len(packets)))
    assert tshark.frames(capture, "nisca") == everything
    assert tshark.frames(capture, "eth.type == 0x6007") == everything


def test_analyzer_frames(tshark, capture, packets):
    wanted = [number for number, data in enumerate(packets) if data and not is_nisca(data)]
    assert len(wanted) == 4
    assert tshark.frames(capture, "nisca.analyzer_trigger") == wanted
    assert tshark.frames(capture, "nisca.length_mismatch") == []


# --- The pair in force --------------------------------------------------------------------


def test_one_number_per_frame(packets, messages):
    for number in range(1, len(packets)):
        data, frame = packets[number], messages[number]
        if not is_nisca(data):
            continue
        for name, wanted in (("nisca.ack", ack(data)), ("nisca.seq", seq(data))):
            assert frame.values(name) == ([] if wanted is None else [wanted]), (number, name)


def forced(tshark, capture, numbers_preference):
    names = ["nisca.ack", "nisca.seq", "nisca.tr.ack", "nisca.tr.seq"]
    return [None] + tshark.fields(capture, names, "-o", f"nisca.numbers:{numbers_preference}")


def test_numbers_classic(tshark, capture, packets):
    """Each frame with a flag shows the 16 bits, also where an extended header could be."""
    rows = forced(tshark, capture, "classic")
    for number in numbers(packets, lambda data: not byte(data, 31) & 0x80):
        data = packets[number]
        flags = byte(data, 31)
        assert rows[number]["nisca.ack"] == (rows[number]["nisca.tr.ack"] if flags & 8 else [])
        assert rows[number]["nisca.seq"] == (rows[number]["nisca.tr.seq"] if flags & 2 else [])
        assert int(rows[number]["nisca.tr.ack"][0]) == int.from_bytes(field(data, 33, 34), "little")


def test_numbers_extended(tshark, capture, packets):
    """Also without the marks that the heuristic wants, if the header is there in full."""
    rows = forced(tshark, capture, "extended")
    checked = 0
    for number in numbers(packets, lambda data: not byte(data, 31) & 0x80):
        data = packets[number]
        if struct.unpack_from("<H", data, 14)[0] - 14 >= 25 and byte(data, 31) & 0x08:
            wanted = int.from_bytes(field(data, 41, 44), "little")
            assert rows[number]["nisca.ack"] == [str(wanted)], number
            checked += not is_extended(data)
    assert checked, "no frame that the preference changes"


def test_numbers_auto_is_the_default(tshark, capture):
    names = ["nisca.ack", "nisca.seq", "nisca.tr.ext_ack"]
    automatic = tshark.fields(capture, names, "-o", "nisca.numbers:auto")
    assert tshark.fields(capture, names) == automatic


# --- Where fields lie ---------------------------------------------------------------------


def test_places_of_channel_control(packets, messages):
    for number in numbers(packets, lambda data: byte(data, 31) & 0x80):
        data = packets[number]
        minor, room = data[36], struct.unpack_from("<H", data, 14)[0] - 14
        places = {**DX, **CC_1_1}
        for version, size, more in ((2, 62, CC_1_2), (3, 98, CC_1_3), (4, 104, CC_1_5)):
            if minor >= version and room >= size:
                places.update(more)
        must_lie_at(messages[number], places)


def test_places_of_transport(packets, messages):
    for number in numbers(packets, lambda data: not byte(data, 31) & 0x80):
        data = packets[number]
        places = {**DX, **TR_CLASSIC, **(TR_EXTENDED if is_extended(data) else {})}
        start = 55 if is_extended(data) else 39
        if byte(data, 31) & 1:
            places.update(upper_places(data, start))
        must_lie_at(messages[number], places)


def upper_places(data, start):
    inner, opcode = start + 1, data[start]
    places = {"nisca.ppc.opcode": (start, 1)}
    if opcode in (0, 2, 20, 21):
        length, kind = struct.unpack_from("<HH", data, inner)
        places.update(at(inner, PPD))
        places.update(at(inner, {0: START, 1: START, 3: SCS, 4: SCS}.get(kind, {})))
        if kind == 4 and data[inner + 4] in (0, 2) and data[inner + 5] == 0:
            places.update(at(inner, {**CONNECT, "nisca.scs.status": (18, 2)}))
        if opcode in (20, 21):
            places.update(at(inner + 2 + length, BLOCK))
    elif opcode in (3, 4, 5) or 7 <= opcode <= 13:
        places.update(at(inner, BLOCK))
    elif opcode in (14, 15, 22):
        places.update(at(inner, dict(list(BLOCK.items())[:2])))
    return places


def test_every_byte_is_shown(packets, messages):
    """Up to where Length says the message ends."""
    for number in numbers(packets, lambda data: True):
        end = 16 + struct.unpack_from("<H", packets[number], 14)[0]
        assert uncovered(messages[number], end) == [], number
        assert messages[number].layer("nisca") == [(14, end - 14)], number


def test_what_follows_length_belongs_to_ethernet(packets, messages):
    padded = 0
    for number in numbers(packets, lambda data: True):
        end = 16 + struct.unpack_from("<H", packets[number], 14)[0]
        left = messages[number].bytes("eth.padding") + messages[number].bytes("eth.trailer")
        assert "".join(left) == packets[number][end:].hex(), number
        padded += bool(left)
    assert padded >= 5


def test_times_of_the_generator(packets, messages):
    """2 January 2024, 03:04:05; booted an hour before."""
    for number in numbers(packets, lambda data: True):
        for name, wanted in (("nisca.cc.transmit_time", "2024-01-02 03:04:05.00"),
                             ("nisca.start.swincarn", "2024-01-02 02:04:05.00"),
                             ("nisca.start.curtime", "2024-01-02 03:04:05.00")):
            assert set(messages[number].times(name)) <= {wanted}, (number, name)


# --- Expert items -------------------------------------------------------------------------


@pytest.mark.parametrize("name, severity", [
    ("nisca.bye", NOTE), ("nisca.multicast_group_mismatch", NOTE), ("nisca.scs.rejected", WARN),
    ("nisca.scs.disconnect", NOTE)])
def test_severity(messages, name, severity):
    found = {one for frame in messages[1:] for one in frame.severities(name)}
    assert found == {severity}


def test_ctl_bit_is_no_fault(packets, messages):
    """The manual says "reserved, 0"; every captured frame of V7.3 has it set."""
    plain = numbers(packets, lambda data: byte(data, 31) in (0x41, 0x48, 0x4B, 0x5B)
                    and is_extended(data) and data[55:56] in (b"\0", b"\2", b"")
                    or byte(data, 31) == 0x48 and is_extended(data))
    expected = {"nisca.scs.rejected", "nisca.scs.disconnect"}
    assert plain
    for number in plain:
        assert set(messages[number].experts()) <= expected, number


def test_zero_padding_is_no_fault(packets, messages):
    """Size tests: 1500 bytes of NISCA 1.5, 853 of 1.3, and 36 bytes after a header of 1.2."""
    wanted = {1500: (134, 1380), 853: (128, 739), 114: (92, 36)}
    seen = {}
    for number in numbers(packets, lambda data: byte(data, 31) & 0x8F == 0x83):
        for span in messages[number].spans("nisca.cc.padding"):
            if any(packets[number][sum(span) - span[1]:sum(span)]):
                continue
            seen[len(packets[number]) - 14] = span
            assert messages[number].experts() == [], number
    assert seen == wanted


def test_padding_with_other_bytes_is_a_note(packets, messages):
    """Opaque, a note, never a malformed packet."""
    dirty, = numbers(packets, lambda data: b"\x5a" * 55 in data)
    frame = messages[dirty]
    assert frame.spans("nisca.data") + frame.spans("nisca.cc.padding") == [(134, 745 - 120)]
    severities = [int(item.find("field[@name='_ws.expert.severity']").get("show"))
                  for item in frame.fields.get("_ws.expert", [])]
    assert severities == [NOTE]
    assert not frame.malformed


# --- Names of values -----------------------------------------------------------------------

NAMES = {
    "nisca.cc.type": {0: "HELLO", 1: "BYE", 2: "CCSTART", 3: "VERF", 4: "VACK",
                      6: "SOLICIT_SERVICE"},
    "nisca.ppc.opcode": {
        0: "SNT_DG", 1: "SNT_LB", 2: "SNT_SEQ", 3: "SNT_DATM", 4: "SNT_DAT", 5: "SNT_DAT_LP",
        6: "REQ_ID", 7: "REQ_DATM", 8: "REQ_DAT0", 9: "REQ_DAT1", 10: "REQ_DAT2", 11: "RET_DATM",
        12: "RET_DAT", 13: "RET_DAT_LP", 14: "RET_CNFM", 15: "RET_CNF", 16: "RET_ID",
        17: "RET_LB", 18: "RESET", 19: "START", 20: "SNT_DATWM", 21: "SNT_DATWM_LP",
        22: "RET_CNFWM"},
    "nisca.ppd.type": {0: "START", 1: "STACK", 2: "ACK", 3: "SCS", 4: "SCS", 5: "error log",
                       6: "node stop"},
    "nisca.scs.type": {
        0: "CONNECT_REQ", 1: "CONNECT_RSP", 2: "ACCEPT_REQ", 3: "ACCEPT_RSP", 4: "REJECT_REQ",
        5: "REJECT_RSP", 6: "DISCONNECT_REQ", 7: "DISCONNECT_RSP", 8: "CREDIT_REQ",
        9: "CREDIT_RSP", 10: "APPL_MSG", 11: "APPL_DG"},
    "nisca.scs.status": {
        1: "normal", 10: "no matching SYSAP", 18: "no resources", 25: "disconnected",
        26: "disconnected", 33: "insufficient credit", 41: "load balance",
        42: "use alternate port"},
    "nisca.cc.device_type": {76: "DE450"},
    "nisca.cc.node_hw_type": {1: "Alpha"},
}
UNKNOWN = {
    "nisca.ppc.opcode": (23, 200), "nisca.ppd.type": (7, 300), "nisca.scs.type": (12, 500),
    "nisca.scs.status": (77,), "nisca.cc.device_type": (200,), "nisca.cc.node_hw_type": (9,),
}


def simple(text):
    return re.sub(r"[ _-]", "", text).lower()


@pytest.mark.parametrize("name", NAMES)
def test_name_and_number(messages, name):
    """NAME (number), and every number of the table is in the capture."""
    seen = {}
    for frame in messages[1:]:
        for number, line in zip(frame.values(name), frame.shown(name)):
            seen[number] = line
    for number, text in NAMES[name].items():
        assert simple(text) in simple(seen[number]), seen[number]
        assert seen[number].endswith(f"({number})"), seen[number]


@pytest.mark.parametrize("name", UNKNOWN)
def test_unknown_values(messages, name):
    seen = {number: line for frame in messages[1:]
            for number, line in zip(frame.values(name), frame.shown(name))}
    for number in UNKNOWN[name]:
        assert seen[number].endswith(f"Unknown ({number})"), seen[number]


def test_reserved_channel_control_types(messages):
    """5 has a name in one source only; 7 to 15 have none."""
    seen = {number: line for frame in messages[1:]
            for number, line in zip(frame.values("nisca.cc.type"), frame.shown("nisca.cc.type"))}
    assert set(range(16)) == set(seen)
    for number in range(7, 16):
        assert re.search(rf"(Unknown|[Rr]eserved) \({number}\)$", seen[number]), seen[number]


def test_info_starts_with_the_message(tshark, capture, messages):
    """And the Protocol column reads NISCA."""
    for number, (protocol, info) in enumerate(tshark.info(capture), 1):
        frame = messages[number]
        assert protocol == "NISCA", number
        for name in ("nisca.cc.type", "nisca.scs.type"):
            known = [NAMES[name][one] for one in frame.values(name) if one in NAMES[name]]
            assert all(info.startswith(one) for one in known), (number, info)
        if frame.values("nisca.flags") in ([0x48], [0x08]):
            assert info.startswith("ACK"), (number, info)
        if frame.values("nisca.ppd.type") in ([0], [1], [2]):
            assert info.startswith(("START", "STACK", "ACK")[frame.values("nisca.ppd.type")[0]])


# --- Decode As on UDP -----------------------------------------------------------------------


def test_udp_is_left_alone(tshark, captures):
    assert tshark.frames(captures / "nisca-udp.pcap", "nisca") == []


@pytest.mark.parametrize("number", [1, 2], ids=["with Length", "without Length"])
def test_decode_as_on_udp(tshark, captures, number):
    """How real nodes lay NISCA into UDP is not known; both ways are taken, and said."""
    decoded = frames(tshark, captures / "nisca-udp.pcap", "-d", "udp.port==49152,nisca")
    frame = decoded[number - 1]
    assert frame.values("nisca.length") == ([118] if number == 1 else [])
    assert frame.values("nisca.dx.group") == [4000]
    assert frame.values("nisca.dx.src_id") == [8193]
    assert frame.values("nisca.cc.type") == [2]
    assert frame.text("nisca.cc.nodename") == ["ORION"]
    assert frame.spans("nisca.dx.group") == [(50 if number == 1 else 48, 2)]
    assert not frame.malformed
    text = " ".join(frame.lines()).lower()
    assert "undocumented" in text
    assert "length" in text


def test_decode_as_on_udp_columns(tshark, captures):
    rows = tshark.info(captures / "nisca-udp.pcap", "-d", "udp.port==49152,nisca")
    assert [(protocol, info.split()[0]) for protocol, info in rows] == [("NISCA", "CCSTART")] * 2


def test_one_pass_and_two(tshark, capture, messages):
    twice = [None] + frames(tshark, capture, "-2")
    for once, again in zip(messages[1:], twice[1:]):
        names = [name for name in once.fields if name.startswith("nisca.")
                 and not name.startswith(("nisca.analysis", "nisca.channel", "nisca.circuit"))]
        assert [once.text(name) for name in names] == [again.text(name) for name in names]


def test_bytes_beyond_32_bits(tshark):
    """40 frames that were 128 MiB long each, by what their capture says."""
    size, vax1, vax2 = 2 ** 27, Node("VAX1", 1025), Node("VAX2", 1026)
    path = tshark.captures / "long.pcap"
    with Pcap(path, ETHERNET) as made:
        for seq in range(1, 41):
            made.add(seq * 1000, tr(0x4b, vax1, vax2, 0, seq, message()), size)
    for table in ("nisca,circuits", "nisca,channels"):
        assert [row["Bytes"] for row in tshark.table(path, table)] == [str(40 * size)]
