# SPDX-License-Identifier: GPL-2.0-or-later
"""Expert items say whom they are about: node, adapter, message, seconds."""
import re
import xml.etree.ElementTree as xml

import pytest

from tshark import ROOT

OURS = re.compile(r"(cman|nisca|ncs_heartbeat)\.")

# A text of each kind, from what the story says.  cman-story-hello: HELLOs every 5 s, the dead
# node timeout is 21 s.  nisca-story-adapters: VAX1's EWB sends HELLOs every 3 s.
STORIES = [
    ("cman-story-hello.pcap", {
        "cman.analysis.hello_late": "node 3: HELLO is late, 8.0 s behind the one before",
        "cman.analysis.hello_lost": "node 3: no HELLO seen here for 21.0 s, 3 missed"}),
    ("cman-gap-here.pcapng", {
        "cman.analysis.hello_late": "node 2: HELLO is late, 10.0 s behind the one before; "
            "the one in frame 5 was lost on the way here"}),
    ("cman-story-acks.pcap", {
        "cman.analysis.retransmission":
            "node 2 sends message 1 again to node 1, 1.0 s after the first time",
        "cman.analysis.duplicate_ack":
            "node 2 acknowledges message 2 of node 1, as it did before",
        "cman.analysis.ack_unseen": "node 2 acknowledges message 102, which was not captured",
        "cman.analysis.out_of_sequence":
            "1 message of node 1 before number 103 was not captured"}),
    ("cman-story-joins.pcap", {
        "cman.analysis.join_seq": "192.0.2.5 asks to join with sequence number 7 and acknowledges "
            "0: a node that joins starts with 1 and acknowledges nothing"}),
    ("cman-deaf.pcap", {
        "cman.nodedown": "node 1 is declared NORESPONSE by node 2, last HELLO 7.0 s ago, "
            "4 attempts in 3.0 s, the last 1.0 s ago, at the message in frame 5, which it "
            "acknowledged in frame 6: lost on the "
            "way to node 2"}),
    ("cman-simultaneous.pcap", {
        "cman.transition.clash":
            "node 1 starts a transition while that of node 2 runs: the lowest node ID goes on"}),
    ("cman-given-up.pcap", {
        "cman.transition.restarted":
            "node 1 starts the transition again, RESTART: no answer from node 3"}),
    ("ncs-gaps-of-master.pcap", {
        "ncs_heartbeat.analysis.late":
            "node 192.0.2.1: heartbeat is late, 2.4 s behind the one before",
        "ncs_heartbeat.analysis.lost": "Lost: node 192.0.2.1, silent here for 8.0 s"}),
    ("ncs-rejoin.pcap", {
        "ncs_heartbeat.silent_node":
            "node 192.0.2.3 is silent for 9.0 s, its last heartbeat is in frame 60",
        "ncs_heartbeat.incarnation_change":
            "node 192.0.2.3: incarnation changed from 0x0000002a to 0xffffffff"}),
    ("ncs-duplicates.pcap", {
        "ncs_heartbeat.analysis.duplicate":
            "Duplicate: the heartbeat of node 192.0.2.2 in frame 6 comes again"}),
    ("nisca-story-adapters.pcap", {
        "nisca.analysis.hello_late":
            "VAX1: HELLO of adapter EWB (02:00:00:04:10:01) is late, 6.0 s behind the one before",
        "nisca.analysis.hello_lost":
            "VAX1: no HELLO of adapter EWB (02:00:00:04:10:01) seen here for 15.0 s, 4 missed"}),
    ("nisca-story-causes.pcap", {
        "nisca.analysis.retransmission": "Retransmission: Message lost; message 2 from VAX1 to "
            "VAX2, 3.0 s after the first time",
        "nisca.analysis.out_of_sequence": "1 message from VAX1 to VAX2 before number 19 was not "
            "captured (lost before, or sent over another LAN)"}),
    ("nisca-story-rsvp.pcap", {
        "nisca.analysis.rsvp_late": "VAX1 wanted an ACK at once, that of VAX2 came after 2.5 s"}),
    ("nisca-story-removal.pcap", {
        "nisca.circuit.restarted":
            "VAX1 starts its established circuit with VAX2 again (START)",
        "nisca.cnx.resent": "Sent again after a reconnection: message 275 from VAX1 to VAX2, "
            "14.0 s after the first time",
        "nisca.analysis.ack_unseen": "VAX2 acknowledges message 107 of VAX1, which was not "
            "captured (another LAN may have carried it)"}),
    ("nisca-hangs.pcap", {
        "nisca.channel.no_vack": "VERF repeated, from VAX1 (EWB) to VAX2 (EWB): no VACK came back "
            "(one-way path, or packets too large for it)"}),
    ("nisca-story-no-verf.pcap", {
        "nisca.channel.no_verf": "CCSTART repeated, from VAX2 (EWB) to VAX1 (EWB): no VERF came "
            "back (wrong password, or one-way path)"}),
    ("nisca-story-stale.pcap", {
        "nisca.channel.stale":
            "VAX1 sends for an old channel: VAX2 has formed a new one, and ignores this frame"}),
    ("nisca-story-password-first.pcap", {
        "nisca.password_mismatch":
            "VAX3: the password field differs from the one that group 1 used so far"}),
    ("nisca-story-identity.pcap", {
        "nisca.identity_conflict": "Two nodes are called VAX1: 1.1 and 1.6"}),
]


def experts(tshark, capture):
    """(filter name, text) of each expert item of ours."""
    text = tshark.read(capture, "-2", "-T", "pdml", "-Y", "_ws.expert")
    for item in xml.fromstring(text).iter("field"):
        name = item.find("field")
        if item.get("name") == "_ws.expert" and OURS.match(name.get("name")):
            yield name.get("name"), item.get("showname").partition("): ")[2]


@pytest.fixture(scope="module")
def labels(tshark):
    """What an expert item says that names nobody."""
    rows = [line.split("\t") for line in tshark.run("-G", "fields").stdout.splitlines()]
    return {row[1] for row in rows if row[0] == "F" and OURS.match(row[2])}


@pytest.mark.parametrize("name, texts", STORIES, ids=[name for name, _ in STORIES])
def test_texts_name_what_they_are_about(tshark, captures, labels, name, texts):
    found = list(experts(tshark, captures / name))
    for field, text in texts.items():
        assert (field, text) in found, [other for other in found if other[0] == field]
    assert [text for _, text in found if text in labels] == []
    # One style, in the middle of a sentence and at its beginning.
    assert [text for _, text in found if re.search(r"\bNode \d", text)] == []


def test_one_wording_for_what_the_file_lacks():
    """"Not captured": neither "not in the capture", nor "not seen in it"."""
    other = re.compile(r'"[^"\n]*not (in|seen in) (the|this) capture[^"\n]*"')
    found = [f"{path.name}: {match[0]}" for folder in ("cman", "nisca", "ncs_heartbeat", "plugins")
             for path in sorted((ROOT / folder).glob("*.c"))
             for match in other.finditer(path.read_text())]
    assert found == []
