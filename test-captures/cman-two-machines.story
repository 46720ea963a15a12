# Two clusters of two names that give one number (prod1 and proc3), on one LAN: node ids 1 and 2
# are those of two machines each.  And a machine of the first id forms a cluster of one, as
# nobody answers its NEWCLUSTER.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
node a1   ip=192.0.2.11 ether=02:00:00:00:00:11 cluster=3169 id=1 seq=100
node a2   ip=192.0.2.12 ether=02:00:00:00:00:12 cluster=3169 id=2 seq=200
node b1   ip=192.0.2.21 ether=02:00:00:00:00:21 cluster=3169 id=1 seq=5000
node b2   ip=192.0.2.22 ether=02:00:00:00:00:22 cluster=3169 id=2 seq=6000
node all  ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0
let beat = hello_delta=5s

0     a1 > all  NEWCLUSTER
1     a1 > all  HELLO members=1 generation=1
         | cluster.event="node 1 at 192.0.2.11 forms a cluster of its own: nobody answered its NEWCLUSTER"
1.1   a2 > all  HELLO members=2
1.2   b1 > all  HELLO members=2
1.3   b2 > all  HELLO members=2
# Both machines of an id are there still.
6     a1 > all  HELLO members=2                | $beat identity_conflict
         | cluster.event="node ID 1 is that of two machines, at 192.0.2.11 and at 192.0.2.21: each counts on its own"
6.1   a2 > all  HELLO members=2                | $beat identity_conflict
         | cluster.event="node ID 2 is that of two machines, at 192.0.2.12 and at 192.0.2.22: each counts on its own"
6.2   b1 > all  HELLO members=2                | $beat
6.3   b2 > all  HELLO members=2                | $beat
11    a1 > all  HELLO members=2                | $beat
11.1  a2 > all  HELLO members=2                | $beat
11.2  b1 > all  HELLO members=2                | $beat
11.3  b2 > all  HELLO members=2                | $beat
