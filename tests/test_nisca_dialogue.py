# SPDX-License-Identifier: GPL-2.0-or-later
"""NISCA: who answers whom when numbers are used again, and something in between
is not in the capture."""
import struct

from nisca_make import ACCEPT_REQ, CONNECT_REQ, CONNECT_RSP, Node, capture, connect, scs, tr

A, B = Node("VAX1", 0x0401), Node("VAX2", 0x0402)
DISCONNECT_REQ, DISCONNECT_RSP, CREDIT_REQ, CREDIT_RSP, APPL_MSG = 6, 7, 8, 9, 10
READ, END = 0x21, 0x80
CLIENT, SERVER = 0x10007, 0x20007  # connection ids


def mscp(to, of, reference, opcode):
    return scs(APPL_MSG, to, of, struct.pack("<IHHBBH", reference, 7, 0, opcode, 0, 0) + bytes(20))


def conversation(*messages):
    """(seconds, sender, body, flags) as frames; sequence numbers count."""
    sent = {A: 0, B: 0}
    for seconds, sender, body, *flags in messages:
        other = B if sender == A else A
        sent[sender] += not flags
        yield seconds * 1000, tr(*(flags or [0x4b]), sender, other, sent[other], sent[sender], body)


OPENING = [
    (.01, A, connect(CONNECT_REQ, 0, CLIENT, "MSCP$DISK", "VMS$DISK_CL_DRVR")),
    (.02, B, scs(CONNECT_RSP, CLIENT, 0, struct.pack("<HHI", 0, 1, 0))),
    (.03, B, connect(ACCEPT_REQ, CLIENT, SERVER, "VMS$DISK_CL_DRVR", "MSCP$DISK")),
]


def test_a_second_answer_is_to_a_request_that_was_not_captured(tshark):
    """Command 5 and a CREDIT_REQ are answered; a minute later there are answers
    to others of the same numbers, and the end message is sent again."""
    read, end = mscp(SERVER, CLIENT, 5, READ), mscp(CLIENT, SERVER, 5, READ | END)
    credit, thanks = scs(CREDIT_REQ, SERVER, CLIENT), scs(CREDIT_RSP, CLIENT, SERVER)
    path = capture(tshark, list(conversation(
        *OPENING, (1, A, read), (1.02, B, end), (2, A, credit), (2.03, B, thanks),
        (60, B, end), (60.1, B, thanks), (63, B, end, 0x7b))))
    found = tshark.fields(path, ["frame.number", "nisca.mscp.command_frame",
                                 "nisca.mscp.response_time", "nisca.scs.request_frame",
                                 "nisca.scs.response_time"], "-Y", "frame.number > 4")
    answers = {int(frame.pop("frame.number")[0]): sum(frame.values(), []) for frame in found}
    assert answers == {5: ["4", "0.020000000"], 6: [], 7: ["6", "0.030000000"], 8: [], 9: [],
                       10: []}


def test_an_answer_that_is_sent_again_is_to_the_same_command(tshark):
    read, end = mscp(SERVER, CLIENT, 5, READ), mscp(CLIENT, SERVER, 5, READ | END)
    path = capture(tshark, list(conversation(*OPENING, (1, A, read), (1.02, B, end),
                                             (4.02, B, end, 0x7b))))
    found = [frame["nisca.mscp.command_frame"]
             for frame in tshark.fields(path, ["nisca.mscp.command_frame"])]
    assert found == [[]] * 4 + [["4"]] * 2


def test_an_accept_after_a_disconnect_opens_another_connection(tshark):
    """Its CONNECT_REQ is not in the capture, and the client's id is used again."""
    data = bytes.fromhex("0100000007000000210000000002000000000000050002000900036263000000")
    other = connect(ACCEPT_REQ, CLIENT, 0x30008, "SCA$CLIENT", "SCA$TRANSPORT")
    path = capture(tshark, list(conversation(
        *OPENING, (1, A, scs(DISCONNECT_REQ, SERVER, CLIENT, bytes(4))),
        (1.1, B, scs(DISCONNECT_RSP, CLIENT, SERVER)), (2, B, other),
        (2.1, A, scs(APPL_MSG, 0x30008, CLIENT, data)))))
    found = tshark.fields(path, ["nisca.scs.process"], "-Y", "frame.number > 5")
    assert [frame["nisca.scs.process"] for frame in found] == [[], ["SCA$CLIENT - SCA$TRANSPORT"]]
    assert tshark.frames(path, "frame.number == 7 && nisca.mscp") == []
