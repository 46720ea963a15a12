# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows below the story in cluster,timeline: who was seen, and what is open when the file ends.

They are counted by hand in the story that makes the capture (test-captures/NAME.story)."""
import struct
import subprocess

import pytest

from cman_packets import MULTICAST, NOACK, Sent, header, hello, joinreq, starttrans, write_sent
from setups import Setup, ethernet, incident
from tshark import is_ending

CMAN = "cman 3169"
PASSES = pytest.mark.parametrize("passes", [(), ("-2",)], ids=["one-pass", "two-passes"])

# Name: the time and the frame of each cluster's last frame; then (cluster, node, words).
ENDINGS = {
    # Three nodes say HELLO at 0 to 22 s, two go on: 15 + 10 HELLOs, and 14 frames of the death.
    "cman-node-lost": [
        ("03:04:56.000", 39, CMAN, "3 (mark)", "node 3 (mark) is not back, its last HELLO is in "
         "frame 15 (03:04:27.0)"),
        ("03:04:56.000", 39, CMAN, "-", "nodes 1 (ludwig) and 2 (johann) are still there: they say "
         "that they have quorum, and count 2 members"),
        ("03:04:56.000", 39, CMAN, "-", "39 messages since frame 1 (03:04:05.0), of 3 nodes: "
         "1 (ludwig), 2 (johann), 3 (mark)")],
    # Node 1 is alone; node 9 boots and never had a quorum.  No barrier was captured.
    "cman-quorum": [
        ("03:04:41.000", 15, CMAN, "-", "still no quorum: 1, 9"),
        ("03:04:41.000", 15, CMAN, "-", "15 messages since frame 1 (03:04:05.0), of 3 nodes: "
         "1, 2, 9")],
    "cman-partition": [
        # Node 1 answers the HELLO of node 3 with a KILL to its address.
        ("03:04:30.301", 30, CMAN, "-", "the cluster is still split, though node 1 hears node 3 "
         "again, and kills it, since frame 27 (03:04:25.3), to the end of the file"),
        ("03:04:30.301", 30, CMAN, "-", "still no quorum: 3"),
        ("03:04:30.301", 30, CMAN, "-", "30 messages since frame 1 (03:04:05.0), of 3 nodes: "
         "1, 2, 3")],
    # Anton is refused twice; clara got three JOINCONFs; mark was told to wait, asked once more, and
    # sends nothing in the 20.9 s after that.
    "cman-joins-fail": [
        ("03:04:41.004", 33, CMAN, "anton", "anton (192.0.2.5) is not in the cluster: 2 refusals "
         "since frame 3 (03:04:07.0), until 32.0 s ago (03:04:09.0): its configuration has version "
         "6, the cluster's has version 7 (frame 2)"),
        ("03:04:41.004", 33, CMAN, "mark", "mark (192.0.2.3) is not in the cluster: 3 JOINREQs "
         "since frame 8 (03:04:10.1), until 20.9 s ago (03:04:20.1), no transition for it in this "
         "file"),
        ("03:04:41.004", 33, CMAN, "clara", "clara (192.0.2.4) is not in the cluster: 1 failed "
         "join since frame 16 (03:04:25.1): node 1 (ludwig) told it 3 times in 15 s that it is let "
         "in (JOINCONF), and got no answer (CONFACK)"),
        ("03:04:41.004", 33, CMAN, "-", "33 messages since frame 1 (03:04:05.0), of 2 nodes: "
         "1 (ludwig), 2")],
    # All four send a HELLO in the last 5 s.
    "cman-two-machines": [
        ("03:04:16.300", 13, CMAN, "1", "node ID 1 is still that of two machines, at 192.0.2.11 "
         "and at 192.0.2.21"),
        ("03:04:16.300", 13, CMAN, "2", "node ID 2 is still that of two machines, at 192.0.2.12 "
         "and at 192.0.2.22"),
        ("03:04:16.300", 13, CMAN, "-", "13 messages since frame 1 (03:04:05.0), of 4 nodes: 1 "
         "at 192.0.2.11, 1 at 192.0.2.21, 2 at 192.0.2.12, 2 at 192.0.2.22")],
    # 50,000 frames are one HELLO; with the first and the last two there are four.
    "cman-story-storm": [
        ("03:04:10.000", 50003, "cman 6463", "-", "4 messages since frame 1 (03:04:05.0), "
         "of 2 nodes: 1, 2")],
    "ncs-slave-dies": [
        ("03:05:04.020", 140, "NCS 0x5d77a681", "192.0.2.2", "node 192.0.2.2 was not heard again, "
         "its last heartbeat is in frame 59 (03:04:24.0)"),
        ("03:05:04.020", 140, "NCS 0x5d77a681", "-", "140 messages since frame 1 "
         "(03:04:05.0), of 3 nodes: 192.0.2.1, 192.0.2.2, 192.0.2.3")],
    # Node 3 does not come back with node 2, at 39 s, and never again.
    "ncs-two-slaves-die": [
        ("03:05:14.000", 93, "NCS 0x5d77a681", "192.0.2.2", "node 192.0.2.2 was not heard again, "
         "its last heartbeat is in frame 65 (03:04:46.0)"),
        ("03:05:14.000", 93, "NCS 0x5d77a681", "192.0.2.3", "node 192.0.2.3 was not heard again, "
         "its last heartbeat is in frame 30 (03:04:14.0)"),
        ("03:05:14.000", 93, "NCS 0x5d77a681", "-", "93 messages since frame 1 (03:04:05.0), of 3 "
         "nodes: 192.0.2.1, 192.0.2.2, 192.0.2.3")],
    # Node 3's last heartbeat is at 19 s, and the view without it comes 1 s later.
    "ncs-leaves": [
        ("03:04:38.010", 88, "NCS 0x5d77a681", "192.0.2.3", "node 192.0.2.3 left, and is not "
         "back, its last heartbeat is in frame 60 (03:04:24.0)"),
        ("03:04:38.010", 88, "NCS 0x5d77a681", "-", "88 messages since frame 1 (03:04:05.0), of 3 "
         "nodes: 192.0.2.1, 192.0.2.2, 192.0.2.3")],
    "ncs-joining": [
        ("03:04:44.020", 115, "NCS 0x5d77a681", "192.0.2.3", "node 192.0.2.3 still has no view, "
         "it asks since frame 13 (03:04:10.0)"),
        ("03:04:44.020", 115, "NCS 0x5d77a681", "-", "115 messages since frame 1 (03:04:05.0), of "
         "3 nodes: 192.0.2.1, 192.0.2.2, 192.0.2.3")],
    # VAX2 sends nothing but HELLOs here; VAX1 sends it messages in frames 11, 15 and 16.
    "nisca-story-one-direction": [
        ("03:04:14.500", 16, "NISCA 1", "VAX2", "nothing that VAX2 sent to VAX1 was captured, but "
         "3 messages and ACKs of VAX1 to it: whether those arrived is not known"),
        ("03:04:14.500", 16, "NISCA 1", "VAX1", "1 message from VAX1 to VAX2 was sent "
         "again: that of frame 11 (03:04:11.0) in frame 15; no cause, as no ACK of VAX2 was "
         "captured; it first went from EWB (02:00:00:04:10:01) to EWB (02:00:00:04:10:02)"),
        ("03:04:14.500", 16, "NISCA 1", "-", "16 messages since frame 1 (03:04:05.0), of 2 nodes: "
         "VAX1, VAX2")],
    # SAT asks in frames 1, 4, 7 and 9; SAT2 is served.
    "nisca-story-unserved": [
        ("03:04:14.500", 10, "NISCA 1", "SAT", "no server has answered SAT: it asked (SOLICIT) "
         "4 times since frame 1 (03:04:05.0), the last is frame 9"),
        ("03:04:14.500", 10, "NISCA 1", "-", "10 messages since frame 1 (03:04:05.0), of 3 nodes: "
         "SAT, SAT2, VAX1")],
    # VAX3 has another password in frames 10, 14 and 18; the nodes of group 2026 have their own.
    "nisca-story-password": [
        ("03:04:05.202", 8, "NISCA 2026", "-", "3 messages since frame 6, of 2 nodes: DELTA, "
         "EPSILN"),
        ("03:04:14.233", 20, "NISCA 1", "VAX3", "VAX3 still uses another cluster password than "
         "the group: 3 frames since frame 10 (03:04:08.2), the last is frame 18"),
        ("03:04:14.233", 20, "NISCA 1", "-", "17 messages since frame 1 (03:04:05.0), of 3 nodes: "
         "VAX1, VAX3, VAX2")],
    # Five messages in all; tests/test_timeline_rows.py has the four of the burst.
    "nisca-path-loses": [
        ("03:05:32.300", 167, "NISCA 1", "VAX1", "5 of 21 messages from VAX1 to VAX2 were sent "
         "again, between frame 27 (03:04:15.0) and frame 154 (03:05:25.6); message lost 5; all "
         "first went from EWA (02:00:00:04:11:01) to EWA (02:00:00:04:11:02)"),
        ("03:05:32.300", 167, "NISCA 1", "-", "167 messages since frame 1 (03:04:05.0), of 2 "
         "nodes: VAX1, VAX2")],
    # Silent from 8, 28, 48, 68, 88 and 108 s on.
    "nisca-outages": [
        ("03:06:50.000", 119, "NISCA 1", "VAX2", "VAX2 was silent 6 times, first after frame 9 "
         "(03:04:13.0), last 57.0 s ago (03:05:53.0), longest 44.5 s after frame 84"),
        ("03:06:50.000", 119, "NISCA 1", "-", "119 messages since frame 1 (03:04:05.0), of 2 "
         "nodes: VAX2, VAX1")],
    # The second system says START in frame 14; the last HELLO of each is in 18 and 19.
    "nisca-story-duplicate-system": [
        ("03:05:08.000", 22, "NISCA 1", "VAX2", "VAX2 ran twice: 02:00:00:04:10:02 and "
         "02:00:00:04:20:02, which says another time of boot since frame 14 (03:04:25.5); their "
         "last HELLOs are frame 19 (03:04:32.0) and frame 18 (03:04:31.0)"),
        ("03:05:08.000", 22, "NISCA 1", "-", "22 messages since frame 1 (03:04:05.0), of 3 nodes: "
         "VAX2, VAX3, VAX1")],
    # Node 1.6 says VAX1, too, in frames 7 and 9; 1.2 says NEWNAM in 8 and 10.
    "nisca-story-identity": [
        ("03:04:05.000", 5, "NISCA 257", "-", "2 messages since frame 4, of 2 nodes: VAX1, OTHER"),
        ("03:04:10.000", 10, "NISCA 1", "NEWNAM", "1.2 (02:00:00:04:10:02) has two names, the "
         "second one since frame 8 (03:04:08.0), last in frame 10"),
        ("03:04:10.000", 10, "NISCA 1", "VAX1", "two nodes are called VAX1: 1.1 "
         "(02:00:00:04:10:01) and 1.6 (02:00:00:04:10:06), the second one since frame 7 "
         "(03:04:07.0), last in frame 9"),
        ("03:04:10.000", 10, "NISCA 1", "-", "8 messages since frame 1 (03:04:05.0), of 3 nodes: "
         "VAX1, NEWNAM, VAX1")],
    # Padded to 1500 bytes in frames 4, 9, 14 and 19.
    "nisca-story-packet-size-mixed": [
        ("03:04:29.002", 23, "NISCA 1", "VAX1", "the path from VAX1 (EWB) to VAX2 (EWB) seems to "
         "lose big packets: 4 test packets (VERF) of 1500 bytes were not answered, from frame 4 "
         "(03:04:07.0) to frame 19 (03:04:25.0); those of 120 bytes were"),
        ("03:04:29.002", 23, "NISCA 1", "-", "23 messages since frame 1 (03:04:05.0), of 2 nodes: "
         "VAX1, VAX2")],
    # Of 1500 bytes in frames 3 and 4, of 1069 in frames 7 and 8.
    "nisca-story-big-lost": [
        ("03:04:16.000", 10, "NISCA 1", "VAX1", "the path from VAX1 (EWB) to VAX2 (EWB) is not "
         "seen to carry big packets again: 4 test packets (VERF) of 1069 to 1500 bytes were not "
         "answered, from frame 3 (03:04:06.0) to frame 8 (03:04:14.0); those of 853 bytes were"),
        ("03:04:16.000", 10, "NISCA 1", "-", "10 messages since frame 1 (03:04:05.0), of 2 nodes: "
         "VAX1, VAX2")],
    "nisca-story-big-again": [
        ("03:04:30.500", 17, "NISCA 1", "-", "17 messages since frame 1 (03:04:05.0), of 2 nodes: "
         "VAX1, VAX2")],
    # Each LAN seems to have a cluster of its own at first.
    "nisca-story-one-circuit-two-vlans": [
        ("03:04:10.101", 18, "NISCA 1", "VAX1", "1 message from VAX1 to VAX2 was sent "
         "again: that of frame 14 (03:04:07.0) in frame 15; message lost 1; it first went from "
         "02:00:00:04:10:01 to 02:00:00:04:10:02 in VLAN 10"),
        ("03:04:10.101", 18, "NISCA 1", "-", "18 messages since frame 1 (03:04:05.0), "
         "of 2 nodes: VAX1, VAX2")],
    "nisca-story-silent-node": [
        ("03:04:26.000", 18, "NISCA 1", "VAX1", "1 message from VAX1 to VAX2 was sent "
         "again, 3 times: that of frame 9 (03:04:12.0), the last in frame 14 (03:04:18.0); not "
         "acknowledged 1; it first went from EWB (02:00:00:04:10:01) to EWB (02:00:00:04:10:02)"),
        ("03:04:26.000", 18, "NISCA 1", "-", "18 messages since frame 1 (03:04:05.0), of 2 nodes: "
         "VAX1, VAX2")],
}


def endings(tshark, path, *arguments):
    return [(row["Time"][6:], int(row["Frame"]), row["Cluster"], row["Node"],
             row["What happened"]) for row in tshark.endings(path, *arguments)]


@PASSES
@pytest.mark.parametrize("name", ENDINGS)
def test_what_is_open_and_who_was_seen(tshark, captures, name, passes):
    assert endings(tshark, captures / f"{name}.pcap", *passes) == ENDINGS[name]


@PASSES
def test_a_split_without_an_end(tshark, captures, passes):
    """Both masters broadcast once more at the end of the file."""
    rows = endings(tshark, captures / "ncs-cable-pulled.pcapng", *passes)
    assert rows[0][3:] == ("-", "there are still two masters: 192.0.2.2, its last broadcast is "
                           "frame 118, and 192.0.2.1, its last broadcast is frame 117")


@PASSES
def test_a_split_of_which_one_half_is_watched_no_more(tshark, captures, tmp_path, passes):
    """The second place's file ends at 29.010 s, and node 1 broadcasts until 38 s: nothing says
    that node 2 does not go on."""
    path = tmp_path / "shorter.pcapng"
    subprocess.run(["tshark", "-r", captures / "ncs-cable-pulled.pcapng", "-w", path, "-Y",
                    "frame.interface_id == 0 || frame.number <= 100"], check=True)
    told = [row[4] for row in endings(tshark, tshark.readable(path), *passes)]
    assert told[0].startswith("nobody saw the two masters become one: 192.0.2.1, its last ")


@PASSES
def test_a_place_that_no_longer_sees_hellos(tshark, captures, tmp_path, passes):
    """A switch drops VAX2's multicasts on the way to port1 from 4 s on; frame 54 would be the first
    that comes there again.  Its ACKs come, the last in frame 50."""
    path = tmp_path / "cut.pcapng"
    subprocess.run(["editcap", "-r", captures / "nisca-story-multicast-blocked.pcapng", path,
                    "1-53"], check=True)
    told = [row[3:] for row in endings(tshark, tshark.readable(path), *passes)]
    assert told[0] == ("VAX2", "port1 no longer sees HELLOs of VAX2, adapter EWB "
                       "(02:00:00:04:10:02), the last there is frame 11 (03:04:08.0): others see "
                       "them, they are lost on the way there; what it sent to one node still came "
                       "there, the last is frame 50: look for a switch that drops multicasts")
    assert len(told) == 2


@PASSES
@pytest.mark.parametrize("until, is_told", [(11, False), (29, False), (43, True)])
def test_whether_only_multicasts_are_lost(tshark, captures, tmp_path, passes, until, is_told):
    """Port1 sees nothing of VAX2 after a frame: its last HELLO there, frame 11, an ACK 5.5 s later,
    or one 10.5 s later.  HELLOs are missing there when the second one does not come."""
    path = tmp_path / "cut.pcapng"
    subprocess.run(["tshark", "-r", captures / "nisca-story-multicast-blocked.pcapng", "-w", path,
                    "-Y", "frame.number <= 53 && !(frame.interface_id == 0 && frame.number > "
                    f"{until} && eth.src == 02:00:00:04:10:02)"], check=True)
    words = endings(tshark, tshark.readable(path), *passes)[0][4]
    assert words.startswith("port1 no longer sees HELLOs of VAX2, adapter EWB ")
    assert ("look for a switch that drops multicasts" in words) == is_told


@pytest.mark.parametrize("frames, is_told", [("1-8", False), ("1-9", False), ("1-11", True),
                                             ("1-12", False), ("1-13", True)])
def test_one_padded_packet_may_be_lost_by_chance(tshark, captures, tmp_path, frames, is_told):
    """The second one is frame 9, and the next small one of its sender frame 12, which frame 13
    answers: until then nobody knows that it is the size."""
    path = tmp_path / "cut.pcap"
    subprocess.run(["editcap", "-r", captures / "nisca-story-packet-size-mixed.pcap", path,
                    frames], check=True)
    told = [row[4] for row in endings(tshark, tshark.readable(path))]
    assert any("2 test packets (VERF) of 1500 bytes were not answered" in words
               for words in told) == is_told


@PASSES
def test_a_message_counts_once_from_three_places(tshark, captures, passes):
    """121 frames show 43 messages."""
    rows = endings(tshark, captures / "cman-incident.pcapng", *passes)
    assert [row[2:] for row in rows] == [
        (CMAN, "3 (mark)",
         "node 3 (mark) is not back, its last HELLO is in frame 73 (15:04:22.0)"),
        (CMAN, "-", "nodes 1 (ludwig) and 2 (johann) are still there: they say that they have "
         "quorum, and count 2 members"),
        (CMAN, "-", "43 messages since frame 1 (15:03:40.0) at 3 places, of 3 nodes: 1 (ludwig), "
         "2 (johann), 3 (mark)")]


@PASSES
@pytest.mark.parametrize("name", ["ncs-panning-change", "ncs-panning-after-silence"])
def test_a_node_with_another_panning_id_is_heard_again(tshark, captures, name, passes):
    """Both clusters have a row that says who was seen, and no other."""
    rows = endings(tshark, captures / f"{name}.pcap", *passes)
    assert [row[2:4] for row in rows] == [("NCS 0x5d77a681", "-"), ("NCS 0x5d77a701", "-")]


def test_whatever_the_filter_is(tshark, captures):
    """The rows are about the file, not about the frames that pass."""
    path = captures / "cman-node-lost.pcap"
    text = tshark.read(path, "-q", "-z", "cluster,timeline,frame.number==27")
    rows = [line for line in text.splitlines() if line.endswith(" |")][1:]
    assert len(rows) == 4 and "is declared DEAD" in rows[0]
    assert all("end of file: " in row for row in rows[1:])


@PASSES
def test_a_transition_without_an_end_and_a_silent_node(tshark, passes):
    """Node 1 starts at 15.5 s, about node 3; node 2 is silent from 10.1 s on."""
    sent = [*(Sent(5 * i, "192.0.2.1", hello(1, 100 + i, members=2)) for i in range(9)),
            *(Sent(5 * i + 0.1, "192.0.2.2", hello(2, 200 + i, members=2)) for i in range(3)),
            Sent(15.5, "192.0.2.1", starttrans(1, 150, 12, nodeid=3))]
    path = write_sent(tshark, "cman-no-end.pcap", sorted(sent))
    rows = [row[3:] for row in endings(tshark, path, *passes)]
    assert rows[0][0] == "2" and rows[0][1].startswith("node 2 is still silent, its last HELLO")
    assert rows[1][0] == "3"
    assert rows[1][1].startswith("transition 1, which removes node 3, has no end, it started in "
                                 "frame 8 (22:13:35.5)")


@PASSES
@pytest.mark.parametrize("last, words", [
    (66, "the file has no COMPLETE of the barrier of transition 1"),
    (68, "the file has only some COMPLETEs of the barrier of transition 1")])
def test_a_file_that_ends_at_a_barrier(tshark, captures, tmp_path, last, words, passes):
    """cman-tunnels ends with a COMPLETE of the master of each clone, in frames 67 and 68; the other
    member has sent WAIT.  The ENDTRANS are in frames 61 and 62."""
    path = tmp_path / "cut.pcap"
    subprocess.run(["editcap", "-F", "pcap", "-r", captures / "cman-tunnels.pcap", path,
                    f"1-{last}"], check=True)
    told = [row[4] for row in endings(tshark, tshark.readable(path), *passes)
            if "barrier" in row[4]]
    assert told == [f"{words}, its ENDTRANS is in frame {frame}" for frame in (61, 62)]


@PASSES
def test_more_nodes_are_gone_than_have_rows(tshark, passes):
    """Node 1 goes on; 40 others say HELLO three times, and then no more."""
    sent = [Sent(5 * i, "192.0.2.1", hello(1, 100 + i, members=41)) for i in range(12)]
    sent += [Sent(5 * i + node / 100, f"192.0.2.{node}", hello(node, 200 + i, members=41))
             for node in range(2, 42) for i in range(3)]
    path = write_sent(tshark, "cman-many-gone.pcap", sorted(sent))
    words = [row[4] for row in endings(tshark, path, *passes)]
    assert sum("is still silent" in line for line in words) == 32
    assert words[32] == "8 more are not heard any more" and len(words) == 35
    assert words[33] == ("only node 1 is still there: it says that it has quorum, and counts 41 "
                         "members")


@PASSES
def test_who_has_not_heard_of_the_death_does_not_count(tshark, passes):
    """Node 3 is declared DEAD at 22 s, and the file ends before the next HELLOs."""
    sent = [Sent(5 * i + node / 10, f"192.0.2.{node}", hello(node, 100 * node + i))
            for node in (1, 2) for i in range(5)]
    sent += [Sent(0.3, "192.0.2.3", hello(3, 301)), Sent(22, "192.0.2.1", header(
        seq=150, flags=MULTICAST, srcid=1, tgtid=0) + struct.pack("<BBHi", 18, 6, 0, 3))]
    words = [row[4] for row in endings(tshark, write_sent(tshark, "cman-ends-there.pcap",
                                                          sorted(sent)), *passes)]
    assert words[1] == "nodes 1 and 2 are still there"


CLUSTERS = [(2, 6, 31, "2 clusters use number 6463: node 1 at 192.0.2.11, node 2 at 192.0.2.12; "
             "and node 1 at 192.0.2.21, node 2 at 192.0.2.22"),
            (1, 1, 1, "4 clusters use"), (2, 6, 6, "node ID 1 is still that of two machines"),
            (3, 6, 31, "node ID 1 is still that of two machines")]


@PASSES
@pytest.mark.parametrize("members, one, other, words", CLUSTERS)
def test_clusters_of_one_number(tshark, members, one, other, words, passes):
    """Nodes 1 and 2 at two addresses each.  They are two clusters if their HELLOs say so: each two
    that say the same are as many as they count; and each that is alone is one."""
    sent = [Sent(5 * i + node / 10 + net / 100, f"192.0.2.{net}{node}",
                 hello(node, 1000 * net + 100 * node + i, members, generation))
            for net, generation in ((1, one), (2, other)) for node in (1, 2) for i in range(4)]
    name = f"cman-one-number-{members}-{other}.pcap"
    rows = endings(tshark, write_sent(tshark, name, sorted(sent)), *passes)
    assert rows[0][4].startswith(words)


def asks(*answers):
    """Node 3 asks to join at 5.1, 10.1 and 15.1 s; the answers come 1 ms later."""
    sent = [Sent(5 * i, "192.0.2.1", hello(1, 100 + 10 * i, members=1)) for i in range(5)]
    sent += [Sent(5 * i + 0.1, "192.0.2.3", joinreq(i, "mark", "192.0.2.3"), "192.0.2.1")
             for i in (1, 2, 3)]
    sent += [Sent(5 * i + 0.101, "192.0.2.1", header(seq=101 + 10 * i, flags=NOACK, srcid=1,
                                                     tgtid=0) + bytes([JOINACK, answer]),
                  "192.0.2.3") for i, answer in enumerate(answers, 1)]
    return sorted(sent)


JOINACK, NAK, WAIT = 6, 2, 3
NOT_IN = "mark (192.0.2.3) is not in the cluster: "
UNTIL = "until 4.9 s ago (22:13:35.1)"  # the last JOINREQ, seen from the HELLO of 20 s


@PASSES
@pytest.mark.parametrize("answers, words", [
    ((), [f"{NOT_IN}3 JOINREQs since frame 3 (22:13:25.1), {UNTIL}, no JOINACK in this file"]),
    ((NAK, NAK, NAK), [f"{NOT_IN}3 refusals since frame 3 (22:13:25.1), {UNTIL}"]),
    ((WAIT, WAIT, WAIT), []),
], ids=["unanswered", "refused", "put-off"])
def test_who_asks_to_join_again_and_again(tshark, answers, words, passes):
    path = write_sent(tshark, f"cman-asks-{len(answers)}-{sum(answers)}.pcap", asks(*answers))
    rows = endings(tshark, path, *passes)
    assert [row[4] for row in rows if "not in the cluster" in row[4]] == words


@PASSES
def test_who_was_let_in_is_in(tshark, passes):
    """It is refused first, and says HELLO later."""
    sent = [*asks(NAK, NAK), Sent(25, "192.0.2.3", hello(3, 9, members=2))]
    path = write_sent(tshark, "cman-asks-in.pcap", sorted(sent))
    assert not [row for row in endings(tshark, path, *passes) if "not in the cluster" in row[4]]


def frames_of_others(path):
    """ARP of nobody that we know."""
    frame = b"\xff" * 6 + bytes([2, 0, 0, 0, 0, 1]) + b"\x08\x06" + bytes(46)
    header = struct.pack("<IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, 1)
    path.write_bytes(header + struct.pack("<IIII", 1, 0, len(frame), len(frame)) + frame)
    path.chmod(0o644)
    return path


@PASSES
def test_a_file_without_any_packet_of_ours(tshark, passes):
    path = frames_of_others(tshark.home / "others.pcap")
    rows = tshark.table(path, "cluster,timeline", *passes)
    assert [list(row.values()) for row in rows] == [
        ["-", "0", "-", "-", "-", "no cman, NISCA or NCS packet in this file"]]


def test_packets_that_nobody_analyzed(tshark, captures):
    rows = tshark.table(captures / "cman-node-lost.pcap", "cluster,timeline",
                        "-o", "cman.analysis:FALSE")
    assert [row["What happened"] for row in rows] == [
        "no cman, NISCA or NCS packet of this file was analyzed"]
    assert is_ending(rows[0])


@PASSES
def test_a_circuit_on_two_vlans(tshark, captures, passes):
    """What VAX1 sends goes over VLAN 10, what VAX2 sends over VLAN 20."""
    frames = incident(captures / "nisca-story-healthy.pcap")
    for number, frame in enumerate(frames):
        vlan = 10 if frame.bytes[11] == 1 else 20
        frames[number] = frame._replace(bytes=frame.bytes[:12] + bytes([0x81, 0, 0, vlan])
                                        + frame.bytes[12:])
    path = Setup("two VLANs", ethernet(1), frames).write(tshark.captures / "nisca-2-vlans.pcapng")
    assert not [row for row in endings(tshark, tshark.readable(path), *passes)
                if "was captured" in row[-1]]


@PASSES
@pytest.mark.parametrize("flags, words", [
    (0, "only node 1 is still there: it says that it has no quorum, and counts 1 member"),
    (2, "only node 1 is still there: it says that it has quorum, and counts 1 member")])
def test_the_last_one_has_no_quorum_once(tshark, flags, words, passes):
    """Node 2 leaves at 11 s."""
    alone = header(seq=1, flags=NOACK | MULTICAST, srcid=1, tgtid=0)[4:] + struct.pack(
        "<BBHI", 4, flags, 1, 4)
    sent = [*(Sent(5 * i, "192.0.2.1", hello(1, 100 + i, members=2)) for i in range(3)),
            *(Sent(5 * i + 0.1, "192.0.2.2", hello(2, 200 + i, members=2)) for i in range(3)),
            Sent(11, "192.0.2.2", header(seq=203, flags=NOACK, srcid=2, tgtid=1) + bytes([3, 0])),
            *(Sent(5 * i, "192.0.2.1", struct.pack("<BBH", 1, 1, 100 + i) + alone)
              for i in range(3, 7))]
    path = write_sent(tshark, f"cman-alone-{flags}.pcap", sorted(sent))
    rows = [row[4] for row in endings(tshark, path, *passes)]
    assert rows[1] == words and not any("still no quorum" in row for row in rows)
