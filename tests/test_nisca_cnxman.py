# SPDX-License-Identifier: GPL-2.0-or-later
"""Messages of VMS$VAXcluster: frames of real VAX V7.3 nodes with values that
others published, and made ones that differ from them where it matters."""
import random
import struct

import pytest

import nisca_cnx_make as cnx
import nisca_make as make
from nisca_frames import frames, raw, uncovered

BODY = 72  # where the 132 bytes begin in a frame with the 25-byte TR header
EXPECTED_VALUES = 276
ONE, TWO, THREE = make.Node("VAX1", 1025), make.Node("VAX2", 1026), make.Node("VAX3", 1027)


# --- Real frames ---------------------------------------------------------------

def decimal(text):
    return int(text)


def hexadecimal(text):
    return int(text, 16)


def indexes(text):
    return [int(part) for part in text.strip("[]").split(",") if part]


def vms_date(text):
    """24-SEP-2026 21:40:03.84 as nisca_frames.when() prints times."""
    months = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
    day, time = text.split(" ")
    number, month, year = day.split("-")
    return f"{year}-{months.index(month) + 1:02}-{int(number):02} {time}"


NUMBERS = {  # name in the list of vectors: field, how it is written there
    "seqnum": ("nisca.cnx.seq", decimal), "ackseq": ("nisca.cnx.ackseq", decimal),
    "rspid": ("nisca.cnx.rspid", hexadecimal), "facility": ("nisca.cnx.facility", decimal),
    "response": ("nisca.cnx.response", decimal), "xtn_id": ("nisca.cnx.transition.id", decimal),
    "phase": ("nisca.cnx.transition.phase", hexadecimal),
    "xtn_code": ("nisca.cnx.transition.code", decimal),
    "ack": ("nisca.cnx.transition.ack", decimal), "step": ("nisca.cnx.transition.step", decimal),
    "resp_xtn_id": ("nisca.cnx.transition.responder_id", decimal),
    "next_index": ("nisca.cnx.next_index", decimal), "quorum": ("nisca.cnx.quorum", decimal),
    "rebuild": ("nisca.cnx.rebuild", decimal), "qdvotes": ("nisca.cnx.qdskvotes", decimal),
    "cnt_members": ("nisca.cnx.members", decimal), "cnt_votes": ("nisca.cnx.votes", decimal),
    "founder": ("nisca.cnx.founder", decimal), "cevotes": ("nisca.cnx.expected_votes", decimal),
    "high_index": ("nisca.cnx.high_index", decimal),
    "st_nodes": ("nisca.cnx.status.members", decimal),
    "st_quorum": ("nisca.cnx.status.quorum", decimal),
    "st_votes": ("nisca.cnx.status.votes", decimal),
    "st_qdvotes": ("nisca.cnx.status.qdskvotes", decimal),
    "st_lockdirwt": ("nisca.cnx.status.lockdirwt", decimal),
    "st_expected_votes": ("nisca.cnx.status.expected_votes", decimal),
    "desc_sysid": ("nisca.cnx.desc.systemid", decimal),
    "desc_csid": ("nisca.cnx.desc.csid", hexadecimal),
    "desc_index": ("nisca.cnx.desc.slot", decimal),
    "lk_a": ("nisca.lck.id1", hexadecimal), "lk_b": ("nisca.lck.id2", hexadecimal),
    "lk_group": ("nisca.lck.group", decimal), "lk_acmode": ("nisca.lck.access_mode", decimal),
    "lk_hash": ("nisca.lck.hash", hexadecimal), "lk_outcome": ("nisca.lck.outcome", hexadecimal),
    "lk_master_csid": ("nisca.lck.master", hexadecimal), "lk_mode": ("nisca.lck.mode", decimal),
}
TIMES = {"ftime": "nisca.cnx.formation_time", "st_ftime": "nisca.cnx.formation_time",
         "desc_boot": "nisca.cnx.desc.boot_time"}
# What is in the frame but is not decoded, as nobody proved its meaning: it must
# be among the opaque bytes.  L2 is a grant: the mode is the request's.
OPAQUE = {("E1", "ent_sysid"): (22, 6), ("L2", "lk_mode"): (30, 1)}


def function_field(expected):
    return {"1": "nisca.cnx.function", "2": "nisca.lck.function"}[expected["facility"]]


def opaque(frame):
    """Place in the body -> byte, of all that is shown as not decoded."""
    found = {}
    for (position, size), text in zip(frame.spans("nisca.cnx.unused"),
                                      frame.bytes("nisca.cnx.unused")):
        assert len(text) == 2 * size
        found.update(zip(range(position - BODY, position - BODY + size), bytes.fromhex(text)))
    return found


def shown(name, frame, key, expected):
    """(what the frame shows, what it must show) of one expected value."""
    text = expected[key]
    if (name, key) in OPAQUE:
        place, size = OPAQUE[name, key]
        found = opaque(frame)
        return int.from_bytes(bytes(found[place + i] for i in range(size)), "little"), int(text)
    if key in NUMBERS:
        field, number = NUMBERS[key]
        return frame.values(field), [number(text)]
    if key in TIMES:
        return frame.times(TIMES[key]), [vms_date(text)]
    if key == "func":
        return frame.values(function_field(expected)), [int(text)]
    if key == "nodemap":
        return frame.values("nisca.cnx.nodemap.index"), indexes(text)
    if key == "st_version":
        return frame.text("nisca.cnx.status.version"), [text.strip()]
    if key == "tdf_s":
        return [float(value) for value in frame.text("nisca.cnx.tdf")], [float(text)]
    if key == "lk_name":
        return frame.bytes("nisca.lck.name"), [text]
    assert key == "lk_parent0", key
    return [value == 0 for value in frame.values("nisca.lck.parent")], [text == "1"]


@pytest.fixture(scope="module")
def vectors(tshark, real_captures):
    capture, table = (real_captures / f"nisca-cnxman-vectors.{kind}" for kind in ("pcap", "tsv"))
    if not capture.is_file() or not table.is_file():
        pytest.skip(f"no frames of real connection managers here ({capture})")
    rows = [line.split("\t") for line in table.read_text().splitlines()[1:]]
    # The frames are of several clusters, and no story.
    decoded = frames(tshark, capture, "-o", "nisca.analysis:FALSE")
    assert len(decoded) == len(rows) == 29
    return {row[1]: (frame, dict(part.strip(" ").split("=", 1) if part.strip() else ()
                                 for part in row[5].split(";")))
            for frame, row in zip(decoded, rows)}


def test_every_published_value(vectors):
    """The frames stand alone: their connections were made before."""
    wrong, count = [], 0
    for name, (frame, expected) in vectors.items():
        for key in expected:
            count += 1
            got, wanted = shown(name, frame, key, expected)
            if got != wanted:
                wrong.append(f"{name}: {key} is {got}, not {wanted}")
    assert not wrong, "\n".join(wrong)
    assert count == EXPECTED_VALUES


def test_every_byte_is_shown_once(vectors, real_captures):
    sizes = [len(data) for data, _ in raw(real_captures / "nisca-cnxman-vectors.pcap")]
    for (name, (frame, _)), size in zip(vectors.items(), sizes):
        assert uncovered(frame, size) == [], name
        assert not frame.malformed and "nisca.data" not in frame, name
        fields = {span for field in frame.fields
                  if field.startswith(("nisca.cnx.", "nisca.lck.")) and field not in
                  ("nisca.cnx.unused", "nisca.cnx.nodemap.index", "nisca.lck.resource")
                  for span in frame.spans(field)}
        places = {byte - BODY for position, length in fields
                  for byte in range(position, position + length)}
        assert not places & set(opaque(frame)), name


def test_answers_and_old_memory_give_no_fields(vectors):
    """An answer's node map may be cleared or not, an ACK has counters alone, a
    PH2 has an operator's message behind its header."""
    answers = [name for name, (_, expected) in vectors.items() if expected.get("response") == "1"
               and expected["facility"] == "1"]
    assert sorted(answers) == ["B2", "F2", "Q2", "R2"]
    for name in answers:
        frame = vectors[name][0]
        assert not any(field in frame for field in (
            "nisca.cnx.nodemap", "nisca.cnx.quorum", "nisca.cnx.transition.step",
            "nisca.cnx.founder", "nisca.cnx.expected_votes")), name
    ack = vectors["A1"][0]
    assert [field for field in ack.fields if field.startswith("nisca.cnx.")] == [
        "nisca.cnx.response", "nisca.cnx.seq", "nisca.cnx.ackseq", "nisca.cnx.rspid",
        "nisca.cnx.facility", "nisca.cnx.unused"]
    assert ack.spans("nisca.cnx.unused") == [(BODY + 9, 123)]
    assert vectors["P1"][0].spans("nisca.cnx.unused") == [(BODY + 10, 2), (BODY + 19, 113)]
    assert vectors["X1"][0].values("nisca.cnx.expected_votes") == []
    grant = vectors["L2"][0]
    assert "nisca.lck.name" not in grant and "nisca.lck.mode" not in grant
    assert grant.bytes("nisca.lck.value") == ["01000000010000000000000000000000"]


def test_names_of_resources(vectors):
    """The printable part, and what follows it in hexadecimal."""
    names = {name: frame.text("nisca.lck.resource") for name, (frame, _) in vectors.items()
             if name.startswith("L")}
    assert names == {"L1": ["F11B$s*+0x000000"], "L2": [], "L3": ["DLMTA"], "L4": ["DLMTC"],
                     "L5": ["F11B$aSYSDSK1+0x01000000"], "L6": ["SYS$SYS_ID+0x010400000000"],
                     "L7": ["SYS$SYS_ID+0x010400000000"]}


def test_says_that_the_layout_is_of_one_version(vectors):
    for frame, expected in vectors.values():
        label, = frame.shown("nisca.cnx")
        assert label.startswith("VMS$VAXcluster (layout as of VAX V7.3)")
        assert label.endswith(", probably")
        if expected["facility"] == "2":
            assert frame.shown("nisca.lck") == ["Lock manager (layout as of VAX V7.3)"]


# --- Made frames ----------------------------------------------------------------

IDS = 0x1234, 0x5678  # of the sender, of the receiver


def said(sender, to, body, number, ack=0, dst=IDS[1], src=IDS[0]):
    """A sequenced message that carries SYSAP data."""
    return make.tr(0x4b, sender, to, ack, number, make.scs(make.APPL_MSG, dst, src, bytes(body)))


def connected(process=cnx.PROCESS, data=None):
    """The two frames that name a connection between ONE and TWO."""
    data = data or cnx.connect_data()
    return [make.tr(0x4b, ONE, TWO, 0, 1, cnx.connect(0, 0, IDS[0], data, process)),
            make.tr(0x4b, TWO, ONE, 1, 1, cnx.connect(2, IDS[0], IDS[1], data, process))]


def decoded(tshark, bytes_of_frames, *arguments):
    made = [(10 * i, data) for i, data in enumerate(bytes_of_frames)]
    return frames(tshark, make.capture(tshark, made), *arguments)


JOIN = cnx.proposal(cnx.JOIN, 264, 90, 7, 0x1e770005, [1, 2, 9, 255], 3, expected_votes=4)


def test_named_connection(tshark):
    """Whatever the facility and the function are; another length has a header
    and no more, one without a header is data."""
    unknown = cnx.message(0x77, 3, 2, facility=0x21)
    short = JOIN[:60]
    found = decoded(tshark, [*connected(), said(ONE, TWO, JOIN, 2), said(ONE, TWO, unknown, 3),
                             said(ONE, TWO, short, 4), said(ONE, TWO, JOIN + b"12345678", 5),
                             said(ONE, TWO, JOIN[:11], 6)])
    assert not any(frame.malformed or frame.experts() for frame in found)
    join = found[2]
    assert join.shown("nisca.cnx") == ["VMS$VAXcluster (layout as of VAX V7.3), CNX JOIN"]
    assert join.values("nisca.cnx.nodemap.index") == [1, 2, 9, 255]
    assert join.shown("nisca.cnx.nodemap")[0].endswith(": CSID index 1, 2, 9, 255")
    assert join.values("nisca.cnx.expected_votes") == [4]
    assert found[3].values("nisca.cnx.facility") == [0x21]
    assert found[3].values("nisca.cnx.other_function") == [0x77]
    assert "nisca.cnx.transition.id" not in found[3]
    for frame, size in ((found[4], 60), (found[5], 140)):
        assert frame.values("nisca.cnx.function") == [cnx.JOIN]
        assert frame.spans("nisca.cnx.unused") == [(BODY + 10, 2), (BODY + 12, size - 12)]
        assert "nisca.cnx.quorum" not in frame and "nisca.data" not in frame
    assert "nisca.cnx" not in found[6] and found[6].spans("nisca.data") == [(BODY, 11)]


def test_info(tshark):
    capture = make.capture(tshark, [(10 * i, data) for i, data in enumerate([
        *connected(), said(ONE, TWO, JOIN, 2), said(ONE, TWO, cnx.step(cnx.READY, 8, 7, 4, 11), 3),
        said(ONE, TWO, cnx.ack_only(9, 7), 4),
        said(TWO, THREE, cnx.step_answer(7, 9, 4, 2, 0x10002), 1)])])
    ends = [info.partition("Ack=")[2] for _, info in tshark.info(capture)[2:]]
    assert ends == ["0 VMS$VAXcluster - VMS$VAXcluster CNX JOIN",
                    "0 VMS$VAXcluster - VMS$VAXcluster CNX READY 11",
                    "0 VMS$VAXcluster - VMS$VAXcluster ACK", "0 CNX READY answer"]


def test_connect_data(tshark):
    data = cnx.connect_data(kind=2, quorum=2, votes=1, nodes=3, received=265)
    request, accept = decoded(tshark, connected(data=data))
    for frame, wanted in ((request, 2), (accept, 2)):
        assert frame.values("nisca.cnx.connect.type") == [wanted]
    assert {field: request.values(f"nisca.cnx.connect.{field}") for field in (
        "eco", "version", "ack_limit", "quorum", "votes", "nodes", "cluster.member",
        "status.removed", "status.long_break", "received", "cluster_version")} == {
            "eco": [1], "version": [0x1b], "ack_limit": [3], "quorum": [2], "votes": [1],
            "nodes": [3], "cluster.member": [1], "status.removed": [0], "status.long_break": [0],
            "received": [265], "cluster_version": [6]}
    other = decoded(tshark, connected("MSCP$DISK", data))
    assert not any(field.startswith("nisca.cnx") for frame in other for field in frame.fields)


def test_why_a_connection_was_closed(tshark):
    def closed(reason):
        return make.tr(0x4b, ONE, TWO, 1, 2, make.scs(6, IDS[1], IDS[0],
                                                      struct.pack("<HH", 0, reason)))
    for process, reason, words in (
            (cnx.PROCESS, 0x810a, "33034: removed from the cluster"),
            (cnx.PROCESS, 0x000a, "10"), ("MSCP$DISK", 0x800a, "32778")):
        found = decoded(tshark, [*connected(process), closed(reason)])[2]
        said = f"The connection {process} - {process} is closed, reason {words}"
        assert any(line.endswith(said) for line in found.lines())


def probable(body):
    """The rule of the specification for a connection without a name."""
    facility, function, phase = body[8] & 0x7f, body[9], body[16]
    without_phase = (1, 2, 0x0b, 0x0c, 0x0e, 0x10, 0x11, 0x13, 0x14)
    return (len(body) == 132 and facility in (1, 2, 4, 5, 6, 7, 9)
            and (facility != 1 or (1 <= function <= 0x14
                                   and (function in without_phase
                                        or phase in (0x10, 0x20, 0x30, 0x40, 0x50, 0x60)))))


def test_connection_without_a_name(tshark):
    """Bodies that pass by one value, or fail by one."""
    bodies = [JOIN, JOIN[:131], JOIN + b"1"]
    for facility in range(12):
        bodies.append(cnx.message(0x33, 1, 1, facility=facility))
    for function in range(24):
        bodies.append(cnx.message(function, 1, 1))
        bodies.append(cnx.message(function, 1, 1).put(16, "B", 0x20))
    for phase in range(0, 0x80, 8):
        bodies.append(cnx.transition(cnx.PH2, 1, 1, 4, phase, 2))
    found = decoded(tshark, [said(ONE, TWO, body, 1 + i, dst=0x100 + i, src=0x200 + i)
                             for i, body in enumerate(bodies)])
    assert ["nisca.cnx" in frame for frame in found] == [probable(body) for body in bodies]
    assert not any(frame.malformed for frame in found)


def other_messages():
    """Real and made messages of other SYSAPs, as long as they are."""
    directory = b"\0\0\0\0" + b"VMS$VAXcluster".ljust(16) + bytes(16)
    mscp = struct.pack("<IHHBBHIIIII", 0x10001, 3, 0, 33, 0, 0, 512, 0, 1, 2, 77)
    end = struct.pack("<IHHBBHI", 0x10001, 3, 0, 0xa1, 0, 0, 512).ljust(32, b"\0")
    return [directory, mscp, end, bytes(36), bytes(52), b"A" * 60]


def test_messages_of_others(tshark):
    """Without a name they are data; with another name they stay so even where
    they look like the connection manager's."""
    found = decoded(tshark, [said(ONE, TWO, body, 1 + i, dst=0x100 + i, src=0x200 + i)
                             for i, body in enumerate(other_messages())])
    assert not any("nisca.cnx" in frame for frame in found)
    for process in ("MSCP$DISK", "MSCP$TAPE", "SCS$DIRECTORY", "SCA$TRANSPORT"):
        found = decoded(tshark, [*connected(process), said(ONE, TWO, JOIN, 2)])
        assert "nisca.cnx" not in found[2]


def test_preference(tshark):
    sent = [*connected(), said(ONE, TWO, JOIN, 2), said(ONE, THREE, JOIN, 1)]
    for frame in decoded(tshark, sent, "-o", "nisca.cnxman:FALSE"):
        assert not any(field.startswith(("nisca.cnx", "nisca.lck")) for field in frame.fields)
    assert all("nisca.cnx" in frame for frame in decoded(tshark, sent)[2:])


def test_lock_requests(tshark):
    name = b"RMS$" + bytes(range(20))
    found = decoded(tshark, [*connected(), *[said(ONE, TWO, body, 2 + i) for i, body in enumerate([
        cnx.lock_request(1, 1, 7, name, 5),
        cnx.lock_request(2, 1, 0, name, function=4),
        cnx.lock_request(3, 1, 8, b"", 5).put(47, "B", 32),
        cnx.lock_request(4, 1, 0, name, function=5).put(20, "II", 1, 2).put(31, "B", 5),
        cnx.lock_request(5, 1, 9, name, function=21),
        cnx.lock_answer(6, 1, 7, 0xfb, name)])]])
    request, removal, no_name, blocking, unknown, answer = found[2:]
    assert request.values("nisca.lck.mode") == [5]
    assert request.bytes("nisca.lck.name") == [name.hex()]
    assert request.text("nisca.lck.resource") == [
        "RMS$+0x" + bytes(range(20)).hex()]
    assert "nisca.lck.mode" not in removal and "nisca.lck.id1" not in removal
    assert removal.bytes("nisca.lck.name") == [name.hex()]
    assert "nisca.lck.name" not in no_name and no_name.values("nisca.lck.hash") == [0x0ba668d7]
    assert blocking.values("nisca.lck.contender") == [5]
    assert blocking.values("nisca.lck.id1") == [1] and "nisca.lck.name" not in blocking
    assert unknown.values("nisca.lck.rseqnum") == [1] and "nisca.lck.name" not in unknown
    assert answer.values("nisca.lck.outcome") == [0xfb] and "nisca.lck.name" not in answer
    assert not any(frame.malformed or frame.experts() for frame in found)


def test_junk(tshark):
    """Any 132 bytes, in two passes with the tree: never malformed, every byte
    shown.  Facility and function are chosen, or few of them would go far."""
    chance = random.Random(22)
    sent = connected()
    for number in range(1500):
        body = bytearray(chance.randbytes(132))
        body[8] = chance.choice((1, 1, 1, 0x81, 2, 2, 0x82, 4, 5, 9, body[8]))
        body[9] = chance.choice((chance.randrange(24), body[9]))
        body[34] = chance.choice((0xf8, 0xf9, 0xfa, body[34]))
        body[47] = chance.choice((chance.randrange(34), body[47]))
        sent.append(said(ONE, TWO, body, 2 + number % 30000))
    found = decoded(tshark, sent, "-2")
    assert len(found) == len(sent)
    wrong = [i for i, frame in enumerate(found) if frame.malformed or frame.limited
             or "nisca.short_message" in frame or uncovered(frame, len(sent[i]))]
    assert wrong == []
    assert sum("nisca.cnx" in frame for frame in found) == 1500


@pytest.mark.parametrize("size", [89, 91, 95, 100, 110, 126, 127, 140, 158, 159, 170, 203])
def test_cut_by_the_capture(tshark, size):
    """What is whole is shown: every field that ends before the cut."""
    alone = ("-o", "nisca.analysis:FALSE")
    whole, = decoded(tshark, [said(ONE, TWO, JOIN, 2)], *alone)
    path = make.capture(tshark, [(0, said(ONE, TWO, JOIN, 2))], size)
    cut, = frames(tshark, path, *alone)
    map_is_whole = size >= BODY + 87
    for name in whole.fields:
        if name.startswith("nisca.cnx.") and name != "nisca.cnx.unused" and (
                map_is_whole or name != "nisca.cnx.nodemap.index"):
            assert cut.spans(name) == [span for span in whole.spans(name)
                                       if sum(span) <= size], name
    assert cut.limited and not cut.malformed


def test_cut_before_the_phase(tshark):
    """Too little to recognize a connection without a name by."""
    cut, = frames(tshark, make.capture(tshark, [(0, said(ONE, TWO, JOIN, 2))], 88))
    assert "nisca.cnx" not in cut and cut.limited and not cut.malformed
