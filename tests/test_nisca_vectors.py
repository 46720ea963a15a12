# SPDX-License-Identifier: GPL-2.0-or-later
"""Frames of real OpenVMS nodes, decoded by hand.  The capture is not part of
this repository; the tests are skipped without it."""
import pytest

from nisca_frames import (CC_1_1, CC_1_2, CC_1_3, CONNECT, DX, PPD, SCS, START, TR_CLASSIC,
                          TR_EXTENDED, at, frames, must_have, must_lie_at, tr_flags)

NAMES = ["V1", "V2", "V3", "V4", "V5", "V2 again", "V6", "V6b", "V6c", "V6d", "V7", "V8", "V9",
         "V10"]


@pytest.fixture(scope="module")
def vectors(tshark, real_captures):
    capture = real_captures / "nisca-vectors.pcap"
    if not capture.is_file():
        pytest.skip(f"no frames of real OpenVMS nodes here ({capture})")
    decoded = frames(tshark, capture)
    assert len(decoded) == len(NAMES)
    return dict(zip(NAMES, decoded))


@pytest.fixture(scope="module")
def columns(tshark, vectors, real_captures):
    return dict(zip(NAMES, tshark.info(real_captures / "nisca-vectors.pcap")))


def dx(length, dst, src, group):
    """Length and DX header; nodes are given by SCSSYSTEMID."""
    def address(node):
        return f"aa:00:04:00:{node & 255:02x}:{node >> 8:02x}"
    return {
        "nisca.length": [length], "nisca.dx.dst": [address(dst)], "nisca.dx.src": [address(src)],
        "nisca.dx.addr": [address(dst), address(src)], "nisca.dx.group": [group],
        "nisca.dx.dst_id": [dst], "nisca.dx.src_id": [src],
    }


def tr(flags, ack, seq, ext_ack, ext_seq, third):
    """The extended TR header; every captured frame has 0x13, channel 1, 18, 1 and 0."""
    return {
        **tr_flags(flags), "nisca.tr.pad": [0x13], "nisca.tr.ack": [ack], "nisca.tr.seq": [seq],
        "nisca.tr.chan_seq": [1], "nisca.tr.pad_data_len": [18], "nisca.tr.ext_ack": [ext_ack],
        "nisca.tr.ext_seq": [ext_seq], "nisca.tr.ext_unknown3": [third],
        "nisca.tr.ext_unknown4": [1], "nisca.tr.ext_unknown5": [0],
        "nisca.ack": [ext_ack] if flags & 0x08 else [],
        "nisca.seq": [ext_seq] if flags & 0x02 else [],
        "nisca.cc": [], "nisca.cc.type": [],
    }


def scs(length, kind, credit, dst, src):
    return {
        "nisca.ppc.opcode": [2], "nisca.ppd.length": [length], "nisca.ppd.type": [4],
        "nisca.scs.type": [kind], "nisca.scs.credit": [credit], "nisca.scs.dst_conid": [dst],
        "nisca.scs.src_conid": [src],
    }


def connect(min_credit, status, dst, src, data):
    return {
        "nisca.scs.min_credit": [min_credit], "nisca.scs.status": [status],
        "nisca.scs.dst_process": [dst], "nisca.scs.src_process": [src],
        "nisca.scs.connect_data": [bytes.fromhex(data)], "nisca.data": [],
    }


CC_OF_VAXC = {
    "nisca.length": [112], "nisca.dx.dst": ["ab:00:04:01:01:02"], "nisca.dx.group": [257],
    "nisca.dx.src": ["aa:00:04:00:c5:07"], "nisca.dx.src_id": [1989], "nisca.dx.dst_id": [],
    "nisca.flags.cc": [1], "nisca.cc.flags.ok_xmt": [1], "nisca.cc.flags.no_xmt": [0],
    "nisca.cc.reason": [0], "nisca.cc.maint": [0x80000008], "nisca.cc.version_minor": [3],
    "nisca.cc.version_major": [1], "nisca.cc.eco": [0], "nisca.cc.nodename": ["VAXC"],
    "nisca.cc.port_fcn": [0x83FF0180], "nisca.cc.sta_info": [0x400],
    "nisca.cc.rst_port": ["00:00:00:00:00:00"], "nisca.cc.pipe_quota": [16],
    "nisca.cc.p_srv": [3], "nisca.cc.p_srv.xchk": [1], "nisca.cc.p_srv.rchk": [1],
    "nisca.cc.r_srv": [0], "nisca.cc.r_srv.xchk": [0], "nisca.cc.r_srv.rchk": [0],
    "nisca.cc.service": [""], "nisca.cc.chan_seq": [0], "nisca.cc.bus_buffer_size": [1424],
    "nisca.cc.device_name": ["XQA"], "nisca.cc.lan_hw_addr": ["52:54:00:00:00:0c"],
    "nisca.cc.device_type": [33], "nisca.cc.node_hw_type": [0], "nisca.cc.extension": [],
    "nisca.cc.padding": [], "nisca.tr": [], "nisca.seq": [], "nisca.ack": [],
}
EXPECTED = {
    "V1": {
        **CC_OF_VAXC, "nisca.flags": [0xA0], "nisca.cc.type": [0], "nisca.cc.flags.authorize": [0],
        "nisca.cc.authorize": [bytes(8)],
    },
    "V2": {
        **dx(188, 1026, 1025, 1), **tr(0x4B, 19196, 22821, 19196, 22821, 19196),
        **scs(146, 10, 1, 0x1CAD0009, 0x1CAD0009),
    },
    "V3": {
        **dx(188, 1025, 1026, 1), **tr(0x4B, 22821, 19197, 22821, 19197, 22821),
        **scs(146, 10, 2, 0x1CAD0009, 0x1CAD0009),
    },
    "V4": {
        **dx(104, 1025, 1026, 1), **tr(0x41, 0, 1, 0, 1, 0), "nisca.ppc.opcode": [0],
        "nisca.ppd.length": [62], "nisca.ppd.type": [0], "nisca.start.systemid": [1026],
        "nisca.start.protocol": [1], "nisca.start.maxdg": [576], "nisca.start.maxmsg": [216],
        "nisca.start.swvers": ["V7.3"], "nisca.start.nodename": ["VAX2"],
        "nisca.start.hwvers": [bytes.fromhex("0600000a0000000000007700")],
        "nisca.scs.type": [], "nisca.data": [],
    },
    "V5": {
        **dx(44, 1025, 1026, 1), **tr(0x41, 0, 1, 0, 1, 0), "nisca.ppc.opcode": [0],
        "nisca.ppd.length": [2], "nisca.ppd.type": [2], "nisca.start.systemid": [],
        "nisca.scs.type": [], "nisca.data": [],
    },
    "V2 again": {
        **dx(188, 1026, 1025, 1), **tr(0x7B, 19196, 22821, 19196, 22821, 19196),
        **scs(146, 10, 1, 0x1CAD0009, 0x1CAD0009),
    },
    "V6": {
        **dx(108, 1026, 1025, 1), **tr(0x4B, 6, 7, 6, 7, 6), **scs(66, 0, 10, 0, 0x62C50009),
        **connect(0, 1, "VMS$VAXcluster", "VMS$VAXcluster", "011b0103010001000100010800000600"),
    },
    "V6b": {
        **dx(108, 1025, 1026, 1), **tr(0x4B, 7, 8, 7, 8, 7),
        **scs(66, 2, 10, 0x62C50009, 0x33580008),
        **connect(0, 0, "VMS$VAXcluster", "VMS$VAXcluster", "011b0103000000000000000800000600"),
    },
    "V6c": {
        **dx(92, 1025, 1026, 1), **tr(0x5B, 3, 3, 3, 3, 3),
        **scs(50, 10, 1, 0x63050008, 0x33590007),
        # Its connection was made before the capture, so nothing says that it is the directory.
        "nisca.data": [bytes.fromhex("01000000") + b"MSCP$TAPE       NOT PRESENT HERE"],
        "nisca.dir.name": [],
    },
    "V6d": {
        **dx(108, 1100, 1101, 1000), **tr(0x5B, 4, 6, 4, 6, 4), **scs(66, 0, 10, 0, 0x4E620008),
        **connect(2, 1, "MSCP$DISK", "VMS$DISK_CL_DRVR", "56352e30202020202020202020202b20"),
    },
    "V7": {
        "nisca.length": [118], "nisca.dx.dst": ["ab:00:04:01:ea:08"], "nisca.dx.group": [2026],
        "nisca.dx.src": ["aa:00:04:00:01:08"], "nisca.dx.src_id": [2049], "nisca.dx.dst_id": [],
        "nisca.flags": [0xA0], "nisca.flags.cc": [1], "nisca.cc.type": [0],
        "nisca.cc.flags.authorize": [0], "nisca.cc.flags.ok_xmt": [1], "nisca.cc.flags.no_xmt": [0],
        "nisca.cc.reason": [0], "nisca.cc.maint": [0x80000008], "nisca.cc.version_minor": [6],
        "nisca.cc.version_major": [1], "nisca.cc.eco": [0], "nisca.cc.nodename": ["ALPHA1"],
        "nisca.cc.port_fcn": [0x83FF0180], "nisca.cc.sta_info": [0x400],
        "nisca.cc.rst_port": ["00:00:00:00:00:00"], "nisca.cc.pipe_quota": [16],
        "nisca.cc.p_srv": [7], "nisca.cc.p_srv.xchk": [1], "nisca.cc.p_srv.rchk": [1],
        "nisca.cc.r_srv": [0], "nisca.cc.authorize": [], "nisca.cc.service": [],
        "nisca.cc.chan_seq": [], "nisca.cc.extension": [], "nisca.cc.padding": [],
    },
    "V8": {
        **CC_OF_VAXC, "nisca.flags": [0xB1], "nisca.cc.type": [1], "nisca.cc.flags.authorize": [1],
        "nisca.cc.authorize": [bytes.fromhex("ee05395b00000000")],
    },
    "V9": {
        **dx(39, 1026, 1025, 1), **tr(0x48, 7, 0, 7, 6, 7), "nisca.ppc.opcode": [],
        "nisca.ppd.length": [], "nisca.data": [],
    },
    "V10": {"nisca.length": [118], "nisca.dx.dst": [], "nisca.dx.group": [], "nisca.flags": []},
}

CC_PLACES = {**DX, **CC_1_1, **CC_1_2, **CC_1_3}
TR_PLACES = {**DX, **TR_CLASSIC, **TR_EXTENDED}
SCS_PLACES = {**TR_PLACES, **at(56, PPD), **at(56, SCS)}
CONNECT_PLACES = {**SCS_PLACES, **at(56, CONNECT), "nisca.scs.status": (74, 2)}
# V7 was captured up to and with R_SRV.
CUT_PLACES = {**DX, **{name: place for name, place in CC_1_1.items() if sum(place) <= 68}}
PLACES = {
    "V1": CC_PLACES, "V8": CC_PLACES, "V7": CUT_PLACES, "V10": {"nisca.length": (14, 2)},
    "V2": {**SCS_PLACES, "nisca.cnx": (72, 132)}, "V3": {**SCS_PLACES, "nisca.cnx": (72, 132)},
    "V2 again": {**SCS_PLACES, "nisca.cnx": (72, 132)},
    "V4": {**TR_PLACES, **at(56, PPD), **at(56, START)}, "V5": {**TR_PLACES, **at(56, PPD)},
    "V6": CONNECT_PLACES, "V6b": CONNECT_PLACES, "V6d": CONNECT_PLACES,
    "V6c": {**SCS_PLACES, "nisca.data": (72, 36)}, "V9": TR_PLACES,
}
INFO = {
    "V1": "HELLO", "V2": "APPL_MSG", "V3": "APPL_MSG", "V4": "START", "V5": "ACK",
    "V2 again": "APPL_MSG", "V6": "CONNECT_REQ", "V6b": "ACCEPT_REQ", "V6c": "APPL_MSG",
    "V6d": "CONNECT_REQ", "V7": "HELLO", "V8": "BYE", "V9": "ACK",
}


@pytest.mark.parametrize("name", NAMES)
def test_values(vectors, name):
    must_have(vectors[name], EXPECTED[name])


@pytest.mark.parametrize("name", NAMES)
def test_places(vectors, name):
    must_lie_at(vectors[name], PLACES[name])


@pytest.mark.parametrize("name", NAMES)
def test_protocol_column(columns, name):
    assert columns[name][0] == "NISCA"


@pytest.mark.parametrize("name", INFO)
def test_info_starts_with_the_message(columns, name):
    assert columns[name][1].split()[0].rstrip(",:") == INFO[name]


def test_sysap_data_is_shown_whole(tshark, real_captures):
    """132 bytes after the SCS header; the first and last by hand."""
    without = frames(tshark, real_captures / "nisca-vectors.pcap", "-o", "nisca.cnxman:FALSE")
    vectors = dict(zip(NAMES, without))
    for name, first, last in (("V2", "42511943", "d768a60b"), ("V3", "1a434251", "d768a60b")):
        data = vectors[name].bytes("nisca.data")[0]
        assert len(data) == 2 * 132 and data.startswith(first) and data.endswith(last)


def test_times(vectors):
    """VMS quadwords: 100 ns since 17-NOV-1858."""
    assert vectors["V1"].times("nisca.cc.transmit_time") == ["2026-09-22 23:37:29.02"]
    assert vectors["V8"].times("nisca.cc.transmit_time") == ["2026-09-22 23:37:29.02"]
    assert vectors["V4"].times("nisca.start.swincarn") == ["2026-07-26 14:35:33.03"]
    assert vectors["V4"].times("nisca.start.curtime") == ["2026-07-26 14:48:50.66"]


def test_time_keeps_its_100_ns(vectors):
    """0x00BC00947A678EBB is 14:35:33.0370235."""
    assert "14:35:33.0370235" in vectors["V4"].text("nisca.start.swincarn")[0]


def test_software_and_hardware_type(vectors):
    """Four characters with a blank; whether it is shown is of no matter."""
    assert vectors["V4"].text("nisca.start.swtype")[0].rstrip() == "VMS"
    assert vectors["V4"].text("nisca.start.hwtype")[0].rstrip() == "VAX"


@pytest.mark.parametrize("name, dst, src", [
    ("V1", None, "1.965"), ("V2", "1.2", "1.1"), ("V3", "1.1", "1.2"), ("V6d", "1.76", "1.77"),
    ("V7", None, "2.1")])
def test_decnet_form_of_a_node(vectors, name, dst, src):
    """SCSSYSTEMID = area * 1024 + node."""
    lines = " ".join(vectors[name].lines())
    for form in filter(None, (dst, src)):
        assert f"{form})" in lines or f" {form} " in f"{lines} " or f"{form}," in lines, form


def test_generated_items(tshark, vectors, real_captures):
    """They stand in square brackets, because no byte of the frame is they."""
    text = tshark.read(real_captures / "nisca-vectors.pcap", "-V", "-Y", "frame.number == 2")
    lines = [line.strip() for line in text.splitlines()]
    shown = [vectors["V2"].shown(name)[0] for name in
             ("nisca.dx.dst_id", "nisca.dx.src_id", "nisca.ack", "nisca.seq")]
    assert [line for line in shown if f"[{line}]" not in lines] == []


def test_hidden_address_field(vectors):
    """nisca.dx.addr matches either address and is not one of the lines."""
    assert [item.get("hide") for item in vectors["V1"].fields["nisca.dx.addr"]] == ["yes", "yes"]
    assert vectors["V1"].text("nisca.dx.addr") == ["ab:00:04:01:01:02", "aa:00:04:00:c5:07"]


def test_message_ends_where_length_says(vectors):
    """The ACK of 41 bytes is padded to Ethernet's 60: the 5 zero bytes are Ethernet's."""
    assert vectors["V9"].layer("nisca") == [(14, 41)]
    padding = vectors["V9"].bytes("eth.padding") + vectors["V9"].bytes("eth.trailer")
    assert padding == ["00" * 5]
    for name in ("V1", "V2", "V5"):
        assert "eth.padding" not in vectors[name] and "eth.trailer" not in vectors[name]


@pytest.mark.parametrize("name", ["V7", "V10"])
def test_cut_by_the_capture_is_no_fault(vectors, name):
    """68 and 20 bytes of 134 were captured."""
    assert vectors[name].limited
    assert not vectors[name].malformed
    assert vectors[name].experts() == []


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("V7", "V10")])
def test_whole_frames_are_whole(vectors, name):
    assert not vectors[name].malformed and not vectors[name].limited
    assert vectors[name].bytes("nisca.data") == [] or name == "V6c"


def test_expert_items(vectors):
    """BYE is the only finding that a frame alone can give."""
    alone = {"nisca.length_mismatch", "nisca.multicast_group_mismatch", "nisca.bye",
             "nisca.scs.rejected", "nisca.scs.disconnect", "nisca.identity_conflict",
             "nisca.password_mismatch"}
    found = {name: sorted(alone.intersection(vectors[name].experts())) for name in NAMES}
    assert {name: experts for name, experts in found.items() if experts} == {"V8": ["nisca.bye"]}


def test_flags_line_names_the_set_bits(vectors):
    line = vectors["V2 again"].shown("nisca.flags")[0].upper()
    assert all(bit in line for bit in ("DATA", "SEQ", "ACK", "RSVP", "REXMT")), line
    assert "NAK" not in line


def test_known_numbers_have_names(vectors):
    wanted = {
        "V1": {"nisca.cc.type": "HELLO (0)", "nisca.cc.device_type": "(33)",
               "nisca.cc.node_hw_type": "VAX (0)"},
        "V4": {"nisca.ppc.opcode": "SNT_DG (0)", "nisca.ppd.type": "START (0)"},
        "V5": {"nisca.ppd.type": "ACK (2)"},
        "V6": {"nisca.ppc.opcode": "SNT_SEQ (2)", "nisca.ppd.type": "(4)",
               "nisca.scs.type": "CONNECT_REQ (0)"},
        "V6b": {"nisca.scs.type": "ACCEPT_REQ (2)"},
        "V6c": {"nisca.scs.type": "APPL_MSG (10)"},
        "V8": {"nisca.cc.type": "BYE (1)"},
    }
    for name, fields in wanted.items():
        for field, text in fields.items():
            assert text in vectors[name].shown(field)[0], (name, field)


def test_two_passes_agree(tshark, vectors, real_captures):
    """What the bytes say is the same in both ways to read a file."""
    twice = dict(zip(NAMES, frames(tshark, real_captures / "nisca-vectors.pcap", "-2")))
    for name in NAMES:
        must_have(twice[name], EXPECTED[name])
