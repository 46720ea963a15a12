# A tap on the line of the master, with an interface for each direction.  The master dies behind
# 19 s; the others go on sending to it until node 4 takes over at 30.03 s.  From then on nodes 2
# and 3 send to node 4 alone, which the tap does not show: all three are in the views 0x2b and
# 0x2c.
#
# SPDX-License-Identifier: GPL-2.0-or-later

layout ncs_heartbeat
only cluster.event
capture sorted
place out  name="tap0"
place in   name="tap1"
let m1 = master=192.0.2.1
let m4 = master=192.0.2.4
node node1  ip=192.0.2.1 ether=02:00:00:00:00:01 ip.id=0x100 members=4
node node2  ip=192.0.2.2 ether=02:00:00:00:00:02 ip.id=0x200 members=4
node node3  ip=192.0.2.3 ether=02:00:00:00:00:03 ip.id=0x300 members=4
node node4  ip=192.0.2.4 ether=02:00:00:00:00:04 ip.id=0x400 members=4
node all    ip=255.255.255.255 ether=ff:ff:ff:ff:ff:ff
let beat = interval=1s tolerance_used=13 previous_frame=@prev   # 12.5 % of 8 s

0       node1 > all    MASTER         at out   | $m1 cluster.event="node 192.0.2.1 is there, the master"
0.010   node2 > node1  SLAVE          at in    | $m1 cluster.event="node 192.0.2.2 is there, a slave"
0.020   node3 > node1  SLAVE          at in    | $m1 cluster.event="node 192.0.2.3 is there, a slave"
0.030   node4 > node1  SLAVE          at in    | $m1 cluster.event="node 192.0.2.4 is there, a slave"
1 every 1s x 18:
  0     node1 > all    MASTER         at out   | $m1 $beat
  0.010 node2 > node1  SLAVE          at in    | $m1 $beat
  0.020 node3 > node1  SLAVE          at in    | $m1 $beat
  0.030 node4 > node1  SLAVE          at in    | $m1 $beat
a: 19   node1 > all    MASTER         at out   | $m1 $beat
19.01   node2 > node1  SLAVE          at in    | $m1 $beat
19.02   node3 > node1  SLAVE          at in    | $m1 $beat
19.03   node4 > node1  SLAVE          at in    | $m1 $beat
20 every 1s x 7:
  0.010 node2 > node1  SLAVE          at in    | $m1 $beat
  0.020 node3 > node1  SLAVE          at in    | $m1 $beat
  0.030 node4 > node1  SLAVE          at in    | $m1 $beat
27.01   node2 > node1  SLAVE          at in    | $m1 $beat silent_node silent_node.address=192.0.2.1 silent_node.last_frame=@a
  | cluster.event="node 192.0.2.1 is silent for 8.0 s, its last heartbeat is in frame 77"
27.02   node3 > node1  SLAVE          at in    | $m1 $beat
27.03   node4 > node1  SLAVE          at in    | $m1 $beat
28 every 1s x 2:
  0.010 node2 > node1  SLAVE          at in    | $m1 $beat
  0.020 node3 > node1  SLAVE          at in    | $m1 $beat
  0.030 node4 > node1  SLAVE          at in    | $m1 $beat

# Node 4 takes over.
30.03   node4 > all    MASTER         at in    | $m4 $beat master_change previous_master=192.0.2.1
  | cluster.event="master changes from 192.0.2.1, whose last broadcast came 11.0 s ago, to 192.0.2.4, the highest known address"
31.03   node4 > all    MASTER incarnation=0x2b at in | $m4 $beat incarnation_change previous_incarnation=0x2a previous_incarnation_frame=@prev
  | cluster.event="a new view, 0x0000002b after 0x0000002a, first shown by node 192.0.2.4"
32.03   node4 > all    MASTER incarnation=0x2b at in | $m4 $beat
33.03   node4 > all    MASTER incarnation=0x2b at in | $m4 $beat
34.03   node4 > all    MASTER incarnation=0x2b at in | $m4 $beat
  | cluster.event="no longer heard: 192.0.2.1; at least 1 member of view 0x0000002b: 192.0.2.4; not seen here since the master changed: 192.0.2.2, 192.0.2.3"
35 every 1s x 25:
  0.030 node4 > all    MASTER incarnation=0x2b at in | $m4 $beat
60.03   node4 > all    MASTER incarnation=0x2c at in | $m4 $beat incarnation_change previous_incarnation=0x2b previous_incarnation_frame=@prev
  | cluster.event="a new view, 0x0000002c after 0x0000002b, first shown by node 192.0.2.4"
61.03   node4 > all    MASTER incarnation=0x2c at in | $m4 $beat
62.03   node4 > all    MASTER incarnation=0x2c at in | $m4 $beat
63.03   node4 > all    MASTER incarnation=0x2c at in | $m4 $beat
  | cluster.event="at least 1 member of view 0x0000002c: 192.0.2.4"
64 every 1s x 5:
  0.030 node4 > all    MASTER incarnation=0x2c at in | $m4 $beat
