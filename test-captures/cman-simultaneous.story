# Nodes 1 and 2 see at once that node 3 is dead, which is told once, and both start.  Node 2 has
# lost: it nominates
# node 1, which goes on with its own id in the place of node 3's.  Nothing is wrong, it takes
# 3 s, and it is node 3 that is out of the cluster.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let t = number=1 master=1 cman.transition.start_frame=@s end_frame=@e
let death = cman.death.last_heard=@last cman.death.missed=4

0        ludwig > all    HELLO members=3
0.1      johann > all    HELLO members=3
last: 0.2 mark > all     HELLO members=3
5 every 5s x 4:
  0      ludwig > all    HELLO members=3                   | hello_delta=5s
  0.1    johann > all    HELLO members=3                   | hello_delta=5s
n: 25.2  johann > all    NODEDOWN reason=6 nodeid=3        | nodedown $death cman.death.silence=25s acked_in=@nk
         | cluster.event="node 3 is declared DEAD by node 2, last heard 25.0 s ago, 4 HELLOs missed"
25.2005  ludwig > all    NODEDOWN reason=6 nodeid=3        | nodedown $death cman.death.silence=25.0005s
nk: 25.201 ludwig > johann ACKNOWLEDGE ack=6               | acks_frame=@n ack_rtt=1ms
s: 25.202 johann > all   STARTTRANS leave=6 nodeid=3       | number=1 master=2 end_frame=@e $death cman.death.silence=25.002s
                                                           | acked_in=@sk
c: 25.203 ludwig > all   STARTTRANS leave=6 nodeid=3       | $t clash $death cman.death.silence=25.003s acked_in=@nom
sk: 26.2 ludwig > johann ACKNOWLEDGE ack=7                 | acks_frame=@s ack_rtt=998ms
nom: 26.2 johann > ludwig NOMINATE tgtid=1 ack=7 leave=6 nodeid=3 | $t acks_frame=@c ack_rtt=997ms
g: 26.201 ludwig > all   STARTTRANS generation=12 nodeid=1 | $t restarts=1 acked_in=@ga response_in=@ga
ga: 26.202 johann > all  STARTACK tgtid=1 ack=8 generation=12
                                                           | $t restarts=1 acks_frame=@g ack_rtt=1ms response_to=@g response_time=1ms
v: 26.203 ludwig > all   MASTERVIEW + member name=ludwig + address ip=192.0.2.1 + votes nodeid=1
                            + member name=johann + address ip=192.0.2.2 + votes nodeid=2
                            + member name=mark state=3 + address ip=192.0.2.3 + votes nodeid=3
                                                           | $t restarts=1 src_name=ludwig acked_in=@va response_in=@va
va: 28.2 johann > all    VIEWACK tgtid=1 ack=9             | $t restarts=1 src_name=johann tgt_name=ludwig
                                                           | acks_frame=@v ack_rtt=1.997s response_to=@v response_time=1.997s
e: 28.202 ludwig > all   ENDTRANS quorum=2 total_votes=2 generation=13
                                                           | number=1 master=1 cman.transition.start_frame=@s restarts=1 src_name=ludwig
                                                           | cman.transition.duration=3s
w: 28.203 johann > all   WAIT name=TRANSITION.13           | $t restarts=1 src_name=johann waiting=1 complete_frame=@d
28.204   ludwig > all    WAIT name=TRANSITION.13           | $t restarts=1 src_name=ludwig waiting=2 cman.barrier.start_frame=@w complete_frame=@d
d: 28.205 johann > all   COMPLETE name=TRANSITION.13       | $t restarts=1 src_name=johann waiting=2 cman.barrier.start_frame=@w cman.barrier.duration=2ms
28.206   ludwig > all    COMPLETE name=TRANSITION.13       | $t restarts=1 src_name=ludwig waiting=2 cman.barrier.start_frame=@w cman.barrier.duration=3ms complete_frame=@d
         | cluster.event="node 3 (mark) is out of the cluster: transition 1, master node 1 (ludwig), took 3.0 s, 1 restart"
