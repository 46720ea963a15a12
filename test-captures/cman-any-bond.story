# A capture on "any" shows everything twice: on the bond (interface 5) and on its card (2).  The
# KILL and the NODEDOWN are told once, and so is each repetition.  Both interfaces are one place,
# which sees a HELLO once; links stay on the interface of the frame.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
carrier cooked2 ip:17 udp:6809
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let bond = cooked.interface=5

a0: 0         ludwig > all     HELLO members=3
+10us         again @a0 $bond             | copy_of=@a0
b0: 0.1       johann > all     HELLO members=3
+10us         again @b0 $bond             | copy_of=@b0
last: 0.2     mark > all       HELLO members=3
l2: +10us     again @last $bond           | copy_of=@last
a1: 5         ludwig > all     HELLO members=3            | hello_delta=5s
+10us         again @a1 $bond             | copy_of=@a1
a2: 10        ludwig > all     HELLO members=3            | hello_delta=5s
+10us         again @a2 $bond             | copy_of=@a2
a3: 15        ludwig > all     HELLO members=3            | hello_delta=5s
+10us         again @a3 $bond             | copy_of=@a3
a4: 20        ludwig > all     HELLO members=3            | hello_delta=5s
+10us         again @a4 $bond             | copy_of=@a4
k: 25.2       ludwig > all     KILL tgtid=3               | kill cman.death.last_heard=@last cman.death.silence=25s cman.death.missed=4
                                                     | cluster.event="node 1 kills node 3, last heard 25.0 s ago, 4 HELLOs missed"
+10us         again @k $bond              | copy_of=@k cman.death.last_heard=@l2 cman.death.silence=25s cman.death.missed=4
d: 25.3       ludwig > all     NODEDOWN reason=6 nodeid=3 | nodedown cman.death.last_heard=@last cman.death.silence=25.1s cman.death.missed=4
                                                     | cluster.event="node 3 is declared DEAD by node 1, last heard 25.1 s ago, 4 HELLOs missed"
d2: +10us     again @d $bond              | copy_of=@d cman.death.last_heard=@l2 cman.death.silence=25.1s cman.death.missed=4
r: 26.3       again @d                    | retransmission retransmission_of=@d rto=1s
+10us         again @r $bond              | copy_of=@r retransmission retransmission_of=@d2 rto=1s
