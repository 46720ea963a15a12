# SPDX-License-Identifier: GPL-2.0-or-later
"""Frames that end early, captures that are cut, and lies.  What may be read is
worked out here from the raw bytes: every field that is whole, and no other."""
import struct

import pytest

from nisca_frames import (BLOCK, CC_1_1, CC_1_2, CC_1_3, CC_1_5, CONNECT, DX, PPD, SCS, START,
                          TR_CLASSIC, TR_EXTENDED, at, frames, raw, uncovered)

CONNECT_AND_STATUS = {**CONNECT, "nisca.scs.status": (18, 2)}
ALL = [*DX, *CC_1_1, *CC_1_2, *CC_1_3, *CC_1_5, *TR_CLASSIC, *TR_EXTENDED, *PPD, *START, *SCS,
       *CONNECT_AND_STATUS, *BLOCK]
WHOLE = {"cc1": 62, "cc3": 114, "cc5": 120, "ack": 41, "start": 106, "connect": 110,
         "classic connect": 94, "block": 75, "message with data": 95}


def whole(places, start, end):
    """The fields that lie between these two places entirely, up to the first
    that does not."""
    found = {}
    for name, (offset, size) in sorted(places.items(), key=lambda item: item[1]):
        if offset + size > end:
            break
        if offset >= start:
            found[name] = (offset, size)
    return found


def cc_places(data, end):
    minor = data[36] if end > 36 else 0
    places = dict(CC_1_1)
    for version, more in ((2, CC_1_2), (3, CC_1_3), (4, CC_1_5)):
        if minor >= version:
            places.update(more)
    return places


def is_extended(data, end, length):
    return end > 38 and data[30] & 0x40 and length - 14 >= 25 and data[38] == 18


def upper_places(data, start, end):
    """PPC, PPD and what is above them; `start` is the place of the opcode."""
    opcode = data[start]
    inner = start + 1
    if opcode not in (0, 2, 20, 21):
        return {"nisca.ppc.opcode": (start, 1), **(at(inner, BLOCK) if opcode in (3, 4, 5) else {})}
    places = at(inner, PPD)
    if end < inner + 4:
        return places
    length, kind = struct.unpack_from("<HH", data, inner)
    if opcode in (20, 21):
        places.update(at(inner + 2 + length, BLOCK))
    if kind in (0, 1):
        places.update(at(inner, START))
    if kind in (3, 4):
        places.update(at(inner, SCS))
        if end >= inner + 6 and data[inner + 4] in (0, 2):
            places.update(at(inner, CONNECT_AND_STATUS))
    return places


def readable(data, original):
    """The fields that can be read from one frame, with their places."""
    if len(data) < 16:
        return {}
    length = struct.unpack_from("<H", data, 14)[0]
    end = min(16 + length, original, len(data))
    places = {"nisca.length": (14, 2), **whole(DX, 16, end)}
    if end <= 30:
        return places
    if data[30] & 0x80:
        return {**places, **whole(cc_places(data, end), 30, end)}
    extended = is_extended(data, end, length)
    places.update(whole({**TR_CLASSIC, **(TR_EXTENDED if extended else {})}, 30, end))
    opcode = 55 if extended else 39
    if data[30] & 0x01 and end > opcode:
        places.update(whole(upper_places(data, opcode, end), opcode, end))
    return places


def wrong_places(frame, wanted, ignored=()):
    wrong = []
    for name in ALL:
        if name in ignored:
            continue
        expected = [wanted[name]] if name in wanted else []
        if frame.spans(name) != expected:
            wrong.append(f"{name} {frame.spans(name)} instead of {expected}")
    return wrong


def decoded(tshark, captures, name):
    path = captures / f"{name}.pcap"
    return list(zip(frames(tshark, path), raw(path)))


@pytest.fixture(scope="module")
def cut(tshark, captures):
    return decoded(tshark, captures, "nisca-cut")


@pytest.fixture(scope="module")
def short(tshark, captures):
    return decoded(tshark, captures, "nisca-short")


@pytest.fixture(scope="module")
def hostile(tshark, captures):
    return decoded(tshark, captures, "nisca-hostile")


def complain(lines):
    assert not lines, "\n" + "\n".join(lines[:40]) + f"\n({len(lines)} in all)"


# --- Cut by the capture -------------------------------------------------------------


def test_cut_frames_show_what_is_whole(cut):
    complain([f"frame {number} ({len(data)} of {original}): {wrong}"
              for number, (frame, (data, original)) in enumerate(cut, 1)
              for wrong in wrong_places(frame, readable(data, original))])


def test_cut_frames_are_no_fault(cut):
    """No expert item, no malformed packet, only Wireshark's own remark; that one message comes
    again and again, at each length, is a storm."""
    complain([f"frame {number} ({len(data)} of {original}): {frame.experts()} "
              f"malformed={frame.malformed} limited={frame.limited}"
              for number, (frame, (data, original)) in enumerate(cut, 1)
              if frame.malformed or set(frame.experts()) - {"cluster.storm"}
              or frame.limited != (len(data) < original)])


# --- Frames that end early ------------------------------------------------------------


def short_blocks(short):
    """The frames by message and kind: those whose Length still says the whole
    size (0 bytes kept and more), then those that are honest (2 and more)."""
    rest = list(enumerate(short, 1))
    for name, size in WHOLE.items():
        yield name, "lying", rest[:size]
        yield name, "honest", rest[size:2 * size - 2]
        rest = rest[2 * size - 2:]
    assert not rest


def test_short_frames_are_never_malformed(short):
    complain([f"frame {number}" for number, (frame, _) in enumerate(short, 1) if frame.malformed])


def test_short_frames_are_not_limited_by_the_capture(short):
    complain([f"frame {number}" for number, (frame, _) in enumerate(short, 1) if frame.limited])


def test_length_beyond_the_frame(short):
    wrong = []
    for name, kind, block in short_blocks(short):
        for number, (frame, (data, _)) in block:
            lies = kind == "lying" and len(data) >= 16
            if frame.severities("nisca.length_mismatch") != ([0x800000] if lies else []):
                wrong.append(f"frame {number} ({name}, {kind}, {len(data)} bytes): "
                             f"{frame.severities('nisca.length_mismatch')}")
    complain(wrong)


def test_short_channel_control_shows_what_is_whole(short):
    complain([f"frame {number} ({name}, {kind}, {len(data)} bytes): {wrong}"
              for name, kind, block in short_blocks(short) if name.startswith("cc")
              for number, (frame, (data, original)) in block
              for wrong in wrong_places(frame, readable(data, original))])


def test_short_start_shows_what_is_whole(short):
    """From the end of the extended header on, where its shape is beyond doubt."""
    complain([f"frame {number} ({kind}, {len(data)} bytes): {wrong}"
              for name, kind, block in short_blocks(short) if name == "start"
              for number, (frame, (data, original)) in block if len(data) >= 55
              for wrong in wrong_places(frame, readable(data, original))])


def test_short_frames_say_so(short):
    """A message that ends inside its fixed part has an expert item: CC before
    its 46 bytes, and everything that ends inside PPC, PPD, START or SCS header."""
    wrong = []
    for name, kind, block in short_blocks(short):
        for number, (frame, (data, _)) in block:
            size = len(data) - 14
            inside = size < 62 if name.startswith("cc") else size < 16 or 42 <= size < 60
            if kind == "honest" and inside and name != "ack" and "classic" not in name:
                if not frame.experts():
                    wrong.append(f"frame {number} ({name}, {size} bytes) without an expert item")
    complain(wrong)


def test_nothing_is_lost(short):
    """Each byte is in a field, or an expert item stands on the frame."""
    wrong = []
    for number, (frame, (data, original)) in enumerate(short, 1):
        missing = uncovered(frame, len(data))
        if missing and not frame.experts():
            wrong.append(f"frame {number}: bytes {missing}")
    complain(wrong)


# --- Lies and odd bytes ---------------------------------------------------------------

LENGTHS = (0, 1, 2, 6, 13, 14, 15, 16, 59, 60, 61, 117, 119, 120, 1498, 1500, 0x7FFF, 0x8000,
           0xFFFE, 0xFFFF)
PPD_LENGTHS = (0, 1, 2, 3, 9, 13, 14, 15, 61, 63, 65, 67, 1000, 0xFFFF)
PPD_LEFT = (62, 66, 51)  # START, CONNECT_REQ, message with data: bytes after the PPD length
COUNTS = (0, 7, 8, 15, 16, 127, 255)
FIRST_PPD = len(LENGTHS)
FIRST_NAME = FIRST_PPD + 3 * len(PPD_LENGTHS)
FIRST_TIME = FIRST_NAME + len(COUNTS) + 3
FIRST_SOLID = FIRST_TIME + 12
FIRST_FLAGS = FIRST_SOLID + 36


def test_order_of_the_capture(hostile):
    assert len(hostile) == FIRST_FLAGS + 256


@pytest.mark.parametrize("index, length", list(enumerate(LENGTHS)))
def test_length_lies(hostile, index, length):
    """A VACK-sized message: its true Length is 118."""
    frame, (data, original) = hostile[index]
    assert frame.values("nisca.length") == [length]
    assert frame.severities("nisca.length_mismatch") == ([0x800000] if length > 118 else [])
    if length < 14 + 46:
        assert frame.experts(), "no expert item"
    assert not wrong_places(frame, readable(data, original))


@pytest.mark.parametrize("index, length", list(enumerate(LENGTHS)))
def test_what_length_leaves_belongs_to_ethernet(hostile, index, length):
    frame, (data, _) = hostile[index]
    if length > 118:
        pytest.skip("nothing is left")
    left = frame.bytes("eth.padding") + frame.bytes("eth.trailer") + \
        [f"{one:08x}" if isinstance(one, int) else one for one in frame.values("eth.fcs")]
    assert "".join(left) == data[16 + length:].hex()
    assert frame.layer("nisca") == [(14, 2 + length)]


@pytest.mark.parametrize("kind", range(3), ids=["START", "CONNECT_REQ", "message with data"])
@pytest.mark.parametrize("index, length", list(enumerate(PPD_LENGTHS)))
def test_ppd_length_lies(hostile, kind, index, length):
    frame, (data, _) = hostile[FIRST_PPD + kind * len(PPD_LENGTHS) + index]
    assert frame.values("nisca.ppd.length") == [length]
    assert not frame.malformed and not frame.limited
    if length > PPD_LEFT[kind]:
        assert frame.experts(), "nothing says that the message continues or is truncated"
    if not frame.experts():
        assert not uncovered(frame, len(data))


@pytest.mark.parametrize("index, length", list(enumerate(PPD_LENGTHS)))
def test_start_ends_where_ppd_length_says(hostile, index, length):
    frame, (data, original) = hostile[FIRST_PPD + index]
    end = min(58 + length, len(data))
    wanted = {name: place for name, place in readable(data, original).items()
              if sum(place) <= end or not name.startswith("nisca.start.")}
    if length < 2:
        wanted = {name: place for name, place in wanted.items()
                  if not name.startswith("nisca.start.")}
    assert not wrong_places(frame, wanted, ignored=["nisca.ppd.type"] if length < 2 else [])


@pytest.mark.parametrize("index, count", list(enumerate(COUNTS)))
def test_counts_stay_inside_their_fields(hostile, index, count):
    frame, _ = hostile[FIRST_NAME + index]
    for name, text in (("nodename", "SERPENS"), ("service", "$4$DUA12:"), ("device_name", "EWB")):
        assert frame.text(f"nisca.cc.{name}") == [text[:count]], name
    assert not wrong_places(frame, readable(*hostile[FIRST_NAME + index][1]))


def test_control_bytes_do_not_reach_the_columns(tshark, captures, hostile):
    rows = tshark.info(captures / "nisca-hostile.pcap")
    assert len(rows) == len(hostile)
    complain([f"frame {number}: {row}" for number, row in enumerate(rows, 1)
              if not "".join(row).isprintable()])


def test_times_of_any_size_are_shown(hostile):
    for frame, _ in hostile[FIRST_TIME:FIRST_SOLID:2]:
        assert frame.spans("nisca.cc.transmit_time") == [(96, 8)]
    for frame, _ in hostile[FIRST_TIME + 1:FIRST_SOLID:2]:
        assert frame.spans("nisca.start.swincarn") == [(80, 8)]
        assert frame.spans("nisca.start.curtime") == [(112, 8)]


def test_every_flags_byte(hostile):
    """Bit 7 alone decides what the frame is."""
    for flags, (frame, _) in enumerate(hostile[FIRST_FLAGS:]):
        assert frame.values("nisca.flags") == [flags]
        assert ("nisca.cc" in frame, "nisca.tr" in frame) == (flags >= 0x80, flags < 0x80)
        assert bool(frame.values("nisca.ack")) == (flags < 0x80 and flags & 0x08 != 0), flags
        assert bool(frame.values("nisca.seq")) == (flags < 0x80 and flags & 0x02 != 0), flags


def test_nothing_is_malformed_or_lost(hostile):
    wrong = []
    for number, (frame, (data, original)) in enumerate(hostile, 1):
        length = struct.unpack_from("<H", data, 14)[0]
        missing = uncovered(frame, min(16 + length, len(data)))
        if frame.malformed or frame.limited:
            wrong.append(f"frame {number}: malformed or limited")
        if missing and not frame.experts() and "nisca.analyzer_trigger" not in frame:
            wrong.append(f"frame {number}: bytes {missing}")
    complain(wrong)
