# Each node is on two networks, and a capture has an interface for each.  HELLOs go out on both.
# A message that needs an ACK goes out on one network, and if nobody acknowledges it, on the other
# one second later ("cnxman.c"): that is a retransmission, no copy by another clock.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
capture sorted
place lan1  name=eth0
place lan2  name=eth1 delay=30us
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let l2 = ip.src=198.51.100.1 ip.dst=198.51.100.255
let j2 = ip.src=198.51.100.2 ip.dst=198.51.100.255

l0: 0  ludwig > all    HELLO members=2  at lan1
0       again @l0 $l2  at lan2   | copy_of=@l0
j0: 0.1  johann > all    HELLO members=2  at lan1
0.1     again @j0 $j2  at lan2   | copy_of=@j0
l5: 5  ludwig > all    HELLO members=2  at lan1   | hello_delta=5s
5       again @l5 $l2  at lan2   | copy_of=@l5 hello_delta=5s
j5: 5.1  johann > all    HELLO members=2  at lan1   | hello_delta=5s
5.1     again @j5 $j2  at lan2   | copy_of=@j5 hello_delta=5s
l10: 10  ludwig > all    HELLO members=2  at lan1   | hello_delta=5s
10       again @l10 $l2  at lan2   | copy_of=@l10 hello_delta=5s
j10: 10.1  johann > all    HELLO members=2  at lan1   | hello_delta=5s
10.1     again @j10 $j2  at lan2   | copy_of=@j10 hello_delta=5s
# Number 4, the fourth after three HELLOs.
d: 11    ludwig > all    RECONFIG param=3 value=7  at lan1 | acked_in=@k
12       again @d $l2                              at lan2 | retransmission retransmission_of=@d rto=1s
k: 12.0003 johann > ludwig ACKNOWLEDGE ack=4 ip.src=198.51.100.2 ip.dst=198.51.100.1  at lan2
                                                           | acks_frame=@d ack_rtt=1.0003s
l15: 15  ludwig > all    HELLO members=2  at lan1   | hello_delta=5s
15       again @l15 $l2  at lan2   | copy_of=@l15 hello_delta=5s
j15: 15.1  johann > all    HELLO members=2  at lan1   | hello_delta=5s
15.1     again @j15 $j2  at lan2   | copy_of=@j15 hello_delta=5s
