# Node 4 comes at 20.03 s, just behind the first heartbeats with a view that it is in; nobody
# heard it without a view.  Node 3 dies behind 19.02 s: the view has a reason of its own, so
# nothing says that node 3 left.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
only cluster.event
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=4
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=4
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=4
node node4  ip=192.0.2.4 ether=02:00:00:00:00:04 ip.id=0x400 members=4
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s
let old = previous_incarnation=0x2a previous_incarnation_frame=@prev

0       node1 > all    MASTER                  | $m1 cluster.event="node 192.0.2.1 is there, the master"
0.010   node2 > node1  SLAVE                   | $m1 cluster.event="node 192.0.2.2 is there, a slave"
0.020   node3 > node1  SLAVE                   | $m1 cluster.event="node 192.0.2.3 is there, a slave"
1 every 1s x 17:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat
18      node1 > all    MASTER                  | $m1 $beat
18.01   node2 > node1  SLAVE                   | $m1 $beat
18.02   node3 > node1  SLAVE                   | $m1 $beat
19      node1 > all    MASTER                  | $m1 $beat
19.01   node2 > node1  SLAVE                   | $m1 $beat
a: 19.02  node3 > node1  SLAVE                 | $m1 $beat
20      node1 > all    MASTER incarnation=0x2b | $m1 $beat incarnation_change $old
  | cluster.event="a new view, 0x0000002b after 0x0000002a, first shown by node 192.0.2.1"
20.01   node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat incarnation_change $old
20.03   node4 > node1  SLAVE incarnation=0x2b  | $m1 cluster.event="node 192.0.2.4 is there, a slave"
21      node1 > all    MASTER incarnation=0x2b | $m1 $beat
21.01   node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat
21.03   node4 > node1  SLAVE incarnation=0x2b  | $m1 $beat
# More than two periods after the view was shown first.
22      node1 > all    MASTER incarnation=0x2b | $m1 $beat
22.01   node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat
  | cluster.event="no longer heard: 192.0.2.3; 3 members of view 0x0000002b: 192.0.2.1, 192.0.2.2, 192.0.2.4"
22.03   node4 > node1  SLAVE incarnation=0x2b  | $m1 $beat
23 every 1s x 4:
  0     node1 > all    MASTER incarnation=0x2b | $m1 $beat
  0.010 node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat
  0.030 node4 > node1  SLAVE incarnation=0x2b  | $m1 $beat
27      node1 > all    MASTER incarnation=0x2b | $m1 $beat
27.01   node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat
27.03   node4 > node1  SLAVE incarnation=0x2b  | $m1 $beat
  | silent_node silent_node.address=192.0.2.3 silent_node.last_frame=@a
  | cluster.event="node 192.0.2.3 is silent for 8.0 s, its last heartbeat is in frame 60"
28      node1 > all    MASTER incarnation=0x2b | $m1 $beat
28.01   node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat
28.03   node4 > node1  SLAVE incarnation=0x2b  | $m1 $beat
