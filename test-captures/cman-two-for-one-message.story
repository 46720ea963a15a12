# Nodes 2 and 3 do not acknowledge a RECONFIG, which node 1 sends four times; node 4 does.  So node 1
# declares both NORESPONSE.  The NODEDOWN of node 3 waits until node 4 has acknowledged the STARTTRANS
# that removes node 2, and which is sent twice: that is not the message without response.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
open cman.death.last_heard cman.death.silence  # cman-no-response has them
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara   ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let t = number=1 master=1

0        ludwig > all     HELLO members=4
0.1      johann > all     HELLO members=4
0.2      mark > all       HELLO members=4
0.3      clara > all      HELLO members=4
m: 1     ludwig > all     RECONFIG param=3 value=7         | acked_in=@k
k: 1.1   clara > ludwig   ACKNOWLEDGE ack=2                | acks_frame=@m ack_rtt=100ms
2        again @m                                          | retransmission retransmission_of=@m rto=1s
2.1      again @k                                          | acks_frame=@m duplicate_ack
3        again @m                                          | retransmission retransmission_of=@m rto=2s
3.1      again @k                                          | acks_frame=@m duplicate_ack
4        again @m                                          | retransmission retransmission_of=@m rto=3s
4.1      again @k                                          | acks_frame=@m duplicate_ack
# Frame 5 is the RECONFIG.
d: 5     ludwig > all     NODEDOWN reason=7 nodeid=2       | nodedown cman.death.message=@m acked_in=@dk
         | cluster.event="node 2 is declared NORESPONSE by node 1, last heard 4.9 s ago, 4 attempts in 3.0 s, the last 1.0 s ago, at the message in frame 5, which was acknowledged by node 4; node 1 got no ACK from node 2"
dk: 5.1  clara > ludwig   ACKNOWLEDGE ack=3                | acks_frame=@d ack_rtt=100ms
s: 5.2   ludwig > all     STARTTRANS leave=7 nodeid=2      | $t cman.death.message=@m acked_in=@sk
6.2      again @s flags=MULTICAST                          | $t cman.transition.start_frame=@s retransmission retransmission_of=@s rto=1s
sk: 6.3  clara > ludwig   ACKNOWLEDGE ack=4                | acks_frame=@s ack_rtt=1.1s
6.31     ludwig > all     NODEDOWN reason=7 nodeid=3       | nodedown cman.death.message=@m
         | cluster.event="node 3 is declared NORESPONSE by node 1, last heard 6.1 s ago, 4 attempts in 3.0 s, the last 2.3 s ago, at the message in frame 5, which was acknowledged by node 4; node 1 got no ACK from node 3"
