# Nodes 1 and 2 hear node 4, which is no member: they kill it at each of its HELLOs, by its address.
# The path to this place loses all that it sends.  Each victim is told once.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout cman
only cluster.event
node ludwig  ip=192.0.2.1 ether=02:00:00:00:00:01 cluster=3169 id=1
node johann  ip=192.0.2.2 ether=02:00:00:00:00:02 cluster=3169 id=2
node clara   ip=192.0.2.4 ether=02:00:00:00:00:04 cluster=3169 id=4
node anton   ip=192.0.2.5 ether=02:00:00:00:00:05 cluster=3169 id=5
node all     ip=192.0.2.255 ether=ff:ff:ff:ff:ff:ff id=0

0        ludwig > all    HELLO members=2
0.1      johann > all    HELLO members=2
1        ludwig > clara  KILL                          | kill
         | cluster.event="node 1 kills 192.0.2.4, which is no member; no HELLO of it was captured before"
1.001    johann > clara  KILL
5        ludwig > all    HELLO members=2               | hello_delta=5s
5.1      johann > all    HELLO members=2               | hello_delta=5s
6        ludwig > clara  KILL
6.001    johann > clara  KILL
7        johann > anton  KILL                          | kill
         | cluster.event="node 2 kills 192.0.2.5, which is no member; no HELLO of it was captured before"
# Node 4 is the one at that address.
10       ludwig > all    HELLO members=2               | hello_delta=5s
10.1     johann > all    HELLO members=2               | hello_delta=5s
h: 11    clara > all     HELLO members=1
11.001   ludwig > clara  KILL                          | cman.death.last_heard=@h cman.death.silence=1ms
