# SPDX-License-Identifier: GPL-2.0-or-later
"""cluster,timeline row by row: the whole story of each incident, and nothing else.

Each row is counted by hand in the story that makes the capture (test-captures/NAME.story): its
time is 03:04:05 and what the story says, its frame the place in the story, its words what happened
there.  A row that the story does not tell is as wrong as one that is missing."""
import re
import subprocess

import pytest

from cman_packets import (MULTICAST, NOACK, Sent, barrier, header, hello, joinreq, kill,
                          membership, startack, starttrans, write_sent)
import nisca_make as nisca
from setups import US, Frame, Setup, ethernet
from tshark import ROOT

CMAN = "cman 3169"
VMS = "NISCA 1"
NCS = "NCS 0x5d77a681"


def there(*slaves):
    """The first rows of NCS: who is there, 10 ms apart."""
    first = ("03:04:05.000", 1, "192.0.2.1", "node 192.0.2.1 is there, the master")
    return [first, *((f"03:04:05.{10 * number:03}", number + 1, f"192.0.2.{slave}",
                      f"node 192.0.2.{slave} is there, a slave")
                     for number, slave in enumerate(slaves, 1))]


HEARD_3 = "node 3 is declared DEAD by node 1, though heard in frame 3, 2.0 s before"
SINCE_3 = "; by deadnode_timeout node 1 heard it last 21.0 s ago (03:03:46.2) or before"
MUTUAL = "both sides miss each other, look at the path between nodes 1 and 3"

# Name: cluster, and (time, frame, node, words) of each row.
INCIDENTS = {
    # Node 3's last HELLO is frame 15, at 22 s.  It is silent from frame 24 on and killed in 26:
    # its NODEDOWN is the row of all that.
    "cman-node-lost": (CMAN, [
        ("03:04:51.400", 27, "3",
         "node 3 is declared DEAD by node 1, last heard 24.4 s ago (03:04:27.0), 4 HELLOs missed"),
        ("03:04:52.401", 37, "3 (mark)", "node 3 (mark) is out of the cluster: transition 1, "
         "master node 1 (ludwig), took 1.0 s")]),
    # Node 1 is deaf: the capture has node 3's HELLO.  Node 2 does not get node 1's ACK, which it
    # sent after its last HELLO.
    "cman-deaf": (CMAN, [
        ("03:04:07.200", 4, "3", f"{HEARD_3}: look at the path from node 3 to node 1, and at what "
         f"node 1 receives{SINCE_3}"),
        ("03:04:12.000", 11, "1", "node 1 is declared NORESPONSE by node 2, last HELLO 7.0 s ago "
         "(03:04:05.0), 4 attempts in 3.0 s, the last 1.0 s ago, at the message in frame 5 "
         "(03:04:08.0), which it acknowledged in frame 6: "
         "lost on the way to node 2")]),
    # Node 1 seems to be deaf, until node 3 says the same of it.
    "cman-partition": (CMAN, [
        # Frames 6 and 7 say the same of others, and the split says it of all: that is one row.
        ("03:04:07.200", 4, "-", "nodes 1 and 2 and node 3 miss each other, though the file has "
         "HELLOs of all: look at the path between them; node 3 is declared DEAD by node 1, 1 by 3 "
         "in frame 6, 2 by 3 in frame 7; known from frame 23, 13.1 s later"),
        # Its STARTTRANS is the first that proves the split; the HELLOs of all name the sides.
        ("03:04:07.500", 8, "-", "the cluster is split: nodes 1 and 2 (generation 12, 2 members) "
         "against node 3 (generation 12, 1 member); known from frame 23, 12.8 s later"),
        ("03:04:08.504", 14, "3", "node 3 is out of the cluster: transition 1, master node 1, "
         "took 1.0 s"),
        ("03:04:10.200", 17, "3", "node 3 has lost quorum: 1 member"),
        ("03:04:25.301", 27, "3", "node 1 hears node 3 again, which was removed, and kills it")]),
    # What node 3 says was not captured: the split proves that it does not hear the others.
    "cman-split-healed": (CMAN, [
        ("03:04:07.200", 4, "3", f"{HEARD_3}: {MUTUAL}{SINCE_3}; "
         "known from frame 20, 13.1 s later"),
        ("03:04:08.504", 11, "3", "node 3 is out of the cluster: transition 1, master node 1, "
         "took 1.0 s"),
        ("03:04:10.200", 14, "3", "node 3 has lost quorum: 1 member"),
        # Its HELLO contradicts the others', which is no proof yet.
        ("03:04:10.200", 14, "-", "the cluster is split: nodes 1 and 2 (generation 12, 2 members) "
         "against node 3 (generation 12, 1 member); known from frame 20, 10.1 s later"),
        ("03:04:36.505", 36, "3", "node 3 has joined: transition 2, master node 1, took 1.1 s"),
        ("03:04:45.200", 39, "3", "node 3 has quorum again: 3 members"),
        ("03:04:45.200", 39, "-", "the cluster is no longer split: all nodes agree again "
         "(generation 14, 3 members), 35.0 s after the sides first contradicted each other; known "
         "from frame 40, 4.8 s later")]),
    # Node 3 is slow to answer, and then it is not at the barrier.
    "cman-hang": (CMAN, [
        ("03:04:09.000", 8, "3", "transition 1, which removes node 4, hangs: no answer from "
         "node 3; the transition started in frame 4 (03:04:06.0)"),
        ("03:04:25.100", 13, "3",
         "node 1 starts the transition again, RESTART: not at the barrier: node 3"),
        ("03:04:26.600", 20, "4", "node 4 is out of the cluster: transition 1, master node 1, "
         "took 20.0 s, 1 restart")]),
    # Node 3 acknowledges each STARTTRANS and answers none; node 2 answers none after 46 s.
    "cman-given-up": (CMAN, [
        ("03:04:15.000", 10, "3", "transition 1, which removes node 4, hangs: no answer from "
         "node 3, which acknowledges the packets: the network works, its cman is stuck; the "
         "transition started in frame 4 (03:04:06.0)"),
        ("03:05:06.000", 51, "1", "node 1 starts the transition again, RESTART: no answer from "
         "nodes 2 and 3"),
        ("03:05:21.000", 61, "1", "node 1 leaves the cluster, reason INCONSISTENT: it gives up "
         "transition 1 after 4 restarts, no answer from nodes 2 and 3")]),
    # Each NODEDOWN or STARTTRANS that another one continues has no row once that one has.
    "cman-two-die": (CMAN, [
        ("03:04:26.200", 23, "3", "node 3 is declared DEAD by node 1, last heard 21.0 s ago "
         "(03:04:05.2), 3 HELLOs missed"),
        ("03:04:26.320", 26, "4", "node 4 is declared DEAD by node 1, last heard 21.0 s ago "
         "(03:04:05.3), 3 HELLOs missed"),
        ("03:04:27.300", 32, "3 (mark)", "nodes 3 (mark) and 4 (clara) are out of the cluster: "
         "transition 1, master node 1 (ludwig), took 1.0 s, 1 restart; known from frame 43, 22.7 s "
         "later"),
        ("03:04:51.600", 45, "5 (anton)", "node 5 (anton) is declared DEAD by node 1 (ludwig), "
         "last heard 21.2 s ago (03:04:30.4), 3 HELLOs missed"),
        ("03:04:51.610", 46, "6 (paul)", "node 6 (paul) is declared DEAD by node 2 (johann), last "
         "heard 21.1 s ago (03:04:30.5), 3 HELLOs missed"),
        ("03:04:53.620", 53, "1 (ludwig)", "no quorum under master node 1 (ludwig): 2 votes, 4 "
         "needed"),
        ("03:04:53.660", 57, "6 (paul)", "nodes 6 (paul) and 5 (anton) are out of the cluster: "
         "transition 2, master node 1 (ludwig), took 2.0 s, 1 restart")]),
    # It is killed, and obeys before the NODEDOWN; or no NODEDOWN follows.
    "cman-killed-leaves": (CMAN, [
        ("03:04:07.000", 5, "2", "node 1 kills node 2, last heard 1.9 s ago"),
        ("03:04:07.001", 6, "2", "node 2 leaves the cluster, reason DOWN, as node 1 killed it in "
         "frame 5"),
        ("03:04:08.000", 7, "3", "node 1 kills node 3, last heard 2.8 s ago (03:04:05.2)"),
        ("03:04:11.500", 8, "3", "node 3 leaves the cluster, reason DOWN, 3.5 s after node 1 "
         "killed it in frame 7"),
        ("03:04:14.000", 9, "4", "node 4 is declared DEAD by node 1, last heard 8.7 s ago "
         "(03:04:05.3)"),
        ("03:04:14.001", 10, "4", "node 4 leaves the cluster, reason DOWN, as node 1 declared it "
         "DEAD in frame 9")]),
    "cman-joins-fail": (CMAN, [
        ("03:04:07.100", 4, "anton", "anton (192.0.2.5) is refused by node 1: its configuration "
         "has version 6, the cluster's has version 7 (frame 2)"),
        ("03:04:15.100", 11, "mark", "mark (192.0.2.3) asks again: the JOINACK OK of node 1 in "
         "frame 9 "
         "did not arrive"),
        # The join fails in frame 26, with the restart that takes the node out.
        ("03:04:41.004", 33, "4 (clara)", "the join of clara (192.0.2.4) failed: node 1 (ludwig) "
         "told it 3 times in 15 s that it is let in (JOINCONF), and got no answer (CONFACK); the "
         "cluster goes on without it: transition 1, master node 1 (ludwig), took 15.8 s")]),
    "cman-quorum": (CMAN, [
        ("03:04:07.000", 4, "3", "node 3 is out of the cluster: transition 1, master node 1, took "
         "1.0 s; known from frame 7, 4.0 s later"),
        ("03:04:12.000", 8, "1", "no quorum under master node 1: 1 vote, 2 needed"),
        ("03:04:25.000", 11, "1", "node 1 has quorum again: 2 members"),
        ("03:04:30.000", 12, "1", "node 1 has lost quorum: 1 member")]),
    "cman-story-storm": ("cman 6463", [
        ("03:04:05.000", 10, "1",
         "storm: the HELLO of frame 2 comes again and again, 8 copies in 0.4 ms"),
        ("03:04:10.000", 50002, "1", "the storm of frame 2 is over: 49999 copies in 2.5 s, 20000 "
         "a second, the last in frame 50001, 2.5 s ago")]),
    # VAX2's side of the LAN is dark from 5.5 to 16.5 s.
    "nisca-story-outage": (VMS, [
        ("03:04:13.000", 17, "VAX1", "The circuit from VAX1 to VAX2 broke: message 2 in frame 17 "
         "was sent 2 times (from adapter EWB to EWB) in 1.5 s and never acknowledged; VAX2 was "
         "silent meanwhile; known from frame 27, 9.1 s later"),
        ("03:04:18.600", 21, "VAX2",
         "VAX2 is silent: no frame of any kind for 8.1 s, the last is frame 14 (03:04:10.5)"),
        ("03:04:21.500", 23, "VAX2", "VAX2 is heard again, after 11.0 s, last heard in "
         "frame 14 (03:04:10.5)"),
        ("03:04:22.102", 29, "VAX1", "The circuit between VAX1 and VAX2 works again, 9.1 s after "
         "message 2 in frame 17 (03:04:13.0), with which it broke")]),
    # A switch drops frames above 1,000 bytes; messages of 1,300 go over it until 9.9 s have passed.
    "nisca-hangs": (VMS, [
        ("03:04:09.100", 20, "VAX1", "The path from VAX1 (EWB) to VAX2 (EWB) loses big packets: "
         "test packets (VERF) of 853 bytes are answered, of 1069 not (8 since frame 20); known "
         "from frame 63, 12.0 s later"),
        *((f"03:04:{second}.920", frame, "VAX1", f"VAX1 waited 9.9 s for an ACK of VAX2: message "
           f"{number} in frame {sent} (03:04:{begun}) was sent 4 times (3 times from adapter EWB "
           "to EWB, once from EWA to EWA); VAX2's HELLOs went on")
          for second, frame, number, sent, begun in ((32, 84, 7, 65, "23.0"),
                                                     (49, 117, 12, 101, "40.0")))]),
    # 15 frames in each round of 20 s; VAX2's last one is the ninth, and the first one of VAX1 that
    # is 8 s behind that the fourteenth.  The last silence begins with frame 84.
    "nisca-outages": (VMS, [
        *(row for time, again, frame, last, more in (
            ("22", "25", 14, "9 (03:04:13.0)", ""),
            ("42", "45", 29, "24 (03:04:33.0)", ", the 2nd time since frame 9 (03:04:13.0), 12.0 s "
             "at most"),
            ("05:22", "05:25", 59, "54 (03:05:13.0)", ", the 4th time since frame 9 (03:04:13.0), "
             "12.0 s at most"))
          for row in (
              (f"03:{time:0>5}.000".replace("03:000", "03:04:"), frame, "VAX2", "VAX2 is silent: "
               f"no frame of any kind for 9.0 s, the last is frame {last}{more}"),
              (f"03:{again:0>5}.000".replace("03:000", "03:04:"), frame + 2, "VAX2", "VAX2 is "
               f"heard again, after 12.0 s, last heard in frame {last}"))),
        ("03:06:24.000", 100, "VAX2", "VAX2 is silent: no frame of any kind for 31.0 s, the last "
         "is frame 84 (03:05:53.0), the 6th time since frame 9 (03:04:13.0), 31.0 s at most"),
        ("03:06:37.500", 107, "VAX2", "VAX2 is heard again, after 44.5 s, last heard in frame 84 "
         "(03:05:53.0)")]),
    "nisca-story-vc-timeout": (VMS, [
        ("03:04:09.000", 10, "VAX1", "The circuit from VAX1 to VAX2 broke: message 3 in frame 10 "
         "was sent 5 times (from adapter 02:00:00:04:10:01 to EWB) in 12.0 s and never "
         "acknowledged; VAX2's HELLOs went on; known from frame 20, 16.0 s later"),
        ("03:04:25.002", 22, "VAX1", "The circuit between VAX1 and VAX2 works again, 16.0 s after "
         "message 3 in frame 10 (03:04:09.0), with which it broke")]),
    # VAX2 boots at 22 s: it says START on a circuit that worked.  Then VAX1 does, and again.
    "nisca-story-restart": (VMS, [
        ("03:04:27.470", 21, "VAX2", "VAX2 starts its circuit with VAX1 again, from "
         "02:00:00:04:10:02"),
        ("03:04:28.940", 40, "VAX1", "VAX1 starts its circuit with VAX2 again, from "
         "02:00:00:04:10:01"),
        ("03:04:28.942", 42, "VAX1", "VAX1 starts its circuit with VAX2 again, from "
         "02:00:00:04:10:01")]),
    # Of messages 6 to 11 three are lost, and the third is sent again at 14.6 s; the first frame of
    # the circuit behind that is at 15 s, too soon, and the next one at 30 s.  The burst ends with
    # message 12, sent again at 30.6 s; 13 to 17 follow until the first frame 30 s later.
    "nisca-path-loses": (VMS, [
        ("03:04:35.000", 67, "VAX1", "burst of retransmissions since frame 27 (03:04:15.0): 3 of "
         "6 messages from VAX1 to VAX2 were sent again, the last in frame 42 (03:04:19.6); message "
         "lost 3; all first went from EWA (02:00:00:04:11:01) to EWA (02:00:00:04:11:02)"),
        ("03:05:10.000", 127, "VAX1", "burst of retransmissions is over after 20.6 s: 4 of 12 "
         "messages from VAX1 to VAX2 were sent again, the last in frame 71 (03:04:35.6); message "
         "lost 4; all first went from EWA (02:00:00:04:11:01) to EWA (02:00:00:04:11:02)")]),
    "nisca-story-removal": (VMS, [
        ("03:04:06.000", 4, "VAX3", "VAX3 asks VAX1 for membership"),
        ("03:04:08.000", 8, "VAX1", "VAX1 proposes to admit VAX3; members then: VAX1, VAX2, VAX3; "
         "quorum 2, expected votes 3 (transition 1)"),
        ("03:04:08.002", 12, "VAX1", "Transition 1 is committed, 1.2 ms after its proposal: "
         "joined VAX3; members are VAX1, VAX2, VAX3"),
        ("03:04:18.600", 26, "VAX1", "Transition 1 is over: 1 step in 504 ms (VAX2 was ready "
         "last); the last one came 10.1 s ago (03:04:08.5)"),
        ("03:04:29.000", 33, "VAX1", "VAX1 proposes to remove VAX3; members then: VAX1, VAX2; "
         "quorum 2, votes 2 (transition 2)"),
        ("03:04:29.000", 35, "VAX1", "Transition 2 is committed, 0.6 ms after its proposal: "
         "removed VAX3 (20.0 s after its last frame, frame 18); members are VAX1, VAX2"),
        ("03:04:29.000", 35, "VAX1", "The circuit from VAX1 to VAX2 broke: message 111 in frame "
         "35 was sent once (from adapter EWB to EWB) and never acknowledged; VAX2's HELLOs went "
         "on; known from frame 44, 14.0 s later"),
        ("03:04:43.000", 46, "VAX1", "The circuit between VAX1 and VAX2 works again, 14.0 s after "
         "message 111 in frame 35 (03:04:29.0), with which it broke"),
        ("03:04:43.000", 47, "VAX1", "VAX1 asks to make its connection to VAX2 again; it has "
         "received messages up to 93"),
        ("03:04:43.001", 49, "VAX1", "VAX1 sends PH2 (number 275) to VAX2 again, 14.0 s later: it "
         "was lost with the connection before"),
        ("03:04:55.000", 52, "VAX1", "Transition 2 is over: 1 step in 14.0 s; the last one came "
         "12.0 s ago (03:04:43.0)"),
        ("03:04:56.000", 53, "VAX2", "VAX2 proposes to change votes or quorum (transition 3)"),
        ("03:04:56.000", 55, "VAX2", "Transition 3 is committed, 0.6 ms after its proposal")]),
    "nisca-story-silent-node": (VMS, [
        ("03:04:20.000", 15, "VAX2",
         "VAX2 is silent: no frame of any kind for 8.6 s, the last is frame 8 (03:04:11.4)"),
        ("03:04:25.000", 17, "VAX2", "VAX2 is heard again, after 13.6 s, last heard in "
         "frame 8 (03:04:11.4)")]),
    "ncs-slave-dies": (NCS, there(2, 3) + [
        ("03:04:32.020", 76, "192.0.2.2",
         "node 192.0.2.2 is silent for 8.0 s, its last heartbeat is in frame 59 (03:04:24.0)"),
        ("03:04:37.000", 85, "192.0.2.1",
         "a new view, 0x0000002b after 0x0000002a, first shown by node 192.0.2.1"),
        ("03:04:39.020", 90, "192.0.2.2", "no longer heard: 192.0.2.2; 2 members of view "
         "0x0000002b: 192.0.2.1, 192.0.2.3")]),
    "ncs-split-brain": (NCS, there(2, 3, 4) + [
        ("03:04:25.020", 83, "192.0.2.3", "192.0.2.3 broadcasts as a master, 20 ms behind the "
         "master 192.0.2.1: a handover, or the begin of a split; it is not the highest known "
         "address, which is 192.0.2.4"),
        ("03:04:26.000", 85, "192.0.2.1",
         "two masters: 192.0.2.1 and 192.0.2.3 both broadcast (split), since frame 83"),
        ("03:04:47.020", 155, "192.0.2.2",
         "node 192.0.2.2 is silent for 8.0 s, its last heartbeat is in frame 138 (03:04:39.0)"),
        ("03:04:47.020", 155, "192.0.2.1",
         "node 192.0.2.1 is silent for 8.0 s, its last heartbeat is in frame 137 (03:04:39.0)"),
        ("03:04:47.020", 155, "192.0.2.3", "one master again, 192.0.2.3; there were two for "
         "14.0 s: 192.0.2.1 is not heard as a master any more, its last broadcast is frame 137 "
         "(03:04:39.0)")]),
    "ncs-rejoin": (NCS, there(2, 3) + [
        ("03:04:33.000", 77, "192.0.2.3",
         "node 192.0.2.3 is silent for 9.0 s, its last heartbeat is in frame 60 (03:04:24.0)"),
        ("03:04:37.000", 85, "192.0.2.1",
         "a new view, 0x0000002b after 0x0000002a, first shown by node 192.0.2.1"),
        ("03:04:39.010", 90, "192.0.2.3", "no longer heard: 192.0.2.3; 1 member of view "
         "0x0000002b: 192.0.2.1; still in the view before: 192.0.2.2"),
        ("03:04:39.010", 90, "192.0.2.2", "node 192.0.2.2 still has view 0x0000002a, which the "
         "others left 2.0 s ago (03:04:37.0): cast out, and does not know it?"),
        ("03:05:05.020", 143, "192.0.2.3", "node 192.0.2.3 is back after 41.0 s, last heard "
         "in frame 60 (03:04:24.0)"),
        ("03:05:05.020", 143, "192.0.2.3",
         "node 192.0.2.3 has no view any more, as after a restart"),
        ("03:05:07.000", 147, "192.0.2.1",
         "a new view, 0x0000002c after 0x0000002b, first shown by node 192.0.2.1"),
        ("03:05:07.020", 149, "192.0.2.3", "node 192.0.2.3 has joined, view 0x0000002c"),
        ("03:05:09.010", 154, "192.0.2.3", "joined: 192.0.2.3; 3 members of view 0x0000002c: "
         "192.0.2.1, 192.0.2.2, 192.0.2.3")]),
    "ncs-storm": (NCS, there(2, 3) + [
        ("03:04:10.000", 24, "192.0.2.1",
         "storm: the Heartbeat of frame 16 comes again and again, 8 copies in 40 us"),
        ("03:04:12.000", 20021, "192.0.2.1", "the storm of frame 16 is over: 19999 copies in "
         "100 ms, 200000 a second, the last in frame 20015, 1.9 s ago")]),
}

def rows(tshark, path, *arguments):
    return [(row["Time"], int(row["Frame"]), row["Place"], row["Cluster"], row["Node"],
             row["What happened"]) for row in tshark.story(path, *arguments)]


@pytest.mark.parametrize("passes", [(), ("-2",)])
@pytest.mark.parametrize("name", INCIDENTS)
def test_incident(tshark, captures, name, passes):
    cluster, told = INCIDENTS[name]
    assert rows(tshark, captures / f"{name}.pcap", *passes) == [
        (f"01-02 {time}", frame, "-", cluster, node, words) for time, frame, node, words in told]


def test_the_field_has_each_event_at_its_frame(tshark, captures):
    """The table has one row of a death; a filter finds each frame that tells it."""
    text = tshark.read(captures / "cman-node-lost.pcap", "-Y", "cluster.event", "-T", "fields",
                       "-e", "frame.number", "-e", "cluster.event")
    assert [line.split("\t")[0] for line in text.splitlines()] == ["24", "26", "27", "37"]


def test_other_words_of_a_row_are_no_event(tshark, captures):
    """Frame 6 says what frame 4 means, in the table alone; without that row it says nothing."""
    path = captures / "cman-partition.pcap"
    text = tshark.read(path, "-Y", "frame.number == 6", "-T", "fields", "-E", "aggregator=|",
                       "-e", "cluster.event")
    assert text.startswith("node 1 is declared DEAD by node 3") and "|" not in text
    assert [row["Frame"] for row in tshark.table(path, "cluster,timeline,frame.number > 4")
            if "declared" in row["What happened"]] == ["6", "7"]


@pytest.mark.parametrize("passes", [(), ("-2",)])
@pytest.mark.parametrize("killed, words", [
    # 14 HELLOs come before.  Nodes 1 and 2 find it out at the same time, but not 2.1 s apart.
    (29.9, "node 3 is declared DEAD by node 2, killed by node 1 in frame 15, last heard 24.7 s ago "
     "(TIME), 4 HELLOs missed"),
    (30.05, "node 3 is declared DEAD by node 2, killed by node 1 in frame 16, last heard 24.7 s "
     "ago (TIME), 4 HELLOs missed; known from frame 16, 50 ms later"),
    (32.1, None)])
def test_who_kills_and_who_declares_dead_at_once(tshark, passes, killed, words):
    sent = [*beats(1, 0, 35), *beats(2, 0, 35), *beats(3, 0, 10),
            Sent(30, "192.0.2.2", nodedown_of(2, 290, 3)),
            Sent(killed, "192.0.2.1", kill(1, 3, 190))]
    path = write_sent(tshark, f"cman-both-{killed}.pcap", sorted(sent))
    told = [re.sub(r"\(\d\d:[\d:.]+\)", "(TIME)", row[-1]) for row in rows(tshark, path, *passes)
            if "node 3" in row[-1] and "end of file" not in row[-1]]
    if words is None:
        told = [word.split(",")[0] for word in told]
    assert told == ([words] if words else ["node 3 is declared DEAD by node 2",
                                           "node 1 kills node 3"])


@pytest.mark.parametrize("passes", [(), ("-2",)])
@pytest.mark.parametrize("knows_sides", [True, False])
def test_only_deaths_across_a_split_are_one_row(tshark, passes, knows_sides):
    """Nodes 1 and 2 do not hear 3 and 4.  Node 5, which node 2 declares DEAD at the same time, and
    which was heard, too, is on no side: it obeys.  All HELLOs say the same, and only STARTACKs
    show who is on whose side."""
    sent = [Sent(when + node / 10, f"192.0.2.{node}", hello(node, 100 * node + when // 5, members))
            for begin, end, members in ((0, 21, 5), (25, 50, 2)) for when in range(begin, end, 5)
            for node in (1, 2, 3, 4, 5) if node != 5 or when < 20]
    sent += [Sent(when, f"192.0.2.{by}", nodedown_of(by, 100 * by + 40, node))
             for when, by, node in ((17, 2, 5), (22, 1, 3), (23, 4, 1))]
    for by, other, node in ((1, 2, 3), (4, 3, 1)):
        start = 100 * by + 41
        sent += [Sent(24, f"192.0.2.{by}", starttrans(by, start, 5, nodeid=node)),
                 answer(24.1, other, 100 * other + 41, start, 5, by)][:2 if knows_sides else 1]
    path = write_sent(tshark, f"cman-across-{knows_sides}.pcapng", sorted(sent))
    told = [(frame, words.split("; known from")[0]) for _, frame, _, _, _, words in rows(
        tshark, path, *passes)]
    assert (any("each count 2 members" in words for _, words in told),
            any("each other, though" in words for _, words in told)) == (not knows_sides,
                                                                         knows_sides)
    assert not knows_sides or [row for row in told if "DEAD" in row[1]] == [
        (21, "node 5 is declared DEAD by node 2, though heard in frame 20, 1.5 s before: look at "
         "the path from node 5 to node 2, and at what node 2 receives; by deadnode_timeout node 2 "
         "heard it last 21.0 s ago (22:13:16.0) or before, and not in frame 5 (22:13:20.5)"),
        (26, "nodes 1 and 2 and nodes 3 and 4 miss each other, though the file has HELLOs of all: "
         "look at the path between them; node 3 is declared DEAD by node 1, 1 by 4 in frame 27")]


# --- Several places -------------------------------------------------------------------------

# Node 3's HELLOs at 27, 32, 37 and 42 s are in its own file alone; the last is frame 73.
LOST = [
    ("15:04:26.400", 83, "3", "node 3 is declared DEAD by node 1, though heard in frame 73, "
     "4.4 s before: HELLOs sent in time, 4 lost on the way to eth0 at ludwig and eth0 at johann: "
     "look at what node 3 sends, and at the path from it"),
    ("15:04:27.401", 113, "3 (mark)", "node 3 (mark) is out of the cluster: transition 1, master "
     "node 1 (ludwig), took 1.0 s"),
]


@pytest.mark.parametrize("passes", [(), ("-2",)])
def test_three_places_tell_one_story(tshark, captures, passes):
    assert rows(tshark, captures / "cman-incident.pcapng", *passes) == [
        (f"12-02 {time}", frame, "eth0 at ludwig", CMAN, node, words)
        for time, frame, node, words in LOST]


@pytest.mark.parametrize("passes", [(), ("-2",)])
def test_a_cable_between_two_places(tshark, captures, passes):
    """Each node is seen at its own place from 20 s on; of the rest, the first place tells, though
    nobody knows at its first row that there is another one."""
    assert rows(tshark, captures / "ncs-cable-pulled.pcapng", *passes) == [
        (f"01-02 {time}", frame, f"eth0 at {place}", NCS, node, words)
        for time, frame, place, node, words in [
            ("03:04:05.000", 1, "node1", "192.0.2.1", "node 192.0.2.1 is there, the master"),
            ("03:04:05.010", 3, "node1", "192.0.2.2", "node 192.0.2.2 is there, a slave"),
            ("03:04:29.000", 89, "node1", "192.0.2.1", "node 192.0.2.1 goes on, but is not seen "
             "at eth0 at node2 for 5.0 s, since frame 78 (03:04:24.0): look at the path there"),
            ("03:04:29.010", 90, "node2", "192.0.2.2", "node 192.0.2.2 goes on, but is not seen "
             "at eth0 at node1 for 5.0 s, since frame 79 (03:04:24.0): look at the path there"),
            ("03:04:33.010", 98, "node2", "192.0.2.2",
             "192.0.2.2 broadcasts as a master, 10 ms behind the master 192.0.2.1: a handover, or "
             "the begin of a split; it is the highest known address"),
            ("03:04:34.000", 99, "node1", "192.0.2.1",
             "two masters: 192.0.2.1 and 192.0.2.2 both broadcast (split), since frame 98"),
            ("03:04:35.000", 101, "node1", "192.0.2.1",
             "a new view, 0x0000002b after 0x0000002a, first shown by node 192.0.2.1"),
            ("03:04:35.010", 102, "node2", "192.0.2.2",
             "a new view, 0x0000002c after 0x0000002a, first shown by node 192.0.2.2"),
            ("03:04:38.000", 107, "node1", "192.0.2.2",
             "1 member of view 0x0000002c: 192.0.2.2; in another view: 192.0.2.1")]]


@pytest.mark.parametrize("passes", [(), ("-2",)])
def test_two_clocks_tell_one_wait(tshark, captures, tmp_path, passes):
    """The second place's clock is 1.7 s ahead, so that its frames seem to answer late."""
    path = captures / "nisca-hangs.pcap"
    places = [path, tmp_path / "ahead.pcap"]
    subprocess.run(["editcap", "-F", "pcap", "-t", "1.7", path, places[1]], check=True)
    merged = tmp_path / "all.pcapng"
    subprocess.run(["mergecap", "-I", "none", "-w", merged, *places], check=True)
    told = [(time, node, words.split(": ")[0])
            for time, _, _, _, node, words in rows(tshark, merged, *passes) if "waited" in words]
    assert told == [(f"01-02 03:04:{second}.920", "VAX1", "VAX1 waited 9.9 s for an ACK of VAX2")
                    for second in (32, 49)]


# --- What the file proves ---------------------------------------------------------------------

ALL = "192.0.2.255"


def beats(node, begin, end, members=3):
    """Nothing that node 3 sends is missing; the others send something between two HELLOs."""
    step = 1 if node == 3 else 10
    return [Sent(when + node / 10, f"192.0.2.{node}",
                 hello(node, 10 + step * when // 5, members))
            for when in range(begin, end, 5)]


def ack(when, node, number):
    return Sent(when, f"192.0.2.{node}", header(0, seq=0, ack=number, flags=NOACK, srcid=node,
                                                tgtid=0) + bytes([1, 1, 0, 0]), "192.0.2.1")


def start(when, seq, generation):
    return Sent(when, "192.0.2.1", starttrans(1, seq, generation, nodeid=5))


def answer(when, node, seq, to, generation, master=1):
    return Sent(when, f"192.0.2.{node}", startack(node, master, seq, to, generation), ALL)


def nodedown_of(by, seq, node):
    return membership(f"1206{0:04x}{node:02x}000000", seq=seq, flags=MULTICAST, srcid=by, tgtid=0)


def nodedown(when, seq, node):
    return Sent(when, "192.0.2.1", nodedown_of(1, seq, node))


def hang_of(tshark, name, sent):
    """Node 3 does not answer: what is said of it."""
    path = write_sent(tshark, f"cman-{name}.pcap", sorted(sent))
    words, = [row[-1] for row in rows(tshark, path) if " hangs: " in row[-1]]
    return words.split("; ")[0].split("hangs: ")[1]


# Node 3 acknowledges the STARTTRANS of 1 s; then it goes on with its HELLOs, or dies at once.
@pytest.mark.parametrize("end, words", [
    (20, "no answer from node 3, which acknowledges the packets: the network works, its cman is "
         "stuck"),
    (5, "no answer from node 3, which acknowledged the packets")])
def test_who_acknowledged_may_have_died_then(tshark, end, words):
    sent = [*beats(1, 0, 20), *beats(2, 0, 20), *beats(3, 0, end), start(1, 14, 12),
            ack(1.05, 3, 14), answer(1.1, 2, 14, 14, 12)]
    assert hang_of(tshark, f"acked-{end}", sent) == words


# All acknowledge a message of 0.6 s.  A switch hides what node 3 sends to node 1, or does not.
@pytest.mark.parametrize("ackers, end, words", [
    ((2, 3, 4), 20, "no answer from node 3, no ACK of it either, though its HELLOs go on"),
    ((2, 3, 4), 5, "no answer from node 3, no ACK of it either"),
    ((2, 4), 20, "no answer from node 3, whose HELLOs go on")])
def test_an_ack_that_no_place_would_show(tshark, ackers, end, words):
    sent = [Sent(0.6, "192.0.2.1", header(200, seq=12, flags=MULTICAST, srcid=1, tgtid=0)),
            *(ack(0.6 + node / 100, node, 12) for node in ackers), start(1, 14, 12),
            *(answer(1 + node / 10, node, 14, 14, 12) for node in (2, 4))]
    for node in range(1, 5):
        sent += beats(node, 0, end if node == 3 else 20, 4)
    assert hang_of(tshark, f"no-ack-{len(ackers)}-{end}", sent) == words


def test_a_node_dies_twice_though_its_join_was_not_captured(tshark):
    """It dies at 10 s, sends HELLOs again from 45 s on, and dies at 55 s: within a minute."""
    sent = [*beats(1, 0, 85), *beats(2, 0, 85), *beats(3, 0, 15), *beats(3, 45, 60),
            nodedown(34, 72, 3), nodedown(80.9, 172, 3)]
    path = write_sent(tshark, "cman-dies-twice.pcap", sorted(sent))
    told = [row[-1] for row in rows(tshark, path) if row[4] == "3"]
    assert [words.split(",")[0] for words in told] == ["node 3 is declared DEAD by node 1"] * 2


def test_who_is_at_the_barrier_is_in(tshark):
    """What anton sends was captured, and nothing else.  It is let in at 2 s; its first HELLO is
    not in the file."""
    sent = [Sent(0, "192.0.2.5", joinreq(1, "anton", "192.0.2.5")),
            Sent(2.2, "192.0.2.5", barrier(5, 2, 4, "TRANSITION.12")),
            Sent(2.3, "192.0.2.5", barrier(5, 3, 5, "TRANSITION.12")), ack(5.5, 5, 13)]
    path = write_sent(tshark, "cman-is-in.pcap", sent)
    assert "not in the cluster" not in tshark.read(path, "-q", "-z", "cluster,timeline")


def trickle(every, rare):
    """Frames of VAX1, and VAX2's ACKs: one message each `every` us for 100 s, of which each one
    that `rare` names is lost and sent again; then eight more, of which each other one is."""
    nodes, time, sent = [nisca.Node("VAX1", 1025), nisca.Node("VAX2", 1026)], 0, []
    count = 100 * US // every

    def send(later, flags, ack, seq, data=b"", way=1):
        frame = nisca.tr(flags, *nodes[::way], ack, seq, data)
        sent.append(Frame(nisca.START_TIME * US + time + later, frame, len(sent)))

    for seq in range(1, count + 9):
        time += every if seq <= count else US
        send(0, 0x4b, 0, seq, nisca.message(b"once"))
        if seq % rare == 0 if seq <= count else seq % 2:
            send(3000, 0x7b, 0, seq, nisca.message(b"once"))
        send(4000, 0x48, seq, 0, way=-1)
    return sent


@pytest.mark.parametrize("every, rare", [(100_000, 150), (10_000, 2100)])
def test_what_is_lost_now_and_then_is_no_burst(tshark, every, rare):
    """A loss each 15 or 21 s is none, and hides none."""
    path = Setup("trickle", ethernet(1), trickle(every, rare)).write(
        tshark.captures / f"nisca-trickle-{rare}.pcapng")
    told = [row[-1] for row in rows(tshark, tshark.readable(path))]
    assert [words.split(": ")[1].split(" from")[0] for words in told] == ["3 of 6 messages"]


# --- A healthy hour -------------------------------------------------------------------------

@pytest.fixture
def healthy(captures, traffic):
    """Five nodes of cman and of NCS for an hour, two of NISCA for ten minutes, and the only rows
    that each of them has: NCS says who is there."""
    def make(protocol):
        if protocol == "nisca":
            return captures / "nisca-story-healthy.pcap", []
        if protocol == "cman":
            return traffic("cman-hello", 3600), []
        return traffic("ncs-steady", 18000), [
            (f"03:04:06.{20 * (number - 1):03}", f"192.0.2.{number}",
             f"node 192.0.2.{number} is there, {'the master' if number == 1 else 'a slave'}")
            for number in range(1, 6)]
    return make


@pytest.mark.parametrize("passes", [(), ("-2",)])
@pytest.mark.parametrize("protocol", ["cman", "nisca", "ncs"])
def test_a_healthy_hour_has_no_story(tshark, healthy, protocol, passes):
    path, wanted = healthy(protocol)
    assert [(time[6:], node, words)
            for time, _, _, _, node, words in rows(tshark, path, *passes)] == wanted


@pytest.mark.parametrize("passes", [(), ("-2",)])
@pytest.mark.parametrize("protocol", ["cman", "nisca", "ncs"])
def test_a_healthy_hour_from_three_places(tshark, healthy, tmp_path, protocol, passes):
    """The same hour again 0.3 ms later at the second place; the third place's clock is 2.5 s
    ahead."""
    path, wanted = healthy(protocol)
    places = [path]
    for number, later in ((2, "0.0003"), (3, "2.5")):
        places.append(tmp_path / f"place{number}.pcap")
        subprocess.run(["editcap", "-F", "pcap", "-t", later, path, places[-1]], check=True)
    merged = tmp_path / "all.pcapng"
    subprocess.run(["mergecap", "-I", "none", "-w", merged, *places], check=True)
    assert [(time[6:], node, words)
            for time, _, _, _, node, words in rows(tshark, merged, *passes)] == wanted


# --- Words ----------------------------------------------------------------------------------

SAYS = re.compile(r"\b(?:event_say|cman_tell|nisca_cnx_tell|wmem_strbuf_\w+|wmem_strdup_printf|"
                  r"\w+_say_\w+)\s*\(([^;]*)\);")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
NOUNS = ["adapter", "barrier", "channel", "coordinator", "expected votes", "generation", "give up",
         "hang", "kill", "master", "panning ID", "place", "proposal", "quorum", "side", "silent",
         "slave", "split", "storm", "test packet", "transition", "view"]


def words_of_events():
    """What is in capitals in the words of events, and the reasons that cman names in them."""
    reasons = (ROOT / "cman/cman-membership-info.c").read_text()
    texts = re.findall(r'"([A-Z]+)"', reasons[reasons.index("cman_trans_reasons[]"):
                                              reasons.index("cman_joinack_types[]")])
    for path in [*ROOT.glob("cman/*.c"), *ROOT.glob("nisca/nisca-say.c"),
                 *ROOT.glob("nisca/nisca-say-circuits.c"),
                 *ROOT.glob("nisca/nisca-cnx*.c"), *ROOT.glob("ncs_heartbeat/*.c"),
                 *ROOT.glob("plugins/*.c")]:
        texts += [text for call in SAYS.findall(path.read_text()) for text in LITERAL.findall(call)]
    return {re.sub("s$", "", word) for text in texts
            for word in re.findall(r"\b[A-Z][A-Z0-9_]{2,}s?\b", text)} - {"NCS", "NISCA"}


def test_the_glossary_explains_each_word():
    rows = (ROOT / "docs/glossary.md").read_text().split("|---|---|---|---|\n")[1].splitlines()
    explained = {word for row in rows for word in re.split(r", ", row.split(" | ")[0].strip("| "))}
    wanted = words_of_events()
    assert {"REMNODE", "NORESPONSE", "VERF", "JOINCONF"} <= wanted
    assert sorted((wanted | set(NOUNS)) - explained) == []
