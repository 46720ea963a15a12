# Transitions that wait in vain.  First node 3 does not answer: a STARTTRANS that is sent
# for the fourth time says so.  Then node 3 is not at the barrier: the STARTTRANS that starts
# it all again says so, and it is one transition still, which is over when all three nodes have
# sent COMPLETE.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let t = number=1 master=1 cman.transition.start_frame=@s

0        ludwig > all  HELLO members=3
0.1      johann > all  HELLO members=3
0.2      mark > all    HELLO members=3
s: 1     ludwig > all  STARTTRANS nodeid=4              | number=1 master=1 acked_in=@a response_in=@a acked_in=@m end_frame=@e
a: 1.1   johann > all  STARTACK tgtid=1 ack=2           | $t acks_frame=@s ack_rtt=100ms response_to=@s response_time=100ms end_frame=@e
2        again @s flags=MULTICAST                       | $t retransmission retransmission_of=@s rto=1s end_frame=@e
3        again @s flags=MULTICAST                       | $t retransmission retransmission_of=@s rto=2s end_frame=@e
4        again @s flags=MULTICAST                       | $t retransmission retransmission_of=@s rto=3s end_frame=@e
                                                        | cman.transition.missing=3
         | cluster.event="transition 1, which removes node 4, hangs: no answer from node 3; the transition started in frame 4"
# It was slow.
m: 4.5   mark > all    STARTACK tgtid=1 ack=2           | $t acks_frame=@s ack_rtt=3.5s response_to=@s response_time=3.5s end_frame=@e
# Its end, as it seems, until the barrier hangs.
e1: 5    ludwig > all  ENDTRANS                         | $t end_frame=@e
w: 5.1   ludwig > all  WAIT name=TRANSITION.12          | $t waiting=1 end_frame=@e
5.2      johann > all  WAIT name=TRANSITION.12          | $t waiting=2 cman.barrier.start_frame=@w end_frame=@e
# 15 s later.
r: 20.1  ludwig > all  STARTTRANS why=RESTART nodeid=1 generation=13
                                                        | $t restarts=1 restarted cman.barrier.missing=3 end_frame=@e
         | cluster.event="node 1 starts the transition again, RESTART: not at the barrier: node 3"
e: 21    ludwig > all  ENDTRANS generation=14           | $t restarts=1 cman.transition.duration=20s
v: 21.1  ludwig > all  WAIT name=TRANSITION.14          | $t restarts=1 waiting=1 complete_frame=@c end_frame=@e
21.2     johann > all  WAIT name=TRANSITION.14          | $t restarts=1 waiting=2 cman.barrier.start_frame=@v complete_frame=@c end_frame=@e
21.3     mark > all    WAIT name=TRANSITION.14          | $t restarts=1 waiting=3 cman.barrier.start_frame=@v complete_frame=@c end_frame=@e
c: 21.4  ludwig > all  COMPLETE name=TRANSITION.14      | $t restarts=1 waiting=3 cman.barrier.start_frame=@v cman.barrier.duration=300ms end_frame=@e
d: 21.5  johann > all  COMPLETE name=TRANSITION.14      | $t restarts=1 waiting=3 cman.barrier.start_frame=@v cman.barrier.duration=400ms complete_frame=@c end_frame=@e
21.6     mark > all    COMPLETE name=TRANSITION.14      | $t restarts=1 waiting=3 cman.barrier.start_frame=@v cman.barrier.duration=500ms complete_frame=@c end_frame=@e
         | cluster.event="node 4 is out of the cluster: transition 1, master node 1, took 20.0 s, 1 restart"
