# A switch fails, and with it nodes 3 and 4.  Node 1 removes node 3, hears no more of node 4
# while it does, and begins again for both: they are out in one transition.
#
# Then node 5 and node 6 fail at once.  Node 1 declares node 5 dead, node 2 node 6, and each
# starts a transition; node 2 has lost, and nominates node 1.  From then on no STARTTRANS names
# the two: the master's view does, as dead.  Node 4 is in it, too, but went out before.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
open acks_frame ack_rtt acked_in response_to response_in response_time src_name tgt_name  # other stories have them
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara   ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node anton   ip=192.0.2.5 ether=02:00:00:00:00:05 cluster=3169 id=5
node paul    ip=192.0.2.6 ether=02:00:00:00:00:06 cluster=3169 id=6
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let t = number=1 master=1 cman.transition.start_frame=@s end_frame=@e
let u = number=2 cman.transition.start_frame=@s2 end_frame=@e2
let three = cman.death.last_heard=@h3
let four  = cman.death.last_heard=@h4
let five  = cman.death.last_heard=@h5
let six   = cman.death.last_heard=@h6

0        ludwig > all    HELLO members=6
0.1      johann > all    HELLO members=6
h3: 0.2  mark > all      HELLO members=6
h4: 0.3  clara > all     HELLO members=6
0.4      anton > all     HELLO members=6
0.5      paul > all      HELLO members=6
5 every 5s x 4:
  0      ludwig > all    HELLO members=6                   | hello_delta=5s
  0.1    johann > all    HELLO members=6                   | hello_delta=5s
  0.4    anton > all     HELLO members=6                   | hello_delta=5s
  0.5    paul > all      HELLO members=6                   | hello_delta=5s

21.2     ludwig > all    NODEDOWN reason=6 nodeid=3        | nodedown $three cman.death.silence=21s cman.death.missed=3
         | cluster.event="node 3 is declared DEAD by node 1, last heard 21.0 s ago, 3 HELLOs missed"
s: 21.3  ludwig > all    STARTTRANS leave=6 nodeid=3       | number=1 master=1 end_frame=@e $three cman.death.silence=21.1s cman.death.missed=3
21.31    johann > all    STARTACK tgtid=1 ack=7            | $t
21.32    ludwig > all    NODEDOWN reason=6 nodeid=4        | nodedown $four cman.death.silence=21.02s cman.death.missed=3
         | cluster.event="node 4 is declared DEAD by node 1, last heard 21.0 s ago, 3 HELLOs missed"
21.33    ludwig > all    STARTTRANS why=ANOTHERREMNODE leave=6 nodeid=4 generation=12
                                                           | $t restarts=1 restarted $four cman.death.silence=21.03s cman.death.missed=3
         | cluster.event="node 1 starts the transition again, ANOTHERREMNODE node 4"
21.34    johann > all    STARTACK tgtid=1 ack=9 generation=12 | $t restarts=1
21.35    anton > all     STARTACK tgtid=1 ack=9 generation=12 | $t restarts=1
21.36    paul > all      STARTACK tgtid=1 ack=9 generation=12 | $t restarts=1
21.4     ludwig > all    MASTERVIEW + member name=ludwig + address ip=192.0.2.1 + votes nodeid=1
                            + member name=johann + address ip=192.0.2.2 + votes nodeid=2
                            + member name=mark state=DEAD + address ip=192.0.2.3 + votes nodeid=3
                            + member name=clara state=DEAD + address ip=192.0.2.4 + votes nodeid=4
                            + member name=anton + address ip=192.0.2.5 + votes nodeid=5
                            + member name=paul + address ip=192.0.2.6 + votes nodeid=6
                                                           | $t restarts=1
e: 22.3  ludwig > all    ENDTRANS quorum=4 total_votes=4 generation=13
                         | number=1 master=1 cman.transition.start_frame=@s restarts=1 cman.transition.duration=1s

25       ludwig > all    HELLO members=4 generation=13     | hello_delta=5s
25.1     johann > all    HELLO members=4 generation=13     | hello_delta=5s
h5: 25.4 anton > all     HELLO members=4 generation=13     | hello_delta=5s
h6: 25.5 paul > all      HELLO members=4 generation=13     | hello_delta=5s
# Both miss them for 21 s, and start at once.
30 every 5s x 3:
  0      ludwig > all    HELLO members=4 generation=13     | hello_delta=5s
  0.1    johann > all    HELLO members=4 generation=13     | hello_delta=5s
# Node 1 still has the generation of the ENDTRANS of 22.3 s, longer than its master would have
# waited at the barrier, which is not in the file.
45       ludwig > all    HELLO members=4 generation=13     | hello_delta=5s
         | cluster.event="nodes 3 (mark) and 4 (clara) are out of the cluster: transition 1, master node 1 (ludwig), took 1.0 s, 1 restart"
45.1     johann > all    HELLO members=4 generation=13     | hello_delta=5s
46.6     ludwig > all    NODEDOWN reason=6 nodeid=5        | nodedown $five cman.death.silence=21.2s cman.death.missed=3
         | silent_node cman.silent.last_frame=@h6
         | cluster.event="node 5 (anton) is declared DEAD by node 1 (ludwig), last heard 21.2 s ago, 3 HELLOs missed"
         | cluster.event="node 6 (paul) is silent: no HELLO for 21.1 s, the last in frame 36"
46.61    johann > all    NODEDOWN reason=6 nodeid=6        | nodedown $six cman.death.silence=21.11s cman.death.missed=3
         | cluster.event="node 6 (paul) is declared DEAD by node 2 (johann), last heard 21.1 s ago, 3 HELLOs missed"
s2: 46.62 johann > all   STARTTRANS leave=6 nodeid=6 generation=14
                                                           | number=2 master=2 end_frame=@e2 $six cman.death.silence=21.12s cman.death.missed=3
46.63    ludwig > all    STARTTRANS leave=6 nodeid=5 generation=14
                                                           | $u master=1 clash $five cman.death.silence=21.23s cman.death.missed=3
46.64    johann > ludwig NOMINATE tgtid=1 leave=6 nodeid=6 generation=14 | $u master=1
46.65    ludwig > all    STARTTRANS nodeid=1 generation=15 | $u master=1 restarts=1
46.66    johann > all    STARTACK tgtid=1 generation=15    | $u master=1 restarts=1
46.67    ludwig > all    MASTERVIEW + member name=ludwig + address ip=192.0.2.1 + votes nodeid=1
                            + member name=johann + address ip=192.0.2.2 + votes nodeid=2
                            + member name=mark state=DEAD + address ip=192.0.2.3 + votes nodeid=3
                            + member name=clara state=DEAD + address ip=192.0.2.4 + votes nodeid=4
                            + member name=anton state=DEAD + address ip=192.0.2.5 + votes nodeid=5
                            + member name=paul state=DEAD + address ip=192.0.2.6 + votes nodeid=6
                                                           | $u master=1 restarts=1
e2: 48.62 ludwig > all   ENDTRANS quorum=4 total_votes=2 generation=16
                         | number=2 master=1 cman.transition.start_frame=@s2 restarts=1 cman.transition.duration=2s
                         | inquorate
         | cluster.event="no quorum under master node 1 (ludwig): 2 votes, 4 needed"
w: 48.63 johann > all    WAIT name=TRANSITION.16           | $u master=1 restarts=1 waiting=1 complete_frame=@d
48.64    ludwig > all    WAIT name=TRANSITION.16           | $u master=1 restarts=1 waiting=2 cman.barrier.start_frame=@w complete_frame=@d
d: 48.65 johann > all    COMPLETE name=TRANSITION.16       | $u master=1 restarts=1 waiting=2 cman.barrier.start_frame=@w cman.barrier.duration=20ms
48.66    ludwig > all    COMPLETE name=TRANSITION.16       | $u master=1 restarts=1 waiting=2 cman.barrier.start_frame=@w cman.barrier.duration=30ms complete_frame=@d
         | cluster.event="nodes 6 (paul) and 5 (anton) are out of the cluster: transition 2, master node 1 (ludwig), took 2.0 s, 1 restart"
