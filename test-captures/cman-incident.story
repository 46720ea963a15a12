# README begins with this incident: three tcpdumps and three logs of one lost node.
#
# Node 3's card sends nothing from 23 s on: its HELLOs at 27, 32, 37 and 42 s are in its own file
# alone.  Node 1 hears nothing of it for longer than deadnode_timeout (21 s), kills it at 46.4 s,
# declares it DEAD, and starts a transition, which takes a second.  Node 3 is told to go,
# and goes.  cman-node-lost.story judges the fields; here it is the story alone that counts.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
open acks_frame ack_rtt acked_in duplicate_ack ack_unseen retransmission retransmission_of rto
open duplicate duplicate_of duplicate_count copy_of seq_gap out_of_sequence join_seq hello_delta
open hello_missed hello_late hello_lost cman.response_to cman.response_in cman.response_time
open cman.transition.number cman.transition.master cman.transition.start_frame
open cman.transition.end_frame cman.transition.duration cman.barrier.start_frame
open cman.barrier.complete_frame cman.barrier.duration cman.barrier.waiting cman.src_name
open cman.tgt_name cman.kill cman.nodedown cman.death.last_heard cman.death.silence
open cman.death.missed cman.silent.last_frame cman.silent_node
start 1291302220
capture sorted
place one    name="eth0 at ludwig" apart=incident-ludwig
place two    name="eth0 at johann" delay=40us apart=incident-johann
place three  name="eth0 at mark" delay=60us apart=incident-mark
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0       ludwig > all     HELLO members=3
1       johann > all     HELLO members=3
2       mark > all       HELLO members=3
5 every 5s x 4:
  0     ludwig > all     HELLO members=3
  1     johann > all     HELLO members=3
  2     mark > all       HELLO members=3
25 every 5s x 4:
  0     ludwig > all     HELLO members=3
  1     johann > all     HELLO members=3
  2     mark > all       HELLO members=3           at three
45      ludwig > all     HELLO members=3
46      johann > all     HELLO members=3
# Last heard at 42 s, at its own place (frame 73: 15 messages at three places, then 28 frames).
46.4    ludwig > all     KILL tgtid=3
         one | cluster.event="node 1 kills node 3, last heard 4.4 s ago at eth0 at mark"
46.4003 ludwig > all     NODEDOWN reason=6 nodeid=3
         one | cman.death.heard ?cluster.event    # tests/test_timeline_logs.py has the words
46.4005 johann > ludwig  ACKNOWLEDGE ack=12
46.4007 ludwig > all     STARTTRANS leave=6 nodeid=3
46.4009 johann > all     STARTACK tgtid=1 ack=13
46.4011 ludwig > all     MASTERVIEW + member name=ludwig + address ip=192.0.2.1 + votes nodeid=1
                            + member name=johann + address ip=192.0.2.2 + votes nodeid=2
                            + member name=mark state=3 + address ip=192.0.2.3 + votes nodeid=3
47.4002 johann > all     VIEWACK tgtid=1 ack=14
47.4007 ludwig > all     ENDTRANS quorum=2 total_votes=2
47.4009 johann > all     WAIT name=TRANSITION.12
47.4011 ludwig > all     WAIT name=TRANSITION.12
47.4013 johann > all     COMPLETE name=TRANSITION.12
47.4015 ludwig > all     COMPLETE name=TRANSITION.12
         one | cluster.event="node 3 (mark) is out of the cluster: transition 1, master node 1 (ludwig), took 1.0 s"
50      ludwig > all     HELLO members=2 generation=12
51      johann > all     HELLO members=2 generation=12
