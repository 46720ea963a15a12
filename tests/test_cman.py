# SPDX-License-Identifier: GPL-2.0-or-later
"""What the cman dissector does beyond showing a field's value: filters, ports,
the heuristic, severities, names of unknown numbers, hostile text."""
import random
import re

import pytest

from cman_packets import MULTICAST, NOACK, header, membership, read_payloads, write
from cman_values import FLAG_BITS, HEADER_FIELDS, MESSAGE_FIELDS, number, proto, shown_bytes

NOTE, WARN, ERROR = 0x400000, 0x600000, 0x800000
GENERATED = ["cman-messages", "cman-odd", "cman-hostile", "cman-nasty"]

# Command numbers of cnxman-private.h and sm_internal.h.
COMMANDS = {
    "cman.internal.cmd": {1: "ACK", 2: "LISTENREQ", 3: "LISTENRESP", 4: "PORTCLOSED",
                          5: "BARRIER"},
    "cman.cmd": {1: "JOINCONF", 2: "JOINREQ", 3: "LEAVE", 4: "HELLO", 5: "KILL", 6: "JOINACK",
                 7: "ENDTRANS", 8: "RECONFIG", 9: "MASTERVIEW", 10: "STARTTRANS", 11: "JOINREJ",
                 12: "VIEWACK", 13: "STARTACK", 14: "TRANSITION", 15: "NEWCLUSTER",
                 16: "CONFACK", 17: "NOMINATE", 18: "NODEDOWN"},
    "cman.sm.type": {1: "JOIN_REQ", 2: "JOIN_REP", 3: "JSTOP_REQ", 4: "JSTOP_REP",
                     5: "JSTART_CMD", 6: "LEAVE_REQ", 7: "LEAVE_REP", 8: "LSTOP_REQ",
                     9: "LSTOP_REP", 10: "LSTART_CMD", 11: "LSTART_DONE", 12: "RECOVER"},
}


def generated(captures, name):
    return captures / f"{name}.pcap"


def guide(captures, part):
    return captures / f"cman-field-guide-{part}.pcap"


def has_cman(tshark, capture, *arguments):
    return tshark.frames(capture, "cman", *arguments)


# --- Filters and columns ---------------------------------------------------------

def test_a_command_number_means_one_message(tshark, captures):
    """The same number on another cluster port is another field."""
    assert tshark.frames(guide(captures, "leave"), "cman.cmd==10") == [5]
    assert tshark.frames(guide(captures, "rejoin"), "cman.cmd==10") == [5]
    assert tshark.frames(guide(captures, "leave"), "cman.cmd==5") == [3]
    assert tshark.frames(guide(captures, "leave"), "cman.internal.cmd==5") == [11, 12, 13, 14]


def test_filters_by_either_end(tshark, captures):
    leave = guide(captures, "leave")
    assert tshark.frames(leave, "cman.id==3") == [3]
    assert tshark.frames(leave, "cman.id==2") == [1, 6, 8, 9, 11, 13]
    assert tshark.frames(leave, "cman.port==0") == [11, 12, 13, 14]


def test_filters_by_name(tshark, captures):
    leave = guide(captures, "leave")
    assert tshark.frames(leave, 'cman.node.name=="mark"') == [7]
    assert tshark.frames(leave, "cman.addr.ipv4==192.168.1.203") == [7]
    assert tshark.frames(leave, 'cman.barrier.name=="TRANSITION.6"') == [11, 12, 13, 14]
    assert tshark.frames(leave, "cman.flags.replyexp==1") == [5, 6, 7]


@pytest.mark.parametrize("name", ["cman-messages", "cman-odd", "cman-hostile"])
def test_sequence_columns_hold_one_number(tshark, captures, name):
    columns = ('gui.column.format:"No","%m","Seq","%Cus:cman.seq:0:R","Ack","%Cus:cman.ack:0:R"')
    lines = tshark.read(generated(captures, name), "-Y", "cman", "-o", columns).splitlines()
    assert lines
    for line in lines:
        assert re.fullmatch(r"\s*\d+\s+\d+\s+\d+\s*", line), line


@pytest.mark.parametrize("field", COMMANDS)
def test_every_command_has_its_name(tshark, captures, field):
    """Info starts with the name, and the field reads NAME (number)."""
    capture = generated(captures, "cman-messages")
    packets, lines = tshark.pdml(capture), tshark.info(capture)
    seen = set()
    for packet, (protocol, info) in zip(packets, lines):
        assert protocol == "CMAN"
        for item in proto(packet).iter("field"):
            if item.get("name") == field and number(item.get("show")) in COMMANDS[field]:
                command = number(item.get("show"))
                name = COMMANDS[field][command]
                assert f"{name} ({command})" in item.get("showname")
                assert re.match(name + r"\b", info), info
                seen.add(command)
    assert seen == set(COMMANDS[field])


def test_ports_have_names(tshark):
    names = {0: "INTERNAL", 1: "MEMBERSHIP", 2: "SERVICES", 10: "SYSMAN", 11: "CLVMD", 12: "SLM"}
    capture = write(tshark, "ports.pcap", [header(port) + b"\x01" * 40 for port in names])
    for (port, name), packet in zip(names.items(), tshark.pdml(capture)):
        shown = {f.get("name"): f.get("showname") for f in proto(packet).iter("field")}
        assert f"{name} ({port})" in shown["cman.tgtport"]
        assert f"{name} ({port})" in shown["cman.srcport"]


def test_flag_line_lists_the_bits(tshark):
    flags = list(FLAG_BITS.items())
    capture = write(tshark, "flags.pcap",
                    [membership("10", flags=bit, seq=n) for n, (_, bit) in enumerate(flags, 1)])
    for (name, _), packet in zip(flags, tshark.pdml(capture)):
        line = next(f.get("showname") for f in proto(packet).iter("field")
                    if f.get("name") == "cman.flags")
        listed = {other for other, _ in flags if other.upper() in line}
        assert listed == {name}, line


# --- Ports -----------------------------------------------------------------------

HELLO = membership("0402030004000000", flags=0x190000, tgtid=0)


def test_port_preference(tshark):
    other = write(tshark, "port-7000.pcap", [HELLO], port=7000)
    usual = write(tshark, "port-6809.pcap", [HELLO])
    assert has_cman(tshark, usual) == [1]
    assert has_cman(tshark, other) == []
    assert has_cman(tshark, other, "-o", "cman.udp.port:7000") == [1]
    assert has_cman(tshark, other, "-d", "udp.port==7000,cman") == [1]


def test_port_preference_takes_ranges(tshark):
    capture = write(tshark, "port-7001.pcap", [HELLO], port=7001)
    assert has_cman(tshark, capture, "-o", "cman.udp.port:6809,7000-7002") == [1]


def test_totem_is_left_to_others(tshark, captures):
    """Clear-text totem has the endian mark 0xff22 at offset 2, in its sender's
    byte order; on the port of cman, and where the user says it is cman."""
    payloads = [bytes([kind, 0]) + mark + bytes.fromhex("01000000") + bytes(60)
                for kind in range(6) for mark in (b"\x22\xff", b"\xff\x22")]
    assert has_cman(tshark, write(tshark, "totem.pcap", payloads)) == []
    other = write(tshark, "totem-7000.pcap", payloads, port=7000)
    assert has_cman(tshark, other, "-d", "udp.port==7000,cman") == []


def test_other_first_bytes_are_no_totem(tshark):
    """A totem type is 0 to 5: the mark alone is a sequence number."""
    payloads = [header(port, seq=0xff22) + bytes(40) for port in (6, 11, 200)]
    assert has_cman(tshark, write(tshark, "no-totem.pcap", payloads)) == [1, 2, 3]


def test_subdissector_table(tshark):
    tables = tshark.run("-G", "dissector-tables").stdout.splitlines()
    assert any(line.split("\t")[0] == "cman.port" and "FT_UINT8" in line for line in tables)


PROBE = """
local probe = Proto("probe", "Probe")
local bytes = ProtoField.bytes("probe.bytes", "Bytes")
probe.fields = { bytes }
function probe.dissector(tvb, pinfo, tree)
    tree:add(probe, tvb()):add(bytes, tvb())
    return tvb:len()
end
DissectorTable.get("cman.port"):add(200, probe)
"""


def test_subdissector_gets_the_payload(tshark):
    if not re.search(r"(with |\+)Lua", tshark.run("-v", check=False).stdout):
        pytest.skip("this tshark has no Lua")
    script = tshark.captures / "probe.lua"
    script.write_text(PROBE)
    script.chmod(0o644)
    payloads = [header(200) + b"abc", header(201) + b"abc", header(200)]
    found = tshark.fields(write(tshark, "probe.pcap", payloads), ["probe.bytes", "cman.tgtport"],
                          "-X", f"lua_script:{script}")
    assert [frame["probe.bytes"] for frame in found[:2]] == [["616263"], []]


# --- The heuristic ------------------------------------------------------------------

ELSEWHERE = 16809  # a port that no dissector of Wireshark claims
ENABLED = ("--enable-heuristic", "cman_udp")


def test_heuristic_is_off(tshark, captures):
    payloads = [p for part in ("hello", "leave", "rejoin")
                for p in read_payloads(guide(captures, part))]
    assert len(payloads) == 44
    capture = write(tshark, "elsewhere.pcap", payloads, port=ELSEWHERE)
    assert has_cman(tshark, capture) == []
    assert has_cman(tshark, capture, *ENABLED) == list(range(1, 45))


PLAUSIBLE = {
    "KILL, the shortest": membership("05"),
    "ACK": header(0, seq=0, ack=7, flags=NOACK, tgtid=0) + bytes.fromhex("01010000"),
    "ACK of a big-endian node": header(0, seq=0, ack=7, flags=0x100, tgtid=0)
                                + bytes.fromhex("01010000"),
    "service message": header(2) + bytes.fromhex("05000100020000010000000001000000"),
}
IMPLAUSIBLE = {
    "too short": header()[:19],
    "no command on port 0": header(0),
    "no command on port 1": header(1),
    "command 0 on port 0": header(0) + bytes(40),
    "command 6 on port 0": header(0) + b"\x06" + bytes(40),
    "command 0 on port 1": header(1) + bytes(40),
    "command 19 on port 1": header(1) + b"\x13" + bytes(40),
    "port 2 too short": header(2) + b"\x01" + bytes(14),
    "seq 0": membership("0402030004000000", seq=0, tgtid=0),
    "ACK too long": header(0, seq=0, ack=7, flags=NOACK, tgtid=0) + bytes.fromhex("0101000000"),
    "ACK that wants an ACK": header(0, seq=0, ack=7, tgtid=0) + bytes.fromhex("01010000"),
    "seq 0 to another port": header(0, srcport=1, seq=0, ack=7, flags=NOACK)
                             + bytes.fromhex("01010000"),
    "multicast to one node": membership("0402030004000000", flags=MULTICAST, tgtid=2),
    "multicast with an ack": membership("0402030004000000", flags=MULTICAST, tgtid=0, ack=1),
    "negative sender": membership("05", srcid=-1),
    "negative target": membership("05", tgtid=-2),
    **{f"flag {bit:#x}": membership("05", flags=bit)
       for bit in (0x00040000, 0x00800000, 0x01000000, 0x40000000)},
}


def test_heuristic_takes_the_plausible(tshark):
    capture = write(tshark, "plausible.pcap", PLAUSIBLE.values(), port=ELSEWHERE)
    taken = has_cman(tshark, capture, *ENABLED)
    assert [n for n, _ in enumerate(PLAUSIBLE, 1)] == taken


def test_heuristic_leaves_the_implausible(tshark):
    capture = write(tshark, "implausible.pcap", IMPLAUSIBLE.values(), port=ELSEWHERE)
    taken = has_cman(tshark, capture, *ENABLED)
    assert [list(IMPLAUSIBLE)[n - 1] for n in taken] == []


def test_heuristic_leaves_other_protocols(tshark):
    """DNS with identifications that look like cluster ports, totem, RTP, text,
    and noise."""
    question = bytes.fromhex("0100000100000000000003777777076578616d706c6503636f6d0000010001")
    dns = [bytes([port, 0]) + question for port in (0, 1, 2, 11)]
    totem = [bytes([kind, 0]) + b"\x22\xff" + bytes.fromhex("01000000") + bytes(60)
             for kind in range(6)]
    rtp = [bytes.fromhex("8000 0001 00000000 12345678") + bytes(160)]
    text = [b"NOTIFY * HTTP/1.1\r\nHost: 239.255.255.250:1900\r\n\r\n"]
    # Bytes from a fixed seed; an application port needs an unlikely flag word.
    source = random.Random(6809)
    noise = [source.randbytes(source.randrange(1, 200)) for _ in range(300)]
    capture = write(tshark, "others.pcap", dns + totem + rtp + text + noise, port=ELSEWHERE)
    assert has_cman(tshark, capture, *ENABLED) == []


# --- Verdicts -------------------------------------------------------------------------

def joinreq(cluster_name, cluster, major=5):
    return (header(1, flags=NOACK, srcid=0, tgtid=0, cluster=cluster)
            + bytes.fromhex("02010000 03000000 03000000")
            + major.to_bytes(4, "little") + bytes.fromhex("00000000 01000000 01000000 10000000")
            + cluster_name.ljust(16, b"\0") + b"mark\0")


SEVERITIES = [  # name, severity, message
    ("cman.kill", WARN, membership("05")),
    ("cman.nodedown", WARN, membership("1206000003000000")),
    ("cman.viewack_nak", WARN, membership("0c00")),
    ("cman.joinack_nak", WARN, membership("0602")),
    ("cman.leave", NOTE, membership("0300")),
    # 'a' = 97: the number of this name is 97
    ("cman.cluster_name_mismatch", NOTE, joinreq(b"a", 98)),
    ("cman.version_unsupported", WARN, joinreq(b"a", 97, major=4)),
    ("cman.truncated_message", ERROR, membership("0402")),
    ("cman.unknown_command", WARN, membership("63")),
    ("cman.unknown_command", WARN, header(0) + b"\x06"),
    ("cman.unknown_command", WARN, header(2) + b"\x0d" + bytes(15)),
    # ... and none for these
    (None, 0, joinreq(b"a", 97)),
    (None, 0, membership("0c01")),
    (None, 0, membership("0601")),
    (None, 0, membership("0603")),
    (None, 0, membership("0b0102")),
    (None, 0, membership("0e")),
    (None, 0, header(200)),
]
NAMES = {name for name, _, _ in SEVERITIES if name}


def verdicts(packet):
    """(expert item, severity) of the experts that this file is about."""
    for item in packet.iter("field"):
        for inner in item:
            if inner.get("name") in NAMES:
                parts = {f.get("name"): f.get("show") for f in item.iter("field")}
                yield inner.get("name"), int(parts["_ws.expert.severity"], 0)


def test_severities(tshark):
    """Each expert item has its severity and comes alone."""
    capture = write(tshark, "experts.pcap", [message for _, _, message in SEVERITIES])
    for (name, severity, _), packet in zip(SEVERITIES, tshark.pdml(capture)):
        expected = [(name, severity)] if name else []
        assert list(verdicts(packet)) == expected


def test_expert_table_names_the_protocol(tshark, captures):
    text = tshark.read(guide(captures, "leave"), "-q", "-z", "expert,warn,cman.kill")
    assert re.search(r"Warns \(1\)", text) and "CMAN" in text, text


UNKNOWN = {
    "transition and leave reason": (membership("0a63090103000000010000000300000000000000"),
                                    ["Unknown (99)", "Unknown (9)"]),
    "JOINACK": (membership("0609"), ["Unknown (9)"]),
    "VIEWACK": (membership("0c09"), ["Unknown (9)"]),
    "RECONFIG": (membership("0809000001000000"), ["Unknown (9)"]),
    "barrier": (header(0) + bytes.fromhex("0503") + bytes(46), ["Unknown (3)"]),
    "node state": (membership("0903 0161 63 0000 01 01000000 01000000"), ["Unknown (99)"]),
    "membership command": (membership("63"), ["Unknown (99)"]),
    "internal command": (header(0) + b"\x63", ["Unknown (99)"]),
    "service message": (header(2) + b"\x63" + bytes(15), ["Unknown (99)"]),
    "service status and level": (header(2) + bytes.fromhex("02090100000000000000000063000000"),
                                 ["Unknown (9)", "Unknown (99)"]),
}


def test_unknown_numbers(tshark):
    """Numbers without a name say so and are no error of the message."""
    capture = write(tshark, "unknown.pcap", [message for message, _ in UNKNOWN.values()])
    for (case, (_, texts)), packet in zip(UNKNOWN.items(), tshark.pdml(capture)):
        shown = [f.get("showname") or "" for f in proto(packet).iter("field")]
        for text in texts:
            assert any(text in line for line in shown), (case, text)
    assert tshark.frames(capture, "_ws.malformed || cman.truncated_message") == []


# --- Hostile input ----------------------------------------------------------------------

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@pytest.mark.parametrize("name", GENERATED)
def test_no_control_characters_come_through(tshark, captures, name):
    """Text of the wire cannot steer a terminal: not in the list, not in the
    details, not as a field, not in PDML."""
    capture = generated(captures, name)
    assert not CONTROL.search(tshark.read(capture))
    assert not CONTROL.search(tshark.read(capture, "-V"))
    assert not CONTROL.search(tshark.read(capture, "-T", "pdml"))
    for protocol, info in tshark.info(capture):
        assert not CONTROL.search(info) and "\n" not in info


@pytest.mark.parametrize("name", GENERATED)
def test_dissection_comes_to_an_end(tshark, captures, name):
    """No dissector bug, no exception, one answer per frame."""
    assert no_exception(tshark.read(generated(captures, name), "-V"))


def no_exception(text):
    """The group of an expert item may be Malformed; an exception says more."""
    return not re.search(r"Dissector bug|\[Malformed Packet|Exception occurred", text)


@pytest.mark.parametrize("name", ["cman-messages", "cman-odd"])
def test_every_byte_is_shown(tshark, captures, name):
    for count, packet in enumerate(tshark.pdml(generated(captures, name)), 1):
        length = next(int(f.get("show")) for f in proto(packet, "udp").iter("field")
                      if f.get("name") == "udp.length") - 8
        assert set(range(length)) <= shown_bytes(packet) | expert_bytes(packet), count


def expert_bytes(packet):
    """Offsets that the item of a truncated message covers."""
    start = int(proto(packet).get("pos"))
    covered = set()
    for item in packet.iter("field"):
        if item.find("field[@name='_ws.expert']/field[@name='cman.truncated_message']") is not None:
            first = int(item.get("pos")) - start
            covered.update(range(first, first + int(item.get("size"))))
    return covered


def test_truncation_covers_the_rest(tshark, captures):
    """Nothing of a short datagram is lost: what no field shows is marked."""
    assert_nothing_is_lost(tshark.pdml(generated(captures, "cman-hostile")))


def assert_nothing_is_lost(packets):
    for count, packet in enumerate(packets, 1):
        cman = proto(packet)
        if cman is None:
            continue
        length = int(cman.get("size"))
        missing = set(range(length)) - shown_bytes(packet) - expert_bytes(packet)
        assert not missing, (count, sorted(missing))


def test_two_passes_say_the_same(tshark, captures):
    fields = HEADER_FIELDS + MESSAGE_FIELDS
    capture = generated(captures, "cman-messages")
    assert tshark.fields(capture, fields) == tshark.fields(capture, fields, "-2")


def test_many_addresses_are_no_flood(tshark, captures):
    """A count of 65535 shows what is there, not 65535 items."""
    for packet in tshark.pdml(generated(captures, "cman-hostile")):
        assert sum(1 for _ in packet.iter("field")) < 300


@pytest.mark.parametrize("family", ["0200", "0002", "0a00", "000a", "0000", "ffff"])
def test_endless_addresses_end(tshark, family):
    """Empty addresses, huge ones and long lists of records come to an end."""
    many = bytes.fromhex(family) + bytes(26)
    bodies = [joinreq(b"a", 97)[:68] + many * 40 for _ in range(4)]
    for number_, (body, length) in enumerate(zip(bodies, (0, 1, 16, 0xffffffff))):
        body = bytearray(body)
        body[22:24] = b"\xff\xff"
        body[48:52] = length.to_bytes(4, "little")
        bodies[number_] = bytes(body)
    records = membership("0903") + bytes.fromhex("00020000010300000001000000") * 100
    view = membership("0903") + bytes.fromhex("000200ff") + many * 50
    capture = write(tshark, f"endless-{family}.pcap", bodies + [records, view])
    done = tshark.run("-n", "-r", capture, "-V", timeout=20)
    assert done.stderr == "" and no_exception(done.stdout)
