# SPDX-License-Identifier: GPL-2.0-or-later
"""Decoded frames as the NISCA tests look at them: values by field name, bytes
by place.  Everything comes from one PDML run per capture."""
import re
import struct
from datetime import datetime

# Where the fields of a frame lie: offset from the first byte of the Ethernet
# destination, and length.  "OpenVMS Cluster Systems", appendix F, numbers the
# same bytes from 1.
DX = {
    "nisca.length": (14, 2), "nisca.dx.dst": (16, 6), "nisca.dx.group": (22, 2),
    "nisca.dx.src": (24, 6), "nisca.flags": (30, 1), "nisca.flags.cc": (30, 1),
}
CC_1_1 = {
    "nisca.cc.type": (30, 1), "nisca.cc.flags.authorize": (30, 1),
    "nisca.cc.flags.ok_xmt": (30, 1), "nisca.cc.flags.no_xmt": (30, 1),
    "nisca.cc.reason": (31, 1), "nisca.cc.maint": (32, 4), "nisca.cc.version_minor": (36, 1),
    "nisca.cc.version_major": (37, 1), "nisca.cc.eco": (38, 2), "nisca.cc.nodename": (40, 8),
    "nisca.cc.port_fcn": (48, 4), "nisca.cc.sta_info": (52, 4), "nisca.cc.rst_port": (56, 6),
    "nisca.cc.pipe_quota": (63, 1), "nisca.cc.p_srv": (64, 2), "nisca.cc.r_srv": (66, 2),
    "nisca.cc.authorize": (68, 8),
}
CC_1_2 = {"nisca.cc.service": (76, 16)}
CC_1_3 = {
    "nisca.cc.chan_seq": (92, 2), "nisca.cc.bus_buffer_size": (94, 2),
    "nisca.cc.transmit_time": (96, 8), "nisca.cc.device_name": (104, 16),
    "nisca.cc.lan_hw_addr": (120, 6), "nisca.cc.device_type": (126, 1),
    "nisca.cc.node_hw_type": (127, 1),
}
CC_1_5 = {"nisca.cc.extension": (128, 6)}
TR_CLASSIC = {
    "nisca.tr.pad": (31, 1), "nisca.tr.ack": (32, 2), "nisca.tr.seq": (34, 2),
    "nisca.tr.chan_seq": (36, 2), "nisca.tr.pad_data_len": (38, 1),
}
TR_EXTENDED = {
    "nisca.tr.ext_ack": (40, 4), "nisca.tr.ext_seq": (44, 4), "nisca.tr.ext_unknown3": (48, 4),
    "nisca.tr.ext_unknown4": (52, 2), "nisca.tr.ext_unknown5": (54, 1),
}
TR_FLAGS = ("data", "seq", "nak", "ack", "rsvp", "rexmt", "ctl")
# After the TR header; `at` is where the PPD part begins (56 in extended frames).
PPD = {"nisca.ppc.opcode": (-1, 1), "nisca.ppd.length": (0, 2), "nisca.ppd.type": (2, 2)}
START = {
    "nisca.start.systemid": (4, 6), "nisca.start.protocol": (10, 1), "nisca.start.maxdg": (12, 2),
    "nisca.start.maxmsg": (14, 2), "nisca.start.swtype": (16, 4), "nisca.start.swvers": (20, 4),
    "nisca.start.swincarn": (24, 8), "nisca.start.hwtype": (32, 4), "nisca.start.hwvers": (36, 12),
    "nisca.start.nodename": (48, 8), "nisca.start.curtime": (56, 8),
}
SCS = {
    "nisca.scs.type": (4, 2), "nisca.scs.credit": (6, 2), "nisca.scs.dst_conid": (8, 4),
    "nisca.scs.src_conid": (12, 4),
}
CONNECT = {
    "nisca.scs.min_credit": (16, 2), "nisca.scs.dst_process": (20, 16),
    "nisca.scs.src_process": (36, 16), "nisca.scs.connect_data": (52, 16),
}
BLOCK = {
    "nisca.blk.conid": (0, 4), "nisca.blk.rspid": (4, 4), "nisca.blk.length": (8, 4),
    "nisca.blk.sname": (12, 4), "nisca.blk.soff": (16, 4), "nisca.blk.rname": (20, 4),
    "nisca.blk.roff": (24, 4),
}


def raw(path):
    """(captured bytes, original length) of each frame of a pcap file."""
    data = path.read_bytes()
    offset = 24
    while offset < len(data):
        captured, original = struct.unpack_from("<II", data, offset + 8)
        yield data[offset + 16:offset + 16 + captured], original
        offset += 16 + captured


def at(start, table):
    """The same places, counted from `start`."""
    return {name: (start + offset, size) for name, (offset, size) in table.items()}


def tr_flags(byte):
    """Every bit of the TR flags byte, by hand from its value."""
    bits = {f"nisca.tr.flags.{name}": [byte >> bit & 1] for bit, name in enumerate(TR_FLAGS)}
    return {"nisca.flags": [byte], "nisca.flags.cc": [byte >> 7], **bits}


def value(text):
    """A field's `show` as a number if it is one, else as text."""
    if text in ("True", "False"):
        return int(text == "True")
    if re.fullmatch(r"0x[0-9a-fA-F]+", text):
        return int(text, 16)
    if re.fullmatch(r"0|[1-9][0-9]*", text):
        return int(text)
    return text


def when(text):
    """The first 10 ms digits of an absolute time, in either of Wireshark's ways to print it."""
    text = re.sub(r"\s+", " ", text)
    named = re.match(r"([A-Z][a-z]{2} \d+, \d{4} \d\d:\d\d:\d\d)\.(\d\d)", text)
    if named:
        stamp = datetime.strptime(named.group(1), "%b %d, %Y %H:%M:%S")
        return f"{stamp:%Y-%m-%d %H:%M:%S}.{named.group(2)}"
    iso = re.match(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)\.(\d\d)", text)
    return f"{iso.group(1)} {iso.group(2)}.{iso.group(3)}" if iso else text


class Frame:
    """One <packet> of PDML."""

    def __init__(self, packet):
        self.protocols = [proto.get("name") for proto in packet.findall("proto")]
        self.packet = packet
        self.fields = {}
        for item in packet.iter("field"):
            self.fields.setdefault(item.get("name"), []).append(item)

    def __contains__(self, name):
        return name in self.fields

    def values(self, name):
        """All values of a field; [] if the frame has none."""
        return [value(item.get("show", "")) for item in self.fields.get(name, [])]

    def text(self, name):
        """All values of a field as text: names may be numbers, too."""
        return [item.get("show", "") for item in self.fields.get(name, [])]

    def bytes(self, name):
        return [item.get("show", "").replace(":", "").lower()
                for item in self.fields.get(name, [])]

    def times(self, name):
        return [when(item.get("show", "")) for item in self.fields.get(name, [])]

    def shown(self, name):
        """The lines that the user reads."""
        return [item.get("showname", "") for item in self.fields.get(name, [])]

    def spans(self, name):
        return [(int(item.get("pos")), int(item.get("size"))) for item in self.fields.get(name, [])]

    def layer(self, name):
        """(position, size) of a protocol's top item."""
        return [(int(proto.get("pos")), int(proto.get("size")))
                for proto in self.packet.findall("proto") if proto.get("name") == name]

    def lines(self, layer="nisca"):
        """Every line of a protocol's tree."""
        return [item.get("showname") or item.get("show") or ""
                for proto in self.packet.findall("proto") if proto.get("name") == layer
                for item in proto.iter()]

    def experts(self):
        """Names of the expert items, those of later analysis left out."""
        names = []
        for item in self.fields.get("_ws.expert", []):
            inner = [field.get("name") for field in item.findall("field")]
            names += [name for name in inner if not name.startswith("_ws.expert")]
        return sorted(name for name in names if not name.startswith("nisca.analysis."))

    def severities(self, name):
        """Severity numbers of the expert items `name`."""
        return [int(item.find("field[@name='_ws.expert.severity']").get("show"))
                for item in self.fields.get("_ws.expert", [])
                if item.find(f"field[@name='{name}']") is not None]

    @property
    def malformed(self):
        """Wireshark's "[Malformed Packet]": the dissector read too far.  (Expert
        items of the group "Malformed" are no such thing.)"""
        return "_ws.malformed" in self.protocols

    @property
    def limited(self):
        """Wireshark's own "[Packet size limited during capture]"."""
        return "_ws.short" in self.protocols


def uncovered(frame, end):
    """Bytes of the message that no line of the tree shows."""
    shown = set()
    for proto in frame.packet.findall("proto"):
        if proto.get("name") == "nisca":
            for item in proto.iter("field"):
                if item.find("field") is None or item.get("value"):
                    pos = int(item.get("pos") or 0)
                    shown.update(range(pos, pos + int(item.get("size") or 0)))
    return sorted(set(range(14, end)) - shown)


CHAT, NOTE, WARN, ERROR = 0x200000, 0x400000, 0x600000, 0x800000


def frames(tshark, capture, *arguments):
    return [Frame(packet) for packet in tshark.pdml(capture, *arguments)]


def must_have(frame, expected):
    """Every expected value, all disagreements at once."""
    wrong = []
    for name, wanted in expected.items():
        got = frame.values(name)
        if wanted and isinstance(wanted[0], bytes):
            got, wanted = frame.bytes(name), [one.hex() for one in wanted]
        elif wanted and isinstance(wanted[0], str):
            got = frame.text(name)
        if got != wanted:
            wrong.append(f"{name}: {got} instead of {wanted}")
    assert not wrong, "; ".join(wrong)


def must_lie_at(frame, places):
    """Every field at its bytes; also that it is there at all."""
    wrong = [f"{name}: {frame.spans(name)} instead of {place}"
             for name, place in places.items() if frame.spans(name) != [place]]
    assert not wrong, "; ".join(wrong)
