# SPDX-License-Identifier: GPL-2.0-or-later
"""Messages of VMS$VAXcluster as a test makes them.  Bytes that a sender does
not use hold a text here, as they hold old memory on the wire: a dissector that
reads them as fields is found out."""
import struct

import nisca_make as make

SIZE = 132
CNX, LCK, ACK = 1, 2, 4
(STATUS, ENTER, LOCK, UNLOCK, DESC, VEC, FORM, RECONFIG, JOIN, PH2, READY, DOSTEP, QUORUM, TRNSTS,
 TOPOLOGY, QFINQ, LB, RESLOCK, IGNORE, HARDWARE) = range(1, 21)
CODES = {FORM: 1, JOIN: 2, RECONFIG: 3, QUORUM: 4}
PROCESS = "VMS$VAXcluster"
OLD_MEMORY = (b"%%%%%%%%%%%  OPCOM  30-SEP-2026 10:07:43.86  %%%%%%%%%%%\r\n10:07:43.86 Node VAX3 "
              b"(csid 00010001) received VAXcluster membership request")
FORMED = 0x00bc3a5e47320000


class Body(bytearray):
    """132 bytes of old memory, and what is written over it."""

    def __init__(self):
        super().__init__((OLD_MEMORY * 2)[:SIZE])

    def put(self, place, layout, *values):
        struct.pack_into("<" + layout, self, place, *values)
        return self


def message(function, seq, ack, rspid=0, answer=False, facility=CNX):
    return Body().put(0, "HHIBB", seq, ack, rspid, facility | 0x80 * answer, function)


def ack_only(seq, ack):
    """An ACK's function byte and all behind it are old."""
    return Body().put(0, "HHIB", seq, ack, 0, ACK)


def transition(function, seq, ack, xtn_id, phase, code, rspid=0, answer=False):
    return message(function, seq, ack, rspid, answer).put(12, "IBBB", xtn_id, phase, code, answer)


def step(function, seq, ack, xtn_id, number, rspid=0):
    return message(function, seq, ack, rspid).put(12, "II", xtn_id, number)


def step_answer(seq, ack, xtn_id, code, rspid):
    return transition(READY, seq, ack, xtn_id, 0x10, code, rspid, True)


def node_map(indexes):
    return sum(1 << index for index in indexes).to_bytes(32, "little")


def proposal(function, seq, ack, xtn_id, rspid, members, quorum, **values):
    """FORM, RECONFIG or JOIN; `members` are CSID indexes."""
    body = transition(function, seq, ack, xtn_id, 0x40, CODES[function], rspid)
    body.put(20, "HHB", values.get("next_index", max(members) + 1), quorum,
             values.get("rebuild", 3))
    body.put(26, "HBB", values.get("qdskvotes", 0), values.get("count", len(members)),
             values.get("votes", len(members)))
    body.put(32, "QQ", values.get("formed", FORMED), FORMED + 10_000_000)
    body.put(49, "HI", values.get("founder", 1025), 0)
    body[55:87] = node_map(members)
    if function == JOIN:
        body.put(87, "H", 2).put(104, "H", max(members))
    if function in (FORM, JOIN):
        body.put(96, "H", values.get("expected_votes", len(members)))
    return body.put(106, "q", -4 * 3600 * 10_000_000)


def status(seq, ack, members, **values):
    body = message(STATUS, seq, ack).put(12, "H", 0x5021 if members else 0x5000)
    votes = values.get("votes", 1)
    expected = values.get("expected_votes", 3)
    body.put(18, "HHHHH", members, (expected + 2) // 2, votes, values.get("qdskvotes", 0), 1)
    body.put(28, "QQ", FORMED if members else 0, 0)
    return body.put(76, "I", expected).put(88, "8s", b"V7.3    ")


def desc(seq, ack, xtn_id, rspid, node, index):
    body = transition(DESC, seq, ack, xtn_id, 0x20, CODES[JOIN], rspid)
    body.put(20, "HI", node, 0)
    return body.put(28, "Q", FORMED).put(36, "IH", 0x10000 | index, index - 1)


def lock_request(seq, ack, rspid, name, mode=4, function=1):
    body = message(function, seq, ack, rspid, facility=LCK).put(12, "HH", 1, 7)
    if function == 1:
        body.put(20, "II", 0x20200213, 0x090003cd).put(30, "B", mode).put(36, "Q", 0)
    body.put(44, "HBB", 0, 3, len(name)).put(128, "I", 0x0ba668d7)
    body[48:48 + len(name)] = name
    return body


def lock_answer(seq, ack, rspid, outcome, name=b"", master=0):
    body = message(1, seq, ack, rspid, True, LCK).put(12, "HH", 1, 7).put(34, "B", outcome)
    if outcome == 0xfa:
        body.put(20, "III", 0x650006b0, 0x090003cd, 0)
    if outcome == 0xf8:
        body.put(28, "I", master)
    if name:
        body.put(44, "HBB", 0, 3, len(name))
        body[48:48 + len(name)] = name
    return body.put(128, "I", 0x0ba668d7)


def connect_data(kind=1, quorum=0, votes=0, nodes=0, received=0):
    return struct.pack("<BBBBHHHBBHBB", 1, 0x1b, kind, 3, quorum, votes, nodes, nodes > 0, 8,
                       received, 6, 0)


def connect(kind, dst, src, data, process=PROCESS):
    """CONNECT_REQ (0) or ACCEPT_REQ (2)."""
    return make.scs(kind, dst, src, struct.pack("<HH", 0, 1) + 2 * process.encode().ljust(16)
                    + data)
