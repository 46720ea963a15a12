# Node 2 leaves as it was told to, by node 1's KILL: the LEAVE itself does not say so.  Node 3
# leaves 3.5 s after it was killed: nobody waits so long to obey, so that only the time is told.  Node 4 leaves at the NODEDOWN
# that names it.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node mark    ip=192.0.2.3 ether=02:00:00:00:00:03 cluster=3169 id=3
node clara   ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0        ludwig > all  HELLO members=4
j: 0.1   johann > all  HELLO members=4
m: 0.2   mark > all    HELLO members=4
c: 0.3   clara > all   HELLO members=4
2        ludwig > all  KILL tgtid=2           | kill cman.death.last_heard=@j cman.death.silence=1.9s
         | cluster.event="node 1 kills node 2, last heard 1.9 s ago"
2.001    johann > all  LEAVE reason=0         | leave
         | cluster.event="node 2 leaves the cluster, reason DOWN, as node 1 killed it in frame 5"
3        ludwig > all  KILL tgtid=3           | kill cman.death.last_heard=@m cman.death.silence=2.8s
         | cluster.event="node 1 kills node 3, last heard 2.8 s ago"
6.5      mark > all    LEAVE reason=0         | leave
         | cluster.event="node 3 leaves the cluster, reason DOWN, 3.5 s after node 1 killed it in frame 7"
9        ludwig > all  NODEDOWN reason=6 nodeid=4 | nodedown cman.death.last_heard=@c cman.death.silence=8.7s
         | cluster.event="node 4 is declared DEAD by node 1, last heard 8.7 s ago"
9.001    clara > all   LEAVE reason=0         | leave
         | cluster.event="node 4 leaves the cluster, reason DOWN, as node 1 declared it DEAD in frame 9"
