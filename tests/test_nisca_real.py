# SPDX-License-Identifier: GPL-2.0-or-later
"""Ten whole frames of real VAX nodes (OpenVMS V7.3 and V5.5), by value.

The values are read from the bytes here, by the offsets of the header of NISCA 1.5."""
import struct

import pytest

from nisca_frames import WARN, raw

FILES = {"nisca-vms73-conversation.pcap": 7, "nisca-vms73-others.pcap": 3}

# Field, offset behind the Ethernet header, format of struct.
LAYOUT = [("nisca.length", 0, "H"), ("nisca.dx.group", 8, "H"), ("nisca.dx.dst_id", 6, "H"),
          ("nisca.dx.src_id", 14, "H"), ("nisca.flags", 16, "B"), ("nisca.tr.pad", 17, "B"),
          ("nisca.tr.ack", 18, "H"), ("nisca.tr.seq", 20, "H"), ("nisca.tr.chan_seq", 22, "H"),
          ("nisca.tr.pad_data_len", 24, "B"), ("nisca.tr.ext_ack", 26, "I"),
          ("nisca.tr.ext_seq", 30, "I"), ("nisca.ppc.opcode", 41, "B"),
          ("nisca.ppd.length", 42, "H"), ("nisca.ppd.type", 44, "H"), ("nisca.scs.type", 46, "H"),
          ("nisca.scs.credit", 48, "H"), ("nisca.scs.dst_conid", 50, "I"),
          ("nisca.scs.src_conid", 54, "I")]

# The first frame of each file, read by hand.
FIRST = {
    "nisca-vms73-conversation.pcap": {
        "nisca.seq": 292, "nisca.ack": 120, "nisca.dx.src_id": 1027, "nisca.dx.dst_id": 1026,
        "nisca.ppd.length": 146, "nisca.scs.type": 10, "nisca.scs.dst_conid": 0x641b000a,
        "nisca.scs.src_conid": 0x2f52000d},
    "nisca-vms73-others.pcap": {
        "nisca.seq": 137, "nisca.ack": 305, "nisca.dx.src_id": 1026, "nisca.dx.dst_id": 1025,
        "nisca.ppd.length": 146, "nisca.scs.type": 10, "nisca.scs.dst_conid": 0x2f52000a,
        "nisca.scs.src_conid": 0xcbdb0009},
}


def numbers(tshark, path, names):
    """Per frame a dict of the one value of each field."""
    return [{name: int(value, 0) for name, (value,) in frame.items()}
            for frame in tshark.fields(path, names)]


@pytest.fixture(name="path", params=FILES)
def path_fixture(real_captures, request):
    if not (real_captures / request.param).exists():
        pytest.skip(f"{request.param} is not here")
    return real_captures / request.param


def test_every_header_field_is_right(tshark, path):
    frames = list(raw(path))
    found = numbers(tshark, path, [name for name, _, _ in LAYOUT])
    assert len(frames) == len(found) == FILES[path.name]
    for (frame, _), values in zip(frames, found):
        for name, offset, kind in LAYOUT:
            assert values[name] == struct.unpack_from("<" + kind, frame, 14 + offset)[0], name


def test_the_first_frame_is_as_read_by_hand(tshark, path):
    wanted = FIRST[path.name]
    assert numbers(tshark, path, list(wanted))[0] == wanted


def test_whole_frames_of_real_nodes_are_whole(tshark, path):
    """Nothing is left over that a table should know, and nobody is accused."""
    assert not tshark.frames(path, f"nisca.data || _ws.malformed || nisca.short_message"
                                   f" || _ws.expert.severity >= {WARN}")
