# Node 3 is paused behind 19.02 s, as a virtual machine is.  The others give it up: at 28 s
# they have a view without it.  At 31.02 s it goes on with the old view, for 6 s, until the
# poison pill.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
only cluster.event
let m1 = master=192.0.2.1
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=3
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=3
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=3
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s
let old = previous_incarnation=0x2a previous_incarnation_frame=@prev

0       node1 > all    MASTER                  | $m1 cluster.event="node 192.0.2.1 is there, the master"
0.010   node2 > node1  SLAVE                   | $m1 cluster.event="node 192.0.2.2 is there, a slave"
0.020   node3 > node1  SLAVE                   | $m1 cluster.event="node 192.0.2.3 is there, a slave"
1 every 1s x 18:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat
19      node1 > all    MASTER                  | $m1 $beat
19.01   node2 > node1  SLAVE                   | $m1 $beat
a: 19.02  node3 > node1  SLAVE                 | $m1 $beat
20 every 1s x 8:
  0     node1 > all    MASTER                  | $m1 $beat
  0.010 node2 > node1  SLAVE                   | $m1 $beat
28      node1 > all    MASTER incarnation=0x2b | $m1 $beat incarnation_change $old
  | silent_node silent_node.address=192.0.2.3 silent_node.last_frame=@a
  | cluster.event="node 192.0.2.3 is silent for 9.0 s, its last heartbeat is in frame 60"
  | cluster.event="a new view, 0x0000002b after 0x0000002a, first shown by node 192.0.2.1"
28.01   node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat incarnation_change $old
29      node1 > all    MASTER incarnation=0x2b | $m1 $beat
29.01   node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat
# More than two periods after the view was shown first.
30      node1 > all    MASTER incarnation=0x2b | $m1 $beat
30.01   node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat
  | cluster.event="no longer heard: 192.0.2.3; 2 members of view 0x0000002b: 192.0.2.1, 192.0.2.2"
31      node1 > all    MASTER incarnation=0x2b | $m1 $beat
31.01   node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat
31.02   node3 > node1  SLAVE                   | $m1 interval=12s missed=11 tolerance_used=150 previous_frame=@a lost outdated_view
  | cluster.event="node 192.0.2.3 is back after 12.0 s, last heard in frame 60"
  | cluster.event="node 192.0.2.3 still has view 0x0000002a, which the others left 3.0 s ago: cast out, and does not know it?"
32 every 1s x 5:
  0     node1 > all    MASTER incarnation=0x2b | $m1 $beat
  0.010 node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat
  0.020 node3 > node1  SLAVE                   | $m1 $beat
37      node1 > all    MASTER incarnation=0x2b | $m1 $beat
37.01   node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat
b: 37.02  node3 > node1  SLAVE                 | $m1 $beat
38 every 1s x 8:
  0     node1 > all    MASTER incarnation=0x2b | $m1 $beat
  0.010 node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat
46      node1 > all    MASTER incarnation=0x2b | $m1 $beat
  | silent_node silent_node.address=192.0.2.3 silent_node.last_frame=@b
  | cluster.event="node 192.0.2.3 is silent for 9.0 s, its last heartbeat is in frame 103, the 2nd time since frame 60, 12.0 s at most"
46.01   node2 > node1  SLAVE incarnation=0x2b  | $m1 $beat
