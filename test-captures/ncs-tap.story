# A tap with an interface for each direction: the master's broadcasts on one, what the slaves
# send on the other.  A slave dies behind 9.02 s, the master behind 39 s; node 3 takes over.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
only cluster.event
capture sorted
place out  name="tap0"
place in   name="tap1"
let m1 = master=192.0.2.1
let m3 = master=192.0.2.3
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=3
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=3
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=3
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER         at out   | $m1 cluster.event="node 192.0.2.1 is there, the master"
0.010   node2 > node1  SLAVE          at in    | $m1 cluster.event="node 192.0.2.2 is there, a slave"
0.020   node3 > node1  SLAVE          at in    | $m1 cluster.event="node 192.0.2.3 is there, a slave"
1 every 1s x 8:
  0     node1 > all    MASTER         at out   | $m1 $beat
  0.010 node2 > node1  SLAVE          at in    | $m1 $beat
  0.020 node3 > node1  SLAVE          at in    | $m1 $beat
9       node1 > all    MASTER         at out   | $m1 $beat
a: 9.01  node2 > node1  SLAVE         at in    | $m1 $beat
9.02    node3 > node1  SLAVE          at in    | $m1 $beat
10 every 1s x 7:
  0     node1 > all    MASTER         at out   | $m1 $beat
  0.020 node3 > node1  SLAVE          at in    | $m1 $beat
17      node1 > all    MASTER         at out   | $m1 $beat
17.02   node3 > node1  SLAVE          at in    | $m1 $beat silent_node silent_node.address=192.0.2.2 silent_node.last_frame=@a
  | cluster.event="node 192.0.2.2 is silent for 8.0 s, its last heartbeat is in frame 29"
18 every 1s x 21:
  0     node1 > all    MASTER         at out   | $m1 $beat
  0.020 node3 > node1  SLAVE          at in    | $m1 $beat
b: 39   node1 > all    MASTER         at out   | $m1 $beat
39.02   node3 > node1  SLAVE          at in    | $m1 $beat
40 every 1s x 7:
  0.020 node3 > node1  SLAVE          at in    | $m1 $beat
47.02   node3 > node1  SLAVE          at in    | $m1 $beat silent_node silent_node.address=192.0.2.1 silent_node.last_frame=@b
  | cluster.event="node 192.0.2.1 is silent for 8.0 s, its last heartbeat is in frame 89"
48.02   node3 > all    MASTER         at in    | $m3 $beat master_change previous_master=192.0.2.1
  | cluster.event="master changes from 192.0.2.1, whose last broadcast came 9.0 s ago, to 192.0.2.3, the highest known address"
49 every 1s x 5:
  0.020 node3 > all    MASTER         at in    | $m3 $beat
