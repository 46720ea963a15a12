# A tap in the cable of node 1, with an interface for each direction.  ACKs are on the one, and what
# they acknowledge is on the other.  The ACK of node 3 for node 2 does not come by: nothing says that
# node 3 sent none.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
capture sorted
place out  name="tap0"
place in   name="tap1"
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0        ludwig > all    HELLO              at out
0.1      johann > all    HELLO              at in
0.2      mark > all      HELLO              at in
5        ludwig > all    HELLO              at out   | hello_delta=5s
5.1      johann > all    HELLO              at in    | hello_delta=5s
5.2      mark > all      HELLO              at in    | hello_delta=5s
d: 6     ludwig > all    RECONFIG param=3   at out   | acked_in=@k2 acked_in=@k3
k2: 6.1  johann > ludwig ACKNOWLEDGE ack=3  at in    | acks_frame=@d ack_rtt=100ms
k3: 6.2  mark > ludwig   ACKNOWLEDGE ack=3  at in    | acks_frame=@d ack_rtt=200ms
m: 7     johann > all    RECONFIG param=3   at in    | acked_in=@k1
k1: 7.1  ludwig > johann ACKNOWLEDGE ack=3  at out   | acks_frame=@m ack_rtt=100ms
8        again @m                           at in    | retransmission retransmission_of=@m rto=1s
8.1      again @k1                          at out   | acks_frame=@m duplicate_ack
10       ludwig > all    HELLO              at out   | hello_delta=5s
10.1     johann > all    HELLO              at in    | hello_delta=5s
10.2     mark > all      HELLO              at in    | hello_delta=5s
