# tcpdump's old snap length of 68 bytes: 26 of them are cman's.  The reason of a NODEDOWN and of
# a STARTTRANS is there, and the members of a HELLO; the node is not.  Node 1 is who says it
# (tests/test_cman_stories.py has the words).
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
place hub snap=68
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0       ludwig > all     HELLO members=3
0.1     johann > all     HELLO members=3
d: 1    ludwig > all     NODEDOWN reason=6 nodeid=3  | nodedown acked_in=@k
k: 1.1  johann > ludwig  ACKNOWLEDGE ack=2        | acks_frame=@d ack_rtt=100ms
1.2     ludwig > all     STARTTRANS leave=6 nodeid=3
