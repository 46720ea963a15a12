# Node 1 sends a RECONFIG four times.  Nodes 2 and 4 acknowledge it, node 3 never does, so
# node 1 gives node 3 up after the fourth second.  Node 3's HELLOs go on: it is not the silence
# that kills it.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara   ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let a2 = acks_frame=@m duplicate_ack

0        ludwig > all     HELLO members=4
0.1      johann > all     HELLO members=4
h: 0.2   mark > all       HELLO members=4
0.3      clara > all      HELLO members=4
m: 1     ludwig > all     RECONFIG param=3 value=7         | acked_in=@two acked_in=@four
two: 1.1 johann > ludwig  ACKNOWLEDGE ack=2                | acks_frame=@m ack_rtt=100ms
four: 1.2 clara > ludwig  ACKNOWLEDGE ack=2                | acks_frame=@m ack_rtt=200ms
2        again @m                                          | retransmission retransmission_of=@m rto=1s
2.1      again @two                                        | $a2
2.2      again @four                                       | $a2
3        again @m                                          | retransmission retransmission_of=@m rto=2s
3.1      again @two                                        | $a2
3.2      again @four                                       | $a2
4        again @m                                          | retransmission retransmission_of=@m rto=3s
4.1      again @two                                        | $a2
4.2      again @four                                       | $a2
# Frame 5 is the RECONFIG.
down: 5  ludwig > all     NODEDOWN reason=7 nodeid=3       | nodedown cman.death.last_heard=@h cman.death.silence=4.8s
                                                           | cman.death.message=@m acked_in=@k
         | cluster.event="node 3 is declared NORESPONSE by node 1, last heard 4.8 s ago, 4 attempts in 3.0 s, the last 1.0 s ago, at the message in frame 5, which was acknowledged by nodes 2 and 4 and not by node 3"
k: 5.1   johann > ludwig  ACKNOWLEDGE ack=3                | acks_frame=@down ack_rtt=100ms
