# Declared dead, though the capture proves otherwise.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

h1: 0    ludwig > all    HELLO members=3
0.1      johann > all    HELLO members=3
h: 0.2   mark > all      HELLO members=3

# Node 1 heard nothing of node 3 for 21 s; this capture did, 2 s before.
2.2      ludwig > all    NODEDOWN reason=6 nodeid=3    | nodedown cman.death.last_heard=@h cman.death.silence=2s cman.death.heard

# Node 2 did not get the ACK that node 1 sent: four times in vain.
m: 3     johann > all    DATA tgtid=1 0101             | acked_in=@k
k: 3.1   ludwig > johann ACKNOWLEDGE ack=2 remport=200 | acks_frame=@m ack_rtt=100ms
4        again @m                                      | retransmission retransmission_of=@m rto=1s
4.1      again @k                                      | acks_frame=@m duplicate_ack
5        again @m                                      | retransmission retransmission_of=@m rto=2s
6        again @m                                      | retransmission retransmission_of=@m rto=3s
7        johann > all    NODEDOWN reason=7 nodeid=1    | nodedown cman.death.last_heard=@h1 cman.death.silence=7s
                                                       | cman.death.message=@m cman.death.acked_in=@k
