# Node 1 leaves, and node 2 starts a transition, which node 3 does not answer.  Node 2 declares
# node 3 NORESPONSE, and does not wait for it any more; node 3, which is deaf, goes on to send.
# So nothing says that the transition waits for node 3, and nothing hangs.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

h1: 0    ludwig > all    HELLO members=3
0.1      johann > all    HELLO members=3
h: 0.2   mark > all      HELLO members=3
1        ludwig > johann LEAVE reason=0                | leave
         | cluster.event="node 1 leaves the cluster, reason DOWN (in order, as at a shutdown: nobody killed it in this file)"
1.001    johann > all    NODEDOWN reason=0 nodeid=1    | nodedown cman.death.last_heard=@h1 cman.death.silence=1.001s
2        johann > all    STARTTRANS leave=0 nodeid=1   | number=1 master=2 cman.death.last_heard=@h1 cman.death.silence=2s
3        johann > all    NODEDOWN reason=7 nodeid=3    | nodedown cman.death.last_heard=@h cman.death.silence=2.8s
         | cluster.event="node 3 is declared NORESPONSE by node 2, last heard 2.8 s ago"
5.2      mark > all      HELLO members=3
10.2     mark > all      HELLO members=3               | hello_delta=5s
15.2     mark > all      HELLO members=3               | hello_delta=5s
