# One KILL and one NODEDOWN, which is sent three times as node 3 does not acknowledge it: told
# once.  Node 3's last HELLO is at 0.2 s; it was not heard often enough to be watched.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let death = cman.death.last_heard=@last cman.death.silence=25.7s cman.death.missed=4

0        ludwig > all     HELLO members=3
0.1      johann > all     HELLO members=3
last: 0.2 mark > all      HELLO members=3
5 every 5s x 5:
  0      ludwig > all     HELLO members=3            | hello_delta=5s
  0.1    johann > all     HELLO members=3            | hello_delta=5s
# 25.7 s are five timers: four HELLOs are missing.
25.9     ludwig > all     KILL tgtid=3               | kill $death
                                                     | cluster.event="node 1 kills node 3, last heard 25.7 s ago, 4 HELLOs missed"
d: 25.9  ludwig > all     NODEDOWN reason=6 nodeid=3 | nodedown $death acked_in=@k
                                                     | cluster.event="node 3 is declared DEAD by node 1, last heard 25.7 s ago, 4 HELLOs missed"
k: 25.901 johann > ludwig ACKNOWLEDGE ack=8          | acks_frame=@d ack_rtt=1ms
26.9     again @d                                    | retransmission retransmission_of=@d rto=1s
27.9     again @d                                    | retransmission retransmission_of=@d rto=2s
